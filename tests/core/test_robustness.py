"""Corridor length that survives if the host's territory is shrunk. Territories are in km from 0° E, 0° N."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from syria_control_plugin.core.corridors.robustness import near_edges, robustness_of, uncovered
from syria_control_plugin.core.errors import CorridorsError
from syria_control_plugin.core.geometry.ellipsoid import lengths_km
from tests.core.corridor_cases import corridors_of, path, square

STRIP = square(0, 0, 40, 10)


def left_km(row, *territories, u=1.0):
    return robustness_of(corridors_of([row], territories or [STRIP]), (u,)).surviving_km[0, 0]


def test_across_a_strip_the_uncertainty_is_lost_at_each_end():
    """
    |--1--|======8======|--1--|
    """
    assert left_km(path((20, 0), (20, 10))) == pytest.approx(8, abs=0.001)
    assert left_km(path((20, 0), (20, 10)), u=2.5) == pytest.approx(5, abs=0.001)


def test_along_a_strip_the_nearer_border_counts_everywhere():
    """At 2 km from the border, all except the ends survives an uncertainty of 1.9 km, and nothing 2.1 km."""
    way = path((0, 2), (40, 2))
    assert left_km(way, u=1.9) == pytest.approx(40 - 2 * 1.9, abs=0.001)
    assert left_km(way, u=2.1) == 0


def test_around_a_spike_the_lost_section_is_a_chord_of_a_circle():
    """A spike ends 0.6 km from the path: 2 × √(1² − 0.6²) = 1.6 km of the path lie within 1 km of its tip."""
    spike = shapely.Polygon(np.array([(19.9, 0), (20, 4.4), (20.1, 0)]) / (111.3195, 110.5743))
    assert left_km(path((5, 5), (35, 5)), STRIP - spike) == pytest.approx(30 - 1.6, abs=0.005)


def test_the_border_includes_holes():
    assert left_km(path((5, 5), (35, 5)), STRIP - square(15, 4, 25, 6)) == pytest.approx(20 - 2, abs=0.001)


def test_no_uncertainty_leaves_the_full_length():
    corridors = corridors_of([path((0, 5), (20, 5), (40, 2)), path((0, 0), (40, 0))], [STRIP])
    found = robustness_of(corridors, (0,))
    assert found.surviving_km[:, 0].tolist() == corridors.length_km.tolist()
    assert found.survives.all()


def test_several_uncertainties_at_once():
    found = robustness_of(corridors_of([path((0, 2), (40, 2)), path((20, 0), (20, 10))], [STRIP]), (4, 1, 0))
    assert found.uncertainty_km.tolist() == [4, 1, 0]
    assert found.surviving_km == pytest.approx(np.array([[0, 38, 40], [2, 8, 10]]), abs=0.001)
    assert found.survives.tolist() == [[False, True, True], [True, True, True]]


def test_a_narrow_corridor_does_not_survive():
    found = robustness_of(corridors_of([path((0, 5), (40, 5))], [square(0, 4.1, 40, 5.9)]))
    assert found.surviving_km.tolist() == [[0]] and found.survives.tolist() == [[False]]


def test_rounding_leaves_nothing():
    """In a narrow territory whose border has many vertices, each covers a section of the path."""
    territory = shapely.segmentize(square(0, 4.1, 40, 5.9), 0.0137)
    ways = [path((0, 5), (40 - east, 5.01)) for east in np.arange(0, 5, 0.1)]
    found = robustness_of(corridors_of(ways, [territory]))
    assert not found.surviving_km.any() and not found.survives.any()


def test_less_than_a_millimetre_counts_as_zero():
    assert left_km(path((20, 5), (20, 5 + 0.5e-6))) == 0
    assert left_km(path((20, 5), (20, 5 + 2e-6))) == pytest.approx(2e-6, rel=1e-2)


def test_the_surviving_length_does_not_exceed_the_length():
    """An edge that is straight in degrees is longer in pieces than the geodesic that measures its whole length."""
    territory, ends = shapely.box(-10, 30, 60, 70), [(0, 45), (20, 50), (40, 55)]
    parts = [[(0, shapely.LineString(ends[:2])), (0, shapely.LineString(ends[1:]))]]
    whole = lengths_km(shapely.LineString(ends[::2]))
    found = robustness_of(replace(corridors_of(parts, [territory]), length_km=whole))
    assert found.surviving_km[0] == pytest.approx(whole, abs=0)


def test_each_part_uses_the_territory_of_its_time():
    """The first 20 km are in a territory 10 km wide, the others in one of 1.6 km, which is too narrow to survive."""
    parts = [(0, path((0, 5), (20, 5))), (1, path((20, 5), (40, 5)))]
    assert left_km(parts, STRIP, square(0, 4.2, 40, 5.8)) == pytest.approx(19, abs=0.001)


@pytest.mark.parametrize("turn", [0, 360])
def test_territories_do_not_end_at_the_antimeridian(turn):
    strip = shapely.union_all([shapely.box(179.8, 0, 180, 0.1), shapely.box(-180, 0, -179.8, 0.1)])
    way = shapely.LineString([(179.8 + turn, 0.05), (180.2 + turn, 0.05)])
    assert left_km(way, strip) == pytest.approx(0.4 * 111.3195 - 2, abs=0.001)


@pytest.mark.parametrize("wrong", [-1, np.nan, np.inf])
def test_invalid_uncertainties_are_rejected(wrong):
    with pytest.raises(CorridorsError, match="0 or more"):
        robustness_of(corridors_of([path((0, 5), (40, 5))], [STRIP]), (1, wrong))


def test_no_corridors():
    assert robustness_of(corridors_of([], [STRIP]), (1, 2)).surviving_km.shape == (0, 2)


def test_a_mover_that_stood_still_has_no_length_to_lose():
    found = robustness_of(corridors_of([path((7, 3), (7, 3)), path((0, 5), (9, 5), (9, 5), (40, 5))], [STRIP]))
    assert found.surviving_km[:, 0] == pytest.approx([0, 38], abs=0.001)


numbers = st.integers(-20, 20).map(lambda number: number / 4)
points = st.tuples(numbers, numbers)


@given(points, points, points, points, st.sampled_from([0.25, 1, 3, 7]))
def test_the_section_near_an_edge_is_that_in_its_buffer(a, b, c, d, distance):
    if a == b or c == d:
        return
    begins, stops = near_edges(np.array([[*a, *b]]), np.array([[*c, *d]]), distance)
    step = shapely.LineString([a, b])
    near = shapely.buffer(shapely.LineString([c, d]), distance, quad_segs=500)
    assert max(stops[0] - begins[0], 0) * step.length == pytest.approx(
        shapely.intersection(step, near).length, abs=0.02 * distance
    )


def test_overlapping_sections_count_once():
    """
    row 0: ==----====   row 1: not lost   row 2: all of it, twice, and an empty section
    """
    row = np.array([0, 2, 0, 0, 2, 2])
    begins = np.array([0.8, 0, 0, 0.6, 0.2, 0.9])
    stops = np.array([1.0, 1, 0.2, 0.9, 0.7, 0.1])
    assert uncovered(row, begins, stops, 3) == pytest.approx([0.4, 1, 0])


@pytest.mark.parametrize("seed", range(5))
def test_random_corridors_compared_with_a_buffer_of_the_border(seed):
    """A greater uncertainty also never leaves a greater length."""
    rng = np.random.default_rng(seed)
    angle = np.sort(rng.uniform(0, 2 * np.pi, 50))
    radius = rng.uniform(10, 30, 50)
    territory = shapely.Polygon(np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]))
    ways = shapely.intersection(shapely.linestrings(rng.uniform(-20, 20, (20, 4, 2))), territory)
    ways = np.array([way for way in shapely.get_parts(ways) if way.length > 0], object)
    scale = (1 / 111.3195, 1 / 110.5743)

    def degrees(geometry):
        return shapely.transform(geometry, lambda xy: xy * scale)

    uncertainties = (0, 0.3, 1, 2, 5)
    found = robustness_of(corridors_of(list(degrees(ways)), [degrees(territory)]), uncertainties).surviving_km
    assert (np.diff(found, axis=1) <= 1e-9).all()
    for column, u in enumerate(uncertainties[1:], start=1):
        lost = shapely.buffer(shapely.boundary(territory), u, quad_segs=500)
        assert found[:, column] == pytest.approx(shapely.length(shapely.difference(ways, lost)), abs=0.03)
