"""Tracks from timed fixes: sorted, without single outliers, and cut at steps that are too fast, too far or too late."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from pyproj import Geod

from ..errors import MovementsError
from ..feedback import NO_FEEDBACK, Feedback, report_progress
from ..messages import Message
from .movements import MILLISECOND

# Reasons for a cut between two fixes.
TOO_FAST, TOO_FAR, TOO_LATE = "too fast", "too far", "too late"
# Reasons for leaving a fix out.
REPEATED, AT_ONCE, OUTLIER, ALONE = "repeated", "at once", "outlier", "alone"

# No road vehicle sustains this speed from fix to fix.
SPEED_LIMIT_KMH = 150.0
# Trackers send several fixes per second and files keep whole seconds: fixes this close have the same place.
SAME_PLACE_KM = 0.05

_WGS84 = Geod(ellps="WGS84")
_HOUR = np.timedelta64(3_600_000, "ms")


@dataclass(frozen=True)
class Tracks:
    """n tracks of m of the given fixes, each with two fixes or more.

    fix       (m,) int: rows of the given fixes; track after track in order of first appearance, by time within each
    first     (n + 1,) int: ``fix[first[i]:first[i + 1]]`` are the fixes of track i
    piece     (n,) int: 0 for a track that is left in one piece, else the number of the piece, from 1
    cut       (k, 2) int: rows of the fixes before and after each cut
    cut_why   (k,) object: TOO_FAST, TOO_FAR (the jump) or TOO_LATE (the gap); the first that applies
    cut_km    (k,) float: ellipsoidal distance between the two
    cut_h     (k,) float: hours between the two
    left_out  (j,) int: rows of the fixes that are not in a track, ascending
    left_why  (j,) object: REPEATED (same time and place as another), AT_ONCE (same time as another, other place: the
              first in the data is kept), OUTLIER (too fast or too far there and back, while the fixes beside it are
              consistent with each other) or ALONE (no fix of its piece is left before or after it)
    """

    fix: np.ndarray
    first: np.ndarray
    piece: np.ndarray
    cut: np.ndarray
    cut_why: np.ndarray
    cut_km: np.ndarray
    cut_h: np.ndarray
    left_out: np.ndarray
    left_why: np.ndarray

    def __len__(self) -> int:
        return len(self.piece)


@dataclass(frozen=True)
class _Limits:
    speed_kmh: float
    jump_km: float
    gap_h: float

    @classmethod
    def of(cls, **given: float | None) -> _Limits:
        for name, limit in given.items():
            if limit is not None and not limit > 0:
                raise MovementsError(
                    Message("{} is {!r:.50}. Set a number above 0, or none for no limit.", name, limit)
                )
        return cls(*(np.inf if limit is None else float(limit) for limit in given.values()))

    def refuse(self, km: np.ndarray, hours: np.ndarray) -> np.ndarray:
        """Return whether each step is too fast or too far."""
        return self.too_fast(km, hours) | (km > self.jump_km)

    def too_fast(self, km: np.ndarray, hours: np.ndarray) -> np.ndarray:
        """Return whether each step is faster than the limit; without a limit no step is, not even one of no time."""
        return km > self.speed_kmh * hours if np.isfinite(self.speed_kmh) else np.zeros(len(km), bool)


def tracks_from_fixes(
    track: Iterable[Hashable],
    time: ArrayLike,
    lonlat: ArrayLike,
    speed_limit_kmh: float | None = SPEED_LIMIT_KMH,
    gap_limit_h: float | None = None,
    jump_limit_km: float | None = None,
    feedback: Feedback = NO_FEEDBACK,
) -> Tracks:
    """Make tracks from fixes in any order.

    track   (m,) key of the track of each fix: any hashable values
    time    (m,) moments, UTC, to the millisecond
    lonlat  (m, 2) degrees on WGS 84

    A step from one fix to the next that is faster than the speed limit, longer than the jump limit (km) or lasts
    longer than the gap limit (hours) cuts the track there; limits are inclusive, None means no limit. Before that, a
    fix between two that are consistent with each other is left out if the steps to and from it are both too fast or
    too far; of several such fixes in a row every other one is, so that the rest is consistent. Distances are those of
    geodesics (Karney 2013, through PROJ).

    Raises MovementsError if columns differ in length, a fix has no time or valid place, or a limit is not above 0.
    """
    limits = _Limits.of(speed_limit_kmh=speed_limit_kmh, jump_limit_km=jump_limit_km, gap_limit_h=gap_limit_h)
    time, lonlat = np.asarray(time, MILLISECOND), np.asarray(lonlat, float).reshape(-1, 2)
    code = _numbered(track)
    _check(code, time, lonlat)
    order = np.lexsort((time, code))
    report_progress(feedback, 10)
    why = np.full(len(order), None, object)
    order = order[~_doubles(order, code, time, lonlat, why)]
    report_progress(feedback, 20)
    km, hours, is_same = _steps(order, code, time, lonlat)
    report_progress(feedback, 70)
    order, km, hours, is_same = _without_outliers(order, km, hours, is_same, limits, time, lonlat, why)
    report_progress(feedback, 90)
    is_cut = is_same & (limits.refuse(km, hours) | (hours > limits.gap_h))
    reasons = np.select([limits.too_fast(km, hours), km > limits.jump_km], [TOO_FAST, TOO_FAR], TOO_LATE)
    cut = np.stack([order[:-1], order[1:]], axis=1)[is_cut]
    fix, first, piece = _pieces(order, code, is_same & ~is_cut, why)
    left_out = np.flatnonzero(why != None)  # noqa: E711 - element by element
    report_progress(feedback, 100)
    return Tracks(
        fix=fix,
        first=first,
        piece=piece,
        cut=cut,
        cut_why=reasons[is_cut].astype(object),
        cut_km=km[is_cut],
        cut_h=hours[is_cut],
        left_out=left_out,
        left_why=why[left_out],
    )


def _numbered(track: Iterable[Hashable]) -> np.ndarray:
    """Return the number of each fix's track, from 0 in order of first appearance."""
    numbers: dict = {}
    values = track.tolist() if isinstance(track, np.ndarray) else list(track)
    return np.fromiter((numbers.setdefault(value, len(numbers)) for value in values), np.int64, len(values))


