"""Times of movements (dates of lines, moments of fixes, M values that are times) and tracks made of timed fixes.

Fixes left out and tracks cut are reported row by row.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from ...case.import_report import NOTED, REJECTED, ImportReport
from ...case.values import text_of
from ...core.dates.options import end_of_span
from ...core.dates.parsing import date_in_name, is_missing, parse_dates, states_time_of_day
from ...core.dates.periods import OPEN, SECOND
from ...core.dates.texts import range_in_name, spans_in_name
from ...core.errors import SourceError
from ...core.feedback import Feedback
from ...core.messages import Message
from ...core.movements.cleaning import ALONE, AT_ONCE, OUTLIER, REPEATED, Tracks, tracks_from_fixes
from ...core.movements.movements import MILLISECOND, Movements
from ..files.tables import SourceTable
from ..maps.detection import FieldRole, NameHolds, Origin
from .detection import FieldMapping, are_epochs
from .options import MovementOptions

ONE_DAY = np.timedelta64(1, "D")
_PLAIN = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:Z|\+00:?00)?", re.ASCII)
_NUMBER = re.compile(r"\d+\.?\d*")
# The first day of GPS time: lower values are rather distances along the line, unless the row's dates confirm them.
_FIRST_GPS_S = 315_964_800.0


def periods_of_lines(table: SourceTable, role: FieldRole | None, options: MovementOptions):
    """Return start and end of each line, (n,) datetime64[s] each, row → problem, and how ends were read.

    A line with one date counts for that whole day, whatever its time of day; one with a start and no end, or the same
    end, for the day of the start. An end that is a date counts for that whole day too, unless the options exclude it;
    one with a time of day is that moment.
    """
    if role is None:
        return np.full(len(table), OPEN), np.full(len(table), OPEN), {row: "no date" for row in range(len(table))}, []
    if role.place in (Origin.NAME, Origin.PROPERTY):
        text = table.names[role.level] if role.place is Origin.NAME else table.properties[role.detail]
        start, end, lines = _period_in_name(text, role, options)
        return np.full(len(table), start, SECOND), np.full(len(table), end, SECOND), {}, lines
    parsed = parse_dates(table.columns[role.detail], options.date_order, options.limits)
    days = parsed.moments.astype("datetime64[D]")
    if role.place is Origin.FIELD or not role.end:
        return days.astype(SECOND), parsed.ends, parsed.problems, _known_to(len(parsed.spans))
    column = table.columns[role.end]
    stated = [row for row, value in enumerate(column) if not is_missing(value)]
    until = parse_dates([column[row] for row in stated], options.date_order or parsed.order, options.limits)
    problems = {**parsed.problems, **{stated[row]: reason for row, reason in until.problems.items()}}
    starts, ends = parsed.moments.copy(), np.full(len(table), OPEN)
    is_date = np.array([not states_time_of_day(column[row]) for row in stated], bool)
    ends[stated] = np.where(is_date & options.end_is_last_day, until.ends, until.moments)
    whole_day = np.isnat(ends) | (ends == starts)
    starts[whole_day], ends[whole_day] = days[whole_day], parsed.ends[whole_day]
    for row in np.flatnonzero(ends < starts):
        problems[int(row)] = Message("ends ({}) before it starts ({})", ends[row], starts[row])
    known = _known_to(len({*parsed.spans, *(stated[row] for row in until.spans)}))
    return starts, ends, problems, [*_end_reading(is_date & ~np.isnat(until.moments), options), *known]


def _period_in_name(text: str, role: FieldRole, options: MovementOptions):
    """Return start and end of the day, the period or the span that a name states, and what to report."""
    if (
        role.holds is NameHolds.PERIOD
        and (period := range_in_name(text, options.date_order, options.limits)) is not None
    ):
        return period[0], end_of_span(period[1], None), []
    if role.holds is NameHolds.SPAN and len(spans := spans_in_name(text, options.limits)) == 1:
        start, span = spans[0]
        return start, end_of_span(start, span), _known_to(1)
    day = date_in_name(text, options.date_order, options.limits).astype("datetime64[D]")
    return day, day + ONE_DAY, []


def _known_to(count: int) -> list[Message]:
    if not count:
        return []
    return [Message("Dates known to a month, a quarter or a year: {}; the movement can be at any time of it.", count)]


def _end_reading(is_date: np.ndarray, options: MovementOptions) -> list[Message]:
    """Return how the ends were read that are dates; nothing if none is."""
    if not is_date.any():
        return []
    if options.end_is_last_day:
        return [
            Message("Ends that are dates without a time: {}, read as the last day of the movement.", int(is_date.sum()))
        ]
    return [
        Message("Ends that are dates without a time: {}, read as the first day after the movement.", int(is_date.sum()))
    ]


def times_of_fixes(table: SourceTable, roles: FieldMapping, options: MovementOptions):
    """Return the moment of each fix, (n,) datetime64[ms], and row → problem. A date without a time of day is its start.

    Raises SourceError if no field contains the times of the fixes.
    """
    if roles.date is None or roles.date.place not in (Origin.FIELD, Origin.PERIOD_FIELDS):
        raise SourceError(
            Message(
                "{}: no field of the points contains times. Fields: {}. Set DATE_FIELD.",
                table.file,
                ", ".join(table.columns),
            )
        )
    column = table.columns[roles.date.detail]
    if are_epochs(column):
        return _from_epochs([text_of(value) for value in column], options)
    if roles.clock:
        clocks = (text_of(value) for value in table.columns[roles.clock])
        column = [f"{text_of(day)} {clock}" if clock else day for day, clock in zip(column, clocks)]
    moments, problems = _moments(column, options)
    return moments.astype(MILLISECOND), problems


def _moments(column: list, options: MovementOptions) -> tuple[np.ndarray, dict[int, Message]]:
    """Parse as ``parse_dates``, but the many unambiguous texts of a tracker's log all at once."""
    plain = [row for row, value in enumerate(column) if isinstance(value, str) and _PLAIN.fullmatch(value)]
    moments = np.full(len(column), OPEN)
    with suppress(ValueError):  # an impossible hour or day: reported, with its value, below
        moments[plain] = np.array([column[row][:19] for row in plain], SECOND)
    is_read = (moments >= options.limits.earliest) & (moments <= options.limits.latest)
    others = np.flatnonzero(~is_read)
    parsed = parse_dates([column[row] for row in others], options.date_order, options.limits)
    moments[others] = parsed.moments
    return moments, {int(others[row]): reason for row, reason in parsed.problems.items()}


