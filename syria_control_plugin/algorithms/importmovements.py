"""Dated lines and timed fixes as they come → the movements of a case."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterNumber,
)

from ..core import fields as f
from ..core.movements.cleaning import SPEED_LIMIT_KMH
from ..mapping.layers.styles import style_case
from ..sources.movements.importing import MovementReport, import_movements
from ..sources.movements.options import MovementOptions
from ..translation import tr, tr_noop
from .base import advanced, date_order, date_order_parameter, text_parameter
from .case_base import MapsAlgorithm
from .vector_inputs import MapsParameter

_TEXTS = (
    ("FACTION", "faction", tr_noop("Faction that all of it is of (empty: found in the data)")),
    ("FACTION_FIELD", "faction_field", tr_noop("Field with the faction (empty: found by its name)")),
    ("ID_FIELD", "id_field", tr_noop("Field that tells movements or tracks apart (empty: found by its name)")),
    ("DATE_FIELD", "date_field", tr_noop("Field with the date or time (empty: found in fields or names)")),
)
_MORE_TEXTS = (
    ("START_FIELD", "start_field", tr_noop("Field with the start of a line's time")),
    ("END_FIELD", "end_field", tr_noop("Field with the end of a line's time")),
    ("SOURCE_FIELD", "source_field", tr_noop("Field with who says so (empty: found by its name)")),
    ("LON_FIELD", "lon_field", "Field with the longitude (of a table without points)"),
    ("LAT_FIELD", "lat_field", "Field with the latitude (of a table without points)"),
    ("WKT_FIELD", "wkt_field", tr_noop("Field with lines or points as WKT (empty: found by what it holds)")),
)
_LIMITS = (
    (
        "SPEED_LIMIT",
        "speed_limit_kmh",
        tr_noop("Cut tracks where they are faster, in km/h (0: nowhere)"),
        SPEED_LIMIT_KMH,
    ),
    ("JUMP_LIMIT", "jump_limit_km", tr_noop("Cut tracks where two fixes are further apart, in km (0: nowhere)"), 0.0),
    ("GAP_LIMIT", "gap_limit_h", tr_noop("Cut tracks where two fixes are further apart, in hours (0: nowhere)"), 0.0),
)


class ImportMovements(MapsAlgorithm):
    NAME = "importmovements"
    TITLE = "Import movements"
    GROUP = "Import"
    TAGS = ("movement", "track", "trajectory", "gps", "gpx", "line", "route", "convoy", "fix", "corridor", "faction")
    HELP = (
        "Brings movements of factions into a case, a GeoPackage: what corridors are cut from.\n\n"
        "Input: lines with a date or with a start and an end; lines whose M values are times (seconds since 1970-01-01 "
        "UTC); points with a track, a time and a faction; GPX tracks, routes and their points; tables with lines as "
        "WKT, or with a longitude and a latitude. Layers, files, folders, zips and patterns are taken; a table such as "
        "CSV has to be named itself, since a folder's tables may be anything. What was found where, by name "
        "and content, is written to the log and can be overridden by the settings. GPX names no faction: set it.\n\n"
        "A line with one date counts for that whole day, UTC, whatever its time of day. Its way through the day is not "
        "known: it is kept as untimed. A fix whose date has no time of day counts for the start of that day. Each part "
        "of a line in several parts, and each segment of a GPX track, is a movement of its own.\n\n"
        "Timed tracks are checked: a single fix that does not fit while the two beside it fit each other is left out; "
        "where a track is faster than the speed limit, jumps or has a gap longer than the limits allow, it is cut and "
        "goes on as another movement. A piece of one fix is left out. The report names each of these, and the case's "
        "table import_issues keeps them with file, row and reason, as it does rows that can't be used.\n\n"
        "Importing the same again changes nothing. An import with the name of an earlier one replaces its movements."
    )
    TABLE = f.MOVEMENTS
    COUNTS = (
        ("MOVEMENTS", tr_noop("Movements imported")),
        ("FIXES", tr_noop("Fixes with a time")),
        ("SPLIT", tr_noop("Tracks cut")),
    )

    def initAlgorithm(self, configuration=None):
        self.addParameter(MapsParameter("INPUT", tr("Movements: layers and files")))
        more = tr_noop("A folder, zip, pattern such as tracks/*.gpx, group of layers, or database; several with ;")
        self.addParameter(
            text_parameter("PATHS", tr_noop("Movements: folder, zip, pattern, group or database"), help=more)
        )
        for name, _, title in _TEXTS:
            self.addParameter(text_parameter(name, title))
        self.addParameter(date_order_parameter())
        for name, _, title, default in _LIMITS:
            limit = QgsProcessingParameterNumber(name, tr(title), defaultValue=default, minValue=0.0)
            limit.setDataType(QgsProcessingParameterNumber.Type.Double)
            self.addParameter(limit if name == "SPEED_LIMIT" else advanced(limit))
        for name, _, title in _MORE_TEXTS:
            self.addParameter(advanced(text_parameter(name, title)))
        last_day = QgsProcessingParameterBoolean("END_IS_LAST_DAY", tr("The end field names the last day"), False)
        self.addParameter(advanced(last_day))
        name = text_parameter("SOURCE", tr_noop("Name of the import (empty: name of the folder, file or layer)"))
        self.addParameter(advanced(name))
        crs = QgsProcessingParameterCrs("CRS", tr("CRS of data that name none (empty: lon/lat)"), optional=True)
        self.addParameter(advanced(crs))
        found = tr("Empty: found by names and by what fields hold; the log says what was found.")
        self.explain({
            **dict.fromkeys((name for name, *_ in (*_TEXTS, *_MORE_TEXTS)), found),
            "INPUT": tr("Layers of the project, files, and any path that the field below takes."),
            "FACTION": tr("Id, name, or any spelling that data sets use. GPX names no faction: set it."),
            "SPEED_LIMIT": tr("Such a speed is an error of a fix, or two tracks in one."),
            "JUMP_LIMIT": tr("Two tracks in one, say, where the times do not tell."),
            "GAP_LIMIT": tr("Where it was in a long gap is not known."),
            "END_IS_LAST_DAY": tr("Else the movement is over on that day."),
            "SOURCE": tr("An import of a name replaces the movements that came under it before."),
            "CRS": tr("For x and y in metres, say."),
        })  # fmt: skip
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

        return MovementOptions(
            **{option: text(name) for name, option, _ in (*_TEXTS, *_MORE_TEXTS)},
            **{option: self.parameterAsDouble(parameters, name, context) or None for name, option, *_ in _LIMITS},
            date_order=date_order(self.parameterAsEnumString(parameters, "DATE_ORDER", context)),
            end_is_last_day=self.parameterAsBoolean(parameters, "END_IS_LAST_DAY", context),
            series=text("SOURCE"),
            crs=self.crs(parameters, context),
        )
