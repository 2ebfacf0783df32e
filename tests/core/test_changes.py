"""Control changes between two snapshots: by hand, and compared with a plain overlay on random maps."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from syria_control_plugin.core.control.changes import changes_between
from syria_control_plugin.core.control.holders import NOT_MAPPED, holders, joined
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.errors import SeriesError
from syria_control_plugin.core.geometry.ellipsoid import areas_km2
from syria_control_plugin.core.geometry.polygons import polygons_of

# Area that can remain after rounding, in square degrees: 1 mm² is 1e-16.
ROUNDING = 1e-11


def box(west, south, east, north):
    return shapely.box(west, south, east, north)


def wkt(text):
    return shapely.from_wkt(text)


def found(before, after) -> dict:
    """Return (from, to) → WKT, normalised and without vertices in the middle of a straight line."""
    rows = changes_between(before, after)
    return {
        (one, other): shapely.normalize(shapely.simplify(ground, 0)).wkt
        for one, other, ground in zip(map(joined, rows.from_holder), map(joined, rows.to_holder), rows.geometry)
    }


def ground(text) -> str:
    return shapely.normalize(wkt(text)).wkt


WEST, EAST = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))"
WIDE = "POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0))"


def test_nothing_changes():
    before = {"GOV": wkt(WEST), "OPP": wkt(EAST)}
    assert found(before, before) == {}
    assert found(before, {"OPP": wkt(EAST), "GOV": wkt(WEST)}) == {}
    assert found({}, {}) == {}


def test_a_box_passes():
    """
    GOV OPP  →  GOV GOV
    """
    rows = changes_between({"GOV": wkt(WEST), "OPP": wkt(EAST)}, {"GOV": wkt(WIDE)})
    assert (rows.from_holder.tolist(), rows.to_holder.tolist()) == ([("OPP",)], [("GOV",)])
    assert shapely.equals(rows.geometry[0], wkt(EAST))
    assert rows.area_km2 == pytest.approx(areas_km2([wkt(EAST)]))
    assert (rows.slivers, rows.sliver_km2, len(rows)) == (0, 0, 1)


@pytest.mark.parametrize(
    "written",
    [
        "POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))",  # with reversed orientation
        "POLYGON ((1 1, 0 1, 0 0, 1 0, 1 1))",  # from another vertex
        "POLYGON ((0 0, 0.3 0, 1 0, 1 1, 0.7 1, 0 1, 0 0))",  # with vertices on the edges
        "POLYGON ((0 0, 0 0, 1 0, 1 0, 1 1, 0 1, -0 0))",  # a vertex twice, and a negative zero
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)))",
        "POLYGON Z ((0 0 5, 1 0 5, 1 1 5, 0 1 5, 0 0 5))",
    ],
)
def test_the_same_territory_with_another_notation_is_not_a_change(written):
    assert found({"GOV": wkt(WEST)}, {"GOV": wkt(written)}) == {}
    assert found({"GOV": wkt(written)}, {"GOV": wkt(WEST)}) == {}
    assert found({"GOV": wkt(written), "OPP": wkt(EAST)}, {"GOV": wkt(WIDE)}) == {("OPP", "GOV"): ground(EAST)}


def test_a_vertex_on_an_oblique_border_is_not_a_change():
    """A third of the edge cannot be represented exactly: the gap is 1e-17 degrees wide."""
    third = (1 / 3, 1 / 3 * 0.7)
    before = shapely.Polygon([(0, 0), (1, 0.7), (0, 1)])
    after = shapely.Polygon([(0, 0), third, (1, 0.7), (0, 1)])
    assert found({"GOV": before}, {"GOV": after}) == {}


def test_a_hole_opens_and_closes():
    hole = "POLYGON ((0.2 0.2, 0.8 0.2, 0.8 0.8, 0.2 0.8, 0.2 0.2))"
    ring = shapely.difference(wkt(WEST), wkt(hole))
    assert found({"GOV": wkt(WEST)}, {"GOV": ring}) == {("GOV", NOT_MAPPED): ground(hole)}
    assert found({"GOV": ring}, {"GOV": wkt(WEST)}) == {(NOT_MAPPED, "GOV"): ground(hole)}
    assert found({"GOV": wkt(WEST)}, {"GOV": ring, "IS": wkt(hole)}) == {("GOV", "IS"): ground(hole)}


def test_a_ring_passes_and_its_interior_stays():
    """The territory that changes has a hole: a pocket that GOV keeps."""
    core = "POLYGON ((0.4 0.4, 0.6 0.4, 0.6 0.6, 0.4 0.6, 0.4 0.4))"
    after = {"GOV": wkt(core), "OPP": shapely.difference(wkt(WEST), wkt(core))}
    ring = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0), (0.4 0.4, 0.6 0.4, 0.6 0.6, 0.4 0.6, 0.4 0.4))"
    assert found({"GOV": wkt(WEST)}, after) == {("GOV", "OPP"): ground(ring)}


def test_a_part_vanishes_and_its_territory_is_nobodys():
    far = "POLYGON ((5 5, 6 5, 6 6, 5 6, 5 5))"
    two = shapely.union(wkt(WEST), wkt(far))
    assert found({"GOV": two}, {"GOV": wkt(WEST)}) == {("GOV", NOT_MAPPED): ground(far)}
    assert found({"GOV": wkt(WEST), "IS": wkt(far)}, {"GOV": wkt(WEST)}) == {("IS", NOT_MAPPED): ground(far)}
    assert found({"GOV": wkt(far)}, {}) == {("GOV", NOT_MAPPED): ground(far)}


def test_borders_that_cross():
    """
    before: GOV west of x = 1. After: GOV south of y = 1, in a square two degrees wide; OPP holds the rest.
    """
    square = box(0, 0, 2, 2)
    before = {"GOV": box(0, 0, 1, 2), "OPP": box(1, 0, 2, 2)}
    after = {"GOV": box(0, 0, 2, 1), "OPP": box(0, 1, 2, 2)}
    assert shapely.equals(shapely.union_all(list(before.values())), square)
    assert found(before, after) == {
        ("GOV", "OPP"): ground("POLYGON ((0 1, 1 1, 1 2, 0 2, 0 1))"),
        ("OPP", "GOV"): ground("POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))"),
    }


def test_two_advance_into_each_other():
    """Three factions exchange territory in a ring: each pair has its row, and pieces that touch are one row."""
    before = {"A": box(0, 0, 1, 1), "B": box(1, 0, 2, 1), "C": box(2, 0, 3, 1)}
    after = {"A": box(1, 0, 2, 1), "B": box(2, 0, 3, 1), "C": box(0, 0, 1, 1)}
    pairs = {("A", "C"): (0, 1), ("B", "A"): (1, 2), ("C", "B"): (2, 3)}
    assert {pair: wkt(each).bounds[::2] for pair, each in found(before, after).items()} == pairs


def test_contested_territory_has_its_own_holder():
    """
    before  GOV 0-2, OPP 1-3 (1-2 contested)    after  GOV 0-1.5, OPP 1-3
    """
    before = {"GOV": box(0, 0, 2, 1), "OPP": box(1, 0, 3, 1)}
    after = {"GOV": box(0, 0, 1.5, 1), "OPP": box(1, 0, 3, 1)}
    passed = ground("POLYGON ((1.5 0, 2 0, 2 1, 1.5 1, 1.5 0))")
    assert found(before, after) == {("GOV; OPP", "OPP"): passed}


def test_a_gain_across_the_border_of_a_faction_that_keeps_everything():
    """
    IS takes 1 to 3, and GOV keeps its claim to 2 to 4: the gain is from nobody, and in part contested afterwards.
    The border of GOV is on both maps, and still cuts the gain.
    """
    kept = box(2, 0, 4, 1)
    expected = {(NOT_MAPPED, "IS"): (1, 2), ("GOV", "GOV; IS"): (2, 3)}
    for same in (kept, wkt(kept.wkt), box(2, 0, 4, 2)):
        rows = found({"GOV": kept}, {"GOV": same, "IS": box(1, 0, 3, 1)})
        rows = {pair: wkt(each).bounds[::2] for pair, each in rows.items() if "IS" in pair[1]}
        assert rows == expected


def test_enclaves_of_a_faction_that_keeps_everything_are_cut_out():
    """The territory that passes contains an enclave of GOV, which no border of the changes touches."""
    enclave = box(0.4, 0.4, 0.6, 0.6)
    rows = changes_between({"GOV": enclave}, {"GOV": enclave, "IS": box(0, 0, 1, 1)})
    assert list(zip(map(joined, rows.from_holder), map(joined, rows.to_holder))) == [
        ("GOV", "GOV; IS"), (NOT_MAPPED, "IS")
    ]  # fmt: skip
    assert shapely.equals(rows.geometry[0], enclave)
    assert shapely.area(rows.geometry[1]) == pytest.approx(0.96)


def test_slivers_are_counted_and_kept():
    """Borders were digitised again: a strip 1e-7 degrees wide, 0.0012 km², and a relevant square."""
    before = {"GOV": box(0, 0, 1, 1), "OPP": shapely.union(box(1, 0, 2, 1), box(3, 0, 4, 1))}
    after = {"GOV": shapely.union(box(0, 0, 1 + 1e-7, 1), box(3, 0, 4, 1)), "OPP": box(1 + 1e-7, 0, 2, 1)}
    rows = changes_between(before, after)
    assert (len(rows), rows.slivers) == (1, 1)
    assert rows.sliver_km2 == pytest.approx(0.00123, rel=0.01)
    assert shapely.get_num_geometries(rows.geometry[0]) == 2
    assert rows.area_km2[0] == pytest.approx(areas_km2([box(3, 0, 4, 1)])[0] + rows.sliver_km2)
    rows = changes_between(before, after, sliver_km2=0.001)
    assert (rows.slivers, rows.sliver_km2) == (0, 0)


def series(*rows) -> ControlSeries:
    """Return the series of rows (faction, area[, source])."""
    sources = [row[2] if len(row) > 2 else "maps" for row in rows]
    return ControlSeries(
        faction=[r[0] for r in rows],
        start=["2017-10-01"] * len(rows),
        end=["NaT"] * len(rows),
        geometry=[r[1] for r in rows],
        source=sources,
    )


def test_snapshots_of_a_series_in_several_rows():
    """Rows of one faction count as one territory, even if they overlap."""
    before = series(("GOV", box(0, 0, 2, 1)), ("GOV", box(1, 0, 3, 1)), ("GOV", box(8, 0, 9, 1)))
    after = series(("GOV", box(0, 0, 1, 1)), ("GOV", box(8, 0, 9, 1)))
    rows = changes_between(before, after)
    assert (rows.from_holder.tolist(), rows.to_holder.tolist()) == ([("GOV",)], [(NOT_MAPPED,)])
    assert shapely.equals(rows.geometry[0], box(1, 0, 3, 1))


def test_two_sources_are_never_compared():
    one, other = series(("GOV", box(0, 0, 1, 1), "A")), series(("GOV", box(0, 0, 2, 1), "B"))
    with pytest.raises(SeriesError, match="'A', 'B'"):
        changes_between(one, other)


@pytest.mark.parametrize("name", ["", "GOV; OPP", NOT_MAPPED])
def test_names_with_separators_are_not_confused(name):
    with pytest.raises(SeriesError, match=repr(name)):
        changes_between({}, {name: box(0, 0, 1, 1)})


# ---- random maps -------------------------------------------------------------------------------------------------

FACTIONS = ("A", "B", "C")


def cells_of_grid(size=4):
    return [box(x, y, x + 1, y + 1) for x in range(size) for y in range(size)]


def cells_of_voronoi(seed, count=14):
    """Return cells around random points in the same square; the borders are oblique and meet in odd numbers."""
    points = shapely.multipoints(np.random.default_rng(seed).uniform(0.2, 3.8, (count, 2)))
    cells = shapely.get_parts(shapely.voronoi_polygons(points))
    return [each for each in shapely.intersection(cells, box(0, 0, 4, 4)) if shapely.area(each) > 0]


def snapshot(cells, holders):
    """Return the snapshot in which each cell is held by a set of factions (the bits of a number)."""
    held = {
        name: [cell for cell, bits in zip(cells, holders) if bits >> number & 1] for number, name in enumerate(FACTIONS)
    }
    return {name: shapely.union_all(areas) for name, areas in held.items() if areas}


ALONE = st.sampled_from([0, 1, 2, 4])  # nobody, or one of the three
CONTESTED = st.integers(0, 7)


@st.composite
def two_maps(draw, holder):
    """Return two maps on one set of cells, or on two independent sets."""
    sets = [draw(st.one_of(st.just(None), st.integers(0, 50))) for _ in range(2)]
    if draw(st.booleans()):
        sets[1] = sets[0]
    maps, holders = [], None
    for seed in sets:
        cells = cells_of_grid() if seed is None else cells_of_voronoi(seed)
        if holders is not None and len(holders) == len(cells) and draw(st.booleans()):
            # Most cells stay, a few pass.
            holders = list(holders)
            for cell in draw(st.lists(st.integers(0, len(cells) - 1), max_size=3)):
                holders[cell] = draw(holder)
        else:
            holders = draw(st.lists(holder, min_size=len(cells), max_size=len(cells)))
        maps.append(snapshot(cells, holders))
    return maps


def areal(geometry):
    """Return the common area without the lines and points at which areas touch."""
    return polygons_of(geometry) or shapely.Polygon()


def plain_states(of: dict) -> dict:
    """Return holder → territory of a snapshot, by intersections and differences of whole areas only."""
    states = {(): box(-1, -1, 5, 5)}
    for name in sorted(of):
        cut = {}
        for names, area in states.items():
            cut[(*names, name)] = areal(shapely.intersection(area, of[name]))
            cut[names] = areal(shapely.difference(area, of[name]))
        states = cut
    return {joined(holders(names)): area for names, area in states.items()}


def plain_overlay(before: dict, after: dict) -> dict:
    return {
        (one, other): areal(shapely.intersection(ground, ground_after))
        for one, ground in plain_states(before).items()
        for other, ground_after in plain_states(after).items()
        if one != other
    }


def compare_with_plain_overlay(before, after):
    rows = changes_between(before, after)
    expected = plain_overlay(before, after)
    pairs = list(zip(map(joined, rows.from_holder), map(joined, rows.to_holder)))
    assert pairs == sorted(set(pairs))
    assert shapely.is_valid(rows.geometry).all()
    assert set(shapely.get_type_id(rows.geometry)) <= {3, 6}
    for pair, geometry in zip(pairs, rows.geometry):
        check_where_they_differ(pair, geometry, expected.pop(pair), before, after)
    for pair, area in expected.items():
        check_where_they_differ(pair, shapely.Polygon(), area, before, after)


def check_where_they_differ(pair, geometry, expected, before, after):
    """Points decide: of nearly equal borders, GEOS's overlay of whole areas may put one sliver into two states."""
    for part in shapely.get_parts(shapely.symmetric_difference(geometry, expected)):
        if shapely.area(part) >= ROUNDING:
            point = shapely.point_on_surface(part)
            held = tuple(joined(holders(name for name in of if of[name].contains(point))) for of in (before, after))
            assert geometry.contains(point) == (held == pair)


