"""Print layouts of a control map: one date, two, many, an atlas by date, evidence sheets."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

import numpy as np
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ..core import fields as f
from ..core.control.series import ControlSeries
from ..core.dates.dates import parse_date
from ..core.errors import CaseError, DateError, SourceError
from ..core.factions.themes import Theme
from ..core.telling import part_of
from ..mapping.layers.case_layers import case_of, control_layers
from ..mapping.layers.layers import local_crs
from ..mapping.layers.styles import control_renderer, style_territories
from ..mapping.layers.temporal import follow_stated_periods
from ..mapping.layouts.area_rows import area_rows
from ..mapping.layouts.evidence_sheets import Sheet
from ..mapping.layouts.layout_export import DEFAULT_DPI, check_output, export_layouts
from ..mapping.layouts.layout_templates import EVIDENCE, KINDS, ORIENTATIONS, SIZES, Paper
from ..mapping.layouts.layout_texts import MapTexts
from ..mapping.layouts.layouts import PrintedMap, keep
from ..mapping.layouts.printing import chosen_dates, make_layouts, printed_layers
from ..mapping.main_thread import MainThread
from ..sources.cases.case import Case
from ..sources.cases.corridor_rows import read_corridors, read_evidence
from ..sources.cases.print_facts import PrintFacts, areas_on, case_print_facts, series_print_facts
from ..sources.progress import step
from ..sources.qgis_values import to_qgis, to_qt_moment
from ..translation import tr
from .base import advanced, text_parameter, theme_parameter
from .series_input import SeriesAlgorithm, add_series_parameters

_ANY = "what suits"
_READ_SHARE = 0.3  # of the work: reading the case and its areas


class ControlLayout(SeriesAlgorithm):
    NAME = "controllayout"
    TITLE = "Print layout of a control map"
    GROUP = "Output"
    TAGS = ("layout", "print", "map", "atlas", "pdf", "svg", "png", "legend", "evidence", "report", "series", "dates")
    HELP = (
        "Prints a case, or any polygon layer with factions and dates: a map of one date, two dates side by side with "
        "their areas and the change, small maps of many dates, an atlas with a page a date, or an evidence sheet for "
        "each corridor of a case (map, facts, verdict, matched events, sources, what is uncertain).\n\n"
        "The legend has the theme's words, and only classes that are there on the date. Areas are ellipsoidal. What "
        "does not fit is made smaller, then goes on on a further page.\n\n"
        "The file's name decides on the format: a PDF has all pages, SVG and PNG are a file a page. Dates are "
        "separated by commas, as in 2017-10-08, 2017-10-24; where none are given, the last map is printed, the first "
        "and the last, or all.\n\n"
        "A template is a layout of QGIS (.qpt) of your own: items with the ids map (or map 1, map 2, …), title, date, "
        "legend, areas, overview, scale bar, north arrow, note, sources are filled, on evidence sheets also verdict, "
        "facts, text, events, uncertain. Copy and change one of those in the plugin's folder resources/layouts. Where "
        "the project shows the case, the layout is added to it too, to be edited there."
    )

    def initAlgorithm(self, configuration=None):
        case = QgsProcessingParameterFile("CASE", tr("Case"), extension="gpkg", optional=True)
        self.addParameter(case)
        add_series_parameters(self)
        given = self.parameterDefinition(self.SERIES)
        given.setFlags(given.flags() | Qgis.ProcessingParameterFlag.Optional)
        for name, title, values in (
            ("KIND", "Kind", list(KINDS)),
            ("PAGE", "Page", list(SIZES)),
            ("ORIENTATION", "Orientation", [_ANY, *ORIENTATIONS]),
        ):
            self.addParameter(QgsProcessingParameterEnum(name, tr(title), values, False, values[0], False, True))
        self.addParameter(text_parameter("DATES", "Dates, separated by commas (empty: what suits the kind)"))
        self.addParameter(text_parameter("TITLE", "Title (empty: that of the case)"))
        self.addParameter(text_parameter("CORRIDORS", "Numbers of the corridors on evidence sheets (empty: all)"))
        self.addParameter(QgsProcessingParameterExtent("EXTENT", tr("Extent (empty: all)"), optional=True))
        template = QgsProcessingParameterFile("TEMPLATE", tr("Template of your own"), extension="qpt", optional=True)
        self.addParameter(template)
        self.addParameter(theme_parameter())
        integer = Qgis.ProcessingNumberParameterType.Integer
        self.addParameter(
            QgsProcessingParameterNumber("DPI", tr("Dots per inch"), integer, DEFAULT_DPI, False, 30, 1200)
        )
        shown = QgsProcessingParameterBoolean(
            "ADD_LAYOUT", tr("Add the layout to the project that shows the case"), True
        )
        self.addParameter(advanced(shown))
        kinds = "PDF (*.pdf);;SVG (*.svg);;PNG (*.png)"
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", tr("Layout"), kinds))
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Files")))

    def prepareAlgorithm(self, parameters, context, feedback):
        """In the main thread: takes up the input, and how the project draws the case."""
        self._main = MainThread()
        self._made: list = []
        self._series_name = ""
        path = self.parameterAsFile(parameters, "CASE", context)
        if parameters.get(self.SERIES) and not path:
            super().prepareAlgorithm(parameters, context, feedback)
            layer = self.parameterAsVectorLayer(parameters, self.SERIES, context)
            self._series_name = layer.name() if layer is not None else tr("Control map")
            path = self._case_path or case_of(layer)[0]
        self._case_path = path
        self._looks = _looks_in(context.project(), path)
        return True

    def execute(self, parameters, context, feedback):
        def tell(done: float) -> None:
            step(feedback, 100 * done)

        tell(0)
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        check_output(output)
        kind = self.parameterAsEnumString(parameters, "KIND", context)
        paper = self._paper(parameters, context)
        given = _dates(self.parameterAsString(parameters, "DATES", context))
        of = self._subject(parameters, context, feedback)
        theme = self.theme(parameters, context)
        facts = self._facts(of, theme)
        dates = chosen_dates(kind, given, facts.map_dates, facts.last_known)
        tell(0.1)
        areas = areas_on(of, dates, part_of(tell, 0.1, _READ_SHARE))
        rows = {date: area_rows(theme, found, facts.names) for date, found in areas.items()}
        numbers = _numbers(self.parameterAsString(parameters, "CORRIDORS", context))
        sheets = _sheets(of, numbers) if kind == EVIDENCE else []
        texts = MapTexts(self._title(parameters, context, facts), facts.note, facts.sources)

        def make(project: QgsProject, layers, extent):
            printed = PrintedMap(layers, texts, extent, facts.dates, lambda moment: rows[moment])
            return make_layouts(project, kind, printed, dates, sheets, paper)

        self._make = make if self.parameterAsBool(parameters, "ADD_LAYOUT", context) else None
        files = self._print(make, of, facts, parameters, context, output, part_of(tell, _READ_SHARE, 1))
        for file in files:
            feedback.pushInfo(tr("Written: {}").format(file))
        return {"OUTPUT": files[0] if output not in files else output, "COUNT": len(files)}

    def postProcessAlgorithm(self, context, feedback):
        """In the main thread: the layout for the project that shows the case."""
        project = context.project()
        make, self._make = getattr(self, "_make", None), None
        shown = control_layers(project) if project is not None and self._case_path else {}
        if make is None or _normal(self._case_path) not in shown:
            return {}
        layers = printed_layers(project, self._case_path, ())
        for layout in make(project, layers, None):
            keep(project, layout)
            feedback.pushInfo(tr("Layout in the project: {}").format(layout.name()))
        return {}

    def _print(self, make, of, facts: PrintFacts, parameters, context, output: str, tell) -> list[str]:
        """Draws in the main thread, page by page, in a project of its own."""
        dpi = self.parameterAsDouble(parameters, "DPI", context)
        held: list = []

        def build():
            project = QgsProject()
            held.append(project)
            layers = self._layers(project, of, facts, parameters, context)
            project.setCrs(local_crs(layers[-1]) if layers[-1].crs().isGeographic() else layers[-1].crs())
            extent = self.parameterAsExtent(parameters, "EXTENT", context, project.crs())
            held.append(make(project, layers, None if extent.isEmpty() else extent))
            return held[-1]

        try:
            tell(0)
            layouts = self._main.call(build, lambda: tell(0))
            return export_layouts(layouts, output, dpi, tell, lambda work: self._main.call(work))
        except Exception as error:
            # What the frames hold - layouts, layers - has to go before the project that they belong to.
            trace = error.__traceback__
            self._main.call(lambda: traceback.clear_frames(trace))
            raise
        finally:
            layouts = None
            self._main.call(lambda: _let_go(held))

    def _layers(self, project: QgsProject, of, facts: PrintFacts, parameters, context) -> tuple:
        if not isinstance(of, Case):
            layer = _series_layer(of, facts.theme)
            project.addMapLayer(layer, False)
            return (layer,)
        layers = printed_layers(project, of.path, facts.tables)
        for layer in layers:
            table = case_of(layer)[1]
            if table in self._looks:
                layer.importNamedStyle(self._looks[table])
            if table == f.CONTROL_MAP and self.parameterAsString(parameters, "THEME", context).strip():
                layer.setRenderer(control_renderer(facts.theme, of.classes()))
        return layers

    def _subject(self, parameters, context, feedback) -> Case | ControlSeries:
        if self._case_path:
            try:
                return Case(self._case_path)
            except CaseError:
                if parameters.get("CASE"):
                    raise
        if not parameters.get(self.SERIES):
            raise QgsProcessingException(tr("There is nothing to print: give a CASE, or a layer with territories."))
        if self.parameterAsEnumString(parameters, "KIND", context) == EVIDENCE:
            raise QgsProcessingException(tr("KIND: evidence sheets need a case, with corridors. Give CASE."))
        self._case_path = ""
        return self.series(parameters, context, feedback)

    def _facts(self, of, theme: Theme) -> PrintFacts:
        if isinstance(of, Case):
            return case_print_facts(of, Path(of.path).stem)
        return series_print_facts(of, self._series_name, theme)

    def _paper(self, parameters, context) -> Paper:
        orientation = self.parameterAsEnumString(parameters, "ORIENTATION", context)
        template = self.parameterAsFile(parameters, "TEMPLATE", context)
        size = self.parameterAsEnumString(parameters, "PAGE", context)
        return Paper(size, "" if orientation == _ANY else orientation, template)

    def _title(self, parameters, context, facts: PrintFacts) -> str:
        return self.parameterAsString(parameters, "TITLE", context).strip() or facts.title


def _looks_in(project: QgsProject | None, path: str) -> dict[str, QDomDocument]:
    """Table → how a project draws it, where the project shows the case."""
    looks: dict[str, QDomDocument] = {}
    nodes = project.layerTreeRoot().findLayers() if project is not None and path else ()
    for node in nodes:
        found, table = case_of(node.layer()) if node.layer() is not None else ("", "")
        if found == _normal(path) and table not in looks:
            document = QDomDocument()
            node.layer().exportNamedStyle(document)
            looks[table] = document
    return looks


def _normal(path: str) -> str:
    return str(Path(path))


def _dates(text: str) -> list[np.datetime64]:
    found = []
    for part in re.split(r"[,;\n]", text):
        if part.strip():
            try:
                found.append(parse_date(part.strip()))
            except DateError as error:
                raise SourceError(tr("DATES: {}").format(error)) from error
    return sorted(set(found))


def _numbers(text: str) -> set[int]:
    parts = [part.strip() for part in re.split(r"[,;\s]+", text) if part.strip()]
    wrong = [part for part in parts if not part.isdecimal()]
    if wrong:
        raise SourceError(tr("CORRIDORS: {!r} is no number of a corridor.").format(wrong[0]))
    return {int(part) for part in parts}


def _sheets(case: Case, wanted: set[int]) -> list[Sheet]:
    """What is known of the corridors of a case with these numbers; of all where none are named."""
    found = read_corridors(case.path)
    rows = found.rows
    missing = sorted(wanted - set(rows.number.tolist()))
    if missing:
        raise SourceError(tr("CORRIDORS: the case has no corridor {}.").format(missing[0]))
    return [
        Sheet(
            rows.record(row), rows.start[row], rows.end[row], rows.path[row],
            read_evidence(case.path, int(rows.number[row])), found.names,
        )
        for row in range(len(rows))
        if not wanted or int(rows.number[row]) in wanted
    ]  # fmt: skip


def _series_layer(series: ControlSeries, theme: Theme) -> QgsVectorLayer:
    """A control series as a layer in the theme's look, which follows time."""
    names = (f.FACTION, f.VALID_FROM, f.VALID_TO)
    kinds = ("string", "datetime", "datetime")
    fields = "".join(f"&field={name}:{kind}" for name, kind in zip(names, kinds))
    layer = QgsVectorLayer(f"MultiPolygon?crs=EPSG:4326{fields}", tr("Control"), "memory")
    features = []
    for faction, start, end, shape in zip(series.faction, series.start, series.end, series.geometry):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([faction, to_qt_moment(start), to_qt_moment(end)])
        feature.setGeometry(to_qgis(shape))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    style_territories(layer, theme, sorted(set(series.faction)))
    follow_stated_periods(layer)
    return layer


def _let_go(held: list) -> None:
    """Layouts go before the project that they belong to."""
    while held:
        held.pop()
