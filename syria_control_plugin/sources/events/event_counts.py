"""How far the actors of a table of events are known factions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ...core.factions.actors import Side


@dataclass
class EventCounts:
    """How far the actors of events are known factions. Events count once, actors once a side."""

    events: int = 0
    on_both_sides: int = 0
    on_one_side: int = 0
    on_none: int = 0
    inside_one_faction: int = 0
    combined_sides: int = 0
    duplicates: int = 0
    unmatched: Counter = field(default_factory=Counter)

    def add(self, one: Side, other: Side) -> None:
        known = bool(one.factions) + bool(other.factions)
        self.events += 1
        self.on_both_sides += known == 2
        self.on_one_side += known == 1
        self.on_none += known == 0
        self.inside_one_faction += known == 2 and set(one.factions) == set(other.factions)
        for side in (one, other):
            self.combined_sides += side.is_combined
            self.unmatched.update(side.unmatched)

    def lines(self, most_names: int | None = None) -> list[str]:
        """The counts as sentences; of the unmatched actors only the most frequent ones, None: all."""
        lines = [
            f"Events: {self.events}; with a known faction on both sides {self.on_both_sides}, on one side "
            f"{self.on_one_side}, on none {self.on_none}.",
            f"Combined sides, of several actors: {self.combined_sides}; each of their factions counts.",
        ]
        if self.inside_one_faction:
            lines.append(
                f"Events with the same factions on both sides: {self.inside_one_faction}; they are no clash of two."
            )
        if self.duplicates:
            lines.append(f"Rows with the id of an earlier row of the same data set: {self.duplicates}; counted once.")
        if self.unmatched:
            lines.append(
                f"Actors that are no known faction: {len(self.unmatched)}, on {sum(self.unmatched.values())} sides. "
                "Their events stay: they show where the data set reports anything."
            )
        ranked = sorted(self.unmatched.items(), key=lambda item: (-item[1], item[0]))
        lines += [f"No known faction: {name!r}, count {count}." for name, count in ranked[:most_names]]
        if most_names is not None and len(ranked) > most_names:
            lines.append(f"… and {len(ranked) - most_names} more; the report's page lists all of them.")
        return lines
