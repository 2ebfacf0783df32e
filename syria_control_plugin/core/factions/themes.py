"""Themes: how classes look and read in map and legend. Stored as JSON, and with each case.

Fills: how the areas of a class are drawn, inside and outline.
"""

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
from .factions import COLOUR, normalised

HATCHES = ("horizontal", "vertical", "diagonal", "back_diagonal", "cross", "diagonal_cross", "dots")
PATTERNS = ("solid", *HATCHES, "none")
LEAST_SPACING_MM = 0.3  # finer hatches look solid, and take QGIS the longer to draw the finer they are, without an end
MOST_MM = 100.0  # a third of an A4 page


@dataclass(frozen=True)
class Fill:
    """The inside and outline of a class's areas. Lengths in mm on paper; colours "#rrggbb", kept lower case.

    `pattern` is one of PATTERNS. "solid" fills with `colour`, "none" leaves the inside empty. A hatch draws
    lines of `colour`, `line_mm` wide and `spacing_mm` apart ("dots": their diameter, and from centre to
    centre), on a ground of `background`; "" is no ground, so that what lies beneath shows through. `outline`
    "" or `outline_mm` 0 is no outline. No length is over MOST_MM, no spacing below LEAST_SPACING_MM. Raises
    ThemeError for any other value.
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
    def look(self) -> tuple[object, ...]:
        """What tells the insides of two fills apart: those with equal looks can't be told apart on a map."""
        if self.pattern in HATCHES:
            return (self.pattern, self.colour, self.background, self.spacing_mm, self.line_mm)
        return (self.pattern, self.colour) if self.pattern == "solid" else (self.pattern,)


_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2})?")


@dataclass(frozen=True)
class RetakenRule:
    """The derived class "held by `held_by` now, by `earlier_held_by` at some time since `since`" (ids).

    `since` is a moment, UTC, itself included: a datetime64, a date or ISO text, kept as datetime64[s].
    Raises ThemeError for an empty id, one faction for both, or no such moment.
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
            # NumPy alone would also take "now", "today" and a bare year: a theme says its date in full.
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
    """A line of the legend: a `faction`'s ground (its id), ground by a `rule`, or `is_contested` ground.

    Where a rule fits, its class goes before the class of the faction that holds the ground. Raises ThemeError
    for a blank id or label, and where not exactly one of the three is given.
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
        """One of the words "faction", "retaken" and "contested"."""
        return "contested" if self.is_contested else "retaken" if self.rule else "faction"

    @property
    def held_by(self) -> str:
        """The id of the faction that holds the ground now; "" for contested ground."""
        return self.rule.held_by if self.rule else self.faction

    def to_dict(self) -> dict[str, object]:
        """The class as text, numbers and dicts, the date in ISO form; of the three kinds the one it has."""
        record = {key: value for key, value in asdict(self).items() if value}
        if self.rule:
            record["rule"]["since"] = str(self.rule.since).replace("T00:00:00", "")
        return record


@dataclass(frozen=True)
class Theme:
    """Classes in the legend's order, the class of contested ground, and fills for factions without a class.

    `source` says in a sentence where the convention comes from. Raises ThemeError, naming theme, class and
    value, for a blank text; two classes with one id, one faction or one rule; a class of
    contested ground among the others, or another kind as `contested`; no spare fill.
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
            at = f"{where}, class {entry.id!r:.100}"
            if entry.is_contested != (entry is self.contested):
                raise ThemeError(Message("{} is {}: contested territory has one class of its own.", at, entry.kind))
            for claim in (("id", entry.id), (entry.kind, entry.rule or entry.faction)):
                if claim in seen:
                    raise ThemeError(Message("{}: another class has the same {}, {!r:.200}.", at, claim[0], claim[1]))
                seen.add(claim)

    @classmethod
    def from_dict(cls, record: Mapping[str, object]) -> Theme:
        """A theme from what `to_dict` gives (or JSON of it); keys that have a default may be left out.

        Raises ThemeError, naming theme, class and value, for a key that is unknown or missing and for a value
        that does not do.
        """
        theme: Theme = _read(cls, record, "")
        return theme

    def to_dict(self) -> dict[str, object]:
        """The theme as text, numbers, lists and dicts, fit for JSON; `from_dict` gives an equal one back."""
        classes = [entry.to_dict() for entry in self.classes]
        fills = [asdict(fill) for fill in self.spare_fills]
        return {
            **asdict(self),
            "classes": classes,
            "spare_fills": fills,
            "contested": self.contested.to_dict(),
        }

    def unknown_factions(self, faction_ids: Iterable[str]) -> tuple[str, ...]:
        """The ids that no class of the theme is for, each once, sorted by name. "" (nobody) is left out."""
        unknown = set(faction_ids) - {entry.faction for entry in self.classes} - {""}
        return tuple(sorted(unknown, key=lambda name: (normalised(name), name)))

    def classes_for(self, faction_ids: Iterable[str], labels: Mapping[str, str] | None = None) -> tuple[MapClass, ...]:
        """The legend of a map that shows these factions: the theme's classes of theirs, then spare classes.

        The theme's classes stand in its order, those whose holder now is among the ids. A faction that the
        theme does not know gets a spare class as `with_spares` makes them. Contested ground is apart, in
        `contested`.
        """
        wanted = set(faction_ids)
        return tuple(entry for entry in self.with_spares(wanted, labels).classes if entry.held_by in wanted)

    def with_class(self, entry: MapClass) -> Theme:
        """A theme with the class added last, or in the place of the one with its id, or of `contested`."""
        if entry.is_contested:
            return replace(self, contested=entry)
        kept = {**{old.id: old for old in self.classes}, entry.id: entry}
        return replace(self, classes=tuple(kept.values()))

    def with_spares(self, faction_ids: Iterable[str], labels: Mapping[str, str] | None = None) -> Theme:
        """A theme in which each faction without a class here has one, with a spare fill, at the end.

        Sorted by name, labelled as `labels` says, else by the id. The fill is the one that a hash of the
        normalised id points to, else the next that no class has yet; once all are taken, the least used. So a
        set of ids always gives the same fills, and a theme kept with its spares gives no faction another fill
        because a later one turned up.
        """
        uses = Counter(entry.fill.look for entry in (*self.classes, self.contested))
        spares = []
        for name in self.unknown_factions(faction_ids):
            digest = hashlib.sha256(normalised(name).encode("utf-8")).hexdigest()
            first = int(digest, 16) % len(self.spare_fills)
            probed = (*self.spare_fills[first:], *self.spare_fills[:first])
            fill = min(probed, key=lambda spare: uses[spare.look])
            uses[fill.look] += 1
            spares.append(MapClass(f"spare:{name}", (labels or {}).get(name, name), fill, faction=name))
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
    """A Theme, or a part of one, from a record; `where` is how a message names what the record stands in."""
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
