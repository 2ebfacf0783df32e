"""How algorithms take vector inputs: no path is opened by QGIS, whatever parameter it is given to."""

import ast
import json
import re
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsProperty,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from syria_control_plugin.algorithms import vector_inputs
from syria_control_plugin.algorithms.controllayout import ControlLayout
from syria_control_plugin.algorithms.exportanimation import ExportAnimation
from syria_control_plugin.algorithms.importevents import ImportEvents
from syria_control_plugin.algorithms.vector_inputs import map_layers, path_and_layer, vector_input
from syria_control_plugin.core.errors import SourceError

SECRET = "what a stranger must not read"


@pytest.fixture
def open_door(monkeypatch):
    """The server's machine is excluded from any proxy."""
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, "*")


def virtual(kit, server, name):
    """A virtual data source under another ending: rows of a file elsewhere, and a layer on a server."""
    secret = kit.folder / "secret.csv"
    secret.write_text(f"faction,date,x,y\n{SECRET},2017-10-01,36,35\n", encoding="utf-8")
    path = kit.folder / name
    path.write_text(
        f"<OGRVRTDataSource><OGRVRTLayer name='secret'><SrcDataSource>{secret}</SrcDataSource></OGRVRTLayer>"
        f"<OGRVRTLayer name='a'><SrcDataSource>/vsicurl/{server.url}/a.csv</SrcDataSource></OGRVRTLayer>"
        "</OGRVRTDataSource>",
        encoding="utf-8",
    )
    return str(path)


def linked(kit, server, name):
    rows = [({"faction": "GOV", "date": "2017-10-01"}, kit.square(0, 0))]
    crs = {"type": "link", "properties": {"href": f"{server.url}/crs"}}
    return str(kit.geojson(name, rows, crs=crs))


EVIL = {
    "virtual": lambda kit, server: virtual(kit, server, "evil.geojson"),
    "virtual.gml": lambda kit, server: virtual(kit, server, "evil.gml"),
    "virtual.gpkg": lambda kit, server: virtual(kit, server, "evil.gpkg") + "|layername=secret",
    "virtual.vrt": lambda kit, server: virtual(kit, server, "evil.vrt"),
    "link": lambda kit, server: linked(kit, server, "evil.geojson"),
    "address": lambda kit, server: f"{server.url}/a.geojson",
    "curl": lambda kit, server: f"/vsicurl/{server.url}/a.geojson",
    "service": lambda kit, server: f"WFS:{server.url}/wfs",
    "text": lambda kit, server: (
        f"<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource>{server.url}</SrcDataSource>"
        "</OGRVRTLayer></OGRVRTDataSource>"
    ),
    "provider": lambda kit, server: f"WFS://url='{server.url}/wfs' typename='a'",
    "ogr": lambda kit, server: "ogr://" + virtual(kit, server, "evil.geojson"),
}


def good(kit):
    return kit.layer("good", [("GOV", "2017-10-01", kit.square(0, 0))])


