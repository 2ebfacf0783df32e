"""Columns of objects, and products of many plane vectors at once."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np


def objects(values: Iterable) -> np.ndarray:
    """Return an (n,) object array of any values; NumPy alone would read tuples as the rows of a table."""
    values = values if isinstance(values, np.ndarray) else list(values)
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def dot(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the (n,) scalar products of (n, 2) vectors."""
    return (one * other).sum(axis=1)


def cross(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the (n,) cross products of (n, 2) vectors: above 0 if the other lies to the left."""
    return one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
