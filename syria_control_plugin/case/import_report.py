"""Report of an import: what was read, repaired, rejected and detected."""

from __future__ import annotations

import html
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from ..core.dates.options import Span
from ..core.messages import Message, as_message

REPAIRED, REJECTED, NOTED = "repaired", "rejected", "noted"


@dataclass(frozen=True)
class ImportIssue:
    """One row, or one file (row None), that was not imported unchanged.

    ``geometry`` is the original geometry, in lon/lat if it could be converted, or None.
    """

    action: str
    file: str
    layer: str
    row: int | None
    reason: Message
    attributes: dict = field(default_factory=dict)
    geometry: object = None

    def __str__(self) -> str:
        return str(self.message)

    @property
    def message(self) -> Message:
        """Location, action and reason."""
        where = self.file if self.row is None else Message("{}, row {}", self.file, self.row)
        return Message("{}: {}: {}", where, self.action_label, self.reason)

    @property
    def action_label(self) -> Message:
        """Label of the action."""
        return {REPAIRED: Message("repaired"), REJECTED: Message("rejected"), NOTED: Message("noted")}[self.action]

    @property
    def attributes_json(self) -> str:
        return json.dumps(self.attributes, default=str, ensure_ascii=False)


def without_folders(message: Any, file: str) -> Any:
    """Shorten the path of a file, in a message of GDAL or the system, to its name, as reports and cases are passed on.

    file  the input's key; other paths below the home folder begin with "~"
    """
    if isinstance(message, Exception):
        message = as_message(message)
    if isinstance(message, Message):
        return Message(message.template, *(without_folders(value, file) for value in message.args))
    if not isinstance(message, str) or not ("/" in message or "\\" in message):
        return message
    name = re.split(r"[\\/!]", file.partition("|")[0])[-1]
    stem = re.escape(os.path.splitext(name)[0] or "\0")
    message = re.sub(rf"(?<![^\s'\"`({{<=])(?:[A-Za-z]:)?[\\/][^'\"`\n]*[\\/](?={stem})", "", message)
    home = os.path.expanduser("~")
    return message.replace(home, "~") if len(home) > len("C:\\") else message  # an account of a service may have "/"


@dataclass
class ImportReport:
    """Counts and issues of one import; grows while it runs."""

    detected: list[Message] = field(default_factory=list)
    cautions: list[Message] = field(default_factory=list)
    files_read: int = 0
    files_unchanged: int = 0
    rows_read: int = 0
    rows_loaded: int = 0
    maps: int = 0
    territories_added: int = 0
    territories_removed: int = 0
    territories_changed: int = 0
    unknown_factions: Counter = field(default_factory=Counter)
    contested_km2: dict[tuple[str, str], float] = field(default_factory=dict)
    slivers: int = 0
    sliver_km2: float = 0.0
    tracks_cut: int = 0
    issues: list[ImportIssue] = field(default_factory=list)

    def add(
        self,
        action: str,
        file: str,
        layer: str,
        row: int | None,
        reason: object,
        attributes: dict[str, Any] | None = None,
        geometry: object = None,
    ) -> None:
        """Add an issue; ``reason`` is a Message, or an error."""
        message = as_message(without_folders(as_message(reason), file))
        self.issues.append(
            ImportIssue(
                action=action,
                file=file,
                layer=layer,
                row=row,
                reason=message,
                attributes=attributes or {},
                geometry=geometry,
            )
        )

    def add_origin(self, given: Any) -> None:
        """Add the note on an input's origin (``LayerInput.note``)."""
        if given.note:
            self.add(NOTED, given.key, "", None, given.note)

    def add_notes(self, table: Any) -> None:
        """Add the notes of a table's reader (``SourceTable``) on single rows and on the whole table."""
        for position, note in table.notes:
            row, values = (None, {}) if position is None else (int(table.rows[position]), table.attributes(position))
            self.add(NOTED, table.file, table.layer, row, note, values)

    def note_spans(self, table: Any, spans: Iterable[Span]) -> None:
        """Note how many rows of a table are dated to a month, a quarter or a year."""
        counts = Counter(spans)
        months, quarters, years = (counts[each] for each in (Span.MONTH, Span.QUARTER, Span.YEAR))
        notes = (
            (months, Message("rows known to the month only: {}, dated to its first day", months)),
            (quarters, Message("rows known to the quarter only: {}, dated to its first day", quarters)),
            (years, Message("rows known to the year only: {}, dated to its first day", years)),
        )
        for count, note in notes:
            if count:
                self.add(NOTED, table.file, table.layer, None, note)

    def add_end(self, table: Any) -> None:
        """Add where and why the reading of a table stopped, if it did."""
        for row in sorted(row for row in table.unreadable if row >= len(table)):
            self.add(REJECTED, table.file, table.layer, row, table.unreadable[row])

    def count(self, action: str) -> int:
        return sum(issue.action == action for issue in self.issues)

    @property
    def changed_anything(self) -> bool:
        return bool(self.territories_added or self.territories_removed or self.territories_changed)

    def lines(self) -> list[Message]:
        """Return the report as plain sentences, counts first, then each issue."""
        return [*self.summary(), *(issue.message for issue in self.issues)]

    def summary(self) -> list[Message]:
        lines = [
            *self.detected,
            *self.cautions,
            Message("Files: {} read, {} unchanged since an earlier import.", self.files_read, self.files_unchanged),
            Message(
                "Rows: {} read, {} loaded, {} repaired, {} rejected.",
                self.rows_read,
                self.rows_loaded,
                self.count(REPAIRED),
                self.count(REJECTED),
            ),
            Message(
                "Maps: {} dated. Territories: {} added, {} with a new end, {} removed.",
                self.maps,
                self.territories_added,
                self.territories_changed,
                self.territories_removed,
            ),
        ]
        for name, count in sorted(self.unknown_factions.items()):
            lines.append(
                Message(
                    "{!r} is not a known faction; it may be another name of one. Rows: {}, drawn in a spare colour.",
                    name,
                    count,
                )
            )
        for (one, other), area in sorted(self.contested_km2.items()):
            lines.append(
                Message(
                    "Claimed by {} and {} at once: up to {:.2f} km² on one date, kept as contested.", one, other, area
                )
            )
        if self.slivers:
            lines.append(
                Message("{} overlaps smaller than the tolerance, {:.4f} km² in total.", self.slivers, self.sliver_km2)
            )
        return lines

    def to_html(self, heading: str, say: Callable[[Message], str] = str) -> str:
        """Return the report as an HTML page; all text from data is escaped. ``say`` translates a message."""
        summary = "".join(f"<li>{html.escape(say(line))}</li>" for line in self.summary())
        head = (
            Message("File"),
            Message("Layer"),
            Message("Row"),
            Message("Action"),
            Message("Reason"),
            Message("Values"),
        )
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in cells) + "</tr>"
            for cells in (
                (i.file, i.layer, "" if i.row is None else i.row, say(i.action_label), say(i.reason), i.attributes_json)
                for i in self.issues
            )
        )
        table = (
            "<table border='1' cellspacing='0' cellpadding='3'><tr>"
            f"{''.join(f'<th>{html.escape(say(each))}</th>' for each in head)}</tr>{rows}</table>"
        )
        return (
            "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body dir='auto'>"
            f"<h1>{html.escape(heading)}</h1><ul>{summary}</ul>{table if self.issues else ''}</body></html>"
        )
