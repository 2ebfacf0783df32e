"""From geometry as it comes to clean areas: every row is a polygon or multipolygon, or rejected with a reason."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import ArrayLike

from ..feedback import NO_FEEDBACK, Feedback, report_progress
from ..messages import Message

# Their validity takes half a second at most, if the boxes of all segments of a geometry meet one another.
_SQUARED_VERTICES_AT_ONCE = 5_000**2
# What GEOS does to a geometry can't be ended. These take it about a second; ten times as many take a minute.
_LARGEST, _LARGEST_INVALID = 200_000, 50_000  # vertices
_MOST_MEETING, _MOST_MEETING_INVALID = 20_000_000, 2_000  # pairs of boxes of segments, beyond the usual
_USUAL_MEETING = 3  # boxes that one meets: itself, the one before and the one behind
_SMALL = 40  # vertices of which the worst geometry is repaired in a tenth of a second
_SEGMENTS_AT_ONCE = 256
_POLYGON, _MULTIPOLYGON, _COLLECTION = 3, 6, 7
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

    geometry  (n,) valid 2D polygons and multipolygons, None where the row was rejected
    repaired  row → what was repaired
    rejected  row → why it can't be used
    flattened number of rows in use whose Z values were left out, and M with them, which changes no ground
    """

    geometry: np.ndarray
    repaired: dict[int, Message] = field(default_factory=dict)
    rejected: dict[int, Message] = field(default_factory=dict)
    flattened: int = 0


def repair_polygons(geometry: ArrayLike, feedback: Feedback = NO_FEEDBACK) -> RepairedPolygons:
    """Makes areas out of any geometries, (n,), in any CRS.

    Self-crossing rings are split where they cross; parts of a multipolygon that overlap are merged, so that
    ground covered twice counts once; what of a hole lies outside its polygon is no ground; of a mixed
    collection the areas are kept. Null and empty geometries,
    coordinates that are no numbers, and geometries without an area are rejected.
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
    good = usable & np.isin(kind, (_POLYGON, _MULTIPOLYGON))
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
    return RepairedPolygons(clean, repaired, rejected, int((deep & ~shapely.is_missing(clean)).sum()))


def take_long(geometry: ArrayLike, feedback: Feedback = NO_FEEDBACK) -> np.ndarray:
    """Mask of the geometries, (n,), of which ``repair_polygons`` might make one work of GEOS of more than a second.

    Those are the ones with very many vertices, and those whose segments cross often, or might. How often is not known
    before the work is done: the boxes of segments that meet are counted instead, as long as they are not too many.
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
    """Whether more pairs of segments have boxes that meet than there are between neighbours, and some more."""
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
    """Rows in their order, few enough at a time for the work to be ended between them."""
    squares = shapely.get_num_coordinates(geometry[rows]).astype(np.int64) ** 2
    batch = np.cumsum(squares) // _SQUARED_VERTICES_AT_ONCE
    return list(np.split(rows, np.flatnonzero(np.diff(batch)) + 1))


def polygons_of(geometry: shapely.Geometry | None) -> shapely.Geometry | None:
    """The areas of any geometry, as one polygon or multipolygon; None where there is none."""
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
    # One ring at a time: make_valid reads ground inside two rings as outside, and of a hole outside as inside.
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
    """Mask of the geometries, (n,), whose every x and y is a number; true of those without any vertex."""
    coordinates, owner = shapely.get_coordinates(geometry, return_index=True)
    finite = np.ones(len(geometry), bool)
    finite[owner[~np.isfinite(coordinates).all(axis=1)]] = False
    return finite


def outside_earth(geometry: np.ndarray) -> np.ndarray:
    """Mask of the geometries with a vertex off the globe: |longitude| > 180 or |latitude| > 90."""
    west, south, east, north = shapely.bounds(geometry).T
    with np.errstate(invalid="ignore"):
        return (west < -180) | (east > 180) | (south < -90) | (north > 90)
