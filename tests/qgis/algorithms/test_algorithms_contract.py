"""What every algorithm of the provider keeps to. Each promise is one test, run for each algorithm."""

import hashlib
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeature,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
)
from qgis.PyQt.QtCore import QDateTime, QEventLoop, Qt, QThread, QTimer

PERIODS = ("faction", "date", "until")


def utc(text):
    moment = QDateTime.fromString(text, Qt.DateFormat.ISODate)
    moment.setTimeSpec(Qt.TimeSpec.UTC)
    return moment


def maps(kit, crs="EPSG:4326", with_rows=True, kind="MultiPolygon"):
    """Control maps of two days: GOV in the east, OPP in the west; on the second day OPP holds a quarter of it."""
    square = kit.square if kind == "MultiPolygon" else lambda *_: "POINT (37.05 35.05)"
    rows = [
        ("GOV", "2017-10-08", square(1, 0)),
        ("OPP", "2017-10-08", square(0, 0)),
        ("GOV", "2017-10-09", square(1, 0)),
        ("OPP", "2017-10-09", square(0, 0, 0.05)),
    ]
    return kit.layer("hama maps", rows if with_rows else [], kind, crs)


def taken(kit, crs="EPSG:4326", with_rows=True, kind="MultiPolygon"):
    """Control maps of two days: GOV holds the east, and on the second day also the west that was OPP's."""
    square = kit.square if kind == "MultiPolygon" else lambda *_: "POINT (37.05 35.05)"
    places = [("GOV", 8, 1), ("OPP", 8, 0), ("GOV", 9, 1), ("GOV", 9, 0)]
    rows = [(who, f"2017-10-{day:02d}", square(x, 0)) for who, day, x in places]
    return kit.layer("hama maps", rows if with_rows else [], kind, crs)


def reports(kit, crs="EPSG:4326", with_rows=True, kind="Point"):
    """Reports on two places, one of which passes from OPP to GOV."""
    rows = [
        ("A", "2017-10-08", "OPP", "S", "POINT (37.0 35.0)"),
        ("B", "2017-10-08", "GOV", "S", "POINT (37.1 35.0)"),
        ("A", "2017-10-09", "GOV", "S", "POINT (37.0 35.0)"),
    ]
    if kind == "None":
        rows = [(*row[:-1], None) for row in rows]
    return kit.layer("hama reports", rows if with_rows else [], kind, crs, ("place", "date", "holder", "source"))


def clashes(kit, crs="EPSG:4326", with_rows=True, kind="Point"):
    """Three clash events, one of them with a side that is no known faction."""
    rows = [
        ("2017-10-08", "GOV", "HTS", "1", "POINT (37.0 35.0)"),
        ("2017-10-09", "IS", "Civilians", "2", "POINT (37.1 35.0)"),
        ("2017-10-09", "IS", "Syrian insurgents", "3", "POINT (37.1 35.1)"),
    ]
    if kind == "None":
        rows = [(*row[:-1], None) for row in rows]
    return kit.layer("hama events", rows if with_rows else [], kind, crs, ("date", "side_a", "side_b", "id"))


def ways(kit, crs="EPSG:4326", with_rows=True, kind="LineString"):
    """Two movements of a day each."""
    rows = [
        ("M1", "GOV", "2017-10-08", "LINESTRING (37.0 35.0, 37.1 35.1)"),
        ("M2", "IS", "2017-10-09", "LINESTRING (37.1 35.0, 37.0 35.1, 37.0 35.2)"),
    ]
    if kind == "Polygon":
        rows = [(*row[:-1], kit.square(0, 0)) for row in rows]
    return kit.layer("hama ways", rows if with_rows else [], kind, crs, ("id", "mover", "date"))


def cut_off(kit, crs="EPSG:4326", with_rows=True, kind="MultiPolygon"):
    """Control maps of two days: GOV in the west, IS, OPP in the east; on the second day GOV holds the east."""
    square = kit.square if kind == "MultiPolygon" else lambda *_: "POINT (37.05 35.05)"
    held = [("GOV", 8, 0), ("IS", 8, 1), ("OPP", 8, 2), ("GOV", 9, 0), ("IS", 9, 1), ("GOV", 9, 2)]
    rows = [(who, f"2017-10-{day:02d}", square(x, 0)) for who, day, x in held]
    return kit.layer("hama maps", rows if with_rows else [], kind, crs)


