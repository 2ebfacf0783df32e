"""Works out where a source writes its dates and factions, says so, and leaves it to the user to say otherwise.

Where a source writes its dates and factions: what the guesses find, and what the user may say instead.

Day and month that can't be told apart: what is to be asked.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from ...core.dates.parsing import DateLimits, DateOrder, dates_in_name, parse_dates
from ...core.errors import AmbiguousDate, DateError, SourceError
from ...core.factions.factions import FactionRegister, Factions
from ...core.messages import Told
from ..files.tables import SourceTable


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


_PERIOD_NAMES = (
    ("valid_from", "valid_to"), ("start_date", "end_date"), ("date_start", "date_end"), ("start", "end"),
    ("begin", "end"), ("from_date", "to_date"), ("datefrom", "dateto"), ("from", "to"),
)  # fmt: skip
_DATE_NAMES = ("date", "map_date", "mapdate", "day", "datum", "timestamp", "datetime", "asof", "as_of", "valid_from")
_FACTION_NAMES = ("faction", "holder", "held_by", "controller", "controlled_by", "side", "party")
_ENOUGH = 0.9  # share of the filled rows of a field that must read as dates


def guess_layout(
    tables: list[SourceTable], wishes: LayoutWishes, factions: Factions | FactionRegister, limits: DateLimits
) -> Layout:
    """The layout of a source from a sample of its tables; the user's wishes come first.

    Raises SourceError, saying which setting answers it, where nothing shows what is where; AmbiguousDate where
    day and month can't be told apart. Nothing is guessed that could as well be read otherwise.
    """
    if not tables:
        raise SourceError(Told("There is nothing to import: no file could be read."))
    date = _date_role(tables, wishes, limits)
    return Layout(date, _faction_role(tables, wishes, factions, limits))


def guess_date(tables: list[SourceTable], wishes: LayoutWishes, limits: DateLimits) -> Role:
    """As ``guess_layout``, for the date alone."""
    return _date_role(tables, wishes, limits)


def guess_faction(
    tables: list[SourceTable], wishes: LayoutWishes, factions: Factions | FactionRegister, limits: DateLimits
) -> Role:
    """As ``guess_layout``, for the faction alone."""
    return _faction_role(tables, wishes, factions, limits)


def text_beside_date(name: str, order: DateOrder | None, limits: DateLimits) -> str:
    """A name without its date: "IS_20171024" → "IS"."""
    words = [word for word in re.split(r"[_\s.,;()\[\]-]+", name) if word]
    kept = [word for word in words if not _is_date(word, order, limits) and not re.fullmatch(r"\d+", word)]
    if len(kept) == len(words):
        return " ".join(kept)
    return " ".join(word for word in kept if not _MONTH.fullmatch(word))


_MONTH = re.compile(r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", re.IGNORECASE)


def _is_date(word: str, order, limits) -> bool:
    try:
        return bool(dates_in_name(word, order, limits))
    except DateError:
        return True


def _date_role(tables: list[SourceTable], wishes: LayoutWishes, limits: DateLimits) -> Role:
    if wishes.start_field:
        _require(tables, wishes.start_field, wishes.end_field)
        return Role(Place.PERIOD_FIELDS, wishes.start_field, end=wishes.end_field, reason="given")
    if wishes.end_field:
        raise SourceError(Told("An end field needs a start field: set START_FIELD too."))
    if wishes.date_field:
        _require(tables, wishes.date_field)
        return Role(Place.FIELD, wishes.date_field, reason="given")
    if wishes.date_level is not None:
        return Role(Place.NAME, level=wishes.date_level, reason="given")
    named, dates_told = _dated_names(tables, wishes.date_order, limits)
    for start, end in _PERIOD_NAMES:
        fields = [_field(table, start) for table in tables], [_field(table, end) for table in tables]
        if all(fields[0]) and all(fields[1]) and _reads_as_dates(tables, fields[0][0], wishes, limits, named):
            return Role(Place.PERIOD_FIELDS, fields[0][0], end=fields[1][0], reason=Told("guessed from the names"))
    by_field = next(
        (found for name in _DATE_NAMES if (found := _date_field(tables, name, wishes, limits, named)) is not None), None
    )
    # The day of a download in a folder's name says less than a field with the day of each map.
    if named is not None and (by_field is None or _values_told(tables, by_field.detail) <= dates_told):
        return named
    if by_field is not None:
        return by_field
    for name in tables[0].columns:
        if (found := _date_field(tables, name, wishes, limits, named)) is not None:
            return found
    named, _ = _dated_names(tables, wishes.date_order, limits, share=0.5)
    if named is not None:
        return named
    for name, value in tables[0].properties.items():
        if not parse_or_none(value, wishes.date_order, limits):
            continue
        return Role(Place.PROPERTY, name, reason=f"guessed from {value!r}")
    raise NoDateFound(
        Told(
            "No date found in {!r}: neither in its name, nor in a field ({}), nor in its own properties. Set "
            "DATE_FIELD, or put the date into the name of the file, layer or folder.",
            tables[0].file,
            ", ".join(tables[0].columns) or "it has none",
        )
    )


def parse_or_none(value: str, order, limits):
    """The one date that a text is or holds, None where it has none."""
    parsed = parse_dates([value], order, limits)
    if not parsed.problems:
        return parsed.moments[0]
    found = dates_in_name(value, order, limits)
    return found[0] if len(found) == 1 else None


def _dated_names(tables: list[SourceTable], order, limits, share: float = 1.0) -> tuple[Role | None, int]:
    """The nearest names of which at least this share hold one date, and how many dates they tell apart."""
    for level in range(max(len(table.names) for table in tables)):
        names = [table.names[level] for table in tables if len(table.names) > level]
        found = {name: dates_in_name(name, order, limits) for name in names}
        dated = [name for name in names if len(found[name]) == 1]
        if dated and len(dated) >= share * len(tables):
            day = np.datetime_as_string(found[dated[0]][0], unit="D")
            role = Role(Place.NAME, level=level, reason=f"{dated[0]!r} is {day}")
            return role, len({found[name][0] for name in dated})
    return None, 0


def _date_field(tables, name: str, wishes: LayoutWishes, limits: DateLimits, named: Role | None) -> Role | None:
    fields = [_field(table, name) for table in tables]
    if all(fields) and _reads_as_dates(tables, fields[0], wishes, limits, named):
        return Role(Place.FIELD, fields[0], reason=Told("guessed: its values are dates"))
    return None


def _reads_as_dates(tables, field: str, wishes: LayoutWishes, limits: DateLimits, named: Role | None) -> bool:
    """Whether nearly all values are dates. Day and month that can't be told apart are asked for, unless the names
    are dated, so that the field need not be the one."""
    columns = [table.columns.get(_field(table, field), ()) for table in tables]
    values = [value for column in columns for value in column if value not in (None, "")]
    values = [value for value in values if isinstance(value, (str, datetime.date)) or 10_000_000 < value < 100_000_000]
    if not values:
        return False
    try:
        parsed = parse_dates(values, wishes.date_order, limits)
    except AmbiguousDate:
        if named is None:
            raise
        return False
    return len(parsed.problems) <= (1 - _ENOUGH) * len(values)


def _values_told(tables: list[SourceTable], field: str) -> int:
    columns = [table.columns.get(_field(table, field), ()) for table in tables]
    return len({value for column in columns for value in column if value is not None})


def _faction_role(tables, wishes: LayoutWishes, factions: Factions | FactionRegister, limits: DateLimits) -> Role:
    if wishes.faction and wishes.faction_field:
        raise SourceError(Told("Set either FACTION, for all rows, or FACTION_FIELD; both are set."))
    if wishes.faction:
        return Role(Place.GIVEN, wishes.faction, reason="given")
    if wishes.faction_field:
        _require(tables, wishes.faction_field)
        return Role(Place.FIELD, wishes.faction_field, reason="given")
    if wishes.faction_level is not None:
        return Role(Place.NAME, level=wishes.faction_level, reason="given")
    by_name = [name for name in tables[0].columns if name.casefold() in _FACTION_NAMES]
    for name in (*by_name, *tables[0].columns):
        texts = _texts(tables, name)
        known = sum(factions.resolve(text) is not None for text in texts)
        if texts and known >= len(texts) / 2:
            return Role(
                Place.FIELD, name, reason=Told("guessed: {} of its {} names are known factions", known, len(texts))
            )
    for name in by_name:
        if all(_field(table, name) for table in tables) and _texts(tables, name):
            return Role(Place.FIELD, name, reason=Told("guessed from its name"))
    for level in range(min(len(table.names) for table in tables)):
        words = {text_beside_date(table.names[level], wishes.date_order, limits) for table in tables}
        if words and all(word and factions.resolve(word) is not None for word in words):
            return Role(Place.NAME, level=level, reason=f"guessed: {', '.join(sorted(words))}")
    raise SourceError(
        Told(
            "No faction found in {!r}: set FACTION to the one that holds all the ground, or FACTION_FIELD to one of "
            "its fields ({}).",
            tables[0].file,
            ", ".join(tables[0].columns) or "it has none",
        )
    )


def _texts(tables: list[SourceTable], field: str) -> set[str]:
    return {
        value for table in tables for value in table.columns.get(field, ()) if isinstance(value, str) and value.strip()
    }


def _field(table: SourceTable, name: str) -> str:
    """The table's own spelling of a field name, "" where it has no such field."""
    return next((each for each in table.columns if each.casefold() == name.casefold()), "")


