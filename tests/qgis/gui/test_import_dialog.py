"""The import dialog as a user works it: with mouse and keys, on real files."""

import html
import json
import os
import sys
import threading
from pathlib import Path

import pytest
import shapely
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QDialogButtonBox, QFileDialog, QLabel

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.time_zone import CaseTimeZone, stored_time_zone
from syria_control_plugin.core import fields as f
from syria_control_plugin.gui.imports import jobs
from syria_control_plugin.gui.imports.dialog import ImportDialog, close_import_dialog, open_import_dialog
from syria_control_plugin.gui.imports.inputs import LayerPicker
from tests.qgis.gui.panel_desk import wait_until

LEFT = Qt.MouseButton.LeftButton
HOSTILE = '<img src="x.png"> & <b>[% $id %]'
BOWTIE = shapely.from_wkt("POLYGON ((36 35, 37 36, 37 35, 36 36, 36 35))")


def box(west, east):
    return shapely.box(west, 35, east, 36)


def write_map(path, *rows):
    """A GeoJSON file of rows (fields, geometry)."""
    features = [
        {"type": "Feature", "properties": fields, "geometry": shapely.geometry.mapping(geometry)}
        for fields, geometry in rows
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path):
    """Two days of two sides."""
    write_map(
        tmp_path / "maps" / "m_2017-10-01.geojson", ({"holder": "GOV"}, box(36, 37)), ({"holder": "OPP"}, box(37, 38))
    )
    write_map(tmp_path / "maps" / "m_2017-10-02.geojson", ({"holder": "GOV"}, box(36, 38)))
    return tmp_path / "maps"


@pytest.fixture
def dialog(qgis_app, monkeypatch):
    """Shown; ``opened`` and ``told`` keep what it asks QGIS to do."""
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: caught.append(error))
    monkeypatch.setattr(jobs, "DEBOUNCE_MS", 10)
    QgsProject.instance().clear()
    opened, told = [], []
    made = ImportDialog(None, QgsProject.instance(), opened.append, lambda text, level: told.append((text, level)))
    made.opened, made.told = opened, told
    made.show()
    yield made
    if not sip.isdeleted(made):
        made.give_up()
    wait_until(lambda: QgsApplication.taskManager().count() == 0)
    QgsProject.instance().clear()
    assert not caught, caught


def looked(dialog):
    """What the look shows, once it is through."""
    wait_until(lambda: not dialog.page.preview_task.is_busy)
    return dialog.page.preview


def click(button):
    assert button.isVisible() and button.isEnabled(), button.text()
    QTest.mouseClick(button, LEFT)


def run_import(dialog):
    looked(dialog)
    click(dialog.import_button)
    wait_until(lambda: dialog._importing is None)


def messages(dialog):
    return [html.unescape(item.text()) for item in dialog.messages.items()]


def held(path):
    """faction west-east date of each territory."""
    series = [Case(str(path)).territories(name).series() for name in Case(str(path)).sources()]
    return sorted(
        f"{who} {shapely.bounds(territory)[0]:g}-{shapely.bounds(territory)[2]:g} {str(start)[:10]}"
        for each in series
        for who, start, territory in zip(each.faction, each.start, each.geometry)
    )


class TestTheCommonCase:
    def test_pick_a_folder_and_press_import(self, dialog, folder, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(folder)))
        assert not dialog.import_button.isEnabled()
        click(dialog.page.inputs.folder_button)
        assert "Files: 2. Days: 2, 2017-10-01 to 2017-10-02. Rows: 3." in looked(dialog).counts.text()
        assert dialog.page.settings.date_example.text() == "2017-10-01 from the name “m_2017-10-01”"
        assert dialog.page.settings.faction_example.text() == "GOV from “GOV” in the field “holder”"
        assert "WGS 84" in dialog.page.settings.crs_example.text()
        run_import(dialog)
        path = folder.parent / "maps case.gpkg"
        assert dialog.page.target.path() == str(path)
        assert held(path) == ["GOV 36-37 2017-10-01", "GOV 36-38 2017-10-02", "OPP 37-38 2017-10-01"]
        assert dialog.tabs.currentWidget() is dialog.report
        assert "Rows: 3 read, 3 loaded" in dialog.report.summary.toPlainText()
        assert messages(dialog) == ["Imported. Files: 2, rows: 3, rows or files left out: 0."]
        click(dialog.report.open_button)
        assert dialog.opened == [str(path)] and not dialog.isVisible(), "it covers the map no longer"
        dialog.show()
        assert dialog.tabs.currentWidget() is dialog.report

    def test_the_time_zone_is_proposed_from_the_place_until_one_is_chosen(self, dialog, folder):
        dialog.add_paths([str(folder)])
        run_import(dialog)
        case = Case(dialog.page.target.path())
        assert stored_time_zone(case).is_proposed
        assert "(proposed from the place of the data)" in dialog.report.summary.toPlainText()
        dialog.page.more.time_zone.setEditText("Asia/Damascus")  # nothing else has changed
        run_import(dialog)
        assert stored_time_zone(case) == CaseTimeZone("Asia/Damascus")

    def test_again_after_a_day_the_same_case_is_added_to(self, dialog, folder):
        dialog.add_paths([str(folder)])
        run_import(dialog)
        write_map(folder / "m_2017-10-03.geojson", ({"holder": "GOV"}, box(36, 39)))
        looked(dialog)
        assert dialog.page.target.note.text() == "The maps are added to the existing case, which contains: maps."
        run_import(dialog)
        assert "1 read, 2 unchanged" in dialog.report.summary.toPlainText()
        assert "GOV 36-39 2017-10-03" in held(dialog.page.target.path())
        run_import(dialog)
        assert messages(dialog) == ["Nothing has changed since an earlier import."]

    def test_rows_show_what_becomes_of_them(self, dialog, folder):
        dialog.add_paths([str(folder)])
        rows = looked(dialog).model.rows
        assert [row[:5] for row in rows] == [
            ("m_2017-10-01.geojson", "0", "2017-10-01", "GOV", "imported"),
            ("m_2017-10-01.geojson", "1", "2017-10-01", "OPP", "imported"),
            ("m_2017-10-02.geojson", "0", "2017-10-02", "GOV", "imported"),
        ]
        assert not os.path.exists(dialog.page.target.path())


