"""Repairs: every geometry ends as an area, or is rejected with a reason."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.geometry.polygons import polygons_of, repair_polygons

BOW_TIE = "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))"
with np.errstate(invalid="ignore"):
    NAN = shapely.Polygon([(0, 0), (1, 0), (np.nan, 1), (0, 0)])


def repaired(wkt):
    """The one repaired geometry and what was done to it."""
    result = repair_polygons([shapely.from_wkt(wkt)])
    assert result.rejected == {}
    assert shapely.is_valid(result.geometry[0])
    return result.geometry[0], result.repaired.get(0)


@pytest.mark.parametrize(
    "wkt", ["POLYGON ((0 0, 1 0, 1 1, 0 0))", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 0, 6 0, 6 1, 5 0)))"]
)
def test_a_good_area_is_left_as_it_is(wkt):
    ground, note = repaired(wkt)
    assert note is None
    assert shapely.equals_exact(ground, shapely.from_wkt(wkt))


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        (None, "no geometry"),
        (shapely.Polygon(), "empty geometry"),
        (shapely.GeometryCollection(), "empty geometry"),
        (NAN, "coordinates that are not numbers"),
        (shapely.Polygon([(0, 0), (1, 0), (np.inf, 1), (0, 0)]), "coordinates that are not numbers"),
        (shapely.Point(1, 2), "Point has zero area"),
        (shapely.LineString([(0, 0), (1, 1)]), "LineString has zero area"),
        (shapely.from_wkt("POLYGON ((0 0, 1 1, 2 2, 0 0))"), "Polygon has zero area"),
        (
            shapely.from_wkt("GEOMETRYCOLLECTION (POINT (0 0), LINESTRING (0 0, 1 1))"),
            "GeometryCollection has zero area",
        ),
    ],
)
def test_what_is_no_area_is_rejected_with_a_reason(geometry, reason):
    result = repair_polygons([shapely.box(0, 0, 1, 1), geometry])
    assert list(result.rejected) == [1]
    assert str(result.rejected[1]).startswith(reason)
    assert result.geometry[1] is None
    assert result.repaired == {}
    assert shapely.area(result.geometry[0]) == 1


def test_a_bow_tie_becomes_its_two_wings():
    """
    |\\/|
    |/\\|
    """
    ground, note = repaired(BOW_TIE)
    wings = "MULTIPOLYGON (((0 0, 1 1, 0 2, 0 0)), ((2 0, 2 2, 1 1, 2 0)))"
    assert shapely.equals(ground, shapely.from_wkt(wings))
    assert str(note) == "invalid Polygon: Self-intersection[1 1]"


def test_parts_that_overlap_count_once_and_leave_no_hole():
    ground, note = repaired("MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 0, 3 0, 3 2, 1 2, 1 0)))")
    assert shapely.equals(ground, shapely.box(0, 0, 3, 2))
    assert str(note).startswith("invalid MultiPolygon: ")


def test_a_part_inside_another_is_no_hole():
    ground, _ = repaired("MULTIPOLYGON (((0 0, 3 0, 3 3, 0 3, 0 0)), ((1 1, 2 1, 2 2, 1 2, 1 1)))")
    assert shapely.equals(ground, shapely.box(0, 0, 3, 3))


@pytest.mark.parametrize(
    ("hole", "area"),
    [
        ("(5 0, 6 0, 6 1, 5 1, 5 0)", 4),  # beside the shell
        ("(1 0, 3 0, 3 1, 1 1, 1 0)", 3),  # half of it outside
        ("(1 0, 1 1, 0 1, 0 0, 1 0)", 3),  # along the shell
        ("(0.5 0.5, 1.5 0.5, 1.5 1.5, 0.5 1.5, 0.5 0.5), (1 1, 1.8 1, 1.8 1.8, 1 1.8, 1 1)", 2.61),  # two that overlap
    ],
)
def test_a_hole_is_never_ground(hole, area):
    """A square of 2 by 2 with holes that lie badly."""
    ground, _ = repaired(f"POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0), {hole})")
    assert shapely.area(ground) == pytest.approx(area)
    assert shapely.covers(shapely.box(0, 0, 2, 2), ground)


def test_a_spike_is_cut_off_beside_a_hole():
    ground, _ = repaired("POLYGON ((0 0, 2 0, 2 5, 2 2, 0 2, 0 0), (0.5 0.5, 1 0.5, 1 1, 0.5 0.5))")
    assert shapely.area(ground) == 4 - 0.125
    assert ground.bounds == (0, 0, 2, 2)


def test_a_hole_that_is_the_whole_polygon_leaves_nothing():
    square = "(0 0, 1 0, 1 1, 0 1, 0 0)"
    rejected = repair_polygons([shapely.from_wkt(f"POLYGON ({square}, {square})")]).rejected
    assert {row: str(reason) for row, reason in rejected.items()} == {0: "Polygon has zero area"}


def test_of_a_nested_collection_the_areas_are_kept():
    ground, note = repaired(
        "GEOMETRYCOLLECTION (POINT (9 9),"
        "GEOMETRYCOLLECTION (LINESTRING (0 0, 9 9), POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))),"
        "MULTIPOLYGON (((5 0, 6 0, 6 1, 5 1, 5 0)), ((1 0, 2 0, 2 1, 1 1, 1 0))))"
    )
    assert shapely.equals(ground, shapely.MultiPolygon([shapely.box(0, 0, 2, 1), shapely.box(5, 0, 6, 1)]))
    assert str(note) == "GeometryCollection: polygons kept, other parts left out"


def test_heights_are_left_out_and_counted():
    result = repair_polygons(
        [
            shapely.from_wkt("POLYGON Z ((0 0 5, 1 0 5, 1 1 5, 0 0 5))"),
            shapely.from_wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))"),
            shapely.from_wkt("POINT Z (0 0 5)"),
        ]
    )
    assert not shapely.has_z(result.geometry[:2]).any()
    assert (result.flattened, result.repaired, list(result.rejected)) == (1, {}, [2])


def test_a_height_that_is_no_number_does_no_harm():
    result = repair_polygons([shapely.Polygon([(0, 0, 1), (1, 0, np.nan), (1, 1, 1)])])
    assert shapely.area(result.geometry[0]) == 0.5


def test_rows_keep_their_places_and_the_input_stays_untouched():
    given = np.array([None, shapely.from_wkt(BOW_TIE), shapely.box(0, 0, 1, 1)], dtype=object)
    before = given.copy()
    result = repair_polygons(given)
    assert (list(result.rejected), list(result.repaired)) == ([0], [1])
    assert shapely.area(result.geometry[1:]).tolist() == [2, 1]
    assert given.tolist() == before.tolist()
    assert len(repair_polygons([]).geometry) == 0


def test_polygons_of_takes_the_areas_alone():
    square = shapely.box(0, 0, 1, 1)
    assert polygons_of(square) is square
    assert polygons_of(shapely.GeometryCollection([square, shapely.Point(5, 5)])) == square
    both = polygons_of(shapely.GeometryCollection([square, shapely.MultiPolygon([shapely.box(3, 0, 4, 1)])]))
    assert (both.geom_type, both.area) == ("MultiPolygon", 2)
    for nothing in (None, shapely.Polygon(), shapely.LineString([(0, 0), (1, 1)]), shapely.GeometryCollection()):
        assert polygons_of(nothing) is None
