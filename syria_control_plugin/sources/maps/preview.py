"""A look at what an import would make of its input, before anything is written: by the import's own reader.

First rows of an input and what an import would make of each.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Callable

import numpy as np
import shapely

from ...case.case import Case
from ...case.catalogue import known_factions
from ...case.import_report import REJECTED, ImportReport
from ...case.limits import TooManyFactions
from ...core.dates.parsing import dates_in_name, order_of, order_of_names
from ...core.dates.periods import SECOND
from ...core.errors import AmbiguousDate, SourceError
from ...core.factions.factions import FactionRegister
from ...core.feedback import NO_FEEDBACK, Feedback, report_progress
from ...core.messages import Message, as_message
from ..files.coordinates import common_extent
from ..files.project_layers import LayerInput
from ..files.tables import MapInput, SourceTable
from .detection import DateQuestion, FieldRole, Layout, NoDateFound, Origin, detect_layout, own_spelling, question_on
from .options import DEFAULTS, ImportOptions
from .reader import DatedTerritories, MapReader

MOST_ROWS = 40
_FIRST_ROWS = 4  # of each table
_ROWS_SEARCHED = 100_000  # of each table, for rows with an issue


@dataclass(frozen=True)
class Example:
    """A value that was found, where that is, and the text it was read from there."""

    value: str
    role: FieldRole
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
    reason: Message | None = None
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
        alone = replace(
            reader, order=order, report=ImportReport(), territory=DatedTerritories(reader.territory.factions)
        )
        held = _held_by(alone, _row_alone(table, position))
        said = (issue.action, issue.reason) if issue else ("", None)
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
    for faction, start, end, *_ in reader.territory.periods:
        return _day(start), "" if np.isnat(end) else _day(end), faction
    for start, factions in reader.territory.maps.items():
        return _day(start), "", next(iter(factions), "")
    return "", "", ""


def _day(moment) -> str:
    return str(np.datetime64(moment, "s")).replace("T00:00:00", "")


def _text_at(role: FieldRole, table: SourceTable, position: int) -> str:
    """What stands where a role points to."""
    role = own_spelling(role, table)
    if role.place is Origin.NAME:
        return table.names[role.level]
    if role.place is Origin.PROPERTY:
        return table.properties.get(role.detail, "")
    return role.detail if role.place is Origin.GIVEN else str(table.attributes(position).get(role.detail, ""))


_SAMPLE = 5  # files by which an import guesses, spread over the input
_VALUES_SEARCHED = 1000
_STAND_IN = "?"  # for the faction, where only the date can be told


@dataclass
class Preview:
    """What a look found.

    files        files and layers to read, ``layers`` of them layers; ``files_seen`` were read for this look
    report       counts and issues of those
    dates        days of the maps, sorted: of all files where their names tell, else of those seen (``dates_of_all``)
    layout       None where it can't be told: then ``question``, ``lacks_date`` or ``lacks_faction`` says why
    fields       names of the fields, in the order in which they were met
    crs          WKT, "" for none → how many tables of the sample name it
    rows         first rows of the sample, then others that would not go in as they are
    has_areas    whether any row of those seen has an area; True where the sample has no row
    is_all_in_vain  all was read, and none of it is a map
    """

    files: int
    layers: int = 0
    files_seen: int = 0
    report: ImportReport = field(default_factory=ImportReport)
    dates: np.ndarray = field(default_factory=lambda: np.empty(0, SECOND))
    dates_of_all: bool = False
    layout: Layout | None = None
    date: Example | None = None
    faction: Example | None = None
    fields: tuple[str, ...] = ()
    crs: Counter = field(default_factory=Counter)
    rows: list[PreviewRow] = field(default_factory=list)
    question: DateQuestion | None = None
    lacks_date: bool = False
    lacks_faction: bool = False
    problem: Message | None = None
    has_areas: bool = True
    is_all_in_vain: bool = False

    @property
    def can_be_imported(self) -> bool:
        is_clear = self.layout is not None and not self.lacks_faction and self.question is None
        return is_clear and not self.is_all_in_vain


# Called with an input, whether its own properties are wanted too, and the progress, as ``MapInput.tables``.
TablesOf = Callable[[MapInput, bool, Feedback], list[SourceTable]]


def look_at(
    inputs: list[MapInput],
    options: ImportOptions = DEFAULTS,
    case: Case | None = None,
    feedback: Feedback = NO_FEEDBACK,
    seconds: float = 1.0,
    tables_of: TablesOf = lambda each, with_properties, feedback: each.tables(with_properties, feedback),
) -> Preview:
    """What an import of these inputs with these options would find.

    Reads the files by which an import guesses, then as many others as ``seconds`` allow. What stays open is
    said in the preview, not raised. Raises Cancelled.
    """
    return _Preview(inputs, options, case, feedback, tables_of).preview(seconds)


class _Preview:
    """One look; holds what its steps share."""

    def __init__(self, inputs, options: ImportOptions, case: Case | None, feedback: Feedback, tables_of: TablesOf):
        self.inputs, self.feedback, self.tables_of = inputs, feedback, tables_of
        order = options.overrides.date_order or order_of_names(name for each in inputs for name in each.names)
        self.options = replace(options, overrides=replace(options.overrides, date_order=order))
        self.territory = DatedTerritories(FactionRegister(known_factions(case)))
        self.reading: list[SourceTable] = []  # beyond the sample
        self.found = Preview(len(inputs), sum(isinstance(each, LayerInput) for each in inputs))

    def preview(self, seconds: float) -> Preview:
        found, until = self.found, time.monotonic() + seconds
        sample = self._sample()
        tables = [table for tables in sample.values() for table in tables or ()]
        found.fields = tuple(dict.fromkeys(name for table in tables for name in table.columns))
        found.crs = Counter(table.crs for table in tables if len(table))
        found.has_areas = _have_areas(tables) or not any(map(len, tables))
        if not any(tables is not None for tables in sample.values()):
            found.problem = Message("No file could be read.") if self.inputs else Message("The input contains no map.")
            self._file_rows()
            return found
        try:
            found.layout = self._layout([table for table in tables if len(table)] or tables, sample)
            if found.layout is not None:
                tables = [table for tables in sample.values() for table in tables or ()]
                self._read(tables, sample, until)
        except AmbiguousDate as error:
            found.layout, found.problem = None, as_message(error)
            found.question = self._question([*tables, *self.reading], str(error))
        except TooManyFactions as error:
            found.layout, found.problem = None, as_message(error)
        if found.layout is None:
            found.rows = rows_as_they_are(tables)
        self._file_rows()
        return found

    def _sample(self) -> dict:
        """Input → its tables, None where it can't be read: the inputs that an import takes for its guesses."""
        count = len(self.inputs)
        numbers = np.unique(np.linspace(0, count - 1, _SAMPLE).astype(int)) if count else ()
        picked = [self.inputs[number] for number in numbers]
        sample: dict = {}
        for each in (*picked, *self.inputs):
            report_progress(self.feedback, 0)
            if len(sample) >= len(picked) and any(len(table) for tables in sample.values() for table in tables or ()):
                break
            if each not in sample:
                sample[each] = self._tables(each)
        return sample

    def _tables(self, each: MapInput, with_properties: bool = False) -> list[SourceTable] | None:
        self.found.files_seen += 1
        try:
            return self.tables_of(each, with_properties, self.feedback)
        except SourceError as error:
            self.found.report.add(REJECTED, each.key, "", None, as_message(error))
            return None

    def _layout(self, tables: list[SourceTable], sample: dict) -> Layout | None:
        found, limits, overrides = self.found, self.options.limits, self.options.overrides
        try:
            return detect_layout(tables, overrides, self.territory.factions, limits)
        except NoDateFound:
            for each in [each for each, tables in sample.items() if tables is not None]:
                sample[each] = self.tables_of(each, True, self.feedback)
            tables = [table for tables in sample.values() for table in tables or ()]
        except AmbiguousDate:
            raise
        except SourceError as error:
            found.problem = as_message(error)
            if overrides.faction or overrides.faction_field:
                return None
        try:
            return detect_layout(tables, overrides, self.territory.factions, limits)
        except NoDateFound as error:
            found.lacks_date, found.problem = True, as_message(error)
            return None
        except SourceError as error:
            found.problem = as_message(error)
        try:
            layout = detect_layout(tables, replace(overrides, faction=_STAND_IN), self.territory.factions, limits)
        except SourceError:
            return None
        found.lacks_faction = True
        return layout

    def _read(self, sampled: list[SourceTable], sample: dict, until: float) -> None:
        """Reads the sample, and others while there is time, as the import would."""
        options, found = self.options, self.found
        extent = common_extent([table.geometry for table in sampled])
        reader = MapReader(
            found.layout, options.overrides.date_order, options.limits, options.crs, extent, options.end_is_last_day,
            found.report, self.territory, self.feedback,
        )  # fmt: skip
        dates_in_names = self._dates_in_names(sampled)
        for table in sampled:
            reader.read(table)
        found.rows, found.date, found.faction = rows_and_examples(reader, sampled, found.lacks_faction)
        with_properties = found.layout.date.place is Origin.PROPERTY
        for each in self.inputs:
            report_progress(self.feedback, 100 * found.files_seen / len(self.inputs))
            if time.monotonic() > until:
                break
            if each not in sample:
                self.reading = self._tables(each, with_properties) or []
                found.has_areas |= _have_areas(self.reading)
                for table in self.reading:
                    reader.read(table)
                self.territory.maps = dict.fromkeys(self.territory.maps, {})  # the dates are enough
        found.dates_of_all = dates_in_names is not None or found.files_seen == found.files
        starts = {row[1] for row in self.territory.periods} | set(self.territory.maps)
        found.dates = np.array(sorted(starts if dates_in_names is None else dates_in_names), SECOND)
        found.is_all_in_vain = found.files_seen >= found.files and not (starts and found.has_areas)
        found.report.unknown_factions.pop(_STAND_IN, None)

    def _dates_in_names(self, sampled: list[SourceTable]) -> set | None:
        """The dates of all files, where their names give them."""
        role, order, limits = self.found.layout.date, self.options.overrides.date_order, self.options.limits
        names = {each.key: each.names for each in self.inputs}
        if role.place is not Origin.NAME or any(
            table.names[: role.level + 1] != names[table.file][: role.level + 1] for table in sampled
        ):
            return None
        found = [dates_in_name(name[role.level], order, limits) for name in names.values() if len(name) > role.level]
        return {dates[0] for dates in found if len(dates) == 1}

    def _file_rows(self) -> None:
        """Puts what is said of whole files above the rows."""
        said = [i for i in self.found.report.issues if i.row is None][:MOST_ROWS]
        self.found.rows[:0] = [PreviewRow(i.file, None, action=i.action, reason=i.reason) for i in said]

    def _question(self, tables: list[SourceTable], message: str) -> DateQuestion | None:
        texts = [name for each in self.inputs for name in each.names]
        columns = [column for table in tables for column in table.columns.values()]
        texts += [value for column in columns for value in column[:_VALUES_SEARCHED] if isinstance(value, str)]
        return question_on(texts, message, self.options.limits)


def _have_areas(tables: list[SourceTable]) -> bool:
    return any((shapely.get_dimensions(table.geometry) == 2).any() for table in tables)