def test_no_algorithm_lets_qgis_open_a_path():
    """Inputs are taken by ``vector_inputs`` alone; layers are looked up without loading new ones."""
    opening = set()
    taking = ("parameterAsSource", "parameterAsVectorLayer", "parameterAsLayer", "parameterAsLayerList")
    for path in sorted(Path(vector_inputs.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = getattr(node, "func", None) if isinstance(node, ast.Call) else None
            name = getattr(called, "attr", "") or getattr(called, "id", "")
            if name in taking or re.search(r"Parameter(?:FeatureSource|VectorLayer|MapLayer|MultipleLayers)$", name):
                opening.add((path.name, name))
            if name == "mapLayerFromString":
                assert getattr(node.args[2], "value", None) is False, path.name
    assert opening == {("vector_inputs.py", "parameterAsSource")}


# Algorithm, parameter, what else it needs
INPUTS = [
    ("importevents", "INPUT", {}),
    ("importmovements", "INPUT", {}),
    ("importmovements", "PATHS", {}),
    ("importcontrolseries", "INPUT", {}),
    ("importcontrolseries", "PATHS", {}),
    ("territoriesfromreports", "INPUT", {}),
    ("territoriesfromreports", "PLACES", {"INPUT": good}),
    ("territoriesfromreports", "AREA", {"INPUT": good}),
    ("detectcorridors", "MOVEMENTS", {"TERRITORIES": good}),
    ("detectcorridors", "TERRITORIES", {"MOVEMENTS": good}),
    ("detectcorridors", "EVENTS", {"MOVEMENTS": good, "TERRITORIES": good}),
    ("infercorridors", "TERRITORIES", {}),
    ("controlchanges", "INPUT", {}),
    ("areaovertime", "INPUT", {}),
    ("territoriesondate", "INPUT", {"DATE": lambda kit: "2017-10-01"}),
    ("controllayout", "INPUT", {}),
    ("controllayout", "EXTENT", {"INPUT": good}),
    ("exportanimation", "LAYERS", {}),
    ("exportanimation", "EXTENT", {"LAYERS": lambda kit: [good(kit)]}),
    ("exportanimation", "CRS", {"LAYERS": lambda kit: [good(kit)]}),
    ("importevents", "CRS", {"INPUT": good}),
]
FILE_OF = {"controllayout": "out.png", "exportanimation": "out.png"}


@pytest.mark.parametrize("kind", EVIL)
@pytest.mark.parametrize(("algorithm", "parameter", "more"), INPUTS, ids=[f"{a}-{p}" for a, p, _ in INPUTS])
def test_a_path_that_reaches_elsewhere(kit, server, open_door, algorithm, parameter, more, kind):
    evil = EVIL[kind](kit, server)
    before = {path: path.read_bytes() for path in kit.folder.iterdir()}
    output = str(kit.folder / FILE_OF.get(algorithm, "out.gpkg"))
    given = {name: make(kit) for name, make in more.items()}
    given[parameter] = [evil] if parameter == "LAYERS" or kind == "text" and algorithm.startswith("import") else evil
    with pytest.raises(QgsProcessingException) as refused:
        kit.run(algorithm, {"OUTPUT": output, **given})
    assert len(str(refused.value)) > 20 and SECRET not in str(refused.value)
    assert server.requests == []
    assert {path: path.read_bytes() for path in kit.folder.iterdir()} == before
    assert SECRET not in json.dumps(kit.feedback.infos + kit.feedback.warnings)


def test_qgis_itself_would_open_it(kit, server):
    """Else the test above would show nothing."""
    context = QgsProcessingContext()
    layer = QgsProcessingUtils.mapLayerFromString(virtual(kit, server, "evil.geojson"), context)
    assert SECRET in str([feature.attributes() for feature in layer.getFeatures()])
    assert layer.dataProvider().storageType() == "OGR_VRT"


def test_a_definition_and_a_property_that_hold_a_path(kit, server, open_door):
    evil = virtual(kit, server, "evil.geojson")
    for given in (
        QgsProcessingFeatureSourceDefinition(evil, False, 5),
        QgsProperty.fromValue(evil),
        QgsProperty.fromExpression(f"'{evil}'"),
    ):
        for name in ("importevents", "territoriesfromreports", "areaovertime"):
            with pytest.raises(QgsProcessingException, match="virtual data source"):
                kit.run(name, {"INPUT": given, "OUTPUT": str(kit.folder / "out.gpkg")})
    assert server.requests == []


def test_a_layer_that_qgis_has_open_is_taken_and_named(kit, server):
    path = virtual(kit, server, "mine.vrt")
    layer = QgsVectorLayer(f"{path}|layername=secret", "mine", "ogr")
    QgsProject.instance().addMapLayer(layer)
    with pytest.raises(QgsProcessingException):
        kit.run("importevents", {"INPUT": layer, "OUTPUT": str(kit.folder / "out.gpkg")})
    told = "mine: read as it is open in QGIS (OGR_VRT); the plugin would not read the file itself"
    assert any(told in line for line in kit.feedback.infos)


def test_the_report_of_an_import_names_layers_that_the_plugin_would_not_open(kit):
    base = kit.layer("base", [("GOV", "2017-10-01", kit.square(0, 0))])
    QgsProject.instance().addMapLayer(base)
    layer = QgsVectorLayer("?query=SELECT * FROM base", "seen", "virtual")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    page = kit.folder / "report.html"
    kit.run("importcontrolseries", {"INPUT": [layer], "OUTPUT": str(kit.folder / "c.gpkg"), "REPORT": str(page)})
    assert "read as it is open in QGIS (virtual); the plugin would not read the file itself" in page.read_text(
        encoding="utf-8"
    )
    kit.run("importcontrolseries", {"INPUT": [base], "OUTPUT": str(kit.folder / "d.gpkg"), "REPORT": str(page)})
    assert "read as it is open in QGIS" not in page.read_text(encoding="utf-8")


# Good inputs


def rows_of(kit, given, name="INPUT", algorithm=ImportEvents):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    made = algorithm()
    made.initAlgorithm()
    found = vector_input(made, {name: given}, name, context, kit.Log())
    return found.key, [
        tuple(row.values()) for table in found.tables() for row in map(table.attributes, range(len(table)))
    ]


@pytest.mark.parametrize("driver, ending", [("GPKG", "gpkg"), ("GeoJSON", "geojson"), ("ESRI Shapefile", "shp")])
def test_files_are_named_as_their_layers(kit, driver, ending):
    rows = [("GOV", "2017-10-01", kit.square(0, 0)), ("IS", "2017-10-02", kit.square(1, 0))]
    path = kit.saved(kit.layer("maps", rows), f"maps.{ending}", driver)
    key, found = rows_of(kit, path)
    assert key == "maps" and [row[-2:] for row in found] == [("GOV", "2017-10-01"), ("IS", "2017-10-02")]


@pytest.fixture
def table(kit):
    path = kit.folder / "events.csv"
    path.write_text("date,side,number\n2017-10-01,GOV,1\n2017-10-02,IS,12\n2017-10-03,GOV,3\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("expression", "limit", "expected"),
    [("", -1, "1 12 3"), ("", 2, "1 12"), ("side = 'GOV'", -1, "1 3"), ('"number" > 2', -1, "12 3"),
     ("side = 'GOV'", 1, "1"), ("side = 'nobody'", -1, ""), ('"none" = 1', -1, "")],
)  # fmt: skip
def test_filters_and_limits_hold_for_paths(kit, table, expression, limit, expected):
    given = QgsProcessingFeatureSourceDefinition(
        table, False, limit, Qgis.ProcessingFeatureSourceDefinitionFlags(), filterExpression=expression
    )
    assert " ".join(row[2] for row in rows_of(kit, given)[1]) == expected


def test_a_filter_by_geometry(kit):
    rows = [("GOV", "2017-10-01", kit.square(0, 0)), ("IS", "2017-10-02", kit.square(1, 0))]
    path = kit.saved(kit.layer("maps", rows), "maps.gpkg")
    given = QgsProcessingFeatureSourceDefinition(
        path, False, -1, Qgis.ProcessingFeatureSourceDefinitionFlags(), filterExpression="x(centroid(@geometry)) > 37.1"
    )
    assert [row[-2] for row in rows_of(kit, given)[1]] == ["IS"]


def test_a_filter_that_cannot_be_read(kit, table):
    given = QgsProcessingFeatureSourceDefinition(
        table, False, -1, Qgis.ProcessingFeatureSourceDefinitionFlags(), filterExpression="side = "
    )
    with pytest.raises(SourceError, match="INPUT: the filter cannot be read"):
        rows_of(kit, given)


def test_filters_and_selections_hold_for_layers(kit):
    layer = kit.layer("maps", [("GOV", "2017-10-01", kit.square(0, 0)), ("IS", "2017-10-02", kit.square(1, 0))])
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("faction = 'IS'")
    assert rows_of(kit, QgsProcessingFeatureSourceDefinition(layer.id(), True))[1] == [("IS", "2017-10-02")]
    given = QgsProcessingFeatureSourceDefinition(
        "maps", False, -1, Qgis.ProcessingFeatureSourceDefinitionFlags(), filterExpression="faction = 'GOV'"
    )
    assert rows_of(kit, given) == ("maps", [("GOV", "2017-10-01")])


def two_layers(kit):
    path = kit.folder / "two.gpkg"
    first = kit.layer("first", [("GOV", "2017-10-01", kit.square(0, 0))])
    kit.saved(first, "two.gpkg")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE second (fid INTEGER PRIMARY KEY, faction TEXT, date TEXT)")
        database.execute("INSERT INTO second VALUES (1, 'IS', '2017-10-02')")
        database.execute(
            "INSERT INTO gpkg_contents (table_name, identifier, data_type) VALUES ('second', 's', 'attributes')"
        )
    return str(path)


def test_one_layer_of_several(kit):
    path = two_layers(kit)
    assert rows_of(kit, path) == ("first", [("GOV", "2017-10-01")])
    assert rows_of(kit, f"{path}|layername=second") == ("second", [("IS", "2017-10-02")])
    assert rows_of(kit, f"{path}|layerid=1") == ("second", [("IS", "2017-10-02")])
    with pytest.raises(SourceError, match="has no layer 'third'. Layers: first, second."):
        rows_of(kit, f"{path}|layername=third")
    with pytest.raises(SourceError, match="no layer number 2"):
        rows_of(kit, f"{path}|layerid=2")


def test_other_parts_of_a_path_are_not_left_out_in_silence(kit):
    path = two_layers(kit)
    assert rows_of(kit, f"{path}|layername=second|subset=faction = 'IS'") == ("second", [("IS", "2017-10-02")])
    assert rows_of(kit, f"{path}|layername=second|subset=faction = 'GOV'") == ("second", [])
    with pytest.raises(SourceError, match="geometrytype cannot be used with a path"):
        rows_of(kit, f"{path}|layername=first|geometrytype=Polygon")
    assert path_and_layer(f"{path}|layername=a") == (path, "a")


def test_a_folder_is_not_one_file(kit):
    kit.maps_folder()
    with pytest.raises(SourceError, match="has 3 files. Choose one of them"):
        rows_of(kit, str(kit.folder / "maps"))


def test_an_empty_parameter_and_a_missing_file(kit):
    context = QgsProcessingContext()
    for value in (None, ""):
        assert vector_input(ImportEvents(), {"INPUT": value}, "INPUT", context, kit.Log()) is None
    with pytest.raises(QgsProcessingException, match=r"INPUT: .*nothing\.csv.*Check the path"):
        kit.run("importevents", {"INPUT": "/no/nothing.csv", "OUTPUT": str(kit.folder / "c.gpkg")})


def test_a_film_of_files(kit):
    """A GeoPackage stays a file, with which it is known as a case; others are copied, with dates as dates."""
    rows = [("GOV", "2017-10-01T00:00:00", "2017-10-02T00:00:00", kit.square(0, 0))]
    fields = ("faction", "start:datetime", "end:datetime")
    layer = kit.layer("maps", rows, fields=fields)
    paths = [kit.saved(layer, "maps.gpkg"), kit.saved(layer, "maps.fgb", "FlatGeobuf")]
    context = QgsProcessingContext()
    first, second = map_layers({"LAYERS": paths}, "LAYERS", context, kit.Log())
    assert (first.providerType(), second.providerType()) == ("ogr", "memory")
    assert first.featureCount() == second.featureCount() == 1 and second.name() == "maps"
    assert second.fields().field("start").typeName() == first.fields().field("start").typeName().lower()
    opened = QgsVectorLayer(paths[1], "maps", "ogr")
    of_file = opened.temporalProperties()
    assert second.temporalProperties().startField() == of_file.startField() == "start"
    assert second.temporalProperties().endField() == of_file.endField() == "end"
    assert [feature.geometry().area() for feature in second.getFeatures()] == [
        pytest.approx(feature.geometry().area()) for feature in first.getFeatures()
    ]
    assert set(context.temporaryLayerStore().mapLayers()) == {first.id(), second.id()}


def test_the_name_of_a_layer_gives_qgis_no_options(kit):
    """QGIS takes what stands behind a bar for options of GDAL, one of which runs SQL."""
    other, copy = kit.folder / "other.sqlite", kit.folder / "made.sqlite"
    with closing(sqlite3.connect(other)) as database, database:
        database.execute("CREATE TABLE t AS SELECT 1 AS a")
    path = kit.saved(kit.layer("maps", [("GOV", "2017-10-01", kit.square(0, 0))]), "maps.gpkg")
    name = f"x|option:PRELUDE_STATEMENTS=ATTACH '{other}' AS o; DELETE FROM o.t; VACUUM INTO '{copy}'"
    with closing(sqlite3.connect(path)) as database, database:
        ((old,),) = database.execute("SELECT table_name FROM gpkg_contents")
        database.execute("DELETE FROM gpkg_extensions")
        for table in ("gpkg_contents", "gpkg_geometry_columns", "gpkg_ogr_contents"):
            database.execute(f"UPDATE {table} SET table_name = ?", (name,))
        database.execute(f'ALTER TABLE "{old}" RENAME TO "{name}"')
    context = QgsProcessingContext()
    (layer,) = map_layers({"LAYERS": [path]}, "LAYERS", context, kit.Log())
    assert [feature["faction"] for feature in layer.getFeatures()] == ["GOV"]
    with closing(sqlite3.connect(other)) as database:
        assert database.execute("SELECT count(*) FROM t").fetchone() == (1,)
    assert not copy.exists()


@pytest.mark.parametrize("tool", ["importevents", "controlchanges"])
def test_a_file_that_never_ends_is_cancelled_within_two_seconds(kit, tool):
    """No path is opened in the main thread, where nobody could cancel."""
    path = kit.saved(kit.layer("maps", [("GOV", "2017-10-01", kit.square(0, 0))]), "maps.gpkg")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE VIEW v0 AS SELECT fid FROM maps")
        for number in range(1, 40):
            inner = f"(SELECT max(fid) FROM v{number - 1})"
            database.execute(f"CREATE VIEW v{number} AS SELECT {inner} + {inner} AS fid")
    feedback, context = QgsProcessingFeedback(False), QgsProcessingContext()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"syriacontrol:{tool}")
    given = {"INPUT": path, "OUTPUT": str(kit.folder / "out.gpkg")}
    start = time.monotonic()
    assert algorithm.prepare(given, context, feedback)
    assert time.monotonic() - start < 1
    timer = threading.Timer(1, feedback.cancel)
    timer.start()
    algorithm.runPrepared(given, context, feedback)
    assert time.monotonic() - start < 4
    timer.join()


def test_a_film_does_not_wait_for_ever(kit, monkeypatch):
    monkeypatch.setattr(vector_inputs, "_WAIT_SECONDS", 1)
    path = kit.saved(kit.layer("maps", [("GOV", "2017-10-01", kit.square(0, 0))]), "maps.gpkg")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                         "SELECT max(i) AS fid, 'a' AS faction FROM n")  # fmt: skip
        database.execute(
            "INSERT INTO gpkg_contents (table_name, identifier, data_type) VALUES ('v', 'v', 'attributes')"
        )
    start = time.monotonic()
    with pytest.raises(SourceError, match="takes more than 1 s to read"):
        map_layers({"LAYERS": [f"{path}|layername=v"]}, "LAYERS", QgsProcessingContext(), kit.Log())
    assert time.monotonic() - start < 4


