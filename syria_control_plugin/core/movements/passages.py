"""Passages: stretches inside a host's ground, less what the mover's bloc claims; who is before and after them.

Who holds the ground beside the ends of passages, and whether a movement comes from outside at all.

Untimed movements that last over several maps: whether the host held the ground under them by each of the maps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

import numpy as np
import shapely

from ..control.changes import AND
from ..control.series import ControlSeries
from ..dates.periods import any_valid_at, closed
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from .crossings import JOIN_DEG, Crossings, crossings_inside, keys, overlaps, ranges
from .grid_index import TOUCH_DEG, on_border, sweep
from .movements import MILLISECOND, Movements, last_positions, length_deg, moments_at, points_at

# Who holds the ground before an entry and after an exit is asked this far (degrees, about 2 mm) away from it.
_BESIDE_DEG = 2 * JOIN_DEG


class Neighbours:
    """Who holds the ground beside the ends of passages."""

    def __init__(
        self, movements: Movements, territories: ControlSeries, stretches: Crossings, bloc_of: Mapping[str, str]
    ) -> None:
        self._movements, self._territories, self._stretches, self._bloc_of = movements, territories, stretches, bloc_of
        self._names = sorted(set(stretches.holder))
        self._rows = {name: np.flatnonzero(stretches.holder == name) for name in self._names}

    def beside(
        self, rows: np.ndarray, hosts: np.ndarray, positions: np.ndarray, territory: np.ndarray, is_begin: bool
    ) -> tuple[np.ndarray, np.ndarray]:
        """Whether the movement is outside just before (or after) a passage, and who holds that ground."""
        outside = positions != (0 if is_begin else last_positions(self._movements, rows))
        names = np.full(len(rows), None, object)
        asked = np.flatnonzero(outside)
        beyond = self._beyond(rows[asked], positions[asked], is_begin)
        names[asked] = self._holders_at(rows[asked], beyond)
        # Nobody's ground, or a border that the movement runs along.
        unclear = names[asked] == ""
        asked, beyond = asked[unclear], beyond[unclear]
        points = points_at(self._movements, rows[asked], beyond)
        names[asked] = self._meeting(hosts[asked], self._moments(rows[asked], beyond), points)
        ends = np.flatnonzero(~outside)
        moments = self._moments(rows[ends], positions[ends])
        if not is_begin:  # ground that changes hands just as the movement ends is what it was before
            moments = np.maximum(moments - np.timedelta64(1, "ms"), self._territories.start[territory[ends]])
        points = points_at(self._movements, rows[ends], positions[ends])
        on_it = self._on_border(hosts[ends], self._movements.mover[rows[ends]], moments, points)
        names[ends[on_it]] = self._meeting(hosts[ends[on_it]], moments[on_it], points[on_it])
        outside[ends[on_it]] = True
        return outside, names

    def _moments(self, rows: np.ndarray, positions: np.ndarray) -> np.ndarray:
        """When a movement is at a position; of an untimed one the moment of which the grounds are taken."""
        found = moments_at(self._movements, rows, positions)
        return np.where(np.isnat(found), self._movements.start[rows].astype(MILLISECOND), found)

    def _on_border(self, hosts: np.ndarray, movers: np.ndarray, moments: np.ndarray, points: np.ndarray) -> np.ndarray:
        """Whether points are on the border of the host's ground, or of ground of the mover's bloc."""
        found = np.zeros(len(hosts), bool)
        blocs = np.array([self._bloc_of.get(mover, mover) for mover in movers], object)
        starts, ends = self._territories.start, closed(self._territories.end)
        for row in range(len(self._territories)) if len(hosts) else ():
            holder = self._territories.faction[row]
            asked = (blocs == self._bloc_of.get(holder, holder)) | (hosts == holder)
            asked &= (starts[row] <= moments) & (moments < ends[row]) & ~found
            if asked.any():
                found[asked] = on_border(self._territories.geometry[row], points[asked])
        return found

    def _meeting(self, hosts: np.ndarray, moments: np.ndarray, points: np.ndarray) -> np.ndarray:
        """Who but the hosts holds ground at points, borders included."""
        names = np.full(len(hosts), "", object)
        points = shapely.points(points)
        starts, ends = self._territories.start, closed(self._territories.end)
        for row in range(len(self._territories)) if len(hosts) else ():
            holder = self._territories.faction[row]
            asked = np.flatnonzero((hosts != holder) & (starts[row] <= moments) & (moments < ends[row]))
            if len(asked) == 0:
                continue
            asked = asked[shapely.dwithin(self._territories.geometry[row], points[asked], TOUCH_DEG)]
            names[asked] = [f"{others}; {holder}" if others else holder for others in names[asked]]
        return names

    def _beyond(self, rows: np.ndarray, positions: np.ndarray, is_begin: bool) -> np.ndarray:
        """Positions a little before (or after) some, on the same piece of the way."""
        fix = np.ceil(positions) - 1 if is_begin else np.floor(positions)
        start, end = (points_at(self._movements, rows, fix + more) for more in (0, 1))
        length = np.hypot(*(end - start).T)
        room = (positions - fix if is_begin else fix + 1 - positions) / 2
        # Where the movement stands still, a little in time.
        step = np.minimum(np.where(length > _BESIDE_DEG, _BESIDE_DEG / np.maximum(length, _BESIDE_DEG), 1e-6), room)
        return positions - step if is_begin else positions + step

    def _holders_at(self, rows: np.ndarray, positions: np.ndarray) -> np.ndarray:
        names = np.full(len(rows), "", object)
        for name in self._names:
            own = self._rows[name]
            movement, entry, exit_ = (getattr(self._stretches, c)[own] for c in ("movement", "entry", "exit"))
            last = np.searchsorted(keys(movement, entry), keys(rows, positions), side="right") - 1
            holds = (last >= 0) & (movement[last] == rows) & (exit_[last] >= positions)
            names[holds] = [f"{others}; {name}" if others else name for others in names[holds]]
        return names


_SECOND = np.timedelta64(1, "s")


@dataclass(frozen=True)
class Passages:
    """Passages through hosts, n of them, sorted by movement and entry; positions are those of ``tracks``.

    movement            (n,) int: row of the movements
    host                (n,) object
    entry, exit         (n,) float
    came_in, went_out   (n,) bool: whether the movement is outside before, and after
    enters_by_change, leaves_by_change, before, after, also_claimed_by   as in ``corridors.Corridors``
    part_passage, part_territory, part_entry, part_exit    (p,) the parts, one a ground row on the way
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
    part_territory: np.ndarray
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
    movements: Movements, territories: ControlSeries, stretches: Crossings, bloc_of: Mapping[str, str]
) -> Passages:
    """The passages through hosts among the stretches inside all holders' grounds of one source."""
    is_own = own_crossings(movements, stretches, bloc_of)
    stretch, entry, exit_, by_change = uncontested(movements, stretches, is_own)
    part, part_passage, part_entry, part_exit = _parts(stretches, stretch, entry, exit_)
    # One without a part: who stands still on a border that he only touched, until it becomes contested ground.
    is_real = np.bincount(part_passage, minlength=len(stretch)) > 0
    part_passage = (np.cumsum(is_real) - 1)[part_passage]
    stretch, entry, exit_, *by_change = (each[is_real] for each in (stretch, entry, exit_, *by_change))
    row = stretches.movement[stretch]
    part_territory = stretches.part_territory[part]
    found = {"movement": row, "host": stretches.holder[stretch], "entry": entry, "exit": exit_}
    begins = np.searchsorted(part_passage, np.arange(len(row)))
    ends = np.searchsorted(part_passage, np.arange(len(row)), side="right") - 1
    neighbours = Neighbours(movements, territories, stretches, bloc_of)
    came_in, before = neighbours.beside(row, found["host"], entry, part_territory[begins], is_begin=True)
    went_out, after = neighbours.beside(row, found["host"], exit_, part_territory[ends], is_begin=False)
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
        part_territory=part_territory,
        part_entry=part_entry,
        part_exit=part_exit,
    )


