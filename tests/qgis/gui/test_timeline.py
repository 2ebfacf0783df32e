"""The timeline: its scale, its marks, and the widget under a real mouse, wheel and keyboard."""

import sys

import numpy as np
import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QColor, QHelpEvent, QKeyEvent, QPalette, QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QToolTip

from syria_control_plugin.core.errors import SeriesError
from syria_control_plugin.gui.timeline.appearance import Colours, contrast
from syria_control_plugin.gui.timeline.painting import bars, marks
from syria_control_plugin.gui.timeline.scale import DAY_S, TimeScale, seconds, ticks
from syria_control_plugin.gui.timeline.timeline import Timeline
from syria_control_plugin.mapping.text.formatting import long_text, span_text

KEY, LEFT, NONE = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENGLISH, GERMAN, AMERICAN = (QLocale(name) for name in ("en_GB", "de_DE", "en_US"))
# One, four, eleven and nine days apart; ground changed on the second and the fourth.
DATES = np.array(["2017-10-08", "2017-10-09", "2017-10-13", "2017-10-24", "2017-11-02"], "M8[s]")
CHANGED = [np.nan, 12.0, 0.0, 40.5, 0.0]
DAILY = np.datetime64("2024-07-08", "s") + np.arange(769) * np.timedelta64(86400, "s")


@pytest.fixture(autouse=True)
def no_swallowed_errors(qgis_app, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: caught.append(error))
    yield
    assert not caught, caught


@pytest.fixture(autouse=True)
def no_window_left(qgis_app):
    """Delete the windows of a test at its end: Python would do so later, perhaps while Qt draws another window."""
    yield
    QToolTip.hideText()
    for timeline in Watched.open:
        timeline.close()
        timeline.deleteLater()
    Watched.open.clear()
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete


class Watched:
    """A timeline on the screen, and what it has signalled: (date, whether more are to come)."""

    open = []

    def __init__(self, dates=DATES, changed=CHANGED, width=600, height=200):
        self.timeline = Timeline()
        Watched.open.append(self.timeline)
        self.timeline.setLocale(ENGLISH)
        self.timeline.resize(width, height)
        self.timeline.set_dates(dates, changed)
        self.timeline.show()
        self.timeline.activateWindow()
        assert QTest.qWaitForWindowActive(self.timeline)
        self.timeline.setFocus()
        self.signals = []
        self.timeline.date_selected.connect(
            lambda date: self.signals.append((str(date)[:10], self.timeline.is_scrubbing))
        )

    @property
    def viewport(self):
        return self.timeline.viewport()

    def place(self, moment, y=40):
        return QPoint(round(float(self.timeline._scale.x(seconds(np.datetime64(moment, "s"))))), y)

    def lane(self, number):
        return round(self.timeline._view.rows.lanes[number].center().y())

    def click(self, moment, y=40):
        QTest.mouseClick(self.viewport, LEFT, NONE, self.place(moment, y))

    def drag(self, moments):
        places = [self.place(moment) for moment in moments]
        QTest.mousePress(self.viewport, LEFT, NONE, places[0])
        for place in places[1:]:
            self.move(place)
        QTest.mouseRelease(self.viewport, LEFT, NONE, places[-1])

    def move(self, place):
        from qgis.PyQt.QtGui import QMouseEvent

        point, released = QPointF(place), Qt.MouseButton.NoButton
        event = QMouseEvent(QEvent.Type.MouseMove, point, point, point, released, LEFT, NONE)
        QApplication.sendEvent(self.viewport, event)

    def turn(self, x, notches, modifiers=NONE, sideways=0):
        """The wheel over a place; returns whether the timeline took it."""
        place = QPoint(round(x), 40)
        event = QWheelEvent(
            QPointF(place), QPointF(self.viewport.mapToGlobal(place)), QPoint(), QPoint(120 * sideways, 120 * notches),
            Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.viewport, event)
        return event.isAccepted()

    def press(self, *keys, modifier=NONE):
        for key in keys:
            QTest.keyClick(self.timeline, key, modifier)

    @property
    def visible(self):
        scale = self.timeline._scale
        return tuple(str(np.datetime64(round(edge), "s"))[:10] for edge in (scale.left, scale.right))

    def image(self):
        return self.timeline.grab().toImage()


