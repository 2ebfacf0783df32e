"""Styles in a case from elsewhere: none is drawn before the analyst agrees, and none that reaches outside ever is."""

import base64
import getpass
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsProject,
    QgsProviderRegistry,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapTip
from qgis.PyQt.QtCore import QCoreApplication, QPoint
from qgis.PyQt.QtXml import QDomDocument
from qgis.utils import qgsfunction

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import load_theme
from syria_control_plugin.case.themes import save_styles
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.factions.themes import Theme
from syria_control_plugin.mapping.label_format import show_tips_as_text
from syria_control_plugin.mapping.layers import stored_styles
from syria_control_plugin.mapping.layers.class_symbology import case_styles
from syria_control_plugin.mapping.layers.layers import add_case, case_layer, dress_again, open_case_layers, open_layer
from syria_control_plugin.mapping.layers.stored_styles import is_known, remember, style_problem
from syria_control_plugin.mapping.layers.styles import style_case, unused_styles, use_styles

HAMA = (36.9, 34.9, 38.1, 35.9)
KINDS = {f.EVENTS: "marker", f.CORRIDORS: "line", f.MOVEMENTS: "line", f.CONTROL_MAP: "fill"}
EMPTY = '<data_defined_properties><Option type="Map"><Option name="properties"/></Option></data_defined_properties>'


def worked_out(name, expression):
    return (
        '<data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>'
        f'<Option name="properties" type="Map"><Option name="{name}" type="Map"><Option name="active" type="bool" '
        f'value="true"/><Option name="expression" type="QString" value="{expression}"/><Option name="type" type="int" '
        'value="3"/></Option></Option><Option name="type" type="QString" value="collection"/></Option>'
        "</data_defined_properties>"
    )


def symbol_layer(kind, properties, more=EMPTY):
    options = "".join(f'<Option name="{name}" type="QString" value="{value}"/>' for name, value in properties.items())
    return f'<layer class="{kind}" enabled="1" pass="0" locked="0"><Option type="Map">{options}</Option>{more}</layer>'


def style(kind, layer="", labeling="", beside="", renderer="singleSymbol", inner=""):
    """A style as QGIS writes it; kind: of the symbol."""
    plain = {"marker": ("SimpleMarker", "color"), "line": ("SimpleLine", "line_color"), "fill": ("SimpleFill", "color")}
    layer = layer or symbol_layer(plain[kind][0], {plain[kind][1]: "18,52,86,255"})
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version=\"3.40.6\" "
        f'labelsEnabled="{int(bool(labeling))}" styleCategories="AllStyleCategories"><renderer-v2 type="{renderer}" '
        f'symbollevels="0" enableorderby="0" referencescale="-1">{inner}<symbols><symbol type="{kind}" name="0" '
        f'alpha="1" clip_to_extent="1" force_rhr="0">{layer}</symbol></symbols></renderer-v2>{labeling}{beside}</qgis>'
    )


def labels(text="label", expression=True, more="", background="", html=0):
    return (
        f'<labeling type="simple"><settings calloutType="simple"><text-style fieldName="{text}" '
        f'isExpression="{int(expression)}" fontSize="10" allowHtml="{html}" {more}><background '
        f"{background}/></text-style><placement/><rendering/></settings></labeling>"
    )


PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()
LEADS_OUT = base64.b64encode(b'<svg xmlns:x="http://x"><image x:href="//server/share/a.png"/></svg>').decode()
OWN_SVG = base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>').decode()
SVG = "SvgMarker"
# Styles that ask a server as soon as QGIS draws them: {url} ends with a slash.
ASKING = {
    "an SVG marker": style("marker", symbol_layer(SVG, {"name": "{url}a.svg", "size": "4"})),
    "a picture as marker": style("marker", symbol_layer("RasterMarker", {"imageFile": "{url}a.png", "size": "4"})),
    "HTML in labels": style("marker", labeling=labels("'&lt;img src=&quot;{url}a.png&quot; width=9>'", html=1)),
    "a shield behind labels": style(
        "marker",
        labeling=labels(
            "'x'",
            background='shapeDraw="1" shapeType="4" shapeSizeUnit="MM" shapeSizeX="9" shapeSVGFile="{url}a.svg"',
        ),
    ),
}
_ADDRESS = "not embedded|the address"
# Others, and what is said of them.
REACHING = {
    **{name: (text, "not embedded|an expression|HTML|the address") for name, text in ASKING.items()},
    "an SVG fill": (style("fill", symbol_layer("SVGFill", {"svgFile": "{url}a.svg"})), _ADDRESS),
    "a picture as fill": (style("fill", symbol_layer("RasterFill", {"imageFile": "{url}a.png"})), _ADDRESS),
    "a picture along a line": (
        style("line", symbol_layer("RasterLine", {"imageFile": "{url}a.png"})),
        "not embedded|the address",
    ),
    "a marker whose path is worked out": (
        style("marker", symbol_layer(SVG, {"size": "4"}, worked_out("name", "'{url}' || @user_account_name"))),
        "set by an expression",
    ),
    "a fill whose path is worked out": (
        style("fill", symbol_layer("SVGFill", {}, worked_out("file", "1"))),
        "set by an expression",
    ),
    "a path on this computer": (style("marker", symbol_layer(SVG, {"name": "/etc/passwd"})), "'/etc/passwd'"),
    "a path on a server": (style("marker", symbol_layer(SVG, {"name": "\\\\server\\a.svg"})), "not embedded"),
    "a path out of QGIS's pictures": (style("marker", symbol_layer(SVG, {"name": "../../a.svg"})), "not embedded"),
    "the old form of it": (
        style("marker", '<layer class="SvgMarker"><prop k="name" v="{url}a.svg"/></layer>'),
        "not embedded|the address",
    ),
    "an embedded picture that names another": (
        style("marker", symbol_layer(SVG, {"name": f"base64:{LEADS_OUT}"})),
        "not embedded",
    ),
    "a picture in hexadecimal": (style("fill", symbol_layer("SVGFill", {"data": "3c737667"})), "not embedded"),
    "a marker on a marker line": (
        style(
            "line",
            symbol_layer(
                "MarkerLine", {}, '<symbol type="marker">' + symbol_layer(SVG, {"name": "{url}"}) + "</symbol>"
            ),
        ),
        "not embedded|the address",
    ),
    "the account's name in labels": (style("marker", labeling=labels("@user_full_name")), "user_full_name"),
    "a variable by a name that is put together": (style("marker", labeling=labels("var('user' || '_x')")), "'var'"),
    "the environment in labels": (style("marker", labeling=labels("env('HOME')")), "'env'"),
    "the project's folder in labels": (style("marker", labeling=labels("@project_folder")), "project_folder"),
    "text run as an expression": (style("marker", labeling=labels("eval('1')")), "'eval'"),
    "a template": (style("marker", labeling=labels("eval_template('x')")), "'eval_template'"),
    "a file's size": (style("marker", labeling=labels("file_size('/etc/passwd')")), "'file_size'"),
    "another layer": (style("marker", labeling=labels("aggregate('other', 'max', 1)")), "'aggregate'"),
    "a layer opened": (style("marker", labeling=labels("load_layer('/x', 'ogr')")), "'load_layer'"),
    "a database written to": (
        style(
            "marker",
            symbol_layer(
                "SimpleMarker", {}, worked_out("size", "sqlite_fetch_and_increment('/x', 'a', 'b', 'c', 'd')")
            ),
        ),
        "'sqlite_fetch_and_increment'",
    ),
    "a geometry generator": (
        style("fill", symbol_layer("GeometryGenerator", {"geometryModifier": "raster_value('x', 1, $geometry)"})),
        "'raster_value'",
    ),
    "a rule": (
        style("fill", renderer="RuleRenderer", inner="<rules key=\"a\"><rule filter=\"env('HOME') = 'x'\"/></rules>"),
        "'env'",
    ),
    "a class worked out": (style("fill", inner="<source-symbol attr=\"layer_property('x', 'source')\"/>"), "property"),
    "words of a legend": (
        style("fill", renderer="categorizedSymbol", inner='<categories><category label="[% env(1) %]"/></categories>'),
        "contains an expression",
    ),
    "a font that is not installed": (
        style("marker", labeling=labels("label", more='fontFamily="No Such Font"')),
        "'No Such Font' is not installed",
    ),
    "a renderer by the file's own symbols": (style("fill", renderer="embeddedSymbol"), "'embeddedSymbol'"),
    "a symbol layer of some plugin": (style("fill", symbol_layer("PythonFill", {})), "'PythonFill'"),
    "a picture in the symbol of a callout": (
        style(
            "marker",
            labeling=labels().replace(
                "<placement/>",
                (
                    '<callout type="simple"><Option type="Map"><Option name="lineSymbol" type="QString" value="'
                    + '<symbol type="line"><layer class="RasterLine"><Option type="Map"><Option name="imageFile" '
                    'value="/etc/passwd"/></Option></layer></symbol>'.replace("<", "&lt;").replace('"', "&quot;")
                    + '"/></Option></callout>'
                ),
            ),
        ),
        "'/etc/passwd' is not embedded",
    ),
    "the symbol of what is selected": (
        style(
            "marker",
            beside='<selection mode="CustomSymbol"><selectionSymbol><symbol type="marker" name="">'
            + symbol_layer(SVG, {"name": "/etc/passwd"})
            + "</symbol></selectionSymbol></selection>",
        ),
        "'/etc/passwd' is not embedded",
    ),
    "an attribute hidden behind another's name": (
        style(
            "marker",
            '<layer class="SvgMarker" xmlns:x="urn:x"><Option type="Map"><Option name="name" '
            'value="/etc/passwd" x:value="gpsicons/plane.svg"/></Option></layer>',
        ),
        "'/etc/passwd' is not embedded",
    ),
    "an address anywhere": (style("marker", symbol_layer("SimpleMarker", {"x": "{url}"})), "the address"),
    "entities": (style("marker").replace("'SYSTEM'", "'SYSTEM' [<!ENTITY a 'x'>]"), "not a QGIS style"),
    "elements in one another": (style("fill", inner="<rule>" * 5000 + "</rule>" * 5000), "not a QGIS style"),
    "half a style": (style("fill")[:-30], "not a QGIS style"),
}
SUB_MARKER = '<symbol type="marker" name="@0@0">' + symbol_layer("SimpleMarker", {"size": "1"}) + "</symbol>"
BLUR = (
    '<effect type="effectStack"><effect type="blur"><Option type="Map"><Option name="{}" value="{}"/></Option></effect>'
    "</effect>"
)
HEATMAP = style("marker", renderer="heatmapRenderer").replace('type="heatmapRenderer"', 'type="heatmapRenderer" {}')
# Styles over which QGIS hangs, fills the memory, or ends; and what is said of them.
_OFTEN = "repeated too densely to be visible"
ENDLESS = {
    "markers along a line": (
        style("line", symbol_layer("MarkerLine", {"interval": "1e-9"}, SUB_MARKER)),
        f"'MarkerLine' is {_OFTEN}",
    ),
    "markers whose distance is given twice": (
        style("line", symbol_layer("MarkerLine", {"interval": "1e-9", "x": ""}, '<prop k="interval" v="3"/>')),
        _OFTEN,
    ),
    "markers in units of the map": (
        style("line", symbol_layer("MarkerLine", {"interval": "3", "interval_unit": "MapUnit"})),
        _OFTEN,
    ),
    "markers in the old form": (
        style("line", '<layer class="MarkerLine"><prop k="interval" v="1e-9"/></layer>'),
        _OFTEN,
    ),
    "an expression of QGIS 2": (
        style("line", '<layer class="MarkerLine"><prop k="interval_expression" v="1"/></layer>'),
        _OFTEN,
    ),
    "markers from far before the line": (
        style("line", symbol_layer("MarkerLine", {"offset_along_line": "-1e12"})),
        _OFTEN,
    ),
    "an angle over a line without end": (
        style("line", symbol_layer("MarkerLine", {"average_angle_length": "1e9"})),
        _OFTEN,
    ),
    "hatches along a line": (style("line", symbol_layer("HashLine", {"interval": "nan"})), "'HashLine'"),
    "figures along a line": (style("line", symbol_layer("LinearReferencing", {"interval": "1e-9"})), _OFTEN),
    "a distance that is worked out": (
        style("line", symbol_layer("MarkerLine", {}, worked_out("interval", "1e-9"))),
        "distance 'interval' is set by an expression",
    ),
    "a hatch": (style("fill", symbol_layer("LinePatternFill", {"distance": "1e-9"})), "'LinePatternFill'"),
    "a hatch whose distance is worked out": (
        style("fill", symbol_layer("LinePatternFill", {}, worked_out("lineDistance", "1e-9"))),
        "distance 'lineDistance' is set by an expression",
    ),
    "points": (
        style("fill", symbol_layer("PointPatternFill", {"distance_x": "5", "distance_y": "0.000001"})),
        "'PointPatternFill'",
    ),
    "points at random": (
        style("fill", symbol_layer("RandomMarkerFill", {"point_count": "100000000"}, SUB_MARKER)),
        "'RandomMarkerFill'",
    ),
    "points at random on an area of nothing": (
        style("fill", symbol_layer("RandomMarkerFill", {"count_method": "1", "density_area": "1e-9"})),
        "'RandomMarkerFill'",
    ),
    "a number of points that is worked out": (
        style("fill", symbol_layer("RandomMarkerFill", {}, worked_out("pointCount", "1e9"))),
        "distance 'pointCount' is set by an expression",
    ),
    "dashes of nothing": (
        style("line", symbol_layer("SimpleLine", {"use_customdash": "1", "customdash": "1e-9;1e-9"})),
        "'SimpleLine'",
    ),
    "a pattern in a pattern": (
        style(
            "fill",
            symbol_layer(
                "LinePatternFill",
                {"distance": "5"},
                '<symbol type="line">' + symbol_layer("HashLine", {"interval": "1e-9"}) + "</symbol>",
            ),
        ),
        "'HashLine'",
    ),
    "a blur": (
        style("fill", symbol_layer("SimpleFill", {}, BLUR.format("blur_level", "10000"))),
        f"'blur' is {_OFTEN}",
    ),
    "a blur in units of the map": (
        style("fill", symbol_layer("SimpleFill", {}, BLUR.format("blur_unit", "MapUnit"))),
        "'blur'",
    ),
    "a heatmap of no quality": (HEATMAP.format('radius="10" radius_unit="0" quality="0"'), "heatmap"),
    "a heatmap without its quality": (HEATMAP.format('radius="10" radius_unit="0"'), "heatmap"),
    "a heatmap of a large radius": (HEATMAP.format('radius="1e6" radius_unit="0" quality="2"'), "heatmap"),
    "a heatmap in units of the map": (HEATMAP.format('radius="9" radius_unit="1" quality="2"'), "heatmap"),
}
# Near to them, and drawn at once.
ENDING = {
    "markers along a line": style("line", symbol_layer("MarkerLine", {"interval": "3", "interval_unit": "Point"})),
    "a hatch": style("fill", symbol_layer("LinePatternFill", {"distance": "0.3", "distance_unit": "MM"})),
    "ten points at random": style("fill", symbol_layer("RandomMarkerFill", {"point_count": "10", "count_method": "0"})),
    "dots": style("line", symbol_layer("SimpleLine", {"use_customdash": "1", "customdash": "0;2"})),
    "dashes that are not used": style("line", symbol_layer("SimpleLine", {"use_customdash": "0", "customdash": "0;0"})),
    "a blur": style("fill", symbol_layer("SimpleFill", {}, BLUR.format("blur_level", "2.645"))),
    "a heatmap": HEATMAP.format('radius="10" radius_unit="0" quality="2"'),
}
# What is not looked at, since none of it is read from a stored style.
BESIDE = (
    '<attributeactions><actionsetting action="raise SystemExit" type="1" name="x" id="{{}}" capture="0" icon="" '
    'isEnabledOnlyWhenEditable="0" shortTitle=""><actionScope id="Canvas"/></actionsetting></attributeactions>'
    "<editforminit>f</editforminit><editforminitcodesource>2</editforminitcodesource><editforminitcode>raise SystemExit"
    "</editforminitcode><editform>{url}form.ui</editform>"
    '<mapTip enabled="1">&lt;img src="{url}tip.png"></mapTip><legend type="default-vector"/>'
    '<customproperties><Option type="Map"><Option name="cached" value="{url}" type="QString"/></Option>'
    "</customproperties><previewExpression>env('HOME')</previewExpression>"
)


