"""The table model of corridors, for thousands of them: filtered, sorted, with those of the date shown in bold.

Also the sort order of corridors, and the labels and icons by which lists show them.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from functools import cache
from typing import Callable

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from ...case.corridors import CorridorRows
from ...core.corridors.evidence import NONE_REPORTED, NOT_COVERED, POSSIBLE, REPORTED
from ...core.dates.periods import OPEN
from ...mapping.layers.corridor_styles import VERDICT_COLOURS
from ...mapping.text.formatting import (
    UNKNOWN,
    basis_labels,
    kind_labels,
    name_of,
    passage_text,
    span_text,
    verdict_labels,
)
from ...translation import text_locale, tr
from .filter import FACETS, CorridorFilter

START, LENGTH_KM = "start", "length_km"
_STRENGTH = {verdict: place for place, verdict in enumerate((REPORTED, POSSIBLE, NONE_REPORTED, NOT_COVERED))}


def in_order(
    rows: CorridorRows, some: np.ndarray, by: str, is_falling: bool, label_of: Callable[[str], str]
) -> np.ndarray:
    """Return some of the rows, (n,) int, sorted; ties by date, then by number; missing values always come last.

    by        START, LENGTH_KM, or a text column, which is sorted by its labels (verdicts by their strength)
    label_of  value of that column → label
    """
    keys, is_missing = _keys(rows, by, label_of)
    keys = -keys[some] if is_falling else keys[some]
    return some[np.lexsort((rows.number[some], rows.start[some].astype(np.int64), keys, is_missing[some]))]


def _keys(rows: CorridorRows, by: str, label_of: Callable[[str], str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers to sort by and whether the value is missing, for each row."""
    values = getattr(rows, by)
    if by == START:
        return values.astype(np.int64) // 2, np.isnat(values)  # halved, because NaT cannot be negated
    if by == LENGTH_KM:
        return np.nan_to_num(values), np.isnan(values)
    texts = {value: label_of(value).casefold() for value in set(values)}
    ranked = sorted(texts, key=lambda value: (_STRENGTH.get(value, len(_STRENGTH)), texts[value]))
    rank = {value: place for place, value in enumerate(ranked)}
    return np.array([rank[value] for value in values], np.int64), np.array([not value for value in values], bool)


_SIGN_PX = 14
_SCALE = 3  # of the pictures, for high-resolution screens
_SECOND = np.timedelta64(1, "s")


def searchable_texts(rows: CorridorRows, names: Mapping[str, str]) -> list[str]:
    """Return all column texts of each corridor, case-folded.

    Slow for thousands of corridors; may be called in any thread.
    """
    labels = texts_of_values()
    facets = (rows.verdict, rows.kind, rows.basis)
    days_of = cache(lambda start, end: days_text(start, end, False))  # many corridors share their days
    texts = []
    for row, (mover, host, start, end, length_km) in enumerate(
        zip(rows.mover, rows.host, rows.local_start, rows.local_end, rows.length_km)
    ):
        cells = [labels.get(values[row], values[row]) for values in facets]
        cells += [mover, host, names.get(mover, ""), names.get(host, "")]
        cells += [days_of(start, end), length_text(length_km)]
        texts.append(" ".join(cells).casefold())
    return texts


def texts_of_values() -> dict[str, str]:
    """Return the labels of verdicts, bases and kinds by their stored values."""
    return {
        **verdict_labels(),
        **basis_labels(),
        **{kind: text.lower() for kind, text in kind_labels().items()},
    }


def days_text(start, end, is_short: bool) -> str:
    """Format the days of a period; ``is_short``: the first day, followed by dots if there are more."""
    if np.isnat(start):
        return UNKNOWN
    last = start if np.isnat(end) else max(end - _SECOND, start)
    if is_short:
        text = span_text(start, start, text_locale())
        return f"{text} …" if last.astype("M8[D]") > start.astype("M8[D]") else text
    return span_text(start, last, text_locale())


def length_text(length_km: float) -> str:
    """Format a length in km without its unit; a dash if it is unknown."""
    return UNKNOWN if np.isnan(length_km) else text_locale().toString(float(length_km), "f", 1)


