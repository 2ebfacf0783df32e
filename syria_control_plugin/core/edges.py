"""Borders as arrays of edges: what two areas have in common, and the faces that edges cut the plane into."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

# Faces narrower than this (in degrees: about 0.01 mm) are the rounding of a crossing, not ground. A coordinate
# itself is known to 3e-14 degrees, and a crossing that is computed to some hundred times that.
ROUNDING_DEG = 1e-10
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64)


@dataclass(frozen=True)
class Boundary:
    """The edges of an area, in the order in which its rings are written down.

    edges     (n, 4) x, y of start and end, as written down
    directed  (n, 4) the same, turned so that the area lies on the left: shells anticlockwise, holes clockwise
    ring      (n,) number of the ring that the edge belongs to
    """

    edges: np.ndarray
    directed: np.ndarray
    ring: np.ndarray

    def __len__(self) -> int:
        return len(self.ring)

    @cached_property
    def _keys(self) -> np.ndarray:
        bits = np.ascontiguousarray(self.directed).view(np.uint64) * _MIX  # wraps around, as a hash may
        key = bits[:, 0] ^ (bits[:, 1] >> np.uint64(7)) ^ (bits[:, 2] >> np.uint64(15)) ^ (bits[:, 3] >> np.uint64(23))
        return key + bits.sum(axis=1, dtype=np.uint64)

    @cached_property
    def _order(self) -> np.ndarray:
        return np.argsort(self._keys)


def boundary(area) -> Boundary:
    """The boundary of a polygon or multipolygon. Edges of no length are left out."""
    parts = shapely.get_parts(area)
    rings, polygon = shapely.get_rings(parts, return_index=True)
    if len(rings) == 0:
        return Boundary(np.empty((0, 4)), np.empty((0, 4)), np.empty(0, int))
    is_hole = np.diff(polygon, prepend=-1) == 0
    points, ring = shapely.get_coordinates(rings, return_index=True)
    points = points + 0.0  # -0.0 and 0.0 are one place, and have to be one pattern of bits
    inner = ring[1:] == ring[:-1]
    edges = np.hstack([points[:-1], points[1:]])[inner]
    ring = ring[:-1][inner]
    # Twice the signed area of each ring, from its first point so that nothing is lost to rounding.
    first = points[np.searchsorted(shapely.get_coordinates(rings, return_index=True)[1], np.arange(len(rings)))][ring]
    x1, y1, x2, y2 = (edges - np.hstack([first, first])).T
    doubled = np.bincount(ring, x1 * y2 - x2 * y1, minlength=len(rings))
    is_turned = ((doubled < 0) != is_hole)[ring]
    directed = np.where(is_turned[:, None], edges[:, [2, 3, 0, 1]], edges)
    has_length = (edges[:, :2] != edges[:, 2:]).any(axis=1)
    return Boundary(edges[has_length], directed[has_length], ring[has_length])


def shared_edges(one: Boundary, other: Boundary) -> tuple[np.ndarray, np.ndarray]:
    """Masks of the edges of each that the other has too, with its area on the same side.

    Edges are compared bit by bit; a hash of them finds the candidates. Two edges with one hash would hide a
    third from each other: then it counts as not shared, which costs time and changes no result.
    """
    in_one, in_other = np.zeros(len(one), bool), np.zeros(len(other), bool)
    if len(one) == 0 or len(other) == 0:
        return in_one, in_other
    position = np.searchsorted(other._keys, one._keys, sorter=other._order)
    candidate = other._order[np.minimum(position, len(other) - 1)]
    in_one = (one.directed == other.directed[candidate]).all(axis=1)
    in_other[candidate[in_one]] = True
    return in_one, in_other


def paths(border: Boundary, chosen: np.ndarray) -> np.ndarray:
    """The chosen edges (a mask) as linestrings, edges that follow each other in one."""
    edges, ring = border.edges[chosen], border.ring[chosen]
    if len(edges) == 0:
        return np.empty(0, object)
    goes_on = (edges[:-1, 2:] == edges[1:, :2]).all(axis=1) & (ring[:-1] == ring[1:])
    path = np.concatenate([[0], np.cumsum(~goes_on)])
    is_last = np.append(~goes_on, True)
    points = np.concatenate([edges[:, :2], edges[is_last, 2:]])
    owner = np.concatenate([path, path[is_last]])
    order = np.argsort(owner, kind="stable")  # the end of a path comes after its edges' starts
    return shapely.linestrings(points[order], indices=owner[order])


def faces(lines) -> np.ndarray:
    """The faces, (n,) polygons, into which lines cut the plane; what no line encloses is none of them.

    Faces narrower than ROUNDING_DEG are left out.
    """
    lines = np.asarray(lines, object)
    if len(lines) == 0:
        return np.empty(0, object)
    cut = shapely.get_parts(shapely.polygonize(shapely.get_parts(shapely.union_all(lines))))
    return cut[2 * shapely.area(cut) > ROUNDING_DEG * shapely.length(cut)]