def settle(log, seconds=0.4):
    """Gives QGIS time to ask a server; pictures are fetched in the event loop."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not log.requests:
        QCoreApplication.processEvents()
        time.sleep(0.01)


@pytest.fixture
def profile():
    """An empty list of known styles, as somebody else's QGIS has."""
    settings = QgsSettings()
    settings.beginGroup(stored_styles._GROUP)
    before = {key: settings.value(key, type=int) for key in settings.childKeys()}
    settings.remove("")
    yield settings
    settings.remove("")
    for key, value in before.items():
        settings.setValue(key, value)


@pytest.fixture
def poisoned(sample_path, tmp_path, server):
    """Puts styles into a copy of the sample → its path. {url} in them is the address of the server that takes notes."""

    def make(styles):
        path = str(shutil.copy(sample_path, tmp_path / "case.gpkg"))
        with closing(sqlite3.connect(path)) as database, database:
            for table, qml in styles.items():
                change = "UPDATE layer_styles SET styleQML = ?, update_time = '2001-01-01' WHERE f_table_name = ?"
                database.execute(change, (qml.replace("{url}", server.url + "/"), table))
        return path

    yield make
    QgsProject.instance().clear()


# In a process of its own: the tasks by which QGIS fetches pictures do not end, and later tests wait for all tasks.
DRAWN_BY_QGIS = """
import sys, time
from qgis.core import QgsApplication, QgsMapRendererSequentialJob, QgsMapSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QSize
application = QgsApplication([], True, sys.argv[2])
application.initQgis()
settings = QgsMapSettings()
settings.setLayers([layer := QgsVectorLayer(sys.argv[1], "events", "ogr")])
settings.setDestinationCrs(layer.crs())
settings.setExtent(layer.extent())
settings.setOutputSize(QSize(200, 160))
job = QgsMapRendererSequentialJob(settings)
job.start()
job.waitForFinished()
end = time.monotonic() + 20
while time.monotonic() < end:
    application.processEvents()
"""


