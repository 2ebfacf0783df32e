"""Reports on places become territories, whatever the table is called and whatever is wrong in it.

Three places 10 km apart on a line from west to east, each with a cell of its own: A, B, C.
"""

import pytest
import shapely

from syria_control_plugin.case.editing import editing
from syria_control_plugin.case.statistics import REPORT_NOTES, note_of
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.dates.options import DateOrder
from syria_control_plugin.core.errors import AmbiguousDate, Cancelled, SourceError
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.maps.reports import NOTE, ReportOptions, area_of_interest, import_reports

PLACES = "id,name,lon,lat,coordinate_source\nA,Alpha,37.0,35.0,map\nB,Beta,37.1,35.0,map\nC,Gamma,37.2,35.0,map\n"
REPORTS = (
    "date,place_id,holder,source\n2017-10-01,A,GOV,SOHR\n2017-10-01,B,GOV,SOHR\n2017-10-01,C,ISIS,Step\n"
    "2017-10-09,B,Daesh,Enab Baladi\n"
)
ONE_TABLE = (
    "Place,Longitude,Latitude,Date,Faction,Source\nAlpha,37.0,35.0,2017-10-01,GOV,SOHR\n"
    "Beta,37.1,35.0,2017-10-01,GOV,SOHR\nGamma,37.2,35.0,2017-10-01,ISIS,Step\n"
    "Beta,37.1,35.0,2017-10-09,Daesh,Enab Baladi\n"
)
A, B, C = (shapely.Point(lon, 35) for lon in (37.0, 37.1, 37.2))


@pytest.fixture
def tables(maps, case):
    """Writes the texts as CSV files and imports them into the case."""

    def load(reports=REPORTS, places=PLACES, **options):
        paths = [maps.text("reports.csv", reports)] + ([maps.text("places.csv", places)] if places else [])
        files = [list_inputs([str(path)])[0][0] for path in paths]
        return import_reports(case.path, files[0], files[1] if places else None, ReportOptions(**options))

    return load


def holders(case, date: str) -> str:
    """Who holds A, B and C on a date."""
    held = case.territory(date)
    return " ".join(
        "/".join(sorted(who for who, territory in held.items() if territory.contains(p))) or "-" for p in (A, B, C)
    )


def reasons(case) -> dict:
    return {(file, row): reason for file, row, action, reason, _ in case.issues() if action == "rejected"}


@pytest.mark.parametrize("form", ["one table", "two tables"])
def test_reports_become_territories(tables, case, form):
    report = tables(ONE_TABLE, None) if form == "one table" else tables()
    assert holders(case, "2017-10-01") == "GOV GOV IS"
    assert holders(case, "2017-10-08T23:59:59") == "GOV GOV IS"
    assert holders(case, "2017-10-09") == "GOV IS IS"
    assert holders(case, "2017-09-30") == "- - -"
    assert (report.rows_read, report.rows_loaded, report.maps) == (4, 4, 2)
    assert {row[0] for row in case.open.select(f.TERRITORIES, f.BASIS)} == {"derived from reports"}


def test_cells_do_not_overlap_and_end_at_the_distance(tables, case):
    tables(distance_km=4.0)
    held = case.territory("2017-10-01")
    assert shapely.area(shapely.intersection(held["GOV"], held["IS"])) == 0
    assert not held["GOV"].contains(shapely.Point(37.05, 35)) and held["GOV"].contains(shapely.Point(37.04, 35))
    tables(area=shapely.box(36.99, 34.99, 37.01, 35.01), distance_km=None)
    assert case.territory("2017-10-01")["GOV"].bounds == pytest.approx((36.99, 34.99, 37.01, 35.01), abs=1e-6)


