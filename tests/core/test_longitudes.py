"""Longitudes on both sides of the antimeridian."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.geometry.antimeridian import within_180
from syria_control_plugin.core.movements.crossings import crossings_inside
from syria_control_plugin.core.movements.frames import frame_of
from syria_control_plugin.core.movements.movements import Movements, from_lines, lines_between

DAY = np.datetime64("2017-10-01", "s")
FIJI = shapely.MultiPolygon([shapely.box(178, -20, 180, -10), shapely.box(-180, -20, -178, -10)])


def tracks(*lines) -> Movements:
    n = len(lines)
    return from_lines(
        range(n), ["A"] * n, [DAY] * n, [DAY + 86400] * n, ["news"] * n, list(map(shapely.LineString, lines))
    )


def held(*areas) -> ControlSeries:
    n = len(areas)
    return ControlSeries(
        faction=["B"] * n, start=[DAY] * n, end=[np.datetime64("NaT")] * n, geometry=areas, source=["maps"] * n
    )


def framed(movements, territories):
    frame = frame_of(movements, territories)
    return frame.of_movements(movements), frame.of_territories(territories)


def inside(movements, territories) -> list[tuple]:
    """Return (west, east) of each crossing, in -180..180 if it fits."""
    movements, territories = framed(movements, territories)
    found = crossings_inside(movements, territories)
    lines = within_180(lines_between(movements, found.movement, found.entry, found.exit))
    return [tuple(np.round(shapely.bounds(line)[[0, 2]], 9)) for line in lines]


def test_data_away_from_the_antimeridian_is_the_same_object():
    movements, territories = (
        tracks([(36, 35), (37, 36)], [(-179, 0), (179.9, 1), (0, 1)][1:]),
        held(shapely.box(-179, 30, 37, 36)),
    )
    moved, turned = framed(movements, territories)
    assert moved is movements and turned is territories


def test_two_movements_far_apart_are_no_jump():
    """One ends in the east, the next begins in the west."""
    movements = tracks([(170, 0), (179, 0)], [(-179, 0), (-170, 0)])
    assert frame_of(movements, ControlSeries.empty()).is_plain


def test_a_territory_split_at_the_antimeridian_is_one():
    """No border remains between the halves."""
    movements, territories = framed(tracks([(175, -15), (-175, -15)]), held(FIJI))
    assert shapely.equals(territories.geometry[0], shapely.box(178, -20, 182, -10))
    assert territories.geometry[0].geom_type == "Polygon"
    assert movements.lonlat.tolist() == [[175, -15], [185, -15]]


def test_a_movement_along_the_seam_is_inside():
    assert inside(tracks([(180, -15), (180, -12), (-180, -11)]), held(FIJI)) == [(-180, -180)]


@pytest.mark.parametrize("far", [-175, 185])
@pytest.mark.parametrize("territory", [FIJI, shapely.box(178, -20, 182, -10), shapely.box(-182, -20, -178, -10)])
def test_jumping_and_continuous_longitudes_are_equivalent(far, territory):
    assert inside(tracks([(175, -15), (far, -15)]), held(territory)) == [(178, 182)]
    assert inside(tracks([(far, -15), (175, -15)]), held(territory)) == [(178, 182)]


def test_results_that_fit_are_returned_within_180():
    """The cases are east of the antimeridian, west of it, up to it, from it, and across it."""
    lines = [[(-179, -15), (-170, -15)], [(170, -15), (179, -15)], [(170, -15), (180, -15)], [(-180, -15), (-170, -15)],
             [(179, -15), (181, -15)]]  # fmt: skip
    assert inside(tracks(*lines), held(FIJI)) == [(-179, -178), (178, 179), (178, 180), (-180, -178), (179, 181)]


def test_data_that_is_not_moved_keeps_its_bits():
    movements, territories = framed(tracks([(175.1, -15), (-175.1, -15)]), held(FIJI, shapely.box(100.1, 0, 100.2, 1)))
    assert movements.lonlat[0, 0] == 175.1
    assert shapely.bounds(territories.geometry[1]).tolist() == [100.1, 0, 100.2, 1]


def test_a_movement_without_jumps_and_territories_beyond_180():
    """The territory extends from 170 to 190, the movement from -175 to -165."""
    assert inside(tracks([(-175, 0), (-165, 0)]), held(shapely.box(170, -1, 190, 1))) == [(-175, -170)]


def test_the_cut_lies_in_the_widest_gap():
    """Territories are at 100 to 180, at -180 to -150 and at 0: the gap from -150 to 0 is the widest."""
    territories = held(shapely.box(100, 0, 180, 1), shapely.box(-180, 0, -150, 1), shapely.box(0, 0, 1, 1))
    frame = frame_of(tracks([(170, 0.5), (-170, 0.5)]), territories)
    assert (frame.west, frame.east) == (-75, 285)
    bounds = shapely.bounds(frame.of_territories(territories).geometry)[:, [0, 2]]
    assert bounds.tolist() == [[100, 180], [180, 210], [0, 1]]


def test_a_territory_across_the_antimeridian_leaves_a_narrower_gap():
    """One territory extends from 100 to 300 (that is -60), one from -170 to -168 inside it, one from -50 to 95."""
    territories = held(*(shapely.box(west, 0, east, 1) for west, east in ((100, 300), (-170, -168), (-50, 95))))
    assert frame_of(tracks([(170, 0.5), (-170, 0.5)]), territories).west == -55


def test_holes_across_the_antimeridian():
    half = shapely.box(178, -20, 180, -10) - shapely.box(179, -16, 180, -14)
    other = shapely.box(-180, -20, -178, -10) - shapely.box(-180, -16, -179, -14)
    territory = held(shapely.MultiPolygon([half, other]))
    assert inside(tracks([(175, -15), (-175, -15)]), territory) == [(178, 179), (-179, -178)]


@pytest.mark.parametrize("start", [-170, -10, 100, 179, -180])
@pytest.mark.parametrize("west", [-180, -170, 0])
def test_territory_all_around_the_globe(start, west):
    """There is no gap: any movement, even one almost twice around the globe, is inside along its whole length."""
    antarctica = held(shapely.box(west, -90, west + 360, -70))
    for length in (20, 350, 700):
        steps = np.arange(0, length + 1, 10)
        points = [((start + step + 180) % 360 - 180, -80) for step in steps]
        (bounds,) = inside(tracks(points), antarctica)
        assert bounds[1] - bounds[0] == length and -180 <= bounds[0] < 180
    assert inside(tracks([(start, -80), (start, -75)]), antarctica) == [(start, start)]  # along a seam, for some


def test_a_pole_far_from_the_movement_changes_nothing():
    around = shapely.box(-180, 70, 180, 90)
    assert inside(tracks([(30, 30), (40, 30)]), held(around, shapely.box(33, 25, 35, 35))) == [(33, 35)]


@pytest.mark.parametrize("seed", range(30))
def test_turning_the_globe_changes_nothing(seed):
    """Random territories and tracks at 0° give the same as when moved to the antimeridian, split and with jumps."""
    random = np.random.default_rng(seed)
    areas = [shapely.Point(x, y).buffer(r, 4) for x, y, r in random.uniform((-6, -6, 1), (6, 6, 4), (4, 3))]
    walks = random.uniform(-8, 8, (6, 10, 2))
    here = inside(tracks(*walks), held(*areas))
    west, east = shapely.box(-60, -60, 0, 60), shapely.box(0, -60, 60, 60)
    split = []
    for area in areas:
        halves = [(shapely.intersection(area, half), shift) for half, shift in ((west, 180), (east, -180))]
        moved = [shapely.transform(half, lambda xy, by=by: xy + (by, 0)) for half, by in halves if not half.is_empty]
        split.append(shapely.union_all(moved))
    jumping = [np.column_stack([(walk[:, 0] + 360) % 360 - 180, walk[:, 1]]) for walk in walks]
    there = inside(tracks(*jumping), held(*split))
    widths = [[east - west for west, east in each] for each in (here, there)]
    assert len(here) > 10 and widths[0] == pytest.approx(widths[1], abs=1e-8)


def test_empty_inputs():
    frame = frame_of(Movements.empty(), ControlSeries.empty())
    assert frame.is_plain
    frame = frame_of(Movements.empty(), held(FIJI))
    assert len(frame.of_movements(Movements.empty())) == 0
    assert (
        len(frame_of(tracks([(175, 0), (-175, 0)]), ControlSeries.empty()).of_territories(ControlSeries.empty())) == 0
    )
    assert len(within_180([])) == 0
