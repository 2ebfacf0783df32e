"""Observed corridors: movements of A along latitude 0.5 through squares one degree wide.

A letter is the holder of a square, "." is not mapped. A lower-case letter is a square that A also claims (contested).

board "AB.C"    0   1   2   3   4
                | A | B |   | C |
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import shapely
from pyproj import Geod

from syria_control_plugin.core.control.holders import NOT_MAPPED, joined, split
from syria_control_plugin.core.control.series import ControlSeries, concatenate
from syria_control_plugin.core.control.snapshots import series_from_maps
from syria_control_plugin.core.corridors.observed import observed_corridors
from syria_control_plugin.core.errors import Cancelled, CorridorsError
from syria_control_plugin.core.factions.blocs import NO_BLOCS, Blocs
from syria_control_plugin.core.movements import lasting
from syria_control_plugin.core.movements.movements import Movements, concatenate_movements, from_lines
from tests.core.recorder import Recorder

FIRST = np.datetime64("2017-10-01", "s")
HOUR, DAY = np.timedelta64(3600, "s"), np.timedelta64(86400, "s")
NAT = np.datetime64("NaT", "s")
EQUATOR_KM = 111.31949


def square(x, y=0):
    return shapely.box(x, y, x + 1, y + 1)


def board(squares: str) -> dict:
    territories: dict = {}
    for x, name in enumerate(squares):
        for holder in {name.upper(), "A"} if name.islower() else {name} - {"."}:
            territories.setdefault(holder, []).append(square(x))
    return {name: shapely.union_all(parts) for name, parts in territories.items()}


def maps(source="maps", **boards) -> ControlSeries:
    """Return the maps of days: d0="AB", d1="A."."""
    return series_from_maps({FIRST + int(day[1:]) * DAY: board(text) for day, text in boards.items()}, source)


def held(*rows) -> ControlSeries:
    """Return territories from rows (holder, territory, first day, end day or None)."""
    ends = [NAT if row[3] is None else FIRST + row[3] * DAY for row in rows]
    starts = [FIRST + row[2] * DAY for row in rows]
    return ControlSeries(
        faction=[r[0] for r in rows], start=starts, end=ends, geometry=[r[1] for r in rows], source=["maps"] * len(rows)
    )


def drawn(*points, day=0, name="m") -> Movements:
    """Return an untimed movement through points, or through x of points at latitude 0.5."""
    points = [point if isinstance(point, tuple) else (point, 0.5) for point in points]
    line = shapely.LineString(points)
    return from_lines([name], ["A"], [FIRST + day * DAY], [FIRST + (day + 1) * DAY], ["news"], [line])


def timed(*fixes, name="m") -> Movements:
    """Return a movement of fixes (hour, x[, y])."""
    time = [FIRST.astype("datetime64[ms]") + np.timedelta64(int(fix[0] * 3.6e6), "ms") for fix in fixes]
    points = [(*fix[1:], 0.5)[:2] for fix in fixes]
    return Movements(
        id=[name],
        mover=["A"],
        start=time[:1],
        end=time[-1:],
        source=["gps"],
        first=[0, len(fixes)],
        lonlat=points,
        time=time,
    )


def found(movements, series, bloc_of=None) -> list[str]:
    """Return "host kind west-east before>after" of each corridor, "*" if territory changed hands at entry or exit."""
    texts = []
    c = observed_corridors(movements, series, Blocs.always(bloc_of or {})).corridors
    for row in range(len(c)):
        (west, _), *_, (east, _) = c.path[row].coords
        marks = "*" * int(c.enters_by_change[row]), "*" * int(c.leaves_by_change[row])
        beside = ["-" if each is None else joined(each) for each in (c.before[row], c.after[row])]
        way = f"{marks[0]}{round(west, 6):g}-{round(east, 6):g}{marks[1]}"
        texts.append(f"{c.host[row]} {c.kind[row]} {way} {beside[0]}>{beside[1]}")
    return texts


@pytest.mark.parametrize(
    ("squares", "way", "expected"),
    [
        ("ABA", (0.5, 2.5), ["B transit 1-2 A>A"]),
        ("AB", (0.5, 1.5), ["B entry 1-1.5 A>-"]),
        ("BA", (0.5, 1.5), ["B exit 0.5-1 ->A"]),
        ("B", (0.2, 0.8), ["B inside 0.2-0.8 ->-"]),
        (".B.", (0.5, 2.5), ["B transit 1-2 not mapped>not mapped"]),
        ("A.A", (0.5, 2.5), []),  # not mapped
        ("ABCD", (0, 3.5), ["B transit 1-2 A>C", "C transit 2-3 B>D", "D entry 3-3.5 C>-"]),
        ("BAB", (0.5, 2.5), ["B exit 0.5-1 ->A", "B entry 2-2.5 A>-"]),  # twice, with the mover's own territory between
        ("BB", (0.5, 1.5), ["B inside 0.5-1.5 ->-"]),
        ("AFB", (0.5, 2.5), ["B entry 2-2.5 F>-"]),  # F is A's ally
        ("BFB", (0, 3), ["B transit 0-1 not mapped>F", "B transit 2-3 F>not mapped"]),
        ("BGB", (0.2, 2.8), ["B exit 0.2-1 ->G", "G transit 1-2 B>B", "B entry 2-2.8 G>-"]),  # G is B's ally
        ("AB", (1, 1.5), ["B entry 1-1.5 A>-"]),  # begins on the border
        ("AB", (1.5, 1), ["B exit 1.5-1 ->A"]),  # ends on it
        ("CBC", (1, 2), ["B transit 1-2 C>C"]),
        (".B", (1, 1.5), ["B entry 1-1.5 not mapped>-"]),
        ("AB", (0.5, 1), []),  # reaches the border
        ("AbB", (0.5, 2.5), ["B entry 2-2.5 A; B>-"]),  # contested
        ("BbB", (0.5, 2.5), ["B exit 0.5-1 ->A; B", "B entry 2-2.5 A; B>-"]),
        ("bb", (0.5, 1.5), []),
        ("bB", (1, 1.5), ["B entry 1-1.5 A>-"]),  # begins on the border of contested territory
        ("Bb", (0.5, 1), ["B exit 0.5-1 ->A"]),
    ],
)
def test_corridors_on_a_board(squares, way, expected):
    blocs = {"A": "ours", "F": "ours", "B": "theirs", "G": "theirs"}
    assert found(drawn(*way), maps(d0=squares), blocs) == expected


def test_territory_that_two_hosts_claim_is_a_corridor_of_both():
    series = held(("B", shapely.box(1, 0, 3, 1), 0, None), ("C", shapely.box(2, 0, 4, 1), 0, None))
    assert found(drawn(0, 5), series) == ["B transit 1-3 not mapped>C", "C transit 2-4 B>not mapped"]


def test_territory_that_the_mover_and_an_ally_claim_is_removed_once():
    """A claims 2-3, its ally F 2.5-3.5: B's territory there is contested, and no remaining part counts twice."""
    rows = [("A", shapely.box(2, 0, 3, 1)), ("F", shapely.box(2.5, 0, 3.5, 1)), ("B", shapely.box(1, 0, 5, 1))]
    series = held(*((name, area, 0, None) for name, area in rows))
    expected = ["B transit 1-2 not mapped>A; B", "B transit 3.5-5 B; F>not mapped"]
    assert found(drawn(0, 6), series, {"A": "ours", "F": "ours"}) == expected


