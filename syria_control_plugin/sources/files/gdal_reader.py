"""Reader of vector files and tables into source tables."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace

import numpy as np
import shapely
from osgeo import gdal, ogr, osr

from ...case.limits import CELL_CHARACTERS, GEOJSON_OBJECT_MB, read_json, refuse_cell
from ...core.errors import SourceError
from ...core.feedback import NO_FEEDBACK, Feedback, check_cancelled
from ...core.messages import Message, as_message
from .delimited import is_delimited, read_delimited
from .encodings import CellDecoder, known_encoding
from .geometries import geometries_of, iso_wkb, measures_of, with_text_geometry
from .opening import check_content, ending_of, offline, open_data
from .tables import SourceTable, check_width, distinct_names

_OBJECT_SIZE = "OGR_GEOJSON_MAX_OBJ_SIZE"
_TABLES = ("shp", "dbf")  # GDAL drops bytes that are not in the encoding that the file states: they are decoded here
_LONLAT = ("GeoJSON", "GeoJSONSeq", "TopoJSON")  # drivers that take coordinates for degrees if no CRS is stated
_TURN_DEG = 360.0
_STYLED = ("LIBKML", "KML")  # drivers of maps in which the style of a row, not a field, may say whose it is
_STYLE = "Style"
_FILL = re.compile(r"BRUSH\([^)]*?fc:(#[0-9a-f]{6})", re.IGNORECASE)
_ANSI = "87"  # in a .dbf: the code page of the computer that wrote it
_DATE_TYPES = (ogr.OFTDate, ogr.OFTDateTime)
# Reading may use half of the memory: QGIS and its processing of the rows need the other half.
_SHARE_OF_MEMORY = 0.5
_LEAST_MEMORY_BYTES, _UNKNOWN_MEMORY_BYTES = 2 * 1024**3, 8 * 1024**3
_SHARE_OF_ROWS = 1 / 3  # of that memory: the rows are kept while geometries are built from them
_ROW_BYTES, _VALUE_BYTES = 200, 64
GB = 1e9


def memory_bytes() -> int:
    """Return the most memory that reading a file may use."""
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # Windows
        return _UNKNOWN_MEMORY_BYTES
    return max(int(_SHARE_OF_MEMORY * total), _LEAST_MEMORY_BYTES)


@dataclass(frozen=True)
class LayerRows:
    """Rows of a layer as GDAL returns them, before geometries are built.

    layer, names, columns, rows, crs, properties, notes  as in ``SourceTable``
    blobs    ISO WKB, None for a row without a geometry
    cut_off  why reading stopped after the last row, None if it did not
    assumes_lonlat  the CRS can be that of the format, not one that the file states
    """

    layer: str
    names: tuple[str, ...]
    columns: dict[str, list]
    rows: np.ndarray
    blobs: list[bytes | None]
    crs: str
    cut_off: Message | None
    assumes_lonlat: bool = False
    properties: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[int | None, Message]] = field(default_factory=list)


def read_file(
    path: str,
    key: str,
    names: tuple[str, ...],
    only_layer: str = "",
    with_properties: bool = False,
    feedback: Feedback = NO_FEEDBACK,
    encoding: str = "",
) -> list[SourceTable]:
    """Return the layers of a file, each with its unprocessed rows.

    path             as for ``opening.open_data``
    key, names       name of the file in reports; names that may contain a date or faction (``SourceTable.names``)
    only_layer       the one layer to read, "" for all
    with_properties  also read the file's properties outside its rows (members of a GeoJSON collection, metadata of a
                     layer), which costs a second reading of a GeoJSON file
    encoding         of text that is not UTF-8 (``encodings.ENCODINGS``), "" for the one that the file states

    Raises SourceError, with GDAL's message, if the file cannot be opened or has no layer; Cancelled. If reading breaks
    off midway, the rows read are kept and ``unreadable`` has the reason under the position after the last row.
    """
    if is_delimited(path):
        return [_delimited_table(path, key, names, only_layer, feedback, encoding)]
    layers = read_rows(path, names, only_layer, with_properties, feedback, encoding)
    return [source_table(key, rows, feedback) for rows in layers]


def read_rows(
    path: str,
    names: tuple[str, ...],
    only_layer: str,
    with_properties: bool,
    feedback: Feedback,
    encoding: str = "",
) -> list[LayerRows]:
    """Return the rows of the layers of a file that is not delimited text; parameters and errors as ``read_file``."""
    undecoded = ("ENCODING=",) if ending_of(path) in _TABLES else ()
    with _gdal_errors() as last_error, open_data(path, *undecoded) as dataset:
        layers = [dataset.GetLayer(number) for number in range(dataset.GetLayerCount())]
        if only_layer:
            layers = [layer for layer in layers if layer.GetName() == only_layer]
        if not layers:
            raise SourceError(Message("has no layer {!r}", only_layer) if only_layer else Message("has no layer"))
        read = []
        for layer in layers:
            # A single layer usually has the file's name, which is less specific than the folders.
            is_one_of_many = len(layers) > 1 or only_layer
            layer_names = (layer.GetName(), *names) if is_one_of_many else (*names, layer.GetName())
            driver = dataset.GetDriver().ShortName
            rows = _read_layer(layer_names, layer, driver in _STYLED, last_error, feedback, encoding)
            reference = layer.GetSpatialRef()
            is_lonlat = reference is not None and bool(reference.IsGeographic())
            read.append(replace(rows, assumes_lonlat=is_lonlat and driver in _LONLAT))
            if with_properties:
                read[-1].properties.update(_properties(path, dataset, layer))
    return read


def source_table(key: str, rows: LayerRows, feedback: Feedback = NO_FEEDBACK) -> SourceTable:
    """Return a table with the geometries of rows. Raises Cancelled."""
    with _gdal_errors():
        geometry, unreadable = geometries_of(rows.blobs, feedback)
    if rows.cut_off:
        unreadable[len(rows.rows)] = Message("reading stopped here: {}", rows.cut_off)
    table = SourceTable(
        file=key,
        layer=rows.layer,
        names=rows.names,
        columns=rows.columns,
        rows=rows.rows,
        geometry=geometry,
        crs="" if rows.assumes_lonlat and _are_no_degrees(geometry) else rows.crs,
        properties=rows.properties,
        unreadable=unreadable,
        measures=measures_of(rows.blobs),
        notes=rows.notes,
    )
    return _with_text_geometry(table, feedback)


def _delimited_table(
    path: str, key: str, names: tuple[str, ...], only_layer: str, feedback: Feedback, encoding: str
) -> SourceTable:
    """Return a table of delimited text, with the geometries that one of its columns holds as text."""
    check_content(path)
    table = read_delimited(path, key, names, feedback, encoding)
    if only_layer not in ("", table.layer):
        raise SourceError(Message("has no layer {!r}", only_layer))
    return _with_text_geometry(table, feedback)


def _are_no_degrees(geometry: np.ndarray) -> bool:
    """Return whether most rows with a geometry have coordinates that cannot be degrees."""
    bounds = shapely.bounds(geometry)
    bounds = bounds[np.isfinite(bounds).all(axis=1)]
    return len(bounds) > 0 and (np.abs(bounds) > _TURN_DEG).any(axis=1).mean() > 0.5


def _with_text_geometry(table: SourceTable, feedback: Feedback) -> SourceTable:
    with _gdal_errors(), offline():
        return with_text_geometry(table, feedback)


@contextmanager
def _gdal_errors():
    """Keep GDAL's messages off the console, whether or not another plugin has turned exceptions on."""

    def last_error() -> str:
        failed = gdal.GetLastErrorType() >= gdal.CE_Failure
        return gdal.GetLastErrorMsg().strip() if failed else ""

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.ErrorReset()
    before = gdal.GetThreadLocalConfigOption(_OBJECT_SIZE)
    gdal.SetThreadLocalConfigOption(_OBJECT_SIZE, str(GEOJSON_OBJECT_MB.value))
    try:
        yield last_error
    finally:
        gdal.SetThreadLocalConfigOption(_OBJECT_SIZE, before)
        gdal.PopErrorHandler()