@pytest.fixture
def watched():
    return Watched()


# Scale


def scale_of(dates=DATES, left=0, right=100):
    return TimeScale.of_dates(np.asarray(dates, "M8[s]"), left, right)


def test_dates_lie_to_scale_and_the_last_day_belongs():
    """26 days on 260 px: ten a day, from the 8th of October to the end of the 2nd of November."""
    scale = scale_of(right=260)
    assert scale.x(seconds(DATES)).tolist() == pytest.approx([0, 10, 50, 160, 250])
    assert scale.time(250) == seconds(DATES[-1:])[0]


def test_one_date_alone_has_a_scale():
    scale = scale_of(DATES[:1])
    assert (scale.x(seconds(DATES[:1])).tolist(), scale.last - scale.first) == ([0.0], DAY_S)


@pytest.mark.parametrize("about", [0, 13, 50, 100])
@pytest.mark.parametrize("factor", [1.25, 10, 1e9, 0.5])
def test_zoom_keeps_what_is_under_the_cursor_and_the_ends(about, factor):
    scale = scale_of().zoomed(3, 40)
    zoomed = scale.zoomed(factor, about)
    assert zoomed.first <= zoomed.left < zoomed.right <= zoomed.last
    if factor > 1:
        assert zoomed.time(about) == pytest.approx(scale.time(about), abs=1e-3)
        assert zoomed.right - zoomed.left >= 3600 - 1e-3


def test_zoomed_in_and_out_again_it_is_the_whole():
    scale = scale_of().zoomed(40, 70).zoomed(1 / 40, 20)
    assert scale.is_whole and scale.left == scale.first


@pytest.mark.parametrize("pixels", [-1e6, -10, 0, 10, 1e6])
def test_scrolling_stays_between_the_ends(pixels):
    scale = scale_of().zoomed(4, 50)
    scrolled = scale.scrolled(pixels)
    assert scrolled.right - scrolled.left == pytest.approx(scale.right - scale.left)
    assert scrolled.first <= scrolled.left and scrolled.right <= scrolled.last + 1e-3
    if abs(pixels) == 10:
        assert scrolled.x(scale.time(50)) == pytest.approx(50 - pixels)


def test_a_time_out_of_view_comes_into_its_middle():
    scale = scale_of().zoomed(10, 0)
    time = seconds(DATES[3:4])[0]
    assert not scale.left <= time <= scale.right
    assert scale.showing(time).x(time) == pytest.approx(50)
    assert scale.showing(scale.left) is scale


# Bars and marks


def test_a_column_has_the_tallest_bar_of_its_dates():
    """Ten days on five columns, two each."""
    days = np.datetime64("2020-01-01", "s") + np.arange(10) * np.timedelta64(1, "D")
    begin = seconds(days[:1])[0]
    scale = TimeScale(begin, begin + 10 * DAY_S, begin, begin + 10 * DAY_S, 0, 5)
    values = np.array([1, 2, np.nan, 4, 9, 3, np.nan, np.nan, 0, 7])
    found = bars(scale, seconds(days), values)
    assert found.x.tolist() == [0, 1, 2, 3, 4]
    np.testing.assert_array_equal(found.value, [2, 4, 9, np.nan, 7])


