"""Long-running functions of the core report their progress date by date, and stop when they are cancelled."""

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
from syria_control_plugin.core.errors import Cancelled
from syria_control_plugin.core.feedback import SubFeedback, report_progress
from tests.core.recorder import Recorder

FIRST = np.datetime64("2017-10-01", "s")
DAY = np.timedelta64(86400, "s")
DAYS = 8

WORK = {
    "areas_over_time": lambda series, feedback: areas_over_time(series, feedback),
    "check_series": lambda series, feedback: check_series(series, feedback=feedback),
    "front_lines": lambda series, feedback: front_lines(series, feedback=feedback),
    "front_shifts": lambda series, feedback: front_shifts(front_lines(series), feedback),
    "pockets_in": lambda series, feedback: pockets_in(series, feedback=feedback),
    "retaken_ground": lambda series, feedback: retaken_ground(series, "A", "B", FIRST, feedback),
}


def moving_border() -> ControlSeries:
    """Return a series in which A takes a strip of B's territory every day."""
    return series_from_maps(
        {
            FIRST + day * DAY: {"A": shapely.box(36, 35, 36.1 + day / 100, 35.1),
                                "B": shapely.box(36.1 + day / 100, 35, 36.3, 35.1)}
            for day in range(DAYS)
        },
        "maps",
    )  # fmt: skip


def overlapping() -> ControlSeries:
    """Return a series in which A and B both hold a strip, another one every day."""
    cells = {
        FIRST + day * DAY: {"A": shapely.box(36, 35, 36.2 + day / 100, 35.1), "B": shapely.box(36.1, 35, 36.4, 35.1)}
        for day in range(DAYS)
    }
    return series_from_maps(cells, "maps")


@pytest.mark.parametrize("name", WORK)
def test_progress_rises_on_every_date(name):
    recorder = Recorder()
    WORK[name](moving_border(), recorder)
    assert recorder.rises and recorder.percents[-1] < 100
    assert len(set(recorder.percents)) >= DAYS


@pytest.mark.parametrize("name", WORK)
def test_cancel_propagates(name):
    recorder = Recorder(cancel_after=3)
    with pytest.raises(Cancelled):
        WORK[name](moving_border(), recorder)
    assert len(recorder.percents) == 3


def test_overlays_of_many_pairs_can_be_cancelled(monkeypatch):
    monkeypatch.setattr(overlaps, "_AT_ONCE", 3)
    recorder = Recorder()
    whole = overlaps.contested_territory(overlapping(), feedback=recorder)
    assert recorder.percents == [0, 37.5, 75]
    monkeypatch.undo()
    at_once = overlaps.contested_territory(overlapping())
    assert (whole.pair == at_once.pair).all() and whole.area_km2.tolist() == at_once.area_km2.tolist()
    assert len(whole) == DAYS


def test_sub_feedback_lies_between_start_and_stop():
    recorder = Recorder()
    part = SubFeedback(recorder, 50, 75)
    for percent in (0, 50, 100):
        report_progress(part, percent)
    assert recorder.percents == [50, 62.5, 75]


def test_sub_feedback_is_cancelled_with_the_whole():
    with pytest.raises(Cancelled):
        report_progress(SubFeedback(Recorder(cancel_after=0), 50, 75), 0)