def test_contested_territory_half_a_millimetre_wide_does_not_split_a_corridor():
    series = held(("A", shapely.box(1.5, 0, 1.5 + 5e-9, 1), 0, None), ("B", square(1), 0, None))
    assert found(drawn(0, 3), series) == ["B transit 1-2 not mapped>not mapped"]


@pytest.mark.parametrize("seed", range(10))
def test_contested_territory_with_an_oblique_border_leaves_no_slivers(seed):
    """All of B's territory is contested; A's border has more vertices along it, and none lies exactly on it."""
    random = np.random.default_rng(seed)
    ring = shapely.Point(3, 0.5).buffer(1, 3).exterior
    fine = shapely.Polygon(shapely.segmentize(ring, random.uniform(0.05, 0.3)))
    series = held(("A", fine, 0, None), ("B", shapely.Polygon(ring), 0, None))
    walk = random.uniform((1, -1), (5, 2), (200, 2))
    assert found(drawn(*map(tuple, walk)), series) == []


def test_a_track_along_a_border_is_in_neither_territory():
    """B lies below and C above latitude 1. The track runs along it, then turns into C from B's border."""
    series = held(("B", square(0), 0, None), ("C", square(0, 1), 0, None))
    assert found(drawn((0.2, 1.0), (0.8, 1.0)), series) == []
    assert found(drawn((0.2, 1.0), (0.8, 1.0), (0.8, 1.5)), series) == ["C entry 0.8-0.8 B>-"]


def test_touching_a_border_is_not_crossing_it():
    series = maps(d0="AB")
    assert found(drawn((0.5, 0.5), (1, 0.6), (0.5, 0.7)), series) == []
    assert found(drawn((1.5, 0.5), (1, 0.6), (1.5, 0.7)), series) == ["B inside 1.5-1.5 ->-"]


def test_holes_and_parts():
    """B's territory has a hole from 2 to 3, which C holds, and a second part from 5 to 6."""
    ring = shapely.box(1, -1, 4, 2) - square(2)
    series = held(("B", shapely.MultiPolygon([ring, square(5)]), 0, None), ("C", square(2), 0, None))
    assert found(drawn(0, 7), series) == [
        "B transit 1-2 not mapped>C",
        "C transit 2-3 B>B",
        "B transit 3-4 C>not mapped",
        "B transit 5-6 not mapped>not mapped",
    ]


