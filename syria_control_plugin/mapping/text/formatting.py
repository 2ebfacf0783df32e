"""Numbers, dates, factions and the terms stored for corridors, formatted in the user's language and locale.

The terms are verdicts, kinds, bases and the roles of events.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from qgis.PyQt.QtCore import QLocale

from ...case.qgis_values import to_qt
from ...core.control.holders import NO_FACTION, NOBODY, NOT_MAPPED, joined, split
from ...core.corridors.corridors import ENTRY, EXIT, INFERRED, INSIDE, INTERPOLATED, OBSERVED, TRANSIT
from ...core.corridors.events import ASSUMED, SET, STRIKE, TRANSFER
from ...core.corridors.evidence import (
    CLASH,
    IMPRECISE,
    NONE_REPORTED,
    NOT_COVERED,
    POSSIBLE,
    REPORTED,
    UNIDENTIFIED,
    UNKNOWN_KIND,
)
from ...core.fields import FROM_REPORTS, PUBLISHED_MAP, STATED_PERIOD
from ...translation import apart, text_locale, tr, tr_n, tr_noop


def number(value: float, decimals: int | None = None) -> str:
    """Format a measure: one decimal below 100 unless it is an integer, more if it would otherwise be 0."""
    if decimals is None:
        size = abs(value)
        decimals = 0 if size >= 100 or float(value).is_integer() else 1 if size >= 0.05 else 2 if size >= 0.005 else 3
    return text_locale().toString(float(value), "f", decimals)


def setting(value: float) -> str:
    """Format a number that a user has set, with all of its decimals."""
    decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return text_locale().toString(float(value), "f", decimals)


def date(moment, locale: QLocale | None = None) -> str:
    """Format the day of a moment (UTC), as "24 October 2017"."""
    return (locale or text_locale()).toString(to_qt(moment).date(), "d MMMM yyyy")


def date_and_time(moment, locale: QLocale | None = None) -> str:
    """Format a moment (UTC) for a title, as "24 October 2017"; with the time unless it is midnight."""
    time = to_qt(moment).time()
    text = date(moment, locale)
    return text if time.msecsSinceStartOfDay() == 0 else f"{text}, {time.toString('HH:mm')} UTC"


def moment_text(moment) -> str:
    """Format a moment (UTC) with its time, as "24 October 2017 13:30"."""
    return text_locale().toString(to_qt(moment), "d MMMM yyyy HH:mm")


def span(start, end) -> str:
    """Format a half-open period as calendar days."""
    first, last = np.datetime64(start, "s"), np.datetime64(end, "s") - np.timedelta64(1, "s")
    if first.astype("datetime64[D]") >= last.astype("datetime64[D]"):
        return date(first)
    return tr("{start} to {end}").format(start=date(first), end=date(last))


def reach(distance_km: float, days: int) -> str:
    """Format a distance in km together with a number of days."""
    return tr_n("{km} km and a day", "{km} km and %n days", days).format(km=setting(distance_km))


def precision_text(reach_km: float, basis: str) -> str:
    """Format how far from its stated place an event may have been, in km, for a table; NaN: known to the country only.

    basis  one of ``core.corridors.events.REACH_BASES``
    """
    if np.isnan(reach_km):
        return tr("country")
    templates = {ASSUMED: tr("{} (assumed)"), SET: tr("{} (set)")}
    return templates.get(basis, "{}").format(number(reach_km))


def days_apart(days: int) -> str:
    """Format how many days an event is after a passage, or before it if negative."""
    if days == 0:
        return tr("the same day")
    return tr_n("a day later", "%n days later", days) if days > 0 else tr_n("a day earlier", "%n days earlier", -days)


def signed_days(days: int | None) -> str:
    """Format the days from a passage to an event for a table; a dash if they are not known."""
    return "–" if days is None else f"{days:+d}".replace("-", "−") if days else "0"


def factions(text: str, names: Mapping[str, str]) -> str:
    """Format holders or factions, given as stored."""
    words = {NOBODY: tr("nobody"), NOT_MAPPED: tr("an area that was not mapped")}
    return tr(" and ").join(words.get(each) or name_of(each, names) for each in split(text))


def losing_factions(losers: str | None) -> str:
    """Return the factions among the losers of a gain, as stored: without nobody and areas that were not mapped."""
    return joined(name for name in split(losers) if name not in NO_FACTION)


def territory(holders: str | None, names: Mapping[str, str]) -> str:
    """Format a territory by its holders, given as stored."""
    if holders == NOBODY:
        return tr("an area that nobody holds on the map")
    if not holders or holders == NOT_MAPPED:
        return tr("an area that is not mapped")
    return tr("territory held by {}").format(factions(holders, names))


def verdict_labels() -> dict[str, str]:
    """Return verdict as stored → label."""
    return {
        REPORTED: tr("clash reported"),
        POSSIBLE: tr("clash possible"),
        NONE_REPORTED: tr("no clash reported"),
        NOT_COVERED: tr("not covered by event data"),
    }


def basis_labels() -> dict[str, str]:
    """Return basis as stored → label."""
    return {OBSERVED: tr("observed"), INTERPOLATED: tr("interpolated"), INFERRED: tr("inferred")}


def kind_labels() -> dict[str, str]:
    """Return kind of passage as stored → label."""
    return {TRANSIT: tr("Transit"), ENTRY: tr("Entry"), EXIT: tr("Exit"), INSIDE: tr("Inside")}


def map_basis_labels() -> dict[str, str]:
    """Return basis of a source's territories as stored → label."""
    return {
        PUBLISHED_MAP: tr("published map"),
        STATED_PERIOD: tr("stated period"),
        FROM_REPORTS: tr("derived from reports"),
    }


