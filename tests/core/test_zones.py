"""Days of moments in time zones: an oracle from Python's own clock arithmetic, and days of passages in them."""

import datetime
from zoneinfo import ZoneInfo, available_timezones

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syria_control_plugin.core.corridors.evidence import Days
from syria_control_plugin.core.dates.zones import days_as_dated, local_days, local_times, time_zone
from syria_control_plugin.core.errors import TimeZoneError

MOMENTS = st.datetimes(datetime.datetime(1990, 1, 1), datetime.datetime(2037, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0)
)
ZONES = st.sampled_from(sorted(available_timezones() - {"localtime"}))


def s(*texts):
    return np.array(texts, "datetime64[s]")


def days(*texts):
    return np.array(texts, "datetime64[D]").tolist()


@pytest.mark.parametrize(
    ("zone", "moment", "local"),
    [
        ("Asia/Damascus", "2017-10-24T22:30", "2017-10-25T01:30"),  # summer
        ("Asia/Damascus", "2017-11-24T21:30", "2017-11-24T23:30"),  # winter
        ("Asia/Damascus", "2023-11-24T21:30", "2023-11-25T00:30"),  # summer time all year since 2022
        ("Asia/Tehran", "2017-12-01T20:30", "2017-12-02T00:00"),
        ("Asia/Kathmandu", "2017-12-01T18:15", "2017-12-02T00:00"),
        ("UTC-03:30", "2017-12-01T03:00", "2017-11-30T23:30"),
        ("America/New_York", "2017-12-01T04:59:59", "2017-11-30T23:59:59"),
        ("UTC", "2017-12-01T23:59", "2017-12-01T23:59"),
    ],
)
def test_what_clocks_show(zone, moment, local):
    assert local_times(s(moment), zone).tolist() == s(local).tolist()


@given(st.lists(MOMENTS, max_size=20), ZONES)
def test_days_are_those_of_a_calendar_on_the_wall(moments, zone):
    """Oracle: each moment by itself, converted by Python."""
    expected = [moment.replace(tzinfo=datetime.timezone.utc).astimezone(ZoneInfo(zone)).date() for moment in moments]
    assert local_days(np.array(moments, "datetime64[s]"), zone).tolist() == expected


@pytest.mark.parametrize("name", ["", "Nowhere/City", "../../etc/passwd", "UTC+3", "UTC+25:00", "UTC+03:75", "\0"])
def test_a_name_that_is_no_zone(name):
    with pytest.raises(TimeZoneError, match="Asia/Damascus"):
        time_zone(name)


def test_nothing_and_open_ends():
    assert len(local_days(s(), "Asia/Damascus")) == 0
    assert np.isnat(local_days(s("NaT"), "Asia/Damascus")).all()
    assert days_as_dated(s("2017-10-24", "2017-10-24T21:00"), "Asia/Damascus").tolist() == days(
        "2017-10-24", "2017-10-25"
    )


@pytest.mark.parametrize(
    ("start", "end", "is_timed", "first", "last"),
    [
        # A day stays the day that its source names.
        ("2017-10-24", "2017-10-25", False, "2017-10-24", "2017-10-24"),
        ("2017-10-24", "2017-10-27", False, "2017-10-24", "2017-10-26"),
        # Moments are those of clocks in Damascus, three hours ahead.
        ("2017-10-24T20:00", "2017-10-24T22:00", True, "2017-10-24", "2017-10-25"),
        ("2017-10-24T21:00", "2017-10-24T22:00", True, "2017-10-25", "2017-10-25"),
        ("2017-10-24T20:00", "2017-10-24T21:00", False, "2017-10-24", "2017-10-24"),
        ("2017-10-24T20:00", "2017-10-24T21:00", True, "2017-10-24", "2017-10-25"),
        # A timed passage may begin at midnight in UTC, which is three o'clock in Damascus.
        ("2017-10-24", "2017-10-24T22:00", True, "2017-10-24", "2017-10-25"),
        ("2017-10-24", "2017-10-24", True, "2017-10-24", "2017-10-24"),
        # From a map with a time to the end of a day.
        ("2017-10-24T22:00", "2017-10-27", False, "2017-10-25", "2017-10-26"),
    ],
)
def test_days_of_a_passage_in_damascus(start, end, is_timed, first, last):
    passages = Days.of(s(start), s(end), np.array([is_timed]), "Asia/Damascus")
    assert (passages.first.tolist(), passages.last.tolist()) == (days(first), days(last))


@given(MOMENTS, st.integers(0, 5 * 86_400), ZONES)
def test_days_of_a_timed_passage_are_those_that_its_moments_have(start, seconds, zone):
    """Oracle: the day of each hour of the passage, and of its end."""
    end = start + datetime.timedelta(seconds=seconds)
    hours = [start + datetime.timedelta(hours=hour) for hour in range(seconds // 3600 + 1)] + [end]
    lived = {each.replace(tzinfo=datetime.timezone.utc).astimezone(ZoneInfo(zone)).date() for each in hours}
    passages = Days.of(np.array([start], "datetime64[s]"), np.array([end], "datetime64[s]"), np.array([True]), zone)
    assert (passages.first[0].item(), passages.last[0].item()) == (min(lived), max(lived))
