"""Depth of corridors in the host's territory, and width of that territory across them.

Chords of the territory across the paths, and the shortest chord of each corridor.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..arrays import cross, least_per_group, ranges
from ..feedback import NO_FEEDBACK, Feedback
from ..geometry.ellipsoid import lengths_km
from .corridors import ENTRY, EXIT, TRANSIT, Corridors
from .host_index import HostTerritory, territories_with_parts

_STRETCH = 1e3  # metres by which a ray is extended at a time; an eighth of its length if that is more
_ON_BORDER_M = 1e-3  # metres: a point this close to the border lies on it


class Narrowest:
    """The shortest known chord of each corridor."""

    def __init__(self, count: int):
        self._metres = np.full(count, np.inf)
        self._ends = np.full((count, 4), np.nan)

    def update(self, host: HostTerritory, steps: np.ndarray, corridor: np.ndarray, nearest: np.ndarray) -> None:
        """Update the chords with those through the middles of steps, (n, 2, 2) in the host's plane.

        corridor  (n,) rows of the corridors
        nearest   (n,) metres: lower bound of the distance from each middle to the border

        Two rays start from each middle, together, and stop once they are as long as the shortest known chord.
        """
        if len(steps) == 0:
            return
        middle, delta = steps.mean(axis=1), steps[:, 1] - steps[:, 0]
        across = np.column_stack([-delta[:, 1], delta[:, 0]]) / np.hypot(*delta.T)[:, None]
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
            is_complete = is_end[rows].all(axis=1)
            chords = rows[is_complete & (metres[rows].min(axis=1) > _ON_BORDER_M)]
            ends = middle[chords, None] + rays[chords] * metres[chords, :, None]
            self._keep(host, corridor[chords], metres[chords].sum(axis=1), ends)
            rows = rows[~is_complete]

    def km_and_chords(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the ellipsoidal lengths, NaN without a chord, and the chords, LineStrings in lon/lat or None."""
        has_chord = np.isfinite(self._metres)
        km = np.full(len(has_chord), np.nan)
        chords = np.full(len(has_chord), None, dtype=object)
        if has_chord.any():
            chords[has_chord] = shapely.linestrings(self._ends[has_chord].reshape(-1, 2, 2))
            km[has_chord] = lengths_km(chords[has_chord])
        return km, chords

    def _keep(self, host: HostTerritory, corridor: np.ndarray, metres: np.ndarray, ends: np.ndarray) -> None:
        best = least_per_group(corridor, metres)
        best = best[metres[best] < self._metres[corridor[best]]]
        self._metres[corridor[best]] = metres[best]
        lines = host.plane.to_lonlat(shapely.linestrings(ends[best]))
        self._ends[corridor[best]] = shapely.get_coordinates(lines).reshape(-1, 4)


def _further(host: HostTerritory, start: np.ndarray, ray: np.ndarray, metres: np.ndarray) -> tuple:
    """Return the length, above ``metres``, that each ray surely runs without meeting the border; and if it ends there.

    Rays are extended piece by piece, because the bounding box of a short piece contains few edges.
    """
    reach = metres + np.maximum(_STRETCH, metres / 8)
    stretch = [start + ray * (metres - _ON_BORDER_M)[:, None], start + ray * reach[:, None]]
    row, edge = host.edges.query(shapely.linestrings(np.stack(stretch, axis=1)), predicate="intersects")
    to, delta = host.border[edge, :2] - start[row], host.border[edge, 2:] - host.border[edge, :2]
    slope = cross(ray[row], delta)
    # An edge along the ray is skipped: the next edges of its ring give the meeting point.
    row, distance = row[slope != 0], cross(to, delta)[slope != 0] / slope[slope != 0]
    meets = np.full(len(start), np.inf)
    np.minimum.at(meets, row, np.maximum(distance, 0))
    is_end = np.isfinite(meets)
    return np.where(is_end, meets, reach), is_end


