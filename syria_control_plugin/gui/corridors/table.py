"""The table of corridors: a click or Enter shows a corridor on the map, a double click opens its evidence."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QContextMenuEvent, QFontMetrics, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QMenu, QStyle, QTableView

from ...translation import tr
from .model import BASIS, DATE, HOST, LENGTH, MOVER, VERDICT, CorridorModel

_PICTURE = QSize(16, 14)
_LONGEST, _LONGEST_SHORT = 40, 14  # letters; names and ids from data may have hundreds
_SHORTER = (  # the columns that are shortened if room is lacking, step by step
    frozenset(),
    frozenset({DATE}),
    frozenset({DATE, MOVER, HOST}),
    frozenset({DATE, MOVER, HOST, VERDICT}),
)


class CorridorList(QTableView):
    """A view of a ``CorridorModel``. Corridors are identified by number; the selection survives a change of order.

    place_wanted     number, whether to zoom even if it is in view: by click, Enter, and Ctrl with Enter
    evidence_wanted  number: by double click
    table_wanted     number, from the menu
    current_changed  number
    """

    place_wanted = pyqtSignal(int, bool)
    evidence_wanted = pyqtSignal(int)
    table_wanted = pyqtSignal(int)
    current_changed = pyqtSignal(int)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._current = -1
        self._is_fitted = True
        self._is_fitting = False
        self._is_drawn = False  # while the user drags the edge of a column
        self._widths: dict[tuple[int, bool], int] = {}  # column, whether it is short → width of its texts
        self.setModel(CorridorModel(self))
        self.setAccessibleName(tr("Corridors"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves the table, arrows move in it
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(_PICTURE)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 6)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setSortIndicator(DATE, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._column_resized)
        header.viewport().installEventFilter(self)
        header.sortIndicatorChanged.connect(lambda *_: self.fit_columns())  # the indicator takes room
        self.model().modelReset.connect(self._restore)
        # Not by the current row, which Qt sets when the table gets the focus.
        self.selectionModel().selectionChanged.connect(self._selected)
        self.clicked.connect(lambda index: self.place_wanted.emit(self.model().number_at(index.row()), False))
        self.doubleClicked.connect(lambda index: self.evidence_wanted.emit(self.model().number_at(index.row())))

    # Selection

    @property
    def current(self) -> int:
        """The number of the corridor that is selected, or was before the filter hid it; -1 for none."""
        return self._current

    def select(self, number: int) -> None:
        """Select a corridor, at once or as soon as it is shown."""
        self._current = number
        self._restore()

    def _restore(self) -> None:
        place = self.model().place_of(self._current)
        if place >= 0:
            self.executeDelayedItemsLayout()  # otherwise the rows have no positions to scroll to yet
            self.setCurrentIndex(self.model().index(place, max(self.currentIndex().column(), VERDICT)))
        else:
            self.scrollToTop()

    def _selected(self, selection, _) -> None:
        rows = [index.row() for index in selection.indexes()]
        number = self.model().number_at(rows[0]) if rows else self._current
        if number != self._current:
            self._current = number
            self.current_changed.emit(number)

    # Columns

    def fit_columns(self) -> None:
        """Fit the columns to their texts, shortening some if there is too little room; the rest is scrolled to."""
        self._widths.clear()
        self._fit()

    def _fit(self) -> None:
        if not self._is_fitted:
            return
        model, room = self.model(), self.viewport().width()
        for short in _SHORTER:
            widths = [self._needed(column, column in short) for column in range(BASIS + 1)]
            if sum(widths) <= room:
                break
        model.set_short(short)
        in_view = sum(widths[: LENGTH + 1])
        if in_view <= room < sum(widths):  # so that the edge cuts no column
            for column in (MOVER, HOST):
                widths[column] += (room - in_view + int(column == HOST)) // 2
        self._is_fitting = True
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._is_fitting = False

    def _needed(self, column: int, is_short: bool) -> int:
        wanted = (column, is_short)
        if wanted not in self._widths:
            self._widths[wanted] = self._width(column, is_short)
        return self._widths[wanted]

    def _width(self, column: int, is_short: bool) -> int:
        model, font = self.model(), self.font()
        font.setBold(True)  # as in the rows of the date shown
        metrics = QFontMetrics(font)
        pad = 2 * (self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 2)
        pad += metrics.horizontalAdvance(" ") if column == LENGTH else 0
        picture = _PICTURE.width() + 4 if column in (VERDICT, MOVER, HOST) else 0
        texts = (metrics.horizontalAdvance(text) for text in model.cell_texts(column, is_short))
        if is_short and column == VERDICT:
            return picture + pad
        title = str(model.headerData(column, Qt.Orientation.Horizontal))
        is_sorted = column == self.horizontalHeader().sortIndicatorSection()
        mark = self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMarkSize) + 4 if is_sorted else 0
        text = min(max(texts, default=0), (_LONGEST_SHORT if is_short else _LONGEST) * metrics.averageCharWidth())
        return max(self.fontMetrics().horizontalAdvance(title) + mark + pad, text + picture + pad)

    def _column_resized(self, *_) -> None:
        """Keep the widths that the user has set."""
        if self._is_drawn and not self._is_fitting:
            self._is_fitted = False

    def eventFilter(self, watched, event):
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            self._is_drawn = event.type() == QEvent.Type.MouseButtonPress
        return super().eventFilter(watched, event)

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self):
        return QSize(280, self.minimumSizeHint().height() + 5 * self.verticalHeader().defaultSectionSize())

    def minimumSizeHint(self):
        return QSize(200, self.horizontalHeader().sizeHint().height() + 3 * self.verticalHeader().defaultSectionSize())

    # Keys and menu

    def keyPressEvent(self, event):
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.place_wanted.emit(self.model().number_at(index.row()), zooms)
        elif index.isValid() and event.matches(QKeySequence.StandardKey.Copy):
            self.copy(index.row())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def copy(self, place: int) -> None:
        """Copy the sentences of the corridor in a view row to the clipboard, or its summary if it has none."""
        model = self.model()
        row = int(model.position[place])
        QApplication.clipboard().setText(model.rows.sentence[row] or model.summary(row))

    def contextMenuEvent(self, event):
        index = self.indexAt(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self.currentIndex()
        if index.isValid():
            menu = self.menu_of(index.row())
            menu.exec(event.globalPos())
            menu.deleteLater()

    def menu_of(self, place: int) -> QMenu:
        """Return the context menu of the corridor in a view row."""
        number = self.model().number_at(place)
        menu, icon = QMenu(self), QgsApplication.getThemeIcon
        menu.addAction(tr("Evidence"), lambda: self.evidence_wanted.emit(number))
        menu.addAction(icon("/mActionZoomTo.svg"), tr("Zoom to corridor"), lambda: self.place_wanted.emit(number, True))
        menu.addAction(icon("/mActionEditCopy.svg"), tr("Copy summary"), lambda: self.copy(place))
        menu.addSeparator()
        table = icon("/mActionOpenTable.svg")
        menu.addAction(table, tr("Open the attribute table"), lambda: self.table_wanted.emit(number))
        return menu
