"""Tables of a layout in the room that there is for them."""

from __future__ import annotations

from itertools import product

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemPage,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import QRectF

from .layout_texts import LEAST_PT, SHRINKS

_EDGE_MM = 0.5  # by which items may overlap, as an analyst places them by hand


def height_of(table: QgsLayoutTable) -> float:
    """Of all rows, in mm."""
    table.recalculateTableSize()
    return table.totalSize().height()


def boxes_for(items: dict[str, QgsLayoutItem], name: str, spare: str) -> list[tuple[QRectF, str]]:
    """Where a table may stand, and the item that has to go for it: its own box, and that with a spare item's."""
    frame, other = items[name], items.get(spare)
    own = _rect(frame)
    if other is None:
        return [(own, "")]
    both = own.united(_rect(other))
    inside = both.adjusted(_EDGE_MM, _EDGE_MM, -_EDGE_MM, -_EDGE_MM)
    rest = (item for item in frame.layout().items() if isinstance(item, QgsLayoutItem))
    is_free = not any(
        inside.intersects(_rect(item))
        for item in rest
        if item not in (frame, other) and not isinstance(item, QgsLayoutItemPage)
    )
    return [(own, ""), (both, spare)] if is_free else [(own, "")]


def _rect(item: QgsLayoutItem) -> QRectF:
    return item.mapRectToScene(item.rect())


def fit_table(table: QgsLayoutTable, items: dict[str, QgsLayoutItem], boxes: list[tuple[QRectF, str]], show) -> bool:
    """Makes the letters smaller until all rows have room in a box; ``show`` shows the rows anew in a width.

    The item that the box needs to go is taken out of the layout.
    """
    formats = (table.contentTextFormat(), table.headerTextFormat())
    sizes = [each.size() for each in formats]
    for place, shrink in product(boxes, SHRINKS):
        box, spare = place
        content, header = (_resized(each, size * shrink) for each, size in zip(formats, sizes))
        table.setContentTextFormat(content)
        table.setHeaderTextFormat(header)
        show(box.width())
        fits = height_of(table) <= box.height()
        if fits:
            break
    frame = table.frame(0)
    frame.attemptMove(QgsLayoutPoint(box.x(), box.y()))
    frame.attemptResize(QgsLayoutSize(box.width(), box.height()))  # which a table sets to what its columns ask for
    if spare:
        frame.layout().removeLayoutItem(items.pop(spare))
    return fits


def _resized(text_format: QgsTextFormat, size_pt: float) -> QgsTextFormat:
    resized = QgsTextFormat(text_format)
    resized.setSize(min(text_format.size(), max(size_pt, LEAST_PT)))
    resized.setAllowHtmlFormatting(False)
    return resized
