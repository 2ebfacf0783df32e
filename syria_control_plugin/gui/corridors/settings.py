"""What a search for corridors goes by, for the user to set."""

from __future__ import annotations

from dataclasses import replace

from qgis.gui import QgsCollapsibleGroupBox, QgsDoubleSpinBox, QgsSpinBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...core.corridors.assessment import CorridorOptions
from ...core.corridors.evidence import EvidenceOptions
from ...translation import tr, tr_n

_LONGEST_KM, _LONGEST_DAYS, _MOST_TIMES = 1000.0, 3650, 100.0


class CorridorSettings(QWidget):
    """Spin boxes that a click on their cross sets to the default; what they don't show is kept as it was given.

    search_wanted  CorridorOptions
    """

    search_wanted = pyqtSignal(object)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._options = CorridorOptions()
        first, more = QFormLayout(), QFormLayout()
        self.more = QgsCollapsibleGroupBox(tr("More"))
        self.more.setCollapsed(True)
        self.more.setLayout(more)
        self._make_boxes(first, more)
        self.strikes = QCheckBox(tr("Strikes count as clashes"))
        self.strikes.setToolTip(tr("Strikes from afar (air, artillery, mines) between the two sides decide too."))
        more.addRow(self.strikes)
        self.button = QPushButton(tr("Recalculate"))
        self.button.clicked.connect(lambda: self.search_wanted.emit(self.options()))
        self.notes = QLabel()
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setWordWrap(True)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notes.hide()
        # What is covered has to reach as far as what counts.
        self.distance_km.valueChanged.connect(self.coverage_km.setMinimum)
        self.days.valueChanged.connect(self.coverage_days.setMinimum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(first)
        layout.addWidget(self.button)
        layout.addWidget(self.notes)
        layout.addWidget(self.more)
        layout.addStretch(1)
        for form in (first, more):
            form.setVerticalSpacing(3)
        self.show_options(self._options)

    def show_options(self, options: CorridorOptions) -> None:
        """Values beyond what a box takes are kept at its limit."""
        self._options = options
        evidence = options.evidence
        for name in ("distance_km", "days", "coverage_km", "coverage_days"):
            getattr(self, name).setValue(getattr(evidence, name))
        for name in ("uncertainty_km", "width_km", "days_after", "min_length_km", "tolerance_km", "alternative_factor"):
            getattr(self, name).setValue(getattr(options, name))
        self.strikes.setChecked(evidence.counts_strikes)

    def show_notes(self, notes: list[str]) -> None:
        """What the last search did not make a corridor of, in sentences; none: nothing is said."""
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def options(self) -> CorridorOptions:
        """What the boxes say."""
        evidence = replace(
            self._options.evidence,
            distance_km=self.distance_km.value(),
            days=self.days.value(),
            coverage_km=self.coverage_km.value(),
            coverage_days=self.coverage_days.value(),
            counts_strikes=self.strikes.isChecked(),
        )
        return replace(
            self._options,
            evidence=evidence,
            uncertainty_km=self.uncertainty_km.value(),
            width_km=self.width_km.value(),
            days_after=self.days_after.value(),
            min_length_km=self.min_length_km.value(),
            tolerance_km=self.tolerance_km.value(),
            alternative_factor=self.alternative_factor.value(),
        )

    def _make_boxes(self, first: QFormLayout, more: QFormLayout) -> None:
        default, evidence = CorridorOptions(), EvidenceOptions()
        self.distance_km = _km(evidence.distance_km)
        self.days = _days(evidence.days)
        self.uncertainty_km = _km(default.uncertainty_km)
        self.coverage_km = _km(evidence.coverage_km)
        self.coverage_days = _days(evidence.coverage_days)
        self.width_km = _km(default.width_km, least=0.01)
        self.days_after = _days(default.days_after)
        self.min_length_km = _km(default.min_length_km)
        self.tolerance_km = _km(default.tolerance_km, least=0.01)
        self.alternative_factor = _number(QgsDoubleSpinBox(), default.alternative_factor, 1.0, _MOST_TIMES)
        self.alternative_factor.setDecimals(2)
        self.alternative_factor.setSingleStep(0.1)
        self.alternative_factor.setSuffix(tr(" times"))
        rows = (
            (first, tr("Clash within"), self.distance_km, tr("Greatest distance of a clash from the path")),
            (first, tr("and within"), self.days, tr("Greatest distance in time of a clash from the passage")),
            (first, tr("Borders off by"), self.uncertainty_km, tr("How far the borders of the maps may be off")),
            (more, tr("Covered within"), self.coverage_km,
             tr("Event data cover a passage where they have any event, of whatever parties, within this distance")),
            (more, tr("and within"), self.coverage_days, tr("… and within this time")),
            (more, tr("Area's width"), self.width_km, tr("Width of the host's ground along the path")),
            (more, tr("Taken within"), self.days_after,
             tr("Time after the passage in which the mover may have taken the ground")),
            (more, tr("Least length"), self.min_length_km, tr("Shorter observed corridors are left out")),
            (more, tr("Inferred: apart by"), self.tolerance_km,
             tr("Gained ground farther than this from the mover's own is taken to be reached through others")),
            (more, tr("Inferred: detours"), self.alternative_factor,
             tr("Ways through others that are at most this much longer than the shortest are listed")),
        )  # fmt: skip
        for form, title, box, about in rows:
            box.setToolTip(about)
            box.setAccessibleName(title)
            box.setAccessibleDescription(about)
            form.addRow(title, box)


def _km(default: float, least: float = 0.0) -> QgsDoubleSpinBox:
    box = _number(QgsDoubleSpinBox(), default, least, _LONGEST_KM)
    box.setDecimals(2)
    box.setSingleStep(0.5)
    box.setSuffix(tr(" km"))
    return box


def _days(default: int) -> QgsSpinBox:
    box = QgsSpinBox()
    box.valueChanged.connect(lambda days: box.setSuffix(tr_n(" day", " days", days)))
    return _number(box, default, 0, _LONGEST_DAYS)


def _number(box, default, least, largest):
    box.setRange(least, largest)
    box.setValue(default)
    box.setClearValue(default)
    return box