def test_moments_of_a_timed_movement():
    """The movement takes four hours from x = 0 to 4: it is in B from one to two o'clock."""
    c = observed_corridors(timed((0, 0), (4, 4)), maps(d0=".B")).corridors
    assert (c.start - FIRST).tolist() == [HOUR] and (c.end - FIRST).tolist() == [2 * HOUR]
    assert c.is_timed.tolist() == [True]


def test_moments_are_rounded_to_the_second():
    c = observed_corridors(timed((0, 0), (1, 3)), maps(d0=".B")).corridors
    assert (c.start[0] - FIRST, c.end[0] - FIRST) == (HOUR / 3, 2 * HOUR / 3)
    c = observed_corridors(timed((0, 0), (1, 7)), maps(d0=".B")).corridors
    assert (c.start[0] - FIRST).astype(int) == 514  # 514.29 s


def test_an_untimed_movement_lasts_its_whole_day():
    c = observed_corridors(drawn(0, 4, day=3), maps(d0=".B")).corridors
    assert (c.start[0], c.end[0], c.is_timed[0]) == (FIRST + 3 * DAY, FIRST + 4 * DAY, False)


def test_each_day_has_its_own_territories():
    """The same line is tested on three days: B's territory, C's territory, A's own."""
    days = [drawn(0, 3, day=day, name=f"day {day}") for day in range(3)]
    series = maps(d0=".B", d1=".C", d2=".A")
    assert found(concatenate_movements(days), series) == [
        "B transit 1-2 not mapped>not mapped",
        "C transit 1-2 not mapped>not mapped",
    ]


def test_territory_that_changes_hands_under_the_mover():
    """At midnight the mover is in the middle of square 1, which then passes from B to C."""
    way = timed((0, 0), (24, 1.5), (48, 3))
    assert found(way, maps(d0=".B", d1=".C")) == ["B transit 1-1.5* not mapped>C", "C transit *1.5-2 B>not mapped"]
    assert found(way, maps(d0=".B", d1=".A")) == ["B transit 1-1.5* not mapped>A"]
    assert found(way, maps(d0=".A", d1=".B")) == ["B transit *1.5-2 A>not mapped"]
    assert found(way, maps(d0=".B", d1=".b")) == ["B transit 1-1.5* not mapped>A; B"]
    assert found(way, maps(d0=".b", d1=".B")) == ["B transit *1.5-2 A; B>not mapped"]


def test_one_corridor_over_a_change_elsewhere_has_two_parts():
    c = observed_corridors(timed((0, 0), (24, 1.5), (48, 3)), maps(d0=".B", d1=".B.B")).corridors
    assert (len(c), c.kind[0], c.part_corridor.tolist()) == (1, "transit", [0, 0])
    assert [line.wkt for line in c.part_path] == ["LINESTRING (1 0.5, 1.5 0.5)", "LINESTRING (1.5 0.5, 2 0.5)"]
    areas = [territory.area for territory in c.territories.geometry[c.part_territory]]
    assert areas == [1, 2]


def test_standing_still_while_territory_changes_hands():
    way = timed((0, 1.5), (72, 1.5))
    assert found(way, maps(d0=".A", d1=".B", d2=".A")) == ["B transit *1.5-1.5* A>A"]
    assert found(way, maps(d0=".B", d1=".A")) == ["B exit 1.5-1.5* ->A"]
    twice = ["B exit 1.5-1.5* ->A; B", "B entry *1.5-1.5 A; B>-"]
    assert found(way, maps(d0=".B", d1=".b", d2=".B")) == twice
    assert found(way, maps(d0=".b", d1=".B")) == ["B entry *1.5-1.5 A; B>-"]
    assert found(timed((0, 1.5), (0, 1.5)), maps(d0=".B")) == ["B inside 1.5-1.5 ->-"]
    assert found(timed((0, 1), (72, 1)), maps(d0=".B", d1="AB")) == []  # on the border


def test_a_change_at_the_end_of_a_movement_does_not_count():
    """It ends on B's border at midnight, when the territory beyond passes from C to D."""
    assert found(timed((12, 0.5), (24, 1)), maps(d0="BC", d1="BD")) == ["B exit 0.5-1 ->C"]
    assert found(timed((24, 1), (36, 0.5)), maps(d0="BC", d1="BD")) == ["B entry 1-0.5 D>-"]


def test_sources_are_assessed_separately():
    """Source x has B's territory on one day, source y on the next: no corridor continues from one to the other."""
    x = maps("x", d0="B", d1=".C")
    y = maps("y", d1="B")
    c = observed_corridors(timed((12, 0.5), (36, 0.5)), concatenate([y, x])).corridors
    assert c.map_source.tolist() == ["x", "y"]
    assert c.start.tolist() == [FIRST + DAY / 2, FIRST + DAY]
    assert c.after.tolist() == [(NOT_MAPPED,), None]
    assert [c.territories.source[row] for row in c.part_territory] == ["x", "y"]
    assert [c.territories.faction[row] for row in c.part_territory] == ["B", "B"]


