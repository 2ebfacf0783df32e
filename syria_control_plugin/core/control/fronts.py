"""Front lines: the border that two factions share, and how far it moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..arrays import objects
from ..dates.periods import OPEN, intersection
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ..geometry.antimeridian import folded, turned
from ..geometry.ellipsoid import LocalPlane, lengths_km, nearest_km
from .holders import NOBODY
from .holdings import GRID, dissolved_by_holder
from .longitudes import frame_of_territories
from .series import ControlSeries, meeting_pairs
from .snapshots import same_area

_LINE_TYPES = (shapely.GeometryType.LINESTRING.value, shapely.GeometryType.LINEARRING.value)

# Largest sampling distance when the shift of a front is measured.
STEP_KM = 0.2


@dataclass(frozen=True)
class FrontLines:
    """Front lines, all columns of length n, sorted by pair and start.

    pair        (n, 2) ids of the two factions, sorted
    start, end  datetime64[s]: the period in which the front stays the same, end NaT = still valid
    geometry    multilines, lon/lat
    length_km   ellipsoidal
    """

    pair: np.ndarray
    start: np.ndarray
    end: np.ndarray
    geometry: np.ndarray
    length_km: np.ndarray

    def __len__(self) -> int:
        return len(self.length_km)


@dataclass(frozen=True)
class FrontShift:
    """Distance by which a front moved: km from the later line to the nearest point of the earlier one.

    mean_km      over the length of the later line: the directed average distance of Dubuisson and Jain (1994),
                 A modified Hausdorff distance for object matching
    greatest_km  the directed Hausdorff distance (Huttenlocher et al. 1993, Comparing images using the Hausdorff
                 distance)

    Neither contains a direction, nor how much territory changed hands. A front that only became shorter lies on the
    earlier one: 0. Both are NaN without an earlier or a later line.
    """

    mean_km: float
    greatest_km: float


NO_SHIFT = FrontShift(np.nan, np.nan)


def front_lines(series: ControlSeries, tolerance_m: float = 0.0, feedback: Feedback = NO_FEEDBACK) -> FrontLines:
    """Return the borders between the factions' territories, one row per pair and period in which theirs stays the same.

    A border is shared if one faction's territory lies on one side and the other's on the other: lines only, not points
    in which two merely touch. If two territories overlap (contested territory), there is no line between them; the
    contested territory itself lies between. NOBODY's territory has no front. Give the rows of one source.

    tolerance_m  0: the shared border is what both have in common (to a tenth of a millimetre). Above 0, for borders
                 that were digitised twice: the part of the border of the pair's first faction that lies within this
                 distance of the border of the other. Its ends may then extend by as much.

    Two territories are compared once for all the time in which both stay the same. The antimeridian is no border:
    territories are joined across it, and a front that crosses it is cut there.
    """
    named = series.take(series.faction != NOBODY)
    territories = dissolved_by_holder(named, feedback=SubFeedback(feedback, 0, 30))
    territories = frame_of_territories(territories).of_territories(territories)
    steps = SubFeedback(feedback, 30, 100)
    pairs = meeting_pairs(territories.start, territories.end, _within_reach(territories.geometry, tolerance_m))
    pairs = pairs[territories.faction[pairs[:, 0]] != territories.faction[pairs[:, 1]]]  # sorted: the first comes first
    if len(pairs):
        ones, others = territories.geometry[pairs.T]
        pairs = pairs[are_close(ones, others, tolerance_m)]
    starts, ends = intersection(*(c[p] for p in pairs.T for c in (territories.start, territories.end)))
    rows: list[list] = []
    beside = sorted(zip(pairs.tolist(), starts, ends), key=lambda row: (*territories.faction[row[0]], row[1]))
    for number, ((one, other), start, end) in enumerate(beside):
        report_progress(steps, 100 * number / len(beside))
        line = _shared_border(territories.geometry[one], territories.geometry[other], tolerance_m)
        if shapely.is_empty(line):
            continue
        names = (territories.faction[one], territories.faction[other])
        if rows and rows[-1][0] == names and rows[-1][2] == start and same_area(rows[-1][3], line):
            rows[-1][2] = end
        else:
            rows.append([names, start, end, line])
    return _as_columns(rows)


def front_shift(before: shapely.Geometry, after: shapely.Geometry) -> FrontShift:
    """Return how far a front moved, from the earlier to the later line (lines or multilines, lon/lat); see FrontShift.

    The later line is cut into steps of at most STEP_KM. The mean weights the middle of each by its length; for the
    greatest distance the ends of the steps count too.
    """
    if any(line is None or shapely.is_empty(line) for line in (before, after)):
        return NO_SHIFT
    west, _, east, _ = shapely.total_bounds([before, after])
    if east - west > 180:  # on both sides of the antimeridian
        before = shapely.multilinestrings(shapely.get_parts([turned(before, turns) for turns in (-1, 0, 1)]))
    plane = LocalPlane.around(after)
    fine = plane.to_lonlat(shapely.segmentize(plane.from_lonlat(after), STEP_KM * 1e3))
    corners, part = shapely.get_coordinates(shapely.get_parts(fine), return_index=True)
    inside = part[1:] == part[:-1]
    steps = np.stack([corners[:-1][inside], corners[1:][inside]], axis=1)
    weights = lengths_km(shapely.linestrings(steps))
    middles = nearest_km(shapely.points(steps.mean(axis=1)), before)
    greatest = max(middles.max(), nearest_km(shapely.points(corners), before).max())
    return FrontShift(float(np.average(middles, weights=weights)), float(greatest))


def front_shifts(fronts: FrontLines, feedback: Feedback = NO_FEEDBACK) -> list[FrontShift]:
    """Return how far each front moved from the one that it follows without a gap; NaN for a new one."""
    shifts = []
    for row in range(len(fronts)):
        report_progress(feedback, 100 * row / len(fronts))
        follows = row > 0 and fronts.end[row - 1] == fronts.start[row]
        follows = follows and tuple(fronts.pair[row - 1]) == tuple(fronts.pair[row])
        shifts.append(front_shift(fronts.geometry[row - 1], fronts.geometry[row]) if follows else NO_SHIFT)
    return shifts


def outside(territory: shapely.Geometry, other: shapely.Geometry) -> shapely.Geometry:
    """Return the part of a territory that is not another's as well; the territory itself if the two do not overlap."""
    if shapely.relate_pattern(territory, other, "2********"):
        return shapely.difference(territory, other, grid_size=GRID)
    return territory


