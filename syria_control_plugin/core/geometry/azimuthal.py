"""A local plane in metres: the azimuthal equidistant projection of WGS 84, made of geodesics."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from pyproj import Geod

_WGS84 = Geod(ellps="WGS84")


@dataclass(frozen=True)
class AzimuthalPlane:
    """The plane about a centre (degrees): distance and direction from the centre are true.

    x runs east, y north, in metres; arrays of shape (n,) in and out. Right anywhere but near the antipode.
    Method: Karney (2013), Algorithms for geodesics, through PROJ's geodesic routines. These alone, since in QGIS's
    worker threads pyproj 3.7 crashes in whatever else it does (Proj, CRS, Transformer).
    """

    centre_lon: float
    centre_lat: float

    def from_lonlat(self, lon, lat) -> tuple[np.ndarray, np.ndarray]:
        azimuth, _, metres = _geodesics(_WGS84.inv, *self._centres(lon), lon, lat)
        return metres * np.sin(np.radians(azimuth)), metres * np.cos(np.radians(azimuth))

    def to_lonlat(self, x, y) -> tuple[np.ndarray, np.ndarray]:
        """Longitudes run on beyond 180 rather than jump: they lie within 180 degrees of the centre."""
        azimuth = np.degrees(np.arctan2(x, y))
        lon, lat, _ = _geodesics(_WGS84.fwd, *self._centres(x), azimuth, np.hypot(x, y))
        return self.centre_lon + (lon - self.centre_lon + 180) % 360 - 180, lat

    def _centres(self, like) -> tuple[np.ndarray, np.ndarray]:
        return np.full(len(like), self.centre_lon), np.full(len(like), self.centre_lat)


def _geodesics(solve, *columns) -> tuple[np.ndarray, ...]:
    # Lists, where there is but one row: pyproj 3.5 and later take an array of one for a number.
    return tuple(np.atleast_1d(column) for column in solve(*(np.asarray(column, float).tolist() for column in columns)))
