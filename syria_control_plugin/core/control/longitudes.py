"""A frame of longitudes that does not cut territories at the antimeridian."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely

from ..arrays import ranges
from ..geometry.antimeridian import turned
from ..geometry.polygons import polygons_of
from .series import ControlSeries

# A gap narrower than this (degrees) may be rounding at a seam.
LEAST_GAP_DEG = 1e-6
# Territories up to this far (degrees) beyond the ends of a frame are in it too: a movement may run along an end.
_MARGIN_DEG = 1e-3


@dataclass(frozen=True)
class TerritoryFrame:
    """Longitudes from ``west`` to ``east``: 360 degrees, or more if movements go around the Earth.

    No data lie on ``west``, the seam of the circle, unless they leave no gap in it; then territories are repeated as
    often as they fit in, so that each movement meets all territories along it. ``is_plain``: no data are near the
    antimeridian, and all stay unchanged.
    """

    west: float = -180.0
    east: float = 180.0
    is_plain: bool = True

    def of_territories(self, territories: ControlSeries) -> ControlSeries:
        """Return the territories in this frame; one split at the antimeridian is merged without a seam."""
        if self.is_plain or len(territories) == 0:
            return territories
        return replace(territories, geometry=[self._of_area(area) for area in territories.geometry])

    def _of_area(self, area: shapely.Geometry) -> shapely.Geometry | None:
        if shapely.is_empty(area):
            return area
        parts = shapely.get_parts(area)
        west, _, east, _ = shapely.bounds(parts).T
        first = np.floor((self.west - _MARGIN_DEG - east) / 360) + 1
        last = np.ceil((self.east + _MARGIN_DEG - west) / 360) - 1
        count = np.maximum(last - first, 0).astype(int) + 1
        turns, part = ranges(first, count)
        moved = np.array([turned(parts[row], turn) for row, turn in zip(part, turns)], object)
        bounds = shapely.bounds(moved)
        seams = np.arange(np.floor(self.west / 180), np.ceil(self.east / 180) + 1) * 180
        is_at_seam = (np.abs(bounds[:, [0, 2], None] - seams) < LEAST_GAP_DEG).any(axis=(1, 2))
        if is_at_seam.sum() > 1 or count.max() > 1:
            return polygons_of(shapely.union_all(moved))
        return moved[0] if len(moved) == 1 else shapely.multipolygons(moved)


def frame_of_territories(territories: ControlSeries) -> TerritoryFrame:
    """Return the frame for territories, cut in the widest gap of longitudes that they leave.

    The frame changes nothing if no territory reaches the antimeridian.
    """
    parts = shapely.get_parts(territories.geometry)
    bounds = shapely.bounds(parts[~shapely.is_empty(parts)])[:, [0, 2]]
    if len(bounds) == 0 or np.abs(bounds).max() < 180 - LEAST_GAP_DEG:
        return TerritoryFrame()
    west = widest_gap(bounds)
    return TerritoryFrame(west, west + 360, is_plain=False)


def widest_gap(extents: np.ndarray) -> float:
    """Return the middle of the widest gap that spans of longitudes leave on the circle; -180 without a gap.

    extents  (n, 2) westernmost and easternmost longitude of each span, degrees
    """
    if (extents[:, 1] - extents[:, 0]).max() >= 360:
        return -180.0
    begin = np.mod(extents[:, 0] + 180, 360)
    order = np.argsort(begin)
    begin, end = begin[order], np.maximum.accumulate((begin + extents[:, 1] - extents[:, 0])[order])
    # Spans that end beyond 360 also cover the start of the circle.
    end = np.maximum(end, end[-1] - 360)
    gaps = np.append(begin[1:], begin[0] + 360) - end
    widest = int(gaps.argmax())
    if gaps[widest] <= LEAST_GAP_DEG:
        return -180.0
    middle = end[widest] + gaps[widest] / 2 - 180
    return float(middle - 360 if middle > 180 else middle)
