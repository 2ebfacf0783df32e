"""Half-open periods of time, UTC, as columns: ``[start, end)``, an empty end (NaT) meaning "still so".

Half-open, so that of two maps that follow each other exactly one is valid at any moment.
"""

from __future__ import annotations

import numpy as np

from ..errors import SeriesError
from ..told import Told

SECOND = "datetime64[s]"
OPEN = np.datetime64("NaT", "s")
_FAR = np.datetime64("9999-12-31T23:59:59", "s")


def moments(values) -> np.ndarray:
    """Anything that NumPy reads as moments, as an array of ``datetime64[s]``, UTC."""
    return np.asarray(values, dtype=SECOND)


def closed(ends: np.ndarray) -> np.ndarray:
    """Ends with the open ones replaced by the end of time, so that they compare."""
    return np.where(np.isnat(ends), _FAR, ends)


def valid_at(starts: np.ndarray, ends: np.ndarray, moment) -> np.ndarray:
    """Boolean mask of the periods that contain a moment: the start belongs to a period, the end does not."""
    moment = np.datetime64(moment, "s")
    return (starts <= moment) & (moment < closed(ends))


def last_known(starts: np.ndarray, ends: np.ndarray) -> np.datetime64:
    """The last moment at which anything begins or ends and some period is valid, NaT where there are no periods.

    Where all periods are closed, the last end of all is no such moment: nothing is valid any more.
    """
    steps = np.unique(np.concatenate([starts, ends[~np.isnat(ends)]]))
    valid = steps[[bool(valid_at(starts, ends, moment).any()) for moment in steps]] if len(steps) else steps
    return valid[-1] if len(valid) else OPEN


def intersection(starts_a, ends_a, starts_b, ends_b) -> tuple[np.ndarray, np.ndarray]:
    """Start and end of what the periods have in common, row by row; empty where ``end <= start``."""
    ends = np.minimum(closed(ends_a), closed(ends_b))
    return np.maximum(starts_a, starts_b), np.where(ends == _FAR, OPEN, ends)


def check_periods(starts: np.ndarray, ends: np.ndarray) -> None:
    """Raises SeriesError for a period without a start, or one that ends before or as it starts."""
    if np.isnat(starts).any():
        raise SeriesError(Told("Row {}: a period needs a start.", int(np.isnat(starts).argmax())))
    bad = closed(ends) <= starts
    if bad.any():
        row = int(bad.argmax())
        raise SeriesError(
            Told("Row {}: the period ends ({}) before or as it starts ({}).", row, ends[row], starts[row])
        )
