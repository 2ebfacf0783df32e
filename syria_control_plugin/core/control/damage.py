"""Maps of a series that seem damaged: nobody on them, territory missing for a few maps, sudden jumps of area."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import shapely

from ..dates.periods import OPEN, valid_at
from ..feedback import NO_FEEDBACK, Feedback, report_progress
from ..geometry.ellipsoid import areas_km2
from ..geometry.polygons import polygons_of
from .series import ControlSeries

_SAME = 0.9  # share of a large loss that returns, if it is not exactly the same area
_LARGE = 0.01  # of a faction's territory
_JUMP, _TIMES_USUAL, _CHANGES = 0.05, 10, 5  # share of the territory; times the median change; of so many or more


@dataclass(frozen=True)
class Missing:
    """Territory that a faction has before and after a period, unchanged, and not in it; ``maps``: number in it."""

    faction: str
    start: np.datetime64
    end: np.datetime64
    geometry: shapely.Geometry
    maps: int


@dataclass(frozen=True)
class Jump:
    """A change of a faction's area, in km², from one map to the next that is far larger than its usual ones."""

    faction: str
    date: np.datetime64
    change_km2: float


def empty_maps(series: ControlSeries, map_dates: np.ndarray) -> list[tuple[np.datetime64, np.datetime64]]:
    """Return the periods of the maps on which nobody has territory, those that follow one another as one."""
    is_empty = np.array([not valid_at(series.start, series.end, date).any() for date in map_dates], bool)
    changes = np.flatnonzero(np.diff(np.concatenate([[False], is_empty, [False]])))
    until = np.append(map_dates, OPEN)
    return [(map_dates[first], until[last]) for first, last in zip(changes[::2], changes[1::2])]


def missing_for_a_few_maps(
    series: ControlSeries, map_dates: np.ndarray, most_maps: int, least_km2: float, feedback: Feedback = NO_FEEDBACK
) -> list[Missing]:
    """Return the territory that is missing on at most ``most_maps`` maps in a row, and returns unchanged.

    Recognised are polygons that return exactly, of any size from ``least_km2``, and losses from 1 % of a faction's
    territory of which nine tenths return: then the front may have moved elsewhere in between.
    """
    missing: list[Missing] = []
    for number, faction in enumerate(series.factions):
        report_progress(feedback, 100 * number / len(series.factions))
        part = series.of(faction)
        exact = list(_exactly_back(part, faction, map_dates, most_maps, least_km2))
        periods = {(each.start, each.end) for each in exact}
        large = _mostly_back(part, faction, map_dates, most_maps, least_km2)
        missing += exact + [each for each in large if (each.start, each.end) not in periods]
    return sorted(missing, key=lambda each: (each.start, each.end, each.faction))


def jumps(series: ControlSeries, missing: list[Missing]) -> list[Jump]:
    """Return the sudden jumps of area, except from or to none, and at either end of missing territory."""
    dates = series.dates
    return [
        Jump(faction=faction, date=dates[step + 1], change_km2=float(change[step]))
        for faction in series.factions
        for areas in [_areas_on(series.of(faction), dates)]
        for change in [np.diff(areas)]
        for step in _large_steps(areas, change)
        if not any(each.faction == faction and dates[step + 1] in (each.start, each.end) for each in missing)
    ]


def _large_steps(areas: np.ndarray, change: np.ndarray) -> list[int]:
    usual = np.abs(change[(change != 0) & (areas[:-1] > 0) & (areas[1:] > 0)])
    if len(usual) < _CHANGES:
        return []
    is_large = np.abs(change) >= np.maximum(_TIMES_USUAL * np.median(usual), _JUMP * np.maximum(areas[:-1], areas[1:]))
    return [int(step) for step in np.flatnonzero(is_large & (areas[:-1] > 0) & (areas[1:] > 0))]


def _areas_on(part: ControlSeries, dates: np.ndarray) -> np.ndarray:
    """Return the area of a faction's rows on each date, in km²."""
    areas = areas_km2(part.geometry)
    change = np.zeros(len(dates) + 1)
    np.add.at(change, np.searchsorted(dates, part.start), areas)
    ends = np.where(np.isnat(part.end), len(dates), np.searchsorted(dates, part.end))
    np.subtract.at(change, ends, areas)
    return np.cumsum(change[:-1]).round(6)


def _maps_in(map_dates: np.ndarray, start: np.datetime64, end: np.datetime64) -> int:
    return int(np.searchsorted(map_dates, end) - np.searchsorted(map_dates, start))


def _exactly_back(
    part: ControlSeries, faction: str, map_dates: np.ndarray, most_maps: int, least_km2: float
) -> Iterator[Missing]:
    polygons, row = shapely.get_parts(part.geometry, return_index=True)
    keys = shapely.to_wkb(shapely.normalize(polygons))
    rows_of: dict[bytes, list[int]] = {}
    for number in np.argsort(part.start[row], kind="stable").tolist():
        rows_of.setdefault(keys[number], []).append(number)
    away: list[tuple] = []  # (end of the polygon, its return, number)
    for numbers in rows_of.values():
        for before, after in zip(numbers, numbers[1:]):
            start, end = part.end[row[before]], part.start[row[after]]
            if start < end and 0 < _maps_in(map_dates, start, end) <= most_maps:
                away.append((start, end, before))
    for (start, end), group in groupby(sorted(away), key=lambda each: each[:2]):
        whole = shapely.union_all(polygons[[number for *_, number in group]])
        if (missing := _never_held(part, whole, start, end, least_km2)) is not None:
            maps = _maps_in(map_dates, start, end)
            yield Missing(faction=faction, start=start, end=end, geometry=missing, maps=maps)


def _mostly_back(
    part: ControlSeries, faction: str, map_dates: np.ndarray, most_maps: int, least_km2: float
) -> Iterator[Missing]:
    dates = part.dates
    areas = _areas_on(part, dates)
    for step in range(1, len(dates) - 1):
        lost = areas[step - 1] - areas[step]
        if lost < max(_LARGE * areas[step - 1], least_km2):
            continue
        for back in range(step + 1, len(dates)):
            maps = _maps_in(map_dates, dates[step], dates[back])
            if maps > most_maps:
                break
            if areas[back] - areas[back - 1] < _SAME * lost:
                continue
            before, after = (shapely.union_all(part.on(dates[each]).geometry) for each in (step - 1, back))
            both = shapely.intersection(before, after)
            missing = _never_held(part, both, dates[step], dates[back], least_km2)
            if missing is not None and areas_km2([missing])[0] >= _SAME * lost:
                yield Missing(faction=faction, start=dates[step], end=dates[back], geometry=missing, maps=maps)
                break


def _never_held(
    part: ControlSeries, area: shapely.Geometry, start: np.datetime64, end: np.datetime64, least_km2: float
) -> shapely.Geometry | None:
    """Return what a faction does not have at any time of a period, None if it is smaller than ``least_km2``."""
    is_in = (part.start < end) & (np.isnat(part.end) | (part.end > start))
    missing = polygons_of(shapely.difference(area, shapely.union_all(part.geometry[is_in])))
    if missing is None:
        return None
    pieces = shapely.get_parts(missing)
    kept = pieces[areas_km2(pieces) >= least_km2]
    return shapely.multipolygons(kept) if len(kept) else None
