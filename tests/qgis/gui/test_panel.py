"""The panel in a window with a canvas: what it shows and does by mouse and keys, and that nothing of it stays."""

import numpy as np
import pytest
from qgis.core import Qgis, QgsApplication, QgsProject, QgsSettings
from qgis.gui import QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QColorDialog, QDockWidget, QToolButton

from syria_control_plugin import classFactory
from syria_control_plugin.case.case import Case
from syria_control_plugin.core.corridors.assessment import CorridorOptions
from syria_control_plugin.gui.controllers.state import PanelSettings
from syria_control_plugin.gui.panel import classes
from syria_control_plugin.gui.panel.classes import AREA, CHANGE, NAME, SYMBOL
from syria_control_plugin.gui.panel.panel import ControlPanel
from syria_control_plugin.mapping.layers.class_symbology import drawn_classes
from syria_control_plugin.mapping.layers.layers import refresh_case
from syria_control_plugin.mapping.layers.temporal import day_range, show_day
from tests.qgis.gui.panel_desk import (
    FIRST,
    SECOND,
    STEPS,
    THIRD,
    day,
    make_case,
    settle,
    square,
    wait_until,
)


@pytest.fixture
def opened(plugin, tmp_path):
    """The plugin with a case of two maps that differ and a third that does not, on its second map."""
    plugin.opener.open_case(make_case(tmp_path / "case.gpkg", title="Two squares", note="Schematic."))
    settle()
    return plugin


def layer():
    return next(each for each in QgsProject.instance().mapLayers().values() if each.name() == "Control")


def on(plugin, date):
    """Once the canvas is through with what it draws, the map of the date is shown."""
    wait_until(lambda: plugin.controller.dates.playback.date == date)
    settle()
    return True


def go(plugin, date):
    plugin.controller.dates.playback.show(date)
    return on(plugin, date)


def text(panel, row, column):
    return panel.factions.model().index(row, column).data()


def labels(panel):
    return [text(panel, row, NAME) for row in range(panel.factions.model().rowCount())]


def click(view, row, column, modifier=Qt.KeyboardModifier.NoModifier):
    place = view.visualRect(view.model().index(row, column)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)


# Empty


def test_without_a_case_the_ways_to_one_are_shown(qgis_app):
    panel = ControlPanel()
    assert not panel.has_case
    asked = []
    for name in ("sample", "case", "import"):
        getattr(panel, f"{name}_wanted").connect(lambda name=name: asked.append(name))
    for button in (panel.empty.sample_button, panel.empty.case_button, panel.empty.import_button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["sample", "case", "import"]


def test_the_panel_opens_the_sample(plugin, panel):
    QTest.mouseClick(panel.empty.sample_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: panel.has_case and plugin.controller.view.changed_km2 is not None)
    assert panel.header.title.accessibleName() == "North-east Hama, October 2017"
    assert "Schematic" in panel.header.note.text()
    kinds = [line.entry.kind for line in panel.factions.model().lines]
    assert "retaken" in kinds and kinds.count("faction") == 3
    row = kinds.index("retaken")
    assert text(panel, row, AREA).endswith("\nderived") and text(panel, row, AREA)[0].isdigit()


# The date and the figures


def test_figures_follow_the_date(opened, panel):
    playback = opened.controller.dates.playback
    assert playback.date == SECOND
    row = labels(panel).index("Syrian government forces")
    assert text(panel, row, AREA).endswith("75.0 %") and text(panel, row, CHANGE).startswith("▲ +")
    go(opened, FIRST)
    assert text(panel, row, AREA).endswith("50.0 %") and text(panel, row, CHANGE) == "–"
    go(opened, THIRD)
    assert text(panel, row, CHANGE) == "0"


def test_buttons_step_through_maps_and_changes(opened, panel):
    buttons = {
        b.defaultAction().objectName(): b for b in panel.transport.findChildren(QToolButton) if b.defaultAction()
    }

    def press(name):
        QTest.mouseClick(buttons[f"SyriaControl{name}"], Qt.MouseButton.LeftButton)

    steps = (("Next", THIRD), ("PreviousChange", SECOND), ("Previous", FIRST), ("NextChange", SECOND))
    for name, date in (*steps, ("NextChange", SECOND)):
        press(name)
        assert on(opened, date)
    assert panel.timeline.date == SECOND


def test_play_and_pause(opened, panel):
    playback = opened.controller.dates.playback
    go(opened, FIRST)
    play = panel.transport.play_action
    play.trigger()
    assert playback.is_playing and play.text() == "Pause"
    play.trigger()
    assert not playback.is_playing and play.text() == "Play"
    play.trigger()
    wait_until(lambda: playback.date == THIRD and not playback.is_playing)
    assert play.text() == "Play"


def test_a_date_is_typed_in(opened, panel):
    edit = panel.transport.date_edit
    edit.setDisplayFormat("yyyy-MM-dd")
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "2017-10-02")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert on(opened, FIRST), "the map that was valid on the 2nd"
    assert edit.date().toString("yyyy-MM-dd") == "2017-10-01"
    _, told, level = opened.iface.messages[-1]
    assert "No map is dated 2 Oct 2017. The map of 1 Oct 2017, which" in told and level == Qgis.MessageLevel.Info
    count = len(opened.iface.messages)
    opened.panel.transport.date_typed.emit(SECOND)
    assert on(opened, SECOND) and len(opened.iface.messages) == count, "there is one of this day"


