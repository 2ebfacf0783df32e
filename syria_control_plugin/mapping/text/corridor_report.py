"""Report of a search for corridors: its settings, its results, and what was left out.

Everything that the search did not turn into a corridor is reported; nothing is left out silently.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from ...core import fields as f
from ...core.control.holders import joined
from ...core.control.series import ControlSeries
from ...core.corridors.assessment import CorridorAssessment, CorridorOptions
from ...core.movements.movements import Movements
from ...translation import apart, tr, tr_n
from .corridor_text import unknown_faction_texts
from .formatting import date, factions, listed, name_of, reach, setting


def corridor_page(
    title: str,
    assessments: Sequence[CorridorAssessment],
    sentences: list[str],
    notes: list[str],
    partial: Sequence[str] = (),
) -> str:
    """Return an HTML page about a search; all text from data is escaped.

    assessments  one or two, of the same events with the same options
    notes        what was left out: ``observed_notes``, ``inferred_notes``
    partial      ``partial_notes``
    """
    options, events = assessments[0].options, assessments[0].events
    infers = any(each.inferred is not None for each in assessments)
    sections = [
        (tr("Settings"), "ul", setting_text(options, infers)),
        (tr("Event data"), "ul", [*events.sources] or [tr("none")]),
        (tr("Left out"), "ul", notes or [tr("nothing")]),
        *([(tr("Assessed in part"), "ul", partial)] if partial else []),
        (tr("Corridors"), "ol", sentences),
    ]
    body = "".join(
        f"<h2>{html.escape(heading)}</h2><{kind}>{''.join(f'<li>{html.escape(line)}</li>' for line in lines)}</{kind}>"
        for heading, kind, lines in sections
    )
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>"
        f"<h1>{html.escape(title)}</h1>{body}</body></html>"
    )


def setting_text(options: CorridorOptions, infers: bool = True) -> list[str]:
    """Return the settings of a search, by their names in the panel.

    infers  whether it infers corridors: two of the settings have no effect on others
    """
    evidence, km = options.evidence, tr("{} km")
    days_after = setting(options.days_after) + tr_n(" day", " days", options.days_after)
    named = [
        (tr("Clash distance"), reach(evidence.distance_km, evidence.days)),
        (tr("Coverage distance"), reach(evidence.coverage_km, evidence.coverage_days)),
        (tr("Border uncertainty"), km.format(setting(options.uncertainty_km))),
        (tr("Corridor width"), km.format(setting(options.width_km))),
        (tr("Follow-up period"), days_after),
        (tr("Minimum length"), km.format(setting(options.min_length_km))),
    ]
    if infers:
        named.append((tr("Contiguity tolerance"), km.format(setting(options.tolerance_km))))
        named.append((tr("Maximum detour"), setting(options.alternative_factor) + tr(" times")))
    lines = [tr("{}: {}").format(name, value) for name, value in named]
    lines.append(tr("Time zone of days: {}.").format(apart(evidence.time_zone)))
    return [*lines, *([tr("Count remote violence")] if evidence.counts_strikes else [])]


_NAMED = 10  # maximum number of movements in a sentence


def observed_notes(assessment: CorridorAssessment, movements: Movements, series: ControlSeries) -> list[str]:
    """Report corridors that are too short, and movements without a corridor that the maps do not fully cover."""
    observed = assessment.observed
    partly = observed.partly_mapped & ~_has_corridor(assessment, movements)
    notes = []
    if observed.short:
        line = tr("Corridors shorter than the minimum length, left out: {}, {:.1f} km in total.")
        notes.append(line.format(observed.short, observed.short_km))
    for rows, line in (
        (observed.unmapped, tr("Movements at times not covered by any map: {}.")),
        (partly, tr("Movements without a corridor, at times only partly covered by the maps: {}.")),
        (_off_the_map(movements, series) & ~observed.unmapped, tr("Movements entirely outside the mapped area: {}.")),
    ):
        if rows.any():
            notes.append(line.format(_named(movements.id[rows])))
    return notes


def partial_notes(assessment: CorridorAssessment, movements: Movements) -> list[str]:
    """Report movements with a corridor that may have others, because the maps cover only a part of their time."""
    rows = assessment.observed.partly_mapped & _has_corridor(assessment, movements)
    line = tr("Movements with a corridor, at times only partly covered by the maps: {}.")
    return [line.format(_named(movements.id[rows]))] if rows.any() else []


def _has_corridor(assessment: CorridorAssessment, movements: Movements) -> np.ndarray:
    return np.isin(movements.id.astype(str), assessment.corridors.movement.astype(str))


def inferred_notes(assessment: CorridorAssessment, names: Mapping[str, str]) -> list[str]:
    """Report gains that are not corridors: deep attacks, gains without an origin, and slivers.

    names  name of each known faction, by its id

    If the maps are of several sources, each gain is reported with its source: what is a deep attack on the maps of one
    may be a corridor on those of another.
    """
    inferred = assessment.inferred
    gains = (*inferred.deep_attacks, *inferred.unreached)
    is_one = len({*assessment.corridors.map_source, *(gain.source for gain in gains)}) == 1
    notes = []
    for gain in inferred.deep_attacks:
        line = tr(
            "Between {start} and {end}, {mover} gained {area:.1f} km² from {losers}, {way:.1f} km from territory that "
            "this faction or its allies held before. The shortest route needs no territory of other sides, except that "
            "of those who lost the gain or of nobody. This may be a deep attack, a change of allegiance, an agreement, "
            "or an error in the maps."
        )
        if gain.leaves_map:
            line = tr(
                "Between {start} and {end}, {mover} gained {area:.1f} km² from {losers}, {way:.1f} km from territory "
                "that this faction or its allies held before. The shortest route leads through or along an area that "
                "is not mapped, where control is not known."
            )
        note = line.format(**_gain_values(gain, names), losers=factions(joined(gain.losers), names), way=gain.way_km)
        if gain.hosts:
            hosts = "; ".join(listed(name_of(each, names) for each in hosts) for hosts in gain.hosts)
            note += " " + tr("Longer routes through other hosts, which are not corridors: {}.").format(hosts)
        parties = {f.MOVER: gain.mover, f.LOSERS: joined(gain.losers)}
        note = " ".join([note, *unknown_faction_texts(parties, names)])
        notes.append(note if is_one else tr("{}: {}").format(gain.source, note))
    for gain in inferred.unreached:
        line = tr(
            "Between {start} and {end}, {mover} gained {area:.1f} km² but held no territory before, so no "
            "route is drawn."
        )
        unknown = unknown_faction_texts({f.MOVER: gain.mover}, names)
        note = " ".join([line.format(**_gain_values(gain, names)), *unknown])
        notes.append(note if is_one else tr("{}: {}").format(gain.source, note))
    if inferred.slivers:
        line = tr("Changed pieces too small to count as gains: {}, {:.4f} km² in total.")
        notes.append(line.format(inferred.slivers, inferred.sliver_km2))
    return notes


def _gain_values(gain, names: Mapping[str, str]) -> dict:
    start, end = (date(moment) for moment in (gain.start, gain.end))
    return {"start": start, "end": end, "mover": name_of(gain.mover, names), "area": gain.gained_km2}


def _named(ids: np.ndarray) -> str:
    more = tr(" and {} more").format(len(ids) - _NAMED) if len(ids) > _NAMED else ""
    return ", ".join(map(str, ids[:_NAMED])) + more


def _off_the_map(movements: Movements, series: ControlSeries) -> np.ndarray:
    """Mark the movements whose bounding boxes lie entirely outside that of all territories."""
    if len(movements) == 0 or len(series) == 0:
        return np.zeros(len(movements), bool)
    west, south, east, north = shapely.bounds(movements.lines).T
    low_x, low_y, high_x, high_y = shapely.total_bounds(series.geometry)
    across = (
        (west < -180) | (east > 180) | (east - west > 180)
    )  # across the antimeridian, where the boxes cannot be compared
    return ~across & ((east < low_x) | (west > high_x) | (north < low_y) | (south > high_y))
