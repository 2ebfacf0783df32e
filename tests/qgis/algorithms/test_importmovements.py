"""importmovements: lines, tracks and tables become the movements of a case."""

import sqlite3

import numpy as np
import pytest
from qgis.core import (
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QTime
from qgis.PyQt.QtGui import QColor, QImage

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import shipped_factions
from syria_control_plugin.mapping.layers.layers import add_case, open_layer
from syria_control_plugin.sources.corridor_search import case_movements

FIELDS = ("id", "mover", "date")
ROWS = [
    ("M1", "IS", "2017-10-08", "LINESTRING (37 35, 37.1 35)"),
    ("M2", "Syrian army", "2017-10-09", "LINESTRING (37 35.1, 37.1 35.1)"),
]


def made(kit, given, **more):
    return kit.run("importmovements", {"INPUT": given, "OUTPUT": str(kit.folder / "case.gpkg"), **more})


def rows(results, columns="movement, faction, substr(valid_from, 1, 16), substr(valid_to, 1, 16), is_timed"):
    with sqlite3.connect(results["OUTPUT"]) as database:
        return database.execute(f"SELECT {columns} FROM movements ORDER BY 1").fetchall()


def fixes(kit, name="fixes.csv", lons=(37.0, 37.1, 37.2, 39.0, 39.1)):
    """A fix every quarter of an hour; from the third to the fourth it is 160 km."""
    lines = [f"U1,GOV,2017-10-24 {8 + n // 4:02d}:{15 * (n % 4):02d},{lon},35" for n, lon in enumerate(lons)]
    path = kit.folder / name
    path.write_text("\n".join(["unit,faction,time,lon,lat", *lines]), encoding="utf-8")
    return str(path)


def test_lines_of_a_layer(kit):
    results = made(kit, kit.layer("ways", ROWS, "LineString", fields=FIELDS))
    assert rows(results) == [
        ("M1", "IS", "2017-10-08T00:00", "2017-10-09T00:00", 0),
        ("M2", "GOV", "2017-10-09T00:00", "2017-10-10T00:00", 0),
    ]
    counts = {name: results[name] for name in ("MOVEMENTS", "FIXES", "SPLIT", "REJECTED")}
    assert counts == {"MOVEMENTS": 2, "FIXES": 0, "SPLIT": 0, "REJECTED": 0}
    assert results["LAYER"].endswith("case.gpkg|layername=movements")


def test_fields_for_passage_positions_and_quotes_can_be_named(kit):
    """Their names are none that the tool detects."""
    columns, quoted = (
        ("id", "mover", "date", "crossed", "how known", "said"),
        "<b>it's</b> [% 1 %]; DROP TABLE movements",
    )
    line = "LINESTRING (37 35, 37.1 35, 37.2 35)"
    lines = kit.layer("ways", [("M1", "IS", "2017-10-08", "GOV; Nobody I know", "guess", quoted, line)], "LineString",
                      fields=columns)  # fmt: skip
    stored = "passage_reported, estimated_positions, remark_fields"
    assert rows(made(kit, lines), stored) == [("", "", "")]
    named = {"PASSAGE_FIELD": "crossed", "POSITION_FIELD": "how known", "REMARK_FIELDS": " said; id ;"}
    results = made(kit, lines, **named)
    assert rows(results, stored) == [("GOV; Nobody I know", "1-3", "said; id")]
    movements = case_movements(Case(results["OUTPUT"]), shipped_factions())
    assert movements.remarks[0].splitlines() == [f"said: {quoted}"]
    for name in named:
        with pytest.raises(QgsProcessingException, match="(?s)nowhere.*how known"):
            made(kit, lines, **{name: "nowhere"})


def test_fixes_of_a_table_are_cut_where_the_limits_say(kit):
    path = fixes(kit)
    results = made(kit, path)
    assert rows(results, "movement, is_timed") == [("U1/1", 1), ("U1/2", 1)]
    assert (results["MOVEMENTS"], results["FIXES"], results["SPLIT"]) == (2, 5, 1)
    assert "U1" in kit.feedback.textLog() + " ".join(kit.feedback.infos)
    assert rows(made(kit, path, SPEED_LIMIT=0), "movement") == [("U1",)]
    assert len(rows(made(kit, path, SPEED_LIMIT=0, JUMP_LIMIT=100), "movement")) == 2
    assert made(kit, path, SPEED_LIMIT=0, GAP_LIMIT=0.25)["SPLIT"] == 0
    with pytest.raises(QgsProcessingException, match="no usable movement"):
        made(kit, path, GAP_LIMIT=0.2)


def test_settings_reach_the_reading(kit):
    path = kit.folder / "wege.csv"
    path.write_text('nr;am;bis;laut;weg\n7;5/6/2017;5/7/2017;SOHR;"LINESTRING (500000 3873043, 600000 3873043)"\n')
    named = {"ID_FIELD": "nr", "START_FIELD": "am", "END_FIELD": "bis", "SOURCE_FIELD": "laut", "WKT_FIELD": "weg"}
    results = made(kit, str(path), FACTION="Daesh", DATE_ORDER="MDY", END_IS_LAST_DAY=True, CRS="EPSG:32637",
                   SOURCE="by hand", **named)  # fmt: skip
    assert rows(results) == [("7", "IS", "2017-05-06T00:00", "2017-05-08T00:00", 0)]
    assert rows(results, "source, series, file") == [("SOHR", "by hand", "wege.csv")]
    feature = next(QgsVectorLayer(results["LAYER"], "", "ogr").getFeatures())
    assert feature.geometry().vertexAt(0).x() == pytest.approx(39, abs=1e-4)


def test_layers_and_a_folder_together(kit):
    folder = kit.folder / "maps"
    kit.geojson(
        "maps/way.geojson", [({"id": "M3", "mover": "OPP", "date": "2017-10-10"}, "LINESTRING (38 35, 38.1 35)")]
    )
    layer = kit.layer("ways", ROWS, "LineString", fields=FIELDS)
    results = made(kit, [layer], PATHS=f"{folder};{fixes(kit, lons=(37.0, 37.1))}", SOURCE="all")
    assert [row[0] for row in rows(results)] == ["M1", "M2", "M3", "U1"]


def test_nothing_given_is_an_error(kit):
    with pytest.raises(QgsProcessingException, match="INPUT"):
        made(kit, None)


def test_rejected_rows_are_told_and_in_the_page(kit):
    page = str(kit.folder / "report.html")
    bad = ("<b>M3</b>", "IS", "someday", "LINESTRING (37 35, 37.1 35)")
    results = made(kit, kit.layer("ways", [*ROWS, bad], "LineString", fields=FIELDS), REPORT=page)
    assert results["REJECTED"] == 1
    assert any("someday" in line for line in kit.feedback.warnings)
    text = open(page, encoding="utf-8").read()
    assert "someday" in text and "<b>M3" not in text


def test_again_is_told_and_a_change_replaces(kit):
    layer = kit.layer("ways", ROWS, "LineString", fields=FIELDS)
    made(kit, layer)
    before = (kit.folder / "case.gpkg").read_bytes()
    made(kit, layer)
    assert (kit.folder / "case.gpkg").read_bytes() == before
    told = "Files and settings have not changed since the last import. The case was not changed."
    assert any(told in line for line in kit.feedback.infos)
    layer.dataProvider().deleteFeatures([1])
    assert [row[0] for row in rows(made(kit, layer))] == ["M2"]


def shown(layer, number):
    """Movements that a layer shows on a day of October 2017."""
    start = QDateTime(QDate(2017, 10, number), QTime(0, 0), Qt.TimeSpec.UTC)
    time = QgsDateTimeRange(start, start.addDays(1), True, False)
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    filter_text = layer.temporalProperties().createFilterString(context, time)
    assert filter_text
    return sorted(row["movement"] for row in layer.getFeatures(QgsFeatureRequest().setFilterExpression(filter_text)))


def test_the_layer_follows_the_temporal_controller(kit):
    made(kit, [kit.layer("ways", ROWS, "LineString", fields=FIELDS)], PATHS=fixes(kit, lons=(37.0, 37.1)))
    layer = open_layer(Case(str(kit.folder / "case.gpkg")), "movements", "m")
    assert layer.temporalProperties().isActive()
    expected = {7: [], 8: ["M1"], 9: ["M2"], 10: [], 23: [], 24: ["U1"], 25: []}
    assert {number: shown(layer, number) for number in expected} == expected


def test_a_case_of_movements_alone_opens_and_draws(kit):
    path = made(kit, kit.layer("ways", ROWS, "LineString", fields=FIELDS))["OUTPUT"]
    project = QgsProject()
    group = add_case(project, Case(path), Case(path).tables(), "case")
    layers = {node.layer().source().rpartition("=")[2]: node.layer() for node in group.findLayers()}
    assert set(layers) == {"movements", "control_map"}
    assert all(layer.isValid() for layer in layers.values())
    assert layers["movements"].extent().xMinimum() == pytest.approx(37)
    assert pixels(layers["movements"]) > 50
    project.clear()


def pixels(layer) -> int:
    """How many pixels of an image a layer colours."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    extent = layer.extent()
    extent.grow(0.05)
    settings.setExtent(extent)
    settings.setOutputSize(QSize(100, 100))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage().convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return int((np.frombuffer(bits, np.uint32) != 0xFFFFFFFF).sum())


def test_beside_control_maps_in_one_case(kit):
    case = {"INPUT": str(kit.maps_folder()), "OUTPUT": str(kit.folder / "case.gpkg")}
    before = kit.run("importcontrolseries", case)["ROWS"]
    made(kit, kit.layer("ways", ROWS, "LineString", fields=FIELDS))
    assert kit.run("importcontrolseries", case)["ROWS"] == before
    assert len(rows(case)) == 2
