"""Clash events: layouts told by their columns, codebooks, bad rows, and what a case keeps of them."""

import csv
import io
import json
import re

import numpy as np
import pytest
import shapely
from osgeo import gdal, ogr

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import known_factions, shipped_factions
from syria_control_plugin.case.import_report import NOTED, REJECTED, ImportReport
from syria_control_plugin.case.schema import opened
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.dates.options import DateOrder
from syria_control_plugin.core.errors import AmbiguousDate, Cancelled, SourceError
from syria_control_plugin.core.factions.factions import Faction, Factions
from syria_control_plugin.sources.events import codebooks, importing
from syria_control_plugin.sources.events.columns import Columns
from syria_control_plugin.sources.events.importing import import_events
from syria_control_plugin.sources.events.kinds import kind_of
from syria_control_plugin.sources.events.reader import EventOptions, read_event_input, read_events
from syria_control_plugin.sources.files.inputs import InputFile, list_inputs
from syria_control_plugin.sources.maps.reports import one_table

ACLED_COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()
ACLED_ROW = {
    "event_id_cnty": "SYR1", "event_date": "24 October 2017", "year": "2017", "time_precision": "1",
    "disorder_type": "Political violence", "event_type": "Battles", "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Syria (2000-2024)", "inter1": "State forces", "actor2": "Islamic State (Syria)",
    "inter2": "Rebel group", "iso": "760", "country": "Syria", "admin1": "Hama", "location": "Jubb Abyad",
    "latitude": "35.4533", "longitude": "37.5828", "geo_precision": "1", "source": "SOHR; Shaam",
    "notes": "On 24 October,\n\"quoted\"; <b>html</b>", "fatalities": "3", "timestamp": "1618500000",
}  # fmt: skip
UCDP_ROW = {
    "id": "240985.0", "type_of_violence": "1.0", "side_a": "Government of Syria", "side_b": "IS", "where_prec": "1.0",
    "where_coordinates": "Ithriyah village", "latitude": "35.365", "longitude": "37.788", "date_prec": "1.0",
    "date_start": "2017-10-24", "date_end": "2017-10-24", "best": "4.0",
}  # fmt: skip
PLAIN_ROW = {"id": "7", "date": "2017-10-24", "side_a": "GOV", "side_b": "IS", "lon": "37.5", "lat": "35.5"}


def text_of(rows, columns=None, delimiter=","):
    columns = columns or list(rows[0])
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=delimiter, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.fixture
def read(maps):
    """Rows as a CSV file → its events; ``read.counts``, ``read.others`` and ``read.report`` tell the rest."""

    def reading(rows, columns=None, factions=None, text=None, **options):
        path = maps.text("events.csv", text or text_of(rows, columns))
        reading.report = ImportReport()
        (table,) = list_inputs([str(path)])[0][0].tables()
        found = read_events(table, EventOptions(**options), factions or shipped_factions(), reading.report)
        events, reading.counts, reading.others = found
        return events

    return reading


@pytest.fixture
def acled(read):
    """Rows of ACLED's 31 columns, each as ACLED_ROW but for what is said; ids count up."""

    def reading(*changes, **options):
        rows = [{**ACLED_ROW, "event_id_cnty": f"SYR{n}", **change} for n, change in enumerate(changes, 1)]
        return read(rows, ACLED_COLUMNS, **options)

    return reading


@pytest.fixture
def ucdp(read):
    def reading(*changes, **options):
        return read([{**UCDP_ROW, "id": f"{n}.0", **change} for n, change in enumerate(changes, 1)], **options)

    return reading


@pytest.fixture
def plain(read):
    def reading(*changes, **options):
        return read([{**PLAIN_ROW, "id": str(n), **change} for n, change in enumerate(changes, 1)], **options)

    return reading


def days(events):
    return [f"{start} {end}" for start, end in zip(events.start.astype("M8[D]"), events.end.astype("M8[D]"))]


def reasons(report, action=REJECTED):
    return [(issue.row, str(issue.reason)) for issue in report.issues if issue.action == action]


# ACLED


def test_acled_row(acled, read):
    events = acled({})
    assert len(ACLED_COLUMNS) == 31
    assert (events.id[0], events.kind[0], events.source[0]) == ("SYR1", "fight", "ACLED")
    assert days(events) == ["2017-10-24 2017-10-25"] and events.is_exact_date[0]
    assert events.lonlat.tolist() == [[37.5828, 35.4533]] and events.reach_km[0] == 0
    assert (events.side_a[0], events.side_b[0]) == (("GOV",), ("IS",))
    assert events.label[0] == "Military Forces of Syria (2000-2024) – Islamic State (Syria), Jubb Abyad"
    assert read.others["notes"] == [ACLED_ROW["notes"]]
    assert read.others["source_as_given"] == ["SOHR; Shaam"]
    assert str(read.report.detected[0]) == "Layout: ACLED."


def test_acled_both_forms_of_the_date_and_either_order_of_the_sides(acled):
    turned = {"actor1": ACLED_ROW["actor2"], "actor2": ACLED_ROW["actor1"], "event_date": "2017-10-24"}
    events = acled({}, turned)
    assert days(events) == ["2017-10-24 2017-10-25"] * 2
    assert list(zip(events.side_a, events.side_b)) == [(("GOV",), ("IS",)), (("IS",), ("GOV",))]


