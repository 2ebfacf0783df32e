"""The models that come with the plugin: in the toolbox, and doing what they say."""

import re
from pathlib import Path

import pytest
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProject,
)

from syria_control_plugin.algorithms.models import shipped_models
from syria_control_plugin.algorithms.provider import SyriaControlProvider
from syria_control_plugin.case.case import Case

NAMES = ("casetocorridorreport", "mapstoatlas")


@pytest.fixture(scope="module", autouse=True)
def native(provider):
    """QGIS's own algorithms: one model has one of them."""
    registry = QgsApplication.processingRegistry()
    made = None if registry.providerById("native") else QgsNativeAlgorithms(registry)
    if made is not None:
        registry.addProvider(made)
    yield
    if made is not None:
        registry.removeProvider(made)


def run(kit, name, parameters):
    kit.feedback, kit.context = kit.Log(), QgsProcessingContext()
    kit.context.setProject(QgsProject.instance())
    kit.context.setFeedback(kit.feedback)
    model = QgsApplication.processingRegistry().createAlgorithmById(f"syriacontrol:{name}")
    fits, message = model.checkParameterValues(parameters, kit.context)
    assert fits, message
    results, ok = model.run(parameters, kit.context, kit.feedback, {}, False)
    assert ok
    return results


def pages(path):
    """How many pages a PDF of QGIS has."""
    return len(re.findall(rb"/Type\s*/Page\b", Path(path).read_bytes()))


@pytest.mark.parametrize("name", NAMES)
def test_all_that_a_model_sets_is_there_to_be_set(provider, name):
    model = provider.algorithm(name)
    assert model.validate() == (True, [])
    for child in model.childAlgorithms().values():
        known = {definition.name() for definition in child.algorithm().parameterDefinitions()}
        assert set(child.parameterSources()) <= known
        outputs = {definition.name() for definition in child.algorithm().outputDefinitions()}
        assert {output.childOutputName() for output in child.modelOutputs().values()} <= outputs


def test_in_the_toolbox_in_a_group_of_their_own(provider):
    models = [each for each in provider.algorithms() if each.groupId() == "models"]
    assert sorted(each.name() for each in models) == sorted(NAMES)
    assert all(isinstance(each, QgsProcessingModelAlgorithm) for each in models)
    assert {each.displayName() for each in models} == {"Folder of maps to atlas", "Case to corridor report"}


@pytest.mark.parametrize("name, outputs", [
    ("mapstoatlas", {"case", "atlas"}), ("casetocorridorreport", {"report", "evidence_sheets"})])  # fmt: skip
def test_what_they_write_is_asked_for_from_the_start(provider, name, outputs):
    model = provider.algorithm(name)
    assert {each.name() for each in model.destinationParameterDefinitions()} == outputs
    copy = model.create()
    assert {each.name() for each in copy.destinationParameterDefinitions()} == outputs
    for definition in model.parameterDefinitions():
        assert definition.help() in model.shortHelpString()


def test_loaded_and_unloaded_twice(qgis_app, provider):
    registry = QgsApplication.processingRegistry()
    registry.removeProvider(provider.id())
    for _ in range(2):
        again = SyriaControlProvider()
        assert registry.addProvider(again)
        model = registry.createAlgorithmById("syriacontrol:mapstoatlas")
        assert model.destinationParameterDefinitions()
        del model
        registry.removeProvider(again.id())
        assert registry.algorithmById("syriacontrol:mapstoatlas") is None
    assert registry.addProvider(SyriaControlProvider())


def test_an_analysts_copy_is_a_model_like_any_other(kit):
    """Saved from the designer into the folder of models, it holds the same steps."""
    for model in shipped_models():
        path = str(kit.folder / f"{model.name()}.model3")
        assert model.toFile(path)
        copy = QgsProcessingModelAlgorithm()
        assert copy.fromFile(path) and copy.validate() == (True, [])
        assert set(copy.childAlgorithms()) == set(model.childAlgorithms())


def test_a_folder_of_maps_becomes_an_atlas(kit):
    case, atlas = kit.folder / "case.gpkg", kit.folder / "atlas.pdf"
    given = {"maps": str(kit.maps_folder()), "title": "North Hama", "case": str(case), "atlas": str(atlas)}
    results = run(kit, "mapstoatlas", given)
    assert (results["case"], results["atlas"]) == (str(case), str(atlas))
    assert len(Case(str(case)).dates()) == 3 == pages(atlas)


