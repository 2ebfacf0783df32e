"""Geometries that a table holds as text are found in a column of any name, by what it holds, for every import."""

import json

import numpy as np
import pytest
import shapely
from osgeo import ogr
from qgis.core import QgsFeature, QgsVectorLayer

from syria_control_plugin.case.case import Case
from syria_control_plugin.core import fields as f
from syria_control_plugin.sources.events.importing import import_events
from syria_control_plugin.sources.files.gdal_reader import read_file
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.files.project_layers import layer_input
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.maps.options import ImportOptions
from syria_control_plugin.sources.maps.reports import ReportOptions, import_reports
from syria_control_plugin.sources.movements.importing import import_movements

NAMES = ("geometry", "geom", "wkt", "wkt_geom", "the_geom", "Shape", "GEOMETRY", "area drawn", "form")
AREA, POINT, LINE = shapely.box(37, 35, 38, 36), shapely.Point(37.4, 35.3), shapely.LineString([(37, 35), (38, 36)])
FORMS = {
    "WKT": lambda shape: shape.wkt,
    "lower case": lambda shape: shape.wkt.lower(),
    "EWKT": lambda shape: f"SRID=4326;{shape.wkt}",
    "GeoJSON": shapely.to_geojson,
    "WKB": lambda shape: shapely.to_wkb(shape, hex=True),
    "EWKB": lambda shape: shapely.to_wkb(shapely.set_srid(shape, 4326), hex=True, include_srid=True),
}


def csv(path, columns, rows):
    quoted = ('"{}"'.format(str(cell).replace('"', '""')) for cell in (*columns, *(c for row in rows for c in row)))
    cells = list(quoted)
    width = len(columns)
    path.write_text("".join(",".join(cells[i : i + width]) + "\n" for i in range(0, len(cells), width)))
    (given,), _ = list_inputs([str(path)])
    return given


@pytest.mark.parametrize("name", NAMES)
def test_all_imports_find_the_column_whatever_its_name(tmp_path, name):
    case = str(tmp_path / "case.gpkg")
    maps = csv(tmp_path / "maps.csv", ("holder", "date", name), [("GOV", "2017-10-09", AREA.wkt)])
    import_maps(case, [maps])
    (held,) = Case(case).territories(*Case(case).sources()).geometry([0])
    assert held.equals(AREA)
    fights = csv(
        tmp_path / "e.csv", ("id", "date", "actor1", "actor2", name), [("1", "2017-10-09", "GOV", "IS", POINT.wkt)]
    )
    import_events(case, fights)
    reports = csv(tmp_path / "r.csv", ("place", "date", "holder", name), [("P", "2017-10-09", "IS", POINT.wkt)])
    import_reports(case, reports, options=ReportOptions(series="R"))
    moved = csv(tmp_path / "m.csv", ("id", "date", "faction", name), [("1", "2017-10-09", "IS", LINE.wkt)])
    import_movements(case, [moved])
    counts = {table: len(Case(case).select(table, f.FID)) for table in (f.EVENTS, "reports", f.MOVEMENTS)}
    assert counts == {f.EVENTS: 1, "reports": 1, f.MOVEMENTS: 1}
    (table,) = read_file(case, "case", (), only_layer=f.EVENTS)
    assert name not in table.columns


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("shape", [AREA, POINT, LINE], ids=lambda shape: shape.geom_type)
def test_every_form_of_text_is_the_same_geometry(tmp_path, form, shape):
    given = csv(tmp_path / "t.csv", ("id", "geometry"), [(1, FORMS[form](shape)), (2, "")])
    (table,) = given.tables()
    assert table.geometry[0].equals(shape) and table.geometry[1] is None
    assert not table.unreadable and ("4326" in table.crs) == form.startswith("E")


def test_a_cell_that_is_no_geometry_is_named(tmp_path):
    rows = [(1, AREA.wkt), (2, AREA.wkt[:30]), (3, "unknown"), (4, AREA.wkt), (5, AREA.wkt)]
    (table,) = csv(tmp_path / "t.csv", ("id", "geom"), rows).tables()
    assert sorted(table.unreadable) == [1, 2] and "geom is not a geometry: 'unknown'" in str(table.unreadable[2])