def test_several_movements_of_several_movers():
    """B itself moves through its own territory; C is not an ally of A."""
    ways = [drawn(0, 3, name="z"), drawn(0, 3, name="a"), drawn(0, 3, day=-1, name="before")]
    both = concatenate_movements(ways)
    movements = Movements(
        id=both.id,
        mover=["A", "B", "A"],
        start=both.start,
        end=both.end,
        source=both.source,
        first=both.first,
        lonlat=both.lonlat,
        time=both.time,
    )
    c = observed_corridors(movements, maps(d0="ABC")).corridors
    rows = list(zip(c.movement, c.mover, c.host))
    assert rows == [("a", "B", "A"), ("a", "B", "C"), ("z", "A", "B"), ("z", "A", "C")]
    assert c.source.tolist() == ["news"] * 4 and set(c.basis) == {"interpolated"}


def test_short_corridors_are_counted():
    """The corridors are 12 km through B and 111 km through C."""
    series = held(("B", shapely.box(1, 0, 1.1, 1), 0, None), ("C", shapely.box(2, 0, 3, 1), 0, None))
    result = observed_corridors(drawn((0, 0.0001), (4, 0.0001)), series, min_length_km=50)
    c = result.corridors
    assert c.host.tolist() == ["C"] and c.length_km == pytest.approx([EQUATOR_KM], rel=1e-6)
    assert (result.short, result.short_km) == (1, pytest.approx(EQUATOR_KM / 10, rel=1e-6))
    assert c.part_corridor.tolist() == [0] and c.territories.faction[c.part_territory].tolist() == ["C"]


@pytest.mark.parametrize("length", [-1, math.nan])
def test_an_invalid_minimum_length_is_rejected(length):
    with pytest.raises(CorridorsError, match="Set 0 or more"):
        observed_corridors(drawn(0, 4), maps(d0="B"), min_length_km=length)


def test_movements_at_a_time_without_any_source():
    """Source x has days 1 and 2, source y days 4 and 5."""
    x, y = held(("B", square(0), 1, 3)), held(("B", square(0), 4, 6))
    y = ControlSeries(faction=y.faction, start=y.start, end=y.end, geometry=y.geometry, source=["y"])
    days = [(0.5, 0.9), (0.5, 1.5), (1, 3), (2.5, 3.5), (2.5, 4.5), (3.2, 3.4), (5, 5.5), (5.5, 6.5), (3, 3)]
    ways = [timed((24 * one, 0.4), (24 * two, 0.6)) for one, two in days] + [
        drawn(0, 1, day=n) for n in (0, 1, 3, 5, 6)
    ]
    result = observed_corridors(concatenate_movements(ways), concatenate([x, y]))
    unmapped = [True, False, False, False, False, True, False, False, True]
    partly_mapped = [False, True, False, True, True, False, False, True, False]
    assert result.unmapped.tolist() == [*unmapped, True, False, True, False, True]
    assert result.partly_mapped.tolist() == [*partly_mapped, False, False, False, False, False]
    of_x = [True, False, False, False, False, True, True, True, True]
    assert result.unknown_to["maps"].tolist() == [*of_x, True, False, True, True, True]
    assert list(result.unknown_to) == ["maps", "y"] and result.unknown_to["y"][[1, 4]].tolist() == [True, False]


def test_a_long_period_covers_short_ones_that_begin_in_it():
    series = held(("B", square(0), 0, 9), ("C", square(2), 1, 2), ("C", square(2), 5, 6))
    ways = [timed((24 * 3, 0.4), (24 * 4, 0.6)), timed((24 * 8, 0.4), (24 * 10, 0.6))]
    result = observed_corridors(concatenate_movements(ways), series)
    assert result.unmapped.tolist() == [False, False] and result.partly_mapped.tolist() == [False, True]


def test_a_moment_at_which_a_source_begins():
    ways = concatenate_movements([timed((24, 0.4), (24, 0.4)), timed((48, 0.4), (48, 0.4)), drawn(0, 1, day=1)])
    assert observed_corridors(ways, held(("B", square(0), 1, 2))).unmapped.tolist() == [False, True, False]


# Untimed movements of several days


def days(first, last, *points) -> Movements:
    """Return an untimed movement of the days from first up to last, through points as in ``drawn``."""
    drawn_ = drawn(*points or (0, 3))
    return from_lines(["m"], ["A"], [FIRST + first * DAY], [FIRST + last * DAY], ["news"], drawn_.lines)


