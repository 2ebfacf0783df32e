"""Work that GDAL or GEOS cannot interrupt, done in a separate process that ends as soon as the user cancels.

It reads files that may take GDAL long, and repairs areas that may take GEOS long.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import osgeo
import shapely
from osgeo import gdal

from ...case.limits import limits_in_force
from ...core.errors import InstallError, SourceError
from ...core.feedback import NO_FEEDBACK, CancelOnly, Feedback
from ...core.geometry.polygons import RepairedPolygons, repair_polygons, take_long
from ...core.messages import Message
from ..qgis_python import IsolatedPython, find_python
from . import opening, row_transfer
from .contents import content_of
from .delimited import is_delimited
from .gdal_reader import GB, memory_bytes, read_file, source_table
from .opening import ending_of
from .tables import SourceTable

# A smaller file of most formats is read in less than 2 s in either process; a process takes half a second to start.
LARGE_BYTES = 16 * 1024**2
# In these formats a small file may repeat one thing many times, or place a cell anywhere, and so grow without limit; or
# have a CRS that names a file, which only GDAL can read, and for which PROJ may wait.
_GROWING = frozenset("kmz xlsx xlsm xls ods dxf topojson gdb parquet".split())
_TEXTS = frozenset("geojson json geojsonl geojsons ndjson jsonl kml gml xml gpx".split())
# GDAL makes a field of each name, and a cell of it in each row: the most names times brackets that a file may have.
_MOST_CELLS = 8_000_000
_XML_NAMES = re.compile(rb"""<([^\s<>/]+)|\b(?:name|key)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
# Formats that GDAL reads row by row; in all others it may parse the whole file when it opens it.
_BY_ROWS = frozenset("shp dbf gpkg fgb sqlite sqlite3 db gdb tab".split())
_PACKED = (".kmz", ".xlsx", ".ods")  # zips in all but name
_SQLITE = frozenset("gpkg sqlite sqlite3 db".split())
_MEMORY_PER_BYTE = 2  # of the file, at the very least: four to five are usual
# What the reading process runs: modules of the working directory or the user's own folder are never imported.
_CODE = """
import importlib, json, os, sys
job = json.load(sys.stdin.buffer)
sys.path[:] = [path for path in sys.path if not path.endswith("-packages")] + job["sys_path"]
for folder in job["dll_folders"] if hasattr(os, "add_dll_directory") else ():
    os.add_dll_directory(folder)
importlib.import_module(job["module"]).read_job(job)
"""


_failed: set[IsolatedPython] = set()  # programs that could not start reading; not tried again


def read_tables(
    path: str,
    key: str,
    names: tuple[str, ...],
    only_layer: str,
    with_properties: bool,
    feedback: Feedback,
    encoding: str = "",
) -> list[SourceTable]:
    """Return the layers of a file as ``read_file`` does, read in a separate process if GDAL might not stop reading.

    If no such process can be started, the file is read here. Raises SourceError also if the file needs more memory than
    is allowed; Cancelled.
    """
    rows = None
    if must_be_apart(path):
        job = {
            "names": names, "only_layer": only_layer, "with_properties": with_properties, "encoding": encoding,
        }  # fmt: skip
        rows = _apart(path, job, lambda folder: row_transfer.received_rows(folder, feedback), feedback)
    if rows is None:
        return read_file(path, key, names, only_layer, with_properties, feedback, encoding)
    return [source_table(key, each, feedback) for each in rows]


def layer_names(path: str, feedback: Feedback = NO_FEEDBACK) -> list[str]:
    """Return the names of the layers of a file, in its order. Raises SourceError as ``read_tables``; Cancelled."""
    names = None
    if must_be_apart(path):
        names = _apart(path, {"task": "names"}, row_transfer.received, feedback)
    return opening.layer_names(path) if names is None else names


def copy_to_geopackage(path: str, layer: str, target: str, feedback: Feedback) -> None:
    """Write one layer of a file, or all with "", to a GeoPackage in GDAL's memory (``/vsimem/…``).

    Raises SourceError as ``read_tables``; Cancelled.
    """

    def received(folder: str) -> list:
        (name,) = row_transfer.received(folder)
        gdal.FileFromMemBuffer(target, Path(folder, name).read_bytes())
        return [name]

    if not must_be_apart(path) or _apart(path, {"task": "copy", "layer": layer}, received, feedback) is None:
        opening.copy_to_geopackage(path, layer, target)


def repaired_polygons(geometry, feedback: Feedback) -> RepairedPolygons:
    """Repair as ``repair_polygons``, but do what may take long in one separate process. Raises Cancelled.

    If no such process can be started, all is done here. If it ends for lack of memory, its rows are rejected.
    """
    quiet = CancelOnly(feedback)
    here = np.array(geometry, dtype=object).reshape(-1)
    rows = np.flatnonzero(take_long(here, quiet))
    if not len(rows):
        return repair_polygons(here, quiet)
    try:
        results = _apart(
            "",
            {"task": "repair"},
            lambda folder: [row_transfer.received_repairs(folder, feedback)],
            feedback,
            lambda folder: row_transfer.give_geometry(folder, here[rows]),
        )
    except SourceError as error:
        results = [
            RepairedPolygons(geometry=np.full(len(rows), None), rejected=dict.fromkeys(range(len(rows)), error.args[0]))
        ]
    if results is None:
        return repair_polygons(here, quiet)
    (apart,) = results
    here[rows] = None
    rest = repair_polygons(here, quiet)
    rest.geometry[rows] = apart.geometry
    for row in rows.tolist():
        del rest.rejected[row]  # for being None here
    rest.repaired.update({int(rows[row]): text for row, text in apart.repaired.items()})
    rest.rejected.update({int(rows[row]): text for row, text in apart.rejected.items()})
    return replace(rest, flattened=rest.flattened + apart.flattened)


