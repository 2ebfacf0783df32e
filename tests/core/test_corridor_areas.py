"""Corridor areas: the host's territory beside a path. Territories are in km from 0° E, 0° N."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.corridors.areas import corridor_areas
from syria_control_plugin.core.errors import CorridorsError
from syria_control_plugin.core.geometry.ellipsoid import areas_km2
from tests.core.corridor_cases import corridors_of, path, square

STRIP = square(0, 0, 40, 10)


def area(row, *territories, **options):
    return corridor_areas(corridors_of([row], territories or [STRIP]), **options).area_km2[0]


def test_across_a_strip_the_area_is_a_band_cut_at_the_border():
    """
    |   :###:   |
    |   :###:   |    10 km long, 2 km wide
    """
    found = corridor_areas(corridors_of([path((20, 0), (20, 10))], [STRIP]))
    assert found.area_km2 == pytest.approx([20], abs=0.01)
    assert shapely.area(shapely.difference(found.geometry[0], square(19, 0, 21, 10))) < 1e-9
    assert found.geometry[0].geom_type == "MultiPolygon"
    assert found.area_km2 == pytest.approx(areas_km2(found.geometry))
    assert len(found) == 1


def test_the_area_follows_the_width():
    assert area(path((20, 0), (20, 10)), width_km=5) == pytest.approx(50, abs=0.02)


def test_a_narrow_territory_is_included_completely():
    assert area(path((0, 5), (40, 5)), square(0, 4.5, 40, 5.5)) == pytest.approx(40, abs=0.01)


def test_the_area_is_round_at_an_end_inside():
    assert area(path((10, 5), (30, 5))) == pytest.approx(20 * 2 + math.pi, abs=0.03)


def test_the_hosts_territory_beyond_a_gap_is_included():
    assert area(path((0, 9.5), (40, 9.5)), shapely.union(STRIP, square(0, 10.2, 40, 12))) == pytest.approx(
        40 * (1.0 + 0.5 + 0.3), abs=0.02
    )


def test_parts_in_the_territories_of_their_time_are_united():
    """The first 20 km are in a wide territory (with half a disc at the end), the other 20 km in one 1 km wide."""
    parts = [(0, path((0, 5), (20, 5))), (1, path((20, 5), (40, 5)))]
    half_disc = math.pi / 2 - (math.asin(0.5) + 0.5 * math.sqrt(0.75))
    assert area(parts, STRIP, square(0, 4.5, 40, 5.5)) == pytest.approx(40 + 20 + half_disc, abs=0.02)


def test_beyond_the_antimeridian_longitudes_continue():
    strip = shapely.union_all([shapely.box(179.8, 0, 180, 0.1), shapely.box(-180, 0, -179.8, 0.1)])
    found = corridor_areas(corridors_of([shapely.LineString([(179.8, 0.05), (180.2, 0.05)])], [strip]))
    assert shapely.total_bounds(found.geometry)[[0, 2]] == pytest.approx([179.8, 180.2])
    assert found.area_km2 == pytest.approx([0.4 * 111.3195 * 2], rel=1e-3)


def test_no_territory_and_no_corridors():
    """A path outside its stated territory has an empty area."""
    found = corridor_areas(corridors_of([path((0, 20), (40, 20))], [STRIP]))
    assert found.area_km2.tolist() == [0] and shapely.is_empty(found.geometry[0])
    assert len(corridor_areas(corridors_of([], [STRIP]))) == 0


@pytest.mark.parametrize("wrong", [0, -1, np.nan, np.inf])
def test_invalid_widths_are_rejected(wrong):
    with pytest.raises(CorridorsError, match="above 0"):
        area(path((0, 5), (40, 5)), width_km=wrong)


def test_a_wider_area_is_never_smaller_and_never_exceeds_the_territory():
    areas = [area(path((3, 1), (20, 9), (33, 2)), width_km=width) for width in (0.5, 1, 2, 4, 8, 30)]
    assert (np.diff(areas) > 0).all() and areas[-1] <= 400.01
