"""What every printed page keeps to: nothing off the page, nothing on top of another, nothing cut."""

from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
)

from syria_control_plugin.mapping.layouts.texts import LEAST_PT, Ruler

INSETS = ("scale bar", "north arrow", "overview")
ROUNDING_MM = 0.15


def printed_items(layout):
    """The items of a layout without its pages."""
    items = (item for item in layout.items() if isinstance(item, QgsLayoutItem))
    return [item for item in items if not isinstance(item, QgsLayoutItemPage)]


def box(item):
    """Where an item is, in mm on all pages, a little smaller than it is."""
    edge = ROUNDING_MM
    return item.mapRectToScene(item.rect()).adjusted(edge, edge, -edge, -edge)


def assert_on_the_page(layout):
    for item in printed_items(layout):
        page = layout.pageCollection().page(item.page())
        assert page.mapRectToScene(page.rect()).contains(box(item)), f"{item.id()} reaches off the page"


def assert_nothing_overlaps(layout):
    items = printed_items(layout)
    for number, one in enumerate(items):
        for other in items[number + 1 :]:
            names = {one.id(), other.id()}
            inset, drawn = (one, other) if one.id() in INSETS else (other, one)
            if inset.id() in INSETS and isinstance(drawn, QgsLayoutItemMap) and box(drawn).contains(box(inset)):
                continue
            assert not box(one).intersects(box(other)), names


def assert_nothing_is_cut(layout):
    ruler = Ruler(layout)
    for item in printed_items(layout):
        if isinstance(item, QgsLayoutItemLabel):
            text, letters, width = item.currentText(), item.textFormat(), item.rect().width()
            assert ruler.height(text, letters, width) <= item.rect().height() + ROUNDING_MM, item.id()
            words = text.split()
            assert max((ruler.width(word, letters) for word in words), default=0) <= width, item.id()
            assert letters.size() >= LEAST_PT
        if isinstance(item, QgsLayoutFrame):
            table = item.multiFrame()
            room = sum(frame.rect().height() for frame in table.frames())
            assert table.totalSize().height() <= room + ROUNDING_MM, item.id()
            assert table.totalSize().width() <= item.rect().width() + ROUNDING_MM, item.id()
            assert table.contentTextFormat().size() >= LEAST_PT


def assert_well_laid_out(layout):
    for number in range(layout.pageCollection().pageCount()):
        QgsLayoutExporter(layout).renderPageToImage(number, dpi=100)  # legends take their size when they are drawn
    assert_on_the_page(layout)
    assert_nothing_overlaps(layout)
    assert_nothing_is_cut(layout)
