"""Geometry of movements in lon/lat, from a table's geometry or from fields with text or numbers.

Handles swapped axes, single rows off the globe, lines that continue beyond 180°, and lines of several parts that are
one route: parts that join end to end, on the antimeridian too.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import shapely
from osgeo import gdal, ogr

from ...case.import_report import REPAIRED
from ...case.values import line_measures, text_of
from ...core.errors import SourceError
from ...core.messages import Message, as_message, joined
from ..files.coordinates import SWAPPED, points_of, to_lonlat
from ..files.tables import SourceTable
from .detection import NoMovements, given_column, most_are, spelled
from .options import MovementOptions

_LON, _LAT = ("lon", "longitude", "long", "lng", "x"), ("lat", "latitude", "y")
_WKT = re.compile(r"\s*(?:SRID=(\d+);)?\s*((?:MULTI)?(?:LINESTRING|POINT)\s*(?:Z|M|ZM)?\s*[(E].*)", re.I | re.S)


def placed(table: SourceTable, options: MovementOptions) -> tuple[SourceTable, set[str]]:
    """Return a table with its geometry, possibly WKT in one field or coordinates in two, and the fields used for it.

    Raises NoMovements if it has none.
    """
    texts = given_column(table, options.wkt_field)
    numbers = given_column(table, options.lon_field), given_column(table, options.lat_field)
    has_geometry = not shapely.is_missing(table.geometry).all()
    if has_geometry and table.crs and not (texts or all(numbers)):
        return table, set()
    if not all(numbers):
        # Also if GDAL has found it, in CSV: only here can a value that is not WKT be reported.
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
            Message(
                "{}: has neither lines nor points, nor fields with coordinates or WKT. Fields: {}.",
                table.file,
                ", ".join(table.columns) or "none",
            )
        )
    geometry = points_of(table, *numbers)
    bad = {int(row): _no_place(table, numbers, row) for row in np.flatnonzero(shapely.is_missing(geometry))}
    return replace(table, geometry=geometry, unreadable={**bad, **table.unreadable}), set(numbers)


def _no_place(table: SourceTable, columns, row: int) -> Message:
    values = joined(Message("{} is {!r:.40}", name, table.columns[name][row]) for name in columns)
    return Message("no coordinates: {}", values)


def _from_wkt(table: SourceTable, column: str) -> SourceTable:
    """Read geometries by GDAL, which keeps M. The first reference number (SRID) counts for all rows."""
    geometry = np.empty(len(table), object)
    unreadable, measures, crs = dict(table.unreadable), {}, table.crs
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        for row, value in enumerate(table.columns[column]):
            match = _WKT.fullmatch(text_of(value))
            blob = _wkb(match.group(2)) if match else None
            geometry[row] = None if blob is None else shapely.from_wkb(blob, on_invalid="ignore")
            if geometry[row] is None:
                reason = Message("{} is not a line or point in WKT: {!r:.80}", column, text_of(value))
                unreadable.setdefault(row, reason)
                continue
            crs = crs or (f"EPSG:{match.group(1)}" if match.group(1) not in (None, "0") else "")
            if (values := line_measures(blob)) is not None:
                measures[row] = values
    finally:
        gdal.PopErrorHandler()
    return replace(table, geometry=geometry, unreadable=unreadable, measures=measures, crs=crs)


def _wkb(text: str) -> bytes | None:
    try:
        made = ogr.CreateGeometryFromWkt(text)
    except RuntimeError:  # if another plugin has turned GDAL's exceptions on
        return None
    return None if made is None else bytes(made.ExportToIsoWkb())


def are_wkt(column) -> bool:
    """Return whether at least half of the filled values of a column are WKT of lines or points."""
    return most_are(column, lambda text: _WKT.fullmatch(text) is not None, share=0.5)


_LINE_TYPES = (shapely.GeometryType.LINESTRING.value, shapely.GeometryType.MULTILINESTRING.value)
_MOST = 0.6  # least share of the vertices inside the case's extent


def in_lonlat(table: SourceTable, options: MovementOptions) -> tuple[np.ndarray, list[tuple[str, Message]]]:
    """Transform as ``coordinates.to_lonlat``, but tolerate single rows off the globe; also return notes on the changes.

    Axes of lines are swapped as those of territories are, and also if most vertices lie in the extent only once x and y
    are swapped: a movement along a parallel has no area that could be compared.
    """
    stray = np.zeros(len(table), bool) if table.crs or options.crs else _stray(table.geometry)
    given = np.where(stray, None, table.geometry)
    try:
        geometry, notes = to_lonlat(replace(table, geometry=given), options.crs, options.extent)
    except SourceError as error:
        reason = as_message(error)
        raise SourceError(reason if table.file in reason.args else Message("{}: {}", table.file, reason)) from error
    if geometry is given and options.extent is not None and _looks_swapped(geometry, options.extent):
        notes.append((REPAIRED, SWAPPED))
        geometry = shapely.transform(geometry, lambda xy: xy[:, ::-1])
    geometry[stray] = table.geometry[stray]
    return geometry, notes


def running_on(geometry: np.ndarray) -> np.ndarray:
    """Return the mask of lines that leave -180..180 without a jump, stay within -360..360, and so continue there."""
    mask = np.zeros(len(geometry), bool)
    with np.errstate(invalid="ignore"):
        west, south, east, north = shapely.bounds(geometry).T
        candidates = (west >= -360) & (east <= 360) & (south >= -90) & (north <= 90) & ((west < -180) | (east > 180))
    for row in np.flatnonzero(candidates & np.isin(shapely.get_type_id(geometry), _LINE_TYPES)):
        lon, part = shapely.get_coordinates(shapely.get_parts(geometry[row]), return_index=True)
        steps = np.abs(np.diff(lon[:, 0]))[np.diff(part) == 0]
        mask[row] = (steps < 180).all()
    return mask


def _stray(geometry: np.ndarray) -> np.ndarray:
    """Return which rows cannot be degrees although most can: single bad rows, not a sign of another CRS."""
    with np.errstate(invalid="ignore"):
        bounds = np.abs(shapely.bounds(geometry))
    # A line that continues across the antimeridian is as much a sign of degrees as any other.
    runs_on = running_on(geometry) & (bounds[:, [0, 2]].min(axis=1) <= 180)
    off = (bounds > 180).any(axis=1) & ~runs_on
    is_single = 2 * off.sum() < (~shapely.is_missing(geometry)).sum()
    return (off & is_single) | runs_on


def _looks_swapped(geometry: np.ndarray, extent: tuple) -> bool:
    points = shapely.get_coordinates(geometry)
    if len(points) == 0:
        return False
    low, high = np.array(extent[:2]), np.array(extent[2:])
    as_given, swapped = (((xy >= low) & (xy <= high)).all(axis=1).mean() for xy in (points, points[:, ::-1]))
    return bool(as_given < 1 - _MOST and swapped > _MOST)


_SAME_DEG = 1e-9  # a tenth of a millimetre: to within rounding
_TURN = 360.0


def with_joined_parts(table: SourceTable) -> tuple[SourceTable, dict[int, int]]:
    """Return a table of lines in lon/lat with parts joined if each begins where the one before ends; row → joints.

    They may meet on either side of the antimeridian, where RFC 7946 (GeoJSON) asks that lines be cut. The vertex at
    which two parts meet is kept once, unless its M values differ. The second result is the number of joints of each row
    with any.
    """
    geometry, measures, joints = table.geometry.copy(), dict(table.measures), {}
    for row in np.flatnonzero(shapely.get_num_geometries(geometry) > 1).tolist():
        values = measures.get(row)
        if values is not None and len(values) != shapely.get_num_coordinates(geometry[row]):
            continue
        parts = [part for part in shapely.get_parts(geometry[row]) if not shapely.is_empty(part)]
        lines, values, count = _joined([shapely.get_coordinates(part) for part in parts], values)
        if count:
            made = [shapely.linestrings(line) for line in lines]
            geometry[row] = made[0] if len(made) == 1 else shapely.multilinestrings(made)
            joints[row] = count
            if values is not None:
                measures[row] = values
    return replace(table, geometry=geometry, measures=measures), joints


def _joined(parts: list[np.ndarray], values: np.ndarray | None):
    """Return the coordinates of the lines that parts make, their M values, and the number of joints."""
    lines, kept, joints, begin = [], [], 0, 0
    for points in parts:
        part_values = None if values is None else values[begin : begin + len(points)]
        begin += len(points)
        if lines and _meet(lines[-1][-1], points[0]):
            is_double = part_values is None or part_values[0] == kept[-1]
            lines[-1] = np.concatenate([lines[-1], points[1 if is_double else 0 :]])
            joints += 1
        else:
            is_double = False
            lines.append(points)
        kept += [] if part_values is None else part_values[1 if is_double else 0 :].tolist()
    return lines, None if values is None else np.array(kept), joints


def _meet(end: np.ndarray, begin: np.ndarray) -> bool:
    east, north = np.abs(begin - end)
    return north <= _SAME_DEG and abs(east - _TURN * np.round(east / _TURN)) <= _SAME_DEG
