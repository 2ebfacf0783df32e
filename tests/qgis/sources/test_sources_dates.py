"""Where maps write their dates: in names of files, folders and layers, in fields, in the file's own properties."""

import numpy as np
import pytest

from syria_control_plugin.core import fields as f
from syria_control_plugin.core.dates.options import DateOrder, Epoch
from syria_control_plugin.core.errors import AmbiguousDate, AmbiguousEnd, AmbiguousEpoch, SourceError


@pytest.mark.parametrize(
    "name",
    [
        "2017-10-24", "20171024", "24.10.2017", "24 Oct 2017", "24Oct2017", "24 October 2017", "october 24, 2017",
        "control_2017_10_24_final", "map-20171024-v2", "24-10-2017", "Hama 24 OCTOBER 2017",
    ],
)  # fmt: skip
def test_forms_in_a_file_name(maps, case, name):
    report = case.load(maps(f"in/{name}.geojson", "GOV 36-37").parent)
    assert case.rows() == ["GOV 36-37 2017-10-24/-"]
    assert str(report.detected[0]).startswith("Date: name of the file, layer or folder")
    assert "2017-10-24" in str(report.detected[0])


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2017-10-24", "2017-10-24"),
        ("2017-10-24T15:30:00", "2017-10-24T15:30:00"),
        ("2017-10-24T15:30:00Z", "2017-10-24T15:30:00"),
        ("2017-10-24T01:30:00+03:00", "2017-10-23T22:30:00"),
        ("2017-10-23 22:30:00-03:00", "2017-10-24T01:30:00"),
        ("20171024", "2017-10-24"),
        (20171024, "2017-10-24"),
        ("24.10.2017", "2017-10-24"),
        ("24 Oct 2017", "2017-10-24"),
        ("24Oct2017", "2017-10-24"),
        ("October 24, 2017", "2017-10-24"),
    ],
)
def test_forms_in_a_field(maps, case, text, moment):
    path = maps("control.geojson", "GOV 36-37", when=text)
    report = case.load(path)
    assert case.rows() == [f"GOV 36-37 {moment}/-"]
    assert str(report.detected[0]).startswith("Date: field 'when'")


def test_one_layer_with_a_date_field_is_a_series(maps, case):
    rows = [({"faction": who, "date": date}, maps.strip(36, 37))
            for who, date in (("GOV", "2017-10-01"), ("IS", "2017-10-09"), ("OPP", "2017-10-24"))]  # fmt: skip
    case.load(maps.geojson("series.geojson", *rows))
    assert case.rows() == [
        "GOV 36-37 2017-10-01/2017-10-09", "IS 36-37 2017-10-09/2017-10-24", "OPP 36-37 2017-10-24/-",
    ]  # fmt: skip


def test_folder_name(maps, case):
    maps("2017-10-01/control.geojson", "GOV 36-37")
    maps("2017-10-02/control.geojson", "IS 36-37")
    report = case.load(maps.folder)
    assert case.rows() == ["GOV 36-37 2017-10-01/2017-10-02", "IS 36-37 2017-10-02/-"]
    assert "name of the file, layer or folder" in str(report.detected[0])


def test_name_of_the_folder_that_was_given(maps, case):
    maps("9 Oct 2017/gov.geojson", "GOV 36-37")
    maps("9 Oct 2017/is.geojson", "IS 37-38")
    case.load(maps.folder / "9 Oct 2017")
    assert case.rows() == ["GOV 36-37 2017-10-09/-", "IS 37-38 2017-10-09/-"]


def test_date_fields_of_the_files_come_before_the_date_of_the_download_in_the_folder_name(maps, case):
    maps("export 2024-01-05/a.geojson", "GOV 36-37", date="2017-10-01")
    maps("export 2024-01-05/b.geojson", "IS 36-37", date="2017-10-02")
    case.load(maps.folder / "export 2024-01-05")
    assert case.dates() == ["2017-10-01", "2017-10-02"]


PERIOD = ({"faction": "GOV", "start": "2017-10-01", "end": "2017-10-09"}, "POLYGON ((36 35, 37 35, 37 36, 36 35))")


