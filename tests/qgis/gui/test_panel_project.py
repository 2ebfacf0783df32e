"""What a project remembers of the panel: saved, opened again, opened without the plugin, with a case that has gone."""

import shutil

import numpy as np
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer

from syria_control_plugin.gui.controllers.state import PanelState
from syria_control_plugin.mapping.layers.class_symbology import drawn_classes
from tests.qgis.gui.panel_desk import FIRST, SECOND, STEPS, make_case, settle, square, wait_until


def save(tmp_path, name="project.qgz"):
    project = QgsProject.instance()
    assert project.write(str(tmp_path / name))
    return str(tmp_path / name)


def control():
    return next(each for each in QgsProject.instance().mapLayers().values() if each.name() == "Control")


def set_up(plugin, tmp_path):
    """The first date, the second page, one class switched off, other settings."""
    rows = [*STEPS, ("IS", FIRST, None, square(36, 37), "other")]
    plugin.opener.open_case(make_case(tmp_path / "case.gpkg", rows, title="Remembered"))
    settle()
    header = plugin.panel.header
    header.source_wanted.emit("other")
    header.source_wanted.emit("maps")
    plugin.panel.show_page("over_time")
    plugin.panel.factions.model().drawn_changed.emit("OPP", False)
    header.marks_toggled.emit(False)
    header.date_toggled.emit(False)
    plugin.panel.transport.speed_chosen.emit(10.0)
    plugin.panel.transport.loop_chosen.emit(True)
    plugin.controller.dates.playback.show(FIRST)
    wait_until(lambda: plugin.controller.dates.playback.date == FIRST)
    settle()


def check(plugin):
    panel, controller = plugin.panel, plugin.controller
    assert panel.has_case and panel.header.title.accessibleName() == "Remembered"
    assert controller.dates.playback.date == FIRST and panel.timeline.date == FIRST
    assert panel.page == "over_time" and controller.view.source == "maps"
    assert drawn_classes(control()) == {"GOV": True, "IS": True, "OPP": False}
    assert [line.is_drawn for line in panel.factions.model().lines if line.value == "OPP"] == [False]
    assert not panel.header.marks_action.isChecked() and not controller.dates.caption.is_on
    assert controller.dates.playback.speed == 10.0 and controller.dates.playback.loops
    assert controller.view.changed_km2 is not None


def test_saved_and_opened_again_everything_is_back(start, tmp_path):
    plugin = start()
    set_up(plugin, tmp_path)
    path = save(tmp_path)
    QgsProject.instance().clear()
    settle()
    assert not plugin.panel.has_case
    plugin.panel.show_page("control")
    QgsSettings().remove("syria_control")
    assert QgsProject.instance().read(path)
    settle()
    check(plugin)


def test_opened_in_a_new_session_with_the_plugin_loaded_after_the_project(start, tmp_path):
    plugin = start()
    set_up(plugin, tmp_path)
    path = save(tmp_path)
    plugin.unload()
    QgsProject.instance().clear()
    QgsSettings().remove("syria_control")
    settle()
    assert QgsProject.instance().read(path)
    check(start())


def test_without_the_plugin_layers_and_styles_show(start, tmp_path):
    plugin = start()
    set_up(plugin, tmp_path)
    path = save(tmp_path)
    plugin.unload()
    QgsProject.instance().clear()
    settle()
    project = QgsProject()
    assert project.read(path)
    (layer,) = [each for each in project.mapLayers().values() if each.name() == "Control"]
    assert layer.isValid() and layer.temporalProperties().isActive()
    assert drawn_classes(layer) == {"GOV": True, "IS": True, "OPP": False}


def test_project_and_case_moved_together_still_find_each_other(start, tmp_path):
    plugin = start()
    (tmp_path / "here").mkdir()
    set_up(plugin, tmp_path / "here")
    save(tmp_path / "here")
    QgsProject.instance().clear()
    settle()
    shutil.move(str(tmp_path / "here"), str(tmp_path / "there"))
    assert QgsProject.instance().read(str(tmp_path / "there" / "project.qgz"))
    settle()
    check(plugin)
    there = str(tmp_path / "there" / "case.gpkg")
    assert PanelState.read(QgsProject.instance()).case == plugin.controller.view._info.path == there


def test_a_case_that_is_gone_is_told_in_the_panel(start, tmp_path):
    plugin = start()
    set_up(plugin, tmp_path)
    path = save(tmp_path)
    QgsProject.instance().clear()
    settle()
    (tmp_path / "case.gpkg").unlink()
    QgsProject.instance().read(path)
    settle()
    assert not plugin.panel.has_case
    assert "case.gpkg" in plugin.panel.empty.message.text() and not plugin.panel.empty.message.isHidden()


def test_a_project_without_a_case_forgets_the_one_before(start, tmp_path):
    plugin = start()
    set_up(plugin, tmp_path)
    for layer_id in list(QgsProject.instance().mapLayers()):
        QgsProject.instance().removeMapLayer(layer_id)
    settle()
    save(tmp_path)
    assert PanelState.read(QgsProject.instance()) is None


def test_a_control_layer_added_by_hand_is_followed(start, tmp_path):
    plugin = start()
    path = make_case(tmp_path / "case.gpkg", title="By hand")
    QgsProject.instance().addMapLayer(QgsVectorLayer(f"{path}|layername=control_map", "mine", "ogr"))
    settle()
    assert plugin.panel.header.title.accessibleName() == "By hand"
    assert plugin.controller.dates.playback.date == SECOND


def test_a_state_is_read_as_it_was_written(qgis_app):
    project = QgsProject()
    state = PanelState("/case.gpkg", FIRST, "<b>'maps'", "over_time", False, False, 5.0, True)
    state.write(project)
    assert PanelState.read(project) == state


def test_what_makes_no_sense_in_a_state_counts_as_missing(qgis_app):
    project = QgsProject()
    project.writeEntry("SyriaControl", "panel/case", "/case.gpkg")
    project.writeEntry("SyriaControl", "panel/moment", "yesterday")
    project.writeEntryDouble("SyriaControl", "panel/maps_per_second", -3.0)
    state = PanelState.read(project)
    assert np.isnat(state.moment) and state.maps_per_second == PanelState().maps_per_second
    assert PanelState.read(QgsProject()) is None
