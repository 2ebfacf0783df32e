"""Cases from elsewhere: what in the file would run, reach out or change other files is refused, or never run."""

import os
import shutil
import socket
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsField, QgsLayerMetadata, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from syria_control_plugin.case import trust
from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import load_theme
from syria_control_plugin.case.corridors import read_corridors
from syria_control_plugin.case.editing import editing
from syria_control_plugin.case.print_data import case_print_data
from syria_control_plugin.case.schema import opened
from syria_control_plugin.case.statistics import info_of, statistics_of
from syria_control_plugin.case.themes import change_theme, save_styles, unedited_theme
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.corridors.assessment import CorridorOptions
from syria_control_plugin.core.errors import CaseError, SourceError, SyriaControlError
from syria_control_plugin.core.factions.themes import Theme
from syria_control_plugin.sources.corridor_search import refresh_corridors, undescribed

JOURNAL = bytes.fromhex("d9d505f920a163d7")
RTREE = "rtree_territories_geom"


def rewritten(table, old, new):
    """SQL that changes how the schema words a table, as no statement could."""
    return (
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = '{table}'",
    )


def in_its_place(table, make):
    return f"ALTER TABLE {table} RENAME TO kept", make


# What a file may hold in the place of the plugin's own → what is named.
REFUSED = {
    "another view that is drawn": (
        "control_map",
        ("DROP VIEW control_map", "CREATE VIEW control_map AS SELECT * FROM territories"),
    ),
    "a drawn view with more": (
        "control_map",
        rewritten("control_map", "UNION ALL", "WHERE length(hex(randomblob(9))) UNION ALL"),
    ),
    "a table that is drawn": (
        "control_map",
        ("DROP VIEW control_map", "CREATE TABLE control_map AS SELECT * FROM territories"),
    ),
    "settings that are a view": (
        "case_settings",
        (
            "DROP INDEX case_settings_key",
            *in_its_place("case_settings", "CREATE VIEW case_settings AS SELECT * FROM kept"),
        ),
    ),
    "events that are a view": ("events", ("CREATE VIEW events AS SELECT * FROM territories",)),
    "events that are a virtual table": ("events", ("CREATE VIRTUAL TABLE events USING fts5(valid_from, label)",)),
    "a table that checks": ("territories", rewritten("territories", '"faction" TEXT', '"faction" TEXT CHECK(1)')),
    "a table that works out a default": (
        "territories",
        rewritten("territories", '"faction" TEXT', '"faction" TEXT DEFAULT (hex(randomblob(9)))'),
    ),
    "a default that goes on behind the moment": (
        "layer_styles",
        (
            "CREATE TABLE layer_styles (id INTEGER, styleQML TEXT DEFAULT "
            "(strftime('%Y-%m-%dT%H:%M:%fZ','now') || hex(randomblob(9))))",
        ),
    ),
    "a column that is worked out": (
        "maps",
        ("ALTER TABLE maps ADD COLUMN note TEXT GENERATED ALWAYS AS (upper(file)) VIRTUAL",),
    ),
    "the same in short": ("files", ("ALTER TABLE files ADD COLUMN note AS (upper(file))",)),
    "an index of an expression": ("mine", ("CREATE INDEX mine ON territories (upper(faction))",)),
    "an index with a condition": ("mine", ("CREATE INDEX mine ON territories (faction) WHERE upper(faction) > 'A'",)),
    "contents that are a view": (
        "gpkg_contents",
        (
            "PRAGMA legacy_alter_table = ON",
            *in_its_place("gpkg_contents", "CREATE VIEW gpkg_contents AS SELECT * FROM kept"),
        ),
    ),
    "metadata that is a view": ("gpkg_metadata", ("CREATE VIEW gpkg_metadata AS SELECT 1 AS id",)),
    "styles that are a view": ("layer_styles", ("CREATE VIEW layer_styles AS SELECT 1 AS id",)),
    "a spatial index that is something else": (
        "rtree_maps_geom",
        ("CREATE VIRTUAL TABLE rtree_maps_geom USING fts5(id)",),
    ),
    "a table in capitals": ("EVENTS", ("CREATE VIEW EVENTS AS SELECT * FROM territories",)),
}
# A trigger each; none but the first is anything that GDAL or the plugin would make, whatever it is called.
TRIGGERS = {
    "on a table": "CREATE TRIGGER evil AFTER INSERT ON maps BEGIN DELETE FROM territories; END",
    "on settings": "CREATE TRIGGER evil AFTER INSERT ON case_settings BEGIN DELETE FROM territories; END",
    "on settings that go": "CREATE TRIGGER evil BEFORE DELETE ON case_settings BEGIN DELETE FROM territories; END",
    "on the table of contents": "CREATE TRIGGER evil AFTER UPDATE ON gpkg_contents BEGIN DELETE FROM territories; END",
    "behind a spatial index": f"CREATE TRIGGER evil AFTER INSERT ON {RTREE}_node BEGIN DELETE FROM territories; END",
    "in place of the drawn view": "CREATE TRIGGER evil INSTEAD OF INSERT ON control_map BEGIN DELETE FROM maps; END",
    "called like one of a spatial index": (
        f"CREATE TRIGGER {RTREE}_update9 AFTER INSERT ON territories BEGIN "
        "DELETE FROM territories WHERE fid = NEW.fid; END"
    ),
    "called so, with a query": (
        f"CREATE TRIGGER {RTREE}_update9 AFTER INSERT ON territories BEGIN "
        f"DELETE FROM {RTREE} WHERE id IN (SELECT fid FROM maps); END"
    ),
    "called like one that counts": (
        "CREATE TRIGGER trigger_insert_feature_count_maps AFTER UPDATE ON maps BEGIN "
        "UPDATE gpkg_ogr_contents SET feature_count = 0; UPDATE maps SET fid = 0; END"
    ),
    "called like a table of tiles": (
        "CREATE TRIGGER gpkg_tile_matrix AFTER INSERT ON maps BEGIN DELETE FROM territories; END"
    ),
    "called like the plugin's own": (
        "CREATE TRIGGER maps_shown_until_insert AFTER INSERT ON maps BEGIN DELETE FROM territories; END"
    ),
}
# As GDAL 3.10 makes them; 3.6, which made the case, has four of them otherwise.
_BOX = 'ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"),ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")'
_FULL, _EMPTY = (
    '({}."geom" NOTNULL AND NOT ST_IsEmpty({}."geom"))',
    '({}."geom" ISNULL OR ST_IsEmpty({}."geom"))',
)
LATER_GDAL = {
    "update6": (
        f'AFTER UPDATE OF "geom" ON "territories" WHEN OLD."fid" = NEW."fid" AND {_FULL.format("NEW", "NEW")} AND '
        f'{_FULL.format("OLD", "OLD")} BEGIN UPDATE "{RTREE}" SET minx = ST_MinX(NEW."geom"), maxx = '
        'ST_MaxX(NEW."geom"), miny = ST_MinY(NEW."geom"), maxy = ST_MaxY(NEW."geom") WHERE id = NEW."fid"; END'
    ),
    "update7": (
        f'AFTER UPDATE OF "geom" ON "territories" WHEN OLD."fid" = NEW."fid" AND {_FULL.format("NEW", "NEW")} AND '
        f'{_EMPTY.format("OLD", "OLD")} BEGIN INSERT INTO "{RTREE}" VALUES (NEW."fid", {_BOX}); END'
    ),
    "update5": (
        f'AFTER UPDATE ON "territories" WHEN OLD."fid" != NEW."fid" AND {_FULL.format("NEW", "NEW")} BEGIN DELETE FROM '
        f'"{RTREE}" WHERE id = OLD."fid"; INSERT OR REPLACE INTO "{RTREE}" VALUES (NEW."fid", {_BOX}); END'
    ),
}


