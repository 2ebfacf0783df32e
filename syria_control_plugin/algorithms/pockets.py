"""Pockets: parts of a faction's territory that others enclose, as dated polygons."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
)

from ..case.catalogue import known_factions
from ..core import fields as f
from ..core.control.holders import joined
from ..core.control.overlaps import SLIVER_KM2
from ..core.control.pockets import ENCLOSED_SHARE, Pocket, PocketRules, pockets_in
from ..core.corridors.assessment import with_holders
from ..core.factions.blocs import NO_BLOCS
from ..mapping.layers.change_styles import style_pockets
from ..mapping.text.formatting import no_faction_labels
from ..translation import tr
from .base import advanced, blocs_help, blocs_parameter, number_parameter, stated_blocs
from .outputs import write_rows
from .series_base import SeriesAlgorithm, add_series_parameters, each_source

_FIELDS = (
    f.BLOC, f.FACTIONS_INVOLVED, f.VALID_FROM, f.VALID_TO, f.AREA_KM2, f.SURROUNDED_BY, f.ENCLOSED_SHARE, f.SINCE,
    f.NEAREST_KM, f.WOULD_JOIN, f.IS_LARGEST, f.SOURCE,
)  # fmt: skip
_RULES = ("ENCLOSED", "JOIN_KM", "TOLERANCE_M", "SLIVER_KM2")


class Pockets(SeriesAlgorithm):
    """Algorithm: control series → pockets, each with the period in which it stays the same."""

    NAME = "pockets"
    TITLE = "Pockets"
    GROUP = "Analysis"
    TAGS = (
        "pocket", "enclave", "exclave", "encircled", "encirclement", "surrounded", "besieged", "cut off", "siege",
        "salient", "control",
    )  # fmt: skip
    HELP = (
        "Finds the parts of a faction's territory that others enclose. A pocket is territory in one piece with "
        "territory of factions outside its bloc along at least two thirds (or the given percentage) of its outer "
        "boundary. Pieces that touch only at points are separate parts.\n\n"
        "Size does not decide which part is a pocket. A force that broke through and was encircled is in a pocket "
        "even if it holds the larger part, and the last remaining part of a faction is a pocket if it is enclosed "
        "(is_largest marks the largest part). A part that is separate only because the area in between is not mapped, "
        "or held by nobody, is not a pocket: it is open on that side. 0 per cent lists every part of all "
        "territories.\n\n"
        "A row is a period in which the pocket stays the same. area_km2 is the ellipsoidal area. surrounded_by "
        "lists the holders along the outer boundary, in per cent of its length, and the parts along areas that are not "
        "mapped or held by nobody. since is the date from which it "
        "has been a pocket without interruption, traced from date to date by the largest common area. nearest_km "
        "is the distance to the nearest other part, empty if none exists. would_join shows whether the given "
        "distance would join them. The percentages can add up to more than 100 along contested territory, because "
        "a stretch of the boundary then counts for each faction.\n\n"
        "Each source is processed separately. A pocket shows what the map shows, not who was in it."
    )

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        percent = tr("Minimum enclosed share of the outer boundary (%)")
        self.add(
            number_parameter("ENCLOSED", percent, 100 * ENCLOSED_SHARE, maximum=100.0),
            tr(
                "Territory of factions outside the bloc must lie along at least this percentage of a part's outer "
                "boundary."
            ),
        )
        self.add(
            number_parameter("JOIN_KM", tr("Joining distance (km)"), 0.0),
            tr(
                "The field would_join shows for each pocket whether its nearest part lies within this distance. 0 "
                "skips the test."
            ),
        )
        self.add(
            advanced(number_parameter("TOLERANCE_M", tr("Tolerance for borders digitised twice (m)"), 0.0)),
            tr("Territories within this distance are treated as touching."),
        )
        self.add(
            advanced(number_parameter("SLIVER_KM2", tr("Minimum area of parts (km²)"), SLIVER_KM2)),
            tr("The log reports the number of parts left out."),
        )
        blocs = QgsProcessingParameterBoolean("BLOCS", tr("Treat allies as one faction"), defaultValue=True)
        self.add(
            blocs, tr("Territories of allies form one territory and do not enclose the territory of another ally.")
        )
        self.add(advanced(blocs_parameter()), blocs_help())
        rows = tr("The layer has one polygon for each pocket and each period in which it stays the same.")
        self.add_sink("OUTPUT", tr("Pockets"), Qgis.ProcessingSourceType.VectorPolygon, rows)
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Pockets")))
        self.addOutput(QgsProcessingOutputNumber("SLIVERS", tr("Parts left out")))

    def execute(self, parameters, context, feedback):
        enclosed, join_km, tolerance_m, sliver_km2 = (
            self.parameterAsDouble(parameters, name, context) for name in _RULES
        )
        rules = PocketRules(
            enclosed_share=enclosed / 100, join_km=join_km, tolerance_m=tolerance_m, sliver_km2=sliver_km2
        )
        allies = self.parameterAsBoolean(parameters, "BLOCS", context)
        series = self.series(parameters, context, feedback)
        factions = with_holders(known_factions(self.case()), series)
        factions = factions.with_blocs(stated_blocs(self, factions, parameters, context))
        blocs = factions.blocs() if allies else NO_BLOCS
        rows: list[tuple] = []
        geometry: list = []
        slivers, sliver_km2 = 0, 0.0
        for source, part, sub_feedback in each_source(series, feedback):
            pockets = pockets_in(part, blocs, rules, sub_feedback)
            rows += [_attributes(pocket, source) for pocket in pockets.rows]
            geometry += [pocket.geometry for pocket in pockets.rows]
            slivers, sliver_km2 = slivers + pockets.slivers, sliver_km2 + pockets.sliver_km2
        if slivers:
            text = tr("{} parts smaller than {} km² were left out, {:.4f} km² in total.")
            feedback.pushInfo(text.format(slivers, rules.sliver_km2, sliver_km2))
        columns = dict(zip(_FIELDS, zip(*rows))) if rows else {field: () for field in _FIELDS}
        layer_id = write_rows(self, "OUTPUT", parameters, context, feedback, columns, geometry, style_pockets)
        return {"OUTPUT": layer_id, "COUNT": len(rows), "SLIVERS": slivers}


def _attributes(pocket: Pocket, source: str) -> tuple:
    """Return the attributes of a pocket in the order of _FIELDS."""
    return (
        pocket.bloc, joined(pocket.factions), pocket.start, pocket.end, pocket.area_km2,
        pocket.surrounded_by(no_faction_labels()), pocket.enclosed_share, pocket.since, pocket.nearest_km,
        pocket.would_join, pocket.is_largest, source,
    )  # fmt: skip
