"""Lengths and distances on the ellipsoid.

At the equator, one degree of latitude is 110.574 km and one degree of longitude 111.320 km.
"""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.geometry.ellipsoid import LocalPlane, distances_km, lengths_km, nearest_km


def test_lengths_of_degrees_of_the_ellipsoid():
    lines = shapely.from_wkt([
        "LINESTRING (0 0, 0 1)", "LINESTRING (0 0, 0.5 0, 1 0)", "MULTILINESTRING ((0 0, 0 1), (5 0, 6 0))",
        "LINESTRING EMPTY",
    ])  # fmt: skip
    found = lengths_km([*lines, None])
    assert found == pytest.approx([110.574, 111.319, 110.574 + 111.319, 0, 0], abs=1e-3)
    assert lengths_km([]).shape == (0,)


def test_distances_between_areas_at_their_nearest_points():
    box = shapely.box(0, 0, 1, 1)
    others = [shapely.box(0, 2, 1, 3), shapely.box(1, 0, 2, 1), shapely.box(0.2, 0.2, 0.4, 0.4)]
    assert distances_km(box, others) == pytest.approx([110.576, 0, 0], abs=1e-3)
    assert distances_km(box, []).shape == (0,)


def test_points_to_a_line_far_north():
    """At 60° N a degree of longitude is half as long as one of latitude: the nearest segment is that to the east."""
    line = shapely.from_wkt("MULTILINESTRING ((1 59.5, 1 60.5), (-1 60.7, 1 60.7))")
    found = nearest_km(shapely.points([[0, 60], [1, 60], [1, 60.6]]), line)
    assert found == pytest.approx([55.80, 0, 11.14], abs=0.02)


def test_the_plane_keeps_edges_straight_and_is_invertible():
    plane = LocalPlane.around(shapely.box(36, 34, 38, 36))
    line = shapely.LineString([(36, 34), (37, 35), (38, 36)])
    there = shapely.get_coordinates(plane.from_lonlat(line))
    assert there[1] == pytest.approx((there[0] + there[2]) / 2, rel=1e-12)
    assert np.diff(there, axis=0)[0] == pytest.approx([91288, 110941], abs=5)
    assert shapely.equals_exact(plane.to_lonlat(plane.from_lonlat(line)), line, tolerance=1e-12)
