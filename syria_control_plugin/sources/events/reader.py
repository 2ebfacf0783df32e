"""Tables of clash events → ``core.corridors.events.ClashEvents``, in a layout recognised by its columns.

Also counts how many of the actors are known factions.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Callable

import numpy as np
import shapely

from ...case.import_report import NOTED, REJECTED, ImportReport
from ...case.values import text_of
from ...core import fields as f
from ...core.corridors.events import KINDS, STATED, ClashEvents
from ...core.dates.options import end_of_span
from ...core.dates.parsing import parse_dates, states_zone
from ...core.dates.zones import UTC, local_days
from ...core.errors import SourceError
from ...core.factions.actors import Actors, Side
from ...core.factions.factions import Factions
from ...core.factions.names import tidied
from ...core.feedback import NO_FEEDBACK, Feedback, report_progress
from ...core.messages import Message, joined
from ..files.coordinates import positions
from ..files.tables import MapInput, SourceTable
from ..maps.reports import one_table
from ..time_zones import proposed_time_zone
from .codebooks import ACLED, ACLED_NEEDS, UCDP, UCDP_NEEDS, read_acled, read_ucdp
from .columns import MONTH, WEEK, Columns, EventOptions, RawEvents
from .plain_table import CASE, CASE_NEEDS, NAMES, NEEDED_ROLES, PLAIN, read_case, read_plain


@dataclass(frozen=True)
class EventLayout:
    """Layout of a table.

    needs  the required columns, in any case and order; not the coordinates, which a layer of points has no columns for
    marks  those of them that no other table has, not even a plain one: a table with one of them is not read as a plain
           table without being asked to, since that would take vague places for exact ones
    """

    name: str
    needs: tuple[str, ...]
    marks: tuple[str, ...]
    read: Callable[[Columns, EventOptions], RawEvents]


KNOWN = (
    EventLayout(CASE, CASE_NEEDS, CASE_NEEDS[5:7], read_case),
    EventLayout(ACLED, ACLED_NEEDS, ("event_id_cnty", "time_precision", "sub_event_type", "geo_precision"), read_acled),
    EventLayout(UCDP, UCDP_NEEDS, ("date_prec", "where_prec"), read_ucdp),
)
_PLAIN = EventLayout(PLAIN, NEEDED_ROLES, (), read_plain)


def layout_of(columns: Columns, options: EventOptions) -> EventLayout:
    """Return the layout of a table: the plain one if the user names any of its columns, else the first that fits.

    Raises SourceError, naming the columns that the nearest layout lacks, if none fits.
    """
    named = options.named()
    marked = [] if named else [layout for layout in KNOWN if any(mark in columns for mark in layout.marks)]
    for layout in marked:
        if not _missing(columns, layout):
            return layout
    lacking = [role for role in NEEDED_ROLES if role not in named and not columns.first_of(NAMES[role])]
    if not marked and not lacking:
        return _PLAIN
    table = columns.table
    if marked:
        nearest = min(marked, key=lambda layout: len(_missing(columns, layout)) / len(layout.needs))
        problem = Message(
            "appears to be {}, but has no column {}. Export it with all columns, or set the columns with the date "
            "and both sides to read it as a plain table",
            nearest.name,
            ", ".join(_missing(columns, nearest)),
        )
    else:
        wanted = ", ".join(f"{role.replace('_', ' ')} ({', '.join(NAMES[role])})" for role in lacking)
        problem = Message(
            "is not in a known layout ({}), and as a plain table it has no column for: {}. Set the columns",
            ", ".join(layout.name for layout in KNOWN),
            wanted,
        )
    raise SourceError(Message("{}: {}. Its columns are: {}.", table.file, problem, ", ".join(table.columns) or "none"))


def _missing(columns: Columns, layout: EventLayout) -> list[str]:
    return [name for name in layout.needs if name not in columns]


@dataclass
class EventCounts:
    """Counts of how many actors of events are known factions. Events count once, actors once per side."""

    events: int = 0
    on_both_sides: int = 0
    on_one_side: int = 0
    on_none: int = 0
    inside_one_faction: int = 0
    combined_sides: int = 0
    duplicates: int = 0
    unmatched: Counter = field(default_factory=Counter)

    def add(self, one: Side, other: Side) -> None:
        known = bool(one.factions) + bool(other.factions)
        self.events += 1
        self.on_both_sides += known == 2
        self.on_one_side += known == 1
        self.on_none += known == 0
        self.inside_one_faction += known == 2 and set(one.factions) == set(other.factions)
        for side in (one, other):
            self.combined_sides += side.is_combined
            self.unmatched.update(side.unmatched)

    def lines(self, most_names: int | None = None) -> list[Message]:
        """Return the counts as sentences; with ``most_names`` only the most frequent unmatched actors, None: all."""
        lines = [
            Message(
                "Events: {}; with a known faction on both sides: {}, on one side: {}, on neither side: {}.",
                self.events,
                self.on_both_sides,
                self.on_one_side,
                self.on_none,
            ),
            Message("Combined sides of several actors: {}; each of their factions counts.", self.combined_sides),
        ]
        if self.inside_one_faction:
            lines.append(
                Message(
                    "Events with the same factions on both sides: {}; these are not clashes of two sides.",
                    self.inside_one_faction,
                )
            )
        if self.duplicates:
            lines.append(
                Message(
                    "Rows that repeat the id of an earlier row of the same data set: {}; counted once.", self.duplicates
                )
            )
        if self.unmatched:
            lines.append(
                Message(
                    "Actors that are not known factions: {}, on {} sides. Their events are kept: they show where "
                    "the data set reports events at all.",
                    len(self.unmatched),
                    sum(self.unmatched.values()),
                )
            )
        ranked = sorted(self.unmatched.items(), key=lambda item: (-item[1], item[0]))
        lines += [Message("Not a known faction: {!r}, count {}.", name, count) for name, count in ranked[:most_names]]
        if most_names is not None and len(ranked) > most_names:
            lines.append(Message("… and {} more; the report lists all of them.", len(ranked) - most_names))
        return lines


MAX_LABEL_LENGTH = 500
DEFAULTS = EventOptions()
# A column of the data set with one of the names below is kept under its name with this suffix.
AS_GIVEN = "_as_given"
OWN_COLUMNS = (
    f.FID, f.GEOM, f.EVENT, f.VALID_FROM, f.VALID_TO, f.SHOWN_UNTIL, f.SIDE_A, f.SIDE_B, f.FACTIONS_A, f.FACTIONS_B,
    f.KIND, f.IS_EXACT_DATE, f.REACH_KM, f.REACH_BASIS, f.LABEL, f.SOURCE, f.SERIES,
)  # fmt: skip
_DAY, _THREE_DAYS = np.timedelta64(1, "D"), np.timedelta64(3, "D")


def read_events(
    table: SourceTable,
    options: EventOptions,
    factions: Factions,
    report: ImportReport,
    feedback: Feedback = NO_FEEDBACK,
) -> tuple[ClashEvents, EventCounts, dict[str, list]]:
    """Return the events of a table in a layout that is recognised by its columns (``layout_of``).

    Returns the events, the counts of their known actors, and the table's other columns, row by row with the events;
    among them ``side_a`` and ``side_b``, the sides as the data set spells them. An event is kept even if its actors are
    not known factions, or none is named. Rows that cannot be used are in the report, with file, row and reason, as are
    values that had to be read with caution. Raises SourceError if a column is missing or no row is left; AmbiguousDate.
    """
    columns = Columns(table)
    layout = layout_of(columns, options)
    report.add_notes(table)
    if options.reaches and layout.read not in (read_acled, read_ucdp):
        raise SourceError(
            Message("{}: is a {}, which has no place codes whose distance can be set.", table.file, layout.name)
        )
    raw = layout.read(columns, options)
    if not (raw.lon and raw.lat) and shapely.is_missing(table.geometry).all() and len(table):
        raise SourceError(
            Message("{}: the rows have no points, and no longitude and latitude columns were found.", table.file)
        )
    lonlat, notes = positions(table, raw.lon, raw.lat, options.crs)
    report.detected += [
        Message("Layout: {}.", layout.name),
        *raw.remarks,
        *(Message("{}: {}.", table.file, note) for _, note in notes),
    ]
    report_progress(feedback, 30)
    starts, ends, faults = _periods(raw, options, lonlat, report)
    report_progress(feedback, 50)
    sides = _sides(raw, Actors(factions))
    report_progress(feedback, 70)
    for row in range(len(table)):
        fault = table.unreadable.get(row) or faults.get(row) or _fault(raw, table, lonlat[row], row)
        if fault:
            faults[row] = fault
        elif not (sides[0][row].is_named or sides[1][row].is_named):
            raw.notes.append((row, Message("no side is named: each could be any party")))
    counts = EventCounts()
    kept = _with_unique_ids(raw, table, faults, counts, report)
    for row in kept:
        counts.add(sides[0][row], sides[1][row])
    if len(table) and not kept:
        raise SourceError(
            Message("{}: has no usable event. {}", table.file, joined(i.message for i in report.issues[-3:]))
        )
    report.rows_read += len(table)
    report.rows_loaded += len(kept)
    events = _events(raw, kept, starts, ends, lonlat, sides)
    report_progress(feedback, 100)
    return events, counts, _other_columns(raw, table, kept)


def read_event_input(
    given: MapInput,
    options: EventOptions,
    factions: Factions,
    report: ImportReport,
    feedback: Feedback = NO_FEEDBACK,
) -> tuple[ClashEvents, EventCounts, dict[str, list]]:
    """Return the events of an input with one table that has rows; none, with a note, if all its tables are empty.

    Returns and raises as ``read_events``; SourceError also if several of its tables have rows, or it has no table.
    """
    tables = given.tables(feedback=feedback)
    filled = [table for table in tables if len(table)]
    if tables and not filled:
        report.add(NOTED, given.key, "", None, Message("has no rows, so there are no events"))
        for table in tables:
            report.add_notes(table)
            report.add_end(table)
        return ClashEvents.empty(), EventCounts(), {}
    table = filled[0] if len(filled) == 1 else one_table(given, feedback)  # raises with the reason
    return read_events(table, options, factions, report, feedback)


def _events(raw: RawEvents, kept: list[int], starts, ends, lonlat: np.ndarray, sides) -> ClashEvents:
    side_a, side_b = sides
    return ClashEvents(
        id=[raw.id[row] for row in kept],
        start=starts[kept],
        end=ends[kept],
        is_exact_date=(
            (ends - starts <= _DAY)[kept] if raw.is_exact_date is None else [raw.is_exact_date[row] for row in kept]
        ),
        lonlat=lonlat[kept],
        reach_km=[raw.reach_km[row] for row in kept],
        reach_basis=[STATED if raw.reach_basis is None else raw.reach_basis[row] for row in kept],
        side_a=[side_a[row].factions for row in kept],
        side_b=[side_b[row].factions for row in kept],
        unknown_a=[side_a[row].is_unknown for row in kept],
        unknown_b=[side_b[row].is_unknown for row in kept],
        kind=[raw.kind[row] for row in kept],
        source=[raw.source[row] for row in kept],
        label=[_label(raw, row) for row in kept],
    )


def _with_unique_ids(raw: RawEvents, table: SourceTable, faults: dict, counts: EventCounts, report) -> list[int]:
    """Return the rows that are events, each once; all others, and values read with caution, go to the report."""
    kept: list[int] = []
    met: set[tuple[str, str]] = set()
    notes: dict[int, list[Message]] = {}
    for row, note in raw.notes:
        notes.setdefault(row, []).append(note)
    for row in range(len(table)):
        event = (raw.source[row], raw.id[row])
        if row in faults:
            _report_row(report, REJECTED, table, row, faults[row])
        elif event in met:
            counts.duplicates += 1
            _report_row(
                report, NOTED, table, row, Message("the event {!r:.100} is repeated: counted once", raw.id[row])
            )
        else:
            met.add(event)
            kept.append(row)
            for note in notes.get(row, ()):
                _report_row(report, NOTED, table, row, note)
    report.add_end(table)
    return kept


def _periods(
    raw: RawEvents, options: EventOptions, lonlat: np.ndarray, report: ImportReport
) -> tuple[np.ndarray, np.ndarray, dict[int, Message]]:
    """Return start and end (half-open, whole days) of each row, and row → problem."""
    count = len(raw.first)
    dates = parse_dates([*raw.first, *(raw.last or ())], options.date_order, options.limits)
    faults: dict[int, Message] = {}
    for row, reason in sorted(dates.problems.items()):
        faults.setdefault(row % count, reason if row < count else Message("end date: {}", reason))
    days = dates.moments.astype("datetime64[D]")
    if not raw.ends_before:  # days of a case are stored as such
        zoned = np.array([states_zone(value) for value in (*raw.first, *(raw.last or ()))], bool)
        if zoned.any():
            zone = options.time_zone or _zone_at(lonlat)
            days[zoned] = local_days(dates.moments[zoned], zone)
            report.detected.append(
                Message("Times that state their zone: {}, read as days in {}.", int(zoned.sum()), zone)
            )
    starts = days[:count]
    lasts = starts if raw.last is None else days[count:]
    is_over = raw.ends_before & (dates.moments[-count:] == lasts)  # at the very start of that day
    ends = np.where(is_over, lasts, lasts + _DAY)
    for row, span in dates.spans.items():
        if row >= len(dates.moments) - count:
            ends[row % count] = end_of_span(dates.moments[row], span)
    for row in np.flatnonzero(ends <= starts):
        faults.setdefault(
            int(row), Message("ends ({}) before it starts ({})", text_of(raw.last[row]), text_of(raw.first[row]))
        )
    known = len({row % count for row in dates.spans})
    if known:
        report.detected.append(
            Message("Dates known to a month, a quarter or a year: {}; the event can be on any day of it.", known)
        )
    spread = np.array(raw.spread, object)
    starts = np.where(spread == WEEK, starts - _THREE_DAYS, starts)
    ends = np.where(spread == WEEK, ends + _THREE_DAYS, ends)
    months = starts.astype("datetime64[M]")
    starts = np.where(spread == MONTH, months.astype("datetime64[D]"), starts)
    ends = np.where(spread == MONTH, (months + 1).astype("datetime64[D]"), ends)
    return starts, ends, faults


def _zone_at(lonlat: np.ndarray) -> str:
    """Return the zone proposed for the middle of all places."""
    placed = lonlat[np.isfinite(lonlat).all(axis=1)]
    return proposed_time_zone(*np.median(placed, axis=0)) if len(placed) else UTC


def _sides(raw: RawEvents, actors: Actors) -> tuple[list[Side], list[Side]]:
    """Return both sides of each row, resolved now; in a case also by the stored factions."""
    return tuple(
        [actors.side(texts) for texts in named]
        if stored is None
        else [_stored_side(actors, ids, texts) for ids, texts in zip(stored, named)]
        for named, stored in ((raw.side_a, raw.factions_a), (raw.side_b, raw.factions_b))
    )


def _stored_side(actors: Actors, ids: str, texts: tuple) -> Side:
    """Return the side that the actors' names say now, unless the stored ids say what the names do not.

    So an alias that is added after the events were imported counts in the next search, and so does a correction of the
    ids by hand. An id is a faction even if only the case knows it.
    """
    parts = [part for part in map(tidied, ids.split(";")) if part]
    stored = tuple(dict.fromkeys(each for part in parts for each in actors.side([part]).factions or (part,)))
    by_name = actors.side(texts)
    if set(stored) <= set(by_name.factions):
        return by_name
    return Side(factions=stored, unmatched=(), is_combined=len(parts) > 1)


def _fault(raw: RawEvents, table: SourceTable, lonlat: np.ndarray, row: int) -> Message | None:
    """Return why a row with usable dates is not an event; None if it is one."""
    if np.isnan(lonlat).any():
        given = [f"{name} {text_of(table.columns[name][row])!r:.60}" for name in (raw.lon, raw.lat) if name]
        return Message("no usable coordinates: {}", ", ".join(given)) if given else Message("no usable coordinates")
    if raw.kind[row] not in KINDS:
        return Message("kind {!r:.60} is not one of {}", raw.kind[row], ", ".join(KINDS))
    return None if raw.reach_km[row] >= 0 else Message("the precision of its place is not a distance in km")


def _label(raw: RawEvents, row: int) -> str:
    """Return the label of the event from its data set, else its sides and place, else its id."""
    if raw.label is not None and raw.label[row]:
        return raw.label[row]
    sides = " – ".join(filter(None, ("; ".join(texts) for texts in (raw.side_a[row], raw.side_b[row]))))
    return tidied(", ".join(filter(None, (sides, raw.place[row]))) or raw.id[row])[:MAX_LABEL_LENGTH]


def _other_columns(raw: RawEvents, table: SourceTable, kept: list[int]) -> dict[str, list]:
    sides = {f.SIDE_A: raw.side_a, f.SIDE_B: raw.side_b}
    others = {name: ["; ".join(texts[row]) for row in kept] for name, texts in sides.items()}
    taken = {name.casefold() for name in (*OWN_COLUMNS, *others)}
    for name, values in table.columns.items():
        if name not in raw.consumed and name != table.geometry_field:
            others[_free_name(name, taken)] = [values[row] for row in kept]
    return others


def _free_name(name: str, taken: set[str]) -> str:
    """Return the name, with suffixes until it is not in ``taken`` (case-folded names), to which it is added."""
    name = tidied(name) or "column"
    while name.casefold() in taken:
        name += AS_GIVEN
    taken.add(name.casefold())
    return name


def _report_row(report: ImportReport, action: str, table: SourceTable, row: int, reason: Message) -> None:
    report.add(action, table.file, table.layer, int(table.rows[row]), reason, table.attributes(row))
