"""Symbology of a control layer by class: visibility, colour and label."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsReadWriteContext,
    QgsSymbol,
    QgsSymbolLayerUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtXml import QDomDocument

from ...core import fields as f
from ...core.factions.themes import MapClass
from ...translation import tr
from ..label_format import legend_text
from .stored_styles import draws_like, is_known, remember
from .styles import StyledCase, class_value, dress, plain_layer, theme_symbol

_STYLED = (f.CONTROL_MAP, f.TERRITORIES)  # tables that are styled by the theme


def drawn_classes(layer: QgsVectorLayer) -> dict[str, bool]:
    """Return class → whether it is drawn; empty if the layer has a renderer of another kind."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return {}
    return {str(category.value()): category.renderState() for category in renderer.categories()}


def draw_classes(layer: QgsVectorLayer, drawn: dict[str, bool]) -> None:
    """Switch classes of a layer on and off, in the layer tree and on the map."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return
    changed = False
    for number, category in enumerate(renderer.categories()):
        state = drawn.get(str(category.value()), category.renderState())
        if state != category.renderState():
            changed = renderer.updateCategoryRenderState(number, state)
    if changed:
        _emit_style_changed(layer)


def dress_class(layer: QgsVectorLayer, entry: MapClass) -> None:
    """Apply a theme's fill and label to a class of a layer; all other changes to the layer are kept."""
    if _dress(layer, entry):
        _emit_style_changed(layer)


def case_styles(case: StyledCase, entries: list[MapClass]) -> dict[str, tuple[str, str]]:
    """Return table → (QML, SLD) of the style to store in a case, with new symbols and labels for these classes.

    Unused styles of unknown origin are not replaced. Safe in worker threads. Raises CaseError if a layer of the case
    cannot be opened.
    """
    styles = {}
    stored, tables = case.default_styles(), case.tables()
    for table in (name for name in _STYLED if name in tables):
        layer = plain_layer(case, table, table)
        dress(layer, table, case)
        qml = stored.get(table, "")
        if qml and not is_known(qml) and not draws_like(layer, qml):
            continue
        for entry in entries:
            _dress(layer, entry)
        styles[table] = (_qml(layer), _sld(layer))
    remember(qml for qml, _ in styles.values())
    return styles


class ClassSymbols:
    """Symbols of classes as a layer draws them now, or the theme's symbol for a class that it does not draw.

    QGIS copies all categories to return one of them, so they are read once.
    """

    def __init__(self, layer: QgsVectorLayer | None):
        renderer = layer.renderer() if layer is not None else None
        has_classes = isinstance(renderer, QgsCategorizedSymbolRenderer)
        # Whole categories, because the symbol of a category is deleted with it.
        self._categories = {each.value(): each for each in renderer.categories()} if has_classes else {}

    def of(self, entry: MapClass) -> QgsSymbol:
        """Return the symbol of a class."""
        category = self._categories.get(class_value(entry))
        return category.symbol().clone() if category is not None else theme_symbol(entry)


def swatch(symbol: QgsSymbol, size: QSize) -> QPixmap:
    """Return a small preview of a symbol."""
    return QgsSymbolLayerUtils.symbolPreviewPixmap(symbol, size)


def _dress(layer: QgsVectorLayer, entry: MapClass) -> bool:
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return False
    index = renderer.categoryIndexForValue(class_value(entry))
    if index < 0:
        return False
    symbol = theme_symbol(entry)
    label = legend_text(tr(entry.label))
    return renderer.updateCategorySymbol(index, symbol) and renderer.updateCategoryLabel(index, label)


def _emit_style_changed(layer: QgsVectorLayer) -> None:
    layer.emitStyleChanged()
    layer.triggerRepaint()


def _qml(layer: QgsVectorLayer) -> str:
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext())
    return document.toString()


def _sld(layer: QgsVectorLayer) -> str:
    document = QDomDocument()
    layer.exportSldStyle(document, "")
    return document.toString()
