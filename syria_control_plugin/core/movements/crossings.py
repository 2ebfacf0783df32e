"""Crossings: the parts of movements inside holders' territories, as held at the moment of the passage.

Also the search of crossings by movement and position, for large numbers of spans at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import ArrayLike

from ..arrays import batches, ranges, split_where_changes
from ..control.series import ControlSeries
from ..dates.periods import closed
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from .grid_index import INSIDE, UNKNOWN, GridIndex, on_border
from .movements import MILLISECOND, Clock, Movements, last_positions, length_deg, points_at

# Crossings separated by less than this along the movement (degrees, about a millimetre) are one: a border that is only
# touched from inside does not split a crossing.
JOIN_DEG = 1e-8
_PIECES_AT_ONCE = 250_000


@dataclass(frozen=True)
class Crossings:
    """n maximal parts of movements inside territories, sorted by movement, entry and holder.

    movement     (n,) int: row of the movements
    holder       (n,) object: holder of the territory
    entry, exit  (n,) float: positions on the movement: number of the fix plus share of the segment to the next one;
                 ``movements`` converts them to points, moments and lines
    begins_by_change, ends_by_change
                 (n,) bool: the territory changed hands (or the coverage of the source began or ended) while the mover
                 was inside, so that no border was crossed

    Each consists of parts, one for each territory row along it, sorted by crossing and position:

    part_crossing, part_territory  (p,) int: row of the crossings, row of the territories
    part_entry, part_exit          (p,) float
    """

    movement: np.ndarray
    holder: np.ndarray
    entry: np.ndarray
    exit: np.ndarray
    begins_by_change: np.ndarray
    ends_by_change: np.ndarray
    part_crossing: np.ndarray
    part_territory: np.ndarray
    part_entry: np.ndarray
    part_exit: np.ndarray

    def __len__(self) -> int:
        return len(self.movement)


def crossings_inside(movements: Movements, territories: ControlSeries, feedback: Feedback = NO_FEEDBACK) -> Crossings:
    """Return all crossings: maximal parts of movements inside a holder's territory valid at that moment.

    movements    in one frame of longitudes with the territories (see ``frames.Frame``): between two fixes a movement
                 is straight in lon/lat with longitudes as given
    territories  one row per holder and period, of one source (``holdings.dissolved_by_holder``)

    A timed movement is tested at each moment (interpolated, at even speed) against the territories of that moment;
    periods are half-open. An untimed movement is tested as a whole against the territories at its ``start``. Inside is
    the interior: touching a border or running along it, to within TOUCH_DEG, is neither crossing nor inside. A border
    touched from inside does not split a crossing (JOIN_DEG). If two holders' territories overlap, both have the
    crossing. A mover that stands still inside has a crossing without length.

    The cost grows with the number of fixes times the number of holders on the map, plus the edges of all territory
    rows, plus the pairs of a segment and an edge near it. Memory beyond that of input and result is bounded.
    """
    parts = [np.empty((0, 4))]
    runs = _Runs(movements, territories)
    for row in range(len(territories)):
        share = SubFeedback(feedback, 100 * row / len(territories), 100 * (row + 1) / len(territories))
        report_progress(share, 0)
        rows, entry, exit_ = runs.in_period(row)
        if len(rows) == 0:
            continue
        rows, entry, exit_ = _inside(movements, rows, entry, exit_, territories.geometry[row], share)
        parts.append(np.column_stack([rows, np.full(len(rows), row), entry, exit_]))
    return _crossings(movements, territories, runs.clock, np.concatenate(parts))


class _Runs:
    """Runs: the parts of movements within a territory row's period, of those near its bounding box."""

    def __init__(self, movements: Movements, territories: ControlSeries):
        self._movements, self._territories = movements, territories
        self.clock = Clock(movements)
        timed = movements.is_timed
        start = np.where(timed, self.clock.start, movements.start.astype(MILLISECOND))
        self._last = last_positions(movements)
        self._timed, self._untimed = (np.flatnonzero(mask) for mask in (timed, ~timed))
        self._timed, self._untimed = (
            rows[np.argsort(start[rows], kind="stable")] for rows in (self._timed, self._untimed)
        )
        self._timed_start, self._untimed_start = start[self._timed], start[self._untimed]
        lasts = self.clock.end[self._timed] - self._timed_start
        self._longest = lasts.max() if len(lasts) else np.timedelta64(0, "ms")
        self._bounds = _bounds(movements)
        self._reach = shapely.bounds(territories.geometry)

    def in_period(self, row: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the movements in the period of a territory row, and the positions between which each is in it."""
        start, end = (
            each[row].astype(MILLISECOND) for each in (self._territories.start, closed(self._territories.end))
        )
        first, last = np.searchsorted(self._timed_start, [start - self._longest, end])
        timed = self._near(self._timed[first:last], row)
        timed = np.sort(
            timed[self.clock.end[timed] >= start]
        )  # sorted rows make the search of the clock many times faster
        first, last = np.searchsorted(self._untimed_start, [start, end])
        untimed = self._near(self._untimed[first:last], row)
        entry = np.concatenate([self.clock.positions_at(timed, start), np.zeros(len(untimed))])
        exit_ = np.concatenate([self.clock.positions_at(timed, end), self._last[untimed]])
        lasts = exit_ > entry
        return np.concatenate([timed, untimed])[lasts], entry[lasts], exit_[lasts]

    def _near(self, rows: np.ndarray, row: int) -> np.ndarray:
        west, south, east, north = self._reach[row]
        bounds = self._bounds[rows]
        meets = (bounds[:, 0] <= east) & (bounds[:, 2] >= west) & (bounds[:, 1] <= north) & (bounds[:, 3] >= south)
        return rows[meets]


def _bounds(movements: Movements) -> np.ndarray:
    if len(movements) == 0:
        return np.empty((0, 4))
    first = movements.first[:-1]
    return np.hstack([each.reduceat(movements.lonlat, first, axis=0) for each in (np.minimum, np.maximum)])


def _inside(
    movements: Movements,
    rows: np.ndarray,
    entry: np.ndarray,
    exit_: np.ndarray,
    territory: shapely.Geometry,
    feedback: Feedback,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return movement, entry and exit of the crossings of runs through one territory, sorted."""
    pieces = np.ceil(exit_).astype(np.int64) - np.floor(entry).astype(np.int64)
    index = GridIndex(territory, int(pieces.sum()))
    parts = []
    for chosen in batches(pieces, _PIECES_AT_ONCE):
        report_progress(feedback, 100 * chosen.start / len(rows))
        parts.append(_batch(movements, rows[chosen], entry[chosen], exit_[chosen], index))
    shapely.destroy_prepared(territory)  # else the memory of all territories would add up
    rows, entry, exit_ = (np.concatenate(column) for column in zip(*parts))
    order = np.lexsort((entry, rows))
    rows, entry, exit_ = rows[order], entry[order], exit_[order]
    first, last = joined(movements, rows, rows, entry, exit_)
    return rows[first], entry[first], exit_[last]


def _batch(
    movements: Movements, rows: np.ndarray, entry: np.ndarray, exit_: np.ndarray, index: GridIndex
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    low = np.floor(entry).astype(np.int64)
    count = np.ceil(exit_).astype(np.int64) - low + 1
    ends = np.cumsum(count)
    fix, run = ranges(movements.first[rows] + low, count)
    points = movements.lonlat[fix]
    points[ends - count], points[ends - 1] = points_at(movements, rows, entry), points_at(movements, rows, exit_)
    side, near = index.sides(points)
    side[ends[:-1] - 1] = 0  # between the end of a run and the start of the next
    number = fix - movements.first[rows][run]  # of the fix, within its movement

    def position(point: np.ndarray, share: ArrayLike) -> np.ndarray:
        return np.clip(number[point] + share, entry[run[point]], exit_[run[point]])

    changes = np.diff(np.concatenate([[0], side == INSIDE, [0]]).astype(np.int8))
    begin, end = np.flatnonzero(changes == 1), np.flatnonzero(changes == -1)
    unknown = np.flatnonzero(side == UNKNOWN)
    low_, high_ = position(unknown, 0) - number[unknown], position(unknown, 1) - number[unknown]
    start, end_ = movements.lonlat[fix[unknown]], movements.lonlat[fix[unknown] + 1]
    part, one, two = index.insides(start, end_, low_, high_, near[unknown])
    part = unknown[part]
    return (
        rows[np.concatenate([run[begin], run[part]])],
        np.concatenate([position(begin, 0), number[part] + one]),
        np.concatenate([position(end - 1, 1), number[part] + two]),
    )


def joined(
    movements: Movements, group: np.ndarray, rows: np.ndarray, entry: np.ndarray, exit_: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the first and the last part of each crossing.

    The parts, (n,) each, are sorted by group and entry, and ``rows`` are their movements. Parts of one group are
    joined if the movement between them is no longer than JOIN_DEG.
    """
    if len(rows) == 0:
        return np.empty(0, int), np.empty(0, int)
    follows = group[1:] == group[:-1]
    gap = np.flatnonzero(follows & (entry[1:] > exit_[:-1]))
    apart = points_at(movements, rows[gap], exit_[gap]) - points_at(movements, rows[gap], entry[gap + 1])
    is_apart = np.hypot(*apart.T) > JOIN_DEG
    close = gap[~is_apart]
    is_apart[~is_apart] = length_deg(movements, rows[close], exit_[close], entry[close + 1]) > JOIN_DEG
    follows[gap[is_apart]] = False
    return np.flatnonzero(np.append(True, ~follows)), np.flatnonzero(np.append(~follows, True))


def _crossings(movements: Movements, territories: ControlSeries, clock: Clock, parts: np.ndarray) -> Crossings:
    names, codes = np.unique(territories.faction.astype(str), return_inverse=True)
    row, territory = parts[:, 0].astype(np.int64), parts[:, 1].astype(np.int64)
    entry, exit_ = parts[:, 2], parts[:, 3]
    holder = codes[territory]
    order = np.lexsort((entry, holder, row))
    row, territory, holder, entry, exit_ = (each[order] for each in (row, territory, holder, entry, exit_))
    first, last = joined(movements, _spells(territories, row, territory), row, entry, exit_)
    order = np.lexsort((holder[first], entry[first], row[first]))
    first, last = first[order], last[order]
    part, crossing = ranges(first, last - first + 1)
    return Crossings(
        movement=row[first],
        holder=names.astype(object)[holder[first]],
        entry=entry[first],
        exit=exit_[last],
        begins_by_change=_by_change(movements, territories, clock, row[first], entry[first], territory[first], "start"),
        ends_by_change=_by_change(movements, territories, clock, row[last], exit_[last], territory[last], "end"),
        part_crossing=crossing,
        part_territory=territory[part],
        part_entry=entry[part],
        part_exit=exit_[part],
    )


def _spells(territories: ControlSeries, row: np.ndarray, territory: np.ndarray) -> np.ndarray:
    """Return the number of the spell of each part: one movement in territory that one holder has without a gap."""
    one, other = territory[:-1], territory[1:]
    goes_on = (territories.faction[one] == territories.faction[other]) & (row[:-1] == row[1:])
    goes_on &= (one == other) | (closed(territories.end)[one] == territories.start[other])
    return np.cumsum(np.append(False, ~goes_on))[: len(row)]


def _by_change(
    movements: Movements,
    territories: ControlSeries,
    clock: Clock,
    rows: np.ndarray,
    positions: np.ndarray,
    territory: np.ndarray,
    which: str,
) -> np.ndarray:
    """Return whether a crossing begins or ends at a territory row's start or end, and not on its border."""
    is_change = movements.is_timed[rows]
    moments = closed(getattr(territories, which))[territory].astype(MILLISECOND)
    is_change &= positions != (0 if which == "start" else last_positions(movements, rows))
    is_change[is_change] = clock.positions_at(rows[is_change], moments[is_change]) == positions[is_change]
    asked = np.flatnonzero(is_change)
    asked = asked[np.argsort(territory[asked], kind="stable")]
    for each in split_where_changes(asked, territory[asked]) if len(asked) else ():
        points = points_at(movements, rows[each], positions[each])
        is_change[each] = ~on_border(territories.geometry[territory[each[0]]], points)
    return is_change


def overlaps(
    crossings: Crossings, picked: np.ndarray, rows: np.ndarray, entries: np.ndarray, exits: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return pairs of a span and a crossing of the same movement that overlap: number of the span, row of the crossing.

    picked  rows of the crossings to search
    rows, entries, exits   (n,) movement of each span, and the positions between which it lies

    Sorted by holder, so that the holders of a span are in order.
    """
    pairs = [np.empty((2, 0), int)]
    for holder in sorted(set(crossings.holder[picked])):
        # Crossings of one holder and movement do not overlap: entries and exits are both sorted.
        rows_of_holder = picked[crossings.holder[picked] == holder]
        movement = crossings.movement[rows_of_holder]
        first = np.searchsorted(keys(movement, crossings.exit[rows_of_holder]), keys(rows, entries), side="right")
        last = np.searchsorted(keys(movement, crossings.entry[rows_of_holder]), keys(rows, exits))
        number, owner = ranges(first, np.maximum(last - first, 0))
        pairs.append(np.array([owner, rows_of_holder[number]]))
    one, other = np.concatenate(pairs, axis=1)
    return one, other


def keys(rows: ArrayLike, positions: ArrayLike) -> np.ndarray:
    """Return numbers that sort by movement, then by position."""
    # Complex numbers sort by their real, then by their imaginary part, and keep both exact.
    return np.asarray(rows) + 1j * np.asarray(positions)
