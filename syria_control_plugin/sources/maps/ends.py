"""How an import reads the ends of stated periods: as chosen, as in an earlier import of the source, or as proved."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ...case.case import Case
from ...case.editing import Draft
from ...case.import_report import ImportIssue, ImportReport
from ...core.control.period_ends import EndEvidence, EndReading, end_evidence
from ...core.dates.options import Span
from ...core.errors import AmbiguousEnd
from ...core.messages import Message, joined

_SETTING = "end_readings"  # of a case: source → [reading, whether it was chosen or proved]


@dataclass(frozen=True)
class StatedRow:
    """A row with a stated period; its end is as written.

    in_name    whether the period is stated by a name, as in "9 to 24 October", and not by fields
    over       when the period is over if it lasts to the end of the day, or month and so on, that the end names; NaT
               for an end that names none
    span       what the start is known to; None for a day
    rejection  the report on the row if its end, being no last day, leaves it no time; else None
    """

    faction: str
    start: np.datetime64
    end: np.datetime64
    area: shapely.Geometry
    file: str
    over: np.datetime64
    end_states_time: bool
    in_name: bool
    span: Span | None
    rejection: ImportIssue | None

    def over_as(self, reading: EndReading | None) -> np.datetime64:
        """Return when the period is over in a reading of its end; as written for None."""
        return self.over if reading is EndReading.LAST_DAY and not np.isnat(self.over) else self.end


@dataclass(frozen=True)
class SettledEnds:
    """How the ends that name a day are read.

    is_sure  chosen or proved, not assumed for want of any sign
    line     the reading and its reason, for the report
    """

    reading: EndReading
    is_sure: bool
    line: Message | None = None


def earlier_ends(case: Case | None, source: str) -> SettledEnds | None:
    """Return how an earlier import of the source read ends, None without one."""
    kept = (case.setting(_SETTING) or {}).get(source) if case is not None else None
    return SettledEnds(reading=EndReading(kept[0]), is_sure=bool(kept[1])) if kept else None


def keep_ends(draft: Draft, source: str, ends: SettledEnds | None) -> None:
    """Keep how the ends of a source were read, for its next import."""
    kept = draft.setting(_SETTING) or {}
    if ends is not None and kept.get(source) != [ends.reading.value, ends.is_sure]:
        draft.set_setting(_SETTING, {**kept, source: [ends.reading.value, ends.is_sure]})


def settle_ends(
    stated: list[StatedRow],
    report: ImportReport,
    given: EndReading | None = None,
    earlier: SettledEnds | None = None,
) -> tuple[SettledEnds | None, list[tuple]]:
    """Return how the ends of rows are read, and the periods: (faction id, start, end, area, file key, span).

    given      as the user chose; None: as the data prove, else as an ``earlier`` import was sure of, else not last days

    The reading is None without an end that names a day. Raises AmbiguousEnd if the ends look like last days, but the
    data do not prove it, or prove another meaning than that of the earlier import.
    """
    evidence = end_evidence(
        np.array([row.start for row in stated], "datetime64[s]"),
        np.array([row.end for row in stated], "datetime64[s]"),
        np.array([row.over for row in stated], "datetime64[s]"),
        np.array([row.end_states_time for row in stated], bool),
        np.array([row.area for row in stated], object),
    )
    in_names = bool(stated) and all(row.in_name for row in stated)
    ends, periods = _settled(evidence, given, earlier, in_names), []
    for row in stated:
        over = row.over_as(ends.reading)
        if over == row.start and row.rejection is not None:
            report.rows_loaded -= 1
            report.issues.append(row.rejection)
        else:
            periods.append((row.faction, row.start, over, row.area, row.file, row.span))
    return (ends if evidence.days else None), periods


def _settled(
    evidence: EndEvidence, given: EndReading | None, earlier: SettledEnds | None, in_names: bool
) -> SettledEnds:
    proved = evidence.proved
    if given is not None:
        reading, how = given, Message("specified")
    elif proved is not None:
        if earlier is not None and earlier.reading is not proved:
            otherwise = Message("An earlier import of this source read ends otherwise.")
            raise AmbiguousEnd(joined([otherwise, _signs(evidence), _CHOICES]))
        reading, how = proved, _proof(evidence)
    elif earlier is not None and earlier.is_sure:
        reading, how = earlier.reading, Message("as in an earlier import of this source")
    elif in_names:
        reading, how = EndReading.LAST_DAY, Message("as a name states a period by its first and last day")
    elif evidence.is_open:
        day = np.datetime_as_string(evidence.example, unit="D")
        meanings = Message("Ends such as {} can be the last day of the period or the first day after it.", day)
        raise AmbiguousEnd(joined([meanings, _signs(evidence), _CHOICES]))
    else:
        reading, how = EndReading.FIRST_DAY_AFTER, Message("nothing in the data shows another meaning")
    is_sure = given is not None or proved is not None or (earlier is not None and earlier.is_sure)
    if reading is EndReading.LAST_DAY:
        line = Message("Ends that name a day: {}, read as the last day of the period ({}).", evidence.days, how)
    else:
        line = Message("Ends that name a day: {}, read as the first day after the period ({}).", evidence.days, how)
    return SettledEnds(reading=reading, is_sure=is_sure, line=line)


_CHOICES = Message("Set END_IS_LAST_DAY to true (last day of the period) or false (first day after the period).")


def _proof(evidence: EndEvidence) -> Message:
    if evidence.same_day:
        return Message("proved: another row follows on the day of the end, rows: {}", evidence.same_day)
    if not evidence.next_day:
        return Message("proved: rows that start and end on the same day: {}", evidence.one_day)
    return Message("proved: another row follows on the day after the end, rows: {}", evidence.next_day)


def _signs(evidence: EndEvidence) -> Message:
    """Return the counts as a sentence."""
    if evidence.next_day or evidence.same_day or evidence.one_day:
        return Message(
            "Rows that another row follows on the day after the end: {}, on the day of the end: {}; rows that start "
            "and end on the same day: {}.",
            evidence.next_day,
            evidence.same_day,
            evidence.one_day,
        )
    return Message("All ends are last days of months, or name months or years.")