def through(kit):
    """A movement of a day over the ground of the maps above, by a faction that holds none of it."""
    rows = [("M1", "SDF", "2017-10-08", "LINESTRING (36.95 35.02, 37.25 35.02)")]
    kit.kept = kit.layer("hama ways", rows, "LineString", fields=("id", "mover", "date"))  # for a run in a thread
    return kit.kept


@dataclass(frozen=True)
class Promise:
    """How the contract runs an algorithm: a maker of its input, other parameters, where the output goes."""

    make: Callable
    output: str  # file that OUTPUT writes, "" for a sink
    wrong: str  # a kind of geometry that it can't take
    more: dict
    bad: dict  # parameter → (bad value, what the message must name)
    of_overlap: int = 1  # rows that the output has for two territories that are one and the same square
    given: str = "INPUT"  # the parameter that takes the input
    rows: str = "SELECT faction, valid_from, valid_to FROM territories ORDER BY 1, 2"  # of a case


NO_FOLDER = "/nowhere/at/all/case.gpkg"
THEME = {"THEME": ("no_such_theme", "no_such_theme")}
FIELDS = {name: ("no_such_field", "no_such_field") for name in ("FACTION_FIELD", "DATE_FIELD", "START_FIELD")}
PROMISES = {
    "importcontrolseries": Promise(
        maps, "case.gpkg", "Point", {},
        {**THEME, **FIELDS, "OUTPUT": (NO_FOLDER, "/nowhere/at/all"), "INPUT": ("/no/such/place", "/no/such/place"),
         "PRECEDENCE": ("Atlantis", "Atlantis"), "DATE_ORDER": ("sideways", "DATE_ORDER"),
         "ENCODING": ("rot13", "ENCODING"),
         "END_FIELD": ("date", "START_FIELD"), "HOLE_LIMIT": (-1, "HOLE_LIMIT"), "CRS": ("EPSG:nonsense", "CRS"),
         "OUTSIDE": ("sideways", "OUTSIDE")},
    ),
    "territoriesfromreports": Promise(
        reports, "case.gpkg", "None", {},
        {**THEME, "OUTPUT": (NO_FOLDER, "/nowhere/at/all"), "INPUT": ("/no/such/place", "/no/such/place"),
         **{f"{name}_FIELD": ("no_such_field", "no_such_field") for name in ("PLACE", "DATE", "HOLDER", "SOURCE")},
         "DISTANCE": (-1, "DISTANCE"), "DATE_ORDER": ("sideways", "DATE_ORDER"), "ENCODING": ("rot13", "ENCODING")},
    ),
    "importevents": Promise(
        clashes, "case.gpkg", "None", {},
        {"OUTPUT": (NO_FOLDER, "/nowhere/at/all"), "INPUT": ("/no/such/place", "/no/such/place"),
         **{f"{name}_FIELD": ("no_such_field", "no_such_field") for name in (
             "DATE", "END", "SIDE_A", "SIDE_B", "KIND", "PRECISION", "ID", "SOURCE", "LON", "LAT")},
         "DATE_ORDER": ("sideways", "DATE_ORDER"), "ENCODING": ("rot13", "ENCODING"), "CRS": ("EPSG:nonsense", "CRS")},
        rows="SELECT event, valid_from, valid_to, factions_a, factions_b FROM events ORDER BY 1",
    ),
    "importmovements": Promise(
        ways, "case.gpkg", "Polygon", {},
        {**FIELDS, "OUTPUT": (NO_FOLDER, "/nowhere/at/all"), "INPUT": ("/no/such/place", "/no/such/place"),
         **{f"{name}_FIELD": ("no_such_field", "no_such_field") for name in ("ID", "SOURCE", "LON", "LAT", "WKT")},
         "DATE_ORDER": ("sideways", "DATE_ORDER"), "ENCODING": ("rot13", "ENCODING"),
         "END_FIELD": ("date", "START_FIELD"),
         "CRS": ("EPSG:nonsense", "CRS"),
         **{f"{name}_LIMIT": (-1, f"{name}_LIMIT") for name in ("SPEED", "JUMP", "GAP")}},
        rows="SELECT movement, faction, valid_from, valid_to, is_timed FROM movements ORDER BY 1",
    ),
    "detectcorridors": Promise(
        maps, "", "Point", {"MOVEMENTS": through, "WIDTH_KM": 60},
        {**FIELDS, "TERRITORIES": ("/no/such/place", "/no/such/place"), "MOVEMENTS": ("/no/such/ways", "/no/such/ways"),
         "EVENTS": ("/no/such/events", "/no/such/events"), "DATE_ORDER": ("sideways", "DATE_ORDER"),
         "COVERAGE_KM": (1, "1.0 km"), **{name: (-1, name) for name in (
             "DISTANCE_KM", "DAYS", "UNCERTAINTY_KM", "COVERAGE_DAYS", "WIDTH_KM", "DAYS_AFTER", "MIN_LENGTH_KM")},
         "OUTPUT": ("/nowhere/at/all/x.gpkg", "/nowhere/at/all/x.gpkg"),
         "REPORT": ("/nowhere/at/all/x.html", "/nowhere/at/all/x.html")},
        of_overlap=2, given="TERRITORIES",
    ),
    "infercorridors": Promise(
        cut_off, "", "Point", {},
        {**FIELDS, "TERRITORIES": ("/no/such/place", "/no/such/place"), "DATE_ORDER": ("sideways", "DATE_ORDER"),
         "EVENTS": ("/no/such/events", "/no/such/events"),
         "TOLERANCE_KM": (0, "TOLERANCE_KM"), "FACTOR": (0.5, "FACTOR"),
         "OUTPUT": ("/nowhere/at/all/x.gpkg", "/nowhere/at/all/x.gpkg"),
         "REPORT": ("/nowhere/at/all/x.html", "/nowhere/at/all/x.html")},
        of_overlap=0, given="TERRITORIES",
    ),
    "territoriesondate": Promise(
        maps, "", "Point", {"DATE": utc("2017-10-09T00:00:00")},
        {**THEME, **FIELDS, "DATE": ("the other day", "DATE"), "INPUT": ("/no/such/place", "/no/such/place"),
         "DATE_ORDER": ("sideways", "DATE_ORDER"), "OUTPUT": ("/nowhere/at/all/x.gpkg", "/nowhere/at/all/x.gpkg")},
        of_overlap=2,
    ),
    "checkseries": Promise(
        maps, "", "Point", {},
        {**FIELDS, "INPUT": ("/no/such/place", "/no/such/place"), "DATE_ORDER": ("sideways", "DATE_ORDER"),
         "SLIVER_KM2": (-1, "SLIVER_KM2"), "OUTPUT": ("/nowhere/at/all/x.gpkg", "/nowhere/at/all/x.gpkg")},
    ),
    "controlchanges": Promise(
        maps, "", "Point", {},
        {**THEME, **FIELDS, "INPUT": ("/no/such/place", "/no/such/place"), "DATE_ORDER": ("sideways", "DATE_ORDER"),
         "FROM_DATE": ("the other day", "FROM_DATE"), "TO_DATE": ("2017-10-09", "FROM_DATE"),
         "SLIVER_KM2": (-1, "SLIVER_KM2"), "OUTPUT": ("/nowhere/at/all/x.gpkg", "/nowhere/at/all/x.gpkg")},
        of_overlap=0,
    ),
    "changematrix": Promise(
        maps, "", "Point", {},
        {**FIELDS, "INPUT": ("/no/such/place", "/no/such/place"), "DATE_ORDER": ("sideways", "DATE_ORDER"),
         "FROM_DATE": ("2017-10-08", "TO_DATE"), "TO_DATE": ("the other day", "TO_DATE"),
         "CSV": ("/nowhere/at/all/x.csv", "/nowhere/at/all/x.csv"),
         "OUTPUT": ("/nowhere/at/all/x.gpkg", "/nowhere/at/all/x.gpkg")},
        of_overlap=0,
    ),
    "retakenground": Promise(
        taken, "", "Point", {"HELD_BY": "GOV", "EARLIER_HELD_BY": "OPP", "SINCE": utc("2017-10-08T00:00:00")},
        {**THEME, **FIELDS, "INPUT": ("/no/such/place", "/no/such/place"), "DATE_ORDER": ("sideways", "DATE_ORDER"),
         "HELD_BY": ("Atlantis", "HELD_BY"), "EARLIER_HELD_BY": ("", "EARLIER_HELD_BY"),
         "SINCE": ("the other day", "SINCE"), "OUTPUT": ("/nowhere/at/all/x.gpkg", "/nowhere/at/all/x.gpkg")},
    ),
    "frontlines": Promise(
        maps, "", "Point", {},
        {**THEME, **FIELDS, "INPUT": ("/no/such/place", "/no/such/place"), "DATE_ORDER": ("sideways", "DATE_ORDER"),
         "TOLERANCE_M": (-1, "TOLERANCE_M"), "OUTPUT": ("/nowhere/at/all/x.gpkg", "/nowhere/at/all/x.gpkg")},
        of_overlap=0,
    ),
    "pockets": Promise(
        maps, "", "Point", {"ENCLOSED": 0},
        {**FIELDS, "INPUT": ("/no/such/place", "/no/such/place"), "DATE_ORDER": ("sideways", "DATE_ORDER"),
         **{name: (-1, name) for name in ("ENCLOSED", "JOIN_KM", "TOLERANCE_M", "SLIVER_KM2")},
         "OUTPUT": ("/nowhere/at/all/x.gpkg", "/nowhere/at/all/x.gpkg")},
        of_overlap=2,
    ),
    "areaovertime": Promise(
        maps, "", "Point", {},
        {**THEME, **FIELDS, "INPUT": ("/no/such/place", "/no/such/place"), "DATE_ORDER": ("sideways", "DATE_ORDER"),
         "CHART": ("/nowhere/at/all/x.png", "/nowhere/at/all/x.png"), "CHART_KIND": ("pie", "CHART_KIND"),
         "OUTPUT": ("/nowhere/at/all/x.gpkg", "/nowhere/at/all/x.gpkg")},
        of_overlap=2,
    ),
}  # fmt: skip
ALL = sorted(PROMISES)
# What they take or make is no table of rows; their own tests hold the rest of the contract.
APART = ("casecorridors", "controllayout", "exportanimation", "casetocorridorreport", "mapstoatlas")
WITH_CASE = [name for name in ALL if PROMISES[name].output]
WITH_SINK = [name for name in ALL if not PROMISES[name].output]
TABLES = ("areaovertime", "changematrix")  # that make rows without geometry


