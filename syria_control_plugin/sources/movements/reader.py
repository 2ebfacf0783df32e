"""Movements from tables: dated lines, lines whose M values are times, and timed fixes.

Rows with lines or points in lon/lat become movements; problems go to the report.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
import shapely

from ...case.catalogue import faction_text
from ...case.import_report import NOTED, REJECTED, ImportReport
from ...case.limits import TooManyFactions, check_factions
from ...case.values import text_of
from ...core import fields as f
from ...core.arrays import objects
from ...core.dates.periods import SECOND
from ...core.errors import AmbiguousDate, DateError, SourceError
from ...core.factions.factions import FactionRegister, Factions
from ...core.factions.reserved import NOBODY
from ...core.feedback import NO_FEEDBACK, CancelOnly, Feedback, report_progress
from ...core.geometry.polygons import are_finite, outside_earth
from ...core.messages import Message, as_message, joined
from ...core.movements.interleaving import are_simultaneous, columns_of_tracks
from ...core.movements.movements import MILLISECOND, Movements, concatenate_movements, from_lines
from ..files.gpx import rows_of, without_doubles
from ..files.tables import MapInput, SourceTable
from ..maps.candidates import AmbiguousField, quoted
from ..maps.detection import FieldRole, Origin, text_beside_date
from .detection import (
    WAYPOINTS,
    FieldMapping,
    NoMovements,
    are_reported,
    fix_mapping,
    is_own_table,
    line_mapping,
    passages_reported,
    position_ranges,
    remark_columns,
)
from .geometry import are_wkt, in_lonlat, placed, running_on, with_joined_parts
from .options import MovementOptions
from .times import (
    Fixes,
    movements_of,
    periods_of_lines,
    report_fixes,
    report_lines,
    times_of_fixes,
    times_of_measures,
)

# Columns that a case's own table has in addition to the imported ones.
_OWN = (f.FID, f.GEOM, f.SHOWN_UNTIL, f.IS_TIMED, f.ESTIMATED_POSITIONS, f.REMARK_FIELDS)


@dataclass
class MovementRows:
    """Reader of table rows; ``factions`` grows by those met. Its methods return movements and other columns as text."""

    options: MovementOptions
    factions: FactionRegister
    report: ImportReport
    feedback: Feedback

    def lines(self, table: SourceTable, used: set[str]) -> tuple[Movements, dict]:
        """Return a movement for each line, or for each separate part of it; timed if its M values are times."""
        table, joints = with_joined_parts(table)
        for row, count in joints.items():
            self._add(NOTED, table, row, Message("parts that meet end to end joined: {} joints", count))
        roles = line_mapping(table, self.options, self.factions)
        starts, ends, problems, end_reading = periods_of_lines(table, roles.date, self.options)
        times = self._times(table, starts, ends)
        problems = {row: reason for row, reason in problems.items() if row not in times}
        movers = self._movers(table, roles.faction, problems)
        kept = self._kept(table, roles, problems)
        self.report.detected += [line for line in end_reading if line not in self.report.detected]
        parts, owner, names = self._parts(table, roles, kept)
        is_timed = np.isin(owner, list(times))
        rows, lines = owner[~is_timed], parts[~is_timed]
        sources = self._sources(table, roles)
        plain = from_lines(names[~is_timed], movers[rows], starts[rows], ends[rows], sources[rows], lines)
        is_reported = _reported_vertices(table, roles, parts, owner)
        of_timed = np.repeat(is_timed, shapely.get_num_points(parts))
        plain = replace(plain, is_reported=is_reported[~of_timed])
        fixes = _vertices(parts, owner, names, is_timed, times, movers, sources, is_reported[of_timed])
        tracks = fixes.tracks(self.options, CancelOnly(self.feedback))
        report_lines(self.report, table, fixes, tracks)
        rows = np.concatenate([rows, fixes.row[tracks.fix[tracks.first[:-1]]]]).astype(int)
        order = np.argsort(rows, kind="stable")
        movements = concatenate_movements([plain, movements_of(fixes, tracks)]).take(order)
        self.report.rows_loaded += len(np.unique(rows))
        others = self._others(table, roles, used)
        columns = {name: [text_of(values[row]) for row in rows[order]] for name, values in others.items()}
        movements = self._with_statements(movements, table, roles, [[row] for row in rows[order].tolist()])
        return movements, {name: texts for name, texts in columns.items() if any(texts)}

    def fixes(self, table: SourceTable, used: set[str]) -> tuple[Movements, dict]:
        """Return a movement for each track and mover, or for each piece of it."""
        roles = fix_mapping(table, self.options, self.factions)
        times, problems = times_of_fixes(table, roles, self.options)
        movers = self._movers(table, roles.faction, problems)
        ids = [text_of(value) for value in table.columns[roles.id]] if roles.id else [table.names[0]] * len(table)
        for row in [row for row, text in enumerate(ids) if not text]:
            problems.setdefault(row, Message("no track: {} is empty", roles.id))
        kept = self._kept(table, roles, problems)
        names, movers = np.array(ids, object)[kept], movers[kept]
        lonlat = shapely.get_coordinates(table.geometry[kept])
        if not roles.id and not self.options.is_one_track:
            self._check_one_track(table, roles, used, kept, times[kept], lonlat)
        sources = self._sources(table, roles)[kept]
        fixes = Fixes(
            row=kept,
            track=list(zip(names, movers)),
            name=names,
            mover=movers,
            source=sources,
            time=times[kept],
            lonlat=lonlat,
            is_reported=are_reported(table.columns[roles.positions])[kept]
            if roles.positions
            else np.ones(len(kept), bool),
        )
        tracks = fixes.tracks(self.options, CancelOnly(self.feedback))
        report_fixes(self.report, table, fixes, tracks)
        self.report.rows_loaded += len(tracks.fix)
        rows_of_track = [kept[tracks.fix[i:j]].tolist() for i, j in zip(tracks.first, tracks.first[1:])]
        movements = self._with_statements(movements_of(fixes, tracks), table, roles, rows_of_track)
        return movements, self._agreed(table, roles, used, kept[tracks.fix], tracks.first)

    def _check_one_track(
        self, table: SourceTable, roles: FieldMapping, used: set[str], kept: np.ndarray, times, lonlat: np.ndarray
    ) -> None:
        """Raise AmbiguousField if the points of a table without a track field seem to be several tracks."""
        remarks = remark_columns(table, self.options)
        others = self._others(table, roles, used).items()
        texts = {name: [text_of(values[row]) for row in kept] for name, values in others if name not in remarks}
        fields = columns_of_tracks(texts, times, lonlat)
        if fields:
            problem = Message(
                "{!r}: the points seem to be several tracks, because they alternate with the values of {}.",
                table.file,
                quoted(fields),
            )
        elif are_simultaneous(times, lonlat):
            problem = Message(
                "{!r}: the points seem to be several tracks, because many are at different places at the same time.",
                table.file,
            )
        else:
            return
        choices = Message("Set ID_FIELD to the field that identifies the track, or ONE_TRACK if all are one track.")
        raise AmbiguousField(joined([problem, choices]), fields)

    def _with_statements(
        self, movements: Movements, table: SourceTable, roles: FieldMapping, rows: list[list[int]]
    ) -> Movements:
        """Return movements with the passages and remarks that all rows of each agree on."""

        def agreed(name: str, some: list[int]) -> str:
            texts = {" ".join(text_of(table.columns[name][row]).split()) for row in some}
            return texts.pop() if len(texts) == 1 else ""

        quoted = remark_columns(table, self.options)
        remarks = [[(name, agreed(name, some)) for name in quoted] for some in rows]
        named = [agreed(roles.passage, some) if roles.passage else "" for some in rows]
        return replace(
            movements,
            passage_reported=objects(passages_reported(text, self.factions) for text in named),
            remarks=objects("\n".join(f"{name}: {text}" for name, text in each if text) for each in remarks),
        )

    def _kept(self, table: SourceTable, roles: FieldMapping, problems: dict[int, Message]) -> np.ndarray:
        """Return the rows without a problem; reject the others."""
        self.report.detected += [line for line in roles.lines(table) if line not in self.report.detected]
        for row, reason in sorted(problems.items()):
            self._add(REJECTED, table, row, reason)
        return np.array([row for row in range(len(table)) if row not in problems], int)

    def _add(self, action: str, table: SourceTable, row: int, reason: Message) -> None:
        values = (table.attributes(row), table.geometry[row]) if action == REJECTED else ()
        self.report.add(action, table.file, table.layer, int(table.rows[row]), reason, *values)

    def _movers(self, table: SourceTable, role: FieldRole, problems: dict[int, Message]) -> np.ndarray:
        """Return the faction id of each row, "" if it has none, which is added to the problems."""
        if role.place is Origin.GIVEN:
            texts = [role.detail] * len(table)
        elif role.place is Origin.NAME:
            name = text_beside_date(table.names[role.level], self.options.date_order, self.options.limits)
            texts = [name] * len(table)
        else:
            texts = table.columns[role.detail]
        met: dict = {}
        ids = np.empty(len(table), object)
        for row, value in enumerate(texts):
            if value not in met:
                met[value] = self._faction(faction_text(value), role.message)
            ids[row] = met[value]
            if not ids[row]:
                problems.setdefault(row, Message("no faction"))
            elif ids[row] in self.report.unknown_factions:
                self.report.unknown_factions[ids[row]] += 1
        return ids

    def _faction(self, text: str, role: Message) -> str:
        if not text:
            return ""
        faction = self.factions.of_text(text)
        if faction.id == NOBODY:
            return ""
        if not faction.is_known:
            self.report.unknown_factions[faction.id] += 0
            check_factions(len(self.report.unknown_factions), role)
        return faction.id

    def _times(self, table: SourceTable, starts, ends) -> dict[int, np.ndarray]:
        """Return row → times of its vertices, for the lines whose M values are times."""
        times_of_row = {}
        for row, measures in table.measures.items():
            times = times_of_measures(measures, starts[row], ends[row], self.options)
            if times is not None and len(times) == shapely.get_num_coordinates(table.geometry[row]):
                times_of_row[row] = times
                first, last = times[[0, -1]].astype(SECOND)
                if first < starts[row] or last > ends[row]:  # false if the row has no date
                    reason = Message(
                        "its M values are times from {} to {}, outside its own date ({} to {}): the M values count",
                        first,
                        last,
                        starts[row],
                        ends[row],
                    )
                    self._add(NOTED, table, row, reason)
            elif np.isfinite(measures).any():
                reason = Message(
                    "its M values, from {:.10g} to {:.10g}, are not times: ignored", measures[0], measures[-1]
                )
                self._add(NOTED, table, row, reason)
        return times_of_row

    def _parts(self, table: SourceTable, roles: FieldMapping, kept: np.ndarray):
        """Return the parts of lines, the row of each, and the name of each."""
        parts, owner = shapely.get_parts(table.geometry[kept], return_index=True)
        owner = kept[owner]
        number = np.arange(len(owner)) - np.searchsorted(owner, owner) + 1
        several = np.isin(owner, owner[number == 2])
        ids = [text_of(value) for value in table.columns[roles.id]] if roles.id else [""] * len(table)
        names = np.empty(len(owner), object)
        for part, row in enumerate(owner.tolist()):
            name = ids[row] or f"{table.names[0]} {table.rows[row]}"
            names[part] = f"{name}/{number[part]}" if several[part] else name
        for row in np.unique(owner[several]).tolist():
            self._add(
                NOTED, table, row, Message("has {} parts: each is a separate movement", int((owner == row).sum()))
            )
        stays = (shapely.length(parts) == 0) & ~np.isin(owner, list(table.measures))
        for part in np.flatnonzero(stays):
            self._add(NOTED, table, int(owner[part]), Message("part {} stays at one point: left out", number[part]))
        return parts[~stays], owner[~stays], names[~stays]

    def _sources(self, table: SourceTable, roles: FieldMapping) -> np.ndarray:
        default = self.options.series or table.names[0]
        texts = table.columns[roles.source] if roles.source else [""] * len(table)
        sources = np.empty(len(table), object)
        sources[:] = [text_of(text) or default for text in texts]
        return sources

    def _others(self, table: SourceTable, roles: FieldMapping, used: set[str]) -> dict[str, list]:
        excluded = {*roles.used, *used, *_OWN}
        others = {name: values for name, values in table.columns.items() if name not in excluded}
        return {name: values for name, values in others.items() if not are_wkt(values)}

    def _agreed(
        self, table: SourceTable, roles: FieldMapping, used: set[str], rows: np.ndarray, first: np.ndarray
    ) -> dict:
        """Return the other columns of movements made of fixes: the value that all fixes share, else ""."""
        columns, varied = {}, []
        for name, values in self._others(table, roles, used).items():
            of_fixes = [text_of(values[row]) for row in rows]
            sets = [set(of_fixes[i:j]) for i, j in zip(first, first[1:])]
            if any(len(texts) > 1 for texts in sets):
                varied.append(name)
            columns[name] = [texts.pop() if len(texts) == 1 else "" for texts in sets]
        if varied:
            reason = Message("kept only if all fixes of a movement have the same value: {}", ", ".join(varied))
            self.report.add(NOTED, table.file, table.layer, None, reason)
        return {name: texts for name, texts in columns.items() if any(texts)}


def _reported_vertices(table: SourceTable, roles: FieldMapping, parts: np.ndarray, owner: np.ndarray) -> np.ndarray:
    """Return whether each vertex of lines, part after part, is a reported position."""
    count = shapely.get_num_points(parts)
    row = np.repeat(owner, count)
    if f.ESTIMATED_POSITIONS in table.columns:  # a case's own table
        is_reported = np.ones(len(row), bool)
        for part, first, last in zip(owner, np.cumsum(count) - count, np.cumsum(count)):
            for low, high in position_ranges(text_of(table.columns[f.ESTIMATED_POSITIONS][part])):
                is_reported[min(first + low, last) : min(first + high, last)] = False
        return is_reported
    if not roles.positions:
        return np.ones(len(row), bool)
    is_reported = are_reported(table.columns[roles.positions])[row]
    if roles.positions.casefold() == WAYPOINTS:
        _, first = np.unique(row, return_index=True)
        is_reported[first] = True  # start and end of a row's line, not of each of its parts
        is_reported[np.append(first[1:], len(row)) - 1] = True
    return is_reported


def _vertices(
    parts, owner, names, is_timed, times: dict[int, np.ndarray], movers, sources, is_reported: np.ndarray
) -> Fixes:
    """Return the vertices of lines whose M values are times; each part is a separate track."""
    count = shapely.get_num_points(parts)
    chosen = np.flatnonzero(is_timed)
    moments = [np.empty(0, MILLISECOND)]
    past: dict[int, int] = {}
    for part in chosen:
        row = int(owner[part])
        begin = past.get(row, 0)
        past[row] = begin + int(count[part])
        moments.append(times[row][begin : past[row]])
    part = np.repeat(chosen, count[chosen])
    lonlat = shapely.get_coordinates(parts[chosen])
    rows = owner[part]
    return Fixes(
        row=rows,
        track=part.tolist(),
        name=names[part],
        mover=movers[rows],
        source=sources[rows],
        time=np.concatenate(moments),
        lonlat=lonlat,
        is_reported=is_reported,
    )


_TYPE = shapely.GeometryType
_POINTS = (_TYPE.POINT.value, _TYPE.MULTIPOINT.value)
_LINES = (_TYPE.LINESTRING.value, _TYPE.MULTILINESTRING.value)
_OTHERS = (_TYPE.LINEARRING.value, _TYPE.POLYGON.value, _TYPE.MULTIPOLYGON.value, _TYPE.GEOMETRYCOLLECTION.value)
_STAYS = Message("a line that stays at one point")
_KINDS = ("Point", "LineString", "LinearRing", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon",
          "GeometryCollection")  # fmt: skip


def read_movements(
    given: MapInput | SourceTable,
    options: MovementOptions,
    factions: Factions,
    report: ImportReport,
    feedback: Feedback = NO_FEEDBACK,
) -> tuple[Movements, Factions, dict[str, list[str]]]:
    """Return the movements of one file, layer or table; the registry with the factions met; the other columns as text.

    Each row with a line is a movement; each part of a multiline is a separate one. Rows with points are fixes, grouped
    by their track and mover. A line whose M values are times is timed. Timed movements are cut as in
    ``core.movements.cleaning``, except those of a case's own table, which were cut when they were imported. The other
    columns have the length of the movements; for fixes they keep a value only if all fixes of a movement agree.

    Rows that cannot be used are reported with their reason; so are tables of other content, if there are several.
    Raises SourceError, with what to do, if nothing is left; AmbiguousDate; Cancelled.
    """
    tables = [given] if isinstance(given, SourceTable) else given.tables(feedback=feedback)
    report_progress(feedback, 10)
    filled = [table for table in tables if len(table) or table.unreadable]
    if not filled:
        raise SourceError(Message("{}: has no rows.", tables[0].file if tables else given.key))
    stored = [table for table in filled if is_own_table(table)]
    chosen = stored or [table for table in without_doubles(tables, report) if len(table) or table.unreadable]
    if stored and len(stored) < len(filled):
        report.add(NOTED, stored[0].file, stored[0].layer, None, Message("a case: only its table of movements is read"))
    register = FactionRegister(factions)
    parts: list[tuple[Movements, dict]] = []
    problems: list[tuple[SourceTable, SourceError | DateError]] = []
    for number, table in enumerate(chosen):
        report_progress(feedback, 10 + 80 * number / len(chosen))
        try:
            parts += _read_table(table, options, register, report, feedback)
        except (AmbiguousDate, AmbiguousField, TooManyFactions):
            raise
        except (SourceError, DateError) as error:
            problems.append((table, error))
    if not any(len(movements) for movements, _ in parts):
        raise SourceError(_nothing(chosen, problems, report))
    for table, error in problems:
        report.add(NOTED if isinstance(error, NoMovements) else REJECTED, table.file, table.layer, None, error)
    report_progress(feedback, 95)
    movements = with_unique_ids(concatenate_movements([part for part, _ in parts]), report, chosen[0].file)
    return movements, register.factions, joined_columns(parts)


def with_unique_ids(movements: Movements, report: ImportReport, file: str) -> Movements:
    """Return the movements with ids that are unique in each source: the second "A" is "A (2)"."""
    taken = set(zip(movements.source, movements.id))
    met: Counter = Counter()
    ids = list(movements.id)
    renamed = 0
    for row, key in enumerate(zip(movements.source, movements.id)):
        met[key] += 1
        if met[key] == 1:
            continue
        while (key[0], name := f"{key[1]} ({met[key]})") in taken:
            met[key] += 1
        taken.add((key[0], name))
        ids[row] = name
        renamed += 1
    if not renamed:
        return movements
    report.add(
        NOTED,
        file,
        "",
        None,
        Message('{} movements repeat the id of another: renamed to "{}" and so on', renamed, name),
    )
    return replace(movements, id=ids)


def _read_table(
    table: SourceTable, options: MovementOptions, factions: FactionRegister, report: ImportReport, feedback: Feedback
) -> list[tuple[Movements, dict]]:
    """Return the parts of a table (lines, then fixes), each with its other columns."""
    if is_own_table(table):
        options = replace(options, speed_limit_kmh=None, jump_limit_km=None, gap_limit_h=None)
    report.add_notes(table)
    broken_off = table.unreadable.get(len(table))
    if broken_off:
        report.add(NOTED, table.file, table.layer, None, broken_off)
    table, used = placed(table, options)
    report.rows_read += len(table)
    geometry, notes = in_lonlat(table, options)
    for action, note in notes:
        report.add(action, table.file, table.layer, None, note)
    kinds = shapely.get_type_id(geometry)
    reasons = _unusable(table, geometry, kinds)
    for row, reason in sorted(reasons.items()):
        _reject(report, table, row, reason, geometry[row])
    good = np.array([row not in reasons for row in range(len(table))], bool)
    if not good.any() and len(table) and np.isin(kinds, _OTHERS).all():
        raise NoMovements(
            Message("{}: {!r} has {}s. Use lines, or points with times.", table.file, table.layer, _KINDS[kinds[0]])
        )
    rows = MovementRows(options, factions, report, feedback)
    parts = []
    for wanted, read in ((_LINES, rows.lines), (_POINTS, rows.fixes)):
        mask = good & np.isin(kinds, wanted)
        if mask.any():
            parts.append(read(rows_of(replace(table, geometry=geometry), mask), used))
    return parts


def _reject(report: ImportReport, table: SourceTable, row: int, reason: Message, geometry=None) -> None:
    report.add(REJECTED, table.file, table.layer, int(table.rows[row]), reason, table.attributes(row), geometry)


def _unusable(table: SourceTable, geometry: np.ndarray, kinds: np.ndarray) -> dict[int, Message]:
    """Return row → why its geometry is not a line or point on the globe."""
    masks = (
        (~are_finite(geometry), Message("coordinates that are not numbers")),
        (outside_earth(geometry) & ~running_on(geometry), Message("coordinates out of range")),
        (
            (kinds == _TYPE.MULTIPOINT.value) & (shapely.get_num_geometries(geometry) != 1),
            Message("several points in one row"),
        ),
        (np.isin(kinds, _LINES) & (shapely.length(geometry) == 0), _STAYS),
        (np.isin(kinds, _OTHERS), Message("neither a line nor a point")),
        (shapely.is_missing(geometry) | shapely.is_empty(geometry), Message("no geometry")),
    )
    reasons: dict[int, Message] = {}
    for mask, reason in masks:
        if reason == _STAYS:  # a timed line may: it stood still
            mask = mask & np.array([row not in table.measures for row in range(len(table))], bool)
        reasons.update(dict.fromkeys(np.flatnonzero(mask).tolist(), reason))
    reasons.update({row: reason for row, reason in table.unreadable.items() if row < len(table)})
    return reasons


def _nothing(tables: list[SourceTable], problems, report: ImportReport) -> Message:
    if problems:
        return joined(as_message(error) for _, error in problems[:3])
    rejected = [issue.message for issue in report.issues if issue.action == REJECTED]
    return Message("{}: has no usable movement. {}", tables[0].file, joined(rejected[-5:]))


def joined_columns(parts: list[tuple[Movements, dict]]) -> dict[str, list[str]]:
    """Join the columns of all parts, "" if a part has none; names that differ in case only are one, as in SQLite."""
    names = {}
    for _, extra in parts:
        for name in extra:
            names.setdefault(name.casefold(), name)
    folded = [(len(part), {name.casefold(): texts for name, texts in extra.items()}) for part, extra in parts]
    return {name: [text for count, extra in folded for text in extra.get(key, [""] * count)]
            for key, name in names.items()}  # fmt: skip
