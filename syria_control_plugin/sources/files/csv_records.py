"""Records of delimited text by Python's csv; where that refuses them, so that no line is lost in another's cell.

Two quotation marks that strayed into two rows may enclose all rows between them, as if they were one cell of several
lines. Lines inside a cell that look like rows are therefore read as rows, and the marks as text, unless all of this
holds:

- Python's csv, in its strict mode, reads the whole file, and each record of it is as wide as the header.
- The lines can't be rows. The last line of the record, where the second mark would have strayed into a row, is not as
  wide as the header and does not begin with a number where rows do. Or each cell of the file is enclosed in marks, and
  those of the lines are not.

What remains might be either: then no row may be lost. In both cases the line and the value are in the notes.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import cached_property, lru_cache

from ...core.errors import Cancelled, SourceError
from ...core.feedback import Feedback
from ...core.messages import Message
from .tables import check_width, distinct_names

# Characters in a line: seven million vertices as WKT. A longer one would take the memory of all else. The first line
# has names only, and is refused where it is a long one.
LINE_LIMIT = 2**28
_MOST_MISSING = 20_000_000  # cells that rows lack
SPREADSHEET_LIMIT = 32_767  # characters that a spreadsheet keeps of a cell
_OPEN_LINES = 10_000  # a cell that spans more lines than this has lost its closing quotation mark
_LONG_LINE = 2**20  # csv takes four bytes for a character: a longer line is split without it, where that is possible
_SAMPLE = 50  # lines by which the separator is chosen, if they are not very long
_AT_ONCE = 4096  # rows, or characters of a long one, between two questions whether the user has cancelled
_NAMED = 100  # rows with the same note that are listed one by one
_QUOTE, _LOST = '"', "\ufffd"
_DAMAGES = (OSError, RuntimeError, EOFError, zlib.error, zipfile.BadZipFile)  # of a file, met while it is read
_NUMBER = re.compile(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*", re.IGNORECASE | re.ASCII)
_NUMERIC = tuple("0123456789+-.")


@lru_cache
def _cell_pattern(separator: str, generous: bool) -> re.Pattern:
    """A cell enclosed in quotation marks (group 1, marks inside doubled unless ``generous``), or not (group 2)."""
    separator, blank = re.escape(separator), "" if separator == " " else " *"
    body = ".*?" if generous else '[^"]*(?:""[^"]*)*'
    return re.compile(rf'{blank}"({body})"{blank}(?={separator}|\Z)|([^{separator}]*)', re.DOTALL)


@lru_cache
def _all_enclosed(separator: str) -> re.Pattern:
    """A record each cell of which is enclosed in quotation marks."""
    cell = '"[^"]*(?:""[^"]*)*"'
    return re.compile(rf"{cell}(?:{re.escape(separator)}{cell})*\n?", re.DOTALL)


class Lines:
    """The lines of a text, which can be put back to be read again."""

    def __init__(self, stream: io.TextIOBase, feedback: Feedback):
        self._stream, self._progress = stream, feedback
        self._waiting: deque[str] = deque()
        self.number = 0  # of the line that was taken last
        self.too_long: set[int] = set()  # numbers of lines of which only the beginning is given

    def take(self) -> str:
        """The next line with its end, "" after the last; of one over the limit its beginning. Raises Cancelled."""
        line = self._waiting.popleft() if self._waiting else self._read()
        self.number += line != ""
        return line

    def put_back(self, lines: list[str]) -> None:
        self._waiting.extendleft(reversed(lines))
        self.number -= len(lines)

    def check(self) -> None:
        if self._progress.isCanceled():
            raise Cancelled(Message("Cancelled. Nothing was changed."))

    def _read(self) -> str:
        line = self._stream.readline(_LONG_LINE)
        if self.number % _AT_ONCE == 0 or len(line) > _AT_ONCE:
            self.check()
        if len(line) == _LONG_LINE and not line.endswith("\n"):
            line = self._long_line(line)
        return line.replace("\0", _LOST) if "\0" in line else line

    def _long_line(self, beginning: str) -> str:
        """The rest of a line in pieces, so that it can be cancelled; of one over the limit only the beginning."""
        pieces, size = [beginning], len(beginning)
        while (piece := self._stream.readline(_LONG_LINE)) and self.number > 0:
            self.check()
            size += len(piece)
            if size <= LINE_LIMIT:
                pieces.append(piece)
            if piece.endswith("\n"):
                break
        if size <= LINE_LIMIT and self.number > 0:
            return "".join(pieces)
        self.too_long.add(self.number + 1)
        return beginning


class RecordReader:
    """The records of a text: column names, columns, and row position → what is wrong with it.

    again  gives the lines once more from the first, for a look at the whole text
    """

    def __init__(self, lines: Lines, ending: str, again: Callable[[], AbstractContextManager[Lines]]):
        csv.field_size_limit(max(csv.field_size_limit(), LINE_LIMIT))  # one for the whole process: never lowered
        self._lines, self._ending, self._again = lines, ending, again
        self._alone_until = 0  # lines up to this one are records of their own
        self._chunk: list[list] = []
        self._stored = self._missing = 0
        self._repeats: Counter = Counter()
        self._last_note: dict[str, tuple[int | None, Message]] = {}
        self.notes: list[tuple[int | None, Message]] = []
        self.faults: dict[int, Message] = {}
        self.names: list[str] = []
        self.columns: list[list] = []
        self.separator = ","
        self.unnamed: list[int] = []
        self._numeric: list[int] = []

    def read(self) -> None:
        """Reads all rows; where the file breaks off, the reason stands in ``faults`` behind the last."""
        sample = self._choose_separator()
        self._read_header()
        self._numeric = self._numeric_columns(sample[1:])
        self.columns = [[] for _ in self.names]
        try:
            self._read_rows()
        except _DAMAGES as error:
            self.faults[self._row] = Message("reading stopped here: {}", error)
        self._store()
        for template, (row, text) in self._last_note.items():
            more = self._repeats[template] - _NAMED
            self.notes.append(
                (None, Message("{} more rows with this note, the last is row {}: {}", more, row + 1, text))
            )

    def _read_rows(self) -> None:
        take, separator, width, chunk = self._lines.take, self.separator, len(self.names), self._chunk
        at_once = max(1, min(_AT_ONCE, _LONG_LINE // width))
        while line := take():
            if _QUOTE in line or len(line) >= SPREADSHEET_LIMIT or not (line.isascii() or _LOST not in line):
                chunk.append(self._odd(line))
            elif line != "\n":
                cells = line.rstrip("\n").split(separator)
                chunk.append(cells if len(cells) == width else self._fitted(cells, self._lines.number, line))
            if len(chunk) >= at_once:
                self._store()

    @property
    def _row(self) -> int:
        return self._stored + len(self._chunk)

    def _store(self) -> None:
        self._lines.check()
        for column, values in zip(self.columns, zip(*self._chunk)):
            column.extend(values)
        self._stored += len(self._chunk)
        self._chunk.clear()

    # What begins a file

    def _choose_separator(self) -> list[str]:
        """Sets the separator: that by which most of the first lines, which it returns, are as wide as the header."""
        lines, first = [], 0
        while len(lines) < _SAMPLE and sum(map(len, lines)) < _LONG_LINE and (line := self._lines.take()):
            if lines or line.strip():
                first = self._lines.number if not lines else first
                lines.append(line)
        if not lines:
            raise SourceError(Message("is empty"))
        if first in self._lines.too_long:
            raise SourceError(Message("is not a table: its first line has more than {} characters", _LONG_LINE))
        self._lines.put_back(lines)
        plain = [re.sub('"[^"]*"', "", line) for line in lines]
        counts = {each: [line.count(each) for line in plain] for each in ",;\t|"}
        usual = {".tsv": "\t", ".psv": "|"}.get(self._ending, "")
        if usual and counts[usual][0]:
            self.separator = usual
        elif any(count[0] for count in counts.values()):
            fitting = {each: (count[0] > 0, count.count(count[0]), count[0]) for each, count in counts.items()}
            self.separator = max(fitting, key=fitting.__getitem__)
        elif plain[0].strip().count(" "):
            self.separator = " "
        return lines

    def _numeric_columns(self, lines: list[str]) -> list[int]:
        """Columns that begin with a number in most rows among some lines."""
        rows = [cells for cells in (self._split(line)[0] for line in lines) if len(cells) == len(self.names)]
        begins = [sum(cell.startswith(_NUMERIC) for cell in column) for column in zip(*rows)]
        return [column for column, count in enumerate(begins) if count > len(rows) / 2]

    def _read_header(self) -> None:
        line = self._lines.take()
        taken = [line]
        cells, used = self._parsed(taken, strict=True, most=_SAMPLE)
        following = self._lines.take()
        if following:
            self._lines.put_back([following])
        if cells is None or (used > 1 and following and len(self._split(following)[0]) != len(cells)):
            self._lines.put_back(taken[1:])
            taken = [line]
            cells, strays = self._split(line)
            if strays:
                self._note(None, Message("header: quotation mark read as text in {!r:.80}", strays[0]))
        if any(map(_NUMBER.fullmatch, line.rstrip("\n").split(self.separator))):
            self._lines.put_back(taken)  # numbers are values, and no names
            cells = [""] * len(cells)
        check_width(len(cells))
        named = [cell.strip() or f"field_{number}" for number, cell in enumerate(cells, 1)]
        self.names, notes = distinct_names(named, str.casefold)
        self.notes += notes
        self.unnamed = [] if not any(cells) else [number for number, cell in enumerate(cells) if not cell.strip()]

    # Records that are more than a line split at its separators

    def _odd(self, line: str) -> list:
        """The cells of a record that begins with a line with quotation marks, lost characters or very long cells."""
        number, taken = self._lines.number, [line]
        if number in self._lines.too_long:
            self.faults[self._row] = Message(
                "line {}: longer than {} characters: {!r:.80}", number, LINE_LIMIT, line[:80]
            )
            return [None] * len(self.names)
        if _QUOTE not in line:
            cells, is_broken = line.rstrip("\n").split(self.separator), False
        else:
            cells, is_broken = self._quoted(taken)
        for cell in cells:
            if _LOST in cell:
                self._note(
                    self._row, Message("line {}: bytes that are not text, shown as \ufffd: {!r:.80}", number, cell)
                )
            if len(cell) == SPREADSHEET_LIMIT:
                self._note(self._row, Message(
                    "line {}: a cell has {} characters, the limit of spreadsheets, and may be truncated: {!r:.80}",
                    number, SPREADSHEET_LIMIT, cell))  # fmt: skip
        return self._fitted(cells, number, taken[-1], is_broken or len(taken) > 1)

    def _fitted(self, cells: list, number: int, last_line: str, is_broken: bool = False) -> list:
        """A cell for each column; ``is_broken``: if some are missing, a quotation mark is to blame."""
        width, count = len(self.names), len(cells)
        if count < width:
            self._missing += width - count
            if self._missing > _MOST_MISSING:
                raise SourceError(
                    Message("is not a table: most rows have far fewer cells than the header, which has {}", width)
                )
            shown = self.separator.join(cells)
            if is_broken:
                reason = Message(
                    "line {}: closing quotation mark missing or misplaced, {} of {} cells: {!r}",
                    number,
                    count,
                    width,
                    shown[:80],
                )
                self.faults[self._row] = reason
            elif not last_line.endswith("\n"):
                self.faults[self._row] = Message(
                    "line {}: the file ends inside this row, after {} of {} cells: {!r:.80}. Get the whole file.",
                    number, count, width, shown)  # fmt: skip
            else:
                self._note(self._row, Message("line {}: {} of {} cells; the others are read as empty: {!r:.80}",
                                           number, count, width, shown))  # fmt: skip
            return cells + [None] * (width - count)
        if not self._fits(cells):
            self.faults[self._row] = Message("line {}: {} cells for {} columns, extra cells: {!r:.80}. Quote cells "
                                             "that contain the separator.", number, count, width,
                                          self.separator.join(cells[width:]))  # fmt: skip
        return cells[:width]

    def _fits(self, cells: list) -> bool:
        """Whether there is a cell for each column, and nothing but blank cells beyond."""
        width = len(self.names)
        return len(cells) >= width and not any(cell.strip() for cell in cells[width:])

    def _quoted(self, taken: list[str]) -> tuple[list, bool]:
        """The cells of a record with quotation marks, and whether one is not closed.

        taken  its first line; the others that belong to it are added
        """
        number = self._lines.number
        most = 1 if number <= self._alone_until else _OPEN_LINES
        if len(taken[0]) > _LONG_LINE:
            cells, strays = self._split(taken[0])
            if self._fits(cells) and not strays:
                return cells, False
        cells, _ = self._parsed(taken, strict=True, most=most)
        if cells is not None and (
            not self._swallows(taken, is_fitting=self._fits(cells)) or self._encloses_lines(cells, taken)
        ):
            self._note_marks(cells, taken, number)
            return cells, False
        if cells is None:
            cells = self._repaired(taken, number, most)
            if cells is not None:
                return cells, False
        # The first line stands alone; those within the cell have no marks that open one, and stand alone too.
        self._alone_until = max(self._alone_until, number + len(taken) - 2)
        self._lines.put_back(taken[1:])
        del taken[1:]
        cells, strays = self._split(taken[0])
        if self._fits(cells):
            self._note_mark(number, max(strays, key=len, default=taken[0]))
        return cells, True

    def _repaired(self, taken: list[str], number: int, most: int) -> list | None:
        """The cells of a record that is not proper CSV, if it can be read so that it fits the columns, else None."""
        cells, strays = self._split(taken[0])
        if len(taken) == 1:
            freely, _ = self._split(taken[0], generous=True)
            if self._fits(cells) and not strays:
                return cells  # blanks behind the marks only
            fitting = freely if self._fits(freely) else cells if self._fits(cells) else None
            if fitting is not None:
                self._note_mark(number, max(strays, key=len, default=taken[0]))
                return fitting
        elif self._swallows(taken, is_fitting=False):
            return None
        cells, used = self._parsed(taken, strict=False, most=most)  # as spreadsheets read it
        self._lines.put_back(taken[used:])
        del taken[used:]
        if cells is None or not self._fits(cells) or self._swallows(taken, is_fitting=True):
            return None
        strays = self._split("".join(taken))[1]
        self._note_mark(number, max(strays, key=len, default=taken[0]))
        return cells

    def _parsed(self, taken: list[str], strict: bool, most: int) -> tuple[list | None, int]:
        """The record as csv reads it, None where it refuses, and the number of its lines, which are taken as needed."""
        used = size = 0

        def lines():
            nonlocal used, size
            while used < most and size < LINE_LIMIT:
                if used == len(taken):
                    line = self._lines.take()
                    if not line:
                        break
                    taken.append(line)
                used, size = used + 1, size + len(taken[used])
                yield taken[used - 1]
            raise csv.Error("a cell without an end")

        is_spaced = self.separator != " " and f'{self.separator} "' in taken[0]
        reader = csv.reader(lines(), delimiter=self.separator, strict=strict, skipinitialspace=is_spaced)
        try:
            return next(reader), used
        except csv.Error:
            return None, used

    def _split(self, text: str, generous: bool = False) -> tuple[list[str], list[str]]:
        """The cells of a text, and those with quotation marks that do not enclose a whole cell, which are kept.

        generous  a cell ends at the first mark before a separator, whatever marks it contains
        """
        cell = _cell_pattern(self.separator, generous)
        text, start = text.rstrip("\n"), 0
        cells, strays = [], []
        while start <= len(text):
            match = cell.match(text, start)
            enclosed, plain = match.groups()
            cells.append(plain if enclosed is None else enclosed.replace('""', _QUOTE))
            if enclosed is None and _QUOTE in plain:
                strays.append(plain)
                if plain.lstrip().startswith(_QUOTE):  # no mark that follows ends a cell
                    cell = _cell_pattern(self.separator, False)
            start = match.end() + 1
        return cells, strays

    def _swallows(self, taken: list[str], is_fitting: bool) -> bool:
        """Whether lines inside a record are rows; if it has a cell for each column, half of them have to be."""
        rows = [self._is_like_a_row(line) for line in taken[1:] if line != "\n"]
        return any(rows) and sum(rows) >= (len(rows) / 2 if is_fitting else 1)

    def _encloses_lines(self, cells: list, taken: list[str]) -> bool:
        """Whether a record has lines inside that look like rows, and still are none: the rule is that of the module."""
        if len(cells) != len(self.names) or not self._whole_text[0]:
            return False
        last = self._split(taken[-1])[0]
        begins = self._beginning(last)
        is_no_row = any(cell and not cell.startswith(_NUMERIC) for cell in begins) and not self._fits(last)
        return is_no_row or self._whole_text[1]

    @cached_property
    def _whole_text(self) -> tuple[bool, bool]:
        """Whether csv reads the whole text so that all records are as wide as the header; whether all cells of it are
        enclosed in quotation marks. Reads it once more, and raises Cancelled."""
        enclosed, width, are_enclosed = _all_enclosed(self.separator), len(self.names), True
        try:
            with self._again() as lines:
                record: list[str] = []

                def recorded() -> Iterator[str]:
                    while len(record) < _OPEN_LINES and (line := lines.take()):
                        if lines.too_long:
                            return
                        record.append(line)
                        yield line

                for cells in csv.reader(recorded(), delimiter=self.separator, strict=True):
                    if cells and len(cells) != width:
                        return False, False
                    are_enclosed = are_enclosed and (not cells or enclosed.fullmatch("".join(record)) is not None)
                    record.clear()
                return not lines.take(), are_enclosed
        except (*_DAMAGES, csv.Error):
            return False, False

    def _is_like_a_row(self, line: str) -> bool:
        """Whether a line is about as wide as the header, with numbers in the first columns that have them."""
        width, cells = len(self.names), self._split(line)[0]
        begins = self._beginning(cells)
        is_wide = width > 2 and width - 1 <= len(cells) <= width + 2
        return is_wide and any(begins) and all(cell.startswith(_NUMERIC) for cell in begins if cell)

    def _beginning(self, cells: list[str]) -> list[str]:
        """The cells of a line in the first columns that have numbers, as many as it has."""
        return [cells[column].replace(_QUOTE, "") for column in self._numeric[:2] if column < len(cells)]

    # What is said of rows

    def _note_marks(self, cells: list, taken: list[str], number: int) -> None:
        if any(_QUOTE in cell for cell in cells):
            for raw in self._split("".join(taken))[1]:
                self._note_mark(number, raw)
        if any(map(self._may_be_a_row, taken[1:])):
            longest = max(cells, key=lambda cell: cell.count("\n"))
            self._note(self._row, Message(
                "line {}: a cell spans {} lines, and some of them resemble rows: {!r:.80}. Check its quotation marks.",
                number, len(taken), longest))  # fmt: skip

    def _may_be_a_row(self, line: str) -> bool:
        """Whether a line within a cell is as wide as the header, or begins as rows do, even if it is cut off."""
        cells = self._split(line)[0]
        begins = self._beginning(cells)
        is_begun = len(begins) > 1 and all(cell.startswith(_NUMERIC) for cell in begins)
        return len(cells) == len(self.names) > 1 or is_begun or self._is_like_a_row(line)

    def _note_mark(self, number: int, cell: str) -> None:
        if cell.lstrip().startswith(_QUOTE) and cell.count(_QUOTE) % 2:
            text = Message("line {}: quotation mark not closed, read as text: {!r:.80}", number, cell)
        else:
            text = Message("line {}: quotation mark inside a cell, read as text: {!r:.80}", number, cell)
        self._note(self._row, text)

    def _note(self, row: int | None, text: Message) -> None:
        self._repeats[text.template] += row is not None
        if self._repeats[text.template] <= _NAMED:
            self.notes.append((row, text))
        else:
            self._last_note[text.template] = (row, text)
