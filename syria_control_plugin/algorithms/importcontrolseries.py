"""Import of control maps into a case with one dated, styled layer."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
)

from ..core.control.holders import NOBODY, NOT_MAPPED
from ..mapping.layers.styles import style_case
from ..sources.files.encodings import checked_encoding
from ..sources.maps.detection import FieldOverrides
from ..sources.maps.importing import import_maps
from ..sources.maps.options import ImportOptions
from ..translation import tr, tr_noop
from .base import (
    add_date_reading_parameters,
    advanced,
    date_order,
    date_reading,
    encoding_parameter,
    is_last_day,
    last_day_parameter,
    text_parameter,
    theme_parameter,
    time_zone_parameter,
)
from .case_base import MapsAlgorithm
from .vector_inputs import MapsParameter

_OUTSIDE = {"unchanged": None, NOT_MAPPED: False, NOBODY: True}


class ImportControlSeries(MapsAlgorithm):
    """Algorithm: control maps in any form that the readers accept → case."""

    NAME = "importcontrolseries"
    TITLE = "Import control maps"
    GROUP = "Import"
    TAGS = (
        "control", "territory", "territorial", "area of control", "frontline", "map", "date", "time series", "temporal",
        "folder", "kml", "geojson", "shapefile", "faction", "conflict", "load",
    )  # fmt: skip
    HELP = (
        "Imports dated control maps into a case, a GeoPackage, with one layer that follows the temporal "
        "controller.\n\n"
        "Input: layers and files in any format that GDAL reads; or, as a path, a folder, a zip file, a pattern "
        "such as maps/*_2017*.geojson, a layer group, or a database connection. Dates are detected in the names of "
        "files, layers and folders, in a date field, in start and end fields, or in the properties of a file; "
        "factions are detected in a field or in the names. The log lists what was detected, and the settings "
        "override it.\n\n"
        "A map is valid from its date until the next map of the same source. Importing the same files again "
        "changes nothing; importing one more file reads only that file. Rows that were repaired or left out are "
        "listed in the table import_issues of the case, with file, row and reason."
    )

    def initAlgorithm(self, configuration=None):
        self.addParameter(MapsParameter("INPUT", tr("Control maps: layers and files")))
        more = tr_noop(
            "Enter a folder, a zip file, a pattern such as maps/*_2017*.geojson, a layer group or a database. "
            "Separate several entries by ;"
        )
        self.addParameter(
            text_parameter("PATHS", tr_noop("Control maps: folder, zip, pattern, group or database"), help=more)
        )
        self.addParameter(
            text_parameter(
                "FACTION", tr_noop("Faction that holds all of the territory (empty: detected from the data)")
            )
        )
        self.addParameter(text_parameter("FACTION_FIELD", tr_noop("Faction field (empty: detected by name)")))
        self.addParameter(text_parameter("DATE_FIELD", tr_noop("Date field (empty: detected in names or fields)")))
        self.addParameter(advanced(text_parameter("START_FIELD", tr_noop("Period start field"))))
        self.addParameter(advanced(text_parameter("END_FIELD", tr_noop("Period end field"))))
        self.addParameter(advanced(last_day_parameter()))
        add_date_reading_parameters(self)
        self.addParameter(theme_parameter())
        name = text_parameter("SOURCE", tr_noop("Name of the source (empty: name of the folder)"))
        self.addParameter(advanced(name))
        precedence = text_parameter(
            "PRECEDENCE",
            tr_noop("Overlap precedence (factions, comma-separated, highest first)"),
            help=tr_noop("If empty, territory claimed by two factions is kept for both and marked as contested."),
        )
        self.addParameter(advanced(precedence))
        limit = QgsProcessingParameterNumber(
            "HOLE_LIMIT", tr("Maximum validity of a map (days)"), optional=True, minValue=0.0
        )
        limit.setDataType(QgsProcessingParameterNumber.Type.Double)
        self.addParameter(advanced(limit))
        outside = QgsProcessingParameterEnum(
            "OUTSIDE", tr("Areas without a territory"), list(_OUTSIDE), False, "unchanged", True, True
        )
        self.addParameter(advanced(outside))
        crs = QgsProcessingParameterCrs("CRS", tr("CRS of maps without a CRS"), optional=True)
        self.addParameter(advanced(crs))
        self.addParameter(advanced(encoding_parameter()))
        self.explain({
            "INPUT": tr("Choose layers of the project, files, or any path that the field below accepts."),
            "FACTION": tr("Enter an id, a name, or any spelling used in data sets. Use this for maps of one side "
                          "that do not name the faction."),
            "FACTION_FIELD": tr("Use this for maps of several sides. The values can be names, ids or spellings "
                                "used in data sets."),
            "DATE_FIELD": tr("Rows of one date form one map, which is valid until the next."),
            "START_FIELD": tr("Use this for rows with the start and end of their validity."),
            "END_FIELD": tr("End of validity. Rows without an end are still valid."),
            "SOURCE": tr("Maps of one source follow one another in time. Different sources are never compared."),
            "HOLE_LIMIT": tr("After this time, nothing is known until the next map. If empty, each map is valid "
                             "until the next."),
            "OUTSIDE": tr("Choose nobody only if the source states that nobody holds the areas that no territory "
                          "covers. Otherwise they are not mapped. The option unchanged keeps the setting of the "
                          "source's last import."),
            "CRS": tr("If empty, such maps are read as longitude and latitude, or rejected if that is not possible."),
        })  # fmt: skip
        self.addParameter(advanced(time_zone_parameter(tr_noop(
            "Dates are days of this zone; times are UTC. For example Asia/Damascus or UTC+03:00."
        ))))  # fmt: skip
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
        century, epoch = date_reading(self, parameters, context)
        return ImportOptions(
            overrides=overrides,
            source=text("SOURCE"),
            theme=text("THEME"),
            precedence=tuple(name.strip() for name in text("PRECEDENCE").split(",") if name.strip()),
            gap_limit_days=None if limit is None else self.parameterAsDouble(parameters, "HOLE_LIMIT", context),
            nobody_outside=_OUTSIDE.get(self.parameterAsEnumString(parameters, "OUTSIDE", context)),
            end_is_last_day=is_last_day(self.parameterAsEnumString(parameters, "END_IS_LAST_DAY", context)),
            crs=self.crs(parameters, context),
            encoding=checked_encoding(self.parameterAsString(parameters, "ENCODING", context)),
            century=century,
            epoch=epoch,
            time_zone=self.parameterAsString(parameters, "TIME_ZONE", context).strip(),
        )
