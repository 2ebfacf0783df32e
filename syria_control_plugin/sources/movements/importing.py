"""Import of movements from files and layers into a case."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable

import numpy as np
from osgeo import ogr

from ...case.case import Case, has_content
from ...case.catalogue import known_factions, theme_for
from ...case.editing import Draft, editing
from ...case.import_report import REJECTED, ImportReport
from ...case.limits import TooManyFactions
from ...case.schema import INTEGER, MOMENT, TEXT
from ...case.values import measured_line
from ...core import fields as f
from ...core.errors import AmbiguousDate, SourceError
from ...core.factions.themes import Theme
from ...core.feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ...core.messages import Message, as_message, joined
from ...core.movements.movements import ANY_HOST, Movements, concatenate_movements
from ..files.encodings import decoded, keep_encoding, settled_encoding
from ..files.inputs import checksums, list_inputs, with_unique_keys
from ..files.tables import MapInput
from ..maps.candidates import AmbiguousField
from ..time_zones import settle_time_zone
from .detection import position_text
from .options import DEFAULTS, MovementOptions
from .reader import joined_columns, read_movements, with_unique_ids

_OWN = {
    f.MOVEMENT: TEXT, f.FACTION: TEXT, f.VALID_FROM: MOMENT, f.VALID_TO: MOMENT, f.IS_TIMED: INTEGER, f.SOURCE: TEXT,
    f.SERIES: TEXT, f.FILE: TEXT, f.PASSAGE_REPORTED: TEXT, f.ESTIMATED_POSITIONS: TEXT, f.REMARK_FIELDS: TEXT,
}  # fmt: skip
AS_GIVEN = "_as_given"  # suffix of an imported column whose name the case's table uses itself
_SECOND = np.timedelta64(1, "s")


@dataclass
class MovementReport(ImportReport):
    """Result of an import of movements."""

    movements: int = 0
    fixes: int = 0
    replaced: int = 0

    def summary(self) -> list[Message]:
        unknown = [
            Message("{!r} is not a known faction; it may be another name of one. Rows: {}.", name, count)
            for name, count in sorted(self.unknown_factions.items())
        ]
        if not self.files_read:
            return [Message("Files and settings have not changed since the last import. The case was not changed.")]
        return [
            *self.detected,
            Message("Rows: {} read, {} loaded, {} rejected.", self.rows_read, self.rows_loaded, self.count(REJECTED)),
            Message(
                "Movements: {}; fixes with a time: {}; tracks cut: {}.", self.movements, self.fixes, self.tracks_cut
            ),
            *(
                [Message("Replaces {} movements of an earlier import of the same name.", self.replaced)]
                if self.replaced
                else []
            ),
            *unknown,
        ]


def import_movements(
    case_path: str,
    inputs: list[MapInput],
    options: MovementOptions = DEFAULTS,
    feedback: Feedback = NO_FEEDBACK,
    finish: Callable[[Draft, Theme], None] = lambda draft, theme: None,
) -> MovementReport:
    """Import movements into a case, created if missing, and return a report.

    They replace all movements of an earlier import with the same name (``options.series``); other imports are kept. The
    same inputs and settings again leave the case unchanged. An input that cannot be read is in the report, as are rows.
    Raises SourceError if nothing can be read, AmbiguousDate, Cancelled; the case is then unchanged.
    """
    if not inputs:
        raise SourceError(Message("There is nothing to import: no file or layer with movements was found."))
    inputs = with_unique_keys(inputs)
    report = MovementReport()
    series = options.series or (inputs[0].folder if len(inputs) > 1 else "") or inputs[0].names[0]
    case = Case(case_path) if has_content(case_path) else None
    encoding = settled_encoding(case, series, options.encoding)
    options = replace(options, series=series, extent=options.extent or _extent_of(case), encoding=encoding)
    inputs = [decoded(each, encoding) for each in inputs]
    prints = {key: options.fingerprint(checksum) for key, checksum in checksums(inputs, feedback).items()}
    report_progress(feedback, 5)
    if case and _is_unchanged(case, series, prints):
        report.files_unchanged = len(inputs)
        return report
    movements, files, others = _read(inputs, options, case, report, feedback)
    with editing(case_path, feedback) as draft:
        theme = theme_for(case, "")
        if draft.setting("theme") is None:
            draft.set_setting("theme", theme.to_dict())
        old_files = [file for (file,) in _rows_of(draft, series)]
        report.replaced = len(old_files)
        write_movements(draft, movements, files, others, series, options.remark_fields)
        report_progress(feedback, 90)
        draft.forget(series, {*old_files, *prints}, maps_too=False)
        draft.remember(series, prints)
        draft.add_issues(series, report.issues)
        keep_encoding(draft, series, encoding, report)
        report.detected.append(settle_time_zone(draft, options.time_zone))
        finish(draft, theme)
        report_progress(feedback, 99)
    return report


def _is_unchanged(case: Case, series: str, prints: dict[str, str]) -> bool:
    before = case.fingerprints(series)
    known = _has_table(case) and all(before.get(key) == fingerprint for key, fingerprint in prints.items())
    return known and {file for (file,) in _rows_of(case, series)} <= set(prints)


def _rows_of(case: Case, series: str) -> list[tuple[str]]:
    """Return the input of each movement of a series."""
    return case.select(f.MOVEMENTS, f.FILE, where={f.SERIES: series}) if _has_table(case) else []


def _has_table(case: Case) -> bool:
    """Return whether a case has a table of movements in the current format."""
    if f.MOVEMENTS not in case.tables():
        return False
    return bool(case.select("pragma_table_info('movements')", "name", where={"name": f.IS_TIMED}))


def _read(inputs, options: MovementOptions, case: Case | None, report: MovementReport, feedback: Feedback):
    factions = known_factions(case)
    parts: list[tuple[Movements, dict]] = []
    files: list[str] = []
    problems: list[Message] = []
    for number, given in enumerate(inputs):
        share = SubFeedback(feedback, 5 + 80 * number / len(inputs), 5 + 80 * (number + 1) / len(inputs))
        try:
            movements, factions, others = read_movements(given, options, factions, report, share)
        except (AmbiguousDate, AmbiguousField, TooManyFactions):
            raise
        except SourceError as error:
            reason = as_message(error)
            problems.append(reason if given.key in reason.args else Message("{}: {}", given.key, reason))
            report.add(REJECTED, given.key, "", None, reason)
            continue
        report.add_origin(given)
        report.files_read += 1
        parts.append((movements, others))
        files += [given.key] * len(movements)
    if not parts:
        raise SourceError(joined(problems[:3]))
    movements = with_unique_ids(concatenate_movements([part for part, _ in parts]), report, options.series)
    report.movements, report.fixes = len(movements), int((~np.isnat(movements.time)).sum())
    return movements, files, joined_columns(parts)


def _extent_of(case: Case | None) -> tuple | None:
    """Return the extent of the case's territories, None if unknown."""
    columns = ("min_x", "min_y", "max_x", "max_y")
    extents = case.select("gpkg_contents", *columns, where={"table_name": f.TERRITORIES}) if case else []
    return extents[0] if extents and None not in extents[0] else None


