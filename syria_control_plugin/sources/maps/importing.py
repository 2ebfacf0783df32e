"""The import of control maps: from what the user points at to a case, with a report."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable

from ...core.dates.dates import order_of_names
from ...core.errors import SourceError
from ...core.factions.themes import Theme
from ...core.told import Told
from ..cases.case import Case, has_content
from ..cases.case_editing import Draft, editing
from ..cases.catalogue import theme_for
from ..cases.history import bring_up_to_date
from ..files.input_lists import told_apart
from ..files.tables import MapInput
from ..import_report import ImportReport
from ..progress import SILENT, Progress, step
from .guesses import text_beside_date
from .import_options import DEFAULTS, ImportOptions
from .map_merge import merge_ground
from .map_reading import read_maps


def import_maps(
    case_path: str,
    inputs: list[MapInput],
    options: ImportOptions = DEFAULTS,
    progress: Progress = SILENT,
    finish: Callable[[Draft, Theme], None] = lambda draft, theme: None,
) -> ImportReport:
    """Brings control maps into a case, made where there is none, and says what it did.

    Reads only files that are new or changed, or that share a map's faction with such a file. ``finish`` may
    add to the draft (its style, say) before it takes the case's place. Raises SourceError where nothing can
    be read or what is where stays open, AmbiguousDate where day and month do, Cancelled; the case is then
    as before.
    """
    if not inputs:
        raise SourceError(Told("There is nothing to import: no map was found."))
    inputs = told_apart(inputs)
    report = ImportReport()
    options = replace(options, source=options.source or _default_source(inputs[0], options))
    case = Case(case_path) if has_content(case_path) else None
    before = case.fingerprints(options.source) if case else {}
    prints = {each.key: options.fingerprint(each.checksum(progress)) for each in inputs}
    fresh = [each for each in inputs if prints[each.key] != before.get(each.key)]
    report.files_unchanged = len(inputs) - len(fresh)
    theme = theme_for(case, options.theme)
    if not fresh and case and case.setting("theme") == theme.to_dict():
        return report
    known_cells = case.map_cells(options.source) if case else []
    found = read_maps(inputs, fresh, known_cells, case, options, report, progress)
    cells = found.ground.cells(report, progress)
    report.maps = len(cells)
    if not (cells or found.ground.periods or case):
        raise SourceError("No row could be imported. " + "; ".join(report.lines()[-5:]))
    step(progress, 75)
    with editing(case_path, progress) as draft:
        fresh_ids, gone_ids = merge_ground(draft, found, cells, known_cells, options, report)
        draft.remember(options.source, {key: prints[key] for key in (*found.read, *found.failed)})
        step(progress, 85)
        factions = found.ground.factions.factions
        theme = bring_up_to_date(draft, factions, theme, options.source, fresh_ids, gone_ids, report)
        step(progress, 95)
        finish(draft, theme)
        step(progress, 99)
    return report


def _default_source(first: MapInput, options: ImportOptions) -> str:
    """Name of the folder, zip or group; for a lone layer its name without the date."""
    order = options.wishes.date_order or order_of_names(first.names)
    return first.folder or text_beside_date(first.names[0], order, options.limits) or first.key
