"""Readers of cases in the background, and the entries of the menu that open a case in the project.

A case is read in two steps: its dates and classes first, then its areas and changes.
"""

from __future__ import annotations

import html
from collections.abc import Generator
from pathlib import Path
from typing import Callable

from qgis.core import Qgis, QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton, QWidget

from ...case.case import Case
from ...case.statistics import CaseInfo, info_of, statistics_of
from ...core import fields as f
from ...core.errors import Cancelled, SyriaControlError
from ...mapping.layers.extents import layer_extent
from ...mapping.layers.layers import (
    adding_case,
    case_layer,
    case_of,
    dress_again,
    layer_names,
    local_crs,
    open_case_layers,
)
from ...mapping.layers.styles import style_case, unused_styles, use_styles
from ...mapping.layers.temporal import set_project_time, show_day
from ...mapping.text.corridor_text import corridor_texts
from ...sources.sample import build_sample
from ...translation import tr, translated
from ..tasks import FunctionTask, LatestTask


class CaseReader(QObject):
    """A reader of one case at a time; a new request ends the one that is still running.

    info_read        CaseInfo: at once, so that the dates can be shown
    statistics_read  CaseStatistics: for a case of a thousand maps a few seconds later
    progressed       percent of the statistics while they are computed
    failed           path, error text ("" if the user cancelled)
    """

    info_read = pyqtSignal(object)
    statistics_read = pyqtSignal(object)
    progressed = pyqtSignal(float)
    failed = pyqtSignal(str, str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._path = ""
        self._work = LatestTask(self)
        self._work.progressed.connect(self.progressed)
        self._work.cancelled.connect(lambda: self.failed.emit(self._path, ""))
        self._work.ended.connect(self._ended)

    @property
    def is_reading(self) -> bool:
        return self._work.is_awaited

    def read(self, path: str) -> None:
        """Read the information on a case, then its areas and changes."""
        self._path, title = path, Path(path).stem
        self._work.start(tr("Opening {}").format(title), lambda task: info_of(Case(path), title))

    def read_statistics(self, info: CaseInfo) -> None:
        """Read the areas and changes of a case whose information is known."""
        self._path, title = info.path, tr("Areas and changes of {}").format(info.title)
        self._work.start(title, lambda task: statistics_of(info, task), is_hidden=False)

    def cancel(self) -> None:
        """Cancel the current task on the user's request."""
        self._work.cancel()

    def stop(self) -> None:
        """End the current task without emitting a signal."""
        self._path = ""
        self._work.drop()

    def _ended(self, work: FunctionTask) -> None:
        if work.problem:
            self.failed.emit(self._path, work.problem)
        elif isinstance(work.result, CaseInfo):
            self.info_read.emit(work.result)
            if self._path and not self.is_reading:  # unless a receiver of the signal asked for another case or stopped
                self.read_statistics(work.result)
        else:
            self.statistics_read.emit(work.result)


SAMPLE_FILE = "north_east_hama_2017.gpkg"
PAUSE_MS = 15  # between two layers, so that QGIS handles the new layer and the user's input


class CaseOpener:
    """The menu entries that open a case. ``iface`` is QGIS's interface.

    opened  called with the CaseInfo of a case once its layers are in the project
    """

    def __init__(self, iface, opened: Callable[[CaseInfo], None] = lambda info: None):
        self._iface, self._opened = iface, opened
        self._sample: FunctionTask | None = None  # Python must hold a reference while a task runs
        self._path = ""
        self._opening = LatestTask()
        self._opening.ended.connect(self._read)
        self._is_closed = False
        self._offer: QWidget | None = None  # the message about unused styles

    def close(self) -> None:
        """End the running tasks; no case is opened afterwards."""
        self._is_closed = True
        self._opening.drop()
        self._withdraw_offer()
        if self._sample is not None:
            self._sample.cancel()

    def open_sample(self) -> None:
        """Open the sample case, which is created in the background unless it is up to date."""
        if self._sample is not None:  # two tasks would write the same file
            return
        path = Path(QgsApplication.qgisSettingsDirPath()) / "syria_control" / SAMPLE_FILE
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._report_error(translated(error))
            return
        self._sample = FunctionTask(
            tr("Creating the sample case"),
            lambda task: build_sample(str(path), task, style_case, corridor_texts),
            lambda ended: self._sample_ended(str(path), ended),
        )
        QgsApplication.taskManager().addTask(self._sample)

    def _sample_ended(self, path: str, work: FunctionTask) -> None:
        self._sample = None
        if self._is_closed or work.was_cancelled:
            return
        if work.problem:
            self._report_error(work.problem)
        else:
            self.open_case(path)

    def ask_for_case(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self._iface.mainWindow(), tr("Open a case"), "", tr("Case (*.gpkg)"))
        if path:
            self.open_case(path)

    def open_case(self, path: str) -> None:
        """Add a case to the project, zoom to it, and set the temporal controller to its last map.

        The file is read in the background; a case that is requested meanwhile replaces this one.
        """
        self._path, title = path, Path(path).stem
        self._opening.start(tr("Opening {}").format(title), lambda task: _read_case(path, title), is_hidden=False)

    def _read(self, work: FunctionTask) -> None:
        if work.problem:
            self._report_error(work.problem if self._path in work.problem else f"{self._path}: {work.problem}")
        else:
            self._run_next(self._opening_steps(*work.result))

    def _run_next(self, steps: Generator[None, None, None]) -> None:
        """Run the next step and schedule the one after it, so that the map and the mouse are not blocked."""
        if self._is_closed:
            steps.close()
            return
        try:
            next(steps)
        except (StopIteration, Cancelled):
            return
        QTimer.singleShot(PAUSE_MS, lambda: self._run_next(steps))

    def _opening_steps(
        self, info: CaseInfo, layers: list[QgsVectorLayer], unused: dict[str, str]
    ) -> Generator[None, None, None]:
        project = QgsProject.instance()
        is_first = not project.mapLayers()
        group = yield from adding_case(project, layers, info.title)
        if info.note:
            texts = (html.escape(text) for text in (info.title, info.note))
            self._iface.messageBar().pushMessage(*texts, Qgis.MessageLevel.Info)
        if unused:
            self._offer_styles(info.path, unused)
        if len(info.dates):
            set_project_time(project, info.dates)
            controller = self._iface.mapCanvas().temporalController()
            if controller is not None:
                show_day(controller, info.dates, info.last_known)
        layer = case_layer(group, f.CONTROL_MAP)
        layer_id = layer.id() if layer is not None else ""
        yield
        # Not earlier: QGIS sets the CRS and extent from the first layer of a project in its event loop.
        if is_first and project.mapLayer(layer_id) is not None:
            project.setCrs(local_crs(project.mapLayer(layer_id)))
            yield
        if project.mapLayer(layer_id) is not None:
            zoom_to(self._iface.mapCanvas(), project.mapLayer(layer_id))
            yield
            self._opened(info)

    def _offer_styles(self, path: str, styles: dict[str, str]) -> None:
        """Name the unused styles of a case and offer a button that applies them from now on."""
        self._withdraw_offer()
        bar, names = self._iface.messageBar(), layer_names()
        tables = ", ".join(names.get(table, table) for table in styles)
        text = tr("Styles in the case that were not created in this QGIS profile are not used: {}.").format(tables)
        item = bar.createMessage("Syria Control", text)
        button = QPushButton(tr("Use these styles"), item)
        button.setToolTip(tr("Draws the layers with the styles in the file, unless these load or run anything."))
        button.clicked.connect(lambda _: self._use_styles(path, styles))
        item.layout().addWidget(button)
        bar.pushWidget(item, Qgis.MessageLevel.Info)
        self._offer = item

    def _withdraw_offer(self) -> None:
        if self._offer is not None and not sip.isdeleted(self._offer):
            self._iface.messageBar().popWidget(self._offer)
        self._offer = None

    def _use_styles(self, path: str, styles: dict[str, str]) -> None:
        self._withdraw_offer()
        names = layer_names()
        for table, problem in use_styles(styles).items():
            text = tr("The style of {} is not used. {}").format(names.get(table, table), problem)
            self._iface.messageBar().pushMessage("Syria Control", html.escape(text), Qgis.MessageLevel.Warning, 0)
        try:
            dress_again(QgsProject.instance(), Case(path), styles)
        except SyriaControlError as error:
            self._report_error(translated(error))

    def _report_error(self, message: str) -> None:
        """Report an error, escaped because the message bar renders HTML."""
        self._iface.messageBar().pushMessage("Syria Control", html.escape(message), Qgis.MessageLevel.Critical)


def _read_case(path: str, title: str) -> tuple[CaseInfo, list[QgsVectorLayer], dict[str, str]]:
    case = Case(path)
    info, layers = info_of(case, title), open_case_layers(case)
    return info, layers, unused_styles(case, {case_of(layer)[1]: layer for layer in layers})


def zoom_to(canvas, layer) -> None:
    """Zoom to a layer with a small margin; leave the view as it is if the layer has no extent in the project's CRS."""
    project = QgsProject.instance()
    extent = layer_extent(layer, project.crs(), project.transformContext())
    if extent is None:
        return
    extent.scale(1.05)
    canvas.setExtent(extent)
    canvas.refresh()
