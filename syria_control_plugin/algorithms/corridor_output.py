"""What the two searches for corridors have in common: their settings, and the layers, table and page they write."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from ..core import fields as f
from ..core.corridors.corridors import transits_in
from ..core.corridors.findings import (
    AREA_FIELDS,
    COUNTS,
    MOMENTS,
    NUMBERS,
    CorridorOptions,
    Findings,
    corridor_rows,
    evidence_rows,
)
from ..core.errors import SourceError
from ..core.evidence.events import ClashEvents
from ..core.evidence.evidence import EvidenceOptions
from ..core.factions.factions import Factions
from ..mapping.layers.corridor_styles import AREA_LOOK, CORRIDOR_LOOK, style_corridor_areas, style_corridors
from ..mapping.layers.temporal import follow_stated_periods
from ..mapping.sentences.corridor_pages import corridor_page
from ..mapping.sentences.corridor_sentences import corridor_texts
from ..sources.cases.case import bases_of
from ..sources.cases.catalogue import known_factions
from ..sources.events.event_tables import EventOptions, read_event_input
from ..sources.files.layers import source_input
from ..sources.import_report import REJECTED, ImportReport
from ..translation import tr
from .base import advanced, style_on_load
from .feature_output import write_rows
from .series_input import SeriesAlgorithm

_LOGGED = 20  # corridors of which the log tells; all are in the layer and on the page

_SETTINGS = (
    # name, title, default, least, whether it is basic
    ("DISTANCE_KM", "Greatest distance of a clash from the path in km", 5.0, 0.0, True),
    ("DAYS", "Greatest distance of a clash in days", 1, 0, True),
    ("UNCERTAINTY_KM", "How far borders may be off in km", 1.0, 0.0, True),
    ("COVERAGE_KM", "Event data cover a passage: an event of whatever parties within km", 50.0, 0.0, False),
    ("COVERAGE_DAYS", "… and within days", 7, 0, False),
    ("WIDTH_KM", "Width of the corridor's area in km", 2.0, 0.001, False),
    ("DAYS_AFTER", "Days after the passage in which the mover may have taken the ground", 7, 0, False),
)


class CorridorAlgorithm(SeriesAlgorithm):
    """A search for corridors: a child finds them, here they are judged and written."""

    SERIES = "TERRITORIES"
    GROUP = "Corridors"

    def add_judging(self) -> None:
        kinds = [Qgis.ProcessingSourceType.Vector]
        self.addParameter(QgsProcessingParameterFeatureSource("EVENTS", tr("Clash events"), kinds, optional=True))
        for name, title, default, least, is_basic in _SETTINGS:
            parameter = number_parameter(name, title, default, least)
            self.addParameter(parameter if is_basic else advanced(parameter))
        title = tr("Explosions and remote violence count as clashes")
        self.addParameter(advanced(QgsProcessingParameterBoolean("COUNT_STRIKES", title, False)))

    def add_outputs(self) -> None:
        for name, title, kind, is_optional in (
            ("OUTPUT", "Corridors", Qgis.ProcessingSourceType.VectorLine, False),
            ("AREAS", "Corridor areas", Qgis.ProcessingSourceType.VectorPolygon, True),
            ("EVIDENCE", "Evidence", Qgis.ProcessingSourceType.Vector, True),
        ):
            sink = QgsProcessingParameterFeatureSink(name, tr(title), kind, None, is_optional, not is_optional)
            self.addParameter(sink)
        page = QgsProcessingParameterFileDestination(
            "REPORT", tr("Report"), "HTML (*.html)", optional=True, createByDefault=False
        )
        self.addParameter(page)
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Corridors")))
        self.addOutput(QgsProcessingOutputNumber("TRANSITS", tr("Transits")))

    def prepareAlgorithm(self, parameters, context, feedback):
        events = self.parameterAsSource(parameters, "EVENTS", context)
        self._events = None if events is None else source_input(events)
        return super().prepareAlgorithm(parameters, context, feedback)

    def factions(self) -> Factions:
        """The shipped factions, and those of the case whose territories are searched."""
        return known_factions(self.case())

    def options(self, parameters, context, **more) -> CorridorOptions:
        given = {name: self.parameterAsDouble(parameters, name, context) for name, *_ in _SETTINGS}
        evidence = EvidenceOptions(
            distance_km=given["DISTANCE_KM"],
            days=int(given["DAYS"]),
            coverage_km=given["COVERAGE_KM"],
            coverage_days=int(given["COVERAGE_DAYS"]),
            counts_strikes=self.parameterAsBool(parameters, "COUNT_STRIKES", context),
        )
        return CorridorOptions(evidence, given["UNCERTAINTY_KM"], given["WIDTH_KM"], int(given["DAYS_AFTER"]), **more)

    def events(self, factions: Factions, feedback) -> ClashEvents:
        """The clash events given, none where none are; what can't be used of them is told."""
        if self._events is None:
            feedback.pushInfo(tr("No clash events are given: every corridor is not covered by event data."))
            return ClashEvents.empty()
        report = ImportReport()
        events, counts, _ = read_event_input(self._events, EventOptions(), factions, report)
        tell_report(report, feedback)
        for line in counts.lines(10):
            feedback.pushInfo(line)
        return events

    def write(self, found: Findings, factions: Factions, notes: list[str], parameters, context, feedback) -> dict:
        """Writes what was found to the outputs that are wanted; tells it, and what was left out, in sentences."""
        names = {faction.id: faction.name for faction in factions}
        columns, evidence = corridor_rows(found, bases=self.bases()), evidence_rows(found)
        columns[f.SENTENCE] = corridor_texts(columns, evidence, names, found.options)
        for text in columns[f.SENTENCE][:_LOGGED]:
            feedback.pushInfo(text)
        if len(found) > _LOGGED:
            feedback.pushInfo(tr("… and {} more, all of them in the layer.").format(len(found) - _LOGGED))
        for note in notes:
            feedback.pushWarning(note)
        lines, areas = Qgis.WkbType.MultiLineString, Qgis.WkbType.MultiPolygon
        shapes = {
            "OUTPUT": (columns, found.corridors.path, lines, _timed(style_corridors, _present(columns, CORRIDOR_LOOK))),
            "AREAS": (
                {name: columns[name] for name in AREA_FIELDS},
                found.areas.geometry,
                areas,
                _timed(style_corridor_areas, _present(columns, AREA_LOOK)),
            ),
            "EVIDENCE": (evidence, [None] * len(evidence[f.EVENT]), Qgis.WkbType.NoGeometry, None),
        }
        results = {"COUNT": len(found), "TRANSITS": transits_in(found.corridors)}
        for name, (rows, geometry, kind, style) in shapes.items():
            if parameters.get(name) is None and name != "OUTPUT":
                continue
            made = {field: _kind_of(field) for field in rows}
            layer_id = write_rows(self, name, parameters, context, feedback, made, rows, geometry, kind)
            results[name] = layer_id
            if style is not None:
                style_on_load(context, layer_id, style)
        page = self.parameterAsFileOutput(parameters, "REPORT", context)
        if page:
            _write_page(page, corridor_page(self.displayName(), found, columns[f.SENTENCE], notes))
            results["REPORT"] = page
        return results

    def bases(self) -> dict[str, str]:
        """Of each source of the case's territories what they rest on."""
        return bases_of(self.case()) if self.case() else {}


