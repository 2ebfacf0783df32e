"""The page of corridors: what it lists, how it is filtered and sorted, and what mouse and keys ask of it."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
from qgis.PyQt.QtCore import QEvent, QLocale, QPoint, QPointF, QRect, Qt
from qgis.PyQt.QtGui import QColor, QMouseEvent, QPixmap
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QTabWidget, QWidget

from syria_control_plugin.case.corridors import CaseCorridors, CorridorRows
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.corridors.assessment import CorridorOptions
from syria_control_plugin.core.corridors.evidence import EvidenceOptions
from syria_control_plugin.gui.corridors import filter as corridor_filter
from syria_control_plugin.gui.corridors.filter import FACETS, CorridorFilter
from syria_control_plugin.gui.corridors.model import (
    BASIS,
    DATE,
    HOST,
    KIND,
    LENGTH,
    MOVER,
    VERDICT,
    days_text,
    searchable_texts,
)
from syria_control_plugin.gui.corridors.page import CorridorPage
from syria_control_plugin.mapping.text.formatting import span_text
from tests.qgis.gui.panel_desk import day, wait_until

NAMES = {"GOV": "Government forces", "IS": "Islamic State", "OPP": "Opposition"}
# number, mover, host, date, days, length, kind, basis, verdict
ROWS = (
    (1, "IS", "GOV", "2017-10-09", 1, 12.86, "transit", "observed", "no clash reported"),
    (2, "GOV", "IS", "2017-10-24", 1, 8.3, "transit", "observed", "clash reported"),
    (3, "GOV", "OPP", "2017-10-24", 1, 1.4, "entry", "observed", "clash possible"),
    (4, "GOV", "IS", "2017-10-22", 4, None, "transit", "inferred", "not covered"),
)
HOSTILE = "<img src='x'>&amp; \"quoted\"; DROP"


def made(*rows):
    columns = {
        f.FID: [row[0] + 100 for row in rows],
        f.CORRIDOR: [row[0] for row in rows],
        f.MOVER: [row[1] for row in rows],
        f.HOST: [row[2] for row in rows],
        f.VALID_FROM: [row[3] and f"{row[3]}T00:00:00Z" for row in rows],
        f.VALID_TO: [row[3] and f"{np.datetime64(row[3]) + row[4]}T00:00:00Z" for row in rows],
        f.LENGTH_KM: [row[5] for row in rows],
        f.KIND: [row[6] for row in rows],
        f.BASIS: [row[7] for row in rows],
        f.VERDICT: [row[8] for row in rows],
        f.SENTENCE: [f"All about {row[0]}." for row in rows],
    }
    path = np.empty(len(rows), object)
    path[:] = [shapely.LineString([(37, 35), (37.1, 35)])] * len(rows)
    return CorridorRows(columns, path)


def case_of(*rows, searched=True, stale=False, options=None, movements=2, events=5):
    return CaseCorridors(made(*rows), searched, stale, options or CorridorOptions(), movements, events, NAMES)


@pytest.fixture
def page(qgis_app):
    QApplication.clipboard().clear()
    page = CorridorPage()
    page.resize(1200, 600)
    page.show()
    page.show_corridors(case_of(*ROWS))
    yield page
    page.close()
    page.deleteLater()


def numbers(page):
    model = page.list.model()
    return [model.number_at(place) for place in range(model.rowCount())]


def cells(page, number):
    model = page.list.model()
    place = model.place_of(number)
    return [model.index(place, column).data() for column in range(BASIS + 1)]


def click(page, number, column=DATE, double=False):
    place = page.list.visualRect(page.list.model().index(page.list.model().place_of(number), column)).center()
    for pressed in (QTest.mouseClick, QTest.mouseDClick) if double else (QTest.mouseClick,):
        pressed(page.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def check(page, facet, words):
    """Checks an entry of a filter's menu by mouse."""
    menu = page.filters.buttons[facet].menu()
    menu.popup(QPoint(10, 10))
    (action,) = [action for action in menu.actions() if action.text() == words]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert menu.isVisible()  # for the next one
    menu.hide()


def type_in(page, text):
    told = []
    page.filters.filter_changed.connect(told.append)
    QTest.keyClicks(page.filters.search, text)
    wait_until(lambda: told)
    page.filters.filter_changed.disconnect(told.append)


# The list


