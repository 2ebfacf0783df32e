"""Values of tables, which come as text, numbers or nothing, as text and as numbers."""

from __future__ import annotations

import numpy as np

_LARGEST = 1e15  # whole numbers up to it are exact as floats


def text_of(value) -> str:
    """A value as text without blanks at its ends, whole numbers without decimals (2.0 is "2"), "" for none."""
    if isinstance(value, float) and abs(value) <= _LARGEST and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()


def storable(text: str) -> str:
    """The text as UTF-8 and SQLite can hold it: half a character, as file names may have, written as an escape.

    So is the character 0, at which C would end the text.
    """
    return text.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode("utf-8")


def number_of(value) -> float:
    """A number, also with a decimal comma; NaN for anything else."""
    try:
        return float(text_of(value).replace(",", "."))
    except ValueError:
        return np.nan
