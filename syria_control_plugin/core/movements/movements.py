"""Movements: dated lines and timed tracks of factions, kept as columns.

Also positions along movements, in arrays: their points, moments and the lines between them.

A position on a movement is the number of the fix before it plus a share of the segment to the next one: 2.25 is a
quarter of the segment from the third fix to the fourth. ``rows`` are rows of the movements, one per position.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import ArrayLike

from ..arrays import objects, ranges
from ..dates.periods import moments
from ..errors import MovementsError
from ..messages import Message

MILLISECOND = "datetime64[ms]"
ANY_HOST = "*"  # in ``Movements.passage_reported``: the passage through any host
_PER_MOVEMENT = ("id", "mover", "start", "end", "source", "passage_reported", "remarks")
_PER_FIX = ("lonlat", "time", "is_reported")


@dataclass(frozen=True)
class Movements:
    """n movements with their m fixes, one movement after another.

    id      (n,) object: id in the source; unique within its source
    mover   (n,) object: faction ids
    start   (n,) datetime64[s], UTC: first fix of a timed movement, start of the time of an untimed one
    end     (n,) datetime64[s]: last fix of a timed movement; exclusive end of the time of an untimed one: a line dated
            to a day has start = that day, end = the next day
    source  (n,) object: name of the source
    first   (n + 1,) int: movement i has the fixes ``first[i]`` up to ``first[i + 1]``, at least two
    lonlat  (m, 2) float, degrees on WGS 84 (EPSG:4326)
    time    (m,) datetime64[ms], UTC, not decreasing within a movement; NaT for all fixes of an untimed movement
    is_reported       (m,) bool: whether the position is reported, not estimated; None: all are
    passage_reported  (n,) object: tuple of the factions through whose territory the source itself reports the passage;
                      ANY_HOST for any of them. None: empty
    remarks           (n,) object: the source's statements on the movement, one line each, "" for none. None: all ""

    Between two fixes a movement is straight in lon/lat, at even speed. At the antimeridian the longitude may jump from
    180 to -180 or continue beyond 180: the segment between two fixes spans less than 180°.

    Raises MovementsError, naming the movement, if the columns are inconsistent with this.
    """

    id: np.ndarray
    mover: np.ndarray
    start: np.ndarray
    end: np.ndarray
    source: np.ndarray
    first: np.ndarray
    lonlat: np.ndarray
    time: np.ndarray
    is_reported: np.ndarray = None
    passage_reported: np.ndarray = None
    remarks: np.ndarray = None

    def __post_init__(self) -> None:
        for name in ("id", "mover", "source"):
            object.__setattr__(self, name, objects(getattr(self, name)))
        object.__setattr__(self, "start", moments(self.start))
        object.__setattr__(self, "end", moments(self.end))
        object.__setattr__(self, "first", np.asarray(self.first, np.int64))
        object.__setattr__(self, "lonlat", np.asarray(self.lonlat, float).reshape(-1, 2))
        object.__setattr__(self, "time", np.asarray(self.time, MILLISECOND))
        n, m = len(self.id), len(self.lonlat)
        is_reported = np.ones(m, bool) if self.is_reported is None else np.asarray(self.is_reported, bool)
        object.__setattr__(self, "is_reported", is_reported)
        for name, missing in (("passage_reported", ()), ("remarks", "")):
            given = getattr(self, name)
            object.__setattr__(self, name, objects([missing] * n if given is None else given))
        self._check()

    def _check(self) -> None:
        lengths = {name: len(getattr(self, name)) for name in _PER_MOVEMENT}
        if len(set(lengths.values())) != 1:
            raise MovementsError(Message("The columns of movements differ in length: {}.", lengths))
        n, m = len(self.id), len(self.lonlat)
        if (
            len(self.first) != n + 1
            or self.first[0] != 0
            or self.first[-1] != m
            or {len(self.time), len(self.is_reported)} != {m}
        ):
            raise MovementsError(
                Message(
                    "The columns of {} movements with {} fixes and {} times are inconsistent.", n, m, len(self.time)
                )
            )
        self._refuse(np.diff(self.first) < 2, "has fewer than two fixes")
        self._refuse(np.isnat(self.start) | np.isnat(self.end), "has no time")
        self._refuse(self.end < self.start, "ends before it starts")
        off = ~np.isfinite(self.lonlat).all(axis=1) | (np.abs(self.lonlat[:, 1]) > 90)
        self._refuse(self._any(off), "has coordinates off the globe")
        timeless = np.isnat(self.time)
        self._refuse(self._any(timeless) & self.is_timed, "has fixes with and without a time")
        back = np.append(np.diff(self.time) < np.timedelta64(0, "ms"), False)
        back[self.first[1:] - 1] = False
        self._refuse(self._any(back), "has fixes that go back in time")

    def _any(self, of_fixes: np.ndarray) -> np.ndarray:
        return np.logical_or.reduceat(of_fixes, self.first[:-1]) if len(self) else np.empty(0, bool)

    def _refuse(self, bad: np.ndarray, reason: str) -> None:
        if bad.any():
            raise MovementsError(Message("Movement {!r:.100} {}.", self.id[int(bad.argmax())], reason))

    @classmethod
    def empty(cls) -> Movements:
        return cls(id=[], mover=[], start=[], end=[], source=[], first=[0], lonlat=np.empty((0, 2)), time=[])

    def __len__(self) -> int:
        return len(self.id)

    @property
    def is_timed(self) -> np.ndarray:
        """(n,) bool: whether the movement's fixes have times."""
        return ~np.isnat(self.time[self.first[:-1]]) if len(self) else np.empty(0, bool)

    @property
    def lines(self) -> np.ndarray:
        """(n,) LineStrings in lon/lat, with the coordinates of the fixes as given."""
        return shapely.linestrings(self.lonlat, indices=np.repeat(np.arange(len(self)), np.diff(self.first)))

    def take(self, rows: np.ndarray | slice) -> Movements:
        """Return the movements selected by a mask or by indices."""
        rows = np.arange(len(self))[rows]
        counts = np.diff(self.first)[rows]
        first = np.concatenate([[0], np.cumsum(counts)])
        fixes, _ = ranges(self.first[rows], counts)
        columns = {name: getattr(self, name)[rows] for name in _PER_MOVEMENT}
        columns |= {name: getattr(self, name)[fixes] for name in _PER_FIX}
        return Movements(**columns, first=first)


