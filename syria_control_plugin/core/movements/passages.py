"""Passages: crossings of a host's territory, without parts that the mover's bloc claims, and the holders around them.

Also whether the movement comes from outside.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np
import shapely

from ..arrays import objects, ranges
from ..control.holders import NOBODY, NOT_MAPPED, holders
from ..control.series import ControlSeries
from ..dates.periods import closed
from ..dates.zones import DAY
from ..factions.blocs import Blocs
from .crossings import JOIN_DEG, Crossings, keys, overlaps
from .grid_index import TOUCH_DEG, on_border, sweep
from .movements import MILLISECOND, Clock, Movements, last_positions, length_deg, moments_at, points_at

# Distance before an entry and after an exit at which the holder is determined (degrees, about 2 mm).
_BESIDE_DEG = 2 * JOIN_DEG


class Neighbours:
    """Holders beside the ends of passages."""

    def __init__(self, movements: Movements, territories: ControlSeries, crossings: Crossings, blocs: Blocs) -> None:
        self._movements, self._territories, self._crossings, self._blocs = movements, territories, crossings, blocs
        self._names = sorted(set(crossings.holder))
        self._outside = territories.outside(territories.source[0]) if len(territories) else NOT_MAPPED
        self._rows = {name: np.flatnonzero(crossings.holder == name) for name in self._names}

    def beside(
        self, rows: np.ndarray, hosts: np.ndarray, positions: np.ndarray, territory: np.ndarray, is_begin: bool
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return whether the movement is outside just before (or after) each passage, and the holders there.

        Holders are ``holders.Holders``, None if the movement begins (or ends) inside.
        """
        outside = positions != (0 if is_begin else last_positions(self._movements, rows))
        names = np.full(len(rows), None, object)
        asked = np.flatnonzero(outside)
        beyond = self._beyond(rows[asked], positions[asked], is_begin)
        names[asked] = self._holders_at(rows[asked], beyond)
        # No faction's territory, or a border that the movement runs along.
        unclear = np.array([not each for each in names[asked]], bool)
        asked, beyond = asked[unclear], beyond[unclear]
        points = points_at(self._movements, rows[asked], beyond)
        names[asked] = self._meeting(hosts[asked], self._moments(rows[asked], beyond), points)
        ends = np.flatnonzero(~outside)
        moments = self._moments(rows[ends], positions[ends])
        if not is_begin:  # a change at the moment at which the movement ends does not count
            moments = np.maximum(moments - np.timedelta64(1, "ms"), self._territories.start[territory[ends]])
        points = points_at(self._movements, rows[ends], positions[ends])
        on_it = self._on_border(hosts[ends], rows[ends], moments, points)
        names[ends[on_it]] = self._meeting(hosts[ends[on_it]], moments[on_it], points[on_it])
        outside[ends[on_it]] = True
        return outside, objects(None if each is None else holders(each, self._outside) for each in names)

    def _moments(self, rows: np.ndarray, positions: np.ndarray) -> np.ndarray:
        """Return the moment of each position; for an untimed movement, the moment whose territories count."""
        times = moments_at(self._movements, rows, positions)
        return np.where(np.isnat(times), self._movements.start[rows].astype(MILLISECOND), times)

    def _on_border(self, hosts: np.ndarray, rows: np.ndarray, moments: np.ndarray, points: np.ndarray) -> np.ndarray:
        """Return whether points are on the border of the host's territory or of territory of the mover's bloc."""
        is_on = np.zeros(len(hosts), bool)
        epochs = self._blocs.epoch_at(moments, is_dated(self._movements)[rows])
        blocs = self._blocs.of(self._movements.mover[rows], epochs)
        is_own = {name: blocs == self._blocs.of([name] * len(rows), epochs) for name in self._territories.factions}
        starts, ends = self._territories.start, closed(self._territories.end)
        for row in range(len(self._territories)) if len(hosts) else ():
            holder = self._territories.faction[row]
            asked = is_own[holder] | (hosts == holder)
            asked &= (starts[row] <= moments) & (moments < ends[row]) & ~is_on
            if asked.any():
                is_on[asked] = on_border(self._territories.geometry[row], points[asked])
        return is_on

    def _meeting(self, hosts: np.ndarray, moments: np.ndarray, points: np.ndarray) -> np.ndarray:
        """Return the holders at points, borders included, without the hosts."""
        names = objects(() for _ in hosts)
        points = shapely.points(points)
        starts, ends = self._territories.start, closed(self._territories.end)
        for row in range(len(self._territories)) if len(hosts) else ():
            holder = self._territories.faction[row]
            asked = np.flatnonzero((hosts != holder) & (starts[row] <= moments) & (moments < ends[row]))
            if len(asked) == 0:
                continue
            asked = asked[shapely.dwithin(self._territories.geometry[row], points[asked], TOUCH_DEG)]
            names[asked] = objects((*others, holder) for others in names[asked])
        return names

    def _beyond(self, rows: np.ndarray, positions: np.ndarray, is_begin: bool) -> np.ndarray:
        """Return positions just before (or after) the given ones, on the same segment."""
        fix = np.ceil(positions) - 1 if is_begin else np.floor(positions)
        start, end = (points_at(self._movements, rows, fix + more) for more in (0, 1))
        length = np.hypot(*(end - start).T)
        room = (positions - fix if is_begin else fix + 1 - positions) / 2
        # A movement that stands still is shifted in time only.
        step = np.minimum(np.where(length > _BESIDE_DEG, _BESIDE_DEG / np.maximum(length, _BESIDE_DEG), 1e-6), room)
        return positions - step if is_begin else positions + step

    def _holders_at(self, rows: np.ndarray, positions: np.ndarray) -> np.ndarray:
        names = objects(() for _ in rows)
        for name in self._names:
            rows_of_name = self._rows[name]
            movement, entry, exit_ = (getattr(self._crossings, c)[rows_of_name] for c in ("movement", "entry", "exit"))
            last = np.searchsorted(keys(movement, entry), keys(rows, positions), side="right") - 1
            holds = (last >= 0) & (movement[last] == rows) & (exit_[last] >= positions)
            names[holds] = objects((*others, name) for others in names[holds])
        return names


