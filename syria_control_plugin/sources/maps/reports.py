"""Territories of a case from a table of reports: "place P passed to faction F on day D, according to S"."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, replace
from typing import Callable

import numpy as np
import shapely
from osgeo import ogr

from ...case.case import Case, has_content
from ...case.catalogue import faction_text, known_factions, theme_for
from ...case.derived import add_territories, bring_up_to_date
from ...case.editing import Draft, editing
from ...case.import_report import NOTED, REJECTED, ImportReport
from ...case.limits import check_factions
from ...case.schema import INTEGER, MOMENT, TEXT
from ...case.statistics import REPORT_NOTES
from ...case.values import text_of
from ...core import fields as f
from ...core.control.places import territories_from_reports
from ...core.control.series import ControlSeries
from ...core.dates.options import DateLimits, DateOrder, Span, finest_spans
from ...core.dates.parsing import parse_dates
from ...core.errors import SourceError
from ...core.factions.factions import FactionRegister, Factions
from ...core.factions.names import normalised
from ...core.factions.reserved import means_not_mapped
from ...core.factions.themes import Theme
from ...core.feedback import NO_FEEDBACK, Feedback, report_progress
from ...core.geometry.ellipsoid import lengths_km
from ...core.geometry.polygons import polygons_of
from ...core.messages import Message, joined
from ..files.coordinates import positions, to_lonlat
from ..files.encodings import decoded, keep_encoding, settled_encoding
from ..files.reader_process import repaired_polygons
from ..files.tables import MapInput, SourceTable
from ..time_zones import settle_time_zone
from .candidates import HOLDER_NAMES
from .detection import FieldOverrides, FieldRole, date_field, faction_field

_NAMES = {
    "place": ("place_id", "place", "settlement_id", "settlement", "location", "locality", "id", "name"),
    "lon": ("lon", "longitude", "long", "lng", "x"),
    "lat": ("lat", "latitude", "y"),
    "date": ("date", "report_date", "event_date", "day", "datum", "as_of", "asof"),
    "holder": tuple(name for rank in HOLDER_NAMES for name in rank),
    "source": ("source", "sources", "publisher", "url"),
    "basis": ("basis", "holder_basis", "report_basis"),
}
# Beginnings of texts that say that nobody reported on the place.
_ASSUMED = re.compile(
    "(?:assum|infer|estimat|interpolat|extrapolat|deduc|guess|presum|suppos|مفترض|افتراض|مستنتج|استنتاج|مقدر|تقدير|"
    "предполо|предполаг|выведен|оцен|varsay|tahmin|texmîn|مەزەندە)"
)


@dataclass(frozen=True)
class ReportOptions:
    """Settings; "" fields are detected by their names.

    basis_field  whether a holder was reported: empty or "reported…"; anything else: assumed. Without it, a holder is
                 assumed whose source begins with "assumed", "inferred" or the like, in the languages of the registry
    distance_km  ground further than this from the nearest place is not mapped; None: no limit, which requires an area
    area         polygon in lon/lat that limits the result, or None
    encoding     of text that is not UTF-8; "": as in the last import of the series that set one
    series       name of the source of the territories in the case; "": the name of the table
    extra_fingerprint  stands for any other data behind the result: if it changes, the tables are read again
    """

    place_field: str = ""
    lon_field: str = ""
    lat_field: str = ""
    date_field: str = ""
    holder_field: str = ""
    source_field: str = ""
    basis_field: str = ""
    date_order: DateOrder | None = None
    distance_km: float | None = 8.0
    area: shapely.Geometry | None = None
    series: str = ""
    theme: str = ""
    crs: str = ""
    encoding: str = ""
    limits: DateLimits = DateLimits()
    extra_fingerprint: str = ""


DEFAULTS = ReportOptions()
SAME_PLACE_KM = 1.0  # positions of one place in different gazetteers
_SAME_SPOT_KM = 0.001
_IDS = ("place_id", "settlement_id", "id")


@dataclass(frozen=True)
class Places:
    """Places by id: name, position, and the source of the position.

    of_row    row of a table of reports with positions → its place; None if the reports name places by their ids
    homonyms  ids in a table of places that stand for several, far from each other
    """

    index: dict[str, int]
    name: list[str]
    lon: np.ndarray
    lat: np.ndarray
    source: list[str]
    of_row: dict[int, int] | None
    homonyms: frozenset[str]

    def named(self, row: int, place: str) -> tuple[int, Message | None]:
        """Return the place that a row of reports names, and why there is none."""
        where = self.index.get(place) if self.of_row is None else self.of_row.get(row)
        if where is None:
            return -1, Message("place {!r} is not in the table of places", place) if place else Message("no place")
        if self.of_row is None and place in self.homonyms:
            return -1, Message("several places are named {!r}: give each an id", place)
        return where, None


@dataclass(frozen=True)
class Reports:
    """Reports as columns of equal length.

    They are index of the place, date, faction id, source, whether the holder is assumed, and other columns as text.

    spans  date → what it is known to, None for a day
    """

    place: np.ndarray
    date: np.ndarray
    faction: np.ndarray
    source: list[str]
    is_assumed: np.ndarray
    extra: dict[str, list]
    spans: dict[np.datetime64, Span | None]


def one_table(given: MapInput, feedback: Feedback = NO_FEEDBACK) -> SourceTable:
    """Return the only table of an input that has rows. Raises SourceError if there are none or several."""
    tables = [table for table in given.tables(feedback=feedback) if len(table)]
    if len(tables) != 1:
        raise SourceError(
            Message("{}: has {} tables with rows. Choose a file or layer with one.", given.key, len(tables))
        )
    return tables[0]


def area_of_interest(given: MapInput, feedback: Feedback = NO_FEEDBACK) -> shapely.Geometry:
    """Return all polygons of a table as one area in lon/lat. Raises SourceError for none, or for an unreadable row."""
    table = one_table(given, feedback)
    for row, reason in table.unreadable.items():
        raise SourceError(Message("{}, row {}: {}", table.file, row + 1, reason))
    geometry, _ = to_lonlat(table, "", None)
    clean = repaired_polygons(geometry, feedback).geometry
    area = polygons_of(shapely.union_all(clean[~shapely.is_missing(clean)]))
    if area is None:
        raise SourceError(Message("{}: has no polygon that could be the area of interest.", given.key))
    return area


def _column(table: SourceTable, role: str, given: str) -> str:
    """Return the name of the column with a role. Raises SourceError if there is none."""
    spelling = {name.casefold(): name for name in table.columns}
    for name in (given,) if given else _NAMES[role]:
        if name.casefold() in spelling:
            return spelling[name.casefold()]
    wanted = repr(given) if given else Message("for the {} (looked for: {})", role, ", ".join(_NAMES[role]))
    raise SourceError(
        Message("{}: has no column {}. Columns: {}.", table.file, wanted, ", ".join(table.columns) or "none")
    )


def _has_column(table: SourceTable, role: str, given: str) -> bool:
    return bool(given) or any(name.casefold() in _NAMES[role] for name in table.columns)


def _positions(table: SourceTable, options: ReportOptions) -> np.ndarray:
    """Return the (n, 2) longitude and latitude of each row, NaN if it has none."""
    lon = lat = ""
    has_columns = all(_has_column(table, role, getattr(options, f"{role}_field")) for role in ("lon", "lat"))
    if shapely.is_missing(table.geometry).all() or (table.geometry_field and has_columns):
        lon, lat = (_column(table, "lon", options.lon_field), _column(table, "lat", options.lat_field))
    return positions(table, lon, lat, options.crs)[0]


class _PlacesByName:
    """Places of rows with the same name.

    A place that is repeated within SAME_PLACE_KM has its first position. Further away, it is another place of that
    name; in a table of places, or if the names are ids, the row is left out.

    kept      rows with the positions of places; ``of_row``: row → number of its place in them
    homonyms  ids that stand for places far from each other
    """

    def __init__(self, is_own_table: bool, are_ids: bool, names: list[str], lonlat: np.ndarray):
        self._is_own_table, self._are_ids, self._names, self._lonlat = is_own_table, are_ids, names, lonlat
        self.kept: list[int] = []
        self.of_row: dict[int, int] = {}
        self.homonyms: set[str] = set()
        self._of_name: dict[str, list[int]] = {}
        self._at: dict[tuple, str] = {}

    def add(self, row: int) -> tuple[str, Message] | None:
        """Add a row; return what to report on it, and as what."""
        name, spot = self._names[row], tuple(self._lonlat[row].round(5))
        others = self._of_name.setdefault(name, [])
        km = _distances_km(self._lonlat[row], self._lonlat[[self.kept[each] for each in others]])
        if len(km) and km.min() <= SAME_PLACE_KM:
            self.of_row[row] = others[int(km.argmin())]
            return self._repeated(name) if self._is_own_table or km.min() > _SAME_SPOT_KM else None
        if len(km) and self._are_ids:
            self.homonyms.add(name)
            return REJECTED, Message("the place {!r} is repeated {:.0f} km from its first position", name, km.min())
        if spot in self._at:
            return REJECTED, Message("lies at the same position as place {!r}", self._at[spot])
        self._at[spot] = name
        self.of_row[row] = len(self.kept)
        others.append(len(self.kept))
        self.kept.append(row)
        if len(km):
            return NOTED, Message("another place named {!r}, {:.0f} km away: read as a separate place", name, km.min())
        return None

    def add_without_position(self, row: int) -> tuple[str, Message]:
        """Add a row to the only place of its name; return as ``add``."""
        name = self._names[row]
        others = self._of_name.get(name, [])
        if len(others) != 1 or name in self.homonyms:
            return REJECTED, Message("no usable coordinates")
        self.of_row[row] = others[0]
        return self._repeated(name)

    @staticmethod
    def _repeated(name: str) -> tuple[str, Message]:
        return NOTED, Message("the place {!r} is repeated: the first position counts", name)


def read_places(table: SourceTable, options: ReportOptions, report: ImportReport, is_own_table: bool) -> Places:
    """Return the places of a table; rejected rows go to the report.

    is_own_table  the table lists places, not reports: any repeated id is noted, not only one at another position

    Raises SourceError if a column is missing or no place has usable coordinates.
    """
    column = _column(table, "place", "" if is_own_table else options.place_field)
    ids = [text_of(value) for value in table.columns[column]]
    names = table.columns.get("name", ids)
    sources = next((table.columns[n] for n in ("coordinate_source", "source") if n in table.columns), [""] * len(ids))
    lonlat = _positions(table, options)
    places = _PlacesByName(is_own_table, is_own_table or column.casefold() in _IDS, ids, lonlat)
    has_position = ~np.isnan(lonlat).any(axis=1)
    for row in np.argsort(~has_position, kind="stable").tolist():  # a row without one may repeat any of the others
        if row in table.unreadable:
            issue: tuple[str, Message] | None = (REJECTED, table.unreadable[row])
        elif not ids[row]:
            issue = REJECTED, Message("no place")
        elif has_position[row]:
            issue = places.add(row)
        else:
            issue = places.add_without_position(row)
        if issue is not None:
            _report_row(report, issue[0], table, row, issue[1])
    kept = places.kept
    if is_own_table:  # reading the reports adds those of their table
        report.add_notes(table)
        report.add_end(table)
    if not kept:
        raise SourceError(Message("{}: has no place with usable coordinates.", table.file))
    lon, lat = lonlat[kept].T
    return Places(
        index={place: number for number, place in enumerate(_unique_ids([ids[row] for row in kept]))},
        name=[text_of(names[row]) for row in kept],
        lon=lon,
        lat=lat,
        source=[text_of(sources[row]) for row in kept],
        of_row=None if is_own_table else places.of_row,
        homonyms=frozenset(places.homonyms),
    )


def _distances_km(lonlat: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return the distance of each of the other positions, (n, 2), from one."""
    return lengths_km(shapely.linestrings([[lonlat, other] for other in others])) if len(others) else np.empty(0)


