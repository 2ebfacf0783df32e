"""Maps that seem damaged: nobody on them, territory missing for a few maps, sudden jumps. Boxes of a degree."""

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.control.checks import EMPTY_MAP, JUMP, MISSING, check_series
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.control.snapshots import series_from_maps

A, B, C = (shapely.box(x, 0, x + 1, 1) for x in (0, 2, 4))
DAYS = np.datetime64("2017-10-01", "s") + np.arange(60) * np.timedelta64(1, "D")


def findings(maps, kind, most=5, **options):
    """Return (first day, day after it or None, west and east of the geometry) of each finding in daily maps."""
    series = series_from_maps({day: each for day, each in zip(DAYS, maps)}, "maps")
    some = check_series(series, map_dates=DAYS[: len(maps)], few_maps=most, **options)
    return [
        (
            each.start.item().day,
            None if np.isnat(each.end) else each.end.item().day,
            *(() if each.geometry is None else shapely.bounds(each.geometry)[[0, 2]].tolist()),
        )
        for each in some
        if each.kind == kind
    ]


def held(*areas):
    return {"RUS": shapely.union_all(areas)}


class TestMissing:
    @pytest.mark.parametrize("count", [1, 2, 5])
    def test_a_polygon_that_leaves_and_returns(self, count):
        maps = [held(A, B, C)] * 2 + [held(A, B)] * count + [held(A, B, C)] * 2
        assert findings(maps, MISSING) == [(3, 3 + count, 4, 5)]

    def test_not_after_more_maps(self):
        maps = [held(A, B, C)] + [held(A, B)] * 6 + [held(A, B, C)]
        assert findings(maps, MISSING) == [] and len(findings(maps, MISSING, most=6)) == 1

    def test_not_if_it_does_not_return(self):
        assert findings([held(A, B, C), held(A, B), held(A, B)], MISSING) == []
        assert findings([held(A, B), held(A, B, C), held(A, B)], MISSING) == []

    def test_a_part_of_a_polygon(self):
        """The missing part borders what stays."""
        whole = shapely.box(0, 0, 4, 1)
        assert findings([held(whole), held(A), held(whole)], MISSING) == [(2, 3, 1, 4)]

    def test_while_the_front_moves_elsewhere(self):
        fronts = [shapely.box(0, 0, 1 + 0.001 * day, 1) for day in range(5)]
        maps = [held(front, C) for front in fronts]
        maps[2] = held(fronts[2])
        assert findings(maps, MISSING) == [(3, 4, 4, 5)]

    def test_a_front_that_moves_to_and_fro_lists_only_what_was_missing(self):
        near, far = shapely.box(0, 0, 1, 1), shapely.box(0, 0, 1.5, 1)
        assert findings([held(far), held(near), held(far)], MISSING) == [(2, 3, 1, 1.5)]
        assert findings([held(near), held(far), held(near)], MISSING) == []

    def test_slivers_do_not_count(self):
        maps = [held(A, B), held(A), held(A, B)]
        assert findings(maps, MISSING, sliver_km2=20_000) == []

    def test_another_holder_in_between_does_not_matter(self):
        maps = [{"RUS": B, "UKR": A}, {"UKR": shapely.union_all([A, B])}, {"RUS": B, "UKR": A}]
        assert findings(maps, MISSING) == [(2, 3, 2, 3)]


class TestEmpty:
    def test_between_others(self):
        assert findings([held(A), {}, held(A)], EMPTY_MAP) == [(2, 3)]
        assert findings([held(A), {}, held(A)], MISSING) == []  # reported once

    def test_several_and_the_last(self):
        assert findings([held(A), {}, {}, held(B), {}], EMPTY_MAP) == [(2, 4), (5, None)]

    def test_a_time_without_a_map_is_not_one(self):
        series = ControlSeries(
            faction=["A", "A"], start=DAYS[[0, 5]], end=DAYS[[2, 7]], geometry=[A, A], source=["maps"] * 2
        )
        assert [each.kind for each in check_series(series, map_dates=DAYS[[0, 5]])] == []
        assert EMPTY_MAP not in [each.kind for each in check_series(series)]


class TestJumps:
    GROWTH = [shapely.box(0, 0, 10 + 0.01 * day, 1) for day in range(12)]

    def test_far_larger_than_usual(self):
        maps = [held(each) for each in self.GROWTH]
        assert findings(maps, JUMP) == []
        maps[7:] = [held(each, shapely.box(20, 0, 22, 1)) for each in self.GROWTH[7:]]
        assert findings(maps, JUMP) == [(8, 9)]

    def test_few_changes_have_no_usual_size(self):
        maps = [held(each) for each in self.GROWTH[:3]] + [held(self.GROWTH[3], shapely.box(20, 0, 22, 1))]
        assert findings(maps, JUMP) == []

    def test_not_where_territory_is_missing(self):
        maps = [held(each, B) for each in (shapely.box(3, 0, 10 + 0.01 * day, 1) for day in range(12))]
        maps[7] = held(shapely.box(3, 0, 10.07, 1))
        assert findings(maps, JUMP) == [] and findings(maps, MISSING) == [(8, 9, 2, 3)]


def test_gaps_between_dates_are_those_of_the_maps():
    """Nothing changes for ten days, but there is a map on each."""
    series = series_from_maps({DAYS[0]: held(A), DAYS[1]: held(B), DAYS[11]: held(C)}, "maps")
    assert [each.kind for each in check_series(series, gap_limit=np.timedelta64(5, "D"))] == ["date hole"]
    assert check_series(series, gap_limit=np.timedelta64(5, "D"), map_dates=DAYS[:12]) == []
