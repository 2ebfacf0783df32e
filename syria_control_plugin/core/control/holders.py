"""Who held a place when, from reports "place P passed to holder H on date D"."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from ..errors import PlacesError


class Holdings(NamedTuple):
    """Who held which place when: `place` (int index), `holder` (str), `start`, `end` (datetime64[s], half-open;
    NaT: still so). Sorted by place, start, holder."""

    place: np.ndarray
    holder: np.ndarray
    start: np.ndarray
    end: np.ndarray


def holders_over_time(place_index: Any, date: Any, holder: Any) -> Holdings:
    """Periods of holding from n reports "place P passed to holder H on date D", in any order.

    place_index: int; date: datetime64; holder: str ids. A report holds until the next later one on its place.
    Different holders on one place and date all hold from then (contested). Reports that repeat the holder lengthen
    the period; duplicates count once. PlacesError names the row of a report without a place, date or holder.
    """
    place, moment, holder = _reports(place_index, date, holder)
    if not len(place):
        return Holdings(place, holder, moment, moment.copy())
    names, holder_ids = np.unique(holder, return_inverse=True)
    rows = np.unique(np.column_stack([place, moment.astype(np.int64), holder_ids.reshape(-1)]), axis=0)
    place, seconds, holder_ids = rows.T
    is_new_turn = np.append(True, (np.diff(place) != 0) | (np.diff(seconds) != 0))
    turn = np.cumsum(is_new_turn) - 1  # one number per place and date
    turn_place, turn_start = place[is_new_turn], seconds[is_new_turn].astype("datetime64[s]")
    turn_end = np.full(len(turn_start), np.datetime64("NaT", "s"))
    has_next = np.append(turn_place[1:] == turn_place[:-1], False)
    turn_end[has_next] = turn_start[1:][has_next[:-1]]

    runs = np.lexsort([turn, holder_ids, place])
    place, holder_ids, turn = place[runs], holder_ids[runs], turn[runs]
    is_first = np.append(True, (np.diff(place) != 0) | (np.diff(holder_ids) != 0) | (np.diff(turn) != 1))
    is_last = np.append(is_first[1:], True)
    place, holder_ids = place[is_first], holder_ids[is_first]
    start, end = turn_start[turn[is_first]], turn_end[turn[is_last]]
    sequence = np.lexsort([holder_ids, start, place])
    return Holdings(place[sequence], names[holder_ids][sequence], start[sequence], end[sequence])


def _reports(place_index: Any, date: Any, holder: Any) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    place, moment = np.asarray(place_index), np.asarray(date, dtype="datetime64[s]")
    holder = np.asarray(holder, dtype=object)
    if place.ndim != 1 or place.shape != moment.shape or place.shape != holder.shape:
        raise PlacesError(f"Give a place, date and holder a report: {place.shape}, {moment.shape}, {holder.shape}.")
    if len(place) and place.dtype.kind not in "iu":
        raise PlacesError(f"Reports count places by whole numbers, not by {place.dtype}.")
    for row in np.flatnonzero((place.astype(int) < 0) | np.isnat(moment)):
        raise PlacesError(f"Report in row {row} is about place {place[row]}, date {moment[row]}: correct it.")
    for row, name in enumerate(holder):
        if not isinstance(name, str) or not name:
            raise PlacesError(f"Report in row {row} has the holder {name!r}: give the id of a faction.")
    return place.astype(np.int64), moment, holder.astype(str)
