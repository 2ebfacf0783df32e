"""What decides how a date is read, and what a date is known to if not to the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

import numpy as np

from ..errors import DateError
from ..messages import Message

_K = TypeVar("_K")
# Earlier years are rather those of this century without it; QGIS shows the years 1 to 9999.
EARLIEST_MAP = np.datetime64("0100-01-01", "s")


class DateOrder(Enum):
    """Order of day and month in dates such as 5/6/2017; the year comes first only if it has two digits."""

    DAY_FIRST = "DMY"
    MONTH_FIRST = "MDY"
    YEAR_FIRST = "YMD"


ORDER_WORDS = {
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
