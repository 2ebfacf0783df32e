"""Control changes over time: each map of a series against the next one, or any two dates.

Also accounts of control changes (who lost how much to whom, and whether gains and losses balance), and retaken
territory: held by one faction now, and by another earlier, since a given date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import ArrayLike

from ..dates.periods import OPEN, any_valid_at, closed, moments, valid_at
from ..errors import SeriesError
from ..feedback import NO_FEEDBACK, Feedback, report_progress
from ..geometry.polygons import polygons_of
from ..messages import Message
from .changes import Changes, Territory, changes_between
from .holders import NO_FACTION, NOBODY, Holders
from .overlaps import SLIVER_KM2
from .series import ControlSeries, rows_by
from .snapshots import same_area


@dataclass(frozen=True)
class Interval:
    """Two dates of one source between which its maps are compared.

    date           the later one: the moment at which control is seen to have changed
    previous_date  the earlier one
    until          the next date at which something happens, or NaT: the map of ``date`` is valid until then
    unknown_since  start of a time between the dates for which the source has no data; NaT if there is none
    """

    source: str
    previous_date: np.datetime64
    date: np.datetime64
    until: np.datetime64
    unknown_since: np.datetime64

    @property
    def is_bridged(self) -> bool:
        """Whether the interval contains a time without data: the change may have happened on any day of it."""
        return not np.isnat(self.unknown_since)


@dataclass(frozen=True)
class ControlChanges:
    """Dated control changes, sorted by source, date and holders; columns of length n.

    intervals    the pairs of dates that were compared, including those without a change
    interval     (n,) number of the interval that a row belongs to
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
        """Return a property of each row's interval: "date", "previous_date", "until", "unknown_since" or "source"."""
        return [getattr(self.intervals[number], name) for number in self.interval]


def control_changes(
    series: ControlSeries,
    dates: ArrayLike | None = None,
    sliver_km2: float = SLIVER_KM2,
    feedback: Feedback = NO_FEEDBACK,
) -> ControlChanges:
    """Return what changed hands between consecutive dates of a series, source by source.

    dates  moments to compare, each with the next (two: one comparison); None: all at which a territory begins or
           ends. If nothing changes for days, a series has no dates, so ``previous_date`` is the last date before
           at which anything changed, not the last map

    Sources are never compared with each other.

    While a source has any territory, an area without one is not mapped (or nobody's, if the source says so: see
    ``holders``), and a change from or to NOT_MAPPED or NOBODY is a row as well. While a source has no territory at all
    (a gap that ended all periods at once, ``series_from_maps``), its maps are missing: the last map before is compared
    with the first one after, and the interval records since when nothing was known. A map without any territory counts
    as such a time too, since a series cannot distinguish the two.

    Raises SeriesError if fewer than two different dates are given, or if no source is known on two of them.
    """
    parts = {str(source): series.take(rows) for source, rows in sorted(rows_by(series.source).items())}
    compared = [(part, interval) for source, part in parts.items() for interval in intervals_of(part, source, dates)]
    if dates is not None and not compared:
        raise SeriesError(
            Message("No source has maps for two of the dates {}; {}.", _listed(moments(dates)), _spans(parts))
        )
    changes: list[Changes] = []
    part_before, snapshots = None, None
    for number, (part, interval) in enumerate(compared):
        report_progress(feedback, 100 * number / len(compared))
        if snapshots is None or part is not part_before:
            part_before, snapshots = part, Snapshots(part)
        before, after = snapshots.on(interval.previous_date), snapshots.on(interval.date)
        changes.append(changes_between(before, after, sliver_km2, part.outside(interval.source)))
    return _together([interval for _, interval in compared], changes)


def intervals_of(series: ControlSeries, source: str, dates: ArrayLike | None = None) -> list[Interval]:
    """Return the pairs of dates of one source's series that ``control_changes`` compares."""
    steps = series.dates
    asked = steps if dates is None else np.unique(moments(dates))
    if dates is not None and (np.isnat(asked).any() or len(asked) < 2):
        raise SeriesError(Message("Choose two different dates to compare, not {}.", _listed(asked)))
    known = asked[any_valid_at(series.start, series.end, asked)]
    unknown = steps[~any_valid_at(series.start, series.end, steps)]
    rows = []
    for before, date, following in zip(known, known[1:], [*known[2:], OPEN]):
        since = unknown[np.searchsorted(unknown, before, side="right") :][:1]  # the first one after ``before``
        later = steps[np.searchsorted(steps, date, side="right") :][:1]
        until = later[0] if len(later) and (dates is None or np.isnat(following)) else following
        rows.append(
            Interval(
                source=source,
                previous_date=before,
                date=date,
                until=until,
                unknown_since=since[0] if len(since) and since[0] < date else OPEN,
            )
        )
    return rows


