"""Files made to harm: XML with entities, zips, GeoPackages from elsewhere, names that are no text."""

import json
import os
import resource
import sqlite3
import zipfile
from contextlib import closing

import pytest
import shapely

from syria_control_plugin.case.schema import opened
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.errors import SourceError
from syria_control_plugin.sources.files import zips
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.movements.importing import import_movements
from syria_control_plugin.sources.movements.options import MovementOptions

BOX = shapely.box(36, 35, 37, 36)
SECRET = "what a stranger must not read"
RING = "36,35 37,35 37,36 36,35"
DOCUMENTS = {
    "2017-10-01.kml": '<?xml version="1.0"?>{dtd}<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>'
    "<name>GOV</name><description>{text}</description><Polygon><outerBoundaryIs><LinearRing><coordinates>" + RING
    + "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>",
    "2017-10-01.gml": '<?xml version="1.0"?>{dtd}<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml">'
    "<gml:featureMember><m><faction>GOV</faction><note>{text}</note><gml:Polygon><gml:outerBoundaryIs>"
    "<gml:LinearRing><gml:coordinates>" + RING
    + "</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></m></gml:featureMember>"
    "</gml:FeatureCollection>",
    "2017-10-01.gpx": '<?xml version="1.0"?>{dtd}<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk>'
    '<name>A</name><desc>{text}</desc><trkseg><trkpt lat="35" lon="36"/><trkpt lat="35.1" lon="36"/></trkseg></trk>'
    "</gpx>",
}  # fmt: skip
_MORE = "".join(f'<!ENTITY {chr(98 + level)} "{10 * f"&{chr(97 + level)};"}">' for level in range(9))
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + _MORE + "]>", "&j;"  # 2 GB of laughter
QUADRATIC = '<!DOCTYPE x [<!ENTITY a "' + "x" * 100_000 + '">]>', "&a;" * 20_000


def load(case, path):
    """All that an import makes of a file, as text; of GPX as movements."""
    try:
        if path.suffix == ".gpx":
            import_movements(case.path, list_inputs([str(path)])[0], MovementOptions(faction="GOV"))
        else:
            case.load(path)
    except SourceError as error:
        return str(error)
    with opened(case.path) as dataset:
        layers = [dataset.GetLayer(number) for number in range(dataset.GetLayerCount())]
        return "".join(str(row.items()) for layer in layers for row in layer)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_entities_from_outside_are_not_read(maps, case, name):
    secret = maps.text("secret.txt", SECRET)
    plain = DOCUMENTS[name].format(dtd="", text="a note")
    assert "GOV" in load(case, maps.text(f"plain/{name}", plain))
    for number, address in enumerate((secret.as_uri(), str(secret), "http://127.0.0.1:9/")):
        dtd = f'<!DOCTYPE x [<!ENTITY x SYSTEM "{address}">]>'
        assert SECRET not in load(case, maps.text(f"{number}/{name}", DOCUMENTS[name].format(dtd=dtd, text="&x;")))


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize(("dtd", "text"), [LAUGHS, QUADRATIC], ids=["billion laughs", "quadratic"])
def test_entities_that_blow_up_are_refused(maps, case, name, dtd, text):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = load(case, maps.text(name, DOCUMENTS[name].format(dtd=dtd, text=text)))
    assert len(found) < 1_000_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000, "KB of memory"


def test_nothing_is_written_beside_what_is_read(maps, case):
    """GDAL would put a .gfs beside each GML."""
    for name in DOCUMENTS:
        load(case, maps.text(name, DOCUMENTS[name].format(dtd="", text="")))
    assert sorted(path.name for path in maps.folder.iterdir()) == sorted(DOCUMENTS)


@pytest.mark.parametrize(
    "name", ["../2017-10-02.geojson", "a/../../2017-10-02.geojson", "/etc/2017-10-02.geojson", "C:\\2017-10-02.geojson"]
)
def test_members_of_a_zip_whose_names_lead_out_of_it(maps, case, name):
    good = maps("2017-10-01.geojson", "GOV 36-37")
    with zipfile.ZipFile(maps.zip("in/maps.zip", {good.name: good}), "a") as archive:
        archive.writestr(name, good.read_bytes())
    report = case.load(maps.folder / "in" / "maps.zip")
    assert case.dates() == ["2017-10-01"]
    ((told, reason),) = [(issue.file, str(issue.reason)) for issue in report.issues]
    assert told == name and reason == "its name points outside the zip file"
    assert sorted(path.name for path in maps.folder.rglob("*")) == ["2017-10-01.geojson", "in", "maps.zip"]


def test_a_member_of_a_zip_that_stands_there_twice(maps, case):
    one, two, other = (maps(f"{number}.geojson", f"{who} 36-37") for number, who in enumerate(("GOV", "IS", "OPP")))
    path = maps.zip("maps.zip", {"2017-10-01.geojson": one, "2017-10-02.geojson": other})
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.write(two, "2017-10-01.geojson")
    report = case.load(path)
    assert case.rows() == ["OPP 36-37 2017-10-02/-"]
    assert "2017-10-01.geojson: rejected: the zip contains several members of this name" in map(str, report.lines())


