"""Pockets on a board of squares one degree wide: a letter is the holder, "." is unmapped. Rows from south to north."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from syria_control_plugin.core.control.pockets import PocketRules, pockets_in
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.control.snapshots import series_from_maps
from syria_control_plugin.core.factions.blocs import Blocs
from syria_control_plugin.core.geometry.antimeridian import folded
from syria_control_plugin.core.geometry.ellipsoid import areas_km2

FIRST = np.datetime64("2017-10-01", "s")
DAY = np.timedelta64(86400, "s")
EVERY_PART = PocketRules(enclosed_share=0.0, sliver_km2=0.0)


def ground_of(board: str) -> dict:
    territories: dict = {}
    for y, row in enumerate(board.split()):
        for x, name in enumerate(row):
            if name != ".":
                territories.setdefault(name, []).append(shapely.box(x, y, x + 1, y + 1))
    return {name: shapely.union_all(parts) for name, parts in territories.items()}


def series(**boards) -> ControlSeries:
    """Return the series of the maps of days: d0="AAB BBB"."""
    return series_from_maps({FIRST + int(day[1:]) * DAY: ground_of(board) for day, board in boards.items()}, "maps")


def found(series, bloc_of=None, rules=None) -> list[str]:
    """Return "bloc west,south first day-last day since day: holders around it" of each pocket."""
    texts = []
    for row in pockets_in(series, Blocs.always(bloc_of or {}), rules).rows:
        west, south, _, _ = row.geometry.bounds
        until = "" if np.isnat(row.end) else (row.end - FIRST) // DAY
        days = f"{(row.start - FIRST) // DAY}-{until} since {(row.since - FIRST) // DAY}"
        texts.append(f"{row.bloc} {west:g},{south:g} {days}: {row.surrounded_by()}")
    return texts


def test_a_part_enclosed_by_one_faction():
    (row,) = pockets_in(series(d0="BBBAA BABAA BBBAA")).rows
    assert (row.bloc, row.factions, row.neighbours, row.enclosed_share) == ("A", ("A",), (("B", 1.0),), 1.0)
    assert (row.start, row.since, np.isnat(row.end)) == (FIRST, FIRST, True)
    assert row.area_km2 == pytest.approx(areas_km2(shapely.box(1, 1, 2, 2))[0])
    assert (row.nearest_km, row.is_largest) == (pytest.approx(111.3, abs=0.2), False)


def test_surrounding_holders_in_shares_of_the_outline():
    """B is south and west, C east, the north is not mapped: at the equator, all sides of a square are nearly equal."""
    (row,) = pockets_in(series(d0="BBB BAC B.C")).rows
    assert dict(row.neighbours) == {"B": pytest.approx(0.5, abs=1e-3), "C": pytest.approx(0.25, abs=1e-3)}
    assert row.enclosed_share == pytest.approx(sum(dict(row.neighbours).values()), abs=2e-6)
    assert row.surrounded_by() == "B 50 %, C 25 %, not mapped 25 %"
    assert row.surrounded_by({"not mapped": "غير مرسوم"}).endswith("غير مرسوم 25 %")


def test_sides_along_nobodys_ground_are_open():
    """B encloses A in the south and west; nobody's ground is east, by a class of the source, and the north is empty."""
    north = ground_of("BBBB BA.B B.BB")
    ground = {**north, "nobody": shapely.box(2, 1, 3, 2)}
    given = series_from_maps({FIRST: ground}, "maps")
    (row,) = [row for row in pockets_in(given, rules=EVERY_PART).rows if row.bloc == "A"]
    assert (row.neighbours, row.enclosed_share) == (
        (("B", pytest.approx(0.5, abs=1e-3)),),
        pytest.approx(0.5, abs=1e-3),
    )
    assert row.surrounded_by() == "B 50 %, not mapped 25 %, nobody 25 %"
    (row,) = [r for r in pockets_in(replace(given, nobody_outside={"maps"}), rules=EVERY_PART).rows if r.bloc == "A"]
    assert row.surrounded_by() == "B 50 %, nobody 50 %"


def test_nobodys_ground_is_no_pocket():
    ground = {"B": ground_of("BBB B.B BBB")["B"], "nobody": shapely.box(1, 1, 2, 2)}
    assert {row.bloc for row in pockets_in(series_from_maps({FIRST: ground}, "maps"), rules=EVERY_PART).rows} == {"B"}


def test_the_last_part_is_a_pocket_if_it_is_enclosed():
    (row,) = pockets_in(series(d0="BBB BAB BBB")).rows
    assert (row.is_largest, row.would_join, math.isnan(row.nearest_km)) == (True, False, True)


def test_the_larger_part_is_the_pocket_if_it_is_the_enclosed_one():
    """A holds one square at the open edge, and two enclosed squares."""
    assert found(series(d0="BBBB.. BAABA. BBBB..")) == ["A 1,1 0-: B 100 %".replace(":", " since 0:")]


def test_a_part_separated_only_by_the_edge_of_the_map_is_not_a_pocket():
    """A's parts are separate because the area between them is not mapped."""
    assert found(series(d0="AA..A AA..A")) == []


