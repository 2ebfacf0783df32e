"""Checks of a control series: overlaps, gaps, slivers, date gaps and damaged maps, listed for an analyst to assess."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..dates.periods import OPEN, valid_at
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ..geometry.ellipsoid import areas_km2
from ..geometry.polygons import polygons_of
from .damage import empty_maps, jumps, missing_for_a_few_maps
from .overlaps import SLIVER_KM2, contested_territory
from .series import ControlSeries

OVERLAP, GAP, SLIVER, DATE_HOLE = "overlap", "gap", "sliver", "date hole"
EMPTY_MAP, MISSING, JUMP = "empty map", "missing territory", "area jump"
FEW_MAPS = 5


@dataclass(frozen=True)
class Finding:
    """Anomaly in a series. ``geometry`` is None if it has no place; ``end`` is NaT if it persists."""

    kind: str
    factions: tuple[str, ...]
    start: np.datetime64
    end: np.datetime64
    geometry: shapely.Geometry | None
    area_km2: float
    note: str


def check_series(
    series: ControlSeries,
    sliver_km2: float = SLIVER_KM2,
    gap_limit: np.timedelta64 | None = None,
    feedback: Feedback = NO_FEEDBACK,
    map_dates: np.ndarray | None = None,
    few_maps: int = FEW_MAPS,
) -> list[Finding]:
    """Return the findings in the rows of one source, sorted by start.

    map_dates  sorted dates of the source's maps; None if they are not known: then those of changes stand for them

    overlap    area in two factions' territories at once, at least ``sliver_km2`` large
    gap        area that no territory covers, enclosed by territories; at least ``sliver_km2`` large
    sliver     an overlap or gap that is smaller
    date hole  a time without a map longer than ``gap_limit``; None: more than three times the median step
    empty map  a map on which nobody has territory; only if ``map_dates`` are known
    missing territory  territory that a faction does not have for at most ``few_maps`` maps, and has unchanged after it
    area jump  a change of a faction's area far larger than its usual ones
    """
    findings = [
        *_overlaps(series, sliver_km2, SubFeedback(feedback, 0, 25)),
        *_gaps(series, sliver_km2, SubFeedback(feedback, 25, 80)),
        *_damaged(series, sliver_km2, map_dates, few_maps, SubFeedback(feedback, 80, 100)),
    ]
    findings += _date_gaps(np.unique(series.start) if map_dates is None else map_dates, gap_limit)
    return sorted(findings, key=lambda finding: (finding.start, finding.kind))


def _overlaps(series: ControlSeries, sliver_km2: float, feedback: Feedback) -> list[Finding]:
    contested = contested_territory(series, sliver_km2=0.0, feedback=feedback)
    rows = []
    for number in range(len(contested)):
        names = tuple(sorted(series.faction[contested.pair[number]]))
        kind = OVERLAP if contested.area_km2[number] >= sliver_km2 else SLIVER
        note = "held by both at once" if kind == OVERLAP else "overlap smaller than the tolerance"
        rows.append(
            Finding(
                kind=kind,
                factions=names,
                start=contested.start[number],
                end=contested.end[number],
                geometry=contested.geometry[number],
                area_km2=contested.area_km2[number],
                note=note,
            )
        )
    return rows


def _gaps(series: ControlSeries, sliver_km2: float, feedback: Feedback) -> list[Finding]:
    rows: list[list] = []
    last: dict[bytes, int] = {}
    dates = series.dates
    for number, (date, until) in enumerate(zip(dates, [*dates[1:], OPEN])):
        report_progress(feedback, 100 * number / len(dates))
        held = shapely.union_all(series.on(date).geometry)
        rings = [ring for part in shapely.get_parts(held) for ring in shapely.get_rings(part)[1:]]
        # A gap may have a territory inside it.
        enclosed = polygons_of(shapely.difference(shapely.union_all(shapely.polygons(np.array(rings, object))), held))
        here: dict[bytes, int] = {}
        for gap in shapely.normalize(shapely.get_parts(enclosed)):
            key = gap.wkb
            row = last.get(key)
            if row is None:
                row = len(rows)
                rows.append([date, until, gap])
            rows[row][1] = until
            here[key] = row
        last = here
    areas = areas_km2([row[2] for row in rows]) if rows else ()
    findings = []
    for (start, end, gap), area in zip(rows, areas):
        kind, note = GAP, "enclosed ground that no territory covers"
        if area < sliver_km2:
            kind, note = SLIVER, "gap smaller than the tolerance"
        findings.append(Finding(kind=kind, factions=(), start=start, end=end, geometry=gap, area_km2=area, note=note))
    return findings


def _damaged(
    series: ControlSeries, sliver_km2: float, map_dates: np.ndarray | None, few_maps: int, feedback: Feedback
) -> list[Finding]:
    empty = [] if map_dates is None else empty_maps(series, map_dates)
    dates = series.dates
    missing = missing_for_a_few_maps(series, dates if map_dates is None else map_dates, few_maps, sliver_km2, feedback)
    # Where nobody has territory, the map is empty, or there is none.
    missing = [each for each in missing if valid_at(series.start, series.end, each.start).any()]
    findings = [
        Finding(
            kind=EMPTY_MAP,
            factions=(),
            start=start,
            end=end,
            geometry=None,
            area_km2=0.0,
            note="a map on which nobody has territory",
        )
        for start, end in empty
    ]
    findings += [
        Finding(
            kind=MISSING,
            factions=(each.faction,),
            start=each.start,
            end=each.end,
            geometry=each.geometry,
            area_km2=float(areas_km2([each.geometry])[0]),
            note=f"missing on {each.maps} maps, and unchanged on the next",
        )
        for each in missing
    ]
    ends = dict(zip(dates[:-1], dates[1:]))
    return findings + [
        Finding(
            kind=JUMP,
            factions=(each.faction,),
            start=each.date,
            end=ends.get(each.date, OPEN),
            geometry=None,
            area_km2=abs(each.change_km2),
            note=f"{'gain' if each.change_km2 > 0 else 'loss'} far larger than the usual changes from map to map",
        )
        for each in jumps(series, missing)
    ]


def _date_gaps(dates: np.ndarray, gap_limit: np.timedelta64 | None) -> list[Finding]:
    steps = np.diff(dates)
    if len(steps) == 0:
        return []
    limit = 3 * np.median(steps.astype("int64")) if gap_limit is None else gap_limit.astype("m8[s]").astype("int64")
    long = np.flatnonzero(steps.astype("int64") > limit)
    return [
        Finding(
            kind=DATE_HOLE,
            factions=(),
            start=dates[step],
            end=dates[step + 1],
            geometry=None,
            area_km2=0.0,
            note=f"no new map for {steps[step].astype('int64') / 86400:g} days",
        )
        for step in long
    ]
