"""Snapshot of a control series: the territories of one date."""

from __future__ import annotations

from functools import partial

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
)

from ..core import fields as f
from ..core.geometry.ellipsoid import areas_km2
from ..mapping.layers.styles import style_territories
from ..translation import tr
from .base import theme_parameter
from .outputs import write_rows
from .series_base import SeriesAlgorithm, add_series_parameters, moment_of, moment_parameter


class TerritoriesOnDate(SeriesAlgorithm):
    """Algorithm: control series and a date → the territories held on the date."""

    NAME = "territoriesondate"
    TITLE = "Territories on a date"
    GROUP = "Analysis"
    TAGS = (
        "snapshot", "date", "area of control", "who held what", "control", "territory", "filter", "time",
    )  # fmt: skip
    HELP = (
        "Creates the snapshot of a control series: the territory that each faction held on a date, with its "
        "ellipsoidal area. Periods are half-open: a territory is valid at its start and no longer valid at its "
        "end.\n\n"
        "The input is the layer territories of a case, or any polygon layer with a faction and dates: a date field "
        "(rows of one date form one map, which is valid until the next), or start and end fields."
    )

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        self.add(moment_parameter("DATE", tr("Date (UTC)")), tr("A date without a time means its first moment."))
        self.addParameter(theme_parameter())
        rows = tr("The layer contains the territories that are valid on the date.")
        self.add_sink("OUTPUT", tr("Territories on the date"), Qgis.ProcessingSourceType.VectorPolygon, rows)
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Territories")))
        self.addOutput(QgsProcessingOutputNumber("AREA_KM2", tr("Area (km²)")))

    def execute(self, parameters, context, feedback):
        moment = moment_of(self, "DATE", parameters, context)
        theme = self.theme(parameters, context)
        series = self.series(parameters, context, feedback)
        snapshot = series.on(moment)
        areas = areas_km2(snapshot.geometry)
        columns = {
            f.FACTION: snapshot.faction,
            f.MAP_DATE: [moment] * len(snapshot),
            f.VALID_FROM: snapshot.start,
            f.VALID_TO: snapshot.end,
            f.SOURCE: snapshot.source,
            f.AREA_KM2: areas,
        }
        style = partial(style_territories, theme=theme, factions=snapshot.factions)
        layer_id = write_rows(self, "OUTPUT", parameters, context, feedback, columns, snapshot.geometry, style)
        return {"OUTPUT": layer_id, "COUNT": len(snapshot), "AREA_KM2": float(areas.sum())}
