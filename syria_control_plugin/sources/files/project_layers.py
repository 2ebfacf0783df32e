"""Layers of a QGIS project, including PostGIS and all other providers, as source tables."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import Callable
from uuid import uuid4

import numpy as np
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessingFeatureSource,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ...case.qgis_values import measures_of_line, to_python, to_shapely
from ...case.values import number_of, text_of
from ...core.errors import SourceError
from ...core.feedback import NO_FEEDBACK, Feedback, check_cancelled
from ...core.messages import Message
from .contents import check_crs_files
from .delimited import is_delimited, read_delimited
from .geometries import with_text_geometry
from .gpx import rows_of
from .opening import is_allowed
from .reader_process import copy_to_geopackage
from .tables import MapInput, SourceTable, rows_checksum

# Providers of data on this computer, and of databases to which the analyst connected.
_KNOWN_PROVIDERS = {"memory", "spatialite", "postgres", "mssql", "oracle", "hana"}
# Options with which a provider leaves out lines of a file, or reads them differently, on purpose.
_OTHER_LINES = ("skiplines=", "useheader=no", "type=regexp", "headers=")


@dataclass(frozen=True)
class LayerInput:
    """A layer that can be read in another thread. Create it in the main thread.

    note  text on the layer's origin for a report, None for none
    text_file  the delimited text from which QGIS opened it, and whose rows it should all have; "" for none
    """

    key: str
    folder: str
    names: tuple[str, ...]
    features: Callable[[], QgsFeatureIterator]
    fields: tuple[str, ...]
    crs: str
    note: Message | None = None
    text_file: str = ""

    def decoded(self, encoding: str) -> LayerInput:
        """Return the layer itself: QGIS has decoded its text."""
        return self

    def tables(self, with_properties: bool = False, feedback: Feedback = NO_FEEDBACK) -> list[SourceTable]:
        """Return the layer's rows; a layer has no properties outside of them. Raises Cancelled."""
        columns: list[list] = [[] for _ in self.fields]
        rows, geometry, measures = [], [], {}
        for feature in self.features():
            check_cancelled(feedback)
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
        table = SourceTable(
            file=self.key,
            layer=self.key,
            names=self.names,
            columns=named,
            rows=rows,
            geometry=shapes,
            crs=self.crs,
            measures=measures,
        )
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            table = with_text_geometry(table, feedback)
        finally:
            gdal.PopErrorHandler()
        if self.text_file and (note := _difference(table, self.text_file)):
            table.notes.append((None, note))
        return [table]

    def checksum(self, feedback: Feedback = NO_FEEDBACK) -> str:
        """Return the SHA-256 of the layer's rows. Raises Cancelled."""
        return rows_checksum(self.tables(feedback=feedback))


@dataclass(frozen=True)
class PickedRows:
    """The rows of another input that a mask selects, table by table."""

    given: MapInput
    mask: Callable[[SourceTable], np.ndarray]

    @property
    def key(self) -> str:
        return self.given.key

    @property
    def folder(self) -> str:
        return self.given.folder

    @property
    def names(self) -> tuple[str, ...]:
        return self.given.names

    @property
    def note(self) -> str:
        return self.given.note

    def tables(self, with_properties: bool = False, feedback: Feedback = NO_FEEDBACK) -> list[SourceTable]:
        """Return the tables of the input with the selected rows only."""
        return [rows_of(table, self.mask(table)) for table in self.given.tables(with_properties, feedback)]

    def decoded(self, encoding: str) -> PickedRows:
        """Return the same rows with another encoding of text that is not UTF-8."""
        return replace(self, given=self.given.decoded(encoding))

    def checksum(self, feedback: Feedback = NO_FEEDBACK) -> str:
        """Return the SHA-256 of the selected rows."""
        return rows_checksum(self.tables(feedback=feedback))


def origin_note(layer: QgsMapLayer | None) -> Message | None:
    """Return a note on a layer that the plugin would not open itself, None for files and databases that it would."""
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() in _KNOWN_PROVIDERS:
        return None
    provider = layer.providerType()
    kind = layer.dataProvider().storageType() if provider == "ogr" and layer.isValid() else ""
    path = str(QgsProviderRegistry.instance().decodeUri(provider, layer.source()).get("path") or "")
    if is_allowed(path, kind or {"delimitedtext": "CSV", "gpx": "GPX"}.get(provider, "")):
        return None
    return Message("read as it is open in QGIS ({}); the plugin would not read the file itself", kind or provider)


