"""What can be printed of a case, by the name of its kind: dates where none are given, layers, layouts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

import numpy as np
from qgis.core import QgsMapLayer, QgsPrintLayout, QgsProject

from ...core import fields as f
from ...core.errors import CaseError
from ...translation import tr
from ..layers.case_layers import case_of
from ..layers.layers import layer_names, open_layer
from ..layers.styles import StyledCase
from .atlas import atlas_layout
from .evidence_sheets import Sheet, evidence_layout
from .layout_templates import ATLAS, EVIDENCE, MAP, MULTIPLES, TWO_DATES, Paper
from .layouts import PrintedMap, control_layout, two_dates_layout
from .multiples import multiples_layout

MOST_MULTIPLES = 24  # where no dates are given; as many as two A3 pages hold
PRINTED_TABLES = (f.EVENTS, f.CORRIDORS, f.MOVEMENTS, f.CONTROL_MAP)  # from the top of the map down


def chosen_dates(kind: str, given: Sequence, known: np.ndarray, last: np.datetime64) -> np.ndarray:
    """The dates to print: those given, in their order, or what suits the kind; none for evidence sheets.

    known  (n,) datetime64[s], sorted: the dates of maps
    last   the last moment of which anything is known

    Raises CaseError where a kind can't do with the dates given.
    """
    if kind == EVIDENCE:
        return np.empty(0, "datetime64[s]")
    known = known[known <= last] if len(known) else known
    if not len(known):
        raise CaseError(tr("There is no map to print: the case holds no territory."))
    if not len(given):
        if kind == MAP:
            return known[-1:]
        if kind == TWO_DATES:
            if len(known) == 1:
                raise CaseError(tr("There is one map only: two dates side by side need two."))
            return known[[0, -1]]
        if kind == MULTIPLES and len(known) > MOST_MULTIPLES:
            return known[np.linspace(0, len(known) - 1, MOST_MULTIPLES).round().astype(int)]
        return known
    wanted = {MAP: 1, TWO_DATES: 2}.get(kind)
    if wanted is not None and len(given) != wanted:
        words = {MAP: tr("A map shows one date, not {}."), TWO_DATES: tr("Two dates are needed side by side, not {}.")}
        raise CaseError(words[kind].format(len(given)))
    return np.array(list(given), "datetime64[s]")


def make_layouts(
    project: QgsProject,
    kind: str,
    printed: PrintedMap,
    dates: np.ndarray,
    sheets: Iterable[Sheet] = (),
    paper: Paper | None = None,
) -> list[QgsPrintLayout]:
    """The layouts of a kind: one, of evidence sheets one a corridor. Raises CaseError where there is no corridor."""
    if kind == MAP:
        return [control_layout(project, printed, dates[0], paper)]
    if kind != EVIDENCE:
        make = {TWO_DATES: two_dates_layout, MULTIPLES: multiples_layout, ATLAS: atlas_layout}[kind]
        return [make(project, printed, list(dates), paper)]
    made = [evidence_layout(project, printed, sheet, paper) for sheet in sheets]
    if not made:
        raise CaseError(tr("There is no corridor to print: search the case for corridors first."))
    return made


def printed_layers(project: QgsProject, case: StyledCase) -> tuple[QgsMapLayer, ...]:
    """The layers of a case that are printed, from the top down: those that the project has, as they are drawn there.

    Without any in the project they are opened anew, and the project keeps them out of its layer tree.
    """
    shown = {}
    for node in project.layerTreeRoot().findLayers():
        found, table = case_of(node.layer()) if node.layer() is not None else ("", "")
        if found == os.path.normpath(case.path) and (node.isVisible() or table == f.CONTROL_MAP):
            shown.setdefault(table, node.layer())
    if f.CONTROL_MAP not in shown:
        names, tables = layer_names(), case.tables()
        shown = {table: open_layer(case, table, names[table]) for table in PRINTED_TABLES if table in tables}
        for layer in shown.values():
            project.addMapLayer(layer, False)
    return tuple(shown[table] for table in PRINTED_TABLES if table in shown)