def test_places_and_reports_are_kept_with_their_source(tables, case):
    head, *lines = REPORTS.splitlines()
    tables("\n".join([f"{head},note", *(f"{line},{'by night' if 'SOHR' in line else ''}" for line in lines)]))
    assert case.open.select(f.PLACES, f.PLACE, f.NAME, f.SOURCE, f.SERIES) == [
        (place, name, "map", "reports.csv") for place, name in (("A", "Alpha"), ("B", "Beta"), ("C", "Gamma"))
    ]
    rows = case.open.select(f.REPORTS, f.FID, f.PLACE, f.NAME, f.REPORT_DATE, f.FACTION, f.SOURCE, "note")
    assert rows[0][1:3] == ("A", "Alpha") and rows[0][3].startswith("2017-10-01T00:00:00")
    assert rows[0][4:] == ("GOV", "SOHR", "by night")
    assert rows[3][1:3] == ("B", "Beta") and rows[3][3].startswith("2017-10-09T00:00:00")
    assert rows[3][4:6] == ("IS", "Enab Baladi")


class TestBadRows:
    def test_of_reports(self, tables, case):
        bad = ["2017-10-02,Nowhere,GOV,x", "2017-10-02,,GOV,x", "2017-10-02,A,,x", "soon,A,IS,x", ",A,IS,x",
               "2202-10-02,A,IS,x", "2017-02-30,A,IS,x"]  # fmt: skip
        report = tables(REPORTS + "\n".join(bad) + "\n")
        found = reasons(case)
        assert [row for _, row in sorted(found)] == list(range(5, 12))
        words = ["'Nowhere' is not in the table of places", "no place", "no holder", "'soon'", "The date is missing",
                 "outside", "'2017-02-30' does not exist"]  # fmt: skip
        for row, word in enumerate(words, start=5):
            assert word in found["reports.csv", row], found
        assert (report.rows_read, report.rows_loaded, report.count("rejected")) == (11, 4, 7)
        assert holders(case, "2017-10-09") == "GOV IS IS"

    def test_of_places(self, tables, case):
        bad = ["D,Delta,,35,x", "E,Epsilon,37.3,north,x", "F,Phi,37.0,95,x", "G,Twin of A,37.0,35.0,x",
               ",No id,37.4,35,x"]  # fmt: skip
        report = tables(REPORTS + "2017-10-02,D,IS,x\n", PLACES + "\n".join(bad) + "\n")
        found = reasons(case)
        for row in (4, 5, 6):
            assert "no usable coordinates" in found["places.csv", row]
        assert "same position as place 'A'" in found["places.csv", 7]
        assert found["places.csv", 8] == "no place"
        assert "'D' is not in the table of places" in found["reports.csv", 5]
        assert report.count("rejected") == 6
        assert holders(case, "2017-10-09") == "GOV IS IS"

    def test_of_one_table_are_reported_once(self, tables, case):
        tables(ONE_TABLE + "Delta,,35.0,2017-10-02,GOV,x\n,37.5,35.0,2017-10-02,GOV,x\n", None)
        assert sorted(reasons(case)) == [("reports.csv", 5), ("reports.csv", 6)]

    def test_place_that_moves_a_little(self, tables, case):
        tables(ONE_TABLE + "Beta,37.105,35.0,2017-10-12,GOV,x\n", None)
        assert holders(case, "2017-10-12") == "GOV GOV IS"
        ((_, row, action, reason, _),) = case.issues()
        assert (row, action) == (5, "noted") and "the first position counts" in reason

    def test_two_holders_on_one_day_both_hold_it(self, tables, case):
        report = tables(REPORTS + "2017-10-12,A,GOV,x\n2017-10-12,A,OPP,y\n")
        assert holders(case, "2017-10-12") == "GOV/OPP IS IS"
        assert list(report.contested_km2) == [("GOV", "OPP")]

    @pytest.mark.parametrize(
        ("reports", "places", "words"),
        [
            (REPORTS.replace("holder", "h"), PLACES, "no column for the holder"),
            (REPORTS.replace("date", "d"), PLACES, "no column for the date"),
            (REPORTS, PLACES.replace("lon,", "east,"), "no column for the lon"),
            (REPORTS.replace("place_id", "p"), PLACES, "no column for the place"),
            ("date,place_id,holder\n", PLACES, "0 tables with rows"),
            ("date,place_id,holder\nsoon,A,GOV\n", PLACES, "no usable report"),
            (REPORTS, "id,lon,lat\nA,,\n", "no place with usable coordinates"),
        ],
    )
    def test_nothing_to_work_with(self, tables, case, tmp_path, reports, places, words):
        with pytest.raises(SourceError, match=words):
            tables(reports, places)
        assert list((tmp_path / "cases").iterdir()) == []