def test_a_row_says_all_that_is_asked_for(page):
    page.list.model().set_short(frozenset())
    date = span_text(day("2017-10-24"), day("2017-10-24"), QLocale())
    assert cells(page, 3) == [
        "clash possible", date, "Government forces", "Opposition", "1.4", "entry", "observed",
    ]  # fmt: skip
    assert cells(page, 4)[LENGTH] == "–"
    page.list.model().set_short(frozenset({DATE}))
    assert cells(page, 4)[DATE] == f"{span_text(day('2017-10-22'), day('2017-10-22'), QLocale())} …"
    tip = page.list.model().index(page.list.model().place_of(4), DATE).data(Qt.ItemDataRole.ToolTipRole)
    assert span_text(day("2017-10-22"), day("2017-10-25"), QLocale()) in tip


def test_each_verdict_has_a_sign_of_its_own_shape(page):
    pictures = []
    for number in (1, 2, 3, 4):
        index = page.list.model().index(page.list.model().place_of(number), VERDICT)
        image = index.data(Qt.ItemDataRole.DecorationRole).pixmap(14, 14).toImage()
        white = [
            (x, y)
            for x in range(3, image.width() - 3)
            for y in range(3, image.height() - 3)
            if image.pixelColor(x, y).lightness() > 200
        ]
        pictures.append(tuple(white))
    assert all(pictures) and len(set(pictures)) == 4


def test_factions_have_the_pictures_of_the_map(page):
    picture = QPixmap(12, 12)
    picture.fill(QColor("#ff0000"))
    page.list.model().show_pictures({"GOV": picture})
    model = page.list.model()
    place = model.place_of(2)
    shown = model.index(place, MOVER).data(Qt.ItemDataRole.DecorationRole)
    assert shown.toImage().pixelColor(5, 5) == QColor("#ff0000")
    assert model.index(place, HOST).data(Qt.ItemDataRole.DecorationRole) is None


@pytest.mark.parametrize(
    "column, rising, falling",
    [
        (VERDICT, [2, 3, 1, 4], [4, 1, 3, 2]),  # by strength
        (DATE, [1, 4, 2, 3], [2, 3, 4, 1]),
        (MOVER, [4, 2, 3, 1], [1, 4, 2, 3]),
        (HOST, [1, 4, 2, 3], [3, 4, 2, 1]),
        (LENGTH, [3, 2, 1, 4], [1, 2, 3, 4]),  # without a length last
        (KIND, [3, 1, 4, 2], [1, 4, 2, 3]),
        (BASIS, [4, 1, 2, 3], [1, 2, 3, 4]),
    ],
)
def test_a_click_on_a_title_sorts(page, column, rising, falling):
    header = page.list.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
    if column == DATE:  # by which it is sorted at first
        assert numbers(page) == rising
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert numbers(page) == falling
        return
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    first = numbers(page)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sorted([first, numbers(page)]) == sorted([rising, falling])


def test_what_is_selected_stays_so_in_another_order(page):
    click(page, 2)
    page.list.sortByColumn(LENGTH, Qt.SortOrder.DescendingOrder)
    assert page.list.currentIndex().row() == page.list.model().place_of(2)
    check(page, "host", "Opposition")
    assert not page.list.selectionModel().hasSelection()
    check(page, "host", "Islamic State")
    assert page.list.model().number_at(page.list.currentIndex().row()) == 2


def test_a_name_of_hundreds_of_letters_leaves_room_for_the_other_columns(page):
    page.show_corridors(case_of((1, "M" * 300, "GOV", "2017-10-09", 1, 1.0, "transit", "observed", "not covered")))
    assert page.list.columnWidth(MOVER) < page.list.viewport().width() / 2
    page.resize(320, 600)
    wait_until(lambda: page.list.width() < 330)
    assert page.list.columnViewportPosition(HOST) < page.list.viewport().width()


def test_the_selected_one_is_in_view_and_else_the_top_of_the_list(page):
    page.list.select(390)
    page.show_corridors(case_of(*((number, *ROWS[number % 4][1:]) for number in range(1, 401))))
    assert page.list.visualRect(page.list.currentIndex()).bottom() <= page.list.viewport().height()
    assert page.list.rowAt(0) > 0
    check(page, "verdict", "no clash reported")
    check(page, "verdict", "not covered by event data")
    assert page.list.model().place_of(390) < 0
    assert page.list.rowAt(0) == 0


