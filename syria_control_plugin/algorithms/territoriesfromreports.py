"""A table of reports on places → territories by Voronoi cells, in a case."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingParameterField,
)

from ..mapping.layers.styles import style_case
from ..sources.maps.reports import ReportOptions, area_of_interest, import_reports
from ..translation import tr
from .base import advanced, date_order, date_order_parameter, number_parameter, text_parameter, theme_parameter
from .case_base import CaseAlgorithm
from .vector_inputs import VectorParameter, vector_input

_FIELDS = ("PLACE_FIELD", "LON_FIELD", "LAT_FIELD", "DATE_FIELD", "HOLDER_FIELD", "SOURCE_FIELD")


class TerritoriesFromReports(CaseAlgorithm):
    NAME = "territoriesfromreports"
    TITLE = "Territories from reports"
    GROUP = "Import"
    TAGS = (
        "control", "area of control", "places", "voronoi", "thiessen", "settlements", "villages", "holder", "csv",
        "derived", "territory",
    )  # fmt: skip
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
        self.add(
            VectorParameter("INPUT", tr("Reports"), kinds),
            tr("A table or points: place, date, holder and source a row, with coordinates here or in Places."),
        )
        self.add(
            VectorParameter("PLACES", tr("Places"), kinds, optional=True),
            tr("Points, or a table with coordinates, with the same place ids. Empty: the reports have coordinates."),
        )
        found = tr("Empty: found by its name.")
        for name, title in (
            ("PLACE_FIELD", tr("Field with the place")),
            ("LON_FIELD", tr("Field with the longitude (of a table without points)")),
            ("LAT_FIELD", tr("Field with the latitude (of a table without points)")),
            ("DATE_FIELD", tr("Field with the date")),
            ("HOLDER_FIELD", tr("Field with the holder")),
            ("SOURCE_FIELD", tr("Field with the source")),
        ):
            parent = "PLACES" if name in ("LON_FIELD", "LAT_FIELD") else "INPUT"
            self.add(
                advanced(QgsProcessingParameterField(name, title, parentLayerParameterName=parent, optional=True)),
                found,
            )
        self.addParameter(date_order_parameter())
        distance = number_parameter("DISTANCE", tr("Greatest distance from a place in km (0: no limit)"), 8.0)
        self.add(distance, tr("Cells end there: beyond it the holder of a place says nothing."))
        areas = [Qgis.ProcessingSourceType.VectorPolygon]
        self.add(
            VectorParameter("AREA", tr("Area of interest"), areas, optional=True),
            tr("Polygons at whose border all territories end. Empty: the distance alone ends them."),
        )
        self.addParameter(theme_parameter())
        name = text_parameter("SOURCE", tr("Name of the series (empty: name of the table)"))
        self.add(advanced(name), tr("Reports of one name replace those that the case has under it."))
        self.add_outputs()

    def take_up(self, parameters, context, feedback):
        names = ("INPUT", "PLACES", "AREA")
        given = {name: vector_input(self, parameters, name, context, feedback) for name in names}
        self._inputs = {name: each for name, each in given.items() if each is not None}

    def execute(self, parameters, context, feedback):
        case_path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        distance = self.parameterAsDouble(parameters, "DISTANCE", context)
        named = {name.lower(): self.parameterAsString(parameters, name, context) for name in _FIELDS}
        options = ReportOptions(
            **named,
            date_order=date_order(self.parameterAsEnumString(parameters, "DATE_ORDER", context)),
            distance_km=distance or None,
            area=area_of_interest(self._inputs["AREA"], feedback) if "AREA" in self._inputs else None,
            series=self.parameterAsString(parameters, "SOURCE", context).strip(),
            theme=self.parameterAsString(parameters, "THEME", context).strip(),
        )
        places = self._inputs.get("PLACES")
        report = import_reports(case_path, self._inputs["INPUT"], places, options, feedback, style_case)
        return self.results(parameters, context, feedback, case_path, report)
