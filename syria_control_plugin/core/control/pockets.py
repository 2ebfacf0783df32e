"""Pockets: parts of a faction's (or its bloc's) ground that others enclose, and since when they do.

Enclosures: which parts of a ground others enclose, on one date after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from ..dates.periods import OPEN, valid_at
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ..geometry.ellipsoid import areas_km2, distances_km, lengths_km
from .fronts import are_close, outside, segments_along
from .holdings import GRID, dissolved_by_holder
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

    def held(self, territories: ControlSeries, date: np.datetime64) -> Iterator[tuple[str, int]]:
        """(holder, part) of all the ground on a date."""
        for row in np.flatnonzero(valid_at(territories.start, territories.end, date)):
            key = (id(territories), int(row))
            if key not in self._of_row:
                self._of_row[key] = [self._number(part) for part in shapely.get_parts(territories.geometry[row])]
            for part in self._of_row[key]:
                yield territories.faction[row], part

    def enclosed(
        self, own: list[int], others: list[tuple[str, int]], allies: list[tuple[str, int]]
    ) -> dict[int, Enclosure]:
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

    def _number(self, polygon: shapely.Geometry) -> int:
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
            self._distances[key] = float(distances_km(self.polygons[key[0]], [self.polygons[key[1]]])[0])
        return self._distances[key]

    def _inside(self, part: int, allies: list[tuple[str, int]]) -> tuple[str, ...]:
        """The factions of whose parts this one is made up."""
        if len({faction for faction, _ in allies}) == 1:
            return (allies[0][0],)
        points = shapely.point_on_surface([self.polygons[other] for _, other in allies])
        inside = shapely.intersects(self.polygons[part], points)
        return tuple(sorted({faction for (faction, _), is_in in zip(allies, inside) if is_in}))


NOBODY_NAME = "nobody"


@dataclass(frozen=True)
class Pocket:
    """One pocket over a period in which nothing of what is said here changes.

    bloc, factions  whose ground it is: the bloc (a faction is one of its own), and those of it that hold ground in it
    start, end      datetime64[s], NaT = still so
    geometry        polygon, lon/lat
    area_km2        ellipsoidal
    neighbours      (faction, share of the outer boundary that runs along its ground), greatest share first
    enclosed_share  share of the outer boundary that runs along ground of any of them
    since           from when on it has been a pocket without a break
    nearest_km      distance to the nearest other part of the bloc's ground, NaN where it holds no other
    would_join      whether that is at most the distance asked about
    is_largest      whether it is the largest part of its bloc's ground at the time
    """

    bloc: str
    factions: tuple[str, ...]
    start: np.datetime64
    end: np.datetime64
    geometry: shapely.Polygon
    area_km2: float
    neighbours: tuple[tuple[str, float], ...]
    enclosed_share: float
    since: np.datetime64
    nearest_km: float
    would_join: bool
    is_largest: bool

    def surrounded_by(self, nobody: str = NOBODY_NAME) -> str:
        """Such as "GOV 45 %, OPP 41 %, nobody 14 %"; ``nobody`` is the word for what runs along no one's ground."""
        shares = [*self.neighbours, (nobody, 1 - self.enclosed_share)]
        return ", ".join(f"{name} {100 * share:.0f} %" for name, share in shares if share >= 0.005)


@dataclass(frozen=True)
class Pockets:
    """``rows`` sorted by bloc and start; ``slivers``, ``sliver_km2``: number and area of the parts left out."""

    rows: tuple[Pocket, ...]
    slivers: int
    sliver_km2: float


