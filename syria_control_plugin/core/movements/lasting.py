"""Passages of movements that last: through territory that a host holds at any moment of an untimed movement.

A line that is dated to several days may have been passed on any of them. Territory that becomes a host's while the
movement lasts counts too, from the map on that gives it to the host, and up to the map that takes it away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Callable

import numpy as np

from ..arrays import batches, ranges
from ..control.series import ControlSeries
from ..dates.periods import SECOND, any_valid_at, closed
from ..factions.blocs import Blocs
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback
from .crossings import JOIN_DEG, crossings_inside
from .movements import Movements, length_deg
from .passages import Passages, is_dated, passages_of

_SAME = 1e-7  # positions: a centimetre if two fixes are a hundred kilometres apart
_FIXES_AT_ONCE = 250_000
_NEVER = np.datetime64("NaT", "s")
_OF_EXIT = ("exit", "went_out", "leaves_by_change", "after")


@dataclass(frozen=True)
class LastingPassages:
    """Passages, with three columns for each of the n.

    since    (n,) datetime64[s]: the first tested moment at which the host holds any of its territory; before it the
             mover cannot have passed through the host's territory there
    until    (n,) datetime64[s]: the first tested moment after the last one at which the host holds any of it, from
             which on the mover cannot have done so; NaT if there is none while the movement lasts
    changed  (n,) bool: at another moment of the movement, at which the host is no ally, it does not hold all of it, or
             the mover's bloc holds some of it too. False for timed movements, which are tested at each moment
    """

    passages: Passages
    since: np.ndarray
    until: np.ndarray
    changed: np.ndarray


def lasting_passages(
    movements: Movements, territories: ControlSeries, blocs: Blocs, feedback: Feedback = NO_FEEDBACK
) -> LastingPassages:
    """Return the passages through hosts at any moment of each movement.

    movements    as tested: ``start`` of an untimed movement is the first moment whose territories count
    territories  of one source, one row per holder and period
    blocs        those of each moment

    An untimed movement is cut with the territories of its start and of each later moment of its time at which a
    territory or a bloc begins or ends. The stretches through one host at all of these moments are joined: where they
    overlap or touch they are one passage. Moments that the source does not cover count for nothing.
    """
    share = SubFeedback(feedback, 0, 80)
    first = passages_of(movements, territories, crossings_inside(movements, territories, share), blocs)
    row, time = _later_moments(movements, territories, blocs)
    at = [(first, first.movement, movements.start[first.movement])]
    for chosen in batches(np.diff(movements.first)[row], _FIXES_AT_ONCE):
        share = SubFeedback(feedback, 80 + 20 * chosen.start / len(row), 80 + 20 * chosen.stop / len(row))
        copies = replace(movements.take(row[chosen]), start=time[chosen])
        passages = passages_of(copies, territories, crossings_inside(copies, territories, share), blocs)
        at.append((passages, row[chosen][passages.movement], time[chosen][passages.movement]))
    is_single = ~np.isin(first.movement, row)
    alone, since = first.take(is_single), movements.start[first.movement[is_single]]
    if len(row) == 0:
        return LastingPassages(
            passages=alone, since=since, until=np.full(len(alone), _NEVER), changed=np.zeros(len(alone), bool)
        )
    moments: dict[int, list] = {each: [movements.start[each]] for each in np.unique(row).tolist()}
    for each, moment in zip(row.tolist(), time):
        moments[each].append(moment)
    several = [piece for passages, rows, times in at for piece in _pieces(passages, rows, times, moments)]
    dated = is_dated(movements)

    def moments_as_host(each: int, host: str) -> int:
        times = np.array(moments[each])
        allied = blocs.are_allied(movements.mover[each], host)
        return int((~allied[blocs.epoch_at(times, np.full(len(times), dated[each]))]).sum())

    joined = _joined(movements, several, moments_as_host)
    made = _concatenated(alone, [each.piece for each in joined])
    ends = [next((time for time in moments[each.row] if time > each.last), _NEVER) for each in joined]
    order = np.lexsort((made.host.astype(str), made.entry, made.movement))
    return LastingPassages(
        passages=_ordered(made, order),
        since=np.concatenate([since, np.array([each.piece.moment for each in joined], since.dtype)])[order],
        until=np.concatenate([np.full(len(alone), _NEVER), np.array(ends, _NEVER.dtype)])[order],
        changed=np.concatenate([np.zeros(len(alone), bool), np.array([each.changed for each in joined], bool)])[order],
    )


def _later_moments(movements: Movements, territories: ControlSeries, blocs: Blocs) -> tuple[np.ndarray, np.ndarray]:
    """Return row and moment of each change of map or blocs within the time of an untimed movement."""
    parts = []
    for are_dated, changes in ((True, blocs.days.astype(SECOND)), (False, blocs.moments)):
        rows = np.flatnonzero(~movements.is_timed & (is_dated(movements) == are_dated))
        times = np.unique(np.concatenate([territories.start, closed(territories.end), changes]))
        times = times[any_valid_at(territories.start, territories.end, times)]
        first = np.searchsorted(times, movements.start[rows], side="right")
        number, owner = ranges(first, np.maximum(np.searchsorted(times, movements.end[rows]) - first, 0))
        parts.append((rows[owner], times[number]))
    row, time = (np.concatenate(column) for column in zip(*parts))
    order = np.argsort(time, kind="stable")  # by time: movements of one time meet the same territories
    return row[order], time[order]


@dataclass(frozen=True)
class _Piece:
    """A passage at one moment: its columns, and the territory, entry and exit of its parts."""

    columns: dict
    parts: list[tuple[int, float, float]]
    moment: np.datetime64


@dataclass(frozen=True)
class _Joined:
    """Pieces as one, dated to their first moment; the last moment; and whether it is another at any moment."""

    piece: _Piece
    last: np.datetime64
    changed: bool

    @property
    def row(self) -> int:
        return int(self.piece.columns["movement"])


def _pieces(passages: Passages, rows: np.ndarray, times: np.ndarray, wanted: Mapping[int, list]) -> Iterator[_Piece]:
    """Yield each passage of a wanted movement."""
    begins = np.searchsorted(passages.part_passage, np.arange(len(passages) + 1))
    values = zip(*(getattr(passages, name).tolist() for name in _COLUMNS))
    names = ("part_territory", "part_entry", "part_exit")
    parts = list(zip(*(getattr(passages, name).tolist() for name in names)))
    for row, one, begin, end, time in zip(rows.tolist(), values, begins[:-1], begins[1:], times):
        if row in wanted:
            columns = {**dict(zip(_COLUMNS, one)), "movement": row}
            yield _Piece(columns=columns, parts=parts[begin:end], moment=time)


def _joined(movements: Movements, pieces: list[_Piece], moments_as_host: Callable[[int, str], int]) -> list[_Joined]:
    """Return the pieces that are one passage as one.

    moments_as_host  number of moments of a movement at which a faction is no ally of the mover
    """
    pieces = sorted(
        pieces, key=lambda each: (each.columns["movement"], str(each.columns["host"]), each.columns["entry"])
    )
    groups: list[list[_Piece]] = []
    reach = -1.0
    for each in pieces:
        row, host, entry = (each.columns[name] for name in ("movement", "host", "entry"))
        last = groups[-1][-1].columns if groups else {}
        goes_on = (last.get("movement"), last.get("host")) == (row, host) and (
            entry <= reach or length_deg(movements, np.array([row]), [reach], [entry])[0] <= JOIN_DEG
        )
        groups[-1].append(each) if goes_on else groups.append([each])
        reach = max(reach, each.columns["exit"]) if goes_on else each.columns["exit"]
    return [_as_one(sorted(group, key=lambda each: each.moment), moments_as_host) for group in groups]


def _as_one(group: list[_Piece], moments_as_host: Callable[[int, str], int]) -> _Joined:
    entry = min(each.columns["entry"] for each in group)
    exit_ = max(each.columns["exit"] for each in group)
    enters = next(each.columns for each in group if each.columns["entry"] <= entry + _SAME)
    leaves = next(each.columns for each in group if each.columns["exit"] >= exit_ - _SAME)
    claims = dict.fromkeys(name for each in group for name in each.columns["also_claimed_by"])
    columns = {**enters, **{name: leaves[name] for name in _OF_EXIT}, "also_claimed_by": tuple(claims)}
    parts: list[tuple[int, float, float]] = []
    taken: set[tuple[float, float]] = set()  # most maps give the same stretch
    for each in group:  # the first map that gives a stretch to the host counts for it
        for territory, begin, end in each.parts:
            if (begin, end) not in taken:
                parts += [(territory, *free) for free in _free(begin, end, parts)]
                taken.add((begin, end))
    whole = {
        each.moment
        for each in group
        if each.columns["entry"] <= entry + _SAME and each.columns["exit"] >= exit_ - _SAME
    }
    changed = len(whole) < moments_as_host(columns["movement"], columns["host"])
    piece = _Piece(columns, sorted(parts, key=lambda part: part[1]), group[0].moment)
    return _Joined(piece, group[-1].moment, changed)


def _free(begin: float, end: float, taken: list[tuple[int, float, float]]) -> list[tuple[float, float]]:
    """Return what other parts leave of a part, without slivers."""
    left = [(begin, end)]
    for _, first, last in taken:
        left = [
            (start, stop)
            for one, two in left
            for start, stop in ((one, min(two, first)), (max(one, last), two))
            if stop - start > _SAME
        ]
    return left


_PARTS = tuple(each.name for each in fields(Passages) if each.name.startswith("part_"))
_COLUMNS = tuple(each.name for each in fields(Passages) if each.name not in _PARTS)


def _concatenated(alone: Passages, pieces: list[_Piece]) -> Passages:
    columns = {}
    for name in _COLUMNS:
        values = np.empty(len(pieces), getattr(alone, name).dtype)
        for number, each in enumerate(pieces):
            values[number] = each.columns[name]
        columns[name] = np.concatenate([getattr(alone, name), values])
    parts = [(len(alone) + number, *part) for number, each in enumerate(pieces) for part in each.parts]
    owner, territory, begin, end = (list(column) for column in zip(*parts)) if parts else ([], [], [], [])
    for name, more in (
        ("part_passage", owner),
        ("part_territory", territory),
        ("part_entry", begin),
        ("part_exit", end),
    ):
        values = getattr(alone, name)
        columns[name] = np.concatenate([values, np.array(more, values.dtype)])
    return Passages(**columns)


def _ordered(passages: Passages, order: np.ndarray) -> Passages:
    place = np.argsort(order)[passages.part_passage]
    by_place = np.argsort(place, kind="stable")
    columns = {name: getattr(passages, name)[order] for name in _COLUMNS}
    parts = {name: getattr(passages, name)[by_place] for name in _PARTS}
    return Passages(**columns, **{**parts, "part_passage": place[by_place]})
