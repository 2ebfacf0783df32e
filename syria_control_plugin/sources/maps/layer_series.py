"""Control series from any layer with factions and dates, without a case."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from ...case.import_report import ImportReport
from ...core import fields as f
from ...core.control.period_ends import EndReading
from ...core.control.series import ControlSeries, concatenate
from ...core.control.snapshots import series_from_maps
from ...core.dates.options import EARLIEST_MAP, DateLimits
from ...core.errors import SourceError
from ...core.factions.factions import FactionRegister, Factions
from ...core.feedback import Feedback, report_progress
from ...core.messages import Message, joined
from ..files.gpx import rows_of
from ..files.tables import MapInput, SourceTable
from .detection import FieldOverrides, Layout, detect_layout, own_spelling
from .reader import DatedTerritories, MapReader

# Fields beside ``source`` in a table of a case, and in the output of algorithms that keep sources separate.
_OWN_FIELDS = ({f.BASIS}, {f.SHOWN_UNTIL}, {f.VALID_FROM, f.VALID_TO, f.AREA_KM2})
_ADDRESS = re.compile(r"\w://|\bwww\.", re.IGNORECASE)
_LIMITS = DateLimits(earliest=EARLIEST_MAP)
_SEVERAL = 3  # with this number of dates, and no source with two of them, sources are citations of single rows


def read_series(
    given: MapInput,
    overrides: FieldOverrides,
    factions: Factions,
    report: ImportReport,
    feedback: Feedback,
    ends: EndReading | None = None,
) -> ControlSeries:
    """Return the series in a layer's rows; dated rows become periods, rows with periods stay unchanged.

    A field ``source`` separates series in the tables of a case and in the output of the algorithms, whatever it
    contains. In any other layer it may be a citation of single rows: it does not separate series if it contains a web
    address, or if the layer has three dates or more and no source has two of them, so that nothing could be compared.
    Then, and without the field, all rows are one series, named as the layer. The report's detected settings show which
    case applies.

    ends  what ends that name a day mean; None: as the data prove

    Rows that cannot be used are in the report. Raises SourceError if the layout cannot be detected or no row is left,
    AmbiguousDate.
    """
    (table,) = given.tables(feedback=feedback)
    parts = []
    layout = detect_layout([table], overrides, factions, _LIMITS)
    sources, notes = _sources(table, layout, given.key)
    names, series_of = np.unique(np.array(sources, object), return_inverse=True)
    register = FactionRegister(factions)
    report.detected = [*layout.lines(), *notes]
    for number, name in enumerate(names):
        report_progress(feedback, 50 * number / len(names))
        territory = DatedTerritories(register)
        reader = MapReader(
            layout=layout,
            order=overrides.date_order,
            limits=_LIMITS,
            crs_where_missing="",
            extent=None,
            report=report,
            territory=territory,
            feedback=feedback,
        )
        reader.read(rows_of(table, series_of == number))
        settled = territory.settle_ends(report, EndReading.FIRST_DAY_AFTER if _is_own(table) else ends)
        if settled is not None and not _is_own(table):
            report.detected.append(settled.line)
        table = replace(table, notes=[])
        parts.append(series_from_maps(territory.cells(report, feedback), name))
        if territory.periods:
            faction, start, end, geometry, *_ = zip(*territory.periods)
            parts.append(
                ControlSeries(faction=faction, start=start, end=end, geometry=geometry, source=[name] * len(start))
            )
    series = concatenate(parts)
    if len(series) == 0:
        raise SourceError(Message("{}: has no usable row. {}", given.key, joined(report.lines()[-5:])))
    return series


def _is_own(table: SourceTable) -> bool:
    return any(fields <= set(table.columns) for fields in _OWN_FIELDS)


def _sources(table: SourceTable, layout: Layout, name: str) -> tuple[list[str], list[Message]]:
    """Return the series that each row belongs to, and a message on it; ``name`` is that of the layer."""
    if f.SOURCE not in table.columns:
        return [name] * len(table), []
    sources = [str(source or "") for source in table.columns[f.SOURCE]]
    count = len(set(sources))
    dates = table.columns.get(own_spelling(layout.date, table).detail, [None] * len(table))
    if _is_own(table):
        reason = None
    elif any(_ADDRESS.search(source) for source in sources):
        reason = Message("it contains web addresses")
    elif len(set(dates)) >= _SEVERAL and len(set(zip(sources, dates))) == count:
        reason = Message("none of them has two dates")
    else:
        reason = None
    if reason:
        line = Message(
            "Series: one, {!r}; field {!r} with {} sources does not separate series ({}).",
            name,
            f.SOURCE,
            count,
            reason,
        )
        return [name] * len(table), [line]
    return sources, [
        Message("Series: by field {!r}, sources: {}; they are never compared with each other.", f.SOURCE, count)
    ]
