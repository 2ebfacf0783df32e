"""Factions: the parties that hold territory or move, in the spellings of all data sets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from ..dates.zones import UTC
from ..errors import FactionError
from ..messages import Message
from .blocs import SEPARATOR, Blocs, read_memberships
from .names import name_key, tidied, with_unit
from .reserved import NOBODY, NOBODYS_LABEL, means_nobody

MAX_UNKNOWN_ID_LENGTH = 200
COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Faction:
    """Party that holds territory or moves.

    ``id`` is what data and themes refer to, ``name`` the short name that a reader sees in every map, list and sentence,
    ``full_name`` a longer one that says who belongs to it, ``aliases`` the spellings in data sets.
    ``bloc`` is the bloc it belongs to, always or for periods of days, as ``blocs.read_memberships`` reads it; on other
    days it is a bloc of its own, named by its id, so that allies may give the leading faction's id as theirs.
    ``colour`` is "" or "#rrggbb", kept in lower case. Text is kept as given (quotes, mark-up, any script) except for
    white space at the ends of id, names and bloc.

    Raises FactionError for a blank id or name, a value that is not text, a colour in another form, a bloc of nobody
    (``reserved.NOBODY``), or as ``read_memberships``.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    bloc: str = ""
    colour: str = ""
    full_name: str = ""

    def __post_init__(self) -> None:
        for key in ("id", "name", "bloc", "colour", "full_name"):
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
            if not isinstance(alias, str) or not name_key(alias):
                raise FactionError(Message("Faction {!r:.100}: the alias {!r:.100} is not a name.", self.id, alias))
        for key in ("id", "name"):
            if not name_key(getattr(self, key)):
                raise FactionError(Message("Every faction needs a {}: {!r:.200} has none.", key, self))
        if self.colour and not COLOUR.fullmatch(self.colour):
            raise FactionError(Message("Faction {!r:.100}: colour {!r:.100} is not #rrggbb.", self.id, self.colour))
        if self.id == NOBODY and self.bloc:
            raise FactionError(
                Message("{!r} cannot be in a bloc: it is the holder of areas that nobody holds.", NOBODY)
            )
        try:
            read_memberships(self.bloc)
        except FactionError as error:
            raise FactionError(Message("Faction {!r:.100}: {}", self.id, error)) from error

    @property
    def is_known(self) -> bool:
        """Whether more is known of it than the text of some data, which may be another name of a known faction.

        An analyst makes a faction known who gives it a name, an alias or a bloc.
        """
        is_described = bool(self.aliases or self.bloc or self.full_name) or name_key(self.name) != name_key(self.id)
        return is_described or self.id == NOBODY

    @property
    def spellings(self) -> tuple[str, ...]:
        """Texts that mean this faction: its id, names and aliases."""
        return (self.id, self.name, *([self.full_name] if self.full_name else []), *self.aliases)


