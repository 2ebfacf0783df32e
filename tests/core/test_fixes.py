"""Tracks out of fixes. Fixes are on the equator unless said otherwise: 1° east is 111.3 km; times are minutes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from syria_control_plugin.core.errors import MovementsError
from syria_control_plugin.core.movements.cleaning import (
    ALONE,
    AT_ONCE,
    OUTLIER,
    REPEATED,
    TOO_FAR,
    TOO_FAST,
    TOO_LATE,
    tracks_from_fixes,
)
from tests.core.recorder import Recorder

START = np.datetime64("2017-10-24T06:00", "ms")
MINUTE = np.timedelta64(60_000, "ms")
DEGREE_KM = 111.319


def tracks(*rows, **limits):
    """Rows (track, minute, degrees east[, degrees north])."""
    lonlat = [(row[2], row[3] if len(row) > 3 else 0) for row in rows]
    times = [START + round(row[1] * 60) * MINUTE // 60 for row in rows]
    return tracks_from_fixes([row[0] for row in rows], times, lonlat, **limits)


def pieces(found) -> list[tuple]:
    """(rows of the fixes, number of the piece) of each track."""
    return [(found.fix[i:j].tolist(), int(n)) for i, j, n in zip(found.first, found.first[1:], found.piece)]


def left_out(found) -> dict:
    return dict(zip(found.left_out.tolist(), found.left_why))


def test_fixes_in_any_order_are_sorted_by_track_and_time():
    found = tracks(("B", 20, 0.2), ("A", 10, 5.1), ("B", 0, 0), ("A", 0, 5), ("B", 10, 0.1))
    assert pieces(found) == [([2, 4, 0], 0), ([3, 1], 0)]
    assert (len(found.cut), len(found.left_out)) == (0, 0)


def test_a_single_outlier_is_dropped_and_the_track_goes_on():
    """
    ten fixes, one every ten minutes along the equator; the sixth a degree to the north
              5
    0 1 2 3 4   6 7 8 9
    """
    rows = [("A", 10 * n, n / 10, float(n == 5)) for n in range(10)]
    found = tracks(*rows)
    assert pieces(found) == [([0, 1, 2, 3, 4, 6, 7, 8, 9], 0)]
    assert left_out(found) == {5: OUTLIER}
    assert len(found.cut) == 0


def test_two_outliers_with_a_good_fix_between_are_both_dropped():
    """Seen from two wrong fixes in the same place, the good one between them looks like an outlier too."""
    norths = [0, 0, 1, 0, 1, 0, 0]
    found = tracks(*(("A", 10 * n, n / 10, north) for n, north in enumerate(norths)))
    assert left_out(found) == {2: OUTLIER, 4: OUTLIER}
    assert pieces(found) == [([0, 1, 3, 5, 6], 0)]


def test_a_jump_that_does_not_come_back_cuts_the_track():
    found = tracks(("A", 0, 0), ("A", 10, 0.1), ("A", 20, 3), ("A", 30, 3.1))
    assert pieces(found) == [([0, 1], 1), ([2, 3], 2)]
    assert (found.cut.tolist(), found.cut_why.tolist()) == ([[1, 2]], [TOO_FAST])
    assert found.cut_km == pytest.approx([2.9 * DEGREE_KM], abs=0.01)
    assert found.cut_h == pytest.approx([1 / 6])


def test_two_wrong_fixes_in_a_row_are_a_piece_of_their_own():
    found = tracks(*(("A", 10 * n, n / 10, north) for n, north in enumerate([0, 0, 3, 3, 0, 0])))
    assert pieces(found) == [([0, 1], 1), ([2, 3], 2), ([4, 5], 3)]


def test_a_fix_between_two_jumps_onwards_is_no_outlier():
    """Without it the step would be too fast all the same: nothing says which of the three is wrong."""
    found = tracks(("A", 0, 0), ("A", 10, 0.1), ("A", 20, 3), ("A", 30, 6), ("A", 40, 6.1))
    assert pieces(found) == [([0, 1], 1), ([3, 4], 2)]
    assert left_out(found) == {2: ALONE}
    assert found.cut.tolist() == [[1, 2], [2, 3]]


def test_a_wrong_first_or_last_fix_is_left_alone():
    found = tracks(("A", 0, 9), ("A", 10, 0.1), ("A", 20, 0.2), ("A", 30, 9))
    assert pieces(found) == [([1, 2], 0)]
    assert left_out(found) == {0: ALONE, 3: ALONE}
    assert found.cut.tolist() == [[0, 1], [2, 3]]


def test_limits_themselves_are_allowed():
    one = tracks(("A", 0, 0), ("A", 60, 1))
    speed = Geod(ellps="WGS84").inv(0, 0, 1, 0)[2] / 1e3
    assert len(one) == 1
    for name, limit in (("speed_limit_kmh", speed), ("jump_limit_km", speed), ("gap_limit_h", 1.0)):
        assert len(tracks(("A", 0, 0), ("A", 60, 1), **{name: limit}).cut) == 0, name
        assert len(tracks(("A", 0, 0), ("A", 60, 1), **{name: limit * 0.999}).cut) == 1, name


@pytest.mark.parametrize(
    "limits, why",
    [({"jump_limit_km": 50}, TOO_FAR), ({"gap_limit_h": 2}, TOO_LATE), ({"speed_limit_kmh": 20}, TOO_FAST)],
)
def test_each_limit_cuts_for_its_own_reason(limits, why):
    """Two fixes an hour's drive apart, three hours between the second and the third, and a fourth close by."""
    rows = ("A", 0, 0), ("A", 60, 0.01), ("A", 240, 0.8), ("A", 250, 0.81)
    found = tracks(*rows, **limits)
    assert (found.cut.tolist(), found.cut_why.tolist()) == ([[1, 2]], [why])


