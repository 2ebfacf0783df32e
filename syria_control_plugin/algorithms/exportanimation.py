"""A film of a case, of layers, or of a print layout."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterColor,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterLayout,
    QgsProcessingParameterNumber,
    QgsProject,
)

from ..case.case import Case, from_text
from ..case.statistics import note_of
from ..core.errors import Cancelled, FilmError
from ..core.feedback import part_of, step
from ..mapping.animation.animation import FASTEST_FPS, Pace, make_film
from ..mapping.animation.layer_states import dates_of
from ..mapping.animation.layout_scene import LayoutScene
from ..mapping.animation.legend import Legend, legend_note
from ..mapping.animation.map_scene import BACKGROUND, MapScene, MapView, whole_extent
from ..mapping.animation.overlay import CORNERS, DATE
from ..mapping.animation.steps import UNITS, Steps, case_dates, case_layers, changed_ground, steps_for
from ..mapping.animation.writers import FORMATS, check_film, default_format, even_size
from ..mapping.layers.layers import local_crs
from ..translation import tr, tr_noop
from .base import ControlAlgorithm, advanced, text_parameter
from .case_base import report_unused_styles
from .series_base import case_of_layers, moment_of
from .vector_inputs import MapsParameter, map_layers

_DATES = "dates of the data"
_STEPS = [_DATES, *UNITS]
_CASE_SHARE = 0.1  # of the work: reading the case and comparing its maps


class ExportAnimation(ControlAlgorithm):
    NAME = "exportanimation"
    TITLE = "Film of a control map"
    GROUP = "Output"
    TAGS = (
        "animation", "film", "video", "movie", "timelapse", "time lapse", "mp4", "webm", "gif", "webp", "frames",
        "time", "layout", "export",
    )  # fmt: skip
    HELP = (
        "Films a case, layers that follow time, or a print layout, and writes MP4 or WebM (by the program ffmpeg), "
        "GIF, animated WebP, or PNG frames in a folder; the ending of the file's name decides.\n\n"
        "A frame shows the ground as it was at the moment whose date is written on it. Points and lines - clash "
        "events, movements, corridors - are shown in the step in which they happen; lines grow along their path. "
        "Ground that changed hands since the step before gets a hatch that fades. A legend names the classes that the "
        "layers hold; where EXTENT is empty, the ground lies beside it. Steps are the dates of the data "
        "(maps, changes of ground, movements, corridors), or every so many hours, days or weeks.\n\n"
        "Give a case, or layers of the project, or a layout. A layout is filmed with its legend and texts: an atlas "
        "by date page by page; in any other, all maps with a time get that of the step, and the label with the id "
        "'date' its date. Layouts are drawn in QGIS's main thread, without hatch and without growing lines.\n\n"
        "In the text, {date} stands for the date. A GIF has 255 colours: those of the symbols are kept as they are. "
        "A film that is cut off or cancelled is not left behind."
    )

    def initAlgorithm(self, configuration=None):
        self._add_content()
        self._add_time()
        number = QgsProcessingParameterNumber
        integer, double = Qgis.ProcessingNumberParameterType.Integer, Qgis.ProcessingNumberParameterType.Double
        self.addParameter(number("WIDTH", tr("Width in pixels"), integer, 1280, False, 16, 8192))
        self.addParameter(number("HEIGHT", tr("Height in pixels"), integer, 720, False, 16, 8192))
        self.addParameter(number("FPS", tr("Frames per second"), double, 10, False, 0.1, FASTEST_FPS))
        self.addParameter(number("HOLD", tr("Seconds that each step is held"), double, 0.8, False, 0.01, 3600))
        self.addParameter(QgsProcessingParameterBoolean("MARK_CHANGES", tr("Mark ground that changed hands"), True))
        self.addParameter(QgsProcessingParameterBoolean("GROW", tr("Let movements and corridors grow"), True))
        self.addParameter(QgsProcessingParameterBoolean("LEGEND", tr("Legend"), True))
        text = text_parameter("DATE_TEXT", tr_noop("Text on each frame; {date} is its date. Empty: none"))
        text.setDefaultValue(DATE)
        self.addParameter(text)
        corner = QgsProcessingParameterEnum("CORNER", tr("Corner of the text"), list(CORNERS), False, CORNERS[0],
                                            False, True)  # fmt: skip
        self.addParameter(advanced(corner))
        colour = QgsProcessingParameterColor("BACKGROUND", tr("Background"), BACKGROUND, False)
        self.addParameter(advanced(colour))
        ffmpeg = QgsProcessingParameterFile("FFMPEG", tr("Path of ffmpeg (empty: it is looked for)"), optional=True)
        self.addParameter(advanced(ffmpeg))
        first = default_format()
        filters = sorted(FORMATS, key=lambda name: name != first)
        self.addParameter(
            QgsProcessingParameterFileDestination("OUTPUT", tr("Film"), ";;".join(FORMATS[name] for name in filters))
        )
        self.explain({
            "CASE": tr("A case made by the imports: its layers are filmed as it styles them."),
            "LAYERS": tr("Layers that follow time, as they are drawn in the project."),
            "LAYOUT": tr("A print layout of the project; with it no layers are given."),
            "EXTENT": tr("What the film shows."),
            "CRS": tr("In which the map is drawn."),
            "STEP": tr("A frame for each date on which something changes, or one every so often."),
            "STEP_COUNT": tr("As in 2 weeks. It does not count where the steps are the dates of the data."),
            "FROM_DATE": tr("Empty: the first of the data."),
            "TO_DATE": tr("Empty: the last of the data."),
            "WIDTH": tr("Some formats need even numbers: then it is made one larger."),
            "HEIGHT": tr("Some formats need even numbers: then it is made one larger."),
            "FPS": tr("How smoothly lines grow and the hatch fades."),
            "HOLD": tr("How long a date stays: the speed of the film."),
            "MARK_CHANGES": tr("A hatch on ground that changed hands since the step before; it fades. Of cases only."),
            "GROW": tr("Lines grow along their path during their step."),
            "LEGEND": tr("Names the classes that the layers hold."),
            "DATE_TEXT": tr("{date} stands for the date of the frame."),
            "CORNER": tr("Where it stands."),
            "BACKGROUND": tr("Behind the ground."),
            "FFMPEG": tr("MP4 and WebM are written by this program; it is not part of QGIS."),
            "OUTPUT": tr("The ending decides: .mp4, .webm, .gif, .webp; .png makes a folder of frames."),
        })  # fmt: skip
        for name, title in (
            ("FRAMES", tr_noop("Frames")),
            ("STEPS", "Steps"),
            ("SECONDS", tr_noop("Length in seconds")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(title)))

    def _add_content(self) -> None:
        case = QgsProcessingParameterFile("CASE", tr("Case"), extension="gpkg", optional=True)
        self.addParameter(case)
        kind = Qgis.ProcessingSourceType.MapLayer
        self.addParameter(MapsParameter("LAYERS", tr("Layers, the top one first"), kind))
        self.addParameter(QgsProcessingParameterLayout("LAYOUT", tr("Print layout"), optional=True))
        self.addParameter(QgsProcessingParameterExtent("EXTENT", tr("Extent (empty: all)"), optional=True))
        crs = QgsProcessingParameterCrs("CRS", tr("CRS of the map (empty: one that suits the place)"), optional=True)
        self.addParameter(advanced(crs))

    def _add_time(self) -> None:
        self.addParameter(QgsProcessingParameterEnum("STEP", tr("Steps"), _STEPS, False, _DATES, False, True))
        double = Qgis.ProcessingNumberParameterType.Double
        self.addParameter(
            QgsProcessingParameterNumber("STEP_COUNT", tr("Every so many of them"), double, 1, False, 1 / 3600)
        )
        moment = Qgis.ProcessingDateTimeParameterDataType.DateTime
        for name, title in (("FROM_DATE", tr_noop("First moment (UTC)")), ("TO_DATE", tr_noop("Last moment (UTC)"))):
            self.addParameter(QgsProcessingParameterDateTime(name, tr(title), moment, optional=True))

    def take_up(self, parameters, context, feedback):
        self._path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        self._ffmpeg = self.parameterAsFile(parameters, "FFMPEG", context)
        check_film(self._path, self._ffmpeg)
        self._pace = Pace(*(self.parameterAsDouble(parameters, name, context) for name in ("FPS", "HOLD")))
        self._moments = [_moment(self, name, parameters, context) for name in ("FROM_DATE", "TO_DATE")]
        project = context.project() or QgsProject.instance()
        layout = self.parameterAsLayout(parameters, "LAYOUT", context)
        layers = map_layers(parameters, "LAYERS", context, feedback)
        path = self.parameterAsFile(parameters, "CASE", context)
        if parameters.get("LAYOUT") and layout is None:
            raise FilmError(tr("LAYOUT: the project has no print layout {!r}.").format(parameters["LAYOUT"]))
        if layout is not None and layers:
            raise FilmError(tr("Give LAYERS or LAYOUT, not both."))
        self._is_of_case = False  # of layers that it opened itself
        self._case = Case(path) if path else case_of_layers(layers)
        if layout is None and not layers:
            if self._case is None:
                raise FilmError(tr("There is nothing to film: give a CASE, LAYERS or a LAYOUT."))
            layers, self._is_of_case = case_layers(self._case), True
        size = [self.parameterAsInt(parameters, name, context) for name in ("WIDTH", "HEIGHT")]
        if layout is not None:
            self._scene = LayoutScene(layout, *size)
            self._dates = self._scene.dates()
            return
        view = self._view(parameters, context, layers, even_size(self._path, *size))
        text = self.parameterAsString(parameters, "DATE_TEXT", context)
        corner = self.parameterAsEnumString(parameters, "CORNER", context)
        legend = self._legend(parameters, context) if self.parameterAsBool(parameters, "LEGEND", context) else None
        grows = self.parameterAsBool(parameters, "GROW", context)
        self._scene = MapScene(layers, view, project, grows, text, corner, legend)
        self._dates = case_dates(self._case, from_text) if path else dates_of(layers)

    def _legend(self, parameters, context) -> Legend:
        has_marks = self._case is not None and self.parameterAsBool(parameters, "MARK_CHANGES", context)
        return Legend(legend_note(note_of(self._case) if self._case is not None else "", has_marks))

    def _view(self, parameters, context, layers, size) -> MapView:
        crs = self.parameterAsCrs(parameters, "CRS", context)
        if not crs.isValid():
            if parameters.get("CRS"):
                raise FilmError(tr("CRS: {!r} is no CRS.").format(parameters["CRS"]))
            crs = local_crs(layers[-1]) if layers[-1].crs().isGeographic() else layers[-1].crs()
        extent = self.parameterAsExtent(parameters, "EXTENT", context, crs)
        is_whole = extent.isEmpty()
        if is_whole:
            extent = whole_extent(layers, crs, context.transformContext())
        background = self.parameterAsColor(parameters, "BACKGROUND", context).name()
        return MapView(extent, crs, *size, background, is_whole=is_whole)

    def execute(self, parameters, context, feedback):
        try:
            return self._make(parameters, context, feedback)
        finally:
            self._scene.close()

    def _make(self, parameters, context, feedback) -> dict:
        def tell(done: float) -> None:
            step(feedback, 100 * done)

        tell(0)
        if self._is_of_case:
            report_unused_styles(self._case, feedback)
        steps = self._steps(parameters, context)
        feedback.pushInfo(tr("Steps: {}, from {} to {}.").format(len(steps), steps.moment[0], steps.moment[-1]))
        changed = {}
        if self.parameterAsBool(parameters, "MARK_CHANGES", context) and self._case is not None:
            changed = changed_ground(self._case, steps, part_of(tell, 0, _CASE_SHARE))
        scene = self._scene
        if isinstance(scene, LayoutScene):
            scene.wait = lambda: _stop_if_cancelled(feedback)
        report = make_film(scene, steps, self._pace, self._path, changed, self._ffmpeg, part_of(tell, _CASE_SHARE, 1))
        for problem in report.problems:
            feedback.pushWarning(problem)
        words = tr("Frames: {}, different pictures: {}, length: {:.1f} s; {} pixels.")
        feedback.pushInfo(words.format(report.frames, report.pictures, report.seconds, "×".join(map(str, scene.size))))
        return {"OUTPUT": report.path, "FRAMES": report.frames, "STEPS": report.steps, "SECONDS": report.seconds}

    def _steps(self, parameters, context) -> Steps:
        unit = self.parameterAsEnumString(parameters, "STEP", context)
        return steps_for(self._dates, unit, self.parameterAsDouble(parameters, "STEP_COUNT", context), *self._moments)


def _moment(algorithm, name: str, parameters, context) -> np.datetime64 | None:
    return None if parameters.get(name) in (None, "") else moment_of(algorithm, name, parameters, context)


def _stop_if_cancelled(feedback) -> None:
    if feedback.isCanceled():
        raise Cancelled(tr("Cancelled: nothing was changed."))
