"""What a case lacks for its list of corridors to be whole, and buttons that lead to it."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ...sources.cases.corridor_rows import CaseCorridors
from ...translation import tr


class CorridorNote(QWidget):
    """A sentence (``text``), below it ``search``, ``movements`` and ``events``; hidden where nothing is lacking."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.search = QPushButton(tr("Search for corridors"))
        self.movements = QPushButton(tr("Import movements…"))
        self.events = QPushButton(tr("Import events…"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.text)
        for button in (self.search, self.movements, self.events):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_lacks(self, found: CaseCorridors | None, note: str) -> None:
        """``found``: None while there is nothing to show; ``note``: why that is."""
        self.search.setVisible(found is not None and (found.is_stale or not found.is_searched))
        self.movements.setVisible(found is not None and found.movements == 0 and not len(found.rows))
        self.events.setVisible(found is not None and found.events == 0)
        text = note or ("" if found is None else _what_is_missing(found))
        self.text.setText(text)
        self.setVisible(bool(text))


def _what_is_missing(found: CaseCorridors) -> str:
    if not found.is_searched:
        return tr("The case has not been searched for corridors yet.")
    if found.is_stale:
        return tr("Territories, movements or events have changed since the search for corridors.")
    if not len(found.rows) and not found.movements:
        return tr("The case has no movements, and from its maps alone no corridor could be inferred.")
    if not len(found.rows):
        return tr("No corridor was found with these settings.")
    if not found.events:
        return tr("The case has no clash events: of clashes nothing can be said.")
    return ""
