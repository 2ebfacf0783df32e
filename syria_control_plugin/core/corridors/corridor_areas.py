"""The ground of a corridor: the host's ground beside the path."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..errors import CorridorsError
from ..geometry.areas import areas_km2
from ..geometry.repairs import polygons_of
from ..telling import Tell, silent
from .corridors import Corridors
from .host_grounds import grounds_with_parts

WIDTH_KM = 2.0
_QUARTER = 16  # edges in a quarter of the circle about the end of a path: its area is 0.2 % too small


@dataclass(frozen=True)
class CorridorAreas:
    """Columns of length n, as the corridors.

    geometry  object: MultiPolygons in lon/lat, empty where there is no ground; longitudes run on as the paths' do
    area_km2  ellipsoidal
    """

    geometry: np.ndarray
    area_km2: np.ndarray

    def __len__(self) -> int:
        return len(self.area_km2)


def corridor_areas(corridors: Corridors, width_km: float = WIDTH_KM, tell: Tell = silent) -> CorridorAreas:
    """The host's ground within half of ``width_km`` of each path: all of it, also across a gap in the ground.

    Of a passage that lasts over a change of the host's ground each part counts with the ground at its time. The
    distance is one in a local plane (``host_grounds.BAND_DEG`` says how right it is), round about the path's ends; the
    host's border stays as it is, vertex by vertex. Raises CorridorsError for a width that is not above 0.
    """
    if not (np.isfinite(width_km) and width_km > 0):
        raise CorridorsError(f"The width of a corridor's area is a number of km above 0, not {width_km!r:.100}.")
    pieces = np.full(len(corridors.part_path), None, dtype=object)
    for host, rows in grounds_with_parts(corridors, tell):
        paths = host.plane.from_lonlat(corridors.part_path[rows])
        beside = host.plane.to_lonlat(shapely.buffer(paths, width_km * 1e3 / 2, quad_segs=_QUARTER))
        shapely.prepare(host.geometry)
        cut = ~shapely.contains_properly(host.geometry, beside)
        beside[cut] = shapely.intersection(host.geometry, beside[cut])
        pieces[rows] = beside
    geometry = np.full(len(corridors), None, dtype=object)
    firsts = np.searchsorted(corridors.part_corridor, np.arange(len(corridors) + 1))
    for row, (first, stop) in enumerate(zip(firsts, firsts[1:])):
        whole = pieces[first] if stop - first == 1 else shapely.union_all(pieces[first:stop])
        geometry[row] = shapely.multipolygons(shapely.get_parts(_areal(whole)))
    return CorridorAreas(geometry, areas_km2(geometry))


def _areal(geometry):
    area = polygons_of(geometry)
    return shapely.MultiPolygon() if area is None else area
