"""Addresses of layers as QGIS writes them, such as ``a.gpkg|layername=b|subset="c" = 1``, and the rows of a filter."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from ...case.values import text_of
from ...core.errors import SourceError
from ...core.feedback import Feedback, check_cancelled
from ...core.messages import Message
from .tables import SourceTable

_SUBSET = re.compile(r"\|subset[=:](.*)\Z", re.IGNORECASE | re.DOTALL)  # to the end: a filter may contain ||
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"((?:[^\"]|\"\")*)\"")
_STEPS = 100_000  # of SQLite between two checks for cancellation
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION}


@dataclass(frozen=True)
class Address:
    """Parts of an address. ``layer``: a name, "" for all; ``number``: that of a layer; ``subset``: an SQL filter."""

    path: str
    layer: str = ""
    number: int | None = None
    subset: str = ""


def split_address(text: str) -> Address:
    """Split an address. Raises SourceError for an option that is not known, which would be ignored otherwise."""
    match = _SUBSET.search(text)
    subset = match[1].strip() if match else ""
    path, *parts = (text[: match.start()] if match else text).split("|")
    options = {name.lower(): value for name, _, value in (part.partition("=") for part in parts)}
    layer, number = options.pop("layername", ""), options.pop("layerid", "")
    if options or (number and not number.isdecimal()):
        wrong = ", ".join(sorted(options)) or f"layerid={number}"
        raise SourceError(
            Message(
                "{!r}: {} cannot be used with a path. Add the file to the project and choose the layer.", text, wrong
            )
        )
    return Address(path=path, layer=layer, number=int(number) if number and not layer else None, subset=subset)


def layer_of_number(path: str, number: int, names: list[str]) -> str:
    """Return the name of a layer by its number. Raises SourceError if there are fewer."""
    if number >= len(names):
        raise SourceError(Message("{!r} has no layer number {}.", path, number))
    return names[number]


def matching_rows(table: SourceTable, subset: str, feedback: Feedback) -> np.ndarray:
    """Return the mask of the rows that match an SQL filter, evaluated by SQLite on the rows alone.

    The filter can use no other table, file or extension. Raises SourceError if it cannot be evaluated; Cancelled.
    """
    columns = {name.casefold(): name for name in reversed(table.columns)}
    wanted = {match[1].replace('""', '"') for match in _QUOTED.finditer(subset) if match[1] is not None}
    # SQLite takes a quoted name that is no column for a text.
    unknown = sorted(name for name in wanted if name.casefold() not in {*columns, "fid"})
    if unknown:
        raise SourceError(_problem(subset, Message("there is no field {}", ", ".join(unknown))))
    values = [[_storable(value) for value in table.columns[name]] for name in columns.values()]
    if "fid" not in columns:
        columns["fid"] = "fid"
        values.append(table.rows.tolist())
    names = ", ".join('"{}"'.format(name.replace('"', '""')) for name in columns.values())
    places = ", ".join("?" * (len(columns) + 1))
    check_cancelled(feedback)
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.execute(f"CREATE TABLE layer ({names}, _row INTEGER)")
            rows = zip(*values, range(len(table)))
            database.executemany(f"INSERT INTO layer VALUES ({places})", rows)  # noqa: S608  # nosec B608: place-holders
            database.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
            database.set_progress_handler(feedback.isCanceled, _STEPS)
            query = f"SELECT _row FROM layer WHERE ({subset}\n)"  # noqa: S608  # nosec B608: the analyst's, authorised above
            matching = [row for (row,) in database.execute(query)]
        except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
            check_cancelled(feedback)
            raise SourceError(_problem(subset, Message("{}", error))) from error
    mask = np.zeros(len(table), bool)
    mask[matching] = True
    return mask


def _problem(subset: str, reason: Message) -> Message:
    return Message("the filter {!r:.200} cannot be used: {}", subset, reason)


def _storable(value):
    if isinstance(value, float) or (isinstance(value, int) and abs(value) < 2**63):
        return value
    return None if value is None else text_of(value)
