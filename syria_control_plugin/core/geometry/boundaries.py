"""Borders as arrays of edges: the edges that two areas share, and the faces into which edges cut the plane."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import ArrayLike

# Faces narrower than this (in degrees: about 0.01 mm) are the rounding of a crossing, not areas. A coordinate
# is a multiple of 3e-14 degrees at the finest; a crossing of two edges is computed to some hundreds of that.
ROUNDING_DEG = 1e-10
_ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64)


@dataclass(frozen=True)
class Boundary:
    """Edges of an area, in the order of its rings and vertices.

    edges     (n, 4) x, y of start and end, as stored
    directed  (n, 4) the same, turned so that the area lies on the left: shells anticlockwise, holes clockwise
    ring      (n,) number of the ring that the edge belongs to
    """

    edges: np.ndarray
    directed: np.ndarray
    ring: np.ndarray

    def __len__(self) -> int:
        return len(self.ring)

    @cached_property
    def keys(self) -> np.ndarray:
        """Hash of each directed edge, uint64."""
        mixed = self.directed.view(np.uint64) * _ODD  # modulo 2⁶⁴, as a hash may
        mixed ^= mixed >> np.uint64(32)
        return (mixed * _ODD[::-1]).sum(axis=1, dtype=np.uint64)

    @cached_property
    def order(self) -> np.ndarray:
        """Numbers of the edges, sorted by their keys."""
        return np.argsort(self.keys)


def boundary(area: shapely.Geometry) -> Boundary:
    """Return the boundary of a polygon or multipolygon. Edges of zero length are left out."""
    rings, polygon = shapely.get_rings(shapely.get_parts(area), return_index=True)
    is_hole = np.diff(polygon, prepend=-1) == 0  # the first ring of each polygon is its shell
    points, ring = shapely.get_coordinates(rings, return_index=True)
    points += 0.0  # -0.0 and 0.0 are one place, and must be the same bits
    is_edge = (ring[1:] == ring[:-1]) & (points[1:] != points[:-1]).any(axis=1)
    edges = np.hstack([points[:-1], points[1:]])[is_edge]
    ring = ring[:-1][is_edge]
    if len(ring) == 0:
        return Boundary(edges, edges, ring)
    # Twice the signed area of each ring, relative to one of its points, so that small rings are not lost to rounding.
    origin = edges[np.searchsorted(ring, ring), :2]
    (x1, y1), (x2, y2) = (edges[:, :2] - origin).T, (edges[:, 2:] - origin).T
    doubled = np.bincount(ring, x1 * y2 - x2 * y1, minlength=len(rings))
    is_turned = ((doubled < 0) != is_hole)[ring]
    directed = np.where(is_turned[:, None], edges[:, [2, 3, 0, 1]], edges)
    return Boundary(edges, directed, ring)


def shared_edges(one: Boundary, other: Boundary) -> tuple[np.ndarray, np.ndarray]:
    """Return masks of the edges of each that the other has too, bit by bit, with its area on the same side.

    Edges with equal hashes are compared. Different edges with the same hash may hide an equal one from each other: it
    then counts as not shared, which costs time and changes no result.
    """
    in_other = np.zeros(len(other), bool)
    if len(one) == 0 or len(other) == 0:
        return np.zeros(len(one), bool), in_other
    position = np.searchsorted(other.keys, one.keys, sorter=other.order)
    candidate = other.order[np.minimum(position, len(other) - 1)]
    in_one = (one.directed == other.directed[candidate]).all(axis=1)
    in_other[candidate[in_one]] = True
    return in_one, in_other


def paths(border: Boundary, chosen: np.ndarray) -> np.ndarray:
    """Return the chosen edges (a mask) as linestrings; consecutive edges of a ring are one."""
    edges, ring = border.edges[chosen], border.ring[chosen]
    if len(edges) == 0:
        return np.empty(0, object)
    goes_on = (edges[:-1, 2:] == edges[1:, :2]).all(axis=1) & (ring[:-1] == ring[1:])
    is_last = np.append(~goes_on, True)
    path = np.cumsum(is_last) - is_last
    points = np.concatenate([edges[:, :2], edges[is_last, 2:]])
    owner = np.concatenate([path, path[is_last]])
    order = np.argsort(owner, kind="stable")  # the end of a path's last edge comes after the starts of its edges
    return shapely.linestrings(points[order], indices=owner[order])


def beside(border: Boundary, chosen: np.ndarray, areas: np.ndarray) -> np.ndarray:
    """Return a mask of the chosen edges (a mask) whose bounding box meets that of one of the areas."""
    west, south, east, north = shapely.total_bounds(areas)
    start, end = border.edges[:, :2], border.edges[:, 2:]
    low, high = np.minimum(start, end), np.maximum(start, end)
    near = chosen & (low <= [east, north]).all(axis=1) & (high >= [west, south]).all(axis=1)
    rows = np.flatnonzero(near)
    boxes = shapely.box(*low[rows].T, *high[rows].T)
    near[:] = False
    near[rows[np.unique(shapely.STRtree(areas).query(boxes)[0])]] = True
    return near


def faces(lines: ArrayLike) -> np.ndarray:
    """Return the faces, (n,) polygons, into which lines cut the plane, without the unbounded one.

    Lines that enclose nothing are allowed. Faces narrower than ROUNDING_DEG are left out.
    """
    if len(lines) == 0:
        return np.empty(0, object)
    noded = shapely.union_all(shapely.multilinestrings(lines))
    cut = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    return cut[2 * shapely.area(cut) > ROUNDING_DEG * shapely.length(cut)]
