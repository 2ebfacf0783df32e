"""Where a source writes its dates and factions: what the guesses find, and what the user may say instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ...core.dates.dates import DateOrder
from ...core.errors import SourceError


class NoDateFound(SourceError):
    """Neither names nor fields nor properties hold a date."""


class Place(Enum):
    """Where a date or a faction is written."""

    FIELD = "field"
    NAME = "name of the file, layer or folder"
    PROPERTY = "file's own properties"
    GIVEN = "given for all"
    PERIOD_FIELDS = "start and end fields"


@dataclass(frozen=True)
class Role:
    """Where to find a value. ``detail``: the field's or property's name, or the value given for all.

    ``level``: which of a table's names holds it. ``end``: the end field of a period, "" where there is none.
    """

    place: Place
    detail: str = ""
    level: int = 0
    end: str = ""
    reason: str = ""

    def __str__(self) -> str:
        where = {
            Place.FIELD: f"field {self.detail!r}",
            Place.NAME: Place.NAME.value,
            Place.PROPERTY: f"file's own property {self.detail!r}",
            Place.GIVEN: f"{self.detail!r} for all",
            Place.PERIOD_FIELDS: f"fields {self.detail!r} to {self.end!r}",
        }[self.place]
        return f"{where} ({self.reason})" if self.reason else where


@dataclass(frozen=True)
class Layout:
    """What is where in a source."""

    date: Role
    faction: Role

    def lines(self) -> list[str]:
        return [f"Date: {self.date}.", f"Faction: {self.faction}."]


@dataclass(frozen=True)
class LayoutWishes:
    """What the user said; "" is left to the guess.

    ``date_level``, ``faction_level``: which of a table's names holds it, 0 the nearest; None is left to the guess.
    """

    faction: str = ""
    faction_field: str = ""
    date_field: str = ""
    start_field: str = ""
    end_field: str = ""
    date_order: DateOrder | None = None
    date_level: int | None = None
    faction_level: int | None = None
