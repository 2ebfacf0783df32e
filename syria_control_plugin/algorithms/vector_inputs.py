"""Vector inputs of algorithms: layers that QGIS has open, and paths, which the plugin's own readers open.

QGIS would try every GDAL driver on a path, including drivers that open other data or query a server. It does so when
parameters are checked, before an algorithm runs.
"""

from __future__ import annotations

import os
import re
import time
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterCrs,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameters,
    QgsProcessingUtils,
    QgsProperty,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from ..case.qgis_values import to_qgis
from ..core.errors import Cancelled, SourceError
from ..core.feedback import NO_FEEDBACK, Feedback
from ..core.messages import Message
from ..mapping.layers.extents import is_extent
from ..sources.files.addresses import layer_of_number, split_address
from ..sources.files.inputs import InputFile, list_inputs
from ..sources.files.project_layers import PickedRows, memory_layer, origin_note, source_input
from ..sources.files.reader_process import layer_names, must_be_apart
from ..sources.files.tables import MapInput, SourceTable
from ..translation import tr, translated

# Providers that open only a connection entered by the analyst. QGIS recognises them by this prefix.
_BY_PROVIDER = re.compile(r"(?:postgres|mssql|oracle|hana|memory)://", re.IGNORECASE)
_NUMBER = r"\s*[-+]?\d*\.?\d+(?:e[-+]?\d+)?\s*"
_EXTENT = re.compile(rf"{_NUMBER}(?:,{_NUMBER}){{3}}(?:\[[^\]]*\]\s*)?", re.IGNORECASE)
_PROJECT_CRS = "ProjectCrs"
_WAIT_SECONDS = 30  # for which QGIS may be blocked
_DEFINITIONS = (QgsProcessingFeatureSourceDefinition, QgsProcessingOutputLayerDefinition)


class FileInput:
    """A path that a VectorParameter names. It is opened when its rows or names are needed, in that thread."""

    note = ""

    def __init__(self, text: str, name: str, whole: bool, feedback):
        self._arguments = text, name, whole, feedback

    @cached_property
    def _file(self) -> InputFile:
        text, name, whole, feedback = self._arguments
        return _file_input(text, name, whole, feedback, feedback.pushInfo)

    @property
    def key(self) -> str:
        return self._file.key

    @property
    def folder(self) -> str:
        return self._file.folder

    @property
    def names(self) -> tuple[str, ...]:
        return self._file.names

    def decoded(self, encoding: str) -> MapInput:
        """Return the file with another encoding of text that is not UTF-8. Raises SourceError."""
        return self._file.decoded(encoding)

    def tables(self, with_properties: bool = False, feedback: Feedback = NO_FEEDBACK) -> list[SourceTable]:
        """Read the layers of the file. Raises SourceError, Cancelled."""
        return self._file.tables(with_properties, feedback)

    def checksum(self, feedback: Feedback = NO_FEEDBACK) -> str:
        """Return the SHA-256 hash of the content. Raises SourceError, Cancelled."""
        return self._file.checksum(feedback)


class VectorParameter(QgsProcessingParameterFeatureSource):
    """A layer, or a path that ``vector_input`` opens; it is not opened when the parameter is checked."""

    def checkValueIsAcceptable(self, value, context=None):
        return super().checkValueIsAcceptable(value, None)

    def clone(self):
        copy = VectorParameter(self.name())
        copy.fromVariantMap(self.toVariantMap())
        return copy


class MapsParameter(QgsProcessingParameterMultipleLayers):
    """Layers and files as QGIS offers them, and any path that the import can read."""

    def __init__(self, name: str, description: str = "", kind=Qgis.ProcessingSourceType.Vector):
        super().__init__(name, description, kind, None, True)

    def checkValueIsAcceptable(self, value, context=None):
        return True  # the import opens the path and reports problems

    def clone(self):
        copy = MapsParameter(self.name())
        copy.fromVariantMap(self.toVariantMap())
        return copy


