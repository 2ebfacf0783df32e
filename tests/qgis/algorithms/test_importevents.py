"""importevents: tables of ACLED, UCDP GED and others become the events of a case."""

import sqlite3

import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.corridors import inputs_of
from syria_control_plugin.mapping.layers.layers import add_case

FIELDS = ("date", "side_a", "side_b", "id")
ROWS = [
    ("2017-10-08", "GOV", "HTS, Southern Front", "1", "POINT (37.0 35.0)"),
    ("2017-10-09", "IS", "Civilians", "2", "POINT (37.1 35.0)"),
    ("2017-10-10", "Daesh", "Syrian insurgents", "3", "POINT (37.2 35.0)"),
]


def imported(kit, given, **more):
    return kit.run("importevents", {"INPUT": given, "OUTPUT": str(kit.folder / "case.gpkg"), **more})


def rows(results, sql):
    with sqlite3.connect(results["OUTPUT"]) as database:
        return database.execute(sql).fetchall()


def events(kit, rows=ROWS, name="hama events"):
    return kit.layer(name, rows, "Point", fields=FIELDS)


def test_events_land_in_the_case_with_their_factions_and_counts(kit):
    results = imported(kit, events(kit))
    assert rows(
        results, "SELECT event, factions_a, factions_b, kind, substr(valid_from, 1, 10), source FROM events"
    ) == [
        ("1", "GOV", "OPP", "fight", "2017-10-08", "hama events"),
        ("2", "IS", "", "fight", "2017-10-09", "hama events"),
        ("3", "IS", "OPP", "fight", "2017-10-10", "hama events"),
    ]
    counts = [results[name] for name in ("EVENTS", "MATCHED", "UNMATCHED", "COMBINED", "REJECTED")]
    assert counts == [3, 2, 1, 1, 0]
    assert not any("Civilians" in info for info in kit.feedback.infos)  # they are no party


def test_the_layer_is_the_events_in_their_style(kit):
    results = imported(kit, events(kit))
    layer = QgsVectorLayer(results["LAYER"], "", "ogr")
    assert layer.isValid() and layer.featureCount() == 3
    assert [category.label() for category in layer.renderer().categories()][0] == "Clash event"


def test_a_case_of_events_alone_opens(kit):
    results = imported(kit, events(kit))
    project = QgsProject.instance()
    group = add_case(project, Case(results["OUTPUT"]), Case(results["OUTPUT"]).tables(), "events only")
    assert {node.name() for node in group.findLayers()} == {"Clash events", "Control"}
    assert all(node.layer().isValid() for node in group.findLayers())


def test_the_layer_is_loaded_unless_the_project_shows_it(kit):
    context_of = []
    for _ in range(2):
        results = imported(kit, events(kit))
        context_of.append(list(kit.context.layersToLoadOnCompletion()))
        add_case(QgsProject.instance(), Case(results["OUTPUT"]), ["events"], "shown")
    assert context_of[0] == [results["LAYER"]] and context_of[1] == []


UCDP = """id,type_of_violence,side_a,side_b,where_prec,location,latitude,longitude,date_prec,date_start,date_end
1,1,Government of Syria,IS,3,"<b>A; B</b>",35.4,37.5,1,2017-10-08,2017-10-08
"""


def test_the_reach_of_a_place_code_can_be_set_and_makes_corridors_stale(kit):
    path = kit.folder / "ged.csv"
    path.write_text(UCDP, encoding="utf-8")
    reach = "SELECT reach_km, reach_basis FROM events"
    results = imported(kit, str(path))
    case = Case(results["OUTPUT"])
    assert rows(results, reach) == [(50, "assumed")]
    stated = inputs_of(case)
    results = imported(kit, str(path), REACHES=[" 3", "12.5"])
    assert rows(results, reach) == [(12.5, "set by the analyst")]
    assert "Place code 3: 1 rows, known to within 12.5 km (set by the analyst)." in kit.feedback.infos
    assert inputs_of(case) != stated
    with pytest.raises(QgsProcessingException, match="'9' is not a place code"):
        imported(kit, str(path), REACHES=["9", "1"])


def test_csv_as_excel_saves_it(kit):
    path = kit.folder / "events.csv"
    text = "\ufeffNr;Datum;Wer;Gegen;lon;lat\n1.0;24.10.2017;GOV;HTS;37,1;35,2\n2.0;25.10.2017;GOV;;37,1;35,2\n"
    path.write_text(text, encoding="utf-8")
    named = {"ID_FIELD": "Nr", "SIDE_A_FIELD": "Wer", "SIDE_B_FIELD": "Gegen"}
    results = imported(kit, str(path), **named)
    assert rows(results, "SELECT event, substr(valid_from, 1, 10), factions_a, factions_b FROM events") == [
        ("1", "2017-10-24", "GOV", "OPP"),
        ("2", "2017-10-25", "GOV", ""),
    ]
    (point,) = {feature.geometry().asWkt(1) for feature in QgsVectorLayer(results["LAYER"], "", "ogr").getFeatures()}
    assert point.upper() == "POINT (37.1 35.2)"