def test_day_and_month_are_asked_for(tables, case):
    text = REPORTS.replace("2017-10-01", "01/10/2017").replace("2017-10-09", "09/10/2017")
    with pytest.raises(AmbiguousDate, match="date order"):
        tables(text)
    tables(text, date_order=DateOrder.DAY_FIRST)
    assert holders(case, "2017-10-09") == "GOV IS IS"


def test_a_month_holds_from_its_first_day_and_is_noted(tables, case):
    tables(REPORTS.replace("2017-10-01", "2017-09").replace("2017-10-09", "1507507200000"))
    assert [holders(case, date) for date in ("2017-09-01", "2017-10-09")] == ["GOV GOV IS", "GOV IS IS"]
    known_to = case.open.select(f.TERRITORIES, f.VALID_FROM, f.KNOWN_TO)
    assert {(str(start)[:10].replace("/", "-"), span) for start, span in known_to} == {
        ("2017-09-01", "month"), ("2017-10-09", None),
    }  # fmt: skip
    assert any("known to the month only" in reason for _, _, _, reason, _ in case.issues())


def test_fields_can_be_given(tables, case):
    text = "when;who;what;A;x\n2017-10-01;GOV;A;C;1\n".replace(";", ",")
    tables(text, date_field="when", holder_field="who", place_field="WHAT")
    assert holders(case, "2017-10-01") == "GOV - -"
    with pytest.raises(SourceError, match="no column 'wen'"):
        tables(text, date_field="wen", holder_field="who", place_field="what")


def test_decimal_commas(tables, case):
    text = "id;lon;lat\nA;37,0;35,0\nB;37,1;35,0\nC;37,2;35,0\n"
    tables(places=text)
    assert holders(case, "2017-10-09") == "GOV IS IS"


def test_the_same_tables_again_change_nothing(tables, case):
    tables()
    before = case.state
    report = tables()
    assert case.state == before
    assert (report.files_read, report.files_unchanged) == (0, 2)


def test_new_reports_replace_those_of_their_series_only(tables, case, maps):
    case.load(maps("maps/2017-10-01.geojson", "OPP 40-41").parent)
    tables(series="other")
    tables(series="reports")
    report = tables(REPORTS + "2017-10-12,C,GOV,x\n", series="reports")
    assert case.open.sources() == ["maps", "other", "reports"]
    assert case.rows("maps") == ["OPP 40-41 2017-10-01/-"]
    assert report.territories_removed > 0
    counts = [len(case.open.select(f.REPORTS, f.FID, where={f.SERIES: name})) for name in ("other", "reports")]
    assert counts == [4, 5]
    assert len(case.open.select(f.PLACES, f.FID)) == 6
    held = case.open.territories("reports").series().on("2017-10-12")
    assert shapely.union_all(held.of("GOV").geometry).contains(C)
    held = case.open.territories("other").series().on("2017-10-12")
    assert shapely.union_all(held.of("IS").geometry).contains(C)


def test_issues_of_an_earlier_run_are_gone(tables, case):
    places = PLACES + "D,Delta,,35,x\n"
    tables(REPORTS + "soon,A,IS,x\n", places)
    tables(REPORTS + "later,A,IS,x\n", places)
    assert sorted(reasons(case)) == [("places.csv", 4), ("reports.csv", 5)]
    tables()
    assert case.issues() == []


