"""Contested territory, and its resolution by precedence. Strips are at the equator, one degree high."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.control.overlaps import contested_territory, settle_by_precedence
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.geometry.ellipsoid import areas_km2


def strip(west, east):
    return shapely.box(west, 0, east, 1)


def series(*rows) -> ControlSeries:
    """Return the series of rows (faction, territory, first day, end day or None[, source])."""
    return ControlSeries(
        faction=[row[0] for row in rows],
        start=[f"2017-10-{row[2]:02d}" for row in rows],
        end=["NaT" if row[3] is None else f"2017-10-{row[3]:02d}" for row in rows],
        geometry=[row[1] for row in rows],
        source=[row[4] if len(row) > 4 else "maps" for row in rows],
    )


def test_an_area_in_two_territories_at_once():
    """
    A  ####       1 to 5
    B     ####    3 to 9    contested: the middle, 3 to 5
    """
    found = contested_territory(series(("A", strip(0, 2), 1, 5), ("B", strip(1, 3), 3, 9)))
    assert len(found) == 1
    assert sorted(found.pair[0]) == [0, 1]
    assert (str(found.start[0])[:10], str(found.end[0])[:10]) == ("2017-10-03", "2017-10-05")
    assert shapely.equals(found.geometry[0], strip(1, 2))
    assert found.area_km2 == pytest.approx(areas_km2([strip(1, 2)]))
    assert (found.slivers, found.sliver_km2) == (0, 0)


def test_an_area_that_both_still_hold_is_contested_with_an_open_end():
    found = contested_territory(series(("A", strip(0, 2), 1, None), ("B", strip(1, 3), 3, None)))
    assert np.isnat(found.end).tolist() == [True]


@pytest.mark.parametrize(
    "other",
    [
        ("B", strip(2, 3), 1, None),  # a shared border
        ("B", shapely.box(2, 1, 3, 2), 1, None),  # a shared corner
        ("B", strip(5, 6), 1, None),  # far away
        ("B", strip(1, 3), 9, None),  # begins as the first ends
        ("A", strip(1, 3), 1, None),  # the same faction
        ("B", strip(1, 3), 1, None, "others"),  # another source
    ],
)
def test_pairs_that_are_not_contested(other):
    found = contested_territory(series(("A", strip(0, 2), 1, 9), other), sliver_km2=0)
    assert (len(found), found.slivers) == (0, 0)


def test_an_overlap_that_also_touches_elsewhere_contains_only_areas():
    """B overlaps A in the east, and also touches it along a border and at a point."""
    other = shapely.union_all([shapely.box(1, 0, 3, 0.5), shapely.box(2, 0, 3, 1), shapely.box(-1, 1, 0, 2)])
    found = contested_territory(series(("A", strip(0, 2), 1, None), ("B", other, 1, None)))
    assert shapely.equals(found.geometry[0], shapely.box(1, 0, 2, 0.5))


def test_slivers_are_counted_and_not_drawn():
    """An overlap of 1e-7 degrees by one degree is 0.0012 km²."""
    thin = strip(2 - 1e-7, 3)
    rows = series(("A", strip(0, 2), 1, None), ("B", thin, 1, 5), ("C", thin, 5, None))
    found = contested_territory(rows)
    assert (len(found), found.slivers) == (0, 2)
    assert found.sliver_km2 == pytest.approx(2 * 0.00123, rel=0.01)
    found = contested_territory(rows, sliver_km2=0.001)
    assert (len(found), found.slivers, found.sliver_km2) == (2, 0, 0)


def test_rows_restrict_the_pairs_to_those_with_one_of_them():
    everywhere = [("A", strip(0, 9), 1, None), ("B", strip(0, 9), 1, None), ("C", strip(0, 9), 1, None)]

    def pairs(rows):
        return sorted(tuple(sorted(pair)) for pair in contested_territory(series(*everywhere), rows).pair.tolist())

    assert pairs(None) == pairs([0, 1, 2]) == [(0, 1), (0, 2), (1, 2)]
    assert pairs([2]) == [(0, 2), (1, 2)]
    assert pairs([]) == []


def test_an_empty_series_has_no_contested_territory():
    assert len(contested_territory(ControlSeries.empty())) == 0


def settled(precedence, **cells):
    return {name: territory.bounds[::2] for name, territory in settle_by_precedence(cells, precedence).items()}


def test_the_first_in_the_precedence_keeps_all_its_territory():
    """
    A ####      B before C before A:    A ##
    B   ####                            B   ####
    C     ####                          C       ##
    """
    cells = {"A": strip(0, 4), "B": strip(2, 6), "C": strip(4, 8)}
    assert settled(["B", "C", "A"], **cells) == {"A": (0, 2), "B": (2, 6), "C": (6, 8)}
    assert settled(["C", "B", "A"], **cells) == {"A": (0, 2), "B": (2, 4), "C": (4, 8)}


def test_factions_not_named_come_last_and_their_overlaps_remain():
    cells = {"A": strip(0, 3), "B": strip(1, 4), "C": strip(2, 6)}
    assert settled(["C"], **cells) == {"A": (0, 2), "B": (1, 2), "C": (2, 6)}
    assert settled([], **cells) == {"A": (0, 3), "B": (1, 4), "C": (2, 6)}


def test_a_faction_that_loses_all_territory_is_left_out():
    assert settled(["A"], A=strip(0, 4), B=strip(1, 2)) == {"A": (0, 4)}


def test_names_given_twice_or_without_territory_are_ignored():
    assert settled(["X", "A", "A", "B"], A=strip(0, 2), B=strip(1, 3)) == {"A": (0, 2), "B": (2, 3)}


def test_uncontested_territory_keeps_its_coordinates():
    cells = {"A": strip(0, 2), "B": strip(5, 6)}
    found = settle_by_precedence(cells, ["A", "B"])
    assert found["A"] is cells["A"]
    assert found["B"] is cells["B"]
