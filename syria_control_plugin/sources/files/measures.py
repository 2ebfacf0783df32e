"""M values of lines, which Shapely before 2.1 drops: read from WKB, and written into it. By them lines carry times."""

from __future__ import annotations

import struct

import numpy as np

_LINE, _MULTILINE = 2, 5


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
