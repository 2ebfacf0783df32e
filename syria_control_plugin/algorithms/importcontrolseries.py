"""Control maps as they come → a case with one dated, styled layer."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterNumber,
)

from ..mapping.layers.styles import style_case
from ..sources.maps.detection import FieldOverrides
from ..sources.maps.importing import import_maps
from ..sources.maps.options import ImportOptions
from ..translation import tr, tr_noop
from .base import advanced, date_order, date_order_parameter, text_parameter, theme_parameter
from .case_base import MapsAlgorithm
from .vector_inputs import MapsParameter


class ImportControlSeries(MapsAlgorithm):
    NAME = "importcontrolseries"
    TITLE = "Import control maps"
    GROUP = "Import"
    TAGS = (
        "control", "territory", "territorial", "area of control", "frontline", "map", "date", "time series", "temporal",
        "folder", "kml", "geojson", "shapefile", "faction", "conflict", "load",
    )  # fmt: skip
    HELP = (
        "Brings dated control maps into a case, a GeoPackage, with one layer that follows the temporal controller.\n\n"
        "Input: layers and files in any format that GDAL reads; or, as a path, a folder, a zip, a pattern such as "
        "maps/*_2017*.geojson, a group of layers, or a database connection. Dates are found in the names of files, "
        "layers and folders, in a field, in start and end fields, or in a file's own properties; factions in a field "
        "or in the names. "
        "What was found is written to the log and can be overridden by the settings.\n\n"
        "A map holds from its date until the next map of the same source. Importing the same files again changes "
        "nothing; importing one more file reads only that one. Rows that had to be repaired or left out are in the "
        "case's table import_issues, with file, row and reason."
    )

    def initAlgorithm(self, configuration=None):
        self.addParameter(MapsParameter("INPUT", tr("Control maps: layers and files")))
        more = tr_noop(
            "A folder, zip, pattern such as maps/*_2017*.geojson, group of layers, or database; several with ;"
        )
        self.addParameter(
            text_parameter("PATHS", tr_noop("Control maps: folder, zip, pattern, group or database"), help=more)
        )
        self.addParameter(
            text_parameter("FACTION", tr_noop("Faction that holds all the ground (empty: found in the data)"))
        )
        self.addParameter(text_parameter("FACTION_FIELD", tr_noop("Field with the faction (empty: found by its name)")))
        self.addParameter(
            text_parameter("DATE_FIELD", tr_noop("Field with the date (empty: found in names or fields)"))
        )
        self.addParameter(advanced(text_parameter("START_FIELD", tr_noop("Field with the start of a period"))))
        self.addParameter(advanced(text_parameter("END_FIELD", tr_noop("Field with the end of a period"))))
        last_day = QgsProcessingParameterBoolean(
            "END_IS_LAST_DAY", tr("The end field names the last day of the period"), False
        )
        self.addParameter(advanced(last_day))
        self.addParameter(date_order_parameter())
        self.addParameter(theme_parameter())
        name = text_parameter("SOURCE", tr_noop("Name of the source (empty: name of the folder)"))
        self.addParameter(advanced(name))
        precedence = text_parameter(
            "PRECEDENCE",
            tr_noop("Who keeps ground that two claim: factions, comma-separated, first wins"),
            help=tr_noop("Empty: ground that two factions claim is kept for both and marked contested."),
        )
        self.addParameter(advanced(precedence))
        limit = QgsProcessingParameterNumber(
            "HOLE_LIMIT", tr("Longest time in days that a map counts if the next is later"), optional=True, minValue=0.0
        )
        limit.setDataType(QgsProcessingParameterNumber.Type.Double)
        self.addParameter(advanced(limit))
        crs = QgsProcessingParameterCrs("CRS", tr("CRS of maps that name none"), optional=True)
        self.addParameter(advanced(crs))
        self.explain({
            "INPUT": tr("Layers of the project, files, and any path that the field below takes."),
            "FACTION": tr("Id, name, or any spelling that data sets use: for maps of one side that name none."),
            "FACTION_FIELD": tr("For maps of several sides; its values may be names, ids or spellings of data sets."),
            "DATE_FIELD": tr("Rows of one date are one map, which holds until the next."),
            "START_FIELD": tr("For rows that say from when to when they hold."),
            "END_FIELD": tr("The moment from which a row holds no more; a row without one still holds."),
            "END_IS_LAST_DAY": tr("Else the row holds no more on that day."),
            "SOURCE": tr("Maps of one source follow each other; two sources are never compared."),
            "HOLE_LIMIT": tr("After a longer time nothing is known until the next map. Empty: a map holds until then."),
            "CRS": tr("Empty: such maps are taken as lon/lat, or refused where that can't be."),
        })  # fmt: skip
        self.add_outputs()
        self.addOutput(QgsProcessingOutputNumber("MAPS", tr("Maps read")))

    def execute(self, parameters, context, feedback):
        case_path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        inputs, options = self.inputs(feedback), self._options(parameters, context)
        report = import_maps(case_path, inputs, options, feedback, style_case)
        return {**self.results(parameters, context, feedback, case_path, report), "MAPS": report.maps}

    def _options(self, parameters, context) -> ImportOptions:
        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        limit = parameters.get("HOLE_LIMIT")
        overrides = FieldOverrides(
            faction=text("FACTION"),
            faction_field=text("FACTION_FIELD"),
            date_field=text("DATE_FIELD"),
            start_field=text("START_FIELD"),
            end_field=text("END_FIELD"),
            date_order=date_order(self.parameterAsEnumString(parameters, "DATE_ORDER", context)),
        )
        return ImportOptions(
            overrides=overrides,
            source=text("SOURCE"),
            theme=text("THEME"),
            precedence=tuple(name.strip() for name in text("PRECEDENCE").split(",") if name.strip()),
            gap_limit_days=None if limit is None else self.parameterAsDouble(parameters, "HOLE_LIMIT", context),
            end_is_last_day=self.parameterAsBoolean(parameters, "END_IS_LAST_DAY", context),
            crs=self.crs(parameters, context),
        )