@pytest.fixture
def loaded(maps, case):
    """A case of two maps, and a way to run SQL in it."""
    case.load(maps("2017-10-01.geojson", "GOV 36-37"), maps("2017-10-02.geojson", "IS 37-38"), source="s")

    def run(*statements):
        with closing(sqlite3.connect(case.path)) as database, database:
            for statement in statements:
                database.execute(statement)

    case.run = run
    return case


def schema(path):
    with closing(sqlite3.connect(path)) as database:
        return set(database.execute("SELECT type, name, sql FROM sqlite_master"))


def ways_to_write(path):
    """Everything in the plugin that changes a case."""
    theme = Theme.from_dict(Case(path).setting("theme"))
    return (
        lambda: save_styles(path, theme, {}),
        lambda: change_theme(path, load_theme("print_hatch")),
        lambda: refresh_corridors(path, CorridorOptions(), undescribed),
    )


@pytest.mark.parametrize("named, statements", REFUSED.values(), ids=REFUSED)
def test_what_would_run_in_a_table_of_the_plugin_is_refused(loaded, maps, named, statements):
    loaded.run(*statements)
    before = loaded.state
    for open_it in (lambda: Case(loaded.path), lambda: loaded.load(maps("2017-10-03.geojson", "GOV 36-38"))):
        with pytest.raises(CaseError, match=f"'{named}'.*Get the case again"):
            open_it()
    assert loaded.state == before


