"""The look of a case's layers, kept in the case so that they look the same on a machine without the plugin."""

from __future__ import annotations

from typing import Protocol

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
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

from ...core import fields as f
from ...core.errors import CaseError
from ...core.evidence.events import FIGHT, OTHER, STRIKE, TRANSFER
from ...core.factions.themes import MapClass, Theme
from ...translation import tr
from ..texts import label_format, plain_text
from .corridor_styles import AREA_LOOK, CORRIDOR_LOOK, style_corridor_areas, style_corridors
from .symbols import fill_symbol
from .temporal import follow_dates, follow_periods

# A layer tree that shows classes draws each, some 40 ms in the main thread: 5,000 of them took 4 minutes.
MOST_CLASSES_EXPANDED = 100
_LEVEL = {"faction": 0, "retaken": 1, "contested": 2}


def legend_classes(theme: Theme, shown: list[str]) -> list[MapClass]:
    """The theme's classes that a map shows, in the theme's order, contested ground last.

    shown  values of the view's class field: faction ids, and derived classes behind their prefix
    """
    wanted = set(shown)
    factions = [name for name in wanted if not name.startswith(f.DERIVED_PREFIX)]
    return [entry for entry in (*theme.classes_for(factions), theme.contested) if class_value(entry) in wanted]


def class_value(entry: MapClass) -> str:
    """The value of the drawn view's class field that a class stands for."""
    return entry.faction or f.DERIVED_PREFIX + entry.id


def theme_symbol(entry: MapClass) -> QgsFillSymbol:
    """The symbol of a class; classes derived from history are drawn above factions."""
    return fill_symbol(entry.fill, _LEVEL[entry.kind])


def control_renderer(theme: Theme, shown: list[str]) -> QgsCategorizedSymbolRenderer:
    """Categories by class, legend in the theme's order and words."""
    classes = legend_classes(theme, shown)
    categories = [
        QgsRendererCategory(class_value(entry), theme_symbol(entry), plain_text(tr(entry.label))) for entry in classes
    ]
    renderer = QgsCategorizedSymbolRenderer(f.CLASS, categories)
    renderer.setUsingSymbolLevels(any(entry.kind != "faction" for entry in classes))
    return renderer


def has_long_legend(layer: QgsMapLayer) -> bool:
    """Whether a layer has so many classes that the layer tree keeps them folded."""
    renderer = layer.renderer() if isinstance(layer, QgsVectorLayer) else None
    is_categorized = isinstance(renderer, QgsCategorizedSymbolRenderer)
    return is_categorized and len(renderer.categories()) > MOST_CLASSES_EXPANDED


def style_territories(layer: QgsVectorLayer, theme: Theme, factions: list[str]) -> None:
    """Gives a layer with a field ``faction`` the theme's look for these factions; derived classes are left out."""
    renderer = control_renderer(theme, factions)
    renderer.setClassAttribute(f.FACTION)
    layer.setRenderer(renderer)


class StyledCase(Protocol):
    """What a case tells of itself (``sources.case.Case``)."""

    path: str

    def tables(self) -> list[str]: ...

    def classes(self) -> list[str]: ...

    def select(self, table: str, *columns: str, where: dict | None = None, distinct: bool = False) -> list[tuple]: ...


def style_case(case: StyledCase, theme: Theme) -> None:
    """Saves a look, with the temporal properties, for each layer of a case into the case.

    Raises CaseError where the style can't be saved.
    """
    path, tables, shown = case.path, case.tables(), case.classes()
    stylers = {
        f.CONTROL_MAP: lambda layer: _style_control(layer, theme, shown),
        f.TERRITORIES: lambda layer: _style_territories(layer, theme, shown),
        f.PLACES: _style_places,
        f.REPORTS: _style_reports,
        f.MOVEMENTS: _style_movements,
        f.EVENTS: _style_events,
        f.CORRIDORS: lambda layer: _style_corridors(layer, case),
        f.CORRIDOR_AREAS: lambda layer: _style_corridor_areas(layer, case),
    }
    for table, style in stylers.items():
        if table not in tables:
            continue
        layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr", _without_default_style())
        if not layer.isValid():
            raise CaseError(
                tr("The layer {!r} of {!r} can't be opened: {}").format(table, path, layer.error().summary())
            )
        style(layer)
        _hide_helper_field(layer)
        message = layer.saveStyleToDatabase(theme.id[:30], theme.description, True, "")
        if message:
            raise CaseError(tr("The style of {!r} can't be saved: {}").format(table, message))


def _style_corridors(layer: QgsVectorLayer, case: StyledCase) -> None:
    style_corridors(layer, set(case.select(f.CORRIDORS, *CORRIDOR_LOOK, distinct=True)))
    follow_periods(layer)


def _style_corridor_areas(layer: QgsVectorLayer, case: StyledCase) -> None:
    style_corridor_areas(layer, set(case.select(f.CORRIDOR_AREAS, *AREA_LOOK, distinct=True)))
    follow_periods(layer)


def _without_default_style() -> QgsVectorLayer.LayerOptions:
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    return options


def _style_control(layer: QgsVectorLayer, theme: Theme, shown: list[str]) -> None:
    layer.setRenderer(control_renderer(theme, shown))
    follow_periods(layer)


def _style_territories(layer: QgsVectorLayer, theme: Theme, shown: list[str]) -> None:
    style_territories(layer, theme, [name for name in shown if not name.startswith(f.DERIVED_PREFIX)])
    follow_periods(layer)


def _style_places(layer: QgsVectorLayer) -> None:
    dot = {"name": "circle", "color": "#ffffff", "outline_color": "#333333", "outline_width": "0.2", "size": "1.2"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(dot)))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_labels(f.NAME, size_pt=7, from_scale=300_000)))
    layer.setLabelsEnabled(True)


def _style_reports(layer: QgsVectorLayer) -> None:
    diamond = {"name": "diamond", "color": "#ffd54f", "outline_color": "#333333", "outline_width": "0.2", "size": "2.2"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(diamond)))
    follow_dates(layer, f.REPORT_DATE)


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
    follow_periods(layer)


def _style_events(layer: QgsVectorLayer) -> None:
    """Ground fights as crosses, filled where day and place are exact, as a verdict asks; the rest by their kind."""
    classes = [
        ("exact", _cross("#ffab00"), tr("Clash event")),
        ("vague", _cross("#ffffff"), tr("Clash event, day or place not precise")),
        (STRIKE, _marker("star", "#fff176", "4.8"), tr("Explosion or remote violence")),
        (TRANSFER, _marker("triangle", "#ffffff", "3.8"), tr("Ground handed over without a fight")),
        (OTHER, _marker("circle", "#9e9e9e", "2.2"), tr("Other event")),
    ]
    categories = [QgsRendererCategory(value, symbol, label) for value, symbol, label in classes]
    exact = f'"{f.IS_EXACT_DATE}" = 1 AND "{f.REACH_KM}" = 0'
    kind = f"if(\"{f.KIND}\" = '{FIGHT}', if({exact}, 'exact', 'vague'), \"{f.KIND}\")"
    layer.setRenderer(QgsCategorizedSymbolRenderer(kind, categories))
    follow_periods(layer)


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
