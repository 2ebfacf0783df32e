"""Unprocessed rows of one layer of one file as columns: the result of every reader."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Callable, Protocol

import numpy as np
import shapely

from ...core.errors import SourceError
from ...core.feedback import NO_FEEDBACK, Feedback
from ...core.messages import Message

MOST_COLUMNS = 1000  # a GeoPackage can have 2000, and a case adds its own


def check_width(columns: int) -> None:
    """Raise SourceError for a table of more columns than a case can keep."""
    if columns > MOST_COLUMNS:
        raise SourceError(
            Message(
                "has {} columns, more than the limit of {}. Delete columns that are not needed.", columns, MOST_COLUMNS
            )
        )


@dataclass(frozen=True)
class SourceTable:
    """Unprocessed rows.

    file        name in the import report: path inside the input
    layer       name of the layer in the file
    names       names that may contain a date or a faction: layer name, file stem, folders from near to far
    columns     field name → list of values (str, int, float, bool, datetime.date, datetime.datetime, None)
    rows        (n,) row numbers by which the user finds a row again
    geometry    (n,) Shapely geometries in ``crs``, None for a row without one
    crs         WKT of the coordinate reference system, "" if the file names none
    properties  the file's metadata outside its rows
    unreadable  position of a row → why it, or its geometry, cannot be read; after the last row: why reading stopped
    measures    row → M values of the vertices of its line, part after part, if it has any
    geometry_field  the column that holds the geometries as text, "" for none
    notes       (position of a row or None for the whole table, how the values read differ from the file)
    """

    file: str
    layer: str
    names: tuple[str, ...]
    columns: dict[str, list]
    rows: np.ndarray
    geometry: np.ndarray
    crs: str = ""
    properties: dict[str, str] = field(default_factory=dict)
    unreadable: dict[int, Message] = field(default_factory=dict)
    measures: dict[int, np.ndarray] = field(default_factory=dict)
    notes: list[tuple[int | None, Message]] = field(default_factory=list)
    geometry_field: str = ""

    def __len__(self) -> int:
        return len(self.rows)

    def attributes(self, position: int) -> dict:
        """Return the row at a position as field name → value."""
        return {name: values[position] for name, values in self.columns.items()}


class MapInput(Protocol):
    """One file or layer: ``InputFile`` and ``LayerInput``."""

    key: str
    folder: str
    names: tuple[str, ...]
    note: str

    def checksum(self, feedback: Feedback = NO_FEEDBACK) -> str: ...

    def tables(self, with_properties: bool = False, feedback: Feedback = NO_FEEDBACK) -> list[SourceTable]: ...

    def decoded(self, encoding: str) -> MapInput: ...


def distinct_names(
    given: list[str], fold: Callable[[str], str] = str
) -> tuple[list[str], list[tuple[int | None, Message]]]:
    """Return distinct column names, the second "date" as "date_2", and notes; ``fold`` decides which are equal."""
    names: dict[str, str] = {}
    notes: list[tuple[int | None, Message]] = []
    for number, name in enumerate(given, 1):
        free = next(each for each in chain([name], (f"{name}_{n}" for n in count(2))) if fold(each) not in names)
        names[fold(free)] = free
        if free != name:
            notes.append((None, Message("two columns are named {!r}: column {} is read as {!r}", name, number, free)))
    return list(names.values()), notes


def rows_checksum(tables: list[SourceTable]) -> str:
    """Return the SHA-256 of rows, for an input that is not a file whose bytes could be compared."""
    digest = hashlib.sha256()
    for table in tables:
        digest.update(repr(table.columns).encode("utf-8", "surrogatepass"))
        for blob in shapely.to_wkb(table.geometry, output_dimension=3):
            digest.update(blob or b"-")
        for row, values in table.measures.items():
            digest.update(repr((row, values.tolist())).encode())
    return digest.hexdigest()