@pytest.mark.parametrize(
    ("event_type", "sub_event_type", "kind"),
    [
        ("Battles", "Armed clash", "fight"),
        ("Battles", "Government regains territory", "fight"),
        ("BATTLES", "", "fight"),
        ("Explosions/Remote violence", "Air/drone strike", "strike"),
        ("Explosions/Remote violence", "Remote explosive/landmine/IED", "strike"),
        ("Strategic developments", "Non-violent transfer of territory", "transfer"),
        ("Strategic developments", "Agreement", "other"),
        ("Violence against civilians", "Attack", "other"),
        ("Protests", "Peaceful protest", "other"),
        ("", "", "unknown"),
        ("Incident", "", "unknown"),
        ("Battle-No change of territory", "", "fight"),  # before 2019
        ("Remote violence", "", "strike"),
        ("Non-violent transfer of territory", "", "transfer"),
    ],
)
def test_acled_kinds(acled, event_type, sub_event_type, kind):
    assert acled({"event_type": event_type, "sub_event_type": sub_event_type}).kind[0] == kind


@pytest.mark.parametrize(
    ("precision", "expected", "is_exact"),
    [
        ("1", "2017-10-24 2017-10-25", True),
        ("1.0", "2017-10-24 2017-10-25", True),
        ("2", "2017-10-21 2017-10-28", False),  # the week of which it is the middle
        ("3", "2017-10-01 2017-11-01", False),  # the month
    ],
)
def test_acled_precision_of_dates(acled, precision, expected, is_exact):
    events = acled({"time_precision": precision})
    assert (days(events), events.is_exact_date[0]) == ([expected], is_exact)


def test_acled_month_at_the_end_of_the_year(acled):
    assert days(acled({"event_date": "31 December 2017", "time_precision": "3"})) == ["2017-12-01 2018-01-01"]


def test_acled_precision_of_places_grows_with_the_code(acled):
    reach_km = acled({"geo_precision": "1"}, {"geo_precision": "2"}, {"geo_precision": "3.0"}).reach_km
    assert reach_km[0] == 0 and 0 < reach_km[1] < reach_km[2] < np.inf


@pytest.mark.parametrize(
    ("table", "field", "bases"),
    [("acled", "geo_precision", "saa"), ("ucdp", "where_prec", "ssaaass")],
)
def test_a_reach_that_no_codebook_gives_is_assumed_and_the_analyst_can_set_each(request, read, table, field, bases):
    reading = request.getfixturevalue(table)
    names = {"s": "stated", "a": "assumed"}
    rows = [{field: str(code)} for code in range(1, len(bases) + 1)]
    before = reading(*rows)
    assert list(before.reach_basis) == [names[basis] for basis in bases]
    assert f"Place code 3: 1 rows, known to within {before.reach_km[2]} km (assumed)." in remarks_of(read)
    for code in range(len(rows)):
        events = reading(*rows, reaches=((f" {code + 1}", "7.5"),))
        is_set = np.arange(len(rows)) == code
        assert events.reach_km.tolist() == np.where(is_set, 7.5, before.reach_km).tolist()
        assert list(events.reach_basis) == np.where(is_set, "set by the analyst", before.reach_basis).tolist()
        assert f"Place code {code + 1}: 1 rows, known to within 7.5 km (set by the analyst)." in remarks_of(read)


def remarks_of(read):
    return list(map(str, read.report.detected))


@pytest.mark.parametrize(
    ("reaches", "problem"),
    [
        ([("8", "5")], "'8' is not a place code of the data set. Codes: 1, 2, 3."),
        ([("", "5")], "'' is not a place code"),
        ([("2", "")], "Place code 2: '' is not a distance in km"),
        ([("2", "-1")], "'-1' is not a distance"),
        ([("2", "inf")], "'inf' is not a distance"),
        ([("2", "<b>5</b>")], "'<b>5</b>' is not a distance"),
        ([("2", "5"), ("2.0", "6")], "Place code 2 is set to both 5.0 and 6.0 km."),
    ],
)
def test_reaches_that_cannot_be_are_refused(acled, reaches, problem):
    with pytest.raises(SourceError, match=re.escape(problem)):
        acled({}, reaches=tuple(reaches))


def test_a_plain_table_has_no_place_codes(plain):
    with pytest.raises(SourceError, match="is a plain table, which has no place codes"):
        plain({}, reaches=(("2", "5"),))


@pytest.mark.parametrize("code", ["", "9", "x", "1.5"])
def test_acled_codes_that_are_none_count_as_vague_and_are_told(acled, read, code):
    events = acled({"geo_precision": code, "time_precision": code})
    assert events.reach_km[0] == np.inf and not events.is_exact_date[0]
    assert days(events) == ["2017-10-01 2017-11-01"]
    told = [reason for _, reason in reasons(read.report, NOTED)]
    assert [reason.split()[0] for reason in told] == ["time_precision", "geo_precision"]
    assert all(code in reason for reason in told)


