"""Writes the layout templates that the plugin ships: resources/layouts/KIND_PAGE_ORIENTATION.qpt.

Run it after a change here. Its output is kept with the sources, because analysts copy and edit the templates in QGIS.
Boxes are in mm on A4: x, y, width, height. On A3 they are larger by the square root of two, and the text is larger.
"""

import os
import re
import sys
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_HASH_SEED"] = "0"  # attributes in the same order every time

from qgis.core import (  # noqa: E402
    Qgis,
    QgsApplication,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutMultiFrame,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor, QFont  # noqa: E402

OUT = ROOT / "syria_control_plugin" / "resources" / "layouts"
MM = Qgis.LayoutUnit.Millimeters
FONT, INK, PALE, PAPER = "DejaVu Sans", "#1b1b1b", "#d9d5cc", "#f4f2ee"
PLATE = (255, 255, 255, 200)  # behind items on a map, whose background can be black
PAGES = {"A4": (297.0, 210.0), "A3": (420.0, 297.0)}
TEXT_SCALE = {"A4": 1.0, "A3": 1.25}

# Items: name → (box, text size in points, is bold, is aligned right). Legends and tables: (box, text size, columns).
TITLE = {"title": ((8, 7, 196, 11), 17, True, False)}
STRIP = {"note": ((8, 185, 70, 18), 8, True, False), "sources": ((82, 185, 132, 18), 7, False, False)}
TALL_TITLE = {"title": ((8, 7, 138, 12), 16, True, False)}
TALL_STRIP = {"note": ((8, 268, 92, 22), 8, True, False), "sources": ((106, 268, 96, 22), 7, False, False)}
KINDS = {
    ("map", "landscape"): {
        **TITLE, "date": ((208, 7, 81, 11), 17, True, True), "map": ((8, 20, 206, 162),),
        "legend": ((218, 20, 71, 88), 8, 1), "areas": ((218, 110, 71, 46), 7.5, 3), "overview": ((218, 159, 71, 44),),
        "scale bar": ((11, 169, 60, 10), 8), "north arrow": ((201, 23, 10, 12),), **STRIP,
    },
    ("map", "portrait"): {
        **TALL_TITLE, "date": ((148, 7, 54, 12), 15, True, True), "map": ((8, 21, 194, 150),),
        "legend": ((8, 174, 96, 91), 8, 1), "areas": ((108, 175, 94, 48), 7.5, 3),
        "overview": ((108, 226, 94, 39),), "scale bar": ((11, 158, 60, 10), 8),
        "north arrow": ((189, 24, 10, 12),), **TALL_STRIP,
    },
    ("two_dates", "landscape"): {
        "title": ((8, 7, 281, 11), 17, True, False),
        "date 1": ((8, 20, 139, 8), 13, True, False), "map 1": ((8, 28, 139, 93),),
        "date 2": ((150, 20, 139, 8), 13, True, False), "map 2": ((150, 28, 139, 93),),
        "legend": ((8, 123, 139, 59), 8, 2), "areas": ((150, 124, 96, 58), 7.5, 4),
        "overview": ((249, 124, 40, 30),), "scale bar": ((11, 108, 50, 10), 8), "north arrow": ((134, 31, 10, 12),),
        **STRIP, "sources": ((82, 185, 207, 18), 7, False, False),
    },
    ("two_dates", "portrait"): {
        "title": ((8, 7, 194, 12), 16, True, False),
        "date 1": ((8, 22, 95, 8), 12, True, False), "map 1": ((8, 30, 95, 118),),
        "date 2": ((107, 22, 95, 8), 12, True, False), "map 2": ((107, 30, 95, 118),),
        "legend": ((8, 151, 95, 114), 8, 1), "areas": ((107, 152, 95, 66), 7.5, 4),
        "overview": ((107, 221, 95, 44),), "scale bar": ((11, 135, 50, 10), 8), "north arrow": ((90, 33, 10, 12),),
        **TALL_STRIP,
    },
    ("evidence", "portrait"): {
        "title": ((8, 7, 194, 12), 15, True, False), "verdict": ((8, 20, 194, 7), 11, True, False),
        "map": ((8, 29, 116, 108),), "facts": ((128, 29, 74, 108), 7, 2),
        "scale bar": ((11, 124, 50, 10), 8), "north arrow": ((111, 32, 10, 12),), "overview": ((10, 31, 30, 22),),
        "text": ((8, 140, 116, 58), 8, False, False), "legend": ((128, 139, 74, 60), 7.5, 1),
        "events heading": ((8, 201, 194, 5), 9, True, False), "events": ((8, 206, 194, 28), 7, 7),
        "uncertain heading": ((8, 236, 194, 5), 9, True, False),
        "uncertain": ((8, 241, 194, 25), 7.5, False, False), **TALL_STRIP,
    },
    ("evidence", "landscape"): {
        "title": ((8, 7, 281, 11), 16, True, False), "verdict": ((8, 19, 281, 7), 11, True, False),
        "map": ((8, 28, 130, 100),), "scale bar": ((11, 115, 50, 10), 8), "north arrow": ((125, 31, 10, 12),),
        "overview": ((10, 30, 30, 22),), "facts": ((142, 28, 147, 68), 7, 2),
        "text": ((142, 98, 147, 34), 8, False, False), "legend": ((8, 130, 130, 53), 7.5, 2),
        "events heading": ((142, 134, 147, 5), 9, True, False), "events": ((142, 139, 147, 22), 7, 7),
        "uncertain heading": ((142, 162, 147, 5), 9, True, False),
        "uncertain": ((142, 167, 147, 17), 7, False, False),
        **STRIP, "sources": ((82, 186, 207, 17), 7, False, False),
    },
}  # fmt: skip


def multiples(orientation: str, columns: int, rows: int, region) -> dict:
    """Return the items of a grid of maps, each below its date."""
    left, top, width, height = region
    gap, caption = 3, 6
    wide, tall = (width + gap) / columns - gap, (height + gap) / rows - gap
    boxes = {}
    for number in range(columns * rows):
        x = left + (number % columns) * (wide + gap)
        y = top + (number // columns) * (tall + gap)
        boxes[f"date {number + 1}"] = ((x, y, wide, caption), 9, True, False)
        boxes[f"map {number + 1}"] = ((x, y + caption, wide, tall - caption),)
    _, bottom, _, _ = boxes["map 1"][0]
    boxes["scale bar"] = ((left + 2, bottom + tall - caption - 12, 30, 10), 6)
    boxes["north arrow"] = ((left + wide - 9, bottom + 2, 7, 9),)
    if orientation == "landscape":
        rest = {**TITLE, "title": ((8, 7, 281, 11), 17, True, False), "legend": ((218, 24, 71, 88), 8, 1),
                "areas": ((218, 114, 71, 46), 7.5, 4), "overview": ((218, 163, 71, 40),), **STRIP}  # fmt: skip
    else:
        rest = {**TALL_TITLE, "title": ((8, 7, 194, 12), 16, True, False), "legend": ((8, 208, 100, 57), 8, 2),
                "areas": ((111, 208, 91, 36), 7.5, 4), "overview": ((111, 246, 91, 19),), **TALL_STRIP}  # fmt: skip
    return {**boxes, **rest}


def boxes_of(kind: str, page: str, orientation: str) -> dict:
    """Return the items of a template."""
    if kind != "multiples":
        return KINDS[kind, orientation]
    grids = {"A4": (3, 2), "A3": (4, 3)}
    columns, rows = grids[page]
    if orientation == "landscape":
        return multiples(orientation, columns, rows, (8, 20, 206, 162))
    return multiples(orientation, rows, columns, (8, 21, 194, 184))


def make(kind: str, page: str, orientation: str) -> QgsPrintLayout:
    """Return the layout of a template."""
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    layout.setName(f"{kind} {page} {orientation}")
    page_orientation = (
        QgsLayoutItemPage.Orientation.Landscape
        if orientation == "landscape"
        else QgsLayoutItemPage.Orientation.Portrait
    )
    layout.pageCollection().page(0).setPageSize(page, page_orientation)
    scale = PAGES[page][1] / PAGES["A4"][1]
    for name, (box, *style) in boxes_of(kind, page, orientation).items():
        box = [length * scale for length in box]
        style = [style[0] * TEXT_SCALE[page], *style[1:]] if style else []
        add(layout, name, box, style, scale)
    first = layout.itemById("map") or layout.itemById("map 1")
    layout.setReferenceMap(first)
    layout.itemById("overview").overview().setLinkedMap(first)
    return layout


def add(layout, name: str, box, style, scale: float) -> None:
    """Add an item with its style: (text size, …) as in KINDS, empty for maps and pictures."""
    kind = name.split()[0]
    if kind in ("map", "overview"):
        item = add_map(layout, kind == "overview")
    elif kind == "legend":
        item = add_legend(layout, *style)
    elif name in ("areas", "facts", "events"):
        item = add_table(layout, kind, box, *style)
    elif kind == "scale":
        item = add_scale_bar(layout, *style)
    elif kind == "north":
        item = QgsLayoutItemPicture(layout)
        item.setPicturePath("arrows/NorthArrow_04.svg")
        item.setSvgFillColor(QColor(INK))
        item.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
        item.setBackgroundEnabled(True)
        item.setBackgroundColor(QColor(*PLATE))
    else:
        item = add_label(layout, *style)
    item.setId(name)
    if item.scene() is None:
        layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(box[0], box[1], MM))
    item.attemptResize(QgsLayoutSize(box[2], box[3], MM))


def add_map(layout, is_overview: bool) -> QgsLayoutItemMap:
    """Return a map; the overview marks the extent of the main map."""
    item = QgsLayoutItemMap(layout)
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor(INK))
    item.setBackgroundColor(QColor(PAPER))
    if is_overview:
        symbol = item.overview().frameSymbol()
        symbol.setColor(QColor(0, 0, 0, 0))
        symbol.symbolLayer(0).setStrokeColor(QColor("#c00000"))
        symbol.symbolLayer(0).setStrokeStyle(Qt.PenStyle.SolidLine)
        symbol.symbolLayer(0).setStrokeWidth(0.5)
        symbol.setOpacity(1)
        item.overview().setFrameSymbol(symbol.clone())
        item.setZValue(10)
    return item


