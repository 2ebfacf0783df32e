"""Area on the WGS 84 ellipsoid."""

from __future__ import annotations

import numpy as np
import shapely
from pyproj import Geod

_WGS84 = Geod(ellps="WGS84")


def areas_km2(geometry) -> np.ndarray:
    """Ellipsoidal area in km² of each polygon or multipolygon (lon/lat, WGS 84), holes taken out.

    Edges are geodesics. Null and empty geometries have area 0. The orientation of rings does not matter.
    Shape in, shape out: (n,). Method: Karney (2013), Algorithms for geodesics, through PROJ.
    """
    geometry = np.atleast_1d(np.asarray(geometry, dtype=object))
    total = np.zeros(len(geometry))
    polygons, owner = shapely.get_parts(geometry, return_index=True)
    areal = shapely.get_type_id(polygons) == 3
    for polygon, row in zip(polygons[areal], owner[areal]):
        rings = shapely.get_rings(polygon)
        for number, ring in enumerate(rings):
            area = _ring_m2(ring)
            total[row] += area if number == 0 else -area
    return total / 1e6


def _ring_m2(ring) -> float:
    lon, lat = shapely.get_coordinates(ring).T
    return abs(_WGS84.polygon_area_perimeter(lon, lat)[0])
