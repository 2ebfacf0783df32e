"""Passages: stretches inside a host's ground, less what the mover's bloc claims; who is before and after them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from ..control.changes import AND
from ..control.series import ControlSeries
from .ground_index import sweep
from .movements import Movements
from .passage_ends import Neighbours
from .stretch_spans import overlaps, ranges
from .stretches import JOIN_DEG, Stretches
from .tracks import moments_at, way_deg

_SECOND = np.timedelta64(1, "s")


@dataclass(frozen=True)
class Passages:
    """Passages through hosts, n of them, sorted by movement and entry; positions are those of ``tracks``.

    movement            (n,) int: row of the movements
    host                (n,) object
    entry, exit         (n,) float
    came_in, went_out   (n,) bool: whether the movement is outside before, and after
    enters_by_change, leaves_by_change, before, after, also_claimed_by   as in ``corridors.Corridors``
    part_passage, part_ground, part_entry, part_exit    (p,) the parts, one a ground row on the way
    """

    movement: np.ndarray
    host: np.ndarray
    entry: np.ndarray
    exit: np.ndarray
    came_in: np.ndarray
    went_out: np.ndarray
    enters_by_change: np.ndarray
    leaves_by_change: np.ndarray
    before: np.ndarray
    after: np.ndarray
    also_claimed_by: np.ndarray
    part_passage: np.ndarray
    part_ground: np.ndarray
    part_entry: np.ndarray
    part_exit: np.ndarray

    def __len__(self) -> int:
        return len(self.movement)

    def take(self, mask: np.ndarray) -> Passages:
        """The passages picked by a mask."""
        parts = mask[self.part_passage]
        names = [field.name for field in fields(self)]
        columns = {n: getattr(self, n)[parts if n.startswith("part_") else mask] for n in names}
        columns["part_passage"] = (np.cumsum(mask) - 1)[columns["part_passage"]]
        return Passages(**columns)


def passages_of(
    movements: Movements, grounds: ControlSeries, stretches: Stretches, bloc_of: Mapping[str, str]
) -> Passages:
    """The passages through hosts among the stretches inside all holders' grounds of one source."""
    is_own = own_stretches(movements, stretches, bloc_of)
    stretch, entry, exit_, by_change = uncontested(movements, stretches, is_own)
    part, part_passage, part_entry, part_exit = _parts(stretches, stretch, entry, exit_)
    # One without a part: who stands still on a border that he only touched, until it becomes contested ground.
    is_real = np.bincount(part_passage, minlength=len(stretch)) > 0
    part_passage = (np.cumsum(is_real) - 1)[part_passage]
    stretch, entry, exit_, *by_change = (each[is_real] for each in (stretch, entry, exit_, *by_change))
    row = stretches.movement[stretch]
    part_ground = stretches.part_ground[part]
    found = {"movement": row, "host": stretches.holder[stretch], "entry": entry, "exit": exit_}
    begins = np.searchsorted(part_passage, np.arange(len(row)))
    ends = np.searchsorted(part_passage, np.arange(len(row)), side="right") - 1
    neighbours = Neighbours(movements, grounds, stretches, bloc_of)
    came_in, before = neighbours.beside(row, found["host"], entry, part_ground[begins], is_begin=True)
    went_out, after = neighbours.beside(row, found["host"], exit_, part_ground[ends], is_begin=False)
    return Passages(
        **found,
        came_in=came_in,
        went_out=went_out,
        enters_by_change=by_change[0],
        leaves_by_change=by_change[1],
        before=before,
        after=after,
        also_claimed_by=_other_claims(movements, stretches, np.flatnonzero(~is_own), **found),
        part_passage=part_passage,
        part_ground=part_ground,
        part_entry=part_entry,
        part_exit=part_exit,
    )


def own_stretches(movements: Movements, stretches: Stretches, bloc_of: Mapping[str, str]) -> np.ndarray:
    """(n,) which of the stretches are in ground of the mover's bloc."""
    blocs = np.array([bloc_of.get(name, name) for name in movements.mover], object)[stretches.movement]
    return blocs == np.array([bloc_of.get(name, name) for name in stretches.holder], object)


