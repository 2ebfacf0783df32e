"""Overflow pages for text, tables and legends that do not fit where the template places them."""

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

_COLUMNS = 3  # of a legend on a page of its own
_MARGIN_SHARE = 0.04  # of the page's height: margin around continued items
_LOOSE_MM = 2.0  # added to a text's height, because lines are not always broken where they are measured
_MOST_LETTERS = 3 * MOST_LETTERS  # a label can contain two texts of a case, and text around them
_ROWS_MM = 12.0  # added to the rest of a table: its repeated header, and a row that is not split


class FurtherPages:
    """Further pages, one below the other, for what does not fit into its box; nothing is cut silently."""

    def __init__(self, layout: QgsPrintLayout):
        self._layout = layout
        self._page: QgsLayoutItemPage | None = None
        self._y = 0.0  # top of the empty part of the page

    def write(self, items: dict[str, QgsLayoutItem], name: str, text: str) -> None:
        """Write plain text into the label of a name; the rest continues on a further page, after "…"."""
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
        """Move a legend that did not fit to a page of its own.

        The caller fills it again there, and then calls ``filled``.
        """
        legend.setResizeToContents(False)
        legend.setColumnCount(_COLUMNS)
        position, size = self._box(float("inf"))
        legend.attemptMove(position)
        legend.attemptResize(size)

    def filled(self, legend: QgsLayoutItemLegend) -> None:
        """Place the next item below the legend."""
        self._y = legend.pos().y() + legend.rect().height() - self._page.pos().y() + self._margin()

    def add_table(self, table: QgsLayoutTable) -> None:
        """Continue a table, page after page, until all of its rows fit."""
        while (rest := height_of(table) - sum(frame.rect().height() for frame in table.frames())) > 0:
            go_on(table, self._box(rest + _ROWS_MM))

    def _box(self, height_mm: float) -> tuple[QgsLayoutPoint, QgsLayoutSize]:
        """Return room of a height, at most a page's; on a new page if the last one does not have enough."""
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
