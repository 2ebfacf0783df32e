"""Crossings: the parts of movements inside territories. Squares are one degree wide near the equator.

Positions along a movement count its fixes.
"""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.movements import crossings, grid_index
from syria_control_plugin.core.movements.crossings import crossings_inside
from syria_control_plugin.core.movements.movements import (
    Clock,
    Movements,
    concatenate_movements,
    from_lines,
    lines_between,
    moments_at,
    points_at,
)
from tests.core.recorder import Recorder

FIRST = np.datetime64("2017-10-01", "s")
HOUR, DAY = np.timedelta64(3600, "s"), np.timedelta64(86400, "s")
SQUARE = shapely.box(1, 0, 2, 1)


def held(*rows) -> ControlSeries:
    """Return territories from rows (holder, territory[, first day, end day or None])."""
    rows = [(*row, 0, None)[:4] if len(row) == 2 else row for row in rows]
    return ControlSeries(
        faction=[row[0] for row in rows],
        start=[FIRST + row[2] * DAY for row in rows],
        end=[np.datetime64("NaT") if row[3] is None else FIRST + row[3] * DAY for row in rows],
        geometry=[row[1] for row in rows],
        source=["maps"] * len(rows),
    )


def drawn(*points, day=0) -> Movements:
    """Return an untimed movement."""
    line = shapely.LineString(points)
    return from_lines(["m"], ["A"], [FIRST + day * DAY], [FIRST + (day + 1) * DAY], ["news"], [line])


def timed(*fixes) -> Movements:
    """Return a timed movement of fixes (hour, x, y)."""
    time = [FIRST.astype("datetime64[ms]") + np.timedelta64(int(fix[0] * 3.6e6), "ms") for fix in fixes]
    return Movements(
        id=["m"],
        mover=["A"],
        start=time[:1],
        end=time[-1:],
        source=["gps"],
        first=[0, len(fixes)],
        lonlat=[fix[1:] for fix in fixes],
        time=time,
    )


def found(movements, territories) -> list[tuple]:
    """Return (holder, entry, exit) of each crossing, with "<" or ">" if it begins or ends by a change."""
    inside = crossings_inside(movements, territories)
    marks = zip(inside.begins_by_change, inside.ends_by_change)
    return [
        ("<" * int(begins) + holder + ">" * int(ends), round(entry, 8), round(exit_, 8))
        for holder, entry, exit_, (begins, ends) in zip(inside.holder, inside.entry, inside.exit, marks)
    ]


def test_in_and_out():
    """
      0   1   2   3
          +---+
    o-----|---|---o
          +---+
    """
    assert found(drawn((0, 0.5), (4, 0.5)), held(("B", SQUARE))) == [("B", 0.25, 0.5)]


def test_positions_count_the_fixes():
    assert found(drawn((0, 0.5), (0.5, 0.5), (1.5, 0.5), (1.5, 2.5)), held(("B", SQUARE))) == [("B", 1.5, 2.25)]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(1.2, 0.5), (1.8, 0.5)], [("B", 0, 1)]),  # inside all the way
        ([(0, 0.5), (0.9, 0.5)], []),  # outside all the way
        ([(1.5, 0.5), (1.5, 0.5)], [("B", 0, 1)]),  # stands still inside
        ([(1, 0.5), (1, 0.5)], []),  # stands still on the border
        ([(1 + 5e-10, 0.5), (1 + 5e-10, 0.5)], []),  # a hair inside of it
        ([(2 - 5e-10, 0.1), (2 - 5e-10, 0.9)], []),  # along it, a hair inside
        ([(0, 0.5), (0, 0.5)], []),
        ([(0, 0.5), (1, 0.5)], []),  # reaches the border
        ([(0, 0.5), (1, 0.5), (0, 0.7)], []),  # touches it
        ([(0, 1), (3, 1)], []),  # runs along it
        ([(0, 0), (1, 0), (2, 0), (2, 1), (3, 1)], []),  # all round it
        ([(0, 1), (2, -1)], []),  # touches a corner
        ([(0, -1), (2, 1)], [("B", 0.5, 1)]),  # in at one corner and out at another
        ([(1, 0.5), (1.5, 0.5)], [("B", 0, 1)]),  # begins on the border
        ([(1.5, 0.5), (1, 0.5), (1, 0.8), (1.5, 0.8)], [("B", 0, 1), ("B", 2, 3)]),  # in, along, and in again
        ([(1.5, 0.5), (1, 0.6), (1.5, 0.7)], [("B", 0, 2)]),  # touches it from inside
        ([(1.5, 0.5), (1, 0.6), (1, 0.6), (1.5, 0.7)], [("B", 0, 3)]),  # and stands there
        ([(1.5, 0.5), (1 - 1e-9, 0.6), (1.5, 0.7)], [("B", 0, 2)]),  # a hair beyond
        ([(1.5, 0.5), (0.5, 0.5), (1.5, 0.5)], [("B", 0, 0.5), ("B", 1.5, 2)]),  # out and in at one point
    ],
)  # fmt: skip
def test_crossings_at_borders_and_corners(points, expected):
    assert found(drawn(*points), held(("B", SQUARE))) == expected


