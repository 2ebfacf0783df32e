"""Inferred corridors. Boards of squares of 0.1° at the equator, north at the top; a letter is a holder, "." nobody.

A square is 11.13 km wide and 11.06 km high; lengths are in squares.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from syria_control_plugin.core.control.holders import NOBODY, NOT_MAPPED, joined, split
from syria_control_plugin.core.control.series import ControlSeries, concatenate
from syria_control_plugin.core.control.snapshots import series_from_maps
from syria_control_plugin.core.corridors.corridors import INFERRED, TRANSIT
from syria_control_plugin.core.corridors.inferred import inferred_corridors
from syria_control_plugin.core.errors import Cancelled, CorridorsError
from syria_control_plugin.core.factions.blocs import Blocs
from syria_control_plugin.core.geometry.antimeridian import folded
from tests.core.recorder import Recorder

SQUARE, WIDE_KM, HIGH_KM = 0.1, 11.132, 11.057
DAY = np.timedelta64(86400, "s")
FIRST = np.datetime64("2017-10-01", "s")


def box(west, south, east, north):
    """Return a box; its sides are in squares."""
    return shapely.box(*(SQUARE * edge for edge in (west, south, east, north)))


def board(text: str) -> dict:
    territories: dict = {}
    for up, row in enumerate(reversed(text.split("/"))):
        for right, name in enumerate(row):
            territories.setdefault(name, []).append(box(right, up, right + 1, up + 1))
    territories.pop(".", None)
    return {name: shapely.union_all(squares) for name, squares in territories.items()}


def series(*maps, days=None, source="maps", gap_limit=None) -> ControlSeries:
    """Return a series of maps, boards or {holder: territory}, one per day."""
    maps = [board(each) if isinstance(each, str) else each for each in maps]
    dates = [FIRST + day * DAY for day in days or range(len(maps))]
    return series_from_maps(dict(zip(dates, maps)), source, gap_limit)


def found(*maps, nobody_outside=frozenset(), bloc_of=None, **options):
    given = replace(series(*maps), nobody_outside=nobody_outside)
    return inferred_corridors(given, Blocs.always(bloc_of or {}), **options)


def squares_of(km, per=WIDE_KM):
    return round(float(km) / per, 1)


def rows(result) -> list[tuple]:
    """Return (mover, host, losers, length in squares, squares gained) of each corridor."""
    c = result.corridors
    columns = zip(c.mover, c.host, map(joined, result.losers), c.length_km, result.gained_km2)
    return [(*names, squares_of(km), squares_of(km2, WIDE_KM * HIGH_KM)) for *names, km, km2 in columns]


def attacks(result) -> list[tuple]:
    return [(each.mover, joined(each.losers), squares_of(each.way_km)) for each in result.deep_attacks]


def others(result, row=0) -> list[tuple]:
    return [(each.hosts, squares_of(each.length_km)) for each in result.alternatives[row]]


def crossed(result, row=0) -> list[tuple]:
    """Return (holders that it crosses, whether it leaves the map) of each alternative."""
    return [(each.crossed, each.leaves_map) for each in result.alternatives[row]]


def edges(line) -> tuple:
    """Return the west and east end in squares."""
    return tuple(np.round(shapely.bounds(line)[[0, 2]] / SQUARE, 6).tolist())


def test_territory_behind_a_host():
    """
    A B C C      A came through B to the territory that C lost: over the second square. The edge of the map is B's own
    A B A C      border, and not a route over C's territory
    """
    result = found("ABCC", "ABAC")
    assert rows(result) == [("A", "B", "C", 1.0, 1.0)]
    assert attacks(result) == [] and result.unreached == () and others(result) == [((), 1.0)]
    assert crossed(result) == [((), True)] and not result.alternatives[0][0].is_deep_attack
    c = result.corridors
    assert (c.basis[0], c.kind[0], c.movement[0], c.is_timed[0]) == (INFERRED, TRANSIT, "", False)
    assert (c.start[0], c.end[0]) == (FIRST, FIRST + 2 * DAY)
    assert (c.before[0], c.after[0]) == (("A",), ("C",))
    assert (c.source[0], c.map_source[0]) == ("maps", "maps")
    assert edges(c.path[0]) == edges(result.way[0]) == (1, 2)
    assert c.path[0].coords[0][0] < c.path[0].coords[1][0]  # from A's territory
    assert c.length_km[0] == pytest.approx(WIDE_KM, abs=0.01) and result.way_km[0] == pytest.approx(c.length_km[0])
    assert shapely.equals(result.gained[0], box(2, 0, 3, 1)) and result.gained[0].geom_type == "MultiPolygon"
    assert result.is_shortest[0] and result.host_lost_km2[0] == 0 and np.isnat(result.unknown_since[0])


def test_the_hosts_territory_on_the_map_before():
    result = found("ABCC", "ABAC", "A.AC")
    c = result.corridors
    assert (c.part_corridor.tolist(), c.part_territory.tolist()) == ([0], [0])
    assert c.part_path[0] is c.path[0]
    assert c.territories.faction[0] == "B" and shapely.equals(c.territories.geometry[0], box(1, 0, 2, 1))
    assert (c.territories.start[0], c.territories.end[0]) == (FIRST, FIRST + 2 * DAY)


@pytest.mark.parametrize(
    "maps",
    [
        ("ACC", "AAC"),  # side by side
        ("CC/AC", "CA/AC"),  # a corner
        ("ABCC", "ABCC"),  # nothing gained
        ("ABCC", "AACC"),
        ("ABAC", "ABCC"),  # lost
        ("A.BA", "A.AA"),
    ],
)
def test_gains_beside_earlier_territory_are_not_corridors(maps):
    result = found(*maps)
    assert (len(result), result.deep_attacks, result.unreached) == (0, (), ())


@pytest.mark.parametrize(("tolerance_km", "count"), [(1.2, 0), (1.0, 1)])
def test_touching_within_the_tolerance(tolerance_km, count):
    """A strip of B, 0.1 squares or 1.113 km wide, lies between them."""
    before = {"A": box(0, 0, 1, 1), "B": box(1, 0, 1.1, 1), "C": box(1.1, 0, 3, 1)}
    after = {"A": box(0, 0, 1, 1) | box(1.1, 0, 2, 1), "B": before["B"], "C": box(2, 0, 3, 1)}
    result = found(before, after, tolerance_km=tolerance_km)
    assert len(result) == count and result.deep_attacks == ()


def test_gains_within_the_tolerance_of_each_other_are_one():
    """A's gain beyond the strip of B continues its gain beside its earlier territory."""
    before = {"A": box(0, 0, 1, 1), "C": box(1, 0, 2, 1) | box(2.1, 0, 4, 1), "B": box(2, 0, 2.1, 1)}
    after = {"A": box(0, 0, 2, 1) | box(2.1, 0, 3, 1), "C": box(3, 0, 4, 1), "B": before["B"]}
    assert len(found(before, after, tolerance_km=1.2)) == 0
    assert len(found(before, after, tolerance_km=1.0)) == 1


