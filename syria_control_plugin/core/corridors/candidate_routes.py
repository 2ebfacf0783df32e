"""Ways over which a bloc may have come to ground that it gained cut off, between two maps, and over whose ground.

Of the ways to cut-off gains the stretches that lie on hosts' ground, and which gains share them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import shapely

from ..control.changes import AND, NOBODY, Territory
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ..geometry.ellipsoid import LocalPlane, lengths_km
from ..geometry.polygons import polygons_of
from .gains import Gain
from .routes import UNMAPPED, RouteSegment, centre_between_parallel_edges, holders_along, route_around, shortest_paths

# A way past ground may cut its border by this share of the tolerance: enough to walk along it, and not enough to get
# through what is half as wide as the tolerance.
GIVE = 0.2


@dataclass(frozen=True)
class RouteLeg:
    """A way from one area to the next, in the plane, and over whose ground: the stretches but for those too short."""

    to_place: int
    line: shapely.LineString
    stretches: tuple[RouteSegment, ...]


@dataclass(frozen=True)
class Route:
    """A way to a gain, as legs between the bloc's earlier ground and its gains, over which it leads for free."""

    legs: tuple[RouteLeg, ...]
    losers: tuple[str, ...]

    @property
    def length_m(self) -> float:
        return float(sum(leg.line.length for leg in self.legs))

    @property
    def crossed(self) -> tuple[str, ...]:
        """Whose ground it leads over, in order, "" for nobody, UNMAPPED for ground outside the map."""
        return tuple(dict.fromkeys(each.holder for leg in self.legs for each in leg.stretches))

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(name for name in self.crossed if name not in (NOBODY, UNMAPPED, *self.losers))

    @property
    def crossed_holders(self) -> tuple[str, ...]:
        """Whose ground on the map it leads over: ``crossed`` without UNMAPPED."""
        return tuple(name for name in self.crossed if name != UNMAPPED)

    @property
    def leaves_map(self) -> bool:
        return UNMAPPED in self.crossed

    @property
    def line(self) -> shapely.Geometry:
        """One line in the plane: straight on inside the gains between the legs."""
        points = np.concatenate([shapely.get_coordinates(leg.line) for leg in self.legs])
        return shapely.linestrings(points[np.r_[True, (np.diff(points, axis=0) != 0).any(axis=1)]])


