"""Brings the coordinates of a source to lon/lat on WGS 84, or says why that can't be done."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pyproj
import shapely
from pyproj.exceptions import CRSError, ProjError

from ..core.errors import SourceError
from .tables import SourceTable

LONLAT = "EPSG:4326"
Extent = tuple  # (west, south, east, north) in degrees


def to_lonlat(table: SourceTable, crs_where_missing: str, extent: Extent | None) -> tuple[np.ndarray, list[str]]:
    """The table's geometries in lon/lat (EPSG:4326, x = longitude), and notes on what had to be done.

    crs_where_missing  CRS for a table that names none ("" = lon/lat, if the numbers can be degrees)
    extent             where the other maps lie. A table outside of it whose coordinates lie inside once x and
                       y are swapped is swapped. Without an extent only what can't be lon/lat at all is.

    Coordinates on the ellipsoid stay as they are (bit for bit); others are transformed vertex by vertex.
    Raises SourceError for a CRS that PROJ does not know or can't bring to WGS 84, and for a missing CRS where
    the numbers are no degrees.
    """
    notes = []
    geometry = table.geometry
    crs = table.crs or crs_where_missing
    if not crs:
        if not _can_be_degrees(shapely.total_bounds(geometry)):
            raise SourceError(
                f"{table.file}: names no coordinate reference system and its numbers are no degrees: set CRS."
            )
        notes.append("names no CRS: taken as lon/lat, WGS 84")
    elif not _is_lonlat(crs):
        return _transformed(geometry, crs, table.file), notes
    if _looks_swapped(geometry, extent):
        notes.append("x and y swapped: latitude stood first")
        geometry = shapely.transform(geometry, lambda xy: xy[:, ::-1])
    return geometry, notes


def outside_earth(geometry: np.ndarray) -> np.ndarray:
    """Mask of the geometries with a vertex off the globe: |longitude| > 180 or |latitude| > 90."""
    west, south, east, north = shapely.bounds(geometry).T
    with np.errstate(invalid="ignore"):
        return (west < -180) | (east > 180) | (south < -90) | (north > 90)


def common_extent(geometries: list[np.ndarray]) -> Extent | None:
    """Extent of those tables that lie where most others do; None where no two meet."""
    boxes = [shapely.total_bounds(geometry) for geometry in geometries]
    boxes = shapely.box(*np.array([box for box in boxes if np.isfinite(box).all()]).reshape(-1, 4).T)
    meetings = [int(shapely.intersects(box, boxes).sum()) for box in boxes]
    if not meetings or max(meetings) < 2:
        return None
    return tuple(shapely.total_bounds(boxes[shapely.intersects(boxes[int(np.argmax(meetings))], boxes)]))


def _looks_swapped(geometry: np.ndarray, extent: Extent | None) -> bool:
    west, south, east, north = shapely.total_bounds(geometry)
    if not np.isfinite([west, south, east, north]).all():
        return False
    if max(abs(south), abs(north)) > 90:
        return max(abs(west), abs(east)) <= 90 and max(abs(south), abs(north)) <= 180
    if extent is None:
        return False
    known = shapely.box(*extent)
    as_given, swapped = shapely.box(west, south, east, north), shapely.box(south, west, north, east)
    return not shapely.intersects(known, as_given) and bool(shapely.intersects(known, swapped))


def _can_be_degrees(bounds) -> bool:
    if np.isnan(bounds).any():
        return True  # nothing there
    return bool(max(abs(bounds[0]), abs(bounds[2])) <= 180 and max(abs(bounds[1]), abs(bounds[3])) <= 180)


@lru_cache(maxsize=64)
def _crs(text: str) -> pyproj.CRS:
    try:
        crs = pyproj.CRS.from_user_input(text)
        return crs.sub_crs_list[0] if crs.is_compound else crs  # heights are left out anyway
    except CRSError as error:
        raise SourceError(f"PROJ does not know the coordinate reference system {text[:120]!r}: {error}") from error


@lru_cache(maxsize=64)
def _is_lonlat(text: str) -> bool:
    crs = _crs(text)
    return crs.equals(_crs(LONLAT), ignore_axis_order=True) or crs.equals(_crs("OGC:CRS84"), ignore_axis_order=True)


@lru_cache(maxsize=64)
def _transformer(text: str) -> pyproj.Transformer:
    return pyproj.Transformer.from_crs(_crs(text), LONLAT, always_xy=True)


def _transformed(geometry: np.ndarray, crs: str, file: str) -> np.ndarray:
    try:
        transformer = _transformer(crs)
        return shapely.transform(geometry, lambda xy: np.column_stack(transformer.transform(*xy.T)))
    except ProjError as error:
        raise SourceError(f"{file}: its CRS, {_crs(crs).name!r}, can't be brought to lon/lat: {error}") from error
