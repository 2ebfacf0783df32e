"""Corridors, evidence and pockets with alliances that change: the bloc of the day counts, day by day.

Squares of a degree in a row, one letter each: A is the mover; a small letter is claimed by A too.
"""

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.control.areas_over_time import areas_over_time
from syria_control_plugin.core.control.holders import joined
from syria_control_plugin.core.control.pockets import pockets_in
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.control.snapshots import series_from_maps
from syria_control_plugin.core.corridors.areas import advances_along
from syria_control_plugin.core.corridors.inferred import inferred_corridors
from syria_control_plugin.core.corridors.observed import observed_corridors
from syria_control_plugin.core.factions.factions import Faction, Factions
from syria_control_plugin.core.movements.movements import Movements, from_lines
from tests.core.corridor_cases import corridors_of

FIRST = np.datetime64("2017-10-01", "s")
HOUR, DAY = np.timedelta64(3600, "s"), np.timedelta64(86400, "s")


def blocs(zone="UTC", **texts):
    """Return blocs of factions from texts such as "A 3/5": days of October; "" is an open side."""
    registry = []
    for name, text in texts.items():
        parts = []
        for part in text.split("; "):
            bloc, _, period = part.partition(" ")
            days = [f"2017-10-{int(day):02}" if day else ".." for day in period.split("/")] if period else []
            parts.append(f"{bloc} {'/'.join(days)}".strip())
        registry.append(Faction(id=name, name=f"Faction {name}", bloc="; ".join(parts)))
    return Factions(registry).blocs(zone)


def board(squares):
    territories: dict = {}
    for x, name in enumerate(squares):
        for holder in {name.upper(), "A"} if name.islower() else {name} - {"."}:
            territories.setdefault(holder, []).append(shapely.box(x, 0, x + 1, 1))
    return {name: shapely.union_all(parts) for name, parts in territories.items()}


def maps(*boards):
    """Return a series with a map a day, from 1 October."""
    return series_from_maps({FIRST + day * DAY: board(text) for day, text in enumerate(boards)}, "maps")


def timed(*fixes):
    """Return a movement of fixes (hour since 1 October 00:00 UTC, x)."""
    time = [FIRST.astype("datetime64[ms]") + np.timedelta64(int(hour * 3.6e6), "ms") for hour, _ in fixes]
    return Movements(
        id=["m"],
        mover=["A"],
        start=time[:1],
        end=time[-1:],
        source=["gps"],
        first=[0, len(fixes)],
        lonlat=[(x, 0.5) for _, x in fixes],
        time=time,
    )


def dated(first, last, west=0.0, east=3.0):
    """Return a line that is dated from one day of October to another, both inclusive."""
    line = shapely.LineString([(west, 0.5), (east, 0.5)])
    return from_lines(["m"], ["A"], [FIRST + (first - 1) * DAY], [FIRST + last * DAY], ["news"], [line])


def found(movements, series, given):
    """Return "host kind west-east before>after" of each corridor, "*" where it begins or ends by a change."""
    c = observed_corridors(movements, series, given).corridors
    texts = []
    for row in range(len(c)):
        (west, _), *_, (east, _) = c.path[row].coords
        marks = ["*" * int(getattr(c, name)[row]) for name in ("enters_by_change", "leaves_by_change")]
        beside = ["-" if each is None else joined(each) for each in (c.before[row], c.after[row])]
        texts.append(f"{c.host[row]} {c.kind[row]} {marks[0]}{west:g}-{east:g}{marks[1]} {'>'.join(beside)}")
    return texts


# Observed corridors


def test_territory_of_an_ally_of_that_day_has_no_host():
    """The mover crosses B's square on 2 October."""
    way, board_ = timed((24, 0.5), (48, 2.5)), maps("ABA")
    for periods, hosts in (("A", 0), ("A 2/3", 0), ("A /3", 0), ("A 2/", 0), ("A /2", 1), ("A 3/", 1)):
        assert len(found(way, board_, blocs(B=periods))) == hosts, periods


