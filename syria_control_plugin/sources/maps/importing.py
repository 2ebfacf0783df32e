"""Import of control maps into a case, with a report.

Merges the territory of files just read with the territories of a case: only what changes is written.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Callable

import numpy as np

from ...case.case import Case, TerritoryRows, has_content
from ...case.catalogue import theme_for
from ...case.derived import add_territories, bring_up_to_date, span_names
from ...case.editing import Draft, editing
from ...case.import_report import ImportReport
from ...core import fields as f
from ...core.control.holders import NOBODY
from ...core.control.overlaps import settle_by_precedence
from ...core.control.series import ControlSeries, rows_by
from ...core.control.snapshots import HeldPeriods, joined_periods, merge_maps
from ...core.dates.options import finest_spans
from ...core.dates.parsing import order_of_names
from ...core.dates.periods import valid_at
from ...core.errors import SourceError
from ...core.factions.factions import FactionRegister
from ...core.factions.themes import Theme
from ...core.feedback import NO_FEEDBACK, CancelOnly, Feedback, report_progress
from ...core.messages import Message, joined
from ..files.encodings import decoded, keep_encoding, settled_encoding
from ..files.inputs import checksums, with_unique_keys
from ..files.tables import MapInput
from ..source_places import check_place, folder_name, keep_place
from ..time_zones import settle_time_zone
from .candidates import keep_fields
from .detection import text_beside_date
from .ends import keep_ends
from .options import DEFAULTS, ImportOptions
from .reader import DatedTerritories, MapsRead, read_maps
from .renames import gone_files, renamed_files, report_gone


def merge_territories(draft: Draft, result: MapsRead, cells: dict, known_cells, options: ImportOptions, report):
    """Write the content of the read files to the draft.

    result       the result of reading
    cells        map date → {faction id: area}, from the maps in ``result.territory``
    known_cells  (map date, faction id, file key) of earlier imports (``Case.map_cells``)

    Returns the ids of the territories that are new or have another end, and of those that were removed.
    """
    territory, read = result.territory, result.read
    existing = draft.territories(options.source, f.PUBLISHED_MAP)
    if options.precedence:
        names = [_id_of(territory.factions, name) for name in options.precedence]
        cells = {date: _settled(date, factions, existing, names) for date, factions in cells.items()}
    existing_periods = HeldPeriods(
        faction=existing.faction,
        start=existing.start,
        end=existing.end,
        geometry_of=lambda row: existing.geometry([row])[0],
    )
    limit = _gap_limit(draft, options)
    dates = [date for date, _, _ in known_cells]
    removed = _removed(cells, known_cells, read)
    edit = merge_maps(existing_periods, dates, cells, removed, options.source, limit, CancelOnly(draft.feedback))
    first_file = {made: min(files) for made, files in territory.makers.items()}
    files = [first_file.get(made, "") for made in zip(edit.added.start, edit.added.faction)]
    draft.delete(f.TERRITORIES, existing.fid[edit.removed])
    draft.set_ends(existing.fid[edit.changed], edit.new_ends)
    spans = [territory.spans.get(start) for start in edit.added.start]
    added = add_territories(draft, edit.added, f.PUBLISHED_MAP, files, spans)
    stated, unstated = _replace_stated_periods(draft, territory, read, options.source)
    report.territories_added += len(added) + len(stated)
    report.territories_removed += len(edit.removed) + len(unstated)
    report.territories_changed += len(edit.changed)
    draft.forget(options.source, read)
    draft.forget(options.source, result.failed, maps_too=False)
    _write_maps(draft, territory, options.source)
    keep_ends(draft, options.source, result.ends)
    keep_fields(draft, options.source, options.overrides.chosen_fields)
    draft.add_issues(options.source, report.issues)
    return [*added, *stated, *existing.fid[edit.changed]], [*existing.fid[edit.removed], *unstated]


def _settled(date: np.datetime64, factions: dict, existing: TerritoryRows, precedence: list[str]) -> dict:
    """Settle a map by precedence together with its territory in the case from files that are not read now."""
    rows = [
        row
        for row in np.flatnonzero(valid_at(existing.start, existing.end, date))
        if existing.faction[row] not in factions
    ]
    whole = {**dict(zip(existing.faction[rows], existing.geometry(rows) if rows else ())), **factions}
    settled = settle_by_precedence(whole, precedence)
    return {name: territory for name, territory in settled.items() if name in factions or territory is not whole[name]}


def _gap_limit(draft: Draft, options: ImportOptions) -> np.timedelta64 | None:
    """Return the limit given, which the case keeps, or that of an earlier import of the source."""
    limits = draft.setting("hole_limit_days") or {}
    days = limits.get(options.source) if options.gap_limit_days is None else options.gap_limit_days
    if days != limits.get(options.source):
        draft.set_setting("hole_limit_days", {**limits, options.source: days})
    if not days:
        return None  # 0 removes an earlier limit
    return np.timedelta64(round(days * 86400), "s")


def _stated_outside(case: Case | None, options: ImportOptions) -> list[str]:
    """Return the sources of a case that state that nobody holds the areas outside; this one as options say."""
    sources = set(case.nobody_outside()) if case else set()
    if options.nobody_outside is not None:
        sources.discard(options.source)
        sources |= {options.source} if options.nobody_outside else set()
    return sorted(sources)


def _removed(cells, known_cells, read: list[str]) -> dict:
    """Return what maps no longer show since a file that showed it was read again (see ``merge_maps``)."""
    before: dict = {}
    for date, faction, file in known_cells:
        before.setdefault(date, {}).setdefault(file in read, set()).add(faction)
    removed = {}
    for date, factions_by_read in before.items():
        if True not in factions_by_read:
            continue
        elsewhere = factions_by_read.get(False, set())
        if date not in cells and not elsewhere:
            removed[date] = None
        else:
            removed[date] = factions_by_read[True] - set(cells.get(date, ())) - elsewhere - {""}
    return removed


def _replace_stated_periods(draft: Draft, territory: DatedTerritories, read: list[str], source: str):
    """Replace the rows with stated periods of the read files' earlier import; return the ids added and removed."""
    existing = draft.territories(source, f.STATED_PERIOD)
    old = existing.fid[np.isin(existing.file, read)]
    draft.delete(f.TERRITORIES, old)
    added = []
    for key, rows in sorted(rows_by(row[4] for row in territory.periods).items()):
        faction, start, end, geometry, _, spans = zip(*(territory.periods[row] for row in rows))
        series = joined_periods(
            ControlSeries(faction=faction, start=start, end=end, geometry=geometry, source=[source] * len(start))
        )
        known_to = finest_spans(zip(zip(faction, start), spans))
        spans_of_rows = [known_to[row] for row in zip(series.faction, series.start)]
        added += add_territories(draft, series, f.STATED_PERIOD, [key] * len(series), spans_of_rows)
    return added, old