def are_close(
    one: shapely.Geometry | np.ndarray, other: shapely.Geometry | np.ndarray, tolerance_m: float
) -> np.ndarray:
    """Return whether the bounding boxes of two columns of geometries (or of one and a column) are within a distance."""
    west, south, east, north = _within_reach(one, tolerance_m).T
    west_b, south_b, east_b, north_b = shapely.bounds(other).T
    return (west <= east_b) & (west_b <= east) & (south <= north_b) & (south_b <= north)


def _within_reach(geometry: shapely.Geometry | np.ndarray, tolerance_m: float) -> np.ndarray:
    """Return the (n, 4) bounding boxes, grown by a tolerance."""
    west, south, east, north = shapely.bounds(geometry).T
    margin_y = 1e-8 + tolerance_m / 110_000
    margin_x = margin_y / np.maximum(np.cos(np.radians(np.maximum(np.abs(south), np.abs(north)))), 1e-3)
    return np.array([west - margin_x, south - margin_y, east + margin_x, north + margin_y]).T


def segments_along(line: shapely.Geometry, other: shapely.Geometry, tolerance_m: float = 0.0) -> shapely.Geometry:
    """Return the segments of a line that run along (or inside) another geometry, as a multiline, which may be empty.

    tolerance_m  0: they have them in common, else they run within this distance of it
    """
    if tolerance_m > 0:
        plane = LocalPlane.around(line)
        reach = shapely.buffer(plane.from_lonlat(line), tolerance_m).bounds
        near = shapely.intersection(plane.from_lonlat(other), shapely.box(*_grown(reach, tolerance_m)))
        common = plane.to_lonlat(shapely.intersection(plane.from_lonlat(line), shapely.buffer(near, tolerance_m)))
    else:
        common = shapely.intersection(line, other, grid_size=GRID)
    parts = shapely.get_parts(common)
    parts = parts[np.isin(shapely.get_type_id(parts), _LINE_TYPES) & (shapely.length(parts) > 0)]
    merged = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(parts)))
    return shapely.normalize(shapely.multilinestrings(merged))


def _grown(bounds: Sequence[float], by: float) -> tuple[float, float, float, float]:
    west, south, east, north = bounds
    return west - by, south - by, east + by, north + by


def _shared_border(one: shapely.Geometry, other: shapely.Geometry, tolerance_m: float) -> shapely.Geometry:
    one, other = outside(one, other), outside(other, one)
    if shapely.is_empty(one) or shapely.is_empty(other):
        return shapely.MultiLineString()
    return segments_along(shapely.boundary(one), shapely.boundary(other), tolerance_m)


def _as_columns(rows: list[list]) -> FrontLines:
    pair = np.empty((len(rows), 2), dtype=object)
    geometry = np.empty(len(rows), dtype=object)
    start = np.full(len(rows), OPEN)
    end = start.copy()
    for number, (names, begins, until, line) in enumerate(rows):
        pair[number], geometry[number], start[number], end[number] = names, line, begins, until
    return FrontLines(pair=pair, start=start, end=end, geometry=_folded(geometry), length_km=lengths_km(geometry))


def _folded(lines: np.ndarray) -> np.ndarray:
    return objects(shapely.multilinestrings(shapely.get_parts(line)) for line in folded(lines))