def test_a_typed_day_finds_a_map_of_noon(plugin, panel, tmp_path):
    noon = day("2017-10-03T12:00")
    rows = [("GOV", FIRST, noon, square(37, 38)), ("GOV", noon, None, square(37, 39))]
    plugin.opener.open_case(make_case(tmp_path / "case.gpkg", rows, maps=(FIRST, noon)))
    settle()
    go(plugin, FIRST)
    panel.transport.date_typed.emit(day("2017-10-03"))
    assert on(plugin, noon)


def test_timeline_and_chart_select_dates(opened, panel):
    panel.timeline.date_selected.emit(FIRST)
    assert on(opened, FIRST)
    panel.show_page("over_time")
    settle()
    chart = panel.chart
    QTest.mouseClick(
        chart.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(chart.width() - 12, 40)
    )
    assert on(opened, SECOND), "the last date of change"
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert on(opened, FIRST)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert on(opened, SECOND)


def test_the_temporal_controller_of_qgis_is_followed(iface, opened, panel):
    iface.controller.setCurrentFrameNumber(0)
    settle()
    assert panel.timeline.date == FIRST
    assert opened.controller.view.moment == FIRST


def test_two_sources_are_shown_one_at_a_time(plugin, panel, tmp_path):
    rows = [*STEPS, ("IS", FIRST, None, square(37, 39), "other")]
    plugin.opener.open_case(make_case(tmp_path / "case.gpkg", rows))
    settle()
    sources = panel.header.sources
    assert [sources.itemText(number) for number in range(sources.count())] == ["maps", "other"]
    assert not sources.isHidden()
    row = [line.value for line in panel.factions.model().lines].index("IS")
    assert text(panel, row, AREA) == "–"
    panel.header.source_wanted.emit("other")
    settle()
    # A series of one side has no shares: where the others hold territory is not known.
    assert text(panel, row, AREA) == "20,133"


# Ground that changed hands


def bands(iface):
    return [item for item in iface.canvas.scene().items() if isinstance(item, QgsRubberBand) and item.isVisible()]


def test_changed_ground_is_marked_and_fades(iface, opened):
    go(opened, FIRST)
    wait_until(lambda: not bands(iface))
    opened.controller.dates.playback.show(SECOND)
    wait_until(lambda: bands(iface))
    extent = bands(iface)[0].asGeometry().boundingBox()
    wait_until(lambda: not bands(iface))
    assert extent.width() > 0 and not opened.controller.view.mark.is_shown


