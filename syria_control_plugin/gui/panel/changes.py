"""The lists of what changed with the map shown: control changes, corridors and reported events.

Each list is a table model with one line class.
"""

from __future__ import annotations

import html
from dataclasses import dataclass

from qgis.PyQt.QtCore import QAbstractTableModel, QEvent, QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QPixmap
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from ...mapping.text.formatting import km2_text
from ...translation import tr

FROM, TO, AREA = range(3)
CORRIDOR, LENGTH = range(2)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Holder:
    """Who held or holds territory: a label and a small picture of the map symbol, None for nobody."""

    label: str
    picture: QPixmap | None = None


@dataclass(frozen=True)
class ChangeLine:
    """A control change; ``row`` is its row in the changes of the case statistics."""

    row: int
    loser: Holder
    gainer: Holder
    area_km2: float


@dataclass(frozen=True)
class CorridorLine:
    """A corridor; ``row`` is its row in the corridors of the case.

    names, short_names  mover and host, by the names of the factions and, if these do not fit, by their ids
    about               basis and verdict
    sign                icon of the verdict, None if it has none
    length              in km, as text with its unit
    summary             all of these, with the days and the summary stored in the case
    """

    row: int
    names: str
    short_names: str
    about: str
    sign: QIcon | None
    length: str
    summary: str


@dataclass(frozen=True)
class EventLine:
    """A reported event; ``row`` is its row in the events of the case statistics."""

    row: int
    sides: str
    place: str
    is_exact: bool


class Lines(QAbstractTableModel):
    """A table model of lines of one kind; subclasses define the cells."""

    numbers: int | None = None  # the column of figures, aligned right

    def __init__(self, parent=None):
        super().__init__(parent)
        self.lines: list = []

    def show_lines(self, lines: list) -> None:
        if lines != self.lines:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.titles())

    def titles(self) -> tuple[str, ...]:
        raise NotImplementedError

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[section]
        return self.alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def alignment(self, column: int):
        return _RIGHT if column == self.numbers else _LEFT


class ChangeModel(Lines):
    """Control changes, one line per pair of holders."""

    numbers = AREA

    def titles(self):
        return tr("From"), tr("To"), tr("km²")

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        line, column = self.lines[index.row()], index.column()
        holder = (line.loser, line.gainer, None)[column]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return holder.label if holder else km2_text(line.area_km2)
        if role == Qt.ItemDataRole.DecorationRole and holder:
            return holder.picture
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            text = tr("{} → {}: {} km²").format(line.loser.label, line.gainer.label, km2_text(line.area_km2))
            return _as_written(text)
        return None


class CorridorLines(Lines):
    """Corridors of the map's period, in two lines each: mover and host, then basis and verdict."""

    numbers = LENGTH

    def __init__(self, parent=None):
        super().__init__(parent)
        self.is_short = False

    def titles(self):
        return tr("Corridor"), tr("Length")

    def shorten(self, is_short: bool) -> None:
        """Show ids or names of factions."""
        if is_short != self.is_short:
            self.is_short = is_short
            if self.lines:
                self.dataChanged.emit(self.index(0, CORRIDOR), self.index(len(self.lines) - 1, CORRIDOR))

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        line, is_length = self.lines[index.row()], index.column() == LENGTH
        if role == Qt.ItemDataRole.DisplayRole:
            return line.length if is_length else f"{line.short_names if self.is_short else line.names}\n{line.about}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.length if is_length else f"{line.names}; {line.about}"
        if role == Qt.ItemDataRole.DecorationRole and not is_length:
            return line.sign
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        return _as_written(line.summary) if role == Qt.ItemDataRole.ToolTipRole else None


class EventModel(Lines):
    """Reported events, the newest first."""

    def titles(self):
        return tr("Sides"), tr("Place")

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (line.sides, line.place)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            note = "" if line.is_exact else "\n" + tr("The day is not known precisely.")
            return _as_written(f"{line.sides}\n{line.place}{note}")
        if role == Qt.ItemDataRole.FontRole and not line.is_exact:
            font = self.parent().font()
            font.setItalic(True)
            return font
        return None


def _as_written(text: str) -> str:
    """Escape a text for a tooltip, which Qt may render as HTML."""
    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>")


_SIGN_ROOM = 30  # pixels for the picture before a text, and for margins


class LineTable(QTableView):
    """A table in which a click or Enter shows a place; with Ctrl, or a double click, it zooms to it.

    height_lines  lines of text per row

    place_wanted  ``row`` of the line, whether to zoom even if the place is in view
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
        """Fit a column to a text; the other columns share the rest."""
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
    """Corridors with the names of factions if all of them fit, otherwise with their ids."""

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
    """Control changes, followed by corridors and events if the case has any.

    change_wanted, corridor_wanted, event_wanted  ``row`` of the line, whether to zoom even if the place is in view
    """

    change_wanted = pyqtSignal(int, bool)
    corridor_wanted = pyqtSignal(int, bool)
    event_wanted = pyqtSignal(int, bool)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.heading, self.corridor_heading, self.event_heading = _heading(), _heading(), _heading()
        self.changes = LineTable(ChangeModel(), tr("Control changes"), self)
        self.fit_columns(0.0)
        self.corridors = CorridorTable(self)
        self.events = LineTable(EventModel(), tr("Reported events"), self)
        self.events.horizontalHeader().hide()  # the heading above the table is enough
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
        """Show corridors; None if the case has no corridors at all."""
        for widget in (self.corridor_heading, self.corridors):
            widget.setVisible(lines is not None)
        self.corridor_heading.setText(tr("Corridors in the period of this map: {}").format(len(lines or ())))
        self.corridors.model().show_lines(lines or [])

    def show_events(self, lines: list[EventLine] | None) -> None:
        """Show events; None if the case has no events at all."""
        for widget in (self.event_heading, self.events):
            widget.setVisible(lines is not None)
        self.event_heading.setText(tr("Events reported for this day: {}").format(len(lines or ())))
        self.events.model().show_lines(lines or [])


def _heading() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
