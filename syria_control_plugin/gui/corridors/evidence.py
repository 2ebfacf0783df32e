"""The evidence view of a corridor: summary, measures, matched events and their coverage."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...case.corridors import Match
from ...mapping.text.corridor_facts import corridor_facts
from ...mapping.text.formatting import listed, precision_text, role_labels, signed_days
from ...translation import tr
from ..text_table import TextTable, fit_columns, text_table_view
from .model import CorridorModel, length_text

_MOST_ROWS = 6  # events; the table asks for the height of this number


class EvidenceView(QScrollArea):
    """A view of one corridor; all texts from data are shown as plain text.

    event_wanted  index of the event in the list passed to ``show_matches``, whether to zoom even if it is in view
    """

    event_wanted = pyqtSignal(int, bool)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Evidence"))
        self.heading, self.sentence, self.events_note = _label(is_bold=True), _label(), _label(is_bold=True)
        self.verdict = _label()
        self.copy_button = QToolButton()
        self.copy_button.setIcon(QgsApplication.getThemeIcon("/mActionEditCopy.svg"))
        self.copy_button.setAutoRaise(True)
        self.copy_button.setToolTip(tr("Copy summary"))
        self.copy_button.setAccessibleName(tr("Copy summary"))
        self.copy_button.clicked.connect(lambda: QApplication.clipboard().setText(self.sentence.text()))
        self._measures = QWidget()
        titles = [tr("Role"), tr("km"), tr("± km"), tr("Days"), tr("Event"), tr("Id"), tr("Source")]
        self.events = text_table_view(TextTable(titles, self), self)
        self.events.setAccessibleName(tr("Events matched to the corridor"))
        self.events.clicked.connect(lambda index: self.event_wanted.emit(index.row(), False))
        self.events.doubleClicked.connect(lambda index: self.event_wanted.emit(index.row(), True))
        self.events.installEventFilter(self)
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        self.heading.setText(tr("Choose a corridor to see the evidence for and against it."))
        for widget in (self.verdict, self.sentence, self.copy_button, self._measures, self.events_note, self.events):
            widget.hide()

    def show_corridor(self, model: CorridorModel, row: int) -> None:
        """Show the corridor in a row of the model's ``rows``; its events follow by ``show_matches``."""
        rows = model.rows
        self.heading.setText(tr("{passage}, {days}").format(passage=model.passage(row), days=model.date_label(row)))
        self.verdict.setText(listed(model.texts_of(row)))
        self.sentence.setText(rows.sentence[row])
        self._show_measures(corridor_facts(rows.record(row), model.names))
        self.show_matches(None)
        for widget in (self.verdict, self._measures, self.events_note):
            widget.show()
        for widget in (self.sentence, self.copy_button):
            widget.setVisible(bool(rows.sentence[row]))
        self.verticalScrollBar().setValue(0)

    def show_matches(self, matches: list[Match] | None, problem: str = "") -> None:
        """Show the corridor's events, None while they are read; ``problem``: why they cannot be read."""
        texts = [_event_texts(match) for match in matches or ()]
        self.events.model().set_rows(texts)
        if matches is None:
            self.events_note.setText(problem or tr("Events are being read…"))
        elif texts:
            self.events_note.setText(tr("Events matched to the corridor: {}").format(len(texts)))
        else:
            self.events_note.setText(tr("No events are matched to the corridor."))
        self.events.setVisible(bool(texts))
        if texts:
            fit_columns(self.events)
            rows = min(len(texts), _MOST_ROWS) * self.events.verticalHeader().defaultSectionSize()
            bar = self.events.horizontalScrollBar().sizeHint().height()
            self.events.setFixedHeight(self.events.horizontalHeader().sizeHint().height() + rows + bar + 4)

    def eventFilter(self, watched, event):
        """Emit ``event_wanted`` on Enter, with zoom if Ctrl is pressed."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == event.Type.KeyPress and event.key() in keys and self.events.currentIndex().isValid():
            zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.event_wanted.emit(self.events.currentIndex().row(), zooms)
            return True
        return super().eventFilter(watched, event)

    def _show_measures(self, rows: list[tuple[str, str]]) -> None:
        grid = self._measures.layout()
        while grid.count():
            old = grid.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        for row, (title, text) in enumerate(rows):
            name, value = _label(), _label()
            name.setText(title)
            name.setWordWrap(False)
            value.setText(text)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)

    def _lay_out(self) -> None:
        grid = QGridLayout(self._measures)  # not a QFormLayout, which keeps the heights of earlier texts
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        page = QWidget()
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 3, 0, 3)
        layout.setSpacing(5)
        layout.addLayout(top)
        for widget in (self.verdict, self.sentence, self.events_note, self.events, self._measures):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(page)


def _event_texts(match: Match) -> tuple[str, ...]:
    role = role_labels().get(match.role, match.role)
    precision = precision_text(match.reach_km, match.reach_basis)
    distance, days = length_text(match.distance_km), signed_days(match.days)
    return role, distance, precision, days, match.label, match.event, match.source


def _label(is_bold: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    flags = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    font = label.font()
    font.setBold(is_bold)
    label.setFont(font)
    return label
