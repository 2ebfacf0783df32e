"""Dates as written in analysts' files: each form, each rejection, and no guess between day and month."""

from __future__ import annotations

import datetime
import time
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syria_control_plugin.core.dates.options import EARLIEST_MAP, DateLimits, DateOrder, Epoch, Span
from syria_control_plugin.core.dates.parsing import (
    date_in_name,
    dates_in_name,
    epoch_of,
    is_still_valid,
    names_day,
    order_of,
    order_of_names,
    parse_date,
    parse_dates,
    seconds_left_of_day,
    states_time_of_day,
)
from syria_control_plugin.core.dates.texts import range_in_name, spans_in_name
from syria_control_plugin.core.errors import AbsurdDate, AmbiguousDate, AmbiguousEpoch, DateError, UnparsableDate

EARLY = DateLimits(earliest=EARLIEST_MAP)
DMY, MDY = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST
DAY, MORNING = "2017-10-24", "2017-10-24T06:00"


def moment(text: str) -> np.datetime64:
    return np.datetime64(text, "s")


@pytest.mark.parametrize(
    "value",
    """2017-10-24|20171024|20171024.0|2017_10_24|2017/10/24|2017.10.24|2017 10 24|2017-10-24Z|24.10.2017
    |24/10/2017|24-10-2017|24_10_2017|24 10 2017|24. 10. 2017|10/24/2017|24 Oct 2017|24Oct2017|24-Oct-2017|24.oct.2017
    |Oct 24, 2017|Oct. 24, 2017|24 October 2017|October 24 2017|OCTOBER 24th, 2017|24th October 2017
    |24th of October 2017|2017-Oct-24|Tue, 24 Oct 2017|Tuesday 24 October 2017|  2017-10-24 |٢٠١٧-١٠-٢٤
    |\u200f٢٤/١٠/٢٠١٧|２０１７１０２４|24\u00a0Oct\u00a02017|10/24/2017 12:00:00 AM|2017-10-23T24:00
    |2017-10-24 00:00:00.000|2017-10-24T03:00+03:00""".split("|"),
)
def test_each_form_of_a_day(value):
    assert parse_date(value) == moment(DAY)


@pytest.mark.parametrize(
    "value",
    """2017-10-24T06:00|2017-10-24 06:00|2017-10-24T06:00:00|2017-10-24T06:00:00Z|2017-10-24 06:00:00.999
    |2017-10-24T06:00:00,5Z|2017-10-24T09:00:00+03:00|2017-10-24T09:00+0300|2017-10-24 09:00:00+03
    |2017-10-24 01:30:00 -04:30|2017-10-24T06:00 UTC|20171024T0600|20171024T060000Z|20171024_0600|20171024T06
    |20171024T0900+0300|20171024t0600z|24.10.2017 06:00|24 Oct 2017 06:00|24 Oct 2017, 06:00
    |10/24/2017 6:00 am|Tue, 24 Oct 2017 06:00:00 GMT|2017-10-24_06-00-00|October 24, 2017 6:00:00 AM""".split("|"),
)
def test_each_form_of_a_day_with_a_time(value):
    assert parse_date(value) == moment(MORNING)


@pytest.mark.parametrize(
    "value",
    [
        20171024,
        20171024.0,
        np.int32(20171024),
        np.float64(20171024),
        datetime.date(2017, 10, 24),
        datetime.datetime(2017, 10, 24),
        datetime.datetime(2017, 10, 24, 3, 0, 0, 999, datetime.timezone(datetime.timedelta(hours=3))),
        np.datetime64("2017-10-24"),
        np.datetime64("2017-10-24T00:00:00.5", "ns"),
        np.str_("2017-10-24"),
    ],
)
def test_values_that_are_not_text(value):
    parsed = parse_date(value)
    assert parsed == moment(DAY)
    assert parsed.dtype == "datetime64[s]"


