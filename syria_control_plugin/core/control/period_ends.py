"""The meaning of the ends of stated periods: the last day of the period, or the moment at which it is over.

Data sets write both. What a row's ground shows next tells them apart: it passes to another row on the day of the end,
or on the day after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import shapely

ONE_DAY = np.timedelta64(1, "D")
_MOST_ROWS = 5000  # whose successors are searched, spread over the data


class EndReading(Enum):
    """Meaning of an end that names a day."""

    LAST_DAY = "last_day"
    FIRST_DAY_AFTER = "first_day_after"


def end_reading(is_last_day: bool | None) -> EndReading | None:
    """Return the meaning that a setting chooses, None if it is to be detected."""
    if is_last_day is None:
        return None
    return EndReading.LAST_DAY if is_last_day else EndReading.FIRST_DAY_AFTER


@dataclass(frozen=True)
class EndEvidence:
    """What periods show about the meaning of their ends that name a day.

    days        number of such ends
    next_day    rows whose ground passes to another row on the day after the end
    same_day    rows whose ground passes to another row on the day of the end
    one_day     rows that end on the day on which they start
    is_monthly  all ends are last days of months
    example     an end that the message on them can quote; NaT without any
    """

    days: int
    next_day: int
    same_day: int
    one_day: int
    is_monthly: bool
    example: np.datetime64

    @property
    def proved(self) -> EndReading | None:
        """The only meaning that the data allow; None if they do not decide.

        One row proves no last day: a period can be followed by a day of which nothing is known.
        """
        if self.same_day and not self.next_day:
            return EndReading.FIRST_DAY_AFTER
        is_last_day = not self.same_day and self.next_day + self.one_day > 1
        return EndReading.LAST_DAY if is_last_day else None

    @property
    def is_open(self) -> bool:
        """Whether the ends look like last days without proof."""
        looks_so = self.next_day or self.one_day or (self.days and self.is_monthly)
        return bool(looks_so) and self.proved is None


def end_evidence(
    starts: np.ndarray, ends: np.ndarray, names_day: np.ndarray, states_time: np.ndarray, geometry: np.ndarray
) -> EndEvidence:
    """Return what n periods, as written, show about their ends.

    starts, ends  (n,) datetime64[s], NaT for an open end
    names_day     (n,) whether the end names a day: a date, or its first moment
    states_time   (n,) whether the end states a time of day
    geometry      (n,) polygons in lon/lat
    """
    rows = np.flatnonzero(names_day & ~np.isnat(ends))
    sampled = rows[np.unique(np.linspace(0, len(rows) - 1, _MOST_ROWS).astype(int))] if len(rows) > _MOST_ROWS else rows
    next_day = same_day = 0
    order = np.argsort(starts, kind="stable")
    for end in np.unique(ends[sampled]):
        ending = sampled[ends[sampled] == end]
        passing = [_passing(ending, day, starts, order, geometry) for day in (end, end + ONE_DAY)]
        at_once, after = map(set, passing)
        same_day += len(at_once)
        next_day += len(after - at_once)
    days = ends[rows[~states_time[rows]]].astype("datetime64[D]")
    ends_month = days.astype("datetime64[M]") != (days + ONE_DAY).astype("datetime64[M]")
    return EndEvidence(
        days=len(rows),
        next_day=next_day,
        same_day=same_day,
        one_day=int((ends[rows] == starts[rows]).sum()),
        is_monthly=len(days) > 0 and bool(ends_month.all()),
        example=ends[rows[0]] if len(rows) else np.datetime64("NaT", "s"),
    )


def _passing(
    ending: np.ndarray, day: np.datetime64, starts: np.ndarray, order: np.ndarray, geometry: np.ndarray
) -> np.ndarray:
    """Return those of the rows whose ground belongs to a row that starts at ``day``, later than they do.

    order  all rows, by start
    """
    first, last = (np.searchsorted(starts, day, side, sorter=order) for side in ("left", "right"))
    following, ending = order[first:last], ending[starts[ending] < day]
    if not (len(following) and len(ending)):
        return np.empty(0, int)
    # One point of the ground decides: neighbours share borders, and their slivers, but not such a point.
    points = shapely.point_on_surface(geometry[ending])
    pairs = shapely.STRtree(geometry[following]).query(points, predicate="within")
    return np.unique(ending[pairs[0]])
