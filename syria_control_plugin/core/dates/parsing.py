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
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np

from ..errors import AbsurdDate, AmbiguousDate, DateError, UnparsableDate
from ..messages import Message, as_message

_MONTHS = ("January February March April May June July August September October November December").split()
_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_GAP = r"[\s,._/-]"
_SAME = r"(?P<gap>[-./_]\s?|\s)"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_FLAGS = re.IGNORECASE | re.ASCII
# All forms of a day; groups `a` and `b` are day and month in an order that the text leaves open.
_FORMS = tuple(
    re.compile(rf"(?<!\d){form}(?!\d)", _FLAGS)
    for form in (
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",  # 20171024
        rf"(?P<y>\d{{4}}){_SAME}(?P<m>\d{{1,2}})(?P=gap)(?P<d>\d{{1,2}})",  # 2017-10-24
        rf"(?P<a>\d{{1,2}}){_SAME}(?P<b>\d{{1,2}})(?P=gap)(?P<y>\d{{4}})",  # 24.10.2017
        # 24 Oct 2017, but not the end of a range such as 9-24 Oct 2017
        rf"(?<!\d[-–])(?<!\d\s[-–]\s){_DAY}{_GAP}*(?:of\s+)?(?P<m>{_MONTH}){_GAP}*(?P<y>\d{{4}})",
        rf"(?<![a-z])(?P<m>{_MONTH}){_GAP}*{_DAY}{_GAP}+(?P<y>\d{{4}})",  # Oct 24, 2017
        rf"(?P<y>\d{{4}}){_GAP}*(?P<m>{_MONTH}){_GAP}*{_DAY}",  # 2017-Oct-24
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
TWO_DIGIT_YEAR = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:{_SAME}\d{{1,2}}(?P=gap)|{_GAP}*(?:{_MONTH}){_GAP}*'?)\d\d(?![\d:])", _FLAGS
)
_MORE_NUMBERS = re.compile(r"(?P<gap>[-./_ ])\d{1,2}(?P=gap)\d{1,2}(?!\d|(?P=gap)\d{4})", _FLAGS)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+", _FLAGS)


class DateOrder(Enum):
    """Order of day and month in dates such as 5/6/2017."""

    DAY_FIRST = "DMY"
    MONTH_FIRST = "MDY"


_ORDER_WORDS = {DateOrder.DAY_FIRST: "day-month-year", DateOrder.MONTH_FIRST: "month-day-year"}


@dataclass(frozen=True)
class DateLimits:
    """First and last moment, both included, that the date of a control map can have.

    Raises DateError if the first is later than the last.
    """

    earliest: np.datetime64 = np.datetime64("1800-01-01", "s")
    latest: np.datetime64 = np.datetime64("2100-01-01", "s")

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


def parse_text(text: str, value: Any, order: DateOrder | None, limits: DateLimits) -> np.datetime64:
    """Return the moment that a whole text states.

    value  what messages quote

    Raises as ``parse_date`` does.
    """
    text = plain(text).strip()
    if re.fullmatch(r"\d{8}\.0+", text):  # a whole number that a spreadsheet wrote as a decimal
        text = text[:8]
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
            return _moment(match, seconds, order, limits, value)
    raise two_digit_year(value) if TWO_DIGIT_YEAR.match(text) else unreadable(value)


def scan_name(name: str, order: DateOrder | None, limits: DateLimits) -> tuple[list[np.datetime64], list[DateError]]:
    """Return the dates in a name, leftmost first, and the errors of dates outside the limits or against the order."""
    text = plain(name)
    moments: list[np.datetime64] = []
    errors: list[DateError] = []
    position = 0
    while True:
        matches = [match for match in (form.search(text, position) for form in _FORMS) if match]
        if not matches:
            return list(dict.fromkeys(moments)), errors
        match = min(matches, key=lambda match: match.start())
        seconds, end = _clock_after(text, match.end(), name)
        is_open = "a" in match.groupdict() and _MORE_NUMBERS.match(text, match.end())
        position = match.start("y") if is_open else end  # 1_2_2017_10_24 holds two dates, not the first one
        try:
            moments.append(_moment(match, seconds, order, limits, name))
        except (AbsurdDate, _OtherOrder) as error:
            errors.append(error)
        except UnparsableDate:
            position = match.start() + 1


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
        number = int(month) if month.isdigit() else [name[:3] for name in _MONTHS].index(month[:3].title()) + 1
        return within(_start_of_day(year, number, int(parts["d"]), value) + shift, limits, value)
    first, second = int(parts["a"]), int(parts["b"])
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
        raise _absurd(limits, value)
    return moment


def plain(text: str) -> str:
    """Return the text with digits of every script as 0-9, typographic spaces as spaces, and no direction marks."""
    if text.isascii():
        return text
    marked = unicodedata.normalize("NFKC", text)
    letters = (str(unicodedata.decimal(letter, letter)) for letter in marked if unicodedata.category(letter) != "Cf")
    return "".join(letters)


def quoted(value: Any) -> str:
    """Return a value as messages show it: in quotes, cut at 60 characters."""
    text = str(value)
    return repr(text if len(text) <= 60 else text[:59] + "…")


def _absurd(limits: DateLimits, value: Any) -> AbsurdDate:
    span = " to ".join(str(limit).split("T")[0] for limit in (limits.earliest, limits.latest))
    return AbsurdDate(Message("{} lies outside {}. Correct the date or widen the limits.", quoted(value), span))


def two_digit_year(value: Any) -> UnparsableDate:
    """Return the error for a date with a two-digit year."""
    return UnparsableDate(
        Message("{} has a two-digit year, so the century is unknown. Write the year with four digits.", quoted(value))
    )


def unreadable(value: Any) -> UnparsableDate:
    """Return the error for a value that is not a date in any form."""
    return UnparsableDate(Message("{} cannot be read as a date. Write it as 2017-10-24 or 24 Oct 2017.", quoted(value)))


_MISSING = ("", "null", "none", "nan", "nat", "<na>")
_DEFAULT_LIMITS = DateLimits()
_LARGEST = 10**15  # numbers from here on are not dates
_ANY_TIME = DateLimits(np.datetime64("-10000-01-01", "s"), np.datetime64("20000-01-01", "s"))


@dataclass(frozen=True)
class ParsedDates:
    """Column of dates.

    moments   datetime64[s], NaT for a bad row
    problems  row index → reason
    order     the order that the dates were read in: given, or proved by the column itself; None if none was needed
    """

    moments: np.ndarray
    problems: dict[int, Message]
    order: DateOrder | None


def parse_date(value: Any, order: DateOrder | None = None, limits: DateLimits = _DEFAULT_LIMITS) -> np.datetime64:
    """Return the moment that ``value`` states: datetime64[s], UTC.

    The value is text, a number such as 20171024 (also 20171024.0), a date, a datetime or a datetime64. Without a zone
    it is read as UTC. Fractions of a second are cut off; 24:00 is the start of the next day. Raises AmbiguousDate if
    day and month cannot be distinguished and no order is given, AbsurdDate outside the limits, UnparsableDate
    otherwise.
    """
    if _is_missing(value):
        raise UnparsableDate(Message("The date is missing. Enter it or leave the row out."))
    if isinstance(value, str):
        return parse_text(value, value, order, limits)
    if isinstance(value, np.datetime64):
        return within(value.astype("datetime64[s]"), limits, value)
    if isinstance(value, datetime.datetime):
        offset = value.utcoffset() or datetime.timedelta()
        moment = np.datetime64(value.replace(tzinfo=None, microsecond=0), "s")
        return within(moment - np.timedelta64(int(offset.total_seconds()), "s"), limits, value)
    if isinstance(value, datetime.date):
        return within(np.datetime64(value, "s"), limits, value)
    is_number = isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool)
    if is_number and abs(value) < _LARGEST and value == int(value):
        return parse_text(str(int(value)), value, order, limits)
    raise unreadable(value)


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


