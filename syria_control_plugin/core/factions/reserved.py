"""Ids of holders that are not factions: ground that nobody holds, and ground that is not mapped."""

from __future__ import annotations

from .names import name_key

NOBODY, NOT_MAPPED = "nobody", "not mapped"
NO_FACTION = frozenset({NOBODY, NOT_MAPPED})
NOBODYS_LABEL = "Nobody"

# Names that classes of maps have for them.
_NOBODYS = frozenset(
    map(
        name_key,
        (NOBODY, "no one", "noone", "no man's land", "no mans land", "unheld", "not held", "unclaimed", "لا أحد",
         "ничья земля", "ничейная земля"),
    )
)  # fmt: skip
_NOT_MAPPED = frozenset(map(name_key, (NOT_MAPPED, "unmapped", "no data", "нет данных", "لا توجد بيانات")))


def means_nobody(name: str) -> bool:
    """Return whether a class of a map says that nobody holds the area."""
    return name_key(name) in _NOBODYS


def means_not_mapped(name: str) -> bool:
    """Return whether a class of a map says that its source does not map the area."""
    return name_key(name) in _NOT_MAPPED
