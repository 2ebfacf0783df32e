"""Themes: how classes are drawn and labelled in map and legend. Stored as JSON, and with each case."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, asdict, dataclass, fields, replace
from typing import Any

import numpy as np

from ..errors import ThemeError
from ..messages import Message
from .factions import COLOUR
from .names import normalised
from .reserved import NOBODY, NOBODYS_LABEL

HATCHES = ("horizontal", "vertical", "diagonal", "back_diagonal", "cross", "diagonal_cross", "dots")
PATTERNS = ("solid", *HATCHES, "none")
LEAST_SPACING_MM = 0.3  # finer hatches look solid, and the finer they are, the longer QGIS draws, without limit
MOST_MM = 100.0  # a third of an A4 page


@dataclass(frozen=True)
class Fill:
    """Fill and outline of the areas of a class. Lengths in mm on paper; colours "#rrggbb", kept in lower case.

    ``pattern`` is one of PATTERNS. "solid" fills with ``colour``, "none" leaves the inside empty. A hatch draws lines
    of ``colour``, ``line_mm`` wide and ``spacing_mm`` apart ("dots": their diameter, and the distance of their
    centres), on a ``background``; "" means none, so that layers below show through. ``outline`` "" or
    ``outline_mm`` 0 means none. No length is over MOST_MM, no spacing below LEAST_SPACING_MM. Raises ThemeError for
    any other value.
    """

    colour: str
    pattern: str = "solid"
    outline: str = "#333333"
    outline_mm: float = 0.2
    background: str = ""
    spacing_mm: float = 2.0
    line_mm: float = 0.3

    def __post_init__(self) -> None:
        for key in ("colour", "outline", "background"):
            value = getattr(self, key)
            is_empty = value == "" and key != "colour"
            if not isinstance(value, str) or not (is_empty or COLOUR.fullmatch(value.lower())):
                raise ThemeError(Message("{} {!r:.100} is not #rrggbb.", key, value))
            object.__setattr__(self, key, value.lower())
        if self.pattern not in PATTERNS:
            raise ThemeError(Message("pattern {!r:.100} is not one of {}.", self.pattern, ", ".join(PATTERNS)))
        for key in ("outline_mm", "spacing_mm", "line_mm"):
            value = getattr(self, key)
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            if not (is_number and 0 <= value < math.inf) or (value == 0 and key != "outline_mm"):
                raise ThemeError(Message("{} {!r:.100} is not a length in mm.", key, value))
            least = LEAST_SPACING_MM if key == "spacing_mm" else 0.0
            if not least <= value <= MOST_MM:
                raise ThemeError(Message("{} {!r:.100} is not between {} and {} mm.", key, value, least, MOST_MM))
            object.__setattr__(self, key, float(value))

    @property
    def symbology(self) -> tuple[object, ...]:
        """What distinguishes the insides of two fills: those with equal values look the same on a map."""
        if self.pattern in HATCHES:
            return (self.pattern, self.colour, self.background, self.spacing_mm, self.line_mm)
        return (self.pattern, self.colour) if self.pattern == "solid" else (self.pattern,)


NOBODYS_FILL = Fill(colour="#6b6b6b", pattern="dots", background="#ffffff")  # areas that nobody holds
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2})?")


@dataclass(frozen=True)
class RetakenRule:
    """Rule of the derived class "held by ``held_by`` now, by ``earlier_held_by`` at some time since ``since``" (ids).

    ``since`` is a moment, UTC, itself included: a datetime64, a date or ISO text, kept as datetime64[s]. Raises
    ThemeError for an empty id, one faction for both, or a value that is not such a moment.
    """

    held_by: str
    earlier_held_by: str
    since: np.datetime64

    def __post_init__(self) -> None:
        _check_text(self, "held_by", "earlier_held_by")
        if self.held_by == self.earlier_held_by:
            raise ThemeError(
                Message("held_by and earlier_held_by are both {!r:.100}. Choose two different factions.", self.held_by)
            )
        try:
            # NumPy alone would also accept "now", "today" and a bare year: a theme has a full date.
            is_text = isinstance(self.since, str)
            text = self.since if is_text else str(np.datetime64(np.datetime64(self.since), "s"))
            if _ISO.fullmatch(text) is None:
                raise ValueError(text)
            since = np.datetime64(text, "s")
        except (AttributeError, TypeError, ValueError) as error:
            raise ThemeError(Message("since {!r:.100} is not an ISO date such as 2017-10-09.", self.since)) from error
        object.__setattr__(self, "since", since)


@dataclass(frozen=True)
class MapClass:
    """Line of the legend: territory of a ``faction`` (its id), territory by a ``rule``, or contested territory.

    If a rule applies, its class takes precedence over the class of the faction that holds the territory. Raises
    ThemeError for a blank id or label, and unless exactly one of ``faction``, ``rule`` and ``is_contested`` is set.
    """

    id: str
    label: str
    fill: Fill
    faction: str = ""
    rule: RetakenRule | None = None
    is_contested: bool = False

    def __post_init__(self) -> None:
        _check_text(self, "id", "label", *(["faction"] if self.faction != "" else []))
        if (self.faction != "") + (self.rule is not None) + (self.is_contested is True) != 1:
            raise ThemeError(Message("Set exactly one of faction, rule and is_contested."))

    @property
    def kind(self) -> str:
        """Kind of the class: "faction", "retaken" or "contested"."""
        return "contested" if self.is_contested else "retaken" if self.rule else "faction"

    @property
    def held_by(self) -> str:
        """Id of the faction that holds the territory now; "" for contested territory."""
        return self.rule.held_by if self.rule else self.faction

    def to_dict(self) -> dict[str, object]:
        """Return the class as text, numbers and dicts, the date in ISO form; of the three kinds only the one it has."""
        record = {key: value for key, value in asdict(self).items() if value}
        if self.rule:
            record["rule"]["since"] = str(self.rule.since).replace("T00:00:00", "")
        return record


@dataclass(frozen=True)
class Theme:
    """Classes in the legend's order, the class of contested territory, and fills for factions without a class.

    ``source`` names in a sentence the origin of the convention. Raises ThemeError, naming theme, class and value, for a
    blank text; two classes with one id, one faction or one rule; a class of contested territory among the others, or
    another kind as ``contested``; an empty ``spare_fills``.
    """

    id: str
    name: str
    description: str
    source: str
    classes: tuple[MapClass, ...]
    spare_fills: tuple[Fill, ...]
    contested: MapClass

    def __post_init__(self) -> None:
        for key in ("classes", "spare_fills"):
            object.__setattr__(self, key, tuple(getattr(self, key)))
        where = f"Theme {self.id!r:.100}"
        _check_text(self, "id", "name", "description", "source", where=f"{where}: ")
        if not self.spare_fills:
            raise ThemeError(
                Message("{}: spare_fills is empty. Factions without a class need at least one fill.", where)
            )
        seen: set[object] = set()
        for entry in (*self.classes, self.contested):
            location = f"{where}, class {entry.id!r:.100}"
            if entry.is_contested != (entry is self.contested):
                raise ThemeError(Message("{} is {}: contested territory has a separate class.", location, entry.kind))
            for claim in (("id", entry.id), (entry.kind, entry.rule or entry.faction)):
                if claim in seen:
                    raise ThemeError(
                        Message("{}: another class has the same {}, {!r:.200}.", location, claim[0], claim[1])
                    )
                seen.add(claim)

    @classmethod
    def from_dict(cls, record: Mapping[str, object]) -> Theme:
        """Return a theme from the result of ``to_dict`` (or JSON of it); keys that have a default may be left out.

        Raises ThemeError, naming theme, class and value, for a key that is unknown or missing and for an invalid value.
        """
        theme: Theme = _read(cls, record, "")
        return theme

    def to_dict(self) -> dict[str, object]:
        """Return the theme as text, numbers, lists and dicts, fit for JSON; ``from_dict`` gives an equal one back."""
        classes = [entry.to_dict() for entry in self.classes]
        fills = [asdict(fill) for fill in self.spare_fills]
        return {
            **asdict(self),
            "classes": classes,
            "spare_fills": fills,
            "contested": self.contested.to_dict(),
        }

    def unknown_factions(self, faction_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the ids without a class in the theme, each once, sorted by name. "" (nobody) is left out."""
        unknown = set(faction_ids) - {entry.faction for entry in self.classes} - {""}
        return tuple(sorted(unknown, key=lambda name: (normalised(name), name)))

    def classes_for(self, faction_ids: Iterable[str], labels: Mapping[str, str] | None = None) -> tuple[MapClass, ...]:
        """Return the legend of a map that shows these factions: their classes of the theme, then spare classes.

        The theme's classes are in its order: those whose present holder is among the ids. A faction that the theme does
        not know gets a spare class, as in ``with_spares``. Contested territory is separate, in ``contested``.
        """
        wanted = set(faction_ids)
        return tuple(entry for entry in self.with_spares(wanted, labels).classes if entry.held_by in wanted)

    def with_class(self, entry: MapClass) -> Theme:
        """Return a theme with the class added last, or in place of the one with its id, or of ``contested``."""
        if entry.is_contested:
            return replace(self, contested=entry)
        kept = {**{old.id: old for old in self.classes}, entry.id: entry}
        return replace(self, classes=tuple(kept.values()))

    def with_spares(self, faction_ids: Iterable[str], labels: Mapping[str, str] | None = None) -> Theme:
        """Return a theme that ends with a class, with a spare fill, for each faction that has none.

        The spare classes are sorted by name and labelled by ``labels``, else by the id. The fill is the one that a hash
        of the normalised id points to, else the next that no class has yet; once all are taken, the least used. So a
        set of ids always gives the same fills, and a theme stored with its spares does not give a faction another fill
        because a later one appeared. NOBODY always has NOBODYS_FILL.
        """
        uses = Counter(entry.fill.symbology for entry in (*self.classes, self.contested))
        spares = []
        for name in self.unknown_factions(faction_ids):
            digest = hashlib.sha256(normalised(name).encode("utf-8")).hexdigest()
            first = int(digest, 16) % len(self.spare_fills)
            probed = (*self.spare_fills[first:], *self.spare_fills[:first])
            fill = NOBODYS_FILL if name == NOBODY else min(probed, key=lambda spare: uses[spare.symbology])
            uses[fill.symbology] += 1
            label = (labels or {}).get(name, NOBODYS_LABEL if name == NOBODY else name)
            spares.append(MapClass(id=f"spare:{name}", label=label, fill=fill, faction=name))
        return replace(self, classes=(*self.classes, *spares))