def order_of(values: Iterable[Any]) -> DateOrder | None:
    """Return the order that a column proves, or None.

    A column proves an order if some value can only be read in it, and none only in the other.
    """
    return _order_proved(values, lambda value, order: parse_date(value, order, _ANY_TIME))


def order_of_names(names: Iterable[str]) -> DateOrder | None:
    """Return the order that dates inside file, layer or folder names prove, as ``order_of`` does for values.

    One 24.10.2017 in a folder proves it.
    """
    return _order_proved(names, lambda name, order: date_in_name(name, order, _ANY_TIME))


def parse_dates(
    values: Iterable[Any], order: DateOrder | None = None, limits: DateLimits = _DEFAULT_LIMITS
) -> ParsedDates:
    """Read a column of dates; each distinct value is read once. Bad rows become NaT with a reason in ``problems``.

    Without a given order, the order that the column proves is used (``order_of``). Raises AmbiguousDate, naming up to
    three values, if day and month stay open: a column is never guessed, and never read in part.
    """
    values = list(values)
    keys = [_key(value) for value in values]
    distinct = dict(zip(keys, values))
    order = order or order_of(distinct.values())
    read: dict[Any, np.datetime64] = {}
    reasons: dict[Any, Message] = {}
    ambiguous = []
    for key, value in distinct.items():
        try:
            read[key] = parse_date(value, order, limits)
        except AmbiguousDate:
            ambiguous.append(quoted(value))
        except DateError as error:
            reasons[key] = as_message(error)
    if ambiguous:
        raise AmbiguousDate(
            Message(
                "The order of day and month in {} is unclear. Set the date order: day-month-year (DMY) or "
                "month-day-year (MDY).",
                _some(ambiguous),
            )
        )
    nat = np.datetime64("NaT", "s")
    moments = np.array([read.get(key, nat) for key in keys], dtype="datetime64[s]")
    problems = {row: reasons[key] for row, key in enumerate(keys) if key in reasons} if reasons else {}
    return ParsedDates(moments, problems, order)


