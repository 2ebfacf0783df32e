"""Which driver opens which file, and what files from a stranger can't do: ask a server, read or write other files.

Every attack is tried as a map, as movements and as a table. Requests would reach a server on this machine: it is
excluded from the proxy that shuts GDAL off, so that only what is refused before can't ask.
"""

import ast
import json
import os
import sqlite3
import threading
import zipfile
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
import shapely
from osgeo import gdal, ogr, osr

import syria_control_plugin
from syria_control_plugin.core.errors import SourceError
from syria_control_plugin.sources.events.importing import import_events
from syria_control_plugin.sources.files import contents, gdal_reader, opening
from syria_control_plugin.sources.files.inputs import InputFile, list_inputs
from syria_control_plugin.sources.files.opening import database_driver, endings, open_data
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.maps.options import ImportOptions
from syria_control_plugin.sources.maps.preview import look_at
from syria_control_plugin.sources.movements.importing import import_movements
from syria_control_plugin.sources.movements.options import MovementOptions

PACKAGE = Path(syria_control_plugin.__file__).parent
BOX = shapely.box(36, 35, 37, 36)
SECRET = "what a stranger must not read"


def test_data_is_opened_in_one_place():
    """``cases`` opens what the plugin made, a print's author goes into the PDF just written; all else: ``opening``."""
    openers = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in ("Open", "OpenEx", "OpenShared", "VectorTranslate")
        and getattr(node.value, "id", "") in ("gdal", "ogr")
    }
    own_files = {"case/schema.py", "mapping/layouts/export.py"}
    assert openers <= {"sources/files/opening.py", *own_files}
    assert "sources/files/opening.py" in openers


# Formats: file → driver that writes it; "" where the test writes its text.
ROW = {"faction": "GOV", "date": "2017-10-01"}
FEATURE = {"type": "Feature", "properties": ROW, "geometry": shapely.geometry.mapping(BOX)}
TEXTS = {
    "a.ndjson": json.dumps(FEATURE) + "\n" + json.dumps(FEATURE) + "\n",
    "a.geojsonl": "\x1e" + json.dumps(FEATURE) + "\n",
    "bom.geojson": "\ufeff" + json.dumps({"type": "FeatureCollection", "features": [FEATURE]}),
    "urn.geojson": json.dumps({
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}},
        "features": [FEATURE],
    }),
    "url.geojson": json.dumps({
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "http://www.opengis.net/def/crs/EPSG/0/4326"}},
        "features": [{**FEATURE, "properties": {**ROW, "crs": "http://example.org"}}],
    }),
    "a.topojson": json.dumps({
        "type": "Topology",
        "objects": {"m": {"type": "Polygon", "properties": ROW, "arcs": [[0]]}},
        "arcs": [[[36, 35], [37, 35], [37, 36], [36, 35]]],
    }),
    "a.json": json.dumps({
        "geometryType": "esriGeometryPolygon",
        "spatialReference": {"wkid": 4326},
        "fields": [{"name": "faction", "type": "esriFieldTypeString"}],
        "features": [{"attributes": {"faction": "GOV"}, "geometry": {"rings": [[[36, 35], [37, 36], [37, 35]]]}}],
    }),
    "a.csv": "date,faction\n2017-10-01,GOV\n",
    "a.tsv": "date\tfaction\n2017-10-01\tGOV\n",
    "a.txt": "date,faction\n2017-10-01,GOV\n",
    "prefix.kml": '<?xml version="1.0"?>\n<!-- made by hand --><kml:kml xmlns:kml="http://www.opengis.net/kml/2.2">'
    "<kml:Document><kml:Placemark><kml:name>GOV</kml:name><kml:Point><kml:coordinates>36,35</kml:coordinates>"
    "</kml:Point></kml:Placemark></kml:Document></kml:kml>",
    "a.gpx": '<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>GOV</name>'
    '<trkseg><trkpt lat="35" lon="36"/><trkpt lat="35.1" lon="36"/></trkseg></trk></gpx>',
    "latin.gml": '<?xml version="1.0" encoding="windows-1256"?><gml:FeatureCollection '
    'xmlns:gml="http://www.opengis.net/gml"><gml:featureMember><m><faction>GOV</faction><gml:Point>'
    "<gml:coordinates>36,35</gml:coordinates></gml:Point></m></gml:featureMember></gml:FeatureCollection>",
}  # fmt: skip
WRITTEN = {
    "a.geojson": "GeoJSON", "a.kml": "KML", "b.kml": "LIBKML", "a.kmz": "LIBKML", "a.gml": "GML", "a.xml": "GML",
    "a.shp": "ESRI Shapefile", "a.gpkg": "GPKG", "a.sqlite": "SQLite", "a.db": "SQLite", "a.fgb": "FlatGeobuf",
    "a.gdb": "OpenFileGDB", "a.tab": "MapInfo File", "a.mif": "MapInfo File", "a.dxf": "DXF", "a.xlsx": "XLSX",
    "a.ods": "ODS",
}  # fmt: skip
UNWRITTEN = {"geojsons", "jsonl", "psv", "dbf", "mid", "xlsm", "xls", "parquet"}  # of the same readers, or not writable


