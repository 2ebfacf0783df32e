"""The plugin's group in the Processing toolbox."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..sources.cases.catalogue import RESOURCES
from .areaovertime import AreaOverTime
from .changematrix import ChangeMatrix
from .checkseries import CheckSeries
from .controlchanges import ControlChangesAlgorithm
from .controllayout import ControlLayout
from .detectcorridors import DetectCorridors
from .exportanimation import ExportAnimation
from .frontlines import FrontLines
from .importcontrolseries import ImportControlSeries
from .importevents import ImportEvents
from .importmovements import ImportMovements
from .infercorridors import InferCorridors
from .pockets import Pockets
from .retakenground import RetakenGround
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
        algorithms = (
            ImportControlSeries,
            TerritoriesFromReports,
            ImportEvents,
            ImportMovements,
            TerritoriesOnDate,
            CheckSeries,
            ControlChangesAlgorithm,
            ChangeMatrix,
            RetakenGround,
            FrontLines,
            Pockets,
            AreaOverTime,
            DetectCorridors,
            InferCorridors,
            ControlLayout,
            ExportAnimation,
        )
        for algorithm in algorithms:
            self.addAlgorithm(algorithm())