class TestPicking:
    def test_several_files(self, dialog, folder, monkeypatch):
        paths = sorted(str(path) for path in folder.iterdir())
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *_: (paths, "")))
        click(dialog.page.inputs.files_button)
        click(dialog.page.inputs.files_button)  # the same again adds nothing
        assert dialog.page.inputs.paths() == paths
        assert looked(dialog).counts.text().startswith("Files: 2.")

    def test_dropped_files(self, dialog, folder):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(folder)), QUrl("http://example.org/map.geojson")])
        target = dialog.page.inputs._list.viewport()
        action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(5, 5), action, mime, LEFT, none)
        QCoreApplication.sendEvent(target, enter)
        assert enter.isAccepted()
        QCoreApplication.sendEvent(target, QDropEvent(QPointF(5, 5), action, mime, LEFT, none))
        assert dialog.page.inputs.paths() == [str(folder)]
        assert looked(dialog).counts.text().startswith("Files: 2.")

    def test_a_drop_of_something_else_is_refused(self, dialog):
        mime = QMimeData()
        mime.setText("a text")
        enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(dialog.page.inputs._list.viewport(), enter)
        assert not enter.isAccepted()

    def test_layers_of_the_project(self, dialog, tmp_path):
        project = QgsProject.instance()
        for day, holder in (("2017-10-01", "GOV"), ("2017-10-02", "OPP")):
            layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=holder:string", f"m {day}", "memory")
            feature = QgsFeature(layer.fields())
            feature["holder"] = holder
            feature.setGeometry(QgsGeometry.fromWkt(box(36, 37).wkt))
            layer.dataProvider().addFeatures([feature])
            project.addMapLayer(layer)
        project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "points", "memory"))
        click(dialog.page.inputs.layers_button)
        (picker,) = dialog.findChildren(LayerPicker)
        model = picker.view.model()
        assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["m 2017-10-01", "m 2017-10-02"]
        picker.view.setFocus()
        for _ in range(2):
            QTest.keyClick(picker.view, Qt.Key.Key_Space)
            QTest.keyClick(picker.view, Qt.Key.Key_Down)
        QTest.mouseClick(picker.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok), LEFT)
        assert looked(dialog).counts.text().startswith("Layers: 2. Days: 2,")
        dialog.page.target.file.setFilePath(str(tmp_path / "of layers.gpkg"))
        run_import(dialog)
        assert held(tmp_path / "of layers.gpkg") == ["GOV 36-37 2017-10-01", "OPP 36-37 2017-10-02"]

    def test_a_layer_that_left_the_project_goes_without(self, dialog, folder):
        layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=holder:string", "m 2017-10-01", "memory")
        QgsProject.instance().addMapLayer(layer)
        dialog.page.inputs.add_layers([layer])
        QgsProject.instance().removeAllMapLayers()
        assert looked(dialog).counts.text().startswith("The input contains no map.")
        assert not dialog.import_button.isEnabled()

    def test_removed_by_key(self, dialog, folder):
        dialog.add_paths([str(folder)])
        looked(dialog)
        dialog.page.inputs._list.setFocus()
        QTest.keyClick(dialog.page.inputs._list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        click(dialog.page.inputs.remove_button)
        assert dialog.page.inputs.is_empty() and not dialog.import_button.isEnabled()
        assert looked(dialog).model.rows == []

    def test_a_folder_that_is_gone_is_told(self, dialog, tmp_path):
        dialog.add_paths([str(tmp_path / "gone")])
        assert "gone" in looked(dialog).counts.text()
        assert not dialog.import_button.isEnabled() and dialog.page.target.note.text() == ""

    def test_the_case_in_the_folder_is_no_input(self, dialog, folder):
        dialog.add_paths([str(folder)])
        looked(dialog)
        dialog.page.target.file.setFilePath(str(folder / "here.gpkg"))
        run_import(dialog)
        assert looked(dialog).counts.text().startswith("Files: 2.")


class TestCorrecting:
    def test_day_and_month_are_asked_with_both_readings(self, dialog, tmp_path):
        write_map(tmp_path / "a.geojson", ({"holder": "GOV", "seen": "5/6/2017"}, box(36, 37)))
        dialog.add_paths([str(tmp_path / "a.geojson")])
        looked(dialog)
        settings = dialog.page.settings
        assert settings.question.isVisible() and "5/6/2017" in settings.question.text()
        assert not dialog.import_button.isEnabled()
        readings = {button.text() for button in (settings.day_first, settings.month_first)}
        assert readings == {"5 June 2017", "6 May 2017"}
        QTest.mouseClick(settings.month_first, LEFT, pos=QPoint(8, settings.month_first.height() // 2))
        looked(dialog)
        assert settings.date_example.text() == "2017-05-06 from “5/6/2017” in the field “seen”"
        assert settings.question.isVisible(), "so that the answer can be taken back"
        run_import(dialog)
        assert held(dialog.page.target.path()) == ["GOV 36-37 2017-05-06"]

    def test_ends_that_can_be_last_days_are_asked_by_keyboard(self, dialog, tmp_path):
        period = {"holder": "GOV", "start": "2017-10-01", "end": "2017-10-31"}
        write_map(tmp_path / "a.geojson", (period, box(36, 37)))
        dialog.add_paths([str(tmp_path / "a.geojson")])
        looked(dialog)
        settings = dialog.page.settings
        assert settings.last_day.isVisible() and not dialog.import_button.isEnabled()
        assert settings.ends_note.text().startswith("Ends such as 2017-10-31 can be the last day")
        settings.last_day.setFocus()
        QTest.keyClick(settings.last_day, Qt.Key.Key_Down)
        looked(dialog)
        assert settings.last_day.currentText() == "Last day of the period" and "specified" in settings.ends_note.text()
        assert dialog.page.options().end_is_last_day is True
        run_import(dialog)
        case = Case(dialog.page.target.path())
        (end,) = case.territories(*case.sources()).end
        assert str(end) == "2017-11-01T00:00:00"

    def test_the_encoding_of_text_that_is_not_utf8_is_asked_by_keyboard(self, dialog, tmp_path):
        path = tmp_path / "maps.csv"
        path.write_text(f'faction,date,WKT\nАрмия,2017-10-09,"{box(36, 37).wkt}"\n', encoding="windows-1251")
        dialog.add_paths([str(path)])
        looked(dialog)
        settings = dialog.page.settings
        assert settings.encoding.isVisible() and not dialog.import_button.isEnabled()
        assert "'Армия' in windows-1251" in settings.encoding_note.text()
        settings.encoding.setFocus()
        QTest.keyClicks(settings.encoding, "windows-1251")
        looked(dialog)
        assert dialog.page.options().encoding == "windows-1251" and settings.encoding_note.text() == ""
        run_import(dialog)
        assert held(dialog.page.target.path()) == ["Армия 36-37 2017-10-09"]

    def test_another_input_is_asked_anew(self, dialog, tmp_path, folder):
        write_map(tmp_path / "a.geojson", ({"holder": "GOV", "seen": "5/6/2017"}, box(36, 37)))
        dialog.add_paths([str(tmp_path / "a.geojson")])
        looked(dialog)
        dialog.page.settings.day_first.click()
        dialog.page.inputs._list.selectAll()
        dialog.page.inputs.remove_selected()
        dialog.add_paths([str(folder)])
        looked(dialog)
        assert not dialog.page.settings.question.isVisible() and dialog.page.options().overrides.date_order is None

    def test_one_faction_for_all_by_keyboard(self, dialog, tmp_path):
        """As a series of maps of one side comes: nothing in it says whose ground it is."""
        write_map(tmp_path / "map_20240708.geojson", ({}, box(36, 37)))
        dialog.add_paths([str(tmp_path / "map_20240708.geojson")])
        looked(dialog)
        assert "Choose a faction, or the field that contains it" in dialog.page.settings.faction_example.text()
        assert not dialog.import_button.isEnabled()
        dialog.page.settings.faction.setFocus()
        QTest.keyClick(dialog.page.settings.faction, Qt.Key.Key_Down)
        assert dialog.page.settings.one_faction.isVisible()
        QTest.keyClicks(dialog.page.settings.one_faction.lineEdit(), "RUS")
        looked(dialog)
        run_import(dialog)
        assert held(dialog.page.target.path()) == ["RUS 36-37 2024-07-08"]

    @pytest.mark.parametrize("typed", ["Russian forces (RUS)", "russian FORCES (rus)", " RUS "])
    def test_a_known_faction_as_it_is_offered(self, dialog, typed):
        settings = dialog.page.settings
        settings.faction.setCurrentIndex(settings.faction.findText("One faction for all of the territory"))
        settings.one_faction.setEditText(typed)
        assert dialog.page.options().overrides.faction == "RUS"

    def test_fields_are_offered_and_kept(self, dialog, tmp_path):
        fields = {"a": "GOV", "b": "OPP", "day": "2017-10-05", "told": "2017-10-09"}
        write_map(tmp_path / "x.geojson", (fields, box(36, 37)))
        dialog.add_paths([str(tmp_path / "x.geojson")])
        looked(dialog)
        settings = dialog.page.settings
        assert [settings.faction.itemData(row) for row in range(4, settings.faction.count())] == list(fields)
        choose(settings.faction, "Field “b”")
        looked(dialog)
        choose(settings.date, "Field “told”")
        looked(dialog)
        assert settings.faction_example.text() == "OPP from “OPP” in the field “b”"
        assert settings.date_example.text() == "2017-10-09 from “2017-10-09” in the field “told”"
        choose(settings.date, "Start and end fields")
        choose(settings.start, "Field “day”")
        choose(settings.end, "Field “told”")
        choose(settings.last_day, "Last day of the period")
        assert looked(dialog).model.rows[0][2] == "2017-10-05 – 2017-10-10"

    def test_the_date_of_the_name_or_of_the_folder_in_the_place_of_a_field(self, dialog, tmp_path):
        """The field tells more days than the names, and so would be taken; it says when a row was noted down."""
        rows = [({"holder": "GOV", "date": f"2017-11-{day}"}, box(day, day + 1)) for day in (11, 12)]
        write_map(tmp_path / "up to 2017-10-31" / "m_2017-10-05.geojson", *rows)
        dialog.add_paths([str(tmp_path / "up to 2017-10-31")])
        assert [row[2] for row in looked(dialog).model.rows] == ["2017-11-11", "2017-11-12"]
        choose(dialog.page.settings.date, "Name of the file or layer")
        assert [row[2] for row in looked(dialog).model.rows] == ["2017-10-05"] * 2
        choose(dialog.page.settings.date, "Name of the folder or group")
        assert [row[2] for row in looked(dialog).model.rows] == ["2017-10-31"] * 2

    def test_the_faction_of_the_name_or_of_the_folder_in_the_place_of_a_field(self, dialog, tmp_path):
        """The field is taken for the holder's, as it holds a known name; it says who fought there."""
        write_map(tmp_path / "OPP" / "GOV_2017-10-05.geojson", ({"fought": "IS"}, box(36, 37)))
        dialog.add_paths([str(tmp_path / "OPP")])
        assert [row[3] for row in looked(dialog).model.rows] == ["IS"]
        choose(dialog.page.settings.faction, "Name of the file or layer")
        assert [row[3] for row in looked(dialog).model.rows] == ["GOV"]
        choose(dialog.page.settings.faction, "Name of the folder or group")
        assert [row[3] for row in looked(dialog).model.rows] == ["OPP"]
        assert dialog.page.settings.faction_example.text() == "OPP from the name “OPP”"

    def test_fields_of_an_input_are_not_offered_for_the_next(self, dialog, tmp_path):
        write_map(tmp_path / "a.geojson", ({"holder": "GOV", "since": "2017-10-05"}, box(36, 37)))
        write_map(tmp_path / "b.geojson", ({"who": "GOV", "begin": "2017-10-06"}, box(36, 37)))
        settings = dialog.page.settings
        dialog.add_paths([str(tmp_path / "a.geojson")])
        looked(dialog)
        choose(settings.date, "Start and end fields")
        choose(settings.start, "Field “since”")
        choose(settings.end, "Field “since”")
        looked(dialog)
        dialog.page.inputs._list.selectAll()
        click(dialog.page.inputs.remove_button)
        dialog.add_paths([str(tmp_path / "b.geojson")])
        looked(dialog)
        offered = [[combo.itemData(row) for row in range(combo.count())] for combo in (settings.start, settings.end)]
        assert offered == [["who", "begin"], ["", "who", "begin"]]

    def test_an_input_of_its_own_begins_with_nothing_chosen(self, dialog, tmp_path, folder):
        write_map(tmp_path / "map_20240708.geojson", ({}, box(36, 37)))
        settings = dialog.page.settings
        dialog.add_paths([str(tmp_path / "map_20240708.geojson")])
        looked(dialog)
        choose(settings.faction, "One faction for all of the territory")
        settings.one_faction.setEditText("RUS")
        settings.crs.setCrs(QgsCoordinateReferenceSystem("EPSG:32637"))
        dialog.add_paths([str(folder)])
        looked(dialog)
        assert dialog.page.options().overrides.faction == "RUS", "more of the same"
        dialog.page.inputs._list.selectAll()
        click(dialog.page.inputs.remove_button)
        dialog.add_paths([str(folder)])
        looked(dialog)
        assert settings.faction_example.text() == "GOV from “GOV” in the field “holder”"
        assert dialog.page.options().crs == "" and settings.one_faction.currentText() == ""

    def test_crs_of_files_that_name_none(self, dialog, tmp_path):
        from osgeo import gdal, ogr

        dataset = gdal.GetDriverByName("ESRI Shapefile").Create(str(tmp_path / "m_2017-10-01.shp"), 0, 0, 0)
        layer = dataset.CreateLayer("m_2017-10-01", None, ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("holder", ogr.OFTString))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["holder"] = "GOV"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(shapely.box(300000, 3900000, 310000, 3910000).wkt))
        layer.CreateFeature(feature)
        layer = dataset = feature = None
        dialog.add_paths([str(tmp_path / "m_2017-10-01.shp")])
        looked(dialog)
        assert "no CRS: read as longitude and latitude if possible" in dialog.page.settings.crs_example.text()
        assert "Set CRS" in looked(dialog).model.rows[0][4]
        assert "Set CRS" in dialog.page.preview.problems.text() and not dialog.import_button.isEnabled()
        dialog.page.settings.crs.setCrs(QgsCoordinateReferenceSystem("EPSG:32637"))
        assert [row[4] for row in looked(dialog).model.rows] == ["imported"]
        assert not dialog.page.preview.problems.isVisible() and dialog.import_button.isEnabled()

    def test_the_other_settings_reach_the_import(self, dialog, folder):
        dialog.add_paths([str(folder)])
        looked(dialog)
        assert dialog.page.options().gap_limit_days is None and dialog.page.options().theme == ""
        dialog.page.more.setCollapsed(False)
        dialog.page.more.source.setText(" Mine ")
        dialog.page.more.gap_limit.setValue(0)
        assert dialog.page.options().gap_limit_days == 0
        dialog.page.more.gap_limit.setValue(2.5)
        dialog.page.more.precedence.setText("GOV, OPP,")
        assert dialog.page.options().nobody_outside is None
        choose(dialog.page.more.outside, "Held by nobody")
        choose(dialog.page.more.theme, dialog.page.more.theme.itemText(2))
        options = dialog.page.options()
        assert (options.source, options.gap_limit_days, options.precedence) == ("Mine", 2.5, ("GOV", "OPP"))
        run_import(dialog)
        case = Case(dialog.page.target.path())
        assert case.sources() == ["Mine"] and case.setting("theme")["id"] == options.theme != ""
        assert case.nobody_outside() == {"Mine"}

    def test_a_stale_look_is_dropped(self, dialog, folder, tmp_path, monkeypatch):
        """The look at the first input ends after that at the second."""
        write_map(tmp_path / "other" / "z_2020-01-01.geojson", ({"holder": "GOV"}, box(36, 37)))
        started, go_on = threading.Event(), threading.Event()
        real = jobs.look_at

        def slow(inputs, *arguments, **options):
            found = real(inputs, *arguments, **options)
            if len(inputs) == 2:
                started.set()
                go_on.wait(20)
            return found

        monkeypatch.setattr(jobs, "look_at", slow)
        dialog.add_paths([str(folder)])
        wait_until(started.is_set)
        dialog.page.inputs._list.selectAll()
        dialog.page.inputs.remove_selected()
        dialog.add_paths([str(tmp_path / "other")])
        wait_until(lambda: dialog.page.preview.model.rows)
        go_on.set()
        assert [row[0] for row in looked(dialog).model.rows] == ["z_2020-01-01.geojson"]
        assert dialog.page.target.path() == str(tmp_path / "other case.gpkg")


def choose(combo, text):
    """Picks an item by key, as the user does."""
    combo.setFocus()
    wanted = combo.findText(text)
    assert wanted >= 0, [combo.itemText(row) for row in range(combo.count())]
    while combo.currentIndex() != wanted:
        QTest.keyClick(combo, Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up)


class TestBadInput:
    def test_a_broken_folder_still_imports_the_good_files(self, dialog, folder):
        (folder / "m_2017-10-03.geojson").write_text('{"type": "Feat')
        (folder / "m_2017-10-04.gpkg").write_bytes(b"SQLite format 3\0 no more")
        write_map(folder / "m_2017-10-05.geojson", ({"holder": "GOV"}, BOWTIE), ({"holder": ""}, box(36, 37)))
        dialog.add_paths([str(folder)])
        outcomes = {row[:2]: row[4] for row in looked(dialog).model.rows}
        assert outcomes["m_2017-10-03.geojson", ""].startswith("left out: cannot be read")
        assert outcomes["m_2017-10-05.geojson", "0"].startswith("repaired: ")
        assert outcomes["m_2017-10-05.geojson", "1"] == "left out: no faction"
        run_import(dialog)
        assert len(held(dialog.page.target.path())) == 4
        view = dialog.report
        assert [row[:3] for row in view.model.rows] == [
            ("m_2017-10-03.geojson", "", "left out"),
            ("m_2017-10-04.gpkg", "", "left out"),
            ("m_2017-10-05.geojson", "0", "repaired"),
            ("m_2017-10-05.geojson", "1", "left out"),
        ]
        QTest.keyClicks(view.search, "NO FACTION")
        assert [row[1] for row in view.model.rows] == ["1"] and view.count.text() == "1 of 4"
        view.search.clear()
        choose(view.actions_combo, "repaired")
        assert [row[1] for row in view.model.rows] == ["0"]

    def test_a_file_that_is_no_case_is_kept(self, dialog, folder, tmp_path):
        path = tmp_path / "mine.gpkg"
        path.write_bytes(b"mine")
        dialog.add_paths([str(folder)])
        looked(dialog)
        dialog.page.target.file.setFilePath(str(path))
        looked(dialog)
        assert "mine.gpkg" in dialog.page.target.note.text()
        run_import(dialog)
        (message,) = messages(dialog)
        assert "mine.gpkg" in message and "The case was not changed." in message
        assert path.read_bytes() == b"mine"

    @pytest.mark.parametrize("name", ["events.csv", "track_2017-10-01.gpx", "points_2017-10-01.geojson"])
    def test_what_has_no_areas_is_no_map(self, dialog, tmp_path, name):
        track = '<trkpt lat="35.5" lon="37.5"></trkpt><trkpt lat="35.5" lon="38.3"></trkpt>'
        texts = {
            "csv": "id,date,side_a,lon,lat\nE1,2017-10-01,GOV,38.2,35.55\n",
            "gpx": f'<gpx version="1.1" creator="x"><trk><name>IS</name><trkseg>{track}</trkseg></trk></gpx>',
        }
        path = write_map(tmp_path / name, ({"holder": "GOV"}, shapely.Point(36, 35)))
        path.write_text(texts.get(path.suffix[1:], path.read_text()))
        dialog.add_paths([str(path)])
        looked(dialog)
        assert dialog.page.preview.problems.text().startswith(
            "The input contains no areas, so it is not a control map."
        )
        assert "imported" not in {row[4] for row in dialog.page.preview.model.rows}
        assert not dialog.import_button.isEnabled()

    def test_an_import_that_fails_takes_the_report_of_an_earlier_one_away(self, dialog, folder):
        dialog.add_paths([str(folder)])
        run_import(dialog)
        assert dialog.tabs.isTabEnabled(1)
        looked(dialog)
        dialog.tabs.setCurrentIndex(0)
        dialog.page.target.file.setFilePath(str(folder / "no" / "such" / "case"))
        run_import(dialog)
        assert "No case was created." in messages(dialog)[0] and not dialog.tabs.isTabEnabled(1)

    def test_a_foreign_file_of_the_suggested_name_is_not_suggested(self, dialog, folder):
        (folder.parent / "maps case.gpkg").write_bytes(b"mine")
        dialog.add_paths([str(folder)])
        looked(dialog)
        assert dialog.page.target.path() == str(folder.parent / "maps case 2.gpkg")

    def test_a_folder_that_is_not_there_for_the_case(self, dialog, folder):
        dialog.add_paths([str(folder)])
        looked(dialog)
        dialog.page.target.file.setFilePath(str(folder / "no" / "such" / "case"))
        run_import(dialog)
        assert "No case was created." in messages(dialog)[0]

    def test_hostile_names_are_plain_text(self, dialog, tmp_path):
        fields = {HOSTILE: HOSTILE, "holder": "GOV"}
        write_map(tmp_path / "<b>x" / "m_2017-10-01 <i>.geojson", (fields, box(36, 37)), ({"holder": ""}, box(36, 37)))
        dialog.add_paths([str(tmp_path / "<b>x")])
        looked(dialog)
        choose(dialog.page.settings.faction, f"Field “{HOSTILE}”")
        looked(dialog)
        assert HOSTILE in dialog.page.settings.faction_example.text()
        run_import(dialog)
        wait_until(lambda: not dialog.page.preview_task.is_busy)
        shown = [label for label in dialog.findChildren(QLabel) if label.textFormat() != Qt.TextFormat.PlainText]
        assert not [label.text() for label in shown if "<b>" in label.text() or "<i" in label.text()]
        for model in (dialog.page.preview.model, dialog.report.model):
            tips = [
                model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or ""
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
            assert any("&lt;" in tip for tip in tips)
            assert not [tip for tip in tips if "<i" in tip or "<b" in tip]

    def test_a_hostile_message_is_plain_text(self, dialog, folder):
        dialog.add_paths([str(folder)])
        looked(dialog)
        dialog.page.target.file.setFilePath(str(folder / "<b>no" / "case.gpkg"))
        run_import(dialog)
        (item,) = dialog.messages.items()
        assert "&lt;b&gt;no" in item.text() and "<b>" not in item.text()


class Held:
    """Holds an import at its end, just before the new case takes its place."""

    def __init__(self, monkeypatch):
        self.started, self.go_on = threading.Event(), threading.Event()
        real = jobs.style_case

        def slow(draft, theme):
            real(draft, theme)
            self.started.set()
            self.go_on.wait(20)

        monkeypatch.setattr(jobs, "style_case", slow)


@pytest.fixture
def holding(monkeypatch):
    held = Held(monkeypatch)
    yield held
    held.go_on.set()


class TestWhileItRuns:
    def start(self, dialog, holding, folder):
        dialog.add_paths([str(folder)])
        looked(dialog)
        click(dialog.import_button)
        wait_until(holding.started.is_set)

    def test_progress_and_cancel_leave_no_file(self, dialog, holding, folder):
        self.start(dialog, holding, folder)
        wait_until(lambda: dialog.progress.bar.value() >= 95)
        assert not dialog.import_button.isEnabled() and not dialog.page.isEnabled()
        (task,) = [
            task for task in QgsApplication.taskManager().tasks() if task.description() == "Importing control maps"
        ]
        click(dialog.progress.cancel_button)
        assert task.isCanceled()
        holding.go_on.set()
        wait_until(lambda: dialog._importing is None)
        assert messages(dialog) == ["The import was cancelled. No case was created."]
        assert sorted(path.name for path in folder.parent.iterdir()) == ["maps"]
        assert not dialog.progress.isVisible() and dialog.import_button.isEnabled()

    def test_cancel_leaves_an_existing_case_as_it_was(self, dialog, holding, folder):
        holding.go_on.set()
        dialog.add_paths([str(folder)])
        run_import(dialog)
        looked(dialog)
        path = Path(dialog.page.target.path())
        before = path.read_bytes()
        holding.started.clear()
        holding.go_on.clear()
        dialog.tabs.setCurrentIndex(0)
        write_map(folder / "m_2017-10-03.geojson", ({"holder": "GOV"}, box(36, 39)))
        click(dialog.import_button)
        wait_until(holding.started.is_set)
        click(dialog.progress.cancel_button)
        holding.go_on.set()
        wait_until(lambda: dialog._importing is None)
        assert messages(dialog) == ["The import was cancelled. The case was not changed."]
        assert path.read_bytes() == before
        assert sorted(each.name for each in path.parent.iterdir()) == ["maps", "maps case.gpkg"]

    def test_closed_it_goes_on_and_tells_the_end(self, dialog, holding, folder):
        self.start(dialog, holding, folder)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        holding.go_on.set()
        wait_until(lambda: dialog._importing is None)
        assert dialog.told == [("Imported. Files: 2, rows: 3, rows or files left out: 0.", Qgis.MessageLevel.Success)]
        assert len(held(dialog.page.target.path())) == 3

    def test_the_plugin_is_unloaded(self, dialog, holding, folder):
        self.start(dialog, holding, folder)
        dialog.give_up()
        holding.go_on.set()
        wait_until(lambda: QgsApplication.taskManager().count() == 0)
        assert sip.isdeleted(dialog)
        assert sorted(path.name for path in folder.parent.iterdir()) == ["maps"]

    def test_a_change_of_the_input_meanwhile_is_not_possible(self, dialog, holding, folder):
        self.start(dialog, holding, folder)
        assert not dialog.page.inputs.folder_button.isEnabled() and not dialog.page.target.file.isEnabled()


class TestReport:
    @pytest.fixture
    def done(self, dialog, folder):
        write_map(folder / "m_2017-10-05.geojson", ({"holder": "", "note": HOSTILE}, box(36, 37)))
        dialog.add_paths([str(folder)])
        run_import(dialog)
        looked(dialog)
        return dialog

    def test_copied(self, done):
        click(done.report.copy_button)
        lines = QgsApplication.clipboard().text().splitlines()
        assert lines[-1].split("\t")[:4] == ["m_2017-10-05.geojson", "0", "left out", "no faction"]
        assert "Rows: 4 read, 3 loaded, 0 repaired, 1 rejected." in lines

    def test_saved(self, done, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(tmp_path / "page"), "")))
        click(done.report.save_button)
        wait_until(lambda: done._saving is None)
        page = (tmp_path / "page.html").read_text(encoding="utf-8")
        assert "no faction" in page and "&lt;img src=" in page and "<img" not in page
        assert any("page.html" in text for text in messages(done))

    def test_that_cannot_be_saved(self, done, tmp_path, monkeypatch):
        path = str(tmp_path / "no" / "page.html")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (path, "")))
        click(done.report.save_button)
        wait_until(lambda: done._saving is None)
        assert any("cannot be written" in text and path in text for text in messages(done))


