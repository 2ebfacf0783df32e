"""Movements from files and layers as they come: dated lines, timed lines, timed fixes."""

import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import gdal, ogr, osr
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QTime

from syria_control_plugin.case.catalogue import shipped_factions
from syria_control_plugin.case.editing import editing
from syria_control_plugin.case.import_report import NOTED, REJECTED, REPAIRED, ImportReport
from syria_control_plugin.case.schema import TEXT
from syria_control_plugin.case.values import line_measures, measured_line
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.dates.options import DateOrder
from syria_control_plugin.core.errors import AmbiguousDate, Cancelled, SourceError
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.files.project_layers import layer_input
from syria_control_plugin.sources.movements.importing import import_movements
from syria_control_plugin.sources.movements.options import MovementOptions
from syria_control_plugin.sources.movements.reader import read_movements
from syria_control_plugin.sources.movements.times import times_of_measures
from syria_control_plugin.sources.sample import build_sample

HEADER = "id,mover,date,wkt\n"
LINE = '"LINESTRING (37 35, 37.1 35.1)"'
START = np.datetime64("2017-10-24", "s")
T0 = 1508832000  # 2017-10-24T08:00:00Z
GPX = '<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">{}</gpx>'


class Read:
    """What was read: ``rows`` (id, mover, start/end, places; with the times of a timed one), issues, other columns."""

    def __init__(self, given, **options):
        if not hasattr(given, "tables"):
            (given,), _ = list_inputs([str(given)])
        self.report = ImportReport()
        self.movements, self.factions, self.extra = read_movements(
            given, MovementOptions(**options), shipped_factions(), self.report
        )

    @property
    def rows(self) -> list[tuple]:
        made = self.movements
        return [
            (made.id[n], made.mover[n], f"{short(made.start[n])}/{short(made.end[n])}", self.places(n))
            for n in range(len(made))
        ]

    def places(self, row: int) -> str:
        part = slice(self.movements.first[row], self.movements.first[row + 1])
        return ", ".join(f"{x:g} {y:g}" for x, y in self.movements.lonlat[part].round(6))

    @property
    def times(self) -> list[str]:
        return [short(time) for time in self.movements.time]

    def reasons(self, action=REJECTED) -> list[tuple]:
        return [(issue.row, str(issue.reason)) for issue in self.report.issues if issue.action == action]


def short(time) -> str:
    text = str(np.datetime64(time, "s")).replace("T", " ")
    return text[:-9] if text.endswith(" 00:00:00") else text[:-3] if text.endswith(":00") else text


def layer(kind, fields, *rows, crs="EPSG:4326", name="tracks"):
    """A memory layer; rows: (values…, WKT or None)."""
    columns = "".join(f"&field={each}:string" for each in fields)
    made = QgsVectorLayer(f"{kind}?crs={crs}{columns}", name, "memory")
    for *values, wkt in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(values)
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert made.dataProvider().addFeature(feature)
    return layer_input(made)


def test_lines_of_a_csv_with_wkt(maps):
    found = Read(maps.text("m.csv", f"{HEADER}M1,Daesh,2017-10-09,{LINE}\nM2,GOV,24.10.2017,{LINE}\n"))
    assert found.rows == [
        ("M1", "IS", "2017-10-09/2017-10-10", "37 35, 37.1 35.1"),
        ("M2", "GOV", "2017-10-24/2017-10-25", "37 35, 37.1 35.1"),
    ]
    assert not found.movements.is_timed.any()
    assert found.movements.source.tolist() == ["m", "m"]
    assert found.extra == {}
    assert found.report.rows_loaded == 2


@pytest.mark.parametrize("column", ["wkt", "WKT", "geom", "weg"])
def test_the_field_with_wkt_is_found_by_what_it_holds(maps, column):
    text = f"{column},who,when,why\n{LINE},GOV,2017-10-09,convoy\n"
    assert Read(maps.text("m.csv", text)).rows[0][1:] == ("GOV", "2017-10-09/2017-10-10", "37 35, 37.1 35.1")


def test_other_fields_are_kept_as_text(maps):
    found = Read(maps.text("m.csv", f"id,mover,date,note,n,source,wkt\nM1,IS,2017-10-09,a 'note',4,SOHR,{LINE}\n"))
    assert found.extra == {"note": ["a 'note'"], "n": ["4"]}
    assert found.movements.source.tolist() == ["SOHR"]


def test_fields_named_by_the_user(maps):
    path = maps.text("m.csv", f"a,b,c,d,e\nx1,Daesh,2017-10-09,S1,{LINE}\n")
    found = Read(path, id_field="A", faction_field="b", date_field="c", source_field="d", wkt_field="e")
    assert found.rows == [("x1", "IS", "2017-10-09/2017-10-10", "37 35, 37.1 35.1")]
    assert found.movements.source.tolist() == ["S1"]


@pytest.mark.parametrize("option", [name for name in MovementOptions.__dataclass_fields__ if name.endswith("_field")])
def test_a_field_that_is_not_there_is_named(maps, option):
    path = maps.text("m.csv", f"{HEADER}M1,IS,2017-10-09,{LINE}\n")
    wish = {option: "Atlantis", **({"start_field": "date"} if option == "end_field" else {})}
    with pytest.raises(SourceError, match="Atlantis.*id, mover, date"):
        Read(path, **wish)


@pytest.mark.parametrize(
    "start, end, last_day, expected",
    [
        ("2017-10-09", "2017-10-12", False, "2017-10-09/2017-10-12"),
        ("2017-10-09", "12 October 2017", True, "2017-10-09/2017-10-13"),
        ("2017-10-09", "2017-10-12T00:00:00", True, "2017-10-09/2017-10-12"),
        ("2017-10-09 14:30", "2017-10-09", True, "2017-10-09 14:30/2017-10-10"),
        ("2017-10-09", "2017-10-12", True, "2017-10-09/2017-10-13"),
        ("2017-10-09", "2017-10-09", False, "2017-10-09/2017-10-10"),
        ("2017-10-09", "", False, "2017-10-09/2017-10-10"),
        ("2017-10-09 14:30", "2017-10-09 16:00", True, "2017-10-09 14:30/2017-10-09 16:00"),
        ("2017-10-09T23:30:00+03:00", "2017-10-10T04:00:00+03:00", True, "2017-10-09 20:30/2017-10-10 01:00"),
        ("2017-10", "", True, "2017-10-01/2017-11-01"),
        ("2017-10-09", "NA", True, "2017-10-09/2017-10-10"),
        ("2017-10-09", "2017-11", True, "2017-10-09/2017-12-01"),
        ("2017-10-09", "2017-11", False, "2017-10-09/2017-11-01"),
    ],
)
def test_start_and_end(maps, start, end, last_day, expected):
    path = maps.text("m.csv", f"id,mover,start_date,end_date,wkt\nM1,IS,{start},{end},{LINE}\n")
    assert Read(path, end_is_last_day=last_day).rows[0][2] == expected


