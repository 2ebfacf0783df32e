"""Detection of where a source writes its dates and factions, with the user's overrides, and of ambiguous dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from ...core.dates.options import DateLimits, DateOrder, Span
from ...core.dates.parsing import date_in_name, dates_in_name, is_missing, parse_dates
from ...core.dates.texts import MONTH_NAME, plain, range_in_name, spans_in_name
from ...core.errors import AmbiguousDate, DateError, NoDate, SourceError
from ...core.factions.factions import FactionRegister, Factions
from ...core.messages import Message, as_message, joined
from ..files.tables import SourceTable
from .candidates import (
    HOLDER_NAMES,
    AmbiguousField,
    Candidate,
    distinct,
    earlier_choice,
    names_bookkeeping,
    names_other_party,
    quoted,
)


class NoDateFound(SourceError):
    """Neither names nor fields nor properties contain a date that can be read. ``causes``: what keeps them from it."""

    causes: tuple[Message, ...] = ()


class Origin(Enum):
    """Place where a date or a faction is written."""

    FIELD = "field"
    NAME = "name of the file, layer or folder"
    PROPERTY = "file's own properties"
    GIVEN = "given for all"
    PERIOD_FIELDS = "start and end fields"


class NameHolds(Enum):
    """Date that a name contains."""

    DAY = "day"
    SPAN = "month, quarter or year"
    PERIOD = "first and last day"


@dataclass(frozen=True)
class FieldRole:
    """Origin of a value. ``detail``: name of the field or property, or the value given for all rows.

    ``level``: index of the name that contains it in a table's names; ``holds``: the date in that name.
    ``end``: end field of a period, "" for none.
    """

    place: Origin
    detail: str = ""
    level: int = 0
    holds: NameHolds = NameHolds.DAY
    end: str = ""
    reason: Message | None = None
    is_given: bool = False

    def __str__(self) -> str:
        return str(self.message)

    @property
    def message(self) -> Message:
        """The origin as text."""
        origin = {
            Origin.FIELD: Message("field {!r}", self.detail),
            Origin.NAME: Message("name of the file, layer or folder"),
            Origin.PROPERTY: Message("property {!r} of the file", self.detail),
            Origin.GIVEN: Message("{!r} for all rows", self.detail),
            Origin.PERIOD_FIELDS: Message("fields {!r} to {!r}", self.detail, self.end),
        }[self.place]
        reason = Message("specified") if self.is_given else self.reason
        return Message("{} ({})", origin, reason) if reason is not None else origin


@dataclass(frozen=True)
class Layout:
    """Origins of a source's dates and factions."""

    date: FieldRole
    faction: FieldRole

    def lines(self) -> list[Message]:
        return [Message("Date: {}.", self.date.message), Message("Faction: {}.", self.faction.message)]


@dataclass(frozen=True)
class FieldOverrides:
    """Settings of the user that override detection; "" leaves it to detection.

    ``date_level``, ``faction_level``: index of the name in a table's names, 0 the nearest; None leaves it to detection.
    ``earlier``: fields chosen in earlier imports of the source, which decide between several that can have a role.
    """

    faction: str = ""
    faction_field: str = ""
    date_field: str = ""
    start_field: str = ""
    end_field: str = ""
    date_order: DateOrder | None = None
    date_level: int | None = None
    faction_level: int | None = None
    earlier: tuple[str, ...] = ()

    @property
    def chosen_fields(self) -> dict[str, str]:
        """The fields that the user has named for a role of which there can be several candidates."""
        return {"FACTION_FIELD": self.faction_field, "DATE_FIELD": self.date_field}


_PERIOD_NAMES = (
    ("valid_from", "valid_to"), ("start_date", "end_date"), ("date_start", "date_end"), ("start", "end"),
    ("begin", "end"), ("from_date", "to_date"), ("datefrom", "dateto"), ("from", "to"),
)  # fmt: skip
_SPAN_NAMES = ("month", "quarter", "year")
_DATE_NAMES = (
    "date", "map_date", "mapdate", "day", "datum", "timestamp", "datetime", "asof", "as_of", "valid_from", *_SPAN_NAMES,
)  # fmt: skip
_ENOUGH = 0.9  # least share of the filled rows of a field that must be dates
_ENOUGH_IF_NAMED = 0.5  # the same of a field that is named like one


