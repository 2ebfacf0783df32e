"""What event data say of each corridor: whether anyone reported a clash there, and whether anyone would have.

Which events happened about the time of which passages, and how far from their paths, for very many of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from numbers import Integral, Real

import numpy as np
import shapely

from ..errors import CorridorsError
from ..feedback import NO_FEEDBACK, Feedback, report_progress
from ..geometry.antimeridian import TURN_DEG, turns_towards
from ..geometry.ellipsoid import LocalPlane, lengths_km
from ..messages import Message
from .corridors import Corridors
from .events import FIGHT, STRIKE, TRANSFER, ClashEvents

# Pairs that are looked at together: what a block of them takes of memory, and how often progress is told.
_PATHS_AT_ONCE = 64
_EVENTS_AT_ONCE = 2_000
_PAIRS_AT_ONCE = 20_000
_BAND_DEG = 1.0  # of latitude, in which pairs are measured together: see ``LocalPlane``
# Samples of a path: so far apart, unless that made more than so many.
_STEP_KM = 2.0
_MOST_SAMPLES = 32
_GREATEST_DEGREE_KM = 111.7  # no degree is longer, neither of latitude nor of longitude times the cosine
_EQUATOR_KM, _FLATTENING = 6378.137, 1 / 298.257223563
_ECCENTRICITY = _FLATTENING * (2 - _FLATTENING)  # squared
_LEAST_RADIUS_KM = _EQUATOR_KM * (1 - _ECCENTRICITY)  # no line on the ellipsoid is curved more
_ROUNDING_KM = 1e-3


@dataclass(frozen=True)
class Days:
    """First and last calendar day, (n,) datetime64[D], of passages or of events."""

    first: np.ndarray
    last: np.ndarray

    @classmethod
    def of(cls, start: np.ndarray, end: np.ndarray, has_end: np.ndarray) -> Days:
        """The days of periods; the end belongs to one where ``has_end``, unless it is the start."""
        last = np.maximum(np.where(has_end, end, end - np.timedelta64(1, "s")), start)
        return cls(start.astype("datetime64[D]"), last.astype("datetime64[D]"))

    @property
    def count(self) -> np.ndarray:
        """How many days each lasts."""
        return (self.last - self.first).astype(int) + 1


@dataclass(frozen=True)
class Block:
    """All pairs of some paths (p) and some events (e), with their days, and bounds of their distances.

    path, event   (p,) and (e,) rows
    days          (p, e) from passage to event: 0 where they share one, less than 0 before, more after
    chord_km      (p, e) straight through the ground from the event to the nearest sample of the path
    radius_km     (p,) no point of the path is farther from a sample of it
    """

    path: np.ndarray
    event: np.ndarray
    days: np.ndarray
    chord_km: np.ndarray
    radius_km: np.ndarray

    def may_be_within(self, limit_km: float | np.ndarray) -> np.ndarray:
        """(p, e), False where the distance is surely greater than a limit, which is one for all or one an event."""
        return self.chord_km - self.radius_km[:, None] <= limit_km + _ROUNDING_KM

    def is_within(self, limit_km: float) -> np.ndarray:
        """(p, e), True where the distance is surely no greater than a limit."""
        # No line that is curved less than a circle gets less far than it does on the same length (Schur's theorem).
        angle = min(limit_km / 2 / _LEAST_RADIUS_KM, np.pi / 2)
        return self.chord_km <= 2 * _LEAST_RADIUS_KM * np.sin(angle) - _ROUNDING_KM


def blocks_of_pairs(
    paths: np.ndarray, passages: Days, lonlat: np.ndarray, happened: Days, days: int, feedback: Feedback = NO_FEEDBACK
) -> Iterator[Block]:
    """Every pair of a path and an event that are no more than so many days apart, in one block, and others with them.

    paths   LineStrings in lon/lat; longitudes may run on beyond 180
    lonlat  (m, 2) of the events, degrees

    Paths of about the same time come together, so that events of other times need not be looked at.
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
            yield Block(path, event, _days_between(passages, happened, path, event), chord_km, radius_km)


