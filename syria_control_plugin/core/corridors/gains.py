"""Gains that are cut off: ground that a bloc gained between two maps, beside nothing that it held before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from ..control.changes import AND, NOBODY, Territory, holders_in
from ..geometry.ellipsoid import LocalPlane, areas_km2, groups_within

# Who lost less of a gain than this share is not counted as its loser: a border that is off by a kilometre makes a
# neighbour lose a strip along it.
LOSER_SHARE = 0.1


@dataclass(frozen=True)
class Gain:
    """Ground in one piece, to within the tolerance, that a bloc gained between two dates.

    mover    the faction of the bloc that gained most of it
    parts    polygons, lon/lat, one a piece and pair of holders
    km2      its area
    lost     faction → km² of it that the faction held before, alone or with others; "" for nobody
    losers   those that held a tenth of it at least (LOSER_SHARE), greatest part first; never empty
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
        """Its ground as one multipolygon, lon/lat."""
        return shapely.multipolygons(shapely.get_parts(shapely.union_all(self.parts)))

    @property
    def losers_text(self) -> str:
        return AND.join(sorted(name for name in self.losers if name != NOBODY))


@dataclass(frozen=True)
class _Part:
    """A piece of ground that passed from some holders to others."""

    polygon: shapely.Polygon
    km2: float
    before: list[str]
    gainers: list[str]


def gains_by_bloc(
    rows: Iterable[tuple[str, str, shapely.Geometry]],
    before: Mapping[str, Territory],
    bloc_of: Mapping[str, str],
    tolerance_km: float,
    sliver_km2: float,
) -> tuple[dict[str, list[Gain]], list[float]]:
    """{bloc: what it gained}, of the blocs that gained anything cut off; and the areas in km² of what was too small.

    rows    (from holder, to holder, area in lon/lat) of one interval, as in ``control_changes``
    before  the snapshot before it

    A bloc gains what one of it holds and none of it held before. Pieces that touch are one, and gains closer to each
    other than the tolerance are too; pieces below ``sliver_km2`` are no gains.
    """
    parts: dict[str, list[_Part]] = {}
    for from_holder, to_holder, area in rows:
        losers, gainers = holders_in(from_holder), holders_in(to_holder)
        had = {bloc_of.get(name, name) for name in losers}
        polygons = shapely.get_parts(area)
        for bloc in sorted({bloc_of.get(name, name) for name in gainers} - had):
            own = [name for name in gainers if bloc_of.get(name, name) == bloc]
            parts.setdefault(bloc, []).extend(
                _Part(polygon, km2, losers or [NOBODY], own) for polygon, km2 in zip(polygons, areas_km2(polygons))
            )
    found, slivers = {}, []
    for bloc, gained in sorted(parts.items()):
        held = [territory for name, territory in before.items() if bloc_of.get(name, name) == bloc]
        gains, small = _gains(gained, held, tolerance_km, sliver_km2)
        slivers += small
        if any(gain.is_cut_off for gain in gains):
            found[bloc] = gains
    return found, slivers


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
    group = groups_within(flat[kept], tolerance_km * 1e3)
    gains = []
    for number in range(group.max(initial=-1) + 1):
        own = kept[group == number]
        is_cut_off = not any(_touches(territory, flat[own], plane, tolerance_km * 1e3) for territory in held)
        gains.append(_gain([parts[row] for row in own], is_cut_off))
    return gains, [float(area) for area in size if area < sliver_km2]


def _touches(territory: Territory, polygons: np.ndarray, plane: LocalPlane, within_m: float) -> bool:
    """Whether a ground that does not cover polygons (in the plane) comes so close to one of them: its border does.

    Only the edges of the border near the polygons are looked at.
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
    return Gain(mover, polygons, total, lost, tuple(losers), is_cut_off)
