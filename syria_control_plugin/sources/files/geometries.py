"""Geometries of GDAL, or of a column of text (WKT, GeoJSON, hexadecimal WKB), as Shapely geometries."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import shapely
from osgeo import ogr

from ...case.values import line_measures, shapes_from_wkb
from ...core.errors import SourceError
from ...core.feedback import Feedback, check_cancelled
from ...core.messages import Message
from .contents import check_crs_of
from .tables import SourceTable

# Usual names of a column with geometries; among several columns with some, the first of these counts.
_NAMES = (
    "wkt", "wkt_geom", "geometry", "geom", "the_geom", "shape", "wkb_geometry", "geometry_wkt", "geom_wkt", "wkb_geom",
    "geojson", "polygon", "wkt_geometry", "geometria", "geometrie", "wkb", "ewkt", "ewkb", "geography", "geo_shape",
)  # fmt: skip
_KIND = (
    "(?:MULTI)?(?:POINT|LINESTRING|POLYGON|CURVE|SURFACE)|CURVEPOLYGON|COMPOUNDCURVE|CIRCULARSTRING|GEOMETRYCOLLECTION"
)
_WKT = re.compile(rf"\s*(?:SRID=(\d{{1,9}});)?\s*((?:{_KIND})\s*(?:ZM?|M)?\s*(?:\(|EMPTY))", re.I | re.ASCII)
_JSON = re.compile(r'\s*\{.{0,200}?"type"\s*:\s*"(?:(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)"', re.S)
# An id may consist of such digits too: byte order, type, then pairs of digits.
_HEX = re.compile(r"(?:01[0-9a-f]{4}00[02468ace]0|00[02468ace]000[0-9a-f]{4})(?:[0-9a-f]{2}){4,}\s*\Z", re.I | re.ASCII)
_SRID_FLAG = 0x20000000  # of EWKB, in the type
_SAMPLE = 500
_MOST = 0.5  # least share of the filled cells that hold a geometry


def geometry_fields(columns: dict[str, list]) -> list[str]:
    """Return the columns that hold geometries as text, first those of a usual name."""
    ranks = {name: number for number, name in enumerate(_NAMES)}
    held = [name for name, values in columns.items() if _hold_geometry(values)]
    return sorted(held, key=lambda name: ranks.get(name.casefold(), len(ranks)))


def choice_notes(held: list[str]) -> list[tuple[None, Message]]:
    """Return a note for a table if several of its columns hold geometries, of which the first is read."""
    if len(held) < 2:
        return []
    return [(None, Message("several columns hold geometries ({}): {!r} is read", ", ".join(held), held[0]))]


def _hold_geometry(values: list) -> bool:
    if not isinstance(next((value for value in values if value is not None), None), str):
        return False
    step = max(len(values) // _SAMPLE, 1)
    texts = [value for value in values[::step] if isinstance(value, str) and value.strip()]
    return bool(texts) and sum(map(_is_geometry, texts)) >= _MOST * len(texts)


def _is_geometry(text: str) -> bool:
    return any(pattern.match(text) for pattern in (_WKT, _JSON, _HEX))


def with_text_geometry(table: SourceTable, feedback: Feedback) -> SourceTable:
    """Return a table without geometries with those that one of its columns holds as text; any other as it is.

    A reference number (SRID) gives the CRS of a table that names none; rows of another one are not read. Raises
    Cancelled.
    """
    if not shapely.is_missing(table.geometry).all():
        return table
    held = [table.geometry_field] if table.geometry_field else geometry_fields(table.columns)
    if not held:
        return table
    name = held[0]
    refused: dict[int, Message] = {}
    blobs: list[bytes | None] = []
    srids: dict[int, str] = {}
    for row, value in enumerate(table.columns[name]):
        check_cancelled(feedback)
        text = value.strip() if isinstance(value, str) else ""
        blob, srid = _read(row, name, text, refused) if text else (None, "")
        blobs.append(blob)
        if srid:
            srids[row] = srid
    first = next(iter(srids.values()), "")
    for row, srid in srids.items():
        if srid != first:
            refused[row] = Message("its geometry has the SRID {}, others have {}", srid, first)
            blobs[row] = None
    geometry, unreadable = geometries_of(blobs, feedback)
    return replace(
        table,
        notes=[*table.notes, *choice_notes(held)],
        geometry=geometry,
        geometry_field=name,
        crs=table.crs or (f"EPSG:{first}" if first else ""),
        unreadable={**unreadable, **refused, **table.unreadable},
        measures=measures_of(blobs),
    )


def _read(row: int, name: str, text: str, refused: dict[int, Message]) -> tuple[bytes | None, str]:
    """Return the ISO WKB of a text and its SRID, "" for none; None, with the reason, if it cannot be read."""
    try:
        blob, srid = _from_text(text)
    except SourceError as error:  # GDAL would fetch its CRS
        refused[row] = error.args[0]
        return None, ""
    except (RuntimeError, ValueError):  # if another plugin has turned GDAL's exceptions on; not hexadecimal
        blob, srid = None, ""
    if blob is None:
        refused[row] = Message("{} is not a geometry: {!r:.80}", name, text)
    return blob, srid


def _from_text(text: str) -> tuple[bytes | None, str]:
    if text.startswith("{"):
        check_crs_of(text)
        return iso_wkb(ogr.CreateGeometryFromJson(text)), ""
    if _HEX.match(text):
        blob, srid = _without_srid(bytes.fromhex(text))
        return iso_wkb(ogr.CreateGeometryFromWkb(blob)), srid
    match = _WKT.match(text)
    srid = match[1] if match and match[1] else ""
    if match:
        text = text[match.start(2) :]
    return iso_wkb(ogr.CreateGeometryFromWkt(text)), srid if srid.strip("0") else ""


def _without_srid(blob: bytes) -> tuple[bytes, str]:
    """Return WKB without the reference number of EWKB, and that number, "" for none or 0."""
    order = "little" if blob[0] == 1 else "big"
    kind = int.from_bytes(blob[1:5], order)
    if not kind & _SRID_FLAG:
        return blob, ""
    srid = int.from_bytes(blob[5:9], order)
    return blob[:1] + (kind & ~_SRID_FLAG).to_bytes(4, order) + blob[9:], str(srid) if srid else ""


def iso_wkb(geometry) -> bytes | None:
    """Return the ISO WKB of a geometry of GDAL without curves, surfaces as polygons; None for None."""
    if geometry is None:
        return None
    if geometry.HasCurveGeometry():
        geometry = geometry.GetLinearGeometry()
    if ogr.GT_Flatten(geometry.GetGeometryType()) in (ogr.wkbPolyhedralSurface, ogr.wkbTIN, ogr.wkbTriangle):
        geometry = ogr.ForceToMultiPolygon(geometry)
    return bytes(geometry.ExportToIsoWkb())


def measures_of(blobs: list) -> dict[int, np.ndarray]:
    """Return row → M values, for the lines that have any; ``blobs``: ISO WKB or None."""
    measures = ((row, line_measures(blob)) for row, blob in enumerate(blobs))
    return {row: values for row, values in measures if values is not None}


def geometries_of(blobs: list, feedback: Feedback) -> tuple[np.ndarray, dict[int, Message]]:
    """Return the geometries of ISO WKB (None stays None), and row → why one cannot be built. Raises Cancelled."""
    geometry = shapes_from_wkb(blobs, on_invalid="ignore", feedback=feedback)
    unreadable = {}
    given = np.array([blob is not None for blob in blobs], bool)
    for row in np.flatnonzero(given & shapely.is_missing(geometry)):
        # GEOS refuses rings that are not closed; GDAL can close them.
        closed = ogr.CreateGeometryFromWkb(blobs[row])
        closed.CloseRings()
        geometry[row] = shapely.from_wkb(bytes(closed.ExportToIsoWkb()), on_invalid="ignore")
        if geometry[row] is None:
            is_line = ogr.GT_Flatten(closed.GetGeometryType()) in (ogr.wkbLineString, ogr.wkbMultiLineString)
            lacking = (
                Message("line with fewer than two points") if is_line else Message("ring with fewer than four points")
            )
            unreadable[int(row)] = Message("the geometry cannot be built: {}", lacking)
    return geometry, unreadable
