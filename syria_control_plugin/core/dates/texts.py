"""Dates in texts: one whole text, or the dates and periods in a name, read without guessing.

Moments are ``numpy.datetime64[s]`` in UTC. A date without a time is the start of that day. If a text leaves the order
of day and month open, the caller has to give it; nothing here assumes one.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..errors import AbsurdDate, AmbiguousDate, AmbiguousEpoch, DateError, UnparsableDate
from ..messages import Message
from .options import EARLIEST_MAP, ORDER_WORDS, DateLimits, DateOrder, Epoch, Span

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
DATE_FORMS = tuple(
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
CLOCKS = tuple(
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
TWO_DIGIT_YEAR = re.compile(
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
NUMBER_SINCE_1970 = re.compile(r"-?(?:\d{9,13}|\d{15})(?:\.\d*)?", re.ASCII)  # 14 digits are a date with its time
_MORE_NUMBERS = re.compile(r"(?P<gap>[-./_ ])\d{1,2}(?P=gap)\d{1,2}(?!\d|(?P=gap)\d{4})", _FLAGS)
WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+", _FLAGS)
_ALEF = str.maketrans("أإآٱ", "اااا")


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
    if NUMBER_SINCE_1970.fullmatch(text):
        return _since_1970(int(text.partition(".")[0]), value, limits), None
    text = _FOURTEEN_DIGITS.sub(r"\1T\2", text)
    weekday = WEEKDAY.match(text)
    text = text[weekday.end() :] if weekday else text
    for form in DATE_FORMS:
        match = form.match(text)
        if not match:
            continue
        clocks = [clock.fullmatch(text, match.end()) for clock in CLOCKS]
        clock = next((clock for clock in clocks if clock), None)
        if clock or match.end() == len(text):
            seconds = _seconds(clock, value) if clock else 0
            return _moment(match, seconds, order, limits, value), None
    for form in _SPANS:
        if match := form.fullmatch(text):
            return _span(match, limits, value)
    match = TWO_DIGIT_YEAR.match(text)
    if match and limits.century is not None and match.end() == len(text):
        return _in_century(match, order, limits, value), None
    raise reason_without_date(text, value) or unreadable(value)


def moments_since_1970(number: int) -> dict[Epoch, np.datetime64]:
    """Return the moment that a number means in each unit, cut to the second."""
    return {Epoch.SECONDS: np.datetime64(number, "s"), Epoch.MILLISECONDS: np.datetime64(number // 1000, "s")}


def _since_1970(number: int, value: Any, limits: DateLimits) -> np.datetime64:
    readings = moments_since_1970(number)
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


def reason_without_date(text: str, value: Any) -> UnparsableDate | None:
    """Return the error that names what keeps a text from being a date, None if nothing is known of it."""
    if _ERA.search(text):
        return UnparsableDate(
            Message("{} is before the common era. QGIS cannot show such dates. Leave it out.", quoted(value))
        )
    if TWO_DIGIT_YEAR.search(text):
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


def scanned(name: str, order: DateOrder | None, limits: DateLimits) -> tuple[str, list[_InName], list[DateError]]:
    """Return a name as plain text, its dates, leftmost first, and the errors of dates that cannot be meant."""
    text = _FOURTEEN_DIGITS.sub(r"\1T\2", plain(name))
    dates: list[_InName] = []
    errors: list[DateError] = []
    forms, position = DATE_FORMS, 0
    while True:
        matches = [match for match in (form.search(text, position) for form in forms) if match]
        if not matches and forms is DATE_FORMS and limits.century is not None and not (dates or errors):
            forms, position = (TWO_DIGIT_YEAR,), 0
            continue
        if not matches:
            return text, dates, errors
        match = min(matches, key=lambda match: match.start())
        seconds, end = _clock_after(text, match.end(), name)
        parts = match.groupdict()
        is_open = "a" in parts and "y" in parts and forms is DATE_FORMS and _MORE_NUMBERS.match(text, match.end())
        position = match.start("y") if is_open else end  # 1_2_2017_10_24 holds two dates, not the first one
        try:
            if forms is DATE_FORMS:
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
    text, dates, _ = scanned(text, order, limits)
    if len(dates) != 2 or not dates[0].moment < dates[1].moment:
        return None
    is_range = _TO.fullmatch(text, dates[0].end, dates[1].start)
    return (dates[0].moment, dates[1].moment) if is_range else None


def spans_in_name(name: str, limits: DateLimits) -> list[tuple[np.datetime64, Span]]:
    """Return the months and quarters in a name, or else its years, by their first moments; none beside a date."""
    text, dates, errors = scanned(name, DateOrder.DAY_FIRST, limits)
    if dates or errors or reason_without_date(text, name):
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
    for pattern in CLOCKS:
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
                ORDER_WORDS[other],
                ORDER_WORDS[order],
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


def clock_seconds(clock: re.Match[str], value: Any) -> int:
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
    seconds = clock_seconds(clock, value)
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