class TestAreaOfInterest:
    BOW_TIE = "POLYGON ((37 35, 38 36, 38 35, 37 36, 37 35))"

    def area(self, maps, *shapes):
        path = maps.geojson("area.geojson", *(({"n": number}, shape) for number, shape in enumerate(shapes)))
        return area_of_interest(list_inputs([str(path)])[0][0])

    def test_is_all_polygons_repaired_and_as_one(self, maps):
        area = self.area(maps, self.BOW_TIE, shapely.box(36, 35, 37.1, 36), None)
        assert area.is_valid and area.bounds == (36, 35, 38, 36)
        assert area.area == pytest.approx(1.1 + 0.5 - 0.09)

    def test_no_polygon_is_not_no_limit(self, maps):
        with pytest.raises(SourceError, match="area.geojson: has no polygon"):
            self.area(maps, shapely.Point(37, 35))
        with pytest.raises(SourceError, match="area.geojson"):
            self.area(maps)


def test_moved_places_alone_are_noticed(tables, case):
    tables()
    tables(places=PLACES.replace("37.2,", "37.25,"))
    assert case.territory("2017-10-01")["IS"].bounds[2] > 37.3


def test_cancelled_at_the_last_moment_the_old_case_stays(tables, case, maps):
    class CancelledLate:
        percent = 0.0

        def setProgress(self, percent):
            self.percent = percent

        def isCanceled(self):
            return self.percent >= 80

    tables()
    before = case.state
    files = [list_inputs([str(maps.text(name, text))])[0][0]
             for name, text in (("reports.csv", REPORTS + "2017-10-12,C,GOV,x\n"), ("places.csv", PLACES))]  # fmt: skip
    with pytest.raises(Cancelled):
        import_reports(case.path, *files, ReportOptions(), CancelledLate())
    assert case.state == before


BASIS = "On 2017-10-01, {} of 3 places have a report; the holders of the other {} are assumed."
LATER = " On 2017-10-09, {} of 3 places have a report; the holders of the other {} are assumed."


def basis_of(case, report) -> str:
    """Return what the note says, which the import says too."""
    note = note_of(case.open)
    assert note.startswith(f"{NOTE} ")
    basis = note[len(NOTE) + 1 :]
    assert basis in map(str, report.detected)
    return basis


def test_the_note_says_how_many_places_have_a_report_of_their_own(tables, case):
    """B is assumed until it is reported on."""
    reports = REPORTS.replace("2017-10-01,B,GOV,SOHR", '2017-10-01,B,GOV,"Inferred: A is near, <b>x</b>"')
    assert basis_of(case, tables(reports)) == (
        BASIS.format(2, 1) + " On 2017-10-09, the map rests on reports on 3 places."
    )
    reports = reports.replace("2017-10-01,A,GOV,SOHR", "2017-10-01,A,GOV,assumed holder")
    assert basis_of(case, tables(reports)) == BASIS.format(1, 2) + LATER.format(2, 1)
    contested = reports + "2017-10-01,A,IS,SOHR\n"  # one of two reports of the day is none
    assert basis_of(case, tables(contested)).startswith(BASIS.format(2, 1))
    rows = case.open.select(f.REPORTS, f.IS_ASSUMED, f.PLACE)
    assert sorted(place for is_assumed, place in rows if is_assumed) == ["A", "B"]


@pytest.mark.parametrize("text", ["مفترض", "مستنتج من أقرب مكان", "предположительно", "Estimated", "tahmin", "texmîn"])
def test_assumptions_are_recognised_in_several_languages(tables, case, text):
    reports = REPORTS.replace("2017-10-01,A,GOV,SOHR", f"2017-10-01,A,GOV,{text}")
    assert basis_of(case, tables(reports)).startswith(BASIS.format(2, 1))


