"""Safety check of a case from elsewhere: nothing in the file may run when SQLite, GDAL or QGIS read it or write to it.

A GeoPackage is an SQLite database. Its schema can hold SQL that runs without being called: views when they are read,
triggers when a row is written, expressions in columns and indexes in both cases. Of the tables that the plugin and GDAL
use, only the forms that the plugin, GDAL and QGIS create themselves are accepted. Tables, views and triggers on tables
that the analyst added are neither read nor changed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import lru_cache

from ..core import fields as f
from ..core.errors import CaseError
from ..core.messages import Message
from .regular_files import open_regular, regular_file_problem

TABLES = (
    f.TERRITORIES, f.DERIVED, f.IMPORT_ISSUES, f.MAPS, f.FILES, f.FACTIONS, f.SETTINGS, f.PLACES, f.REPORTS,
    f.MOVEMENTS, f.EVENTS, f.CORRIDORS, f.CORRIDOR_AREAS, f.EVIDENCE,
)  # fmt: skip
STYLES = "layer_styles"  # QGIS's table of the styles of layers
# Offset of the ids of derived rows in the view, so that no two of its rows share an id.
_DERIVED_FID = 1 << 40
_LON_LAT = 4326
_FILES_OF_A_CRS = re.compile(r"grid|file|extension", re.IGNORECASE)  # as WKT and PROJ call them
_MAGIC = b"SQLite format 3\0"
_RTREE = {f"rtree_{table}_{f.GEOM}": table for table in TABLES}
_SHADOWS = {f"{name}_{part}": table for name, table in _RTREE.items() for part in ("node", "rowid", "parent")}
_OTHERS = {f.CONTROL_MAP, STYLES, "qgis_projects", *TABLES, *_RTREE, *_SHADOWS}
_NEVER_WRITTEN = ("gpkg_tile_matrix", "gpkg_tile_matrix_set")  # with triggers of GDAL's own
_FOREIGN = Message("is a trigger of another program")
_ALTERED = Message("is not in the form that this plugin writes")
_NOT_A_TABLE = Message("is not an ordinary table")
_EXPRESSION = Message("contains an expression")
_EXPRESSIONS = {"check", "generated", "as"}  # words that occur in a table's SQL only before an expression
_NOW = ("strftime", "(", "'%Y-%m-%dT%H:%M:%fZ'", ",", "'now'", ")")
# All words of the triggers by which GDAL keeps a spatial index and the number of rows.
_TRIGGER_WORDS = set(
    "create trigger after insert update delete of on when begin end or replace into values set where from new old not "
    "null notnull isnull is and in id minx maxx miny maxy st_isempty st_minx st_maxx st_miny st_maxy "
    "gpkg_ogr_contents feature_count table_name lower".split()
)
_WRITES = (("word", "into"), ("word", "from"), ("word", "update"))
_TOKEN = re.compile(
    r"\s+|--[^\n]*|/\*.*?(?:\*/|\Z)"
    r"""|(?P<name>"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\])|(?P<text>'(?:[^']|'')*')|(?P<word>[\w$]+)|(?P<sign>.)""",
    re.DOTALL,
)


def check_file(path: str) -> None:
    """Refuse anything but a regular SQLite file, and companion files through which SQLite would change other files.

    Raises CaseError; nothing is opened that could block a reader (pipes, devices).
    """
    if problem := regular_file_problem(path):
        raise CaseError(Message("{!r} cannot be read now: {}", path, problem))
    check_name(path)
    try:
        with open_regular(path) as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise CaseError(
            Message("{!r} cannot be read now: {}. Close the file in other programs.", path, error)
        ) from error
    if head != _MAGIC:
        raise CaseError(Message("{!r} is not a case: the file is not a database. Choose another file.", path))


def check_name(path: str) -> None:
    """Refuse a path by which QGIS would open another file than SQLite does.

    QGIS would open the part before a vertical bar, or the content of a file with the extension of an archive. Raises
    CaseError.
    """
    if "|" in os.path.abspath(path) or os.path.splitext(path)[1].lower() != ".gpkg":
        raise CaseError(
            Message(
                "{!r} cannot be a case: its name must end in .gpkg, and its path must not contain |. Rename it.", path
            )
        )