def _check(code: np.ndarray, time: np.ndarray, lonlat: np.ndarray) -> None:
    if not len(code) == len(time) == len(lonlat):
        raise MovementsError(
            Message(
                "The numbers of tracks, {}, times, {}, and places, {}, of the fixes differ.",
                len(code),
                len(time),
                len(lonlat),
            )
        )
    bad = np.isnat(time) | ~np.isfinite(lonlat).all(axis=1) | (np.abs(lonlat[:, 1]) > 90)
    if bad.any():
        raise MovementsError(Message("Fix {} has no time, or its coordinates are out of range.", int(bad.argmax())))


def _doubles(order: np.ndarray, code: np.ndarray, time: np.ndarray, lonlat: np.ndarray, why: np.ndarray) -> np.ndarray:
    """Return which of the sorted fixes have the time of an earlier one in their track."""
    code, time = code[order], time[order]
    is_double = np.zeros(len(order), bool)
    is_double[1:] = (code[1:] == code[:-1]) & (time[1:] == time[:-1])
    kept = np.maximum.accumulate(np.where(is_double, 0, np.arange(len(order))))
    doubles = np.flatnonzero(is_double)
    apart_km = _distance_km(lonlat[order[kept[doubles]]], lonlat[order[doubles]])
    why[order[doubles]] = np.where(apart_km > SAME_PLACE_KM, AT_ONCE, REPEATED)
    return is_double


def _steps(
    order: np.ndarray, code: np.ndarray, time: np.ndarray, lonlat: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return km, hours and whether it stays in its track for each step between sorted fixes; 0 between tracks."""
    is_same = code[order[1:]] == code[order[:-1]]
    km = np.zeros(len(is_same))
    km[is_same] = _distance_km(lonlat[order[:-1][is_same]], lonlat[order[1:][is_same]])
    return km, np.where(is_same, np.diff(time[order]) / _HOUR, 0.0), is_same


def _without_outliers(
    order: np.ndarray,
    km: np.ndarray,
    hours: np.ndarray,
    is_same: np.ndarray,
    limits: _Limits,
    time: np.ndarray,
    lonlat: np.ndarray,
    why: np.ndarray,
) -> Iterator[np.ndarray]:
    """Return the sorted fixes and their steps, without single fixes inconsistent with both neighbours."""
    refused = is_same & limits.refuse(km, hours)
    between = np.flatnonzero(refused[:-1] & refused[1:]) + 1
    past_km = _distance_km(lonlat[order[between - 1]], lonlat[order[between + 1]])
    past_h = (time[order[between + 1]] - time[order[between - 1]]) / _HOUR
    fits = ~limits.refuse(past_km, past_h)
    between, past_km, past_h = between[fits], past_km[fits], past_h[fits]
    # Once the first of several in a row is removed, the second is next to a consistent fix: every other one is removed.
    is_start = np.diff(between, prepend=-2) != 1
    numbers = np.arange(len(between))
    is_out = (numbers - np.maximum.accumulate(np.where(is_start, numbers, 0))) % 2 == 0
    out = between[is_out]
    why[order[out]] = OUTLIER
    km[out - 1], hours[out - 1] = past_km[is_out], past_h[is_out]
    return (np.delete(each, out) for each in (order, km, hours, is_same))


def _pieces(
    order: np.ndarray, code: np.ndarray, goes_on: np.ndarray, why: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the fixes of pieces with two fixes or more, the start of each piece, and its number in its track."""
    begins = np.flatnonzero(np.concatenate([[True], ~goes_on])) if len(order) else np.zeros(0, int)
    lengths = np.diff(np.append(begins, len(order)))
    is_alone = lengths < 2
    why[order[begins[is_alone]]] = ALONE
    fix = order[np.repeat(~is_alone, lengths)]
    first = np.concatenate([[0], np.cumsum(lengths[~is_alone])])
    track = code[order[begins[~is_alone]]]
    _, start, owner, count = np.unique(track, return_index=True, return_inverse=True, return_counts=True)
    return fix, first, np.where(count[owner] > 1, np.arange(len(owner)) - start[owner] + 1, 0)


def _distance_km(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    if len(one) == 0:
        return np.zeros(0)
    ends = [*one.T, *other.T]
    if len(one) == 1:
        ends = [values.tolist() for values in ends]  # pyproj 3.5 and later treat an array of length 1 as a number
    return np.atleast_1d(_WGS84.inv(*ends)[2]) / 1e3
