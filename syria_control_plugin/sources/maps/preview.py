"""Preview of an import by the import's own reader: first rows of the input, and the result of importing each."""

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
from ...core.control.period_ends import EndReading
from ...core.dates.parsing import dates_in_name, order_of, order_of_names
from ...core.dates.periods import SECOND
from ...core.errors import AmbiguousDate, AmbiguousEnd, SourceError, UnknownEncoding
from ...core.factions.factions import FactionRegister
from ...core.feedback import NO_FEEDBACK, Feedback, report_progress
from ...core.messages import Message, as_message
from ..files.coordinates import common_extent
from ..files.encodings import decoded, settled_encoding
from ..files.project_layers import LayerInput
from ..files.tables import MapInput, SourceTable
from ..source_places import KnownSource, check_place
from .candidates import AmbiguousField, earlier_fields
from .detection import (
    DateQuestion,
    FieldRole,
    Layout,
    NameHolds,
    NoDateFound,
    Origin,
    detect_layout,
    own_spelling,
    question_on,
    spread,
)
from .ends import earlier_ends
from .importing import default_source
from .options import DEFAULTS, ImportOptions
from .reader import DatedTerritories, MapReader

MOST_ROWS = 40
_FIRST_ROWS = 4  # of each table
_ROWS_SEARCHED = 100_000  # of each table, for rows with an issue


@dataclass(frozen=True)
class Example:
    """A detected value, its origin, and the text it was read from."""

    value: str
    role: FieldRole
    text: str