def parameters(kit, name, layer, **other):
    promise = PROMISES[name]
    output = str(kit.folder / promise.output) if promise.output else "memory:"
    more = {name: value(kit) if callable(value) else value for name, value in promise.more.items()}
    return {promise.given: layer, "OUTPUT": output, **more, **other}


def figures(kit, name, results):
    """What a run found, fit to be compared with another's: rows and their ground to a square kilometre."""
    if PROMISES[name].output:
        with sqlite3.connect(results["OUTPUT"]) as database:
            return database.execute(PROMISES[name].rows).fetchall()
    layer = kit.output(results)
    return kit.values(layer, *[field for field in ("faction", "kind", "valid_from", "valid_to") if
                               layer.fields().lookupField(field) >= 0])  # fmt: skip


def state(layer):
    """Everything of a layer that an algorithm could have changed."""
    rows = [(each.id(), each.attributes(), each.geometry().asWkb().toHex().data()) for each in layer.getFeatures()]
    style = layer.renderer().dump() if layer.renderer() else ""
    return (layer.name(), layer.crs().authid(), layer.isEditable(), layer.subsetString(), style, str(rows),
            layer.temporalProperties().isActive(), layer.selectedFeatureIds(), layer.fields().names())  # fmt: skip


def test_every_algorithm_is_under_contract(provider):
    assert sorted(algorithm.name() for algorithm in provider.algorithms()) == sorted([*ALL, *APART])


