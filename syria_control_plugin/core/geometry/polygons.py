"""Conversion of any geometry to clean areas: every row is a polygon or multipolygon, or rejected with a reason."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import ArrayLike

from ..arrays import batches
from ..feedback import NO_FEEDBACK, Feedback, report_progress
from ..messages import Message

# Checking these takes half a second at most, even if the boxes of all segments of a geometry meet one another.
_SQUARED_VERTICES_AT_ONCE = 5_000**2
# A GEOS call cannot be cancelled. These take about a second; ten times as many take a minute.
_LARGEST, _LARGEST_INVALID = 200_000, 50_000  # vertices
_MOST_MEETING, _MOST_MEETING_INVALID = 20_000_000, 2_000  # pairs of boxes of segments, beyond the usual
_USUAL_MEETING = 3  # boxes that a segment's box meets: itself, the one before and the one after
_SMALL = 40  # vertices; the worst geometry with these is repaired in a tenth of a second
_SEGMENTS_AT_ONCE = 256
_POLYGON, _COLLECTION = shapely.GeometryType.POLYGON.value, shapely.GeometryType.GEOMETRYCOLLECTION.value
AREAL_TYPES = (_POLYGON, shapely.GeometryType.MULTIPOLYGON.value)  # type ids
_NAMES = (
    "Point",
    "LineString",
    "LinearRing",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection",
)


@dataclass(frozen=True)
class RepairedPolygons:
    """Clean areas and what was done to them.

    geometry  (n,) valid 2D polygons and multipolygons, None if the row was rejected
    repaired  row → what was repaired
    rejected  row → why it cannot be used
    flattened number of rows in use whose Z values were dropped, and M with them, which changes no area
    """

    geometry: np.ndarray
    repaired: dict[int, Message] = field(default_factory=dict)
    rejected: dict[int, Message] = field(default_factory=dict)
    flattened: int = 0


def repair_polygons(geometry: ArrayLike, feedback: Feedback = NO_FEEDBACK) -> RepairedPolygons:
    """Return areas made from any geometries, (n,), in any CRS.

    Self-crossing rings are split where they cross. Parts of a multipolygon that overlap are merged, so that an area
    covered twice counts once. The part of a hole outside its polygon is ignored. Of a mixed collection, the polygons
    are kept. Null and empty geometries, coordinates that are not numbers, and geometries without an area are rejected.
    """
    clean = np.array(geometry, dtype=object).reshape(-1)
    repaired: dict[int, Message] = {}
    rejected: dict[int, Message] = {}
    for row in np.flatnonzero(shapely.is_missing(clean)):
        rejected[int(row)] = Message("no geometry")
    for row in np.flatnonzero(shapely.is_empty(clean)):
        rejected[int(row)] = Message("empty geometry")
    deep = shapely.has_z(clean) & ~shapely.is_empty(clean)
    clean = shapely.force_2d(clean)
    for row in np.flatnonzero(~are_finite(clean)):
        rejected.setdefault(int(row), Message("coordinates that are not numbers"))
    usable = np.ones(len(clean), bool)
    usable[list(rejected)] = False
    kind = shapely.get_type_id(clean)
    good = usable & np.isin(kind, AREAL_TYPES)
    for rows in _batches(clean, np.flatnonzero(good)):
        report_progress(feedback, 0)
        good[rows] = shapely.is_valid(clean[rows])
    for row in np.flatnonzero(usable & ~good):
        report_progress(feedback, 50)
        before = clean[row]
        clean[row] = _areas_of(before)
        if clean[row] is None:
            rejected[int(row)] = Message("{} has zero area", _NAMES[kind[row]])
        else:
            repaired[int(row)] = _what_was_wrong(before, kind[row])
    clean[list(rejected)] = None
    return RepairedPolygons(
        geometry=clean, repaired=repaired, rejected=rejected, flattened=int((deep & ~shapely.is_missing(clean)).sum())
    )


def take_long(geometry: ArrayLike, feedback: Feedback = NO_FEEDBACK) -> np.ndarray:
    """Return a mask of the geometries, (n,), for which one GEOS call of ``repair_polygons`` may take over a second.

    Those are the ones with very many vertices, and those whose segments cross often, or might. The number of crossings
    is not known before the work is done, so pairs of segments whose boxes meet are counted instead, up to a limit.
    """
    geometry = np.asarray(geometry, dtype=object).reshape(-1)
    count = shapely.get_num_coordinates(geometry)
    long = count > _LARGEST
    doubtful = ~long & (count > _SMALL) & (shapely.get_type_id(geometry) >= _POLYGON)
    doubtful[doubtful] = are_finite(geometry[doubtful])
    for row in np.flatnonzero(doubtful & (count**2 > _SQUARED_VERTICES_AT_ONCE)):
        report_progress(feedback, 0)
        long[row] = _meet_often(geometry[row], _MOST_MEETING, feedback)
    for rows in _batches(geometry, np.flatnonzero(doubtful & ~long)):
        report_progress(feedback, 50)
        for row in rows[~shapely.is_valid(geometry[rows])]:
            report_progress(feedback, 50)
            long[row] = count[row] > _LARGEST_INVALID or _meet_often(geometry[row], _MOST_MEETING_INVALID, feedback)
    return long


def _meet_often(geometry: shapely.Geometry, most: int, feedback: Feedback) -> bool:
    """Return whether more pairs of segments have boxes that meet than neighbours do, plus ``most``."""
    coordinates, ring = shapely.get_coordinates(shapely.get_rings(_simple_parts(geometry)), return_index=True)
    segments = shapely.linestrings(np.stack([coordinates[:-1], coordinates[1:]], axis=1)[ring[:-1] == ring[1:]])
    tree = shapely.STRtree(segments)
    left = most + _USUAL_MEETING * len(segments)
    for start in range(0, len(segments), _SEGMENTS_AT_ONCE):
        report_progress(feedback, 50)
        left -= tree.query(segments[start : start + _SEGMENTS_AT_ONCE]).shape[1]
        if left < 0:
            return True
    return False


def _batches(geometry: np.ndarray, rows: np.ndarray) -> list[np.ndarray]:
    """Return the rows in order, in batches small enough for the work to be cancelled between them."""
    squares = shapely.get_num_coordinates(geometry[rows]).astype(np.int64) ** 2
    return [rows[some] for some in batches(squares, _SQUARED_VERTICES_AT_ONCE)]


def polygons_of(geometry: shapely.Geometry | None) -> shapely.Geometry | None:
    """Return the areas of any geometry, as one polygon or multipolygon; None without any."""
    parts = _simple_parts(geometry)
    parts = parts[(shapely.get_type_id(parts) == _POLYGON) & (shapely.area(parts) > 0)]
    if len(parts) == 0:
        return None
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)


def _simple_parts(geometry: shapely.Geometry | None) -> np.ndarray:
    parts = np.array([geometry], dtype=object)
    while (shapely.get_type_id(parts) > _POLYGON).any():
        parts = shapely.get_parts(parts)
    return parts


def _areas_of(geometry: shapely.Geometry) -> shapely.Geometry | None:
    # One ring at a time: make_valid takes the area inside two rings for outside, and a hole's outer part for inside.
    parts = _simple_parts(geometry)
    parts = parts[(shapely.get_type_id(parts) == _POLYGON) & ~shapely.is_empty(parts)]
    territories = []
    for part in parts:
        shell, *holes = (polygons_of(ring) for ring in shapely.make_valid(shapely.polygons(shapely.get_rings(part))))
        territories.append(shapely.difference(shell, shapely.union_all(holes)))
    return polygons_of(shapely.union_all(territories))


def _what_was_wrong(geometry: shapely.Geometry, kind: int) -> Message:
    if kind == _COLLECTION:
        return Message("GeometryCollection: polygons kept, other parts left out")
    return Message("invalid {}: {}", _NAMES[kind], shapely.is_valid_reason(geometry))


def are_finite(geometry: np.ndarray) -> np.ndarray:
    """Return a mask of the geometries, (n,), whose every x and y is a number; True for those without vertices."""
    coordinates, owner = shapely.get_coordinates(geometry, return_index=True)
    finite = np.ones(len(geometry), bool)
    finite[owner[~np.isfinite(coordinates).all(axis=1)]] = False
    return finite


def outside_earth(geometry: np.ndarray) -> np.ndarray:
    """Return a mask of the geometries with a vertex out of range: |longitude| > 180 or |latitude| > 90."""
    west, south, east, north = shapely.bounds(geometry).T
    with np.errstate(invalid="ignore"):
        return (west < -180) | (east > 180) | (south < -90) | (north > 90)
