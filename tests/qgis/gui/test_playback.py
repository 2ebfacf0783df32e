"""The playback against a real canvas and a real temporal controller, dates that come at odd intervals, offscreen."""

import sys
import time

import numpy as np
import pytest
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsFeature,
    QgsGeometry,
    QgsInterval,
    QgsRectangle,
    QgsTemporalNavigationObject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsTemporalControllerWidget
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QEventLoop, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QSignalSpy
from qgis.PyQt.QtWidgets import QSlider

from syria_control_plugin.case.qgis_values import to_qt
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.errors import SeriesError
from syria_control_plugin.gui.timeline.date_caption import DateCaption
from syria_control_plugin.gui.timeline.map_dates import BEFORE_ALL, MapDates
from syria_control_plugin.gui.timeline.playback import Playback
from syria_control_plugin.mapping.layers.temporal import follow_stated_periods, show_day

OFF, FIXED, ANIMATED = (
    Qgis.TemporalNavigationMode.NavigationOff,
    Qgis.TemporalNavigationMode.FixedRange,
    Qgis.TemporalNavigationMode.Animated,
)
# A day, four days, 18 hours, eleven days.
DATES = np.array(["2017-10-08", "2017-10-09", "2017-10-13", "2017-10-13T18:00", "2017-10-24"], "M8[s]")
CHANGED = [np.nan, 12.0, 0.0, 40.5, 0.0]
DAILY = np.datetime64("2017-01-01", "s") + np.arange(500) * np.timedelta64(86400, "s")


def process(milliseconds=20):
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, milliseconds)


def wait_until(is_so, seconds=30):
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, "it did not come about"
        process()


def layer_of(dates):
    """A polygon a date, shown from it until the next one; the further on, the further to the right."""
    fields = f"field={f.VALID_FROM}:datetime&field={f.VALID_TO}:datetime"
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:4326&{fields}", "control", "memory")
    ends = [*(to_qt(moment) for moment in dates[1:]), QDateTime()]
    features = []
    for number, (moment, end) in enumerate(zip(dates, ends)):
        feature = QgsFeature(layer.fields())
        left = 10 * number / len(dates)
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 0, left + 10 / len(dates), 10)))
        feature.setAttributes([to_qt(moment), end])
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    follow_stated_periods(layer)
    return layer


class Screen:
    """A canvas with a layer and a temporal controller, as QGIS's main window has them; and how often it has drawn."""

    def __init__(self, dates=DATES):
        self.layer = layer_of(dates)
        self.canvas = QgsMapCanvas()
        self.controller = QgsTemporalNavigationObject()
        self.canvas.setTemporalController(self.controller)
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
        self.canvas.resize(200, 200)
        self.canvas.setExtent(QgsRectangle(0, 0, 10, 10))
        self.canvas.setLayers([self.layer])
        self.canvas.show()
        self.refresh()
        self.frames = QSignalSpy(self.canvas.mapCanvasRefreshed)

    def close(self):
        """QGIS must not end before the canvas does."""
        self.controller.pause()
        self.canvas.stopRendering()
        self.canvas.deleteLater()
        QCoreApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete, which a nested loop leaves waiting

    def refresh(self):
        spy = QSignalSpy(self.canvas.mapCanvasRefreshed)
        self.canvas.refresh()
        wait_until(lambda: len(spy) and not self.canvas.isDrawing())

    def begin(self):
        return self.canvas.temporalRange().begin().toString("yyyy-MM-ddTHH:mm:ss")

    def drawn(self, dates=DATES):
        """The numbers of the dates whose polygons are on the canvas's picture."""
        image = self.canvas.grab().toImage()
        white = self.canvas.canvasColor()
        width = image.width() / len(dates)
        pixels = [image.pixelColor(int((number + 0.5) * width), 100) for number in range(len(dates))]
        return [number for number, pixel in enumerate(pixels) if pixel != white]


@pytest.fixture(autouse=True)
def no_swallowed_errors(monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: caught.append(error))
    yield
    assert not caught, caught


@pytest.fixture
def screen(qgis_app):
    made = Screen()
    yield made
    made.close()