def detect_layout(
    tables: list[SourceTable],
    overrides: FieldOverrides,
    factions: Factions | FactionRegister,
    limits: DateLimits,
    is_last_try: bool = False,
) -> Layout:
    """Return the layout of a source from a sample of its tables; the user's overrides take precedence.

    is_last_try  if no place has the dates of all tables, find months, years and periods in their names, or else the
                 place of the tables which have a date alone

    Raises SourceError, naming the setting to use, if the layout cannot be detected; AmbiguousDate if the order of day
    and month is open. What has a second plausible reading is never guessed.
    """
    if not tables:
        raise SourceError(Message("There is nothing to import: no file could be read."))
    try:
        date = _date_role(tables, overrides, limits, is_last_try)
    except NoDateFound:
        dated = [table for table in tables if is_last_try and _has_own_date(table, overrides, limits)]
        if not dated:
            raise
        date = _date_role(dated, overrides, limits, is_last_try)
    tables = [table for table in tables if _fits(date, table, overrides, limits)] or tables
    return Layout(date, _faction_role(tables, overrides, factions, limits))


def spread(inputs: list, count: int, overrides: FieldOverrides, limits: DateLimits) -> list:
    """Return a few inputs from which a layout is detected: spread over all, and over those with a date in a name."""
    dated = [each for each in inputs if any(_is_date(name, overrides.date_order, limits) for name in each.names)]
    groups = [some for some in (inputs, dated) if some]
    picked = [some[number] for some in groups for number in np.linspace(0, len(some) - 1, count).astype(int)]
    return list(dict.fromkeys(picked))


def _has_own_date(table: SourceTable, overrides: FieldOverrides, limits: DateLimits) -> bool:
    try:
        return bool(_date_role([table], overrides, limits, with_spans_in_names=False))
    except NoDateFound:
        return False
    except (AmbiguousDate, AmbiguousField):
        return True


def _fits(role: FieldRole, table: SourceTable, overrides: FieldOverrides, limits: DateLimits) -> bool:
    """Return whether a table has something at the place of the date."""
    if role.place is Origin.NAME:
        return len(table.names) > role.level and _is_date(table.names[role.level], overrides.date_order, limits)
    if role.place is Origin.PROPERTY:
        return role.detail in table.properties
    return bool(_field(table, role.detail))


def detect_date(tables: list[SourceTable], overrides: FieldOverrides, limits: DateLimits) -> FieldRole:
    """Detect the role of the date alone, as ``detect_layout``."""
    return _date_role(tables, overrides, limits, with_spans_in_names=True)


def detect_faction(
    tables: list[SourceTable],
    overrides: FieldOverrides,
    factions: Factions | FactionRegister,
    limits: DateLimits,
    names: tuple[tuple[str, ...], ...] = HOLDER_NAMES,
) -> FieldRole:
    """Detect the role of the faction alone, as ``detect_layout``; ``names`` as in ``faction_field``."""
    return _faction_role(tables, overrides, factions, limits, names)


def text_beside_date(name: str, order: DateOrder | None, limits: DateLimits) -> str:
    """Return a name without its date: "IS_20171024" → "IS"."""
    parts = [part for part in re.split(r"[_\s.,;()\[\]-]+", name) if part]
    kept = [part for part in parts if not _is_date(part, order, limits) and not re.fullmatch(r"\d+", part)]
    if len(kept) == len(parts):
        return " ".join(kept)
    return " ".join(part for part in kept if not _PART_OF_DATE.fullmatch(plain(part)))


_PART_OF_DATE = re.compile(rf"{MONTH_NAME}|q[1-4]|to|until", re.IGNORECASE)


def _is_date(part: str, order, limits) -> bool:
    try:
        return bool(dates_in_name(part, order, limits))
    except DateError:
        return True


def _given_date_role(tables: list[SourceTable], overrides: FieldOverrides, limits: DateLimits) -> FieldRole | None:
    if overrides.start_field:
        _require(tables, overrides.start_field, overrides.end_field)
        return FieldRole(Origin.PERIOD_FIELDS, overrides.start_field, end=overrides.end_field, is_given=True)
    if overrides.end_field:
        raise SourceError(Message("The end field needs a start field. Set START_FIELD too."))
    if overrides.date_field:
        _require(tables, overrides.date_field)
        return FieldRole(Origin.FIELD, overrides.date_field, is_given=True)
    if overrides.date_level is not None:
        level = overrides.date_level
        names = [table.names[level] for table in tables if len(table.names) > level]
        holds = _held_by_names(names, overrides.date_order, limits)
        return FieldRole(Origin.NAME, level=level, holds=holds or NameHolds.DAY, is_given=True)
    return None


