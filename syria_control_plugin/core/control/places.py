"""Territories from dated reports of who holds a place: periods of holding, and Voronoi cells merged by holder.

The territories are derived, not observed. Voronoi diagrams: Aurenhammer 1991, "Voronoi diagrams: a survey of a
fundamental geometric data structure", ACM Computing Surveys 23(3). Distances are measured in an azimuthal equidistant
projection (WGS 84) about the places' mean direction. They are true from the centre outwards; across that direction they
are too long by 0.004 % at 100 km from the centre, 0.4 % at 1000 km and 1.7 % at 2000 km.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..errors import PlacesError
from ..geometry.ellipsoid import AzimuthalPlane
from ..geometry.polygons import AREAL_TYPES
from ..messages import Message


class Holdings(NamedTuple):
    """Periods in which holders held places, sorted by place, start and holder.

    place       int index
    holder      str
    start, end  datetime64[s], half-open; NaT = still held
    """

    place: np.ndarray
    holder: np.ndarray
    start: np.ndarray
    end: np.ndarray


def holders_over_time(place_index: Any, date: Any, holder: Any) -> Holdings:
    """Return the periods of holding that n reports "place P passed to holder H on date D", in any order, amount to.

    place_index: int; date: datetime64; holder: str ids. A report is valid until the next later one on its place. If
    reports of one place and date name different holders, all of them hold it from then on (contested). Reports that
    repeat the holder lengthen the period; duplicates count once. Raises PlacesError, naming the row, for a report
    without a place, date or holder.
    """
    place, moment, holder = _reports(place_index, date, holder)
    if not len(place):
        return Holdings(place, holder, moment, moment.copy())
    names, holder_ids = np.unique(holder, return_inverse=True)
    rows = np.unique(np.column_stack([place, moment.astype(np.int64), holder_ids.reshape(-1)]), axis=0)
    place, seconds, holder_ids = rows.T
    is_new_turn = np.append(True, (np.diff(place) != 0) | (np.diff(seconds) != 0))
    turn = np.cumsum(is_new_turn) - 1  # one number per place and date
    turn_place, turn_start = place[is_new_turn], seconds[is_new_turn].astype("datetime64[s]")
    turn_end = np.full(len(turn_start), np.datetime64("NaT", "s"))
    has_next = np.append(turn_place[1:] == turn_place[:-1], False)
    turn_end[has_next] = turn_start[1:][has_next[:-1]]

    runs = np.lexsort([turn, holder_ids, place])
    place, holder_ids, turn = place[runs], holder_ids[runs], turn[runs]
    is_first = np.append(True, (np.diff(place) != 0) | (np.diff(holder_ids) != 0) | (np.diff(turn) != 1))
    is_last = np.append(is_first[1:], True)
    place, holder_ids = place[is_first], holder_ids[is_first]
    start, end = turn_start[turn[is_first]], turn_end[turn[is_last]]
    sequence = np.lexsort([holder_ids, start, place])
    return Holdings(place[sequence], names[holder_ids][sequence], start[sequence], end[sequence])


def _reports(place_index: Any, date: Any, holder: Any) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    place, moment = np.asarray(place_index), np.asarray(date, dtype="datetime64[s]")
    holder = np.asarray(holder, dtype=object)
    if place.ndim != 1 or place.shape != moment.shape or place.shape != holder.shape:
        raise PlacesError(
            Message(
                "Every report needs a place, a date and a holder. The shapes of these columns differ: {}, {}, {}.",
                place.shape,
                moment.shape,
                holder.shape,
            )
        )
    if len(place) and place.dtype.kind not in "iu":
        raise PlacesError(Message("The place numbers of reports must be whole numbers, not {}.", place.dtype))
    for row in np.flatnonzero((place.astype(int) < 0) | np.isnat(moment)):
        raise PlacesError(
            Message("Report in row {}: place {} or date {} is not valid. Correct it.", row, place[row], moment[row])
        )
    for row, name in enumerate(holder):
        if not isinstance(name, str) or not name:
            raise PlacesError(Message("Report in row {} has the holder {!r}. Enter the id of a faction.", row, name))
    return place.astype(np.int64), moment, holder.astype(str)


GRID_M = 0.001  # cells are noded on this grid, so that neighbours share their vertices exactly
STEP_M = 2000.0  # a straight edge of this length stays straight to 0.1 m between the projection and lon/lat
STEP_DEGREES = 0.02
SAME_PLACE_M = 1.0
MAX_SPREAD_KM = 4000.0
KM_PER_DEGREE = 110.0  # a little less than the shortest degree of latitude


class Territories(NamedTuple):
    """Territories of holders over periods, sorted by holder and start.

    holders       str
    starts, ends  datetime64[s], half-open; NaT = still held
    geometries    Polygon or MultiPolygon, EPSG:4326
    """

    holders: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    geometries: np.ndarray


def cells_of_places(
    lon: Any, lat: Any, distance_km: float | None = 8.0, area: BaseGeometry | None = None
) -> np.ndarray:
    """Return the cell of each place: the area nearest to it, within ``distance_km`` of it and inside ``area``.

    lon, lat  degrees (EPSG:4326), one pair per place
    area      Polygon or MultiPolygon in lon/lat, required if the distance is None

    Returns polygons in lon/lat in the order of the places, empty if nothing is left. Neighbours share their border
    vertex for vertex, on a grid of 1 mm. Discs are 128-sided polygons inside the true circle (at 8 km up to 2.4 m
    short). Across the antimeridian, longitudes continue beyond 180. Raises PlacesError, naming the row, for coordinates
    out of range, two places within 1 m, or a spread over 4000 km.
    """
    lon, lat = _coordinates(lon, lat)
    if distance_km is None and area is None:
        raise PlacesError(Message("Without a distance limit the cells are unbounded. Set a distance or an area."))
    if distance_km is not None and not (np.isfinite(distance_km) and distance_km > 0):
        raise PlacesError(
            Message("The distance limit is {} km. Set a limit above 0, or no limit and an area.", distance_km)
        )
    plane = _plane_about(lon, lat)
    points = shapely.points(*plane.from_lonlat(lon, lat))
    _refuse_bad_spread(points)
    domain = None if area is None else _projected_area(_near_part(area, lon, lat, distance_km), plane)
    if distance_km is not None:
        discs = shapely.union_all(shapely.buffer(points, 1000.0 * distance_km, quad_segs=32))
        domain = discs if domain is None else _polygons_of(shapely.intersection(discs, domain))
    return shapely.transform(_cells_in_plane(points, domain), lambda xy: np.column_stack(plane.to_lonlat(*xy.T)))


def territories_from_reports(
    lon: Any,
    lat: Any,
    place_index: Any,
    date: Any,
    holder: Any,
    distance_km: float | None = 8.0,
    area: BaseGeometry | None = None,
) -> Territories:
    """Return the cells of the places merged by holder, one row per period in which a holder's places stay the same.

    See ``cells_of_places`` and ``holders_over_time``; ``place_index`` counts into lon and lat. The cell of a place
    before its first report is in no territory; a contested place is in one of each holder. Raises PlacesError as those
    two functions do, and for a place index that is out of range.
    """
    cells = cells_of_places(lon, lat, distance_km, area)
    holdings = holders_over_time(place_index, date, holder)
    if len(holdings.place) and holdings.place.max() >= len(cells):
        row = int(np.argmax(np.asarray(place_index) >= len(cells)))
        raise PlacesError(
            Message(
                "Report in row {}: place {} does not exist. Number of places: {}.",
                row,
                np.asarray(place_index)[row],
                len(cells),
            )
        )
    keep = ~shapely.is_empty(cells[holdings.place])
    place, holder, start, end = (column[keep] for column in holdings)
    rows: list[tuple[str, np.datetime64, np.datetime64, frozenset[int]]] = []
    for name in np.unique(holder):
        of_name = holder == name
        rows += [(name, *span) for span in _spans(place[of_name], start[of_name], end[of_name])]
    unions = {places: shapely.union_all(cells[sorted(places)]) for places in {row[3] for row in rows}}
    geometries = np.empty(len(rows), dtype=object)
    geometries[:] = [unions[row[3]] for row in rows]
    return Territories(
        np.array([row[0] for row in rows], dtype=holdings.holder.dtype),
        np.array([row[1] for row in rows], dtype="datetime64[s]"),
        np.array([row[2] for row in rows], dtype="datetime64[s]"),
        geometries,
    )


def _spans(
    place: np.ndarray, start: np.ndarray, end: np.ndarray
) -> list[tuple[np.datetime64, np.datetime64, frozenset[int]]]:
    """Return the spans (start, end, set of places) of one holder, cut wherever the set changes."""
    ends = ~np.isnat(end)
    cuts = np.unique(np.concatenate([start, end[ends]]))
    gained: list[set[int]] = [set() for _ in cuts]
    lost: list[set[int]] = [set() for _ in cuts]
    for cut, index in zip(np.searchsorted(cuts, start), place):
        gained[cut].add(int(index))
    for cut, index in zip(np.searchsorted(cuts, end[ends]), place[ends]):
        lost[cut].add(int(index))
    held: frozenset[int] = frozenset()
    spans = []
    for cut, until in enumerate(np.append(cuts[1:], np.datetime64("NaT", "s"))):
        held = (held - lost[cut]) | gained[cut]
        if held:
            spans.append((cuts[cut], until, held))
    return spans


def _cells_in_plane(points: np.ndarray, domain: BaseGeometry) -> np.ndarray:
    """Return the faces that the Voronoi edges cut out of the domain, merged by the nearest place.

    All lines are noded together once, on a grid, so the faces on both sides of a border have the same vertices.
    """
    cells = np.full(len(points), shapely.Polygon(), dtype=object)
    if domain.is_empty:
        return cells
    lines = [shapely.segmentize(shapely.boundary(domain), STEP_M)]
    if len(points) > 1:
        both = shapely.union_all([shapely.envelope(domain), shapely.envelope(shapely.multipoints(points))])
        around = shapely.buffer(shapely.envelope(both), max(1000.0, 0.1 * shapely.length(both)))
        edges = shapely.voronoi_polygons(shapely.multipoints(points), extend_to=around, only_edges=True)
        lines.append(shapely.segmentize(shapely.intersection(edges, domain), STEP_M))
    noded = shapely.union_all(lines, grid_size=GRID_M)
    faces = shapely.get_parts(shapely.polygonize([noded]))
    inner = shapely.point_on_surface(faces)
    shapely.prepare(domain)
    is_inside = shapely.contains(domain, inner)
    faces, inner = faces[is_inside], inner[is_inside]
    owners = shapely.STRtree(points).nearest(inner)
    for owner in np.unique(owners):
        cells[owner] = shapely.union_all(faces[owners == owner])
    return cells


def _coordinates(lon: Any, lat: Any) -> tuple[np.ndarray, np.ndarray]:
    try:
        lon, lat = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    except (TypeError, ValueError) as error:
        raise PlacesError(Message("The coordinates of places must be numbers in degrees: {}.", error)) from error
    if lon.ndim != 1 or lon.shape != lat.shape:
        raise PlacesError(
            Message(
                "Every place needs one longitude and one latitude. The shapes of these columns are {} and {}.",
                lon.shape,
                lat.shape,
            )
        )
    if not len(lon):
        raise PlacesError(Message("The list of places is empty. Add at least one place."))
    bad = ~((np.abs(lon) <= 180) & (np.abs(lat) <= 90))  # NaN is bad too
    if bad.any():
        row = int(np.argmax(bad))
        raise PlacesError(
            Message(
                "Place in row {}: longitude {} or latitude {} is missing or out of range. Correct the place or "
                "leave it out.",
                row,
                lon[row],
                lat[row],
            )
        )
    return lon, lat


def _plane_about(lon: np.ndarray, lat: np.ndarray) -> AzimuthalPlane:
    """Return the plane about the mean direction of the places."""
    east, north = np.radians(lon), np.radians(lat)
    x, y, z = np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)
    centre_lon = float(np.degrees(np.arctan2(y.mean(), x.mean())))
    centre_lat = float(np.degrees(np.arctan2(z.mean(), np.hypot(x.mean(), y.mean()))))
    return AzimuthalPlane(centre_lon, centre_lat)


def _refuse_bad_spread(points: np.ndarray) -> None:
    from_centre_km = np.hypot(shapely.get_x(points), shapely.get_y(points)) / 1000.0
    farthest = int(np.argmax(from_centre_km))
    if not from_centre_km[farthest] <= MAX_SPREAD_KM / 2:
        raise PlacesError(
            Message(
                "Place in row {} lies {:.0f} km from the centre of all places, which may extend over {:.0f} km at "
                "most. Correct the place, or split the case.",
                farthest,
                from_centre_km[farthest],
                MAX_SPREAD_KM,
            )
        )
    first, second = shapely.STRtree(points).query(points, predicate="dwithin", distance=SAME_PLACE_M)
    twins = np.flatnonzero(first < second)
    if len(twins):
        pair = min(zip(first[twins].tolist(), second[twins].tolist()))
        raise PlacesError(
            Message("The places in rows {} and {} are at the same point. Merge them into one place.", pair[0], pair[1])
        )


def _near_part(area: BaseGeometry, lon: np.ndarray, lat: np.ndarray, distance_km: float | None) -> BaseGeometry:
    """Return the part of the area that the discs can reach, so that the area may be the whole world."""
    if shapely.get_type_id(area) not in AREAL_TYPES or not shapely.is_valid(area) or shapely.is_empty(area):
        raise PlacesError(Message("The area is not a valid polygon ({}). Repair it.", shapely.is_valid_reason(area)))
    if distance_km is None:
        return area
    north = 1.01 * distance_km / KM_PER_DEGREE
    highest = np.abs(lat).max() + north
    east = north / np.cos(np.radians(highest)) if highest < 89 else 360.0
    west_end, east_end = lon.min() - east, lon.max() + east
    if west_end < -180 or east_end > 180:
        west_end, east_end = -540.0, 540.0
    reach = shapely.box(west_end, lat.min() - north, east_end, lat.max() + north)
    return _polygons_of(shapely.intersection(area, reach))


def _polygons_of(geometry: BaseGeometry) -> BaseGeometry:
    """Return the geometry without the points and lines that an intersection may leave."""
    return geometry if shapely.get_type_id(geometry) in AREAL_TYPES else shapely.buffer(geometry, 0)


def _projected_area(area: BaseGeometry, plane: AzimuthalPlane) -> BaseGeometry:
    area = shapely.segmentize(area, STEP_DEGREES)
    area = shapely.transform(area, lambda lon_lat: np.column_stack(plane.from_lonlat(*lon_lat.T)))
    area = _polygons_of(area if shapely.is_valid(area) else shapely.make_valid(area))
    reach_km = np.abs(shapely.bounds(area)).max() / 1000.0
    if not area.is_empty and not reach_km <= MAX_SPREAD_KM:
        raise PlacesError(
            Message(
                "The area extends {:.0f} km from the centre of the places. Clip it to {:.0f} km.",
                reach_km,
                MAX_SPREAD_KM,
            )
        )
    return area
