"""Where a source writes its dates and factions: what the guesses find, and what the user may say instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ...core.dates.dates import DateOrder
from ...core.errors import SourceError
from ...core.told import Told


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
        return str(self.told)

    @property
    def told(self) -> Told:
        """Where it is, in words."""
        where = {
            Place.FIELD: Told("field {!r}", self.detail),
            Place.NAME: Told("name of the file, layer or folder"),
            Place.PROPERTY: Told("file's own property {!r}", self.detail),
            Place.GIVEN: Told("{!r} for all", self.detail),
            Place.PERIOD_FIELDS: Told("fields {!r} to {!r}", self.detail, self.end),
        }[self.place]
        return Told("{} ({})", where, self.reason) if self.reason else where


@dataclass(frozen=True)
class Layout:
    """What is where in a source."""

    date: Role
    faction: Role

    def lines(self) -> list[str]:
        return [Told("Date: {}.", self.date.told), Told("Faction: {}.", self.faction.told)]


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