def role_labels() -> dict[str, str]:
    """Return role of an event as stored → label."""
    return {
        CLASH: tr("clash"),
        IMPRECISE: tr("imprecise clash"),
        UNKNOWN_KIND: tr("kind of event not known"),
        UNIDENTIFIED: tr("party not identified"),
        STRIKE: tr("explosion or remote violence"),
        TRANSFER: tr("transfer without a fight"),
    }


def passage_text(kind: str, mover: str, host: str) -> str:
    """Format a passage: who passed through whose territory, and how; only a transit leads through it.

    mover, host  names of the factions
    """
    templates = {
        TRANSIT: tr("{mover} through territory of {host}"),
        ENTRY: tr("{mover} into territory of {host}"),
        EXIT: tr("{mover} out of territory of {host}"),
        INSIDE: tr("{mover} inside territory of {host}"),
    }
    return templates.get(kind, tr("{mover} in territory of {host}")).format(mover=mover, host=host)


def name_of(faction: str, names: Mapping[str, str]) -> str:
    """Return the name of a faction, or its id if it does not have one; "" for none."""
    return apart(tr(names[faction])) if names.get(faction) else apart(faction)


_NOBODYS_LABEL = tr_noop("Nobody")  # the name of nobody as a class of a map


def no_faction_labels() -> dict[str, str]:
    """Return the words for holders that are not factions, as stored → label."""
    return {NOBODY: tr("nobody"), NOT_MAPPED: tr("not mapped")}


def holders_text(text: str, names: Mapping[str, str]) -> str:
    """Format holders or factions, given as stored, by name only."""
    words = no_faction_labels()
    return " + ".join(words.get(each) or name_of(each, names) for each in split(text))


def alternatives_text(text: str, names: Mapping[str, str]) -> str:
    """Format the hosts of alternative routes with the routes' lengths, as stored: "ids: length", joined by "; "."""
    parts = [part.rpartition(": ") for part in split(text)]
    return joined(
        f"{listed(name_of(each, names) for each in hosts.split(', '))}{colon}{length}" for hosts, colon, length in parts
    )


def listed(texts) -> str:
    """Join the non-empty texts with commas."""
    return tr(", ").join(apart(each) for each in texts if each)


def periods_text(periods: str) -> str:
    """Format periods of days as stored, half-open: "../2015-09-30; 2017-10-24/..", as "before 30 September 2015, …"."""
    try:
        return listed(map(_period_text, periods.split("; ")))
    except ValueError:  # edited by hand
        return periods


def _period_text(period: str) -> str:
    start, end = period.split("/")
    if start == "..":
        return tr("before {}").format(date(np.datetime64(end)))
    return tr("from {} on").format(date(np.datetime64(start))) if end == ".." else span(start, end)


def percent_below(share: float) -> str:
    """Format a share of less than all in percent, rounded down, so that no part reads as all; "<1" for traces."""
    return number(math.floor(100 * share)) if share >= 0.01 else "<1"


def coverage_text(covered: str) -> str:
    """Format the coverage by each source of events, as stored: "source: count, verdict", joined by "; "."""
    verdicts = verdict_labels()
    parts = (part.rpartition(", ") for part in covered.split("; "))
    return "; ".join(
        listed((apart(head), verdicts[last])) if last in verdicts else f"{head}{comma}{last}"
        for head, comma, last in parts
    )


UNKNOWN = "–"


def km2_text(area_km2: float) -> str:
    """Format an area without its unit: integer from 100 km² on, else three significant digits; a dash for NaN."""
    if math.isnan(area_km2):
        return UNKNOWN
    return text_locale().toString(float(area_km2), "f", _decimals(area_km2))


def change_text(change_km2: float) -> str:
    """Format a signed change of area with an arrow; "0" for none, a dash for NaN."""
    if math.isnan(change_km2):
        return UNKNOWN
    size = text_locale().toString(abs(float(change_km2)), "f", _decimals(change_km2))
    if float(f"{abs(change_km2):.{_decimals(change_km2)}f}") == 0:
        return "0"
    return apart(f"▲ +{size}" if change_km2 > 0 else f"▼ −{size}")


def share_text(share: float) -> str:
    """Format a share (0 to 1) as a percentage; "" for NaN."""
    return "" if math.isnan(share) else tr("{} %").format(text_locale().toString(100 * float(share), "f", 1))


def date_text(moment) -> str:
    """Format a moment (datetime64, UTC) as a short date, with the time unless it is midnight."""
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
    """Format a moment (UTC) as "Monday, October 9, 2017", with the time unless it is midnight."""
    moment = np.datetime64(moment, "s")
    text = locale.toString(to_qt(moment).date(), QLocale.FormatType.LongFormat)
    if moment == moment.astype("M8[D]"):
        return text
    return f"{text}, {locale.toString(to_qt(moment).time(), QLocale.FormatType.ShortFormat)} UTC"


def span_text(first, last, locale: QLocale) -> str:
    """Format one day, or two days with a dash between, as short dates."""
    days = [np.datetime64(moment, "D") for moment in (first, last)]
    texts = [locale.toString(to_qt(day).date(), _patterns(locale)[1]) for day in days]
    return texts[0] if days[0] == days[1] else " – ".join(texts)


def _patterns(locale: QLocale) -> tuple[str, str]:
    """Return the patterns of a day without and with its year, in the order of the user's country."""
    order = locale.dateFormat(QLocale.FormatType.ShortFormat).strip("'")[:1]
    if order == "M":
        return "MMM d", "MMM d, yyyy"
    return ("MMM d", "yyyy MMM d") if order == "y" else ("d MMM", "d MMM yyyy")
