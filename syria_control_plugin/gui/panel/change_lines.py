"""Lines of what changed with the map shown, as table models: changes of control, corridors, reported events."""

from __future__ import annotations

import html
from dataclasses import dataclass

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QIcon, QPixmap

from ...translation import tr
from ..figures import km2_text

FROM, TO, AREA = range(3)
CORRIDOR, LENGTH = range(2)
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
class CorridorLine:
    """A corridor; ``row`` is its row among the case's corridors.

    names, short_names  who in whose ground, by the names of factions and, where these have no room, by their ids
    about               basis and verdict
    sign                that of the verdict, None where there is none
    length              in km, as text with its unit
    summary             all of it, with the days and the case's sentence on it
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
    """A reported event; ``row`` is its row among the digest's events."""

    row: int
    sides: str
    place: str
    is_exact: bool


class Lines(QAbstractTableModel):
    """Lines of one kind; children say what their cells show."""

    numbers: int | None = None  # the column of figures, which stand to the right

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
    """Changes of control, a line a pair of holders."""

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
            words = tr("{} → {}: {} km²").format(line.loser.label, line.gainer.label, km2_text(line.area_km2))
            return _as_written(words)
        return None


class CorridorLines(Lines):
    """Corridors of the map's time, in two lines each: who in whose ground, and what is known of it."""

    numbers = LENGTH

    def __init__(self, parent=None):
        super().__init__(parent)
        self.is_short = False

    def titles(self):
        return tr("Corridor"), tr("Length")

    def shorten(self, is_short: bool) -> None:
        """Whether ids stand for the factions' names."""
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


def _as_written(text: str) -> str:
    """For a tool tip, which would take text for HTML where it looks so."""
    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>")
