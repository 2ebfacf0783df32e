"""The page of the import dialog on which the maps are picked, previewed and corrected.

The preview shows what an import would make of the input: counts, first rows and problems. The target is the case
that is imported into; a new one beside the input is suggested.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Callable

import numpy as np
from qgis.core import QgsProject
from qgis.gui import QgsFileWidget, QgsScrollArea
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...case.catalogue import shipped_factions
from ...case.import_report import NOTED, REJECTED, REPAIRED
from ...sources.maps.options import ImportOptions
from ...sources.maps.preview import Preview, PreviewRow
from ...translation import tr, translated
from ..text_table import TextTable, fit_columns, text_table_view
from .inputs import ImportInputs
from .jobs import Imported, PreviewResult, PreviewTask, import_job, kept_tables, preview_job
from .report import action_icons
from .settings import ImportSettings, MoreSettings, plain_label

_FEW = 3  # number of names shown of files that are not read
_OUTCOME = 4


class ImportPreview(QWidget):
    """The preview: counts above, first rows below."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.counts, self.problems = plain_label(), plain_label()
        titles = [tr("File"), tr("Row"), tr("Date"), tr("Faction"), tr("Result"), tr("Values")]
        self.model = TextTable(titles, self, _OUTCOME, action_icons())
        self.table = text_table_view(self.model, self)
        self.table.setAccessibleName(tr("First rows and their results"))
        self.table.setMinimumHeight(5 * self.table.verticalHeader().defaultSectionSize())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.counts)
        column.addWidget(self.problems)
        # As high as the room allows: its size hint would push the settings below it out of sight.
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column.addWidget(self.table, 1)
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Show a sentence instead of counts and rows."""
        self.counts.setText(text)
        self._show_problems("")
        self.model.set_rows([])

    def show_preview(self, preview: Preview, skipped: list[str]) -> None:
        self.counts.setText(_counts(preview, skipped))
        self._show_problems(_problems(preview))
        shown = preview.rows
        self.model.set_rows([_texts(row, preview) for row in shown], [_icon(row, preview) for row in shown])
        fit_columns(self.table)

    def _show_problems(self, text: str) -> None:
        self.problems.setText(text)
        self.problems.setVisible(bool(text))


def _counts(preview: Preview, skipped: list[str]) -> str:
    report = preview.report
    counted = ((tr("Files: {}."), preview.files - preview.layers), (tr("Layers: {}."), preview.layers))
    parts = [text.format(count) for text, count in counted if count] or [tr("The input contains no map.")]
    if preview.layout is not None:
        parts += [_days(preview)] if len(preview.dates) else []
        rows = tr("Rows: {}.") if preview.files_seen >= preview.files else tr("Rows: {} (files or layers read: {}).")
        parts.append(rows.format(report.rows_read, preview.files_seen))
    lines = [" ".join(parts)]
    if preview.can_be_imported and report.rows_read:
        line = tr("Rows to import: {}, repaired: {}. Rows or files left out: {}.")
        lines.append(line.format(report.rows_loaded, report.count(REPAIRED), report.count(REJECTED)))
    for name, count in list(report.unknown_factions.items())[:_FEW]:
        lines.append(
            tr("“{}” is not a known faction; it may be another name of one. Rows: {}.").format(name[:60], count)
        )
    lines += map(translated, report.cautions)
    if skipped:
        few = ", ".join(name[:60] for name in skipped[:_FEW]) + (", …" if len(skipped) > _FEW else "")
        lines.append(tr("Not read because they are not maps: {} ({}).").format(len(skipped), few))
    return "\n".join(lines)


def _problems(preview: Preview) -> str:
    """Return what prevents the import, except what is shown beside date and faction."""
    lines = []
    if not preview.has_areas:
        lines.append(
            tr(
                "The input contains no areas, so it is not a control map. To import clash events, movements or "
                "reports on places, use the tools under Syria Control in the Processing toolbox."
            )
        )
    elif preview.is_all_in_vain:
        reasons = [translated(issue.reason) for issue in preview.report.issues if issue.action == REJECTED]
        lines.append(tr("Nothing can be imported. {}").format(reasons[0] if reasons else "").strip())
    elif preview.files and preview.problem is not None:
        is_shown_there = preview.question is not None or preview.lacks_faction or preview.lacks_date
        if not is_shown_there:
            lines.append(translated(preview.problem))
    if preview.known_source:
        text = tr(
            "The case has a source “{}” from another folder. Under “More settings”, enter the name of the source: the "
            "same to add to it, or another."
        )
        lines.append(text.format(preview.known_source[:60]))
    return "\n".join(lines)


def _days(preview: Preview) -> str:
    days = np.unique(preview.dates.astype("datetime64[D]"))
    text = tr("Days: {}, {} to {}.") if preview.dates_of_all else tr("Days in the files or layers read: {}, {} to {}.")
    return text.format(len(days), days[0], days[-1])


def _texts(row: PreviewRow, preview: Preview) -> tuple[str, ...]:
    date = f"{row.start} – {row.end}" if row.end else row.start
    number = "" if row.row is None else str(row.row)
    values = json.dumps(row.values, default=str, ensure_ascii=False) if row.values else ""
    return (row.file, number, date, row.faction, _outcome(row, preview), values)


def _outcome(row: PreviewRow, preview: Preview) -> str:
    if not row.action:
        return tr("imported") if preview.can_be_imported else ""
    text = {REPAIRED: tr("repaired: {}"), REJECTED: tr("left out: {}"), NOTED: tr("note: {}")}[row.action]
    return text.format(translated(row.reason))


def _icon(row: PreviewRow, preview: Preview) -> str:
    return row.action if row.action or preview.can_be_imported else "open"


class ImportTarget(QWidget):
    """The path of the case to import into. ``changed``: the path has changed."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._suggested = ""
        self.file = QgsFileWidget(self)
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setConfirmOverwrite(False)  # an existing case is added to
        self.file.setFilter(tr("Case (*.gpkg)"))
        self.file.setDialogTitle(tr("Case, new or existing"))
        self.note = plain_label()
        label = QLabel(tr("C&ase, new or existing"), self)
        label.setBuddy(self.file.lineEdit())
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self.file, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 0, 9, 0)
        column.addLayout(line)
        column.addWidget(self.note)
        self.file.fileChanged.connect(lambda _: self.changed.emit())

    def path(self) -> str:
        text = self.file.filePath().strip()
        return text if not text or text.lower().endswith(".gpkg") else f"{text}.gpkg"

    def is_chosen(self) -> bool:
        """Return whether the user has chosen the path."""
        return self.file.filePath() not in ("", self._suggested)

    def suggest(self, path: str) -> None:
        """Use a suggested path, unless the user has chosen a case."""
        if not self.is_chosen():
            self._suggested = path
            self.file.blockSignals(True)
            self.file.setFilePath(path)
            self.file.blockSignals(False)


