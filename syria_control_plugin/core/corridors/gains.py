"""Isolated gains: territory that a bloc gained between two maps away from all that it held before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

    mover    the faction of the bloc that gained most of it
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


def gains_by_bloc(
    rows: Iterable[tuple[Holders, Holders, shapely.Geometry]],
    before: Mapping[str, Territory],
    bloc_of: Mapping[str, str],
    tolerance_km: float,
    sliver_km2: float,
) -> tuple[dict[str, list[Gain]], list[float]]:
    """Return {bloc: its gains} for the blocs with any isolated gain, and the areas in km² of all slivers.

    rows    (holders before, holders after, area in lon/lat) of one interval, as in ``control_changes``
    before  the snapshot before it

    A bloc gains the territory that a member holds and no member held before. Pieces that touch are merged, and so are
    gains closer to each other than the tolerance; pieces below ``sliver_km2`` are not gains.
    """
    parts: dict[str, list[_Part]] = {}
    for losers, gainers, area in rows:
        had = {bloc_of.get(name, name) for name in losers} | NO_FACTION
        polygons = shapely.get_parts(area)
        for bloc in sorted({bloc_of.get(name, name) for name in gainers} - had):
            members = tuple(name for name in gainers if bloc_of.get(name, name) == bloc)
            parts.setdefault(bloc, []).extend(
                _Part(polygon=polygon, km2=km2, before=losers, gainers=members)
                for polygon, km2 in zip(polygons, areas_km2(polygons))
            )
    gains_of, slivers = {}, []
    for bloc, bloc_parts in sorted(parts.items()):
        held = [territory for name, territory in before.items() if bloc_of.get(name, name) == bloc]
        gains, small = _gains(bloc_parts, held, tolerance_km, sliver_km2)
        slivers += small
        if any(gain.is_cut_off for gain in gains):
            gains_of[bloc] = gains
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
        for sums, names in ((lost, part.before), (gained, part.gainers)):
            for name in names:
                sums[name] = sums.get(name, 0) + part.km2
    total = sum(part.km2 for part in parts)
    ranked = sorted(lost, key=lambda name: (-lost[name], name))
    losers = [name for name in ranked if lost[name] >= LOSER_SHARE * total] or ranked[:1]
    mover = min(gained, key=lambda name: (-gained[name], name))
    polygons = np.array([part.polygon for part in parts], dtype=object)
    return Gain(mover=mover, parts=polygons, km2=total, lost=lost, losers=tuple(losers), is_cut_off=is_cut_off)
