"""Inferred corridors: whose ground a force must have come through, deduced from dated territories alone.

They are hypotheses with a drawn line. Between two consecutive maps a bloc gains ground that is cut off from all that it
held before. Its force came through somebody: over the shortest way, if it took that. See ``inferred_corridors``.

What is found of ways through others' ground where only dated territories are known: see ``inferred_corridors``.

Stretches on hosts' ground, of all intervals and sources, as the columns of inferred corridors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from numpy.typing import ArrayLike

from ..arrays import objects
from ..control.changes import AND, NOBODY, Territory
from ..control.control_changes import ControlChanges, Interval, Snapshots, control_changes
from ..control.overlaps import SLIVER_KM2
from ..control.series import ControlSeries
from ..dates.periods import OPEN, SECOND, valid_at
from ..errors import CorridorsError
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ..geometry.ellipsoid import lengths_km
from ..messages import Message
from .candidate_routes import CandidateRoutes, HostlessRoute, HostSegment, host_segments
from .corridors import INFERRED, TRANSIT, Corridors
from .gains import Gain, gains_by_bloc


@dataclass(frozen=True)
class Alternative:
    """Another way to a gain than the one that a corridor lies on.

    hosts      whose ground it crosses, in order; none: only that of who lost the gain, of nobody, or none on the map
    crossed    whose ground it crosses for longer than the tolerance, in order: hosts and those who lost the gain, ""
               for nobody, which is what lies in gaps within the outline of all that anybody held on the map before
    leaves_map   bool: it leads outside of that outline, or along its very edge, too: over ground of which the map says
               nothing. Without hosts, and where nobody else is crossed, it is no way over the losers' ground
    length_km  ellipsoidal, without what leads over other gains of the interval, which are free
    path       LineString, lon/lat
    """

    hosts: tuple[str, ...]
    crossed: tuple[str, ...]
    leaves_map: bool
    length_km: float
    path: shapely.LineString

    @property
    def is_deep_attack(self) -> bool:
        """Whether it needs no host and stays on the map: over the ground of those who lost the gain, and of nobody."""
        return not self.hosts and not self.leaves_map


@dataclass(frozen=True)
class DeepAttack:
    """A cut-off gain of which the shortest way needs no host: over the ground of its losers, of nobody, or off the map.

    mover, losers  who gained it, and from whom: faction ids joined by "; ", "" for nobody
    start, end     dates of the maps before and after
    way, way_km    as in ``InferredCorridors``
    crossed, leaves_map   as in ``Alternative``, of ``way``
    gained, gained_km2   the ground, lon/lat, and its ellipsoidal area
    hosts          through whom ways at most the factor longer lead, one entry a way: they are corridors as well
    unknown_since  as in ``InferredCorridors``
    source         whose maps
    """

    mover: str
    losers: str
    start: np.datetime64
    end: np.datetime64
    way: shapely.LineString
    way_km: float
    crossed: tuple[str, ...]
    leaves_map: bool
    gained: shapely.MultiPolygon
    gained_km2: float
    hosts: tuple[tuple[str, ...], ...]
    unknown_since: np.datetime64
    source: str


@dataclass(frozen=True)
class GainWithoutOrigin:
    """A gain of a bloc that held nothing on the map before: no way to it can be drawn. Fields as in DeepAttack."""

    mover: str
    losers: str
    start: np.datetime64
    end: np.datetime64
    gained: shapely.MultiPolygon
    gained_km2: float
    unknown_since: np.datetime64
    source: str


@dataclass(frozen=True)
class InferredCorridors:
    """Inferred corridors with what they rest on; columns as long as ``corridors``.

    corridors      the corridors, sorted by start, source, mover and position on the way. The path is straight but
                   where it goes round ground; ``before`` and ``after`` are who held the ground on the map before
    gained         object: the ground that was reached over the corridor, multipolygon in lon/lat
    gained_km2     its ellipsoidal area
    losers         object: who lost it, faction ids joined by "; ", "" for nobody
    host_lost_km2  what of ``gained`` the host itself held before: more than nothing, and it may have been a fight
    way            object: LineString from the bloc's earlier ground to the farthest of ``gained``
    way_km         its ellipsoidal length without what leads over other gains of the interval, which are free
    alternatives   object: tuples of Alternative: other ways to the nearest of ``gained``, shortest first
    is_shortest    bool: no alternative is shorter. Where one is, it needs no host
    unknown_since  datetime64[s]: since when the source said nothing before ``end``; NaT where its maps follow each
                   other
    deep_attacks   gains whose shortest way needs no host
    unreached      gains of blocs that held nothing before
    slivers, sliver_km2   number and area of the changed pieces that were too small to be gains
    """

    corridors: Corridors
    gained: np.ndarray
    gained_km2: np.ndarray
    losers: np.ndarray
    host_lost_km2: np.ndarray
    way: np.ndarray
    way_km: np.ndarray
    alternatives: np.ndarray
    is_shortest: np.ndarray
    unknown_since: np.ndarray
    deep_attacks: tuple[DeepAttack, ...]
    unreached: tuple[GainWithoutOrigin, ...]
    slivers: int
    sliver_km2: float

    def __len__(self) -> int:
        return len(self.corridors)


# A map of a day shows what changed hands by the end of it: the passage may have been on that day.
_MAP_LASTS = np.timedelta64(1, "D")


@dataclass(frozen=True)
class Row:
    """A stretch on a host's ground, when and in whose maps; ``part``: the series of that source."""

    part: ControlSeries
    interval: Interval
    stretch: HostSegment


