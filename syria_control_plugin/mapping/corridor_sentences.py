"""What is known of a corridor in plain sentences that a report can quote, with what speaks for and against it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from qgis.PyQt.QtCore import QLocale

from ..core import fields as f
from ..core.corridors import ENTRY, EXIT, INFERRED, INSIDE, TRANSIT
from ..core.evidence import CLASH, IMPRECISE, NONE_REPORTED, NOT_COVERED, POSSIBLE, REPORTED, STRIKE, TRANSFER
from ..core.findings import CorridorOptions
from ..translation import tr
from .temporal import to_qt

_LISTED = 3  # events that a sentence names; the others are in the table of evidence


def corridor_text(
    record: Mapping[str, object], matches: list[Mapping], names: Mapping[str, str], options: CorridorOptions
) -> str:
    """A paragraph of plain text on one corridor.

    record   a row of the corridors' table: field → value (``core.findings.corridor_rows``)
    matches  its rows of the table of evidence, the nearest first
    names    faction id → name; an id without one stands for itself
    """
    sentences = [
        _inference(record, names, options) if record[f.BASIS] == INFERRED else _passage(record, names),
        _verdict(record, matches, options),
        ""
        if options.evidence.counts_strikes
        else _apart(matches, STRIKE, tr("Strikes from afar between the two sides, listed apart: {}.")),
        _apart(matches, TRANSFER, tr("Transfers of ground between the two sides without a fight: {}.")),
        _coverage(record, options),
        _robustness(record),
        _advance(record, names, options),
        tr("Territories: {}.").format(record[f.MAP_SOURCE]),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def corridor_texts(
    columns: Mapping[str, list], evidence: Mapping[str, list], names: Mapping[str, str], options: CorridorOptions
) -> list[str]:
    """``corridor_text`` for each row of the corridors' table and its table of evidence, both as columns."""
    matches: dict[int, list[dict]] = {}
    for row in range(len(evidence[f.EVENT])):
        match = {field: values[row] for field, values in evidence.items()}
        matches.setdefault(int(match[f.CORRIDOR]), []).append(match)
    records = ({field: values[row] for field, values in columns.items()} for row in range(len(columns[f.CORRIDOR])))
    return [corridor_text(record, matches.get(int(record[f.CORRIDOR]), []), names, options) for record in records]


def _passage(record: Mapping, names: Mapping[str, str]) -> str:
    templates = {
        TRANSIT: tr(
            "{when}, {mover} moved {length} km through ground held by {host}, coming from {before} and going on into "
            "{after}; the movement {movement} is reported by {source}."
        ),
        ENTRY: tr(
            "{when}, {mover} came from {before} and moved {length} km into ground held by {host}, where the movement "
            "{movement} ends that is reported by {source}."
        ),
        EXIT: tr(
            "{when}, {mover} moved {length} km through ground held by {host}, in which the movement {movement} begins "
            "that is reported by {source}, and out of it into {after}."
        ),
        INSIDE: tr(
            "{when}, {mover} moved {length} km inside ground held by {host}, in which the movement {movement} begins "
            "and ends that is reported by {source}."
        ),
    }
    return templates[record[f.KIND]].format(
        when=_when(record),
        mover=_name(record[f.MOVER], names),
        host=_name(record[f.HOST], names),
        length=_number(record[f.LENGTH_KM]),
        before=_ground(record[f.BEFORE], names),
        after=_ground(record[f.AFTER], names),
        movement=record[f.MOVEMENT],
        source=record[f.SOURCE] or tr("a source that is not named"),
    )


def _inference(record: Mapping, names: Mapping[str, str], options: CorridorOptions) -> str:
    others, deep_km = str(record[f.ALTERNATIVES] or ""), record[f.DEEP_ATTACK_KM]
    has_deep = deep_km is not None and not np.isnan(deep_km)
    words = {
        "start": _date(record[f.VALID_FROM]),
        "end": _date(_last(record)),
        "mover": _name(record[f.MOVER], names),
        "gained": _number(record[f.GAINED_KM2]),
        "losers": _ground_holders(record[f.LOSERS], names),
        "length": _number(record[f.LENGTH_KM]),
        "host": _name(record[f.HOST], names),
        "host_lost": _number(record[f.HOST_LOST_KM2]),
        "deep": _number(deep_km) if has_deep else "",
        "others": others,
        "factor": _number(options.alternative_factor),
    }
    sentences = [
        tr(
            "A hypothesis from the maps alone, without any reported movement: between {start} and {end}, {mover} "
            "gained {gained} km² from {losers} which touch no ground that it or its allies held before."
        ),
        tr("A way there leads {length} km through ground held by {host}.")
        if has_deep and deep_km < record[f.WAY_KM]
        else tr("The shortest way there leads {length} km through ground held by {host}."),
    ]
    if record[f.HOST_LOST_KM2] > 0:
        sentences.append(tr("{host} lost {host_lost} km² of what was gained: there may have been a fight on the way."))
    if has_deep:
        sentences.append(tr("A way of {deep} km leads over the ground of {losers} alone: a deep attack."))
    if others:
        sentences.append(tr("Ways through others, at most {factor} times as long: {others}."))
    else:
        sentences.append(tr("No way through others is at most {factor} times as long."))
    return " ".join(sentence.format(**words) for sentence in sentences)


