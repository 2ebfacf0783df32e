"""The page of corridors in the panel: with a case, the map, the project, and searches in the background.

Two squares of a degree; M1 goes from the western one into the eastern one on 1 October; E1 is 5.5 km from its path.

     36 +-----+-----+        M1: 37.5 to 38.3 E, 35.5 N
        | GOV | OPP |        E1: 38.2 E, 35.55 N, the same day
     35 +-----+-----+
       37    38    39
"""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLineSymbol,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import known_factions, theme_for
from syria_control_plugin.case.corridors import read_evidence
from syria_control_plugin.core.corridors.assessment import CorridorOptions
from syria_control_plugin.core.corridors.evidence import EvidenceOptions
from syria_control_plugin.core.errors import CaseError
from syria_control_plugin.core.feedback import report_progress
from syria_control_plugin.gui.controllers import corridor_controller
from syria_control_plugin.gui.controllers.corridor_controller import CORRIDORS
from syria_control_plugin.gui.corridors.model import DATE
from syria_control_plugin.gui.panel.blocs import BlocDialog
from syria_control_plugin.gui.panel.panel import CONTROL
from syria_control_plugin.mapping.layers.styles import style_case
from syria_control_plugin.mapping.text.corridor_text import corridor_texts
from syria_control_plugin.sources.corridor_search import refresh_corridors
from syria_control_plugin.sources.events.importing import import_events
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.movements.importing import import_movements
from tests.qgis.gui.panel_desk import FIRST, SECOND, make_case, settle, wait_until

MOVEMENTS = 'id,mover,date,wkt\nM1,GOV,2017-10-01,"LINESTRING (37.5 35.5, 38.3 35.5)"\n'
MORE = MOVEMENTS + 'M2,OPP,2017-10-03,"LINESTRING (38.7 35.2, 38.2 35.2)"\n'
EVENTS = "id,date,side_a,side_b,lon,lat\nE1,2017-10-01,GOV,OPP,38.2,35.55\n"


class CaseOnDisk:
    """A case, and what is brought into it."""

    def __init__(self, folder, name="case.gpkg"):
        folder.mkdir(exist_ok=True)
        self.folder, self.path = folder, make_case(folder / name)

    def _input(self, name, text):
        (self.folder / name).write_text(text)
        return list_inputs([str(self.folder / name)])[0]

    def add_movements(self, text=MOVEMENTS):
        import_movements(self.path, self._input("moves.csv", text), finish=style_case)

    def add_events(self, text=EVENTS):
        import_events(self.path, self._input("events.csv", text)[0], finish=style_case)

    def search(self, options=None):
        refresh_corridors(
            self.path,
            options or CorridorOptions(),
            corridor_texts,
            finish=lambda draft: style_case(draft, theme_for(draft, "")),
        )
        return self.path


@pytest.fixture
def bare(tmp_path):
    return CaseOnDisk(tmp_path / "cases")


@pytest.fixture
def full(bare):
    bare.add_movements(MORE)
    bare.add_events()
    bare.search()
    return bare


@pytest.fixture
def opened(plugin, full):
    return open_case(plugin, full.path)


def open_case(plugin, path):
    plugin.opener.open_case(path)
    wait_until(lambda: corridors(plugin)._corridors is not None)
    wait_until(lambda: plugin.controller.view._statistics is not None)
    settle()
    plugin.panel.show_page(CORRIDORS)
    return plugin


def corridors(plugin):
    return plugin.controller.corridors


def page(plugin):
    return corridors(plugin).page


def listed(plugin):
    model = page(plugin).list.model()
    rows = [int(row) for row in model.position]
    return [(int(model.rows.number[row]), model.rows.mover[row], model.rows.verdict[row]) for row in rows]