def test_points_notice_a_piece_that_is_missing_or_with_the_wrong_holder():
    before, after = {"A": box(0, 0, 2, 1)}, {"B": box(0, 0, 2, 1)}
    for pair, geometry in ((("A", "B"), box(0, 0, 1, 1)), (("A", NOT_MAPPED), box(0, 0, 1, 1))):
        with pytest.raises(AssertionError):
            check_where_they_differ(pair, geometry, plain_overlay(before, after)[pair], before, after)


@settings(max_examples=60, deadline=None)
@given(two_maps(ALONE))
def test_equals_the_plain_overlay_where_each_place_has_one_holder(maps):
    compare_with_plain_overlay(*maps)


@settings(max_examples=60, deadline=None)
@given(two_maps(CONTESTED))
def test_equals_the_plain_overlay_where_territories_overlap(maps):
    compare_with_plain_overlay(*maps)


def moved_a_little(snapshot, seed):
    """Return the areas digitised again, with each vertex moved by up to a thousandth of a degree."""
    shifts = {name: np.random.default_rng([seed, number]).uniform(0, 1000, 2) for number, name in enumerate(FACTIONS)}
    moved = {
        name: shapely.buffer(
            shapely.transform(area, lambda points, shift=shifts[name]: points + 1e-3 * np.sin(999 * points + shift)), 0
        )
        for name, area in snapshot.items()
    }
    return {name: area for name, area in moved.items() if area.area > 0}