def test_a_style_beside_a_file_is_not_taken(kit):
    path = kit.saved(kit.layer("maps", [("GOV", "2017-10-01", kit.square(0, 0))]), "maps.gpkg")
    styled = QgsVectorLayer(path, "maps", "ogr")
    styled.setOpacity(0.25)
    styled.saveNamedStyle(str(kit.folder / "maps.qml"))
    context = QgsProcessingContext()
    (layer,) = map_layers({"LAYERS": [path]}, "LAYERS", context, kit.Log())
    assert layer.opacity() == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [("EXTENT", "36,37,35,36"), ("EXTENT", " -36.5,37e0,+35,36 [EPSG:4326]"), ("CRS", "EPSG:3857"),
     ("CRS", "ProjectCrs"), ("CRS", ""), ("EXTENT", None), ("EXTENT", "maps"), ("CRS", "maps")],
)  # fmt: skip
def test_extents_and_crs_that_are_ones(kit, name, value):
    layer = kit.layer("maps", [("GOV", "2017-10-01", kit.square(0, 0))])
    QgsProject.instance().addMapLayer(layer)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    algorithm = ExportAnimation()
    algorithm.initAlgorithm()
    given = {"LAYERS": [layer], "OUTPUT": str(kit.folder / "a.png"), name: value}
    assert algorithm.checkParameterValues(given, context) == (True, "")