@pytest.mark.parametrize(
    ("name", "date", "expected"),
    [
        ("m_2017-10", "", "2017-10-01/2017-11-01"),
        ("9-24 Oct 2017", "", "2017-10-09/2017-10-25"),
        ("m", "2017-10", "2017-10-01/2017-11-01"),
        ("m", "1507507200000", "2017-10-09/2017-10-10"),
    ],
)
def test_a_month_or_a_period_is_all_of_it(maps, name, date, expected):
    field = ("date,", f"{date},") if date else ("", "")
    result = Read(maps.text(f"{name}.csv", f"id,mover,{field[0]}wkt\nM1,IS,{field[1]}{LINE}\n"))
    assert result.rows[0][2] == expected
    is_span = "2017-11-01" in expected
    assert any("month, a quarter or a year: 1" in str(line) for line in result.report.detected) is is_span


@pytest.mark.parametrize(("last_day", "read"), [(True, "last day of"), (False, "first day after")])
def test_the_report_states_how_ends_were_read(maps, last_day, read):
    """Dates alone are open to both readings; a time of day is not, and no end needs none."""
    rows = "".join(f"M{n},IS,2017-10-09,{end},{LINE}\n" for n, end in enumerate(("2017-10-10", "2017-10-10 12:00", "")))
    path = maps.text("m.csv", f"id,mover,start_date,end_date,wkt\n{rows}")
    lines = [str(line) for line in Read(path, end_is_last_day=last_day).report.detected]
    assert [line for line in lines if "Ends" in line] == [
        f"Ends that are dates without a time: 1, read as the {read} the movement."
    ]


def test_movements_of_a_case_end_as_stored(maps):
    """Their ends are moments: a movement of 9 October that is read again stays one of a day."""
    columns = "movement,faction,valid_from,valid_to,series,source,wkt"
    path = maps.text("m.csv", f"{columns}\nM1,IS,2017-10-09T00:00:00Z,2017-10-10T00:00:00Z,s,s,{LINE}\n")
    assert Read(path).rows[0][2] == "2017-10-09/2017-10-10"


@pytest.mark.parametrize("date", ["2017-10-24", "24.10.2017", "24 Oct 2017 14:05", "2017-10-24T01:00:00+03:00"])
def test_a_line_counts_for_the_day_of_its_date(maps, date):
    """In UTC: one o'clock at night in Damascus is still the day before."""
    expected = "2017-10-23/2017-10-24" if "+03" in date else "2017-10-24/2017-10-25"
    assert Read(maps.text("m.csv", f"{HEADER}M1,IS,{date},{LINE}\n")).rows[0][2] == expected


def test_day_and_month_are_asked_for(maps):
    path = maps.text("m.csv", f"{HEADER}M1,IS,5/6/2017,{LINE}\n")
    with pytest.raises(AmbiguousDate):
        Read(path)
    assert Read(path, date_order=DateOrder.DAY_FIRST).rows[0][2] == "2017-06-05/2017-06-06"


def test_date_and_faction_in_names_of_file_and_folder(maps):
    path = maps.ogr("IS/way 2017-10-09.geojson", "GeoJSON", {"way": [({"note": "x"}, "LINESTRING (37 35, 37.1 35)")]})
    (found,) = Read(path).rows
    assert found[1:3] == ("IS", "2017-10-09/2017-10-10")


def test_parts_of_a_multiline_are_movements_of_their_own(maps):
    wkt = "MULTILINESTRING ((37 35, 37.1 35), (37.2 35, 37.3 35), (37.4 35, 37.4 35))"
    found = Read(maps.text("m.csv", f'{HEADER}M1,IS,2017-10-09,"{wkt}"\nM2,IS,2017-10-09,{LINE}\n'))
    assert [row[0] for row in found.rows] == ["M1/1", "M1/2", "M2"]
    noted = [reason for _, reason in found.reasons(NOTED)]
    assert "has 3 parts: each is a separate movement" in noted
    assert "part 3 stays at one point: left out" in noted


@pytest.mark.parametrize(
    "wkt, rows",
    [
        ("(37 35, 37.1 35), (37.1 35, 37.2 35)", {"M1": "37 35, 37.1 35, 37.2 35"}),
        ("(37 35, 38 35), (38 35, 39 35), (38 36, 39 36)", {"M1/1": "37 35, 38 35, 39 35", "M1/2": "38 36, 39 36"}),
        ("(37 35, 37.1 35), (38 35, 39 35), (39 35, 40 36)", {"M1/1": "37 35, 37.1 35", "M1/2": "38 35, 39 35, 40 36"}),
        ("(37 35, 37.1 35), (37.2 35, 37.1 35)", {"M1/1": "37 35, 37.1 35", "M1/2": "37.2 35, 37.1 35"}),  # end at end
        ("(179 35, 180 35), (-180 35, -179 35)", {"M1": "179 35, 180 35, -179 35"}),  # as GeoJSON asks for
        ("(-179 35, -180 35), (180 35, 179 35)", {"M1": "-179 35, -180 35, 179 35"}),
        ("(179 35, 181 35), (-179 35, -178 35)", {"M1": "179 35, 181 35, -178 35"}),
        ("(179 35, 180 35), (-180 36, -179 36)", {"M1/1": "179 35, 180 35", "M1/2": "-180 36, -179 36"}),
    ],
)  # fmt: skip
def test_parts_that_join_end_to_end_are_one_movement(maps, wkt, rows):
    found = Read(maps.text("m.csv", f'{HEADER}M1,IS,2017-10-09,"MULTILINESTRING ({wkt})"\n'))
    assert {row[0]: row[3] for row in found.rows} == rows
    noted = " ".join(reason for _, reason in found.reasons(NOTED))
    assert ("meet end to end" in noted) == any(text.count(",") > 1 for text in rows.values())
    assert ("each is a separate movement" in noted) == (len(rows) > 1)


def test_timed_parts_that_join_are_one_movement(maps):
    """The vertex at the joint is one, where its M values are: else somebody waited there."""
    head = "id,mover,wkt\n"
    for wait, expected in ((0, ["08:00", "08:10", "08:20"]), (300, ["08:00", "08:10", "08:15", "08:20"])):
        parts = f"(37 35 {T0}, 37.1 35 {T0 + 600}), (37.1 35 {T0 + 600 + wait}, 37.2 35 {T0 + 1200})"
        rest = f"(37.2 36 {T0 + 3600}, 37.3 36 {T0 + 4200})"
        found = Read(maps.text("m.csv", f'{head}M1,IS,"MULTILINESTRING M ({parts}, {rest})"\n'))
        assert list(found.movements.id) == ["M1/1", "M1/2"]
        assert found.times == [f"2017-10-24 {time}" for time in (*expected, "09:00", "09:10")]


