"""Pages for what has no room where a template has it: text, tables, a legend."""

from __future__ import annotations

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemPage,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsPrintLayout,
)

from ..label_format import shortened
from .tables import go_on, height_of
from .templates import add_page, item_of
from .texts import MOST_LETTERS, Ruler, fit_label

_COLUMNS = 3  # of a legend that has a page of its own
_MARGIN_SHARE = 0.04  # of a page's height, around what goes on on another page
_LOOSE_MM = 2.0  # more than a text needs, since lines are not broken quite where they are measured
_MOST_LETTERS = 3 * MOST_LETTERS  # two texts of a case may stand in one label, with words around them
_ROWS_MM = 12.0  # more than the rest of a table needs: its header again, and a row that is not split


class FurtherPages:
    """What has no room in its box goes on on further pages, one below the other; nothing is cut without a word."""

    def __init__(self, layout: QgsPrintLayout):
        self._layout = layout
        self._page: QgsLayoutItemPage | None = None
        self._y = 0.0  # where the page is still empty

    def write(self, items: dict[str, QgsLayoutItem], name: str, text: str) -> None:
        """Writes plain text into the label of this name; the rest of it goes on, behind "…"."""
        label = item_of(items, name, QgsLayoutItemLabel)
        rest = fit_label(label, shortened(text, _MOST_LETTERS)) if label is not None else ""
        number = 1
        while rest:
            number += 1
            more = QgsLayoutItemLabel(self._layout)
            more.setId(f"{name} ({number})")
            more.setTextFormat(label.textFormat())
            more.setMarginX(0)
            more.setMarginY(0)
            self._layout.addLayoutItem(more)
            rest = f"… {rest}"
            position, size = self._box(Ruler(self._layout).height(rest, label.textFormat(), self._width()) + _LOOSE_MM)
            more.attemptMove(position)
            more.attemptResize(size)
            rest = fit_label(more, rest)

    def make_room(self, legend: QgsLayoutItemLegend) -> None:
        """Moves a legend that did not fit to a page of its own, where it is to be filled anew, then told ``filled``."""
        legend.setResizeToContents(False)
        legend.setColumnCount(_COLUMNS)
        position, size = self._box(float("inf"))
        legend.attemptMove(position)
        legend.attemptResize(size)

    def filled(self, legend: QgsLayoutItemLegend) -> None:
        """Below the legend goes on what comes next."""
        self._y = legend.pos().y() + legend.rect().height() - self._page.pos().y() + self._margin()

    def add_table(self, table: QgsLayoutTable) -> None:
        """Lets a table go on, page after page, until all of its rows have room."""
        while (rest := height_of(table) - sum(frame.rect().height() for frame in table.frames())) > 0:
            go_on(table, self._box(rest + _ROWS_MM))

    def _box(self, height_mm: float) -> tuple[QgsLayoutPoint, QgsLayoutSize]:
        """Room of this height, at most a page's; on a new page where the last one has no more of it."""
        first, margin = self._layout.pageCollection().page(0).rect(), self._margin()
        height = min(height_mm, first.height() - 2 * margin)
        if self._page is None or self._y + height > first.height() - margin:
            self._page, self._y = add_page(self._layout), margin
        top = self._page.pos().y() + self._y
        self._y += height + margin
        return QgsLayoutPoint(margin, top), QgsLayoutSize(self._width(), height)

    def _margin(self) -> float:
        return _MARGIN_SHARE * self._layout.pageCollection().page(0).rect().height()

    def _width(self) -> float:
        return self._layout.pageCollection().page(0).rect().width() - 2 * self._margin()
