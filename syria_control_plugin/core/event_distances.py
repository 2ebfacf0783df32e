"""Which events lie within reach of which paths, and how far from them, for very many of both."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from .distances import LocalPlane, lengths_km
from .telling import Tell, silent

_PATHS_AT_ONCE = 500
_PAIRS_AT_ONCE = 20_000
_BAND_DEG = 1.0  # of latitude, in which pairs are measured together: see ``LocalPlane``
_LEAST_KM = 110.5  # a degree of latitude is nowhere shorter, and one of longitude is as long times the cosine


def pairs_within(paths: np.ndarray, lonlat: np.ndarray, reach_km: np.ndarray, tell: Tell = silent) -> Iterator:
    """Pairs, (2, k) rows of paths and of points, in which the path may be within the point's own reach; some hundred
    paths at a time, each pair once, sorted.

    paths    LineStrings in lon/lat; longitudes may run on beyond 180
    lonlat   (m, 2), longitudes from -180 to 180
    reach_km (m,), may be infinite

    Every pair within reach is among them, and some farther ones are: the index compares boxes.
    """
    if len(paths) == 0 or len(lonlat) == 0:
        return
    boxes, point = _boxes(lonlat, reach_km)
    index = shapely.STRtree(boxes)
    west, south, east, north = shapely.bounds(paths).T
    turns = 360 * np.round((west + east) / 2 / 360)
    asked = shapely.box(west - turns, south, east - turns, north)
    for first in range(0, len(asked), _PATHS_AT_ONCE):
        tell(first / len(asked))
        path, box = index.query(asked[first : first + _PATHS_AT_ONCE])
        pairs = np.unique((first + path) * len(lonlat) + point[box])  # a wide box may be met on both sides of 180
        yield np.stack(np.divmod(pairs, len(lonlat)))


def distances_of_pairs_km(paths, lonlat, path: np.ndarray, point: np.ndarray, tell: Tell = silent) -> np.ndarray:
    """Ellipsoidal distance, (k,) km, from a point to the nearest point of a path, for each pair of their rows.

    The nearest point is found in a plane that is right within half a degree of the event's latitude. An event on the
    other side of the antimeridian is seen from the nearer side.
    """
    km = np.empty(len(path))
    band = np.floor(lonlat[point, 1] / _BAND_DEG)
    order = np.argsort(band, kind="stable")
    bounds = shapely.bounds(paths)
    done = 0
    for rows in np.split(order, np.flatnonzero(np.diff(band[order])) + 1):
        plane = LocalPlane.around(shapely.Point(0, (band[rows[0]] + 0.5) * _BAND_DEG)) if len(rows) else None
        for first in range(0, len(rows), _PAIRS_AT_ONCE):
            tell(done / len(order))
            some = rows[first : first + _PAIRS_AT_ONCE]
            km[some] = _distances_km(plane, paths, bounds, path[some], lonlat[point[some]])
            done += len(some)
    return km


def _distances_km(plane: LocalPlane, paths, bounds: np.ndarray, path: np.ndarray, places: np.ndarray) -> np.ndarray:
    middle = (bounds[path, 0] + bounds[path, 2]) / 2
    places = places + np.column_stack([360 * np.round((middle - places[:, 0]) / 360), np.zeros(len(places))])
    used, path = np.unique(path, return_inverse=True)
    ways = plane.from_lonlat(paths[used])
    shortest = shapely.shortest_line(plane.from_lonlat(shapely.points(places)), ways[path])
    return lengths_km(plane.to_lonlat(shortest))


def _boxes(lonlat: np.ndarray, reach_km: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Boxes about points that hold all within their reach, and the point of each; one that passes 180 comes thrice."""
    lon, lat = lonlat.T
    high = np.minimum(reach_km / _LEAST_KM, 180.0)
    farthest = np.minimum(np.abs(lat) + high, 90.0)
    with np.errstate(divide="ignore"):
        wide = high / np.cos(np.radians(np.minimum(farthest, 89.999)))
    # A full circle about the pole, and boxes that would nearly be one
    wide = np.where((farthest >= 89.9) | (wide > 180), 360.0, wide)
    point = np.tile(np.arange(len(lonlat)), 3)
    turns = np.repeat([-360.0, 0.0, 360.0], len(lonlat))
    lon = lon[point] + turns
    boxes = shapely.box(lon - wide[point], (lat - high)[point], lon + wide[point], (lat + high)[point])
    return boxes, point