@pytest.mark.parametrize(("end_is_last_day", "end"), [(False, "2017-10-09"), (True, "2017-10-10")])
def test_start_and_end_fields(maps, case, end_is_last_day, end):
    report = case.load(maps.geojson("periods.geojson", PERIOD), end_is_last_day=end_is_last_day)
    assert case.rows() == [f"GOV 36-37 2017-10-01/{end}"]
    assert str(report.detected[0]) == "Date: fields 'start' to 'end' (detected by the names)."


def test_periods_without_an_end_are_open_and_impossible_ones_are_rejected(maps, case):
    path = maps.geojson(
        "periods.geojson",
        ({"faction": "GOV", "from_": "2017-10-01", "to_": None}, maps.strip(36, 37)),
        ({"faction": "IS", "from_": "2017-10-09", "to_": "2017-10-01"}, maps.strip(36, 37)),
        ({"faction": "OPP", "from_": "2017-10-09", "to_": "2017-10-09"}, maps.strip(36, 37)),
        ({"faction": "SDF", "from_": "2017-10-09", "to_": "soon"}, maps.strip(36, 37)),
        ({"faction": "TUR", "from_": None, "to_": "2017-10-09"}, maps.strip(36, 37)),
    )
    report = case.load(path, start_field="from_", end_field="to_", end_is_last_day=False)
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]
    reasons = {row: reason for _, row, _, reason, _ in case.issues()}
    assert sorted(reasons) == [1, 2, 3, 4]
    assert "at or before its start" in reasons[1] and "set END_IS_LAST_DAY" in reasons[2]
    assert "'soon'" in reasons[3] and "The date is missing" in reasons[4]
    assert report.rows_loaded == 1


