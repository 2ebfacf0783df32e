"""Whatever the user points at becomes the same list of maps: folders, zips, patterns, files, layers in files."""

import zipfile

import pytest
from osgeo import ogr

from syria_control_plugin.core.errors import SourceError
from syria_control_plugin.sources.files import zips
from syria_control_plugin.sources.files.inputs import InputFile, list_inputs
from syria_control_plugin.sources.maps.importing import import_maps


def keys(*given) -> list[str]:
    return [each.key for each in list_inputs([str(path) for path in given])[0]]


def shapefile_parts(maps, name: str) -> list:
    path = maps.ogr(f"parts/{name}.shp", "ESRI Shapefile", {name: [({"faction": "GOV"}, maps.strip(36, 37))]})
    return sorted(path.parent.glob(f"{name}.*"))


def test_folder_with_subfolders(maps, case):
    maps("2017-10-01.geojson", "GOV 36-37")
    maps("later/2017-10-02.geojson", "IS 36-37")
    assert keys(maps.folder) == ["2017-10-01.geojson", "later/2017-10-02.geojson"]
    case.load(maps.folder)
    assert case.rows("maps") == ["GOV 36-37 2017-10-01/2017-10-02", "IS 36-37 2017-10-02/-"]


def test_in_a_folder_only_maps_are_read_and_the_rest_is_listed(maps, case):
    maps("2017-10-01.geojson", "GOV 36-37")
    maps.ogr("2017-10-02.shp", "ESRI Shapefile", {"2017-10-02": [({"faction": "GOV"}, maps.strip(36, 38))]})
    for name in ("README.md", "sources.csv", "2017-10-03.txt", "legend.png", "style.qml"):
        maps.text(name, "GOV held it on 2017-10-05")
    maps.text(".hidden/2017-10-04.geojson", "{}")
    report = case.load(maps.folder)
    assert report.files_read == 2
    assert case.skipped == ["2017-10-03.txt", "README.md", "legend.png", "sources.csv", "style.qml"]
    assert case.dates() == ["2017-10-01", "2017-10-02"]


def test_a_case_among_the_maps_is_no_map_and_is_listed(maps, tmp_path):
    """The case that the maps are imported into often lies in their folder."""
    maps("2017-10-01.geojson", "GOV 36-37")
    maps("2017-10-02.geojson", "IS 36-37")
    maps.ogr("2017-10-03.gpkg", "GPKG", {"m": [({"faction": "GOV"}, maps.strip(36, 38))]})
    case = str(maps.folder / "case.gpkg")
    first = import_maps(case, list_inputs([str(maps.folder)])[0])
    for given in (maps.folder, maps.folder / "*"):
        inputs, skipped = list_inputs([str(given)])
        assert [each.key for each in inputs] == [f"2017-10-0{day}" for day in ("1.geojson", "2.geojson", "3.gpkg")]
        assert skipped == ["case.gpkg"]
    again = import_maps(case, list_inputs([str(maps.folder)])[0])
    assert (first.files_read, again.files_read, again.files_unchanged) == (3, 0, 3) and not again.changed_anything
    assert keys(case) == ["case.gpkg"], "a case that the user names is read"
    (maps.folder / "broken.gpkg").write_bytes((maps.folder / "case.gpkg").read_bytes()[:5000])
    assert "broken.gpkg" in keys(maps.folder), "its import says why it cannot be read"


@pytest.mark.parametrize("where", ["", "inner/"])
def test_zip(maps, case, where):
    members = {f"{where}{name}": maps(name, "GOV 36-37") for name in ("2017-10-01.geojson", "2017-10-02.geojson")}
    members["readme.txt"] = maps.text("readme.txt", "hello")
    archive = maps.zip("october.zip", members)
    assert keys(archive) == [f"{where}2017-10-0{day}.geojson" for day in (1, 2)]
    case.load(archive)
    assert case.skipped == ["october.zip!readme.txt"]
    assert case.rows("october") == ["GOV 36-37 2017-10-01/-"]