@pytest.mark.parametrize("qml", ASKING.values(), ids=ASKING)
def test_qgis_itself_asks_a_server(poisoned, tmp_path, server, qml):
    """What this is all about: without the plugin's care these styles tell who opens the file."""
    source = f"{poisoned({f.EVENTS: qml})}|layername=events"
    command = [sys.executable, "-c", DRAWN_BY_QGIS, source, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as qgis:
        end = time.monotonic() + 40
        while not server.requests and qgis.poll() is None and time.monotonic() < end:
            time.sleep(0.05)
        qgis.kill()
    assert server.requests


@pytest.mark.parametrize("qml, words", REACHING.values(), ids=REACHING)
def test_a_style_that_reaches_outside_is_never_used(poisoned, maps, server, profile, qml, words):
    table = {"marker": f.EVENTS, "line": f.CORRIDORS, "fill": f.CONTROL_MAP}[re.search('symbol type="(.*?)"', qml)[1]]
    case = Case(poisoned({table: qml}))
    unused = unused_styles(case)
    assert set(unused) == {table}
    problems = use_styles(unused)
    assert set(problems) == {table} and re.search(words, problems[table])
    before, again = open_layer(case, table, "before"), unused_styles(case)
    assert set(again) == {table} and "123456" not in before.renderer().dump()
    maps.picture([before], HAMA, (100, 80))
    settle(server)
    assert server.requests == []


@pytest.mark.parametrize("qml, words", ENDLESS.values(), ids=ENDLESS)
def test_a_style_that_is_drawn_without_end_is_never_used(poisoned, maps, profile, qml, words):
    table = {"marker": f.EVENTS, "line": f.CORRIDORS, "fill": f.CONTROL_MAP}[re.search('symbol type="(.*?)"', qml)[1]]
    case = Case(poisoned({table: qml}))
    problems = use_styles(unused_styles(case))
    assert set(problems) == {table} and re.search(words, problems[table]), problems
    start = time.monotonic()
    maps.picture([open_layer(case, table, "own")], HAMA, (100, 80))
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("qml", ENDING.values(), ids=ENDING)
def test_a_style_that_comes_to_an_end_is_let_through(qgis_app, qml):
    assert style_problem(qml) == ""


def test_a_picture_beside_a_symbol_that_stands_in_a_value_is_seen(qgis_app):
    """What comes behind the symbol belongs to the same symbol layer as what comes before it."""
    inner = '<symbol type="line"><layer class="SimpleLine"/></symbol>'.replace("<", "&lt;").replace('"', "&quot;")
    assert "not embedded" in style_problem(style("marker", symbol_layer(SVG, {"a": inner, "name": "/etc/passwd"})))


def test_all_of_a_poisoned_case_is_drawn_as_its_theme_says(poisoned, sample_path, maps, server, profile):
    asking = list(ASKING.values())
    path = poisoned({table: REACHING["an SVG fill"][0] if KINDS[table] == "fill" else asking[0] for table in KINDS})
    case, clean = Case(path), Case(sample_path)
    project = QgsProject.instance()
    group = add_case(project, case, case.tables(), "x")
    tables = [table for table in KINDS if case_layer(group, table)]
    pictures = [
        maps.picture([open_layer(each, table, table) for table in tables], HAMA, (300, 240)) for each in (case, clean)
    ]
    assert pictures[0] == pictures[1]
    maps.picture([case_layer(group, table) for table in tables], HAMA, (300, 240))
    open_case_layers(case)
    settle(server)
    assert server.requests == [] and set(unused_styles(case)) == set(KINDS)


def test_of_a_style_agreed_to_symbols_and_labels_are_used(poisoned, maps, server, profile):
    good = style("marker", labeling=labels("label", expression=False), beside=BESIDE)
    case = Case(poisoned({f.EVENTS: good}))
    group = add_case(QgsProject.instance(), case, [f.EVENTS], "x")
    layer = case_layer(group, f.EVENTS)
    assert use_styles(unused_styles(case)) == {}
    dress_again(QgsProject.instance(), case, [f.EVENTS])
    assert layer.renderer().symbol().color().name() == "#123456" and layer.labelsEnabled()
    for each in (layer, open_layer(case, f.EVENTS, "again")):
        assert each.renderer().symbol().color().name() == "#123456"
        assert not each.actions().actions() and each.mapTipTemplate().startswith(
            '[% replace(coalesce(to_string("label")'
        )
        form = each.editFormConfig()
        assert (form.initCode(), form.uiForm(), form.initFunction()) == ("", "", "")
        assert server.url + "/" not in str([each.customProperty(key) for key in each.customPropertyKeys()])
        assert each.temporalProperties().isActive() and each.temporalProperties().endField() == f.SHOWN_UNTIL
    maps.picture([layer], HAMA, (100, 80))
    settle(server)
    assert server.requests == [] and unused_styles(case) == {}


@pytest.mark.parametrize("qml", [
    style("marker", symbol_layer(SVG, {"name": f"base64:{OWN_SVG}"})),
    style("marker", symbol_layer(SVG, {"name": "gpsicons/plane.svg"})),
    style("marker", symbol_layer("RasterMarker", {"imageFile": f"base64:{PNG}"})),
    style("marker", labeling=labels("upper(label) || ' / ' || format_date(valid_from, 'yyyy')")),
    style("marker", symbol_layer("SimpleMarker", {}, worked_out("size", "@map_scale / 1e6 + length(label)"))),
    style("fill", inner='<categories><category label="GOV (since 2017) @ x"/></categories>'),
], ids=["embedded SVG", "QGIS's own SVG", "embedded picture", "text", "size", "words with signs"])  # fmt: skip
def test_what_an_analyst_draws_with_is_let_through(qml):
    assert style_problem(qml) == ""


@pytest.mark.parametrize(("expression", "reason"), [
    ("area(buffer($geometry, 1, 1e8))", "'buffer'"), ("array_length(generate_series(1, 1e12))", "'generate_series'"),
    ("length(lpad('', 1e10, 'x'))", "'lpad'"), ("num_points(smooth($geometry, 60))", "'smooth'"),
    ("num_points(densify_by_distance($geometry, 1e-12))", "'densify_by_distance'"),
    ("length(replace(replace(label, 'a', label), 'a', label))", "can grow without limit"),
], ids=["segments", "series", "padding", "smoothing", "vertices", "nested"])  # fmt: skip
def test_an_expression_that_never_ends_is_not_taken(expression, reason):
    size = symbol_layer("SimpleMarker", {}, worked_out("size", expression))
    assert reason in style_problem(style("marker", size))
    assert reason in style_problem(style("marker", labeling=labels(expression)))


def test_a_function_that_somebody_wrote_in_python_is_not_called(qgis_app):
    @qgsfunction(group="Math tricks", register=False)
    def told(feature, parent):
        return 1

    assert QgsExpression.registerFunction(told)
    try:
        stored_styles._functions.cache_clear()
        assert "'told'" in style_problem(style("marker", labeling=labels("told()")))
    finally:
        QgsExpression.unregisterFunction("told")
        stored_styles._functions.cache_clear()


@pytest.mark.parametrize("table", [f.CONTROL_MAP, f.PLACES, f.EVENTS, f.MOVEMENTS, f.REPORTS])
def test_what_the_plugin_writes_passes_its_own_check(sample_path, table):
    assert style_problem(Case(sample_path).default_styles()[table]) == ""


def test_a_case_that_the_plugin_made_elsewhere_raises_no_question(tmp_path, profile):
    """In another process, which writes the attributes of its styles in another order."""
    path = str(tmp_path / "elsewhere.gpkg")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\nfrom qgis.core import QgsApplication\n"
        "application = QgsApplication([], False, sys.argv[3]); application.initQgis()\n"
        "from syria_control_plugin.sources.sample import build_sample\n"
        "from syria_control_plugin.mapping.layers.styles import style_case\n"
        "from syria_control_plugin.mapping.text.corridor_text import corridor_texts\n"
        "build_sample(sys.argv[2], finish=style_case, describe=corridor_texts)\n"
    )
    root = str(Path(__file__).parents[3])
    made = subprocess.run([sys.executable, "-c", code, root, path, str(tmp_path)], capture_output=True, check=False)
    assert made.returncode == 0, made.stderr
    styles = Case(path).default_styles()
    assert set(KINDS) <= set(styles) and not any(is_known(qml) for qml in styles.values())
    assert unused_styles(Case(path)) == {}


