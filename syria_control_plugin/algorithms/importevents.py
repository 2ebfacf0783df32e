"""Import of clash events from ACLED, UCDP GED or any other table into a case."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingParameterCrs,
    QgsProcessingParameterField,
    QgsProcessingParameterMatrix,
)

from ..core import fields as f
from ..core.dates.options import DateLimits
from ..mapping.layers.styles import style_case
from ..sources.events.importing import EventReport, import_events
from ..sources.events.reader import EventOptions
from ..sources.files.encodings import checked_encoding
from ..translation import tr, tr_noop
from .base import (
    add_date_reading_parameters,
    advanced,
    date_order,
    date_reading,
    encoding_parameter,
    text_parameter,
    time_zone_parameter,
)
from .case_base import CaseAlgorithm
from .vector_inputs import VectorParameter, vector_input

_FIELDS = (
    ("DATE_FIELD", "date_field", tr_noop("Plain table: date field")),
    ("END_FIELD", "end_field", tr_noop("Plain table: last day field")),
    ("SIDE_A_FIELD", "side_a_field", tr_noop("Plain table: first side field")),
    ("SIDE_B_FIELD", "side_b_field", tr_noop("Plain table: second side field")),
    ("KIND_FIELD", "kind_field", tr_noop("Plain table: field with the kind of event")),
    ("PRECISION_FIELD", "precision_field", tr_noop("Plain table: place precision field (km)")),
    ("ID_FIELD", "id_field", tr_noop("Plain table: id field")),
    ("SOURCE_FIELD", "source_field", tr_noop("Plain table: data set name field")),
    ("LON_FIELD", "lon_field", tr_noop("Plain table without points: longitude field")),
    ("LAT_FIELD", "lat_field", tr_noop("Plain table without points: latitude field")),
)


class ImportEvents(CaseAlgorithm):
    """Algorithm: table or point layer of clash events → events of a case."""

    NAME = "importevents"
    TITLE = "Import clash events"
    GROUP = "Import"
    TAGS = ("events", "clash", "fight", "battle", "conflict", "acled", "ucdp", "ged", "csv", "evidence")
    HELP = (
        "Imports clash events (dated and located fights between named parties) into a case. Corridors are assessed "
        "against these events.\n\n"
        "Input: an ACLED export, a UCDP GED table (both are recognised by their columns), the events of another "
        "case, or any table or point layer with a date and two sides. If any of the fields is set, the input is "
        "read as a plain table.\n\n"
        "Actors are matched to factions by their names and aliases. A side that combines several actors counts for "
        "each of their factions. Actors that are not known factions are counted and listed, and their events are "
        "kept. The precision of date and place is kept. Air strikes and shelling (ACLED: explosions and remote "
        "violence) and transfers of territory without a fight are kept separate from ground combat.\n\n"
        "Importing the same table again changes nothing. A changed table of the same name replaces its earlier "
        "events. Rows that cannot be used are listed in the table import_issues of the case, with file, row and "
        "reason."
    )
    TABLE = f.EVENTS
    COUNTS = (
        ("EVENTS", tr_noop("Events imported")),
        ("MATCHED", tr_noop("Events with known factions on both sides")),
        ("UNMATCHED", tr_noop("Events with an unknown faction on at least one side")),
        ("COMBINED", tr_noop("Combined sides of several actors")),
    )

    def initAlgorithm(self, configuration=None):
        kinds = [Qgis.ProcessingSourceType.Vector]
        self.addParameter(VectorParameter("INPUT", tr("Clash events"), kinds))
        source = text_parameter(
            "SOURCE",
            tr_noop("Name of the data set (empty: name of the format)"),
            help=tr_noop("Each data set is assessed separately."),
        )
        self.addParameter(source)
        add_date_reading_parameters(self)
        for name, _, title in _FIELDS:
            field = QgsProcessingParameterField(name, tr(title), parentLayerParameterName="INPUT", optional=True)
            self.addParameter(advanced(field))
        headers = [tr("Text in the table"), tr("Kind (fight, strike, transfer, other)")]
        mapping = QgsProcessingParameterMatrix(
            "KINDS", tr("Plain table: kinds of events"), 1, False, headers, optional=True
        )
        self.addParameter(advanced(mapping))
        headers = [tr("Place code (ACLED 1 to 3, UCDP 1 to 7)"), tr("Distance (km)")]
        reaches = QgsProcessingParameterMatrix(
            "REACHES", tr("ACLED or UCDP: precision of places"), 1, False, headers, optional=True
        )
        self.addParameter(advanced(reaches))
        crs = QgsProcessingParameterCrs(
            "CRS", tr("CRS of data without a CRS (empty: longitude and latitude)"), optional=True
        )
        self.addParameter(advanced(crs))
        self.addParameter(advanced(encoding_parameter()))
        self.addParameter(advanced(text_parameter("SERIES", tr_noop("Name of the import (empty: name of the table)"))))
        self.explain({
            "INPUT": tr("Choose an ACLED export, a UCDP GED table, the events of a case, or any table with a date "
                        "and two sides."),
            "KINDS": tr("Kinds are recognised by their names. Set the kind of those that are not, or that mean "
                        "something else. An event of unknown kind could be a fight."),
            "REACHES": tr("Set how far from its coded place an event may have happened. Only UCDP gives a distance for "
                          "one code (2: 25 km); those of other codes are assumed."),
            "CRS": tr("Use this for x and y in metres, for example."),
            "SERIES": tr("An import replaces the events of an earlier import of the same name."),
            **dict.fromkeys((name for name, *_ in _FIELDS), tr("If empty, the field is detected. If any field is "
                                                               "set, the input is read as a plain table.")),
        })  # fmt: skip
        self.addParameter(advanced(time_zone_parameter(tr_noop(
            "Dates are days of this zone; times are UTC. For example Asia/Damascus or UTC+03:00."
        ))))  # fmt: skip
        self.add_outputs()

    def take_up(self, parameters, context, feedback):
        self._input = vector_input(self, parameters, "INPUT", context, feedback)

    def execute(self, parameters, context, feedback):
        case_path = self.parameterAsFileOutput(parameters, "OUTPUT", context)

        def pairs(name: str) -> tuple[tuple[str, str], ...]:
            cells = [str(cell) for cell in self.parameterAsMatrix(parameters, name, context)]
            return tuple(pair for pair in zip(cells[::2], cells[1::2]) if any(pair))

        century, epoch = date_reading(self, parameters, context)
        options = EventOptions(
            kinds=pairs("KINDS"),
            reaches=pairs("REACHES"),
            **{option: self.parameterAsString(parameters, name, context) for name, option, _ in _FIELDS},
            limits=DateLimits(century=century, epoch=epoch),
            date_order=date_order(self.parameterAsEnumString(parameters, "DATE_ORDER", context)),
            source=self.parameterAsString(parameters, "SOURCE", context).strip(),
            series=self.parameterAsString(parameters, "SERIES", context).strip(),
            crs=self.crs(parameters, context),
            encoding=checked_encoding(self.parameterAsString(parameters, "ENCODING", context)),
            time_zone=self.parameterAsString(parameters, "TIME_ZONE", context).strip(),
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
