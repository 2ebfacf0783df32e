"""The list of changes and events, and the chart below another tab: what they show, and what a click or key asks for."""

import numpy as np
import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QPalette, QPixmap
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from syria_control_plugin.gui.panel.area_chart import AreaChart, AreaLine, thinned
from syria_control_plugin.gui.panel.changes import ChangeLine, ChangeList, CorridorLine, EventLine, Holder

ODD = "<b>GOV</b> & 'x'"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def listed(qgis_app):
    made = ChangeList()
    holder = Holder(ODD, QPixmap(16, 11))
    made.show_changes(
        "Changed", [ChangeLine(7, holder, Holder("nobody"), 12.34), ChangeLine(3, Holder("A"), holder, 1.0)]
    )
    made.told = []
    made.change_wanted.connect(lambda row, zooms: made.told.append(("change", row, zooms)))
    made.corridor_wanted.connect(lambda row, zooms: made.told.append(("corridor", row, zooms)))
    made.event_wanted.connect(lambda row, zooms: made.told.append(("event", row, zooms)))
    made.resize(320, 400)
    made.show()
    return made


def centre(view, row):
    return view.visualRect(view.model().index(row, 0)).center()


def test_changes_are_listed_with_who_and_how_much(listed):
    model = listed.changes.model()
    assert [model.index(0, column).data() for column in range(3)] == [ODD, "nobody", "12.3"]
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip and "<b>" not in tip and "nobody" in tip
    assert listed.heading.text() == "Changed" and listed.heading.textFormat() == Qt.TextFormat.PlainText
    assert [model.headerData(c, Qt.Orientation.Horizontal) for c in range(3)] == ["From", "To", "km²"]


def test_a_click_shows_a_double_click_zooms(listed):
    QTest.mouseClick(listed.changes.viewport(), LEFT, NONE, centre(listed.changes, 1))
    assert listed.told == [("change", 3, False)]
    QTest.mouseClick(listed.changes.viewport(), LEFT, NONE, centre(listed.changes, 0))
    QTest.mouseDClick(listed.changes.viewport(), LEFT, NONE, centre(listed.changes, 0))
    assert ("change", 7, True) in listed.told


def test_enter_shows_and_with_ctrl_zooms(listed):
    listed.changes.setCurrentIndex(listed.changes.model().index(0, 0))
    assert listed.told == [], "to walk through the list moves no map"
    QTest.keyClick(listed.changes, Qt.Key.Key_Return)
    QTest.keyClick(listed.changes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert listed.told == [("change", 7, False), ("change", 7, True)]


def test_events_are_there_where_the_case_has_any(listed):
    assert listed.events.isHidden() and listed.event_heading.isHidden()
    listed.show_events([])
    assert not listed.events.isHidden() and listed.event_heading.text().endswith("0")
    listed.show_events([EventLine(5, "A – B", ODD, True), EventLine(4, "A – C", "Hama", False)])
    model = listed.events.model()
    assert [model.index(row, 0).data() for row in range(2)] == ["A – B", "A – C"]
    assert model.index(1, 0).data(Qt.ItemDataRole.FontRole).italic()
    assert "not known" in model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, 0).data(Qt.ItemDataRole.FontRole) is None
    assert "<b>" not in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    QTest.mouseClick(listed.events.viewport(), LEFT, NONE, centre(listed.events, 1))
    assert listed.told == [("event", 4, False)]


def corridor(row, names=f"{ODD} in territory of OPP", about="inferred, no clash reported"):
    return CorridorLine(row, names, "GOV in territory of OPP", about, None, "8.3 km", f"{names}\nOn 24 October")


