"""The share that the mover's bloc took along a corridor afterwards. The area is 10 km × 2 km along a path of day 0."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.corridors.areas import advances_along
from syria_control_plugin.core.errors import CorridorsError
from syria_control_plugin.core.factions.blocs import Blocs
from tests.core.corridor_cases import DAY, FIRST, corridors_of, path, square
from tests.core.recorder import Recorder

STRIP = square(0, 0, 40, 10)
AREA = square(19, 0, 21, 10)
SOUTH = square(0, 0, 40, 5)  # half of it


def series(*rows) -> ControlSeries:
    """Return the series of rows (faction, territory, first day, end day or None[, source])."""
    return ControlSeries(
        faction=[row[0] for row in rows],
        start=[FIRST + np.timedelta64(int(row[2] * 86400), "s") for row in rows],
        end=[np.datetime64("NaT") if row[3] is None else FIRST + row[3] * DAY for row in rows],
        geometry=[row[1] for row in rows],
        source=[row[4] if len(row) > 4 else "maps" for row in rows],
    )


def advance(*rows, days=7, bloc_of=None, area=AREA, **columns):
    found = advances_along(corridors_of([path((20, 0), (20, 10))], [STRIP], **columns), [area],
                           series(*rows), Blocs.always(bloc_of or {}), days)  # fmt: skip
    km2, share = found.taken_km2[0], found.taken_share[0]
    return "unknown" if np.isnan(km2) else (round(float(km2), 2), round(float(share), 3))


HOST = ("B", STRIP, 0, None)
LATER = ("C", square(90, 0, 99, 10), 1, None)  # a map of the next day exists


def test_half_is_taken_three_days_later():
    assert advance(("B", STRIP, 0, 3), ("B", STRIP - SOUTH, 3, None), ("A", SOUTH, 3, None)) == (10, 0.5)


def test_no_gain_is_0_and_not_unknown():
    assert advance(HOST, LATER) == (0, 0)
    assert advance(HOST, LATER, ("A", square(40, 0, 50, 10), 0, None)) == (0, 0)


@pytest.mark.parametrize(
    ("day", "days", "share"),
    [
        (8, 7, 0.5),  # the passage's day ends when day 1 begins: seven days later is the start of day 8
        (8.001, 7, 0),
        (1, 0, 0.5),
        (1.001, 0, 0),
        (0.5, 0, 0.5),  # while the passage lasts
        (0, 7, 0),  # when it begins: from then on it was not the host's territory
    ],
)
def test_gains_count_up_to_a_number_of_days_after_the_passage(day, days, share):
    assert advance(HOST, LATER, ("A", SOUTH, day, None), days=days)[1] == share


def test_territory_taken_and_lost_again_counts_and_each_place_once():
    north = square(0, 4, 40, 10)
    assert advance(HOST, ("A", SOUTH, 2, 3), ("A", north, 5, None))[1] == 1
    assert advance(HOST, ("A", SOUTH, 2, 3))[1] == 0.5


def test_only_gains_of_the_movers_bloc_count():
    ours = {"A": "us", "A2": "us"}
    assert advance(HOST, ("A2", SOUTH, 2, None), bloc_of=ours)[1] == 0.5
    assert advance(HOST, ("A2", SOUTH, 2, None))[1] == 0
    assert advance(HOST, ("C", SOUTH, 2, None), bloc_of=ours)[1] == 0


def test_territory_held_at_the_start_of_the_passage_is_not_taken():
    """A holds a quarter at first (contested with B), and later half."""
    assert advance(HOST, ("A", square(0, 0, 40, 2.5), 0, 4), ("A", SOUTH, 4, None)) == (5, 0.25)


def test_other_sources_do_not_count():
    assert advance(HOST, LATER, ("A", SOUTH, 2, None, "others"))[1] == 0


def test_the_share_is_unknown_if_the_source_has_no_data_afterwards():
    assert advance(("B", STRIP, 0, 1), ("A", SOUTH, 9, None)) == "unknown"
    assert advance(("B", STRIP, 0, 1), ("A", SOUTH, 2, None, "others")) == "unknown"
    assert advance(("A", SOUTH, 0.5, 1)) == "unknown"  # held only during the passage
    assert advance() == "unknown"
    assert advance(("B", STRIP, 0, 2)) == (0, 0)  # known for one day of it
    assert advance(("B", STRIP, 8, None)) == (0, 0)  # known for its last moment


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ((), "unknown"),  # the last map remains valid, without a later map
        ((("C", SOUTH, 0, None),), "unknown"),
        ((("C", SOUTH, 8.001, None),), "unknown"),  # the map is too late
        ((("C", SOUTH, 8, None),), (0, 0)),
        ((("C", SOUTH, 0.5, None),), (0, 0)),  # a map of noon of the same day
        ((("C", SOUTH, 0, 20),), "unknown"),  # until a much later map
        ((("C", SOUTH, 0, 8),), (0, 0)),
        ((("C", SOUTH, 0, 1),), (0, 0)),  # absent from the map of the next day
        ((("C", SOUTH, 8.001, None), ("C", SOUTH, 1, 2)), (0, 0)),
    ],
)
def test_only_a_later_map_shows_that_nothing_was_taken(later, expected):
    assert advance(HOST, *later) == expected


def test_corridors_of_several_sources_use_their_own_maps():
    corridors = corridors_of([path((20, 0), (20, 10))] * 2, [STRIP], map_source=np.array(["maps", "others"], object))
    rows = series(HOST, LATER, ("B", STRIP, 0, None, "others"), ("A", SOUTH, 2, None, "others"))
    assert advances_along(corridors, [AREA] * 2, rows).taken_share == pytest.approx([0, 0.5], abs=1e-3)


def test_timed_passages_end_with_their_exit():
    times = {"start": FIRST, "end": FIRST + DAY // 2, "is_timed": True}
    assert advance(HOST, ("A", SOUTH, 7.5, None), **times)[1] == 0.5
    assert advance(HOST, LATER, ("A", SOUTH, 7.6, None), **times)[1] == 0


def test_a_corridor_without_an_area_has_no_share():
    corridors = corridors_of([path((20, 0), (20, 10))], [STRIP])
    found = advances_along(corridors, [shapely.MultiPolygon()], series(HOST, LATER))
    assert found.taken_km2.tolist() == [0] and np.isnan(found.taken_share[0])


@pytest.mark.parametrize("turn", [0, 360, -360])
@pytest.mark.parametrize("is_split", [True, False])
def test_across_the_antimeridian(turn, is_split):
    area = shapely.box(179.9 + turn, 0, 180.1 + turn, 0.1)
    territory = shapely.box(179, 0, 181, 0.05)
    if is_split:
        territory = shapely.union_all([shapely.box(179, 0, 180, 0.05), shapely.box(-180, 0, -179, 0.05)])
    assert advance(HOST, ("A", territory, 2, None), area=area)[1] == 0.5


def test_many_at_once_in_any_order():
    """Corridors of two movers on different days each have their own rows."""
    n = 250
    mover = np.where(np.arange(n) % 2, "A", "C").astype(object)
    corridors = corridors_of([path((20, 0), (20, 10))] * n, [STRIP], mover=mover, day=np.arange(n) % 10)
    recorder = Recorder()
    rows = series(HOST, ("B", STRIP, 10, None), ("A", SOUTH, 8, None))
    found = advances_along(corridors, [AREA] * n, rows, feedback=recorder)
    day = np.arange(n) % 10
    assert found.taken_share == pytest.approx(np.where((mover == "A") & (day < 8), 0.5, 0), abs=1e-3)
    assert recorder.rises and len(recorder.percents) > 2 and recorder.percents[-1] < 100
    assert len(advances_along(corridors_of([], [STRIP]), [], series(HOST))) == 0


@pytest.mark.parametrize("days", [-1, 1.5, True, "7"])
def test_invalid_numbers_of_days_are_rejected(days):
    with pytest.raises(CorridorsError, match="whole number"):
        advance(HOST, days=days)


def test_areas_of_other_corridors_are_rejected():
    with pytest.raises(CorridorsError, match="number of areas, 1, differs from the number of corridors, 0"):
        advances_along(corridors_of([], [STRIP]), [AREA], series(HOST))
