"""Areas on the WGS 84 ellipsoid, compared with independent values."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from pyproj import Geod

from syria_control_plugin.core.geometry.ellipsoid import areas_km2

CELL = shapely.box(0, 0, 1, 1)
SMALL = shapely.box(0.25, 0.25, 0.75, 0.75)


def km2(geometry) -> float:
    return float(areas_km2([geometry])[0])


def test_an_eighth_of_the_ellipsoid():
    """The equator and two meridians 90° apart are geodesics; the whole surface is 510 065 621.724 km²."""
    octant = shapely.Polygon([(0, 0), (90, 0), (0, 90)])
    assert km2(octant) == pytest.approx(510_065_621.724 / 8, rel=1e-9)


def test_a_degree_at_the_equator():
    corners = [0, 1, 1, 0], [0, 0, 1, 1]
    assert km2(CELL) == pytest.approx(Geod(ellps="WGS84").polygon_area_perimeter(*corners)[0] / 1e6, rel=1e-12)
    assert km2(CELL) == pytest.approx(12_309, rel=1e-4)


def test_a_hole_is_subtracted():
    assert km2(CELL - SMALL) == pytest.approx(km2(CELL) - km2(SMALL), rel=1e-12)


def test_the_orientation_of_rings_does_not_matter():
    with_a_hole = CELL - SMALL
    turned = [
        shapely.Polygon(shell, [hole])
        for shell in (with_a_hole.exterior.coords, with_a_hole.exterior.coords[::-1])
        for hole in (with_a_hole.interiors[0].coords, with_a_hole.interiors[0].coords[::-1])
    ]
    assert areas_km2(turned) == pytest.approx(np.full(4, km2(with_a_hole)), rel=1e-12)


def test_the_parts_of_a_multipolygon_add_up():
    far = shapely.box(10, 40, 11, 41) - shapely.box(10.2, 40.2, 10.4, 40.4)
    assert km2(shapely.MultiPolygon([CELL, far])) == pytest.approx(km2(CELL) + km2(far), rel=1e-12)


def test_missing_geometries_have_no_area_and_rows_keep_their_order():
    nothing = [None, shapely.Polygon(), shapely.MultiPolygon()]
    areas = areas_km2(np.array([*nothing, CELL, None, SMALL], dtype=object))
    assert areas.tolist() == [0, 0, 0, km2(CELL), 0, km2(SMALL)]
    assert areas_km2(np.empty(0, dtype=object)).shape == (0,)


def test_a_box_across_the_antimeridian_is_as_large_as_anywhere():
    assert km2(shapely.box(179, 10, 183, 12)) == pytest.approx(km2(shapely.box(0, 10, 4, 12)), rel=1e-9)