def times_of_measures(measures: np.ndarray, start, end, options: MovementOptions) -> np.ndarray | None:
    """Return M values as times, (n,) datetime64[ms], if they can be seconds since 1970-01-01 UTC; None if they cannot.

    They can be if they do not decrease from vertex to vertex, lie within the limits of dates, and are not earlier than
    GPS itself, 6 January 1980, unless they lie between the row's own start and end.
    """
    if len(measures) < 2 or not np.isfinite(measures).all():
        return None
    first, last = measures[0], measures[-1]
    limits = [moment.astype(SECOND).astype(float) for moment in (options.limits.earliest, options.limits.latest)]
    if (np.diff(measures) < 0).any() or not first < last or first < limits[0] or last > limits[1]:
        return None
    times = np.round(measures * 1e3).astype(np.int64).astype(MILLISECOND)
    # NaT compares as False: a row without a period of its own confirms nothing.
    is_stated = bool(start <= times[0] and times[-1].astype(SECOND) <= end)
    return times if first >= _FIRST_GPS_S or is_stated else None


def _from_epochs(texts: list[str], options: MovementOptions):
    problems = {row: Message("{!r:.60} is not a time in seconds since 1970", text) for row, text in enumerate(texts)
                if not _NUMBER.fullmatch(text)}  # fmt: skip
    numbers = np.array([0.0 if row in problems else float(text) for row, text in enumerate(texts)])
    ms = np.where(numbers >= 1e11, numbers, numbers * 1e3)
    ms[list(problems)] = 0
    times = np.round(np.clip(ms, 0, 1e16)).astype(np.int64).astype(MILLISECOND)
    off = (times < options.limits.earliest) | (times > options.limits.latest)
    problems.update(
        {int(row): Message("{!r:.60} lies outside the allowed dates", texts[row]) for row in np.flatnonzero(off)}
    )
    times[list(problems)] = np.datetime64("NaT", "ms")
    return times, problems


_WHY = {
    AT_ONCE: Message("another fix of its track has the same time at another place"),
    OUTLIER: Message("outlier: inconsistent with both neighbouring fixes"),
    ALONE: Message("the only fix of its track, or alone between two cuts"),
}


