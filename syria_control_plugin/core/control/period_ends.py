"""The meaning of the ends of stated periods: the last day of the period, or the moment at which it is over.

Data sets write both. What a row's ground shows next tells them apart: it passes to another row on the day of the end,
or on the day after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import shapely

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

    days        number of such ends; for an end that names a month, a quarter or a year, read that for "day"
    next_day    rows whose ground passes to another row on the day after the end
    same_day    rows whose ground passes to another row on the day of the end
    one_day     rows that end on the day on which they start
    is_monthly  all ends are last days of months, or months
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
    starts: np.ndarray, ends: np.ndarray, overs: np.ndarray, states_time: np.ndarray, geometry: np.ndarray
) -> EndEvidence:
    """Return what n periods, as written, show about their ends.

    starts, ends  (n,) datetime64[s], NaT for an open end
    overs         (n,) datetime64[s], when the period is over if it lasts to the end of the day, month or year that the
                  end names; NaT for an end that names none
    states_time   (n,) whether the end states a time of day
    geometry      (n,) polygons in lon/lat
    """
    rows = np.flatnonzero(~np.isnat(overs))
    sampled = rows[np.unique(np.linspace(0, len(rows) - 1, _MOST_ROWS).astype(int))] if len(rows) > _MOST_ROWS else rows
    next_day = same_day = 0
    order = np.argsort(starts, kind="stable")
    for end, over in sorted(set(zip(ends[sampled], overs[sampled]))):
        ending = sampled[(ends[sampled] == end) & (overs[sampled] == over)]
        passing = [_passing(ending, day, starts, order, geometry) for day in (end, over)]
        at_once, after = map(set, passing)
        same_day += len(at_once)
        next_day += len(after - at_once)
    dated = overs[rows[~states_time[rows]]]
    return EndEvidence(
        days=len(rows),
        next_day=next_day,
        same_day=same_day,
        one_day=int((ends[rows] == starts[rows]).sum()),
        is_monthly=len(dated) > 0 and bool((dated == dated.astype("datetime64[M]")).all()),
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