def written(maps, name: str) -> Path:
    if name in TEXTS:
        return maps.text(name, TEXTS[name])
    if name == "a.dxf":  # has layers and colours instead of fields
        return maps.ogr(name, WRITTEN[name], {"entities": [({}, BOX.exterior)]})
    if name == "a.gdb":  # has layers of one kind of geometry
        dataset = gdal.GetDriverByName("OpenFileGDB").Create(str(maps.at(name)), 0, 0, 0, gdal.GDT_Unknown)
        layer = dataset.CreateLayer("m", None, ogr.wkbMultiPolygon)
        layer.CreateField(ogr.FieldDefn("faction", ogr.OFTString))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["faction"] = "GOV"
        feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(shapely.MultiPolygon([BOX]))))
        layer.CreateFeature(feature)
        feature = layer = dataset = None
        return maps.at(name)
    return maps.ogr(name, WRITTEN[name], {"m": [(ROW, BOX)]})


@pytest.mark.parametrize("name", [*TEXTS, *WRITTEN])
def test_a_file_of_each_format_is_read(maps, name):
    path = written(maps, name)
    tables = [table for table in list_inputs([str(path)])[0][0].tables() if len(table)]
    assert "GOV" in str([table.columns for table in tables]) or (name == "a.dxf" and len(tables) == 1)


def test_each_ending_that_is_read_has_a_file_in_these_tests():
    assert {Path(name).suffix[1:] for name in (*TEXTS, *WRITTEN)} | UNWRITTEN >= endings()
    assert endings(maps_only=True).isdisjoint({"csv", "tsv", "txt", "xlsx", "ods", "dbf", "xml"})


@pytest.mark.parametrize("name", ["a.kmz", "a.gpkg", "a.geojson", "a.fgb"])
def test_formats_in_a_zip(maps, name):
    archive = maps.zip("in/maps.zip", {f"inner/{name}": written(maps, name)})
    given = InputFile(f"/vsizip/{{{archive}}}/inner/{name}", name, "maps")
    (table,) = [table for table in given.tables() if len(table)]
    assert "GOV" in str(table.columns)


def test_parts_of_a_shapefile_are_read_with_it(maps):
    path = written(maps, "a.shp")
    (table,) = list_inputs([str(path.with_suffix(".dbf"))])[0][0].tables()
    assert table.columns["faction"] == ["GOV"]


# Attacks: name → what makes the file, given the writer and the server's address.
LINK = '{"type": "link", "properties": {"href": "%s/crs"}}'
LINKED = LINK % "URL"
POINT = (
    '{"type": "Feature", "properties": {"faction": "GOV"}, "geometry": {"type": "Point", "coordinates": [36, 35]%s}%s}'
)


def geojson(crs: str, feature="", geometry=""):
    text = (
        '{"type": "FeatureCollection", ' + (crs and crs + ", ") + '"features": [' + POINT % (geometry, feature) + "]}"
    )
    return lambda maps, url: maps.text("a.geojson", text.replace("URL", url))