def test_acled_associated_actors_belong_to_the_side(acled, read):
    events = acled({
        "assoc_actor_1": "Military Forces of Syria (2000-2024) Air Force; Hezbollah", "assoc_actor_2": "Labour Group",
    })  # fmt: skip
    assert (events.side_a[0], events.side_b[0]) == (("GOV", "HEZ"), ("IS",))
    assert read.counts.combined_sides == 2
    assert read.counts.unmatched == {}  # a labour group is no party


def test_acled_without_a_second_actor_is_still_an_event(acled, read):
    events = acled({"actor2": "", "event_type": "Strategic developments"})
    assert events.side_b[0] == ()
    assert (read.counts.on_one_side, read.counts.on_both_sides, sum(read.counts.unmatched.values())) == (1, 0, 0)


# UCDP GED


def test_ucdp_row_of_floats(ucdp, read):
    events = ucdp({"id": "240985.0"})
    assert (events.id[0], events.kind[0], events.source[0]) == ("240985", "fight", "UCDP GED (CC BY 4.0)")
    assert days(events) == ["2017-10-24 2017-10-25"] and events.is_exact_date[0]
    assert events.lonlat.tolist() == [[37.788, 35.365]] and events.reach_km[0] == 0
    assert (events.side_a[0], events.side_b[0]) == (("GOV",), ("IS",))
    assert events.label[0] == "Government of Syria – IS, Ithriyah village"
    assert read.others["best"] == ["4.0"]


@pytest.mark.parametrize(
    ("code", "kind"), [("1", "fight"), ("2.0", "fight"), ("3", "other"), ("", "unknown"), ("9", "unknown")]
)
def test_ucdp_types_of_violence(ucdp, code, kind):
    assert ucdp({"type_of_violence": code}).kind[0] == kind


def test_ucdp_without_types_is_fights_and_says_so(read):
    row = {name: value for name, value in UCDP_ROW.items() if name != "type_of_violence"}
    assert read([row]).kind[0] == "fight"
    assert any("type_of_violence" in line and "fights" in line for line in map(str, read.report.detected))


@pytest.mark.parametrize("code", ["1", "2", "3.0", "4", "5"])
def test_ucdp_dates_span_from_first_to_last_day(ucdp, code):
    events = ucdp({"date_prec": code, "date_start": "2017-10-24", "date_end": "2017-10-26"})
    assert days(events) == ["2017-10-24 2017-10-27"]
    assert events.is_exact_date[0] == (code == "1")


def test_ucdp_reaches(ucdp):
    reach_km = ucdp(*({"where_prec": str(code)} for code in range(1, 8))).reach_km
    assert reach_km[:2].tolist() == [0, 25]
    assert 25 < reach_km[2] < reach_km[3] < np.inf and 25 < reach_km[4] < np.inf
    assert reach_km[5:].tolist() == [np.inf, np.inf]


def test_ucdp_of_newer_versions(ucdp):
    """Moments instead of days, and columns that are not needed."""
    moment = {"date_start": "2017-10-24 00:00:00.000", "date_end": "2017-10-25 00:00:00.000", "relid": "SYR-2017-1"}
    assert days(ucdp(moment)) == ["2017-10-24 2017-10-26"]


def test_codes_that_are_words_are_noted_as_they_stand_in_the_table(maps):
    """A reader in the form that CONTRIBUTING.md describes: its codes of place are words, in any case."""
    path = maps.text("events.csv", text_of([{**UCDP_ROW, "id": n, "clarity": word} for n, word in enumerate("AbQ")]))
    (table,) = list_inputs([str(path)])[0][0].tables()
    columns = Columns(table)
    raw = codebooks.read_ucdp(columns, EventOptions())
    words = [text.upper() for text in columns.texts("clarity")]
    codebooks._note_codes(raw, columns, "clarity", {"A": 0.0, "B": 50.0}, "not exact", words)
    assert [(row, str(note)) for row, note in raw.notes] == [
        (2, "clarity 'Q' is not a code of the data set: not exact")
    ]


# Layouts


def test_columns_in_any_case_and_order_with_mark_and_blanks(read):
    turned = {f" {name.upper()}": value for name, value in reversed(list(UCDP_ROW.items()))}
    assert len(read(None, text="\ufeff" + text_of([turned]))) == 1
    assert str(read.report.detected[0]) == "Layout: UCDP GED."


def shapefile(path, row):
    """A row of text at 37° E, 35° N; GDAL cuts the names."""
    source = gdal.GetDriverByName("MEM" if gdal.VersionInfo() >= "3110000" else "Memory").Create("", 0, 0, 0, 0)
    layer = source.CreateLayer("events", None, ogr.wkbPoint)
    for name in row:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in row.items():
        feature[name] = value
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (37 35)"))
    layer.CreateFeature(feature)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.VectorTranslate(str(path), source, format="ESRI Shapefile")
    gdal.PopErrorHandler()
    return path


def test_names_that_a_shapefile_has_cut(maps, read):
    changes = {"assoc_actor_1": "Hezbollah", "assoc_actor_2": "HTS", "geo_precision": "2", "time_precision": "2"}
    columns = {**dict.fromkeys(ACLED_COLUMNS, ""), **ACLED_ROW, **changes}
    path = shapefile(maps.at("acled.shp"), columns)
    report = ImportReport()
    events, _, _ = read_events(one_table(list_inputs([str(path)])[0][0]), EventOptions(), shipped_factions(), report)
    assert str(report.detected[0]) == "Layout: ACLED."
    assert (events.side_a[0], events.side_b[0]) == (("GOV", "HEZ"), ("IS", "OPP"))
    assert (events.reach_km[0], events.is_exact_date[0], events.lonlat.tolist()) == (25, False, [[37, 35]])


