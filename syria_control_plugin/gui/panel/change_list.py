"""What changed with the map shown: from whom to whom and how much, and the events reported for the day."""

from __future__ import annotations

import html
from dataclasses import dataclass

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from ...translation import tr
from ..figures import km2_text

FROM, TO, AREA = range(3)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Holder:
    """Who held or holds ground: words and a small picture of the look on the map; nobody has none."""

    label: str
    picture: QPixmap | None = None


@dataclass(frozen=True)
class ChangeLine:
    """A change of control; ``row`` is its row among the digest's changes."""

    row: int
    loser: Holder
    gainer: Holder
    area_km2: float


@dataclass(frozen=True)
class EventLine:
    """A reported event; ``row`` is its row among the digest's events."""

    row: int
    sides: str
    place: str
    is_exact: bool


class _Lines(QAbstractTableModel):
    """Lines of one kind; children say what their cells show."""

    headers: tuple[str, ...] = ()

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
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == AREA else _LEFT
        return None


class ChangeModel(_Lines):
    """Changes of control, a line a pair of holders."""

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
            return _RIGHT if column == AREA else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            words = tr("{} → {}: {} km²").format(line.loser.label, line.gainer.label, km2_text(line.area_km2))
            return _as_written(words)
        return None


class EventModel(_Lines):
    """Reported events, the newest first."""

    def titles(self):
        return tr("Reported between"), tr("Place")

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


class _LineTable(QTableView):
    """A table in which a click shows a place; Enter does so too, and with Ctrl, or a double click, zooms to it.

    place_wanted  row of the digest, whether to zoom even where the place is in view
    """

    place_wanted = pyqtSignal(int, bool)

    def __init__(self, model: _Lines, name: str, parent=None):
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
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 6)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setToolTip("")
        self.clicked.connect(lambda index: self._want(index, False))
        self.doubleClicked.connect(lambda index: self._want(index, True))

    def keyPressEvent(self, event):
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._want(self.currentIndex(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            event.accept()
            return
        super().keyPressEvent(event)

    def _want(self, index, zooms: bool) -> None:
        self.place_wanted.emit(self.model().lines[index.row()].row, zooms)

    def minimumSizeHint(self):
        return QSize(200, self.horizontalHeader().sizeHint().height() + 2 * self.verticalHeader().defaultSectionSize())

    def sizeHint(self):
        return QSize(280, self.minimumSizeHint().height() + 3 * self.verticalHeader().defaultSectionSize())


class ChangeList(QWidget):
    """Changes, and below them the events where the case has any.

    change_wanted, event_wanted  row of the digest, whether to zoom even where it is in view
    """

    change_wanted = pyqtSignal(int, bool)
    event_wanted = pyqtSignal(int, bool)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.heading, self.event_heading = _heading(), _heading()
        self.changes = _LineTable(ChangeModel(), tr("What changed"), self)
        self.changes.horizontalHeader().setSectionResizeMode(AREA, QHeaderView.ResizeMode.Fixed)
        self.fit_columns(0.0)
        self.events = _LineTable(EventModel(), tr("Reported events"), self)
        self.changes.place_wanted.connect(self.change_wanted)
        self.events.place_wanted.connect(self.event_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.heading)
        layout.addWidget(self.changes, 3)
        layout.addWidget(self.event_heading)
        layout.addWidget(self.events, 2)
        self.show_events(None)

    def fit_columns(self, largest_km2: float) -> None:
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(km2_text(value)) for value in (largest_km2, 99.94))
        self.changes.setColumnWidth(AREA, widest + metrics.horizontalAdvance("000"))

    def show_changes(self, heading: str, lines: list[ChangeLine]) -> None:
        self.heading.setText(heading)
        self.changes.model().show_lines(lines)

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


def _as_written(text: str) -> str:
    """For a tool tip, which would take text for HTML where it looks so."""
    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>")