def size_problem(path: str) -> Message | None:
    """Return why a file is too large to be read, None if it is not."""
    size, most = _size_bytes(path) or 0, memory_bytes()
    if size * _MEMORY_PER_BYTE <= most or ending_of(path) in _BY_ROWS:
        return None
    return Message(
        "{:.1f} GB: reading the file needs more than the allowed {:.1f} GB of memory. Split the file, or convert "
        "it to a GeoPackage.",
        size / GB,
        most / GB,
    )


def must_be_apart(path: str) -> bool:
    """Return whether GDAL might not stop reading a file, or need far more memory for it than its size.

    Delimited text is read without GDAL.
    """
    if is_delimited(path):
        return False
    size, ending = _size_bytes(path), ending_of(path)
    if size is None:
        return True  # a database or service, which may not answer
    if ending in _SQLITE and (path.startswith("/vsizip/") or _runs_queries(path)):
        return True  # the query of a view may run for ever before its first row
    if ending in _GROWING or (ending not in _BY_ROWS and size > LARGE_BYTES):
        return True
    return ending in _TEXTS and _may_grow(path)


def _may_grow(path: str) -> bool:
    """Return whether a text of modest size may become many cells, or has borders stored once and shared (TopoJSON)."""
    try:
        with content_of(path) as file:
            content = file.read(LARGE_BYTES + 1)
    except (OSError, RuntimeError, SourceError):
        return False  # reading it gives the reason
    content = content.replace(b"\0", b"")  # of UTF-16
    if b"Topology" in content:
        return True
    names: set = set()
    most = _MOST_CELLS // max(1, content.count(b"{") + content.count(b"<"))
    for name in _member_names(content) if content.lstrip()[:1] in (b"{", b"[") else _XML_NAMES.findall(content):
        names.add(name)
        if len(names) > most:
            return True
    return False


def _member_names(content: bytes) -> Iterator[bytes]:
    """Yield the names of members in a JSON text, in parts if they contain quotation marks."""
    parts = content.split(b'"')
    for part, after in zip(parts, parts[1:]):
        if part.endswith(b"\\") or after.lstrip()[:1] == b":":
            yield part


def _size_bytes(path: str) -> int | None:
    """Return the size of a file, unpacked; 0 for a folder, None if the path is not a file."""
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
    """Return the unpacked sizes of a zip's members, read once per modification time and size of the file."""
    with zipfile.ZipFile(archive) as opened:
        return {info.filename: info.file_size for info in opened.infolist()}


def _runs_queries(path: str) -> bool:
    """Return whether a database has a view, or a computed column."""
    try:
        address = f"{Path(os.path.abspath(path)).as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as database:
            if database.execute("SELECT 1 FROM sqlite_master WHERE type = 'view' LIMIT 1").fetchone():
                return True
            computed = """SELECT 1 FROM sqlite_master AS t, pragma_table_xinfo(t.name) AS c WHERE t.type = 'table'
                AND t.rootpage > 0 AND c.hidden IN (2, 3) LIMIT 1"""
            return database.execute(computed).fetchone() is not None
    except (sqlite3.Error, UnicodeError):
        return False  # GDAL gives the reason if it cannot be read


def _apart(
    path: str,
    task: dict,
    received: Callable[[str], list],
    feedback: Feedback,
    give: Callable[[str], None] = lambda folder: None,
) -> list | None:
    """Return what a separate process makes of a file, None if none can be started.

    task      the part of the job for ``row_transfer.read_job`` that differs between calls
    received  reads the results that the process left in a folder
    give      writes to the folder the data that the process needs
    """
    python = _python()
    if python is None or python in _failed:
        return None
    with tempfile.TemporaryDirectory(prefix="syria_control-") as folder:
        give(folder)
        job = {
            "module": row_transfer.__name__,
            "sys_path": _module_folders(),
            "dll_folders": [os.path.dirname(sys.executable)],  # QGIS's own, with the libraries that GDAL needs
            "path": row_transfer.path_as_text(path),
            **task,
            "folder": folder,
            "memory_bytes": memory_bytes(),
            "parent": os.getpid(),
            "gdal": row_transfer.gdal_setup(),
            "limits": limits_in_force(),
        }
        _, lines = python.run(feedback, "-c", _CODE, given=json.dumps(job).encode("ascii"))
        if row_transfer.has_result(folder):
            return received(folder)
    if row_transfer.STARTED not in lines:
        _failed.add(python)
        return None
    raise SourceError(
        Message(
            "reading the file ended without a result: it needs more than the allowed {:.1f} GB of memory, or the "
            "file is damaged. Split the file, or convert it to a GeoPackage.",
            memory_bytes() / GB,
        )
    )


@lru_cache(maxsize=1)
def _python() -> IsolatedPython | None:
    try:
        return find_python(NO_FEEDBACK)
    except InstallError:
        return None


def _module_folders() -> list[str]:
    """Return the folders of the modules that the reading process needs, in the order of the search path here."""
    known = {os.path.normcase(os.path.abspath(path)): number for number, path in enumerate(sys.path) if path}
    needed = dict.fromkeys(str(Path(module.__file__).absolute().parents[1]) for module in (shapely, np, osgeo))
    # The Shapely of the QGIS profile lies in a folder outside the search path: it comes first.
    ordered = sorted(needed, key=lambda folder: known.get(os.path.normcase(folder), -1))
    return [*ordered, str(Path(__file__).absolute().parents[3])]
