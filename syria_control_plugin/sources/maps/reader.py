"""Source tables to dated territory: which faction holds what on which map, or over which stated period.

Reads only the files of an import that have to be read: new and changed ones, and those that share maps with them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

import numpy as np
import shapely

from ...case.case import Case
from ...case.catalogue import faction_text, known_factions
from ...case.import_report import NOTED, REJECTED, REPAIRED, ImportIssue, ImportReport
from ...case.limits import TooManyFactions, check_factions
from ...core import fields as f
from ...core.control.period_ends import EndReading
from ...core.dates.options import DateLimits, DateOrder, Span, end_of_span
from ...core.dates.parsing import (
    ParsedDates,
    date_in_name,
    dates_in_name,
    is_missing,
    is_still_valid,
    names_day,
    order_of_names,
    parse_dates,
    seconds_left_of_day,
    states_time_of_day,
)
from ...core.dates.periods import OPEN, SECOND
from ...core.dates.texts import range_in_name, spans_in_name
from ...core.errors import AmbiguousDate, DateError, SourceError
from ...core.factions.factions import FactionRegister
from ...core.factions.reserved import means_not_mapped
from ...core.feedback import NO_FEEDBACK, CancelOnly, Feedback, check_cancelled, report_progress
from ...core.geometry.ellipsoid import united
from ...core.geometry.polygons import outside_earth
from ...core.messages import Message, as_message, joined
from ..files.coordinates import Extent, common_extent, to_lonlat
from ..files.reader_process import repaired_polygons
from ..files.tables import MapInput, SourceTable
from .candidates import earlier_fields
from .detection import (
    FieldRole,
    Layout,
    NameHolds,
    NoDateFound,
    Origin,
    detect_layout,
    own_spelling,
    parse_or_none,
    spread,
    text_beside_date,
)
from .ends import SettledEnds, StatedRow, earlier_ends, settle_ends
from .options import ImportOptions
from .row_classes import RowClasses

ONE_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True)
class RowDates:
    """Dates of the n rows of a table, (n,) each (one start even without any row); NaT for an open end or a bad date.

    over, end_states_time  as ``core.control.period_ends``
    spans                  row → what the start is known to, if not to the day
    problems               row → reason
    """

    start: np.ndarray
    end: np.ndarray
    over: np.ndarray
    end_states_time: np.ndarray
    spans: dict[int, Span]
    problems: dict[int, Message]


@dataclass
class DatedTerritories:
    """Territory read from tables. Geometries are clean areas in lon/lat.

    maps      map date → {faction id: [areas]}; a map without any row is kept as {}
    spans     map date → what it is known to; None for a day
    makers    (map date, faction id) → keys of the files that showed it; faction "" for the map as a whole
    stated    rows with a stated period, as written, until their ends are settled
    periods   rows with a stated period: (faction id, start, end, area, file key)
    factions  the register, including factions met for the first time
    """

    factions: FactionRegister
    maps: dict = field(default_factory=dict)
    spans: dict = field(default_factory=dict)
    makers: dict = field(default_factory=lambda: defaultdict(set))
    stated: list[StatedRow] = field(default_factory=list)
    periods: list = field(default_factory=list)

    def settle_ends(
        self, report: ImportReport, given: EndReading | None = None, earlier: SettledEnds | None = None
    ) -> SettledEnds | None:
        """Make periods of the rows with a stated period. Returns and raises as ``ends.settle_ends``."""
        settled, periods = settle_ends(self.stated, report, given, earlier)
        self.periods += periods
        self.stated = []
        return settled

    def cells(self, report: ImportReport, feedback: Feedback = NO_FEEDBACK) -> dict:
        """Return map date → {faction id: one area}; territory that several rows of a faction cover counts once.

        Raises Cancelled.
        """
        merged = {}
        for date, factions in self.maps.items():
            merged[date] = {}
            for faction, areas in factions.items():
                check_cancelled(feedback)
                merged[date][faction] = areas[0] if len(areas) == 1 else united(areas, CancelOnly(feedback))
                twice = shapely.area(areas).sum() - shapely.area(merged[date][faction])
                if twice > 1e-6 * shapely.area(merged[date][faction]):
                    day = np.datetime_as_string(date, unit="D")
                    for file in sorted(self.makers[date, faction]):
                        report.add(
                            NOTED, file, "", None, Message("rows of {} overlap on {}: counted once", faction, day)
                        )
        return merged


@dataclass(frozen=True)
class MapReader:
    """Reader of tables of one layout into dated territory; problems go to the report."""

    layout: Layout
    order: DateOrder | None
    limits: DateLimits
    crs_where_missing: str
    extent: Extent | None
    report: ImportReport
    territory: DatedTerritories
    feedback: Feedback = NO_FEEDBACK
    classes: RowClasses = field(default_factory=RowClasses)

    def read(self, table: SourceTable) -> None:
        """Add a table's valid rows to the territory; report the others with their reason. Raises Cancelled."""
        self.report.rows_read += len(table)
        self.report.add_notes(table)
        broken_off = table.unreadable.get(len(table))
        if broken_off and len(table) == 0:
            self._reject_table(table, broken_off)
            return
        if broken_off:
            self._note(table, broken_off)
        if len(table) and shapely.is_missing(table.geometry).all() and not table.unreadable:
            self._note(table, Message("a table without geometry is not a map"))
            return
        try:
            dates = self._dates(table)
            geometry, notes = to_lonlat(table, self.crs_where_missing, self.extent, self.feedback)
            factions, faction_problems = self._factions(table) if len(table) else ([], {})
        except (AmbiguousDate, TooManyFactions):
            raise
        except (DateError, SourceError) as error:
            self._reject_table(table, as_message(error))
            return
        for action, note in notes:
            self.report.add(action, table.file, table.layer, None, note)
        if len(table) == 0:
            self._empty_map(table, dates)
            return
        check_cancelled(self.feedback)
        clean = repaired_polygons(geometry, self.feedback)
        check_cancelled(self.feedback)
        if clean.flattened:
            self._note(table, Message("Z or M values of {} rows left out", clean.flattened))
        off = {int(row): Message("coordinates out of range") for row in np.flatnonzero(outside_earth(geometry))}
        rejected = {**clean.rejected, **table.unreadable, **off, **faction_problems, **dates.problems}
        rejected = {row: reason for row, reason in rejected.items() if row < len(table)}
        self._report_rows(table, geometry, clean.repaired, rejected)
        good = [row for row in range(len(table)) if row not in rejected]
        self.report.note_spans(table, [dates.spans[row] for row in good if row in dates.spans])
        self.report.rows_loaded += len(good)
        roles = [own_spelling(role, table) for role in (self.layout.date, self.layout.faction)]
        self.classes.add(table, good, (name for role in roles for name in (role.detail, role.end)))
        self._keep(table, good, dates, factions, clean.geometry, geometry)

    def _keep(self, table: SourceTable, good, dates: RowDates, factions, geometry, as_given) -> None:
        starts = dates.start
        if self.layout.date.place is Origin.PERIOD_FIELDS or self.layout.date.holds is NameHolds.PERIOD:
            for row in good:
                self.territory.stated.append(
                    StatedRow(
                        faction=factions[row],
                        start=starts[row],
                        end=dates.end[row],
                        area=geometry[row],
                        file=table.file,
                        over=dates.over[row],
                        end_states_time=bool(dates.end_states_time[row]),
                        in_name=self.layout.date.place is Origin.NAME,
                        span=dates.spans.get(row),
                        rejection=self._without_time(table, row, dates, as_given[row]),
                    )
                )
            return
        for row in good:
            check_cancelled(self.feedback)
            self._date_map(starts[row], dates.spans.get(row))
            self.territory.maps.setdefault(starts[row], {}).setdefault(factions[row], []).append(geometry[row])
            self.territory.makers[starts[row], ""].add(table.file)
            self.territory.makers[starts[row], factions[row]].add(table.file)

    def _date_map(self, date: np.datetime64, span: Span | None) -> None:
        """Note what a map's date is known to: to the day if any row gives the day."""
        spans = self.territory.spans
        spans[date] = span if spans.get(date, span) is not None else None

    def _without_time(self, table: SourceTable, row: int, dates: RowDates, geometry) -> ImportIssue | None:
        """Return the report on a row that has no time unless its end is a last day; None for any other."""
        if dates.end[row] != dates.start[row]:
            return None
        reason = Message(
            "the period ends ({}) as it starts. If the end is the last day of the period, set END_IS_LAST_DAY",
            str(dates.end[row]).replace("T00:00:00", ""),
        )
        return ImportIssue(
            action=REJECTED,
            file=table.file,
            layer=table.layer,
            row=int(table.rows[row]),
            reason=reason,
            attributes=table.attributes(row),
            geometry=geometry,
        )

    def _dates(self, table: SourceTable) -> RowDates:
        count = max(len(table), 1)

        def since(starts: np.ndarray, spans: dict[int, Span], problems: dict[int, Message]) -> RowDates:
            return RowDates(
                start=starts,
                end=np.full(count, OPEN),
                over=np.full(count, OPEN),
                end_states_time=np.zeros(count, bool),
                spans=spans,
                problems=problems,
            )

        role = own_spelling(self.layout.date, table)
        if role.place is Origin.NAME:
            if len(table.names) <= role.level:
                raise SourceError(Message("lies outside the folders whose names give the dates"))
            start, last, span = self._date_in_name(table.names[role.level], role)
            return RowDates(
                start=np.full(count, start, SECOND),
                end=np.full(count, last, SECOND),
                over=np.full(count, last if np.isnat(last) else end_of_span(last, None), SECOND),
                end_states_time=np.zeros(count, bool),
                spans={} if span is None else dict.fromkeys(range(count), span),
                problems={},
            )
        if role.place is Origin.PROPERTY:
            value = table.properties.get(role.detail, "")
            date = parse_or_none(value, self.order, self.limits)
            if date is None:
                raise SourceError(Message("its property {!r} is not a date: {!r}", role.detail, value))
            return since(np.full(count, date, SECOND), {}, {})
        parsed = parse_dates(self._column(table, role.detail), self.order, self.limits)
        if role.place is Origin.FIELD:
            problems = {**parsed.problems, **_within_spans(self._column(table, role.detail), parsed)}
            return since(parsed.moments, parsed.spans, problems)
        if not role.end:
            return since(parsed.moments, parsed.spans, parsed.problems)
        return self._periods(table, role, parsed)

    def _date_in_name(self, name: str, role: FieldRole) -> tuple[np.datetime64, np.datetime64, Span | None]:
        """Return the start that a name states, the last day if it states a period, and what the start is known to."""
        if role.holds is NameHolds.PERIOD and (period := range_in_name(name, self.order, self.limits)) is not None:
            return (*period, None)
        if role.holds is NameHolds.SPAN and len(spans := spans_in_name(name, self.limits)) == 1:
            return spans[0][0], OPEN, spans[0][1]
        if role.holds is NameHolds.PERIOD:
            raise SourceError(Message("its name {!r} states no period, as the other names do", name))
        # AmbiguousDate is not caught: the order of day and month is asked once for the whole import, not per file.
        dates = dates_in_name(name, self.order, self.limits)
        if len(dates) > 1:
            raise SourceError(Message("its name {!r} contains several dates", name))
        return dates[0] if dates else date_in_name(name, self.order, self.limits), OPEN, None

    def _periods(self, table: SourceTable, role, parsed) -> RowDates:
        column = self._column(table, role.end)
        stated = [row for row, value in enumerate(column) if not is_still_valid(value, self.limits.latest)]
        self._note_open_ends(table, [value for value in column if not is_missing(value)])
        values = [column[row] for row in stated]
        until = parse_dates(values, self.order, self.limits)
        problems = {**parsed.problems, **{stated[row]: reason for row, reason in until.problems.items()}}
        good = np.flatnonzero(~np.isnat(until.moments))
        left = np.zeros(len(values), "timedelta64[s]")
        left[good] = [np.timedelta64(seconds_left_of_day(values[row]), "s") for row in good]
        ends = np.full(len(table), OPEN)
        ends[stated] = until.moments + left
        over, has_time = np.full(len(table), OPEN), np.zeros(len(table), bool)
        for row in good:
            has_time[stated[row]] = states_time_of_day(values[row])
            if names_day(values[row]):
                over[stated[row]] = until.moments[row] + ONE_DAY if has_time[stated[row]] else until.ends[row]
        for row in np.flatnonzero((ends < parsed.moments) | ((ends == parsed.moments) & np.isnat(over))):
            problems[int(row)] = Message(
                "the period ends ({}) at or before its start ({})", ends[row], parsed.moments[row]
            )
        return RowDates(
            start=parsed.moments,
            end=ends,
            over=over,
            end_states_time=has_time,
            spans=parsed.spans,
            problems=problems,
        )

    def _note_open_ends(self, table: SourceTable, values: list) -> None:
        """Note the ends that are stated, but have not come."""
        still = [value for value in values if is_still_valid(value, self.limits.latest)]
        if still:
            text = str(still[0])
            self._note(table, Message("ends not reached yet, such as {!r:.60}: {}, read as open", text, len(still)))

    def _factions(self, table: SourceTable):
        """Return the faction id of each row, and row → problem."""
        role = own_spelling(self.layout.faction, table)
        if role.place is Origin.GIVEN:
            texts = [role.detail] * len(table)
        elif role.place is Origin.NAME:
            name = table.names[role.level] if len(table.names) > role.level else ""
            texts = [text_beside_date(name, self.order, self.limits)] * len(table)
        else:
            texts = self._column(table, role.detail)
        ids, problems = [], {}
        for row, text in enumerate(texts):
            check_cancelled(self.feedback)
            text = faction_text(text)
            if not text:
                problems[row] = Message("no faction")
            elif means_not_mapped(text):
                problems[row] = Message("{!r} is not a faction: the area is not mapped", text)
            if row in problems:
                ids.append("")
                continue
            faction = self.territory.factions.of_text(text)
            if not faction.is_known:
                self.report.unknown_factions[faction.id] += 1
                check_factions(len(self.report.unknown_factions), role.message)
            ids.append(faction.id)
        return ids, problems

    def _column(self, table: SourceTable, name: str) -> list:
        if name not in table.columns:
            raise SourceError(Message("has no field {!r}. Fields: {}", name, ", ".join(table.columns) or "none"))
        return table.columns[name]

    def _empty_map(self, table: SourceTable, dates: RowDates) -> None:
        starts = dates.start
        is_period = self.layout.date.holds is NameHolds.PERIOD
        if self.layout.date.place in (Origin.NAME, Origin.PROPERTY) and not is_period:
            self._date_map(starts[0], dates.spans.get(0))
            self.territory.maps.setdefault(starts[0], {})
            self.territory.makers[starts[0], ""].add(table.file)
            day = np.datetime_as_string(starts[0], unit="D")
            self._note(table, Message("no features: read as a map of {} without any territory", day))
        else:
            self._note(table, Message("no features"))

    def _report_rows(self, table: SourceTable, geometry, repaired: dict, rejected: dict) -> None:
        for action, reasons in ((REPAIRED, repaired), (REJECTED, rejected)):
            for row, reason in sorted(reasons.items()):
                if action == REPAIRED and row in rejected:
                    continue
                attributes = table.attributes(row)
                self.report.add(
                    action, table.file, table.layer, int(table.rows[row]), reason, attributes, geometry[row]
                )

    def _reject_table(self, table: SourceTable, reason: Message) -> None:
        if len(table):
            reason = Message("{} ({} rows)", reason, len(table))
        self.report.add(REJECTED, table.file, table.layer, None, reason)

    def _note(self, table: SourceTable, reason: Message) -> None:
        self.report.add(NOTED, table.file, table.layer, None, reason)


