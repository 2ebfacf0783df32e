"""Columns of objects, rows in groups, ranges and batches, and products of many plane vectors at once."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np


def objects(values: Iterable) -> np.ndarray:
    """Return an (n,) object array of any values; NumPy alone would read tuples as the rows of a table."""
    values = values if isinstance(values, np.ndarray) else list(values)
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def ranges(first: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers of n ranges, one range after another, and the number of the range that each belongs to.

    first, count  (n,) first number of each range, and how many numbers it has; one ``first`` may stand for all
    """
    owner = np.repeat(np.arange(len(count)), count)
    return np.arange(len(owner)) - np.repeat(np.cumsum(count) - count - first, count), owner


def split_where_changes(rows: np.ndarray, keys: np.ndarray) -> list[np.ndarray]:
    """Split (n,) rows wherever their keys, (n,), change; sorted keys give one part per key."""
    parts: list[np.ndarray] = np.split(rows, np.flatnonzero(np.diff(keys)) + 1)
    return parts


def batches(sizes: np.ndarray, limit: int) -> list[slice]:
    """Return slices of n items in order, each of items with a total size of about ``limit`` at most.

    sizes  (n,) int; a single item may be larger
    """
    parts = split_where_changes(np.arange(len(sizes)), np.cumsum(sizes, dtype=np.int64) // limit)
    return [slice(part[0], part[-1] + 1) for part in parts if len(part)]


def least_per_group(groups: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Return the row of the smallest value in each group, by group; of equal values the first.

    groups, values  (n,) int and float
    """
    order = np.lexsort((values, groups))
    return order[np.diff(groups[order], prepend=-1) != 0]


def dot(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the (n,) scalar products of (n, 2) vectors."""
    return (one * other).sum(axis=1)


def cross(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the (n,) cross products of (n, 2) vectors: above 0 if the other lies to the left."""
    return one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