def test_a_route_over_the_losers_territory_alone_is_a_deep_attack():
    result = found("ACCC", "ACAC")
    assert rows(result) == [] and attacks(result) == [("A", "C", 1.0)]
    attack = result.deep_attacks[0]
    assert (attack.start, attack.end, attack.source, attack.hosts) == (FIRST, FIRST + DAY, "maps", ())
    assert edges(attack.way) == (1, 2) and shapely.equals(attack.gained, box(2, 0, 3, 1))
    assert squares_of(attack.gained_km2, WIDE_KM * HIGH_KM) == 1.0


def test_nobody_is_not_a_host():
    assert attacks(found("A.CC", "A.AC")) == [("A", "C", 1.0)]
    assert attacks(found("A...", "A.A.")) == [("A", NOT_MAPPED, 1.0)]
    result = found("A.BC", "A.BA")
    assert rows(result) == [("A", "B", "C", 1.0, 1.0)]
    assert (result.corridors.before[0], squares_of(result.way_km[0])) == ((NOT_MAPPED,), 2.0)


def test_territory_of_nobody_behind_a_host():
    assert rows(found("AB..", "ABA.")) == [("A", "B", NOT_MAPPED, 1.0, 1.0)]


def test_other_gains_are_stepping_stones():
    """
    A B B B C      the gain from B is a deep attack, and the route on to C's territory crosses B once more: there,
    A B A B A      B is a host, on both segments
    """
    result = found("ABBBC", "ABABA")
    assert rows(result) == [("A", "B", "C", 1.0, 1.0)] * 2
    assert [edges(path) for path in result.corridors.path] == [(1, 2), (3, 4)]
    assert [edges(way) for way in result.way] == [(1, 4)] * 2
    assert [squares_of(km) for km in result.way_km] == [2.0, 2.0]
    assert [(b, a) for b, a in zip(result.corridors.before, result.corridors.after)] == [
        (("A",), ("B",)),
        (("B",), ("C",)),
    ]
    assert attacks(result) == [("A", "B", 1.0)]


