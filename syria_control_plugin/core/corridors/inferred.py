"""Inferred corridors: passages through hosts' territories, deduced from dated territories alone.

They are hypotheses with a drawn line. Between two consecutive maps a bloc gains territory that is isolated from all it
held before, so its force crossed other territory; the line assumes the shortest route. ``inferred_corridors`` describes
the method.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from numpy.typing import ArrayLike

from ..arrays import objects
from ..control.changes import Territory
from ..control.control_changes import ControlChanges, Interval, Snapshots, control_changes
from ..control.holders import Holders, in_order
from ..control.longitudes import frame_of_territories
from ..control.overlaps import SLIVER_KM2
from ..control.series import SERIES_COLUMNS, ControlSeries
from ..dates.periods import OPEN, SECOND, valid_at
from ..errors import CorridorsError
from ..factions.blocs import NO_BLOCS, Blocs
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ..geometry.antimeridian import folded, within_180
from ..geometry.ellipsoid import lengths_km
from ..messages import Message
from .candidate_routes import CandidateRoutes, HostlessRoute, HostSegment, host_segments
from .corridors import INFERRED, TRANSIT, Corridors
from .gains import Gain, are_allied, gains_by_side, side_of


@dataclass(frozen=True)
class Alternative:
    """An alternative route to a gain, other than the one that a corridor lies on.

    hosts      hosts whose territory it crosses, in order; empty if it crosses only territory of the gain's losers or
               of nobody, or none on the map
    crossed    holders whose territory it crosses for longer than the tolerance, in order: hosts and losers of the
               gain, and NOBODY, without NOT_MAPPED
    leaves_map   bool: it also crosses ground that is not mapped, so that it is unknown whose ground it needs
    length_km  ellipsoidal, without the parts inside other gains of the interval, which are free
    path       LineString, lon/lat
    """

    hosts: tuple[str, ...]
    crossed: tuple[str, ...]
    leaves_map: bool
    length_km: float
    path: shapely.LineString

    @property
    def is_deep_attack(self) -> bool:
        """Whether it needs no host and stays on the map: through territory of the gain's losers and of nobody."""
        return not self.hosts and not self.leaves_map


@dataclass(frozen=True)
class DeepAttack:
    """An isolated gain whose shortest route needs no host: through territory of its losers, of nobody, or off the map.

    mover, losers  who gained it, and whose it was: ``holders.Holders``
    start, end     dates of the maps before and after
    way, way_km    as in ``InferredCorridors``
    crossed, leaves_map   as in ``Alternative``, for ``way``
    gained, gained_km2   the territory, lon/lat, and its ellipsoidal area
    hosts          hosts of each longer route within the factor, one entry per route: alternatives, and no corridors. A
                   route that crosses hosts only where the shortest routes to other gains do is not among them
    unknown_since  as in ``InferredCorridors``
    source         source of the maps
    """

    mover: str
    losers: Holders
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
    """A gain of a bloc that held nothing on the map before, so that no route can be drawn. Fields as in DeepAttack."""

    mover: str
    losers: Holders
    start: np.datetime64
    end: np.datetime64
    gained: shapely.MultiPolygon
    gained_km2: float
    unknown_since: np.datetime64
    source: str


@dataclass(frozen=True)
class InferredCorridors:
    """Inferred corridors and the gains behind them; columns as long as ``corridors``.

    corridors      sorted by start, source, mover and position on the route. The path is straight except where it goes
                   around a territory; ``before`` and ``after`` are the holders on the map before
    gained         object: the territory reached through the corridor, multipolygon in lon/lat
    gained_km2     its ellipsoidal area
    losers         object: ``holders.Holders``: whose it was
    host_lost_km2  area of ``gained`` that the host itself held before; if above 0, the two may have fought for it
    way            object: route as a LineString from the bloc's earlier territory to the farthest of ``gained``
    way_km         its ellipsoidal length, without the parts inside other gains of the interval, which are free
    alternatives   object: tuples of Alternative: other routes to the nearest of ``gained``, shortest first
    is_shortest    bool: no alternative is shorter. An alternative that is shorter needs no host
    unknown_since  datetime64[s]: start of the gap in the source's coverage that lasts until ``end``; NaT if its maps
                   have no gap between them
    deep_attacks   gains whose shortest route needs no host
    unreached      gains of blocs that held nothing before
    slivers, sliver_km2   number and area of the changed pieces that are too small to be gains
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


# A map of a day shows the changes up to the end of that day, so the passage may have been on it.
_MAP_LASTS = np.timedelta64(1, "D")


@dataclass(frozen=True)
class Row:
    """A segment in a host's territory, its interval, and the series of its source (``part``)."""

    part: ControlSeries
    interval: Interval
    segment: HostSegment


