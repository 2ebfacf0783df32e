"""Candidate routes of a bloc to its isolated gains between two maps, and the territories that they cross.

The segments of these routes in hosts' territories, and the gains that share a segment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import shapely

from ..control.changes import Territory
from ..control.holders import NO_FACTION, NOBODY, NOT_MAPPED, Holders, holders
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ..geometry.ellipsoid import LocalPlane, lengths_km
from ..geometry.polygons import polygons_of
from .gains import Gain
from .routes import (
    RouteSegment,
    centre_between_parallel_edges,
    holders_along,
    inside_of,
    route_around,
    shortest_paths,
)

# A route around a territory may cut its border by this share of the tolerance: enough to run along the border, but not
# enough to pass through an obstacle half as wide as the tolerance.
GIVE = 0.2


@dataclass(frozen=True)
class RouteLeg:
    """A leg from one area to the next, in the plane, with the segments by holder, without those that are too short."""

    to_place: int
    line: shapely.LineString
    segments: tuple[RouteSegment, ...]


@dataclass(frozen=True)
class Route:
    """A route to a gain: legs between the bloc's earlier territory and its gains, inside which it costs nothing."""

    legs: tuple[RouteLeg, ...]
    losers: tuple[str, ...]

    @property
    def length_m(self) -> float:
        return float(sum(leg.line.length for leg in self.legs))

    @property
    def crossed(self) -> tuple[str, ...]:
        """Holders of the territory that it crosses, in order; NOBODY and NOT_MAPPED among them."""
        return tuple(dict.fromkeys(each.holder for leg in self.legs for each in leg.segments))

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(name for name in self.crossed if name not in {*NO_FACTION, *self.losers})

    @property
    def crossings(self) -> set[tuple[str, int, int]]:
        """Host, place before and place after of each segment in a host's territory; 0: the bloc's earlier territory."""
        places = [0, *(leg.to_place for leg in self.legs)]
        return {
            (each.holder, place, leg.to_place)
            for place, leg in zip(places, self.legs)
            for each in leg.segments
            if each.holder in self.hosts
        }

    @property
    def crossed_holders(self) -> tuple[str, ...]:
        """Holders that it crosses on the map: ``crossed`` without NOT_MAPPED."""
        return tuple(name for name in self.crossed if name != NOT_MAPPED)

    @property
    def leaves_map(self) -> bool:
        return NOT_MAPPED in self.crossed

    @property
    def line(self) -> shapely.Geometry:
        """The whole route as one line in the plane; straight inside the gains between the legs."""
        points = np.concatenate([shapely.get_coordinates(leg.line) for leg in self.legs])
        return shapely.linestrings(points[np.r_[True, (np.diff(points, axis=0) != 0).any(axis=1)]])


