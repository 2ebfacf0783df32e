"""The control series: columns of equal length, one row per faction and period."""

from __future__ import annotations

import time

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syria_control_plugin.core.control.series import ControlSeries, concatenate, meeting_pairs
from syria_control_plugin.core.dates.periods import moments
from syria_control_plugin.core.errors import SeriesError

WEST, EAST = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)


def series() -> ControlSeries:
    """Return a series: GOV holds the west until the 5th, OPP from then on; IS always holds the east."""
    return ControlSeries(
        faction=["GOV", "OPP", "IS"],
        start=["2017-10-01", "2017-10-05", "2017-10-01"],
        end=["2017-10-05", "NaT", "NaT"],
        geometry=[WEST, WEST, EAST],
        source=["maps"] * 3,
    )


@pytest.mark.parametrize(
    ("moment", "holders"),
    [
        ("2017-09-30", []),
        ("2017-10-01", ["GOV", "IS"]),
        ("2017-10-04T23:59:59", ["GOV", "IS"]),
        ("2017-10-05", ["OPP", "IS"]),
    ],
)
def test_a_snapshot_contains_the_rows_valid_at_a_moment(moment, holders):
    assert series().on(moment).faction.tolist() == holders


def test_the_rows_of_one_faction():
    opp = series().of("OPP")
    assert opp.faction.tolist() == ["OPP"]
    assert opp.start[0] == np.datetime64("2017-10-05")
    assert opp.geometry[0] is WEST
    assert len(series().of("GOV ")) == 0


def test_factions_and_dates_are_sorted_and_unique():
    assert series().factions == ["GOV", "IS", "OPP"]
    assert series().dates.tolist() == moments(["2017-10-01", "2017-10-05"]).tolist()


def test_the_end_of_a_territory_is_also_a_date():
    held = ControlSeries(faction=["GOV"], start=["2017-10-01"], end=["2017-10-03"], geometry=[WEST], source=["maps"])
    assert held.dates.tolist() == moments(["2017-10-01", "2017-10-03"]).tolist()


def test_an_empty_series():
    empty = ControlSeries.empty()
    assert len(empty) == len(empty.on("2017-10-01")) == len(concatenate([])) == 0
    assert (empty.factions, empty.dates.tolist()) == ([], [])


def test_parts_are_put_together_in_order():
    whole = concatenate([series().of("OPP"), series().of("GOV")])
    assert whole.faction.tolist() == ["OPP", "GOV"]
    assert whole.end.tolist() == moments(["NaT", "2017-10-05"]).tolist()


def test_a_multipolygon_is_one_value():
    both = shapely.MultiPolygon([WEST, shapely.box(5, 0, 6, 1)])
    held = ControlSeries(faction=["GOV"], start=["2017-10-01"], end=["NaT"], geometry=[both], source=["maps"])
    assert held.geometry[0] is both


def test_columns_of_different_length_are_rejected():
    with pytest.raises(SeriesError, match="differ in length.*'end': 1"):
        ControlSeries(
            faction=["GOV", "IS"], start=["2017-10-01"] * 2, end=["NaT"], geometry=[WEST, EAST], source=["maps"] * 2
        )


def test_an_empty_period_is_rejected():
    with pytest.raises(SeriesError, match="Row 0"):
        ControlSeries(faction=["GOV"], start=["2017-10-01"], end=["2017-10-01"], geometry=[WEST], source=["maps"])


@pytest.mark.parametrize("geometry", [None, shapely.Point(0, 0), WEST.exterior, shapely.GeometryCollection([EAST])])
def test_geometries_that_are_not_areas_are_rejected(geometry):
    with pytest.raises(SeriesError, match="Row 1: a territory must be a polygon or multipolygon"):
        ControlSeries(
            faction=["GOV", "IS"],
            start=["2017-10-01"] * 2,
            end=["NaT"] * 2,
            geometry=[WEST, geometry],
            source=["maps"] * 2,
        )


def test_touching_periods_are_not_an_overlapping_pair():
    starts, ends = moments(["2017-10-01", "2017-10-05"]), moments(["2017-10-05", "NaT"])
    assert meeting_pairs(starts, ends, np.zeros((2, 4)), [0, 1]).shape == (0, 2)


@pytest.mark.parametrize("block", [1, 3, 100])
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 6), st.one_of(st.none(), st.integers(1, 4)), st.integers(0, 3)), max_size=12),
    st.sets(st.integers(0, 11)),
)
def test_meeting_pairs_are_those_that_share_a_day_and_a_place(monkeypatch, block, periods, chosen):
    """The expected pairs are found day by day; a pair counts if one of its rows is chosen."""
    monkeypatch.setattr("syria_control_plugin.core.control.series._BLOCK", block)
    days = [set(range(start, 20 if length is None else start + length)) for start, length, _ in periods]
    places = [{place, place + 1} for *_, place in periods]  # boxes from one place to the next: neighbours touch
    rows = sorted(row for row in chosen if row < len(periods))
    first = np.datetime64("2017-10-01", "s")
    starts = moments([first + np.timedelta64(start, "D") for start, *_ in periods])
    ends = moments(["NaT" if n is None else first + np.timedelta64(start + n, "D") for start, n, _ in periods])
    bounds = np.array([[place, 0, place + 1, 1] for *_, place in periods], float).reshape(-1, 4)
    found = [tuple(pair) for pair in meeting_pairs(starts, ends, bounds, rows).tolist()]
    expected = [
        (one, other)
        for one in range(len(days))
        for other in range(one + 1, len(days))
        if days[one] & days[other] and places[one] & places[other] and {one, other} & set(rows)
    ]
    assert found == expected
    if len(rows) == len(periods):
        assert meeting_pairs(starts, ends, bounds).tolist() == [list(pair) for pair in found]


@pytest.mark.parametrize("kind", ["at once", "one after the other"])
def test_the_cost_of_meeting_pairs_is_linear(kind):
    """Rows are side by side at the same time, or in the same place one after the other."""

    def seconds(count):
        number = np.arange(count)
        west = number if kind == "at once" else np.zeros(count)
        starts = np.datetime64("2000-01-01", "s") + (
            np.timedelta64(1, "D") * (number if kind != "at once" else 0 * number)
        )
        bounds = np.column_stack([west, np.zeros(count), west + 0.5, np.ones(count)])
        start = time.process_time()
        assert len(meeting_pairs(starts, starts + np.timedelta64(1, "D"), bounds)) == 0
        return time.process_time() - start

    assert min(seconds(40_000) for _ in range(3)) < 8 * min(seconds(10_000) for _ in range(3))
