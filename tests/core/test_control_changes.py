"""Control changes over time, and their balance. Strips are at the equator, one degree high; days in October 2017."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from syria_control_plugin.core.control.control_changes import (
    balance,
    change_matrices,
    change_matrix,
    control_changes,
    holders_of,
)
from syria_control_plugin.core.control.holders import NOT_MAPPED, joined
from syria_control_plugin.core.control.series import ControlSeries, concatenate
from syria_control_plugin.core.control.snapshots import series_from_maps
from syria_control_plugin.core.errors import Cancelled, SeriesError
from syria_control_plugin.core.geometry.ellipsoid import areas_km2
from tests.core.recorder import Recorder

DAY = np.timedelta64(1, "D")


def strip(west, east):
    return shapely.box(west, 0, east, 1)


def day(number):
    return np.datetime64(f"2017-10-{number:02d}", "s")


def series(*rows) -> ControlSeries:
    """Return the series of rows (faction, west, east, first day, end day or None[, source])."""
    return ControlSeries(
        faction=[row[0] for row in rows],
        start=[day(row[3]) for row in rows],
        end=[np.datetime64("NaT") if row[4] is None else day(row[4]) for row in rows],
        geometry=[strip(*row[1:3]) for row in rows],
        source=[row[5] if len(row) > 5 else "maps" for row in rows],
    )


def number_of(moment):
    return None if np.isnat(moment) else int((moment - day(1)) / DAY) + 1


def found(rows, dates=None):
    """Return (previous day, day, until, from, to, west, east) of each change."""
    changes = control_changes(rows, dates)
    times = zip(*(map(number_of, changes.of_rows(name)) for name in ("previous_date", "date", "until")))
    bounds = shapely.bounds(changes.geometry)[:, ::2] if len(changes) else ()
    return [(*time, one, other, *territory) for time, one, other, territory in
            zip(times, map(joined, changes.from_holder), map(joined, changes.to_holder), bounds)]  # fmt: skip


def test_each_map_is_compared_with_the_next():
    """
    day 1  GOV GOV OPP OPP
    day 4  GOV GOV GOV OPP
    day 6  GOV IS  GOV OPP
    """
    rows = series(("GOV", 0, 2, 1, 4), ("OPP", 2, 4, 1, 4), ("GOV", 0, 3, 4, 6), ("OPP", 3, 4, 4, None),
                  ("GOV", 0, 1, 6, None), ("GOV", 2, 3, 6, None), ("IS", 1, 2, 6, None))  # fmt: skip
    assert found(rows) == [(1, 4, 6, "OPP", "GOV", 2, 3), (4, 6, None, "GOV", "IS", 1, 2)]


def test_a_date_without_changes_is_an_interval_too():
    """GOV's territory is written again on day 3."""
    changes = control_changes(series(("GOV", 0, 2, 1, 3), ("GOV", 0, 2, 3, None)))
    assert (len(changes), len(changes.intervals)) == (0, 1)
    assert change_matrices(changes, [("GOV",), (NOT_MAPPED,)]).shape == (1, 2, 2)


def test_two_dates_include_all_changes_between():
    """OPP takes the territory on day 3, and GOV regains it on day 5."""
    rows = series(
        ("GOV", 0, 2, 1, 3), ("GOV", 0, 1, 3, 5), ("OPP", 1, 2, 3, 5), ("GOV", 0, 2, 5, 9), ("IS", 0, 2, 9, None)
    )
    assert found(rows, [day(2), day(4)]) == [(2, 4, 5, "GOV", "OPP", 1, 2)]
    assert found(rows, [day(2), day(8)]) == []
    assert found(rows, [day(8), day(2), day(9)]) == [(8, 9, None, "GOV", "IS", 0, 2)]
    assert [(number_of(i.previous_date), number_of(i.date), number_of(i.until))
            for i in control_changes(rows, [day(2), day(4), day(6)]).intervals] == [(2, 4, 6), (4, 6, 9)]  # fmt: skip


