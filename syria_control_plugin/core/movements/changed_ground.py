"""Untimed movements that last over several maps: whether the host held the ground under them by each of the maps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from ..control.series import ControlSeries
from ..dates.periods import any_valid_at, closed
from ..telling import Tell, part_of, silent
from .movements import Movements
from .passages import Passages, own_stretches, uncontested
from .stretch_spans import keys, ranges
from .stretches import stretches_inside

_SAME = 1e-7  # positions: a centimetre on a way of a hundred kilometres between two fixes
_FIXES_AT_ONCE = 250_000


def ground_changed(
    movements: Movements,
    grounds: ControlSeries,
    passages: Passages,
    bloc_of: Mapping[str, str],
    tell: Tell = silent,
) -> np.ndarray:
    """(n,) bool: whether a later map within a passage's time gives some of the host's ground under it to another.

    movements  as they were tested: an untimed one has as ``start`` the moment whose ground was looked at; timed
               movements were tested at each moment, and their passages are not asked about: False
    grounds    of one source; passages  those through these grounds

    Each movement is cut anew with the ground of each later moment at which that changes, until all its passages' ground
    has changed. Moments at which the source knows nothing change nothing.
    """
    changed = np.zeros(len(passages), bool)
    rows = np.unique(passages.movement[~movements.is_timed[passages.movement]])
    times = np.unique(np.concatenate([grounds.start, closed(grounds.end)]))
    times = times[any_valid_at(grounds.start, grounds.end, times)]
    first = np.searchsorted(times, movements.start[rows], side="right")
    count = np.searchsorted(times, movements.end[rows]) - first
    number, owner = ranges(first, np.maximum(count, 0))
    if len(number) == 0:
        return changed
    order = np.argsort(number, kind="stable")  # those of one time together: they are in the same grounds
    row, time = rows[owner[order]], times[number[order]]
    batch = np.cumsum(np.diff(movements.first)[row]) // _FIXES_AT_ONCE
    edges = [0, *(np.flatnonzero(np.diff(batch)) + 1).tolist(), len(row)]
    for begin, end in zip(edges, edges[1:]):
        share = part_of(tell, begin / len(row), end / len(row))
        share(0)
        is_open = np.isin(row[begin:end], passages.movement[~changed])
        copied = row[begin:end][is_open]
        copies = replace(movements.take(copied), start=time[begin:end][is_open])
        stretches = stretches_inside(copies, grounds, share)
        stretch, entry, exit_, _ = uncontested(copies, stretches, own_stretches(copies, stretches, bloc_of))
        anew = stretches.movement[stretch], stretches.holder[stretch], entry, exit_
        changed[_not_in(anew, passages, copied)] = True
    return changed


def _not_in(anew, passages: Passages, row: np.ndarray) -> np.ndarray:
    """Passages that no new one of the same host contains.

    anew  number of the copy, host, entry and exit of the new ones
    row   the movement of which each is a copy
    """
    movement, host, entry, exit_ = anew
    first = np.searchsorted(passages.movement, row)
    asked, copy = ranges(first, np.searchsorted(passages.movement, row, side="right") - first)
    names = np.unique(np.concatenate([host, passages.host]).astype(str))
    code = movement * len(names) + np.searchsorted(names, host.astype(str))
    order = np.lexsort((entry, code))
    code, entry, exit_ = (each[order] for each in (code, entry, exit_))
    sought = copy * len(names) + np.searchsorted(names, passages.host[asked].astype(str))
    last = np.searchsorted(keys(code, entry), keys(sought, passages.entry[asked] + _SAME), side="right") - 1
    if len(code) == 0:
        return asked
    is_in = (last >= 0) & (code[last] == sought) & (exit_[last] >= passages.exit[asked] - _SAME)
    return asked[~is_in]