def from_lines(
    ids: ArrayLike, movers: ArrayLike, starts: ArrayLike, ends: ArrayLike, sources: ArrayLike, lines: ArrayLike
) -> Movements:
    """Return untimed movements from LineStrings in lon/lat; Z and M are dropped."""
    counts = shapely.get_num_points(np.asarray(lines, object))
    lonlat = shapely.get_coordinates(lines)
    time = np.full(len(lonlat), np.datetime64("NaT"), MILLISECOND)
    return Movements(
        id=ids,
        mover=movers,
        start=starts,
        end=ends,
        source=sources,
        first=np.concatenate([[0], np.cumsum(counts)]),
        lonlat=lonlat,
        time=time,
    )


def concatenate_movements(parts: Iterable[Movements]) -> Movements:
    """Concatenate several sets of movements, in order."""
    parts = [Movements.empty(), *parts]
    first = np.cumsum([0, *(len(part.lonlat) for part in parts[:-1])])
    columns = {n: np.concatenate([getattr(p, n) for p in parts]) for n in (*_PER_MOVEMENT, *_PER_FIX)}
    offsets = np.concatenate([[0], *(part.first[1:] + start for part, start in zip(parts, first))])
    return Movements(**columns, first=offsets)


def last_positions(movements: Movements, rows: np.ndarray | slice = slice(None)) -> np.ndarray:
    """Return the position of the last fix of each movement."""
    return (np.diff(movements.first)[rows] - 1).astype(float)


def points_at(movements: Movements, rows: ArrayLike, positions: ArrayLike) -> np.ndarray:
    """Return (n, 2) lon, lat of positions."""
    fix, share = _fixes(movements, rows, positions)
    start, end = movements.lonlat[fix], movements.lonlat[fix + 1]
    return np.where(share[:, None] == 1, end, start + (end - start) * share[:, None])


def moments_at(movements: Movements, rows: ArrayLike, positions: ArrayLike) -> np.ndarray:
    """Return (n,) datetime64[ms] of positions, linear between two fixes; NaT on an untimed movement."""
    fix, share = _fixes(movements, rows, positions)
    start, end = movements.time[fix], movements.time[fix + 1]
    timed = ~np.isnat(start)
    times = np.full(len(fix), np.datetime64("NaT"), MILLISECOND)
    elapsed = np.rint((end - start)[timed].astype(float) * share[timed])
    times[timed] = start[timed] + elapsed.astype("timedelta64[ms]")
    return times