def test_a_line_of_geojson_cut_at_the_antimeridian(maps):
    path = maps.at("m.geojson")
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [{
        "type": "Feature", "properties": {"id": "M1", "mover": "IS", "date": "2017-10-09"},
        "geometry": {"type": "MultiLineString", "coordinates": [[[179, 1], [180, 1]], [[-180, 1], [-179, 1]]]},
    }]}))  # fmt: skip
    assert Read(path).rows == [("M1", "IS", "2017-10-09/2017-10-10", "179 1, 180 1, -179 1")]


@pytest.mark.parametrize("wkt", ["179 35, 181 35", "-179 35, -181 35", "179 35, 300 35, 360 35", "181 35, 182 35"])
def test_longitudes_that_run_on_beyond_180(maps, wkt):
    rows = f'{HEADER}M1,IS,2017-10-09,"LINESTRING ({wkt})"\nM2,IS,2017-10-09,{LINE}\nM3,IS,2017-10-09,{LINE}\n'
    assert Read(maps.text("m.csv", rows)).rows[0][3] == wkt
    assert Read(maps.text("m.csv", rows), crs="EPSG:4326").rows[0][3] == wkt


def test_lines_that_run_on_beside_one_that_is_off(maps):
    lines = ["179 35, 181 35", "179 35, 181 35", "500000 35, 500100 35", "37 35, 38 35"]
    rows = "".join(f'M{n},IS,2017-10-09,"LINESTRING ({line})"\n' for n, line in enumerate(lines))
    assert [row[0] for row in Read(maps.text("m.csv", HEADER + rows)).rows] == ["M0", "M1", "M3"]


def test_one_line_alone_that_runs_on(maps):
    assert (
        Read(maps.text("m.csv", f'{HEADER}M1,IS,2017-10-09,"LINESTRING (179 35, 181 35)"\n')).places(0)
        == "179 35, 181 35"
    )


@pytest.mark.parametrize("wkt", ["37 35, 250 35", "179 35, 361 35", "179 35, 181 91", "-100 0, -179 0, -361 0"])
def test_longitudes_that_jump_or_go_too_far_are_off_the_globe(maps, wkt):
    rows = f'{HEADER}M1,IS,2017-10-09,"LINESTRING ({wkt})"\nM2,IS,2017-10-09,{LINE}\nM3,IS,2017-10-09,{LINE}\n'
    for options in ({}, {"crs": "EPSG:4326"}):
        found = Read(maps.text("m.csv", rows), **options)
        assert [row[0] for row in found.rows] == ["M2", "M3"] and "out of range" in found.reasons()[0][1]


def test_ids_that_repeat_are_told_apart_and_missing_ones_made(maps):
    rows = "".join(f"{name},IS,2017-10-09,{LINE}\n" for name in ("A", "A", "A (2)", "", "A"))
    found = Read(maps.text("m.csv", HEADER + rows))
    assert len(set(found.movements.id)) == 5
    assert found.movements.id[[0, 2]].tolist() == ["A", "A (2)"]
    assert "2 movements repeat the id of another" in found.reasons(NOTED)[-1][1]


BAD = [
    ("M2,IS,2017-10-09,", "is not a line or point in WKT"),
    ('M2,IS,2017-10-09,"LINESTRING (37 35)"', "fewer than two points"),
    ('M2,IS,2017-10-09,"LINESTRING (37 35, 37 35)"', "stays at one point"),
    ('M2,IS,2017-10-09,"LINESTRING (37 35, 250 35)"', "out of range"),
    ('M2,IS,2017-10-09,"LINESTRING EMPTY"', "no geometry"),
    ('M2,IS,2017-10-09,"LINESTRING (a b)"', "a b"),
    (f"M2,,2017-10-09,{LINE}", "no faction"),
    (f"M2,IS,,{LINE}", "The date is missing"),
    (f"M2,IS,someday,{LINE}", "someday"),
    (f"M2,IS,3017-10-09,{LINE}", "3017-10-09"),
    (f"M2,IS,2017-02-30,{LINE}", "2017-02-30"),
]


@pytest.mark.parametrize("row, reason", BAD)
def test_a_bad_row_is_rejected_with_its_reason_and_the_good_ones_load(maps, row, reason):
    good = "".join(f"G{n},GOV,2017-10-24,{LINE}\n" for n in range(9))
    found = Read(maps.text("m.csv", f"{HEADER}{row}\n{good}"))
    assert len(found.rows) == 9
    ((number, told),) = found.reasons()
    assert number == 1 and reason in told
    (issue,) = (issue for issue in found.report.issues if issue.action == REJECTED)
    assert issue.file == "m.csv" and issue.attributes["id"] == "M2"


def test_nothing_left_is_an_error_that_says_why(maps):
    with pytest.raises(SourceError, match="(?s)m.csv.*no faction"):
        Read(maps.text("m.csv", f"{HEADER}M1,,2017-10-09,{LINE}\n"), faction_field="mover")
    with pytest.raises(SourceError, match="m.csv.*has no rows"):
        Read(maps.text("m.csv", HEADER))
    with pytest.raises(SourceError, match="m.csv.*neither lines nor points"):
        Read(maps.text("m.csv", "id,mover\nM1,IS\n"))
    territory = maps.geojson("m.geojson", ({"faction": "IS"}, shapely.box(37, 35, 38, 36)))
    with pytest.raises(SourceError, match="m.geojson.*Polygon"):
        Read(territory)


def test_an_unknown_mover_is_counted(maps):
    found = Read(maps.text("m.csv", f"{HEADER}M1,Robert'); DROP,2017-10-09,{LINE}\nM2,IS,2017-10-09,{LINE}\n"))
    assert found.movements.mover.tolist() == ["Robert'), DROP", "IS"]  # "; " stands between holders
    assert found.report.unknown_factions == {"Robert'), DROP": 1}
    assert "Robert'), DROP" in found.factions


def test_a_faction_for_all(maps):
    assert Read(maps.text("m.csv", f"id,date,wkt\nM1,2017-10-09,{LINE}\n"), faction="Daesh").rows[0][1] == "IS"


def test_other_crs(maps):
    path = maps.ogr("m.gpkg", "GPKG", {"m": [({"id": "M1", "mover": "IS", "date": "2017-10-09"},
                                              "LINESTRING (500000 3873043, 600000 3873043)")]}, epsg=32637)  # fmt: skip
    found = Read(path)
    assert found.movements.lonlat[0] == pytest.approx([39, 35], abs=1e-4)
    text = f'{HEADER}M1,IS,2017-10-09,"SRID=32637;LINESTRING (500000 3873043, 600000 3873043)"\n'
    assert Read(maps.text("m.csv", text)).movements.lonlat[0] == pytest.approx([39, 35], abs=1e-4)
    with pytest.raises(SourceError, match="m.csv.*Set CRS"):
        Read(maps.text("m.csv", text.replace("SRID=32637;", "")))
    found = Read(maps.text("m.csv", text.replace("SRID=32637;", "")), crs="EPSG:32637")
    assert found.movements.lonlat[0] == pytest.approx([39, 35], abs=1e-4)