def test_a_stepping_stone_beside_earlier_territory_shortens_the_route():
    result = found("ACBD", "AABA")
    assert rows(result) == [("A", "B", "D", 1.0, 1.0)]
    assert squares_of(result.way_km[0]) == 1.0 and edges(result.way[0]) == (2, 3)


def test_gains_over_one_segment_share_a_corridor():
    """
    A B C C C
    A B A C A
    """
    result = found("ABCCC", "ABACA")
    assert rows(result) == [("A", "B", "C", 1.0, 2.0)]
    assert edges(result.corridors.path[0]) == (1, 2)
    assert edges(result.way[0]) == (1, 4) and squares_of(result.way_km[0]) == 2.0
    assert attacks(result) == []


def test_two_hosts_in_a_row():
    result = found("ABDC", "ABDA")
    assert rows(result) == [("A", "B", "C", 1.0, 1.0), ("A", "D", "C", 1.0, 1.0)]
    assert result.corridors.before.tolist() == [("A",), ("B",)] and result.corridors.after.tolist() == [("D",), ("C",)]
    assert result.corridors.territories.faction[result.corridors.part_territory].tolist() == ["B", "D"]


def test_routes_can_start_in_allied_territory_and_allies_are_not_hosts():
    result = found("EBC", "EBA", bloc_of={"A": "union", "E": "union"})
    assert rows(result) == [("A", "B", "C", 1.0, 1.0)] and result.corridors.before[0] == ("E",)
    assert len(found("AEC", "AEA", bloc_of={"E": "A"})) == 0
    assert rows(found("AEC", "AEA")) == [("A", "E", "C", 1.0, 1.0)]
    assert edges(found("AEBC", "AEBA", bloc_of={"E": "A"}).way[0]) == (2, 3)


def test_territory_from_an_ally_is_not_a_gain():
    """This also holds for territory inside the ally's own, far from its border."""
    for maps in (("A.BE", "A.BA"), ("A.BEEE/A.BEEE/A.BEEE", "A.BEEE/A.BEAE/A.BEEE")):
        result = found(*maps, bloc_of={"E": "A"})
        assert len(result) == 0 and result.deep_attacks == ()


def test_the_mover_is_the_faction_of_the_bloc_that_gained_most():
    result = found("ABCCC", "ABEEA", bloc_of={"E": "A"})
    assert rows(result) == [("E", "B", "C", 1.0, 3.0)]


def test_a_loser_is_not_a_host_even_as_one_of_several():
    result = found("ABBC", "ABAA")
    assert rows(result) == [] and attacks(result) == [("A", "B; C", 1.0)]


@pytest.mark.parametrize(("depth", "losers"), [(0.1, ["C"]), (0.3, [])])
def test_a_host_can_have_lost_a_little(depth, losers):
    """A gains two squares of C, and a strip of B before them: less than a tenth of the total gain, or more."""
    before = board("ABCC")
    after = {"A": box(0, 0, 1, 1) | box(2 - depth, 0, 4, 1), "B": box(1, 0, 2 - depth, 1)}
    result = found(before, after)
    assert result.losers.tolist() == [split(each) for each in losers]
    assert result.host_lost_km2 == pytest.approx([depth * WIDE_KM * HIGH_KM] * len(losers), rel=0.01)


def test_an_alternative_route_through_another_host():
    """
    A B C
    A B C      past B over D's north and C's west are two squares: within a factor of 2.5, not of 1.5; past it in the
    A B x      north, over C's territory alone, are three
    A B C
    A D C
    """
    maps = ("ABC/ABC/ABC/ABC/ADC", "ABC/ABC/ABA/ABC/ADC")
    assert others(found(*maps)) == []
    result = found(*maps, alternative_factor=2.5)
    assert rows(result) == [("A", "B", "C", 1.0, 1.0)] and result.is_shortest[0]
    [(hosts, length)] = others(result)
    assert hosts == ("D",) and 1.7 < length <= 2.0
    assert shapely.bounds(result.alternatives[0][0].path)[1] == pytest.approx(SQUARE, abs=0.003)


