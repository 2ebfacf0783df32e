"""Dates as sources write them in tables, attributes and file names, read without guessing.

Moments are ``numpy.datetime64[s]`` in UTC. A date without a time is the start of that day. If a text leaves the order
of day and month open, the caller has to give it; nothing here assumes one.
"""

from __future__ import annotations

import calendar
import datetime
import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, TypeVar

import numpy as np

from ..errors import AbsurdDate, AmbiguousDate, AmbiguousEpoch, DateError, NoDate, UnparsableDate
from ..messages import Message, as_message

_K = TypeVar("_K")
_MONTHS = ("January February March April May June July August September October November December").split()
_ENGLISH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
# Names of the months in the Levant and Iraq; in Egypt and the Gulf; in Algeria and Tunisia; in Morocco. Alef without
# hamza or madda, as ``plain`` writes it.
_ARABIC = (
    ("كانون الثاني", "كانون ثاني", "يناير", "جانفي"),
    ("شباط", "فبراير", "فيفري"),
    ("اذار", "مارس"),
    ("نيسان", "ابريل", "افريل"),
    ("ايار", "مايو", "ماي"),
    ("حزيران", "يونيو", "يونيه", "جوان"),
    ("تموز", "يوليو", "يوليه", "جويلية", "يوليوز"),
    ("اب", "اغسطس", "اوت", "غشت"),
    ("ايلول", "سبتمبر", "شتنبر"),
    ("تشرين الاول", "تشرين اول", "اكتوبر"),
    ("تشرين الثاني", "تشرين ثاني", "نوفمبر", "نونبر"),
    ("كانون الاول", "كانون اول", "ديسمبر", "دجنبر"),
)
_ARABIC_MONTH = {name: number for number, names in enumerate(_ARABIC, 1) for name in names}
_MONTH = "|".join((_ENGLISH, *(name.replace(" ", r"\s+") for name in sorted(_ARABIC_MONTH, key=len, reverse=True))))
MONTH_NAME = _MONTH
_LETTER = r"[a-z\u0620-\u064a]"
_GAP = r"[\s,،._/-]"
_SAME = r"(?P<gap>[-./_]\s?|\s)"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_NO_FIRST_DAY = r"(?<!(?<!\d)\d[-–])(?<!(?<!\d)\d\d[-–])(?<!(?<!\d)\d\s[-–]\s)(?<!(?<!\d)\d\d\s[-–]\s)"
_FLAGS = re.IGNORECASE | re.ASCII
# All forms of a day; groups `a` and `b` are day and month in an order that the text leaves open.
_FORMS = tuple(
    re.compile(rf"(?<!\d){form}(?!\d)", _FLAGS)
    for form in (
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",  # 20171024
        rf"(?P<y>\d{{4}}){_SAME}(?P<m>\d{{1,2}})(?P=gap)(?P<d>\d{{1,2}})",  # 2017-10-24
        rf"(?P<a>\d{{1,2}}){_SAME}(?P<b>\d{{1,2}})(?P=gap)(?P<y>\d{{4}})",  # 24.10.2017
        # 24 Oct 2017, but not the end of a range such as 9-24 Oct 2017
        rf"{_NO_FIRST_DAY}{_DAY}{_GAP}*(?:of\s+)?(?P<m>{_MONTH}){_GAP}*(?P<y>\d{{4}})",
        rf"(?<!{_LETTER})(?P<m>{_MONTH}){_GAP}*{_DAY}{_GAP}+(?P<y>\d{{4}})",  # Oct 24, 2017
        rf"(?P<y>\d{{4}}){_GAP}*(?P<m>{_MONTH}){_GAP}*{_DAY}",  # 2017-Oct-24
    )
)
# All forms of a month, a quarter or a year. Of two numbers, one with a full stop between could be a decimal.
_SPANS = tuple(
    re.compile(rf"(?<!\d){form}(?!\d)", _FLAGS)
    for form in (
        r"(?P<y>\d{4})(?:[-/_]|\.(?=\d\d))(?P<m>\d{1,2})",  # 2017-10
        r"(?P<m>\d{1,2})[-/._](?P<y>\d{4})",  # 10/2017
        rf"(?<!{_LETTER})(?P<m>{_MONTH}){_GAP}*(?P<y>\d{{4}})",  # October 2017
        rf"(?P<y>\d{{4}}){_GAP}*(?P<m>{_MONTH})(?!{_LETTER})",  # 2017-Oct
        rf"(?<!{_LETTER})Q(?P<q>[1-4]){_GAP}*(?P<y>\d{{4}})",  # Q4 2017
        rf"(?P<y>\d{{4}}){_GAP}*Q(?P<q>[1-4])",  # 2017-Q4
        r"(?P<y>\d{4})",  # 2017
    )
)
_ZONE = r"(?:\s?(?P<zone>(?:Z|UTC|GMT)(?![a-z])|[+-]\d\d(?::?\d\d)?))?(?![\d:])"
_CLOCKS = tuple(
    re.compile(clock, _FLAGS)
    for clock in (
        r"(?:\s*T\s*|[\s,_]+)(?P<H>\d{1,2}):(?P<M>\d\d)(?::(?P<S>\d\d)(?:[.,]\d+)?)?"
        rf"(?:\s*(?P<half>[ap])m(?![a-z]))?{_ZONE}",
        rf"[T_](?P<H>\d\d)-(?P<M>\d\d)-(?P<S>\d\d){_ZONE}",  # no colon in file names
        # not the year of a second date: 2017-10-09_2017-10-24
        rf"[T_](?!\d{{4}}[-._/]\d{{1,2}}[-._/]\d)(?P<H>\d\d)(?P<M>\d\d)(?P<S>\d\d)?{_ZONE}",
        rf"T(?P<H>\d\d){_ZONE}",
        r"Z(?![a-z\d])",
    )
)
_FOURTEEN_DIGITS = re.compile(r"(?<!\d)(\d{8})((?:[01]\d|2[0-3])[0-5]\d[0-5]\d)(?!\d)", _FLAGS)  # 20171024060000
_TWO_DIGIT_YEAR = re.compile(
    rf"(?<!\d)(?:(?P<a>\d{{1,2}}){_SAME}(?P<b>\d{{1,2}})(?P=gap)(?P<c>\d\d)"
    rf"|(?P<d>\d{{1,2}}){_GAP}*(?P<m>{_MONTH}){_GAP}*'?(?P<y>\d\d))(?![\d:])",
    _FLAGS,
)
_WEEK = re.compile(
    rf"(?<!\d)\d{{4}}{_GAP}*(?:w|week{_GAP}*)\d{{1,2}}(?!\d)|(?<!{_LETTER})week{_GAP}*\d{{1,2}}(?!\d)", _FLAGS
)
_ERA = re.compile(
    rf"\d\s*b\.?c\.?(?:e\.?)?(?!{_LETTER})|(?<!{_LETTER})bc\s?\d|\d\s*ق\.?\s?م|^-\d{{3,5}}(?:-\d|$)", _FLAGS
)
_TO = re.compile(r"[\s_]*(?:to|until|till|through|thru|-|–|—|\.\.\.?|الى|حتى)[\s_]*", _FLAGS)
_DAYS_OF_MONTH = re.compile(  # 9-24 Oct 2017
    rf"(?<!\d)(?P<first>\d{{1,2}})\s*[-–]\s*(?P<last>\d{{1,2}}){_GAP}*(?P<rest>(?:{_MONTH}){_GAP}*\d{{4}})(?!\d)",
    _FLAGS,
)
_NUMBER_BEFORE, _NUMBER_AFTER = re.compile(r"\d[-/._]$", re.ASCII), re.compile(r"[-/._]\d", re.ASCII)
_YEAR_IN_NAME = re.compile(rf"(?<![\d.])(?<!{_LETTER})(?P<y>1\d{{3}}|20\d\d)(?![\d.])(?!{_LETTER})", _FLAGS)
_EPOCH = re.compile(r"-?(?:\d{9,13}|\d{15})(?:\.\d*)?", re.ASCII)  # 14 digits are a date with its time
_MORE_NUMBERS = re.compile(r"(?P<gap>[-./_ ])\d{1,2}(?P=gap)\d{1,2}(?!\d|(?P=gap)\d{4})", _FLAGS)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+", _FLAGS)
_ALEF = str.maketrans("أإآٱ", "اااا")


