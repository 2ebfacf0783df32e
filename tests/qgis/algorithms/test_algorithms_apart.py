"""The contract, for the algorithms that take a case: a search in it, prints and films of it, and the ready models."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage

from syria_control_plugin.case.case import Case


@dataclass(frozen=True)
class Promise:
    """How the contract runs an algorithm."""

    given: str  # the parameter that takes the case, or the folder
    outputs: dict  # parameter → name of its file
    more: dict = field(default_factory=dict)
    changes_case: bool = False


PROMISES = {
    "casecorridors": Promise("CASE", {"REPORT": "report.html"}, changes_case=True),
    "controllayout": Promise("CASE", {"OUTPUT": "print.pdf"}, {"KIND": "atlas", "DPI": 40, "ADD_LAYOUT": False}),
    "exportanimation": Promise("CASE", {"OUTPUT": "film.gif"}, {"WIDTH": 64, "HEIGHT": 48, "FPS": 2, "HOLD": 0.5}),
    "casetocorridorreport": Promise(
        "case", {"report": "report.html", "evidence_sheets": "sheets.pdf"}, changes_case=True
    ),
    "mapstoatlas": Promise("maps", {"case": "made.gpkg", "atlas": "atlas.pdf"}),
}
OF_CASE = sorted(name for name in PROMISES if name != "mapstoatlas")
PLAIN = ("casecorridors", "controllayout", "exportanimation")
MODELS = ("casetocorridorreport", "mapstoatlas")
CUT_OFF = [("GOV", 8, 0), ("IS", 8, 1), ("OPP", 8, 2), ("GOV", 9, 0), ("IS", 9, 1), ("GOV", 9, 2)]


@pytest.fixture(autouse=True)
def native(provider):
    """QGIS's own algorithms: one model has one of them."""
    registry = QgsApplication.processingRegistry()
    if not registry.providerById("native"):
        registry.addProvider(QgsNativeAlgorithms(registry))


@pytest.fixture
def case(kit):
    """GOV gains the east behind IS's ground; in a folder of its own."""
    return made_case(kit)


def made_case(kit, crs="EPSG:4326"):
    rows = [(who, f"2017-10-{day:02d}", kit.square(x, 0)) for who, day, x in CUT_OFF]
    folder = kit.folder / f"case_{crs[5:]}"
    folder.mkdir()
    path = str(folder / "case.gpkg")
    kit.run("importcontrolseries", {"INPUT": kit.layer("maps", rows, crs=crs), "OUTPUT": path})
    return path


def out(kit):
    folder = kit.folder / "out"
    folder.mkdir(exist_ok=True)
    return folder


def parameters(kit, name, given, **other):
    promise = PROMISES[name]
    outputs = {key: str(out(kit) / file) for key, file in promise.outputs.items()}
    return {promise.given: given, **outputs, **promise.more, **other}


def given_for(kit, name):
    return str(kit.maps_folder()) if name == "mapstoatlas" else made_case(kit)


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def territories(path):
    return Case(path).select("territories", "fid", "faction", "valid_from", "valid_to", "geom")


@pytest.mark.parametrize("name", sorted(PROMISES))
def test_writes_what_it_says_and_leaves_its_input(kit, name):
    given = given_for(kit, name)
    before = files(Path(given)) if Path(given).is_dir() else Path(given).read_bytes()
    rows = None if Path(given).is_dir() else territories(given)
    results = kit.run(name, parameters(kit, name, given))
    for key, file in PROMISES[name].outputs.items():
        assert results[key] == str(out(kit) / file) and (out(kit) / file).stat().st_size > 100
    if PROMISES[name].changes_case:
        assert territories(given) == rows and len(Case(given).select("corridors", "fid")) == 1
    else:
        assert (files(Path(given)) if Path(given).is_dir() else Path(given).read_bytes()) == before


@pytest.mark.parametrize("wrong", ["no.gpkg", "other.gpkg", "text.gpkg"])
@pytest.mark.parametrize("name", OF_CASE)
def test_what_is_no_case_is_named_and_nothing_is_written(kit, name, wrong):
    """A file that is not there, a GeoPackage of something else, and no GeoPackage at all."""
    kit.saved(kit.layer("x", [("GOV", "2017-10-08", kit.square(0, 0))]), "other.gpkg")
    (kit.folder / "text.gpkg").write_text("hello")
    before = files(kit.folder)
    with pytest.raises(QgsProcessingException) as error:
        kit.run(name, parameters(kit, name, str(kit.folder / wrong)))
    assert wrong in str(error.value) and "Traceback" not in str(error.value)
    assert files(kit.folder) == before


def test_a_folder_without_maps_is_told(kit):
    (kit.folder / "empty").mkdir()
    with pytest.raises(QgsProcessingException):
        kit.run("mapstoatlas", parameters(kit, "mapstoatlas", str(kit.folder / "empty")))
    assert files(out(kit)) == {}