def test_semicolons_excel_dates_and_decimal_commas(read):
    row = {**PLAIN_ROW, "date": "24.10.2017", "lon": "37,5", "lat": "35,5", "id": "7.0"}
    events = read(None, text="\ufeff" + text_of([row], delimiter=";"))
    assert (events.id[0], days(events), events.lonlat.tolist()) == ("7", ["2017-10-24 2017-10-25"], [[37.5, 35.5]])


@pytest.mark.parametrize(
    ("row", "gone", "layout"),
    [
        (ACLED_ROW, "geo_precision", "ACLED"),
        (ACLED_ROW, "event_type", "ACLED"),
        (UCDP_ROW, "where_prec", "UCDP GED"),
        (UCDP_ROW, "side_b", "UCDP GED"),
    ],
)
def test_a_known_data_set_that_lacks_a_column_is_refused(read, row, gone, layout):
    """Not read as a plain table, which would take vague places for exact ones."""
    with pytest.raises(SourceError, match=f"events.csv: appears to be {layout}, but has no column {gone}"):
        read([{name: value for name, value in row.items() if name != gone}])


def test_other_tables_are_refused_with_what_is_missing(read):
    with pytest.raises(SourceError, match=r"\(.*ACLED, UCDP GED\).*side b \(side_b, .*columns are: date, side_a"):
        read([{"date": "2017-10-24", "side_a": "GOV"}])


def test_naming_a_column_makes_it_a_plain_table(ucdp, read):
    events = ucdp({"where_prec": "6"}, date_field="date_start")
    assert (events.reach_km[0], str(read.report.detected[0])) == (0, "Layout: plain table.")


# Plain tables


def test_plain_table(plain, read):
    events = plain({}, source="Team A")
    assert (events.id[0], events.kind[0], events.source[0]) == ("1", "fight", "Team A")
    assert (events.is_exact_date[0], events.reach_km[0], events.label[0]) == (True, 0, "GOV – IS")
    assert plain({"location": "Jubb\nAbyad"}).label[0] == "GOV – IS, Jubb Abyad"
    told = " ".join(map(str, read.report.detected))
    assert "all events are treated as fights" in told and "all places are treated as exact" in told
    assert "Side A: column 'side_a'." in told


def test_plain_table_with_all_columns_named(read):
    row = {"am": "24 Oct 2018", "bis": "2018-10-26", "wer": "GOV", "wen": "IS", "was": "shelling", "wo": "3,5",
           "nr": "9.0", "von": "ACLED", "x": "37.5", "y": "35.5"}  # fmt: skip
    named = {"date_field": "am", "end_field": "BIS", "side_a_field": "wer", "side_b_field": "wen", "kind_field": "was",
             "precision_field": "wo", "id_field": "nr", "source_field": "von", "lon_field": "x",
             "lat_field": "y"}  # fmt: skip
    events = read([row], **named)
    assert (events.id[0], events.kind[0], events.reach_km[0], events.source[0]) == ("9", "strike", 3.5, "ACLED")
    assert (days(events), events.is_exact_date[0]) == (["2018-10-24 2018-10-27"], False)
    with pytest.raises(SourceError, match=r"'nowhere' for the precision\. Columns: am, bis"):
        read([row], **{**named, "precision_field": "nowhere"})


def test_plain_kinds(plain, read):
    words = ["fight", "Armed clash", "Battles", "airstrike", "Transfer", "other", "", "gathering"]
    kinds = ["fight", "fight", "fight", "strike", "transfer", "other", "unknown", "unknown"]
    assert list(plain(*({"kind": word} for word in words)).kind) == kinds
    remarks = list(map(str, read.report.detected))
    assert "Kind 'gathering': 1 rows, not known; such an event could be a fight." in remarks
    assert "Rows without a kind: 1; such an event could be a fight." in remarks


def test_a_kind_that_the_user_maps_is_read_as_mapped(plain):
    assert list(plain({"kind": "Gathering "}, kinds=(("gathering", "fight"),)).kind) == ["fight"]
    with pytest.raises(SourceError, match="mapped to 'battle'. Choose one of fight"):
        plain({"kind": "x"}, kinds=(("x", "battle"),))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Armed clashes", "fight"), ("ambush", "fight"), ("Firefight", "fight"), ("combat", "fight"),
        ("اشتباكات", "fight"), ("معارك", "fight"), ("бой", "fight"), ("боестолкновение", "fight"), ("şer", "fight"),
        ("Air raid", "strike"), ("قصف", "strike"), ("обстрел", "strike"), ("protest", "other"),
        ("hunger strike", "other"), ("no fighting", "unknown"), ("protest and clashes", "unknown"),
        ("attack", "unknown"), ("", "unknown"), ("x" * 300, "unknown"), ("withdrawal" + " " * 300 + "x", "unknown"),
    ],
)  # fmt: skip
def test_kinds_are_recognised_by_their_words(words, kind):
    assert kind_of(words) == kind


