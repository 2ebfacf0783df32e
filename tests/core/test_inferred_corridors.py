"""Inferred corridors. Boards of squares of 0.1° at the equator, north above; a letter is a holder, "." is nobody.

A square is 11.13 km wide and 11.06 km high; lengths are told in squares.
"""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from syria_control_plugin.core.control.series import ControlSeries, concatenate
from syria_control_plugin.core.control.snapshots import series_from_maps
from syria_control_plugin.core.corridors.corridors import INFERRED, TRANSIT
from syria_control_plugin.core.corridors.inferred import inferred_corridors
from syria_control_plugin.core.errors import Cancelled, CorridorsError
from tests.core.recorder import Recorder

SQUARE, WIDE_KM, HIGH_KM = 0.1, 11.132, 11.057
DAY = np.timedelta64(86400, "s")
FIRST = np.datetime64("2017-10-01", "s")


def box(west, south, east, north):
    """A box in squares."""
    return shapely.box(*(SQUARE * edge for edge in (west, south, east, north)))


def board(text: str) -> dict:
    territories: dict = {}
    for up, row in enumerate(reversed(text.split("/"))):
        for right, name in enumerate(row):
            territories.setdefault(name, []).append(box(right, up, right + 1, up + 1))
    territories.pop(".", None)
    return {name: shapely.union_all(squares) for name, squares in territories.items()}


def series(*maps, days=None, source="maps", gap_limit=None) -> ControlSeries:
    """Maps, as boards or {holder: ground}, one a day."""
    maps = [board(each) if isinstance(each, str) else each for each in maps]
    dates = [FIRST + day * DAY for day in days or range(len(maps))]
    return series_from_maps(dict(zip(dates, maps)), source, gap_limit)


def found(*maps, **options):
    return inferred_corridors(series(*maps), **options)


def squares_of(km, per=WIDE_KM):
    return round(float(km) / per, 1)


def rows(result) -> list[tuple]:
    """(mover, host, losers, squares long, squares gained) of each corridor."""
    c = result.corridors
    columns = zip(c.mover, c.host, result.losers, c.length_km, result.gained_km2)
    return [(*names, squares_of(km), squares_of(km2, WIDE_KM * HIGH_KM)) for *names, km, km2 in columns]


def attacks(result) -> list[tuple]:
    return [(each.mover, each.losers, squares_of(each.way_km)) for each in result.deep_attacks]


def others(result, row=0) -> list[tuple]:
    return [(each.hosts, squares_of(each.length_km)) for each in result.alternatives[row]]


def crossed(result, row=0) -> list[tuple]:
    """(whose ground it crosses, whether it leaves the map) of each alternative."""
    return [(each.crossed, each.leaves_map) for each in result.alternatives[row]]


def edges(line) -> tuple:
    """West and east end in squares."""
    return tuple(np.round(shapely.bounds(line)[[0, 2]] / SQUARE, 6).tolist())


def test_ground_behind_a_host():
    """
    A B C C      A came through B to what C lost: over the second square; or along its edge, where the map ends: that
    A B A C      is B's own border, and no way over C's ground
    """
    result = found("ABCC", "ABAC")
    assert rows(result) == [("A", "B", "C", 1.0, 1.0)]
    assert attacks(result) == [] and result.unreached == () and others(result) == [((), 1.0)]
    assert crossed(result) == [((), True)] and not result.alternatives[0][0].is_deep_attack
    c = result.corridors
    assert (c.basis[0], c.kind[0], c.movement[0], c.is_timed[0]) == (INFERRED, TRANSIT, "", False)
    assert (c.start[0], c.end[0]) == (FIRST, FIRST + 2 * DAY)
    assert (c.before[0], c.after[0]) == ("A", "C")
    assert (c.source[0], c.map_source[0]) == ("maps", "maps")
    assert edges(c.path[0]) == edges(result.way[0]) == (1, 2)
    assert c.path[0].coords[0][0] < c.path[0].coords[1][0]  # from A's ground
    assert c.length_km[0] == pytest.approx(WIDE_KM, abs=0.01) and result.way_km[0] == pytest.approx(c.length_km[0])
    assert shapely.equals(result.gained[0], box(2, 0, 3, 1)) and result.gained[0].geom_type == "MultiPolygon"
    assert result.is_shortest[0] and result.host_lost_km2[0] == 0 and np.isnat(result.unknown_since[0])


def test_the_hosts_ground_on_the_map_before():
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
def test_gains_beside_earlier_ground_tell_nothing(maps):
    result = found(*maps)
    assert (len(result), result.deep_attacks, result.unreached) == (0, (), ())


