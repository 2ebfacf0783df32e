"""Pockets: parts of a faction's (or its bloc's) territory that others enclose, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from ..dates.periods import OPEN, valid_at
from ..factions.blocs import NO_BLOCS, Blocs
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ..geometry.antimeridian import folded
from ..geometry.ellipsoid import areas_km2, distances_km, lengths_km
from .fronts import are_close, outside, segments_along
from .holders import NOBODY
from .holdings import GRID, dissolved_by_holder
from .longitudes import frame_of_territories
from .overlaps import SLIVER_KM2
from .series import ControlSeries
from .snapshots import same_area

ENCLOSED_SHARE = 2 / 3


@dataclass(frozen=True)
class PocketRules:
    """Definition of a pocket; shares from 0 to 1.

    enclosed_share  at least this share of the outer boundary runs along territory of factions outside the bloc; 0
                    lists every part of every bloc's territory
    join_km         the distance that ``would_join`` refers to
    tolerance_m     territories this close to a boundary count as beside it, for borders that were digitised twice
    sliver_km2      smaller parts are left out, and counted
    """

    enclosed_share: float = ENCLOSED_SHARE
    join_km: float = 0.0
    tolerance_m: float = 0.0
    sliver_km2: float = SLIVER_KM2


@dataclass(frozen=True)
class Enclosure:
    """Properties of a part that others enclose; fields as in ``Pocket``, None if there is no distance."""

    factions: tuple[str, ...]
    neighbours: tuple[tuple[str, float], ...]
    open_sides: tuple[tuple[str, float], ...]
    enclosed_share: float
    nearest_km: float | None
    is_largest: bool


class Parts:
    """Numbered parts of territories: equal polygons, of any date and holder, are one part and are measured once."""

    def __init__(self, rules: PocketRules, outside_of_all: str):
        self._rules, self._outside_of_all = rules, outside_of_all
        self._numbers: dict[tuple, list[int]] = {}  # by bounds
        self._of_row: dict[tuple[int, int], list[int]] = {}
        self.polygons: list = []
        self.areas_km2: list[float] = []
        self._stretches: dict[tuple[int, int], shapely.Geometry] = {}
        self._surroundings: dict[tuple, tuple] = {}
        self._distances: dict[tuple[int, int], float] = {}
        self.slivers: dict[int, float] = {}

    def held(self, territories: ControlSeries, date: np.datetime64) -> Iterator[tuple[str, int]]:
        """Yield (holder, part) for all territory held on a date."""
        for row in np.flatnonzero(valid_at(territories.start, territories.end, date)):
            key = (id(territories), int(row))
            if key not in self._of_row:
                self._of_row[key] = [self._number(part) for part in shapely.get_parts(territories.geometry[row])]
            for part in self._of_row[key]:
                yield territories.faction[row], part

    def enclosed(
        self, own_parts: list[int], others: list[tuple[str, int]], allies: list[tuple[str, int]]
    ) -> dict[int, Enclosure]:
        """Return those parts of one bloc that are pockets."""
        enclosures = {}
        largest = max(own_parts, key=lambda part: self.areas_km2[part])
        for part in own_parts:
            if self.areas_km2[part] < self._rules.sliver_km2:
                self.slivers[part] = self.areas_km2[part]
                continue
            neighbours, open_sides, share = self._around(part, others)
            if share < self._rules.enclosed_share:
                continue
            nearest = min((self._distance_km(part, other) for other in own_parts if other != part), default=None)
            enclosures[part] = Enclosure(
                factions=self._inside(part, allies),
                neighbours=neighbours,
                open_sides=open_sides,
                enclosed_share=share,
                nearest_km=nearest,
                is_largest=part == largest,
            )
        return enclosures

    def shared_km2(self, one: int, other: int) -> float:
        one, other = self.polygons[one], self.polygons[other]
        return float(areas_km2(shapely.intersection(one, other))[0]) if shapely.intersects(one, other) else 0.0

    def _number(self, polygon: shapely.Geometry) -> int:
        """Return the number of an area; one that is written with other vertices or in another order is the same."""
        alike = self._numbers.setdefault(polygon.bounds, [])
        for number in alike:
            if same_area(self.polygons[number], polygon):
                return number
        alike.append(len(self.polygons))
        self.polygons.append(polygon)
        self.areas_km2.append(float(areas_km2(polygon)[0]))
        return alike[-1]

    def _around(self, part: int, others: list[tuple[str, int]]) -> tuple:
        """Return neighbours, open sides and enclosed share of the outer boundary, as in ``Pocket``."""
        tolerance = self._rules.tolerance_m
        shapes = np.array([self.polygons[other] for _, other in others], dtype=object)
        near = are_close(self.polygons[part], shapes, tolerance) if len(shapes) else ()
        beside = tuple(pair for pair, is_near in zip(others, near) if is_near)
        if (part, beside) not in self._surroundings:
            along: dict[str, list] = {}
            for faction, other in beside:
                along.setdefault(faction, []).append(self._stretch(part, other))
            along.setdefault(NOBODY, [])
            bundles = [*along.values(), [line for name in along if name != NOBODY for line in along[name]]]
            ring = shapely.get_exterior_ring(self.polygons[part])
            lengths = lengths_km([ring, *(shapely.union_all(lines, grid_size=GRID) for lines in bundles)])
            # Rounded, so that a change elsewhere does not split a row because of the last digit.
            *shares, total = np.minimum(lengths[1:] / lengths[0], 1.0).round(6).tolist()
            share_of = dict(zip(along, shares))
            open_sides = {NOBODY: share_of.pop(NOBODY)}
            rest = max(0.0, round(1 - total - open_sides[NOBODY], 6))
            open_sides[self._outside_of_all] = open_sides.get(self._outside_of_all, 0.0) + rest
            self._surroundings[part, beside] = (*map(_greatest_first, (share_of, open_sides)), total)
        return self._surroundings[part, beside]

    def _stretch(self, part: int, other: int) -> shapely.Geometry:
        if (part, other) not in self._stretches:
            polygon = self.polygons[part]
            territory = outside(self.polygons[other], polygon)
            ring = shapely.get_exterior_ring(polygon)
            self._stretches[part, other] = segments_along(ring, territory, self._rules.tolerance_m)
        return self._stretches[part, other]

    def _distance_km(self, one: int, other: int) -> float:
        key = (min(one, other), max(one, other))
        if key not in self._distances:
            distance = float(distances_km(self.polygons[key[0]], [self.polygons[key[1]]])[0])
            # To 10 m: along parallel sides, which are near at many places, other vertices make it differ by decimetres,
            # and a row lasts until a figure of it changes.
            self._distances[key] = round(distance, 2)
        return self._distances[key]

    def _inside(self, part: int, allies: list[tuple[str, int]]) -> tuple[str, ...]:
        """Return the factions whose parts make up this one."""
        if len({faction for faction, _ in allies}) == 1:
            return (allies[0][0],)
        points = shapely.point_on_surface([self.polygons[other] for _, other in allies])
        inside = shapely.intersects(self.polygons[part], points)
        return tuple(sorted({faction for (faction, _), is_in in zip(allies, inside) if is_in}))


def _greatest_first(share_of: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(((k, v) for k, v in share_of.items() if v > 0), key=lambda pair: (-pair[1], pair[0])))


@dataclass(frozen=True)
class Pocket:
    """Pocket over a period in which none of its properties changes.

    bloc, factions  holders: the bloc (a faction is one of its own), and those of its factions that hold parts of it
    start, end      datetime64[s], NaT = still valid
    geometry        polygon, lon/lat; cut where it crosses the antimeridian, a multipolygon then
    area_km2        ellipsoidal
    neighbours      (faction, share of the outer boundary that runs along its territory), greatest share first
    open_sides      the same for NOBODY and NOT_MAPPED
    enclosed_share  share of the outer boundary that runs along territory of any of the neighbours
    since           moment from which it has been a pocket without interruption
    nearest_km      distance to the nearest other part of the bloc's territory to 10 m, NaN if the bloc holds no other
    would_join      whether that is at most the distance of the rules
    is_largest      whether it is the largest part of its bloc's territory at the time
    """

    bloc: str
    factions: tuple[str, ...]
    start: np.datetime64
    end: np.datetime64
    geometry: shapely.Geometry
    area_km2: float
    neighbours: tuple[tuple[str, float], ...]
    open_sides: tuple[tuple[str, float], ...]
    enclosed_share: float
    since: np.datetime64
    nearest_km: float
    would_join: bool
    is_largest: bool

    def surrounded_by(self, labels: Mapping[str, str] | None = None) -> str:
        """Return text such as "GOV 45 %, OPP 41 %, not mapped 14 %".

        labels  words for NOBODY and NOT_MAPPED
        """
        shares = [*self.neighbours, *self.open_sides]
        words = labels or {}
        return ", ".join(f"{words.get(name, name)} {100 * share:.0f} %" for name, share in shares if share >= 0.005)


@dataclass(frozen=True)
class Pockets:
    """Pockets, and the parts that are too small.

    rows                 sorted by bloc and start
    slivers, sliver_km2  number and area of the parts left out
    """

    rows: tuple[Pocket, ...]
    slivers: int
    sliver_km2: float


def pockets_in(
    series: ControlSeries,
    blocs: Blocs = NO_BLOCS,
    rules: PocketRules | None = None,
    feedback: Feedback = NO_FEEDBACK,
) -> Pockets:
    """Return the pockets of every faction, or of every bloc, as its factions belong to it from day to day.

    A part is a connected area; areas that touch only in points are two parts. A part is a pocket if others enclose it:
    if territory of factions outside its bloc lies along at least ``rules.enclosed_share`` of its outer boundary. So
    size does not make a part the "main" one: if a force broke through and is cut off, the part that is cut off is the
    pocket even if it is the larger one, and a bloc's only part is a pocket too if it is enclosed. A part that is
    separate only because the area between is not mapped, or nobody's, is not a pocket: along that area it is open.
    Territory of others inside a part does not surround it.

    A pocket continues the one of the same bloc just before that it shares most territory with (more than a sliver);
    ``since`` is the start of this chain. Along contested territory a boundary segment counts for each faction there, so
    the shares of the neighbours may add up to more than ``enclosed_share``.

    The antimeridian does not cut territory into parts. Give the rows of one source. Each part, and each pair side by
    side, is examined once, however long it stays.
    """
    rules = rules or PocketRules()
    of_blocs = dissolved_by_holder(series, blocs, SubFeedback(feedback, 0, 20))
    factions = dissolved_by_holder(series, feedback=SubFeedback(feedback, 20, 30))
    frame = frame_of_territories(factions)
    of_blocs, factions = frame.of_territories(of_blocs), frame.of_territories(factions)
    parts = Parts(rules, series.outside(series.source[0]) if len(series) else NOBODY)
    rows: list[Pocket] = []
    before: dict[tuple[str, int], _Run] = {}
    dates = np.union1d(factions.dates, of_blocs.dates)
    for number, date in enumerate(dates):
        report_progress(feedback, 100 * (0.3 + 0.7 * number / len(dates)))
        beside = list(parts.held(factions, date))
        now: dict[tuple[str, int], _Run] = {}
        for bloc, own_parts in _by_holder(parts.held(of_blocs, date)).items():
            if bloc == NOBODY:
                continue
            for part, enclosure in _enclosed(parts, bloc, own_parts, beside, blocs.on(date)).items():
                now[bloc, part] = _run(parts, before, (bloc, part), enclosure, date)
        rows += [_row(parts, rules, key, run, date) for key, run in before.items() if now.get(key) != run]
        before = now
    rows += [_row(parts, rules, key, run, OPEN) for key, run in before.items()]
    rows.sort(key=lambda row: (row.bloc, row.start, -row.area_km2))
    return Pockets(tuple(rows), len(parts.slivers), sum(parts.slivers.values()))


@dataclass(frozen=True)
class _Run:
    """Pocket from a date on: its properties since then, and since when it has been one."""

    enclosure: Enclosure
    start: np.datetime64
    since: np.datetime64


def _enclosed(parts: Parts, bloc: str, own_parts: list[int], beside: list, bloc_of: Mapping[str, str]) -> dict:
    """Return which of a bloc's parts are pockets among all parts held on the date, with their properties."""
    others = [pair for pair in beside if bloc_of.get(pair[0], pair[0]) != bloc]
    allies = [pair for pair in beside if bloc_of.get(pair[0], pair[0]) == bloc]
    return parts.enclosed(own_parts, others, allies)