@pytest.mark.parametrize("month", range(1, 13))
def test_month_names_long_and_short(month):
    name = datetime.date(2017, month, 1).strftime("%B")
    for text in (name, name[:3], name.upper(), name.lower()):
        assert parse_date(f"5 {text} 2017") == moment(f"2017-{month:02d}-05")
    assert parse_date("5 Sept 2017") == moment("2017-09-05")


def test_day_and_month_are_distinguished_or_asked_for():
    assert parse_date("5/6/2017", DMY) == moment("2017-06-05")
    assert parse_date("5/6/2017", MDY) == moment("2017-05-06")
    assert parse_date("5/5/2017") == moment("2017-05-05")
    with pytest.raises(AmbiguousDate, match="'5/6/2017' can mean 5 June or 6 May 2017. Set the date order"):
        parse_date("5/6/2017")


@pytest.mark.parametrize(("value", "order"), [("24/10/2017", MDY), ("10/24/2017", DMY)])
def test_a_date_that_contradicts_the_given_order_is_rejected(value, order):
    with pytest.raises(UnparsableDate, match="can only be .* but the date order is"):
        parse_date(value, order)


@pytest.mark.parametrize("value", [None, "", "  ", float("nan"), np.datetime64("NaT"), "NULL", "NaT", np.nan])
def test_no_date(value):
    with pytest.raises(UnparsableDate, match="The date is missing"):
        parse_date(value)


@pytest.mark.parametrize("value", ["24/10/17", "24.10.17", "24 Oct 17", "17-10-24", "24Oct17", "24/10/17 06:00"])
def test_two_digit_years_are_rejected(value):
    with pytest.raises(UnparsableDate, match="two-digit year"):
        parse_date(value)


@pytest.mark.parametrize(
    "value",
    """31 Feb 2017|2017-02-29|20170230|32.1.2017|13/13/2017|2017-13-01|20172410|24102017|2017-13|2017 10|201710
    |2017.5|Q5 2017|2017-10-24T25:00
    |2017-10-24T24:01|2017-10-24 06:60|2017-10-24T06:00+99:00|2017-10-24 or so|x2017-10-24
    |0 Oct 2017|13/10/2017 13:00 pm|9-24 Oct 2017|2017-10/24|2017-10-24T06:00:61|soon""".split("|"),
)
def test_values_that_are_not_dates_are_rejected(value):
    with pytest.raises(UnparsableDate, match=r"'.*'"):
        parse_date(value)


@pytest.mark.parametrize("value", [True, 2017.5, float("inf"), 43032, ["2017-10-24"], b"2017-10-24", -20171024])
def test_unusable_values_are_rejected(value):
    with pytest.raises(UnparsableDate, match="cannot be read as a date"):
        parse_date(value)


@pytest.mark.parametrize(
    "value",
    [
        "2202-10-24",
        "0000-01-01",
        22021024,
        "24 Oct 0017",
        "5/6/2202",
        datetime.date(9999, 12, 31),
        "9999-12-31T23:00-05",
    ],
)
def test_absurd_dates(value):
    with pytest.raises(AbsurdDate, match="outside 1800-01-01 to 2100-01-01|in the year .* century"):
        parse_date(value)