class Snapshots:
    """Snapshots of one source's series, requested date after date: an unchanged territory stays the same object."""

    def __init__(self, series: ControlSeries):
        self._series = series
        self._last: dict[tuple, Territory] = {}
        self._made: tuple[np.datetime64 | None, dict[str, Territory]] = (None, {})

    def on(self, moment: np.datetime64) -> dict[str, Territory]:
        if self._made[0] is not None and self._made[0] == moment:
            return self._made[1]
        rows: dict[str, list[int]] = {}
        for row in np.flatnonzero(valid_at(self._series.start, self._series.end, moment)):
            rows.setdefault(str(self._series.faction[row]), []).append(int(row))
        keys = {faction: (faction, *numbers) for faction, numbers in rows.items()}
        made = {key: self._last.get(key) or Territory.of(self._series.geometry[list(key[1:])]) for key in keys.values()}
        self._last = made
        self._made = (moment, {faction: made[key] for faction, key in keys.items()})
        return self._made[1]


def _together(intervals: list[Interval], changes: list[Changes]) -> ControlChanges:
    def column(name: str, kind: type | str) -> np.ndarray:
        return np.concatenate([np.empty(0, kind), *(getattr(each, name) for each in changes)])

    return ControlChanges(
        intervals=tuple(intervals),
        interval=np.repeat(np.arange(len(changes)), [len(each) for each in changes]),
        from_holder=column("from_holder", object),
        to_holder=column("to_holder", object),
        geometry=column("geometry", object),
        area_km2=column("area_km2", float),
        slivers=np.array([each.slivers for each in changes], int),
        sliver_km2=np.array([each.sliver_km2 for each in changes], float),
    )


def _listed(dates: np.ndarray) -> str:
    return ", ".join(str(date) for date in dates)


def _spans(parts: dict[str, ControlSeries]) -> str:
    return "; ".join(
        f"{source!r} is known from {part.start.min()} to {'now' if np.isnat(part.end).any() else part.end.max()}"
        for source, part in parts.items()
    )


def holders_of(changes: Changes | ControlChanges) -> list[Holders]:
    """Return all holders before and after, sorted; NOBODY and NOT_MAPPED last."""
    return sorted({*changes.from_holder, *changes.to_holder}, key=lambda each: (not NO_FACTION.isdisjoint(each), each))


def change_matrix(changes: Changes | ControlChanges, holders: list[Holders]) -> np.ndarray:
    """Return the (n, n) km² that passed from the holder of the row to that of the column, summed over all intervals.

    The diagonal is 0: territory that stays is not a change. Territory that passes back and forth counts each time.
    Raises SeriesError if a change has a holder that is not among those given (``holders_of`` returns all).
    """
    return _sums(changes, holders, np.zeros(len(changes), int), 1)[0]


def change_matrices(changes: ControlChanges, holders: list[Holders]) -> np.ndarray:
    """Return the ``change_matrix`` of each interval: (intervals, n, n) km²."""
    return _sums(changes, holders, changes.interval, len(changes.intervals))


def _sums(changes: Any, holders: list[Holders], page: np.ndarray, pages: int) -> np.ndarray:
    missing = set(holders_of(changes)) - set(holders)
    if missing:
        raise SeriesError(Message("The matrix has no row for these holders of changed territory: {}.", sorted(missing)))
    place = {holder: number for number, holder in enumerate(holders)}
    made = np.zeros((pages, len(holders), len(holders)))
    rows = [place[holder] for holder in changes.from_holder]
    columns = [place[holder] for holder in changes.to_holder]
    np.add.at(made, (page, np.array(rows, int), np.array(columns, int)), changes.area_km2)
    return made


@dataclass(frozen=True)
class Balance:
    """Account of each faction in each interval, one row each; columns of length n.

    interval     number of the interval
    faction      faction id
    before_km2, after_km2   area of its territory, contested parts included, on the two dates
    gained_km2, lost_km2    sums of the changes to and from it
    planar       part of its change of area that gains and losses do not explain, as a share of the larger area,
                 measured in square degrees
    """

    interval: np.ndarray
    faction: np.ndarray
    before_km2: np.ndarray
    after_km2: np.ndarray
    gained_km2: np.ndarray
    lost_km2: np.ndarray
    planar: np.ndarray

    def __len__(self) -> int:
        return len(self.faction)

    @property
    def imbalance(self) -> np.ndarray:
        """Part of the change in km² that gains and losses do not explain, as a share of the larger of the two areas.

        In the plane, areas balance to the rounding of coordinates (``planar``). Areas in km² do if edges stay whole: an
        edge of length L at latitude φ that a crossing cuts in two becomes two geodesics, which enclose up to about L³
        tan φ / 12 R more or less than the one did: 0.002 m² for 50 m, 13 m² for 1 km at 45°.
        """
        rest = self.after_km2 - self.before_km2 - self.gained_km2 + self.lost_km2
        return np.abs(rest) / np.maximum(self.before_km2, self.after_km2)