class TestEndsThatNameADay:
    """An end is the last day of its period or the day after it; what the ground shows next decides."""

    @staticmethod
    def rows(maps, *texts):
        """Rows "GOV 36-37 2017-10-01/2017-10-08", "/-" without an end."""
        parts = [text.split() for text in texts]
        return [
            ({"faction": who, "start": span.split("/")[0], "end": None if span[-2:] == "/-" else span.split("/")[1]},
             maps.strip(*ground.split("-")))
            for who, ground, span in parts
        ]  # fmt: skip

    def load(self, maps, case, *texts, name="periods.geojson", **options):
        report = case.load(maps.geojson(name, *self.rows(maps, *texts)), **options)
        return [str(line) for line in report.detected if "Ends that" in str(line)]

    LAST_DAYS = ("GOV 36-37 2017-01-01/2017-10-08", "IS 36-37 2017-10-09/2017-10-23", "GOV 36-37 2017-10-24/2017-12-30")
    FIRST_DAYS = ("GOV 36-37 2017-01-01/2017-10-09", "IS 36-37 2017-10-09/2017-10-24")

    def test_ground_that_passes_on_the_day_after_proves_last_days(self, maps, case):
        (line,) = self.load(maps, case, *self.LAST_DAYS)
        assert "Ends that name a day: 3, read as the last day of the period (proved" in line and "rows: 2)" in line
        assert case.rows() == [
            "GOV 36-37 2017-01-01/2017-10-09", "GOV 36-37 2017-10-24/2017-12-31", "IS 36-37 2017-10-09/2017-10-24",
        ]  # fmt: skip

    def test_ground_that_passes_on_the_day_proves_the_first_day_after(self, maps, case):
        (line,) = self.load(maps, case, *self.FIRST_DAYS)
        assert "read as the first day after the period (proved" in line
        assert case.rows() == ["GOV 36-37 2017-01-01/2017-10-09", "IS 36-37 2017-10-09/2017-10-24"]

    def test_ground_elsewhere_proves_nothing(self, maps, case):
        (line,) = self.load(
            maps, case, "GOV 36-37 2017-01-01/2017-10-08", "IS 38-39 2017-10-09/2017-10-23", "OPP 40-41 2017-10-24/-"
        )
        assert "nothing in the data shows another meaning" in line

    @pytest.mark.parametrize(
        "rows",
        [
            LAST_DAYS[:2],  # one row only
            (*LAST_DAYS, "IS 38-39 2017-01-01/2017-10-08", "GOV 38-39 2017-10-08/-"),  # both
            ("GOV 36-37 2017-10-01/2017-10-31", "IS 38-39 2017-08-01/2017-09-30"),  # last days of months
            ("GOV 36-37 2017-10-08/2017-10-08", "IS 36-37 2017-11-01/-"),
        ],
    )
    def test_what_looks_like_last_days_without_proof_is_asked(self, maps, case, rows):
        with pytest.raises(AmbiguousEnd, match="Set END_IS_LAST_DAY to true .* or false"):
            self.load(maps, case, *rows)
        (line,) = self.load(maps, case, *rows, end_is_last_day=True)
        assert "read as the last day of the period (specified)" in line

    def test_the_choice_is_kept_with_the_source(self, maps, case):
        self.load(maps, case, *self.LAST_DAYS[:2], end_is_last_day=True, source="s")
        (line,) = self.load(maps, case, "OPP 38-39 2017-10-01/2017-10-31", name="b.geojson", source="s")
        assert "last day of the period (as in an earlier import" in line
        assert "OPP 38-39 2017-10-01/2017-11-01" in case.rows("s")
        with pytest.raises(AmbiguousEnd, match="An earlier import of this source read ends otherwise"):
            self.load(maps, case, *self.FIRST_DAYS, name="c.geojson", source="s")
        with pytest.raises(AmbiguousEnd):
            self.load(maps, case, *self.LAST_DAYS[:2], name="d.geojson", source="another")

    def test_an_assumption_is_not_passed_on(self, maps, case):
        self.load(maps, case, "OPP 38-39 2017-10-01/2017-10-12", source="s")
        with pytest.raises(AmbiguousEnd, match="can be the last day"):
            self.load(maps, case, *self.LAST_DAYS[:2], name="b.geojson", source="s")
        with pytest.raises(AmbiguousEnd, match="An earlier import"):
            self.load(maps, case, *self.LAST_DAYS, name="c.geojson", source="s")

    @pytest.mark.parametrize(
        "end", ["2017-10-08T23:59:59", "2017-10-08 23:59", "2017-10-08T23:59:59.999Z", "2017-10-08T23:59:59+00:00"]
    )
    def test_the_last_second_of_a_day_leaves_no_gap(self, maps, case, end):
        self.load(maps, case, f"GOV 36-37 2017-01-01/{end.replace(' ', 'T')}", "IS 36-37 2017-10-09/-")
        assert case.rows() == ["GOV 36-37 2017-01-01/2017-10-09", "IS 36-37 2017-10-09/-"]

    def test_the_last_second_of_a_local_day_leaves_no_gap(self, maps, case):
        self.load(maps, case, "GOV 36-37 2017-01-01/2017-10-08T20:59:59Z", "IS 36-37 2017-10-08T21:00:00Z/-")
        assert case.rows()[0] == "GOV 36-37 2017-01-01/2017-10-08T21:00:00"

    def test_periods_of_one_day_prove_last_days(self, maps, case):
        (line,) = self.load(maps, case, "GOV 36-37 2017-10-08/2017-10-08", "IS 37-38 2017-10-08/2017-10-08")
        assert "rows that start and end on the same day: 2" in line
        assert case.rows() == ["GOV 36-37 2017-10-08/2017-10-09", "IS 37-38 2017-10-08/2017-10-09"]


def test_last_day_is_one_day_for_a_period_that_ends_as_it_starts(maps, case):
    row = ({"faction": "GOV", "start": "2017-10-09", "end": "2017-10-09"}, maps.strip(36, 37))
    case.load(maps.geojson("periods.geojson", row), end_is_last_day=True)
    assert case.rows() == ["GOV 36-37 2017-10-09/2017-10-10"]


@pytest.mark.parametrize("members", [{"date": "2017-10-24"}, {"properties": {"updated": "24 Oct 2017"}}])
def test_own_properties_of_a_geojson_file(maps, case, members):
    row = ({"faction": "GOV"}, maps.strip(36, 37))
    report = case.load(maps.geojson("control.geojson", row, **members))
    assert case.rows() == ["GOV 36-37 2017-10-24/-"]
    name, value = ("date", "2017-10-24") if "date" in members else ("updated", "24 Oct 2017")
    assert str(report.detected[0]) == f"Date: property {name!r} of the file (detected from {value!r})."


