"""Blocs by day: always, for a period from its first day until before its last, and one at a time."""

import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syria_control_plugin.core.dates.zones import moments_of_days
from syria_control_plugin.core.errors import FactionError
from syria_control_plugin.core.factions.blocs import Blocs, Membership, read_memberships
from syria_control_plugin.core.factions.factions import Faction, Factions

DAYS = [
    datetime.date(2017, 3, 20) + datetime.timedelta(days=number) for number in range(10)
]  # clocks change on the 31st


def day(text):
    return np.datetime64(text, "D")


def blocs(zone="UTC", **texts):
    return Factions([Faction(id=name, name=name, bloc=text) for name, text in texts.items()]).blocs(zone)


def on(text, *days):
    """Return the blocs of A on some days; its own is A."""
    given = blocs(A=text)
    return [given.on(np.datetime64(each, "s")).get("A", "A") for each in days]


def test_a_bloc_without_days_always_holds():
    assert on("GOV", "0001-01-01", "2017-10-24", "9999-12-31") == ["GOV"] * 3
    assert on("", "2017-10-24") == on("  ", "2017-10-24") == ["A"]


def test_a_period_has_its_first_day_and_not_its_last():
    text = "GOV 2017-10-24/2017-10-26"
    assert on(text, "2017-10-23", "2017-10-24", "2017-10-25", "2017-10-26") == ["A", "GOV", "GOV", "A"]


def test_a_period_may_be_open_on_a_side():
    assert on("GOV ../2017-10-24", "1900-01-01", "2017-10-23", "2017-10-24") == ["GOV", "GOV", "A"]
    assert on("GOV 2017-10-24/..", "2017-10-23", "2017-10-24", "2999-01-01") == ["A", "GOV", "GOV"]
    assert on("GOV ../..", "1900-01-01", "2999-01-01") == ["GOV", "GOV"]


def test_blocs_follow_one_another_in_any_order_of_writing():
    text = "OPP 2017-10-24/..; GOV ../2017-10-20"
    assert on(text, "2017-10-19", "2017-10-20", "2017-10-23", "2017-10-24") == ["GOV", "A", "A", "OPP"]


@pytest.mark.parametrize(
    "text",
    [
        "GOV; OPP",
        "GOV; OPP 2017-10-24/..",
        "GOV ../2017-10-25; OPP 2017-10-24/..",
        "GOV ../2017-10-25; GOV ../2016-01-01",
    ],
)
def test_two_blocs_at_a_time_are_refused_with_the_faction_and_both(text):
    with pytest.raises(FactionError) as refused:
        Faction(id="RUS", name="Russian forces", bloc=text)
    assert all(part in str(refused.value) for part in ("'RUS'", *text.split("; ")))


@pytest.mark.parametrize(
    "text",
    [
        "GOV 2017-10-24",  # a day is not a period
        "GOV 2017-10-24/",
        "GOV /",
        "GOV ../soon",
        "GOV 2017-13-01/..",
        "GOV 2017-02-29/..",
        "GOV 0000-01-01/..",
        "GOV 24.10.2017/..",
        "GOV 2017/2018",
        "GOV ../2017-10-24;OPP",
        "2017-10-24/..",  # no bloc
    ],
)
def test_what_is_like_a_period_and_is_none_is_refused_with_the_right_form(text):
    with pytest.raises(FactionError, match="'RUS'.*GOV 2015-09-30/2024-12-08"):
        Faction(id="RUS", name="Russian forces", bloc=text)


@pytest.mark.parametrize("end", ["2017-10-24", "2017-10-23"])
def test_an_empty_period_is_refused(end):
    with pytest.raises(FactionError, match=f"'RUS'.*GOV 2017-10-24/{end}"):
        Faction(id="RUS", name="Russian forces", bloc=f"GOV 2017-10-24/{end}")


@pytest.mark.parametrize(
    "name",
    ["Allied Syrian and/or Russian Forces", "<b>x</b>", "7 brothers", "a;b", "';DROP TABLE x", "ب / ت", "{}", "%s"],
)
def test_any_name_is_a_name(name):
    assert on(name, "2017-10-24") == [name]
    assert on(f"{name} 2017-10-24/..", "2017-10-23", "2017-10-24") == ["A", name]


def test_a_bloc_may_be_given_by_any_name_of_its_leading_faction():
    leading = Faction(id="GOV", name="Government", aliases=("SAA",))
    for text in ("GOV", "gov", "saa", "Government 2017-10-24/.."):
        given = Factions([leading, Faction(id="RUS", name="Russian forces", bloc=text)]).blocs()
        assert given.periods_allied("GOV", "RUS") == ("2017-10-24/.." if "/" in text else "../..")


