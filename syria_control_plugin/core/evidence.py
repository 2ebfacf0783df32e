"""What event data say of each corridor: whether anyone reported a clash there, and whether anyone would have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from numbers import Integral, Real

import numpy as np

from .corridors import Corridors
from .errors import CorridorsError
from .event_distances import distances_of_pairs_km, pairs_within
from .events import FIGHT, STRIKE, TRANSFER, ClashEvents
from .telling import Tell, part_of, silent

# Verdicts, the strongest first.
REPORTED, POSSIBLE = "clash reported", "clash possible"
NONE_REPORTED, NOT_COVERED = "no clash reported", "not covered"
# Roles of matched events beside STRIKE and TRANSFER, which are those of the kinds of the same name.
CLASH, IMPRECISE = "clash", "imprecise clash"

_DAY = "datetime64[D]"


@dataclass(frozen=True)
class EvidenceOptions:
    """How near in place and time an event has to be; all limits belong to what they limit.

    distance_km, days           of an event from the path and the passage, to count for or against it
    coverage_km, coverage_days  of any event, to show that its source looked there and then; at least as wide
    counts_strikes              whether strikes from afar (air, artillery, mines) decide as fights do

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
    match_role        object: CLASH, IMPRECISE, STRIKE or TRANSFER
    match_is_precise  bool: the event's date and place are exact, as those of a CLASH always are
    match_distance_km ellipsoidal, from where the event's source puts it to the nearest point of the path
    match_days        calendar days from passage to event: 0 where they share a day, less than 0 before, more after

    A row a corridor and source, sorted:

    cover_corridor, cover_source   row of the corridors, name of the source
    is_covered        bool: whether the source has any event there and then
    cover_events      how many it has, of whatever parties
    cover_clashes     how many of its events decide for "clash reported"
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

    CLASH      a fight of which date and place are exact, within ``distance_km`` and ``days``
    IMPRECISE  a fight of which they are not, that may lie within: its place less its reach, and one of its days
    STRIKE     a strike from afar that lies or may lie within
    TRANSFER   ground handed over without a fight that lies or may lie within

    "clash reported": there is a CLASH; else "clash possible": there is an IMPRECISE one. Where strikes count, a precise
    one is as good as a CLASH, another as an IMPRECISE one. Else "no clash reported" where any source covers the
    passage, by any event of whatever kind and parties whose stated place and days lie within ``coverage_km`` and
    ``coverage_days``; else "not covered". An event of which no more than the country is known (infinite reach) covers
    nothing: its stated place is but the country's middle, and a source that knows no better may not look there at all.

    The days of a passage are all those of its time; of a timed one those from entry to exit.
    """
    bloc_of, options = bloc_of or {}, options or EvidenceOptions()
    near = _Near(corridors, events, options, tell)
    match = near.days_apart <= options.days
    match &= _are_between(corridors, events, bloc_of, near.corridor, near.event)
    match &= near.km - events.reach_km[near.event] <= options.distance_km
    match &= np.isin(events.kind[near.event], (FIGHT, STRIKE, TRANSFER))
    corridor, event = near.corridor[match], near.event[match]
    is_precise = events.is_exact_date[event] & (events.reach_km[event] == 0)
    kind = events.kind[event]
    counts = (kind == FIGHT) | ((kind == STRIKE) & options.counts_strikes)
    role = np.where(kind == FIGHT, np.where(is_precise, CLASH, IMPRECISE), kind).astype(object)
    sources = events.sources
    source = np.array([sources.index(name) for name in events.source], int)

    def by_source(rows: np.ndarray, of: np.ndarray) -> np.ndarray:
        cells = rows * len(sources) + source[of]
        return np.bincount(cells, minlength=len(corridors) * len(sources)).reshape(len(corridors), len(sources))

    covers = (near.km <= options.coverage_km) & np.isfinite(events.reach_km[near.event])
    cover_events = by_source(near.corridor[covers], near.event[covers])
    decides = counts & is_precise
    verdict = np.full(len(corridors), NOT_COVERED, object)
    verdict[(cover_events > 0).any(axis=1)] = NONE_REPORTED
    verdict[corridor[counts]] = POSSIBLE
    verdict[corridor[decides]] = REPORTED
    return Evidence(
        verdict, corridor, event, role, is_precise, near.km[match], near.days[match],
        np.repeat(np.arange(len(corridors)), len(sources)), np.tile(np.array(sources, object), len(corridors)),
        (cover_events > 0).ravel(), cover_events.ravel(), by_source(corridor[decides], event[decides]).ravel(),
    )  # fmt: skip


class _Near:
    """The pairs of corridor and event, sorted, that are near enough to be looked at, with their distances.

    None is farther in time than coverage reaches, which is as far as evidence does or farther.

    corridor, event, km   (k,)
    days, days_apart      (k,) signed, and without the sign
    """

    def __init__(self, corridors: Corridors, events: ClashEvents, options: EvidenceOptions, tell: Tell):
        reach_km = np.maximum(options.coverage_km, options.distance_km + events.reach_km)
        passages = _days_of(corridors.start, corridors.end, corridors.is_timed)
        happened = _days_of(events.start, events.end, np.zeros(len(events), bool))
        found = [np.empty((2, 0), int)]
        for pairs in pairs_within(corridors.path, events.lonlat, reach_km, part_of(tell, 0, 0.5)):
            apart = np.abs(_days_between(passages, happened, *pairs))
            found.append(pairs[:, apart <= options.coverage_days])
        self.corridor, self.event = np.concatenate(found, axis=1)
        self.days = _days_between(passages, happened, self.corridor, self.event)
        self.days_apart = np.abs(self.days)
        self.km = distances_of_pairs_km(corridors.path, events.lonlat, self.corridor, self.event, part_of(tell, 0.5, 1))


def _days_of(start: np.ndarray, end: np.ndarray, has_end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """First and last calendar day of each time; the end belongs to it where ``has_end``, unless it is the start."""
    last = np.maximum(np.where(has_end, end, end - np.timedelta64(1, "s")), start)
    return start.astype(_DAY), last.astype(_DAY)


def _days_between(passages, happened, corridor: np.ndarray, event: np.ndarray) -> np.ndarray:
    """Days from passage to event: 0 where they share one."""
    after = (happened[0][event] - passages[1][corridor]).astype(int)
    before = (passages[0][corridor] - happened[1][event]).astype(int)
    return np.maximum(after, 0) - np.maximum(before, 0)


def _are_between(
    corridors: Corridors, events: ClashEvents, bloc_of: Mapping[str, str], corridor: np.ndarray, event: np.ndarray
) -> np.ndarray:
    """Whether the event of each pair is one between the mover's bloc and the host's."""
    movers, hosts = ([bloc_of.get(one, one) for one in side] for side in (corridors.mover, corridors.host))
    number = {bloc: row for row, bloc in enumerate(dict.fromkeys([*movers, *hosts]))}
    mover, host = (np.array([number[bloc] for bloc in side], int)[corridor] for side in (movers, hosts))
    takes_part = np.zeros((2, len(events), len(number)), bool)
    for side, members in enumerate((events.side_a, events.side_b)):
        for row, factions in enumerate(members):
            for faction in factions:
                bloc = number.get(bloc_of.get(faction, faction))
                if bloc is not None:
                    takes_part[side, row, bloc] = True
    one, other = takes_part
    return (one[event, mover] & other[event, host]) | (one[event, host] & other[event, mover])