def add_legend(layout, size_pt: float, columns: int) -> QgsLayoutItemLegend:
    """Return a legend with a text size in points."""
    legend = QgsLayoutItemLegend(layout)
    legend.setAutoUpdateModel(False)
    legend.setWrapString("\n")
    legend.setColumnCount(columns)
    legend.setSplitLayer(True)
    legend.setColumnSpace(3)
    legend.setBoxSpace(1)
    part = QgsLegendStyle.Style
    sizes = (
        (part.Title, 1.35, True),
        (part.Group, 1.2, True),
        (part.Subgroup, 1.1, True),
        (part.SymbolLabel, 1, False),
    )
    for component, factor, is_bold in sizes:
        legend.rstyle(component).setTextFormat(text_format(size_pt * factor, is_bold))
    legend.setSymbolHeight(0.5 * size_pt)
    legend.setSymbolWidth(0.9 * size_pt)
    legend.rstyle(part.Symbol).setMargin(QgsLegendStyle.Side.Top, 1.8)
    legend.rstyle(part.Subgroup).setMargin(QgsLegendStyle.Side.Top, 2.2)
    return legend


def add_table(layout, name: str, box, size_pt: float, columns: int) -> QgsLayoutFrame:
    """Return the frame of a table, which the plugin fills with rows."""
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    table.setContentTextFormat(text_format(size_pt, False))
    table.setHeaderTextFormat(text_format(size_pt, True))
    table.setCellMargin(0.6 if name == "facts" else 0.9)
    table.setGridStrokeWidth(0.15)
    table.setGridColor(QColor(PALE))
    table.setVerticalGrid(False)
    table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.UseExistingFrames)
    frame = QgsLayoutFrame(layout, table)
    table.addFrame(frame)
    return frame


