"""Several tracks in one list of fixes: recognised by a column whose values alternate, or by fixes of one time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from .cleaning import SAME_PLACE_KM
from .movements import MILLISECOND

_MOST_OF_PATH = 0.9  # of the length of all fixes as one track, if a column is to separate tracks
_FEW = 0.1  # share of fixes
_EARTH_KM = 6371.0


def columns_of_tracks(columns: Mapping[str, Sequence[str]], time: ArrayLike, lonlat: ArrayLike) -> list[str]:
    """Return the columns that seem to separate tracks, the shortest tracks first.

    columns  name → (m,) values
    time     (m,) moments
    lonlat   (m, 2) degrees

    The values of such a column alternate in time, nearly all occur twice or more, and the tracks of its values are
    together shorter than one track of all fixes. The last is not so for a state of one mover, such as "halted": each of
    its values leads along the whole route.
    """
    time, xyz = np.asarray(time, MILLISECOND), _unit_vectors(lonlat)
    order = np.argsort(time, kind="stable")
    whole = _steps(xyz[order]).sum()
    lengths: dict[str, float] = {}
    for name, values in columns.items():
        _, code = np.unique(np.array(values, str), return_inverse=True)
        count = np.bincount(code)
        runs = 1 + np.count_nonzero(np.diff(code[order]))
        if len(count) < 2 or runs <= len(count) or count[count == 1].sum() > _FEW * len(code):
            continue
        by_track = np.lexsort((time, code))
        is_within = np.diff(code[by_track]) == 0
        lengths[name] = float(_steps(xyz[by_track])[is_within].sum())
    return sorted((name for name, length in lengths.items() if length < _MOST_OF_PATH * whole), key=lengths.__getitem__)


def are_simultaneous(time: ArrayLike, lonlat: ArrayLike) -> bool:
    """Return whether more than a few of the fixes are elsewhere at the time of another: no single mover is."""
    time, xyz = np.asarray(time, MILLISECOND), _unit_vectors(lonlat)
    order = np.argsort(time, kind="stable")
    is_elsewhere = (np.diff(time[order]) == np.timedelta64(0)) & (_steps(xyz[order]) * _EARTH_KM > SAME_PLACE_KM)
    return bool(np.count_nonzero(is_elsewhere) > _FEW * len(time))


def _unit_vectors(lonlat: ArrayLike) -> np.ndarray:
    lon, lat = np.radians(np.asarray(lonlat, float).reshape(-1, 2)).T
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def _steps(xyz: np.ndarray) -> np.ndarray:
    """Return the chords from each position to the next, in radii of the earth."""
    return np.linalg.norm(np.diff(xyz, axis=0), axis=1)
