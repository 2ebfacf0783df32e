"""A case in a QGIS project: its layers, in one group, in the order in which they are drawn.

Where on the globe a layer lies, the antimeridian or not.

Which layers of a project show which case.

The layers of a case that show its corridors: drawn anew after a search, added where they are missing.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable
from pathlib import Path

import numpy as np
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
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from ...core import fields as f
from ...core.errors import Cancelled
from ...core.geometry.antimeridian import TURN_DEG, turns_from
from ...core.movements.frames import widest_gap
from ...translation import tr
from .corridor_styles import AREA_CLASS_FIELDS, CORRIDOR_CLASS_FIELDS
from .styles import MOST_CLASSES_EXPANDED, StyledCase, dress, has_long_legend, plain_layer


def lonlat_extent(layer: QgsVectorLayer) -> QgsRectangle:
    """The extent of a layer in lon/lat; of ground on both sides of the antimeridian it runs on beyond 180.

    Only a layer that seems to reach half round the globe has its features read.
    """
    extent = layer.extent()
    if extent.width() <= TURN_DEG / 2:
        return extent
    spans = np.array([
        (box.xMinimum(), box.xMaximum())
        for feature in layer.getFeatures(QgsFeatureRequest().setNoAttributes())
        for part in feature.geometry().constParts()
        for box in (part.boundingBox(),)
    ])  # fmt: skip
    if not len(spans):
        return extent
    spans += TURN_DEG * turns_from(spans[:, 0], widest_gap(spans))[:, None]
    return QgsRectangle(spans[:, 0].min(), extent.yMinimum(), spans[:, 1].max(), extent.yMaximum())


# From the top of the map down, and whether the layer is switched on.
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
    """Table → name of its layer, in the user's language."""
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
    """A layer of a case in the style of the case (``dress``). Raises CaseError where it can't be opened."""
    layer = plain_layer(case, table, name)
    dress(layer, table, case)
    return layer


def add_case(project: QgsProject, case: StyledCase, tables: list[str], title: str) -> QgsLayerTreeGroup:
    """Adds the layers of a case on top of the project, in a group of its own."""
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
    """Redraws the layers of a case that was changed on disk; returns whether the project has the layer of a table.

    A layer keeps the look that the analyst gave it, unless the case now holds a class that it would not draw.

    shown  the classes of the case (``Case.classes``)
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
                    node.setExpanded(False)  # before the classes are there
                dress(layer, table, case)
        layer.triggerRepaint()
    return has_wanted


def dress_again(project: QgsProject, case: StyledCase, tables: Iterable[str]) -> None:
    """Gives the layers of some tables of a case the style that the case has now."""
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
    """A projected CRS in which a map of the layer (lon/lat) looks right: its UTM zone, Mercator where it spans more
    than two zones, that of the Pacific where it goes on beyond the antimeridian."""
    extent = lonlat_extent(layer)
    if extent.isEmpty() or extent.width() > 12:
        return QgsCoordinateReferenceSystem("EPSG:3832" if extent.xMaximum() > 180 else "EPSG:3857")
    centre = extent.center()
    zone = int((centre.x() + 180) // 6) % 60 + 1
    return QgsCoordinateReferenceSystem(f"EPSG:{(32600 if centre.y() >= 0 else 32700) + zone}")


def case_layer(group: QgsLayerTreeGroup, table: str) -> QgsVectorLayer | None:
    """The layer of a table in the group of a case, None where it is not there."""
    for node in group.findLayers():
        if node.layer() is not None and node.layer().source().endswith(f"|layername={table}"):
            return node.layer()
    return None


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
            raise Cancelled(tr("The case was closed while it was being opened."))
    return group


_LOOKS = {f.CORRIDORS: CORRIDOR_CLASS_FIELDS, f.CORRIDOR_AREAS: AREA_CLASS_FIELDS}
_PLACES = [table for table, _ in LAYER_ORDER]


def corridor_layer(project: QgsProject, path: str) -> QgsVectorLayer | None:
    """The layer that draws the corridors of a case; None where the project has none."""
    found = _layers_of_table(project, path, f.CORRIDORS)
    return found[0] if found else None


def show_corridor_layers(project: QgsProject, case: StyledCase) -> None:
    """Redraws the layers of corridors and of their areas of a case that was searched; adds those that are missing.

    A layer keeps the look that the analyst gave it, unless the case now holds corridors that it would not draw.
    Raises CaseError where a layer can't be opened.
    """
    tables = case.tables()
    for table in (each for each in _LOOKS if each in tables):
        layers = _layers_of_table(project, case.path, table)
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


def _layers_of_table(project: QgsProject, path: str, table: str) -> list[QgsVectorLayer]:
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
