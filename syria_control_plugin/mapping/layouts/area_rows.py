"""The rows of the table of areas that stands beside a printed map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ...core import fields as f
from ...core.factions.themes import Theme
from ...translation import text_locale, tr
from ..layers.styles import class_value, legend_classes

DATE_SHARES = (0.62, -0.21, -0.17)
TWO_DATES_SHARES = (0.4, -0.2, -0.2, -0.2)


class Area(Protocol):
    """A class on a date (``sources.class_areas.ClassArea``)."""

    source: str
    name: str
    area_km2: float
    share: float


@dataclass(frozen=True)
class AreaRow:
    """A class in words; ``area_km2`` is NaN where the row only names a source."""

    label: str
    area_km2: float
    share: float
    source: str = ""


def area_rows(theme: Theme, areas: Sequence[Area], labels: Mapping[str, str] | None = None) -> list[AreaRow]:
    """A row a class in the theme's order and words; ground of a derived class follows the faction that holds it.

    Sources are never mixed: where there are several, each has its rows below its name.
    """
    theme = theme.with_spares({area.name for area in areas if not area.name.startswith(f.DERIVED_PREFIX)}, labels)
    sources = list(dict.fromkeys(area.source for area in areas))
    rows: list[AreaRow] = []
    for source in sources:
        own = {area.name: area for area in areas if area.source == source}
        if len(sources) > 1:
            rows.append(AreaRow(source, np.nan, np.nan, source))
        rows += [_row(own[class_value(entry)], entry) for entry in _in_order(theme, list(own))]
    return rows


def area_headings() -> list[str]:
    return [tr("Area"), tr("km²"), tr("Share")]


def area_texts(rows: Sequence[AreaRow]) -> list[tuple[str, str, str]]:
    """Words, km² and share of each row."""
    return [(row.label, km2(row.area_km2), share(row.share)) for row in rows]


def compared_texts(before: Sequence[AreaRow], after: Sequence[AreaRow]) -> list[tuple[str, str, str, str]]:
    """Words, km² on the one date and the other, and the change, of each class that there is on either."""
    first, second = ({(row.source, row.label): row.area_km2 for row in rows} for rows in (before, after))
    sources = dict.fromkeys(source for source, _ in (*first, *second))
    texts = []
    for source in sources:
        for key in dict.fromkeys(key for key in (*first, *second) if key[0] == source):
            one, other = first.get(key, 0.0), second.get(key, 0.0)
            texts.append((key[1], km2(one), km2(other), signed(other - one)))
    return texts


def km2(value: float) -> str:
    return "" if np.isnan(value) else text_locale().toString(float(value), "f", 1)


def signed(value: float) -> str:
    """A change, with its sign."""
    if np.isnan(value):
        return ""
    sign = "+" if value > 0.05 else "−" if value < -0.05 else "±"
    return sign + km2(abs(value))


def share(value: float) -> str:
    return "" if np.isnan(value) else tr("{} %").format(text_locale().toString(100 * float(value), "f", 1))


def _in_order(theme: Theme, names: list[str]) -> list:
    classes = legend_classes(theme, names)
    factions = [entry for entry in classes if entry.kind == "faction"]
    ordered = []
    for entry in factions:
        ordered += [entry, *(other for other in classes if other.rule and other.held_by == entry.faction)]
    return ordered + [entry for entry in classes if entry not in ordered]


def _row(area: Area, entry) -> AreaRow:
    words = {"retaken": tr("of it: {}"), "contested": tr("counted for each: {}")}.get(entry.kind, "{}")
    return AreaRow(words.format(tr(entry.label)), area.area_km2, area.share, area.source)
