"""What a timeline shows of many dates and events on few pixels: bars by column, and marks that merge."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .timeline_scale import TimeScale

_OVERLAP = 0.8  # of the spacing: nearer than that, two marks would cover each other


@dataclass(frozen=True)
class Bars:
    """The pixel columns that dates fall into: ``x``, and the largest value of its dates; NaN where none has one."""

    x: np.ndarray
    value: np.ndarray


@dataclass(frozen=True)
class Marks:
    """Events that lie close to each other, as one mark each: where, how many, the first and the last one's row."""

    x: np.ndarray
    count: np.ndarray
    first: np.ndarray
    last: np.ndarray

    def __len__(self) -> int:
        return len(self.x)

    def nearest(self, x: float, reach_px: float) -> int | None:
        """The mark at a place, None where there is none within reach."""
        if not len(self):
            return None
        found = int(np.abs(self.x - x).argmin())
        return found if abs(self.x[found] - x) <= reach_px else None


def bars(scale: TimeScale, times: np.ndarray, values: np.ndarray, column_px: float = 1.0) -> Bars:
    """The columns in view of dates (rising). A date alone in its column stays where it is to a fraction of it."""
    begin, end = _in_view(scale, times, 2 * column_px)
    if begin == end:
        return Bars(np.empty(0), np.empty(0))
    x = scale.x(times[begin:end])
    columns, first = np.unique(np.floor(x / column_px), return_index=True)
    count = np.diff([*first, len(x)])
    return Bars(np.where(count == 1, x[first], columns * column_px), np.fmax.reduceat(values[begin:end], first))


def marks(scale: TimeScale, times: np.ndarray, spacing_px: float) -> Marks:
    """Events (rising) in view; those in one stretch of ``spacing_px`` are one mark, at their mean, and so are those of
    two stretches that would overlap.

    The stretches lie fixed in time, so that nothing merges or parts while the view is scrolled.
    """
    begin, end = _in_view(scale, times, spacing_px)
    if begin == end:
        return Marks(np.empty(0), *(np.empty(0, int) for _ in range(3)))
    x = scale.x(times[begin:end])
    stretch = np.floor((times[begin:end] - scale.first) * scale.px_per_s / spacing_px)
    _, first = np.unique(stretch, return_index=True)
    first = first[~_second_of_pair(np.diff(_means(x, first)) < _OVERLAP * spacing_px)]
    count = np.diff([*first, len(x)])
    return Marks(_means(x, first), count, begin + first, begin + first + count - 1)


def _means(x: np.ndarray, first: np.ndarray) -> np.ndarray:
    return np.add.reduceat(x, first) / np.diff([*first, len(x)])


def _second_of_pair(is_close: np.ndarray) -> np.ndarray:
    """Which marks join the one before: of a row of close ones every other, so that marks do not grow to chains."""
    numbers = np.arange(len(is_close) + 1)
    is_close = np.append(False, is_close)
    row_begin = np.maximum.accumulate(np.where(is_close, 0, numbers))
    return is_close & ((numbers - row_begin) % 2 == 1)


def _in_view(scale: TimeScale, times: np.ndarray, margin_px: float) -> tuple[int, int]:
    """Rows of the times in view, a margin on both sides, but none outside of the whole span."""
    margin = margin_px / scale.px_per_s
    begin = np.searchsorted(times, max(scale.left - margin, scale.first))
    end = np.searchsorted(times, min(scale.right + margin, scale.last), side="right")
    return int(begin), int(max(begin, end))
