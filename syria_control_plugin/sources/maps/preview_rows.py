"""First rows of an input and what an import would make of each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from ...core.dates.dates import order_of
from ...core.errors import AmbiguousDate
from ..files.tables import SourceTable
from ..import_report import REJECTED, ImportReport
from .dated_maps import DatedGround, MapReader
from .guesses import own_spelling
from .roles import Place, Role

MOST_ROWS = 40
_FIRST_ROWS = 4  # of each table
_ROWS_SEARCHED = 100_000  # of each table, for rows with an issue


@dataclass(frozen=True)
class Example:
    """A value that was found, where that is, and the text it was read from there."""

    value: str
    role: Role
    text: str


@dataclass(frozen=True)
class PreviewRow:
    """A row, or a file (row None), and what would become of it.

    start, faction  "" where they can't be told
    action          "" where it goes in as it is, else as in ``ImportIssue``, with its reason
    """

    file: str
    row: int | None
    start: str = ""
    end: str = ""
    faction: str = ""
    action: str = ""
    reason: str = ""
    values: dict = field(default_factory=dict)


def rows_as_they_are(tables: list[SourceTable]) -> list[PreviewRow]:
    """The first rows of tables of which nobody knows yet what is where in them."""
    rows = [
        PreviewRow(table.file, int(table.rows[position]), values=table.attributes(position))
        for table in tables
        for position in range(min(len(table), _FIRST_ROWS))
    ]
    return rows[:MOST_ROWS]


def rows_and_examples(
    reader: MapReader, tables: list[SourceTable], lacks_faction: bool
) -> tuple[list[PreviewRow], Example | None, Example | None]:
    """The first rows of tables that the reader has read, those with an issue too; a date and a faction from them.

    lacks_faction  the faction is not known yet: none is shown
    """
    rows: list[PreviewRow] = []
    date = faction = None
    for table in tables:
        for position, row in _rows_of(reader, table, MOST_ROWS - len(rows)):
            row = replace(row, faction="") if lacks_faction else row
            rows.append(row)
            if date is None and row.start and not row.action:
                date = Example(row.start, reader.layout.date, _text_at(reader.layout.date, table, position))
            if faction is None and row.faction and not row.action:
                faction = Example(row.faction, reader.layout.faction, _text_at(reader.layout.faction, table, position))
    return rows, date, faction


def _rows_of(reader: MapReader, table: SourceTable, most: int) -> list[tuple[int, PreviewRow]]:
    """Position and row. Each row is read alone to learn its date and faction."""
    issues = {i.row: i for i in reader.report.issues if (i.file, i.layer) == (table.file, table.layer)}
    whole = issues[None] if None in issues and issues[None].action == REJECTED else None
    order = reader.order or order_of(table.columns.get(own_spelling(reader.layout.date, table).detail, ()))
    shown = [
        position
        for position, row in enumerate(table.rows[:_ROWS_SEARCHED].tolist())
        if position < _FIRST_ROWS or row in issues
    ]
    found = []
    for position in shown[:most]:
        row = int(table.rows[position])
        issue = issues.get(row, whole)
        alone = replace(reader, order=order, report=ImportReport(), ground=DatedGround(reader.ground.factions))
        held = _held_by(alone, _row_alone(table, position))
        said = (issue.action, issue.reason) if issue else ("", "")
        found.append((position, PreviewRow(table.file, row, *held, *said, table.attributes(position))))
    return found


def _row_alone(table: SourceTable, position: int) -> SourceTable:
    return replace(
        table,
        columns={name: [values[position]] for name, values in table.columns.items()},
        rows=table.rows[[position]],
        geometry=table.geometry[[position]],
        unreadable={},
        notes=[],
    )


def _held_by(reader: MapReader, row: SourceTable) -> tuple[str, str, str]:
    """Start, end and faction of a row that is read alone; "" for what it does not have."""
    try:
        reader.read(row)
    except AmbiguousDate:
        return "", "", ""
    for faction, start, end, *_ in reader.ground.periods:
        return _day(start), "" if np.isnat(end) else _day(end), faction
    for start, factions in reader.ground.maps.items():
        return _day(start), "", next(iter(factions), "")
    return "", "", ""


def _day(moment) -> str:
    return str(np.datetime64(moment, "s")).replace("T00:00:00", "")


def _text_at(role: Role, table: SourceTable, position: int) -> str:
    """What stands where a role points to."""
    role = own_spelling(role, table)
    if role.place is Place.NAME:
        return table.names[role.level]
    if role.place is Place.PROPERTY:
        return table.properties.get(role.detail, "")
    return role.detail if role.place is Place.GIVEN else str(table.attributes(position).get(role.detail, ""))
