"""Corridors: the parts of movements inside a host's territory, kept as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..control.series import ControlSeries

OBSERVED, INTERPOLATED, INFERRED = "observed", "interpolated", "inferred"
TRANSIT, ENTRY, EXIT, INSIDE = "transit", "entry", "exit", "inside"


@dataclass(frozen=True)
class Corridors:
    """n corridors, sorted by start, movement and position on it.

    basis        OBSERVED: cut from a movement with a reported position inside the host's territory, or of which the
                 source itself reports the passage; INTERPOLATED: cut from a movement without either, as by a straight
                 line between two positions; INFERRED: deduced from control changes alone
    movement     object: id of the movement; "" for an inferred corridor, a hypothesis that nobody reported
    mover, host  object: faction ids
    kind         TRANSIT: entered and left; ENTRY: entered and ended inside; EXIT: began inside and left;
                 INSIDE: began and ended inside
    start, end   datetime64[s]: moment of entry and of exit (without one, the start or end of the movement). If
                 ``is_timed`` is False they are unknown, and the two are the start and the exclusive end of the time
                 in which the passage lies: the time of an untimed movement, from the map on that gives
                 any of the territory to the host; for an inferred corridor, from the map
                 before to the end of the day of the map after
    is_timed     bool
    gap_h        float: the longest time between two consecutive fixes of a timed movement, among those inside the
                 corridor and the last before the entry and the first after the exit: its position is unknown for that
                 time. NaN if ``is_timed`` is False
    path         object: LineString in lon/lat, from entry to exit; longitudes may continue beyond 180
    length_km    ellipsoidal
    before       object: ``holders.Holders`` just before the entry: a tuple of ids, several if the place is contested,
                 ``(NOBODY,)`` or ``(NOT_MAPPED,)``; None if the movement begins inside (EXIT, INSIDE)
    after        object: the same just after the exit; None for ENTRY and INSIDE
    enters_by_change, leaves_by_change   bool: the host gained or lost the territory while the mover was in it, so
                 that no border was crossed
    also_claimed_by   object: other factions outside the mover's bloc that also hold territory under the path at that
                 time: a tuple of ids, empty for none
    map_date     datetime64[s]: date of the map that gives the territory to the host: the last date at which any
                 territory of ``map_source`` begins or ends, at or before the entry. For an untimed movement it is at
                 or before ``start`` or, if the source does not cover that, the first moment of its time that the
                 source covers; for an inferred corridor, the map before. A map equal to the previous one has no date
    ground_changed   bool, for an untimed movement: on another map between start and end the host did not hold all
                 territory under the path, or the mover's bloc held some of it too. False for all others: a timed
                 movement is tested at each moment, and an inferred corridor rests on the map before
    source       object: source of the movement; for an inferred corridor, source of the maps
    map_source   object: source of the territories
    route_assumed   bool: no position inside is reported, or one inside, or next to it, is estimated: path, length,
                 depth and neck are those of an assumed route
    remarks      object: the source's statements on the movement, one line each; "" for none

    The host's territory at the time of the passage, for its measures; if it changes during the passage, there are
    several parts:

    territories  those of all holders: one row per holder and period (``holdings.dissolved_by_holder``)
    part_corridor, part_territory, part_path   (p,) row of the corridor, row of ``territories``, LineString of the part;
                 sorted by corridor and position
    """

    basis: np.ndarray
    movement: np.ndarray
    mover: np.ndarray
    host: np.ndarray
    kind: np.ndarray
    start: np.ndarray
    end: np.ndarray
    is_timed: np.ndarray
    gap_h: np.ndarray
    path: np.ndarray
    length_km: np.ndarray
    before: np.ndarray
    after: np.ndarray
    enters_by_change: np.ndarray
    leaves_by_change: np.ndarray
    also_claimed_by: np.ndarray
    map_date: np.ndarray
    ground_changed: np.ndarray
    source: np.ndarray
    map_source: np.ndarray
    route_assumed: np.ndarray
    remarks: np.ndarray
    territories: ControlSeries
    part_corridor: np.ndarray
    part_territory: np.ndarray
    part_path: np.ndarray

    def __len__(self) -> int:
        return len(self.length_km)


def transits_in(corridors: Corridors, basis: str) -> int:
    """Return the number of transits of one basis, without those that begin or end by a change of territory."""
    crossed = ~corridors.enters_by_change & ~corridors.leaves_by_change
    return int((crossed & (corridors.kind == TRANSIT) & (corridors.basis == basis)).sum())
