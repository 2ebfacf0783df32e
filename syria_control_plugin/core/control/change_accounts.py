"""Accounts of control changes: who lost how much to whom, and whether gains and losses add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np
import shapely

from ..errors import SeriesError
from .changes import Changes, holders_in
from .control_changes import ControlChanges, Snapshots
from .series import ControlSeries


def holders_of(changes: Changes | ControlChanges) -> list[str]:
    """All holders before and after, sorted; "" (nobody) first."""
    return sorted({*changes.from_holder, *changes.to_holder})


def change_matrix(changes: Changes | ControlChanges, holders: list[str]) -> np.ndarray:
    """(n, n) km² that passed from the holder of the row to that of the column, of all intervals together.

    The diagonal is 0: ground that stays is no change. Ground that goes to and fro counts each time. Raises
    SeriesError where a change has a holder that is not among those given (``holders_of`` gives all).
    """
    return _sums(changes, holders, np.zeros(len(changes), int), 1)[0]


def change_matrices(changes: ControlChanges, holders: list[str]) -> np.ndarray:
    """(intervals, n, n) km²: ``change_matrix`` of each interval."""
    return _sums(changes, holders, changes.interval, len(changes.intervals))


def _sums(changes, holders: list[str], page: np.ndarray, pages: int) -> np.ndarray:
    missing = set(holders_of(changes)) - set(holders)
    if missing:
        raise SeriesError(f"Holders of changed ground that the matrix has no row for: {sorted(missing)}.")
    place = {holder: number for number, holder in enumerate(holders)}
    made = np.zeros((pages, len(holders), len(holders)))
    rows = [place[holder] for holder in changes.from_holder]
    columns = [place[holder] for holder in changes.to_holder]
    np.add.at(made, (page, np.array(rows, int), np.array(columns, int)), changes.area_km2)
    return made


@dataclass(frozen=True)
class Balance:
    """One faction's account of one interval: a row each; columns of length n.

    interval     which of the intervals of the changes
    faction      faction id
    before_km2, after_km2   area of its ground, contested ground included, on the two dates
    gained_km2, lost_km2    sums of the changes to and from it
    planar       what gains and losses leave unexplained of the change of its area as a share of the larger area,
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
        """What gains and losses in km² leave unexplained, as a share of the larger of the two areas.

        Ground balances to the rounding of coordinates (``planar``). Areas in km² do where edges stay whole: an edge
        of length L that a crossing cuts in two, at latitude φ, is two geodesics, which enclose up to about
        L³ tan φ / 12 R more or less than the one did: 0.002 m² for 50 m, 13 m² for 1 km at 45°.
        """
        rest = self.after_km2 - self.before_km2 - self.gained_km2 + self.lost_km2
        return np.abs(rest) / np.maximum(self.before_km2, self.after_km2)


def balance(series: ControlSeries, changes: ControlChanges, tell: Callable[[int, int], None] | None = None) -> Balance:
    """Each faction's gains, losses and areas in each interval of ``control_changes(series)``.

    tell  as in ``control_changes``
    """
    gains = [[holders_in(text) for text in column] for column in (changes.to_holder, changes.from_holder)]
    degrees = shapely.area(changes.geometry)
    rows: list[tuple] = []
    first = np.searchsorted(changes.interval, np.arange(len(changes.intervals) + 1))
    source, snapshots = None, None
    for number, interval in enumerate(changes.intervals):
        if tell is not None:
            tell(number, len(changes.intervals))
        if interval.source != source:
            source = interval.source
            snapshots = Snapshots(series.take(series.source == source))
        before, after = snapshots.on(interval.previous_date), snapshots.on(interval.date)
        own = slice(first[number], first[number + 1])
        for faction in sorted({*before, *after}):
            gained, lost = (np.array([faction in names for names in column[own]], bool) for column in gains)
            km2, planar = changes.area_km2[own], degrees[own]
            was, is_now = ((each[faction].area_km2, each[faction].area.area) if faction in each else (0.0, 0.0)
                           for each in (before, after))  # fmt: skip
            rest = is_now[1] - was[1] - planar[gained].sum() + planar[lost].sum()
            share = abs(rest) / max(was[1], is_now[1])
            rows.append((number, faction, was[0], is_now[0], km2[gained].sum(), km2[lost].sum(), share))
    columns = list(zip(*rows)) if rows else [()] * 7
    kinds = (int, object, float, float, float, float, float)
    return Balance(*(np.array(column, kind) for column, kind in zip(columns, kinds)))
