"""Layers of a QGIS project - also of PostGIS and any other provider - as source tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsProcessingFeatureSource,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..progress import SILENT, Progress, check
from ..qgis_values import measures_of_line, to_python, to_shapely
from .tables import SourceTable, rows_checksum


@dataclass(frozen=True)
class LayerInput:
    """A layer, ready to be read in another thread. Make it in the main thread."""

    key: str
    folder: str
    names: tuple[str, ...]
    features: Callable[[], QgsFeatureIterator]
    fields: tuple[str, ...]
    crs: str

    def tables(self, with_properties: bool = False, progress: Progress = SILENT) -> list[SourceTable]:
        """The layer's rows; a layer has no properties outside of them. Raises Cancelled."""
        columns: list[list] = [[] for _ in self.fields]
        rows, geometry, measures = [], [], {}
        for feature in self.features():
            check(progress)
            rows.append(feature.id())
            shape = feature.geometry()
            geometry.append(to_shapely(shape))
            if (values := measures_of_line(shape)) is not None:
                measures[len(rows) - 1] = values
            for values, value in zip(columns, feature.attributes()):
                values.append(to_python(value))
        shapes = np.empty(len(geometry), object)
        shapes[:] = geometry
        named = dict(zip(self.fields, columns))
        rows = np.asarray(rows, np.int64)
        return [SourceTable(self.key, self.key, self.names, named, rows, shapes, self.crs, measures=measures)]

    def checksum(self, progress: Progress = SILENT) -> str:
        """SHA-256 of the layer's rows. Raises Cancelled."""
        return rows_checksum(self.tables(progress=progress))


def layer_input(layer: QgsVectorLayer, project: QgsProject | None = None) -> LayerInput:
    """A layer as an input; the names of the project's groups that it lies in may hold its date or faction."""
    groups = []
    node = project.layerTreeRoot().findLayer(layer.id()) if project is not None else None
    while node is not None and node.parent() is not None and node.parent().parent() is not None:
        node = node.parent()
        groups.append(node.name())
    source = QgsVectorLayerFeatureSource(layer)
    return LayerInput(
        key="/".join([*reversed(groups), layer.name()]),
        folder=groups[-1] if groups else "",
        names=(layer.name(), *groups),
        features=lambda: source.getFeatures(QgsFeatureRequest()),
        fields=tuple(layer.fields().names()),
        crs=_wkt(layer.crs()),
    )


def source_input(source: QgsProcessingFeatureSource) -> LayerInput:
    """A Processing input - a layer, its selected features, a file - as an input; bad geometry is read too."""
    unchecked = Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks
    return LayerInput(
        key=source.sourceName(),
        folder="",
        names=(source.sourceName(),),
        features=lambda: source.getFeatures(QgsFeatureRequest(), Qgis.ProcessingFeatureSourceFlags(unchecked)),
        fields=tuple(source.fields().names()),
        crs=_wkt(source.sourceCrs()),
    )


def _wkt(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.toWkt(Qgis.CrsWktVariant.Preferred) if crs.isValid() else ""
