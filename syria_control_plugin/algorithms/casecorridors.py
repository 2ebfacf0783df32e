"""Search of a case for corridors, in its movements and its maps. The corridors are stored in the case."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ..case.case import Case
from ..case.catalogue import faction_names, factions_of, known_factions, theme_for
from ..core import fields as f
from ..core.corridors.corridors import INFERRED, INTERPOLATED, OBSERVED, transits_in
from ..mapping.layers.layers import layer_names
from ..mapping.layers.styles import style_case
from ..mapping.text.corridor_report import corridor_page, inferred_notes, observed_notes, partial_notes
from ..mapping.text.corridor_text import corridor_texts, unknown_faction_notes
from ..sources.corridor_search import case_movements, case_series, refresh_corridors
from ..sources.time_zones import time_zone_of
from ..translation import tr
from .base import stated_blocs
from .case_base import CaseAlgorithm
from .corridor_base import corridor_options, evidence_parameters
from .outputs import write_page


class CaseCorridors(CaseAlgorithm):
    """Algorithm: case → its corridors, stored in it, and a report."""

    NAME = "casecorridors"
    TITLE = "Corridors of a case"
    GROUP = "Corridors"
    TAGS = (
        "corridor", "crossing", "transit", "passage", "movement", "inferred", "case", "evidence", "clash", "acled",
        "ucdp", "report",
    )  # fmt: skip
    HELP = (
        "Searches a case for corridors in the same manner as the panel: corridors of its movements, and corridors "
        "inferred from its maps alone. Each corridor is assessed against the clash events of the case. The "
        "corridors are stored in the case and replace its earlier ones; the panel, evidence sheets and animations "
        "use them. The report has one sentence for each corridor. Blocs that you state are stored in the case too.\n\n"
        "Add movements and events to a case with Import movements and Import clash events. Without movements, only "
        "inferred corridors are found. Without events, no corridor is covered by event data. See Corridors of "
        "movements and Corridors inferred from control changes for the method; these tools take layers that do not "
        "belong to a case."
    )
    TABLE = f.CORRIDORS

    def initAlgorithm(self, configuration=None):
        self.add(
            QgsProcessingParameterFile("CASE", tr("Case"), extension="gpkg"),
            tr("Choose the case to search. The corridors are stored in it."),
        )
        for parameter, help in evidence_parameters():
            self.add(parameter, help)
        page = QgsProcessingParameterFileDestination(
            "REPORT", tr("Report"), "HTML (*.html)", optional=True, createByDefault=False
        )
        self.add(page, tr("The report contains the settings, one sentence for each corridor, and what was left out."))
        self.addOutput(QgsProcessingOutputVectorLayer("LAYER", layer_names()[self.TABLE]))
        for name, title in (
            ("COUNT", tr("Corridors")),
            ("TRANSITS", tr("Observed transits")),
            ("INTERPOLATED_TRANSITS", tr("Interpolated transits")),
            ("INFERRED_TRANSITS", tr("Inferred transits")),
            ("DEEP_ATTACKS", tr("Deep attacks")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def execute(self, parameters, context, feedback):
        case = Case(self.parameterAsFile(parameters, "CASE", context))  # a search would create a missing case
        texts: list[str] = []
        unknown: list[str] = []

        def describe(columns, evidence, names, options) -> list[str]:
            new_texts = corridor_texts(columns, evidence, names, options)
            texts.extend(new_texts)
            unknown.extend(unknown_faction_notes(columns, names))
            return new_texts

        options = corridor_options(self, parameters, context, feedback, time_zone_of(case))

        def style(draft) -> None:
            style_case(draft, theme_for(draft, ""))

        blocs = stated_blocs(self, factions_of(case), parameters, context)
        assessments = refresh_corridors(case.path, options, describe, feedback, style, blocs)
        self._case_path = case.path
        movements = case_movements(case, known_factions(case))
        observed, inferred = assessments
        notes = [
            *observed_notes(observed, movements, case_series(case)),
            *inferred_notes(inferred, faction_names(case)),
        ]
        partial = partial_notes(observed, movements)
        for text in [*texts, *partial]:
            feedback.pushInfo(text)
        for note in [*dict.fromkeys(unknown), *notes]:
            feedback.pushWarning(note)
        results = {
            "LAYER": f"{case.path}|layername={self.TABLE}",
            "COUNT": len(texts),
            "TRANSITS": transits_in(observed.corridors, OBSERVED),
            "INTERPOLATED_TRANSITS": transits_in(observed.corridors, INTERPOLATED),
            "INFERRED_TRANSITS": transits_in(inferred.corridors, INFERRED),
            "DEEP_ATTACKS": len(inferred.inferred.deep_attacks),
        }
        page = self.parameterAsFileOutput(parameters, "REPORT", context)
        if page:
            write_page(page, corridor_page(self.displayName(), assessments, texts, notes, partial))
            results["REPORT"] = page
        return results
