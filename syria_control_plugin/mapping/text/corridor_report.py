"""The page on a search for corridors: with what it was searched, what was found, and what was left out.

What a search for corridors did not make a corridor of, told in sentences: nothing is left out in silence.
"""

from __future__ import annotations

import html

import numpy as np
import shapely

from ...core.control.series import ControlSeries
from ...core.corridors.assessment import CorridorAssessment, CorridorOptions
from ...core.movements.movements import Movements
from ...translation import tr, tr_n
from .formatting import reach, setting


def corridor_page(title: str, found: CorridorAssessment, sentences: list[str], notes: list[str]) -> str:
    """An HTML page; all that comes from data is escaped."""
    sections = [
        (tr("Settings"), "ul", setting_text(found.options)),
        (tr("Event data"), "ul", [*found.events.sources] or [tr("none")]),
        (tr("Left out"), "ul", notes or [tr("nothing")]),
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


def setting_text(options: CorridorOptions) -> list[str]:
    """What a search goes by, by the names that its settings have in the panel."""
    evidence, km = options.evidence, tr("{} km")
    days_after = setting(options.days_after) + tr_n(" day", " days", options.days_after)
    named = (
        (tr("Clash distance"), reach(evidence.distance_km, evidence.days)),
        (tr("Coverage distance"), reach(evidence.coverage_km, evidence.coverage_days)),
        (tr("Border uncertainty"), km.format(setting(options.uncertainty_km))),
        (tr("Corridor width"), km.format(setting(options.width_km))),
        (tr("Follow-up period"), days_after),
        (tr("Minimum length"), km.format(setting(options.min_length_km))),
        (tr("Contiguity tolerance"), km.format(setting(options.tolerance_km))),
        (tr("Maximum detour"), setting(options.alternative_factor) + tr(" times")),
    )
    lines = [tr("{}: {}").format(name, value) for name, value in named]
    return [*lines, *([tr("Count remote violence")] if evidence.counts_strikes else [])]


_NAMED = 10  # movements that a sentence names


def observed_notes(found: CorridorAssessment, movements: Movements, series: ControlSeries) -> list[str]:
    """Short corridors, and movements of which the maps say nothing or not everything."""
    seen = found.observed
    notes = []
    if seen.short:
        line = tr("Corridors shorter than the minimum length, left out: {}, {:.1f} km in total.")
        notes.append(line.format(seen.short, seen.short_km))
    for rows, line in (
        (seen.unmapped, tr("Movements at times not covered by any map: {}.")),
        (seen.partly_mapped, tr("Movements at times only partly covered by the maps: {}.")),
        (_off_the_map(movements, series) & ~seen.unmapped, tr("Movements entirely outside the mapped area: {}.")),
    ):
        if rows.any():
            notes.append(line.format(_named(movements.id[rows])))
    return notes


def inferred_notes(found: CorridorAssessment) -> list[str]:
    """Gains that are no corridor: reached over the losers' own ground, by nobody's way, or too small to count."""
    deduced = found.inferred
    notes = []
    for gain in deduced.deep_attacks:
        line = tr(
            "Between {start} and {end}, {mover} gained {area:.1f} km² from {losers}, {way:.1f} km from its earlier "
            "territory and with no territory of another side in between. This may be a deep attack, a change of "
            "allegiance, an agreement, or an error in the maps."
        )
        if gain.leaves_map:
            line = tr(
                "Between {start} and {end}, {mover} gained {area:.1f} km² from {losers}, {way:.1f} km from its "
                "earlier territory along or outside the edge of the mapped area. It is not known who held the area "
                "in between."
            )
        notes.append(line.format(**_words(gain), losers=gain.losers or tr("nobody"), way=gain.way_km))
    for gain in deduced.unreached:
        line = tr(
            "Between {start} and {end}, {mover} gained {area:.1f} km² but held no territory before, so no "
            "route is drawn."
        )
        notes.append(line.format(**_words(gain)))
    if deduced.slivers:
        line = tr("Changed pieces too small to count as gains: {}, {:.4f} km² in total.")
        notes.append(line.format(deduced.slivers, deduced.sliver_km2))
    return notes


def _words(gain) -> dict:
    start, end = (np.datetime_as_string(moment, unit="D") for moment in (gain.start, gain.end))
    return {"start": start, "end": end, "mover": gain.mover, "area": gain.gained_km2}


def _named(ids: np.ndarray) -> str:
    more = tr(" and {} more").format(len(ids) - _NAMED) if len(ids) > _NAMED else ""
    return ", ".join(map(str, ids[:_NAMED])) + more


def _off_the_map(movements: Movements, series: ControlSeries) -> np.ndarray:
    """Which movements' bounding boxes lie wholly outside that of all territories."""
    if len(movements) == 0 or len(series) == 0:
        return np.zeros(len(movements), bool)
    west, south, east, north = shapely.bounds(movements.lines).T
    low_x, low_y, high_x, high_y = shapely.total_bounds(series.geometry)
    across = (west < -180) | (east > 180) | (east - west > 180)  # the other side of the antimeridian: not told apart
    return ~across & ((east < low_x) | (west > high_x) | (north < low_y) | (south > high_y))
