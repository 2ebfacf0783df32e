"""What an analyst wants of the panel in every project; kept in the user's QGIS profile."""

from __future__ import annotations

from dataclasses import dataclass, fields

from qgis.core import QgsSettings

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