def test_maps_of_one_side_that_name_none(kit):
    for day in (8, 9):
        kit.geojson(f"maps/a_2017-10-{day:02d}.geojson", [({}, kit.square(day, 0))])
    given = {"maps": str(kit.folder / "maps"), "faction": "Syrian army", "theme": "print_hatch"}
    run(kit, "mapstoatlas", {**given, "case": str(kit.folder / "a.gpkg"), "atlas": str(kit.folder / "a.pdf")})
    case = Case(str(kit.folder / "a.gpkg"))
    assert case.classes() == ["GOV"] and case.setting("theme")["id"] == "print_hatch"


def case_of(kit, held):
    """A case of two days; held: (who, day, square)."""
    maps = kit.layer("maps", [(who, f"2017-10-{day:02d}", kit.square(x, 0)) for who, day, x in held])
    path = str(kit.folder / "case.gpkg")
    kit.run("importcontrolseries", {"INPUT": maps, "OUTPUT": path})
    return path


def report_on(kit, case, **more):
    given = {"case": case, "report": str(kit.folder / "report.html"), "evidence_sheets": str(kit.folder / "sheets.pdf")}
    return run(kit, "casetocorridorreport", {**given, **more})


def test_a_case_becomes_a_corridor_report(kit):
    """GOV gains the east behind IS's ground, and a movement of SDF crosses all three grounds."""
    case = case_of(kit, [("GOV", 8, 0), ("IS", 8, 1), ("OPP", 8, 2), ("GOV", 9, 0), ("IS", 9, 1), ("GOV", 9, 2)])
    ways = [("M1", "SDF", "2017-10-08", "LINESTRING (36.95 35.02, 37.05 35.02, 37.15 35.02, 37.25 35.02, 37.35 35.02)")]
    kit.run("importmovements", {"INPUT": kit.layer("ways", ways, "LineString", fields=("id", "mover", "date")),
                                "OUTPUT": case})  # fmt: skip
    events = [("2017-10-08", "SDF", "IS", "1", "POINT (37.15 35.03)")]
    kit.run("importevents", {"INPUT": kit.layer("clashes", events, "Point", fields=("date", "side_a", "side_b", "id")),
                             "OUTPUT": case})  # fmt: skip
    results = report_on(kit, case)
    found = Case(case).select("corridors", "basis", "host", "verdict")
    assert sorted(found) == [
        ("inferred", "IS", "no clash reported"), ("observed", "GOV", "no clash reported"),
        ("observed", "IS", "clash reported"), ("observed", "OPP", "no clash reported"),
    ]  # fmt: skip
    page = Path(results["report"]).read_text(encoding="utf-8")
    sentences = [text for (text,) in Case(case).select("corridors", "sentence")]
    assert len(sentences) == 4 and page.count("<li>") >= 4
    assert "This is a hypothesis from the maps alone" in page
    assert pages(results["evidence_sheets"]) >= 4


def test_the_distance_is_the_users(kit):
    case = case_of(kit, [("GOV", 8, 0), ("IS", 8, 1), ("OPP", 8, 2), ("GOV", 9, 0), ("IS", 9, 1), ("GOV", 9, 2)])
    events = [("2017-10-08", "GOV", "IS", "1", "POINT (37.15 35.25)")]  # 20 km north of the way
    kit.run("importevents", {"INPUT": kit.layer("clashes", events, "Point", fields=("date", "side_a", "side_b", "id")),
                             "OUTPUT": case})  # fmt: skip
    verdicts = []
    for distance in (5, 30):
        report_on(kit, case, distance_km=distance)
        verdicts += Case(case).select("corridors", "verdict")
    assert verdicts == [("no clash reported",), ("clash reported",)]


def test_a_case_without_corridors_gets_its_page_and_no_sheets(kit):
    case = case_of(kit, [("GOV", 8, 0), ("OPP", 8, 1), ("GOV", 9, 0), ("OPP", 9, 1)])
    results = report_on(kit, case)
    assert Path(results["report"]).is_file() and not (kit.folder / "sheets.pdf").exists()


def test_what_is_no_case_is_named(kit):
    path = kit.saved(kit.layer("x", [("GOV", "2017-10-08", kit.square(0, 0))]), "other.gpkg")
    with pytest.raises(QgsProcessingException, match=r"other\.gpkg"):
        report_on(kit, path)
