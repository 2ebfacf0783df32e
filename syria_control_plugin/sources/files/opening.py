"""The only place that opens external data: which driver reads which extension, and what is refused.

Each extension has its own drivers, so that a file is never read as another format than its name says. GDAL would
otherwise try all of its drivers, among them virtual ones, which name other data, and ones that query a server.
"""

from __future__ import annotations

import os
import re
import threading
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from osgeo import gdal, ogr, osr

from ...case.limits import geojson_reason
from ...core.errors import SourceError
from ...core.messages import Message
from . import contents
from .delimited import is_delimited, layer_name

_TEXT_LIMIT_BYTES = 32 * 1024**2
# Options while external data is open: no request leaves, and nothing beside the file is written or resolved.
_OFFLINE = {
    **dict.fromkeys(("GDAL_HTTP_PROXY", "GDAL_HTTPS_PROXY"), "http://127.0.0.1:9"),  # where nobody listens
    **dict.fromkeys(("GDAL_HTTP_TIMEOUT", "GDAL_HTTP_CONNECTTIMEOUT"), "1"),
    "GDAL_HTTP_MAX_RETRY": "0",
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "none",
    "GML_SKIP_RESOLVE_ELEMS": "ALL",
    "GML_REGISTRY": "none",
    "OGR_SQLITE_LOAD_EXTENSIONS": "",
    **dict.fromkeys(
        (
            "GML_DOWNLOAD_WFS_SCHEMA", "LIBKML_RESOLVE_STYLE", "LIBKML_EXTERNAL_STYLE", "SHAPE_RESTORE_SHX",
            "OGR_SQLITE_ALLOW_EXTERNAL_ACCESS", "OGR_SQLITE_LIST_VIRTUAL_OGR",
            "ALLOW_OGR_SQL_FUNCTIONS_FROM_TRIGGER_AND_VIEW",
        ),
        "NO",
    ),
}  # fmt: skip
_DATABASES = {
    "PG": "PostgreSQL", "POSTGRES": "PostgreSQL", "POSTGRESQL": "PostgreSQL", "MYSQL": "MySQL", "MSSQL": "MSSQLSpatial",
}  # fmt: skip
_CSV_BY_NAME = ("txt", "psv")  # extensions that GDAL takes for CSV only if the driver is named
_ELSEWHERE = re.compile(r"[/\\]vsi(?!zip[/\\])\w+[/\\]|://", re.IGNORECASE)
_PREFIX = re.compile(r"\s*(\w[\w.+-]+):", re.ASCII)


@dataclass(frozen=True)
class _Format:
    """How one kind of file is read.

    endings  extensions without the dot
    drivers  GDAL's, in the order in which they are tried
    check    raises SourceError for a file (path, extension) whose content is something else, or refers to other data
    is_map   whether such a file in a folder is taken for a map; tables and parts of other files are not
    options  GDAL's open options
    """

    endings: tuple[str, ...]
    drivers: tuple[str, ...]
    check: contents.Check
    is_map: bool = True
    options: tuple[str, ...] = ()


@lru_cache(maxsize=2)
def endings(maps_only: bool = False) -> frozenset[str]:
    """Return the extensions that are read, lower case and without the dot; optionally only those of maps in folders."""
    return frozenset(ending for ending, form in _FORMATS.items() if _drivers(form) and (form.is_map or not maps_only))


def ending_of(name: str) -> str:
    """Return the extension of a file's name, lower case and without the dot."""
    return os.path.splitext(name)[1].lower().lstrip(".")


def database_driver(text: str) -> str:
    """Return the GDAL driver of a connection such as "PG:dbname=maps", "" for other texts.

    Raises SourceError for what GDAL would take for a service, a driver of its own choice or a virtual file system.
    """
    if re.match(r"[/\\]+vsi", text, re.IGNORECASE):
        raise SourceError(
            Message("{!r} refers to a virtual file system. Save the data to a folder and choose the folder.", text)
        )
    if text.lstrip().startswith("<"):
        raise SourceError(Message("{!r} describes other data. Save the data to a file and choose the file.", text))
    prefix = _PREFIX.match(text)
    if prefix is None or os.path.splitdrive(text)[0]:
        return ""
    name = prefix[1].upper()
    if name in _DATABASES:
        return _DATABASES[name]
    raise SourceError(
        Message("{!r} refers to a service or a driver ({}:). Download the data and choose the file.", text, prefix[1])
    )


