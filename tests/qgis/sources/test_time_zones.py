"""The time zone of a case: proposed from its place, kept, and the days that it gives events and passages."""

import pytest

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import shipped_factions
from syria_control_plugin.case.editing import editing
from syria_control_plugin.case.import_report import ImportReport
from syria_control_plugin.case.time_zone import CaseTimeZone, stored_time_zone
from syria_control_plugin.core.errors import TimeZoneError
from syria_control_plugin.sources.events.reader import EventOptions, read_events
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.maps.reports import one_table
from syria_control_plugin.sources.time_zones import proposed_time_zone, settle_time_zone, time_zone_of

ROWS = "date,side_a,side_b,lon,lat\n"


@pytest.mark.parametrize(
    ("lon", "lat", "zone"),
    [
        (37.3, 35.4, "Asia/Damascus"),
        (40.7, 36.5, "Asia/Damascus"),  # Hasakah: the main places of Iraq and Turkey are no farther
        (43.1, 36.3, "Asia/Baghdad"),
        (37.4, 37.1, "Europe/Istanbul"),
        (85.3, 27.7, "Asia/Kathmandu"),
        (48.0, 46.3, "Europe/Astrakhan"),  # a country of many zones: that of the nearest main place
        (177.5, -38.7, "Pacific/Auckland"),
    ],
)
def test_the_zone_of_a_place(lon, lat, zone):
    assert proposed_time_zone(lon, lat) == zone


def test_far_out_at_sea_some_zone_is_proposed():
    assert "/" in proposed_time_zone(-179.9, -50)


def settled(path, wanted=""):
    with editing(str(path)) as draft:
        message = str(settle_time_zone(draft, wanted))
    return message, stored_time_zone(Case(str(path)))


def test_a_chosen_zone_is_kept_and_a_proposed_one_says_so(tmp_path):
    path = tmp_path / "case.gpkg"
    assert settled(path) == ("Time zone of days: UTC.", CaseTimeZone())  # nothing is anywhere yet
    assert settled(path, "Asia/Kathmandu")[1] == CaseTimeZone("Asia/Kathmandu")
    assert settled(path) == ("Time zone of days: Asia/Kathmandu.", CaseTimeZone("Asia/Kathmandu"))
    with pytest.raises(TimeZoneError, match="Atlantis"):
        settled(path, "Atlantis/Middle")
    assert time_zone_of(Case(str(path))).name == "Asia/Kathmandu"


@pytest.mark.parametrize("kept", ["nowhere", {"name": "../../etc/passwd"}, {"name": 3}, [], {"name": "<b>x</b>"}])
def test_a_zone_that_another_program_spoilt_is_none(tmp_path, kept):
    path = tmp_path / "case.gpkg"
    with editing(str(path)) as draft:
        draft.set_setting("time_zone", kept)
    assert stored_time_zone(Case(str(path))) is None
    assert time_zone_of(Case(str(path))) == CaseTimeZone()


@pytest.mark.parametrize(
    ("date", "zone", "day"),
    [
        ("2017-10-24", "Asia/Damascus", "2017-10-24"),
        ("2017-10-24 22:30", "Asia/Damascus", "2017-10-24"),  # a clock without a zone is one on the wall
        ("2017-10-24T22:30Z", "Asia/Damascus", "2017-10-25"),
        ("2017-10-24T23:30+03:00", "Asia/Damascus", "2017-10-24"),
        ("2017-10-24T23:30+03:00", "UTC", "2017-10-24"),
        ("2017-10-25T01:30+03:00", "UTC", "2017-10-24"),
        ("2017-10-24T22:30Z", "", "2017-10-25"),  # where its place is
    ],
)
def test_the_day_of_an_event(maps, date, zone, day):
    table = one_table(list_inputs([str(maps.text("e.csv", f"{ROWS}{date},GOV,IS,37.3,35.4\n"))])[0][0])
    events, *_ = read_events(table, EventOptions(time_zone=zone), shipped_factions(), ImportReport())
    assert str(events.start[0].astype("datetime64[D]")) == day