@pytest.mark.parametrize(("tolerance_km", "count"), [(1.2, 0), (1.0, 1)])
def test_touching_within_the_tolerance(tolerance_km, count):
    """A strip of B, 0.1 squares or 1.113 km wide, lies between."""
    before = {"A": box(0, 0, 1, 1), "B": box(1, 0, 1.1, 1), "C": box(1.1, 0, 3, 1)}
    after = {"A": box(0, 0, 1, 1) | box(1.1, 0, 2, 1), "B": before["B"], "C": box(2, 0, 3, 1)}
    result = found(before, after, tolerance_km=tolerance_km)
    assert len(result) == count and result.deep_attacks == ()


def test_gains_within_the_tolerance_of_each_other_are_one():
    """What A gained beyond the strip of B goes on from what it gained beside its ground."""
    before = {"A": box(0, 0, 1, 1), "C": box(1, 0, 2, 1) | box(2.1, 0, 4, 1), "B": box(2, 0, 2.1, 1)}
    after = {"A": box(0, 0, 2, 1) | box(2.1, 0, 3, 1), "C": box(3, 0, 4, 1), "B": before["B"]}
    assert len(found(before, after, tolerance_km=1.2)) == 0
    assert len(found(before, after, tolerance_km=1.0)) == 1


def test_over_the_losers_ground_alone_it_is_a_deep_attack():
    result = found("ACCC", "ACAC")
    assert rows(result) == [] and attacks(result) == [("A", "C", 1.0)]
    attack = result.deep_attacks[0]
    assert (attack.start, attack.end, attack.source, attack.hosts) == (FIRST, FIRST + DAY, "maps", ())
    assert edges(attack.way) == (1, 2) and shapely.equals(attack.gained, box(2, 0, 3, 1))
    assert squares_of(attack.gained_km2, WIDE_KM * HIGH_KM) == 1.0


def test_nobody_is_no_host():
    assert attacks(found("A.CC", "A.AC")) == [("A", "C", 1.0)]
    assert attacks(found("A...", "A.A.")) == [("A", "", 1.0)]
    result = found("A.BC", "A.BA")
    assert rows(result) == [("A", "B", "C", 1.0, 1.0)]
    assert (result.corridors.before[0], squares_of(result.way_km[0])) == ("", 2.0)


def test_ground_of_nobody_behind_a_host():
    assert rows(found("AB..", "ABA.")) == [("A", "B", "", 1.0, 1.0)]


def test_other_gains_are_stepping_stones():
    """
    A B B B C      what was gained of B is a deep attack, and the way on to C's ground leads over B once more: for that
    A B A B A      B is a host, on both stretches
    """
    result = found("ABBBC", "ABABA")
    assert rows(result) == [("A", "B", "C", 1.0, 1.0)] * 2
    assert [edges(path) for path in result.corridors.path] == [(1, 2), (3, 4)]
    assert [edges(way) for way in result.way] == [(1, 4)] * 2
    assert [squares_of(km) for km in result.way_km] == [2.0, 2.0]
    assert [(b, a) for b, a in zip(result.corridors.before, result.corridors.after)] == [("A", "B"), ("B", "C")]
    assert attacks(result) == [("A", "B", 1.0)]


def test_a_stone_beside_earlier_ground_shortens_the_way():
    result = found("ACBD", "AABA")
    assert rows(result) == [("A", "B", "D", 1.0, 1.0)]
    assert squares_of(result.way_km[0]) == 1.0 and edges(result.way[0]) == (2, 3)


def test_gains_over_one_stretch_share_a_corridor():
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
    assert result.corridors.before.tolist() == ["A", "B"] and result.corridors.after.tolist() == ["D", "C"]
    assert result.corridors.territories.faction[result.corridors.part_territory].tolist() == ["B", "D"]


def test_allies_are_where_a_way_may_begin_and_no_hosts():
    result = found("EBC", "EBA", bloc_of={"A": "union", "E": "union"})
    assert rows(result) == [("A", "B", "C", 1.0, 1.0)] and result.corridors.before[0] == "E"
    assert len(found("AEC", "AEA", bloc_of={"E": "A"})) == 0
    assert rows(found("AEC", "AEA")) == [("A", "E", "C", 1.0, 1.0)]
    assert edges(found("AEBC", "AEBA", bloc_of={"E": "A"}).way[0]) == (2, 3)


def test_what_an_ally_gives_is_no_gain():
    """Nor where it lies within the ally's ground, far from its border."""
    for maps in (("A.BE", "A.BA"), ("A.BEEE/A.BEEE/A.BEEE", "A.BEEE/A.BEAE/A.BEEE")):
        result = found(*maps, bloc_of={"E": "A"})
        assert len(result) == 0 and result.deep_attacks == ()


