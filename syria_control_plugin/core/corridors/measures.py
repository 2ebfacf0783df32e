"""How deep a corridor gets into the host's ground, and how narrow that ground is across it.

Chords of a host's ground across paths through it, and the shortest of each corridor.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..arrays import cross
from ..feedback import NO_FEEDBACK, Feedback
from ..geometry.ellipsoid import lengths_km
from .corridors import ENTRY, EXIT, TRANSIT, Corridors
from .host_index import HostTerritory, territories_with_parts

_STRETCH = 1e3  # metres of a ray that are looked at together; far out an eighth of the way to there
_ON_BORDER_M = 1e-3  # metres: a point as near to the border as this lies on it


class Narrowest:
    """The shortest chord that has been seen of each corridor."""

    def __init__(self, count: int):
        self._metres = np.full(count, np.inf)
        self._ends = np.full((count, 4), np.nan)

    def look(self, host: HostTerritory, steps: np.ndarray, corridor: np.ndarray, nearest: np.ndarray) -> None:
        """Looks at the chords through the middles of steps, (n, 2, 2) in the host's plane.

        nearest  (n,) metres: the border is at least so far from each middle

        Two rays go out from each middle, together, and no further once they are as long as a chord that was found.
        """
        if len(steps) == 0:
            return
        middle, way = steps.mean(axis=1), steps[:, 1] - steps[:, 0]
        across = np.column_stack([-way[:, 1], way[:, 0]]) / np.hypot(*way.T)[:, None]
        rays = np.stack([-across, across], axis=1)
        metres = np.repeat(np.maximum(nearest, 0.0)[:, None], 2, axis=1)
        is_end = np.zeros(metres.shape, bool)
        farthest = np.hypot(*np.ptp(host.border.reshape(-1, 2), axis=0))
        rows = np.arange(len(steps))
        while True:
            longest = np.minimum(self._metres[corridor[rows]], 2 * farthest)
            rows = rows[metres[rows].sum(axis=1) < longest]
            if len(rows) == 0:
                return
            chord, side = np.nonzero(~is_end[rows])
            chord = rows[chord]
            metres[chord, side], is_end[chord, side] = _further(
                host, middle[chord], rays[chord, side], metres[chord, side]
            )
            found = is_end[rows].all(axis=1)
            chords = rows[found & (metres[rows].min(axis=1) > _ON_BORDER_M)]
            ends = middle[chords, None] + rays[chords] * metres[chords, :, None]
            self._keep(host, corridor[chords], metres[chords].sum(axis=1), ends)
            rows = rows[~found]

    def km_and_chords(self) -> tuple[np.ndarray, np.ndarray]:
        """Ellipsoidal lengths, NaN where no chord was seen, and the chords, LineStrings in lon/lat or None."""
        seen = np.isfinite(self._metres)
        km = np.full(len(seen), np.nan)
        chords = np.full(len(seen), None, dtype=object)
        if seen.any():
            chords[seen] = shapely.linestrings(self._ends[seen].reshape(-1, 2, 2))
            km[seen] = lengths_km(chords[seen])
        return km, chords

    def _keep(self, host: HostTerritory, corridor: np.ndarray, metres: np.ndarray, ends: np.ndarray) -> None:
        order = np.lexsort((metres, corridor))
        best = order[np.diff(corridor[order], prepend=-1) != 0]
        best = best[metres[best] < self._metres[corridor[best]]]
        self._metres[corridor[best]] = metres[best]
        lines = host.plane.to_lonlat(shapely.linestrings(ends[best]))
        self._ends[corridor[best]] = shapely.get_coordinates(lines).reshape(-1, 4)


def _further(host: HostTerritory, start: np.ndarray, ray: np.ndarray, metres: np.ndarray) -> tuple:
    """How much further than ``metres`` each ray is known to run free of the border, and whether it ends there.

    A short stretch is cut with the border at a time: the box about it holds few edges, that about a long one many.
    """
    reach = metres + np.maximum(_STRETCH, metres / 8)
    stretch = [start + ray * (metres - _ON_BORDER_M)[:, None], start + ray * reach[:, None]]
    row, edge = host.edges.query(shapely.linestrings(np.stack(stretch, axis=1)), predicate="intersects")
    to, way = host.border[edge, :2] - start[row], host.border[edge, 2:] - host.border[edge, :2]
    slope = cross(ray[row], way)
    # Of an edge along the ray the next ones say where it is met: rings go on.
    row, at = row[slope != 0], cross(to, way)[slope != 0] / slope[slope != 0]
    meets = np.full(len(start), np.inf)
    np.minimum.at(meets, row, np.maximum(at, 0))
    is_end = np.isfinite(meets)
    return np.where(is_end, meets, reach), is_end


DEPTH_KM = 0.05  # the most by which a depth may be too small
# Chords are sought at least so often on a path near the border, and at least so many times.
STEP_KM = 0.2
LEAST_STEPS = 10
NECK_SHARE = 0.1  # of the distance to the border: far from it chords may be so far apart
# Of a path, at each end that lies at a border: an oblique border makes any chord short there.
END_SHARE = 0.1
_LEAST_LENGTH_M = 1e-9  # metres: nothing is divided by a length of 0


@dataclass(frozen=True)
class CorridorMeasures:
    """Columns of length n, as the corridors.

    depth_km  greatest distance from the path to the host's border
    neck_km   length of the shortest chord of the host's ground across the path; NaN where there is none: the path
              has no length, or all of it runs along the border
    neck      object: that chord, a LineString in lon/lat; None where there is none
    """

    depth_km: np.ndarray
    neck_km: np.ndarray
    neck: np.ndarray


def measures_of(corridors: Corridors, feedback: Feedback = NO_FEEDBACK) -> CorridorMeasures:
    """Depth and neck of each corridor, in the host's ground as it was while the mover was there.

    Depth: the distance to the border is measured at the path's vertices and on its way from one to the next. There it
    changes by no more than the way, so that the middle of a stretch needs no look where both ends and the length say
    that it can't be more than DEPTH_KM deeper than what was found. So a depth is too small by DEPTH_KM at most.
    Method: Piyavskii (1972), An algorithm for finding the absolute extremum of a function.

    Neck: chords run at right angles to the path, both ways up to where they first meet the border. They are sought
    every STEP_KM at most; where the border is farther than that, every tenth of the distance to it; and at least
    LEAST_STEPS times on a path. A tenth of its length is left out at each end at which the mover crossed a border.
    Between two chords the ground may be narrower by any amount.

    What is nearest is found in a local plane (``host_grounds.BAND_DEG`` says how right it is) and then measured on the
    ellipsoid, as distances along geodesics.
    """
    deepest = _Deepest(len(corridors))
    narrowest = Narrowest(len(corridors))
    length_km, before_km = _along(corridors)
    first, last = _counted_shares(corridors)
    for host, rows in territories_with_parts(corridors, feedback):
        of = corridors.part_corridor[rows]
        paths = host.plane.from_lonlat(corridors.part_path[rows])
        longest = 1e3 * np.maximum(corridors.length_km[of] / LEAST_STEPS, 1e-3)
        steps, path, away = _steps(host, paths, longest)
        deepest.look(host, steps, of[path], away)
        apart = np.minimum(np.maximum(1e3 * STEP_KM, NECK_SHARE * away.min(axis=1)), longest[path])
        steps, path, nearest, taken = _places_of_chords(steps, path, away, apart)
        at = _middles(steps, path) * length_km[rows][path] + before_km[rows][path]
        whole = corridors.length_km[of[path]]
        counted = (first[of[path]] * whole <= at) & (at <= last[of[path]] * whole)
        counted &= taken
        narrowest.look(host, steps[counted], of[path][counted], nearest[counted])
    return CorridorMeasures(deepest.km(), *narrowest.km_and_chords())


class _Deepest:
    """The point farthest from the border that has been seen of each corridor, and the border's point nearest to it."""

    def __init__(self, count: int):
        self._metres = np.full(count, -1.0)
        self._ends = np.zeros((count, 4))

    def look(self, host: HostTerritory, steps: np.ndarray, corridor: np.ndarray, away: np.ndarray) -> None:
        """Looks at straight steps, (n, 2, 2) in the host's plane.

        away  (n, 2) metres from the ends of each step to the border
        """
        self._see(host, steps.reshape(-1, 2), np.repeat(corridor, 2), away.reshape(-1))
        while len(steps):
            greatest = (away.sum(axis=1) + np.hypot(*(steps[:, 1] - steps[:, 0]).T)) / 2
            deep = greatest > self._metres[corridor] + 1e3 * DEPTH_KM
            steps, corridor, away = steps[deep], corridor[deep], away[deep]
            middle = steps.mean(axis=1)
            between = host.away(middle)
            self._see(host, middle, corridor, between)
            steps = np.concatenate([np.stack([steps[:, end], middle], axis=1) for end in (0, 1)])
            away = np.concatenate([np.column_stack([away[:, end], between]) for end in (0, 1)])
            corridor = np.tile(corridor, 2)

    def _see(self, host: HostTerritory, points: np.ndarray, corridor: np.ndarray, metres: np.ndarray) -> None:
        order = np.lexsort((-metres, corridor))
        best = order[np.diff(corridor[order], prepend=-1) != 0]
        best = best[metres[best] > self._metres[corridor[best]]]
        self._metres[corridor[best]] = metres[best]
        self._ends[corridor[best]] = host.paths_to_border(points[best])

    def km(self) -> np.ndarray:
        return lengths_km(shapely.linestrings(self._ends.reshape(-1, 2, 2)))


