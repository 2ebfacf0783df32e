"""Where the rows of a table are: its geometry, or text and numbers that say so."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import shapely
from osgeo import gdal, ogr

from ...core.told import Told
from ..files.measures import line_measures
from ..files.positions import points_of
from ..files.tables import SourceTable
from ..files.values import text_of
from .movement_fields import NoMovements, given_column, most_are, spelled
from .movement_options import MovementOptions

_LON, _LAT = ("lon", "longitude", "long", "lng", "x"), ("lat", "latitude", "y")
_WKT = re.compile(r"\s*(?:SRID=(\d+);)?\s*((?:MULTI)?(?:LINESTRING|POINT)\s*(?:Z|M|ZM)?\s*[(E].*)", re.I | re.S)


def placed(table: SourceTable, options: MovementOptions) -> tuple[SourceTable, set[str]]:
    """A table with its geometry, which may stand in a field as WKT or in two with coordinates; and those fields.

    Raises NoMovements where it has none.
    """
    texts = given_column(table, options.wkt_field)
    numbers = given_column(table, options.lon_field), given_column(table, options.lat_field)
    has_geometry = not shapely.is_missing(table.geometry).all()
    if has_geometry and table.crs and not (texts or all(numbers)):
        return table, set()
    if not all(numbers):
        # Also where GDAL has found it, in CSV: read here, what is no WKT can be told.
        texts = texts or next((name for name in table.columns if are_wkt(table.columns[name])), "")
        if texts:
            return _from_wkt(table, texts), {texts}
        if has_geometry:
            return table, set()
        guessed = (next(iter(spelled(table, names)), "") for names in (_LON, _LAT))
        numbers = tuple(given or other for given, other in zip(numbers, guessed))
    if not all(numbers):
        if table.unreadable:
            return table, set()
        raise NoMovements(
            Told(
                "{}: has neither lines nor points, nor fields with coordinates or WKT; its fields are: {}.",
                table.file,
                ", ".join(table.columns) or "none",
            )
        )
    geometry = points_of(table, *numbers)
    bad = {int(row): _no_place(table, numbers, row) for row in np.flatnonzero(shapely.is_missing(geometry))}
    return replace(table, geometry=geometry, unreadable={**bad, **table.unreadable}), set(numbers)


def _no_place(table: SourceTable, columns, row: int) -> str:
    return "no coordinates: " + ", ".join(f"{name} is {table.columns[name][row]!r:.40}" for name in columns)


def _from_wkt(table: SourceTable, column: str) -> SourceTable:
    """By GDAL, which keeps M. Of a reference number (SRID) the first one counts for all."""
    geometry = np.empty(len(table), object)
    unreadable, measures, crs = dict(table.unreadable), {}, table.crs
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        for row, value in enumerate(table.columns[column]):
            found = _WKT.fullmatch(text_of(value))
            blob = _wkb(found.group(2)) if found else None
            geometry[row] = None if blob is None else shapely.from_wkb(blob, on_invalid="ignore")
            if geometry[row] is None:
                reason = Told("{} is no line or point as WKT: {!r:.80}", column, text_of(value))
                unreadable.setdefault(row, reason)
                continue
            crs = crs or (f"EPSG:{found.group(1)}" if found.group(1) not in (None, "0") else "")
            if (values := line_measures(blob)) is not None:
                measures[row] = values
    finally:
        gdal.PopErrorHandler()
    return replace(table, geometry=geometry, unreadable=unreadable, measures=measures, crs=crs)


def _wkb(text: str) -> bytes | None:
    try:
        made = ogr.CreateGeometryFromWkt(text)
    except RuntimeError:  # where some other plugin has turned GDAL's exceptions on
        return None
    return None if made is None else bytes(made.ExportToIsoWkb())


def are_wkt(column) -> bool:
    return most_are(column, lambda text: _WKT.fullmatch(text) is not None, share=0.5)