class CandidateRoutes:
    """Routes to the gains of one bloc in one interval; gains are identified by their number.

    gains         all gains of the bloc, isolated or not
    before        the snapshot before: faction → Territory
    allies        the bloc's factions that hold territory in it; at least one
    outside       holder of the ground outside of all territories: NOT_MAPPED or NOBODY
    tolerance_km  shorter segments and gaps are ignored; routes around a territory may cut its border by GIVE of it
    factor        maximum length of other routes, as a multiple of the shortest
    numbers       gains that routes are wanted to, default all: the plane is exact at their middle latitude
    """

    def __init__(
        self,
        gains: list[Gain],
        before: Mapping[str, Territory],
        allies: list[str],
        outside: str,
        tolerance_km: float,
        factor: float,
        numbers: list[int] | None = None,
    ):
        self.gains, self.before, self.allies, self.outside = gains, before, allies, outside
        self.tolerance_m, self.factor = tolerance_km * 1e3, factor
        areas = np.array([gain.area for gain in gains], dtype=object)
        self.numbers = list(range(len(gains))) if numbers is None else numbers
        self.plane = LocalPlane.around(*areas[self.numbers])
        earlier = self.plane.from_lonlat(shapely.geometrycollections([before[name].area for name in allies]))
        shapely.prepare(earlier)
        self.places = np.array([earlier, *self.plane.from_lonlat(areas)], dtype=object)
        self._straight = shortest_paths(self.places)
        self._legs: dict[int, RouteLeg] = {}
        self._shortest: dict[int, Route] = {}
        self._others: dict[int, list[Route]] = {}

    def shortest(self, number: int) -> Route:
        """Return the shortest route, through any holder's territory: a chain of straight lines."""
        if number not in self._shortest:
            legs = tuple(self._leg(place) for place in self._straight.chain(number + 1))
            legs = tuple(leg for leg in legs if leg.line.length > 0)
            self._shortest[number] = Route(legs, self.gains[number].losers)
        return self._shortest[number]

    def others(self, number: int, feedback: Feedback = NO_FEEDBACK) -> list[Route]:
        """Return other routes, at most ``factor`` times as long as the shortest.

        Each avoids the hosts of the routes before it. A route without hosts that leaves the map, into territory with
        unknown holders, is followed by one that stays on the map. A route through the territory of losers or nobody
        is followed by one around that territory, as long as hosts are nearby. Among routes without hosts only the
        shortest and the shortest on the map are kept.
        """
        if number not in self._others:
            self._others[number] = self._search_others(number, feedback)
        return self._others[number]

    @cached_property
    def covered(self) -> shapely.Geometry:
        """The area that the territories of the map before cover, in the plane.

        Gaps and holes less than twice the tolerance wide belong to it, as borders drawn twice. Its edge is moved
        inwards as far as routes may be off, so that a route along the edge of the mapped area is outside of it.
        """
        fine_m = GIVE * self.tolerance_m / 2
        territories = self.plane.from_lonlat(
            np.array([territory.area for territory in self.before.values()], dtype=object)
        )
        swollen = shapely.buffer(
            shapely.union_all(shapely.simplify(territories, fine_m)), self.tolerance_m, quad_segs=2
        )
        return shapely.buffer(swollen, -(1 + 2 * GIVE) * self.tolerance_m, quad_segs=2)

    def on_routes_to(self, number: int, limit_m: float) -> np.ndarray:
        """Return the places of the gains that a route to a gain of at most ``limit_m`` may use, its own included."""
        gains = self.places[1:]
        order = np.r_[number, np.delete(np.arange(len(gains)), number)]
        to_goal = np.empty(len(gains))
        to_goal[order] = shortest_paths(gains[order], limit_m=limit_m).length
        return 1 + np.flatnonzero(self._straight.length[1:] + to_goal <= limit_m)

    def length_km(self, route: Route) -> float:
        """Return the ellipsoidal length, without the parts inside gains."""
        lines = np.array([leg.line for leg in route.legs], dtype=object)
        return float(lengths_km(self.plane.to_lonlat(lines)).sum())

    def held_at(self, line: shapely.Geometry, metres: float, beyond: Holders) -> Holders:
        """Return the holders at a distance along a line in the plane.

        metres  from the start of the line; the line is extended straight at both ends
        beyond  result for a place on such an extension outside of all territories
        """
        inside = min(max(metres, 0.0), line.length)
        point = shapely.get_coordinates(shapely.line_interpolate_point(line, inside))[0]
        if inside != metres:
            ends = shapely.get_coordinates(line)
            to, back = (ends[0], ends[1]) if metres < 0 else (ends[-1], ends[-2])
            point = point + (to - back) / np.hypot(*(to - back)) * abs(metres - inside)
        place = point[None] / (self.plane.east_m, self.plane.north_m)
        covering = [name for name, territory in self.before.items() if territory.contains(place)[0]]
        return holders(covering, self.outside) if covering or inside == metres else beyond

    def both_hold(self, line: shapely.Geometry, one: str, other: str) -> bool:
        """Return whether a line (plane) runs for the tolerance inside ground that two factions hold at once."""
        box = shapely.box(*(shapely.bounds(self.plane.to_lonlat(line)) + np.array([-1, -1, 1, 1]) * _MARGIN_DEG))
        near = [shapely.intersection(self.before[name].area, box) for name in (one, other)]
        common = polygons_of(shapely.intersection(*near))
        return common is not None and (
            shapely.length(inside_of(line, self.plane.from_lonlat(common))) >= self.tolerance_m
        )

    def _search_others(self, number: int, feedback: Feedback) -> list[Route]:
        others: list[Route] = []
        closed: set[str] = set()
        route: Route | None = self.shortest(number)
        near = _Surroundings(self, number, self.shortest(number).length_m * self.factor)
        hostless: set[bool] = set()  # leaves_map of the routes without hosts
        while route is not None:
            report_progress(feedback, 0)
            hostless |= set() if route.hosts else {route.leaves_map}
            # A route along borders alone crosses nobody's territory, the losers' neither.
            more = set(route.hosts or ([NOT_MAPPED] if route.leaves_map else route.crossed or route.losers)) - closed
            closed |= more
            if not more or (False in hostless and near.hosts <= closed):
                break
            route = near.route_around(closed)
            if route is not None and (route.hosts or not {False, route.leaves_map} & hostless):
                others.append(route)
        return others

    def _at(self, end: shapely.Point) -> shapely.Geometry:
        """Return the area of all places at an end of a leg: it could start or end in any of them, equally short."""
        places = self.places[shapely.dwithin(self.places, end, 1.0)]
        return shapely.union_all(places) if len(places) > 1 else places[0]

    def _leg(self, place: int) -> RouteLeg:
        if place not in self._legs:
            line = self._straight.leg[place]
            if line.length > self.tolerance_m:
                line = centre_between_parallel_edges(line, *map(self._at, shapely.points(line.coords)))
            lonlat = self.plane.to_lonlat(line)
            around = shapely.box(*(shapely.bounds(lonlat) + np.array([-1, -1, 1, 1]) * _MARGIN_DEG))
            near = {
                name: self.plane.from_lonlat(shapely.intersection(territory.area, around))
                for name, territory in self.before.items()
                if name not in self.allies and territory.meets(shapely.bounds(lonlat))
            }
            common = {name: inside_of(line, area) for name, area in near.items()}
            segments = holders_along(line, common, self.outside, self.tolerance_m, self.covered)
            self._legs[place] = RouteLeg(place, line, tuple(segments))
        return self._legs[place]