def test_name_that_a_geojson_file_gives_itself(maps, case):
    row = ({"faction": "GOV"}, maps.strip(36, 37))
    case.load(maps.geojson("control.geojson", row, name="Control, 24 October 2017"))
    assert case.rows() == ["GOV 36-37 2017-10-24/-"]


def test_own_properties_of_a_folder_of_files(maps, case):
    for name, who, date in (("a", "GOV", "2017-10-01"), ("b", "IS", "2017-10-02")):
        maps.geojson(f"{name}.geojson", ({"faction": who}, maps.strip(36, 37)), published=date)
    maps.geojson("c.geojson", ({"faction": "OPP"}, maps.strip(36, 37)), published="who knows")
    case.load(maps.folder)
    assert case.rows() == ["GOV 36-37 2017-10-01/2017-10-02", "IS 36-37 2017-10-02/-"]
    assert [(file, action) for file, _, action, _, _ in case.issues()] == [("c.geojson", "rejected")]


def test_metadata_of_a_layer(maps, case):
    rows = {"control": [({"faction": "GOV"}, maps.strip(36, 37))]}
    case.load(maps.ogr("control.gpkg", "GPKG", rows, metadata={"MAP_DAY": "2017-10-24"}))
    assert case.rows() == ["GOV 36-37 2017-10-24/-"]


def test_no_date_anywhere_names_the_file_and_the_setting(maps, case):
    with pytest.raises(SourceError, match=r"No date found in 'control\.geojson'.*DATE_FIELD"):
        case.load(maps("control.geojson", "GOV 36-37"))
    assert not list(maps.folder.parent.glob("cases/*"))


class TestDayAndMonth:
    """5/6/2017 is the fifth of June or the sixth of May: nobody but the user can tell."""

    @pytest.mark.parametrize(("order", "date"), [("DMY", "2017-06-05"), ("MDY", "2017-05-06")])
    def test_of_a_file_name(self, maps, case, order, date):
        path = maps("05.06.2017.geojson", "GOV 36-37")
        with pytest.raises(AmbiguousDate, match="order"):
            case.load(path)
        case.load(path, date_order=DateOrder(order))
        assert case.dates() == [date]

    @pytest.mark.parametrize(("order", "date"), [("DMY", "2017-06-05"), ("MDY", "2017-05-06")])
    def test_of_a_field(self, maps, case, order, date):
        path = maps("control.geojson", "GOV 36-37", date="05/06/2017")
        with pytest.raises(AmbiguousDate, match=r"05/06/2017.*date order"):
            case.load(path)
        case.load(path, date_order=DateOrder(order))
        assert case.dates() == [date]

    def test_one_value_proves_the_order_of_a_column(self, maps, case):
        rows = [({"faction": who, "date": date}, maps.strip(36, 37))
                for who, date in (("GOV", "05/06/2017"), ("IS", "24/10/2017"))]  # fmt: skip
        case.load(maps.geojson("control.geojson", *rows))
        assert case.dates() == ["2017-06-05", "2017-10-24"]

    def test_one_name_proves_the_order_of_a_folder_also_of_files_not_sampled(self, maps, case):
        for day in range(1, 13):
            maps(f"{day:02d}.06.2017.geojson", f"GOV 36-{36 + day}")
        maps("07.06.2017 and 24.10.2017/readme.txt.geojson", "GOV 36-37").unlink()
        maps("24.06.2017.geojson", "GOV 36-37")
        case.load(maps.folder)
        assert case.dates() == [f"2017-06-{day:02d}" for day in (*range(1, 13), 24)]

    def test_an_ambiguous_file_that_the_sample_misses_is_asked_about_too(self, maps, case):
        for day in range(13, 29):
            maps(f"2017-06-{day}.geojson", "GOV 36-37")
        maps("2017-06-130 05.06.2017.geojson", "GOV 36-37")
        with pytest.raises(AmbiguousDate):
            case.load(maps.folder)

    def test_the_order_is_asked_for_file_by_file_in_the_same_way(self, maps, case):
        """A file that proves its own order says nothing of another file, which stays open."""
        maps("a.geojson", "GOV 36-37", date="24/10/2017")
        maps("b.geojson", "IS 36-37", date="05/06/2017")
        with pytest.raises(AmbiguousDate):
            case.load(maps.folder)