def _run(parts: Parts, before: dict, key: tuple[str, int], enclosure: Enclosure, date: np.datetime64) -> _Run:
    if key in before:
        same = before[key]
        return same if same.enclosure == enclosure else _Run(enclosure, date, same.since)
    earlier = [other for other in before if other[0] == key[0]]
    shared = [parts.shared_km2(key[1], other[1]) for other in earlier]
    goes_on = shared and max(shared) > SLIVER_KM2
    return _Run(enclosure, date, before[earlier[int(np.argmax(shared))]].since if goes_on else date)


def _by_holder(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    parts_of: dict[str, list[int]] = {}
    for holder, part in pairs:
        parts_of.setdefault(holder, []).append(part)
    return parts_of


def _row(parts: Parts, rules: PocketRules, key: tuple[str, int], run: _Run, end: np.datetime64) -> Pocket:
    bloc, part = key
    enclosure = run.enclosure
    nearest = np.nan if enclosure.nearest_km is None else enclosure.nearest_km
    return Pocket(
        bloc=bloc,
        factions=enclosure.factions,
        start=run.start,
        end=end,
        geometry=folded(np.array([parts.polygons[part]], object))[0],
        area_km2=parts.areas_km2[part],
        neighbours=enclosure.neighbours,
        open_sides=enclosure.open_sides,
        enclosed_share=enclosure.enclosed_share,
        since=run.since,
        nearest_km=nearest,
        would_join=bool(nearest <= rules.join_km),
        is_largest=enclosure.is_largest,
    )
