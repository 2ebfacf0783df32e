"""Shortest routes in a plane around obstacles, and the holders along them; in metres."""

from __future__ import annotations

import heapq
import math

import numpy as np
import pytest
import shapely
import shapely.affinity
from hypothesis import given, settings
from hypothesis import strategies as st

from syria_control_plugin.core.control.holders import NOBODY, NOT_MAPPED
from syria_control_plugin.core.corridors import routes as module
from syria_control_plugin.core.corridors.routes import (
    Obstacle,
    RouteSegment,
    centre_between_parallel_edges,
    holders_along,
    route_around,
    shortest_paths,
)

NONE = shapely.Polygon()


def square(x, y, size=10):
    return shapely.box(x, y, x + size, y + size)


def length_of(legs):
    return sum(line.length for _, line in legs)


def test_straight_from_area_to_area():
    ways = shortest_paths([square(0, 0), square(30, 5)])
    assert ways.length.tolist() == [0, 20]
    assert (ways.leg[1].coords[0][0], ways.leg[1].coords[-1][0]) == (10, 30)


@pytest.mark.parametrize(
    ("other", "y"),
    [
        (square(30, 0), [5]),  # the whole of both sides
        (square(30, 4), [7]),  # the part that they share
        (shapely.Polygon([(30, 8), (90, -50), (90, 60)]), [8]),  # one corner
        (shapely.box(30, 0, 40, 3) | shapely.box(30, 6, 40, 10), [1.5, 8]),  # in one of the two
    ],
)
def test_a_route_between_parallel_sides_is_in_their_middle(other, y):
    scaled = [shapely.affinity.scale(area, 1000, 1000, origin=(0, 0)) for area in (square(0, 0), other)]
    line = centre_between_parallel_edges(shortest_paths(scaled).leg[1], *scaled)
    assert shapely.get_coordinates(line)[:, 0] == pytest.approx([10000, 30000], abs=2)
    heights = shapely.get_coordinates(line)[:, 1] / 1000
    assert heights[0] == heights[1] and any(heights[0] == pytest.approx(each, abs=0.01) for each in y)


def test_areas_on_the_route_are_free():
    """0 ... 1111 . 2: the route to 2 leads over 1, because 3 + 1 is less than 14."""
    ways = shortest_paths([square(0, 0), square(13, 0), square(24, 0)])
    assert ways.length.tolist() == [0, 3, 4]
    assert ways.chain(2) == [1, 2]


def test_an_area_off_the_route_is_not_used():
    ways = shortest_paths([square(0, 0), square(0, 100), square(30, 0)])
    assert ways.chain(2) == [2]


def test_beyond_the_limit_there_is_no_route():
    ways = shortest_paths([square(0, 0), square(30, 0), square(60, 0)], limit_m=20)
    assert ways.length.tolist() == [0, 20, np.inf]
    assert ways.chain(2) == [2] and ways.leg[2] is None


def test_a_route_around_a_wall():
    """A wall 2 m wide from y = -50 to 20 is between two points: the route bends at its two upper corners."""
    wall = shapely.box(49, -50, 51, 20)
    legs = route_around([shapely.Point(0, 0), shapely.Point(100, 0)], 1, wall, 1000, give_m=0.1)
    assert length_of(legs) == pytest.approx(2 * math.hypot(49, 20) + 2, abs=0.5)
    assert not shapely.intersects(legs[0][1], wall.buffer(-0.2))


@pytest.mark.parametrize(("limit", "is_found"), [(107, False), (109, True)])
def test_a_detour_counts_up_to_the_limit(limit, is_found):
    legs = route_around([shapely.Point(0, 0), shapely.Point(100, 0)], 1, shapely.box(49, -50, 51, 20), limit, 0.1)
    assert (legs is not None) == is_found


def test_no_route_leads_out_of_a_ring():
    ring = shapely.Point(0, 0).buffer(50) - shapely.Point(0, 0).buffer(40)
    assert route_around([shapely.Point(0, 0), shapely.Point(100, 0)], 1, ring, 1e6, 1) is None


def test_borders_are_uncertain_by_the_tolerance():
    """With a tolerance of 3 m, a route leads between walls 1 m apart and through one 5 m wide, but not 8 m."""
    walls = shapely.union_all([shapely.box(40, -500, 60, -0.5), shapely.box(40, 0.5, 60, 500)])
    points = [shapely.Point(0, 30), shapely.Point(100, 30)]
    assert length_of(route_around(points, 1, walls, 1000, give_m=3)) < 130
    thin, thick = (shapely.box(50, -500, 50 + width, 500) for width in (5, 8))
    assert length_of(route_around(points, 1, thin, 1000, give_m=3)) == pytest.approx(100)
    assert route_around(points, 1, thick, 500, give_m=3) is None


def test_a_route_can_follow_the_border_of_the_obstacle():
    """The route leads from the left of a box to its right along the upper side."""
    legs = route_around([shapely.Point(-1, 10), shapely.Point(101, 10)], 1, shapely.box(0, 0, 100, 10), 1000, 0.01)
    assert length_of(legs) == pytest.approx(102, abs=0.1)


def test_a_route_leaves_areas_outside_the_obstacle():
    """The areas face each other across the obstacle; the route leaves and enters them above it."""
    areas = [shapely.box(0, 0, 10, 100), shapely.box(30, 0, 40, 100)]
    legs = route_around(areas, 1, shapely.box(10, -50, 30, 90), 1000, 0.1)
    assert length_of(legs) == pytest.approx(20, abs=0.2)
    assert shapely.bounds(legs[0][1])[1] >= 89.8


