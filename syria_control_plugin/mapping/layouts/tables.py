"""Tables of a layout: plain text in cells, fitted to the frame that the template has for them."""

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

_EDGE_MM = 0.5  # by which items may overlap, because analysts place them by hand


def height_of(table: QgsLayoutTable) -> float:
    """Return the height of all rows of a table, in mm."""
    table.recalculateTableSize()
    return table.totalSize().height()


def boxes_for(items: dict[str, QgsLayoutItem], name: str, spare: str) -> list[tuple[QRectF, str]]:
    """Return the boxes where a table can stand, each with the item that must be removed for it ("" for none).

    The boxes are the table's own, and its own combined with that of a spare item if nothing else is in the way.
    """
    frame, other = items[name], items.get(spare)
    own_box = _rect(frame)
    if other is None:
        return [(own_box, "")]
    both = own_box.united(_rect(other))
    inside = both.adjusted(_EDGE_MM, _EDGE_MM, -_EDGE_MM, -_EDGE_MM)
    rest = (item for item in frame.layout().items() if isinstance(item, QgsLayoutItem))
    is_free = not any(
        inside.intersects(_rect(item))
        for item in rest
        if item not in (frame, other) and not isinstance(item, QgsLayoutItemPage)
    )
    return [(own_box, ""), (both, spare)] if is_free else [(own_box, "")]


def _rect(item: QgsLayoutItem) -> QRectF:
    return item.mapRectToScene(item.rect())


def fit_table(table: QgsLayoutTable, items: dict[str, QgsLayoutItem], boxes: list[tuple[QRectF, str]], show) -> bool:
    """Reduce the text size until all rows fit into a box; return whether they fit.

    show  function that lays the rows out anew in a given width, in mm

    The spare item of the chosen box is removed from the layout.
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
    frame.attemptResize(QgsLayoutSize(box.width(), box.height()))  # because a table sets it to the sum of its columns
    if spare:
        frame.layout().removeLayoutItem(items.pop(spare))
    return fits


def _resized(text_format: QgsTextFormat, size_pt: float) -> QgsTextFormat:
    resized = QgsTextFormat(text_format)
    resized.setSize(min(text_format.size(), max(size_pt, LEAST_PT)))
    resized.setAllowHtmlFormatting(False)
    return resized


_MOST_ROWS = 1000
_MOST_NUMBERS = 0.75  # maximum share of a table's width for its columns of numbers
_BESIDE_NUMBERS_MM = 2.0
_ROUNDING_MM = 0.5


def text_layer(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> QgsVectorLayer:
    """Create a text layer without geometry, hidden from the layer tree, whose rows are saved with the project.

    It is not a memory layer, because QGIS does not save the rows of one with a project.
    Raises CaseError if it cannot be created.
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
    """Return the table in the frame of a name, None if the template does not have one.

    Raises SourceError if an item of another kind has the name.
    """
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
    """Write rows of plain text into a table, in smaller text if room is short.

    headings  empty: the table has no header
    shares    share of the table's width for each column; negative for a column of numbers, which is aligned right and
              as wide as its numbers
    spare     name of a neighbouring item that is removed if room is short, "" for none

    Return the table if it still does not fit, else None.
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
    """Set a table to show, on each page of an atlas, the rows of a text layer whose key is that of the page's feature.

    layer    its first field is the key, the others are the columns
    fullest  key with the most text, which sets the text size
    further  pages on which the table continues if even the smallest text does not fit (``overflow.FurtherPages``)
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
        # As many frames as the fullest page needs; on other pages the last ones stay empty.
        further.add_table(table)
    table.setFeatureFilter(f"{quoted} = attribute(@atlas_feature, {QgsExpression.quotedString(key)})")
    table.refreshAttributes()


def replace_table(old: QgsLayoutTable, new: QgsLayoutTable) -> QgsLayoutTable:
    """Replace a table by one of another kind, in the same place and with the same style."""
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
    """Continue a table that does not fit in another frame; box: its position and size."""
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
    """Return the columns of a table: those of numbers as wide as their longest one, the others share the rest.

    A number that is cut off would read as another number.
    """
    lines = table.gridStrokeWidth() * (len(headings) + 1) if table.verticalGrid() else 0.0
    room = width_mm - lines - 2 * table.cellMargin() * len(headings)
    needed = [_needed(table, text, number, rows) if share < 0 else 0.0
              for number, (text, share) in enumerate(zip(headings, shares))]  # fmt: skip
    too_wide = max(sum(needed) / (_MOST_NUMBERS * room), 1.0)
    texts = sum(share for share in shares if share > 0)
    rest = room - sum(needed) / too_wide
    columns = []
    for heading, share, needed_mm in zip(headings, shares, needed):
        column = QgsLayoutTableColumn(heading)
        column.setWidth(max(needed_mm / too_wide if share < 0 else share / texts * rest, 1.0))
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