class TestSpans:
    """Months, quarters and years: the first moment that they can mean, and what they are known to."""

    @pytest.mark.parametrize(
        ("value", "start", "end", "span"),
        [
            *((text, "2017-10-01", "2017-11-01", Span.MONTH) for text in (
                "2017-10", "2017/10", "2017_10", "2017.10", "10/2017", "10-2017", "Oct 2017", "October 2017",
                "2017-Oct", "OCT. 2017", "2017 October", "تشرين الأول 2017", "أكتوبر ٢٠١٧", "2017-1٠",
            )),
            *((text, "2017-10-01", "2018-01-01", Span.QUARTER) for text in ("Q4 2017", "2017-Q4", "2017Q4", "q4/2017")),
            ("2017-Q1", "2017-01-01", "2017-04-01", Span.QUARTER),
            *((year, "2017-01-01", "2018-01-01", Span.YEAR) for year in ("2017", 2017, 2017.0, "2017.0")),
            ("1500", "1500-01-01", "1501-01-01", Span.YEAR),
            ("2017-10-24", "2017-10-24", "2017-10-25", None),
        ],
    )  # fmt: skip
    def test_of_a_column(self, value, start, end, span):
        parsed = parse_dates([value], limits=EARLY)
        assert (parsed.moments[0], parsed.ends[0]) == (moment(start), moment(end))
        assert parsed.spans == ({} if span is None else {0: span}) and not parsed.problems
        assert parse_date(value, limits=EARLY) == moment(start)

    @pytest.mark.parametrize(
        ("name", "starts", "span"),
        [
            ("control_2017-10", ["2017-10-01"], Span.MONTH),
            ("Oct 2017", ["2017-10-01"], Span.MONTH),
            ("حماة آب 2016", ["2016-08-01"], Span.MONTH),
            ("map 2017-Q3", ["2017-07-01"], Span.QUARTER),
            ("world_1500", ["1500-01-01"], Span.YEAR),
            ("from 2016 to 2017", ["2016-01-01", "2017-01-01"], Span.YEAR),
            ("2017-10-24", [], None),
            ("2017_w41", [], None),
            ("Control_17_10_24", [], None),
            ("EPSG_4326", [], None),
            ("C2017", [], None),
            ("v1.2017", ["2017-01-01"], Span.MONTH),
            ("20171024", [], None),
            ("2017-02-30", [], None),
            ("30.02.2017", [], None),
        ],
    )
    def test_of_a_name(self, name, starts, span):
        assert spans_in_name(name, EARLY) == [(moment(start), span) for start in starts]


@pytest.mark.parametrize("number", range(1, 13))
def test_arabic_months_of_all_regions(number):
    """Levant and Iraq; Egypt and the Gulf; Algeria and Tunisia; Morocco, as the Unicode CLDR spells them."""
    levant = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
    egypt = "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
    algeria = "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
    morocco = "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر"
    for names in (levant, egypt, algeria, morocco):
        name = names.split("|")[number - 1]
        assert parse_date(f"5 {name} 2017") == moment(f"2017-{number:02d}-05")
        assert dates_in_name(f"خريطة_5_{name}_2017") == [moment(f"2017-{number:02d}-05")]
        assert parse_date(f"٢٤ {name}، ٢٠١٧") == moment(f"2017-{number:02d}-24")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2017-10-09_to_2017-10-24", ("2017-10-09", DAY)),
        ("20171009-20171024", ("2017-10-09", DAY)),
        ("9-24 Oct 2017", ("2017-10-09", DAY)),
        ("GOV 09 Oct 2017 – 24 Oct 2017", ("2017-10-09", DAY)),
        ("2017-10-09_2017-10-24", None),
        ("2017-10-24 to 2017-10-09", None),
        ("2017-10-09 and 2017-10-24", None),
        ("2017-10-09", None),
    ],
)
def test_a_period_in_a_name(name, expected):
    assert range_in_name(name, None, DateLimits()) == (expected and tuple(map(moment, expected)))


@pytest.mark.parametrize(("text", "expected"), [("20171024060000", MORNING), ("map_20171024060000_v2", MORNING)])
def test_fourteen_digits(text, expected):
    assert date_in_name(text) == moment(expected)
    if text.isdigit():
        assert parse_date(text) == parse_date(int(text)) == moment(expected)
    for chance in ("20171324060000", "20171024250000", "201710240600001"):
        assert dates_in_name(chance) == []