@pytest.mark.parametrize("order", [("gdal", "ogr", "osr"), ("osr", "ogr", "gdal"), ("ogr",), ()])
def test_wkt_that_gdal_can_not_read_with_its_exceptions_on(maps, order):
    """As other plugins leave them, turned on in any order: then GDAL tells of the text by an exception."""
    script = f"""
import sys
sys.path.insert(0, {str(Path(__file__).resolve().parents[3])!r})
from osgeo import gdal, ogr, osr
for name in {order!r}:
    dict(gdal=gdal, ogr=ogr, osr=osr)[name].UseExceptions()
before = [module.GetUseExceptions() for module in (gdal, ogr, osr)]
from syria_control_plugin.sources.files.gdal_reader import read_file
(table,) = read_file(sys.argv[1], "m.csv", ("m",))
assert before == [module.GetUseExceptions() for module in (gdal, ogr, osr)]
print(len(table), table.unreadable)
"""
    line = "SRID=32637;LINESTRING (500000 3873043, 600000 3873043)"
    path = maps.text("m.csv", f'{HEADER}M1,IS,2017-10-09,"{line}"\nM2,IS,2017-10-09,"{line}"\n')
    command = [sys.executable, "-c", script, path]
    told = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert told.stdout.strip() == "2 {}", told.stdout + told.stderr


def test_swapped_axes_are_turned_where_the_case_says_so(maps):
    path = maps.text("m.csv", f'{HEADER}M1,IS,2017-10-09,"LINESTRING (35.2 38.1, 35.3 38.2)"\n')
    assert Read(path).places(0) == "35.2 38.1, 35.3 38.2"
    found = Read(path, extent=(37, 34.5, 39, 36))
    assert found.places(0) == "38.1 35.2, 38.2 35.3"
    assert "swapped" in found.reasons(REPAIRED)[0][1]


@pytest.mark.parametrize(
    "wkt, swapped",
    [
        ("35.2 38.1, 35.3 38.2", True),
        ("35.2 38.1, 35.2 38.9", True),  # along a parallel
        ("35.2 38.1, 35.3 38.2, 35.4 38.3, 45 50", True),  # and on, out of the case
        ("38.1 35.2, 38.2 35.3", False),
        ("38.1 35.2, 38.9 35.2", False),
        ("10 20, 11 21", False),  # elsewhere, either way
        ("35.2 38.1, 45 50, 46 51", False),  # mostly
    ],
)
def test_axes_are_swapped_by_where_the_vertices_lie(maps, wkt, swapped):
    extent = (37, 34.5, 39, 36)
    found = Read(maps.text("m.csv", f'{HEADER}M1,IS,2017-10-09,"LINESTRING ({wkt})"\n'), extent=extent)
    turned = ", ".join(" ".join(reversed(place.split())) for place in wkt.split(", "))
    assert found.places(0) == (turned if swapped else wkt)
    assert any("swapped" in reason for _, reason in found.reasons(REPAIRED)) == swapped


def test_fixes_with_swapped_axes_are_turned(maps):
    text = "track,mover,time,x,y\n" + "".join(f"T,IS,2017-10-24 0{n}:00:00,35.2,38.{n}\n" for n in range(4))
    found = Read(maps.text("t.csv", text), extent=(37, 34.5, 39, 36))
    assert found.places(0) == "38 35.2, 38.1 35.2, 38.2 35.2, 38.3 35.2"


def test_a_projected_table_is_never_swapped(maps):
    path = maps.ogr("m.gpkg", "GPKG", {"m": [({"id": "M1", "mover": "IS", "date": "2017-10-09"},
                                              "LINESTRING (500000 3873043, 510000 3873043)")]}, epsg=32637)  # fmt: skip
    assert Read(path, extent=(34.5, 38.5, 35.5, 39.5)).movements.lonlat[0] == pytest.approx([39, 35], abs=1e-4)


# Lines whose M values are times


def test_m_values_that_are_times(maps):
    text = f'id,mover,wkt\nM1,IS,"LINESTRING M (37 35 {T0}, 37.1 35 {T0 + 600}, 37.2 35 {T0 + 1200.5})"\n'
    found = Read(maps.text("m.csv", text))
    assert found.rows == [("M1", "IS", "2017-10-24 08:00/2017-10-24 08:20", "37 35, 37.1 35, 37.2 35")]
    assert found.movements.time.astype(str).tolist()[1:] == ["2017-10-24T08:10:00.000", "2017-10-24T08:20:00.500"]


def test_m_values_of_a_layer(qgis_app):
    found = Read(layer("MultiLineStringZM", ("id", "mover"),
                       ("M1", "IS", f"MultiLineStringZM ((37 35 9 {T0}, 37.1 35 9 {T0 + 600}), (37.2 35 9 {T0 + 1200}, "
                                    f"37.3 35 9 {T0 + 1800}))")))  # fmt: skip
    assert [row[0] for row in found.rows] == ["M1/1", "M1/2"]
    assert found.times == ["2017-10-24 08:00", "2017-10-24 08:10", "2017-10-24 08:20", "2017-10-24 08:30"]


@pytest.mark.parametrize("driver, name", [("GPKG", "m.gpkg"), ("ESRI Shapefile", "m.shp")])
def test_m_values_of_files(maps, driver, name):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    path = str(maps.at(name))
    dataset = gdal.GetDriverByName(driver).Create(path, 0, 0, 0, gdal.GDT_Unknown)
    made = dataset.CreateLayer("m", reference, ogr.wkbLineStringM)
    made.CreateField(ogr.FieldDefn("mover", ogr.OFTString))
    feature = ogr.Feature(made.GetLayerDefn())
    feature["mover"] = "IS"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"LINESTRING M (37 35 {T0}, 37.1 35 {T0 + 600})"))
    made.CreateFeature(feature)
    feature = made = dataset = None
    found = Read(path)
    assert found.times == ["2017-10-24 08:00", "2017-10-24 08:10"]
    assert found.movements.is_timed.tolist() == [True]


@pytest.mark.parametrize("m", [(0, 5000), (T0 + 600, T0), (T0, T0), (-5e9, T0), (T0, 9e9)])
def test_m_values_that_can_be_no_times_are_ignored_with_a_note(maps, m):
    wkt = f'"LINESTRING M (37 35 {m[0]}, 37.1 35 {m[1]})"'
    found = Read(maps.text("m.csv", f"{HEADER}M1,IS,2017-10-24,{wkt}\n"))
    assert found.rows == [("M1", "IS", "2017-10-24/2017-10-25", "37 35, 37.1 35")]
    assert not found.movements.is_timed.any()
    assert "M values" in " ".join(reason for _, reason in found.reasons(NOTED))