def named_layer(value, context: QgsProcessingContext) -> tuple[QgsMapLayer | None, str]:
    """Return the layer of the project or the context that a value names; otherwise None and the value as text."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    elif isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value, _ = value.valueAsString(context.expressionContext())
    if isinstance(value, QgsMapLayer):
        return value, ""
    text = str(value or "").strip()
    return (QgsProcessingUtils.mapLayerFromString(text, context, False) if text else None), text


def path_and_layer(text: str, feedback: Feedback = NO_FEEDBACK) -> tuple[str, str]:
    """Return the path and the name of the layer of an address (``addresses.split_address``)."""
    address = split_address(text)
    if address.number is None:
        return address.path, address.layer
    return address.path, layer_of_number(address.path, address.number, layer_names(address.path, feedback))


def vector_input(
    algorithm, parameters: dict, name: str, context: QgsProcessingContext, feedback, whole=False
) -> MapInput | None:
    """Return the input that a VectorParameter names, ready to be read in another thread; None if it is empty.

    whole  read all layers of a file, otherwise the one that its path names, or the first

    Call it in the main thread. Raises SourceError for a layer that cannot be read; a path that cannot be opened raises
    SourceError when it is read.
    """
    value = parameters.get(name)
    layer, text = named_layer(value, context)
    if layer is None and not text:
        return None
    if layer is not None or _BY_PROVIDER.match(text):
        source = algorithm.parameterAsSource(parameters, name, context)
        if source is None:
            raise SourceError(tr("{}: {!r} is not a vector layer that can be read.").format(name, text or layer.name()))
        note = origin_note(layer)
        if note:
            feedback.pushInfo(translated(Message("{}: {}", source.sourceName(), note)))
        is_whole = isinstance(layer, QgsVectorLayer) and not isinstance(value, QgsProcessingFeatureSourceDefinition)
        return replace(source_input(source, layer if is_whole else None), note=note)
    file_input = FileInput(text, name, whole, feedback)
    if not isinstance(value, QgsProcessingFeatureSourceDefinition) or not (
        value.filterExpression or value.featureLimit >= 0
    ):
        return file_input
    expression, limit = QgsExpression(value.filterExpression), value.featureLimit
    if value.filterExpression and expression.hasParserError():
        raise SourceError(tr("{}: the filter cannot be read: {}").format(name, expression.parserErrorString()))
    scope = context.expressionContext()
    return PickedRows(file_input, lambda table: _matching_rows(table, expression, limit, scope))


def map_layers(parameters: dict, name: str, context: QgsProcessingContext, feedback) -> list[QgsMapLayer]:
    """Return the layers that a MapsParameter names. Raises SourceError for a path that cannot be opened."""
    values = parameters.get(name)
    layers = []
    for value in values if isinstance(values, (list, tuple)) else [values]:
        layer, text = named_layer(value, context)
        if layer is None and text:
            layer = _layer_of_file(text, name, feedback)
            context.temporaryLayerStore().addMapLayer(layer)
        elif layer is not None and (note := origin_note(layer)):
            feedback.pushInfo(translated(Message("{}: {}", layer.name(), note)))
        layers += [layer] if layer is not None else []
    return layers


def place_problem(definition, value, context: QgsProcessingContext) -> str:
    """Return why an extent or CRS parameter is rejected, "" if it is not: QGIS would open a text as a layer."""
    if not isinstance(definition, (QgsProcessingParameterExtent, QgsProcessingParameterCrs)):
        return ""
    layer, text = None, ""
    if isinstance(value, (str, QgsProperty, QgsMapLayer, *_DEFINITIONS)):
        layer, text = named_layer(value, context)
    if isinstance(definition, QgsProcessingParameterExtent):
        if layer is not None or not text or _EXTENT.fullmatch(text):
            box = QgsProcessingParameters.parameterAsExtent(definition, value, context)
            if box.isNull() or is_extent(box):
                return ""
            text = layer.name() if layer is not None else text or box.toString(0)
        line = tr("{}: {!r} is not an extent. Enter west, east, south, north, or choose a layer of the project.")
        return line.format(definition.name(), text[:100])
    if layer is not None or not text or text == _PROJECT_CRS or QgsCoordinateReferenceSystem(text).isValid():
        return ""
    return tr("{}: {!r} is not a CRS. Enter a code such as EPSG:4326, or choose a layer of the project.").format(
        definition.name(), text
    )


def _file_input(text: str, name: str, whole: bool, feedback: Feedback, log) -> InputFile:
    path, layer = path_and_layer(text, feedback)
    try:
        files, _ = list_inputs([path])
    except SourceError as error:
        raise SourceError(Message("{}: {}", name, error)) from error
    if len(files) != 1:
        raise SourceError(tr("{}: {!r} has {} files. Choose one of them.").format(name, path, len(files)))
    try:
        names = layer_names(files[0].path, feedback)
    except SourceError as error:
        raise SourceError(Message("{}: {!r} {}", name, path, error)) from error
    if layer and layer not in names:
        raise SourceError(tr("{}: {!r} has no layer {!r}. Layers: {}.").format(name, path, layer, ", ".join(names)))
    if not layer and len(names) > 1 and not whole:
        layer = names[0]
        log(
            tr("{}: {!r} has {} layers; {!r} is read. To read another layer, add its name after |layername=.").format(
                name, path, len(names), layer
            )
        )
    return replace(files[0], key=layer or Path(path).stem, folder="", layer=layer, subset=split_address(text).subset)


def _layer_of_file(text: str, name: str, feedback) -> QgsVectorLayer:
    """Return a layer of a GeoPackage whose content was checked, or a copy in memory of any other file.

    QGIS is blocked meanwhile. Raises SourceError for a file that takes too long to read.
    """
    deadline = Deadline(feedback, _WAIT_SECONDS)
    try:
        if split_address(text).subset:
            raise SourceError(
                tr("{}: add the file to the project to filter its rows, and choose the layer.").format(name)
            )
        given = _file_input(text, name, False, deadline, feedback.pushInfo)
        layer = given.layer or layer_names(given.path, deadline)[0]
        # QGIS takes the text after a bar for GDAL options, which can contain SQL.
        is_plain = given.path.lower().endswith(".gpkg") and os.path.isfile(given.path) and "|" not in given.path + layer
        if is_plain and not must_be_apart(given.path):
            options = QgsVectorLayer.LayerOptions()
            options.loadDefaultStyle = False
            return QgsVectorLayer(f"{given.path}|layername={layer}", given.key, "ogr", options)
        return memory_layer(given.path, given.layer, given.key, deadline)
    except Cancelled:
        if not deadline.is_over():
            raise
        raise SourceError(
            tr("{}: {!r} takes more than {} s to read. Import it into a case, or add it to the project first.").format(
                name, text, _WAIT_SECONDS
            )
        ) from None


def _matching_rows(table: SourceTable, expression: QgsExpression, limit: int, scope) -> np.ndarray:
    """Return the mask of the rows that match a filter, at most the first ``limit`` of them (-1: all)."""
    fields = QgsFields()
    for name in table.columns:
        fields.append(QgsField(name, QMetaType.Type.QString))
    matches = np.ones(len(table), bool)
    if expression.isValid():
        expression.prepare(scope)
        for row, values in enumerate(zip(*table.columns.values()) if table.columns else ()):
            feature = QgsFeature(fields, int(table.rows[row]))
            feature.setAttributes(list(values))
            if table.geometry[row] is not None:
                feature.setGeometry(to_qgis(table.geometry[row]))
            scope.setFeature(feature)
            scope.setFields(fields)
            matches[row] = bool(expression.evaluate(scope) or False)
    if limit >= 0:
        matches &= np.cumsum(matches) <= limit
    return matches


class Deadline:
    """Feedback of work for which the user waits: it also counts as cancelled after some seconds."""

    def __init__(self, feedback: Feedback, seconds: float):
        self._feedback, self._end = feedback, time.monotonic() + seconds

    def setProgress(self, percent: float) -> None:
        self._feedback.setProgress(percent)

    def isCanceled(self) -> bool:
        return self.is_over() or self._feedback.isCanceled()

    def is_over(self) -> bool:
        """Return whether the time is up."""
        return time.monotonic() > self._end