def click(plugin, number, double=False):
    view = page(plugin).list
    place = view.visualRect(view.model().index(view.model().place_of(number), DATE)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if double:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def search(plugin, **evidence):
    """Sets the boxes, clicks and waits."""
    before = corridors(plugin)._corridors
    for name, value in evidence.items():
        getattr(page(plugin).settings, name).setValue(value)
    page(plugin).settings_button.setChecked(True)
    QTest.mouseClick(page(plugin).settings.button, Qt.MouseButton.LeftButton)
    wait_until(lambda: corridors(plugin)._corridors is not before)
    settle()


def layers(name):
    return [layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == name]


def node_names():
    (group,) = QgsProject.instance().layerTreeRoot().findGroups()
    return [node.name() for node in group.children()]


def extent(canvas):
    """Of the canvas, in lon/lat."""
    to_lonlat = QgsCoordinateTransform(
        canvas.mapSettings().destinationCrs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
    return to_lonlat.transformBoundingBox(canvas.extent())


@pytest.fixture
def flashed(iface, monkeypatch):
    found = []
    monkeypatch.setattr(iface.canvas, "flashGeometries", lambda geometries, *more: found.extend(geometries))
    return found


# A case


def test_an_opened_case_is_listed(opened):
    assert listed(opened) == [(1, "GOV", "no clash reported")] + [(2, "OPP", "no clash reported")]
    assert not page(opened).note.text.text()
    model = page(opened).list.model()
    assert all(model.index(0, column).data(Qt.ItemDataRole.DecorationRole) is not None for column in (2, 3))


def test_corridors_are_marked_on_the_timeline(opened):
    assert opened.panel.timeline._events["corridors"].tolist() == [FIRST.item(), SECOND.item()]
    opened.controller.corridors.clear()
    assert len(opened.panel.timeline._events["corridors"]) == 0


def test_those_of_the_date_on_the_map_are_marked(opened):
    model = page(opened).list.model()
    for date, expected in ((FIRST, [True, False]), (SECOND, [False, True])):
        opened.controller.dates.playback.show(date)
        wait_until(lambda date=date: opened.controller.dates.playback.date == date)
        assert [model.is_current(row) for row in (0, 1)] == expected


def test_a_click_goes_to_date_and_place(opened, iface, flashed):
    iface.canvas.setExtent(QgsRectangle(0, 0, 1, 1))
    click(opened, 1)
    wait_until(lambda: opened.controller.dates.playback.date == FIRST)
    assert len(flashed) == 1
    assert extent(iface.canvas).contains(QgsRectangle(38.0, 35.49, 38.3, 35.51))
    before = iface.canvas.extent()
    click(opened, 1)
    assert iface.canvas.extent() == before  # it is in view
    click(opened, 2)
    wait_until(lambda: opened.controller.dates.playback.date == SECOND)


def test_a_date_without_a_map_is_gone_to_by_the_controllers_frames(plugin, bare, iface):
    """M1 is of the day between two maps: the temporal controller has frames of a day, and one of them shows it."""
    bare.add_movements(MOVEMENTS.replace("10-01", "10-02"))
    open_case(plugin, bare.search())
    plugin.controller.dates.playback.show(SECOND)
    wait_until(lambda: plugin.controller.dates.playback.date == SECOND)
    assert not page(plugin).list.model().is_current(0)
    click(plugin, 1)
    wait_until(lambda: page(plugin).list.model().is_current(0))
    settle()
    assert iface.canvas.temporalRange().begin().toString("yyyy-MM-dd") == "2017-10-02"
    assert plugin.controller.dates.playback.date == FIRST
    iface.controller.setNavigationMode(Qgis.TemporalNavigationMode.FixedRange)
    click(plugin, 1)
    wait_until(lambda: iface.canvas.temporalRange().begin().toString("yyyy-MM-dd") == "2017-10-01")
    assert page(plugin).list.model().is_current(0)  # the frame of that map lasts until the next one


def test_those_of_the_date_are_listed_with_what_changed_too(opened, iface, flashed):
    """M1 on the first map, M2 on the second; a click goes to the place, the date stays."""
    opened.panel.show_page("control")
    table = opened.panel.changes.corridors
    for date, names in ((SECOND, "OPP in territory of GOV"), (FIRST, "GOV in territory of OPP")):
        opened.controller.dates.playback.show(date)
        wait_until(lambda date=date: opened.controller.dates.playback.date == date)
        (line,) = table.model().lines
        assert line.about == "observed, no clash reported"
        assert line.short_names == names
    iface.canvas.setExtent(QgsRectangle(0, 0, 1, 1))
    place = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(flashed) == 1 and extent(iface.canvas).contains(QgsRectangle(38.0, 35.49, 38.3, 35.51))
    assert opened.controller.dates.playback.date == FIRST
    opened.controller.corridors.clear()
    assert table.isHidden() and not table.model().lines


def test_a_listed_one_on_a_day_that_the_map_does_not_show_is_gone_to(plugin, bare, iface, flashed):
    """M1 is of the second day of the first map; the temporal controller has frames of a day."""
    bare.add_movements(MOVEMENTS.replace("10-01", "10-02"))
    open_case(plugin, bare.search())
    plugin.controller.dates.playback.show(FIRST)
    wait_until(lambda: plugin.controller.dates.playback.date == FIRST)
    plugin.panel.show_page("control")
    table = plugin.panel.changes.corridors
    assert len(table.model().lines) == 1 and not page(plugin).list.model().is_current(0)
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    wait_until(lambda: page(plugin).list.model().is_current(0))
    assert iface.canvas.temporalRange().begin().toString("yyyy-MM-dd") == "2017-10-02" and len(flashed) == 1
    assert len(table.model().lines) == 1


def test_enter_goes_there_too_and_with_ctrl_closer(opened, iface, flashed):
    click(opened, 1)
    wait_until(lambda: opened.controller.dates.playback.date == FIRST)
    iface.canvas.zoomByFactor(8)
    wide = iface.canvas.extent().width()
    QTest.keyClick(page(opened).list, Qt.Key.Key_Return)
    assert iface.canvas.extent().width() == wide
    QTest.keyClick(page(opened).list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert iface.canvas.extent().width() < wide / 2
    assert len(flashed) == 3


def test_the_attribute_table_opens_at_the_row(opened, iface):
    menu = page(opened).list.menu_of(page(opened).list.model().place_of(2))
    (action,) = [each for each in menu.actions() if each.text() == "Open the attribute table"]
    action.trigger()
    (layer,) = iface.tables
    assert layer.name() == "Corridors"
    (row,) = layer.selectedFeatures()
    assert row["corridor"] == 2
    QgsProject.instance().removeMapLayer(layer.id())
    action.trigger()
    assert len(iface.tables) == 1 and "no corridor layer" in iface.errors()[-1]


def test_another_case_takes_the_place_of_the_first(opened, tmp_path):
    page(opened).filters.search.setText("OPP")
    other = CaseOnDisk(tmp_path / "others", "other.gpkg")
    other.add_movements()
    QgsProject.instance().clear()
    settle()
    assert listed(opened) == [] and not page(opened).list.isEnabled()
    open_case(opened, other.search())
    assert listed(opened) == [(1, "GOV", "not covered")]
    assert page(opened).filters.filter.text == ""
    assert page(opened).note.events.isVisible()


def test_a_case_opened_beside_another_starts_anew(opened, tmp_path):
    click(opened, 2, double=True)
    page(opened).filters.search.setText("nowhere")
    wait_until(lambda: listed(opened) == [])
    other = CaseOnDisk(tmp_path / "others", "other.gpkg")
    other.add_movements()
    opened.opener.open_case(other.search())
    wait_until(lambda: listed(opened) == [(1, "GOV", "not covered")])
    assert page(opened).filters.search.text() == "" and not page(opened).evidence.isVisible()


# Evidence


def test_the_evidence_is_read_with_the_places_of_events(plugin, full, iface, flashed):
    full.search(CorridorOptions(EvidenceOptions(distance_km=20.0)))
    open_case(plugin, full.path)
    click(plugin, 1, double=True)
    evidence = page(plugin).evidence
    wait_until(lambda: evidence.events.isVisible())
    (row,) = evidence.events.model().rows
    assert row[0] == "clash" and row[5] == "E1"
    assert "moved" in evidence.sentence.text()
    iface.canvas.setExtent(QgsRectangle(0, 0, 1, 1))
    flashed.clear()
    cell = evidence.events.visualRect(evidence.events.model().index(0, 0)).center()
    evidence.ensureWidgetVisible(evidence.events)
    QTest.mouseClick(evidence.events.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert extent(iface.canvas).contains(QgsPointXY(38.2, 35.55))
    assert [each.asPoint().x() for each in flashed] == [38.2]


def test_events_of_the_corridor_chosen_last_are_shown(plugin, full, monkeypatch):
    full.search(CorridorOptions(EvidenceOptions(distance_km=20.0)))
    open_case(plugin, full.path)
    go_on, is_through = threading.Event(), threading.Event()

    def read(path, number):
        """Of the first corridor only once the second one's are shown."""
        if number == 1:
            go_on.wait(20)
            is_through.set()
        return read_evidence(path, number)

    monkeypatch.setattr(corridor_controller, "read_evidence", read)
    page(plugin).show_evidence(True)
    click(plugin, 1)
    click(plugin, 2)
    wait_until(lambda: page(plugin).evidence.events_note.text() == "No events are matched to the corridor.")
    go_on.set()
    is_through.wait(20)
    settle()
    assert page(plugin).evidence.events_note.text() == "No events are matched to the corridor."


# The search


def test_a_search_with_other_settings(opened, full):
    assert listed(opened)[0][2] == "no clash reported"
    (layer,) = layers("Corridors")
    search(opened, distance_km=20)
    assert listed(opened)[0][2] == "clash reported"
    assert [row["verdict"] for row in layer.getFeatures() if row["corridor"] == 1] == ["clash reported"]
    assert Case(full.path).setting("corridor_options")["evidence"]["distance_km"] == 20
    assert not page(opened).bar.isVisible()
    assert layers("Corridors") == [layer]


def test_what_was_not_made_a_corridor_is_told(plugin, bare):
    bare.add_movements(MOVEMENTS + 'M0,GOV,2017-09-01,"LINESTRING (37.5 35.5, 38.3 35.5)"\n')
    open_case(plugin, bare.search())
    notes = page(plugin).settings.notes
    assert notes.text() == ""
    search(plugin)
    assert "M0" in notes.text() and notes.isVisible()
    page(plugin).settings.min_length_km.setValue(100)
    search(plugin)
    assert "M0" in notes.text() and "shorter than the minimum length, left out: 1" in notes.text()
    QgsProject.instance().clear()
    settle()
    assert notes.text() == ""


def test_a_search_draws_what_it_finds_newly(opened):
    """The style of the layer knows no verdict but the first ones: it gets that of the case."""
    (layer,) = layers("Corridors")
    assert not any("clash reported" in str(each.value()).split("\n") for each in layer.renderer().categories())
    search(opened, distance_km=20)
    assert any("clash reported" in str(each.value()).split("\n") for each in layer.renderer().categories())


def test_a_look_of_the_analyst_stays(opened):
    (layer,) = layers("Corridors")
    layer.setRenderer(QgsSingleSymbolRenderer(QgsLineSymbol.createSimple({"line_color": "#123456"})))
    search(opened, distance_km=20)
    assert layer.renderer().symbol().color().name() == "#123456"


def test_layers_that_are_missing_are_added_in_their_place(opened):
    before = node_names()
    for layer in (*layers("Corridors"), *layers("Corridor areas")):
        QgsProject.instance().removeMapLayer(layer.id())
    assert len(node_names()) == len(before) - 2
    search(opened, distance_km=20)
    assert node_names() == before
    (layer,) = layers("Corridors")
    assert layer.featureCount() == 2 and layer.temporalProperties().isActive()


def test_a_case_that_was_not_searched_yet(plugin, bare):
    bare.add_movements()
    open_case(plugin, bare.path)
    assert listed(plugin) == [] and layers("Corridors") == []
    QTest.mouseClick(page(plugin).note.search, Qt.MouseButton.LeftButton)
    wait_until(lambda: listed(plugin))
    settle()
    assert listed(plugin) == [(1, "GOV", "not covered")]
    assert len(layers("Corridors")) == 1
    assert not page(plugin).note.search.isVisible()


def test_a_search_can_be_cancelled(opened, full, monkeypatch):
    searched = []

    def wait_for_cancel(path, options, describe, progress, finish):
        searched.append(path)
        while True:
            report_progress(progress, 10)

    monkeypatch.setattr(corridor_controller, "refresh_corridors", wait_for_cancel)
    before = corridors(opened)._corridors
    page(opened).settings_button.setChecked(True)
    QTest.mouseClick(page(opened).settings.button, Qt.MouseButton.LeftButton)
    wait_until(lambda: searched)
    assert page(opened).cancel_button.isVisible() and not page(opened).settings.button.isEnabled()
    QTest.mouseClick(page(opened).cancel_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not corridors(opened)._search.is_searching)
    settle()
    assert corridors(opened)._corridors is before
    assert not page(opened).cancel_button.isVisible() and page(opened).settings.button.isEnabled()
    assert searched == [full.path]


def test_a_search_that_fails_is_told_and_leaves_the_list(opened, iface, monkeypatch):
    def fail(*given):
        raise CaseError("<b>The disk</b> is full.")

    monkeypatch.setattr(corridor_controller, "refresh_corridors", fail)
    before = listed(opened)
    page(opened).settings_button.setChecked(True)
    QTest.mouseClick(page(opened).settings.button, Qt.MouseButton.LeftButton)
    wait_until(lambda: iface.errors())
    assert "&lt;b&gt;The disk&lt;/b&gt; is full." in iface.errors()[0]
    assert listed(opened) == before and page(opened).settings.button.isEnabled()


@pytest.mark.parametrize("button, algorithm", [("movements", "importmovements"), ("events", "importevents")])
def test_imports_are_offered_and_read(plugin, bare, monkeypatch, button, algorithm):
    import processing

    asked = []

    def import_them(name, parameters):
        asked.append((name, parameters))
        (bare.add_movements if button == "movements" else bare.add_events)()

    monkeypatch.setattr(processing, "execAlgorithmDialog", import_them)
    bare.search()
    open_case(plugin, bare.path)
    assert "no movements" in page(plugin).note.text.text()
    pressed = page(plugin).note.movements if button == "movements" else page(plugin).note.events
    before = corridors(plugin)._corridors
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    wait_until(lambda: corridors(plugin)._corridors is not before)
    assert asked == [(f"syriacontrol:{algorithm}", {"OUTPUT": bare.path})]
    assert not pressed.isVisible()
    assert "have changed since the search" in page(plugin).note.text.text() and page(plugin).note.search.isVisible()


# The project


def test_a_bloc_edited_by_another_program_makes_the_list_stale(opened, full):
    shown = page(opened)
    assert not shown.note.isVisibleTo(shown)
    with closing(sqlite3.connect(full.path)) as database, database:
        database.execute("UPDATE factions SET bloc = 'OPP' WHERE id = 'GOV'")
    opened.panel.show_page(CONTROL)
    opened.panel.show_page(CORRIDORS)
    wait_until(lambda: corridors(opened)._corridors.is_stale)
    settle()
    assert "Corridors out of date" in shown.note.text.text() and shown.note.search.isVisibleTo(shown)
    shown.list.copy(0)
    assert QApplication.clipboard().text().startswith("Corridors out of date")
    QTest.mouseClick(shown.note.search, Qt.MouseButton.LeftButton)
    wait_until(lambda: not corridors(opened)._corridors.is_stale)


def test_a_bloc_with_a_period_edited_in_the_panel_makes_the_list_stale(opened, iface, full):
    opened.panel.header.blocs_wanted.emit()
    (dialog,) = opened.panel.findChildren(BlocDialog)
    dialog.add_button.click()
    last = dialog.table.rowCount() - 1
    faction, bloc, start, end = (dialog.table.cellWidget(last, column) for column in range(4))
    faction.setCurrentIndex(faction.findData("GOV"))
    bloc.setEditText("OPP")
    start.setText("2017-10-24")
    end.setText("2017-10-26")
    dialog.box.button(QDialogButtonBox.StandardButton.Ok).click()
    settle()
    assert iface.messages == []
    assert known_factions(Case(full.path))["GOV"].bloc == "OPP 2017-10-24/2017-10-26"
    wait_until(lambda: corridors(opened)._corridors.is_stale)


def test_filter_and_selection_are_in_the_project(opened, start, tmp_path):
    click(opened, 2, double=True)
    page(opened).filters.search.setText("opposition")
    wait_until(lambda: page(opened).filters.filter.text == "opposition")
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "project.qgz"))
    opened.unload()
    project.clear()
    settle()
    plugin = start()
    plugin.panel.setUserVisible(True)
    assert project.read(str(tmp_path / "project.qgz"))
    wait_until(lambda: corridors(plugin)._corridors is not None)
    settle()
    assert plugin.panel.page == CORRIDORS
    assert page(plugin).filters.search.text() == "opposition"
    assert page(plugin).list.current == 2
    assert page(plugin).evidence.isVisible() and page(plugin).evidence.sentence.isVisible()


def test_a_state_edited_by_hand_counts_as_none(plugin, full):
    project = QgsProject.instance()
    for text in ("{", "[]", '{"filter": 1, "corridor": "x"}'):
        project.writeEntry("SyriaControl", "panel/corridors", text)
        corridors(plugin)._project_read()
    open_case(plugin, full.path)
    assert len(listed(plugin)) == 2


def test_without_a_case_the_project_remembers_nothing(opened, tmp_path):
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "one.qgz"))
    assert project.readEntry("SyriaControl", "panel/corridors")[1]
    for layer in list(project.mapLayers()):
        project.removeMapLayer(layer)
    settle()
    assert project.write(str(tmp_path / "two.qgz"))
    assert not project.readEntry("SyriaControl", "panel/corridors")[1]