class TestTwoDigitYears:
    """They are read only in a stated century; then any of three orders is possible."""

    TWENTY = DateLimits(latest=np.datetime64("2030-01-01", "s"), century=2000)

    @pytest.mark.parametrize(
        ("text", "order", "expected"),
        [
            ("24/10/17", None, AmbiguousDate),  # 24 October 2017, or 17 October 2024
            ("24/10/17", DMY, DAY),
            ("17_10_24", DateOrder.YEAR_FIRST, DAY),
            ("10/24/17", MDY, DAY),
            ("10/24/17", None, DAY),  # in this order only
            ("31.12.31", None, UnparsableDate),
            ("24 Oct 17", None, DAY),
            ("24Oct17", None, DAY),
            ("24-Oct-'17", None, DAY),
        ],
    )
    def test_of_a_value(self, text, order, expected):
        if isinstance(expected, str):
            assert parse_date(text, order, self.TWENTY) == moment(expected)
        else:
            with pytest.raises(DateError):
                parse_date(text, order, self.TWENTY)

    def test_a_column_or_a_folder_proves_the_order(self):
        assert parse_dates(["17_10_24", "17_10_31", "98_01_13"], None, self.TWENTY).order is DateOrder.YEAR_FIRST
        assert (
            order_of_names(["map 17_10_24", "map 17_10_31", "map 16_12_30", "map 16_12_30"], self.TWENTY)
            is DateOrder.YEAR_FIRST
        )
        assert order_of(["24/10/17"]) is None

    def test_without_a_century_the_setting_is_named(self):
        with pytest.raises(UnparsableDate, match="Set CENTURY"):
            date_in_name("Control_17_10_24")


class TestTimesSince1970:
    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (1507420800000, "2017-10-08"),
            ("1507420800000", "2017-10-08"),
            (1507420800000.0, "2017-10-08"),
            (-1507420800000, "1922-03-27"),
            (946684800000, "2000-01-01"),
        ],
    )
    def test_milliseconds_are_too_many_seconds(self, value, expected):
        assert parse_date(value) == moment(expected)

    def test_one_number_can_be_either(self):
        with pytest.raises(AmbiguousEpoch, match="2017-10-08 00:00:01 .*1970-01-18 10:43:40 .*Set EPOCH to seconds"):
            parse_date(1507420801)
        for epoch, expected in ((Epoch.SECONDS, "2017-10-08T00:00:01"), (Epoch.MILLISECONDS, "1970-01-18T10:43:40")):
            assert parse_date(1507420801, limits=DateLimits(epoch=epoch)) == moment(expected)

    @pytest.mark.parametrize(
        ("values", "epoch"),
        [
            ([1507420800, 1507507200], Epoch.SECONDS),  # whole days in seconds
            ([1507420801, 1507507200], None),
            ([1507420801, 15074208], None),
            ([1507420801, 1507420800000], Epoch.MILLISECONDS),
            (["\u200f1507420800 ", "١٥٠٧٤٢٠٨٠٠"], Epoch.SECONDS),
            ([1209600000, 1296000000], None),  # whole days in both
            (["2017-10-24", 5, None, True], None),
            ([], None),
        ],
    )
    def test_a_column_proves_its_unit(self, values, epoch):
        assert epoch_of(values) is epoch

    def test_a_column_is_read_in_the_unit_it_proves_or_asked_about(self):
        assert list(parse_dates([1507420800, "1507507200"]).moments) == [moment("2017-10-08"), moment("2017-10-09")]
        with pytest.raises(AmbiguousEpoch):
            parse_dates([1507420801])


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("200 BC", "before the common era"),
        ("44 B.C.E.", "before the common era"),
        ("world_bc200", "before the common era"),
        ("-0200-01-01", "before the common era"),
        ("2017_w41", "names a week"),
        ("2017-W41", "names a week"),
        ("week 41 of 2017", "names a week"),
        ("Control_17_10_24", "two-digit year"),
    ],
)
def test_the_cause_is_named(value, reason):
    for read in (parse_date,) if value.startswith("-") else (date_in_name, parse_date):
        with pytest.raises(UnparsableDate, match=reason):
            read(value)


@pytest.mark.parametrize("year", [100, 476, 999, 1453])
def test_early_years(year):
    assert parse_date(f"{year:04d}-05-29", limits=EARLY) == moment(f"{year:04d}-05-29")
    assert dates_in_name(f"a {year:04d}0529", None, EARLY) == [], "too likely by chance"