def columns_of(
    rows: list[Row], deep_attacks: list[DeepAttack], unreached: list[GainWithoutOrigin], slivers: list[float]
) -> InferredCorridors:
    """All that was found, as columns in order."""
    rows = sorted(rows, key=lambda row: (row.interval.previous_date, row.interval.source, row.stretch.mover))
    stretches = [row.stretch for row in rows]
    alternatives = [_alternatives(each) for each in stretches]
    nearest_km = [each.ways.length_km(each.nearest) for each in stretches]
    return InferredCorridors(
        _as_corridors(rows),
        objects(shapely.multipolygons(shapely.get_parts([gain.area for gain in each.gains])) for each in stretches),
        np.array([sum(gain.km2 for gain in each.gains) for each in stretches], float),
        objects(
            AND.join(sorted({name for gain in each.gains for name in gain.losers} - {NOBODY})) for each in stretches
        ),
        np.array([sum(gain.lost.get(each.host, 0.0) for gain in each.gains) for each in stretches], float),
        objects(each.ways.plane.to_lonlat(each.farthest.line) for each in stretches),
        np.array([each.ways.length_km(each.farthest) for each in stretches], float),
        objects(alternatives),
        np.array([all(o.length_km >= km for o in others) for others, km in zip(alternatives, nearest_km)], bool),
        np.array([row.interval.unknown_since for row in rows], SECOND),
        tuple(deep_attacks),
        tuple(unreached),
        len(slivers),
        sum(slivers),
    )


def _alternatives(stretch: HostSegment) -> tuple[Alternative, ...]:
    ways = stretch.ways
    found = [
        Alternative(way.hosts, way.crossed_holders, way.leaves_map, ways.length_km(way), ways.plane.to_lonlat(way.line))
        for way in stretch.alternative_routes
    ]
    return tuple(sorted(found, key=lambda each: each.length_km))