def tell_report(report: ImportReport, feedback) -> None:
    """Tells what was found in an input, and its rows that could not be used."""
    for line in report.guesses:
        feedback.pushInfo(line)
    for issue in report.issues:
        (feedback.pushWarning if issue.action == REJECTED else feedback.pushInfo)(str(issue))


def number_parameter(name: str, title: str, default: float, least: float) -> QgsProcessingParameterNumber:
    """A number; a whole one where the default is."""
    kind = QgsProcessingParameterNumber.Type
    return QgsProcessingParameterNumber(
        name, tr(title), kind.Integer if isinstance(default, int) else kind.Double, default, False, least
    )


def _kind_of(field: str):
    kinds = QMetaType.Type
    for kind, names in ((kinds.Double, NUMBERS), (kinds.Int, COUNTS), (kinds.QDateTime, MOMENTS)):
        if field in names:
            return kind
    return kinds.QString


def _present(columns: dict, fields: tuple[str, ...]) -> set[tuple]:
    return set(zip(*(columns[field] for field in fields)))


def _timed(style: Callable, present: set[tuple]) -> Callable:
    def style_and_follow(layer: QgsVectorLayer) -> None:
        style(layer, present)
        follow_stated_periods(layer)

    return style_and_follow


def _write_page(path: str, page: str) -> None:
    try:
        Path(path).write_text(page, encoding="utf-8")
    except OSError as error:
        raise SourceError(f"The report can't be written to {path!r}: {error}") from error