def lines_between(movements: Movements, rows: ArrayLike, entries: ArrayLike, exits: ArrayLike) -> np.ndarray:
    """Return (n,) LineStrings between two positions of a movement; if they are equal, the line has its point twice."""
    points, owner = points_between(movements, rows, entries, exits)
    return shapely.linestrings(points, indices=owner) if len(owner) else np.empty(0, object)


def points_between(
    movements: Movements, rows: ArrayLike, entries: ArrayLike, exits: ArrayLike
) -> tuple[np.ndarray, np.ndarray]:
    """Return (m, 2) points of the lines between two positions, one line after another, and (m,) line of each point."""
    rows, entries, exits = np.asarray(rows, int), np.asarray(entries, float), np.asarray(exits, float)
    following = np.floor(entries).astype(np.int64) + 1
    count = np.maximum(np.ceil(exits).astype(np.int64) - following, 0) + 2
    ends = np.cumsum(count)
    # The fixes in between are in their places; the points before and after them are replaced by the ends.
    fix, owner = ranges(movements.first[rows] + following - 1, count)
    points = movements.lonlat[np.minimum(fix, len(movements.lonlat) - 1)]
    points[ends - count] = points_at(movements, rows, entries)
    points[ends - 1] = points_at(movements, rows, exits)
    return points, owner


def length_deg(movements: Movements, rows: np.ndarray, entries: ArrayLike, exits: ArrayLike) -> np.ndarray:
    """Return (n,) length in degrees of the movement between two positions."""
    points, owner = points_between(movements, rows, entries, exits)
    step = np.hypot(*np.diff(points, axis=0).T)
    inside = owner[1:] == owner[:-1]
    return np.bincount(owner[1:][inside], step[inside], minlength=len(rows))


def longest_gaps_h(movements: Movements, rows: ArrayLike, entries: ArrayLike, exits: ArrayLike) -> np.ndarray:
    """Return (n,) hours: the longest time between two consecutive fixes from one position to a later one.

    The last fix before the first position and the first fix after the last one are included; NaN on an untimed
    movement.
    """
    rows, entries, exits = np.asarray(rows, int), np.asarray(entries, float), np.asarray(exits, float)
    gaps_h = np.full(len(rows), np.nan)
    timed = np.flatnonzero(movements.is_timed[rows])
    if len(timed) == 0:
        return gaps_h
    first = movements.first[rows[timed]]
    ends = np.column_stack([first + np.floor(entries[timed]), first + np.ceil(exits[timed])]).astype(np.int64)
    steps_h = np.diff(movements.time, append=movements.time[-1:]) / np.timedelta64(3_600_000, "ms")
    gaps_h[timed] = np.maximum.reduceat(steps_h, ends.ravel())[::2]
    return gaps_h


class Clock:
    """Positions of timed movements at moments.

    All fixes are on one time line, one movement after another, so that one search is enough for all movements.
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

    def positions_at(self, rows: np.ndarray, moment: np.datetime64 | np.ndarray) -> np.ndarray:
        """Return the positions of timed movements at a moment: one for all, or one per row.

        The first position of a movement that has not started, the last of one that has ended. Among several fixes of
        equal time the first counts, so that an event at that time belongs to the movement after it.
        """
        first = self._movements.first[rows]
        since = np.clip(moment, self.start[rows], self.end[rows]) - self.start[rows]
        sought = self._begin[rows] + since.astype(np.int64)
        fix = np.maximum(np.searchsorted(self._line, sought), first + 1)
        before, after = self._line[fix - 1], self._line[fix]
        share = np.where(after > before, (sought - before) / np.maximum(after - before, 1), 0.0)
        positions = fix - 1 - first + np.maximum(share, 0)
        is_over = np.asarray(moment, MILLISECOND) > self.end[rows]
        return np.where(is_over, last_positions(self._movements, rows), positions)


def _fixes(movements: Movements, rows: ArrayLike, positions: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    rows, positions = np.asarray(rows, int), np.asarray(positions, float)
    before = np.minimum(np.floor(positions), last_positions(movements, rows) - 1)
    return movements.first[rows] + before.astype(np.int64), positions - before
