"""Rows of control maps whose own fields call them lost, former or only claimed: the import reads them as held."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...core.messages import Message
from ..files.tables import SourceTable
from .candidates import quoted

# Words of classes that need not be held, in the languages of publishers, case-folded.
_NOT_HELD = frozenset("""
    loss losses lost lose claim claims claimed unconfirmed former formerly previous previously past ceded retreat
    retreated withdrawal withdrawn withdrew liberated recaptured contested disputed planned counteroffensive
    counteroffensives verlust verluste verloren ehemalig ehemals beansprucht befreit umstritten perte pertes perdu
    perdue ancien revendiqué libéré contesté pérdida pérdidas perdido reclamado liberado disputado потери утрачено
    утеряно освобождено спорная خسائر خسارة مفقودة سابق سابقا محررة متنازع
""".split())  # fmt: skip
_MOST_CLASSES = 20  # of a field; others are names or remarks
_MOST_WORDS = 4  # of a class


@dataclass
class RowClasses:
    """Counts of the values of text fields in the rows that are imported; only fields that divide them into classes."""

    _counts: dict[str, Counter] = field(default_factory=dict)
    _names: set[str] = field(default_factory=set)

    def add(self, table: SourceTable, rows: list[int], used: Iterable[str]) -> None:
        """Add rows of a table; ``used``: its fields with a role."""
        for name in set(table.columns) - set(used) - self._names:
            values = (table.columns[name][row] for row in rows)
            counts = self._counts.setdefault(name, Counter())
            counts.update(value for value in values if isinstance(value, str) and value.strip())
            if len(counts) > _MOST_CLASSES:
                self._names.add(name)
                del self._counts[name]

    def cautions(self) -> list[Message]:
        """Return a message on each field with classes of rows that need not be held."""
        lines = []
        for name, counts in sorted(self._counts.items()):
            doubtful = sorted(filter(_is_doubtful, counts))
            if doubtful:
                classes = ", ".join(f"{value[:60]} ({count})" for value, count in counts.most_common())
                lines.append(
                    Message(
                        "The field {!r} divides the rows into classes: {}. All are imported as held. If rows of {} are "
                        "not, import the maps without them.",
                        name,
                        classes,
                        quoted(value[:60] for value in doubtful),
                    )
                )
        return lines


def _is_doubtful(value: str) -> bool:
    words = re.findall(r"\w+", value.casefold())
    return len(words) <= _MOST_WORDS and not _NOT_HELD.isdisjoint(words)
