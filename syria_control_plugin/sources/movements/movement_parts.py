"""Lines of several parts that are one way: parts that join end to end, on the antimeridian too."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from ..files.tables import SourceTable

_SAME_DEG = 1e-9  # a tenth of a millimetre: to within rounding
_TURN = 360.0


def with_joined_parts(table: SourceTable) -> tuple[SourceTable, dict[int, int]]:
    """A table of lines in lon/lat with the parts of each row made one line where each begins as the one before ends.

    They may do so on either side of the antimeridian, where RFC 7946 (GeoJSON) asks that lines be cut. The vertex at
    which two parts meet is kept once, unless its M values differ. Also told: row → of how many joints.
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
    """Coordinates of the lines that parts make, their M values, and how often two parts were joined."""
    lines, kept, joints, begin = [], [], 0, 0
    for points in parts:
        own = None if values is None else values[begin : begin + len(points)]
        begin += len(points)
        if lines and _meet(lines[-1][-1], points[0]):
            is_double = own is None or own[0] == kept[-1]
            lines[-1] = np.concatenate([lines[-1], points[1 if is_double else 0 :]])
            joints += 1
        else:
            is_double = False
            lines.append(points)
        kept += [] if own is None else own[1 if is_double else 0 :].tolist()
    return lines, None if values is None else np.array(kept), joints


def _meet(end: np.ndarray, begin: np.ndarray) -> bool:
    east, north = np.abs(begin - end)
    return north <= _SAME_DEG and abs(east - _TURN * np.round(east / _TURN)) <= _SAME_DEG
