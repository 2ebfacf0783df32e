"""Columns of values that are no numbers."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np


def objects(values: Iterable) -> np.ndarray:
    """(n,) array of any values, one each: also of tuples, which NumPy would else take for the rows of a table."""
    values = values if isinstance(values, np.ndarray) else list(values)
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column
