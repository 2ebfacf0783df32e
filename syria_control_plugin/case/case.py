"""The case: one GeoPackage that holds everything known of an area. Read here; changed by ``editing``."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from contextlib import closing
from typing import Any

import numpy as np
import shapely

from ..core import fields as f
from ..core.control.series import ControlSeries
from ..core.dates.periods import SECOND, valid_at
from ..core.errors import CaseError, SourceError, SyriaControlError
from ..core.geometry.polygons import outside_earth
from ..core.messages import Message
from . import schema
from .limits import SETTING_MB, check_size, read_json
from .trust import STYLES, check_crs, check_file, check_schema
from .values import shapes_from_wkb

FORMAT = "Syria Control case"
WAIT_SECONDS = 30  # for another program that is writing
_EARLIEST, _LATEST = np.datetime64("1000-01-01", "s"), np.datetime64("9000-01-01", "s")  # QGIS's calendar, and Python's
_DATE = re.compile(r"(\d{4}-\d\d-\d\d(?:[T ][\d:.]+)?)Z?")  # NumPy alone would also accept "now" and "today"
_AT_ONCE = 500  # areas; Shapely blocks all other threads meanwhile
_SURROGATE = re.compile(r"\\ud[89a-f]", re.IGNORECASE)  # as JSON escapes them, alone or in pairs
_COPY = Message("Restore the case from a copy, or import again.")


class Case:
    """Case on disk, for reading. Raises CaseError for another file, and for a case that would run code in it.

    foreign_triggers  names of triggers that neither the plugin nor GDAL created (``trust``)
    """

    def __init__(self, path: str):
        self.path = str(path)
        if not os.path.exists(self.path):
            raise CaseError(Message("The case {!r} does not exist.", self.path))
        check_file(self.path)
        self.foreign_triggers = check_schema(self.path, self.select("sqlite_master", "type", "name", "tbl_name", "sql"))
        check_crs(
            self.path,
            self.select("gpkg_geometry_columns", "table_name", "srs_id"),
            self.select("gpkg_spatial_ref_sys", "srs_id", "organization", "organization_coordsys_id", "definition"),
        )
        if self.setting("format") != FORMAT:
            raise CaseError(Message("{!r} was not made by Syria Control. Choose another file.", self.path))

    def setting(self, key: str) -> Any:
        """Return a value kept with the case (theme, title, …), or None. Raises CaseError as ``select``."""
        is_kept = self.select("sqlite_master", "name", where={"name": f.SETTINGS})
        sizes = self.select(f.SETTINGS, f"length(CAST({f.VALUE} AS BLOB))", where={f.KEY: key}) if is_kept else []
        try:
            for (size,) in sizes:
                check_size(size or 0, Message("{!r}: its setting {!r}", self.path, key), SETTING_MB)
            rows = self.select(f.SETTINGS, f.VALUE, where={f.KEY: key}) if sizes else []
            return _value_of(rows[0][0], key) if rows else None
        except (SourceError, ValueError, TypeError) as error:
            raise CaseError(
                Message("{!r} is damaged: its setting {!r} cannot be read: {}. {}", self.path, key, error, _COPY)
            ) from error

    def revision(self) -> int:
        """Return how often the plugin has changed the case. Raises CaseError if that is not a number."""
        kept = self.setting("revision") or 0
        if not isinstance(kept, int):
            raise CaseError(
                Message("{!r} is damaged: its setting {!r} is {!r:.60}. {}", self.path, "revision", kept, _COPY)
            )
        return kept

    def select(self, table: str, *columns: str, where: dict | None = None, distinct: bool = False) -> list[tuple]:
        """Return rows of a table in the order of the first column; ``where``: column → value that it equals.

        Tables and columns are names of ``core.fields``; values are passed as parameters. The case is opened for writing
        too, so that SQLite can undo an interrupted write. Raises CaseError if the table cannot be read.
        """
        conditions = " AND ".join(f"{column} = ?" for column in where or ())
        parts = ["SELECT", "DISTINCT" if distinct else "", ", ".join(columns), "FROM", table]
        parts += ["WHERE", conditions] if conditions else []
        try:
            with closing(connected(self.path)) as database:
                return database.execute(" ".join([*parts, "ORDER BY 1"]), tuple((where or {}).values())).fetchall()
        except (sqlite3.Error, UnicodeError) as error:  # the latter for a damaged schema
            raise CaseError(_complaint(self.path, table, error)) from error

    def tables(self) -> list[str]:
        """Return the names of the tables and views that hold data."""
        return [name for (name,) in self.select("gpkg_contents", "table_name")]

    def default_styles(self) -> dict[str, str]:
        """Return table → its default QML in QGIS, the newest if there are several, whoever wrote it.

        As in QGIS, a row counts only with an empty schema and the table's own geometry column.
        """
        if not self._has_styles():
            return {}
        where = {"useAsDefault": 1, "f_table_schema": "", "f_geometry_column": f.GEOM}
        rows = self.select(STYLES, "update_time", "id", "f_table_name", "styleQML", where=where)
        return {str(table): qml for _, _, table, qml in rows if isinstance(qml, str) and qml}

    def stored_styles(self) -> set[str]:
        """Return the QML of all styles in the case, for any table."""
        return (
            {qml for (qml,) in self.select(STYLES, "styleQML") if isinstance(qml, str)} if self._has_styles() else set()
        )

    def _has_styles(self) -> bool:
        return bool(self.select("sqlite_master", "name", where={"name": STYLES}))

    def sources(self) -> list[str]:
        """Return the names of the sources of territories, sorted."""
        return [name for (name,) in self.select(f.TERRITORIES, f.SOURCE, distinct=True)]

    def classes(self) -> list[str]:
        """Return the classes that the drawn view shows at any time.

        Those are faction ids, and derived classes behind their prefix.
        """
        return [name for (name,) in self.select(f.CONTROL_MAP, f.CLASS, distinct=True)]

    def dates(self) -> np.ndarray:
        """Return the moments at which a territory begins or ends, sorted."""
        texts = {text for row in self.select(f.TERRITORIES, f.VALID_FROM, f.VALID_TO, distinct=True) for text in row}
        return np.array(sorted(from_text(text) for text in texts if text is not None), SECOND)

    def derived_area_km2(self, class_id: str, moment: np.datetime64) -> float:
        """Return the area of a derived class at a moment, all sources together."""
        rows = self.select(f.DERIVED, f.VALID_FROM, f.VALID_TO, f.AREA_KM2, where={f.CLASS: class_id})
        starts, ends = (np.array([from_text(row[number]) for row in rows], SECOND) for number in (0, 1))
        return float(np.array([row[2] for row in rows])[valid_at(starts, ends, moment)].sum()) if rows else 0.0

    def territories(self, source: str, basis: str | None = None) -> TerritoryRows:
        """Return the rows of one source, and one basis, in the order of their ids; geometry is read on request."""
        where = {f.SOURCE: source, **({f.BASIS: basis} if basis else {})}
        columns = (f.FID, f.FACTION, f.VALID_FROM, f.VALID_TO, f.FILE)
        rows = self.select(f.TERRITORIES, *columns, where=where)
        return TerritoryRows(self.path, source, rows, self.nobody_outside())

    def nobody_outside(self) -> frozenset[str]:
        """Return the sources that state that the ground outside of their territories is nobody's."""
        sources = self.setting(f.NOBODY_OUTSIDE)
        return (
            frozenset(name for name in sources if isinstance(name, str)) if isinstance(sources, list) else frozenset()
        )

    def map_cells(self, source: str) -> list[tuple[np.datetime64, str, str]]:
        """Return (map date, faction id, file key) of what each imported file showed; faction "" for the map as such."""
        rows = self.select(f.MAPS, f.MAP_DATE, f.FACTION, f.FILE, where={f.SOURCE: source})
        return [(from_text(date), faction or "", file) for date, faction, file in rows]

    def fingerprints(self, source: str) -> dict[str, str]:
        """Return file key → fingerprint of the files imported up to now."""
        return dict(self.select(f.FILES, f.FILE, f.FINGERPRINT, where={f.SOURCE: source}))


