"""The table of a case's classes on the date shown: symbol, label, area, share and change.

The classes are factions and classes derived from them.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QContextMenuEvent, QPixmap
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStyle, QTableView

from ...case.statistics import Figures
from ...core.factions.themes import MapClass
from ...mapping.layers.styles import class_value
from ...mapping.text.formatting import UNKNOWN, change_text, km2_text, share_text
from ...translation import tr

SYMBOL, NAME, AREA, CHANGE = range(4)
_WAITING = "…"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass
class ClassLine:
    """A line of the table: a class of the theme as the map shows it.

    draw      creates its picture when the line is first shown, which takes a millisecond
    is_drawn  None if the layer cannot switch classes on and off
    """

    entry: MapClass
    draw: Callable[[], QPixmap]
    is_drawn: bool | None = True
    value: str = field(init=False)

    def __post_init__(self):
        self.value = class_value(self.entry)

    @cached_property
    def picture(self) -> QPixmap:
        return self.draw()


class ClassModel(QAbstractTableModel):
    """A model of class lines in the order of the legend.

    drawn_changed  class value, whether it shall be drawn
    label_edited   class id, its new label
    """

    drawn_changed = pyqtSignal(str, bool)
    label_edited = pyqtSignal(str, str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._lines: list[ClassLine] = []
        self._figures: Mapping[str, Figures] | None = None

    @property
    def lines(self) -> list[ClassLine]:
        return self._lines

    def show_lines(self, lines: list[ClassLine]) -> None:
        """Show other classes, or other symbols of the same ones; the selection stays if the classes do."""
        if [line.entry.id for line in lines] == [line.entry.id for line in self._lines]:
            self._lines = lines
            self._changed(SYMBOL, NAME)
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def show_figures(self, figures: Mapping[str, Figures] | None) -> None:
        """Show figures (class value → figures on the date shown); None while they are not computed yet."""
        self._figures = figures
        self._changed(AREA, CHANGE)

    def show_drawn(self, drawn: Mapping[str, bool]) -> None:
        """Show which classes the layer draws."""
        for line in self._lines:
            line.is_drawn = drawn.get(line.value)
        self._changed(SYMBOL, SYMBOL)

    def _changed(self, first: int, last: int) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, first), self.index(len(self._lines) - 1, last))

    def rowCount(self, parent=QModelIndex()):  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else 4

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", tr("Class"), tr("km²"), tr("Change"))[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                tr("Shows whether the class is drawn, and its colour"),
                tr("Double-click or press F2 to edit the label"),
                tr("Shows the area on the date shown and its share of all territory held"),
                tr("Shows the change of the area since the previous map (km²)"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section < AREA else _RIGHT
        return None

    def flags(self, index):
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == SYMBOL and self._lines[index.row()].is_drawn is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == Qt.ItemDataRole.EditRole and column == NAME:
            return tr(line.entry.label)
        if role == Qt.ItemDataRole.DecorationRole and column == SYMBOL:
            return line.picture
        if role == Qt.ItemDataRole.CheckStateRole and column == SYMBOL and line.is_drawn is not None:
            return Qt.CheckState.Checked if line.is_drawn else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if column < AREA else _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(line.entry.label) if column in (SYMBOL, NAME) else self._text(line, column)
        return None

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == SYMBOL:
            line.is_drawn = Qt.CheckState(value) == Qt.CheckState.Checked
            self._changed(SYMBOL, SYMBOL)
            self.drawn_changed.emit(line.value, line.is_drawn)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() == NAME:
            label = str(value).strip()
            if label and label != tr(line.entry.label):
                self.label_edited.emit(line.entry.id, label)
            return bool(label)
        return False

    def _text(self, line: ClassLine, column: int) -> str:
        if column == NAME:
            return tr(line.entry.label)
        if column == SYMBOL:
            return ""
        if self._figures is None:
            return _WAITING
        figures = self._figures.get(line.value)
        if figures is None:
            return UNKNOWN
        if column == CHANGE:
            return change_text(figures.change_km2)
        share = share_text(figures.share) if line.entry.kind == "faction" else tr("derived")
        return km2_text(figures.area_km2) + (f"\n{share}" if share else "")

    def _tool_tip(self, line: ClassLine) -> str:
        """Return the tooltip, escaped because Qt renders tooltips as HTML."""
        lines = [tr(line.entry.label)]
        if line.entry.kind != "faction":
            lines.append(tr("Derived: lies within the territory of the classes above"))
        figures = (self._figures or {}).get(line.value)
        if figures is not None:
            lines.append(tr("{} km²").format(km2_text(figures.area_km2)))
            if share_text(figures.share):
                lines.append(tr("{} of all territory held").format(share_text(figures.share)))
            lines.append(tr("Since the previous map: {} km²").format(change_text(figures.change_km2)))
        return "<qt>" + "<br>".join(html.escape(each) for each in lines) + "</qt>"


SWATCH = QSize(22, 14)
_MOST_ROWS = 7  # the table asks for the height of this number; more rows scroll


class FactionTable(QTableView):
    """A view of a ``ClassModel``. Space switches a class on or off; F2 or a double click edits its colour or label.

    colour_wanted  id of the class whose colour shall be chosen
    reset_wanted   id of the class that shall be reset to the theme
    only_wanted    value of the only class to draw, "" for all
    """

    colour_wanted = pyqtSignal(str)
    reset_wanted = pyqtSignal(str)
    only_wanted = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setModel(ClassModel(self))
        self.setAccessibleName(tr("Factions on the date shown"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        edits = QAbstractItemView.EditTrigger
        self.setEditTriggers(edits.DoubleClicked | edits.EditKeyPressed)
        self.setTabKeyNavigation(False)  # Tab leaves the table, arrows move in it
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(SWATCH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.fit_columns(0.0, 0.0)

    def fit_columns(self, largest_km2: float, largest_change_km2: float) -> None:
        """Fit the columns to the largest figures of any date, so that they do not move during playback."""
        metrics = self.fontMetrics()
        pad = metrics.horizontalAdvance("0") + 3
        areas = (km2_text(largest_km2), km2_text(99.94), share_text(1.0), tr("derived"))
        area = max(metrics.horizontalAdvance(text) for text in areas)
        title = self.model().headerData(CHANGE, Qt.Orientation.Horizontal)
        changes = (change_text(largest_change_km2), change_text(-99.94), title)
        change = max(metrics.horizontalAdvance(text) for text in changes)
        box = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        self.setColumnWidth(SYMBOL, SWATCH.width() + box + pad)
        self.setColumnWidth(AREA, area + pad)
        self.setColumnWidth(CHANGE, change + pad)
        self.verticalHeader().setDefaultSectionSize(2 * metrics.lineSpacing() + 6)

    def sizeHint(self):
        rows = min(max(self.model().rowCount(), 2), _MOST_ROWS)
        height = self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()
        return QSize(280, height + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self):
        return QSize(200, self.horizontalHeader().sizeHint().height() + 2 * self.verticalHeader().defaultSectionSize())

    def edit(self, index, *more):
        """Edit a cell as Qt does; for a symbol, emit ``colour_wanted`` instead."""
        if not more:
            return super().edit(index)
        trigger, event = more
        if index.isValid() and index.column() == SYMBOL:
            edits = QAbstractItemView.EditTrigger
            if trigger in (edits.DoubleClicked, edits.EditKeyPressed) and not self._is_on_check_box(index, event):
                self.colour_wanted.emit(self.model().lines[index.row()].entry.id)
                return False
        return super().edit(index, trigger, event)

    def _is_on_check_box(self, index, event) -> bool:
        if event is None or not hasattr(event, "pos"):
            return False
        left = self.visualRect(index).left()
        return event.pos().x() < left + self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + 4

    def keyPressEvent(self, event):
        """Switch the class of the current row with the space bar, whatever its current column."""
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and current.isValid() and current.column() != SYMBOL:
            symbol = current.siblingAtColumn(SYMBOL)
            state = symbol.data(Qt.ItemDataRole.CheckStateRole)
            if state is not None:
                flipped = Qt.CheckState.Unchecked if state == Qt.CheckState.Checked else Qt.CheckState.Checked
                self.model().setData(symbol, flipped, Qt.ItemDataRole.CheckStateRole)
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event):
        index = self.indexAt(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self.currentIndex()
        if index.isValid():
            menu = self.menu_of(index.row())
            menu.exec(event.globalPos())
            menu.deleteLater()

    def menu_of(self, row: int) -> QMenu:
        """Return the context menu of a class."""
        line = self.model().lines[row]
        menu = QMenu(self)
        menu.addAction(tr("Colour…"), lambda: self.colour_wanted.emit(line.entry.id))
        menu.addAction(tr("Rename…"), lambda: self.edit(self.model().index(row, NAME)))
        menu.addAction(tr("Reset to the theme"), lambda: self.reset_wanted.emit(line.entry.id))
        menu.addSeparator()
        menu.addAction(tr("Show only this"), lambda: self.only_wanted.emit(line.value))
        menu.addAction(tr("Show all"), lambda: self.only_wanted.emit(""))
        return menu
