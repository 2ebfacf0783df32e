"""The control series: who held what, when. The central type, kept as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..columns import objects
from ..dates.periods import check_periods, closed, moments, valid_at
from ..errors import SeriesError


@dataclass(frozen=True)
class ControlSeries:
    """Territories of an area: one row a faction and period.

    All columns have the same length n.

    faction   object array of faction ids
    start     datetime64[s], UTC
    end       datetime64[s], UTC, NaT where the territory is still held
    geometry  object array of Shapely polygons and multipolygons, lon/lat on WGS 84 (EPSG:4326)
    source    object array: who says so. Two sources are never spliced

    Raises SeriesError where the columns differ in length, a period is empty, or a geometry is not an area.
    """

    faction: np.ndarray
    start: np.ndarray
    end: np.ndarray
    geometry: np.ndarray
    source: np.ndarray

    def __post_init__(self):
        columns = {
            "faction": objects(self.faction),
            "start": moments(self.start),
            "end": moments(self.end),
            "geometry": objects(self.geometry),
            "source": objects(self.source),
        }
        lengths = {name: len(column) for name, column in columns.items()}
        if len(set(lengths.values())) != 1:
            raise SeriesError(f"The columns of a control series differ in length: {lengths}.")
        for name, column in columns.items():
            object.__setattr__(self, name, column)
        check_periods(self.start, self.end)
        areal = np.isin(shapely.get_type_id(self.geometry), (3, 6))
        if not areal.all():
            raise SeriesError(f"Row {int((~areal).argmax())}: a territory is a polygon or multipolygon.")

    @classmethod
    def empty(cls) -> ControlSeries:
        return cls([], [], [], [], [])

    def __len__(self) -> int:
        return len(self.faction)

    def take(self, rows) -> ControlSeries:
        """The rows picked by a mask or by indices."""
        return ControlSeries(
            self.faction[rows], self.start[rows], self.end[rows], self.geometry[rows], self.source[rows]
        )

    def on(self, moment) -> ControlSeries:
        """The snapshot: what is valid at a moment. A territory is held at its start and no more at its end."""
        return self.take(valid_at(self.start, self.end, moment))

    def of(self, faction: str) -> ControlSeries:
        """The rows of one faction."""
        return self.take(self.faction == faction)

    @property
    def factions(self) -> list[str]:
        """Ids of the factions that hold ground at any time, sorted."""
        return sorted(set(self.faction))

    @property
    def dates(self) -> np.ndarray:
        """The moments at which a territory begins or ends, sorted: between two of them nothing changes."""
        ends = self.end[~np.isnat(self.end)]
        return np.unique(np.concatenate([self.start, ends]))


def concatenate(parts) -> ControlSeries:
    """One series of the rows of several, in order."""
    parts = list(parts)
    if not parts:
        return ControlSeries.empty()
    columns = ("faction", "start", "end", "geometry", "source")
    return ControlSeries(*(np.concatenate([getattr(part, name) for part in parts]) for name in columns))


def overlapping_pairs(starts: np.ndarray, ends: np.ndarray, rows) -> np.ndarray:
    """Pairs (i, j), i in ``rows``, j any other row, whose periods have a moment in common; each pair once.

    Shape (pairs, 2). Touching periods (one ends as the other starts) have none.
    """
    until = closed(ends)
    chosen = np.zeros(len(starts), bool)
    chosen[rows] = True
    found = []
    for i in np.flatnonzero(chosen):
        together = (starts < until[i]) & (starts[i] < until)
        together &= ~chosen | (np.arange(len(starts)) > i)
        together[i] = False
        others = np.flatnonzero(together)
        found.append(np.column_stack([np.full(len(others), i), others]))
    return np.concatenate(found) if found else np.empty((0, 2), int)
