"""Layers of a case in a QGIS project: one group, in drawing order, and which layers show which case.

Also the update of the corridor layers after a search.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsFeatureRequest,
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
from .corridor_styles import AREA_CLASS_FIELDS, CORRIDOR_CLASS_FIELDS
from .extents import lonlat_extent
from .styles import MOST_CLASSES_EXPANDED, StyledCase, dress, has_long_legend, plain_layer

# From top to bottom of the map, and whether the layer is initially visible.
LAYER_ORDER = (
    (f.EVENTS, True),
    (f.CORRIDORS, True),
    (f.MOVEMENTS, True),
    (f.CORRIDOR_AREAS, False),
    (f.REPORTS, False),
    (f.PLACES, False),
    (f.CONTROL_MAP, True),
)


def layer_names() -> dict[str, str]:
    """Return table → name of its layer, in the user's language."""
    return {
        f.EVENTS: tr("Clash events"),
        f.CORRIDORS: tr("Corridors"),
        f.CORRIDOR_AREAS: tr("Corridor areas"),
        f.MOVEMENTS: tr("Movements"),
        f.REPORTS: tr("Reports"),
        f.PLACES: tr("Places"),
        f.CONTROL_MAP: tr("Control"),
    }


def open_layer(case: StyledCase, table: str, name: str) -> QgsVectorLayer:
    """Open a layer of a case in its style (``dress``). Raises CaseError if it cannot be opened."""
    layer = plain_layer(case, table, name)
    dress(layer, table, case)
    return layer


def add_case(project: QgsProject, case: StyledCase, tables: list[str], title: str) -> QgsLayerTreeGroup:
    """Add the layers of a case on top of the project, in a group of their own; return the group."""
    names = layer_names()
    layers = [(open_layer(case, table, names[table]), on) for table, on in LAYER_ORDER if table in tables]
    group = project.layerTreeRoot().insertGroup(0, title)
    for layer, is_on in layers:
        project.addMapLayer(layer, False)
        node = group.addLayer(layer)
        node.setItemVisibilityChecked(is_on)
        node.setExpanded(is_on and not has_long_legend(layer))
    return group


def refresh_case(project: QgsProject, case: StyledCase, shown: list[str], wanted: str = f.CONTROL_MAP) -> bool:
    """Redraw the layers of a case that was changed on disk; return whether the project has the layer of a table.

    A layer keeps the style that the analyst gave it, unless the case now has a class that the style does not draw.

    shown   classes of the case (``Case.classes``)
    wanted  table to look for
    """
    has_wanted = False
    for layer, table in _layers_of(project, case.path):
        layer.dataProvider().reloadData()
        has_wanted = has_wanted or table == wanted
        if table == f.CONTROL_MAP:
            renderer = layer.renderer()
            if not isinstance(renderer, QgsCategorizedSymbolRenderer) or not set(shown) <= {
                category.value() for category in renderer.categories()
            }:
                node = project.layerTreeRoot().findLayer(layer)
                if node is not None and len(shown) > MOST_CLASSES_EXPANDED:
                    node.setExpanded(False)  # before the classes are added
                dress(layer, table, case)
        layer.triggerRepaint()
    return has_wanted


def dress_again(project: QgsProject, case: StyledCase, tables: Iterable[str]) -> None:
    """Apply the current style of a case to the layers of some of its tables."""
    for layer, table in _layers_of(project, case.path):
        if table in tables:
            dress(layer, table, case)
            layer.emitStyleChanged()
            layer.triggerRepaint()


def _layers_of(project: QgsProject, path: str) -> list[tuple[QgsVectorLayer, str]]:
    layers = []
    for layer in project.mapLayers().values():
        source, _, table = layer.source().partition("|layername=")
        if isinstance(layer, QgsVectorLayer) and Path(source) == Path(path):
            layers.append((layer, table))
    return layers


