"""Area over time: how much ground each faction held on each date."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .areas import areas_km2
from .grounds import GRID, grounds_of
from .overlaps import contested_ground
from .periods import OPEN, valid_at
from .series import ControlSeries


@dataclass(frozen=True)
class AreasOverTime:
    """Columns of length n, a row a date and faction, sorted by date, then faction.

    date, until  datetime64[s]: a date on which somebody's ground changed, and the next one (NaT = still so)
    faction      ids: each faction of the series has a row on each date, with 0 where it holds nothing
    area_km2     ellipsoidal
    share        of all the ground that is held on the date, from 0 to 1; NaN where nobody holds any
    change_km2   since the date before; NaN on the first one
    """

    date: np.ndarray
    until: np.ndarray
    faction: np.ndarray
    area_km2: np.ndarray
    share: np.ndarray
    change_km2: np.ndarray

    def __len__(self) -> int:
        return len(self.date)


def areas_over_time(series: ControlSeries) -> AreasOverTime:
    """Area and share of each faction on each date; give the rows of one source.

    Contested ground counts for each faction that is said to hold it, but once in the total that the shares refer to.
    So the shares of a date add up to 1 where no ground is contested, and to more where some is.
    """
    grounds = grounds_of(series)
    areas = areas_km2(grounds.geometry)
    dates, factions = grounds.dates, grounds.factions
    if not factions:
        nothing = np.empty(0)
        return AreasOverTime(*[np.empty(0, OPEN.dtype)] * 2, np.empty(0, object), nothing, nothing, nothing)
    contested = contested_ground(grounds, sliver_km2=0.0)
    table = np.zeros((len(dates), len(factions)))
    totals = np.zeros(len(dates))
    for number, date in enumerate(dates):
        held = valid_at(grounds.start, grounds.end, date)
        table[number, [factions.index(faction) for faction in grounds.faction[held]]] = areas[held]
        totals[number] = table[number].sum()
        if valid_at(contested.start, contested.end, date).any():
            totals[number] = areas_km2(shapely.union_all(grounds.geometry[held], grid_size=GRID))[0]
    changes = np.diff(table, axis=0, prepend=np.nan)
    totals[totals == 0] = np.nan
    return AreasOverTime(
        np.repeat(dates, len(factions)),
        np.repeat(np.append(dates[1:], OPEN), len(factions)),
        np.array(factions * len(dates), dtype=object),
        table.ravel(),
        (table / totals[:, None]).ravel(),
        changes.ravel(),
    )
