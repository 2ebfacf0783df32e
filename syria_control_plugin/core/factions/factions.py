"""Factions: the parties that hold ground or move, as every data set spells them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from ..errors import FactionError
from ..messages import Message

MAX_UNKNOWN_ID_LENGTH = 200
COLOUR = re.compile(r"#[0-9a-f]{6}")
# Control characters and lone surrogates count as white space: XML, SQLite and UTF-8 choke on them.
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_SEPARATORS = re.compile(r"[\s_\-\u2010-\u2015]+")


def normalised(text: str) -> str:
    """The form in which names are compared.

    NFKC, case folded, with every run of white space, underscores and hyphens made one space, and none at the
    ends. Text of separators only ("--") keeps them, so that it stays apart from no text: only blank text
    gives "".
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    tidy = tidied(folded)
    return _SEPARATORS.sub(" ", tidy).strip() or tidy


def tidied(text: str) -> str:
    """The text with every run of white space and control characters made one space, and none at the ends."""
    return _BLANKS.sub(" ", text).strip()


@dataclass(frozen=True)
class Faction:
    """A party that holds ground or moves.

    `id` is what data and themes refer to, `name` what a reader sees, `aliases` how data sets spell it. `bloc`
    is the bloc it belongs to; "" is a bloc of its own, called as its id, so that allies may name the leading
    faction's id as theirs. `colour` is "" or "#rrggbb", kept in lower case. Text is kept as given (quotes,
    mark-up, any script) but for white space at the ends of id, name and bloc.

    Raises FactionError for a blank id or name, text of another type, or a colour of another form.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    bloc: str = ""
    colour: str = ""

    def __post_init__(self) -> None:
        for key in ("id", "name", "bloc", "colour"):
            value = getattr(self, key)
            if not isinstance(value, str):
                raise FactionError(Message("Faction {!r:.100}: {} {!r:.100} is not text.", self.id, key, value))
            object.__setattr__(self, key, value.lower() if key == "colour" else value.strip())
        if isinstance(self.aliases, str) or not isinstance(self.aliases, Iterable):
            raise FactionError(
                Message("Faction {!r:.100}: the aliases {!r:.100} are not a list.", self.id, self.aliases)
            )
        object.__setattr__(self, "aliases", tuple(self.aliases))
        for alias in self.aliases:
            if not isinstance(alias, str) or not normalised(alias):
                raise FactionError(Message("Faction {!r:.100}: the alias {!r:.100} is not a name.", self.id, alias))
        for key in ("id", "name"):
            if not normalised(getattr(self, key)):
                raise FactionError(Message("Every faction needs a {}: {!r:.200} has none.", key, self))
        if self.colour and not COLOUR.fullmatch(self.colour):
            raise FactionError(Message("Faction {!r:.100}: colour {!r:.100} is not #rrggbb.", self.id, self.colour))


@dataclass(frozen=True)
class Factions:
    """An immutable registry of factions, in the order given; built from any iterable of Faction.

    Names are compared by `normalised`. Raises FactionError, naming both, where two factions share an id, or
    where an id, name or alias of one is also an id, name or alias of another.
    """

    members: tuple[Faction, ...] = ()
    _by_id: dict[str, Faction] = field(init=False, repr=False, compare=False)
    _by_name: dict[str, Faction] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "members", tuple(self.members))
        object.__setattr__(self, "_by_id", {faction.id: faction for faction in self.members})
        object.__setattr__(self, "_by_name", {})
        for faction in self.members:
            _claim_names(self._by_name, faction)

    @classmethod
    def from_records(cls, records: Iterable[Mapping[str, object]]) -> Factions:
        """Factions from records with `id` and, as wanted, `name` (else the id), `aliases`, `bloc`, `colour`.

        Raises FactionError for a record that is no mapping, lacks an id or has another key.
        """
        if not isinstance(records, Iterable):
            raise FactionError(Message("{!r:.100} is not a list of factions.", records))
        known = {part.name for part in fields(Faction)}
        members = []
        for number, record in enumerate(records, start=1):
            if not isinstance(record, Mapping) or "id" not in record:
                raise FactionError(Message("Faction record {} has no id: {!r:.200}.", number, record))
            for key in record:
                if key not in known:
                    raise FactionError(Message("Faction {!r:.100} has an unknown key {!r:.100}.", record["id"], key))
            values: dict[str, Any] = {"name": record["id"], **record}
            members.append(Faction(**values))
        return cls(tuple(members))

    def to_records(self) -> list[dict[str, object]]:
        """The factions as records, fit for JSON; `from_records` gives an equal registry back."""
        return [{**asdict(faction), "aliases": list(faction.aliases)} for faction in self.members]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in the registry's order."""
        return tuple(self._by_id)

    def resolve(self, text: str) -> Faction | None:
        """The faction whose id, name or alias the text is, after normalising; None where there is none.

        A text longer than 200 characters is also found under the id that `FactionRegister.of_text` cuts it to.
        """
        return _resolved(self._by_name, text)

    def bloc_of(self, faction_id: str) -> str:
        """The stated bloc of a faction, else its own id. Raises FactionError for an unknown id."""
        return self[faction_id].bloc or faction_id

    def are_allied(self, a: str, b: str) -> bool:
        """Whether two factions (ids) are of one bloc, as each is with itself. Raises as `bloc_of`."""
        return self.bloc_of(a) == self.bloc_of(b)

    def __getitem__(self, faction_id: str) -> Faction:
        """The faction with exactly this id. Raises FactionError where there is none."""
        try:
            return self._by_id[faction_id]
        except KeyError:
            listed = ", ".join(self.ids)
            raise FactionError(
                Message("No faction has the id {!r:.100}. Known ids: {:.500}.", faction_id, listed)
            ) from None

    def __contains__(self, faction_id: object) -> bool:
        return faction_id in self._by_id

    def __iter__(self) -> Iterator[Faction]:
        return iter(self.members)

    def __len__(self) -> int:
        return len(self.members)