def test_marking_can_be_switched_off(iface, opened, panel):
    panel.header.marks_action.trigger()
    assert not PanelSettings.load().marks_changes
    go(opened, FIRST)
    go(opened, SECOND)
    assert bands(iface) == []


def test_a_change_is_flashed_where_it_is_in_view_and_zoomed_to_elsewhere(iface, opened, panel):
    changes = panel.changes.changes
    assert changes.model().rowCount() == 1
    before = iface.canvas.extent()
    click(changes, 0, 0)
    assert iface.canvas.extent() == before
    QTest.mouseDClick(changes.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                      changes.visualRect(changes.model().index(0, 0)).center())  # fmt: skip
    zoomed = iface.canvas.extent()
    assert zoomed.width() < before.width()
    far = type(before)(0, 0, 1000, 1000)
    iface.canvas.setExtent(far)
    changes.setFocus()
    QTest.keyClick(changes, Qt.Key.Key_Return)
    assert iface.canvas.extent().center().distance(zoomed.center()) < zoomed.width() / 100


# Classes


def test_the_check_box_drives_the_renderer(opened, panel):
    table = panel.factions
    look = table.model().index(0, SYMBOL)
    box = table.visualRect(look)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                     QPoint(box.left() + 9, box.center().y()))  # fmt: skip
    value = table.model().lines[0].value
    assert drawn_classes(layer()) == {"GOV": value != "GOV", "OPP": value != "OPP"}
    table.setCurrentIndex(table.model().index(0, NAME))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert drawn_classes(layer()) == {"GOV": True, "OPP": True}


def test_a_class_switched_off_in_the_layer_tree_shows_in_the_panel(opened, panel):
    one = layer()
    one.renderer().checkLegendSymbolItem(one.renderer().legendKeys().pop(), False)
    one.triggerRepaint()
    states = {line.value: line.is_drawn for line in panel.factions.model().lines}
    assert states == drawn_classes(one) and sorted(states.values()) == [False, True]


def test_show_only_one_class_and_all_again(opened, panel):
    panel.factions.only_wanted.emit("OPP")
    assert drawn_classes(layer()) == {"GOV": False, "OPP": True}
    panel.factions.only_wanted.emit("")
    assert drawn_classes(layer()) == {"GOV": True, "OPP": True}


def kept_label(path, faction):
    (entry,) = [each for each in Case(path).setting("theme")["classes"] if each.get("faction") == faction]
    return entry["label"]


def test_words_are_edited_kept_with_the_case_and_taken_back(opened, panel, tmp_path):
    path = str(tmp_path / "case.gpkg")
    table = panel.factions
    row = [line.value for line in table.model().lines].index("GOV")
    old = kept_label(path, "GOV")
    table.setCurrentIndex(table.model().index(row, NAME))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget() if QApplication.focusWidget() is not table else None
    editor = editor or table.indexWidget(table.currentIndex())
    editor.selectAll()
    QTest.keyClicks(editor, "Army <b>&")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert labels(panel)[row] == kept_label(path, "GOV") == "Army <b>&"
    assert "Army <b>&" in [category.label() for category in layer().renderer().categories()]
    assert "Army" in saved_style(path)
    panel.header.theme_reset_wanted.emit()
    settle()
    assert labels(panel)[row] == kept_label(path, "GOV") == old
    assert not opened.controller.styles.themes.is_edited and "Army" not in saved_style(path)


def saved_style(path):
    ((qml,),) = Case(path).select("layer_styles", "styleQML", where={"f_table_name": "control_map"})
    return qml


def test_a_colour_is_edited_and_kept(opened, panel, tmp_path, monkeypatch):
    monkeypatch.setattr(QColorDialog, "getColor", staticmethod(lambda *_: QColor("#123456")))
    table = panel.factions
    row = [line.value for line in table.model().lines].index("GOV")
    table.setCurrentIndex(table.model().index(row, SYMBOL))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    settle()
    renderer = layer().renderer()
    category = renderer.categories()[renderer.categoryIndexForValue("GOV")]
    assert category.symbol().color().name() == "#123456"
    assert table.model().lines[row].picture.toImage().pixelColor(10, 7).name() == "#123456"
    assert "#123456" in str(Case(str(tmp_path / "case.gpkg")).setting("theme"))
    assert "18,52,86" in saved_style(str(tmp_path / "case.gpkg"))
    panel.factions.reset_wanted.emit(table.model().lines[row].entry.id)
    settle()
    assert "18,52,86" not in saved_style(str(tmp_path / "case.gpkg"))