def test_territory_to_and_from_nobody():
    rows = series(("GOV", 0, 9, 1, None), ("OPP", 10, 12, 1, 3), ("IS", 11, 13, 5, None))
    assert found(rows) == [(1, 3, 5, "OPP", NOT_MAPPED, 10, 12), (3, 5, None, NOT_MAPPED, "IS", 11, 13)]


def test_a_time_without_data_is_bridged():
    """There is no territory from 3 to 6: nobody loses anything then, and OPP's gain on day 6 counts since day 1."""
    rows = series(("GOV", 0, 2, 1, 3), ("OPP", 2, 4, 1, 3), ("GOV", 0, 1, 6, 8), ("OPP", 1, 4, 6, 8))
    assert found(rows) == [(1, 6, 8, "GOV", "OPP", 1, 2)]
    (interval,) = control_changes(rows).intervals
    assert (interval.is_bridged, number_of(interval.unknown_since)) == (True, 3)
    assert control_changes(rows, [day(2), day(7)]).intervals[0].is_bridged
    assert not control_changes(series(("GOV", 0, 2, 1, 3), ("GOV", 0, 3, 3, None))).intervals[0].is_bridged


def test_a_gap_between_dated_maps_is_a_time_without_data():
    maps = {day(1): {"GOV": strip(0, 2), "OPP": strip(2, 4)}, day(2): {"GOV": strip(0, 3), "OPP": strip(3, 4)},
            day(20): {"GOV": strip(0, 4)}, day(21): {"GOV": strip(0, 4), "OPP": strip(5, 6)}}  # fmt: skip
    rows = series_from_maps(maps, "maps", gap_limit=3 * DAY)
    assert found(rows) == [
        (1, 2, 5, "OPP", "GOV", 2, 3),
        (2, 20, 21, "OPP", "GOV", 3, 4),
        (20, 21, None, NOT_MAPPED, "OPP", 5, 6),
    ]
    assert [number_of(i.unknown_since) for i in control_changes(rows).intervals] == [None, 5, None]


def test_sources_are_never_compared():
    rows = series(
        ("GOV", 0, 2, 1, 3, "A"), ("GOV", 0, 3, 3, 5, "A"), ("OPP", 0, 3, 5, 7, "B"), ("GOV", 0, 3, 7, 9, "B")
    )
    changes = control_changes(rows)
    assert changes.of_rows("source") == ["A", "B"]
    assert found(rows) == [(1, 3, 5, NOT_MAPPED, "GOV", 2, 3), (5, 7, 9, "OPP", "GOV", 0, 3)]
    assert found(rows, [day(1), day(4)]) == [(1, 4, 5, NOT_MAPPED, "GOV", 2, 3)]


def test_dates_without_data_of_any_source():
    rows = series(("GOV", 0, 2, 2, 3, "A"), ("OPP", 0, 3, 5, None, "B"))
    with pytest.raises(SeriesError, match="2017-10-02.*'A' is known from 2017-10-02.*'B'.*now"):
        control_changes(rows, [day(2), day(6)])
    for dates in ([day(2)], [day(2), day(2)], [], [day(2), np.datetime64("NaT")]):
        with pytest.raises(SeriesError, match="two different dates"):
            control_changes(rows, dates)


def test_an_empty_series_and_one_map_have_no_changes():
    for rows in (ControlSeries.empty(), series(("GOV", 0, 2, 1, None)), series(("GOV", 0, 2, 1, 5))):
        changes = control_changes(rows)
        assert (len(changes), changes.intervals, changes.slivers.tolist()) == (0, (), [])
        assert (holders_of(changes), change_matrix(changes, []).shape) == ([], (0, 0))
        assert len(balance(rows, changes)) == 0


def test_progress_rises_and_cancel_propagates():
    rows = series(("GOV", 0, 2, 1, 3), ("GOV", 0, 3, 3, 5), ("GOV", 0, 4, 5, None))
    recorder = Recorder()
    control_changes(rows, feedback=recorder)
    assert recorder.percents == [0, 50]

    with pytest.raises(Cancelled):
        control_changes(rows, feedback=Recorder(cancel_after=1))


