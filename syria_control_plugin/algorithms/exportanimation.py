"""Animation of a case, of layers, or of a print layout."""

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
from ..case.corridors import has_stale_corridors
from ..case.statistics import note_of
from ..core.errors import AnimationError, Cancelled
from ..core.feedback import SubFeedback, report_progress
from ..mapping.animation.animation import FASTEST_FPS, Pace, make_animation
from ..mapping.animation.layer_states import dates_of
from ..mapping.animation.layout_scene import LayoutScene
from ..mapping.animation.legend import Legend, legend_note
from ..mapping.animation.map_scene import BACKGROUND, MapScene, MapView, whole_extent
from ..mapping.animation.overlay import CORNERS, DATE
from ..mapping.animation.steps import UNITS, Steps, case_dates, case_layers, changed_territory, steps_for
from ..mapping.animation.writers import FORMATS, check_animation, default_format, even_size
from ..mapping.layers.layers import local_crs
from ..mapping.text.corridor_text import with_stale_text
from ..translation import tr, tr_noop
from .base import ControlAlgorithm, advanced, text_parameter
from .case_base import report_unused_styles
from .series_base import case_of_layers, moment_of
from .vector_inputs import MapsParameter, map_layers

_DATES = "dates of the data"
_STEPS = [_DATES, *UNITS]
_CASE_SHARE = 0.1  # share of the work: reading the case and comparing its maps