def columns_of(
    rows: list[Row], deep_attacks: list[DeepAttack], unreached: list[GainWithoutOrigin], slivers: list[float]
) -> InferredCorridors:
    """Return the results of all intervals as columns, in order."""
    rows = sorted(rows, key=lambda row: (row.interval.previous_date, row.interval.source, row.segment.mover))
    segments = [row.segment for row in rows]
    alternatives = [_alternatives(each) for each in segments]
    nearest_km = [each.routes.length_km(each.nearest) for each in segments]
    return InferredCorridors(
        corridors=_as_corridors(rows),
        gained=objects(_gained([gain.area for gain in each.gains]) for each in segments),
        gained_km2=np.array([sum(gain.km2 for gain in each.gains) for each in segments], float),
        losers=objects(in_order(name for gain in each.gains for name in gain.losers) for each in segments),
        host_lost_km2=np.array([sum(gain.lost.get(each.host, 0.0) for gain in each.gains) for each in segments], float),
        way=objects(_lonlat(each.routes, each.farthest.line) for each in segments),
        way_km=np.array([each.routes.length_km(each.farthest) for each in segments], float),
        alternatives=objects(alternatives),
        is_shortest=np.array(
            [all(o.length_km >= km for o in others) for others, km in zip(alternatives, nearest_km)], bool
        ),
        unknown_since=np.array([row.interval.unknown_since for row in rows], SECOND),
        deep_attacks=tuple(deep_attacks),
        unreached=tuple(unreached),
        slivers=len(slivers),
        sliver_km2=sum(slivers),
    )


def _lonlat(routes: CandidateRoutes, line: shapely.Geometry) -> shapely.Geometry:
    """Return a line of the routes' plane in lon/lat; across the antimeridian its longitudes continue beyond 180."""
    return within_180([routes.plane.to_lonlat(line)])[0]


def _gained(areas: list[shapely.Geometry]) -> shapely.MultiPolygon:
    return shapely.multipolygons(shapely.get_parts(folded(objects(areas))))


def _alternatives(segment: HostSegment) -> tuple[Alternative, ...]:
    routes = segment.routes
    alternatives = [
        Alternative(
            hosts=route.hosts,
            crossed=route.crossed_holders,
            leaves_map=route.leaves_map,
            length_km=routes.length_km(route),
            path=_lonlat(routes, route.line),
        )
        for route in segment.alternative_routes
    ]
    return tuple(sorted(alternatives, key=lambda each: each.length_km))


def _as_corridors(rows: list[Row]) -> Corridors:
    paths = objects(_lonlat(row.segment.routes, row.segment.line) for row in rows)
    numbers = np.arange(len(rows))
    sources = objects(row.interval.source for row in rows)
    territories, part_territory = _territories(rows)
    never = np.zeros(len(rows), bool)
    return Corridors(
        basis=objects(INFERRED for _ in rows), movement=objects("" for _ in rows),
        mover=objects(row.segment.mover for row in rows), host=objects(row.segment.host for row in rows),
        kind=objects(TRANSIT for _ in rows),
        start=np.array([row.interval.previous_date for row in rows], SECOND),
        end=np.array([row.interval.date + _MAP_LASTS for row in rows], SECOND),
        is_timed=never, gap_h=np.full(len(rows), np.nan), path=paths, length_km=lengths_km(paths),
        before=objects(row.segment.before for row in rows), after=objects(row.segment.after for row in rows),
        enters_by_change=never.copy(), leaves_by_change=never.copy(),
        also_claimed_by=objects(row.segment.also_claimed_by for row in rows),
        map_date=np.array([row.interval.previous_date for row in rows], SECOND), ground_changed=never.copy(),
        source=sources, map_source=sources.copy(),
        route_assumed=np.ones(len(rows), bool), remarks=objects("" for _ in rows),
        territories=territories, part_corridor=numbers, part_territory=part_territory, part_path=paths.copy(),
    )  # fmt: skip