def _held_by_names(names: list[str], order: DateOrder | None, limits: DateLimits) -> NameHolds | None:
    """Return which one date most of the names contain, None if they contain none or several."""
    holds = (
        (NameHolds.DAY, lambda name: len(dates_in_name(name, order, limits)) == 1),
        (NameHolds.PERIOD, lambda name: range_in_name(name, order, limits) is not None),
        (NameHolds.SPAN, lambda name: len(spans_in_name(name, limits)) == 1),
    )
    return next((each for each, is_one in holds if names and 2 * sum(map(is_one, names)) >= len(names)), None)


def _names_of_spans(tables: list[SourceTable], order: DateOrder | None, limits: DateLimits) -> FieldRole | None:
    """Return the nearest names with a month, a year or a period.

    Several tables under one such name would become one map: each needs its own.
    """
    for level in range(min(len(table.names) for table in tables)):
        names = [table.names[level] for table in tables]
        holds = _held_by_names(names, order, limits)
        if holds in (None, NameHolds.DAY) or len(set(names)) < len(names):
            continue
        for name in names:
            if holds is NameHolds.PERIOD and (period := range_in_name(name, order, limits)) is not None:
                first, last = (np.datetime_as_string(each, unit="D") for each in period)
                reason = Message("{!r} is read as {} to {}", name, first, last)
                return FieldRole(Origin.NAME, level=level, holds=holds, reason=reason)
            if holds is NameHolds.SPAN and len(spans := spans_in_name(name, limits)) == 1:
                start, span = spans[0]
                first = np.datetime_as_string(start, unit="D")
                reason = {
                    Span.MONTH: Message("{!r} is read as the month from {}", name, first),
                    Span.QUARTER: Message("{!r} is read as the quarter from {}", name, first),
                    Span.YEAR: Message("{!r} is read as the year from {}", name, first),
                }[span]
                return FieldRole(Origin.NAME, level=level, holds=holds, reason=reason)
    return None


def _date_role(
    tables: list[SourceTable], overrides: FieldOverrides, limits: DateLimits, with_spans_in_names: bool
) -> FieldRole:
    if (given := _given_date_role(tables, overrides, limits)) is not None:
        return given
    named, dates_in_names = _dated_names(tables, overrides.date_order, limits)
    for start, end in _PERIOD_NAMES:
        fields = [_field(table, start) for table in tables], [_field(table, end) for table in tables]
        is_pair = all(fields[0]) and all(fields[1])
        if is_pair and _reads_as_dates(tables, fields[0][0], overrides, limits, named, is_named=True):
            return FieldRole(
                Origin.PERIOD_FIELDS, fields[0][0], end=fields[1][0], reason=Message("detected by the names")
            )
    dated = _date_candidates(tables, overrides, limits, named)
    if named is not None:
        # The day of a download in a folder's name is less specific than a field with the day of each map.
        dated = [each for each in dated if _values_shown(tables, each.field) > dates_in_names]
        if not any(each.field.casefold() in _DATE_NAMES for each in dated):
            return named
    if dated:
        return _chosen_date(tables, dated, overrides)
    named, _ = _dated_names(tables, overrides.date_order, limits, share=0.5)
    if named is not None:
        return named
    for name, value in tables[0].properties.items():
        if not parse_or_none(value, overrides.date_order, limits):
            continue
        return FieldRole(Origin.PROPERTY, name, reason=Message("detected from {!r}", value))
    if with_spans_in_names and (role := _names_of_spans(tables, overrides.date_order, limits)) is not None:
        return role
    raise _no_date(tables, overrides, limits)


def _named_dates(tables: list[SourceTable]) -> list[str]:
    """Return the names of date fields; not that of a year whose months stand in another field."""
    has_months = any(_field(table, name) for table in tables for name in ("month", "day"))
    return [name for name in _DATE_NAMES if name != "year" or not has_months]