_SECOND = np.timedelta64(1, "s")


@dataclass(frozen=True)
class Passages:
    """n passages through hosts, sorted by movement and entry; positions are those of ``movements``.

    movement            (n,) int: row of the movements
    host                (n,) object
    entry, exit         (n,) float
    came_in, went_out   (n,) bool: whether the movement is outside before, and after
    enters_by_change, leaves_by_change, before, after, also_claimed_by   as in ``corridors.Corridors``
    part_passage, part_territory, part_entry, part_exit    (p,) the parts, one per territory row along the passage
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
        """Return the passages selected by a mask."""
        parts = mask[self.part_passage]
        names = [field.name for field in fields(self)]
        columns = {n: getattr(self, n)[parts if n.startswith("part_") else mask] for n in names}
        columns["part_passage"] = (np.cumsum(mask) - 1)[columns["part_passage"]]
        return Passages(**columns)


def passages_of(movements: Movements, territories: ControlSeries, crossings: Crossings, blocs: Blocs) -> Passages:
    """Return the passages through hosts, from the crossings of all holders' territories of one source.

    blocs  those of the moment of each passage; a timed movement is cut where a bloc begins or ends, as by a change of
           the territory
    """
    crossings, is_own = _by_bloc(movements, crossings, blocs)
    is_other = ~is_own & (crossings.holder != NOBODY)
    crossing, entry, exit_, by_change = uncontested(movements, crossings, is_own)
    part, part_passage, part_entry, part_exit = _parts(crossings, crossing, entry, exit_)
    # A passage without parts: a mover that only touched a border stands there until the place becomes contested.
    is_real = np.bincount(part_passage, minlength=len(crossing)) > 0
    part_passage = (np.cumsum(is_real) - 1)[part_passage]
    crossing, entry, exit_, *by_change = (each[is_real] for each in (crossing, entry, exit_, *by_change))
    row = crossings.movement[crossing]
    part_territory = crossings.part_territory[part]
    columns = {"movement": row, "host": crossings.holder[crossing], "entry": entry, "exit": exit_}
    begins = np.searchsorted(part_passage, np.arange(len(row)))
    ends = np.searchsorted(part_passage, np.arange(len(row)), side="right") - 1
    neighbours = Neighbours(movements, territories, crossings, blocs)
    came_in, before = neighbours.beside(row, columns["host"], entry, part_territory[begins], is_begin=True)
    went_out, after = neighbours.beside(row, columns["host"], exit_, part_territory[ends], is_begin=False)
    return Passages(
        **columns,
        came_in=came_in,
        went_out=went_out,
        enters_by_change=by_change[0],
        leaves_by_change=by_change[1],
        before=before,
        after=after,
        also_claimed_by=_other_claims(movements, crossings, np.flatnonzero(is_other), **columns),
        part_passage=part_passage,
        part_territory=part_territory,
        part_entry=part_entry,
        part_exit=part_exit,
    )


def is_dated(movements: Movements) -> np.ndarray:
    """Return (n,) bool: whether the time of a movement is a span of dates, which are days of the time zone already."""
    return ~movements.is_timed & (movements.end.astype(DAY) == movements.end)


def _by_bloc(movements: Movements, crossings: Crossings, blocs: Blocs) -> tuple[Crossings, np.ndarray]:
    """Return the crossings, cut where mover and holder become or cease to be allies, and whether they are allies."""
    rows = crossings.movement
    entered, left = (moments_at(movements, rows, getattr(crossings, name)) for name in ("entry", "exit"))
    start = movements.start[rows].astype(MILLISECOND)
    first = blocs.epoch_at(np.where(np.isnat(entered), start, entered), is_dated(movements)[rows])
    last = np.where(np.isnat(left), first, blocs.epoch_at(left, np.zeros(len(rows), bool)))
    movers = movements.mover[rows]
    is_own = blocs.of(movers, first) == blocs.of(crossings.holder, first)
    lasting = np.flatnonzero(last > first)
    if len(lasting) == 0:
        return crossings, is_own
    clock = Clock(movements)
    source: list[int] = np.flatnonzero(last <= first).tolist()
    spans = [(crossings.entry[row], crossings.exit[row], is_own[row]) for row in source]
    for row in lasting:
        allied = blocs.are_allied(movers[row], crossings.holder[row])
        cuts = [each for each in range(first[row] + 1, last[row] + 1) if allied[each] != allied[each - 1]]
        places = clock.positions_at(np.full(len(cuts), rows[row]), blocs.moments[np.array(cuts, int) - 1])
        ends = np.clip([crossings.entry[row], *places, crossings.exit[row]], crossings.entry[row], crossings.exit[row])
        pieces = [each for each in zip(ends, ends[1:], allied[[first[row], *cuts]]) if each[0] < each[1]]
        source += [row] * len(pieces)
        spans += pieces
    return _cut(crossings, np.array(source), *(np.array(column) for column in zip(*spans)))


def _cut(
    crossings: Crossings, source: np.ndarray, entry: np.ndarray, exit_: np.ndarray, is_own: np.ndarray
) -> tuple[Crossings, np.ndarray]:
    """Return pieces of crossings as crossings, in their order, and the last column in the same order."""
    order = np.lexsort((crossings.holder[source].astype(str), entry, crossings.movement[source]))
    source, entry, exit_ = source[order], entry[order], exit_[order]
    part, piece, part_entry, part_exit = _parts(crossings, source, entry, exit_)
    made = replace(
        crossings,
        movement=crossings.movement[source],
        holder=crossings.holder[source],
        entry=entry,
        exit=exit_,
        begins_by_change=np.where(entry > crossings.entry[source], True, crossings.begins_by_change[source]),
        ends_by_change=np.where(exit_ < crossings.exit[source], True, crossings.ends_by_change[source]),
        part_crossing=piece,
        part_territory=crossings.part_territory[part],
        part_entry=part_entry,
        part_exit=part_exit,
    )
    return made, is_own[order]


def uncontested(
    movements: Movements, crossings: Crossings, is_own: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return crossing, entry and exit of the parts that the mover's bloc does not hold too.

    Also returns two (n,) bool: whether each begins, and ends, by a change of territory.
    """
    hosts = np.flatnonzero(~is_own & (crossings.holder != NOBODY))
    host, own_row = overlaps(
        crossings, np.flatnonzero(is_own), crossings.movement[hosts], crossings.entry[hosts], crossings.exit[hosts]
    )
    marks = (
        np.concatenate([host, host]),
        np.concatenate([crossings.entry[own_row], crossings.exit[own_row]]),
        np.repeat([1, -1], len(own_row)),
    )
    piece, entry, exit_, depth = sweep(crossings.entry[hosts], crossings.exit[hosts], *marks)
    piece, entry, exit_ = (each[depth == 0] for each in (hosts[piece], entry, exit_))
    row = crossings.movement[piece]
    # If the bloc's border is the host's as well, rounding may leave a sliver between the two.
    is_cut = (entry != crossings.entry[piece]) | (exit_ != crossings.exit[piece])
    is_cut[is_cut] = _is_nothing(movements, row[is_cut], entry[is_cut], exit_[is_cut])
    piece, entry, exit_, row = (each[~is_cut] for each in (piece, entry, exit_, row))
    follows = piece[1:] == piece[:-1]
    follows[follows] = _is_nothing(movements, row[1:][follows], exit_[:-1][follows], entry[1:][follows])
    piece, entry = (each[np.append(True, ~follows)[: len(each)]] for each in (piece, entry))
    exit_ = exit_[np.append(~follows, True)[: len(exit_)]]
    pairs = list(zip(hosts[host].tolist(), own_row.tolist()))
    left = {(each, crossings.exit[other]): crossings.ends_by_change[other] for each, other in pairs}
    entered = {(each, crossings.entry[other]): crossings.begins_by_change[other] for each, other in pairs}
    by_change = [
        np.array(
            [change.get(key, default) for key, default in zip(zip(piece.tolist(), positions.tolist()), flags)], bool
        )
        for change, positions, flags in (
            (left, entry, crossings.begins_by_change[piece]),
            (entered, exit_, crossings.ends_by_change[piece]),
        )
    ]
    return piece, entry, exit_, by_change


