"""The controller of the symbology: it applies check boxes, colours, labels and themes to the layer and the case.

A theme is edited on the map at once and in the case in the background.
"""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QColorDialog, QFileDialog

from ...case.case import Case
from ...case.catalogue import load_theme, theme_ids
from ...case.statistics import CaseInfo
from ...case.themes import change_theme, class_of, save_styles, without_edits
from ...core import fields as f
from ...core.errors import SyriaControlError
from ...core.factions.themes import MapClass, Theme
from ...mapping.layers.class_symbology import case_styles, draw_classes, drawn_classes, dress_class
from ...mapping.layers.layers import refresh_case
from ...mapping.layers.styles import dress, style_case
from ...translation import tr, translated
from ..panel.panel import ControlPanel
from ..tasks import FunctionTask
from .case_presenter import CaseView


class ThemeEditor(QObject):
    """The editor of the open case's theme.

    edited    the theme has other colours or labels, and the layer shows them
    replaced  path of a case that has got another theme, with other classes
    failed    error text
    """

    edited = pyqtSignal()
    replaced = pyqtSignal(str)
    failed = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._info: CaseInfo | None = None
        self._layer: QgsVectorLayer | None = None
        self._unsaved: dict[str, MapClass] = {}
        self._work: FunctionTask | None = None
        self.theme: Theme | None = None
        self._unedited: Theme | None = None

    def set_case(self, info: CaseInfo | None, layer: QgsVectorLayer | None) -> None:
        """Set the case whose theme is edited and the layer that shows it; None for none. Unsaved edits are saved."""
        self._save()
        self._info, self._layer = info, layer
        self.theme = info.theme if info else None
        self._unedited = info.unedited if info else None

    def set_layer(self, layer: QgsVectorLayer | None) -> None:
        self._layer = layer

    @property
    def is_edited(self) -> bool:
        """Whether the theme has edits to discard."""
        return self.theme is not None and without_edits(self.theme, self._unedited) != self.theme

    def rename(self, class_id: str, label: str) -> None:
        self._edit(class_id, lambda entry: replace(entry, label=label))

    def recolour(self, class_id: str, colour: str) -> None:
        """Set the colour ("#rrggbb") of a fill, of its lines if it is hatched, of its outline if it is empty."""
        self._edit(
            class_id,
            lambda entry: replace(
                entry,
                fill=replace(entry.fill, **{"outline" if entry.fill.pattern == "none" else "colour": colour}),
            ),
        )

    def reset(self, class_id: str = "") -> None:
        """Reset a class, or all of them, to the unedited theme."""
        if self.theme is not None:
            self._take(without_edits(self.theme, self._unedited, class_id))

    def change_to(self, theme: str) -> None:
        """Replace the theme by a shipped one (its id) or by one from a JSON file (its path)."""
        if self._info is None or self._work is not None:
            return
        path = self._info.path
        try:
            wanted = load_theme(theme)
        except (SyriaControlError, OSError) as error:
            self.failed.emit(translated(error))
            return
        self._unsaved.clear()  # they belong to the theme that is replaced
        self._start(
            tr("Theme {}").format(wanted.name),
            lambda task: change_theme(path, wanted, task, style_case),
            lambda: self.replaced.emit(path),
        )

    def stop(self) -> None:
        """Save unsaved edits; no signal is emitted afterwards."""
        self._save()
        self.blockSignals(True)

    def _edit(self, class_id: str, change) -> None:
        if self.theme is None:
            return
        try:
            self._take(self.theme.with_class(change(class_of(self.theme, class_id))))
        except SyriaControlError as error:
            self.failed.emit(translated(error))

    def _take(self, theme: Theme) -> None:
        before = {entry.id: entry for entry in (*self.theme.classes, self.theme.contested)}
        changed = [entry for entry in (*theme.classes, theme.contested) if before.get(entry.id) != entry]
        if not changed:
            return
        self._unedited = self._unedited or self.theme
        self.theme = theme
        for entry in changed:
            self._unsaved[entry.id] = entry
            if self._layer is not None:
                dress_class(self._layer, entry)
        self.edited.emit()
        self._save()

    def _save(self) -> None:
        """Save the latest edits; they wait while another save is running."""
        if self._info is None or not self._unsaved or self._work is not None:
            return
        path, theme = self._info.path, self.theme
        entries = list(self._unsaved.values())
        self._unsaved.clear()
        self._start(
            tr("Saving the theme"),
            lambda task: save_styles(path, theme, case_styles(Case(path), entries)),
            lambda: None,
            is_hidden=True,
        )

    def _start(self, title: str, work, done, is_hidden: bool = False) -> None:
        self._work = FunctionTask(title, work, lambda ended: self._ended(ended, done), is_hidden)
        QgsApplication.taskManager().addTask(self._work)

    def _ended(self, work: FunctionTask, done) -> None:
        self._work = None
        if work.problem:
            self.failed.emit(work.problem)
        elif not work.was_cancelled:
            done()
        self._save()


class StyleController(QObject):
    """The controller of one case's symbology and the layer that shows it.

    read_wanted  the case was changed on disk, by an import or by another theme, and must be read again
    failed       error text
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
        """Disconnect from the panel and the layer; unsaved edits are saved."""
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = []
        self.themes.stop()
        self.set_layer(None)

    def set_case(self, info: CaseInfo | None) -> None:
        self._path = info.path if info else ""
        self.themes.set_case(info, self.layer)
        if info is not None:
            self._show_themes()

    def set_layer(self, layer: QgsVectorLayer | None) -> None:
        """Set the layer that shows the case, and follow changes made to it elsewhere."""
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
            (self.layer.styleChanged, self._view.show_styles),
            (self.layer.rendererChanged, self._view.show_styles),
            (self.layer.repaintRequested, self._view.show_drawn),
            (self.layer.dataChanged, self.read_wanted),
            (self.layer.willBeDeleted, self._layer_removed),
        ]

    def _layer_removed(self) -> None:
        """Forget the layer; its connections end with it."""
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
            self.failed.emit(translated(error))
            return
        draw_classes(self.layer, drawn)
        self.layer.triggerRepaint()
        self.read_wanted.emit()

    def _show_themes(self) -> None:
        theme = self.themes.theme
        self._panel.header.show_themes(self._names, theme.id, theme.name, self.themes.is_edited)