def test_a_vertex_that_touches_a_segment_does_not_split_the_crossing():
    """The tip of the notch is at (1.5, 0.5), on the track."""
    notched = shapely.Polygon([(1, 0), (2, 0), (2, 1), (1.6, 1), (1.5, 0.5), (1.4, 1), (1, 1)])
    assert found(drawn((0, 0.5), (4, 0.5)), held(("B", notched))) == [("B", 0.25, 0.5)]
    assert found(drawn((0, 0.6), (4, 0.6)), held(("B", notched))) == [("B", 0.25, 0.37), ("B", 0.38, 0.5)]


def test_a_shared_border_is_in_neither_territory():
    """The track runs along it, then enters C."""
    territories = held(("B", shapely.box(0, 0, 1, 2)), ("C", shapely.box(1, 0, 2, 2)))
    assert found(drawn((1, -1), (1, 1), (1.5, 1)), territories) == [("C", 1, 2)]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("off", [0, 1e-13, 4e-10])
def test_an_oblique_border_along_a_track(seed, off):
    """No point on it can be represented exactly; the border and the track have different vertices."""
    random = np.random.default_rng(seed)
    start, step = random.uniform(0, 1, 2), random.uniform(1, 2, 2)
    across = np.array([-step[1], step[0]])
    border = start + np.sort(np.concatenate([[0, 1], random.uniform(0, 1, 3)]))[:, None] * step
    track = start + np.sort(random.uniform(0.05, 0.95, 6))[:, None] * step + random.uniform(-off, off, (6, 2))
    sides = [shapely.Polygon([*border, start + step + side * across, start + side * across]) for side in (1, -1)]
    territories = held(("B", sides[0]), ("C", sides[1]))
    assert found(drawn(*track), territories) == []
    assert found(drawn(*track, track[-1] + across / 4), territories) == [("B", 5, 6)]
    assert found(drawn(track[0] - across / 4, *track), territories) == [("C", 0, 1)]


def test_holes_and_parts():
    """
      0   1   2   3   4   5   6
          +-----------+   +---+
    o-----|###|   |###|---|###|
          +-----------+   +---+
    """
    ring = shapely.box(1, 0, 4, 3) - shapely.box(2, 1, 3, 2)
    territory = shapely.MultiPolygon([ring, shapely.box(5, 1, 6, 2)])
    assert found(drawn((0, 1.5), (10, 1.5)), held(("B", territory))) == [
        ("B", 0.1, 0.2),
        ("B", 0.3, 0.4),
        ("B", 0.5, 0.6),
    ]
    assert found(drawn((0, 1), (10, 1)), held(("B", territory))) == [("B", 0.1, 0.2), ("B", 0.3, 0.4)]


def test_contested_territory_is_in_the_crossings_of_both():
    territories = held(("B", shapely.box(1, 0, 3, 1)), ("C", shapely.box(2, 0, 4, 1)))
    assert found(drawn((0, 0.5), (5, 0.5)), territories) == [("B", 0.2, 0.6), ("C", 0.4, 0.8)]


def test_parts_that_touch_at_a_corner_are_one_crossing():
    territory = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2)])
    assert found(drawn((0, 0), (2, 2)), held(("B", territory))) == [("B", 0, 1)]


