"""Control series: who held what, when. The central type, kept as columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import shapely

from ..arrays import objects
from ..dates.periods import check_periods, closed, moments, valid_at
from ..errors import SeriesError
from ..geometry.polygons import AREAL_TYPES
from ..messages import Message
from .holders import NOBODY, NOT_MAPPED

_K = TypeVar("_K")

SERIES_COLUMNS = ("faction", "start", "end", "geometry", "source")
_BLOCK = 100  # rows; more would compare more boxes of different times, fewer would make more trees


@dataclass(frozen=True)
class ControlSeries:
    """Territories of an area: one row per faction and period.

    All columns have the same length n.

    faction   object array of faction ids
    start     datetime64[s], UTC
    end       datetime64[s], UTC, NaT if the territory is still held
    geometry  object array of Shapely polygons and multipolygons, lon/lat on WGS 84 (EPSG:4326)
    source    object array of the source of each row. Two sources are never spliced

    nobody_outside  sources that state that the ground outside of all their territories is nobody's. Otherwise it is not
                    mapped (see ``holders``)

    Raises SeriesError if the columns differ in length, a period is empty, or a geometry is not an area.
    """

    faction: np.ndarray
    start: np.ndarray
    end: np.ndarray
    geometry: np.ndarray
    source: np.ndarray
    nobody_outside: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        columns = {
            "faction": objects(self.faction),
            "start": moments(self.start),
            "end": moments(self.end),
            "geometry": objects(self.geometry),
            "source": objects(self.source),
        }
        lengths = {name: len(column) for name, column in columns.items()}
        if len(set(lengths.values())) != 1:
            raise SeriesError(Message("The columns of a control series differ in length: {}.", lengths))
        for name, column in columns.items():
            object.__setattr__(self, name, column)
        check_periods(self.start, self.end)
        areal = np.isin(shapely.get_type_id(self.geometry), AREAL_TYPES)
        if not areal.all():
            raise SeriesError(Message("Row {}: a territory must be a polygon or multipolygon.", int((~areal).argmax())))

    @classmethod
    def empty(cls) -> ControlSeries:
        return cls(faction=[], start=[], end=[], geometry=[], source=[])

    def __len__(self) -> int:
        return len(self.faction)

    def take(self, rows: np.ndarray | slice) -> ControlSeries:
        """Return the rows picked by a mask or by indices."""
        columns = {name: getattr(self, name)[rows] for name in SERIES_COLUMNS}
        return replace(self, **columns)

    def on(self, moment: np.datetime64 | str) -> ControlSeries:
        """Return the snapshot at a moment: a territory is valid at its start, and not at its end."""
        return self.take(valid_at(self.start, self.end, moment))

    def of(self, faction: str) -> ControlSeries:
        """Return the rows of one faction."""
        return self.take(self.faction == faction)

    def outside(self, source: str) -> str:
        """Return whose the ground outside of all territories of a source is: NOBODY or NOT_MAPPED."""
        return NOBODY if source in self.nobody_outside else NOT_MAPPED

    @property
    def factions(self) -> list[str]:
        """Sorted ids of the factions that hold territory at any time."""
        return sorted(set(self.faction))

    @property
    def dates(self) -> np.ndarray:
        """Sorted moments at which a territory begins or ends: between two of them nothing changes."""
        ends = self.end[~np.isnat(self.end)]
        return np.unique(np.concatenate([self.start, ends]))


def concatenate(parts: Iterable[ControlSeries]) -> ControlSeries:
    """Return one series of the rows of several, in order."""
    parts = list(parts)
    if not parts:
        return ControlSeries.empty()
    columns = {name: np.concatenate([getattr(part, name) for part in parts]) for name in SERIES_COLUMNS}
    return ControlSeries(**columns, nobody_outside=frozenset().union(*(part.nobody_outside for part in parts)))


def rows_by(keys: Iterable[_K]) -> dict[_K, np.ndarray]:
    """Return each key with the ascending rows that have it, in the order of their first rows."""
    rows: dict[_K, list[int]] = {}
    for row, key in enumerate(keys):
        rows.setdefault(key, []).append(row)
    return {key: np.array(numbers, int) for key, numbers in rows.items()}


def meeting_pairs(
    starts: np.ndarray, ends: np.ndarray, bounds: np.ndarray, rows: np.ndarray | None = None
) -> np.ndarray:
    """Find the pairs of rows whose periods have a moment in common and whose bounding boxes meet.

    bounds  (n, 4) west, south, east, north
    rows    at least one row of each pair is among these; None: all rows

    Returns (pairs, 2), i < j, sorted. Touching periods (one ends as the other starts) have no moment in common, and
    touching boxes meet. The cost follows the rows and the boxes that meet within a short time, not the square of the
    rows: these are taken in the order of their starts, a block at a time, and compared through an R-tree (Leutenegger,
    Lopez and Edgington 1997, STR) with those of the block and those that are still valid.
    """
    until = closed(ends)
    chosen = np.ones(len(starts), bool)
    if rows is not None:
        chosen[:] = False
        chosen[rows] = True
    if not chosen.any():
        return np.empty((0, 2), int)
    in_time = (starts < until[chosen].max()) & (until > starts[chosen].min())
    order = np.flatnonzero(in_time)[np.argsort(starts[in_time], kind="stable")]
    rank = np.empty(len(starts), int)
    rank[order] = np.arange(len(order))
    boxes = shapely.box(*np.asarray(bounds, float).reshape(-1, 4).T)
    pair_blocks, lasting, first = [np.empty((0, 2), int)], np.empty(0, int), 0
    while first < len(order):
        block = order[
            first : first + max(_BLOCK, len(lasting) // 8)
        ]  # so that trees hold about 9 times the rows in total
        lasting = np.concatenate([lasting[until[lasting] > starts[block[0]]], block])
        tree = shapely.STRtree(boxes[lasting])
        for some in np.split(block, range(_BLOCK, len(block), _BLOCK)):
            one, other = tree.query(boxes[some])
            later, earlier = some[one], lasting[other]
            meet = (rank[earlier] < rank[later]) & (starts[later] < until[earlier]) & (chosen[later] | chosen[earlier])
            pair_blocks.append(np.sort(np.column_stack([later, earlier])[meet], axis=1))
        first += len(block)
    pairs = np.concatenate(pair_blocks)
    return pairs[np.lexsort(pairs.T[::-1])]
