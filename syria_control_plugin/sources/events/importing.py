"""Import of a table of clash events into a case."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from typing import Callable

import numpy as np
import shapely
from osgeo import ogr

from ...case.case import Case, has_content
from ...case.catalogue import known_factions, theme_for
from ...case.editing import Draft, editing
from ...case.import_report import REJECTED, ImportReport
from ...case.schema import INTEGER, MOMENT, REAL, TEXT
from ...core import fields as f
from ...core.control.holders import joined
from ...core.corridors.events import ClashEvents
from ...core.factions.factions import Factions
from ...core.factions.themes import Theme
from ...core.feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ...core.messages import Message
from ..files.encodings import decoded, keep_encoding, settled_encoding
from ..files.tables import MapInput
from ..maps.reports import one_table
from ..time_zones import settle_time_zone, time_zone_of
from .columns import EventOptions, code_of
from .reader import AS_GIVEN, DEFAULTS, EventCounts, read_events

_AT_ONCE = 5000  # rows written between two checks for cancellation
MOST_NAMES = 8  # of unmatched actors in the log; the page has all
_KINDS = {
    f.VALID_FROM: MOMENT, f.VALID_TO: MOMENT, f.IS_EXACT_DATE: INTEGER, f.REACH_KM: REAL,
}  # fmt: skip
# Whole numbers in ACLED and UCDP GED; all other columns of a data set are kept as text. By name, since the tables of
# several imports share their columns.
_NUMBERS = (
    "year", "active_year", "best", "high", "low", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown",
    "fatalities", "type_of_violence", "number_of_sources", "event_clarity", f.DATE_PREC, f.WHERE_PREC,
    "time_precision", "geo_precision",
)  # fmt: skip


@dataclass
class EventReport(ImportReport):
    """Result of an import of events, with the counts of known actors."""

    counts: EventCounts = field(default_factory=EventCounts)
    is_unchanged: bool = False
    most_names: int | None = MOST_NAMES

    def summary(self) -> list[Message]:
        unchanged = [
            Message("The table and its settings have not changed since the last import. The case was not changed.")
        ]
        return [
            *self.detected,
            *(unchanged if self.is_unchanged else []),
            Message("Rows: {} read, {} loaded, {} rejected.", self.rows_read, self.rows_loaded, self.count(REJECTED)),
            *self.counts.lines(self.most_names),
        ]

    def to_html(self, heading: str, say: Callable[[Message], str] = str) -> str:
        """Return the report as a page, with all actors that are not known factions."""
        return super(EventReport, replace(self, most_names=None)).to_html(heading, say)


def import_events(
    case_path: str,
    events: MapInput,
    options: EventOptions = DEFAULTS,
    feedback: Feedback = NO_FEEDBACK,
    finish: Callable[[Draft, Theme], None] = lambda draft, theme: None,
) -> EventReport:
    """Import a table of clash events into a case, created if missing, and return a report.

    Events of an earlier import of the same series are replaced; other series are kept. The same table, settings and
    known factions again leave the case unchanged. Factions are matched now and stored: in the case the stored ones
    count, and may be corrected there. Rows that cannot be used are in the report and in the case's table of issues.
    Raises SourceError if a column is missing or no row is left, AmbiguousDate, Cancelled; the case is then unchanged.
    """
    report = EventReport()
    series = options.series or events.key
    case = Case(case_path) if has_content(case_path) else None
    wanted = options.time_zone
    options = replace(options, encoding=settled_encoding(case, series, options.encoding))
    events = decoded(events, options.encoding)
    if case:
        options = replace(options, time_zone=wanted or time_zone_of(case).name)
    report_progress(feedback, 5)
    table = one_table(events, feedback)
    report.add_origin(events)
    factions = known_factions(case)
    reading = SubFeedback(feedback, 20, 50)
    clash_events, report.counts, others = read_events(table, options, factions, report, reading)
    report.files_read = 1
    prints = _fingerprint(events, options, factions, feedback)
    if case and case.fingerprints(series).get(events.key) == prints:
        report.files_read, report.files_unchanged, report.is_unchanged = 0, 1, True
        return report
    with editing(case_path, feedback) as draft:
        theme = theme_for(case, "")
        if draft.setting("theme") is None:
            draft.set_setting("theme", theme.to_dict())
        write_events(draft, clash_events, others, series, SubFeedback(feedback, 50, 90))
        draft.forget(series, [events.key])
        draft.add_issues(series, report.issues)
        keep_encoding(draft, series, options.encoding, report)
        report.detected.append(settle_time_zone(draft, wanted))
        settled = replace(options, time_zone=time_zone_of(draft).name)  # as the next import of the table reads it
        draft.remember(series, {events.key: _fingerprint(events, settled, factions, feedback)})
        finish(draft, theme)
        report_progress(feedback, 99)
    return report


def write_events(
    draft: Draft, events: ClashEvents, others: dict[str, list], series: str, feedback: Feedback = NO_FEEDBACK
) -> None:
    """Replace the events of the same series; ``others`` are their further columns (``read_events``)."""
    others = dict(_typed(name, values) for name, values in others.items())
    columns = {
        f.EVENT: events.id,
        f.VALID_FROM: events.start,
        f.VALID_TO: events.end,
        f.SIDE_A: others.pop(f.SIDE_A),
        f.SIDE_B: others.pop(f.SIDE_B),
        f.FACTIONS_A: [joined(ids) for ids in events.side_a],
        f.FACTIONS_B: [joined(ids) for ids in events.side_b],
        f.KIND: events.kind,
        f.IS_EXACT_DATE: events.is_exact_date.astype(int),
        f.REACH_KM: [reach if np.isfinite(reach) else None for reach in events.reach_km.tolist()],
        f.REACH_BASIS: events.reach_basis,
        f.LABEL: events.label,
        f.SOURCE: events.source,
        f.SERIES: [series] * len(events),
        **others,
    }
    kinds = {name: _KINDS.get(name, INTEGER if name in _NUMBERS else TEXT) for name in columns}
    points = shapely.points(events.lonlat)
    report_progress(feedback, 0)
    first = {name: values[:_AT_ONCE] for name, values in columns.items()}
    draft.replace_rows(f.EVENTS, kinds, first, points[:_AT_ONCE], ogr.wkbPoint, series)
    for start in range(_AT_ONCE, len(events), _AT_ONCE):
        report_progress(feedback, 100 * start / len(events))
        rows = slice(start, start + _AT_ONCE)
        draft.add_features(f.EVENTS, {name: values[rows] for name, values in columns.items()}, points[rows])
    report_progress(feedback, 100)


def _typed(name: str, values: list) -> tuple[str, list]:
    """Return a further column as the case keeps it: numbers if all its values are codes, else text."""
    if name.casefold() in _NUMBERS:
        codes = {value: code_of(value) for value in set(values)}
        if all(code is not None or value in (None, "") for value, code in codes.items()):
            return name.casefold(), [codes[value] for value in values]
        name += AS_GIVEN
    return name, [None if value is None else str(value) for value in values]


def _fingerprint(events: MapInput, options: EventOptions, factions: Factions, feedback: Feedback) -> str:
    settings = asdict(options)
    text = json.dumps([events.checksum(feedback), settings, factions.to_records()], default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