@pytest.mark.parametrize("name", [*ALL, *APART])
def test_says_what_it_does(provider, name):
    algorithm = provider.algorithm(name)
    assert re.fullmatch(r"[a-z]+", algorithm.name())
    assert algorithm.displayName() and algorithm.displayName() != name
    assert len(algorithm.shortHelpString()) > 100
    assert algorithm.group() and algorithm.groupId() and algorithm.tags() and "" not in algorithm.tags()
    assert not algorithm.icon().isNull()
    for definition in (*algorithm.parameterDefinitions(), *algorithm.outputDefinitions()):
        assert definition.description().strip(), definition.name()
    for definition in algorithm.parameterDefinitions():
        assert len(definition.help().strip()) > 8, f"{definition.name()} has no help text"
    assert not algorithm.flags() & Qgis.ProcessingAlgorithmFlag.NoThreading


def saved_beside_another(kit, layer):
    """The layer as one of two in a GeoPackage, after one of bare points; its address."""
    other = kit.layer("a first one", [("x", "POINT (0 0)")], "Point", fields=("note",))
    path = kit.saved(other, "two.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName, options.actionOnExistingFile = "hama", QgsVectorFileWriter.ActionOnExistingFile(1)
    problem = QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, layer.transformContext(), options)
    assert problem[0] == QgsVectorFileWriter.WriterError.NoError, problem
    return f"{path}|layername=hama"


