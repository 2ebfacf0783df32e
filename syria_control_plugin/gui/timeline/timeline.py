"""The timeline of a case, on which a date can be picked."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import QEvent, QRect, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QToolTip

from ...mapping.text.formatting import long_text, span_text
from ...translation import text_locale, tr, tr_n
from .map_dates import BEFORE_ALL
from .scale import seconds
from .view import TimelineView

_ZOOM_A_NOTCH = 1.25
_NOTCH = 120.0  # of a mouse wheel, in Qt's eighths of a degree


class Timeline(TimelineView):
    """The interactive timeline; ``set_date`` emits no signal.

    Click or drag: the date there; on a mark, the date valid at its first event. Arrow keys: previous and next date;
    with Ctrl, or Page Up and Page Down, those at which territory changed hands. Home, End: first and last. Wheel, +
    and -: zoom. Shift and wheel, or a sideways wheel: scroll. Double click: zoom to all dates.

    date_selected  datetime64[s]: the user picked a date. While ``is_scrubbing`` more dates follow (a mouse button or a
                   key is held down), so a slow receiver may skip them. The last date is emitted again afterwards.
    """

    date_selected = pyqtSignal(object)

    @property
    def is_scrubbing(self) -> bool:
        return self._is_held

    # Mouse

    def mousePressEvent(self, event) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._view is None:
            super().mousePressEvent(event)
            return
        self._is_held = True
        self._pick(self._index_at(event.pos()))

    def mouseMoveEvent(self, event) -> None:
        if not (self._is_held and event.buttons() & Qt.MouseButton.LeftButton):
            return
        beyond = min(event.pos().x() - self._scale.left_px, 0) + max(event.pos().x() - self._scale.right_px, 0)
        if beyond:  # dragged beyond the edge of a zoomed view
            self._set_scale(self._scale.scrolled(beyond))
        self._pick(self._nearest(event.pos().x()))

    def mouseReleaseEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._let_go()

    def mouseDoubleClickEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._scale is not None:
            self._set_scale(self._scale.whole())

    def wheelEvent(self, event) -> None:
        """Zoom or scroll; without an effect the event is left to the parent widget."""
        turn, before = event.angleDelta(), self._scale
        if before is None:
            event.ignore()
            return
        is_sideways = abs(turn.x()) > abs(turn.y()) or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if is_sideways:
            part = (turn.x() or turn.y()) / _NOTCH
            self._set_scale(before.scrolled(-part * (before.right_px - before.left_px) / 8))
        else:
            self._set_scale(before.zoomed(_ZOOM_A_NOTCH ** (turn.y() / _NOTCH), event.position().x()))
        event.setAccepted(self._scale != before)

    # Keys

    def keyPressEvent(self, event) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus) and self._scale is not None:
            factor = 1 / _ZOOM_A_NOTCH if event.key() == Qt.Key.Key_Minus else _ZOOM_A_NOTCH
            handle = self._handle_x()
            middle = (self._scale.left_px + self._scale.right_px) / 2
            self._set_scale(self._scale.zoomed(factor, middle if handle is None else handle))
            return
        index = self._index_by_key(event)
        if index is None:
            super().keyPressEvent(event)
            return
        self._is_held = event.isAutoRepeat()
        self._pick(index)

    def keyReleaseEvent(self, event) -> None:
        if not event.isAutoRepeat() and self._is_held:
            self._let_go()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event) -> None:
        """Release the handle, because a key released elsewhere sends no event here."""
        super().focusOutEvent(event)
        if self._is_held:
            self._let_go()

    def _index_by_key(self, event) -> int | None:
        """Return the date that a key leads to, None if the key has no meaning here."""
        key, keys, count = event.key(), Qt.Key, len(self._dates)
        if not count:
            return None
        if key in (keys.Key_Home, keys.Key_End):
            return 0 if key == keys.Key_Home else count - 1
        directions = {keys.Key_Left: -1, keys.Key_Right: 1, keys.Key_PageUp: -1, keys.Key_PageDown: 1}
        if key not in directions:
            return None
        has_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        is_change_asked = has_ctrl or key in (keys.Key_PageUp, keys.Key_PageDown)
        return self._dates.step(self._index, directions[key], is_change_asked)

    # Picking

    def _pick(self, index: int) -> None:
        if index in (self._index, BEFORE_ALL):
            return
        self._index = index
        self._show_handle()
        self.date_selected.emit(self.date)

    def _let_go(self) -> None:
        was_held, self._is_held = self._is_held, False
        if was_held and self.date is not None:
            self.date_selected.emit(self.date)

    def _index_at(self, place) -> int:
        lane, mark = self._mark_at(place)
        if mark is None:
            return self._nearest(place.x())
        return max(self._dates.index_at(self._events[lane][self._view.lanes[lane].first[mark]]), 0)

    def _nearest(self, x: float) -> int:
        """Return the date nearest to a pixel; of several on one pixel the one with the tallest (visible) bar."""
        begin, end = self._on_pixel(x)
        if end - begin > 1:
            return begin + int(np.nan_to_num(self._dates.changed_km2[begin:end]).argmax())
        time = self._scale.time(x)
        after = int(np.searchsorted(self._times, time).clip(1, max(len(self._times) - 1, 1)))
        near = np.arange(after - 1, min(after + 1, len(self._times)))
        return int(near[np.abs(self._times[near] - time).argmin()])

    def _on_pixel(self, x: float) -> tuple[int, int]:
        edges = [self._scale.time(x - 0.5), self._scale.time(x + 0.5)]
        begin, end = np.searchsorted(self._times, edges)
        return int(begin), int(end)

    def _mark_at(self, place) -> tuple[str, int | None]:
        """Return the lane at a place ("" for none) and its mark there."""
        for row, (lane, marks) in zip(self._view.rows.lanes, self._view.lanes.items()):
            if row.top() <= place.y() < row.bottom():
                return lane, marks.nearest(place.x(), self._view.rows.mark_px * 0.7)
        return "", None

    # Tooltips

    def viewportEvent(self, event) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._view is not None:
            place = event.pos()
            near = QRect(place.x() - 1, place.y() - 1, 3, 3)
            QToolTip.showText(event.globalPos(), self.text_at(place), self.viewport(), near)
            return True
        return super().viewportEvent(event)

    def text_at(self, place) -> str:
        """Return the tooltip at a place (QPoint)."""
        lane, mark = self._mark_at(place)
        if lane:
            return self._lane_text(lane, mark)
        index = self._nearest(place.x())
        lines = [long_text(self._dates.moments[index], text_locale(self.locale())), self._changed_text(index)]
        begin, end = self._on_pixel(place.x())
        if end - begin > 1:
            lines.append(tr_n("The only date here", "One of %n dates here. Zoom in with the mouse wheel.", end - begin))
        return "\n".join(lines)

    def _lane_text(self, lane: str, mark: int | None) -> str:
        name, when = self._lane_name(lane), self._events[lane]
        if mark is not None:
            marks = self._view.lanes[lane]
            first, last = when[marks.first[mark]], when[marks.last[mark]]
            return f"{name}: {int(marks.count[mark])}\n{span_text(first, last, text_locale(self.locale()))}"
        times = seconds(when)
        before, after = int((times < self._scale.first).sum()), int((times > self._scale.last).sum())
        lines = [f"{name}: {len(when)}"]
        if before or after:
            lines.append(
                tr("not shown because outside the dates of the maps: {} before, {} after").format(before, after)
            )
        return "\n".join(lines)