def test_zips_that_unpack_to_more_than_maps_ever_do(maps, case, monkeypatch):
    """Of nothing but blanks; 1 MB here stands for the gigabyte up to which anything may be dense."""
    monkeypatch.setattr(zips, "_HARMLESS_BYTES", 1_000_000)
    path = maps("2017-10-01.geojson", "GOV 36-37")
    path.write_text(path.read_text() + " " * 5_000_000)
    with zipfile.ZipFile(maps.at("bomb.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, path.name)
    with pytest.raises(SourceError, match=r"bomb.zip: 0.0 MB that unpack to 0.0 GB cannot be maps"):
        case.load(maps.at("bomb.zip"))
    case.load(maps.zip("plain.zip", {path.name: path}))
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]


def test_a_zip_in_a_zip_is_left_alone_and_named(maps, case):
    path = maps("2017-10-01.geojson", "GOV 36-37")
    inner = maps.zip("inner.zip", {path.name: path})
    case.load(maps.zip("outer.zip", {"2017-10-02.geojson": path, "inner.zip": inner}))
    assert case.dates() == ["2017-10-02"] and case.skipped == ["outer.zip!inner.zip"]


def test_a_zip_whose_members_say_they_are_smaller_than_they_are(maps, case):
    path = maps("2017-10-01.geojson", "GOV 36-37")
    content = bytearray(maps.zip("maps.zip", {path.name: path}).read_bytes())
    for header, place in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        start = content.index(header) + place
        content[start : start + 4] = (10).to_bytes(4, "little")
    maps.at("maps.zip").write_bytes(content)
    try:
        case.load(maps.at("maps.zip"))
    except SourceError as error:
        assert "2017-10-01.geojson: rejected: " in str(error)
    else:
        assert case.rows() == ["GOV 36-37 2017-10-01/-"]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_of_files_and_folders_that_are_no_text(maps, case):
    """As on a disk that was written elsewhere: bytes that are no UTF-8; two of them stay two."""
    content = maps("plain.geojson", "GOV 36-37").read_bytes()
    folder = os.fsencode(maps.folder) + b"/g\xfe"
    os.mkdir(folder)
    for name in (b"2017-10-01 \xff.geojson", b"2017-10-02 \xfe.geojson", b"notes \xff.doc"):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
    case.load(os.fsdecode(folder))
    assert case.dates() == ["2017-10-01", "2017-10-02"] and case.open.sources() == ["g\\udcfe"]
    assert case.skipped == ["notes \\udcff.doc"]
    assert case.load(os.fsdecode(folder)).files_unchanged == 2


def test_half_characters_and_zeros_in_values(maps, case):
    """JSON may hold both; neither UTF-8 nor a text in C can."""
    path = maps.at("2017-10-01.geojson")
    rows = [{"faction": "GOV", "note": "whole"}, {"faction": None, "note": "half \ud83d, nought \0, end"}]
    shape = shapely.geometry.mapping(BOX)
    features = [{"type": "Feature", "properties": row, "geometry": shape} for row in rows]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="ascii")
    case.load(path)
    assert case.factions() == {"GOV"}
    ((_, kept),) = case.open.select(f.IMPORT_ISSUES, f.FID, f.ATTRIBUTES)
    assert "half" in kept and json.loads(kept)["faction"] is None


SQL = 'x"]\'; DROP TABLE "map"; --'


@pytest.mark.parametrize("exceptions", [False, True], ids=["as it is", "exceptions"])
def test_a_geopackage_from_elsewhere(maps, case, exceptions, request):
    """With triggers, views, and SQL for names: it is read, and not a byte of it changes."""
    if exceptions:
        request.getfixturevalue("gdal_exceptions")
    path = maps.ogr("2017-10-01.gpkg", "GPKG", {"map": [({"faction": "GOV", "b": "2"}, BOX)], SQL: []})
    with closing(sqlite3.connect(path)) as database, database:
        for name, when in (("one", "AFTER INSERT ON map"), ("two", "AFTER UPDATE ON map")):
            database.execute(f"CREATE TRIGGER {name} {when} BEGIN DELETE FROM gpkg_contents; END")
        database.execute("CREATE VIEW seen AS SELECT fid + 100 AS fid, geom, 'IS' AS faction FROM map")
        database.execute(f'ALTER TABLE map RENAME COLUMN b TO "{SQL.replace(chr(34), chr(34) * 2)}"')
        database.execute("CREATE VIEW broken AS SELECT * FROM no_such_table")
        for view in ("seen", "broken"):
            database.execute("INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES "
                             f"('{view}', '{view}', 'features', 4326)")  # fmt: skip
            database.execute(f"INSERT INTO gpkg_geometry_columns VALUES ('{view}', 'geom', 'POLYGON', 4326, 0, 0)")
    before = path.read_bytes()
    case.load(path)
    assert path.read_bytes() == before
    assert case.factions() == {"GOV", "IS"}
    assert [file.name for file in maps.folder.iterdir()] == [path.name]
