"""Day and month that can't be told apart: what is to be asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ...core.dates.dates import DateLimits, DateOrder, dates_in_name
from ...core.errors import AmbiguousDate, DateError


@dataclass(frozen=True)
class DateQuestion:
    """A text of which day and month can't be told apart, and its two readings."""

    text: str
    day_first: np.datetime64
    month_first: np.datetime64


def question_on(texts: Iterable[str], message: str, limits: DateLimits) -> DateQuestion | None:
    """The question on one of these texts, first of all on those that a message names; None where all are clear."""
    for text in sorted(dict.fromkeys(texts), key=lambda text: text not in message):
        try:
            dates_in_name(text, None, limits)
        except AmbiguousDate:
            readings = [_only_date(text, order, limits) for order in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)]
            if None not in readings:
                return DateQuestion(text, *readings)
    return None


def _only_date(text: str, order: DateOrder, limits: DateLimits) -> np.datetime64 | None:
    try:
        dates = dates_in_name(text, order, limits)
    except DateError:
        return None
    return dates[0] if dates else None
