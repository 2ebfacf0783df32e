"""Any layer with factions and dates as a control series, without a case."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..core.dates import DateLimits
from ..core.errors import SourceError
from ..core.factions import Factions
from ..core.fields import SOURCE
from ..core.series import ControlSeries, concatenate
from ..core.snapshots import series_from_maps
from .dated_maps import DatedGround, MapReader
from .guesses import LayoutWishes, guess_layout
from .import_report import ImportReport
from .layers import LayerInput
from .progress import Progress, step
from .tables import SourceTable


def read_series(
    given: LayerInput, wishes: LayoutWishes, factions: Factions, report: ImportReport, progress: Progress
) -> ControlSeries:
    """The series in a layer's rows: dated rows become periods, rows with periods stay as they are.

    A field ``source`` tells series apart; without one all rows are one series, named as the layer. Rows that
    can't be used are in the report. Raises SourceError where what is where stays open or no row is left.
    """
    (table,) = given.tables()
    parts = []
    sources = table.columns.get(SOURCE, [given.key] * len(table))
    names = sorted({str(source or "") for source in sources})
    layout = guess_layout([table], wishes, factions, DateLimits())
    report.guesses = layout.lines()
    for number, name in enumerate(names):
        step(progress, 50 * number / len(names))
        rows = [row for row, source in enumerate(sources) if str(source or "") == name]
        ground = DatedGround(factions)
        reader = MapReader(layout, wishes.date_order, DateLimits(), "", None, False, report, ground)
        reader.read(_rows(table, rows))
        parts.append(series_from_maps(ground.cells(report), name))
        if ground.periods:
            faction, start, end, geometry, _ = zip(*ground.periods)
            parts.append(ControlSeries(faction, start, end, geometry, [name] * len(start)))
    series = concatenate(parts)
    if len(series) == 0:
        raise SourceError(f"{given.key}: no row can be used. " + "; ".join(report.lines()[-5:]))
    return series


def _rows(table: SourceTable, rows: list[int]) -> SourceTable:
    columns = {name: [values[row] for row in rows] for name, values in table.columns.items()}
    return replace(table, columns=columns, rows=table.rows[rows], geometry=table.geometry[np.asarray(rows, int)])
