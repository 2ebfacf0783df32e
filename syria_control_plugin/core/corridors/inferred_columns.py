"""Stretches on hosts' ground, of all intervals and sources, as the columns of inferred corridors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..columns import objects
from ..control.changes import AND, NOBODY
from ..control.control_changes import Interval
from ..control.series import ControlSeries
from ..dates.periods import OPEN, SECOND, valid_at
from ..geometry.distances import lengths_km
from .corridors import INFERRED, TRANSIT, Corridors
from .inferred_results import Alternative, DeepAttack, InferredCorridors, Unreached
from .inferred_stretches import HostStretch

# A map of a day shows what changed hands by the end of it: the passage may have been on that day.
_MAP_LASTS = np.timedelta64(1, "D")


@dataclass(frozen=True)
class Row:
    """A stretch on a host's ground, when and in whose maps; ``part``: the series of that source."""

    part: ControlSeries
    interval: Interval
    stretch: HostStretch


def columns_of(
    rows: list[Row], deep_attacks: list[DeepAttack], unreached: list[Unreached], slivers: list[float]
) -> InferredCorridors:
    """All that was found, as columns in order."""
    rows = sorted(rows, key=lambda row: (row.interval.previous_date, row.interval.source, row.stretch.mover))
    stretches = [row.stretch for row in rows]
    alternatives = [_alternatives(each) for each in stretches]
    nearest_km = [each.ways.length_km(each.nearest) for each in stretches]
    return InferredCorridors(
        _as_corridors(rows),
        objects(shapely.multipolygons(shapely.get_parts([gain.area for gain in each.gains])) for each in stretches),
        np.array([sum(gain.km2 for gain in each.gains) for each in stretches], float),
        objects(
            AND.join(sorted({name for gain in each.gains for name in gain.losers} - {NOBODY})) for each in stretches
        ),
        np.array([sum(gain.lost.get(each.host, 0.0) for gain in each.gains) for each in stretches], float),
        objects(each.ways.plane.to_lonlat(each.farthest.line) for each in stretches),
        np.array([each.ways.length_km(each.farthest) for each in stretches], float),
        objects(alternatives),
        np.array([all(o.length_km >= km for o in others) for others, km in zip(alternatives, nearest_km)], bool),
        np.array([row.interval.unknown_since for row in rows], SECOND),
        tuple(deep_attacks),
        tuple(unreached),
        len(slivers),
        sum(slivers),
    )


def _alternatives(stretch: HostStretch) -> tuple[Alternative, ...]:
    ways = stretch.ways
    found = [
        Alternative(way.hosts, way.crossed_holders, way.leaves_map, ways.length_km(way), ways.plane.to_lonlat(way.line))
        for way in stretch.other_ways
    ]
    return tuple(sorted(found, key=lambda each: each.length_km))


def _as_corridors(rows: list[Row]) -> Corridors:
    paths = objects(row.stretch.ways.plane.to_lonlat(row.stretch.line) for row in rows)
    numbers = np.arange(len(rows))
    sources = objects(row.interval.source for row in rows)
    grounds, part_ground = _grounds(rows)
    never = np.zeros(len(rows), bool)
    return Corridors(
        basis=objects(INFERRED for _ in rows), movement=objects("" for _ in rows),
        mover=objects(row.stretch.mover for row in rows), host=objects(row.stretch.host for row in rows),
        kind=objects(TRANSIT for _ in rows),
        start=np.array([row.interval.previous_date for row in rows], SECOND),
        end=np.array([row.interval.date + _MAP_LASTS for row in rows], SECOND),
        is_timed=never, gap_h=np.full(len(rows), np.nan), path=paths, length_km=lengths_km(paths),
        before=objects(row.stretch.before for row in rows), after=objects(row.stretch.after for row in rows),
        enters_by_change=never.copy(), leaves_by_change=never.copy(),
        also_claimed_by=objects(row.stretch.also_claimed_by for row in rows),
        map_date=np.array([row.interval.previous_date for row in rows], SECOND), ground_changed=never.copy(),
        source=sources, map_source=sources.copy(),
        grounds=grounds, part_corridor=numbers, part_ground=part_ground, part_path=paths.copy(),
    )  # fmt: skip


def _grounds(rows: list[Row]) -> tuple[ControlSeries, np.ndarray]:
    """The grounds of the hosts on the maps before: one row a ground; and which of them each corridor is in.

    The period of a ground is that in which all territories that make it up are valid.
    """
    made: dict[int, tuple] = {}
    for row in rows:
        part, host, ground = row.part, row.stretch.host, row.stretch.ground
        if id(ground) not in made:
            own = (part.faction == host) & valid_at(part.start, part.end, row.interval.previous_date)
            ends = part.end[own & ~np.isnat(part.end)]
            end = ends.min() if len(ends) else OPEN
            made[id(ground)] = (host, part.start[own].max(), end, ground.area, row.interval.source)
    order = {key: number for number, key in enumerate(made)}
    columns = zip(*made.values()) if made else [()] * 5
    return ControlSeries(*map(list, columns)), np.array([order[id(row.stretch.ground)] for row in rows], int)
