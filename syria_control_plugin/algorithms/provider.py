"""The plugin's group in the Processing toolbox."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..sources.catalogue import RESOURCES
from .checkseries import CheckSeries
from .importcontrolseries import ImportControlSeries
from .territoriesfromreports import TerritoriesFromReports
from .territoriesondate import TerritoriesOnDate


class SyriaControlProvider(QgsProcessingProvider):
    """Algorithms on control maps."""

    def id(self):
        return "syriacontrol"

    def name(self):
        return "Syria Control"

    def icon(self):
        return QIcon(str(RESOURCES / "icons" / "syria_control.svg"))

    def loadAlgorithms(self):
        for algorithm in (ImportControlSeries, TerritoriesFromReports, TerritoriesOnDate, CheckSeries):
            self.addAlgorithm(algorithm())