@pytest.mark.parametrize("share, count", [(0.75, 1), (0.76, 0)])
def test_the_enclosing_share_is_an_option(share, count):
    board = series(d0="BBB BAB B.B")
    assert len(pockets_in(board, rules=PocketRules(enclosed_share=share - 1e-3)).rows) == count


def test_parts_that_touch_at_a_point_are_two():
    assert [text[:5] for text in found(series(d0="BBBB BABB BBAB BBBB"))] == ["A 1,1", "A 2,2"]


def test_holders_inside_a_pocket_do_not_surround_it():
    """A surrounds B, and C surrounds A."""
    assert found(series(d0="CCCCC CAAAC CABAC CAAAC CCCCC")) == [
        "A 1,1 0- since 0: C 100 %",
        "B 2,2 0- since 0: A 100 %",
    ]


def test_allies_count_as_one_if_blocs_are_given():
    """R is between A's two parts: for R's ally A, neither is cut off, and R does not surround A."""
    board = series(d0="BBBBB BARAB BBBBB")
    assert [text.split(":")[1] for text in found(board)] == [" B 75 %, R 25 %", " B 75 %, R 25 %", " B 50 %, A 50 %"]
    (row,) = pockets_in(board, Blocs.always({"A": "A", "R": "A"})).rows
    assert (row.bloc, row.factions, row.neighbours) == ("A", ("A", "R"), (("B", 1.0),))


def test_factions_of_a_bloc_are_named_part_by_part():
    rows = pockets_in(series(d0="BBBBB BABRB BBBBB"), Blocs.always({"A": "X", "R": "X"})).rows
    assert [(row.bloc, row.factions) for row in rows] == [("X", ("A",)), ("X", ("R",))]


def test_contested_territory_counts_for_each_holder_and_once_in_total():
    """B and C both hold the area north of A; C also holds a part inside A, which does not surround anything."""
    around = ground_of("BBB B.B BBB")["B"]
    north = shapely.box(1, 2, 2, 3)
    rows = [("A", shapely.box(1, 1, 2, 2)), ("B", around), ("C", shapely.union(north, shapely.box(1, 1, 1.5, 2)))]
    n = len(rows)
    given = ControlSeries(*zip(*[(name, FIRST, "NaT", territory, "maps") for name, territory in rows]))
    (row,) = [row for row in pockets_in(given).rows if row.bloc == "A"]
    assert n == 3 and row.enclosed_share == pytest.approx(1, abs=1e-6)
    assert dict(row.neighbours) == {"B": 1.0, "C": pytest.approx(0.25, abs=1e-3)}


def test_a_row_lasts_until_an_attribute_changes():
    """Day 1: B changes far away. Day 2: C takes the area north of the pocket. Day 3: the pocket has disappeared."""
    boards = series(d0="BBBBB BABB. BBBBB", d1="BBBB. BABBB BBBBB", d2="BBBBB BABBB CCBBB", d3="BBBBB BBBBB CCBBB")
    assert found(boards) == ["A 1,1 0-2 since 0: B 100 %", "A 1,1 2-3 since 0: B 75 %, C 25 %"]


def test_since_is_traced_by_the_common_area():
    """Day 1: the pocket opens. Day 2: it closes. Day 3: it has grown. Day 4: it has moved by one square."""
    boards = series(
        d0="BBBBB BABBB BBBBB", d1="BBBBB .A... B.BBB", d2="BBBBB BABBB BBBBB", d3="BBBBB BAABB BBBBB",
        d4="BBBBB BBAAB BBBBB", d5="BBBBB BABBB BBBBB",
    )  # fmt: skip
    assert [text.split(":")[0] for text in found(boards)] == [
        "A 1,1 0-1 since 0", "A 1,1 2-3 since 2", "A 1,1 3-4 since 2", "A 2,1 4-5 since 2", "A 1,1 5- since 5",
    ]  # fmt: skip


def test_both_halves_of_a_split_pocket_keep_its_date():
    boards = series(d0="BBBBB BAAAB BBBBB", d4="BBBBB BABAB BBBBB")
    assert [text.split(":")[0] for text in found(boards)] == [
        "A 1,1 0-4 since 0",
        "A 1,1 4- since 0",
        "A 3,1 4- since 0",
    ]


@pytest.mark.parametrize("older", ["west", "east"])
def test_two_pockets_that_merge_keep_the_date_of_the_larger(older):
    """One pocket has one square in the west, the other two in the east; one closes on day 0, the other on day 1."""
    first = {"west": "BBBBBB BA.... BBB...", "east": "..BBBB ...AAB ..BBBB"}[older]
    boards = series(d0=first, d1="BBBBBB BABAAB BBBBBB", d2="BBBBBB BAAAAB BBBBBB")
    rows = [row for row in pockets_in(boards).rows if row.bloc == "A"]
    assert (rows[-1].since - FIRST) // DAY == {"west": 1, "east": 0}[older]