class CandidateRoutes:
    """Ways to what one bloc gained in one interval; a gain goes by its number.

    gains         all that it gained, cut off or not
    before        the snapshot before: faction → Ground
    allies        the bloc's factions that hold ground in it: one at least
    tolerance_km  shorter stretches and gaps are none; ways past ground may cut GIVE of it off its border
    factor        how many times as long as the shortest way others may be
    """

    def __init__(
        self, gains: list[Gain], before: Mapping[str, Territory], allies: list[str], tolerance_km: float, factor: float
    ):
        self.gains, self.before, self.allies = gains, before, allies
        self.tolerance_m, self.factor = tolerance_km * 1e3, factor
        areas = np.array([gain.area for gain in gains], dtype=object)
        self.plane = LocalPlane.around(*areas)
        earlier = self.plane.from_lonlat(shapely.geometrycollections([before[name].area for name in allies]))
        shapely.prepare(earlier)
        self.places = np.array([earlier, *self.plane.from_lonlat(areas)], dtype=object)
        self._straight = shortest_paths(self.places)
        self._legs: dict[int, RouteLeg] = {}
        self._shortest: dict[int, Route] = {}
        self._others: dict[int, list[Route]] = {}

    def shortest(self, number: int) -> Route:
        """The shortest way, over whomever's ground: a chain of straight lines."""
        if number not in self._shortest:
            legs = tuple(self._leg(place) for place in self._straight.chain(number + 1))
            legs = tuple(leg for leg in legs if leg.line.length > 0)
            self._shortest[number] = Route(legs, self.gains[number].losers)
        return self._shortest[number]

    def others(self, number: int, feedback: Feedback = NO_FEEDBACK) -> list[Route]:
        """Other ways, at most ``factor`` times as long as the shortest.

        Each goes past the hosts of the ways before it. After one without hosts that leaves the map, where nobody knows
        who is, comes one that stays on it; after one over ground of its losers or nobody comes one past that ground,
        as long as there are hosts nearby. Of those without hosts the shortest counts, and the shortest on the map.
        """
        if number not in self._others:
            self._others[number] = self._found_others(number, feedback)
        return self._others[number]

    @cached_property
    def mapped(self) -> shapely.Geometry:
        """The ground that the map before shows, in the plane: all within the outlines of what anybody holds on it.

        What lies in its gaps is nobody's; what lies beyond it, or on its very edge, the map says nothing of. Bays and
        channels less than twice the tolerance wide belong to it; its edge is drawn in as far as ways may be off.
        """
        fine_m = GIVE * self.tolerance_m / 2
        territories = self.plane.from_lonlat(
            np.array([territory.area for territory in self.before.values()], dtype=object)
        )
        territory = shapely.buffer(
            shapely.union_all(shapely.simplify(territories, fine_m)), self.tolerance_m, quad_segs=2
        )
        whole = shapely.union_all(shapely.polygons(shapely.get_exterior_ring(shapely.get_parts(territory))))
        return shapely.buffer(whole, -(1 + 2 * GIVE) * self.tolerance_m, quad_segs=2)

    def on_routes_to(self, number: int, limit_m: float) -> np.ndarray:
        """The places of the gains that a way to a gain, at most so long, may lead over; its own is one."""
        gains = self.places[1:]
        order = np.r_[number, np.delete(np.arange(len(gains)), number)]
        to_goal = np.empty(len(gains))
        to_goal[order] = shortest_paths(gains[order], limit_m=limit_m).length
        return 1 + np.flatnonzero(self._straight.length[1:] + to_goal <= limit_m)

    def length_km(self, way: Route) -> float:
        """Ellipsoidal, without what leads over gains."""
        lines = np.array([leg.line for leg in way.legs], dtype=object)
        return float(lengths_km(self.plane.to_lonlat(lines)).sum())

    def held_at(self, line: shapely.Geometry, metres: float, beyond: str) -> str:
        """Who held the ground so far along a line (plane), its ends drawn out, joined by "; "; "" for nobody.

        beyond  the answer where that is before or behind the line and nobody is found there
        """
        inside = min(max(metres, 0.0), line.length)
        point = shapely.get_coordinates(shapely.line_interpolate_point(line, inside))[0]
        if inside != metres:
            ends = shapely.get_coordinates(line)
            to, back = (ends[0], ends[1]) if metres < 0 else (ends[-1], ends[-2])
            point = point + (to - back) / np.hypot(*(to - back)) * abs(metres - inside)
        place = point[None] / (self.plane.east_m, self.plane.north_m)
        holders = sorted(name for name, territory in self.before.items() if territory.contains(place)[0])
        return AND.join(holders) if holders or inside == metres else beyond

    def _found_others(self, number: int, feedback: Feedback) -> list[Route]:
        shortest = self.shortest(number)
        way: Route | None = shortest
        found: list[Route] = []
        closed: set[str] = set()
        near = _Surroundings(self, number, shortest.length_m * self.factor)
        hostless: set[bool] = set()  # of the ways without hosts: whether they leave the map
        while way is not None:
            report_progress(feedback, 0)
            hostless |= set() if way.hosts else {way.leaves_map}
            more = set(way.hosts or ([UNMAPPED] if way.leaves_map else way.crossed)) - closed
            closed |= more
            if not more or (False in hostless and near.hosts <= closed):
                break
            way = near.route_around(closed)
            if way is not None and (way.hosts or not {False, way.leaves_map} & hostless):
                found.append(way)
        return found

    def _leg(self, place: int) -> RouteLeg:
        if place not in self._legs:
            line = self._straight.leg[place]
            if line.length > self.tolerance_m:
                line = centre_between_parallel_edges(
                    line, self.places[self._straight.previous[place]], self.places[place]
                )
            lonlat = self.plane.to_lonlat(line)
            common = {
                name: self.plane.from_lonlat(shapely.intersection(lonlat, territory.area))
                for name, territory in self.before.items()
                if name not in self.allies and territory.meets(shapely.bounds(lonlat))
            }
            self._legs[place] = RouteLeg(place, line, tuple(holders_along(line, common, self.mapped, self.tolerance_m)))
        return self._legs[place]


class _Surroundings:
    """What lies within reach of the ways to a gain that are at most so long, in the plane; ``hosts``: who holds it."""

    def __init__(self, ways: CandidateRoutes, number: int, limit_m: float):
        self._limit_m, self._tolerance_m = limit_m, ways.tolerance_m
        self._losers, self._mapped = ways.gains[number].losers, ways.mapped
        near = ways.on_routes_to(number, limit_m)
        west, south, east, north = shapely.total_bounds(ways.places[near])
        self._box = shapely.box(west - limit_m, south - limit_m, east + limit_m, north + limit_m)
        box = ways.plane.to_lonlat(self._box)
        bounds = shapely.bounds(box)
        clipped = {
            name: polygons_of(shapely.intersection(territory.area, box))
            for name, territory in ways.before.items()
            if territory.meets(bounds)
        }
        self._territories = {name: ways.plane.from_lonlat(area) for name, area in clipped.items() if area is not None}
        self._others = {name: territory for name, territory in self._territories.items() if name not in ways.allies}
        self.hosts = set(self._others) - set(self._losers)
        self._numbers = [0, *near.tolist()]
        earlier = shapely.union_all([territory for name, territory in self._territories.items() if name in ways.allies])
        self._areas = np.array([earlier, *ways.places[near]], dtype=object)
        self._goal = self._numbers.index(number + 1)

    def route_around(self, closed: set[str]) -> Route | None:
        """The shortest way past the ground of some holders, NOBODY or UNMAPPED; None where it is too long, or none."""
        give_m = GIVE * self._tolerance_m
        territory = shapely.union_all([self._territory_of(name) for name in sorted(closed)])
        shut = shapely.difference(territory, shapely.union_all(self._areas))
        legs = route_around(self._areas, self._goal, shut, self._limit_m, give_m)
        if legs is None:
            return None
        is_open = [name for name in self._others if name not in closed]
        return Route(tuple(self._leg(self._numbers[place], line, shut, is_open) for place, line in legs), self._losers)

    def _territory_of(self, name: str) -> shapely.Geometry:
        if name == NOBODY:
            mapped = shapely.intersection(self._mapped, self._box)
            return shapely.difference(mapped, shapely.union_all(list(self._territories.values())))
        if name == UNMAPPED:
            return shapely.difference(self._box, self._mapped)
        return self._territories.get(name, shapely.Polygon())

    def _leg(self, place: int, line: shapely.Geometry, shut: shapely.Geometry, names: list[str]) -> RouteLeg:
        """Where the way cuts closed ground, by as much as borders may be off, it is on the open ground beside it."""
        off_m = 2 * GIVE * self._tolerance_m
        cut, around = shapely.intersection(line, shut), shapely.buffer(line, off_m)
        common = {}
        for name in names:
            beside = shapely.buffer(shapely.intersection(self._others[name], around), off_m)
            common[name] = [shapely.intersection(line, self._others[name]), shapely.intersection(cut, beside)]
        return RouteLeg(place, line, tuple(holders_along(line, common, self._mapped, self._tolerance_m)))


