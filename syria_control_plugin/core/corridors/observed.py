"""Observed and interpolated corridors: cut from movements with the hosts' territories at that moment.

Also the times that a control series covers, and the parts of movements' times within them. A source covers a moment if
any of its territories is valid then, regardless of place and holder.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..control.holdings import dissolved_by_holder
from ..control.series import ControlSeries, concatenate
from ..dates.periods import SECOND, closed
from ..errors import CorridorsError
from ..factions.blocs import NO_BLOCS, Blocs
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback
from ..geometry.antimeridian import within_180
from ..geometry.ellipsoid import lengths_km
from ..messages import Message
from ..movements.frames import frame_of
from ..movements.lasting import lasting_passages
from ..movements.movements import ANY_HOST, MILLISECOND, Movements, lines_between, longest_gaps_h, moments_at
from ..movements.passages import Passages
from ..movements.reported import has_reported_inside, rests_on_estimates
from .corridors import ENTRY, EXIT, INSIDE, INTERPOLATED, OBSERVED, TRANSIT, Corridors

_INSTANT = np.timedelta64(1, "ms")


def moments_tested(movements: Movements, series: ControlSeries) -> np.ndarray:
    """Return (n,) datetime64[ms]: the moment whose territories count for an untimed movement; the start of a timed one.

    It is the movement's start or, if the series does not cover that, the first moment of its time that the series
    covers; without such a moment it is the start as well.
    """
    start, end = _times_of(movements)
    begin, until = _known(series)
    following = np.searchsorted(until, start, side="right")  # the first span that has not ended
    begin = np.append(begin, np.datetime64("9999-12-31", "ms"))[following]
    is_later = ~movements.is_timed & (start < begin) & (begin < end)
    return np.where(is_later, begin, start)


def known_of(movements: Movements, series: ControlSeries) -> tuple[np.ndarray, np.ndarray]:
    """Return two (n,) bool: whether any part of a movement's time is covered, and whether all of it is."""
    start, end = _times_of(movements)
    begin, until = _known(series)
    following = np.searchsorted(until, start, side="right")
    begin, until = (np.append(each, np.datetime64("9999-12-31", "ms"))[following] for each in (begin, until))
    is_known = begin < np.maximum(end, start + _INSTANT)
    # A period does not contain its end, but a movement that ends there was in it all the time.
    return is_known, is_known & (begin <= start) & (end <= until)


def map_dates(series: ControlSeries, moments: np.ndarray) -> np.ndarray:
    """Return (n,) datetime64[s]: the last date at or before each moment at which any territory begins or ends.

    No moment may be before all territories. A map that shows the same as the previous one has no such date.
    """
    dates = np.unique(np.concatenate([series.start, closed(series.end)]))
    return dates[np.searchsorted(dates, moments, side="right") - 1] if len(moments) else dates[:0]


def _times_of(movements: Movements) -> tuple[np.ndarray, np.ndarray]:
    timed = movements.is_timed
    start, end = movements.start.astype(MILLISECOND), movements.end.astype(MILLISECOND)
    start[timed], end[timed] = (
        movements.time[movements.first[:-1]][timed],
        movements.time[movements.first[1:] - 1][timed],
    )
    return start, end


def _known(series: ControlSeries) -> tuple[np.ndarray, np.ndarray]:
    """Return starts and ends of the times that any source covers, sorted, with gaps between them."""
    order = np.argsort(series.start, kind="stable")
    start = series.start[order].astype(MILLISECOND)
    end = np.maximum.accumulate(closed(series.end)[order].astype(MILLISECOND)) if len(order) else start
    is_first = np.append(True, start[1:] > end[:-1])[: len(order)]
    is_last = np.append(is_first[1:], True)[: len(order)]
    return start[is_first], end[is_last]


@dataclass(frozen=True)
class ObservedCorridors:
    """Corridors cut from movements, and the number of those that were dropped.

    corridors  sorted by start, movement and position on it. ``path`` has longitudes in -180..180 if it fits there;
               ``territories`` and ``part_path`` share one frame of longitudes (see ``frames.Frame``)
    short, short_km  number and total length of corridors below the minimum length; they are not in ``corridors``
    unmapped, partly_mapped   (movements,) bool: no source of the series covers any part of the movement's time, so
               that it cannot be assessed; or the sources cover only a part of it
    unknown_to source → (movements,) bool: this source covers no part of the movement's time
    """

    corridors: Corridors
    short: int
    short_km: float
    unmapped: np.ndarray
    partly_mapped: np.ndarray
    unknown_to: dict[str, np.ndarray]


