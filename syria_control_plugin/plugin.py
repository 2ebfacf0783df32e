"""The plugin as QGIS loads it: panel, toolbox, menu, toolbar. ``unload`` undoes ``initGui`` step by step."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsMessageLog
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .profile_shapely import advice_without_window, find_shapely
from .requirements import geos_warning
from .translation import install_translation, remove_translation, tr

MENU = "Syria Control"
ICON = Path(__file__).parent / "resources" / "icons" / "syria_control.svg"
PANEL_KEY = "Ctrl+Alt+Y"


class SyriaControlPlugin:
    """The plugin. In QGIS without a window (qgis_process), only ``initProcessing`` is called."""

    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        self.model_copies = None
        self.offer = None
        self.opener = None
        self.panel = None
        self.controller = None
        self.panel_action = None
        self.actions: list[QAction] = []
        self.keyed: list[QAction] = []
        install_translation()

    def initProcessing(self) -> None:
        problem = find_shapely()
        if problem:
            QgsMessageLog.logMessage(advice_without_window(problem), MENU, Qgis.MessageLevel.Critical)
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
        problem = find_shapely()
        if problem:
            self._offer_shapely(problem)
        else:
            self._load()

    def _offer_shapely(self, problem: str) -> None:
        """Add only a menu entry that installs Shapely; the rest of the plugin needs it."""
        from .gui.shapely_offer import ShapelyOffer

        self.offer = ShapelyOffer(self.iface, problem, self._load)
        self._add_action(tr("Install Shapely…"), self.offer.ask)
        self.offer.show()

    def _load(self) -> None:
        """Add the provider, the panel, and the entries of the menu and toolbar."""
        self._remove_actions()
        if geos_warning():
            self.iface.messageBar().pushMessage(MENU, geos_warning(), Qgis.MessageLevel.Warning, 0)
        self.initProcessing()
        self._offer_model_copies()
        self._add_panel()
        self._add_action(tr("Open the sample case"), self.opener.open_sample)
        self._add_action(tr("Open a case…"), self.opener.ask_for_case)
        self._add_action(tr("Import control maps…"), self._import_maps)
        self._add_action(tr("Territories from reports…"), lambda: self._run("territoriesfromreports"))
        self._add_action(tr("User guide"), self._show_guide)

    def unload(self) -> None:
        if self.controller is not None:
            self.controller.close()
            self.controller = None
        for action in self.keyed:
            self.iface.unregisterMainWindowAction(action)
        self.keyed.clear()
        if self.panel_action is not None:
            self.iface.removeToolBarIcon(self.panel_action)
            self.panel_action = None
        self._remove_actions()
        if self.offer is not None:
            self.offer.close()
            self.offer = None
        if self.opener is not None:
            from .gui.animation.dialog import close_animation_dialog
            from .gui.imports.dialog import close_import_dialog

            close_import_dialog(self.iface)
            close_animation_dialog(self.iface)
            self.opener.close()
            self.opener = None
        if self.panel is not None:
            self.iface.removeDockWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None
        if self.model_copies is not None:
            self.model_copies.withdraw()
            self.model_copies = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        remove_translation()

    def _offer_model_copies(self) -> None:
        from .gui.model_copies import EditCopyAction

        self.model_copies = EditCopyAction()
        self.model_copies.offer()

    def _add_panel(self) -> None:
        """Add the panel, hidden at first; QGIS restores it if it was open before."""
        from .gui.controllers.case_loader import CaseOpener
        from .gui.controllers.panel_controller import PanelController
        from .gui.imports.dialog import open_import_dialog
        from .gui.panel.panel import ControlPanel

        self.opener = CaseOpener(self.iface, self._case_opened)
        self.open_import_dialog = open_import_dialog  # imported now, so that the first click does not wait
        self.panel = ControlPanel(self.iface.mainWindow())
        self.panel.hide()
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
        self.panel.hide()
        self.controller = PanelController(self.iface, self.panel, self.opener, self._import_maps)
        self.panel_action = self._add_action(tr("Syria Control panel"), None)
        self.panel_action.setCheckable(True)
        self.panel_action.setObjectName("SyriaControlPanelAction")
        self.panel.setToggleVisibilityAction(self.panel_action)
        self.iface.addToolBarIcon(self.panel_action)
        self._key(self.panel_action, PANEL_KEY)
        for action in self.panel.transport.actions_by_id.values():
            self._key(action, "")

    def _key(self, action: QAction, default: str) -> None:
        """Register the action's shortcut, which the user can change in Settings > Keyboard Shortcuts."""
        self.iface.registerMainWindowAction(action, default)
        self.keyed.append(action)

    def _case_opened(self, info) -> None:
        self.panel.setUserVisible(True)
        self.controller.show_case(info)

    def _add_action(self, text: str, triggered) -> QAction:
        action = QAction(QIcon(str(ICON)), text, self.iface.mainWindow())
        if triggered is not None:
            action.triggered.connect(lambda: triggered())
        self.iface.addPluginToMenu(MENU, action)
        self.actions.append(action)
        return action

    def _remove_actions(self) -> None:
        for action in self.actions:
            self.iface.removePluginMenu(MENU, action)
            action.deleteLater()
        self.actions.clear()

    def _import_maps(self) -> None:
        self.open_import_dialog(self.iface, self.opener.open_case)

    def _show_guide(self) -> None:
        from .gui.user_guide import show_help

        show_help(self.iface.mainWindow())

    def _run(self, algorithm: str) -> None:
        import processing

        processing.execAlgorithmDialog(f"syriacontrol:{algorithm}")