def test_the_matrix_of_losses_and_gains():
    """
    day 1  GOV OPP OPP .
    day 3  GOV GOV OPP IS
    day 5  OPP GOV .   IS
    """
    rows = series(("GOV", 0, 1, 1, 3), ("OPP", 1, 3, 1, 3), ("GOV", 0, 2, 3, 5), ("OPP", 2, 3, 3, 5),
                  ("IS", 3, 4, 3, None), ("OPP", 0, 1, 5, None), ("GOV", 1, 2, 5, None))  # fmt: skip
    changes = control_changes(rows)
    holders = holders_of(changes)
    assert holders == [("GOV",), ("IS",), ("OPP",), (NOT_MAPPED,)]
    one = areas_km2([strip(0, 1)])[0]
    first, second = change_matrices(changes, holders) / one
    assert np.allclose(first, [[0, 0, 0, 0], [0, 0, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0]])
    assert np.allclose(second, [[0, 0, 1, 0], [0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 0]])
    assert np.allclose(change_matrix(changes, holders) / one, first + second)
    assert change_matrix(changes, [*holders, "SDF"]).shape == (5, 5)
    with pytest.raises(SeriesError, match="'IS'"):
        change_matrix(changes, [("GOV",), ("OPP",), (NOT_MAPPED,)])


def test_the_balance_of_each_faction():
    rows = series(("GOV", 0, 1, 1, 3), ("OPP", 1, 3, 1, 3), ("GOV", 0, 2, 3, None), ("OPP", 2, 4, 3, None))
    account = balance(rows, control_changes(rows))
    one = areas_km2([strip(0, 1)])[0]  # two squares side by side are larger: their common edges are two geodesics
    assert (account.faction.tolist(), account.interval.tolist()) == (["GOV", "OPP"], [0, 0])
    columns = (account.before_km2, account.after_km2, account.gained_km2, account.lost_km2)
    assert np.allclose(np.array(columns).T / one, [[1, 2, 1, 0], [2, 2, 1, 1]], rtol=1e-3)
    assert account.imbalance[1] < 1e-9
    assert account.planar.max() < 1e-12


ONE_MAP = st.dictionaries(
    st.sampled_from(["GOV", "OPP", "IS"]),
    st.sets(st.integers(0, 5), min_size=1).map(lambda cells: shapely.union_all([strip(x, x + 1) for x in cells])),
)
MAPS = st.dictionaries(st.integers(1, 9).map(day), ONE_MAP, max_size=5)


@settings(max_examples=50, deadline=None)
@given(MAPS, MAPS, st.sampled_from([None, DAY]))
def test_balances_hold_and_changes_lead_from_first_to_last(one, other, gap_limit):
    """For any maps, overlapping or not: each account balances, and the changes lead from the first map to the last.

    The cells share all vertices, so that no edge is cut.
    """
    rows = concatenate([series_from_maps(one, "A", gap_limit), series_from_maps(other, "B", gap_limit)])
    changes = control_changes(rows)
    account = balance(rows, changes)
    assert (account.imbalance < 1e-6).all()
    assert (account.planar < 1e-12).all()
    for source in set(rows.source):
        own = [number for number, interval in enumerate(changes.intervals) if interval.source == source]
        part = account.interval[np.isin(account.interval, own)]
        for before, after in zip(own, own[1:]):
            assert changes.intervals[before].date == changes.intervals[after].previous_date
        for faction in set(account.faction[np.isin(account.interval, own)]):
            mine = np.isin(account.interval, part) & (account.faction == faction)
            ends = [rows.take(rows.source == source).on(date).of(faction).geometry
                    for date in (changes.intervals[own[0]].previous_date, changes.intervals[own[-1]].date)]  # fmt: skip
            total = areas_km2(ends[1]).sum() - areas_km2(ends[0]).sum()
            assert (account.gained_km2 - account.lost_km2)[mine].sum() == pytest.approx(total, abs=0.01)
