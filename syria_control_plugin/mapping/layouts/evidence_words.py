"""What an evidence sheet says of a corridor, as rows and lines of plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from ...core import fields as f
from ...core.corridors.corridors import INFERRED
from ...core.evidence.events import STRIKE, TRANSFER
from ...core.evidence.evidence import CLASH, IMPRECISE, NONE_REPORTED, NOT_COVERED, POSSIBLE, UNIDENTIFIED, VAGUE
from ...translation import text_locale, tr
from ..layers.temporal import to_qt

if TYPE_CHECKING:
    from .evidence_sheets import Sheet

_UNKNOWN = "–"
_SEPARATOR = "; "


def role_words() -> dict[str, str]:
    """Role of an event, as it is stored → in the user's language."""
    return {
        CLASH: tr("clash"),
        IMPRECISE: tr("imprecise clash"),
        UNIDENTIFIED: tr("party not identified"),
        VAGUE: tr("too vague"),
        STRIKE: tr("explosion or remote violence"),
        TRANSFER: tr("transfer without a fight"),
    }


def name_of(faction, names: Mapping[str, str]) -> str:
    """Name of a faction; its id where there is none."""
    return tr(names.get(str(faction), str(faction))) if faction else tr("nobody")


def when_words(sheet: Sheet) -> str:
    """The days of the corridor, its last one included; the time of day too where it is known."""
    start, last = sheet.start, sheet.end - np.timedelta64(1, "s")
    if np.isnat(start):
        return _UNKNOWN
    if sheet.record.get(f.IS_TIMED) == 1 and not np.isnat(sheet.end):
        return tr("{} to {} UTC").format(_moment(start), _moment(sheet.end))
    days = [_day(moment) for moment in (start, last) if not np.isnat(moment)]
    return tr(" to ").join(dict.fromkeys(days))


def fact_texts(sheet: Sheet) -> list[tuple[str, str]]:
    """Title and text of each fact."""
    record, names = sheet.record, sheet.names
    facts = [
        (tr("Mover"), name_of(record.get(f.MOVER), names)),
        (tr("Host"), name_of(record.get(f.HOST), names)),
        (tr("When"), when_words(sheet)),
        (tr("Length"), _km(record, f.LENGTH_KM)),
        (tr("Depth"), tr("{} from the host's border, at most").format(_km(record, f.DEPTH_KM))),
        (tr("Neck"), tr("{}, the host's ground across the path").format(_km(record, f.NECK_KM))),
        (tr("Ground before"), _holders(record.get(f.BEFORE), names)),
        (tr("Ground after"), _holders(record.get(f.AFTER), names)),
        (tr("Taken after"), _taken(record)),
    ]
    if record.get(f.BASIS) == INFERRED:
        facts += _inferred_facts(record, names)
    facts.append((tr("Covered by"), _text(record, f.COVERED_BY) or tr("no event data")))
    if _text(record, f.NOT_COVERED_BY):
        facts.append((tr("Not covered by"), _text(record, f.NOT_COVERED_BY)))
    if record.get(f.BASIS) != INFERRED:
        facts += [(tr("Movement"), _text(record, f.MOVEMENT)), (tr("Reported by"), _text(record, f.SOURCE))]
    return [*facts, (tr("Territories"), _text(record, f.MAP_SOURCE))]


def event_texts(sheet: Sheet) -> list[tuple[str, ...]]:
    """Role, distance, days, date, label, id and source of each matched event."""
    rows = []
    for event in sheet.events:
        days = _UNKNOWN if event.days is None else f"{event.days:+d}".replace("-", "−") if event.days else "0"
        role = role_words().get(event.role, event.role)
        date = _UNKNOWN if np.isnat(event.start) else _short_day(event.start)
        rows.append((role, _number(event.distance_km), days, date, event.label, event.event, event.source))
    return rows


def uncertain_texts(sheet: Sheet) -> list[str]:
    """What a reader has to know before he believes the sheet, a sentence each."""
    record = sheet.record
    lines = []
    if record.get(f.BASIS) == INFERRED:
        lines.append(
            tr("Nobody reported this movement: it is deduced from maps alone, and its line is drawn, not seen.")
        )
    if record.get(f.IS_TIMED) != 1:
        lines.append(tr("The time of day is not known; the passage lies somewhere within the days stated."))
    verdicts = {
        NONE_REPORTED: tr("That no clash is reported is no report that there was none."),
        NOT_COVERED: tr("No event data cover that place and time: nothing can be said about clashes."),
        POSSIBLE: tr("The events near by are not precise enough in place or date to tell whether they belong here."),
    }
    lines += [verdicts[verdict] for verdict in verdicts if record.get(f.VERDICT) == verdict]
    left = tr("nothing") if record.get(f.SURVIVES) == 0 else _km(record, f.SURVIVING_KM)
    border = tr("With borders off by {}, {} of its length is left.")
    lines.append(border.format(_km(record, f.UNCERTAINTY_KM), left))
    vague = sum(1 for event in sheet.events if event.reach_km and not np.isnan(event.reach_km))
    if vague:
        lines.append(tr("Events matched to it whose place is known only roughly: {}.").format(vague))
    if np.isnan(_value(record, f.TAKEN_SHARE)):
        lines.append(tr("What became of the ground afterwards is not known."))
    return lines


def _inferred_facts(record: Mapping, names: Mapping[str, str]) -> list[tuple[str, str]]:
    lost_by = _holders(record.get(f.LOSERS), names)
    gained = tr("{} km² from {}").format(_number(_value(record, f.GAINED_KM2)), lost_by)
    facts = [
        (tr("Gained behind it"), gained),
        (tr("Whole way"), _km(record, f.WAY_KM)),
        (tr("Other ways"), _text(record, f.ALTERNATIVES) or tr("none that is not much longer")),
    ]
    if not np.isnan(_value(record, f.DEEP_ATTACK_KM)):
        deep = tr("{} over the ground of {} alone").format(_km(record, f.DEEP_ATTACK_KM), lost_by)
        facts.append((tr("Deep attack"), deep))
    return facts


def _holders(holders, names: Mapping[str, str]) -> str:
    if holders is None:
        return _UNKNOWN
    return " + ".join(name_of(name, names) for name in str(holders).split(_SEPARATOR)) if holders else tr("nobody")


def _taken(record: Mapping) -> str:
    share, area = _value(record, f.TAKEN_SHARE), _value(record, f.TAKEN_KM2)
    if np.isnan(share):
        return tr("not known")
    return tr("{} % of the host's ground along it ({} km²)").format(_number(100 * share, 0), _number(area))


def _km(record: Mapping, field: str) -> str:
    value = _value(record, field)
    return _UNKNOWN if np.isnan(value) else tr("{} km").format(_number(value))


def _value(record: Mapping, field: str) -> float:
    value = record.get(field)
    return float(value) if isinstance(value, (int, float)) else np.nan


def _text(record: Mapping, field: str) -> str:
    return "" if record.get(field) is None else str(record[field])


def _number(value: float, decimals: int = 1) -> str:
    return _UNKNOWN if np.isnan(value) else text_locale().toString(float(value), "f", decimals)


def _day(moment) -> str:
    return text_locale().toString(to_qt(moment).date(), "d MMMM yyyy")


def _short_day(moment) -> str:
    return text_locale().toString(to_qt(moment).date(), "d MMM yyyy")


def _moment(moment) -> str:
    return text_locale().toString(to_qt(moment), "d MMMM yyyy HH:mm")
