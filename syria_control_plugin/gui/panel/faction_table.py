"""The table of factions and derived classes on the date shown."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QContextMenuEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStyle, QTableView

from ...translation import tr
from ..figures import change_text, km2_text, share_text
from .class_model import AREA, CHANGE, LOOK, NAME, ClassModel

SWATCH = QSize(22, 14)
_MOST_ROWS = 7  # that the table asks room for; more are scrolled to


class FactionTable(QTableView):
    """Shows a ``ClassModel``. Space switches a class on or off; F2 or a double click edits its colour or words.

    colour_wanted  id of the class whose colour shall be chosen
    reset_wanted   id of the class that shall look as in the theme
    only_wanted    value of the class that alone shall be drawn, "" for all
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
        """Makes the columns as wide as the largest figures of any date, so that they stand still in play."""
        metrics = self.fontMetrics()
        pad = metrics.horizontalAdvance("0") + 3
        areas = (km2_text(largest_km2), km2_text(99.94), share_text(1.0), tr("derived"))
        area = max(metrics.horizontalAdvance(text) for text in areas)
        title = self.model().headerData(CHANGE, Qt.Orientation.Horizontal)
        changes = (change_text(largest_change_km2), change_text(-99.94), title)
        change = max(metrics.horizontalAdvance(text) for text in changes)
        box = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        self.setColumnWidth(LOOK, SWATCH.width() + box + pad)
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
        """As Qt has it, but of a look the colour is chosen, in a dialog."""
        if not more:
            return super().edit(index)
        trigger, event = more
        if index.isValid() and index.column() == LOOK:
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
        """Space switches the class of the current row, wherever in the row the cursor is."""
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and current.isValid() and current.column() != LOOK:
            look = current.siblingAtColumn(LOOK)
            state = look.data(Qt.ItemDataRole.CheckStateRole)
            if state is not None:
                flipped = Qt.CheckState.Unchecked if state == Qt.CheckState.Checked else Qt.CheckState.Checked
                self.model().setData(look, flipped, Qt.ItemDataRole.CheckStateRole)
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
        """What can be done with a class."""
        line = self.model().lines[row]
        menu = QMenu(self)
        menu.addAction(tr("Colour…"), lambda: self.colour_wanted.emit(line.entry.id))
        menu.addAction(tr("Change the words"), lambda: self.edit(self.model().index(row, NAME)))
        menu.addAction(tr("Reset to the theme"), lambda: self.reset_wanted.emit(line.entry.id))
        menu.addSeparator()
        menu.addAction(tr("Show only this"), lambda: self.only_wanted.emit(line.value))
        menu.addAction(tr("Show all"), lambda: self.only_wanted.emit(""))
        return menu
