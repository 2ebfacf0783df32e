"""Retaken territory: held by NEW now, and by OLD at an earlier moment since a date."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from syria_control_plugin.core.control.control_changes import retaken_ground
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.control.snapshots import same_area, series_from_maps

FIRST = np.datetime64("2017-10-01", "s")
DAY = np.timedelta64(86400, "s")
NEW, OLD = "NEW", "OLD"


def strip(west, east):
    return shapely.box(west, 0, east, 1)


def held(*rows) -> ControlSeries:
    """Return the series of rows (faction, west, east, first day, end day or None)."""
    return ControlSeries(
        faction=[row[0] for row in rows],
        start=[FIRST + row[3] * DAY for row in rows],
        end=[np.datetime64("NaT") if row[4] is None else FIRST + row[4] * DAY for row in rows],
        geometry=[strip(row[1], row[2]) for row in rows],
        source=["maps"] * len(rows),
    )


def retaken(series, since=0):
    """Return rows (west, east, start, end) in days; the end is None if still valid."""
    found = retaken_ground(series, NEW, OLD, FIRST + since * DAY)
    assert set(found.faction) <= {NEW}
    assert set(found.source) <= {"maps"}
    return [
        (*shapely.bounds(territory)[::2], (start - FIRST) / DAY, None if np.isnat(end) else (end - FIRST) / DAY)
        for start, end, territory in zip(found.start, found.end, found.geometry)
    ]


def test_territory_taken_from_the_other_counts_from_that_day():
    """
    day 0  OLD OLD OLD .
    day 5  OLD NEW NEW NEW     retaken: the two squares in the middle
    """
    assert retaken(held((OLD, 0, 3, 0, 5), (OLD, 0, 1, 5, None), (NEW, 1, 4, 5, None))) == [(1, 3, 5, None)]


def test_territory_held_by_a_third_in_between_counts():
    assert retaken(held((OLD, 0, 2, 0, 3), ("XYZ", 0, 2, 3, 5), (NEW, 0, 2, 5, None))) == [(0, 2, 5, None)]


def test_territory_the_other_never_held_does_not_count():
    assert retaken(held((OLD, 0, 2, 0, None), (NEW, 2, 4, 0, None))) == []
    assert retaken(held(("XYZ", 0, 2, 0, 5), (NEW, 0, 2, 5, None), (OLD, 9, 10, 0, None))) == []


def test_territory_the_other_gained_later_does_not_count():
    assert retaken(held((NEW, 0, 2, 0, 5), (OLD, 0, 2, 5, None))) == []


@pytest.mark.parametrize(("since", "expected"), [(4, [(0, 2, 5, None)]), (5, [])])
def test_territory_that_the_other_lost_before_since_does_not_count(since, expected):
    """OLD holds from 0 to 5: it held the territory since day 4, but not since day 5."""
    assert retaken(held((OLD, 0, 2, 0, 5), (NEW, 0, 2, 5, None)), since) == expected


def test_since_is_included():
    """OLD holds only the second of `since`, and NEW the territory from the next second."""
    second = np.timedelta64(1, "s")
    series = ControlSeries(
        faction=[OLD, NEW],
        start=[FIRST, FIRST + 5 * DAY + second],
        end=[FIRST + 5 * DAY + second, np.datetime64("NaT")],
        geometry=[strip(0, 2)] * 2,
        source=["maps"] * 2,
    )
    assert len(retaken_ground(series, NEW, OLD, FIRST + 5 * DAY)) == 1
    assert len(retaken_ground(series, NEW, OLD, FIRST + 5 * DAY + second)) == 0


def test_territory_lost_again_ends_and_begins_again():
    """OLD holds until 2, NEW from 2 to 4, OLD from 4 to 6, then NEW again."""
    series = held((OLD, 0, 2, 0, 2), (NEW, 0, 2, 2, 4), (OLD, 0, 2, 4, 6), (NEW, 0, 2, 6, None))
    assert retaken(series) == [(0, 2, 2, 4), (0, 2, 6, None)]


def test_more_territory_is_a_new_row():
    series = held((OLD, 0, 4, 0, 2), (OLD, 2, 4, 2, 5), (NEW, 0, 2, 2, 5), (NEW, 0, 3, 5, None))
    assert retaken(series) == [(0, 2, 2, 5), (0, 3, 5, None)]


def test_changes_elsewhere_do_not_cut_the_row():
    series = held((OLD, 0, 2, 0, 2), (NEW, 0, 2, 2, 5), (NEW, 0, 2, 5, None), (OLD, 7, 8, 3, 6))
    assert retaken(series) == [(0, 2, 2, None)]


def test_contested_territory_counts_if_the_other_held_it_first():
    assert retaken(held((OLD, 0, 2, 0, None), (NEW, 0, 2, 3, None))) == [(0, 2, 3, None)]


def test_contested_territory_gained_by_both_at_once_counts_from_that_moment():
    """OLD held it at the moment itself. Changes elsewhere have no effect."""
    both = held((OLD, 0, 2, 3, None), (NEW, 0, 2, 3, None))
    assert retaken(both) == [(0, 2, 3, None)]
    elsewhere = held((OLD, 0, 2, 3, None), (NEW, 0, 2, 3, None), (NEW, 5, 6, 4, 5))
    assert retaken(elsewhere) == retaken(both)


def test_without_one_of_the_two_nothing_is_retaken():
    assert retaken(held((NEW, 0, 2, 0, None))) == retaken(held((OLD, 0, 2, 0, None))) == []
    assert retaken(ControlSeries.empty()) == []


def cells_of(series) -> set[int]:
    return {
        number
        for territory in series.geometry
        for number in range(4)
        if shapely.contains_xy(territory, 2 * number + 0.5, 0.5)
    }


def ground_of(cells):
    return shapely.union_all([strip(2 * number, 2 * number + 1) for number in sorted(cells)])


ONE_MAP = st.dictionaries(
    st.sampled_from([NEW, OLD, "XYZ"]), st.builds(ground_of, st.sets(st.integers(0, 3), min_size=1, max_size=3))
)


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(st.integers(0, 6).map(lambda day: FIRST + day * DAY), ONE_MAP, min_size=2, max_size=6),
    st.integers(-1, 12).map(lambda half: FIRST + half * DAY // 2),
    st.sampled_from([None, DAY]),
)
def test_the_definition_at_each_moment(maps, since, gap_limit):
    """Every six hours: the squares that NEW holds, and that OLD held at such a moment since the date."""
    series = series_from_maps(maps, "maps", gap_limit)
    found = retaken_ground(series, NEW, OLD, since)
    moments = FIRST + np.arange(-4, 4 * 9) * (DAY // 4)
    earlier: set[int] = set()
    for moment in moments:
        snapshot = series.on(moment)
        if moment >= since:
            earlier |= cells_of(snapshot.of(OLD))
        assert cells_of(found.on(moment)) == cells_of(snapshot.of(NEW)) & earlier
        assert len(found.on(moment)) <= 1
    for row in range(1, len(found)):
        follows = found.start[row] == found.end[row - 1]
        assert not (follows and same_area(found.geometry[row], found.geometry[row - 1]))
