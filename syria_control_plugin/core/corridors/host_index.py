"""The hosts' grounds that corridors run through, each with an index of its border and the parts of corridors in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from ..feedback import NO_FEEDBACK, Feedback, report_progress
from ..geometry.antimeridian import seen_from
from ..geometry.boundaries import boundary
from ..geometry.ellipsoid import LocalPlane
from .corridors import Corridors

# Parts of one ground are looked at together where their middles lie in one band of latitude: in a plane that is right
# midway between the northernmost and the southernmost of them. Half a degree off, its scale from west to east is off by
# 0.6 % at 35° (1.5 % at 60°), and what is found nearest, or how far a buffer goes, is by so much at most.
BAND_DEG = 1.0
_AT_ONCE = 500  # parts that are looked at before the work can be ended


@dataclass(frozen=True)
class HostTerritory:
    """A host's ground, in lon/lat and as a border in a plane that is right for some of the paths in it.

    geometry  area, lon/lat; where its paths reach the antimeridian it runs on beyond it, as they do
    plane     metres, right in the middle of a band of latitude
    """

    geometry: shapely.Geometry
    plane: LocalPlane

    @cached_property
    def border(self) -> np.ndarray:
        """(e, 4) x, y of start and end of each edge of the border, in the plane."""
        return boundary(self.plane.from_lonlat(self.geometry)).edges

    @cached_property
    def edges(self) -> shapely.STRtree:
        """The index of ``border``."""
        return shapely.STRtree(shapely.linestrings(self.border.reshape(-1, 2, 2)))

    def away(self, points: np.ndarray) -> np.ndarray:
        """How far, (n,) metres, points (n, 2) in the plane are from the border."""
        return self._nearest(points)[1]

    def paths_to_border(self, points: np.ndarray) -> np.ndarray:
        """(n, 4) lon/lat of points (n, 2) in the plane and of the border's point nearest to each."""
        edges = self.edges.geometries[self._nearest(points)[0]]
        lines = self.plane.to_lonlat(shapely.shortest_line(shapely.points(points), edges))
        return shapely.get_coordinates(lines).reshape(-1, 4)

    def _nearest(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        (_, edge), metres = self.edges.query_nearest(shapely.points(points), return_distance=True, all_matches=False)
        return edge, metres


def territories_with_parts(
    corridors: Corridors, feedback: Feedback = NO_FEEDBACK
) -> Iterator[tuple[HostTerritory, np.ndarray]]:
    """Each ground with the rows of the parts in it, some hundred at a time; ``feedback`` is called before each.

    The same HostGround comes again for the next parts in it, so that its border is indexed once a band of latitude.
    """
    if len(corridors.part_path) == 0:
        return
    _, south, _, north = shapely.bounds(corridors.part_path).T
    middle = (south + north) / 2
    order = np.lexsort((np.floor(middle / BAND_DEG), corridors.part_territory))
    done = 0
    for rows in _runs(order, corridors.part_territory[order]):
        whole = seen_from(corridors.territories.geometry[corridors.part_territory[rows[0]]], corridors.part_path[rows])
        for together in _runs(rows, np.floor(middle[rows] / BAND_DEG)):
            latitude = (middle[together].min() + middle[together].max()) / 2
            host = HostTerritory(whole, LocalPlane.around(shapely.Point(0, latitude)))
            for first in range(0, len(together), _AT_ONCE):
                report_progress(feedback, 100 * done / len(order))
                yield host, together[first : first + _AT_ONCE]
                done += len(together[first : first + _AT_ONCE])


def _runs(rows: np.ndarray, key: np.ndarray) -> list[np.ndarray]:
    """Rows split where their key changes."""
    return list(np.split(rows, np.flatnonzero(np.diff(key)) + 1))
