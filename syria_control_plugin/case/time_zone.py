"""The time zone of a case: whose days its sources date events and movements to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..core.dates.zones import UTC, time_zone
from ..core.errors import TimeZoneError
from .case import Case

if TYPE_CHECKING:
    from .editing import Draft

_SETTING = "time_zone"


@dataclass(frozen=True)
class CaseTimeZone:
    """``name`` as ``core.dates.zones``; ``is_proposed``: from the place of the data, and nobody has confirmed it."""

    name: str = UTC
    is_proposed: bool = False


def stored_time_zone(case: Case | None) -> CaseTimeZone | None:
    """Return the time zone that a case keeps; None without one, or with one that this computer does not know."""
    setting = case.setting(_SETTING) if case else None
    kept = setting if isinstance(setting, dict) else {}
    name = kept.get("name")
    try:
        time_zone(name if isinstance(name, str) else "")
    except TimeZoneError:
        return None
    return CaseTimeZone(str(name), kept.get("is_proposed") is True)


def store_time_zone(draft: Draft, zone: CaseTimeZone) -> None:
    """Keep a time zone with a case."""
    draft.set_setting(_SETTING, {"name": zone.name, "is_proposed": zone.is_proposed})
