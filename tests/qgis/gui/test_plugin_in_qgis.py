"""The plugin as QGIS loads it: menu, sample case, messages; and that nothing of it stays behind."""

import html
import json
import sqlite3
import threading

import pytest
import shapely
from qgis.core import Qgis, QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAction, QDialog, QFileDialog

from syria_control_plugin import classFactory, requirements
from syria_control_plugin.case.case import Case
from syria_control_plugin.core.feedback import NO_FEEDBACK
from syria_control_plugin.gui.controllers import case_loader
from syria_control_plugin.mapping.layers.styles import style_case
from syria_control_plugin.sources.sample import build_sample
from tests.qgis.gui.panel_desk import settle, wait_until

MENU = "Syria Control"
OPEN_SAMPLE = "Open the sample case"


def provider():
    return QgsApplication.processingRegistry().providerById("syriacontrol")


def actions_of(iface):
    return [action.text() for action in iface.window.findChildren(QAction)]


def test_loads_and_unloads_ten_times_and_leaves_nothing(iface):
    tasks, actions = QgsApplication.taskManager().count(), actions_of(iface)
    for _ in range(10):
        plugin = classFactory(iface)
        plugin.initGui()
        assert [action.text() for _, action in iface.menu] == [
            "Syria Control panel", OPEN_SAMPLE, "Open a case…", "Import control maps…", "Territories from reports…",
            "User guide",
        ]  # fmt: skip
        assert {menu for menu, _ in iface.menu} == {MENU}
        assert {"importcontrolseries", "territoriesfromreports"} <= {each.name() for each in provider().algorithms()}
        plugin.unload()
        assert provider() is None and iface.menu == []
        QCoreApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete, which a nested loop leaves waiting
        assert actions_of(iface) == actions
    assert QgsApplication.taskManager().count() == tasks
    assert iface.messages == []


def test_unload_right_after_a_load_without_a_window(iface):
    """As qgis_process does: only the provider."""
    plugin = classFactory(None)
    plugin.initProcessing()
    assert provider() is not None
    plugin.unload()
    assert provider() is None


def test_the_guide_opens_from_the_menu(iface, plugin, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()) or True)
    iface.trigger("User guide")
    assert opened == ["index.html"]


def test_sample_case_opens_from_the_menu(iface, plugin):
    iface.trigger(OPEN_SAMPLE)
    wait_until(lambda: QgsProject.instance().mapLayers())
    settle()
    project = QgsProject.instance()
    (group,) = project.layerTreeRoot().children()
    assert group.name() == "North-east Hama, October 2017"
    assert [node.name() for node in group.findLayers()] == [
        "Clash events", "Corridors", "Movements", "Corridor areas", "Reports", "Places", "Control",
    ]  # fmt: skip
    span = project.timeSettings().temporalRange()
    assert span.begin().toString("yyyy-MM-dd") == "2017-10-08" and span.end().toString("yyyy-MM-dd") == "2017-11-03"
    assert project.crs().authid() == "EPSG:32637"
    assert [(title, level) for title, _, level in iface.messages] == [(group.name(), Qgis.MessageLevel.Info)]
    assert "Schematic" in iface.messages[0][1]
    shown = iface.controller.dateTimeRangeForFrameNumber(iface.controller.currentFrameNumber())
    assert shown.begin().toString("yyyy-MM-dd") == "2017-11-02"
    assert iface.controller.navigationMode() == Qgis.TemporalNavigationMode.Animated
    # All of the case is in view: some 140 km wide, in metres.
    extent = iface.canvas.extent()
    assert 100_000 < extent.width() < 1_000_000 and extent.contains(iface.canvas.center())


def test_sample_case_twice_is_made_once(iface, plugin, tmp_path):
    iface.trigger(OPEN_SAMPLE)
    iface.trigger(OPEN_SAMPLE)
    wait_until(lambda: QgsProject.instance().mapLayers())
    settle()
    assert iface.errors() == []
    assert len(list((tmp_path / "profile" / "syria_control").iterdir())) == 1
    before = (tmp_path / "profile" / "syria_control" / case_loader.SAMPLE_FILE).read_bytes()
    iface.trigger(OPEN_SAMPLE)
    settle()
    assert iface.errors() == []
    assert (tmp_path / "profile" / "syria_control" / case_loader.SAMPLE_FILE).read_bytes() == before


@pytest.mark.parametrize("heeds_cancel", [True, False])
def test_unloaded_while_the_sample_is_made(iface, monkeypatch, heeds_cancel):
    """The task is cancelled; even if it was through by then, a plugin that is gone opens nothing."""
    started, go_on = threading.Event(), threading.Event()

    def slow(path, progress, *how):
        started.set()
        go_on.wait(10)
        return build_sample(path, progress if heeds_cancel else NO_FEEDBACK, *how)

    monkeypatch.setattr(case_loader, "build_sample", slow)
    plugin = classFactory(iface)
    plugin.initGui()
    iface.trigger(OPEN_SAMPLE)
    wait_until(started.is_set)
    plugin.unload()
    go_on.set()
    settle()
    assert not QgsProject.instance().mapLayers()
    assert iface.messages == []