@pytest.mark.parametrize("period", ["0001-01-01/9999-12-31", "../0001-01-01", "9999-12-31/.."])
def test_the_ends_of_the_calendar_are_days(period):
    for zone in ("UTC", "Asia/Damascus", "America/New_York"):
        assert blocs(zone, A=f"GOV {period}").periods_allied("A", "GOV") == period


def test_more_changes_than_any_history_has_are_refused():
    days = np.arange(np.datetime64("2000-01-01"), np.datetime64("2000-01-01") + 100_000).astype(str)
    text = "; ".join(f"GOV {first}/{last}" for first, last in zip(days[::2], days[1::2]))
    with pytest.raises(FactionError, match="100000 days; at most 1000"):
        blocs(A=text)


def test_a_long_text_is_read_in_no_time():
    assert read_memberships("a" + " " * 100_000 + "b")[0].bloc[-1] == "b"


def test_days_are_those_of_the_time_zone_unless_a_date_is_given():
    """In Damascus, 24 October begins at 21:00 UTC; a moment at 00:00 UTC may stand for its date."""
    given = blocs("Asia/Damascus", A="GOV 2017-10-24/..")
    moments = np.array(["2017-10-23T20:59:59", "2017-10-23T21:00", "2017-10-24", "2017-10-23"], "datetime64[s]")
    assert given.of(["A"] * 4, given.epoch_at(moments)).tolist() == ["A", "GOV", "GOV", "A"]
    given = blocs("America/New_York", A="GOV 2017-10-24/..")  # begins at 04:00 UTC
    midnight = np.array(["2017-10-24"], "datetime64[s]")
    assert given.of(["A"], given.epoch_at(midnight)).tolist() == ["GOV"]
    assert given.of(["A"], given.epoch_at(midnight, np.array([False]))).tolist() == ["A"]


@pytest.mark.parametrize(
    ("zone", "date", "begins"),
    [
        ("Asia/Damascus", "2017-03-31", "2017-03-30T22:00"),  # clocks skip midnight
        ("Asia/Damascus", "2017-10-27", "2017-10-26T22:00"),  # 25 hours after the day before: clocks are set back
        ("UTC+03:00", "2017-03-31", "2017-03-30T21:00"),
    ],
)
def test_a_day_begins_at_its_first_moment(zone, date, begins):
    assert moments_of_days(np.array([date], "datetime64[D]"), zone) == np.datetime64(begins)


PERIODS = st.lists(st.sampled_from(range(len(DAYS))), unique=True, max_size=6).map(sorted)


@given(PERIODS, PERIODS, st.sampled_from(["UTC", "Asia/Damascus", "America/New_York"]))
def test_blocs_of_each_hour_are_those_of_a_calendar_on_the_wall(ours, theirs, zone):
    """Oracle: each hour by itself, its day converted by Python, against each period."""
    periods = {name: list(zip(some[::2], some[1::2])) for name, some in (("A", ours), ("B", theirs))}
    texts = {
        name: "; ".join(f"X{first} {DAYS[first]}/{DAYS[last]}" for first, last in some)
        for name, some in periods.items()
    }
    given = blocs(zone, **texts)
    start = datetime.datetime.combine(DAYS[0], datetime.time()) - datetime.timedelta(hours=30)
    hours = [start + datetime.timedelta(hours=hour, minutes=1) for hour in range(24 * len(DAYS) + 60)]
    local = [each.replace(tzinfo=datetime.timezone.utc).astimezone(ZoneInfo(zone)).date() for each in hours]
    for name, some in periods.items():
        expected = [
            next((f"X{first}" for first, last in some if DAYS[first] <= date < DAYS[last]), name) for date in local
        ]
        epochs = given.epoch_at(np.array(hours, "datetime64[s]"))
        assert given.of([name] * len(hours), epochs).tolist() == expected


def test_the_stored_form_is_read_back():
    text = "GOV ../2017-10-20; OPP 2017-10-24/2017-10-26; TUR 2018-01-01/.."
    assert "; ".join(map(str, read_memberships(text))) == text
    assert str(Membership(bloc="GOV")) == "GOV"


def test_blocs_that_never_change_have_one_epoch():
    given = Blocs.always({"A": "union"})
    assert given.of(["A", "B"], given.epoch_at(np.array(["2017-01-01", "NaT"], "datetime64[s]"))).tolist() == [
        "union",
        "B",
    ]


def test_periods_in_which_two_factions_are_allies():
    given = blocs(A="X 2017-10-02/2017-10-05; Y 2017-10-05/..", B="X ../2017-10-04; Y 2017-10-05/2017-10-09", C="X")
    assert given.periods_allied("A", "B") == "2017-10-02/2017-10-04; 2017-10-05/2017-10-09"
    assert given.periods_allied("B", "C") == "../2017-10-04"
    assert given.periods_allied("C", "C") == "../.."
    assert given.periods_allied("A", "D") == ""
