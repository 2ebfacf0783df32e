"""The view of a timeline: all dates to scale, the change at each, corridors and clashes, and the current date."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QFontMetricsF, QPainter, QPalette, QPen, QPixmap
from qgis.PyQt.QtWidgets import QAbstractScrollArea, QFrame

from ...core.dates.periods import moments
from ...mapping.text.formatting import km2_text, long_text
from ...translation import text_locale, tr, tr_n
from .appearance import Colours, Rows
from .map_dates import BEFORE_ALL, MapDates
from .painting import CLASHES, CORRIDORS, View, draw_handle, draw_view, marks
from .scale import TimeScale, seconds

_LANES = (CORRIDORS, CLASHES)


class TimelineView(QAbstractScrollArea):
    """The display of a timeline; ``Timeline`` adds the user's actions."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as on any chart of time
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.horizontalScrollBar().valueChanged.connect(self._scrollbar_moved)
        self._dates = MapDates.of([])
        self._times = np.empty(0)
        self._events = {lane: np.empty(0, "M8[s]") for lane in _LANES}
        self._index = BEFORE_ALL
        self._is_held = False
        self._scale: TimeScale | None = None
        self._view: View | None = None
        self._picture: QPixmap | None = None
        self.setAccessibleName(tr("Timeline of the maps"))
        self._describe()

    # Contents

    def set_dates(self, dates, changed_km2=None) -> None:
        """Set the map dates (rising) and the km² that changed hands at each (NaN: unknown).

        A zoomed view keeps its period as far as the dates allow. Raises SeriesError (see ``MapDates``).
        """
        map_dates = MapDates.of(dates, changed_km2)
        shown, old = self.date, self._scale
        if not np.array_equal(map_dates.moments, self._dates.moments):
            self._is_held = False  # the date that the user holds no longer exists
        self._dates, self._times = map_dates, seconds(map_dates.moments)
        self._index = BEFORE_ALL if shown is None else map_dates.index_at(shown)
        self._scale = TimeScale.of_dates(map_dates.moments, 0, 1) if len(map_dates) else None
        if old is not None and self._scale is not None:
            self._scale = self._scale.visible_as(old)
        self._renew()

    def set_corridors(self, when) -> None:
        """Set the moments (datetime64) of corridors, in any order; NaT is ignored."""
        self._set_events(CORRIDORS, when)

    def set_clashes(self, when) -> None:
        """Set the moments of clash events."""
        self._set_events(CLASHES, when)

    def _set_events(self, lane: str, when) -> None:
        times = moments(when)
        self._events[lane] = np.sort(times[~np.isnat(times)])
        self._renew()

    def set_date(self, date) -> None:
        """Mark the date whose map is valid at a moment; None: no date. Ignored while the user holds the handle."""
        if self._is_held:
            return
        self._index = BEFORE_ALL if date is None else self._dates.index_at(date)
        self._show_handle()

    @property
    def date(self):
        """The marked date, None if there is none."""
        return None if self._index == BEFORE_ALL else self._dates.moments[self._index]

    # Sizes

    def sizeHint(self) -> QSize:
        return self._size(40, 4.0)

    def minimumSizeHint(self) -> QSize:
        return self._size(12, 2.0)

    def _size(self, width_ems: float, bars_ems: float) -> QSize:
        metrics = QFontMetricsF(self.font())
        lanes = sum(1 for when in self._events.values() if len(when))
        height = Rows.height_for(metrics, lanes, bars_ems) + self.horizontalScrollBar().sizeHint().height()
        return QSize(round(metrics.height() * width_ems), round(height + 2 * self.frameWidth()))

    # View and picture

    def _renew(self) -> None:
        """Update the view after a change of its contents."""
        self._lay_out()
        self._describe()
        self.updateGeometry()

    def _lay_out(self) -> None:
        """Fit scale, rows and marks to the size; the picture is drawn with the next paint event."""
        self._picture, self._view = None, None
        if self._scale is not None:
            lanes = [lane for lane in _LANES if len(self._events[lane])]
            names = (self._largest_text(), *(self._lane_name(lane) for lane in lanes))
            area = self.viewport().size()
            rows = Rows.of(area.width(), area.height(), QFontMetricsF(self.font(), self), list(names))
            self._scale = self._scale.between(rows.left, rows.right)
            merged = {lane: marks(self._scale, seconds(self._events[lane]), rows.mark_px) for lane in lanes}
            self._view = View(
                scale=self._scale,
                rows=rows,
                times=self._times,
                changed_km2=self._dates.changed_km2,
                lanes=merged,
                names=names,
            )
        self._fit_scrollbar()
        self.viewport().update()

    def _fit_scrollbar(self) -> None:
        bar, scale = self.horizontalScrollBar(), self._scale
        was_blocked = bar.blockSignals(True)
        if scale is None or scale.is_whole:
            bar.setRange(0, 0)
        else:
            bar.setPageStep(round(scale.right_px - scale.left_px))
            bar.setSingleStep(max(bar.pageStep() // 10, 1))
            bar.setRange(0, round((scale.last - scale.first) * scale.px_per_s) - bar.pageStep())
            bar.setValue(round((scale.left - scale.first) * scale.px_per_s))
        bar.blockSignals(was_blocked)

    def _set_scale(self, scale: TimeScale) -> None:
        if scale != self._scale:
            self._scale = scale
            self._lay_out()

    def _scrollbar_moved(self, value: int) -> None:
        scale = self._scale
        if scale is not None:  # the bar counts whole pixels, so its end stands for the exact end
            is_end = value == self.horizontalScrollBar().maximum()
            self._set_scale(scale.scrolled(np.inf if is_end else value - (scale.left - scale.first) * scale.px_per_s))

    def _show_handle(self) -> None:
        if self._scale is not None and self._index != BEFORE_ALL:
            self._set_scale(self._scale.showing(self._times[self._index]))
        self._describe()
        self.viewport().update()

    def paintEvent(self, event) -> None:
        painter = QPainter(self.viewport())
        colours = Colours.of(self.palette(), self.isEnabled())
        if self._view is None:
            painter.setPen(colours.faint_text)
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, tr("No dates"))
        else:
            ratio = self.viewport().devicePixelRatioF()
            if self._picture is None or self._picture.devicePixelRatioF() != ratio:
                self._picture = self._drawn(colours, ratio)
            painter.drawPixmap(0, 0, self._picture)
            x = self._handle_x()
            if x is not None:
                draw_handle(painter, self._view.rows, x, colours)
        if self.hasFocus():
            self._draw_focus(painter, colours)
        painter.end()

    def _drawn(self, colours: Colours, ratio: float) -> QPixmap:
        picture = QPixmap(self.viewport().size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(colours.background)
        painter = QPainter(picture)
        painter.setFont(self.font())
        draw_view(painter, self._view, colours, text_locale(self.locale()))
        painter.end()
        return picture

    def _draw_focus(self, painter: QPainter, colours: Colours) -> None:
        """Draw a focus ring, because QGIS's styles draw an invisible dotted line or tint the whole view."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(
            QPen(colours.handle, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _handle_x(self):
        """Return the handle's position in pixels; None if it is out of view or there is no date."""
        if self._index == BEFORE_ALL or not self._scale.left <= self._times[self._index] <= self._scale.right:
            return None
        return float(self._scale.x(self._times[self._index]))

    # Events

    def resizeEvent(self, event) -> None:
        self._lay_out()

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        kinds = (
            QEvent.Type.PaletteChange,
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
            QEvent.Type.EnabledChange,
            QEvent.Type.LocaleChange,
        )
        if event.type() in kinds and hasattr(self, "_picture"):  # Qt calls this from its constructor too
            self._renew()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Texts

    def _describe(self) -> None:
        """Set the description for screen readers."""
        if self._index == BEFORE_ALL:
            self.setAccessibleDescription(
                tr_n("%n date, which is not shown", "%n dates; none is shown", len(self._dates))
            )
            return
        place = tr("{} of {}").format(self._index + 1, len(self._dates))
        text = f"{long_text(self.date, text_locale(self.locale()))}; {self._changed_text(self._index)}; {place}"
        self.setAccessibleDescription(text)

    def _changed_text(self, index: int) -> str:
        changed = float(self._dates.changed_km2[index])
        if np.isnan(changed):
            return tr("the area that changed hands is not known")
        return tr("{} km² changed hands").format(km2_text(changed)) if changed else tr("no territory changed hands")

    def _largest_text(self) -> str:
        """Return the label of the bars' row: the area that its height represents."""
        largest = float(np.nanmax(self._dates.changed_km2, initial=0))
        return tr("{} km²").format(km2_text(largest)) if largest else ""

    def _lane_name(self, lane: str) -> str:
        return {CORRIDORS: tr("Corridors"), CLASHES: tr("Clashes")}[lane]
