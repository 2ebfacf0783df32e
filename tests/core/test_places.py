"""Territories from reports: Voronoi cells of places, and the cells merged by who held them when.

The cases lie near Hama (35 N, 37 E), where 0.1 degree is about 11 km north and 9 km east.
"""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from syria_control_plugin.core.control.places import cells_of_places, territories_from_reports
from syria_control_plugin.core.errors import PlacesError

GEOD = pyproj.Geod(ellps="WGS84")
SQUARE_LON, SQUARE_LAT = [37.0, 37.1, 37.0, 37.1], [35.0, 35.0, 35.1, 35.1]
DAYS = np.array([f"2017-10-{day:02d}" for day in range(1, 32)], "datetime64[s]")


def km2(geometry) -> float:
    return abs(GEOD.geometry_area_perimeter(geometry)[0]) / 1e6


def distances_km(point, lon, lat) -> np.ndarray:
    here = [point[0]] * len(lon), [point[1]] * len(lon)
    return np.array(GEOD.inv(*here, list(lon), list(lat))[2]) / 1000


def assert_no_overlap_and_no_sliver(cells):
    assert shapely.is_valid(cells).all()
    filled = cells[~shapely.is_empty(cells)]
    union = shapely.union_all(filled)
    assert union.area == pytest.approx(shapely.area(filled).sum(), rel=1e-9)
    one, other = np.triu_indices(len(filled), 1)
    assert not shapely.area(shapely.intersection(filled[one], filled[other])).any()


@st.composite
def places(draw, most=12):
    """Places on a lattice of 0.01 degree, so that none are closer than the metre that is refused."""
    spots = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=most, unique=True))
    return np.array([37 + x / 100 for x, _ in spots]), np.array([35 + y / 100 for _, y in spots])


def test_one_place_is_its_disc():
    (cell,) = cells_of_places([37.0], [35.0], 8.0)
    reach = distances_km((37.0, 35.0), *np.array(cell.exterior.coords).T)
    assert reach == pytest.approx(np.full(len(reach), 8.0), abs=0.003)
    assert km2(cell) == pytest.approx(np.pi * 64, rel=1e-3)


def test_two_places_share_the_bisector():
    """A | B   each to its side, cut at the same two points"""
    cells = cells_of_places([37.0, 37.1], [35.0, 35.0], 8.0)
    assert_no_overlap_and_no_sliver(cells)
    border = shapely.line_merge(shapely.intersection(*cells))
    assert border.geom_type == "LineString"
    assert np.array(border.coords)[:, 0] == pytest.approx(37.05, abs=1e-6)
    assert shapely.get_num_interior_rings(shapely.union_all(cells)) == 0
    assert km2(cells[0]) == pytest.approx(km2(cells[1]), rel=1e-6)


def test_four_places_on_a_square():
    """
    C | D
    --+--    four equal quarters that meet in the middle
    A | B
    """
    cells = cells_of_places(SQUARE_LON, SQUARE_LAT, 8.0)
    assert_no_overlap_and_no_sliver(cells)
    assert shapely.union_all(cells).geom_type == "Polygon"
    for cell, lon, lat in zip(cells, SQUARE_LON, SQUARE_LAT):
        assert shapely.contains_xy(cell, lon, lat)
        assert shapely.dwithin(cell, shapely.Point(37.05, 35.05), 1e-4)


def test_places_in_a_row_and_places_far_apart():
    assert_no_overlap_and_no_sliver(cells_of_places(37 + np.arange(6) / 10, np.full(6, 35.0), 8.0))
    apart = cells_of_places([37.0, 38.0], [35.0, 35.0], 8.0)
    assert not shapely.intersects(*apart)
    assert km2(apart[0]) == pytest.approx(np.pi * 64, rel=2e-3)


def test_without_a_distance_the_cells_fill_the_area():
    area = shapely.box(36.5, 34.5, 38.5, 36.0)
    cells = cells_of_places([37.0, 37.2, 37.9], [35.0, 35.6, 35.1], None, area)
    assert_no_overlap_and_no_sliver(cells)
    assert shapely.symmetric_difference(shapely.union_all(cells), area).area < 1e-6 * area.area


def test_area_clips_and_may_leave_nothing():
    area = shapely.MultiPolygon([shapely.box(36.9, 34.9, 37.0, 35.0), shapely.box(36.98, 35.02, 37.02, 35.04)])
    cells = cells_of_places([37.0, 37.0, 39.0], [35.0, 35.03, 35.0], 5.0, area)
    assert_no_overlap_and_no_sliver(cells)
    assert shapely.is_empty(cells).tolist() == [False, False, True]
    assert cells[2].geom_type == "Polygon"
    assert shapely.difference(shapely.union_all(cells), area.buffer(1e-7)).is_empty


