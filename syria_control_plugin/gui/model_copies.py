"""Editable copies of the plugin's models: the user edits a copy, which plugin updates leave unchanged."""

from __future__ import annotations

from processing.gui.ProviderActions import ProviderContextMenuActions
from processing.modeler.EditModelAction import EditModelAction
from qgis.core import QgsProcessingModelAlgorithm

from ..translation import tr

_PROVIDER = "syriacontrol"


class EditCopyAction(EditModelAction):
    """An entry in the toolbox menu of the plugin's models; QGIS's own entry is for models of the user."""

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
        """Add the entry to the toolbox menu."""
        ProviderContextMenuActions.registerProviderContextMenuActions([self])

    def withdraw(self) -> None:
        """Undo ``offer``."""
        ProviderContextMenuActions.deregisterProviderContextMenuActions([self])


def copy_of(model: QgsProcessingModelAlgorithm) -> QgsProcessingModelAlgorithm:
    """Return a copy of a model with its title as name; it has no file yet, so that saving asks for one."""
    copy = QgsProcessingModelAlgorithm()
    copy.loadVariant(model.toVariant())
    copy.setName(model.displayName())
    return copy
