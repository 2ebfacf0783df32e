"""Movements: dated lines and timed tracks of factions, kept as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..columns import objects
from ..dates.periods import moments
from ..errors import MovementsError

MILLISECOND = "datetime64[ms]"


@dataclass(frozen=True)
class Movements:
    """Movements, n of them, with all their fixes one after another, m in all.

    id      (n,) object: what the source calls the movement; unique within its source
    mover   (n,) object: faction ids
    start   (n,) datetime64[s], UTC: of a timed movement its first fix, of an untimed one the begin of its time
    end     (n,) datetime64[s]: of a timed movement its last fix; of an untimed one the end of its time, which does
            not belong to it: a line dated a day has start = that day, end = the next day
    source  (n,) object: who says so
    first   (n + 1,) int: fixes ``first[i]`` up to ``first[i + 1]`` are those of movement i; two or more each
    lonlat  (m, 2) float, degrees on WGS 84 (EPSG:4326)
    time    (m,) datetime64[ms], UTC, not decreasing within a movement; NaT for all fixes of an untimed movement

    Between two fixes a movement runs straight in lon/lat, at even speed. Where it crosses the antimeridian the
    longitude may jump from 180 to -180 or run on beyond 180: of two fixes the way over less than 180° is meant.

    Raises MovementsError, naming the movement, for what does not fit that.
    """

    id: np.ndarray
    mover: np.ndarray
    start: np.ndarray
    end: np.ndarray
    source: np.ndarray
    first: np.ndarray
    lonlat: np.ndarray
    time: np.ndarray

    def __post_init__(self):
        for name in ("id", "mover", "source"):
            object.__setattr__(self, name, objects(getattr(self, name)))
        object.__setattr__(self, "start", moments(self.start))
        object.__setattr__(self, "end", moments(self.end))
        object.__setattr__(self, "first", np.asarray(self.first, np.int64))
        object.__setattr__(self, "lonlat", np.asarray(self.lonlat, float).reshape(-1, 2))
        object.__setattr__(self, "time", np.asarray(self.time, MILLISECOND))
        self._check()

    def _check(self) -> None:
        lengths = {name: len(getattr(self, name)) for name in ("id", "mover", "start", "end", "source")}
        if len(set(lengths.values())) != 1:
            raise MovementsError(f"The columns of movements differ in length: {lengths}.")
        n, m = len(self.id), len(self.lonlat)
        if len(self.first) != n + 1 or self.first[0] != 0 or self.first[-1] != m or len(self.time) != m:
            raise MovementsError(f"{n} movements with {m} fixes and {len(self.time)} times do not fit together.")
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
            raise MovementsError(f"Movement {self.id[int(bad.argmax())]!r:.100} {reason}.")

    @classmethod
    def empty(cls) -> Movements:
        return cls([], [], [], [], [], [0], np.empty((0, 2)), [])

    def __len__(self) -> int:
        return len(self.id)

    @property
    def is_timed(self) -> np.ndarray:
        """(n,) whether the movement's fixes have times."""
        return ~np.isnat(self.time[self.first[:-1]]) if len(self) else np.empty(0, bool)

    @property
    def lines(self) -> np.ndarray:
        """(n,) LineStrings in lon/lat, as the fixes are written down."""
        return shapely.linestrings(self.lonlat, indices=np.repeat(np.arange(len(self)), np.diff(self.first)))

    def take(self, rows) -> Movements:
        """The movements picked by a mask or by indices."""
        rows = np.arange(len(self))[rows]
        counts = np.diff(self.first)[rows]
        first = np.concatenate([[0], np.cumsum(counts)])
        fixes = np.repeat(self.first[rows] - first[:-1], counts) + np.arange(first[-1])
        columns = (getattr(self, name)[rows] for name in ("id", "mover", "start", "end", "source"))
        return Movements(*columns, first, self.lonlat[fixes], self.time[fixes])


def from_lines(ids, movers, starts, ends, sources, lines) -> Movements:
    """Untimed movements from LineStrings in lon/lat; Z and M are left out."""
    counts = shapely.get_num_points(np.asarray(lines, object))
    lonlat = shapely.get_coordinates(lines)
    time = np.full(len(lonlat), np.datetime64("NaT"), MILLISECOND)
    return Movements(ids, movers, starts, ends, sources, np.concatenate([[0], np.cumsum(counts)]), lonlat, time)


def concatenate_movements(parts) -> Movements:
    """One set of movements of several, in order."""
    parts = [Movements.empty(), *parts]
    first = np.cumsum([0, *(len(part.lonlat) for part in parts[:-1])])
    columns = (np.concatenate([getattr(p, n) for p in parts]) for n in ("id", "mover", "start", "end", "source"))
    offsets = np.concatenate([[0], *(part.first[1:] + start for part, start in zip(parts, first))])
    return Movements(
        *columns, offsets, np.concatenate([p.lonlat for p in parts]), np.concatenate([p.time for p in parts])
    )
