"""Offers to install Shapely where QGIS has none that will do: says why, asks, shows how far it is, says the end."""

from __future__ import annotations

from typing import Callable

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox, QProgressBar, QPushButton, QWidget

from ..profile_shapely import install, is_other_loaded, shapely_folder, use_installed
from ..requirements import shapely_problem
from ..translation import tr
from .work import Work

TITLE = "Syria Control"


class ShapelyOffer:
    """What the user sees of the plugin while it lacks Shapely.

    ready  called once Shapely is there and can be used without starting QGIS again
    """

    def __init__(self, iface: QgisInterface, problem: str, ready: Callable[[], None]):
        self._iface, self._problem, self._ready = iface, problem, ready
        self._work: Work | None = None
        self._is_closed = False
        self.item: QWidget | None = None
        self.bar: QProgressBar | None = None
        self.box: QMessageBox | None = None

    def show(self) -> None:
        """Says in the message bar what is missing, with a button that goes on to the question."""
        self._say(self._problem, tr("Install Shapely…"), self.ask, Qgis.MessageLevel.Warning)

    def ask(self) -> None:
        """The question. Nothing is downloaded before it is answered with yes."""
        if self._work is not None:
            return
        box = self._open_box(QMessageBox.Icon.Question, tr("{}\n\nInstall it now?").format(self._problem))
        box.setInformativeText(
            tr(
                "QGIS's Python downloads it (about 3 MB) from the Python Package Index, pypi.org, "
                "into your QGIS profile:\n{}\n\n"
                "Nothing else of QGIS or of this computer is changed. To undo it, delete that folder."
            ).format(shapely_folder())
        )
        yes = box.addButton(tr("Install"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(yes)
        yes.clicked.connect(lambda _: self.install())
        box.open()

    def install(self) -> None:
        """Installs in the background; QGIS's task manager and the message bar can cancel it."""
        self._work = Work(tr("Installing Shapely for Syria Control"), install, self._ended)
        self._work.progressChanged.connect(self._show_progress)
        self._say(
            tr("Installing Shapely into your QGIS profile…"), tr("Cancel"), self._work.cancel, Qgis.MessageLevel.Info
        )
        self.bar = QProgressBar(self.item)
        self.bar.setMaximumWidth(240)
        self.item.layout().insertWidget(self.item.layout().count() - 1, self.bar)
        QgsApplication.taskManager().addTask(self._work)

    def close(self) -> None:
        """Leaves nothing behind; an installation that runs is cancelled."""
        self._is_closed = True
        if self._work is not None:
            self._work.cancel()
        self._take_away()
        if _is_there(self.box):
            self.box.close()

    def _ended(self, work: Work) -> None:
        self._work = None
        if self._is_closed:
            return
        self._take_away()
        if work.was_cancelled:
            self.show()
        elif work.problem:
            self.show()
            self._open_box(QMessageBox.Icon.Warning, work.problem).open()
        elif is_other_loaded():
            self._tell(
                tr("Shapely is installed. Please start QGIS again: it still holds the older version it began with.")
            )
        else:
            self._use()

    def _use(self) -> None:
        try:
            use_installed()
        except ImportError as error:
            self._tell(tr("Shapely is installed, but can't be loaded: {}").format(error), Qgis.MessageLevel.Warning)
            return
        self._problem = shapely_problem()
        if self._problem:
            self._tell(self._problem, Qgis.MessageLevel.Warning)
            return
        self._tell(tr("Shapely is installed; panel, menu and toolbox are there now."), Qgis.MessageLevel.Success)
        self._ready()

    def _tell(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
        self._iface.messageBar().pushMessage(TITLE, text, level, 0)

    def _say(
        self,
        text: str,
        button_text: str,
        pressed: Callable[[], None],
        level: Qgis.MessageLevel,
    ) -> None:
        """Shows the one message with a button that this offer has in the message bar at a time."""
        self._take_away()
        self.item = self._iface.messageBar().createMessage(TITLE, text)
        button = QPushButton(button_text, self.item)
        button.clicked.connect(lambda _: pressed())
        self.item.layout().addWidget(button)
        self._iface.messageBar().pushWidget(self.item, level)

    def _take_away(self) -> None:
        if _is_there(self.item):
            self._iface.messageBar().popWidget(self.item)
        self.item = None

    def _show_progress(self, percent: float) -> None:
        if _is_there(self.bar):
            self.bar.setValue(round(percent))

    def _open_box(self, icon: QMessageBox.Icon, text: str) -> QMessageBox:
        self.box = QMessageBox(icon, TITLE, text, parent=self._iface.mainWindow())
        self.box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.box.setTextFormat(Qt.TextFormat.PlainText)
        return self.box


def _is_there(widget: QWidget | None) -> bool:
    """Whether the user has not closed it: Qt then deletes it."""
    return widget is not None and not sip.isdeleted(widget)
