"""Symbology of a case's layers: created from the case's theme, and stored in the case for QGIS without the plugin.

A case, and the styles stored in it, may come from anybody: pictures and expressions in a style can reach servers and
files. A layer is drawn in a stored style only if this QGIS profile knows the style (``stored_styles``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayerMetadata,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ...case.catalogue import faction_names
from ...core import fields as f
from ...core.corridors.events import FIGHT, OTHER, STRIKE, TRANSFER, UNKNOWN
from ...core.errors import CaseError
from ...core.factions.themes import MapClass, Theme
from ...translation import tr
from ..label_format import label_format, legend_text, show_tips_as_text
from .corridor_styles import AREA_CLASS_FIELDS, CORRIDOR_CLASS_FIELDS, style_corridor_areas, style_corridors
from .stored_styles import apply_style, draws_like, is_known, remember, style_problem
from .symbols import fill_symbol
from .temporal import follow_dates, follow_periods

# An expanded layer tree draws each class, at about 40 ms in the main thread: 5,000 classes took 4 minutes.
MOST_CLASSES_EXPANDED = 100
# The tables that have a style.
STYLED = (
    f.CONTROL_MAP, f.TERRITORIES, f.PLACES, f.REPORTS, f.MOVEMENTS, f.EVENTS, f.CORRIDORS, f.CORRIDOR_AREAS,
)  # fmt: skip
_LEVEL = {"faction": 0, "retaken": 1, "contested": 2}


def legend_classes(theme: Theme, shown: list[str]) -> list[MapClass]:
    """Return the theme's classes that a map shows, in the theme's order, contested territory last.

    shown  values of the view's class field: faction ids, and derived classes with their prefix
    """
    wanted = set(shown)
    factions = [name for name in wanted if not name.startswith(f.DERIVED_PREFIX)]
    return [
        entry
        for entry in (*theme.classes_for(factions, faction_names()), theme.contested)
        if class_value(entry) in wanted
    ]


def class_value(entry: MapClass) -> str:
    """Return the value of the drawn view's class field for a class."""
    return entry.faction or f.DERIVED_PREFIX + entry.id


def theme_symbol(entry: MapClass) -> QgsFillSymbol:
    """Return the symbol of a class; classes derived from history are drawn above factions."""
    return fill_symbol(entry.fill, _LEVEL[entry.kind])


def control_renderer(theme: Theme, shown: list[str]) -> QgsCategorizedSymbolRenderer:
    """Return categories by class, with the theme's order and labels in the legend."""
    classes = legend_classes(theme, shown)
    categories = [
        QgsRendererCategory(class_value(entry), theme_symbol(entry), legend_text(tr(entry.label))) for entry in classes
    ]
    renderer = QgsCategorizedSymbolRenderer(f.CLASS, categories)
    renderer.setUsingSymbolLevels(any(entry.kind != "faction" for entry in classes))
    return renderer


def has_long_legend(layer: QgsMapLayer) -> bool:
    """Check whether a layer has too many classes to be expanded in the layer tree."""
    renderer = layer.renderer() if isinstance(layer, QgsVectorLayer) else None
    is_categorized = isinstance(renderer, QgsCategorizedSymbolRenderer)
    return is_categorized and len(renderer.categories()) > MOST_CLASSES_EXPANDED


def style_territories(layer: QgsVectorLayer, theme: Theme, factions: list[str]) -> None:
    """Style a layer with a field ``faction`` by the theme, for these factions; derived classes are omitted."""
    renderer = control_renderer(theme, factions)
    renderer.setClassAttribute(f.FACTION)
    layer.setRenderer(renderer)


class StyledCase(Protocol):
    """A checked case, as far as styles need it (``case.case.Case``)."""

    path: str
    foreign_triggers: tuple[str, ...]

    def tables(self) -> list[str]: ...

    def classes(self) -> list[str]: ...

    def setting(self, key: str): ...

    def default_styles(self) -> dict[str, str]: ...

    def stored_styles(self) -> set[str]: ...

    def select(self, table: str, *columns: str, where: dict | None = None, distinct: bool = False) -> list[tuple]: ...


