"""Pockets: parts of a faction's (or its bloc's) ground that others enclose, and since when they do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from ..dates.periods import OPEN
from ..telling import Tell, part_of, silent
from .enclosures import Enclosure, Parts, PocketRules
from .grounds import grounds_of
from .overlaps import SLIVER_KM2
from .series import ControlSeries

NOBODY_NAME = "nobody"


@dataclass(frozen=True)
class Pocket:
    """One pocket over a period in which nothing of what is said here changes.

    bloc, factions  whose ground it is: the bloc (a faction is one of its own), and those of it that hold ground in it
    start, end      datetime64[s], NaT = still so
    geometry        polygon, lon/lat
    area_km2        ellipsoidal
    neighbours      (faction, share of the outer boundary that runs along its ground), greatest share first
    enclosed_share  share of the outer boundary that runs along ground of any of them
    since           from when on it has been a pocket without a break
    nearest_km      distance to the nearest other part of the bloc's ground, NaN where it holds no other
    would_join      whether that is at most the distance asked about
    is_largest      whether it is the largest part of its bloc's ground at the time
    """

    bloc: str
    factions: tuple[str, ...]
    start: np.datetime64
    end: np.datetime64
    geometry: shapely.Polygon
    area_km2: float
    neighbours: tuple[tuple[str, float], ...]
    enclosed_share: float
    since: np.datetime64
    nearest_km: float
    would_join: bool
    is_largest: bool

    def surrounded_by(self, nobody: str = NOBODY_NAME) -> str:
        """Such as "GOV 45 %, OPP 41 %, nobody 14 %"; ``nobody`` is the word for what runs along no one's ground."""
        shares = [*self.neighbours, (nobody, 1 - self.enclosed_share)]
        return ", ".join(f"{name} {100 * share:.0f} %" for name, share in shares if share >= 0.005)


@dataclass(frozen=True)
class Pockets:
    """``rows`` sorted by bloc and start; ``slivers``, ``sliver_km2``: number and area of the parts left out."""

    rows: tuple[Pocket, ...]
    slivers: int
    sliver_km2: float


def pockets_in(
    series: ControlSeries,
    bloc_of: Mapping[str, str] | None = None,
    rules: PocketRules | None = None,
    tell: Tell = silent,
) -> Pockets:
    """The pockets of every faction, or of every bloc where ``bloc_of`` (faction → bloc) says who belongs together.

    A part is ground in one piece; pieces that touch in points only are two parts. A part is a pocket when others
    enclose it: when ground of factions outside its bloc lies along at least ``rules.enclosed_share`` of its outer
    boundary. So no part is the "main" one by size: of a force that broke through and is shut in, the part that is
    shut in is the pocket though it be the larger one, and the last part of all is a pocket too when it is enclosed.
    A part that is apart only because the map ends there, or because nobody holds the ground between, is none: along
    that ground it is open. Ground inside a part (held by others) surrounds nothing.

    Since when: a pocket goes on from the one of the same bloc just before that it shares most ground with (more than
    a sliver); the date is where this chain begins. Along contested ground a stretch counts for each faction there, so
    that the shares of the neighbours may add up to more than ``enclosed_share``.

    Give the rows of one source. Each part, and each pair side by side, is looked at once, however long it stays.
    """
    rules, bloc_of = rules or PocketRules(), bloc_of or {}
    blocs = grounds_of(series, bloc_of, part_of(tell, 0, 0.2))
    factions = grounds_of(series, tell=part_of(tell, 0.2, 0.3))
    parts = Parts(rules)
    rows: list[Pocket] = []
    before: dict[tuple[str, int], _Run] = {}
    for number, date in enumerate(factions.dates):
        tell(0.3 + 0.7 * number / len(factions.dates))
        beside = list(parts.held(factions, date))
        now: dict[tuple[str, int], _Run] = {}
        for bloc, own in _by_holder(parts.held(blocs, date)).items():
            for part, facts in _enclosed(parts, bloc, own, beside, bloc_of).items():
                now[bloc, part] = _run(parts, before, (bloc, part), facts, date)
        rows += [_row(parts, rules, key, run, date) for key, run in before.items() if now.get(key) != run]
        before = now
    rows += [_row(parts, rules, key, run, OPEN) for key, run in before.items()]
    rows.sort(key=lambda row: (row.bloc, row.start, -row.area_km2))
    return Pockets(tuple(rows), len(parts.slivers), sum(parts.slivers.values()))


@dataclass(frozen=True)
class _Run:
    """A pocket from a date on: what is true of it since then, and since when it has been one."""

    facts: Enclosure
    start: np.datetime64
    since: np.datetime64


def _enclosed(parts: Parts, bloc: str, own: list[int], beside: list, bloc_of: Mapping[str, str]) -> dict:
    """Which of a bloc's own parts are pockets among all parts held on the date, and what is true of them."""
    others = [pair for pair in beside if bloc_of.get(pair[0], pair[0]) != bloc]
    allies = [pair for pair in beside if bloc_of.get(pair[0], pair[0]) == bloc]
    return parts.enclosed(own, others, allies)


def _run(parts: Parts, before: dict, key: tuple[str, int], facts: Enclosure, date) -> _Run:
    if key in before:
        same = before[key]
        return same if same.facts == facts else _Run(facts, date, same.since)
    earlier = [other for other in before if other[0] == key[0]]
    shared = [parts.shared_km2(key[1], other[1]) for other in earlier]
    goes_on = shared and max(shared) > SLIVER_KM2
    return _Run(facts, date, before[earlier[int(np.argmax(shared))]].since if goes_on else date)


def _by_holder(pairs) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for holder, part in pairs:
        found.setdefault(holder, []).append(part)
    return found


def _row(parts: Parts, rules: PocketRules, key: tuple[str, int], run: _Run, end) -> Pocket:
    bloc, part = key
    facts = run.facts
    nearest = np.nan if facts.nearest_km is None else facts.nearest_km
    return Pocket(
        bloc, facts.factions, run.start, end, parts.polygons[part], parts.areas_km2[part], facts.neighbours,
        facts.enclosed_share, run.since, nearest, bool(nearest <= rules.join_km), facts.is_largest,
    )  # fmt: skip