def test_the_guess_can_be_overridden(maps, case, another_case):
    path = maps("2017-10-24.geojson", "GOV 36-37", date="2017-10-01", seen="2017-10-09")
    for given, expected in (({}, "2017-10-24"), ({"date_field": "date"}, "2017-10-01"), ({"date_field": "SEEN"},
                            "2017-10-09"), ({"start_field": "seen"}, "2017-10-09")):  # fmt: skip
        case.load(path, source=expected + str(given), **given)
        assert case.rows(expected + str(given)) == [f"GOV 36-37 {expected}/-"]
    with pytest.raises(SourceError, match=r"The field 'dat' does not exist in .*Fields: faction, date, seen"):
        another_case.load(path, date_field="dat")
    with pytest.raises(SourceError, match="START_FIELD"):
        another_case.load(path, end_field="date")


def test_a_name_with_two_dates_costs_that_file_only(maps, case):
    for day in (1, 2, 3):
        maps(f"2017-10-0{day}.geojson", f"GOV 36-{36 + day}")
    maps("2017-10-04 to 2017-10-09.geojson", "IS 36-37")
    report = case.load(maps.folder)
    assert case.dates() == ["2017-10-01", "2017-10-02", "2017-10-03"]
    (issue,) = case.issues()
    assert issue[0] == "2017-10-04 to 2017-10-09.geojson"
    assert issue[2] == "rejected" and "several dates" in issue[3]
    assert report.count("rejected") == 1


def test_a_file_without_a_date_among_dated_ones_costs_that_file_only(maps, case):
    for day in range(1, 9):
        maps(f"2017-10-0{day}.geojson", "GOV 36-37")
    maps("overview.geojson", "IS 36-37")
    case.load(maps.folder)
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]
    assert [(issue[0], issue[2]) for issue in case.issues()] == [("overview.geojson", "rejected")]


@pytest.mark.parametrize("date", ["2202-10-24", "0000-10-24", "9999-12-31", "2017-02-30"])
def test_absurd_dates_in_a_field_cost_their_rows_only(maps, case, date):
    rows = [({"faction": "GOV", "date": f"2017-10-{day}"}, maps.strip(36, 37)) for day in range(10, 30)]
    case.load(maps.geojson("control.geojson", *rows, ({"faction": "IS", "date": date}, maps.strip(37, 38))))
    assert case.rows() == ["GOV 36-37 2017-10-10/-"]
    ((_, row, action, reason, shape),) = case.issues()
    assert (row, action) == (20, "rejected") and date in reason
    assert shape.equals(maps.strip(37, 38))


def known_to(case):
    """Territories as "GOV 2017-10-01 month"."""
    columns = case.open.select(f.TERRITORIES, f.FACTION, f.VALID_FROM, f.KNOWN_TO)
    return sorted(f"{who} {str(start)[:10].replace('/', '-')} {span or 'day'}" for who, start, span in columns)


