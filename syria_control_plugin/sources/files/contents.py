"""Checks of external files before GDAL opens them: the content must match the extension and refer to no other data.

Every check takes a path and its extension and raises SourceError for a file that is refused.
"""

from __future__ import annotations

import codecs
import json
import os
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import islice
from pathlib import Path

from osgeo import gdal

from ...core.errors import SourceError
from ...core.messages import Message
from .zips import zip_members

Check = Callable[[str, str], None]

_HEAD_BYTES = 65536
_BLOCK_BYTES = 1 << 24
_SCHEMA_BYTES = 1 << 24
_ZIPPED = "/vsizip/{"
_SQLITE = b"SQLite format 3\0"
_BLANKS = b"\xef\xbb\xbf\x1e \t\r\n"  # the byte order mark of UTF-8, and blanks that a text may begin with
_KINDS = {
    _SQLITE: Message("a database"), b"PK\3\4": Message("a zip file"), b"fgb\3": "FlatGeobuf", b"%PDF": "PDF",
    b"\x1f\x8b": "gzip", b"\xd0\xcf\x11\xe0": Message("an old Office document"), b"\0\0\x27\x0a": "Shapefile",
}  # fmt: skip
_SERVICES = {"WFS_Capabilities", "OGRWFSDataSource", "OGRWFSLayer", "Capabilities", "WMS_Capabilities", "GDAL_WMS"}


class _Member:
    """Member of a zip as GDAL sees it: programs differ about which bytes a zip holds under a name."""

    def __init__(self, path: str):
        self._file = gdal.VSIFOpenL(path, "rb")
        if self._file is None:
            raise SourceError(
                Message("cannot be read: GDAL does not find this member in the zip file. Unpack the zip file first.")
            )

    def read(self, size: int) -> bytes:
        return bytes(gdal.VSIFReadL(1, size, self._file) or b"")

    def close(self) -> None:
        gdal.VSIFCloseL(self._file)


@contextmanager
def content_of(path: str):
    """Open a file, or a member of a zip (``/vsizip/{…}/…``), for reading."""
    if path.startswith(_ZIPPED):
        with closing(_Member(path)) as file:
            yield file
    elif os.path.isfile(path):
        with open(path, "rb") as file:
            yield file
    else:
        raise SourceError(Message("cannot be read: it is not a file"))


@contextmanager
def _on_disk(path: str) -> Iterator[str]:
    """Yield the path of a file; for a member of a zip, that of a temporary copy."""
    if not path.startswith(_ZIPPED):
        yield path
        return
    with tempfile.TemporaryDirectory() as folder, content_of(path) as member:
        copy = os.path.join(folder, "copy")
        with open(copy, "wb") as file:
            while block := member.read(_BLOCK_BYTES):
                file.write(block)
        yield copy


def _head(path: str) -> bytes:
    with content_of(path) as file:
        head = file.read(_HEAD_BYTES)
    if not head:
        raise SourceError(Message("cannot be read: the file is empty"))
    return head


def _refuse(ending: str, head: bytes) -> None:
    """Raise SourceError for a file that does not match its extension, naming what it is instead."""
    root = _xml_root(head)[1]
    if root.startswith(("OGRVRT", "VRT")):
        raise SourceError(
            Message(
                "is not a .{} file: it is a virtual data source ({}). Choose the data that it refers to.", ending, root
            )
        )
    if root.rpartition(":")[2] in _SERVICES:
        raise SourceError(
            Message(
                "is not a .{} file: it describes a service ({}). Download the data and choose the file.", ending, root
            )
        )
    kind = next((kind for magic, kind in _KINDS.items() if head.startswith(magic)), f"<{root}>" if root else "")
    if not kind and head.lstrip(_BLANKS)[:1] in (b"{", b"["):
        kind = "JSON"
    if kind:
        raise SourceError(Message("is not a .{} file: its content is {}. Rename it, or save it again.", ending, kind))
    raise SourceError(Message("is not a .{} file: its content has another format. Save it again.", ending))