def _as_corridors(rows: list[Row]) -> Corridors:
    paths = objects(row.stretch.ways.plane.to_lonlat(row.stretch.line) for row in rows)
    numbers = np.arange(len(rows))
    sources = objects(row.interval.source for row in rows)
    territories, part_territory = _territories(rows)
    never = np.zeros(len(rows), bool)
    return Corridors(
        basis=objects(INFERRED for _ in rows), movement=objects("" for _ in rows),
        mover=objects(row.stretch.mover for row in rows), host=objects(row.stretch.host for row in rows),
        kind=objects(TRANSIT for _ in rows),
        start=np.array([row.interval.previous_date for row in rows], SECOND),
        end=np.array([row.interval.date + _MAP_LASTS for row in rows], SECOND),
        is_timed=never, gap_h=np.full(len(rows), np.nan), path=paths, length_km=lengths_km(paths),
        before=objects(row.stretch.before for row in rows), after=objects(row.stretch.after for row in rows),
        enters_by_change=never.copy(), leaves_by_change=never.copy(),
        also_claimed_by=objects(row.stretch.also_claimed_by for row in rows),
        map_date=np.array([row.interval.previous_date for row in rows], SECOND), ground_changed=never.copy(),
        source=sources, map_source=sources.copy(),
        territories=territories, part_corridor=numbers, part_territory=part_territory, part_path=paths.copy(),
    )  # fmt: skip


def _territories(rows: list[Row]) -> tuple[ControlSeries, np.ndarray]:
    """The grounds of the hosts on the maps before: one row a ground; and which of them each corridor is in.

    The period of a ground is that in which all territories that make it up are valid.
    """
    made: dict[int, tuple] = {}
    for row in rows:
        part, host, territory = row.part, row.stretch.host, row.stretch.territory
        if id(territory) not in made:
            own = (part.faction == host) & valid_at(part.start, part.end, row.interval.previous_date)
            ends = part.end[own & ~np.isnat(part.end)]
            end = ends.min() if len(ends) else OPEN
            made[id(territory)] = (host, part.start[own].max(), end, territory.area, row.interval.source)
    order = {key: number for number, key in enumerate(made)}
    columns = zip(*made.values()) if made else [()] * 5
    return ControlSeries(*map(list, columns)), np.array([order[id(row.stretch.territory)] for row in rows], int)


# Borders on such maps are off by a kilometre or more: what lies closer may well touch.
TOLERANCE_KM = 1.0
ALTERNATIVE_FACTOR = 1.5


def inferred_corridors(
    series: ControlSeries,
    bloc_of: Mapping[str, str] | None = None,
    tolerance_km: float = TOLERANCE_KM,
    alternative_factor: float = ALTERNATIVE_FACTOR,
    dates: ArrayLike | None = None,
    feedback: Feedback = NO_FEEDBACK,
) -> InferredCorridors:
    """Through whose ground forces came that gained ground beside nothing that their bloc held before.

    bloc_of       faction → bloc; a faction that is not in it is its own bloc
    tolerance_km  how far borders may be off. Ground within it touches; gains within it of each other are one; a way
                  crosses ground when it runs in it for this long; a way round ground may cut its border by a fifth
    alternative_factor   other ways count while they are at most this many times as long as the shortest; 1 or more
    dates         as in ``control_changes``: None for each map against the next

    For each pair of consecutive dates of one source: what a bloc gained falls into pieces. A piece that touches none
    of the bloc's earlier ground is cut off. Its way is the shortest from that ground, over whomever's ground it was
    before; other gains of the bloc in the interval are free stepping stones. Hosts are those over whose ground it
    leads, but for the bloc and for who lost the piece: a tenth of it at least (``cut_off_gains.LOSER_SHARE``), since
    borders that are off take slips of neighbours too, and a host may lose a village on the way (``host_lost_km2``).
    Each stretch over a host's ground is a corridor; pieces reached over one stretch share it. A way without a host is
    a deep attack.

    Of each way the hosts' ground is then closed, and the shortest way past it is sought; and so on up to
    ``alternative_factor``. Where the shortest way is a deep attack, the losers' ground is closed (then nobody's):
    if a way through a host is as short as that, it is a corridor as well, and tells of the deep attack among its
    alternatives. Only ground within reach of such ways is looked at.

    Lines are straight in lon/lat. Two sources are never spliced. Raises CorridorsError for a tolerance that is not more
    than 0 and a factor below 1, SeriesError as ``control_changes`` does.
    """
    if not 0 < tolerance_km < np.inf or not 1 <= alternative_factor < np.inf:
        raise CorridorsError(
            Message(
                "The contiguity tolerance must be above 0 km and the maximum detour factor 1 or more, not {} km "
                "and {}.",
                tolerance_km,
                alternative_factor,
            )
        )
    first, second = SubFeedback(feedback, 0, 50), SubFeedback(feedback, 50, 100)
    changes = control_changes(series, dates, feedback=first)
    found, count = _IntervalResults(), len(changes.intervals)
    for number, (part, interval, before, rows) in enumerate(_changed(series, changes)):
        steps = SubFeedback(second, 100 * number / count, 100 * (number + 1) / count)
        report_progress(steps, 0)
        found.look(part, interval, before, rows, bloc_of or {}, tolerance_km, alternative_factor, steps)
    return columns_of(found.rows, found.deep_attacks, found.unreached, found.slivers)


