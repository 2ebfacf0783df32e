"""Grid index of a territory for finding the parts of many straight segments inside it."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import shapely

from ..arrays import batches, ranges
from ..geometry.boundaries import boundary

# Points closer than this to a border, in degrees (a tenth of a millimetre), are on it: points of a slanting border have
# no exact floating-point coordinates.
TOUCH_DEG = 1e-9
OUTSIDE, INSIDE, UNKNOWN = 0, 1, 2
_LEAST_CELL_DEG = 1e-5
_MOST_CELLS = 512  # per side
_PAIRS_AT_ONCE = 500_000


class GridIndex:
    """Uniform grid over a territory; each cell is inside, outside or crossed by the border.

    territory  valid polygon or multipolygon
    pieces     approximate number of pieces to test: for a few, a fine grid costs more than it saves

    A piece that only meets cells without a border is inside or outside as they are; only the others are compared with
    the edges near them, all pieces at once in arrays. Method: the summed-area table of Crow (1984), Summed-area tables
    for texture mapping, gives the number of edges in a rectangle of cells in one step.
    """

    def __init__(self, territory: shapely.Geometry, pieces: int) -> None:
        self._territory = territory
        self._edges = boundary(territory).edges
        shapely.prepare(territory)
        side = int(min(2 * np.sqrt(pieces), _MOST_CELLS)) + 4
        west, south, east, north = shapely.bounds(territory)
        # A ring of cells around the territory represents everything outside of the grid.
        cell = np.maximum(np.array([east - west, north - south]) / (side - 4), _LEAST_CELL_DEG)
        self._origin, self._per_cell, self._side = np.array([west, south]) - 2 * cell, 1 / cell, side
        borders = self._borders()
        self._sums = np.zeros((side + 1, side + 1), np.int32)
        np.cumsum(np.cumsum(borders, axis=0), axis=1, out=self._sums[1:, 1:])
        self._is_inside = self._sides(borders > 0)

    def cells(self, points: np.ndarray) -> np.ndarray:
        """Return (n, 2) column and row of the cell of each point."""
        return np.clip((points - self._origin) * self._per_cell, 0, self._side - 1).astype(np.int32)

    def _borders(self) -> np.ndarray:
        """Count the pieces of edges, none longer than half a cell, that meet each cell or touch it (TOUCH_DEG)."""
        start, step = self._edges[:, :2], self._edges[:, 2:] - self._edges[:, :2]
        count = np.ceil(2 * np.abs(step * self._per_cell).max(axis=1)).astype(int) + 1
        number, edge = ranges(0, count)
        ends = [start[edge] + step[edge] * ((number + more) / count[edge])[:, None] for more in (0, 1)]
        low = self.cells(np.minimum(*ends) - 2 * TOUCH_DEG)
        high = self.cells(np.maximum(*ends) + 2 * TOUCH_DEG)
        corners = [y[:, 1] * self._side + x[:, 0] for x in (low, high) for y in (low, high)]
        marks = np.bincount(np.concatenate(corners), minlength=self._side**2)
        return marks.reshape(self._side, self._side)

    def _sides(self, has_border: np.ndarray) -> np.ndarray:
        """Return which cells without a border are inside: one test for each run of such cells in a row."""
        starts = ~has_border
        starts[:, 1:] &= has_border[:, :-1]
        rows, columns = np.nonzero(starts)
        x, y = ((np.column_stack([columns, rows]) + 0.5) / self._per_cell + self._origin).T
        is_inside = shapely.contains_xy(self._territory, x, y)
        line = np.cumsum(starts.ravel()) - 1
        return is_inside[np.maximum(line, 0)] & ~has_border.ravel()

    def sides(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return OUTSIDE, INSIDE or UNKNOWN for each piece from point to point, and how many edges may be near it.

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
        return shapely.STRtree(
            shapely.linestrings(np.stack([low, high], axis=1))
        )  # lines with the bounding boxes of the edges

    def insides(
        self, start: np.ndarray, end: np.ndarray, low: np.ndarray, high: np.ndarray, near: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the parts of straight segments that are inside, exactly.

        start, end  (n, 2) ends of the segments
        low, high   (n,) fractions of each segment between which it is tested
        near        (n,) number of edges that may be near it, from ``sides``

        Returns segment, first and last fraction of each part, (k,), sorted. Parts that run along a border or are not
        longer than TOUCH_DEG are dropped; a segment no longer than that is inside as a whole or not at all.
        """
        parts = [(np.empty(0, int), np.empty(0), np.empty(0))]
        for chosen in batches(near, _PAIRS_AT_ONCE):
            row, one, two = self._batch(start[chosen], end[chosen], low[chosen], high[chosen])
            parts.append((row + chosen.start, one, two))
        return tuple(np.concatenate(column) for column in zip(*parts))

    def _batch(
        self, start: np.ndarray, end: np.ndarray, low: np.ndarray, high: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        step = end - start
        length = np.hypot(*step.T)
        is_point = length <= TOUCH_DEG
        ends = np.stack([start + step * fraction[:, None] for fraction in (low, high)], axis=1)
        row, edge = self._tree.query(shapely.linestrings(ends))  # pairs whose bounding boxes meet
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
    """Return whether each point, (n, 2), is on the border of a territory, to within TOUCH_DEG."""
    border = shapely.boundary(territory)
    shapely.prepare(border)
    return shapely.dwithin(border, shapely.points(points), TOUCH_DEG)


def sweep(
    low: np.ndarray, high: np.ndarray, row: np.ndarray, position: np.ndarray, change: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Cut spans at marks; return row, start, end and count of each part, sorted by row and start.

    low, high              (n,) ends of the spans
    row, position, change  (k,) marks: row of the span, position, and change of the count there
    """
    inside = (position > low[row]) & (position < high[row])
    position = np.where(inside, position, np.where(position <= low[row], low[row], high[row]))
    rows = np.concatenate([np.arange(len(low)), row, np.arange(len(low))])
    places = np.concatenate([low, position, high])
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
    """Return marks for ``sweep`` where segments meet edges, pair by pair; running along an edge counts 1.

    In the frame of the segment: s is the fraction along it, from 0 to 1, and h the distance of the edge to the left.
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
    touches = np.abs(h) <= TOUCH_DEG  # the far end is tested as the near end of the next edge
    picked = [(crosses, crossing, 0), (touches, s, 0), (runs_along, first, 1), (runs_along, last, -1)]
    rows = np.concatenate([row[mask] for mask, _, _ in picked])
    places = np.concatenate([place[mask] for mask, place, _ in picked])
    return rows, places, np.concatenate([np.full(mask.sum(), change) for mask, _, change in picked])


def _is_near(points: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """Return whether each point is within TOUCH_DEG of its edge."""
    start, step = edges[:, :2], edges[:, 2:] - edges[:, :2]
    share = ((points - start) * step).sum(axis=1) / (step**2).sum(axis=1)
    nearest = start + step * np.clip(share, 0, 1)[:, None]
    return np.hypot(*(points - nearest).T) <= TOUCH_DEG