def sequence(maps, url):
    return maps.text("a.ndjson", (POINT % (f', "crs": {LINK % url}', "") + "\n") * 2)


def late_crs(maps, url):
    features = ",".join([POINT % ("", "")] * 40_000)
    return maps.text("a.geojson", f'{{"type": "FeatureCollection", "features": [{features}], "crs": {LINK % url}}}')


def large(maps, url):
    """So large that GDAL reads it in parts, with the link across the border of two parts that are checked."""
    path = maps.at("a.geojson")
    start, end = '{"type": "FeatureCollection", "features": [', f'"crs": {LINK % url}}}'
    point = POINT % ("", "") + ",\n"
    with open(path, "w", encoding="utf-8") as file:
        count = (3 * contents._BLOCK_BYTES) // len(point)
        written = file.write(start + point * count + POINT % ("", "") + "]")
        gap = -(written + 10) % contents._BLOCK_BYTES
        file.write(" " * gap + ", " + end)
    return path


GML = (
    '<?xml version="1.0" encoding="{encoding}"?>{dtd}<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {root}>{bounds}'
    "<gml:featureMember><m {member}><faction>GOV</faction><gml:Polygon {shape}><gml:outerBoundaryIs><gml:LinearRing>"
    "<gml:coordinates>36,35 37,35 37,36 36,35</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon>"
    "{more}</m></gml:featureMember></gml:FeatureCollection>"
)


def gml(name="a.gml", beside=None, **parts):
    def make(maps, url):
        values = dict.fromkeys(("dtd", "root", "bounds", "member", "shape", "more"), "") | {"encoding": "UTF-8"} | parts
        for ending, text in (beside or {}).items():
            maps.text(f"a.{ending}", text.replace("URL", url))
        return maps.text(name, GML.format(**values).replace("URL", url))

    return make


XSD = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml">'
    '<xs:include schemaLocation="URL/a.xsd"/></xs:schema>'
)
GFS = (
    "<GMLFeatureClassList><GMLFeatureClass><Name>m</Name><ElementPath>m</ElementPath><SRSName>URL/srs</SRSName>"
    "<GeometryType>3</GeometryType>"
    "<PropertyDefn><Name>faction</Name><ElementPath>faction</ElementPath><Type>String</Type></PropertyDefn></GMLFeatureClass></GMLFeatureClassList>"
)
KML = (
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><NetworkLink><Link><href>URL/a.kml</href></Link>'
    '</NetworkLink><Style id="s"><IconStyle><Icon><href>URL/i.png</href></Icon></IconStyle></Style><Placemark>'
    "<name>GOV</name><styleUrl>URL/s.kml#s</styleUrl><Polygon><outerBoundaryIs><LinearRing><coordinates>"
    "36,35 37,35 37,36 36,35</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>"
)


def kml(maps, url):
    return maps.text("a.kml", KML.replace("URL", url))


def kmz(maps, url):
    return maps.zip("in/a.kmz", {"doc.kml": kml(maps, url)})


def sidecar(ending: str):
    def make(maps, url):
        path = maps.ogr("a.shp", "ESRI Shapefile", {"m": [({"faction": "GOV"}, BOX)]})
        path.with_suffix(ending).write_text(f"{url}/a")
        return path

    return make


def crs_of_database(name: str, driver: str, table: str, column: str):
    def make(maps, url):
        path = maps.ogr(name, driver, {"m": [({"faction": "GOV"}, BOX)]}, epsg=32637)
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(f"UPDATE {table} SET {column} = '{url}/crs'")
        return path

    return make


def view(expression: str, name="a.gpkg", generated=False):
    def make(maps, url):
        path = maps.ogr(name, "GPKG" if name.endswith("gpkg") else "SQLite", {"m": [({"faction": "GOV"}, BOX)]})
        made = expression.replace("URL", url)
        with closing(sqlite3.connect(path)) as database, database:
            if generated:
                database.execute("CREATE TABLE seen (fid INTEGER PRIMARY KEY)")
                database.execute("PRAGMA writable_schema = ON")
                sql = f"CREATE TABLE seen (fid INTEGER PRIMARY KEY, x AS ({made}))"
                database.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'seen'", (sql,))
            else:
                database.execute(f"CREATE VIEW seen AS SELECT {made} AS x, * FROM m")
            if name.endswith("gpkg"):
                database.execute("INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) "
                                 "VALUES ('seen', 'seen', 'attributes', 4326)")  # fmt: skip
        return path

    return make


