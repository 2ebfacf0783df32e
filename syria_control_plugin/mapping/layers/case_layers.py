"""Which layers of a project show which case."""

from __future__ import annotations

import os
from collections.abc import Generator

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt import sip

from ...core import fields as f
from ...core.errors import Cancelled
from .layers import LAYER_ORDER, layer_names, open_layer


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


def adding_case(
    project: QgsProject, path: str, tables: list[str], title: str
) -> Generator[None, None, QgsLayerTreeGroup]:
    """As ``add_case``, a layer a step, for whoever must not be kept waiting; returns the group.

    All layers are opened before the first one is added: CaseError leaves the project as it was. Raises Cancelled
    where the group is taken out of the project between two steps.
    """
    names = layer_names()
    layers = []
    for table, is_on in LAYER_ORDER:
        if table in tables:
            layers.append((open_layer(path, table, names[table]), is_on))
            yield
    group = project.layerTreeRoot().insertGroup(0, title)
    for layer, is_on in layers:
        project.addMapLayer(layer, False)
        node = group.addLayer(layer)
        node.setItemVisibilityChecked(is_on)
        node.setExpanded(is_on)
        yield
        if sip.isdeleted(group):
            raise Cancelled("The case was closed while it was opened.")
    return group
