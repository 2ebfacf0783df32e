"""What a case shows in each frame of the temporal controller, on any machine."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsTemporalNavigationObject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.qgis_values import to_qt
from syria_control_plugin.mapping.layers.layers import add_case, case_layer, local_crs, open_layer
from syria_control_plugin.mapping.layers.temporal import day_range, set_project_time, show_day

ROOT = Path(__file__).resolve().parents[3]
BOX = (37, 35, 37.1, 35.1)
# GOV on the 8th; OPP from 6 in the morning of the 9th; IS from the 10th until further notice.
ROWS = [("GOV", "2017-10-08", BOX), ("OPP", "2017-10-09T06:00:00Z", BOX), ("IS", "2017-10-10", BOX)]
FRAMES = [
    ("2017-10-07T00:00:00", "2017-10-08T00:00:00", []),
    ("2017-10-07T23:59:59", "2017-10-08T00:00:00", []),
    ("2017-10-08T00:00:00", "2017-10-08T00:00:01", ["GOV"]),
    ("2017-10-08T00:00:00", "2017-10-09T00:00:00", ["GOV"]),
    ("2017-10-09T00:00:00", "2017-10-09T00:00:01", ["GOV"]),
    ("2017-10-09T00:00:00", "2017-10-09T06:00:00", ["GOV"]),
    ("2017-10-09T05:59:59", "2017-10-09T06:00:00", ["GOV"]),
    ("2017-10-09T06:00:00", "2017-10-09T06:00:01", ["OPP"]),
    ("2017-10-09T06:00:00", "2017-10-09T12:00:00", ["OPP"]),
    ("2017-10-09T23:59:59", "2017-10-10T00:00:00", ["OPP"]),
    ("2017-10-10T00:00:00", "2017-10-10T00:00:01", ["IS"]),
    ("2017-10-10T00:00:00", "2017-10-11T00:00:00", ["IS"]),
    ("2030-01-01T00:00:00", "2030-01-02T00:00:00", ["IS"]),
]


def utc(text):
    moment = QDateTime.fromString(text, Qt.DateFormat.ISODate)
    moment.setTimeSpec(Qt.TimeSpec.UTC)
    return moment


def frame(start, end):
    return QgsDateTimeRange(utc(start), utc(end), True, False)


def factions(maps, layer, time):
    return sorted(feature[layer.renderer().classAttribute()] for feature in maps.shown(layer, time))


@pytest.fixture
def case_path(maps, tmp_path):
    QgsProject.instance().clear()
    yield maps.case(tmp_path, ROWS)
    QgsProject.instance().clear()


@pytest.mark.parametrize("table", ["control_map", "territories"])
def test_each_frame_shows_exactly_its_ground(maps, case_path, table):
    layer = open_layer(Case(case_path), table, table)
    assert [factions(maps, layer, frame(start, end)) for start, end, _ in FRAMES] == [each for *_, each in FRAMES]


def test_rendered_frames_agree_with_the_filter(maps, case_path):
    layer = open_layer(Case(case_path), "control_map", "control")
    colours = {"GOV": "#d6453d", "OPP": "#4f9e4c", "IS": "#333333"}
    for start, end, held in FRAMES:
        pixel = maps.picture([layer], BOX, (9, 9), frame(start, end)).pixelColor(4, 4).name()
        assert pixel == (colours[held[0]] if held else "#ffffff"), start


def test_frames_of_the_temporal_controller(maps, tmp_path):
    """Daily maps, a hole among them; the controller's own ranges, one day a frame."""
    rows = [("GOV", "2017-10-08", BOX), ("OPP", "2017-10-09", BOX), ("IS", "2017-10-12", BOX)]
    path = maps.case(tmp_path, rows, name="daily")
    layer = open_layer(Case(path), "control_map", "control")
    controller = QgsTemporalNavigationObject()
    dates = Case(path).dates()
    show_day(controller, dates, dates[-1])
    assert controller.totalFrameCount() == 5
    assert controller.currentFrameNumber() == 4
    found = [factions(maps, layer, controller.dateTimeRangeForFrameNumber(number)) for number in range(5)]
    assert found == [["GOV"], ["OPP"], ["OPP"], ["OPP"], ["IS"]]