def test_a_border_crossed_at_an_interpolated_time():
    """The movement starts at x = 0 at one degree per hour: it is in B from one to two o'clock."""
    movement = timed((0, 0, 0.5), (4, 4, 0.5))
    inside = crossings_inside(movement, held(("B", SQUARE)))
    entry, exit_ = (moments_at(movement, inside.movement, at)[0] for at in (inside.entry, inside.exit))
    assert (entry - FIRST, exit_ - FIRST) == (HOUR, 2 * HOUR)
    assert points_at(movement, [0, 0], [0.25, 1]).tolist() == [[1, 0.5], [4, 0.5]]


def test_territory_that_changes_hands_under_the_mover():
    """B holds the square until midnight, C afterwards; the mover is in its middle at midnight."""
    movement = timed((0, 0, 0.5), (24, 1.5, 0.5), (36, 3, 0.5))
    territories = held(("B", SQUARE, 0, 1), ("C", SQUARE, 1, None))
    assert found(movement, territories) == [("B>", 0.66666667, 1), ("<C", 1, 1.33333333)]


def test_a_change_elsewhere_gives_one_crossing_of_two_parts():
    territories = held(("B", SQUARE, 0, 1), ("B", SQUARE | shapely.box(5, 5, 6, 6), 1, None))
    inside = crossings_inside(timed((12, 1.2, 0.5), (36, 1.8, 0.5)), territories)
    assert (inside.entry.tolist(), inside.exit.tolist()) == ([0], [1])
    parts = (inside.part_crossing, inside.part_territory, inside.part_entry, inside.part_exit)
    assert [part.tolist() for part in parts] == [[0, 0], [0, 1], [0, 0.5], [0.5, 1]]


def test_territory_that_is_gained_and_lost_around_a_standing_mover():
    territories = held(("B", SQUARE, 1, 2))
    assert found(timed((0, 1.5, 0.5), (96, 1.5, 0.5)), territories) == [("<B>", 0.25, 0.5)]


def test_territory_lost_and_regained_around_a_standing_mover_is_two_crossings():
    territories = held(("B", SQUARE, 0, 1), ("B", SQUARE, 3, None))
    assert found(timed((0, 1.5, 0.5), (96, 1.5, 0.5)), territories) == [("B>", 0, 0.25), ("<B", 0.75, 1)]


def test_a_border_reached_at_the_moment_of_the_change_is_crossed():
    """The mover is on the border of C's new territory at midnight, and enters it."""
    territories = held(("C", SQUARE, 1, None))
    assert found(timed((0, 0, 0.5), (24, 1, 0.5), (36, 1.5, 0.5)), territories) == [("C", 1, 2)]


def test_periods_are_half_open():
    """The movement ends at midnight, when C's territory begins; another begins then, when B's ends."""
    territories = held(("B", SQUARE, 0, 1), ("C", SQUARE, 1, 2))
    assert found(timed((12, 1.2, 0.5), (24, 1.8, 0.5)), territories) == [("B", 0, 1)]
    assert found(timed((24, 1.2, 0.5), (30, 1.8, 0.5)), territories) == [("C", 0, 1)]
    assert found(timed((24, 1.2, 0.5), (24, 1.8, 0.5)), territories) == [("C", 0, 1)]
    assert found(drawn((1.2, 0.5), (1.8, 0.5), day=1), territories) == [("C", 0, 1)]
    assert found(drawn((1.2, 0.5), (1.8, 0.5), day=2), territories) == []


def test_an_untimed_movement_is_in_the_territory_of_its_start():
    territories = held(("B", SQUARE, 0, 1), ("C", SQUARE, 1, None))
    assert found(concatenate_movements([drawn((0, 0.5), (2, 0.5)), drawn((0, 0.5), (4, 0.5), day=5)]), territories) == [
        ("B", 0.5, 1),
        ("C", 0.25, 0.5),
    ]


def test_empty_inputs_have_no_crossings():
    assert len(crossings_inside(Movements.empty(), held(("B", SQUARE)))) == 0
    assert len(crossings_inside(drawn((0, 0), (1, 1)), ControlSeries.empty())) == 0