def pockets_in(
    series: ControlSeries,
    bloc_of: Mapping[str, str] | None = None,
    rules: PocketRules | None = None,
    feedback: Feedback = NO_FEEDBACK,
) -> Pockets:
    """The pockets of every faction, or of every bloc where ``bloc_of`` (faction → bloc) says who belongs together.

    A part is ground in one piece; pieces that touch in points only are two parts. A part is a pocket when others
    enclose it: when ground of factions outside its bloc lies along at least ``rules.enclosed_share`` of its outer
    boundary. So no part is the "main" one by size: of a force that broke through and is shut in, the part that is
    shut in is the pocket though it be the larger one, and the last part of all is a pocket too when it is enclosed.
    A part that is apart only because the map ends there, or because nobody holds the ground between, is none: along
    that ground it is open. Ground inside a part (held by others) surrounds nothing.

    Since when: a pocket goes on from the one of the same bloc just before that it shares most ground with (more than
    a sliver); the date is where this chain begins. Along contested ground a stretch counts for each faction there, so
    that the shares of the neighbours may add up to more than ``enclosed_share``.

    Give the rows of one source. Each part, and each pair side by side, is looked at once, however long it stays.
    """
    rules, bloc_of = rules or PocketRules(), bloc_of or {}
    blocs = dissolved_by_holder(series, bloc_of, SubFeedback(feedback, 0, 20))
    factions = dissolved_by_holder(series, feedback=SubFeedback(feedback, 20, 30))
    parts = Parts(rules)
    rows: list[Pocket] = []
    before: dict[tuple[str, int], _Run] = {}
    for number, date in enumerate(factions.dates):
        report_progress(feedback, 100 * (0.3 + 0.7 * number / len(factions.dates)))
        beside = list(parts.held(factions, date))
        now: dict[tuple[str, int], _Run] = {}
        for bloc, own in _by_holder(parts.held(blocs, date)).items():
            for part, facts in _enclosed(parts, bloc, own, beside, bloc_of).items():
                now[bloc, part] = _run(parts, before, (bloc, part), facts, date)
        rows += [_row(parts, rules, key, run, date) for key, run in before.items() if now.get(key) != run]
        before = now
    rows += [_row(parts, rules, key, run, OPEN) for key, run in before.items()]
    rows.sort(key=lambda row: (row.bloc, row.start, -row.area_km2))
    return Pockets(tuple(rows), len(parts.slivers), sum(parts.slivers.values()))


@dataclass(frozen=True)
class _Run:
    """A pocket from a date on: what is true of it since then, and since when it has been one."""

    facts: Enclosure
    start: np.datetime64
    since: np.datetime64


def _enclosed(parts: Parts, bloc: str, own: list[int], beside: list, bloc_of: Mapping[str, str]) -> dict:
    """Which of a bloc's own parts are pockets among all parts held on the date, and what is true of them."""
    others = [pair for pair in beside if bloc_of.get(pair[0], pair[0]) != bloc]
    allies = [pair for pair in beside if bloc_of.get(pair[0], pair[0]) == bloc]
    return parts.enclosed(own, others, allies)


def _run(parts: Parts, before: dict, key: tuple[str, int], facts: Enclosure, date: np.datetime64) -> _Run:
    if key in before:
        same = before[key]
        return same if same.facts == facts else _Run(facts, date, same.since)
    earlier = [other for other in before if other[0] == key[0]]
    shared = [parts.shared_km2(key[1], other[1]) for other in earlier]
    goes_on = shared and max(shared) > SLIVER_KM2
    return _Run(facts, date, before[earlier[int(np.argmax(shared))]].since if goes_on else date)


def _by_holder(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for holder, part in pairs:
        found.setdefault(holder, []).append(part)
    return found


def _row(parts: Parts, rules: PocketRules, key: tuple[str, int], run: _Run, end: np.datetime64) -> Pocket:
    bloc, part = key
    facts = run.facts
    nearest = np.nan if facts.nearest_km is None else facts.nearest_km
    return Pocket(
        bloc, facts.factions, run.start, end, parts.polygons[part], parts.areas_km2[part], facts.neighbours,
        facts.enclosed_share, run.since, nearest, bool(nearest <= rules.join_km), facts.is_largest,
    )  # fmt: skip
