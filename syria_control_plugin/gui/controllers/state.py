"""What a project remembers of the panel, as entries of the project file that QGIS keeps without the plugin too.

What an analyst wants of the panel in every project; kept in the user's QGIS profile.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

import numpy as np
from qgis.core import QgsProject, QgsSettings

_SCOPE = "SyriaControl"


@dataclass(frozen=True)
class PanelState:
    """The state of the panel in a project. Classes that are switched off, and the theme, are in the layer's style.

    case             path of the case that is open, "" for none
    moment           the date shown, NaT for none
    source           whose figures are shown, "" for the first
    page             id of the tab
    marks_changes, shows_date, maps_per_second, is_looping   as in ``PanelSettings``
    """

    case: str = ""
    moment: np.datetime64 = np.datetime64("NaT", "s")
    source: str = ""
    page: str = ""
    marks_changes: bool = True
    shows_date: bool = True
    maps_per_second: float = 2.0
    is_looping: bool = False

    def write(self, project: QgsProject) -> None:
        """Puts the state into the project; the path as the project keeps paths, relative or absolute."""
        project.writeEntry(_SCOPE, "panel/case", project.writePath(self.case) if self.case else "")
        project.writeEntry(_SCOPE, "panel/moment", "" if np.isnat(self.moment) else str(self.moment))
        project.writeEntry(_SCOPE, "panel/source", self.source)
        project.writeEntry(_SCOPE, "panel/page", self.page)
        project.writeEntryDouble(_SCOPE, "panel/maps_per_second", self.maps_per_second)
        for name in ("marks_changes", "shows_date", "is_looping"):
            project.writeEntryBool(_SCOPE, f"panel/{name}", getattr(self, name))

    @classmethod
    def read(cls, project: QgsProject) -> PanelState | None:
        """The state that a project has, None for a project without one; what makes no sense in it counts as missing."""
        case, is_there = project.readEntry(_SCOPE, "panel/case")
        if not is_there:
            return None
        moment, _ = project.readEntry(_SCOPE, "panel/moment")
        speed, _ = project.readDoubleEntry(_SCOPE, "panel/maps_per_second", cls.maps_per_second)
        flags = {
            name: project.readBoolEntry(_SCOPE, f"panel/{name}", getattr(cls, name))[0]
            for name in ("marks_changes", "shows_date", "is_looping")
        }
        return cls(
            project.readPath(case) if case else "",
            _moment(moment),
            project.readEntry(_SCOPE, "panel/source")[0],
            project.readEntry(_SCOPE, "panel/page")[0],
            maps_per_second=speed if 0 < speed < math.inf else cls.maps_per_second,
            **flags,
        )

    @staticmethod
    def forget(project: QgsProject) -> None:
        """Takes the state out of a project."""
        project.removeEntry(_SCOPE, "panel")


def _moment(text: str) -> np.datetime64:
    try:
        return np.datetime64(text or "NaT", "s")
    except ValueError:  # edited by hand
        return np.datetime64("NaT", "s")


_GROUP = "syria_control/panel"


@dataclass(frozen=True)
class PanelSettings:
    """The panel's settings.

    marks_changes     ground that changed hands is marked on the map for a moment whenever the date changes
    chart_from_zero   the chart's axis of areas starts at 0, else at the smallest area shown
    shows_date        the date is written over the map
    maps_per_second   speed of play
    is_looping        play starts again after the last map
    """

    marks_changes: bool = True
    chart_from_zero: bool = True
    shows_date: bool = True
    maps_per_second: float = 2.0
    is_looping: bool = False

    @classmethod
    def load(cls) -> PanelSettings:
        """The settings as last kept; what is missing, or of another type, has its default."""
        stored = QgsSettings()
        values = {}
        for part in fields(cls):
            kind = type(part.default)
            try:
                values[part.name] = stored.value(f"{_GROUP}/{part.name}", part.default, type=kind)
            except TypeError:  # edited by hand
                values[part.name] = part.default
        return cls(**values)

    def save(self) -> None:
        stored = QgsSettings()
        for part in fields(self):
            stored.setValue(f"{_GROUP}/{part.name}", getattr(self, part.name))
