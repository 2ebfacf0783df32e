"""The corridors of a case: searched for in its movements, territories and events, and kept with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Callable

import numpy as np
from osgeo import ogr

from ..case.case import Case, bases_of
from ..case.catalogue import known_factions
from ..case.corridors import OPTIONS, SEARCHED, inputs_of
from ..case.editing import Draft, editing
from ..case.import_report import ImportReport
from ..case.schema import INTEGER, MOMENT, REAL, TEXT
from ..core import fields as f
from ..core.control.series import ControlSeries, concatenate
from ..core.corridors.assessment import (
    AREA_FIELDS,
    CorridorAssessment,
    CorridorOptions,
    assess_inferred,
    assess_observed,
    blocs,
    corridor_rows,
    evidence_rows,
    with_holders,
)
from ..core.corridors.events import ClashEvents
from ..core.errors import SourceError
from ..core.factions.factions import Factions
from ..core.feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ..core.messages import Message
from ..core.movements.movements import Movements
from .events.reader import EventOptions, read_events
from .files.gdal_reader import read_file
from .files.tables import SourceTable
from .movements.options import MovementOptions
from .movements.reader import read_movements

_KINDS = {f.TEXT: TEXT, f.NUMBER: REAL, f.COUNT: INTEGER, f.MOMENT: MOMENT}
# What tells the corridors' rows in words: columns of corridors, of evidence, faction names, options → a text each.
Describe = Callable[[Mapping, Mapping, Mapping[str, str], CorridorOptions], list]


def undescribed(rows: Mapping, *_) -> list[str]:
    """Describes nothing: for whoever wants no words."""
    return [""] * len(rows[f.CORRIDOR])


def case_movements(case: Case, factions: Factions) -> Movements:
    """The movements that a case keeps."""
    table = _table(case, f.MOVEMENTS)
    return read_movements(table, MovementOptions(), factions, ImportReport())[0] if table else Movements.empty()


def case_events(case: Case, factions: Factions) -> ClashEvents:
    """The clash events that a case keeps."""
    table = _table(case, f.EVENTS)
    return read_events(table, EventOptions(), factions, ImportReport())[0] if table else ClashEvents.empty()


def case_series(case: Case) -> ControlSeries:
    """All territories of a case."""
    return concatenate(case.territories(source).series() for source in case.sources())


def find_corridors(case: Case, options: CorridorOptions, feedback: Feedback = NO_FEEDBACK) -> list[CorridorAssessment]:
    """The observed and the inferred corridors of a case, each with its evidence."""
    search = SubFeedback(feedback, 0, 90)
    series = case_series(case)
    factions = with_holders(known_factions(case), series)
    events, movements = case_events(case, factions), case_movements(case, factions)
    report_progress(search, 20)
    seen = assess_observed(movements, series, events, blocs(factions), options, SubFeedback(search, 20, 60))
    return [seen, assess_inferred(series, events, blocs(factions), options, SubFeedback(search, 60, 100))]


def add_corridors(
    draft: Draft, options: CorridorOptions, describe: Describe, feedback: Feedback = NO_FEEDBACK
) -> list[CorridorAssessment]:
    """Searches a case for corridors and puts them in the place of those it had."""
    found = find_corridors(draft, options, feedback)
    names = {faction.id: faction.name for faction in known_factions(draft)}
    tables: dict[str, tuple[list[dict], list, int]] = {
        f.CORRIDORS: ([], [], ogr.wkbLineString),
        f.CORRIDOR_AREAS: ([], [], ogr.wkbMultiPolygon),
        f.EVIDENCE: ([], [], ogr.wkbNone),
    }
    number = 1
    for each in found:
        rows, evidence = corridor_rows(each, number, bases_of(draft)), evidence_rows(each, number)
        rows[f.SENTENCE] = describe(rows, evidence, names, options)
        areas = {name: rows[name] for name in AREA_FIELDS}
        shapes = (each.corridors.path, each.areas.geometry, None)
        for (parts, geometry, _), columns, shape in zip(tables.values(), (rows, areas, evidence), shapes):
            parts.append(columns)
            geometry.append(shape)
        number += len(each)
    for table, (parts, geometry, kind) in tables.items():
        _replace(draft, table, parts, None if kind == ogr.wkbNone else np.concatenate(geometry), kind)
    draft.set_setting(OPTIONS, asdict(options))
    draft.set_setting(SEARCHED, inputs_of(draft))
    return found


def refresh_corridors(
    case_path: str,
    options: CorridorOptions,
    describe: Describe,
    feedback: Feedback = NO_FEEDBACK,
    finish: Callable[[Draft], None] = lambda draft: None,
) -> list[CorridorAssessment]:
    """``add_corridors`` for a case on disk: whatever interrupts it, the case is as before or has all of them.

    Raises CaseError as ``Case`` and ``editing`` do, Cancelled, and what the search raises.
    """
    Case(case_path)  # one that has gone in the meantime is not made anew
    with editing(case_path) as draft:
        found = add_corridors(draft, options, describe, feedback)
        finish(draft)
        report_progress(feedback, 99)
    return found


def _table(case: Case, name: str) -> SourceTable | None:
    """A table of the case as rows; None where it is not there or empty."""
    if name not in case.tables():
        return None
    tables = read_file(case.path, name, (name,), only_layer=name)
    if len(tables) != 1:
        raise SourceError(Message("{!r}: the table {!r} cannot be read.", case.path, name))
    return tables[0] if len(tables[0]) else None


def _replace(draft: Draft, table: str, parts: list[dict], geometry, kind: int) -> None:
    names = list(parts[0])
    columns = {name: [value for part in parts for value in _values(part[name])] for name in names}
    draft.replace_all(table, {name: _KINDS[f.kind_of(name)] for name in names}, columns, geometry, kind)


def _values(column) -> list:
    """Values as GDAL takes them: nothing where a number is none."""
    column = column if isinstance(column, np.ndarray) else np.array(column, object)
    if column.dtype.kind == "f":
        return [None if np.isnan(value) else value for value in column.tolist()]
    return list(column)