def _unique_ids(names: list[str]) -> list[str]:
    """Return the names as ids: the second "A" is "A (2)"."""
    taken = set(names)
    ids: dict[str, None] = {}
    for name in names:
        number, each = 1, name
        while each in ids or (number > 1 and each in taken):
            number += 1
            each = f"{name} ({number})"
        ids[each] = None
    return list(ids)


def _detected(role: str, detected: FieldRole | None) -> str:
    """Return a detected field if it has a usual name of its role, else ""."""
    return detected.detail if detected is not None and detected.detail.casefold() in _NAMES[role] else ""


def _columns(table: SourceTable, factions: Factions, options: ReportOptions) -> dict[str, str]:
    """Return role → column of a table of reports. Raises SourceError if one is missing; AmbiguousDate."""
    overrides = FieldOverrides(date_order=options.date_order)
    names = {
        "place": _column(table, "place", options.place_field),
        "date": options.date_field or _detected("date", date_field([table], overrides, options.limits)),
        "holder": options.holder_field
        or _detected("holder", faction_field([table], (), factions, setting="HOLDER_FIELD")),
    }
    names = {role: _column(table, role, name) for role, name in names.items()}
    for role in ("source", "basis"):
        if _has_column(table, role, getattr(options, f"{role}_field")):
            names[role] = _column(table, role, getattr(options, f"{role}_field"))
    return names


