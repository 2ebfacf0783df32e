"""The plugin's models in the model designer: an analyst changes a copy, which an update of the plugin leaves alone."""

from __future__ import annotations

from processing.gui.ProviderActions import ProviderContextMenuActions
from processing.modeler.EditModelAction import EditModelAction
from qgis.core import QgsProcessingModelAlgorithm

from ..translation import tr

_PROVIDER = "syriacontrol"


class EditCopyAction(EditModelAction):
    """An entry in the toolbox's menu of a model of the plugin; QGIS's own is for models of the user."""

    def __init__(self):
        super().__init__()
        self.name = tr("Edit a Copy in the Model Designer…")

    def isEnabled(self):
        model = self.itemData
        return isinstance(model, QgsProcessingModelAlgorithm) and model.provider().id() == _PROVIDER

    def execute(self):
        self.itemData = copy_of(self.itemData)
        super().execute()

    def offer(self) -> None:
        """Puts the entry into the toolbox's menu."""
        ProviderContextMenuActions.registerProviderContextMenuActions([self])

    def withdraw(self) -> None:
        """Undoes ``offer``."""
        ProviderContextMenuActions.deregisterProviderContextMenuActions([self])


def copy_of(model: QgsProcessingModelAlgorithm) -> QgsProcessingModelAlgorithm:
    """A model of the same steps under the title of the first; it has no file yet, so that saving asks for one."""
    copy = QgsProcessingModelAlgorithm()
    copy.loadVariant(model.toVariant())
    copy.setName(model.displayName())
    return copy
