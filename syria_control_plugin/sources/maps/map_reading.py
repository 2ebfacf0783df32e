"""Reads the files of an import that have to be read: the new and changed ones, and those that share maps with them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from ...core import fields as f
from ...core.dates.dates import order_of_names
from ...core.errors import SourceError
from ...core.factions.factions import FactionRegister
from ...core.told import Told
from ..cases.case import Case
from ..cases.catalogue import known_factions
from ..files.coordinates import common_extent
from ..files.tables import MapInput, SourceTable
from ..import_report import NOTED, REJECTED, ImportReport
from ..progress import Progress, step
from .dated_maps import DatedGround, MapReader
from .guesses import guess_layout
from .import_options import ImportOptions
from .roles import Layout, NoDateFound, Place

_SAMPLE = 5
_READING_PERCENT = 75


@dataclass
class MapsRead:
    """What the files say.

    read    keys of the files that went into ``ground``
    failed  keys of those of which nothing could be used: what an earlier import made of them stays
    """

    ground: DatedGround
    read: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def read_maps(
    inputs: list[MapInput],
    fresh: list[MapInput],
    known_cells: list[tuple],
    case: Case | None,
    options: ImportOptions,
    report: ImportReport,
    progress: Progress,
) -> MapsRead:
    """Reads the fresh files, and of the others those that show a faction on a map which a fresh one shows too.

    known_cells  (map date, faction id, file key) of earlier imports (``Case.map_cells``)

    Raises SourceError where no file can be read and there is no case yet, or what is where stays open.
    """
    found = MapsRead(DatedGround(FactionRegister(known_factions(case))))
    if not fresh:
        return found
    order = options.wishes.date_order or order_of_names(name for each in inputs for name in each.names)
    options = replace(options, wishes=replace(options.wishes, date_order=order))
    sampled: dict[str, list[SourceTable] | None] = {}
    tables = _sample(fresh, sampled, report, progress)
    if not tables:
        if case is None:
            raise SourceError("No file could be read. " + "; ".join(str(issue) for issue in report.issues[:5]))
        found.failed = [each.key for each in fresh]
        return found
    layout = _layout(tables, sampled, inputs, found.ground, options, progress)
    report.guesses = layout.lines()
    is_known = case is not None and options.source in case.sources()
    extent = _extent_of(case) if is_known else common_extent([table.geometry for table in tables])
    limits, last_day = options.limits, options.end_is_last_day
    reader = MapReader(layout, order, limits, options.crs, extent, last_day, report, found.ground, progress)
    _read_all(reader, inputs, fresh, known_cells, sampled, bool(options.precedence), found, progress)
    return found


def _read_all(reader: MapReader, inputs, fresh, known_cells, sampled, whole_maps, found: MapsRead, progress) -> None:
    report, by_key = reader.report, {each.key: each for each in inputs}
    with_properties = reader.layout.date.place is Place.PROPERTY
    waiting = list(fresh)
    while waiting:
        for number, each in enumerate(waiting):
            step(progress, _READING_PERCENT * number / len(waiting))
            report.add_origin(each)
            loaded, rejected = report.rows_loaded, report.count(REJECTED)
            tables = sampled.pop(each.key) if each.key in sampled else _tables(each, report, progress, with_properties)
            for table in tables or ():
                reader.read(table)
            is_useless = report.rows_loaded == loaded and report.count(REJECTED) > rejected
            (found.failed if tables is None or is_useless else found.read).append(each.key)
        shared = _sharing_files(found, known_cells, whole_maps)
        waiting = [by_key[key] for key in sorted(shared) if key in by_key]
        for key in sorted(shared - set(by_key)):
            note = Told("shares a map with a file read now, and is not part of this import")
            report.add(NOTED, key, "", None, note + ": import both together, so that each keeps its part")
        report.files_unchanged -= len(waiting)
    report.files_read = len(found.read)


def _layout(tables, sampled: dict, inputs, ground: DatedGround, options: ImportOptions, progress) -> Layout:
    try:
        return guess_layout(tables, options.wishes, ground.factions, options.limits)
    except NoDateFound:
        # A look at what the files say of themselves costs a second reading: only where nothing else helps.
        by_key = {each.key: each for each in inputs}
        readable = [key for key in sampled if sampled[key]]
        tables = [table for key in readable for table in by_key[key].tables(True, progress)]
        for key in readable:
            del sampled[key]  # read again, with the properties
        return guess_layout(tables, options.wishes, ground.factions, options.limits)


def _tables(
    each: MapInput, report: ImportReport, progress: Progress, with_properties: bool = False
) -> list[SourceTable] | None:
    try:
        return each.tables(with_properties, progress)
    except SourceError as error:
        report.add(REJECTED, each.key, "", None, str(error))
        return None


def _sample(fresh: list, sampled: dict, report: ImportReport, progress: Progress) -> list[SourceTable]:
    """Tables of a few files spread over the input; where none of them has rows, of the first file that has."""
    picked = [fresh[number] for number in np.unique(np.linspace(0, len(fresh) - 1, _SAMPLE).astype(int))]
    for each in picked:
        sampled[each.key] = _tables(each, report, progress)
    for each in fresh:
        if any(len(table) for found in sampled.values() for table in found or ()):
            break
        if each.key not in sampled:
            sampled[each.key] = _tables(each, report, progress)
    tables = [table for found in sampled.values() for table in found or ()]
    return [table for table in tables if len(table)] or tables


def _sharing_files(found: MapsRead, known_cells, whole_maps: bool) -> set[str]:
    """Files of earlier imports that show a faction on a map which a file read now shows, or showed, too.

    whole_maps  of such a map all files, whatever faction they show: a precedence looks at them together
    """
    touched = set(found.ground.makers)
    touched |= {(date, faction) for date, faction, file in known_cells if file in set(found.read)}
    dates = {date for date, _ in touched}
    done = {*found.read, *found.failed}
    return {
        file
        for date, faction, file in known_cells
        if file not in done and faction and ((date, faction) in touched or (whole_maps and date in dates))
    }


def _extent_of(case: Case):
    found = case.select("gpkg_contents", "min_x", "min_y", "max_x", "max_y", where={"table_name": f.TERRITORIES})
    return found[0] if found and None not in found[0] else None
