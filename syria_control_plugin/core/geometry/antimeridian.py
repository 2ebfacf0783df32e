"""Geometries in lon/lat moved by whole turns, so that the antimeridian splits nothing."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import ArrayLike

TURN_DEG = 360.0
_HAIR_DEG = 1e-6  # a path is cut at the border of a territory to within rounding


def turned(geometry: shapely.Geometry, turns: float) -> shapely.Geometry:
    """Return a geometry moved east by a number of turns."""
    return geometry if turns == 0 else shapely.transform(geometry, lambda xy: xy + (turns * TURN_DEG, 0.0))


def turns_from(west: ArrayLike, least: float) -> np.ndarray:
    """Return the number of turns that bring longitudes into the 360 degrees from ``least`` on."""
    return -np.floor((np.asarray(west) - least) / TURN_DEG)


def turns_towards(lon: np.ndarray, middle: np.ndarray) -> np.ndarray:
    """Return the number of turns that bring longitudes nearest to others."""
    return np.round((middle - lon) / TURN_DEG)


def within_180(lines: ArrayLike) -> np.ndarray:
    """Return lines with longitudes in -180..180 if they fit; one that crosses the antimeridian continues beyond 180."""
    moved = np.array(lines, object)
    turns = turns_from(shapely.bounds(moved)[:, 0] if len(moved) else np.empty(0), -180)
    for row in np.flatnonzero(turns):
        moved[row] = turned(moved[row], turns[row])
    return moved


def folded(areas: np.ndarray) -> np.ndarray:
    """Return areas (or lines) with longitudes in -180..180; those that extend beyond are cut there."""
    west, _, east, _ = shapely.bounds(areas).T
    within = areas.copy()
    for row in np.flatnonzero((west < -180) | (east > 180)):
        turns = np.arange(np.floor((west[row] + 180) / TURN_DEG), np.ceil((east[row] - 180) / TURN_DEG) + 1)
        middle = turns * TURN_DEG
        pieces = shapely.intersection(areas[row], shapely.box(middle - 180, -90, middle + 180, 90))
        parts, piece = shapely.get_parts(pieces, return_index=True)
        # What merely touches the antimeridian leaves a line or a point there.
        is_whole = shapely.get_dimensions(parts) == shapely.get_dimensions(areas[row])
        within[row] = shapely.union_all([turned(parts[n], -turns[piece[n]]) for n in np.flatnonzero(is_whole)])
    return within


def seen_from(area: shapely.Geometry, paths: np.ndarray) -> shapely.Geometry:
    """Return an area repeated for paths whose longitudes may continue beyond 180, so that it does not end there."""
    west, _, east, _ = shapely.bounds(area)
    path_west, _, path_east, _ = shapely.total_bounds(paths)
    if -180 < west and east < 180 and west - _HAIR_DEG <= path_west and path_east <= east + _HAIR_DEG:
        return area
    turns = np.arange(np.floor((path_west - east) / TURN_DEG), np.ceil((path_east - west) / TURN_DEG) + 1)
    return shapely.union_all([turned(area, turn) for turn in turns])