def test_without_limits_nothing_is_cut():
    found = tracks(("A", 0, 0), ("A", 1, 90), ("A", 6e5, 0), speed_limit_kmh=None)
    assert pieces(found) == [([0, 1, 2], 0)]


def test_equal_times():
    """The first fix of a moment counts; one in the same place says the same, one elsewhere can't be as well."""
    found = tracks(("A", 0, 0), ("A", 10, 0.1), ("A", 10, 0.1), ("A", 10, 0.12), ("B", 10, 0.1), ("A", 20, 0.2))
    assert pieces(found) == [([0, 1, 5], 0)]
    assert left_out(found) == {2: REPEATED, 3: AT_ONCE, 4: ALONE}


def test_fixes_of_one_second_within_fifty_metres_say_the_same():
    found = tracks(("A", 0, 0), ("A", 0, 0.0004), ("A", 0, 0.0005), ("A", 10, 0.1))
    assert left_out(found) == {1: REPEATED, 2: AT_ONCE}  # 44.5 m and 55.7 m


def test_a_unit_that_stands_still_is_a_track():
    assert pieces(tracks(("A", 0, 0), ("A", 10, 0))) == [([0, 1], 0)]


def test_across_the_antimeridian_is_no_jump():
    assert len(tracks(("A", 0, 179.95), ("A", 10, -179.95)).cut) == 0


def test_nothing_comes_of_nothing():
    for found in (tracks(), tracks(("A", 0, 0)), tracks(("A", 0, 0), ("B", 5, 0))):
        assert pieces(found) == []
        assert set(found.left_why) <= {ALONE}


@pytest.mark.parametrize(
    "given, words",
    [
        ((["A"], ["2017-10-24"], []), "numbers of tracks, 1, times, 1, and places, 0"),
        ((["A", "A"], ["2017-10-24", "NaT"], [(0, 0), (0, 0)]), "Fix 1"),
        ((["A"], ["2017-10-24"], [(0, 91)]), "Fix 0"),
        ((["A"], ["2017-10-24"], [(np.nan, 1)]), "Fix 0"),
    ],
)
def test_what_is_no_fix_is_refused(given, words):
    with pytest.raises(MovementsError, match=words):
        tracks_from_fixes(*given)


@pytest.mark.parametrize("name", ["speed_limit_kmh", "jump_limit_km", "gap_limit_h"])
@pytest.mark.parametrize("limit", [0, -1, float("nan")])
def test_limits_that_are_none_are_named(name, limit):
    with pytest.raises(MovementsError, match=name):
        tracks(("A", 0, 0), **{name: limit})


def test_progress_is_reported():
    recorder = Recorder()
    tracks(("A", 0, 0), ("A", 10, 0.1), feedback=recorder)
    assert recorder.rises and len(recorder.percents) >= 4 and recorder.percents[-1] == 100


FIXES = st.lists(
    st.tuples(st.sampled_from("AB"), st.integers(0, 60), st.sampled_from([0, 0.01, 0.5, 3]), st.sampled_from([0, 1])),
    max_size=40,
)


@given(FIXES, st.sampled_from([None, 60, 150]), st.sampled_from([None, 20]), st.sampled_from([None, 0.3]))
def test_every_fix_is_in_a_track_or_left_out_and_no_track_breaks_a_limit(rows, speed, jump, gap):
    found = tracks(*rows, speed_limit_kmh=speed, jump_limit_km=jump, gap_limit_h=gap)
    assert sorted([*found.fix.tolist(), *found.left_out.tolist()]) == list(range(len(rows)))
    for fixes, _ in pieces(found):
        assert len(fixes) >= 2
        assert len({rows[fix][0] for fix in fixes}) == 1
        for one, other in zip(fixes, fixes[1:]):
            hours = (rows[other][1] - rows[one][1]) / 60
            km = Geod(ellps="WGS84").inv(*rows[one][2:], *rows[other][2:])[2] / 1e3
            assert hours > 0
            assert km <= (speed or np.inf) * hours + 1e-9
            assert km <= (jump or np.inf) and hours <= (gap or np.inf) + 1e-9