def test_bars_and_marks_agree_with_plain_loops():
    rng = np.random.default_rng(5)
    for _ in range(50):
        times = np.unique(rng.integers(0, 10_000_000, rng.integers(2, 400))).astype(float)
        scale = TimeScale(times[0], times[-1] + 1, times[0], times[-1] + 1, 7, 307).zoomed(rng.uniform(1, 20), 150)
        values = rng.random(len(times))
        inside = [(t, v) for t, v in zip(times, values) if 7 <= scale.x(t) <= 307]
        found = bars(scale, times, values)
        columns = {}
        for time, value in inside:
            column = int(np.floor(scale.x(time)))
            columns[column] = max(columns.get(column, 0), value)
        drawn = {int(np.floor(x)): v for x, v in zip(found.x, found.value)}
        edge = {int(np.floor(scale.x(t))) for t in times if not 9 <= scale.x(t) <= 305}
        assert {c: v for c, v in drawn.items() if c not in edge} == {c: v for c, v in columns.items() if c not in edge}
        merged = marks(scale, times, 12)
        assert merged.count.sum() >= len(inside) and (merged.count > 0).all()
        assert (np.diff(merged.x) > 0).all()
        assert ((merged.last - merged.first + 1) == merged.count).all()


def test_events_close_together_are_one_mark_that_counts_them():
    """1 px an hour; marks are 6 px wide."""
    hours = np.array([0, 1, 2, 30, 60, 61]) * 3600.0
    scale = TimeScale(0, 100 * 3600.0, 0, 100 * 3600.0, 0, 100)
    found = marks(scale, hours, 6)
    assert found.count.tolist() == [3, 1, 2]
    assert found.x.tolist() == pytest.approx([1, 30, 60.5])
    assert (found.first.tolist(), found.last.tolist()) == ([0, 3, 4], [2, 3, 5])
    assert (found.nearest(33, 4), found.nearest(40, 4)) == (1, None)
    assert marks(scale.zoomed(10, 0), hours, 6).count.tolist() == [1, 1, 1]


def test_marks_of_two_stretches_that_would_overlap_are_one():
    """At 5 and 7 px, on both sides of a stretch's end at 6; those at 13 and 23 lie far enough off."""
    hours = np.array([5, 7, 13, 23]) * 3600.0
    scale = TimeScale(0, 100 * 3600.0, 0, 100 * 3600.0, 0, 100)
    assert marks(scale, hours, 6).count.tolist() == [2, 1, 1]
    row = np.array([5.5, 9, 12.5]) * 3600.0  # each near the next: a pair, and one more
    assert marks(scale, row, 6).count.tolist() == [2, 1]


def test_dense_marks_do_not_become_one():
    scale = TimeScale(0, 100 * 3600.0, 0, 100 * 3600.0, 0, 100)
    found = marks(scale, np.arange(0, 100 * 3600.0, 60), 6)
    assert len(found) == 17 and found.count.max() == 360


def test_events_outside_of_the_dates_have_no_mark():
    scale = TimeScale(0, DAY_S, 0, DAY_S, 10, 110)
    found = marks(scale, np.array([-5000.0, -1, 0, DAY_S, DAY_S + 1]), 6)
    assert found.count.sum() == 2


# Axis and words


def axis(begin, end, width, locale=ENGLISH):
    begin, end = seconds(np.array([begin, end], "M8[s]"))
    scale = TimeScale(begin, end, begin, end, 0, width)
    return ticks(scale, locale, lambda text: 7.0 * len(text))


@pytest.mark.parametrize(
    "begin, end, width, texts",
    [
        ("2017-10-08", "2017-11-03", 320, ["11 Oct 2017", "16", "21", "26", "1 Nov"]),
        ("2024-07-08", "2026-08-16", 320, ["Jan 2025", "Jul", "2026", "Jul"]),
        ("2011-03-15", "2024-12-08", 320, ["2012", "2014", "2016", "2018", "2020", "2022", "2024"]),
        ("2017-10-08", "2017-10-09T12:00", 320, ["8 Oct 2017", "", "12:00", "18:00", "9 Oct", "06:00", "12:00"]),
        ("2017-12-29", "2018-01-04", 500, ["29 Dec 2017", "", "31", "1 Jan 2018", "2", "3", "4"]),
    ],
)
def test_the_axis_says_as_much_as_there_is_room_for(begin, end, width, texts):
    assert [tick.text for tick in axis(begin, end, width)] == texts


