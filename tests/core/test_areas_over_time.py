"""Area and share of each faction on each date."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from syria_control_plugin.core.control.areas_over_time import areas_over_time
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.control.snapshots import series_from_maps
from syria_control_plugin.core.geometry.ellipsoid import areas_km2

FIRST = np.datetime64("2017-10-01", "s")
DAY = np.timedelta64(86400, "s")
NAN = pytest.approx(np.nan, nan_ok=True)


def strip(west, east):
    """Return a small strip at the equator: farther north, a long edge along a parallel is a curved geodesic."""
    return shapely.box(west / 100, 0, east / 100, 0.01)


CELL = float(areas_km2(strip(0, 1))[0])


def held(*rows) -> ControlSeries:
    """Return the series of rows (faction, west, east, first day, end day or None)."""
    return ControlSeries(
        faction=[row[0] for row in rows],
        start=[FIRST + row[3] * DAY for row in rows],
        end=[np.datetime64("NaT") if row[4] is None else FIRST + row[4] * DAY for row in rows],
        geometry=[strip(row[1], row[2]) for row in rows],
        source=["maps"] * len(rows),
    )


def table(series) -> list[tuple]:
    """Return rows (day, faction, area in squares, share, change in squares)."""
    found = areas_over_time(series)
    days = [int((date - FIRST) // DAY) for date in found.date]
    return list(zip(days, found.faction, found.area_km2 / CELL, found.share, found.change_km2 / CELL))


def test_area_share_and_change_on_each_date():
    """
    day 0  A A B .      day 3  A B B B
    """
    found = table(held(("A", 0, 2, 0, 3), ("B", 2, 3, 0, 3), ("A", 0, 1, 3, None), ("B", 1, 4, 3, None)))
    assert [row[:2] for row in found] == [(0, "A"), (0, "B"), (3, "A"), (3, "B")]
    assert [row[2:] for row in found] == [
        (pytest.approx(2), pytest.approx(2 / 3), NAN), (pytest.approx(1), pytest.approx(1 / 3), NAN),
        (pytest.approx(1), pytest.approx(1 / 4), pytest.approx(-1)),
        (pytest.approx(3), pytest.approx(3 / 4), pytest.approx(2)),
    ]  # fmt: skip


def test_a_faction_without_territory_has_a_row():
    """B appears on day 2, and the maps end on day 5."""
    found = table(held(("A", 0, 1, 0, 5), ("B", 1, 2, 2, 5)))
    assert [row[:2] for row in found] == [(day, name) for day in (0, 2, 5) for name in "AB"]
    nan = np.nan
    assert [row[2] for row in found] == pytest.approx([1, 0, 1, 1, nan, nan], nan_ok=True)
    assert [row[3] for row in found] == pytest.approx([1, 0, 0.5, 0.5, nan, nan], nan_ok=True)
    assert [row[4] for row in found] == pytest.approx([nan, nan, 0, 1, nan, nan], nan_ok=True)


def test_missing_data_of_a_source_is_not_zero():
    """Nothing is known from day 2 to day 5; the change afterwards is measured from day 0."""
    found = table(held(("A", 0, 3, 0, 2), ("B", 3, 4, 0, 2), ("A", 0, 2, 5, None), ("B", 2, 4, 5, None)))
    assert [row[:2] for row in found] == [(day, name) for day in (0, 2, 5) for name in "AB"]
    nan = np.nan
    assert [row[2] for row in found] == pytest.approx([3, 1, nan, nan, 2, 2], nan_ok=True)
    assert [row[3] for row in found] == pytest.approx([0.75, 0.25, nan, nan, 0.5, 0.5], nan_ok=True)
    assert [row[4] for row in found] == pytest.approx([nan, nan, nan, nan, -1, 1], nan_ok=True)


def test_rows_last_until_the_next_date():
    found = areas_over_time(held(("A", 0, 1, 0, 5), ("B", 1, 2, 2, 5)))
    assert found.until[:4].tolist() == found.date[2:].tolist()
    assert np.isnat(found.until[4:]).all()


def test_contested_territory_counts_for_each_and_once_in_the_total():
    """A holds 0-2 and B 1-3, both until day 4: three squares in total, and two each for A and B."""
    found = table(held(("A", 0, 2, 0, None), ("B", 1, 3, 0, 4), ("B", 2, 3, 4, None)))
    assert [row[3] for row in found] == pytest.approx([2 / 3, 2 / 3, 2 / 3, 1 / 3], rel=1e-6)


def test_territory_that_three_claim_counts_once_in_the_total():
    found = table(held(("A", 0, 2, 0, None), ("B", 0, 2, 0, None), ("C", 0, 4, 0, None)))
    assert [row[3] for row in found] == pytest.approx([0.5, 0.5, 1], rel=1e-6)


def test_area_covered_by_two_rows_of_a_faction_counts_once():
    found = table(held(("A", 0, 2, 0, None), ("A", 1, 3, 0, None)))
    assert found[0][2:4] == (pytest.approx(3), pytest.approx(np.nan, nan_ok=True))


def test_rows_that_continue_with_equal_territory_are_not_a_date():
    found = table(held(("A", 0, 2, 0, 3), ("A", 0, 2, 3, None), ("B", 2, 3, 0, 5), ("B", 2, 3, 5, None)))
    assert [row[:2] for row in found] == [(0, "A"), (0, "B")]


def test_an_empty_series_has_no_rows():
    assert len(areas_over_time(ControlSeries.empty())) == 0


def ground_of(cells):
    return shapely.union_all([strip(cell, cell + 1) for cell in cells])


def one_map(holders):
    return {name: ground_of([n for n, each in enumerate(holders) if each == name]) for name in set(holders) - {"."}}


@given(st.dictionaries(st.integers(0, 9), st.text("ABC.", min_size=6, max_size=6), min_size=1, max_size=5))
def test_shares_add_up_and_changes_lead_from_date_to_date(boards):
    series = series_from_maps({FIRST + day * DAY: one_map(board) for day, board in boards.items()}, "maps")
    found = areas_over_time(series)
    names = series.factions
    if not names:
        assert len(found) == 0
        return
    areas, shares, changes = (
        column.reshape(-1, len(names)) for column in (found.area_km2, found.share, found.change_km2)
    )
    assert found.date[:: len(names)].tolist() == series.dates.tolist()
    somebody = np.array([len(series.on(date)) > 0 for date in series.dates])
    if len(names) > 1:
        assert shares[somebody].sum(axis=1) == pytest.approx(1, abs=1e-12)
    else:  # a series of one side
        assert np.isnan(shares).all()
    for column in (areas, shares, changes):
        assert np.isnan(column[~somebody]).all()
    areas, changes = areas[somebody], changes[somebody]
    assert areas[0] + np.cumsum(changes[1:], axis=0) == pytest.approx(areas[1:], abs=1e-6)
    for date, row in zip(series.dates[somebody], areas):
        snapshot = series.on(date)
        assert [areas_km2(snapshot.of(name).geometry).sum() for name in names] == pytest.approx(row.tolist())
