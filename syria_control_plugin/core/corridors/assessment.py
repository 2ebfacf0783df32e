"""All that is found about corridors: where they lie, their measures, and the evidence for and against them; as rows.

The two searches for corridors, from what is known to findings: the same for the toolbox and for a case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import fields as f
from ..control.series import ControlSeries
from ..factions.factions import FactionRegister, Factions
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback
from ..movements.movements import Movements
from .areas import DAYS_AFTER, WIDTH_KM, Advances, CorridorAreas, advances_along, corridor_areas
from .corridors import Corridors
from .events import STRIKE, TRANSFER, ClashEvents
from .evidence import (
    CLASH,
    IMPRECISE,
    NOT_COVERED,
    UNIDENTIFIED,
    VAGUE,
    Evidence,
    EvidenceOptions,
    evidence_for,
)
from .inferred import ALTERNATIVE_FACTOR, TOLERANCE_KM, InferredCorridors, inferred_corridors
from .measures import CorridorMeasures, measures_of
from .observed import ObservedCorridors, observed_corridors
from .robustness import Robustness, robustness_of

UNCERTAINTY_KM = 1.0
AREA_FIELDS = (
    f.CORRIDOR, f.BASIS, f.KIND, f.MOVER, f.HOST, f.VERDICT, f.VALID_FROM, f.VALID_TO, f.WIDTH_KM, f.AREA_KM2,
    f.TAKEN_KM2, f.TAKEN_SHARE, f.MAP_SOURCE,
)  # fmt: skip
ROLES = {
    CLASH: f.CLASHES, IMPRECISE: f.IMPRECISE_CLASHES, UNIDENTIFIED: f.UNIDENTIFIED_CLASHES, VAGUE: f.VAGUE_CLASHES,
    STRIKE: f.STRIKES, TRANSFER: f.TRANSFERS,
}  # fmt: skip


@dataclass(frozen=True)
class CorridorOptions:
    """Settings of a search for corridors; the modules that they belong to say what they mean and check them."""

    evidence: EvidenceOptions = EvidenceOptions()
    uncertainty_km: float = UNCERTAINTY_KM
    width_km: float = WIDTH_KM
    days_after: int = DAYS_AFTER
    min_length_km: float = 0.0
    tolerance_km: float = TOLERANCE_KM
    alternative_factor: float = ALTERNATIVE_FACTOR


@dataclass(frozen=True)
class CorridorAssessment:
    """Corridors with all that is known of them, and the search that they come from: one of the last two."""

    corridors: Corridors
    measures: CorridorMeasures
    robustness: Robustness
    areas: CorridorAreas
    advances: Advances
    evidence: Evidence
    events: ClashEvents
    options: CorridorOptions
    observed: ObservedCorridors | None = None
    inferred: InferredCorridors | None = None

    def __len__(self) -> int:
        return len(self.corridors)


def assess_corridors(
    corridors: Corridors,
    series: ControlSeries,
    events: ClashEvents,
    bloc_of: Mapping[str, str],
    options: CorridorOptions,
    feedback: Feedback = NO_FEEDBACK,
    observed: ObservedCorridors | None = None,
    inferred: InferredCorridors | None = None,
) -> CorridorAssessment:
    """Measures corridors and judges them against clash events.

    series   the territories that the corridors were found in: they tell what became of the ground afterwards
    bloc_of  faction → bloc; a faction that is not in it is its own bloc
    """
    areas = corridor_areas(corridors, options.width_km, SubFeedback(feedback, 0, 20))
    return CorridorAssessment(
        corridors,
        measures_of(corridors, SubFeedback(feedback, 20, 50)),
        robustness_of(corridors, (options.uncertainty_km,), SubFeedback(feedback, 50, 70)),
        areas,
        advances_along(corridors, areas.geometry, series, bloc_of, options.days_after, SubFeedback(feedback, 70, 80)),
        evidence_for(corridors, events, bloc_of, options.evidence, SubFeedback(feedback, 80, 100)),
        events,
        options,
        observed,
        inferred,
    )


def corridor_rows(
    found: CorridorAssessment, first_number: int = 1, bases: Mapping[str, str] | None = None
) -> dict[str, list | np.ndarray]:
    """The corridors as columns of a table, field → values; numbered from ``first_number`` on.

    bases  source of territories → what they rest on, where that is known
    """
    bases = bases or {}
    corridors, evidence = found.corridors, found.evidence
    count = len(corridors)
    # A passage of no time at all is shown for a second: a period has to last.
    until = np.maximum(corridors.end, corridors.start + np.timedelta64(1, "s"))
    return {
        f.CORRIDOR: np.arange(first_number, first_number + count),
        f.BASIS: corridors.basis,
        f.KIND: corridors.kind,
        f.MOVER: corridors.mover,
        f.HOST: corridors.host,
        f.VERDICT: evidence.verdict,
        f.VALID_FROM: corridors.start,
        f.VALID_TO: until,
        f.IS_TIMED: corridors.is_timed.astype(int),
        f.LENGTH_KM: corridors.length_km,
        f.GAP_H: corridors.gap_h,
        f.BEFORE: corridors.before,
        f.AFTER: corridors.after,
        f.ENTERS_BY_CHANGE: corridors.enters_by_change.astype(int),
        f.LEAVES_BY_CHANGE: corridors.leaves_by_change.astype(int),
        f.ALSO_CLAIMED_BY: corridors.also_claimed_by,
        f.GROUND_CHANGED: corridors.ground_changed.astype(int),
        f.DEPTH_KM: found.measures.depth_km,
        f.NECK_KM: found.measures.neck_km,
        f.UNCERTAINTY_KM: np.full(count, found.options.uncertainty_km),
        f.SURVIVING_KM: found.robustness.surviving_km[:, 0],
        f.SURVIVES: found.robustness.survives[:, 0].astype(int),
        f.WIDTH_KM: np.full(count, found.options.width_km),
        f.AREA_KM2: found.areas.area_km2,
        f.TAKEN_KM2: found.advances.taken_km2,
        f.TAKEN_SHARE: found.advances.taken_share,
        **_evidence_columns(found),
        **_inference_columns(found),
        f.MOVEMENT: corridors.movement,
        f.SOURCE: corridors.source,
        f.MAP_SOURCE: corridors.map_source,
        f.MAP_BASIS: [bases.get(source, "") for source in corridors.map_source],
        f.MAP_DATE: corridors.map_date,
    }


def evidence_rows(found: CorridorAssessment, first_number: int = 1) -> dict[str, list | np.ndarray]:
    """The matched events as columns of a table: a row an event and corridor, of each corridor the nearest first."""
    evidence, events = found.evidence, found.events
    order = np.lexsort((np.abs(evidence.match_days), evidence.match_distance_km, evidence.match_corridor))
    event = evidence.match_event[order]
    return {
        f.CORRIDOR: evidence.match_corridor[order] + first_number,
        f.ROLE: evidence.match_role[order],
        f.IS_PRECISE: evidence.match_is_precise[order].astype(int),
        f.DISTANCE_KM: evidence.match_distance_km[order],
        f.DAYS: evidence.match_days[order],
        f.EVENT: events.id[event],
        f.SOURCE: events.source[event],
        f.LABEL: events.label[event],
        f.VALID_FROM: events.start[event],
        f.VALID_TO: events.end[event],
        f.REACH_KM: np.where(np.isinf(events.reach_km), np.nan, events.reach_km)[event],
        f.SIDE_A: np.array(["; ".join(side) for side in events.side_a[event]], object),
        f.SIDE_B: np.array(["; ".join(side) for side in events.side_b[event]], object),
    }


def _evidence_columns(found: CorridorAssessment) -> dict:
    evidence, count = found.evidence, len(found)
    columns: dict = {}
    for role, field in ROLES.items():
        columns[field] = np.bincount(evidence.match_corridor[evidence.match_role == role], minlength=count)
    nearest = np.full(count, np.inf)
    clash = evidence.match_role == CLASH
    np.minimum.at(nearest, evidence.match_corridor[clash], evidence.match_distance_km[clash])
    columns[f.NEAREST_CLASH_KM] = np.where(np.isinf(nearest), np.nan, nearest)
    columns[f.COVERED_BY], columns[f.NOT_COVERED_BY] = _sources(found)
    return columns


def _sources(found: CorridorAssessment) -> tuple[list[str], list[str]]:
    """Of each corridor what each event data set says that has events there, and the names of those that have none."""
    evidence = found.evidence
    say: list[list[str]] = [[] for _ in range(len(found))]
    silent_: list[set[str]] = [set(evidence.sources) for _ in range(len(found))]
    rows = zip(evidence.cover_corridor, evidence.cover_source, evidence.cover_events, evidence.cover_verdict)
    for corridor, source, events, verdict in rows:
        if verdict != NOT_COVERED:
            say[corridor].append(f"{source}: {events}, {verdict}")
            silent_[corridor].discard(source)
    return ["; ".join(each) for each in say], ["; ".join(sorted(each)) for each in silent_]


def _inference_columns(found: CorridorAssessment) -> dict:
    inferred, count = found.inferred, len(found)
    nothing = np.full(count, np.nan)
    if inferred is None:
        return {
            f.LOSERS: [None] * count,
            f.GAINED_KM2: nothing,
            f.HOST_LOST_KM2: nothing,
            f.WAY_KM: nothing,
            f.ALTERNATIVES: [None] * count,
            f.DEEP_ATTACK_KM: nothing,
            f.OFF_MAP_KM: nothing,
        }
    return {
        f.LOSERS: inferred.losers,
        f.GAINED_KM2: inferred.gained_km2,
        f.HOST_LOST_KM2: inferred.host_lost_km2,
        f.WAY_KM: inferred.way_km,
        f.ALTERNATIVES: [
            "; ".join(f"{', '.join(way.hosts)}: {way.length_km:.1f} km" for way in ways if way.hosts)
            for ways in inferred.alternatives
        ],
        f.DEEP_ATTACK_KM: [_shortest(way for way in ways if way.is_deep_attack) for ways in inferred.alternatives],
        f.OFF_MAP_KM: [_shortest(way for way in ways if way.leaves_map) for ways in inferred.alternatives],
    }


def _shortest(ways: Iterable[Any]) -> float:
    return float(min((way.length_km for way in ways), default=np.nan))


def with_holders(factions: Factions, series: ControlSeries) -> Factions:
    """The registry with all that hold ground, so that the actors of events are found among them too."""
    register = FactionRegister(factions)
    for name in series.factions:
        register.of_text(name)
    return register.factions


def blocs(factions: Factions) -> dict[str, str]:
    """Faction → bloc."""
    return {name: factions.bloc_of(name) for name in factions.ids}


def assess_observed(
    movements: Movements,
    series: ControlSeries,
    events: ClashEvents,
    bloc_of: Mapping[str, str],
    options: CorridorOptions,
    feedback: Feedback = NO_FEEDBACK,
) -> CorridorAssessment:
    """Corridors cut from movements, with their evidence."""
    seen = observed_corridors(movements, series, bloc_of, options.min_length_km, SubFeedback(feedback, 0, 50))
    return assess_corridors(
        seen.corridors, series, events, bloc_of, options, SubFeedback(feedback, 50, 100), observed=seen
    )


def assess_inferred(
    series: ControlSeries,
    events: ClashEvents,
    bloc_of: Mapping[str, str],
    options: CorridorOptions,
    feedback: Feedback = NO_FEEDBACK,
) -> CorridorAssessment:
    """Corridors deduced from control changes alone, with their evidence."""
    tolerance, factor = options.tolerance_km, options.alternative_factor
    deduced = inferred_corridors(series, bloc_of, tolerance, factor, feedback=SubFeedback(feedback, 0, 60))
    return assess_corridors(
        deduced.corridors, series, events, bloc_of, options, SubFeedback(feedback, 60, 100), inferred=deduced
    )