def _territories(rows: list[Row]) -> tuple[ControlSeries, np.ndarray]:
    """Return the hosts' territories on the maps before, one row each, and the row of each corridor's territory.

    A territory made of several rows has the period in which all of them are valid.
    """
    made: dict[int, dict] = {}
    for row in rows:
        part, host, territory = row.part, row.segment.host, row.segment.territory
        if id(territory) not in made:
            is_own = (part.faction == host) & valid_at(part.start, part.end, row.interval.previous_date)
            ends = part.end[is_own & ~np.isnat(part.end)]
            end = ends.min() if len(ends) else OPEN
            made[id(territory)] = {
                "faction": host,
                "start": part.start[is_own].max(),
                "end": end,
                "geometry": folded(objects([territory.area]))[0],
                "source": row.interval.source,
            }
    order = {key: number for number, key in enumerate(made)}
    columns: dict = {name: [each[name] for each in made.values()] for name in SERIES_COLUMNS}
    hosts = ControlSeries(**columns)
    return hosts, np.array([order[id(row.segment.territory)] for row in rows], int)


# Borders on such maps are off by a kilometre or more, so territories that are closer may touch.
TOLERANCE_KM = 1.0
ALTERNATIVE_FACTOR = 1.5
PLANE_DEG = 0.5


