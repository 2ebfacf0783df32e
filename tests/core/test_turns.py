"""Full turns around the globe: geometries across the antimeridian stay in one piece, or are cut there on request."""

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.geometry.antimeridian import (
    folded,
    seen_from,
    turned,
    turns_from,
    turns_towards,
    within_180,
)


def test_an_area_beyond_180_is_cut_there():
    [area] = folded(np.array([shapely.box(178, 0, 183, 1)]))
    assert area.equals(shapely.union_all([shapely.box(178, 0, 180, 1), shapely.box(-180, 0, -177, 1)]))


def test_a_border_along_180_leaves_no_line():
    """GEOS 3.13 cannot subtract a mixed collection from an empty area."""
    [area] = folded(np.array([shapely.union_all([shapely.box(178, 0, 183, 1), shapely.box(178, 1, 180, 2)])]))
    assert area.geom_type == "MultiPolygon"
    assert area.area == pytest.approx(5 + 2)


@pytest.mark.parametrize("area", [shapely.box(10, 0, 20, 1), shapely.box(-180, 0, 180, 1), shapely.MultiPolygon()])
def test_an_area_within_180_is_not_changed(area):
    assert folded(np.array([area]))[0] is area


def test_a_territory_in_two_halves_is_one_for_a_path_over_the_antimeridian():
    halves = shapely.union_all([shapely.box(178, 0, 180, 1), shapely.box(-180, 0, -178, 1)])
    path = shapely.LineString([(179, 0.5), (181, 0.5)])
    assert seen_from(halves, np.array([path])).contains(path)
    assert not halves.contains(path)


def test_a_territory_far_from_the_antimeridian_is_the_same_object():
    area = shapely.box(10, 0, 20, 1)
    assert seen_from(area, np.array([shapely.LineString([(11, 0), (12, 1)])])) is area


@pytest.mark.parametrize(
    "line, expected",
    [
        ("LINESTRING (185 0, 186 0)", "LINESTRING (-175 0, -174 0)"),
        ("LINESTRING (179 0, 181 0)", "LINESTRING (179 0, 181 0)"),
        ("LINESTRING (-181 0, -179 0)", "LINESTRING (179 0, 181 0)"),
    ],
)
def test_lines_are_moved_within_180_if_they_fit(line, expected):
    assert shapely.to_wkt(within_180([shapely.from_wkt(line)])[0], rounding_precision=6) == expected


def test_no_lines():
    assert len(within_180([])) == 0


def test_turns():
    assert turns_from(185, -180) == -1 and turns_from(-180, -180) == 0 and turns_from(179, 180) == 1
    assert turns_towards(-179, 179) == 1 and turns_towards(10, 20) == 0
    point = shapely.Point(1, 2)
    assert turned(point, 1).equals(shapely.Point(361, 2)) and turned(point, 0) is point


def test_an_area_that_touches_the_antimeridian_leaves_no_line_there():
    bent = shapely.Polygon([(178, 0), (182, 0), (182, 2), (180, 2), (180, 1), (178, 1)])
    areas = folded(np.array([bent | shapely.box(179, 2, 180, 3)], object))
    assert areas[0].geom_type == "MultiPolygon" and areas[0].area == 7