def test_the_mover_is_who_of_the_bloc_gained_most():
    result = found("ABCCC", "ABEEA", bloc_of={"E": "A"})
    assert rows(result) == [("E", "B", "C", 1.0, 3.0)]


def test_who_lost_the_ground_is_no_host_even_as_one_of_several():
    result = found("ABBC", "ABAA")
    assert rows(result) == [] and attacks(result) == [("A", "B; C", 1.0)]


@pytest.mark.parametrize(("depth", "losers"), [(0.1, ["C"]), (0.3, [])])
def test_a_host_may_have_lost_a_little(depth, losers):
    """A gains two squares of C, and of B, in front of them, a strip: less than a tenth of it all, or more."""
    before = board("ABCC")
    after = {"A": box(0, 0, 1, 1) | box(2 - depth, 0, 4, 1), "B": box(1, 0, 2 - depth, 1)}
    result = found(before, after)
    assert result.losers.tolist() == losers
    assert result.host_lost_km2 == pytest.approx([depth * WIDE_KM * HIGH_KM] * len(losers), rel=0.01)


def test_another_way_through_another_host():
    """
    A B C
    A B C      past B over D's north and C's west is two squares: within a factor of 2.5, not of 1.5; past it in the
    A B x      north, over C's ground alone, it is three
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


def test_where_the_loser_could_be_crossed_as_well():
    """
    A B C      along B's south C's ground leads there too: the hypothesis is weak; along its north the map ends
    A C C
    """
    result = found("ABC/ACC", "ABA/ACC")
    assert rows(result) == [("A", "B", "C", 1.0, 1.0)]
    assert others(result) == [((), 1.0), ((), 1.0)]
    assert sorted(crossed(result)) == [((), True), (("C",), False)]
    assert sorted(each.is_deep_attack for each in result.alternatives[0]) == [False, True]


def test_over_gaps_of_the_map_and_beyond_it():
    """
    D D D D D      north of A's, B's and C's ground is a gap in the map, and the shortest way past B leads through it;
    D . . . D      where the gap is open to the north nobody knows whose it is
    A B B C D
    D D D D D
    """
    closed_, open_ = ("DDDDD/D...D/ABBCD/DDDDD", "D...D/D...D/ABBCD/DDDDD")
    for text, expected in ((closed_, (("",), False)), (open_, ((), True))):
        before = board(text)
        after = {**before, "A": before["A"] | before["C"]}
        del after["C"]
        result = found(before, after)
        assert rows(result) == [("A", "B", "C", 2.0, 1.0)]
        assert crossed(result)[0] == expected and others(result)[0] == ((), 2.0)
        assert result.alternatives[0][0].is_deep_attack is not expected[1]


def test_after_a_way_over_the_losers_ground_that_leaves_the_map_one_that_stays_on_it_is_sought():
    """
    . . C C      past B in the north the way leads off the map and over C's ground, in the south, where B's ground
    A B B C      reaches 0.3 squares farther, over C's ground alone
    C C C C
    """
    before = {"A": box(0, 1, 1, 2), "B": box(1, 0.7, 3, 2)}
    before["C"] = (box(2, 2, 4, 3) | box(0, 0, 4, 1) | box(3, 1, 4, 2)) - before["B"]
    gain = box(3, 1, 4, 2)
    result = found(before, {**before, "A": before["A"] | gain, "C": before["C"] - gain})
    assert others(result) == [((), 2.0), ((), 2.5)] and crossed(result) == [(("C",), True), (("C",), False)]


def test_a_bay_of_the_map_that_is_nearly_shut_belongs_to_it():
    """As before, but the gap is open to the north over 0.1 or 0.3 squares: less, or more, than twice the tolerance."""
    for wide, leaves_map in ((0.1, False), (0.3, True)):
        before = board("DDDDD/D...D/ABBCD/DDDDD")
        before["D"] = before["D"] - box(2, 3, 2 + wide, 4)
        result = found(before, {**before, "A": before["A"] | before["C"], "C": box(8, 8, 9, 9)})
        assert crossed(result)[0] == ((() if leaves_map else ("",)), leaves_map)


def test_what_deep_attacks_cross():
    result = found("ACCC/ACCC", "ACAC/ACCC")
    assert [(each.crossed, each.leaves_map) for each in result.deep_attacks] == [(("C",), False)]
    result = found("A.CC", "A.AC")
    assert [(each.crossed, each.leaves_map) for each in result.deep_attacks] == [((), True)]
    result = found("DDDD/A.CC/DDDD", "DDDD/A.AC/DDDD")
    assert [(each.crossed, each.leaves_map) for each in result.deep_attacks] == [(("",), False)]


def test_after_a_way_off_the_map_one_through_a_host_is_sought():
    """
    A . C      east of A the map ends, and C's ground begins; B's, in the south, leads there too
    B B B
    """
    result = found("A.C/BBB", "A.A/BBB", alternative_factor=1.5)
    assert attacks(result) == [("A", "C", 1.0)] and result.deep_attacks[0].leaves_map
    assert rows(result) == [("A", "B", "C", 1.0, 1.0)] and result.deep_attacks[0].hosts == (("B",),)
    assert crossed(result) == [((), True)] and others(result) == [((), 1.0)]


def flank(thickness):
    """A lies a square west of the gain, over C's ground, and south of it, beyond B's ground of some thickness."""
    territory = {"A": box(0, 0, 1, 1) | box(2, -3, 3, -thickness), "B": box(2, -thickness, 3, 0)}
    gain = box(2, 0, 3, 1)
    return {**territory, "C": box(1, 0, 4, 1)}, {**territory, "A": territory["A"] | gain, "C": box(1, 0, 4, 1) - gain}


def test_a_way_through_a_host_somewhat_longer_than_a_deep_attack():
    result = found(*flank(1.3))
    assert attacks(result) == [("A", "C", 1.0)] and result.deep_attacks[0].hosts == (("B",),)
    assert rows(result) == [("A", "B", "C", 1.3, 1.0)]
    assert not result.is_shortest[0] and others(result) == [((), 1.0)]
    assert shapely.bounds(result.corridors.path[0])[1::2] == pytest.approx([-1.3 * SQUARE, 0], abs=1e-6)


def test_a_way_through_a_host_much_longer_than_a_deep_attack():
    result = found(*flank(1.6))
    assert len(result) == 0 and attacks(result) == [("A", "C", 1.0)] and result.deep_attacks[0].hosts == ()
    assert len(found(*flank(1.6), alternative_factor=1.7)) == 1


def test_of_the_ways_through_hosts_beside_a_deep_attack_the_shortest_counts():
    """As before, with D's ground, a little thicker than B's, between the gain and A's ground in the north."""
    before, after = flank(1.2)
    north, host = box(2, 2.4, 3, 4), box(2, 1, 3, 2.4)
    result = found({**before, "A": before["A"] | north, "D": host}, {**after, "A": after["A"] | north, "D": host})
    assert rows(result) == [("A", "B", "C", 1.2, 1.0)]
    assert others(result) == [((), 1.0), (("D",), 1.4)]
    assert result.deep_attacks[0].hosts == (("B",), ("D",))