def _within_spans(column: list, parsed: ParsedDates) -> dict[int, Message]:
    """Return the rows with a month, quarter or year in which other rows are dated to the day: their map is unknown."""
    days = np.delete(parsed.moments, list(parsed.spans))
    days, ends = np.unique(days[~np.isnat(days)]), parsed.ends
    problems = {}
    for row in parsed.spans:
        first, last = np.searchsorted(days, [parsed.moments[row], ends[row]])
        if first < last:
            problems[row] = Message(
                "{!r:.60} contains {}, the date of other rows, so the map of this row is unknown. Write its day",
                str(column[row]),
                np.datetime_as_string(days[first], unit="D"),
            )
    return problems


_SAMPLE = 5
_READING_PERCENT = 75


@dataclass
class MapsRead:
    """Result of reading the files of an import.

    read    keys of the files that are part of ``territory``
    failed  keys of files without any usable content: their results from an earlier import are kept
    ends    how ends that name a day were read; None without any
    """

    territory: DatedTerritories
    read: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    ends: SettledEnds | None = None


def read_maps(
    inputs: list[MapInput],
    new_inputs: list[MapInput],
    gone: list[str],
    known_cells: list[tuple],
    case: Case | None,
    options: ImportOptions,
    report: ImportReport,
    feedback: Feedback,
) -> MapsRead:
    """Read the new inputs, and those of the others that show a faction on a map which a new one shows too.

    new_inputs   the inputs that are new or changed
    gone         keys of files that count as read, without any content
    known_cells  (map date, faction id, file key) of earlier imports (``Case.map_cells``)

    Raises SourceError if no file can be read and there is no case yet, or if the layout cannot be detected;
    AmbiguousDate, also for ends that can be last days; Cancelled.
    """
    result = MapsRead(DatedTerritories(FactionRegister(known_factions(case))), read=[*gone])
    if not new_inputs:
        return result
    order = options.overrides.date_order or order_of_names(
        (name for each in inputs for name in each.names), options.limits
    )
    earlier = earlier_fields(case, options.source)
    options = replace(options, overrides=replace(options.overrides, date_order=order, earlier=earlier))
    sampled: dict[str, list[SourceTable] | None] = {}
    tables = _sample(new_inputs, sampled, options, report, feedback)
    if not tables:
        if case is None:
            raise SourceError(
                Message("No file could be read. {}", joined(issue.message for issue in report.issues[:5]))
            )
        result.failed = [each.key for each in new_inputs]
        return result
    layout = _layout(tables, sampled, inputs, result.territory, options, feedback)
    report.detected = layout.lines()
    is_known = case is not None and options.source in case.sources()
    extent = _extent_of(case) if is_known else common_extent([table.geometry for table in tables])
    reader = MapReader(
        layout=layout,
        order=order,
        limits=options.limits,
        crs_where_missing=options.crs,
        extent=extent,
        report=report,
        territory=result.territory,
        feedback=feedback,
    )
    _read_all(reader, inputs, new_inputs, known_cells, sampled, bool(options.precedence), result, feedback)
    ends = earlier_ends(case, options.source)
    result.ends = result.territory.settle_ends(report, options.end_reading, ends)
    if result.ends is not None:
        report.detected.append(result.ends.line)
    report.cautions += reader.classes.cautions()
    return result


