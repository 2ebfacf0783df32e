"""Which case an import goes into: a new one is suggested beside the input."""

from __future__ import annotations

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...translation import tr
from .import_settings import plain_label


class ImportTarget(QWidget):
    """The case's path. ``changed``: it is another one."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._suggested = ""
        self.file = QgsFileWidget(self)
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setConfirmOverwrite(False)  # an existing case is added to
        self.file.setFilter(tr("Case (*.gpkg)"))
        self.file.setDialogTitle(tr("Case, new or existing"))
        self.note = plain_label()
        label = QLabel(tr("C&ase, new or existing"), self)
        label.setBuddy(self.file.lineEdit())
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self.file, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 0, 9, 0)
        column.addLayout(line)
        column.addWidget(self.note)
        self.file.fileChanged.connect(lambda _: self.changed.emit())

    def path(self) -> str:
        text = self.file.filePath().strip()
        return text if not text or text.lower().endswith(".gpkg") else f"{text}.gpkg"

    def is_chosen(self) -> bool:
        """Whether the user has chosen it."""
        return self.file.filePath() not in ("", self._suggested)

    def suggest(self, path: str) -> None:
        """Takes a suggestion, unless the user has chosen a case."""
        if not self.is_chosen():
            self._suggested = path
            self.file.blockSignals(True)
            self.file.setFilePath(path)
            self.file.blockSignals(False)
