"""Parts of a faction's ground that others enclose, as dated polygons."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
)

from ..case.catalogue import shipped_factions
from ..core import fields as f
from ..core.control.overlaps import SLIVER_KM2
from ..core.control.pockets import ENCLOSED_SHARE, Pocket, PocketRules, pockets_in
from ..mapping.layers.change_styles import style_pockets
from ..translation import tr
from .base import advanced, number_parameter
from .outputs import write_rows
from .series_base import SeriesAlgorithm, add_series_parameters, each_source

_FIELDS = (
    f.BLOC, f.FACTIONS_INVOLVED, f.VALID_FROM, f.VALID_TO, f.AREA_KM2, f.SURROUNDED_BY, f.ENCLOSED_SHARE, f.SINCE,
    f.NEAREST_KM, f.WOULD_JOIN, f.IS_LARGEST, f.SOURCE,
)  # fmt: skip
_RULES = ("ENCLOSED", "JOIN_KM", "TOLERANCE_M", "SLIVER_KM2")


class Pockets(SeriesAlgorithm):
    NAME = "pockets"
    TITLE = "Pockets"
    GROUP = "Analysis"
    TAGS = (
        "pocket", "enclave", "exclave", "encircled", "encirclement", "surrounded", "besieged", "cut off", "siege",
        "salient", "control",
    )  # fmt: skip
    HELP = (
        "Parts of a faction's ground that others enclose: ground in one piece, along at least two thirds of whose "
        "outer boundary (or the percentage given) lies ground of factions outside its bloc. Pieces that touch in "
        "points only are two parts.\n\n"
        "No part is the main one by size: a force that broke through and was shut in sits in a pocket though it be "
        "the larger part, and so does the last part of all when it is enclosed (is_largest tells). A part that is "
        "apart only because the map ends there, or because nobody holds the ground between, is no pocket: there it is "
        "open. 0 per cent lists every part of all ground.\n\n"
        "A row is a period in which nothing of it changes: area_km2 (ellipsoidal); surrounded_by, who lies along the "
        "outer boundary, in per cent of its length; since, from when on it has been a pocket without a break, followed "
        "from date to date by the most ground in common; nearest_km, how far it is to the nearest other part, empty "
        "where there is none; would_join, whether the distance given would join them. The percentages may add up to "
        "more than 100 along contested ground, where a stretch counts for each faction.\n\n"
        "Each source is judged by itself. A pocket on the map says what the map says: not who was in it."
    )

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        percent = tr("Enclosed: at least this percentage of the outer boundary")
        self.add(
            number_parameter("ENCLOSED", percent, 100 * ENCLOSED_SHARE, greatest=100.0),
            tr("Along so much of a part's outer boundary must lie ground of factions outside its bloc."),
        )
        self.add(
            number_parameter("JOIN_KM", tr("Would parts join that are this near, in km?"), 0.0),
            tr("The field would_join answers it for each pocket; 0 asks nothing."),
        )
        self.add(
            advanced(number_parameter("TOLERANCE_M", tr("Tolerance in metres (borders digitised twice)"), 0.0)),
            tr("Ground this near counts as touching."),
        )
        self.add(
            advanced(number_parameter("SLIVER_KM2", tr("Leave out parts smaller than this, in km²"), SLIVER_KM2)),
            tr("They are counted in the log."),
        )
        blocs = QgsProcessingParameterBoolean("BLOCS", tr("Allies count as one"), defaultValue=True)
        self.add(blocs, tr("Ground of allies is one ground, and does not enclose that of another ally."))
        rows = tr("A polygon for each pocket and period in which it stays the same.")
        self.add_sink("OUTPUT", tr("Pockets"), Qgis.ProcessingSourceType.VectorPolygon, rows)
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Pockets")))
        self.addOutput(QgsProcessingOutputNumber("SLIVERS", tr("Parts left out")))

    def execute(self, parameters, context, feedback):
        enclosed, *others = (self.parameterAsDouble(parameters, name, context) for name in _RULES)
        rules = PocketRules(enclosed / 100, *others)
        allies = self.parameterAsBoolean(parameters, "BLOCS", context)
        factions = shipped_factions()
        bloc_of = {name: factions.bloc_of(name) for name in factions.ids} if allies else {}
        series = self.series(parameters, context, feedback)
        rows: list[tuple] = []
        geometry: list = []
        slivers, sliver_km2 = 0, 0.0
        for source, part, sub_feedback in each_source(series, feedback):
            found = pockets_in(part, bloc_of, rules, sub_feedback)
            rows += [_attributes(pocket, source) for pocket in found.rows]
            geometry += [pocket.geometry for pocket in found.rows]
            slivers, sliver_km2 = slivers + found.slivers, sliver_km2 + found.sliver_km2
        if slivers:
            text = tr("{} parts smaller than {} km² were left out, {:.4f} km² in all.")
            feedback.pushInfo(text.format(slivers, rules.sliver_km2, sliver_km2))
        columns = dict(zip(_FIELDS, zip(*rows))) if rows else {field: () for field in _FIELDS}
        layer_id = write_rows(self, "OUTPUT", parameters, context, feedback, columns, geometry, style_pockets)
        return {"OUTPUT": layer_id, "COUNT": len(rows), "SLIVERS": slivers}


def _attributes(pocket: Pocket, source: str) -> tuple:
    """In the order of the fields."""
    return (
        pocket.bloc, "; ".join(pocket.factions), pocket.start, pocket.end, pocket.area_km2,
        pocket.surrounded_by(tr("nobody")), pocket.enclosed_share, pocket.since, pocket.nearest_km, pocket.would_join,
        pocket.is_largest, source,
    )  # fmt: skip