def _no_date(tables: list[SourceTable], overrides: FieldOverrides, limits: DateLimits) -> NoDateFound:
    """Return the error, with what keeps the dates in names, and in fields named like dates, from being read."""
    table, order = tables[0], overrides.date_order
    causes = []
    for name in dict.fromkeys((*_named_dates(tables), *(start for start, _ in _PERIOD_NAMES))):
        values = [value for value in table.columns.get(_field(table, name), ()) if not is_missing(value)]
        with suppress(AmbiguousDate):
            problems = parse_dates(values, order, limits).problems
            if problems:
                row = min(problems)
                counts = Message("field {!r}, rows that cannot be read: {} of {}", name, len(problems), len(values))
                causes.append(Message("{}: {}", counts, problems[row]))
    for name in table.names[:1]:
        try:
            date_in_name(name, order, limits)
        except DateError as error:
            if not isinstance(error, NoDate):
                causes.append(as_message(error))
    if causes:
        error = NoDateFound(
            Message("No date can be read in {!r}. {} Set DATE_FIELD, or correct the dates.", table.file, joined(causes))
        )
        error.causes = tuple(causes)
        return error
    return NoDateFound(
        Message(
            "No date found in {!r}: not in its name, its fields ({}) or its properties. Set DATE_FIELD, or add the "
            "date to the name of the file, layer or folder.",
            tables[0].file,
            ", ".join(tables[0].columns) or "it has none",
        )
    )


def parse_or_none(value: str, order, limits):
    """Return the one date that a text is or contains, None if it has none or several."""
    parsed = parse_dates([value], order, limits)
    if not parsed.problems:
        return parsed.moments[0]
    dates = dates_in_name(value, order, limits)
    return dates[0] if len(dates) == 1 else None


def _dated_names(tables: list[SourceTable], order, limits, share: float = 1.0) -> tuple[FieldRole | None, int]:
    """Return the nearest names with one date in at least this share of the tables, and how many dates differ."""
    for level in range(max(len(table.names) for table in tables)):
        names = [table.names[level] for table in tables if len(table.names) > level]
        dates_of_name = {name: dates_in_name(name, order, limits) for name in names}
        dated = [name for name in names if len(dates_of_name[name]) == 1]
        if dated and len(dated) >= share * len(tables):
            day = np.datetime_as_string(dates_of_name[dated[0]][0], unit="D")
            role = FieldRole(Origin.NAME, level=level, reason=Message("{!r} is read as {}", dated[0], day))
            return role, len({dates_of_name[name][0] for name in dated})
    return None, 0


def _date_candidates(tables, overrides: FieldOverrides, limits: DateLimits, named: FieldRole | None) -> list[Candidate]:
    """Return the fields of all tables with dates, those with usual names first."""
    usual = [field for name in _named_dates(tables) if (field := _field(tables[0], name))]
    candidates = []
    for name in dict.fromkeys((*usual, *tables[0].columns)):
        fields = [_field(table, name) for table in tables]
        try:
            if not all(fields) or not _reads_as_dates(tables, name, overrides, limits, named, name in usual):
                continue
        except AmbiguousDate:
            if not candidates:
                raise
        candidates.append(Candidate(name, _days(tables, name, overrides, limits)))
    to_the_day = [each for each in candidates if each.field.casefold() not in _SPAN_NAMES]
    return to_the_day or candidates


def date_field(tables: list[SourceTable], overrides: FieldOverrides, limits: DateLimits) -> FieldRole | None:
    """Return the field with the dates, None if there is none. Raises AmbiguousField, AmbiguousDate."""
    dated = _date_candidates(tables, overrides, limits, None)
    return _chosen_date(tables, dated, overrides) if dated else None


def _chosen_date(tables: list[SourceTable], dated: list[Candidate], overrides: FieldOverrides) -> FieldRole:
    """Return the only field with dates, the one that is right by its name, or the one chosen earlier.

    A usual name is right beside names that say when a record was written. Raises AmbiguousField.
    """
    if earlier := earlier_choice(dated, overrides.earlier):
        return FieldRole(Origin.FIELD, earlier, reason=_AS_EARLIER)
    different = distinct(dated)
    names = [each.field for each in different]
    usual = [name for name in names if name.casefold() in _DATE_NAMES]
    others = [name for name in names if name not in usual]
    if len(names) == 1:
        return FieldRole(Origin.FIELD, names[0], reason=Message("detected: its values are dates"))
    if len(usual) == 1 and all(map(names_bookkeeping, others)):
        reason = Message("detected by its name; other fields with dates: {}", quoted(others))
        return FieldRole(Origin.FIELD, usual[0], reason=reason)
    raise AmbiguousField(
        Message(
            "{!r}: it is unclear which field contains the date: {}. Set DATE_FIELD to one of them.",
            tables[0].file,
            quoted(names),
        ),
        names,
    )