def message_of(movements, series, bloc_of=None) -> list[tuple]:
    """Return (host, west and east end, day of the map, whether its territory changed) of each corridor.

    A corridor lasts as long as the movement, or from the map on that gives the territory to the host; a host that
    loses it is told up to a map within the movement.
    """
    c = observed_corridors(movements, series, Blocs.always(bloc_of or {})).corridors
    ends = [tuple(round(x, 6) for x, _ in line.coords[:: len(line.coords) - 1]) for line in c.path]
    assert ((c.start == movements.start[0]) | (c.start == c.map_date)).all()
    assert (c.start < c.end).all() and (c.ground_changed | (c.end == movements.end[0])).all()
    return list(zip(c.host, ends, ((c.map_date - FIRST) / DAY).tolist(), c.ground_changed.tolist()))


HELD, LOST = ("B", (1, 2), 0, False), ("B", (1, 2), 0, True)


@pytest.mark.parametrize(
    ("boards", "expected"),
    [
        ({"d0": "ABA", "d1": "ABA"}, [HELD]),
        ({"d0": "ABA", "d1": "AAA"}, [LOST]),  # to the mover
        ({"d0": "ABA", "d1": "ACA"}, [LOST, ("C", (1, 2), 1, True)]),
        ({"d0": "ABA", "d1": "A.A"}, [LOST]),
        ({"d0": "ABA", "d1": "AbA"}, [LOST]),  # contested
        ({"d0": "ABA", "d1": "AFA"}, [LOST]),  # to an ally of the mover
        ({"d0": "ABA", "d1": "BBB"}, [("B", (0, 3), 0, True)]),  # more of it: one corridor
        ({"d0": "ABA", "d1": "BBA", "d2": "ABB"}, [("B", (0, 3), 0, True)]),
        ({"d0": "ABA", "d1": "CBC"}, [HELD, ("C", (0, 1), 1, True), ("C", (2, 3), 1, True)]),
        ({"d0": "AAA", "d3": "ABA"}, [("B", (1, 2), 3, True)]),  # a host that comes to hold it
        ({"d0": "A.A", "d3": "ABA"}, [("B", (1, 2), 3, True)]),
        ({"d0": "AbA", "d3": "ABA"}, [("B", (1, 2), 3, True)]),
        ({"d0": "AAA", "d3": "AbA"}, []),  # contested on both days
        ({"d0": "ABA", "d1": "ABA", "d4": "ACA", "d5": "ABA"}, [LOST, ("C", (1, 2), 4, True)]),  # and back
        ({"d0": "ABA", "d7": "ACA"}, [HELD]),  # when it is over
    ],
)
def test_territory_that_changed_during_a_movement(boards, expected):
    assert message_of(days(0, 7), maps(**boards), {"F": "A"}) == expected


@pytest.mark.parametrize(
    ("boards", "expected"),
    [
        ({"d0": "ABA", "d3": "AAA"}, [("B", 0, 3)]),  # lost to the mover
        ({"d0": "ABA", "d3": "ACA"}, [("B", 0, 3), ("C", 3, 7)]),  # from one host to the next
        ({"d0": "AAA", "d2": "ABA", "d5": "AAA"}, [("B", 2, 5)]),
        ({"d0": "ABA", "d2": "AAA", "d5": "ABA"}, [("B", 0, 7)]),  # lost and regained
        ({"d0": "ABA", "d7": "AAA"}, [("B", 0, 7)]),  # lost when it is over
    ],
)
def test_a_passage_is_of_the_days_on_which_the_host_holds_the_territory(boards, expected):
    c = observed_corridors(days(0, 7), maps(**boards), Blocs.always({})).corridors
    first, until = (((each - FIRST) / DAY).astype(int) for each in (c.start, c.end))
    assert list(zip(c.host, first, until)) == expected


def test_ends_and_parts_of_a_corridor_that_grew():
    """B holds the second square, and from the third day on the third too, in which C was before."""
    c = observed_corridors(days(0, 7), maps(d0="ABCD", d3="ABBD")).corridors
    rows = list(zip(c.host, c.kind, c.before, c.after))
    assert rows == [("B", "transit", ("A",), ("D",)), ("C", "transit", ("B",), ("D",))]
    (row,) = np.flatnonzero(c.host == "B")
    parts = c.part_corridor == row
    assert [line.wkt for line in c.part_path[parts]] == ["LINESTRING (1 0.5, 2 0.5)", "LINESTRING (2 0.5, 3 0.5)"]
    assert ((c.territories.start[c.part_territory[parts]] - FIRST) / DAY).tolist() == [0, 3]


def test_territory_that_changed_beside_the_path_is_not_reported():
    half = shapely.box(1, 0, 2, 0.4)
    rest = square(1) - half
    series = held(("B", rest, 0, None), ("B", half, 0, 2), ("C", half, 2, None))
    assert message_of(days(0, 7), series) == [("B", (1, 2), 0, False)]
    assert message_of(days(0, 7, (0, 0.2), (3, 0.2)), series) == [LOST, ("C", (1, 2), 2, True)]


