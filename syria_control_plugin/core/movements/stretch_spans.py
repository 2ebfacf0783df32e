"""Stretches found by movement and position, for very many spans of movements at once."""

from __future__ import annotations

import numpy as np

from .stretches import Stretches


def overlaps(stretches: Stretches, picked: np.ndarray, rows, entries, exits) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of spans and stretches of one movement that overlap: number of the span, row of the stretches.

    picked  rows of the stretches that are looked at
    rows, entries, exits   (n,) movement of each span, and the positions between which it lies

    Sorted by holder: of one span the holders come in order.
    """
    found = [np.empty((2, 0), int)]
    for holder in sorted(set(stretches.holder[picked])):
        # Those of one holder and movement do not overlap: entries and exits are both sorted.
        own = picked[stretches.holder[picked] == holder]
        movement = stretches.movement[own]
        first = np.searchsorted(keys(movement, stretches.exit[own]), keys(rows, entries), side="right")
        last = np.searchsorted(keys(movement, stretches.entry[own]), keys(rows, exits))
        number, owner = ranges(first, np.maximum(last - first, 0))
        found.append(np.array([owner, own[number]]))
    one, other = np.concatenate(found, axis=1)
    return one, other


def keys(rows, positions) -> np.ndarray:
    """Numbers that are sorted as movements and positions on them are."""
    # Complex numbers are sorted by their real, then by their imaginary part: both stay as exact as they are.
    return np.asarray(rows) + 1j * np.asarray(positions)


def ranges(first, count) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of ranges, one range after another, and to which of them each belongs."""
    owner = np.repeat(np.arange(len(count)), count)
    return np.arange(len(owner)) - np.repeat(np.cumsum(count) - count - first, count), owner