@pytest.mark.parametrize("m", [(T0, np.nan), (np.nan, np.nan), (T0,), (np.inf, np.inf)])
def test_m_values_that_are_not_all_numbers_are_no_times(m):
    assert times_of_measures(np.array(m, float), START, START + 86400, MovementOptions()) is None


@pytest.mark.parametrize(
    "dates, noted",
    [
        ("2017-10-24,", False),
        ("2017-10-23,", True),  # the day before
        ("2017-10-25,", True),
        ("2017-10-01,2017-10-30", False),
        ("2017-10-24 08:05,2017-10-24 20:00", True),  # begins too early
        ("2017-10-23 08:05,2017-10-24 08:05", True),  # ends too late
        (",", False),
    ],
)
def test_m_values_outside_of_the_rows_own_date_are_noted(maps, dates, noted):
    wkt = f'"LINESTRING M (37 35 {T0}, 37.1 35 {T0 + 600.5})"'
    text = f"id,mover,start_date,end_date,wkt\nM1,IS,{dates},{wkt}\nM2,IS,2017-10-24,,{LINE}\n"
    found = Read(maps.text("m.csv", text), start_field="start_date", end_field="end_date")
    assert found.rows[0][2] == "2017-10-24 08:00/2017-10-24 08:10"
    told = [(row, reason) for row, reason in found.reasons(NOTED) if "outside its own date" in reason]
    assert [row for row, _ in told] == [1] * noted
    assert not noted or "from 2017-10-24T08:00:00 to 2017-10-24T08:10:00" in told[0][1]


def test_times_before_gps_count_where_the_dates_of_the_row_say_so(maps):
    wkt = '"LINESTRING M (37 35 119000000, 37.1 35 119000600)"'  # 9 October 1973
    assert not Read(maps.text("m.csv", f"{HEADER}M1,IS,2017-10-24,{wkt}\n")).movements.is_timed.any()
    assert Read(maps.text("m.csv", f"{HEADER}M1,IS,1973-10-09,{wkt}\n")).movements.is_timed.all()


def test_a_timed_line_that_is_too_fast_is_cut(maps):
    vertices = [(37, T0), (37.1, T0 + 600), (40, T0 + 1200), (40.1, T0 + 1800)]
    wkt = ", ".join(f"{x} 35 {t}" for x, t in vertices)
    found = Read(maps.text("m.csv", f'id,mover,wkt\nM1,IS,"LINESTRING M ({wkt})"\n'))
    assert [row[0] for row in found.rows] == ["M1/1", "M1/2"]
    assert "too fast" in found.reasons(NOTED)[-1][1]
    assert found.report.tracks_cut == 1


def test_m_values_survive_wkb():
    lonlat, m = np.array([[37.0, 35], [38, 36], [39, 35]]), np.array([1.5, np.nan, 3])
    assert np.array_equal(line_measures(measured_line(lonlat, m)), m, equal_nan=True)
    for wkt in (
        "LINESTRING (1 2, 3 4)",
        "LINESTRING Z (1 2 3, 3 4 5)",
        "POINT M (1 2 3)",
        "POLYGON M ((0 0 1, 1 0 1))",
    ):
        assert line_measures(bytes(ogr.CreateGeometryFromWkt(wkt).ExportToIsoWkb())) is None
    big_endian = bytes(ogr.CreateGeometryFromWkt("LINESTRING M (1 2 3, 3 4 5)").ExportToIsoWkb(ogr.wkbXDR))
    assert line_measures(big_endian).tolist() == [3, 5]


# Fixes


def test_fixes_of_a_csv_are_grouped_by_track_and_mover(maps):
    text = "track_id,faction,time,lon,lat\n" + "".join(
        f"{track},{who},2017-10-24 {8 + n // 6:02d}:{n % 6}0,{37 + n / 10:.1f},35\n"
        for n in (2, 0, 1)
        for track, who in (("A", "IS"), ("B", "GOV"), ("A", "GOV"))
    )
    found = Read(maps.text("fixes.csv", text))
    line = "37 35, 37.1 35, 37.2 35"
    when = "2017-10-24 08:00/2017-10-24 08:20"
    assert found.rows[:2] == [("A", "IS", when, line), ("B", "GOV", when, line)]
    assert found.rows[2][1:] == ("GOV", when, line)
    assert found.movements.is_timed.all()


def test_german_tables_with_decimal_commas(maps):
    text = "unit;faction;date;lon;lat\nU1;GOV;24.10.2017 08:00;37,5;35,25\nU1;GOV;24.10.2017 08:30;37,6;35,25\n"
    found = Read(maps.text("fixes.csv", text))
    assert found.rows == [("U1", "GOV", "2017-10-24 08:00/2017-10-24 08:30", "37.5 35.25, 37.6 35.25")]


def test_daily_positions_count_for_the_start_of_the_day(maps):
    text = "unit,faction,date,lon,lat\nU1,GOV,2017-10-24,37,35\nU1,GOV,2017-10-25,37.5,35\n"
    assert Read(maps.text("fixes.csv", text)).rows[0][2] == "2017-10-24/2017-10-25"


def test_dates_and_times_of_day_in_two_fields(maps):
    text = "unit,faction,date,time,lon,lat\nU1,GOV,24.10.2017,08:00,37,35\nU1,GOV,24.10.2017,8:45:30,37.5,35\n"
    assert Read(maps.text("fixes.csv", text)).times == ["2017-10-24 08:00", "2017-10-24 08:45:30"]


@pytest.mark.parametrize("scale", [1, 1000])
def test_times_in_seconds_since_1970(maps, scale):
    text = f"unit,faction,time,lon,lat\nU1,GOV,{T0 * scale},37,35\nU1,GOV,{(T0 + 600) * scale},37.1,35\n"
    text += "U1,GOV,x,37.1,35\n"
    rows = "".join(f"U1,GOV,{(T0 + 600 * n) * scale},37.1,35\n" for n in range(2, 20))
    found = Read(maps.text("fixes.csv", text + rows))
    assert found.times[:2] == ["2017-10-24 08:00", "2017-10-24 08:10"]
    assert found.reasons()[0] == (3, "'x' is not a time in seconds since 1970")


def test_offsets_of_time(maps):
    text = "unit,faction,time,lon,lat\nU1,GOV,2017-10-24T08:00:00+03:00,37,35\nU1,GOV,2017-10-24T06:00:00Z,37.1,35\n"
    assert Read(maps.text("fixes.csv", text)).times == ["2017-10-24 05:00", "2017-10-24 06:00"]


