"""Interpolated corridors: no reported position inside the host's territory, and no report of the passage itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.corridors.corridors import INTERPOLATED, OBSERVED
from syria_control_plugin.core.corridors.observed import observed_corridors
from syria_control_plugin.core.factions.blocs import Blocs
from syria_control_plugin.core.movements.movements import ANY_HOST
from tests.core.test_observed_corridors import drawn, held, maps, square, timed


def bases(movements, series, bloc_of=None):
    corridors = observed_corridors(movements, series, Blocs.always(bloc_of or {})).corridors
    return list(zip(corridors.host, corridors.basis, corridors.route_assumed))


def test_a_line_between_two_positions_outside_is_interpolated():
    assert bases(drawn(0.5, 2.5), maps(d0="ABC")) == [("B", INTERPOLATED, True), ("C", OBSERVED, False)]
    assert bases(timed((0, 0.5), (24, 2.5)), maps(d0="AB.")) == [("B", INTERPOLATED, True)]


def test_a_reported_position_inside_makes_it_observed():
    assert bases(drawn(0.5, 1.5, 2.5), maps(d0="AB.")) == [("B", OBSERVED, False)]


def test_an_estimated_position_inside_does_not():
    movement = replace(drawn(0.5, 1.5, 2.5), is_reported=[True, False, True])
    assert bases(movement, maps(d0="AB.")) == [("B", INTERPOLATED, True)]


@pytest.mark.parametrize(("named", "basis"), [(("B",), OBSERVED), ((ANY_HOST,), OBSERVED), (("C",), INTERPOLATED)])
def test_a_source_that_reports_the_passage_through_the_host_makes_it_observed_along_an_assumed_route(named, basis):
    movement = replace(drawn(0.5, 2.5), passage_reported=[named])
    assert bases(movement, maps(d0="AB.")) == [("B", basis, True)]


def test_a_position_on_the_border_is_not_inside():
    assert bases(drawn(0.5, 1.0, 2.0, 2.5), maps(d0="AB.")) == [("B", INTERPOLATED, True)]
    touching = drawn((0.5, 0.5), (1.5, 1.0), (2.5, 0.5))  # the vertex touches the upper border from inside
    assert bases(touching, maps(d0="AB.")) == [("B", INTERPOLATED, True)]


def test_a_position_counts_only_while_the_host_holds_the_territory():
    series = held(("B", square(1), 0, 1))
    assert bases(timed((0, 0.5), (24, 1.5), (48, 2.5)), series) == [("B", INTERPOLATED, True)]
    assert bases(timed((0, 0.5), (23, 1.5), (48, 2.5)), series) == [("B", OBSERVED, False)]


def test_a_last_position_at_the_moment_of_the_next_map_counts_if_the_host_still_holds_it():
    assert bases(timed((0, 0.5), (24, 1.5)), maps(d0="AB.", d1="AB.", d2="CB.")) == [("B", OBSERVED, False)]
    changed = maps(d0="AB.", d1="CB.")  # the host's territory is stored as one row or as two
    assert bases(timed((0, 0.5), (24, 1.5)), changed) == [("B", OBSERVED, False)]
    two_rows = held(("B", square(1), 0, 1), ("B", square(1), 1, 2))
    assert bases(timed((0, 0.5), (24, 1.5)), two_rows) == [("B", OBSERVED, False)]
    assert bases(timed((0, 0.5), (24, 1.5)), held(("B", square(1), 0, 1), ("C", square(1), 1, 2)))[0] == (
        "B", INTERPOLATED, True,
    )  # fmt: skip


def test_an_estimated_position_beside_the_territory_makes_the_route_assumed():
    movement = replace(drawn(0.5, 1.5, 2.5), is_reported=[False, True, True])
    assert bases(movement, maps(d0="AB.")) == [("B", OBSERVED, True)]


def brute_force(movements, series, corridors, row):
    """Return whether any reported fix of a corridor's movement, one by one, lies inside the host's territory in it."""
    number = list(movements.id).index(corridors.movement[row])
    host = corridors.host[row]
    if host in movements.passage_reported[number] or ANY_HOST in movements.passage_reported[number]:
        return True
    for fix in range(movements.first[number], movements.first[number + 1]):
        if not movements.is_reported[fix]:
            continue
        time, point = movements.time[fix], shapely.Point(movements.lonlat[fix])
        moment = movements.start[number] if np.isnat(time) else time
        if not np.isnat(time) and not corridors.start[row] <= time.astype("datetime64[s]") <= corridors.end[row]:
            continue
        if shapely.distance(corridors.path[row], point) > 1e-9:
            continue
        for holder, geometry, start, end in zip(series.faction, series.geometry, series.start, series.end):
            is_held = holder == host and start <= moment and (np.isnat(end) or moment < end)
            if is_held and geometry.contains(point) and geometry.boundary.distance(point) > 1e-8:
                return True
    return False


@pytest.mark.parametrize("is_timed", [True, False])
def test_the_basis_is_that_of_brute_force_on_random_boards(is_timed):
    random = np.random.default_rng(14)
    counts = {OBSERVED: 0, INTERPOLATED: 0}
    for _ in range(300):
        boards = {f"d{day}": "".join(random.choice(list("ABC.ab"), 5)) for day in (0, 2, 4)}
        series = maps(**boards)
        # Halves put many positions on borders; no two are at one place, so that a place is passed once.
        xs = random.permutation(np.arange(0, 11) / 2)[: random.integers(2, 6)]
        points = list(zip(np.sort(xs), random.choice([0.25, 0.5, 1.0], len(xs))))
        if is_timed:
            hours = np.sort(random.choice(np.arange(0, 144, 6), len(xs), replace=False))
            movement = timed(*((hour, *point) for hour, point in zip(hours, points)))
        else:
            movement = drawn(*points)
        named = [(), (), ("B",), ("C",), (ANY_HOST,)][random.integers(5)]
        movement = replace(movement, is_reported=random.random(len(xs)) < 0.6, passage_reported=[named])
        corridors = observed_corridors(movement, series).corridors
        for row in range(len(corridors)):
            expected = OBSERVED if brute_force(movement, series, corridors, row) else INTERPOLATED
            assert corridors.basis[row] == expected, (boards, points, named, movement.is_reported)
            counts[expected] += 1
    assert min(counts.values()) > 20
