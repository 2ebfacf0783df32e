"""Corridors through which forces must have passed, inferred from dated territories alone."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsProcessingOutputNumber

from ..core.corridors.assessment import assess_inferred, with_holders
from ..core.corridors.inferred import ALTERNATIVE_FACTOR, TOLERANCE_KM
from ..core.feedback import SubFeedback, report_progress
from ..mapping.text.corridor_report import inferred_notes
from ..translation import tr
from .base import advanced, number_parameter
from .corridor_base import CorridorAlgorithm
from .series_base import add_series_parameters


class InferCorridors(CorridorAlgorithm):
    """Algorithm: control series and clash events → inferred corridors."""

    NAME = "infercorridors"
    TITLE = "Corridors inferred from control changes"
    TAGS = (
        "corridor", "crossing", "inferred", "hypothesis", "gain", "control", "change", "host", "territory",
        "deep attack",
    )  # fmt: skip
    HELP = (
        "Infers corridors from the maps alone, without any reported movement. The result is a hypothesis. It "
        "starts from territory that a faction gained between two maps and that touches nothing which the faction "
        "or its allies held before, which suggests that its force crossed the territory of others. The shortest "
        "route from the faction's earlier territory is drawn; other gains of the same interval are free stepping "
        "stones. The segments of this route through the territory of a faction that is neither an ally nor the one "
        "that lost the territory are inferred corridors, dashed on the map. An ally on any day of the interval counts "
        "as one, since the force may have passed on any of them. A route through the territory of the "
        "losing faction is a deep attack: it is reported in the log and is not a corridor. Other routes are listed "
        "as alternatives up to the maximum detour factor.\n\n"
        "Clash events are used to assess inferred corridors in the same manner as observed corridors, over the "
        "whole time between the two maps. Each source is processed separately."
    )

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        self.add_evidence_parameters()
        self.add(
            advanced(number_parameter("TOLERANCE_KM", tr("Contiguity tolerance (km)"), TOLERANCE_KM, 0.001)),
            tr(
                "Gains within this distance of territory the mover already held need no explanation and produce no "
                "corridor."
            ),
        )
        factor = tr("Maximum detour factor of alternative routes")
        self.add(
            advanced(number_parameter("FACTOR", factor, float(ALTERNATIVE_FACTOR), 1.0)),
            tr(
                "Routes through other hosts are listed as alternatives up to this multiple of the length of the "
                "shortest route."
            ),
        )
        self.add_outputs()
        self.addOutput(QgsProcessingOutputNumber("DEEP_ATTACKS", tr("Deep attacks")))

    def execute(self, parameters, context, feedback):
        series = self.series(parameters, context, feedback)
        options = self.options(
            parameters,
            context,
            feedback,
            series,
            tolerance_km=self.parameterAsDouble(parameters, "TOLERANCE_KM", context),
            alternative_factor=self.parameterAsDouble(parameters, "FACTOR", context),
        )
        factions = self.with_stated_blocs(with_holders(self.factions(), series), parameters, context)
        events = self.events(factions, options.evidence.time_zone, feedback)
        report_progress(feedback, 50)
        blocs, search = factions.blocs(options.evidence.time_zone), SubFeedback(feedback, 50, 90)
        assessment = assess_inferred(series, events, blocs, options, search, factions.names)
        notes = inferred_notes(assessment, factions.names)
        if all(len(np.unique(series.start[series.source == name])) < 2 for name in set(series.source)):
            notes.append(tr("No source has two maps, so there is nothing to compare."))
        results = self.write(assessment, factions, notes, parameters, context, feedback)
        return {**results, "DEEP_ATTACKS": len(assessment.inferred.deep_attacks)}