@settings(max_examples=40, deadline=None)
@given(two_maps(CONTESTED), st.integers(0, 100), st.integers(0, 100))
def test_equals_the_plain_overlay_where_borders_nearly_meet(maps, seed, seed_after):
    compare_with_plain_overlay(moved_a_little(maps[0], seed), moved_a_little(maps[1], seed_after))


def unbalanced(before, after, measure) -> float:
    """Return the largest deviation of gains minus losses from a faction's change of area, as a share of its area."""
    rows = changes_between(before, after)
    sizes, worst = measure(rows.geometry), 0.0
    for name in {*before, *after}:
        sign = [(name in b) - (name in a) for a, b in zip(rows.from_holder, rows.to_holder)]
        was, is_now = (measure([each[name]])[0] if name in each else 0.0 for each in (before, after))
        worst = max(worst, abs(np.dot(sign, sizes) - (is_now - was)) / max(was, is_now))
    return worst


@settings(max_examples=40, deadline=None)
@given(two_maps(CONTESTED))
def test_gains_minus_losses_are_the_change_of_a_factions_territory(maps):
    assert unbalanced(*maps, shapely.area) < 1e-10


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 50), st.lists(CONTESTED, min_size=30, max_size=30))
def test_gains_minus_losses_are_the_change_of_a_factions_ellipsoidal_area(seed, holders):
    """On the ellipsoid: cells of about 10 km in the north of Syria, with the same vertices before and after."""
    cells = [shapely.transform(cell, lambda points: points / 10 + [37, 35]) for cell in cells_of_voronoi(seed, 15)]
    assert unbalanced(snapshot(cells, holders[:15]), snapshot(cells, holders[15:]), areas_km2) < 1e-6


@settings(max_examples=40, deadline=None)
@given(two_maps(CONTESTED))
def test_swapped_dates_swap_the_holders(maps):
    before, after = maps
    there, back = changes_between(before, after), changes_between(after, before)
    expected = dict(zip(zip(there.to_holder, there.from_holder), there.geometry))
    assert sorted(expected) == list(zip(back.from_holder, back.to_holder))
    for pair, geometry in zip(zip(back.from_holder, back.to_holder), back.geometry):
        assert shapely.area(shapely.symmetric_difference(geometry, expected[pair])) < ROUNDING
    assert (there.slivers, len(there)) == (back.slivers, len(back))


@settings(max_examples=40, deadline=None)
@given(two_maps(CONTESTED))
def test_the_same_map_twice_changes_nothing(maps):
    for each in maps:
        again = {name: shapely.from_wkb(shapely.to_wkb(shapely.reverse(area))) for name, area in each.items()}
        assert len(changes_between(each, each)) == len(changes_between(each, again)) == 0