def test_columns_follow_their_texts_on_a_page_that_a_click_brought_up(page):
    tabs = QTabWidget()
    tabs.addTab(QWidget(), "Control")
    tabs.addTab(page, "Corridors")
    tabs.resize(400, 600)
    page.show_corridors(case_of(searched=False))
    tabs.show()
    QTest.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, pos=tabs.tabBar().tabRect(1).center())
    wait_until(page.list.isVisible)
    narrow = page.list.columnWidth(DATE)
    page.show_corridors(case_of(*ROWS))
    assert page.list.columnWidth(DATE) > narrow
    page.setParent(None)


def test_a_column_that_the_user_drew_stays_as_wide(page):
    wide = page.list.columnWidth(MOVER)
    header = page.list.horizontalHeader()
    edge = QPoint(header.sectionViewportPosition(MOVER) + wide - 1, header.height() // 2)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    for by in (10, 30):
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        move = QMouseEvent(QEvent.Type.MouseMove, QPointF(edge + QPoint(by, 0)), Qt.MouseButton.NoButton, left, none)
        QApplication.sendEvent(header.viewport(), move)
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(30, 0))
    drawn = page.list.columnWidth(MOVER)
    page.show_corridors(case_of(*ROWS))
    assert drawn != wide and page.list.columnWidth(MOVER) == drawn


def test_those_of_the_time_on_the_map_are_marked(page):
    model = page.list.model()

    def marked():
        index = [model.index(model.place_of(number), VERDICT) for number in (1, 2, 3, 4)]
        bold = [
            bool(each.data(Qt.ItemDataRole.FontRole)) and each.data(Qt.ItemDataRole.FontRole).bold() for each in index
        ]
        told = ["on the date shown" in each.data(Qt.ItemDataRole.AccessibleTextRole) for each in index]
        assert bold == told
        return [number for number, is_bold in zip((1, 2, 3, 4), bold) if is_bold]

    assert marked() == []
    model.show_span(day("2017-10-24"), day("2017-10-26"))
    assert marked() == [2, 3, 4]
    model.show_span(day("2017-10-10"), day("2017-10-22"))  # between: both ends are open
    assert marked() == []
    model.show_span(day("2017-10-09"), day("2017-10-09"))  # a moment
    assert marked() == [1]
    model.show_span(np.datetime64("NaT"), np.datetime64("NaT"))
    assert marked() == []


def test_in_a_narrow_panel_the_buttons_to_what_is_lacking_are_as_wide_as_their_words(page):
    page.show_corridors(case_of(searched=False, movements=0, events=0))
    page.resize(320, 600)
    wait_until(lambda: page.note.width() < 330)
    buttons = (page.note.search, page.note.movements, page.note.events)
    assert all(button.isVisible() and button.width() >= button.sizeHint().width() for button in buttons)


def test_titles_of_filters_share_the_width_by_their_length(qgis_app, monkeypatch):
    monkeypatch.setattr(corridor_filter, "tr", lambda text: text * 3 if text in ("Mover", "Host") else text)
    bar = corridor_filter.FilterBar()
    bar.resize(sum(each.sizeHint().width() for each in bar.buttons.values()), 80)
    bar.layout().activate()
    for button in bar.buttons.values():
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())


def test_in_a_narrow_panel_the_first_columns_are_all_there(page):
    page.resize(320, 600)
    wait_until(lambda: page.list.width() < 330)
    assert cells(page, 2)[:LENGTH] == ["", cells(page, 2)[DATE], "GOV", "IS"]
    font = page.list.font()
    font.setPixelSize(12)  # as on a desktop
    page.list.setFont(font)
    for column in (HOST, DATE):  # the mark of the order takes room
        page.list.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        ends = page.list.columnViewportPosition(LENGTH) + page.list.columnWidth(LENGTH)
        assert ends <= page.list.viewport().width()
    assert page.minimumSizeHint().width() <= 320
    tip = page.list.model().index(0, VERDICT).data(Qt.ItemDataRole.ToolTipRole)
    assert "Government forces" in tip and "no clash reported" in tip
    page.resize(1200, 600)
    wait_until(lambda: page.list.width() > 1000)
    assert cells(page, 2)[:1] + cells(page, 2)[MOVER:LENGTH] == ["clash reported", "Government forces", "Islamic State"]


# Filters


