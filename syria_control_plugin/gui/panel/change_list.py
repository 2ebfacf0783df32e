"""What changed with the map shown: from whom to whom and how much, corridors, and the events reported for the day."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from ...translation import tr
from ..figures import km2_text
from .change_lines import (
    AREA,
    LENGTH,
    ChangeLine,
    ChangeModel,
    CorridorLine,
    CorridorLines,
    EventLine,
    EventModel,
    Lines,
)

_SIGN_ROOM = 30  # of the picture before a text, and the margins of both


class LineTable(QTableView):
    """A table in which a click shows a place; Enter does so too, and with Ctrl, or a double click, zooms to it.

    height_lines  of text in a row

    place_wanted  row of the digest, whether to zoom even where the place is in view
    """

    place_wanted = pyqtSignal(int, bool)

    def __init__(self, model: Lines, name: str, parent=None, height_lines: int = 1):
        super().__init__(parent)
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(16, 12))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self._height_lines = height_lines
        self._fit_rows()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(lambda index: self._want(index, False))
        self.doubleClicked.connect(lambda index: self._want(index, True))

    def fix_width(self, column: int, widest: str) -> None:
        """Makes a column as wide as a text needs; the others share what is left."""
        self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        metrics = self.fontMetrics()
        title = "" if self.horizontalHeader().isHidden() else self.model().titles()[column]
        wide = max(metrics.horizontalAdvance(text) for text in (widest, title))
        self.setColumnWidth(column, wide + metrics.horizontalAdvance("00"))

    def changeEvent(self, event):
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_height_lines"):
            self._fit_rows()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._height_lines * self.fontMetrics().lineSpacing() + 6)
        self.updateGeometry()

    def keyPressEvent(self, event):
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._want(self.currentIndex(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            event.accept()
            return
        super().keyPressEvent(event)

    def _want(self, index, zooms: bool) -> None:
        self.place_wanted.emit(self.model().lines[index.row()].row, zooms)

    def minimumSizeHint(self):
        return QSize(200, self._height(2 if self._height_lines == 1 else 1))

    def sizeHint(self):
        return QSize(280, self._height(4))

    def _height(self, rows: int) -> int:
        header = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().sizeHint().height()
        return header + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()


class CorridorTable(LineTable):
    """Names of factions where all of them have room, else their ids."""

    def __init__(self, parent=None):
        super().__init__(CorridorLines(), tr("Corridors"), parent, height_lines=2)
        self.horizontalHeader().hide()
        self.fix_width(LENGTH, tr("{} km").format("999.9"))
        self.model().modelReset.connect(self._fit)

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width() - self.columnWidth(LENGTH) - _SIGN_ROOM
        widest = max((self.fontMetrics().horizontalAdvance(line.names) for line in self.model().lines), default=0)
        self.model().shorten(widest > room)


class ChangeList(QWidget):
    """Changes, and below them corridors and events where the case has any.

    change_wanted, corridor_wanted, event_wanted  row of the digest, whether to zoom even where it is in view
    """

    change_wanted = pyqtSignal(int, bool)
    corridor_wanted = pyqtSignal(int, bool)
    event_wanted = pyqtSignal(int, bool)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.heading, self.corridor_heading, self.event_heading = _heading(), _heading(), _heading()
        self.changes = LineTable(ChangeModel(), tr("What changed"), self)
        self.fit_columns(0.0)
        self.corridors = CorridorTable(self)
        self.events = LineTable(EventModel(), tr("Reported events"), self)
        self.events.horizontalHeader().hide()  # its heading says what they are
        self.changes.place_wanted.connect(self.change_wanted)
        self.corridors.place_wanted.connect(self.corridor_wanted)
        self.events.place_wanted.connect(self.event_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for heading, table, share in (
            (self.heading, self.changes, 3),
            (self.corridor_heading, self.corridors, 2),
            (self.event_heading, self.events, 2),
        ):
            layout.addWidget(heading)
            layout.addWidget(table, share)
        self.show_corridors(None)
        self.show_events(None)

    def fit_columns(self, largest_km2: float) -> None:
        self.changes.fix_width(AREA, max(km2_text(largest_km2), km2_text(99.94), key=len))

    def show_changes(self, heading: str, lines: list[ChangeLine]) -> None:
        self.heading.setText(heading)
        self.changes.model().show_lines(lines)

    def show_corridors(self, lines: list[CorridorLine] | None) -> None:
        """None where the case has no corridors at all."""
        for widget in (self.corridor_heading, self.corridors):
            widget.setVisible(lines is not None)
        self.corridor_heading.setText(tr("Corridors in the time of this map: {}").format(len(lines or ())))
        self.corridors.model().show_lines(lines or [])

    def show_events(self, lines: list[EventLine] | None) -> None:
        """None where the case has no events at all."""
        for widget in (self.event_heading, self.events):
            widget.setVisible(lines is not None)
        self.event_heading.setText(tr("Events reported for the day: {}").format(len(lines or ())))
        self.events.model().show_lines(lines or [])


def _heading() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
