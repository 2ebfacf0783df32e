"""Territories from reports on places, by Voronoi cells, in a case."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingParameterField,
)

from ..core.dates.options import DateLimits
from ..mapping.layers.styles import style_case
from ..sources.files.encodings import checked_encoding, decoded
from ..sources.maps.reports import ReportOptions, area_of_interest, import_reports
from ..translation import tr
from .base import (
    add_date_reading_parameters,
    advanced,
    date_order,
    date_reading,
    encoding_parameter,
    number_parameter,
    text_parameter,
    theme_parameter,
)
from .case_base import CaseAlgorithm
from .vector_inputs import VectorParameter, vector_input

_FIELDS = ("PLACE_FIELD", "LON_FIELD", "LAT_FIELD", "DATE_FIELD", "HOLDER_FIELD", "SOURCE_FIELD", "BASIS_FIELD")


class TerritoriesFromReports(CaseAlgorithm):
    """Algorithm: table of reports on places → derived territories of a case."""

    NAME = "territoriesfromreports"
    TITLE = "Territories from reports"
    GROUP = "Import"
    TAGS = (
        "control", "area of control", "places", "voronoi", "thiessen", "settlements", "villages", "holder", "csv",
        "derived", "territory",
    )  # fmt: skip
    HELP = (
        'Creates territories without a published map, from reports such as "place P passed to faction F on day D, '
        'according to S". Each place is represented by its Voronoi cell, cut at a distance from the place and at '
        "the area of interest; cells of one holder are merged. A report is valid until the next report on the same "
        "place. Before its first report, a place is not mapped. If two holders are reported for one place and "
        "day, both hold it, and it is contested.\n\n"
        "The result is labelled as derived. The input is one table with place, coordinates, date, holder and "
        "source in each row, or a table of reports and a table of places with the same place ids."
    )

    def initAlgorithm(self, configuration=None):
        kinds = [Qgis.ProcessingSourceType.Vector]
        self.add(
            VectorParameter("INPUT", tr("Reports"), kinds),
            tr(
                "Choose a table or points with place, date, holder and source in each row. The coordinates are in "
                "this input or in Places."
            ),
        )
        self.add(
            VectorParameter("PLACES", tr("Places"), kinds, optional=True),
            tr(
                "Choose points, or a table with coordinates, with the same place ids. If empty, the coordinates are "
                "in the reports."
            ),
        )
        detected = tr("If empty, the field is detected by name.")
        basis = tr(
            "The holder of a place is assumed unless this field is empty or begins with “reported”. If there is none, "
            "the holder is assumed if the source begins with “assumed”, “inferred” or similar text."
        )
        for name, title in (
            ("PLACE_FIELD", tr("Place field")),
            ("LON_FIELD", tr("Longitude field (tables without points)")),
            ("LAT_FIELD", tr("Latitude field (tables without points)")),
            ("DATE_FIELD", tr("Date field")),
            ("HOLDER_FIELD", tr("Holder field")),
            ("SOURCE_FIELD", tr("Source field")),
            ("BASIS_FIELD", tr("Basis field")),
        ):
            parent = "PLACES" if name in ("LON_FIELD", "LAT_FIELD") else "INPUT"
            self.add(
                advanced(QgsProcessingParameterField(name, title, parentLayerParameterName=parent, optional=True)),
                basis if name == "BASIS_FIELD" else detected,
            )
        add_date_reading_parameters(self)
        distance = number_parameter("DISTANCE", tr("Maximum distance from a place (km; 0: no limit)"), 8.0)
        self.add(distance, tr("Cells end at this distance. The holder of a place does not apply beyond it."))
        areas = [Qgis.ProcessingSourceType.VectorPolygon]
        self.add(
            VectorParameter("AREA", tr("Area of interest"), areas, optional=True),
            tr("All territories end at the border of these polygons. If empty, only the distance limits them."),
        )
        self.addParameter(advanced(encoding_parameter()))
        self.addParameter(theme_parameter())
        name = text_parameter("SOURCE", tr("Name of the series (empty: name of the table)"))
        self.add(advanced(name), tr("An import replaces the reports of an earlier import of the same name."))
        self.add_outputs()

    def take_up(self, parameters, context, feedback):
        names = ("INPUT", "PLACES", "AREA")
        given = {name: vector_input(self, parameters, name, context, feedback) for name in names}
        self._inputs = {name: each for name, each in given.items() if each is not None}

    def execute(self, parameters, context, feedback):
        case_path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        distance = self.parameterAsDouble(parameters, "DISTANCE", context)
        named = {name.lower(): self.parameterAsString(parameters, name, context) for name in _FIELDS}
        encoding = checked_encoding(self.parameterAsString(parameters, "ENCODING", context))
        area = self._inputs.get("AREA")
        century, epoch = date_reading(self, parameters, context)
        options = ReportOptions(
            encoding=encoding,
            **named,
            limits=DateLimits(century=century, epoch=epoch),
            date_order=date_order(self.parameterAsEnumString(parameters, "DATE_ORDER", context)),
            distance_km=distance or None,
            area=area_of_interest(decoded(area, encoding), feedback) if area is not None else None,
            series=self.parameterAsString(parameters, "SOURCE", context).strip(),
            theme=self.parameterAsString(parameters, "THEME", context).strip(),
        )
        places = self._inputs.get("PLACES")
        report = import_reports(case_path, self._inputs["INPUT"], places, options, feedback, style_case)
        return self.results(parameters, context, feedback, case_path, report)