def test_the_content_of_a_case_makes_no_style_known(poisoned, profile):
    good = style("marker")
    path = poisoned({f.EVENTS: good})
    with closing(sqlite3.connect(path)) as database, database:
        kept = stored_styles._digest(good)
        database.execute("INSERT INTO case_settings (key, value) VALUES (?, '1')", (f"{stored_styles._GROUP}/{kept}",))
        database.execute("UPDATE layer_styles SET owner = ?, description = ?", (kept[:30], kept))
    assert set(unused_styles(Case(path))) == {f.EVENTS}
    use_styles({f.EVENTS: good + " "})
    assert set(unused_styles(Case(path))) == {f.EVENTS}


def test_a_style_that_stays_the_default_behind_a_new_one_is_not_taken_for_the_plugins(poisoned, profile):
    """Of somebody else's, for another column of shapes and from the future: it counts neither for QGIS nor here."""
    path = poisoned({})
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
            "styleQML, useAsDefault, update_time) VALUES ('', '', 'events', 'other', 'x', ?, 1, '9999-01-01')",
            (style("marker"),),
        )
    case = Case(path)
    style_case(case, load_theme("published_2017_10_24"))
    kept = Case(path).default_styles()
    assert not is_known(style("marker")) and kept[f.EVENTS] != style("marker")
    assert is_known(kept[f.EVENTS]) and is_known(kept[f.CONTROL_MAP]) and unused_styles(Case(path)) == {}