@pytest.mark.parametrize("join_km, joins", [(111.2, False), (111.4, True)])
def test_whether_a_distance_would_join_them(join_km, joins):
    rows = pockets_in(series(d0="BBBBB BABAB BBBBB"), rules=PocketRules(join_km=join_km)).rows
    assert [row.would_join for row in rows] == [joins, joins]


def test_borders_digitised_twice_need_a_tolerance():
    """The gap around A is 0.0005°, or 56 m."""
    around = shapely.box(0, 0, 3, 3) - shapely.box(0.9995, 0.9995, 2.0005, 2.0005)
    given = ControlSeries(
        faction=["A", "B"],
        start=[FIRST] * 2,
        end=["NaT"] * 2,
        geometry=[shapely.box(1, 1, 2, 2), around],
        source=["maps"] * 2,
    )
    assert pockets_in(given).rows == pockets_in(given, rules=PocketRules(tolerance_m=50)).rows == ()
    (row,) = pockets_in(given, rules=PocketRules(tolerance_m=60)).rows
    assert row.neighbours == (("B", 1.0),)


def test_parts_smaller_than_the_tolerance_are_counted():
    """A square of 0.0001° is 0.00012 km²."""
    small = shapely.box(1, 1, 1.0001, 1.0001)
    around = shapely.box(0, 0, 3, 3) - small
    given = ControlSeries(
        faction=["A", "B"], start=[FIRST] * 2, end=["NaT"] * 2, geometry=[small, around], source=["maps"] * 2
    )
    left_out = pockets_in(given)
    assert (left_out.rows, left_out.slivers) == ((), 1)
    assert left_out.sliver_km2 == pytest.approx(0.000123, rel=0.01)
    kept = pockets_in(given, rules=PocketRules(sliver_km2=0.0001))
    assert (len(kept.rows), kept.slivers) == (1, 0)


def test_an_empty_series_has_no_pockets_and_any_name_is_valid():
    assert pockets_in(ControlSeries.empty()).rows == ()
    names = {"A": "=*", "B": "*"}
    maps = {FIRST: {names[name]: territory for name, territory in ground_of("BBB BAB BBB").items()}}
    (row,) = pockets_in(series_from_maps(maps, "maps")).rows
    assert (row.bloc, row.neighbours) == ("=*", (("*", 1.0),))


BOARD = st.lists(st.text("AB.", min_size=4, max_size=4), min_size=4, max_size=4).map(" ".join)


@settings(max_examples=40)
@given(st.dictionaries(st.integers(0, 5).map(lambda day: f"d{day}"), BOARD, min_size=1, max_size=3))
def test_all_parts_together_are_the_factions_territory(boards):
    """With every part listed, on each date: areas add up, shares are valid, and all pockets are among the parts."""
    given = series(**boards)
    rows = pockets_in(given, rules=EVERY_PART).rows
    strict = pockets_in(given).rows
    for moment in given.dates:
        now = [row for row in rows if row.start <= moment and not row.end <= moment]
        held = given.on(moment)
        for name in "AB":
            areas = sum(row.area_km2 for row in now if row.bloc == name)
            assert areas == pytest.approx(areas_km2(held.of(name).geometry).sum(), rel=1e-9)
        assert all(0 <= row.enclosed_share <= 1 and row.since <= row.start for row in now)
        shut_in = {(row.bloc, row.geometry.wkt) for row in now if row.enclosed_share >= 2 / 3}
        assert {(r.bloc, r.geometry.wkt) for r in strict if r.start <= moment and not r.end <= moment} == shut_in


@given(BOARD)
def test_cutting_rows_in_time_changes_nothing(board):
    """Territory stored as two consecutive rows has the same pockets."""
    given = series(d0=board)
    start, end = np.repeat(given.start, 2), np.repeat(given.end, 2)
    start[1::2], end[0::2] = FIRST + DAY, FIRST + DAY
    faction, geometry, source = (np.repeat(column, 2) for column in (given.faction, given.geometry, given.source))
    assert found(ControlSeries(faction=faction, start=start, end=end, geometry=geometry, source=source)) == found(given)


@pytest.mark.parametrize("west", [-182, 176, 177, 178, 179, 300])
def test_the_antimeridian_does_not_cut_territory_into_parts(west):
    """A's pocket in B's ground, and A's ground east of it: the same at any longitude."""

    def moved(by):
        ground = ground_of("BBBBAA BAABAA BBBBAA")
        areas = folded(shapely.transform(np.array(list(ground.values()), object), lambda xy: xy + (by, 0.0)))
        return pockets_in(series_from_maps({FIRST: dict(zip(ground, areas))}, "maps"), rules=EVERY_PART).rows

    plain, there = moved(0), moved(west)
    assert [(row.bloc, row.neighbours, row.is_largest) for row in there] == [
        (row.bloc, row.neighbours, row.is_largest) for row in plain
    ]
    for one, other in zip(there, plain):
        assert one.area_km2 == pytest.approx(other.area_km2)
        # Parallel sides are equally near at many latitudes in the plane, and not quite on the ellipsoid.
        assert one.nearest_km == pytest.approx(other.nearest_km, rel=1e-3, nan_ok=True)
        assert areas_km2(one.geometry)[0] == pytest.approx(other.area_km2)