def observed_corridors(
    movements: Movements,
    series: ControlSeries,
    blocs: Blocs = NO_BLOCS,
    min_length_km: float = 0.0,
    feedback: Feedback = NO_FEEDBACK,
) -> ObservedCorridors:
    """Cut corridors from movements: each maximal part inside one host's territory, as held at that moment, is one.

    blocs          those of the moment of the passage count. Territory of the mover, of its bloc or of nobody has no
                   host, nor has territory that the mover's bloc claims at the same time (contested)
    min_length_km  shorter corridors are counted, not kept

    An untimed movement is tested as a whole on the map valid at its start or, if the source does not cover that, on
    the first map within its time, and on each later map and each change of blocs within its time: territory that
    becomes a host's meanwhile counts from then on (``start``, ``map_date``), and territory that ceases to be one's up
    to then (``end``). ``ground_changed`` shows whether the maps within its time differ.
    ``crossings.crossings_inside`` defines inside and touching a border. A movement that begins exactly on the border
    (of the host, or of contested territory) and continues inside enters there: ``before`` names the other holders that
    meet at that point, NOT_MAPPED (or NOBODY) if none does. Likewise, one that ends on the border leaves there. If the
    coverage of the source begins or ends while the mover is inside, so does the corridor, as by a change.

    A corridor is OBSERVED if a reported position (``Movements.is_reported``) lies in the interior of the host's
    territory during it, or the movement's source itself reports the passage through that host
    (``Movements.passage_reported``); otherwise it is INTERPOLATED.

    Sources of a series are tested separately and never spliced; a passage is one corridor for each source.

    Raises CorridorsError if the minimum length is negative or not a number.
    """
    if not min_length_km >= 0:
        raise CorridorsError(Message("The minimum length of a corridor is {!r} km. Set 0 or more.", min_length_km))
    maps = {source: series.take(series.source == source) for source in sorted(set(series.source))}
    territories = [
        dissolved_by_holder(held, feedback=share)
        for held, share in zip(maps.values(), _shares(feedback, 0, 0.1, len(maps)))
    ]
    frame = frame_of(movements, concatenate(territories))
    framed, territories = frame.of_movements(movements), [frame.of_territories(held) for held in territories]
    results = [
        _source_passages(framed, held, of_source, blocs, min_length_km, share)
        for held, of_source, share in zip(territories, maps.values(), _shares(feedback, 0.1, 1, len(maps)))
    ]
    is_known, is_all_known = known_of(movements, series)
    return ObservedCorridors(
        corridors=_corridors(framed, territories, results),
        short=sum(len(each.short_km) for each in results),
        short_km=float(sum(each.short_km.sum() for each in results)),
        unmapped=~is_known,
        partly_mapped=is_known & ~is_all_known,
        unknown_to={source: ~known_of(movements, of_source)[0] for source, of_source in maps.items()},
    )


def _shares(feedback: Feedback, first: float, last: float, count: int) -> list[Feedback]:
    """Return the feedback of ``count`` equal parts of the work, between two fractions of it."""
    edges = np.linspace(first, last, count + 1)
    return [SubFeedback(feedback, 100 * start, 100 * end) for start, end in zip(edges, edges[1:])]


@dataclass(frozen=True)
class _SourcePassages:
    """The passages through territories of one source that are long enough, with data from its maps."""

    passages: Passages
    length_km: np.ndarray
    map_date: np.ndarray
    start: np.ndarray
    end: np.ndarray
    ground_changed: np.ndarray
    short_km: np.ndarray
    is_observed: np.ndarray
    route_assumed: np.ndarray


