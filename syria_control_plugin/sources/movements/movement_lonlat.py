"""Coordinates of movements in lon/lat: axes that are swapped, rows that are off, lines that run on beyond 180°."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from ...core.errors import SourceError
from ...core.told import Told
from ..files.coordinates import to_lonlat
from ..files.tables import SourceTable
from .movement_options import MovementOptions

_MOST = 0.6  # share of the vertices that lie where the case does


def in_lonlat(table: SourceTable, options: MovementOptions) -> tuple[np.ndarray, list[str]]:
    """As ``coordinates.to_lonlat``, for rows of which single ones may be off; and notes on what had to be done.

    Lines are swapped as territories are, and where most of their vertices lie in the extent only once x and y are:
    a movement along a parallel has no area that could be compared.
    """
    stray = np.zeros(len(table), bool) if table.crs or options.crs else _stray(table.geometry)
    given = np.where(stray, None, table.geometry)
    try:
        geometry, notes = to_lonlat(replace(table, geometry=given), options.crs, options.extent)
    except SourceError as error:
        raise SourceError(str(error) if str(error).startswith(table.file) else f"{table.file}: {error}") from error
    if geometry is given and options.extent is not None and _looks_swapped(geometry, options.extent):
        notes.append(Told("x and y swapped: latitude stood first"))
        geometry = shapely.transform(geometry, lambda xy: xy[:, ::-1])
    geometry[stray] = table.geometry[stray]
    return geometry, notes


def running_on(geometry: np.ndarray) -> np.ndarray:
    """Mask of the lines that leave -180..180 without a jump, and stay within -360..360: they run on there."""
    found = np.zeros(len(geometry), bool)
    with np.errstate(invalid="ignore"):
        west, south, east, north = shapely.bounds(geometry).T
        asked = (west >= -360) & (east <= 360) & (south >= -90) & (north <= 90) & ((west < -180) | (east > 180))
    for row in np.flatnonzero(asked & np.isin(shapely.get_type_id(geometry), (1, 5))):
        lon, part = shapely.get_coordinates(shapely.get_parts(geometry[row]), return_index=True)
        steps = np.abs(np.diff(lon[:, 0]))[np.diff(part) == 0]
        found[row] = (steps < 180).all()
    return found


def _stray(geometry: np.ndarray) -> np.ndarray:
    """Which rows can't be degrees, where most can: single bad rows, and not a sign of another CRS."""
    with np.errstate(invalid="ignore"):
        bounds = np.abs(shapely.bounds(geometry))
    # A line across the antimeridian that runs on is as much a sign of degrees as one that does not.
    runs_on = running_on(geometry) & (bounds[:, [0, 2]].min(axis=1) <= 180)
    off = (bounds > 180).any(axis=1) & ~runs_on
    is_single = 2 * off.sum() < (~shapely.is_missing(geometry)).sum()
    return (off & is_single) | runs_on


def _looks_swapped(geometry: np.ndarray, extent: tuple) -> bool:
    points = shapely.get_coordinates(geometry)
    if len(points) == 0:
        return False
    low, high = np.array(extent[:2]), np.array(extent[2:])
    as_given, swapped = (((xy >= low) & (xy <= high)).all(axis=1).mean() for xy in (points, points[:, ::-1]))
    return bool(as_given < 1 - _MOST and swapped > _MOST)
