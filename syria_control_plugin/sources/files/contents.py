"""Checks of a file from outside, made before GDAL opens it: is it what its ending says, and does it name other data?

Every check takes a path and its ending, and raises SourceError for what is refused.
"""

from __future__ import annotations

import codecs
import json
import os
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ...core.errors import SourceError
from ...core.told import Told
from .zips import zip_members

Check = Callable[[str, str], None]

_HEAD_BYTES = 65536
_BLOCK_BYTES = 1 << 24
_SCHEMA_BYTES = 1 << 24
_ZIPPED = "/vsizip/{"
_SQLITE = b"SQLite format 3\0"
_BLANKS = b"\xef\xbb\xbf\x1e \t\r\n"  # the mark of UTF-8, and what a text may begin with
_KINDS = {
    _SQLITE: Told("a database"), b"PK\3\4": Told("a zip"), b"fgb": "FlatGeobuf", b"%PDF": "PDF",
    b"\x1f\x8b": "gzip", b"\xd0\xcf\x11\xe0": Told("an old Office document"), b"\0\0\x27\x0a": "Shapefile",
}  # fmt: skip
_SERVICES = {"WFS_Capabilities", "OGRWFSDataSource", "OGRWFSLayer", "Capabilities", "WMS_Capabilities", "GDAL_WMS"}


@contextmanager
def _content(path: str):
    """A file, or a member of a zip (``/vsizip/{…}/…``), opened for reading."""
    if path.startswith(_ZIPPED):
        archive, _, member = path[len(_ZIPPED) :].partition("}/")
        with zipfile.ZipFile(archive) as opened, opened.open(member) as file:
            yield file
    elif os.path.isfile(path):
        with open(path, "rb") as file:
            yield file
    else:
        raise SourceError(Told("can't be read: it is not a file"))


@contextmanager
def _on_disk(path: str) -> Iterator[str]:
    """The path of a file; of a member of a zip that of a copy, which is removed afterwards."""
    if not path.startswith(_ZIPPED):
        yield path
        return
    with tempfile.TemporaryDirectory() as folder, _content(path) as member:
        copy = os.path.join(folder, "copy")
        with open(copy, "wb") as file:
            while block := member.read(_BLOCK_BYTES):
                file.write(block)
        yield copy


def _head(path: str) -> bytes:
    with _content(path) as file:
        head = file.read(_HEAD_BYTES)
    if not head:
        raise SourceError(Told("can't be read: the file is empty"))
    return head


def _refuse(ending: str, head: bytes) -> None:
    """Raises SourceError for a file that is not what its ending says, and names what it is instead."""
    root = _xml_root(head)[1]
    if root.startswith(("OGRVRT", "VRT")):
        raise SourceError(
            Told("is not a .{} file: it is a virtual data source ({}). Give the data that it names.", ending, root)
        )
    if root.rpartition(":")[2] in _SERVICES:
        raise SourceError(
            Told("is not a .{} file: it describes a service ({}). Download the data and give the file.", ending, root)
        )
    kind = next((kind for magic, kind in _KINDS.items() if head.startswith(magic)), f"<{root}>" if root else "")
    if not kind and head.lstrip(_BLANKS)[:1] in (b"{", b"["):
        kind = "JSON"
    if kind:
        raise SourceError(Told("is not a .{} file: its content is {}. Rename it, or save it again.", ending, kind))
    raise SourceError(Told("is not a .{} file: its content is something else. Save it again.", ending))


def begins(*magic: bytes) -> Check:
    """A check that a file begins with one of these bytes (letters in lower case), after blanks."""

    def check(path: str, ending: str) -> None:
        head = _head(path)
        if not head.lower().startswith(magic) and not head.lower().lstrip(_BLANKS).startswith(magic):
            _refuse(ending, head)

    return check


def check_table(path: str, ending: str) -> None:
    """Refuses a table that is plainly something else."""
    head = _head(path)
    if head.startswith((*_KINDS, b"<?xml")) or _xml_root(head)[1].startswith("OGR"):
        _refuse(ending, head)


def check_tab(path: str, ending: str) -> None:
    """Refuses a MapInfo table that is made of other tables, which may lie anywhere."""
    begins(b"!table")(path, ending)
    if re.search(rb"create\s+view|open\s+table|isseamless\W+true", _head(path).lower()):
        raise SourceError(
            Told("can't be read: this .tab is made of other tables. Give those, or save it as one table.")
        )


def check_geodatabase(path: str, ending: str) -> None:
    """Refuses a folder that is not a file geodatabase."""
    if not os.path.isfile(os.path.join(path, "a00000001.gdbtable")):
        raise SourceError(Told("is not a file geodatabase: the folder has no table a00000001.gdbtable"))


def check_zipped(path: str, ending: str) -> None:
    """Refuses what is not a zip, unpacks to far too much, or has members that lead out of it."""
    head = _head(path)
    if not head.startswith(b"PK"):
        _refuse(ending, head)
    with _on_disk(path) as file:
        for member, problem in zip_members(file).items():
            if problem:
                raise SourceError(Told("can't be read: {}: {}", member, problem))


