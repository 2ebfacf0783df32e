"""Rows of the table of areas beside a printed map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ...core import fields as f
from ...core.factions.themes import Theme
from ...translation import text_locale, tr
from ..label_format import shortened
from ..layers.styles import class_value, legend_classes

DATE_SHARES = (0.62, -0.21, -0.17)
TWO_DATES_SHARES = (0.4, -0.2, -0.2, -0.2)
# Factions of a source in a table or legend, and sources in a table; QGIS lays out a table anew for each of its pages.
MOST_LISTED, MOST_SOURCES = 200, 50
_LONGEST_LABEL = 200  # characters; QGIS itself wraps the rows of an atlas, and takes over a minute for 20 rows of 1,000


class Area(Protocol):
    """The area of a class on a date (``case.print_data.ClassArea``)."""

    source: str
    name: str
    area_km2: float
    share: float


@dataclass(frozen=True)
class AreaRow:
    """A row of the table; ``area_km2`` is NaN if the row only names a source."""

    label: str
    area_km2: float
    share: float
    source: str = ""


def area_rows(theme: Theme, areas: Sequence[Area], labels: Mapping[str, str] | None = None) -> list[AreaRow]:
    """Return one row per class in the theme's order and with its labels.

    A derived class follows the faction that holds its territory. Sources are never mixed: if there are several, each
    has its rows below its name. If a source has more than MOST_LISTED factions, the largest have rows, and the others
    share one row. If there are more than MOST_SOURCES sources, the first have rows, and a row gives the number of the
    others.
    """
    theme = theme.with_spares({area.name for area in areas if not area.name.startswith(f.DERIVED_PREFIX)}, labels)
    sources: dict[str, list[Area]] = {}
    for area in areas:
        sources.setdefault(area.source, []).append(area)
    rows: list[AreaRow] = []
    for source, areas_of_source in list(sources.items())[:MOST_SOURCES]:
        if len(sources) > 1:
            rows.append(AreaRow(source, np.nan, np.nan, source))
        factions = sorted(
            (a for a in areas_of_source if not a.name.startswith(f.DERIVED_PREFIX)), key=lambda a: -a.area_km2
        )
        others = factions[MOST_LISTED:]
        left_out = {area.name for area in others}
        area_of = {area.name: area for area in areas_of_source if area.name not in left_out}
        rows += [_row(area_of[class_value(entry)], entry) for entry in _in_order(theme, list(area_of))]
        if others:
            area_km2 = float(np.nansum([area.area_km2 for area in others]))
            shares = np.array([area.share for area in others])
            combined = np.nan if np.isnan(shares).all() else float(np.nansum(shares))
            label = tr("Smaller factions, combined")
            rows.append(AreaRow(label=label, area_km2=area_km2, share=combined, source=source))
    if len(sources) > MOST_SOURCES:
        rows.append(AreaRow(tr("{} more sources, not listed").format(len(sources) - MOST_SOURCES), np.nan, np.nan))
    return rows


def area_columns(texts: Sequence[tuple[str, str, str]]) -> tuple[list[str], list[tuple[str, ...]], tuple[float, ...]]:
    """Return headings, texts and widths of the columns for ``area_texts``; without shares if no row has one."""
    headings = [tr("Area"), tr("km²"), tr("Share")]
    if any(share for _, _, share in texts):
        return headings, list(texts), DATE_SHARES
    return headings[:2], [text[:2] for text in texts], (DATE_SHARES[0], DATE_SHARES[1])


def area_texts(rows: Sequence[AreaRow]) -> list[tuple[str, str, str]]:
    """Return label, km² and share of each row."""
    return [(_label_text(row.label), km2(row.area_km2), share(row.share)) for row in rows]


def compared_texts(before: Sequence[AreaRow], after: Sequence[AreaRow]) -> list[tuple[str, str, str, str]]:
    """Return label, km² on both dates and change of each class present on either date."""
    first, second = ({(row.source, row.label): row.area_km2 for row in rows} for rows in (before, after))
    sources = dict.fromkeys(source for source, _ in (*first, *second))
    texts = []
    for source in sources:
        for key in dict.fromkeys(key for key in (*first, *second) if key[0] == source):
            one, other = first.get(key, 0.0), second.get(key, 0.0)
            texts.append((_label_text(key[1]), km2(one), km2(other), signed(other - one)))
    return texts


def _label_text(label: str) -> str:
    """Shorten a label for display; rows are compared by the full label, because two may begin alike."""
    return shortened(label, _LONGEST_LABEL)


def km2(value: float) -> str:
    """Format an area with one decimal, without its unit; "" for NaN."""
    return "" if np.isnan(value) else text_locale().toString(float(value), "f", 1)


def signed(value: float) -> str:
    """Format a change with its sign, "±" if it rounds to 0; "" for NaN."""
    if np.isnan(value):
        return ""
    sign = "+" if value > 0.05 else "−" if value < -0.05 else "±"
    return sign + km2(abs(value))


def share(value: float) -> str:
    """Format a share (0 to 1) as a percentage with one decimal; "" for NaN."""
    return "" if np.isnan(value) else tr("{} %").format(text_locale().toString(100 * float(value), "f", 1))


def _in_order(theme: Theme, names: list[str]) -> list:
    classes = legend_classes(theme, names)
    factions = [entry.faction for entry in classes if entry.kind == "faction"]
    ruled: dict[str, list] = {}
    for entry in classes:
        if entry.rule:
            ruled.setdefault(entry.held_by, []).append(entry)
    entry_of = {entry.faction: entry for entry in classes if entry.kind == "faction"}
    ordered = [each for name in factions for each in (entry_of[name], *ruled.pop(name, ()))]
    rest = [entry for entry in classes if entry.kind != "faction" and (not entry.rule or entry.held_by in ruled)]
    return ordered + rest


def _row(area: Area, entry) -> AreaRow:
    template = {"retaken": tr("including: {}"), "contested": tr("counted for each holder: {}")}.get(entry.kind, "{}")
    return AreaRow(template.format(tr(entry.label)), area.area_km2, area.share, area.source)
