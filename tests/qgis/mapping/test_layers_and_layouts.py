"""A case in a project."""

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from syria_control_plugin.case.case import Case
from syria_control_plugin.core.errors import CaseError
from syria_control_plugin.mapping.layers.layers import add_case, case_layer, local_crs, open_layer


@pytest.fixture
def project(qgis_app):
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def group(project, sample_path):
    group = add_case(project, Case(sample_path), Case(sample_path).tables(), "Hama")
    project.setCrs(local_crs(case_layer(group, "control_map")))
    return group


def test_layers_stand_in_one_group_as_they_are_drawn(group):
    names = [(node.name(), node.isVisible()) for node in group.findLayers()]
    assert names == [("Clash events", True), ("Corridors", True), ("Movements", True), ("Corridor areas", False),
                     ("Reports", False), ("Places", False),
                     ("Control", True)]  # fmt: skip


def test_a_case_comes_on_top_of_what_is_there(project, sample_path):
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory"))
    add_case(project, Case(sample_path), ["control_map"], "Hama")
    assert [child.name() for child in project.layerTreeRoot().children()] == ["Hama", "mine"]


def test_layer_that_cannot_be_opened_is_an_error_and_adds_nothing(project, sample_path, tmp_path):
    with pytest.raises(CaseError, match="no_such_table"):
        open_layer(Case(sample_path), "no_such_table", "x")
    with pytest.raises(CaseError, match="gone.gpkg"):
        add_case(project, Case(str(tmp_path / "gone.gpkg")), ["control_map", "events"], "x")
    assert not project.mapLayers() and not project.layerTreeRoot().children()


@pytest.mark.parametrize("west, zone", [(36.5, "EPSG:32637"), (41, "EPSG:32637"), (43, "EPSG:32638")])
def test_local_crs_is_the_utm_zone(maps, tmp_path, west, zone):
    path = maps.case(tmp_path, [("GOV", "2017-10-08", (west, 35, west + 0.5, 35.5))])
    assert local_crs(open_layer(Case(path), "control_map", "x")).authid() == zone


def test_a_wide_area_is_shown_in_web_mercator(maps, tmp_path):
    path = maps.case(tmp_path, [("GOV", "2017-10-08", (30, 35, 45, 36))])
    assert local_crs(open_layer(Case(path), "control_map", "x")).authid() == "EPSG:3857"
