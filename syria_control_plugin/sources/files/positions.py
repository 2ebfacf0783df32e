"""Where the rows of a table are, be it said by points or by two columns with coordinates."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from ...core.geometry.repairs import are_finite
from .coordinates import outside_earth, to_lonlat
from .tables import SourceTable
from .values import number_of


def positions(table: SourceTable, lon: str, lat: str, crs: str) -> tuple[np.ndarray, list[str]]:
    """(n, 2) longitude and latitude on WGS 84 of each row, NaN where it has none on the globe; and notes.

    A geometry counts by its centroid. Where no row has one, the columns ``lon`` and ``lat`` count. Raises
    SourceError as ``to_lonlat``.
    """
    geometry = table.geometry.copy()
    geometry[shapely.is_empty(geometry) | ~are_finite(geometry)] = None
    if lon and lat and shapely.is_missing(geometry).all():
        geometry = points_of(table, lon, lat)
    if not (table.crs or crs):
        no_degrees = (np.abs(shapely.bounds(geometry)) > 180).any(axis=1)
        # A few such rows are bad rows; where most are like that, a CRS is missing, which ``to_lonlat`` says.
        if no_degrees.sum() < len(geometry) / 2:
            geometry[no_degrees] = None
    geometry, notes = to_lonlat(replace(table, geometry=geometry), crs, None)
    geometry[outside_earth(geometry)] = None
    centres = shapely.centroid(geometry)
    return np.column_stack([shapely.get_x(centres), shapely.get_y(centres)]), notes


def points_of(table: SourceTable, lon: str, lat: str) -> np.ndarray:
    """(n,) points of two columns with numbers, None where one of them is none."""
    numbers = np.array([[number_of(value) for value in table.columns[name]] for name in (lon, lat)])
    usable = np.isfinite(numbers).all(axis=0)
    points = np.empty(len(table), object)
    points[usable] = shapely.points(*numbers[:, usable])
    return points