def dates_in_name(
    name: str, order: DateOrder | None = None, limits: DateLimits = _DEFAULT_LIMITS
) -> list[np.datetime64]:
    """Return the distinct moments in a file, layer or folder name (without its extension), in order of appearance.

    Numbers that are not dates, or that are part of a longer run of digits, are ignored. So are dates outside the limits
    or against the order. Raises AmbiguousDate if day and month of a date cannot be distinguished.
    """
    return scan_name(name, order, limits)[0]


def date_in_name(name: str, order: DateOrder | None = None, limits: DateLimits = _DEFAULT_LIMITS) -> np.datetime64:
    """Return the one date in a name.

    Raises UnparsableDate if the name has no date, AmbiguousDate if day and month cannot be distinguished or if the name
    has several different dates, AbsurdDate if the only date is outside the limits.
    """
    moments, errors = scan_name(name, order, limits)
    if len(moments) == 1:
        return moments[0]
    if moments:
        listed = _some([str(moment).replace("T00:00:00", "") for moment in moments])
        raise AmbiguousDate(
            Message("The name {} contains several dates ({}). Keep one, or set the date.", quoted(name), listed)
        )
    if errors:
        raise errors[0]
    if TWO_DIGIT_YEAR.search(plain(name)):
        raise two_digit_year(name)
    raise UnparsableDate(
        Message("The name {} contains no date. Add one, such as 2017-10-24, or set the date.", quoted(name))
    )


def _order_proved(values: Iterable[Any], read: Callable[[Any, DateOrder], Any]) -> DateOrder | None:
    proved = set()
    for value in {_key(value): value for value in values}.values():
        readable = []
        for order in DateOrder:
            try:
                read(value, order)
                readable.append(order)
            except DateError:
                continue
        if len(readable) == 1:
            proved.add(readable[0])
    return proved.pop() if len(proved) == 1 else None


def _key(value: Any) -> Any:
    """Return the key by which two values of a column count as the same; all missing values have the same key."""
    if isinstance(value, str):
        return value
    if _is_missing(value):
        return None
    return (type(value), value) if isinstance(value, Hashable) else (type(value), repr(value))


def _is_missing(value: Any) -> bool:
    """Return whether the value is an empty one: of Python, NumPy, a spreadsheet or a database."""
    return value is None or str(value).strip().lower() in _MISSING


def _some(texts: list[str]) -> str:
    return ", ".join(texts[:3]) + (f" and {len(texts) - 3} more" if len(texts) > 3 else "")
