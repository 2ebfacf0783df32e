"""Who held a place when: a report holds until the next one on its place."""

from __future__ import annotations

import numpy as np
import pytest

from syria_control_plugin.core.control.places import holders_over_time
from syria_control_plugin.core.errors import PlacesError

DAYS = np.array([f"2017-10-{day:02d}" for day in range(1, 32)], "datetime64[s]")


def held(reports):
    """Reports "place day holder" to periods "place holder start end"."""
    place, day, holder = zip(*(report.split() for report in reports))
    periods = holders_over_time([int(index) for index in place], DAYS[[int(number) - 1 for number in day]], holder)
    return [
        f"{index} {name} {start.item().day} {'' if np.isnat(end) else end.item().day}".strip()
        for index, name, start, end in zip(*periods)
    ]


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        (["0 1 GOV"], ["0 GOV 1"]),
        (["0 9 IS", "0 1 GOV", "1 3 IS"], ["0 GOV 1 9", "0 IS 9", "1 IS 3"]),
        (["0 1 GOV", "0 5 GOV", "0 9 IS"], ["0 GOV 1 9", "0 IS 9"]),
        (["0 1 GOV", "0 1 GOV"], ["0 GOV 1"]),
        (["0 1 GOV", "0 5 IS", "0 9 GOV"], ["0 GOV 1 5", "0 IS 5 9", "0 GOV 9"]),
        (["0 1 GOV", "0 1 IS", "0 5 IS"], ["0 GOV 1 5", "0 IS 1"]),
        (["0 1 IS", "0 3 GOV", "0 3 IS", "0 5 IS"], ["0 IS 1", "0 GOV 3 5"]),
    ],
)
def test_holders_over_time(reports, expected):
    assert held(reports) == expected
    assert held(reports[::-1]) == expected


def test_no_reports_hold_nothing():
    assert [len(column) for column in holders_over_time([], np.array([], "datetime64[s]"), [])] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("place", "date", "holder", "message"),
    [
        ([0, -1], DAYS[:2], ["A", "B"], "row 1: place -1"),
        ([0, 0], np.array(["2017-10-01", "NaT"], "datetime64[s]"), ["A", "B"], "row 1: .* date NaT"),
        ([0, 0], DAYS[:2], ["A", ""], "row 1 has the holder ''"),
        ([0, 0], DAYS[:2], ["A", None], "row 1 has the holder None"),
        ([0.5], DAYS[:1], ["A"], "whole numbers"),
        ([0], DAYS[:2], ["A"], "a place, a date and a holder"),
    ],
)
def test_bad_reports_are_named(place, date, holder, message):
    with pytest.raises(PlacesError, match=message):
        holders_over_time(place, date, holder)