def _read_all(
    reader: MapReader, inputs, new_inputs, known_cells, sampled, whole_maps, result: MapsRead, feedback
) -> None:
    report, by_key = reader.report, {each.key: each for each in inputs}
    with_properties = reader.layout.date.place is Origin.PROPERTY
    waiting = list(new_inputs)
    while waiting:
        for number, each in enumerate(waiting):
            report_progress(feedback, _READING_PERCENT * number / len(waiting))
            report.add_origin(each)
            loaded, rejected = report.rows_loaded, report.count(REJECTED)
            tables = sampled.pop(each.key) if each.key in sampled else _tables(each, report, feedback, with_properties)
            for table in tables or ():
                reader.read(table)
            is_useless = report.rows_loaded == loaded and report.count(REJECTED) > rejected
            (result.failed if tables is None or is_useless else result.read).append(each.key)
        shared = _sharing_files(result, known_cells, whole_maps)
        waiting = [by_key[key] for key in sorted(shared) if key in by_key]
        for key in sorted(shared - set(by_key)):
            note = Message(
                "shares a map with a file that was read now, and is not part of this import: import both together, so "
                "that each keeps its part"
            )
            report.add(NOTED, key, "", None, note)
        report.files_unchanged -= len(waiting)
    report.files_read = len(result.read)