def test_an_alternative_route_over_the_losers_territory():
    """
    A B C      along B's south, C's territory is a route too: the hypothesis is weak; along its north the map ends
    A C C
    """
    result = found("ABC/ACC", "ABA/ACC")
    assert rows(result) == [("A", "B", "C", 1.0, 1.0)]
    assert others(result) == [((), 1.0), ((), 1.0)]
    assert sorted(crossed(result)) == [((), True), (("C",), False)]
    assert sorted(each.is_deep_attack for each in result.alternatives[0]) == [False, True]


def test_routes_over_gaps_in_the_map_and_beyond_it():
    """
    D D D D D      north of A, B and C is a gap in the map, and the shortest route past B leads through it; its
    D . . . D      holder is not known unless the source says that it is nobody's
    A B B C D
    D D D D D
    """
    for nobody_outside, expected in ((frozenset(), ((), True)), (frozenset({"maps"}), ((NOBODY,), False))):
        before = board("DDDDD/D...D/ABBCD/DDDDD")
        after = {**before, "A": before["A"] | before["C"]}
        del after["C"]
        result = found(before, after, nobody_outside=nobody_outside)
        assert rows(result) == [("A", "B", "C", 2.0, 1.0)]
        assert crossed(result)[0] == expected and others(result)[0] == ((), 2.0)
        assert result.alternatives[0][0].is_deep_attack is not expected[1]


def test_after_a_route_over_the_losers_territory_off_the_map_one_on_it_is_sought():
    """
    . . C C      past B in the north, the route leads off the map and over C's territory; in the south, where B's
    A B B C      territory extends 0.3 squares farther, over C's territory alone
    C C C C
    """
    before = {"A": box(0, 1, 1, 2), "B": box(1, 0.7, 3, 2)}
    before["C"] = (box(2, 2, 4, 3) | box(0, 0, 4, 1) | box(3, 1, 4, 2)) - before["B"]
    gain = box(3, 1, 4, 2)
    result = found(before, {**before, "A": before["A"] | gain, "C": before["C"] - gain})
    assert others(result) == [((), 2.0), ((), 2.5)] and crossed(result) == [(("C",), True), (("C",), False)]


def test_a_route_over_nobodys_ground_as_a_class_of_the_source():
    """As before, but the gap is a class of the maps that means nobody's ground."""
    before = board("DDDDD/DNNND/ABBCD/DDDDD")
    before[NOBODY] = before.pop("N")
    after = {**before, "A": before["A"] | before["C"]}
    del after["C"]
    result = found(before, after)
    assert rows(result) == [("A", "B", "C", 2.0, 1.0)] and crossed(result)[0] == ((NOBODY,), False)


def test_territories_that_deep_attacks_cross():
    result = found("ACCC/ACCC", "ACAC/ACCC")
    assert [(each.crossed, each.leaves_map) for each in result.deep_attacks] == [(("C",), False)]
    result = found("A.CC", "A.AC")
    assert [(each.crossed, each.leaves_map) for each in result.deep_attacks] == [((), True)]
    for source, expected in (("others", ((), True)), ("maps", ((NOBODY,), False))):
        result = found("DDDD/A.CC/DDDD", "DDDD/A.AC/DDDD", nobody_outside=frozenset({source}))
        assert [(each.crossed, each.leaves_map) for each in result.deep_attacks] == [expected]


def test_after_a_route_off_the_map_one_through_a_host_is_sought():
    """
    A . C      east of A the map ends, and C's territory begins; B's, in the south, leads there too
    B B B
    """
    result = found("A.C/BBB", "A.A/BBB", alternative_factor=1.5)
    assert attacks(result) == [("A", "C", 1.0)] and result.deep_attacks[0].leaves_map
    assert rows(result) == [] and result.deep_attacks[0].hosts == (("B",),)


def flank(thickness):
    """A is one square west of the gain, beyond C's territory, and south of it, beyond B's, which has this thickness."""
    territory = {"A": box(0, 0, 1, 1) | box(2, -3, 3, -thickness), "B": box(2, -thickness, 3, 0)}
    gain = box(2, 0, 3, 1)
    return {**territory, "C": box(1, 0, 4, 1)}, {**territory, "A": territory["A"] | gain, "C": box(1, 0, 4, 1) - gain}


def test_a_route_through_a_host_slightly_longer_than_a_deep_attack():
    result = found(*flank(1.3))
    assert attacks(result) == [("A", "C", 1.0)] and result.deep_attacks[0].hosts == (("B",),)
    assert rows(result) == []


