"""Base class of the two corridor searches: their parameters, and the layers, table and page that they write.

The parameters set how corridors are assessed and measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from functools import partial

import shapely
from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsVectorLayer,
)

from ..case.case import bases_of
from ..case.catalogue import known_factions
from ..case.import_report import ImportReport
from ..case.time_zone import CaseTimeZone
from ..core import fields as f
from ..core.control.series import ControlSeries
from ..core.corridors.assessment import AREA_FIELDS, CorridorAssessment, CorridorOptions, corridor_rows, evidence_rows
from ..core.corridors.corridors import INFERRED, INTERPOLATED, OBSERVED, transits_in
from ..core.corridors.events import ClashEvents
from ..core.corridors.evidence import EvidenceOptions
from ..core.errors import DateError, SourceError
from ..core.factions.factions import Factions
from ..mapping.layers.corridor_styles import (
    AREA_CLASS_FIELDS,
    CORRIDOR_CLASS_FIELDS,
    style_corridor_areas,
    style_corridors,
)
from ..mapping.layers.temporal import follow_stated_periods
from ..mapping.text.corridor_report import corridor_page
from ..mapping.text.corridor_text import corridor_texts, unknown_faction_notes
from ..sources.events.reader import EventOptions, read_event_input
from ..sources.time_zones import proposed_time_zone, time_zone_of, zone_message
from ..translation import tr, translated
from .base import (
    ControlAlgorithm,
    advanced,
    blocs_help,
    blocs_parameter,
    log_issues,
    number_parameter,
    stated_blocs,
    time_zone_parameter,
)
from .outputs import Style, write_page, write_rows
from .series_base import SeriesAlgorithm
from .vector_inputs import VectorParameter, vector_input

_NUMBERS = ("DISTANCE_KM", "DAYS", "UNCERTAINTY_KM", "COVERAGE_KM", "COVERAGE_DAYS", "WIDTH_KM", "DAYS_AFTER")


def evidence_parameters() -> list[tuple]:
    """Return the parameters that ``corridor_options`` reads, each with its help text."""
    strikes = QgsProcessingParameterBoolean(
        "COUNT_STRIKES", tr("Count explosions and remote violence as clashes"), False
    )
    return [
        (
            number_parameter("DISTANCE_KM", tr("Clash distance (km)"), 5.0),
            tr("Events between the two sides at a greater distance are not counted."),
        ),
        (
            number_parameter("DAYS", tr("Clash window (days)"), 1),
            tr("The window extends before and after the passage. 0 covers only the days of the passage."),
        ),
        (
            number_parameter("UNCERTAINTY_KM", tr("Border uncertainty (km)"), 1.0),
            tr(
                "surviving_km is the length of a corridor that remains when the host's territory is shrunk by this "
                "distance."
            ),
        ),
        (
            advanced(number_parameter("COVERAGE_KM", tr("Coverage distance (km)"), 50.0)),
            tr("Events of any parties count. A source without an event this close does not cover the passage."),
        ),
        (
            advanced(number_parameter("COVERAGE_DAYS", tr("Coverage window (days)"), 7)),
            tr("An event of the source must also lie within this time."),
        ),
        (
            advanced(number_parameter("WIDTH_KM", tr("Corridor width (km)"), 2.0, 0.001)),
            tr("The corridor area is the host's territory along the path, with half of the width on each side."),
        ),
        (
            advanced(number_parameter("DAYS_AFTER", tr("Follow-up period (days)"), 7)),
            tr("The period starts after the passage. taken_share distinguishes an advance from a passage."),
        ),
        (
            advanced(time_zone_parameter()),
            tr(
                "Events and dates are days of this zone; times of fixes are UTC and are converted to its days. For "
                "example Asia/Damascus or UTC+03:00. The log and the report name the zone that was used."
            ),
        ),
        (advanced(blocs_parameter()), blocs_help()),
        (advanced(strikes), tr("If unchecked, remote violence is listed separately and does not affect the verdict.")),
    ]


def corridor_options(
    algorithm: ControlAlgorithm, parameters, context, feedback, zone: CaseTimeZone, **more
) -> CorridorOptions:
    """Return the options of a search from ``evidence_parameters``; logs the time zone.

    zone  the one to use if the parameter is empty
    more  further fields of CorridorOptions
    """
    wanted = algorithm.parameterAsString(parameters, "TIME_ZONE", context).strip()
    zone = CaseTimeZone(wanted) if wanted else zone
    feedback.pushInfo(translated(zone_message(zone)))
    given = {name: algorithm.parameterAsDouble(parameters, name, context) for name in _NUMBERS}
    evidence = EvidenceOptions(
        distance_km=given["DISTANCE_KM"],
        days=int(given["DAYS"]),
        coverage_km=given["COVERAGE_KM"],
        coverage_days=int(given["COVERAGE_DAYS"]),
        counts_strikes=algorithm.parameterAsBool(parameters, "COUNT_STRIKES", context),
        time_zone=zone.name,
    )
    return CorridorOptions(
        evidence=evidence,
        uncertainty_km=given["UNCERTAINTY_KM"],
        width_km=given["WIDTH_KM"],
        days_after=int(given["DAYS_AFTER"]),
        **more,
    )


_LOGGED = 20  # maximum number of corridors in the log; the layer and the page contain all


class CorridorAlgorithm(SeriesAlgorithm):
    """A search for corridors: subclasses find and assess them, this class reads the events and writes the results."""

    SERIES = "TERRITORIES"
    GROUP = "Corridors"

    def add_evidence_parameters(self) -> None:
        """Add the events, and the parameters for the assessment and measurement of corridors."""
        kinds = [Qgis.ProcessingSourceType.Vector]
        self.add(
            VectorParameter("EVENTS", tr("Clash events"), kinds, optional=True),
            tr(
                "Choose the layer events of a case, an ACLED export, a UCDP GED table, or any table with a date "
                "and two sides. Without events, no corridor is covered by event data."
            ),
        )
        for parameter, help in evidence_parameters():
            self.add(parameter, help)

    def add_outputs(self) -> None:
        """Add OUTPUT, AREAS, EVIDENCE, REPORT and the number outputs."""
        kinds = Qgis.ProcessingSourceType
        rows = tr("The layer has one line for each corridor, with its verdict and a sentence.")
        self.add_sink("OUTPUT", tr("Corridors"), kinds.VectorLine, rows)
        territory = tr("The layer contains the host's territory along each corridor.")
        self.add_sink("AREAS", tr("Corridor areas"), kinds.VectorPolygon, territory, True)
        self.add_sink(
            "EVIDENCE",
            tr("Evidence"),
            kinds.Vector,
            tr("The table has one row for each event that is relevant to a corridor."),
            True,
        )
        page = QgsProcessingParameterFileDestination(
            "REPORT", tr("Report"), "HTML (*.html)", optional=True, createByDefault=False
        )
        self.add(page, tr("The report contains the settings, one sentence for each corridor, and what was left out."))
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Corridors")))
        self.addOutput(QgsProcessingOutputNumber("TRANSITS", tr("Observed or inferred transits")))
        self.addOutput(QgsProcessingOutputNumber("INTERPOLATED_TRANSITS", tr("Interpolated transits")))

    def take_up(self, parameters, context, feedback):
        self._events = vector_input(self, parameters, "EVENTS", context, feedback)
        super().take_up(parameters, context, feedback)

    def factions(self) -> Factions:
        """Return the shipped factions and those of the case whose territories are searched."""
        return known_factions(self.case())

    def with_stated_blocs(self, factions: Factions, parameters, context) -> Factions:
        """Return the registry with the blocs that FACTION_BLOCS states."""
        return factions.with_blocs(stated_blocs(self, factions, parameters, context))

    def options(self, parameters, context, feedback, series: ControlSeries, **more) -> CorridorOptions:
        """Return ``corridor_options`` of this algorithm, in the zone of the case or of the territories' place."""
        zone = time_zone_of(self.case()) if self.case() else CaseTimeZone()
        if not self.case() and len(series):
            west, south, east, north = shapely.total_bounds(series.geometry)
            zone = CaseTimeZone(proposed_time_zone((west + east) / 2, (south + north) / 2), True)
        return corridor_options(self, parameters, context, feedback, zone, **more)

    def events(self, factions: Factions, zone: str, feedback) -> ClashEvents:
        """Read the clash events (empty if none are given), and log the rows that cannot be used."""
        if self._events is None:
            feedback.pushInfo(tr("No clash events were given, so no corridor is covered by event data."))
            return ClashEvents.empty()
        report = ImportReport()
        with message_of("EVENTS", tr("Import clash events")):
            events, counts, _ = read_event_input(
                self._events, EventOptions(time_zone=zone), factions, report, feedback=feedback
            )
        log_report(report, feedback)
        for line in counts.lines(10):
            feedback.pushInfo(translated(line))
        return events

    def write(
        self,
        assessment: CorridorAssessment,
        factions: Factions,
        notes: list[str],
        parameters,
        context,
        feedback,
        in_part: Sequence[str] = (),
    ) -> dict:
        """Write the assessment to the requested outputs, and log its sentences.

        notes, in_part  as ``notes`` and ``partial`` in ``corridor_page``: logged too
        """
        names = factions.names
        columns, evidence = corridor_rows(assessment, bases=self.bases()), evidence_rows(assessment)
        columns[f.SENTENCE] = corridor_texts(columns, evidence, names, assessment.options)
        for text in columns[f.SENTENCE][:_LOGGED]:
            feedback.pushInfo(text)
        if len(assessment) > _LOGGED:
            feedback.pushInfo(tr("… and {} more; the layer contains all of them.").format(len(assessment) - _LOGGED))
        for note in in_part:
            feedback.pushInfo(note)
        for note in [*unknown_faction_notes(columns, names), *notes]:
            feedback.pushWarning(note)
        line, area, table = Qgis.WkbType.MultiLineString, Qgis.WkbType.MultiPolygon, Qgis.WkbType.NoGeometry
        areas = {name: columns[name] for name in AREA_FIELDS}
        parties = {*columns[f.MOVER], *columns[f.HOST]}
        shown = {key: name for key, name in names.items() if key in parties}
        line_style = _timed(partial(style_corridors, names=shown), columns, CORRIDOR_CLASS_FIELDS)
        area_style = _timed(style_corridor_areas, columns, AREA_CLASS_FIELDS)
        nothing = [None] * len(evidence[f.EVENT])
        corridors = assessment.corridors
        results = {
            "COUNT": len(assessment),
            "TRANSITS": transits_in(corridors, OBSERVED) + transits_in(corridors, INFERRED),
            "INTERPOLATED_TRANSITS": transits_in(corridors, INTERPOLATED),
        }
        for name, rows, geometry, style, kind in (
            ("OUTPUT", columns, assessment.corridors.path, line_style, line),
            ("AREAS", areas, assessment.areas.geometry, area_style, area),
            ("EVIDENCE", evidence, nothing, None, table),
        ):
            if name == "OUTPUT" or parameters.get(name) is not None:
                results[name] = write_rows(self, name, parameters, context, feedback, rows, geometry, style, kind)
        page = self.parameterAsFileOutput(parameters, "REPORT", context)
        if page:
            write_page(page, corridor_page(self.displayName(), [assessment], columns[f.SENTENCE], notes, in_part))
            results["REPORT"] = page
        return results

    def bases(self) -> dict[str, str]:
        """Return what the territories of the case are based on: source → bases."""
        return bases_of(self.case()) if self.case() else {}


def log_report(report: ImportReport, feedback) -> None:
    """Log what was detected in an input, and its rows that were repaired or could not be used."""
    for line in report.detected:
        feedback.pushInfo(translated(line))
    log_issues(report, feedback)


@contextmanager
def message_of(parameter: str, importer: str):
    """Name the parameter in errors of its input, and the tool in which the fields can be set."""
    try:
        yield
    except (SourceError, DateError) as error:
        line = tr(
            "{}: {} These settings are available in {!r}. Import the data there and choose the layer of the case."
        )
        raise SourceError(line.format(parameter, error, importer)) from error


def _timed(style, columns: dict, class_fields: tuple[str, ...]) -> Style:
    """Return a style for the values that occur in the class fields, with a layer that follows the time."""
    present = set(zip(*(columns[field] for field in class_fields)))

    def style_and_follow(layer: QgsVectorLayer) -> None:
        style(layer, present)
        follow_stated_periods(layer)

    return style_and_follow