class ExportAnimation(ControlAlgorithm):
    """Algorithm: case, layers or print layout → video, animated image or PNG frames."""

    NAME = "exportanimation"
    TITLE = "Animation of a control map"
    GROUP = "Output"
    TAGS = (
        "animation", "film", "video", "movie", "timelapse", "time lapse", "mp4", "webm", "gif", "webp", "frames",
        "time", "layout", "export",
    )  # fmt: skip
    HELP = (
        "Exports an animation of a case, of temporal layers, or of a print layout. The output is MP4 or WebM "
        "(written by the program ffmpeg), GIF, animated WebP, or PNG frames in a folder. The extension of the file "
        "name sets the format.\n\n"
        "A frame shows the territories at the moment of the date written on it. Points and lines (clash events, "
        "movements, corridors) are shown in the step in which they occur; lines grow along their path. Territory "
        "that changed hands since the previous step gets a hatch that fades. A legend lists the classes of the "
        "layers; if EXTENT is empty, the territories are placed beside it. Steps follow the dates in the data "
        "(maps, changes of territory, movements, corridors) or a fixed interval of hours, days or weeks.\n\n"
        "Choose a case, layers of the project, or a layout. A layout is exported with its legend and texts. An "
        "atlas by date is exported page by page. In any other layout, all maps with a temporal range get the time "
        "of the step, and the label with the id 'date' gets its date. Layouts are drawn in the main thread of "
        "QGIS, without the hatch and without growing lines.\n\n"
        "In the text, {date} is replaced by the date. A GIF has 255 colours, and the colours of the symbols are "
        "kept. An animation that is interrupted or cancelled is deleted."
    )

    def initAlgorithm(self, configuration=None):
        self._add_content()
        self._add_time()
        number = QgsProcessingParameterNumber
        integer, double = Qgis.ProcessingNumberParameterType.Integer, Qgis.ProcessingNumberParameterType.Double
        self.addParameter(number("WIDTH", tr("Width (pixels)"), integer, 1280, False, 16, 8192))
        self.addParameter(number("HEIGHT", tr("Height (pixels)"), integer, 720, False, 16, 8192))
        self.addParameter(number("FPS", tr("Frames per second"), double, 10, False, 0.1, FASTEST_FPS))
        self.addParameter(number("HOLD", tr("Duration of each step (s)"), double, 0.8, False, 0.01, 3600))
        self.addParameter(QgsProcessingParameterBoolean("MARK_CHANGES", tr("Mark territory that changed hands"), True))
        self.addParameter(QgsProcessingParameterBoolean("GROW", tr("Let movements and corridors grow"), True))
        self.addParameter(QgsProcessingParameterBoolean("LEGEND", tr("Legend"), True))
        text = text_parameter("DATE_TEXT", tr_noop("Text on each frame ({date}: date of the frame; empty: none)"))
        text.setDefaultValue(DATE)
        self.addParameter(text)
        corner = QgsProcessingParameterEnum("CORNER", tr("Corner of the text"), list(CORNERS), False, CORNERS[0],
                                            False, True)  # fmt: skip
        self.addParameter(advanced(corner))
        colour = QgsProcessingParameterColor("BACKGROUND", tr("Background"), BACKGROUND, False)
        self.addParameter(advanced(colour))
        ffmpeg = QgsProcessingParameterFile(
            "FFMPEG", tr("Path of ffmpeg (empty: detected automatically)"), optional=True
        )
        self.addParameter(advanced(ffmpeg))
        first = default_format()
        filters = sorted(FORMATS, key=lambda name: name != first)
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Animation"), ";;".join(FORMATS[name] for name in filters)
            )
        )
        self.explain({
            "CASE": tr("Choose a case created by the import tools. Its layers are drawn in the style of the case."),
            "LAYERS": tr("Choose temporal layers. They are drawn as in the project."),
            "LAYOUT": tr("Choose a print layout of the project, or layers, but not both."),
            "EXTENT": tr("The animation shows this extent."),
            "CRS": tr("The map is drawn in this CRS."),
            "STEP": tr("Choose one step for each date on which something changes, or steps at a fixed interval."),
            "STEP_COUNT": tr("For example 2 (weeks). Ignored when steps follow the dates in the data."),
            "FROM_DATE": tr("If empty, the animation starts at the first date in the data."),
            "TO_DATE": tr("If empty, the animation ends at the last date in the data."),
            "WIDTH": tr("Some formats need even numbers. An odd number is then increased by one."),
            "HEIGHT": tr("Some formats need even numbers. An odd number is then increased by one."),
            "FPS": tr("The frame rate sets how smoothly lines grow and the hatch fades."),
            "HOLD": tr("Each date is shown for this time, which sets the speed of the animation."),
            "MARK_CHANGES": tr("Territory that changed hands since the previous step gets a hatch that fades. This "
                               "applies only to cases."),
            "GROW": tr("Lines grow along their path during their step."),
            "LEGEND": tr("The legend lists the classes of the layers."),
            "DATE_TEXT": tr("{date} is replaced by the date of the frame."),
            "CORNER": tr("Choose the corner in which the text is placed."),
            "BACKGROUND": tr("Choose the colour behind the territories."),
            "FFMPEG": tr("MP4 and WebM are written by this program, which is not part of QGIS."),
            "OUTPUT": tr("The file extension sets the format: .mp4, .webm, .gif or .webp; .png writes a folder of "
                         "frames."),
        })  # fmt: skip
        for name, title in (
            ("FRAMES", tr_noop("Frames")),
            ("STEPS", "Steps"),
            ("SECONDS", tr_noop("Duration (s)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(title)))

    def _add_content(self) -> None:
        case = QgsProcessingParameterFile("CASE", tr("Case"), extension="gpkg", optional=True)
        self.addParameter(case)
        kind = Qgis.ProcessingSourceType.MapLayer
        self.addParameter(MapsParameter("LAYERS", tr("Layers (top layer first)"), kind))
        self.addParameter(QgsProcessingParameterLayout("LAYOUT", tr("Print layout"), optional=True))
        self.addParameter(QgsProcessingParameterExtent("EXTENT", tr("Extent (empty: full extent)"), optional=True))
        crs = QgsProcessingParameterCrs("CRS", tr("CRS of the map (empty: chosen for the location)"), optional=True)
        self.addParameter(advanced(crs))

    def _add_time(self) -> None:
        self.addParameter(QgsProcessingParameterEnum("STEP", tr("Steps"), _STEPS, False, _DATES, False, True))
        double = Qgis.ProcessingNumberParameterType.Double
        self.addParameter(QgsProcessingParameterNumber("STEP_COUNT", tr("Interval"), double, 1, False, 1 / 3600))
        moment = Qgis.ProcessingDateTimeParameterDataType.DateTime
        for name, title in (("FROM_DATE", tr_noop("Start (UTC)")), ("TO_DATE", tr_noop("End (UTC)"))):
            self.addParameter(QgsProcessingParameterDateTime(name, tr(title), moment, optional=True))

    def take_up(self, parameters, context, feedback):
        self._path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        self._ffmpeg = self.parameterAsFile(parameters, "FFMPEG", context)
        check_animation(self._path, self._ffmpeg)
        self._pace = Pace(
            fps=self.parameterAsDouble(parameters, "FPS", context),
            hold_s=self.parameterAsDouble(parameters, "HOLD", context),
        )
        self._moments = [_moment(self, name, parameters, context) for name in ("FROM_DATE", "TO_DATE")]
        project = context.project() or QgsProject.instance()
        layout = self.parameterAsLayout(parameters, "LAYOUT", context)
        layers = map_layers(parameters, "LAYERS", context, feedback)
        path = self.parameterAsFile(parameters, "CASE", context)
        if parameters.get("LAYOUT") and layout is None:
            raise AnimationError(
                tr("LAYOUT: the project has no print layout {!r}. Choose another.").format(parameters["LAYOUT"])
            )
        if layout is not None and layers:
            raise AnimationError(tr("LAYERS and LAYOUT are both set. Set only one of them."))
        self._is_of_case = False  # True: the layers were opened from the case
        self._case = Case(path) if path else case_of_layers(layers)
        if layout is None and not layers:
            if self._case is None:
                raise AnimationError(tr("There is nothing to export. Set CASE, LAYERS or LAYOUT."))
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
        note = with_stale_text(note_of(self._case), has_stale_corridors(self._case)) if self._case is not None else ""
        return Legend(legend_note(note, has_marks))

    def _view(self, parameters, context, layers, size) -> MapView:
        crs = self.parameterAsCrs(parameters, "CRS", context)
        if not crs.isValid():
            if parameters.get("CRS"):
                raise AnimationError(
                    tr("CRS: {!r} is not a coordinate reference system. Enter a valid one, such as EPSG:4326.").format(
                        parameters["CRS"]
                    )
                )
            crs = local_crs(layers[-1]) if layers[-1].crs().isGeographic() else layers[-1].crs()
        extent = self.parameterAsExtent(parameters, "EXTENT", context, crs)
        is_whole = extent.isEmpty()
        if is_whole:
            extent = whole_extent(layers, crs, context.transformContext())
        background = self.parameterAsColor(parameters, "BACKGROUND", context).name()
        width, height = size
        return MapView(extent=extent, crs=crs, width=width, height=height, background=background, is_whole=is_whole)

    def execute(self, parameters, context, feedback):
        try:
            return self._export(parameters, context, feedback)
        finally:
            self._scene.close()

    def _export(self, parameters, context, feedback) -> dict:
        report_progress(feedback, 0)
        if self._is_of_case:
            report_unused_styles(self._case, feedback)
        steps = self._steps(parameters, context)
        feedback.pushInfo(tr("Steps: {}, from {} to {}.").format(len(steps), steps.moment[0], steps.moment[-1]))
        changed = {}
        if self.parameterAsBool(parameters, "MARK_CHANGES", context) and self._case is not None:
            changed = changed_territory(self._case, steps, SubFeedback(feedback, 0, 100 * _CASE_SHARE))
        scene = self._scene
        if isinstance(scene, LayoutScene):
            scene.wait = lambda: _stop_if_cancelled(feedback)
        report = make_animation(
            scene, steps, self._pace, self._path, changed, self._ffmpeg, SubFeedback(feedback, 100 * _CASE_SHARE, 100)
        )
        for problem in report.problems:
            feedback.pushWarning(problem)
        line = tr("Frames: {}, distinct images: {}, duration: {:.1f} s; {} pixels.")
        feedback.pushInfo(line.format(report.frames, report.pictures, report.seconds, "×".join(map(str, scene.size))))
        return {"OUTPUT": report.path, "FRAMES": report.frames, "STEPS": report.steps, "SECONDS": report.seconds}

    def _steps(self, parameters, context) -> Steps:
        unit = self.parameterAsEnumString(parameters, "STEP", context)
        return steps_for(self._dates, unit, self.parameterAsDouble(parameters, "STEP_COUNT", context), *self._moments)


def _moment(algorithm, name: str, parameters, context) -> np.datetime64 | None:
    return None if parameters.get(name) in (None, "") else moment_of(algorithm, name, parameters, context)


def _stop_if_cancelled(feedback) -> None:
    if feedback.isCanceled():
        raise Cancelled(tr("Cancelled. Nothing was changed."))
