"""A case in a project, and its print layout."""

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateTransform,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

from syria_control_plugin.core.errors import CaseError
from syria_control_plugin.mapping.layers import add_case, case_layer, local_crs, open_layer
from syria_control_plugin.mapping.layouts import MapTexts, control_layout, export_png
from syria_control_plugin.sources.case import Case


@pytest.fixture
def project(qgis_app):
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def group(project, sample_path):
    group = add_case(project, sample_path, Case(sample_path).tables(), "Hama")
    project.setCrs(local_crs(case_layer(group, "control_map")))
    return group


def layout_of(project, group, **texts):
    layers = [case_layer(group, table) for table in ("events", "movements", "control_map")]
    texts = {"title": "Control", "note": "Schematic", "sources": "Some", **texts}
    return control_layout(project, layers, np.datetime64("2017-10-24"), MapTexts(**texts))


def test_layers_stand_in_one_group_as_they_are_drawn(group):
    names = [(node.name(), node.isVisible()) for node in group.findLayers()]
    assert names == [("Clash events", True), ("Movements", True), ("Reports", False), ("Places", False),
                     ("Control", True)]  # fmt: skip


def test_a_case_comes_on_top_of_what_is_there(project, sample_path):
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory"))
    add_case(project, sample_path, ["control_map"], "Hama")
    assert [child.name() for child in project.layerTreeRoot().children()] == ["Hama", "mine"]


def test_layer_that_cannot_be_opened_is_an_error_and_adds_nothing(project, sample_path, tmp_path):
    with pytest.raises(CaseError, match="no_such_table"):
        open_layer(sample_path, "no_such_table", "x")
    with pytest.raises(CaseError, match="gone.gpkg"):
        add_case(project, str(tmp_path / "gone.gpkg"), ["control_map", "events"], "x")
    assert not project.mapLayers() and not project.layerTreeRoot().children()


@pytest.mark.parametrize("west, zone", [(36.5, "EPSG:32637"), (41, "EPSG:32637"), (43, "EPSG:32638")])
def test_local_crs_is_the_utm_zone(maps, tmp_path, west, zone):
    path = maps.case(tmp_path, [("GOV", "2017-10-08", (west, 35, west + 0.5, 35.5))])
    assert local_crs(open_layer(path, "control_map", "x")).authid() == zone


def test_a_wide_area_is_shown_in_web_mercator(maps, tmp_path):
    path = maps.case(tmp_path, [("GOV", "2017-10-08", (30, 35, 45, 36))])
    assert local_crs(open_layer(path, "control_map", "x")).authid() == "EPSG:3857"


def test_layout_items_are_named(project, group):
    layout = layout_of(project, group)
    ids = {"map", "title", "date", "legend", "scale bar", "note", "sources"}
    assert {item.id() for item in layout.items() if hasattr(item, "id") and item.id()} == ids
    assert layout.itemById("date").currentText() == "24 October 2017"
    assert layout.name() == "Control, 2017-10-24"
    drawn = layout.itemById("map")
    assert isinstance(drawn, QgsLayoutItemMap) and drawn.isTemporal()
    assert drawn.temporalRange().begin().toString(Qt.DateFormat.ISODate) == "2017-10-24T00:00:00Z"
    page = layout.pageCollection().page(0).rect()
    for item_id in ids:
        item = layout.itemById(item_id)
        assert page.contains(item.mapRectToScene(item.rect())), f"{item_id} reaches off the page"


def test_legend_in_the_order_and_words_of_the_theme(project, group):
    layout = layout_of(project, group)
    legend = layout.itemById("legend")
    assert isinstance(legend, QgsLayoutItemLegend)
    nodes = legend.model().rootGroup().findLayers()
    assert [node.name() for node in nodes] == ["Control", "Movements", "Clash events"]
    shown = [str(line.data(Qt.ItemDataRole.DisplayRole)) for line in legend.model().layerLegendNodes(nodes[0])]
    assert [" ".join(label.split()) for label in shown] == [
        "Held by the Syrian army",
        "Taken by ISIS/Daesh on 9 Oct 2017 and since won back from it by the opposition",
        "Still held by ISIS/Daesh",
        "Held by the opposition",
    ]
    assert max(len(line) for label in shown for line in label.splitlines()) <= 30


@pytest.mark.parametrize("text", ["[% 20 + 22 %]", "[[%% 20 + 22 %%]]", "a [%20 + 22%] b", "[%\n20 + 22\n%]"])
def test_text_from_data_is_not_evaluated(project, group, text):
    layout = layout_of(project, group, title=text, note=text, sources=text)
    for name in ("title", "note", "sources"):
        label = layout.itemById(name)
        assert isinstance(label, QgsLayoutItemLabel)
        assert "42" not in label.currentText() and "20 + 22" in label.currentText()


def test_faction_names_in_the_legend_are_not_evaluated(project, maps, tmp_path):
    path = maps.case(tmp_path, [("[% 20 + 22 %]", "2017-10-08", (37, 35, 37.1, 35.1))])
    group = add_case(project, path, ["control_map"], "odd")
    project.setCrs(local_crs(case_layer(group, "control_map")))
    layout = control_layout(project, [case_layer(group, "control_map")], "2017-10-08", MapTexts("t"))
    legend = layout.itemById("legend")
    (node,) = legend.model().rootGroup().findLayers()
    (line,) = legend.model().layerLegendNodes(node)
    assert "20 + 22" in line.evaluateLabel(layout.createExpressionContext())


def test_picture_has_the_map_in_the_themes_colours(project, group, tmp_path):
    path = str(tmp_path / "map.png")
    export_png(layout_of(project, group), path, dpi=60)
    image = QImage(path)
    assert image.width() == pytest.approx(297 / 25.4 * 60, abs=2)
    assert image.height() == pytest.approx(210 / 25.4 * 60, abs=2)
    colours = [image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    for name in ("#d7301f", "#2b6cb8", "#1a1a1a", "#41a148"):
        assert colours.count(name) > 100, name


def test_picture_that_cannot_be_written_is_an_error(project, group, tmp_path):
    (tmp_path / "file").write_text("no folder")
    path = str(tmp_path / "file" / "map.png")
    with pytest.raises(CaseError, match="map.png"):
        export_png(layout_of(project, group), path, dpi=30)


def test_map_of_an_extent(project, group):
    layers = [case_layer(group, "control_map")]
    extent = QgsCoordinateTransform(layers[0].crs(), project.crs(), project).transformBoundingBox(layers[0].extent())
    extent.scale(0.3)
    layout = control_layout(project, layers, "2017-10-24", MapTexts("t"), extent)
    drawn = layout.itemById("map").extent()
    assert drawn.contains(extent) and drawn.width() * drawn.height() < 3 * extent.width() * extent.height()
