"""Several tracks in one list of fixes are recognised by alternating values, or by fixes of one time at two places."""

import numpy as np
import pytest

from syria_control_plugin.core.movements.interleaving import are_simultaneous, columns_of_tracks

HOUR = np.timedelta64(1, "h")
START = np.datetime64("2017-10-09T00:00", "ms")


def hourly(count):
    return START + np.arange(count) * HOUR


def interleaved(count, apart_deg):
    """Fixes of two units in turn, which go north side by side."""
    n = np.arange(count)
    return np.column_stack([37 + apart_deg * (n % 2), 35 + 0.05 * (n // 2)])


@pytest.mark.parametrize("apart_deg", [0.1, 2.0])
def test_two_units_in_turn(apart_deg):
    names = ["1st", "2nd"] * 6
    columns = {"weather": ["fair"] * 12, "division": names, "serial": list(map(str, range(12)))}
    assert columns_of_tracks(columns, hourly(12), interleaved(12, apart_deg)) == ["division"]


def test_order_of_the_rows_is_no_matter():
    shuffled = np.random.default_rng(1).permutation(12)
    names = np.array(["1st", "2nd"] * 6)[shuffled]
    assert columns_of_tracks({"unit": names}, hourly(12)[shuffled], interleaved(12, 1)[shuffled]) == ["unit"]


def test_the_column_with_the_shortest_tracks_stands_first():
    """Four units, two of each side, in turn."""
    n = np.arange(16)
    lonlat = np.column_stack([37 + 1.0 * (n % 4), 35 + 0.01 * (n // 4)])
    columns = {"side": [str(each % 2) for each in n], "unit": [str(each % 4) for each in n]}
    assert columns_of_tracks(columns, hourly(16), lonlat)[0] == "unit"


@pytest.mark.parametrize("seed", range(20))
def test_a_state_of_one_mover_is_no_track(seed):
    """Each value of a state leads along the whole route, straight or not."""
    generator = np.random.default_rng(seed)
    lonlat = np.column_stack(
        [37 + np.cumsum(generator.normal(0.01, 0.01, 60)), 35 + np.cumsum(generator.normal(0, 0.01, 60))]
    )
    state = generator.choice(["moving", "halted", "unknown"], 60)
    assert columns_of_tracks({"state": state}, hourly(60), lonlat) == []


def test_stages_that_follow_one_another_are_one_track():
    stages = ["A"] * 4 + ["B"] * 4 + ["C"] * 4
    assert columns_of_tracks({"stage": stages}, hourly(12), interleaved(12, 1.0)) == []


def test_fixes_of_one_time_at_two_places():
    twice = np.repeat(hourly(6), 2)
    assert are_simultaneous(twice, interleaved(12, 0.1))
    assert not are_simultaneous(hourly(12), interleaved(12, 0.1))
    assert not are_simultaneous(twice, np.repeat(interleaved(6, 0.1), 2, axis=0))  # repeated, not elsewhere
    few = hourly(40)
    few[1] = few[0]
    assert not are_simultaneous(few, interleaved(40, 0.1))