class TestWindow:
    def test_tab_goes_through_the_dialog_in_the_order_of_the_eye(self, dialog, folder):
        dialog.add_paths([str(folder)])
        looked(dialog)
        dialog.activateWindow()
        page = dialog.page
        wanted = [
            page.inputs._list, page.inputs.folder_button, page.inputs.files_button, page.inputs.layers_button,
            page.settings.date, page.settings.faction, page.preview.table, page.target.file, dialog.import_button,
        ]  # fmt: skip
        dialog.page.inputs._list.setFocus()
        met = []
        for _ in range(40):
            focus = dialog.focusWidget()
            met += [widget for widget in wanted if widget is focus or widget.isAncestorOf(focus)]
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        order = list(dict.fromkeys(met))
        assert [wanted.index(widget) for widget in order] == list(range(len(wanted)))

    def test_no_two_letters_are_the_same(self, dialog):
        dialog.page.more.setCollapsed(False)
        wait_until(lambda: dialog.page.more.theme.isVisible())
        texts = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.buddy()]
        texts += [button.text() for button in dialog.findChildren(QAbstractButton) if button.isVisible()]
        texts += [dialog.tabs.tabText(page) for page in range(dialog.tabs.count())]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)) > 12, sorted(letters)

    def test_it_fits_a_small_screen(self, dialog):
        assert dialog.minimumSizeHint().width() <= 800 and dialog.minimumSizeHint().height() <= 600

    def test_all_settings_are_in_sight(self, dialog, folder):
        dialog.resize(780, 640)
        dialog.add_paths([str(folder)])
        looked(dialog)
        QCoreApplication.processEvents()
        title = dialog.page.more.mapTo(dialog, QPoint(0, dialog.page.more.height()))
        assert title.y() <= dialog.page.target.mapTo(dialog, QPoint()).y()

    def test_enter_in_a_field_is_no_order_to_import(self, dialog, folder):
        dialog.add_paths([str(folder)])
        looked(dialog)
        QTest.keyClick(dialog.page.target.file.lineEdit(), Qt.Key.Key_Return)
        assert dialog._importing is None and not os.path.exists(dialog.page.target.path())

    def test_layers_of_the_case_in_the_project_are_redrawn(self, dialog, folder):
        dialog.add_paths([str(folder)])
        run_import(dialog)
        path = dialog.page.target.path()
        layer = QgsVectorLayer(f"{path}|layername={f.CONTROL_MAP}", "control", "ogr")
        QgsProject.instance().addMapLayer(layer)
        repaints = []
        layer.repaintRequested.connect(lambda *_: repaints.append(1))
        write_map(folder / "m_2017-10-03.geojson", ({"holder": "JIH"}, box(36, 39)))
        run_import(dialog)
        assert repaints and layer.featureCount() == 4


class TestEntry:
    def test_opened_twice_it_is_one_dialog_and_closed_for_good(self, iface):
        first = open_import_dialog(iface, lambda path: None)
        assert first.isVisible() and not first.isModal()
        first.close()
        assert open_import_dialog(iface, lambda path: None) is first and first.isVisible()
        close_import_dialog(iface)
        assert sip.isdeleted(first)
        close_import_dialog(iface)  # there is none
        second = open_import_dialog(iface, lambda path: None)
        assert second is not first
        close_import_dialog(iface)

    def test_the_end_of_a_closed_dialog_is_told_without_html(self, iface, holding, folder):
        dialog = open_import_dialog(iface, lambda path: None)
        dialog.add_paths([str(folder)])
        looked(dialog)
        dialog.page.target.file.setFilePath(str(folder / "<b>no" / "case.gpkg"))
        looked(dialog)
        dialog.start_import()
        dialog.close()
        wait_until(lambda: iface.messages)
        (told,) = iface.errors()
        assert "&lt;b&gt;no" in told and "<b>" not in told
        close_import_dialog(iface)
