"""The offer to install Shapely in a QGIS without it: reason, question, progress and result."""

from __future__ import annotations

from functools import partial
from typing import Callable

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QMessageBox, QProgressBar, QPushButton, QWidget

from ..profile_shapely import InstallPlan, install, is_other_loaded, prepare, use_installed
from ..requirements import shapely_problem
from ..sources.qgis_python import PYPI, PipSettings, without_secrets
from ..translation import tr
from .tasks import FunctionTask

TITLE = "Syria Control"


class ShapelyOffer:
    """The whole user interface of the plugin while Shapely is missing.

    ready  called once Shapely can be used without restarting QGIS
    """

    def __init__(self, iface: QgisInterface, problem: str, ready: Callable[[], None]):
        self._iface, self._problem, self._ready = iface, problem, ready
        self._work: FunctionTask | None = None
        self._is_closed = False
        self.item: QWidget | None = None
        self.bar: QProgressBar | None = None
        self.box: QMessageBox | None = None

    def show(self) -> None:
        """Show in the message bar what is missing, with a button that leads to the question."""
        self._show_message(self._problem, tr("Install Shapely…"), self.ask, Qgis.MessageLevel.Warning)

    def ask(self) -> None:
        """Check QGIS's Python and pip in the background, then ask. Nothing is downloaded before the answer."""
        if self._work is None:
            self._work = FunctionTask(tr("Checking pip for Syria Control"), prepare, self._checked)
            QgsApplication.taskManager().addTask(self._work)

    def install(self, plan: InstallPlan, settings: PipSettings) -> None:
        """Install in the background; the task manager and the message bar can cancel it."""
        if self._work is not None:
            return
        self._work = FunctionTask(
            tr("Installing Shapely for Syria Control"), partial(install, plan=plan, settings=settings), self._ended
        )
        self._work.progressChanged.connect(self._show_progress)
        self._show_message(
            tr("Installing Shapely into your QGIS profile…"), tr("Cancel"), self._work.cancel, Qgis.MessageLevel.Info
        )
        self.bar = QProgressBar(self.item)
        self.bar.setMaximumWidth(240)
        self.item.layout().insertWidget(self.item.layout().count() - 1, self.bar)
        QgsApplication.taskManager().addTask(self._work)

    def close(self) -> None:
        """Remove message and question, and cancel a running installation."""
        self._is_closed = True
        if self._work is not None:
            self._work.cancel()
        self._remove_message()
        if _exists(self.box):
            self.box.close()

    def _checked(self, work: FunctionTask) -> None:
        self._work = None
        if self._is_closed or work.was_cancelled:
            return
        if work.problem:
            self._open_box(QMessageBox.Icon.Warning, work.problem).open()
        else:
            self._open_question(work.result)

    def _open_question(self, plan: InstallPlan) -> None:
        release, configured = plan.release.version, plan.configured
        box = self._open_box(
            QMessageBox.Icon.Question, tr("{}\n\nInstall Shapely {} now?").format(self._problem, release)
        )
        paragraphs = [
            tr("QGIS's Python downloads one file of about 3 MB from the Python Package Index:\n{}").format(PYPI),
            tr("The file is installed only if its SHA-256 hash is one of those shipped with the plugin."),
            tr(
                "Shapely is installed into this folder of your QGIS profile; no other files are changed. To "
                "uninstall it, delete the folder.\n"
                "{}"
            ).format(plan.folder),
        ]
        choice = None
        if configured != PipSettings():
            paragraphs.insert(1, _configuration_text(configured))
            choice = QCheckBox(_choice_text(configured).replace("&", "&&"))
            box.setCheckBox(choice)
        box.setInformativeText("\n\n".join(paragraphs))
        yes = box.addButton(tr("Install"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(yes)
        yes.clicked.connect(
            lambda _: self.install(plan, configured if choice and choice.isChecked() else PipSettings())
        )
        box.open()

    def _ended(self, work: FunctionTask) -> None:
        self._work = None
        if self._is_closed:
            return
        self._remove_message()
        if work.was_cancelled:
            self.show()
        elif work.problem:
            self.show()
            self._open_box(QMessageBox.Icon.Warning, work.problem).open()
        elif is_other_loaded():
            self._report(tr("Shapely is installed. Restart QGIS to use it: an older version is loaded."))
        else:
            self._use()

    def _use(self) -> None:
        try:
            use_installed()
        except ImportError as error:
            self._report(tr("Shapely is installed but cannot be loaded: {}").format(error), Qgis.MessageLevel.Warning)
            return
        self._problem = shapely_problem()
        if self._problem:
            self._report(self._problem, Qgis.MessageLevel.Warning)
            return
        self._report(
            tr("Shapely is installed. The panel, menu and toolbox are available now."), Qgis.MessageLevel.Success
        )
        self._ready()

    def _report(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
        self._iface.messageBar().pushMessage(TITLE, text, level, 0)

    def _show_message(
        self,
        text: str,
        button_text: str,
        pressed: Callable[[], None],
        level: Qgis.MessageLevel,
    ) -> None:
        """Show a message with a button, replacing the previous message of this offer."""
        self._remove_message()
        self.item = self._iface.messageBar().createMessage(TITLE, text)
        button = QPushButton(button_text, self.item)
        button.clicked.connect(lambda _: pressed())
        self.item.layout().addWidget(button)
        self._iface.messageBar().pushWidget(self.item, level)

    def _remove_message(self) -> None:
        """Remove the message with the button."""
        if _exists(self.item):
            self._iface.messageBar().popWidget(self.item)
        self.item = None

    def _show_progress(self, percent: float) -> None:
        if _exists(self.bar):
            self.bar.setValue(round(percent))

    def _open_box(self, icon: QMessageBox.Icon, text: str) -> QMessageBox:
        if _exists(self.box):
            self.box.close()
        self.box = QMessageBox(icon, TITLE, text, parent=self._iface.mainWindow())
        self.box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.box.setTextFormat(Qt.TextFormat.PlainText)
        return self.box


def _exists(widget: QWidget | None) -> bool:
    """Return whether a widget still exists: Qt deletes those that the user closes."""
    return widget is not None and not sip.isdeleted(widget)


def _configuration_text(configured: PipSettings) -> str:
    """Describe the user's pip configuration."""
    if configured.index == PYPI:
        return tr(
            "Your pip configuration has other connection settings; they are used only if you check the box below."
        )
    return tr(
        "Your pip configuration names another index:\n{}\nIt is used only if you check the box below; the same "
        "hashes apply."
    ).format(without_secrets(configured.index))


def _choice_text(configured: PipSettings) -> str:
    """Return the label of the check box, with the settings that it applies."""
    parts = [
        tr("proxy {}").format(without_secrets(configured.proxy)) if configured.proxy else "",
        tr("certificates {}").format(configured.certificates) if configured.certificates else "",
        tr("client certificate {}").format(configured.client_certificate) if configured.client_certificate else "",
    ]
    others = ", ".join(filter(None, parts))
    if configured.index == PYPI:
        return tr("Use the connection settings of your pip configuration: {}").format(others)
    index = tr("Use the index of your pip configuration: {}").format(without_secrets(configured.index))
    return f"{index}\n({others})" if others else index
