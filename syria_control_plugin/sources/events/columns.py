"""What the layouts of tables of clash events share: settings, columns by name, and values as such tables hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...case.values import text_of
from ...core.dates.parsing import DateLimits, DateOrder
from ...core.errors import SourceError
from ...core.messages import Message
from ..files.tables import SourceTable

DAY, WEEK, MONTH = "day", "week", "month"
UNKNOWN_KM = float("inf")
# A Shapefile's names are no longer; of two that would be cut alike the second is counted.
_LONGEST_IN_SHAPEFILE = 10
_CUT = {"assoc_actor_2": "assoc_ac_1"}
_WHOLE_NUMBER = re.compile(r"([+-]?\d+)\.0+")


@dataclass(frozen=True)
class EventOptions:
    """Settings; the columns are for plain tables, those of known data sets need none. "" is found by its name.

    end_field        last day of the event, "" where it lasted one day
    kind_field       what it was: fight, strike, transfer, other; without it all events are fights
    precision_field  how far from the point it may have happened, km; without it all places are exact
    source_field     which data set says so, row by row; without it ``source`` does for all
    source           name of the data set; "": the layout's own, or that of the table
    series           name of the import, of which one run replaces the last; "": name of the table
    """

    date_field: str = ""
    end_field: str = ""
    side_a_field: str = ""
    side_b_field: str = ""
    kind_field: str = ""
    precision_field: str = ""
    id_field: str = ""
    source_field: str = ""
    lon_field: str = ""
    lat_field: str = ""
    date_order: DateOrder | None = None
    source: str = ""
    series: str = ""
    crs: str = ""
    limits: DateLimits = DateLimits()

    def named(self) -> dict[str, str]:
        """Role → column, for the columns of a plain table that the user named."""
        roles = (name[: -len("_field")] for name in self.__dataclass_fields__ if name.endswith("_field"))
        return {role: getattr(self, f"{role}_field") for role in roles if getattr(self, f"{role}_field")}


@dataclass
class RawEvents:
    """The rows of a table as its layout reads them, n of them; nothing is left out yet.

    first, last   (n,) dates as given: the first and the last day; ``last`` None: one day each
    spread        (n,) DAY, or WEEK or MONTH where ``first`` only stands for one
    is_exact_date (n,) whether it is known to the day; None: where it lasted no longer than one
    ends_before   ``last`` is the moment at which the event was over, not its last day
    side_a, _b    (n,) texts that name a side, one or several each
    factions_a, _b  (n,) texts that name the factions, where the table has those too
    kind          (n,) one of ``core.corridors.events.KINDS``, or another word for which the row is refused
    reach_km      (n,) inf where only the country is known
    label         (n,) the event in the data set's words; None: made of sides and place
    consumed      columns of the table that are used up; all others are carried along
    remarks       messages on the table as a whole
    notes         (row, sentence) on values that had to be read with caution
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
    label: list[str] | None = None
    ends_before: bool = False
    factions_a: list | None = None
    factions_b: list | None = None
    lon: str = ""
    lat: str = ""
    remarks: list[Message] = field(default_factory=list)
    notes: list[tuple[int, Message]] = field(default_factory=list)


class Columns:
    """Columns of a table by name, whatever their case; also as a Shapefile cuts their names."""

    def __init__(self, table: SourceTable):
        self.table = table
        self._spelling = {name.strip().casefold(): name for name in table.columns}

    def __contains__(self, name: str) -> bool:
        return bool(self.name(name))

    def name(self, wanted: str) -> str:
        """How the table spells it, "" where it has no such column."""
        wanted = wanted.strip().casefold()
        if not wanted:
            return ""
        return self._spelling.get(wanted) or self._spelling.get(_CUT.get(wanted, wanted[:_LONGEST_IN_SHAPEFILE]), "")

    def first_of(self, names) -> str:
        """The first that the table has, as it spells it, else ""."""
        return next(filter(None, map(self.name, names)), "")

    def values(self, wanted: str) -> list:
        """The column, or as many None where there is none."""
        name = self.name(wanted)
        return self.table.columns[name] if name else [None] * len(self.table)

    def texts(self, wanted: str) -> list[str]:
        return [text_of(value) for value in self.values(wanted)]

    def ids(self, wanted: str) -> list[str]:
        """Ids as text; a row without one is called after its number."""
        values = zip(self.values(wanted), self.table.rows)
        return [id_of(value) or f"row {int(row)}" for value, row in values]

    def codes(self, wanted: str) -> list[int | None]:
        values = self.values(wanted)
        known = {value: code_of(value) for value in set(values)}
        return [known[value] for value in values]


def id_of(value) -> str:
    """A number that identifies something, as text: 240985.0 is "240985"."""
    text = text_of(value)
    whole = _WHOLE_NUMBER.fullmatch(text)
    return whole[1] if whole else text


def code_of(value) -> int | None:
    """A code such as 1, "1" or "1.0"; None for anything else."""
    text = id_of(value)
    return int(text) if re.fullmatch(r"[+-]?\d{1,15}", text, re.ASCII) else None


def require(columns: Columns, role: str, name: str) -> str:
    """How the table spells a column that the user named; raises SourceError where it has none."""
    found = columns.name(name)
    if not found:
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
    return found