class TestSpans:
    """A month, a quarter or a year holds from its first day, and says so."""

    @pytest.mark.parametrize(
        ("names", "expected"),
        [
            (("control_2017-08", "control_2017-10"), ["GOV 2017-08-01 month", "IS 2017-10-01 month"]),
            (("Aug 2017", "Oct 2017"), ["GOV 2017-08-01 month", "IS 2017-10-01 month"]),
            (("حماة آب 2017", "حماة تشرين الأول 2017"), ["GOV 2017-08-01 month", "IS 2017-10-01 month"]),
            (("2017-Q3", "2017-Q4"), ["GOV 2017-07-01 quarter", "IS 2017-10-01 quarter"]),
            (("world_1500", "world_1600"), ["GOV 1500-01-01 year", "IS 1600-01-01 year"]),
        ],
    )
    def test_of_names(self, maps, case, names, expected):
        for name, who in zip(names, ("GOV", "IS")):
            maps(f"in/{name}.geojson", f"{who} 36-37")
        report = case.load(maps.folder / "in")
        assert known_to(case) == expected
        assert repr(names[0]) in str(report.detected[0])
        notes = [str(issue[3]).split(":")[0] for issue in case.issues()]
        assert notes == [f"rows known to the {expected[0].split()[2]} only"] * 2

    @pytest.mark.parametrize(("name", "texts"), [("month", ("2017-08", "2017-10")), ("year", (2014, 2016))])
    def test_of_a_field(self, maps, case, name, texts):
        rows = [({"faction": who, name: text}, maps.strip(36, 37)) for who, text in zip(("GOV", "IS"), texts)]
        case.load(maps.geojson("a.geojson", *rows))
        assert [row.rpartition(" ")[2] for row in known_to(case)] == [name, name]

    def test_a_year_beside_its_months_is_no_date(self, maps, case):
        row = ({"faction": "GOV", "year": 2017, "month": 10}, maps.strip(36, 37))
        with pytest.raises(SourceError, match="'month', rows that cannot be read: 1 of 1"):
            case.load(maps.geojson("a.geojson", row))

    def test_many_files_in_a_folder_of_a_year_are_not_one_map(self, maps, case):
        for name in "abc":
            maps(f"2017/{name}.geojson", "GOV 36-37")
        with pytest.raises(SourceError, match="No date found"):
            case.load(maps.folder / "2017")

    def test_a_month_in_which_other_rows_have_days_is_left_out(self, maps, case):
        dated = ("GOV", "2017-10-09"), ("IS", "2017-10"), ("IS", "2017-10-24"), ("OPP", 2016)
        rows = [({"faction": who, "date": date}, maps.strip(36, 37)) for who, date in dated]
        case.load(maps.geojson("p.geojson", *rows))
        assert known_to(case) == ["GOV 2017-10-09 day", "IS 2017-10-24 day", "OPP 2016-01-01 year"]
        (issue,) = [issue for issue in case.issues() if issue[2] == "rejected"]
        assert issue[1] == 1 and "'2017-10' contains 2017-10-09" in issue[3] and "Write its day" in issue[3]

    def test_a_day_and_a_month_of_one_date_are_known_to_the_day(self, maps, case):
        maps("a.geojson", "GOV 36-37", date="2017-10-01")
        maps("b.geojson", "IS 37-38", date="2017-10")
        case.load(maps.folder)
        assert known_to(case) == ["GOV 2017-10-01 day", "IS 2017-10-01 day"]

    def test_ends_that_name_months(self, maps, case):
        rows = [({"faction": who, "start": start, "end": end}, maps.strip(36, 37)) for who, start, end in (
            ("GOV", "2017-08", "2017-09"), ("IS", "2017-10", "2017-11"), ("OPP", "2017-12", None))]  # fmt: skip
        report = case.load(maps.geojson("p.geojson", *rows))
        assert case.rows() == [
            "GOV 36-37 2017-08-01/2017-10-01", "IS 36-37 2017-10-01/2017-12-01", "OPP 36-37 2017-12-01/-",
        ]  # fmt: skip
        assert any("read as the last day of the period (proved" in str(line) for line in report.detected)


def test_periods_in_names(maps, case):
    """Weekly maps, named by their first and last days."""
    names = "2017-10-02_to_2017-10-08", "2017-10-09 – 2017-10-15", "16-22 Oct 2017"
    for name, who in zip(names, ("GOV", "IS", "GOV")):
        maps(f"{name}.geojson", f"{who} 36-37")
    report = case.load(maps.folder)
    assert case.rows() == [
        "GOV 36-37 2017-10-02/2017-10-09", "GOV 36-37 2017-10-16/2017-10-23", "IS 36-37 2017-10-09/2017-10-16",
    ]  # fmt: skip
    assert "is read as 2017-10-" in str(report.detected[0])
    assert "last day of the period (proved" in str(report.detected[2])


def test_a_single_period_in_a_name_includes_its_last_day(maps, case):
    report = case.load(maps("2017-10-09_to_2017-10-24.geojson", "GOV 36-37"))
    assert case.rows() == ["GOV 36-37 2017-10-09/2017-10-25"]
    assert any("as a name states a period by its first and last day" in str(line) for line in report.detected)


