"""Area over time: how much territory each faction held on each date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely

from ..dates.periods import OPEN, any_valid_at, rows_valid_at
from ..factions.blocs import NO_BLOCS, Blocs
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ..geometry.ellipsoid import areas_km2
from .holders import NOBODY
from .holdings import GRID, dissolved_by_holder
from .overlaps import contested_territory
from .series import ControlSeries


@dataclass(frozen=True)
class AreasOverTime:
    """Areas by date and faction: columns of length n, one row per date and faction, sorted by date, then faction.

    date, until  datetime64[s]: a date on which a territory changed, and the next one (NaT = still valid)
    faction      ids: each faction of the series has a row on each date, with 0 if it holds nothing
    area_km2     ellipsoidal; NaN for all factions if nothing is known
    share        of all the territory that factions hold on the date, from 0 to 1; NaN if nothing is known, for NOBODY,
                 and for all if the series maps one side only: its share would be 1 whatever the other side holds
    change_km2   since the last earlier date on which anything is known; NaN on the first one and if nothing is

    Nothing is known on a date on which the source has no territory at all: missing data (a gap that ended all periods
    at once, the end of the maps) is not 0 km². A map without any territory counts as such a date too, since a series
    cannot distinguish the two (as in ``control_changes``).
    """

    date: np.ndarray
    until: np.ndarray
    faction: np.ndarray
    area_km2: np.ndarray
    share: np.ndarray
    change_km2: np.ndarray

    def __len__(self) -> int:
        return len(self.date)


def areas_over_time(
    series: ControlSeries,
    feedback: Feedback = NO_FEEDBACK,
    blocs: Blocs = NO_BLOCS,
    all_factions: Iterable[str] | None = None,
) -> AreasOverTime:
    """Return area and share of each faction on each date; give the rows of one source.

    blocs         a series of territory of one bloc, on all of its dates, maps one side only
    all_factions  those that the source maps at any time; None: those of the series

    Contested territory counts for each of its holders, but once in the total that the shares refer to. So the shares of
    a date add up to 1 without contested territory, and to more with it.
    """
    territories = dissolved_by_holder(series, feedback=SubFeedback(feedback, 0, 40))
    areas = areas_km2(territories.geometry)
    dates, factions = territories.dates, territories.factions
    if not factions:
        never, nothing = np.empty(0, OPEN.dtype), np.empty(0)
        return AreasOverTime(
            date=never, until=never, faction=np.empty(0, object), area_km2=nothing, share=nothing, change_km2=nothing
        )
    names = {*(all_factions or factions)} - {NOBODY}
    sides = max(len({each.get(name, name) for name in names}) for each in blocs.during(dates[0], dates[-1]))
    contested = contested_territory(territories, sliver_km2=0.0, feedback=SubFeedback(feedback, 40, 60))
    steps = SubFeedback(feedback, 60, 100)
    column = {faction: number for number, faction in enumerate(factions)}
    table = np.zeros((len(dates), len(factions)))
    totals = np.zeros(len(dates))
    is_held = np.array([faction != NOBODY for faction in factions], bool)
    is_contested = any_valid_at(contested.start, contested.end, dates)
    for number, held in enumerate(rows_valid_at(territories.start, territories.end, dates)):
        report_progress(steps, 100 * number / len(dates))
        table[number, [column[faction] for faction in territories.faction[held]]] = areas[held]
        totals[number] = table[number, is_held].sum()
        if is_contested[number]:
            by_factions = territories.geometry[held][territories.faction[held] != NOBODY]
            totals[number] = areas_km2(shapely.union_all(by_factions, grid_size=GRID))[0]
    is_known = table.sum(axis=1) > 0
    known = np.flatnonzero(is_known)
    table[~is_known] = np.nan
    shares = np.full_like(table, np.nan)
    if sides > 1:
        np.divide(table, totals[:, None], out=shares, where=is_held & (totals > 0)[:, None])
    changes = np.full_like(table, np.nan)
    changes[known[1:]] = np.diff(table[known], axis=0)
    return AreasOverTime(
        date=np.repeat(dates, len(factions)),
        until=np.repeat(np.append(dates[1:], OPEN), len(factions)),
        faction=np.array(factions * len(dates), dtype=object),
        area_km2=table.ravel(),
        share=shares.ravel(),
        change_km2=changes.ravel(),
    )
