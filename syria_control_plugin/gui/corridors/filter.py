"""Which corridors are listed: by mover, host, kind, basis and verdict, and by words found in any column."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...case.corridors import CorridorRows
from ...mapping.text.formatting import listed
from ...translation import tr

FACETS = ("mover", "host", "kind", "basis", "verdict")
_TYPING_MS = 150  # that the list waits for the next letter


@dataclass(frozen=True)
class CorridorFilter:
    """Values that a corridor may have, none chosen: any; and words, of which each has to be found somewhere."""

    mover: frozenset[str] = frozenset()
    host: frozenset[str] = frozenset()
    kind: frozenset[str] = frozenset()
    basis: frozenset[str] = frozenset()
    verdict: frozenset[str] = frozenset()
    words: str = ""

    def mask(self, rows: CorridorRows, texts) -> np.ndarray:
        """(n,) bool. ``texts``: called for what is searched for the words, a text in small letters a corridor."""
        found = np.ones(len(rows), bool)
        for facet in FACETS:
            chosen = getattr(self, facet)
            if chosen:
                found &= np.array([value in chosen for value in getattr(rows, facet)], bool)
        words = self.words.casefold().split()
        if words:
            found &= np.array([all(word in text for word in words) for text in texts()], bool)
        return found

    def to_dict(self) -> dict:
        return {facet: sorted(getattr(self, facet)) for facet in FACETS} | {"words": self.words}

    @classmethod
    def from_dict(cls, kept) -> CorridorFilter:
        """As ``to_dict`` made it; what makes no sense in it counts as missing."""
        kept = kept if isinstance(kept, dict) else {}
        chosen = {}
        for facet in FACETS:
            values = kept.get(facet)
            values = values if isinstance(values, list) else []
            chosen[facet] = frozenset(value for value in values if isinstance(value, str))
        words = kept.get("words")
        return cls(**chosen, words=words if isinstance(words, str) else "")


class CheckMenu(QMenu):
    """A menu that stays open while its entries are checked, by mouse or by the space bar."""

    def mouseReleaseEvent(self, event):
        action = self.actionAt(event.pos())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event):
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """A search field and a menu for each of ``FACETS``; says how many are shown of how many.

    filter_changed  CorridorFilter
    """

    filter_changed = pyqtSignal(object)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._filter = CorridorFilter()
        self.search = QgsFilterLineEdit()
        self.search.setShowClearButton(True)
        self.search.setShowSearchIcon(True)
        self.search.setPlaceholderText(tr("Search all columns"))
        self.search.setAccessibleName(tr("Corridors: search all columns"))
        self.search.textChanged.connect(lambda _: self._typing.start())
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(lambda: self._change(words=self.search.text()))
        titles = (tr("Mover"), tr("Host"), tr("Kind"), tr("Basis"), tr("Verdict"))
        self.buttons = {facet: _menu_button(title) for facet, title in zip(FACETS, titles)}
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.clear_button = QToolButton()
        self.clear_button.setText(tr("Clear"))
        self.clear_button.setToolTip(tr("Show all corridors"))
        self.clear_button.setAutoRaise(True)
        self.clear_button.clicked.connect(lambda: self.set_filter(CorridorFilter(), emit=True))
        self._lay_out()

    @property
    def filter(self) -> CorridorFilter:
        return self._filter

    def show_values(self, values: Mapping[str, Mapping[str, str]], icons: Mapping[str, QIcon] | None = None) -> None:
        """Facet → value → its words, of the corridors that there are; a chosen value that is gone stays in the menu.

        icons  value → icon
        """
        for facet, button in self.buttons.items():
            menu = button.menu()
            menu.clear()
            known = dict(values.get(facet, {}))
            for value in sorted(getattr(self._filter, facet) - set(known)):
                known[value] = value
            for value, words in known.items():
                action = menu.addAction((words or tr("not named")).replace("&", "&&"))
                action.setCheckable(True)
                if icons and value in icons:
                    action.setIcon(icons[value])
                action.setData(value)
                action.toggled.connect(lambda _, facet=facet: self._menu_used(facet))
            menu.addSeparator()
            menu.addAction(tr("All"), lambda facet=facet: self._choose(facet, frozenset()))
            button.setEnabled(len(known) > 0)
        self._show_chosen()

    def show_count(self, shown: int, among: int) -> None:
        self.count.setText(tr("{} of {} corridors").format(shown, among))

    def set_filter(self, wanted: CorridorFilter, emit: bool = False) -> None:
        """Shows a filter; ``emit``: and signals it."""
        self._typing.stop()
        self._filter = wanted
        if self.search.text() != wanted.words:
            self.search.blockSignals(True)
            self.search.setText(wanted.words)
            self.search.blockSignals(False)
        self._show_chosen()
        if emit:
            self.filter_changed.emit(wanted)

    def _menu_used(self, facet: str) -> None:
        actions = self.buttons[facet].menu().actions()
        self._choose(facet, frozenset(each.data() for each in actions if each.isChecked()))

    def _choose(self, facet: str, values: frozenset) -> None:
        self._change(**{facet: values})

    def _change(self, **changed) -> None:
        wanted = replace(self._filter, **{"words": self.search.text(), **changed})
        if wanted != self._filter:
            self.set_filter(wanted, emit=True)

    def _show_chosen(self) -> None:
        for facet, button in self.buttons.items():
            chosen = getattr(self._filter, facet)
            words = []
            for action in button.menu().actions():
                if action.isCheckable():
                    action.blockSignals(True)
                    action.setChecked(action.data() in chosen)
                    action.blockSignals(False)
                    words += [action.text().replace("&&", "&")] if action.isChecked() else []
            title = button.accessibleName()
            text = tr("{}: {}").format(title, listed(words) if words else tr("all"))
            button.setToolTip(f"<qt>{html.escape(text)}</qt>")
            button.setAccessibleDescription(text)
            button.setChecked(bool(chosen))
            font = button.font()
            font.setBold(bool(chosen))
            button.setFont(font)
        self.clear_button.setVisible(self._filter != CorridorFilter())

    def _lay_out(self) -> None:
        menus, counts = QHBoxLayout(), QHBoxLayout()
        menus.setSpacing(2)
        for button in self.buttons.values():
            menus.addWidget(button, 1)
        counts.addWidget(self.count, 1)
        counts.addWidget(self.clear_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(menus)
        layout.addLayout(counts)
        self.clear_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.count.setMinimumHeight(self.clear_button.sizeHint().height())
        self._show_chosen()


def _menu_button(title: str) -> QToolButton:
    button = QToolButton()
    button.setText(title)
    button.setAccessibleName(title)
    button.setCheckable(True)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.setMinimumWidth(button.fontMetrics().horizontalAdvance("000"))
    button.setMenu(CheckMenu(button))
    return button
