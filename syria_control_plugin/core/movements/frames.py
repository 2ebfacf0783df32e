"""Frames of longitudes that do not cut movements or territories at the antimeridian."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely

from ..arrays import ranges
from ..control.series import ControlSeries
from ..geometry.antimeridian import TURN_DEG, turned, turns_from, turns_towards
from ..geometry.polygons import polygons_of
from .movements import Movements

# A gap narrower than this (degrees) may be rounding at a seam.
_LEAST_GAP_DEG = 1e-6
# Territories up to this far (degrees) beyond the ends of a frame are in it too: a movement may run along an end.
_MARGIN_DEG = 1e-3


@dataclass(frozen=True)
class Frame:
    """Longitudes from ``west`` to ``east``: 360 degrees, or more if movements go around the Earth.

    No data lie on ``west``, the seam of the circle, unless they leave no gap in it; then territories are repeated as
    often as they fit in, so that each movement meets all territories along it. ``is_plain``: no data are near the
    antimeridian, and all stay unchanged.
    """

    west: float = -180.0
    east: float = 180.0
    is_plain: bool = True

    def of_movements(self, movements: Movements) -> Movements:
        """Return the movements in this frame: without jumps, each starting at or east of ``west``."""
        if self.is_plain or len(movements) == 0:
            return movements
        lonlat = movements.lonlat.copy()
        lonlat[:, 0] += TURN_DEG * np.repeat(turns_from(_extents(movements)[:, 0], self.west), np.diff(movements.first))
        lonlat[:, 0] += _unwinding(movements)
        return replace(movements, lonlat=lonlat)

    def of_territories(self, territories: ControlSeries) -> ControlSeries:
        """Return the territories in this frame; one split at the antimeridian is merged without a seam."""
        if self.is_plain or len(territories) == 0:
            return territories
        return replace(territories, geometry=[self._of_area(area) for area in territories.geometry])

    def _of_area(self, area: shapely.Geometry) -> shapely.Geometry | None:
        parts = shapely.get_parts(area)
        west, _, east, _ = shapely.bounds(parts).T
        first = np.floor((self.west - _MARGIN_DEG - east) / 360) + 1
        last = np.ceil((self.east + _MARGIN_DEG - west) / 360) - 1
        count = np.maximum(last - first, 0).astype(int) + 1
        turns, part = ranges(first, count)
        moved = np.array([turned(parts[row], turn) for row, turn in zip(part, turns)], object)
        bounds = shapely.bounds(moved)
        seams = np.arange(np.floor(self.west / 180), np.ceil(self.east / 180) + 1) * 180
        is_at_seam = (np.abs(bounds[:, [0, 2], None] - seams) < _LEAST_GAP_DEG).any(axis=(1, 2))
        if is_at_seam.sum() > 1 or count.max() > 1:
            return polygons_of(shapely.union_all(moved))
        return moved[0] if len(moved) == 1 else shapely.multipolygons(moved)


def frame_of(movements: Movements, territories: ControlSeries) -> Frame:
    """Return the frame for movements and territories, cut in the widest gap of longitudes that they leave.

    The frame changes nothing if all longitudes are within -180..180, no movement jumps and no territory reaches the
    antimeridian.
    """
    bounds = shapely.bounds(territories.geometry)[:, [0, 2]] if len(territories) else np.empty((0, 2))
    lon = movements.lonlat[:, 0]
    reach = np.concatenate([bounds.ravel(), [lon.min(), lon.max()] if len(lon) else []])
    jumps = np.abs(np.diff(lon)) > 180
    jumps[movements.first[1:-1] - 1] = False
    if not jumps.any() and (len(reach) == 0 or np.abs(reach).max() < 180 - _LEAST_GAP_DEG):
        return Frame()
    extents = _extents(movements)
    bounds = shapely.bounds(shapely.get_parts(territories.geometry))[:, [0, 2]]
    west = widest_gap(np.concatenate([extents, bounds]))
    begins = extents[:, 0] + TURN_DEG * turns_from(extents[:, 0], west)
    farthest = (begins + extents[:, 1] - extents[:, 0]).max(initial=west + 360)
    return Frame(west, farthest, is_plain=False)


def _unwinding(movements: Movements) -> np.ndarray:
    """Return (m,) whole turns, in degrees, to add to longitudes so that no movement jumps; 0 at each first fix."""
    turns = TURN_DEG * turns_towards(np.diff(movements.lonlat[:, 0], prepend=0.0), 0.0)
    turns[movements.first[:-1]] = 0
    added = np.cumsum(turns)
    return added - np.repeat(added[movements.first[:-1]], np.diff(movements.first))


def _extents(movements: Movements) -> np.ndarray:
    """Return (n, 2) westernmost and easternmost longitude of each movement, without jumps."""
    if len(movements) == 0:
        return np.empty((0, 2))
    lon = movements.lonlat[:, 0] + _unwinding(movements)
    return np.column_stack([each.reduceat(lon, movements.first[:-1]) for each in (np.minimum, np.maximum)])


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
    if gaps[widest] <= _LEAST_GAP_DEG:
        return -180.0
    middle = end[widest] + gaps[widest] / 2 - 180
    return float(middle - 360 if middle > 180 else middle)