class ImportPage(QWidget):
    """The page, from top to bottom: ``inputs``, ``settings``, ``preview``, ``more``, ``target``.

    changed  ``is_ready`` may have changed
    refused  why something that was picked cannot be used
    """

    changed = pyqtSignal()
    refused = pyqtSignal(str)

    def __init__(self, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self._project = project
        self._previewed: PreviewResult | None = None
        self._tables_of = kept_tables()
        self.inputs = ImportInputs(project, self)
        self.settings = ImportSettings(shipped_factions(), self)
        self.preview = ImportPreview(self)
        self.more = MoreSettings(self)
        self.target = ImportTarget(self)
        self.preview_task = PreviewTask(self._preview_job, self)
        self._lay_out()
        self.inputs.changed.connect(self._input_changed)
        self.preview_task.previewed.connect(self._show_preview)
        self.preview_task.failed.connect(self._show_failed)
        for part in (self.settings, self.more, self.target):
            part.changed.connect(self.preview_later)
        self.more.refused.connect(self.refused)

    @property
    def is_ready(self) -> bool:
        """Whether there is something to import and a case to import it into."""
        preview = self._previewed.preview if self._previewed else None
        is_known = preview is not None and preview.can_be_imported and not self.inputs.is_empty()
        return is_known and bool(self.target.path())

    def options(self) -> ImportOptions:
        """Return the options that the user has set; the import detects the rest."""
        overrides = self.settings.overrides()
        return ImportOptions(
            overrides=replace(overrides, date_order=overrides.date_order or self.more.date_order()),
            source=self.more.source.text().strip(),
            theme=self.more.theme_id(),
            precedence=self.more.factions_by_precedence(),
            gap_limit_days=self.more.gap_limit_days(),
            nobody_outside=self.more.nobody_outside(),
            end_is_last_day=self.settings.end_is_last_day(),
            crs=self.settings.crs_wkt(),
            encoding=self.settings.encoding.currentData(),
            time_zone=self.more.time_zone.name(),
            century=self.more.century.currentData(),
            epoch=self.more.epoch.currentData(),
        )

    def job(self) -> Callable[..., Imported]:
        """Return the import of the picked maps, to be run in the background."""
        return import_job(self.inputs.layers(), self.inputs.paths(), self.options(), self.target.path())

    def preview_later(self) -> None:
        """Update the preview once the user pauses."""
        if self.inputs.is_empty():
            self.preview_task.stop()
            self.preview.show_text("")
        else:
            self.preview_task.begin_later()
            if self._previewed is None:
                self.preview.show_text(tr("Loading preview…"))
        self.changed.emit()

    def preview_again(self) -> None:
        """Update the preview, reading the files again because they may have changed."""
        self._tables_of = kept_tables()
        self.preview_later()

    def _input_changed(self) -> None:
        self._previewed = None
        if self.inputs.is_empty():
            self.settings.forget_choices()
        else:
            self.settings.forget_answers()
        self.settings.clear_examples()
        self.preview_again()

    def _preview_job(self) -> Callable[..., PreviewResult]:
        chosen = self.target.path() if self.target.is_chosen() else ""
        layers, paths, folder = self.inputs.layers(), self.inputs.paths(), self._project.absolutePath()
        return preview_job(layers, paths, self.options(), chosen, folder, self._tables_of)

    def _show_preview(self, result: PreviewResult) -> None:
        self._previewed = result
        self.target.suggest(result.suggested)
        self.target.note.setText(result.case_text)
        self.settings.show_preview(result.preview)
        self.preview.show_preview(result.preview, result.skipped)
        self.changed.emit()

    def _show_failed(self, problem: str) -> None:
        self._previewed = None
        self.target.note.clear()
        self.preview.show_text(problem)
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
