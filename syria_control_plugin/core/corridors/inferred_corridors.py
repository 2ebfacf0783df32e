"""Inferred corridors: whose ground a force must have come through, deduced from dated territories alone.

They are hypotheses with a drawn line. Between two consecutive maps a bloc gains ground that is cut off from all that it
held before. Its force came through somebody: over the shortest way, if it took that. See ``inferred_corridors``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from ..control.control_changes import ControlChanges, Interval, Snapshots, control_changes
from ..control.overlaps import SLIVER_KM2
from ..control.series import ControlSeries
from ..errors import CorridorsError
from ..telling import Tell, part_of, silent
from .cut_off_gains import Gain, gains_by_bloc
from .cut_off_ways import CutOffWays
from .inferred_columns import Row, columns_of
from .inferred_results import DeepAttack, InferredCorridors, Unreached
from .inferred_stretches import HostlessWay, inferred_stretches

# Borders on such maps are off by a kilometre or more: what lies closer may well touch.
TOLERANCE_KM = 1.0
ALTERNATIVE_FACTOR = 1.5


def inferred_corridors(
    series: ControlSeries,
    bloc_of: Mapping[str, str] | None = None,
    tolerance_km: float = TOLERANCE_KM,
    alternative_factor: float = ALTERNATIVE_FACTOR,
    dates=None,
    tell: Tell = silent,
) -> InferredCorridors:
    """Through whose ground forces came that gained ground beside nothing that their bloc held before.

    bloc_of       faction → bloc; a faction that is not in it is its own bloc
    tolerance_km  how far borders may be off. Ground within it touches; gains within it of each other are one; a way
                  crosses ground when it runs in it for this long; a way round ground may cut its border by a fifth
    alternative_factor   other ways count while they are at most this many times as long as the shortest; 1 or more
    dates         as in ``control_changes``: None for each map against the next

    For each pair of consecutive dates of one source: what a bloc gained falls into pieces. A piece that touches none
    of the bloc's earlier ground is cut off. Its way is the shortest from that ground, over whomever's ground it was
    before; other gains of the bloc in the interval are free stepping stones. Hosts are those over whose ground it
    leads, but for the bloc and for who lost the piece: a tenth of it at least (``cut_off_gains.LOSER_SHARE``), since
    borders that are off take slips of neighbours too, and a host may lose a village on the way (``host_lost_km2``).
    Each stretch over a host's ground is a corridor; pieces reached over one stretch share it. A way without a host is
    a deep attack.

    Of each way the hosts' ground is then closed, and the shortest way past it is sought; and so on up to
    ``alternative_factor``. Where the shortest way is a deep attack, the losers' ground is closed (then nobody's):
    if a way through a host is as short as that, it is a corridor as well, and tells of the deep attack among its
    alternatives. Only ground within reach of such ways is looked at.

    Lines are straight in lon/lat. Two sources are never spliced. Raises CorridorsError for a tolerance that is not more
    than 0 and a factor below 1, SeriesError as ``control_changes`` does.
    """
    if not 0 < tolerance_km < np.inf or not 1 <= alternative_factor < np.inf:
        raise CorridorsError(
            f"The tolerance has to be more than 0 km and the factor 1 or more; given are {tolerance_km} km and "
            f"{alternative_factor}."
        )
    first, second = part_of(tell, 0, 0.5), part_of(tell, 0.5, 1)
    changes = control_changes(series, dates, tell=lambda number, count: first(number / count))
    found, count = _Findings(), len(changes.intervals)
    for number, (part, interval, before, rows) in enumerate(_changed(series, changes)):
        steps = part_of(second, number / count, (number + 1) / count)
        steps(0)
        found.look(part, interval, before, rows, bloc_of or {}, tolerance_km, alternative_factor, steps)
    return columns_of(found.rows, found.deep_attacks, found.unreached, found.slivers)


def _changed(series: ControlSeries, changes: ControlChanges):
    """Of each interval: the rows of its source, itself, the snapshot before it, and what changed hands."""
    ends = np.searchsorted(changes.interval, np.arange(len(changes.intervals) + 1))
    part, snapshots = None, None
    for interval, first, end in zip(changes.intervals, ends, ends[1:]):
        if part is None or part.source[0] != interval.source:
            part = series.take(series.source == interval.source)
            snapshots = Snapshots(part)
        columns = (column[first:end] for column in (changes.from_holder, changes.to_holder, changes.geometry))
        yield part, interval, snapshots.on(interval.previous_date), list(zip(*columns))


@dataclass
class _Findings:
    rows: list[Row] = field(default_factory=list)
    deep_attacks: list[DeepAttack] = field(default_factory=list)
    unreached: list[Unreached] = field(default_factory=list)
    slivers: list[float] = field(default_factory=list)

    def look(self, part, interval, before, rows, bloc_of, tolerance_km, factor, tell: Tell) -> None:
        """Adds what an interval tells."""
        blocs, slivers = gains_by_bloc(rows, before, bloc_of, tolerance_km, SLIVER_KM2)
        self.slivers += slivers
        for bloc, gains in blocs.items():
            allies = sorted(name for name in before if bloc_of.get(name, name) == bloc)
            if not allies:
                self.unreached += [_unreached(gain, interval) for gain in gains]
                continue
            ways = CutOffWays(gains, before, allies, tolerance_km, factor)
            stretches, hostless = inferred_stretches(ways, tell)
            self.rows += [Row(part, interval, stretch) for stretch in stretches]
            self.deep_attacks += [_deep_attack(ways, each, interval) for each in hostless]


def _deep_attack(ways: CutOffWays, found: HostlessWay, interval: Interval) -> DeepAttack:
    gain = found.gain
    return DeepAttack(
        gain.mover, gain.losers_text, interval.previous_date, interval.date, ways.plane.to_lonlat(found.way.line),
        ways.length_km(found.way), found.way.crossed_holders, found.way.leaves_map, gain.area, gain.km2,
        tuple(way.hosts for way in found.through_hosts), interval.unknown_since, interval.source,
    )  # fmt: skip


def _unreached(gain: Gain, interval: Interval) -> Unreached:
    return Unreached(
        gain.mover, gain.losers_text, interval.previous_date, interval.date, gain.area, gain.km2,
        interval.unknown_since, interval.source,
    )  # fmt: skip