@pytest.fixture
def playback(screen):
    made = Playback(screen.canvas)
    made.set_dates(DATES, CHANGED)
    yield made
    made.close()


def told(playback):
    """What date_changed tells from now on, as texts."""
    found = []
    playback.date_changed.connect(lambda date: found.append(None if date is None else str(date)))
    return found


def shown_for_good(screen, playback, date):
    wait_until(lambda: playback._gate.is_open and playback.wanted_date == np.datetime64(date, "s"))
    return screen.drawn()


# The dates


@pytest.mark.parametrize(
    "moment, index",
    [
        ("2017-10-07T23:59:59", BEFORE_ALL),
        ("2017-10-08T00:00:00", 0),
        ("2017-10-08T23:59:59", 0),
        ("2017-10-12", 1),
        ("2017-10-13T17:59:59", 2),
        ("2017-10-13T18:00:00", 3),
        ("2030-01-01", 4),
    ],
)
def test_a_map_is_valid_from_its_date_until_the_next_one(moment, index):
    assert MapDates.of(DATES).index_at(moment) == index


@pytest.mark.parametrize(
    "index, direction, to_change, found",
    [
        (0, 1, False, 1),
        (0, -1, False, 0),
        (4, 1, False, 4),
        (BEFORE_ALL, 1, False, 0),
        (BEFORE_ALL, -1, False, BEFORE_ALL),
        (1, 1, True, 3),
        (3, 1, True, 3),
        (4, -1, True, 3),
        (3, -1, True, 1),
        (1, -1, True, 1),
    ],
)
def test_steps_to_dates_and_to_changes(index, direction, to_change, found):
    """Ground changed at dates 1 and 3 only."""
    assert MapDates.of(DATES, CHANGED).step(index, direction, to_change) == found


@pytest.mark.parametrize(
    "dates, changed, words",
    [
        (["2017-10-09", "2017-10-08"], None, "2017-10-08T00:00:00 follows 2017-10-09T00:00:00"),
        (["2017-10-09", "2017-10-09"], None, "follows"),
        (["2017-10-09", "NaT"], None, "no date"),
        (["2017-10-09"], [1, 2], "1 dates and 2"),
    ],
)
def test_dates_that_are_no_series_are_refused(dates, changed, words):
    with pytest.raises(SeriesError, match=words):
        MapDates.of(np.array(dates, "M8[s]"), changed)


# Driving


@pytest.mark.parametrize("index", range(5))
def test_a_date_shows_its_map_and_no_other(screen, playback, index):
    playback.show(DATES[index])
    assert playback.date == DATES[index]
    assert screen.begin() == str(DATES[index])
    assert shown_for_good(screen, playback, DATES[index]) == [index]


def test_a_moment_between_dates_shows_the_map_valid_then(screen, playback):
    playback.show("2017-10-20T12:00")
    assert playback.date == DATES[3] and shown_for_good(screen, playback, DATES[3]) == [3]


def test_a_date_before_all_maps_shows_the_first(screen, playback):
    playback.show("2001-01-01")
    assert playback.date == DATES[0]


def test_the_controller_steps_from_map_to_map(screen, playback):
    playback.show(DATES[0])
    controller = screen.controller
    assert controller.frameDuration().originalUnit() == Qgis.TemporalUnit.IrregularStep
    assert controller.totalFrameCount() == 5
    begins = [controller.dateTimeRangeForFrameNumber(n).begin().toSecsSinceEpoch() for n in range(5)]
    assert begins == DATES.astype(int).tolist()
    frames = [controller.dateTimeRangeForFrameNumber(n) for n in range(5)]
    assert all(one.end() == other.begin() and not one.includeEnd() for one, other in zip(frames, frames[1:]))
    assert frames[-1].end().toString("yyyy-MM-dd") == "2017-10-25"


def test_one_word_a_change_and_none_for_the_same_date(screen, playback):
    found = told(playback)
    playback.show(DATES[2])
    playback.show(DATES[2])
    assert shown_for_good(screen, playback, DATES[2]) == [2]
    playback.show(DATES[2])
    process()
    assert found == [str(DATES[2])]