def balance(series: ControlSeries, changes: ControlChanges, feedback: Feedback = NO_FEEDBACK) -> Balance:
    """Return each faction's gains, losses and areas in each interval of ``control_changes(series)``."""
    degrees = shapely.area(changes.geometry)
    rows: list[dict] = []
    first = np.searchsorted(changes.interval, np.arange(len(changes.intervals) + 1))
    source, snapshots = None, None
    for number, interval in enumerate(changes.intervals):
        report_progress(feedback, 100 * number / len(changes.intervals))
        if snapshots is None or interval.source != source:
            source = interval.source
            snapshots = Snapshots(series.take(series.source == source))
        before, after = snapshots.on(interval.previous_date), snapshots.on(interval.date)
        rows_of_interval = slice(first[number], first[number + 1])
        for faction in sorted({*before, *after} - {NOBODY}):
            gained, lost = (
                np.array([faction in names for names in column[rows_of_interval]], bool)
                for column in (changes.to_holder, changes.from_holder)
            )
            km2, planar = changes.area_km2[rows_of_interval], degrees[rows_of_interval]
            was, is_now = ((each[faction].area_km2, each[faction].area.area) if faction in each else (0.0, 0.0)
                           for each in (before, after))  # fmt: skip
            rest = is_now[1] - was[1] - planar[gained].sum() + planar[lost].sum()
            rows.append(
                {
                    "interval": number,
                    "faction": faction,
                    "before_km2": was[0],
                    "after_km2": is_now[0],
                    "gained_km2": km2[gained].sum(),
                    "lost_km2": km2[lost].sum(),
                    "planar": abs(rest) / max(was[1], is_now[1]),
                }
            )
    kinds = {"interval": int, "faction": object}
    columns = Balance.__dataclass_fields__
    return Balance(**{name: np.array([row[name] for row in rows], kinds.get(name, float)) for name in columns})


def retaken_ground(
    series: ControlSeries,
    held_by: str,
    earlier_held_by: str,
    since: np.datetime64 | str,
    feedback: Feedback = NO_FEEDBACK,
) -> ControlSeries:
    """Return the territory of ``held_by`` that ``earlier_held_by`` held at some time since a date.

    For a moment t: territory(held_by, t) ∩ the union of territory(earlier_held_by, u) for since <= u <= t. The result
    is a series sorted by start, faction = ``held_by``, with one row per period in which the territory stays the same.
    Territory that both hold at once counts from its first moment. Give the rows of one source.

    The union only grows, so each date costs one intersection and the territory newly added to the union.
    """
    now, before = series.of(held_by), series.of(earlier_held_by)
    before = before.take(closed(before.end) > np.datetime64(since, "s"))
    if len(now) == 0 or len(before) == 0:
        return ControlSeries.empty()
    begins = np.maximum(before.start, np.datetime64(since, "s"))
    order = np.argsort(begins, kind="stable")
    begins, earlier = begins[order], before.geometry[order]
    moments = np.unique(np.concatenate([now.dates, begins]))
    moments = moments[moments >= begins[0]]
    rows: list[list] = []
    seen, territory_before = 0, None
    for number, (moment, until) in enumerate(zip(moments, [*moments[1:], OPEN])):
        report_progress(feedback, 100 * number / len(moments))
        reached = int(np.searchsorted(begins, moment, side="right"))
        if reached > seen:
            known: list[shapely.Geometry] = [] if territory_before is None else [territory_before]
            territory_before = shapely.union_all([*known, *earlier[seen:reached]])
            seen = reached
        held = shapely.union_all(now.on(moment).geometry)
        territory = polygons_of(shapely.intersection(held, territory_before))
        if territory is None:
            continue
        if rows and rows[-1][1] == moment and same_area(rows[-1][2], territory):
            rows[-1][1] = until
        else:
            rows.append([moment, until, territory])
    starts, ends, geometry = ([row[column] for row in rows] for column in range(3))
    return ControlSeries(
        faction=[held_by] * len(rows),
        start=starts,
        end=ends,
        geometry=geometry,
        source=[str(series.source[0])] * len(rows),
        nobody_outside=series.nobody_outside,
    )
