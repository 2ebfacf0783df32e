"""Edits the theme of a case: on the map at once, in the case in the background."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import SyriaControlError
from ...core.factions.themes import MapClass, Theme
from ...mapping.layers.class_looks import case_styles, dress_class
from ...mapping.layers.styles import style_case
from ...sources.cases.case import Case
from ...sources.cases.case_digest import CaseFacts
from ...sources.cases.case_themes import change_theme, class_of, keep_looks, without_edits
from ...sources.cases.catalogue import load_theme
from ...translation import said, tr
from ..work import Work


class ThemeEditor(QObject):
    """One theme, that of the open case.

    edited    the theme has other colours or words, and the layer shows them
    replaced  path of a case that has got another theme: its classes are others
    failed    what is wrong
    """

    edited = pyqtSignal()
    replaced = pyqtSignal(str)
    failed = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._facts: CaseFacts | None = None
        self._layer: QgsVectorLayer | None = None
        self._unsaved: dict[str, MapClass] = {}
        self._work: Work | None = None
        self.theme: Theme | None = None
        self._unedited: Theme | None = None

    def set_case(self, facts: CaseFacts | None, layer: QgsVectorLayer | None) -> None:
        """The case whose theme is edited, and the layer that shows it; None for none. What is unsaved is saved."""
        self._save()
        self._facts, self._layer = facts, layer
        self.theme = facts.theme if facts else None
        self._unedited = facts.unedited if facts else None

    def set_layer(self, layer: QgsVectorLayer | None) -> None:
        self._layer = layer

    @property
    def is_edited(self) -> bool:
        """Whether there is something to take back."""
        return self.theme is not None and without_edits(self.theme, self._unedited) != self.theme

    def rename(self, class_id: str, label: str) -> None:
        self._edit(class_id, lambda entry: replace(entry, label=label))

    def recolour(self, class_id: str, colour: str) -> None:
        """The colour ("#rrggbb") of a fill, of its lines where it is hatched, of its outline where it is empty."""
        self._edit(
            class_id,
            lambda entry: replace(
                entry,
                fill=replace(entry.fill, **{"outline" if entry.fill.pattern == "none" else "colour": colour}),
            ),
        )

    def reset(self, class_id: str = "") -> None:
        """Gives a class, or all, the look that they had in the theme before it was edited here."""
        if self.theme is not None:
            self._take(without_edits(self.theme, self._unedited, class_id))

    def change_to(self, theme: str) -> None:
        """Another theme: the id of a shipped one, or the path of a JSON file."""
        if self._facts is None or self._work is not None:
            return
        path = self._facts.path
        try:
            wanted = load_theme(theme)
        except (SyriaControlError, OSError) as error:
            self.failed.emit(said(error))
            return
        self._unsaved.clear()  # the theme that they belong to goes
        self._start(
            tr("Theme {}").format(wanted.name),
            lambda task: change_theme(path, wanted, task, style_case),
            lambda: self.replaced.emit(path),
        )

    def stop(self) -> None:
        """Saves what is unsaved; nothing is told any more."""
        self._save()
        self.blockSignals(True)

    def _edit(self, class_id: str, change) -> None:
        if self.theme is None:
            return
        try:
            self._take(self.theme.with_class(change(class_of(self.theme, class_id))))
        except SyriaControlError as error:
            self.failed.emit(said(error))

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
        """Saves the last state; while another is being saved it waits."""
        if self._facts is None or not self._unsaved or self._work is not None:
            return
        path, theme = self._facts.path, self.theme
        entries = list(self._unsaved.values())
        self._unsaved.clear()
        self._start(
            tr("Saving the theme"),
            lambda task: keep_looks(path, theme, case_styles(Case(path), entries)),
            lambda: None,
            is_hidden=True,
        )

    def _start(self, title: str, work, done, is_hidden: bool = False) -> None:
        self._work = Work(title, work, lambda ended: self._ended(ended, done), is_hidden)
        QgsApplication.taskManager().addTask(self._work)

    def _ended(self, work: Work, done) -> None:
        self._work = None
        if work.problem:
            self.failed.emit(work.problem)
        elif not work.was_cancelled:
            done()
        self._save()