def test_five_quick_steps_go_five_dates_on(screen, playback):
    playback.show(DATES[0])
    for _ in range(4):
        playback.next_date()
    assert playback.wanted_date == DATES[4]
    assert shown_for_good(screen, playback, DATES[4]) == [4]
    playback.previous_change()
    assert shown_for_good(screen, playback, DATES[3]) == [3]
    playback.previous_change()
    assert shown_for_good(screen, playback, DATES[1]) == [1]
    playback.next_change()
    playback.previous_date()
    assert shown_for_good(screen, playback, DATES[2]) == [2]


def test_at_the_ends_there_is_no_step(screen, playback):
    playback.show(DATES[4])
    found = told(playback)
    playback.next_date()
    playback.next_change()
    assert shown_for_good(screen, playback, DATES[4]) == [4] and found == []


def test_without_dates_nothing_is_shown_nor_played(screen):
    playback = Playback(screen.canvas)
    for act in (playback.play, playback.next_date, playback.previous_change, lambda: playback.show("2017-10-09")):
        act()
    assert playback.date is None and not playback.is_playing
    assert screen.controller.navigationMode() == OFF
    playback.close()


# Following


def frame_of(begin, end):
    return QgsDateTimeRange(to_qt(begin), to_qt(end), True, False)


def daily(controller, begin="2017-10-01", end="2017-11-01"):
    controller.setTemporalExtents(frame_of(begin, end))
    controller.setFrameDuration(QgsInterval(1, Qgis.TemporalUnit.Days))
    controller.setNavigationMode(ANIMATED)


def test_follows_the_controllers_slider(screen, playback):
    """Frames of a day from 1 October on: frame 12 is the 13th, 25 the 26th; before the 8th there is no map."""
    daily(screen.controller)
    found = told(playback)
    for frame in (7, 11, 12, 25, 3):
        screen.controller.setCurrentFrameNumber(frame)
    assert found == [str(DATES[0]), str(DATES[1]), str(DATES[2]), str(DATES[4]), None]
    assert playback.date is None
    assert screen.controller.totalFrameCount() == 31  # nothing is set in return


def test_follows_the_controllers_own_play(screen, playback):
    daily(screen.controller, "2017-10-08", "2017-10-25")
    screen.controller.setFramesPerSecond(200)
    found = told(playback)
    screen.controller.playForward()
    wait_until(lambda: screen.controller.animationState() == Qgis.AnimationState.Idle)
    assert found == [str(date) for date in (DATES[1], DATES[2], DATES[3], DATES[4])]


def test_follows_a_fixed_range_and_the_controller_switched_off(screen, playback):
    found = told(playback)
    screen.controller.setTemporalExtents(frame_of("2017-10-10", "2017-10-20"))
    screen.controller.setNavigationMode(FIXED)
    assert playback.date == DATES[1]
    screen.controller.setNavigationMode(OFF)
    assert playback.date is None
    assert found == [str(DATES[1]), None]


def test_dates_that_come_later_find_the_time_that_is_shown(screen):
    daily(screen.controller)
    screen.controller.setCurrentFrameNumber(14)
    playback = Playback(screen.canvas)
    assert playback.date is None
    found = told(playback)
    playback.set_dates(DATES)
    assert playback.date == DATES[3] and found == [str(DATES[3])]
    assert screen.controller.totalFrameCount() == 31
    playback.close()


def test_a_date_asked_for_while_the_controller_is_off_switches_it_on(screen, playback):
    assert screen.controller.navigationMode() == OFF
    playback.show(DATES[1])
    assert screen.controller.navigationMode() == ANIMATED
    screen.controller.setNavigationMode(OFF)
    playback.show(DATES[1])
    assert shown_for_good(screen, playback, DATES[1]) == [1]


def test_the_users_frames_are_kept_where_they_show_the_map_and_no_other(screen, playback):
    daily(screen.controller)
    playback.show(DATES[1])
    assert shown_for_good(screen, playback, DATES[1]) == [1]
    assert screen.controller.currentFrameNumber() == 8 and screen.controller.totalFrameCount() == 31
    # The day of 13 October holds two maps: there a frame a map is needed.
    playback.show(DATES[2])
    assert shown_for_good(screen, playback, DATES[2]) == [2]
    assert screen.controller.totalFrameCount() == 5


