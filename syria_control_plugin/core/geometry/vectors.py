"""Products of vectors in the plane, many at once."""

from __future__ import annotations

import numpy as np


def dot(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """(n,) scalar products of (n, 2) vectors."""
    return (one * other).sum(axis=1)


def cross(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """(n,) cross products of (n, 2) vectors: above 0 where the other lies to the left."""
    return one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