def test_another_theme_is_given_to_the_case(opened, panel, tmp_path):
    panel.factions.only_wanted.emit("OPP")
    action = next(each for each in panel.header.theme_menu.actions() if each.text() == "Colour-blind safe")
    action.trigger()
    settle()
    path = str(tmp_path / "case.gpkg")
    assert Case(path).setting("theme")["id"] == "colour_blind_safe"
    category = layer().renderer().categories()[layer().renderer().categoryIndexForValue("GOV")]
    assert category.symbol().color().name() == "#d55e00"
    assert drawn_classes(layer()) == {"GOV": False, "OPP": True}, "what was off stays off"
    assert opened.controller.dates.playback.date == SECOND and panel.has_case


def test_another_theme_leaves_the_date_as_it_is(opened, panel, iface):
    """Also a day between two maps, on which something else happened."""
    playback = opened.controller.dates.playback
    between = SECOND + np.timedelta64(1, "D")
    show_day(iface.controller, np.array([FIRST, SECOND, THIRD]), between)
    settle()
    before = iface.canvas.temporalRange()
    assert before == day_range(between)
    assert "4" in opened.controller.dates.caption.text() and "3" not in opened.controller.dates.caption.text()
    action = next(each for each in panel.header.theme_menu.actions() if each.text() == "Colour-blind safe")
    action.trigger()
    settle()
    assert playback.date == SECOND and opened.controller.view.moment == SECOND
    assert iface.canvas.temporalRange() == before


def test_a_theme_file_with_a_fault_is_told(iface, opened, panel, tmp_path):
    path = tmp_path / "<b>bad.json"
    path.write_text("{}")
    opened.controller.styles.themes.change_to(str(path))
    settle()
    (error,) = iface.errors()
    assert "&lt;b&gt;" in error or "Theme" in error
    assert Case(str(tmp_path / "case.gpkg")).setting("theme")["id"] == "conflict_convention"


# The project


def test_a_layer_taken_out_empties_the_panel(opened, panel):
    QgsProject.instance().removeMapLayer(layer().id())
    settle()
    assert not panel.has_case and panel.factions.model().rowCount() == 0


def test_another_case_takes_its_place_and_gives_it_back(opened, panel, tmp_path):
    first = layer().id()
    opened.opener.open_case(make_case(tmp_path / "other.gpkg", STEPS[:1], title="Other"))
    settle()
    assert panel.header.title.accessibleName() == "Other"
    other = next(key for key in QgsProject.instance().mapLayers() if key != first)
    QgsProject.instance().removeMapLayer(other)
    settle()
    assert panel.header.title.accessibleName() == "Two squares"


def test_a_case_dropped_on_the_panel_is_opened(plugin, panel, tmp_path):
    panel.case_dropped.emit(make_case(tmp_path / "case.gpkg", title="Dropped"))
    settle()
    assert panel.header.title.accessibleName() == "Dropped"


def test_a_case_that_has_changed_is_read_again(opened, panel, tmp_path):
    panel.header.read_wanted.emit()
    settle()
    assert panel.has_case and opened.controller.dates.playback.date == SECOND
    assert opened.controller.view.changed_km2 is not None


def test_an_import_into_the_open_case_is_followed(opened, panel, tmp_path):
    """A third party turns up on the third map."""
    path = str(tmp_path / "case.gpkg")
    make_case(path, [("IS", THIRD, None, square(39, 40))])
    refresh_case(QgsProject.instance(), Case(path), Case(path).classes())
    settle()
    assert [line.value for line in panel.factions.model().lines].count("IS") == 1
    assert opened.controller.dates.playback.date == SECOND
    go(opened, THIRD)
    assert len(panel.changes.changes.model().lines) == 1
    assert set(drawn_classes(layer())) == {"GOV", "IS", "OPP"}