def test_frames_too_long_cumulative_or_elsewhere_give_way(screen, playback):
    def months(controller):
        daily(controller)
        controller.setFrameDuration(QgsInterval(1, Qgis.TemporalUnit.Months))

    def cumulative(controller):
        daily(controller)
        controller.setTemporalRangeCumulative(True)

    def elsewhere(controller):
        daily(controller, "2001-01-01", "2002-01-01")

    def of_another_layer(controller):
        """What QGIS's panel does whenever a layer is added."""
        controller.setFrameDuration(QgsInterval(1, Qgis.TemporalUnit.IrregularStep))
        controller.setNavigationMode(ANIMATED)
        controller.setAvailableTemporalRanges([frame_of("2017-10-01", "2017-11-01")])

    def too_short(controller):
        daily(controller, "2017-10-01", "2017-10-05")

    for spoil in (months, cumulative, elsewhere, of_another_layer, too_short):
        screen.controller.setTemporalRangeCumulative(False)
        spoil(screen.controller)
        wait_until(lambda: playback._gate.is_open)
        found = told(playback)
        playback.show(DATES[1])
        assert shown_for_good(screen, playback, DATES[1]) == [1], spoil.__name__
        assert screen.controller.totalFrameCount() == 5 and not screen.controller.temporalRangeCumulative()
        assert set(found) <= {str(DATES[1])}, spoil.__name__  # and nothing of what the controller shows in between


def test_other_dates_take_the_place_of_those_before(screen):
    """As after an import: the frames have the same numbers, and the controller the same begin and end."""
    before = settings_of(screen.controller)
    playback = Playback(screen.canvas)
    playback.set_dates(DATES)
    playback.show(DATES[1])
    others = np.array([DATES[0], np.datetime64("2017-10-11"), *DATES[2:]], "M8[s]")
    playback.set_dates(others)
    assert playback.date == DATES[0]
    wait_until(lambda: playback._gate.is_open)
    playback.show(others[1])
    wait_until(lambda: playback._gate.is_open)
    assert playback.date == others[1] and screen.begin() == str(others[1])
    playback.close()
    assert settings_of(screen.controller) == before


def test_frames_of_show_day_are_led_to_the_day(screen, playback):
    show_day(screen.controller, DATES, DATES[4])
    assert playback.date == DATES[4]
    wait_until(lambda: playback._gate.is_open)
    playback.show(DATES[0])
    assert screen.controller.currentFrameNumber() == 0 and screen.controller.totalFrameCount() == 17


def test_with_qgis_own_panel_both_ways(qgis_app, screen):
    """The panel answers to signals of its controller with settings of its own."""
    panel = QgsTemporalControllerWidget()
    controller = panel.temporalController()
    screen.canvas.setTemporalController(controller)
    playback = Playback(screen.canvas)
    playback.set_dates(DATES, CHANGED)
    found = told(playback)
    playback.show(DATES[3])
    assert shown_for_good(screen, playback, DATES[3]) == [3]
    slider = panel.findChildren(QSlider)[0]
    assert (slider.minimum(), slider.maximum(), slider.value()) == (0, 4, 3)
    slider.setValue(1)
    assert playback.date == DATES[1]
    assert shown_for_good(screen, playback, DATES[1]) == [1]
    assert found == [str(DATES[3]), str(DATES[1])]
    playback.close()
    assert controller.navigationMode() == OFF
    screen.canvas.setTemporalController(screen.controller)


# Leaving


def settings_of(controller):
    return (
        controller.navigationMode(),
        controller.temporalExtents(),
        controller.frameDuration().originalDuration(),
        controller.frameDuration().originalUnit(),
        controller.availableTemporalRanges(),
        controller.temporalRangeCumulative(),
        controller.currentFrameNumber(),
    )