def _other_claims(
    movements: Movements,
    crossings: Crossings,
    rows: np.ndarray,
    movement: np.ndarray,
    host: np.ndarray,
    entry: np.ndarray,
    exit: np.ndarray,
) -> np.ndarray:
    """Return the other holders, without the hosts, whose crossings among ``rows`` overlap passages, as tuples."""
    number, other = overlaps(crossings, rows, movement, entry, exit)
    is_other = crossings.holder[other] != host[number]
    number, other = number[is_other], other[is_other]
    begins, ends = np.maximum(entry[number], crossings.entry[other]), np.minimum(exit[number], crossings.exit[other])
    is_real = ~_is_nothing(movements, movement[number], begins, ends)
    names: list[list[str]] = [[] for _ in movement]
    for passage, holder in zip(number[is_real].tolist(), crossings.holder[other[is_real]]):
        if holder not in names[passage]:
            names[passage].append(holder)
    return objects(tuple(each) for each in names)


def _is_nothing(movements: Movements, rows: np.ndarray, entries: np.ndarray, exits: np.ndarray) -> np.ndarray:
    """Return whether positions are no more than JOIN_DEG apart along the movement, and less than a second in time."""
    lasts = moments_at(movements, rows, exits) - moments_at(movements, rows, entries)
    return (length_deg(movements, rows, entries, exits) <= JOIN_DEG) & ~(lasts >= _SECOND)


def _parts(
    crossings: Crossings, crossing: np.ndarray, entry: np.ndarray, exit_: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return row of the part, number of the piece, entry and exit for the parts of pieces of crossings."""
    first = np.searchsorted(crossings.part_crossing, crossing)
    count = np.searchsorted(crossings.part_crossing, crossing, side="right") - first
    part, piece = ranges(first, count)
    part_entry = np.maximum(crossings.part_entry[part], entry[piece])
    part_exit = np.minimum(crossings.part_exit[part], exit_[piece])
    lasts = part_exit > part_entry
    return part[lasts], piece[lasts], part_entry[lasts], part_exit[lasts]
