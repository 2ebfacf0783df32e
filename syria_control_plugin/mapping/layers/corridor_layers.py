"""The layers of a case that show its corridors: drawn anew after a search, added where they are missing."""

from __future__ import annotations

import os

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeatureRequest,
    QgsLayerTreeGroup,
    QgsProject,
    QgsVectorLayer,
)

from ...core import fields as f
from .case_layers import case_of
from .corridor_styles import AREA_LOOK, CORRIDOR_LOOK
from .layers import LAYER_ORDER, layer_names, open_layer
from .styles import StyledCase, dress

_LOOKS = {f.CORRIDORS: CORRIDOR_LOOK, f.CORRIDOR_AREAS: AREA_LOOK}
_PLACES = [table for table, _ in LAYER_ORDER]


def corridor_layer(project: QgsProject, path: str) -> QgsVectorLayer | None:
    """The layer that draws the corridors of a case; None where the project has none."""
    found = _layers_of(project, path, f.CORRIDORS)
    return found[0] if found else None


def show_corridor_layers(project: QgsProject, case: StyledCase) -> None:
    """Redraws the layers of corridors and of their areas of a case that was searched; adds those that are missing.

    A layer keeps the look that the analyst gave it, unless the case now holds corridors that it would not draw.
    Raises CaseError where a layer can't be opened.
    """
    tables = case.tables()
    for table in (each for each in _LOOKS if each in tables):
        layers = _layers_of(project, case.path, table)
        for layer in layers:
            layer.dataProvider().reloadData()
            if not _draws_all(layer, _LOOKS[table]):
                dress(layer, table, case)
            layer.triggerRepaint()
        group = _group_of(project, case.path)
        if not layers and group is not None:
            _add(project, group, case, table)


def _add(project: QgsProject, group: QgsLayerTreeGroup, case: StyledCase, table: str) -> None:
    """Puts a layer in its place among those of the case."""
    layer = open_layer(case, table, layer_names()[table])
    above = set(_PLACES[: _PLACES.index(table)])
    places = [place for place, node in enumerate(group.children()) if _table_of(node) in above]
    project.addMapLayer(layer, False)
    node = group.insertLayer(max(places, default=-1) + 1, layer)
    node.setItemVisibilityChecked(dict(LAYER_ORDER)[table])
    node.setExpanded(dict(LAYER_ORDER)[table])


def _table_of(node) -> str:
    layer = node.layer() if hasattr(node, "layer") else None
    return case_of(layer)[1] if layer is not None else ""


def _draws_all(layer: QgsVectorLayer, fields: tuple[str, ...]) -> bool:
    """Whether a renderer by the classes of the case's style has one of its own for each row; any other renderer is
    the analyst's."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return True
    if QgsExpression(renderer.classAttribute()).referencedColumns() != set(fields):
        return True
    request = QgsFeatureRequest().setSubsetOfAttributes(list(fields), layer.fields())
    request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    present = {"\n".join(str(row[name]) for name in fields) for row in layer.getFeatures(request)}
    drawn = {str(category.value()) for category in renderer.categories()}
    return present <= drawn


def _layers_of(project: QgsProject, path: str, table: str) -> list[QgsVectorLayer]:
    nodes = project.layerTreeRoot().findLayers()
    wanted = (os.path.normpath(path), table)
    return [node.layer() for node in nodes if node.layer() is not None and case_of(node.layer()) == wanted]


def _group_of(project: QgsProject, path: str) -> QgsLayerTreeGroup | None:
    """The group in which the control layer of a case stands."""
    wanted = os.path.normpath(path)
    for node in project.layerTreeRoot().findLayers():
        if node.layer() is not None and case_of(node.layer()) == (wanted, f.CONTROL_MAP):
            return node.parent()
    return None
