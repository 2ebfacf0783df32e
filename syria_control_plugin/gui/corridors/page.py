"""The panel page that lists a case's corridors. It only shows and emits signals.

A note names what the list lacks, with buttons that provide it.
"""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...case.corridors import CaseCorridors, CorridorRows
from ...mapping.text.corridor_text import stale_text
from ...translation import tr
from .evidence import EvidenceView
from .filter import CorridorFilter, FilterBar
from .settings import CorridorSettings
from .state import CorridorPageState
from .table import CorridorList


class CorridorNote(QWidget):
    """A sentence (``text``) above buttons (``search``, ``movements``, ``events``); hidden if nothing is missing."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.search = QPushButton(tr("Search for corridors"))
        self.movements = QPushButton(tr("Import movements…"))
        self.events = QPushButton(tr("Import clash events…"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.text)
        for button in (self.search, self.movements, self.events):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_missing(self, corridors: CaseCorridors | None, note: str, has_other_settings: bool = False) -> None:
        """Show what is missing; ``corridors``: None while there is nothing to show; ``note``: the reason.

        has_other_settings  whether the settings shown are not those of the corridors
        """
        is_old = corridors is not None and (corridors.is_stale or not corridors.is_searched or has_other_settings)
        self.search.setVisible(is_old)
        self.movements.setVisible(corridors is not None and corridors.movements == 0 and not len(corridors.rows))
        self.events.setVisible(corridors is not None and corridors.events == 0)
        text = note or ("" if corridors is None else _what_is_missing(corridors, has_other_settings))
        self.text.setText(text)
        self.setVisible(bool(text))


def _what_is_missing(corridors: CaseCorridors, has_other_settings: bool) -> str:
    if not corridors.is_searched:
        return tr("The case has not been searched for corridors yet.")
    if corridors.is_stale:
        return stale_text()
    if has_other_settings:
        return tr("The settings differ from those of the listed corridors. Search again to apply them.")
    if not len(corridors.rows) and not corridors.movements:
        return tr("The case has no movements, and no corridor could be inferred from its maps alone.")
    if not len(corridors.rows):
        return tr("No corridor was found with these settings.")
    if not corridors.events:
        return tr("The case has no clash events, so clashes cannot be assessed.")
    return ""


_SPACE = 4


class CorridorPage(QWidget):
    """The page: ``list``, ``filters``, ``note``, ``evidence`` and ``settings``. Corridors are identified by number.

    place_wanted      number, whether to zoom even if it is in view: its date and place shall be shown
    evidence_wanted   number of a corridor whose events are not known yet
    search_wanted     CorridorOptions
    movements_wanted, events_wanted   the user wants to import some
    """

    place_wanted = pyqtSignal(int, bool)
    evidence_wanted = pyqtSignal(int)
    search_wanted = pyqtSignal(object)
    cancel_wanted, movements_wanted, events_wanted = pyqtSignal(), pyqtSignal(), pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._corridors: CaseCorridors | None = None
        self._reason = ""
        self.list, self.filters = CorridorList(), FilterBar()
        self.evidence, self.settings = EvidenceView(), CorridorSettings()
        self.evidence_button = _toggle(tr("Evidence"), tr("Show the evidence for and against the corridor"))
        self.settings_button = _toggle("", tr("Corridor search settings"))
        self.settings_button.setIcon(QgsApplication.getThemeIcon("/mActionOptions.svg"))
        self.note = CorridorNote()
        self._lay_out()
        self._wire()
        self.show_corridors(None)

    # Contents

    def show_corridors(self, corridors: CaseCorridors | None, texts: list[str] | None = None, note: str = "") -> None:
        """Show the corridors of a case, None while there are none to show.

        texts  as for ``CorridorModel.show_rows``
        note   why there are none
        """
        before, self._corridors = self._corridors, corridors
        if corridors is None:
            self.list.model().show_rows(CorridorRows.empty(), {})
            self.evidence.show_nothing()
        else:
            self.list.model().show_rows(corridors.rows, corridors.names, texts)
            if before is None or before.options != corridors.options:  # the user may be editing them
                self.settings.show_options(corridors.options, corridors.has_proposed_zone)
            self.filters.show_values(self.list.model().values(), self.list.model().signs)
            if self.list.model().place_of(self.list.current) < 0:
                self.evidence.show_nothing()
        self._reason = note
        self._show_note()
        self._show_count()
        self.list.fit_columns()
        for widget in (self.filters, self.filters.search, self._splitter, self.settings_button, self.evidence_button):
            widget.setEnabled(corridors is not None)

    def _show_note(self) -> None:
        self.note.show_missing(self._corridors, self._reason, self.settings.differ)

    def clear(self) -> None:
        """Reset the page for another case."""
        self.list.select(-1)
        self.filters.set_filter(CorridorFilter(), emit=True)
        self.show_evidence(False)
        self.settings.show_notes([])
        self.show_corridors(None)

    def show_evidence(self, is_open: bool) -> None:
        self.evidence_button.setChecked(is_open)

    def state(self) -> CorridorPageState:
        """Return the state to store in the project."""
        return CorridorPageState(self.filters.filter, self.list.current, self.evidence_button.isChecked())

    def show_progress(self, percent: float | None) -> None:
        """Show the progress of a search, None if none is running."""
        self._progress.setVisible(percent is not None)
        self.settings.button.setEnabled(percent is None)
        self.note.search.setEnabled(percent is None)
        if percent is not None:
            self.bar.setValue(int(percent))

    # Actions

    def _filter(self, wanted) -> None:
        self.list.model().set_filter(wanted)
        self._show_count()

    def _show_count(self) -> None:
        model = self.list.model()
        self.filters.show_count(model.rowCount(), len(model.rows) if self._corridors is not None else 0)

    def _toggle_evidence(self, is_open: bool) -> None:
        self.evidence.setVisible(is_open)
        if is_open:
            if self._splitter.sizes()[2] < 60:
                room = sum(self._splitter.sizes()[1:])
                self._splitter.setSizes([self._splitter.sizes()[0], room * 2 // 5, room * 3 // 5])
            self.show_current()

    def _toggle_settings(self, is_open: bool) -> None:
        self._settings_area.setVisible(is_open)
        self._fit_settings()

    def _fit_settings(self) -> None:
        """Fit the height of the settings, to half of the splitter at most."""
        if self._settings_area.isVisible():
            height = min(self.settings.sizeHint().height() + 2, self._splitter.height() // 2)
            first, *others = self._splitter.sizes()
            room, left = sum(others), sum(others) + first - height
            self._splitter.setSizes([height, *(left * size // max(room, 1) for size in others)])

    def _open_evidence(self, number: int) -> None:
        self.list.select(number)
        if self.evidence_button.isChecked():
            self._show_current(number)
        else:
            self.show_evidence(True)

    def show_current(self) -> None:
        """Show the evidence of the selected corridor if the evidence view is open."""
        self._show_current(self.list.current)

    def _show_current(self, number: int) -> None:
        place = self.list.model().place_of(number)
        if self.evidence_button.isChecked() and place >= 0:
            self.evidence.show_corridor(self.list.model(), int(self.list.model().position[place]))
            self.evidence_wanted.emit(number)

    def _wire(self) -> None:
        self.filters.filter_changed.connect(self._filter)
        self.list.place_wanted.connect(self.place_wanted)
        self.list.evidence_wanted.connect(self._open_evidence)
        self.list.current_changed.connect(self._show_current)
        self.evidence_button.toggled.connect(self._toggle_evidence)
        self.settings_button.toggled.connect(self._toggle_settings)
        self.settings.more.collapsedStateChanged.connect(lambda _: QTimer.singleShot(0, self._fit_settings))
        self.settings.search_wanted.connect(self.search_wanted)
        self.settings.changed.connect(self._show_note)
        self.note.search.clicked.connect(lambda: self.search_wanted.emit(self.settings.options()))
        self.note.movements.clicked.connect(lambda: self.movements_wanted.emit())
        self.note.events.clicked.connect(lambda: self.events_wanted.emit())
        self.cancel_button.clicked.connect(lambda: self.cancel_wanted.emit())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(_SPACE)
        top.addWidget(self.filters.search, 1)
        top.addWidget(self.evidence_button)
        top.addWidget(self.settings_button)
        self._progress = self._make_progress()
        self._settings_area = _scrolled(self.settings)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        for widget in (self._settings_area, self.list, self.evidence):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setStretchFactor(2, 1)
        self._settings_area.hide()
        self.evidence.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _SPACE, 0, 0)
        layout.setSpacing(_SPACE)
        layout.addLayout(top)
        for widget in (self.filters, self.note):
            layout.addWidget(widget)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self._progress)

    def _make_progress(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        self.bar = QProgressBar()
        self.bar.setFormat(tr("Searching: %p %"))
        self.bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.cancel_button = QToolButton()
        self.cancel_button.setText(tr("Cancel"))
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.cancel_button)
        row.hide()
        return row


def _toggle(text: str, about: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setIconSize(QSize(16, 16))
    button.setToolTip(about)
    button.setAccessibleName(text or about)
    button.setAccessibleDescription(about)
    return button


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area
