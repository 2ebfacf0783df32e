"""A table of reports on places → territories by Voronoi cells, in a case."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ..mapping.layers.styles import style_case
from ..sources.files.layers import source_input
from ..sources.maps.report_import import import_reports
from ..sources.maps.report_tables import ReportOptions, area_of_interest
from ..translation import tr
from .base import advanced, date_order, date_order_parameter, text_parameter, theme_parameter
from .case_output import CaseAlgorithm

_FIELDS = (
    ("PLACE_FIELD", "place_field", "Field with the place"),
    ("LON_FIELD", "lon_field", "Field with the longitude (of a table without points)"),
    ("LAT_FIELD", "lat_field", "Field with the latitude (of a table without points)"),
    ("DATE_FIELD", "date_field", "Field with the date"),
    ("HOLDER_FIELD", "holder_field", "Field with the holder"),
    ("SOURCE_FIELD", "source_field", "Field with the source"),
)


class TerritoriesFromReports(CaseAlgorithm):
    NAME = "territoriesfromreports"
    TITLE = "Territories from reports"
    GROUP = "Import"
    TAGS = ("control", "places", "voronoi", "settlements", "holder", "csv", "derived", "territory")
    HELP = (
        'Makes territories where no map was ever published: from reports "place P passed to faction F on day D, '
        'says S". Each place stands for its Voronoi cell, cut at a distance from the place and at the area of '
        "interest; cells of one holder are merged. A report holds until the next report on the same place; a place "
        "before its first report is nobody's. Two holders reported for one place and day both hold it: contested.\n\n"
        "The result is labelled derived. Input is one table with place, coordinates, date, holder and source a row, "
        "or a table of reports and a table of places with the same place ids."
    )

    def initAlgorithm(self, configuration=None):
        kinds = [Qgis.ProcessingSourceType.Vector]
        self.addParameter(QgsProcessingParameterFeatureSource("INPUT", tr("Reports"), kinds))
        self.addParameter(QgsProcessingParameterFeatureSource("PLACES", tr("Places"), kinds, optional=True))
        for name, _, title in _FIELDS:
            parent = "PLACES" if name in ("LON_FIELD", "LAT_FIELD") else "INPUT"
            field = QgsProcessingParameterField(name, tr(title), parentLayerParameterName=parent, optional=True)
            self.addParameter(advanced(field))
        self.addParameter(date_order_parameter())
        distance = QgsProcessingParameterNumber(
            "DISTANCE", tr("Greatest distance from a place in km (0: no limit)"), defaultValue=8.0, minValue=0.0
        )
        distance.setDataType(QgsProcessingParameterNumber.Type.Double)
        self.addParameter(distance)
        areas = [Qgis.ProcessingSourceType.VectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource("AREA", tr("Area of interest"), areas, optional=True))
        self.addParameter(theme_parameter())
        self.addParameter(advanced(text_parameter("SOURCE", "Name of the series (empty: name of the table)")))
        self.add_outputs()

    def prepareAlgorithm(self, parameters, context, feedback):
        given = {name: self.parameterAsSource(parameters, name, context) for name in ("INPUT", "PLACES", "AREA")}
        self._inputs = {name: source_input(source) for name, source in given.items() if source is not None}
        return "INPUT" in self._inputs

    def execute(self, parameters, context, feedback):
        case_path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        distance = self.parameterAsDouble(parameters, "DISTANCE", context)
        named = {option: self.parameterAsString(parameters, name, context) for name, option, _ in _FIELDS}
        options = ReportOptions(
            **named,
            date_order=date_order(self.parameterAsEnumString(parameters, "DATE_ORDER", context)),
            distance_km=distance or None,
            area=area_of_interest(self._inputs["AREA"]) if "AREA" in self._inputs else None,
            series=self.parameterAsString(parameters, "SOURCE", context).strip(),
            theme=self.parameterAsString(parameters, "THEME", context).strip(),
        )
        places = self._inputs.get("PLACES")
        report = import_reports(case_path, self._inputs["INPUT"], places, options, feedback, style_case)
        return self.results(parameters, context, feedback, case_path, report)