def read_reports(table: SourceTable, places: Places, factions: Factions, options: ReportOptions, report):
    """Return the registry with the factions met, and the reports of a table; rejected rows go to the report.

    Raises SourceError if a column is missing or no report is usable; AmbiguousDate.
    """
    report.rows_read = len(table)
    names = _columns(table, factions, options)
    report.detected = [f"{role.capitalize()}: column {name!r}." for role, name in names.items()]
    dates = parse_dates(table.columns[names["date"]], options.date_order, options.limits)
    report.note_spans(table, dates.spans.values())
    rejected_places = {issue.row for issue in report.issues if issue.action == REJECTED and issue.file == table.file}
    register = FactionRegister(factions)
    place, holders, kept = [], [], []
    for row in range(len(table)):
        place_id, holder = (
            text_of(table.columns[names["place"]][row]),
            faction_text(table.columns[names["holder"]][row]),
        )
        reason = dates.problems.get(row) or (None if holder else Message("no holder"))
        if means_not_mapped(holder):
            reason = Message("{!r} is not a faction: the area is not mapped", holder)
        if row in table.unreadable:
            reason = table.unreadable[row]
        where, problem = places.named(row, place_id)
        reason = problem or reason
        if reason:
            if int(table.rows[row]) not in rejected_places:
                _report_row(report, REJECTED, table, row, reason)
            continue
        faction = register.of_text(holder)
        if not faction.is_known:
            report.unknown_factions[faction.id] += 1
            check_factions(len(report.unknown_factions), Message("column {!r}", names["holder"]))
        place.append(where)
        holders.append(faction.id)
        kept.append(row)
    report.add_notes(table)
    report.add_end(table)
    if not kept:
        raise SourceError(Message("{}: has no usable report. {}", table.file, joined(report.lines()[-5:])))
    report.rows_loaded = len(kept)
    source = [text_of(table.columns[names["source"]][row]) if "source" in names else "" for row in kept]
    excluded = (*_NAMES["lon"], *_NAMES["lat"], f.FID, f.GEOM, table.geometry_field.casefold())
    used = {*names.values(), *(name for name in table.columns if name.casefold() in excluded)}
    used.discard(names.get("basis", ""))
    extra = {name: [text_of(values[row]) for row in kept] for name, values in table.columns.items() if name not in used}
    basis = [text_of(table.columns[names["basis"]][row]) for row in kept] if "basis" in names else None
    is_assumed = np.array(
        [_says_assumed(text) for text in source]
        if basis is None
        else [bool(text) and not normalised(text).startswith("reported") for text in basis],
        bool,
    )
    holder = np.array(holders, object)
    return register.factions, Reports(
        place=np.array(place),
        date=dates.moments[kept],
        faction=holder,
        source=source,
        is_assumed=is_assumed,
        extra=extra,
        spans=finest_spans((dates.moments[row], dates.spans.get(row)) for row in kept),
    )


