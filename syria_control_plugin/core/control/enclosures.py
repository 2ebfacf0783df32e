"""Enclosures: which parts of a ground others enclose, on one date after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from ..dates.periods import valid_at
from ..geometry.areas import areas_km2
from ..geometry.distances import distances_km, lengths_km
from .fronts import are_close, outside, stretches_along
from .grounds import GRID
from .overlaps import SLIVER_KM2
from .series import ControlSeries

ENCLOSED_SHARE = 2 / 3


@dataclass(frozen=True)
class PocketRules:
    """What counts as a pocket; shares from 0 to 1.

    enclosed_share  at least this share of the outer boundary runs along ground of factions outside the bloc; 0
                    lists every part of every bloc's ground
    join_km         the distance that ``would_join`` asks about
    tolerance_m     grounds this close to a boundary count as beside it, for borders that were digitised twice
    sliver_km2      smaller parts are left out, and counted
    """

    enclosed_share: float = ENCLOSED_SHARE
    join_km: float = 0.0
    tolerance_m: float = 0.0
    sliver_km2: float = SLIVER_KM2


@dataclass(frozen=True)
class Enclosure:
    """What is true of a part that others enclose; the fields are those of ``pockets.Pocket``, None for no distance."""

    factions: tuple[str, ...]
    neighbours: tuple[tuple[str, float], ...]
    enclosed_share: float
    nearest_km: float | None
    is_largest: bool


class Parts:
    """Parts of grounds by number: equal polygons, of whatever date and holder, are one and are measured once."""

    def __init__(self, rules: PocketRules):
        self._rules = rules
        self._numbers: dict[bytes, int] = {}
        self._of_row: dict[tuple[int, int], list[int]] = {}
        self.polygons: list = []
        self.areas_km2: list[float] = []
        self._stretches: dict[tuple[int, int], shapely.Geometry] = {}
        self._surroundings: dict[tuple, tuple] = {}
        self._distances: dict[tuple[int, int], float] = {}
        self.slivers: dict[int, float] = {}

    def held(self, grounds: ControlSeries, date) -> Iterator[tuple[str, int]]:
        """(holder, part) of all the ground on a date."""
        for row in np.flatnonzero(valid_at(grounds.start, grounds.end, date)):
            key = (id(grounds), int(row))
            if key not in self._of_row:
                self._of_row[key] = [self._number(part) for part in shapely.get_parts(grounds.geometry[row])]
            for part in self._of_row[key]:
                yield grounds.faction[row], part

    def enclosed(self, own: list[int], others: list[tuple[str, int]], allies) -> dict[int, Enclosure]:
        """Those of one bloc's parts that are pockets."""
        found = {}
        largest = max(own, key=lambda part: self.areas_km2[part])
        for part in own:
            if self.areas_km2[part] < self._rules.sliver_km2:
                self.slivers[part] = self.areas_km2[part]
                continue
            neighbours, share = self._around(part, others)
            if share < self._rules.enclosed_share:
                continue
            nearest = min((self._distance_km(part, other) for other in own if other != part), default=None)
            found[part] = Enclosure(self._inside(part, allies), neighbours, share, nearest, part == largest)
        return found

    def shared_km2(self, one: int, other: int) -> float:
        one, other = self.polygons[one], self.polygons[other]
        return float(areas_km2(shapely.intersection(one, other))[0]) if shapely.intersects(one, other) else 0.0

    def _number(self, polygon) -> int:
        key = shapely.to_wkb(shapely.normalize(polygon))
        if key not in self._numbers:
            self._numbers[key] = len(self.polygons)
            self.polygons.append(polygon)
            self.areas_km2.append(float(areas_km2(polygon)[0]))
        return self._numbers[key]

    def _around(self, part: int, others: list[tuple[str, int]]) -> tuple[tuple[tuple[str, float], ...], float]:
        """((faction, share), …) of the outer boundary, and the share that runs along any of them."""
        tolerance = self._rules.tolerance_m
        shapes = np.array([self.polygons[other] for _, other in others], dtype=object)
        near = are_close(self.polygons[part], shapes, tolerance) if len(shapes) else ()
        beside = tuple(pair for pair, is_near in zip(others, near) if is_near)
        if (part, beside) not in self._surroundings:
            along: dict[str, list] = {}
            for faction, other in beside:
                along.setdefault(faction, []).append(self._stretch(part, other))
            bundles = [*along.values(), [line for lines in along.values() for line in lines]]
            ring = shapely.get_exterior_ring(self.polygons[part])
            lengths = lengths_km([ring, *(shapely.union_all(lines, grid_size=GRID) for lines in bundles)])
            # Rounded: what changes elsewhere must not cut a row over the last digit.
            *shares, total = np.minimum(lengths[1:] / lengths[0], 1.0).round(6).tolist()
            named = sorted(zip(along, shares), key=lambda pair: (-pair[1], pair[0]))
            self._surroundings[part, beside] = tuple(pair for pair in named if pair[1] > 0), total
        return self._surroundings[part, beside]

    def _stretch(self, part: int, other: int):
        if (part, other) not in self._stretches:
            polygon = self.polygons[part]
            ground = outside(self.polygons[other], polygon)
            ring = shapely.get_exterior_ring(polygon)
            self._stretches[part, other] = stretches_along(ring, ground, self._rules.tolerance_m)
        return self._stretches[part, other]

    def _distance_km(self, one: int, other: int) -> float:
        key = (min(one, other), max(one, other))
        if key not in self._distances:
            self._distances[key] = float(distances_km(self.polygons[key[0]], [self.polygons[key[1]]])[0])
        return self._distances[key]

    def _inside(self, part: int, allies: list[tuple[str, int]]) -> tuple[str, ...]:
        """The factions of whose parts this one is made up."""
        if len({faction for faction, _ in allies}) == 1:
            return (allies[0][0],)
        points = shapely.point_on_surface([self.polygons[other] for _, other in allies])
        inside = shapely.intersects(self.polygons[part], points)
        return tuple(sorted({faction for (faction, _), is_in in zip(allies, inside) if is_in}))
