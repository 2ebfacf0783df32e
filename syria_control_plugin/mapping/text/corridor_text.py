"""Sentences about a corridor that a report can quote, with the evidence for and against it.

They never claim more than the data support.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ...core import fields as f
from ...core.control.holders import split
from ...core.corridors.assessment import CorridorOptions
from ...core.corridors.corridors import ENTRY, EXIT, INFERRED, INSIDE, INTERPOLATED, TRANSIT
from ...core.corridors.events import ASSUMED, SET
from ...core.corridors.evidence import (
    CLASH,
    IMPRECISE,
    NONE_REPORTED,
    NOT_COVERED,
    POSSIBLE,
    REPORTED,
    STRIKE,
    TRANSFER,
    UNIDENTIFIED,
    UNKNOWN_KIND,
)
from ...core.dates.zones import DAY, moments_of_days
from ...translation import apart, tr, tr_n
from .formatting import (
    alternatives_text,
    coverage_text,
    date,
    date_and_time,
    days_apart,
    factions,
    losing_factions,
    map_basis_labels,
    moment_text,
    name_of,
    number,
    percent_below,
    periods_text,
    reach,
    setting,
    span,
    territory,
)

_LISTED = 3  # maximum number of events in a sentence; the others are in the table of evidence
_LOGGED = 20  # maximum number of unknown factions in a log
_NAMED = 5  # maximum number of sources in a sentence


def evidence_sentences(record: Mapping, matches: list[Mapping], options: CorridorOptions) -> list[str]:
    """Return the verdict and its basis, then the events listed apart, then the sources that cover the passage."""
    roles = {
        IMPRECISE: tr("Reports whose place or date is not precise enough: {}."),
        UNKNOWN_KIND: tr("Events between the two sides that could be fights, as their kind is not known: {}."),
        UNIDENTIFIED: tr("Events whose parties could be the two sides, as a name is not known: {}."),
        STRIKE: tr("Explosions and remote violence between the two sides, listed separately: {}."),
        TRANSFER: tr("Transfers of territory between the two sides without a fight: {}."),
    }
    decides = {CLASH, STRIKE} if options.evidence.counts_strikes else {CLASH}
    clashes = [match for match in matches if match[f.ROLE] in decides and match[f.SURELY_WITHIN]]
    if options.evidence.counts_strikes:
        roles[STRIKE] = tr("Explosions and remote violence whose place or date is not precise enough: {}.")
    sentences = [_verdict(record, clashes, options)]
    if options.evidence.counts_strikes:
        sentences.append(tr("Explosions and remote violence are counted as clashes."))
    for role, template in roles.items():
        others = [match for match in matches if match[f.ROLE] == role and match not in clashes]
        if others:
            sentences.append(template.format(_listed(others)))
    if record[f.IS_TIMED]:
        sentences.append(tr("Days are counted in the time zone {}.").format(apart(options.evidence.time_zone)))
    return [*sentences, *_coverage(record, options)]


def _verdict(record: Mapping, clashes: list[Mapping], options: CorridorOptions) -> str:
    share = record.get(f.COVERED_SHARE) or 0
    if record[f.VERDICT] == NOT_COVERED and share > 0:
        return tr(
            "No source has event data that cover all of the passage. The largest share is {} % (of its length times "
            "its days), so clashes cannot be assessed."
        ).format(percent_below(share))
    templates = {
        REPORTED: tr("Clashes between the two sides were reported within {reach}: {events}."),
        POSSIBLE: tr("The available reports cannot establish whether the two sides clashed within {reach}."),
        NONE_REPORTED: tr(
            "No clash between the two sides was reported within {reach}. This does not mean that none took place."
        ),
        NOT_COVERED: tr("No event data covers this place and time, so clashes cannot be assessed."),
    }
    within = reach(options.evidence.distance_km, options.evidence.days)
    return templates[record[f.VERDICT]].format(reach=within, events=_listed(clashes))


def _coverage(record: Mapping, options: CorridorOptions) -> list[str]:
    covered, silent = (str(record[name] or "") for name in (f.COVERED_BY, f.NOT_COVERED_BY))
    sentences = []
    if covered:
        within = reach(options.evidence.coverage_km, options.evidence.coverage_days)
        sentences.append(
            tr("Events of any parties surely within {reach}, by source: {sources}.").format(
                reach=within, sources=_capped(coverage_text(covered))
            )
        )
    if silent:
        line = tr("Sources that do not cover all of the passage (no event near some part of the path or day): {}.")
        sentences.append(line.format(_capped(silent)))
    return sentences


def _capped(joined: str) -> str:
    names = joined.split("; ")
    more = [tr("and {} more").format(len(names) - _NAMED)] if len(names) > _NAMED else []
    return "; ".join([*names[:_NAMED], *more])


def _listed(matches: list[Mapping]) -> str:
    texts = [
        tr("{label} ({source}, {event}; {where}, {when})").format(
            label=match[f.LABEL],
            source=match[f.SOURCE],
            event=match[f.EVENT],
            where=_where(match),
            when=_event_time(match),
        )
        for match in matches[:_LISTED]
    ]
    more = len(matches) - len(texts)
    return "; ".join([*texts, *([tr("and {} more").format(more)] if more > 0 else [])])


def _where(match: Mapping) -> str:
    """Format the distance of an event from the path, and how precisely its place is known."""
    km, reach_km = number(match[f.DISTANCE_KM]), match[f.REACH_KM]
    if reach_km is None or np.isnan(reach_km):
        return tr("placed {} km away, known to the country only").format(km)
    if match.get(f.REACH_BASIS) == ASSUMED:
        return tr("placed {} km away, known to within {} km (assumed)").format(km, number(reach_km))
    if match.get(f.REACH_BASIS) == SET:
        return tr("placed {} km away, known to within {} km (set by the analyst)").format(km, number(reach_km))
    if reach_km > 0:
        return tr("placed {} km away, known to within {} km").format(km, number(reach_km))
    return tr("{} km away").format(km)


def _event_time(match: Mapping) -> str:
    lasts = np.datetime64(match[f.VALID_TO], "s") - np.datetime64(match[f.VALID_FROM], "s")
    if lasts > np.timedelta64(1, "D"):
        return tr("dated {}").format(span(match[f.VALID_FROM], match[f.VALID_TO]))
    return days_apart(int(match[f.DAYS]))


_LONG_GAP_H = 1.0  # longer gaps between fixes are reported, because the path in between is an assumption


def corridor_text(
    record: Mapping[str, object], matches: list[Mapping], names: Mapping[str, str], options: CorridorOptions
) -> str:
    """Return a paragraph of plain text about one corridor.

    record   row of the corridors' table: field → value (``core.corridors.assessment.corridor_rows``)
    matches  its rows of the table of evidence, the nearest first
    names    name of each known faction, by its id; another one is called by its id
    """
    sentences = [
        _inference(record, names, options) if record[f.BASIS] == INFERRED else _observation(record, names, options),
        _route(record),
        _remarks(record),
        _claims(record, names),
        *unknown_faction_texts(record, names),
        _alliance(record, names),
        *evidence_sentences(record, matches, options),
        _robustness(record),
        _advance(record, names, options),
        _territories(record),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def stale_text() -> str:
    """Return the sentence that goes with results of a search that rest on other data than the case has now."""
    return tr(
        "Corridors out of date: territories, movements, events, factions, time zone or settings have changed since the "
        "search."
    )


def with_stale_text(text: str, is_stale: bool) -> str:
    """Return a text with ``stale_text`` before it if results are stale."""
    return " ".join(part for part in (stale_text() if is_stale else "", text) if part)


def corridor_texts(
    columns: Mapping[str, list], evidence: Mapping[str, list], names: Mapping[str, str], options: CorridorOptions
) -> list[str]:
    """Return ``corridor_text`` for each corridor, from the tables of corridors and evidence as columns."""
    matches: dict[int, list[dict]] = {}
    for row in range(len(evidence[f.EVENT])):
        match = {field: values[row] for field, values in evidence.items()}
        matches.setdefault(int(match[f.CORRIDOR]), []).append(match)
    records = ({field: values[row] for field, values in columns.items()} for row in range(len(columns[f.CORRIDOR])))
    return [corridor_text(record, matches.get(int(record[f.CORRIDOR]), []), names, options) for record in records]


def _observation(record: Mapping, names: Mapping[str, str], options: CorridorOptions) -> str:
    values = {
        "when": _passage_time(record),
        "mover": name_of(record[f.MOVER], names),
        "host": name_of(record[f.HOST], names),
        "length": number(record[f.LENGTH_KM]),
        "before": territory(record[f.BEFORE], names),
        "after": territory(record[f.AFTER], names),
        "movement": record[f.MOVEMENT],
        "source": record[f.SOURCE] or tr("an unnamed source"),
    }
    if record[f.KIND] == TRANSIT and record[f.BEFORE] == record[f.AFTER]:
        values["after"] = tr("another part of it")  # of the territory that it comes from
    if record[f.BASIS] == INTERPOLATED:
        return _interpolation(record, options).format(**values)
    if record[f.ENTERS_BY_CHANGE] or record[f.LEAVES_BY_CHANGE]:
        return _change(record, options).format(**values)
    templates = {
        TRANSIT: tr(
            "{when}, {mover} moved {length} km through territory held by {host}, coming from {before} and "
            "continuing into {after}. Movement {movement} was reported by {source}."
        ),
        ENTRY: tr(
            "{when}, {mover} came from {before} and moved {length} km into territory held by {host}. Movement "
            "{movement}, reported by {source}, ends there."
        ),
        EXIT: tr(
            "{when}, {mover} moved {length} km through territory held by {host}. Movement {movement}, reported by "
            "{source}, starts there and continues into {after}."
        ),
        INSIDE: tr(
            "{when}, {mover} moved {length} km inside territory held by {host}. Movement {movement}, reported by "
            "{source}, starts and ends there."
        ),
    }
    return templates[record[f.KIND]].format(**values)


def _interpolation(record: Mapping, options: CorridorOptions) -> str:
    """Describe a passage without a reported position inside: only the line between positions leads through."""
    templates = {
        TRANSIT: tr(
            "{when}, the assumed route of {mover} leads {length} km through territory held by {host}, from {before} "
            "to {after}. Movement {movement}, reported by {source}, has no reported position in this territory."
        ),
        ENTRY: tr(
            "{when}, the assumed route of {mover} leads from {before} {length} km into territory held by {host} and "
            "ends there. Movement {movement}, reported by {source}, has no reported position in this territory."
        ),
        EXIT: tr(
            "{when}, the assumed route of {mover} starts in territory held by {host} and leads {length} km through it "
            "into {after}. Movement {movement}, reported by {source}, has no reported position in this territory."
        ),
        INSIDE: tr(
            "{when}, the assumed route of {mover} lies {length} km inside territory held by {host}. Movement "
            "{movement}, reported by {source}, has no reported position in this territory."
        ),
    }
    changes = [
        is_by_bloc(record, options)
        for field, is_by_bloc in ((f.ENTERS_BY_CHANGE, _ends_alliance), (f.LEAVES_BY_CHANGE, _begins_alliance))
        if record[field]
    ]
    sentences = [templates[record[f.KIND]]]
    if not all(changes):
        sentences.append(tr("The territory changed hands during the passage."))
    if any(changes):
        sentences.append(tr("The alliances of {mover} and {host} changed during the passage."))
    return " ".join(sentences)


def _route(record: Mapping) -> str:
    """Say that the measures are those of an assumed route, where the positions that it rests on are not reported."""
    if record[f.BASIS] == INFERRED or not record[f.ROUTE_ASSUMED]:
        return ""
    return tr(
        "All or some positions on this route are assumed; length, depth and neck are measured along the assumed route."
    )


def _remarks(record: Mapping) -> str:
    remarks = "; ".join(str(record[f.REMARKS] or "").split("\n"))
    return tr("Remarks in the movement data: {}.").format(remarks.rstrip(".")) if remarks else ""


def _change(record: Mapping, options: CorridorOptions) -> str:
    """Describe a passage that began or ended because the territory changed hands, or an alliance, not at a border."""
    begins = tr("the territory came to be held by {host} while {mover} was in it")
    ends = tr("{host} ceased to hold the territory while {mover} was in it")
    if _ends_alliance(record, options):
        begins = tr("{host}, which held it, ceased to be an ally while {mover} was in it")
    if _begins_alliance(record, options):
        ends = tr("{host} became an ally while {mover} was in it")
    if not record[f.ENTERS_BY_CHANGE]:
        begins = (
            tr("{mover} came from {before}") if record[f.KIND] in (TRANSIT, ENTRY) else tr("the movement starts there")
        )
    if not record[f.LEAVES_BY_CHANGE]:
        ends = (
            tr("{mover} continued into {after}") if record[f.KIND] in (TRANSIT, EXIT) else tr("the movement ends there")
        )
    template = tr(
        "{when}, {mover} was in territory held by {host} for {length} km of its route: {begins}, and {ends}. "
        "Movement {movement} was reported by {source}."
    )
    return template.replace("{begins}", begins).replace("{ends}", ends)


def unknown_faction_notes(columns: Mapping[str, list], names: Mapping[str, str]) -> list[str]:
    """Return each of the ``unknown_faction_texts`` of all corridors once, for a log; of many, the first ones."""
    parties = (f.MOVER, f.HOST, f.LOSERS)
    rows = dict.fromkeys(zip(*(columns[name] for name in parties)))
    texts = dict.fromkeys(text for row in rows for text in unknown_faction_texts(dict(zip(parties, row)), names))
    more = [tr("and {} more").format(len(texts) - _LOGGED)] if len(texts) > _LOGGED else []
    return [*list(texts)[:_LOGGED], *more]


def unknown_faction_texts(record: Mapping, names: Mapping[str, str]) -> list[str]:
    """Return a sentence for the mover and one for the host and the losers, if no known faction matches them.

    names  as in ``corridor_text``
    """
    mover = str(record.get(f.MOVER) or "")
    others = dict.fromkeys([str(record.get(f.HOST) or ""), *split(losing_factions(record.get(f.LOSERS)))])
    unknown = [name for name in others if name and name not in names]
    texts = []
    if mover and mover not in names:
        line = tr("{mover} is not a known faction; it may be another name of the other side.")
        texts.append(line.format(mover=apart(mover)))
    if unknown:
        line = tr_n(
            "{names} is not a known faction; it may be another name of the mover or of one of its allies.",
            "{names} are not known factions; each may be another name of the mover or of one of its allies.",
            len(unknown),
        )
        texts.append(line.format(names=tr(" and ").join(map(apart, unknown))))
    return texts


def _inference(record: Mapping, names: Mapping[str, str], options: CorridorOptions) -> str:
    others, deep_km, off_km = str(record[f.ALTERNATIVES] or ""), record[f.DEEP_ATTACK_KM], record[f.OFF_MAP_KM]
    has_deep, has_off = (km is not None and not np.isnan(km) for km in (deep_km, off_km))
    values = {
        "span": span(record[f.VALID_FROM], record[f.VALID_TO]),
        "mover": name_of(record[f.MOVER], names),
        "gained": number(record[f.GAINED_KM2]),
        "losers": factions(record[f.LOSERS], names),
        "length": number(record[f.LENGTH_KM]),
        "host": name_of(record[f.HOST], names),
        "host_lost": number(record[f.HOST_LOST_KM2]),
        "deep": number(deep_km) if has_deep else "",
        "off": number(off_km) if has_off else "",
        "others": alternatives_text(others, names),
        "factor": setting(options.alternative_factor),
    }
    sentences = [
        tr("This is a hypothesis from the maps alone; reported movements were not used."),
        tr("From {span}, {mover} gained {gained} km², most of it from {losers}.")
        if record[f.HOST_LOST_KM2] > 0
        else tr("From {span}, {mover} gained {gained} km² from {losers}."),
        tr("The gain does not touch any territory that this faction or its allies held before."),
        tr("A route to the gain leads {length} km through territory held by {host}.")
        if min(deep_km if has_deep else np.inf, off_km if has_off else np.inf) < record[f.WAY_KM]
        else tr("The shortest route to the gain leads {length} km through territory held by {host}."),
    ]
    if record[f.HOST_LOST_KM2] > 0:
        sentences.append(
            tr("{host} lost {host_lost} km² of the gained territory, so the two sides may have fought over it.")
        )
    if has_deep:
        losing = factions(losing_factions(record[f.LOSERS]), names)
        values["losing"] = losing
        sentences.append(
            tr("A route of {deep} km needs no territory of other sides, except that of {losing} or of nobody.")
            if losing
            else tr("A route of {deep} km needs no territory of other sides.")
        )
    if has_off:
        sentences.append(
            tr("A route of {off} km leads through or along an area that is not mapped, where control is not known.")
        )
    if others:
        sentences.append(tr("Alternative routes through other hosts, at most {factor} times as long: {others}."))
    sentences.append(tr("A change of allegiance, an agreement or an error in the maps could also explain the gain."))
    return " ".join(sentence.format(**values) for sentence in sentences)


def _claims(record: Mapping, names: Mapping[str, str]) -> str:
    also = record[f.ALSO_CLAIMED_BY]
    return tr("The territory is also claimed by {}.").format(factions(also, names)) if also else ""


def _alliance(record: Mapping, names: Mapping[str, str]) -> str:
    periods = record.get(f.ALLIED)
    if not periods:
        return ""
    return tr("{mover} and {host} are allies {periods}, and not on other days.").format(
        mover=name_of(record[f.MOVER], names), host=name_of(record[f.HOST], names), periods=periods_text(str(periods))
    )


def _ends_alliance(record: Mapping, options: CorridorOptions) -> bool:
    """Return whether a passage begins when mover and host cease to be allies."""
    return _is_day_of_alliance(record, f.VALID_FROM, 1, options)


def _begins_alliance(record: Mapping, options: CorridorOptions) -> bool:
    """Return whether a passage ends when mover and host become allies."""
    return _is_day_of_alliance(record, f.VALID_TO, 0, options)


def _is_day_of_alliance(record: Mapping, field: str, side: int, options: CorridorOptions) -> bool:
    """Return whether a moment is when a period in which the two are allies begins (side 0) or ends (1)."""
    days = [period.split("/")[side] for period in str(record.get(f.ALLIED) or "").split("; ") if period]
    days = [day for day in days if day != ".."]
    return bool(days) and record[field] in moments_of_days(np.array(days, DAY), options.evidence.time_zone)


def _robustness(record: Mapping) -> str:
    values = {"uncertainty": setting(record[f.UNCERTAINTY_KM]), "length": number(record[f.SURVIVING_KM])}
    if record[f.SURVIVES]:
        return tr("If borders are off by {uncertainty} km, at least {length} km of the corridor remains.").format(
            **values
        )
    return tr("If borders are off by {uncertainty} km, possibly nothing of the corridor remains.").format(**values)


def _advance(record: Mapping, names: Mapping[str, str], options: CorridorOptions) -> str:
    share = record[f.TAKEN_SHARE]
    days, half_km = options.days_after, setting(options.width_km / 2)
    if share is None or np.isnan(share):
        return tr_n(
            "It is not known who held the territory in the day after the passage.",
            "It is not known who held the territory in the %n days after the passage.",
            days,
        )
    return tr_n(
        "Within a day after the passage, the side of {mover} took {share} % of the host's territory within {half} "
        "km of the path.",
        "Within %n days after the passage, the side of {mover} took {share} % of the host's territory within "
        "{half} km of the path.",
        days,
    ).format(half=half_km, mover=name_of(record[f.MOVER], names), share=number(round(100 * share, 1)))


def _territories(record: Mapping) -> str:
    """Name the map that the corridor rests on, and the basis of that map."""
    basis = map_basis_labels().get(record[f.MAP_BASIS], record[f.MAP_BASIS])
    text = f"{record[f.MAP_SOURCE]} ({basis})" if basis else record[f.MAP_SOURCE]
    sentence = tr("Territories: {source}, as of {date}.").format(source=text, date=date_and_time(record[f.MAP_DATE]))
    if record[f.GROUND_CHANGED]:
        sentence += " " + tr("Some of the territory changed hands during the movement.")
    return sentence


def _passage_time(record: Mapping) -> str:
    start, end = (np.datetime64(record[name], "s") for name in (f.VALID_FROM, f.VALID_TO))
    if not record[f.IS_TIMED]:
        days = span(start, end)
        return tr("On {}").format(days) if days == date(start) else tr("At some time from {}").format(days)
    values = {"start": moment_text(start), "end": moment_text(end), "gap": number(record[f.GAP_H])}
    if record[f.GAP_H] > _LONG_GAP_H:
        return tr("From about {start} to {end} UTC, on a straight line between fixes up to {gap} hours apart").format(
            **values
        )
    return tr("From {start} to {end} UTC").format(**values)