@pytest.mark.parametrize(
    "facet, words, left",
    [
        ("mover", "Islamic State", [1]),
        ("host", "Islamic State", [4, 2]),
        ("kind", "entry", [3]),
        ("basis", "inferred", [4]),
        ("verdict", "not covered by event data", [4]),
    ],
)
def test_each_filter(page, facet, words, left):
    check(page, facet, words)
    assert numbers(page) == left
    assert page.filters.count.text() == f"{len(left)} of 4 corridors"
    button = page.filters.buttons[facet]
    assert button.font().bold() and button.isChecked() and words in button.accessibleDescription()
    QTest.mouseClick(page.filters.clear_button, Qt.MouseButton.LeftButton)
    assert len(numbers(page)) == 4
    assert not button.font().bold() and not page.filters.clear_button.isVisible()


def test_values_of_one_filter_add_up_those_of_two_narrow_down(page):
    check(page, "verdict", "clash reported")
    check(page, "verdict", "clash possible")
    assert numbers(page) == [2, 3]
    check(page, "host", "Opposition")
    assert numbers(page) == [3]
    check(page, "host", "Opposition")
    assert numbers(page) == [2, 3]
    page.filters.buttons["verdict"].menu().actions()[-1].trigger()  # all
    assert len(numbers(page)) == 4


def test_a_filter_by_keys(page):
    menu = page.filters.buttons["basis"].menu()
    menu.popup(QPoint(10, 10))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert numbers(page) == [1, 2, 3]
    menu.hide()


@pytest.mark.parametrize(
    "typed, left",
    [
        ("opposition", [3]),
        ("GOV transit", [1, 4, 2]),
        ("not covered", [4]),
        ("12.9", [1]),
        ("nowhere", []),
        ("OPP", [3]),
    ],
)
def test_words_are_looked_for_in_all_columns(page, typed, left):
    type_in(page, typed)
    assert numbers(page) == left
    assert page.filters.count.text() == f"{len(left)} of 4 corridors"


def test_a_filter_goes_through_a_project_and_back():
    wanted = CorridorFilter(mover=frozenset({"GOV", HOSTILE}), text="a b")
    assert CorridorFilter.from_dict(wanted.to_dict()) == wanted
    for broken in (None, 5, {"mover": 1, "words": []}, {"mover": [1, None], "host": "GOV"}):
        assert CorridorFilter.from_dict(broken) == CorridorFilter()


def test_a_chosen_value_that_is_gone_can_be_unchosen(page):
    check(page, "host", "Opposition")
    page.show_corridors(case_of(*ROWS[:2]))
    assert numbers(page) == []
    check(page, "host", "OPP")
    assert numbers(page) == [1, 2]


# Mouse and keys