def test_a_time_without_data_changes_no_territory():
    assert message_of(days(0, 7), held(("B", square(1), 0, 2), ("B", square(1), 4, 5))) == [("B", (1, 2), 0, False)]


def test_each_corridor_of_a_movement_is_tested_separately():
    ways = concatenate_movements([days(0, 7, 0, 6), drawn(0, 6, name="one day"), days(0, 1, 0, 6)])
    ways = Movements(
        id=["a", "b", "c"],
        mover=ways.mover,
        start=ways.start,
        end=ways.end,
        source=ways.source,
        first=ways.first,
        lonlat=ways.lonlat,
        time=ways.time,
    )
    c = observed_corridors(ways, maps(d0="ABABCB", d1="ABCCCB")).corridors
    told = {name: c.ground_changed[c.movement == name].tolist() for name in "abc"}
    assert told == {"a": [False, True, True, False], "b": [False] * 4, "c": [False] * 4}


def squares_passed(boards, first, last, west, east):
    """Return {(host, west, east): (first day, day after the last, whether it is another on any day)}.

    Each square is looked at on each day.
    """
    texts = {day: boards[min(day, len(boards) - 1)] for day in range(first, last)}
    result = {}
    for host in {letter for text in boards for letter in text} - set("AF.") - set("abcdefg"):
        days_held = {x: [day for day, text in texts.items() if text[x] == host] for x in range(west, east)}
        squares = [x for x, days_ in days_held.items() if days_]
        for x in squares:
            if x - 1 in squares:
                continue
            end = next(each for each in range(x, east + 1) if each not in squares)
            run = [days_held[each] for each in range(x, end)]
            changed = any(len(days_) < len(texts) for days_ in run)
            result[host, x, end] = min(map(min, run)), max(map(max, run)) + 1, changed
    return result


@pytest.mark.parametrize("seed", range(80))
def test_random_boards_of_several_days(seed, monkeypatch):
    """Against every square on every day: hosts, extents, first and last day, and whether anything changed."""
    monkeypatch.setattr(lasting, "_FIXES_AT_ONCE", 10)
    random = np.random.default_rng(seed)
    boards = [random_board(random)]
    for _ in range(5):  # one or two squares change each day
        squares = list(boards[-1])
        for place in random.choice(6, 2):
            squares[place] = random_board(random)[0]
        boards.append("".join(squares))
    spans = [sorted(random.choice(7, 2, replace=False)) for _ in range(4)]
    places = [random.choice(7, 2, replace=False) for _ in spans]
    both = concatenate_movements([days(*span, *place) for span, place in zip(spans, places)])
    movements = replace(both, id=[str(n) for n in range(4)])
    c = observed_corridors(
        movements, maps(**{f"d{n}": text for n, text in enumerate(boards)}), Blocs.always({"F": "A"})
    ).corridors
    for number, ((first, last), place) in enumerate(zip(spans, places)):
        rows = np.flatnonzero(c.movement == str(number))
        west, _, east, _ = np.round(shapely.bounds(c.path[rows])).astype(int).T
        starts, ends = (((each[rows] - FIRST) / DAY).astype(int) for each in (c.start, c.end))
        seen = dict(zip(zip(c.host[rows], west, east), zip(starts, ends, c.ground_changed[rows])))
        assert seen == squares_passed(boards, first, last, min(place), max(place))
        assert len(seen) == len(rows)
    lengths = np.bincount(c.part_corridor, shapely.length(c.part_path), minlength=len(c))
    assert lengths == pytest.approx(shapely.length(c.path), abs=1e-6)  # its parts fill each corridor


def test_a_timed_movement_is_tested_at_each_moment():
    c = observed_corridors(timed((6, 1.2), (66, 1.8)), maps(d0="ABA", d1="ABC", d2="ACA")).corridors
    assert c.host.tolist() == ["B", "C"] and c.ground_changed.tolist() == [False, False]
    assert ((c.map_date - FIRST) / DAY).tolist() == [0, 2]


@pytest.mark.parametrize(
    ("first", "last", "board", "expected"),
    [
        (-3, 2, "AB", [("B", (1, 2), 0, False)]),  # begins before the first map
        (-3, 0, "AB", []),  # and ends before it
        (0, 1, "AB", [("B", (1, 2), 0, False)]),
    ],
)
def test_a_movement_that_begins_before_the_first_map(first, last, board, expected):
    assert message_of(days(first, last), maps(d0=board)) == expected