def test_an_edit_of_a_class_goes_into_a_style_that_the_plugin_made_elsewhere(poisoned, profile):
    case = Case(poisoned({}))
    styles = case_styles(case, list(Theme.from_dict(case.setting("theme")).classes))
    assert set(styles) == {f.CONTROL_MAP, f.TERRITORIES} and is_known(styles[f.CONTROL_MAP][0])


def test_of_styles_only_the_last_are_known(profile, monkeypatch):
    monkeypatch.setattr(stored_styles, "_MOST_KNOWN", 3)
    for number in range(5):
        monkeypatch.setattr(stored_styles.time, "time", lambda number=number: number)
        remember([str(number)])
    assert [is_known(str(number)) for number in range(5)] == [False, False, True, True, True]


def test_an_edit_of_a_class_leaves_somebody_elses_style_alone(poisoned, profile):
    qml = style("fill")
    path = poisoned({f.CONTROL_MAP: qml})
    case = Case(path)
    theme = Theme.from_dict(case.setting("theme"))
    assert f.CONTROL_MAP not in case_styles(case, list(theme.classes))
    save_styles(path, theme, case_styles(case, list(theme.classes)))
    assert case.default_styles()[f.CONTROL_MAP] == qml
    use_styles({f.CONTROL_MAP: qml})
    assert f.CONTROL_MAP in case_styles(case, list(theme.classes))


