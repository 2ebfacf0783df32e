"""The dialog that brings dated control maps into a case: pick, look, correct, import, read the report."""

from __future__ import annotations

import html
from dataclasses import replace
from typing import Callable

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.gui import QgsGui, QgsMessageBar, QgsScrollArea
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from ...mapping.layers.layers import refresh_case
from ...sources.cases.case import has_content
from ...sources.cases.catalogue import shipped_factions
from ...sources.import_report import REJECTED
from ...sources.maps.import_options import ImportOptions
from ...translation import tr
from ..work import Work
from ..work_progress import WorkProgress
from .import_inputs import ImportInputs
from .import_jobs import Imported, Looked, import_job, kept_tables, look_job
from .import_look import ImportLook
from .import_more import MoreSettings
from .import_preview import ImportPreview
from .import_report_view import ImportReportView, write_page
from .import_settings import ImportSettings
from .import_target import ImportTarget

NAME = "SyriaControlImportDialog"

# Called with a sentence and its level when an import ends whose dialog is closed.
Notify = Callable[[str, Qgis.MessageLevel], None]


class ImportDialog(QDialog):
    """Not modal. Closed while it imports, it goes on and tells the end through ``notify``.

    on_done  called with the path of a case that is to be opened
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
        self._importing: Work | None = None  # Python must hold a task for as long as it runs
        self._saving: Work | None = None
        self._looked: Looked | None = None
        self._tables_of = kept_tables()
        self.look = ImportLook(self._look_job, self)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.resize(780, 640)
        QgsGui.enableAutoGeometryRestore(self)
        self._update_buttons()

    # What is to be imported

    def add_paths(self, paths: list[str]) -> None:
        """Adds files and folders to the input."""
        self.inputs.add_paths(paths)

    def options(self) -> ImportOptions:
        """What the user has said; the rest is left to the import."""
        wishes = self.settings.wishes()
        return ImportOptions(
            wishes=replace(wishes, date_order=wishes.date_order or self.more.date_order()),
            source=self.more.source.text().strip(),
            theme=self.more.theme_id(),
            precedence=self.more.factions_by_precedence(),
            hole_limit_days=self.more.hole_limit_days(),
            end_is_last_day=self.settings.last_day.isVisibleTo(self) and self.settings.last_day.isChecked(),
            crs=self.settings.crs_wkt(),
        )

    # The look

    def _input_changed(self) -> None:
        self._looked = None
        if self.inputs.is_empty():
            self.settings.forget_choices()
        else:
            self.settings.forget_answers()
        self.settings.clear_examples()
        self.look_anew()

    def look_later(self) -> None:
        """Looks again once the user pauses."""
        if self.inputs.is_empty():
            self.look.stop()
            self.preview.say("")
        else:
            self.look.begin_later()
            if self._looked is None:
                self.preview.say(tr("Looking…"))
        self._update_buttons()

    def look_anew(self) -> None:
        """Looks again at files that may have changed."""
        self._tables_of = kept_tables()
        self.look_later()

    def _look_job(self) -> Callable:
        chosen = self.target.path() if self.target.is_chosen() else ""
        layers, paths, folder = self.inputs.layers(), self.inputs.paths(), self._project.absolutePath()
        return look_job(layers, paths, self.options(), chosen, folder, self._tables_of)

    def _show_looked(self, looked: Looked) -> None:
        self._looked = looked
        self.target.suggest(looked.suggested)
        self.target.note.setText(looked.case_words)
        self.settings.show_preview(looked.preview)
        self.preview.show_preview(looked.preview, looked.skipped)
        self._update_buttons()

    def _show_unseen(self, problem: str) -> None:
        self._looked = None
        self.target.note.clear()
        self.preview.say(problem)
        self._update_buttons()

    # The import

    def start_import(self) -> None:
        """Imports in the background."""
        path = self.target.path()
        self._was_there = has_content(path)
        self.messages.clearWidgets()
        self.tabs.setTabEnabled(1, False)  # it is of an earlier import
        job = import_job(self.inputs.layers(), self.inputs.paths(), self.options(), path)
        self._importing = Work(tr("Importing control maps"), job, self._import_ended)
        self.progress.follow(self._importing)
        QgsApplication.taskManager().addTask(self._importing)
        self._update_buttons()

    def _import_ended(self, work: Work) -> None:
        self._importing = None
        if sip.isdeleted(self):
            return
        self.progress.end()
        self._update_buttons()
        if work.result is not None:
            self._show_imported(work.result)
            return
        after = tr("The case is as it was.") if self._was_there else tr("No case was made.")
        if work.was_cancelled:
            self._tell(f"{tr('The import was cancelled.')} {after}", Qgis.MessageLevel.Info)
        else:
            self._tell(f"{work.problem} {after}", Qgis.MessageLevel.Critical)

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
        self._tell(text, Qgis.MessageLevel.Success)
        refresh_case(self._project, done.path, done.classes)
        self.look_later()  # there is a case now

    def _tell(self, text: str, level: Qgis.MessageLevel) -> None:
        if self.isVisible():
            self.messages.pushMessage(html.escape(text), level, 0)  # a message bar takes texts for HTML
        else:
            self._notify(text, level)

    def _save_report(self, path: str) -> None:
        report = self.report.report

        def ended(work: Work) -> None:
            self._saving = None
            if sip.isdeleted(self) or work.was_cancelled:
                return
            level = Qgis.MessageLevel.Critical if work.problem else Qgis.MessageLevel.Success
            self._tell(work.problem or tr("The report is in {}.").format(path), level)

        self._saving = Work(tr("Saving the report"), lambda task: write_page(path, report), ended)
        QgsApplication.taskManager().addTask(self._saving)

    # The window

    def give_up(self) -> None:
        """Cancels whatever runs and deletes the dialog: for when the plugin is unloaded."""
        self.look.stop()
        for work in (self._importing, self._saving):
            if work is not None:
                work.cancel()
        sip.delete(self)

    def _update_buttons(self) -> None:
        is_running = self._importing is not None
        preview = self._looked.preview if self._looked else None
        is_ready = preview is not None and preview.can_be_imported and not self.inputs.is_empty()
        self.import_button.setEnabled(not is_running and is_ready and bool(self.target.path()))
        self.page.setEnabled(not is_running)
        self.target.setEnabled(not is_running)

    def _make_widgets(self) -> None:
        self.messages = QgsMessageBar(self)
        self.tabs = QTabWidget(self)
        self.inputs = ImportInputs(self._project, self)
        self.settings = ImportSettings(shipped_factions(), self)
        self.preview = ImportPreview(self)
        self.more = MoreSettings(self)
        self.target = ImportTarget(self)
        self.report = ImportReportView(self)
        self.progress = WorkProgress(self)
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.import_button = self.box.addButton(tr("&Import"), QDialogButtonBox.ButtonRole.ActionRole)
        for button in self.box.buttons():
            button.setAutoDefault(False)  # Enter in a field is no order to import

    def _lay_out(self) -> None:
        self.page = QWidget(self)
        column = QVBoxLayout(self.page)
        column.addWidget(self.inputs)
        column.addWidget(self.settings)
        column.addWidget(self.preview, 1)
        column.addWidget(self.more)
        scroll = QgsScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QgsScrollArea.Shape.NoFrame)
        scroll.setWidget(self.page)
        maps = QWidget(self)
        whole_page = QVBoxLayout(maps)
        whole_page.setContentsMargins(0, 0, 0, 6)
        whole_page.addWidget(scroll, 1)
        whole_page.addWidget(self.target)
        self.tabs.addTab(maps, tr("Control &maps"))
        self.tabs.addTab(self.report, tr("Re&port"))
        self.tabs.setTabEnabled(1, False)
        whole = QVBoxLayout(self)
        whole.addWidget(self.messages)
        whole.addWidget(self.tabs, 1)
        whole.addWidget(self.progress)
        whole.addWidget(self.box)

    def _connect(self) -> None:
        self.inputs.changed.connect(self._input_changed)
        self.look.found.connect(self._show_looked)
        self.look.failed.connect(self._show_unseen)
        for part in (self.settings, self.more, self.target):
            part.changed.connect(self.look_later)
        self.more.refused.connect(lambda text: self._tell(text, Qgis.MessageLevel.Critical))
        self.import_button.clicked.connect(lambda _: self.start_import())
        self.box.rejected.connect(self.close)
        self.report.save_wanted.connect(self._save_report)
        self.report.open_wanted.connect(lambda: self._on_done(self._imported.path))


def open_import_dialog(iface, on_done: Callable[[str], None]) -> ImportDialog:
    """Shows the dialog; the one that there is already, perhaps still at work, is shown again.

    on_done  called with the path of a case that the user wants to be opened
    """
    dialog = iface.mainWindow().findChild(QDialog, NAME)
    if dialog is None:

        def notify(text: str, level: Qgis.MessageLevel) -> None:
            iface.messageBar().pushMessage("Syria Control", html.escape(text), level)

        dialog = ImportDialog(iface.mainWindow(), QgsProject.instance(), on_done, notify)
    dialog.look_anew()
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


def close_import_dialog(iface) -> None:
    """Cancels what still runs, and takes the dialog away: for the plugin's ``unload``."""
    dialog = iface.mainWindow().findChild(QDialog, NAME)
    if dialog is not None:
        dialog.give_up()