def test_lines_between_positions():
    movement = drawn((0, 0), (1, 0), (1, 1), (3, 1))
    lines = lines_between(movement, [0] * 5, [0, 0.5, 1, 1.25, 2], [3, 0.75, 2, 2.5, 2])
    assert [line.wkt for line in lines] == [
        "LINESTRING (0 0, 1 0, 1 1, 3 1)",
        "LINESTRING (0.5 0, 0.75 0)",
        "LINESTRING (1 0, 1 1)",
        "LINESTRING (1 0.25, 1 1, 2 1)",
        "LINESTRING (1 1, 1 1)",
    ]


def test_the_position_of_a_movement_at_a_moment():
    """It waits from two to four o'clock; the position at two is that of its arrival."""
    both = concatenate_movements([timed((5, 0, 0), (6, 1, 0)), timed((0, 0, 0), (2, 2, 0), (4, 2, 0), (8, 0, 0))])
    hours = [-1, 0, 1, 2, 3, 4, 5, 8, 9]
    moments = FIRST.astype("datetime64[ms]") + np.array(hours) * HOUR
    assert Clock(both).positions_at(np.ones(9, int), moments).tolist() == [0, 0, 0.5, 1, 1.5, 2, 2.25, 3, 3]
    waits = timed((2, 0, 0), (2, 1, 0), (2, 2, 0), (3, 3, 0), (3, 4, 0))
    moments = FIRST.astype("datetime64[ms]") + np.array([1, 2, 3, 4]) * HOUR
    assert Clock(waits).positions_at(np.zeros(4, int), moments).tolist() == [0, 0, 3, 4]


def test_progress_is_reported_for_each_territory():
    recorder = Recorder()
    crossings_inside(drawn((0, 0), (1, 1)), held(("B", SQUARE, 0, 1), ("C", SQUARE, 1, 2)), recorder)
    assert sorted(set(recorder.percents)) == [0, 50]


def random_grounds(random, days: int, on_grid: bool) -> ControlSeries:
    """Return Voronoi cells of random points, or squares, held by B, C, D or nobody; on some days nothing changes."""
    rows = []
    changes = [0, *(day for day in range(1, days) if random.random() < 0.6), days]
    for since, until in zip(changes, changes[1:]):
        if on_grid:
            cells = np.array([shapely.box(x, y, x + 1, y + 1) for x in range(6) for y in range(6)])
        else:
            points = shapely.multipoints(random.uniform(0, 6, (6, 2)))
            cells = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=shapely.box(0, 0, 6, 6)))
        holders = random.choice(["B", "C", "D", "nobody"], len(cells))
        for name in {"B", "C", "D"} & set(holders):
            rows.append((name, shapely.union_all(cells[holders == name]), since, until))
    return held(*sorted(rows, key=lambda row: (row[0], row[2])))


def random_tracks(random, count: int, days: int, on_grid: bool) -> Movements:
    """Return walks that start inside or near; some stand still or have equal times; on a grid they follow borders."""
    walks = []
    for _ in range(count):
        steps = random.normal(0, 0.8, (15, 2))
        steps[random.random(15) < 0.15] = 0
        points = random.uniform(0, 6, 2) + np.cumsum(steps, axis=0)
        points = np.round(points * 2) / 2 if on_grid else points
        hours = np.sort(random.integers(0, days * 8, 15)) * 3
        walks.append(timed(*zip(hours, *points.T)))
    return concatenate_movements(walks)


def brute_force(movements: Movements, territories: ControlSeries) -> dict:
    """Return the length by movement and holder: each piece in each territory of its date, without its border."""
    lengths: dict = {}
    starts = territories.start.astype("datetime64[ms]").astype(float)
    ends = territories.end.astype("datetime64[ms]").astype(float)
    time = movements.time.astype(float)
    for row in range(len(movements)):
        for fix in range(movements.first[row], movements.first[row + 1] - 1):
            (one, two), (t, until) = movements.lonlat[fix : fix + 2], time[fix : fix + 2]
            for territory, start, end, holder in zip(territories.geometry, starts, ends, territories.faction):
                shares = [0, 1] if start <= t < end else [0, 0]
                if until > t:
                    shares = np.clip((np.array([start, end]) - t) / (until - t), 0, 1)
                line = shapely.LineString([one + (two - one) * share for share in shares])
                border = shapely.intersection(line, shapely.boundary(territory))
                length = shapely.length(shapely.intersection(line, territory)) - shapely.length(border)
                lengths[row, holder] = lengths.get((row, holder), 0.0) + length
    return lengths