# How far before an entry and behind an exit it is asked who holds the ground: farther than rounding.
STEP_M = 10.0


@dataclass
class HostSegment:
    """A stretch over a host's ground.

    line           in the plane of ``ways``
    before, after, also_claimed_by   who held the ground just before and behind it, and who else under it, as in
                   ``corridors.Corridors``
    reached        (gain, way to it) of the gains that were reached over it
    """

    ways: CandidateRoutes
    host: str
    line: shapely.LineString
    before: str
    after: str
    also_claimed_by: str
    reached: list[tuple[int, Route]] = field(default_factory=list)

    @property
    def nearest(self) -> Route:
        return min((way for _, way in self.reached), key=lambda way: way.length_m)

    @property
    def farthest(self) -> Route:
        return max((way for _, way in self.reached), key=lambda way: way.length_m)

    @property
    def alternative_routes(self) -> list[Route]:
        """Ways to the nearest gain but for that which the stretch lies on."""
        number, taken = min(self.reached, key=lambda pair: pair[1].length_m)
        return [way for way in (self.ways.shortest(number), *self.ways.others(number)) if way is not taken]

    @property
    def gains(self) -> list[Gain]:
        return [self.ways.gains[number] for number, _ in self.reached]

    @property
    def mover(self) -> str:
        return max(self.gains, key=lambda gain: gain.km2).mover

    @property
    def territory(self) -> Territory:
        return self.ways.before[self.host]


@dataclass(frozen=True)
class HostlessRoute:
    """A gain whose shortest way needs no host, and the longer ways through hosts."""

    gain: Gain
    way: Route
    through_hosts: tuple[Route, ...]


def host_segments(
    ways: CandidateRoutes, feedback: Feedback = NO_FEEDBACK
) -> tuple[list[HostSegment], list[HostlessRoute]]:
    """The stretches over hosts' ground on the ways to the gains that are cut off, and the gains that need no host.

    Of each gain the shortest way counts, or, where that needs no host, the shortest other one through a host.
    """
    found: dict[tuple, HostSegment] = {}
    hostless = []
    for number, gain in enumerate(ways.gains):
        own = SubFeedback(feedback, 100 * number / len(ways.gains), 100 * (number + 1) / len(ways.gains))
        report_progress(own, 0)
        if not gain.is_cut_off:
            continue
        way = ways.shortest(number)
        if not way.hosts:
            others = tuple(each for each in ways.others(number, own) if each.hosts)
            hostless.append(HostlessRoute(gain, way, others))
            if not others:
                continue
            way = others[0]
        else:
            ways.others(number, own)
        for stretch in _segments_on(ways, way):
            key = stretch.host, shapely.to_wkb(stretch.line)
            found.setdefault(key, stretch).reached.append((number, way))
    return list(found.values()), hostless


def _segments_on(ways: CandidateRoutes, way: Route) -> Iterator[HostSegment]:
    earlier = AND.join(ways.allies)
    for leg in way.legs:
        reached = ways.gains[leg.to_place - 1].losers_text
        for each in leg.stretches:
            if each.holder in way.hosts:
                before = ways.held_at(leg.line, each.start_m - STEP_M, earlier)
                after = ways.held_at(leg.line, each.end_m + STEP_M, reached)
                others = {other.holder for other in leg.stretches if _share_m(each, other) >= ways.tolerance_m}
                also = AND.join(sorted(others - {each.holder, NOBODY, UNMAPPED}))
                yield HostSegment(ways, each.holder, each.of(leg.line), before, after, also)
        earlier = reached


def _share_m(one: RouteSegment, other: RouteSegment) -> float:
    """How long two stretches of one line are both."""
    return min(one.end_m, other.end_m) - max(one.start_m, other.start_m)