@contextmanager
def _without_exceptions():
    """Turn exceptions off in all of GDAL's modules, which works only in the reverse order of turning them on."""
    turned_off = []
    while on := [module for module in (gdal, ogr, osr) if module.GetUseExceptions()]:
        before = len(turned_off)
        for module in on:
            with suppress(RuntimeError):  # not the last module that was turned on
                module.DontUseExceptions()
                turned_off.append(module)
        if len(turned_off) == before:
            break
    try:
        yield
    finally:
        for module in reversed(turned_off):
            module.UseExceptions()


def _read_layer(
    names: tuple[str, ...], layer, is_styled: bool, last_error, feedback: Feedback, encoding: str
) -> LayerRows:
    try:
        definition = layer.GetLayerDefn()
    except RuntimeError:  # a view of a missing table, which without exceptions has neither fields nor rows
        with _without_exceptions():
            definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(number) for number in range(definition.GetFieldCount())]
    check_width(len(fields))
    readers = [_reader(number, each.GetType()) for number, each in enumerate(fields)]
    columns: list[list] = [[] for _ in fields]
    gdal.ErrorReset()  # an error in opening, such as a broken .prj, does not end the rows
    rows, blobs, styles = [], [], []
    most = int(memory_bytes() * _SHARE_OF_ROWS)

    def read() -> str:
        for column in (rows, blobs, styles, *columns):
            column.clear()
        layer.ResetReading()
        size = 0
        for feature in layer:
            check_cancelled(feedback)
            rows.append(feature.GetFID())
            styles.append(_style_of(feature) if is_styled else None)
            blobs.append(iso_wkb(feature.GetGeometryRef()))
            size += _ROW_BYTES + len(blobs[-1] or b"") + len(styles[-1] or "") + _VALUE_BYTES * len(readers)
            for values, reader in zip(columns, readers):
                values.append(value := reader(feature))
                if isinstance(value, str):
                    size += len(value)
            if size > most:  # a file may use the same bytes as the geometry of any number of rows
                reason = Message("its rows need more than the allowed {:.1f} GB of memory. Split the file.", most / GB)
                raise SourceError(reason)
            gdal.ErrorReset()  # an error in this row's values does not end the rows
        return last_error()

    try:
        cut_off = read()
    except RuntimeError:
        # Exceptions, if another plugin has turned them on, lose a row if GDAL cannot read one of its values.
        try:
            with _without_exceptions():
                cut_off = read()
        except RuntimeError as error:
            cut_off = str(error) or Message("GDAL does not give a reason")
    field_names = [each.GetName() for each in fields]
    if any(styles):
        field_names.append(_STYLE)
        columns.append(styles)
    notes = _decode(field_names, columns, layer, encoding)
    distinct, doubles = distinct_names(field_names)
    return LayerRows(
        layer=names[0] if layer.GetName() == "OGRGeoJSON" else layer.GetName(),  # a collection without a name
        names=names,
        columns=dict(zip(distinct, columns)),
        rows=np.asarray(rows, dtype=np.int64),
        blobs=blobs,
        crs=_crs_of(layer),
        cut_off=as_message(cut_off) if cut_off else None,
        notes=[*notes, *doubles],
    )


