"""The mapping of a chart of areas between dates, areas and pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.PyQt.QtCore import QRectF

from ..timeline.timeline_scale import seconds

_TICKS = 4
_LEAST_LAST_S = 43200.0
_HEADROOM = 0.04


def area_range(areas: list[np.ndarray], from_zero: bool) -> tuple[float, float]:
    """Lowest and highest area of an axis for these areas, NaN left out; never empty."""
    known = np.concatenate([np.asarray(area, float) for area in areas] or [np.zeros(1)])
    known = known[~np.isnan(known)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    if from_zero or low == high:
        low = 0.0
    return low, (high + _HEADROOM * (high - low) if high > low else low + 1.0)


def tick_values(low: float, high: float) -> list[float]:
    """Round values on an axis, about four."""
    rough = (high - low) / _TICKS
    power = 10.0 ** np.floor(np.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
    return [float(value) for value in np.arange(np.ceil(low / step) * step, high + step / 1e6, step)]


@dataclass(frozen=True)
class AreaScale:
    """Dates (rising, one or more) across a box, areas from its bottom to its top; the last step has a width too."""

    times: np.ndarray
    low: float
    high: float
    box: QRectF

    @classmethod
    def of(cls, dates: np.ndarray, low: float, high: float, box: QRectF) -> AreaScale:
        return cls(seconds(dates), low, high, box)

    @property
    def end(self) -> float:
        """The last map is drawn a little beyond its date."""
        return self.times[-1] + max((self.times[-1] - self.times[0]) / 25, _LEAST_LAST_S)

    def x(self, times) -> np.ndarray:
        return self.box.left() + (np.asarray(times) - self.times[0]) / (self.end - self.times[0]) * self.box.width()

    def y(self, areas) -> np.ndarray:
        return self.box.bottom() - (np.asarray(areas) - self.low) / (self.high - self.low) * self.box.height()

    def row_at(self, x: float) -> int | None:
        """The date whose step is at a place; None beside the box."""
        if not self.box.left() <= x <= self.box.right():
            return None
        time = self.times[0] + (x - self.box.left()) / self.box.width() * (self.end - self.times[0])
        return max(int(np.searchsorted(self.times, time, side="right")) - 1, 0)

    def steps(self, area_km2: np.ndarray) -> list[np.ndarray]:
        """(m, 2) corners in pixels of each stretch in which the area is known."""
        until = np.append(self.times[1:], self.end)
        known = ~np.isnan(area_km2)
        breaks = np.flatnonzero(np.diff(known.astype(int))) + 1
        parts = np.split(np.arange(len(area_km2)), breaks)
        return [
            thinned(
                self.x(np.column_stack([self.times[part], until[part]]).ravel()), self.y(np.repeat(area_km2[part], 2))
            )
            for part in parts
            if len(part) and known[part[0]]
        ]


def thinned(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """(m, 2): of the points in one column of pixels the first, the lowest, the highest and the last, which look the
    same: Qt takes seconds for a line of ten thousand steps."""
    column = np.floor(x).astype(int)
    first = np.flatnonzero(np.diff(column, prepend=column[0] - 1))
    if 4 * len(first) >= len(x):
        return np.column_stack([x, y])
    last = np.append(first[1:], len(x)) - 1
    corners = (
        (x[first], y[first]),
        (x[first], np.minimum.reduceat(y, first)),
        (x[first], np.maximum.reduceat(y, first)),
        (x[last], y[last]),
    )
    return np.stack([np.column_stack(pair) for pair in corners], axis=1).reshape(-1, 2)