@pytest.mark.parametrize("width", [60, 150, 320, 900, 2000])
@pytest.mark.parametrize("days", [0.05, 1, 6, 40, 400, 4000, 40000])
def test_texts_of_the_axis_never_overlap_nor_leave_it(width, days):
    begin = np.datetime64("2017-10-08T03:00", "s")
    found = axis(begin, begin + np.timedelta64(int(days * DAY_S), "s"), width)
    boxes = [(tick.text_x, tick.text_x + 7 * len(tick.text)) for tick in found if tick.text]
    assert all(one[1] < other[0] for one, other in zip(boxes, boxes[1:]))
    assert all(-7.1 <= box[0] and box[1] <= width + 7.1 for box in boxes) or width < 100
    assert found or width < 100 or days == 0.05


def test_dates_are_written_as_in_the_users_country():
    assert axis("2017-10-08", "2017-11-03", 400, GERMAN)[0].text == "11 Okt. 2017"
    assert axis("2017-10-08", "2017-11-03", 400, AMERICAN)[0].text == "Oct 11, 2017"
    assert long_text(DATES[1], ENGLISH) == "Monday, 9 October 2017"
    assert long_text("2017-10-09T06:00", ENGLISH) == "Monday, 9 October 2017, 06:00 UTC"
    assert span_text("2017-10-09", "2017-10-09T12:00", ENGLISH) == "9 Oct 2017"
    assert span_text("2017-10-09", "2017-11-02", AMERICAN) == "Oct 9, 2017 – Nov 2, 2017"


# Mouse


@pytest.mark.parametrize("date", DATES)
def test_a_click_selects_the_date_there(watched, date):
    watched.click(date)
    assert watched.signals == [(str(date)[:10], True), (str(date)[:10], False)]
    assert watched.timeline.date == date


def test_a_click_between_selects_the_nearest_date(watched):
    watched.click("2017-10-18")
    watched.click("2017-10-19")
    assert [date for date, more in watched.signals if not more] == ["2017-10-13", "2017-10-24"]


def test_the_other_buttons_select_nothing(watched):
    QTest.mouseClick(watched.viewport, Qt.MouseButton.RightButton, NONE, watched.place(DATES[2]))
    assert watched.signals == []


def test_dragging_tells_each_date_once_and_the_last_one_for_good(watched):
    watched.drag(["2017-10-08", "2017-10-09", "2017-10-09T03:00", "2017-10-13", "2017-11-02", "2017-10-24"])
    days = ["2017-10-08", "2017-10-09", "2017-10-13", "2017-11-02", "2017-10-24"]
    assert watched.signals == [*((day, True) for day in days), ("2017-10-24", False)]
    assert not watched.timeline.is_scrubbing


def test_moving_without_a_button_does_nothing(watched):
    QTest.mouseMove(watched.viewport, watched.place(DATES[3]))
    assert watched.signals == []


def test_what_is_shown_does_not_pull_the_handle_out_of_the_hand(watched):
    QTest.mousePress(watched.viewport, LEFT, NONE, watched.place(DATES[1]))
    watched.move(watched.place(DATES[3]))
    watched.timeline.set_date(DATES[0])
    assert watched.timeline.date == DATES[3]
    QTest.mouseRelease(watched.viewport, LEFT, NONE, watched.place(DATES[3]))
    watched.timeline.set_date(DATES[0])
    assert watched.timeline.date == DATES[0]


def test_being_told_a_date_signals_nothing(watched):
    for date in (DATES[2], None, "2017-10-20", "1999-01-01", DATES[2]):
        watched.timeline.set_date(date)
    assert watched.signals == [] and watched.timeline.date == DATES[2]
    watched.timeline.set_date("1999-01-01")
    assert watched.timeline.date is None


