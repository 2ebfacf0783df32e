"""Lengths and distances on the WGS 84 ellipsoid, for lines and areas in lon/lat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from pyproj import Geod

_WGS84 = Geod(ellps="WGS84")


@dataclass(frozen=True)
class LocalPlane:
    """Lon/lat in metres by two factors, one east and one north: straight edges stay straight, and nearby is nearby.

    The factor east is that of one latitude. North or south of it lengths from west to east are off by the tangent
    of the latitude times the difference (at 35° by 1.2 % a degree): good for finding what is near. What is found is
    then measured on the ellipsoid.
    """

    east_m: float
    north_m: float

    @classmethod
    def around(cls, *geometries) -> LocalPlane:
        """The plane that is right at the middle latitude of some geometries, of which one is not empty."""
        _, south, _, north = shapely.total_bounds(np.array(geometries, dtype=object))
        latitude = min(max((south + north) / 2, -89.9), 89.9)
        step = 1e-3
        _, _, east = _WGS84.inv(0, latitude, step, latitude)
        _, _, up = _WGS84.inv(0, latitude - step / 2, 0, latitude + step / 2)
        return cls(east / step, up / step)

    def from_lonlat(self, geometry):
        return shapely.transform(geometry, lambda xy: xy * (self.east_m, self.north_m))

    def to_lonlat(self, geometry):
        return shapely.transform(geometry, lambda xy: xy / (self.east_m, self.north_m))


def lengths_km(lines) -> np.ndarray:
    """Ellipsoidal length in km of each line or multiline (lon/lat), edges as geodesics; 0 for null and empty ones.

    Shape in, shape out: (n,). Method: Karney (2013), Algorithms for geodesics, through PROJ.
    """
    lines = np.atleast_1d(np.asarray(lines, dtype=object))
    parts, owner = shapely.get_parts(lines, return_index=True)
    coordinates, part = shapely.get_coordinates(parts, return_index=True)
    inside = part[1:] == part[:-1]
    (lon_a, lat_a), (lon_b, lat_b) = coordinates[:-1][inside].T, coordinates[1:][inside].T
    metres = _metres(lon_a, lat_a, lon_b, lat_b)
    return np.bincount(owner[part[1:][inside]], metres, minlength=len(lines)) / 1e3


def distances_km(one, others) -> np.ndarray:
    """Ellipsoidal distance in km from a geometry to each of others, (n,), at the nearest points; 0 where they meet.

    The nearest points are those in a local plane, see ``LocalPlane``.
    """
    others = np.asarray(others, dtype=object)
    if len(others) == 0:
        return np.empty(0)
    plane = LocalPlane.around(one, *others)
    return _measured(plane, plane.from_lonlat(one), plane.from_lonlat(others))


def nearest_km(points, line) -> np.ndarray:
    """Ellipsoidal distance in km from each point, (n,), to the nearest point of a line or multiline (lon/lat)."""
    plane = LocalPlane.around(line, *points)
    points = plane.from_lonlat(np.asarray(points, dtype=object))
    segments = _segments(plane.from_lonlat(line))
    _, nearest = shapely.STRtree(segments).query_nearest(points, all_matches=False)
    return _measured(plane, points, segments[nearest])


def _segments(line) -> np.ndarray:
    coordinates, part = shapely.get_coordinates(shapely.get_parts(line), return_index=True)
    inside = part[1:] == part[:-1]
    return shapely.linestrings(np.stack([coordinates[:-1], coordinates[1:]], axis=1)[inside])


def _measured(plane: LocalPlane, one, others) -> np.ndarray:
    ends = shapely.get_coordinates(plane.to_lonlat(shapely.shortest_line(one, others))).reshape(-1, 4)
    return _metres(*ends.T) / 1e3


def _metres(*ends) -> np.ndarray:
    if len(ends[0]) == 1:
        ends = [values.tolist() for values in ends]  # pyproj 3.5 and later take an array of one for a number
    return np.atleast_1d(_WGS84.inv(*ends)[2])