class DateOrder(Enum):
    """Order of day and month in dates such as 5/6/2017; the year comes first only if it has two digits."""

    DAY_FIRST = "DMY"
    MONTH_FIRST = "MDY"
    YEAR_FIRST = "YMD"


_ORDER_WORDS = {
    DateOrder.DAY_FIRST: "day-month-year",
    DateOrder.MONTH_FIRST: "month-day-year",
    DateOrder.YEAR_FIRST: "year-month-day",
}


class Epoch(Enum):
    """Unit of times since 1970-01-01 UTC."""

    SECONDS = "seconds"
    MILLISECONDS = "milliseconds"


class Span(Enum):
    """What a date is known to, if not to the day."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS_OF = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}


def end_of_span(start: np.datetime64, span: Span | None) -> np.datetime64:
    """Return the moment at which a span is over that begins at ``start``; the next day for none."""
    if span is None:
        return start.astype("datetime64[D]").astype("datetime64[s]") + np.timedelta64(1, "D")
    return (start.astype("datetime64[M]") + _MONTHS_OF[span]).astype("datetime64[s]")


def finest_spans(dates: Iterable[tuple[_K, Span | None]]) -> dict[_K, Span | None]:
    """Return what each of some dates is known to: to the day if any row gives the day."""
    spans: dict[_K, Span | None] = {}
    for date, span in dates:
        spans[date] = span if spans.get(date, span) is not None else None
    return spans


@dataclass(frozen=True)
class DateLimits:
    """First and last moment, both included, that a date can have, and what else decides its meaning.

    century  first year of the century of two-digit years, such as 2000; None: they are refused
    epoch    unit of times since 1970; None: the only one that gives a moment within the limits

    Raises DateError if the first is later than the last.
    """

    earliest: np.datetime64 = np.datetime64("1800-01-01", "s")
    latest: np.datetime64 = np.datetime64("2100-01-01", "s")
    century: int | None = None
    epoch: Epoch | None = None

    def __post_init__(self) -> None:
        if not self.earliest <= self.latest:
            raise DateError(
                Message(
                    "The date limits {} to {} are in the wrong order. Swap or correct them.", self.earliest, self.latest
                )
            )

    def hold(self, moment: np.datetime64) -> bool:
        return bool(self.earliest <= moment <= self.latest)


class _OtherOrder(UnparsableDate):
    """Date that contradicts the given order: in a name it is still a date, not a chance number."""


def parse_text(text: str, value: Any, order: DateOrder | None, limits: DateLimits) -> tuple[np.datetime64, Span | None]:
    """Return the first moment that a whole text can mean, and the span that it is known to; None for a day.

    value  what messages quote

    Raises as ``parse_date`` does.
    """
    text = plain(text).strip()
    if re.fullmatch(r"\d{4,8}\.0+", text):  # a whole number that a spreadsheet wrote as a decimal
        text = text.partition(".")[0]
    if _EPOCH.fullmatch(text):
        return _since_1970(int(text.partition(".")[0]), value, limits), None
    text = _FOURTEEN_DIGITS.sub(r"\1T\2", text)
    weekday = _WEEKDAY.match(text)
    text = text[weekday.end() :] if weekday else text
    for form in _FORMS:
        match = form.match(text)
        if not match:
            continue
        clocks = [clock.fullmatch(text, match.end()) for clock in _CLOCKS]
        clock = next((clock for clock in clocks if clock), None)
        if clock or match.end() == len(text):
            seconds = _seconds(clock, value) if clock else 0
            return _moment(match, seconds, order, limits, value), None
    for form in _SPANS:
        if match := form.fullmatch(text):
            return _span(match, limits, value)
    match = _TWO_DIGIT_YEAR.match(text)
    if match and limits.century is not None and match.end() == len(text):
        return _in_century(match, order, limits, value), None
    raise _no_date(text, value) or unreadable(value)


def _epochs(number: int) -> dict[Epoch, np.datetime64]:
    return {Epoch.SECONDS: np.datetime64(number, "s"), Epoch.MILLISECONDS: np.datetime64(number // 1000, "s")}


def _since_1970(number: int, value: Any, limits: DateLimits) -> np.datetime64:
    readings = _epochs(number)
    units = [limits.epoch] if limits.epoch is not None else list(Epoch)
    possible = [readings[unit] for unit in units if limits.hold(readings[unit])]
    if len(possible) > 1:
        raise AmbiguousEpoch(
            Message(
                "{} can mean {} (seconds since 1970) or {} (milliseconds). Set EPOCH to seconds or milliseconds.",
                quoted(value),
                *(str(moment).replace("T", " ") for moment in possible),
            )
        )
    if not possible:
        raise _absurd(limits, value)
    return possible[0]


def _span(match: re.Match[str], limits: DateLimits, value: Any) -> tuple[np.datetime64, Span]:
    parts = match.groupdict()
    span = Span.MONTH if "m" in parts else Span.QUARTER if "q" in parts else Span.YEAR
    month = _month_number(parts["m"]) if span is Span.MONTH else 3 * int(parts.get("q") or 1) - 2
    start = _start_of_day(int(parts["y"]), month, 1, value)
    return within(start, limits, value), span


def _in_century(match: re.Match[str], order: DateOrder | None, limits: DateLimits, value: Any) -> np.datetime64:
    """Return the day of a date with a two-digit year in the stated century."""
    century, parts = limits.century or 0, match.groupdict()
    if parts["m"]:
        year, month, day = parts["y"], _month_number(parts["m"]), int(parts["d"])
        return within(_start_of_day(century + int(year), month, day, value), limits, value)
    first, second, third = (int(parts[name]) for name in "abc")
    readings = {}
    for each, (year, month, day) in {
        DateOrder.DAY_FIRST: (third, second, first),
        DateOrder.MONTH_FIRST: (third, first, second),
        DateOrder.YEAR_FIRST: (first, second, third),
    }.items():
        if order in (None, each):
            try:
                readings[each] = within(_start_of_day(century + year, month, day, value), limits, value)
            except DateError:
                if order is not None:
                    raise
    if len(set(readings.values())) > 1:
        listed = ", ".join(f"{moment.astype('datetime64[D]')} ({each.value})" for each, moment in readings.items())
        raise AmbiguousDate(Message("{} can mean {}. Set the date order.", quoted(value), listed))
    if not readings:
        raise unreadable(value)
    return next(iter(readings.values()))


def _no_date(text: str, value: Any) -> UnparsableDate | None:
    """Return the error that names what keeps a text from being a date, None if nothing is known of it."""
    if _ERA.search(text):
        return UnparsableDate(
            Message("{} is before the common era. QGIS cannot show such dates. Leave it out.", quoted(value))
        )
    if _TWO_DIGIT_YEAR.search(text):
        return two_digit_year(value)
    if _WEEK.search(text):
        return UnparsableDate(
            Message(
                "{} names a week, which can begin on different days. Write its first day, such as 2017-10-09.",
                quoted(value),
            )
        )
    return None


@dataclass(frozen=True)
class _InName:
    """A date in a name: its moment, and where it begins and ends in the text."""

    moment: np.datetime64
    start: int
    end: int


def _scan(name: str, order: DateOrder | None, limits: DateLimits) -> tuple[str, list[_InName], list[DateError]]:
    """Return a name as plain text, its dates, leftmost first, and the errors of dates that cannot be meant."""
    text = _FOURTEEN_DIGITS.sub(r"\1T\2", plain(name))
    dates: list[_InName] = []
    errors: list[DateError] = []
    forms, position = _FORMS, 0
    while True:
        matches = [match for match in (form.search(text, position) for form in forms) if match]
        if not matches and forms is _FORMS and limits.century is not None and not (dates or errors):
            forms, position = (_TWO_DIGIT_YEAR,), 0
            continue
        if not matches:
            return text, dates, errors
        match = min(matches, key=lambda match: match.start())
        seconds, end = _clock_after(text, match.end(), name)
        parts = match.groupdict()
        is_open = "a" in parts and "y" in parts and forms is _FORMS and _MORE_NUMBERS.match(text, match.end())
        position = match.start("y") if is_open else end  # 1_2_2017_10_24 holds two dates, not the first one
        try:
            if forms is _FORMS:
                moment = _moment(match, seconds, order, _limits_of_names(match, limits), name)
            else:
                moment = _in_century(match, order, limits, name)
            dates.append(_InName(moment=moment, start=match.start(), end=end))
        except (AbsurdDate, _OtherOrder) as error:
            errors.append(error)
        except UnparsableDate:
            position = match.start() + 1


_FIRST_YEAR_IN_NUMBERS = np.datetime64("1800-01-01", "s")


def _limits_of_names(match: re.Match[str], limits: DateLimits) -> DateLimits:
    """Return the limits of a date in a name: of numbers that can be anything, earlier ones are none."""
    has_word = not (match.groupdict().get("m") or "1").isdigit()
    earliest = limits.earliest if has_word else max(limits.earliest, _FIRST_YEAR_IN_NUMBERS)
    return replace(limits, earliest=min(earliest, limits.latest))


def range_in_name(name: str, order: DateOrder | None, limits: DateLimits) -> tuple[np.datetime64, np.datetime64] | None:
    """Return the first and the last date of the period that a name states, such as "2017-10-09 to 2017-10-24"."""
    text = _DAYS_OF_MONTH.sub(r"\g<first> \g<rest> to \g<last> \g<rest>", plain(name))
    text, dates, _ = _scan(text, order, limits)
    if len(dates) != 2 or not dates[0].moment < dates[1].moment:
        return None
    is_range = _TO.fullmatch(text, dates[0].end, dates[1].start)
    return (dates[0].moment, dates[1].moment) if is_range else None


def spans_in_name(name: str, limits: DateLimits) -> list[tuple[np.datetime64, Span]]:
    """Return the months and quarters in a name, or else its years, by their first moments; none beside a date."""
    text, dates, errors = _scan(name, DateOrder.DAY_FIRST, limits)
    if dates or errors or _no_date(text, name):
        return []
    for forms in (_SPANS[:-1], (_YEAR_IN_NAME,)):
        spans = []
        for match in (match for form in forms for match in form.finditer(text)):
            if _NUMBER_BEFORE.search(text, 0, match.start()) or _NUMBER_AFTER.match(text, match.end()):
                continue  # a part of something else, such as of a day that does not exist
            with suppress(DateError):
                spans.append(_span(match, limits, name))
        if spans:
            return list(dict.fromkeys(spans))
    return []


def _clock_after(text: str, position: int, value: Any) -> tuple[int, int]:
    """Return the seconds of the time that follows a date in a name, and its end; (0, position) if no time follows."""
    for pattern in _CLOCKS:
        clock = pattern.match(text, position)
        if clock:
            try:
                return _seconds(clock, value), clock.end()
            except UnparsableDate:
                continue
    return 0, position


def _moment(
    match: re.Match[str], seconds: int, order: DateOrder | None, limits: DateLimits, value: Any
) -> np.datetime64:
    parts = match.groupdict()
    year = int(parts["y"])
    shift = np.timedelta64(seconds, "s")
    if "a" not in parts:
        month = parts["m"]
        return within(_start_of_day(year, _month_number(month), int(parts["d"]), value) + shift, limits, value)
    first, second = int(parts["a"]), int(parts["b"])
    order = None if order is DateOrder.YEAR_FIRST else order
    if order is None and first <= 12 and second <= 12 and first != second:
        day_first = _start_of_day(year, second, first, value)
        month_first = _start_of_day(year, first, second, value)
        if not limits.hold(day_first + shift) and not limits.hold(month_first + shift):
            raise _absurd(limits, value)
        raise AmbiguousDate(
            Message(
                "{} can mean {} {} or {} {} {}. Set the date order: day-month-year (DMY) or month-day-year (MDY).",
                quoted(value),
                first,
                _MONTHS[second - 1],
                second,
                _MONTHS[first - 1],
                year,
            )
        )
    other = DateOrder.MONTH_FIRST if second > 12 >= first else DateOrder.DAY_FIRST
    if order is not None and max(first, second) > 12 >= min(first, second) and other is not order:
        raise _OtherOrder(
            Message(
                "{} can only be {}, but the date order is {}. Correct the date or the order.",
                quoted(value),
                _ORDER_WORDS[other],
                _ORDER_WORDS[order],
            )
        )
    is_month_first = (order or other) is DateOrder.MONTH_FIRST
    month_number, day = (first, second) if is_month_first else (second, first)
    return within(_start_of_day(year, month_number, day, value) + shift, limits, value)


def _month_number(month: str) -> int:
    """Return the number of a month, given as digits or as a name."""
    if month.isdigit():
        return int(month)
    if month.isascii():
        return [name[:3] for name in _MONTHS].index(month[:3].title()) + 1
    return _ARABIC_MONTH[" ".join(month.split())]


def _start_of_day(year: int, month: int, day: int, value: Any) -> np.datetime64:
    if not 1 <= month <= 12:
        raise UnparsableDate(
            Message("{} has no month {}. Write it as year-month-day, for example 2017-10-24.", quoted(value), month)
        )
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise UnparsableDate(
            Message(
                "{} does not exist: {} {} has no {}. Correct the date.", quoted(value), _MONTHS[month - 1], year, day
            )
        )
    return np.datetime64(f"{year:04d}-{month:02d}-{day:02d}", "s")


def _clock_seconds(clock: re.Match[str], value: Any) -> int:
    """Return the seconds from the start of the stated day to the stated time of day."""
    parts = clock.groupdict()
    hour, minute, second = (int(parts.get(name) or 0) for name in "HMS")
    half = (parts.get("half") or "").lower()
    is_time = 1 <= hour <= 12 if half else hour < 24 or (hour, minute, second) == (24, 0, 0)
    if not is_time or minute > 59 or second > 59:
        raise UnparsableDate(Message("{} has a time of day that does not exist. Correct it.", quoted(value)))
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return 3600 * hour + 60 * minute + second


def _seconds(clock: re.Match[str], value: Any) -> int:
    """Return the seconds from the start of the stated day to the moment in UTC."""
    seconds = _clock_seconds(clock, value)
    zone = (clock.groupdict().get("zone") or "").upper()
    if zone[:1] not in ("+", "-"):
        return seconds
    zone_hours, zone_minutes = int(zone[1:3]), int(zone[3:].lstrip(":") or 0)
    if zone_hours > 15 or zone_minutes > 59:
        raise UnparsableDate(Message("{} has a time zone that does not exist. Correct it.", quoted(value)))
    offset = 3600 * zone_hours + 60 * zone_minutes
    return seconds - offset if zone[0] == "+" else seconds + offset


def within(moment: np.datetime64, limits: DateLimits, value: Any) -> np.datetime64:
    """Return the moment unchanged. Raises AbsurdDate, quoting ``value``, if it is outside the limits."""
    if not limits.hold(moment):
        if moment < EARLIEST_MAP:
            raise AbsurdDate(
                Message("{} is a date in the year {}. Write the year with its century.", quoted(value), _year(moment))
            )
        raise _absurd(limits, value)
    return moment


# Earlier years are rather those of this century without it; QGIS shows the years 1 to 9999.
EARLIEST_MAP = np.datetime64("0100-01-01", "s")


def _year(moment: np.datetime64) -> int:
    return int(moment.astype("datetime64[Y]").astype(int)) + 1970


def plain(text: str) -> str:
    """Return the text with digits of every script as 0-9, typographic spaces as spaces, one kind of alef, no marks."""
    if text.isascii():
        return text
    marked = unicodedata.normalize("NFKC", text).translate(_ALEF).replace("ـ", "")
    kept = (letter for letter in marked if unicodedata.category(letter) not in ("Cf", "Mn"))
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in kept)


def quoted(value: Any) -> str:
    """Return a value as messages show it: in quotes, cut at 60 characters."""
    text = str(value)
    return repr(text if len(text) <= 60 else text[:59] + "…")


def _absurd(limits: DateLimits, value: Any) -> AbsurdDate:
    span = " to ".join(str(limit).split("T")[0] for limit in (limits.earliest, limits.latest))
    return AbsurdDate(Message("{} lies outside {}. Correct the date.", quoted(value), span))


def two_digit_year(value: Any) -> UnparsableDate:
    """Return the error for a date with a two-digit year."""
    return UnparsableDate(
        Message(
            "{} has a two-digit year, so the century is unknown. Set CENTURY, such as 2000, or write four digits.",
            quoted(value),
        )
    )


def unreadable(value: Any) -> UnparsableDate:
    """Return the error for a value that is not a date in any form."""
    return UnparsableDate(Message("{} cannot be read as a date. Write it as 2017-10-24 or 24 Oct 2017.", quoted(value)))


_MISSING = ("", "null", "none", "nan", "nat", "<na>", "na", "n/a", "n.a.", "#n/a", "-", "--", "–", "—", "?", "\\n")
# Words for an end that has not come yet, in the form that ``plain`` gives them.
_STILL_VALID = (
    "present", "to present", "till present", "until present", "the present", "ongoing", "on-going", "now", "until now",
    "current", "currently", "still", "open", "today", "to date", "infinity", "continuing", "حتى الان", "الى الان",
    "الان", "مستمر", "مستمرة", "حاليا", "حتى اليوم", "اليوم",
)  # fmt: skip
_DEFAULT_LIMITS = DateLimits()
_NEVER = ("9999", "99999999")
_ORDERS_OF_DAY = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
_LARGEST = 10**15  # numbers from here on are not dates
_ANY_TIME = DateLimits(earliest=np.datetime64("-10000-01-01", "s"), latest=np.datetime64("20000-01-01", "s"))


@dataclass(frozen=True)
class ParsedDates:
    """Column of dates.

    moments   datetime64[s], the first that each row can mean; NaT for a bad row
    spans     row index → span, for dates that are known to a month, a quarter or a year only
    problems  row index → reason
    order     the order that the dates were read in: given, or proved by the column itself; None if none was needed
    """

    moments: np.ndarray
    spans: dict[int, Span]
    problems: dict[int, Message]
    order: DateOrder | None

    @property
    def ends(self) -> np.ndarray:
        """The moments at which what the dates mean is over, (n,): the next day, or month and so on for spans."""
        ends = (self.moments.astype("datetime64[D]") + 1).astype("datetime64[s]")
        for row, span in self.spans.items():
            ends[row] = end_of_span(self.moments[row], span)
        return ends


def parse_date(value: Any, order: DateOrder | None = None, limits: DateLimits = _DEFAULT_LIMITS) -> np.datetime64:
    """Return the first moment that ``value`` can mean: datetime64[s], UTC.

    The value is text, a number such as 20171024 (also 20171024.0) or of seconds or milliseconds since 1970, a date, a
    datetime or a datetime64. Without a zone it is read as UTC. Fractions of a second are cut off; 24:00 is the start of
    the next day. A month, a quarter or a year is its first day. Raises AmbiguousDate if day and month, or seconds and
    milliseconds, cannot be distinguished and the caller does not give them, AbsurdDate outside the limits,
    UnparsableDate otherwise.
    """
    return _read(value, order, limits)[0]


def _read(value: Any, order: DateOrder | None, limits: DateLimits) -> tuple[np.datetime64, Span | None]:
    """Return the first moment that a value can mean, and the span that it is known to; None for a day."""
    if is_missing(value):
        raise UnparsableDate(Message("The date is missing. Enter it or leave the row out."))
    if isinstance(value, str):
        return parse_text(value, value, order, limits)
    if _is_whole(value):
        return parse_text(str(int(value)), value, order, limits)
    if isinstance(value, np.datetime64):
        return within(value.astype("datetime64[s]"), limits, value), None
    if isinstance(value, datetime.datetime):
        offset = value.utcoffset() or datetime.timedelta()
        moment = np.datetime64(value.replace(tzinfo=None, microsecond=0), "s")
        return within(moment - np.timedelta64(int(offset.total_seconds()), "s"), limits, value), None
    if isinstance(value, datetime.date):
        return within(np.datetime64(value, "s"), limits, value), None
    raise unreadable(value)


def _is_whole(value: Any) -> bool:
    is_number = isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool)
    return is_number and bool(abs(value) < _LARGEST) and value == int(value)


def is_missing(value: Any) -> bool:
    """Return whether the value is an empty one: of Python, NumPy, a spreadsheet or a database."""
    return value is None or str(value).strip().lower() in _MISSING


def is_still_valid(value: Any, latest: np.datetime64) -> bool:
    """Return whether an end has not come yet: it is missing, says so in words, or states a moment after ``latest``.

    Many data sets write such an end as a day far ahead, such as 9999-12-31 or 2099-12-31.
    """
    if is_missing(value) or plain(str(value)).strip().strip(".()[]").lower() in _STILL_VALID:
        return True
    if str(value).strip() in _NEVER:
        return True
    ends = []
    for order in _ORDERS_OF_DAY:
        with suppress(DateError):
            ends.append(parse_date(value, order, _ANY_TIME))
    return bool(ends) and all(end > latest for end in ends)


def states_time_of_day(value: Any) -> bool:
    """Return whether a value that ``parse_date`` reads states a time of day, be it midnight, and not a date alone."""
    if isinstance(value, np.datetime64):
        return np.datetime_data(value.dtype)[0] not in ("Y", "M", "W", "D")
    return isinstance(value, datetime.datetime) or (isinstance(value, str) and _clock_of(value) is not None)


def names_day(value: Any) -> bool:
    """Return whether a value that ``parse_date`` reads is a date, or the first moment of one as its clock shows it."""
    if isinstance(value, np.datetime64):
        return bool(value == value.astype("datetime64[D]"))
    if isinstance(value, datetime.datetime):
        return value.time().replace(microsecond=0) == datetime.time()
    clock = _clock_of(value) if isinstance(value, str) else None
    return clock is None or _clock_seconds(clock, value) == 0


def seconds_left_of_day(value: Any) -> int:
    """Return the seconds from the moment that a value states to the end of its day, if it is the last that clocks show.

    That is 23:59:59, or 23:59, in the value's own zone; or the last second of any hour, which can be that moment in
    another zone. 0 for any other moment.
    """
    if isinstance(value, np.datetime64):
        seconds = int((value.astype("datetime64[s]") - value.astype("datetime64[D]")).astype(int))
    elif isinstance(value, datetime.datetime):
        seconds = 3600 * value.hour + 60 * value.minute + value.second
    else:
        clock = _clock_of(value) if isinstance(value, str) else None
        seconds = 0 if clock is None else _clock_seconds(clock, value)
    if seconds % 3600 == 3599:
        return 1
    return 60 if seconds == 86340 else 0


def states_zone(value: Any) -> bool:
    """Return whether a value that ``parse_date`` reads states a time of day together with its zone."""
    if not isinstance(value, str):
        return isinstance(value, datetime.datetime) and value.tzinfo is not None
    clock = _clock_of(value)
    return clock is not None and bool(clock["zone"])


def _clock_of(value: str) -> re.Match[str] | None:
    """Return the time of day in a text with a date; None without one."""
    text = plain(value).strip()
    weekday = _WEEKDAY.match(text)
    text = text[weekday.end() :] if weekday else text
    ends = (match.end() for match in (form.match(text) for form in _FORMS) if match)
    clocks = (clock.fullmatch(text, end) for end in ends for clock in _CLOCKS)
    return next((clock for clock in clocks if clock and "H" in clock.groupdict()), None)


def order_of(values: Iterable[Any], limits: DateLimits | None = None) -> DateOrder | None:
    """Return the order that a column proves, or None.

    A column proves an order if some value can only be read in it, and none only in another. ``limits`` count only if
    they state a century, without which dates with two-digit years can mean anything.
    """
    return _order_proved(values, limits, parse_date)


def order_of_names(names: Iterable[str], limits: DateLimits | None = None) -> DateOrder | None:
    """Return the order that dates inside file, layer or folder names prove, as ``order_of`` does for values.

    One 24.10.2017 in a folder proves it.
    """
    return _order_proved(names, limits, date_in_name)


def epoch_of(values: Iterable[Any], limits: DateLimits = _DEFAULT_LIMITS) -> Epoch | None:
    """Return the unit of a column of times since 1970 that the column proves, or None.

    It does if some value lies within the limits in one unit only, and none in the other only; or if all values are
    whole hours in seconds, as dates and published times are, but not in milliseconds.
    """
    texts = (
        plain(str(int(value)) if _is_whole(value) else value).strip()
        for value in values
        if isinstance(value, str) or _is_whole(value)
    )
    numbers = {int(text.partition(".")[0]) for text in texts if _EPOCH.fullmatch(text)}
    possible = set(Epoch)
    for number in numbers:
        possible &= {
            unit
            for unit, moment in _epochs(number).items()
            if limits.hold(moment) or not any(map(limits.hold, _epochs(number).values()))
        }
    if numbers and len(possible) == 2 and all(number % 3600 == 0 for number in numbers):
        return Epoch.SECONDS if any(number % 3_600_000 for number in numbers) else None
    return possible.pop() if len(possible) == 1 else None


def parse_dates(
    values: Iterable[Any], order: DateOrder | None = None, limits: DateLimits = _DEFAULT_LIMITS
) -> ParsedDates:
    """Read a column of dates; each distinct value is read once. Bad rows become NaT with a reason in ``problems``.

    Without a given order, the order that the column proves is used (``order_of``); likewise the unit of times since
    1970 (``epoch_of``). Raises AmbiguousDate, naming up to three values, if day and month stay open, AmbiguousEpoch if
    the unit does: a column is never guessed, and never read in part.
    """
    values = list(values)
    keys = [_key(value) for value in values]
    distinct = dict(zip(keys, values))
    limits = replace(limits, epoch=limits.epoch or epoch_of(distinct.values(), limits))
    order = order or order_of(distinct.values(), limits)
    read: dict[Any, np.datetime64] = {}
    spans: dict[Any, Span] = {}
    reasons: dict[Any, Message] = {}
    unclear: list[str] = []
    for key, value in distinct.items():
        try:
            read[key], span = _read(value, order, limits)
            if span is not None:
                spans[key] = span
        except AmbiguousEpoch:
            raise
        except AmbiguousDate:
            unclear.append(quoted(value))
        except DateError as error:
            reasons[key] = as_message(error)
    if unclear:
        raise AmbiguousDate(
            Message(
                "The order of day and month in {} is unclear. Set the date order: day-month-year (DMY) or "
                "month-day-year (MDY).",
                _some(unclear),
            )
        )
    nat = np.datetime64("NaT", "s")
    return ParsedDates(
        moments=np.array([read.get(key, nat) for key in keys], dtype="datetime64[s]"),
        spans={row: spans[key] for row, key in enumerate(keys) if key in spans} if spans else {},
        problems={row: reasons[key] for row, key in enumerate(keys) if key in reasons} if reasons else {},
        order=order,
    )


def dates_in_name(
    name: str, order: DateOrder | None = None, limits: DateLimits = _DEFAULT_LIMITS
) -> list[np.datetime64]:
    """Return the distinct moments in a file, layer or folder name (without its extension), in order of appearance.

    Numbers that are not dates, or that are part of a longer run of digits, are ignored. So are dates outside the limits
    or against the order. Raises AmbiguousDate if day and month of a date cannot be distinguished.
    """
    return list(dict.fromkeys(each.moment for each in _scan(name, order, limits)[1]))


def date_in_name(name: str, order: DateOrder | None = None, limits: DateLimits = _DEFAULT_LIMITS) -> np.datetime64:
    """Return the one date in a name.

    Raises UnparsableDate if the name has no date, AmbiguousDate if day and month cannot be distinguished or if the name
    has several different dates, AbsurdDate if the only date is outside the limits.
    """
    text, dates, errors = _scan(name, order, limits)
    moments = list(dict.fromkeys(each.moment for each in dates))
    if len(moments) == 1:
        return moments[0]
    if moments:
        listed = _some([str(moment).replace("T00:00:00", "") for moment in moments])
        raise AmbiguousDate(
            Message("The name {} contains several dates ({}). Keep one, or set the date.", quoted(name), listed)
        )
    if errors:
        raise errors[0]
    raise _no_date(text, name) or NoDate(
        Message("The name {} contains no date. Add one, such as 2017-10-24, or set the date.", quoted(name))
    )


def _order_proved(values: Iterable[Any], limits: DateLimits | None, read: Callable[..., Any]) -> DateOrder | None:
    limits = _ANY_TIME if limits is None or limits.century is None else limits
    possible = set(DateOrder)
    for value in {_key(value): value for value in values}.values():
        readable = set()
        for order in DateOrder:
            with suppress(DateError):
                read(value, order, limits)
                readable.add(order)
        if set(_ORDERS_OF_DAY) - readable and not (isinstance(value, str) and _TWO_DIGIT_YEAR.search(plain(value))):
            readable.discard(DateOrder.YEAR_FIRST)  # which says nothing of a year with four digits
        possible &= readable or possible
    return possible.pop() if len(possible) == 1 else None


def _key(value: Any) -> Any:
    """Return the key by which two values of a column count as the same; all missing values have the same key."""
    if isinstance(value, str):
        return value
    if is_missing(value):
        return None
    return (type(value), value) if isinstance(value, Hashable) else (type(value), repr(value))


def _some(texts: list[str]) -> str:
    return ", ".join(texts[:3]) + (f" and {len(texts) - 3} more" if len(texts) > 3 else "")