def test_a_column_says_what_is_assumed(tables, case):
    lines = ["date,place_id,holder,source,BASIS,why", "2017-10-01,A,GOV,assumed by X,reported,",
             "2017-10-01,B,GOV,S,nearest place,'); DROP TABLE reports", "2017-10-01,C,IS,S,,"]  # fmt: skip
    reports = "\n".join(lines) + "\n"
    assert basis_of(case, tables(reports)) == BASIS.format(2, 1)
    assert {row[0] for row in case.open.select(f.REPORTS, "BASIS")} == {"reported", "nearest place", ""}
    assert basis_of(case, tables(reports, basis_field="why")) == BASIS.format(2, 1)


def test_a_note_of_the_case_and_one_of_each_source(tables, case):
    tables()
    with editing(case.path) as draft:
        draft.set_setting("note", "Mine.")
    tables(series="other")
    basis = "On 2017-10-01, the map rests on reports on 3 places. On 2017-10-09, the map rests on reports on 3 places."
    assert note_of(case.open) == f"Mine. {basis} {basis}"


@pytest.mark.parametrize("odd", [5, ["x"], "x", {"elsewhere": "x"}, {"reports": None}, {"reports": {"a": "<b>"}}])
def test_odd_notes_of_reports(tables, case, odd):
    tables()
    with editing(case.path) as draft:
        draft.set_setting(REPORT_NOTES, odd)
    assert note_of(case.open).startswith(NOTE)


class TestPlacesOfOneName:
    """A second Alpha lies 270 km east of the first."""

    FAR = shapely.Point(40.0, 35)

    def test_are_two_places(self, tables, case):
        tables(ONE_TABLE + "Alpha,40.0,35.0,2017-10-01,ISIS,x\nAlpha,40.001,35.0,2017-10-12,GOV,x\n", None)
        assert holders(case, "2017-10-01") == "GOV GOV IS" and case.territory("2017-10-01")["IS"].contains(self.FAR)
        assert case.territory("2017-10-12")["GOV"].contains(self.FAR)
        assert sorted(name for (name,) in case.open.select(f.PLACES, f.PLACE)) == [
            "Alpha",
            "Alpha (2)",
            "Beta",
            "Gamma",
        ]
        (noted, repeated) = [(row, reason) for _, row, _, reason, _ in case.issues()]
        assert noted[0] == 5 and "another place named 'Alpha', 274 km away: read as a separate place" in noted[1]
        assert repeated[0] == 6 and "the first position counts" in repeated[1]

    def test_an_id_is_of_one_place(self, tables, case):
        tables(ONE_TABLE.replace("Place", "place_id") + "Alpha,40.0,35.0,2017-10-01,ISIS,x\n", None)
        assert reasons(case) == {("reports.csv", 5): "the place 'Alpha' is repeated 274 km from its first position"}
        assert not case.territory("2017-10-01")["IS"].contains(self.FAR) and holders(case, "2017-10-01") == "GOV GOV IS"

    def test_in_a_table_of_places_no_report_can_name_one_of_them(self, tables, case):
        tables(places=PLACES + "A,Alpha,40.0,35.0,map\n")
        found = reasons(case)
        assert "274 km from its first position" in found["places.csv", 4]
        assert found["reports.csv", 1] == "several places are named 'A': give each an id"
        assert holders(case, "2017-10-01") == "- GOV IS"

    def test_without_a_position_it_is_none_of_them(self, tables, case):
        tables(
            ONE_TABLE + "Alpha,40.0,35.0,2017-10-01,ISIS,x\nAlpha,,,2017-10-05,OPP,x\nBeta,,,2017-10-05,OPP,x\n", None
        )
        assert reasons(case) == {("reports.csv", 6): "no usable coordinates"}
        assert holders(case, "2017-10-05") == "GOV OPP IS"
