"""Front lines: borders between the territories of two factions. Strips are at the equator."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from syria_control_plugin.core.control.fronts import front_lines, front_shift, front_shifts
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.errors import SeriesError
from syria_control_plugin.core.geometry.antimeridian import folded
from syria_control_plugin.core.geometry.ellipsoid import lengths_km

NORTH_KM = 110.574  # from the equator to 1° N
FIRST = np.datetime64("2017-10-01", "s")
DAY = np.timedelta64(86400, "s")


def strip(west, east, south=0, north=1):
    return shapely.box(west, south, east, north)


def held(*rows) -> ControlSeries:
    """Return the series of rows (faction, territory, first day, end day or None[, source])."""
    return ControlSeries(
        faction=[row[0] for row in rows],
        start=[FIRST + row[2] * DAY for row in rows],
        end=[np.datetime64("NaT") if row[3] is None else FIRST + row[3] * DAY for row in rows],
        geometry=[row[1] for row in rows],
        source=[row[4] if len(row) > 4 else "maps" for row in rows],
    )


def rows(fronts) -> list[tuple]:
    """Return (pair, start, end or None, length in degrees of the equator) of each front line."""
    return [
        ("-".join(pair), (start - FIRST) // DAY, None if np.isnat(end) else (end - FIRST) // DAY, round(line.length, 6))
        for pair, start, end, line in zip(fronts.pair, fronts.start, fronts.end, fronts.geometry)
    ]


def test_a_shared_border_is_a_front_while_it_exists():
    """
    day 0  A A B B      day 5  A B B B      the front moves west by one degree
    """
    fronts = front_lines(held(("B", strip(2, 4), 0, 5), ("A", strip(0, 2), 0, 5), ("B", strip(1, 4), 5, None),
                              ("A", strip(0, 1), 5, None)))  # fmt: skip
    assert rows(fronts) == [("A-B", 0, 5, 1.0), ("A-B", 5, None, 1.0)]
    assert shapely.equals(fronts.geometry[0], shapely.LineString([(2, 0), (2, 1)]))
    assert fronts.length_km == pytest.approx([NORTH_KM] * 2, abs=0.001)
    assert all(line.geom_type == "MultiLineString" for line in fronts.geometry)


def test_a_front_continues_while_territory_changes_elsewhere():
    """A's far end changes on day 3, and C appears and disappears on day 4: A and B keep one row."""
    fronts = front_lines(held(("A", strip(0, 2), 0, 3), ("A", strip(1, 2), 3, None), ("B", strip(2, 4), 0, None),
                              ("C", strip(7, 8), 4, 5)))  # fmt: skip
    assert rows(fronts) == [("A-B", 0, None, 1.0)]


def test_a_front_that_ends_and_returns_is_two_rows():
    fronts = front_lines(held(("A", strip(0, 2), 0, 3), ("A", strip(0, 2), 6, None), ("B", strip(2, 4), 0, None)))
    assert rows(fronts) == [("A-B", 0, 3, 1.0), ("A-B", 6, None, 1.0)]


@pytest.mark.parametrize(
    "other",
    [
        ("B", strip(2, 3, 1, 2), 0, None),  # a corner
        ("B", strip(3, 4), 0, None),  # a gap
        ("B", strip(1, 3), 0, None),  # contested territory between
        ("B", strip(0, 2), 0, None),  # all of it contested
        ("B", strip(2, 3), 5, None),  # begins as the first ends
        ("A", strip(2, 3), 0, None),  # the same faction
    ],
)
def test_borders_that_are_not_fronts(other):
    assert rows(front_lines(held(("A", strip(0, 2), 0, 5), other))) == []


def test_beside_contested_territory_only_the_rest_is_a_front():
    """B overlaps the east of A and lies north of A: the front is along A's uncontested north only."""
    other = shapely.union_all([strip(1, 3), strip(0, 2, 1, 2)])
    fronts = front_lines(held(("A", strip(0, 2), 0, None), ("B", other, 0, None)))
    assert shapely.equals(fronts.geometry[0], shapely.LineString([(0, 1), (1, 1)]))


def test_an_enclave_has_its_whole_outline_as_front():
    ring = strip(0, 3, 0, 3) - strip(1, 2, 1, 2)
    assert rows(front_lines(held(("A", strip(1, 2, 1, 2), 0, None), ("B", ring, 0, None)))) == [("A-B", 0, None, 4.0)]


