"""Positions along movements, in arrays: their points, moments and the lines between them.

A position on a movement is the number of the fix before it plus the share of the way to the next one: 2.25 is a
quarter of the way from the third fix to the fourth. ``rows`` are rows of the movements, one a position.
"""

from __future__ import annotations

import numpy as np
import shapely

from .movements import MILLISECOND, Movements


def last_positions(movements: Movements, rows=slice(None)) -> np.ndarray:
    """The position of the last fix of movements."""
    return (np.diff(movements.first)[rows] - 1).astype(float)


def points_at(movements: Movements, rows, positions) -> np.ndarray:
    """(n, 2) lon, lat of positions."""
    fix, share = _fixes(movements, rows, positions)
    start, end = movements.lonlat[fix], movements.lonlat[fix + 1]
    return np.where(share[:, None] == 1, end, start + (end - start) * share[:, None])


def moments_at(movements: Movements, rows, positions) -> np.ndarray:
    """(n,) datetime64[ms] of positions, NaT on an untimed movement; between two fixes time runs evenly."""
    fix, share = _fixes(movements, rows, positions)
    start, end = movements.time[fix], movements.time[fix + 1]
    timed = ~np.isnat(start)
    found = np.full(len(fix), np.datetime64("NaT"), MILLISECOND)
    way = np.rint((end - start)[timed].astype(float) * share[timed])
    found[timed] = start[timed] + way.astype("timedelta64[ms]")
    return found


def lines_between(movements: Movements, rows, entries, exits) -> np.ndarray:
    """(n,) LineStrings from one position to another of the same movement; where both are one, a point twice."""
    points, owner = points_between(movements, rows, entries, exits)
    return shapely.linestrings(points, indices=owner) if len(owner) else np.empty(0, object)


def points_between(movements: Movements, rows, entries, exits) -> tuple[np.ndarray, np.ndarray]:
    """(m, 2) points of the ways from one position to another, one way after another, and (m,) of which each is."""
    rows, entries, exits = np.asarray(rows, int), np.asarray(entries, float), np.asarray(exits, float)
    following = np.floor(entries).astype(np.int64) + 1
    count = np.maximum(np.ceil(exits).astype(np.int64) - following, 0) + 2
    ends = np.cumsum(count)
    owner = np.repeat(np.arange(len(rows)), count)
    # The fixes on the way are in their places; what stands before and after them is replaced by the ends.
    fix = np.repeat(movements.first[rows] + following - 1 - (ends - count), count) + np.arange(len(owner))
    points = movements.lonlat[np.minimum(fix, len(movements.lonlat) - 1)]
    points[ends - count] = points_at(movements, rows, entries)
    points[ends - 1] = points_at(movements, rows, exits)
    return points, owner


def way_deg(movements: Movements, rows, entries, exits) -> np.ndarray:
    """(n,) length in degrees of the ways from one position to another."""
    points, owner = points_between(movements, rows, entries, exits)
    step = np.hypot(*np.diff(points, axis=0).T)
    inside = owner[1:] == owner[:-1]
    return np.bincount(owner[1:][inside], step[inside], minlength=len(rows))


def longest_gaps_h(movements: Movements, rows, entries, exits) -> np.ndarray:
    """(n,) hours: of the ways from one position to a later one the longest time between two fixes that follow each
    other, those right before the begin and right after the end of the way included; NaN on an untimed movement.
    """
    rows, entries, exits = np.asarray(rows, int), np.asarray(entries, float), np.asarray(exits, float)
    found = np.full(len(rows), np.nan)
    timed = np.flatnonzero(movements.is_timed[rows])
    if len(timed) == 0:
        return found
    first = movements.first[rows[timed]]
    ends = np.column_stack([first + np.floor(entries[timed]), first + np.ceil(exits[timed])]).astype(np.int64)
    steps_h = np.diff(movements.time, append=movements.time[-1:]) / np.timedelta64(3_600_000, "ms")
    found[timed] = np.maximum.reduceat(steps_h, ends.ravel())[::2]
    return found


class Clock:
    """Positions of timed movements at moments.

    All fixes of all movements stand on one line of time, one movement after another, so that one search finds all.
    """

    def __init__(self, movements: Movements):
        self._movements = movements
        start, end = movements.time[movements.first[:-1]], movements.time[movements.first[1:] - 1]
        self.start, self.end = start, end
        lasts = np.where(movements.is_timed, (end - start).astype(np.int64), 0) + 1
        self._begin = np.cumsum(lasts) - lasts
        rows = np.repeat(np.arange(len(movements)), np.diff(movements.first))
        since = np.where(np.isnat(movements.time), 0, (movements.time - start[rows]).astype(np.int64))
        self._line = self._begin[rows] + since

    def positions_at(self, rows: np.ndarray, moment) -> np.ndarray:
        """Where timed movements are at a moment (one, or one a row): the begin of one that has not begun, the end of
        one that is over. Of several fixes with one time the first: what happens then belongs to what follows.
        """
        first = self._movements.first[rows]
        since = np.clip(moment, self.start[rows], self.end[rows]) - self.start[rows]
        sought = self._begin[rows] + since.astype(np.int64)
        fix = np.maximum(np.searchsorted(self._line, sought), first + 1)
        before, after = self._line[fix - 1], self._line[fix]
        share = np.where(after > before, (sought - before) / np.maximum(after - before, 1), 0.0)
        found = fix - 1 - first + np.maximum(share, 0)
        is_over = np.asarray(moment, MILLISECOND) > self.end[rows]
        return np.where(is_over, last_positions(self._movements, rows), found)


def _fixes(movements: Movements, rows, positions) -> tuple[np.ndarray, np.ndarray]:
    rows, positions = np.asarray(rows, int), np.asarray(positions, float)
    before = np.minimum(np.floor(positions), last_positions(movements, rows) - 1)
    return movements.first[rows] + before.astype(np.int64), positions - before