def test_on_one_pixel_the_bar_that_is_seen_is_picked():
    changed = np.zeros(769)
    changed[[100, 400]] = 5, 80
    watched = Watched(DAILY, changed, width=320)
    for date in DAILY[[100, 400]]:
        watched.click(date)
        assert watched.timeline.date == date


def test_every_one_of_769_dates_can_be_clicked_at_320_pixels():
    watched = Watched(DAILY, np.zeros(769), width=320)
    x = watched.place(DAILY[401]).x()
    for _ in range(25):
        watched.turn(x, 1)
    watched.timeline.set_date(DAILY[0])
    watched.timeline._set_scale(watched.timeline._scale.showing(seconds(DAILY[[401]])[0]))
    for date in DAILY[400:403]:
        watched.timeline._set_scale(watched.timeline._scale.showing(seconds(np.array([date]))[0]))
        watched.click(date)
        assert watched.timeline.date == date


# Keys


@pytest.mark.parametrize(
    "keys, modifier, days",
    [
        ([KEY.Key_Right, KEY.Key_Right, KEY.Key_Left], NONE, [9, 13, 9]),
        ([KEY.Key_Home, KEY.Key_End, KEY.Key_Home], NONE, [2, 8]),  # already on the first
        ([KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageUp], NONE, [9, 24, 9]),
        ([KEY.Key_Right, KEY.Key_Right, KEY.Key_Left], CTRL, [9, 24, 9]),
        ([KEY.Key_End, KEY.Key_Right], NONE, [2]),
        ([KEY.Key_A, KEY.Key_Up], NONE, []),
    ],
    ids=["arrows", "ends", "page", "ctrl", "end", "others"],
)
def test_keys(watched, keys, modifier, days):
    watched.timeline.set_date(DATES[0])
    watched.press(*keys, modifier=modifier)
    assert [(int(date[8:]), more) for date, more in watched.signals] == [(day, False) for day in days]


def test_the_first_key_without_a_date_goes_to_the_first(watched):
    watched.press(KEY.Key_Left)
    assert watched.signals == []
    watched.press(KEY.Key_Right)
    assert watched.signals == [("2017-10-08", False)]


def test_a_key_held_down_scrubs(watched):
    def send(kind, is_repeated):
        event = QKeyEvent(kind, KEY.Key_Right, NONE, "", is_repeated)
        QApplication.sendEvent(watched.timeline, event)

    watched.timeline.set_date(DATES[0])
    send(QEvent.Type.KeyPress, False)
    for _ in range(2):
        send(QEvent.Type.KeyRelease, True)
        send(QEvent.Type.KeyPress, True)
    send(QEvent.Type.KeyRelease, False)
    days = [("2017-10-09", False), ("2017-10-13", True), ("2017-10-24", True), ("2017-10-24", False)]
    assert watched.signals == days


def test_the_focus_goes_while_a_key_is_held(watched):
    watched.timeline.set_date(DATES[0])
    QApplication.sendEvent(watched.timeline, QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Right, NONE, "", True))
    assert watched.timeline.is_scrubbing
    watched.timeline.clearFocus()
    assert not watched.timeline.is_scrubbing and watched.signals[-1] == ("2017-10-09", False)


def test_a_date_out_of_view_is_scrolled_to(watched):
    watched.timeline.set_date(DATES[0])
    for _ in range(12):
        watched.press(KEY.Key_Plus)
    assert watched.visible[0] == "2017-10-08" and watched.visible[1] < "2017-10-24"
    watched.press(KEY.Key_End)
    assert watched.visible[0] > "2017-10-24" and watched.timeline._handle_x() is not None
    for _ in range(20):
        watched.press(KEY.Key_Minus)
    assert watched.visible == ("2017-10-08", "2017-11-03")


