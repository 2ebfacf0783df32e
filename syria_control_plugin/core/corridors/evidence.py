"""Evidence for and against clashes in corridors, from event data.

Pairs of corridors and events that are near in time, their distances for large numbers of both, and the verdicts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from numbers import Integral, Real

import numpy as np
import shapely
from pyproj import Geod

from ..arrays import batches, ranges, split_where_changes
from ..dates.periods import SECOND
from ..dates.zones import DAY, UTC, days_as_dated, local_days, time_zone
from ..errors import CorridorsError
from ..factions.blocs import NO_BLOCS, Blocs
from ..feedback import NO_FEEDBACK, Feedback, report_progress
from ..geometry.antimeridian import TURN_DEG, turns_towards
from ..geometry.ellipsoid import LocalPlane, lengths_km
from ..messages import Message
from .corridors import Corridors
from .events import FIGHT, STRIKE, TRANSFER, UNKNOWN, ClashEvents

# Pairs handled together: these limits bound the memory of a block and the time between progress reports.
_PATHS_AT_ONCE = 64
_EVENTS_AT_ONCE = 2_000
_PAIRS_AT_ONCE = 20_000
_DISTANCES_AT_ONCE = 200_000
_BAND_DEG = 1.0  # of latitude; the pairs of a band are measured in one ``LocalPlane``
# Spacing of the samples of a path, and their greatest number, which takes precedence.
_STEP_KM = 2.0
_MOST_SAMPLES = 32
_GREATEST_DEGREE_KM = 111.7  # upper bound for a degree of latitude, and of longitude divided by cos(latitude)
_EQUATOR_KM, _FLATTENING = 6378.137, 1 / 298.257223563
_ECCENTRICITY = _FLATTENING * (2 - _FLATTENING)  # squared
_LEAST_RADIUS_KM = _EQUATOR_KM * (1 - _ECCENTRICITY)  # smallest radius of curvature of the ellipsoid
_MEAN_RADIUS_KM = 6371.0088
_GEOD = Geod(ellps="WGS84")
_ROUNDING_KM = 1e-3
_GEODESIC_ROUNDING_KM = 1e-9


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
    one = np.column_stack([samples, (samples**2).sum(axis=1), np.ones(len(samples))])
    other = np.column_stack([-2 * places, np.ones(len(places)), (places**2).sum(axis=1)])
    squares = one @ other.T
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
CLASH, IMPRECISE, UNKNOWN_KIND = "clash", "imprecise clash", "unknown kind"
UNIDENTIFIED = "unidentified party"


@dataclass(frozen=True)
class EvidenceOptions:
    """Limits of distance and time for events; all limits are inclusive.

    distance_km, days           from the path and from the passage, for an event that can show a clash
    coverage_km, coverage_days  the same for any event that shows that its source covers the passage; at least as wide
    counts_strikes              whether remote violence (air, artillery, mines) decides as fights do
    time_zone                   zone of the days that events are dated to (``core.dates.zones``)

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
    match_role        object: CLASH, IMPRECISE, UNKNOWN_KIND, UNIDENTIFIED, STRIKE or TRANSFER
    match_is_sure     bool: surely within, wherever and whenever the event happened by its precision; True for a CLASH
    match_distance_km ellipsoidal, from the event's stated place to the nearest point of the path
    match_days        calendar days from passage to event: 0 if they share a day, negative before, positive after

    One row per corridor and source, sorted, if the source covers any part of the passage or any of its events matches:

    cover_corridor, cover_source   row of the corridors, name of the source
    cover_share       share of the passage, length of path times days, that the source's events cover, 0 to 1
    is_covered        bool: they cover all of it
    cover_events      number of the source's events that cover some of it, of any parties
    cover_clashes     number of its events that decide for "clash reported"
    cover_verdict     object: the verdict from that source's events alone

    sources  names of all sources of the events, sorted, including those that cover nothing
    """

    verdict: np.ndarray
    match_corridor: np.ndarray
    match_event: np.ndarray
    match_role: np.ndarray
    match_is_sure: np.ndarray
    match_distance_km: np.ndarray
    match_days: np.ndarray
    cover_corridor: np.ndarray
    cover_source: np.ndarray
    cover_share: np.ndarray
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
    blocs: Blocs = NO_BLOCS,
    options: EvidenceOptions | None = None,
    feedback: Feedback = NO_FEEDBACK,
    known: Collection[str] | None = None,
) -> Evidence:
    """Assess each corridor against the events between the mover's bloc and the host's, in either order.

    blocs  those of the first day of an event decide whether its sides are those of mover and host. A combined side
           counts for each of its members. On a day on which mover and host are allies, a side is one of the two only if
           it names the faction itself
    known  the known factions, None if all are: another mover or host could be any side of an event

    An event has a distance d from the path and a reach r. It is *surely within* a limit if d + r and all of its days
    are, and *possibly within* if d − r and one of its days are. Its sides *are* mover and host if a known faction on
    each side says so; they *could be* if a name that no alias knows, or no name, stands in the place of one or of both.

    Roles of matching events, all of them possibly within ``distance_km`` and ``days``:

    CLASH        a fight of the two sides, surely within
    IMPRECISE    a fight of the two sides, not surely within; "somewhere in the country" is possibly within any limit
    UNKNOWN_KIND an event of the two sides of unknown kind, which could be a fight
    UNIDENTIFIED a fight, or an event of unknown kind, whose sides could be the two; a strike too if strikes count
    STRIKE       remote violence between the two sides
    TRANSFER     a transfer of territory between the two sides without a fight

    The verdict is "clash reported" if there is a CLASH; else "clash possible" if there is an IMPRECISE, UNKNOWN_KIND or
    UNIDENTIFIED event. If strikes count, a strike between the two decides as a fight does. Else the verdict is "no
    clash reported" if any source covers the passage: every part of the path, on each of its days, lies surely within
    ``coverage_km`` and ``coverage_days`` of some event of the source, of any kind and parties. Else it is "not
    covered". The verdict of all sources together is their strongest.

    A part of a path is a piece between two neighbours among its vertices and further points at most 2 km apart, and an
    event covers it if it covers both its ends.

    The days of a passage are all local days of its period; those of a timed one run from entry to exit.
    """
    search = _EvidenceSearch(corridors, events, blocs, options or EvidenceOptions(), known)
    none = np.empty(0, int)
    matches = [(none, none, none, none.astype(float), none.astype(bool))]
    coverage = [search.coverage(none, none)]
    near: list[tuple[np.ndarray, np.ndarray]] = []  # pairs of the corridors that the last blocks have in common
    paths = none
    farthest = search.options.coverage_days
    for block in blocks_of_pairs(corridors.path, search.passages, events.lonlat, search.happened, farthest, feedback):
        if near and block.path is not paths:
            coverage.append(search.coverage(*map(np.concatenate, zip(*near))))
            near.clear()
        paths = block.path
        matches.append(search.matches_in(block))
        near.append(search.may_cover_in(block))
    if near:
        coverage.append(search.coverage(*map(np.concatenate, zip(*near))))
    columns = [np.concatenate(column) for column in zip(*matches)]
    order = np.lexsort((columns[1], columns[0]))
    return search.evidence(*(column[order] for column in columns), *map(np.concatenate, zip(*coverage)))


class _EvidenceSearch:
    """Assessment of blocks of corridor and event pairs, and its combination into an ``Evidence``."""

    def __init__(
        self,
        corridors: Corridors,
        events: ClashEvents,
        blocs: Blocs,
        options: EvidenceOptions,
        known: Collection[str] | None,
    ):
        self.corridors, self.events, self.options = corridors, events, options
        self.happened = Days.of(events.start, events.end, np.zeros(len(events), bool))
        self.passages = Days.of(corridors.start, corridors.end, corridors.is_timed, options.time_zone)
        self._places = _geocentric_km(events.lonlat)
        # An event covers the days from which all of its own are at most ``coverage_days`` days away.
        margin = np.timedelta64(options.coverage_days, "D")
        self._covers_from, self._covers_until = self.happened.last - margin, self.happened.first + margin
        self.sources = events.sources
        number = {name: row for row, name in enumerate(self.sources)}
        self.source = np.array([number[name] for name in events.source], int)
        self._can_match = np.isin(events.kind, (FIGHT, UNKNOWN, STRIKE, TRANSFER))
        self._set_parties(blocs, known)

    def matches_in(self, block: Block) -> tuple[np.ndarray, ...]:
        """Return corridor, event, days, km and whether the sides are the two, for each matching pair of a block."""
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

    def may_cover_in(self, block: Block) -> tuple[np.ndarray, np.ndarray]:
        """Return corridor and event of each pair of a block of which the event may cover some of the passage."""
        limit_km = self.options.coverage_km - self.events.reach_km[block.event]
        first, last = self._covers_from[block.event], self._covers_until[block.event]
        may = block.may_be_within(limit_km) & (limit_km >= 0) & (first <= last)
        may &= (first <= self.passages.last[block.path][:, None]) & (last >= self.passages.first[block.path][:, None])
        path, event = np.nonzero(may)
        return block.path[path], block.event[event]

    def coverage(self, corridor: np.ndarray, event: np.ndarray) -> tuple[np.ndarray, ...]:
        """Return cells (corridor × number of sources + source) with covering events: their number, the share, is_whole.

        corridor, event  all pairs of these corridors of which the event may cover some of the passage
        """
        if len(corridor) == 0:
            return tuple(np.empty(0, kind) for kind in (int, int, float, bool))
        rows, row = np.unique(corridor, return_inverse=True)
        pieces = _pieces_of(self.corridors.path[rows])
        begin, end = self.passages.first[corridor], self.passages.last[corridor]
        first = (np.maximum(self._covers_from[event], begin) - begin).astype(int)
        until = (np.minimum(self._covers_until[event], end) - begin).astype(int) + 1
        cell, of_pair = np.unique(corridor * len(self.sources) + self.source[event], return_inverse=True)
        path = np.searchsorted(rows, cell // len(self.sources))
        count = pieces.count[path]
        # Events of a cell that cover the same days of the passage are one group.
        step = int(until.max()) + 1
        groups, group = np.unique((of_pair * step + first) * step + until, return_inverse=True)
        (of_group, first), until = np.divmod(groups // step, step), groups % step
        is_covered, covers = self._covered_pieces(pieces, row, event, group, count[of_group])
        number, owner = ranges(np.cumsum(count)[of_group] - count[of_group], count[of_group])
        days = _days_covered(number[is_covered], first[owner[is_covered]], until[owner[is_covered]], int(count.sum()))
        number, owner = ranges(pieces.first[path], count)
        weight, wanted = pieces.weight[number], self.passages.count[rows][path]
        is_missed = (days < wanted[owner]) & (weight > 0)
        is_whole = np.bincount(owner, is_missed, minlength=len(cell)) == 0
        share = np.bincount(owner, weight * days, minlength=len(cell))
        share /= np.bincount(owner, weight, minlength=len(cell)) * wanted
        events = np.bincount(of_pair, covers, minlength=len(cell)).astype(int)
        some = events > 0
        return cell[some], events[some], np.where(is_whole, 1, share)[some], is_whole[some]

    def _covered_pieces(
        self, pieces: _Pieces, row: np.ndarray, event: np.ndarray, group: np.ndarray, count: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return whether an event covers each piece of each group, one group after another, and whether each pair does.

        row, event, group  (n,) pairs: row of ``pieces``, event, and group
        count              (g,) number of pieces of each group
        """
        limit_km = self.options.coverage_km - self.events.reach_km[event]
        delta = pieces.centre[row] - self._places[event]
        farthest_km = np.sqrt(np.einsum("ij,ij->i", delta, delta)) + pieces.radius_km[row]
        covers = farthest_km <= _chords_km(limit_km) - _doubt_km(limit_km)  # all of the path, without a closer look
        is_whole = np.zeros(len(count), bool)
        is_whole[group[covers]] = True
        is_covered = np.repeat(is_whole, count)
        place = np.cumsum(count) - count
        doubtful = np.flatnonzero(~covers)
        for some in batches(pieces.count[row[doubtful]] + 1, _DISTANCES_AT_ONCE):
            pair = doubtful[some]
            number, owner = ranges(0, pieces.count[row[pair]] + 1)  # a path has one end more than pieces
            pair = pair[owner]
            end = pieces.first[row[pair]] + row[pair] + number
            is_near = _are_near(
                pieces.ends[end], pieces.places[end], self.events.lonlat[event[pair]], self._places[event[pair]],
                limit_km[pair],
            )  # fmt: skip
            both = np.flatnonzero(is_near[:-1] & is_near[1:] & (owner[:-1] == owner[1:]))
            covers[pair[both]] = True
            is_covered[place[group[pair[both]]] + number[both]] = True
        return is_covered, covers

    def evidence(
        self,
        corridor: np.ndarray,
        event: np.ndarray,
        days: np.ndarray,
        km: np.ndarray,
        is_between: np.ndarray,
        covered: np.ndarray,
        counts: np.ndarray,
        shares: np.ndarray,
        is_whole: np.ndarray,
    ) -> Evidence:
        """Return the Evidence of all matches, sorted, and all cells covered in part or as a whole."""
        kind = self.events.kind[event]
        passages = self.passages
        is_in_time = self.happened.first[event] >= passages.first[corridor] - np.timedelta64(self.options.days, "D")
        is_in_time &= self.happened.last[event] <= passages.last[corridor] + np.timedelta64(self.options.days, "D")
        # An event of one day that is said not to be known to the day may be of any other.
        is_in_time &= self.events.is_exact_date[event] | (self.happened.count[event] > 1)
        is_sure = is_in_time & (km + self.events.reach_km[event] <= self.options.distance_km)
        role = np.where(kind == FIGHT, np.where(is_sure, CLASH, IMPRECISE), kind).astype(object)
        role[kind == UNKNOWN] = UNKNOWN_KIND
        role[~is_between] = UNIDENTIFIED
        is_fight = (kind == FIGHT) | ((kind == STRIKE) & self.options.counts_strikes)
        counting = is_fight | (kind == UNKNOWN)
        decides = is_fight & is_sure & is_between
        matched = corridor * len(self.sources) + self.source[event]
        cells, row = np.unique(np.concatenate([covered, matched]), return_inverse=True)
        covered, matched = np.split(row, [len(covered)])
        cover_corridor, source = np.divmod(cells, max(len(self.sources), 1))
        cover_events = np.bincount(covered, counts, minlength=len(cells)).astype(int)
        cover_share, is_covered = np.zeros(len(cells)), np.zeros(len(cells), bool)
        cover_share[covered], is_covered[covered] = shares, is_whole
        strength = is_covered.astype(int)  # index into _VERDICTS
        np.maximum.at(strength, matched, np.select([decides, counting], [3, 2], 0))
        strongest = np.zeros(len(self.corridors), int)
        np.maximum.at(strongest, cover_corridor, strength)
        return Evidence(
            verdict=_VERDICTS[strongest],
            match_corridor=corridor,
            match_event=event,
            match_role=role,
            match_is_sure=is_sure,
            match_distance_km=km,
            match_days=days,
            cover_corridor=cover_corridor,
            cover_source=np.array(self.sources, object)[source],
            cover_share=cover_share,
            is_covered=is_covered,
            cover_events=cover_events,
            cover_clashes=np.bincount(matched[decides], minlength=len(cells)),
            cover_verdict=_VERDICTS[strength],
            sources=tuple(self.sources),
        )

    def _set_parties(self, blocs: Blocs, known: Collection[str] | None) -> None:
        """Record on which sides of events each mover and host is, by itself and by its bloc."""
        names = list(dict.fromkeys([*self.corridors.mover, *self.corridors.host]))
        number = {name: row for row, name in enumerate(names)}
        self._mover, self._host = (
            np.array([number[name] for name in side], int) for side in (self.corridors.mover, self.corridors.host)
        )
        self._is_unknown = np.array([known is not None and name not in known for name in names], bool)
        self._epoch = blocs.epoch_at(self.events.start, np.ones(len(self.events), bool))
        bloc_of = [[each.get(name, name) for name in names] for each in blocs.epochs]
        # A number for each bloc of an epoch: allies have the same.
        self._bloc = np.array([np.unique(np.array(each, str), return_inverse=True)[1] for each in bloc_of], int)
        self._is_named, self._is_in_bloc = np.zeros((2, 2, len(self.events), len(names)), bool)
        for side, members in enumerate((self.events.side_a, self.events.side_b)):
            for row, (factions, epoch) in enumerate(zip(members, self._epoch)):
                its_blocs = {blocs.epochs[epoch].get(faction, faction) for faction in factions}
                self._is_named[side, row] = [name in factions for name in names]
                self._is_in_bloc[side, row] = [bloc in its_blocs for bloc in bloc_of[epoch]]
        kind = self.events.kind
        self._could_fight = (kind == FIGHT) | (kind == UNKNOWN) | ((kind == STRIKE) & self.options.counts_strikes)

    def _parties(self, corridor: np.ndarray, event: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return for each pair whether the sides of the event are mover and host, and whether they could be.

        An unknown party can stand in the place of the mover or the host, but not of both.
        """
        mover, host = self._mover[corridor], self._host[corridor]
        epoch = self._epoch[event]
        are_allied = self._bloc[epoch, mover] == self._bloc[epoch, host]

        def takes_part(side: int, party: np.ndarray) -> np.ndarray:
            return np.where(are_allied, self._is_named[side, event, party], self._is_in_bloc[side, event, party])

        a_moves, a_hosts, b_moves, b_hosts = (takes_part(side, each) for side in (0, 1) for each in (mover, host))
        a_any, b_any = self.events.unknown_a[event], self.events.unknown_b[event]
        moves_any, hosts_any = self._is_unknown[mover], self._is_unknown[host]
        is_between = (a_moves & b_hosts) | (a_hosts & b_moves)
        could_be = (a_moves | a_any | moves_any) & (b_hosts | b_any | hosts_any)
        could_be |= (a_hosts | a_any | hosts_any) & (b_moves | b_any | moves_any)
        return is_between, could_be & self._could_fight[event]


@dataclass(frozen=True)
class _Pieces:
    """The pieces of p paths, and the ends of these.

    first, count  (p,) number of the first piece of each path, and how many pieces it has
    weight        (k,) of the pieces: length in km; 1 each if the path has no length
    ends, places  (k + p, 2) degrees and (k + p, 3) geocentric km: those of path i begin at ``first[i] + i``
    centre, radius_km  (p, 3) and (p,) of a sphere around the ends of each path
    """

    first: np.ndarray
    count: np.ndarray
    weight: np.ndarray
    ends: np.ndarray
    places: np.ndarray
    centre: np.ndarray
    radius_km: np.ndarray


def _pieces_of(paths: np.ndarray) -> _Pieces:
    paths = paths.copy()
    has_length = shapely.length(paths) > 0  # GEOS fails on a line of no length
    paths[has_length] = shapely.segmentize(paths[has_length], _STEP_KM / _GREATEST_DEGREE_KM)
    ends, path = shapely.get_coordinates(paths, return_index=True)
    places = _geocentric_km(ends)
    count = np.bincount(path, minlength=len(paths)) - 1
    is_piece = path[1:] == path[:-1]
    owner, weight = path[1:][is_piece], np.linalg.norm(np.diff(places, axis=0)[is_piece], axis=1)
    weight[np.bincount(owner, weight, minlength=len(paths))[owner] == 0] = 1
    centre = np.column_stack([np.bincount(path, axis, minlength=len(paths)) for axis in places.T])
    centre /= count[:, None] + 1
    radius_km = np.zeros(len(paths))
    np.maximum.at(radius_km, path, np.linalg.norm(places - centre[path], axis=1))
    return _Pieces(
        first=np.cumsum(count) - count, count=count, weight=weight, ends=ends, places=places, centre=centre,
        radius_km=radius_km,
    )  # fmt: skip


def _chords_km(km: np.ndarray) -> np.ndarray:
    """Return the straight lines through a sphere that belong to distances on it."""
    return 2 * _MEAN_RADIUS_KM * np.sin(np.clip(km / 2 / _MEAN_RADIUS_KM, 0, np.pi / 2))


def _doubt_km(km: np.ndarray) -> np.ndarray:
    """Return by how much the chords of a distance on the ellipsoid may differ from those on the sphere."""
    return 1e-9 * km**3 + 1e-4


def _are_near(
    lonlat: np.ndarray, places: np.ndarray, other_lonlat: np.ndarray, others: np.ndarray, limit_km: np.ndarray
) -> np.ndarray:
    """Return (n,) bool: whether a distance on the ellipsoid between two places is within the limit, which is inclusive.

    lonlat, places        (n, 2) degrees and (n, 3) geocentric km
    other_lonlat, others  the same of the other places
    limit_km              (n,)

    The chord of the limit decides, except where it is so near that the shape of the ellipsoid matters: there the
    geodesic does.
    """
    delta = places - others
    km, chord_km = np.sqrt(np.einsum("ij,ij->i", delta, delta)), _chords_km(limit_km)
    is_near = km <= chord_km
    close = np.flatnonzero(np.abs(km - chord_km) <= _doubt_km(limit_km))
    if len(close):
        metres = _GEOD.inv(*lonlat[close].T, *other_lonlat[close].T)[2]
        is_near[close] = np.asarray(metres) / 1e3 <= limit_km[close] + _GEODESIC_ROUNDING_KM
    return is_near


def _days_covered(slot: np.ndarray, first: np.ndarray, until: np.ndarray, slots: int) -> np.ndarray:
    """Return the number of days in the union of the spans of each slot, (slots,) int.

    slot, first, until  (n,) of spans from ``first`` to before ``until``, 0 or more
    """
    if len(slot) == 0:
        return np.zeros(slots, int)
    step = int(until.max()) + 1  # on one axis, the days of a slot lie after all those of the slots before it
    begin, end = first + slot * step, until + slot * step
    order = np.argsort(begin)
    begin, end = begin[order], end[order]
    before = np.append(0, np.maximum.accumulate(end)[:-1])
    return np.bincount(slot[order], np.maximum(end - np.maximum(begin, before), 0), minlength=slots).astype(int)
