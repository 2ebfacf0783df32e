"""Control changes over time: every map of a series against the next one, or any two dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np

from ..dates.periods import OPEN, any_valid_at, moments, valid_at
from ..errors import SeriesError
from ..told import Told
from .changes import Changes, Ground, changes_between
from .overlaps import SLIVER_KM2
from .series import ControlSeries, rows_by


@dataclass(frozen=True)
class Interval:
    """Two dates of one source between which its maps are compared.

    date           the later one: the moment at which control is seen to have changed
    previous_date  the earlier one
    until          the next date at which something happens, or NaT: so long the map of ``date`` stays as it is
    unknown_since  where the source says nothing for a time between the dates: since when; else NaT
    """

    source: str
    previous_date: np.datetime64
    date: np.datetime64
    until: np.datetime64
    unknown_since: np.datetime64

    @property
    def is_bridged(self) -> bool:
        """Whether a time of which nothing is known lies between the dates: the change may be of any day in it."""
        return not np.isnat(self.unknown_since)


@dataclass(frozen=True)
class ControlChanges:
    """Dated control changes, sorted by source, date and holders; columns of length n.

    intervals    the pairs of dates that were compared, those without a change among them
    interval     (n,) which of them a row belongs to
    from_holder, to_holder, geometry, area_km2   as in ``Changes``
    slivers, sliver_km2   (intervals,) as in ``Changes``
    """

    intervals: tuple[Interval, ...]
    interval: np.ndarray
    from_holder: np.ndarray
    to_holder: np.ndarray
    geometry: np.ndarray
    area_km2: np.ndarray
    slivers: np.ndarray
    sliver_km2: np.ndarray

    def __len__(self) -> int:
        return len(self.area_km2)

    def of_rows(self, name: str) -> list:
        """A property of each row's interval: "date", "previous_date", "until", "unknown_since", "source"."""
        return [getattr(self.intervals[number], name) for number in self.interval]


def control_changes(
    series: ControlSeries,
    dates=None,
    sliver_km2: float = SLIVER_KM2,
    tell: Callable[[int, int], None] | None = None,
) -> ControlChanges:
    """What changed hands between consecutive dates of a series, source by source; sources are never compared.

    dates  moments to compare, each with the next (two: one comparison); None: all at which a territory begins or
           ends. Where nothing changes for days a series has no dates, so ``previous_date`` is the last one before
           at which anything changed, not the last map
    tell   called before each interval with its number and how many there are; what it raises ends the work

    Nobody's ground and unknown ground are told apart so: while a source has any territory, its map is known, and
    ground that it shows nobody on is nobody's; a change from and to nobody is one. While a source has none at all (a
    hole that ended all periods at once, ``series_from_maps``), nothing is known of it, and nobody gains or loses:
    the last map before is compared with the first one after, and the interval says since when nothing was known.
    A map on which nobody holds anything is taken for such a time too, since a series does not tell the two apart.

    Raises SeriesError where fewer than two different dates are given, and where no source is known on two of them.
    """
    parts = {str(source): series.take(rows) for source, rows in sorted(rows_by(series.source).items())}
    compared = [(part, interval) for source, part in parts.items() for interval in intervals_of(part, source, dates)]
    if dates is not None and not compared:
        raise SeriesError(
            Told("No source is known on two of the dates {}; {}.", _listed(moments(dates)), _spans(parts))
        )
    found: list[Changes] = []
    part_before, snapshots = None, None
    for number, (part, interval) in enumerate(compared):
        if tell is not None:
            tell(number, len(compared))
        if part is not part_before:
            part_before, snapshots = part, Snapshots(part)
        before, after = snapshots.on(interval.previous_date), snapshots.on(interval.date)
        found.append(changes_between(before, after, sliver_km2))
    return _together([interval for _, interval in compared], found)


def intervals_of(series: ControlSeries, source: str, dates=None) -> list[Interval]:
    """The pairs of dates of one source's series that ``control_changes`` compares."""
    steps = series.dates
    asked = steps if dates is None else np.unique(moments(dates))
    if dates is not None and (np.isnat(asked).any() or len(asked) < 2):
        raise SeriesError(Told("Give two different dates to compare, not {}.", _listed(asked)))
    known = asked[any_valid_at(series.start, series.end, asked)]
    unknown = steps[~any_valid_at(series.start, series.end, steps)]
    rows = []
    for before, date, following in zip(known, known[1:], [*known[2:], OPEN]):
        since = unknown[np.searchsorted(unknown, before, side="right") :][:1]  # the first one after ``before``
        later = steps[np.searchsorted(steps, date, side="right") :][:1]
        until = later[0] if len(later) and (dates is None or np.isnat(following)) else following
        rows.append(Interval(source, before, date, until, since[0] if len(since) and since[0] < date else OPEN))
    return rows


class Snapshots:
    """The snapshots of one source's series, asked for date after date: ground that stays is the same object."""

    def __init__(self, series: ControlSeries):
        self._series = series
        self._last: dict[tuple, Ground] = {}
        self._made: tuple = (None, {})

    def on(self, moment) -> dict[str, Ground]:
        if self._made[0] is not None and self._made[0] == moment:
            return self._made[1]
        rows: dict[str, list[int]] = {}
        for row in np.flatnonzero(valid_at(self._series.start, self._series.end, moment)):
            rows.setdefault(str(self._series.faction[row]), []).append(int(row))
        keys = {faction: (faction, *numbers) for faction, numbers in rows.items()}
        made = {key: self._last.get(key) or Ground.of(self._series.geometry[list(key[1:])]) for key in keys.values()}
        self._last = made
        self._made = (moment, {faction: made[key] for faction, key in keys.items()})
        return self._made[1]


def _together(intervals: list[Interval], found: list[Changes]) -> ControlChanges:
    def column(name, kind):
        return np.concatenate([np.empty(0, kind), *(getattr(each, name) for each in found)])

    return ControlChanges(
        tuple(intervals),
        np.repeat(np.arange(len(found)), [len(each) for each in found]),
        column("from_holder", object),
        column("to_holder", object),
        column("geometry", object),
        column("area_km2", float),
        np.array([each.slivers for each in found], int),
        np.array([each.sliver_km2 for each in found], float),
    )


def _listed(dates: np.ndarray) -> str:
    return ", ".join(str(date) for date in dates)


def _spans(parts: dict[str, ControlSeries]) -> str:
    return "; ".join(
        f"{source!r} is known from {part.start.min()} to {'now' if np.isnat(part.end).any() else part.end.max()}"
        for source, part in parts.items()
    )
