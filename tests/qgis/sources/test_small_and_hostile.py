"""Small files that would become large, make a reader wait, or lead it to other files."""

import json
import os
import re
import sqlite3
import struct
import subprocess
import time
import zipfile
import zlib
from contextlib import closing, suppress

import pytest
import shapely
from osgeo import gdal, ogr, osr

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.editing import editing
from syria_control_plugin.core.errors import Cancelled, CaseError, SourceError
from syria_control_plugin.sources.files import csv_records, gdal_reader, reader_process
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.files.opening import check_content
from syria_control_plugin.sources.files.reader_process import layer_names, must_be_apart

BOX = shapely.box(36, 35, 37, 36)
GOV = {"faction": "GOV"}
MOST_SECONDS = 2


class Impatient:
    """Progress that is cancelled a second after it was made."""

    def __init__(self):
        self.until = time.monotonic() + 1

    def setProgress(self, percent):
        pass

    def isCanceled(self):
        return time.monotonic() > self.until


@pytest.fixture
def pipe(tmp_path):
    """A pipe in a folder that was not sent, and a file that has a line for each time that it was opened."""
    path, log = tmp_path / "elsewhere", tmp_path / "opened"
    os.mkfifo(path)
    log.touch()
    # Another process lets go who opens it: PROJ keeps Python from running meanwhile.
    words = 'while echo x > "$1"; do echo opened >> "$2"; sleep 0.05; done'
    writer = subprocess.Popen(["/bin/sh", "-c", words, "_", str(path), str(log)])
    yield path, log
    writer.kill()
    writer.wait()


def read(path, progress=reader_process.NO_FEEDBACK):
    (given,), _ = list_inputs([str(path)])
    return given.tables(feedback=progress)


# Files that become large


def wide_geojson(maps):
    return maps.geojson("wide.geojson", *(({f"k{n}": 1}, None) for n in range(4000)))