@pytest.mark.parametrize("date", ["2017-10-08", "2017-10-09", "2017-10-11", "2017-10-12"])
def test_show_day_shows_the_day_of_a_moment(date):
    controller = QgsTemporalNavigationObject()
    show_day(controller, np.array(["2017-10-08", "2017-10-12"], "M8[s]"), np.datetime64(date))
    shown = controller.dateTimeRangeForFrameNumber(controller.currentFrameNumber())
    assert shown.begin() == utc(f"{date}T00:00:00")
    assert not shown.includeEnd()


def test_day_range_is_half_open():
    time = day_range("2017-10-09")
    assert (time.begin(), time.end()) == (utc("2017-10-09T00:00:00"), utc("2017-10-10T00:00:00"))
    assert time.includeBeginning() and not time.includeEnd()
    assert to_qt("2017-10-09T06:00:00").timeSpec() == Qt.TimeSpec.UTC


# Makes the case too: neither writing nor reading it may depend on where the machine stands.
ELSEWHERE = """
import json, os, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from qgis.core import *
application = QgsApplication([], False, sys.argv[2])
application.initQgis()
from qgis.PyQt.QtCore import QDateTime
from syria_control_plugin.mapping.layers.layers import open_layer
from syria_control_plugin.mapping.layers.styles import style_case
from syria_control_plugin.case.case import Case
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.files.inputs import list_inputs
from tests_frames import frame, shown
folder = Path(sys.argv[2])
path = str(folder / "case.gpkg")
import_maps(path, list_inputs([str(folder / "case.geojson")])[0], finish=style_case)
found = {"offset": QDateTime.currentDateTime().offsetFromUtc()}
for compiled in (True, False):
    QgsSettings().setValue("qgis/compileExpressions", compiled)
    layer = open_layer(Case(path), "control_map", "control")
    found[str(compiled)] = [shown(layer, frame(start, end)) for start, end, _ in json.loads(sys.argv[3])]
print("FOUND" + json.dumps(found))
sys.stdout.flush()
os._exit(0)
"""
HELPERS = """
from qgis.core import QgsDateTimeRange, QgsFeatureRequest, QgsVectorLayerTemporalContext
from qgis.PyQt.QtCore import QDateTime, Qt

def frame(start, end):
    moments = [QDateTime.fromString(text + "Z", Qt.DateFormat.ISODate) for text in (start, end)]
    return QgsDateTimeRange(*moments, True, False)

def shown(layer, time):
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    words = layer.temporalProperties().createFilterString(context, time)
    return sorted(each["class"] for each in layer.getFeatures(QgsFeatureRequest().setFilterExpression(words)))
"""