def test_borders_between_rows_of_one_faction_are_not_fronts():
    """A's territory is stored in two rows: only their common outline counts, once where they overlap."""
    fronts = front_lines(held(("A", strip(0, 1), 0, None), ("A", strip(0.5, 2), 0, None), ("B", strip(2, 4), 0, None),
                              ("B", strip(0.7, 1.5, 1, 2), 0, None)))  # fmt: skip
    assert rows(fronts) == [("A-B", 0, None, 1.8)]


@pytest.mark.parametrize("off", [0, 1e-13, -1e-13])
def test_a_vertex_on_the_other_border_within_rounding(off):
    """B's border has vertices on A's oblique edge, which rounding places just beside it or across it."""
    a = shapely.Polygon([(0, 0), (1, 0), (1.1, 0.7), (0, 1)])
    corners = [(1 + 0.1 * t + off, 0.7 * t) for t in (0, 1 / 3, 0.61, 0.9, 1)]
    b = shapely.Polygon([*corners, (3, 0.7), (3, 0)])
    fronts = front_lines(held(("A", a, 0, None), ("B", b, 0, None)))
    assert rows(fronts) == [("A-B", 0, None, round(math.hypot(0.1, 0.7), 6))]


def test_borders_digitised_twice_need_a_tolerance():
    """The gap between the two is 0.0005°, or 56 m."""
    series = held(("A", strip(0, 2), 0, None), ("B", strip(2.0005, 4), 0, None))
    assert rows(front_lines(series)) == rows(front_lines(series, tolerance_m=50)) == []
    fronts = front_lines(series, tolerance_m=60)
    assert shapely.bounds(fronts.geometry[0]) == pytest.approx([2, 0, 2, 1], abs=1e-3)
    assert NORTH_KM - 0.001 <= fronts.length_km[0] <= NORTH_KM + 2 * 0.060


def test_rows_of_two_sources_are_rejected():
    with pytest.raises(SeriesError, match="'maps', 'others'"):
        front_lines(held(("A", strip(0, 2), 0, None), ("B", strip(2, 3), 0, None, "others")))
    assert len(front_lines(ControlSeries.empty())) == 0


def line(*corners):
    return shapely.MultiLineString([corners])


def test_a_front_that_moved_as_a_whole():
    shift = front_shift(line((0, 0), (0, 1)), line((0.1, 0), (0.1, 1)))
    assert (shift.mean_km, shift.greatest_km) == pytest.approx((11.13, 11.13), abs=0.01)


def test_a_front_that_swung_round_one_end():
    """A segment of 0.01° turns by a right angle: its middle moves half as far as its end."""
    shift = front_shift(line((0, 0), (0, 0.01)), line((0, 0), (0.01, 0)))
    assert (shift.mean_km, shift.greatest_km) == pytest.approx((1.1132 / 2, 1.1132), abs=0.001)


def test_the_mean_is_over_the_length_not_over_the_vertices():
    """As before, with forty vertices in the first tenth of the segment."""
    corners = [(0.01 * n / 400, 0) for n in range(40)]
    shift = front_shift(line((0, 0), (0, 0.01)), line(*corners, (0.01, 0)))
    assert shift.mean_km == pytest.approx(1.1132 / 2, abs=0.001)


def test_a_long_segment_is_measured_along_its_whole_length():
    """It extends half a degree to each side of the earlier front, and only its middle is on it."""
    shift = front_shift(line((0, -0.1), (0, 0.1)), line((-0.5, 0), (0.5, 0)))
    assert (shift.mean_km, shift.greatest_km) == pytest.approx((55.66 / 2, 55.66), abs=0.01)


def test_distances_are_those_of_the_later_line():
    """A bulge of the earlier front that has disappeared does not count; a new one counts."""
    bulge, straight = line((0, 0), (0.1, 0.5), (0, 1)), line((0, 0), (0, 1))
    assert front_shift(straight, bulge).greatest_km == pytest.approx(11.13, abs=0.01)
    assert front_shift(bulge, straight).greatest_km < 11
    assert front_shift(straight, line((0, 0.2), (0, 0.4))).greatest_km == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("nothing", [None, shapely.MultiLineString()])
def test_without_one_of_the_two_there_is_no_shift(nothing):
    for shift in (front_shift(nothing, line((0, 0), (1, 0))), front_shift(line((0, 0), (1, 0)), nothing)):
        assert math.isnan(shift.mean_km) and math.isnan(shift.greatest_km)


