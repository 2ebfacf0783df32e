"""The plugin's provider in the Processing toolbox."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..case.catalogue import RESOURCES
from .areaovertime import AreaOverTime
from .casecorridors import CaseCorridors
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
from .models import ShippedModel, shipped_models
from .pockets import Pockets
from .retakenground import RetakenGround
from .territoriesfromreports import TerritoriesFromReports
from .territoriesondate import TerritoriesOnDate


class SyriaControlProvider(QgsProcessingProvider):
    """The provider of the algorithms on control maps, and of models that combine them."""

    def __init__(self):
        super().__init__()
        self._models: list[ShippedModel] = []

    def id(self):
        return "syriacontrol"

    def name(self):
        return "Syria Control"

    def icon(self):
        return QIcon(str(RESOURCES / "icons" / "syria_control.svg"))

    def load(self):
        QgsApplication.processingRegistry().providerAdded.connect(self._complete_models)
        return super().load()

    def unload(self):
        registry = QgsApplication.processingRegistry()
        if registry is not None:  # when QGIS exits, it can be deleted before its providers
            registry.providerAdded.disconnect(self._complete_models)
        super().unload()

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
            CaseCorridors,
            DetectCorridors,
            InferCorridors,
            ControlLayout,
            ExportAnimation,
        )
        self._models = shipped_models()
        for algorithm in (*(each() for each in algorithms), *self._models):
            self.addAlgorithm(algorithm)

    def _complete_models(self, _provider_id: str) -> None:
        """Read the models again: the algorithms in them, including this provider's, are registered after the models."""
        for model in self._models:
            model.read()
