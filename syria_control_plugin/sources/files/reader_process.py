"""Files that GDAL can't stop reading are read in a process of their own, which ends as soon as the user cancels."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import tempfile
import zipfile
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import numpy as np
import osgeo
import shapely

from ...core.errors import InstallError, SourceError
from ...core.told import Told
from ..limits import limits_in_force
from ..progress import SILENT, Progress
from ..qgis_python import IsolatedPython, find_python
from . import row_transfer
from .delimited import is_delimited
from .files import LayerRows, read_file, source_table
from .opening import ending_of
from .tables import SourceTable

# A smaller file is read in less than 2 s wherever it is read, and a process takes half a second to start.
LARGE_BYTES = 16 * 1024**2
# Formats that GDAL reads row by row; of all others it may parse the whole file when it opens it.
_BY_ROWS = frozenset("shp dbf gpkg fgb sqlite sqlite3 db gdb tab".split())
_PACKED = (".kmz", ".xlsx", ".ods")  # zips in all but name
_SQLITE = frozenset("gpkg sqlite sqlite3 db".split())
# The reading process may use half of the memory: QGIS, and what it makes of the rows, need the other half.
_SHARE_OF_MEMORY = 0.5
_MEMORY_PER_BYTE = 2  # of a file, at the very least: four to five are usual
_LEAST_MEMORY_BYTES, _UNKNOWN_MEMORY_BYTES = 2 * 1024**3, 8 * 1024**3
_GB = 1e9
# What the reading process runs: modules of the working directory or the user's own folder are never imported.
_CODE = """
import importlib, json, os, sys
job = json.load(sys.stdin.buffer)
sys.path[:] = [path for path in sys.path if not path.endswith("-packages")] + job["sys_path"]
for folder in job["dll_folders"] if hasattr(os, "add_dll_directory") else ():
    os.add_dll_directory(folder)
importlib.import_module(job["module"]).read_job(job)
"""


_failed: set[IsolatedPython] = set()  # programs that could not start reading: not tried again


def read_tables(
    path: str, key: str, names: tuple[str, ...], only_layer: str, with_properties: bool, progress: Progress
) -> list[SourceTable]:
    """The layers of a file as ``read_file`` gives them, read in a process of its own if GDAL might not stop reading.

    If no such process can be started the file is read here. Raises SourceError also if the file needs more memory than
    may be used; Cancelled.
    """
    rows = None
    if not is_delimited(path) and _must_be_apart(path):
        rows = _rows_read_apart(path, names, only_layer, with_properties, progress)
    if rows is None:
        return read_file(path, key, names, only_layer, with_properties, progress)
    return [source_table(key, each, progress) for each in rows]


def size_problem(path: str) -> str:
    """Why a file is too large to be read, "" if it is not."""
    size, most = _size_bytes(path) or 0, memory_bytes()
    if size * _MEMORY_PER_BYTE <= most or ending_of(path) in _BY_ROWS:
        return ""
    return Told(
        "{:.1f} GB: reading it needs more than the {:.1f} GB of memory that may be used. Split the file, or convert it "
        "to a GeoPackage.",
        size / _GB,
        most / _GB,
    )


def memory_bytes() -> int:
    """The most memory that a reading process may use."""
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # Windows
        return _UNKNOWN_MEMORY_BYTES
    return max(int(_SHARE_OF_MEMORY * total), _LEAST_MEMORY_BYTES)


def _must_be_apart(path: str) -> bool:
    size, ending = _size_bytes(path), ending_of(path)
    if size is None:
        return True  # a database or service, which may not answer
    if ending in _SQLITE and (path.startswith("/vsizip/") or _has_view(path)):
        return True  # the query of a view may run for ever before its first row
    return ending not in _BY_ROWS and size > LARGE_BYTES


def _size_bytes(path: str) -> int | None:
    """Size of a file, unpacked; 0 for a folder, None for what is not a file."""
    if path.startswith("/vsizip/{"):
        archive, _, member = path[len("/vsizip/{") :].partition("}/")
        try:
            about = os.stat(archive)
            return _member_sizes(archive, about.st_mtime_ns, about.st_size)[member]
        except (OSError, KeyError, zipfile.BadZipFile):
            return 0  # reading it gives the reason
    if os.path.isdir(path):
        return 0
    if not os.path.isfile(path):
        return None
    size = os.path.getsize(path)
    if path.lower().endswith(_PACKED):
        try:
            with zipfile.ZipFile(path) as opened:
                return max(size, sum(info.file_size for info in opened.infolist()))
        except (OSError, zipfile.BadZipFile):
            return size
    return size


@lru_cache(maxsize=2)
def _member_sizes(archive: str, changed_ns: int, size: int) -> dict[str, int]:
    """Unpacked sizes of the members of a zip, read once as long as time and size of the file stay."""
    with zipfile.ZipFile(archive) as opened:
        return {info.filename: info.file_size for info in opened.infolist()}


def _has_view(path: str) -> bool:
    try:
        with closing(sqlite3.connect(f"{Path(path).as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            return database.execute("SELECT 1 FROM sqlite_master WHERE type = 'view' LIMIT 1").fetchone() is not None
    except (sqlite3.Error, UnicodeError):
        return False  # GDAL gives the reason, if it can't be read


def _rows_read_apart(path, names, only_layer, with_properties, progress: Progress) -> list[LayerRows] | None:
    """The rows by a process of its own; None if none can be started."""
    python = _python()
    if python is None or python in _failed:
        return None
    with tempfile.TemporaryDirectory(prefix="syria_control-") as folder:
        job = {
            "module": row_transfer.__name__,
            "sys_path": _module_folders(),
            "dll_folders": [os.path.dirname(sys.executable)],  # QGIS's own, with the libraries that GDAL needs
            "path": row_transfer.path_as_text(path),
            "names": names,
            "only_layer": only_layer,
            "with_properties": with_properties,
            "folder": folder,
            "memory_bytes": memory_bytes(),
            "parent": os.getpid(),
            "gdal": row_transfer.gdal_setup(),
            "limits": limits_in_force(),
        }
        _, lines = python.run(progress, "-c", _CODE, given=json.dumps(job).encode("ascii"))
        if row_transfer.has_result(folder):
            return row_transfer.received_rows(folder, progress)
    if row_transfer.STARTED not in lines:
        _failed.add(python)
        return None
    raise SourceError(
        Told(
            "reading it ended without a result: it needs more than the {:.1f} GB of memory that may be used, or is "
            "damaged. Split the file, or convert it to a GeoPackage.",
            memory_bytes() / _GB,
        )
    )


@lru_cache(maxsize=1)
def _python() -> IsolatedPython | None:
    try:
        return find_python(SILENT)
    except InstallError:
        return None


def _module_folders() -> list[str]:
    """Where the modules lie that the reading process needs, in the order in which they are searched here."""
    known = {os.path.normcase(os.path.abspath(path)): number for number, path in enumerate(sys.path) if path}
    needed = dict.fromkeys(str(Path(module.__file__).absolute().parents[1]) for module in (shapely, np, osgeo))
    # Shapely of the QGIS profile lies in a folder that is on no search path: it comes first.
    ordered = sorted(needed, key=lambda folder: known.get(os.path.normcase(folder), -1))
    return [*ordered, str(Path(__file__).absolute().parents[3])]
