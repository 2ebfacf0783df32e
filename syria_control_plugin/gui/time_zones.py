"""A combo box for time zones."""

from __future__ import annotations

import zoneinfo

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox

from ..core.dates.zones import UTC


class TimeZoneBox(QComboBox):
    """The zones of the tz database, searched while the user types; a text that is no zone changes nothing.

    first  text of an entry for no zone, whose name is ""; without it there is none
    """

    def __init__(self, first: str = ""):
        super().__init__()
        self._name = "" if first else UTC
        if first:
            self.addItem(first, "")
        for name in (UTC, *sorted(zoneinfo.available_timezones() - {UTC})):
            self.addItem(name, name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)

    def name(self) -> str:
        """Return the name of the zone that is shown."""
        row = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        return self._name if row < 0 else str(self.itemData(row))

    def show_name(self, name: str) -> None:
        """Show a zone, also one that is not in the list, such as UTC+03:00."""
        self._name = name
        if self.findData(name) < 0:
            self.addItem(name, name)
        self.setCurrentIndex(self.findData(name))