def test_a_day_with_a_map_dated_to_noon():
    """Nothing is known of the morning; on the next day, both noons' maps count, the second one from noon on."""
    noons = series_from_maps({FIRST + DAY // 2: board("AB"), FIRST + 3 * DAY // 2: board("ABC")}, "maps")
    assert message_of(drawn(0, 3), noons) == [("B", (1, 2), 0.5, False)]
    assert message_of(drawn(0, 3, day=1), noons) == [("B", (1, 2), 0.5, False), ("C", (2, 3), 1.5, True)]
    result = observed_corridors(drawn(0, 3), noons)
    assert result.partly_mapped.tolist() == [True] and result.unmapped.tolist() == [False]


def test_after_a_gap_in_the_source_its_next_map_counts():
    series = held(("B", square(1), 0, 2), ("C", square(1), 4, 5))
    assert message_of(days(3, 7), series) == [("C", (1, 2), 4, False)]
    assert message_of(days(1, 7), series) == [("B", (1, 2), 0, True), ("C", (1, 2), 4, True)]


def test_the_tested_map_is_the_last_one_even_if_it_shows_no_change():
    assert message_of(drawn(0, 3, day=2), maps(d0="AB.", d1="ABC", d2="AB.", d3="A")) == [("B", (1, 2), 2, False)]


def test_each_source_tests_on_its_own_map():
    one, other = maps("one", d0="AB"), maps("two", d2="AB")
    assert message_of(days(0, 4), concatenate([one, other])) == [("B", (1, 2), 0, False), ("B", (1, 2), 2, False)]


# Further attributes of a corridor


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("B", 1, 3), ("C", 2, 4)], {"B": "C", "C": "B"}),
        ([("B", 1, 3), ("C", 2, 4), ("D", 0, 9)], {"B": "C; D", "C": "B; D", "D": "B; C"}),
        ([("B", 1, 3), ("C", 3, 4)], {"B": "", "C": ""}),  # they meet
        ([("B", 1, 3), ("F", 2, 4)], {"B": ""}),  # the mover's ally: contested territory has no host
        ([("B", 1, 3), ("G", 1, 3)], {"B": "G", "G": "B"}),  # the host's ally claims it too
        ([("B", 1, 4), ("C", 1, 2), ("C", 3, 4)], {"B": "C", "C": "B"}),
    ],
)
def test_other_claims_to_the_territory(rows, expected):
    series = held(*((name, shapely.box(west, 0, east, 1), 0, None) for name, west, east in rows))
    c = observed_corridors(drawn(0, 9), series, Blocs.always({"F": "A", "G": "B"})).corridors
    assert set(zip(c.host, map(joined, c.also_claimed_by))) == set(expected.items())


def test_claims_at_another_time_or_of_another_source_do_not_count():
    series = held(("B", square(1), 0, None), ("C", square(1), 1, 2))
    for day, expected in ((0, ""), (1, "C")):
        rows = observed_corridors(drawn(0, 3, day=day), series).corridors
        assert rows.also_claimed_by[rows.host == "B"].tolist() == [split(expected)]
    other = maps("others", d0=".C")
    assert observed_corridors(drawn(0, 3), concatenate([series, other])).corridors.also_claimed_by[0] == ()
    still = observed_corridors(timed((6, 1.5), (66, 1.5)), series).corridors
    assert list(zip(still.host, map(joined, still.also_claimed_by))) == [("B", "C"), ("C", "B")]


@pytest.mark.parametrize(
    ("fixes", "gap_h"),
    [
        ([(0, 0.5), (6, 1.5), (9, 2.5)], 6),  # in the segment of the entry
        ([(0, 0.5), (1, 1.5), (9, 2.5)], 8),  # of the exit
        ([(0, 0.5), (1, 1.2), (6, 1.3), (7, 2.5)], 5),  # within
        ([(0, 0.2), (50, 0.5), (51, 1.5), (52, 2.5), (99, 2.6)], 1),  # the rest of the track does not count
        ([(0, 0.2), (50, 1), (52, 2), (99, 2.6)], 2),  # fixes on the border
        ([(0, 1.2), (3, 1.4)], 3),
        ([(0, 0.5), (0.25, 2.5)], 0.25),
    ],
)
def test_the_longest_time_without_a_fix(fixes, gap_h):
    ways = concatenate_movements([timed((0, 8), (48, 9), name="first"), timed(*fixes)])
    assert observed_corridors(ways, maps(d0="ABA")).corridors.gap_h.tolist() == [gap_h]


def test_an_untimed_movement_has_no_fixes_to_lack():
    assert np.isnan(observed_corridors(drawn(0, 3), maps(d0="ABA")).corridors.gap_h).tolist() == [True]


