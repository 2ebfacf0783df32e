"""The date on the map, as a caption over the canvas."""

from __future__ import annotations

import numpy as np
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QRect, Qt
from qgis.PyQt.QtGui import QFont, QPainter, QPalette
from qgis.PyQt.QtWidgets import QLabel

from ...mapping.text.formatting import long_text, span_text
from ...translation import text_locale
from .appearance import mixed

_OPACITY = 0.85
_ONE_DAY = np.timedelta64(1, "D")


class DateCaption(QLabel):
    """A date in the upper left corner of a canvas, on its own background so that it is legible on any map.

    It is a widget over the canvas, like QGIS's own input widgets: it ignores the mouse, stays in place while the map is
    moved, and does not belong to the map. Layers, decorations and the project do not contain it, and ``close_caption``
    (or the end of the canvas) removes it completely.
    """

    def __init__(self, canvas: QgsMapCanvas):
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.Text)
        font = QFont(self.font())
        font.setBold(True)
        font.setPointSizeF(max(font.pointSizeF(), 6.0) * 1.25)
        self.setFont(font)
        em = self.fontMetrics().height()
        self._gap = em // 3
        self.setContentsMargins(self._gap + em // 2, self._gap + em // 5, em // 2, em // 5)
        self._date = self._until = None
        self._is_on = True
        self._renew()

    def set_date(self, date, until=None) -> None:
        """Set the date to show (datetime64), None: no caption; and the end of the map, if known.

        A map that is valid for several days is captioned with the first and the last one, because the events of all
        these days are drawn.
        """
        self._date, self._until = date, until
        self._renew()

    def set_on(self, is_on: bool) -> None:
        self._is_on = bool(is_on)
        self._renew()

    @property
    def is_on(self) -> bool:
        return self._is_on

    def close_caption(self) -> None:
        """Remove the caption from the canvas."""
        self.hide()
        self.setParent(None)
        self.deleteLater()

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange and hasattr(self, "_date"):
            self._renew()

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        background, text = (self.palette().color(role) for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Text))
        painter.setPen(mixed(text, background, 0.35))
        background.setAlphaF(_OPACITY)
        painter.setBrush(background)
        painter.drawRoundedRect(QRect(self.rect()).adjusted(self._gap, self._gap, -1, -1), 4, 4)
        painter.end()
        super().paintEvent(event)

    def _renew(self) -> None:
        if self._date is not None:
            self.setText(self._caption())
            self.adjustSize()
        self.setVisible(self._is_on and self._date is not None)
        self.raise_()

    def _caption(self) -> str:
        if self._until is not None and not np.isnat(self._until) and self._until - self._date > _ONE_DAY:
            return span_text(self._date, self._until - np.timedelta64(1, "s"), text_locale(self.locale()))
        return long_text(self._date, text_locale(self.locale()))