def virtual(sql: str, name="a.sqlite", table="v"):
    def make(maps, url):
        secret = maps.text("elsewhere/secret.csv", f"faction\n{SECRET}\n")
        path = maps.ogr(name, "GPKG" if name.endswith("gpkg") else "SQLite", {"m": [({"faction": "GOV"}, BOX)]})
        text = f"CREATE VIRTUAL TABLE {table} USING {sql}".replace("SECRET", str(secret)).replace("URL", url)
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("PRAGMA writable_schema = ON")
            database.execute("INSERT INTO sqlite_master VALUES ('table', 'v', 'v', 0, ?)", (text,))
        return path

    return make


def seamless(maps, url):
    elsewhere = maps.ogr("elsewhere/a.tab", "MapInfo File", {"a": [({"faction": SECRET}, BOX)]})
    text = (
        "!table\n!version 300\n!charset Neutral\nDefinition Table\n  Type NATIVE\n  Fields 1\n    Table Char (254) ;\n"
    )
    return maps.text("a.tab", f'{text}begin_metadata\n"\\IsSeamless" = "TRUE"\nend_metadata\n"{elsewhere}"\n')


def view_of_tabs(maps, url):
    maps.ogr("elsewhere/b.tab", "MapInfo File", {"b": [({"faction": SECRET}, BOX)]})
    text = '!table\n!version 100\nOpen Table "../elsewhere/b" Hide\nCreate View a As Select faction From b\n'
    return maps.text("in/a.tab", text)


def vrt(name: str, before="", encoding="utf-8"):
    def make(maps, url):
        secret = maps.text("elsewhere/secret.csv", f"faction,x,y\n{SECRET},36,35\n")
        layer = f"<OGRVRTLayer name='secret'><SrcDataSource>{secret}</SrcDataSource></OGRVRTLayer>"
        ask = f"<OGRVRTLayer name='a'><SrcDataSource>/vsicurl/{url}/a.csv</SrcDataSource></OGRVRTLayer>"
        maps.at(name).write_text(f"{before}<OGRVRTDataSource>{layer}{ask}</OGRVRTDataSource>", encoding=encoding)
        return maps.at(name)

    return make


def zip_bomb(name: str, member: str):
    def make(maps, url):
        path = maps.at(name)
        with (
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
            archive.open(member, "w", force_zip64=True) as file,
        ):
            for _ in range(1100):
                file.write(b" " * 1_000_000)
        return path

    return make


def kmz_that_climbs(maps, url):
    return maps.zip("in/a.kmz", {"doc.kml": kml(maps, url), "../../elsewhere.kml": kml(maps, url)})


def text(name: str, content: str):
    return lambda maps, url: maps.text(name, content.replace("URL", url))


VRT_ENDINGS = ("kml", "gml", "gpx", "geojson", "json", "gpkg", "shp", "fgb", "csv", "tab", "mif", "xml", "sqlite",
               "kmz", "xlsx", "dxf", "txt", "topojson", "ndjson")  # fmt: skip
