"""A look at an input says what the import then does."""

import os

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from syria_control_plugin.case.import_report import NOTED, REJECTED, REPAIRED
from syria_control_plugin.core.dates.options import DateOrder
from syria_control_plugin.core.errors import Cancelled
from syria_control_plugin.sources.files.inputs import all_inputs
from syria_control_plugin.sources.files.project_layers import layer_input
from syria_control_plugin.sources.maps.detection import FieldOverrides, Origin
from syria_control_plugin.sources.maps.options import ImportOptions
from syria_control_plugin.sources.maps.preview import look_at

BOWTIE = "POLYGON ((36 35, 37 36, 37 35, 36 36, 36 35))"


def look(*paths, seconds=60, **overrides):
    inputs, _ = all_inputs([], [str(path) for path in paths])
    return look_at(inputs, ImportOptions(overrides=FieldOverrides(**overrides)), seconds=seconds)


def days(preview):
    return [str(date)[:10] for date in preview.dates]


def outcomes(preview):
    """(file, row, date, faction, what becomes of it) of each row shown."""
    return [(row.file, row.row, row.start, row.faction, row.action) for row in preview.rows]


class TestWhatIsFound:
    def test_dates_in_names_and_factions_in_a_field(self, maps):
        maps("m_2017-10-01.geojson", "GOV 36-37, HTS 37-38")
        maps("m_2017-10-02.geojson", "GOV 36-38")
        found = look(maps.folder)
        assert (found.files, found.files_seen, found.layers) == (2, 2, 0)
        assert days(found) == ["2017-10-01", "2017-10-02"] and found.dates_of_all
        assert (found.date.value, found.date.text, found.date.role.place) == ("2017-10-01", "m_2017-10-01", Origin.NAME)
        assert (found.faction.value, found.faction.text, found.faction.role.detail) == ("GOV", "GOV", "faction")
        assert outcomes(found) == [
            ("m_2017-10-01.geojson", 0, "2017-10-01", "GOV", ""),
            ("m_2017-10-01.geojson", 1, "2017-10-01", "OPP", ""),  # HTS is one of its names
            ("m_2017-10-02.geojson", 0, "2017-10-02", "GOV", ""),
        ]
        assert found.can_be_imported and found.problem is None and found.fields == ("faction",)

    def test_dates_of_a_field_are_shown_row_by_row(self, maps):
        rows = [({"who": "GOV", "on": f"{day}.10.2017"}, maps.strip(36, 37)) for day in (13, 14, 15)]
        found = look(maps.geojson("all.geojson", *rows), faction_field="who")
        assert [row.start for row in found.rows] == ["2017-10-13", "2017-10-14", "2017-10-15"]
        assert (found.date.text, found.date.role.detail) == ("13.10.2017", "on")

    def test_a_column_that_proves_its_order_is_read_in_it_in_each_row(self, maps):
        """5/6 alone may be either; 13/6 in the same column shows that the day stands first."""
        rows = [({"faction": "GOV", "day": day}, maps.strip(36, 37)) for day in ("5/6/2017", "13/6/2017")]
        assert [row.start for row in look(maps.geojson("a.geojson", *rows)).rows] == ["2017-06-05", "2017-06-13"]

    def test_stated_periods(self, maps):
        found = look(maps("a.geojson", "GOV 36-37", start="2017-10-01", end="2017-10-09"))
        (row,) = found.rows
        assert (row.start, row.end) == ("2017-10-01", "2017-10-09") and found.date.role.end == "end"

    def test_ends_that_can_be_last_days_are_asked(self, maps):
        path = maps("a.geojson", "GOV 36-37", start="2017-10-01", end="2017-10-31")
        found = look(path)
        assert found.asks_ends and not found.can_be_imported and "2017-10-31 can be the last day" in str(found.ends)
        assert [row.end for row in found.rows] == ["2017-10-31"]
        for is_last_day, end in ((True, "2017-11-01"), (False, "2017-10-31")):
            found = look_at(all_inputs([], [str(path)])[0], ImportOptions(end_is_last_day=is_last_day))
            assert [row.end for row in found.rows] == [end] and found.can_be_imported and "specified" in str(found.ends)

    def test_layers(self, qgis_app, maps):
        layer = QgsVectorLayer("Polygon?crs=EPSG:32637&field=holder:string", "2017-10-05", "memory")
        feature = QgsFeature(layer.fields())
        feature["holder"] = "GOV"
        feature.setGeometry(
            QgsGeometry.fromWkt("POLYGON ((300000 3900000, 310000 3900000, 310000 3910000, 300000 3900000))")
        )
        layer.dataProvider().addFeatures([feature])
        inputs, _ = all_inputs([layer_input(layer)], [])
        found = look_at(inputs)
        assert (found.layers, found.files, days(found)) == (1, 1, ["2017-10-05"])
        assert "UTM zone 37N" in next(iter(found.crs))

    def test_files_that_are_no_maps_are_named(self, maps):
        maps("2017-10-01.geojson", "GOV 36-37")
        maps.text("readme.txt", "x")
        assert all_inputs([], [str(maps.folder)])[1] == ["readme.txt"]

    def test_time_that_runs_out_is_said_and_days_are_still_all(self, maps):
        for day in range(1, 21):
            maps(f"2017-10-{day:02d}.geojson", "GOV 36-37")
        found = look(maps.folder, seconds=0)
        assert (found.files, found.files_seen) == (20, 5)
        assert len(found.dates) == 20 and found.dates_of_all

    def test_days_of_files_not_seen_are_unknown_where_a_field_holds_them(self, maps):
        for number in range(20):
            maps(f"map {chr(97 + number)}.geojson", "GOV 36-37", date=f"2017-10-{number + 1:02d}")
        found = look(maps.folder, seconds=0)
        assert len(found.dates) == 5 and not found.dates_of_all

    def test_cancelled(self, maps):
        class Unwanted:
            def setProgress(self, percent):
                pass

            def isCanceled(self):
                return True

        maps("2017-10-01.geojson", "GOV 36-37")
        with pytest.raises(Cancelled):
            look_at(all_inputs([], [str(maps.folder)])[0], feedback=Unwanted())


