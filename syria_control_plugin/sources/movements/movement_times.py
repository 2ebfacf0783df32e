"""When movements were: dates of lines, moments of fixes, and M values of lines where they are times."""

from __future__ import annotations

import re
from contextlib import suppress

import numpy as np

from ...core.dates.dates import date_in_name, parse_dates
from ...core.dates.periods import OPEN, SECOND
from ...core.errors import SourceError
from ...core.movements.movements import MILLISECOND
from ...core.told import Told
from ..files.tables import SourceTable
from ..files.values import text_of
from ..maps.roles import Place, Role
from .movement_fields import Roles, are_epochs
from .movement_options import MovementOptions

ONE_DAY = np.timedelta64(1, "D")
_PLAIN = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:Z|\+00:?00)?", re.ASCII)
_NUMBER = re.compile(r"\d+\.?\d*")
# The first day of GPS time: what lies before is rather a distance along the line, unless the row's dates say so too.
_FIRST_GPS_S = 315_964_800.0


def periods_of_lines(table: SourceTable, role: Role | None, options: MovementOptions):
    """Start and end of each line, (n,) datetime64[s] each, and row → what is wrong.

    A line with one date counts for that whole day, UTC, whatever its time of day; one with a start and no end, or
    the same end, for the day of the start.
    """
    if role is None:
        return np.full(len(table), OPEN), np.full(len(table), OPEN), {row: "no date" for row in range(len(table))}
    if role.place in (Place.NAME, Place.PROPERTY):
        text = table.names[role.level] if role.place is Place.NAME else table.properties[role.detail]
        day = date_in_name(text, options.date_order, options.limits).astype("datetime64[D]")
        return np.full(len(table), day, SECOND), np.full(len(table), day + ONE_DAY, SECOND), {}
    parsed = parse_dates(table.columns[role.detail], options.date_order, options.limits)
    days = parsed.moments.astype("datetime64[D]")
    if role.place is Place.FIELD or not role.end:
        return days.astype(SECOND), (days + ONE_DAY).astype(SECOND), parsed.problems
    column = table.columns[role.end]
    stated = [row for row, value in enumerate(column) if text_of(value)]
    until = parse_dates([column[row] for row in stated], options.date_order or parsed.order, options.limits)
    problems = {**parsed.problems, **{stated[row]: reason for row, reason in until.problems.items()}}
    starts, ends = parsed.moments.copy(), np.full(len(table), OPEN)
    ends[stated] = until.moments + ONE_DAY if options.end_is_last_day else until.moments
    whole_day = np.isnat(ends) | (ends == starts)
    starts[whole_day], ends[whole_day] = days[whole_day], (days + ONE_DAY)[whole_day]
    for row in np.flatnonzero(ends < starts):
        problems[int(row)] = Told("ends ({}) before it starts ({})", ends[row], starts[row])
    return starts, ends, problems


def times_of_fixes(table: SourceTable, roles: Roles, options: MovementOptions):
    """Moment of each fix, (n,) datetime64[ms], and row → what is wrong. A date without a time of day is its start.

    Raises SourceError where no field says when the fixes were.
    """
    if roles.date is None or roles.date.place not in (Place.FIELD, Place.PERIOD_FIELDS):
        raise SourceError(
            Told(
                "{}: no field of its points has times; its fields are: {}. Set DATE_FIELD.",
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


def _moments(column: list, options: MovementOptions) -> tuple[np.ndarray, dict[int, str]]:
    """As ``parse_dates``; the many texts of a tracker's log, which read one way only, at once."""
    plain = [row for row, value in enumerate(column) if isinstance(value, str) and _PLAIN.fullmatch(value)]
    moments = np.full(len(column), OPEN)
    with suppress(ValueError):  # an hour or a day that there is not: told, with its value, below
        moments[plain] = np.array([column[row][:19] for row in plain], SECOND)
    is_read = (moments >= options.limits.earliest) & (moments <= options.limits.latest)
    others = np.flatnonzero(~is_read)
    parsed = parse_dates([column[row] for row in others], options.date_order, options.limits)
    moments[others] = parsed.moments
    return moments, {int(others[row]): reason for row, reason in parsed.problems.items()}


def times_of_measures(measures: np.ndarray, start, end, options: MovementOptions) -> np.ndarray | None:
    """M values as times, (n,) datetime64[ms], where they can be seconds since 1970-01-01 UTC; None where they can't.

    They can be where they increase, or stay, from vertex to vertex, lie within the limits of dates, and are not
    earlier than GPS itself, 6 January 1980, unless they lie between the row's own start and end.
    """
    if len(measures) < 2 or not np.isfinite(measures).all():
        return None
    first, last = measures[0], measures[-1]
    limits = [moment.astype(SECOND).astype(float) for moment in (options.limits.earliest, options.limits.latest)]
    if (np.diff(measures) < 0).any() or not first < last or first < limits[0] or last > limits[1]:
        return None
    times = np.round(measures * 1e3).astype(np.int64).astype(MILLISECOND)
    # NaT compares as False: without a period of its own a row has nothing to say here.
    is_stated = bool(start <= times[0] and times[-1].astype(SECOND) <= end)
    return times if first >= _FIRST_GPS_S or is_stated else None


def _from_epochs(texts: list[str], options: MovementOptions):
    problems = {row: Told("{!r:.60} is no time in seconds since 1970", text) for row, text in enumerate(texts)
                if not _NUMBER.fullmatch(text)}  # fmt: skip
    numbers = np.array([0.0 if row in problems else float(text) for row, text in enumerate(texts)])
    ms = np.where(numbers >= 1e11, numbers, numbers * 1e3)
    ms[list(problems)] = 0
    times = np.round(np.clip(ms, 0, 1e16)).astype(np.int64).astype(MILLISECOND)
    off = (times < options.limits.earliest) | (times > options.limits.latest)
    problems.update(
        {int(row): Told("{!r:.60} lies outside the dates allowed", texts[row]) for row in np.flatnonzero(off)}
    )
    times[list(problems)] = np.datetime64("NaT", "ms")
    return times, problems