class _Surroundings:
    """The territories within reach of routes to a gain of at most ``limit_m``, in the plane; ``hosts``: their holders.

    Losers of the gain and the bloc's own factions are not hosts.
    """

    def __init__(self, routes: CandidateRoutes, number: int, limit_m: float):
        self._limit_m, self._tolerance_m = limit_m, routes.tolerance_m
        self._losers, self._outside, self._covered = routes.gains[number].losers, routes.outside, routes.covered
        near = routes.on_routes_to(number, limit_m)
        west, south, east, north = shapely.total_bounds(routes.places[near])
        self._box = shapely.box(west - limit_m, south - limit_m, east + limit_m, north + limit_m)
        box = routes.plane.to_lonlat(self._box)
        bounds = shapely.bounds(box)
        clipped = {
            name: polygons_of(shapely.intersection(territory.area, box))
            for name, territory in routes.before.items()
            if territory.meets(bounds)
        }
        self._territories = {name: routes.plane.from_lonlat(area) for name, area in clipped.items() if area is not None}
        self._others = {name: territory for name, territory in self._territories.items() if name not in routes.allies}
        self.hosts = set(self._others) - {*self._losers, NOBODY}
        self._numbers = [0, *near.tolist()]
        earlier = shapely.union_all(
            [territory for name, territory in self._territories.items() if name in routes.allies]
        )
        self._areas = np.array([earlier, *routes.places[near]], dtype=object)
        self._goal = self._numbers.index(number + 1)

    def route_around(self, closed: set[str]) -> Route | None:
        """Return the shortest route around the territory of holders, NOBODY or NOT_MAPPED; None if none is in limit."""
        give_m = GIVE * self._tolerance_m
        territory = shapely.union_all([self._territory_of(name) for name in sorted(closed)])
        shut = shapely.difference(territory, shapely.union_all(self._areas))
        legs = route_around(self._areas, self._goal, shut, self._limit_m, give_m)
        if legs is None:
            return None
        is_open = [name for name in self._others if name not in closed]
        return Route(tuple(self._leg(self._numbers[place], line, shut, is_open) for place, line in legs), self._losers)

    def _territory_of(self, name: str) -> shapely.Geometry:
        territory = self._territories.get(name, shapely.Polygon())
        if name != self._outside:
            return territory
        return shapely.union(territory, shapely.difference(self._box, self._covered))

    def _leg(self, place: int, line: shapely.Geometry, shut: shapely.Geometry, names: list[str]) -> RouteLeg:
        """Return a leg. Cuts into closed territory, at most the border error, count as open territory beside it."""
        off_m = 2 * GIVE * self._tolerance_m
        cut, around = shapely.intersection(line, shut), shapely.buffer(line, off_m)
        common = {}
        for name in names:
            near = shapely.intersection(self._others[name], around)
            # GEOS 3.13 cannot intersect points and lines with an empty area: a cut may be both where borders touch.
            if not shapely.is_empty(near):
                beside = shapely.intersection(cut, shapely.buffer(near, off_m))
                common[name] = [shapely.intersection(line, self._others[name]), beside]
        segments = holders_along(line, common, self._outside, self._tolerance_m, self._covered)
        return RouteLeg(place, line, tuple(segments))