def test_a_click_asks_for_date_and_place(page):
    asked = []
    page.place_wanted.connect(lambda *place: asked.append(place))
    click(page, 3)
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    QTest.keyClick(page.list, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert asked == [(3, False), (2, False), (2, True)]


def test_a_double_click_opens_the_evidence_which_follows_the_list(page):
    asked = []
    page.evidence_wanted.connect(asked.append)
    click(page, 3)
    assert not page.evidence.isVisible() and asked == []
    click(page, 3, double=True)
    assert page.evidence.isVisible() and asked == [3]
    assert page.evidence.sentence.text() == "All about 3."
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    assert page.evidence.sentence.text() == "All about 2." and asked == [3, 2]
    QTest.mouseClick(page.evidence_button, Qt.MouseButton.LeftButton)
    assert not page.evidence.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    assert asked == [3, 2]
    QTest.keyClick(page.evidence_button, Qt.Key.Key_Space)
    assert page.evidence.sentence.text() == "All about 4." and asked == [3, 2, 4]


def test_copying_a_row_copies_its_sentences(page):
    click(page, 2)
    QTest.keyClick(page.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "All about 2."


def test_a_row_without_sentences_is_copied_in_words(page):
    found = case_of(ROWS[1])
    found.rows.sentence[0] = ""
    page.show_corridors(found)
    page.list.copy(0)
    assert "Government forces through territory of Islamic State" in QApplication.clipboard().text()
    assert "clash reported" in QApplication.clipboard().text()


def test_the_menu_of_a_row(page):
    asked = []
    page.place_wanted.connect(lambda *place: asked.append(place))
    page.list.table_wanted.connect(lambda number: asked.append(number))
    menu = page.list.menu_of(page.list.model().place_of(4))
    actions = {action.text(): action for action in menu.actions()}
    actions["Zoom to corridor"].trigger()
    actions["Open the attribute table"].trigger()
    actions["Copy summary"].trigger()
    actions["Evidence"].trigger()
    assert asked == [(4, True), 4]
    assert QApplication.clipboard().text() == "All about 4."
    assert page.evidence.isVisible() and page.list.current == 4


def test_the_page_by_tab(page):
    page.activateWindow()
    wait_until(page.isActiveWindow)
    page.filters.search.setFocus()
    met = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    assert {page.list, page.evidence_button, page.settings_button, *page.filters.buttons.values()} <= set(met)


# Names from data


def test_names_from_data_are_text(page):
    page.show_corridors(case_of((1, HOSTILE, HOSTILE, "2017-10-09", 1, 1.0, HOSTILE, HOSTILE, HOSTILE)))
    assert cells(page, 1)[MOVER] == cells(page, 1)[KIND] == HOSTILE
    tip = page.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip and "&lt;img" in tip
    for facet in FACETS:
        check(page, facet, HOSTILE.replace("&", "&&"))
        assert "<img" not in page.filters.buttons[facet].toolTip()
    assert numbers(page) == [1]
    page.list.select(1)
    page.show_evidence(True)
    labels = [label for label in page.findChildren(QLabel) if "img" in label.text()]
    assert labels and all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_what_is_missing_in_a_row_breaks_nothing(page):
    page.show_corridors(case_of((1, None, None, None, 0, None, None, None, None)))
    assert cells(page, 1) == ["", "–", "", "", "–", "", ""]
    page.list.sortByColumn(DATE, Qt.SortOrder.DescendingOrder)
    page.list.model().show_span(day("2017-10-24"), day("2017-10-26"))
    click(page, 1, double=True)
    assert page.evidence.isVisible()


# Thousands


def test_thousands_need_no_widget_each(page):
    few = len(page.findChildren(QWidget))
    many = [(number, *ROWS[number % 4][1:]) for number in range(1, 5001)]
    page.show_corridors(case_of(*many))
    assert len(page.findChildren(QWidget)) == few
    assert len(numbers(page)) == 5000
    check(page, "verdict", "clash possible")
    assert len(numbers(page)) == 1250
    page.list.select(4998)
    assert page.list.model().number_at(page.list.currentIndex().row()) == 4998
    assert QRect(QPoint(), page.list.viewport().size()).contains(
        page.list.visualRect(page.list.currentIndex()).center()
    )


# What is missing, settings, progress


@pytest.mark.parametrize(
    "given, note, buttons",
    [
        (dict(searched=False), "The case has not been searched for corridors yet.", {"search"}),
        (dict(searched=False, movements=0, events=0), "The case has not been", {"search", "movements", "events"}),
        (
            dict(movements=0),
            "The case has no movements, and no corridor could be inferred from its maps alone",
            {"movements"},
        ),
        (dict(), "No corridor was found with these settings.", set()),
        (dict(rows=ROWS, events=0), "The case has no clash events", {"events"}),
        (dict(rows=ROWS, stale=True), "Corridors out of date: territories, movements, events, factions,", {"search"}),
        (dict(rows=ROWS, movements=0), "", set()),
        (dict(rows=ROWS), "", set()),
    ],
)
def test_what_is_missing_is_said_with_a_way_to_it(page, given, note, buttons):
    given = dict(given)
    page.show_corridors(case_of(*given.pop("rows", ()), **given))
    assert page.note.text.text().startswith(note) and bool(page.note.text.text()) == bool(note)
    there = {"search": page.note.search, "movements": page.note.movements, "events": page.note.events}
    assert {name for name, button in there.items() if button.isVisible()} == buttons
    asked = []
    page.search_wanted.connect(lambda options: asked.append("search"))
    page.movements_wanted.connect(lambda: asked.append("movements"))
    page.events_wanted.connect(lambda: asked.append("events"))
    for name in sorted(buttons):
        QTest.mouseClick(there[name], Qt.MouseButton.LeftButton)
    assert asked == sorted(buttons)


def test_settings_of_the_case_are_shown_and_asked_for(page):
    options = CorridorOptions(
        EvidenceOptions(12.5, 3, 80.0, 9, True),
        2.5,
        4.0,
        11,
        min_length_km=0.5,
        tolerance_km=1.5,
        alternative_factor=2.0,
    )
    asked = []
    page.search_wanted.connect(asked.append)
    page.show_corridors(case_of(*ROWS, options=options))
    QTest.mouseClick(page.settings_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.settings.button, Qt.MouseButton.LeftButton)
    page.settings.uncertainty_km.setValue(0.5)
    page.settings.strikes.setChecked(False)
    QTest.mouseClick(page.settings.button, Qt.MouseButton.LeftButton)
    assert asked[0] == options
    assert (asked[1].uncertainty_km, asked[1].evidence.counts_strikes) == (0.5, False)


def test_the_time_zone_is_shown_as_proposed_until_it_is_chosen(page):
    options = CorridorOptions(EvidenceOptions(time_zone="Asia/Damascus"))
    asked = []
    page.search_wanted.connect(asked.append)
    page.show_corridors(replace(case_of(*ROWS, options=options), has_proposed_zone=True))
    box = page.settings.time_zone
    assert (box.currentText(), page.settings.zone_label.text()) == ("Asia/Damascus", "Time zone of days (proposed)")
    for text, zone in (("asia/kathmandu", "Asia/Kathmandu"), ("Atlantis", "Asia/Damascus"), ("UTC", "UTC")):
        box.setEditText(text)
        QTest.mouseClick(page.settings.button, Qt.MouseButton.LeftButton)
        assert asked[-1].evidence.time_zone == zone
    page.show_corridors(case_of(*ROWS, options=CorridorOptions(EvidenceOptions(time_zone="UTC+03:30"))))
    assert (box.name(), page.settings.zone_label.text()) == ("UTC+03:30", "Time zone of days")


def test_the_day_of_a_passage_with_known_times_is_the_local_one(page):
    """From 22:00 to 23:00 UTC on 9 October it is 10 October in Damascus; a date stays what it is."""
    rows = made(*ROWS[:2])
    columns = {**rows.columns, f.IS_TIMED: [1, 0]}
    columns[f.VALID_FROM] = ["2017-10-09T22:00:00Z", columns[f.VALID_FROM][1]]
    columns[f.VALID_TO] = ["2017-10-09T23:00:00Z", columns[f.VALID_TO][1]]
    local = replace(rows, columns=columns, time_zone="Asia/Damascus")
    assert [days_text(*each, False) for each in zip(local.local_start, local.local_end)] == [
        days_text(np.datetime64(day, "s"), np.datetime64(day, "s"), False) for day in ("2017-10-10", "2017-10-24")
    ]
    assert searchable_texts(local, NAMES)[0].count("10 oct 2017") == 1


def test_settings_other_than_those_of_the_list_are_said_so(page):
    page.show_corridors(case_of(*ROWS))
    for change, undo in (
        (lambda: page.settings.distance_km.setValue(7), lambda: page.settings.distance_km.setValue(5)),
        (lambda: page.settings.strikes.setChecked(True), lambda: page.settings.strikes.setChecked(False)),
        (lambda: page.settings.time_zone.show_name("Asia/Tehran"), lambda: page.settings.time_zone.show_name("UTC")),
    ):
        change()
        assert page.note.text.text().startswith("The settings differ from those of the listed corridors.")
        assert page.note.search.isVisibleTo(page)
        undo()
        assert not page.note.text.text() and not page.note.search.isVisibleTo(page)


def test_coverage_is_never_narrower_than_evidence(page):
    page.settings.distance_km.setValue(300)
    page.settings.days.setValue(30)
    options = page.settings.options()
    assert (options.evidence.coverage_km, options.evidence.coverage_days) == (300, 30)


def test_settings_half_changed_stay_when_the_same_case_is_read_again(page):
    page.settings.distance_km.setValue(7)
    page.show_corridors(case_of(*ROWS[:2]))
    assert page.settings.distance_km.value() == 7
    page.show_corridors(case_of(*ROWS, options=CorridorOptions(EvidenceOptions(3.0))))
    assert page.settings.distance_km.value() == 3


def test_while_a_search_runs_none_can_be_started(page):
    cancelled = []
    page.cancel_wanted.connect(lambda: cancelled.append(True))
    page.show_progress(37.4)
    assert page.bar.isVisible() and page.bar.value() == 37
    assert not page.settings.button.isEnabled()
    QTest.mouseClick(page.cancel_button, Qt.MouseButton.LeftButton)
    assert cancelled == [True]
    page.show_progress(None)
    assert not page.bar.isVisible() and page.settings.button.isEnabled()


def test_a_cleared_page_keeps_nothing(page):
    click(page, 3, double=True)
    check(page, "host", "Opposition")
    page.clear()
    assert numbers(page) == [] and page.list.current == -1
    assert page.filters.filter == CorridorFilter()
    assert not page.evidence.isVisible() and not page.list.isEnabled()
    page.show_corridors(case_of(*ROWS))
    assert len(numbers(page)) == 4 and page.list.isEnabled()
