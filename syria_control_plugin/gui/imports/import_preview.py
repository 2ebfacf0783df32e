"""Shows what an import would make of its input: counts, first rows, what is wrong."""

from __future__ import annotations

import json

import numpy as np
from qgis.PyQt.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ...sources.import_report import NOTED, REJECTED, REPAIRED
from ...sources.maps.preview import Preview
from ...sources.maps.preview_rows import PreviewRow
from ...translation import said, tr
from ..plain_table import PlainTable, fit_columns, plain_table_view
from .import_report_view import action_icons
from .import_settings import plain_label

_FEW = 3  # files named where many are left out
_OUTCOME = 4


class ImportPreview(QWidget):
    """Counts above, first rows below."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.counts, self.problems = plain_label(), plain_label()
        titles = [tr("File"), tr("Row"), tr("Date"), tr("Faction"), tr("What becomes of it"), tr("Values")]
        self.model = PlainTable(titles, self, _OUTCOME, action_icons())
        self.table = plain_table_view(self.model, self)
        self.table.setAccessibleName(tr("First rows and what becomes of them"))
        self.table.setMinimumHeight(5 * self.table.verticalHeader().defaultSectionSize())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.counts)
        column.addWidget(self.problems)
        # As high as there is room for: what it would like to have pushes the settings below it out of sight.
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column.addWidget(self.table, 1)
        self.say("")

    def say(self, text: str) -> None:
        """Shows a sentence instead of counts and rows."""
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
    parts = [text.format(count) for text, count in counted if count] or [tr("There is no map in it.")]
    if preview.layout is not None:
        parts += [_days(preview)] if len(preview.dates) else []
        rows = tr("Rows: {}.") if preview.files_seen >= preview.files else tr("Rows: {} in the {} looked at.")
        parts.append(rows.format(report.rows_read, preview.files_seen))
    lines = [" ".join(parts)]
    if preview.can_be_imported and report.rows_read:
        line = tr("Rows that go in: {}, repaired: {}. Rows or files left out: {}.")
        lines.append(line.format(report.rows_loaded, report.count(REPAIRED), report.count(REJECTED)))
    for name, count in list(report.unknown_factions.items())[:_FEW]:
        lines.append(tr("Unknown faction “{}”: it gets a colour of its own. Its rows: {}.").format(name[:60], count))
    if skipped:
        few = ", ".join(name[:60] for name in skipped[:_FEW]) + (", …" if len(skipped) > _FEW else "")
        lines.append(tr("No maps, not read: {} ({}).").format(len(skipped), few))
    return "\n".join(lines)


def _problems(preview: Preview) -> str:
    """What keeps the import from being made, but for what is said beside date and faction."""
    lines = []
    if not preview.has_areas:
        lines.append(
            tr(
                "No areas are in it: it is no control map. For clash events, movements and reports on places there are "
                "imports of their own in the Processing toolbox, under Syria Control."
            )
        )
    elif preview.is_all_in_vain:
        reasons = [said(issue.reason) for issue in preview.report.issues if issue.action == REJECTED]
        lines.append(tr("Nothing of it can go in. {}").format(reasons[0] if reasons else "").strip())
    elif preview.files and not (preview.question is not None or preview.lacks_faction or preview.lacks_date):
        lines.append(said(preview.problem))
    return "\n".join(line for line in lines if line)


def _days(preview: Preview) -> str:
    days = np.unique(preview.dates.astype("datetime64[D]"))
    text = tr("Days: {}, {} to {}.") if preview.dates_of_all else tr("Days in those looked at: {}, {} to {}.")
    return text.format(len(days), days[0], days[-1])


def _texts(row: PreviewRow, preview: Preview) -> tuple[str, ...]:
    date = f"{row.start} – {row.end}" if row.end else row.start
    number = "" if row.row is None else str(row.row)
    values = json.dumps(row.values, default=str, ensure_ascii=False) if row.values else ""
    return (row.file, number, date, row.faction, _outcome(row, preview), values)


def _outcome(row: PreviewRow, preview: Preview) -> str:
    if not row.action:
        return tr("goes in") if preview.can_be_imported else ""
    words = {REPAIRED: tr("repaired: {}"), REJECTED: tr("left out: {}"), NOTED: tr("note: {}")}[row.action]
    return words.format(said(row.reason))


def _icon(row: PreviewRow, preview: Preview) -> str:
    return row.action if row.action or preview.can_be_imported else "open"