def selection_of(layer):
    """All rows of the layer as its selected ones; one more, that would change the result, is not selected."""
    rows = list(layer.getFeatures())
    more = QgsFeature(rows[0])
    for field, value in (("faction", "Atlantis"), ("holder", "Atlantis"), ("side_a", "Atlantis"), ("mover", "SDF")):
        if more.fields().lookupField(field) >= 0:
            more.setAttribute(field, value)
    assert layer.dataProvider().addFeature(more)
    layer.selectByIds([row.id() for row in rows])
    return QgsProcessingFeatureSourceDefinition(layer.id(), True)


FORMS = {
    "layer": lambda kit, layer: layer,
    "id": lambda kit, layer: layer.id(),
    "name": lambda kit, layer: layer.name(),
    "file": lambda kit, layer: kit.saved(layer, "given.gpkg"),
    "layer of a file": saved_beside_another,
    "selected rows": lambda kit, layer: selection_of(layer),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ALL)
def test_takes_layers_files_and_selected_rows_and_finds_the_same(kit, name, form):
    layer = PROMISES[name].make(kit)
    expected = figures(kit, name, kit.run(name, parameters(kit, name, layer)))
    assert name == "checkseries" or expected
    QgsProject.instance().addMapLayer(layer)
    given = FORMS[form](kit, layer)
    output = {"OUTPUT": str(kit.folder / "second.gpkg")} if PROMISES[name].output else {}
    assert figures(kit, name, kit.run(name, parameters(kit, name, given, **output))) == expected


