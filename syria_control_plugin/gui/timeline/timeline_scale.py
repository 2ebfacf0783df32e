"""The mapping of a timeline between moments and pixels. Times are seconds since 1970, UTC, as floats."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

DAY_S = 86400.0
LEAST_VISIBLE_S = 3600.0


def seconds(moments) -> np.ndarray:
    """Moments (datetime64) as seconds since 1970; NaT is NaN."""
    moments = np.asarray(moments, "M8[s]")
    return np.where(np.isnat(moments), np.nan, moments.astype(np.int64).astype(float))


@dataclass(frozen=True)
class TimeScale:
    """A straight scale: ``left`` lies at ``left_px``, ``right`` at ``right_px``; both within ``first`` to ``last``."""

    first: float
    last: float
    left: float
    right: float
    left_px: float
    right_px: float

    @classmethod
    def of_dates(cls, dates: np.ndarray, left_px: float, right_px: float) -> TimeScale:
        """The whole of some dates (rising, one or more). The last one's day is part of it, as events lie in it."""
        first, last = seconds(dates[[0, -1]])
        last += min(DAY_S, last - first) or DAY_S
        return cls(first, last, first, last, left_px, max(right_px, left_px + 1))

    def x(self, times) -> np.ndarray:
        return self.left_px + (np.asarray(times, float) - self.left) * self.px_per_s

    def time(self, x: float) -> float:
        return self.left + (x - self.left_px) / self.px_per_s

    @property
    def px_per_s(self) -> float:
        return (self.right_px - self.left_px) / (self.right - self.left)

    @property
    def is_whole(self) -> bool:
        return self.right - self.left >= self.last - self.first

    def whole(self) -> TimeScale:
        return replace(self, left=self.first, right=self.last)

    def between(self, left_px: float, right_px: float) -> TimeScale:
        """The same times, at other pixels."""
        return replace(self, left_px=left_px, right_px=max(right_px, left_px + 1))

    def zoomed(self, factor: float, about_x: float) -> TimeScale:
        """Times as much to the pixel, with what is at ``about_x`` staying there as far as the ends allow."""
        whole, visible = self.last - self.first, self.right - self.left
        span = min(max(visible / factor, min(LEAST_VISIBLE_S, whole)), whole)
        about = min(max(self.time(about_x), self.left), self.right)
        return self._from(about - (about - self.left) / visible * span, span)

    def scrolled(self, by_px: float) -> TimeScale:
        """What lies to the right comes into view, for a negative number of pixels what lies to the left."""
        return self._from(self.left + by_px / self.px_per_s, self.right - self.left)

    def showing(self, time: float) -> TimeScale:
        """Scrolled so that a time is in view; in its middle where it was not in view before."""
        if self.left <= time <= self.right:
            return self
        return self._from(time - (self.right - self.left) / 2, self.right - self.left)

    def visible_as(self, other: TimeScale) -> TimeScale:
        """Zoomed as another scale is, as far as the ends allow."""
        span = min(other.right - other.left, self.last - self.first)
        return self.whole() if other.is_whole else self._from(other.left, span)

    def _from(self, left: float, span: float) -> TimeScale:
        left = min(max(left, self.first), self.last - span)
        return replace(self, left=left, right=left + span)