def _says_assumed(text: str) -> bool:
    return _ASSUMED.match(normalised(text)) is not None


def basis_note(rows: Reports) -> Message:
    """Return a sentence on how many places have a report on the first and on the last date, and how many are assumed.

    A place is assumed if all that its latest reports name are assumptions.
    """
    dates = np.unique(rows.date)
    first = _basis_on(rows, dates[0])
    return joined([first, _basis_on(rows, dates[-1])]) if len(dates) > 1 else first


def _basis_on(rows: Reports, date: np.datetime64) -> Message:
    latest: dict[int, np.datetime64] = {}
    reported: dict[int, bool] = {}
    for row in np.argsort(rows.date, kind="stable"):
        place, day = int(rows.place[row]), rows.date[row]
        if day <= date:
            is_same_day = latest.get(place) == day
            latest[place] = day
            reported[place] = (is_same_day and reported[place]) or not rows.is_assumed[row]
    count, day = sum(reported.values()), np.datetime_as_string(date, unit="D")
    if count == len(reported):
        return Message("On {}, the map rests on reports on {} places.", day, count)
    return Message(
        "On {}, {} of {} places have a report; the holders of the other {} are assumed.",
        day,
        count,
        len(reported),
        len(reported) - count,
    )


def _report_row(report: ImportReport, action: str, table: SourceTable, row: int, reason: Message) -> None:
    report.add(action, table.file, table.layer, int(table.rows[row]), reason, table.attributes(row))


