"""Hosts' territories with an index of their border, and the parts of corridors in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from ..arrays import split_where_changes
from ..feedback import NO_FEEDBACK, Feedback, report_progress
from ..geometry.antimeridian import seen_from
from ..geometry.boundaries import boundary
from ..geometry.ellipsoid import LocalPlane
from .corridors import Corridors

# Parts in one territory are handled together if their middles lie in one band of latitude, in a plane with true scale
# midway between the northernmost and the southernmost of them. Half a degree away, its scale from west to east is off
# by 0.6 % at 35° (1.5 % at 60°); nearest points and buffer distances are off by that much at most.
BAND_DEG = 1.0
_AT_ONCE = 500  # parts between two checks for cancellation


@dataclass(frozen=True)
class HostTerritory:
    """A host's territory, in lon/lat and as a border in a local plane for some of the paths in it.

    geometry  area, lon/lat; if its paths cross the antimeridian, its longitudes continue beyond 180 as theirs do
    plane     metres, with true scale in the middle of a band of latitude
    """

    geometry: shapely.Geometry
    plane: LocalPlane

    @cached_property
    def border(self) -> np.ndarray:
        """Edges of the border, (e, 4) x, y of start and end, in the plane."""
        return boundary(self.plane.from_lonlat(self.geometry)).edges

    @cached_property
    def edges(self) -> shapely.STRtree:
        """Spatial index of ``border``."""
        return shapely.STRtree(shapely.linestrings(self.border.reshape(-1, 2, 2)))

    def away(self, points: np.ndarray) -> np.ndarray:
        """Return the distances, (n,) metres, of points (n, 2) in the plane from the border."""
        return self._nearest(points)[1]

    def paths_to_border(self, points: np.ndarray) -> np.ndarray:
        """Return (n, 4) lon/lat of points (n, 2) in the plane and of the border's point nearest to each."""
        edges = self.edges.geometries[self._nearest(points)[0]]
        lines = self.plane.to_lonlat(shapely.shortest_line(shapely.points(points), edges))
        return shapely.get_coordinates(lines).reshape(-1, 4)

    def _nearest(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        (_, edge), metres = self.edges.query_nearest(shapely.points(points), return_distance=True, all_matches=False)
        return edge, metres


def territories_with_parts(
    corridors: Corridors, feedback: Feedback = NO_FEEDBACK
) -> Iterator[tuple[HostTerritory, np.ndarray]]:
    """Yield each host's territory with the rows of parts in it, up to 500 at a time; reports progress before each.

    The next parts in it come with the same HostTerritory, so that its border is indexed once per band of latitude.
    """
    if len(corridors.part_path) == 0:
        return
    _, south, _, north = shapely.bounds(corridors.part_path).T
    middle = (south + north) / 2
    order = np.lexsort((np.floor(middle / BAND_DEG), corridors.part_territory))
    done = 0
    for rows in split_where_changes(order, corridors.part_territory[order]):
        territory = seen_from(
            corridors.territories.geometry[corridors.part_territory[rows[0]]], corridors.part_path[rows]
        )
        for together in split_where_changes(rows, np.floor(middle[rows] / BAND_DEG)):
            latitude = (middle[together].min() + middle[together].max()) / 2
            host = HostTerritory(territory, LocalPlane.around(shapely.Point(0, latitude)))
            for first in range(0, len(together), _AT_ONCE):
                report_progress(feedback, 100 * done / len(order))
                yield host, together[first : first + _AT_ONCE]
                done += len(together[first : first + _AT_ONCE])