def check_schema(path: str, rows: Iterable[tuple]) -> tuple[str, ...]:
    """Refuse a schema in which a table of the plugin, of GDAL or of QGIS is something else or runs expressions.

    rows  (type, name, tbl_name, sql) of ``sqlite_master``

    Returns the names of triggers on those tables that neither the plugin nor GDAL creates: while they exist, the case
    must not be written to (``refuse_triggers``). Raises CaseError with the name of the faulty item.
    """
    triggers = []
    for row in rows:
        reason = _schema_fault(*row)
        if reason == _FOREIGN:
            triggers.append(str(row[1]))
        elif reason:
            raise CaseError(
                Message("{!r}: {} {!r} {}. Get the case again, or restore it from a copy.", path, *row[:2], reason)
            )
    return tuple(triggers)


def check_crs(path: str, tables: Iterable[tuple], definitions: Iterable[tuple]) -> None:
    """Refuse a case that is not in EPSG:4326, or whose definition of it names files: PROJ opens these with a layer.

    tables       (table, id of its CRS)
    definitions  (id of a CRS, organization, its number, WKT)

    Raises CaseError.
    """
    wrong = [str(table) for table, srs in tables if str(table).lower() in _OTHERS and srs != _LON_LAT]
    for srs, organization, number, wkt in definitions:
        is_own = str(organization).upper() == "EPSG" and number == _LON_LAT and not _FILES_OF_A_CRS.search(str(wkt))
        if srs == _LON_LAT and not is_own:
            wrong.append("gpkg_spatial_ref_sys")
    if wrong:
        raise CaseError(
            Message("{!r}: {} is not in EPSG:4326. Get the case again, or restore it from a copy.", path, wrong[0])
        )


def refuse_triggers(path: str, triggers: Iterable[str]) -> None:
    """Refuse to write to a case if that would run triggers of neither the plugin nor GDAL. Raises CaseError."""
    names = ", ".join(repr(name) for name in triggers)
    if names:
        raise CaseError(
            Message(
                "{!r} has triggers that this plugin did not create: {}. They would run at every change. Drop them "
                "in QGIS's browser (Execute SQL: DROP TRIGGER name), or get the case without them.",
                path,
                names,
            )
        )


def control_view_sql() -> str:
    """Return the statement that creates the drawn view: territories, and derived classes above them."""
    shared = (f.VALID_FROM, f.VALID_TO, f.SHOWN_UNTIL, f.SOURCE, f.BASIS)
    territories = (f"{f.FID} AS {f.FID}", f"{f.GEOM} AS {f.GEOM}", f"{f.FACTION} AS {f.CLASS}", *shared)
    derived = (f"{f.FID} + {_DERIVED_FID}", f.GEOM, f"'{f.DERIVED_PREFIX}' || {f.CLASS}", *shared)
    rows = " UNION ALL ".join(
        " ".join(["SELECT", ", ".join(columns), "FROM", table])
        for columns, table in ((territories, f.TERRITORIES), (derived, f.DERIVED))
    )
    return f"CREATE VIEW {f.CONTROL_MAP} AS {rows}"


def shown_until_triggers(table: str) -> dict[str, str]:
    """Return name → statement of the triggers by which ``shown_until`` of a table follows ``valid_to``."""
    value = f"strftime('%Y-%m-%dT%H:%M:%fZ', NEW.{f.VALID_TO}, '-0.001 seconds')"
    change = " ".join(["UPDATE", table, "SET", f.SHOWN_UNTIL, "=", value, "WHERE", f.FID, "=", f"NEW.{f.FID}"])
    made = {}
    for moment in ("INSERT", f"UPDATE OF {f.VALID_TO}"):
        name = f"{table}_{f.SHOWN_UNTIL}_{moment.split()[0].lower()}"
        made[name] = (
            f"CREATE TRIGGER {name} AFTER {moment} ON {table} WHEN NEW.{f.SHOWN_UNTIL} IS NOT {value} "
            f"BEGIN {change}; END"
        )
    return made


def _is_guarded(name: str) -> bool:
    return name in _OTHERS or name.startswith("gpkg")


@lru_cache(maxsize=2048)  # a case is opened often, and all cases have nearly the same schema
def _schema_fault(kind: str, name: object, table: object, sql: object) -> Message | None:
    """Return the fault of a row of the schema, None for a correct one, _FOREIGN for a trigger of somebody else."""
    tokens = _tokens(sql)
    subject = _subject(kind, tokens)
    if not any(map(_is_guarded, (_bare(name), _bare(table), subject))):
        return None
    if kind == "trigger":
        return None if subject in _NEVER_WRITTEN or _is_known_trigger(_bare(name), tokens) else _FOREIGN
    is_of_sqlite = kind == "index" and sql is None  # made for a UNIQUE or PRIMARY KEY
    return None if is_of_sqlite else _fault(kind, _bare(name), tokens)


