"""A case in a QGIS project: its layers, in one group, in the order in which they are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsProject,
    QgsVectorLayer,
)

from ...core import fields as f
from ...translation import tr
from .lonlat_extents import lonlat_extent
from .styles import MOST_CLASSES_EXPANDED, StyledCase, dress, has_long_legend, plain_layer

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
