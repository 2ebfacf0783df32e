"""The look of an output wherever it is loaded: by Processing, in a model, from its file; and what a file can't hold."""

import sqlite3
from contextlib import closing

import pytest
from processing.gui.Postprocessing import handleAlgorithmResults
from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)

from syria_control_plugin.mapping.layers.temporal import day_range

FILES = ("out.gpkg", "out.geojson", "out.shp", "out.fgb", "out.sqlite")
WAYS = ("id", "mover", "date")


def maps(kit):
    """GOV in the west, IS, OPP in the east; a day later GOV holds the east: a row that ends, and rows that go on."""
    held = [("GOV", 8, 0), ("IS", 8, 1), ("OPP", 8, 2), ("GOV", 9, 0), ("IS", 9, 1), ("GOV", 9, 2)]
    return kit.layer("maps", [(who, f"2017-10-{day:02d}", kit.square(x, 0)) for who, day, x in held])


def overlapping(kit):
    """On the 8th two hold one ground, from the 9th on GOV alone."""
    held = [("GOV", 8), ("OPP", 8), ("GOV", 9)]
    return kit.layer("maps", [(who, f"2017-10-{day:02d}", kit.square(0, 0)) for who, day in held])


def ways(kit):
    rows = [("M1", "SDF", "2017-10-08", "LINESTRING (36.95 35.02, 37.25 35.02)")]
    kit.ways = kit.layer("ways", rows, "LineString", fields=WAYS)
    return kit.ways


# algorithm → parameters beside the maps
RUNS = {
    "territoriesondate": lambda kit: {"INPUT": maps(kit), "DATE": "2017-10-08"},
    "controlchanges": lambda kit: {"INPUT": maps(kit)},
    "retakenground": lambda kit: {
        "INPUT": maps(kit), "HELD_BY": "GOV", "EARLIER_HELD_BY": "OPP", "SINCE": "2017-10-08",
    },
    "frontlines": lambda kit: {"INPUT": maps(kit)},
    "pockets": lambda kit: {"INPUT": maps(kit), "ENCLOSED": 0},
    "checkseries": lambda kit: {"INPUT": overlapping(kit)},
    "detectcorridors": lambda kit: {"TERRITORIES": maps(kit), "MOVEMENTS": ways(kit)},
    "infercorridors": lambda kit: {"TERRITORIES": maps(kit)},
}  # fmt: skip
TIMED = sorted(set(RUNS) - {"territoriesondate"})


def loaded(kit, results, output="OUTPUT"):
    """An output as Processing loads it: its post-processor, where it has one, has seen it."""
    layer = kit.output(results, output)
    details = kit.context.layerToLoadOnCompletionDetails(layer.id() if layer.dataProvider().name() == "memory" else
                                                         results[output])  # fmt: skip
    details.postProcessor().postProcessLayer(layer, kit.context, kit.feedback)
    return layer


def opened(path):
    """A file as the desktop opens it."""
    layer = QgsVectorLayer(path, "by hand", "ogr")
    assert layer.isValid()
    layer.loadDefaultStyle()  # as the desktop does: a new layer guesses its temporal fields after it has read its style
    return layer


def legend(layer):
    return [item.label() for item in layer.renderer().legendSymbolItems()], layer.labelsEnabled()


def shown(layer, day):
    """The rows that a frame of a day shows, by what tells them apart: their ground."""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    words = layer.temporalProperties().createFilterString(context, day_range(day))
    request = QgsFeatureRequest().setFilterExpression(words)
    return sorted(each.geometry().boundingBox().toString(3) for each in layer.getFeatures(request))


DAYS = ("2017-10-07", "2017-10-08", "2017-10-09", "2017-10-10", "2017-10-20")