def test_area_with_a_lake_leaves_the_lake_out():
    area = shapely.box(36, 34, 38, 36) - shapely.box(36.99, 35.02, 37.01, 35.03)
    (cell,) = cells_of_places([37.0], [35.0], 8.0, area)
    assert shapely.get_num_interior_rings(cell) == 1
    assert shapely.area(shapely.intersection(cell, shapely.box(36.9901, 35.0201, 37.0099, 35.0299))) == 0


def test_the_whole_world_is_an_area_too():
    world = shapely.box(-180, -90, 180, 90)
    clipped, free = cells_of_places(SQUARE_LON, SQUARE_LAT, 8.0, world), cells_of_places(SQUARE_LON, SQUARE_LAT)
    assert shapely.area(clipped) == pytest.approx(shapely.area(free), rel=1e-6)
    with pytest.raises(PlacesError, match="area extends .* km from the centre of the places. Clip it"):
        cells_of_places(SQUARE_LON, SQUARE_LAT, None, world)


def test_across_the_antimeridian():
    cells = cells_of_places([179.95, -179.95], [10.0, 10.0], 8.0)
    assert_no_overlap_and_no_sliver(cells)
    assert shapely.touches(*cells)
    assert km2(cells[0]) == pytest.approx(km2(cells[1]), rel=1e-6)


def test_many_places():
    rng = np.random.default_rng(2)
    lon, lat = rng.uniform(36, 39, 400), rng.uniform(34, 37, 400)
    cells = cells_of_places(lon, lat, 12.0)
    assert shapely.is_valid(cells).all()
    assert not shapely.is_empty(cells).any()
    assert shapely.union_all(cells).area == pytest.approx(shapely.area(cells).sum(), rel=1e-9)
    assert shapely.contains_xy(cells, lon, lat).all()


def test_long_borders_stay_shared_where_meridians_converge():
    """Borders of 300 km at 60 N: straight in the projection, bent in lon/lat, and still one line."""
    rng = np.random.default_rng(3)
    lon, lat = rng.uniform(20, 40, 30), rng.uniform(55, 65, 30)
    cells = cells_of_places(lon, lat, None, shapely.box(18, 54, 42, 66))
    assert_no_overlap_and_no_sliver(cells)


@settings(max_examples=60, deadline=None)
@given(places(), st.floats(0.5, 30.0))
def test_a_cell_is_the_ground_nearest_to_its_place(spots, distance_km):
    lon, lat = spots
    cells = cells_of_places(lon, lat, distance_km)
    assert_no_overlap_and_no_sliver(cells)
    for place, cell in enumerate(cells):
        assert shapely.contains_xy(cell, lon[place], lat[place])
        for vertex in [*shapely.get_coordinates(cell), *shapely.get_coordinates(cell.representative_point())]:
            all_km = distances_km(vertex, lon, lat)
            assert all_km[place] <= distance_km + 0.001
            assert all_km[place] <= all_km.min() * 1.0001 + 0.001


@settings(max_examples=30, deadline=None)
@given(places(6), st.integers(0, 2**32 - 1))
def test_every_near_point_has_a_cell(spots, seed):
    lon, lat = spots
    cells = cells_of_places(lon, lat, 8.0)
    for point in np.random.default_rng(seed).uniform([36.9, 34.9], [37.7, 35.7], (30, 2)):
        near = distances_km(point, lon, lat)
        in_cells = shapely.intersects_xy(cells, *point)
        if near.min() < 7.99:
            assert in_cells[near < near.min() + 0.01].any()
        elif near.min() > 8.001:
            assert not in_cells.any()


@pytest.mark.parametrize(
    ("lon", "lat", "message"),
    [
        ([37, np.nan], [35, 35], "row 1: longitude nan"),
        ([37, 200], [35, 35], "row 1: longitude 200"),
        ([37, 37], [35, 95], "row 1: .* latitude 95"),
        ([37, 37.1, 37], [35, 35, 35.000005], "rows 0 and 2 are at the same point"),
        ([], [], "The list of places is empty"),
        ([37], [35, 36], "one longitude and one latitude"),
        (["x"], [35], "numbers in degrees"),
        ([37, 37.1, 100], [35, 35, 35], "row 2 lies .* km from the centre"),
        ([0, 180], [0, 0], "km from the centre"),
    ],
)
def test_bad_places_are_named(lon, lat, message):
    with pytest.raises(PlacesError, match=message):
        cells_of_places(lon, lat)