class TestWhatStaysOpen:
    def test_day_and_month_in_a_field(self, maps):
        found = look(maps("a.geojson", "GOV 36-37", seen="5/6/2017", at="7/8/2017"), date_field="seen")
        asked = found.question
        assert (asked.text, str(asked.day_first)[:10], str(asked.month_first)[:10]) == (
            "5/6/2017", "2017-06-05", "2017-05-06",
        )  # fmt: skip
        assert not found.can_be_imported
        assert found.rows[0].values["seen"] == "5/6/2017"

    def test_day_and_month_in_names(self, maps):
        maps("map 05-06-2017.geojson", "GOV 36-37")
        maps("map 06-06-2017.geojson", "GOV 36-37")
        found = look(maps.folder)
        assert found.question.text == "map 05-06-2017"
        answered = look(maps.folder, date_order=DateOrder.MONTH_FIRST)
        assert answered.question is None and days(answered) == ["2017-05-06", "2017-06-06"]

    def test_day_and_month_beyond_the_sample(self, maps):
        """By a field that is only ambiguous in a file which the guess does not look at."""
        for number in range(9):
            day = "3/4/2017" if number == 1 else "14/4/2017"
            maps(f"map {chr(97 + number)}.geojson", "GOV 36-37", date=day)
        assert look(maps.folder).question.text == "3/4/2017"

    def test_the_faction(self, maps):
        """A map of one side: the date is in its name, nothing says whose ground it is."""
        path = maps.geojson("map_20240708.geojson", ({}, maps.strip(36, 37)))
        found = look(path)
        assert found.lacks_faction and not found.can_be_imported and not found.lacks_date
        assert [(row.start, row.faction) for row in found.rows] == [("2024-07-08", "")]
        assert found.faction is None and not found.report.unknown_factions
        assert look(path, faction="RUS").can_be_imported

    def test_the_date(self, maps):
        found = look(maps("ground.geojson", "GOV 36-37"))
        assert found.lacks_date and not found.can_be_imported
        assert found.fields == ("faction",) and found.rows[0].values == {"faction": "GOV"}

    def test_a_date_in_the_files_own_properties(self, maps):
        found = look(maps.geojson("ground.geojson", ({"faction": "GOV"}, maps.strip(36, 37)), published="2017-10-03"))
        assert found.can_be_imported and days(found) == ["2017-10-03"]
        assert (found.date.role.place, found.date.text) == (Origin.PROPERTY, "2017-10-03")

    def test_a_field_that_is_not_there(self, maps):
        found = look(maps("2017-10-01.geojson", "GOV 36-37"), faction_field="nobody")
        assert not found.can_be_imported and "nobody" in str(found.problem)

    def test_nothing_at_all(self, maps):
        maps.folder.mkdir()
        found = look(maps.folder)
        assert found.files == 0 and found.problem and not found.can_be_imported


