"""The dialog that imports dated control maps into a case: pick, preview, correct, import, read the report."""

from __future__ import annotations

import html
from typing import Callable

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.gui import QgsGui, QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from ...case.case import Case, has_content
from ...case.import_report import REJECTED
from ...mapping.layers.layers import refresh_case
from ...translation import tr
from ...user_guide import IMPORT
from ..tasks import FunctionTask, TaskProgress
from ..user_guide import add_help_button
from .jobs import Imported
from .page import ImportPage
from .report import ImportReportView, write_page

NAME = "SyriaControlImportDialog"

# Called with a sentence and its level when an import ends after its dialog was closed.
Notify = Callable[[str, Qgis.MessageLevel], None]


class ImportDialog(QDialog):
    """The modeless import dialog. If it is closed during an import, the import goes on and ``notify`` reports its end.

    on_done  called with the path of a case that shall be opened
    """

    def __init__(
        self,
        parent: QWidget | None,
        project: QgsProject,
        on_done: Callable[[str], None] = lambda path: None,
        notify: Notify = lambda text, level: None,
    ):
        super().__init__(parent)
        self.setObjectName(NAME)
        self.setWindowTitle(tr("Import control maps"))
        self._project, self._on_done, self._notify = project, on_done, notify
        self._importing: FunctionTask | None = None  # Python must hold a reference while a task runs
        self._saving: FunctionTask | None = None
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.resize(780, 640)
        QgsGui.enableAutoGeometryRestore(self)
        self._update_buttons()

    def add_paths(self, paths: list[str]) -> None:
        """Add files and folders to the input."""
        self.page.inputs.add_paths(paths)

    # The import

    def start_import(self) -> None:
        """Start the import in the background."""
        self._was_there = has_content(self.page.target.path())
        self.messages.clearWidgets()
        self.tabs.setTabEnabled(1, False)  # it shows an earlier import
        self._importing = FunctionTask(tr("Importing control maps"), self.page.job(), self._import_ended)
        self.progress.follow(self._importing)
        QgsApplication.taskManager().addTask(self._importing)
        self._update_buttons()

    def _import_ended(self, work: FunctionTask) -> None:
        self._importing = None
        if sip.isdeleted(self):
            return
        self.progress.end()
        self._update_buttons()
        if work.result is not None:
            self._show_imported(work.result)
            return
        after = tr("The case was not changed.") if self._was_there else tr("No case was created.")
        if work.was_cancelled:
            self._report(f"{tr('The import was cancelled.')} {after}", Qgis.MessageLevel.Info)
        else:
            self._report(f"{work.problem} {after}", Qgis.MessageLevel.Critical)

    def _show_imported(self, done: Imported) -> None:
        self._imported = done
        self.report.show_report(done.report, done.rows)
        self.tabs.setTabEnabled(1, True)
        self.tabs.setCurrentWidget(self.report)
        if done.report.changed_anything:
            text = tr("Imported. Files: {}, rows: {}, rows or files left out: {}.")
            text = text.format(done.report.files_read, done.report.rows_loaded, done.report.count(REJECTED))
        else:
            text = tr("Nothing has changed since an earlier import.")
        self._report(text, Qgis.MessageLevel.Success)
        refresh_case(self._project, Case(done.path), done.classes)
        self.page.preview_later()  # the case exists now

    def _report(self, text: str, level: Qgis.MessageLevel) -> None:
        if self.isVisible():
            self.messages.pushMessage(html.escape(text), level, 0)  # the message bar renders HTML
        else:
            self._notify(text, level)

    def _open_case(self) -> None:
        """Close the dialog, which keeps its report, and open the case."""
        self.close()
        self._on_done(self._imported.path)

    def _save_report(self, path: str) -> None:
        report = self.report.report

        def ended(work: FunctionTask) -> None:
            self._saving = None
            if sip.isdeleted(self) or work.was_cancelled:
                return
            level = Qgis.MessageLevel.Critical if work.problem else Qgis.MessageLevel.Success
            self._report(work.problem or tr("The report was saved to {}.").format(path), level)

        self._saving = FunctionTask(tr("Saving the report"), lambda task: write_page(path, report), ended)
        QgsApplication.taskManager().addTask(self._saving)

    # The window

    def give_up(self) -> None:
        """Cancel the running tasks and delete the dialog, when the plugin is unloaded."""
        self.page.preview_task.stop()
        for work in (self._importing, self._saving):
            if work is not None:
                work.cancel()
        sip.delete(self)

    def _update_buttons(self) -> None:
        is_running = self._importing is not None
        self.import_button.setEnabled(not is_running and self.page.is_ready)
        self.page.setEnabled(not is_running)

    def _make_widgets(self) -> None:
        self.messages = QgsMessageBar(self)
        self.tabs = QTabWidget(self)
        self.page = ImportPage(self._project, self)
        self.report = ImportReportView(self)
        self.progress = TaskProgress(self)
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.import_button = self.box.addButton(tr("&Import"), QDialogButtonBox.ButtonRole.ActionRole)
        add_help_button(self.box, IMPORT)
        for button in self.box.buttons():
            button.setAutoDefault(False)  # so that Enter in a field does not start the import

    def _lay_out(self) -> None:
        self.tabs.addTab(self.page, tr("Control &maps"))
        self.tabs.addTab(self.report, tr("Re&port"))
        self.tabs.setTabEnabled(1, False)
        whole = QVBoxLayout(self)
        whole.addWidget(self.messages)
        whole.addWidget(self.tabs, 1)
        whole.addWidget(self.progress)
        whole.addWidget(self.box)

    def _connect(self) -> None:
        self.page.changed.connect(self._update_buttons)
        self.page.refused.connect(lambda text: self._report(text, Qgis.MessageLevel.Critical))
        self.import_button.clicked.connect(lambda _: self.start_import())
        self.box.rejected.connect(self.close)
        self.report.save_wanted.connect(self._save_report)
        self.report.open_wanted.connect(self._open_case)


def open_import_dialog(iface, on_done: Callable[[str], None]) -> ImportDialog:
    """Show the import dialog, reusing an existing one that may still be importing.

    on_done  called with the path of a case that the user wants to open
    """
    dialog = iface.mainWindow().findChild(QDialog, NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    if dialog is None:

        def notify(text: str, level: Qgis.MessageLevel) -> None:
            iface.messageBar().pushMessage("Syria Control", html.escape(text), level)

        dialog = ImportDialog(iface.mainWindow(), QgsProject.instance(), on_done, notify)
    dialog.page.preview_again()
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


def close_import_dialog(iface) -> None:
    """Cancel the running tasks and delete the dialog, for the plugin's ``unload``."""
    dialog = iface.mainWindow().findChild(QDialog, NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    if dialog is not None:
        dialog.give_up()
