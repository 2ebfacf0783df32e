"""Observed corridors: cut from movements that somebody reported, with the ground of the hosts at that moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .corridors import ENTRY, EXIT, INSIDE, OBSERVED, TRANSIT, Corridors
from .distances import lengths_km
from .errors import CorridorsError
from .grounds import grounds_of
from .longitudes import frame_of, within_180
from .movements import MILLISECOND, Movements
from .passages import Passages, passages_of
from .periods import SECOND, closed
from .series import ControlSeries, concatenate
from .stretches import stretches_inside
from .telling import Tell, part_of, silent
from .tracks import lines_between, moments_at


@dataclass(frozen=True)
class ObservedCorridors:
    """Corridors cut from movements, and what was not kept.

    corridors  sorted by start, movement and position on it. ``path`` has longitudes in -180..180 where it fits;
               ``grounds`` and ``part_path`` share one frame of longitudes (see ``longitudes``)
    short, short_km  number and length of corridors below the least length, which are not among them
    unmapped   (movements,) bool: of which movements the time lies, wholly or in part, where no source of the series
               knows anything, so that nothing can be said
    """

    corridors: Corridors
    short: int
    short_km: float
    unmapped: np.ndarray


def observed_corridors(
    movements: Movements,
    series: ControlSeries,
    bloc_of: Mapping[str, str],
    min_length_km: float = 0.0,
    tell: Tell = silent,
) -> ObservedCorridors:
    """Every maximal stretch of a movement inside one host's ground, as it was held at that moment, is a corridor.

    bloc_of        faction → bloc; a faction that is not in it is its own bloc. Ground of the mover, of its bloc and
                   of nobody is no host's; nor is ground that the mover's bloc claims at the same time (contested)
    min_length_km  shorter corridors are counted, not kept

    What inside means, and what touching a border: see ``stretches.stretches_inside``. A movement that begins exactly
    on the border (of the host, or of contested ground) and goes in came in there: ``before`` names those whose
    ground else meets there, "" where nobody's does; likewise one that ends on it went out. Where the source's
    knowledge begins or ends while the mover stands inside, the corridor does too, as by a change.

    Series of several sources: each source by itself, never spliced; a passage is a corridor for each.

    Raises CorridorsError for a least length that is no length.
    """
    if not min_length_km >= 0:
        raise CorridorsError(f"The least length of a corridor is {min_length_km!r} km: give 0 or more.")
    sources = sorted(set(series.source))
    grounds = []
    for number, source in enumerate(sources):
        share = part_of(tell, 0.1 * number / len(sources), 0.1 * (number + 1) / len(sources))
        grounds.append(grounds_of(series.take(series.source == source), tell=share))
    frame = frame_of(movements, concatenate(grounds))
    framed, grounds = frame.of_movements(movements), [frame.of_grounds(own) for own in grounds]
    found = []
    for number, own in enumerate(grounds):
        share = part_of(tell, 0.1 + 0.9 * number / len(sources), 0.1 + 0.9 * (number + 1) / len(sources))
        stretches = stretches_inside(framed, own, share)
        found.append(passages_of(framed, own, stretches, bloc_of))
    lengths = [lengths_km(lines_between(framed, each.movement, each.entry, each.exit)) for each in found]
    long = [length >= min_length_km for length in lengths]
    lengths, is_long = np.concatenate([np.empty(0), *lengths]), np.concatenate([np.empty(0, bool), *long])
    return ObservedCorridors(
        corridors=_corridors(framed, grounds, [each.take(rows) for each, rows in zip(found, long)], lengths[is_long]),
        short=int((~is_long).sum()),
        short_km=float(lengths[~is_long].sum()),
        unmapped=_unmapped(movements, series),
    )


def _corridors(movements: Movements, grounds: list, found: list[Passages], length_km: np.ndarray) -> Corridors:
    def column(name, kind=object):
        return np.concatenate([np.empty(0, kind), *(getattr(each, name) for each in found)])

    row, entry, exit_ = column("movement", int), column("entry", float), column("exit", float)
    is_timed = movements.is_timed[row]
    came_in, went_out = column("came_in", bool), column("went_out", bool)
    sources = [np.repeat(own.source[:1], len(each)) for own, each in zip(grounds, found)]
    columns = {
        "basis": np.full(len(row), OBSERVED, object),
        "movement": movements.id[row],
        "mover": movements.mover[row],
        "host": column("host"),
        "kind": np.where(came_in, np.where(went_out, TRANSIT, ENTRY), np.where(went_out, EXIT, INSIDE)).astype(object),
        "start": np.where(is_timed, moments_at(movements, row, entry).astype(SECOND), movements.start[row]),
        "end": np.where(is_timed, moments_at(movements, row, exit_).astype(SECOND), movements.end[row]),
        "is_timed": is_timed,
        "path": within_180(lines_between(movements, row, entry, exit_)),
        "length_km": length_km,
        "before": column("before"),
        "after": column("after"),
        "enters_by_change": column("enters_by_change", bool),
        "leaves_by_change": column("leaves_by_change", bool),
        "source": movements.source[row],
        "map_source": np.concatenate([np.empty(0, object), *sources]),
    }
    host, source, movement = (columns[name].astype(str) for name in ("host", "map_source", "movement"))
    order = np.lexsort((host, source, entry, row, movement, columns["start"]))
    return Corridors(
        **{name: values[order] for name, values in columns.items()},
        grounds=concatenate(grounds),
        **_parts(movements, grounds, found, order),
    )


def _parts(movements: Movements, grounds: list, found: list[Passages], order: np.ndarray) -> dict:
    """The columns of the parts of corridors of all sources, in the order in which the corridors are put."""
    place = np.argsort(order)
    rows = [(np.empty(0, int), np.empty(0, int), np.empty(0, object))]
    passages = ground_rows = 0
    for own, each in zip(grounds, found):
        path = lines_between(movements, each.movement[each.part_passage], each.part_entry, each.part_exit)
        rows.append((place[each.part_passage + passages], each.part_ground + ground_rows, path))
        passages, ground_rows = passages + len(each), ground_rows + len(own)
    corridor, ground, path = (np.concatenate(column) for column in zip(*rows))
    order = np.argsort(corridor, kind="stable")
    return {"part_corridor": corridor[order], "part_ground": ground[order], "part_path": path[order]}


def _unmapped(movements: Movements, series: ControlSeries) -> np.ndarray:
    """Which movements last, in part at least, over moments at which no source has any ground."""
    timed = movements.is_timed
    start = movements.start.astype(MILLISECOND)
    end = start.copy()
    ends = movements.first[1:] - 1
    start[timed], end[timed] = movements.time[movements.first[:-1]][timed], movements.time[ends][timed]
    begin, until = _known(series)
    if len(begin) == 0:
        return np.ones(len(movements), bool)
    span = np.searchsorted(begin, start, side="right") - 1
    until = until[np.maximum(span, 0)]
    # A period does not contain its end, but a movement that only ends there was in it all its way.
    return (span < 0) | (start >= until) | (end > until)


def _known(series: ControlSeries) -> tuple[np.ndarray, np.ndarray]:
    """Begins and ends of the times in which some source knows something, sorted, with gaps between them."""
    order = np.argsort(series.start, kind="stable")
    start = series.start[order].astype(MILLISECOND)
    end = np.maximum.accumulate(closed(series.end)[order].astype(MILLISECOND)) if len(order) else start
    is_first = np.append(True, start[1:] > end[:-1])[: len(order)]
    is_last = np.append(is_first[1:], True)[: len(order)]
    return start[is_first], end[is_last]
