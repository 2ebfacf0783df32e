"""Blocks of paths and events: the pairs in them, and the validity of their bounds anywhere on the Earth."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
import shapely
from pyproj import Geod

from syria_control_plugin.core.corridors import evidence
from syria_control_plugin.core.corridors.evidence import Days, blocks_of_pairs, distances_of_pairs_km

WGS84 = Geod(ellps="WGS84")
EVERY_DAY = (np.datetime64("2017-01-01"), np.datetime64("2017-12-31"))


def days_of(*spans) -> Days:
    """Return first and last days of October."""
    return Days(*(np.array([f"2017-10-{day:02}" for day in column], "datetime64[D]") for column in zip(*spans)))


def all_year(count) -> Days:
    return Days(*(np.full(count, day) for day in EVERY_DAY))


def blocks(ways, lonlat, days=0):
    paths = np.array([shapely.LineString(way) for way in ways], object)
    return list(blocks_of_pairs(paths, all_year(len(paths)), lonlat, all_year(len(lonlat)), days))


def true_km(way, place) -> float:
    """Return the distance to the nearest of its vertices and of many points between them."""
    along = shapely.line_interpolate_point(shapely.LineString(way), np.linspace(0, 1, 2001), normalized=True)
    points = np.concatenate([way, shapely.get_coordinates(along)])
    return WGS84.inv(*points.T, *np.broadcast_to(place, points.shape).T)[2].min() / 1e3


@pytest.mark.parametrize("lat", [0, 35, -60, 85])
@pytest.mark.parametrize("lon", [37, 179.5, -180])
@pytest.mark.parametrize("size", [0.01, 0.5, 8])
def test_bounds_hold_for_the_distance_on_the_ellipsoid(lat, lon, size):
    rng = np.random.default_rng(3)
    ways = [(lon, lat) + rng.uniform(-size, size, (4, 2)) * (1, 0.5) for _ in range(5)]
    lonlat = (lon, lat) + rng.uniform(-2 * size, 2 * size, (12, 2)) * (1, 0.5)
    lonlat[:, 0] = (lonlat[:, 0] + 180) % 360 - 180
    (block,) = blocks(ways, lonlat)
    km = np.array([[true_km(way, place) for place in lonlat] for way in ways])
    spread = 2 * block.radius_km.max() + 0.01  # distance between the bounds, and half the spacing of the points above
    for limit in np.quantile(km, [0, 0.1, 0.5, 0.9, 1]):
        assert block.may_be_within(limit)[km <= limit].all()
        assert not block.may_be_within(limit)[km > limit + spread].any()


def test_paths_are_sampled_every_two_km_or_at_32_places():
    """The paths are 10, 30 and 3,000 km along the equator; the last is sampled every 94 km."""
    ways = [((0, 0), (km / 111.3195, 0)) for km in (10, 30, 3000)]
    (block,) = blocks(ways, np.array([[0, 1]]))
    assert block.radius_km == pytest.approx([5 / 6, 15 / 16, 3000 / 64], rel=0.01)


@pytest.mark.parametrize("way", [((0, 10), (60, 80)), ((60, 80), (0, 10)), ((0, -80), (60, 80)), ((0, -85), (90, -80))])
def test_bounds_hold_along_edges_across_continents(way):
    """A degree of longitude is longest at the point of the edge nearest to the equator, even between its ends."""
    rng = np.random.default_rng(1)
    lonlat = shapely.get_coordinates(shapely.line_interpolate_point(shapely.LineString(way), rng.random(200), True))
    (block,) = blocks([way], lonlat)
    assert block.may_be_within(0).all()


@pytest.mark.parametrize("lat", [0, 35, 60, 89])
def test_chords_are_hardly_shorter_than_paths_on_the_ellipsoid(lat):
    """They are shorter by at most half a centimetre in 30 km. The paths have no length, with one sample each."""
    lon, lats, _ = WGS84.fwd(np.zeros(8), np.full(8, lat), np.arange(0, 360, 45), np.full(8, 30e3))
    (block,) = blocks([((x, y), (x, y)) for x, y in zip(lon, lats)], np.array([[0.0, lat]]))
    assert (block.radius_km == 0).all()
    assert (block.chord_km <= 30 + 1e-6).all() and (block.chord_km >= 30 - 5e-5).all()


def test_a_path_without_length_between_others_and_repeated_vertices():
    ways = [((0, 0), (1, 0)), ((37, 35), (37, 35)), ((20, 35), (20, 35), (20, 35), (20.001, 35))]
    (block,) = blocks(ways, np.array([[1.0, 0], [37, 35], [20, 35]]))
    assert block.chord_km.diagonal() == pytest.approx([1.74, 0, 0.05], abs=0.01)
    assert block.may_be_within(0).diagonal().all()


def test_infinite_limits_and_limits_beyond_the_earths_circumference():
    (block,) = blocks([((0, 0), (1, 0))], np.array([[179.0, 1], [0, 0]]))
    assert block.may_be_within(np.array([np.inf, 0])).tolist() == [[True, True]]


def test_days_from_passage_to_event():
    paths = np.array([shapely.LineString([(0, 0), (1, 0)])] * 2, object)
    passages, happened = days_of((10, 10), (12, 14)), days_of((8, 9), (10, 13), (15, 20))
    (block,) = blocks_of_pairs(paths, passages, np.zeros((3, 2)), happened, 31)
    assert block.days.tolist() == [[-1, 0, 5], [-3, 0, 1]]
    assert passages.count.tolist() == [1, 3]


def test_every_pair_within_the_time_limit_is_in_one_block_of_limited_size(monkeypatch):
    monkeypatch.setattr(evidence, "_PATHS_AT_ONCE", 5)
    monkeypatch.setattr(evidence, "_EVENTS_AT_ONCE", 8)
    rng = np.random.default_rng(0)
    paths = np.array([shapely.LineString([(0, 0), (1, 0)])] * 33, object)
    first, begin = rng.integers(1, 29, 33), rng.integers(1, 29, 70)
    passages = days_of(*zip(first, first + rng.integers(0, 3, 33)))
    happened = days_of(*zip(begin, begin + rng.integers(0, 3, 70)))
    found = []
    for block in blocks_of_pairs(paths, passages, np.zeros((70, 2)), happened, 2):
        assert block.days.shape == block.chord_km.shape == (len(block.path), len(block.event))
        assert len(block.path) <= 5 and len(block.event) <= 8
        row, column = np.nonzero(np.abs(block.days) <= 2)
        found += zip(block.path[row].tolist(), block.event[column].tolist())
    margin = np.timedelta64(2, "D")
    expected = [
        (path, event)
        for path in range(33)
        for event in range(70)
        if passages.first[path] - margin <= happened.last[event]
        and happened.first[event] - margin <= passages.last[path]
    ]
    assert sorted(found) == expected


def test_distances_of_pairs_are_those_on_the_ellipsoid():
    rng = np.random.default_rng(5)
    ways = [(37, 35) + rng.uniform(-0.3, 0.3, (5, 2)) for _ in range(4)]
    lonlat = (37, 35) + rng.uniform(-0.5, 0.5, (30, 2))
    path, point = (pairs.ravel() for pairs in np.indices((4, 30)))
    paths = np.array([shapely.LineString(way) for way in ways], object)
    km = distances_of_pairs_km(paths, lonlat, path, point)
    assert km == pytest.approx([true_km(ways[a], lonlat[b]) for a, b in zip(path, point)], rel=1e-3, abs=0.02)


@pytest.mark.parametrize("way", [[(37, 35)] * 2, [(37, 35), (37, 35), (37.1, 35)], [(36.9, 35), (37, 35), (37, 35)]])
def test_a_mover_that_stands_still_is_as_near_as_its_place(way):
    place = np.array([(37.0, 35.1)])
    (km,) = distances_of_pairs_km(np.array([shapely.LineString(way)], object), place, np.array([0]), np.array([0]))
    assert km == pytest.approx(true_km(np.array(way), place[0]), rel=1e-3)


def test_shapely_logs_no_warning_for_such_lines():
    code = (
        "import syria_control_plugin.core, shapely\n"
        "print(shapely.distance(shapely.Point(0, 1), shapely.LineString([(0, 0), (0, 0)])))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("1.0\n", "")
