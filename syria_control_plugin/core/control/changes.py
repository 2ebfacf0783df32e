"""Control changes: territory that passed from one holder to another between two snapshots.

Method. Between two daily maps almost everything stays, so the cost follows what changed. For one faction let ∂A and ∂B
be the directed boundaries of its territory before and after, with the territory on the left. The winding number of ∂A
around a point is 1 inside A and 0 outside, so that of the chain ∂B − ∂A is 1 in territory gained, −1 in territory lost,
0 elsewhere. An edge that both have in the same direction cancels out of the chain. So each face of the plane cut by the
remaining edges is gained, lost or kept as a whole, and the edges that stay need not be overlaid at all: comparing them
as arrays finds them. Another faction that neither gains nor loses such a face may still hold a part of it (territory
that two claim): of that faction's edges, only those beside the face are added to the cut. Each face then lies on one
side of every border that meets it. Its holders before and after are read at one point of its interior, and faces with
the same holders on both dates are dropped. (Chains and their boundaries: Edelsbrunner and Harer 2010, Computational
Topology, ch. IV. Winding numbers as the test for inside: Hormann and Agathos 2001, The point in polygon problem for
arbitrary polygons. The cut is GEOS's OverlayNG noding of lines and its polygonizer.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import shapely

from ..arrays import objects
from ..errors import SeriesError
from ..geometry.boundaries import Boundary, beside, boundary, faces, paths, shared_edges
from ..geometry.ellipsoid import areas_km2
from ..messages import Message
from .holders import NOT_MAPPED, Holders, check_faction_ids, holders
from .overlaps import SLIVER_KM2
from .series import ControlSeries


@dataclass(frozen=True)
class Changes:
    """Territory by its holders before and after, which differ: one row per pair, sorted by them; columns of length n.

    from_holder, to_holder  object: ``holders.Holders``, sorted ids; several for contested territory. So rows never
                            overlap
    geometry                areas, lon/lat
    area_km2                ellipsoidal, as ``areas_km2`` and QGIS measure them
    slivers, sliver_km2     number and area of the separate pieces below the tolerance, which are among the rows:
                            borders that were digitised again change hands by slivers
    """

    from_holder: np.ndarray
    to_holder: np.ndarray
    geometry: np.ndarray
    area_km2: np.ndarray
    slivers: int
    sliver_km2: float

    def __len__(self) -> int:
        return len(self.area_km2)


class Territory:
    """Area that one faction holds on a date, with what is computed from it once and kept for the next date."""

    def __init__(self, area: shapely.Geometry) -> None:
        self.area = area

    @classmethod
    def of(cls, areas: Sequence[shapely.Geometry]) -> Territory:
        """Return the territory of one faction's rows. Rows that overlap count once."""
        return cls(areas[0] if len(areas) == 1 else shapely.union_all(areas))

    @cached_property
    def boundary(self) -> Boundary:
        return boundary(self.area)

    @cached_property
    def bounds(self) -> np.ndarray:
        return shapely.bounds(self.area)

    @cached_property
    def _prepared(self) -> shapely.Geometry:
        copy = shapely.force_2d(self.area)  # a copy, since a prepared geometry keeps its index as long as it lives
        shapely.prepare(copy)
        return copy

    @cached_property
    def area_km2(self) -> float:
        return float(areas_km2([self.area])[0])

    def meets(self, bounds: np.ndarray) -> bool:
        """Return whether the bounding box has a point in common with another (west, south, east, north)."""
        return bool((self.bounds[:2] <= bounds[2:]).all() and (bounds[:2] <= self.bounds[2:]).all())

    def contains(self, points: np.ndarray) -> np.ndarray:
        """Return a mask of the points, (n, 2), inside; points on the border are not inside."""
        inside = ((self.bounds[:2] <= points) & (points <= self.bounds[2:])).all(axis=1)
        if inside.any():
            inside[inside] = shapely.contains_xy(self._prepared, *points[inside].T)
        return inside


_NOTHING = Territory(shapely.Polygon())


def territories(snapshot: ControlSeries | Mapping[str, Any]) -> dict[str, Territory]:
    """Return each faction's territory in a snapshot.

    snapshot  {faction id: area or Territory}, or the rows of ``series.on(date)``
    """
    if isinstance(snapshot, ControlSeries):
        rows: dict[str, list] = {}
        for faction, area in zip(snapshot.faction, snapshot.geometry):
            rows.setdefault(str(faction), []).append(area)
        return {faction: Territory.of(areas) for faction, areas in rows.items()}
    territory_of = {name: area if isinstance(area, Territory) else Territory(area) for name, area in snapshot.items()}
    return {name: territory for name, territory in territory_of.items() if not shapely.is_empty(territory.area)}


