"""What a search for corridors did not make a corridor of, told in sentences: nothing is left out in silence."""

from __future__ import annotations

import numpy as np
import shapely

from ...core.control.series import ControlSeries
from ...core.corridors.findings import Findings
from ...core.movements.movements import Movements
from ...translation import tr

_NAMED = 10  # movements that a sentence names


def observed_notes(found: Findings, movements: Movements, series: ControlSeries) -> list[str]:
    """Short corridors, and movements of which the maps say nothing or not everything."""
    seen = found.observed
    notes = []
    if seen.short:
        line = tr("Corridors shorter than the least length, left out: {}, together {:.1f} km.")
        notes.append(line.format(seen.short, seen.short_km))
    for rows, line in (
        (seen.unmapped, tr("Movements in a time of which no map says anything: {}.")),
        (seen.partly_mapped, tr("Movements in a time of which the maps say only a part: {}.")),
        (_off_the_map(movements, series) & ~seen.unmapped, tr("Movements wholly off the mapped ground: {}.")),
    ):
        if rows.any():
            notes.append(line.format(_named(movements.id[rows])))
    return notes


def inferred_notes(found: Findings) -> list[str]:
    """Gains that are no corridor: reached over the losers' own ground, by nobody's way, or too small to count."""
    deduced = found.inferred
    notes = []
    for gain in deduced.deep_attacks:
        line = tr(
            "Between {start} and {end} {mover} gained {area:.1f} km² from {losers}, {way:.1f} km from its earlier "
            "ground and with no other side's ground between: a deep attack, a change of side, an agreement, or a fault "
            "of the maps."
        )
        if gain.leaves_map:
            line = tr(
                "Between {start} and {end} {mover} gained {area:.1f} km² from {losers}, {way:.1f} km from its earlier "
                "ground along or outside the edge of the mapped ground: whose ground lay between is not known."
            )
        notes.append(line.format(**_words(gain), losers=gain.losers or tr("nobody"), way=gain.way_km))
    for gain in deduced.unreached:
        line = tr("Between {start} and {end} {mover} gained {area:.1f} km² and had held nothing: no way is drawn.")
        notes.append(line.format(**_words(gain)))
    if deduced.slivers:
        line = tr("Changed pieces too small to be gains: {}, together {:.4f} km².")
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
