"""The mapping of a timeline between moments and pixels, and the ticks of a time axis.

Times are seconds since 1970, UTC, as floats. Ticks have texts in the user's language and country.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable

import numpy as np
from qgis.PyQt.QtCore import QLocale

from ...case.qgis_values import to_qt
from ...core.dates.periods import moments
from ...mapping.text.formatting import _patterns

DAY_S = 86400.0
LEAST_VISIBLE_S = 3600.0


def seconds(moments) -> np.ndarray:
    """Convert moments (datetime64) to seconds since 1970; NaT becomes NaN."""
    moments = np.asarray(moments, "M8[s]")
    return np.where(np.isnat(moments), np.nan, moments.astype(np.int64).astype(float))


@dataclass(frozen=True)
class TimeScale:
    """A linear scale: ``left`` lies at ``left_px``, ``right`` at ``right_px``; both within ``first`` to ``last``."""

    first: float
    last: float
    left: float
    right: float
    left_px: float
    right_px: float

    @classmethod
    def of_dates(cls, dates: np.ndarray, left_px: float, right_px: float) -> TimeScale:
        """Return the scale of all dates (one or more, rising), including the day of the last one and its events."""
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
        """Return the same times at other pixels."""
        return replace(self, left_px=left_px, right_px=max(right_px, left_px + 1))

    def zoomed(self, factor: float, about_x: float) -> TimeScale:
        """Return a scale zoomed by a factor; the time at ``about_x`` stays there as far as the ends allow."""
        whole, visible = self.last - self.first, self.right - self.left
        span = min(max(visible / factor, min(LEAST_VISIBLE_S, whole)), whole)
        about = min(max(self.time(about_x), self.left), self.right)
        return self._from(about - (about - self.left) / visible * span, span)

    def scrolled(self, by_px: float) -> TimeScale:
        """Return the scale scrolled to the right, for a negative number of pixels to the left."""
        return self._from(self.left + by_px / self.px_per_s, self.right - self.left)

    def showing(self, time: float) -> TimeScale:
        """Return the scale scrolled so that a time is in view, centred if it was not."""
        if self.left <= time <= self.right:
            return self
        return self._from(time - (self.right - self.left) / 2, self.right - self.left)

    def visible_as(self, other: TimeScale) -> TimeScale:
        """Return a scale zoomed and scrolled like another one, as far as the ends allow."""
        span = min(other.right - other.left, self.last - self.first)
        return self.whole() if other.is_whole else self._from(other.left, span)

    def _from(self, left: float, span: float) -> TimeScale:
        left = min(max(left, self.first), self.last - span)
        return replace(self, left=left, right=left + span)


_UNIT_S = {"Y": 365.25 * 86400, "M": 30.44 * 86400, "D": 86400, "h": 3600, "m": 60}
# From fine to coarse: interval and its unit.
_STEPS = (
    *((step, "m") for step in (1, 5, 10, 30)),
    *((step, "h") for step in (1, 3, 6, 12)),
    *((step, "D") for step in (1, 2, 5, 10)),
    *((step, "M") for step in (1, 2, 3, 6)),
    *((step, "Y") for step in (1, 2, 5, 10, 20, 50, 100)),
)


@dataclass(frozen=True)
class Tick:
    """A tick of the axis: position of its line, begin of its text, and the text ("" if it does not fit)."""

    x: float
    text_x: float
    text: str


def ticks(scale: TimeScale, locale: QLocale, width_of: Callable[[str], float]) -> list[Tick]:
    """Return the finest ticks whose texts all fit into ``left_px`` to ``right_px``; the first text is complete."""
    gap = width_of("0")
    for step, unit in _STEPS:
        if _UNIT_S[unit] * step * scale.px_per_s < width_of("00") + gap:
            continue
        begins = _tick_moments(scale, step, unit)
        placed = _placed(scale, begins, unit, locale, width_of, gap)
        # The first text is longer and may displace the second one, unless that is the begin of a year (or month, or
        # day), which the texts after it need.
        without = [number for number, tick in enumerate(placed) if not tick.text]
        if placed and without in ([], [1]) and not (without and _is_begin(begins[1], unit)):
            return placed
    return []


def _tick_moments(scale: TimeScale, step: int, unit: str) -> np.ndarray:
    begin, end = (np.datetime64(int(np.floor(edge)), "s") for edge in (scale.left, scale.right))
    first = begin.astype(f"M8[{unit}]")
    if unit == "D":  # counted within the month: 1, 11, 21
        times = np.arange(first, end.astype("M8[D]") + 1)
        day = (times - times.astype("M8[M]").astype("M8[D]")).astype(int)
        times = times[(day % step == 0) & (day <= (28 if step > 1 else 31))]
    else:
        number = int(first.astype(np.int64)) + (1970 if unit == "Y" else 0)
        aligned = first - np.timedelta64(number % step, unit)
        times = np.arange(aligned, end.astype(f"M8[{unit}]") + 1, step)
    times = moments(times)
    return times[(times >= begin) & (times <= end)]


def _placed(scale, times, unit, locale, width_of, gap) -> list[Tick]:
    placed: list[Tick] = []
    free_from = -np.inf
    for position, moment in enumerate(times):
        text = _tick_text(moment, unit, position == 0, locale)
        x, width = float(scale.x(moment.astype(np.int64))), width_of(text)
        text_x = min(max(x - width / 2, scale.left_px - gap), scale.right_px + gap - width)
        has_room = text_x >= free_from
        placed.append(Tick(x, text_x, text if has_room else ""))
        free_from = text_x + width + gap if has_room else free_from
    return placed


def _tick_text(moment, unit: str, is_first: bool, locale: QLocale) -> str:
    """Format a tick as briefly as the texts to its left allow."""
    moment = np.datetime64(moment, "s")
    date, time = to_qt(moment).date(), to_qt(moment).time()
    day_month, whole = _patterns(locale)
    if unit == "Y":
        return locale.toString(date, "yyyy")
    if unit == "M":
        return locale.toString(date, "MMM yyyy" if is_first else "yyyy" if date.month() == 1 else "MMM")
    if is_first:
        return locale.toString(date, whole)
    if unit == "D":
        new_year = date.month() == 1 and date.day() == 1
        return locale.toString(date, whole if new_year else day_month if date.day() == 1 else "d")
    is_midnight = moment == moment.astype("M8[D]")
    return locale.toString(date, day_month) if is_midnight else locale.toString(time, "HH:mm")


def _is_begin(moment, unit: str) -> bool:
    """Return whether a larger unit begins at a tick, so that its text names that unit."""
    larger = {"Y": "Y", "M": "Y", "D": "M"}.get(unit, "D")
    return unit != "Y" and moment == moment.astype(f"M8[{larger}]")
