"""The state of the panel in a project, and the settings of the panel in the user's QGIS profile.

The state is stored as entries of the project file, which QGIS keeps even without the plugin.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

import numpy as np
from qgis.core import QgsProject, QgsSettings

_SCOPE = "SyriaControl"


@dataclass(frozen=True)
class PanelState:
    """The state of the panel in a project. Hidden classes and the theme are stored in the layer's style.

    case             path of the open case, "" for none
    moment           the date shown, NaT for none
    source           source whose statistics are shown, "" for the first
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
        """Write the state to a project; the path is relative or absolute as the project stores paths."""
        project.writeEntry(_SCOPE, "panel/case", project.writePath(self.case) if self.case else "")
        project.writeEntry(_SCOPE, "panel/moment", "" if np.isnat(self.moment) else str(self.moment))
        project.writeEntry(_SCOPE, "panel/source", self.source)
        project.writeEntry(_SCOPE, "panel/page", self.page)
        project.writeEntryDouble(_SCOPE, "panel/maps_per_second", self.maps_per_second)
        for name in ("marks_changes", "shows_date", "is_looping"):
            project.writeEntryBool(_SCOPE, f"panel/{name}", getattr(self, name))

    @classmethod
    def read(cls, project: QgsProject) -> PanelState | None:
        """Return the state of a project, or None if it has none; invalid values count as missing."""
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
        """Remove the state from a project."""
        project.removeEntry(_SCOPE, "panel")


def _moment(text: str) -> np.datetime64:
    try:
        return np.datetime64(text or "NaT", "s")
    except ValueError:  # edited by hand
        return np.datetime64("NaT", "s")


_GROUP = "syria_control/panel"


@dataclass(frozen=True)
class PanelSettings:
    """The settings of the panel.

    marks_changes     territory that changed hands is marked briefly on the map when the date changes
    chart_from_zero   the chart's axis of areas starts at 0, otherwise at the smallest area shown
    shows_date        the date is drawn over the map
    maps_per_second   playback speed
    is_looping        playback starts again after the last map
    """

    marks_changes: bool = True
    chart_from_zero: bool = True
    shows_date: bool = True
    maps_per_second: float = 2.0
    is_looping: bool = False

    @classmethod
    def load(cls) -> PanelSettings:
        """Return the saved settings; a missing value or one of another type has its default."""
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
