"""When the source of a control series knows anything: the times of its maps, and what of movements' times they cover.

A source knows something at a moment if any of its territories is valid then, wherever it lies and whoever holds it.
"""

from __future__ import annotations

import numpy as np

from ..control.series import ControlSeries
from ..dates.periods import closed
from .movements import MILLISECOND, Movements

_INSTANT = np.timedelta64(1, "ms")


def moments_tested(movements: Movements, series: ControlSeries) -> np.ndarray:
    """(n,) datetime64[ms]: the moment whose ground counts for an untimed movement; of a timed one its start.

    It is the movement's start or, where the series knows nothing of that, the first moment of its time of which it
    does; the start too where there is none.
    """
    start, end = _times_of(movements)
    begin, until = _known(series)
    following = np.searchsorted(until, start, side="right")  # the first span that is not over
    begin = np.append(begin, np.datetime64("9999-12-31", "ms"))[following]
    is_later = ~movements.is_timed & (start < begin) & (begin < end)
    return np.where(is_later, begin, start)


def known_of(movements: Movements, series: ControlSeries) -> tuple[np.ndarray, np.ndarray]:
    """(n,) bool each: whether anything of a movement's time is known, and whether all of it is."""
    start, end = _times_of(movements)
    begin, until = _known(series)
    following = np.searchsorted(until, start, side="right")
    begin, until = (np.append(each, np.datetime64("9999-12-31", "ms"))[following] for each in (begin, until))
    is_known = begin < np.maximum(end, start + _INSTANT)
    # A period does not contain its end, but a movement that only ends there was in it all its way.
    return is_known, is_known & (begin <= start) & (end <= until)


def map_dates(series: ControlSeries, moments: np.ndarray) -> np.ndarray:
    """(n,) datetime64[s]: the last date at or before a moment at which any territory begins or ends.

    There is one: no moment is before all territories. A map that shows the same as the one before it is not seen.
    """
    dates = np.unique(np.concatenate([series.start, closed(series.end)]))
    return dates[np.searchsorted(dates, moments, side="right") - 1] if len(moments) else dates[:0]


def _times_of(movements: Movements) -> tuple[np.ndarray, np.ndarray]:
    timed = movements.is_timed
    start, end = movements.start.astype(MILLISECOND), movements.end.astype(MILLISECOND)
    start[timed], end[timed] = (
        movements.time[movements.first[:-1]][timed],
        movements.time[movements.first[1:] - 1][timed],
    )
    return start, end


def _known(series: ControlSeries) -> tuple[np.ndarray, np.ndarray]:
    """Begins and ends of the times in which some source knows something, sorted, with gaps between them."""
    order = np.argsort(series.start, kind="stable")
    start = series.start[order].astype(MILLISECOND)
    end = np.maximum.accumulate(closed(series.end)[order].astype(MILLISECOND)) if len(order) else start
    is_first = np.append(True, start[1:] > end[:-1])[: len(order)]
    is_last = np.append(is_first[1:], True)[: len(order)]
    return start[is_first], end[is_last]
