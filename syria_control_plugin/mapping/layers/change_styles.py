"""The look of control changes: coloured by who took the ground."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsCategorizedSymbolRenderer, QgsRendererCategory, QgsVectorLayer

from ...core import fields as f
from ...core.control.changes import NOBODY, holders_in
from ...core.factions.fills import Fill
from ...core.factions.themes import Theme
from ...translation import tr
from ..texts import plain_text
from .symbols import fill_symbol
from .temporal import follow_stated_periods

# A change lies on the ground of the map that it led to and has its colour: a strong outline tells it from that.
_OUTLINE, _OUTLINE_MM = "#111111", 0.6
_NOBODYS = Fill("#6b6b6b", "dots", background="#ffffff")


def style_changes(layer: QgsVectorLayer, theme: Theme, holders: list[str]) -> None:
    """A category a new holder, in the theme's order, fills and words; contested ground and nobody's come last.

    holders  values of the field ``to_holder``: faction ids, several joined, "" for nobody
    """
    alone = [name for name in holders if len(holders_in(name)) == 1]
    entries = [entry for entry in theme.classes_for(alone) if entry.faction in alone]
    looks = [(entry.faction, entry.fill, tr(entry.label)) for entry in entries]
    for name in holders:
        if len(holders_in(name)) > 1:
            looks.append((name, theme.contested.fill, f"{tr(theme.contested.label)} ({name})"))
    if NOBODY in holders:
        looks.append((NOBODY, _NOBODYS, tr("nobody")))
    categories = [
        QgsRendererCategory(value, _symbol(fill), plain_text(tr("Passed to: {}").format(label)))
        for value, fill, label in looks
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(f.TO_HOLDER, categories))
    follow_stated_periods(layer)


def style_retaken(layer: QgsVectorLayer, theme: Theme, held_by: str, earlier_held_by: str) -> None:
    """The look that the theme gives to such ground, by its rule for the two, else its look of who holds it now."""
    entries = theme.classes_for([held_by])
    ruled = [e for e in entries if e.rule and (e.rule.held_by, e.rule.earlier_held_by) == (held_by, earlier_held_by)]
    entry = (ruled or [e for e in entries if e.faction == held_by])[0]
    label = tr(entry.label)
    label = label if ruled else tr("{}, earlier held by {}").format(label, earlier_held_by)
    category = QgsRendererCategory(held_by, fill_symbol(entry.fill), plain_text(label))
    layer.setRenderer(QgsCategorizedSymbolRenderer(f.FACTION, [category]))
    follow_stated_periods(layer)


def _symbol(fill: Fill):
    return fill_symbol(replace(fill, outline=_OUTLINE, outline_mm=_OUTLINE_MM))
