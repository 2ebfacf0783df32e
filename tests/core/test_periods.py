"""Periods are half-open: the start belongs to them, the end does not; an open end lasts for ever."""

from __future__ import annotations

import numpy as np
import pytest

from syria_control_plugin.core.dates.periods import (
    OPEN,
    check_periods,
    closed,
    intersection,
    last_known,
    moments,
    valid_at,
)
from syria_control_plugin.core.errors import SeriesError

STARTS = moments(["2017-10-01", "2017-10-05", "2017-10-09"])
ENDS = moments(["2017-10-05", "2017-10-09", "NaT"])


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2017-09-30T23:59:59", []),
        ("2017-10-01", [0]),
        ("2017-10-04T23:59:59", [0]),
        ("2017-10-05", [1]),
        ("2017-10-09", [2]),
        ("2999-01-01", [2]),
    ],
)
def test_of_periods_that_follow_each_other_one_is_valid(moment, expected):
    assert np.flatnonzero(valid_at(STARTS, ENDS, moment)).tolist() == expected


def test_moments_of_any_unit_are_seconds():
    assert moments(np.array(["2017-10-01"], "datetime64[D]")).dtype == "datetime64[s]"
    assert moments([]).dtype == "datetime64[s]"


def test_an_open_end_is_later_than_any_other():
    assert (closed(ENDS)[:2] == ENDS[:2]).all()
    assert closed(ENDS)[2] > np.datetime64("2500-01-01")


def in_common(one, other):
    start, end = intersection(*(moments([each]) for each in (*one, *other)))
    return str(start[0])[:10], str(end[0])[:10]


def test_what_periods_have_in_common():
    assert in_common(("2017-10-01", "2017-10-09"), ("2017-10-05", "2017-10-31")) == ("2017-10-05", "2017-10-09")
    assert in_common(("2017-10-01", "NaT"), ("2017-10-05", "2017-10-31")) == ("2017-10-05", "2017-10-31")


def test_two_open_periods_have_an_open_one_in_common():
    assert in_common(("2017-10-01", "NaT"), ("2017-10-05", "NaT")) == ("2017-10-05", "NaT")


def test_touching_periods_have_nothing_in_common():
    start, end = in_common(("2017-10-01", "2017-10-05"), ("2017-10-05", "2017-10-09"))
    assert end <= start


def test_good_periods_pass():
    check_periods(STARTS, ENDS)
    check_periods(moments([]), moments([]))


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        (OPEN, "2017-10-05", "Row 1: the period has no start"),
        ("2017-10-05", "2017-10-05", "Row 1: the period ends .* at or before its start"),
        ("2017-10-05", "2017-10-04", "Row 1: the period ends .*2017-10-04.*2017-10-05"),
    ],
)
def test_bad_periods_are_named(start, end, message):
    with pytest.raises(SeriesError, match=message):
        check_periods(moments(["2017-10-01", start]), moments(["NaT", end]))


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (["2017-10-05", "2017-10-09", "NaT"], "2017-10-09"),
        (["2017-10-05", "2017-10-09", "2017-10-12"], "2017-10-09"),
        (["2017-10-05", "2017-10-15", "2017-10-12"], "2017-10-12"),
        (["NaT", "NaT", "NaT"], "2017-10-09"),
    ],
)
def test_the_last_moment_at_which_anything_is_known(ends, expected):
    assert last_known(STARTS, moments(ends)) == np.datetime64(expected, "s")


def test_where_there_are_no_periods_nothing_is_known():
    assert np.isnat(last_known(moments([]), moments([])))
