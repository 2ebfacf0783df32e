"""Tables of a layout: plain text in cells, fitted to the frame that the template has for it.

Tables of a layout in the room that there is for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from qgis.core import (
    QgsExpression,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemManualTable,
    QgsLayoutItemPage,
    QgsLayoutMultiFrame,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLayoutTableColumn,
    QgsTableCell,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVirtualLayerDefinition,
)
from qgis.PyQt.QtCore import QRectF, Qt

from ...core.errors import CaseError, SourceError
from ...translation import is_rtl, tr
from ..label_format import shortened
from .texts import LEAST_PT, MOST_LETTERS, SHRINKS, Ruler

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


_MOST_ROWS = 1000
_MOST_NUMBERS = 0.75  # of a table's width, which its columns of numbers take
_BESIDE_NUMBERS_MM = 2.0
_ROUNDING_MM = 0.5


def text_layer(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> QgsVectorLayer:
    """A layer of text without geometry, hidden from the layer tree, that a project keeps with its rows.

    Not a memory layer: QGIS saves none of its rows with a project.
    """
    quoted = ("({})".format(", ".join(QgsExpression.quotedString(text) for text in row)) for row in rows)
    values = ", ".join(quoted)
    names = ", ".join(f"column{number + 1} AS {column}" for number, column in enumerate(columns))
    definition = QgsVirtualLayerDefinition()
    definition.setQuery(" ".join(["SELECT", names, "FROM (VALUES", values, ")"]))
    layer = QgsVectorLayer(definition.toString(), name, "virtual")
    if not layer.isValid():
        raise CaseError(tr("The table {!r} cannot be created: {}").format(name, layer.error().summary()))
    layer.setFlags(layer.flags() | QgsVectorLayer.LayerFlag.Private)
    return layer


def table_of(items: dict[str, QgsLayoutItem], name: str) -> QgsLayoutTable | None:
    """The table in the frame of this name, None where the template has none. Raises SourceError for another item."""
    frame = items.get(name)
    if frame is None:
        return None
    if not isinstance(frame, QgsLayoutFrame) or not isinstance(frame.multiFrame(), QgsLayoutTable):
        raise SourceError(tr("The item {!r} of the template is not a table.").format(name))
    return frame.multiFrame()


def fill_table(
    items: dict[str, QgsLayoutItem],
    name: str,
    headings: list[str],
    rows: list[Sequence[str]],
    shares,
    spare: str = "",
) -> QgsLayoutTable | None:
    """Writes rows of plain text into a table, smaller where it has too little room.

    headings  none: the table has no header
    shares    of the table's width, a column; one below 0 is of numbers: flush right, and as wide as they need it
    spare     name of an item beside it that goes where the table has too little room, "" for none

    Returns the table where it still does not fit, else None.
    """
    table = table_of(items, name)
    if table is None:
        return None
    if is_rtl():
        headings, shares, rows = headings[::-1], shares[::-1], [row[::-1] for row in rows]
    boxes = boxes_for(items, name, spare)
    if not isinstance(table, QgsLayoutItemManualTable):
        table = replace_table(table, QgsLayoutItemManualTable.create(table.layout()))
    _head(table, bool(headings))

    def show(width_mm: float) -> None:
        columns = _columns(headings or [""] * len(shares), shares, width_mm, table, rows)
        table.setHeaders(columns)
        table.setColumnWidths([column.width() for column in columns])
        _set_cells(table, rows, columns)

    return None if fit_table(table, items, boxes, show) else table


def show_rows_of_page(
    items: dict[str, QgsLayoutItem],
    name: str,
    layer: QgsVectorLayer,
    headings: list[str],
    shares,
    fullest: str,
    further,
    spare: str = "",
) -> None:
    """Lets a table show, on each page of an atlas, the rows of a text layer whose key is that of the page's feature.

    layer    its first field is the key, the others are the columns
    fullest  the key that has the most to show: the size of the letters goes by it
    further  the pages on which the table goes on where even that does not fit (``further_pages.FurtherPages``)
    spare    as for ``fill_table``
    """
    table = table_of(items, name)
    if table is None:
        return
    boxes = boxes_for(items, name, spare)
    table = replace_table(table, QgsLayoutItemAttributeTable.create(table.layout()))
    table.setVectorLayer(layer)
    table.setMaximumNumberOfFeatures(_MOST_ROWS)
    _head(table, True)
    table.setFilterFeatures(True)
    key, *names = layer.fields().names()
    if is_rtl():
        headings, shares, names = headings[::-1], shares[::-1], names[::-1]
    quoted = QgsExpression.quotedColumnRef(key)
    rows = [[row[name] for name in names] for row in layer.getFeatures()]

    def show_fullest(width_mm: float) -> None:
        columns = _columns(headings, shares, width_mm, table, rows)
        for column, name in zip(columns, names):
            column.setAttribute(QgsExpression.quotedColumnRef(name))
        table.setColumns(columns)
        table.setFeatureFilter(f"{quoted} = {QgsExpression.quotedString(fullest)}")
        table.refreshAttributes()

    fits = fit_table(table, items, boxes, show_fullest)
    if not fits:
        # As many frames as the fullest page needs; on others the last ones stay empty.
        further.add_table(table)
    table.setFeatureFilter(f"{quoted} = attribute(@atlas_feature, {QgsExpression.quotedString(key)})")
    table.refreshAttributes()


def replace_table(old: QgsLayoutTable, new: QgsLayoutTable) -> QgsLayoutTable:
    """Puts a table of another kind in the place of one, with its look."""
    layout, place = old.layout(), old.frame(0)
    for name in (
        "ContentTextFormat", "HeaderTextFormat", "CellMargin", "GridStrokeWidth", "GridColor", "ShowGrid",
        "HorizontalGrid", "VerticalGrid", "WrapBehavior", "BackgroundColor",
    ):  # fmt: skip
        getter = getattr(old, name[0].lower() + name[1:])
        getattr(new, f"set{name}")(getter())
    layout.addMultiFrame(new)
    frame = QgsLayoutFrame(layout, new)
    new.addFrame(frame)
    frame.attemptMove(place.positionWithUnits())
    frame.attemptResize(place.sizeWithUnits())
    frame.setId(place.id())
    frame.setZValue(place.zValue())
    layout.removeMultiFrame(old)
    layout.removeLayoutItem(place)
    return new


def go_on(table: QgsLayoutTable, box) -> None:
    """Gives a table that does not fit a second frame, in which its rows go on; box: an item's position and size."""
    position, size = box
    table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.UseExistingFrames)
    frame = QgsLayoutFrame(table.layout(), table)
    frame.setId(f"{table.frame(0).id()} (continued)")
    table.addFrame(frame)
    frame.attemptMove(position)
    frame.attemptResize(size)
    table.recalculateFrameSizes()


