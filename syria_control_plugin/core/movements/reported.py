"""Reported positions along passages: whether one lies inside the host's territory, and whether the route is assumed."""

from __future__ import annotations

import numpy as np
import shapely

from ..arrays import ranges, split_where_changes
from ..control.series import ControlSeries
from ..dates.periods import closed
from .grid_index import on_border
from .movements import MILLISECOND, Movements
from .passages import Passages


def has_reported_inside(movements: Movements, territories: ControlSeries, passages: Passages) -> np.ndarray:
    """Return (n,) bool: whether a reported position lies in the interior of the host's territory during each passage.

    A position on the border of the territory, to within TOUCH_DEG, is not inside. A timed position counts if the host
    holds the territory at that moment; periods are half-open.
    """
    numbers = np.flatnonzero(movements.is_reported)  # fixes, sorted
    first = movements.first[passages.movement[passages.part_passage]]
    low = np.searchsorted(numbers, first + np.ceil(passages.part_entry))
    high = np.searchsorted(numbers, first + np.floor(passages.part_exit), side="right")
    inside = np.zeros(len(passages), bool)
    open_parts, taken = np.flatnonzero(low < high), 1
    # Nearly always the first position decides; only where a movement touches a border are more of them needed.
    while len(open_parts):
        count = np.minimum(taken, high[open_parts] - low[open_parts])
        number, owner = ranges(low[open_parts], count)
        part = open_parts[owner]
        is_in = _are_inside(movements, territories, numbers[number], passages.part_territory[part])
        inside[passages.part_passage[part[is_in]]] = True
        low[open_parts] += count
        open_parts = open_parts[(low < high)[open_parts] & ~inside[passages.part_passage[open_parts]]]
        taken *= 2
    last = np.flatnonzero(~inside)
    inside[last] = _are_inside_at_exit(movements, territories, passages, last)
    return inside


def _are_inside_at_exit(
    movements: Movements, territories: ControlSeries, passages: Passages, numbers: np.ndarray
) -> np.ndarray:
    """Return whether passages end at a reported position as a row of the host's territory ends, inside its next row."""
    inside = np.zeros(len(numbers), bool)
    exit_ = passages.exit[numbers]
    fix = movements.first[passages.movement[numbers]] + np.floor(exit_).astype(int)
    time, host = movements.time[fix], passages.host[numbers]
    starts, ends = (each.astype(MILLISECOND) for each in (territories.start, closed(territories.end)))
    for each in np.flatnonzero(movements.is_reported[fix] & (exit_ == np.floor(exit_)) & np.isin(time, ends)):
        holds = (territories.faction == host[each]) & (starts <= time[each]) & (time[each] < ends)
        for territory in territories.geometry[holds]:
            point = movements.lonlat[fix[each], None]
            inside[each] |= shapely.contains_xy(territory, *point[0]) and not on_border(territory, point)[0]
    return inside


def _are_inside(
    movements: Movements, territories: ControlSeries, fixes: np.ndarray, territory: np.ndarray
) -> np.ndarray:
    """Return whether fixes along parts inside territories are not on their borders, and in their periods if timed."""
    time = movements.time[fixes]
    starts, ends = (each.astype(MILLISECOND)[territory] for each in (territories.start, closed(territories.end)))
    is_in = np.isnat(time) | ((starts <= time) & (time < ends))
    asked = np.flatnonzero(is_in)
    asked = asked[np.argsort(territory[asked], kind="stable")]
    for each in split_where_changes(asked, territory[asked]) if len(asked) else ():
        is_in[each] = ~on_border(territories.geometry[territory[each[0]]], movements.lonlat[fixes[each]])
    return is_in


def rests_on_estimates(movements: Movements, passages: Passages) -> np.ndarray:
    """Return (n,) bool: whether a position inside a passage, the last before it or the first after it is estimated."""
    estimated = np.append(0, np.cumsum(~movements.is_reported))
    first = movements.first[passages.movement]
    low, high = (first + each.astype(np.int64) for each in (np.floor(passages.entry), np.ceil(passages.exit)))
    return estimated[high + 1] > estimated[low]
