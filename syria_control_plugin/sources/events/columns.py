"""Shared parts of the layouts of clash event tables: settings, columns by name, and parsing of their values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...case.values import text_of
from ...core.dates.options import DateLimits, DateOrder
from ...core.errors import SourceError
from ...core.messages import Message
from ..files.tables import SourceTable

DAY, WEEK, MONTH = "day", "week", "month"
UNKNOWN_KM = float("inf")
# Length to which a Shapefile cuts names; if two would be cut alike, the second is numbered.
_LONGEST_IN_SHAPEFILE = 10
_CUT = {"assoc_actor_2": "assoc_ac_1"}
_WHOLE_NUMBER = re.compile(r"([+-]?\d+)\.0+")


@dataclass(frozen=True)
class EventOptions:
    """Settings. The columns are for plain tables; known data sets need none. "" is detected by its name.

    end_field        last day of the event, "" if it lasted one day
    kind_field       kind of event in words; without it all events are fights
    kinds            pairs of a word or phrase of that column and its kind (``core.corridors.events.KINDS``)
    precision_field  possible distance from the point, km; without it all places are exact
    reaches          pairs of a place code of ACLED or UCDP GED and its possible distance from the point, km, as texts
    source_field     data set of each row; without it ``source`` applies to all
    source           name of the data set; "": the layout's own, or that of the table
    encoding         encoding of text that is not UTF-8; "": as in the last import of the series that set one
    time_zone        zone whose days count for times that state their zone; "": that of the case, else UTC
    series           name of the import, each run of which replaces the last; "": name of the table
    """

    date_field: str = ""
    end_field: str = ""
    side_a_field: str = ""
    side_b_field: str = ""
    kind_field: str = ""
    kinds: tuple[tuple[str, str], ...] = ()
    precision_field: str = ""
    reaches: tuple[tuple[str, str], ...] = ()
    id_field: str = ""
    source_field: str = ""
    lon_field: str = ""
    lat_field: str = ""
    date_order: DateOrder | None = None
    source: str = ""
    series: str = ""
    crs: str = ""
    encoding: str = ""
    time_zone: str = ""
    limits: DateLimits = DateLimits()

    def named(self) -> dict[str, str]:
        """Return role → column, for the columns of a plain table that the user named."""
        roles = (name[: -len("_field")] for name in self.__dataclass_fields__ if name.endswith("_field"))
        return {role: getattr(self, f"{role}_field") for role in roles if getattr(self, f"{role}_field")}


@dataclass
class RawEvents:
    """The n rows of a table as its layout reads them; nothing is left out yet.

    id            (n,) ids, unique within a ``source``: a row that repeats one is counted once
    first, last   (n,) dates as given: the first and the last day; ``last`` None: one day each
    spread        (n,) DAY; WEEK: ``first`` is the middle of the week; MONTH: ``first`` is any day of the month
    is_exact_date (n,) whether it is known to the day; None: if it lasted no longer than one
    ends_before   ``last`` is the moment at which the event was over, not its last day
    side_a, _b    (n,) texts that name a side, one or several each
    factions_a, _b  (n,) texts that name the factions, if the table has those too
    kind          (n,) one of ``core.corridors.events.KINDS``, or another value for which the row is refused
    reach_km      (n,) inf if only the country is known
    reach_basis   (n,) each one of ``core.corridors.events.REACH_BASES``; None: all STATED
    place         (n,) texts that name the place, "" if there is none; part of a label that is made here
    source        (n,) names of the data set, each of which is assessed separately
    label         (n,) the data set's own label of the event; None: made of sides and place
    consumed      columns that are not kept as further columns, since the case has their contents; columns of codes stay
                  out of it, so that the codes are kept
    lon, lat      columns with longitude and latitude, which count if no row has a geometry; "" if there are none
    remarks       messages on the table as a whole
    notes         (row, sentence) on values that had to be read with caution

    ``consumed``, ``lon`` and ``lat`` contain names as the table spells them (``Columns.name``).
    """

    id: list[str]
    first: list
    last: list | None
    spread: list[str]
    is_exact_date: list[bool] | None
    side_a: list[tuple]
    side_b: list[tuple]
    kind: list[str]
    reach_km: list[float]
    place: list[str]
    source: list[str]
    consumed: set[str]
    reach_basis: list[str] | None = None
    label: list[str] | None = None
    ends_before: bool = False
    factions_a: list | None = None
    factions_b: list | None = None
    lon: str = ""
    lat: str = ""
    remarks: list[Message] = field(default_factory=list)
    notes: list[tuple[int, Message]] = field(default_factory=list)


class Columns:
    """Columns of a table by name, in any case; also by names as a Shapefile cuts them."""

    def __init__(self, table: SourceTable):
        self.table = table
        self._spelling = {name.strip().casefold(): name for name in table.columns}

    def __contains__(self, name: str) -> bool:
        return bool(self.name(name))

    def name(self, wanted: str) -> str:
        """Return the table's spelling of a name, "" if it has no such column."""
        wanted = wanted.strip().casefold()
        if not wanted:
            return ""
        return self._spelling.get(wanted) or self._spelling.get(_CUT.get(wanted, wanted[:_LONGEST_IN_SHAPEFILE]), "")

    def first_of(self, names) -> str:
        """Return the first of these columns that the table has, in its spelling, else ""."""
        return next(filter(None, map(self.name, names)), "")

    def values(self, wanted: str) -> list:
        """Return the column, or None for each row if it is missing."""
        name = self.name(wanted)
        return self.table.columns[name] if name else [None] * len(self.table)

    def texts(self, wanted: str) -> list[str]:
        return [text_of(value) for value in self.values(wanted)]

    def ids(self, wanted: str) -> list[str]:
        """Return ids as text; a row without one is named by its number."""
        values = zip(self.values(wanted), self.table.rows)
        return [id_of(value) or f"row {int(row)}" for value, row in values]

    def codes(self, wanted: str) -> list[int | None]:
        values = self.values(wanted)
        known = {value: code_of(value) for value in set(values)}
        return [known[value] for value in values]


def id_of(value) -> str:
    """Return a number that identifies something as text: 240985.0 is "240985"."""
    text = text_of(value)
    whole = _WHOLE_NUMBER.fullmatch(text)
    return whole[1] if whole else text


def code_of(value) -> int | None:
    """Return a code such as 1, "1" or "1.0" as an integer; None for anything else."""
    text = id_of(value)
    return int(text) if re.fullmatch(r"[+-]?\d{1,15}", text, re.ASCII) else None


def require(columns: Columns, role: str, name: str) -> str:
    """Return the table's spelling of a column that the user named. Raises SourceError if it has none."""
    spelling = columns.name(name)
    if not spelling:
        table = columns.table
        raise SourceError(
            Message(
                "{}: has no column {!r} for the {}. Columns: {}.",
                table.file,
                name,
                role,
                ", ".join(table.columns) or "none",
            )
        )
    return spelling
