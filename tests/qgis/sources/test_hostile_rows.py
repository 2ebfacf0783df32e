"""Rows as nobody should write them: each costs itself and no other row, and is told with its reason."""

import datetime

import numpy as np
import pytest
import shapely
from osgeo import gdal

from syria_control_plugin.case.catalogue import shipped_factions
from syria_control_plugin.case.import_report import ImportReport
from syria_control_plugin.sources.events.columns import EventOptions
from syria_control_plugin.sources.events.reader import read_events
from syria_control_plugin.sources.files.tables import SourceTable
from syria_control_plugin.sources.maps.reports import ReportOptions, read_places
from syria_control_plugin.sources.movements.options import MovementOptions
from syria_control_plugin.sources.movements.reader import read_movements

UTM = "EPSG:32637"
IN_UTM = (500_000, 3_873_000), (510_000, 3_873_000), (510_000, 3_883_000)
NAN, INF = float("nan"), float("inf")


def table(columns: dict, geometry, crs="", **more) -> SourceTable:
    """``geometry``: Shapely geometries, or WKT."""
    shapes = np.empty(len(geometry), object)
    shapes[:] = [shapely.from_wkt(each) if isinstance(each, str) else each for each in geometry]
    return SourceTable("f.csv", "layer", ("layer",), columns, np.arange(len(geometry)), shapes, crs, **more)


def lines(*shapes, crs="") -> SourceTable:
    count = len(shapes)
    columns = {"id": [f"M{row}" for row in range(count)], "mover": ["GOV"] * count, "date": ["2017-10-24"] * count}
    return table(columns, shapes, crs)


@pytest.mark.parametrize("exceptions", [False, True], ids=["as it is", "exceptions"])
@pytest.mark.parametrize("x", [1e300, 1e12, INF, NAN], ids=str)
def test_coordinates_that_are_nowhere_in_their_crs(x, exceptions, request):
    """PROJ would look for the place of 1e300 for ever."""
    if exceptions:
        request.getfixturevalue("gdal_exceptions")
    report = ImportReport()
    good = shapely.LineString(IN_UTM)
    for crs in (UTM, "EPSG:3857"):
        found, _, _ = read_movements(
            lines(good, shapely.LineString([*IN_UTM, (x, 3_873_000)]), crs=crs),
            MovementOptions(),
            shipped_factions(),
            report,
        )
        assert found.id.tolist() == ["M0"]
    assert [issue.row for issue in report.issues if issue.action == "rejected"] == [1, 1]
    assert all("coordinates" in str(issue.reason) for issue in report.issues if issue.action == "rejected")


def test_a_row_off_the_globe_is_kept_as_it_came(maps, case):
    good, lost = shapely.Polygon(IN_UTM), shapely.Polygon([*IN_UTM[:2], (1e9, 1e9)])
    rows = [({"faction": "GOV"}, good), ({"faction": "IS"}, lost)]
    case.load(maps.ogr("2017-10-24.gpkg", "GPKG", {"map": rows}, epsg=32637))
    ((_, row, action, reason, kept),) = case.issues()
    assert (row, action, reason) == (2, "rejected", "coordinates out of range")
    assert kept.equals(lost)
    assert case.factions() == {"GOV"}


def test_a_crs_that_is_of_no_place_says_so_without_the_words_of_a_program():
    drawing = 'LOCAL_CS["paper",UNIT["metre",1]]'
    with pytest.raises(Exception, match="cannot be transformed to longitude and latitude") as caught:
        read_movements(
            lines("LINESTRING (1 1, 2 2)", crs=drawing), MovementOptions(), shipped_factions(), ImportReport()
        )
    assert "prototypes" not in str(caught.value)


@pytest.mark.parametrize("vertex", [(NAN, 35), (36, NAN)], ids=str)
def test_vertices_that_are_no_numbers_are_told_wherever_they_stand(vertex):
    report = ImportReport()
    found, _, _ = read_movements(
        lines(shapely.LineString([(36, 35), (37, 35)]), shapely.LineString([(36, 35), vertex, (37, 35)])),
        MovementOptions(),
        shipped_factions(),
        report,
    )
    assert found.id.tolist() == ["M0"]
    assert "coordinates that are not numbers" in str(report.lines()[-1])


@pytest.mark.parametrize(
    "shape", ["POINT EMPTY", shapely.LineString([(36, 35), (NAN, 35), (37, 35)]), "GEOMETRYCOLLECTION EMPTY"], ids=str
)
def test_an_event_or_a_place_without_a_point(shape):
    report = ImportReport()
    columns = {"date": ["2017-10-24"] * 2, "side_a": ["GOV"] * 2, "side_b": ["IS"] * 2, "place": ["A", "B"]}
    given = table(columns, ["POINT (36 35)", shape])
    events, _, _ = read_events(given, EventOptions(), shipped_factions(), report)
    places = read_places(given, ReportOptions(), report, True)
    assert len(events) == 1 and list(places.index) == ["A"]
    assert [(issue.row, str(issue.reason)) for issue in report.issues] == [(1, "no usable coordinates")] * 2


@pytest.mark.parametrize("date", [10**40, 2**63, -(10**400), 1e300, INF, NAN, True, "9" * 10_000], ids=repr)
def test_numbers_that_are_no_dates(date):
    report = ImportReport()
    columns = {"date": ["2017-10-24", date], "side_a": ["GOV"] * 2, "side_b": ["IS"] * 2}
    events, _, _ = read_events(table(columns, ["POINT (36 35)"] * 2), EventOptions(), shipped_factions(), report)
    assert events.start.astype(str).tolist() == ["2017-10-24T00:00:00"]
    ((row, reason),) = [(issue.row, str(issue.reason)) for issue in report.issues]
    assert row == 1 and 10 < len(reason) < 500


def test_dates_that_are_dates_are_found():
    """Other than text and numbers: as a provider of QGIS may hand them over."""
    moments = [datetime.date(2017, 10, 24), datetime.datetime(2017, 10, 25, 12)]
    given = table(
        {"mover": ["GOV"] * 2, "reported": moments}, ["LINESTRING (36 35, 37 35)", "LINESTRING (36 35, 37 36)"]
    )
    found, _, _ = read_movements(given, MovementOptions(), shipped_factions(), ImportReport())
    assert found.start.astype(str).tolist() == ["2017-10-24T00:00:00", "2017-10-25T00:00:00"]


def test_a_file_without_the_field_of_the_others_costs_only_itself(maps, case):
    for day in range(1, 9):
        maps(f"2017-10-0{day}.geojson", "GOV 36-37")
    maps.geojson("2017-10-02.geojson", ({"who": "IS"}, maps.strip(36, 37)))
    case.load(maps.folder)
    assert case.dates() == [f"2017-10-0{day}" for day in (1, 3, 4, 5, 6, 7, 8)]
    ((file, _, action, reason, _),) = case.issues()
    assert (file, action) == ("2017-10-02.geojson", "rejected") and "has no field 'faction'" in reason


def test_gdal_is_quiet_about_rows_that_are_told(capfd):
    before = gdal.GetUseExceptions()
    shape = shapely.LineString([*IN_UTM, (500_000, 1e8)])
    read_movements(
        lines(shapely.LineString(IN_UTM), shape, crs=UTM), MovementOptions(), shipped_factions(), ImportReport()
    )
    assert capfd.readouterr().err == "" and gdal.GetUseExceptions() == before
