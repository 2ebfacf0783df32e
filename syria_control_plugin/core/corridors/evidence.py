"""Evidence for and against clashes in corridors, from event data.

Pairs of corridors and events that are near in time, their distances for large numbers of both, and the verdicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from numbers import Integral, Real

import numpy as np
import shapely

from ..arrays import ranges, split_where_changes
from ..dates.periods import SECOND
from ..dates.zones import DAY, UTC, days_as_dated, local_days, time_zone
from ..errors import CorridorsError
from ..feedback import NO_FEEDBACK, Feedback, report_progress
from ..geometry.antimeridian import TURN_DEG, turns_towards
from ..geometry.ellipsoid import LocalPlane, lengths_km
from ..messages import Message
from .corridors import Corridors
from .events import FIGHT, STRIKE, TRANSFER, ClashEvents

# Pairs handled together: these limits bound the memory of a block and the time between progress reports.
_PATHS_AT_ONCE = 64
_EVENTS_AT_ONCE = 2_000
_PAIRS_AT_ONCE = 20_000
_BAND_DEG = 1.0  # of latitude; the pairs of a band are measured in one ``LocalPlane``
# Spacing of the samples of a path, and their greatest number, which takes precedence.
_STEP_KM = 2.0
_MOST_SAMPLES = 32
_GREATEST_DEGREE_KM = 111.7  # upper bound for a degree of latitude, and of longitude divided by cos(latitude)
_EQUATOR_KM, _FLATTENING = 6378.137, 1 / 298.257223563
_ECCENTRICITY = _FLATTENING * (2 - _FLATTENING)  # squared
_LEAST_RADIUS_KM = _EQUATOR_KM * (1 - _ECCENTRICITY)  # smallest radius of curvature of the ellipsoid
_ROUNDING_KM = 1e-3


@dataclass(frozen=True)
class Days:
    """First and last calendar day, (n,) datetime64[D], of passages or of events."""

    first: np.ndarray
    last: np.ndarray

    @classmethod
    def of(cls, start: np.ndarray, end: np.ndarray, has_end: np.ndarray, zone: str = UTC) -> Days:
        """Return the local days of periods, (n,) each; an end is inclusive if ``has_end``, else exclusive.

        zone  time zone of the days (``core.dates.zones``). Moments at 00:00 UTC of periods without ``has_end`` are
              dates as their source gives them, which are local days; all others are moments

        A period whose end is its start has the day of its start.
        """
        last = np.maximum(np.where(has_end, end, end - np.timedelta64(1, "s")), start)
        is_date = ~has_end & (end.astype(DAY).astype(SECOND) == end) & (end > start)
        return cls(
            np.where(has_end, local_days(start, zone), days_as_dated(start, zone)),
            np.where(is_date, last.astype(DAY), local_days(last, zone)),
        )

    @property
    def count(self) -> np.ndarray:
        """Number of days, (n,) int."""
        return (self.last - self.first).astype(int) + 1


@dataclass(frozen=True)
class Block:
    """All pairs of p paths and e events, with their days and bounds of their distances.

    path, event   (p,) and (e,) rows
    days          (p, e) days from passage to event: 0 if they share a day, negative before, positive after
    chord_km      (p, e) straight-line distance, through the Earth, from the event to the nearest sample of the path
    radius_km     (p,) upper bound of the distance from a point of the path to its nearest sample
    """

    path: np.ndarray
    event: np.ndarray
    days: np.ndarray
    chord_km: np.ndarray
    radius_km: np.ndarray

    def may_be_within(self, limit_km: float | np.ndarray) -> np.ndarray:
        """Return (p, e) bool, False if the distance surely exceeds a limit; one limit for all, or (e,) limits."""
        return self.chord_km - self.radius_km[:, None] <= limit_km + _ROUNDING_KM

    def is_within(self, limit_km: float) -> np.ndarray:
        """Return (p, e) bool, True if the distance surely does not exceed a limit."""
        # Among lines of equal length, one curved less than a circle has the longer chord (Schur's theorem).
        angle = min(limit_km / 2 / _LEAST_RADIUS_KM, np.pi / 2)
        return self.chord_km <= 2 * _LEAST_RADIUS_KM * np.sin(angle) - _ROUNDING_KM


def blocks_of_pairs(
    paths: np.ndarray, passages: Days, lonlat: np.ndarray, happened: Days, days: int, feedback: Feedback = NO_FEEDBACK
) -> Iterator[Block]:
    """Yield blocks that hold every pair of a path and an event at most ``days`` days apart, and some other pairs.

    paths     LineStrings in lon/lat; longitudes may continue beyond 180
    passages  days of the paths
    lonlat    (m, 2) of the events, degrees
    happened  days of the events

    A block has paths of similar times, so that events of other times can be skipped.
    """
    places, margin = _geocentric_km(lonlat), np.timedelta64(days, "D")
    order = np.argsort(passages.first, kind="stable")
    for first in range(0, len(order), _PATHS_AT_ONCE):
        report_progress(feedback, 100 * first / len(order))
        path = np.sort(order[first : first + _PATHS_AT_ONCE])
        begin, end = passages.first[path].min() - margin, passages.last[path].max() + margin
        near = np.flatnonzero((happened.first <= end) & (happened.last >= begin))
        if len(near) == 0:
            continue
        samples, starts, radius_km = _samples(paths[path])
        for some in range(0, len(near), _EVENTS_AT_ONCE):
            event = near[some : some + _EVENTS_AT_ONCE]
            chord_km = _least_chords_km(samples, starts, places[event])
            yield Block(
                path=path,
                event=event,
                days=_days_between(passages, happened, path, event),
                chord_km=chord_km,
                radius_km=radius_km,
            )


def distances_of_pairs_km(paths: np.ndarray, lonlat: np.ndarray, path: np.ndarray, point: np.ndarray) -> np.ndarray:
    """Return the ellipsoidal distance, (k,) km, from a point to the nearest point of a path, for k pairs of rows.

    paths        LineStrings in lon/lat; longitudes may continue beyond 180
    lonlat       (m, 2) points, degrees
    path, point  (k,) rows of the pairs

    The nearest point is sought in a local plane whose centre is within half a degree of the point's latitude. A point
    beyond the antimeridian is moved by whole turns to the side of the path.
    """
    km = np.empty(len(path))
    band = np.floor(lonlat[point, 1] / _BAND_DEG)
    order = np.argsort(band, kind="stable")
    for rows in split_where_changes(order, band[order]) if len(order) else []:
        plane = LocalPlane.around(shapely.Point(0, (band[rows[0]] + 0.5) * _BAND_DEG))
        for first in range(0, len(rows), _PAIRS_AT_ONCE):
            some = rows[first : first + _PAIRS_AT_ONCE]
            km[some] = _distances_km(plane, paths, path[some], lonlat[point[some]])
    return km


def _distances_km(plane: LocalPlane, paths: np.ndarray, path: np.ndarray, places: np.ndarray) -> np.ndarray:
    used, path = np.unique(path, return_inverse=True)
    west, _, east, _ = shapely.bounds(paths[used]).T
    middle = ((west + east) / 2)[path]
    places = places + np.column_stack([TURN_DEG * turns_towards(places[:, 0], middle), np.zeros(len(places))])
    lines = plane.from_lonlat(paths[used])
    shortest = shapely.shortest_line(plane.from_lonlat(shapely.points(places)), lines[path])
    return lengths_km(plane.to_lonlat(shortest))


def _days_between(passages: Days, happened: Days, path: np.ndarray, event: np.ndarray) -> np.ndarray:
    after = happened.first[event] - passages.last[path][:, None]
    before = passages.first[path][:, None] - happened.last[event]
    return np.maximum(after.astype(int), 0) - np.maximum(before.astype(int), 0)


def _least_chords_km(samples: np.ndarray, starts: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Return (p, e) km from each place to the nearest sample of each path; those of path i start at ``starts[i]``."""
    squares = (samples**2).sum(axis=1)[:, None] + (places**2).sum(axis=1) - 2 * samples @ places.T
    return np.sqrt(np.maximum(np.minimum.reduceat(squares, starts, axis=0), 0))


