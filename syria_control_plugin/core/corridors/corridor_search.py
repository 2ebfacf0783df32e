"""The two searches for corridors, from what is known to findings: the same for the toolbox and for a case."""

from __future__ import annotations

from collections.abc import Mapping

from ..control.series import ControlSeries
from ..evidence.events import ClashEvents
from ..factions.factions import FactionRegister, Factions
from ..movements.movements import Movements
from ..telling import Tell, part_of, silent
from .findings import CorridorOptions, Findings, judged
from .inferred_corridors import inferred_corridors
from .observed_corridors import observed_corridors


def with_holders(factions: Factions, series: ControlSeries) -> Factions:
    """The registry with all that hold ground, so that the actors of events are found among them too."""
    register = FactionRegister(factions)
    for name in series.factions:
        register.of_text(name)
    return register.factions


def blocs(factions: Factions) -> dict[str, str]:
    """Faction → bloc."""
    return {name: factions.bloc_of(name) for name in factions.ids}


def observed_findings(
    movements: Movements,
    series: ControlSeries,
    events: ClashEvents,
    bloc_of: Mapping[str, str],
    options: CorridorOptions,
    tell: Tell = silent,
) -> Findings:
    """Corridors cut from movements, with their evidence."""
    seen = observed_corridors(movements, series, bloc_of, options.min_length_km, part_of(tell, 0, 0.5))
    return judged(seen.corridors, series, events, bloc_of, options, part_of(tell, 0.5, 1), observed=seen)


def inferred_findings(
    series: ControlSeries,
    events: ClashEvents,
    bloc_of: Mapping[str, str],
    options: CorridorOptions,
    tell: Tell = silent,
) -> Findings:
    """Corridors deduced from control changes alone, with their evidence."""
    tolerance, factor = options.tolerance_km, options.alternative_factor
    deduced = inferred_corridors(series, bloc_of, tolerance, factor, tell=part_of(tell, 0, 0.6))
    return judged(deduced.corridors, series, events, bloc_of, options, part_of(tell, 0.6, 1), inferred=deduced)
