"""Which layers of a project show which case."""

from __future__ import annotations

import os
from collections.abc import Generator

from qgis.core import (
    QgsApplication,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from ...core import fields as f
from ...core.errors import Cancelled
from ...translation import tr
from .layers import LAYER_ORDER, layer_names, open_layer
from .styles import StyledCase, has_long_legend


def case_of(layer: QgsMapLayer) -> tuple[str, str]:
    """(path, table) of a layer that shows a table of a GeoPackage, else ("", "")."""
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != "ogr":
        return "", ""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path, table = str(parts.get("path") or ""), str(parts.get("layerName") or "")
    return (os.path.normpath(path), table) if path and table else ("", "")


def control_layers(project: QgsProject) -> dict[str, QgsVectorLayer]:
    """Path → a layer that draws the control map of the case there, of each case in a project.

    The first one in the order of the layer tree, since an analyst may have duplicated it.
    """
    found: dict[str, QgsVectorLayer] = {}
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        path, table = case_of(layer) if layer is not None else ("", "")
        if table == f.CONTROL_MAP:
            found.setdefault(path, layer)
    return found


def control_layer(project: QgsProject, path: str) -> QgsVectorLayer | None:
    """The layer that draws the control map of a case; None where the project has none."""
    return control_layers(project).get(os.path.normpath(path))


def open_case_layers(case: StyledCase) -> list[QgsVectorLayer]:
    """The layers of a case in the order in which they are drawn, in no project; for a task's thread.

    To open a layer and to ask a view for its extent takes the longer the larger the case is. The layers belong to the
    main thread afterwards. Raises CaseError where one can't be opened.
    """
    names, tables = layer_names(), case.tables()
    layers = [open_layer(case, table, names[table]) for table, _ in LAYER_ORDER if table in tables]
    for layer in layers:
        layer.extent()  # which the layer keeps
        layer.moveToThread(QgsApplication.instance().thread())
    return layers


def adding_case(
    project: QgsProject, layers: list[QgsVectorLayer], title: str
) -> Generator[None, None, QgsLayerTreeGroup]:
    """Adds the layers of a case (``open_case_layers``) on top of the project, in a group of its own; returns the group.

    As ``add_case``, but a layer a step, for whoever must not be kept waiting. Raises Cancelled where the group is taken
    out of the project between two steps.
    """
    is_on = dict(LAYER_ORDER)
    group = project.layerTreeRoot().insertGroup(0, title)
    for layer in layers:
        project.addMapLayer(layer, False)
        node = QgsLayerTreeLayer(layer)
        node.setItemVisibilityChecked(is_on[case_of(layer)[1]])
        node.setExpanded(node.itemVisibilityChecked() and not has_long_legend(layer))
        group.addChildNode(node)
        yield
        if sip.isdeleted(group):
            raise Cancelled(tr("The case was closed while it was opened."))
    return group
