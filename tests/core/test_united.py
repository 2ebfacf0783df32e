"""The union of many areas in parts: the same area as in one call, and cancellation between two parts."""

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.control import overlaps
from syria_control_plugin.core.control.overlaps import contested_territory
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.errors import Cancelled
from syria_control_plugin.core.geometry import ellipsoid
from syria_control_plugin.core.geometry.ellipsoid import groups_within, united
from syria_control_plugin.core.geometry.polygons import repair_polygons
from tests.core.recorder import Recorder


def boxes(seed, count, size):
    corner = np.random.default_rng(seed).uniform(0, 10, (count, 2))
    return shapely.box(*corner.T, *(corner + size).T)


@pytest.fixture
def in_parts(monkeypatch):
    """Lower the number of vertices above which a union is made in parts."""
    monkeypatch.setattr(ellipsoid, "_VERTICES_AT_ONCE", 12)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("size", [0.05, 0.5, 3.0], ids=["apart", "in groups", "all in one"])
def test_the_union_is_the_same_as_in_one_call(in_parts, seed, size):
    given = boxes(seed, 120, size)
    found, whole = united(given), shapely.union_all(given)
    assert shapely.is_valid(found) and found.geom_type == whole.geom_type
    assert shapely.area(shapely.symmetric_difference(found, whole)) < 1e-12
    assert shapely.get_num_geometries(found) == shapely.get_num_geometries(whole)


def test_areas_with_several_parts_and_shared_borders(in_parts):
    cells = shapely.box(*np.indices((9, 9)).reshape(2, -1), *(np.indices((9, 9)).reshape(2, -1) + 1))
    pairs = [shapely.multipolygons([one, other]) for one, other in zip(cells[:40], cells[::-1])]
    assert shapely.equals(united([*pairs, cells[40]]), shapely.box(0, 0, 9, 9))
    assert united([cells[0]] * 10).equals(cells[0])


def test_areas_that_all_overlap_are_never_paired(monkeypatch):
    """20,000 of them would be 400 million pairs: 15 GB."""
    monkeypatch.setattr(ellipsoid, "groups_within", lambda *_: pytest.fail("paired"))
    same = shapely.box(0, 0, 1, 1)
    assert shapely.equals(united(np.full(20_000, same)), same)
    given = boxes(1, 12_000, 20.0)
    assert shapely.equals(united(given), shapely.union_all(given))


def test_areas_that_overlap_and_do_not_become_fewer(in_parts, monkeypatch):
    monkeypatch.setattr(ellipsoid, "_MOST_NEIGHBOURS", 1)
    corners = np.arange(60.0)
    crosses = [*shapely.box(corners, 0, corners + 0.5, 60), *shapely.box(0, corners, 60, corners + 0.5)]
    assert shapely.area(united(crosses)) == pytest.approx(2 * 60 * 30 - 60 * 60 * 0.25)


def test_few_vertices_are_one_call(monkeypatch):
    given = boxes(1, 50, 0.5)
    assert shapely.equals_exact(united(given), shapely.union_all(given))


def test_groups():
    given = shapely.box(*np.array([[0, 0, 1, 1], [5, 5, 6, 6], [1, 1, 2, 2], [2.5, 1, 3, 2], [5, 5, 5.5, 7]]).T)
    assert groups_within(given, 0.0).tolist() == [0, 1, 0, 2, 1]
    assert groups_within(given, 0.5).tolist() == [0, 1, 0, 0, 1]
    assert groups_within(np.empty(0, object), 0.0).tolist() == []


@pytest.mark.parametrize("number", [1, 3, 6])
def test_a_union_can_be_cancelled_between_two_parts(in_parts, number):
    with pytest.raises(Cancelled):
        united(boxes(1, 200, 3.0), Recorder(cancel_after=number - 1))
    with pytest.raises(Cancelled):
        repair_polygons(
            [shapely.from_wkt("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))")] * 10, Recorder(cancel_after=number - 1)
        )


@pytest.mark.parametrize("size", [0.01, 0.6])
def test_territory_in_many_parts_is_contested_in_the_same_places(monkeypatch, size):
    grid = np.indices((25, 25)).reshape(2, -1).astype(float)
    one, other = (shapely.multipolygons(shapely.box(*(grid + shift), *(grid + shift + size))) for shift in (0, 0.3))
    day = np.datetime64("2017-10-01", "s")
    never = np.datetime64("NaT", "s")
    series = ControlSeries(
        faction=["A", "B"], start=[day, day], end=[never, never], geometry=[one, other], source=["s", "s"]
    )
    found = contested_territory(series)
    monkeypatch.setattr(overlaps, "_MANY_PARTS", 10**9)
    whole = contested_territory(series)
    assert len(found) == len(whole) == (size > 0.3)
    assert all(map(shapely.equals, found.geometry, whole.geometry))