NOTE = "Derived: territories are drawn from reports on places (Voronoi cells); borders lie half-way between places."


def import_reports(
    case_path: str,
    reports: MapInput,
    places: MapInput | None = None,
    options: ReportOptions = DEFAULTS,
    feedback: Feedback = NO_FEEDBACK,
    finish: Callable[[Draft, Theme], None] = lambda draft, theme: None,
) -> ImportReport:
    """Derive territories from reports by Voronoi cells (``core.control.places``) and write them to a case.

    A case without a note gets NOTE. ``basis_note`` is kept too, for all captions (``statistics.note_of``).

    reports  one row per report. With ``places`` a row names its place by id; without, it has the coordinates too
    places   one row per place: id, coordinates

    Territories, reports and places of an earlier run of the same series are replaced; other series are kept. Rows that
    cannot be used are reported with their reason. Raises SourceError if a column is missing or nothing is left,
    PlacesError, AmbiguousDate, Cancelled; the case is then unchanged.
    """
    report = ImportReport()
    series = options.series or reports.key
    case = Case(case_path) if has_content(case_path) else None
    options = replace(options, encoding=settled_encoding(case, series, options.encoding))
    reports, places = (decoded(each, options.encoding) if each else None for each in (reports, places))
    theme = theme_for(case, options.theme)
    prints = _fingerprint(reports, places, options, feedback)
    if case and case.fingerprints(series).get(reports.key) == prints and case.setting("theme") == theme.to_dict():
        report.files_unchanged = 1 if places is None else 2
        return report
    report_progress(feedback, 5)
    table = one_table(reports, feedback)
    place_table = one_table(places, feedback) if places is not None else table
    for given in (reports, places):
        if given is not None:
            report.add_origin(given)
    known = read_places(place_table, options, report, is_own_table=places is not None)
    factions, rows = read_reports(table, known, known_factions(case), options, report)
    report.files_read = 1 if places is None else 2
    report.maps = len(np.unique(rows.date))
    report_progress(feedback, 20)
    made = territories_from_reports(
        known.lon, known.lat, rows.place, rows.date, rows.faction, options.distance_km, options.area
    )
    territories = ControlSeries(
        faction=made.holders,
        start=made.starts,
        end=made.ends,
        geometry=made.geometries,
        source=[series] * len(made.holders),
    )
    report_progress(feedback, 80)
    with editing(case_path, feedback) as draft:
        old = draft.territories(series, f.FROM_REPORTS).fid
        draft.delete(f.TERRITORIES, old)
        spans = [rows.spans.get(start) for start in territories.start]
        added = add_territories(draft, territories, f.FROM_REPORTS, [reports.key] * len(territories), spans)
        report.territories_added, report.territories_removed = len(added), len(old)
        _write_tables(draft, known, rows, series)
        draft.forget(series, [each.key for each in (reports, places) if each is not None])
        draft.remember(series, {reports.key: prints})
        draft.add_issues(series, report.issues)
        keep_encoding(draft, series, options.encoding, report)
        theme = bring_up_to_date(draft, factions, theme, series, added, old, report)
        if not draft.setting("note"):
            draft.set_setting("note", NOTE)
        notes = draft.setting(REPORT_NOTES)
        basis = basis_note(rows)
        draft.set_setting(REPORT_NOTES, {**(notes if isinstance(notes, dict) else {}), series: str(basis)})
        report.detected.append(basis)
        report.detected.append(settle_time_zone(draft, ""))
        finish(draft, theme)
        report_progress(feedback, 99)
    return report