def _set_cells(table: QgsLayoutItemManualTable, rows, columns) -> None:
    ruler, cells = Ruler(table.layout()), []
    for row in rows:
        line = []
        for text, column in zip(row, columns):
            text = shortened(text, MOST_LETTERS)
            cell = QgsTableCell(ruler.lines(text, table.contentTextFormat(), column.width() - _ROUNDING_MM))
            cell.setHorizontalAlignment(column.hAlignment())
            line.append(cell)
        cells.append(line)
    table.setTableContents(cells)


def _columns(
    headings: Sequence[str], shares, width_mm: float, table: QgsLayoutTable, rows: Sequence[Sequence[str]]
) -> list[QgsLayoutTableColumn]:
    """Columns of numbers as wide as their longest one, since half a number reads as another; the rest has the rest."""
    lines = table.gridStrokeWidth() * (len(headings) + 1) if table.verticalGrid() else 0.0
    room = width_mm - lines - 2 * table.cellMargin() * len(headings)
    needed = [_needed(table, text, number, rows) if share < 0 else 0.0
              for number, (text, share) in enumerate(zip(headings, shares))]  # fmt: skip
    too_wide = max(sum(needed) / (_MOST_NUMBERS * room), 1.0)
    texts = sum(share for share in shares if share > 0)
    rest = room - sum(needed) / too_wide
    columns = []
    for heading, share, own in zip(headings, shares, needed):
        column = QgsLayoutTableColumn(heading)
        column.setWidth(max(own / too_wide if share < 0 else share / texts * rest, 1.0))
        side = Qt.AlignmentFlag.AlignRight if share < 0 or is_rtl() else Qt.AlignmentFlag.AlignLeft
        column.setHAlignment(side)
        columns.append(column)
    return columns


def _needed(table: QgsLayoutTable, heading: str, column: int, rows: Sequence[Sequence[str]]) -> float:
    ruler = Ruler(table.layout())
    texts = {row[column] for row in rows}
    cells = max((ruler.width(text, table.contentTextFormat()) for text in texts), default=0.0)
    return max(cells, ruler.width(heading, table.headerTextFormat())) + _BESIDE_NUMBERS_MM


def _head(table: QgsLayoutTable, has_headings: bool) -> None:
    modes = QgsLayoutTable.HeaderMode
    table.setHeaderMode(modes.AllFrames if has_headings else modes.NoHeaders)
    sides = QgsLayoutTable.HeaderHAlignment
    table.setHeaderHAlignment(sides.HeaderRight if is_rtl() else sides.FollowColumn)