@pytest.mark.parametrize("distance_km", [0, -1, float("nan"), float("inf")])
def test_bad_distances(distance_km):
    with pytest.raises(PlacesError, match="above 0"):
        cells_of_places([37], [35], distance_km)


def test_bad_areas():
    with pytest.raises(PlacesError, match="Set a distance or an area"):
        cells_of_places([37], [35], None)
    bow_tie = shapely.Polygon([(36, 34), (38, 36), (38, 34), (36, 36)])
    for area in (bow_tie, shapely.Point(37, 35), shapely.Polygon()):
        with pytest.raises(PlacesError, match="not a valid polygon"):
            cells_of_places([37], [35], 8.0, area)


def test_no_reports_make_no_territories():
    assert len(territories_from_reports([37], [35], [], np.array([], "datetime64[s]"), []).holders) == 0


def test_a_report_about_an_unknown_place_is_named():
    with pytest.raises(PlacesError, match="row 1: place 4 does not exist"):
        territories_from_reports(SQUARE_LON, SQUARE_LAT, [0, 4], DAYS[:2], ["A", "B"])


def test_a_square_that_changes_hands():
    """
    day 1:  G G     day 9:  I G     day 17: I I     (D is reported first on day 9)
            G .             G G             G G
    """
    place, day = [0, 1, 2, 3, 2, 3], np.array([1, 9, 1, 1, 9, 17])
    found = territories_from_reports(SQUARE_LON, SQUARE_LAT, place, DAYS[day - 1], ["GOV"] * 4 + ["IS"] * 2)
    cells = cells_of_places(SQUARE_LON, SQUARE_LAT)
    expected = [("GOV", 1, 9, [0, 2, 3]), ("GOV", 9, 17, [0, 1, 3]), ("GOV", 17, None, [0, 1])]
    expected += [("IS", 9, 17, [2]), ("IS", 17, None, [2, 3])]
    assert found.holders.tolist() == [row[0] for row in expected]
    np.testing.assert_array_equal(found.starts, DAYS[[row[1] - 1 for row in expected]])
    assert [None if np.isnat(end) else end.item().day for end in found.ends] == [row[2] for row in expected]
    for geometry, row in zip(found.geometries, expected):
        assert shapely.equals(geometry, shapely.union_all(cells[row[3]]))


def test_a_contested_place_is_in_both_territories():
    found = territories_from_reports([37.0], [35.0], [0, 0], DAYS[[0, 0]], ["GOV", "IS"])
    assert found.holders.tolist() == ["GOV", "IS"]
    assert shapely.equals(*found.geometries)


def test_ground_outside_the_area_makes_no_row():
    area = shapely.box(36.9, 34.9, 37.1, 35.1)
    found = territories_from_reports([37.0, 39.0], [35.0, 35.0], [0, 1], DAYS[[0, 4]], ["GOV", "GOV"], 8.0, area)
    assert found.holders.tolist() == ["GOV"]
    assert np.isnat(found.ends).all()


@settings(max_examples=40, deadline=None)
@given(places(8), st.data())
def test_on_every_date_the_areas_balance(spots, data):
    """Uncontested reports: no overlap, and together exactly the cells of the places with a known holder."""
    lon, lat = spots
    one_report = st.tuples(st.integers(0, len(lon) - 1), st.integers(0, 9))
    where_when = data.draw(st.lists(one_report, min_size=1, max_size=25, unique=True))
    holder = data.draw(
        st.lists(st.sampled_from(["GOV", "IS", "OPP"]), min_size=len(where_when), max_size=len(where_when))
    )
    place, day = np.array(where_when).T
    found = territories_from_reports(lon, lat, place, DAYS[day], holder)
    cells = cells_of_places(lon, lat)
    for today in DAYS[:11]:
        is_on = (found.starts <= today) & (np.isnat(found.ends) | (found.ends > today))
        territory = found.geometries[is_on]
        assert len(set(found.holders[is_on])) == len(territory)
        known = np.unique(place[DAYS[day] <= today])
        assert shapely.area(territory).sum() == pytest.approx(shapely.area(cells[known]).sum(), rel=1e-9)
        one, other = np.triu_indices(len(territory), 1)
        assert not shapely.area(shapely.intersection(territory[one], territory[other])).any()
