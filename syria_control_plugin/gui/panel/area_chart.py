"""The chart of areas over time: steps by date, with the date shown marked; a click selects a date.

``AreaScale`` maps dates and areas to pixels.
"""

from __future__ import annotations

import html
from dataclasses import dataclass

import numpy as np
from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPainter, QPalette, QPen, QPixmap, QPolygonF
from qgis.PyQt.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QSizePolicy, QToolTip

from ...core.dates.periods import moments
from ...mapping.text.formatting import date_text, km2_text, span_text
from ...translation import text_locale, tr
from ..timeline.appearance import contrast, mixed
from ..timeline.scale import seconds

_TICKS = 4
_LEAST_LAST_S = 43200.0
_HEADROOM = 0.04


def area_range(areas: list[np.ndarray], from_zero: bool) -> tuple[float, float]:
    """Return the lowest and highest area of an axis for these areas, ignoring NaN; the range is never empty."""
    known = np.concatenate([np.asarray(area, float) for area in areas] or [np.zeros(1)])
    known = known[~np.isnan(known)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    if from_zero or low == high:
        low = 0.0
    return low, (high + _HEADROOM * (high - low) if high > low else low + 1.0)


def tick_values(low: float, high: float) -> list[float]:
    """Return round values on an axis, about four."""
    rough = (high - low) / _TICKS
    power = 10.0 ** np.floor(np.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
    return [float(value) for value in np.arange(np.ceil(low / step) * step, high + step / 1e6, step)]


@dataclass(frozen=True)
class AreaScale:
    """Dates (one or more, rising) across a box and areas from its bottom to its top; the last step has a width too."""

    times: np.ndarray
    low: float
    high: float
    box: QRectF

    @classmethod
    def of(cls, dates: np.ndarray, low: float, high: float, box: QRectF) -> AreaScale:
        return cls(seconds(dates), low, high, box)

    @property
    def end(self) -> float:
        """The end of the last step, a little after the last date."""
        return self.times[-1] + max((self.times[-1] - self.times[0]) / 25, _LEAST_LAST_S)

    def x(self, times) -> np.ndarray:
        return self.box.left() + (np.asarray(times) - self.times[0]) / (self.end - self.times[0]) * self.box.width()

    def y(self, areas) -> np.ndarray:
        return self.box.bottom() - (np.asarray(areas) - self.low) / (self.high - self.low) * self.box.height()

    def row_at(self, x: float) -> int | None:
        """Return the index of the date whose step lies at a pixel; None outside the box."""
        if not self.box.left() <= x <= self.box.right():
            return None
        time = self.times[0] + (x - self.box.left()) / self.box.width() * (self.end - self.times[0])
        return max(int(np.searchsorted(self.times, time, side="right")) - 1, 0)

    def steps(self, area_km2: np.ndarray) -> list[np.ndarray]:
        """Return the corners (m, 2) in pixels of each run of dates whose area is known."""
        until = np.append(self.times[1:], self.end)
        known = ~np.isnan(area_km2)
        breaks = np.flatnonzero(np.diff(known.astype(int))) + 1
        parts = np.split(np.arange(len(area_km2)), breaks)
        return [
            thinned(
                self.x(np.column_stack([self.times[part], until[part]]).ravel()), self.y(np.repeat(area_km2[part], 2))
            )
            for part in parts
            if len(part) and known[part[0]]
        ]


def thinned(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the first, lowest, highest and last point of each pixel column, (m, 2).

    They draw the same line; Qt needs seconds for a line of ten thousand steps.
    """
    column = np.floor(x).astype(int)
    first = np.flatnonzero(np.diff(column, prepend=column[0] - 1))
    if 4 * len(first) >= len(x):
        return np.column_stack([x, y])
    last = np.append(first[1:], len(x)) - 1
    corners = (
        (x[first], y[first]),
        (x[first], np.minimum.reduceat(y, first)),
        (x[first], np.maximum.reduceat(y, first)),
        (x[last], y[last]),
    )
    return np.stack([np.column_stack(pair) for pair in corners], axis=1).reshape(-1, 2)


MOST_LINES = 24  # each needs a row of the legend, and more lines could not be distinguished
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_LINE_PX = 1.8
_LEAST_CONTRAST = 2.0
# Not mirrored in right-to-left languages: time runs to the right.
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class AreaLine:
    """The area of a class: (n,) km² by date, NaN while it is unknown."""

    label: str
    colour: str
    area_km2: np.ndarray


class AreaChart(QAbstractScrollArea):
    """A chart of lines over dates; a scroll area only because QGIS's dark themes leave plain widgets without colours.

    date_selected  datetime64: the date of change that was clicked, or reached with the arrow keys
    zero_changed   whether the axis starts at 0, as chosen in the chart's menu
    """

    date_selected = pyqtSignal(object)
    zero_changed = pyqtSignal(bool)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._dates, self._lines, self._moment = moments([]), [], None
        self._from_zero, self._picture, self._note, self._left_out = True, None, "", 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Area over time"))
        self.setAccessibleDescription(tr("Press Left or Right to go to the previous or next date."))

    def show_lines(self, dates: np.ndarray, lines: list[AreaLine], note: str = "", left_out: int = 0) -> None:
        """Show the lines of areas that change at dates (n,), rising; ``note`` is shown if there are none.

        left_out  number of smaller classes that have no line, which the legend states
        """
        self._dates, self._lines, self._note, self._left_out = moments(dates), lines, note, left_out
        self._redraw()
        self.updateGeometry()

    def show_moment(self, moment) -> None:
        """Mark the date shown; None removes the mark."""
        self._moment = moment
        self.viewport().update()

    def start_at_zero(self, from_zero: bool) -> None:
        self._from_zero = from_zero
        self._redraw()

    def sizeHint(self):
        return QSize(280, 220)

    def minimumSizeHint(self):
        return QSize(160, 110 + self._legend_height())

    def _legend_height(self) -> int:
        return (len(self._lines) + bool(self._left_out)) * self.fontMetrics().lineSpacing()

    # Drawing

    def _redraw(self) -> None:
        self._picture = None
        self.viewport().update()

    def resizeEvent(self, event):
        self._redraw()

    def changeEvent(self, event):
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._redraw()
        super().changeEvent(event)

    def paintEvent(self, event):
        ratio = self.devicePixelRatioF()
        if len(self._dates) and (self._picture is None or self._picture.devicePixelRatioF() != ratio):
            self._picture = self._drawn(ratio)
        painter = QPainter(self.viewport())
        if self._picture is not None:
            painter.drawPixmap(0, 0, self._picture)
            self._draw_mark(painter)
            self._draw_legend(painter)
        else:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.viewport().rect().adjusted(12, 12, -12, -12), flags, self._note)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _draw_mark(self, painter: QPainter) -> None:
        if self._moment is None or np.isnat(self._moment):
            return
        scale = self._scale()
        x = float(scale.x(seconds([self._moment]))[0])
        if scale.box.left() - 1 <= x <= scale.box.right() + 1:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawLine(QPointF(x, scale.box.top()), QPointF(x, scale.box.bottom()))

    def _draw_legend(self, painter: QPainter) -> None:
        """Draw one row per class: its line, its area on the date shown, its label."""
        metrics, row = self.fontMetrics(), self._row_shown()
        height = metrics.lineSpacing()
        areas = [km2_text(float(line.area_km2[row])) if row >= 0 else "" for line in self._lines]
        widest = max((metrics.horizontalAdvance(area) for area in areas), default=0)
        room = self.viewport().width() - widest - 34
        top = self.viewport().height() - self._legend_height()
        for line, pen, area in zip(self._lines, self._pens(), areas):
            painter.setPen(pen)
            painter.drawLine(QPointF(2, top + height / 2), QPointF(22, top + height / 2))
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(QRectF(26, top, widest, height), _RIGHT, area)
            label = metrics.elidedText(" ".join(line.label.split()), Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(34 + widest, top, room, height), _LEFT, label)
            top += height
        if self._left_out:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            text = tr("{} smaller classes not shown").format(self._left_out)
            painter.drawText(QRectF(26, top, self.viewport().width() - 26, height), _LEFT, text)

    def _drawn(self, ratio: float) -> QPixmap:
        """Draw axes and lines, which stay the same while the date changes."""
        picture = QPixmap(self.viewport().size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.palette().color(QPalette.ColorRole.Base))
        scale, pens = self._scale(), self._pens()
        lines = [[QPolygonF([QPointF(*pair) for pair in part.tolist()]) for part in scale.steps(line.area_km2)]
                 for line in self._lines]  # fmt: skip
        is_dense = len(self._dates) > 4 * scale.box.width()  # Qt draws wide, jagged lines slowly
        painter = QPainter(picture)
        painter.setFont(self.font())
        self._draw_axes(painter, scale)
        painter.setClipRect(scale.box.adjusted(-1, -2, 1, 2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_dense)
        for parts, pen in zip(lines, pens):
            pen.setWidthF(1.0 if is_dense else _LINE_PX)
            painter.setPen(pen)
            for part in parts:
                painter.drawPolyline(part)
        painter.end()
        return picture

    def _draw_axes(self, painter: QPainter, scale: AreaScale) -> None:
        box, metrics = scale.box, self.fontMetrics()
        ink, background = (self.palette().color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Base))
        for value in tick_values(scale.low, scale.high):
            y = float(scale.y(value))
            painter.setPen(QPen(mixed(ink, background, 0.15), 1))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(ink)
            text = QRectF(0, y - metrics.height() / 2, box.left() - 5, metrics.height())
            painter.drawText(text, _RIGHT, _tick_text(value))
        below = QRectF(box.left(), box.bottom() + 3, box.width(), metrics.height())
        first, last = (span_text(date, date, text_locale()) for date in self._dates[[0, -1]])
        painter.drawText(below, _LEFT, first)
        painter.drawText(below, _RIGHT, last if last != first else "")
        painter.drawText(QRectF(0, 0, self.viewport().width(), metrics.height()), _LEFT, tr("km²"))

    def _pens(self) -> list[QPen]:
        """Return one pen per line; lines of one colour differ in their dashes."""
        used: dict[str, int] = {}
        pens = []
        for line in self._lines:
            count = used[line.colour] = used.get(line.colour, -1) + 1
            dash = _DASHES[count % len(_DASHES)]
            pens.append(QPen(self._visible(QColor(line.colour)), _LINE_PX, dash, Qt.PenCapStyle.FlatCap))
        return pens

    def _visible(self, colour: QColor) -> QColor:
        """Return a class colour, mixed with the text colour if it lacks contrast to the background."""
        background, ink = (self.palette().color(role) for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Text))
        for share in (1.0, 0.7, 0.4):
            seen = mixed(colour, ink, share)
            if contrast(seen, background) >= _LEAST_CONTRAST:
                return seen
        return ink

    def _scale(self) -> AreaScale:
        """Return the scale of the current lines; needs one date or more."""
        metrics = self.fontMetrics()
        low, high = area_range([line.area_km2 for line in self._lines], self._from_zero)
        left = max(metrics.horizontalAdvance(_tick_text(value)) for value in tick_values(low, high)) + 8
        top = metrics.height() + 4
        bottom = self.viewport().height() - metrics.height() - 12 - self._legend_height()
        box = QRectF(left, top, max(self.viewport().width() - left - 6, 1), max(bottom - top, 1))
        return AreaScale.of(self._dates, low, high, box)

    # Mouse and keys

    def _row_shown(self) -> int:
        """Return the index of the last date of change up to the moment shown; -1 before the first."""
        if self._moment is None or np.isnat(self._moment):
            return -1
        return int(np.searchsorted(self._dates, np.datetime64(self._moment, "s"), side="right")) - 1

    def _row_at(self, x: float) -> int | None:
        return self._scale().row_at(x) if len(self._dates) else None

    def mouseMoveEvent(self, event):
        row = self._row_at(event.pos().x())
        if row is not None:
            lines = [date_text(self._dates[row])]
            lines += [f"{line.label}: {km2_text(float(line.area_km2[row]))} km²" for line in self._lines]
            text = "<qt>" + "<br>".join(html.escape(line) for line in lines) + "</qt>"
            QToolTip.showText(self.viewport().mapToGlobal(event.pos()), text, self)

    def mousePressEvent(self, event):
        row = self._row_at(event.pos().x())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.date_selected.emit(self._dates[row])

    def keyPressEvent(self, event):
        last, shown = len(self._dates) - 1, self._row_shown()
        goals = {
            Qt.Key.Key_Left: shown - 1, Qt.Key.Key_Right: shown + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }  # fmt: skip
        if event.key() in goals and last >= 0:
            self.date_selected.emit(self._dates[min(max(goals[event.key()], 0), last)])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event):
        menu = QMenu(self)
        zero = menu.addAction(tr("Start axis at zero"))
        zero.setCheckable(True)
        zero.setChecked(self._from_zero)
        zero.toggled.connect(self.zero_changed)
        menu.exec(event.globalPos())
        menu.deleteLater()


def _tick_text(value: float) -> str:
    return text_locale().toString(value, "f", 0 if value == int(value) else 2)