def test_open_day_and_month_ask_for_the_order(kit):
    layer = events(kit, [("5/6/2017", "GOV", "IS", "1", "POINT (37 35)")])
    with pytest.raises(QgsProcessingException, match="5/6/2017.*date order"):
        imported(kit, layer)
    results = imported(kit, layer, DATE_ORDER="MDY")
    assert rows(results, "SELECT substr(valid_from, 1, 10) FROM events") == [("2017-05-06",)]


def test_bad_rows_are_kept_with_their_reason(kit):
    bad = [("someday", "GOV", "IS", "4", "POINT (37 35)"), ("someday", "", "", "5", "POINT (37 35)"),
           ("2017-10-09", "GOV", "IS", "6", None)]  # fmt: skip
    page = kit.folder / "report.html"
    results = imported(kit, events(kit, [*ROWS, *bad]), REPORT=str(page))
    assert (results["EVENTS"], results["REJECTED"]) == (3, 3)
    assert len(rows(results, "SELECT reason FROM import_issues WHERE action = 'rejected'")) == 3
    assert "someday" in page.read_text(encoding="utf-8")


def test_all_unmatched_actors_are_in_the_page_and_the_most_frequent_in_the_log(kit):
    hostile = "<b>militia</b> {number}"
    rows_ = [("2017-10-09", "GOV", hostile.format(number=n), str(n), "POINT (37 35)") for n in range(30)]
    page = kit.folder / "report.html"
    imported(kit, events(kit, rows_), REPORT=str(page))
    listed = [line for line in kit.feedback.infos if "militia" in line]
    assert 0 < len(listed) < 30 and any(" more; " in line for line in kit.feedback.infos)
    text = page.read_text(encoding="utf-8")
    assert all(f"&lt;b&gt;militia&lt;/b&gt; {n}&" in text for n in range(30)) and "<b>militia" not in text


def test_runs_beside_an_import_of_maps_in_one_case(kit):
    imported(kit, events(kit))
    case = {"INPUT": str(kit.maps_folder()), "OUTPUT": str(kit.folder / "case.gpkg")}
    results = kit.run("importcontrolseries", case)
    assert rows(results, "SELECT count(*) FROM events") == [(3,)]
    again = imported(kit, events(kit, ROWS[:1]))
    assert rows(again, "SELECT count(*) FROM events") == [(1,)]
    assert rows(again, "SELECT count(*) FROM territories") == [(results["ROWS"],)]


def test_the_events_of_a_case_go_into_another(kit):
    first = imported(kit, events(kit), SOURCE="Team A")
    second = imported(kit, f"{first['OUTPUT']}|layername=events", OUTPUT=str(kit.folder / "other.gpkg"))
    columns = "event, valid_from, valid_to, factions_a, factions_b, side_a, side_b, kind, is_exact_date, reach_km"
    sql = f"SELECT {columns}, label, source, hex(geom) FROM events"
    assert rows(first, sql) == rows(second, sql)
    assert (second["EVENTS"], second["MATCHED"], second["COMBINED"]) == (3, 2, 1)


def test_a_layer_that_lost_rows_of_its_file_says_so(kit):
    path = kit.folder / "events.csv"
    lines = "".join(f"{n},2017-10-{n:02d},GOV,IS,37.{n},35.5\n" for n in range(10, 20))
    path.write_text(f'id,date,side_a,side_b,lon,lat\n9,2017-10-09,"GOV,IS,37.1,35.5\n{lines}')
    layer = QgsVectorLayer(str(path), "events", "ogr")
    QgsProject.instance().addMapLayer(layer)
    with pytest.raises(QgsProcessingException):  # the one row that QGIS has left of it is no event
        imported(kit, layer.id())
    path.write_text(
        f'id,date,side_a,side_b,lon,lat\n{lines}9,2017-10-09,"GOV,IS,37.1,35.5\n8,2017-10-08,GOV,IS,37,35\n'
    )
    layer = QgsVectorLayer(str(path), "events", "ogr")
    QgsProject.instance().addMapLayer(layer)
    results = imported(kit, layer.id())
    issues = rows(results, "SELECT reason FROM import_issues")
    (reason,) = [text for (text,) in issues if "'events.csv'" in text]
    left = layer.featureCount()
    assert left in (10, 11), "GDAL before 3.10 takes all after the quotation mark as one row, later ones leave it out"
    assert f"has 12 rows, but the layer has {left}. The first row that differs is row 11: '9, 2017-10-09" in reason
