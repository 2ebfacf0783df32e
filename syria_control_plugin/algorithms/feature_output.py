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
from ..translation import tr
from .base import ControlAlgorithm

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # https://owasp.org/www-community/attacks/CSV_Injection


def write_rows(
    algorithm: ControlAlgorithm,
    name: str,
    parameters,
    context,
    feedback,
    fields: dict,
    columns: dict,
    geometry,
    kind: Qgis.WkbType = Qgis.WkbType.MultiPolygon,
) -> str:
    """Writes geometries in lon/lat (EPSG:4326) and their attributes; returns the id of the layer.

    fields    field name → QMetaType
    columns   field name → values (datetime64 becomes a date-time, NaT and NaN are NULL)
    geometry  Shapely geometries, None for a row without
    kind      a multi type; NoGeometry makes a table

    In a CSV file a text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    made = QgsFields()
    for field, value_type in fields.items():
        made.append(QgsField(field, value_type))
    crs = QgsCoordinateReferenceSystem("EPSG:4326" if kind != Qgis.WkbType.NoGeometry else "")
    sink, layer_id = algorithm.parameterAsSink(parameters, name, context, made, kind, crs)
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    is_csv = layer_id.lower().endswith(".csv")
    for row in range(len(geometry)):
        step(feedback, 90 + 10 * row / len(geometry))
        feature = QgsFeature(made)
        feature.setGeometry(to_qgis(geometry[row]))
        feature.setAttributes([_attribute(columns[field][row], is_csv) for field in fields])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(tr("A row can't be written: {}").format(sink.lastError()))
    if not sink.flushBuffer():
        raise QgsProcessingException(tr("The rows can't be written: {}").format(sink.lastError()))
    return layer_id


def csv_text(text: str) -> str:
    """A text for a CSV file: one that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _attribute(value, is_csv: bool = False):
    if isinstance(value, np.datetime64):
        return to_qt_moment(value)
    if isinstance(value, str) and is_csv:
        return csv_text(value)
    value = value.item() if isinstance(value, np.generic) else value
    return None if value != value else value  # NaN alone differs from itself
