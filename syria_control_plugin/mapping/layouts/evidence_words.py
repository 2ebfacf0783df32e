"""What an evidence sheet says of a corridor, as rows and lines of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...core import fields as f
from ...core.corridors.corridors import INFERRED
from ...core.evidence.evidence import NONE_REPORTED, NOT_COVERED, POSSIBLE
from ...translation import text_locale, tr
from ..layers.temporal import to_qt
from ..sentences.fact_words import UNKNOWN, corridor_facts, number_of, surviving_words, uncertainty_words
from ..sentences.sentence_words import date, moment_text, signed_days
from ..sentences.value_words import name_of, passage_words, role_words

if TYPE_CHECKING:
    from .evidence_sheets import Sheet


def when_words(sheet: Sheet) -> str:
    """The days of the corridor, its last one included; the time of day too where it is known."""
    start, last = sheet.start, sheet.end - np.timedelta64(1, "s")
    if np.isnat(start):
        return UNKNOWN
    if sheet.record.get(f.IS_TIMED) == 1 and not np.isnat(sheet.end):
        return tr("{} to {} UTC").format(moment_text(start), moment_text(sheet.end))
    days = [date(moment) for moment in (start, last) if not np.isnat(moment)]
    return tr(" to ").join(dict.fromkeys(days))


def fact_texts(sheet: Sheet) -> list[tuple[str, str]]:
    """Title and text of each fact."""
    mover, host = _parties(sheet)
    parties = [(tr("Mover"), mover), (tr("Host"), host), (tr("When"), when_words(sheet))]
    return [*parties, *corridor_facts(sheet.record, sheet.names)]


def title_words(sheet: Sheet) -> str:
    """Who passed whose ground, how, and when."""
    passage = passage_words(str(sheet.record.get(f.KIND)), *_parties(sheet))
    return tr("{passage}, {days}").format(passage=passage, days=when_words(sheet))


def _parties(sheet: Sheet) -> list[str]:
    """The names of mover and host."""
    return [name_of(str(sheet.record.get(field) or ""), sheet.names) or UNKNOWN for field in (f.MOVER, f.HOST)]


def event_texts(sheet: Sheet) -> list[tuple[str, ...]]:
    """Role, distance, days, date, label, id and source of each matched event."""
    rows = []
    for event in sheet.events:
        role = role_words().get(event.role, event.role)
        day = UNKNOWN if np.isnat(event.start) else _short_day(event.start)
        rows.append(
            (role, _number(event.distance_km), signed_days(event.days), day, event.label, event.event, event.source)
        )
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
        POSSIBLE: tr(
            "The events near by do not tell whether the two sides clashed here: their place or date is not known well "
            "enough, or one of their parties."
        ),
    }
    lines += [verdicts[verdict] for verdict in verdicts if record.get(f.VERDICT) == verdict]
    border = tr("With borders off by {}, {} of its length is left.")
    lines.append(border.format(uncertainty_words(record), surviving_words(record)))
    vague = sum(1 for event in sheet.events if event.reach_km and not np.isnan(event.reach_km))
    if vague:
        lines.append(tr("Events matched to it whose place is known only roughly: {}.").format(vague))
    if np.isnan(number_of(record, f.TAKEN_SHARE)):
        lines.append(tr("What became of the ground afterwards is not known."))
    return lines


def _number(value: float) -> str:
    return UNKNOWN if np.isnan(value) else text_locale().toString(float(value), "f", 1)


def _short_day(moment) -> str:
    return text_locale().toString(to_qt(moment).date(), "d MMM yyyy")