# Wheel


def test_the_wheel_zooms_about_the_cursor_and_the_bar_scrolls(watched):
    timeline, x = watched.timeline, watched.place(DATES[2]).x()
    assert timeline.horizontalScrollBar().maximum() == 0
    time = timeline._scale.time(x)
    assert watched.turn(x, 6)
    assert timeline._scale.x(time) == pytest.approx(x, abs=0.5)
    bar = timeline.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert watched.visible[1] == "2017-11-03"
    bar.setValue(0)
    assert watched.visible[0] == "2017-10-08"


def test_shift_and_wheel_and_a_wheel_to_the_side_scroll(watched):
    x = watched.place(DATES[2]).x()
    watched.turn(x, 8)
    before = watched.timeline._scale
    assert watched.turn(x, -1, SHIFT)
    scrolled = watched.timeline._scale
    assert scrolled.left > before.left and scrolled.right - scrolled.left == pytest.approx(before.right - before.left)
    assert watched.turn(x, 0, sideways=1)
    assert watched.timeline._scale.left == pytest.approx(before.left, abs=1)


def test_a_wheel_that_can_do_nothing_is_left_to_the_panel(watched):
    assert not watched.turn(100, -1)
    assert not watched.turn(100, 1, SHIFT)
    assert watched.turn(100, 1)


def test_a_double_click_shows_the_whole(watched):
    watched.turn(200, 8)
    QTest.mouseDClick(watched.viewport, LEFT, NONE, QPoint(200, 40))
    assert watched.timeline._scale.is_whole and watched.visible == ("2017-10-08", "2017-11-03")


def test_pulled_over_the_edge_a_zoomed_view_scrolls(watched):
    watched.turn(watched.place(DATES[0]).x(), 8)
    before = watched.timeline._scale
    QTest.mousePress(watched.viewport, LEFT, NONE, watched.place(DATES[1]))
    for _ in range(60):
        watched.move(QPoint(watched.viewport.width() + 30, 40))
    QTest.mouseRelease(watched.viewport, LEFT, NONE, QPoint(watched.viewport.width() + 30, 40))
    assert watched.timeline._scale.left > before.left
    assert watched.signals[-1] == ("2017-11-02", False)


def test_new_dates_keep_the_zoomed_view_and_the_date(watched):
    watched.turn(watched.place(DATES[3]).x(), 5)
    watched.timeline.set_date(DATES[3])
    before = watched.visible
    watched.timeline.set_dates([*DATES, np.datetime64("2017-11-20")], [*CHANGED, 1])
    assert watched.visible == before and watched.timeline.date == DATES[3]
    assert watched.signals == []


def test_areas_that_come_later_leave_the_handle_in_the_hand(watched):
    QTest.mousePress(watched.viewport, LEFT, NONE, watched.place(DATES[1]))
    watched.timeline.set_dates(DATES, np.ones(5))
    assert watched.timeline.is_scrubbing and watched.timeline.date == DATES[1]
    watched.timeline.set_dates(DATES[1:], np.ones(4))
    assert not watched.timeline.is_scrubbing and watched.timeline.date == DATES[1]
    QTest.mouseRelease(watched.viewport, LEFT, NONE, watched.place(DATES[1]))
    assert watched.signals == [("2017-10-09", True)]


# Lanes and tooltips


def with_events():
    made = Watched()
    made.timeline.set_corridors(np.array(["2017-10-16T12:00", "NaT"], "M8[s]"))
    clashes = ["2017-10-21T01:00", "2017-10-21T03:00", "2017-10-21T02:00", "2017-09-01", "2018-01-01", "2018-01-02"]
    made.timeline.set_clashes(np.array(clashes, "M8[s]"))
    QApplication.processEvents()
    return made