def distances_of_pairs_km(paths: np.ndarray, lonlat: np.ndarray, path: np.ndarray, point: np.ndarray) -> np.ndarray:
    """Ellipsoidal distance, (k,) km, from a point to the nearest point of a path, for each pair of their rows.

    The nearest point is found in a plane that is right within half a degree of the event's latitude. An event on the
    other side of the antimeridian is seen from the nearer side.
    """
    km = np.empty(len(path))
    band = np.floor(lonlat[point, 1] / _BAND_DEG)
    order = np.argsort(band, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(band[order])) + 1) if len(order) else ():
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
    ways = plane.from_lonlat(paths[used])
    shortest = shapely.shortest_line(plane.from_lonlat(shapely.points(places)), ways[path])
    return lengths_km(plane.to_lonlat(shortest))


def _days_between(passages: Days, happened: Days, path: np.ndarray, event: np.ndarray) -> np.ndarray:
    after = happened.first[event] - passages.last[path][:, None]
    before = passages.first[path][:, None] - happened.last[event]
    return np.maximum(after.astype(int), 0) - np.maximum(before.astype(int), 0)


def _least_chords_km(samples: np.ndarray, starts: np.ndarray, places: np.ndarray) -> np.ndarray:
    """(p, e) km from each place to the nearest of the samples of each path; those of path i begin at ``starts[i]``."""
    squares = (samples**2).sum(axis=1)[:, None] + (places**2).sum(axis=1) - 2 * samples @ places.T
    return np.sqrt(np.maximum(np.minimum.reduceat(squares, starts, axis=0), 0))