def wide_kml(maps):
    rows = "".join(
        f"<Placemark><ExtendedData><Data name='k{n}'><value>1</value></Data></ExtendedData></Placemark>"
        for n in range(2000)
    )
    return maps.text("wide.kml", f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{rows}</Document></kml>')


def wide_gml(maps):
    rows = "".join(f"<gml:featureMember><m><k{n}>1</k{n}></m></gml:featureMember>" for n in range(2000))
    text = f'<?xml version="1.0"?><c xmlns:gml="http://www.opengis.net/gml">{rows}</c>'
    return maps.text("wide.gml", text)


def topology(maps):
    arc = [[36 + n % 1000 / 1000, 35] for n in range(20_000)]
    line = {"type": "LineString", "properties": GOV, "arcs": [0] * 100_000}
    objects = {"a": {"type": "GeometryCollection", "geometries": [line]}}
    return maps.text("2017-10-01.json", json.dumps({"type": "Topology", "objects": objects, "arcs": [arc]}))


GROWING = {"wide GeoJSON": wide_geojson, "wide KML": wide_kml, "wide GML": wide_gml, "shared borders": topology}


@pytest.mark.parametrize("name", GROWING)
def test_what_may_grow_is_read_apart(maps, name):
    """2 MB of shared borders are 30 GB of vertices; 4,000 rows of a field each are 16 million cells."""
    path = str(GROWING[name](maps))
    assert os.path.getsize(path) < reader_process.LARGE_BYTES / 4
    assert must_be_apart(path)
    start = time.monotonic()
    with pytest.raises((Cancelled, SourceError)):
        read(path, Impatient())
    assert time.monotonic() - start < 1 + MOST_SECONDS


def test_usual_maps_are_read_at_once(maps):
    rows = [({"faction": "GOV", "id": number, "name": f"place {number}"}, BOX) for number in range(3000)]
    assert not must_be_apart(str(maps.geojson("a.geojson", *rows)))
    for name, driver in (("a.kml", "KML"), ("a.gml", "GML"), ("a.gpkg", "GPKG"), ("a.shp", "ESRI Shapefile")):
        assert not must_be_apart(str(maps.ogr(name, driver, {"a": [(GOV, BOX)] * 500})))


def test_more_columns_than_a_case_can_keep(maps):
    with pytest.raises(SourceError, match="has 1200 columns, more than the limit of 1000"):
        read(maps.geojson("a.geojson", *(({f"k{n}": 1}, BOX) for n in range(1200))))
    with pytest.raises(SourceError, match="has 1200 columns, more than the limit of 1000"):
        read(maps.text("a.csv", ",".join(f"k{n}" for n in range(1200)) + "\n1\n"))


def test_a_table_whose_rows_are_far_shorter_than_its_header(maps, monkeypatch):
    monkeypatch.setattr(csv_records, "_MOST_MISSING", 100_000)
    header = ",".join(["date", *(f"k{n}" for n in range(500))]) + "\n"
    assert len(read(maps.text("few.csv", header + "2017-10-01\n" * 150))[0]) == 150
    with pytest.raises(SourceError, match="most rows have far fewer cells than the header, which has 501"):
        read(maps.text("many.csv", header + "2017-10-01\n" * 400))


def test_rows_that_share_one_geometry(maps, monkeypatch):
    """The index of a Shapefile may name one record as often as it likes."""
    ring = [(36 + number / 10_000, 35) for number in range(5000)]
    path = maps.ogr("2017-10-01.shp", "ESRI Shapefile", {"a": [(GOV, shapely.Polygon([*ring, (37, 36)]))]})
    index, table, count = path.with_suffix(".shx"), path.with_suffix(".dbf"), 2000
    content = index.read_bytes()
    content = content[:100] + content[100:108] * count
    index.write_bytes(content[:24] + struct.pack(">i", len(content) // 2) + content[28:])
    content = table.read_bytes()
    head, size = struct.unpack("<HH", content[8:12])
    rows = content[head : head + size] * count
    table.write_bytes(content[:4] + struct.pack("<I", count) + content[8:head] + rows)
    assert len(read(path)[0]) == count
    monkeypatch.setattr(gdal_reader, "memory_bytes", lambda: 100_000_000)
    with pytest.raises(SourceError, match=r"its rows need more than the allowed 0\.0 GB of memory"):
        read(path)


# Files that make a reader wait


def nested_views(maps):
    path = maps.ogr("2017-10-01.gpkg", "GPKG", {"m": [(GOV, BOX)]})
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE VIEW v0 AS SELECT fid FROM m")
        for number in range(1, 40):
            inner = f"(SELECT max(fid) FROM v{number - 1})"
            database.execute(f"CREATE VIEW v{number} AS SELECT {inner} + {inner} AS fid")
    return str(path)


def test_views_of_views_that_take_for_ever_to_prepare(maps):
    path = nested_views(maps)
    for work in (layer_names, read):
        start = time.monotonic()
        with pytest.raises(Cancelled):
            work(path, Impatient())
        assert time.monotonic() - start < 1 + MOST_SECONDS


def test_text_behind_a_statement_of_a_database(maps):
    path = maps.ogr("2017-10-01.gpkg", "GPKG", {"m": [(GOV, BOX)]})
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE z (a)")
        database.execute("PRAGMA writable_schema = 1")
        database.execute("UPDATE sqlite_master SET sql = sql || ? WHERE name = 'z'", ("; " + "[" * 300_000,))
    start = time.monotonic()
    check_content(str(path))
    assert time.monotonic() - start < MOST_SECONDS


def test_a_crs_in_a_crs_in_a_crs(maps):
    """Each is read once, not once for each that it lies in."""
    deep = '{"crs":' * 200 + '{"type":"name","p":"' + "p" * 60_000 + '"}' + "}" * 200
    path = maps.text("a.geojson", '{"type":"FeatureCollection","features":[],"x":[' + ",".join([deep] * 60) + "]}")
    start = time.monotonic()
    check_content(str(path))
    assert time.monotonic() - start < MOST_SECONDS
    link = deep.replace('"type":"name"', '"crs":[{"crs":{"type":"link","properties":{"href":"http://a/b"}}}]')
    with pytest.raises(SourceError, match="link or an address"):
        check_content(str(maps.text("b.geojson", link)))


def test_links_that_lead_back_below_a_pattern(maps):
    maps.geojson("deep/2017-10-01.geojson", (GOV, BOX))
    for name in "abc":
        os.symlink(".", maps.at(f"deep/{name}"))
    start = time.monotonic()
    found, _ = list_inputs([str(maps.folder / "**" / "*.geojson")])
    assert [given.key for given in found] == ["deep/2017-10-01.geojson"]
    assert time.monotonic() - start < MOST_SECONDS


# Files that lead to other files

GRIDS = (
    'GEOGCS["x",DATUM["x",SPHEROID["c",6378206.4,294.9786982],EXTENSION["PROJ4_GRIDS","PIPE"]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'
)


def geojson_crs(maps, crs):
    return maps.geojson("a.geojson", (GOV, BOX), crs={"type": "name", "properties": {"name": crs}})


def gml_crs(maps, crs):
    ring = "<gml:LinearRing><gml:coordinates>36,35 37,35 37,36 36,35</gml:coordinates></gml:LinearRing>"
    shape = f'<gml:Polygon srsName="{crs}"><gml:outerBoundaryIs>{ring}</gml:outerBoundaryIs></gml:Polygon>'
    member = f"<gml:featureMember><m><g>{shape}</g><faction>GOV</faction></m></gml:featureMember>"
    text = f'<?xml version="1.0"?><c xmlns:gml="http://www.opengis.net/gml">{member}</c>'
    return maps.text("a.gml", text)


def shapefile_crs(maps, crs):
    path = maps.ogr("a.shp", "ESRI Shapefile", {"a": [(GOV, BOX)]})
    path.with_suffix(".prj").write_text(crs)
    return path


def geopackage_crs(maps, crs):
    path = maps.ogr("a.gpkg", "GPKG", {"m": [(GOV, BOX)]})
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('x', 99, 'x', 99, ?, '')", (crs,))
        for table in ("gpkg_contents", "gpkg_geometry_columns"):
            database.execute(f"UPDATE {table} SET srs_id = 99")
    return path


def flatgeobuf_crs(maps, crs):
    """A file whose CRS, of no register, is replaced by one of the same length."""
    own = f'GEOGCS["{"x" * len(crs)}",DATUM["x",SPHEROID["c",6378206.4,295]],PRIMEM["x",0],UNIT["degree",0.0174532925]]'
    path, reference = maps.at("a.fgb"), osr.SpatialReference(own)
    dataset = gdal.GetDriverByName("FlatGeobuf").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = dataset.CreateLayer("m", reference, ogr.wkbPolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(BOX)))
    layer.CreateFeature(feature)
    del feature, layer, dataset
    content = path.read_bytes()
    old = re.search(rb"GEOG(?:CS|CRS)\[[^\0]*", content)[0]
    path.write_bytes(content.replace(old, crs.encode().ljust(len(old))))
    return path


def table_crs(maps, crs):
    maps.text("a.prj", crs)
    return maps.text("a.csv", 'faction,WKT\nGOV,"POLYGON ((36 35,37 35,37 36,36 35))"\n')


NAMING = {
    "GeoJSON, grid": lambda maps, pipe: geojson_crs(maps, f"+proj=longlat +ellps=clrk66 +nadgrids={pipe} +no_defs"),
    "GeoJSON, list of definitions": lambda maps, pipe: geojson_crs(maps, f"+init={pipe}:1"),
    "GML, list of definitions": lambda maps, pipe: gml_crs(maps, f"+init={pipe}:1"),
    "GML, by character references": lambda maps, pipe: gml_crs(maps, f"+&#105;nit={pipe}:1"),
    "Shapefile": lambda maps, pipe: shapefile_crs(maps, GRIDS.replace("PIPE", str(pipe))),
    "GeoPackage": lambda maps, pipe: geopackage_crs(maps, GRIDS.replace("PIPE", str(pipe))),
    "FlatGeobuf": lambda maps, pipe: flatgeobuf_crs(maps, GRIDS.replace("PIPE", str(pipe))),
    "table": lambda maps, pipe: table_crs(maps, GRIDS.replace("PIPE", str(pipe))),
}


@pytest.mark.parametrize("name", NAMING)
def test_a_crs_that_names_a_file_is_refused(maps, pipe, name):
    """PROJ would open it: a pipe, a device, on Windows a file on another computer."""
    path, log = pipe
    file = NAMING[name](maps, path)
    with pytest.raises(SourceError, match="its CRS refers to a file|character references|link or an address"):
        read(file)
    assert not log.read_text()


def test_proj_itself_opens_it(pipe):
    path, log = pipe
    with suppress(RuntimeError):
        osr.SpatialReference().ImportFromProj4(f"+init={path}:1")
    time.sleep(0.2)
    assert log.read_text()


def test_a_crs_with_grids_of_proj_is_read(maps):
    crs = "+proj=merc +a=6378137 +b=6378137 +nadgrids=@null +units=m +no_defs"
    assert len(read(geojson_crs(maps, crs))[0]) == 1


def test_a_geometry_in_a_table_whose_crs_is_a_link(maps, server, monkeypatch):
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, "*")
    crs = {"type": "link", "properties": {"href": f"{server.url}/crs"}}
    shape = json.dumps({"type": "Point", "coordinates": [36, 35], "crs": crs}).replace('"', '""')
    good = json.dumps({"type": "Point", "coordinates": [36, 35]}).replace('"', '""')
    (table,) = read(maps.text("a.csv", f'date,WKT\n2017-10-01,"{shape}"\n2017-10-02,"{good}"\n'))
    assert server.requests == []
    assert "link or an address" in str(table.unreadable[0]) and table.geometry[0] is None
    assert table.geometry[1] == shapely.Point(36, 35)


def test_a_mapinfo_table_of_other_tables_behind_much_text(maps):
    maps.ogr("elsewhere/mine.tab", "MapInfo File", {"mine": [({"faction": "SECRET"}, BOX)]})
    rows = [({"Table": "../elsewhere/mine.tab", "Description": "x"}, BOX)]
    path = maps.ogr("sent/2017-10-01.tab", "MapInfo File", {"2017-10-01": rows})
    more = ("!" + "x" * 200 + "\n") * 400 + 'begin_metadata\n"\\IsSeamless" = "TRUE"\nend_metadata\n'
    path.write_text(path.read_text() + more)
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=["MapInfo File"])
    assert [feature["faction"] for feature in dataset.GetLayer(0)] == ["SECRET"]  # as GDAL itself reads it
    with pytest.raises(SourceError, match="consists of other tables"):
        read(path)


