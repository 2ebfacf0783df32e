"""From dated maps to periods: a map dated d is valid from d until the next map of the same source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Callable

import numpy as np
import shapely

from ..dates.periods import OPEN, SECOND, closed
from ..feedback import NO_FEEDBACK, Feedback, report_progress
from .series import ControlSeries, rows_by

NOBODY = -1


@dataclass(frozen=True)
class SeriesEdit:
    """Edit that turns the rows of a series into those that its maps, old and new, amount to.

    removed   rows of the old series that are removed
    changed   rows of the old series that stay with another end
    new_ends  their ends, datetime64[s], NaT = still valid
    added     rows that are new
    """

    removed: np.ndarray
    changed: np.ndarray
    new_ends: np.ndarray
    added: ControlSeries


@dataclass(frozen=True)
class HeldPeriods:
    """Rows that an earlier import of the same source left.

    A control series whose geometry is fetched on demand, since only the rows of a long series beside a new map are ever
    needed.
    """

    faction: np.ndarray
    start: np.ndarray
    end: np.ndarray
    geometry_of: Callable[[int], shapely.Geometry]

    @classmethod
    def none(cls) -> HeldPeriods:
        return cls(
            faction=np.empty(0, object),
            start=np.empty(0, SECOND),
            end=np.empty(0, SECOND),
            geometry_of=lambda row: None,
        )


def series_from_maps(maps: dict, source: str, gap_limit: np.timedelta64 | None = None) -> ControlSeries:
    """Return the control series of dated maps.

    maps       map date (datetime64[s]) → {faction id: polygon or multipolygon}; {} is a map without
               any territory
    gap_limit  maximum validity of a map if the next one is later; None: until the next one.
               The last map's territories stay open, whatever the limit.

    Equal areas (topologically equal polygons) on consecutive maps are one row.
    """
    return merge_maps(HeldPeriods.none(), [], maps, {}, source, gap_limit).added


def merge_maps(
    held: HeldPeriods,
    held_dates: Iterable[np.datetime64],
    new: dict,
    removed: dict,
    source: str,
    gap_limit: np.timedelta64 | None = None,
    feedback: Feedback = NO_FEEDBACK,
) -> SeriesEdit:
    """Return what new or corrected maps change in a series, whether earlier, later or in between.

    held, held_dates  what an earlier import left, and the dates of its maps
    new               map date → {faction id: area}: replaces what that map showed of these factions
    removed           map date → faction ids that the map no longer shows; a date whose factions are all removed
                      and that is not in ``new`` stays a map without any territory, unless it is mapped
                      to None: then the map itself is removed

    The cost follows the number of new maps and of dates; geometry is compared only beside a new map.
    """
    held_dates = np.unique(np.asarray(list(held_dates), dtype=SECOND))
    kept = np.asarray([date for date in held_dates if removed.get(date, ()) is not None], SECOND)
    dates = np.unique(np.concatenate([kept, np.asarray(list(new), SECOND)]))
    geometries = _Geometries(held)
    rows_of = rows_by(held.faction)
    shown = _by_faction((date, cells.items()) for date, cells in new.items())
    hidden = _by_faction(
        (date, ((name, None) for name in names or () if name not in new.get(date, ())))
        for date, names in removed.items()
    )
    edits = []
    factions = sorted({*rows_of, *shown})
    for number, faction in enumerate(factions):
        report_progress(feedback, 100 * number / len(factions))
        cells = _held_cells(held, rows_of.get(faction, ()), dates, kept)
        for date, area in shown.get(faction, ()):
            position = np.searchsorted(dates, date)
            added = geometries.add(area)
            # A map that is read again and shows the same area leaves the held row unchanged.
            if not geometries.same_area(cells[position], added):
                cells[position] = added
        for date, _ in hidden.get(faction, ()):
            cells[np.searchsorted(dates, date)] = NOBODY
        edits.append((faction, _runs(cells, dates, geometries, gap_limit)))
    return _edit(held, edits, geometries, source)


def joined_periods(series: ControlSeries) -> ControlSeries:
    """Return the rows sorted by faction and start, with consecutive rows of one source and equal area joined."""
    order = sorted(range(len(series)), key=lambda row: (series.faction[row], series.start[row]))
    territories = shapely.to_wkb(shapely.normalize(series.geometry))
    end = series.end.copy()
    last: dict = {}
    kept = []
    for row in order:
        key = (series.faction[row], series.source[row], territories[row])
        before = last.get(key)
        if before is not None and end[before] == series.start[row]:
            end[before] = end[row]
        else:
            kept.append(row)
            last[key] = row
    return replace(series.take(kept), end=end[kept])


class _Geometries:
    """Numbered geometries: those of the held rows (by row, fetched on request), then the new ones."""

    def __init__(self, held: HeldPeriods):
        self._held = held
        self._new: list = []

    @property
    def first_new(self) -> int:
        return len(self._held.faction)

    def add(self, geometry: shapely.Geometry) -> int:
        self._new.append(geometry)
        return self.first_new + len(self._new) - 1

    def __getitem__(self, number: int) -> shapely.Geometry:
        if number < self.first_new:
            return self._held.geometry_of(number)
        return self._new[number - self.first_new]

    def same_area(self, one: int, other: int) -> bool:
        """Return whether two numbers, of consecutive maps or of one map, stand for equal areas."""
        if one == other:
            return True
        if NOBODY in (one, other):
            return False
        if max(one, other) < self.first_new and self._held.end[one] == self._held.start[other]:
            return False  # the import that made them found them different
        return same_area(self[one], self[other])


def same_area(a: shapely.Geometry, b: shapely.Geometry) -> bool:
    """Return whether two areas are equal as point sets, in whatever order their rings are written."""
    if shapely.equals_exact(a, b):
        return True  # the same vertices in the same order: the usual case, and 200 times as fast as `equals`
    if not np.array_equal(shapely.bounds(a), shapely.bounds(b)):
        return False
    area_a, area_b = shapely.area(a), shapely.area(b)
    return abs(area_a - area_b) <= 1e-9 * max(area_a, area_b) and bool(shapely.equals(a, b))


def _by_faction(maps: Iterable[tuple[np.datetime64, Iterable[tuple[str, shapely.Geometry]]]]) -> dict[str, list[tuple]]:
    """Return faction id → (map date, area) of each map; ``maps``: (map date, pairs of faction id and area)."""
    maps_of: dict[str, list[tuple]] = {}
    for date, cells in maps:
        for faction, area in cells:
            maps_of.setdefault(faction, []).append((date, area))
    return maps_of


def _held_cells(held: HeldPeriods, rows: np.ndarray, dates: np.ndarray, held_dates: np.ndarray) -> np.ndarray:
    """Return the held row, among these of a faction, that shows its territory on each date; NOBODY on a new date.

    A new map that does not show a faction means that it holds nothing, even if a held row spans its date.
    """
    cells = np.full(len(dates), NOBODY)
    known = np.isin(dates, held_dates)
    for row in rows:
        covered = known & (dates >= held.start[row]) & (dates < closed(held.end[row : row + 1])[0])
        cells[covered] = row
    return cells


def _runs(
    cells: np.ndarray, dates: np.ndarray, geometries: _Geometries, gap_limit: np.timedelta64 | None
) -> list[tuple]:
    """Return (start, end, geometry number) of each run of consecutive maps with equal areas."""
    runs = []
    occupied = np.flatnonzero(cells != NOBODY)
    position = 0
    while (following := np.searchsorted(occupied, position)) < len(occupied):
        position = int(occupied[following])
        number, start = cells[position], dates[position]
        position += 1
        while True:
            next_date = dates[position] if position < len(dates) else OPEN
            last_date = dates[position - 1]
            gap = gap_limit is not None and next_date - last_date > gap_limit
            if gap or np.isnat(next_date) or not geometries.same_area(cells[position - 1], cells[position]):
                break
            position += 1
        runs.append((start, last_date + gap_limit if gap else next_date, number))
    return runs


def _edit(held: HeldPeriods, edits: list, geometries: _Geometries, source: str) -> SeriesEdit:
    stays: dict[int, np.datetime64] = {}
    faction, start, end, geometry = [], [], [], []
    for name, runs in edits:
        for run_start, run_end, number in runs:
            if number < geometries.first_new and held.start[number] == run_start:
                stays[int(number)] = run_end
                continue
            faction.append(name)
            start.append(run_start)
            end.append(run_end)
            geometry.append(geometries[number])
    rows = np.arange(len(held.faction))
    changed = [row for row, run_end in stays.items() if not _same_moment(run_end, held.end[row])]
    return SeriesEdit(
        removed=rows[~np.isin(rows, list(stays))],
        changed=np.asarray(changed, int),
        new_ends=np.asarray([stays[row] for row in changed], SECOND),
        added=ControlSeries(faction=faction, start=start, end=end, geometry=geometry, source=[source] * len(faction)),
    )


def _same_moment(a: np.datetime64, b: np.datetime64) -> bool:
    return bool(a == b or (np.isnat(a) and np.isnat(b)))