class FactionRegister:
    """A registry that grows while data are read, at the same cost for each faction however many it holds.

    The rules are those of `Factions`, which `factions` gives.
    """

    def __init__(self, factions: Factions):
        self._before = factions
        self._members = dict(factions._by_id)
        self._by_name = dict(factions._by_name)

    @property
    def factions(self) -> Factions:
        """The registry as it stands; the one it began with where nothing was added since."""
        members = tuple(self._members.values())
        return self._before if members == self._before.members else Factions(members)

    def resolve(self, text: str) -> Faction | None:
        """As `Factions.resolve`."""
        return _resolved(self._by_name, text)

    def put(self, faction: Faction) -> None:
        """Adds a faction, or puts it in the place of the one with the same id.

        Raises FactionError where one of its names belongs to another faction; the register is not to be used then.
        """
        old = self._members.get(faction.id)
        if old is not None:
            for name in (old.id, old.name, *old.aliases):
                self._by_name.pop(normalised(name), None)
        _claim_names(self._by_name, faction)
        self._members[faction.id] = faction

    def of_text(self, text: str) -> Faction:
        """The faction that a text is; one that it does not resolve to is added.

        The new faction is a bloc of its own; its id and name are the text as given, stripped, with white space and
        control characters collapsed, cut to 200 characters: longer texts that begin with the same 200 are one faction.
        Raises FactionError for a blank text.
        """
        known = self.resolve(text)
        if known is None:
            known = Faction(_unknown_id(text), _unknown_id(text))
            self.put(known)
        return known

    def __len__(self) -> int:
        return len(self._members)


def _claim_names(by_name: dict[str, Faction], faction: Faction) -> None:
    for name in (faction.id, faction.name, *faction.aliases):
        other = by_name.setdefault(normalised(name), faction)
        if other is not faction:
            raise FactionError(
                Message(
                    "{!r:.100} is an id, name or alias of both faction {!r:.100} ({:.100}) and faction {!r:.100} "
                    "({:.100}). Remove it from one of them.",
                    name,
                    other.id,
                    other.name,
                    faction.id,
                    faction.name,
                )
            )


def _resolved(by_name: Mapping[str, Faction], text: str) -> Faction | None:
    return by_name.get(normalised(text)) or by_name.get(normalised(_unknown_id(text)))


def _unknown_id(text: str) -> str:
    return tidied(text)[:MAX_UNKNOWN_ID_LENGTH].rstrip()