def verdict_sign(verdict: str) -> QIcon:
    """Draw a verdict's map colour with a sign in it, so that verdicts differ without colour too."""
    size = _SIGN_PX * _SCALE
    picture = QPixmap(QSize(size, size))
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALE, _SCALE)
    painter.setPen(QPen(QColor("#ffffff"), 0.8))
    painter.setBrush(QColor(VERDICT_COLOURS[verdict]))
    painter.drawRoundedRect(QRectF(0.5, 0.5, _SIGN_PX - 1, _SIGN_PX - 1), 3, 3)
    painter.setPen(QPen(QColor("#ffffff"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if verdict == REPORTED:
        for left, right in ((4.2, 9.8), (9.8, 4.2)):
            painter.drawLine(QPointF(left, 4.2), QPointF(right, 9.8))
    elif verdict == NONE_REPORTED:
        painter.drawEllipse(QPointF(7, 7), 3, 3)
    elif verdict == NOT_COVERED:
        painter.drawLine(QPointF(4.2, 7), QPointF(9.8, 7))
    else:
        font = painter.font()
        font.setPixelSize(11)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(QRectF(0, 0, _SIGN_PX, _SIGN_PX), Qt.AlignmentFlag.AlignCenter, "?")
    painter.end()
    picture.setDevicePixelRatio(_SCALE)
    return QIcon(picture)


VERDICT, DATE, MOVER, HOST, LENGTH, KIND, BASIS = range(7)
_FACTIONS = {MOVER: "mover", HOST: "host"}
_FACETS = {VERDICT: "verdict", KIND: "kind", BASIS: "basis", **_FACTIONS}
_SORTED_BY = {DATE: START, LENGTH: LENGTH_KM, **_FACETS}
_DATES_MEASURED = 50
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CorridorModel(QAbstractTableModel):
    """A model whose view rows are the rows of ``rows`` that pass the filter, sorted.

    ``position`` and ``place_of`` convert between the two. Columns in ``short`` (VERDICT, DATE, MOVER, HOST) need less
    room: they show a verdict's sign alone, the first day for all days, and ids of factions for their names.
    """

    def __init__(self, parent=None):
        super().__init__(parent)
        self.rows = CorridorRows.empty()
        self.short: frozenset[int] = frozenset()
        self.names: Mapping[str, str] = {}
        self._pictures: Mapping[str, QPixmap] = {}
        self.signs = {verdict: verdict_sign(verdict) for verdict in VERDICT_COLOURS}
        self._labels = texts_of_values()
        self._filter = CorridorFilter()
        self._sorted_by, self._order = DATE, Qt.SortOrder.AscendingOrder
        self._span = (OPEN, OPEN)
        self._is_current = np.zeros(0, bool)
        self._shown = np.empty(0, int)
        self._texts: list[str] | None = None

    # Contents

    def show_rows(self, rows: CorridorRows, names: Mapping[str, str], texts: list[str] | None = None) -> None:
        """Show other corridors.

        names  faction id → name
        texts  their ``searchable_texts``, if they are computed already
        """
        self.beginResetModel()
        self.rows, self.names, self._texts = rows, names, texts
        self._is_current = self.rows.within(*self._span)
        self._arrange()
        self.endResetModel()

    def show_pictures(self, pictures: Mapping[str, QPixmap]) -> None:
        """Set the small pictures of factions (faction id → symbol on the map)."""
        self._pictures = pictures
        self._changed(MOVER, HOST, Qt.ItemDataRole.DecorationRole)

    def set_filter(self, wanted: CorridorFilter) -> None:
        self.beginResetModel()
        self._filter = wanted
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; ties by date, then by number; missing values always come last."""
        self.beginResetModel()
        self._sorted_by, self._order = column, order
        self._arrange()
        self.endResetModel()

    def show_span(self, begin, end) -> None:
        """Set the period that the map shows, half-open (a moment if both ends are equal); NaT for none."""
        if (str(begin), str(end)) == tuple(map(str, self._span)):
            return
        self._span = (begin, end)
        self._is_current = self.rows.within(*self._span)
        self._changed(VERDICT, BASIS, Qt.ItemDataRole.FontRole)

    def set_short(self, columns: frozenset[int]) -> None:
        if columns != self.short:
            self.short = columns
            self._changed(VERDICT, HOST, Qt.ItemDataRole.DisplayRole)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, VERDICT, VERDICT)

    def cell_texts(self, column: int, is_short: bool) -> set[str]:
        """Return the texts of a column's cells, for dates those of a sample of rows."""
        if column == LENGTH:
            return (
                {UNKNOWN}
                if not len(self.rows)
                else {self.length_label(int(np.nan_to_num(self.rows.length_km).argmax()))}
            )
        if column == DATE:
            chosen = (
                np.unique(np.linspace(0, len(self.rows) - 1, _DATES_MEASURED).astype(int)) if len(self.rows) else []
            )
            return {self.date_label(int(row), is_short) for row in chosen}
        values = set(getattr(self.rows, _FACETS[column]))
        if is_short:
            return values if column in _FACTIONS else set()
        return {self._value_text(_FACETS[column], value) for value in values}

    @property
    def position(self) -> np.ndarray:
        """(shown,) int: the row of ``rows`` for each row of the view."""
        return self._shown

    def place_of(self, number: int) -> int:
        """Return the view row of a corridor, -1 if it is not shown."""
        places = np.flatnonzero(self.rows.number[self._shown] == number)
        return int(places[0]) if len(places) else -1

    def number_at(self, place: int) -> int:
        """Return the number of the corridor in a view row."""
        return int(self.rows.number[self._shown[place]])

    def is_current(self, row: int) -> bool:
        """Return whether the corridor in a row of ``rows`` belongs to the period that the map shows."""
        return bool(self._is_current[row])

    def values(self) -> dict[str, dict[str, str]]:
        """Return facet → value → label for all corridors, in the order of the menus."""
        values = {}
        for facet in FACETS:
            present = {value: self._value_text(facet, value) for value in set(getattr(self.rows, facet))}
            order = {value: place for place, value in enumerate(self._labels)}
            ranked = sorted(present.items(), key=lambda item: (order.get(item[0], len(order)), item[1].casefold()))
            values[facet] = dict(ranked)
        return values

    def passage(self, row: int) -> str:
        """Describe mover, kind of passage and host of the corridor in a row of ``rows``."""
        mover, host = (name_of(names[row], self.names) or UNKNOWN for names in (self.rows.mover, self.rows.host))
        return passage_text(self.rows.kind[row], mover, host)

    def date_label(self, row: int, is_short: bool = False) -> str:
        """Format the days of a corridor; ``is_short``: the first day, followed by dots if there are more."""
        return days_text(self.rows.local_start[row], self.rows.local_end[row], is_short)

    def length_label(self, row: int) -> str:
        return length_text(self.rows.length_km[row])

    # Qt's model interface

    def rowCount(self, parent=QModelIndex()):  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else BASIS + 1

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal:
            return None
        titles = (tr("Verdict"), tr("Date"), tr("Mover"), tr("Host"), tr("km"), tr("Kind"), tr("Basis"))
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if section == VERDICT and VERDICT in self.short else titles[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr("Length (km)") if section == LENGTH else titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == LENGTH else _LEFT
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        roles = Qt.ItemDataRole
        row, column = int(self._shown[index.row()]), index.column()
        if role == roles.DisplayRole:
            is_short = column in self.short
            return "" if is_short and column == VERDICT else self._cell(row, column, is_short)
        if role == roles.DecorationRole:
            if column == VERDICT:
                return self.signs.get(self.rows.verdict[row])
            return self._pictures.get(getattr(self.rows, _FACTIONS[column])[row]) if column in _FACTIONS else None
        if role == roles.FontRole and self._is_current[row]:
            font = self.parent().font()
            font.setBold(True)
            return font
        if role == roles.TextAlignmentRole:
            return _RIGHT if column == LENGTH else _LEFT
        if role == roles.AccessibleTextRole:
            text = self._cell(row, column, False)
            return tr("{}, on the date shown").format(text) if column == VERDICT and self._is_current[row] else text
        if role == roles.ToolTipRole:
            return f"<qt>{html.escape(self.summary(row))}</qt>".replace("\n", "<br>")
        return None

    def texts_of(self, row: int) -> tuple[str, str, str]:
        """Return verdict, kind and basis of the corridor in a row of ``rows``, as labels."""
        return tuple(self._cell(row, column, False) for column in (VERDICT, KIND, BASIS))

    def summary(self, row: int) -> str:
        """Summarise the corridor in a row of ``rows`` in a few lines."""
        lines = [
            self.passage(row),
            tr("{}: {} km, {}, {}").format(
                self.date_label(row),
                self.length_label(row),
                *(self._cell(row, column, False) or UNKNOWN for column in (KIND, BASIS)),
            ),
            self._cell(row, VERDICT, False),
            *([tr("On the date shown")] if self._is_current[row] else []),
        ]
        return "\n".join(lines)

    def _cell(self, row: int, column: int, is_short: bool) -> str:
        if column == DATE:
            return self.date_label(row, is_short)
        if column == LENGTH:
            return self.length_label(row)
        facet = _FACETS[column]
        value = getattr(self.rows, facet)[row]
        return value if is_short and column in _FACTIONS else self._value_text(facet, value)

    def _value_text(self, facet: str, value: str) -> str:
        known = self.names if facet in _FACTIONS.values() else self._labels
        return known.get(value, value)

    # Filter and order

    def _arrange(self) -> None:
        passing = np.flatnonzero(self._filter.mask(self.rows, self._searched))
        by, is_falling = _SORTED_BY[self._sorted_by], self._order == Qt.SortOrder.DescendingOrder
        self._shown = in_order(self.rows, passing, by, is_falling, lambda value: self._value_text(by, value))

    def _searched(self) -> list[str]:
        """Return the searchable texts, computed when they are first needed."""
        if self._texts is None:
            self._texts = searchable_texts(self.rows, self.names)
        return self._texts

    def _changed(self, first: int, last: int, role: Qt.ItemDataRole) -> None:
        if len(self._shown):
            self.dataChanged.emit(self.index(0, first), self.index(len(self._shown) - 1, last), [role])