def test_a_sample_that_cannot_be_made_is_told(iface, plugin, tmp_path):
    (tmp_path / "profile").write_text("a file where the folder should be")
    iface.trigger(OPEN_SAMPLE)
    settle()
    assert len(iface.errors()) == 1 and str(tmp_path / "profile") in iface.errors()[0]


def test_a_foreign_file_in_the_samples_place_is_told_and_kept(iface, plugin, tmp_path):
    path = tmp_path / "profile" / "syria_control" / case_loader.SAMPLE_FILE
    path.parent.mkdir(parents=True)
    path.write_bytes(b"mine")
    iface.trigger(OPEN_SAMPLE)
    wait_until(iface.errors)
    settle()
    assert case_loader.SAMPLE_FILE in iface.errors()[0]
    assert path.read_bytes() == b"mine" and not QgsProject.instance().mapLayers()


def pick(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_, **__: (str(path), "")))


@pytest.fixture(scope="module")
def case_file(qgis_app, tmp_path_factory):
    path = tmp_path_factory.mktemp("case") / "sample.gpkg"
    build_sample(str(path), finish=style_case)
    return path


def test_a_case_picked_by_the_user_opens(iface, plugin, monkeypatch, case_file):
    pick(monkeypatch, case_file)
    iface.trigger("Open a case…")
    settle()
    assert len(QgsProject.instance().mapLayers()) == 7 and iface.errors() == []


def test_a_cases_layers_are_opened_in_the_background_and_its_areas_computed_once(iface, plugin, monkeypatch, case_file):
    opened, computed = [], []
    look, compute = case_loader.open_case_layers, case_loader.statistics_of

    def spied_look(case):
        opened.append(threading.current_thread() is threading.main_thread())
        return look(case)

    monkeypatch.setattr(case_loader, "open_case_layers", spied_look)
    monkeypatch.setattr(case_loader, "statistics_of", lambda *given: computed.append(1) or compute(*given))
    plugin.opener.open_case(str(case_file))
    settle()
    assert opened == [False] and computed == [1]
    layers = QgsProject.instance().mapLayers().values()
    assert all(
        layer.thread() == QgsApplication.instance().thread() == layer.dataProvider().thread() for layer in layers
    )


def test_picking_nothing_does_nothing(iface, plugin, monkeypatch):
    pick(monkeypatch, "")
    iface.trigger("Open a case…")
    assert iface.messages == [] and not QgsProject.instance().mapLayers()


def missing(tmp_path, case_file):
    return tmp_path / "missing.gpkg"


def text(tmp_path, case_file):
    (tmp_path / "text.gpkg").write_text("no database")
    return tmp_path / "text.gpkg"


def empty(tmp_path, case_file):
    (tmp_path / "empty.gpkg").touch()
    return tmp_path / "empty.gpkg"


def foreign_geopackage(tmp_path, case_file):
    path = tmp_path / "foreign.gpkg"
    from osgeo import ogr

    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    dataset.CreateLayer("rivers", geom_type=ogr.wkbLineString)
    dataset = None
    return path


def cut_off(tmp_path, case_file):
    path = tmp_path / "cut_off.gpkg"
    whole = case_file.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def without_territories(tmp_path, case_file):
    path = tmp_path / "without.gpkg"
    path.write_bytes(case_file.read_bytes())
    with sqlite3.connect(path) as database:
        database.execute("DROP VIEW control_map")
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute("DROP TABLE territories")
    return path


BAD = [missing, text, empty, foreign_geopackage, cut_off, without_territories]


@pytest.mark.parametrize("bad", BAD, ids=lambda make: make.__name__)
def test_a_file_that_is_no_case_is_told_and_adds_nothing(iface, plugin, monkeypatch, tmp_path, case_file, bad):
    path = bad(tmp_path, case_file)
    pick(monkeypatch, path)
    iface.trigger("Open a case…")
    settle()
    assert len(iface.errors()) == 1 and path.name in iface.errors()[0]
    assert not QgsProject.instance().mapLayers() and not QgsProject.instance().layerTreeRoot().children()


def test_a_project_in_use_keeps_its_crs(iface, plugin, monkeypatch, case_file):
    project = QgsProject.instance()
    mine = QgsVectorLayer("Point?crs=EPSG:3857", "mine", "memory")
    project.addMapLayer(mine)
    project.setCrs(mine.crs())
    pick(monkeypatch, case_file)
    iface.trigger("Open a case…")
    settle()
    assert project.crs().authid() == "EPSG:3857"
    assert [child.name() for child in project.layerTreeRoot().children()][1] == "mine"
    assert 3_900_000 < iface.canvas.extent().center().x() < 4_300_000


def test_layers_removed_at_once_are_no_trouble(iface, plugin, monkeypatch, case_file):
    pick(monkeypatch, case_file)
    iface.trigger("Open a case…")
    wait_until(lambda: QgsProject.instance().mapLayers())
    QgsProject.instance().clear()
    settle()
    assert iface.errors() == []