def _days(tables: list[SourceTable], field: str, overrides: FieldOverrides, limits: DateLimits) -> list:
    """Return the day of each row, None if it has none; the texts if the order of day and month is unclear."""
    values = [value for table in tables for value in table.columns[_field(table, field)]]
    try:
        moments = parse_dates(values, overrides.date_order, limits).moments
    except AmbiguousDate:
        return [value or None for value in values]
    return [None if np.isnat(moment) else moment.astype("datetime64[D]") for moment in moments]


def _reads_as_dates(
    tables, field: str, overrides: FieldOverrides, limits: DateLimits, named: FieldRole | None, is_named: bool
) -> bool:
    """Return whether enough values are dates: half of those of a field that is named like one, else nearly all.

    Numbers that can be anything, such as years, are dates only in a field that is named so.
    If the order of day and month is open, raises AmbiguousDate, or returns False if the names are dated.
    """
    columns = [table.columns.get(_field(table, field), ()) for table in tables]
    values = [value for column in columns for value in column if not is_missing(value)]
    if not is_named:
        values = [value for value in values if isinstance(value, (str, datetime.date)) or not _can_be_anything(value)]
    dates = values if is_named else [value for value in values if not _can_be_anything(value)]
    if not dates:
        return False
    try:
        parsed = parse_dates(dates, overrides.date_order, limits)
    except AmbiguousDate:
        if named is None:
            raise
        return False
    enough = _ENOUGH_IF_NAMED if is_named else _ENOUGH
    return len(dates) - len(parsed.problems) >= enough * len(values)


def _can_be_anything(value) -> bool:
    if isinstance(value, datetime.date):
        return False
    if isinstance(value, str):
        return re.fullmatch(r"-?\d+", value.strip()) is not None and len(value.strip()) not in (8, 14)
    return not 18_000_000 < value < 100_000_000


def _values_shown(tables: list[SourceTable], field: str) -> int:
    columns = [table.columns.get(_field(table, field), ()) for table in tables]
    return len({value for column in columns for value in column if value is not None})


def _faction_role(
    tables,
    overrides: FieldOverrides,
    factions: Factions | FactionRegister,
    limits: DateLimits,
    names: tuple[tuple[str, ...], ...] = HOLDER_NAMES,
) -> FieldRole:
    if overrides.faction and overrides.faction_field:
        raise SourceError(
            Message("FACTION and FACTION_FIELD are both set. Set FACTION for all rows, or FACTION_FIELD.")
        )
    if overrides.faction:
        return FieldRole(Origin.GIVEN, overrides.faction, is_given=True)
    if overrides.faction_field:
        _require(tables, overrides.faction_field)
        return FieldRole(Origin.FIELD, overrides.faction_field, is_given=True)
    if overrides.faction_level is not None:
        return FieldRole(Origin.NAME, level=overrides.faction_level, is_given=True)
    if (role := faction_field(tables, overrides.earlier, factions, names)) is not None:
        return role
    for level in range(min(len(table.names) for table in tables)):
        labels = {text_beside_date(table.names[level], overrides.date_order, limits) for table in tables}
        if labels and all(label and factions.resolve(label) is not None for label in labels):
            return FieldRole(Origin.NAME, level=level, reason=Message("detected: {}", ", ".join(sorted(labels))))
    raise SourceError(
        Message(
            "No faction found in {!r}: set FACTION to the faction that holds all of the territory, or "
            "FACTION_FIELD to one of the fields ({}).",
            tables[0].file,
            ", ".join(tables[0].columns) or "it has none",
        )
    )