@dataclass(frozen=True)
class Factions:
    """Immutable registry of factions, in the order given; built from any iterable of Faction.

    Names are compared by ``name_key``. Raises FactionError, naming both, if two factions share an id, or if an id,
    name or alias of one is also an id, name or alias of another.
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
        """Return factions from records.

        A record has ``id`` and, optionally, ``name`` (else the id) and the other fields of ``Faction``. Raises
        FactionError for a record that is not a mapping, lacks an id or has another key.
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
        """Return the factions as records, fit for JSON; ``from_records`` gives an equal registry back."""
        return [{**asdict(faction), "aliases": list(faction.aliases)} for faction in self.members]

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids, in the registry's order."""
        return tuple(self._by_id)

    @property
    def names(self) -> dict[str, str]:
        """Name of each known faction, by its id."""
        return {faction.id: faction.name for faction in self.members if faction.is_known}

    def resolve(self, text: str) -> Faction | None:
        """Return the faction of which a text is the id, a name or an alias, or names a unit (``with_unit``), or None.

        A text longer than 200 characters is also found under the id that ``FactionRegister.of_text`` cuts it to. Every
        registry knows the names of ``reserved.NOBODY``, unless they are another faction's.
        """
        return _resolved(self._by_name, text)

    def blocs(self, zone: str = UTC) -> Blocs:
        """Return the blocs of all factions by day; days are those of a time zone. Raises TimeZoneError."""
        stated = {each.id: read_memberships(each.bloc) for each in self.members if each.bloc}
        return Blocs.of_memberships(
            {name: [replace(each, bloc=self._bloc_id(each.bloc)) for each in some] for name, some in stated.items()},
            zone,
        )

    def _bloc_id(self, bloc: str) -> str:
        leading = self.resolve(bloc)
        return leading.id if leading else bloc

    def with_blocs(self, blocs: Mapping[str, str]) -> Factions:
        """Return the registry with other blocs of some factions: id → text as ``Faction.bloc``.

        Raises FactionError as ``Faction``, and for an unknown id.
        """
        register = FactionRegister(self)
        for faction_id, text in blocs.items():
            register.put(replace(self[faction_id], bloc=text))
        return register.factions

    def read_blocs(self, text: str) -> dict[str, str]:
        """Return the blocs of factions, id → text as ``Faction.bloc``, from "RUS: GOV 2015-09-30/..; TUR: OPP".

        Entries are separated by "; ". A faction is given by any of its names; several entries of one faction are its
        blocs one after the other. Raises FactionError for another form, for an unknown faction, and as ``Faction``.
        """
        stated: dict[str, str] = {}
        for entry in filter(None, map(str.strip, SEPARATOR.split(text))):
            name, _, bloc = entry.partition(": ")
            if not bloc.strip():
                raise FactionError(
                    Message(
                        "{!r:.150} is not a faction with its bloc. Write both, and a period if there is one, such as "
                        "RUS: GOV 2015-09-30/2024-12-08.",
                        entry,
                    )
                )
            faction = self.resolve(name) or self[name]
            stated[faction.id] = "; ".join(filter(None, [stated.get(faction.id), bloc.strip()]))
        self.with_blocs(stated)
        return stated

    def __getitem__(self, faction_id: str) -> Faction:
        """Return the faction with exactly this id. Raises FactionError if no faction has it."""
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
    """Registry that grows while data are read, at a constant cost per faction.

    Its rules are those of ``Factions``; the property ``factions`` returns such a registry.
    """

    def __init__(self, factions: Factions):
        self._before = factions
        self._members = dict(factions._by_id)
        self._by_name = dict(factions._by_name)

    @property
    def factions(self) -> Factions:
        """Registry of the present members; the original one if nothing was added since."""
        members = tuple(self._members.values())
        return self._before if members == self._before.members else Factions(members)

    def resolve(self, text: str) -> Faction | None:
        """Return the faction that a text resolves to, as ``Factions.resolve``."""
        return _resolved(self._by_name, text)

    def put(self, faction: Faction) -> None:
        """Add a faction, or replace the one with the same id.

        Raises FactionError if one of its names belongs to another faction; the register must not be used after that.
        """
        old = self._members.get(faction.id)
        if old is not None:
            for name in old.spellings:
                self._by_name.pop(name_key(name), None)
        _claim_names(self._by_name, faction)
        self._members[faction.id] = faction

    def of_text(self, text: str) -> Faction:
        """Return the faction that a text resolves to; if it does not resolve, add a new one.

        The new faction is a bloc of its own. Its id and name are the text as given, stripped, with white space and
        control characters collapsed, cut to 200 characters: longer texts that begin with the same 200 are one faction.
        Raises FactionError for a blank text.
        """
        known = self.resolve(text) or Faction(id=_unknown_id(text), name=_unknown_id(text))
        if known.id not in self._members:
            self.put(known)
        return known

    def __len__(self) -> int:
        return len(self._members)


def _claim_names(by_name: dict[str, Faction], faction: Faction) -> None:
    for name in faction.spellings:
        other = by_name.setdefault(name_key(name), faction)
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


_NOBODY = Faction(id=NOBODY, name=NOBODYS_LABEL)


def _resolved(by_name: Mapping[str, Faction], text: str) -> Faction | None:
    known = by_name.get(name_key(text)) or by_name.get(name_key(_unknown_id(text)))
    known = known or with_unit(text, lambda part: by_name.get(name_key(part)))
    return by_name.get(NOBODY, _NOBODY) if known is None and means_nobody(text) else known


def _unknown_id(text: str) -> str:
    return tidied(text)[:MAX_UNKNOWN_ID_LENGTH].rstrip()
