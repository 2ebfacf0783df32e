"""A table of clash events, of ACLED, UCDP GED or any other, → the events of a case."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingParameterCrs,
    QgsProcessingParameterField,
)

from ..core import fields as f
from ..mapping.layers.styles import style_case
from ..sources.events.importing import EventReport, import_events
from ..sources.events.reader import EventOptions
from ..translation import tr, tr_noop
from .base import advanced, date_order, date_order_parameter, text_parameter
from .case_base import CaseAlgorithm
from .vector_inputs import VectorParameter, vector_input

_FIELDS = (
    ("DATE_FIELD", "date_field", tr_noop("Plain table: field with the date")),
    ("END_FIELD", "end_field", tr_noop("Plain table: field with the last day")),
    ("SIDE_A_FIELD", "side_a_field", tr_noop("Plain table: field with one side")),
    ("SIDE_B_FIELD", "side_b_field", tr_noop("Plain table: field with the other side")),
    ("KIND_FIELD", "kind_field", tr_noop("Plain table: field with the kind (fight, strike, transfer, other)")),
    ("PRECISION_FIELD", "precision_field", tr_noop("Plain table: field with the precision of the place in km")),
    ("ID_FIELD", "id_field", tr_noop("Plain table: field with the id")),
    ("SOURCE_FIELD", "source_field", tr_noop("Plain table: field with the name of the data set")),
    ("LON_FIELD", "lon_field", tr_noop("Plain table without points: field with the longitude")),
    ("LAT_FIELD", "lat_field", tr_noop("Plain table without points: field with the latitude")),
)


class ImportEvents(CaseAlgorithm):
    NAME = "importevents"
    TITLE = "Import clash events"
    GROUP = "Import"
    TAGS = ("events", "clash", "fight", "battle", "conflict", "acled", "ucdp", "ged", "csv", "evidence")
    HELP = (
        "Brings clash events - dated, located fights between named parties - into a case, where corridors are judged "
        "by them.\n\n"
        "Input: an export of ACLED, a table of UCDP GED (both are told by their columns), the events of another case, "
        "or any table or point layer with a date and two sides. Naming one of the fields makes it a plain table.\n\n"
        "Actors become factions by their names and aliases; sides that combine several count for each of them. What is "
        "no known faction is counted and listed, and its event stays. How well date and place are known is kept. Air "
        "strikes and shelling (ACLED: explosions and remote violence) and transfers of ground without a fight are kept "
        "apart from ground fights.\n\n"
        "Importing the same table again changes nothing; a changed table of the same name replaces its events. Rows "
        "that can't be used are in the case's table import_issues, with file, row and reason."
    )
    TABLE = f.EVENTS
    COUNTS = (
        ("EVENTS", tr_noop("Events imported")),
        ("MATCHED", tr_noop("Events with known factions on both sides")),
        ("UNMATCHED", tr_noop("Events with a side of no known faction")),
        ("COMBINED", tr_noop("Sides of several actors")),
    )

    def initAlgorithm(self, configuration=None):
        kinds = [Qgis.ProcessingSourceType.Vector]
        self.addParameter(VectorParameter("INPUT", tr("Clash events"), kinds))
        source = text_parameter(
            "SOURCE",
            tr_noop("Name of the data set (empty: that of the layout)"),
            help=tr_noop("Each data set is judged by itself."),
        )
        self.addParameter(source)
        self.addParameter(date_order_parameter())
        for name, _, title in _FIELDS:
            field = QgsProcessingParameterField(name, tr(title), parentLayerParameterName="INPUT", optional=True)
            self.addParameter(advanced(field))
        crs = QgsProcessingParameterCrs("CRS", tr("CRS of coordinates that name none (empty: lon/lat)"), optional=True)
        self.addParameter(advanced(crs))
        self.addParameter(advanced(text_parameter("SERIES", tr_noop("Name of the import (empty: name of the table)"))))
        self.explain({
            "INPUT": tr("An export of ACLED, UCDP GED, events of a case, or any table with a date and two sides."),
            "CRS": tr("For x and y in metres, say."),
            "SERIES": tr("An import of a name replaces the events that came under it before."),
            **dict.fromkeys((name for name, *_ in _FIELDS), tr("Empty: found. Naming one makes it a plain table.")),
        })  # fmt: skip
        self.add_outputs()

    def take_up(self, parameters, context, feedback):
        self._input = vector_input(self, parameters, "INPUT", context, feedback)

    def execute(self, parameters, context, feedback):
        case_path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        options = EventOptions(
            **{option: self.parameterAsString(parameters, name, context) for name, option, _ in _FIELDS},
            date_order=date_order(self.parameterAsEnumString(parameters, "DATE_ORDER", context)),
            source=self.parameterAsString(parameters, "SOURCE", context).strip(),
            series=self.parameterAsString(parameters, "SERIES", context).strip(),
            crs=self.crs(parameters, context),
        )
        report = import_events(case_path, self._input, options, feedback, style_case)
        return self.results(parameters, context, feedback, case_path, report)

    def counts(self, path: str, report: EventReport) -> dict[str, int]:
        counts = report.counts
        return {
            "EVENTS": counts.events,
            "MATCHED": counts.on_both_sides,
            "UNMATCHED": counts.events - counts.on_both_sides,
            "COMBINED": counts.combined_sides,
        }
