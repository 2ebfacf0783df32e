"""Of the ways to cut-off gains the stretches that lie on hosts' ground, and which gains share them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import shapely

from ..control.changes import AND, NOBODY, Ground
from ..telling import Tell, part_of, silent
from .cut_off_gains import Gain
from .cut_off_ways import CutOffWays, Way
from .ways import UNMAPPED, Stretch

# How far before an entry and behind an exit it is asked who holds the ground: farther than rounding.
STEP_M = 10.0


@dataclass
class HostStretch:
    """A stretch over a host's ground.

    line           in the plane of ``ways``
    before, after, also_claimed_by   who held the ground just before and behind it, and who else under it, as in
                   ``corridors.Corridors``
    reached        (gain, way to it) of the gains that were reached over it
    """

    ways: CutOffWays
    host: str
    line: shapely.LineString
    before: str
    after: str
    also_claimed_by: str
    reached: list[tuple[int, Way]] = field(default_factory=list)

    @property
    def nearest(self) -> Way:
        return min((way for _, way in self.reached), key=lambda way: way.length_m)

    @property
    def farthest(self) -> Way:
        return max((way for _, way in self.reached), key=lambda way: way.length_m)

    @property
    def other_ways(self) -> list[Way]:
        """Ways to the nearest gain but for that which the stretch lies on."""
        number, taken = min(self.reached, key=lambda pair: pair[1].length_m)
        return [way for way in (self.ways.shortest(number), *self.ways.others(number)) if way is not taken]

    @property
    def gains(self) -> list[Gain]:
        return [self.ways.gains[number] for number, _ in self.reached]

    @property
    def mover(self) -> str:
        return max(self.gains, key=lambda gain: gain.km2).mover

    @property
    def ground(self) -> Ground:
        return self.ways.before[self.host]


@dataclass(frozen=True)
class HostlessWay:
    """A gain whose shortest way needs no host, and the longer ways through hosts."""

    gain: Gain
    way: Way
    through_hosts: tuple[Way, ...]


def inferred_stretches(ways: CutOffWays, tell: Tell = silent) -> tuple[list[HostStretch], list[HostlessWay]]:
    """The stretches over hosts' ground on the ways to the gains that are cut off, and the gains that need no host.

    Of each gain the shortest way counts, or, where that needs no host, the shortest other one through a host.
    """
    found: dict[tuple, HostStretch] = {}
    hostless = []
    for number, gain in enumerate(ways.gains):
        own = part_of(tell, number / len(ways.gains), (number + 1) / len(ways.gains))
        own(0)
        if not gain.is_cut_off:
            continue
        way = ways.shortest(number)
        if not way.hosts:
            others = tuple(each for each in ways.others(number, own) if each.hosts)
            hostless.append(HostlessWay(gain, way, others))
            if not others:
                continue
            way = others[0]
        else:
            ways.others(number, own)
        for stretch in _stretches_on(ways, way):
            key = stretch.host, shapely.to_wkb(stretch.line)
            found.setdefault(key, stretch).reached.append((number, way))
    return list(found.values()), hostless


def _stretches_on(ways: CutOffWays, way: Way) -> Iterator[HostStretch]:
    earlier = AND.join(ways.allies)
    for leg in way.legs:
        reached = ways.gains[leg.to_place - 1].losers_text
        for each in leg.stretches:
            if each.holder in way.hosts:
                before = ways.held_at(leg.line, each.start_m - STEP_M, earlier)
                after = ways.held_at(leg.line, each.end_m + STEP_M, reached)
                others = {other.holder for other in leg.stretches if _share_m(each, other) >= ways.tolerance_m}
                also = AND.join(sorted(others - {each.holder, NOBODY, UNMAPPED}))
                yield HostStretch(ways, each.holder, each.of(leg.line), before, after, also)
        earlier = reached


def _share_m(one: Stretch, other: Stretch) -> float:
    """How long two stretches of one line are both."""
    return min(one.end_m, other.end_m) - max(one.start_m, other.start_m)
