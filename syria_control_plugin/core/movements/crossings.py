"""Stretches: the parts of movements inside the ground of holders, as it was at the moment of the passage.

Stretches found by movement and position, for very many spans of movements at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import ArrayLike

from ..control.series import ControlSeries
from ..dates.periods import closed
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from .grid_index import INSIDE, UNKNOWN, GridIndex, on_border
from .movements import MILLISECOND, Clock, Movements, last_positions, length_deg, points_at

# What less than this (in degrees, about a millimetre) separates along the way is one stretch: a border that is only
# touched from inside does not split it.
JOIN_DEG = 1e-8
_PIECES_AT_ONCE = 250_000


@dataclass(frozen=True)
class Crossings:
    """Maximal stretches of movements inside grounds, n of them, sorted by movement, entry and holder.

    movement     (n,) int: row of the movements
    holder       (n,) object: whose ground it is
    entry, exit  (n,) float: positions on the movement: number of the fix plus share of the way to the next one, as
                 in ``tracks``, which also turns them into points, moments and lines
    begins_by_change, ends_by_change
                 (n,) bool: the ground changed hands (or the source's knowledge began or ended) while the mover stood
                 inside of it, so that no border was crossed

    Each consists of parts, one for each ground row on the way, sorted by stretch and position:

    part_stretch, part_territory  (p,) int: row of the stretches, row of the grounds
    part_entry, part_exit      (p,) float
    """

    movement: np.ndarray
    holder: np.ndarray
    entry: np.ndarray
    exit: np.ndarray
    begins_by_change: np.ndarray
    ends_by_change: np.ndarray
    part_stretch: np.ndarray
    part_territory: np.ndarray
    part_entry: np.ndarray
    part_exit: np.ndarray

    def __len__(self) -> int:
        return len(self.movement)


def crossings_inside(movements: Movements, territories: ControlSeries, feedback: Feedback = NO_FEEDBACK) -> Crossings:
    """Every maximal stretch of every movement inside every holder's ground, with the ground valid at that moment.

    movements  in one frame of longitudes with the grounds (see ``longitudes``): between two fixes a movement runs
               straight in lon/lat as they are written down
    grounds    one row a holder and period, of one source (``territories.dissolved_by_holder``)

    A timed movement is at each moment (interpolated, at even speed) in the ground of that moment; periods are
    half-open. An untimed movement is tested as a whole against the ground at its ``start``. Inside is the interior:
    touching a border, or running along it, to within TOUCH_DEG, is not crossing it and is not inside. A border
    touched from inside splits no stretch (JOIN_DEG). Where two holders' grounds overlap, both have the stretch.
    A mover who stands still inside has a stretch of no length.

    The cost grows with the number of fixes times that of holders on the map, plus the edges of all ground rows, plus
    the pairs of a piece of a track and an edge near it. Memory beyond that of input and result is bounded.
    """
    parts = [np.empty((0, 4))]
    runs = _Runs(movements, territories)
    for row in range(len(territories)):
        share = SubFeedback(feedback, 100 * row / len(territories), 100 * (row + 1) / len(territories))
        report_progress(share, 0)
        rows, entry, exit_ = runs.of(row)
        if len(rows) == 0:
            continue
        rows, entry, exit_ = _inside(movements, rows, entry, exit_, territories.geometry[row], share)
        parts.append(np.column_stack([rows, np.full(len(rows), row), entry, exit_]))
    return _stretches(movements, territories, runs.clock, np.concatenate(parts))


class _Runs:
    """Which part of which movement falls into a ground row's period, and near its bounding box."""

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

    def of(self, row: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Movements, and the positions between which each is in the period."""
        start, end = (
            each[row].astype(MILLISECOND) for each in (self._territories.start, closed(self._territories.end))
        )
        first, last = np.searchsorted(self._timed_start, [start - self._longest, end])
        timed = self._near(self._timed[first:last], row)
        timed = np.sort(timed[self.clock.end[timed] >= start])  # the clock finds them in order many times faster
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
    """Movement, entry and exit of the stretches of runs inside one ground, sorted."""
    pieces = np.ceil(exit_).astype(np.int64) - np.floor(entry).astype(np.int64)
    index = GridIndex(territory, int(pieces.sum()))
    batch = np.cumsum(pieces) // _PIECES_AT_ONCE
    edges = [0, *(np.flatnonzero(np.diff(batch)) + 1), len(rows)]
    found = []
    for first, last in zip(edges, edges[1:]):
        report_progress(feedback, 100 * first / len(rows))
        chosen = slice(first, last)
        found.append(_batch(movements, rows[chosen], entry[chosen], exit_[chosen], index))
    shapely.destroy_prepared(territory)  # or what was made for all grounds would add up
    rows, entry, exit_ = (np.concatenate(column) for column in zip(*found))
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
    offset = movements.first[rows] + low - (ends - count)
    fix = np.repeat(offset, count) + np.arange(ends[-1])
    points = movements.lonlat[fix]
    points[ends - count], points[ends - 1] = points_at(movements, rows, entry), points_at(movements, rows, exit_)
    side, near = index.sides(points)
    side[ends[:-1] - 1] = 0  # between the end of a run and the begin of the next
    run = np.repeat(np.arange(len(rows)), count)
    number = np.arange(ends[-1]) - np.repeat(ends - count - low, count)  # of the fix, within its movement

    def position(point: np.ndarray, share: ArrayLike) -> np.ndarray:
        return np.clip(number[point] + share, entry[run[point]], exit_[run[point]])

    whole = np.diff(np.concatenate([[0], side == INSIDE, [0]]).astype(np.int8))
    begin, end = np.flatnonzero(whole == 1), np.flatnonzero(whole == -1)
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
    """First and last of the parts of which each stretch consists.

    The parts, (n,) each, are sorted by group and entry, and ``rows`` are their movements. Those of one group are
    joined where next to nothing of the way lies between them (JOIN_DEG).
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


def _stretches(movements: Movements, territories: ControlSeries, clock: Clock, parts: np.ndarray) -> Crossings:
    names, codes = np.unique(territories.faction.astype(str), return_inverse=True)
    row, territory = parts[:, 0].astype(np.int64), parts[:, 1].astype(np.int64)
    entry, exit_ = parts[:, 2], parts[:, 3]
    holder = codes[territory]
    order = np.lexsort((entry, holder, row))
    row, territory, holder, entry, exit_ = (each[order] for each in (row, territory, holder, entry, exit_))
    first, last = joined(movements, _spells(territories, row, territory), row, entry, exit_)
    order = np.lexsort((holder[first], entry[first], row[first]))
    first, last = first[order], last[order]
    count = last - first + 1
    part = np.repeat(first - (np.cumsum(count) - count), count) + np.arange(count.sum())
    return Crossings(
        movement=row[first],
        holder=names.astype(object)[holder[first]],
        entry=entry[first],
        exit=exit_[last],
        begins_by_change=_by_change(movements, territories, clock, row[first], entry[first], territory[first], "start"),
        ends_by_change=_by_change(movements, territories, clock, row[last], exit_[last], territory[last], "end"),
        part_stretch=np.repeat(np.arange(len(first)), count),
        part_territory=territory[part],
        part_entry=entry[part],
        part_exit=exit_[part],
    )


def _spells(territories: ControlSeries, row: np.ndarray, territory: np.ndarray) -> np.ndarray:
    """Number of the spell of each part: of one movement, in ground that one holder has without a break."""
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
    """Whether a stretch begins or ends at a ground row's start or end, and not on that ground's border."""
    found = movements.is_timed[rows]
    moments = closed(getattr(territories, which))[territory].astype(MILLISECOND)
    found &= positions != (0 if which == "start" else last_positions(movements, rows))
    found[found] = clock.positions_at(rows[found], moments[found]) == positions[found]
    asked = np.flatnonzero(found)
    asked = asked[np.argsort(territory[asked], kind="stable")]
    points = points_at(movements, rows[asked], positions[asked])
    edges = [0, *(np.flatnonzero(np.diff(territory[asked])) + 1), len(asked)]
    for first, last in zip(edges, edges[1:]) if len(asked) else ():
        chosen = slice(first, last)
        found[asked[chosen]] = ~on_border(territories.geometry[territory[asked[first]]], points[chosen])
    return found


def overlaps(
    stretches: Crossings, picked: np.ndarray, rows: np.ndarray, entries: np.ndarray, exits: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of spans and stretches of one movement that overlap: number of the span, row of the stretches.

    picked  rows of the stretches that are looked at
    rows, entries, exits   (n,) movement of each span, and the positions between which it lies

    Sorted by holder: of one span the holders come in order.
    """
    found = [np.empty((2, 0), int)]
    for holder in sorted(set(stretches.holder[picked])):
        # Those of one holder and movement do not overlap: entries and exits are both sorted.
        own = picked[stretches.holder[picked] == holder]
        movement = stretches.movement[own]
        first = np.searchsorted(keys(movement, stretches.exit[own]), keys(rows, entries), side="right")
        last = np.searchsorted(keys(movement, stretches.entry[own]), keys(rows, exits))
        number, owner = ranges(first, np.maximum(last - first, 0))
        found.append(np.array([owner, own[number]]))
    one, other = np.concatenate(found, axis=1)
    return one, other


def keys(rows: ArrayLike, positions: ArrayLike) -> np.ndarray:
    """Numbers that are sorted as movements and positions on them are."""
    # Complex numbers are sorted by their real, then by their imaginary part: both stay as exact as they are.
    return np.asarray(rows) + 1j * np.asarray(positions)


def ranges(first: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of ranges, one range after another, and to which of them each belongs."""
    owner = np.repeat(np.arange(len(count)), count)
    return np.arange(len(owner)) - np.repeat(np.cumsum(count) - count - first, count), owner
