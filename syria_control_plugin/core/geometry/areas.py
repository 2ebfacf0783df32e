"""Area on the WGS 84 ellipsoid."""

from __future__ import annotations

import numpy as np
import shapely
from pyproj import Geod

_WGS84 = Geod(ellps="WGS84")
_AT_ONCE = 50  # geometries: one call for all would keep other threads, a window's among them, waiting


def areas_km2(geometry) -> np.ndarray:
    """Ellipsoidal area in km² of each polygon or multipolygon (lon/lat, WGS 84), holes taken out.

    Edges are geodesics. Null and empty geometries have area 0. The orientation of rings does not matter.
    Shape in, shape out: (n,). Method: Karney (2013), Algorithms for geodesics, through PROJ.
    """
    geometry = np.atleast_1d(np.asarray(geometry, dtype=object))
    if len(geometry) > _AT_ONCE:
        parts = np.split(geometry, np.arange(_AT_ONCE, len(geometry), _AT_ONCE))
        return np.concatenate([areas_km2(part) for part in parts])
    polygons, owner = shapely.get_parts(geometry, return_index=True)
    areal = (shapely.get_type_id(polygons) == 3) & ~shapely.is_empty(polygons)
    rings, polygon = shapely.get_rings(polygons[areal], return_index=True)
    is_shell = np.diff(polygon, prepend=-1) > 0  # of each polygon's rings the first is its shell
    coordinates, ring = shapely.get_coordinates(rings, return_index=True)
    ends = np.flatnonzero(np.diff(ring, append=len(rings))) + 1
    lon, lat = np.ascontiguousarray(coordinates.T)
    total = np.zeros(len(geometry))
    start = 0
    for end, row, sign in zip(ends, owner[areal][polygon], np.where(is_shell, 1.0, -1.0)):
        total[row] += sign * abs(_WGS84.polygon_area_perimeter(lon[start:end], lat[start:end])[0])
        start = end
    return total / 1e6
