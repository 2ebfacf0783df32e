"""Many geometries from well-known binary, without keeping other threads waiting."""

from __future__ import annotations

import numpy as np
import shapely

from .progress import SILENT, Progress, check

_BYTES_AT_ONCE = 500_000  # milliseconds: Shapely lets no other thread run meanwhile, a window's among them


def shapes_from_wkb(blobs: list, on_invalid: str = "raise", progress: Progress = SILENT) -> np.ndarray:
    """(n,) Shapely geometries of WKB (bytes; None stays None); ``on_invalid`` as for ``shapely.from_wkb``.

    Raises Cancelled.
    """
    found = np.array(blobs, object)
    sizes = np.array([0 if blob is None else len(blob) for blob in blobs], np.int64)
    batch = np.cumsum(sizes) // _BYTES_AT_ONCE
    for rows in np.split(np.arange(len(found)), np.flatnonzero(np.diff(batch)) + 1):
        check(progress)
        found[rows] = shapely.from_wkb(found[rows], on_invalid=on_invalid)
    return found