def uncontested(movements: Movements, stretches: Stretches, is_own: np.ndarray):
    """Stretch, entry and exit of what the mover's bloc does not hold too, and whether ground changed at either."""
    hosts = np.flatnonzero(~is_own)
    host, own = overlaps(
        stretches, np.flatnonzero(is_own), stretches.movement[hosts], stretches.entry[hosts], stretches.exit[hosts]
    )
    marks = (
        np.concatenate([host, host]),
        np.concatenate([stretches.entry[own], stretches.exit[own]]),
        np.repeat([1, -1], len(own)),
    )
    piece, entry, exit_, depth = sweep(stretches.entry[hosts], stretches.exit[hosts], *marks)
    piece, entry, exit_ = (each[depth == 0] for each in (hosts[piece], entry, exit_))
    row = stretches.movement[piece]
    # Where the bloc's border is the host's as well, rounding may leave a sliver between the two.
    is_cut = (entry != stretches.entry[piece]) | (exit_ != stretches.exit[piece])
    is_cut[is_cut] = _is_nothing(movements, row[is_cut], entry[is_cut], exit_[is_cut])
    piece, entry, exit_, row = (each[~is_cut] for each in (piece, entry, exit_, row))
    follows = piece[1:] == piece[:-1]
    follows[follows] = _is_nothing(movements, row[1:][follows], exit_[:-1][follows], entry[1:][follows])
    piece, entry = (each[np.append(True, ~follows)[: len(each)]] for each in (piece, entry))
    exit_ = exit_[np.append(~follows, True)[: len(exit_)]]
    pairs = list(zip(hosts[host].tolist(), own.tolist()))
    left = {(each, stretches.exit[other]): stretches.ends_by_change[other] for each, other in pairs}
    entered = {(each, stretches.entry[other]): stretches.begins_by_change[other] for each, other in pairs}
    by_change = [
        np.array([change.get(key, default) for key, default in zip(zip(piece.tolist(), at.tolist()), flags)], bool)
        for change, at, flags in (
            (left, entry, stretches.begins_by_change[piece]),
            (entered, exit_, stretches.ends_by_change[piece]),
        )
    ]
    return piece, entry, exit_, by_change


def _other_claims(movements: Movements, stretches: Stretches, rows, movement, host, entry, exit) -> np.ndarray:
    """Those but the hosts, of the holders of some rows of the stretches, on whose ground too passages run."""
    number, other = overlaps(stretches, rows, movement, entry, exit)
    is_other = stretches.holder[other] != host[number]
    number, other = number[is_other], other[is_other]
    begins, ends = np.maximum(entry[number], stretches.entry[other]), np.minimum(exit[number], stretches.exit[other])
    is_real = ~_is_nothing(movements, movement[number], begins, ends)
    names: list[list[str]] = [[] for _ in movement]
    for passage, holder in zip(number[is_real].tolist(), stretches.holder[other[is_real]]):
        if holder not in names[passage]:
            names[passage].append(holder)
    texts = np.empty(len(names), object)
    texts[:] = [AND.join(each) for each in names]
    return texts


def _is_nothing(movements: Movements, rows, entries, exits) -> np.ndarray:
    """Whether next to nothing of the way, and no time to speak of, lies between positions."""
    lasts = moments_at(movements, rows, exits) - moments_at(movements, rows, entries)
    return (way_deg(movements, rows, entries, exits) <= JOIN_DEG) & ~(lasts >= _SECOND)


def _parts(stretches: Stretches, stretch, entry, exit_):
    """Row of the part, number of the piece, entry and exit of the parts of pieces of stretches."""
    first = np.searchsorted(stretches.part_stretch, stretch)
    count = np.searchsorted(stretches.part_stretch, stretch, side="right") - first
    part, piece = ranges(first, count)
    part_entry = np.maximum(stretches.part_entry[part], entry[piece])
    part_exit = np.minimum(stretches.part_exit[part], exit_[piece])
    lasts = part_exit > part_entry
    return part[lasts], piece[lasts], part_entry[lasts], part_exit[lasts]