# Looks


@pytest.mark.parametrize("width", [320, 700])
def test_nothing_is_wider_than_the_panel(opened, panel, width):
    panel.setFloating(True)
    panel.resize(width, 800)
    settle()
    assert panel.width() == width
    for view in (panel.factions, panel.changes.changes):
        assert sum(view.columnWidth(column) for column in range(view.model().columnCount())) <= view.viewport().width()
    assert panel.factions.columnWidth(NAME) >= 70
    right = panel.transport.mapTo(panel, QPoint(panel.transport.width(), 0)).x()
    assert right <= width and panel.transport.sizeHint().width() <= width


def test_words_longer_than_english_fit(opened, panel, monkeypatch):
    """Half as long again, as German and Russian run: no part makes the panel wider than 320."""
    for line in panel.factions.model().lines:
        opened.controller.styles.themes.rename(
            line.entry.id, "Ganz außerordentlich lange Bezeichnung einer Partei " * 3
        )
    settle()
    assert panel.minimumSizeHint().width() <= 320


def test_a_dark_palette_is_followed(opened, panel):
    dark = QPalette(QColor("#303030"), QColor("#2b2b2b"))
    panel.setPalette(dark)
    panel.show_page("over_time")
    settle()
    image = panel.chart.grab().toImage()
    assert image.pixelColor(image.width() - 20, 30).lightnessF() < 0.3


def test_all_can_be_reached_by_the_tab_key(opened, panel):
    panel.header.theme_button.setFocus()
    met = set()
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or panel, Qt.Key.Key_Tab)
        met.add(QApplication.focusWidget())
    wanted = {
        panel.timeline,
        panel.transport.date_edit,
        panel.factions,
        panel.changes.changes,
        panel.transport.loop_button,
    }
    assert wanted <= met


# Load and unload


def leftovers(iface):
    return (
        [dock.objectName() for dock in iface.window.findChildren(QDockWidget)],
        [action.text() for action in iface.window.findChildren(QAction) if "Syria" in action.objectName()],
        iface.toolbar.actions(),
        dict(iface.keyed),
        len(iface.canvas.scene().items()),
        QgsApplication.taskManager().count(),
    )


def test_loaded_ten_times_with_a_case_nothing_stays(iface, tmp_path):
    path = make_case(tmp_path / "case.gpkg")
    project = QgsProject.instance()
    settle()
    before = leftovers(iface)
    signals = (project.layersAdded, project.layersRemoved, project.readProject, project.writeProject, project.cleared)
    for _ in range(10):
        plugin = classFactory(iface)
        plugin.initGui()
        panel = plugin.panel
        assert iface.keyed["SyriaControlPanelAction"] == "Ctrl+Alt+Y" and "SyriaControlPlay" in iface.keyed
        assert plugin.panel_action in iface.toolbar.actions()
        plugin.opener.open_case(path)
        wait_until(lambda plugin=plugin: plugin.controller.dates.playback.date is not None)
        plugin.controller.dates.playback.show(FIRST)
        plugin.unload()
        settle()
        project.clear()
        settle()
        assert sip.isdeleted(panel)
        assert leftovers(iface) == before
    receivers = [project.receivers(signal) for signal in signals]
    plugin = classFactory(iface)
    plugin.initGui()
    assert [project.receivers(signal) for signal in signals] != receivers
    plugin.unload()
    settle()
    assert [project.receivers(signal) for signal in signals] == receivers
    assert iface.errors() == []


def test_the_toolbar_button_shows_and_hides_the_panel(iface, plugin, panel):
    assert plugin.panel_action.isChecked()
    plugin.panel_action.trigger()
    assert not panel.isVisible()
    plugin.panel_action.trigger()
    assert panel.isVisible()


