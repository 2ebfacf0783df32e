"""Shortest routes from one area to others in a plane, around obstacles, and the holders along them.

Method. Without obstacles the shortest route between two areas is a straight line. With areas that may be crossed for
free it is a chain of such lines: a shortest-path tree (Dijkstra 1959, A note on two problems in connexion with graphs).
Around obstacles a shortest route bends only at their corners (Lozano-Pérez and Wesley 1979, An algorithm for planning
collision-free paths among polyhedral obstacles), so the corners join the graph. Their mutual visibility is tested when
the search (A*: Hart, Nilsson and Raphael 1968) reaches them, not in advance.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import ArrayLike
from shapely.ops import substring

ALONG_BORDER_M = 1.0
_NO_AREA = shapely.Polygon()
MOST_CORNERS = 400  # of obstacles and areas together, in one search; above it outlines are simplified further


@dataclass(frozen=True)
class ShortestPaths:
    """Shortest paths from place 0 to each place; columns of length n.

    length    metres, without the parts inside places; inf without a path within the limit
    previous  the place before this one on its path; -1 for place 0 and without a path
    leg       LineString from the previous place to this one
    """

    length: np.ndarray
    previous: np.ndarray
    leg: np.ndarray

    def chain(self, place: int) -> list[int]:
        """Return the places on the path after place 0, this one last."""
        places = []
        while place > 0:
            places.append(place)
            place = int(self.previous[place])
        return places[::-1]


_ROUNDING_M = 1e-3


def centre_between_parallel_edges(
    line: shapely.Geometry, one: shapely.Geometry, other: shapely.Geometry
) -> shapely.Geometry:
    """Return the middle one of all equally short lines between two areas whose parallel edges face each other.

    line        a shortest line from ``one`` to ``other``, returned unchanged if the edges are not parallel
    one, other  areas in a plane, in metres

    Maps drawn in cells have such edges, and the first shortest line may run along a border although one in the open
    is as short. The line gets at most 2 m longer, the tolerance at its ends.
    """
    start, end = shapely.get_coordinates(line)
    along = (end - start) / line.length
    across = np.array([-along[1], along[0]])
    west, south, east, north = shapely.bounds(np.array([one, other], dtype=object)).T
    length = float(np.hypot(east - west, north - south).min())  # no common edge is longer
    low, high = -length, length
    for area, foot in ((one, start - along), (other, end + along)):
        slid = shapely.linestrings([foot - length * across, foot + length * across])
        spans = _spans(slid, shapely.intersection(slid, area))
        # The line may start at a corner, which rounding puts beside the span.
        here = [span for span in spans if span[0] - _ROUNDING_M <= length <= span[1] + _ROUNDING_M]
        if not here:
            return line
        low, high = max(low, here[0][0] - length), min(high, here[0][1] - length)
    return shapely.linestrings(np.array([start, end]) + (low + high) / 2 * across)


class Obstacle:
    """An area that no route crosses; routes may run along its border.

    area    polygons in a plane, in metres
    give_m  border error: the area closer than this to the border is not an obstacle
    fine_m  tolerance by which its outline is simplified; smaller areas are not obstacles
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
    """Return the shortest paths from the first of n places (points and areas in a plane, in metres) to the others.

    ahead    (n,) lower bound of the distance from each place to the goal, for A*; default 0: Dijkstra
    limit_m  longer paths are not followed
    goal     the place at which the search may end; default: all are reached

    Paths are straight from place to place and cost nothing inside a place.
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
    """Return the shortest route from the first of n areas to another around an obstacle: its legs, from area to area.

    areas   (n,) in a plane, in metres: the route starts in the first, and costs nothing inside the others
    goal    number of the area to reach
    limit_m, give_m   see ``shortest_paths`` and ``Obstacle``

    None without a route within the limit. Outlines are simplified by half of ``give_m``, or by more if MOST_CORNERS
    requires it; the route may cut the obstacle by about as much, or be longer than the shortest.
    """
    areas = np.asarray(areas, dtype=object)
    shapely.prepare(areas)
    rest = np.r_[goal, np.delete(np.arange(len(areas)), goal)]
    to_goal = np.empty(len(areas))
    to_goal[rest] = shortest_paths(areas[rest]).length
    from_start = shortest_paths(areas).length
    fine_m, outlines = give_m / 2, areas
    while True:
        # Starting from the last outlines is faster, because they have fewer corners.
        obstacle_area, outlines = _simplified(obstacle_area, fine_m), _simplified(outlines, fine_m)
        obstacle = Obstacle(obstacle_area, give_m, fine_m)
        corners = _corners([obstacle.area, *outlines])
        gaps = shapely.distance(areas, corners[:, None]) if len(corners) else np.empty((0, len(areas)))
        ahead = (gaps + to_goal).min(axis=1)
        is_near = (gaps + from_start).min(axis=1) + ahead <= limit_m  # an ellipse if nothing is free
        if is_near.sum() <= MOST_CORNERS:
            break
        fine_m *= 2  # ends at the latest when all outlines are smaller than this
    paths = shortest_paths(np.r_[areas, corners[is_near]], obstacle, np.r_[to_goal, ahead[is_near]], limit_m, goal)
    return _legs(paths, goal, len(areas)) if np.isfinite(paths.length[goal]) else None


def _simplified(areas: shapely.Geometry | np.ndarray, fine_m: float) -> shapely.Geometry | np.ndarray:
    return shapely.simplify(areas, fine_m, preserve_topology=False)


def _corners(areas: shapely.Geometry | np.ndarray) -> np.ndarray:
    return shapely.points(np.unique(shapely.get_coordinates(areas), axis=0))


def _legs(paths: ShortestPaths, goal: int, areas: int) -> list:
    """Return (area in which it ends, line) for each leg from area to area."""
    legs, points = [], np.empty((0, 2))
    for place in paths.chain(goal):
        points = np.concatenate([points, shapely.get_coordinates(paths.leg[place])])
        if place < areas:
            is_new = np.r_[True, (np.diff(points, axis=0) != 0).any(axis=1)]
            legs += [(place, shapely.linestrings(points[is_new]))] if is_new.sum() > 1 else []
            points = np.empty((0, 2))
    return legs


@dataclass(frozen=True)
class RouteSegment:
    """Part of a line in the territory of a holder, NOBODY or NOT_MAPPED; start and end in metres along the line."""

    holder: str
    start_m: float
    end_m: float

    def of(self, line: shapely.Geometry) -> shapely.Geometry:
        return substring(line, self.start_m, self.end_m)


def holders_along(
    line: shapely.Geometry,
    common: Mapping[str, object],
    outside: str,
    least_m: float,
    covered: shapely.Geometry = _NO_AREA,
) -> list[RouteSegment]:
    """Return the segments of a line (plane, metres) by holder, sorted by start; contested parts have several.

    common   holder → intersection of the line with its territory: a geometry or several
    outside  NOT_MAPPED or NOBODY: holder of the parts of the line outside all territories
    least_m  gaps shorter than this are closed, then segments shorter than this are dropped
    covered  area of all territories: parts of the line in it that are in none of ``common`` run along a border
    """
    held = {name: _spans(line, pieces) for name, pieces in common.items()}
    free = _between([span for spans in held.values() for span in spans], line.length)
    outer = _in_both(free, _between(_spans(line, shapely.intersection(line, covered)), line.length))
    held[outside] = [*held.get(outside, ()), *outer]
    segments = [
        RouteSegment(holder=name, start_m=start, end_m=end)
        for name, spans in held.items()
        for start, end in _joined(spans, least_m)
    ]
    segments = [each for each in segments if each.end_m - each.start_m >= least_m]
    return sorted(segments, key=lambda each: (each.start_m, each.holder))


def inside_of(line: shapely.Geometry, area: shapely.Geometry) -> shapely.Geometry:
    """Return the part of a line in the interior of an area (plane, metres): parts that run along its border are not in.

    A part runs along the border if it stays within ALONG_BORDER_M of it, above the rounding of coordinates, for longer
    than a crossing does.
    """
    common = shapely.intersection(line, area)
    beside = shapely.get_parts(shapely.intersection(line, shapely.buffer(shapely.boundary(area), ALONG_BORDER_M)))
    along = beside[shapely.length(beside) > 50 * ALONG_BORDER_M]
    return shapely.difference(common, shapely.buffer(shapely.union_all(along), ALONG_BORDER_M / 10))


def _spans(line: shapely.Geometry, common: shapely.Geometry | np.ndarray) -> list[tuple[float, float]]:
    parts = shapely.get_parts(shapely.get_parts(common))  # of collections too
    parts = parts[(shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING.value) & (shapely.length(parts) > 0)]
    ends = [shapely.line_locate_point(line, shapely.get_point(parts, number)) for number in (0, -1)]
    return sorted(zip(np.minimum(*ends).tolist(), np.maximum(*ends).tolist()))


def _joined(spans: Iterable[tuple[float, float]], gap_m: float) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if merged and start - merged[-1][1] <= gap_m:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _between(spans: Iterable[tuple[float, float]], length: float) -> list[tuple[float, float]]:
    """Return the parts of a line of a length that spans leave uncovered."""
    edges = [0.0, *(edge for span in _joined(spans, 0) for edge in span), length]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2]) if end > start]


def _in_both(ones: Iterable[tuple[float, float]], others: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the parts of a line that lie in spans of both lists."""
    pairs = ((max(one[0], other[0]), min(one[1], other[1])) for one in ones for other in others)
    return sorted((start, end) for start, end in pairs if end > start)
