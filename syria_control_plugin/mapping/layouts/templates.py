"""Templates of layouts (.qpt): those shipped with the plugin, and the user's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtXml import QDomDocument

from ...core.errors import SourceError
from ...translation import tr
from .foreign_templates import read_template

MAP, TWO_DATES, MULTIPLES, ATLAS, EVIDENCE = "map", "two_dates", "multiples", "atlas", "evidence"
KINDS = (MAP, TWO_DATES, MULTIPLES, ATLAS, EVIDENCE)
SIZES, ORIENTATIONS = ("A4", "A3"), ("landscape", "portrait")
_FOLDER = Path(__file__).parent.parent.parent / "resources" / "layouts"
_SHIPPED = {ATLAS: MAP}  # an atlas has the pages of a map


@dataclass(frozen=True)
class Paper:
    """The paper: a size, an orientation ("" for the default of the kind), and a custom template ("" for none)."""

    size: str = "A4"
    orientation: str = ""
    template: str = ""


def template_path(kind: str, paper: Paper) -> Path:
    """Return the template of a kind of layout; a custom one has its own size and orientation."""
    if paper.template:
        return Path(paper.template)
    orientation = paper.orientation or ("portrait" if kind == EVIDENCE else "landscape")
    return _FOLDER / f"{_SHIPPED.get(kind, kind)}_{paper.size.lower()}_{orientation}.qpt"


def opened_template(project: QgsProject, kind: str, paper: Paper) -> QgsPrintLayout:
    """Create a layout from a template, not yet in the project's list of layouts.

    Raises SourceError if the template cannot be used.
    """
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.loadFromTemplate(_document(kind, paper), QgsReadWriteContext())
    if not maps_of(items_of(layout)):
        raise SourceError(tr('{!r}: the template has no map with the id "map" or "map 1".').format(paper.template))
    return layout


def left_out_of(paper: Paper) -> list[str]:
    """List what a custom template was cleaned of, in sentences. Raises SourceError if it cannot be used."""
    if not paper.template:
        return []
    path = Path(paper.template)
    return [tr("Left out of the template {!r}: {}.").format(path.name, each) for each in read_template(path).left_out]


def add_template_page(layout: QgsPrintLayout, kind: str, paper: Paper) -> dict[str, QgsLayoutItem]:
    """Add a page at the end with the items of a template; return them by name."""
    collection = layout.pageCollection()
    number = collection.pageCount()
    first = collection.page(0)
    add_page(layout)
    items, _ = layout.loadFromTemplate(_document(kind, paper), QgsReadWriteContext(), False)
    below = collection.page(number).pos().y() - first.pos().y()
    for item in items:
        item.attemptMoveBy(0, below)
    return items_of(layout, number)


def add_page(layout: QgsPrintLayout) -> QgsLayoutItemPage:
    """Add an empty page at the end, as large as the first one."""
    page = QgsLayoutItemPage(layout)
    page.setPageSize(layout.pageCollection().page(0).sizeWithUnits())
    layout.pageCollection().addPage(page)
    return page


def items_of(layout: QgsPrintLayout, page: int = 0) -> dict[str, QgsLayoutItem]:
    """Return name → item of a page."""
    items = (item for item in layout.items() if isinstance(item, QgsLayoutItem))
    return {item.id(): item for item in items if item.id() and item.page() == page}


def maps_of(items: dict[str, QgsLayoutItem]) -> list[QgsLayoutItemMap]:
    """Return the maps to fill, in the order of their numbers.

    Their names are "map", or "map 1", "map 2" and so on.
    """
    maps = [item for item in items.values() if isinstance(item, QgsLayoutItemMap)]
    numbers = {item: number_of(item.id(), "map") for item in maps}
    return sorted((item for item in maps if numbers[item] is not None), key=lambda item: numbers[item])


def number_of(item_id: str, word: str) -> int | None:
    """Return 2 for "map 2", 0 for "map"; None for another word."""
    first, _, number = item_id.partition(" ")
    if first != word or (number and not number.isdecimal()):
        return None
    return int(number or 0)


def item_of(items: dict[str, QgsLayoutItem], name: str, kind: type) -> QgsLayoutItem | None:
    """Return the item of a name, None if the template does not have one.

    Raises SourceError if it is of another kind.
    """
    item = items.get(name)
    if item is not None and not isinstance(item, kind):
        raise SourceError(tr("The item {!r} of the template is not a {}.").format(name, kind.__name__))
    return item


def _document(kind: str, paper: Paper) -> QDomDocument:
    return read_template(template_path(kind, paper), not paper.template).document