def style_case(case: StyledCase, theme: Theme) -> None:
    """Save a style, with the temporal properties, for each layer of a case in the case; the QGIS profile then knows it.

    A style that was already in the case does not become known by this, even if it is drawn afterwards. Raises CaseError
    if the style cannot be saved.
    """
    before = case.stored_styles()
    tables = case.tables()
    styled = [table for table in STYLED if table in tables]
    for table in styled:
        layer = plain_layer(case, table, table)
        _paint(layer, table, case, theme)
        message = layer.saveStyleToDatabase(theme.id[:30], theme.description, True, "")
        if message:
            raise CaseError(tr("The style of {!r} cannot be saved: {}").format(table, message))
    kept = case.default_styles()
    remember(kept[table] for table in styled if table in kept and kept[table] not in before)


def plain_layer(case: StyledCase, table: str, name: str) -> QgsVectorLayer:
    """Open a layer of a case without any stored style. Raises CaseError if it cannot be opened."""
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(f"{case.path}|layername={table}", name, "ogr", options)
    if not layer.isValid():
        raise CaseError(
            tr("The layer {!r} of {!r} cannot be opened: {}").format(table, case.path, layer.error().summary())
        )
    layer.setReadOnly(bool(case.foreign_triggers))  # they would run on each edit
    return layer


def dress(layer: QgsVectorLayer, table: str, case: StyledCase) -> None:
    """Apply the style stored in the case if this QGIS profile knows it, else the style of the case's theme."""
    qml = case.default_styles().get(table, "")
    if qml and is_known(qml) and apply_style(layer, qml):
        _finish(layer, table)
    else:
        theme = case.setting("theme")
        _paint(layer, table, case, Theme.from_dict(theme) if theme else None)


def unused_styles(case: StyledCase, opened: Mapping[str, QgsVectorLayer] = MappingProxyType({})) -> dict[str, str]:
    """Return table → the style that is stored in a case but not used, because it was not created in this QGIS profile.

    opened  table → a layer that was just opened

    Omitted are styles that draw the same as the plugin's own, such as those of a case that the plugin created
    elsewhere, and those of tables that are not drawn.
    """
    unused = {}
    for table, qml in case.default_styles().items():
        if table in STYLED and table != f.TERRITORIES and not is_known(qml):
            layer = opened.get(table)
            if layer is None:
                layer = plain_layer(case, table, table)
                dress(layer, table, case)
            if not draws_like(layer, qml):
                unused[table] = qml
    return unused


def use_styles(styles: Mapping[str, str]) -> dict[str, str]:
    """Mark the styles that the user accepts as known; return table → problem of those that reach outside."""
    problems = {table: style_problem(qml) for table, qml in styles.items()}
    remember(qml for table, qml in styles.items() if not problems[table])
    return {table: problem for table, problem in problems.items() if problem}


def _paint(layer: QgsVectorLayer, table: str, case: StyledCase, theme: Theme | None) -> None:
    """Apply the plugin's own style; without a theme a control map keeps QGIS's single symbol."""
    layer.setLabelsEnabled(False)
    layer.setLabeling(None)
    if table in _PLAIN_STYLES:
        _PLAIN_STYLES[table](layer)
    elif table == f.CORRIDORS:
        parties = {name for pair in case.select(table, f.MOVER, f.HOST, distinct=True) for name in pair}
        names = {key: name for key, name in faction_names(case).items() if key in parties}
        style_corridors(layer, set(case.select(table, *CORRIDOR_CLASS_FIELDS, distinct=True)), names)
    elif table == f.CORRIDOR_AREAS:
        style_corridor_areas(layer, set(case.select(table, *AREA_CLASS_FIELDS, distinct=True)))
    elif theme is not None and table == f.CONTROL_MAP:
        layer.setRenderer(control_renderer(theme, case.classes()))
    elif theme is not None and table == f.TERRITORIES:
        factions = [name for name in case.classes() if not name.startswith(f.DERIVED_PREFIX)]
        style_territories(layer, theme, factions)
    _finish(layer, table)


def _finish(layer: QgsVectorLayer, table: str) -> None:
    """Set the temporal properties of a layer and hide the field that only serves these, whatever its symbols are.

    What QGIS shows as HTML is cleared (the metadata of the file) or turned into text (map tips). The CRS is set to that
    of all cases: the one in the file may name grids, files that PROJ opens when the layer is drawn.
    """
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    layer.setMetadata(QgsLayerMetadata())
    show_tips_as_text(layer)
    _hide_helper_field(layer)
    if table == f.REPORTS:
        follow_dates(layer, f.REPORT_DATE)
    elif table != f.PLACES:
        follow_periods(layer)


