"""Coordinates of a source in lon/lat on WGS 84, from geometries or from two columns; an error if that is impossible."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
import shapely
from osgeo import gdal, ogr, osr

from ...case.import_report import NOTED, REPAIRED
from ...case.values import number_of
from ...core.errors import SourceError
from ...core.feedback import NO_FEEDBACK, Feedback, check_cancelled
from ...core.geometry.polygons import are_finite, outside_earth
from ...core.messages import Message
from .contents import check_crs_files
from .opening import offline
from .tables import SourceTable

LONLAT = "EPSG:4326"
SWAPPED = Message("x and y swapped: latitude came first")
_WITH_HEIGHT = "EPSG:4979"  # GDAL's CRS of a GeoJSON file with Z
Extent = tuple  # (west, south, east, north) in degrees
_MOST = 0.6  # least share of a map inside the extent of the other maps
_FARTHEST = 1.4e8  # largest possible coordinate: the Earth's circumference in feet


def to_lonlat(
    table: SourceTable, crs_where_missing: str, extent: Extent | None, feedback: Feedback = NO_FEEDBACK
) -> tuple[np.ndarray, list[tuple[str, Message]]]:
    """Return the table's geometries in lon/lat (EPSG:4326, x = longitude), and notes on the changes made.

    crs_where_missing  CRS for a table that names none ("" = lon/lat, if the numbers can be degrees)
    extent             extent of the other maps. A table outside of it whose coordinates lie inside once x and y are
                       swapped is swapped. Without an extent, only a table that cannot be lon/lat at all is.

    Coordinates on the ellipsoid stay unchanged (bit for bit); others are transformed vertex by vertex. A row that PROJ
    cannot place on the globe stays unchanged, and is ``outside_earth`` too. Raises SourceError for a CRS that PROJ does
    not know or cannot transform to WGS 84, and for a missing CRS if the numbers are not degrees; Cancelled.
    """
    notes: list[tuple[str, Message]] = []
    geometry = table.geometry
    if len(geometry) == 0:
        return geometry, notes
    crs = table.crs or crs_where_missing
    if not crs:
        if not _can_be_degrees(shapely.total_bounds(geometry)):
            raise SourceError(
                Message(
                    "{}: has no coordinate reference system, and its coordinates are not degrees. Set CRS.", table.file
                )
            )
        notes.append((NOTED, Message("has no CRS: read as longitude and latitude, WGS 84")))
    elif not _is_lonlat(crs):
        return _transformed(geometry, crs, table.file, feedback), notes
    if _looks_swapped(geometry, extent):
        notes.append((REPAIRED, SWAPPED))
        geometry = shapely.transform(geometry, lambda xy: xy[:, ::-1])
    return geometry, notes


def common_extent(geometries: list[np.ndarray]) -> Extent | None:
    """Return the extent of those tables that lie where most others do; None if no two overlap."""
    bounds_of_tables = [shapely.total_bounds(geometry) for geometry in geometries if len(geometry)]
    boxes = shapely.box(
        *np.array([bounds for bounds in bounds_of_tables if np.isfinite(bounds).all()]).reshape(-1, 4).T
    )
    meetings = [_share(box, boxes) > _MOST for box in boxes]
    most = max(meetings, key=np.sum, default=np.zeros(0, bool))
    return tuple(shapely.total_bounds(boxes[most])) if most.sum() >= 2 else None


def _looks_swapped(geometry: np.ndarray, extent: Extent | None) -> bool:
    given = geometry[np.isfinite(shapely.bounds(geometry)).all(axis=1)]
    off = outside_earth(given)
    turned = ~outside_earth(shapely.transform(given, lambda xy: xy[:, ::-1]))
    # One row off the globe is one bad row; if most rows are, the axes of the file are swapped.
    if len(given) and (off & turned).mean() > 0.5:
        return True
    if extent is None or off.all():
        return False
    west, south, east, north = shapely.total_bounds(given[~off])
    known = shapely.box(*extent)
    as_given, swapped = shapely.box(west, south, east, north), shapely.box(south, west, north, east)
    # An overlap alone proves nothing: Syria with x and y swapped has a corner in Syria.
    return bool(_share(as_given, known) < 1 - _MOST and _share(swapped, known) > _MOST)


def _share(one, others):
    """Return the share of the smaller of two boxes that lies in the other, 0 to 1; 0 for boxes without an area."""
    smaller = np.minimum(shapely.area(one), shapely.area(others))
    with np.errstate(invalid="ignore"):  # of infinite areas the share is NaN, which proves nothing
        return shapely.area(shapely.intersection(one, others)) / np.where(smaller > 0, smaller, np.inf)


def _can_be_degrees(bounds) -> bool:
    if np.isnan(bounds).any():
        return True  # no coordinates
    return bool(max(abs(bounds[0]), abs(bounds[2])) <= 180 and max(abs(bounds[1]), abs(bounds[3])) <= 180)


def _reference(text: str) -> osr.SpatialReference:
    check_crs_files(text)
    reference = osr.SpatialReference()
    try:
        problem = reference.SetFromUserInput(text) != ogr.OGRERR_NONE
    except RuntimeError:
        problem = True
    if problem:
        raise SourceError(Message("PROJ does not know the coordinate reference system {!r}", text[:120]))
    if reference.IsCompound():
        reference.StripVertical()  # heights are left out anyway
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


@lru_cache(maxsize=64)
def _is_lonlat(text: str) -> bool:
    reference = _reference(text)
    options = ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS"]
    return any(reference.IsSame(_reference(known), options) for known in (LONLAT, "OGC:CRS84", _WITH_HEIGHT))


def _transformed(geometry: np.ndarray, crs: str, file: str, feedback: Feedback) -> np.ndarray:
    # By GDAL, which works in any thread: pyproj 3.7 crashes in QGIS's worker threads.
    moved = np.empty(len(geometry), dtype=object)
    vertices, owner = shapely.get_coordinates(geometry, return_index=True)
    is_far = np.zeros(len(geometry), bool)
    is_far[owner[~(np.abs(vertices) <= _FARTHEST).all(axis=1)]] = True  # PROJ never ends over 1e300
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        with offline():  # PROJ may fetch grids
            to_lonlat = osr.CreateCoordinateTransformation(_reference(crs), _reference(LONLAT))
            if to_lonlat is None:
                raise RuntimeError(gdal.GetLastErrorMsg())
            for row, blob in enumerate(shapely.to_wkb(geometry, output_dimension=3)):
                check_cancelled(feedback)
                if blob is not None and not is_far[row]:
                    moved[row] = _moved(ogr.CreateGeometryFromWkb(blob), to_lonlat)
    except RuntimeError as error:
        raise SourceError(
            Message("{}: its CRS {!r} cannot be transformed to longitude and latitude: {}", file, crs[:80], error)
        ) from error
    finally:
        gdal.PopErrorHandler()
    lost = shapely.is_missing(moved) & ~shapely.is_missing(geometry)
    moved[lost] = geometry[lost]
    lost &= ~outside_earth(moved)
    moved[lost] = shapely.transform(geometry[lost], lambda xy: np.full_like(xy, np.inf))
    return moved


def _moved(shape: ogr.Geometry, to_lonlat: osr.CoordinateTransformation):
    """Return the geometry in lon/lat; None if one of its vertices cannot be transformed."""
    try:
        is_placed = shape.Transform(to_lonlat) == ogr.OGRERR_NONE
    except RuntimeError:  # if another plugin has turned GDAL's exceptions on
        is_placed = False
    return shapely.from_wkb(bytes(shape.ExportToIsoWkb()), on_invalid="ignore") if is_placed else None


def positions(table: SourceTable, lon: str, lat: str, crs: str) -> tuple[np.ndarray, list[tuple[str, Message]]]:
    """Return the (n, 2) longitude and latitude on WGS 84 of each row, NaN if it has none on the globe; and notes.

    A geometry counts by its centroid. If no row has one but as text, the columns ``lon`` and ``lat`` count. Raises
    SourceError as ``to_lonlat``.
    """
    geometry = table.geometry.copy()
    geometry[shapely.is_empty(geometry) | ~are_finite(geometry)] = None
    if lon and lat and (table.geometry_field or shapely.is_missing(geometry).all()):
        geometry = points_of(table, lon, lat)
    if not (table.crs or crs):
        no_degrees = (np.abs(shapely.bounds(geometry)) > 180).any(axis=1)
        # A few such rows are bad rows; if most are like that, a CRS is missing, which ``to_lonlat`` reports.
        if no_degrees.sum() < len(geometry) / 2:
            geometry[no_degrees] = None
    geometry, notes = to_lonlat(replace(table, geometry=geometry), crs, None)
    geometry[outside_earth(geometry)] = None
    centres = shapely.centroid(geometry)
    return np.column_stack([shapely.get_x(centres), shapely.get_y(centres)]), notes


def points_of(table: SourceTable, lon: str, lat: str) -> np.ndarray:
    """Return (n,) points of two columns with numbers, None if one of them is not a number."""
    numbers = np.array([[number_of(value) for value in table.columns[name]] for name in (lon, lat)])
    usable = np.isfinite(numbers).all(axis=0)
    points = np.empty(len(table), object)
    points[usable] = shapely.points(*numbers[:, usable])
    return points