def _layout(tables, sampled: dict, inputs, territory: DatedTerritories, options: ImportOptions, feedback) -> Layout:
    try:
        return detect_layout(tables, options.overrides, territory.factions, options.limits)
    except NoDateFound:
        # Properties of the files cost a second reading: only if nothing else has a date.
        by_key = {each.key: each for each in inputs}
        readable = [key for key in sampled if sampled[key]]
        tables = [table for key in readable for table in by_key[key].tables(True, feedback)]
        for key in readable:
            del sampled[key]  # read again, with the properties
        return detect_layout(tables, options.overrides, territory.factions, options.limits, is_last_try=True)


def _tables(
    each: MapInput, report: ImportReport, feedback: Feedback, with_properties: bool = False
) -> list[SourceTable] | None:
    try:
        return each.tables(with_properties, feedback)
    except SourceError as error:
        report.add(REJECTED, each.key, "", None, error)
        return None


def _sample(
    new_inputs: list, sampled: dict, options: ImportOptions, report: ImportReport, feedback: Feedback
) -> list[SourceTable]:
    """Return tables of a few files spread over the input; if none of them has rows, also of the first file that has."""
    for each in spread(new_inputs, _SAMPLE, options.overrides, options.limits):
        sampled[each.key] = _tables(each, report, feedback)
    for each in new_inputs:
        if any(len(table) for each_tables in sampled.values() for table in each_tables or ()):
            break
        if each.key not in sampled:
            sampled[each.key] = _tables(each, report, feedback)
    tables = [table for each_tables in sampled.values() for table in each_tables or ()]
    return [table for table in tables if len(table)] or tables


def _sharing_files(result: MapsRead, known_cells, whole_maps: bool) -> set[str]:
    """Return files of earlier imports that share a faction on a map with a file read now, in its old or new content.

    whole_maps  return all files of such a map, whatever faction they show: precedence applies to the map as a whole
    """
    touched = set(result.territory.makers)
    touched |= {(date, faction) for date, faction, file in known_cells if file in set(result.read)}
    dates = {date for date, _ in touched}
    done = {*result.read, *result.failed}
    return {
        file
        for date, faction, file in known_cells
        if file not in done and faction and ((date, faction) in touched or (whole_maps and date in dates))
    }


def _extent_of(case: Case):
    extents = case.select("gpkg_contents", "min_x", "min_y", "max_x", "max_y", where={"table_name": f.TERRITORIES})
    return extents[0] if extents and None not in extents[0] else None