def test_periods_in_names_that_meet_on_a_day_exclude_it(maps, case):
    maps("2017-10-02_to_2017-10-09.geojson", "GOV 36-37")
    maps("2017-10-09_to_2017-10-16.geojson", "IS 36-37")
    case.load(maps.folder)
    assert case.rows() == ["GOV 36-37 2017-10-02/2017-10-09", "IS 36-37 2017-10-09/2017-10-16"]


class TestTheTrueCause:
    """What keeps dates from being read is named, with a setting that exists."""

    @pytest.mark.parametrize(
        ("name", "cause"),
        [
            ("Control_17_10_24", "'Control_17_10_24' has a two-digit year.*Set CENTURY"),
            ("2017_w41", "names a week"),
            ("world_bc200", "before the common era"),
            ("2017-10-09_2017-10-24", "several dates"),
            ("2017-02-30", "No date found|does not exist"),
        ],
    )
    def test_of_a_name(self, maps, case, name, cause):
        with pytest.raises(SourceError, match=cause):
            case.load(maps(f"{name}.geojson", "GOV 36-37"))

    def test_of_a_field(self, maps, case):
        path = maps("a.geojson", "GOV 36-37", date="soon")
        with pytest.raises(SourceError, match="field 'date', rows that cannot be read: 1 of 1: 'soon' cannot be read"):
            case.load(path)

    def test_one_bad_date_in_three_costs_its_row(self, maps, case):
        rows = [({"faction": "GOV", "date": date}, maps.strip(36, 37)) for date in ("2017-10-09", "soon", "2017-10-24")]
        case.load(maps.geojson("p.geojson", *rows))
        assert case.dates() == ["2017-10-09", "2017-10-24"]
        ((file, row, action, reason, _),) = case.issues()
        assert (file, row, action) == ("p.geojson", 1, "rejected")
        assert reason == "'soon' cannot be read as a date. Write it as 2017-10-24 or 24 Oct 2017."


def test_two_digit_years_in_a_stated_century(maps, case):
    maps("17_10_24.geojson", "GOV 36-37")
    maps("17_10_31.geojson", "IS 36-37")
    with pytest.raises(SourceError, match="CENTURY"):
        case.load(maps.folder)
    case.load(maps.folder, century=2000, latest=np.datetime64("2026-01-01", "s"))
    assert case.dates() == ["2017-10-24", "2017-10-31"]


class TestTimesSince1970:
    def test_milliseconds_of_a_date_field(self, maps, case):
        rows = [({"faction": "GOV", "date": ms}, maps.strip(36, 37)) for ms in (1507420800000, 1507507200000)]
        case.load(maps.geojson("arcgis.geojson", *rows))
        assert case.dates() == ["2017-10-08", "2017-10-09"]

    def test_numbers_that_can_be_either_are_asked_about(self, maps, case):
        path = maps("a.geojson", "GOV 36-37", date=1507420801)
        with pytest.raises(AmbiguousEpoch, match="Set EPOCH"):
            case.load(path)
        case.load(path, epoch=Epoch.SECONDS)
        assert case.dates() == ["2017-10-08T00:00:01"]

    def test_large_numbers_of_another_field_are_no_dates(self, maps, case):
        with pytest.raises(SourceError, match="No date found"):
            case.load(maps("a.geojson", "GOV 36-37", shape_area=1507420800000, people=2017))


@pytest.mark.parametrize(
    "end", ["present", "ongoing", "NA", "-", "2099-12-31", "12/31/9999", "9999-12-31", "now", "حتى الآن", "1/2/9999"]
)
def test_ends_not_reached_yet_are_open(maps, case, end):
    rows = [({"faction": who, "start": start, "end": until}, maps.strip(36, 37)) for who, start, until in (
        ("GOV", "2017-10-08", "2017-10-09"), ("IS", "2017-10-09", end))]  # fmt: skip
    case.load(maps.geojson("p.geojson", *rows))
    assert case.rows() == ["GOV 36-37 2017-10-08/2017-10-09", "IS 36-37 2017-10-09/-"]
    notes = [issue[3] for issue in case.issues()]
    assert notes == ([] if end in ("NA", "-") else [f"ends not reached yet, such as {end!r}: 1, read as open"])