def test_a_route_through_a_host_much_longer_than_a_deep_attack():
    result = found(*flank(1.6))
    assert len(result) == 0 and attacks(result) == [("A", "C", 1.0)] and result.deep_attacks[0].hosts == ()
    assert found(*flank(1.6), alternative_factor=1.7).deep_attacks[0].hosts == (("B",),)


def test_routes_through_hosts_beside_a_deep_attack_are_its_alternatives():
    """As before, with D's territory, slightly thicker than B's, between the gain and A's territory in the north."""
    before, after = flank(1.2)
    north, host = box(2, 2.4, 3, 4), box(2, 1, 3, 2.4)
    result = found({**before, "A": before["A"] | north, "D": host}, {**after, "A": after["A"] | north, "D": host})
    assert rows(result) == []
    assert result.deep_attacks[0].hosts == (("B",), ("D",))


def test_stepping_stones_inside_closed_territory_are_free():
    """West of D's territory, which A gains, is one square of C; south of it are B's, C's (also gained by A) and B's."""
    south, west = box(2, -3, 3, -1.3), box(0, 2.3, 1, 3.3)
    stone, gain, host = box(2, 0, 3, 1), box(2, 2.3, 3, 3.3), box(2, -1.3, 3, 0) | box(2, 1, 3, 2.3)
    beside = box(1, 2.3, 2, 3.3)
    result = found({"A": south | west, "B": host, "C": stone | beside, "D": gain},
                   {"A": south | west | stone | gain, "B": host, "C": beside}, alternative_factor=3)  # fmt: skip
    assert rows(result) == [("A", "B", "C", 1.3, 1.0), ("A", "C", "D", 1.0, 1.0)]
    assert others(result, 1) == [((), 1.0), (("B",), 2.6)]


def test_past_the_losers_territory_only_the_gain_beside_the_host_is_reached():
    """As before, but C's territory continues beyond the gain and contains a gain that no route through B reaches."""
    before, after = flank(1.3)
    before["C"] = box(1, 0, 4, 4)
    gain = box(2, 0, 3, 1) | box(2, 2, 3, 3)
    result = found(before, {**after, "A": before["A"] | gain, "C": before["C"] - gain})
    assert rows(result) == [] and [each.hosts for each in result.deep_attacks] == [(("B",),), ()]
    assert attacks(result) == [("A", "C", 1.0), ("A", "C", 1.4)]


def test_an_alternative_of_a_deep_attack_through_a_corridor_is_not_listed():
    """A gains two squares of C: one behind B, and one north of it, which is nearest across C's territory.

    The route through B to the first leads on to the second, over a strip that is not mapped.
    """
    strip, near, far = box(1.9, -0.2, 3.1, 0), box(2, -1.2, 3, -0.2), box(2, 0, 3, 1)
    before = {"A": box(0, 0, 1, 1) | box(2, -4, 3, -2.1), "B": box(0, -2.1, 5, -1.2), "C": box(1, -1.2, 5, 3) - strip}
    after = {**before, "A": before["A"] | near | far, "C": before["C"] - near - far}
    result = found(before, after)
    assert rows(result) == [("A", "B", "C", 0.9, 1.0)]
    assert attacks(result) == [("A", "C", 1.0)] and result.deep_attacks[0].hosts == ()
    # If D holds the strip, the second route is another.
    result = found({**before, "D": strip}, {**after, "D": strip})
    assert rows(result) == [("A", "B", "C", 0.9, 1.0)]
    assert attacks(result) == [("A", "C", 1.0)] and result.deep_attacks[0].hosts == (("B", "D"),)


def test_a_border_is_not_inside():
    """The gain lies north-east of A, and the shortest route to it runs along the border of B and C."""
    before = {"A": box(0, 0, 1, 1), "B": box(1, 0, 4, 1), "C": box(0, 1, 4, 3)}
    gain = box(3, 1, 4, 2)
    result = found(before, {**before, "A": before["A"] | gain, "C": before["C"] - gain})
    assert rows(result) == [] and attacks(result) == [("A", "C", 2.0)]


