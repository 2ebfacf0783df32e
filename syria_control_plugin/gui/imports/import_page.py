"""The page of the import dialog on which the maps are picked, looked at and corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable

from qgis.core import QgsProject
from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...sources.cases.catalogue import shipped_factions
from ...sources.maps.import_options import ImportOptions
from ...translation import tr
from .import_inputs import ImportInputs
from .import_jobs import Imported, Looked, import_job, kept_tables, look_job
from .import_look import ImportLook
from .import_more import MoreSettings
from .import_preview import ImportPreview
from .import_settings import ImportSettings
from .import_target import ImportTarget


class ImportPage(QWidget):
    """Its parts from top to bottom: ``inputs``, ``settings``, ``preview``, ``more``, ``target``.

    changed  ``is_ready`` may be another
    refused  why something that was picked can't be used
    """

    changed = pyqtSignal()
    refused = pyqtSignal(str)

    def __init__(self, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self._project = project
        self._looked: Looked | None = None
        self._tables_of = kept_tables()
        self.inputs = ImportInputs(project, self)
        self.settings = ImportSettings(shipped_factions(), self)
        self.preview = ImportPreview(self)
        self.more = MoreSettings(self)
        self.target = ImportTarget(self)
        self.look = ImportLook(self._look_job, self)
        self._lay_out()
        self.inputs.changed.connect(self._input_changed)
        self.look.found.connect(self._show_looked)
        self.look.failed.connect(self._show_unseen)
        for part in (self.settings, self.more, self.target):
            part.changed.connect(self.look_later)
        self.more.refused.connect(self.refused)

    @property
    def is_ready(self) -> bool:
        """Whether there is something that can be imported, and a case for it."""
        preview = self._looked.preview if self._looked else None
        is_known = preview is not None and preview.can_be_imported and not self.inputs.is_empty()
        return is_known and bool(self.target.path())

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

    def job(self) -> Callable[..., Imported]:
        """The import of what is picked, to be done in the background."""
        return import_job(self.inputs.layers(), self.inputs.paths(), self.options(), self.target.path())

    def look_later(self) -> None:
        """Looks again once the user pauses."""
        if self.inputs.is_empty():
            self.look.stop()
            self.preview.say("")
        else:
            self.look.begin_later()
            if self._looked is None:
                self.preview.say(tr("Looking…"))
        self.changed.emit()

    def look_anew(self) -> None:
        """Looks again at files that may have changed."""
        self._tables_of = kept_tables()
        self.look_later()

    def _input_changed(self) -> None:
        self._looked = None
        if self.inputs.is_empty():
            self.settings.forget_choices()
        else:
            self.settings.forget_answers()
        self.settings.clear_examples()
        self.look_anew()

    def _look_job(self) -> Callable[..., Looked]:
        chosen = self.target.path() if self.target.is_chosen() else ""
        layers, paths, folder = self.inputs.layers(), self.inputs.paths(), self._project.absolutePath()
        return look_job(layers, paths, self.options(), chosen, folder, self._tables_of)

    def _show_looked(self, looked: Looked) -> None:
        self._looked = looked
        self.target.suggest(looked.suggested)
        self.target.note.setText(looked.case_words)
        self.settings.show_preview(looked.preview)
        self.preview.show_preview(looked.preview, looked.skipped)
        self.changed.emit()

    def _show_unseen(self, problem: str) -> None:
        self._looked = None
        self.target.note.clear()
        self.preview.say(problem)
        self.changed.emit()

    def _lay_out(self) -> None:
        scrolled = QWidget(self)
        column = QVBoxLayout(scrolled)
        column.addWidget(self.inputs)
        column.addWidget(self.settings)
        column.addWidget(self.preview, 1)
        column.addWidget(self.more)
        scroll = QgsScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QgsScrollArea.Shape.NoFrame)
        scroll.setWidget(scrolled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 6)
        whole.addWidget(scroll, 1)
        whole.addWidget(self.target)