DEPTH_KM = 0.05  # a depth is too small by this at most
# Greatest distance of chords on a path near the border, and least number of chords on a path.
STEP_KM = 0.2
LEAST_STEPS = 10
NECK_SHARE = 0.1  # share of the distance to the border: chords far from it may be this far apart
# Share of a path that is left out at each end on a border: an oblique border makes any chord there short.
END_SHARE = 0.1
_LEAST_LENGTH_M = 1e-9  # metres; avoids division by 0


@dataclass(frozen=True)
class CorridorMeasures:
    """Depth and neck of n corridors, as columns.

    depth_km  greatest distance from the path to the host's border
    neck_km   length of the shortest chord of the host's territory across the path; NaN without a chord: the path has
              no length, or all of it runs along the border
    neck      object: that chord, a LineString in lon/lat, or None
    """

    depth_km: np.ndarray
    neck_km: np.ndarray
    neck: np.ndarray


def measures_of(corridors: Corridors, feedback: Feedback = NO_FEEDBACK) -> CorridorMeasures:
    """Return depth and neck of each corridor, in the host's territory at the time of the passage.

    Depth: the distance to the border is measured at the path's vertices and between them. It changes by no more than
    the distance travelled, so a step is not divided if its ends and length show that it is at most DEPTH_KM deeper
    than the greatest known depth. A depth is therefore too small by DEPTH_KM at most.
    Method: Piyavskii (1972), An algorithm for finding the absolute extremum of a function.

    Neck: chords run at right angles to the path, on both sides up to the first point of the border. They are at most
    STEP_KM apart, or a tenth of the distance to the border if that is more, and a path has at least LEAST_STEPS of
    them. A tenth of its length is left out at each end at which the mover crossed a border. Between two chords the
    territory may be narrower by any amount.

    Nearest points are sought in a local plane (for its accuracy see ``host_index.BAND_DEG``); the distances are
    geodesic, on the ellipsoid.
    """
    deepest = _Deepest(len(corridors))
    narrowest = Narrowest(len(corridors))
    length_km, before_km = _along(corridors)
    first, last = _counted_shares(corridors)
    for host, rows in territories_with_parts(corridors, feedback):
        corridor = corridors.part_corridor[rows]
        paths = host.plane.from_lonlat(corridors.part_path[rows])
        longest = 1e3 * np.maximum(corridors.length_km[corridor] / LEAST_STEPS, 1e-3)
        steps, path, away = _steps(host, paths, longest)
        deepest.update(host, steps, corridor[path], away)
        apart = np.minimum(np.maximum(1e3 * STEP_KM, NECK_SHARE * away.min(axis=1)), longest[path])
        steps, path, nearest, taken = _places_of_chords(steps, path, away, apart)
        position_km = _middles(steps, path) * length_km[rows][path] + before_km[rows][path]
        path_km = corridors.length_km[corridor[path]]
        counted = (first[corridor[path]] * path_km <= position_km) & (position_km <= last[corridor[path]] * path_km)
        counted &= taken
        narrowest.update(host, steps[counted], corridor[path][counted], nearest[counted])
    neck_km, neck = narrowest.km_and_chords()
    return CorridorMeasures(depth_km=deepest.km(), neck_km=neck_km, neck=neck)


class _Deepest:
    """The deepest known point of each corridor, and the border's point nearest to it."""

    def __init__(self, count: int):
        self._metres = np.full(count, -1.0)
        self._ends = np.zeros((count, 4))

    def update(self, host: HostTerritory, steps: np.ndarray, corridor: np.ndarray, away: np.ndarray) -> None:
        """Update the depths with straight steps, (n, 2, 2) in the host's plane.

        corridor  (n,) rows of the corridors
        away      (n, 2) metres from the ends of each step to the border
        """
        self._keep(host, steps.reshape(-1, 2), np.repeat(corridor, 2), away.reshape(-1))
        while len(steps):
            greatest = (away.sum(axis=1) + np.hypot(*(steps[:, 1] - steps[:, 0]).T)) / 2
            deep = greatest > self._metres[corridor] + 1e3 * DEPTH_KM
            steps, corridor, away = steps[deep], corridor[deep], away[deep]
            middle = steps.mean(axis=1)
            between = host.away(middle)
            self._keep(host, middle, corridor, between)
            steps = np.concatenate([np.stack([steps[:, end], middle], axis=1) for end in (0, 1)])
            away = np.concatenate([np.column_stack([away[:, end], between]) for end in (0, 1)])
            corridor = np.tile(corridor, 2)

    def _keep(self, host: HostTerritory, points: np.ndarray, corridor: np.ndarray, metres: np.ndarray) -> None:
        best = least_per_group(corridor, -metres)
        best = best[metres[best] > self._metres[corridor[best]]]
        self._metres[corridor[best]] = metres[best]
        self._ends[corridor[best]] = host.paths_to_border(points[best])

    def km(self) -> np.ndarray:
        return lengths_km(shapely.linestrings(self._ends.reshape(-1, 2, 2)))