@pytest.mark.parametrize(
    "words",
    [
        "attack on headquarters", "raid on headquarters", "siege of headquarters", "attack on aid convoy",
        "arrest raid", "storming of a prisoner camp", "withdrawal under attack",
        "هجوم على قافلة مساعدات", "нападение на митинг",
    ],
)  # fmt: skip
def test_an_attack_on_what_is_no_party_could_be_a_fight(words):
    assert kind_of(words) == "unknown"


@pytest.mark.parametrize(
    "words",
    [
        "clash?", "اشتباك؟", "possible clash", "alleged ambush", "suspected ambush", "unconfirmed clashes",
        "cessation of fighting", "end of clashes", "evacuated after fighting", "sans combat", "aucun combat",
        "keine Offensive", "وقف القتال", "توقف الاشتباكات", "عدم وجود اشتباكات", "منطقة فض الاشتباك", "اشتباكات محتملة",
        "прекращение боевых действий", "возможные столкновения", "без боя", "çatışmasızlık bölgesi",
    ],
)  # fmt: skip
def test_a_fight_that_is_doubted_denied_or_over_is_of_unknown_kind(words):
    assert kind_of(words) == "unknown"


@pytest.mark.parametrize("value", ["", "-3", "near", "nan"])
def test_plain_precision_that_is_none_is_unknown_and_told(plain, read, value):
    assert plain({"precision_km": value}).reach_km[0] == np.inf
    assert len(reasons(read.report, NOTED)) == 1


def test_plain_events_of_several_days_or_of_one(plain):
    events = plain({"end": ""}, {"end": "2017-10-24"}, {"end": "2017-10-25"})
    assert [str(day)[-2:] for day in days(events)] == ["25", "25", "26"]
    assert events.is_exact_date.tolist() == [True, True, False]


def test_points_of_a_layer_and_of_other_systems(maps, read):
    path = maps.geojson("points.geojson", ({"date": "2017-10-24", "side_a": "GOV", "side_b": "IS"}, "POINT (37 35)"))
    table = one_table(list_inputs([str(path)])[0][0])
    events, _, _ = read_events(table, EventOptions(), shipped_factions(), ImportReport())
    assert events.lonlat.tolist() == [[37, 35]]
    metres = read([{**PLAIN_ROW, "lon": "250000", "lat": "3930000"}], crs="EPSG:32637")
    assert metres.lonlat[0] == pytest.approx([36.253, 35.478], abs=0.01)


def test_no_points_and_no_coordinates_is_said_for_the_table(read):
    with pytest.raises(
        SourceError, match="events.csv: the rows have no points, and no longitude and latitude columns were found"
    ):
        read([{name: value for name, value in PLAIN_ROW.items() if name not in ("lon", "lat")}])


# Bad rows


BAD = {
    "The date is missing": {"date": ""},
    "someday": {"date": "someday"},
    "1066": {"date": "1066-10-14"},
    "no usable coordinates: lon '', lat '35.5'": {"lon": ""},
    "no usable coordinates: lon '500', lat '35.5'": {"lon": "500"},
    "no usable coordinates: lon 'x', lat '35.5'": {"lon": "x"},
    "ends (2017-10-20) before it starts (2017-10-24)": {"end": "2017-10-20"},
    "end date: 'whenever'": {"end": "whenever"},
}


@pytest.mark.parametrize("reason", BAD)
def test_bad_rows_are_rejected_with_file_row_and_value_and_the_good_ones_load(plain, read, reason):
    events = plain({"end": ""}, {"end": "", **BAD[reason]}, {"end": ""})
    assert list(events.id) == ["1", "3"]
    ((row, told),) = reasons(read.report)
    assert row == 2 and reason in told
    assert str(read.report.issues[0]).startswith("events.csv, row 2: rejected: ")
    assert (read.report.rows_read, read.report.rows_loaded, read.counts.events) == (3, 2, 2)


def test_an_event_without_a_named_side_could_be_of_any_parties(plain, read):
    events = plain({"side_a": " ", "side_b": "", "place": ""}, {})
    assert events.label[0] == "1"
    assert events.unknown_a.tolist() == events.unknown_b.tolist() == [True, False]
    assert reasons(read.report, NOTED) == [(1, "no side is named: each could be any party")]


def test_numbers_that_are_no_degrees_throughout_ask_for_the_crs(plain):
    with pytest.raises(SourceError, match="events.csv: .*Set CRS"):
        plain({"lon": "250000", "lat": "3930000"}, {"lon": "250001", "lat": "3930000"}, {})


def test_latitude_and_longitude_the_wrong_way_round_are_turned_and_told(plain, read):
    events = plain({"lon": "35", "lat": "120"}, {"lon": "36", "lat": "121"})
    assert events.lonlat.tolist() == [[120, 35], [121, 36]]
    assert any("swapped" in line for line in map(str, read.report.detected))


def test_a_table_without_rows_has_no_events(read):
    events = read(None, text=",".join(UCDP_ROW) + "\n")
    assert (len(events), read.counts.events, read.report.issues) == (0, 0, [])


def read_input(given):
    report = ImportReport()
    return *read_event_input(given, EventOptions(), shipped_factions(), report), report


def input_of(path):
    return list_inputs([str(path)])[0][0]


