"""Numbers and dates as the panel writes them, in the user's locale."""

from __future__ import annotations

import math

import numpy as np
from qgis.PyQt.QtCore import QLocale

from ..mapping.layers.temporal import to_qt
from ..translation import apart, text_locale, tr
from .date_texts import span_text

UNKNOWN = "–"


def km2_text(area_km2: float) -> str:
    """An area without its unit: whole km² from 100 on, else three digits that count; a dash where it is unknown."""
    if math.isnan(area_km2):
        return UNKNOWN
    return text_locale().toString(float(area_km2), "f", _decimals(area_km2))


def change_text(change_km2: float) -> str:
    """A signed change of area with an arrow; "0" where there is none, a dash where it is unknown."""
    if math.isnan(change_km2):
        return UNKNOWN
    size = text_locale().toString(abs(float(change_km2)), "f", _decimals(change_km2))
    if float(f"{abs(change_km2):.{_decimals(change_km2)}f}") == 0:
        return "0"
    return apart(f"▲ +{size}" if change_km2 > 0 else f"▼ −{size}")


def share_text(share: float) -> str:
    """A share (0 to 1) in percent; nothing where there is none."""
    return "" if math.isnan(share) else tr("{} %").format(text_locale().toString(100 * float(share), "f", 1))


def date_text(moment) -> str:
    """A moment (datetime64, UTC) as its day in short words, with the time where it is not midnight."""
    if np.isnat(moment):
        return UNKNOWN
    moment, locale = np.datetime64(moment, "s"), text_locale()
    text = span_text(moment, moment, locale)
    if moment == moment.astype("M8[D]"):
        return text
    return f"{text}, {locale.toString(to_qt(moment).time(), QLocale.FormatType.ShortFormat)} UTC"


def _decimals(value: float) -> int:
    size = abs(value)
    return 0 if size >= 100 else 1 if size >= 10 else 2
