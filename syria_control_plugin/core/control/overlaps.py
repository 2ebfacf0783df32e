"""Territory that two factions claim at once: measured and kept as contested, or settled by a stated precedence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely

from ..dates.periods import intersection
from ..feedback import NO_FEEDBACK, Feedback, report_progress
from ..geometry.ellipsoid import areas_km2
from ..geometry.polygons import polygons_of
from .holders import NOBODY
from .series import ControlSeries, meeting_pairs

# Borders digitised twice overlap by slivers: smaller ones are counted, not drawn. 0.01 km² is one hectare.
SLIVER_KM2 = 0.01
_MANY_PARTS = 1000  # of two areas together: GEOS compares them all with each other
_AT_ONCE = 200  # pairs that are overlaid between two checks for cancellation


@dataclass(frozen=True)
class ContestedTerritory:
    """Area in two territories of different factions at the same time; all columns of length n.

    pair         (n, 2) rows of the series
    start, end   datetime64[s], what the two periods have in common
    geometry     areas, lon/lat
    area_km2     ellipsoidal
    slivers, sliver_km2   number and total area of the overlaps below the tolerance, which are not among the rows
    """

    pair: np.ndarray
    start: np.ndarray
    end: np.ndarray
    geometry: np.ndarray
    area_km2: np.ndarray
    slivers: int
    sliver_km2: float

    def __len__(self) -> int:
        return len(self.area_km2)


def contested_territory(
    series: ControlSeries,
    rows: np.ndarray | None = None,
    sliver_km2: float = SLIVER_KM2,
    feedback: Feedback = NO_FEEDBACK,
) -> ContestedTerritory:
    """Return the overlaps, in place and time, of territories of two factions of one source.

    rows  limits the result to pairs that include one of these rows (default: all), so that the cost of an import
          follows its own rows. Touching borders and touching periods do not overlap. NOBODY claims nothing.
    """
    bounds = shapely.bounds(series.geometry).reshape(-1, 4)
    pairs = meeting_pairs(series.start, series.end, bounds, rows)
    one, other = pairs.T
    differ = (series.faction[one] != series.faction[other]) & (series.source[one] == series.source[other])
    differ &= (series.faction[one] != NOBODY) & (series.faction[other] != NOBODY)
    # Boxes that merely touch have no area in common.
    overlap = (np.maximum(bounds[one], bounds[other])[:, :2] < np.minimum(bounds[one], bounds[other])[:, 2:]).all(
        axis=1
    )
    pairs = pairs[differ & overlap]
    territory = _in_common(series, pairs, feedback)
    meet = np.array([each is not None for each in territory], bool)
    pairs, territory = pairs[meet], territory[meet]
    area = areas_km2(territory)
    big = (area > 0) & (area >= sliver_km2)
    start, end = intersection(*(c[p] for p in pairs[big].T for c in (series.start, series.end)))
    small = (area > 0) & ~big
    return ContestedTerritory(
        pair=pairs[big],
        start=start,
        end=end,
        geometry=territory[big],
        area_km2=area[big],
        slivers=int(small.sum()),
        sliver_km2=float(area[small].sum()),
    )


def _in_common(series: ControlSeries, pairs: np.ndarray, feedback: Feedback) -> np.ndarray:
    """Return the area that the two rows of each pair have in common; None if it has no extent."""
    territory = np.full(len(pairs), None, dtype=object)
    for first in range(0, len(pairs), _AT_ONCE):
        report_progress(feedback, 100 * first / len(pairs))
        one, other = (series.geometry[rows] for rows in pairs[first : first + _AT_ONCE].T)
        for row in np.flatnonzero(shapely.get_num_geometries(one) + shapely.get_num_geometries(other) > _MANY_PARTS):
            report_progress(feedback, 100 * first / len(pairs))
            one[row], other[row] = _facing_parts(one[row], other[row])
        meet = np.flatnonzero(shapely.intersects(one, other))
        territory[first + meet] = [polygons_of(each) for each in shapely.intersection(one[meet], other[meet])]
    return territory


def _facing_parts(one: shapely.Geometry, other: shapely.Geometry) -> tuple:
    """Return the parts of two areas whose boxes meet one of the other's: all that they share; else (None, None)."""
    parts, others = shapely.get_parts(one), shapely.get_parts(other)
    kept, facing = (np.unique(rows) for rows in shapely.STRtree(others).query(parts))
    return (shapely.multipolygons(parts[kept]), shapely.multipolygons(others[facing])) if len(kept) else (None, None)


def settle_by_precedence(cells: dict, precedence: Iterable[str]) -> dict:
    """Subtract from each faction's territory what a faction earlier in the precedence also holds.

    cells       {faction id: area} of one map
    precedence  faction ids, the first keeps all its territory; factions not named come last and keep what
                overlaps among themselves

    Factions that lose all their territory are left out of the result.
    """
    settled = dict(cells)
    ranked = [name for name in dict.fromkeys(precedence) if name in cells]
    taken = shapely.Polygon()
    for name in [*ranked, *(name for name in cells if name not in ranked)]:
        if shapely.intersects(cells[name], taken):
            settled[name] = polygons_of(shapely.difference(cells[name], taken))
        if name in ranked:
            taken = shapely.union(taken, cells[name])
    return {name: territory for name, territory in settled.items() if territory is not None}
