"""Robustness of corridors: the length that survives when the host's territory is shrunk by the border uncertainty."""

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

_ROUNDING_KM = 1e-6  # less than a millimetre of a path counts as 0


@dataclass(frozen=True)
class Robustness:
    """Surviving lengths of n corridors for k border uncertainties.

    uncertainty_km  (k,) as requested
    surviving_km    (n, k) ellipsoidal length of the path that lies farther than that from the host's border
    survives        (n, k) bool: whether any length is left
    """

    uncertainty_km: np.ndarray
    surviving_km: np.ndarray
    survives: np.ndarray


def robustness_of(
    corridors: Corridors, uncertainties_km: Sequence[float] = (1.0,), feedback: Feedback = NO_FEEDBACK
) -> Robustness:
    """Return the length of each corridor that is left when the host's territory is shrunk by each border uncertainty.

    Points of the path are left if they are farther than the uncertainty from the border of the host's territory at the
    time of the passage. An uncertainty of 0 leaves the full length.

    The cut is exact, not sampled: the points of a straight step within a distance of a straight border edge are one
    interval in closed form, and the parts that no edge's interval covers are left. It is made in a local plane (for
    its accuracy see ``host_index.BAND_DEG``); the lengths are ellipsoidal.

    Raises CorridorsError if an uncertainty is negative or not a number.
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
    left = np.minimum(left, corridors.length_km[:, None])  # the sum of steps may exceed the length by rounding
    left[:, uncertainty == 0] = corridors.length_km[:, None]
    return Robustness(uncertainty, left, left > 0)


def _left_km(host: HostTerritory, paths: np.ndarray, uncertainty: np.ndarray) -> np.ndarray:
    """Return lengths, (paths, uncertainties), of the parts farther from the border than each uncertainty."""
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
    """Return the interval of each step within a distance of its edge.

    steps, edges  (n, 4) x, y of start and end, with a length above 0

    Two arrays (n,), begins and stops, from 0 at the start of the step to 1 at its end; if no point of the step is near
    the edge, the first is the larger. The points within a distance of an edge form a rectangle and two discs,
    together convex, so a straight step has one interval in common with them: from the first to the last point of its
    intervals in the three.
    """
    start, delta = steps[:, :2], steps[:, 2:] - steps[:, :2]
    along = edges[:, 2:] - edges[:, :2]
    length = np.hypot(*along.T)
    along = along / length[:, None]
    from_edge = start - edges[:, :2]
    beside = _between(cross(from_edge, along), cross(delta, along), -distance, distance)
    ahead = _between(dot(from_edge, along), dot(delta, along), 0, length)
    pieces = [
        (np.maximum(beside[0], ahead[0]), np.minimum(beside[1], ahead[1])),
        _in_disc(from_edge, delta, distance),
        _in_disc(start - edges[:, 2:], delta, distance),
    ]
    begins = np.min([np.where(first <= last, first, np.inf) for first, last in pieces], axis=0)
    stops = np.max([np.where(first <= last, last, -np.inf) for first, last in pieces], axis=0)
    return np.maximum(begins, 0), np.minimum(stops, 1)


def uncovered(row: np.ndarray, begins: np.ndarray, stops: np.ndarray, count: int) -> np.ndarray:
    """Return the share of each of ``count`` rows, (count,), that no interval covers.

    row            (k,) row of each interval
    begins, stops  (k,) its ends, within 0 to 1; intervals that end before they begin are ignored
    """
    real = begins < stops
    row, begins, stops = row[real], begins[real], stops[real]
    order = np.lexsort((begins, row))
    row = row[order]
    # With the rows laid end to end, one unit each, one pass handles the intervals of all rows.
    begins, stops = row + begins[order], row + stops[order]
    so_far = np.maximum(np.maximum.accumulate(np.concatenate([[0.0], stops]))[:-1], row)
    left = np.ones(count)
    covered = np.maximum(stops - np.maximum(begins, so_far), 0)
    return np.maximum(left - np.bincount(row, covered, minlength=count), 0)


def _between(value: np.ndarray, slope: np.ndarray, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the interval of t in which ``value + slope * t`` lies between two limits."""
    with np.errstate(divide="ignore", invalid="ignore"):
        first, last = np.sort([(low - value) / slope, (high - value) / slope], axis=0)
    level = slope == 0
    inside = (low <= value) & (value <= high)
    return (
        np.where(level, np.where(inside, -np.inf, np.inf), first),
        np.where(level, np.where(inside, np.inf, -np.inf), last),
    )


def _in_disc(start: np.ndarray, delta: np.ndarray, radius: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the interval of t in which ``start + delta * t`` lies in the disc around the origin."""
    square, half = dot(delta, delta), dot(start, delta)
    root = half**2 - square * (dot(start, start) - radius**2)
    with np.errstate(invalid="ignore"):
        off = np.where(root >= 0, np.sqrt(np.maximum(root, 0)), np.nan)  # NaN compares as an empty interval
    return (-half - off) / square, (-half + off) / square
