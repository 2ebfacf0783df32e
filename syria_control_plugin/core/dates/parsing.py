"""Dates as sources write them in tables, attributes and file names: values, columns and names.

Moments are ``numpy.datetime64[s]`` in UTC. A date without a time is the start of that day. If the data leaves the order
of day and month open, the caller has to give it; nothing here assumes one.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..errors import AmbiguousDate, AmbiguousEpoch, DateError, NoDate, UnparsableDate
from ..messages import Message, as_message
from .options import DateLimits, DateOrder, Epoch, Span, end_of_span
from .texts import (
    CLOCKS,
    DATE_FORMS,
    NUMBER_SINCE_1970,
    TWO_DIGIT_YEAR,
    WEEKDAY,
    clock_seconds,
    moments_since_1970,
    parse_text,
    plain,
    quoted,
    reason_without_date,
    scanned,
    unreadable,
    within,
)

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
    return clock is None or clock_seconds(clock, value) == 0


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
        seconds = 0 if clock is None else clock_seconds(clock, value)
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
    weekday = WEEKDAY.match(text)
    text = text[weekday.end() :] if weekday else text
    ends = (match.end() for match in (form.match(text) for form in DATE_FORMS) if match)
    clocks = (clock.fullmatch(text, end) for end in ends for clock in CLOCKS)
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
    numbers = {int(text.partition(".")[0]) for text in texts if NUMBER_SINCE_1970.fullmatch(text)}
    possible = set(Epoch)
    for number in numbers:
        possible &= {
            unit
            for unit, moment in moments_since_1970(number).items()
            if limits.hold(moment) or not any(map(limits.hold, moments_since_1970(number).values()))
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
    return list(dict.fromkeys(each.moment for each in scanned(name, order, limits)[1]))


def date_in_name(name: str, order: DateOrder | None = None, limits: DateLimits = _DEFAULT_LIMITS) -> np.datetime64:
    """Return the one date in a name.

    Raises UnparsableDate if the name has no date, AmbiguousDate if day and month cannot be distinguished or if the name
    has several different dates, AbsurdDate if the only date is outside the limits.
    """
    text, dates, errors = scanned(name, order, limits)
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
    raise reason_without_date(text, name) or NoDate(
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
        if set(_ORDERS_OF_DAY) - readable and not (isinstance(value, str) and TWO_DIGIT_YEAR.search(plain(value))):
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