# Unloading


def test_unloading_during_a_search_ends_it(opened, full):
    before = Case(full.path).setting("revision")
    corridors(opened).search(CorridorOptions())
    opened.unload()
    wait_until(lambda: QgsApplication.taskManager().count() == 0)
    settle()
    assert Case(full.path).setting("revision") in (before, before + 1)


def test_loaded_twice_there_is_one_page(start, full):
    first = open_case(start(), full.path)
    gone = page(first)
    first.unload()
    settle()
    with pytest.raises(RuntimeError):  # it is deleted
        gone.isVisible()
    second = start()
    wait_until(lambda: corridors(second)._corridors is not None)
    assert len(listed(second)) == 2
    ids = [second.panel.pages.widget(number).property("page_id") for number in range(second.panel.pages.count())]
    assert ids.count(CORRIDORS) == 1


def test_a_case_that_is_gone_is_told(opened, full):
    Path(full.path).rename(full.path + ".away")
    corridors(opened)._read()
    wait_until(lambda: "cannot be read" in page(opened).note.text.text())
    assert listed(opened) == []
    Path(full.path + ".away").rename(full.path)
    corridors(opened)._read()
    wait_until(lambda: listed(opened))
    assert np.array_equal(page(opened).list.model().rows.number, [1, 2])