def test_stepping_stones_are_free_though_they_lie_in_closed_ground():
    """West of D's ground, which A gains, is C's, a square thick; south of it B's, C's, which A gains too, and B's."""
    south, west = box(2, -3, 3, -1.3), box(0, 2.3, 1, 3.3)
    stone, gain, host = box(2, 0, 3, 1), box(2, 2.3, 3, 3.3), box(2, -1.3, 3, 0) | box(2, 1, 3, 2.3)
    beside = box(1, 2.3, 2, 3.3)
    result = found({"A": south | west, "B": host, "C": stone | beside, "D": gain},
                   {"A": south | west | stone | gain, "B": host, "C": beside}, alternative_factor=3)  # fmt: skip
    assert rows(result) == [("A", "B", "C", 1.3, 1.0), ("A", "C", "D", 1.0, 1.0)]
    assert others(result, 1) == [((), 1.0), (("B",), 2.6)]


def test_past_the_losers_ground_only_the_gain_beside_the_host_is_reached():
    """As before; beyond the gain C's ground goes on, and another gain lies in it: through B alone nobody gets there."""
    before, after = flank(1.3)
    before["C"] = box(1, 0, 4, 4)
    gain = box(2, 0, 3, 1) | box(2, 2, 3, 3)
    result = found(before, {**after, "A": before["A"] | gain, "C": before["C"] - gain})
    assert rows(result) == [("A", "B", "C", 1.3, 1.0)]
    assert attacks(result) == [("A", "C", 1.0), ("A", "C", 1.4)]


def test_contested_ground():
    """What A gains beside C was C's; of contested ground on the way each holder is a host."""
    result = found({"A": box(0, 0, 1, 1), "B": box(1, 0, 2, 1), "D": box(1, 0, 2, 1), "C": box(2, 0, 3, 1)},
                   {"A": box(0, 0, 1, 1) | box(2, 0, 3, 1), "B": box(1, 0, 2, 1), "D": box(1, 0, 2, 1),
                    "C": box(2, 0, 3, 1)})  # fmt: skip
    assert rows(result) == [("A", "B", "C", 1.0, 1.0), ("A", "D", "C", 1.0, 1.0)]


