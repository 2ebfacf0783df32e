"""What a film takes from a case: the dates at which something happens, and the ground that changed hands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Callable, Protocol

import numpy as np
from qgis.core import QgsVectorLayer

from ...core import fields as f
from ...core.control.control_changes import control_changes
from ...core.control.series import ControlSeries
from ...core.dates.periods import SECOND, last_known, moments
from ...core.telling import Tell, part_of, silent
from ..layers.layers import LAYER_ORDER, layer_names, open_layer
from ..layers.styles import StyledCase
from .film_steps import Steps


class FilmedCase(Protocol):
    """What a case tells of itself (``sources.case.Case``)."""

    def tables(self) -> list[str]: ...

    def sources(self) -> list[str]: ...

    def select(self, table: str, *columns: str, where: dict | None = None, distinct: bool = False) -> list[tuple]: ...

    def territories(self, source: str): ...


def case_dates(case: FilmedCase, moment_of: Callable[[str | None], np.datetime64]) -> np.ndarray:
    """The dates of a case, sorted: of its maps, of changes of its ground, and on which a corridor or movement begins.

    moment_of  reads a date as the case keeps it (``sources.case.from_text``)

    Where its last ground ends no date is left to show; while nothing is known of a while between two maps, its begin
    is a date: the map is empty then.
    """
    rows = case.select(f.TERRITORIES, f.VALID_FROM, f.VALID_TO, distinct=True)
    starts, ends = (moments([moment_of(row[column]) for row in rows]) for column in (0, 1))
    found = [starts, ends[~np.isnat(ends)]]
    tables = case.tables()
    for table, column in ((f.MAPS, f.MAP_DATE), (f.MOVEMENTS, f.VALID_FROM), (f.CORRIDORS, f.VALID_FROM)):
        if table == f.MAPS or table in tables:
            values = [moment_of(text) for (text,) in case.select(table, column, distinct=True)]
            found.append(moments(values) if values else np.empty(0, SECOND))
    dates = np.unique(np.concatenate(found))
    last = last_known(starts, ends)
    has_end = len(ends) and not np.isnat(ends).any()
    dates = dates[~np.isnat(dates)]
    return dates[dates < ends.max()] if has_end and not np.isnat(last) else dates


def changed_ground(case: FilmedCase, steps: Steps, tell: Tell = silent) -> dict[int, np.ndarray]:
    """Number of a step → the areas (Shapely, lon/lat) that changed hands since the step before, source by source.

    Two sources are never compared; of one that is known on fewer than two steps there are none.
    """
    names = case.sources()
    found: dict[int, list] = {}
    for number, name in enumerate(names):
        part = part_of(tell, number / len(names), (number + 1) / len(names))
        part(0)
        series = case.territories(name).series()
        known = steps.moment[_is_known(series, steps.moment)]
        if len(known) < 2:
            continue
        changes = control_changes(series, known, tell=lambda done, count, part=part: part(done / count))
        for row, date in enumerate(changes.of_rows("date")):
            found.setdefault(int(np.searchsorted(steps.moment, date)), []).append(changes.geometry[row])
    return {step: _array(areas) for step, areas in found.items()}


def _is_known(series: ControlSeries, asked: np.ndarray) -> np.ndarray:
    return np.array([len(series.on(moment)) > 0 for moment in asked], bool)


def _array(areas: Iterable) -> np.ndarray:
    areas = list(areas)
    made = np.empty(len(areas), object)
    made[:] = areas
    return made


def case_layers(case: StyledCase) -> list[QgsVectorLayer]:
    """The layers of a case that are switched on in a project at first, from the top down, in the style of the case."""
    names, tables = layer_names(), case.tables()
    return [open_layer(case, table, names[table]) for table, is_on in LAYER_ORDER if is_on and table in tables]