def test_rows_with_another_reference_number_are_not_read_as_if_they_had_the_first(tmp_path):
    rows = [(1, f"SRID=4326;{AREA.wkt}"), (2, "SRID=32637;POINT (300000 3900000)"), (3, f"SRID=4326;{AREA.wkt}")]
    (table,) = csv(tmp_path / "t.csv", ("id", "geom"), rows).tables()
    assert list(table.unreadable) == [1] and "32637" in str(table.unreadable[1])


@pytest.mark.parametrize(
    "values",
    [
        ["Point of no return", "polygons of control", "line"],
        ["0100000000000000000001", "0112345678901234567890", "010100000000000000000"],
        ['{"type": "Feature"}', "{}", "[1, 2]"],
        ["2017-10-09", "GOV", ""],
        ["POINT (1 2)", "north", "south"],
    ],
)
def test_other_columns_are_no_geometries(tmp_path, values):
    (table,) = csv(tmp_path / "t.csv", ("id", "geometry"), list(enumerate(values))).tables()
    assert table.geometry_field == "" and not table.unreadable


def test_the_usual_name_goes_first_among_several_columns_and_the_report_says_so(tmp_path):
    rows = [(POINT.wkt, AREA.wkt, "2017-10-09", "GOV")]
    (table,) = csv(tmp_path / "t.csv", ("centre", "geom", "date", "holder"), rows).tables()
    assert table.geometry[0].equals(AREA)
    assert [str(note) for _, note in table.notes] == ["several columns hold geometries (geom, centre): 'geom' is read"]


def test_columns_with_coordinates_count_before_the_outline_of_a_place(tmp_path):
    """An event lies where its coordinates are, not at the centre of the district that another column outlines."""
    case = str(tmp_path / "case.gpkg")
    columns = ("id", "date", "actor1", "actor2", "lat", "lon", "district")
    fights = csv(tmp_path / "e.csv", columns, [("1", "2017-10-09", "GOV", "IS", 35.1, 37.9, AREA.wkt)])
    import_events(case, fights)
    (table,) = read_file(case, "case", (), only_layer=f.EVENTS)
    assert np.allclose(shapely.get_coordinates(table.geometry), [(37.9, 35.1)])


def test_tables_of_other_formats_and_layers_without_geometry_are_read_alike(tmp_path, qgis_app):
    path = str(tmp_path / "t.gpkg")
    data = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    layer = data.CreateLayer("t", geom_type=ogr.wkbNone)
    layer.CreateField(ogr.FieldDefn("the_geom", ogr.OFTString))
    row = ogr.Feature(layer.GetLayerDefn())
    row["the_geom"] = AREA.wkt
    layer.CreateFeature(row)
    del row, layer, data
    (table,) = read_file(path, "t", ())
    assert table.geometry[0].equals(AREA)
    opened = QgsVectorLayer("NoGeometry?field=the_geom:string", "t", "memory")
    feature = QgsFeature(opened.fields())
    feature["the_geom"] = AREA.wkt
    opened.dataProvider().addFeature(feature)
    (table,) = layer_input(opened).tables()
    assert table.geometry[0].equals(AREA)


def test_geojson_whose_crs_gdal_would_fetch_is_refused(tmp_path):
    crs = {"type": "link", "properties": {"href": "http://127.0.0.1:9/crs", "type": "ogcwkt"}}
    shape = json.dumps({**json.loads(shapely.to_geojson(AREA)), "crs": crs})
    (table,) = csv(tmp_path / "t.csv", ("id", "geometry"), [(1, shape)]).tables()
    assert list(table.unreadable) == [0] and table.geometry[0] is None


def test_a_map_in_metres_needs_its_crs(tmp_path):
    case = str(tmp_path / "case.gpkg")
    area = shapely.box(300_000, 3_900_000, 310_000, 3_910_000)
    for text, options in ((area.wkt, ImportOptions(crs="EPSG:32637")), (f"SRID=32637;{area.wkt}", ImportOptions())):
        import_maps(case, [csv(tmp_path / "m.csv", ("holder", "date", "wkt"), [("GOV", "2017-10-09", text)])], options)
        (held,) = Case(case).territories(*Case(case).sources()).geometry([0])
        assert shapely.centroid(held).distance(shapely.Point(36.85, 35.27)) < 0.1