def test_a_style_beside_the_file_is_not_read(poisoned, server, maps, profile):
    path = poisoned({})
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TABLE layer_styles")
    for name in ("case.qml", "case.qmd"):
        with open(path.replace("case.gpkg", name), "w", encoding="utf-8") as file:
            file.write(ASKING["an SVG marker"].replace("{url}", server.url + "/"))
    layer = open_layer(Case(path), f.EVENTS, "events")
    maps.picture([layer], HAMA, (100, 80))
    settle(server)
    assert server.requests == [] and layer.renderer().type() == "categorizedSymbol"


def test_metadata_of_a_strangers_layer_is_not_shown(poisoned):
    path = poisoned({})
    words = '<qgis><title>&lt;img src="file://server/a.png"></title><abstract>x</abstract></qgis>'
    layer = QgsVectorLayer(f"{path}|layername=events", "events", "ogr")
    metadata = layer.metadata()
    metadata.setTitle(words)
    assert QgsProviderRegistry.instance().saveLayerMetadata("ogr", layer.source(), metadata)[0]
    assert QgsVectorLayer(layer.source(), "", "ogr").metadata().title() == words
    assert open_layer(Case(path), f.EVENTS, "events").metadata().title() == ""


def test_layers_of_a_case_with_triggers_are_read_only(poisoned):
    path = poisoned({})
    assert not open_layer(Case(path), f.EVENTS, "events").readOnly()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TRIGGER evil AFTER INSERT ON events BEGIN DELETE FROM territories; END")
    assert open_layer(Case(path), f.EVENTS, "events").readOnly()