def local_crs(layer: QgsVectorLayer) -> QgsCoordinateReferenceSystem:
    """Return a projected CRS suitable for a map of the layer (lon/lat).

    It is the layer's UTM zone; Mercator if it spans more than two zones, and Pacific Mercator if it continues beyond
    the antimeridian.
    """
    extent = lonlat_extent(layer)
    if extent.isEmpty() or extent.width() > 12:
        return QgsCoordinateReferenceSystem("EPSG:3832" if extent.xMaximum() > 180 else "EPSG:3857")
    centre = extent.center()
    zone = int((centre.x() + 180) // 6) % 60 + 1
    return QgsCoordinateReferenceSystem(f"EPSG:{(32600 if centre.y() >= 0 else 32700) + zone}")


def case_layer(group: QgsLayerTreeGroup, table: str) -> QgsVectorLayer | None:
    """Return the layer of a table in the group of a case, None if it is missing."""
    for node in group.findLayers():
        if node.layer() is not None and node.layer().source().endswith(f"|layername={table}"):
            return node.layer()
    return None


def case_of(layer: QgsMapLayer) -> tuple[str, str]:
    """Return (path, table) of a layer that shows a table of a GeoPackage, else ("", "")."""
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != "ogr":
        return "", ""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path, table = str(parts.get("path") or ""), str(parts.get("layerName") or "")
    return (os.path.normpath(path), table) if path and table else ("", "")


def control_layers(project: QgsProject) -> dict[str, QgsVectorLayer]:
    """Return path → a layer that draws the control map of that case, for each case in a project.

    It is the first one in the order of the layer tree, because an analyst may have duplicated it.
    """
    layer_of_path: dict[str, QgsVectorLayer] = {}
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        path, table = case_of(layer) if layer is not None else ("", "")
        if table == f.CONTROL_MAP:
            layer_of_path.setdefault(path, layer)
    return layer_of_path


def control_layer(project: QgsProject, path: str) -> QgsVectorLayer | None:
    """Return the layer that draws the control map of a case; None if the project does not have one."""
    return control_layers(project).get(os.path.normpath(path))


def open_case_layers(case: StyledCase) -> list[QgsVectorLayer]:
    """Open the layers of a case in drawing order, outside any project; for a background task.

    Opening a layer and computing the extent of a view take longer the larger the case is. Afterwards the layers belong
    to the main thread. Raises CaseError if one cannot be opened.
    """
    names, tables = layer_names(), case.tables()
    layers = [open_layer(case, table, names[table]) for table, _ in LAYER_ORDER if table in tables]
    for layer in layers:
        layer.extent()  # cached by the layer
        layer.moveToThread(QgsApplication.instance().thread())
    return layers


def adding_case(
    project: QgsProject, layers: list[QgsVectorLayer], title: str
) -> Generator[None, None, QgsLayerTreeGroup]:
    """Add the layers of a case (``open_case_layers``) on top of the project, in a group of their own; return the group.

    Like ``add_case``, but one layer per step, so that the user interface stays responsive. Raises Cancelled if the
    group is removed from the project between two steps.
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
            raise Cancelled(tr("The case was closed while it was being opened."))
    return group


_CLASS_FIELDS = {f.CORRIDORS: CORRIDOR_CLASS_FIELDS, f.CORRIDOR_AREAS: AREA_CLASS_FIELDS}
_PLACES = [table for table, _ in LAYER_ORDER]


def corridor_layer(project: QgsProject, path: str) -> QgsVectorLayer | None:
    """Return the layer that draws the corridors of a case; None if the project does not have one."""
    layers = _layers_of_table(project, path, f.CORRIDORS)
    return layers[0] if layers else None


def show_corridor_layers(project: QgsProject, case: StyledCase) -> None:
    """Redraw the layers of corridors and of their areas after a search; add those that are missing.

    A layer keeps the style that the analyst gave it, unless the case now has corridors that the style does not draw.
    Raises CaseError if a layer cannot be opened.
    """
    tables = case.tables()
    for table in (each for each in _CLASS_FIELDS if each in tables):
        layers = _layers_of_table(project, case.path, table)
        for layer in layers:
            layer.dataProvider().reloadData()
            if not _draws_all(layer, _CLASS_FIELDS[table]):
                dress(layer, table, case)
            layer.triggerRepaint()
        group = _group_of(project, case.path)
        if not layers and group is not None:
            _add(project, group, case, table)


def _add(project: QgsProject, group: QgsLayerTreeGroup, case: StyledCase, table: str) -> None:
    """Insert a layer at its position among those of the case."""
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
    """Check that a renderer by the classes of the case's style has a class for each row.

    Any other renderer is the analyst's own, and counts as complete.
    """
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


def _layers_of_table(project: QgsProject, path: str, table: str) -> list[QgsVectorLayer]:
    nodes = project.layerTreeRoot().findLayers()
    wanted = (os.path.normpath(path), table)
    return [node.layer() for node in nodes if node.layer() is not None and case_of(node.layer()) == wanted]


def _group_of(project: QgsProject, path: str) -> QgsLayerTreeGroup | None:
    """Return the group that contains the control layer of a case."""
    wanted = os.path.normpath(path)
    for node in project.layerTreeRoot().findLayers():
        if node.layer() is not None and case_of(node.layer()) == (wanted, f.CONTROL_MAP):
            return node.parent()
    return None