def _changed(series: ControlSeries, changes: ControlChanges) -> Iterator[Any]:
    """Of each interval: the rows of its source, itself, the snapshot before it, and what changed hands."""
    ends = np.searchsorted(changes.interval, np.arange(len(changes.intervals) + 1))
    part, snapshots = None, None
    for interval, first, end in zip(changes.intervals, ends, ends[1:]):
        if part is None or snapshots is None or part.source[0] != interval.source:
            part = series.take(series.source == interval.source)
            snapshots = Snapshots(part)
        columns = (column[first:end] for column in (changes.from_holder, changes.to_holder, changes.geometry))
        yield part, interval, snapshots.on(interval.previous_date), list(zip(*columns))


@dataclass
class _IntervalResults:
    rows: list[Row] = field(default_factory=list)
    deep_attacks: list[DeepAttack] = field(default_factory=list)
    unreached: list[GainWithoutOrigin] = field(default_factory=list)
    slivers: list[float] = field(default_factory=list)

    def look(
        self,
        part: ControlSeries,
        interval: Interval,
        before: dict[str, Territory],
        rows: Any,
        bloc_of: Mapping[str, str],
        tolerance_km: float,
        factor: float,
        feedback: Feedback,
    ) -> None:
        """Adds what an interval tells."""
        blocs, slivers = gains_by_bloc(rows, before, bloc_of, tolerance_km, SLIVER_KM2)
        self.slivers += slivers
        for bloc, gains in blocs.items():
            allies = sorted(name for name in before if bloc_of.get(name, name) == bloc)
            if not allies:
                self.unreached += [_gains_without_origin(gain, interval) for gain in gains]
                continue
            ways = CandidateRoutes(gains, before, allies, tolerance_km, factor)
            stretches, hostless = host_segments(ways, feedback)
            self.rows += [Row(part, interval, stretch) for stretch in stretches]
            self.deep_attacks += [_deep_attack(ways, each, interval) for each in hostless]


def _deep_attack(ways: CandidateRoutes, found: HostlessRoute, interval: Interval) -> DeepAttack:
    gain = found.gain
    return DeepAttack(
        gain.mover, gain.losers_text, interval.previous_date, interval.date, ways.plane.to_lonlat(found.way.line),
        ways.length_km(found.way), found.way.crossed_holders, found.way.leaves_map, gain.area, gain.km2,
        tuple(way.hosts for way in found.through_hosts), interval.unknown_since, interval.source,
    )  # fmt: skip


def _gains_without_origin(gain: Gain, interval: Interval) -> GainWithoutOrigin:
    return GainWithoutOrigin(
        gain.mover, gain.losers_text, interval.previous_date, interval.date, gain.area, gain.km2,
        interval.unknown_since, interval.source,
    )  # fmt: skip
