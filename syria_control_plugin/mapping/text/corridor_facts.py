"""Facts about a corridor, as pairs of title and short text: its measures and its basis."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ...core import fields as f
from ...core.corridors.corridors import INFERRED
from ...translation import tr
from .corridor_text import unknown_faction_texts
from .formatting import (
    alternatives_text,
    coverage_text,
    date_and_time,
    holders_text,
    listed,
    losing_factions,
    map_basis_labels,
    number,
    percent_below,
    periods_text,
    setting,
)

UNKNOWN = "–"


def corridor_facts(record: Mapping[str, object], names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return title and text of each available fact.

    record  row of the corridors' table as stored in a case: field → value; missing fields are unknown
    names   name of each known faction, by its id
    """
    unknown = [(tr("Names"), text) for text in unknown_faction_texts(record, names)]
    return [*_measures(record), *_territory(record, names), *_origin(record, names), *unknown, *_sources(record)]


def uncertainty_text(record: Mapping[str, object]) -> str:
    """Format the border uncertainty that was set for the search."""
    value = number_of(record, f.UNCERTAINTY_KM)
    return UNKNOWN if np.isnan(value) else tr("{} km").format(setting(value))


def surviving_text(record: Mapping[str, object]) -> str:
    """Format the least length that remains if borders are off by the border uncertainty."""
    return (
        tr("possibly nothing") if record.get(f.SURVIVES) == 0 else tr("at least {}").format(_km(record, f.SURVIVING_KM))
    )


def number_of(record: Mapping[str, object], field: str) -> float:
    """Return a number of a row, NaN if it does not have one."""
    value = record.get(field)
    return float(value) if isinstance(value, (int, float)) else np.nan


def _measures(record: Mapping) -> list[tuple[str, str]]:
    facts = [
        *(
            [(tr("Route"), tr("assumed; length, depth and neck are along it"))]
            if record.get(f.ROUTE_ASSUMED) == 1
            else []
        ),
        (tr("Length"), _km(record, f.LENGTH_KM)),
        (tr("Depth"), tr("at most {} from the host's border").format(_km(record, f.DEPTH_KM))),
        (tr("Neck"), tr("{}, smallest width of the host's territory across the path").format(_km(record, f.NECK_KM))),
        (
            tr("If borders are off by {}").format(uncertainty_text(record)),
            tr("{} of its length remains").format(surviving_text(record)),
        ),
    ]
    if number_of(record, f.GAP_H) > 0:
        facts.append((tr("Longest gap"), tr("{} h between two fixes").format(number(number_of(record, f.GAP_H)))))
    return facts


def _territory(record: Mapping, names: Mapping[str, str]) -> list[tuple[str, str]]:
    facts = [
        (tr("Holder before"), _holders(record, f.BEFORE, names)),
        (tr("Holder after"), _holders(record, f.AFTER, names)),
        (tr("Territory taken afterwards"), _taken(record)),
    ]
    if _text(record, f.ALSO_CLAIMED_BY):
        facts.append((tr("Also claimed by"), _holders(record, f.ALSO_CLAIMED_BY, names)))
    if _text(record, f.ALLIED):
        facts.append((tr("Mover and host are allies"), periods_text(_text(record, f.ALLIED))))
    return facts


def _origin(record: Mapping, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the facts of the movement that a corridor was cut from, or of the gain that it was inferred from."""
    if record.get(f.BASIS) != INFERRED:
        facts = [(tr("Movement"), _text(record, f.MOVEMENT)), (tr("Reported by"), _text(record, f.SOURCE))]
        remarks = "; ".join(_text(record, f.REMARKS).split("\n"))
        return [*facts, *([(tr("Remarks"), remarks)] if remarks else [])]
    losers, gained = _holders(record, f.LOSERS, names), number_of(record, f.GAINED_KM2)
    from_losers = tr("{} km², most of it from {}") if number_of(record, f.HOST_LOST_KM2) > 0 else tr("{} km² from {}")
    facts = [
        (tr("Territory gained"), from_losers.format(_number(gained), losers)),
        (tr("Route length"), tr("{} outside the gain, to its farthest part").format(_km(record, f.WAY_KM))),
        (tr("Alternative routes"), alternatives_text(_text(record, f.ALTERNATIVES), names) or tr("none listed")),
    ]
    losing = holders_text(losing_factions(record.get(f.LOSERS)), names)
    deep = tr("{km}, through no territory of another side")
    if losing:
        deep = tr("{km}, only through territory of {losers} or of nobody")
    for field, title, template in (
        (f.DEEP_ATTACK_KM, tr("Deep attack"), deep),
        (f.OFF_MAP_KM, tr("Via unmapped area"), tr("{km} through or along an area that is not mapped")),
    ):
        if not np.isnan(number_of(record, field)):
            facts.append((title, template.format(km=_km(record, field), losers=losing)))
    return facts


def _sources(record: Mapping) -> list[tuple[str, str]]:
    covered, silent = _text(record, f.COVERED_BY), _text(record, f.NOT_COVERED_BY)
    facts = [(tr("Covered by (events)"), coverage_text(covered))]
    if not covered:
        facts = [(tr("Covered by"), tr("no event source") if silent else tr("no event data"))]
    if silent:
        facts.append((tr("Not covered by"), silent))
    share = number_of(record, f.COVERED_SHARE)
    if 0 < share < 1:
        facts.append((tr("Covered share"), tr("{} % of the passage (length times days)").format(percent_below(share))))
    return [*facts, (tr("Territories"), _map_text(record))]


def _map_text(record: Mapping) -> str:
    """Format the source, date and basis of the map."""
    try:
        moment = np.datetime64(_text(record, f.MAP_DATE).rstrip("Z"), "s")
    except ValueError:  # edited by hand
        moment = np.datetime64("NaT", "s")
    of_date = "" if np.isnat(moment) else tr("map of {}").format(date_and_time(moment))
    basis = _text(record, f.MAP_BASIS)
    return listed((_text(record, f.MAP_SOURCE), of_date, map_basis_labels().get(basis, basis)))


def _holders(record: Mapping, field: str, names: Mapping[str, str]) -> str:
    holders = record.get(field)
    return UNKNOWN if holders is None else holders_text(str(holders), names)


def _taken(record: Mapping) -> str:
    share, km2 = number_of(record, f.TAKEN_SHARE), number_of(record, f.TAKEN_KM2)
    if np.isnan(share):
        return tr("not known")
    percent = number(round(100 * share, 1))
    return tr("{} % of the host's territory along the path ({} km²)").format(percent, _number(km2))


def _km(record: Mapping, field: str) -> str:
    value = number_of(record, field)
    return UNKNOWN if np.isnan(value) else tr("{} km").format(number(value))


def _number(value: float) -> str:
    return UNKNOWN if np.isnan(value) else number(value)


def _text(record: Mapping, field: str) -> str:
    return "" if record.get(field) is None else str(record[field])
