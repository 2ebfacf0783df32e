"""Assessment of corridors: their measures and the evidence for and against clashes, also as rows of tables.

The two searches for corridors, from the data to the assessment, are the same for the toolbox and for a case.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from .. import fields as f
from ..arrays import objects
from ..control.holders import joined
from ..control.series import ControlSeries
from ..factions.blocs import Blocs
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
    UNKNOWN_KIND,
    Evidence,
    EvidenceOptions,
    evidence_for,
)
from .inferred import ALTERNATIVE_FACTOR, TOLERANCE_KM, Alternative, InferredCorridors, inferred_corridors
from .measures import CorridorMeasures, measures_of
from .observed import ObservedCorridors, observed_corridors
from .robustness import Robustness, robustness_of

UNCERTAINTY_KM = 1.0
AREA_FIELDS = (
    f.CORRIDOR, f.BASIS, f.KIND, f.MOVER, f.HOST, f.VERDICT, f.VALID_FROM, f.VALID_TO, f.WIDTH_KM, f.AREA_KM2,
    f.TAKEN_KM2, f.TAKEN_SHARE, f.MAP_SOURCE,
)  # fmt: skip
ROLES = {
    CLASH: f.CLASHES, IMPRECISE: f.IMPRECISE_CLASHES, UNKNOWN_KIND: f.UNKNOWN_KIND_EVENTS,
    UNIDENTIFIED: f.UNIDENTIFIED_CLASHES, STRIKE: f.STRIKES, TRANSFER: f.TRANSFERS,
}  # fmt: skip


@dataclass(frozen=True)
class CorridorOptions:
    """Settings of a search for corridors; the modules that use them define and check them."""

    evidence: EvidenceOptions = EvidenceOptions()
    uncertainty_km: float = UNCERTAINTY_KM
    width_km: float = WIDTH_KM
    days_after: int = DAYS_AFTER
    min_length_km: float = 0.0
    tolerance_km: float = TOLERANCE_KM
    alternative_factor: float = ALTERNATIVE_FACTOR


@dataclass(frozen=True)
class CorridorAssessment:
    """Corridors with their measures and evidence, and the search that they come from: ``observed`` or ``inferred``.

    allied  (n,) object: periods in which mover and host are allies, ``Blocs.periods_allied``
    """

    corridors: Corridors
    measures: CorridorMeasures
    robustness: Robustness
    areas: CorridorAreas
    advances: Advances
    evidence: Evidence
    allied: np.ndarray
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
    blocs: Blocs,
    options: CorridorOptions,
    feedback: Feedback = NO_FEEDBACK,
    observed: ObservedCorridors | None = None,
    inferred: InferredCorridors | None = None,
    known: Collection[str] | None = None,
) -> CorridorAssessment:
    """Measure corridors and assess them against clash events.

    series   the territories that the corridors were found in; they also show who held the area afterwards
    blocs    those of the day count
    known    the known factions, None if all are
    """
    areas = corridor_areas(corridors, options.width_km, SubFeedback(feedback, 0, 20))
    return CorridorAssessment(
        corridors=corridors,
        measures=measures_of(corridors, SubFeedback(feedback, 20, 50)),
        robustness=robustness_of(corridors, (options.uncertainty_km,), SubFeedback(feedback, 50, 70)),
        areas=areas,
        advances=advances_along(
            corridors, areas.geometry, series, blocs, options.days_after, SubFeedback(feedback, 70, 80)
        ),
        evidence=evidence_for(corridors, events, blocs, options.evidence, SubFeedback(feedback, 80, 100), known),
        allied=objects(map(blocs.periods_allied, corridors.mover, corridors.host)),
        events=events,
        options=options,
        observed=observed,
        inferred=inferred,
    )


def corridor_rows(
    assessment: CorridorAssessment, first_number: int = 1, bases: Mapping[str, str] | None = None
) -> dict[str, list | np.ndarray]:
    """Return the corridors as columns of a table, field → values, numbered from ``first_number``.

    bases  source of territories → basis of its maps, if known
    """
    bases = bases or {}
    corridors, evidence = assessment.corridors, assessment.evidence
    count = len(corridors)
    # A passage without duration is shown for a second, because a period must not be empty.
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
        f.ROUTE_ASSUMED: corridors.route_assumed.astype(int),
        f.REMARKS: corridors.remarks,
        f.BEFORE: [None if each is None else joined(each) for each in corridors.before],
        f.AFTER: [None if each is None else joined(each) for each in corridors.after],
        f.ENTERS_BY_CHANGE: corridors.enters_by_change.astype(int),
        f.LEAVES_BY_CHANGE: corridors.leaves_by_change.astype(int),
        f.ALSO_CLAIMED_BY: [joined(each) for each in corridors.also_claimed_by],
        f.ALLIED: assessment.allied,
        f.GROUND_CHANGED: corridors.ground_changed.astype(int),
        f.DEPTH_KM: assessment.measures.depth_km,
        f.NECK_KM: assessment.measures.neck_km,
        f.UNCERTAINTY_KM: np.full(count, assessment.options.uncertainty_km),
        f.SURVIVING_KM: assessment.robustness.surviving_km[:, 0],
        f.SURVIVES: assessment.robustness.survives[:, 0].astype(int),
        f.WIDTH_KM: np.full(count, assessment.options.width_km),
        f.AREA_KM2: assessment.areas.area_km2,
        f.TAKEN_KM2: assessment.advances.taken_km2,
        f.TAKEN_SHARE: assessment.advances.taken_share,
        **_evidence_columns(assessment),
        **_inference_columns(assessment),
        f.MOVEMENT: corridors.movement,
        f.SOURCE: corridors.source,
        f.MAP_SOURCE: corridors.map_source,
        f.MAP_BASIS: [bases.get(source, "") for source in corridors.map_source],
        f.MAP_DATE: corridors.map_date,
    }


def evidence_rows(assessment: CorridorAssessment, first_number: int = 1) -> dict[str, list | np.ndarray]:
    """Return the matched events as columns of a table: one row per event and corridor, sorted by corridor and distance.

    first_number  number of the first corridor, as in ``corridor_rows``
    """
    evidence, events = assessment.evidence, assessment.events
    order = np.lexsort((np.abs(evidence.match_days), evidence.match_distance_km, evidence.match_corridor))
    event = evidence.match_event[order]
    return {
        f.CORRIDOR: evidence.match_corridor[order] + first_number,
        f.ROLE: evidence.match_role[order],
        f.SURELY_WITHIN: evidence.match_is_sure[order].astype(int),
        f.DISTANCE_KM: evidence.match_distance_km[order],
        f.DAYS: evidence.match_days[order],
        f.EVENT: events.id[event],
        f.SOURCE: events.source[event],
        f.LABEL: events.label[event],
        f.VALID_FROM: events.start[event],
        f.VALID_TO: events.end[event],
        f.REACH_KM: np.where(np.isinf(events.reach_km), np.nan, events.reach_km)[event],
        f.REACH_BASIS: events.reach_basis[event],
        f.SIDE_A: np.array([joined(side) for side in events.side_a[event]], object),
        f.SIDE_B: np.array([joined(side) for side in events.side_b[event]], object),
    }


def _evidence_columns(assessment: CorridorAssessment) -> dict:
    evidence, count = assessment.evidence, len(assessment)
    columns: dict = {}
    for role, field in ROLES.items():
        columns[field] = np.bincount(evidence.match_corridor[evidence.match_role == role], minlength=count)
    nearest = np.full(count, np.inf)
    clash = evidence.match_role == CLASH
    np.minimum.at(nearest, evidence.match_corridor[clash], evidence.match_distance_km[clash])
    columns[f.NEAREST_CLASH_KM] = np.where(np.isinf(nearest), np.nan, nearest)
    columns[f.COVERED_SHARE] = np.zeros(count)
    np.maximum.at(columns[f.COVERED_SHARE], evidence.cover_corridor, evidence.cover_share)
    columns[f.COVERED_BY], columns[f.NOT_COVERED_BY] = _sources(assessment)
    return columns


def _sources(assessment: CorridorAssessment) -> tuple[list[str], list[str]]:
    """Return for each corridor the counts and verdicts of the sources that cover it, and the names of the others."""
    evidence = assessment.evidence
    covering: list[list[str]] = [[] for _ in range(len(assessment))]
    not_covering: list[set[str]] = [set(evidence.sources) for _ in range(len(assessment))]
    rows = zip(evidence.cover_corridor, evidence.cover_source, evidence.cover_events, evidence.cover_verdict)
    for corridor, source, events, verdict in rows:
        if verdict != NOT_COVERED:
            covering[corridor].append(f"{source}: {events}, {verdict}")
            not_covering[corridor].discard(source)
    return ["; ".join(each) for each in covering], ["; ".join(sorted(each)) for each in not_covering]


def _inference_columns(assessment: CorridorAssessment) -> dict:
    inferred, count = assessment.inferred, len(assessment)
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
        f.LOSERS: [joined(each) for each in inferred.losers],
        f.GAINED_KM2: inferred.gained_km2,
        f.HOST_LOST_KM2: inferred.host_lost_km2,
        f.WAY_KM: inferred.way_km,
        f.ALTERNATIVES: [
            "; ".join(f"{', '.join(way.hosts)}: {way.length_km:.1f} km" for way in ways if way.hosts)
            for ways in inferred.alternatives
        ],
        f.DEEP_ATTACK_KM: [_shortest(each for each in some if each.is_deep_attack) for some in inferred.alternatives],
        f.OFF_MAP_KM: [_shortest(each for each in some if each.leaves_map) for some in inferred.alternatives],
    }


def _shortest(routes: Iterable[Alternative]) -> float:
    return min((float(route.length_km) for route in routes), default=float("nan"))


def with_holders(factions: Factions, series: ControlSeries) -> Factions:
    """Return the registry extended by all holders of the series, so that actors of events can match them too."""
    register = FactionRegister(factions)
    for name in series.factions:
        register.of_text(name)
    return register.factions


def assess_observed(
    movements: Movements,
    series: ControlSeries,
    events: ClashEvents,
    blocs: Blocs,
    options: CorridorOptions,
    feedback: Feedback = NO_FEEDBACK,
    known: Collection[str] | None = None,
) -> CorridorAssessment:
    """Cut corridors from movements and assess them; ``known`` as in ``assess_corridors``."""
    observed = observed_corridors(movements, series, blocs, options.min_length_km, SubFeedback(feedback, 0, 50))
    return assess_corridors(
        observed.corridors,
        series,
        events,
        blocs,
        options,
        SubFeedback(feedback, 50, 100),
        observed=observed,
        known=known,
    )


def assess_inferred(
    series: ControlSeries,
    events: ClashEvents,
    blocs: Blocs,
    options: CorridorOptions,
    feedback: Feedback = NO_FEEDBACK,
    known: Collection[str] | None = None,
) -> CorridorAssessment:
    """Infer corridors from control changes alone and assess them; ``known`` as in ``assess_corridors``."""
    tolerance, factor = options.tolerance_km, options.alternative_factor
    inferred = inferred_corridors(series, blocs, tolerance, factor, feedback=SubFeedback(feedback, 0, 60))
    return assess_corridors(
        inferred.corridors,
        series,
        events,
        blocs,
        options,
        SubFeedback(feedback, 60, 100),
        inferred=inferred,
        known=known,
    )
