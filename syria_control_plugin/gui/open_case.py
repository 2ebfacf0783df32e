"""Opens a case in the project: its layers, its time, its extent."""

from __future__ import annotations

import html
import sqlite3
from pathlib import Path
from typing import Callable

from qgis.core import Qgis, QgsApplication, QgsCoordinateTransform, QgsProject, QgsTask
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QFileDialog

from ..core import fields as f
from ..core.errors import Cancelled, SyriaControlError
from ..core.periods import last_known, moments
from ..mapping.layers import add_case, case_layer, local_crs
from ..mapping.styles import style_case
from ..mapping.temporal import set_project_time, show_day
from ..sources.case import Case, from_text
from ..sources.sample import build_sample
from ..translation import tr

SAMPLE_FILE = "north_east_hama_2017.gpkg"


class SampleTask(QgsTask):
    """Makes the sample case in the background; unchanged since the last time, it takes no time.

    ended  called in the main thread with whether it is there, and what is wrong ("" where it was cancelled)
    """

    def __init__(self, path: str, ended: Callable[[bool, str], None]):
        super().__init__(tr("Making the sample case"), QgsTask.Flag.CanCancel)
        self._path, self._ended = path, ended
        self._error = ""

    def run(self) -> bool:
        try:
            build_sample(self._path, self, style_case)
        except Cancelled:
            return False
        except (SyriaControlError, OSError, sqlite3.Error) as error:
            self._error = str(error)
            return False
        return True

    def finished(self, is_done: bool) -> None:
        self._ended(is_done, self._error)


def _last_day(case: Case):
    """The last moment at which a case has any territory; its last date may be an end, and show nothing."""
    rows = case.select(f.TERRITORIES, f.VALID_FROM, f.VALID_TO, distinct=True)
    starts, ends = (moments([from_text(row[column]) for row in rows]) for column in (0, 1))
    return last_known(starts, ends)


class CaseOpener:
    """The menu's entries that open a case. ``iface`` is QGIS's."""

    def __init__(self, iface):
        self._iface = iface
        self._task = None  # Python must keep a task for as long as it runs
        self._is_closed = False

    def close(self) -> None:
        """Ends what still runs; nothing is opened any more."""
        self._is_closed = True
        if self._task is not None:
            self._task.cancel()

    def open_sample(self) -> None:
        if self._task is not None:  # two would write the same file
            return
        path = Path(QgsApplication.qgisSettingsDirPath()) / "syria_control" / SAMPLE_FILE
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._complain(str(error))
            return
        self._task = SampleTask(str(path), lambda is_done, error: self._sample_ended(str(path), is_done, error))
        QgsApplication.taskManager().addTask(self._task)

    def _sample_ended(self, path: str, is_done: bool, error: str) -> None:
        self._task = None
        if self._is_closed:
            return
        if is_done:
            self.open_case(path)
        elif error:
            self._complain(error)

    def ask_for_case(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self._iface.mainWindow(), tr("Open a case"), "", tr("Case (*.gpkg)"))
        if path:
            self.open_case(path)

    def open_case(self, path: str) -> None:
        """Adds a case to the project, shows all of it, and sets the temporal controller to its last map."""
        project = QgsProject.instance()
        is_first = not project.mapLayers()
        try:
            case = Case(path)
            dates = case.dates()
            shown = _last_day(case)
            title = str(case.setting("title") or Path(path).stem)
            group = add_case(project, path, case.tables(), title)
        except (SyriaControlError, sqlite3.Error) as error:
            self._complain(f"{path}: {error}" if isinstance(error, sqlite3.Error) else str(error))
            return
        note = str(case.setting("note") or "")
        if note:
            self._iface.messageBar().pushMessage(html.escape(title), html.escape(note), Qgis.MessageLevel.Info)
        if len(dates):
            set_project_time(project, dates)
            controller = self._iface.mapCanvas().temporalController()
            if controller is not None:
                show_day(controller, dates, shown)
                self._show_time_panel()
        # Later, since QGIS gives a project the CRS and extent of its first layer once it is back in its event loop.
        layer_id = case_layer(group, f.CONTROL_MAP).id()
        QTimer.singleShot(0, lambda: self._show_all(layer_id, is_first))

    def _show_time_panel(self) -> None:
        panel = self._iface.mainWindow().findChild(QDockWidget, "Temporal Controller")
        if panel is not None:
            panel.show()

    def _show_all(self, layer_id: str, is_first: bool) -> None:
        project = QgsProject.instance()
        layer = project.mapLayer(layer_id)
        if layer is None:  # removed in the meantime
            return
        if is_first:
            project.setCrs(local_crs(layer))
        to_project = QgsCoordinateTransform(layer.crs(), project.crs(), project.transformContext())
        extent = to_project.transformBoundingBox(layer.extent())
        extent.scale(1.05)
        self._iface.mapCanvas().setExtent(extent)
        self._iface.mapCanvas().refresh()

    def _complain(self, message: str) -> None:
        """The message bar renders HTML: what comes from a file is escaped."""
        self._iface.messageBar().pushMessage("Syria Control", html.escape(message), Qgis.MessageLevel.Critical)