def _samples(paths: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return evenly spaced points on paths: (k, 3) geocentric km, first row of each path, half the spacing in km.

    The lengths behind the spacing are nowhere less than the true ones.
    """
    lonlat, row = shapely.get_coordinates(paths, return_index=True)
    (east, north), latitude = np.abs(np.diff(lonlat, axis=0)).T, np.abs(lonlat[:, 1])
    lowest = np.where(lonlat[1:, 1] * lonlat[:-1, 1] <= 0, 0, np.minimum(latitude[1:], latitude[:-1]))
    steps_km = _GREATEST_DEGREE_KM * np.hypot(east * np.cos(np.radians(lowest)), north)
    steps_km[row[1:] != row[:-1]] = 1  # a gap between paths, so that every position belongs to one path
    along_km = np.append(0, np.cumsum(steps_km))
    begin = np.searchsorted(row, np.arange(len(paths)))
    end = np.append(begin[1:], len(row)) - 1
    length_km = along_km[end] - along_km[begin]
    count = np.clip(np.ceil(length_km / _STEP_KM), 1, _MOST_SAMPLES).astype(int)
    starts = np.cumsum(count) - count
    number, path = ranges(0, count)
    spacing_km = length_km / count
    place_km = along_km[begin][path] + (number + 0.5) * spacing_km[path]
    points = np.column_stack([np.interp(place_km, along_km, values) for values in lonlat.T])
    return _geocentric_km(points), starts, spacing_km / 2


def _geocentric_km(lonlat: np.ndarray) -> np.ndarray:
    """Return geocentric coordinates, (n, 3) km, of places on the ellipsoid, (n, 2) degrees."""
    lon, lat = np.radians(lonlat).T
    curve_km = _EQUATOR_KM / np.sqrt(1 - _ECCENTRICITY * np.sin(lat) ** 2)
    flat = curve_km * np.cos(lat)
    return np.column_stack([flat * np.cos(lon), flat * np.sin(lon), curve_km * (1 - _ECCENTRICITY) * np.sin(lat)])


# Verdicts, strongest first.
REPORTED, POSSIBLE = "clash reported", "clash possible"
NONE_REPORTED, NOT_COVERED = "no clash reported", "not covered"
_VERDICTS = np.array([NOT_COVERED, NONE_REPORTED, POSSIBLE, REPORTED], object)
# Roles of matched events. STRIKE and TRANSFER are roles too, of the kinds of the same name.
CLASH, IMPRECISE = "clash", "imprecise clash"
UNIDENTIFIED, VAGUE = "unidentified party", "too vague"


@dataclass(frozen=True)
class EvidenceOptions:
    """Limits of distance and time for events; all limits are inclusive.

    distance_km, days           from the path and from the passage, for an event that can show a clash
    coverage_km, coverage_days  the same for any event that shows that its source covers the passage; at least as wide
    counts_strikes              whether remote violence (air, artillery, mines) decides as fights do
    time_zone                   zone of the days that events are dated to (``core.dates.zones``)

    The coverage limits also bound how vague an event may be. An event that may have happened farther than
    ``coverage_km`` from its stated place, or that spans more than ``coverage_days`` days (one day is never too many),
    has no evidence on a place and time as narrow as a passage: it decides nothing and covers nothing.

    Raises CorridorsError if a limit is not a number or negative, or if the coverage is narrower than the evidence;
    TimeZoneError.
    """

    distance_km: float = 5.0
    days: int = 1
    coverage_km: float = 50.0
    coverage_days: int = 7
    counts_strikes: bool = False
    time_zone: str = UTC

    def __post_init__(self) -> None:
        time_zone(self.time_zone)
        for name, kind, what in (
            ("distance_km", Real, "a number of km"),
            ("coverage_km", Real, "a number of km"),
            ("days", Integral, "a whole number of days"),
            ("coverage_days", Integral, "a whole number of days"),
        ):
            value = getattr(self, name)
            is_number = isinstance(value, kind) and not isinstance(value, bool)
            if not (is_number and 0 <= value < np.inf):
                raise CorridorsError(Message("{} must be {}, 0 or more, not {!r:.100}.", name, what, value))
        if self.coverage_km < self.distance_km or self.coverage_days < self.days:
            raise CorridorsError(
                Message(
                    "The coverage distance and window, {} km and {} days, are narrower than the clash distance and "
                    "window, {} km and {} days. Set them at least as wide.",
                    self.coverage_km,
                    self.coverage_days,
                    self.distance_km,
                    self.days,
                )
            )


@dataclass(frozen=True)
class Evidence:
    """Verdicts on n corridors, the events behind them, and the coverage of each source.

    verdict      (n,) object: REPORTED, POSSIBLE, NONE_REPORTED or NOT_COVERED

    Events between the two sides that lie, or may lie, within distance and days; sorted by corridor and event:

    match_corridor, match_event   rows of the corridors and of the events
    match_role        object: CLASH, IMPRECISE, UNIDENTIFIED, VAGUE, STRIKE or TRANSFER
    match_is_precise  bool: the event lies surely within the limits; always True for a CLASH
    match_distance_km ellipsoidal, from the event's stated place to the nearest point of the path
    match_days        calendar days from passage to event: 0 if they share a day, negative before, positive after

    One row per corridor and source, sorted, if the source covers the corridor or any of its events matches. All other
    pairs are not covered and have no row:

    cover_corridor, cover_source   row of the corridors, name of the source
    is_covered        bool: the source has an event within the coverage limits. A match alone is not coverage: the
                      stated place of an imprecise event may lie farther away, and a vague event covers nothing
    cover_events      number of the source's events within the coverage limits, of any parties
    cover_clashes     number of its events that decide for "clash reported"
    cover_verdict     object: the verdict from that source's events alone

    sources  names of all sources of the events, sorted, including those that cover nothing
    """

    verdict: np.ndarray
    match_corridor: np.ndarray
    match_event: np.ndarray
    match_role: np.ndarray
    match_is_precise: np.ndarray
    match_distance_km: np.ndarray
    match_days: np.ndarray
    cover_corridor: np.ndarray
    cover_source: np.ndarray
    is_covered: np.ndarray
    cover_events: np.ndarray
    cover_clashes: np.ndarray
    cover_verdict: np.ndarray
    sources: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.verdict)


def evidence_for(
    corridors: Corridors,
    events: ClashEvents,
    bloc_of: Mapping[str, str] | None = None,
    options: EvidenceOptions | None = None,
    feedback: Feedback = NO_FEEDBACK,
) -> Evidence:
    """Assess each corridor against the events between the mover's bloc and the host's, in either order.

    bloc_of  faction → bloc; a faction missing from it is its own bloc. A combined side counts for each of its members

    Roles of matching events:

    CLASH        a fight surely within ``distance_km`` and ``days``: its distance plus its reach is, and all of its days
                 are
    IMPRECISE    another fight that is possibly within them: its distance less its reach is, and one of its days is
    UNIDENTIFIED a fight, or counted strike, that lies or may lie within them and whose sides could be the two: a side
                 without a known faction, which may be either, and on the other side one of the two or again none known
    STRIKE       remote violence that lies or may lie within them
    TRANSFER     a transfer of territory without a fight that lies or may lie within them
    VAGUE        any of these that may lie within them, but is vaguer than the coverage limits (``EvidenceOptions``),
                 such as "somewhere in the country" or "some day of the year": it fits everything and decides nothing

    The verdict is "clash reported" if there is a CLASH; else "clash possible" if there is an IMPRECISE or UNIDENTIFIED
    event. If strikes count, a precise strike decides like a CLASH, any other like an IMPRECISE event. Else the verdict
    is "no clash reported" if any source covers the passage: with an event of any kind and parties that is not VAGUE,
    and whose stated place and days lie within ``coverage_km`` and ``coverage_days``. Else it is "not covered". The
    verdict of all sources together is their strongest.

    The days of a passage are all local days of its period; those of a timed one run from entry to exit.
    """
    search = _EvidenceSearch(corridors, events, bloc_of or {}, options or EvidenceOptions())
    none = np.empty(0, int)
    matches, coverage = [(none, none, none, none.astype(float), none.astype(bool))], [(none, none)]
    farthest = search.options.coverage_days
    for block in blocks_of_pairs(corridors.path, search.passages, events.lonlat, search.happened, farthest, feedback):
        matches.append(search.matches_in(block))
        coverage.append(search.coverage_in(block))
    columns = [np.concatenate(column) for column in zip(*matches)]
    order = np.lexsort((columns[1], columns[0]))
    return search.evidence(*(column[order] for column in columns), *map(np.concatenate, zip(*coverage)))


class _EvidenceSearch:
    """Assessment of blocks of corridor and event pairs, and its combination into an ``Evidence``."""

    def __init__(self, corridors: Corridors, events: ClashEvents, bloc_of: Mapping[str, str], options: EvidenceOptions):
        self.corridors, self.events, self.options = corridors, events, options
        self.happened = Days.of(events.start, events.end, np.zeros(len(events), bool))
        self.passages = Days.of(corridors.start, corridors.end, corridors.is_timed, options.time_zone)
        self.is_vague = events.reach_km > options.coverage_km
        self.is_vague |= self.happened.count > max(options.coverage_days, 1)
        self.sources = events.sources
        number = {name: row for row, name in enumerate(self.sources)}
        self.source = np.array([number[name] for name in events.source], int)
        self._can_match = np.isin(events.kind, (FIGHT, STRIKE, TRANSFER))
        self._set_parties(bloc_of)

    def matches_in(self, block: Block) -> tuple[np.ndarray, ...]:
        """Return corridor, event, days, km and whether both parties are known, for each matching pair of a block."""
        options, reach_km = self.options, self.events.reach_km
        may = np.abs(block.days) <= options.days
        may &= block.may_be_within(options.distance_km + reach_km[block.event]) & self._can_match[block.event]
        path, event = np.nonzero(may)
        days, path, event = block.days[path, event], block.path[path], block.event[event]
        is_between, could_be = self._parties(path, event)
        is_kept = is_between | could_be
        path, event, days, is_between = path[is_kept], event[is_kept], days[is_kept], is_between[is_kept]
        km = distances_of_pairs_km(self.corridors.path, self.events.lonlat, path, event)
        near = km - reach_km[event] <= options.distance_km
        return path[near], event[near], days[near], km[near], is_between[near]

    def coverage_in(self, block: Block) -> tuple[np.ndarray, np.ndarray]:
        """Return the cells (corridor × number of sources + source) that a block's events cover, and their counts."""
        options = self.options
        may_cover = (np.abs(block.days) <= options.coverage_days) & ~self.is_vague[block.event]
        is_near = block.is_within(options.coverage_km)
        path, event = np.nonzero(may_cover & ~is_near & block.may_be_within(options.coverage_km))
        km = distances_of_pairs_km(self.corridors.path, self.events.lonlat, block.path[path], block.event[event])
        is_near[path, event] = km <= options.coverage_km
        path, event = np.nonzero(may_cover & is_near)
        sources, source = np.unique(self.source[block.event], return_inverse=True)
        counts = np.bincount(path * len(sources) + source[event], minlength=len(block.path) * len(sources))
        cells = (block.path[:, None] * len(self.sources) + sources).ravel()
        return cells[counts > 0], counts[counts > 0]

    def evidence(
        self,
        corridor: np.ndarray,
        event: np.ndarray,
        days: np.ndarray,
        km: np.ndarray,
        is_between: np.ndarray,
        covered: np.ndarray,
        counts: np.ndarray,
    ) -> Evidence:
        """Return the Evidence of all matches, sorted, and all covered cells."""
        kind, is_vague = self.events.kind[event], self.is_vague[event]
        is_precise = self._are_surely_within(corridor, event, km) & ~is_vague
        role = np.where(kind == FIGHT, np.where(is_precise, CLASH, IMPRECISE), kind).astype(object)
        role[~is_between] = UNIDENTIFIED
        role[is_vague] = VAGUE
        counting = ((kind == FIGHT) | ((kind == STRIKE) & self.options.counts_strikes)) & ~is_vague
        decides = counting & is_precise & is_between
        matched = corridor * len(self.sources) + self.source[event]
        cells, row = np.unique(np.concatenate([covered, matched]), return_inverse=True)
        covered, matched = np.split(row, [len(covered)])
        cover_corridor, source = np.divmod(cells, max(len(self.sources), 1))
        cover_events = np.bincount(covered, counts, minlength=len(cells)).astype(int)
        strength = (cover_events > 0).astype(int)  # index into _VERDICTS
        np.maximum.at(strength, matched, np.select([decides, counting], [3, 2], 0))
        strongest = np.zeros(len(self.corridors), int)
        np.maximum.at(strongest, cover_corridor, strength)
        return Evidence(
            verdict=_VERDICTS[strongest],
            match_corridor=corridor,
            match_event=event,
            match_role=role,
            match_is_precise=is_precise,
            match_distance_km=km,
            match_days=days,
            cover_corridor=cover_corridor,
            cover_source=np.array(self.sources, object)[source],
            is_covered=cover_events > 0,
            cover_events=cover_events,
            cover_clashes=np.bincount(matched[decides], minlength=len(cells)),
            cover_verdict=_VERDICTS[strength],
            sources=tuple(self.sources),
        )

    def _are_surely_within(self, corridor: np.ndarray, event: np.ndarray, km: np.ndarray) -> np.ndarray:
        """Return for each pair whether the event lies within the limits wherever and whenever it can have happened."""
        passages = self.passages
        first, last, margin = self.happened.first[event], self.happened.last[event], self.options.days
        is_near = km + self.events.reach_km[event] <= self.options.distance_km
        is_then = (first >= passages.first[corridor] - margin) & (last <= passages.last[corridor] + margin)
        # The days of an event say how vague its date is, unless it is not exact and has one day only.
        is_dated = self.events.is_exact_date[event] | (first < last)
        return is_near & is_then & is_dated

    def _set_parties(self, bloc_of: Mapping[str, str]) -> None:
        """Assign numbers to the blocs of movers and hosts, and record on which sides of events they are."""
        sides = (self.corridors.mover, self.corridors.host)
        movers, hosts = ([bloc_of.get(one, one) for one in side] for side in sides)
        number = {bloc: row for row, bloc in enumerate(dict.fromkeys([*movers, *hosts]))}
        self._mover, self._host = (np.array([number[bloc] for bloc in side], int) for side in (movers, hosts))
        self._takes_part = np.zeros((2, len(self.events), len(number)), bool)
        for side, members in enumerate((self.events.side_a, self.events.side_b)):
            for row, factions in enumerate(members):
                for faction in factions:
                    bloc = number.get(bloc_of.get(faction, faction))
                    if bloc is not None:
                        self._takes_part[side, row, bloc] = True
        sides = (self.events.side_a, self.events.side_b)
        self._is_unknown = np.array([[not factions for factions in side] for side in sides], bool)
        self._may_count = self.events.kind == FIGHT
        if self.options.counts_strikes:
            self._may_count |= self.events.kind == STRIKE

    def _parties(self, corridor: np.ndarray, event: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return for each pair whether the event is between mover and host, and whether it only could be.

        A side without a known faction could be either of the two.
        """
        mover, host = self._mover[corridor], self._host[corridor]
        one, other = self._takes_part
        a_moves, a_hosts, b_moves, b_hosts = (
            one[event, mover],
            one[event, host],
            other[event, mover],
            other[event, host],
        )
        is_between = (a_moves & b_hosts) | (a_hosts & b_moves)
        a_unknown, b_unknown = self._is_unknown[:, event]
        could_be = (a_moves | a_unknown) & (b_hosts | b_unknown)
        could_be |= (a_hosts | a_unknown) & (b_moves | b_unknown)
        return is_between, could_be & self._may_count[event]
