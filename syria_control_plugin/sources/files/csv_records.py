"""Records of delimited text by Python's csv; if it refuses them, by rules that lose no line in another's cell.

Two quotation marks that strayed into two rows may enclose all rows between them, as if they were one cell of several
lines. Lines inside a cell that look like rows are therefore read as rows, and the marks as text, unless all of this
holds:

- Python's csv, in its strict mode, reads the whole file, and every record is as wide as the header.
- The lines cannot be rows. Either the last line of the record, into which the second mark would have strayed, is not
  as wide as the header and does not begin with a number where rows do; or every cell of the file is enclosed in marks
  and those of the lines are not.

In all other cases the lines might be rows, and no row may be lost. Either way the line and the value are noted.
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

# Characters in a line: seven million vertices as WKT. A longer one would use up the memory. The first line holds only
# names, and is refused at ``_LONG_LINE``.
LINE_LIMIT = 2**28
_MOST_MISSING = 20_000_000  # cells missing in all rows together
SPREADSHEET_LIMIT = 32_767  # characters that a spreadsheet keeps of a cell
_OPEN_LINES = 10_000  # a cell that spans more lines than this has lost its closing quotation mark
_LONG_LINE = 2**20  # csv takes four bytes for a character: a longer line is split without it if possible
_SAMPLE = 50  # lines from which the separator is detected, if they are not very long
_AT_ONCE = 4096  # rows, or characters of a long one, between two checks for cancellation
_NAMED = 100  # rows with the same note that are listed individually
_QUOTE, _LOST = '"', "\ufffd"
DAMAGES = (OSError, RuntimeError, EOFError, zlib.error, zipfile.BadZipFile)  # raised while a damaged file is read
_NUMBER = re.compile(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*", re.IGNORECASE | re.ASCII)
_NUMERIC = tuple("0123456789+-.")


@lru_cache
def _cell_pattern(separator: str, generous: bool) -> re.Pattern:
    """Match a cell enclosed in quotation marks (group 1, inner marks doubled unless ``generous``), or not (group 2)."""
    separator, blank = re.escape(separator), "" if separator == " " else " *"
    body = ".*?" if generous else '[^"]*(?:""[^"]*)*'
    return re.compile(rf'{blank}"({body})"{blank}(?={separator}|\Z)|([^{separator}]*)', re.DOTALL)


@lru_cache
def _all_enclosed(separator: str) -> re.Pattern:
    """Match a record in which every cell is enclosed in quotation marks."""
    cell = '"[^"]*(?:""[^"]*)*"'
    return re.compile(rf"{cell}(?:{re.escape(separator)}{cell})*\n?", re.DOTALL)


class Lines:
    """Lines of a text, which can be put back to be read again."""

    def __init__(self, stream: io.TextIOBase, feedback: Feedback):
        self._stream, self._progress = stream, feedback
        self._waiting: deque[str] = deque()
        self.number = 0  # of the line taken last
        self.too_long: set[int] = set()  # numbers of lines cut to their beginning

    def take(self) -> str:
        """Return the next line with its end, "" after the last; one over the limit is cut. Raises Cancelled."""
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
        """Read the rest of a line in pieces, to allow cancelling; return only the beginning if over the limit."""
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
    """Reader of the records of a text: column names, columns, and row position → problem.

    again  opens the lines again from the first, to check the whole text
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
        """Read all rows; if the file breaks off, ``faults`` has the reason under the position after the last row."""
        sample = self._choose_separator()
        self._read_header()
        self._numeric = self._numeric_columns(sample[1:])
        self.columns = [[] for _ in self.names]
        try:
            self._read_rows()
        except DAMAGES as error:
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

    # Separator and header

    def _choose_separator(self) -> list[str]:
        """Set the separator that makes most of the first lines as wide as the header; return those lines."""
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
        """Return the columns that begin with a number in most of the rows among these lines."""
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
            self._lines.put_back(taken)  # numbers are values, not names
            cells = [""] * len(cells)
        check_width(len(cells))
        named = [cell.strip() or f"field_{number}" for number, cell in enumerate(cells, 1)]
        self.names, notes = distinct_names(named, str.casefold)
        self.notes += notes
        self.unnamed = [] if not any(cells) else [number for number, cell in enumerate(cells) if not cell.strip()]

    # Records that need more than splitting a line at its separators

    def _odd(self, line: str) -> list:
        """Return the cells of a record whose first line has quotation marks, lost characters or very long cells."""
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
        """Return a cell for each column; ``is_broken``: a quotation mark is to blame if some are missing."""
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
        """Return whether there is a cell for each column, and only blank cells beyond."""
        width = len(self.names)
        return len(cells) >= width and not any(cell.strip() for cell in cells[width:])

    def _quoted(self, taken: list[str]) -> tuple[list, bool]:
        """Return the cells of a record with quotation marks, and whether one of them is not closed.

        taken  the first line of the record; its other lines are appended
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
        # The first line is a record of its own, and so are the others: they have no marks that open a cell.
        self._alone_until = max(self._alone_until, number + len(taken) - 2)
        self._lines.put_back(taken[1:])
        del taken[1:]
        cells, strays = self._split(taken[0])
        if self._fits(cells):
            self._note_mark(number, max(strays, key=len, default=taken[0]))
        return cells, True

    def _repaired(self, taken: list[str], number: int, most: int) -> list | None:
        """Return the cells of a record that is not valid CSV, if it can be read so that it fits, else None."""
        cells, strays = self._split(taken[0])
        if len(taken) == 1:
            freely, _ = self._split(taken[0], generous=True)
            if self._fits(cells) and not strays:
                return cells  # only blanks after the marks
            fitting = freely if self._fits(freely) else cells if self._fits(cells) else None
            if fitting is not None:
                self._note_mark(number, max(strays, key=len, default=taken[0]))
                return fitting
        elif self._swallows(taken, is_fitting=False):
            return None
        cells, used = self._parsed(taken, strict=False, most=most)  # as spreadsheets do
        self._lines.put_back(taken[used:])
        del taken[used:]
        if cells is None or not self._fits(cells) or self._swallows(taken, is_fitting=True):
            return None
        strays = self._split("".join(taken))[1]
        self._note_mark(number, max(strays, key=len, default=taken[0]))
        return cells

    def _parsed(self, taken: list[str], strict: bool, most: int) -> tuple[list | None, int]:
        """Return the record as csv reads it, None if csv refuses it, and its number of lines, taken as needed."""
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
        """Return the cells of a text, and those whose quotation marks do not enclose them and are kept as text.

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
                if plain.lstrip().startswith(_QUOTE):  # no later mark ends a cell
                    cell = _cell_pattern(self.separator, False)
            start = match.end() + 1
        return cells, strays

    def _swallows(self, taken: list[str], is_fitting: bool) -> bool:
        """Return whether lines inside a record are rows; if the record fits the columns, at least half of them."""
        rows = [self._is_like_a_row(line) for line in taken[1:] if line != "\n"]
        return any(rows) and sum(rows) >= (len(rows) / 2 if is_fitting else 1)

    def _encloses_lines(self, cells: list, taken: list[str]) -> bool:
        """Return whether lines inside a record look like rows but are not, by the rule in the module's docstring."""
        if len(cells) != len(self.names) or not self._whole_text[0]:
            return False
        last = self._split(taken[-1])[0]
        begins = self._beginning(last)
        is_no_row = any(cell and not cell.startswith(_NUMERIC) for cell in begins) and not self._fits(last)
        return is_no_row or self._whole_text[1]

    @cached_property
    def _whole_text(self) -> tuple[bool, bool]:
        """Whether csv reads the whole text with every record as wide as the header; whether all its cells are enclosed.

        Reads the text once more. Raises Cancelled.
        """
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
        except (*DAMAGES, csv.Error):
            return False, False

    def _is_like_a_row(self, line: str) -> bool:
        """Return whether a line is about as wide as the header, with numbers in the first columns that have them."""
        width, cells = len(self.names), self._split(line)[0]
        begins = self._beginning(cells)
        is_wide = width > 2 and width - 1 <= len(cells) <= width + 2
        return is_wide and any(begins) and all(cell.startswith(_NUMERIC) for cell in begins if cell)

    def _beginning(self, cells: list[str]) -> list[str]:
        """Return those cells of a line that are in the first two numeric columns."""
        return [cells[column].replace(_QUOTE, "") for column in self._numeric[:2] if column < len(cells)]

    # Notes on rows

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
        """Return whether a line within a cell is as wide as the header, or begins as rows do, even if it is cut off."""
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