def _steps(host: HostTerritory, paths: np.ndarray, longest: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the straight steps of paths, none longer than its path's ``longest``, and their distances to the border.

    Steps (n, 2, 2), number of the path (n,), metres from both ends (n, 2). A mover that stood still has steps without
    length.
    """
    moves = shapely.length(paths) > 0  # Shapely cannot divide a line without length
    paths[moves] = shapely.segmentize(paths[moves], longest[moves])
    points, path = shapely.get_coordinates(paths, return_index=True)
    away = host.away(points)
    is_step = path[1:] == path[:-1]
    steps, away = (np.stack([each[:-1], each[1:]], axis=1)[is_step] for each in (points, away))
    return steps, path[1:][is_step], away


def _places_of_chords(steps: np.ndarray, path: np.ndarray, away: np.ndarray, apart: np.ndarray) -> tuple:
    """Cut steps so that none is longer than ``apart``, (n,) metres; they stay in order.

    Returns the shorter steps, their paths, lower bounds of the distances from their middles to the border, and whether
    each has a chord: all steps that were cut have one, of the others one in each ``apart`` metres of the path.
    """
    length = np.hypot(*(steps[:, 1] - steps[:, 0]).T)
    pieces = np.maximum(np.ceil(length / apart - 1e-9), 1).astype(int)
    number, row = ranges(0, pieces)
    begin, end = number / pieces[row], (number + 1) / pieces[row]
    delta = steps[:, 1] - steps[:, 0]
    fine = steps[row, :1] + delta[row, None] * np.stack([begin, end], axis=1)[:, :, None]
    half = (begin + end) / 2 * length[row]
    nearest = np.maximum(away[row, 0] - half, away[row, 1] - (length[row] - half))
    passed = np.floor(np.cumsum(np.minimum(length / apart, 1)[row]))
    taken = (pieces[row] > 1) | (np.diff(passed, prepend=-1) != 0) | (np.diff(path[row], prepend=-1) != 0)
    return fine, path[row], nearest, taken & (length[row] > 0)


def _along(corridors: Corridors) -> tuple[np.ndarray, np.ndarray]:
    """Return the length of each part, and the length of the corridor's parts before it, in km."""
    length_km = lengths_km(corridors.part_path) if len(corridors.part_path) else np.empty(0)
    before = np.cumsum(length_km) - length_km
    return length_km, before - before[np.searchsorted(corridors.part_corridor, corridors.part_corridor)]


def _counted_shares(corridors: Corridors) -> tuple[np.ndarray, np.ndarray]:
    """Return the shares of its length between which each path counts for the neck."""
    came_in = np.isin(corridors.kind, (TRANSIT, ENTRY)) & ~corridors.enters_by_change
    went_out = np.isin(corridors.kind, (TRANSIT, EXIT)) & ~corridors.leaves_by_change
    return np.where(came_in, END_SHARE, 0.0), np.where(went_out, 1 - END_SHARE, 1.0)


def _middles(steps: np.ndarray, path: np.ndarray) -> np.ndarray:
    """Return the position of the middle of each step on its path, from 0 to 1."""
    length = np.hypot(*(steps[:, 1] - steps[:, 0]).T)
    until = np.cumsum(length)
    start = (until - length)[np.searchsorted(path, path)]
    return (until - length / 2 - start) / np.maximum(np.bincount(path, length)[path], _LEAST_LENGTH_M)