def test_a_member_of_a_zip_that_gdal_finds_under_another_name(maps):
    """The bytes that are checked are those that GDAL opens."""
    good = maps.geojson("good.geojson", (GOV, BOX)).read_text()
    evil = good[:-1] + ', "crs": {"type": "link", "properties": {"href": "http://127.0.0.1:9/crs"}}}'
    name, other = b"2017-10-01.bin", b"2017-10-02.geojson"
    path = maps.folder / "maps.zip"
    with zipfile.ZipFile(path, "w") as archive:
        member = zipfile.ZipInfo(name.decode())
        member.extra = struct.pack("<HHBI", 0x7075, 5 + len(other), 1, zlib.crc32(name)) + other
        archive.writestr(member, evil)
        archive.writestr(other.decode(), good)
    (given,), _ = list_inputs([str(path)])
    # From Python 3.12 on, zipfile reads that other name too: then it is there twice.
    with pytest.raises(SourceError, match="link or an address|several members of this name"):
        given.tables()


def test_a_case_whose_path_has_options_for_qgis(tmp_path):
    path = tmp_path / "x|option:PRELUDE_STATEMENTS=SELECT 1" / "case.gpkg"
    path.parent.mkdir()
    path.write_bytes(b"SQLite format 3\0")
    for work in (lambda: Case(str(path)), lambda: editing(str(path.with_name("new.gpkg"))).__enter__()):
        with pytest.raises(CaseError, match=r"must not contain \|\. Rename it"):
            work()
