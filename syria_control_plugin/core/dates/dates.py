"""Dates as people write them in tables, attributes and file names, read without guessing.

Moments are `numpy.datetime64[s]` in UTC. A date without a time is the start of that day. Where a text leaves
day and month open, the caller has to give the order; nothing here assumes one.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..errors import AmbiguousDate, DateError, UnparsableDate
from ..told import Told
from .date_forms import (
    TWO_DIGIT_YEAR,
    DateLimits,
    DateOrder,
    parse_text,
    plain,
    quoted,
    scan_name,
    two_digit_year,
    unreadable,
    within,
)

_MISSING = ("", "null", "none", "nan", "nat", "<na>")
_DEFAULT_LIMITS = DateLimits()
_LARGEST = 10**15  # no number that stands for a date is longer
_ANY_TIME = DateLimits(np.datetime64("-10000-01-01", "s"), np.datetime64("20000-01-01", "s"))


@dataclass(frozen=True)
class ParsedDates:
    """A column of dates: `moments` (datetime64[s], NaT where a row is bad), `problems` (row index → reason),
    and the `order` they were read in: given, proved by the column itself, or None where none was needed."""

    moments: np.ndarray
    problems: dict[int, str]
    order: DateOrder | None


def parse_date(value: Any, order: DateOrder | None = None, limits: DateLimits = _DEFAULT_LIMITS) -> np.datetime64:
    """The moment that `value` states: datetime64[s], UTC.

    Value is text, a number such as 20171024 (also 20171024.0), a date, a datetime or a datetime64. Without a
    zone it is taken as UTC; fractions of a second are cut off; 24:00 is the start of the next day. Raises
    AmbiguousDate where day and month can't be told apart and no order is given, AbsurdDate outside the
    limits, UnparsableDate otherwise.
    """
    if _is_missing(value):
        raise UnparsableDate(Told("There is no date: fill it in or leave the row out."))
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


def order_of(values: Iterable[Any]) -> DateOrder | None:
    """The order that a column proves: some value reads one way only, none the other way only. Else None."""
    return _order_proved(values, lambda value, order: parse_date(value, order, _ANY_TIME))


def order_of_names(names: Iterable[str]) -> DateOrder | None:
    """As `order_of`, for dates inside file, layer or folder names: one 24.10.2017 in a folder proves it."""
    return _order_proved(names, lambda name, order: date_in_name(name, order, _ANY_TIME))


def parse_dates(
    values: Iterable[Any], order: DateOrder | None = None, limits: DateLimits = _DEFAULT_LIMITS
) -> ParsedDates:
    """Read a column; each distinct value is read once. Bad rows become NaT with a reason in `problems`.

    Without an order the column's own proof is used (`order_of`). Raises AmbiguousDate, naming up to three
    values, where day and month stay open: a column is never guessed, nor read in part.
    """
    values = list(values)
    keys = [_key(value) for value in values]
    distinct = dict(zip(keys, values))
    order = order or order_of(distinct.values())
    read: dict[Any, np.datetime64] = {}
    reasons: dict[Any, str] = {}
    ambiguous = []
    for key, value in distinct.items():
        try:
            read[key] = parse_date(value, order, limits)
        except AmbiguousDate:
            ambiguous.append(quoted(value))
        except DateError as error:
            reasons[key] = str(error)
    if ambiguous:
        raise AmbiguousDate(
            Told(
                "Day and month can't be told apart in {}: give the date order, day-month-year (DMY) or month-day-year "
                "(MDY).",
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
    """Distinct moments anywhere in a file, layer or folder name (without its ending), in order of appearance.

    Numbers that are no date, or are part of a longer run of digits, give nothing; nor do dates outside the
    limits or against the order. Raises AmbiguousDate where day and month of one can't be told apart.
    """
    return scan_name(name, order, limits)[0]


def date_in_name(name: str, order: DateOrder | None = None, limits: DateLimits = _DEFAULT_LIMITS) -> np.datetime64:
    """The one date in a name. Raises UnparsableDate if there is none, AmbiguousDate if day and month can't be
    told apart or if there are several different dates, AbsurdDate if the only date is outside the limits."""
    moments, errors = scan_name(name, order, limits)
    if len(moments) == 1:
        return moments[0]
    if moments:
        listed = _some([str(moment).replace("T00:00:00", "") for moment in moments])
        raise AmbiguousDate(
            Told("The name {} holds several dates ({}): leave one, or give the date.", quoted(name), listed)
        )
    if errors:
        raise errors[0]
    if TWO_DIGIT_YEAR.search(plain(name)):
        raise two_digit_year(name)
    raise UnparsableDate(
        Told("There is no date in the name {}: put one in, such as 2017-10-24, or give it.", quoted(name))
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
    """What makes two values of a column the same value; all missing ones are the same."""
    if isinstance(value, str):
        return value
    if _is_missing(value):
        return None
    return (type(value), value) if isinstance(value, Hashable) else (type(value), repr(value))


def _is_missing(value: Any) -> bool:
    """Whether the value is an empty one: of Python, NumPy, a table program or a data base."""
    return value is None or str(value).strip().lower() in _MISSING


def _some(texts: list[str]) -> str:
    return ", ".join(texts[:3]) + (f" and {len(texts) - 3} more" if len(texts) > 3 else "")
