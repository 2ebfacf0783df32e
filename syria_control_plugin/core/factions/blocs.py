"""Blocs: factions that count as one when the holder of a territory is determined, always or for a period of days."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from ..arrays import objects
from ..dates.periods import SECOND
from ..dates.zones import DAY, UTC, moments_of_days
from ..errors import FactionError
from ..messages import Message

MOST_CHANGES = 1000
_ALWAYS = np.datetime64("NaT", "D")
_OPEN = ".."  # the open side of an interval in ISO 8601-2
_DAY = r"\d{4}-\d\d-\d\d"
_PERIOD = re.compile(rf"({_DAY}|\.\.)/({_DAY}|\.\.)")
# A name of a bloc never ends like a period, so that a mistyped period is not taken for a part of the name.
_LIKE_PERIOD = re.compile(r"[\d.:TZ-]*/[\d.:TZ-]*|\.\./.*|.*/\.\.|.*\d[-./]\d+[-./]\d.*")
SEPARATOR = re.compile(r";(?:\s+|$)")


@dataclass(frozen=True)
class Membership:
    """Bloc of a faction, from ``start`` until before ``end``: days (datetime64[D]), NaT on an open side."""

    bloc: str
    start: np.datetime64 = _ALWAYS
    end: np.datetime64 = _ALWAYS

    def __str__(self) -> str:
        sides = [_OPEN if np.isnat(day) else str(day) for day in (self.start, self.end)]
        return self.bloc if sides == [_OPEN, _OPEN] else f"{self.bloc} {'/'.join(sides)}"


def read_memberships(text: str) -> tuple[Membership, ...]:
    """Return the blocs of a faction, by their start, from the form in which they are stored.

    That is "GOV" for a bloc that always holds, "GOV 2015-09-30/2024-12-08" for one that holds from the first day until
    before the second, ".." for an open side, and "; " between several. Blank text is no bloc.

    Raises FactionError for another form, a period without a day, and two blocs at a time.
    """
    read = [_membership(part) for part in SEPARATOR.split(text.strip()) if part.strip()]
    read.sort(key=lambda each: "" if np.isnat(each.start) else str(each.start))
    for one, other in zip(read, read[1:]):
        if np.isnat(one.end) or np.isnat(other.start) or other.start < one.end:
            raise FactionError(
                Message(
                    "{:.150} and {:.150} are two blocs at a time. End the first one on or before the day on which the "
                    "other begins.",
                    str(one),
                    str(other),
                )
            )
    return tuple(read)


def _membership(text: str) -> Membership:
    *bloc, last = text.strip().rsplit(None, 1)
    stated = _PERIOD.fullmatch(last)
    if not (bloc and stated):
        if _LIKE_PERIOD.fullmatch(last):
            raise _not_a_period(text)
        return Membership(text.strip())
    try:
        days = (None if day == _OPEN else datetime.date.fromisoformat(day) for day in stated.groups())
        start, end = (_ALWAYS if day is None else np.datetime64(day) for day in days)
    except ValueError as error:  # no such day
        raise _not_a_period(text) from error
    if end <= start:
        raise FactionError(Message("{:.150} ends on or before the day on which it begins. Correct the days.", text))
    return Membership(bloc=bloc[0], start=start, end=end)


def _not_a_period(text: str) -> FactionError:
    return FactionError(
        Message(
            "{!r:.150} is not a bloc with a period. Write the bloc, its first day and the first day after it, such as "
            "GOV 2015-09-30/2024-12-08, with .. for an open side.",
            text,
        )
    )


@dataclass(frozen=True)
class Blocs:
    """Blocs of all factions, which may change from day to day: k days of changes, and k + 1 epochs around them.

    days     (k,) datetime64[D], ascending: the days on which a bloc begins or ends
    moments  (k,) datetime64[s], UTC: when these days begin
    epochs   k + 1 mappings faction → bloc; a faction missing from one is its own bloc
    """

    days: np.ndarray
    moments: np.ndarray
    epochs: tuple[Mapping[str, str], ...]

    @classmethod
    def always(cls, bloc_of: Mapping[str, str]) -> Blocs:
        """Return blocs that never change."""
        return cls(days=np.empty(0, DAY), moments=np.empty(0, SECOND), epochs=(bloc_of,))

    @classmethod
    def of_memberships(cls, memberships: Mapping[str, Iterable[Membership]], zone: str = UTC) -> Blocs:
        """Return the blocs of factions (faction → memberships) whose days are those of a time zone.

        Raises TimeZoneError if the zone does not exist, and FactionError if there are more than MOST_CHANGES days.
        """
        listed = [(name, each) for name, some in memberships.items() for each in some]
        days = np.unique(np.array([day for _, each in listed for day in (each.start, each.end)], DAY))
        days = days[~np.isnat(days)]
        if len(days) > MOST_CHANGES:
            raise FactionError(
                Message("Blocs begin or end on {} days; at most {} are possible. Use fewer.", len(days), MOST_CHANGES)
            )
        epochs: list[dict[str, str]] = [{} for _ in range(len(days) + 1)]
        for name, each in listed:
            first = 0 if np.isnat(each.start) else int(np.searchsorted(days, each.start)) + 1
            last = len(days) if np.isnat(each.end) else int(np.searchsorted(days, each.end))
            for epoch in epochs[first : last + 1]:
                epoch[name] = each.bloc
        return cls(days=days, moments=moments_of_days(days, zone), epochs=tuple(epochs))

    def epoch_at(self, moments: np.ndarray, is_date: np.ndarray | None = None) -> np.ndarray:
        """Return the number of the epoch at moments in UTC.

        is_date  whether the day in UTC of a moment is a day of the time zone already, as a source dated it; None: where
                 the moment is at 00:00:00 UTC
        """
        moments = np.asarray(moments)
        days = moments.astype(DAY)
        is_date = days == moments if is_date is None else is_date
        by_day, by_moment = (
            np.searchsorted(*each, side="right") for each in ((self.days, days), (self.moments, moments))
        )
        return np.where(is_date, by_day, by_moment)

    def on(self, moment: np.datetime64) -> Mapping[str, str]:
        """Return faction → bloc on the date of a map, or at another moment."""
        return self.epochs[int(self.epoch_at(moment))]

    def during(self, first: np.datetime64, last: np.datetime64) -> tuple[Mapping[str, str], ...]:
        """Return faction → bloc in each epoch between two dates of maps, both inclusive."""
        return self.epochs[int(self.epoch_at(first)) : int(self.epoch_at(last)) + 1]

    def of(self, factions: Iterable[str], epochs: np.ndarray) -> np.ndarray:
        """Return the bloc of each of n factions in its epoch, (n,) object."""
        return objects(self.epochs[epoch].get(name, name) for name, epoch in zip(factions, epochs))

    def are_allied(self, one: str, other: str) -> np.ndarray:
        """Return whether two factions are in one bloc, (k + 1,) bool: for each epoch."""
        return np.array([each.get(one, one) == each.get(other, other) for each in self.epochs])

    def periods_allied(self, one: str, other: str) -> str:
        """Return the periods in which two factions are allies, as "../2015-09-30; 2017-10-24/.."; "" for never."""
        allied = np.concatenate([[False], self.are_allied(one, other), [False]])
        days = [_OPEN, *map(str, self.days), _OPEN]
        starts, ends = (np.flatnonzero(allied[1:] & ~allied[:-1]), np.flatnonzero(allied[:-1] & ~allied[1:]))
        return "; ".join(f"{days[start]}/{days[end]}" for start, end in zip(starts, ends))


NO_BLOCS = Blocs.always({})