# Parameters by which a CRS names files that PROJ opens (grids, lists of definitions, models), in PROJ strings and in
# WKT. Both patterns search in linear time.
_PROJ_FILE = re.compile(r"(?:grids|init|file|model)=", re.IGNORECASE)
_WKT_FILE = re.compile(
    r"""(?:PROJ4_GRIDS"|PARAMETERFILE\s*[\[(]\s*"[^"]*")\s*,\s*"([^"]*)""",
    re.IGNORECASE,
)


def _names_file(crs: str) -> bool:
    """Return whether a CRS names a file by a path."""
    named = [part[match.end() :] for part in re.split(r'[\s"]+', crs) if (match := _PROJ_FILE.search(part))]
    return any("/" in each or "\\" in each for each in (*named, *_WKT_FILE.findall(crs)))


def check_crs_files(crs: str) -> None:
    """Refuse a CRS, as WKT or PROJ string, that names a file by a path: PROJ would open the file and may wait for it.

    Grids named without a path are those that PROJ ships with, and are allowed.
    """
    if _names_file(crs):
        raise SourceError(
            Message("cannot be read: its CRS refers to a file on this computer. Save it again in another CRS.")
        )


def begins(*magic: bytes) -> Check:
    """Return a check that a file begins with one of these bytes (letters in lower case), after blanks."""

    def check(path: str, ending: str) -> None:
        head = _head(path)
        if not head.lower().startswith(magic) and not head.lower().lstrip(_BLANKS).startswith(magic):
            _refuse(ending, head)

    return check


def check_shapefile(path: str, ending: str) -> None:
    """Refuse a file that is not a Shapefile, or whose .prj names a file."""
    begins(b"\0\0\x27\x0a")(path, ending)
    for projection in (os.path.splitext(path)[0] + each for each in (".prj", ".PRJ")):
        if _exists(projection):
            with content_of(projection) as file:
                check_crs_files(file.read(_HEAD_BYTES).replace(b"\0", b"").decode("utf-8", "replace"))


def check_flatgeobuf(path: str, ending: str) -> None:
    """Refuse a file that is not FlatGeobuf, or whose header has a CRS that names a file."""
    begins(b"fgb")(path, ending)
    with content_of(path) as file:
        size = int.from_bytes(file.read(12)[8:], "little")
        check_crs_files(file.read(min(size, _SCHEMA_BYTES)).decode("utf-8", "replace"))


def _exists(path: str) -> bool:
    """Return whether a file, or a member of a zip (``/vsizip/{…}/…``), exists."""
    return bool(gdal.VSIStatL(path)) if path.startswith(_ZIPPED) else os.path.lexists(path)


def check_table(path: str, ending: str) -> None:
    """Refuse a table whose content is clearly another format."""
    head = _head(path)
    if head.startswith((*_KINDS, b"<?xml")) or _xml_root(head)[1].startswith("OGR"):
        _refuse(ending, head)


def check_tab(path: str, ending: str) -> None:
    """Refuse a MapInfo table that consists of other tables, which may lie anywhere."""
    begins(b"!table")(path, ending)
    with content_of(path) as file:
        content = file.read(_SCHEMA_BYTES)
    if len(content) == _SCHEMA_BYTES:
        raise SourceError(
            Message("is not a MapInfo table: a .tab file has only a few lines, but this file is larger than 16 MB")
        )
    if re.search(rb"create\s+view|open\s+table|isseamless\W+true", content.lower()):
        raise SourceError(
            Message(
                "cannot be read: this .tab file consists of other tables. Choose those tables, or save it as one table."
            )
        )


def check_geodatabase(path: str, ending: str) -> None:
    """Refuse a folder that is not a file geodatabase."""
    if not os.path.isfile(os.path.join(path, "a00000001.gdbtable")):
        raise SourceError(Message("is not a file geodatabase: the folder has no table a00000001.gdbtable"))


def check_zipped(path: str, ending: str) -> None:
    """Refuse a file that is not a zip, unpacks to far too much, or has members that lead out of it."""
    head = _head(path)
    if not head.startswith(b"PK"):
        _refuse(ending, head)
    with _on_disk(path) as file:
        for member, problem in zip_members(file).items():
            if problem:
                raise SourceError(Message("cannot be read: {}: {}", member, problem))


# XML