def test_corridors_are_listed_with_basis_and_verdict_where_the_case_has_any(listed):
    assert listed.corridors.isHidden() and listed.corridor_heading.isHidden()
    listed.show_corridors([])
    listed.resize(900, 400)
    QApplication.processEvents()  # it is laid out
    assert not listed.corridors.isHidden() and listed.corridor_heading.text().endswith("0")
    listed.show_corridors([corridor(5), corridor(2, about="observed")])
    model = listed.corridors.model()
    assert listed.corridor_heading.text().endswith("2")
    assert [model.index(0, column).data() for column in (0, 1)] == [
        f"{ODD} in territory of OPP\ninferred, no clash reported", "8.3 km",
    ]  # fmt: skip
    assert model.index(1, 0).data().endswith("\nobserved")
    tip = model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip and "<b>" not in tip and "<br>On 24 October" in tip
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "8.3 km"


def test_mouse_and_keys_go_to_a_corridor_as_to_a_change(listed):
    listed.show_corridors([corridor(5), corridor(2)])
    QApplication.processEvents()
    QTest.mouseClick(listed.corridors.viewport(), LEFT, NONE, centre(listed.corridors, 1))
    QTest.keyClick(listed.corridors, Qt.Key.Key_Up)
    QTest.keyClick(listed.corridors, Qt.Key.Key_Return)
    QTest.keyClick(listed.corridors, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert listed.told == [("corridor", 2, False), ("corridor", 5, False), ("corridor", 5, True)]


def test_factions_are_called_by_their_ids_where_names_have_no_room(listed):
    listed.show_corridors([])
    QApplication.processEvents()
    listed.show_corridors([corridor(5, "The forces of the government in territory of others who hold it")])
    first = listed.corridors.model().index(0, 0)
    assert first.data().startswith("GOV in territory of OPP\n")
    assert "forces" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    listed.resize(900, 400)
    QApplication.processEvents()
    assert first.data().startswith("The forces")
    listed.resize(320, 400)
    QApplication.processEvents()
    assert first.data().startswith("GOV")
    listed.show_corridors([corridor(5, "G in territory of O")])
    assert listed.corridors.model().index(0, 0).data().startswith("G in territory of O")


def test_the_same_changes_again_keep_the_selection(listed):
    listed.changes.setCurrentIndex(listed.changes.model().index(1, 0))
    listed.show_changes("Changed", list(listed.changes.model().lines))
    assert listed.changes.currentIndex().row() == 1


# The chart

DATES = np.array(["2017-10-01", "2017-10-03", "2017-10-05"], "M8[s]")


@pytest.fixture
def chart(qgis_app):
    made = AreaChart()
    made.resize(320, 240)
    made.setPalette(QPalette(QColor("#f0f0f0"), QColor("#ffffff")))
    made.show_lines(DATES, [AreaLine(ODD, "#ff0000", np.array([10.0, 20.0, 30.0]))])
    made.told = []
    made.date_selected.connect(made.told.append)
    made.show()
    return made


def reds(chart):
    """Columns and rows of the red pixels."""
    image = chart.grab().toImage()
    found = [
        (x, y) for x in range(image.width()) for y in range(image.height() - 30)
        if image.pixelColor(x, y).red() > 200 and image.pixelColor(x, y).green() < 80
    ]  # fmt: skip
    return np.array(found).reshape(-1, 2)


def test_the_chart_has_steps_and_no_slopes(chart):
    """Three steps: at each of three heights the line is level for a while."""
    found = reds(chart)
    rows, counts = np.unique(found[:, 1], return_counts=True)
    assert (counts > 10).sum() >= 3


def test_what_is_not_known_is_a_gap(chart):
    chart.show_lines(DATES, [AreaLine("A", "#ff0000", np.array([10.0, np.nan, 10.0]))])
    columns = np.unique(reds(chart)[:, 0])
    assert np.diff(columns).max() > 50


def test_a_click_goes_to_the_date_whose_step_is_there(chart):
    for x, date in ((chart.width() - 8, DATES[2]), (chart.width() // 2, DATES[0]), (60, DATES[0])):
        chart.told.clear()
        QTest.mouseClick(chart.viewport(), LEFT, NONE, QPoint(x, 60))
        assert chart.told and (chart.told[0] == date or x == chart.width() // 2)
    chart.told.clear()
    QTest.mouseClick(chart.viewport(), LEFT, NONE, QPoint(2, 60))
    assert chart.told == [], "beside the chart"


def test_arrow_keys_walk_through_the_dates(chart):
    chart.setFocus()
    chart.show_moment(DATES[1])
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(chart, key)
    assert chart.told == [DATES[0], DATES[2], DATES[0], DATES[2]]
    chart.show_moment(None)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.told[-1] == DATES[0]


def test_the_axis_starts_at_zero_or_at_the_data(chart):
    lowest = reds(chart)[:, 1].max()
    chart.start_at_zero(False)
    assert reds(chart)[:, 1].max() > lowest + 20


def test_without_data_the_chart_says_why(chart):
    blank = chart.grab().toImage()
    chart.show_lines(DATES[:0], [], "Areas are being computed")
    assert chart.grab().toImage() != blank
    QTest.mouseClick(chart.viewport(), LEFT, NONE, QPoint(100, 60))
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.told == []


def test_the_legend_states_how_many_classes_have_no_line(chart):
    line = AreaLine("A", "#ff0000", np.array([10.0, 20.0, 30.0]))
    chart.show_lines(DATES, [line])
    height, alone = chart.minimumSizeHint().height(), chart.grab().toImage()
    chart.show_lines(DATES, [line], "", 19_976)
    assert chart.minimumSizeHint().height() == height + chart.fontMetrics().lineSpacing()
    assert chart.grab().toImage() != alone


def test_one_date_and_no_area_are_no_trouble(chart):
    for areas in ([5.0], [0.0], [np.nan]):
        chart.show_lines(DATES[:1], [AreaLine("A", "#ff0000", np.array(areas))])
        chart.show_moment(DATES[0])
        assert not chart.grab().isNull()


def test_a_black_class_is_seen_on_black(chart):
    chart.setPalette(QPalette(QColor("#303030"), QColor("#000000")))
    chart.show_lines(DATES, [AreaLine("IS", "#000000", np.array([10.0, 20.0, 30.0]))])
    image = chart.grab().toImage()
    seen = [image.pixelColor(image.width() - 20, y).lightnessF() for y in range(20, 120)]
    assert max(seen) > 0.15


def test_thinned_lines_keep_every_high_and_low(qgis_app):
    generator = np.random.default_rng(7)
    x, y = np.linspace(0, 100, 20_001), generator.random(20_001)
    thin = thinned(x, y)
    assert len(thin) < 500 and thin[:, 1].max() == y.max() and thin[:, 1].min() == y.min()
    assert (np.diff(np.floor(thin[:, 0])) >= 0).all()
    assert tuple(thin[0]) == (x[0], y[0]) and tuple(thin[-1]) == (x[-1], y[-1])
    few = thinned(x[:50] * 1000, y[:50])
    assert len(few) == 50


def test_the_chart_is_seen_in_qgis_dark_theme(qgis_app, chart):
    """Its style sheet lets the ground of plain widgets through, whose palette then has no colours."""
    before = qgis_app.styleSheet()
    qgis_app.setStyleSheet(
        "QWidget { background: transparent } QAbstractScrollArea { background: #202020; color: #ddd }"
    )
    try:
        QApplication.processEvents()
        image = chart.grab().toImage()
        axis = [image.pixelColor(x, y).lightnessF() for x in range(30) for y in range(15, 120)]
        assert max(axis) > 0.6 and np.median(axis) < 0.3
    finally:
        qgis_app.setStyleSheet(before)


def test_a_label_of_two_lines_is_one_line_in_the_legend(chart):
    def legend(label):
        chart.show_lines(DATES, [AreaLine(label, "#ff0000", np.array([10.0, 20.0, 30.0]))])
        return chart.grab().toImage()

    assert legend("Eastern\n front") == legend("Eastern front")