def test_a_border_is_not_nobodys():
    """As before, but D, who lost nothing, holds the ground north of the border: the way crosses nobody's ground."""
    before = {"A": box(0, 0, 1, 1), "B": box(1, 0, 3, 1), "D": box(0, 1, 3, 3), "C": box(3, 1, 4, 2)}
    result = found(before, {**before, "A": before["A"] | before["C"], "C": shapely.Polygon()})
    assert rows(result) == [] and attacks(result) == [("A", "C", 2.0)]
    assert result.deep_attacks[0].crossed == () and not result.deep_attacks[0].leaves_map


@pytest.mark.parametrize("nobody_outside, expected", [((), ((), True)), (("maps",), ((NOBODY,), False))])
def test_along_the_edge_of_the_mapped_area(nobody_outside, expected):
    """The shortest route to the gain runs along the north of B: over B's border, and over ground beyond the map."""
    before = {"A": box(0, 0, 1, 1), "B": box(1, 0, 3, 1), "C": box(3, 1, 4, 2)}
    result = found(before, {**before, "A": before["A"] | before["C"], "C": shapely.Polygon()},
                   nobody_outside=frozenset(nobody_outside))  # fmt: skip
    (attack,) = result.deep_attacks
    assert rows(result) == [] and (attack.crossed, attack.leaves_map) == expected


@pytest.mark.parametrize("gap_km, leaves_map", [(0.1, False), (4.0, True)])
def test_a_border_that_was_digitised_twice_is_not_unmapped_ground(gap_km, leaves_map):
    """B and D leave a gap along which the route to the gain leads; wider than twice the tolerance, it is not mapped."""
    gap = gap_km / 11.13
    before = {"A": box(0, 0, 1, 1 + gap), "B": box(1, 0, 3, 1), "D": box(1, 1 + gap, 3, 3), "C": box(3, 1, 4, 2)}
    (attack,) = found(before, {**before, "A": before["A"] | before["C"], "C": shapely.Polygon()}).deep_attacks
    assert (attack.crossed, attack.leaves_map) == ((), leaves_map)


CELLS = st.text("AABBCD.", min_size=24, max_size=24).map(
    lambda text: "/".join(text[n : n + 6] for n in range(0, 24, 6))
)


@settings(max_examples=60, deadline=None)
@given(CELLS, CELLS)
def test_grid_borders_make_no_hosts_and_no_claims(before, after):
    """Nobody's ground overlaps another's on a board, so nothing is claimed twice; each path lies inside its host's."""
    c, ground = found(before, after).corridors, board(before)
    for row in range(len(c)):
        inside = shapely.buffer(ground[c.host[row]], -1e-7)
        assert shapely.intersection(c.path[row], inside).length >= 0.01 * c.path[row].length
        assert c.also_claimed_by[row] == ()


@settings(max_examples=60, deadline=None)
@given(CELLS, CELLS, st.booleans())
def test_a_way_over_ground_without_a_territory_is_unknown_or_nobodys(before, after, nobody_outside):
    """Of the way without the gains, a kilometre or more runs over, or along, ground that no territory covers."""
    result = found(before, after, nobody_outside=frozenset({"maps"} if nobody_outside else ()))
    ground, gained = board(before), board(after)
    empty = shapely.difference(box(-9, -9, 15, 13), shapely.union_all(list(ground.values())))
    for attack in result.deep_attacks:
        gains = shapely.difference(gained[attack.mover], ground[attack.mover])
        over = shapely.intersection(shapely.difference(attack.way, gains), shapely.buffer(empty, 1e-6))
        is_over = over.length > 0.01 * SQUARE / 0.11  # about a kilometre
        assert (attack.leaves_map, NOBODY in attack.crossed) == (is_over and not nobody_outside,
                                                                 is_over and nobody_outside)  # fmt: skip


def test_a_gain_far_north_changes_nothing():
    """At 52° the gain is 60 km east of A's ground, behind B's, and 62.5 km north of it, behind D's."""
    before = {
        "A": shapely.box(36, 51.488, 36.2, 51.688) | shapely.box(34.62, 52.25, 35.12, 52.35),
        "B": shapely.box(35.12, 52.25, 35.85, 52.35),
        "D": shapely.box(36, 51.688, 36.2, 52.15),
    }
    gain, far = shapely.box(36, 52.25, 36.2, 52.35), shapely.box(33.4, 44.9, 33.5, 45)
    for gained in (gain, gain | far):
        result = found({**before, "C": gain | far}, {**before, "A": before["A"] | gained})
        assert result.corridors.host.tolist() == ["B"]
        assert result.way_km[0] == pytest.approx(60.06, abs=0.1)