def inferred_corridors(
    series: ControlSeries,
    blocs: Blocs = NO_BLOCS,
    tolerance_km: float = TOLERANCE_KM,
    alternative_factor: float = ALTERNATIVE_FACTOR,
    dates: ArrayLike | None = None,
    feedback: Feedback = NO_FEEDBACK,
) -> InferredCorridors:
    """Infer corridors from gains that touch nothing that their bloc held before.

    blocs         an ally at any time between two maps, from the day of the first to that of the second, is one for the
                  whole interval: the force may have passed on any day, so its territory is an origin and no host's
    tolerance_km  how far borders may be off. Territories within it touch; gains within it of each other are one; a
                  route crosses a territory if it runs at least this far in it; a route around a territory may cut its
                  border by a fifth of it
    alternative_factor   maximum length of other routes, as a multiple of the shortest; 1 or more
    dates         as in ``control_changes``: None compares each map with the next

    Each pair of consecutive dates of one source is one interval. The gains of a bloc are split into pieces. A piece
    that touches none of the bloc's earlier territory is isolated. Its route is the shortest from that territory,
    through the territory of any holder on the map before; other gains of the bloc in the interval are free stepping
    stones. Hosts are the holders that the route crosses, except the bloc and the losers of the piece. A loser held at
    least a tenth of the piece (``gains.LOSER_SHARE``), because inaccurate borders also take strips of neighbours, and
    a host may lose a village along the route (``host_lost_km2``). Each segment in a host's territory is a corridor;
    pieces reached through one segment share it. A route without a host is a deep attack.

    The territory of a route's hosts is then closed and the shortest route around it is sought; this repeats up to
    ``alternative_factor``. If the shortest route is a deep attack, the losers' territory is closed, then nobody's.
    Routes through hosts that stay within the factor are alternatives of the deep attack, and no corridors. Only
    territory within reach of such routes is considered, and not all of it: that no alternative is listed does not
    mean that there is none.

    Lines are straight in lon/lat. The antimeridian cuts nothing: territories are joined there, areas among the results
    are cut there, and lines across it continue beyond 180. Two sources are never spliced. Raises CorridorsError if the
    tolerance is not above 0 or the factor is below 1, and SeriesError as ``control_changes`` does.
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
    series = frame_of_territories(series).of_territories(series)
    changes = control_changes(series, dates, feedback=first)
    results, count = _IntervalResults(), len(changes.intervals)
    for number, (part, interval, before, rows) in enumerate(_changed(series, changes)):
        steps = SubFeedback(second, 100 * number / count, 100 * (number + 1) / count)
        report_progress(steps, 0)
        results.update(part, interval, before, rows, blocs, tolerance_km, alternative_factor, steps)
    return columns_of(results.rows, results.deep_attacks, results.unreached, results.slivers)


def _changed(series: ControlSeries, changes: ControlChanges) -> Iterator[Any]:
    """Yield for each interval the rows of its source, the interval, the snapshot before it, and its changes."""
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

    def update(
        self,
        part: ControlSeries,
        interval: Interval,
        before: dict[str, Territory],
        rows: Iterable[tuple[Holders, Holders, Any]],
        blocs: Blocs,
        tolerance_km: float,
        factor: float,
        feedback: Feedback,
    ) -> None:
        """Add the results of an interval."""
        epochs = blocs.during(interval.previous_date, interval.date)
        gains_of, slivers = gains_by_side(rows, before, epochs, tolerance_km, SLIVER_KM2)
        self.slivers += slivers
        for side, gains in gains_of.items():
            allies = sorted(name for name in before if are_allied(side, side_of(name, epochs)))
            if not allies:
                self.unreached += [_gains_without_origin(gain, interval) for gain in gains]
                continue
            outside = part.outside(interval.source)
            crossings: set[tuple[str, int, int]] = set()  # that are corridors
            attacks: list[tuple[CandidateRoutes, HostlessRoute]] = []
            for numbers in _near_in_latitude(gains):
                routes = CandidateRoutes(gains, before, allies, outside, tolerance_km, factor, numbers)
                segments, hostless = host_segments(routes, feedback)
                self.rows += [Row(part, interval, segment) for segment in segments]
                crossings.update(*(route.crossings for segment in segments for _, route in segment.reached))
                attacks += [(routes, each) for each in hostless]
            self.deep_attacks += [_deep_attack(routes, each, interval, crossings) for routes, each in attacks]


def _near_in_latitude(gains: list[Gain]) -> list[list[int]]:
    """Return the numbers of isolated gains that share a plane: their middle latitudes span at most PLANE_DEG.

    So at the latitude of a gain, its plane is off by at most tan(latitude) × half of PLANE_DEG: 0.3 % at 35°.
    """
    _, south, _, north = np.array([shapely.bounds(gain.area) for gain in gains]).T
    latitude = (south + north) / 2
    together: list[list[int]] = []
    for number in np.argsort(latitude, kind="stable").tolist():
        if not gains[number].is_cut_off:
            continue
        if not together or latitude[number] - latitude[together[-1][0]] > PLANE_DEG:
            together.append([])
        together[-1].append(number)
    return together


def _deep_attack(
    routes: CandidateRoutes, hostless: HostlessRoute, interval: Interval, corridors: set[tuple[str, int, int]]
) -> DeepAttack:
    """Return a deep attack; ``corridors``: the bloc's crossings (``Route.crossings``) that are corridors."""
    gain, route = hostless.gain, hostless.route
    return DeepAttack(
        mover=gain.mover,
        losers=gain.sorted_losers,
        start=interval.previous_date,
        end=interval.date,
        way=_lonlat(routes, route.line),
        way_km=routes.length_km(route),
        crossed=route.crossed_holders,
        leaves_map=route.leaves_map,
        gained=_gained([gain.area]),
        gained_km2=gain.km2,
        hosts=tuple(other.hosts for other in hostless.through_hosts if not other.crossings <= corridors),
        unknown_since=interval.unknown_since,
        source=interval.source,
    )


def _gains_without_origin(gain: Gain, interval: Interval) -> GainWithoutOrigin:
    return GainWithoutOrigin(
        mover=gain.mover,
        losers=gain.sorted_losers,
        start=interval.previous_date,
        end=interval.date,
        gained=_gained([gain.area]),
        gained_km2=gain.km2,
        unknown_since=interval.unknown_since,
        source=interval.source,
    )
