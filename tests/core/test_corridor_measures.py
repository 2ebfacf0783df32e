"""Depth and neck of corridors. Territories are in km from 0° E, 0° N; a km is taken as equal in both directions."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.corridors.corridors import ENTRY, EXIT, INSIDE, TRANSIT
from syria_control_plugin.core.corridors.measures import DEPTH_KM, STEP_KM, measures_of
from syria_control_plugin.core.errors import Cancelled
from syria_control_plugin.core.geometry.ellipsoid import lengths_km, nearest_km
from tests.core.corridor_cases import KM_EAST, KM_NORTH, corridors_of, path, square
from tests.core.recorder import Recorder

STRIP = square(0, 0, 40, 10)  # 40 km long, 10 km wide


def measured(row, *territories, **columns):
    found = measures_of(corridors_of([row], territories or [STRIP], **columns))
    return round(float(found.depth_km[0]), 2), round(float(found.neck_km[0]), 2)


def test_across_a_strip_depth_is_half_its_width_and_the_neck_its_length():
    """
    +---------|----------+  10
    |         |          |        in the middle of the strip, the border is 5 km away and the chord is 40 km
    +---------|----------+  0
    """
    assert measured(path((20, 0), (20, 10))) == (5.0, 40.0)


def test_along_a_strip_the_neck_is_its_width():
    assert measured(path((0, 5), (40, 5))) == (5.0, 10.0)
    assert measured(path((0, 2), (40, 2))) == (2.0, 10.0)


def test_the_chord_is_given():
    chord = measures_of(corridors_of([path((0, 2), (40, 2))], [STRIP])).neck[0]
    east, north = shapely.get_coordinates(chord).T
    assert sorted(north / KM_NORTH) == pytest.approx([0, 10], abs=0.01)
    assert east[0] == pytest.approx(east[1])
    assert lengths_km(chord) == pytest.approx(10, abs=0.01)


def test_the_neck_of_an_hourglass():
    """
    +--\\    /--+
    |   +--+   |     2 km wide between 14 and 16 km, otherwise 10
    +--/    \\--+
    """
    pinched = STRIP - square(14, 6, 16, 11) - square(14, -1, 16, 4)
    depth, neck = measured(path((0, 5), (30, 5)), pinched)
    assert (depth, neck) == (5.0, 2.0)


def test_only_the_piece_that_contains_the_path_counts():
    """A second strip beyond a gap of one km is not part of the chord; neither is the territory beyond a hole."""
    assert measured(path((0, 5), (40, 5)), shapely.union(STRIP, square(0, 11, 40, 20)))[1] == 10
    assert measured(path((0, 5), (40, 5)), STRIP - square(19, 6, 21, 7))[1] == 6


def test_the_chord_is_at_right_angles_to_the_path():
    """The path crosses the strip at 45°: the chord is 10 km × √2."""
    assert measured(path((10, 0), (20, 10)))[1] == pytest.approx(14.14, abs=0.01)


def test_a_tenth_of_the_path_is_left_out_at_each_end_on_a_border():
    """The path leads into a square's corner: chords there are short, twice as long as the distance from the corner.

    +-----------+ 10
    |       .   |         from the corner to the middle: 7.07 km; after a tenth of it 2 × 0.707 km
    |       .   |         from the corner to the middle are 7.07 km; the chord after a tenth of it is 2 × 0.707 km
    |   .       |         chords are measured in the middle of steps of 0.2 km
    .-----------+ 0
    """
    corner, middle, square_ = (0, 0), (5, 5), square(0, 0, 10, 10)
    assert measured(path(corner, middle), square_, kind=ENTRY)[1] == pytest.approx(1.414 + STEP_KM, abs=STEP_KM)
    assert measured(path(middle, corner), square_, kind=EXIT)[1] == pytest.approx(1.414 + STEP_KM, abs=STEP_KM)
    assert measured(path(middle, corner), square_, kind=ENTRY)[1] == pytest.approx(STEP_KM, abs=STEP_KM)
    assert measured(path(corner, middle), square_, kind=INSIDE)[1] == pytest.approx(STEP_KM, abs=STEP_KM)
    assert measured(path(corner, middle), square_, kind=TRANSIT)[1] == pytest.approx(1.414 + STEP_KM, abs=STEP_KM)


def test_no_end_is_left_out_if_the_territory_changed_under_the_mover():
    territory = square(0, 0, 10, 10)
    came = measured(path((0, 0), (5, 5)), territory, kind=ENTRY, enters_by_change=True)
    went = measured(path((5, 5), (0, 0)), territory, kind=EXIT, leaves_by_change=True)
    assert (came[1], went[1]) == pytest.approx((STEP_KM, STEP_KM), abs=STEP_KM)


def test_a_path_that_ends_deep_is_as_deep_as_its_end():
    assert measured(path((20, 0), (20, 4)), kind=ENTRY)[0] == 4


def test_the_deepest_place_can_lie_between_vertices():
    """Both vertices are on the border; the middle is 5 km away from it."""
    assert measured(path((0, 5), (40, 5)))[0] == 5


def test_the_border_includes_holes():
    assert measured(path((0, 5), (40, 5)), STRIP - square(0.1, 5.5, 39.9, 6))[0] == 0.5


def test_over_two_territories_the_maximum_depth_and_minimum_neck_count():
    """
    day 0: the host's territory is 10 km wide; day 1: 4 km. The first 20 km of the path are of day 0.
    """
    parts = [(0, path((0, 5), (20, 5))), (1, path((20, 5), (40, 5)))]
    assert measured(parts, STRIP, square(0, 3, 40, 7)) == (5.0, 4.0)


def test_the_tenth_left_out_is_of_the_whole_path_not_of_its_parts():
    """A narrow place in the last tenth of the first of two parts counts; in that of the second it does not."""
    first = STRIP - square(18.5, 5.5, 19.5, 11)
    second = STRIP - square(38, 5.5, 39, 11)
    parts = [(0, path((0, 5), (20, 5))), (1, path((20, 5), (40, 5)))]
    assert measured(parts, first, STRIP)[1] == 5.5
    assert measured(parts, STRIP, second)[1] == 10


def test_a_path_along_the_border_or_without_length_has_no_chord():
    assert measured(path((5, 0), (30, 0)))[0] == 0
    for way, depth in ((path((5, 0), (30, 0)), 0), (path((7, 3), (7, 3)), 3)):
        found = measures_of(corridors_of([way], [STRIP]))
        assert found.depth_km[0] == pytest.approx(depth, abs=1e-3)
        assert np.isnan(found.neck_km[0]) and found.neck[0] is None


def test_a_track_of_many_fixes_and_standing_still():
    fixes = [(east, 5) for east in np.arange(0, 40.01, 0.05)]
    assert measured(path(*fixes[:400], *[fixes[400]] * 5, *fixes[400:])) == (5.0, 10.0)


@pytest.mark.parametrize("turn", [0, 360, -360])
def test_on_both_sides_of_the_antimeridian(turn):
    """A strip from 179.8° E to 179.8° W is stored in two parts; at 180° the territory does not end."""
    strip = shapely.union_all([shapely.box(179.8, 0, 180, 0.1), shapely.box(-180, 0, -179.8, 0.1)])
    across = shapely.LineString([(180.1 + turn, 0), (180.1 + turn, 0.1)])
    along = shapely.LineString([(179.8 + turn, 0.05), (180.2 + turn, 0.05)])
    found = measures_of(corridors_of([across, along], [strip]))
    assert found.depth_km == pytest.approx([5.529, 5.529], abs=DEPTH_KM)
    assert found.neck_km == pytest.approx([0.4 / KM_EAST, 0.1 / KM_NORTH], rel=1e-3)
    at_180 = measures_of(corridors_of([shapely.LineString([(179.99, 0), (179.99, 0.1)])], [strip]))
    assert (at_180.depth_km[0], at_180.neck_km[0]) == pytest.approx((5.529, 0.4 / KM_EAST), rel=1e-2)


def test_ellipsoidal_at_any_latitude():
    """Half a degree of latitude at 60° N is 55.7 km, one degree of longitude at 60.25° N is 55.4 km."""
    territory = shapely.box(30, 60, 31, 60.5)
    found = measures_of(corridors_of(["LINESTRING (30 60.25, 31 60.25)"], [territory]))
    assert found.neck_km[0] == pytest.approx(55.71, abs=0.05)
    assert found.depth_km[0] == pytest.approx(27.69, abs=0.06)


def test_no_corridors():
    found = measures_of(corridors_of([], [STRIP]))
    assert len(found.depth_km) == len(found.neck_km) == len(found.neck) == 0


def test_progress_rises_and_cancel_propagates():
    recorder = Recorder()
    measures_of(corridors_of([path((0, 5), (40, 5))] * 1200, [STRIP]), recorder)
    assert recorder.rises and recorder.percents[0] == 0 and len(recorder.percents) >= 3

    with pytest.raises(Cancelled):
        measures_of(corridors_of([path((0, 5), (40, 5))], [STRIP]), Recorder(cancel_after=0))


def random_case(seed, territories=3, rows=12):
    rng = np.random.default_rng(seed)
    angle = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    shapes = []
    for _ in range(territories):
        radius = 0.3 * (1 + 0.3 * np.sin(3 * angle + rng.uniform(0, 6)) + 0.1 * rng.standard_normal(60))
        shapes.append(shapely.Polygon(np.column_stack([36 + radius * np.cos(angle), 35 + radius * np.sin(angle)])))
    shapes = [shapely.make_valid(shape) for shape in shapes]
    found = []
    while len(found) < rows:
        territory = int(rng.integers(territories))
        way = shapely.LineString(rng.uniform((35.6, 34.6), (36.4, 35.4), (3, 2)))
        inside = shapely.get_parts(shapely.intersection(way, shapes[territory]))
        found += [[(territory, part)] for part in inside if shapely.length(part) > 0.01]
    return found[:rows], shapes


@pytest.mark.parametrize("seed", range(3))
def test_random_corridors_against_brute_force(seed):
    rows, shapes = random_case(seed)
    found = measures_of(corridors_of(rows, shapes))
    scale = np.cos(np.radians(35))
    for row, [(territory, way)] in enumerate(rows):
        border, fine = shapely.boundary(shapes[territory]), shapely.segmentize(way, 0.0005)
        depth = nearest_km(shapely.points(shapely.get_coordinates(fine)), border).max()
        assert depth * 0.994 - DEPTH_KM <= found.depth_km[row] <= depth * 1.006 + 0.03
        brute = least_chord(shapes[territory], way, scale)
        assert found.neck_km[row] >= brute * 0.98
        assert found.neck_km[row] == pytest.approx(lengths_km(found.neck[row])[0])
        assert shapely.distance(found.neck[row], way) < 1e-6
        assert shapely.covers(shapely.buffer(shapes[territory], 1e-6), found.neck[row])


def least_chord(territory, way, scale):
    """Return the shortest chord at points 50 m apart, without slightly less than a tenth at each end."""
    flat = shapely.transform(way, lambda xy: xy * (scale, 1))
    territory = shapely.transform(territory, lambda xy: xy * (scale, 1))
    least = np.inf
    for share in np.arange(0.099, 0.901, 0.0005 / flat.length):
        at = np.array(flat.interpolate(share, normalized=True).coords[0])
        before, after = (np.array(flat.interpolate(share + off, normalized=True).coords[0]) for off in (-1e-6, 1e-6))
        across = np.array([-(after - before)[1], (after - before)[0]])
        across *= 3 / np.hypot(*across)
        pieces = shapely.get_parts(shapely.intersection(territory, shapely.LineString([at - across, at + across])))
        near = pieces[shapely.distance(pieces, shapely.Point(at)) < 1e-7]
        least = min(least, *(shapely.length(near) * 110.9)) if len(near) else least
    return least