def _fingerprint(reports: MapInput, places: MapInput | None, options: ReportOptions, feedback: Feedback) -> str:
    area = options.area.wkt if options.area is not None else ""
    settings = asdict(replace(options, area=None, theme=""))
    sums = [each.checksum(feedback) if each else "" for each in (reports, places)]
    text = json.dumps([*sums, area, settings], default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _write_tables(draft: Draft, places: Places, rows: Reports, series: str) -> None:
    ids = list(places.index)
    count = len(ids)
    points = shapely.points(places.lon, places.lat)
    draft.replace_rows(
        f.PLACES,
        {f.PLACE: TEXT, f.NAME: TEXT, f.SOURCE: TEXT, f.SERIES: TEXT},
        {f.PLACE: ids, f.NAME: places.name, f.SOURCE: places.source, f.SERIES: [series] * count},
        points, ogr.wkbPoint, series,
    )  # fmt: skip
    taken = {f.PLACE, f.NAME, f.REPORT_DATE, f.FACTION, f.SOURCE, f.IS_ASSUMED, f.SERIES}
    extra = {name: values for name, values in rows.extra.items() if name.casefold() not in taken}
    columns = {
        f.PLACE: [ids[index] for index in rows.place],
        f.NAME: [places.name[index] for index in rows.place],
        f.REPORT_DATE: rows.date,
        f.FACTION: rows.faction,
        f.SOURCE: rows.source,
        f.IS_ASSUMED: rows.is_assumed.astype(int),
        f.SERIES: [series] * len(rows.place),
        **extra,
    }
    kinds = {name: {f.REPORT_DATE: MOMENT, f.IS_ASSUMED: INTEGER}.get(name, TEXT) for name in columns}
    draft.replace_rows(f.REPORTS, kinds, columns, points[rows.place], ogr.wkbPoint, series)
