"""How far the actors of a table of events are known factions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ...core.factions.actors import Side
from ...core.told import Told


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
            Told(
                "Events: {}; with a known faction on both sides {}, on one side {}, on none {}.",
                self.events,
                self.on_both_sides,
                self.on_one_side,
                self.on_none,
            ),
            Told("Combined sides, of several actors: {}; each of their factions counts.", self.combined_sides),
        ]
        if self.inside_one_faction:
            lines.append(
                Told(
                    "Events with the same factions on both sides: {}; they are no clash of two.",
                    self.inside_one_faction,
                )
            )
        if self.duplicates:
            lines.append(
                Told("Rows with the id of an earlier row of the same data set: {}; counted once.", self.duplicates)
            )
        if self.unmatched:
            lines.append(
                Told(
                    "Actors that are no known faction: {}, on {} sides. "
                    "Their events stay: they show where the data set reports anything.",
                    len(self.unmatched),
                    sum(self.unmatched.values()),
                )
            )
        ranked = sorted(self.unmatched.items(), key=lambda item: (-item[1], item[0]))
        lines += [Told("No known faction: {!r}, count {}.", name, count) for name, count in ranked[:most_names]]
        if most_names is not None and len(ranked) > most_names:
            lines.append(Told("… and {} more; the report's page lists all of them.", len(ranked) - most_names))
        return lines
