"""Columns of values that are no numbers.

Products of vectors in the plane, many at once.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np


def objects(values: Iterable) -> np.ndarray:
    """(n,) array of any values, one each: also of tuples, which NumPy would else take for the rows of a table."""
    values = values if isinstance(values, np.ndarray) else list(values)
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def dot(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """(n,) scalar products of (n, 2) vectors."""
    return (one * other).sum(axis=1)


def cross(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """(n,) cross products of (n, 2) vectors: above 0 where the other lies to the left."""
    return one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
