"""What all algorithms of the provider share."""

from __future__ import annotations

from typing import Callable

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QIcon

from ..core.dates.dates import DateOrder
from ..core.errors import Cancelled, SyriaControlError
from ..sources.cases.catalogue import RESOURCES, theme_ids
from ..translation import tr

_ORDERS = ["auto", *(order.value for order in DateOrder)]


class ControlAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the provider: a child gives NAME, TITLE, GROUP, TAGS, HELP and ``execute``."""

    NAME = TITLE = GROUP = HELP = ""
    TAGS: tuple[str, ...] = ()

    def name(self):
        return self.NAME

    def displayName(self):
        return tr(self.TITLE)

    def group(self):
        return tr(self.GROUP)

    def groupId(self):
        return self.GROUP.lower().replace(" ", "")

    def tags(self):
        return [*(tr(tag) for tag in self.TAGS), *self.TAGS]

    def shortHelpString(self):
        return tr(self.HELP)

    def icon(self):
        return QIcon(str(RESOURCES / "icons" / "syria_control.svg"))

    def createInstance(self):
        return type(self)()

    def execute(self, parameters, context, feedback) -> dict:
        """The work itself. Not named ``run``: that is QGIS's own, by which processing.run starts an algorithm."""
        raise NotImplementedError

    def processAlgorithm(self, parameters, context, feedback):
        try:
            return self.execute(parameters, context, feedback)
        except Cancelled:
            return {}
        except SyriaControlError as error:
            raise QgsProcessingException(str(error)) from error


class StyleOnLoad(QgsProcessingLayerPostProcessorInterface):
    """Gives a layer its look when it is loaded after an algorithm has ended; one for each layer."""

    _waiting: set = set()  # QGIS does not keep a post-processor alive until it is needed

    def __init__(self, style: Callable[[QgsVectorLayer], None]):
        super().__init__()
        self._style = style
        self._waiting.add(self)

    def postProcessLayer(self, layer, context, feedback):
        self._style(layer)
        layer.triggerRepaint()
        self._waiting.discard(self)


def style_on_load(context: QgsProcessingContext, layer_id: str, style: Callable[[QgsVectorLayer], None]) -> None:
    """Arranges for an output that QGIS will load to get its look; nothing happens where it is not loaded."""
    if context.willLoadLayerOnCompletion(layer_id):
        context.layerToLoadOnCompletionDetails(layer_id).setPostProcessor(StyleOnLoad(style))


def text_parameter(name: str, title: str, hints: list[str] | None = None, help: str = ""):
    """An optional text; ``hints`` are offered to pick from."""
    parameter = QgsProcessingParameterString(name, tr(title), defaultValue="", optional=True)
    if hints:
        parameter.setMetadata({"widget_wrapper": {"value_hints": hints}})
    parameter.setHelp(tr(help))
    return parameter


def theme_parameter(name: str = "THEME") -> QgsProcessingParameterString:
    return text_parameter(
        name,
        "Theme",
        theme_ids(),
        "Id of a shipped theme, or path of a theme's JSON file. Empty: the case's own, else the default one.",
    )


def date_order_parameter(name: str = "DATE_ORDER") -> QgsProcessingParameterEnum:
    parameter = QgsProcessingParameterEnum(
        name, tr("Order of day and month in dates such as 5/6/2017"), _ORDERS, False, "auto", True, True
    )
    parameter.setHelp(tr("auto: as the data itself proves; where it does not, the import stops and asks."))
    return parameter


def date_order(text: str) -> DateOrder | None:
    return None if text in ("", "auto") else DateOrder(text)


def advanced(parameter):
    """The parameter, shown under "Advanced"."""
    parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
    return parameter