def test_a_movement_over_the_end_of_an_alliance_is_cut_there():
    """From x = 1 to x = 3 in two days; the alliance ends in the middle: from there the former ally's is a host's."""
    way = timed((0, 1), (48, 3))
    assert found(way, maps("ABBA"), blocs(B="A /2")) == ["B transit *2-3 B>A"]
    c = observed_corridors(way, maps("ABBA"), blocs(B="A /2")).corridors
    assert (c.start[0], c.end[0]) == (FIRST + DAY, FIRST + 2 * DAY)


def test_a_movement_over_the_start_of_an_alliance_is_cut_there():
    assert found(timed((0, 1), (48, 3)), maps("ABBA"), blocs(B="A 2/")) == ["B transit 1-2* A>B"]


def test_an_alliance_of_a_day_leaves_two_corridors():
    given = found(timed((0, 1), (72, 4)), maps("ABBBA"), blocs(B="A 2/3"))
    assert given == ["B transit 1-2* A>B", "B transit *3-4 B>A"]


def test_a_change_of_other_blocs_cuts_nothing():
    given = blocs(B="X /2; Y 2/", C="A 2/")
    assert found(timed((0, 1), (48, 3)), maps("ABBA"), given) == ["B transit 1-3 A>A"]


def test_the_day_of_a_timed_movement_is_that_of_the_time_zone():
    """In a zone three hours ahead, 2 October begins at 21:00 UTC, at x = 1.875 of the way."""
    assert found(timed((0, 1), (48, 3)), maps("ABBA"), blocs("UTC+03:00", B="A /2")) == ["B transit *1.875-3 B>A"]


@pytest.mark.parametrize("zone", ["UTC", "UTC+03:00", "UTC-05:00"])
def test_a_line_of_dates_has_the_blocs_of_its_days(zone):
    """Dates are days of the time zone already."""
    for periods, starts in (("A /3", []), ("A /2", [2]), ("A 3/", [2]), ("A 2/3", []), ("A 2/", [])):
        c = observed_corridors(dated(2, 2), maps("ABA"), blocs(zone, B=periods)).corridors
        assert ((c.start - FIRST) / DAY + 1).tolist() == starts, periods


def test_a_line_of_several_days_meets_a_former_ally_from_that_day_on():
    c = observed_corridors(dated(1, 5), maps("ABA"), blocs(B="A /3")).corridors
    assert (c.host.tolist(), c.kind.tolist(), ((c.start - FIRST) / DAY + 1).tolist()) == (["B"], ["transit"], [3])
    assert c.ground_changed.tolist() == [False]  # the territory stayed B's


def test_a_line_of_several_days_passes_a_later_ally_up_to_that_day():
    c = observed_corridors(dated(1, 5), maps("ABA"), blocs(B="A 3/")).corridors
    assert ((c.start - FIRST) / DAY + 1).tolist() == [1] and ((c.end - FIRST) / DAY + 1).tolist() == [3]


def test_contested_territory_is_a_hosts_once_the_other_claimant_is_no_ally():
    """C claims B's square too, and is an ally until 2 October."""
    square = shapely.box(1, 0, 2, 1)
    both = ControlSeries(
        faction=["B", "C"],
        start=[FIRST] * 2,
        end=[np.datetime64("NaT")] * 2,
        geometry=[square] * 2,
        source=["maps"] * 2,
    )
    given = found(timed((0, 1), (48, 2)), both, blocs(C="A /2"))
    assert sorted(text.split()[0] + text.split()[2] for text in given) == ["B*1.5-2", "C*1.5-2"]


