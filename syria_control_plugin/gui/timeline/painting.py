"""The painting of a timeline: each view once as a picture, and the handle on top of it.

Many dates and events share few pixels: bars are merged by pixel column, and marks that would overlap are merged.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.PyQt.QtCore import QLineF, QLocale, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from .appearance import Colours, Rows
from .scale import TimeScale, ticks

_OVERLAP = 0.8  # of the spacing: closer marks would cover each other


@dataclass(frozen=True)
class Bars:
    """Bars by pixel column: ``x``, and the largest value of the column's dates; NaN if none is known."""

    x: np.ndarray
    value: np.ndarray


@dataclass(frozen=True)
class Marks:
    """Marks of events, merged if close: position, number, and rows of the first and the last event of each."""

    x: np.ndarray
    count: np.ndarray
    first: np.ndarray
    last: np.ndarray

    def __len__(self) -> int:
        return len(self.x)

    def nearest(self, x: float, reach_px: float) -> int | None:
        """Return the mark nearest to a position, None if none is within reach."""
        if not len(self):
            return None
        mark = int(np.abs(self.x - x).argmin())
        return mark if abs(self.x[mark] - x) <= reach_px else None


def bars(scale: TimeScale, times: np.ndarray, values: np.ndarray, column_px: float = 1.0) -> Bars:
    """Return the columns of the dates (rising) in view. A date alone in its column keeps its exact position."""
    begin, end = _in_view(scale, times, 2 * column_px)
    if begin == end:
        return Bars(np.empty(0), np.empty(0))
    x = scale.x(times[begin:end])
    columns, first = np.unique(np.floor(x / column_px), return_index=True)
    count = np.diff([*first, len(x)])
    return Bars(np.where(count == 1, x[first], columns * column_px), np.fmax.reduceat(values[begin:end], first))


def marks(scale: TimeScale, times: np.ndarray, spacing_px: float) -> Marks:
    """Return the marks of the events (rising) in view.

    Events in one interval of ``spacing_px`` form one mark at their mean, and so do those of two intervals whose marks
    would overlap. The intervals are fixed in time, so that marks neither merge nor split while the view is scrolled.
    """
    begin, end = _in_view(scale, times, spacing_px)
    if begin == end:
        none = np.empty(0, int)
        return Marks(x=np.empty(0), count=none, first=none, last=none)
    x = scale.x(times[begin:end])
    interval = np.floor((times[begin:end] - scale.first) * scale.px_per_s / spacing_px)
    _, first = np.unique(interval, return_index=True)
    first = first[~_second_of_pair(np.diff(_means(x, first)) < _OVERLAP * spacing_px)]
    count = np.diff([*first, len(x)])
    return Marks(x=_means(x, first), count=count, first=begin + first, last=begin + first + count - 1)


def _means(x: np.ndarray, first: np.ndarray) -> np.ndarray:
    return np.add.reduceat(x, first) / np.diff([*first, len(x)])


def _second_of_pair(is_close: np.ndarray) -> np.ndarray:
    """Return which marks join the previous one: every other one in a run of close marks, to avoid chains."""
    numbers = np.arange(len(is_close) + 1)
    is_close = np.append(False, is_close)
    row_begin = np.maximum.accumulate(np.where(is_close, 0, numbers))
    return is_close & ((numbers - row_begin) % 2 == 1)


def _in_view(scale: TimeScale, times: np.ndarray, margin_px: float) -> tuple[int, int]:
    """Return begin and end of the rows in view with a margin on both sides, limited to the whole period."""
    margin = margin_px / scale.px_per_s
    begin = np.searchsorted(times, max(scale.left - margin, scale.first))
    end = np.searchsorted(times, min(scale.right + margin, scale.last), side="right")
    return int(begin), int(max(begin, end))


CORRIDORS, CLASHES = "corridors", "clashes"


@dataclass(frozen=True)
class View:
    """The contents of a timeline: dates (seconds, rising) with the km² that changed, and the marks of each lane."""

    scale: TimeScale
    rows: Rows
    times: np.ndarray
    changed_km2: np.ndarray
    lanes: dict[str, Marks]
    names: tuple[str, ...]