@dataclass(frozen=True)
class Fixes:
    """Fixes as columns of length m: rows of their table, keys that separate tracks, and the columns of movements."""

    row: np.ndarray
    track: list
    name: np.ndarray
    mover: np.ndarray
    source: np.ndarray
    time: np.ndarray
    lonlat: np.ndarray
    is_reported: np.ndarray

    def tracks(self, options: MovementOptions, feedback: Feedback) -> Tracks:
        limits = options.speed_limit_kmh, options.gap_limit_h, options.jump_limit_km
        return tracks_from_fixes(self.track, self.time, self.lonlat, *limits, feedback=feedback)


def movements_of(fixes: Fixes, tracks: Tracks) -> Movements:
    """Return the tracks as movements; the first of several pieces of a track "A" is "A/1"."""
    first, last = tracks.fix[tracks.first[:-1]], tracks.fix[tracks.first[1:] - 1]
    ids = [f"{name}/{piece}" if piece else name for name, piece in zip(fixes.name[first], tracks.piece)]
    of_fixes = fixes.source[tracks.fix]
    sources = ["; ".join(dict.fromkeys(of_fixes[i:j])) for i, j in zip(tracks.first, tracks.first[1:])]
    start, end = (fixes.time[rows].astype(SECOND) for rows in (first, last))
    return Movements(
        id=ids,
        mover=fixes.mover[first],
        start=start,
        end=end,
        source=sources,
        first=tracks.first,
        lonlat=fixes.lonlat[tracks.fix],
        time=fixes.time[tracks.fix],
        is_reported=fixes.is_reported[tracks.fix],
    )


def report_fixes(report: ImportReport, table: SourceTable, fixes: Fixes, tracks: Tracks) -> None:
    """Reject the rows of points that belong to no movement, and report where tracks were cut."""
    repeated = int((tracks.left_why == REPEATED).sum())
    if repeated:
        reason = Message(
            "{} fixes repeat the time and, within 50 m, the place of another fix of their track: counted once", repeated
        )
        report.add(NOTED, table.file, table.layer, None, reason)
    for fix, why in zip(tracks.left_out, tracks.left_why):
        if why != REPEATED:
            row = int(fixes.row[fix])
            reason = Message("{} (track {!r:.60}, {})", _WHY[why], fixes.name[fix], _moment(fixes.time[fix]))
            report.add(REJECTED, table.file, table.layer, int(table.rows[row]), reason, table.attributes(row),
                       table.geometry[row])  # fmt: skip
    _report_cuts(report, table, fixes, tracks, with_row=False)


def report_lines(report: ImportReport, table: SourceTable, fixes: Fixes, tracks: Tracks) -> None:
    """Reject lines without any movement left, and report what was left out of the others and where they were cut."""
    whole = set(fixes.row[tracks.fix].tolist())
    left_out = Counter(zip(fixes.row[tracks.left_out].tolist(), tracks.left_why))
    for row in sorted(set(fixes.row.tolist()) - whole):
        reason = Message("the times and places of its vertices leave no two in sequence")
        report.add(REJECTED, table.file, table.layer, int(table.rows[row]), reason, table.attributes(row),
                   table.geometry[row])  # fmt: skip
    for (row, why), count in left_out.items():
        if row in whole and why != REPEATED:
            reason = Message("{} of its vertices left out: {}", count, _WHY[why])
            report.add(NOTED, table.file, table.layer, int(table.rows[row]), reason)
    _report_cuts(report, table, fixes, tracks, with_row=True)


def _report_cuts(report: ImportReport, table: SourceTable, fixes: Fixes, tracks: Tracks, with_row: bool) -> None:
    cuts: dict = {}
    for number, before in enumerate(tracks.cut[:, 0].tolist()):
        cuts.setdefault(fixes.track[before], []).append(number)
    for numbers in cuts.values():
        before, after = tracks.cut[numbers[0]]
        km, hours = tracks.cut_km[numbers[0]], tracks.cut_h[numbers[0]]
        often = f"{len(numbers)} times, first" if len(numbers) > 1 else "once,"
        reason = Message(
            "track {!r:.60} cut {} between {} and {}, {}: {:.1f} km in {:.2f} hours",
            fixes.name[before],
            often,
            _moment(fixes.time[before]),
            _moment(fixes.time[after]),
            tracks.cut_why[numbers[0]],
            km,
            hours,
        )
        row = int(table.rows[fixes.row[before]]) if with_row else None
        report.add(NOTED, table.file, table.layer, row, reason)
    report.tracks_cut += len(cuts)


def _moment(time: np.datetime64) -> str:
    return str(time.astype(SECOND)).replace("T", " ")
