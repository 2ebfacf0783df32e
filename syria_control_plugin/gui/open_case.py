"""Opens a case in the project: its layers, its time, its extent."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from qgis.core import Qgis, QgsApplication, QgsCoordinateTransform, QgsMapLayer, QgsProject, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QFileDialog

from ..core import fields as f
from ..core.errors import Cancelled, SyriaControlError
from ..mapping.layers import add_case, case_layer, local_crs
from ..mapping.styles import style_case
from ..mapping.temporal import set_project_time, show_day
from ..sources.case import Case
from ..sources.sample import build_sample

SAMPLE_FILE = "north_east_hama_2017.gpkg"


def tr(text: str) -> str:
    return QCoreApplication.translate("SyriaControl", text)


class SampleTask(QgsTask):
    """Makes the sample case in the background; unchanged since the last time, it takes no time."""

    def __init__(self, path: str, opened: Callable[[str], None], failed: Callable[[str], None]):
        super().__init__(tr("Making the sample case"), QgsTask.Flag.CanCancel)
        self._path, self._opened, self._failed = path, opened, failed
        self._error = ""

    def run(self) -> bool:
        try:
            build_sample(self._path, self, style_case)
        except Cancelled:
            return False
        except (SyriaControlError, OSError) as error:
            self._error = str(error)
            return False
        return True

    def finished(self, is_done: bool) -> None:
        if is_done:
            self._opened(self._path)
        elif self._error:
            self._failed(self._error)


class CaseOpener:
    """The menu's entries that open a case. ``iface`` is QGIS's."""

    def __init__(self, iface):
        self._iface = iface
        self._task = None  # Python must keep a task for as long as it runs

    def open_sample(self) -> None:
        folder = Path(QgsApplication.qgisSettingsDirPath()) / "syria_control"
        folder.mkdir(parents=True, exist_ok=True)
        self._task = SampleTask(str(folder / SAMPLE_FILE), self.open_case, self._complain)
        QgsApplication.taskManager().addTask(self._task)

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
            title = case.setting("title") or Path(path).stem
            group = add_case(project, path, case.tables(), title)
        except SyriaControlError as error:
            self._complain(str(error))
            return
        note = case.setting("note")
        if note:
            self._iface.messageBar().pushMessage(title, note, Qgis.MessageLevel.Info)
        if len(dates):
            set_project_time(project, dates)
            controller = self._iface.mapCanvas().temporalController()
            if controller is not None:
                show_day(controller, dates, dates[-1])
                self._show_time_panel()
        # Later, since QGIS gives a project the CRS and extent of its first layer once it is back in its event loop.
        QTimer.singleShot(0, lambda: self._show_all(case_layer(group, f.CONTROL_MAP), is_first))

    def _show_time_panel(self) -> None:
        panel = self._iface.mainWindow().findChild(QDockWidget, "Temporal Controller")
        if panel is not None:
            panel.show()

    def _show_all(self, layer: QgsMapLayer, is_first: bool) -> None:
        project = QgsProject.instance()
        if is_first:
            project.setCrs(local_crs(layer))
        to_project = QgsCoordinateTransform(layer.crs(), project.crs(), project.transformContext())
        extent = to_project.transformBoundingBox(layer.extent())
        extent.scale(1.05)
        self._iface.mapCanvas().setExtent(extent)
        self._iface.mapCanvas().refresh()

    def _complain(self, message: str) -> None:
        self._iface.messageBar().pushMessage("Syria Control", message, Qgis.MessageLevel.Critical)