@pytest.mark.parametrize(
    ("boards", "expected"),
    [
        ({"d0": "A", "d1": "B", "d2": "A"}, ["B transit *0.5-0.5* A>A"]),
        ({"d0": "A", "d1": "B"}, ["B entry *0.5-0.5 A>-"]),
        ({"d0": "B", "d1": "A"}, ["B exit 0.5-0.5* ->A"]),
        ({"d0": ".", "d1": "B", "d2": "."}, ["B transit *0.5-0.5* not mapped>not mapped"]),
        ({"d0": "A", "d1": "b", "d2": "B"}, ["B entry *0.5-0.5 A; B>-"]),
        ({"d0": "B", "d1": "b", "d2": "B"}, ["B exit 0.5-0.5* ->A; B", "B entry *0.5-0.5 A; B>-"]),
    ],
)
def test_a_mover_that_stands_still_while_the_territory_changes_hands(boards, expected):
    """No border is crossed: entry and exit result from changes."""
    assert found(timed((6, 0.5), (66, 0.5)), maps(**boards)) == expected


def test_a_corridor_ends_where_the_data_ends():
    assert found(timed((0, 0.1), (48, 0.9)), held(("B", square(0), 0, 1))) == ["B exit 0.1-0.5* ->not mapped"]


def test_across_the_antimeridian():
    """B's territory is split at 180°, and the movement jumps there. The path is continuous and in one piece."""
    split = shapely.MultiPolygon([square(179), shapely.box(-180, 0, -179, 1)])
    result = observed_corridors(drawn(178.5, -178.5), held(("B", split, 0, None))).corridors
    assert [line.wkt for line in result.path] == ["LINESTRING (179 0.5, 181 0.5)"]
    expected = Geod(ellps="WGS84").inv(179, 0.5, -179, 0.5)[2] / 1000
    assert result.length_km == pytest.approx([expected]) and expected < 2 * EQUATOR_KM
    east = observed_corridors(
        drawn(178.5, -179.5), held(("B", shapely.box(-180, 0, -179, 1), 0, None)), NO_BLOCS
    ).corridors
    assert [line.wkt for line in east.path] == ["LINESTRING (-180 0.5, -179.5 0.5)"]
    assert shapely.covers(east.territories.geometry[east.part_territory[0]], east.part_path[0])


def test_in_the_far_north():
    c = observed_corridors(
        drawn((0, 89), (3, 89)), held(("B", shapely.box(1, 88, 2, 89.9), 0, None)), NO_BLOCS
    ).corridors
    assert c.length_km == pytest.approx([Geod(ellps="WGS84").inv(1, 89, 2, 89)[2] / 1000], rel=1e-9)
    assert c.length_km[0] == pytest.approx(EQUATOR_KM * math.cos(math.radians(89)), rel=0.01)


def test_empty_inputs_and_no_corridor():
    for movements, series in (
        (Movements.empty(), maps(d0="B")),
        (drawn(0, 1), ControlSeries.empty()),
        (drawn(5, 6), maps(d0="B")),
    ):
        result = observed_corridors(movements, series)
        assert (len(result.corridors), result.short, len(result.unmapped)) == (0, 0, len(movements))
        assert len(result.corridors.part_path) == 0


def test_cancel_propagates():
    with pytest.raises(Cancelled):
        observed_corridors(drawn(0, 3), maps(d0="ABC", d1="CBA"), feedback=Recorder(cancel_after=3))


def random_board(random) -> str:
    return "".join(random.choice(list("ABCFbc."), 6))


@pytest.mark.parametrize("seed", range(60))
def test_random_boards_square_by_square(seed):
    """A timed track along the squares, on boards that change daily: the hosts are counted piece by piece.

    The corridors of each host must cover exactly the pieces (half an hour, or a change of square) that the host holds.
    """
    random = np.random.default_rng(seed)
    boards = [random_board(random) for _ in range(4)]
    hours = np.sort(random.choice(np.arange(97), 8, replace=False))
    way = random.integers(0, 49, 8) / 8
    movements = timed(*zip(hours, way))
    c = observed_corridors(
        movements, maps(**{f"d{n}": text for n, text in enumerate(boards)}), Blocs.always({"F": "A", "A": "A"})
    )
    c = c.corridors
    moments = np.arange(hours[0] + 1 / 2048, hours[-1], 1 / 512)
    place = np.interp(moments, hours, way)
    for host in "BC":
        expected = []
        for moment, x in zip(moments, place):
            at = boards[int(moment // 24)][int(x)] if 0 < x < 6 and x % 1 else "?"
            expected.append(at == host)
        rows = np.flatnonzero(c.host == host)
        start, end = ((column[rows] - FIRST) / HOUR for column in (c.start, c.end))
        covered = ((moments[:, None] >= start) & (moments[:, None] < end)).any(axis=1)
        # Corridors are rounded to the second; a sample nearer than that to a border proves nothing.
        near = np.abs(np.round(place) - place) < 1 / 500
        near |= np.abs(np.concatenate([start, end])[:, None] - moments).min(axis=0, initial=9) < 1 / 1000
        assert (covered == np.array(expected))[~near].all()
    assert [each is None for each in c.before] == [kind in ("exit", "inside") for kind in c.kind]
    assert [each is None for each in c.after] == [kind in ("entry", "inside") for kind in c.kind]