# XML

_PROLOG = re.compile(r"\ufeff?(?:\s|<!--(?:(?!-->).)*-->|<\?(?:(?!\?>).)*\?>)*", re.DOTALL)
_ELEMENT = re.compile(r"<(!?[^\W\d][\w:.-]*)")
_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_INCLUDE = re.compile(rb"<\s*(?:[\w.-]+:)?(?:include|redefine)\b", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def _xml_root(head: bytes) -> tuple[bool, str]:
    """Whether a document type stands before the first element, and that element's name; "" where there is none."""
    name = next((name for mark, name in _MARKS if head.startswith(mark)), "")
    if not name and head[:2].count(b"\0") == 1:
        name = "utf-16-le" if head[1] == 0 else "utf-16-be"
    named = _ENCODING.match(head)
    name = name or (named[1].decode("ascii") if named else "utf-8")
    try:
        text = head.decode(name, "replace")
    except (LookupError, ValueError):
        raise SourceError(Told("can't be read: its encoding {!r} is not known. Save it as UTF-8.", name)) from None
    found = _ELEMENT.match(text, _PROLOG.match(text).end())
    root = found[1] if found else ""
    return root.upper() == "!DOCTYPE", "" if root.startswith("!") else root


def check_xml(*roots: str) -> Check:
    """A check of the first element's name without its prefix; no document type may stand before it."""

    def check(path: str, ending: str) -> None:
        head = _head(path)
        has_type, root = _xml_root(head)
        if has_type:
            raise SourceError(
                Told("can't be read: it has a document type (<!DOCTYPE), which may name other files. Save it without.")
            )
        if root.rpartition(":")[2] not in roots:
            _refuse(ending, head)

    return check


def check_gml(path: str, ending: str) -> None:
    """Refuses what is not GML, whose first element may have any name; and a schema beside it that takes in others."""
    head = _head(path)
    root = _xml_root(head)[1]
    local = root.rpartition(":")[2]
    is_other = (
        root.startswith(("OGR", "VRT"))
        or local in {*_SERVICES, "html", "kml", "gpx", "svg"}
        or b"opengis.net/gml" not in head
    )
    check_xml(*[] if is_other else [local])(path, ending)
    stem = os.path.splitext(path)[0]
    for schema in (f"{stem}.xsd", f"{stem}.XSD"):
        with suppress(KeyError):  # a zip without that member
            if not path.startswith(_ZIPPED) and not os.path.lexists(schema):
                continue
            with _content(schema) as file:
                content = file.read(_SCHEMA_BYTES)
            if _INCLUDE.search(content.replace(b"\0", b"")) or len(content) == _SCHEMA_BYTES:
                name = os.path.basename(schema)
                raise SourceError(Told("can't be read: its schema {} takes in others. Delete the schema.", name))


# JSON

# GDAL takes names of members in any case, and ends them at a character 0.
_CRS = re.compile(
    rb'"(?:[cC]|\\u00[46]3)(?:[rR]|\\u00[57]2)(?:[sS]|\\u00[57]3)(?:(?:\\u0000|\0)[^"]*)?"', re.DOTALL
)  # fmt: skip
_TO_VALUE = re.compile(rb"\s*(:?)\s*")
_CRS_BYTES = (512, 65536)
_CRS_TYPES = ("name", "epsg", "ogc")
_ADDRESS = re.compile(r"\s*(?!https?://(?:www\.)?opengis\.(?:net|org)/)(?:\w+://|[/\\]+vsi)", re.IGNORECASE)


def check_json(path: str, ending: str) -> None:
    """Refuses what is not JSON, and JSON with a CRS that GDAL would fetch from an address."""
    head = _head(path)
    if head.lstrip(_BLANKS)[:1] not in (b"{", b"["):
        _refuse(ending, head)
    with _content(path) as file:
        rest = b""
        while True:
            block = file.read(_BLOCK_BYTES)
            text = rest + block
            rest = text[-64:]
            for member in _CRS.finditer(text):
                if block and len(text) - member.end() < 2 * _CRS_BYTES[-1]:
                    rest = text[member.start() :]  # its value may go on in the next block
                    break
                _check_crs(text, member.end())
            if not block:
                return


def _check_crs(text: bytes, start: int) -> None:
    """Refuses the value of a member ``crs`` that is a link, names an address, or can't be read."""
    found = _TO_VALUE.match(text, start, start + _CRS_BYTES[-1])
    at = found.end()
    if at < start + _CRS_BYTES[-1] and not (found[1] and text[at : at + 1] in (b"{", b"/")):
        return  # a value and no name, or a member that is no object
    for size in _CRS_BYTES:
        with suppress(ValueError, RecursionError):
            pairs, _ = json.JSONDecoder(object_pairs_hook=tuple).raw_decode(
                text[at : at + size].decode("utf-8", "replace")
            )
            if not any(_is_fetched(name, value) for name, value in _members(pairs)):
                return
            break
    raise SourceError(
        Told("can't be read: its CRS is a link or an address. Save it again with the name of its CRS, or without.")
    )


def _members(pairs: tuple) -> Iterator[tuple[str, object]]:
    """All members of a JSON object whose objects are tuples of pairs, those inside others too."""
    for name, value in pairs:
        yield name.partition("\0")[0].lower(), value
        if isinstance(value, tuple):
            yield from _members(value)


def _is_fetched(name: str, value) -> bool:
    if name == "type":
        return not isinstance(value, str) or value.lower() not in _CRS_TYPES
    return isinstance(value, str) and bool(_ADDRESS.match(value))


# SQLite

_TOKEN = re.compile(
    r"""\s+|--[^\n]*|/\*.*?(?:\*/|\Z)|("(?:[^"]|"")*"|'(?:[^']|'')*'|`(?:[^`]|``)*`|\[[^\]]*\]|[\w$]+|.)""", re.DOTALL
)
# Indexes of space and of text, those of SpatiaLite among them: all of them stay inside the file.
_MODULES = {"rtree", "rtree_i32", "fts3", "fts4", "fts5", "virtualspatialindex", "virtualelementary", "virtualknn",
            "virtualknn2"}  # fmt: skip
# Beside SQLite's own: functions of SpatiaLite and GDAL that only work on what is given to them.
_FUNCTIONS = re.compile(r"(?:st_\w+|xb_(?:get|is)\w+|isvalid\w*|casttoxy\w*)\Z", re.IGNORECASE)
_UNSAFE = {"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"}
_UNKNOWN = re.compile(
    r"(?P<unknown>no such|unknown) function: (\w+)|unsafe use of (?:virtual table )?\W*(\w+)"
    r"|no such (?:module|table): (?:\w+\.)?(virtual\w+)",
    re.IGNORECASE,
)


def is_in_use(path: str) -> bool:
    """Whether another program has a database open, or left a log beside it; else it can be read without making one."""
    return any(os.path.exists(path + end) for end in ("-wal", "-shm", "-journal"))


def check_sqlite(path: str, ending: str) -> None:
    """Refuses a database with tables that read other files, or with views that call what reaches outside it."""
    head = _head(path)
    if not head.startswith(_SQLITE):
        _refuse(ending, head)
    with _on_disk(path) as file:
        address = f"{Path(os.path.abspath(file)).as_uri()}?mode=ro{'' if is_in_use(file) else '&immutable=1'}"
        try:
            with closing(sqlite3.connect(address, uri=True)) as database:
                _check_schema(database)
        except (sqlite3.Error, UnicodeError) as error:
            raise SourceError(Told("can't be read: {}", error)) from error


def _check_schema(database: sqlite3.Connection) -> None:
    """Refuses tables by their statements, before SQLite opens one; then has it prepare a reading of each, unrun."""
    database.text_factory = lambda text: text.decode("utf-8", "replace")
    schema = database.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    refused = {name: module for _, name, sql in schema if (module := _refused_module(sql))}
    own = {name.lower() for name, *_ in database.execute("SELECT name FROM pragma_function_list WHERE builtin")}
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
            called = [each for each in sorted(calls - (own - _UNSAFE)) if not _FUNCTIONS.match(each)]
            if call or called:
                refused[name] = call or called[0]
                break
    for name, call in refused.items():
        raise SourceError(
            Told("can't be read: its table {!r} uses {}, which may reach outside the file. Delete it.", name, call)
        )


def _refused_module(sql: str) -> str:
    """The module of a virtual table that is not known to stay inside the file, "" for other tables."""
    tokens = [token.strip("\"'`[]").lower() for token in _TOKEN.findall(sql) if token]
    if "virtualogr" in tokens:
        return "VirtualOGR"
    if tokens[1:2] != ["virtual"]:
        return ""
    name = 6 if tokens[3:6] == ["if", "not", "exists"] else 3
    using = name + (3 if tokens[name + 1 : name + 2] == ["."] else 1)
    module = tokens[using + 1] if tokens[using : using + 1] == ["using"] and len(tokens) > using + 1 else "?"
    return "" if module in _MODULES else module


def _unknown_call(database: sqlite3.Connection, table: str) -> str:
    """What a table or view calls that SQLite does not know, and that is not known to be harmless; "" for nothing."""
    query = 'EXPLAIN SELECT * FROM "{}"'.format(table.replace('"', '""'))  # noqa: S608  # nosec B608: a quoted name
    for _ in range(1000):  # a function is made known at a time
        try:
            database.execute(query)
        except sqlite3.Error as error:
            found = _UNKNOWN.search(str(error))
            call = next(filter(None, found.groups()[1:])) if found else ""
            if not call or call.lower() in _MODULES:
                return ""  # a view of something that is not there, which GDAL reports
            if not found["unknown"] or not _FUNCTIONS.match(call):
                return call
            database.create_function(call, -1, lambda *_: None)
        else:
            return ""
    return table
