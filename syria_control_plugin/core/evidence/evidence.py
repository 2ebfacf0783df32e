"""What event data say of each corridor: whether anyone reported a clash there, and whether anyone would have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from numbers import Integral, Real

import numpy as np

from ..corridors.corridors import Corridors
from ..errors import CorridorsError
from ..telling import Tell, silent
from .event_distances import Block, Days, blocks_of_pairs, distances_of_pairs_km
from .events import FIGHT, STRIKE, TRANSFER, ClashEvents

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

    def __post_init__(self):
        for name, kind, what in (
            ("distance_km", Real, "a number of km"),
            ("coverage_km", Real, "a number of km"),
            ("days", Integral, "a whole number of days"),
            ("coverage_days", Integral, "a whole number of days"),
        ):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, kind) or not 0 <= value < np.inf:
                raise CorridorsError(f"{name} is {what}, 0 or more, not {value!r:.100}.")
        if self.coverage_km < self.distance_km or self.coverage_days < self.days:
            raise CorridorsError(
                f"Coverage within {self.coverage_km} km and {self.coverage_days} days is narrower than the evidence "
                f"within {self.distance_km} km and {self.days} days: make it as wide or wider."
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
    tell: Tell = silent,
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
    judge = _Judge(corridors, events, bloc_of or {}, options or EvidenceOptions())
    none = np.empty(0, int)
    matches, coverage = [(none, none, none, none.astype(float), none.astype(bool))], [(none, none)]
    passages = Days.of(corridors.start, corridors.end, corridors.is_timed)
    farthest = judge.options.coverage_days
    for block in blocks_of_pairs(corridors.path, passages, events.lonlat, judge.happened, farthest, tell):
        matches.append(judge.matches_in(block))
        coverage.append(judge.coverage_in(block))
    columns = [np.concatenate(column) for column in zip(*matches)]
    order = np.lexsort((columns[1], columns[0]))
    return judge.evidence(*(column[order] for column in columns), *map(np.concatenate, zip(*coverage)))


class _Judge:
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

    def evidence(self, corridor, event, days, km, is_between, covered, counts) -> Evidence:
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