@pytest.mark.parametrize("mode", [OFF, FIXED, ANIMATED], ids=["off", "fixed", "animated"])
@pytest.mark.parametrize("end", ["close", "no dates"])
def test_the_controller_is_left_as_it_was_found(screen, mode, end):
    controller = screen.controller
    controller.setAvailableTemporalRanges([frame_of("2001-01-01", "2002-01-01")])
    controller.setTemporalExtents(frame_of("2017-09-01", "2018-09-01"))
    controller.setFrameDuration(QgsInterval(2, Qgis.TemporalUnit.Months))
    controller.setTemporalRangeCumulative(True)
    controller.setCurrentFrameNumber(3)
    controller.setNavigationMode(mode)
    before, time_before = settings_of(controller), screen.canvas.temporalRange()
    playback = Playback(screen.canvas)
    playback.set_dates(DATES)
    playback.show(DATES[2])
    wait_until(lambda: playback._gate.is_open)
    playback.show(DATES[3])
    assert settings_of(controller) != before
    playback.close() if end == "close" else playback.set_dates([])
    assert settings_of(controller) == before
    if mode == OFF:
        assert screen.canvas.temporalRange().isInfinite()
    else:
        assert screen.canvas.temporalRange() == time_before
    if end != "close":
        playback.close()


def test_what_the_user_has_set_meanwhile_stays(screen):
    playback = Playback(screen.canvas)
    playback.set_dates(DATES)
    playback.show(DATES[2])
    daily(screen.controller)
    playback.close()
    assert screen.controller.frameDuration().originalUnit() == Qgis.TemporalUnit.Days
    assert screen.controller.navigationMode() == ANIMATED


def test_a_canvas_without_a_controller_gets_one_and_loses_it_again(qgis_app):
    screen = Screen()
    screen.canvas.setTemporalController(None)
    playback = Playback(screen.canvas)
    playback.set_dates(DATES)
    playback.show(DATES[1])
    assert shown_for_good(screen, playback, DATES[1]) == [1]
    playback.close()
    assert screen.canvas.temporalController() is None
    assert screen.canvas.temporalRange().isInfinite()
    screen.refresh()
    assert screen.drawn() == [0, 1, 2, 3, 4]
    screen.close()


def test_closed_it_follows_no_more(screen):
    playback = Playback(screen.canvas)
    playback.set_dates(DATES)
    found = told(playback)
    playback.close()
    daily(screen.controller)
    screen.controller.setCurrentFrameNumber(12)
    screen.refresh()
    assert found == []


# Frames


@pytest.fixture
def long_screen(qgis_app):
    made = Screen(DAILY)
    yield made
    made.close()


@pytest.fixture
def long_playback(long_screen):
    made = Playback(long_screen.canvas)
    made.set_dates(DAILY)
    yield made
    made.close()


def test_scrubbing_over_500_dates_draws_few_frames_and_the_last_one(long_screen, long_playback):
    found = told(long_playback)
    for date in DAILY:
        long_playback.show(date)
        QCoreApplication.processEvents()
    wait_until(lambda: long_playback._gate.is_open and long_playback.wanted_date == DAILY[-1])
    assert long_screen.begin() == str(DAILY[-1])
    assert len(found) == len(long_screen.frames) < 250
    assert found == sorted(found) and found[-1] == str(DAILY[-1])


def test_while_the_canvas_draws_only_the_last_date_asked_for_is_kept(long_screen, long_playback):
    long_playback.show(DAILY[0])
    found = told(long_playback)
    for date in DAILY[1:400]:
        long_playback.show(date)
    assert found == [] and long_playback.wanted_date == DAILY[399]
    wait_until(lambda: found)
    wait_until(lambda: long_playback._gate.is_open)
    assert found == [str(DAILY[399])] and len(long_screen.frames) == 2


def test_a_map_drawn_for_an_older_time_does_not_open_the_gate(screen, playback):
    """The time is moved while the canvas draws; what it was drawing is not what is waited for."""
    playback.show(DATES[0])
    wait_until(lambda: playback._gate.is_open)
    seen = []

    def move_once():
        screen.canvas.renderStarting.disconnect(move_once)
        screen.controller.setCurrentFrameNumber(2)

    screen.canvas.renderStarting.connect(move_once)
    screen.canvas.mapCanvasRefreshed.connect(lambda: seen.append(playback._gate.is_open))
    screen.canvas.refresh()
    wait_until(lambda: len(seen) == 2)
    assert seen == [False, True] and screen.drawn() == [2]


