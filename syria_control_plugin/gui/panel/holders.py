"""Words and pictures of the classes of a case, as its theme and its layer have them."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QPainter, QPalette, QPixmap

from ...core.control.changes import NOBODY, holders_in
from ...core.factions.themes import MapClass, Theme
from ...mapping.layers.class_looks import ClassSymbols, swatch
from ...translation import tr
from ..timeline.timeline_look import mixed
from .change_lines import Holder

_SMALL = QSize(16, 11)


class Holders:
    """Holders of ground by what the changes call them; each is made once.

    layer  whose symbols are drawn; None: those of the theme
    """

    def __init__(self, theme: Theme, layer: QgsVectorLayer | None, palette: QPalette):
        self._theme, self._palette = theme, palette
        self.symbols = ClassSymbols(layer)
        self._entries = {entry.faction: entry for entry in theme.classes if entry.faction}
        self._made: dict[str, Holder] = {}

    def of(self, text: str) -> Holder:
        """A faction, several at once (contested ground), or nobody."""
        if text not in self._made:
            self._made[text] = self._make(text)
        return self._made[text]

    def picture(self, entry: MapClass, size: QSize = _SMALL) -> QPixmap:
        """With a frame, so that black is seen on a dark panel and white on a light one."""
        picture = swatch(self.symbols.of(entry), size)
        ink, ground = (self._palette.color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Base))
        painter = QPainter(picture)
        painter.setPen(mixed(ink, ground, 0.5))
        painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
        painter.end()
        return picture

    def _make(self, text: str) -> Holder:
        if text == NOBODY:
            return Holder(tr("nobody"))
        names = holders_in(text)
        if all(name in self._entries for name in names):
            entries = [self._entries[name] for name in names]
        else:
            entries = [entry for entry in self._theme.classes_for(names) if entry.faction in names]
        if len(names) == 1 and entries:
            return Holder(tr(entries[0].label), self.picture(entries[0]))
        return Holder(" + ".join(tr(entry.label) for entry in entries) or text, self.picture(self._theme.contested))