def test_one_outlier_in_ten_fixes_is_named(maps):
    rows = "".join(f"U1,GOV,2017-10-24 08:{6 * n % 60:02d},{37 + n / 100},{39 if n == 5 else 35}\n" for n in range(10))
    found = Read(maps.text("fixes.csv", "unit,faction,time,lon,lat\n" + rows))
    assert len(found.movements.lonlat) == 9
    ((row, reason),) = found.reasons()
    assert row == 6 and "outlier" in reason and "2017-10-24 08:30:00" in reason
    assert found.report.rows_loaded == 9


def test_equal_times_elsewhere_are_named(maps):
    text = "unit,faction,date,lon,lat\nU1,GOV,2017-10-24,37,35\nU1,GOV,2017-10-24,38,35\nU1,GOV,2017-10-25,37,35.1\n"
    found = Read(maps.text("fixes.csv", text))
    assert found.places(0) == "37 35, 37 35.1"
    assert found.reasons()[0][0] == 2 and "same time" in found.reasons()[0][1]


def test_limits_are_those_asked_for(maps):
    text = "unit,faction,time,lon,lat\n" + "".join(
        f"U1,GOV,2017-10-24 {hour}:00,{lon},35\n" for hour, lon in ((8, 37), (9, 37.1), (14, 37.2), (15, 37.3))
    )
    path = maps.text("fixes.csv", text)
    assert len(Read(path).rows) == 1
    assert [row[0] for row in Read(path, gap_limit_h=4).rows] == ["U1/1", "U1/2"]
    with pytest.raises(SourceError, match="fixes.csv.*no usable movement"):
        Read(path, jump_limit_km=5)


def test_what_all_fixes_agree_on_is_kept(maps):
    text = "unit,faction,time,lon,lat,brigade,ele,source\n" + "".join(
        f"U1,GOV,2017-10-24 0{n}:00,37.{n},35,25th,{n}00,{'SOHR' if n < 2 else 'Step'}\n" for n in range(3)
    )
    found = Read(maps.text("fixes.csv", text))
    assert found.extra == {"brigade": ["25th"]}
    assert found.movements.source.tolist() == ["SOHR; Step"]
    assert "ele" in " ".join(reason for _, reason in found.reasons(NOTED))


BAD_FIXES = [
    ("U1,GOV,2017-10-24 12:00,,35", "lon is ''"),
    ("U1,GOV,2017-10-24 12:00,abc,35", "abc"),
    ("U1,GOV,2017-10-24 12:00,37,95", "out of range"),
    ("U1,GOV,later,37,35", "later"),
    ("U1,GOV,2017-10-24 25:00:00,37,35", "25:00:00"),
    ("U1,GOV,3017-10-24T12:00:00Z,37,35", "3017-10-24"),
    ("U1,GOV,,37,35", "The date is missing"),
    ("U1,,2017-10-24 12:00,37,35", "no faction"),
    (",GOV,2017-10-24 12:00,37,35", "no track"),
    ("U2,GOV,2017-10-24 12:00,37,35", "only fix of its track"),
]


@pytest.mark.parametrize("row, reason", BAD_FIXES)
def test_a_bad_fix_is_rejected_and_the_track_loads(maps, row, reason):
    good = "".join(f"U1,GOV,2017-10-24 08:{10 + n}:00,{37 + n / 100},35\n" for n in range(20))
    found = Read(maps.text("fixes.csv", f"unit,faction,time,lon,lat\n{good}{row}\n"))
    assert len(found.movements.lonlat) == 20
    ((number, told),) = found.reasons()
    assert number == 21 and reason in told


def test_points_without_a_track_are_no_movement(maps):
    """A table of reports on places has points, dates and factions too."""
    text = "place,faction,date,lon,lat\nA,IS,2017-10-09,37,35\nB,IS,2017-10-10,37.5,35\n"
    with pytest.raises(SourceError, match="ID_FIELD"):
        Read(maps.text("reports.csv", text))
    assert Read(maps.text("reports.csv", text), faction="IS").rows[0][0] == "reports"  # the user says that it is one


def test_fixes_of_a_layer_in_another_crs(qgis_app):
    rows = [("A", "IS", f"2017-10-24T0{n}:00:00", f"POINT ({500000 + 1000 * n} 3873043)") for n in range(3)]
    found = Read(layer("Point", ("track", "mover", "time"), *rows, crs="EPSG:32637"))
    assert found.movements.lonlat[0] == pytest.approx([39, 35], abs=1e-4)
    assert found.rows[0][:3] == ("A", "IS", "2017-10-24/2017-10-24 02:00")


def test_times_of_day_in_a_field_of_their_kind(qgis_app):
    made = QgsVectorLayer("Point?crs=EPSG:4326&field=unit:string&field=mover:string&field=date:date&field=time:time",
                          "fixes", "memory")  # fmt: skip
    for hour in (8, 9):
        feature = QgsFeature(made.fields())
        feature.setAttributes(["U1", "IS", QDate(2017, 10, 24), QTime(hour, 30)])
        feature.setGeometry(QgsGeometry.fromWkt(f"POINT ({hour}.1 35)"))
        assert made.dataProvider().addFeature(feature)
    assert Read(layer_input(made)).times == ["2017-10-24 08:30", "2017-10-24 09:30"]


# GPX


def points(*fixes, tag="trkpt"):
    """Fixes (lon, "HH:MM" or "")."""
    return "".join(
        f'<{tag} lat="35" lon="{lon}">{f"<time>2017-10-24T{time}:00Z</time>" if time else ""}</{tag}>'
        for lon, time in fixes
    )


def test_gpx_tracks_by_their_points_each_segment_of_its_own(maps):
    first, second = points((37, "08:00"), (37.1, "08:10")), points((37.5, "09:00"), (37.6, "09:10"))
    other = points((38, "08:00"), (38.1, "08:10"))
    tracks = f"<trk><name>T</name><trkseg>{first}</trkseg><trkseg>{second}</trkseg></trk>"
    tracks += f"<trk><name>T</name><trkseg>{other}</trkseg></trk><wpt lat='35' lon='37'><name>shop</name></wpt>"
    found = Read(maps.text("convoy.gpx", GPX.format(tracks)), faction="IS")
    assert [(row[0], row[3]) for row in found.rows] == [
        ("T (1)/1", "37 35, 37.1 35"), ("T (1)/2", "37.5 35, 37.6 35"), ("T (2)", "38 35, 38.1 35"),
    ]  # fmt: skip
    assert found.movements.is_timed.all()
    assert "waypoints left out" in found.reasons(NOTED)[0][1]


def test_gpx_without_times_is_dated_by_its_name(maps):
    track = f"<trk><name>T</name><trkseg>{points((37, ''), (37.1, ''))}</trkseg></trk>"
    route = f"<rte><name>R</name>{points((37, ''), (37.2, ''), tag='rtept')}</rte>"
    found = Read(maps.text("convoy 2017-10-24.gpx", GPX.format(route + track)), faction="IS")
    assert sorted(found.rows) == [
        ("R", "IS", "2017-10-24/2017-10-25", "37 35, 37.2 35"),
        ("T", "IS", "2017-10-24/2017-10-25", "37 35, 37.1 35"),
    ]