@pytest.mark.parametrize(
    ("value", "is_valid"),
    [
        *((value, True) for value in (
            None, "", "present", "Present", "(ongoing)", "now", "until now", "NA", "N/A", "-", "–", "null", "حتى الآن",
            "9999-12-31", "12/31/9999", "1/2/9999", "2099-12-31", "9999", 9999, "9999-12-31T23:59:59Z", 99991231,
            datetime.date(9999, 12, 31), 253402214400000, "Dec 2099",
        )),
        *((value, False) for value in ("2017-10-24", "5/6/2017", "soon", "Idlib", 2017, "2020", 1507420800000)),
    ],
)  # fmt: skip
def test_an_end_that_has_not_come(value, is_valid):
    assert is_still_valid(value, moment("2026-12-01")) is is_valid


def test_limits_are_set_by_the_caller_and_inclusive():
    limits = DateLimits(latest=moment("2017-10-24"))
    assert parse_date("2017-10-24", limits=limits) == moment(DAY)
    with pytest.raises(AbsurdDate):
        parse_date("2017-10-24T00:00:01", limits=limits)
    with pytest.raises(AmbiguousDate):  # one of the two readings is within
        parse_date("1/12/2017", limits=limits)
    with pytest.raises(DateError):
        DateLimits(moment("2020-01-01"), moment("2010-01-01"))


def test_long_values_are_truncated_in_messages():
    with pytest.raises(UnparsableDate) as caught:
        parse_date("x" * 500)
    assert len(str(caught.value)) < 160


@given(
    st.datetimes(datetime.datetime(1801, 1, 1), datetime.datetime(2099, 12, 30)),
    st.integers(-14 * 60, 14 * 60),
)
def test_iso_text_and_datetime_agree(when, offset_minutes):
    aware = when.replace(tzinfo=datetime.timezone(datetime.timedelta(minutes=offset_minutes)))
    expected = np.datetime64(when.replace(microsecond=0), "s") - np.timedelta64(offset_minutes * 60, "s")
    assert parse_date(aware.isoformat()) == parse_date(aware) == parse_date(str(aware)) == expected


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from("./-_ "))
def test_every_reading_equals_the_day_written(day, gap):
    assert parse_date(day.strftime(f"%d{gap}%m{gap}%Y"), DMY) == np.datetime64(day, "s")
    assert parse_date(day.strftime(f"%m{gap}%d{gap}%Y"), MDY) == np.datetime64(day, "s")
    assert dates_in_name(day.strftime(f"map_%d{gap}%m{gap}%Y_v2"), DMY) == [np.datetime64(day, "s")]
    assert dates_in_name(day.strftime("map %d%b%Y")) == [np.datetime64(day, "s")]


_PIECES = (
    *"0123456789-./_ TZ:+,'()", "2017", "10", "24", "oct", "may", "Q4", "to", "BC", "week", "w41", "present", "آب",
    "أيلول", "تشرين الأول", "كانون", "٢٠١٧", "–", "\u200f", "ق.م", "1507420800", "20171024", "235959", "-04:30", "am",
    "NaN", "72017102401",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join), st.sampled_from((None, *DateOrder)))
def test_any_text_gives_a_moment_or_a_date_error(text, order):
    limits = DateLimits(century=2000)
    readers = (
        parse_date,
        date_in_name,
        dates_in_name,
        range_in_name,
        lambda name, order, limits: spans_in_name(name, limits),
        lambda value, order, limits: parse_dates([value], order, limits),
        lambda value, order, limits: is_still_valid(value, limits.latest),
    )
    for read in readers:
        for allowed in (DateLimits(), limits, EARLY):
            with suppress(DateError):
                read(text, order, allowed)
    with suppress(DateError):
        parse_date(text, order, limits)
        assert names_day(text) in (True, False) and seconds_left_of_day(text) in (0, 1, 60)


