"""The corridor filter: by mover, host, kind, basis and verdict, and by a text search in all columns."""

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
_TYPING_MS = 150  # delay after the last letter typed


@dataclass(frozen=True)
class CorridorFilter:
    """Allowed values of each facet (empty: any), and a text whose words must all occur in the columns of a corridor."""

    mover: frozenset[str] = frozenset()
    host: frozenset[str] = frozenset()
    kind: frozenset[str] = frozenset()
    basis: frozenset[str] = frozenset()
    verdict: frozenset[str] = frozenset()
    text: str = ""

    def mask(self, rows: CorridorRows, texts) -> np.ndarray:
        """Return a mask (n,) bool. ``texts``: called for the searchable texts, one per corridor, case-folded."""
        is_passing = np.ones(len(rows), bool)
        for facet in FACETS:
            chosen = getattr(self, facet)
            if chosen:
                is_passing &= np.array([value in chosen for value in getattr(rows, facet)], bool)
        parts = self.text.casefold().split()
        if parts:
            is_passing &= np.array([all(part in text for part in parts) for text in texts()], bool)
        return is_passing

    def to_dict(self) -> dict:
        return {facet: sorted(getattr(self, facet)) for facet in FACETS} | {"words": self.text}

    @classmethod
    def from_dict(cls, kept) -> CorridorFilter:
        """Return the filter that ``to_dict`` stored; invalid values count as missing."""
        kept = kept if isinstance(kept, dict) else {}
        chosen = {}
        for facet in FACETS:
            values = kept.get(facet)
            values = values if isinstance(values, list) else []
            chosen[facet] = frozenset(value for value in values if isinstance(value, str))
        text = kept.get("words")
        return cls(**chosen, text=text if isinstance(text, str) else "")


class CheckMenu(QMenu):
    """A menu that stays open while its entries are checked by mouse or space bar."""

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
    """A search field and a menu for each of ``FACETS``, with the number of corridors shown and in total.

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
        self._typing.timeout.connect(lambda: self._change(text=self.search.text()))
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
        """Fill the menus (facet → value → label); chosen values that no corridor has any more stay in the menu.

        icons  value → icon
        """
        for facet, button in self.buttons.items():
            menu = button.menu()
            menu.clear()
            known = dict(values.get(facet, {}))
            for value in sorted(getattr(self._filter, facet) - set(known)):
                known[value] = value
            for value, label in known.items():
                action = menu.addAction((label or tr("not named")).replace("&", "&&"))
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
        """Show a filter; ``emit``: also emit ``filter_changed``."""
        self._typing.stop()
        self._filter = wanted
        if self.search.text() != wanted.text:
            self.search.blockSignals(True)
            self.search.setText(wanted.text)
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
        wanted = replace(self._filter, **{"text": self.search.text(), **changed})
        if wanted != self._filter:
            self.set_filter(wanted, emit=True)

    def _show_chosen(self) -> None:
        for facet, button in self.buttons.items():
            chosen = getattr(self._filter, facet)
            labels = []
            for action in button.menu().actions():
                if action.isCheckable():
                    action.blockSignals(True)
                    action.setChecked(action.data() in chosen)
                    action.blockSignals(False)
                    labels += [action.text().replace("&&", "&")] if action.isChecked() else []
            title = button.accessibleName()
            text = tr("{}: {}").format(title, listed(labels) if labels else tr("all"))
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
            menus.addWidget(button, button.sizeHint().width())  # in proportion, so that no title is cut before another
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