def _require(tables: list[SourceTable], *names: str) -> None:
    for name in names:
        if name and not any(_field(table, name) for table in tables):
            raise SourceError(
                Told(
                    "There is no field {!r} in {!r}; its fields are: {}.",
                    name,
                    tables[0].file,
                    ", ".join(tables[0].columns) or "none",
                )
            )


def own_spelling(role: Role, table: SourceTable) -> Role:
    """The role with field names as this table spells them; unchanged where it has no such field."""
    return replace(role, detail=_field(table, role.detail) or role.detail, end=_field(table, role.end) or role.end)


@dataclass(frozen=True)
class DateQuestion:
    """A text of which day and month can't be told apart, and its two readings."""

    text: str
    day_first: np.datetime64
    month_first: np.datetime64


def question_on(texts: Iterable[str], message: str, limits: DateLimits) -> DateQuestion | None:
    """The question on one of these texts, first of all on those that a message names; None where all are clear."""
    for text in sorted(dict.fromkeys(texts), key=lambda text: text not in message):
        try:
            dates_in_name(text, None, limits)
        except AmbiguousDate:
            readings = [_only_date(text, order, limits) for order in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)]
            if None not in readings:
                return DateQuestion(text, *readings)
    return None


def _only_date(text: str, order: DateOrder, limits: DateLimits) -> np.datetime64 | None:
    try:
        dates = dates_in_name(text, order, limits)
    except DateError:
        return None
    return dates[0] if dates else None