def memory_layer(path: str, layer: str, name: str, feedback: Feedback = NO_FEEDBACK) -> QgsVectorLayer:
    """Return a copy of a file's layer that QGIS holds in memory.

    Raises SourceError if the plugin cannot open the file, and for delimited text with a row that GDAL could drop;
    Cancelled.
    """
    if is_delimited(path):
        table = read_delimited(path, name, (), feedback)
        for reason in (*table.unreadable.values(), *(note for _, note in table.notes)):
            raise SourceError(
                Message("{!r} cannot be shown as it is: {}. Correct the file, then try again.", name, reason)
            )
    target, opened = f"/vsimem/{uuid4().hex}.gpkg", None
    try:
        copy_to_geopackage(path, layer, target, feedback)
        opened = QgsVectorLayer(target, name, "ogr")
        copy = opened.materialize(QgsFeatureRequest()) if opened.isValid() else None
        if opened.isValid():
            check_crs_files(opened.crs().toWkt())
        if copy is None:
            raise SourceError(Message("cannot be read: it has no layer"))
        copy.setName(name)
        copy.temporalProperties().guessDefaultsFromFields(copy.fields())
        return copy
    finally:
        del opened
        gdal.Unlink(target)


def layer_input(layer: QgsVectorLayer, project: QgsProject | None = None) -> LayerInput:
    """Return a layer as an input; the names of the project's groups that contain it may hold its date or faction."""
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
        note=origin_note(layer),
        text_file=_text_file(layer),
    )


def source_input(source: QgsProcessingFeatureSource, layer: QgsVectorLayer | None = None) -> LayerInput:
    """Return a Processing input (a layer, its selected features, a file) as an input; invalid geometry is read too.

    layer  the project layer behind it, if it is one with all its features
    """
    unchecked = Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks
    return LayerInput(
        key=source.sourceName(),
        folder="",
        names=(source.sourceName(),),
        features=lambda: source.getFeatures(QgsFeatureRequest(), Qgis.ProcessingFeatureSourceFlags(unchecked)),
        fields=tuple(source.fields().names()),
        crs=_wkt(source.sourceCrs()),
        text_file=_text_file(layer) if layer is not None else "",
    )


def _text_file(layer: QgsVectorLayer) -> str:
    """Return the delimited text on this computer whose rows a layer has, "" for none."""
    provider = layer.providerType()
    if provider not in ("ogr", "delimitedtext") or layer.isModified() or layer.subsetString():
        return ""
    source = QgsProviderRegistry.instance().decodeUri(provider, layer.source())
    path, options = source.get("path", ""), source.get("openOptions") or ()
    if source.get("subset") or any(option.lower().startswith(_OTHER_LINES) for option in options):
        return ""
    return path if is_delimited(path) and os.path.isfile(path) else ""


def _difference(table: SourceTable, path: str) -> Message | None:
    """Return how the number of rows of a layer differs from that of its file, None if it does not."""
    try:
        file = read_delimited(path, table.file, ())
    except SourceError:
        return None
    if len(file) == len(table):
        return None
    row = _first_difference(table, file)
    name = os.path.basename(path)
    if row >= len(file):
        return Message(
            "{!r}, from which QGIS opened this layer, has {} rows, but the layer has {}.", name, len(file), len(table)
        )
    return Message(
        "{!r}, from which QGIS opened this layer, has {} rows, but the layer has {}. The first row that differs is "
        "row {}: {!r:.200}. Import the file itself to get all rows.",
        name,
        len(file),
        len(table),
        row + 1,
        ", ".join(text_of(value) for value in file.attributes(row).values()),
    )


def _first_difference(table: SourceTable, file: SourceTable) -> int:
    """Return the first row whose texts or numbers differ, else the position after the last row of the shorter table."""
    first = min(len(table), len(file))
    for name in set(table.columns) & set(file.columns):
        kind = next((type(value) for value in table.columns[name] if value is not None), None)
        same = {str: text_of, int: number_of, float: number_of}.get(kind)
        for row in range(first if same else 0):
            one, other = table.columns[name][row], file.columns[name][row]
            if text_of(one) != text_of(other) and not same(one) == same(other):
                first = row
                break
    return first


def _wkt(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.toWkt(Qgis.CrsWktVariant.Preferred) if crs.isValid() else ""