def random_blocs(random, names):
    """Return texts of up to two alliances with A for each faction, days 1 to 6 of October, and day → allies."""
    texts, allies = {}, {day: {"A"} for day in range(0, 9)}
    for name in names:
        bounds = np.sort(random.choice(np.arange(1, 8), 4, replace=False))[: 2 * random.integers(0, 3)]
        spans = list(zip(bounds[::2], bounds[1::2]))
        texts[name] = "; ".join(f"A {first}/{end}" for first, end in spans)
        for day in allies:
            allies[day] |= {name for first, end in spans if first <= day < end}
    return {name: text for name, text in texts.items() if text}, allies


def holders_of(letter):
    return {letter.upper(), "A"} if letter.islower() else {letter} - {"."}


@pytest.mark.parametrize("seed", range(60))
def test_random_alliances_moment_by_moment(seed):
    """A track on boards that change daily, with alliances of days: the hosts are counted by looking at each moment."""
    random = np.random.default_rng(seed)
    zone_hours = int(random.integers(-5, 6))
    boards = ["".join(random.choice(list("ABCFbc."), 6)) for _ in range(5)]
    texts, allies = random_blocs(random, "BCF")
    hours = np.sort(random.choice(np.arange(121), 8, replace=False))
    way = random.integers(0, 49, 8) / 8
    given = blocs(f"UTC{zone_hours:+03}:00", **texts)
    c = observed_corridors(timed(*zip(hours, way)), maps(*boards), given).corridors
    moments = np.arange(hours[0] + 1 / 2048, hours[-1], 1 / 256)
    place = np.interp(moments, hours, way)
    for host in "BCF":
        is_host = []
        for moment, x in zip(moments, place):
            holders = holders_of(boards[int(moment // 24)][int(x)]) if 0 < x < 6 and x % 1 else set()
            ours = allies[int((moment + zone_hours) // 24) + 1]
            is_host.append(host in holders and not holders & ours)
        rows = np.flatnonzero(c.host == host)
        start, end = ((column[rows] - FIRST) / HOUR for column in (c.start, c.end))
        covered = ((moments[:, None] >= start) & (moments[:, None] < end)).any(axis=1)
        near = np.abs(np.round(place) - place) < 1 / 500
        near |= np.abs(np.concatenate([start, end])[:, None] - moments).min(axis=0, initial=9) < 1 / 1000
        assert (covered == np.array(is_host))[~near].all()
    lengths = np.bincount(c.part_corridor, shapely.length(c.part_path), minlength=len(c))
    assert lengths == pytest.approx(shapely.length(c.path), abs=1e-6)  # its parts fill each corridor


@pytest.mark.parametrize("seed", range(60))
def test_random_alliances_of_lines_day_by_day(seed):
    """A line of several days: hosts, extents, days and changes are found by looking at each square and day."""
    random = np.random.default_rng(seed)
    boards = ["".join(random.choice(list("ABCF"), 5)) for _ in range(2)]
    boards = [boards[0], boards[0], boards[1], boards[1], boards[1], boards[1]]
    texts, allies = random_blocs(random, "BCF")
    first, last = np.sort(random.integers(1, 7, 2))
    c = observed_corridors(dated(first, last, 0, 5), maps(*boards), blocs("UTC+03:00", **texts)).corridors
    expected = {}
    for host in "BCF":
        days = [day for day in range(first, last + 1) if host not in allies[day]]
        held = [[day for day in days if boards[day - 1][x] == host] for x in range(5)]
        x = 0
        while x < 5:
            run = x
            while run < 5 and held[run]:
                run += 1
            if run > x:
                changed = any(len(each) < len(days) for each in held[x:run])
                expected[host, x, run] = (min(map(min, held[x:run])), max(map(max, held[x:run])), changed)
            x = max(run, x + 1)
    west, _, east, _ = np.round(shapely.bounds(c.path)).astype(int).T
    starts, ends = ((c.start - FIRST) / DAY).astype(int) + 1, ((c.end - FIRST) / DAY).astype(int)
    assert dict(zip(zip(c.host, west, east), zip(starts, ends, c.ground_changed))) == expected


# Inferred corridors


def inferred(given, *boards):
    """Return "mover>host" of each inferred corridor between daily maps."""
    c = inferred_corridors(maps(*boards), given).corridors
    return [f"{mover}>{host}" for mover, host in zip(c.mover, c.host)]


def test_an_ally_on_any_day_between_two_maps_is_no_host():
    """A gains the last square between the maps of 1 and 2 October, through B."""
    for periods, hosts in (("A", []), ("A /2", []), ("A 2/", []), ("A 1/2", []), ("A /1", ["A>B"]), ("A 3/", ["A>B"])):
        assert inferred(blocs(B=periods), "ABC", "ABA") == hosts, periods


def test_a_former_allys_ground_is_an_origin_in_the_interval_in_which_it_was_one():
    """Without E's ground, next to the gain, the way leads through B."""
    boards = "ABEC", "ABEA"
    assert inferred(blocs(E="A /2"), *boards) == []
    assert inferred(blocs(E="A /1"), *boards) == ["A>B", "A>E"]


def test_allies_of_one_after_another_are_no_allies_of_each_other():
    """E is A's ally on 1 October and F's from the 2nd: to F's gain, A's ground is no origin, and A a host."""
    given = blocs(E="A /2; F 2/")
    assert inferred(given, "FAC", "FAF") == ["F>A"]
    assert inferred(given, "EAC", "EAE") == []


def test_what_an_ally_gains_is_crossed_freely():
    """E gains the square next to A, and A the one beyond: no host, also where the alliance ends in between."""
    for periods in ("A", "A /2", "A 2/"):
        assert inferred(blocs(E=periods), "ABDC", "AEDA") == ["A>D"], periods
    assert inferred(blocs(E="A /1"), "ABDC", "AEDA") == ["A>B", "A>D"]


# The area afterwards


@pytest.mark.parametrize(("periods", "share"), [("A", 1), ("A /3", 1), ("A 3/", 0), ("B", 0)])
def test_what_an_ally_at_the_start_of_the_passage_takes_is_taken(periods, share):
    """C takes B's ground on 3 October, after the passage of the 1st: as an ally, or one that becomes so later."""
    strip = shapely.box(0, 0, 1, 1)
    series = ControlSeries(
        faction=["B", "C"],
        start=[FIRST, FIRST + 2 * DAY],
        end=[FIRST + 2 * DAY, np.datetime64("NaT")],
        geometry=[strip] * 2,
        source=["maps"] * 2,
    )
    corridors = corridors_of([shapely.LineString([(0, 0.5), (1, 0.5)])], [strip])
    found = advances_along(corridors, [shapely.MultiPolygon([strip])], series, blocs(C=periods), 7)
    assert found.taken_share.tolist() == pytest.approx([share])


# Pockets and areas of one side


def test_a_pocket_lasts_as_long_as_those_around_it_are_no_allies():
    """A in the middle of B: a pocket until 3 October, and again from the 5th."""
    ring = shapely.box(0, 0, 3, 3) - shapely.box(1, 1, 2, 2)
    series = series_from_maps({FIRST: {"A": shapely.box(1, 1, 2, 2), "B": ring}}, "maps")
    rows = pockets_in(series, blocs(B="A 3/5")).rows
    days = [[str(each)[8:10] for each in (row.start, row.end, row.since)] for row in rows]
    assert [(row.bloc, row.neighbours) for row in rows] == [("A", (("B", 1.0),))] * 2
    assert days == [["01", "03", "01"], ["05", "", "05"]]


def test_a_series_of_allies_maps_one_side_only_while_they_are_allies_on_all_dates():
    series = maps("AB", "AA")
    for periods in ("A", "A 1/3", "A 1/", "A /3"):
        assert np.isnan(areas_over_time(series, blocs=blocs(B=periods)).share).all(), periods
    assert not np.isnan(areas_over_time(series, blocs=blocs(B="A 2/")).share).any()