@pytest.mark.parametrize("columns", [UCDP_ROW, ACLED_COLUMNS, PLAIN_ROW, ["anything", "else"]])
def test_an_input_without_rows_is_read_as_no_events_and_noted(maps, columns):
    given = input_of(maps.text("none.csv", ",".join(columns) + "\n"))
    events, counts, others, report = read_input(given)
    assert (len(events), counts.events, others, events.sources) == (0, 0, {}, [])
    assert [str(issue) for issue in report.issues] == ["none.csv: noted: has no rows, so there are no events"]


def test_an_input_with_rows_in_one_of_its_tables_is_read_as_that(maps):
    layers = {"none": [], "events": [(PLAIN_ROW, None)]}
    events, counts, _, report = read_input(input_of(maps.ogr("some.gpkg", "GPKG", layers)))
    assert (list(events.id), counts.events, report.rows_loaded, report.issues) == (["7"], 1, 1, [])


def test_an_input_without_any_table_is_an_error(maps, monkeypatch):
    given = input_of(maps.text("none.csv", "a,b\n"))
    monkeypatch.setattr(InputFile, "tables", lambda *_, **__: [])
    with pytest.raises(SourceError, match="none.csv: has 0 tables"):
        read_input(given)


def test_rows_in_two_tables_of_an_input_are_an_error(maps):
    layers = {name: [(PLAIN_ROW, None)] for name in ("one", "two")}
    with pytest.raises(SourceError, match="has 2 tables with rows"):
        read_input(input_of(maps.ogr("two.gpkg", "GPKG", layers)))


def test_an_input_that_breaks_off_before_its_first_row_says_so(maps, monkeypatch):
    given = input_of(maps.text("none.csv", ",".join(PLAIN_ROW) + "\n"))
    (table,) = given.tables()
    table.unreadable[0] = "reading stopped here: no such block"
    monkeypatch.setattr(InputFile, "tables", lambda *_, **__: [table])
    assert reasons(read_input(given)[-1]) == [(0, "reading stopped here: no such block")]


def test_nothing_but_bad_rows_is_an_error(plain):
    with pytest.raises(SourceError, match="no usable event.*someday"):
        plain({"date": "someday"})


def test_day_and_month_are_never_guessed(plain):
    with pytest.raises(AmbiguousDate, match="5/6/2017"):
        plain({"date": "5/6/2017"})
    assert days(plain({"date": "5/6/2017"}, date_order=DateOrder.MONTH_FIRST)) == ["2017-05-06 2017-05-07"]
    assert days(plain({"date": "5/6/2017"}, {"date": "24/6/2017"}))[0] == "2017-06-05 2017-06-06"


def test_an_id_counts_once_within_its_data_set(plain, read):
    events = plain({"id": "5", "dataset": "A"}, {"id": "5.0", "dataset": "A"}, {"id": "5", "dataset": "B"})
    assert list(zip(events.id, events.source)) == [("5", "A"), ("5", "B")]
    assert read.counts.duplicates == 1
    assert reasons(read.report, NOTED) == [(2, "the event '5' is repeated: counted once")]
    assert any("counted once" in line for line in map(str, read.counts.lines()))


def test_rows_without_an_id_are_all_kept(plain):
    assert list(plain({"id": ""}, {"id": ""}).id) == ["row 1", "row 2"]


# Actors


def test_counts_of_actors(plain, read):
    sides = [("GOV", "IS"), ("GOV", "HTS, Aknaf"), ("GOV", "Aknaf"), ("Aknaf", "PKK"), ("GOV", "RUS, GOV"),
             ("GOV", "Syrian army")]  # fmt: skip
    plain(*({"side_a": one, "side_b": other} for one, other in sides))
    counts = read.counts
    assert (counts.events, counts.on_both_sides, counts.on_one_side, counts.on_none) == (6, 4, 1, 1)
    assert (counts.combined_sides, counts.inside_one_faction) == (2, 1)
    assert counts.unmatched == {"Aknaf": 3, "PKK": 1}
    assert [line for line in map(str, counts.lines()) if "Not a known faction" in line] == [
        "Not a known faction: 'Aknaf', count 3.", "Not a known faction: 'PKK', count 1.",
    ]  # fmt: skip
    assert "… and 1 more" in str(counts.lines(1)[-1])


def test_hostile_actors_are_names_like_others(plain, read):
    hostile = "x'; DROP TABLE events;-- <script>"
    events = plain({"side_b": hostile})
    assert events.side_b[0] == () and hostile in events.label[0]
    assert read.others["side_b"] == [hostile]


# Into a case


@pytest.fixture
def load(maps, case):
    def loading(*changes, name="events.csv", row=PLAIN_ROW, key="id", **options):
        rows = [{**row, key: str(n), **change} for n, change in enumerate(changes, 1)]
        path = maps.text(name, text_of(rows))
        return import_events(case.path, list_inputs([str(path)])[0][0], EventOptions(**options))

    return loading


def stored(case, *columns):
    """GDAL writes a full second as 00.000Z, from 3.10 on as 00Z: here always in the first form."""
    rows = case.open.select(f.EVENTS, *columns)
    return [
        tuple(re.sub(r"(T\d\d:\d\d:\d\d)Z$", r"\1.000Z", x) if isinstance(x, str) else x for x in row) for row in rows
    ]