@pytest.mark.parametrize("trigger", TRIGGERS.values(), ids=TRIGGERS)
def test_triggers_of_somebody_else_are_never_run(loaded, maps, trigger):
    name = trigger.split()[2]
    loaded.run(f"DROP TRIGGER IF EXISTS {name}", trigger)
    before, rows = loaded.state, loaded.rows()
    case = Case(loaded.path)
    assert case.foreign_triggers == (name,)
    statistics_of(info_of(case, ""))
    case_print_data(case, "")
    read_corridors(loaded.path)
    writes = (*ways_to_write(loaded.path), lambda: loaded.load(maps("2017-10-03.geojson", "GOV 36-38"), source="s"))
    for write in writes:
        with pytest.raises(CaseError, match=f"'{name}'.*DROP TRIGGER"):
            write()
    assert loaded.state == before and loaded.rows() == rows
    loaded.run(f"DROP TRIGGER {name}")
    for write in writes:
        write()
    assert Case(loaded.path).dates().size == 3


def test_a_trigger_whose_row_lies_about_its_table(loaded):
    loaded.run(
        "CREATE TABLE mine (a)",
        "CREATE TRIGGER evil AFTER INSERT ON maps BEGIN DELETE FROM territories; END",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET tbl_name = 'mine' WHERE name = 'evil'",
    )
    with pytest.raises(CaseError, match="malformed"):
        Case(loaded.path)


def test_what_the_analyst_added_stays_as_it_is(loaded, maps):
    loaded.run(
        "CREATE TABLE mine (fid INTEGER PRIMARY KEY, note TEXT CHECK (length(note) < 9), low AS (lower(note)))",
        "CREATE INDEX mine_note ON mine (upper(note))",
        "CREATE VIEW seen AS SELECT fid, upper(note) AS note FROM mine",
        "CREATE TRIGGER mine_too AFTER INSERT ON mine BEGIN UPDATE mine SET note = 'x'; END",
        "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('seen', 'attributes')",
        "CREATE INDEX faction ON territories (faction COLLATE NOCASE DESC, source)",
    )
    own = {row for row in schema(loaded.path) if row[1] in ("mine", "mine_note", "seen", "mine_too", "faction")}
    assert len(own) == 5 and Case(loaded.path).foreign_triggers == ()
    loaded.load(maps("2017-10-03.geojson", "GOV 36-38"), source="s")
    assert own <= schema(loaded.path)


