"""Values of tables as text and numbers, and geometries from well-known binary (WKB).

M values of lines carry times. Shapely before 2.1 drops them, so they are read from WKB, and written into it.
"""

from __future__ import annotations

import struct

import numpy as np
import shapely

from ..core.arrays import batches
from ..core.feedback import NO_FEEDBACK, Feedback, check_cancelled

_LARGEST = 1e15  # whole numbers up to it are exact as floats


def text_of(value: object) -> str:
    """Return a value as text without blanks at its ends, whole numbers without decimals (2.0 is "2"), "" for None."""
    if isinstance(value, float) and abs(value) <= _LARGEST and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()


def storable(text: str) -> str:
    """Return the text in a form that UTF-8 and SQLite can hold.

    Half characters, which file names may contain, are written as escapes. So is the character 0, which ends a text in
    C.
    """
    return text.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode("utf-8")


def number_of(value: object) -> float:
    """Return a number, also with a decimal comma; NaN for anything else."""
    try:
        return float(text_of(value).replace(",", "."))
    except ValueError:
        return float(np.nan)


_BYTES_AT_ONCE = 500_000  # a few milliseconds of work: Shapely blocks other threads meanwhile, the GUI's included


def shapes_from_wkb(blobs: list, on_invalid: str = "raise", feedback: Feedback = NO_FEEDBACK) -> np.ndarray:
    """Return (n,) Shapely geometries of WKB (bytes; None stays None); ``on_invalid`` as for ``shapely.from_wkb``.

    Other threads can run in between. Raises Cancelled.
    """
    shapes = np.array(blobs, object)
    sizes = np.array([0 if blob is None else len(blob) for blob in blobs], np.int64)
    for rows in batches(sizes, _BYTES_AT_ONCE):
        check_cancelled(feedback)
        shapes[rows] = shapely.from_wkb(shapes[rows], on_invalid=on_invalid)
    return shapes


_LINE, _MULTILINE = 2, 5


def line_measures(wkb: bytes | None) -> np.ndarray | None:
    """Return M of the vertices of a line or multiline, part after part; None for anything else and for lines without M.

    wkb  ISO WKB in either byte order
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
    """Return ISO WKB of a LineStringM: (n, 2) and (n,)."""
    vertices = np.column_stack([lonlat, measures]).astype("<f8")
    return struct.pack("<BII", 1, 2000 + _LINE, len(vertices)) + bytes(vertices.tobytes())


def _header(wkb: bytes, start: int) -> tuple[int, int]:
    """Return the type of a geometry, and its number of vertices or parts."""
    return struct.unpack_from("<II" if wkb[start] else ">II", wkb, start + 1)


def _vertex_bytes(kind: int) -> int:
    return 24 if kind // 1000 == 2 else 32
