"""Lengths, distances and areas on the WGS 84 ellipsoid, unions of many areas, and local planes in metres."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import ArrayLike
from pyproj import Geod

from ..arrays import batches, split_where_changes
from ..feedback import NO_FEEDBACK, Feedback, report_progress

_WGS84 = Geod(ellps="WGS84")


@dataclass(frozen=True)
class LocalPlane:
    """Lon/lat in metres by two factors, one east and one north: straight edges stay straight, and near stays near.

    The factor east is that of one latitude. North or south of it, lengths from west to east are off by the tangent of
    the latitude times the difference (at 35° by 1.2 % per degree). That is good enough to find what is near, which is
    then measured on the ellipsoid.
    """

    east_m: float
    north_m: float

    @classmethod
    def around(cls, *geometries: shapely.Geometry) -> LocalPlane:
        """Return the plane that is exact at the middle latitude of some geometries, at least one of them not empty."""
        _, south, _, north = shapely.total_bounds(np.array(geometries, dtype=object))
        latitude = min(max((south + north) / 2, -89.9), 89.9)
        step = 1e-3
        _, _, east = _WGS84.inv(0, latitude, step, latitude)
        _, _, up = _WGS84.inv(0, latitude - step / 2, 0, latitude + step / 2)
        return cls(east / step, up / step)

    def from_lonlat(self, geometry: shapely.Geometry | np.ndarray) -> shapely.Geometry | np.ndarray:
        return shapely.transform(geometry, lambda xy: xy * (self.east_m, self.north_m))

    def to_lonlat(self, geometry: shapely.Geometry | np.ndarray) -> shapely.Geometry | np.ndarray:
        return shapely.transform(geometry, lambda xy: xy / (self.east_m, self.north_m))


def lengths_km(lines: ArrayLike) -> np.ndarray:
    """Return the ellipsoidal length in km of each line or multiline (lon/lat), edges as geodesics.

    Null and empty lines have length 0. Shape in, shape out: (n,). Method: Karney (2013), Algorithms for geodesics,
    through PROJ.
    """
    lines = np.atleast_1d(np.asarray(lines, dtype=object))
    parts, owner = shapely.get_parts(lines, return_index=True)
    coordinates, part = shapely.get_coordinates(parts, return_index=True)
    inside = part[1:] == part[:-1]
    (lon_a, lat_a), (lon_b, lat_b) = coordinates[:-1][inside].T, coordinates[1:][inside].T
    metres = _metres(lon_a, lat_a, lon_b, lat_b)
    return np.bincount(owner[part[1:][inside]], metres, minlength=len(lines)) / 1e3


def distances_km(one: shapely.Geometry, others: ArrayLike) -> np.ndarray:
    """Return the ellipsoidal distance in km from a geometry to each of others, (n,), at the nearest points.

    It is 0 if they meet. The nearest points are those in a local plane, see ``LocalPlane``.
    """
    others = np.asarray(others, dtype=object)
    if len(others) == 0:
        return np.empty(0)
    plane = LocalPlane.around(one, *others)
    return _measured(plane, plane.from_lonlat(one), plane.from_lonlat(others))


def nearest_km(points: ArrayLike, line: shapely.Geometry) -> np.ndarray:
    """Return the ellipsoidal distance in km from each point, (n,), to the nearest point of a line (lon/lat).

    The line may be a multiline.
    """
    plane = LocalPlane.around(line, *points)
    points = plane.from_lonlat(np.asarray(points, dtype=object))
    segments = _segments(plane.from_lonlat(line))
    _, nearest = shapely.STRtree(segments).query_nearest(points, all_matches=False)
    return _measured(plane, points, segments[nearest])


def _segments(line: shapely.Geometry) -> np.ndarray:
    coordinates, part = shapely.get_coordinates(shapely.get_parts(line), return_index=True)
    inside = part[1:] == part[:-1]
    return shapely.linestrings(np.stack([coordinates[:-1], coordinates[1:]], axis=1)[inside])


def _measured(
    plane: LocalPlane, one: shapely.Geometry | np.ndarray, others: shapely.Geometry | np.ndarray
) -> np.ndarray:
    ends = shapely.get_coordinates(plane.to_lonlat(shapely.shortest_line(one, others))).reshape(-1, 4)
    return _metres(*ends.T) / 1e3


def _metres(*ends: np.ndarray) -> np.ndarray:
    if len(ends[0]) == 1:
        ends = tuple(values.tolist() for values in ends)  # pyproj 3.5 and later treat an array of one as a number
    return np.atleast_1d(_WGS84.inv(*ends)[2])


_VERTICES_AT_ONCE = 50_000  # a union of these takes a fraction of a second
_SAMPLE, _MOST_NEIGHBOURS = 200, 50  # areas
_AT_ONCE = 50  # geometries: one call for all would block other threads, the GUI's included


def areas_km2(geometry: ArrayLike) -> np.ndarray:
    """Return the ellipsoidal area in km² of each polygon or multipolygon (lon/lat, WGS 84), without its holes.

    Edges are geodesics. Null and empty geometries have area 0. The orientation of rings does not matter. Shape in,
    shape out: (n,). Method: Karney (2013), Algorithms for geodesics, through PROJ.
    """
    geometry = np.atleast_1d(np.asarray(geometry, dtype=object))
    if len(geometry) > _AT_ONCE:
        parts = np.split(geometry, np.arange(_AT_ONCE, len(geometry), _AT_ONCE))
        return np.concatenate([areas_km2(part) for part in parts])
    polygons, owner = shapely.get_parts(geometry, return_index=True)
    areal = (shapely.get_type_id(polygons) == shapely.GeometryType.POLYGON.value) & ~shapely.is_empty(polygons)
    rings, polygon = shapely.get_rings(polygons[areal], return_index=True)
    is_shell = np.diff(polygon, prepend=-1) > 0  # the first ring of each polygon is its shell
    coordinates, ring = shapely.get_coordinates(rings, return_index=True)
    ends = np.flatnonzero(np.diff(ring, append=len(rings))) + 1
    lon, lat = np.ascontiguousarray(coordinates.T)
    total = np.zeros(len(geometry))
    start = 0
    for end, row, sign in zip(ends, owner[areal][polygon], np.where(is_shell, 1.0, -1.0)):
        total[row] += sign * abs(_WGS84.polygon_area_perimeter(lon[start:end], lat[start:end])[0])
        start = end
    return total / 1e6


def united(areas: np.ndarray, feedback: Feedback = NO_FEEDBACK) -> shapely.Geometry:
    """Return the union of (n,) polygons and multipolygons, as one polygon or multipolygon.

    Large inputs are united in parts, so that the work can be cancelled in between: each connected group separately, and
    within it a few neighbours at a time. Only the last step, on the remains of a connected group, is one call however
    large it is. Where very many overlap, neighbours are united first: the pairs of them would not fit in memory.
    """
    areas = np.asarray(areas, dtype=object)
    count, before = shapely.get_num_coordinates(areas).sum(), np.inf
    while _VERTICES_AT_ONCE < count <= before / 2 and _neighbours_of_each(areas) > _MOST_NEIGHBOURS:
        areas, before = shapely.get_parts(_united_neighbours(areas, feedback)), count
        count = shapely.get_num_coordinates(areas).sum()
    if count <= _VERTICES_AT_ONCE:
        return shapely.union_all(areas)
    groups = groups_within(areas, 0.0, feedback)
    order = np.argsort(groups, kind="stable")
    parts: list[shapely.Geometry] = []
    for rows in split_where_changes(order, groups[order]):
        report_progress(feedback, 100 * len(parts) / len(areas))
        parts.append(areas[rows[0]] if len(rows) == 1 else shapely.union_all(_united_neighbours(areas[rows], feedback)))
    polygons = shapely.get_parts(np.array(parts, dtype=object))
    return polygons[0] if len(polygons) == 1 else shapely.multipolygons(polygons)


def _neighbours_of_each(areas: np.ndarray) -> float:
    """Return the number of areas whose boxes meet that of an area, on average over a sample."""
    sample = areas[:: 1 + len(areas) // _SAMPLE]
    return float(shapely.STRtree(areas).query(sample).shape[1] / len(sample))


def _united_neighbours(areas: np.ndarray, feedback: Feedback) -> list[shapely.Geometry]:
    west, south, east, north = shapely.bounds(areas).T
    # In columns of half a degree, from south to north.
    areas = areas[np.lexsort((south + north, np.round(west + east)))]
    united_parts = []
    for rows in batches(shapely.get_num_coordinates(areas), _VERTICES_AT_ONCE):
        report_progress(feedback, 0)
        united_parts.append(shapely.union_all(areas[rows]))
    return united_parts


def groups_within(polygons: np.ndarray, distance: float, feedback: Feedback = NO_FEEDBACK) -> np.ndarray:
    """Return the (n,) connected-component label of each polygon, from 0; polygons within ``distance`` are connected."""
    label = np.arange(len(polygons))
    tree = shapely.STRtree(polygons)
    pairs = []
    for first in range(0, len(polygons), _AT_ONCE):
        report_progress(feedback, 100 * first / len(polygons))
        some = polygons[first : first + _AT_ONCE]
        query = {"predicate": "dwithin", "distance": distance} if distance else {"predicate": "intersects"}
        pairs.append(tree.query(some, **query) + np.array([[first], [0]]))
    one, other = np.concatenate([np.empty((2, 0), int), *pairs], axis=1)
    while len(one):
        lower = label.copy()
        np.minimum.at(lower, one, label[other])
        if (lower == label).all():
            break
        label = lower[lower]
    return np.unique(label, return_inverse=True)[1]


@dataclass(frozen=True)
class AzimuthalPlane:
    """Azimuthal equidistant projection of WGS 84 about a centre (degrees): distance and direction from it are true.

    x runs east, y north, in metres; arrays of shape (n,) in and out. Valid anywhere but near the antipode. Method:
    Karney (2013), Algorithms for geodesics, through PROJ's geodesic routines. Only these are used, since everything
    else in pyproj 3.7 (Proj, CRS, Transformer) crashes in QGIS's worker threads.
    """

    centre_lon: float
    centre_lat: float

    def from_lonlat(self, lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        azimuth, _, metres = _geodesics(_WGS84.inv, *self._centres(lon), lon, lat)
        return metres * np.sin(np.radians(azimuth)), metres * np.cos(np.radians(azimuth))

    def to_lonlat(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return longitudes and latitudes; longitudes stay within 180 degrees of the centre, beyond ±180 if needed."""
        azimuth = np.degrees(np.arctan2(x, y))
        lon, lat, _ = _geodesics(_WGS84.fwd, *self._centres(x), azimuth, np.hypot(x, y))
        return self.centre_lon + (lon - self.centre_lon + 180) % 360 - 180, lat

    def _centres(self, like: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return np.full(len(like), self.centre_lon), np.full(len(like), self.centre_lat)


def _geodesics(solve: Callable[..., Any], *columns: ArrayLike) -> tuple[np.ndarray, ...]:
    # Lists, since pyproj 3.5 and later treat an array of one as a number.
    return tuple(np.atleast_1d(column) for column in solve(*(np.asarray(column, float).tolist() for column in columns)))