class TerritoryRows:
    """Territories of a case without their geometry: ``fid``, ``faction``, ``start``, ``end``, ``file``."""

    def __init__(self, path: str, source: str, rows: list[tuple], nobody_outside: frozenset[str] = frozenset()):
        self._nobody_outside = nobody_outside
        columns = list(zip(*rows)) or [()] * 5
        self._path, self._source = path, source
        self.fid = np.asarray(columns[0], int)
        self.faction = np.asarray(columns[1], object)
        self.start = np.asarray([from_text(text) for text in columns[2]], SECOND)
        self.end = np.asarray([from_text(text) for text in columns[3]], SECOND)
        self.file = np.asarray(columns[4], object)

    def geometry(self, rows: np.ndarray | slice) -> np.ndarray:
        """Return Shapely geometries of the rows at these positions.

        Raises CaseError for a row without an area, or with coordinates out of range.
        """
        with schema.opened(self._path) as dataset:
            layer = schema.layer_of(dataset, f.TERRITORIES)
            geometry = shapes_from_wkb([schema.blob_of(layer, fid) for fid in self.fid[rows]], "ignore")
        for fid in self.fid[rows][shapely.is_missing(geometry)]:
            raise CaseError(
                Message("{!r}: row {} of {} has no area. Delete or correct it in QGIS.", self._path, fid, f.TERRITORIES)
            )
        for fid in self.fid[rows][outside_earth(geometry)]:
            raise CaseError(
                Message(
                    "{!r}: row {} of {} has coordinates out of range. Correct it in QGIS.",
                    self._path,
                    fid,
                    f.TERRITORIES,
                )
            )
        return geometry

    def series(self, rows: np.ndarray | slice = slice(None)) -> ControlSeries:
        """Return the rows as a control series.

        Raises CaseError as ``geometry``, and for an area that crosses itself, which an edit may leave.
        """
        faction, territory = self.faction[rows], self.geometry(rows)
        for first in range(0, len(territory), _AT_ONCE):
            some = slice(first, first + _AT_ONCE)
            for fid in self.fid[rows][some][~shapely.is_valid(territory[some])]:
                raise CaseError(
                    Message("{!r}: row {} of {} intersects itself. Correct it in QGIS.", self._path, fid, f.TERRITORIES)
                )
        return ControlSeries(
            faction=faction,
            start=self.start[rows],
            end=self.end[rows],
            geometry=territory,
            source=[self._source] * len(faction),
            nobody_outside=self._nobody_outside,
        )