def test_settings_survive_and_bad_ones_do_not_hurt(qgis_app):
    PanelSettings(marks_changes=False, maps_per_second=10.0, is_looping=True).save()
    assert PanelSettings.load() == PanelSettings(marks_changes=False, maps_per_second=10.0, is_looping=True)
    QgsSettings().setValue("syria_control/panel/maps_per_second", "quick")
    assert PanelSettings.load().maps_per_second == PanelSettings().maps_per_second
    QgsSettings().remove("syria_control")
    assert PanelSettings.load() == PanelSettings()


def test_a_case_without_territories_is_no_trouble(plugin, panel, tmp_path):
    plugin.opener.open_case(make_case(tmp_path / "case.gpkg", rows=[]))
    settle()
    assert panel.has_case and not panel.transport.date_edit.isEnabled()
    assert "no territories" in panel.factions_note.text() and panel.changes.heading.text() == ""
    assert np.isnat(plugin.controller.view.moment)
    assert Qgis.MessageLevel.Critical not in [level for *_, level in plugin.iface.messages]


def test_progress_is_shown_in_the_row_of_the_title_so_that_nothing_below_moves(opened, panel):
    header = panel.header
    before = [widget.geometry().top() for widget in (panel.timeline, panel.transport, panel.pages)]
    header.show_progress("Areas & changes", 40)
    QApplication.processEvents()
    assert header.progress.isVisible() and header.cancel_button.isVisible() and header.title.width() > 0
    assert [widget.geometry().top() for widget in (panel.timeline, panel.transport, panel.pages)] == before
    told = []
    header.cancel_wanted.connect(lambda: told.append(True))
    QTest.mouseClick(header.cancel_button, Qt.MouseButton.LeftButton)
    assert told
    header.show_progress("", None)
    assert not header.progress.isVisible()


def test_of_the_first_map_nothing_is_said_about_what_changed(opened, panel):
    assert go(opened, FIRST)
    assert panel.changes.heading.text().endswith("first map, so changes are not known")
    assert go(opened, THIRD)
    assert panel.changes.heading.text().endswith("no territory changed hands")


def test_a_case_that_went_while_it_was_open_is_not_made_anew(opened, tmp_path):
    """Neither by another theme nor by a search for corridors: an empty case in its place would look like no ground."""
    path = tmp_path / "case.gpkg"
    path.unlink()
    opened.controller.styles.themes.change_to("print_hatch")
    settle()
    opened.controller.corridors.search(CorridorOptions())
    settle()
    assert [str(path) in error for error in opened.iface.errors()] == [True, True] and not path.exists()


def test_the_column_of_areas_has_room_for_its_words(opened, panel, monkeypatch):
    narrow = panel.factions.columnWidth(AREA)
    monkeypatch.setattr(classes, "tr", lambda text: text * 5)
    panel.factions.fit_columns(0.0, 0.0)
    assert panel.factions.columnWidth(AREA) > max(narrow, panel.factions.fontMetrics().horizontalAdvance("derived" * 5))


def test_ground_of_nobody_is_a_class_without_a_share(plugin, panel, tmp_path):
    """GOV gains it, and ground that is not mapped; nobody is no other side, so there are no shares."""
    rows = [("GOV", FIRST, SECOND, square(37, 38)), ("nobody", FIRST, SECOND, square(38, 39)),
            ("GOV", SECOND, None, square(37, 40))]  # fmt: skip
    plugin.opener.open_case(make_case(tmp_path / "case.gpkg", rows))
    settle()
    assert labels(panel) == ["Syrian government forces", "Nobody"]
    assert go(plugin, FIRST)
    assert [len(text(panel, row, AREA).split("\n")) for row in range(2)] == [1, 1]
    assert go(plugin, SECOND)
    model = panel.changes.changes.model()
    found = [tuple(model.index(row, column).data() for column in range(2)) for row in range(model.rowCount())]
    assert found == [("nobody", "Syrian government forces"), ("not mapped", "Syrian government forces")]
