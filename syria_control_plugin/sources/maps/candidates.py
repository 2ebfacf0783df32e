"""Choice between fields that can have the same role: by name, by an earlier choice for the source, or by the user."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ...case.case import Case
from ...case.editing import Draft
from ...core.errors import SourceError
from ...core.messages import Message

_SETTING = "chosen_fields"  # of a case: source → {setting: field} that the user chose

# Names of fields with the holder of an area; then others, which can have another meaning too.
HOLDER_NAMES = (
    ("faction", "holder", "held_by", "controller", "controlled_by"),
    ("control", "authority", "owner", "side", "party", "actor", "group"),
)
# Words of names of fields with somebody else than the holder.
_OTHER_PARTY = frozenset("lost loser losing former formerly previous previously prev past old before enemy against "
                         "opponent claimed claimant claims ex".split())  # fmt: skip
# Words of names of fields with the date of a record or a file, not of what it describes.
_BOOKKEEPING = frozenset("created creation add added insert inserted entry entered edit edited update updated modified "
                         "modification changed upload uploaded download downloaded import imported retrieved accessed "
                         "published publication saved".split())  # fmt: skip


class AmbiguousField(SourceError):
    """Several fields can have a role, or the only one has a name that says otherwise: the user has to choose."""

    def __init__(self, message: Message, fields: Iterable[str]):
        super().__init__(message)
        self.fields = tuple(fields)


@dataclass(frozen=True)
class Candidate:
    """A field that can have a role. ``readings``: its value in each row, None for none."""

    field: str
    readings: list

    def agrees_with(self, other: Candidate) -> bool:
        """Return whether no row contradicts that both fields say the same."""
        both = [pair for pair in zip(self.readings, other.readings) if None not in pair]
        return bool(both) and all(one == another for one, another in both)


def words_of(name: str) -> set[str]:
    """Return the words of a field's name: "lostBy" and "LOST_BY" → lost, by."""
    return set(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).casefold().replace("_", " ").split())


def names_other_party(name: str) -> bool:
    """Return whether a field's name says that it contains somebody else than the holder."""
    return bool(words_of(name) & _OTHER_PARTY)


def names_bookkeeping(name: str) -> bool:
    """Return whether a field's name says that its date is that of a record or a file."""
    return bool(words_of(name) & _BOOKKEEPING)


def distinct(candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates without those that say the same as one before them."""
    kept: list[Candidate] = []
    for each in candidates:
        if not any(each.agrees_with(other) for other in kept):
            kept.append(each)
    return kept


def earlier_choice(candidates: Iterable[Candidate], earlier: tuple[str, ...]) -> str:
    """Return the only candidate that the user chose in an earlier import of the source, "" for none."""
    chosen = [each.field for each in candidates if each.field in earlier]
    return chosen[0] if len(chosen) == 1 else ""


def quoted(fields: Iterable[str]) -> str:
    """Return names of fields as text."""
    return ", ".join(repr(field) for field in fields)


def earlier_fields(case: Case | None, source: str) -> tuple[str, ...]:
    """Return the fields that the user chose in earlier imports of a source."""
    kept = (case.setting(_SETTING) or {}).get(source, {}) if case is not None else {}
    return tuple(kept.values())


def keep_fields(draft: Draft, source: str, chosen: dict[str, str]) -> None:
    """Keep the fields that the user chose, setting → field, for the next import of the source."""
    kept = draft.setting(_SETTING) or {}
    fields = {**kept.get(source, {}), **{setting: name for setting, name in chosen.items() if name}}
    if fields != kept.get(source, {}):
        draft.set_setting(_SETTING, {**kept, source: fields})
