"""Ground that is not mapped and ground of nobody, on boards of cells of 0.01° at the equator.

A letter is the holder of a cell, "x" is held by A and B at once, "n" is nobody's by a class of the source, "." has no
territory.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from syria_control_plugin.core.control.areas_over_time import areas_over_time
from syria_control_plugin.core.control.control_changes import balance, control_changes
from syria_control_plugin.core.control.fronts import front_lines
from syria_control_plugin.core.control.holders import NOBODY, NOT_MAPPED
from syria_control_plugin.core.control.overlaps import contested_territory
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.control.snapshots import series_from_maps
from syria_control_plugin.core.corridors.observed import observed_corridors
from syria_control_plugin.core.geometry.ellipsoid import areas_km2
from syria_control_plugin.core.movements.movements import from_lines

SIZE = 0.01
DATES = np.array(["2017-10-01", "2017-10-05"], "datetime64[s]")
HELD = {"A": ("A",), "B": ("B",), "x": ("A", "B"), "n": (NOBODY,), "o": ("A", NOBODY), ".": ()}
# The first cell is always A's: a map without any territory is missing data.
BOARDS = st.lists(st.sampled_from("ABxno."), min_size=11, max_size=11).map(lambda cells: "A" + "".join(cells))


def cell(number: int) -> shapely.Polygon:
    row, column = divmod(number, 4)
    return shapely.box(column * SIZE, row * SIZE, (column + 1) * SIZE, (row + 1) * SIZE)


def ground(board: str) -> dict:
    names = {name for letter in board for name in HELD[letter]}
    return {
        name: shapely.union_all([cell(i) for i, letter in enumerate(board) if name in HELD[letter]]) for name in names
    }


def series(*boards: str, nobody_outside=False) -> ControlSeries:
    maps = series_from_maps(dict(zip(DATES, map(ground, boards))), "maps")
    return replace(maps, nobody_outside=frozenset({"maps"} if nobody_outside else ()))


def holders_of(letter: str, nobody_outside: bool) -> tuple:
    """The definition: factions if there are any, nobody if the source says so, else not mapped."""
    factions = tuple(name for name in ("A", "B") if name in HELD[letter])
    return factions or ((NOBODY,) if NOBODY in HELD[letter] or nobody_outside else (NOT_MAPPED,))


@given(BOARDS, BOARDS, st.booleans())
def test_holders_at_points_before_and_after(before, after, nobody_outside):
    """Each cell is looked at by itself, at a point, and by its area."""
    changes = control_changes(series(before, after, nobody_outside=nobody_outside))
    expected: dict = {}
    for number, letters in enumerate(zip(before, after)):
        pair = tuple(holders_of(letter, nobody_outside) for letter in letters)
        over = np.flatnonzero(shapely.contains_xy(changes.geometry, *shapely.get_coordinates(cell(number).centroid)[0]))
        if pair[0] == pair[1]:
            assert len(over) == 0
            continue
        (row,) = over
        assert (changes.from_holder[row], changes.to_holder[row]) == pair
        expected[pair] = expected.get(pair, 0.0) + areas_km2(cell(number))[0]
    found = dict(zip(zip(changes.from_holder, changes.to_holder), changes.area_km2))
    assert found == {pair: pytest.approx(km2, rel=1e-6) for pair, km2 in expected.items()}


@given(BOARDS, BOARDS, st.booleans())
def test_gains_minus_losses_are_the_change_of_area(before, after, nobody_outside):
    given_series = series(before, after, nobody_outside=nobody_outside)
    account = balance(given_series, control_changes(given_series))
    assert NOBODY not in account.faction
    for row, faction in enumerate(account.faction):
        was, is_now = (
            sum(areas_km2(cell(i))[0] for i, letter in enumerate(board) if faction in HELD[letter])
            for board in (before, after)
        )
        change = account.gained_km2[row] - account.lost_km2[row]
        assert change == pytest.approx(is_now - was, abs=1e-6 * max(was, is_now))


@given(BOARDS, BOARDS, st.booleans())
def test_nobody_has_an_area_without_a_share_and_claims_nothing(before, after, nobody_outside):
    given_series = series(before, after, nobody_outside=nobody_outside)
    areas = areas_over_time(given_series)
    for number, board in enumerate((before, after)):
        rows = areas.date == DATES[number if DATES[number] in areas.date else 0]
        factions = [holders_of(letter, False) for letter in board]
        is_held = sum(each not in ((NOBODY,), (NOT_MAPPED,)) for each in factions)
        km2 = dict(zip(areas.faction[rows], areas.area_km2[rows]))
        share = dict(zip(areas.faction[rows], areas.share[rows]))
        if NOBODY in km2:
            assert km2[NOBODY] == pytest.approx(factions.count((NOBODY,)) * areas_km2(cell(0))[0], rel=1e-6)
            assert np.isnan(share[NOBODY])
        if any("B" in HELD[letter] for letter in before + after):
            assert share["A"] == pytest.approx(sum("A" in each for each in factions) / is_held, rel=1e-6)
    pairs = contested_territory(given_series).pair
    assert NOBODY not in given_series.faction[pairs] and NOBODY not in front_lines(given_series).pair.ravel().tolist()


@pytest.mark.parametrize("nobody_outside", [False, True])
def test_a_series_of_one_side_has_no_shares_and_gains_from_nobody_only_if_the_source_says_so(nobody_outside):
    one_side = series("A...........", "AA..........", nobody_outside=nobody_outside)
    changes = control_changes(one_side)
    assert changes.to_holder.tolist() == [("A",)]
    assert changes.from_holder.tolist() == [(NOBODY,) if nobody_outside else (NOT_MAPPED,)]
    assert np.isnan(areas_over_time(one_side).share).all()
    assert np.isnan(areas_over_time(series("An..........", "AA..........")).share).all()


def test_nobodys_ground_is_no_host():
    """A moves east through B's cell, nobody's cell, and on over ground that is not mapped."""
    line = shapely.LineString([(SIZE / 2, SIZE / 2), (3.5 * SIZE, SIZE / 2)])
    moved = from_lines(["m"], ["A"], DATES[:1], DATES[:1] + np.timedelta64(1, "D"), ["news"], [line])
    found = observed_corridors(moved, series("ABn.........")).corridors
    assert [(c, a, b) for c, a, b in zip(found.host, found.before, found.after)] == [("B", ("A",), (NOBODY,))]
    found = observed_corridors(moved, series("AnB.........")).corridors
    assert list(zip(found.before, found.after)) == [((NOBODY,), (NOT_MAPPED,))]