WFS = "<OGRWFSDataSource><URL>URL/wfs?SERVICE=WFS</URL></OGRWFSDataSource><!-- opengis.net/gml -->"
CAPABILITIES = '<WFS_Capabilities xmlns="http://www.opengis.net/wfs" xmlns:gml="http://www.opengis.net/gml"/>'
ENTITY = '<!DOCTYPE x [<!ENTITY % p SYSTEM "URL/p.dtd"> %p;]>'
REFUSED = {
    **{f"vrt.{ending}": vrt(f"a.{ending}") for ending in VRT_ENDINGS},
    "vrt after comments": vrt("a.kml", "<!--" + "x" * 5000 + "-->"),
    "vrt utf-16": vrt("a.gml", encoding="utf-16"),
    "wfs description.gml": text("a.gml", WFS),
    "wfs capabilities.gml": text("a.gml", CAPABILITIES),
    "wfs capabilities.xml": text("a.xml", CAPABILITIES),
    "geojson link": geojson(f'"crs": {LINKED}'),
    "geojson url": geojson('"crs": {"type": "url", "properties": {"url": "URL/crs"}}'),
    "geojson link, spelt otherwise": geojson(r'"\u0063R\u0053": ' + LINKED.replace("link", r"\u006cink")),
    "geojson link, name cut off": geojson(r'"crs\u0000x": {"type\u0000": "LINK", "properties": {"href": "URL/crs"}}'),
    "geojson link, comma too many": geojson('"crs": {"type": "link", "properties": {"href": "URL/crs"},}'),
    "geojson link, twice": geojson('"crs": {"type": "name", "TYPE": "link", "properties": {"href": "URL/crs"}}'),
    "geojson link after much space": geojson('"crs"' + " " * 200_000 + f": {LINKED}"),
    "geojson link of a feature": geojson("", f', "crs": {LINKED}'),
    "geojson link of a geometry": geojson("", "", f', "crs": {LINKED}'),
    "geojson name that is an address": geojson('"crs": {"type": "name", "properties": {"name": "URL/crs"}}'),
    "geojson link at the end": late_crs,
    "geojson link in a large file": large,
    "sequence of features with links": sequence,
    "geojson that is an address": text("a.geojson", "URL/a.geojson"),
    "gml, document type": gml(dtd='<!DOCTYPE x SYSTEM "URL/x.dtd">', encoding="windows-1256"),
    "gml, entity of the document type": gml(dtd=ENTITY, encoding="windows-1256"),
    "gml, document type in UTF-7": gml(dtd='+ADw-!DOCTYPE x SYSTEM "URL/x.dtd">', encoding="UTF-7"),
    "gml, schema that includes": gml(beside={"xsd": XSD}),
    "kml, document type": text("a.kml", f'<?xml version="1.0" encoding="windows-1256"?>{ENTITY}{KML}'),
    "gpx, document type": text("a.gpx", f'<?xml version="1.0"?>{ENTITY}<gpx/>'),
    "view that asks for a place": view("ogr_geocode(faction)"),
    "view that reads a pixel": view("gdal_get_layer_pixel_value('/vsicurl/URL/a.tif', 1, 'georef', 0, 0)"),
    "view that loads code": view("load_extension('/tmp/a.so')"),
    "view that reads a file": view("readfile('/etc/passwd')"),
    "view that reads a file by SpatiaLite": view("BlobFromFile('/etc/passwd')"),
    "view that loads a document": view("XB_LoadXML('URL/a.xml')"),
    "view of another database": view("(SELECT count(*) FROM VirtualText)"),
    "view in SQLite": view("ogr_geocode(faction)", "a.sqlite"),
    "column that asks for a place": view("ogr_geocode(fid)", generated=True),
    "virtual table of GDAL": virtual("VirtualOGR('SECRET')"),
    "virtual table of GDAL, commented": virtual("/* rtree( */ VirtualOGR('SECRET')"),
    "virtual table of GDAL, named otherwise": virtual("VirtualOGR('SECRET')", table='"v using rtree(a)"'),
    "virtual table of GDAL on a server": virtual("\"VirtualOGR\"('/vsicurl/URL/a.csv')"),
    "virtual table of text": virtual("VirtualText('SECRET', utf8, 1)"),
    "virtual table of a Shapefile": virtual("VirtualShape('SECRET', utf8, 4326)", "a.gpkg"),
    "MapInfo table of tables": seamless,
    "MapInfo view": view_of_tabs,
    "kmz that climbs": kmz_that_climbs,
    "kmz bomb": zip_bomb("a.kmz", "doc.kml"),
    "xlsx bomb": zip_bomb("a.xlsx", "xl/worksheets/sheet1.xml"),
    "zip called kml": lambda maps, url: maps.zip("a.kml", {"doc.kml": kml(maps, url)}),
    "database called geojson": lambda maps, url: written(maps, "a.gpkg").rename(maps.at("a.geojson")),
    "kml called gpx": text("a.gpx", KML),
    "page called gml": text("a.gml", "<html>opengis.net/gml</html>"),
    "file called gdb": text("a.gdb", "no folder"),
    "ending that is not read": text("a.vrt", "<OGRVRTDataSource/>"),
    "no ending": text("a", KML),
    "empty": text("a.kml", ""),
}  # fmt: skip
READ = {
    "kml with links and styles elsewhere": kml,
    "kmz with links and styles elsewhere": kmz,
    "gml, schema on a server": gml(root='xsi:schemaLocation="urn:x URL/s.xsd"'),
    "gml, schema of a service": gml(
        root='xsi:schemaLocation="urn:x URL/wfs?REQUEST=DescribeFeatureType&amp;SERVICE=WFS&amp;TYPENAME=m"'
    ),
    "gml, CRS on a server": gml(shape='srsName="URL/crs"'),
    "gml, CRS of all on a server": gml(
        bounds='<gml:boundedBy><gml:Box srsName="URL/crs"><gml:coordinates>36,35 37,36</gml:coordinates></gml:Box>'
        "</gml:boundedBy>"
    ),
    "gml, links to parts": gml(more='<other xlink:href="URL/x#a"/><gml:surfaceMember xlink:href="URL/x#b"/>'),
    "gml, template beside": gml(beside={"gfs": GFS}),
    "shapefile, prj": sidecar(".prj"),
    "shapefile, qpj": sidecar(".qpj"),
    "shapefile, cpg": sidecar(".cpg"),
    "geopackage, CRS": crs_of_database("a.gpkg", "GPKG", "gpkg_spatial_ref_sys", "definition"),
    "sqlite, CRS": crs_of_database("a.sqlite", "SQLite", "spatial_ref_sys", "srtext"),
    "view that computes": view("upper(faction) || json_extract('{\"a\": 1}', '$.a') || ST_MinX(geom)"),
    "text search in SQLite": virtual("fts4(a)"),
    "csv with a description beside": lambda maps, url: [
        vrt("a.vrt")(maps, url), maps.text("a.csvt", "String"), maps.text("a.csv", "date,faction\n2017-10-01,GOV\n"),
    ][-1],
}  # fmt: skip