def _tokens(sql: object) -> list[tuple[str, str]]:
    """Return (kind, text) of each token of a statement: names without quotes; names and bare words in lower case."""
    tokens = []
    for match in _TOKEN.finditer(sql if isinstance(sql, str) else ""):
        kind, text = match.lastgroup, match.group()
        if kind is not None:
            tokens.append((kind, text if kind in ("text", "sign") else _bare(text)))
    return tokens


def _bare(name: object) -> str:
    text = str(name)
    if text[:1] in '"`[' and len(text) > 1:
        text = text[1:-1].replace(text[0] * 2, text[0])
    return text.lower()


def _word_texts(tokens: list[tuple[str, str]]) -> list[str]:
    return [text for kind, text in tokens if kind == "word"]


def _normalised(sql: str) -> list[str]:
    return [text for _, text in _tokens(sql)]


def _subject(kind: str, tokens: list[tuple[str, str]]) -> str:
    """Return the table that a statement really creates, or that its index or trigger is on.

    The row of the schema may state another one.
    """
    mark = "on" if kind in ("index", "trigger") else kind
    for place, (sort, text) in enumerate(tokens[:-1]):
        if sort == "word" and text == mark:
            return tokens[place + 1][1].strip("'").lower()
    return ""


def _fault(kind: str, name: str, tokens: list[tuple[str, str]]) -> Message | None:
    """Return the fault of a table, view or index; None if it is correct."""
    texts, word_texts = [text for _, text in tokens], _word_texts(tokens)
    if name == f.CONTROL_MAP or kind == "view":
        is_own = name == f.CONTROL_MAP and texts == _normalised(control_view_sql())
        return None if is_own else _ALTERED
    if kind == "index":
        return None if _is_plain_index(tokens) else _EXPRESSION
    if word_texts[:2] == ["create", "virtual"] or name in _RTREE:
        wanted = _normalised(f'CREATE VIRTUAL TABLE "{name}" USING rtree(id, minx, maxx, miny, maxy)')
        return None if name in _RTREE and texts == wanted else _NOT_A_TABLE
    if word_texts[:2] != ["create", "table"] or _subject(kind, tokens) != name:
        return _NOT_A_TABLE
    return _EXPRESSION if _EXPRESSIONS & set(word_texts) or not _has_plain_defaults(tokens) else None


def _has_plain_defaults(tokens: list[tuple[str, str]]) -> bool:
    """Return whether each DEFAULT in parentheses is the current time, as GDAL and QGIS write it, or a single value."""
    texts = [text for _, text in tokens]
    for place, token in enumerate(tokens):
        if token == ("word", "default") and texts[place + 1 : place + 2] == ["("]:
            inside = texts[place + 2 :]
            is_value = inside[1:2] == [")"] and tokens[place + 2][0] in ("text", "word")
            if not is_value and inside[: len(_NOW) + 1] != [*_NOW, ")"]:
                return False
    return True


def _is_plain_index(tokens: list[tuple[str, str]]) -> bool:
    """Return whether an index is on columns and all rows, without expressions."""
    texts = [text for _, text in tokens]
    columns = tokens[texts.index("(") :] if "(" in texts else []
    if len(columns) < 3 or columns[-1] != ("sign", ")"):
        return False
    return all(kind in ("word", "name") or text == "," for kind, text in columns[1:-1])


def _is_known_trigger(name: str, tokens: list[tuple[str, str]]) -> bool:
    """Return whether a trigger is the plugin's own, or can only do what GDAL's do: keep a spatial index or a row count.

    GDAL words its triggers differently in each version. All have few words, none of which reads another table, and each
    statement writes into the one table that its name refers to.
    """
    table = _subject("trigger", tokens)
    statement = shown_until_triggers(table).get(name) if table in TABLES else None
    if statement is not None:
        return [text for _, text in tokens] == _normalised(statement)
    rtree = f"rtree_{table}_{f.GEOM}"
    if re.fullmatch(re.escape(rtree) + r"_(insert|update[1-9]?|delete)", name):
        target = rtree
    elif re.fullmatch(r"trigger_(insert|delete)_feature_count_" + re.escape(table), name):
        target = "gpkg_ogr_contents"
    else:
        return False
    columns = {f.FID, f.GEOM, table, name, target}
    texts = [text for kind, text in tokens if kind != "sign" and not text.isdecimal()]
    if not {text.strip("'").lower() for text in texts} <= _TRIGGER_WORDS | columns or ("word", "begin") not in tokens:
        return False
    body = tokens[tokens.index(("word", "begin")) :]
    written = [after[1] for word, after in zip(body, body[1:]) if word in _WRITES]
    return bool(written) and set(written) == {target}