def test_a_click_on_a_mark_selects_the_map_valid_then():
    """The 21st is nearer to the map of the 24th; valid was that of the 13th."""
    watched = with_events()
    watched.click("2017-10-21T02:00", watched.lane(1))
    assert watched.timeline.date == DATES[2]
    watched.click("2017-10-21T02:00")
    assert watched.timeline.date == DATES[3]
    watched.click("2017-11-02", watched.lane(1))  # no mark there
    assert watched.timeline.date == DATES[4]


@pytest.mark.parametrize(
    "moment, lane, text",
    [
        ("2017-10-08", None, "Sunday, 8 October 2017\nthe area that changed hands is not known"),
        ("2017-10-24", None, "Tuesday, 24 October 2017\n40.5 km² changed hands"),
        ("2017-10-13", None, "Friday, 13 October 2017\nno territory changed hands"),
        ("2017-10-16T12:00", 0, "Corridors: 1\n16 Oct 2017"),
        ("2017-10-10", 0, "Corridors: 1"),
        ("2017-10-21T02:00", 1, "Clashes: 3\n21 Oct 2017"),
        ("2017-10-10", 1, "Clashes: 6\nnot shown because outside the dates of the maps: 1 before, 2 after"),
    ],
)
def test_tooltips(moment, lane, text):
    watched = with_events()
    place = watched.place(moment, 40 if lane is None else watched.lane(lane))
    assert watched.timeline.text_at(place) == text
    event = QHelpEvent(QEvent.Type.ToolTip, place, watched.viewport.mapToGlobal(place))
    QApplication.sendEvent(watched.viewport, event)
    assert QToolTip.text() == text
    QToolTip.hideText()


def test_a_tooltip_counts_the_dates_on_a_pixel():
    watched = Watched(DAILY, np.zeros(769), width=120)
    assert "dates here. Zoom in" in watched.timeline.text_at(watched.place(DAILY[300]))


def test_lanes_take_room_only_where_there_is_something():
    plain, full = Watched(), with_events()
    assert plain.timeline._view.rows.lanes == () and len(full.timeline._view.rows.lanes) == 2
    assert full.timeline.sizeHint().height() > plain.timeline.sizeHint().height()
    full.timeline.set_corridors([])
    full.timeline.set_clashes([])
    assert full.timeline.sizeHint() == plain.timeline.sizeHint()


# Looks


def dark():
    palette = QPalette()
    for role, colour in (("Base", "#1e1e1e"), ("Text", "#e6e6e6"), ("Highlight", "#2a82da"), ("Link", "#5fa8ff")):
        palette.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
    return palette


def near_base():
    """A theme whose accents can't be told from its ground."""
    palette = QPalette()
    for role, colour in (("Base", "#ffffff"), ("Text", "#000000"), ("Highlight", "#fff4c8"), ("Link", "#f0f0ff")):
        palette.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
    return palette


@pytest.mark.parametrize("palette", [QPalette, dark, near_base])
def test_all_that_says_something_stands_out_from_the_ground(palette):
    colours = Colours.of(palette())
    for name in ("text", "faint_text", "bar", "corridor", "clash", "handle"):
        assert contrast(getattr(colours, name), colours.background) >= 3, name


def test_contrast_is_that_of_wcag():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def column_of(image, x, colour):
    """How many pixels of a column are of about a colour."""
    colours = [image.pixelColor(x, y) for y in range(image.height())]
    return sum(1 for each in colours if contrast(each, colour) < 1.15)


def test_bars_are_as_high_as_their_ground(watched):
    colours = Colours.of(watched.timeline.palette())
    frame = watched.timeline.frameWidth()
    watched.timeline.clearFocus()
    image = watched.image()
    heights = [column_of(image, watched.place(date).x() + frame, colours.bar) for date in DATES]
    assert heights[3] > 60 and heights[1] == pytest.approx(heights[3] * 12 / 40.5, abs=3)
    assert max(heights[0], heights[2], heights[4]) <= 3


