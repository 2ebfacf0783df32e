"""Corridor areas: the host's territory along the path, and the part that the mover's bloc took in the days after.

A large part taken indicates an advance rather than a passage.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from numbers import Integral

import numpy as np
import shapely

from ..control.series import ControlSeries
from ..dates.periods import closed
from ..dates.zones import DAY
from ..errors import CorridorsError
from ..factions.blocs import NO_BLOCS, Blocs
from ..feedback import NO_FEEDBACK, Feedback, report_progress
from ..geometry.antimeridian import folded
from ..geometry.ellipsoid import areas_km2
from ..geometry.polygons import polygons_of
from ..messages import Message
from .corridors import Corridors
from .host_index import territories_with_parts

WIDTH_KM = 2.0
_QUARTER = 16  # edges in a quarter circle around the end of a path; the area of the circle is 0.2 % too small


@dataclass(frozen=True)
class CorridorAreas:
    """Areas of n corridors, as columns.

    geometry  object: MultiPolygons in lon/lat, empty without an area; longitudes continue beyond 180 as the paths' do
    area_km2  ellipsoidal
    """

    geometry: np.ndarray
    area_km2: np.ndarray

    def __len__(self) -> int:
        return len(self.area_km2)


def corridor_areas(corridors: Corridors, width_km: float = WIDTH_KM, feedback: Feedback = NO_FEEDBACK) -> CorridorAreas:
    """Return the host's territory within half of ``width_km`` of each path, including parts across a gap in it.

    If the host's territory changes during a passage, each part counts with the territory at its time. The distance is
    measured in a local plane (for its accuracy see ``host_index.BAND_DEG``), with round ends at the ends of the path;
    the vertices of the host's border are kept. Raises CorridorsError if the width is not above 0.
    """
    if not (np.isfinite(width_km) and width_km > 0):
        raise CorridorsError(
            Message("The width of a corridor area must be a number of km above 0, not {!r:.100}.", width_km)
        )
    pieces = np.full(len(corridors.part_path), None, dtype=object)
    for host, rows in territories_with_parts(corridors, feedback):
        paths = host.plane.from_lonlat(corridors.part_path[rows])
        beside = host.plane.to_lonlat(shapely.buffer(paths, width_km * 1e3 / 2, quad_segs=_QUARTER))
        shapely.prepare(host.geometry)
        cut = ~shapely.contains_properly(host.geometry, beside)
        beside[cut] = shapely.intersection(host.geometry, beside[cut])
        pieces[rows] = beside
    geometry = np.full(len(corridors), None, dtype=object)
    firsts = np.searchsorted(corridors.part_corridor, np.arange(len(corridors) + 1))
    for row, (first, stop) in enumerate(zip(firsts, firsts[1:])):
        merged = pieces[first] if stop - first == 1 else shapely.union_all(pieces[first:stop])
        geometry[row] = shapely.multipolygons(shapely.get_parts(_areal(merged)))
    return CorridorAreas(geometry, areas_km2(geometry))


def _areal(geometry: shapely.Geometry) -> shapely.Geometry:
    area = polygons_of(geometry)
    return shapely.MultiPolygon() if area is None else area


DAYS_AFTER = 7
_DAY = np.timedelta64(86400, "s")
_AT_ONCE = 100  # corridors


@dataclass(frozen=True)
class Advances:
    """Advances along n corridors, as columns; NaN if the source of the maps does not cover the time after.

    taken_km2    area that the mover's bloc took of the corridor's area, ellipsoidal
    taken_share  the same as a share of that area, 0 to 1; NaN also if the corridor has no area
    """

    taken_km2: np.ndarray
    taken_share: np.ndarray

    def __len__(self) -> int:
        return len(self.taken_km2)


def advances_along(
    corridors: Corridors,
    areas: np.ndarray,
    series: ControlSeries,
    blocs: Blocs = NO_BLOCS,
    days: int = DAYS_AFTER,
    feedback: Feedback = NO_FEEDBACK,
) -> Advances:
    """Measure how much of each corridor's area the mover's bloc took, on the maps of the same source.

    areas    (n,) the host's territory along each path: ``corridor_areas(...).geometry``
    series   territories of any sources; those of the corridor's ``map_source`` count
    blocs    those of the start of the passage: who is the mover's ally then is so for all of the follow-up period
    days     length of the follow-up period after the end of the passage, to the second

    Taken is the area that the bloc holds at any time after the start of the passage and up to ``days`` after its end,
    and did not hold at the start; it counts even if the bloc has lost it again by then. A source covers the time after
    if it shows any territory, of any faction, from the end of the passage to ``days`` later, and is updated by then:
    a territory begins or ends after the start of the passage. A last map without an end, or one that remains valid
    until a map long after, is not evidence on these days.

    Raises CorridorsError if ``days`` is not a whole number or negative, or if the numbers of areas and corridors
    differ.
    """
    if isinstance(days, bool) or not isinstance(days, Integral) or days < 0:
        raise CorridorsError(
            Message("The follow-up period must be a whole number of days, 0 or more, not {!r:.100}.", days)
        )
    areas = np.asarray(areas, object)
    if len(areas) != len(corridors):
        raise CorridorsError(
            Message("The number of areas, {}, differs from the number of corridors, {}.", len(areas), len(corridors))
        )
    taken_km2 = _all_taken_km2(corridors, areas, series, blocs, days, feedback)
    whole_km2 = areas_km2(areas) if len(areas) else np.empty(0)
    share = np.divide(taken_km2, whole_km2, out=np.full(len(whole_km2), np.nan), where=whole_km2 > 0)
    return Advances(taken_km2, np.minimum(share, 1))


def _all_taken_km2(
    corridors: Corridors,
    areas: np.ndarray,
    series: ControlSeries,
    blocs: Blocs,
    days: int,
    feedback: Feedback,
) -> np.ndarray:
    within_180, until = folded(areas), corridors.end + days * _DAY
    taken_km2 = np.full(len(corridors), np.nan)
    epochs = blocs.epoch_at(corridors.start, ~corridors.is_timed & (corridors.start.astype(DAY) == corridors.start))
    sides = blocs.of(corridors.mover, epochs)
    done = 0
    for source, epoch, side in sorted(set(zip(corridors.map_source, epochs.tolist(), sides))):
        of_source = series.source == source
        held = series.take(of_source & (blocs.of(series.faction, np.full(len(series), epoch)) == side))
        held = replace(held, geometry=folded(held.geometry))
        rows = np.flatnonzero((corridors.map_source == source) & (epochs == epoch) & (sides == side))
        known = _are_known(series.take(of_source), corridors.start[rows], corridors.end[rows], until[rows])
        for first in range(0, len(rows), _AT_ONCE):
            report_progress(feedback, 100 * done / len(corridors))
            some = rows[first : first + _AT_ONCE]
            taken_km2[some] = _taken_km2(held, within_180[some], corridors.start[some], until[some])
            done += len(some)
        taken_km2[rows[~known]] = np.nan
    return taken_km2


def _are_known(series: ControlSeries, start: np.ndarray, since: np.ndarray, until: np.ndarray) -> np.ndarray:
    """Return whether a source covers each follow-up period.

    Any territory is valid at some moment from ``since`` to ``until``, both inclusive, and any begins or ends after
    ``start`` and up to ``until``, so that the maps were updated.
    """
    ends = np.sort(closed(series.end))
    too_late = len(series) - np.searchsorted(np.sort(series.start), until, side="right")
    too_early = np.searchsorted(ends, since, side="right")
    steps = np.sort(np.concatenate([series.start, ends]))
    is_new = np.searchsorted(steps, until, side="right") > np.searchsorted(steps, start, side="right")
    return is_new & (len(series) - too_late - too_early > 0)


def _taken_km2(held: ControlSeries, areas: np.ndarray, start: np.ndarray, until: np.ndarray) -> np.ndarray:
    """Return the part of each area, in km², held at any time after its start up to ``until``, but not at its start."""
    gained = np.full(len(areas), shapely.MultiPolygon(), object)
    if len(held) == 0:
        return areas_km2(gained)
    area, row = shapely.STRtree(held.geometry).query(areas)
    is_new = (start[area] < held.start[row]) & (held.start[row] <= until[area])
    is_old = (held.start[row] <= start[area]) & (start[area] < closed(held.end)[row])
    clipped = shapely.intersection(held.geometry[row[is_new]], areas[area[is_new]])
    owner = area[is_new]
    for number in np.unique(owner[shapely.area(clipped) > 0]):
        territory = shapely.union_all(clipped[owner == number])
        for before in held.geometry[row[is_old & (area == number)]]:
            territory = shapely.difference(territory, before)
        gained[number] = polygons_of(territory)
    return areas_km2(gained)