def changes_between(
    before: ControlSeries | Mapping[str, Any],
    after: ControlSeries | Mapping[str, Any],
    sliver_km2: float = SLIVER_KM2,
    outside: str = NOT_MAPPED,
) -> Changes:
    """Return territory by its holders before and after, where the two differ.

    before, after  snapshots of one source: {faction id: polygon or multipolygon, lon/lat, valid}, or what
                   ``series.on(date)`` returns; an area that is the same object in both is known to be unchanged
    outside        holder of the ground outside of all territories, as ``series.outside(source)`` returns

    For every pair of holders X ≠ Y (NOBODY and NOT_MAPPED count as holders, contested territory has its own):
    territory(X, before) ∩ territory(Y, after), equal to the result of a plain overlay. Areas narrower than 0.01 mm are
    rounding, and are ignored. Raises SeriesError for a snapshot of more than one source, and for a faction whose id
    cannot be a holder (``check_faction_ids``).
    """
    _check(before, after)
    before, after = territories(before), territories(after)
    lines, kept = _changed_edges(before, after)
    cut = faces(lines)
    was, is_now = _covering(before, cut), _covering(after, cut)
    more = _kept_edges(after, kept, cut, was, is_now)
    if more:
        cut = faces(np.concatenate([lines, *more]))
        was, is_now = _covering(before, cut), _covering(after, cut)
    states: dict[tuple[Holders, Holders], list[int]] = {}
    for face, (old, new) in enumerate(zip(was, is_now)):
        state = holders(old, outside), holders(new, outside)
        if state[0] != state[1]:
            states.setdefault(state, []).append(face)
    rows = [(old, new, _merged(cut[numbers])) for (old, new), numbers in states.items()]
    return _changes(sorted(rows, key=lambda row: row[:2]), sliver_km2)


def _check(*snapshots: ControlSeries | Mapping[str, Any]) -> None:
    sources = {source for each in snapshots if isinstance(each, ControlSeries) for source in each.source}
    if len(sources) > 1:
        raise SeriesError(
            Message(
                "Maps of several sources cannot be compared, because a change of source is not a change of "
                "control: {}.",
                sorted(sources),
            )
        )
    for each in snapshots:
        check_faction_ids(each if isinstance(each, Mapping) else set(each.faction))


def _changed_edges(before: dict, after: dict) -> tuple[np.ndarray, dict]:
    """Return the edges that do not stay, as paths, and for each faction on both maps which of its edges do.

    The kept edges of a faction are a mask of the edges of ``after``, or None if all are kept.
    """
    changed: list[np.ndarray] = []
    kept: dict[str, np.ndarray | None] = {}
    for name in {*before, *after}:
        old, new = before.get(name, _NOTHING), after.get(name, _NOTHING)
        if old.area is new.area:
            kept[name] = None  # all
            continue
        in_old, in_new = shared_edges(old.boundary, new.boundary)
        changed += [paths(old.boundary, ~in_old), paths(new.boundary, ~in_new)]
        if in_new.any():
            kept[name] = in_new
    return (np.concatenate(changed) if changed else np.empty(0, object)), kept


def _kept_edges(after: dict, kept: dict, cut: np.ndarray, was: list, is_now: list) -> list[np.ndarray]:
    """Return, as paths, the kept edges that may divide a face in which control changes.

    A faction's own kept edges cannot divide a face that it gains or loses, since its territory lies on one side of them
    before and after. So only those of a faction are needed that lie beside changed faces which it neither gains nor
    loses.

    was, is_now  the holders of each face, as ``_covering`` returns them
    """
    changed = [face for face, (old, new) in enumerate(zip(was, is_now)) if old != new]
    moved = [set(was[face]) ^ set(is_now[face]) for face in changed]
    names = list(kept)
    boxes = shapely.box(*np.array([after[name].bounds for name in names]).reshape(-1, 4).T)
    near: dict[str, list[int]] = {}
    for row, number in zip(*shapely.STRtree(cut[changed]).query(boxes)):
        if names[row] not in moved[number]:
            near.setdefault(names[row], []).append(changed[number])
    edges = []
    for name, others in near.items():
        border, mask = after[name].boundary, kept[name]
        chosen = beside(border, np.ones(len(border), bool) if mask is None else mask, cut[others])
        edges += [paths(border, chosen)] if chosen.any() else []
    return edges


def _covering(snapshot: dict, cut: np.ndarray) -> list[tuple[str, ...]]:
    """Return the sorted ids of those whose territory covers a point inside each face, NOBODY among them."""
    names = sorted(snapshot)
    covering: list[list[str]] = [[] for _ in cut]
    if len(cut) and names:
        points = shapely.point_on_surface(cut)
        boxes = shapely.box(*np.array([snapshot[name].bounds for name in names]).T)
        face, territory = shapely.STRtree(boxes).query(points)
        order = np.argsort(territory, kind="stable")
        numbers, starts = np.unique(territory[order], return_index=True)
        xy = shapely.get_coordinates(points)
        for number, near in zip(numbers, np.split(face[order], starts[1:])):
            for row in near[snapshot[names[number]].contains(xy[near])]:
                covering[row].append(names[number])
    return [tuple(each) for each in covering]


def _merged(parts: np.ndarray) -> shapely.Geometry:
    """Return faces as one area. As a rule they touch in points at most, and need no union."""
    if len(parts) == 1:
        return parts[0]
    together = shapely.multipolygons(parts)
    return together if shapely.is_valid(together) else shapely.union_all(parts)


def _changes(rows: list, sliver_km2: float) -> Changes:
    from_holder, to_holder, geometry = (objects(row[column] for row in rows) for column in range(3))
    parts, owner = shapely.get_parts(geometry, return_index=True)
    areas = areas_km2(parts)
    small = areas < sliver_km2
    area = np.bincount(owner, areas, minlength=len(rows)) if len(rows) else np.zeros(0)
    return Changes(
        from_holder=from_holder,
        to_holder=to_holder,
        geometry=geometry,
        area_km2=area,
        slivers=int(small.sum()),
        sliver_km2=float(areas[small].sum()),
    )
