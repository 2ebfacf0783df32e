"""The snapshot: who held what on one date."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QMetaType

from ..core import fields as f
from ..core.geometry.areas import areas_km2
from ..mapping.layers.styles import style_territories
from ..translation import tr
from .base import style_on_load, theme_parameter
from .change_input import moment_of
from .feature_output import write_rows
from .series_input import SeriesAlgorithm, add_series_parameters

_FIELDS = {
    f.FACTION: QMetaType.Type.QString,
    f.MAP_DATE: QMetaType.Type.QDateTime,
    f.VALID_FROM: QMetaType.Type.QDateTime,
    f.VALID_TO: QMetaType.Type.QDateTime,
    f.SOURCE: QMetaType.Type.QString,
    f.AREA_KM2: QMetaType.Type.Double,
}


class TerritoriesOnDate(SeriesAlgorithm):
    NAME = "territoriesondate"
    TITLE = "Territories on a date"
    GROUP = "Analysis"
    TAGS = ("snapshot", "date", "control", "territory", "filter", "time")
    HELP = (
        "The snapshot of a control series: the ground that each faction held on a date, with its ellipsoidal area. "
        "Periods are half-open: a territory is there at its start and gone at its end.\n\n"
        "Input is the layer territories of a case, or any polygon layer with a faction and dates: a date field "
        "(rows of one date are one map, which holds until the next), or start and end fields."
    )

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        moment = Qgis.ProcessingDateTimeParameterDataType.DateTime
        self.addParameter(QgsProcessingParameterDateTime("DATE", tr("Date (UTC)"), moment))
        self.addParameter(theme_parameter())
        kind = Qgis.ProcessingSourceType.VectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Territories on the date"), kind))
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Territories")))
        self.addOutput(QgsProcessingOutputNumber("AREA_KM2", tr("Area in km²")))

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
        layer_id = write_rows(self, "OUTPUT", parameters, context, feedback, _FIELDS, columns, snapshot.geometry)
        style_on_load(context, layer_id, lambda layer: style_territories(layer, theme, snapshot.factions))
        return {"OUTPUT": layer_id, "COUNT": len(snapshot), "AREA_KM2": float(areas.sum())}
