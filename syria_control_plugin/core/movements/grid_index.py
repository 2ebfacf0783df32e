"""One ground, made ready to be asked which parts of very many straight pieces of tracks lie inside it."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import shapely

from ..geometry.boundaries import boundary

# Nearer than this to a border, in degrees (a tenth of a millimetre), is on it: on a slanting border no point can be
# written down exactly.
TOUCH_DEG = 1e-9
OUTSIDE, INSIDE, UNKNOWN = 0, 1, 2
_LEAST_CELL_DEG = 1e-5
_MOST_CELLS = 512  # a side
_PAIRS_AT_ONCE = 500_000


class GridIndex:
    """A grid of cells over a ground, of which is known whether a border passes them, and else which side they are on.

    ground  valid polygon or multipolygon
    pieces  about how many pieces will be asked about: for a few a fine grid costs more to make than it saves

    A piece that only meets cells without a border is inside or outside as they are; only the others are compared
    with the edges near them. Both are decided for all pieces at once, in arrays. Method: the summed-area table of
    Crow (1984), Summed-area tables for texture mapping, tells at once how many edges a rectangle of cells meets.
    """

    def __init__(self, territory: shapely.Geometry, pieces: int) -> None:
        self._territory = territory
        self._edges = boundary(territory).edges
        shapely.prepare(territory)
        side = int(min(2 * np.sqrt(pieces), _MOST_CELLS)) + 4
        west, south, east, north = shapely.bounds(territory)
        # A ring of cells about the ground stands for all that is outside of them.
        cell = np.maximum(np.array([east - west, north - south]) / (side - 4), _LEAST_CELL_DEG)
        self._origin, self._per_cell, self._side = np.array([west, south]) - 2 * cell, 1 / cell, side
        borders = self._borders()
        self._sums = np.zeros((side + 1, side + 1), np.int32)
        np.cumsum(np.cumsum(borders, axis=0), axis=1, out=self._sums[1:, 1:])
        self._is_inside = self._sides(borders > 0)

    def cells(self, points: np.ndarray) -> np.ndarray:
        """(n, 2) column and row of the cell of each point."""
        return np.clip((points - self._origin) * self._per_cell, 0, self._side - 1).astype(np.int32)

    def _borders(self) -> np.ndarray:
        """How many bits of edges, none longer than half a cell, meet each cell (or come within a touch of it)."""
        start, step = self._edges[:, :2], self._edges[:, 2:] - self._edges[:, :2]
        count = np.ceil(2 * np.abs(step * self._per_cell).max(axis=1)).astype(int) + 1
        edge = np.repeat(np.arange(len(count)), count)
        number = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
        ends = [start[edge] + step[edge] * ((number + more) / count[edge])[:, None] for more in (0, 1)]
        low = self.cells(np.minimum(*ends) - 2 * TOUCH_DEG)
        high = self.cells(np.maximum(*ends) + 2 * TOUCH_DEG)
        corners = [y[:, 1] * self._side + x[:, 0] for x in (low, high) for y in (low, high)]
        marks = np.bincount(np.concatenate(corners), minlength=self._side**2)
        return marks.reshape(self._side, self._side)

    def _sides(self, has_border: np.ndarray) -> np.ndarray:
        """Which cells without a border are inside: of such cells in a line one is tested for all."""
        starts = ~has_border
        starts[:, 1:] &= has_border[:, :-1]
        rows, columns = np.nonzero(starts)
        x, y = ((np.column_stack([columns, rows]) + 0.5) / self._per_cell + self._origin).T
        found = shapely.contains_xy(self._territory, x, y)
        line = np.cumsum(starts.ravel()) - 1
        return found[np.maximum(line, 0)] & ~has_border.ravel()

    def sides(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Of the pieces from each point to the next: OUTSIDE, INSIDE or UNKNOWN, and how many edges may be near.

        points  (m, 2); both results (m - 1,)
        """
        column, row = self.cells(points).T
        west, east = np.minimum(column[1:], column[:-1]), np.maximum(column[1:], column[:-1]) + 1
        south, north = np.minimum(row[1:], row[:-1]), np.maximum(row[1:], row[:-1]) + 1
        sums, across = self._sums.ravel(), self._side + 1
        near = sums[north * across + east] - sums[north * across + west]
        near += sums[south * across + west] - sums[south * across + east]
        side = np.where(near > 0, UNKNOWN, self._is_inside[row[:-1] * self._side + column[:-1]])
        return side.astype(np.int8), near

    @cached_property
    def _tree(self) -> shapely.STRtree:
        start, end = self._edges[:, :2], self._edges[:, 2:]
        low, high = np.minimum(start, end) - 2 * TOUCH_DEG, np.maximum(start, end) + 2 * TOUCH_DEG
        return shapely.STRtree(shapely.linestrings(np.stack([low, high], axis=1)))  # with the same bounding boxes

    def insides(
        self, start: np.ndarray, end: np.ndarray, low: np.ndarray, high: np.ndarray, near: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The parts inside of straight segments, exactly.

        start, end  (n, 2) ends of the segments
        low, high   (n,) between which fractions of it each is asked about
        near        (n,) how many edges may be near it, as ``sides`` tells

        Gives segment, first and last fraction of each part, (k,), sorted. What runs along a border, and what is
        shorter than a touch, is no part; a segment that is itself shorter than that is inside as a whole or not.
        """
        batch = np.cumsum(near, dtype=np.int64) // _PAIRS_AT_ONCE
        edges = [0, *(np.flatnonzero(np.diff(batch)) + 1), len(near)]
        found = []
        for first, last in zip(edges, edges[1:]):
            chosen = slice(first, last)
            row, one, two = self._batch(start[chosen], end[chosen], low[chosen], high[chosen])
            found.append((row + first, one, two))
        return tuple(np.concatenate(column) for column in zip(*found))

    def _batch(
        self, start: np.ndarray, end: np.ndarray, low: np.ndarray, high: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        step = end - start
        length = np.hypot(*step.T)
        is_point = length <= TOUCH_DEG
        ends = np.stack([start + step * fraction[:, None] for fraction in (low, high)], axis=1)
        row, edge = self._tree.query(shapely.linestrings(ends))  # whose bounding boxes meet
        on_border = np.zeros(len(start), bool)
        at_point = is_point[row]
        middle = start + step * ((low + high) / 2)[:, None]
        if at_point.any():
            rows, edges = row[at_point], self._edges[edge[at_point]]
            on_border[rows[_is_near(middle[rows], edges)]] = True
            row, edge = row[~at_point], edge[~at_point]
        marks = _meetings(row, start[row], step[row] / length[row, None], length[row], self._edges[edge], low, high)
        part, first, last, depth = sweep(low, high, *marks)
        is_part = (depth == 0) & ~on_border[part]
        is_part &= is_point[part] | ((last - first) * length[part] > TOUCH_DEG)
        part, first, last = part[is_part], first[is_part], last[is_part]
        x, y = (start[part] + step[part] * ((first + last) / 2)[:, None]).T
        is_in = shapely.contains_xy(self._territory, x, y)
        return part[is_in], first[is_in], last[is_in]


def on_border(territory: shapely.Geometry, points: np.ndarray) -> np.ndarray:
    """Whether each point, (n, 2), is on the border of a ground, or within a touch of it."""
    border = shapely.boundary(territory)
    shapely.prepare(border)
    return shapely.dwithin(border, shapely.points(points), TOUCH_DEG)


def sweep(
    low: np.ndarray, high: np.ndarray, row: np.ndarray, at: np.ndarray, change: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Cuts spans at marks: row, begin and end of each part, and what is counted there, sorted by row and begin.

    low, high        (n,) ends of the spans
    row, at, change  (k,) marks: of which span, where, and by how much the count changes there
    """
    inside = (at > low[row]) & (at < high[row])
    at = np.where(inside, at, np.where(at <= low[row], low[row], high[row]))
    rows = np.concatenate([np.arange(len(low)), row, np.arange(len(low))])
    places = np.concatenate([low, at, high])
    changes = np.concatenate([np.zeros(len(low), int), change, np.zeros(len(low), int)])
    order = np.lexsort((places, rows))
    rows, places, count = rows[order], places[order], np.cumsum(changes[order])
    is_part = np.flatnonzero((rows[1:] == rows[:-1]) & (places[1:] > places[:-1]))
    return rows[is_part], places[is_part], places[is_part + 1], count[is_part]


def _meetings(
    row: np.ndarray,
    start: np.ndarray,
    along: np.ndarray,
    length: np.ndarray,
    edges: np.ndarray,
    low: np.ndarray,
    high: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Marks for ``sweep`` where segments meet edges, pair by pair; while a segment runs along an edge, it counts 1.

    Seen from the segment: s runs along it from 0 to 1, h is the distance of the edge from it, to the left.
    """
    near, far = edges[:, :2] - start, edges[:, 2:] - start
    (s, h), (s_far, h_far) = (
        ((end * along).sum(axis=1) / length, along[:, 0] * end[:, 1] - along[:, 1] * end[:, 0]) for end in (near, far)
    )
    crosses = (h < 0) != (h_far < 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = s + (s_far - s) * (h / (h - h_far))
        first, last = np.maximum(np.minimum(s, s_far), low[row]), np.minimum(np.maximum(s, s_far), high[row])
        apart = [np.abs(h + (h_far - h) * np.clip((place - s) / (s_far - s), 0, 1)) for place in (first, last)]
        runs_along = (first < last) & (np.maximum(*apart) <= TOUCH_DEG)
    touches = np.abs(h) <= TOUCH_DEG  # the far end is the near one of the next edge
    picked = [(crosses, crossing, 0), (touches, s, 0), (runs_along, first, 1), (runs_along, last, -1)]
    rows = np.concatenate([row[mask] for mask, _, _ in picked])
    places = np.concatenate([place[mask] for mask, place, _ in picked])
    return rows, places, np.concatenate([np.full(mask.sum(), change) for mask, _, change in picked])


def _is_near(points: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """Whether each point is within a touch of its edge."""
    start, step = edges[:, :2], edges[:, 2:] - edges[:, :2]
    share = ((points - start) * step).sum(axis=1) / (step**2).sum(axis=1)
    nearest = start + step * np.clip(share, 0, 1)[:, None]
    return np.hypot(*(points - nearest).T) <= TOUCH_DEG
