"""Words of sentences on corridors: numbers, dates, factions and their ground, in the user's language.

What tables of corridors hold - verdicts, kinds, bases, roles of events, factions - in the user's words.

Numbers and dates as the panel writes them, in the user's locale.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from qgis.PyQt.QtCore import QLocale

from ...case.qgis_values import to_qt
from ...core.corridors.corridors import ENTRY, EXIT, INFERRED, INSIDE, OBSERVED, TRANSIT
from ...core.corridors.events import STRIKE, TRANSFER
from ...core.corridors.evidence import (
    CLASH,
    IMPRECISE,
    NONE_REPORTED,
    NOT_COVERED,
    POSSIBLE,
    REPORTED,
    UNIDENTIFIED,
    VAGUE,
)
from ...core.fields import FROM_REPORTS, PUBLISHED_MAP, STATED_PERIOD
from ...translation import apart, text_locale, tr, tr_n


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


def territory(holders: str | None, names: Mapping[str, str]) -> str:
    if not holders:
        return tr("an area that nobody holds on the map")
    return tr("territory held by {}").format(factions(holders, names))


def verdict_labels() -> dict[str, str]:
    """Verdict, as it is stored → in the user's language."""
    return {
        REPORTED: tr("clash reported"),
        POSSIBLE: tr("clash possible"),
        NONE_REPORTED: tr("no clash reported"),
        NOT_COVERED: tr("not covered by event data"),
    }


def basis_labels() -> dict[str, str]:
    """Basis, as it is stored → in the user's language."""
    return {OBSERVED: tr("observed"), INFERRED: tr("inferred")}


def kind_labels() -> dict[str, str]:
    """Kind of passage, as it is stored → in the user's language."""
    return {TRANSIT: tr("Transit"), ENTRY: tr("Entry"), EXIT: tr("Exit"), INSIDE: tr("Inside")}


def map_basis_labels() -> dict[str, str]:
    """What a source's territories rest on, as it is stored → in the user's language."""
    return {
        PUBLISHED_MAP: tr("published map"),
        STATED_PERIOD: tr("stated period"),
        FROM_REPORTS: tr("derived from reports"),
    }


def role_labels() -> dict[str, str]:
    """Role of an event, as it is stored → in the user's language."""
    return {
        CLASH: tr("clash"),
        IMPRECISE: tr("imprecise clash"),
        UNIDENTIFIED: tr("party not identified"),
        VAGUE: tr("too vague"),
        STRIKE: tr("explosion or remote violence"),
        TRANSFER: tr("transfer without a fight"),
    }


def passage_text(kind: str, mover: str, host: str) -> str:
    """Who passed whose ground, and how: only a transit leads through it. ``mover``, ``host``: their names."""
    templates = {
        TRANSIT: tr("{mover} through territory of {host}"),
        ENTRY: tr("{mover} into territory of {host}"),
        EXIT: tr("{mover} out of territory of {host}"),
        INSIDE: tr("{mover} inside territory of {host}"),
    }
    return templates.get(kind, tr("{mover} in territory of {host}")).format(mover=mover, host=host)


def name_of(faction: str, names: Mapping[str, str]) -> str:
    """Name of a faction, its id where it has none; "" for none."""
    return apart(tr(names[faction])) if names.get(faction) else apart(faction)


def holders_text(joined: str, names: Mapping[str, str]) -> str:
    """Factions given as ids joined by "; ", "" being nobody."""
    return " + ".join(name_of(each, names) for each in joined.split("; ")) if joined else tr("nobody")


def listed(words) -> str:
    """Those that there are, with commas."""
    return tr(", ").join(apart(each) for each in words if each)


def coverage_text(covered: str) -> str:
    """What each source of events says, as it is stored ("source: count, verdict", joined by "; ")."""
    verdicts = verdict_labels()
    said = (part.rpartition(", ") for part in covered.split("; "))
    return "; ".join(
        listed((apart(head), verdicts[last])) if last in verdicts else f"{head}{comma}{last}"
        for head, comma, last in said
    )


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


def long_text(moment, locale: QLocale) -> str:
    """A moment in words, as "Monday, October 9, 2017"; with the time where it is not the begin of a day."""
    moment = np.datetime64(moment, "s")
    text = locale.toString(to_qt(moment).date(), QLocale.FormatType.LongFormat)
    if moment == moment.astype("M8[D]"):
        return text
    return f"{text}, {locale.toString(to_qt(moment).time(), QLocale.FormatType.ShortFormat)} UTC"


def span_text(first, last, locale: QLocale) -> str:
    """One day, or two with a dash between, in short words."""
    days = [np.datetime64(moment, "D") for moment in (first, last)]
    texts = [locale.toString(to_qt(day).date(), _patterns(locale)[1]) for day in days]
    return texts[0] if days[0] == days[1] else " – ".join(texts)


def _patterns(locale: QLocale) -> tuple[str, str]:
    """(day and month, with the year) in the order of the user's country."""
    order = locale.dateFormat(QLocale.FormatType.ShortFormat).strip("'")[:1]
    if order == "M":
        return "MMM d", "MMM d, yyyy"
    return ("MMM d", "yyyy MMM d") if order == "y" else ("d MMM", "d MMM yyyy")