_MARGIN_DEG = 0.01  # around a line, so that borders beside it are told from cuts

# Distance before an entry and after an exit at which the holder is determined: larger than rounding errors.
STEP_M = 10.0


@dataclass
class HostSegment:
    """A segment of a route in a host's territory.

    line           in the plane of ``routes``
    before, after, also_claimed_by   holders just before and after it, and other factions along it, as in
                   ``corridors.Corridors``
    reached        (number of the gain, route to it) for each gain reached through it
    """

    routes: CandidateRoutes
    host: str
    line: shapely.LineString
    before: Holders
    after: Holders
    also_claimed_by: Holders
    reached: list[tuple[int, Route]] = field(default_factory=list)

    @property
    def nearest(self) -> Route:
        return min((route for _, route in self.reached), key=lambda route: route.length_m)

    @property
    def farthest(self) -> Route:
        return max((route for _, route in self.reached), key=lambda route: route.length_m)

    @property
    def alternative_routes(self) -> list[Route]:
        """Routes to the nearest gain, without the one that the segment lies on."""
        number, taken = min(self.reached, key=lambda pair: pair[1].length_m)
        return [route for route in (self.routes.shortest(number), *self.routes.others(number)) if route is not taken]

    @property
    def gains(self) -> list[Gain]:
        return [self.routes.gains[number] for number, _ in self.reached]

    @property
    def mover(self) -> str:
        return max(self.gains, key=lambda gain: gain.km2).mover

    @property
    def territory(self) -> Territory:
        return self.routes.before[self.host]


@dataclass(frozen=True)
class HostlessRoute:
    """A gain whose shortest route needs no host, and the longer routes through hosts."""

    gain: Gain
    route: Route
    through_hosts: tuple[Route, ...]


def host_segments(
    routes: CandidateRoutes, feedback: Feedback = NO_FEEDBACK
) -> tuple[list[HostSegment], list[HostlessRoute]]:
    """Return the segments in hosts' territories on the routes to isolated gains, and the gains that need no host.

    Only the shortest route to each gain counts; routes through hosts beside one without hosts are alternatives of it.
    """
    segments: dict[tuple, HostSegment] = {}
    hostless = []
    for done, number in enumerate(routes.numbers):
        gain = routes.gains[number]
        share = SubFeedback(feedback, 100 * done / len(routes.numbers), 100 * (done + 1) / len(routes.numbers))
        report_progress(share, 0)
        if not gain.is_cut_off:
            continue
        route, others = routes.shortest(number), routes.others(number, share)
        if not route.hosts:  # ways through hosts beside it are its alternatives
            hostless.append(HostlessRoute(gain, route, tuple(each for each in others if each.hosts)))
            continue
        for segment in _segments_on(routes, route):
            key = segment.host, shapely.to_wkb(segment.line)
            segments.setdefault(key, segment).reached.append((number, route))
    return list(segments.values()), hostless


def _segments_on(routes: CandidateRoutes, route: Route) -> Iterator[HostSegment]:
    earlier = tuple(routes.allies)
    for leg in route.legs:
        reached = routes.gains[leg.to_place - 1].sorted_losers
        for each in leg.segments:
            if each.holder in route.hosts:
                before = routes.held_at(leg.line, each.start_m - STEP_M, earlier)
                after = routes.held_at(leg.line, each.end_m + STEP_M, reached)
                others = {other.holder for other in leg.segments} - {each.holder} - NO_FACTION
                also = tuple(sorted(name for name in others if routes.both_hold(each.of(leg.line), each.holder, name)))
                yield HostSegment(
                    routes=routes,
                    host=each.holder,
                    line=each.of(leg.line),
                    before=before,
                    after=after,
                    also_claimed_by=also,
                )
        earlier = reached
