"""Corridors of a case: found from its movements, territories and events, and stored with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Callable

import numpy as np
from osgeo import ogr

from ..case.case import Case, bases_of
from ..case.catalogue import known_factions
from ..case.corridors import OPTIONS, SEARCHED, inputs_of
from ..case.derived import store_blocs
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
from .time_zones import settle_time_zone, time_zone_of

_KINDS = {f.TEXT: TEXT, f.NUMBER: REAL, f.COUNT: INTEGER, f.MOMENT: MOMENT}
# Text for each corridor, from: columns of the corridors, columns of the evidence, faction names, options.
Describe = Callable[[Mapping, Mapping, Mapping[str, str], CorridorOptions], list]


def undescribed(rows: Mapping, *_) -> list[str]:
    """Return empty descriptions."""
    return [""] * len(rows[f.CORRIDOR])


def case_movements(case: Case, factions: Factions) -> Movements:
    """Return the movements stored in a case."""
    table = _table(case, f.MOVEMENTS)
    return read_movements(table, MovementOptions(), factions, ImportReport())[0] if table else Movements.empty()


def case_events(case: Case, factions: Factions) -> ClashEvents:
    """Return the clash events stored in a case."""
    table = _table(case, f.EVENTS)
    return read_events(table, EventOptions(), factions, ImportReport())[0] if table else ClashEvents.empty()


def case_series(case: Case) -> ControlSeries:
    """Return all territories of a case."""
    return concatenate(case.territories(source).series() for source in case.sources())


def find_corridors(case: Case, options: CorridorOptions, feedback: Feedback = NO_FEEDBACK) -> list[CorridorAssessment]:
    """Return the observed and the inferred corridors of a case, each with its evidence."""
    search = SubFeedback(feedback, 0, 90)
    factions = known_factions(case)
    series = _with_known_holders(case_series(case), factions)
    factions = with_holders(factions, series)
    events, movements = case_events(case, factions), case_movements(case, factions)
    report_progress(search, 20)
    blocs = factions.blocs(options.evidence.time_zone)
    known = factions.names
    seen = assess_observed(movements, series, events, blocs, options, SubFeedback(search, 20, 60), known)
    return [seen, assess_inferred(series, events, blocs, options, SubFeedback(search, 60, 100), known)]


def _with_known_holders(series: ControlSeries, factions: Factions) -> ControlSeries:
    """Return the series with the faction that each holder's name means by now, such as after an alias was added."""
    ids = {name: known.id if (known := factions.resolve(name)) else name for name in series.factions}
    return replace(series, faction=[ids[name] for name in series.faction])


def add_corridors(
    draft: Draft, options: CorridorOptions, describe: Describe, feedback: Feedback = NO_FEEDBACK
) -> list[CorridorAssessment]:
    """Search a case for corridors and replace the stored ones."""
    assessments = find_corridors(draft, options, feedback)
    names = known_factions(draft).names
    tables: dict[str, tuple[list[dict], list, int]] = {
        f.CORRIDORS: ([], [], ogr.wkbLineString),
        f.CORRIDOR_AREAS: ([], [], ogr.wkbMultiPolygon),
        f.EVIDENCE: ([], [], ogr.wkbNone),
    }
    number = 1
    for each in assessments:
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
    wanted = options.evidence.time_zone
    settle_time_zone(draft, "" if wanted == time_zone_of(draft).name else wanted)
    draft.set_setting(OPTIONS, asdict(options))
    draft.set_setting(SEARCHED, inputs_of(draft))
    return assessments


def refresh_corridors(
    case_path: str,
    options: CorridorOptions,
    describe: Describe,
    feedback: Feedback = NO_FEEDBACK,
    finish: Callable[[Draft], None] = lambda draft: None,
    blocs: Mapping[str, str] | None = None,
) -> list[CorridorAssessment]:
    """Run ``add_corridors`` for a case on disk: if interrupted, the case is unchanged, else it has all corridors.

    blocs  stored in the case before the search, as ``store_blocs``

    Raises CaseError as ``Case`` and ``editing`` do, Cancelled, and the errors of the search.
    """
    Case(case_path)  # a case deleted in the meantime is not created again
    with editing(case_path) as draft:
        store_blocs(draft, blocs or {})
        assessments = add_corridors(draft, options, describe, feedback)
        finish(draft)
        report_progress(feedback, 99)
    return assessments


def _table(case: Case, name: str) -> SourceTable | None:
    """Return a table of the case as rows; None if it is missing or empty."""
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
    """Return values as GDAL takes them, with None for NaN."""
    column = column if isinstance(column, np.ndarray) else np.array(column, object)
    if column.dtype.kind == "f":
        return [None if np.isnan(value) else value for value in column.tolist()]
    return list(column)
