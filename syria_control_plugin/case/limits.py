"""Limits on input from other people's files, each with its reason and a setting, and reading of JSON within them.

A limit is a number that no honest file comes near and that keeps a hostile or faulty one from filling the memory. It
can be changed under its key in QGIS's settings (Settings ▸ Options ▸ Advanced), also for qgis_process.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core.errors import SourceError
from ..core.messages import Message

_SCOPE = "syria_control/limits"
_given: dict[str, int] = {}  # in a process without QGIS: the limits of the process that started it
_MB = 1024 * 1024


@dataclass(frozen=True)
class Limit:
    """Limit with its default; ``reason`` is what the guide states of it."""

    name: str
    default: int
    reason: str

    @property
    def key(self) -> str:
        """Key in QGIS's settings."""
        return f"{_SCOPE}/{self.name}"

    @property
    def value(self) -> int:
        """Number in the settings; the default if they have none, or not a whole number above 0."""
        if _given:
            return _given[self.name]
        from qgis.core import QgsSettings  # not in the process that reads large files

        try:
            value = int(QgsSettings().value(self.key, self.default))
        except (TypeError, ValueError):
            return self.default
        return value if value > 0 else self.default


THEME_MB = Limit("theme_mb", 32, "A theme of 1 GB takes 2.4 GB of memory; one of 20,000 classes has 8 MB.")
SETTING_MB = Limit("setting_mb", 64, "A case stores its theme as JSON, which is read when the case is opened.")
JSON_DEPTH = Limit("json_depth", 100, "Themes and settings have 5 levels; Python cannot read more than about 1,000.")
FACTIONS = Limit("factions", 25_000, "More names in one import are row ids, not factions.")
CELL_CHARACTERS = Limit("cell_characters", 10_000_000, "A longer text in a cell is not a name, date or note.")
GEOJSON_OBJECT_MB = Limit(
    "geojson_object_mb",
    4000,
    "GDAL refuses a feature that takes more memory; its default of 200 MB holds 1 million vertices.",
)
TEMPLATE_MB = Limit(
    "template_mb", 10, "QGIS needs about 15 times as much memory to read a template; shipped ones have 0.2 MB."
)
TEMPLATE_ELEMENTS = Limit("template_elements", 100_000, "Shipped templates have about 2,000.")
TEMPLATE_PAGES = Limit("template_pages", 50, "The plugin fills and draws each page of a template.")
TEMPLATE_PICTURE_MB = Limit("template_picture_mb", 20, "The whole image of a template is read into memory.")
TEMPLATE_PICTURE_PIXELS = Limit(
    "template_picture_pixels",
    100_000_000,
    "An image of this size takes 400 MB of memory; its file can have only 0.4 MB.",
)
LIMITS = (
    THEME_MB, SETTING_MB, JSON_DEPTH, FACTIONS, CELL_CHARACTERS, GEOJSON_OBJECT_MB, TEMPLATE_MB, TEMPLATE_ELEMENTS,
    TEMPLATE_PAGES, TEMPLATE_PICTURE_MB, TEMPLATE_PICTURE_PIXELS,
)  # fmt: skip


def limits_in_force() -> dict[str, int]:
    """Return the numbers of all limits by name, for a process without QGIS (``use_limits``)."""
    return {limit.name: limit.value for limit in LIMITS}


def use_limits(values: dict[str, int]) -> None:
    """Take the numbers of all limits from another process instead of QGIS's settings."""
    _given.update(values)


class TooManyFactions(SourceError):
    """More factions in one import than the limit: the field taken for the faction is something else."""


def check_factions(count: int, where: object) -> None:
    """Check the number of factions. Raises TooManyFactions above the limit; ``where``: text for their origin."""
    if count > FACTIONS.value:
        raise TooManyFactions(
            Message(
                "More than {} factions were read from {}, which may not contain factions. Choose another field, or "
                "raise the limit {} in QGIS's settings.",
                FACTIONS.value,
                where,
                FACTIONS.key,
            )
        )


def refuse_cell(row: int, field: str, characters: int) -> None:
    """Raise SourceError for the text of a cell that is longer than the limit."""
    raise SourceError(
        Message(
            "row {}: field {!r} contains {} characters. Shorten it, or raise the limit of {} ({}) in QGIS's settings.",
            row,
            field[:100],
            characters,
            CELL_CHARACTERS.value,
            CELL_CHARACTERS.key,
        )
    )


def geojson_reason(path: str, message: str) -> str | Message:
    """Return GDAL's message of a GeoJSON file that cannot be read, with the limit if the file may exceed it.

    GDAL takes 5 to 20 bytes of memory for each byte of coordinates, and does not report that a feature is too large.
    """
    limit = GEOJSON_OBJECT_MB.value
    if "GeoJSON" not in message or not os.path.isfile(path) or os.path.getsize(path) < limit * _MB / 20:
        return message
    return Message(
        "{}. A feature of the file may need more than {} MB of memory. Split it, save the file as a GeoPackage, or "
        "raise the limit {} in QGIS's settings.",
        message,
        limit,
        GEOJSON_OBJECT_MB.key,
    )


def read_json(text: str | bytes, what: object) -> Any:
    """Read JSON from a text of unknown origin.

    what  names it in errors

    Raises SourceError for text that is not JSON and for JSON that is nested deeper than the limit.
    """
    limit = JSON_DEPTH.value
    too_deep = SourceError(
        Message(
            "{}: the JSON is nested more than {} levels deep. Use another file, or raise the limit {} in QGIS's "
            "settings.",
            what,
            limit,
            JSON_DEPTH.key,
        )
    )
    try:
        value = json.loads(text)
    except RecursionError:  # deeper than Python reads at all
        raise too_deep from None
    except ValueError as error:  # UnicodeDecodeError is one
        raise SourceError(Message("{}: is not JSON in UTF-8: {}", what, error)) from error
    if _is_deeper(value, limit):
        raise too_deep
    return value


def read_json_file(path: Path, limit: Limit = THEME_MB) -> Any:
    """Read the JSON of a file, as ``read_json``; its size is checked before it is read."""
    try:
        check_size(os.stat(path).st_size, path, limit)
        return read_json(path.read_bytes(), path)
    except OSError as error:
        raise SourceError(Message("{}: cannot be read: {}", path, error)) from error


def check_size(size_bytes: int, what: object, limit: Limit) -> None:
    """Check a size. Raises SourceError for more bytes than a limit in MB."""
    if size_bytes > limit.value * _MB:
        raise SourceError(
            Message(
                "{}: {:.0f} MB of JSON; the limit is {} MB. Use another file, or raise the limit {} in QGIS's "
                "settings.",
                what,
                size_bytes / _MB,
                limit.value,
                limit.key,
            )
        )


def _is_deeper(value: object, limit: int) -> bool:
    level: list[Any] = [value]
    for _ in range(limit + 1):
        level = [each for each in level if isinstance(each, (dict, list))]
        if not level:
            return False
        level = [part for each in level for part in (each.values() if isinstance(each, dict) else each)]
    return True