def test_the_handle_the_focus_and_the_palette_are_seen(watched):
    timeline, highlight = watched.timeline, Colours.of(watched.timeline.palette()).handle
    x = watched.place(DATES[2]).x() + timeline.frameWidth()
    assert column_of(watched.image(), x, highlight) < 20
    timeline.set_date(DATES[2])
    assert column_of(watched.image(), x, highlight) > 80
    timeline.clearFocus()
    plain = watched.image()
    timeline.setFocus()
    assert timeline.hasFocus() and watched.image() != plain
    timeline.setPalette(dark())
    assert watched.image().pixelColor(6, 30).lightness() < 60


def test_a_redraw_costs_the_picture_only_where_something_changed(watched):
    timeline = watched.timeline
    watched.image()
    picture = timeline._picture
    timeline.set_date(DATES[3])
    watched.image()
    assert timeline._picture is picture
    timeline.set_clashes(DATES)
    watched.image()
    assert timeline._picture is not picture


def test_right_to_left_time_still_runs_to_the_right():
    watched = Watched()
    QgsApplication.instance().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        watched.timeline.setLocale(QLocale("ar_SY"))
        assert watched.place(DATES[0]).x() < watched.place(DATES[4]).x()
        watched.turn(watched.place(DATES[0]).x(), 8)
        bar = watched.timeline.horizontalScrollBar()
        bar.setValue(bar.maximum())
        assert watched.visible[1] == "2017-11-03" and bar.layoutDirection() == Qt.LayoutDirection.LeftToRight
        watched.press(KEY.Key_Right)
        assert watched.signals == [("2017-10-08", False)]
        watched.image()
    finally:
        QgsApplication.instance().setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_screen_reader_hears_the_date(watched):
    timeline = watched.timeline
    assert timeline.accessibleName()
    assert timeline.accessibleDescription() == "5 dates; none is shown"
    timeline.set_date(DATES[3])
    assert timeline.accessibleDescription() == "Tuesday, 24 October 2017; 40.5 km² changed hands; 4 of 5"


@pytest.mark.parametrize("dates", [[], DATES[:1], DATES[:2]], ids=len)
def test_few_dates_or_none_are_no_trouble(dates):
    watched = Watched(dates, None, width=320)
    watched.timeline.set_clashes(DATES)
    watched.image()
    watched.press(KEY.Key_Right, KEY.Key_End, KEY.Key_Plus, KEY.Key_PageDown)
    watched.turn(100, 2)
    QTest.mouseClick(watched.viewport, LEFT, NONE, QPoint(100, 40))
    QTest.mouseDClick(watched.viewport, LEFT, NONE, QPoint(100, 40))
    QApplication.sendEvent(watched.viewport, QHelpEvent(QEvent.Type.ToolTip, QPoint(9, 9), QPoint(9, 9)))
    watched.image()
    assert (watched.timeline.date is None) == (len(dates) == 0)


def test_thousands_of_dates_and_marks_are_few_pixels():
    hours = np.datetime64("2011-03-15", "s") + np.arange(5000) * np.timedelta64(86400, "s")
    watched = Watched(hours, np.arange(5000.0), width=900)
    rng = np.random.default_rng(2)
    watched.timeline.set_clashes(hours[0] + rng.integers(0, 5000 * 86400, 20000).astype("m8[s]"))
    watched.image()
    view = watched.timeline._view
    assert 20 < len(view.lanes["clashes"]) < 200 and view.lanes["clashes"].count.sum() == 20000
    assert len(bars(view.scale, view.times, view.changed_km2).x) <= 900


@pytest.mark.parametrize("dates", [["2017-10-09", "2017-10-08"], ["NaT"]])
def test_dates_that_are_no_series_are_refused(watched, dates):
    with pytest.raises(SeriesError):
        watched.timeline.set_dates(np.array(dates, "M8[s]"))
    assert watched.timeline._dates.moments.tolist() == DATES.tolist()
