"""The theme of an output: the one that is named, else that of the case in INPUT, else the default one.

A theme is known by its colours: all call a faction by the same name.
"""

import re

import pytest
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsReadWriteContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from syria_control_plugin.case.catalogue import load_theme
from syria_control_plugin.core import fields as f

RETAKEN = {"HELD_BY": "IS", "EARLIER_HELD_BY": "OPP", "SINCE": "2017-10-08"}
RUNS = {
    "territoriesondate": {"DATE": "2017-10-08"},
    "controlchanges": {},
    "retakenground": RETAKEN,
    "frontlines": {},
}
DEFAULT, PUBLISHED = load_theme("conflict_convention"), load_theme("published_2017_10_24")


@pytest.fixture
def case(kit):
    given = {"INPUT": str(kit.maps_folder()), "OUTPUT": str(kit.folder / "case.gpkg"), "THEME": PUBLISHED.id}
    return kit.run("importcontrolseries", given)["OUTPUT"]


def colours(kit, name, given, **more):
    """The colours of the output as it is loaded."""
    target = QgsProcessingOutputLayerDefinition("memory:", QgsProject.instance())
    results = kit.run(name, {"INPUT": given, "OUTPUT": target, **RUNS[name], **more})
    details = kit.context.layerToLoadOnCompletionDetails(results["OUTPUT"])
    layer = kit.output(results)
    details.postProcessor().postProcessLayer(layer, kit.context, kit.feedback)
    document = QDomDocument()
    document.appendChild(layer.renderer().save(document, QgsReadWriteContext()))
    return {QColor(*map(int, rgb)).name() for rgb in re.findall(r'"(\d+),(\d+),(\d+),', document.toString())}


def colour(theme, faction):
    (entry,) = [entry for entry in theme.classes if entry.faction == faction]
    return entry.fill.colour


@pytest.mark.parametrize("table", [f.TERRITORIES, f.CONTROL_MAP])
@pytest.mark.parametrize("name", RUNS)
def test_empty_is_the_cases_own_and_one_that_is_named_goes_before_it(kit, case, name, table):
    given = f"{case}|layername={table}"
    empty, published, default = (colours(kit, name, given, THEME=theme) for theme in ("", PUBLISHED.id, DEFAULT.id))
    assert empty == published != default
    assert any(colour(DEFAULT, faction) in default for faction in ("GOV", "OPP", "IS"))


def test_of_a_layer_of_the_project_and_its_selected_rows(kit, case):
    layer = QgsVectorLayer(f"{case}|layername=territories", "territories", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("\"faction\" = 'GOV'")
    for given in (layer, layer.id(), QgsProcessingFeatureSourceDefinition(layer.id(), True)):
        assert colour(PUBLISHED, "GOV") in colours(kit, "territoriesondate", given)


def test_of_a_layer_that_shows_some_rows_only(kit, case):
    layer = QgsVectorLayer(f"{case}|layername=territories", "territories", "ogr")
    layer.setSubsetString("\"faction\" = 'GOV'")
    assert colour(PUBLISHED, "GOV") in colours(kit, "territoriesondate", layer)


def test_what_is_no_case_gets_the_default_theme(kit, case):
    rows = [("GOV", "2017-10-08", kit.square(0, 0))]
    layer = kit.layer("territories", rows)
    for given in (layer, kit.saved(layer, "other.gpkg"), f"{kit.saved(layer, 'third.gpkg')}|layername=territories"):
        assert colour(DEFAULT, "GOV") in colours(kit, "territoriesondate", given)


def test_a_theme_that_does_not_exist_is_named(kit, case):
    with pytest.raises(QgsProcessingException, match="rainbow"):
        colours(kit, "territoriesondate", f"{case}|layername=territories", THEME="rainbow")


def test_the_chart_has_the_theme_of_the_case(kit, case):
    target = kit.folder / "chart.svg"
    given = {"INPUT": f"{case}|layername=territories", "OUTPUT": "memory:", "CHART": str(target)}
    pictures = []
    for theme in ("", PUBLISHED.id, DEFAULT.id):
        kit.run("areaovertime", {**given, "THEME": theme})
        pictures.append(
            {line.split("stroke: ")[1][:7] for line in target.read_text().splitlines() if "stroke: #" in line}
        )
    assert pictures[0] == pictures[1] != pictures[2]
