"""Several fields that can have one role: decided by a stated rule, or asked; never taken because one stands first."""

import pytest

from syria_control_plugin.case.catalogue import known_factions
from syria_control_plugin.case.import_report import ImportReport
from syria_control_plugin.core.factions.factions import FactionRegister
from syria_control_plugin.gui.imports.settings import date_label, faction_label
from syria_control_plugin.sources.files.inputs import all_inputs, list_inputs
from syria_control_plugin.sources.maps.candidates import AmbiguousField
from syria_control_plugin.sources.maps.detection import FieldOverrides, detect_date, detect_faction
from syria_control_plugin.sources.maps.options import ImportOptions
from syria_control_plugin.sources.maps.preview import look_at
from syria_control_plugin.sources.maps.reports import import_reports
from syria_control_plugin.sources.movements.options import MovementOptions
from syria_control_plugin.sources.movements.reader import read_movements


def rows_of(maps, **columns):
    values = zip(*columns.values())
    return [(dict(zip(columns, row)), maps.strip(36 + n, 37 + n)) for n, row in enumerate(values)]


def tables_of(path):
    return list_inputs([str(path)])[0][0].tables()


def faction_role(maps, **columns):
    factions = FactionRegister(known_factions(None))
    path = maps.geojson("2017-10-01.geojson", *rows_of(maps, **columns))
    return detect_faction(tables_of(path), FieldOverrides(), factions, ImportOptions().limits)


def date_role(maps, name="maps.geojson", **columns):
    path = maps.geojson(name, *rows_of(maps, **columns))
    return detect_date(tables_of(path), FieldOverrides(), ImportOptions().limits)


OTHERS = ("IS", "GOV")  # of the rows in which a first field says GOV, IS


class TestFactions:
    @pytest.mark.parametrize("names", [("lost_by", "taken_by"), ("winner", "loser"), ("holder", "controlled_by"),
                                       ("actor", "owner"), ("who", "by")])  # fmt: skip
    def test_none_is_right_by_its_name(self, maps, names):
        with pytest.raises(AmbiguousField, match="unclear which field contains the faction: .*FACTION_FIELD") as error:
            faction_role(maps, **{names[0]: ("GOV", "IS"), names[1]: OTHERS})
        assert error.value.fields == names

    @pytest.mark.parametrize("name", ["lost_by", "formerHolder", "previous_control", "claimed_by"])
    def test_the_only_one_is_named_as_of_somebody_else(self, maps, name):
        with pytest.raises(AmbiguousField, match=name):
            faction_role(maps, **{name: ("GOV", "IS")})

    @pytest.mark.parametrize(("right", "other"), [("faction", "lost_by"), ("held_by", "side"), ("control", "lost_by"),
                                                  ("authority", "who"), ("controlled_by", "actor")])  # fmt: skip
    def test_one_is_right_by_its_name_and_the_report_names_the_other(self, maps, right, other):
        role = faction_role(maps, **{other: ("GOV", "IS"), right: OTHERS})
        assert role.detail == right and f"other fields with factions: {other!r}" in str(role)

    def test_a_usual_name_with_unknown_factions_beside_known_ones(self, maps):
        with pytest.raises(AmbiguousField):
            faction_role(maps, faction=("Some militia", "A tribe"), lost_by=("GOV", "IS"))

    def test_fields_that_say_the_same_are_one(self, maps):
        role = faction_role(maps, code=("GOV", "IS"), title=("Syrian government", "Daesh"))
        assert role.detail == "code" and "other fields" not in str(role)

    @pytest.mark.parametrize("name", ["control", "controlled_by", "actor", "authority", "owner", "side", "group"])
    def test_usual_names_with_unknown_factions(self, maps, name):
        assert faction_role(maps, note=("x", "y"), **{name: ("Some militia", "A tribe")}).detail == name

    def test_the_choice_is_kept_with_the_source(self, maps, case):
        path = maps.geojson("2017-10-01.geojson", *rows_of(maps, lost_by=("GOV", "IS"), taken_by=OTHERS))
        with pytest.raises(AmbiguousField):
            case.load(path, source="A")
        case.load(path, source="A", faction_field="taken_by")
        maps.geojson("2017-10-01.geojson", *rows_of(maps, lost_by=("GOV",), taken_by=("HTS",)))
        report = case.load(path, source="A")
        assert case.factions() == {"OPP"}
        assert "field 'taken_by' (as in an earlier import of this source)" in str(report.detected[1])
        with pytest.raises(AmbiguousField):
            case.load(path, source="B")