def test_contested_territory():
    """A gains from C; on the route, each holder of contested territory is a host."""
    result = found({"A": box(0, 0, 1, 1), "B": box(1, 0, 2, 1), "D": box(1, 0, 2, 1), "C": box(2, 0, 3, 1)},
                   {"A": box(0, 0, 1, 1) | box(2, 0, 3, 1), "B": box(1, 0, 2, 1), "D": box(1, 0, 2, 1),
                    "C": box(2, 0, 3, 1)})  # fmt: skip
    assert rows(result) == [("A", "B", "C", 1.0, 1.0), ("A", "D", "C", 1.0, 1.0)]


def test_other_claims_to_the_territory():
    """D claims the west half of B's territory; E's, behind it, overlaps it by half of the tolerance."""
    before = {"A": box(0, 0, 1, 1), "B": box(1, 0, 3, 1), "D": box(1, 0, 2, 1), "E": box(2.96, 0, 3.5, 1)}
    before["C"], after = box(3.5, 0, 4.5, 1), {**before, "A": box(0, 0, 1, 1) | box(3.5, 0, 4.5, 1)}
    c = found(before, after).corridors
    assert list(zip(c.host, map(joined, c.also_claimed_by))) == [("B", "D"), ("D", "B"), ("E", "")]
    plain = found("ABCC", "ABAC").corridors
    assert plain.also_claimed_by.tolist() == [()] and np.isnan(plain.gap_h).all()
    assert plain.map_date.tolist() == [FIRST.item()] and not plain.ground_changed.any()


def test_territory_that_an_ally_contests_is_the_blocs():
    result = found({"E": box(0, 0, 2, 1), "B": box(1, 0, 3, 1), "C": box(3, 0, 4, 1)},
                   {"E": box(0, 0, 2, 1), "B": box(1, 0, 3, 1), "A": box(3, 0, 4, 1)}, bloc_of={"E": "A"})  # fmt: skip
    assert edges(result.corridors.path[0]) == (2, 3)


def test_without_earlier_territory_there_is_no_route():
    result = found("BCC", "BAC")
    assert len(result) == 0 and result.deep_attacks == ()
    [row] = result.unreached
    assert (row.mover, joined(row.losers), row.start, row.end, row.source) == ("A", "C", FIRST, FIRST + DAY, "maps")
    assert shapely.equals(row.gained, box(1, 0, 2, 1))


def test_sources_are_never_spliced():
    one, other = series("ABCC", source="one"), series("ABAC", days=[1], source="other")
    result = inferred_corridors(concatenate([one, other]))
    assert len(result) == 0 and result.unreached == ()
    both = concatenate([series("ABCC", "ABAC", source=name) for name in ("one", "other")])
    assert inferred_corridors(both).corridors.source.tolist() == ["one", "other"]
    assert inferred_corridors(both).corridors.territories.source.tolist() == ["one", "other"]


def test_maps_with_a_time_without_data_between_them():
    maps = series("ABCC", "ABAC", days=[0, 9], gap_limit=2 * DAY)
    result = inferred_corridors(maps)
    assert result.unknown_since.tolist() == [(FIRST + 2 * DAY).item()]
    assert result.corridors.start[0] == FIRST and result.corridors.end[0] == FIRST + 10 * DAY


def test_two_dates_are_compared_if_they_are_given():
    maps = series("ABCC", "ABAC", "ABAA")
    assert len(inferred_corridors(maps)) == 1
    result = inferred_corridors(maps, dates=[FIRST, FIRST + 2 * DAY])
    assert rows(result) == [("A", "B", "C", 1.0, 2.0)] and result.corridors.end[0] == FIRST + 3 * DAY


def test_slivers_are_counted_and_are_not_gains():
    speck = box(2.5, 0.5, 2.505, 0.505)  # 0.003 km²
    after = board("ABCC")
    after.update(A=after["A"] | speck, C=after["C"] - speck)
    result = found(board("ABCC"), after)
    assert len(result) == 0 and result.deep_attacks == ()
    assert result.slivers == 1 and result.sliver_km2 == pytest.approx(0.0031, abs=0.0002)


def test_nothing_from_nothing():
    result = inferred_corridors(ControlSeries.empty())
    assert len(result) == 0 and len(result.corridors.territories) == 0