@given(st.dates(datetime.date(101, 1, 1), datetime.date(9998, 12, 31)))
def test_a_date_in_a_span_is_where_it_was_written(day):
    """The span of a month contains its days, and no reader moves a day."""
    limits = DateLimits(earliest=EARLIEST_MAP, latest=np.datetime64("9999-12-31", "s"))
    parsed = parse_dates([f"{day:%Y}".zfill(4) + f"-{day:%m}", f"{day.year:04d}-{day:%m-%d}"], None, limits)
    assert parsed.moments[0] <= parsed.moments[1] == np.datetime64(day, "s") < parsed.ends[1] <= parsed.ends[0]


def test_a_hostile_name_is_read_in_linear_time():
    started = time.perf_counter()
    for piece in ("1", "1-", "2017-", "oct ", "1 oct ", "آب ", "week ", "2017 to ", "9-", " - "):
        for read in (
            dates_in_name,
            lambda name: spans_in_name(name, EARLY),
            lambda name: range_in_name(name, DMY, EARLY),
        ):
            with suppress(DateError):
                read(piece * 2000)
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["5/6/2017", "24/10/2017"], DMY),
        (["5/6/2017", "10/24/2017"], MDY),
        (["24/10/2017", "10/24/2017"], None),
        (["5/6/2017"], None),
        (["2017-10-24", "rubbish", None, "31/2/2017"], None),
        ([], None),
    ],
)
def test_order_that_a_column_proves(values, order):
    assert order_of(values) is order


def test_a_column_is_read_in_the_order_it_proves():
    parsed = parse_dates(["5/6/2017", "24/10/2017", None, "2202-01-01", ["x"], "5/6/2017"])
    expected = np.array(["2017-06-05", "2017-10-24", "NaT", "NaT", "NaT", "2017-06-05"], "datetime64[s]")
    np.testing.assert_array_equal(parsed.moments, expected)
    assert parsed.order is DMY
    assert sorted(parsed.problems) == [2, 3, 4]
    assert "The date is missing" in str(parsed.problems[2])
    assert "'2202-01-01' lies outside" in str(parsed.problems[3])


def test_an_ambiguous_column_asks_and_names_three_values():
    with pytest.raises(
        AmbiguousDate, match=r"'1/2/2017', '1/3/2017', '1/4/2017' and 2 more is unclear. Set the date order"
    ):
        parse_dates(["1/2/2017", "1/3/2017", "1/3/2017", "1/4/2017", "1/5/2017", "1/6/2017", "2017-01-01"])
    assert parse_dates(["1/2/2017"], MDY).moments[0] == moment("2017-01-02")


def test_empty_column_and_arrays():
    assert parse_dates([]).moments.dtype == "datetime64[s]"
    days = np.array(["2017-10-24", "NaT"], "datetime64[D]")
    parsed = parse_dates(days)
    assert parsed.moments[0] == moment(DAY) and list(parsed.problems) == [1]


def test_a_long_column_with_few_dates_is_quick():
    values = [f"{day % 28 + 1:02d}.{day % 12 + 1}.2017" for day in range(100_000)]
    started = time.perf_counter()
    parse_dates(values)
    assert time.perf_counter() - started < 1.0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("deepstatemap_data_20240708", "2024-07-08"),
        ("control 2017-10-24 v2", DAY),
        ("IS_24Oct2017", DAY),
        ("map24.10.2017final", DAY),
        ("front_20171024T0600Z", MORNING),
        ("front_20171024_0600_final", MORNING),
        ("2017-10-24T06-00-00Z", MORNING),
        ("20171024_9999", DAY),
        ("20171024_1234567", DAY),
        ("GOV october 24, 2017", DAY),
        ("تموضع ٢٠١٧-١٠-٢٤", DAY),
        ("v2 24_10_2017", DAY),
        ("a_12345678_20171024", DAY),
    ],
)
def test_a_date_in_a_name(name, expected):
    assert date_in_name(name) == moment(expected)
    assert dates_in_name(name) == [moment(expected)]


