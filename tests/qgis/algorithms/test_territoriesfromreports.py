"""territoriesfromreports: places with holders become cells, labelled derived."""

import json
import math
import sqlite3

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

FIELDS = ("place", "date", "holder", "source")
ROWS = [
    ("A", "2017-10-08", "OPP", "S1", "POINT (37.0 35.0)"),
    ("B", "2017-10-08", "Syrian army", "S1", "POINT (37.1 35.0)"),
    ("A", "2017-10-09", "Syrian army", "S2", "POINT (37.0 35.0)"),
]


def made(kit, layer, **more):
    return kit.run("territoriesfromreports", {"INPUT": layer, "OUTPUT": str(kit.folder / "case.gpkg"), **more})


def rows(results, sql):
    with sqlite3.connect(results["OUTPUT"]) as database:
        return database.execute(sql).fetchall()


def test_holders_change_on_the_day_of_the_report(kit):
    results = made(kit, kit.layer("reports", ROWS, "Point", fields=FIELDS))
    found = rows(results, "SELECT faction, substr(valid_from, 1, 10), substr(valid_to, 1, 10), basis FROM territories "
                 "ORDER BY 1, 2")  # fmt: skip
    derived = "derived from reports"
    assert found == [
        ("GOV", "2017-10-08", "2017-10-09", derived),
        ("GOV", "2017-10-09", None, derived),
        ("OPP", "2017-10-08", "2017-10-09", derived),
    ]
    assert (results["ROWS"], results["REJECTED"]) == (3, 0)
    assert rows(results, "SELECT place, source FROM reports ORDER BY report_date, place") == [
        ("A", "S1"), ("B", "S1"), ("A", "S2"),
    ]  # fmt: skip


def test_the_case_says_that_they_are_derived_unless_it_has_a_note_of_its_own(kit):
    results = made(kit, kit.layer("reports", ROWS[:2], "Point", fields=FIELDS))
    ((note,),) = rows(results, "SELECT value FROM case_settings WHERE key = 'note'")
    assert json.loads(note).startswith("Derived: territories are drawn from reports")
    with sqlite3.connect(results["OUTPUT"]) as database:
        database.execute("UPDATE case_settings SET value = '\"Mine.\"' WHERE key = 'note'")
    database.close()
    made(kit, kit.layer("reports", ROWS, "Point", fields=FIELDS))
    assert rows(results, "SELECT value FROM case_settings WHERE key = 'note'") == [('"Mine."',)]


@pytest.mark.parametrize("distance", [2.0, 4.0])
def test_ground_ends_at_the_distance_limit(kit, distance):
    results = made(kit, kit.layer("reports", ROWS[:1], "Point", fields=FIELDS), DISTANCE=distance)
    (feature,) = QgsVectorLayer(f"{results['OUTPUT']}|layername=territories", "", "ogr").getFeatures()
    box = feature.geometry().boundingBox()
    assert box.height() / 2 * 110.94 == pytest.approx(distance, rel=0.01)
    assert box.width() / 2 * 111.32 * math.cos(math.radians(35)) == pytest.approx(distance, rel=0.01)


def test_area_of_interest_cuts_and_stands_in_for_the_limit(kit):
    layer = kit.layer("reports", ROWS, "Point", fields=FIELDS)
    with pytest.raises(QgsProcessingException, match="(?i)distance|area"):
        made(kit, layer, DISTANCE=0)
    box = "POLYGON ((36.9 34.9, 37.2 34.9, 37.2 35.1, 36.9 35.1, 36.9 34.9))"
    area = kit.layer("hama", [(1, box)], crs="EPSG:32637", fields=("id:integer",))
    results = made(kit, layer, DISTANCE=0, AREA=area)
    extent = QgsVectorLayer(f"{results['OUTPUT']}|layername=territories", "", "ogr").extent()
    assert [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()] == pytest.approx(
        [36.9, 34.9, 37.2, 35.1], abs=1e-6
    )


def test_table_of_reports_and_table_of_places(kit):
    reports = kit.layer("reports", [(*row[:4], None) for row in ROWS], "None", fields=FIELDS)
    places = kit.layer("places", [("A", "37.0", "35.0", None), ("B", "37.1", "35.0", None)], "None",
                       fields=("place", "lon", "lat"))  # fmt: skip
    apart = made(kit, reports, PLACES=places)
    together = made(kit, kit.layer("reports", ROWS, "Point", fields=FIELDS), OUTPUT=str(kit.folder / "other.gpkg"))
    sql = "SELECT faction, valid_from, valid_to, hex(geom) FROM territories ORDER BY 1, 2"
    assert rows(apart, sql) == rows(together, sql)


def test_csv_by_path_with_columns_named_by_the_user(kit):
    path = kit.folder / "reports.csv"
    path.write_text("ort,x1,y1,am,wer\nA,37.0,35.0,08.10.2017,Daesh\nA,37.0,35.0,19.10.2017,GOV\n", encoding="utf-8")
    named = {"PLACE_FIELD": "ort", "LON_FIELD": "x1", "LAT_FIELD": "y1", "DATE_FIELD": "am", "HOLDER_FIELD": "wer"}
    results = made(kit, str(path), **named)
    assert rows(results, "SELECT faction, substr(valid_from, 1, 10) FROM territories ORDER BY 2") == [
        ("IS", "2017-10-08"), ("GOV", "2017-10-19"),
    ]  # fmt: skip


def test_bad_reports_are_kept_with_their_reason(kit):
    bad = [("A", "someday", "OPP", "S", "POINT (37.0 35.0)"), ("A", "2017-10-09", "", "S", "POINT (37.0 35.0)"),
           ("C", "2017-10-09", "OPP", "S", None)]  # fmt: skip
    page = str(kit.folder / "report.html")
    results = made(kit, kit.layer("reports", [*ROWS, *bad], "Point", fields=FIELDS), REPORT=page)
    assert results["REJECTED"] == 3
    assert len(rows(results, "SELECT reason FROM import_issues WHERE action = 'rejected'")) == 3
    assert "someday" in open(page, encoding="utf-8").read()


def test_two_holders_on_one_day_are_contested(kit):
    rows_ = [ROWS[0], ("A", "2017-10-08", "IS", "S3", "POINT (37.0 35.0)")]
    results = made(kit, kit.layer("reports", rows_, "Point", fields=FIELDS))
    assert "Time zone of days: Asia/Damascus (proposed from the place of the data)." in kit.feedback.infos
    assert rows(results, "SELECT class FROM derived_classes") == [("contested",)]


def test_runs_beside_an_import_in_one_case(kit):
    made(kit, kit.layer("reports", ROWS, "Point", fields=FIELDS))
    case = {"INPUT": str(kit.maps_folder()), "OUTPUT": str(kit.folder / "case.gpkg")}
    results = kit.run("importcontrolseries", case)
    assert rows(results, "SELECT DISTINCT source FROM territories ORDER BY 1") == [("maps",), ("reports",)]
    assert results["ROWS"] == 7