def faction_field(
    tables: list[SourceTable],
    earlier: tuple[str, ...],
    factions: Factions | FactionRegister,
    names: tuple[tuple[str, ...], ...] = HOLDER_NAMES,
    setting: str = "FACTION_FIELD",
) -> FieldRole | None:
    """Return the field with the factions, None if there is none.

    earlier  fields chosen in earlier imports of the source
    names    usual names of such a field, best first; those of one group are equally good

    Fields with known factions can be it, and those with one of the best names; without any, those with another usual
    name. The only one with the best name among them is right if it has known factions, or if none has. Raises
    AmbiguousField if the names do not decide, or if the only field is named as one of somebody else than the holder.
    """
    known = {name: share for name in tables[0].columns if (share := _known_factions(tables, name, factions))}
    ranks = [[name for name in tables[0].columns if name.casefold() in rank] for rank in names]
    filled = [[name for name in rank if name in known or _are_filled(tables, name)] for rank in ranks]
    possible = dict.fromkeys((*filled[0], *(name for rank in filled for name in rank if name in known), *known))
    candidates = [
        Candidate(name, _faction_readings(tables, name, factions))
        for name in possible or dict.fromkeys(name for rank in filled for name in rank)
    ]
    if not candidates:
        return None
    if chosen := earlier_choice(candidates, earlier):
        return FieldRole(Origin.FIELD, chosen, reason=_AS_EARLIER)
    different = [each.field for each in distinct(sorted(candidates, key=lambda each: each.field not in known))]
    best = next(filter(None, ([name for name in rank if name in different] for rank in ranks)), [])
    right = [name for name in best if name in known] or ([] if known else best)
    if len(right) != 1 and (len(different) > 1 or names_other_party(different[0])):
        raise AmbiguousField(
            Message(
                "{!r}: it is unclear which field contains the faction: {}. Set {} to one of them.",
                tables[0].file,
                quoted(different),
                setting,
            ),
            different,
        )
    name = right[0] if len(right) == 1 else different[0]
    others = quoted(each for each in different if each != name)
    if name not in known:
        reason = Message("detected by its name")
    elif others:
        reason = Message(
            "detected by its name, and known factions among its names: {} of {}; other fields with factions: {}",
            *known[name],
            others,
        )
    else:
        reason = Message("detected: known factions among its names: {} of {}", *known[name])
    return FieldRole(Origin.FIELD, name, reason=reason)


_AS_EARLIER = Message("as in an earlier import of this source")


def _known_factions(tables, field: str, factions: Factions | FactionRegister) -> tuple[int, int] | None:
    """Return the counts of known and of all names in a field, None if fewer than half are known."""
    texts = _texts(tables, field)
    known = sum(factions.resolve(text) is not None for text in texts)
    return (known, len(texts)) if texts and known >= len(texts) / 2 else None


def _are_filled(tables: list[SourceTable], field: str) -> bool:
    return all(_field(table, field) for table in tables) and bool(_texts(tables, field))


def _faction_readings(tables, field: str, factions: Factions | FactionRegister) -> list:
    """Return the faction of each row: its id if it is known, else its text; None for none."""
    values = [value for table in tables for value in table.columns.get(field, [None] * len(table))]
    faction_of = {text: factions.resolve(text) for text in _texts(tables, field)}
    return [
        (text.casefold() if (faction := faction_of[text]) is None else faction.id) if text in faction_of else None
        for text in (value if isinstance(value, str) else None for value in values)
    ]


def _texts(tables: list[SourceTable], field: str) -> set[str]:
    return {
        value for table in tables for value in table.columns.get(field, ()) if isinstance(value, str) and value.strip()
    }


def _field(table: SourceTable, name: str) -> str:
    """Return the table's own spelling of a field name, "" if it has no such field."""
    return next((each for each in table.columns if each.casefold() == name.casefold()), "")


def _require(tables: list[SourceTable], *names: str) -> None:
    for name in names:
        if name and not any(_field(table, name) for table in tables):
            raise SourceError(
                Message(
                    "The field {!r} does not exist in {!r}. Fields: {}.",
                    name,
                    tables[0].file,
                    ", ".join(tables[0].columns) or "none",
                )
            )


def own_spelling(role: FieldRole, table: SourceTable) -> FieldRole:
    """Return the role with field names as this table spells them; unchanged if it has no such field."""
    return replace(role, detail=_field(table, role.detail) or role.detail, end=_field(table, role.end) or role.end)


@dataclass(frozen=True)
class DateQuestion:
    """A text with an open order of day and month, and its two readings."""

    text: str
    day_first: np.datetime64
    month_first: np.datetime64


def question_on(texts: Iterable[str], message: str, limits: DateLimits) -> DateQuestion | None:
    """Return the question on one of these texts, preferably one that a message names; None if all are clear."""
    for text in sorted(dict.fromkeys(texts), key=lambda text: text not in message):
        try:
            dates_in_name(text, None, limits)
        except AmbiguousDate:
            day_first = _only_date(text, DateOrder.DAY_FIRST, limits)
            month_first = _only_date(text, DateOrder.MONTH_FIRST, limits)
            if day_first is not None and month_first is not None:
                return DateQuestion(text=text, day_first=day_first, month_first=month_first)
    return None


def _only_date(text: str, order: DateOrder, limits: DateLimits) -> np.datetime64 | None:
    try:
        dates = dates_in_name(text, order, limits)
    except DateError:
        return None
    return dates[0] if dates else None
