"""What a project remembers of the page of corridors, beside what it remembers of the panel."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from qgis.core import QgsProject

from ...case.limits import read_json
from ...core.errors import SourceError
from .filter import CorridorFilter

_SCOPE, _ENTRY = "SyriaControl", "panel/corridors"


@dataclass(frozen=True)
class CorridorPageState:
    """What a project remembers of the page; ``corridor`` is the number of the one selected, -1 for none."""

    filter: CorridorFilter = field(default_factory=CorridorFilter)
    corridor: int = -1
    shows_evidence: bool = False

    def write(self, project: QgsProject) -> None:
        kept = {"filter": self.filter.to_dict(), "corridor": self.corridor, "evidence": self.shows_evidence}
        project.writeEntry(_SCOPE, _ENTRY, json.dumps(kept))

    @classmethod
    def read(cls, project: QgsProject) -> CorridorPageState | None:
        """The state that a project has, None for a project without one; what makes no sense in it counts as missing."""
        text, is_there = project.readEntry(_SCOPE, _ENTRY)
        if not is_there:
            return None
        try:
            kept = read_json(text, _ENTRY)
        except SourceError:  # edited by hand
            return None
        kept = kept if isinstance(kept, dict) else {}
        corridor = kept.get("corridor")
        return cls(
            CorridorFilter.from_dict(kept.get("filter")),
            corridor if isinstance(corridor, int) else -1,
            kept.get("evidence") is True,
        )

    @staticmethod
    def forget(project: QgsProject) -> None:
        """Takes the state out of a project."""
        project.removeEntry(_SCOPE, _ENTRY)