def test_events_of_a_case(load, case):
    load({"side_b": "HTS, RUS", "reach_km": "5", "kind": "strike"}, {"reach_km": "", "kind": "fight"}, source="Team A")
    assert stored(case, f.EVENT, f.FACTIONS_A, f.FACTIONS_B, f.SIDE_B, f.KIND, f.REACH_KM, f.IS_EXACT_DATE) == [
        ("1", "GOV", "OPP; RUS", "HTS, RUS", "strike", 5.0, 1),
        ("2", "GOV", "IS", "IS", "fight", None, 1),
    ]
    assert stored(case, f.VALID_FROM, f.VALID_TO, f.SHOWN_UNTIL, f.SOURCE, f.SERIES)[0] == (
        "2017-10-24T00:00:00.000Z", "2017-10-25T00:00:00.000Z", "2017-10-24T23:59:59.999Z", "Team A", "events.csv",
    )  # fmt: skip


def test_other_columns_keep_their_values_numbers_where_the_data_set_has_numbers(load, case):
    load({"best": "4.0", "source": "SOHR", "Label": "x", "code": "007"}, row=UCDP_ROW)
    columns = ("best", "where_prec", "source_as_given", "Label_as_given", "code", f.SOURCE)
    assert stored(case, *columns) == [(4, 1, "SOHR", "x", "007", "UCDP GED (CC BY 4.0)")]
    load({"best": "about ten"}, row=UCDP_ROW, name="other.csv")
    assert ("about ten", None) in stored(case, "best_as_given", "best")


def test_again_changes_nothing_and_a_changed_table_replaces_its_events_only(load, case):
    load({}, name="a.csv")
    load({}, {}, name="b.csv")
    before = case.state
    report = load({}, name="a.csv")
    assert case.state == before and report.is_unchanged and report.counts.events == 1
    load({"side_b": "SDF"}, {}, {}, name="a.csv")
    assert sorted(stored(case, f.SERIES, f.EVENT)) == [
        ("a.csv", "1"), ("a.csv", "2"), ("a.csv", "3"), ("b.csv", "1"), ("b.csv", "2"),
    ]  # fmt: skip


def test_works_where_another_plugin_has_turned_gdal_exceptions_on(load, case, gdal_exceptions):
    load({}, {"date": "someday"}, row=PLAIN_ROW)
    load({}, row=UCDP_ROW, name="ucdp.csv")
    assert len(stored(case, f.EVENT)) == 2 and len(case.issues()) == 1


def test_many_events_are_written_in_several_goes(load, case, monkeypatch):
    monkeypatch.setattr(importing, "_AT_ONCE", 2)
    load({}, {})
    load({}, *({"id": str(n), "side_b": f"band {n}"} for n in range(2, 6)))
    assert stored(case, f.EVENT, f.SIDE_B) == [("1", "IS"), *((str(n), f"band {n}") for n in range(2, 6))]


def test_two_data_sets_share_the_table(load, case):
    load({}, name="plain.csv")
    load({}, row=UCDP_ROW, name="ucdp.csv")
    load({}, row=ACLED_ROW, key="event_id_cnty", name="acled.csv")
    assert stored(case, f.SOURCE, "best", "fatalities") == [
        ("ACLED", None, 3), ("UCDP GED (CC BY 4.0)", 4, None), ("plain.csv".removesuffix(".csv"), None, None),
    ]  # fmt: skip


def test_rejected_rows_are_kept_in_the_case(load, case):
    load({}, {"date": "someday"})
    ((file, row, action, reason, _),) = case.issues()
    assert (file, row, action) == ("events.csv", 2, REJECTED) and "someday" in reason
    load({}, {})
    assert case.issues() == []


def test_cancelled_or_failed_the_case_is_as_before(load, case, maps):
    load({})
    before = case.state

    class Impatient:
        asked = 0

        def setProgress(self, percent):
            pass

        def isCanceled(self):
            self.asked += 1
            return self.asked > 2

    path = maps.text("events.csv", text_of([PLAIN_ROW, {**PLAIN_ROW, "id": "8"}]))
    with pytest.raises(Cancelled):
        import_events(case.path, list_inputs([str(path)])[0][0], EventOptions(), Impatient())
    with pytest.raises(SourceError):
        load({"date": ""})
    assert case.state == before


def read_case(case, factions=None, **options):
    table = one_table(list_inputs([f"{case.path}|layername={f.EVENTS}"])[0][0])
    return read_events(table, EventOptions(**options), factions or shipped_factions(), ImportReport())


def same(one, other):
    for name in one.__dataclass_fields__:
        left, right = getattr(one, name), getattr(other, name)
        assert left.tolist() == right.tolist(), name


def test_what_a_case_holds_reads_back_the_same(acled, load, case, maps):
    changes = [
        {"event_type": kind, "time_precision": code, "geo_precision": code, "assoc_actor_2": other}
        for kind in ("Battles", "Explosions/Remote violence", "Protests")
        for code in ("1", "2", "3", "9")
        for other in ("", "HTS: Hayat Tahrir al Sham; Labour Group")
    ]
    events = acled(*changes)
    import_events(case.path, list_inputs([str(maps.folder / "events.csv")])[0][0])
    same(read_case(case)[0], events)
    assert read_case(case, source="another name")[0].sources == ["another name"]