def test_what_qgis_and_later_gdal_make_passes(loaded, qgis_app):
    for table in (f.TERRITORIES, f.MAPS):
        layer = QgsVectorLayer(f"{loaded.path}|layername={table}", table, "ogr")
        provider = layer.dataProvider()
        assert provider.addAttributes([QgsField("note", QMetaType.Type.QString), QgsField("n", QMetaType.Type.Int)])
        layer.updateFields()
        assert provider.createAttributeIndex(layer.fields().indexOf("note"))
        assert provider.changeAttributeValues({1: {layer.fields().indexOf("note"): "seen"}})
        assert not layer.saveStyleToDatabase("mine", "", True, "")
        metadata = QgsLayerMetadata()
        metadata.setTitle("mine")
        saved, message = QgsProviderRegistry.instance().saveLayerMetadata("ogr", layer.source(), metadata)
        assert saved, message
        layer = provider = None
    assert QgsProject().write(f"geopackage:{loaded.path}?projectName=mine")
    made = {name for _, name, _ in schema(loaded.path)}
    assert {"layer_styles", "gpkg_metadata", "qgis_projects", "trigger_insert_feature_count_layer_styles"} <= made
    loaded.run(
        f'DROP TRIGGER "{RTREE}_update1"',
        f'DROP TRIGGER "{RTREE}_update3"',
        *(f'CREATE TRIGGER "{RTREE}_{name}" {sql}' for name, sql in LATER_GDAL.items()),
    )
    assert Case(loaded.path).foreign_triggers == ()
    for write in ways_to_write(loaded.path):
        write()


def test_each_table_that_the_plugin_makes_is_guarded(loaded):
    created = {name for kind, name, _ in schema(loaded.path) if kind == "table"}
    of_others = ("gpkg_", "rtree_", "sqlite_")
    assert {name for name in created if not name.startswith(of_others)} <= set(trust.TABLES)


def test_a_view_that_asks_a_server_is_refused_by_gdal(loaded, server):
    asked = f"ogr_geocode('x', 'geometry', 'QUERY_TEMPLATE={server.url}/?q=%s')"
    loaded.run(f"CREATE VIEW seen AS SELECT {asked} AS a FROM territories")
    with pytest.raises(CaseError, match="A trigger and/or view calls"):
        Case(loaded.path).territories("s").series()
    assert server.requests == []


DISGUISED = {
    "a virtual data source": '<OGRVRTDataSource><OGRVRTLayer name="territories"><SrcDataSource>/vsicurl/{url}'
    "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
    "a WFS description": "<OGRWFSDataSource><URL>{url}</URL></OGRWFSDataSource>",
    "GeoJSON": '{{"type": "FeatureCollection", "crs": {{"type": "link", "properties": {{"href": "{url}"}}}}, '
    '"features": []}}',
    "an address": "{url}",
    "nothing": " ",
}


@pytest.mark.parametrize("text", DISGUISED.values(), ids=DISGUISED)
def test_something_else_called_like_a_case_is_opened_by_nothing(text, tmp_path, server):
    path = tmp_path / "case.gpkg"
    path.write_text(text.format(url=server.url + "/"), encoding="utf-8")
    for open_it in (lambda: Case(str(path)), lambda: opened(str(path)).__enter__()):
        with pytest.raises(CaseError, match="not a case: the file is not a database"):
            open_it()
    with pytest.raises(CaseError), editing(str(path)):
        pass
    assert server.requests == [] and os.listdir(tmp_path) == ["case.gpkg"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["a pipe", "a folder", "a device", "a socket"])
def test_what_is_no_file_is_named_at_once(kind, tmp_path):
    path, held = str(tmp_path / "case.gpkg"), None
    if kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a folder":
        os.mkdir(path)
    elif kind == "a device":
        os.symlink("/dev/zero", path)
    else:
        os.chdir(tmp_path)  # the name of a socket may not be long
        held = socket.socket(socket.AF_UNIX)
        held.bind("case.gpkg")
    raised = []

    def open_it():
        for use in (lambda: Case(path), lambda: editing(path).__enter__()):
            try:
                use()
            except SyriaControlError as error:
                raised.append(str(error))

    thread = threading.Thread(target=open_it, daemon=True)
    thread.start()
    thread.join(10)
    assert len(raised) == 2 and all(", not a file" in text for text in raised)