def _source_passages(
    movements: Movements,
    territories: ControlSeries,
    maps: ControlSeries,
    blocs: Blocs,
    least_km: float,
    feedback: Feedback,
) -> _SourcePassages:
    tested = replace(movements, start=moments_tested(movements, maps).astype(SECOND))
    lasting = lasting_passages(tested, territories, blocs, feedback)
    passages, since, until, changed = lasting.passages, lasting.since, lasting.until, lasting.changed
    length_km = lengths_km(lines_between(movements, passages.movement, passages.entry, passages.exit))
    is_long = length_km >= least_km
    passages, short_km, length_km = passages.take(is_long), length_km[~is_long], length_km[is_long]
    since, until, changed = since[is_long], until[is_long], changed[is_long]
    territory = passages.part_territory[np.searchsorted(passages.part_passage, np.arange(len(passages)))]
    entered = moments_at(movements, passages.movement, passages.entry)
    entered = np.where(np.isnat(entered), since, np.maximum(entered, territories.start[territory]))
    is_inside = has_reported_inside(tested, territories, passages)
    is_later = since > tested.start[passages.movement]
    return _SourcePassages(
        passages=passages,
        length_km=length_km,
        map_date=map_dates(maps, entered),
        start=np.where(is_later, since, movements.start[passages.movement]),
        end=np.where(np.isnat(until), movements.end[passages.movement], until),
        ground_changed=changed,
        short_km=short_km,
        is_observed=is_inside | _passage_reported(movements, passages),
        route_assumed=~is_inside | rests_on_estimates(movements, passages),
    )


def _passage_reported(movements: Movements, passages: Passages) -> np.ndarray:
    """Return (n,) bool: whether the movement's source itself reports the passage through the host."""
    reported = movements.passage_reported[passages.movement]
    return np.array([ANY_HOST in names or host in names for names, host in zip(reported, passages.host)], bool)


def _corridors(movements: Movements, territories: list, results: list[_SourcePassages]) -> Corridors:
    passages = [each.passages for each in results]

    def column(name: str, kind: type | str = object) -> np.ndarray:
        return np.concatenate([np.empty(0, kind), *(getattr(each, name) for each in passages)])

    def measured(name: str, kind: type | str) -> np.ndarray:
        return np.concatenate([np.empty(0, kind), *(getattr(each, name) for each in results)])

    row, entry, exit_ = column("movement", int), column("entry", float), column("exit", float)
    is_timed = movements.is_timed[row]
    came_in, went_out = column("came_in", bool), column("went_out", bool)
    sources = [np.repeat(held.source[:1], len(each)) for held, each in zip(territories, passages)]
    columns = {
        "basis": np.where(measured("is_observed", bool), OBSERVED, INTERPOLATED).astype(object),
        "movement": movements.id[row],
        "mover": movements.mover[row],
        "host": column("host"),
        "kind": np.where(came_in, np.where(went_out, TRANSIT, ENTRY), np.where(went_out, EXIT, INSIDE)).astype(object),
        "start": np.where(is_timed, moments_at(movements, row, entry).astype(SECOND), measured("start", SECOND)),
        "end": np.where(is_timed, moments_at(movements, row, exit_).astype(SECOND), measured("end", SECOND)),
        "is_timed": is_timed,
        "path": within_180(lines_between(movements, row, entry, exit_)),
        "length_km": measured("length_km", float),
        "gap_h": longest_gaps_h(movements, row, entry, exit_),
        "before": column("before"),
        "after": column("after"),
        "enters_by_change": column("enters_by_change", bool),
        "leaves_by_change": column("leaves_by_change", bool),
        "also_claimed_by": column("also_claimed_by"),
        "map_date": measured("map_date", SECOND),
        "ground_changed": measured("ground_changed", bool),
        "route_assumed": measured("route_assumed", bool),
        "remarks": movements.remarks[row],
        "source": movements.source[row],
        "map_source": np.concatenate([np.empty(0, object), *sources]),
    }
    host, source, movement = (columns[name].astype(str) for name in ("host", "map_source", "movement"))
    order = np.lexsort((host, source, entry, row, movement, columns["start"]))
    return Corridors(
        **{name: values[order] for name, values in columns.items()},
        territories=concatenate(territories),
        **_parts(movements, territories, passages, order),
    )


def _parts(movements: Movements, territories: list, by_source: list[Passages], order: np.ndarray) -> dict:
    """Return the columns of the parts of all sources' corridors; ``order`` is the order of the corridors."""
    place = np.argsort(order)
    rows = [(np.empty(0, int), np.empty(0, int), np.empty(0, object))]
    passages = territory_rows = 0
    for held, each in zip(territories, by_source):
        path = lines_between(movements, each.movement[each.part_passage], each.part_entry, each.part_exit)
        rows.append((place[each.part_passage + passages], each.part_territory + territory_rows, path))
        passages, territory_rows = passages + len(each), territory_rows + len(held)
    corridor, territory, path = (np.concatenate(column) for column in zip(*rows))
    order = np.argsort(corridor, kind="stable")
    return {"part_corridor": corridor[order], "part_territory": territory[order], "part_path": path[order]}
