"""Outputs of algorithms: rows of core types in a Processing sink, and pages.

An output keeps its style wherever it is loaded: by Processing, or later from its file, also without the plugin.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Callable

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from ..case.qgis_values import to_qgis, to_qt_moment
from ..core import fields as f
from ..core.errors import SourceError, SyriaControlError
from ..core.feedback import report_progress
from ..mapping.label_format import show_tips_as_text
from ..mapping.layers.styles import has_long_legend
from ..translation import tr
from .base import ControlAlgorithm

Style = Callable[[QgsVectorLayer], None]
_WITH_STYLES = ("GPKG", "SQLite")  # formats with a table of styles; others have a .qml file beside them


class StyleOnLoad(QgsProcessingLayerPostProcessorInterface):
    """A post-processor that styles one layer when it is loaded after an algorithm."""

    _waiting: set = set()  # QGIS does not keep a post-processor alive until it is needed

    def __init__(self, style: Style):
        super().__init__()
        self._style = style
        self._waiting.add(self)

    def postProcessLayer(self, layer, context, feedback):
        project = context.project()
        node = project.layerTreeRoot().findLayer(layer) if project is not None else None
        if node is not None:
            was_expanded = node.isExpanded()
            node.setExpanded(False)  # until the number of classes is known
        self._style(layer)
        show_tips_as_text(layer)
        if node is not None:
            node.setExpanded(was_expanded and not has_long_legend(layer))
        layer.triggerRepaint()
        self._waiting.discard(self)


def style_on_load(context: QgsProcessingContext, layer_id: str, style: Style) -> None:
    """Style an output when QGIS loads it; do nothing if it will not be loaded."""
    if context.willLoadLayerOnCompletion(layer_id):
        context.layerToLoadOnCompletionDetails(layer_id).setPostProcessor(StyleOnLoad(style))


def style_output(context: QgsProcessingContext, layer_id: str, style: Style, feedback) -> None:
    """Style an output as ``style_on_load`` does, and store the style as the default style of its file.

    QGIS opens a file with its default style: from the table ``layer_styles`` of a GeoPackage or SpatiaLite file,
    otherwise from a .qml file of the same name. A style of an earlier run is deleted together with its file. Call this
    after the file is closed. Nothing is stored for an output that is not a file (memory, a database).
    """
    style_on_load(context, layer_id, style)
    if not os.path.exists(layer_id.partition("|")[0]):
        return
    options = QgsVectorLayer.LayerOptions(context.transformContext())
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(layer_id, "", "ogr", options)
    if not layer.isValid():
        feedback.pushWarning(tr("{} cannot be opened to save its style: {}").format(layer_id, layer.error().summary()))
        return
    style(layer)
    show_tips_as_text(layer)
    if layer.storageType() in _WITH_STYLES:
        problem = layer.saveStyleToDatabase("Syria Control", "", True, "")
    else:
        message, is_saved = layer.saveDefaultStyle(QgsMapLayer.StyleCategory.AllStyleCategories)
        problem = "" if is_saved else message
    if problem:
        feedback.pushWarning(tr("The style of {} cannot be saved: {}").format(layer_id, problem))


_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # https://owasp.org/www-community/attacks/CSV_Injection
_KINDS = {
    f.TEXT: QMetaType.Type.QString,
    f.NUMBER: QMetaType.Type.Double,
    f.COUNT: QMetaType.Type.Int,
    f.FLAG: QMetaType.Type.Bool,
    f.MOMENT: QMetaType.Type.QDateTime,
}
_SHAPEFILE = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_DBF_NAME, _DBF_TEXT = 10, 254  # maximum bytes of a field name and of a text in a Shapefile's table


def write_rows(
    algorithm: ControlAlgorithm,
    name: str,
    parameters,
    context,
    feedback,
    columns: dict,
    geometry,
    style: Style | None = None,
    kind: Qgis.WkbType = Qgis.WkbType.MultiPolygon,
) -> str:
    """Write geometries in lon/lat (EPSG:4326) with their attributes, and return the layer id.

    columns   field name → values (datetime64 becomes a date-time; NaT and NaN become NULL)
    geometry  Shapely geometries, None for a row without one
    style     styles the layer now and whenever its file is opened; None: no style
    kind      a multi type; NoGeometry writes a table

    In a CSV file, a text that a spreadsheet would take for a formula is prefixed with an apostrophe. A warning lists
    what a Shapefile cannot store. Raises SourceError for a Shapefile without geometry, QgsProcessingException if the
    output cannot be written, and Cancelled; an incomplete file is deleted.
    """
    fields = QgsFields()
    for field in columns:
        fields.append(QgsField(field, _KINDS[f.kind_of(field)]))
    crs = QgsCoordinateReferenceSystem("EPSG:4326" if kind != Qgis.WkbType.NoGeometry else "")
    sink, layer_id = algorithm.parameterAsSink(parameters, name, context, fields, kind, crs)
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    is_shapefile = layer_id.lower().endswith(".shp")
    try:
        if is_shapefile and kind == Qgis.WkbType.NoGeometry:
            line = tr("{}: a Shapefile cannot store rows without geometry. Choose .csv or .gpkg.")
            raise SourceError(line.format(name))
        _add_rows(sink, fields, columns, geometry, layer_id.lower().endswith(".csv"), feedback)
    except (SyriaControlError, QgsProcessingException):  # cancelled, too
        del sink  # closes the file
        _discard(layer_id)
        raise
    del sink
    if is_shapefile:
        _log_losses(layer_id, columns, feedback)
    if style is not None:
        style_output(context, layer_id, style, feedback)
    return layer_id


def _add_rows(sink: QgsFeatureSink, fields: QgsFields, columns: dict, geometry, is_csv: bool, feedback) -> None:
    for row in range(len(geometry)):
        report_progress(feedback, 90 + 10 * row / len(geometry))
        feature = QgsFeature(fields)
        feature.setGeometry(to_qgis(geometry[row]))
        feature.setAttributes([_attribute(column[row], is_csv) for column in columns.values()])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(tr("A row cannot be written: {}").format(sink.lastError()))
    if not sink.flushBuffer():
        raise QgsProcessingException(tr("The rows cannot be written: {}").format(sink.lastError()))


def _discard(path: str) -> None:
    """Delete a file with only a part of the rows. In a database of several tables, the part remains."""
    parts = _SHAPEFILE if path.lower().endswith(".shp") else (Path(path).suffix,)
    for suffix in parts:
        Path(path).with_suffix(suffix).unlink(missing_ok=True)


def write_page(path: str, page: str) -> None:
    """Write an HTML page. Raises SourceError if it cannot be written."""
    try:
        Path(path).write_text(page, encoding="utf-8")
    except OSError as error:
        raise SourceError(tr("The report cannot be written to {!r}: {}").format(path, error)) from error


def csv_text(text: str) -> str:
    """Return a text for a CSV file, with an apostrophe before one that a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _attribute(value, is_csv: bool = False):
    if isinstance(value, np.datetime64):
        return to_qt_moment(value)
    if isinstance(value, str) and is_csv:
        return csv_text(value)
    value = value.item() if isinstance(value, np.generic) else value
    return None if value != value else value  # only NaN differs from itself


def _log_losses(path: str, columns: dict, feedback) -> None:
    """Warn of the names and values of these columns that the Shapefile has lost."""
    losses = []
    renamed = [field for field in columns if len(field.encode()) > _DBF_NAME]
    if renamed:
        losses.append(tr("field names are truncated: {}").format(", ".join(renamed)))
    for field, values in columns.items():
        cut = sum(len(str(value).encode()) > _DBF_TEXT for value in values) if f.kind_of(field) == f.TEXT else 0
        if cut:
            losses.append(tr("texts of {} are truncated to {} bytes: {} rows").format(field, _DBF_TEXT, cut))
    if any(f.kind_of(field) == f.MOMENT for field in columns):
        losses.append(tr("date-times are stored as text"))
    if losses:
        line = tr("{} is a Shapefile, which cannot store all of the data: {}. Choose a GeoPackage to keep everything.")
        feedback.pushWarning(line.format(path, "; ".join(losses)))
