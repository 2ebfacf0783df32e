"""A desk for tests of the panel: QGIS's interface as far as the plugin uses it, cases, and waiting for what comes."""

import time

import numpy as np
import shapely
from qgis.core import Qgis, QgsApplication, QgsProject, QgsTemporalNavigationObject
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop
from qgis.PyQt.QtWidgets import QMainWindow, QToolBar

from syria_control_plugin.case.catalogue import known_factions, load_theme
from syria_control_plugin.case.derived import add_territories, bring_up_to_date
from syria_control_plugin.case.editing import editing
from syria_control_plugin.case.import_report import ImportReport
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.factions.themes import Theme
from syria_control_plugin.mapping.layers.styles import style_case


class FakeIface:
    """QGIS's interface with a window, a canvas, a toolbar; messages are kept as (title, text, level),
    and layers of which the attribute table was opened as ``tables``."""

    def __init__(self):
        self.window, self.canvas = QMainWindow(), QgsMapCanvas()
        self.window.setCentralWidget(self.canvas)
        self.window.resize(900, 700)
        self.toolbar = QToolBar(self.window)
        self.controller = QgsTemporalNavigationObject()
        self.canvas.setTemporalController(self.controller)
        self.controller.updateTemporalRange.connect(self.canvas.setTemporalRange)
        QgsProject.instance().crsChanged.connect(self._follow_crs)  # as QGIS itself does
        self.menu, self.messages, self.keyed, self.tables = [], [], {}, []

    def _follow_crs(self):
        if not sip.isdeleted(self.canvas):
            self.canvas.setDestinationCrs(QgsProject.instance().crs())

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self

    def pushMessage(self, title, text, level, duration=-1):
        self.messages.append((title, text, level))

    def showAttributeTable(self, layer):
        self.tables.append(layer)

    def addPluginToMenu(self, menu, action):
        self.menu.append((menu, action))

    def removePluginMenu(self, menu, action):
        self.menu.remove((menu, action))

    def addToolBarIcon(self, action):
        self.toolbar.addAction(action)

    def removeToolBarIcon(self, action):
        self.toolbar.removeAction(action)

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)
        dock.show()

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)

    def registerMainWindowAction(self, action, key):
        self.keyed[action.objectName()] = key
        return True

    def unregisterMainWindowAction(self, action):
        del self.keyed[action.objectName()]
        return True

    def trigger(self, text):
        (action,) = [action for _, action in self.menu if action.text() == text]
        action.trigger()

    def errors(self):
        return [text for _, text, level in self.messages if level == Qgis.MessageLevel.Critical]


def wait_until(is_so, seconds=60):
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, "it did not come about"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def settle():
    """Until all tasks and what they have asked for later are through."""
    for _ in range(3):
        wait_until(lambda: QgsApplication.taskManager().count() == 0)
        for _ in range(30):  # a case is opened a layer at a time
            QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete, which a nested loop leaves waiting


def day(text):
    return np.datetime64(text, "s")


def square(west, east, south=35.0, north=36.0):
    return shapely.box(west, south, east, north)


# Two squares of a degree, west and east; the western half of the east passes from OPP to GOV on the second map:
#
#      36 ┌─────┬─────┐        ┌────────┬──┐        ┌────────┬──┐
#         │ GOV │ OPP │   →    │  GOV   │OP│   =    │  GOV   │OP│
#      35 └─────┴─────┘        └────────┴──┘        └────────┴──┘
#        37    38    39       37     38.5  39
#          1 October             3 October            5 October
FIRST, SECOND, THIRD = day("2017-10-01"), day("2017-10-03"), day("2017-10-05")
STEPS = (
    ("GOV", FIRST, SECOND, square(37, 38)),
    ("OPP", FIRST, SECOND, square(38, 39)),
    ("GOV", SECOND, None, square(37, 38.5)),
    ("OPP", SECOND, None, square(38.5, 39)),
)


def make_case(path, rows=STEPS, theme="conflict_convention", maps=(FIRST, SECOND, THIRD), **settings):
    """A case of territories (faction, start, end, area[, source]); ``maps`` are the dates of its maps."""
    end = np.datetime64("NaT", "s")
    parts: dict = {}
    for row in rows:
        parts.setdefault(row[4] if len(row) > 4 else "maps", []).append(row)
    theme = theme if isinstance(theme, Theme) else load_theme(theme)
    kept = theme
    with editing(str(path)) as draft:
        draft.set_setting("theme", theme.to_dict())
        for source, own in parts.items():
            faction, start, until, area = (list(column) for column in list(zip(*own))[:4])
            series = ControlSeries(faction, start, [end if u is None else u for u in until], area, [source] * len(own))
            fids = add_territories(draft, series, "published map", ["maps.geojson"] * len(own))
            nothing = [""] * len(maps)
            columns = {"source": [source] * len(maps), "map_date": list(maps), "faction": nothing, "file": nothing}
            draft.add_features("maps", columns, None)
            kept = bring_up_to_date(draft, known_factions(None), theme, source, fids, (), ImportReport())
        for key, value in settings.items():
            draft.set_setting(key, value)
        style_case(draft, kept)
    return str(path)
