"""The list of inputs to import: files, folders and layers of the project."""

from __future__ import annotations

import os

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMapLayerProxyModel,
    QgsMimeDataUtils,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence, QPainter, QTextOption
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QShortcut,
    QVBoxLayout,
    QWidget,
)

from ...sources.files.project_layers import LayerInput, layer_input
from ...translation import apart, tr

_FOLDER_SETTING = "syria_control/import/folder"
_PATH = Qt.ItemDataRole.UserRole
_LAYER_ID = Qt.ItemDataRole.UserRole + 1


class ImportInputs(QWidget):
    """Files, folders and layers, added by buttons or dropped. ``changed``: the list has changed."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self._project = project
        self._list = _DropList(self)
        self._list.setObjectName("inputs")
        self._list.setFixedHeight(3 * self.fontMetrics().height() + 12)
        self._list.setAccessibleName(tr("Control maps to import"))
        self._list.dropped.connect(self.add_paths)
        self.files_button = QPushButton(tr("Add &files…"))
        self.folder_button = QPushButton(tr("Add f&older…"))
        self.layers_button = QPushButton(tr("Add &layers…"))
        self.remove_button = QPushButton(tr("&Remove"))
        buttons = QHBoxLayout()
        for button, clicked in (
            (self.folder_button, self._ask_for_folder),
            (self.files_button, self._ask_for_files),
            (self.layers_button, self._ask_for_layers),
            (self.remove_button, self.remove_selected),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, call=clicked: call())
            buttons.addWidget(button)
        buttons.insertStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.remove_selected)
        self._list.itemSelectionChanged.connect(self._update_buttons)
        self._update_buttons()

    def add_paths(self, paths: list[str]) -> None:
        """Add the paths that are not listed yet; a path may be anything that ``list_inputs`` reads."""
        known = set(self.paths())
        new = [path for path in dict.fromkeys(paths) if path not in known]
        for path in new:
            is_folder = os.path.isdir(path)
            icon = QgsApplication.getThemeIcon("/mIconFolder.svg" if is_folder else "/mIconVector.svg")
            shown = apart(os.path.normpath(path) if is_folder else path)
            item = QListWidgetItem(icon, shown, self._list)
            item.setData(_PATH, path)
        if new:
            self.changed.emit()

    def add_layers(self, layers: list[QgsVectorLayer]) -> None:
        known = {item.data(_LAYER_ID) for item in self._items()}
        new = [layer for layer in layers if layer.id() not in known]
        for layer in new:
            item = QListWidgetItem(
                QgsApplication.getThemeIcon("/mIconPolygonLayer.svg"), apart(layer.name()), self._list
            )
            item.setData(_LAYER_ID, layer.id())
        if new:
            self.changed.emit()

    def remove_selected(self) -> None:
        chosen = self._list.selectedItems()
        for item in chosen:
            self._list.takeItem(self._list.row(item))
        if chosen:
            self.changed.emit()

    def paths(self) -> list[str]:
        return [item.data(_PATH) for item in self._items() if item.data(_PATH)]

    def layers(self) -> list[LayerInput]:
        """Return the layers, ready to be read in another thread, without those removed from the project."""
        layers = [self._project.mapLayer(item.data(_LAYER_ID)) for item in self._items() if item.data(_LAYER_ID)]
        return [layer_input(layer, self._project) for layer in layers if layer is not None]

    def is_empty(self) -> bool:
        return self._list.count() == 0

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _update_buttons(self) -> None:
        self.remove_button.setEnabled(bool(self._list.selectedItems()))

    def _ask_for_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, tr("Control maps"), _last_folder(), tr("All files (*)"))
        if paths:
            QgsSettings().setValue(_FOLDER_SETTING, os.path.dirname(paths[0]))
            self.add_paths(paths)

    def _ask_for_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Folder with control maps"), _last_folder())
        if path:
            QgsSettings().setValue(_FOLDER_SETTING, path)
            self.add_paths([path])

    def _ask_for_layers(self) -> None:
        picker = LayerPicker(self._project, self)
        picker.accepted.connect(lambda: self.add_layers(picker.layers()))
        picker.open()


class LayerPicker(QDialog):
    """A dialog to check polygon layers of the project."""

    def __init__(self, project: QgsProject, parent: QWidget):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Layers with control maps"))
        self._model = QgsMapLayerProxyModel(self)
        self._model.setProject(project)
        self._model.setFilters(Qgis.LayerFilter.PolygonLayer)
        self._model.sourceLayerModel().setItemsCheckable(True)
        self.view = QListView(self)
        self.view.setModel(self._model)
        self.view.setCurrentIndex(self._model.index(0, 0))  # for the keyboard
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.view)
        column.addWidget(box)

    def layers(self) -> list[QgsVectorLayer]:
        return self._model.sourceLayerModel().layersChecked()


class _DropList(QListWidget):
    """A list that accepts dropped files, from the desktop or QGIS's browser, and shows a hint while it is empty."""

    dropped = pyqtSignal(list)

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def dragEnterEvent(self, event) -> None:
        event.setAccepted(bool(_dropped_paths(event.mimeData())))

    def dragMoveEvent(self, event) -> None:
        event.accept()

    def dropEvent(self, event) -> None:
        event.acceptProposedAction()
        self.dropped.emit(_dropped_paths(event.mimeData()))

    def paintEvent(self, event) -> None:
        super().paintEvent(event)
        if self.count() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.setOpacity(0.6)
            hint = tr("Drop files or a folder here, or press “Add folder…”")
            place = QRectF(self.viewport().rect()).adjusted(8, 8, -8, -8)
            painter.drawText(place, hint, QTextOption(Qt.AlignmentFlag.AlignCenter))
            painter.end()


def _dropped_paths(mime) -> list[str]:
    if QgsMimeDataUtils.isUriList(mime):
        return [uri.uri for uri in QgsMimeDataUtils.decodeUriList(mime) if uri.uri]
    return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]


def _last_folder() -> str:
    return QgsSettings().value(_FOLDER_SETTING, "", type=str)