@pytest.mark.parametrize("name", OF_CASE)
def test_a_case_without_a_row_is_an_error(kit, case, name):
    """One whose only table of events was imported: there is no ground in it."""
    path = str(kit.folder / "empty.gpkg")
    events = [("2017-10-08", "GOV", "IS", "1", "POINT (37.0 35.0)")]
    layer = kit.layer("clashes", events, "Point", fields=("date", "side_a", "side_b", "id"))
    kit.run("importevents", {"INPUT": layer, "OUTPUT": path})
    before = Path(path).read_bytes()
    try:
        kit.run(name, parameters(kit, name, path))
    except QgsProcessingException as error:
        assert "Traceback" not in str(error) and len(str(error)) > 20
        assert Path(path).read_bytes() == before
        assert files(out(kit)) == {}
    else:  # a search finds nothing in it; a film shows the events
        assert name in ("casecorridors", "casetocorridorreport", "exportanimation")


@pytest.mark.parametrize("name", PLAIN)
def test_cancelled_before_it_starts(kit, case, name):
    before = Path(case).read_bytes()
    feedback = kit.Log()
    feedback.cancel()
    assert kit.run(name, parameters(kit, name, case), feedback) == {}
    assert files(out(kit)) == {} and Path(case).read_bytes() == before


@pytest.mark.parametrize("name", PLAIN)
def test_cancelled_on_its_way_nothing_is_left(kit, case, name):
    """At the first, the middle and the last but one step."""
    full = kit.Log()
    kit.run(name, parameters(kit, name, made_case(kit, "EPSG:32637")), full)
    for path in out(kit).iterdir():
        path.unlink()
    before = files(Path(case).parent)
    assert len(full.steps) >= 3
    for number in {0, len(full.steps) // 2, len(full.steps) - 2}:
        assert kit.run(name, parameters(kit, name, case), kit.Log(cancel_at=number)) == {}, number
        assert files(out(kit)) == {}, f"left after step {number}"
        assert files(Path(case).parent) == before, f"changed by step {number}"


@pytest.mark.parametrize("name", PLAIN)
def test_maps_in_another_crs_and_a_project_in_a_third(kit, name):
    """The case of maps in UTM, and a project in Web Mercator, make no other result."""
    counts = []
    for crs, project in (("EPSG:4326", "EPSG:4326"), ("EPSG:32637", "EPSG:3857")):
        QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(project))
        results = kit.run(name, parameters(kit, name, made_case(kit, crs)))
        counts.append([results.get(key) for key in ("COUNT", "TRANSITS", "FRAMES", "STEPS")])
    assert counts[0] == counts[1] and any(counts[0])


FORMS = {
    "layer": lambda kit, case: control(case),
    "id": lambda kit, case: control(case).id(),
    "path": lambda kit, case: f"{case}|layername=territories",
}


def control(case):
    layer = QgsVectorLayer(f"{case}|layername=control_map", "Control", "ogr")
    layer.loadDefaultStyle()
    return QgsProject.instance().addMapLayer(layer)


@pytest.mark.parametrize("form", FORMS)
def test_prints_layers_and_paths_as_the_case(kit, case, form):
    target = {"OUTPUT": str(kit.folder / "a.png"), "KIND": "map", "DPI": 40, "DATES": "2017-10-09"}
    kit.run("controllayout", {"CASE": case, **target})
    expected = QImage(target["OUTPUT"])
    kit.run("controllayout", {"INPUT": FORMS[form](kit, case), **target})
    assert QImage(target["OUTPUT"]) == expected and expected.width() > 100


def test_prints_the_selected_rows_of_a_layer_of_no_case(kit):
    rows = [("GOV", "2017-10-08", kit.square(0, 0)), ("IS", "2017-10-08", kit.square(1, 0))]
    layer = QgsProject.instance().addMapLayer(kit.layer("maps", rows))
    layer.selectByExpression("\"faction\" = 'GOV'")
    target = {"OUTPUT": str(kit.folder / "a.svg"), "KIND": "map", "TITLE": "x"}
    texts = []
    for given in (layer, QgsProcessingFeatureSourceDefinition(layer.id(), True)):
        kit.run("areaovertime", {"INPUT": given, "OUTPUT": "memory:", "CHART": str(kit.folder / "c.svg")})
        results = kit.run("controllayout", {"INPUT": given, **target})
        texts.append((results["COUNT"], len(Path(target["OUTPUT"]).read_text(encoding="utf-8"))))
    assert texts[0][0] == texts[1][0] == 1 and texts[1][1] < texts[0][1]


@pytest.mark.parametrize("form", ["layer", "id"])
def test_films_layers_of_the_project(kit, case, form):
    counts = []
    for given in ({"CASE": case}, {"LAYERS": [FORMS[form](kit, case)]}):
        target = {"OUTPUT": str(kit.folder / "a.gif"), **PROMISES["exportanimation"].more}
        counts.append(kit.run("exportanimation", {**given, **target})["STEPS"])
    assert counts == [2, 2]