@pytest.mark.parametrize("name", RUNS)
def test_a_file_opened_by_hand_looks_as_the_layer_that_was_loaded(kit, name):
    target = QgsProcessingOutputLayerDefinition("memory:", QgsProject.instance())
    expected = loaded(kit, kit.run(name, {**RUNS[name](kit), "OUTPUT": target}))
    look, frames = legend(expected), [shown(expected, day) for day in DAYS] if name in TIMED else []
    assert not frames or any(frames)
    for file in FILES:
        path = str(kit.folder / file)
        kit.run(name, {**RUNS[name](kit), "OUTPUT": path})
        layer = opened(path)
        assert legend(layer) == look, file
        assert layer.temporalProperties().isActive() == (name in TIMED), file
        assert [shown(layer, day) for day in DAYS if frames] == frames, file


def test_rows_without_an_end_stay_and_rows_with_one_go(kit):
    """Until the 9th there is a front of IS with GOV and one with OPP, from then on that with GOV alone."""
    target = QgsProcessingOutputLayerDefinition(str(kit.folder / "fronts.gpkg"), QgsProject.instance())
    layer = loaded(kit, kit.run("frontlines", {"INPUT": maps(kit), "OUTPUT": target}))
    assert [len(shown(layer, day)) for day in DAYS] == [0, 2, 1, 1, 1]


@pytest.mark.parametrize("targets", [("memory:", "memory:"), ("a.gpkg", "b.gpkg"), ("a.geojson", "b.shp")])
def test_rows_of_a_batch_are_loaded_each_in_its_own_look(kit, targets, monkeypatch):
    """By QGIS's own code of the toolbox and the batch panel: two rows, whose outputs have other classes."""
    monkeypatch.setattr("processing.gui.Postprocessing.iface", None)  # pytest-qgis's has no layer tree
    project = QgsProject.instance()
    there = kit.layer("maps", [("IS", "2017-10-08", kit.square(0, 0)), ("OPP", "2017-10-09", kit.square(0, 0))])
    shown_of = []
    for layer, target in zip((there, maps(kit)), targets):
        target = str(kit.folder / target) if "." in target else target
        definition = QgsProcessingOutputLayerDefinition(target, project)
        given = {"INPUT": layer, "OUTPUT": definition}
        kit.run("controlchanges", given)
        algorithm = QgsApplication.processingRegistry().algorithmById("syriacontrol:controlchanges")
        before = set(project.mapLayers())
        assert handleAlgorithmResults(algorithm, kit.context, kit.feedback, given)
        (new,) = set(project.mapLayers()) - before
        shown_of.append(new)
    looks = [legend(project.mapLayer(each))[0] for each in shown_of]
    assert looks[0] != looks[1]
    assert all(label.startswith("Passed to") for labels in looks for label in labels)
    assert all(project.mapLayer(each).temporalProperties().isActive() for each in shown_of)


@pytest.mark.parametrize("file", FILES)
def test_layers_loaded_from_files_have_it_too(kit, file):
    target = QgsProcessingOutputLayerDefinition(str(kit.folder / file), QgsProject.instance())
    layer = loaded(kit, kit.run("controlchanges", {"INPUT": maps(kit), "OUTPUT": target}))
    assert [label.split(":")[0] for label in legend(layer)[0]] == ["Passed to"]


def test_a_geopackage_keeps_it_inside_and_nothing_lies_beside(kit):
    kit.run("controlchanges", {"INPUT": maps(kit), "OUTPUT": str(kit.folder / "out.gpkg")})
    assert [path.name for path in kit.folder.iterdir()] == ["out.gpkg"]
    with closing(sqlite3.connect(kit.folder / "out.gpkg")) as database:
        assert database.execute("SELECT f_table_name, useAsDefault FROM layer_styles").fetchall() == [("out", 1)]


def test_two_outputs_in_one_geopackage_keep_one_style_each(kit):
    path = kit.folder / "all.gpkg"
    for name, table in (("controlchanges", "changes"), ("frontlines", "fronts")):
        target = f"ogr:dbname='{path}' table=\"{table}\" (geom)"
        kit.run(name, {"INPUT": maps(kit), "OUTPUT": target})
    changes, fronts = (opened(f"{path}|layername={table}") for table in ("changes", "fronts"))
    assert changes.renderer().classAttribute() == "to_holder"
    assert "faction_a" in fronts.renderer().classAttribute()