def _steps(host: HostTerritory, paths: np.ndarray, longest: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The straight steps of paths, none longer than its path's ``longest``, and how far the border is from their ends.

    Steps (n, 2, 2), number of the path (n,), metres (n, 2). Where the mover stood still steps have no length.
    """
    moves = shapely.length(paths) > 0  # Shapely can't cut up what has no length
    paths[moves] = shapely.segmentize(paths[moves], longest[moves])
    points, path = shapely.get_coordinates(paths, return_index=True)
    away = host.away(points)
    is_step = path[1:] == path[:-1]
    steps, away = (np.stack([each[:-1], each[1:]], axis=1)[is_step] for each in (points, away))
    return steps, path[1:][is_step], away


def _places_of_chords(steps: np.ndarray, path: np.ndarray, away: np.ndarray, apart: np.ndarray) -> tuple:
    """The steps cut up so that none is longer than ``apart`` (n,) metres, in order.

    Gives the shorter steps and their paths; how far their middles are from the border at least; and whether a chord is
    sought there: at each of them where they had to be cut up, else at one on a way of ``apart``.
    """
    length = np.hypot(*(steps[:, 1] - steps[:, 0]).T)
    pieces = np.maximum(np.ceil(length / apart - 1e-9), 1).astype(int)
    row = np.repeat(np.arange(len(steps)), pieces)
    number = np.arange(len(row)) - (np.cumsum(pieces) - pieces)[row]
    begin, end = number / pieces[row], (number + 1) / pieces[row]
    way = steps[:, 1] - steps[:, 0]
    fine = steps[row, :1] + way[row, None] * np.stack([begin, end], axis=1)[:, :, None]
    half = (begin + end) / 2 * length[row]
    nearest = np.maximum(away[row, 0] - half, away[row, 1] - (length[row] - half))
    passed = np.floor(np.cumsum(np.minimum(length / apart, 1)[row]))
    taken = (pieces[row] > 1) | (np.diff(passed, prepend=-1) != 0) | (np.diff(path[row], prepend=-1) != 0)
    return fine, path[row], nearest, taken & (length[row] > 0)


def _along(corridors: Corridors) -> tuple[np.ndarray, np.ndarray]:
    """Of each part its length, and the length of the corridor's parts before it, in km."""
    length_km = lengths_km(corridors.part_path) if len(corridors.part_path) else np.empty(0)
    before = np.cumsum(length_km) - length_km
    return length_km, before - before[np.searchsorted(corridors.part_corridor, corridors.part_corridor)]


def _counted_shares(corridors: Corridors) -> tuple[np.ndarray, np.ndarray]:
    """From which to which share of its length a path counts for the neck."""
    came_in = np.isin(corridors.kind, (TRANSIT, ENTRY)) & ~corridors.enters_by_change
    went_out = np.isin(corridors.kind, (TRANSIT, EXIT)) & ~corridors.leaves_by_change
    return np.where(came_in, END_SHARE, 0.0), np.where(went_out, 1 - END_SHARE, 1.0)


def _middles(steps: np.ndarray, path: np.ndarray) -> np.ndarray:
    """Where on its path the middle of each step lies, from 0 to 1."""
    length = np.hypot(*(steps[:, 1] - steps[:, 0]).T)
    until = np.cumsum(length)
    start = (until - length)[np.searchsorted(path, path)]
    return (until - length / 2 - start) / np.maximum(np.bincount(path, length)[path], _LEAST_LENGTH_M)
