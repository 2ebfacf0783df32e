"""Half-open periods of time, UTC, as columns: ``[start, end)``, an empty end (NaT) meaning "still so".

Half-open, so that of two maps that follow each other exactly one is valid at any moment.
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
    """Anything that NumPy reads as moments, as an array of ``datetime64[s]``, UTC."""
    return np.asarray(values, dtype=SECOND)


def closed(ends: np.ndarray) -> np.ndarray:
    """Ends with the open ones replaced by the end of time, so that they compare."""
    return np.where(np.isnat(ends), _FAR, ends)


def valid_at(starts: np.ndarray, ends: np.ndarray, moment: np.datetime64 | str) -> np.ndarray:
    """Boolean mask of the periods that contain a moment: the start belongs to a period, the end does not."""
    moment = np.datetime64(moment, "s")
    return (starts <= moment) & (moment < closed(ends))


def any_valid_at(starts: np.ndarray, ends: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Mask of the moments that any of the periods contains; periods are not empty."""
    begun = np.searchsorted(np.sort(starts), asked, side="right")
    return begun > np.searchsorted(np.sort(closed(ends)), asked, side="right")


def rows_valid_at(starts: np.ndarray, ends: np.ndarray, asked: np.ndarray) -> Iterator[np.ndarray]:
    """The rows of the periods that contain each of some ascending moments, ascending.

    As `valid_at` for each moment, but in all at the cost of what is valid, however many periods there are.
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
    """The last moment at which anything begins or ends and some period is valid, NaT where there are no periods.

    Where all periods are closed, the last end of all is no such moment: nothing is valid any more.
    """
    steps = np.unique(np.concatenate([starts, ends[~np.isnat(ends)]]))
    valid = steps[any_valid_at(starts, ends, steps)]
    return valid[-1] if len(valid) else OPEN


def intersection(
    starts_a: np.ndarray, ends_a: np.ndarray, starts_b: np.ndarray, ends_b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Start and end of what the periods have in common, row by row; empty where ``end <= start``."""
    ends = np.minimum(closed(ends_a), closed(ends_b))
    return np.maximum(starts_a, starts_b), np.where(ends == _FAR, OPEN, ends)


def check_periods(starts: np.ndarray, ends: np.ndarray) -> None:
    """Raises SeriesError for a period without a start, or one that ends before or as it starts."""
    if np.isnat(starts).any():
        raise SeriesError(Message("Row {}: the period has no start.", int(np.isnat(starts).argmax())))
    bad = closed(ends) <= starts
    if bad.any():
        row = int(bad.argmax())
        raise SeriesError(
            Message("Row {}: the period ends ({}) at or before its start ({}).", row, ends[row], starts[row])
        )
