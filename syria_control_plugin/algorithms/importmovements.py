"""Import of dated lines and timed fixes as movements of a case."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterNumber,
)

from ..core import fields as f
from ..core.movements.cleaning import SPEED_LIMIT_KMH
from ..mapping.layers.styles import style_case
from ..sources.files.encodings import checked_encoding
from ..sources.movements.importing import MovementReport, import_movements
from ..sources.movements.options import MovementOptions
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
from .case_base import MapsAlgorithm
from .vector_inputs import MapsParameter

_TEXTS = (
    ("FACTION", "faction", tr_noop("Faction of all movements (empty: detected from the data)")),
    ("FACTION_FIELD", "faction_field", tr_noop("Faction field (empty: detected by name)")),
    ("ID_FIELD", "id_field", tr_noop("Movement or track id field (empty: detected by name)")),
    ("DATE_FIELD", "date_field", tr_noop("Date or time field (empty: detected in fields or names)")),
)
_MORE_TEXTS = (
    ("START_FIELD", "start_field", tr_noop("Start time field of lines")),
    ("END_FIELD", "end_field", tr_noop("End time field of lines")),
    ("SOURCE_FIELD", "source_field", tr_noop("Source field (empty: detected by name)")),
    ("PASSAGE_FIELD", "passage_field", tr_noop("Reported passage field (empty: detected by name)")),
    ("POSITION_FIELD", "position_field", tr_noop("Position basis field (empty: detected by name)")),
    ("LON_FIELD", "lon_field", "Longitude field (tables without points)"),
    ("LAT_FIELD", "lat_field", "Latitude field (tables without points)"),
    ("WKT_FIELD", "wkt_field", tr_noop("WKT field with lines or points (empty: detected by content)")),
)
_LIMITS = (
    (
        "SPEED_LIMIT",
        "speed_limit_kmh",
        tr_noop("Speed limit of timed tracks (km/h; 0: no limit)"),
        SPEED_LIMIT_KMH,
    ),
    ("JUMP_LIMIT", "jump_limit_km", tr_noop("Maximum distance between fixes (km; 0: no limit)"), 0.0),
    ("GAP_LIMIT", "gap_limit_h", tr_noop("Maximum time gap in tracks (hours; 0: no limit)"), 0.0),
)


class ImportMovements(MapsAlgorithm):
    """Algorithm: lines, fixes and GPX tracks → movements of a case."""

    NAME = "importmovements"
    TITLE = "Import movements"
    GROUP = "Import"
    TAGS = ("movement", "track", "trajectory", "gps", "gpx", "line", "route", "convoy", "fix", "corridor", "faction")
    HELP = (
        "Imports movements of factions into a case, a GeoPackage. Corridors are cut from these movements.\n\n"
        "Input: lines with a date or with a start and an end; lines whose M values are times (seconds since "
        "1970-01-01 UTC); points with a track, a time and a faction; GPX tracks, routes and their points; tables "
        "with lines as WKT, or with a longitude and a latitude. Layers, files, folders, zip files and patterns are "
        "accepted. A table such as CSV must be chosen by itself, because the tables in a folder can contain "
        "anything. The log lists what was detected by name and content, and the settings override it. GPX files "
        "contain no faction, so set it.\n\n"
        "A line with one date is valid for that whole day (UTC), regardless of its time of day. Its route during "
        "the day is not known, so it is kept as untimed. An end that is a date without a time of day is the last day "
        "of the movement, and a setting excludes that day; the log reports how ends were read. A fix whose date has "
        "no time of day is placed at the start of that day. Each part of a multipart line and each segment of a GPX "
        "track is a separate "
        "movement.\n\n"
        "Timed tracks are checked. A single fix that is inconsistent with both neighbouring fixes is left out if "
        "these are consistent with each other. A track is cut at segments faster than the speed limit and at "
        "distances or gaps greater than the limits, and continues as another movement. A piece with one fix is "
        "left out. The report lists each of these, and the table import_issues of the case contains them with "
        "file, row and reason, together with rows that cannot be used.\n\n"
        "Importing the same data again changes nothing. An import with the name of an earlier import replaces its "
        "movements."
    )
    TABLE = f.MOVEMENTS
    COUNTS = (
        ("MOVEMENTS", tr_noop("Movements imported")),
        ("FIXES", tr_noop("Fixes with a time")),
        ("SPLIT", tr_noop("Tracks cut")),
    )

    def initAlgorithm(self, configuration=None):
        self.addParameter(MapsParameter("INPUT", tr("Movements: layers and files")))
        more = tr_noop(
            "Enter a folder, a zip file, a pattern such as tracks/*.gpx, a layer group or a database. "
            "Separate several entries by ;"
        )
        self.addParameter(
            text_parameter("PATHS", tr_noop("Movements: folder, zip, pattern, group or database"), help=more)
        )
        for name, _, title in _TEXTS:
            self.addParameter(text_parameter(name, title))
        add_date_reading_parameters(self)
        for name, _, title, default in _LIMITS:
            limit = QgsProcessingParameterNumber(name, tr(title), defaultValue=default, minValue=0.0)
            limit.setDataType(QgsProcessingParameterNumber.Type.Double)
            self.addParameter(limit if name == "SPEED_LIMIT" else advanced(limit))
        for name, _, title in _MORE_TEXTS:
            self.addParameter(advanced(text_parameter(name, title)))
        one_track = QgsProcessingParameterBoolean("ONE_TRACK", tr("Points without a track field are one track"), False)
        self.addParameter(advanced(one_track))
        remarks = text_parameter("REMARK_FIELDS", tr_noop("Further fields to quote (separated by ;)"))
        self.addParameter(advanced(remarks))
        last_day = QgsProcessingParameterBoolean("END_IS_LAST_DAY", tr("Include the last day of the period"), True)
        self.addParameter(advanced(last_day))
        name = text_parameter("SOURCE", tr_noop("Name of the import (empty: name of the folder, file or layer)"))
        self.addParameter(advanced(name))
        crs = QgsProcessingParameterCrs(
            "CRS", tr("CRS of data without a CRS (empty: longitude and latitude)"), optional=True
        )
        self.addParameter(advanced(crs))
        self.addParameter(advanced(encoding_parameter()))
        detected = tr("If empty, the field is detected by name and content. The log lists what was detected.")
        self.explain({
            **dict.fromkeys((name for name, *_ in (*_TEXTS, *_MORE_TEXTS)), detected),
            "INPUT": tr("Choose layers of the project, files, or any path that the field below accepts."),
            "FACTION": tr("Enter an id, a name, or any spelling used in data sets. GPX files contain no faction, "
                          "so set it."),
            "ONE_TRACK": tr("If unchecked, points that seem to be several tracks are not imported without a track "
                            "field."),
            "PASSAGE_FIELD": tr("The field names the factions through whose territory the source itself reports the "
                                "passage, or contains “yes”. Such a corridor is observed."),
            "POSITION_FIELD": tr("Positions are estimated unless this field is empty or contains reported, observed, "
                                 "measured or gps. All positions of a line are meant; with the field waypoint_basis, "
                                 "those between its start and end."),
            "REMARK_FIELDS": tr("Sentences and sheets quote these fields beside confidence, waypoint_basis and note."),
            "SPEED_LIMIT": tr("Tracks are cut at faster segments, because a fix is wrong or two tracks are "
                              "combined in one."),
            "JUMP_LIMIT": tr("Tracks are cut at greater distances, for example if two tracks are combined in one "
                             "and their times do not show it."),
            "GAP_LIMIT": tr("Tracks are cut at longer gaps, because the position during the gap is not known."),
            "END_IS_LAST_DAY": tr("If unchecked, an end that is a date without a time of day is exclusive."),
            "SOURCE": tr("An import replaces the movements of an earlier import of the same name."),
            "CRS": tr("Use this for x and y in metres, for example."),
        })  # fmt: skip
        self.addParameter(advanced(time_zone_parameter(tr_noop(
            "Dates are days of this zone; times are UTC. For example Asia/Damascus or UTC+03:00."
        ))))  # fmt: skip
        self.add_outputs()

    def execute(self, parameters, context, feedback):
        case_path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        inputs, options = self.inputs(feedback), self._options(parameters, context)
        report = import_movements(case_path, inputs, options, feedback, style_case)
        return self.results(parameters, context, feedback, case_path, report)

    def counts(self, path: str, report: MovementReport) -> dict[str, int]:
        return {"MOVEMENTS": report.movements, "FIXES": report.fixes, "SPLIT": report.tracks_cut}

    def _options(self, parameters, context) -> MovementOptions:
        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        century, epoch = date_reading(self, parameters, context)
        return MovementOptions(
            **{option: text(name) for name, option, _ in (*_TEXTS, *_MORE_TEXTS)},
            **{option: self.parameterAsDouble(parameters, name, context) or None for name, option, *_ in _LIMITS},
            date_order=date_order(self.parameterAsEnumString(parameters, "DATE_ORDER", context)),
            is_one_track=self.parameterAsBoolean(parameters, "ONE_TRACK", context),
            end_is_last_day=self.parameterAsBoolean(parameters, "END_IS_LAST_DAY", context),
            remark_fields=tuple(name.strip() for name in text("REMARK_FIELDS").split(";") if name.strip()),
            series=text("SOURCE"),
            crs=self.crs(parameters, context),
            encoding=checked_encoding(self.parameterAsString(parameters, "ENCODING", context)),
            century=century,
            epoch=epoch,
            time_zone=self.parameterAsString(parameters, "TIME_ZONE", context).strip(),
        )
