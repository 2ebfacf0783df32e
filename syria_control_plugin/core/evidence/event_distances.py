"""Which events happened about the time of which passages, and how far from their paths, for very many of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from ..geometry.distances import LocalPlane, lengths_km
from ..geometry.turns import TURN_DEG, turns_towards
from ..telling import Tell, silent

# Pairs that are looked at together: what a block of them takes of memory, and how often progress is told.
_PATHS_AT_ONCE = 64
_EVENTS_AT_ONCE = 2_000
_PAIRS_AT_ONCE = 20_000
_BAND_DEG = 1.0  # of latitude, in which pairs are measured together: see ``LocalPlane``
# Samples of a path: so far apart, unless that made more than so many.
_STEP_KM = 2.0
_MOST_SAMPLES = 32
_GREATEST_DEGREE_KM = 111.7  # no degree is longer, neither of latitude nor of longitude times the cosine
_EQUATOR_KM, _FLATTENING = 6378.137, 1 / 298.257223563
_ECCENTRICITY = _FLATTENING * (2 - _FLATTENING)  # squared
_LEAST_RADIUS_KM = _EQUATOR_KM * (1 - _ECCENTRICITY)  # no line on the ellipsoid is curved more
_ROUNDING_KM = 1e-3


@dataclass(frozen=True)
class Days:
    """First and last calendar day, (n,) datetime64[D], of passages or of events."""

    first: np.ndarray
    last: np.ndarray

    @classmethod
    def of(cls, start: np.ndarray, end: np.ndarray, has_end: np.ndarray) -> Days:
        """The days of periods; the end belongs to one where ``has_end``, unless it is the start."""
        last = np.maximum(np.where(has_end, end, end - np.timedelta64(1, "s")), start)
        return cls(start.astype("datetime64[D]"), last.astype("datetime64[D]"))

    @property
    def count(self) -> np.ndarray:
        """How many days each lasts."""
        return (self.last - self.first).astype(int) + 1


@dataclass(frozen=True)
class Block:
    """All pairs of some paths (p) and some events (e), with their days, and bounds of their distances.

    path, event   (p,) and (e,) rows
    days          (p, e) from passage to event: 0 where they share one, less than 0 before, more after
    chord_km      (p, e) straight through the ground from the event to the nearest sample of the path
    radius_km     (p,) no point of the path is farther from a sample of it
    """

    path: np.ndarray
    event: np.ndarray
    days: np.ndarray
    chord_km: np.ndarray
    radius_km: np.ndarray

    def may_be_within(self, limit_km) -> np.ndarray:
        """(p, e), False where the distance is surely greater than a limit, which is one for all or one an event."""
        return self.chord_km - self.radius_km[:, None] <= limit_km + _ROUNDING_KM

    def is_within(self, limit_km: float) -> np.ndarray:
        """(p, e), True where the distance is surely no greater than a limit."""
        # No line that is curved less than a circle gets less far than it does on the same length (Schur's theorem).
        angle = min(limit_km / 2 / _LEAST_RADIUS_KM, np.pi / 2)
        return self.chord_km <= 2 * _LEAST_RADIUS_KM * np.sin(angle) - _ROUNDING_KM


def blocks_of_pairs(
    paths: np.ndarray, passages: Days, lonlat: np.ndarray, happened: Days, days: int, tell: Tell = silent
) -> Iterator[Block]:
    """Every pair of a path and an event that are no more than so many days apart, in one block, and others with them.

    paths   LineStrings in lon/lat; longitudes may run on beyond 180
    lonlat  (m, 2) of the events, degrees

    Paths of about the same time come together, so that events of other times need not be looked at.
    """
    places, margin = _geocentric_km(lonlat), np.timedelta64(days, "D")
    order = np.argsort(passages.first, kind="stable")
    for first in range(0, len(order), _PATHS_AT_ONCE):
        tell(first / len(order))
        path = np.sort(order[first : first + _PATHS_AT_ONCE])
        begin, end = passages.first[path].min() - margin, passages.last[path].max() + margin
        near = np.flatnonzero((happened.first <= end) & (happened.last >= begin))
        if len(near) == 0:
            continue
        samples, starts, radius_km = _samples(paths[path])
        for some in range(0, len(near), _EVENTS_AT_ONCE):
            event = near[some : some + _EVENTS_AT_ONCE]
            chord_km = _least_chords_km(samples, starts, places[event])
            yield Block(path, event, _days_between(passages, happened, path, event), chord_km, radius_km)


def distances_of_pairs_km(paths, lonlat, path: np.ndarray, point: np.ndarray) -> np.ndarray:
    """Ellipsoidal distance, (k,) km, from a point to the nearest point of a path, for each pair of their rows.

    The nearest point is found in a plane that is right within half a degree of the event's latitude. An event on the
    other side of the antimeridian is seen from the nearer side.
    """
    km = np.empty(len(path))
    band = np.floor(lonlat[point, 1] / _BAND_DEG)
    order = np.argsort(band, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(band[order])) + 1):
        plane = LocalPlane.around(shapely.Point(0, (band[rows[0]] + 0.5) * _BAND_DEG)) if len(rows) else None
        for first in range(0, len(rows), _PAIRS_AT_ONCE):
            some = rows[first : first + _PAIRS_AT_ONCE]
            km[some] = _distances_km(plane, paths, path[some], lonlat[point[some]])
    return km


def _distances_km(plane: LocalPlane, paths, path: np.ndarray, places: np.ndarray) -> np.ndarray:
    used, path = np.unique(path, return_inverse=True)
    west, _, east, _ = shapely.bounds(paths[used]).T
    middle = ((west + east) / 2)[path]
    places = places + np.column_stack([TURN_DEG * turns_towards(places[:, 0], middle), np.zeros(len(places))])
    ways = plane.from_lonlat(paths[used])
    shortest = shapely.shortest_line(plane.from_lonlat(shapely.points(places)), ways[path])
    return lengths_km(plane.to_lonlat(shortest))


def _days_between(passages: Days, happened: Days, path: np.ndarray, event: np.ndarray) -> np.ndarray:
    after = happened.first[event] - passages.last[path][:, None]
    before = passages.first[path][:, None] - happened.last[event]
    return np.maximum(after.astype(int), 0) - np.maximum(before.astype(int), 0)


def _least_chords_km(samples: np.ndarray, starts: np.ndarray, places: np.ndarray) -> np.ndarray:
    """(p, e) km from each place to the nearest of the samples of each path; those of path i begin at ``starts[i]``."""
    squares = (samples**2).sum(axis=1)[:, None] + (places**2).sum(axis=1) - 2 * samples @ places.T
    return np.sqrt(np.maximum(np.minimum.reduceat(squares, starts, axis=0), 0))


def _samples(paths: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Points on paths, evenly spaced: (k, 3) geocentric km, the first row of each path, and half their spacing in km.

    The length by which they are spaced is nowhere less than the true one.
    """
    lonlat, row = shapely.get_coordinates(paths, return_index=True)
    (east, north), latitude = np.abs(np.diff(lonlat, axis=0)).T, np.abs(lonlat[:, 1])
    lowest = np.where(lonlat[1:, 1] * lonlat[:-1, 1] <= 0, 0, np.minimum(latitude[1:], latitude[:-1]))
    steps_km = _GREATEST_DEGREE_KM * np.hypot(east * np.cos(np.radians(lowest)), north)
    steps_km[row[1:] != row[:-1]] = 1  # a gap, so that no place is on two paths
    along_km = np.append(0, np.cumsum(steps_km))
    begin = np.searchsorted(row, np.arange(len(paths)))
    end = np.append(begin[1:], len(row)) - 1
    length_km = along_km[end] - along_km[begin]
    count = np.clip(np.ceil(length_km / _STEP_KM), 1, _MOST_SAMPLES).astype(int)
    starts = np.cumsum(count) - count
    number = np.arange(count.sum()) - np.repeat(starts, count)
    spacing_km = length_km / count
    place_km = np.repeat(along_km[begin], count) + (number + 0.5) * np.repeat(spacing_km, count)
    points = np.column_stack([np.interp(place_km, along_km, values) for values in lonlat.T])
    return _geocentric_km(points), starts, spacing_km / 2


def _geocentric_km(lonlat: np.ndarray) -> np.ndarray:
    """(n, 3) km from the middle of the Earth, of places on the ellipsoid."""
    lon, lat = np.radians(lonlat).T
    curve_km = _EQUATOR_KM / np.sqrt(1 - _ECCENTRICITY * np.sin(lat) ** 2)
    flat = curve_km * np.cos(lat)
    return np.column_stack([flat * np.cos(lon), flat * np.sin(lon), curve_km * (1 - _ECCENTRICITY) * np.sin(lat)])
