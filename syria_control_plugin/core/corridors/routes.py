"""Ways: the shortest lines from one area to others in a plane, past obstacles, and over whose ground they lead.

Method. What can be walked over has no corners to bend round, so the shortest way between two areas is a straight line,
and over areas that may be walked for free it is a chain of such lines: a shortest-path tree (Dijkstra 1959, A note on
two problems in connexion with graphs). Past obstacles a shortest way bends at their corners only (Lozano-Pérez and
Wesley 1979, An algorithm for planning collision-free paths among polyhedral obstacles), so the corners join the graph.
Which of them see each other is tested as the search (A*: Hart, Nilsson and Raphael 1968) comes to them, not beforehand.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import ArrayLike
from shapely.ops import substring

NOBODY = ""
UNMAPPED = "\0"  # ground that the map does not show; no faction is called so
MOST_CORNERS = 400  # of the obstacles and of the areas together, in one search: beyond it outlines get coarser


@dataclass(frozen=True)
class ShortestPaths:
    """The shortest way from place 0 to each place; columns of length n.

    length    metres, without what is walked inside the places; inf where there is no way within the limit
    previous  the place before the last one on it, -1 for place 0 and where there is none
    leg       LineString from the place before to this one
    """

    length: np.ndarray
    previous: np.ndarray
    leg: np.ndarray

    def chain(self, place: int) -> list[int]:
        """The places on the way after place 0, this one last."""
        found = []
        while place > 0:
            found.append(place)
            place = int(self.previous[place])
        return found[::-1]


def centre_between_parallel_edges(
    line: shapely.Geometry, one: shapely.Geometry, other: shapely.Geometry
) -> shapely.Geometry:
    """Of the lines as short as a shortest one between two areas the middle one, where parallel edges face each other.

    Maps drawn in cells have such edges, and the line found first may run along a border that it could run beside. It
    is slid at most by its own length, and gets longer by 2 m at the most: the ends may be that far off.
    """
    (start, end), length = shapely.get_coordinates(line), line.length
    along = (end - start) / length
    across = np.array([-along[1], along[0]])
    low, high = -length, length
    for area, foot in ((one, start - along), (other, end + along)):
        slid = shapely.linestrings([foot - length * across, foot + length * across])
        spans = _spans(slid, shapely.intersection(slid, area))
        here = [span for span in spans if span[0] <= length <= span[1]]
        if not here:
            return line
        low, high = max(low, here[0][0] - length), min(high, here[0][1] - length)
    return shapely.linestrings(np.array([start, end]) + (low + high) / 2 * across)


class Obstacle:
    """Ground that no way leads through; its border can be walked.

    area    polygons in a plane, in metres
    give_m  borders are uncertain: ground closer than this to the border is no obstacle
    fine_m  its outline is simplified by so much, and what is smaller than that is no obstacle
    """

    def __init__(self, area: shapely.Geometry, give_m: float, fine_m: float) -> None:
        self.area = _simplified(shapely.buffer(area, -give_m, join_style="mitre"), fine_m)
        self._core = shapely.buffer(self.area, -min(1.0, fine_m / 10), join_style="mitre")
        shapely.prepare(self._core)

    def blocks(self, lines: shapely.Geometry | np.ndarray) -> np.ndarray:
        return shapely.intersects(self._core, lines)


def shortest_paths(
    places: ArrayLike,
    obstacle: Obstacle | None = None,
    ahead: np.ndarray | None = None,
    limit_m: float = np.inf,
    goal: int | None = None,
) -> ShortestPaths:
    """The shortest ways from the first of some places (points and areas in a plane, in metres) to the others.

    From one place to the next a way is straight; inside a place one walks for free.
    ahead    (n,) how far it is from each place to the goal at least, for A*; default 0: Dijkstra
    limit_m  longer ways are not followed
    goal     the place at which the search may end; default: all are reached
    """
    places = np.asarray(places, dtype=object)
    ahead = np.zeros(len(places)) if ahead is None else ahead
    length, previous = np.full(len(places), np.inf), np.full(len(places), -1)
    leg, is_done = np.full(len(places), None, dtype=object), np.zeros(len(places), bool)
    length[0] = 0
    heap = [(ahead[0], 0)]
    while heap:
        _, here = heapq.heappop(heap)
        if is_done[here]:
            continue
        is_done[here] = True
        if here == goal:
            break
        others = np.flatnonzero(~is_done)
        reach = length[here] + shapely.distance(places[here], places[others])
        is_better = (reach < length[others]) & (reach + ahead[others] <= limit_m)
        others, reach = others[is_better], reach[is_better]
        lines = shapely.shortest_line(places[here], places[others])
        is_open = np.full(len(others), True) if obstacle is None else ~obstacle.blocks(lines)
        for other, metres, line in zip(others[is_open], reach[is_open], lines[is_open]):
            length[other], previous[other], leg[other] = metres, here, line
            heapq.heappush(heap, (metres + ahead[other], int(other)))
    return ShortestPaths(length, previous, leg)


def route_around(
    areas: ArrayLike, goal: int, obstacle_area: shapely.Geometry, limit_m: float, give_m: float
) -> list | None:
    """The shortest way from the first of some areas to another past an obstacle: its legs, from area to area.

    areas   (n,) in a plane, in metres: the first is where the way begins, the others are walked for free
    goal    which of them is to be reached
    limit_m, give_m   see ``shortest_paths`` and ``Obstacle``

    None where there is none within the limit. Outlines are simplified by half of ``give_m``, or by as much more as
    MOST_CORNERS asks for; so the way may cut the obstacle by the like, or be longer than the shortest.
    """
    areas = np.asarray(areas, dtype=object)
    shapely.prepare(areas)
    rest = np.r_[goal, np.delete(np.arange(len(areas)), goal)]
    to_goal = np.empty(len(areas))
    to_goal[rest] = shortest_paths(areas[rest]).length
    from_start = shortest_paths(areas).length
    fine_m, outlines = give_m / 2, areas
    while True:
        # From the last outlines on: those with fewer corners are coarsened faster.
        obstacle_area, outlines = _simplified(obstacle_area, fine_m), _simplified(outlines, fine_m)
        obstacle = Obstacle(obstacle_area, give_m, fine_m)
        corners = _corners([obstacle.area, *outlines])
        gaps = shapely.distance(areas, corners[:, None]) if len(corners) else np.empty((0, len(areas)))
        ahead = (gaps + to_goal).min(axis=1)
        is_near = (gaps + from_start).min(axis=1) + ahead <= limit_m  # an ellipse, where nothing is free
        if is_near.sum() <= MOST_CORNERS:
            break
        fine_m *= 2  # in the end all is smaller than that
    ways = shortest_paths(np.r_[areas, corners[is_near]], obstacle, np.r_[to_goal, ahead[is_near]], limit_m, goal)
    return _legs(ways, goal, len(areas)) if np.isfinite(ways.length[goal]) else None


def _simplified(areas: shapely.Geometry | np.ndarray, fine_m: float) -> shapely.Geometry | np.ndarray:
    return shapely.simplify(areas, fine_m, preserve_topology=False)


def _corners(areas: shapely.Geometry | np.ndarray) -> np.ndarray:
    return shapely.points(np.unique(shapely.get_coordinates(areas), axis=0))


def _legs(ways: ShortestPaths, goal: int, areas: int) -> list:
    """Of each stretch from area to area: (area in which it ends, line)."""
    legs, points = [], np.empty((0, 2))
    for place in ways.chain(goal):
        points = np.concatenate([points, shapely.get_coordinates(ways.leg[place])])
        if place < areas:
            is_new = np.r_[True, (np.diff(points, axis=0) != 0).any(axis=1)]
            legs += [(place, shapely.linestrings(points[is_new]))] if is_new.sum() > 1 else []
            points = np.empty((0, 2))
    return legs


@dataclass(frozen=True)
class RouteSegment:
    """Part of a line, from so many to so many metres along it, over the ground of a holder, NOBODY or UNMAPPED."""

    holder: str
    start_m: float
    end_m: float

    def of(self, line: shapely.Geometry) -> shapely.Geometry:
        return substring(line, self.start_m, self.end_m)


def holders_along(
    line: shapely.Geometry, common: Mapping[str, object], mapped: shapely.Geometry, least_m: float
) -> list[RouteSegment]:
    """Over whose ground a line leads (plane, metres), sorted by where; over contested ground there are several.

    common   holder → what the line has in common with its ground: a geometry or several
    mapped   the ground that the map shows: where the line has nothing in common with any holder's, it is on ground of
             nobody there, and else on unmapped ground
    least_m  gaps shorter than this are part of the stretch, and then stretches shorter than this are none
    """
    held = {name: _spans(line, pieces) for name, pieces in common.items()}
    free = _between([span for spans in held.values() for span in spans], line.length)
    held[UNMAPPED] = _in_both(free, _between(_spans(line, shapely.intersection(line, mapped)), line.length))
    held[NOBODY] = _in_both(free, _between(held[UNMAPPED], line.length))
    found = [RouteSegment(name, *span) for name, spans in held.items() for span in _joined(spans, least_m)]
    found = [each for each in found if each.end_m - each.start_m >= least_m]
    return sorted(found, key=lambda each: (each.start_m, each.holder))


def _spans(line: shapely.Geometry, common: shapely.Geometry | np.ndarray) -> list[tuple[float, float]]:
    parts = shapely.get_parts(shapely.get_parts(common))  # of collections too
    parts = parts[(shapely.get_type_id(parts) == 1) & (shapely.length(parts) > 0)]
    ends = [shapely.line_locate_point(line, shapely.get_point(parts, number)) for number in (0, -1)]
    return sorted(zip(np.minimum(*ends).tolist(), np.maximum(*ends).tolist()))


def _joined(spans: Iterable[tuple[float, float]], gap_m: float) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if found and start - found[-1][1] <= gap_m:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _between(spans: Iterable[tuple[float, float]], length: float) -> list[tuple[float, float]]:
    """What spans leave of a line of a length."""
    edges = [0.0, *(edge for span in _joined(spans, 0) for edge in span), length]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2]) if end > start]


def _in_both(ones: Iterable[tuple[float, float]], others: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """What of a line lies in spans of both."""
    pairs = ((max(one[0], other[0]), min(one[1], other[1])) for one in ones for other in others)
    return sorted((start, end) for start, end in pairs if end > start)