def test_zipped_shapefile_inside_a_folder(maps, case):
    parts = shapefile_parts(maps, "2017-10-02")
    maps.zip("in/2017-10-02.zip", {path.name: path for path in parts})
    maps("in/2017-10-01.geojson", "IS 36-37")
    case.load(maps.folder / "in")
    assert case.skipped == []
    assert case.rows("in") == ["GOV 36-37 2017-10-02/-", "IS 36-37 2017-10-01/2017-10-02"]


def test_zip_members_that_climb_out_of_the_archive_write_and_read_nothing_outside(maps, case, tmp_path):
    good = maps("2017-10-01.geojson", "GOV 36-37")
    evil = maps("2017-10-02.geojson", "IS 36-37")
    archive = maps.zip("a/b/evil.zip", {"2017-10-01.geojson": good, "../../2017-10-02.geojson": evil})
    evil.write_text("the file outside, which nobody gave", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    case.load(archive)
    assert case.territory("2017-10-01")["GOV"].equals(maps.strip(36, 37))
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert {path for path in after if after[path] != before.get(path)} == {tmp_path / "cases" / "case.gpkg"}


def test_zip_bomb_is_refused_before_it_is_opened(maps, monkeypatch):
    good = maps("2017-10-01.geojson", "GOV 36-37")
    archive = maps.zip("bomb.zip", {"2017-10-02.geojson": maps("elsewhere/2017-10-02.geojson", "GOV 36-37")})
    size = zipfile.ZipFile(archive).infolist()[0].file_size
    monkeypatch.setattr(zips, "ZIP_LIMIT_BYTES", size)
    assert len(keys(archive)) == 1
    monkeypatch.setattr(zips, "ZIP_LIMIT_BYTES", size - 1)
    with pytest.raises(SourceError, match=r"bomb\.zip.*Unpack it and choose the folder"):
        keys(archive)
    (bomb,) = (file for file in list_inputs([str(good.parent)])[0] if "bomb.zip" in file.key)
    with pytest.raises(SourceError, match=r"bomb\.zip.*Unpack it and choose the folder"):
        bomb.tables()


def test_a_broken_zip_in_a_folder_costs_only_itself(maps, case):
    maps("2017-10-01.geojson", "GOV 36-37")
    maps.text("2017-10-02.zip", "no zip at all")
    report = case.load(maps.folder)
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]
    assert [(issue.file, issue.action) for issue in report.issues] == [("2017-10-02.zip", "rejected")]
    assert "not a readable zip" in str(report.issues[0].reason)


def test_pattern(maps):
    for name in ("a_2017-10-01.geojson", "a_2017-10-02.geojson", "b_2017-10-03.geojson", "sub/a_2017-10-04.geojson"):
        maps(name, "GOV 36-37")
    assert keys(maps.folder / "a_*.geojson") == ["a_2017-10-01.geojson", "a_2017-10-02.geojson"]
    assert len(keys(maps.folder / "**" / "*.geojson")) == 4
    with pytest.raises(SourceError, match=r"No file matches the pattern.*c_\*"):
        keys(maps.folder / "c_*")


def test_list_of_files_and_folders_reads_each_file_once(maps):
    first = maps("2017-10-01.geojson", "GOV 36-37")
    second = maps("sub/2017-10-02.geojson", "GOV 36-37")
    assert keys(second, first, first, maps.folder / "*.geojson") == ["2017-10-01.geojson", "sub/2017-10-02.geojson"]


def test_files_of_one_name_in_two_folders_are_two_maps(maps, case):
    """A month each in a folder, the day as the file's name: none of them may get lost."""
    first = maps("gov/2017-10-01.geojson", "GOV 36-37")
    second = maps("is/2017-10-01.geojson", "IS 37-38")
    case.load(first, second)
    assert case.rows() == ["GOV 36-37 2017-10-01/-", "IS 37-38 2017-10-01/-"]


def test_file_name_with_brackets_is_no_pattern(maps):
    path = maps("map [2017-10-01].geojson", "GOV 36-37")
    assert keys(path) == [path.name]


@pytest.mark.parametrize("given", ["/no/such/file.geojson", "/no/such/folder", "nothing"])
def test_missing_path_is_named(given):
    with pytest.raises(SourceError, match=f"{given}.*Check the path"):
        list_inputs([given])


