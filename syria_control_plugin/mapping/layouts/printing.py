"""Prints of a case, by kind of layout: default dates, layers, layouts.

Prints without a desktop use layouts of a project of their own, drawn in the main thread, page by page.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable, Mapping, Sequence
from typing import Callable

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsFeatureRenderer,
    QgsGeometry,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsProjectMetadata,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime
from qgis.PyQt.QtXml import QDomDocument

from ...core import fields as f
from ...core.errors import CaseError
from ...core.factions.themes import Theme
from ...core.feedback import Feedback, report_progress
from ...translation import tr
from ..layers.layers import case_of, layer_names, local_crs, open_layer
from ..layers.styles import StyledCase, style_territories
from ..layers.temporal import follow_stated_periods
from ..main_thread import MainThread
from .atlas import atlas_layout
from .evidence_sheets import Sheet, evidence_layout
from .export import export_layouts
from .layouts import PrintedMap, control_layout, multiples_layout, two_dates_layout
from .templates import ATLAS, EVIDENCE, MAP, MULTIPLES, TWO_DATES, Paper

MOST_MULTIPLES = 24  # if no dates are given; as many as fit on two A3 pages
PRINTED_TABLES = (f.EVENTS, f.CORRIDORS, f.MOVEMENTS, f.CONTROL_MAP)  # from top to bottom of the map


def chosen_dates(kind: str, given: Sequence, known: np.ndarray, last: np.datetime64) -> np.ndarray:
    """Return the dates to print: those given, in their order, or the default of the kind; none for evidence sheets.

    known  (n,) datetime64[s], sorted: the dates of maps
    last   the last moment with known territories

    Raises CaseError if the kind cannot use the dates given, or if there are no maps.
    """
    if kind == EVIDENCE:
        return np.empty(0, "datetime64[s]")
    known = known[known <= last] if len(known) else known
    if not len(known):
        raise CaseError(tr("There is nothing to print: the case has no territories."))
    if not len(given):
        if kind == MAP:
            return known[-1:]
        if kind == TWO_DATES:
            if len(known) == 1:
                raise CaseError(tr("There is only one map. Two dates side by side need two maps."))
            return known[[0, -1]]
        if kind == MULTIPLES and len(known) > MOST_MULTIPLES:
            return known[np.linspace(0, len(known) - 1, MOST_MULTIPLES).round().astype(int)]
        return known
    wanted = {MAP: 1, TWO_DATES: 2}.get(kind)
    if wanted is not None and len(given) != wanted:
        templates = {
            MAP: tr("Choose one date for a map, not {}."),
            TWO_DATES: tr("Choose two dates to print side by side, not {}."),
        }
        raise CaseError(templates[kind].format(len(given)))
    return np.array(list(given), "datetime64[s]")


def make_layouts(
    project: QgsProject,
    kind: str,
    printed: PrintedMap,
    dates: np.ndarray,
    sheets: Iterable[Sheet] = (),
    paper: Paper | None = None,
) -> list[QgsPrintLayout]:
    """Create the layouts of a kind: one, or one per corridor for evidence sheets.

    Raises CaseError if there is no corridor.
    """
    if kind == MAP:
        return [control_layout(project, printed, dates[0], paper)]
    if kind != EVIDENCE:
        make = {TWO_DATES: two_dates_layout, MULTIPLES: multiples_layout, ATLAS: atlas_layout}[kind]
        return [make(project, printed, list(dates), paper)]
    made = [evidence_layout(project, printed, sheet, paper) for sheet in sheets]
    if not made:
        raise CaseError(tr("The case has no corridors to print. Search the case for corridors first."))
    return made


def printed_layers(project: QgsProject, case: StyledCase) -> tuple[QgsMapLayer, ...]:
    """Return the layers of a case to print, from top to bottom: those in the project, in their current style.

    If the project does not have any, they are opened and added to it, outside its layer tree.
    """
    shown = {}
    for node in project.layerTreeRoot().findLayers():
        path, table = case_of(node.layer()) if node.layer() is not None else ("", "")
        if path == os.path.normpath(case.path) and (node.isVisible() or table == f.CONTROL_MAP):
            shown.setdefault(table, node.layer())
    if f.CONTROL_MAP not in shown:
        names, tables = layer_names(), case.tables()
        shown = {table: open_layer(case, table, names[table]) for table in PRINTED_TABLES if table in tables}
        for layer in shown.values():
            project.addMapLayer(layer, False)
    return tuple(shown[table] for table in PRINTED_TABLES if table in shown)


Layers = tuple[QgsMapLayer, ...]


def styles_in(project: QgsProject | None, path: str) -> dict[str, QDomDocument]:
    """Return table → its style in a project, if the project shows the case."""
    styles: dict[str, QDomDocument] = {}
    nodes = project.layerTreeRoot().findLayers() if project is not None and path else ()
    for node in nodes:
        layer_path, table = case_of(node.layer()) if node.layer() is not None else ("", "")
        if layer_path == os.path.normpath(path) and table not in styles:
            document = QDomDocument()
            node.layer().exportNamedStyle(document)
            styles[table] = document
    return styles


def layers_of_case(
    project: QgsProject,
    case: StyledCase,
    styles: Mapping[str, QDomDocument],
    renderer: QgsFeatureRenderer | None = None,
) -> Layers:
    """Return the layers of a case in given styles (``styles_in``); renderer: for the control map."""
    layers = printed_layers(project, case)
    for layer in layers:
        table = case_of(layer)[1]
        if table in styles:
            layer.importNamedStyle(styles[table])
        if table == f.CONTROL_MAP and renderer is not None:
            layer.setRenderer(renderer)
    return layers


def layer_of_series(
    project: QgsProject, rows: Iterable[tuple[str, QDateTime, QDateTime, QgsGeometry]], theme: Theme
) -> Layers:
    """Create a temporal layer, in lon/lat and in the theme's style.

    rows  faction, start, end, territory
    """
    names = (f.FACTION, f.VALID_FROM, f.VALID_TO)
    kinds = ("string", "datetime", "datetime")
    fields = "".join(f"&field={name}:{kind}" for name, kind in zip(names, kinds))
    layer = QgsVectorLayer(f"MultiPolygon?crs=EPSG:4326{fields}", tr("Control"), "memory")
    features, factions = [], set()
    for faction, start, end, shape in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([faction, start, end])
        feature.setGeometry(shape)
        features.append(feature)
        factions.add(faction)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    style_territories(layer, theme, sorted(factions))
    follow_stated_periods(layer)
    project.addMapLayer(layer, False)
    return (layer,)


def print_alone(
    main: MainThread,
    layers_in: Callable[[QgsProject], Layers],
    extent_in: Callable[[QgsProject], QgsRectangle | None],
    make: Callable[[QgsProject, Layers, QgsRectangle | None], list[QgsPrintLayout]],
    path: str,
    dpi: float,
    feedback: Feedback,
    author: str = "",
) -> list[str]:
    """Create layouts in a project of their own and write them; return the files. Can be called from any thread.

    layers_in  opens the layers, the control layer last
    extent_in  returns the extent to show, None for all
    make       creates the layouts; these three functions are called in the main thread
    feedback   is asked between two pages; if it was cancelled, no file is left
    author     author in the files' metadata, "" for none
    """
    held: list = []

    def build() -> list[QgsPrintLayout]:
        project = QgsProject()
        held.append(project)
        layers = layers_in(project)
        control = layers[-1]
        # With its ellipsoid, which scale bars are measured on: a Mercator map at 60 degrees is off by a factor of 2.
        project.setCrs(local_crs(control) if control.crs().isGeographic() else control.crs(), True)
        held.append(make(project, layers, extent_in(project)))
        project.setMetadata(_metadata(held[-1][0].name(), author))
        return held[-1]

    try:
        report_progress(feedback, 0)
        layouts = main.call(build, lambda: report_progress(feedback, 0))
        return export_layouts(layouts, path, dpi, feedback, main.call, with_metadata=True)
    except Exception as error:
        # The layouts and layers in the stack frames must be deleted before the project that they belong to.
        trace = error.__traceback__
        main.call(lambda: traceback.clear_frames(trace))
        raise
    finally:
        layouts = None
        main.call(lambda: _let_go(held))


def _metadata(title: str, author: str) -> QgsProjectMetadata:
    """Return metadata without QGIS's defaults for a new project: the account's name and its time zone."""
    made = QgsProjectMetadata()
    made.setTitle(title)
    made.setAuthor(author)
    made.setCreationDateTime(QDateTime.currentDateTimeUtc())
    return made


def _let_go(held: list) -> None:
    """Delete layouts before the project that they belong to."""
    while held:
        held.pop()
