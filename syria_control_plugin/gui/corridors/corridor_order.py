"""The order in which corridors are listed."""

from __future__ import annotations

from typing import Callable

import numpy as np

from ...core.evidence.evidence import NONE_REPORTED, NOT_COVERED, POSSIBLE, REPORTED
from ...sources.cases.corridor_rows import CorridorRows

START, LENGTH_KM = "start", "length_km"
_STRENGTH = {verdict: place for place, verdict in enumerate((REPORTED, POSSIBLE, NONE_REPORTED, NOT_COVERED))}


def in_order(
    rows: CorridorRows, some: np.ndarray, by: str, is_falling: bool, words: Callable[[str], str]
) -> np.ndarray:
    """Some of the rows, (n,) int, sorted; ties by date, then by number. What is missing comes last either way.

    by     START, LENGTH_KM, or the column of a text, which goes by its words (verdicts by their strength)
    words  of a value of that text
    """
    keys, is_missing = _keys(rows, by, words)
    keys = -keys[some] if is_falling else keys[some]
    return some[np.lexsort((rows.number[some], rows.start[some].astype(np.int64), keys, is_missing[some]))]


def _keys(rows: CorridorRows, by: str, words: Callable[[str], str]) -> tuple[np.ndarray, np.ndarray]:
    """(numbers to sort by, whether there is nothing) of each row."""
    values = getattr(rows, by)
    if by == START:
        return values.astype(np.int64) // 2, np.isnat(values)  # NaT has no opposite number
    if by == LENGTH_KM:
        return np.nan_to_num(values), np.isnan(values)
    texts = {value: words(value).casefold() for value in set(values)}
    ranked = sorted(texts, key=lambda value: (_STRENGTH.get(value, len(_STRENGTH)), texts[value]))
    rank = {value: place for place, value in enumerate(ranked)}
    return np.array([rank[value] for value in values], np.int64), np.array([not value for value in values], bool)
