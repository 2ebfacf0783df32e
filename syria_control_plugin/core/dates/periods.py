"""Half-open periods of time, UTC, as columns: ``[start, end)``; an empty end (NaT) means "still valid".

They are half-open so that, of two consecutive maps, exactly one is valid at any moment.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from heapq import heappop, heappush

import numpy as np
from numpy.typing import ArrayLike

from ..errors import SeriesError
from ..messages import Message

SECOND = "datetime64[s]"
OPEN = np.datetime64("NaT", "s")
_FAR = np.datetime64("9999-12-31T23:59:59", "s")


def moments(values: ArrayLike) -> np.ndarray:
    """Return values that NumPy reads as moments as an array of ``datetime64[s]``, UTC."""
    return np.asarray(values, dtype=SECOND)


def closed(ends: np.ndarray) -> np.ndarray:
    """Return the ends with open ones replaced by the end of time, so that they can be compared."""
    return np.where(np.isnat(ends), _FAR, ends)


def valid_at(starts: np.ndarray, ends: np.ndarray, moment: np.datetime64 | str) -> np.ndarray:
    """Return a mask of the periods that contain a moment: a period contains its start, not its end."""
    moment = np.datetime64(moment, "s")
    return (starts <= moment) & (moment < closed(ends))


def any_valid_at(starts: np.ndarray, ends: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Return a mask of the moments that any of the periods contains; no period may be empty."""
    begun = np.searchsorted(np.sort(starts), asked, side="right")
    return begun > np.searchsorted(np.sort(closed(ends)), asked, side="right")


def rows_valid_at(starts: np.ndarray, ends: np.ndarray, asked: np.ndarray) -> Iterator[np.ndarray]:
    """Yield, for each of some ascending moments, the rows of the periods that contain it, ascending.

    As ``valid_at`` for each moment, but the total cost follows what is valid, not the number of periods.
    """
    until = closed(ends)
    waiting = deque(np.argsort(starts, kind="stable").tolist())
    ending: list[tuple] = []
    valid: set[int] = set()
    for moment in asked:
        while waiting and starts[waiting[0]] <= moment:
            row = waiting.popleft()
            valid.add(row)
            heappush(ending, (until[row], row))
        while ending and ending[0][0] <= moment:
            valid.discard(heappop(ending)[1])
        yield np.array(sorted(valid), int)


def last_known(starts: np.ndarray, ends: np.ndarray) -> np.datetime64:
    """Return the last moment at which a period begins or ends and some period is valid; NaT without periods.

    If all periods are closed, the last end of all is not such a moment: nothing is valid any more.
    """
    steps = np.unique(np.concatenate([starts, ends[~np.isnat(ends)]]))
    valid = steps[any_valid_at(starts, ends, steps)]
    return valid[-1] if len(valid) else OPEN


def intersection(
    starts_a: np.ndarray, ends_a: np.ndarray, starts_b: np.ndarray, ends_b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return start and end of the time that two periods share, row by row; empty if ``end <= start``."""
    ends = np.minimum(closed(ends_a), closed(ends_b))
    return np.maximum(starts_a, starts_b), np.where(ends == _FAR, OPEN, ends)


def check_periods(starts: np.ndarray, ends: np.ndarray) -> None:
    """Check that every period has a start, and ends after it. Raises SeriesError otherwise."""
    if np.isnat(starts).any():
        raise SeriesError(Message("Row {}: the period has no start.", int(np.isnat(starts).argmax())))
    bad = closed(ends) <= starts
    if bad.any():
        row = int(bad.argmax())
        raise SeriesError(
            Message("Row {}: the period ends ({}) at or before its start ({}).", row, ends[row], starts[row])
        )
