"""The table of classes: figures in words, check boxes, editing by mouse and keys; hostile words stay words."""

import numpy as np
import pytest
from qgis.PyQt.QtCore import QCoreApplication, QItemSelectionModel, QLocale, QPoint, Qt
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtTest import QSignalSpy, QTest
from qgis.PyQt.QtWidgets import QLineEdit

from syria_control_plugin.case.statistics import Figures
from syria_control_plugin.core.factions.themes import Fill, MapClass, RetakenRule
from syria_control_plugin.gui.panel.classes import AREA, CHANGE, NAME, SWATCH, SYMBOL, ClassLine, FactionTable
from syria_control_plugin.mapping.text.formatting import change_text, date_text, km2_text, share_text

ODD = "<img src='http://example.org/x.png'> & \"quotes\" [% 1 %]"


def line(class_id, label="Label", is_drawn=True, rule=None):
    entry = MapClass(class_id, label, Fill("#ff0000"), faction="" if rule else class_id.upper(), rule=rule)
    return ClassLine(entry, lambda: QPixmap(SWATCH), is_drawn)


@pytest.fixture
def table(qgis_app):
    made = FactionTable()
    made.model().show_lines(
        [line("gov", "Government"), line("opp", ODD), line("blue", "Blue", rule=RetakenRule("OPP", "IS", "2017-10-09"))]
    )
    made.resize(400, 300)
    made.show()
    return made


def text(table, row, column):
    return table.model().index(row, column).data()


def press(table, key, row, column):
    table.setCurrentIndex(table.model().index(row, column))
    table.setFocus()
    QTest.keyClick(table, key)


def test_before_the_figures_come_the_table_waits(table):
    assert text(table, 0, AREA) == text(table, 0, CHANGE) == "…"


def test_figures_of_factions_and_derived_classes(table):
    table.model().show_figures(
        {"GOV": Figures(1234.4, 0.755, -12.34), "OPP": Figures(0.0, 0.0, 0.0), "class:blue": Figures(5.0, np.nan, 5.0)}
    )
    assert text(table, 0, AREA) == f"{km2_text(1234.4)}\n75.5 %"
    assert text(table, 0, CHANGE) == "▼ −12.3"
    assert (text(table, 1, AREA), text(table, 1, CHANGE)) == ("0.00\n0.0 %", "0")
    assert (text(table, 2, AREA), text(table, 2, CHANGE)) == ("5.00\nderived", "▲ +5.00")


def test_what_is_not_known_is_no_zero(table):
    table.model().show_figures({"GOV": Figures(np.nan, np.nan, np.nan)})
    assert text(table, 0, AREA).startswith("–") and "0" not in text(table, 0, AREA)
    assert text(table, 0, CHANGE) == "–" and text(table, 1, AREA) == "–"


@pytest.mark.parametrize(
    "value, written",
    [
        (0.0, "0.00"),
        (0.004, "0.00"),
        (9.994, "9.99"),
        (10.0, "10.0"),
        (99.94, "99.9"),
        (100.0, "100"),
        (1e4, "10,000"),
    ],
)
def test_areas_have_three_digits_that_count(qgis_app, value, written):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    try:
        assert km2_text(value) == written
    finally:
        QLocale.setDefault(before)


def test_changes_shares_and_dates_in_words(qgis_app):
    assert [change_text(value) for value in (12.0, -0.5, 0.0, 0.001, np.nan)] == ["▲ +12.0", "▼ −0.50", "0", "0", "–"]
    assert share_text(np.nan) == "" and share_text(1.0) == "100.0 %"
    assert date_text(np.datetime64("NaT")) == "–"
    assert "2017" in date_text(np.datetime64("2017-10-09", "s")) and "UTC" not in date_text(np.datetime64("2017-10-09"))
    assert date_text(np.datetime64("2017-10-09T12:30", "s")).endswith("UTC")


def test_space_switches_a_class_wherever_the_cursor_is(table):
    told = []
    table.model().drawn_changed.connect(lambda value, is_drawn: told.append((value, is_drawn)))
    press(table, Qt.Key.Key_Space, 0, NAME)
    press(table, Qt.Key.Key_Space, 0, CHANGE)
    press(table, Qt.Key.Key_Space, 0, SYMBOL)
    assert told == [("GOV", False), ("GOV", True), ("GOV", False)]