@pytest.mark.parametrize(
    "name",
    ["C3087", "map_v12", "1234567890", "EPSG_4326", "", "v1.2.3", "x120171024", "20171324", "9-24 Oct 2017"],
)
def test_numbers_that_are_not_a_date(name):
    assert dates_in_name(name) == []
    with pytest.raises(UnparsableDate, match="contains no date"):
        date_in_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "2017-10-09_2017-10-24",
        "20171009-20171024",
        "09 Oct 2017 to 24 Oct 2017",
        "2017_10_09_2017_10_24",
        "20171009_20171024",
    ],
)
def test_several_dates_in_a_name(name):
    assert dates_in_name(name) == [moment("2017-10-09"), moment(DAY)]
    with pytest.raises(AmbiguousDate, match="several dates .2017-10-09, 2017-10-24."):
        date_in_name(name)


def test_the_same_date_twice_is_one():
    assert date_in_name("2017-10-24 map of 24 October 2017") == moment(DAY)


def test_five_numbers_in_a_row_are_not_guessed():
    """1_2_2017_10_24 can be version 1.2 of 2017-10-24, or 1 February 2017."""
    with pytest.raises(AmbiguousDate, match="several dates"):
        date_in_name("1_2_2017_10_24", DMY)
    assert dates_in_name("09-10-2017-11-10-2017", DMY) == [moment("2017-10-09"), moment("2017-10-11")]


@pytest.mark.parametrize(
    ("value", "is_day", "left"),
    [
        ("2017-10-08", True, 0),
        (20171008, True, 0),
        ("2017-10-08T00:00:00", True, 0),
        ("2017-10-08T00:00:00+03:00", True, 0),
        ("10/8/2017 12:00:00 AM", True, 0),
        ("2017-10-08T23:59:59", False, 1),
        ("2017-10-08T23:59:59.999+03:00", False, 1),
        ("2017-10-08T20:59:59Z", False, 1),
        ("2017-10-08 23:59", False, 60),
        ("10/8/2017 11:59 pm", False, 60),
        ("2017-10-08T20:59:00", False, 0),
        (datetime.datetime(2017, 10, 8), True, 0),
        (datetime.datetime(2017, 10, 8, 23, 59, 59, 999), False, 1),
        (np.datetime64("2017-10-08"), True, 0),
        (np.datetime64("2017-10-08T23:59:59", "ms"), False, 1),
    ],
)
def test_values_that_name_a_day_or_its_last_moment(value, is_day, left):
    assert (names_day(value), seconds_left_of_day(value)) == (is_day, left)


def test_day_and_month_in_a_name():
    with pytest.raises(AmbiguousDate, match="Set the date order"):
        date_in_name("map 05.06.2017")
    assert date_in_name("map 05.06.2017", DMY) == moment("2017-06-05")
    with pytest.raises(UnparsableDate, match="can only be"):
        date_in_name("map 24.10.2017", MDY)
    assert order_of_names(["map 05.06.2017", "map 24.06.2017", "readme"]) is DMY
    assert order_of_names(["map 05.06.2017", "map 2017-06-24"]) is None


def test_absurd_and_short_years_in_a_name():
    with pytest.raises(AbsurdDate):
        date_in_name("map_22021024")
    assert date_in_name("map_22021024 of 2017-10-24") == moment(DAY)
    with pytest.raises(UnparsableDate, match="two-digit year"):
        date_in_name("map_24.10.17")


@pytest.mark.parametrize(
    ("value", "has_time"),
    [
        ("2017-10-24", False),
        (20171024, False),
        ("24.10.2017", False),
        ("Tue, 24 Oct 2017", False),
        ("2017-10-24Z", False),
        (datetime.date(2017, 10, 24), False),
        (np.datetime64("2017-10-24"), False),
        ("2017-10-24T00:00:00", True),
        ("2017-10-24 14:05", True),
        ("24 Oct 2017 2:05 pm", True),
        (datetime.datetime(2017, 10, 24), True),
        (np.datetime64("2017-10-24T00:00:00"), True),
        ("soon", False),
    ],
)
def test_midnight_is_a_time_of_day_and_a_date_alone_is_not(value, has_time):
    assert states_time_of_day(value) is has_time