def read_in_every_way(path: Path, folder: Path) -> str:
    """What imports of maps, movements and events, a preview and a checksum make of a file, as text."""
    said = []
    (given,), _ = list_inputs([str(path)])
    for read in (
        lambda: given.tables(),
        lambda: given.tables(with_properties=True),
        lambda: given.checksum(),
        lambda: look_at([given], ImportOptions()),
        lambda: import_maps(str(folder / "c.gpkg"), [given], ImportOptions()).lines(),
        lambda: import_movements(str(folder / "m.gpkg"), [given], MovementOptions(faction="GOV")),
        lambda: import_events(str(folder / "e.gpkg"), given),
    ):
        try:
            said.append(str(read()))
        except SourceError as error:
            said.append(str(error))
    return "\n".join(said)


@pytest.fixture
def open_door(monkeypatch):
    """The server's machine is excluded from any proxy, as companies do with their own."""
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, "*")


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_disguised_or_reaches_elsewhere_is_refused(maps, server, open_door, tmp_path, name):
    path = REFUSED[name](maps, server.url)
    before = {each: each.read_bytes() for each in maps.folder.rglob("*") if each.is_file()}
    (given,), _ = list_inputs([str(path)])
    with pytest.raises(SourceError) as refused:
        given.tables()
    said = read_in_every_way(path, tmp_path)
    assert server.requests == []
    assert SECRET not in said and len(str(refused.value)) > 20
    assert {each: each.read_bytes() for each in maps.folder.rglob("*") if each.is_file()} == before


@pytest.mark.parametrize("name", READ)
def test_what_only_names_an_address_is_read_without_it(maps, server, open_door, tmp_path, name):
    path = READ[name](maps, server.url)
    before = sorted(maps.folder.rglob("*"))
    tables = list_inputs([str(path)])[0][0].tables()
    assert "GOV" in str([table.columns for table in tables])
    assert SECRET not in read_in_every_way(path, tmp_path)
    assert server.requests == []
    assert sorted(maps.folder.rglob("*")) == before


