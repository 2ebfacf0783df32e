"""Styles of control changes, coloured by the new holder, and of front lines and pockets over a control map."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...case.catalogue import faction_names
from ...core import fields as f
from ...core.control.holders import NO_FACTION, NOBODY, NOT_MAPPED, Holders, joined
from ...core.factions.themes import NOBODYS_FILL, Fill, Theme
from ...translation import tr
from ..label_format import label_format, legend_text
from ..text.formatting import holders_text, name_of, no_faction_labels
from .symbols import fill_symbol
from .temporal import follow_stated_periods

# A change has the colour of the territory below it, which it led to: a strong outline distinguishes the two.
_OUTLINE, _OUTLINE_MM = "#111111", 0.6
_NO_FACTIONS = {
    NOBODY: NOBODYS_FILL,
    NOT_MAPPED: Fill(colour="#6b6b6b", pattern="none"),
}


def style_changes(layer: QgsVectorLayer, theme: Theme, holders: list[Holders]) -> None:
    """Style a layer with one category per new holder, in the theme's order, with its fills and labels.

    Contested territory, territory of nobody and ground that is not mapped come last.

    holders  those of the field ``to_holder``
    """
    alone = [names[0] for names in holders if len(names) == 1 and names[0] not in NO_FACTION]
    entries = [entry for entry in theme.classes_for(alone, faction_names()) if entry.faction in alone]
    classes = [(entry.faction, entry.fill, tr(entry.label)) for entry in entries]
    for text in (joined(names) for names in holders if len(names) > 1):
        classes.append(
            (text, theme.contested.fill, f"{tr(theme.contested.label)} ({holders_text(text, faction_names())})")
        )
    labels = no_faction_labels()
    classes += [(name, fill, labels[name]) for name, fill in _NO_FACTIONS.items() if (name,) in holders]
    categories = [
        QgsRendererCategory(value, _symbol(fill), legend_text(tr("Passed to: {}").format(label)))
        for value, fill, label in classes
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(f.TO_HOLDER, categories))
    follow_stated_periods(layer)


def style_retaken(layer: QgsVectorLayer, theme: Theme, held_by: str, earlier_held_by: str) -> None:
    """Style a layer by the theme's rule for the two holders, else by the current holder's style."""
    entries = theme.classes_for([held_by], faction_names())
    ruled = [e for e in entries if e.rule and (e.rule.held_by, e.rule.earlier_held_by) == (held_by, earlier_held_by)]
    entry = (ruled or [e for e in entries if e.faction == held_by])[0]
    label = tr(entry.label)
    label = label if ruled else tr("{}, earlier held by {}").format(label, name_of(earlier_held_by, faction_names()))
    category = QgsRendererCategory(held_by, fill_symbol(entry.fill), legend_text(label))
    layer.setRenderer(QgsCategorizedSymbolRenderer(f.FACTION, [category]))
    follow_stated_periods(layer)


def _symbol(fill: Fill):
    return fill_symbol(replace(fill, outline=_OUTLINE, outline_mm=_OUTLINE_MM))


_DASH_MM = 2.4
_FRONT_OUTLINE = "#6a1b9a"


def style_fronts(layer: QgsVectorLayer, theme: Theme, pairs: list[tuple[str, str]]) -> None:
    """Style a layer with one category per pair of factions.

    Each is a line in the colour of one with dashes in the colour of the other, on a white casing.
    """
    entries = theme.classes_for({name for pair in pairs for name in pair}, faction_names())
    classes = {entry.faction: entry for entry in entries if entry.faction}
    categories = []
    for number, (first, second) in enumerate(pairs):
        colours = [classes[name].fill.colour for name in (first, second)]
        label = legend_text(f"{tr(classes[first].label)} | {tr(classes[second].label)}")
        # In black and white two factions have the same colour: then the lengths of the dashes distinguish the pairs.
        is_one = colours[0] == colours[1]
        dash = _DASH_MM * (1 + number) if is_one else _DASH_MM
        dashes = _line("#ffffff", 0.5) if is_one else _line(colours[1], 1.2)
        _set_dashes(dashes, dash, _DASH_MM)
        symbol = _front(colours[0], dashes)
        categories.append(QgsRendererCategory(f"{first}\n{second}", symbol, label))
    fields = (QgsExpression.quotedColumnRef(name) for name in (f.FIRST_FACTION, f.SECOND_FACTION))
    layer.setRenderer(QgsCategorizedSymbolRenderer(" || '\\n' || ".join(fields), categories))
    follow_stated_periods(layer)


def style_pockets(layer: QgsVectorLayer) -> None:
    """Style a layer as dashed outlines over the control map, labelled with bloc, area and start date."""
    symbol = QgsFillSymbol()
    symbol.deleteSymbolLayer(0)
    symbol.appendSymbolLayer(_line("#ffffff", 1.6))
    dashes = _line(_FRONT_OUTLINE, 0.9)
    _set_dashes(dashes, _DASH_MM, _DASH_MM / 2)
    symbol.appendSymbolLayer(dashes)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_pocket_labels()))
    layer.setLabelsEnabled(True)
    follow_stated_periods(layer)


def _front(colour: str, dashes: QgsSimpleLineSymbolLayer) -> QgsLineSymbol:
    symbol = QgsLineSymbol()
    symbol.deleteSymbolLayer(0)
    symbol.appendSymbolLayer(_line("#ffffff", 1.9))
    symbol.appendSymbolLayer(_line(colour, 1.2))
    symbol.appendSymbolLayer(dashes)
    return symbol


def _line(colour: str, width_mm: float) -> QgsSimpleLineSymbolLayer:
    line = QgsSimpleLineSymbolLayer(QColor(colour), width_mm)
    line.setWidthUnit(Qgis.RenderUnit.Millimeters)
    line.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    line.setPenCapStyle(Qt.PenCapStyle.FlatCap)
    return line


def _set_dashes(line: QgsSimpleLineSymbolLayer, dash_mm: float, gap_mm: float) -> None:
    line.setUseCustomDashPattern(True)
    line.setCustomDashVector([dash_mm, gap_mm])
    line.setCustomDashPatternUnit(Qgis.RenderUnit.Millimeters)


def _pocket_labels() -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.isExpression = True
    area, since = (QgsExpression.quotedString(text) for text in (tr("{} km²"), tr("since {}")))
    settings.fieldName = (
        f"\"{f.BLOC}\" || ', ' || replace({area}, '{{}}', format_number(\"{f.AREA_KM2}\", 0)) || '\\n' || "
        f"replace({since}, '{{}}', format_date(\"{f.SINCE}\", 'yyyy-MM-dd'))"
    )
    settings.setFormat(label_format(8, halo_mm=1.0))
    return settings
