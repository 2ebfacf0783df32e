"""Tables of a case, and writing of their rows through GDAL."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import shapely
from numpy.typing import ArrayLike
from osgeo import gdal, ogr, osr

from ..core import fields as f
from ..core.errors import CaseError
from ..core.feedback import NO_FEEDBACK, Feedback, check_cancelled
from ..core.messages import Message
from .trust import check_file, control_view_sql, shown_until_triggers
from .values import storable

TEXT, INTEGER, REAL, MOMENT = ogr.OFTString, ogr.OFTInteger64, ogr.OFTReal, ogr.OFTDateTime

_PERIOD = {f.VALID_FROM: MOMENT, f.VALID_TO: MOMENT}
_AREAL = {
    f.TERRITORIES: {f.FACTION: TEXT, **_PERIOD, f.SOURCE: TEXT, f.BASIS: TEXT, f.FILE: TEXT, f.KNOWN_TO: TEXT},
    f.DERIVED: {
        f.CLASS: TEXT, f.KIND: TEXT, f.FACTIONS_INVOLVED: TEXT, **_PERIOD, f.SOURCE: TEXT, f.BASIS: TEXT,
        f.AREA_KM2: REAL, f.FIRST: INTEGER, f.SECOND: INTEGER,
    },
}  # fmt: skip
_PLAIN = {
    f.MAPS: {f.SOURCE: TEXT, f.MAP_DATE: MOMENT, f.FACTION: TEXT, f.FILE: TEXT, f.KNOWN_TO: TEXT},
    f.FILES: {f.SOURCE: TEXT, f.FILE: TEXT, f.FINGERPRINT: TEXT},
    f.FACTIONS: {"id": TEXT, "name": TEXT, "aliases": TEXT, "bloc": TEXT, "colour": TEXT},
    f.SETTINGS: {f.KEY: TEXT, f.VALUE: TEXT},
}
_ISSUES = {
    f.SOURCE: TEXT, f.FILE: TEXT, f.LAYER: TEXT, f.ROW: INTEGER, f.ACTION: TEXT, f.REASON: TEXT, f.ATTRIBUTES: TEXT,
}  # fmt: skip


def create_case(path: str) -> None:
    """Create an empty case: all tables, the index on time and the drawn view. Raises CaseError."""
    errors: list[str] = []
    gdal.PushErrorHandler(lambda kind, _, message: errors.append(message) if kind >= gdal.CE_Failure else None)
    try:
        _create(path)
    except (RuntimeError, AttributeError) as error:  # the latter if GDAL could not create a dataset or layer
        errors.append(str(error))
    finally:
        gdal.PopErrorHandler()
    if errors:  # only the reason is quoted, not the statement that failed
        raise CaseError(
            Message(
                "{!r} cannot be created: {}. Is the disk full or write-protected?", path, errors[0].rpartition(": ")[2]
            )
        )


def _create(path: str) -> None:
    dataset = gdal.GetDriverByName("GPKG").Create(path, 0, 0, 0, gdal.GDT_Unknown)
    for table, columns in _AREAL.items():
        _create_layer(dataset, table, columns, ogr.wkbMultiPolygon)
        dataset.ExecuteSQL(f"CREATE INDEX {table}_time ON {table} ({f.VALID_FROM}, {f.SHOWN_UNTIL})")
    _create_layer(dataset, f.IMPORT_ISSUES, _ISSUES, ogr.wkbUnknown)
    for table, columns in _PLAIN.items():
        _create_layer(dataset, table, columns, ogr.wkbNone)
    dataset.ExecuteSQL(f"CREATE UNIQUE INDEX {f.SETTINGS}_key ON {f.SETTINGS} ({f.KEY})")
    _create_view(dataset)
    dataset = None


def _create_view(dataset: gdal.Dataset) -> None:
    dataset.ExecuteSQL(control_view_sql())
    for table, values in (
        (
            "gpkg_contents (table_name, identifier, data_type, srs_id)",
            f"'{f.CONTROL_MAP}', 'Control', 'features', 4326",
        ),
        ("gpkg_geometry_columns", f"'{f.CONTROL_MAP}', '{f.GEOM}', 'MULTIPOLYGON', 4326, 0, 0"),
    ):
        dataset.ExecuteSQL(" ".join(["INSERT INTO", table, f"VALUES ({values})"]))


@contextmanager
def opened(path: str, update: bool = False) -> Iterator[gdal.Dataset]:
    """Open a GDAL dataset; it is closed, and so written, when the block ends. Raises CaseError for any GDAL error.

    Only GDAL's driver for GeoPackages may open it: others go by the content of a file, whatever its name.
    """
    check_file(path)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    dataset = None
    try:
        mode = gdal.OF_UPDATE if update else gdal.OF_READONLY
        dataset = gdal.OpenEx(os.path.abspath(path), gdal.OF_VECTOR | mode, ["GPKG"], ["LIST_ALL_TABLES=NO"])
        if dataset is None:
            raise CaseError(Message("{!r} cannot be opened: {}", path, gdal.GetLastErrorMsg()))
        yield dataset
    except RuntimeError as error:  # if another plugin has enabled GDAL's exceptions
        raise CaseError(Message("{!r}: {}", path, error or gdal.GetLastErrorMsg())) from error
    finally:
        if dataset is not None and hasattr(dataset, "Close"):
            dataset.Close()  # from GDAL 3.8; before, it closes when its last reference goes
        dataset = None
        gdal.PopErrorHandler()


def layer_of(dataset: gdal.Dataset, table: str) -> ogr.Layer:
    """Return a table of an open case. Raises CaseError if GDAL does not know it."""
    layer = dataset.GetLayerByName(table)
    if layer is None:
        raise CaseError(Message("{!r} has no table {}. Restore the case from a copy.", dataset.GetDescription(), table))
    return layer


def blob_of(layer: ogr.Layer, fid: int) -> bytes | None:
    """Return the ISO WKB of a row, None if it has no geometry or does not exist."""
    try:
        feature = layer.GetFeature(int(fid))
        return bytes(feature.GetGeometryRef().ExportToIsoWkb())
    except (AttributeError, RuntimeError):  # the latter for a damaged one, with GDAL's exceptions on
        return None


def ensure_table(path: str, table: str, columns: dict, geometry_type: int) -> None:
    """Create a table, or add the columns that an existing one lacks. ``columns``: name → kind."""
    with opened(path, update=True) as dataset:
        layer = dataset.GetLayerByName(table)
        if layer is None:
            _create_layer(dataset, table, columns, geometry_type)
            return
        for name, kind in columns.items():
            if layer.GetLayerDefn().GetFieldIndex(name) < 0:
                layer.CreateField(ogr.FieldDefn(name, kind))


def add_features(
    path: str, table: str, columns: dict, geometry: Iterable[Any] | None, feedback: Feedback = NO_FEEDBACK
) -> list[int]:
    """Add rows and return their ids.

    columns   name → values; moments are datetime64
    geometry  Shapely geometries in lon/lat, ISO WKB of those with M (Shapely before 2.1 has none), or None for a
              table without geometry

    Raises CaseError if a row cannot be written, and Cancelled.
    """
    if f.VALID_TO in columns:
        columns = {**columns, f.SHOWN_UNTIL: _shown_until(columns[f.VALID_TO])}
    count = len(next(iter(columns.values())))
    with opened(path, update=True) as dataset:
        layer = layer_of(dataset, table)
        definition = layer.GetLayerDefn()
        blobs = [None] * count if geometry is None else _blobs(geometry)
        multi = definition.GetGeomType() == ogr.wkbMultiPolygon
        indexes = {name: definition.GetFieldIndex(name) for name in columns}
        values = {name: [_field_value(value) for value in column] for name, column in columns.items()}
        dataset.StartTransaction()
        fids = []
        for row in range(count):
            check_cancelled(feedback)
            feature = ogr.Feature(definition)
            for name, index in indexes.items():
                if values[name][row] is not None:
                    feature.SetField(index, values[name][row])
            if blobs[row] is not None:
                shape = ogr.CreateGeometryFromWkb(blobs[row])
                feature.SetGeometryDirectly(ogr.ForceToMultiPolygon(shape) if multi else shape)
            if layer.CreateFeature(feature) != ogr.OGRERR_NONE:
                raise CaseError(Message("A row of {} cannot be written: {}", table, gdal.GetLastErrorMsg()))
            fids.append(feature.GetFID())
        _commit(dataset)
    return fids


def _commit(dataset: gdal.Dataset) -> None:
    if dataset.CommitTransaction() != ogr.OGRERR_NONE:
        reason = gdal.GetLastErrorMsg().rpartition(": ")[2]  # after the statement that failed
        raise CaseError(Message("The case cannot be written: {}. Is the disk full or write-protected?", reason))


def _blobs(geometry: Iterable[Any]) -> list[bytes | None]:
    # One by one: a call for all of them would hold Python's lock, and so block the GUI.
    return [
        each if each is None or isinstance(each, bytes) else shapely.to_wkb(each, output_dimension=3, flavor="iso")
        for each in geometry
    ]


def drop_table(path: str, table: str) -> None:
    """Delete a table with its rows."""
    with opened(path, update=True) as dataset:
        names = [dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())]
        dataset.DeleteLayer(names.index(table))


def delete_features(path: str, table: str, fids: Iterable[int]) -> None:
    """Delete the rows with these ids."""
    with opened(path, update=True) as dataset:
        layer = layer_of(dataset, table)
        dataset.StartTransaction()
        for fid in fids:
            layer.DeleteFeature(int(fid))
        _commit(dataset)


def set_ends(path: str, table: str, fids: Iterable[int], ends: ArrayLike) -> None:
    """Set the ends of rows' periods; NaT empties them."""
    with opened(path, update=True) as dataset:
        layer = layer_of(dataset, table)
        dataset.StartTransaction()
        for fid, end, shown_until in zip(fids, ends, _shown_until(ends)):
            feature = layer.GetFeature(int(fid))
            for field, value in ((f.VALID_TO, end), (f.SHOWN_UNTIL, shown_until)):
                if np.isnat(value):
                    feature.SetFieldNull(field)
                else:
                    feature.SetField(field, _field_value(value))
            if layer.SetFeature(feature) != ogr.OGRERR_NONE:
                raise CaseError(Message("A row of {} cannot be written: {}", table, gdal.GetLastErrorMsg()))
        _commit(dataset)


