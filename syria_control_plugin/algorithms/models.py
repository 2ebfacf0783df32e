"""The shipped models, as algorithms of the provider."""

from __future__ import annotations

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from ..case.catalogue import RESOURCES
from ..core.errors import SourceError
from ..translation import tr, tr_noop
from ..user_guide import tool_url

_FOLDER = RESOURCES / "models"
_TITLES = {  # file → title in the toolbox, and search tags
    "mapstoatlas": (
        tr_noop("Folder of maps to atlas"),
        ("model", "atlas", "import", "folder", "print", "layout", "pdf", "batch", "control", "territory"),
    ),
    "casetocorridorreport": (
        tr_noop("Case to corridor report"),
        ("model", "corridor", "crossing", "report", "evidence", "sheet", "pdf", "batch", "clash", "case"),
    ),
}


class ShippedModel(QgsProcessingModelAlgorithm):
    """A shipped model, with a name that scripts can rely on and a title in the user's language."""

    def __init__(self, name: str):
        super().__init__()
        self._file = name
        self.read()

    def read(self) -> None:
        """Read the model's file. Its outputs are known only if the algorithms in it are registered by then."""
        path = _FOLDER / f"{self._file}.model3"
        if not self.fromFile(str(path)):
            raise SourceError(tr("The model {!r} cannot be read.").format(str(path)))
        helps = {name: tr(text) for name, text in self.helpContent().items()}
        self.setHelpContent(helps)
        for definition in (*self.parameterDefinitions(), *self.outputDefinitions()):
            definition.setDescription(tr(definition.description()))
        for definition in self.parameterDefinitions():
            definition.setHelp(helps.get(definition.name(), ""))

    def displayName(self):
        return tr(_TITLES[self._file][0])

    def group(self):
        return tr("Models")

    def groupId(self):
        return "models"

    def tags(self):
        tags = _TITLES[self._file][1]
        return [*(tr(tag) for tag in tags), *tags]

    def helpUrl(self):
        return tool_url(self.groupId(), self.name()).toString()

    def icon(self):
        return QIcon(str(RESOURCES / "icons" / "syria_control.svg"))

    def createInstance(self):
        return ShippedModel(self._file)


def shipped_models() -> list[ShippedModel]:
    """Return all shipped models, read from their files."""
    return [ShippedModel(name) for name in _TITLES]