@contextmanager
def open_data(path: str, *options: str) -> Iterator[gdal.Dataset]:
    """Open a dataset of a file, of a member of a local zip (``/vsizip/{…}/…``) or of a database, with the network off.

    options  further open options of GDAL

    Raises SourceError if the path or the content is refused, RuntimeError or SourceError if GDAL cannot read it.
    """
    with offline():
        yield _open(path, options)


def check_content(path: str) -> None:
    """Raise SourceError for a path, or the content of a file, that ``open_data`` would refuse."""
    _checked(path)


def layer_names(path: str) -> list[str]:
    """Return the names of the layers of a file, in its order. Raises SourceError as ``open_data``."""
    if is_delimited(path):
        check_content(path)
        return [layer_name(path)]
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        with open_data(path) as dataset:
            return [dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())]
    finally:
        gdal.PopErrorHandler()


def copy_to_geopackage(path: str, layer: str, target: str) -> None:
    """Write one layer of a file, or all with "", to a GeoPackage by GDAL, which may lie in its memory."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        with open_data(path) as dataset:
            options = gdal.VectorTranslateOptions(format="GPKG", layers=[layer] if layer else None)
            made = gdal.VectorTranslate(target, dataset, options=options)
            if made is None:
                raise SourceError(Message("cannot be read: {}", gdal.GetLastErrorMsg().strip()))
            del made
    except RuntimeError as error:
        raise SourceError(Message("cannot be read: {}", error)) from error
    finally:
        gdal.PopErrorHandler()


def is_allowed(path: str, driver: str) -> bool:
    """Return whether ``open_data`` would read a path with this GDAL driver, judged by the extension alone."""
    form = _FORMATS.get(ending_of(path))
    return form is not None and driver in form.drivers and not _ELSEWHERE.search(path)


def _open(path: str, options: tuple[str, ...]) -> gdal.Dataset:
    drivers, more = _checked(path)
    try:
        # As bytes, since the name of a file need not be valid text.
        dataset = (not options and _open_text(path)) or gdal.OpenEx(
            (b"CSV:" if ending_of(path) in _CSV_BY_NAME else b"") + os.fsencode(path),
            gdal.OF_VECTOR | gdal.OF_READONLY,
            allowed_drivers=list(drivers),
            open_options=[*more, *options],
        )
    except RuntimeError as error:
        raise SourceError(Message("cannot be read: {}", error)) from error
    if dataset is None:
        failed = gdal.GetLastErrorMsg().strip() if gdal.GetLastErrorType() >= gdal.CE_Failure else ""
        reason = geojson_reason(path, failed) or Message(
            "it is not a complete file of the type that its extension indicates"
        )
        raise SourceError(Message("cannot be read: {}", reason))
    return dataset


# Dates as they are written: GDAL would take 05/09/17 for 17 September 2005.
_TEXTS = ("DATE_AS_STRING=YES",)


def _open_text(path: str):
    """Open a GeoJSON file of modest size from its text, None for others: GDAL parses a text once, a file twice."""
    if ending_of(path) not in ("geojson", "json") or not os.path.isfile(path):
        return None
    if os.path.getsize(path) > _TEXT_LIMIT_BYTES:
        return None
    try:
        text = Path(path).read_text(encoding="utf-8")
        if not text.lstrip().startswith("{"):
            return None  # GDAL would take it for a name or an address, and open that
        mode = gdal.OF_VECTOR | gdal.OF_READONLY
        return gdal.OpenEx(text, mode, allowed_drivers=["GeoJSON"], open_options=list(_TEXTS))
    except (UnicodeDecodeError, RuntimeError):
        return None  # opened as a file it gives a better reason


def _checked(path: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the drivers and open options for a path. Raises SourceError if it is refused."""
    if not path.startswith("/vsizip/{") and not os.path.exists(path):
        driver = database_driver(path)
        if not driver:
            raise SourceError(Message("There is no file, folder or pattern {!r}. Check the path.", path))
        return (driver,), ()
    ending = ending_of(path)
    form = _FORMATS.get(ending)
    if form is None or not (drivers := _drivers(form)):
        known = ", ".join(f".{each}" for each in sorted(endings()))
        raise SourceError(
            Message("cannot be read: the file extension {!r} is not supported. Save it as one of {}.", ending, known)
        )
    try:
        form.check(path, ending)
    except (OSError, RuntimeError, NotImplementedError, zlib.error, zipfile.BadZipFile) as error:
        raise SourceError(Message("cannot be read: {}", error)) from error
    is_at_rest = "GPKG" in drivers and not contents.is_in_use(path)
    return drivers, (*form.options, "IMMUTABLE=YES") if is_at_rest else form.options