def _samples(paths: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Points on paths, evenly spaced: (k, 3) geocentric km, the first row of each path, and half their spacing in km.

    The length by which they are spaced is nowhere less than the true one.
    """
    lonlat, row = shapely.get_coordinates(paths, return_index=True)
    (east, north), latitude = np.abs(np.diff(lonlat, axis=0)).T, np.abs(lonlat[:, 1])
    lowest = np.where(lonlat[1:, 1] * lonlat[:-1, 1] <= 0, 0, np.minimum(latitude[1:], latitude[:-1]))
    steps_km = _GREATEST_DEGREE_KM * np.hypot(east * np.cos(np.radians(lowest)), north)
    steps_km[row[1:] != row[:-1]] = 1  # a gap, so that no place is on two paths
    along_km = np.append(0, np.cumsum(steps_km))
    begin = np.searchsorted(row, np.arange(len(paths)))
    end = np.append(begin[1:], len(row)) - 1
    length_km = along_km[end] - along_km[begin]
    count = np.clip(np.ceil(length_km / _STEP_KM), 1, _MOST_SAMPLES).astype(int)
    starts = np.cumsum(count) - count
    number = np.arange(count.sum()) - np.repeat(starts, count)
    spacing_km = length_km / count
    place_km = np.repeat(along_km[begin], count) + (number + 0.5) * np.repeat(spacing_km, count)
    points = np.column_stack([np.interp(place_km, along_km, values) for values in lonlat.T])
    return _geocentric_km(points), starts, spacing_km / 2


def _geocentric_km(lonlat: np.ndarray) -> np.ndarray:
    """(n, 3) km from the middle of the Earth, of places on the ellipsoid."""
    lon, lat = np.radians(lonlat).T
    curve_km = _EQUATOR_KM / np.sqrt(1 - _ECCENTRICITY * np.sin(lat) ** 2)
    flat = curve_km * np.cos(lat)
    return np.column_stack([flat * np.cos(lon), flat * np.sin(lon), curve_km * (1 - _ECCENTRICITY) * np.sin(lat)])


# Verdicts, the strongest first.
REPORTED, POSSIBLE = "clash reported", "clash possible"
NONE_REPORTED, NOT_COVERED = "no clash reported", "not covered"
_VERDICTS = np.array([NOT_COVERED, NONE_REPORTED, POSSIBLE, REPORTED], object)
# Roles of matched events beside STRIKE and TRANSFER, which are those of the kinds of the same name.
CLASH, IMPRECISE = "clash", "imprecise clash"
UNIDENTIFIED, VAGUE = "unidentified party", "too vague"


@dataclass(frozen=True)
class EvidenceOptions:
    """How near in place and time an event has to be; all limits belong to what they limit.

    distance_km, days           of an event from the path and the passage, to count for or against it
    coverage_km, coverage_days  of any event, to show that its source looked there and then; at least as wide
    counts_strikes              whether strikes from afar (air, artillery, mines) decide as fights do

    The coverage also limits how vague an event may be. One that may have happened farther than ``coverage_km`` from
    its stated place, or that spans more than ``coverage_days`` days (a day is never too many), tells nothing of a
    place and time as narrow as a passage: it speaks neither for nor against a clash, and covers nothing.

    Raises CorridorsError for what is no number, less than 0, or a coverage narrower than the evidence.
    """

    distance_km: float = 5.0
    days: int = 1
    coverage_km: float = 50.0
    coverage_days: int = 7
    counts_strikes: bool = False

    def __post_init__(self) -> None:
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
    """The verdict on each of n corridors, the events that it rests on, and what each source covers.

    verdict      (n,) object: REPORTED, POSSIBLE, NONE_REPORTED or NOT_COVERED

    Events between the two sides that lie, or may lie, within distance and days; sorted by corridor and event:

    match_corridor, match_event   rows of the corridors and of the events
    match_role        object: CLASH, IMPRECISE, UNIDENTIFIED, VAGUE, STRIKE or TRANSFER
    match_is_precise  bool: the event's date and place are exact, as those of a CLASH always are
    match_distance_km ellipsoidal, from where the event's source puts it to the nearest point of the path
    match_days        calendar days from passage to event: 0 where they share a day, less than 0 before, more after

    A row a corridor and source, sorted, where the source covers the corridor or any of its events matches. All other
    pairs are not covered and have no row:

    cover_corridor, cover_source   row of the corridors, name of the source
    is_covered        bool: whether the source has any event there and then, which a match need not be: one that
                      only may lie within reach may be put farther away, and one that is too vague covers nothing
    cover_events      how many it has, of whatever parties
    cover_clashes     how many of its events decide for "clash reported"
    cover_verdict     object: the verdict from that source's events alone

    sources  names of all sources of the events, sorted, those that cover nothing among them
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
    """Judges each corridor against the events between the mover's bloc and the host's, in either order.

    bloc_of  faction → bloc; a faction that is not in it is its own bloc. A combined side counts for each of its own

    Roles of the events that match:

    CLASH        a fight of which date and place are exact, within ``distance_km`` and ``days``
    IMPRECISE    a fight of which they are not, that may lie within: its place less its reach, and one of its days
    UNIDENTIFIED a fight of one of the two with a side of which no faction is known, that lies or may lie within: an
                 actor that no alias tells may be the other of the two
    STRIKE       a strike from afar that lies or may lie within
    TRANSFER     ground handed over without a fight that lies or may lie within
    VAGUE        any of these that may lie within, but is known to less than coverage reaches (``EvidenceOptions``),
                 such as "somewhere in the country" or "some day of the year": it fits everything and decides nothing

    "clash reported": there is a CLASH; else "clash possible": there is an IMPRECISE or UNIDENTIFIED one. Where strikes
    count, a precise one is as good as a CLASH, another as an IMPRECISE one. Else "no clash reported" where any source
    covers the passage, by any event of whatever kind and parties that is not too vague and of which the stated place
    and days lie within ``coverage_km`` and ``coverage_days``; else "not covered". The verdict of all sources together
    is the strongest of theirs.

    The days of a passage are all those of its time; of a timed one those from entry to exit.
    """
    judge = _EvidenceSearch(corridors, events, bloc_of or {}, options or EvidenceOptions())
    none = np.empty(0, int)
    matches, coverage = [(none, none, none, none.astype(float), none.astype(bool))], [(none, none)]
    passages = Days.of(corridors.start, corridors.end, corridors.is_timed)
    farthest = judge.options.coverage_days
    for block in blocks_of_pairs(corridors.path, passages, events.lonlat, judge.happened, farthest, feedback):
        matches.append(judge.matches_in(block))
        coverage.append(judge.coverage_in(block))
    columns = [np.concatenate(column) for column in zip(*matches)]
    order = np.lexsort((columns[1], columns[0]))
    return judge.evidence(*(column[order] for column in columns), *map(np.concatenate, zip(*coverage)))


class _EvidenceSearch:
    """Judges blocks of pairs of corridor and event, and puts together what came of them."""

    def __init__(self, corridors: Corridors, events: ClashEvents, bloc_of: Mapping[str, str], options: EvidenceOptions):
        self.corridors, self.events, self.options = corridors, events, options
        self.happened = Days.of(events.start, events.end, np.zeros(len(events), bool))
        self.is_vague = events.reach_km > options.coverage_km
        self.is_vague |= self.happened.count > max(options.coverage_days, 1)
        self.sources = events.sources
        number = {name: row for row, name in enumerate(self.sources)}
        self.source = np.array([number[name] for name in events.source], int)
        self._can_match = np.isin(events.kind, (FIGHT, STRIKE, TRANSFER))
        self._set_parties(bloc_of)

    def matches_in(self, block: Block) -> tuple[np.ndarray, ...]:
        """Corridor, event, days, km, and whether both parties are known, of each pair in a block that matches."""
        options, reach_km = self.options, self.events.reach_km
        may = np.abs(block.days) <= options.days
        may &= block.may_be_within(options.distance_km + reach_km[block.event]) & self._can_match[block.event]
        path, event = np.nonzero(may)
        days, path, event = block.days[path, event], block.path[path], block.event[event]
        is_between, is_half_known = self._parties(path, event)
        found = is_between | is_half_known
        path, event, days, is_between = path[found], event[found], days[found], is_between[found]
        km = distances_of_pairs_km(self.corridors.path, self.events.lonlat, path, event)
        near = km - reach_km[event] <= options.distance_km
        return path[near], event[near], days[near], km[near], is_between[near]

    def coverage_in(self, block: Block) -> tuple[np.ndarray, np.ndarray]:
        """Cells (corridor × number of sources + source) with events of a block that cover, and how many each has."""
        options = self.options
        looked = (np.abs(block.days) <= options.coverage_days) & ~self.is_vague[block.event]
        is_near = block.is_within(options.coverage_km)
        path, event = np.nonzero(looked & ~is_near & block.may_be_within(options.coverage_km))
        km = distances_of_pairs_km(self.corridors.path, self.events.lonlat, block.path[path], block.event[event])
        is_near[path, event] = km <= options.coverage_km
        path, event = np.nonzero(looked & is_near)
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
        """From all matches, sorted, and all cells that are covered."""
        kind, is_vague = self.events.kind[event], self.is_vague[event]
        is_precise = self.events.is_exact_date[event] & (self.events.reach_km[event] == 0) & ~is_vague
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
        strength = (cover_events > 0).astype(int)  # place in _VERDICTS
        np.maximum.at(strength, matched, np.select([decides, counting], [3, 2], 0))
        strongest = np.zeros(len(self.corridors), int)
        np.maximum.at(strongest, cover_corridor, strength)
        return Evidence(
            _VERDICTS[strongest], corridor, event, role, is_precise, km, days,
            cover_corridor, np.array(self.sources, object)[source], cover_events > 0, cover_events,
            np.bincount(matched[decides], minlength=len(cells)), _VERDICTS[strength], tuple(self.sources),
        )  # fmt: skip

    def _set_parties(self, bloc_of: Mapping[str, str]) -> None:
        """Numbers the blocs of movers and hosts, and notes on which side of which event they are."""
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
        unknown = [np.array([not side for side in sides], bool) for sides in (self.events.side_a, self.events.side_b)]
        self._is_half_known_fight = (unknown[0] | unknown[1]) & (self.events.kind == FIGHT)

    def _parties(self, corridor: np.ndarray, event: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Of each pair: whether the event is one of mover and host, and whether one of either with nobody known."""
        mover, host = self._mover[corridor], self._host[corridor]
        one, other = self._takes_part
        a_moves, a_hosts, b_moves, b_hosts = (
            one[event, mover],
            one[event, host],
            other[event, mover],
            other[event, host],
        )
        is_between = (a_moves & b_hosts) | (a_hosts & b_moves)
        return is_between, self._is_half_known_fight[event] & (a_moves | a_hosts | b_moves | b_hosts)