@pytest.mark.parametrize("how", ["text", "layer", "name of a layer", "box"])
@pytest.mark.parametrize("algorithm", [ExportAnimation, ControlLayout])
def test_an_extent_larger_than_a_number_can_be_is_rejected(kit, algorithm, how):
    """QGIS 3.44 ends with the error "unknown" when it transforms one."""
    endless = QgsRectangle(-1e308, -1e308, 1e308, 1e308)
    layer = kit.layer("endless", [("GOV", "2017-10-01", QgsGeometry.fromRect(endless).asWkt())])
    QgsProject.instance().addMapLayer(layer)
    value = {"text": "-1e308,1e308,-1e308,1e308 [EPSG:4326]", "layer": layer, "name of a layer": "endless",
             "box": QgsReferencedRectangle(endless, layer.crs())}[how]  # fmt: skip
    context, tool = QgsProcessingContext(), algorithm()
    context.setProject(QgsProject.instance())
    tool.initAlgorithm()
    given = {"LAYERS": [layer], "INPUT": layer, "OUTPUT": str(kit.folder / "a.png"), "EXTENT": value}
    is_right, reason = tool.checkParameterValues(given, context)
    assert not is_right and reason.startswith("EXTENT: ") and "is not an extent" in reason and len(reason) < 250


@pytest.mark.parametrize(("algorithm", "name"), [("exportanimation", "EXTENT"), ("exportanimation", "CRS")])
def test_an_algorithm_that_runs_unchecked(kit, server, open_door, algorithm, name):
    """As a model may run it."""
    given = {"LAYERS": [good(kit)], "OUTPUT": str(kit.folder / "a.png"), name: virtual(kit, server, "evil.geojson")}
    made = QgsApplication.processingRegistry().createAlgorithmById(f"syriacontrol:{algorithm}")
    context, log = QgsProcessingContext(), kit.Log()
    context.setProject(QgsProject.instance())
    _, ok = made.run(given, context, log, {}, False)
    assert not ok and name in "".join(log.errors) and server.requests == []


def test_parameters_are_copied_whole(kit):
    for algorithm, name in ((ImportEvents(), "INPUT"), (ExportAnimation(), "LAYERS")):
        algorithm.initAlgorithm()
        definition = algorithm.parameterDefinition(name)
        copy = definition.clone()
        assert type(copy) is type(definition)
        assert copy.toVariantMap() == definition.toVariantMap() and copy.help() == definition.help() != ""