def test_one_layer_of_many(maps, case):
    rows = [({"faction": "GOV"}, maps.strip(36, 37))]
    path = maps.ogr("two.gpkg", "GPKG", {"m_2017-10-01": rows, "m_2017-10-02": rows})
    case.load(f"{path}|layername=m_2017-10-02")
    assert case.dates() == ["2017-10-02"]
    report_of_wrong_name = list_inputs([f"{path}|layername=nope"])[0][0]
    with pytest.raises(SourceError, match="no layer 'nope'"):
        report_of_wrong_name.tables()


def test_two_layers_of_one_file_given_one_by_one(maps, case):
    layers = {f"m_2017-10-0{day}": [({"faction": who}, maps.strip(36, 37))] for day, who in ((1, "GOV"), (2, "IS"))}
    path = maps.ogr("two.gpkg", "GPKG", layers)
    case.load(*(f"{path}|layername={name}" for name in layers))
    assert case.rows() == ["GOV 36-37 2017-10-01/2017-10-02", "IS 36-37 2017-10-02/-"]


def test_layers_of_a_geopackage_are_dated_by_their_names(maps, case):
    layers = {f"control_2017100{day}": [({"faction": who}, maps.strip(36, 37))] for day, who in ((1, "GOV"), (2, "IS"))}
    case.load(maps.ogr("october.gpkg", "GPKG", layers))
    assert case.rows() == ["GOV 36-37 2017-10-01/2017-10-02", "IS 36-37 2017-10-02/-"]


FORMATS = {"GPKG": "gpkg", "ESRI Shapefile": "shp", "FlatGeobuf": "fgb", "GeoJSON": "geojson", "KML": "kml"}


@pytest.mark.parametrize("driver", FORMATS)
def test_formats(maps, case, driver):
    rows = [({"faction": "GOV"}, maps.strip(36, 37)), ({"faction": "IS"}, maps.strip(37, 38))]
    path = maps.ogr(f"in/2017-10-01.{FORMATS[driver]}", driver, {"map": rows})
    report = case.load(path.parent)
    assert (report.files_read, report.count("rejected")) == (1, 0)
    assert case.rows() == ["GOV 36-37 2017-10-01/-", "IS 37-38 2017-10-01/-"]


def test_kmz(maps, case):
    kml = maps.ogr("doc.kml", "KML", {"map": [({"Name": "GOV"}, maps.strip(36, 37))]})
    maps.zip("in/2017-10-01.kmz", {"doc.kml": kml})
    case.load(maps.folder / "in")
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]


def test_checksum_covers_all_parts_of_a_shapefile_and_nothing_else(maps):
    parts = shapefile_parts(maps, "2017-10-01")
    file = InputFile(str(parts[0].with_suffix(".shp")), "k", "f")
    before = file.checksum()
    maps.text("parts/2017-10-01.qml", "a style")
    assert file.checksum() == before
    source = ogr.Open(str(parts[0].with_suffix(".shp")), 1)
    feature = source.GetLayer(0).GetFeature(0)
    feature["faction"] = "IS"
    source.GetLayer(0).SetFeature(feature)
    feature = source = None
    assert file.checksum() != before


def test_checksum_in_a_zip_is_that_of_the_member(maps):
    path = maps("2017-10-01.geojson", "GOV 36-37")
    archive = maps.zip("a.zip", {path.name: path})
    assert list_inputs([str(archive)])[0][0].checksum() == list_inputs([str(path)])[0][0].checksum()


@pytest.mark.parametrize(
    "connection",
    [
        "PG:host=db dbname=maps user=me password=secret port=5432",
        "PG:host=db dbname=maps user=me password='very secret' port=5432",
        r"PG:host=db dbname=maps user=me PASSWORD = 'it\'s secret'",
        "postgresql://me:secret@db/maps",
        "MSSQL:server=db;database=maps;uid=me;pwd=secret",
    ],
)
def test_password_of_a_database_is_not_in_the_key(connection):
    """The key goes into the case and its reports."""
    (file,) = list_inputs([connection])[0]
    assert "secret" not in file.key
    assert "db" in file.key and "maps" in file.key
    assert file.path == connection


def test_layer_of_a_database():
    (file,) = list_inputs(["PG:dbname=maps|layername=control"])[0]
    assert (file.path, file.layer) == ("PG:dbname=maps", "control")