def test_a_free_area_within_the_obstacle_is_a_stepping_stone():
    """The wall is open at the second area: one leg leads to it and one from it."""
    areas = [shapely.Point(0, 0), square(45, 20), shapely.Point(100, 0)]
    wall = shapely.box(45, -500, 55, 500) - areas[1]
    legs = route_around(areas, 2, wall, 1000, 0.1)
    assert [place for place, _ in legs] == [1, 2]
    assert length_of(legs) == pytest.approx(2 * math.hypot(45, 20), abs=0.5)


def test_outlines_are_simplified_to_keep_the_search_short(monkeypatch):
    """A round obstacle has many corners, and small ones surround it: only 20 corners are allowed."""
    monkeypatch.setattr(module, "MOST_CORNERS", 20)
    rng = np.random.default_rng(1)
    specks = [square(*place, 0.5) for place in rng.uniform(-40, 140, (500, 2))]
    asked: list[int] = []

    def counting(places, *rest):
        asked.append(len(places))
        return shortest_paths(places, *rest)

    monkeypatch.setattr(module, "shortest_paths", counting)
    round_one = shapely.Point(50, 0).buffer(30, quad_segs=200)
    legs = route_around(
        [shapely.Point(0, 0), shapely.Point(100, 0)], 1, shapely.union_all([round_one, *specks]), 200, 0.1
    )
    assert 110 < length_of(legs) < 125
    assert 2 < max(asked) <= 2 + 20


BOXES = st.lists(st.tuples(*[st.integers(5, 80)] * 2, *[st.integers(5, 30)] * 2), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(BOXES)
def test_routes_are_as_short_as_by_dijkstra_over_all_corners(boxes):
    """The comparison is Dijkstra over the whole visibility graph of boxes, without heuristic and limit."""
    area = shapely.union_all([shapely.box(x, y, x + w, y + h) for x, y, w, h in boxes])
    ends = [shapely.Point(0, 0), shapely.Point(120, 120)]
    legs = route_around(ends, 1, area, 1000, give_m=1e-3)
    corners = shapely.points(np.unique(shapely.get_coordinates(area), axis=0))
    assert length_of(legs) == pytest.approx(plain_shortest([*ends, *corners], area.buffer(-1e-2)), abs=0.05)


def plain_shortest(points, inner):
    n = len(points)
    lines = {(i, j): shapely.LineString([points[i], points[j]]) for i in range(n) for j in range(n) if i != j}
    steps = {pair: line.length for pair, line in lines.items() if not shapely.intersects(line, inner)}
    best, heap = {0: 0.0}, [(0.0, 0)]
    while heap:
        length, i = heapq.heappop(heap)
        for j in range(n):
            if (i, j) in steps and length + steps[i, j] < best.get(j, np.inf):
                best[j] = length + steps[i, j]
                heapq.heappush(heap, (best[j], j))
    return best[1]


def test_an_obstacle_blocks_inside_and_not_beside():
    obstacle = Obstacle(shapely.box(0, 0, 100, 100), give_m=10, fine_m=1)
    lines = [shapely.LineString([(-50, y), (150, y)]) for y in (5, 9.9, 11, 50)]
    assert obstacle.blocks(lines).tolist() == [False, False, True, True]


LINE = shapely.LineString([(0, 0), (100, 0)])


def common(**spans):
    return {
        name: [shapely.LineString([(a, 0), (b, 0)]) for a, b in pairs] for name, pairs in spans.items()
    }  # fmt: skip


def test_segments_of_hosts_and_gaps_in_the_map_between():
    assert holders_along(LINE, common(B=[(20, 50)], C=[(50, 100)]), NOT_MAPPED, 1) == [
        RouteSegment(NOT_MAPPED, 0, 20), RouteSegment("B", 20, 50), RouteSegment("C", 50, 100)
    ]  # fmt: skip


def test_over_contested_territory_there_are_two_segments():
    found = holders_along(LINE, common(B=[(0, 60)], D=[(40, 100)]), NOT_MAPPED, 1)
    assert found == [RouteSegment("B", 0, 60), RouteSegment("D", 40, 100)]


def test_short_gaps_belong_to_a_segment_and_short_segments_are_left_out():
    found = holders_along(LINE, common(B=[(0, 30), (34, 60)], D=[(60, 64)], C=[(64, 100)]), NOT_MAPPED, 5)
    assert found == [RouteSegment("B", 0, 60), RouteSegment("C", 64, 100)]
    assert [each.holder for each in holders_along(LINE, common(B=[(0, 30), (36, 100)]), NOT_MAPPED, 5)] == [
        "B",
        NOT_MAPPED,
        "B",
    ]


def test_ground_outside_is_nobodys_if_the_source_says_so():
    """Within it, the source also has a class of nobody's ground; without the statement, the rest is not mapped."""
    spans = common(B=[(20, 50)], nobody=[(50, 60)])
    one, other = (holders_along(LINE, spans, outside, 1) for outside in (NOT_MAPPED, NOBODY))
    assert [(each.holder, each.start_m, each.end_m) for each in one] == [
        (NOT_MAPPED, 0, 20), ("B", 20, 50), (NOBODY, 50, 60), (NOT_MAPPED, 60, 100)
    ]  # fmt: skip
    assert [(each.holder, each.start_m, each.end_m) for each in other] == [
        (NOBODY, 0, 20), ("B", 20, 50), (NOBODY, 50, 100)
    ]  # fmt: skip


def test_common_points_are_not_a_segment():
    assert holders_along(LINE, {"B": shapely.Point(50, 0), "D": NONE}, NOT_MAPPED, 1) == [
        RouteSegment(NOT_MAPPED, 0, 100)
    ]


def test_a_segment_follows_the_bends_of_its_line():
    line = shapely.LineString([(0, 0), (10, 0), (10, 10)])
    assert RouteSegment("B", 5, 15).of(line).wkt == "LINESTRING (5 0, 10 0, 10 5)"