@pytest.mark.parametrize("zone", ["UTC", "Asia/Damascus", "America/New_York"])
def test_any_time_zone_compiled_or_not(case_path, tmp_path, zone):
    profile = tmp_path / "elsewhere"
    profile.mkdir()
    shutil.copy(tmp_path / "case.geojson", profile)
    (profile / "tests_frames.py").write_text(HELPERS)
    result = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(ROOT), str(profile), json.dumps(FRAMES)],
        env={**os.environ, "TZ": zone, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(profile)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    lines = [line for line in result.stdout.splitlines() if line.startswith("FOUND")]
    assert lines, result.stderr
    found = json.loads(lines[0][5:])
    assert (found["offset"] == 0) == (zone == "UTC")
    assert found["True"] == [held for *_, held in FRAMES]
    assert found["False"] == [held for *_, held in FRAMES]


def test_project_keeps_look_and_time(maps, case_path, tmp_path):
    """Saved as .qgz and opened again, the case still follows time, and the project knows its span."""
    project = QgsProject.instance()
    case = Case(case_path)
    group = add_case(project, Case(case_path), case.tables(), "Hama")
    project.setCrs(local_crs(case_layer(group, "control_map")))
    set_project_time(project, case.dates())
    before = [category.label() for category in case_layer(group, "control_map").renderer().categories()]
    assert project.write(str(tmp_path / "hama.qgz")), project.error()
    project.clear()
    assert not project.mapLayers()
    assert project.read(str(tmp_path / "hama.qgz"))
    assert project.crs().authid() == "EPSG:32637"
    span = project.timeSettings().temporalRange()
    assert (span.begin(), span.end()) == (utc("2017-10-08T00:00:00"), utc("2017-10-11T00:00:00"))
    assert project.timeSettings().timeStepUnit() == Qgis.TemporalUnit.Days
    (layer,) = project.mapLayersByName("Control")
    assert [category.label() for category in layer.renderer().categories()] == before
    assert [factions(maps, layer, frame(start, end)) for start, end, _ in FRAMES] == [each for *_, each in FRAMES]
    group = project.layerTreeRoot().findGroup("Hama")
    assert case_layer(group, "control_map").id() == layer.id()


PLAIN = """
import json, os, sys
from qgis.core import *
application = QgsApplication([], False, sys.argv[1])
application.initQgis()
layer = QgsVectorLayer(sys.argv[2] + "|layername=control_map", "control", "ogr")
message, ok = layer.loadDefaultStyle()
time = layer.temporalProperties()
labels = [category.label() for category in layer.renderer().categories()]
plugin = [name for name in sys.modules if name.startswith("syria")]
print("FOUND" + json.dumps([ok, labels, time.isActive(), time.startField(), time.endField(), plugin]))
sys.stdout.flush()
os._exit(0)
"""


def test_a_machine_without_the_plugin_shows_the_same(case_path, tmp_path):
    result = subprocess.run(
        [sys.executable, "-c", PLAIN, str(tmp_path / "profile"), case_path], cwd=tmp_path,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    (line,) = [line for line in result.stdout.splitlines() if line.startswith("FOUND")]
    assert json.loads(line[5:]) == [
        True, ["Syrian government forces", "Syrian opposition forces", "ISIS"],
        True, "valid_from", "shown_until", [],
    ]  # fmt: skip


def edited(path, change):
    """The layer `territories` opened for editing as a user does, changed and saved."""
    layer = QgsVectorLayer(f"{path}|layername=territories", "territories", "ogr")
    layer.loadDefaultStyle()
    assert layer.startEditing()
    change(layer)
    assert layer.commitChanges(), layer.commitErrors()


def test_an_end_edited_in_qgis_is_saved_and_shown_right(maps, case_path):
    def end_it(layer):
        (row,) = layer.getFeatures("\"faction\" = 'IS'")
        assert layer.changeAttributeValue(row.id(), layer.fields().lookupField("valid_to"), utc("2017-10-12T06:00:00"))

    edited(case_path, end_it)
    layer = open_layer(Case(case_path), "control_map", "control")
    for start, end, held in [
        ("2017-10-11T00:00:00", "2017-10-12T00:00:00", ["IS"]),
        ("2017-10-12T05:59:59", "2017-10-12T06:00:00", ["IS"]),
        ("2017-10-12T06:00:00", "2017-10-12T06:00:01", []),
    ]:
        assert factions(maps, layer, frame(start, end)) == held
    assert np.datetime64("2017-10-12T06:00:00") in Case(case_path).dates()


def test_a_territory_drawn_in_qgis_is_saved_and_shown(maps, case_path):
    def draw(layer):
        row = QgsFeature(layer.fields())
        row.setGeometry(QgsGeometry.fromWkt("MULTIPOLYGON (((38 35, 38.1 35, 38.1 35.1, 38 35)))"))
        for name, value in {"faction": "OPP", "valid_from": utc("2017-11-01T00:00:00"), "source": "me",
                            "valid_to": utc("2017-11-02T00:00:00")}.items():  # fmt: skip
            row[name] = value
        assert layer.addFeature(row)

    edited(case_path, draw)
    layer = open_layer(Case(case_path), "control_map", "control")
    assert factions(maps, layer, day_range("2017-11-01")) == ["IS", "OPP"]
    assert factions(maps, layer, day_range("2017-11-02")) == ["IS"]


@pytest.mark.parametrize("day, expected", [("08", 0), ("09", 1), ("10", 0), ("23", 0), ("24", 1), ("25", 0)])
def test_movements_of_the_sample_are_there_on_their_day_only(maps, sample_path, day, expected):
    layer = open_layer(Case(sample_path), "movements", "movements")
    assert len(maps.shown(layer, day_range(f"2017-10-{day}"))) == expected


@pytest.mark.parametrize("day", ["07", "08", "09", "10", "24"])
def test_events_of_the_sample_last_until_their_last_day(maps, sample_path, day):
    layer = open_layer(Case(sample_path), "events", "events")
    today = utc(f"2017-10-{day}T00:00:00")
    meant = sum(each["valid_from"] <= today < each["valid_to"] for each in layer.getFeatures())
    assert len(maps.shown(layer, day_range(f"2017-10-{day}"))) == meant