def test_gpx_waypoints_are_a_track_where_there_is_nothing_else(maps):
    found = Read(maps.text("p.gpx", GPX.format(points((37, "08:00"), (37.1, "08:10"), tag="wpt"))), faction="IS")
    assert found.rows == [("p", "IS", "2017-10-24 08:00/2017-10-24 08:10", "37 35, 37.1 35")]


def test_gpx_needs_a_faction(maps):
    track = f"<trk><trkseg>{points((37, '08:00'), (37.1, '08:10'))}</trkseg></trk>"
    with pytest.raises(SourceError, match="FACTION"):
        Read(maps.text("convoy.gpx", GPX.format(track)))


def test_a_layer_of_gpx_points_in_a_project(maps, qgis_app):
    track = f"<trk><trkseg>{points((37, '08:00'), (37.1, '08:10'))}</trkseg></trk>"
    path = maps.text("convoy.gpx", GPX.format(track))
    made = QgsVectorLayer(f"{path}|layername=track_points", "fixes", "ogr")
    assert Read(layer_input(made), faction="IS").rows[0][0] == "track 1"


# The case


def timed_fixes(maps, name="fixes.csv", lon=37.0):
    rows = "".join(f"U1,Hamza,2017-10-24 08:{10 * n:02d}:00,{lon + n / 10:.1f},35,a\n" for n in range(4))
    return maps.text(name, "unit,faction,time,lon,lat,Series\n" + rows)


def into(case, *paths, **options):
    inputs, _ = list_inputs([str(path) for path in paths])
    return import_movements(case.path, inputs, MovementOptions(**options))


def case_rows(case, columns="movement, faction, valid_from, valid_to, is_timed, source, series, file"):
    with sqlite3.connect(case.path) as database:
        rows = database.execute(f"SELECT {columns} FROM movements ORDER BY movement").fetchall()
    # GDAL writes a full second as 00.000Z, from 3.10 on as 00Z.
    return [
        tuple(re.sub(r"(T\d\d:\d\d:\d\d)Z$", r"\1.000Z", x) if isinstance(x, str) else x for x in row) for row in rows
    ]


def test_into_a_new_case_and_back(maps, case):
    lines = maps.text("lines.csv", f"id,mover,date,note,source,wkt\nM1,IS,2017-10-09,<b>,SOHR,{LINE}\n")
    report = into(case, lines, timed_fixes(maps), series="both")
    assert (report.movements, report.fixes, report.files_read) == (2, 4, 2)
    assert case_rows(case) == [
        ("M1", "IS", "2017-10-09T00:00:00.000Z", "2017-10-10T00:00:00.000Z", 0, "SOHR", "both", "lines.csv"),
        ("U1", "Hamza", "2017-10-24T08:00:00.000Z", "2017-10-24T08:30:00.000Z", 1, "both", "both",
         "fixes.csv"),
    ]  # fmt: skip
    assert case_rows(case, "note, Series_as_given, shown_until") == [
        ("<b>", "", "2017-10-09T23:59:59.999Z"), ("", "a", "2017-10-24T08:29:59.999Z"),
    ]  # fmt: skip
    back = Read(f"{case.path}|layername=movements")
    assert sorted(back.rows) == [
        ("M1", "IS", "2017-10-09/2017-10-10", "37 35, 37.1 35.1"),
        ("U1", "Hamza", "2017-10-24 08:00/2017-10-24 08:30", "37 35, 37.1 35, 37.2 35, 37.3 35"),
    ]
    assert back.times[:4] == ["2017-10-24 08:00", "2017-10-24 08:10", "2017-10-24 08:20", "2017-10-24 08:30"]
    assert back.extra["series"] == ["both", "both"]
    assert set(back.extra) == {"series", "file", "note", "Series_as_given"}
    assert Read(case.path).rows == back.rows  # of all the tables of a case, that one


def test_a_case_is_read_as_it_is_whatever_the_limits(maps, case):
    """Whoever imported aircraft without a limit finds them uncut."""
    into(case, timed_fixes(maps), speed_limit_kmh=None)
    assert len(Read(f"{case.path}|layername=movements", speed_limit_kmh=1.0).rows) == 1


def test_gdal_and_qgis_see_lines_with_times(maps, case, qgis_app):
    lines = maps.text("lines.csv", f"{HEADER}M1,IS,2017-10-09,{LINE}\n")
    into(case, lines, timed_fixes(maps))
    opened = QgsVectorLayer(f"{case.path}|layername=movements", "m", "ogr")
    assert opened.isValid() and opened.featureCount() == 2
    shapes = {row["movement"]: row.geometry() for row in opened.getFeatures()}
    assert shapes["U1"].asWkt().replace(" M", "M").startswith(f"LineStringM (37 35 {T0},")
    assert np.isnan(shapes["M1"].constGet().pointN(0).m())
    assert shapes["M1"].length() == pytest.approx(0.1 * 2**0.5)
    with sqlite3.connect(case.path) as database:
        found = database.execute("SELECT table_name, geometry_type_name, z, m FROM gpkg_geometry_columns").fetchall()
    assert ("movements", "LINESTRING", 0, 1) in found


def test_the_same_again_changes_nothing_and_a_change_replaces(maps, case):
    path = timed_fixes(maps)
    into(case, path)
    before = case.state
    report = into(case, path)
    assert case.state == before
    assert (report.files_read, report.files_unchanged) == (0, 1)
    assert "was not changed" in str(report.summary()[0])
    report = into(case, path, speed_limit_kmh=200)
    assert report.replaced == 1 and len(case_rows(case)) == 1
    timed_fixes(maps, lon=38.0)
    into(case, path)
    assert Read(f"{case.path}|layername=movements").places(0).startswith("38 35")


def test_a_change_of_m_values_alone_is_a_change(case, qgis_app):
    for minutes in (10, 20):
        wkt = f"LineStringM (37 35 {T0}, 37.1 35 {T0 + 60 * minutes})"
        import_movements(case.path, [layer("LineStringM", ("id", "mover"), ("M1", "IS", wkt))])
        assert Read(f"{case.path}|layername=movements").times[1] == f"2017-10-24 08:{minutes}"


def test_imports_of_other_names_stay(maps, case):
    into(case, timed_fixes(maps))
    into(case, timed_fixes(maps, "more.csv", lon=38.0))
    assert [row[6] for row in case_rows(case)] == ["fixes", "more"]


def test_fewer_files_of_one_name_are_a_change(maps, case):
    one, two = timed_fixes(maps), timed_fixes(maps, "more.csv", lon=38.0)
    into(case, one, two, series="S")
    assert len(case_rows(case)) == 2
    into(case, one, series="S")
    assert [row[7] for row in case_rows(case)] == ["fixes.csv"]
    assert set(case.open.fingerprints("S")) == {"fixes.csv"}