def test_a_layer_without_classes_has_no_check_boxes(table):
    table.model().show_drawn({})
    index = table.model().index(0, SYMBOL)
    assert index.data(Qt.ItemDataRole.CheckStateRole) is None
    assert not index.flags() & Qt.ItemFlag.ItemIsUserCheckable
    spy = QSignalSpy(table.model().drawn_changed)
    press(table, Qt.Key.Key_Space, 0, NAME)
    assert len(spy) == 0


def test_words_are_edited_by_f2_and_a_double_click(table):
    told = []
    table.model().label_edited.connect(lambda class_id, label: told.append((class_id, label)))
    press(table, Qt.Key.Key_F2, 0, NAME)
    editor = table.findChild(QLineEdit)
    assert editor.text() == "Government"
    editor.setText("  Army ")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert told == [("gov", "Army")]
    place = table.visualRect(table.model().index(1, NAME)).center()
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert table.findChildren(QLineEdit)[-1].text() == ODD


def test_escape_and_blank_words_change_nothing(table):
    spy = QSignalSpy(table.model().label_edited)
    press(table, Qt.Key.Key_F2, 0, NAME)
    editor = table.findChild(QLineEdit)
    editor.setText("   ")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    press(table, Qt.Key.Key_F2, 1, NAME)
    table.findChildren(QLineEdit)[-1].setText("other")
    QTest.keyClick(table.findChildren(QLineEdit)[-1], Qt.Key.Key_Escape)
    QCoreApplication.processEvents()
    assert len(spy) == 0 and text(table, 0, NAME) == "Government"


def test_the_colour_is_asked_for_on_the_swatch_and_not_on_the_check_box(table):
    told = []
    table.colour_wanted.connect(told.append)
    press(table, Qt.Key.Key_F2, 1, SYMBOL)
    assert told == ["opp"]
    box = table.visualRect(table.model().index(1, SYMBOL))
    for x in (box.left() + 6, box.right() - 8):
        place = QPoint(x, box.center().y())
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert told == ["opp", "opp"]


def test_the_menu_of_a_class(table):
    told = []
    for signal in (table.colour_wanted, table.reset_wanted, table.only_wanted):
        signal.connect(told.append)
    menu = table.menu_of(0)
    for action in menu.actions():
        if not action.isSeparator() and action.text() != "Rename…":
            action.trigger()
    assert told == ["gov", "gov", "GOV", ""]


def test_hostile_words_are_shown_as_they_are(table):
    index = table.model().index(1, NAME)
    assert index.data() == ODD
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip and "&lt;img" in tip


def test_other_looks_keep_the_selection_other_classes_do_not(table):
    table.setCurrentIndex(table.model().index(1, NAME))
    table.selectionModel().select(table.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    table.model().show_lines(
        [line("gov", "G"), line("opp", "O"), line("blue", rule=RetakenRule("OPP", "IS", "2017-10-09"))]
    )
    assert table.currentIndex().row() == 1 and text(table, 0, NAME) == "G"
    table.model().show_lines([line("is")])
    assert not table.currentIndex().isValid() and table.model().rowCount() == 1


def test_columns_stand_still_while_figures_change(table):
    table.fit_columns(123456.0, -9999.0)
    before = [table.columnWidth(column) for column in range(4)]
    table.model().show_figures({"GOV": Figures(1.0, 0.1, 1.0)})
    table.model().show_figures({"GOV": Figures(123456.0, 1.0, -9999.0)})
    assert [table.columnWidth(column) for column in range(4)] == before
    widest = table.fontMetrics().horizontalAdvance(change_text(-9999.0))
    assert table.columnWidth(CHANGE) > widest


def test_a_screen_reader_hears_words_and_figures(table):
    table.model().show_figures({"GOV": Figures(5.0, 0.5, 1.0)})
    heard = [table.model().index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(4)]
    assert heard == ["Government", "Government", "5.00\n50.0 %", "▲ +1.00"]
    assert table.accessibleName()