@pytest.mark.parametrize("options", [{"tolerance_km": 0}, {"alternative_factor": 0.9}, {"tolerance_km": np.nan}])
def test_invalid_options_are_rejected(options):
    with pytest.raises(CorridorsError, match="above 0 km"):
        found("ABC", "ABA", **options)


def test_progress_rises_and_cancel_propagates():
    recorder = Recorder()
    found("ABCC", "ABAC", "ABAA", feedback=recorder)
    assert recorder.rises and len(recorder.percents) > 4

    with pytest.raises(Cancelled):
        found("ABCC", "ABAC", "ABAA", feedback=Recorder(cancel_after=3))


def told_at(before, after, west):
    """Return all figures of two boards whose west end lies at a longitude, as they are stored: within -180..180."""

    def there(text):
        ground = board(text)
        areas = folded(shapely.transform(np.array(list(ground.values()), object), lambda xy: xy + (west, 0.0)))
        return dict(zip(ground, areas))

    result = found(there(before), there(after))
    c = result.corridors
    figures = [c.mover, c.host, result.losers, c.before, c.after, c.also_claimed_by, c.length_km, result.way_km]
    figures += [result.gained_km2, result.host_lost_km2]
    attacks = [(each.mover, each.losers, each.way_km, each.gained_km2, each.hosts) for each in result.deep_attacks]
    assert (np.abs(shapely.bounds(list(c.territories.geometry) + list(result.gained))[:, [0, 2]]) <= 180).all()
    return [[row.tolist() if isinstance(row, np.ndarray) else row for row in figures],
            [others(result, row) for row in range(len(result))], attacks]  # fmt: skip


def flat(nested):
    """Return the names and the figures of nested lists, each in order."""
    if isinstance(nested, (list, tuple)):
        parts = [flat(each) for each in nested]
        return sum((names for names, _ in parts), []), sum((values for _, values in parts), [])
    return ([nested], []) if isinstance(nested, str) else ([], [nested])


@pytest.mark.parametrize("west", [-180.2, 179.7, 179.8, 179.85, 179.9, 179.95])
@pytest.mark.parametrize("boards", [("ABCC", "ABAC"), ("ACCC/ACBC", "ACAC/ACBC"), ("ABDCC/EEEEE", "ABDAC/EEEEE")])
def test_the_antimeridian_cuts_nothing(boards, west):
    (names, figures), (plain_names, plain_figures) = flat(told_at(*boards, west)), flat(told_at(*boards, 0))
    assert names == plain_names and figures == pytest.approx(plain_figures)


def test_a_route_that_touches_closed_territory_far_from_others():
    """It has a point and a line in common with it: GEOS 3.13 cannot intersect both with the empty area nearby."""
    (attack,) = found("AAAD/AAAA/BCAC", "AAAA/AAAB/AAAA").deep_attacks
    assert (attack.mover, attack.losers, attack.hosts) == ("B", ("A",), (("C",),))


BOARD = st.text("AABCD.", min_size=12, max_size=12).map(lambda text: "/".join((text[:4], text[4:8], text[8:])))


@settings(max_examples=40, deadline=None)
@given(BOARD, BOARD)
def test_any_two_maps(before, after):
    """Properties of every corridor; and exactly the gains apart from earlier territory are reported."""
    result = found(before, after)
    old, new = board(before), board(after)
    c = result.corridors
    for row in range(len(result)):
        assert shapely.length(shapely.difference(c.path[row], old[c.host[row]].buffer(0.005))) == 0
        assert c.length_km[row] <= result.way_km[row] * 1.001
        assert c.host[row] not in (c.mover[row], *result.losers[row])
        assert shapely.distance(result.gained[row], old[c.mover[row]]) > 0
        limit = 1.5 * min([result.way_km[row], *(each.length_km for each in result.alternatives[row])]) + 0.1
        assert all(each.length_km <= limit for each in result.alternatives[row])
    told = [(c.mover[row], result.gained[row]) for row in range(len(result))]
    told += [(each.mover, each.gained) for each in (*result.deep_attacks, *result.unreached)]
    for name, territory in new.items():
        earlier = old.get(name, shapely.Polygon())
        pieces = shapely.get_parts(shapely.buffer(shapely.difference(territory, earlier), 1e-6))  # corners join
        apart = [each for each in pieces if not shapely.intersects(each, earlier)]
        reported = shapely.union_all([area for mover, area in told if mover == name])
        assert reported.area == pytest.approx(sum(each.area for each in apart), abs=1e-4)