@pytest.mark.parametrize("seed", range(40))
def test_lengths_equal_those_of_a_brute_force(seed, monkeypatch):
    random = np.random.default_rng(seed)
    if seed % 4 == 3:  # so that the work is divided into many batches
        monkeypatch.setattr(crossings, "_PIECES_AT_ONCE", 20)
        monkeypatch.setattr(grid_index, "_PAIRS_AT_ONCE", 5)
    territories, movements = random_grounds(random, 4, seed % 2 == 0), random_tracks(random, 6, 4, seed % 2 == 0)
    inside = crossings_inside(movements, territories)
    lines = lines_between(movements, inside.movement, inside.entry, inside.exit)
    lengths: dict = {}
    for row, holder, length in zip(inside.movement, inside.holder, shapely.length(lines)):
        lengths[row, holder] = lengths.get((row, holder), 0.0) + length
    expected = {key: length for key, length in brute_force(movements, territories).items() if length > 1e-9}
    assert len(expected) > 3
    lengths = {key: length for key, length in lengths.items() if length > 0}
    assert lengths == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize("seed", range(10))
def test_lengths_add_up_to_the_track(seed):
    """Three holders, and a fourth for the rest of the world, cover every track exactly once."""
    random = np.random.default_rng(1000 + seed)
    territories, movements = random_grounds(random, 4, False), random_tracks(random, 10, 4, False)
    rest = []
    for start, end in zip(territories.dates, territories.dates[1:]):
        nobody = shapely.box(-90, -80, 90, 80) - shapely.union_all(territories.on(start).geometry, grid_size=2.0**-40)
        rest.append(("nobody", nobody, (start - FIRST) // DAY, (end - FIRST) // DAY))
    rows = [(holder, territory, (start - FIRST) // DAY, (end - FIRST) // DAY) for holder, start, end, territory
            in zip(territories.faction, territories.start, territories.end, territories.geometry)]  # fmt: skip
    inside = crossings_inside(movements, held(*rows, *rest))
    lengths = shapely.length(lines_between(movements, inside.movement, inside.entry, inside.exit))
    assert np.bincount(inside.movement, lengths) == pytest.approx(shapely.length(movements.lines), abs=1e-6)
    assert (inside.exit > inside.entry).all()


@pytest.mark.parametrize("seed", range(10))
def test_the_grid_classifies_pieces_as_point_in_polygon_tests_do(seed):
    """At any resolution, pieces classified as inside or outside are so, and not all pieces are undecided."""
    random = np.random.default_rng(seed)
    territory = random_grounds(random, 1, False).geometry[0] | shapely.Point(9, 3).buffer(1, 64) - shapely.Point(
        9, 3
    ).buffer(0.4)
    points = random.uniform(-2, 12, (1, 2)) + np.cumsum(random.normal(0, 0.1, (2000, 2)), axis=0)
    for pieces in (1, 100, 100_000):
        side, _ = grid_index.GridIndex(territory, pieces).sides(points)
        lines = shapely.linestrings(np.stack([points[:-1], points[1:]], axis=1))
        assert shapely.contains_properly(territory, lines[side == grid_index.INSIDE]).all()
        assert shapely.disjoint(territory, lines[side == grid_index.OUTSIDE]).all()
    assert (side != grid_index.UNKNOWN).mean() > 0.9


@pytest.mark.parametrize("off", [5e-10, -5e-10])
@pytest.mark.parametrize("border", [1, 2])
def test_the_grid_does_not_decide_just_beside_a_border(border, off):
    """The borders of the square lie between two cells."""
    index = grid_index.GridIndex(SQUARE, 10_000)
    assert index.sides(np.array([[border + off, 0.4], [border + off, 0.6]]))[0] == [grid_index.UNKNOWN]
