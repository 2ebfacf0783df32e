"""Corridors of a case: rows, events matched to each, settings of the search, and all data of one corridor.

Reading tolerates edits made by hand.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np

from ..core import fields as f
from ..core.corridors.assessment import (
    CorridorOptions,
)
from ..core.corridors.evidence import EvidenceOptions
from ..core.dates.periods import OPEN, closed, moments
from ..core.dates.zones import UTC, local_times
from ..core.errors import CaseError, CorridorsError, SourceError, TimeZoneError
from ..core.messages import Message
from .case import Case, connected, from_text
from .catalogue import faction_names, known_factions
from .schema import opened
from .time_zone import CaseTimeZone, stored_time_zone
from .values import number_of, shapes_from_wkb, text_of

_Options = TypeVar("_Options", CorridorOptions, EvidenceOptions)


def options_from(setting: Any) -> CorridorOptions:
    """Return the settings of a search as a case keeps them; missing or invalid ones take their defaults."""
    given = dict(setting) if isinstance(setting, dict) else {}
    evidence = given.pop("evidence", None)
    options = _replaced(CorridorOptions(), given)
    return replace(options, evidence=_replaced(EvidenceOptions(), evidence if isinstance(evidence, dict) else {}))


def _replaced(options: _Options, given: dict) -> _Options:
    """Return options with the given values of the right type; all of them or, if they are inconsistent, none."""
    known: dict[str, Any] = {each.name: getattr(options, each.name) for each in fields(options)}
    fitting = {}
    for name, value in given.items():
        default: Any = known.get(name)
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if isinstance(default, str):
            fits = isinstance(value, str)
        elif isinstance(default, bool):
            fits = isinstance(value, bool)
        elif isinstance(default, int):
            fits = is_whole and value >= 0
        else:
            fits = isinstance(default, float) and (is_whole or isinstance(value, float)) and 0 <= value < np.inf
        if fits:
            fitting[name] = type(default)(value)
    try:
        return replace(options, **fitting)
    except (CorridorsError, TimeZoneError):
        return options


_CORRIDORS = (
    f.CORRIDOR, f.FID, f.BASIS, f.KIND, f.MOVER, f.HOST, f.VERDICT, f.VALID_FROM, f.VALID_TO, f.IS_TIMED, f.LENGTH_KM,
    f.BEFORE, f.AFTER, f.DEPTH_KM, f.NECK_KM, f.UNCERTAINTY_KM, f.SURVIVING_KM, f.SURVIVES, f.WIDTH_KM, f.AREA_KM2,
    f.TAKEN_KM2, f.TAKEN_SHARE, f.COVERED_BY, f.NOT_COVERED_BY, f.COVERED_SHARE, f.LOSERS, f.GAINED_KM2,
    f.HOST_LOST_KM2, f.WAY_KM, f.ALTERNATIVES, f.DEEP_ATTACK_KM, f.OFF_MAP_KM, f.MOVEMENT, f.SOURCE, f.MAP_SOURCE,
    f.MAP_BASIS, f.MAP_DATE, f.ALSO_CLAIMED_BY, f.ALLIED, f.GAP_H, f.ROUTE_ASSUMED, f.REMARKS, f.SENTENCE,
)  # fmt: skip
_EVIDENCE = (
    f.DISTANCE_KM, f.FID, f.ROLE, f.DAYS, f.EVENT, f.SOURCE, f.LABEL, f.VALID_FROM, f.VALID_TO, f.REACH_KM,
    f.REACH_BASIS,
)  # fmt: skip


@dataclass(frozen=True)
class CorridorRows:
    """Corridors, n of them, in the order of their numbers.

    A missing text is "", a missing number NaN, a missing date NaT.

    number           (n,) int, and ``fid``, the id of the row
    basis, kind, verdict, mover, host, sentence   (n,) object: texts
    start, end       (n,) datetime64[s], UTC, half-open
    local_start, local_end   the same on clocks in the time zone, for corridors whose times are known
    length_km        (n,) float
    path             (n,) Shapely lines in lon/lat, None if missing
    columns          field → values of the table, including those without an attribute here
    """

    columns: Mapping[str, list]
    path: np.ndarray
    time_zone: str = UTC
    fid: np.ndarray = field(init=False)
    number: np.ndarray = field(init=False)
    basis: np.ndarray = field(init=False)
    kind: np.ndarray = field(init=False)
    verdict: np.ndarray = field(init=False)
    mover: np.ndarray = field(init=False)
    host: np.ndarray = field(init=False)
    sentence: np.ndarray = field(init=False)
    start: np.ndarray = field(init=False)
    end: np.ndarray = field(init=False)
    local_start: np.ndarray = field(init=False)
    local_end: np.ndarray = field(init=False)
    length_km: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        made = {
            "fid": np.array(self._column(f.FID), int),
            "number": np.array([_whole(value) for value in self._column(f.CORRIDOR)], int),
            "start": moments([_moment(value) for value in self._column(f.VALID_FROM)]),
            "end": moments([_moment(value) for value in self._column(f.VALID_TO)]),
            "length_km": np.array([number_of(value) for value in self._column(f.LENGTH_KM)], float),
        }
        is_timed = np.array([value == 1 for value in self._column(f.IS_TIMED)], bool)
        for name in ("start", "end"):
            made[f"local_{name}"] = np.where(is_timed, local_times(made[name], self.time_zone), made[name])
        for name in (f.BASIS, f.KIND, f.VERDICT, f.MOVER, f.HOST, f.SENTENCE):
            made[name] = np.array([text_of(value) for value in self._column(name)], object)
        for name, values in made.items():
            object.__setattr__(self, name, values)

    @classmethod
    def empty(cls) -> CorridorRows:
        return cls(columns={}, path=np.empty(0, object))

    def __len__(self) -> int:
        return len(self.path)

    def within(self, begin: np.datetime64, end: np.datetime64) -> np.ndarray:
        """Return an (n,) mask of the corridors whose period has a moment in common with a span.

        The span is half-open; if both ends are equal, it is a moment. No corridor matches if an end is NaT.
        """
        if np.isnat(begin) or np.isnat(end):
            return np.zeros(len(self), bool)
        starts_before = self.start <= begin if begin == end else self.start < end
        return starts_before & (closed(self.end) > begin) & ~np.isnat(self.start)

    def record(self, row: int) -> dict[str, object]:
        """Return all that the case contains on one corridor: field → value."""
        return {name: values[row] for name, values in self.columns.items()}

    def _column(self, name: str) -> list:
        return self.columns.get(name, [None] * len(self.path))


@dataclass(frozen=True)
class CaseCorridors:
    """Contents of a case for a list of corridors.

    is_searched        whether the case has ever been searched for corridors
    is_stale           whether anything that the corridors rest on has changed since then (``inputs_of``)
    options            settings of that search, the defaults if they are not known, with the time zone of the case
    movements, events  number of rows
    names              faction id → its name
    has_proposed_zone  whether the time zone in ``options`` is only proposed from the place of the data
    """

    rows: CorridorRows
    is_searched: bool
    is_stale: bool
    options: CorridorOptions
    movements: int
    events: int
    names: Mapping[str, str]
    has_proposed_zone: bool = False


@dataclass(frozen=True)
class Match:
    """Event matched to a corridor; ``place`` is its location in the source (Shapely point, lon/lat), None if unknown.

    days  from the passage to the event; None if missing
    start, end  datetime64[s], half-open; NaT if missing
    """

    role: str
    distance_km: float
    days: int | None
    event: str
    source: str
    label: str
    start: np.datetime64
    reach_km: float
    reach_basis: str
    place: object
    end: np.datetime64 = np.datetime64("NaT", "s")


def read_corridors(case_path: str) -> CaseCorridors:
    """Return the corridors of a case. Raises CaseError if it cannot be read."""
    case = Case(case_path)
    is_searched = f.CORRIDORS in case.tables()
    zone = stored_time_zone(case) or CaseTimeZone()
    options = options_from(case.setting(OPTIONS))
    return CaseCorridors(
        rows=_rows(case, zone.name) if is_searched else CorridorRows.empty(),
        is_searched=is_searched,
        is_stale=has_stale_corridors(case),
        options=replace(options, evidence=replace(options.evidence, time_zone=zone.name)),
        has_proposed_zone=zone.is_proposed,
        movements=_count(case, f.MOVEMENTS),
        events=_count(case, f.EVENTS),
        names=faction_names(case),
    )


def _count(case: Case, table: str) -> int:
    return int(case.select(table, "count(*)")[0][0]) if table in case.tables() else 0


def read_evidence(case_path: str, corridor: int) -> list[Match]:
    """Return the events matched to a corridor, the nearest first, with their places. Raises as ``read_corridors``."""
    case = Case(case_path)
    if f.EVIDENCE not in case.tables():
        return []
    columns = _columns(case, f.EVIDENCE, _EVIDENCE, {f.CORRIDOR: corridor})
    rows = [dict(zip(columns, values)) for values in zip(*columns.values())]
    places = _places(case, {(row[f.EVENT], row[f.SOURCE]) for row in rows})
    return [_match(row, places.get((row[f.EVENT], row[f.SOURCE]))) for row in rows]


def _moment(value: Any) -> np.datetime64:
    """Return a moment, NaT for a value that is not one."""
    try:
        return from_text(value)
    except CaseError:  # edited by hand
        return OPEN


def _rows(case: Case, time_zone: str) -> CorridorRows:
    columns = _columns(case, f.CORRIDORS, _CORRIDORS)
    paths = _shapes(case.path, f.CORRIDORS)
    path = np.empty(len(columns[f.FID]), object)
    path[:] = [paths.get(fid) for fid in columns[f.FID]]
    return CorridorRows(columns=columns, path=path, time_zone=time_zone)


def _columns(case: Case, table: str, wanted: tuple[str, ...], where: dict | None = None) -> dict[str, list]:
    """Return those of the wanted columns that a table has, in the order of the first one."""
    has = {name for (name,) in case.select(f"pragma_table_info('{table}')", "name")}
    if f.FID not in has:
        raise CaseError(
            Message(
                "{!r} has no table {} in the form that this plugin writes. Search for corridors again.",
                case.path,
                table,
            )
        )
    names = [name for name in wanted if name in has]
    rows = case.select(table, *names, where=where)
    return dict(zip(names, map(list, zip(*rows)))) if rows else {name: [] for name in names}


def _shapes(path: str, table: str, fids: list[int] | None = None) -> dict:
    """Return row id → Shapely geometry, of all rows or of some."""
    with opened(path) as dataset:
        layer = dataset.GetLayerByName(table)
        if layer is None:
            return {}
        features = layer if fids is None else (layer.GetFeature(fid) for fid in fids)
        blobs = {
            each.GetFID(): bytes(each.GetGeometryRef().ExportToIsoWkb())
            for each in features
            if each is not None and each.GetGeometryRef() is not None
        }
    return dict(zip(blobs, shapes_from_wkb(list(blobs.values()), "ignore")))


def _places(case: Case, events: set[tuple]) -> dict:
    """Return (id, source) of an event → its point."""
    if not events or f.EVENTS not in case.tables():
        return {}
    fids = {
        (event, source): fid
        for event, source, fid in case.select(f.EVENTS, f.EVENT, f.SOURCE, f.FID)
        if (event, source) in events
    }
    shapes = _shapes(case.path, f.EVENTS, list(fids.values()))
    return {event: shapes.get(fid) for event, fid in fids.items()}


def _match(row: dict, place: Any) -> Match:
    days = number_of(row.get(f.DAYS))
    return Match(
        role=text_of(row.get(f.ROLE)),
        distance_km=number_of(row.get(f.DISTANCE_KM)),
        days=None if np.isnan(days) else int(days),
        event=text_of(row.get(f.EVENT)),
        source=text_of(row.get(f.SOURCE)),
        label=text_of(row.get(f.LABEL)),
        start=_moment(row.get(f.VALID_FROM)),
        reach_km=number_of(row.get(f.REACH_KM)),
        reach_basis=text_of(row.get(f.REACH_BASIS)),
        place=place,
        end=_moment(row.get(f.VALID_TO)),
    )


def _whole(value: object) -> int:
    return value if isinstance(value, int) else -1


@dataclass(frozen=True)
class CorridorFacts:
    """All data of one corridor.

    record  field of the corridors' table → value
    start   datetime64[s], UTC, like ``end``: half-open
    path    Shapely line in lon/lat, None if missing
    events  the events matched to it, the nearest first
    names   faction id → name
    is_stale  as in ``CaseCorridors``
    time_zone of the days of its events
    event_sources  data sets that the corridor was assessed against, and those of its events, sorted
    """

    record: Mapping[str, object]
    start: np.datetime64
    end: np.datetime64
    path: object
    events: list[Match]
    names: Mapping[str, str]
    is_stale: bool = False
    time_zone: str = UTC
    event_sources: tuple[str, ...] = ()


def corridor_facts(case_path: str, wanted: Collection[int] = ()) -> list[CorridorFacts]:
    """Return the data of the corridors with these numbers, in the case's order; of all if no numbers are given.

    Raises SourceError for a number that the case does not have.
    """
    corridors = read_corridors(case_path)
    rows = corridors.rows
    missing = sorted(set(wanted) - set(rows.number.tolist()))
    if missing:
        raise SourceError(Message("The case has no corridor {}.", missing[0]))
    case = Case(case_path)
    stored = case.select(f.EVENTS, f.SOURCE, distinct=True) if f.EVENTS in case.tables() else []
    sources = {text_of(source) for (source,) in stored}
    facts = []
    for row, number in enumerate(map(int, rows.number)):
        if wanted and number not in wanted:
            continue
        events = read_evidence(case_path, number)
        facts.append(
            CorridorFacts(
                record=rows.record(row), start=rows.start[row], end=rows.end[row], path=rows.path[row], events=events,
                names=corridors.names, is_stale=corridors.is_stale, time_zone=rows.time_zone,
                event_sources=tuple(sorted({*sources, *(event.source for event in events)} - {""})),
            )
        )  # fmt: skip
    return facts


OPTIONS = "corridor_options"  # the setting of a case with the options of its last search
SEARCHED = "corridors_searched"  # the setting with the digests of its last search: see ``inputs_of``


_INPUTS = (f.TERRITORIES, f.MOVEMENTS, f.EVENTS)


def inputs_of(case: Case) -> dict[str, str]:
    """Return digests of everything that the results of a search rest on, to detect changes by any program.

    That is the content of the tables of territories, movements and events; the factions with their names, aliases and
    blocs, shipped and in the case; the time zone; the sources that state that nobody holds the areas outside; and the
    settings of the search that is stored. Raises CaseError, and FactionError if the case's factions contradict
    themselves.
    """
    tables = case.tables()
    digests = {table: _content_of(case.path, table, state_of(case.path)) for table in _INPUTS if table in tables}
    factions = [{**record, "colour": ""} for record in known_factions(case).to_records()]
    zone = (stored_time_zone(case) or CaseTimeZone()).name
    outside = sorted(case.nobody_outside())
    named = {f.FACTIONS: factions, "time_zone": zone, f.NOBODY_OUTSIDE: outside, OPTIONS: case.setting(OPTIONS)}
    return {**digests, **{key: _digest([json.dumps(value, sort_keys=True)]) for key, value in named.items()}}


def has_stale_corridors(case: Case) -> bool:
    """Return whether a case has corridors that rest on other data, factions or settings than it has now."""
    searched = case.setting(SEARCHED)
    return searched is not None and searched != inputs_of(case)


def state_of(path: str) -> tuple:
    """Return values of a case's file of which one changes with each change of its content."""
    with open(path, "rb") as file:
        counter = file.read(100)[24:28]  # SQLite's own count of changes
    logged = os.stat(f"{path}-wal") if os.path.exists(f"{path}-wal") else None
    stat = os.stat(path)
    return counter, stat.st_size, stat.st_mtime_ns, logged and (logged.st_size, logged.st_mtime_ns)


@lru_cache(maxsize=32)
def _content_of(path: str, table: str, state: tuple) -> str:
    """Return a digest of the rows of a table of a case whose file has this state (``state_of``)."""
    try:
        with closing(connected(path)) as database:
            names = [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[1] != f.SHOWN_UNTIL]
            columns = ", ".join(f'"{name.replace(chr(34), chr(34) * 2)}"' for name in names)
            rows = database.execute(" ".join(["SELECT", columns, "FROM", table, "ORDER BY", f.FID]))
            return _digest([repr(names)], rows)
    except sqlite3.Error as error:
        raise CaseError(Message("{!r}: {} cannot be read: {}.", path, table, error)) from error


def _digest(texts: Iterable[str], rows: Iterable[tuple] = ()) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass"))
    for row in rows:
        digest.update(repr([len(value) if isinstance(value, bytes) else value for value in row]).encode())
        for value in row:
            if isinstance(value, bytes):
                digest.update(value)
    return digest.hexdigest()