_PROLOG = re.compile(r"\ufeff?(?:\s|<!--(?:(?!-->).)*-->|<\?(?:(?!\?>).)*\?>)*", re.DOTALL)
_ELEMENT = re.compile(r"<(!?[^\W\d][\w:.-]*)")
_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_SRS_NAME = re.compile(rb"""srsname\s*(?:=\s*(?:"[^"]{0,400}|'[^']{0,400})|>[^<]{0,400})""", re.IGNORECASE)
_INCLUDE = re.compile(rb"<\s*(?:[\w.-]+:)?(?:include|redefine)\b", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def _xml_root(head: bytes) -> tuple[bool, str]:
    """Return whether a document type precedes the first element, and the name of that element, "" if there is none."""
    name = next((name for mark, name in _MARKS if head.startswith(mark)), "")
    if not name and head[:2].count(b"\0") == 1:
        name = "utf-16-le" if head[1] == 0 else "utf-16-be"
    named = _ENCODING.match(head)
    name = name or (named[1].decode("ascii") if named else "utf-8")
    try:
        text = head.decode(name, "replace")
    except (LookupError, ValueError):
        raise SourceError(Message("cannot be read: its encoding {!r} is unknown. Save it as UTF-8.", name)) from None
    element = _ELEMENT.match(text, _PROLOG.match(text).end())
    root = element[1] if element else ""
    return root.upper() == "!DOCTYPE", "" if root.startswith("!") else root


def check_xml(*roots: str) -> Check:
    """Return a check of the first element's name without its prefix; a document type before it is refused."""

    def check(path: str, ending: str) -> None:
        head = _head(path)
        has_type, root = _xml_root(head)
        if has_type:
            raise SourceError(
                Message(
                    "cannot be read: it has a document type (<!DOCTYPE), which may refer to other files. Save it "
                    "without a document type."
                )
            )
        if root.rpartition(":")[2] not in roots:
            _refuse(ending, head)

    return check


def check_gml(path: str, ending: str) -> None:
    """Refuse a file that is not GML, whose first element may have any name, or whose schema includes other schemas."""
    head = _head(path)
    root = _xml_root(head)[1]
    local = root.rpartition(":")[2]
    is_other = (
        root.startswith(("OGR", "VRT"))
        or local in {*_SERVICES, "html", "kml", "gpx", "svg"}
        or b"opengis.net/gml" not in head
    )
    check_xml(*[] if is_other else [local])(path, ending)
    _check_srs_names(path)
    stem = os.path.splitext(path)[0]
    for schema in (f"{stem}.xsd", f"{stem}.XSD"):
        if not _exists(schema):
            continue
        with content_of(schema) as file:
            content = file.read(_SCHEMA_BYTES)
        if _INCLUDE.search(content.replace(b"\0", b"")) or len(content) == _SCHEMA_BYTES:
            name = os.path.basename(schema)
            raise SourceError(Message("cannot be read: its schema {} includes other schemas. Delete the schema.", name))


def _check_srs_names(path: str) -> None:
    """Refuse GML, or the template beside it, with a CRS that names a file or contains character references."""
    template = os.path.splitext(path)[0] + ".gfs"
    for each in (path, template) if _exists(template) else (path,):
        with content_of(each) as file:
            rest = b""
            while block := file.read(_BLOCK_BYTES):
                text = rest + block.replace(b"\0", b"")
                rest = text[-_CRS_BYTES[0] :]
                for name in _SRS_NAME.finditer(text):
                    if b"&" in name[0]:
                        raise SourceError(
                            Message("cannot be read: the name of its CRS contains character references. Save it again.")
                        )
                    check_crs_files(name[0].decode("utf-8", "replace"))


# JSON

# GDAL ignores the case of member names, and ends them at a character 0.
_CRS = re.compile(
    rb'"(?:[cC]|\\u00[46]3)(?:[rR]|\\u00[57]2)(?:[sS]|\\u00[57]3)(?:(?:\\u0000|\0)[^"]*)?"', re.DOTALL
)  # fmt: skip
_TO_VALUE = re.compile(rb"\s*(:?)\s*")
_CRS_BYTES = (512, 65536)
_CRS_TYPES = ("name", "epsg", "ogc")
_ADDRESS = re.compile(r"\s*(?!https?://(?:www\.)?opengis\.(?:net|org)/)(?:\w+://|[/\\]+vsi)", re.IGNORECASE)


def check_json(path: str, ending: str) -> None:
    """Refuse a file that is not JSON, or has a CRS that GDAL would fetch from an address."""
    head = _head(path)
    if head.lstrip(_BLANKS)[:1] not in (b"{", b"["):
        _refuse(ending, head)
    with content_of(path) as file:
        rest = b""
        while True:
            block = file.read(_BLOCK_BYTES)
            text = rest + block
            rest = text[-64:]
            position = 0
            while member := _CRS.search(text, position):
                if block and len(text) - member.end() < 2 * _CRS_BYTES[-1]:
                    rest = text[member.start() :]  # its value may continue in the next block
                    break
                position = _check_crs(text, member.end())
            if not block:
                return


def _check_crs(text: bytes, start: int) -> int:
    """Return the end of a value of a member ``crs``; refuse one that is a link, names an address, or cannot be read."""
    match = _TO_VALUE.match(text, start, start + _CRS_BYTES[-1])
    pos = match.end()
    if pos < start + _CRS_BYTES[-1] and not (match[1] and text[pos : pos + 1] in (b"{", b"/")):
        return start  # a value, not a name, or a member that is not an object
    for size in _CRS_BYTES:
        with suppress(ValueError, RecursionError):
            # Latin-1 maps each byte to one character, so positions agree; the names that matter are ASCII.
            pairs, end = json.JSONDecoder(object_pairs_hook=tuple).raw_decode(text[pos : pos + size].decode("latin-1"))
            if not any(_is_fetched(name, value) for name, value in _members(pairs)):
                return pos + end
            break
    raise SourceError(
        Message(
            "cannot be read: its CRS is a link or an address. Save it again with the name of its CRS, or without a CRS."
        )
    )


def _members(value) -> Iterator[tuple[str, object]]:
    """Yield all members of a JSON value whose objects are tuples of pairs, nested ones included."""
    if isinstance(value, tuple):
        for name, inner in value:
            yield name.partition("\0")[0].lower(), inner
            yield from _members(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _members(inner)


def check_crs_of(text: str) -> None:
    """Refuse a geometry as JSON with a CRS that GDAL would fetch from an address."""
    content, position = text.encode("utf-8", "replace"), 0
    while member := _CRS.search(content, position):
        position = _check_crs(content, member.end())


def _is_fetched(name: str, value) -> bool:
    if name == "type":
        return not isinstance(value, str) or value.lower() not in _CRS_TYPES
    return isinstance(value, str) and (bool(_ADDRESS.match(value)) or _names_file(value))


# SQLite

_TOKEN = re.compile(
    r"""\s+|--[^\n]*|/\*.*?(?:\*/|\Z)|("(?:[^"]|"")*"|'(?:[^']|'')*'|`(?:[^`]|``)*`|\[[^\]]*\]|[\w$]+|.)""", re.DOTALL
)
_MOST_TOKENS = 12  # of a statement, up to its module; splitting the rest into tokens may take for ever
# Spatial and full-text indexes, those of SpatiaLite included: all of them stay inside the file.
_MODULES = {"rtree", "rtree_i32", "fts3", "fts4", "fts5", "virtualspatialindex", "virtualelementary", "virtualknn",
            "virtualknn2"}  # fmt: skip
# In addition to SQLite's own: functions of SpatiaLite and GDAL that only use their arguments.
_FUNCTIONS = re.compile(r"(?:st_\w+|xb_(?:get|is)\w+|isvalid\w*|casttoxy\w*)\Z", re.IGNORECASE)
_CRS_COLUMNS = (
    ("definition", "gpkg_spatial_ref_sys"), ("definition_12_063", "gpkg_spatial_ref_sys"),
    ("srtext", "spatial_ref_sys"), ("proj4text", "spatial_ref_sys"), ("srs_wkt", "spatial_ref_sys"),
)  # fmt: skip
_UNSAFE = {"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"}
_UNKNOWN = re.compile(
    r"(?P<unknown>no such|unknown) function: (\w+)|unsafe use of (?:virtual table )?\W*(\w+)"
    r"|no such (?:module|table): (?:\w+\.)?(virtual\w+)",
    re.IGNORECASE,
)


def is_in_use(path: str) -> bool:
    """Return whether another program has a database open, or left a log beside it.

    Otherwise the database can be read without creating such a log.
    """
    return any(os.path.exists(path + end) for end in ("-wal", "-shm", "-journal"))


def check_sqlite(path: str, ending: str) -> None:
    """Refuse a database with tables that read other files, or with views that call functions that reach outside it."""
    head = _head(path)
    if not head.startswith(_SQLITE):
        _refuse(ending, head)
    with _on_disk(path) as file:
        address = f"{Path(os.path.abspath(file)).as_uri()}?mode=ro{'' if is_in_use(file) else '&immutable=1'}"
        try:
            with closing(sqlite3.connect(address, uri=True)) as database:
                _check_schema(database)
        except (sqlite3.Error, UnicodeError) as error:
            raise SourceError(Message("cannot be read: {}", error)) from error


def _check_schema(database: sqlite3.Connection) -> None:
    """Refuse tables by their statements before SQLite opens one, then have it prepare, but not run, a query of each."""
    database.text_factory = lambda text: text.decode("utf-8", "replace")
    schema = database.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    refused = {name: module for _, name, sql in schema if (module := _refused_module(sql))}
    builtin = {name.lower() for name, *_ in database.execute("SELECT name FROM pragma_function_list WHERE builtin")}
    calls: set[str] = set()

    def note(action, _, name, *__):
        if action == sqlite3.SQLITE_FUNCTION:
            calls.add(name.lower())
        return sqlite3.SQLITE_OK

    database.set_authorizer(note)
    for kind, name, _ in schema if not refused else ():
        if kind in ("table", "view"):
            calls.clear()
            call = _unknown_call(database, name)
            called = [each for each in sorted(calls - (builtin - _UNSAFE)) if not _FUNCTIONS.match(each)]
            if call or called:
                refused[name] = call or called[0]
                break
    for column in _CRS_COLUMNS:
        with suppress(sqlite3.Error):  # not every database has this table and column
            for (crs,) in database.execute("SELECT {} FROM {}".format(*column)):  # noqa: S608  # nosec B608: names above
                check_crs_files(str(crs))
    for name, call in refused.items():
        raise SourceError(
            Message(
                "cannot be read: its table {!r} uses {}, which may reach outside the file. Delete the table.",
                name,
                call,
            )
        )


def _refused_module(sql: str) -> str:
    """Return the module of a virtual table that is not known to stay inside the file, "" for other tables."""
    if "virtualogr" in sql.lower():
        return "VirtualOGR"
    tokens = (token[1] for token in _TOKEN.finditer(sql) if token[1])
    tokens = [token.strip("\"'`[]").lower() for token in islice(tokens, _MOST_TOKENS)]
    if tokens[1:2] != ["virtual"]:
        return ""
    name = 6 if tokens[3:6] == ["if", "not", "exists"] else 3
    using = name + (3 if tokens[name + 1 : name + 2] == ["."] else 1)
    module = tokens[using + 1] if tokens[using : using + 1] == ["using"] and len(tokens) > using + 1 else "?"
    return "" if module in _MODULES else module


def _unknown_call(database: sqlite3.Connection, table: str) -> str:
    """Return the first call in a table or view that is neither SQLite's nor known to be harmless, "" for none."""
    query = 'EXPLAIN SELECT * FROM "{}"'.format(table.replace('"', '""'))  # noqa: S608  # nosec B608: a quoted name
    for _ in range(1000):  # each round registers one function
        try:
            database.execute(query)
        except sqlite3.Error as error:
            match = _UNKNOWN.search(str(error))
            call = next(filter(None, match.groups()[1:])) if match else ""
            if not call or call.lower() in _MODULES:
                return ""  # a view of something missing, which GDAL reports
            if not match["unknown"] or not _FUNCTIONS.match(call):
                return call
            database.create_function(call, -1, lambda *_: None)
        else:
            return ""
    return table