def test_who_else_claims_the_ground():
    """D claims the west half of B's ground; E's, behind it, overlaps it by half as much as borders may be off."""
    before = {"A": box(0, 0, 1, 1), "B": box(1, 0, 3, 1), "D": box(1, 0, 2, 1), "E": box(2.96, 0, 3.5, 1)}
    before["C"], after = box(3.5, 0, 4.5, 1), {**before, "A": box(0, 0, 1, 1) | box(3.5, 0, 4.5, 1)}
    c = found(before, after).corridors
    assert list(zip(c.host, c.also_claimed_by)) == [("B", "D"), ("D", "B"), ("E", "")]
    plain = found("ABCC", "ABAC").corridors
    assert plain.also_claimed_by.tolist() == [""] and np.isnan(plain.gap_h).all()
    assert plain.map_date.tolist() == [FIRST.item()] and not plain.ground_changed.any()


def test_ground_that_an_ally_contests_is_the_blocs():
    result = found({"E": box(0, 0, 2, 1), "B": box(1, 0, 3, 1), "C": box(3, 0, 4, 1)},
                   {"E": box(0, 0, 2, 1), "B": box(1, 0, 3, 1), "A": box(3, 0, 4, 1)}, bloc_of={"E": "A"})  # fmt: skip
    assert edges(result.corridors.path[0]) == (2, 3)


def test_without_earlier_ground_there_is_no_way():
    result = found("BCC", "BAC")
    assert len(result) == 0 and result.deep_attacks == ()
    [row] = result.unreached
    assert (row.mover, row.losers, row.start, row.end, row.source) == ("A", "C", FIRST, FIRST + DAY, "maps")
    assert shapely.equals(row.gained, box(1, 0, 2, 1))


def test_sources_are_never_spliced():
    one, other = series("ABCC", source="one"), series("ABAC", days=[1], source="other")
    result = inferred_corridors(concatenate([one, other]))
    assert len(result) == 0 and result.unreached == ()
    both = concatenate([series("ABCC", "ABAC", source=name) for name in ("one", "other")])
    assert inferred_corridors(both).corridors.source.tolist() == ["one", "other"]
    assert inferred_corridors(both).corridors.territories.source.tolist() == ["one", "other"]


def test_maps_with_a_time_between_of_which_nothing_is_known():
    maps = series("ABCC", "ABAC", days=[0, 9], gap_limit=2 * DAY)
    result = inferred_corridors(maps)
    assert result.unknown_since.tolist() == [(FIRST + 2 * DAY).item()]
    assert result.corridors.start[0] == FIRST and result.corridors.end[0] == FIRST + 10 * DAY


def test_two_dates_are_compared_where_they_are_given():
    maps = series("ABCC", "ABAC", "ABAA")
    assert len(inferred_corridors(maps)) == 1
    result = inferred_corridors(maps, dates=[FIRST, FIRST + 2 * DAY])
    assert rows(result) == [("A", "B", "C", 1.0, 2.0)] and result.corridors.end[0] == FIRST + 3 * DAY


def test_slivers_are_no_gains_and_are_counted():
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
def test_settings_that_make_no_sense(options):
    with pytest.raises(CorridorsError, match="above 0 km"):
        found("ABC", "ABA", **options)


def test_progress_rises_and_cancel_propagates():
    recorder = Recorder()
    found("ABCC", "ABAC", "ABAA", feedback=recorder)
    assert recorder.rises and len(recorder.percents) > 4

    with pytest.raises(Cancelled):
        found("ABCC", "ABAC", "ABAA", feedback=Recorder(cancel_after=3))


BOARD = st.text("AABCD.", min_size=12, max_size=12).map(lambda text: "/".join((text[:4], text[4:8], text[8:])))


@settings(max_examples=40, deadline=None)
@given(BOARD, BOARD)
def test_any_two_maps(before, after):
    """What holds of every corridor; and that all that was gained apart from earlier ground is told of, and no more."""
    result = found(before, after)
    old, new = board(before), board(after)
    c = result.corridors
    for row in range(len(result)):
        assert shapely.length(shapely.difference(c.path[row], old[c.host[row]].buffer(0.005))) == 0
        assert c.length_km[row] <= result.way_km[row] * 1.001
        assert c.host[row] not in (c.mover[row], *result.losers[row].split("; "))
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