def connected(path: str) -> sqlite3.Connection:
    """Return a connection to a case in which its schema may not call functions that reach outside."""
    database = sqlite3.connect(path, timeout=WAIT_SECONDS)
    database.execute("PRAGMA trusted_schema = OFF")
    return database


def _value_of(text: str, key: str) -> Any:
    """Return a setting from its JSON. Raises SourceError, and ValueError for half characters, which no file holds."""
    value = read_json(text, key)
    if _SURROGATE.search(text):
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    return value


def bases_of(case: Case) -> dict[str, str]:
    """Return source → basis of its territories, in the terms of ``core.fields``; several are joined by "; "."""
    bases: dict[str, list[str]] = {}
    for source, basis in case.select(f.TERRITORIES, f.SOURCE, f.BASIS, distinct=True):
        bases.setdefault(source, []).append(basis)
    return {source: "; ".join(sorted(name for name in names if name)) for source, names in bases.items()}


def has_content(path: str) -> bool:
    """Return whether a file with any content exists: a case, or something else."""
    return os.path.isfile(path) and os.path.getsize(path) > 0


def is_case(path: str) -> bool:
    """Return whether a file is a case that can be opened."""
    try:
        return bool(Case(path))
    except SyriaControlError:
        return False


def from_text(text: str | None) -> np.datetime64:
    """Return the moment of a GeoPackage date or date-time, NaT for NULL. Raises CaseError for anything else."""
    if text is None:
        return np.datetime64("NaT", "s")
    try:
        date = _DATE.fullmatch(text)
        if date is None:
            raise ValueError(text)
        moment = np.datetime64(date[1], "s")
        if moment < _EARLIEST or moment >= _LATEST:
            raise ValueError
        return moment
    except (ValueError, TypeError) as error:
        raise CaseError(
            Message(
                "The case contains {!r:.60} in place of a date. Correct it in QGIS, or restore the case from a copy.",
                text,
            )
        ) from error


def _complaint(path: str, table: str, error: Exception) -> Message:
    if "locked" in str(error) or "unable to open" in str(error):
        return Message("{!r} cannot be read now: {}. Close the file in other programs.", path, error)
    if "not a database" in str(error):
        return Message("{!r} is not a case: {}. Choose another file.", path, error)
    return Message("{!r}: {} cannot be read: {}. {}", path, table, error, _COPY)
