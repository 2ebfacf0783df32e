"""Through whose ground forces must have come, deduced from dated territories alone."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsProcessingOutputNumber

from ..core.corridors.assessment import assess_inferred, blocs, with_holders
from ..core.corridors.inferred import ALTERNATIVE_FACTOR, TOLERANCE_KM
from ..core.feedback import SubFeedback, report_progress
from ..mapping.text.corridor_report import inferred_notes
from ..translation import tr
from .base import advanced, number_parameter
from .corridor_base import CorridorAlgorithm
from .series_base import add_series_parameters


class InferCorridors(CorridorAlgorithm):
    NAME = "infercorridors"
    TITLE = "Corridors inferred from control changes"
    TAGS = (
        "corridor", "crossing", "inferred", "hypothesis", "gain", "control", "change", "host", "territory",
        "deep attack",
    )  # fmt: skip
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
        self.add_evidence_parameters()
        self.add(
            advanced(
                number_parameter("TOLERANCE_KM", tr("Ground within km of each other touches"), TOLERANCE_KM, 0.001)
            ),
            tr("Gains that near the mover's earlier ground are no riddle: they give no corridor."),
        )
        factor = tr("Alternatives are at most so many times longer")
        self.add(
            advanced(number_parameter("FACTOR", factor, float(ALTERNATIVE_FACTOR), 1.0)),
            tr("Ways over other hosts up to so many times as long as the shortest are listed with it."),
        )
        self.add_outputs()
        self.addOutput(QgsProcessingOutputNumber("DEEP_ATTACKS", tr("Deep attacks")))

    def execute(self, parameters, context, feedback):
        options = self.options(
            parameters,
            context,
            tolerance_km=self.parameterAsDouble(parameters, "TOLERANCE_KM", context),
            alternative_factor=self.parameterAsDouble(parameters, "FACTOR", context),
        )
        series = self.series(parameters, context, feedback)
        factions = with_holders(self.factions(), series)
        events = self.events(factions, feedback)
        report_progress(feedback, 50)
        found = assess_inferred(series, events, blocs(factions), options, SubFeedback(feedback, 50, 90))
        notes = inferred_notes(found)
        if all(len(np.unique(series.start[series.source == name])) < 2 for name in set(series.source)):
            notes.append(tr("No source has two maps: there is nothing to compare."))
        results = self.write(found, factions, notes, parameters, context, feedback)
        return {**results, "DEEP_ATTACKS": len(found.inferred.deep_attacks)}
