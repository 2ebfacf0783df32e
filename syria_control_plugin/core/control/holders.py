"""Holders of a place: factions, or one of two words where no faction holds it.

Ground that no territory of the source covers is NOT_MAPPED: nothing is known of its holder. Ground is NOBODY's only if
the source says so: by a class of its maps that means nobody's ground (territory of the faction NOBODY), or by the
setting of the source that the ground outside of all its territories is nobody's (``ControlSeries.nobody_outside``).

The holders of a place are a sorted tuple of faction ids, several if its territory is contested, ``(NOBODY,)`` or
``(NOT_MAPPED,)``: never empty. In a table they are one text, such as "GOV; OPP", "nobody" or "not mapped".
"""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import SeriesError
from ..factions.reserved import NO_FACTION as NO_FACTION
from ..factions.reserved import NOBODY as NOBODY
from ..factions.reserved import NOT_MAPPED as NOT_MAPPED
from ..messages import Message

Holders = tuple[str, ...]

AND = "; "  # between the holders of contested territory in a table


def holders(factions: Iterable[str], outside: str = NOT_MAPPED) -> Holders:
    """Return the holders of a place in the territories of these factions; NOBODY yields to any other.

    outside  whose the ground outside of all territories is: NOT_MAPPED or NOBODY (``ControlSeries.outside``)
    """
    names = set(factions)
    return tuple(sorted(names - {NOBODY})) or ((NOBODY,) if names else (outside,))


def in_order(names: Iterable[str]) -> Holders:
    """Return each name once, sorted, NOBODY and NOT_MAPPED last."""
    return tuple(sorted(set(names), key=lambda name: (name in NO_FACTION, name)))


def joined(names: Iterable[str]) -> str:
    """Return holders, or other factions, as the text of a table; "" for none."""
    return AND.join(names)


def split(text: str | None) -> Holders:
    """Return the holders or factions that a text of a table names; () for "" and None."""
    return tuple(text.split(AND)) if text else ()


def check_faction_ids(names: Iterable[str]) -> None:
    """Raise SeriesError for the id of a faction that cannot be a holder in a table."""
    for name in names:
        if not name or AND in name:
            raise SeriesError(
                Message(
                    "Faction {!r}: the id must not be empty or contain {!r}, which separates the holders of "
                    "contested territory. Rename the faction in the layer.",
                    name,
                    AND,
                )
            )
        if name == NOT_MAPPED:
            raise SeriesError(
                Message("Faction {!r}: this id is reserved for areas without territory. Rename the faction.", name)
            )
