"""Frames of longitudes that do not cut movements or territories at the antimeridian."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely

from ..control.longitudes import LEAST_GAP_DEG, TerritoryFrame, widest_gap
from ..control.series import ControlSeries
from ..geometry.antimeridian import TURN_DEG, turns_from, turns_towards
from .movements import Movements


@dataclass(frozen=True)
class Frame(TerritoryFrame):
    """Longitudes for movements and territories: 360 degrees, or more if movements go around the Earth."""

    def of_movements(self, movements: Movements) -> Movements:
        """Return the movements in this frame: without jumps, each starting at or east of ``west``."""
        if self.is_plain or len(movements) == 0:
            return movements
        lonlat = movements.lonlat.copy()
        lonlat[:, 0] += TURN_DEG * np.repeat(turns_from(_extents(movements)[:, 0], self.west), np.diff(movements.first))
        lonlat[:, 0] += _unwinding(movements)
        return replace(movements, lonlat=lonlat)


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
    if not jumps.any() and (len(reach) == 0 or np.abs(reach).max() < 180 - LEAST_GAP_DEG):
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