def draw_view(painter: QPainter, view: View, colours: Colours, locale: QLocale) -> None:
    """Draw everything except the background and the handle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_axis(painter, view, colours, locale)
    rows = view.rows
    clip = QRectF(rows.left - rows.em * 0.5, 0, rows.right - rows.left + rows.em, rows.axis.bottom())
    painter.save()
    painter.setClipRect(clip)
    _draw_bars(painter, view, colours)
    for row, (kind, marks) in zip(rows.lanes, view.lanes.items()):
        draw = _draw_diamonds if kind == CORRIDORS else _draw_crosses
        draw(painter, row, rows.mark_px, marks, colours)
    painter.restore()
    if rows.has_gutter:
        _draw_names(painter, view, colours)


def _draw_axis(painter: QPainter, view: View, colours: Colours, locale: QLocale) -> None:
    rows, metrics = view.rows, QFontMetricsF(painter.font(), painter.device())
    axis_ticks = ticks(view.scale, locale, metrics.horizontalAdvance)
    top, bottom = rows.bars.top(), rows.axis.top() + rows.em * 0.2
    painter.setPen(QPen(colours.line, 1))
    for tick in axis_ticks:
        painter.drawLine(QLineF(_crisp(tick.x), top, _crisp(tick.x), bottom))
    base = _crisp(rows.dates.bottom())
    painter.drawLine(QLineF(rows.left, base, rows.right, base))
    painter.setPen(colours.faint_text)
    baseline = rows.axis.top() + rows.em * 0.2 + metrics.ascent()
    for tick in axis_ticks:
        if tick.text:
            painter.drawText(QPointF(tick.text_x, baseline), tick.text)


def _draw_bars(painter: QPainter, view: View, colours: Colours) -> None:
    """Draw one bar per column, and below it a tick for each column with a date, so that date gaps are visible."""
    rows, scale = view.rows, view.scale
    ratio = painter.device().devicePixelRatioF()
    columns = bars(scale, view.times, view.changed_km2, 1 / ratio)
    gap_px = float(np.median(np.diff(view.times))) * scale.px_per_s if len(view.times) > 1 else rows.em
    width = min(max(gap_px * (0.7 if gap_px > 3 else 1.0), 1 / ratio), rows.em * 0.45)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, bool(width > 2))
    painter.setBrush(colours.date)
    painter.drawRects([QRectF(x - width / 2, rows.dates.top(), width, rows.dates.height()) for x in columns.x.tolist()])
    highest = np.nanmax(view.changed_km2, initial=0)
    is_bar = columns.value > 0
    height = np.maximum(columns.value[is_bar] / highest * (rows.bars.height() - 2), 2) if is_bar.any() else []
    painter.setBrush(colours.bar)
    foot = rows.bars.bottom() - 1
    painter.drawRects(
        [QRectF(x - width / 2, foot - h, width, h) for x, h in zip(columns.x[is_bar].tolist(), list(height))]
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _draw_diamonds(painter: QPainter, row: QRectF, size: float, marks: Marks, colours: Colours) -> None:
    """Draw filled diamonds, larger for merged marks."""
    painter.setPen(QPen(colours.background, 1))
    painter.setBrush(colours.corridor)
    for x, count in zip(marks.x.tolist(), marks.count.tolist()):
        half = size * (0.62 if count > 1 else 0.45)
        y = row.center().y()
        corners = (QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y))
        painter.drawPolygon(QPolygonF(corners))


def _draw_crosses(painter: QPainter, row: QRectF, size: float, marks: Marks, colours: Colours) -> None:
    """Draw crosses, bold for merged marks."""
    half, y = size * 0.32, row.center().y()
    for is_merged, width in ((False, size * 0.16), (True, size * 0.34)):
        lines = []
        for x in marks.x[(marks.count > 1) == is_merged].tolist():
            lines += [QLineF(x - half, y - half, x + half, y + half), QLineF(x - half, y + half, x + half, y - half)]
        painter.setPen(QPen(colours.clash, max(width, 1.0), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        if lines:
            painter.drawLines(lines)


def _draw_names(painter: QPainter, view: View, colours: Colours) -> None:
    rows = view.rows
    painter.setPen(colours.faint_text)
    alignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    right = rows.left - rows.em * 0.8
    first = QRectF(0, rows.bars.top(), right, min(rows.em * 1.2, rows.bars.height()))
    boxes = (first, *(QRectF(0, row.top(), right, row.height()) for row in rows.lanes))
    for box, name in zip(boxes, view.names):
        painter.drawText(box, alignment | Qt.TextFlag.TextSingleLine, name)


def draw_handle(painter: QPainter, rows: Rows, x: float, colours: Colours) -> None:
    """Draw a line through all rows with a grip on top, outlined against what it covers."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half, tip = rows.em * 0.36, rows.grip.bottom() + rows.em * 0.12
    line = QLineF(x, 1, x, rows.axis.top() + rows.em * 0.2)
    painter.setPen(QPen(_translucent(colours.background), 4))
    painter.drawLine(line)
    painter.setPen(QPen(colours.handle, 2))
    painter.drawLine(line)
    painter.setPen(QPen(colours.background, 1))
    painter.setBrush(colours.handle)
    bend = rows.grip.bottom() - rows.em * 0.18
    corners = ((-half, 1), (half, 1), (half, bend), (0, tip), (-half, bend))
    painter.drawPolygon(QPolygonF([QPointF(x + dx, y) for dx, y in corners]))


def _translucent(colour: QColor) -> QColor:
    return QColor(colour.red(), colour.green(), colour.blue(), 190)


def _crisp(value: float) -> float:
    """Return the middle of a pixel, so that a thin line is not smeared over two."""
    return np.floor(value) + 0.5
