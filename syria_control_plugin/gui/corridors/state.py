"""The state of the corridor page in a project, stored beside that of the panel."""

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
    """The state of the page in a project; ``corridor`` is the number of the selected corridor, -1 for none."""

    filter: CorridorFilter = field(default_factory=CorridorFilter)
    corridor: int = -1
    shows_evidence: bool = False

    def write(self, project: QgsProject) -> None:
        kept = {"filter": self.filter.to_dict(), "corridor": self.corridor, "evidence": self.shows_evidence}
        project.writeEntry(_SCOPE, _ENTRY, json.dumps(kept))

    @classmethod
    def read(cls, project: QgsProject) -> CorridorPageState | None:
        """Return the state of a project, or None if it has none; invalid values count as missing."""
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
        """Remove the state from a project."""
        project.removeEntry(_SCOPE, _ENTRY)
