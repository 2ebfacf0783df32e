"""Corridors of a case in the toolbox: kept in the case as the panel's search keeps them, told, and shown."""

import html
import json
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProject

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.editing import editing
from syria_control_plugin.core.corridors.assessment import CorridorOptions
from syria_control_plugin.mapping.layers.layers import add_case
from syria_control_plugin.mapping.text.corridor_text import corridor_texts
from syria_control_plugin.sources.corridor_search import refresh_corridors

CUT_OFF = [("GOV", 8, 0), ("IS", 8, 1), ("OPP", 8, 2), ("GOV", 9, 0), ("IS", 9, 1), ("GOV", 9, 2)]


@pytest.fixture
def case(kit):
    """GOV gains the east behind IS's ground, and SDF moves through all three grounds."""
    maps = kit.layer("maps", [(who, f"2017-10-{day:02d}", kit.square(x, 0)) for who, day, x in CUT_OFF])
    path = str(kit.folder / "case.gpkg")
    kit.run("importcontrolseries", {"INPUT": maps, "OUTPUT": path})
    rows = [("M1", "SDF", "2017-10-08", "LINESTRING (36.95 35.02, 37.35 35.02)")]
    ways = kit.layer("ways", rows, "LineString", fields=("id", "mover", "date"))
    kit.run("importmovements", {"INPUT": ways, "OUTPUT": path})
    return path


def corridors(path):
    return Case(path).select("corridors", "corridor", "basis", "kind", "mover", "host", "length_km", "sentence")


def test_finds_what_the_panel_finds(kit, case):
    results = kit.run("casecorridors", {"CASE": case})
    found = corridors(case)
    assert results["COUNT"] == 4 and results["DEEP_ATTACKS"] == 0
    assert [row[1:5] for row in found] == [
        ("interpolated", "transit", "SDF", "GOV"), ("interpolated", "transit", "SDF", "IS"),
        ("interpolated", "transit", "SDF", "OPP"), ("inferred", "transit", "GOV", "IS"),
    ]  # fmt: skip
    refresh_corridors(case, CorridorOptions(), corridor_texts)
    assert corridors(case) == found


def test_an_unknown_holder_is_named_in_sentence_log_and_page_until_it_is_an_alias(kit):
    """IS moves through ground of "<b>Dawla</b>", which may be a name of IS; then an analyst says that it is."""
    maps = kit.layer("maps", [(who, "2017-10-08", kit.square(x, 0)) for who, x in (("IS", 0), ("<b>Dawla</b>", 1))])
    path, page = str(kit.folder / "case.gpkg"), kit.folder / "page.html"
    kit.run("importcontrolseries", {"INPUT": maps, "OUTPUT": path})
    assert any("'<b>Dawla</b>' is not a known faction" in line for line in kit.feedback.infos + kit.feedback.warnings)
    rows = [("M1", "IS", "2017-10-08", "LINESTRING (37.05 35.02, 37.15 35.02)")]
    ways = kit.layer("ways", rows, "LineString", fields=("id", "mover", "date"))
    kit.run("importmovements", {"INPUT": ways, "OUTPUT": path})
    results = kit.run("casecorridors", {"CASE": path, "REPORT": str(page)})
    words = "<b>Dawla</b> is not a known faction; it may be another name of the mover or of one of its allies."
    assert results["COUNT"] == 1 and words in corridors(path)[0][-1] and words in kit.feedback.warnings
    assert html.escape(words) in page.read_text("utf-8") and "<b>" not in page.read_text("utf-8")
    with editing(path) as draft:
        rows = [("<b>Dawla</b>", "<b>Dawla</b>", "[]", "", ""), ("IS", "ISIS", json.dumps(["<b>Dawla</b>"]), "", "")]
        draft.replace_plain("factions", ("id", "name", "aliases", "bloc", "colour"), rows, {})
    assert kit.run("casecorridors", {"CASE": path})["COUNT"] == 0


def test_again_takes_the_place_of_the_first(kit, case):
    kit.run("casecorridors", {"CASE": case})
    first = corridors(case)
    kit.run("casecorridors", {"CASE": case})
    assert corridors(case) == first


def test_settings_count(kit, case):
    kit.run("casecorridors", {"CASE": case, "UNCERTAINTY_KM": 6})
    assert set(Case(case).select("corridors", "uncertainty_km")) == {(6.0,)}


def test_each_sentence_is_in_the_log_and_on_the_page(kit, case):
    page = kit.folder / "page.html"
    kit.run("casecorridors", {"CASE": case, "REPORT": str(page)})
    sentences = [row[-1] for row in corridors(case)]
    assert all(sentence in kit.feedback.infos for sentence in sentences)
    text = page.read_text(encoding="utf-8")
    assert "M1" in text and "This is a hypothesis from the maps alone" in text and text.count("</li>") >= len(sentences)


def test_the_corridors_are_loaded_in_the_cases_look(kit, case):
    results = kit.run("casecorridors", {"CASE": case})
    uri = results["LAYER"]
    assert uri == f"{case}|layername=corridors" and kit.context.willLoadLayerOnCompletion(uri)
    layer = kit.output(results, "LAYER")
    kit.context.layerToLoadOnCompletionDetails(uri).postProcessor().postProcessLayer(layer, kit.context, kit.feedback)
    labels = [category.label() for category in layer.renderer().categories()]
    assert "Transit, interpolated: not covered by event data" in labels
    assert layer.temporalProperties().isActive()


def test_not_loaded_again_where_the_project_shows_them(kit, case):
    kit.run("casecorridors", {"CASE": case})
    add_case(QgsProject.instance(), Case(case), Case(case).tables(), "Hama")
    results = kit.run("casecorridors", {"CASE": case})
    assert not kit.context.willLoadLayerOnCompletion(results["LAYER"])


@pytest.mark.parametrize("culprit, value, named", [
    ("CASE", "/no/such/case.gpkg", "/no/such/case.gpkg"), ("REPORT", "/nowhere/at/all/x.html", "REPORT"),
    ("DISTANCE_KM", -1, "DISTANCE_KM"), ("DAYS", -1, "DAYS"), ("WIDTH_KM", 0, "WIDTH_KM"), ("COVERAGE_KM", 1, "1.0 km"),
])  # fmt: skip
def test_a_bad_parameter_is_named_and_the_case_stays(kit, case, culprit, value, named):
    before = Path(case).read_bytes()
    with pytest.raises(QgsProcessingException) as error:
        kit.run("casecorridors", {"CASE": case, culprit: value})
    assert named in str(error.value) and "Traceback" not in str(error.value)
    assert Path(case).read_bytes() == before
    assert [path.name for path in kit.folder.iterdir()] == ["case.gpkg"]
