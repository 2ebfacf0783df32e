"""Reads a case in the background: first its facts, then its areas and changes.

Opens a case in the project: its layers, its time, its extent.
"""

from __future__ import annotations

import html
from collections.abc import Generator
from pathlib import Path
from typing import Callable

from qgis.core import Qgis, QgsApplication, QgsCoordinateTransform, QgsCsException, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton, QWidget

from ...case.case import Case
from ...case.statistics import CaseInfo, info_of, statistics_of
from ...core import fields as f
from ...core.errors import Cancelled, SyriaControlError
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
    """Reads one case at a time; another one ends what still runs for the one before.

    facts_read   CaseFacts: at once, so that the dates can be shown
    digest_read  CaseDigest: a few seconds later, for a case of a thousand maps
    progressed   percent of the digest, while it is computed
    failed       path, what is wrong ("" where the user cancelled)
    """

    facts_read = pyqtSignal(object)
    digest_read = pyqtSignal(object)
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
        """Reads facts, then areas and changes."""
        self._path, title = path, Path(path).stem
        self._work.start(tr("Opening {}").format(title), lambda task: info_of(Case(path), title))

    def read_on(self, facts: CaseInfo) -> None:
        """Reads areas and changes of a case of which the facts are known."""
        self._path, title = facts.path, tr("Areas and changes of {}").format(facts.title)
        self._work.start(title, lambda task: statistics_of(facts, task), is_hidden=False)

    def cancel(self) -> None:
        """Ends what runs, as the user wants it."""
        self._work.cancel()

    def stop(self) -> None:
        """Ends what runs; nothing is told of it any more."""
        self._path = ""
        self._work.drop()

    def _ended(self, work: FunctionTask) -> None:
        if work.problem:
            self.failed.emit(self._path, work.problem)
        elif isinstance(work.result, CaseInfo):
            self.facts_read.emit(work.result)
            if self._path and not self.is_reading:  # unless whoever heard of it wants another case, or this one no more
                self.read_on(work.result)
        else:
            self.digest_read.emit(work.result)


SAMPLE_FILE = "north_east_hama_2017.gpkg"
PAUSE_MS = 15  # between two layers: QGIS goes on with the new one, and mouse and keys get their turn


class CaseOpener:
    """The menu's entries that open a case. ``iface`` is QGIS's.

    opened  called with the facts of a case once its layers are in the project
    """

    def __init__(self, iface, opened: Callable[[CaseInfo], None] = lambda facts: None):
        self._iface, self._opened = iface, opened
        self._sample: FunctionTask | None = None  # Python must keep a task for as long as it runs
        self._path = ""
        self._opening = LatestTask()
        self._opening.ended.connect(self._read)
        self._is_closed = False
        self._offer: QWidget | None = None  # the message about styles that are not used

    def close(self) -> None:
        """Ends what still runs; nothing is opened any more."""
        self._is_closed = True
        self._opening.drop()
        self._withdraw_offer()
        if self._sample is not None:
            self._sample.cancel()

    def open_sample(self) -> None:
        """Opens the sample case; made in the background, unchanged since the last time it takes no time."""
        if self._sample is not None:  # two would write the same file
            return
        path = Path(QgsApplication.qgisSettingsDirPath()) / "syria_control" / SAMPLE_FILE
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._complain(translated(error))
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
            self._complain(work.problem)
        else:
            self.open_case(path)

    def ask_for_case(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self._iface.mainWindow(), tr("Open a case"), "", tr("Case (*.gpkg)"))
        if path:
            self.open_case(path)

    def open_case(self, path: str) -> None:
        """Adds a case to the project, shows all of it, and sets the temporal controller to its last map.

        The file is read in the background; another case that is asked for meanwhile takes this one's place.
        """
        self._path, title = path, Path(path).stem
        self._opening.start(tr("Opening {}").format(title), lambda task: _look_at(path, title), is_hidden=False)

    def _read(self, work: FunctionTask) -> None:
        if work.problem:
            self._complain(work.problem if self._path in work.problem else f"{self._path}: {work.problem}")
        else:
            self._go_on(self._adding(*work.result))

    def _go_on(self, steps: Generator[None, None, None]) -> None:
        """A step at a time, so that the map and the mouse are not kept waiting."""
        if self._is_closed:
            steps.close()
            return
        try:
            next(steps)
        except (StopIteration, Cancelled):
            return
        QTimer.singleShot(PAUSE_MS, lambda: self._go_on(steps))

    def _adding(
        self, facts: CaseInfo, layers: list[QgsVectorLayer], unused: dict[str, str]
    ) -> Generator[None, None, None]:
        project = QgsProject.instance()
        is_first = not project.mapLayers()
        group = yield from adding_case(project, layers, facts.title)
        if facts.note:
            texts = (html.escape(text) for text in (facts.title, facts.note))
            self._iface.messageBar().pushMessage(*texts, Qgis.MessageLevel.Info)
        if unused:
            self._offer_styles(facts.path, unused)
        if len(facts.dates):
            set_project_time(project, facts.dates)
            controller = self._iface.mapCanvas().temporalController()
            if controller is not None:
                show_day(controller, facts.dates, facts.last_known)
        layer = case_layer(group, f.CONTROL_MAP)
        layer_id = layer.id() if layer is not None else ""
        yield
        # Only now, since QGIS gives a project the CRS and extent of its first layer once it is in its event loop.
        if is_first and project.mapLayer(layer_id) is not None:
            project.setCrs(local_crs(project.mapLayer(layer_id)))
            yield
        if project.mapLayer(layer_id) is not None:
            zoom_to(self._iface.mapCanvas(), project.mapLayer(layer_id))
            yield
            self._opened(facts)

    def _offer_styles(self, path: str, styles: dict[str, str]) -> None:
        """Names the styles in a case that are not used, with a button; those used then are known from then on."""
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
            self._complain(translated(error))

    def _complain(self, message: str) -> None:
        """The message bar renders HTML: what comes from a file is escaped."""
        self._iface.messageBar().pushMessage("Syria Control", html.escape(message), Qgis.MessageLevel.Critical)


def _look_at(path: str, title: str) -> tuple[CaseInfo, list[QgsVectorLayer], dict[str, str]]:
    case = Case(path)
    facts, layers = info_of(case, title), open_case_layers(case)
    return facts, layers, unused_styles(case, {case_of(layer)[1]: layer for layer in layers})


def zoom_to(canvas, layer) -> None:
    """Shows all of a layer, with a little room around it; a CRS that can't have it leaves the view as it is."""
    project = QgsProject.instance()
    to_project = QgsCoordinateTransform(layer.crs(), project.crs(), project.transformContext())
    try:
        extent = to_project.transformBoundingBox(layer.extent())
    except QgsCsException:
        return
    extent.scale(1.05)
    canvas.setExtent(extent)
    canvas.refresh()