def _style_of(feature) -> str | None:
    """Return the id of a row's shared style, or the colour of its fill, None for neither."""
    style = feature.GetStyleString() or ""
    if len(style) > CELL_CHARACTERS.value:
        refuse_cell(feature.GetFID(), _STYLE, len(style))
    if style.startswith("@"):
        return style[1:]
    fill = _FILL.search(style)
    return fill[1].lower() if fill else None


def _decode(field_names: list[str], columns: list[list], layer, encoding: str) -> list[tuple[int | None, Message]]:
    """Decode the names and the text of columns in place, and return notes. Raises SourceError as ``CellDecoder``."""
    about = layer.GetMetadata("SHAPEFILE")
    stated = known_encoding(about.get("ENCODING_FROM_CPG") or about.get("ENCODING_FROM_LDID") or "")
    is_sure = "CPG_VALUE" in about or about.get("LDID_VALUE") != _ANSI
    texts = (value for values in (field_names, *columns) for value in values if isinstance(value, (str, bytes)))
    decoder = CellDecoder(texts, encoding, stated, is_sure)
    notes: list[tuple[int | None, Message]] = [(None, note) for note in decoder.notes]
    if not decoder.is_needed:
        return notes
    field_names[:] = map(decoder.text, field_names)
    for column in columns:
        notes += [(row, note) for row, value in enumerate(column) if (note := decoder.note(value))]
        column[:] = map(decoder.text, column)
    return notes


def _crs_of(layer) -> str:
    reference = layer.GetSpatialRef()
    # A GeoPackage must name a CRS, and names an undefined one if it has none.
    if reference is None or (reference.GetName() or "").lower().startswith("undefined"):
        return ""
    return reference.ExportToWkt()


def _reader(number: int, kind: int):
    """Return a function feature → Python value of one field; dates become ISO text, with their zone if they have it."""
    longest = CELL_CHARACTERS.value

    def text(feature):
        value = feature.GetFieldAsString(number)
        if len(value) > longest:
            refuse_cell(feature.GetFID(), feature.GetFieldDefnRef(number).GetName(), len(value))
        return value

    def moment(feature):
        year, month, day, hour, minute, second, zone = feature.GetFieldAsDateTime(number)
        iso = f"{year:04d}-{month:02d}-{day:02d}"
        if kind == ogr.OFTDate:
            return iso
        iso += f"T{hour:02d}:{minute:02d}:{int(second):02d}"
        offset = (zone - 100) * 15 if zone > 1 else 0
        return iso + (f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}" if zone > 1 else "")

    value = {
        ogr.OFTInteger: lambda feature: feature.GetFieldAsInteger(number),
        ogr.OFTInteger64: lambda feature: feature.GetFieldAsInteger64(number),
        ogr.OFTReal: lambda feature: feature.GetFieldAsDouble(number),
    }.get(kind, moment if kind in _DATE_TYPES else text)
    return lambda feature: value(feature) if feature.IsFieldSetAndNotNull(number) else None


def _properties(path: str, dataset, layer) -> dict[str, str]:
    properties = {**dataset.GetMetadata(), **layer.GetMetadata()}
    if dataset.GetDriver().ShortName == "GeoJSON":
        with open_data(path, "NATIVE_DATA=YES") as native:
            members = read_json(native.GetLayer(0).GetMetadata("NATIVE_DATA").get("NATIVE_DATA", "{}"), path)
        properties.update(members.pop("properties", None) or {})
        properties.update(members)
    return {str(name): str(value) for name, value in properties.items() if isinstance(value, (str, int, float))}
