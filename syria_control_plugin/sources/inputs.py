"""What the user points at - files, folders, zips, patterns, databases - as a list of files to read."""

from __future__ import annotations

import glob
import hashlib
import os
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from osgeo import gdal

from ..core.errors import SourceError
from .files import read_file
from .tables import SourceTable

# Read by GDAL as vectors, but never maps of their own in a folder: parts of a Shapefile, tables, documents.
_NOT_MAPS = {"dbf", "shx", "csv", "tsv", "psv", "txt", "pdf", "xls", "xlsx", "ods", "xml", "vrt", "zip", "svg"}
_SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
# A zip that unpacks to more than this is refused before GDAL opens it.
ZIP_LIMIT_BYTES = 8 * 1024**3


@dataclass(frozen=True)
class InputFile:
    """One file to read.

    path    what GDAL opens (may lie in a zip: ``/vsizip/…``)
    key     path inside what the user gave: names the file in reports and tells it again at the next import
    folder  name of the folder that it lies in, "" if there is none: the default name of the source
    layer   the only layer to read, "" for all
    """

    path: str
    key: str
    folder: str
    layer: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """File stem, then the names of its folders inside the input, from near to far."""
        path = PurePosixPath(self.key.replace("!", "/"))
        return (_stem(path.name), *(_stem(part) for part in reversed(path.parent.parts)))

    def tables(self, with_properties: bool = False) -> list[SourceTable]:
        """The layers in the file (see ``read_file``)."""
        return read_file(self.path, self.key, self.names, self.layer, with_properties)

    def checksum(self) -> str:
        """SHA-256 of the content, all parts of a Shapefile together; "" for what is no file (a database)."""
        digest = hashlib.sha256()
        found = False
        for content in self._contents():
            found = True
            with content:
                while block := content.read(1 << 20):
                    digest.update(block)
        return digest.hexdigest() if found else ""

    def _contents(self):
        if self.path.startswith("/vsizip/"):
            archive, member = _split_zip_path(self.path)
            with zipfile.ZipFile(archive) as opened:
                names = set(opened.namelist())
                for part in _parts(member):
                    if part in names:
                        yield opened.open(part)
        else:
            for part in _parts(self.path):
                if os.path.isdir(part):
                    yield from (open(file, "rb") for file in sorted(glob.glob(os.path.join(part, "*"))))
                elif os.path.isfile(part):
                    yield open(part, "rb")


def list_inputs(given: list[str]) -> tuple[list[InputFile], list[str]]:
    """The files to read, sorted by key, and the names of those in folders and zips that are no maps.

    A file named by the user, or by a pattern, is always read; in a folder (with its subfolders) or zip only
    what GDAL knows as vector data. Raises SourceError for what does not exist.
    """
    files: dict[str, InputFile] = {}
    skipped: list[str] = []
    for text in given:
        found, left_out = _list_one(text.strip())
        skipped += left_out
        for file in found:
            files.setdefault(file.key, file)
    return [files[key] for key in sorted(files)], sorted(skipped)


def _list_one(text: str) -> tuple[list[InputFile], list[str]]:
    path, _, options = text.partition("|")
    layer = dict(part.partition("=")[::2] for part in options.split("|")).get("layername", "")
    if os.path.isdir(path) and not path.rstrip("/\\").lower().endswith(".gdb"):
        return _in_folder(Path(path))
    if os.path.isfile(path) and zipfile.is_zipfile(path) and _ending(path) == "zip":
        return _in_zip(Path(path), Path(path).name)
    if os.path.exists(path):
        return [_file(Path(path), Path(path).name, layer)], []
    if any(sign in path for sign in "*?["):
        matches = [Path(match) for match in glob.glob(path, recursive=True) if os.path.isfile(match)]
        if not matches:
            raise SourceError(f"No file matches the pattern {path!r}.")
        base = Path(os.path.commonpath([match.parent for match in matches]))
        return [_file(match, match.relative_to(base).as_posix()) for match in matches], []
    if ":" in path and not os.path.splitdrive(path)[0]:
        return [InputFile(text, _without_password(path), "", layer)], []  # a database or service that GDAL opens
    raise SourceError(f"There is no file, folder or pattern {path!r}. Check the path.")


def _in_folder(folder: Path) -> tuple[list[InputFile], list[str]]:
    files, skipped = [], []
    for path in sorted(folder.rglob("*")):
        key = path.relative_to(folder).as_posix()
        if any(part.startswith(".") for part in PurePosixPath(key).parts):
            continue
        if path.is_file() and _ending(key) == "zip":
            inside, left_out = _in_zip(path, key)
            files += inside
            skipped += left_out
        elif _ending(key) == "gdb" and path.is_dir():
            files.append(_file(path, key))
        elif path.is_file() and ".gdb/" not in key:
            if _ending(key) in _map_endings():
                files.append(InputFile(str(path), key, folder.resolve().name))
            elif path.suffix.lower() not in _SHAPEFILE_PARTS:
                skipped.append(key)
    return files, skipped


def _in_zip(archive: Path, key: str) -> tuple[list[InputFile], list[str]]:
    try:
        with zipfile.ZipFile(archive) as opened:
            members = [info for info in opened.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError) as error:
        raise SourceError(f"{archive}: not a readable zip: {error}") from error
    size = sum(info.file_size for info in members)
    if size > ZIP_LIMIT_BYTES:
        raise SourceError(f"{archive}: unpacks to {size / 1e9:.0f} GB; unpack it yourself and give the folder.")
    files, skipped = [], []
    for name in sorted(info.filename for info in members):
        if any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts):
            continue
        if _ending(name) in _map_endings():
            files.append(InputFile(f"/vsizip/{{{archive}}}/{name}", f"{key}!{name}", archive.stem))
        elif os.path.splitext(name)[1].lower() not in _SHAPEFILE_PARTS:
            skipped.append(f"{key}!{name}")
    return files, skipped


def _file(path: Path, key: str, layer: str = "") -> InputFile:
    return InputFile(str(path), key, path.resolve().parent.name, layer)


@lru_cache(maxsize=1)
def _map_endings() -> frozenset[str]:
    endings = set()
    for number in range(gdal.GetDriverCount()):
        driver = gdal.GetDriver(number)
        if driver.GetMetadataItem(gdal.DCAP_VECTOR) and driver.GetMetadataItem(gdal.DCAP_OPEN):
            endings.update((driver.GetMetadataItem(gdal.DMD_EXTENSIONS) or "").lower().split())
    return frozenset(endings - _NOT_MAPS)


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower().lstrip(".")


def _stem(name: str) -> str:
    # Only a known ending is taken off: "map 24.10.2017" is a name, not a file with the ending ".2017".
    stem, ending = os.path.splitext(name)
    return stem if ending.lower().lstrip(".") in _map_endings() | _NOT_MAPS else name


def _parts(path: str) -> list[str]:
    stem, ending = os.path.splitext(path)
    return [stem + part for part in _SHAPEFILE_PARTS] if ending.lower() == ".shp" else [path]


def _split_zip_path(path: str) -> tuple[str, str]:
    archive, _, member = path[len("/vsizip/{") :].partition("}/")
    return archive, member


def _without_password(connection: str) -> str:
    return " ".join(part for part in connection.split() if not part.lower().startswith("password="))