@dataclass(frozen=True)
class PreviewRow:
    """A row, or a file (row None), and the result of importing it.

    start, faction  "" if they cannot be determined
    action          "" if it is imported unchanged, else as in ``ImportIssue``, with its reason
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
    """Return the first rows of tables whose layout is not known."""
    rows = [
        PreviewRow(table.file, int(table.rows[position]), values=table.attributes(position))
        for table in tables
        for position in range(min(len(table), _FIRST_ROWS))
    ]
    return rows[:MOST_ROWS]


def rows_and_examples(
    reader: MapReader, tables: list[SourceTable], lacks_faction: bool, ends: EndReading | None
) -> tuple[list[PreviewRow], Example | None, Example | None]:
    """Return the first rows of tables that the reader has read, and those with an issue; an example date and faction.

    lacks_faction  the faction is not known yet, so none is shown
    ends           meaning of the ends that name a day; None: they are shown as written
    """
    rows: list[PreviewRow] = []
    date = faction = None
    for table in tables:
        for position, row in _rows_of(reader, table, MOST_ROWS - len(rows), ends):
            row = replace(row, faction="") if lacks_faction else row
            rows.append(row)
            if date is None and row.start and not row.action:
                date = Example(row.start, reader.layout.date, _text_at(reader.layout.date, table, position))
            if faction is None and row.faction and not row.action:
                faction = Example(row.faction, reader.layout.faction, _text_at(reader.layout.faction, table, position))
    return rows, date, faction


def _rows_of(reader: MapReader, table: SourceTable, most: int, ends: EndReading | None) -> list[tuple[int, PreviewRow]]:
    """Return positions and rows. Each row is read alone to get its date and faction."""
    issues = {i.row: i for i in reader.report.issues if (i.file, i.layer) == (table.file, table.layer)}
    whole = issues[None] if None in issues and issues[None].action == REJECTED else None
    order = reader.order or order_of(table.columns.get(own_spelling(reader.layout.date, table).detail, ()))
    shown = [
        position
        for position, row in enumerate(table.rows[:_ROWS_SEARCHED].tolist())
        if position < _FIRST_ROWS or row in issues
    ]
    rows = []
    for position in shown[:most]:
        row = int(table.rows[position])
        issue = issues.get(row, whole)
        alone = replace(
            reader, order=order, report=ImportReport(), territory=DatedTerritories(reader.territory.factions)
        )
        start, end, faction = _held_by(alone, _row_alone(table, position), ends)
        preview = PreviewRow(
            file=table.file,
            row=row,
            start=start,
            end=end,
            faction=faction,
            action=issue.action if issue else "",
            reason=issue.reason if issue else None,
            values=table.attributes(position),
        )
        rows.append((position, preview))
    return rows


def _row_alone(table: SourceTable, position: int) -> SourceTable:
    return replace(
        table,
        columns={name: [values[position]] for name, values in table.columns.items()},
        rows=table.rows[[position]],
        geometry=table.geometry[[position]],
        unreadable={},
        notes=[],
    )


def _held_by(reader: MapReader, row: SourceTable, ends: EndReading | None) -> tuple[str, str, str]:
    """Return start, end and faction of a row that is read alone; "" for those it does not have."""
    try:
        reader.read(row)
    except AmbiguousDate:
        return "", "", ""
    for stated in reader.territory.stated:
        end = stated.over_as(ends)
        return _day(stated.start), "" if np.isnat(end) else _day(end), stated.faction
    for start, factions in reader.territory.maps.items():
        return _day(start), "", next(iter(factions), "")
    return "", "", ""


def _day(moment) -> str:
    return str(np.datetime64(moment, "s")).replace("T00:00:00", "")


def _text_at(role: FieldRole, table: SourceTable, position: int) -> str:
    """Return the text at the place that a role points to."""
    role = own_spelling(role, table)
    if role.place is Origin.NAME:
        return table.names[role.level]
    if role.place is Origin.PROPERTY:
        return table.properties.get(role.detail, "")
    return role.detail if role.place is Origin.GIVEN else str(table.attributes(position).get(role.detail, ""))


_SAMPLE = 5  # files from which an import detects its layout, spread over the input
_VALUES_SEARCHED = 1000
_STAND_IN = "?"  # for the faction, if only the date is known


@dataclass
class Preview:
    """Result of a preview.

    files        files and layers to read, ``layers`` of them layers; ``files_seen`` were read for the preview
    report       counts and issues of the files read
    dates        days of the maps, sorted: of all files if their names have them (``dates_of_all``), else of those read
    ends         how ends that name a day are read, one line; asks_ends: whether it has to be chosen, and why
    asks_encoding  why the encoding of text has to be chosen, None if it has not
    layout       None if not detected: then ``question``, ``lacks_date`` or ``lacks_faction`` gives the cause
    known_source    proposed name of the source, if the case has it from another folder; "" else
    unclear_fields  fields that can contain what ``lacks_date`` or ``lacks_faction`` says is not known
    date_causes  what keeps dates in names and fields from being read
    fields       names of the fields, in the order in which they were met
    crs          WKT, "" for none → number of tables in the sample with it
    rows         first rows of the sample, then others that would not be imported unchanged
    has_areas    whether any row read has an area; True if the sample has no rows
    is_all_in_vain  all was read, and none of it is a map
    """

    files: int
    layers: int = 0
    files_seen: int = 0
    report: ImportReport = field(default_factory=ImportReport)
    dates: np.ndarray = field(default_factory=lambda: np.empty(0, SECOND))
    dates_of_all: bool = False
    ends: Message | None = None
    asks_ends: bool = False
    asks_encoding: Message | None = None
    layout: Layout | None = None
    date: Example | None = None
    faction: Example | None = None
    fields: tuple[str, ...] = ()
    crs: Counter = field(default_factory=Counter)
    rows: list[PreviewRow] = field(default_factory=list)
    question: DateQuestion | None = None
    unclear_fields: tuple[str, ...] = ()
    known_source: str = ""
    lacks_date: bool = False
    date_causes: tuple[Message, ...] = ()
    lacks_faction: bool = False
    problem: Message | None = None
    has_areas: bool = True
    is_all_in_vain: bool = False

    @property
    def can_be_imported(self) -> bool:
        is_clear = self.layout is not None and not (self.lacks_faction or self.question or self.known_source)
        return is_clear and not self.asks_ends and not self.is_all_in_vain


# Takes an input, whether to read its own properties too, and the feedback, as ``MapInput.tables``.
TablesOf = Callable[[MapInput, bool, Feedback], list[SourceTable]]


def look_at(
    inputs: list[MapInput],
    options: ImportOptions = DEFAULTS,
    case: Case | None = None,
    feedback: Feedback = NO_FEEDBACK,
    seconds: float = 1.0,
    tables_of: TablesOf = lambda given, with_properties, feedback: given.tables(with_properties, feedback),
) -> Preview:
    """Return a preview of an import of these inputs with these options.

    Reads the files from which an import detects its layout, then as many others as ``seconds`` allow. Open questions
    are in the preview, not raised. Raises Cancelled.
    """
    return _Preview(inputs, options, case, feedback, tables_of).preview(seconds)


class _Preview:
    """One preview run; holds the state that its steps share."""

    def __init__(self, inputs, options: ImportOptions, case: Case | None, feedback: Feedback, tables_of: TablesOf):
        self.feedback, self.tables_of = feedback, tables_of
        order = options.overrides.date_order or order_of_names(
            (name for each in inputs for name in each.names), options.limits
        )
        self.territory = DatedTerritories(FactionRegister(known_factions(case)))
        source = options.source or (default_source(inputs[0], options) if inputs else "")
        earlier = earlier_fields(case, source)
        self.options = replace(options, overrides=replace(options.overrides, date_order=order, earlier=earlier))
        encoding = settled_encoding(case, source, options.encoding)
        self.inputs = [decoded(each, encoding) for each in inputs]
        self.earlier_ends = earlier_ends(case, source)
        self.case, self.source, self.given = case, source, options
        self.reading: list[SourceTable] = []  # tables read last, beyond the sample
        self.result = Preview(len(inputs), sum(isinstance(each, LayerInput) for each in inputs))

    def preview(self, seconds: float) -> Preview:
        result, until = self.result, time.monotonic() + seconds
        sample = self._sample()
        tables = [table for tables in sample.values() for table in tables or ()]
        result.known_source = self._known_source(list(sample))
        result.fields = tuple(dict.fromkeys(name for table in tables for name in table.columns))
        result.crs = Counter(table.crs for table in tables if len(table))
        result.has_areas = _have_areas(tables) or not any(map(len, tables))
        if not any(tables is not None for tables in sample.values()):
            result.problem = Message("No file could be read.") if self.inputs else Message("The input contains no map.")
            self._file_rows()
            return result
        try:
            result.layout = self._layout([table for table in tables if len(table)] or tables, sample)
            if result.layout is not None:
                tables = [table for tables in sample.values() for table in tables or ()]
                self._read(tables, sample, until)
        except AmbiguousDate as error:
            result.layout, result.problem = None, as_message(error)
            result.question = self._question([*tables, *self.reading], str(error))
        except TooManyFactions as error:
            result.layout, result.problem = None, as_message(error)
        if result.layout is None:
            result.rows = rows_as_they_are(tables)
        self._file_rows()
        return result

    def _sample(self) -> dict:
        """Return input → its tables, None if unreadable, for the inputs from which an import detects its layout."""
        picked = spread(self.inputs, _SAMPLE, self.options.overrides, self.options.limits)
        sample: dict = {}
        for each in (*picked, *self.inputs):
            report_progress(self.feedback, 0)
            if len(sample) >= len(picked) and any(len(table) for tables in sample.values() for table in tables or ()):
                break
            if each not in sample:
                sample[each] = self._tables(each)
        return sample

    def _known_source(self, sampled: list[MapInput]) -> str:
        """Return the proposed name of the source if the import would ask about it, else ""."""
        if self.case is None or self.given.source or not sampled:
            return ""
        try:
            check_place(self.case, self.source, self.inputs[0], is_known=False)
        except KnownSource:
            known = set(self.case.fingerprints(self.source).values())
            prints = (self.given.fingerprint(each.checksum(self.feedback)) for each in sampled)
            return "" if any(each in known for each in prints) else self.source
        return ""

    def _tables(self, each: MapInput, with_properties: bool = False) -> list[SourceTable] | None:
        self.result.files_seen += 1
        try:
            return self.tables_of(each, with_properties, self.feedback)
        except SourceError as error:
            self.result.report.add(REJECTED, each.key, "", None, as_message(error))
            if isinstance(error, UnknownEncoding):
                self.result.asks_encoding = as_message(error)
            return None

    def _layout(self, tables: list[SourceTable], sample: dict) -> Layout | None:
        result, limits, overrides = self.result, self.options.limits, self.options.overrides
        try:
            return detect_layout(tables, overrides, self.territory.factions, limits)
        except NoDateFound:
            for each in [each for each, tables in sample.items() if tables is not None]:
                sample[each] = self.tables_of(each, True, self.feedback)
            tables = [table for tables in sample.values() for table in tables or ()]
        except AmbiguousDate:
            raise
        except SourceError as error:
            result.problem = as_message(error)
            if overrides.faction or overrides.faction_field:
                return None
        try:
            return detect_layout(tables, overrides, self.territory.factions, limits, is_last_try=True)
        except NoDateFound as error:
            result.lacks_date, result.problem = True, as_message(error)
            result.date_causes = error.causes
            return None
        except SourceError as error:
            result.problem = as_message(error)
            result.unclear_fields = error.fields if isinstance(error, AmbiguousField) else ()
        try:
            stand_in = replace(overrides, faction=_STAND_IN)
            layout = detect_layout(tables, stand_in, self.territory.factions, limits, is_last_try=True)
        except SourceError:
            result.lacks_date = bool(result.unclear_fields)
            return None
        result.lacks_faction = True
        return layout

    def _read(self, sampled: list[SourceTable], sample: dict, until: float) -> None:
        """Read the sample, and others while there is time, as the import would."""
        options, result = self.options, self.result
        extent = common_extent([table.geometry for table in sampled])
        reader = MapReader(
            layout=result.layout,
            order=options.overrides.date_order,
            limits=options.limits,
            crs_where_missing=options.crs,
            extent=extent,
            report=result.report,
            territory=self.territory,
            feedback=self.feedback,
        )
        dates_in_names = self._dates_in_names(sampled)
        for table in sampled:
            reader.read(table)
        with_properties = result.layout.date.place is Origin.PROPERTY
        for each in self.inputs:
            report_progress(self.feedback, 100 * result.files_seen / len(self.inputs))
            if time.monotonic() > until:
                break
            if each not in sample:
                self.reading = self._tables(each, with_properties) or []
                result.has_areas |= _have_areas(self.reading)
                for table in self.reading:
                    reader.read(table)
                self.territory.maps = dict.fromkeys(self.territory.maps, {})  # the dates are enough
        result.report.cautions += reader.classes.cautions()
        ends = self._settle_ends()
        rows, result.date, result.faction = rows_and_examples(reader, sampled, result.lacks_faction, ends)
        result.rows = rows
        result.dates_of_all = dates_in_names is not None or result.files_seen == result.files
        starts = {row[1] for row in self.territory.periods} | set(self.territory.maps)
        result.dates = np.array(sorted(starts if dates_in_names is None else dates_in_names), SECOND)
        result.is_all_in_vain = result.files_seen >= result.files and not (starts and result.has_areas)
        result.report.unknown_factions.pop(_STAND_IN, None)

    def _settle_ends(self) -> EndReading | None:
        """Return how ends that name a day are read, None if there are none or the user has to choose."""
        result = self.result
        try:
            ends = self.territory.settle_ends(result.report, self.options.end_reading, self.earlier_ends)
        except AmbiguousEnd as error:
            result.asks_ends, result.ends = True, as_message(error)
            stated = self.territory.stated
            self.territory.periods = [(row.faction, row.start, row.end, row.area, row.file, row.span) for row in stated]
            return None
        result.ends = None if ends is None else ends.line
        return None if ends is None else ends.reading

    def _dates_in_names(self, sampled: list[SourceTable]) -> set | None:
        """Return the dates of all files if their names contain them, else None."""
        role, order, limits = self.result.layout.date, self.options.overrides.date_order, self.options.limits
        names = {each.key: each.names for each in self.inputs}
        if (
            role.place is not Origin.NAME
            or role.holds is not NameHolds.DAY
            or any(table.names[: role.level + 1] != names[table.file][: role.level + 1] for table in sampled)
        ):
            return None
        dates_of_names = [
            dates_in_name(name[role.level], order, limits) for name in names.values() if len(name) > role.level
        ]
        return {dates[0] for dates in dates_of_names if len(dates) == 1}

    def _file_rows(self) -> None:
        """Insert the issues of whole files above the rows."""
        issues = [i for i in self.result.report.issues if i.row is None][:MOST_ROWS]
        self.result.rows[:0] = [PreviewRow(i.file, None, action=i.action, reason=i.reason) for i in issues]

    def _question(self, tables: list[SourceTable], message: str) -> DateQuestion | None:
        texts = [name for each in self.inputs for name in each.names]
        columns = [column for table in tables for column in table.columns.values()]
        texts += [value for column in columns for value in column[:_VALUES_SEARCHED] if isinstance(value, str)]
        return question_on(texts, message, self.options.limits)


def _have_areas(tables: list[SourceTable]) -> bool:
    return any((shapely.get_dimensions(table.geometry) == 2).any() for table in tables)
