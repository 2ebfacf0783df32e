"""Words of sentences on corridors: numbers, dates, factions and their ground, in the user's language."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from qgis.PyQt.QtCore import QLocale

from ...translation import apart, text_locale, tr, tr_n
from ..layers.temporal import to_qt


def number(value: float, decimals: int | None = None) -> str:
    """A measure: one decimal below 100, unless there is nothing behind the point; more where else it would be 0."""
    if decimals is None:
        size = abs(value)
        decimals = 0 if size >= 100 or float(value).is_integer() else 1 if size >= 0.05 else 2 if size >= 0.005 else 3
    return text_locale().toString(float(value), "f", decimals)


def setting(value: float) -> str:
    """A number that somebody has set, with all of its decimals."""
    decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return text_locale().toString(float(value), "f", decimals)


def date(moment, locale: QLocale | None = None) -> str:
    return (locale or text_locale()).toString(to_qt(moment).date(), "d MMMM yyyy")


def date_and_time(moment, locale: QLocale | None = None) -> str:
    """A moment as a title has it, "24 October 2017"; the time of day where it is no midnight."""
    time = to_qt(moment).time()
    words = date(moment, locale)
    return words if time.msecsSinceStartOfDay() == 0 else f"{words}, {time.toString('HH:mm')} UTC"


def moment_text(moment) -> str:
    return text_locale().toString(to_qt(moment), "d MMMM yyyy HH:mm")


def span(start, end) -> str:
    """The days of a time of which the end does not belong to it."""
    first, last = np.datetime64(start, "s"), np.datetime64(end, "s") - np.timedelta64(1, "s")
    if first.astype("datetime64[D]") >= last.astype("datetime64[D]"):
        return date(first)
    return tr("{start} to {end}").format(start=date(first), end=date(last))


def reach(distance_km: float, days: int) -> str:
    return tr_n("{km} km and a day", "{km} km and %n days", days).format(km=setting(distance_km))


def days_apart(days: int) -> str:
    if days == 0:
        return tr("the same day")
    return tr_n("a day later", "%n days later", days) if days > 0 else tr_n("a day earlier", "%n days earlier", -days)


def signed_days(days: int | None) -> str:
    """Days from a passage to an event, as a table writes them; a dash where that is not known."""
    return "–" if days is None else f"{days:+d}".replace("-", "−") if days else "0"


def faction(faction_id: str, names: Mapping[str, str]) -> str:
    """A faction by name, with its id where that is another; an id without a name stands for itself."""
    name = tr(names.get(faction_id, faction_id))
    return apart(faction_id) if name == faction_id else f"{apart(name)} ({faction_id})"


def factions(joined: str, names: Mapping[str, str]) -> str:
    """Factions given as ids joined by "; ", "" being nobody."""
    if not joined:
        return tr("nobody")
    return tr(" and ").join(faction(each, names) for each in joined.split("; "))


def ground(holders: str | None, names: Mapping[str, str]) -> str:
    if not holders:
        return tr("ground that nobody holds on the map")
    return tr("ground held by {}").format(factions(holders, names))
