"""Rows of core types into a Processing sink."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingException,
)

from ..sources.progress import step
from ..sources.qgis_values import to_qgis, to_qt_moment
from .base import ControlAlgorithm, tr


def write_rows(
    algorithm: ControlAlgorithm, name: str, parameters, context, feedback, fields: dict, columns: dict, geometry
) -> str:
    """Writes multipolygons in lon/lat (EPSG:4326) and their attributes; returns the id of the layer.

    fields    field name → QMetaType
    columns   field name → values (datetime64 becomes a date-time, NaT is NULL)
    geometry  Shapely geometries, None for a row without
    """
    made = QgsFields()
    for field, kind in fields.items():
        made.append(QgsField(field, kind))
    crs = QgsCoordinateReferenceSystem("EPSG:4326")
    kind = Qgis.WkbType.MultiPolygon
    sink, layer_id = algorithm.parameterAsSink(parameters, name, context, made, kind, crs)
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    for row in range(len(geometry)):
        step(feedback, 50 + 50 * row / len(geometry))
        feature = QgsFeature(made)
        feature.setGeometry(to_qgis(geometry[row]))
        feature.setAttributes([_attribute(columns[field][row]) for field in fields])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(tr("A row can't be written: {}").format(sink.lastError()))
    if not sink.flushBuffer():
        raise QgsProcessingException(tr("The rows can't be written: {}").format(sink.lastError()))
    return layer_id


def _attribute(value):
    if isinstance(value, np.datetime64):
        return to_qt_moment(value)
    return value.item() if isinstance(value, np.generic) else value
