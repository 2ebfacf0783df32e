"""Isolated gains: territory that a bloc gained between two maps away from all that it held before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from ..control.changes import Territory
from ..control.holders import NO_FACTION, Holders, in_order
from ..geometry.ellipsoid import LocalPlane, areas_km2, groups_within

# A faction that lost less than this share of a gain is not its loser: a border that is off by a kilometre makes a
# neighbour lose a strip along it.
LOSER_SHARE = 0.1


@dataclass(frozen=True)
class Gain:
    """Territory that a bloc gained between two dates, in one piece to within the tolerance.

    mover    the faction of the side that gained most of it
    parts    polygons, lon/lat, one per piece and pair of holders
    km2      its area
    lost     holder → km² of it that it held before, alone or with others; NOBODY and NOT_MAPPED too
    losers   holders of at least a tenth of it (LOSER_SHARE), greatest part first; never empty
    is_cut_off   whether nothing that the bloc held before lies within the tolerance
    """

    mover: str
    parts: np.ndarray
    km2: float
    lost: Mapping[str, float]
    losers: tuple[str, ...]
    is_cut_off: bool

    @cached_property
    def area(self) -> shapely.Geometry:
        """The whole gain as one multipolygon, lon/lat."""
        return shapely.multipolygons(shapely.get_parts(shapely.union_all(self.parts)))

    @property
    def sorted_losers(self) -> Holders:
        return in_order(self.losers)


@dataclass(frozen=True)
class _Part:
    """A polygon that passed from some holders to others."""

    polygon: shapely.Polygon
    km2: float
    before: Holders
    gainers: Holders
    is_step: bool


Side = tuple[str, ...]  # the blocs of factions in each epoch of an interval


def side_of(faction: str, epochs: Sequence[Mapping[str, str]]) -> Side:
    """Return the bloc of a faction in each of some epochs (faction → bloc)."""
    return tuple(each.get(faction, faction) for each in epochs)


def are_allied(one: Side, other: Side) -> bool:
    """Return whether two sides are one bloc in any of the epochs."""
    return any(bloc == another for bloc, another in zip(one, other))


def gains_by_side(
    rows: Iterable[tuple[Holders, Holders, shapely.Geometry]],
    before: Mapping[str, Territory],
    epochs: Sequence[Mapping[str, str]],
    tolerance_km: float,
    sliver_km2: float,
) -> tuple[dict[Side, list[Gain]], list[float]]:
    """Return {side: its gains} for the sides with any isolated gain, and the areas in km² of all slivers.

    rows    (holders before, holders after, area in lon/lat) of one interval, as in ``control_changes``
    before  the snapshot before it
    epochs  faction → bloc in each epoch of the interval

    A side are the factions whose blocs are the same in the whole interval, and its allies those of its bloc at any time
    of it. It gains the territory that a member or an ally holds and neither held before; what allies alone gained is a
    stepping stone and never isolated. Pieces that touch are merged, and so are gains closer to each other than the
    tolerance; pieces below ``sliver_km2`` are not gains.
    """
    rows = list(rows)
    names = {name for losers, gainers, _ in rows for name in (*losers, *gainers)} - NO_FACTION
    sides = {name: side_of(name, epochs) for name in names | set(before)}
    gains_of, slivers = {}, []
    for side in sorted({sides[name] for _, gainers, _ in rows for name in set(gainers) - NO_FACTION}):
        allies = {name for name, other in sides.items() if are_allied(side, other)}
        parts = []
        for losers, gainers, area in rows:
            members = tuple(name for name in gainers if sides.get(name) == side)
            if not allies.intersection(losers) and allies.intersection(gainers):
                polygons = shapely.get_parts(area)
                parts += [
                    _Part(polygon=polygon, km2=km2, before=losers, gainers=members or gainers, is_step=not members)
                    for polygon, km2 in zip(polygons, areas_km2(polygons))
                ]
        held = [territory for name, territory in before.items() if name in allies]
        gains, small = _gains(parts, held, tolerance_km, sliver_km2) if parts else ([], [])
        slivers += small
        if any(gain.is_cut_off for gain in gains):
            gains_of[side] = gains
    return gains_of, slivers


def _gains(
    parts: list[_Part], held: list[Territory], tolerance_km: float, sliver_km2: float
) -> tuple[list[Gain], list[float]]:
    polygons = np.array([part.polygon for part in parts], dtype=object)
    plane = LocalPlane.around(*polygons)
    flat = plane.from_lonlat(polygons)
    km2 = np.array([part.km2 for part in parts])
    piece = groups_within(flat, 0)
    size = np.bincount(piece, km2)
    is_gain = size[piece] >= sliver_km2
    kept = np.flatnonzero(is_gain)
    gains = []
    # Far gains must not distort what is near: a plane for each cluster, and of each cluster its groups.
    cluster = groups_within(flat[kept], 5 * tolerance_km * 1e3)
    for rows in (kept[cluster == number] for number in range(cluster.max(initial=-1) + 1)):
        plane = LocalPlane.around(*polygons[rows])
        near = plane.from_lonlat(polygons[rows])
        group = groups_within(near, tolerance_km * 1e3)
        for some in (group == number for number in range(group.max(initial=-1) + 1)):
            is_cut_off = not any(_touches(territory, near[some], plane, tolerance_km * 1e3) for territory in held)
            gains.append(_gain([parts[row] for row in rows[some]], is_cut_off))
    return gains, [float(area) for area in size if area < sliver_km2]


def _touches(territory: Territory, polygons: np.ndarray, plane: LocalPlane, within_m: float) -> bool:
    """Return whether a territory comes within a distance of polygons (in the plane) that it does not cover.

    Then its border does; only the edges of the border near the polygons are tested.
    """
    scale = np.array([plane.east_m, plane.north_m])
    west, south, east, north = shapely.total_bounds(polygons)
    low, high = (np.array([west, south]) - within_m) / scale, (np.array([east, north]) + within_m) / scale
    if not territory.meets(np.r_[low, high]):
        return False
    edges = territory.boundary.edges
    start, end = edges[:, :2], edges[:, 2:]
    near = ((np.minimum(start, end) <= high) & (np.maximum(start, end) >= low)).all(axis=1)
    lines = shapely.linestrings(edges[near].reshape(-1, 2, 2) * scale)
    tree = shapely.STRtree(polygons)
    return len(tree.query(lines, predicate="dwithin", distance=within_m)[0]) > 0


def _gain(parts: list[_Part], is_cut_off: bool) -> Gain:
    lost: dict[str, float] = {}
    gained: dict[str, float] = {}
    for part in parts:
        gainers = () if part.is_step else part.gainers
        for sums, names in ((lost, part.before), (gained, gainers)):
            for name in names:
                sums[name] = sums.get(name, 0) + part.km2
    total = sum(part.km2 for part in parts)
    ranked = sorted(lost, key=lambda name: (-lost[name], name))
    losers = [name for name in ranked if lost[name] >= LOSER_SHARE * total] or ranked[:1]
    if not gained:  # by allies alone
        gained, is_cut_off = dict.fromkeys(parts[0].gainers, 0.0), False
    mover = min(gained, key=lambda name: (-gained[name], name))
    polygons = np.array([part.polygon for part in parts], dtype=object)
    return Gain(mover=mover, parts=polygons, km2=total, lost=lost, losers=tuple(losers), is_cut_off=is_cut_off)
