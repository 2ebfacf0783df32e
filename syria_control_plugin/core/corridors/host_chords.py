"""Chords of a host's ground across paths through it, and the shortest of each corridor."""

from __future__ import annotations

import numpy as np
import shapely

from ..geometry.distances import lengths_km
from ..geometry.vectors import cross
from .host_grounds import HostGround

_STRETCH = 1e3  # metres of a ray that are looked at together; far out an eighth of the way to there
_HAIR = 1e-3  # metres: a point as near to the border as this lies on it


class Narrowest:
    """The shortest chord that has been seen of each corridor."""

    def __init__(self, count: int):
        self._metres = np.full(count, np.inf)
        self._ends = np.full((count, 4), np.nan)

    def look(self, host: HostGround, steps: np.ndarray, corridor: np.ndarray, nearest: np.ndarray) -> None:
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
            chords = rows[found & (metres[rows].min(axis=1) > _HAIR)]
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

    def _keep(self, host: HostGround, corridor: np.ndarray, metres: np.ndarray, ends: np.ndarray) -> None:
        order = np.lexsort((metres, corridor))
        best = order[np.diff(corridor[order], prepend=-1) != 0]
        best = best[metres[best] < self._metres[corridor[best]]]
        self._metres[corridor[best]] = metres[best]
        lines = host.plane.to_lonlat(shapely.linestrings(ends[best]))
        self._ends[corridor[best]] = shapely.get_coordinates(lines).reshape(-1, 4)


def _further(host: HostGround, start: np.ndarray, ray: np.ndarray, metres: np.ndarray) -> tuple:
    """How much further than ``metres`` each ray is known to run free of the border, and whether it ends there.

    A short stretch is cut with the border at a time: the box about it holds few edges, that about a long one many.
    """
    reach = metres + np.maximum(_STRETCH, metres / 8)
    stretch = [start + ray * (metres - _HAIR)[:, None], start + ray * reach[:, None]]
    row, edge = host.edges.query(shapely.linestrings(np.stack(stretch, axis=1)), predicate="intersects")
    to, way = host.border[edge, :2] - start[row], host.border[edge, 2:] - host.border[edge, :2]
    slope = cross(ray[row], way)
    # Of an edge along the ray the next ones say where it is met: rings go on.
    row, at = row[slope != 0], cross(to, way)[slope != 0] / slope[slope != 0]
    meets = np.full(len(start), np.inf)
    np.minimum.at(meets, row, np.maximum(at, 0))
    is_end = np.isfinite(meets)
    return np.where(is_end, meets, reach), is_end