class TestDates:
    @pytest.mark.parametrize("names", [("created", "observed"), ("date", "map_day"), ("day", "seen"),
                                       ("map_date", "date")])  # fmt: skip
    def test_none_is_right_by_its_name(self, maps, names):
        with pytest.raises(AmbiguousField, match="unclear which field contains the date: .*DATE_FIELD") as error:
            date_role(maps, **{names[0]: ("2017-10-01", "2017-10-02"), names[1]: ("2017-10-08", "2017-10-09")})
        assert set(error.value.fields) == set(names)

    @pytest.mark.parametrize("other", ["created", "last_edit", "uploadDate"])
    def test_the_date_of_a_record_is_not_that_of_the_map(self, maps, other):
        role = date_role(maps, **{other: ("2017-10-08", "2017-10-09"), "date": ("2017-10-01", "2017-10-02")})
        assert role.detail == "date" and f"other fields with dates: {other!r}" in str(role)

    def test_one_day_in_two_forms_is_one_candidate(self, maps):
        assert date_role(maps, seen=("2017-10-01", "2017-10-02"), on=("1 Oct 2017", "2 Oct 2017")).detail == "seen"

    def test_dated_names_come_before_fields_that_say_no_more(self, maps, case):
        rows = rows_of(maps, created=("2017-10-08",), observed=("2017-10-09",), faction=("GOV",))
        case.load(maps.geojson("2017-10-01.geojson", *rows))
        assert case.dates() == ["2017-10-01"]


def test_the_preview_names_the_fields(maps):
    inputs, _ = all_inputs([], [str(maps.geojson("2017-10-01.geojson", *rows_of(
        maps, lost_by=("GOV", "IS"), taken_by=OTHERS)))])  # fmt: skip
    preview = look_at(inputs)
    assert preview.lacks_faction and not preview.can_be_imported
    assert faction_label(preview) == "Several readings are possible. Choose the field: lost_by, taken_by."
    inputs, _ = all_inputs([], [str(maps.geojson("all.geojson", *rows_of(
        maps, faction=("GOV",), created=("2017-10-08",), observed=("2017-10-09",))))])  # fmt: skip
    preview = look_at(inputs)
    assert preview.lacks_date and not preview.can_be_imported
    assert date_label(preview) == "Several readings are possible. Choose the field: created, observed."


def test_reports_ask_too_and_know_as_of(maps, case):
    def load(head, row):
        (given,), _ = list_inputs([str(maps.text("reports.csv", f"place,lat,lon,{head}\nA,35,37,{row}\n"))])
        return import_reports(case.path, given)

    with pytest.raises(AmbiguousField, match="'holder', 'controller'. Set HOLDER_FIELD"):
        load("holder,controller,date", "GOV,IS,2017-10-01")
    with pytest.raises(AmbiguousField, match="'date', 'day'. Set DATE_FIELD"):
        load("holder,date,day", "GOV,2017-10-01,2017-10-09")
    load("control,as_of", "GOV,2017-10-01")
    assert case.dates() == [] and [row[:3] for row in case.rows()] == ["GOV"]


def test_movements_ask_too(maps):
    def read(head, *rows):
        (given,), _ = list_inputs([str(maps.text("tracks.csv", "\n".join([f"track,lat,lon,{head}", *rows])))])
        return read_movements(given, MovementOptions(), known_factions(None), ImportReport())[0]

    rows = [f"1,35.{n},37,2017-10-0{n}T06:00,2017-11-0{n}T06:00,GOV,IS" for n in (1, 2)]
    with pytest.raises(AmbiguousField, match="'time', 'timestamp'. Set DATE_FIELD"):
        read("time,timestamp,mover,host", *rows)
    rows = [f"1,35.{n},37,2017-10-0{n}T06:00,GOV,IS" for n in (1, 2)]
    with pytest.raises(AmbiguousField, match="'actor', 'group'. Set FACTION_FIELD"):
        read("time,actor,group", *rows)
    assert list(read("time,mover,group", *rows).mover) == ["GOV"]


class TestTracks:
    """Two units report in turn, 180 km apart; no usual name of a track field."""

    @staticmethod
    def read(maps, hours, head="division", **options):
        rows = [f"{n % 2 + 1},2017-10-{9 + n // 2:02}T{hours[n % 2]},{35 + 0.05 * (n // 2):.2f},{37 + 2 * (n % 2)}"
                for n in range(12)]  # fmt: skip
        text = "\n".join([f"{head},date,lat,lon", *rows])
        (given,), _ = list_inputs([str(maps.text("tracks.csv", text))])
        settings = MovementOptions(faction="GOV", **options)
        return read_movements(given, settings, known_factions(None), ImportReport())[0]

    def test_asked(self, maps):
        with pytest.raises(AmbiguousField, match="alternate with the values of 'division'. Set ID_FIELD .* ONE_TRACK"):
            self.read(maps, ("06:00", "18:00"))
        with pytest.raises(AmbiguousField, match="different places at the same time"):
            self.read(maps, ("06:00", "06:00"), head="note")

    def test_answered(self, maps):
        assert sorted(self.read(maps, ("06:00", "18:00"), id_field="division").id) == ["1", "2"]
        assert list(self.read(maps, ("06:00", "18:00"), is_one_track=True).id) == ["tracks"]
        assert sorted(self.read(maps, ("06:00", "18:00"), head="unit").id) == ["1", "2"]
