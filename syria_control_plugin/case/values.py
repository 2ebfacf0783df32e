"""Values of tables, which come as text, numbers or nothing, as text and as numbers.

Many geometries from well-known binary, without keeping other threads waiting.

M values of lines, which Shapely before 2.1 drops: read from WKB, and written into it. By them lines carry times.
"""

from __future__ import annotations

import struct

import numpy as np
import shapely

from ..core.feedback import NO_FEEDBACK, Feedback, check_cancelled

_LARGEST = 1e15  # whole numbers up to it are exact as floats


def text_of(value: object) -> str:
    """A value as text without blanks at its ends, whole numbers without decimals (2.0 is "2"), "" for none."""
    if isinstance(value, float) and abs(value) <= _LARGEST and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()


def storable(text: str) -> str:
    """The text as UTF-8 and SQLite can hold it: half a character, as file names may have, written as an escape.

    So is the character 0, at which C would end the text.
    """
    return text.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode("utf-8")


def number_of(value: object) -> float:
    """A number, also with a decimal comma; NaN for anything else."""
    try:
        return float(text_of(value).replace(",", "."))
    except ValueError:
        return float(np.nan)


_BYTES_AT_ONCE = 500_000  # milliseconds: Shapely lets no other thread run meanwhile, a window's among them


def shapes_from_wkb(blobs: list, on_invalid: str = "raise", feedback: Feedback = NO_FEEDBACK) -> np.ndarray:
    """(n,) Shapely geometries of WKB (bytes; None stays None); ``on_invalid`` as for ``shapely.from_wkb``.

    Raises Cancelled.
    """
    found = np.array(blobs, object)
    sizes = np.array([0 if blob is None else len(blob) for blob in blobs], np.int64)
    batch = np.cumsum(sizes) // _BYTES_AT_ONCE
    for rows in np.split(np.arange(len(found)), np.flatnonzero(np.diff(batch)) + 1):
        check_cancelled(feedback)
        found[rows] = shapely.from_wkb(found[rows], on_invalid=on_invalid)
    return found


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
    return struct.pack("<BII", 1, 2000 + _LINE, len(vertices)) + bytes(vertices.tobytes())


def _header(wkb: bytes, start: int) -> tuple[int, int]:
    """Kind of a geometry, and how many vertices or parts it has."""
    return struct.unpack_from("<II" if wkb[start] else ">II", wkb, start + 1)


def _vertex_bytes(kind: int) -> int:
    return 24 if kind // 1000 == 2 else 32