def test_a_frozen_canvas_follows_at_once(screen, playback):
    screen.canvas.freeze(True)
    for date in DATES:
        playback.show(date)
        assert playback.date == date
    screen.canvas.freeze(False)


def test_what_the_user_moves_in_the_controller_counts_more_than_what_waits(screen, playback):
    playback.show(DATES[0])
    playback.show(DATES[4])
    screen.controller.setCurrentFrameNumber(2)
    assert playback.wanted_date == DATES[2]
    assert shown_for_good(screen, playback, DATES[2]) == [2]


def test_playing_draws_every_date_once_and_ends_at_the_last(screen, playback):
    playing = []
    playback.playing_changed.connect(playing.append)
    playback.show(DATES[0])
    found = told(playback)
    playback.set_speed(1000)
    playback.play()
    assert playback.is_playing
    wait_until(lambda: not playback.is_playing)
    wait_until(lambda: playback._gate.is_open)
    assert found == [str(date) for date in DATES[1:]]
    assert len(screen.frames) == 5 and screen.drawn() == [4]
    assert playing == [True, False]


def test_a_date_is_played_only_once_the_one_before_is_drawn(screen):
    order = []
    screen.canvas.mapCanvasRefreshed.connect(lambda: order.append("drawn"))  # before the playback hears of it
    playback = Playback(screen.canvas)
    playback.set_dates(DATES)
    playback.date_changed.connect(lambda date: order.append("date"))
    playback.set_speed(1000)
    playback.play()
    wait_until(lambda: not playback.is_playing)
    wait_until(lambda: playback._gate.is_open)
    assert order == ["date", "drawn"] * 5
    playback.close()


def test_the_same_dates_again_with_other_areas_do_not_disturb(screen, playback):
    """As when the changes come out of the background later than the dates."""
    playback.set_dates(DATES)
    playback.show(DATES[0])
    playback.show(DATES[1])
    playback.play()
    found = told(playback)
    playback.set_dates(DATES, CHANGED)
    assert playback.is_playing and playback.wanted_date == DATES[1] and found == []
    playback.pause()
    playback.next_change()
    assert shown_for_good(screen, playback, DATES[3]) == [3]


def test_playing_from_the_last_date_begins_anew(screen, playback):
    playback.show(DATES[4])
    wait_until(lambda: playback._gate.is_open)
    found = told(playback)
    playback.set_speed(1000)
    playback.play()
    wait_until(lambda: not playback.is_playing)
    assert found == [str(date) for date in DATES]


def test_in_a_loop_the_first_date_follows_the_last(screen, playback):
    found = told(playback)
    playback.set_looping(True)
    playback.set_speed(1000)
    playback.play()
    wait_until(lambda: len(found) >= 12)
    playback.pause()
    assert found[:12] == [str(date) for date in (*DATES, *DATES, *DATES[:2])]
    assert not playback.is_playing


def test_the_speed_is_kept_where_the_canvas_is_faster(screen, playback):
    playback.set_speed(10)
    clock = time.monotonic()
    playback.play()
    wait_until(lambda: not playback.is_playing)
    assert time.monotonic() - clock >= 0.4  # five dates, a tenth of a second between two
    with pytest.raises(ValueError):
        playback.set_speed(0)


def test_paused_nothing_moves(screen, playback):
    playback.set_speed(50)
    playback.play()
    wait_until(lambda: playback.date is not None)
    playback.pause()
    wait_until(lambda: playback._gate.is_open)
    found = told(playback)
    until = time.monotonic() + 0.2
    while time.monotonic() < until:
        process()
    assert found == []


def test_playing_goes_on_from_where_the_controller_is_moved_to(screen, playback):
    playback.show(DATES[0])
    wait_until(lambda: playback._gate.is_open)
    found = told(playback)
    playback.set_speed(5)
    playback.play()
    wait_until(lambda: len(found) == 1)
    screen.controller.setCurrentFrameNumber(3)
    wait_until(lambda: not playback.is_playing)
    assert found == [str(date) for date in (DATES[1], DATES[3], DATES[4])]