def test_stored_factions_count_when_a_case_is_read(load, case):
    load({"side_b": "Aknaf"}, {}, {"side_b": "Aknaf, PKK"})
    set_factions(case.path, {1: "OPP", 2: "Aknaf Brigades; Daesh"})
    events, counts, _ = read_case(case)
    assert list(events.side_b) == [("OPP",), ("Aknaf Brigades", "IS"), ()]
    assert (counts.unmatched, counts.combined_sides) == ({"Aknaf": 1, "PKK": 1}, 2)


def test_a_stored_faction_counts_and_without_one_the_names_do(load, case):
    """ "Aknaf" is a faction only after the import; by then the first event is corrected to be of another."""
    load({"side_b": "Aknaf"}, {"side_b": "Aknaf"}, {"side_b": "Aknaf, PKK"})
    set_factions(case.path, {1: "OPP"})
    events, counts, _ = read_case(case, Factions([Faction("X", "Aknaf")]))
    assert list(events.side_b) == [("OPP",), ("X",), ("X",)]
    assert (counts.unmatched, counts.combined_sides) == ({"PKK": 1}, 1)


def test_sides_are_the_same_whatever_is_imported_first(load, maps, case, another_case):
    """A faction that only the case's own territories make known, and an event that names it."""
    control = maps("control.geojson", "GOV 36-37, Alpha 37-38", date="2017-10-24")
    sides = [{"side_a": "Alpha"}, {"side_b": "Alpha; Unheard-of"}, {"side_a": "Unheard-of", "side_b": "GOV"}]
    another_case.load(control)
    load(*sides)
    events_file = input_of(maps.folder / "events.csv")
    import_events(another_case.path, events_file)
    assert stored(case, f.FACTIONS_A) != stored(another_case, f.FACTIONS_A)
    case.load(control)
    events, counts, _ = read_case(case, known_factions(case.open))
    others, other_counts, _ = read_case(another_case, known_factions(another_case.open))
    same(events, others)
    assert list(events.side_a) == [("Alpha",), ("GOV",), ()] and events.side_b[1] == ("Alpha",)
    assert (counts.on_both_sides, other_counts.on_both_sides) == (2, 2)


def set_factions(path, by_fid):
    with opened(path, update=True) as dataset:
        layer = dataset.GetLayerByName(f.EVENTS)
        for fid, ids in by_fid.items():
            feature = layer.GetFeature(fid)
            feature[f.FACTIONS_B] = ids
            layer.SetFeature(feature)


def test_an_event_without_an_end_or_of_an_unknown_kind_is_rejected_from_a_case(maps):
    row = {f.EVENT: "1", f.VALID_FROM: "2017-10-24", f.VALID_TO: "2017-10-25", f.SIDE_A: "GOV", f.SIDE_B: "IS",
           f.FACTIONS_A: "GOV", f.FACTIONS_B: "IS", f.KIND: "fight", f.IS_EXACT_DATE: "1", f.REACH_KM: "0",
           f.SOURCE: "S"}  # fmt: skip
    rows = [row, {**row, f.VALID_TO: ""}, {**row, f.KIND: "duel"}, {**row, f.REACH_KM: "-1"}, {**row, f.EVENT: "5"}]
    point = shapely.Point(37, 35)
    path = maps.geojson("case.geojson", *((each, point) for each in rows))
    report = ImportReport()
    events, _, _ = read_events(
        one_table(list_inputs([str(path)])[0][0]), EventOptions(), shipped_factions(), report
    )  # fmt: skip
    assert list(events.id) == ["1", "5"]
    assert [reason.split(":")[0].split("'")[0].strip() for _, reason in reasons(report)] == [
        "end date", "kind", "the precision of its place is not a distance in km",
    ]  # fmt: skip


def test_events_alone_make_a_case_with_a_theme(load, case):
    load({})
    opened_case = Case(case.path)
    assert opened_case.setting("theme")["id"] == "conflict_convention"
    assert json.dumps(opened_case.sources()) == "[]" and len(opened_case.dates()) == 0


@pytest.mark.parametrize(
    ("date", "span"),
    [
        ("2017-10", "2017-10-01 2017-11-01"),
        ("تشرين الأول 2017", "2017-10-01 2017-11-01"),
        ("Q4 2017", "2017-10-01 2018-01-01"),
        ("2017", "2017-01-01 2018-01-01"),
        ("1508803200000", "2017-10-24 2017-10-25"),
        ("20171024120000", "2017-10-24 2017-10-25"),
    ],
)
def test_a_month_or_a_year_is_its_whole_span(plain, read, date, span):
    events = plain({"date": date})
    assert days(events) == [span]
    is_day = span.endswith("25")
    assert events.is_exact_date.tolist() == [is_day]
    assert any("month, a quarter or a year: 1" in str(line) for line in read.report.detected) is not is_day


@pytest.mark.parametrize("end", ["NA", "-", "null"])
def test_a_word_for_no_end_is_one_day(plain, end):
    assert days(plain({"end": end}, {"end": "2017-10"})) == ["2017-10-24 2017-10-25", "2017-10-24 2017-11-01"]
