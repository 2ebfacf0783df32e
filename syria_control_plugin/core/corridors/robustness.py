"""How much of a corridor survives when the host's ground is shrunk by the uncertainty of the map's borders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..arrays import cross, dot
from ..errors import CorridorsError
from ..feedback import NO_FEEDBACK, Feedback
from ..geometry.ellipsoid import lengths_km
from ..messages import Message
from .corridors import Corridors
from .host_index import HostTerritory, territories_with_parts

_ROUNDING_KM = 1e-6  # less than a millimetre of a path is none of it


@dataclass(frozen=True)
class Robustness:
    """What is left of each corridor for each border uncertainty; n corridors, k uncertainties.

    uncertainty_km  (k,) as asked for
    surviving_km    (n, k) ellipsoidal length of the path that lies farther than that from the host's border
    survives        (n, k) bool: whether anything is left
    """

    uncertainty_km: np.ndarray
    surviving_km: np.ndarray
    survives: np.ndarray


def robustness_of(
    corridors: Corridors, uncertainties_km: Sequence[float] = (1.0,), feedback: Feedback = NO_FEEDBACK
) -> Robustness:
    """The length of each corridor that is left when the host's ground is shrunk by each border uncertainty.

    What is left are the points of the path farther from the border of the host's ground, as it was while the mover was
    there, than the uncertainty. An uncertainty of 0 leaves the full length.

    The cut is exact, not sampled: the points of a straight stretch within a distance of a straight border edge are one
    interval, known in closed form, and what no edge's interval covers is left. It is made in a local plane
    (``host_grounds.BAND_DEG`` says how right it is); the lengths are ellipsoidal.

    Raises CorridorsError for uncertainties that are negative or no numbers.
    """
    uncertainty = np.atleast_1d(np.asarray(uncertainties_km, float))
    if uncertainty.ndim != 1 or not (np.isfinite(uncertainty) & (uncertainty >= 0)).all():
        raise CorridorsError(
            Message("The border uncertainty must be a number of km, 0 or more, not {!r:.100}.", uncertainties_km)
        )
    left = np.zeros((len(corridors), len(uncertainty)))
    for host, rows in territories_with_parts(corridors, feedback):
        np.add.at(left, corridors.part_corridor[rows], _left_km(host, corridors.part_path[rows], uncertainty))
    left[left < _ROUNDING_KM] = 0
    left = np.minimum(left, corridors.length_km[:, None])  # a path's length is not changed by cutting it up
    left[:, uncertainty == 0] = corridors.length_km[:, None]
    return Robustness(uncertainty, left, left > 0)


def _left_km(host: HostTerritory, paths: np.ndarray, uncertainty: np.ndarray) -> np.ndarray:
    """Lengths, (paths, uncertainties), of what lies farther from the border than each uncertainty."""
    corners, path = shapely.get_coordinates(paths, return_index=True)
    is_step = (path[1:] == path[:-1]) & (corners[1:] != corners[:-1]).any(axis=1)
    path = path[1:][is_step]
    steps = np.stack([corners[:-1], corners[1:]], axis=1)[is_step]
    length_km = lengths_km(shapely.linestrings(steps))
    steps = host.plane.from_lonlat(shapely.linestrings(steps))
    step, edge = host.edges.query(steps, predicate="dwithin", distance=1e3 * uncertainty.max(initial=0))
    ends = shapely.get_coordinates(steps).reshape(-1, 4)
    left = np.empty((len(paths), len(uncertainty)))
    for column, metres in enumerate(1e3 * uncertainty):
        begins, stops = near_edges(ends[step], host.border[edge], metres)
        share = uncovered(step, begins, stops, len(steps))
        left[:, column] = np.bincount(path, share * length_km, minlength=len(paths))
    return left


def near_edges(steps: np.ndarray, edges: np.ndarray, distance: float) -> tuple[np.ndarray, np.ndarray]:
    """The stretch of each step within a distance of its edge, both (n, 4) x, y of start and end, of some length.

    Two arrays (n,), from 0 at the start of the step to 1 at its end; of a step that is nowhere near the first is the
    larger. The points within a distance of an edge are a rectangle and two discs, together convex, so that a straight
    step has one stretch in common with them: what lies between the first and the last point of the three.
    """
    start, way = steps[:, :2], steps[:, 2:] - steps[:, :2]
    along = edges[:, 2:] - edges[:, :2]
    length = np.hypot(*along.T)
    along = along / length[:, None]
    from_edge = start - edges[:, :2]
    beside = _between(cross(from_edge, along), cross(way, along), -distance, distance)
    ahead = _between(dot(from_edge, along), dot(way, along), 0, length)
    pieces = [
        (np.maximum(beside[0], ahead[0]), np.minimum(beside[1], ahead[1])),
        _in_disc(from_edge, way, distance),
        _in_disc(start - edges[:, 2:], way, distance),
    ]
    begins = np.min([np.where(first <= last, first, np.inf) for first, last in pieces], axis=0)
    stops = np.max([np.where(first <= last, last, -np.inf) for first, last in pieces], axis=0)
    return np.maximum(begins, 0), np.minimum(stops, 1)


def uncovered(row: np.ndarray, begins: np.ndarray, stops: np.ndarray, count: int) -> np.ndarray:
    """The share of each of ``count`` rows, (count,), that none of its stretches (from 0 to 1) covers."""
    real = begins < stops
    row, begins, stops = row[real], begins[real], stops[real]
    order = np.lexsort((begins, row))
    row = row[order]
    # Laid end to end, a row a unit, the stretches of all rows are covered in one pass.
    begins, stops = row + begins[order], row + stops[order]
    so_far = np.maximum(np.maximum.accumulate(np.concatenate([[0.0], stops]))[:-1], row)
    left = np.ones(count)
    covered = np.maximum(stops - np.maximum(begins, so_far), 0)
    return np.maximum(left - np.bincount(row, covered, minlength=count), 0)


def _between(value: np.ndarray, slope: np.ndarray, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """From where to where ``value + slope * t`` lies between two limits."""
    with np.errstate(divide="ignore", invalid="ignore"):
        first, last = np.sort([(low - value) / slope, (high - value) / slope], axis=0)
    level = slope == 0
    inside = (low <= value) & (value <= high)
    return (
        np.where(level, np.where(inside, -np.inf, np.inf), first),
        np.where(level, np.where(inside, np.inf, -np.inf), last),
    )


def _in_disc(start: np.ndarray, way: np.ndarray, radius: float) -> tuple[np.ndarray, np.ndarray]:
    """From where to where ``start + way * t`` lies in the disc about the origin."""
    square, half = dot(way, way), dot(start, way)
    root = half**2 - square * (dot(start, start) - radius**2)
    with np.errstate(invalid="ignore"):
        off = np.where(root >= 0, np.sqrt(np.maximum(root, 0)), np.nan)  # NaN compares as no stretch
    return (-half - off) / square, (-half + off) / square