def test_without_a_temporal_controller_the_case_still_opens(iface, monkeypatch, case_file):
    iface.canvas = QgsMapCanvas()
    assert iface.canvas.temporalController() is None
    plugin = classFactory(iface)
    plugin.initGui()
    pick(monkeypatch, case_file)
    iface.trigger("Open a case…")
    settle()
    assert len(QgsProject.instance().mapLayers()) == 7
    plugin.unload()


def test_controller_goes_to_the_last_map(iface, plugin, monkeypatch, case_file):
    pick(monkeypatch, case_file)
    iface.trigger("Open a case…")
    settle()
    dates = Case(str(case_file)).dates()
    assert iface.controller.totalFrameCount() == int((dates[-1] - dates[0]).astype("m8[D]").astype(int)) + 1


def changed(case_file, tmp_path, sql, *values):
    path = tmp_path / "changed.gpkg"
    path.write_bytes(case_file.read_bytes())
    with sqlite3.connect(path) as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute(sql, values)
    database.close()
    return path


def test_a_case_whose_periods_all_end_is_shown_on_the_last_day_with_ground(
    iface, plugin, monkeypatch, tmp_path, case_file
):
    closing = "UPDATE territories SET valid_to = '2017-11-20T00:00:00Z' WHERE valid_to IS NULL"
    path = changed(case_file, tmp_path, closing)
    assert str(Case(str(path)).dates()[-1]) == "2017-11-20T00:00:00"
    pick(monkeypatch, path)
    iface.trigger("Open a case…")
    settle()
    shown = iface.controller.dateTimeRangeForFrameNumber(iface.controller.currentFrameNumber())
    assert shown.begin().toString("yyyy-MM-dd") == "2017-11-02"


def test_a_cases_words_are_no_html_in_the_message_bar(iface, plugin, monkeypatch, tmp_path, case_file):
    """The message bar renders HTML, even pictures of other machines."""
    odd = '<img src="http://example.org/x.png"> & <b>'
    setting = "UPDATE case_settings SET value = ? WHERE key = ?"
    path = changed(case_file, tmp_path, setting, json.dumps(odd), "title")
    with sqlite3.connect(path) as database:
        database.execute(setting, (json.dumps(odd), "note"))
    pick(monkeypatch, path)
    iface.trigger("Open a case…")
    settle()
    ((title, text, _),) = iface.messages
    assert html.unescape(title) == odd and html.unescape(text).startswith(odd)  # then what the map rests on
    assert "<" not in title + text
    (group,) = QgsProject.instance().layerTreeRoot().children()
    assert group.name() == odd


def test_an_errors_words_are_no_html_in_the_message_bar(iface, plugin, monkeypatch, tmp_path):
    pick(monkeypatch, tmp_path / "<b>missing.gpkg")
    iface.trigger("Open a case…")
    settle()
    (error,) = iface.errors()
    assert "&lt;b&gt;missing" in error and "<" not in error


def test_import_entries_open_the_dialogs_of_the_toolbox(iface, plugin, monkeypatch):
    import processing

    opened = []
    monkeypatch.setattr(processing, "execAlgorithmDialog", lambda name, *_: opened.append(name))
    iface.trigger("Import control maps…")
    iface.trigger("Territories from reports…")
    assert opened == ["syriacontrol:territoriesfromreports"]
    assert iface.window.findChild(QDialog, "SyriaControlImportDialog").isVisible()
    assert all(QgsApplication.processingRegistry().algorithmById(name) for name in opened)


@pytest.mark.parametrize("loaded, advice", [((3, 11), "Shapely 2.0 "), ((3, 13), "Shapely 2.1 "), ((3, 99), "")])
def test_shapely_built_for_another_geos_is_warned_about(monkeypatch, loaded, advice):
    monkeypatch.setattr(requirements, "loaded_geos", lambda: loaded)
    monkeypatch.setattr(shapely, "geos_version", (3, 8, 1))
    warning = requirements.geos_warning()
    assert "GEOS 3.8" in warning and f"GEOS {loaded[0]}.{loaded[1]}" in warning
    assert (advice in warning) if advice else "Install" not in warning


@pytest.mark.parametrize("loaded", [None, (3, 8)])
def test_no_warning_where_geos_fits_or_each_has_its_own(monkeypatch, loaded):
    monkeypatch.setattr(requirements, "loaded_geos", lambda: loaded)
    monkeypatch.setattr(shapely, "geos_version", (3, 8, 1))
    assert requirements.geos_warning() == ""


def test_the_warning_is_shown_and_the_plugin_works(iface, monkeypatch):
    monkeypatch.setattr(requirements, "loaded_geos", lambda: (3, 99))
    plugin = classFactory(iface)
    plugin.initGui()
    assert [(level, "GEOS 3.99" in text) for _, text, level in iface.messages] == [(Qgis.MessageLevel.Warning, True)]
    assert provider() is not None and len(iface.menu) == 6
    plugin.unload()


def test_loaded_geos_is_a_version_or_unknown():
    assert requirements.loaded_geos() is None or requirements.loaded_geos() >= (3, 8)
    assert requirements.shapely_problem() == ""
