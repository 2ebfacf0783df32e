"""What QGIS loads and unloads: the toolbox and the menu. ``unload`` undoes ``initGui`` step by step."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsMessageLog
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .requirements import geos_warning, shapely_problem
from .translation import tr

MENU = "Syria Control"
ICON = Path(__file__).parent / "resources" / "icons" / "syria_control.svg"


class SyriaControlPlugin:
    """The plugin. In QGIS without a window (qgis_process) only ``initProcessing`` is called."""

    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        self.opener = None
        self.actions: list[QAction] = []

    def initProcessing(self) -> None:
        if shapely_problem():
            return
        if geos_warning():
            QgsMessageLog.logMessage(geos_warning(), MENU, Qgis.MessageLevel.Warning)
        from .algorithms.provider import SyriaControlProvider

        provider = SyriaControlProvider()
        if QgsApplication.processingRegistry().addProvider(provider):
            self.provider = provider
        else:  # QGIS has deleted it: another copy of the plugin is loaded
            QgsMessageLog.logMessage(tr("Another copy of Syria Control is loaded."), MENU, Qgis.MessageLevel.Warning)

    def initGui(self) -> None:
        problem = shapely_problem()
        if problem:
            self.iface.messageBar().pushMessage(MENU, problem, Qgis.MessageLevel.Warning, 0)
            return
        if geos_warning():
            self.iface.messageBar().pushMessage(MENU, geos_warning(), Qgis.MessageLevel.Warning, 0)
        self.initProcessing()
        from .gui.open_case import CaseOpener

        self.opener = CaseOpener(self.iface)
        self._add_action(tr("Open the sample case"), self.opener.open_sample)
        self._add_action(tr("Open a case…"), self.opener.ask_for_case)
        self._add_action(tr("Import control maps…"), lambda: self._run("importcontrolseries"))
        self._add_action(tr("Territories from reports…"), lambda: self._run("territoriesfromreports"))

    def unload(self) -> None:
        for action in self.actions:
            self.iface.removePluginMenu(MENU, action)
            action.deleteLater()
        self.actions.clear()
        if self.opener is not None:
            self.opener.close()
            self.opener = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None

    def _add_action(self, text: str, triggered) -> None:
        action = QAction(QIcon(str(ICON)), text, self.iface.mainWindow())
        action.triggered.connect(lambda: triggered())
        self.iface.addPluginToMenu(MENU, action)
        self.actions.append(action)

    def _run(self, algorithm: str) -> None:
        import processing

        processing.execAlgorithmDialog(f"syriacontrol:{algorithm}")
