"""The snapshot: who held what on one date."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QMetaType

from ..core import fields as f
from ..core.areas import areas_km2
from ..mapping.styles import style_territories
from ..sources.catalogue import load_theme, theme_ids
from ..sources.layers import source_input
from ..sources.qgis_values import from_qt_moment
from .base import ControlAlgorithm, style_on_load, theme_parameter, tr
from .feature_output import write_rows
from .series_input import add_series_parameters, series_of

_FIELDS = {
    f.FACTION: QMetaType.Type.QString,
    f.MAP_DATE: QMetaType.Type.QDateTime,
    f.VALID_FROM: QMetaType.Type.QDateTime,
    f.VALID_TO: QMetaType.Type.QDateTime,
    f.SOURCE: QMetaType.Type.QString,
    f.AREA_KM2: QMetaType.Type.Double,
}


class TerritoriesOnDate(ControlAlgorithm):
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

    def prepareAlgorithm(self, parameters, context, feedback):
        self._input = source_input(self.parameterAsSource(parameters, "INPUT", context))
        return True

    def execute(self, parameters, context, feedback):
        date = self.parameterAsDateTime(parameters, "DATE", context)
        if not date.isValid():
            raise QgsProcessingException(tr("DATE: {!r} is no date.").format(parameters.get("DATE")))
        theme = load_theme(self.parameterAsString(parameters, "THEME", context).strip() or theme_ids()[0])
        series = series_of(self, self._input, parameters, context, feedback)
        moment = from_qt_moment(date)
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