def test_a_theme_in_a_case_names_no_picture(maps, tmp_path, server):
    """Fills are colours and patterns; a theme with anything else is refused, be it in a case."""
    path = maps.case(tmp_path, [("GOV", "2017-10-08", (37, 35, 37.1, 35.1))])
    theme = load_theme("conflict_convention").to_dict()
    for key, value in (("pattern", f"{server.url}/a.svg"), ("colour", "url(x)"), ("svgFile", "/etc/passwd")):
        entry = {**theme["classes"][0], "fill": {**theme["classes"][0]["fill"], key: value}}
        with pytest.raises(Exception, match=key):
            Theme.from_dict({**theme, "classes": [entry]})
    style_case(Case(path), load_theme("conflict_convention"))


def test_no_name_of_the_account_is_drawn(poisoned, profile):
    """The names that QGIS has for whoever opens a case are in no property of its layers."""
    names = {getpass.getuser(), QgsApplication.userFullName()} - {"", "root"}
    path = poisoned({f.EVENTS: REACHING["the account's name in labels"][0]})
    layer = open_layer(Case(path), f.EVENTS, "events")
    document = QDomDocument()
    layer.exportNamedStyle(document)
    assert "user_full_name" not in document.toString() and not layer.labelsEnabled()
    assert not [name for name in names if name in document.toString()]


@pytest.mark.parametrize("schema, column", [("", "geom"), ("x", "geom"), ("", "other")])
def test_a_style_that_pretends_to_be_the_newest_does_not_become_known(maps, tmp_path, profile, schema, column):
    """What QGIS does not replace when the plugin saves its own style is not taken for the plugin's."""
    path = maps.case(tmp_path, [("GOV", "2017-10-08", (37, 35, 37.1, 35.1))])
    style_case(Case(path), load_theme("conflict_convention"))
    evil = style("fill", symbol_layer("SVGFill", {"svgFile": "http://127.0.0.1:1/a.svg"}))
    row = (schema, f.CONTROL_MAP, column, "n", evil, 1, "9999-01-01T00:00:00.000Z")
    with closing(sqlite3.connect(path)) as database, database:
        columns = "f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, useAsDefault, update_time"
        database.execute(f"INSERT INTO layer_styles ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    style_case(Case(path), load_theme("conflict_convention"))
    assert not is_known(evil)
    assert open_layer(Case(path), f.CONTROL_MAP, "x").renderer().type() == "categorizedSymbol"


HTML = "<img src='{url}/tip.png'><script>new Image().src='{url}/js'</script>"


@pytest.mark.parametrize("column", ["label", "name %]<img src='{url}/column.png'>"])
def test_map_tips_show_names_as_text(poisoned, server, profile, column):
    """QGIS takes a row's name for a page: it loads its pictures and runs its scripts."""
    path = poisoned({})
    column, words = (text.replace("{url}", server.url) for text in (column, HTML.replace("'", "''")))
    dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_UPDATE)  # which has the functions of the spatial index
    if column != "label":
        dataset.ExecuteSQL(f'ALTER TABLE events ADD COLUMN "{column}" TEXT')
    dataset.ExecuteSQL(f"UPDATE events SET \"{column}\" = '{words}'")
    del dataset
    layer = open_layer(Case(path), f.EVENTS, "events")
    layer.temporalProperties().setIsActive(False)
    layer.setDisplayExpression(QgsExpression.quotedColumnRef(column))  # QGIS versions choose different ones
    show_tips_as_text(layer)
    show_tip(layer)
    settle(server)
    assert server.requests == [] and "<img" not in tip_page(layer)
    layer.setMapTipTemplate("")
    assert "<img" in tip_page(layer)
    show_tip(layer)
    settle(server, 3)
    # Debian 13 builds QGIS without WebKit: its tips load nothing from an address.
    assert bool(server.requests) == ("WebKit" in Path("/proc/self/maps").read_text()), "QGIS itself asks"


def tip_page(layer):
    return QgsMapTip.vectorMapTipPreviewText(layer, QgsMapCanvas(), layer.mapTipTemplate(), layer.displayExpression())


def show_tip(layer):
    """Lets QGIS show the map tip of the first row, and load what is in it."""
    row = next(layer.getFeatures())
    point = row.geometry().asPoint()
    canvas = QgsMapCanvas()
    canvas.resize(200, 200)
    canvas.setDestinationCrs(layer.crs())
    canvas.setLayers([layer])
    canvas.setExtent(row.geometry().buffer(0.01, 4).boundingBox())
    canvas.show()
    canvas.waitWhileRendering()
    pixel = canvas.getCoordinateTransform().transform(point)
    tip = QgsMapTip()
    tip.showMapTip(layer, point, QPoint(round(pixel.x()), round(pixel.y())), canvas)
    until = time.monotonic() + 1.5
    while time.monotonic() < until:
        QCoreApplication.processEvents()
