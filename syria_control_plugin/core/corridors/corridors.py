"""Corridors: the parts of movements inside the ground of a host, kept as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..control.series import ControlSeries

OBSERVED, INFERRED = "observed", "inferred"
TRANSIT, ENTRY, EXIT, INSIDE = "transit", "entry", "exit", "inside"


@dataclass(frozen=True)
class Corridors:
    """Corridors, n of them, sorted by start, movement and position on it.

    basis        OBSERVED: cut from a movement that somebody reported; INFERRED: deduced from control changes alone
    movement     object: id of the movement; of an inferred one "" (a hypothesis has no source that reported it)
    mover, host  object: faction ids
    kind         TRANSIT: came in and went out; ENTRY: came in and ended there; EXIT: began there and went out;
                 INSIDE: began and ended there
    start, end   datetime64[s]: moment of entry and of exit (of a movement's own begin and end where it has none).
                 Where ``is_timed`` is false nobody knows them: they are then the begin and end (which does not
                 belong to it) of the time in which the passage lies: the day of an untimed movement; of an inferred
                 one from the map before to the end of the day of the map after
    is_timed     bool
    gap_h        float: of a timed movement the longest time between two of its fixes that follow each other, of those
                 within the corridor and those right before the entry and right after the exit: so long nobody knows
                 where it was. NaN where ``is_timed`` is false
    path         object: LineString in lon/lat, from entry to exit; longitudes may run on beyond 180
    length_km    ellipsoidal
    before       object: who held the ground just before the entry: faction ids joined by "; " where several claim it,
                 "" for nobody; None where the movement has no before (EXIT, INSIDE)
    after        object: the same just after the exit; None for ENTRY and INSIDE
    enters_by_change, leaves_by_change   bool: the host gained or lost the ground while the mover stood on it, so
                 that no border was crossed
    also_claimed_by   object: other factions outside the mover's bloc that hold ground under the path too, at that
                 time: ids joined by "; ", "" for none
    map_date     datetime64[s]: of the map by which the ground is the host's: the last date at which any territory of
                 ``map_source`` begins or ends, at or before the entry; of an untimed movement at or before its begin
                 or, where the source knows nothing of that, the first moment of its time of which it does; of an
                 inferred corridor the map before. A map that shows all as the one before it did is not seen
    ground_changed   bool, of an untimed movement: by another map within start to end the host did not hold all ground
                 under the path, or the mover's bloc held some of it too. False for others: a timed one is tested at
                 each moment, and an inferred one rests on the map before
    source       object: who reported the movement; of an inferred one who published the maps
    map_source   object: whose territories these are

    The host's ground at the time of the passage, for measures of it; a passage that lasts over a change of the
    host's ground has several parts:

    grounds      the grounds of all holders: one row a holder and period (``territories.dissolved_by_holder``)
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
    territories: ControlSeries
    part_corridor: np.ndarray
    part_territory: np.ndarray
    part_path: np.ndarray

    def __len__(self) -> int:
        return len(self.length_km)


def transits_in(corridors: Corridors) -> int:
    """How many are transits over borders: where the ground changed hands under the mover, none was crossed."""
    crossed = ~corridors.enters_by_change & ~corridors.leaves_by_change
    return int((crossed & (corridors.kind == TRANSIT)).sum())
