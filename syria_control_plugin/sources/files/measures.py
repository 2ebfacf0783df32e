"""Geometries of GDAL as Shapely's; and M values of lines, by which they carry times, which Shapely before 2.1 drops."""

from __future__ import annotations

import re
import struct

import numpy as np
import shapely
from osgeo import ogr

from ...core.told import Told
from ..wkb import shapes_from_wkb

_LINE, _MULTILINE = 2, 5
_HEX_WKB = re.compile(r"0[01][0-9a-f]{8}", re.IGNORECASE)


def wkb_of(geometry) -> bytes | None:
    """ISO WKB of a geometry of GDAL, without arcs, as Shapely can read it; None stays None."""
    if geometry is None:
        return None
    if geometry.HasCurveGeometry():
        geometry = geometry.GetLinearGeometry()
    if ogr.GT_Flatten(geometry.GetGeometryType()) in (ogr.wkbPolyhedralSurface, ogr.wkbTIN, ogr.wkbTriangle):
        geometry = ogr.ForceToMultiPolygon(geometry)
    return bytes(geometry.ExportToIsoWkb())


def measures_of(blobs: list) -> dict[int, np.ndarray]:
    """Row → M values, of the lines that have any; ``blobs``: ISO WKB or None."""
    found = ((row, line_measures(blob)) for row, blob in enumerate(blobs))
    return {row: values for row, values in found if values is not None}


def geometries(blobs: list) -> tuple[np.ndarray, dict[int, str]]:
    """(n,) Shapely geometries of ISO WKB, None where there is none; and row → why it can't be built."""
    geometry = shapes_from_wkb(blobs, on_invalid="ignore")
    unreadable = {}
    given = np.array([blob is not None for blob in blobs], bool)
    for row in np.flatnonzero(given & shapely.is_missing(geometry)):
        # GEOS refuses rings that are not closed; GDAL can close them.
        closed = ogr.CreateGeometryFromWkb(blobs[row])
        closed.CloseRings()
        geometry[row] = shapely.from_wkb(bytes(closed.ExportToIsoWkb()), on_invalid="ignore")
        if geometry[row] is None:
            is_line = ogr.GT_Flatten(closed.GetGeometryType()) in (ogr.wkbLineString, ogr.wkbMultiLineString)
            lacking = Told("line with fewer than two points") if is_line else Told("ring with fewer than four points")
            unreadable[int(row)] = Told("geometry can't be built: a {}", lacking)
    return geometry, unreadable


def wkb_of_text(text: str) -> bytes | None:
    """ISO WKB of a geometry as WKT, GeoJSON or hexadecimal WKB; None for what is none of these."""
    text = text.strip()
    try:
        if text.startswith("{"):
            return wkb_of(ogr.CreateGeometryFromJson(text))
        if _HEX_WKB.match(text):
            return wkb_of(ogr.CreateGeometryFromWkb(bytes.fromhex(text)))
        return wkb_of(ogr.CreateGeometryFromWkt(text))
    except (RuntimeError, ValueError):  # where some other plugin has turned GDAL's exceptions on; no hexadecimals
        return None


def line_measures(wkb: bytes | None) -> np.ndarray | None:
    """M of the vertices of a line or multiline, part after part; None for what is no such line or has no M.

    wkb  ISO WKB in this machine's byte order or the other
    """
    if wkb is None or len(wkb) < 9:
        return None
    kind, count = _header(wkb, 0)
    if kind // 1000 not in (2, 3) or kind % 1000 not in (_LINE, _MULTILINE):
        return None
    starts, end = [0], 0
    if kind % 1000 == _MULTILINE:
        starts, end = [], 9
        for _ in range(count):
            starts.append(end)
            end += 9 + _header(wkb, end)[1] * _vertex_bytes(kind)
    parts = []
    for start in starts:
        order, vertices = "<" if wkb[start] else ">", _header(wkb, start)[1]
        size = _vertex_bytes(kind) // 8
        parts.append(np.frombuffer(wkb, f"{order}f8", vertices * size, start + 9).reshape(-1, size)[:, -1])
    return np.concatenate([np.zeros(0), *parts])


def measured_line(lonlat: np.ndarray, measures: np.ndarray) -> bytes:
    """ISO WKB of a LineStringM: (n, 2) and (n,)."""
    vertices = np.column_stack([lonlat, measures]).astype("<f8")
    return struct.pack("<BII", 1, 2000 + _LINE, len(vertices)) + vertices.tobytes()


def _header(wkb: bytes, start: int) -> tuple[int, int]:
    """Kind of a geometry, and how many vertices or parts it has."""
    return struct.unpack_from("<II" if wkb[start] else ">II", wkb, start + 1)


def _vertex_bytes(kind: int) -> int:
    return 24 if kind // 1000 == 2 else 32
