"""The import of control maps: from what the user points at to a case, with a report."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Callable

import numpy as np

from ..core import fields as f
from ..core.dates import order_of_names
from ..core.errors import SourceError
from ..core.themes import Theme
from .case import Case, has_content
from .case_editing import Draft, editing
from .catalogue import known_factions, theme_for
from .coordinates import common_extent
from .dated_maps import DatedGround, MapReader
from .guesses import NoDateFound, Place, guess_layout, text_beside_date
from .history import bring_up_to_date
from .import_options import DEFAULTS, ImportOptions
from .import_report import REJECTED, ImportReport
from .map_merge import merge_ground
from .progress import SILENT, Progress, step
from .tables import MapInput, SourceTable

_SAMPLE = 5


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
        raise SourceError("There is nothing to import: no map was found.")
    inputs = _told_apart(inputs)
    report = ImportReport()
    options = replace(options, source=options.source or _default_source(inputs[0], options))
    case = Case(case_path) if has_content(case_path) else None
    before = case.fingerprints(options.source) if case else {}
    prints = {each.key: options.fingerprint(each.checksum()) for each in inputs}
    fresh = [each for each in inputs if prints[each.key] != before.get(each.key)]
    report.files_unchanged = len(inputs) - len(fresh)
    theme = theme_for(case, options.theme)
    if not fresh and case and case.setting("theme") == theme.to_dict():
        return report
    known_cells = case.map_cells(options.source) if case else []
    ground, read = _read(inputs, fresh, known_cells, case, options, report, progress)
    cells = ground.cells(report)
    report.maps = len(cells)
    if not (cells or ground.periods or case):
        raise SourceError("No row could be imported. " + "; ".join(report.lines()[-5:]))
    step(progress, 75)
    with editing(case_path) as draft:
        fresh_ids, gone_ids = merge_ground(draft, ground, cells, known_cells, read, options, report)
        draft.remember(options.source, {key: prints[key] for key in read})
        step(progress, 85)
        theme = bring_up_to_date(draft, ground.factions, theme, options.source, fresh_ids, gone_ids, report)
        step(progress, 95)
        finish(draft, theme)
        step(progress, 99)
    return report


def _told_apart(inputs: list[MapInput]) -> list[MapInput]:
    """The inputs with keys that differ: a project may have two layers of one name in one group."""
    met: Counter = Counter()
    apart = []
    for each in inputs:
        met[each.key] += 1
        count = met[each.key]
        apart.append(each if count == 1 else replace(each, key=f"{each.key} ({count})"))
    return apart


def _default_source(first: MapInput, options: ImportOptions) -> str:
    """Name of the folder, zip or group; for a lone layer its name without the date."""
    order = options.wishes.date_order or order_of_names(first.names)
    return first.folder or text_beside_date(first.names[0], order, options.limits) or first.key


def _read(inputs, fresh, known_cells, case, options, report, progress) -> tuple[DatedGround, list[str]]:
    """What the fresh files say, and the keys of the files read."""
    ground = DatedGround(known_factions(case))
    if not fresh:
        return ground, []
    readable: dict[str, list[SourceTable] | None] = {}
    by_key = {each.key: each for each in inputs}
    order = options.wishes.date_order or order_of_names(name for each in inputs for name in each.names)
    wishes = replace(options.wishes, date_order=order)
    tables = _sample(fresh, readable, report)
    try:
        layout = guess_layout(tables, wishes, ground.factions, options.limits)
    except NoDateFound:
        # A look at what the files say of themselves costs a second reading: only where nothing else helps.
        tables = [table for key in readable if readable[key] for table in by_key[key].tables(with_properties=True)]
        layout = guess_layout(tables, wishes, ground.factions, options.limits)
        readable.clear()
    with_properties = layout.date.place is Place.PROPERTY
    report.guesses = layout.lines()
    extent = common_extent([table.geometry for table in tables]) if case is None else _extent_of(case)
    reader = MapReader(layout, order, options.limits, options.crs, extent, options.end_is_last_day, report, ground)
    read: list[str] = []
    waiting = list(fresh)
    while waiting:
        for number, each in enumerate(waiting):
            step(progress, 75 * number / len(waiting))
            found = readable.pop(each.key) if each.key in readable else _tables(each, report, with_properties)
            for table in found or ():
                reader.read(table)
            read.append(each.key)
        shared = _sharing_files(ground, known_cells, read)
        waiting = [by_key[key] for key in sorted(shared) if key in by_key]
        for key in sorted(shared - set(by_key)):
            report.add("noted", key, "", None, "shares a map with a file read now, and is not part of this import: "
                       "its ground on that map is replaced; import both together to keep both")  # fmt: skip
        report.files_unchanged -= len(waiting)
    report.files_read = len(read)
    return ground, read


def _tables(each: MapInput, report: ImportReport, with_properties: bool = False) -> list[SourceTable] | None:
    try:
        return each.tables(with_properties)
    except SourceError as error:
        report.add(REJECTED, each.key, "", None, str(error))
        return None


def _sample(fresh: list, readable: dict, report: ImportReport) -> list[SourceTable]:
    """Tables of a few files spread over the input; where none of them has rows, of the first file that has."""
    picked = [fresh[number] for number in np.unique(np.linspace(0, len(fresh) - 1, _SAMPLE).astype(int))]
    for each in picked:
        readable[each.key] = _tables(each, report)
    for each in fresh:
        if any(len(table) for found in readable.values() for table in found or ()):
            break
        if each.key not in readable:
            readable[each.key] = _tables(each, report)
    tables = [table for found in readable.values() for table in found or ()]
    return [table for table in tables if len(table)] or tables


def _sharing_files(ground: DatedGround, known_cells, read: list[str]) -> set[str]:
    """Files of earlier imports that show a faction on a map which a file read now shows, or showed, too."""
    touched = set(ground.makers) | {(date, faction) for date, faction, file in known_cells if file in read}
    return {file for date, faction, file in known_cells if faction and (date, faction) in touched and file not in read}


def _extent_of(case: Case):
    found = case.select("gpkg_contents", "min_x", "min_y", "max_x", "max_y", where={"table_name": f.TERRITORIES})
    return found[0] if found and None not in found[0] else None