def name_in_journal(path, victim):
    """Puts a rollback journal beside an SQLite file that names another one, as after a change of several files."""
    name = str(victim).encode()
    pages = os.path.getsize(path) // 4096
    head = JOURNAL + b"".join(number.to_bytes(4, "big") for number in (0, 1, pages, 512, 4096))
    sums = sum(byte - 256 * (byte > 127) for byte in name) % (1 << 32)
    tail = (0x40000000 // 4096 + 1).to_bytes(4, "big") + name + len(name).to_bytes(4, "big")
    Path(f"{path}-journal").write_bytes(head.ljust(512, b"\0") + tail + sums.to_bytes(4, "big") + JOURNAL)
    victim.write_text("kept")


def test_a_journal_that_names_another_file_does_not_delete_it(loaded, tmp_path):
    """SQLite deletes the file, if no other journal speaks of it: shown by the copy that is opened without the check."""
    victim = tmp_path / "precious.txt"
    copy = shutil.copy(loaded.path, tmp_path / "copy.gpkg")
    link = tmp_path / "link.gpkg"
    link.symlink_to(loaded.path)
    name_in_journal(loaded.path, victim)
    for path in (loaded.path, str(link)):
        for open_it in (lambda path=path: Case(path), lambda path=path: opened(path).__enter__()):
            with pytest.raises(CaseError, match="journal' beside it: a journal that names another file"):
                open_it()
    assert victim.read_text() == "kept"
    name_in_journal(copy, victim)
    with closing(sqlite3.connect(copy)) as database:
        database.execute("SELECT count(*) FROM sqlite_master")
    assert not victim.exists()


def test_a_journal_beside_a_map_deletes_nothing_either(maps, case, tmp_path):
    victim, box = tmp_path / "precious.txt", maps.strip(36, 37)
    path = maps.ogr("2017-10-01.gpkg", "GPKG", {"m": [({"faction": "GOV"}, box)]})
    name_in_journal(path, victim)
    with pytest.raises(SourceError, match="a journal that names another file"):
        case.load(path)
    report = case.load(path, maps("2017-10-02.geojson", "IS 36-37"))
    assert "a journal that names another file" in "; ".join(map(str, report.lines()))
    assert victim.read_text() == "kept" and case.factions() == {"IS"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_a_link_beside_a_case_changes_no_other_file(loaded, tmp_path, ending):
    victim = tmp_path / "precious.txt"
    victim.write_text("kept" * 100)
    loaded.run("PRAGMA journal_mode = WAL")
    os.symlink(victim, f"{loaded.path}{ending}")
    with pytest.raises(CaseError, match=f"{ending}' beside it: a link"):
        Case(loaded.path)
    assert victim.read_text() == "kept" * 100


def test_a_case_is_checked_quickly(loaded):
    """Cases are opened often, and not to notice it: what the schema says is judged once."""
    Case(loaded.path)
    before = trust._schema_fault.cache_info().misses
    Case(loaded.path)
    assert trust._schema_fault.cache_info().misses == before


def test_gdals_exceptions_change_nothing(loaded, gdal_exceptions):
    assert gdal.GetUseExceptions()
    assert len(Case(loaded.path).territories("s").series()) == 2


@pytest.mark.parametrize("name", ["a.gpkg|case.gpkg", "case.kmz", "case.zip", "case"])
def test_a_name_by_which_qgis_opens_another_file_is_refused(loaded, tmp_path, name):
    """QGIS opens what is before the bar, or what is packed in an archive, and not the file that was checked."""
    path = shutil.copy(loaded.path, tmp_path / name)
    for use in (lambda: Case(str(path)), lambda: editing(str(path)).__enter__(), lambda: opened(str(path)).__enter__()):
        with pytest.raises(CaseError, match="must end in .gpkg"):
            use()


GRID = 'EXTENSION["PROJ4_GRIDS","{}"]'
WKT = 'GEOGCS["x",DATUM["y",SPHEROID["z",6378249.2,293.46],{}],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'
BOUND = (
    'BOUNDCRS[SOURCECRS[{0}],TARGETCRS[{0}],ABRIDGEDTRANSFORMATION["t",METHOD["NTv2"],'
    'PARAMETERFILE["Latitude and longitude difference file","{1}"]]]'
)


@pytest.mark.parametrize("wkt", [WKT.format(GRID), BOUND], ids=["extension", "parameter file"])
def test_a_crs_that_names_a_file_is_refused_before_anything_opens_it(loaded, tmp_path, wkt):
    """PROJ opens it as soon as QGIS makes the layer: a pipe would block QGIS for ever."""
    pipe = tmp_path / "grid.gsb"
    os.mkfifo(pipe)
    text = wkt.replace("{0}", "x").replace("{1}", str(pipe)).replace("{}", str(pipe))
    change = "UPDATE gpkg_spatial_ref_sys SET definition = '{}' WHERE srs_id = 4326"
    loaded.run(change.format(text.replace("'", "''")))
    with pytest.raises(CaseError, match="gpkg_spatial_ref_sys is not in EPSG:4326"):
        Case(loaded.path)


def test_a_case_in_another_crs_is_refused(loaded):
    loaded.run("UPDATE gpkg_geometry_columns SET srs_id = 0 WHERE table_name = 'territories'")
    with pytest.raises(CaseError, match="territories is not in EPSG:4326"):
        Case(loaded.path)


@pytest.mark.parametrize("value", ["9999-12-31T00:00:00Z", "0001-01-01", "-9999-01-01", "99999-01-01", "now", "today"])
def test_a_date_that_no_calendar_has_is_named(loaded, value):
    loaded.run("DROP TRIGGER territories_shown_until_update")
    with opened(loaded.path, update=True) as dataset:  # GDAL has the functions of the spatial index
        dataset.ExecuteSQL(f"UPDATE territories SET valid_to = '{value}'")
    with pytest.raises(CaseError, match=f"The case contains '{value}' in place of a date"):
        Case(loaded.path).dates()


def test_a_territory_off_the_globe_is_named(loaded):
    """Else it is laid over a million turns of the globe."""
    far = "(36 35, 1e9 35, 1e9 36, 36 36, 36 35)"
    with opened(loaded.path, update=True) as dataset:
        layer = dataset.GetLayerByName("territories")
        feature = layer.GetNextFeature()
        fid = feature.GetFID()
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"MULTIPOLYGON ({far.join('()')})"))
        layer.SetFeature(feature)
    with pytest.raises(CaseError, match=f"row {fid} of territories has coordinates out of range"):
        Case(loaded.path).territories("s").series()


@pytest.mark.parametrize("key, value, use", [
    ("title", '"\\ud800"', lambda case: info_of(case, "")),
    ("theme", '{"id": "\\udfff"}', lambda case: case.setting("theme")),
    ("revision", '"a"', lambda case: info_of(case, "")),
    ("revision", "[1]", lambda case: editing(case.path).__enter__()),
    ("theme_unedited", "[1]", unedited_theme),
    ("theme_unedited", '"x"', lambda case: info_of(case, "")),
])  # fmt: skip
def test_settings_of_another_kind_are_named(loaded, key, value, use):
    loaded.run(
        f"DELETE FROM case_settings WHERE key = '{key}'",
        f"INSERT INTO case_settings (key, value) VALUES ('{key}', '{value}')",
    )
    with pytest.raises(SyriaControlError):
        use(Case(loaded.path))
