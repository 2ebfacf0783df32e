"""Print layouts of a control map: one date, two dates, many dates, an atlas by date, evidence sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from qgis.core import (
    Qgis,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from ..case.case import Case
from ..case.corridors import corridor_facts
from ..case.print_data import PrintData, areas_on, case_print_data, series_print_data
from ..case.qgis_values import to_qgis, to_qt_moment
from ..core import fields as f
from ..core.control.series import ControlSeries
from ..core.dates.options import EARLIEST_MAP, DateLimits
from ..core.dates.parsing import parse_date
from ..core.errors import CaseError, DateError, SourceError
from ..core.factions.themes import Theme
from ..core.feedback import SubFeedback, report_progress
from ..mapping.layers.layers import control_layer
from ..mapping.layers.styles import control_renderer
from ..mapping.layouts.area_table import area_rows
from ..mapping.layouts.export import DEFAULT_DPI, check_output
from ..mapping.layouts.layouts import PrintedMap, keep
from ..mapping.layouts.printing import (
    chosen_dates,
    layer_of_series,
    layers_of_case,
    make_layouts,
    print_alone,
    printed_layers,
    styles_in,
)
from ..mapping.layouts.templates import EVIDENCE, KINDS, ORIENTATIONS, SIZES, Paper, left_out_of
from ..mapping.layouts.texts import MapTexts
from ..mapping.main_thread import MainThread
from ..mapping.text.corridor_text import stale_text, with_stale_text
from ..translation import tr, tr_noop
from .base import advanced, text_parameter, theme_parameter
from .case_base import report_unused_styles
from .series_base import SeriesAlgorithm, add_series_parameters

_ANY = "what suits"
_READ_SHARE = 0.3  # share of the work: reading the case and its areas


class ControlLayout(SeriesAlgorithm):
    """Algorithm: case or control series → PDF, SVG or PNG of a print layout, also added to the project."""

    NAME = "controllayout"
    TITLE = "Print layout of a control map"
    GROUP = "Output"
    TAGS = (
        "layout", "print", "map", "atlas", "pdf", "svg", "png", "legend", "before after", "side by side",
        "small multiples", "evidence", "corridor", "report", "series", "dates",
    )  # fmt: skip
    HELP = (
        "Prints a case, or any polygon layer with factions and dates, as a map of one date, two dates side by side "
        "with their areas and the change, small maps of many dates, an atlas with one page per date, or one "
        "evidence sheet per corridor of a case (map, facts, verdict, matched events, sources, uncertainties).\n\n"
        "The legend uses the labels of the theme and lists only the classes that occur on the date. Areas are "
        "ellipsoidal. Content that does not fit is made smaller and, if necessary, continued on another page.\n\n"
        "The extension of the file name sets the format. A PDF contains all pages; SVG and PNG are written as one "
        "file per page. Separate dates by commas, for example 2017-10-08, 2017-10-24. If no dates are set, the "
        "last map, the first and last maps, or all maps are printed, depending on the kind.\n\n"
        "A template is a QGIS layout (.qpt) of your own. Items with the ids map (or map 1, map 2, …), title, date, "
        "legend, areas, overview, scale bar, north arrow, note and sources are filled; on evidence sheets also "
        "verdict, facts, text, events and uncertain. Copy a template from the plugin folder resources/layouts and "
        "edit it. If the project shows the case, the layout is also added to the project, where you can edit it."
    )

    def initAlgorithm(self, configuration=None):
        case = QgsProcessingParameterFile("CASE", tr("Case"), extension="gpkg", optional=True)
        self.addParameter(case)
        add_series_parameters(self)
        given = self.parameterDefinition(self.SERIES)
        given.setFlags(given.flags() | Qgis.ProcessingParameterFlag.Optional)
        for name, title, values in (
            ("KIND", "Kind", list(KINDS)),
            ("PAGE", tr_noop("Page"), list(SIZES)),
            ("ORIENTATION", tr_noop("Orientation"), [_ANY, *ORIENTATIONS]),
        ):
            self.addParameter(QgsProcessingParameterEnum(name, tr(title), values, False, values[0], False, True))
        self.addParameter(text_parameter("DATES", tr_noop("Dates (comma-separated; empty: depends on the kind)")))
        self.addParameter(text_parameter("TITLE", tr_noop("Title (empty: title of the case)")))
        self.addParameter(text_parameter("CORRIDORS", tr_noop("Corridor numbers for evidence sheets (empty: all)")))
        self.addParameter(QgsProcessingParameterExtent("EXTENT", tr("Extent (empty: full extent)"), optional=True))
        template = QgsProcessingParameterFile("TEMPLATE", tr("Custom template"), extension="qpt", optional=True)
        self.addParameter(template)
        self.addParameter(theme_parameter())
        integer = Qgis.ProcessingNumberParameterType.Integer
        self.addParameter(
            QgsProcessingParameterNumber("DPI", tr("Resolution (dpi)"), integer, DEFAULT_DPI, False, 30, 1200)
        )
        shown = QgsProcessingParameterBoolean(
            "ADD_LAYOUT", tr("Add the layout to the project that shows the case"), True
        )
        self.addParameter(advanced(shown))
        author = QgsProcessingParameterBoolean("AUTHOR", tr("Author from the project's metadata"), False)
        self.addParameter(advanced(author))
        kinds = "PDF (*.pdf);;SVG (*.svg);;PNG (*.png)"
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", tr("Layout"), kinds))
        self.explain({
            "CASE": tr("Choose a case created by the import tools. If empty, the layer below is printed."),
            "KIND": tr("Choose one date, two dates side by side, small maps of many dates, one page per date, or "
                       "one sheet per corridor."),
            "PAGE": tr("Choose the paper size."),
            "ORIENTATION": tr("The option what suits selects portrait for evidence sheets and landscape for the "
                              "other kinds."),
            "DATES": tr("Enter dates such as 2017-10-08, 2017-10-24. If empty, the last map, the first and last "
                        "maps, or all maps are printed."),
            "TITLE": tr("The title is printed above the map."),
            "CORRIDORS": tr("Enter numbers of corridors in the case, for example 1, 4, 7."),
            "EXTENT": tr("The maps show this extent."),
            "TEMPLATE": tr("Choose a QGIS layout template (.qpt) whose items have the ids listed in the help."),
            "DPI": tr("The resolution applies to images and to content that a PDF cannot store as vectors."),
            "ADD_LAYOUT": tr("If a project shows the case, the layout can be edited there."),
            "AUTHOR": tr("If checked, the files contain the author of the open project. QGIS sets the author to "
                         "your full name."),
            "OUTPUT": tr("The file extension sets the format: .pdf contains all pages; .svg and .png are written "
                         "as one file per page."),
        })  # fmt: skip
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Files")))

    def take_up(self, parameters, context, feedback):
        """Open the input, and read the styles with which the project draws the case; runs in the main thread."""
        self._main = MainThread()
        self._make = None
        path = self.parameterAsFile(parameters, "CASE", context)
        if parameters.get(self.SERIES) and not path:
            super().take_up(parameters, context, feedback)
            path = self._file
        self._case_path = path
        self._styles = styles_in(context.project(), path)
        self._author = ""
        if self.parameterAsBool(parameters, "AUTHOR", context):
            self._author = context.project().metadata().author() if context.project() is not None else ""
            if not self._author:
                feedback.pushWarning(
                    tr("AUTHOR: no author is set. Enter one in the project properties, under Metadata.")
                )

    def execute(self, parameters, context, feedback):
        report_progress(feedback, 0)
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        check_output(output)
        kind = self.parameterAsEnumString(parameters, "KIND", context)
        paper = self._paper(parameters, context)
        for sentence in left_out_of(paper):
            feedback.pushWarning(sentence)
        given = _dates(self.parameterAsString(parameters, "DATES", context))
        numbers = _numbers(self.parameterAsString(parameters, "CORRIDORS", context))
        subject = self._subject(parameters, context, feedback)
        if isinstance(subject, Case) and not self._styles:
            report_unused_styles(subject, feedback)
        data, theme = self._print_data(subject, parameters, context)
        dates = chosen_dates(kind, given, data.map_dates, data.last_known)
        report_progress(feedback, 10)
        areas = areas_on(subject, dates, SubFeedback(feedback, 10, 100 * _READ_SHARE))
        sheets = corridor_facts(subject.path, numbers) if kind == EVIDENCE else []
        texts = MapTexts(
            self._title(parameters, context, data),
            with_stale_text(data.note, data.has_stale_corridors),
            data.sources,
        )
        if data.has_stale_corridors:
            feedback.pushWarning(stale_text())

        def make(project, layers, extent, printed_theme=theme):
            rows = {date: area_rows(printed_theme, date_areas, data.names) for date, date_areas in areas.items()}
            case = subject if isinstance(subject, Case) else None
            printed = PrintedMap(
                layers=layers,
                texts=texts,
                extent=extent,
                dates=data.dates,
                areas_on=lambda moment: rows[moment],
                case=case,
            )
            return make_layouts(project, kind, printed, dates, sheets, paper)

        def layers_in(project):
            if not isinstance(subject, Case):
                return layer_of_series(project, _rows(subject), theme)
            renderer = None if theme == data.theme else control_renderer(theme, subject.classes())
            return layers_of_case(project, subject, self._styles, renderer)

        def extent_in(project):
            extent = self.parameterAsExtent(parameters, "EXTENT", context, project.crs())
            return None if extent.isEmpty() else extent

        if self.parameterAsBool(parameters, "ADD_LAYOUT", context):
            self._make = lambda project, layers: make(project, layers, None, data.theme)
        dpi = self.parameterAsDouble(parameters, "DPI", context)
        printing = SubFeedback(feedback, 100 * _READ_SHARE, 100)
        files = print_alone(self._main, layers_in, extent_in, make, output, dpi, printing, self._author)
        for file in files:
            feedback.pushInfo(tr("Written: {}").format(file))
        return {"OUTPUT": files[0] if output not in files else output, "COUNT": len(files)}

    def postProcessAlgorithm(self, context, feedback):
        """Add the layout, in the project's style, to a project that shows the case; runs in the main thread."""
        project = context.project()
        make, self._make = self._make, None
        if make is None or project is None or control_layer(project, self._case_path) is None:
            return {}
        for layout in make(project, printed_layers(project, Case(self._case_path))):
            keep(project, layout)
            feedback.pushInfo(tr("Layout added to the project: {}").format(layout.name()))
        return {}

    def _subject(self, parameters, context, feedback) -> Case | ControlSeries:
        if self._case_path:
            try:
                return Case(self._case_path)
            except CaseError:
                if parameters.get("CASE"):
                    raise
        if not parameters.get(self.SERIES):
            raise QgsProcessingException(tr("There is nothing to print. Set CASE, or choose a layer with territories."))
        if self.parameterAsEnumString(parameters, "KIND", context) == EVIDENCE:
            raise QgsProcessingException(tr("KIND: evidence sheets need a case with corridors. Set CASE."))
        self._case_path = ""
        return self.series(parameters, context, feedback)

    def _print_data(self, subject, parameters, context) -> tuple[PrintData, Theme]:
        """Return the data to print and the theme to print: the case's own, unless THEME names another."""
        theme = self.theme(parameters, context)
        if not isinstance(subject, Case):
            return series_print_data(subject, self._input.key, theme), theme
        data = case_print_data(subject, Path(subject.path).stem)
        if not self.parameterAsString(parameters, "THEME", context).strip():
            return data, data.theme
        factions = [name for name in subject.classes() if not name.startswith(f.DERIVED_PREFIX)]
        return data, theme.with_spares(factions, data.names)

    def _paper(self, parameters, context) -> Paper:
        orientation = self.parameterAsEnumString(parameters, "ORIENTATION", context)
        template = self.parameterAsFile(parameters, "TEMPLATE", context)
        size = self.parameterAsEnumString(parameters, "PAGE", context)
        return Paper(size, "" if orientation == _ANY else orientation, template)

    def _title(self, parameters, context, data: PrintData) -> str:
        return self.parameterAsString(parameters, "TITLE", context).strip() or data.title


def _dates(text: str) -> list[np.datetime64]:
    dates = []
    for part in re.split(r"[,;\n]", text):
        if part.strip():
            try:
                dates.append(parse_date(part.strip(), limits=DateLimits(earliest=EARLIEST_MAP)))
            except DateError as error:
                raise SourceError(tr("DATES: {}").format(error)) from error
    return sorted(set(dates))


def _numbers(text: str) -> set[int]:
    parts = [part.strip() for part in re.split(r"[,;\s]+", text) if part.strip()]
    invalid = [part for part in parts if not part.isdecimal()]
    if invalid:
        raise SourceError(
            tr("CORRIDORS: {!r} is not a corridor number. Enter numbers such as 1, 4, 7.").format(invalid[0])
        )
    return {int(part) for part in parts}


def _rows(series: ControlSeries) -> Iterator[tuple]:
    """Yield (faction, start, end, geometry) of each row of a series, as QGIS values."""
    for faction, start, end, shape in zip(series.faction, series.start, series.end, series.geometry):
        yield faction, to_qt_moment(start), to_qt_moment(end), to_qgis(shape)