def _style_places(layer: QgsVectorLayer) -> None:
    dot = {"name": "circle", "color": "#ffffff", "outline_color": "#333333", "outline_width": "0.2", "size": "1.2"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(dot)))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_labels(f.NAME, size_pt=7, from_scale=300_000)))
    layer.setLabelsEnabled(True)


def _style_reports(layer: QgsVectorLayer) -> None:
    diamond = {"name": "diamond", "color": "#ffd54f", "outline_color": "#333333", "outline_width": "0.2", "size": "2.2"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(diamond)))


def _style_movements(layer: QgsVectorLayer) -> None:
    symbol = QgsLineSymbol.createSimple({"line_color": "#ffffff", "line_width": "1.6", "capstyle": "round"})
    dark = QgsLineSymbol.createSimple({"line_color": "#6a1b9a", "line_width": "0.8", "capstyle": "round"})
    symbol.appendSymbolLayer(dark.symbolLayer(0).clone())
    arrows = QgsMarkerLineSymbolLayer(True)
    arrows.setPlacements(Qgis.MarkerLinePlacement.LastVertex)
    head = {"name": "filled_arrowhead", "color": "#6a1b9a", "outline_color": "#ffffff", "size": "4"}
    arrows.setSubSymbol(QgsMarkerSymbol.createSimple(head))
    symbol.appendSymbolLayer(arrows)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def _style_events(layer: QgsVectorLayer) -> None:
    """Draw fights as crosses, filled if date and place are exact; others by kind."""
    classes = [
        ("exact", _cross("#ffab00"), tr("Clash event")),
        ("vague", _cross("#ffffff"), tr("Clash event with imprecise date or place")),
        (STRIKE, _marker("star", "#fff176", "4.8"), tr("Explosion or remote violence")),
        (TRANSFER, _marker("triangle", "#ffffff", "3.8"), tr("Transfer of territory without a fight")),
        (UNKNOWN, _marker("circle", "#ffffff", "3.2"), tr("Event of unknown kind")),
        (OTHER, _marker("circle", "#9e9e9e", "2.2"), tr("Other event")),
    ]
    categories = [QgsRendererCategory(value, symbol, label) for value, symbol, label in classes]
    exact = f'"{f.IS_EXACT_DATE}" = 1 AND "{f.REACH_KM}" = 0'
    kind = f"if(\"{f.KIND}\" = '{FIGHT}', if({exact}, 'exact', 'vague'), \"{f.KIND}\")"
    layer.setRenderer(QgsCategorizedSymbolRenderer(kind, categories))


def _marker(shape: str, colour: str, size_mm: str) -> QgsMarkerSymbol:
    outline = {"outline_color": "#222222", "outline_width": "0.3"}
    return QgsMarkerSymbol.createSimple({"name": shape, "color": colour, "size": size_mm, **outline})


def _cross(colour: str) -> QgsMarkerSymbol:
    outer = {"name": "cross2", "outline_color": "#222222", "outline_width": "1.5", "size": "3.4"}
    symbol = QgsMarkerSymbol.createSimple(outer)
    inner = QgsMarkerSymbol.createSimple({**outer, "outline_color": colour, "outline_width": "0.8", "size": "3.0"})
    symbol.appendSymbolLayer(inner.symbolLayer(0).clone())
    return symbol


def _labels(field: str, size_pt: float, from_scale: float) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.setFormat(label_format(size_pt, halo_mm=0.6))
    settings.scaleVisibility = True
    settings.minimumScale = from_scale
    return settings


def _hide_helper_field(layer: QgsVectorLayer) -> None:
    config = layer.attributeTableConfig()
    config.update(layer.fields())
    columns = config.columns()
    for column in columns:
        if column.name == f.SHOWN_UNTIL:
            column.hidden = True
    config.setColumns(columns)
    layer.setAttributeTableConfig(config)


_PLAIN_STYLES = {
    f.PLACES: _style_places,
    f.REPORTS: _style_reports,
    f.MOVEMENTS: _style_movements,
    f.EVENTS: _style_events,
}