def test_shifts_are_measured_from_the_previous_front():
    """The front is new on day 0, moves on day 2, and is absent from 4 to 6; another pair exists as well."""
    series = held(("A", strip(0, 2), 0, 2), ("B", strip(2, 4), 0, 2),
                  ("A", strip(0, 1), 2, 4), ("B", strip(1, 4), 2, 4),
                  ("A", strip(0, 2), 6, None), ("B", strip(2, 4), 6, None), ("C", strip(4, 5), 1, None))  # fmt: skip
    fronts = front_lines(series)
    assert [row[:2] for row in rows(fronts)] == [("A-B", 0), ("A-B", 2), ("A-B", 6), ("B-C", 1), ("B-C", 6)]
    shifts = [shift.mean_km for shift in front_shifts(fronts)]
    assert shifts[1] == pytest.approx(111.3, abs=0.1)
    assert [math.isnan(shift) for shift in shifts] == [True, False, True, True, True]


def squares(holders: str) -> dict:
    """Return a board of 3 × 3 degree squares, held by the letters; "." is nobody."""
    territories: dict = {}
    for number, name in enumerate(holders):
        if name != ".":
            territories.setdefault(name, []).append(strip(number % 3, number % 3 + 1, number // 3, number // 3 + 1))
    return {name: shapely.union_all(parts) for name, parts in territories.items()}


BOARD = st.text("ABC.", min_size=9, max_size=9)


@given(BOARD)
def test_all_borders_are_fronts_or_open(board):
    """The expected lengths are the edges between squares with different holders, counted one by one."""
    fronts = front_lines(held(*((name, territory, 0, None) for name, territory in squares(board).items())))
    expected: dict = {}
    for number in range(9):
        for step in (1, 3):
            if (step == 1 and number % 3 == 2) or number + step > 8:
                continue
            pair = "-".join(sorted((board[number], board[number + step])))
            if board[number] != board[number + step] and "." not in pair:
                expected[pair] = expected.get(pair, 0) + 1
    assert {pair: length for pair, _, _, length in rows(fronts)} == expected


@given(BOARD)
def test_a_front_is_the_same_from_both_sides(board):
    """If A and C are swapped, each front is the same line."""
    swapped = board.translate(str.maketrans("AC", "CA"))
    lines = []
    for letters, back in ((board, "ABC"), (swapped, "CBA")):
        fronts = front_lines(held(*((name, territory, 0, None) for name, territory in squares(letters).items())))
        named = dict(zip("ABC", back))
        lines.append({frozenset(named[n] for n in pair): g.wkt for pair, g in zip(fronts.pair, fronts.geometry)})
    assert lines[0] == lines[1]


@given(BOARD, st.lists(st.integers(1, 6), max_size=3))
def test_cutting_rows_in_time_changes_nothing(board, days):
    """Territory stored as several consecutive rows has the same fronts."""
    whole, cut = [], []
    edges = sorted({0, *days})
    for name, territory in squares(board).items():
        whole.append((name, territory, 0, None))
        cut += [(name, territory, start, end) for start, end in zip(edges, [*edges[1:], None])]
    one, other = front_lines(held(*whole)), front_lines(held(*cut))
    assert rows(one) == rows(other)
    assert lengths_km(one.geometry).tolist() == other.length_km.tolist()


@pytest.mark.parametrize("west", [-182, 176, 177, 178, 179])
def test_the_antimeridian_is_no_border(west):
    """A and B side by side, C north of both: the front moves west by a degree. The same at any longitude."""

    def moved(by):
        areas = np.array([strip(0, 2), strip(2, 4), strip(0, 1), strip(1, 4), strip(0, 4, 1, 2)], object)
        areas = folded(shapely.transform(areas, lambda xy: xy + (by, 0.0)))
        return front_lines(held(("A", areas[0], 0, 5), ("B", areas[1], 0, 5), ("A", areas[2], 5, None),
                                ("B", areas[3], 5, None), ("C", areas[4], 0, None)))  # fmt: skip

    plain, there = moved(0), moved(west)
    assert there.pair.tolist() == plain.pair.tolist() and there.start.tolist() == plain.start.tolist()
    assert there.length_km == pytest.approx(plain.length_km)
    assert all(line.geom_type == "MultiLineString" for line in there.geometry)
    assert (np.abs(shapely.bounds(there.geometry)[:, [0, 2]]) <= 180).all()
    for one, other in zip(front_shifts(there), front_shifts(plain)):
        assert one.mean_km == pytest.approx(other.mean_km, nan_ok=True)
        assert one.greatest_km == pytest.approx(other.greatest_km, nan_ok=True)