def _shown_until(ends: ArrayLike) -> np.ndarray:
    return np.asarray(ends, "datetime64[ms]") - np.timedelta64(1, "ms")


def _create_layer(dataset: gdal.Dataset, table: str, columns: dict, geometry_type: int) -> None:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    options = [f"FID={f.FID}", f"GEOMETRY_NAME={f.GEOM}"]
    layer = dataset.CreateLayer(table, reference if geometry_type != ogr.wkbNone else None, geometry_type, options)
    for name, kind in columns.items():
        layer.CreateField(ogr.FieldDefn(name, kind))
    if f.VALID_TO in columns:
        _keep_shown_until(dataset, layer, table)


def _keep_shown_until(dataset: gdal.Dataset, layer: ogr.Layer, table: str) -> None:
    """Add the field by which QGIS shows a row, and make it follow ``valid_to`` when that is edited, in QGIS too.

    It is not a generated column: SQLite would compute that again for each earlier row of a query, behind a geometry of
    many pages, although the index holds it.
    """
    layer.CreateField(ogr.FieldDefn(f.SHOWN_UNTIL, MOMENT))
    layer.SyncToDisk()  # GDAL creates the table only when it is first needed
    for statement in shown_until_triggers(table).values():
        dataset.ExecuteSQL(statement)


def _field_value(value: object) -> object:
    if isinstance(value, np.datetime64):
        return None if np.isnat(value) else f"{value}Z"
    if isinstance(value, str):
        return storable(value)
    return value.item() if isinstance(value, np.generic) else value
