"""A table of texts from data: never rendered as HTML, and fast with a very large number of rows."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QStyledItemDelegate, QTableView, QWidget

_LONGEST_CELL = 300
_LONGEST_TOOLTIP = 2000
_ROWS_MEASURED = 40


class TextTable(QAbstractTableModel):
    """A model of rows of texts. ``icons``: kind of a row → icon; ``icon_column``: column that shows it."""

    def __init__(self, titles: list[str], parent: QWidget, icon_column: int = -1, icons: dict | None = None):
        super().__init__(parent)
        self._titles, self._icon_column, self._icons = titles, icon_column, icons or {}
        self.rows: list[tuple[str, ...]] = []
        self._kinds: list[str] = []

    def set_rows(self, rows: list[tuple[str, ...]], kinds: list[str] | None = None) -> None:
        """Set the rows; ``kinds``: kind of each row, a key of ``icons``."""
        self.beginResetModel()
        self.rows, self._kinds = rows, kinds or []
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        text = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text[:_LONGEST_CELL]
        if role == Qt.ItemDataRole.ToolTipRole and text:
            return f"<qt>{html.escape(text[:_LONGEST_TOOLTIP])}</qt>"  # otherwise Qt may render the text as HTML
        if role == Qt.ItemDataRole.DecorationRole and index.column() == self._icon_column and self._kinds:
            return self._icons.get(self._kinds[index.row()])
        return None

    def headerData(self, section: int, orientation, role: int = Qt.ItemDataRole.DisplayRole):
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._titles[section]
        return None


class _ElidedInTheMiddle(QStyledItemDelegate):
    def initStyleOption(self, option, index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


def text_table_view(model: TextTable, parent: QWidget) -> QTableView:
    """Create a view that selects whole rows; Tab leaves it."""
    view = QTableView(parent)
    view.setModel(model)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setItemDelegateForColumn(0, _ElidedInTheMiddle(view))  # file names differ mostly at their ends
    view.setAlternatingRowColors(True)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 6)
    view.horizontalHeader().setStretchLastSection(True)
    view.horizontalHeader().setResizeContentsPrecision(_ROWS_MEASURED)
    view.horizontalHeader().setHighlightSections(False)
    return view


def fit_columns(view: QTableView, widest: int = 320, widest_first: int = 210) -> None:
    """Fit the columns to their first rows, within limits."""
    view.resizeColumnsToContents()
    for column in range(view.model().columnCount() - 1):
        view.setColumnWidth(column, min(view.columnWidth(column) + 8, widest if column else widest_first))
