"""Long work in the core tells how far it is, date by date, and ends when what it calls raises."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.control import overlaps
from syria_control_plugin.core.control.areas_over_time import areas_over_time
from syria_control_plugin.core.control.checks import check_series
from syria_control_plugin.core.control.control_changes import retaken_ground
from syria_control_plugin.core.control.fronts import front_lines, front_shifts
from syria_control_plugin.core.control.pockets import pockets_in
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.control.snapshots import series_from_maps
from syria_control_plugin.core.feedback import part_of

FIRST = np.datetime64("2017-10-01", "s")
DAY = np.timedelta64(86400, "s")
DAYS = 8

WORK = {
    "areas_over_time": lambda series, tell: areas_over_time(series, tell),
    "check_series": lambda series, tell: check_series(series, tell=tell),
    "front_lines": lambda series, tell: front_lines(series, tell=tell),
    "front_shifts": lambda series, tell: front_shifts(front_lines(series), tell),
    "pockets_in": lambda series, tell: pockets_in(series, tell=tell),
    "retaken_ground": lambda series, tell: retaken_ground(series, "A", "B", FIRST, tell),
}


class Enough(Exception):
    pass


def moving_border() -> ControlSeries:
    """A takes a strip of B's ground every day."""
    return series_from_maps(
        {
            FIRST + day * DAY: {"A": shapely.box(36, 35, 36.1 + day / 100, 35.1),
                                "B": shapely.box(36.1 + day / 100, 35, 36.3, 35.1)}
            for day in range(DAYS)
        },
        "maps",
    )  # fmt: skip


def overlapping() -> ControlSeries:
    """A and B both hold a strip, another one every day."""
    cells = {
        FIRST + day * DAY: {"A": shapely.box(36, 35, 36.2 + day / 100, 35.1), "B": shapely.box(36.1, 35, 36.4, 35.1)}
        for day in range(DAYS)
    }
    return series_from_maps(cells, "maps")


@pytest.mark.parametrize("name", WORK)
def test_it_is_told_on_every_date_and_only_rises(name):
    told: list[float] = []
    WORK[name](moving_border(), told.append)
    assert len(set(told)) >= DAYS
    assert told == sorted(told) and told[0] >= 0 and told[-1] < 1


@pytest.mark.parametrize("name", WORK)
def test_what_is_called_ends_the_work(name):
    told: list[float] = []

    def stop(done):
        told.append(done)
        if len(told) == 3:
            raise Enough

    with pytest.raises(Enough):
        WORK[name](moving_border(), stop)
    assert len(told) == 3


def test_overlays_of_many_pairs_can_be_ended(monkeypatch):
    monkeypatch.setattr(overlaps, "_AT_ONCE", 3)
    told: list[float] = []
    whole = overlaps.contested_territory(overlapping(), tell=told.append)
    assert told == [0, 3 / 8, 6 / 8]
    monkeypatch.undo()
    at_once = overlaps.contested_territory(overlapping())
    assert (whole.pair == at_once.pair).all() and whole.area_km2.tolist() == at_once.area_km2.tolist()
    assert len(whole) == DAYS


def test_a_part_lies_between_its_ends():
    told: list[float] = []
    tell = part_of(told.append, 0.5, 0.75)
    for done in (0, 0.5, 1):
        tell(done)
    assert told == [0.5, 0.625, 0.75]