BESIDE = {
    "MOVEMENTS": ("detectcorridors", lambda kit: through(kit)),
    "EVENTS": ("infercorridors", clashes),
    "PLACES": ("territoriesfromreports", lambda kit: kit.layer(
        "places", [("A", "POINT (37.0 35.0)"), ("B", "POINT (37.1 35.0)")], "Point", fields=("place",))),
    "AREA": ("territoriesfromreports", lambda kit: kit.layer(
        "area", [("x", kit.square(-1, -1, 0.4))], fields=("note",))),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("parameter", BESIDE)
def test_inputs_beside_the_first_take_them_all_too(kit, parameter, form):
    name, make = BESIDE[parameter]
    layer = make(kit)
    QgsProject.instance().addMapLayer(layer)
    first = PROMISES[name].make(kit)
    given = {**parameters(kit, name, first), parameter: layer}
    expected = figures(kit, name, kit.run(name, given))
    assert expected
    output = {"OUTPUT": str(kit.folder / "second.gpkg")} if PROMISES[name].output else {}
    again = {**given, **output, parameter: FORMS[form](kit, layer)}
    assert figures(kit, name, kit.run(name, again)) == expected


@pytest.mark.parametrize("name", ALL)
def test_leaves_its_input_as_it_was(kit, name):
    layer = PROMISES[name].make(kit)
    layer.selectByIds([1])
    before = state(layer)
    kit.run(name, parameters(kit, name, layer))
    assert state(layer) == before
    path = Path(kit.saved(layer, "given.gpkg"))
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    kit.run(name, parameters(kit, name, str(path)))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert [found.name for found in kit.folder.glob("given*")] == ["given.gpkg"]


@pytest.mark.parametrize("name", ALL)
def test_wrong_geometry_is_an_error_that_names_the_layer(kit, name):
    promise = PROMISES[name]
    layer = promise.make(kit, kind=promise.wrong)
    with pytest.raises(QgsProcessingException, match=layer.name()):
        kit.run(name, parameters(kit, name, layer))
    assert not (kit.folder / "case.gpkg").exists()


@pytest.mark.parametrize("name", ALL)
def test_an_empty_layer_is_an_error_that_names_the_layer(kit, name):
    layer = PROMISES[name].make(kit, with_rows=False)
    with pytest.raises(QgsProcessingException, match=layer.name()):
        kit.run(name, parameters(kit, name, layer))
    assert list(kit.folder.iterdir()) == []


@pytest.mark.parametrize("name", ALL)
def test_cancelled_before_it_starts(kit, name):
    feedback = kit.Log()
    feedback.cancel()
    assert kit.run(name, parameters(kit, name, PROMISES[name].make(kit)), feedback) == {}
    assert list(kit.folder.iterdir()) == []


@pytest.mark.parametrize("name", WITH_CASE)
def test_cancelled_at_any_step_no_case_is_left(kit, name):
    full = kit.Log()
    kit.run(name, parameters(kit, name, PROMISES[name].make(kit), OUTPUT=str(kit.folder / "full.gpkg")), full)
    (kit.folder / "full.gpkg").unlink()
    assert len(full.steps) >= 3
    for number in range(len(full.steps) - 1):
        feedback = kit.Log(cancel_at=number)
        assert kit.run(name, parameters(kit, name, PROMISES[name].make(kit)), feedback) == {}
        assert list(kit.folder.iterdir()) == [], f"left after step {number}"


@pytest.mark.parametrize("name", WITH_CASE)
def test_cancelled_in_the_middle_the_old_case_stays(kit, name):
    layer = PROMISES[name].make(kit)
    kit.run(name, parameters(kit, name, layer))
    case = kit.folder / "case.gpkg"
    before = case.read_bytes()
    layer.dataProvider().changeAttributeValues({1: {layer.fields().lookupField("date"): "2017-10-07"}})
    cancelled = kit.Log(cancel_at=2)
    assert kit.run(name, parameters(kit, name, layer), cancelled) == {}
    assert case.read_bytes() == before
    assert [path.name for path in kit.folder.iterdir()] == ["case.gpkg"]
    kit.run(name, parameters(kit, name, layer))
    assert case.read_bytes() != before


@pytest.mark.parametrize("name", WITH_SINK)
def test_cancelled_at_any_step_gives_no_result(kit, name):
    rows = [("GOV", "2017-10-09", kit.square(0, 0)), ("OPP", "2017-10-09", kit.square(0, 0))]
    layer = kit.layer("overlapping", rows)
    full = kit.Log()
    kit.run(name, parameters(kit, name, layer), full)
    assert len(full.steps) >= 2
    for number in range(len(full.steps) - 1):
        assert kit.run(name, parameters(kit, name, layer), kit.Log(cancel_at=number)) == {}


def size(feature):
    """Area or length of a feature, of a point what tells where it is; and the area that a row of a table states."""
    geometry = feature.geometry()
    if geometry.type() == Qgis.GeometryType.Point:
        return 1000 * geometry.asPoint().x() + geometry.asPoint().y()
    return geometry.area() or geometry.length() if feature.hasGeometry() else feature["area_km2"]


@pytest.mark.parametrize("name", ALL)
def test_layer_in_another_crs_gives_the_same_ground(kit, name):
    areas = []
    for crs in ("EPSG:4326", "EPSG:32637"):
        QgsProject.instance().setCrs(PROMISES[name].make(kit, "EPSG:3857").crs())
        layer = PROMISES[name].make(kit, crs)
        assert layer.crs().authid() == crs
        output = {"OUTPUT": str(kit.folder / f"{crs[5:]}.gpkg")} if PROMISES[name].output else {}
        results = kit.run(name, parameters(kit, name, layer, **output))
        made = kit.output(results, "LAYER" if PROMISES[name].output else "OUTPUT")
        assert made.crs().authid() == ("EPSG:4326" if made.isSpatial() else "")
        areas.append(sum(size(each) for each in made.getFeatures()))
    assert areas[1] == pytest.approx(areas[0], rel=1e-6)
    assert name == "checkseries" or areas[0] > 0.005


@pytest.mark.parametrize("target", ["memory:", "TEMPORARY_OUTPUT", "out.gpkg", "out.geojson", "out.shp", "out.csv"])
@pytest.mark.parametrize("name", WITH_SINK)
def test_sink_writes_memory_and_files(kit, name, target):
    """A Shapefile and a CSV file have texts for date-times."""
    if target == "out.shp" and name in TABLES:
        pytest.skip("a Shapefile holds no table")
    target = str(kit.folder / target) if target.startswith("out") else target
    layer = kit.layer("overlapping", [("GOV", "2017-10-08", kit.square(0, 0)), ("OPP", "2017-10-08", kit.square(0, 0))])
    more = {"DATE": utc("2017-10-08T12:00:00")} if name == "territoriesondate" else {}
    made = kit.output(kit.run(name, parameters(kit, name, layer, OUTPUT=target, **more)))
    assert made.featureCount() == PROMISES[name].of_overlap
    dates = [row[0][:10].replace("/", "-") for row in kit.values(made, "valid_from")]
    assert dates == ["2017-10-08"] * PROMISES[name].of_overlap
    if "area_km2" in made.fields().names():
        areas = [float(area) for (area,) in kit.values(made, "area_km2")]
        assert all(area == pytest.approx(101.6, abs=2) for area in areas)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_in_a_shapefile_is_refused(kit, name):
    with pytest.raises(QgsProcessingException, match=r"OUTPUT.*\.csv"):
        kit.run(name, parameters(kit, name, maps(kit), OUTPUT=str(kit.folder / "out.shp")))
    assert list(kit.folder.iterdir()) == []


@pytest.mark.parametrize("file", ["out.gpkg", "out.geojson", "out.shp"])
@pytest.mark.parametrize("name", WITH_SINK)
def test_cancelled_while_it_writes_no_part_of_a_file_is_left(kit, name, file):
    layer = kit.layer("overlapping", [("GOV", "2017-10-08", kit.square(0, 0)), ("OPP", "2017-10-08", kit.square(0, 0))])
    if file == "out.shp" and name in TABLES:
        pytest.skip("a Shapefile holds no table")
    full = kit.Log()
    kit.run(name, parameters(kit, name, layer), full)
    writing = [number for number, percent in enumerate(full.steps) if percent >= 90]
    for number in writing[:-1]:
        assert kit.run(name, parameters(kit, name, layer, OUTPUT=str(kit.folder / file)), kit.Log(number)) == {}
        assert list(kit.folder.iterdir()) == [], f"left after step {number}"


@pytest.mark.parametrize("name, culprit", [(name, each) for name in ALL for each in PROMISES[name].bad])
def test_bad_parameter_is_named(kit, name, culprit):
    value, named = PROMISES[name].bad[culprit]
    with pytest.raises(QgsProcessingException) as error:
        kit.run(name, parameters(kit, name, PROMISES[name].make(kit), **{culprit: value}))
    assert named in str(error.value)
    assert "Traceback" not in str(error.value)
    assert list(kit.folder.iterdir()) == []


@pytest.mark.parametrize("name", WITH_CASE)
def test_a_report_without_a_folder_is_refused_before_there_is_a_case(kit, name):
    with pytest.raises(QgsProcessingException, match="REPORT.*/nowhere/at/all/x.html"):
        kit.run(name, parameters(kit, name, PROMISES[name].make(kit), REPORT="/nowhere/at/all/x.html"))
    assert list(kit.folder.iterdir()) == []


@pytest.mark.parametrize("name", ALL)
def test_runs_in_a_background_thread(kit, name):
    """Prepared here, run in another thread while this one's event loop goes on, as the toolbox does it."""
    layer = PROMISES[name].make(kit)
    expected = figures(kit, name, kit.run(name, parameters(kit, name, layer)))
    QgsProject.instance().addMapLayer(layer)
    context, feedback = QgsProcessingContext(), kit.Log()
    context.setProject(QgsProject.instance())
    threads, told = set(), feedback.setProgress
    feedback.setProgress = lambda percent: (threads.add(QThread.currentThread()), told(percent))
    output = {"OUTPUT": str(kit.folder / "threaded.gpkg")} if PROMISES[name].output else {}
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"syriacontrol:{name}")
    task = QgsProcessingAlgRunnerTask(algorithm, parameters(kit, name, layer, **output), context, feedback)
    done, loop = [], QEventLoop()
    task.executed.connect(lambda ok, results: (done.append((ok, results)), loop.quit()))
    QgsApplication.taskManager().addTask(task)
    QTimer.singleShot(20_000, loop.quit)
    loop.exec()
    assert done and done[0][0], feedback.textLog()
    assert threads and QThread.currentThread() not in threads
    kit.context = context
    assert figures(kit, name, done[0][1]) == expected