def write_movements(
    draft: Draft, movements: Movements, files: list[str], others: dict, series: str, remark_fields: tuple[str, ...] = ()
) -> None:
    """Replace the movements of the same series.

    files   the input of each movement
    others  further columns, as text; one named like a column of the case's table gets another name
    remark_fields  those of them that the user named to be quoted

    A line is a LineStringM: M is the time of a vertex in seconds since 1970-01-01 UTC, NaN if unknown.
    """
    if f.MOVEMENTS in draft.tables() and not _has_table(draft):
        _bring_up_to_date(draft)
    seconds = movements.time.astype("datetime64[ms]").astype(np.int64) / 1e3
    seconds[np.isnat(movements.time)] = np.nan
    lines = [measured_line(movements.lonlat[i:j], seconds[i:j]) for i, j in zip(movements.first, movements.first[1:])]
    taken = {f.FID, f.GEOM, f.SHOWN_UNTIL, *_OWN}
    columns = {
        f.MOVEMENT: movements.id,
        f.FACTION: movements.mover,
        f.VALID_FROM: movements.start,
        f.VALID_TO: np.maximum(movements.end, movements.start + _SECOND),  # a half-open period
        f.IS_TIMED: movements.is_timed.astype(int),
        f.SOURCE: movements.source,
        f.SERIES: [series] * len(movements),
        f.FILE: files,
        f.PASSAGE_REPORTED: ["; ".join(names).replace(ANY_HOST, "yes") for names in movements.passage_reported],
        f.ESTIMATED_POSITIONS: [
            position_text(np.flatnonzero(~movements.is_reported[i:j]))
            for i, j in zip(movements.first, movements.first[1:])
        ],
        f.REMARK_FIELDS: ["; ".join(remark_fields)] * len(movements),
        **{name + (AS_GIVEN if name.casefold() in taken else ""): texts for name, texts in others.items()},
    }
    kinds = {name: _OWN.get(name, TEXT) for name in columns}
    draft.replace_rows(f.MOVEMENTS, kinds, columns, lines, ogr.wkbLineStringM, series)


def _bring_up_to_date(draft: Draft) -> None:
    """Rewrite a table of an earlier version of the plugin, without times, in the current format."""
    (given,), _ = list_inputs([f"{draft.path}|layername={f.MOVEMENTS}"])
    empty = not draft.select(f.MOVEMENTS, f.FID)
    if not empty:
        movements, _, others = read_movements(given, DEFAULTS, known_factions(draft), ImportReport())
    draft.drop(f.MOVEMENTS)
    if empty:
        return
    series = np.array(others.pop(f.SERIES), object)
    for name in dict.fromkeys(series):
        rows = np.flatnonzero(series == name)
        texts = {column: [values[row] for row in rows] for column, values in others.items()}
        write_movements(draft, movements.take(rows), [""] * len(rows), texts, name)