def own_crossings(movements: Movements, stretches: Crossings, bloc_of: Mapping[str, str]) -> np.ndarray:
    """(n,) which of the stretches are in ground of the mover's bloc."""
    blocs = np.array([bloc_of.get(name, name) for name in movements.mover], object)[stretches.movement]
    return blocs == np.array([bloc_of.get(name, name) for name in stretches.holder], object)


def uncontested(
    movements: Movements, stretches: Crossings, is_own: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
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


def _other_claims(
    movements: Movements,
    stretches: Crossings,
    rows: np.ndarray,
    movement: np.ndarray,
    host: np.ndarray,
    entry: np.ndarray,
    exit: np.ndarray,
) -> np.ndarray:
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


def _is_nothing(movements: Movements, rows: np.ndarray, entries: np.ndarray, exits: np.ndarray) -> np.ndarray:
    """Whether next to nothing of the way, and no time to speak of, lies between positions."""
    lasts = moments_at(movements, rows, exits) - moments_at(movements, rows, entries)
    return (length_deg(movements, rows, entries, exits) <= JOIN_DEG) & ~(lasts >= _SECOND)


def _parts(
    stretches: Crossings, stretch: np.ndarray, entry: np.ndarray, exit_: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Row of the part, number of the piece, entry and exit of the parts of pieces of stretches."""
    first = np.searchsorted(stretches.part_stretch, stretch)
    count = np.searchsorted(stretches.part_stretch, stretch, side="right") - first
    part, piece = ranges(first, count)
    part_entry = np.maximum(stretches.part_entry[part], entry[piece])
    part_exit = np.minimum(stretches.part_exit[part], exit_[piece])
    lasts = part_exit > part_entry
    return part[lasts], piece[lasts], part_entry[lasts], part_exit[lasts]


_SAME = 1e-7  # positions: a centimetre on a way of a hundred kilometres between two fixes
_FIXES_AT_ONCE = 250_000


def ground_changed(
    movements: Movements,
    territories: ControlSeries,
    passages: Passages,
    bloc_of: Mapping[str, str],
    feedback: Feedback = NO_FEEDBACK,
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
    times = np.unique(np.concatenate([territories.start, closed(territories.end)]))
    times = times[any_valid_at(territories.start, territories.end, times)]
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
        share = SubFeedback(feedback, 100 * begin / len(row), 100 * end / len(row))
        report_progress(share, 0)
        is_open = np.isin(row[begin:end], passages.movement[~changed])
        copied = row[begin:end][is_open]
        copies = replace(movements.take(copied), start=time[begin:end][is_open])
        stretches = crossings_inside(copies, territories, share)
        stretch, entry, exit_, _ = uncontested(copies, stretches, own_crossings(copies, stretches, bloc_of))
        anew = stretches.movement[stretch], stretches.holder[stretch], entry, exit_
        changed[_not_in(anew, passages, copied)] = True
    return changed


def _not_in(
    anew: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray], passages: Passages, row: np.ndarray
) -> np.ndarray:
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