def test_only_one_of_the_two_plays(screen, playback):
    playback.set_looping(True)
    playback.show(DATES[0])
    playback.play()
    screen.controller.setLooping(True)
    screen.controller.playForward()
    assert not playback.is_playing
    playback.play()
    assert screen.controller.animationState() == Qgis.AnimationState.Idle and playback.is_playing


def test_the_controller_switched_off_ends_playing(screen, playback):
    playback.set_speed(1)
    playback.play()
    wait_until(lambda: playback.date is not None)
    screen.controller.setNavigationMode(OFF)
    assert not playback.is_playing and playback.date is None


@pytest.mark.parametrize("stop", ["frozen", "not rendering", "stopped"])
def test_a_canvas_that_draws_nothing_holds_nothing_up(screen, playback, stop):
    if stop == "frozen":
        screen.canvas.freeze(True)
    elif stop == "not rendering":
        screen.canvas.setRenderFlag(False)
    else:
        screen.canvas.renderStarting.connect(lambda: screen.canvas.stopRendering())
    playback.set_speed(1000)
    playback.play()
    wait_until(lambda: not playback.is_playing)
    assert playback.date == DATES[4]
    screen.canvas.freeze(False)


def test_a_map_drawn_for_some_other_reason_is_waited_for(screen, playback):
    """As after the map was moved: what is asked for in the meantime comes after it."""
    seen = []

    def ask_once():
        screen.canvas.renderStarting.disconnect(ask_once)
        playback.show(DATES[1])
        seen.append((playback.date, playback.wanted_date))

    screen.canvas.renderStarting.connect(ask_once)
    screen.canvas.refresh()
    wait_until(lambda: seen)
    assert seen == [(None, DATES[1])]
    assert shown_for_good(screen, playback, DATES[1]) == [1]
    assert len(screen.frames) == 2


# Caption


def test_the_caption_says_the_date_over_the_map_and_lets_the_mouse_through(screen):
    caption = DateCaption(screen.canvas)
    assert not caption.isVisible()
    caption.set_date(DATES[3])
    assert caption.isVisible() and all(part in caption.text() for part in ("2017", "13", "UTC"))
    caption.set_date(np.datetime64("2017-10-22", "s"), np.datetime64("2017-10-25", "s"))
    assert "22" in caption.text() and "24" in caption.text() and "25" not in caption.text()
    caption.set_date(np.datetime64("2017-10-22", "s"), np.datetime64("2017-10-23", "s"))
    assert "22" in caption.text() and "23" not in caption.text()
    assert screen.canvas.childAt(caption.geometry().center()) is not caption
    assert caption.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    caption.set_on(False)
    assert not caption.isVisible()
    caption.set_on(True)
    assert caption.isVisible()
    caption.set_date(None)
    assert not caption.isVisible()
    caption.close_caption()


def test_the_caption_stays_in_its_corner_and_leaves_nothing(screen):
    before = set(screen.canvas.children())
    empty = screen.canvas.grab().toImage()
    caption = DateCaption(screen.canvas)
    caption.set_date(DATES[0])
    assert screen.canvas.grab().toImage() != empty
    screen.canvas.resize(300, 250)
    process()
    assert caption.pos().x() <= 2 and caption.pos().y() <= 2
    screen.canvas.resize(200, 200)
    screen.refresh()
    caption.close_caption()
    QCoreApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    assert set(screen.canvas.children()) == before
    assert screen.canvas.grab().toImage() == empty


@pytest.mark.parametrize("background", ["#ffffff", "#000000", "#808080"])
def test_the_caption_is_seen_on_any_ground(screen, background):
    screen.canvas.setLayers([])
    screen.canvas.setCanvasColor(QColor(background))
    screen.refresh()
    caption = DateCaption(screen.canvas)
    caption.set_date(DATES[0])
    inner = caption.geometry().adjusted(12, 12, -6, -6) & screen.canvas.rect().adjusted(3, 3, -3, -3)
    image = screen.canvas.grab(inner).toImage()
    lights = [image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())]
    assert max(lights) - min(lights) > 180
    caption.close_caption()
