"""Through whose ground forces must have come, deduced from dated territories alone."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsProcessingOutputNumber

from ..core.findings import judged
from ..core.inferred_corridors import ALTERNATIVE_FACTOR, TOLERANCE_KM, inferred_corridors
from ..core.telling import part_of
from ..sources.progress import step
from ..translation import tr
from .base import advanced
from .corridor_output import CorridorAlgorithm, number_parameter
from .series_input import add_series_parameters


class InferCorridors(CorridorAlgorithm):
    NAME = "infercorridors"
    TITLE = "Corridors inferred from control changes"
    TAGS = ("corridor", "inferred", "hypothesis", "gain", "control", "change", "host", "territory", "deep attack")
    HELP = (
        "A hypothesis from the maps alone, without any reported movement. Between two maps a faction gained ground "
        "that touches nothing which it or its allies held before: its force came through somebody. The shortest way "
        "from its earlier ground is drawn; other gains of the same interval are free stepping stones. The stretches of "
        "that way over the ground of a faction that is neither an ally nor the one that lost the ground are inferred "
        "corridors, dashed on the map. A way over the loser's own ground is a deep attack: it is told in the log, and "
        "is no corridor. Other ways that are at most a factor longer are listed as alternatives.\n\n"
        "Clash events judge them as they do observed corridors, over the whole time between the two maps. Each source "
        "is judged by itself."
    )

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        self.add_judging()
        tolerance = number_parameter("TOLERANCE_KM", "Ground within km of each other touches", TOLERANCE_KM, 0.001)
        factor = number_parameter("FACTOR", "Alternatives are at most so many times longer", ALTERNATIVE_FACTOR, 1.0)
        for parameter in (tolerance, factor):
            self.addParameter(advanced(parameter))
        self.add_outputs()
        self.addOutput(QgsProcessingOutputNumber("DEEP_ATTACKS", tr("Deep attacks")))

    def execute(self, parameters, context, feedback):
        options = self.options(
            parameters,
            context,
            tolerance_km=self.parameterAsDouble(parameters, "TOLERANCE_KM", context),
            alternative_factor=self.parameterAsDouble(parameters, "FACTOR", context),
        )
        factions = self.factions()
        events = self.events(factions, feedback)
        series = self.series(parameters, context, feedback)
        blocs = {name: factions.bloc_of(name) for name in factions.ids}
        tell = part_of(lambda percent: step(feedback, percent), 50, 90)
        tell(0)
        found = inferred_corridors(
            series, blocs, options.tolerance_km, options.alternative_factor, tell=part_of(tell, 0, 0.6)
        )
        for attack in found.deep_attacks:
            line = tr(
                "Deep attack, no corridor: between {} and {} {} gained {:.1f} km² from {}, {:.1f} km from its ground."
            )
            days = (np.datetime_as_string(moment, unit="D") for moment in (attack.start, attack.end))
            losers = attack.losers or tr("nobody")
            feedback.pushInfo(line.format(*days, attack.mover, attack.gained_km2, losers, attack.way_km))
        for gain in found.unreached:
            line = tr("Between {} and {} {} gained {:.1f} km² and had held nothing before: no way can be drawn.")
            days = (np.datetime_as_string(moment, unit="D") for moment in (gain.start, gain.end))
            feedback.pushInfo(line.format(*days, gain.mover, gain.gained_km2))
        findings = judged(found.corridors, series, events, blocs, options, found, part_of(tell, 0.6, 1))
        names = {faction.id: faction.name for faction in factions}
        results = self.write(findings, names, parameters, context, feedback)
        return {**results, "DEEP_ATTACKS": len(found.deep_attacks)}
