"""What is found of ways through others' ground where only dated territories are known: see ``inferred_corridors``."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .corridors import Corridors


@dataclass(frozen=True)
class Alternative:
    """Another way to a gain than the one that a corridor lies on.

    hosts      whose ground it crosses, in order; none: only that of who lost the gain, of nobody, or none on the map
    crossed    whose ground it crosses for longer than the tolerance, in order: hosts and those who lost the gain, ""
               for nobody, which is what lies in gaps within the outline of all that anybody held on the map before
    leaves_map   bool: it leads outside of that outline, or along its very edge, too: over ground of which the map says
               nothing. Without hosts, and where nobody else is crossed, it is no way over the losers' ground
    length_km  ellipsoidal, without what leads over other gains of the interval, which are free
    path       LineString, lon/lat
    """

    hosts: tuple[str, ...]
    crossed: tuple[str, ...]
    leaves_map: bool
    length_km: float
    path: shapely.LineString

    @property
    def is_deep_attack(self) -> bool:
        """Whether it needs no host and stays on the map: over the ground of those who lost the gain, and of nobody."""
        return not self.hosts and not self.leaves_map


@dataclass(frozen=True)
class DeepAttack:
    """A cut-off gain of which the shortest way needs no host: over the ground of its losers, of nobody, or off the map.

    mover, losers  who gained it, and from whom: faction ids joined by "; ", "" for nobody
    start, end     dates of the maps before and after
    way, way_km    as in ``InferredCorridors``
    crossed, leaves_map   as in ``Alternative``, of ``way``
    gained, gained_km2   the ground, lon/lat, and its ellipsoidal area
    hosts          through whom ways at most the factor longer lead, one entry a way: they are corridors as well
    unknown_since  as in ``InferredCorridors``
    source         whose maps
    """

    mover: str
    losers: str
    start: np.datetime64
    end: np.datetime64
    way: shapely.LineString
    way_km: float
    crossed: tuple[str, ...]
    leaves_map: bool
    gained: shapely.MultiPolygon
    gained_km2: float
    hosts: tuple[tuple[str, ...], ...]
    unknown_since: np.datetime64
    source: str


@dataclass(frozen=True)
class Unreached:
    """A gain of a bloc that held nothing on the map before: no way to it can be drawn. Fields as in DeepAttack."""

    mover: str
    losers: str
    start: np.datetime64
    end: np.datetime64
    gained: shapely.MultiPolygon
    gained_km2: float
    unknown_since: np.datetime64
    source: str


@dataclass(frozen=True)
class InferredCorridors:
    """Inferred corridors with what they rest on; columns as long as ``corridors``.

    corridors      the corridors, sorted by start, source, mover and position on the way. The path is straight but
                   where it goes round ground; ``before`` and ``after`` are who held the ground on the map before
    gained         object: the ground that was reached over the corridor, multipolygon in lon/lat
    gained_km2     its ellipsoidal area
    losers         object: who lost it, faction ids joined by "; ", "" for nobody
    host_lost_km2  what of ``gained`` the host itself held before: more than nothing, and it may have been a fight
    way            object: LineString from the bloc's earlier ground to the farthest of ``gained``
    way_km         its ellipsoidal length without what leads over other gains of the interval, which are free
    alternatives   object: tuples of Alternative: other ways to the nearest of ``gained``, shortest first
    is_shortest    bool: no alternative is shorter. Where one is, it needs no host
    unknown_since  datetime64[s]: since when the source said nothing before ``end``; NaT where its maps follow each
                   other
    deep_attacks   gains whose shortest way needs no host
    unreached      gains of blocs that held nothing before
    slivers, sliver_km2   number and area of the changed pieces that were too small to be gains
    """

    corridors: Corridors
    gained: np.ndarray
    gained_km2: np.ndarray
    losers: np.ndarray
    host_lost_km2: np.ndarray
    way: np.ndarray
    way_km: np.ndarray
    alternatives: np.ndarray
    is_shortest: np.ndarray
    unknown_since: np.ndarray
    deep_attacks: tuple[DeepAttack, ...]
    unreached: tuple[Unreached, ...]
    slivers: int
    sliver_km2: float

    def __len__(self) -> int:
        return len(self.corridors)