def _verdict(record: Mapping, matches: list[Mapping], options: CorridorOptions) -> str:
    reach = _reach(options.evidence.distance_km, options.evidence.days)
    templates = {
        REPORTED: (tr("Clashes between the two sides are reported within {reach}: {events}."), (CLASH, STRIKE)),
        POSSIBLE: (
            tr(
                "Whether the two sides clashed within {reach} can't be told: there are only reports that are not "
                "precise enough in place or date: {events}."
            ),
            (IMPRECISE, STRIKE),
        ),
        NONE_REPORTED: (
            tr("No clash between the two sides is reported within {reach}; that is no report of absence."),
            (),
        ),
        NOT_COVERED: (tr("No event data cover that place and time: nothing can be said about clashes."), ()),
    }
    template, roles = templates[record[f.VERDICT]]
    # Strikes decide only where the user counts them, precise ones as clashes; else they are listed apart.
    roles = roles if options.evidence.counts_strikes else roles[:1]
    is_precise = record[f.VERDICT] == REPORTED
    deciding = [match for match in matches if match[f.ROLE] in roles and match[f.IS_PRECISE] == is_precise]
    return template.format(reach=reach, events=_listed(deciding))


def _apart(matches: list[Mapping], role: str, template: str) -> str:
    found = [match for match in matches if match[f.ROLE] == role]
    return template.format(_listed(found)) if found else ""


def _coverage(record: Mapping, options: CorridorOptions) -> str:
    covered, silent = (str(record[name] or "") for name in (f.COVERED_BY, f.NOT_COVERED_BY))
    lines = []
    if covered:
        reach = _reach(options.evidence.coverage_km, options.evidence.coverage_days)
        lines.append(
            tr("Events of whatever parties within {reach}, by source: {sources}.").format(reach=reach, sources=covered)
        )
    if silent:
        lines.append(tr("Sources without any event there and then, which say nothing: {}.").format(silent))
    return " ".join(lines)


def _robustness(record: Mapping) -> str:
    words = {"uncertainty": _number(record[f.UNCERTAINTY_KM]), "length": _number(record[f.SURVIVING_KM])}
    if record[f.SURVIVES]:
        return tr("With borders off by {uncertainty} km, {length} km of it remain.").format(**words)
    return tr("With borders off by {uncertainty} km, nothing of it remains.").format(**words)


def _advance(record: Mapping, names: Mapping[str, str], options: CorridorOptions) -> str:
    share = record[f.TAKEN_SHARE]
    words = {"days": _number(options.days_after), "half": _number(options.width_km / 2)}
    if share is None or np.isnan(share):
        return tr("What became of the ground in the {days} days after is not known.").format(**words)
    return tr(
        "Within {days} days after, the side of {mover} took {share} % of the host's ground within {half} km of the "
        "path."
    ).format(**words, mover=_name(record[f.MOVER], names), share=_number(100 * share, 0))


def _listed(matches: list[Mapping]) -> str:
    texts = [
        tr("{label} ({source}, {event}; {distance} km away, {days})").format(
            label=match[f.LABEL],
            source=match[f.SOURCE],
            event=match[f.EVENT],
            distance=_number(match[f.DISTANCE_KM]),
            days=_days(int(match[f.DAYS])),
        )
        for match in matches[:_LISTED]
    ]
    more = len(matches) - len(texts)
    return "; ".join([*texts, *([tr("and {} more").format(more)] if more > 0 else [])])


def _days(days: int) -> str:
    if days == 0:
        return tr("the same day")
    if abs(days) == 1:
        return tr("a day later") if days > 0 else tr("a day earlier")
    return tr("{} days later").format(days) if days > 0 else tr("{} days earlier").format(-days)


def _reach(distance_km: float, days: int) -> str:
    words = {"km": _number(distance_km), "days": _number(days)}
    return (tr("{km} km and a day") if days == 1 else tr("{km} km and {days} days")).format(**words)


def _when(record: Mapping) -> str:
    start, end = (np.datetime64(record[name], "s") for name in (f.VALID_FROM, f.VALID_TO))
    if record[f.IS_TIMED]:
        return tr("From {start} to {end} UTC").format(start=_moment(start), end=_moment(end))
    last = _last(record)
    if start.astype("datetime64[D]") >= last.astype("datetime64[D]"):
        return tr("On {}").format(_date(start))
    return tr("Between {start} and {end}").format(start=_date(start), end=_date(last))


def _last(record: Mapping) -> np.datetime64:
    """The last moment of a time that is known to the day: its end does not belong to it."""
    return np.datetime64(record[f.VALID_TO], "s") - np.timedelta64(1, "s")


def _date(moment) -> str:
    return QLocale().toString(to_qt(moment).date(), "d MMMM yyyy")


def _moment(moment) -> str:
    return QLocale().toString(to_qt(moment), "d MMMM yyyy HH:mm")


def _number(value: float, decimals: int | None = None) -> str:
    """Two significant figures and more: below 10 one decimal, and none where there is nothing behind the point."""
    if decimals is None:
        decimals = 0 if abs(value) >= 100 or float(value).is_integer() else 1
    return QLocale().toString(float(value), "f", decimals)


def _name(faction: str, names: Mapping[str, str]) -> str:
    name = names.get(faction, faction)
    return faction if name == faction else f"{name} ({faction})"


def _ground(holders: str | None, names: Mapping[str, str]) -> str:
    if not holders:
        return tr("ground that nobody holds on the map")
    return tr("ground held by {}").format(_ground_holders(holders, names))


def _ground_holders(holders: str, names: Mapping[str, str]) -> str:
    if not holders:
        return tr("nobody")
    return tr(" and ").join(_name(holder, names) for holder in holders.split("; "))