def _write_maps(draft: Draft, territory: DatedTerritories, source: str) -> None:
    rows = [(date, faction, file) for (date, faction), makers in territory.makers.items() for file in makers]
    rows.sort(key=lambda row: (row[0], row[1] or "", row[2]))
    if rows:
        date, faction, file = zip(*rows)
        columns = {
            f.SOURCE: [source] * len(rows),
            f.MAP_DATE: date,
            f.FACTION: faction,
            f.FILE: file,
            f.KNOWN_TO: span_names(territory.spans.get(each) for each in date),
        }
        draft.add_features(f.MAPS, columns, None)


def _id_of(factions: FactionRegister, name: str) -> str:
    faction = factions.resolve(name)
    if faction is None or faction.id == NOBODY:
        raise SourceError(Message("PRECEDENCE names {!r}, which no row and no list of factions contains.", name))
    return faction.id


def import_maps(
    case_path: str,
    inputs: list[MapInput],
    options: ImportOptions = DEFAULTS,
    feedback: Feedback = NO_FEEDBACK,
    finish: Callable[[Draft, Theme], None] = lambda draft, theme: None,
) -> ImportReport:
    """Import control maps into a case, created if missing, and return a report.

    Reads only files that are new or changed, or that share a map's faction with such a file. ``finish`` may add to the
    draft (its style, for example) before it replaces the case. Raises SourceError if nothing can be read or the layout
    cannot be detected, AmbiguousDate if the order of day and month is open, Cancelled; the case is then unchanged.
    """
    if not inputs:
        raise SourceError(Message("There is nothing to import: no map was found."))
    inputs = with_unique_keys(inputs)
    report = ImportReport()
    is_named = bool(options.source)
    options = replace(options, source=options.source or default_source(inputs[0], options))
    case = Case(case_path) if has_content(case_path) else None
    options = replace(options, encoding=settled_encoding(case, options.source, options.encoding))
    inputs = [decoded(each, options.encoding) for each in inputs]
    before = case.fingerprints(options.source) if case else {}
    prints = {key: options.fingerprint(checksum) for key, checksum in checksums(inputs, feedback).items()}
    new_inputs = [each for each in inputs if prints[each.key] != before.get(each.key)]
    report.files_unchanged = len(inputs) - len(new_inputs)
    if not is_named:
        check_place(case, options.source, inputs[0], is_known=bool(set(prints.values()) & set(before.values())))
    gone = gone_files(before, inputs)
    renamed = renamed_files(gone, before, {key: prints[key] for key in set(prints) - set(before)})
    report_gone(gone, renamed, report)
    theme = theme_for(case, options.theme)
    outside = _stated_outside(case, options)
    is_same = case and case.setting("theme") == theme.to_dict() and outside == sorted(case.nobody_outside())
    if is_same and not (new_inputs or options.time_zone):
        return report
    known_cells = case.map_cells(options.source) if case else []
    result = read_maps(inputs, new_inputs, [*renamed], known_cells, case, options, report, feedback)
    result.read = [key for key in result.read if renamed.get(key) not in result.failed]
    report.files_read = len(set(result.read) & set(prints))
    cells = result.territory.cells(report, feedback)
    report.maps = len(cells)
    if not (cells or result.territory.periods or case):
        raise SourceError(Message("No row could be imported. {}", joined(report.lines()[-5:])))
    report_progress(feedback, 75)
    with editing(case_path, feedback) as draft:
        new_ids, removed_ids = merge_territories(draft, result, cells, known_cells, options, report)
        if outside != sorted(draft.nobody_outside()):
            draft.set_setting(f.NOBODY_OUTSIDE, outside)
        if options.source in outside:
            report.detected.append(Message("Areas without a territory: held by nobody, according to the source."))
        keep_place(draft, options.source, inputs[0])
        draft.remember(options.source, {key: prints[key] for key in (*result.read, *result.failed) if key in prints})
        report_progress(feedback, 85)
        factions = result.territory.factions.factions
        theme = bring_up_to_date(draft, factions, theme, options.source, new_ids, removed_ids, report)
        keep_encoding(draft, options.source, options.encoding, report)
        report.detected.append(settle_time_zone(draft, options.time_zone))
        report_progress(feedback, 95)
        finish(draft, theme)
        report_progress(feedback, 99)
    return report


def default_source(first: MapInput, options: ImportOptions) -> str:
    """Return the name of the folder, zip or group (``folder_name``); for a single layer its name without the date."""
    order = options.overrides.date_order or order_of_names(first.names, options.limits)
    return folder_name(first) or text_beside_date(first.names[0], order, options.limits) or first.key