def add_scale_bar(layout, size_pt: float) -> QgsLayoutItemScaleBar:
    """Return a scale bar with a text size in points."""
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Line Ticks Up")
    bar.setTextFormat(text_format(size_pt, False))
    bar.setBackgroundEnabled(True)
    bar.setBackgroundColor(QColor(*PLATE))
    return bar


def add_label(layout, size_pt: float, is_bold: bool, is_right: bool) -> QgsLayoutItemLabel:
    """Return a label without margins."""
    label = QgsLayoutItemLabel(layout)
    label.setTextFormat(text_format(size_pt, is_bold))
    label.setMarginX(0)
    label.setMarginY(0)
    label.setHAlign(Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft)
    return label


def text_format(size_pt: float, is_bold: bool) -> QgsTextFormat:
    """Return the text format of a size in points."""
    font = QFont(FONT)
    font.setBold(is_bold)
    text = QgsTextFormat()
    text.setFont(font)
    text.setSize(size_pt)
    text.setColor(QColor(INK))
    return text


def main() -> None:
    """Write all templates, and print their paths."""
    OUT.mkdir(exist_ok=True)
    for kind in ("map", "two_dates", "multiples", "evidence"):
        for page in PAGES:
            for orientation in ("landscape", "portrait"):
                layout = make(kind, page, orientation)
                path = OUT / f"{kind}_{page.lower()}_{orientation}.qpt"
                if not layout.saveAsTemplate(str(path), QgsReadWriteContext()):
                    raise SystemExit(f"{path} cannot be written.")
                path.write_text(with_lasting_ids(path.read_text(encoding="utf-8"), path.stem), encoding="utf-8")
                print(path)


def with_lasting_ids(text: str, name: str) -> str:
    """Return the text of a template with ids that are the same each time it is written."""
    ids = list(dict.fromkeys(re.findall(r"\{[0-9a-f-]{36}\}", text)))
    for number, old in enumerate(ids):
        text = text.replace(old, f"{{{uuid.uuid5(uuid.NAMESPACE_URL, f'{name}/{number}')}}}")
    return text


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main()
    application.exitQgis()