def test_a_later_run_brings_its_own_style(kit):
    """The second time GOV's gain is all there is: the legend has no class of the first time."""
    path = str(kit.folder / "out.geojson")
    there = kit.layer("maps", [("IS", "2017-10-08", kit.square(0, 0)), ("OPP", "2017-10-09", kit.square(0, 0))])
    kit.run("controlchanges", {"INPUT": there, "OUTPUT": path})
    first = legend(opened(path))
    kit.run("controlchanges", {"INPUT": maps(kit), "OUTPUT": path})
    assert first != legend(opened(path))
    assert len(legend(opened(path))[0]) == 1


def test_no_two_outputs_share_a_post_processor(kit):
    project = QgsProject.instance()
    given = {**RUNS["detectcorridors"](kit), **{
        name: QgsProcessingOutputLayerDefinition("memory:", project) for name in ("OUTPUT", "AREAS")}}  # fmt: skip
    results = kit.run("detectcorridors", given)
    again = kit.run("detectcorridors", given, context=kit.context)
    ids = [made[name] for made in (results, again) for name in ("OUTPUT", "AREAS")]
    made = [kit.context.layerToLoadOnCompletionDetails(each).postProcessor() for each in ids]
    assert None not in made and len({id(each) for each in made}) == 4


def in_model(algorithm):
    """A model of one step, whose result is the model's."""
    model = QgsProcessingModelAlgorithm("one step", "Tests")
    model.initAlgorithm()
    parameter = QgsProcessingParameterFeatureSource("maps", "Maps")
    model.addModelParameter(parameter, QgsProcessingModelParameter("maps"))
    child = QgsProcessingModelChildAlgorithm(algorithm)
    child.setChildId("step")
    child.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("maps")])
    result = QgsProcessingModelOutput("Result", "Result")
    result.setChildId("step")
    result.setChildOutputName("OUTPUT")
    child.setModelOutputs({"Result": result})
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    return model


@pytest.mark.parametrize("target", ["memory:", "result.gpkg"])
def test_the_result_of_a_model_has_it(kit, target):
    layer = maps(kit)
    QgsProject.instance().addMapLayer(layer)
    target = str(kit.folder / target) if "." in target else target
    model = in_model("syriacontrol:controlchanges").create()
    context, feedback = QgsProcessingContext(), kit.Log()
    context.setProject(QgsProject.instance())
    given = {"maps": layer.id(), "result": QgsProcessingOutputLayerDefinition(target, QgsProject.instance())}
    results, ok = model.run(given, context, feedback, {}, False)
    assert ok
    kit.context, kit.feedback = context, feedback
    assert legend(loaded(kit, results, "result"))[0][0].startswith("Passed to")


def test_a_style_that_cannot_be_kept_is_told(kit):
    (kit.folder / "out.qml").mkdir()
    results = kit.run("controlchanges", {"INPUT": maps(kit), "OUTPUT": str(kit.folder / "out.geojson")})
    assert kit.output(results).featureCount() == 1
    (line,) = kit.feedback.warnings
    assert "out.geojson" in line and "style" in line


def test_what_a_shapefile_loses_is_told(kit):
    """Names of fields over ten letters, date-times, and the sentence, which is longer than 254 bytes."""
    path = str(kit.folder / "out.shp")
    results = kit.run("detectcorridors", {**RUNS["detectcorridors"](kit), "OUTPUT": path})
    (line,) = [line for line in kit.feedback.warnings if "Shapefile" in line]
    assert path in line and "surviving_km" in line and "sentence" in line and "GeoPackage" in line
    cut = [feature["sentence"] for feature in kit.output(results).getFeatures()]
    assert {len(text.encode()) <= 254 for text in cut} == {True}
    assert f"sentence are truncated to 254 bytes: {sum(len(text.encode()) > 250 for text in cut)} rows" in line
    kit.run("detectcorridors", {**RUNS["detectcorridors"](kit), "OUTPUT": str(kit.folder / "out.gpkg")})
    assert not [line for line in kit.feedback.warnings if "Shapefile" in line]