ASKING = ("geojson link", "geojson url", "geojson link, spelt otherwise", "geojson link of a geometry",
          "sequence of features with links", "gml, schema that includes",
          "gml, schema of a service", "vrt.geojson", "geojson link at the end")  # fmt: skip
if int(gdal.VersionInfo()) < 3_10_00_00:  # the Xerces of later ones loads nothing
    ASKING += ("gml, document type",)


@pytest.mark.parametrize("name", ASKING)
def test_gdal_itself_would_ask(maps, server, name):
    """Else the tests above would show nothing."""
    path = {**REFUSED, **READ}[name](maps, server.url)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    with suppress(RuntimeError):
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        for number in range(dataset.GetLayerCount()):
            list(dataset.GetLayer(number))
    gdal.PopErrorHandler()
    assert server.requests


def test_reasons_say_what_it_is_and_what_to_do(maps, server):
    for name, words in {
        "vrt.kml": "virtual data source (OGRVRTDataSource)",
        "wfs description.gml": "describes a service (OGRWFSDataSource)",
        "geojson link": "CRS is a link",
        "zip called kml": "is not a .kml file: its content is a zip",
        "database called geojson": "is not a .geojson file: its content is a database",
        "kml called gpx": "is not a .gpx file: its content is <kml>",
        "view that asks for a place": "'seen' uses ogr_geocode",
        "virtual table of GDAL": "'v' uses VirtualOGR",
        "gml, schema that includes": "its schema a.xsd",
        "ending that is not read": "the file extension 'vrt' is not supported",
    }.items():
        path = REFUSED[name](maps, server.url)
        with pytest.raises(SourceError) as refused:
            list_inputs([str(path)])[0][0].tables()
        assert words in str(refused.value)
        for file in maps.folder.rglob("a.*"):
            file.unlink()


@pytest.mark.parametrize(
    "given",
    ["/vsicurl/http://127.0.0.1:PORT/a.geojson", "/vsis3/bucket/a.geojson", "/vsizip//vsicurl/URL/a.zip/a.geojson",
     "/VSICURL/URL/a.geojson", "\\vsicurl\\URL\\a", "http://127.0.0.1:PORT/a.geojson?x=*", "https://example.org/a.kml",
     "ftp://127.0.0.1:PORT/a", "WFS:http://127.0.0.1:PORT/wfs", "OAPIF:http://127.0.0.1:PORT", "GML:/tmp/a.gml",
     "ESRIJSON:http://127.0.0.1:PORT", "CSV:/etc/passwd", "ODBC:driver", "SQLITE:/tmp/a.sqlite", "GMLAS:a.gml",
     "<OGRVRTDataSource><OGRVRTLayer/></OGRVRTDataSource>", "  <GDAL_WMS/>", "GPSBABEL:gpx:a", "vrt:///a", "ES:http://a"],
)  # fmt: skip
def test_services_drivers_and_virtual_file_systems_given_as_a_path(server, open_door, given):
    given = given.replace("PORT", str(server.server_port)).replace("URL", server.url)
    with pytest.raises(SourceError):
        list_inputs([given])
    with pytest.raises(SourceError), open_data(given):
        pass
    assert server.requests == []


@pytest.mark.parametrize(
    ("given", "driver"),
    [("PG:dbname=maps", "PostgreSQL"), ("postgresql://me@db/maps", "PostgreSQL"), ("MYSQL:maps", "MySQL"),
     ("MSSQL:server=a", "MSSQLSpatial"), ("mssql:server=a", "MSSQLSpatial"),
     ("C:\\maps\\a.kml", ""), ("maps/a.kml", "")],
)  # fmt: skip
def test_databases_that_are_typed(given, driver):
    assert database_driver(given) == driver