class TestWhatIsWrong:
    def test_broken_files_stand_above_and_good_ones_are_read(self, maps):
        maps("2017-10-01.geojson", "GOV 36-37")
        maps.text("2017-10-02.geojson", '{"type": "Feat')
        found = look(maps.folder)
        first, second = outcomes(found)
        assert first == ("2017-10-02.geojson", None, "", "", REJECTED)
        assert second == ("2017-10-01.geojson", 0, "2017-10-01", "GOV", "")
        assert found.can_be_imported

    def test_no_file_can_be_read(self, maps):
        found = look(maps.text("2017-10-02.geojson", '{"type": "Feat'))
        assert not found.can_be_imported and found.problem
        assert outcomes(found) == [("2017-10-02.geojson", None, "", "", REJECTED)]

    def test_repaired_and_rejected_rows_are_shown_wherever_they_stand(self, maps):
        rows = [({"faction": "GOV", "n": str(number)}, maps.strip(36, 37)) for number in range(10)]
        rows[7] = ({"faction": "GOV", "n": "7"}, BOWTIE)
        rows[9] = ({"faction": "", "n": "9"}, maps.strip(36, 37))
        found = look(maps.geojson("2017-10-01.geojson", *rows))
        assert [(row.row, row.action) for row in found.rows] == [
            (0, ""), (1, ""), (2, ""), (3, ""), (7, REPAIRED), (9, REJECTED),
        ]  # fmt: skip
        assert (found.report.rows_read, found.report.rows_loaded) == (10, 9)
        assert str(found.rows[-1].reason) == "no faction" and found.rows[-1].values["n"] == "9"

    def test_numbers_that_are_no_degrees_and_no_crs(self, maps):
        rows = [({"faction": "GOV"}, maps.strip(300000, 310000, 3900000, 3910000))]
        maps.ogr("2017-10-01.shp", "ESRI Shapefile", {"2017-10-01": rows}, epsg=None)
        inputs, _ = all_inputs([], [str(maps.folder)])
        found = look_at(inputs)
        assert list(found.crs) == [""] and found.report.rows_loaded == 0
        assert {row.action for row in found.rows} == {REJECTED}
        assert look_at(inputs, ImportOptions(crs="EPSG:32637")).report.rows_loaded == 1

    def test_an_empty_map_is_noted(self, maps):
        maps("2017-10-01.geojson", "GOV 36-37")
        maps.geojson("2017-10-02.geojson")
        assert ("2017-10-02.geojson", None, "", "", NOTED) in outcomes(look(maps.folder))

    def test_unknown_factions_are_counted(self, maps):
        found = look(maps("2017-10-01.geojson", "GOV 36-37, Odd<b> 37-38, Odd<b> 38-39"))
        assert found.report.unknown_factions == {"Odd<b>": 2}


class TestAgreesWithTheImport:
    """What the look says of all files is what the import's report says."""

    @pytest.mark.parametrize("crs", ["", "EPSG:4326"])
    def test_counts(self, maps, case, crs):
        maps("2017-10-01.geojson", "GOV 36-37, HTS 37-38")
        maps.geojson("2017-10-02.geojson", ({"faction": "GOV"}, BOWTIE), ({"faction": None}, maps.strip(36, 37)))
        maps.text("2017-10-03.geojson", "{")
        found = look_at(all_inputs([], [str(maps.folder)])[0], ImportOptions(crs=crs), seconds=60).report
        done = case.load(maps.folder, crs=crs)
        counts = [(r.rows_read, r.rows_loaded, r.count(REPAIRED), r.count(REJECTED)) for r in (found, done)]
        assert counts[0] == counts[1] == (4, 3, 1, 2)

    def test_looking_writes_nothing(self, maps):
        maps("2017-10-01.geojson", "GOV 36-37")
        look(maps.folder)
        assert os.listdir(maps.folder) == ["2017-10-01.geojson"]
