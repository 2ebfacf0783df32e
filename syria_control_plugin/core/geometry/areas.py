"""Areas: their size on the WGS 84 ellipsoid, and the union of many."""

from __future__ import annotations

import numpy as np
import shapely
from pyproj import Geod

from ..telling import Tell, silent

_WGS84 = Geod(ellps="WGS84")
_VERTICES_AT_ONCE = 50_000  # a union of so many takes a fraction of a second
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


def united(areas: np.ndarray, tell: Tell = silent) -> shapely.Geometry:
    """Union of (n,) polygons and multipolygons, as one polygon or multipolygon.

    Many of them are united in parts, so that the work can be ended between two: those that touch or overlap by
    themselves, and of these a few neighbours at a time. Only the last step, on what is left of a connected area, is one
    call however large it is.
    """
    areas = np.asarray(areas, dtype=object)
    if shapely.get_num_coordinates(areas).sum() <= _VERTICES_AT_ONCE:
        return shapely.union_all(areas)
    groups = groups_within(areas, 0.0, tell)
    order = np.argsort(groups, kind="stable")
    parts = []
    for rows in np.split(order, np.flatnonzero(np.diff(groups[order])) + 1):
        tell(len(parts) / len(areas))
        parts.append(areas[rows[0]] if len(rows) == 1 else _united_neighbours(areas[rows], tell))
    polygons = shapely.get_parts(np.array(parts, dtype=object))
    return polygons[0] if len(polygons) == 1 else shapely.multipolygons(polygons)


def _united_neighbours(areas: np.ndarray, tell: Tell) -> shapely.Geometry:
    west, south, east, north = shapely.bounds(areas).T
    areas = areas[
        np.lexsort((south + north, np.round(west + east)))
    ]  # in columns of half a degree, from south to north
    batch = np.cumsum(shapely.get_num_coordinates(areas)) // _VERTICES_AT_ONCE
    united_parts = []
    for rows in np.split(np.arange(len(areas)), np.flatnonzero(np.diff(batch)) + 1):
        tell(0.0)
        united_parts.append(shapely.union_all(areas[rows]))
    return shapely.union_all(united_parts)


def groups_within(polygons: np.ndarray, distance: float, tell: Tell = silent) -> np.ndarray:
    """(n,) group of each polygon: those that chains of steps of at most ``distance`` join have the same, from 0."""
    label = np.arange(len(polygons))
    tree = shapely.STRtree(polygons)
    pairs = []
    for first in range(0, len(polygons), _AT_ONCE):
        tell(first / len(polygons))
        some = polygons[first : first + _AT_ONCE]
        how = {"predicate": "dwithin", "distance": distance} if distance else {"predicate": "intersects"}
        pairs.append(tree.query(some, **how) + np.array([[first], [0]]))
    one, other = np.concatenate([np.empty((2, 0), int), *pairs], axis=1)
    while len(one):
        lower = label.copy()
        np.minimum.at(lower, one, label[other])
        if (lower == label).all():
            break
        label = lower[lower]
    return np.unique(label, return_inverse=True)[1]
