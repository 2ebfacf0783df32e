"""What speaks for and against a corridor: the sentence, the measures, the events matched to it, and who covers it."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core import fields as f
from ...core.corridors.corridors import INFERRED
from ...mapping.layouts.evidence_words import role_words
from ...sources.cases.corridor_rows import Match, moment_from, number_of, text_of
from ...translation import text_locale, tr
from ..figures import UNKNOWN, date_text, km2_text, share_text
from ..plain_table import PlainTable, fit_columns, plain_table_view
from .corridor_model import CorridorModel

_MOST_ROWS = 6  # of events, that the table asks room for


class EvidenceView(QScrollArea):
    """One corridor; all texts of data are shown as they are.

    event_wanted  number of the event in the list given to ``show_matches``, whether to zoom even where it is in view
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
        self.copy_button.setToolTip(tr("Copy the sentences"))
        self.copy_button.setAccessibleName(tr("Copy the sentences"))
        self.copy_button.clicked.connect(lambda: QApplication.clipboard().setText(self.sentence.text()))
        self._facts = QWidget()
        titles = [tr("Role"), tr("km"), tr("Days"), tr("Event"), tr("Id"), tr("Source")]
        self.events = plain_table_view(PlainTable(titles, self), self)
        self.events.setAccessibleName(tr("Events matched to the corridor"))
        self.events.clicked.connect(lambda index: self.event_wanted.emit(index.row(), False))
        self.events.doubleClicked.connect(lambda index: self.event_wanted.emit(index.row(), True))
        self.events.installEventFilter(self)
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        self.heading.setText(tr("Choose a corridor to see what speaks for and against it."))
        for widget in (self.verdict, self.sentence, self.copy_button, self._facts, self.events_note, self.events):
            widget.hide()

    def show_corridor(self, model: CorridorModel, row: int) -> None:
        """The corridor in a row of the model's ``rows``; its events come later."""
        rows = model.rows
        heading = tr("{} through the ground of {}, {}").format(
            model.name_of(rows.mover[row]), model.name_of(rows.host[row]), model.date_words(row)
        )
        self.heading.setText(heading)
        self.verdict.setText(tr("{}, {}, {}").format(*model.words_of(row)))
        self.sentence.setText(rows.sentence[row])
        self._show_facts(_facts(rows.record(row), model))
        self.show_matches(None)
        for widget in (self.verdict, self._facts, self.events_note):
            widget.show()
        for widget in (self.sentence, self.copy_button):
            widget.setVisible(bool(rows.sentence[row]))
        self.verticalScrollBar().setValue(0)

    def show_matches(self, matches: list[Match] | None, problem: str = "") -> None:
        """The events of the corridor shown, None while they are read; ``problem``: why they can't be."""
        texts = [_event_texts(match) for match in matches or ()]
        self.events.model().set_rows(texts)
        if matches is None:
            self.events_note.setText(problem or tr("Events are being read…"))
        elif texts:
            self.events_note.setText(tr("Events matched to it: {}").format(len(texts)))
        else:
            self.events_note.setText(tr("No event is matched to it."))
        self.events.setVisible(bool(texts))
        if texts:
            fit_columns(self.events)
            rows = min(len(texts), _MOST_ROWS) * self.events.verticalHeader().defaultSectionSize()
            bar = self.events.horizontalScrollBar().sizeHint().height()
            self.events.setFixedHeight(self.events.horizontalHeader().sizeHint().height() + rows + bar + 4)

    def eventFilter(self, watched, event):
        """Enter goes to the event's place, with Ctrl closer."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == event.Type.KeyPress and event.key() in keys and self.events.currentIndex().isValid():
            zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.event_wanted.emit(self.events.currentIndex().row(), zooms)
            return True
        return super().eventFilter(watched, event)

    def _show_facts(self, facts: list[tuple[str, str]]) -> None:
        form = self._facts.layout()
        while form.rowCount():
            form.removeRow(0)
        for title, text in facts:
            name, value = _label(), _label()
            value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            name.setText(title)
            name.setWordWrap(False)
            value.setText(text)
            form.addRow(name, value)

    def _lay_out(self) -> None:
        form = QFormLayout(self._facts)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        page = QWidget()
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 3, 0, 3)
        layout.setSpacing(5)
        layout.addLayout(top)
        for widget in (self.verdict, self.sentence, self.events_note, self.events, self._facts):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(page)


def _event_texts(match: Match) -> tuple[str, ...]:
    days = UNKNOWN if match.days is None else f"{match.days:+d}".replace("-", "−") if match.days else "0"
    role = role_words().get(match.role, match.role)
    return role, _number(match.distance_km), days, match.label, match.event, match.source


def _facts(record: dict, model: CorridorModel) -> list[tuple[str, str]]:
    """Title and text of each measure that the corridor has."""

    def km(field: str) -> str:
        value = number_of(record.get(field))
        return UNKNOWN if np.isnan(value) else tr("{} km").format(_number(value))

    surviving = tr("nothing") if record.get(f.SURVIVES) == 0 else km(f.SURVIVING_KM)
    facts = [
        (tr("Length"), km(f.LENGTH_KM)),
        (tr("Depth"), tr("{} from the host's border, at most").format(km(f.DEPTH_KM))),
        (tr("Neck"), tr("{}, the host's ground across the path").format(km(f.NECK_KM))),
        (tr("Borders off by {}").format(km(f.UNCERTAINTY_KM)), tr("{} of its length left").format(surviving)),
        (tr("Ground before"), _holders(record.get(f.BEFORE), model)),
        (tr("Ground after"), _holders(record.get(f.AFTER), model)),
        (tr("Taken after"), _taken(record)),
    ]
    also, gap_h = text_of(record.get(f.ALSO_CLAIMED_BY)), number_of(record.get(f.GAP_H))
    if also:
        facts.append((tr("Also claimed by"), _holders(also, model)))
    if gap_h > 0:
        facts.append((tr("Longest gap"), tr("{} h between two fixes").format(_number(gap_h))))
    if record.get(f.BASIS) == INFERRED:
        facts += _inferred_facts(record, model, km)
    covered, silent = (text_of(record.get(name)) for name in (f.COVERED_BY, f.NOT_COVERED_BY))
    facts.append((tr("Covered by"), covered or tr("no event data")))
    if silent:
        facts.append((tr("Not covered by"), silent))
    if record.get(f.BASIS) != INFERRED:
        named = ((tr("Movement"), f.MOVEMENT), (tr("Reported by"), f.SOURCE))
        facts += [(title, text_of(record.get(name))) for title, name in named]
    return [*facts, (tr("Territories"), _map_words(record))]


def _map_words(record: dict) -> str:
    """Whose map, of when, and what it rests on."""
    date = moment_from(record.get(f.MAP_DATE))
    parts = (
        text_of(record.get(f.MAP_SOURCE)),
        "" if np.isnat(date) else tr("map of {}").format(date_text(date)),
        text_of(record.get(f.MAP_BASIS)),
    )
    return ", ".join(part for part in parts if part)


def _inferred_facts(record: dict, model: CorridorModel, km) -> list[tuple[str, str]]:
    gained = number_of(record.get(f.GAINED_KM2))
    lost_by = " + ".join(model.name_of(name) for name in text_of(record.get(f.LOSERS)).split("; "))
    facts = [(tr("Gained behind it"), tr("{} km² from {}").format(km2_text(gained), lost_by or tr("nobody")))]
    facts.append((tr("Whole way"), km(f.WAY_KM)))
    facts.append((tr("Other ways"), text_of(record.get(f.ALTERNATIVES)) or tr("none that is not much longer")))
    if not np.isnan(number_of(record.get(f.DEEP_ATTACK_KM))):
        words = tr("{} over the ground of {} alone").format(km(f.DEEP_ATTACK_KM), lost_by or tr("nobody"))
        facts.append((tr("Deep attack"), words))
    return facts


def _holders(holders, model: CorridorModel) -> str:
    if holders is None:
        return UNKNOWN
    return " + ".join(model.name_of(name) for name in str(holders).split("; ")) if holders else tr("nobody")


def _taken(record: dict) -> str:
    share, km2 = (number_of(record.get(name)) for name in (f.TAKEN_SHARE, f.TAKEN_KM2))
    if np.isnan(share):
        return tr("not known")
    return tr("{} of the host's ground along it ({} km²)").format(share_text(share), km2_text(km2))


def _number(value: float) -> str:
    return UNKNOWN if np.isnan(value) else text_locale().toString(float(value), "f", 1)


def _label(is_bold: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    flags = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    font = label.font()
    font.setBold(is_bold)
    label.setFont(font)
    return label
