"""Wires the looks of classes: check boxes, colours, words and themes of the panel to the layer and the case."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QColorDialog, QFileDialog

from ...core import fields as f
from ...core.errors import SyriaControlError
from ...mapping.layers.class_looks import draw_classes, drawn_classes
from ...mapping.layers.layers import refresh_case
from ...mapping.layers.styles import dress
from ...sources.cases.case import Case
from ...sources.cases.case_digest import CaseFacts
from ...sources.cases.case_themes import class_of
from ...sources.cases.catalogue import load_theme, theme_ids
from ...translation import said, tr
from .case_view import CaseView
from .panel import ControlPanel
from .theme_editor import ThemeEditor


class LookController(QObject):
    """Of one case and the layer that shows it.

    read_wanted  the case was changed on disk, by an import or by another theme: it has to be read again
    failed       what is wrong
    """

    read_wanted = pyqtSignal()
    failed = pyqtSignal(str)

    def __init__(self, panel: ControlPanel, view: CaseView, project: QgsProject, parent=None):
        super().__init__(parent)
        self._panel, self._view, self._project = panel, view, project
        self._path = ""
        self.layer: QgsVectorLayer | None = None
        self.themes = ThemeEditor(self)
        self._names = {theme: tr(load_theme(theme).name) for theme in theme_ids()}
        header, factions = panel.header, panel.factions
        self._connections = [
            (header.theme_wanted, self.themes.change_to),
            (header.theme_file_wanted, self._ask_for_theme),
            (header.theme_reset_wanted, self.themes.reset),
            (factions.model().drawn_changed, self._draw_class),
            (factions.model().label_edited, self.themes.rename),
            (factions.colour_wanted, self._ask_for_colour),
            (factions.reset_wanted, self.themes.reset),
            (factions.only_wanted, self._draw_only),
            (self.themes.edited, self._theme_edited),
            (self.themes.replaced, self._theme_replaced),
            (self.themes.failed, self.failed),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)

    def close(self) -> None:
        """Lets go of panel and layer; what is unsaved is saved."""
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = []
        self.themes.stop()
        self.set_layer(None)

    def set_case(self, facts: CaseFacts | None) -> None:
        self._path = facts.path if facts else ""
        self.themes.set_case(facts, self.layer)
        if facts is not None:
            self._show_themes()

    def set_layer(self, layer: QgsVectorLayer | None) -> None:
        """The layer that shows the case: what is done to it elsewhere is followed."""
        if layer is self.layer:
            return
        for signal, slot in self._layer_signals():
            signal.disconnect(slot)
        self.layer = layer
        for signal, slot in self._layer_signals():
            signal.connect(slot)
        self.themes.set_layer(layer)
        self._view.set_layer(layer)

    def _layer_signals(self) -> list[tuple]:
        if self.layer is None:
            return []
        return [
            (self.layer.styleChanged, self._view.show_looks),
            (self.layer.rendererChanged, self._view.show_looks),
            (self.layer.repaintRequested, self._view.show_drawn),
            (self.layer.dataChanged, self.read_wanted),
            (self.layer.willBeDeleted, self._layer_goes),
        ]

    def _layer_goes(self) -> None:
        """With it go its connections."""
        self.layer = None
        self.themes.set_layer(None)
        self._view.set_layer(None)

    def _draw_class(self, value: str, is_drawn: bool) -> None:
        self._draw({value: is_drawn})

    def _draw_only(self, value: str) -> None:
        if self.layer is not None:
            self._draw({each: value in ("", each) for each in drawn_classes(self.layer)})

    def _draw(self, drawn: dict[str, bool]) -> None:
        if self.layer is not None:
            draw_classes(self.layer, drawn)
            self._project.setDirty(True)

    def _ask_for_colour(self, class_id: str) -> None:
        entry = class_of(self.themes.theme, class_id)
        old = QColor(entry.fill.outline if entry.fill.pattern == "none" else entry.fill.colour)
        colour = QColorDialog.getColor(old, self._panel, tr("Colour of {}").format(tr(entry.label)))
        if colour.isValid():
            self.themes.recolour(class_id, colour.name())

    def _ask_for_theme(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self._panel, tr("Theme"), "", tr("Theme (*.json)"))
        if path:
            self.themes.change_to(path)

    def _theme_edited(self) -> None:
        self._view.show_theme(self.themes.theme)
        self._show_themes()

    def _theme_replaced(self, path: str) -> None:
        if path != self._path or self.layer is None:
            return
        drawn = drawn_classes(self.layer)
        try:
            case = Case(path)
            refresh_case(self._project, case, [])
            dress(self.layer, f.CONTROL_MAP, case)
        except SyriaControlError as error:
            self.failed.emit(said(error))
            return
        draw_classes(self.layer, drawn)
        self.layer.triggerRepaint()
        self.read_wanted.emit()

    def _show_themes(self) -> None:
        theme = self.themes.theme
        self._panel.header.show_themes(self._names, theme.id, theme.name, self.themes.is_edited)