def _drivers(form: _Format) -> tuple[str, ...]:
    """Return those drivers of a format that this GDAL has."""
    return tuple(name for name in form.drivers if ogr.GetDriverByName(name) is not None)


# Network

_lock = threading.Lock()
_offline_count = 0
_is_proj_online = False


@contextmanager
def offline() -> Iterator[None]:
    """Set GDAL's options for the thread, and PROJ's for GDAL as a whole, so that no server is contacted."""
    before = {name: gdal.GetThreadLocalConfigOption(name) for name in _OFFLINE}
    for name, value in _OFFLINE.items():
        gdal.SetThreadLocalConfigOption(name, value)
    _count_offline(1)
    try:
        yield
    finally:
        _count_offline(-1)
        for name, value in before.items():
            gdal.SetThreadLocalConfigOption(name, value)


def _count_offline(change: int) -> None:
    """Keep PROJ's network off while any thread reads, and restore it afterwards."""
    global _offline_count, _is_proj_online
    with _lock:
        if _offline_count == 0:
            _is_proj_online = bool(osr.GetPROJEnableNetwork())
        _offline_count += change
        if _is_proj_online:
            osr.SetPROJEnableNetwork(_offline_count == 0)


_JSON = ("GeoJSON", "GeoJSONSeq", "ESRIJSON", "TopoJSON")
_FORMATS = {
    ending: form
    for form in (
        _Format(
            ("geojson", "json", "topojson", "geojsonl", "geojsons", "ndjson", "jsonl"),
            _JSON,
            contents.check_json,
            options=_TEXTS,
        ),
        _Format(("kml",), ("LIBKML", "KML"), contents.check_xml("kml", "Document", "Folder", "Placemark")),
        _Format(("kmz",), ("LIBKML",), contents.check_zipped),
        _Format(("gml",), ("GML",), contents.check_gml, options=("WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO")),
        _Format(("xml",), ("GML",), contents.check_gml, is_map=False, options=("WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO")),
        _Format(("gpx",), ("GPX",), contents.check_xml("gpx")),
        _Format(("shp",), ("ESRI Shapefile",), contents.check_shapefile),
        _Format(("dbf",), ("ESRI Shapefile",), contents.check_table, is_map=False),
        _Format(("gpkg",), ("GPKG",), contents.check_sqlite),
        _Format(("sqlite", "db"), ("SQLite",), contents.check_sqlite),
        _Format(("fgb",), ("FlatGeobuf",), contents.check_flatgeobuf),
        _Format(("parquet",), ("Parquet",), contents.begins(b"par1")),
        _Format(("gdb",), ("OpenFileGDB",), contents.check_geodatabase),
        _Format(("tab",), ("MapInfo File",), contents.check_tab),
        _Format(("mif",), ("MapInfo File",), contents.begins(b"version")),
        _Format(("mid",), ("MapInfo File",), contents.check_table, is_map=False),
        _Format(("dxf",), ("DXF",), contents.check_table),
        _Format(("csv", "tsv", "psv", "txt"), ("CSV",), contents.check_table, is_map=False),
        _Format(("xlsx", "xlsm"), ("XLSX",), contents.check_zipped, is_map=False),
        _Format(("ods",), ("ODS",), contents.check_zipped, is_map=False),
        _Format(("xls",), ("XLS",), contents.begins(b"\xd0\xcf\x11\xe0"), is_map=False),
    )
    for ending in form.endings
}  # fmt: skip