def test_the_network_is_off_while_data_is_open_and_as_before_afterwards(maps, server, monkeypatch):
    """In the thread that reads, and for PROJ; also where reading ends in an error."""
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    path = maps("2017-10-01.geojson", "GOV 36-37")
    linked = geojson('"crs": ' + LINKED)(maps, server.url)
    osr.SetPROJEnableNetwork(True)
    try:
        gdal.SetThreadLocalConfigOption("GDAL_HTTP_TIMEOUT", "17")
        with suppress(ZeroDivisionError), open_data(str(path)):
            assert not osr.GetPROJEnableNetwork()
            gdal.PushErrorHandler("CPLQuietErrorHandler")
            gdal.OpenEx(str(linked), gdal.OF_VECTOR)
            gdal.OpenEx(f"/vsicurl/{server.url}/a.geojson", gdal.OF_VECTOR)
            gdal.PopErrorHandler()
            with open_data(str(path)):
                assert not osr.GetPROJEnableNetwork()
            assert not osr.GetPROJEnableNetwork()
            raise ZeroDivisionError
        assert osr.GetPROJEnableNetwork()
        assert gdal.GetThreadLocalConfigOption("GDAL_HTTP_TIMEOUT") == "17"
        assert gdal.GetThreadLocalConfigOption("GDAL_HTTP_PROXY") is None
        assert server.requests == []
        gdal.OpenEx(str(linked), gdal.OF_VECTOR)
        assert server.requests == ["GET /crs"]
    finally:
        gdal.SetThreadLocalConfigOption("GDAL_HTTP_TIMEOUT", None)
        osr.SetPROJEnableNetwork(False)


def test_the_network_is_off_until_the_last_of_several_threads_has_read(maps):
    path = str(maps("2017-10-01.geojson", "GOV 36-37"))
    first_is_open, first_may_close, seen = threading.Event(), threading.Event(), []

    def first():
        with open_data(path):
            first_is_open.set()
            first_may_close.wait(20)
            seen.append(osr.GetPROJEnableNetwork())

    osr.SetPROJEnableNetwork(True)
    try:
        thread = threading.Thread(target=first)
        thread.start()
        assert first_is_open.wait(20)
        with open_data(path):
            seen.append(osr.GetPROJEnableNetwork())
        seen.append(osr.GetPROJEnableNetwork())
        first_may_close.set()
        thread.join()
        assert [bool(each) for each in seen] == [False, False, False]
        assert osr.GetPROJEnableNetwork()
    finally:
        osr.SetPROJEnableNetwork(False)


def test_a_database_that_another_program_is_writing_is_checked_as_it_is_now(maps):
    """What stands in its write-ahead log counts."""
    path = maps.ogr("a.gpkg", "GPKG", {"m": [({"faction": "GOV"}, BOX)]})
    given = list_inputs([str(path)])[0][0]
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = wal")
        assert len(given.tables()) == 1
        database.execute("CREATE VIEW seen AS SELECT ogr_geocode(faction) AS x FROM m")
        database.commit()
        with pytest.raises(SourceError, match="ogr_geocode"):
            given.tables()


def test_a_database_with_a_log_of_its_own_is_read_without_one(maps, monkeypatch):
    """GDAL would make one beside it, and remove it."""
    path = maps.ogr("a.gpkg", "GPKG", {"m": [({"faction": "GOV"}, BOX)]})
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = wal")
    seen = []
    read = opening.open_data

    @contextmanager
    def watched(*given):
        with read(*given) as dataset:
            yield dataset
            seen.append(sorted(each.name for each in maps.folder.iterdir()))

    monkeypatch.setattr(gdal_reader, "open_data", watched)
    before = path.read_bytes()
    (table,) = list_inputs([str(path)])[0][0].tables()
    assert table.columns["faction"] == ["GOV"] and seen == [["a.gpkg"]]
    assert path.read_bytes() == before and [each.name for each in maps.folder.iterdir()] == ["a.gpkg"]


def test_every_driver_that_this_gdal_lacks_is_left_out(monkeypatch):
    monkeypatch.setattr(ogr, "GetDriverByName", lambda name: None if name == "FlatGeobuf" else name)
    endings.cache_clear()
    try:
        assert "fgb" not in endings() and "gpkg" in endings()
    finally:
        monkeypatch.undo()
        endings.cache_clear()
    assert "fgb" in endings()
    assert os.path.basename(opening.__file__) == "opening.py"
