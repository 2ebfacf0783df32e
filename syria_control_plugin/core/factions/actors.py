"""The actors that data sets of clash events name, resolved to factions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .factions import Faction, Factions
from .names import is_no_party, tidied

MAX_NAME_LENGTH = 200
MAX_LIST_LENGTH = 2000  # a longer text is not a list of actors; it is kept as one name
_OUTSIDE_BRACKETS = r"(?![^()]*\))"
# Lists are always split. A text that may be a list ("Sword and Shield Brigade") is one name, unless some part of it is
# known.
_LISTS = tuple(re.compile(rf"{mark}(?:\s+and\b)?{_OUTSIDE_BRACKETS}") for mark in ("[;\u061b]", "[,\u060c]"))
_JOINTS = tuple(
    re.compile(rf"\s+(?:{mark})\s+{_OUTSIDE_BRACKETS}", re.IGNORECASE) for mark in ("[-\u2010-\u2015]", "&|and")
)
_DASH = _JOINTS[0]
# UCDP's form of a group that left another one: "Rahman Corps - “Abu al-Joud al-Arbini” faction".
_BRANCH = re.compile(r"\bfaction$", re.IGNORECASE)
_MISSING = ("null", "none", "nan", "<na>", "n/a")


@dataclass(frozen=True)
class Side:
    """One side of an event, with each of its actors once and in order.

    factions     ids of its factions
    unmatched    actors that no known faction matches: any of them may be any faction
    is_combined  names several actors
    no_party     people who are no party to a conflict, such as civilians
    """

    factions: tuple[str, ...]
    unmatched: tuple[str, ...]
    is_combined: bool
    no_party: tuple[str, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether any actor is named."""
        return bool(self.factions or self.unmatched or self.no_party)

    @property
    def is_unknown(self) -> bool:
        """Whether any party could be on the side: a name that no alias knows stands there, or no name at all."""
        return bool(self.unmatched) or not self.is_named


class Actors:
    """Resolver of actors against a registry of factions, which reads each distinct text once.

    A text is a faction if it resolves to one (``Factions.resolve``), and by nothing else.

    Otherwise it is split at ``;``, at ``,``, at `` - `` and at ``&`` or ``and``, outside of brackets, and each part is
    resolved in the same way. Years count: "(2000-2024)" and "(2024-)" are two governments.
    """

    def __init__(self, factions: Factions):
        self._factions = factions
        self._names: dict[str, tuple[str, ...]] = {}
        self._found: dict[str, Faction | None] = {}

    def side(self, texts: Iterable[object]) -> Side:
        """Return the side that one or more texts name together; blank ones name nobody."""
        names = list(dict.fromkeys(name for text in texts for name in self.names(text)))
        factions = [self._faction(name) for name in names]
        ids = dict.fromkeys(faction.id for faction in factions if faction is not None)
        others = [name[:MAX_NAME_LENGTH] for name, each in zip(names, factions) if each is None or not each.is_known]
        return Side(
            factions=tuple(ids),
            unmatched=tuple(name for name in others if not is_no_party(name)),
            is_combined=len(names) > 1,
            no_party=tuple(name for name in others if is_no_party(name)),
        )

    def names(self, text: object) -> tuple[str, ...]:
        """Return the actors that a text names, in its spelling; none if it is empty or has no letter or digit."""
        text = "" if text is None else tidied(str(text))
        if text.casefold() in _MISSING or not any(letter.isalnum() for letter in text):
            return ()
        if text not in self._names:
            self._names[text] = tuple(self._parts(text))
        return self._names[text]

    def _parts(self, text: str) -> list[str]:
        if self._faction(text) is not None or is_no_party(text) or len(text) > MAX_LIST_LENGTH:
            return [text]
        for splitter in (*_LISTS, *_JOINTS):
            if splitter is _DASH and _BRANCH.search(text):
                continue
            pieces = [piece for piece in map(str.strip, splitter.split(text)) if any(map(str.isalnum, piece))]
            if len(pieces) > 1:
                parts = [part for piece in pieces for part in self._parts(piece)]
                if splitter in _LISTS or any(self._faction(part) or is_no_party(part) for part in parts):
                    return parts
        return [text.strip(" ;,\u060c\u061b")]

    def _faction(self, name: str) -> Faction | None:
        if name not in self._found:
            self._found[name] = self._factions.resolve(name)
        return self._found[name]