def test_one_bad_file_does_not_keep_the_others_out(maps, case):
    report = into(case, timed_fixes(maps), maps.text("bad.gpx", "<gpx"), maps.text("empty.csv", HEADER))
    assert report.movements == 1
    assert {issue.file for issue in report.issues if issue.action == REJECTED} == {"bad.gpx", "empty.csv"}
    assert {row[0] for row in case.issues() if row[2] == REJECTED} == {"bad.gpx", "empty.csv"}


def test_rejected_rows_are_in_the_case(maps, case):
    off = '"LINESTRING (37 35, 250 35)"'
    rows = "".join(f"M{n},IS,2017-10-09,{shape}\n" for n, shape in enumerate((LINE, off, LINE)))
    into(case, maps.text("m.csv", HEADER + rows))
    (issue,) = (row for row in case.issues() if row[2] == REJECTED)
    assert issue[:2] == ("m.csv", 2) and issue[4].equals(shapely.from_wkt("LINESTRING (37 35, 250 35)"))


def test_axes_are_swapped_by_the_territories_of_the_case(maps, case):
    case.load(maps("2017-10-01.geojson", "GOV 37-38, IS 38-39"))
    path = maps.text("m.csv", f'{HEADER}M1,IS,2017-10-09,"LINESTRING (35.2 38.1, 35.3 38.2)"\n')
    into(case, path)
    assert Read(f"{case.path}|layername=movements").places(0) == "38.1 35.2, 38.2 35.3"


def test_beside_maps_of_the_same_name_both_stay(maps, case):
    control = maps("2017-10-01.geojson", "GOV 37-38, IS 38-39")
    case.load(control, source="S")
    rows = case.rows()
    into(case, timed_fixes(maps), series="S")
    assert case.rows() == rows
    before = case.state
    case.load(control, source="S")
    assert case.state == before


def test_a_file_of_the_same_name_as_a_map_of_the_same_source(maps, case):
    case.load(maps("2017-10-01.geojson", "GOV 37-38, IS 38-39"), source="S")
    values = {"id": "M1", "mover": "IS"}
    into(case, maps.geojson("ways/2017-10-01.geojson", (values, "LINESTRING (37 35, 38 35)")), series="S")
    assert case.dates() == ["2017-10-01"]
    assert case_rows(case, "movement, substr(valid_from, 1, 10)") == [("M1", "2017-10-01")]


def test_a_movement_of_less_than_a_second_is_shown_for_one(maps, case):
    wkt = f'"LINESTRING M (37 35 {T0}, 37.0001 35 {T0 + 0.5})"'
    into(case, maps.text("m.csv", f"id,mover,wkt\nM1,IS,{wkt}\n"))
    assert case_rows(case, "substr(valid_from, 12, 8), substr(valid_to, 12, 8), substr(shown_until, 12, 8)") == [
        ("08:00:00", "08:00:01", "08:00:00"),
    ]  # fmt: skip


HOSTILE = ["O'Neill's \"own\"", "'; DROP TABLE movements; --", "<script>alert(1)</script>", "جيش", "[% 1+1 %]", "a;b|c"]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_come_through(maps, case, name):
    quoted = '"' + name.replace('"', '""') + '"'
    path = maps.text("m.csv", f"id,mover,date,{quoted},wkt\n{quoted},{quoted},2017-10-09,{quoted},{LINE}\n")
    report = into(case, path, series=name)
    mover = name.replace("; ", ", ")  # which stands between the holders of contested ground
    assert case_rows(case, "movement, faction, series") == [(name, mover, name)]
    found = Read(f"{case.path}|layername=movements")
    headers = {name, name.replace('"', "")} & set(found.extra)  # GDAL before 3.10 drops double quotes in a CSV's header
    assert [found.extra[header] for header in headers] == [[name]]
    assert "<script>" not in report.to_html(name)


def test_the_sample_of_an_earlier_version_is_read_and_brought_up_to_date(maps, case):
    columns = {f.MOVEMENT: "M1", f.FACTION: "IS", "movement_date": "2017-10-09", "note": "n", f.SOURCE: "SOHR",
               f.SERIES: "old"}  # fmt: skip
    into(case, timed_fixes(maps))
    old = maps.ogr("old.gpkg", "GPKG", {"movements": [(columns, "LINESTRING (37 35, 37.1 35.1)")]})
    expected = [("M1", "IS", "2017-10-09/2017-10-10", "37 35, 37.1 35.1")]
    assert Read(f"{old}|layername=movements").rows == expected
    with editing(case.path) as draft:
        draft.drop(f.MOVEMENTS)
        values = {name: [value] for name, value in columns.items()}
        draft.replace_rows(f.MOVEMENTS, dict.fromkeys(columns, TEXT), values,
                           [shapely.from_wkt("LINESTRING (37 35, 37.1 35.1)")], ogr.wkbLineString, "old")  # fmt: skip
    into(case, timed_fixes(maps))
    assert case_rows(case, "movement, source, series, note, is_timed") == [
        ("M1", "SOHR", "old", "n", 0), ("U1", "fixes", "fixes", None, 1),
    ]  # fmt: skip


def test_the_sample(case):
    build_sample(case.path)
    assert case_rows(case, "movement, faction, substr(valid_from, 1, 10), substr(valid_to, 1, 10), is_timed") == [
        ("M1", "IS", "2017-10-09", "2017-10-10", 0), ("M2", "GOV", "2017-10-24", "2017-10-25", 0),
    ]  # fmt: skip
    assert len(Read(f"{case.path}|layername=movements").rows) == 2


def test_cancelled_at_any_step_the_case_stays(maps, case):
    class Impatient:
        def __init__(self, steps):
            self.steps = steps

        def setProgress(self, percent):
            self.steps -= 1

        def isCanceled(self):
            return self.steps < 0

    inputs, _ = list_inputs([str(timed_fixes(maps))])
    full = Impatient(1000)
    import_movements(case.path, inputs, feedback=full)
    before = case.state
    for steps in range(1000 - full.steps - 1):
        with pytest.raises(Cancelled):
            import_movements(case.path, inputs, MovementOptions(gap_limit_h=99.0), feedback=Impatient(steps))
        assert case.state == before


@pytest.mark.usefixtures("gdal_exceptions")
def test_with_gdals_exceptions_on(maps, case):
    rows = f'M1,IS,2017-10-09,"LINESTRING (37"\nM2,IS,2017-10-09,{LINE}\n'
    found = Read(maps.text("m.csv", HEADER + rows), wkt_field="wkt")
    assert [row[0] for row in found.rows] == ["M2"]
    into(case, timed_fixes(maps))
    assert len(case_rows(case)) == 1
