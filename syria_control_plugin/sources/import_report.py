"""What an import did: what was read, repaired, rejected and guessed."""

from __future__ import annotations

import html
import json
from collections import Counter
from dataclasses import dataclass, field

REPAIRED, REJECTED, NOTED = "repaired", "rejected", "noted"


@dataclass(frozen=True)
class ImportIssue:
    """One row, or one file (row None), that did not go in as it came.

    ``geometry`` is the geometry as it came, lon/lat where that could be made, or None.
    """

    action: str
    file: str
    layer: str
    row: int | None
    reason: str
    attributes: dict = field(default_factory=dict)
    geometry: object = None

    def __str__(self) -> str:
        where = self.file + (f", row {self.row}" if self.row is not None else "")
        return f"{where}: {self.action}: {self.reason}"

    @property
    def attributes_json(self) -> str:
        return json.dumps(self.attributes, default=str, ensure_ascii=False)


@dataclass
class ImportReport:
    """Counts and issues of one import; grows while it runs."""

    guesses: list[str] = field(default_factory=list)
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

    def add(self, action: str, file: str, layer: str, row, reason: str, attributes=None, geometry=None) -> None:
        self.issues.append(ImportIssue(action, file, layer, row, reason, attributes or {}, geometry))

    def count(self, action: str) -> int:
        return sum(issue.action == action for issue in self.issues)

    @property
    def changed_anything(self) -> bool:
        return bool(self.territories_added or self.territories_removed or self.territories_changed)

    def lines(self) -> list[str]:
        """The report as plain sentences, counts first, then each issue."""
        return [*self.summary(), *(str(issue) for issue in self.issues)]

    def summary(self) -> list[str]:
        lines = [
            *self.guesses,
            f"Files: {self.files_read} read, {self.files_unchanged} unchanged since an earlier import.",
            f"Rows: {self.rows_read} read, {self.rows_loaded} loaded, "
            f"{self.count(REPAIRED)} repaired, {self.count(REJECTED)} rejected.",
            f"Maps: {self.maps} dated. Territories: {self.territories_added} added, "
            f"{self.territories_changed} ended or prolonged, {self.territories_removed} removed.",
        ]
        for name, count in sorted(self.unknown_factions.items()):
            lines.append(f"Unknown faction {name!r}: {count} rows; drawn in a spare colour.")
        for (one, other), area in sorted(self.contested_km2.items()):
            lines.append(f"Claimed by {one} and {other} at once: up to {area:.2f} km² on a date, kept as contested.")
        if self.slivers:
            lines.append(f"{self.slivers} overlaps below the tolerance, {self.sliver_km2:.4f} km² together.")
        return lines

    def to_html(self, heading: str) -> str:
        """The report as a page; everything that comes from data is escaped."""
        summary = "".join(f"<li>{html.escape(line)}</li>" for line in self.summary())
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in cells) + "</tr>"
            for cells in (
                (i.file, i.layer, "" if i.row is None else i.row, i.action, i.reason, i.attributes_json)
                for i in self.issues
            )
        )
        table = (
            "<table border='1' cellspacing='0' cellpadding='3'><tr><th>File</th><th>Layer</th><th>Row</th>"
            f"<th>What was done</th><th>Reason</th><th>Values</th></tr>{rows}</table>"
        )
        return (
            "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>"
            f"<h1>{html.escape(heading)}</h1><ul>{summary}</ul>{table if self.issues else ''}</body></html>"
        )
