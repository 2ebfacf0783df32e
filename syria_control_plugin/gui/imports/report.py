"""The report of an import: its summary, and a table of the rows that were repaired, left out or noted."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...case.import_report import NOTED, REJECTED, REPAIRED, ImportReport
from ...core.errors import SourceError
from ...translation import is_rtl, tr, translated
from ..text_table import TextTable, fit_columns, text_table_view

_ACTION = 2


def action_labels() -> dict[str, str]:
    """Return the labels of what was done with a row."""
    return {REPAIRED: tr("repaired"), REJECTED: tr("left out"), NOTED: tr("noted")}


def action_icons() -> dict:
    """Return the icons of what was done with a row; "" for a row imported without issues."""
    names = {REPAIRED: "/mIconWarning.svg", REJECTED: "/mIconCritical.svg", NOTED: "/mIconInfo.svg"}
    icons = {action: QgsApplication.getThemeIcon(name) for action, name in names.items()}
    return {**icons, "": QgsApplication.getThemeIcon("/mIconSuccess.svg")}


def issue_rows(report: ImportReport) -> list[tuple[str, ...]]:
    """Return file, row, action, reason and values of each issue as texts; slow for many issues."""
    labels = action_labels()
    return [
        (
            i.file,
            "" if i.row is None else str(i.row),
            labels[i.action],
            translated(i.reason),
            i.attributes_json if i.attributes else "",
        )
        for i in report.issues
    ]


def write_page(path: str, report: ImportReport) -> None:
    """Write the report as an HTML page. Raises SourceError if it cannot be written."""
    try:
        Path(path).write_text(
            report.to_html(tr("Import report"), translated), encoding="utf-8", errors="backslashreplace"
        )
    except OSError as error:
        raise SourceError(tr("The report cannot be written to {!r}: {}").format(path, error)) from error


class ImportReportView(QWidget):
    """A view of a report. ``save_wanted``: path of its HTML page; ``open_wanted``: the case shall be opened."""

    save_wanted = pyqtSignal(str)
    open_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.report: ImportReport | None = None
        self._issues: list[tuple[str, ...]] = []
        self._kinds: list[str] = []
        self._searched: list[str] = []
        self.summary = QPlainTextEdit(self)
        self.summary.setReadOnly(True)
        self.summary.setTabChangesFocus(True)
        self.summary.setAccessibleName(tr("Summary of the import"))
        if is_rtl():  # QPlainTextEdit does not align it by itself
            option = self.summary.document().defaultTextOption()
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            self.summary.document().setDefaultTextOption(option)
        self.actions_combo = QComboBox(self)
        for text, action in ((tr("All"), ""), *((word, action) for action, word in action_labels().items())):
            self.actions_combo.addItem(text, action)
        self.search = QgsFilterLineEdit(self)
        self.search.setShowSearchIcon(True)
        self.search.setPlaceholderText(tr("Search all columns"))
        self.count = QLabel(self)
        titles = [tr("File"), tr("Row"), tr("Action"), tr("Reason"), tr("Values")]
        self.model = TextTable(titles, self, _ACTION, action_icons())
        self.table = text_table_view(self.model, self)
        self.copy_button = QPushButton(tr("&Copy"), self)
        self.save_button = QPushButton(tr("&Save as HTML…"), self)
        self.open_button = QPushButton(tr("&Open the case"), self)
        self._lay_out()
        self.actions_combo.currentIndexChanged.connect(lambda _: self._filter())
        self.search.textChanged.connect(lambda _: self._filter())
        self.copy_button.clicked.connect(lambda _: self._copy())
        self.save_button.clicked.connect(lambda _: self._ask_where_to_save())
        self.open_button.clicked.connect(lambda _: self.open_wanted.emit())

    def show_report(self, report: ImportReport, rows: list[tuple[str, ...]]) -> None:
        """Show a report; ``rows``: its ``issue_rows``, preferably computed in another thread."""
        self.report, self._issues = report, rows
        self._kinds = [issue.action for issue in report.issues]
        self._searched = [" ".join(row).casefold() for row in rows]
        self.summary.setPlainText("\n".join(map(translated, report.summary())))
        self.search.clear()
        self.actions_combo.setCurrentIndex(0)
        self._filter()
        fit_columns(self.table)

    def _filter(self) -> None:
        action, wanted = self.actions_combo.currentData(), self.search.text().casefold()
        shown = [
            number
            for number, text in enumerate(self._searched)
            if wanted in text and (not action or self._kinds[number] == action)
        ]
        self.model.set_rows([self._issues[number] for number in shown], [self._kinds[number] for number in shown])
        self.count.setText(tr("{} of {}").format(len(shown), len(self._issues)))

    def _copy(self) -> None:
        """Copy the summary and the rows shown, tab-separated for spreadsheets."""
        rows = ("\t".join(" ".join(cell.split()) for cell in row) for row in self.model.rows)
        QgsApplication.clipboard().setText("\n".join([self.summary.toPlainText(), "", *rows]))

    def _ask_where_to_save(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the report"), "", tr("HTML (*.html)"))
        if path:
            self.save_wanted.emit(path if path.lower().endswith((".html", ".htm")) else f"{path}.html")

    def _lay_out(self) -> None:
        label = QLabel(tr("&Filter"), self)
        label.setBuddy(self.search)
        line = QHBoxLayout()
        for widget, stretch in ((label, 0), (self.search, 1), (self.actions_combo, 0), (self.count, 0)):
            line.addWidget(widget, stretch)
        buttons = QHBoxLayout()
        for button in (self.copy_button, self.save_button, self.open_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.insertStretch(2)
        column = QVBoxLayout(self)
        column.addWidget(self.summary, 1)
        column.addLayout(line)
        column.addWidget(self.table, 2)
        column.addLayout(buttons)