_ONE = {"fill": Fill, "rule": RetakenRule, "contested": MapClass}
_MANY = {"classes": MapClass, "spare_fills": Fill}


def _check_text(thing: object, *keys: str, where: str = "") -> None:
    for key in keys:
        value = getattr(thing, key)
        if not isinstance(value, str) or not value.strip():
            raise ThemeError(Message("{}{} {!r:.100} is not text.", where, key, value))
        if any("\ud800" <= sign <= "\udfff" for sign in value):
            raise ThemeError(Message("{}{} {!r:.100} contains an incomplete character.", where, key, value))


def _read(kind: type, record: object, where: str) -> Any:
    """Return a Theme, or a part of one, from a record; ``where`` names in messages what contains the record."""
    if not isinstance(record, Mapping):
        raise ThemeError(Message("{}: {!r:.100} is not a JSON object.", where or "A theme", record))
    if kind in (Theme, MapClass):
        where += f", class {record.get('id')!r:.100}" if where else f"Theme {record.get('id')!r:.100}"
    known = {part.name: part.default for part in fields(kind)}
    for key in (*record, *known):
        if key not in known:
            raise ThemeError(Message("{}: unknown key {!r:.100}.", where, key))
        if key not in record and known[key] is MISSING:
            raise ThemeError(Message("{}: {} is missing.", where, key))
        if key in _MANY and not isinstance(record[key], (list, tuple)):
            raise ThemeError(Message("{}: {} {!r:.100} is not a list.", where, key, record[key]))
    parts = dict(record)
    parts.update({key: _read(_ONE[key], parts[key], where) for key in _ONE.keys() & parts.keys()})
    for key in _MANY.keys() & parts.keys():
        parts[key] = [_read(_MANY[key], part, where) for part in parts[key]]
    if kind is Theme:
        return Theme(**parts)
    try:
        return kind(**parts)
    except ThemeError as error:
        raise ThemeError(Message("{}: {}", where, error)) from error
