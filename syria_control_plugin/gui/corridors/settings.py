"""The settings of the corridor search."""

from __future__ import annotations

from dataclasses import replace

from qgis.gui import QgsCollapsibleGroupBox, QgsDoubleSpinBox, QgsSpinBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...core.corridors.assessment import CorridorOptions
from ...core.corridors.evidence import EvidenceOptions
from ...translation import tr, tr_n
from ..time_zones import TimeZoneBox

_LONGEST_KM, _LONGEST_DAYS, _MOST_TIMES = 1000.0, 3650, 100.0


class CorridorSettings(QWidget):
    """Spin boxes, reset by their clear buttons; options without a box keep the values they were given.

    search_wanted  CorridorOptions
    changed        a box has another value
    """

    search_wanted, changed = pyqtSignal(object), pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._options = CorridorOptions()
        first, more = QFormLayout(), QFormLayout()
        self.more = QgsCollapsibleGroupBox(tr("More settings"))
        self.more.setCollapsed(True)
        self.more.setLayout(more)
        self._make_boxes(first, more)
        self.strikes = QCheckBox(tr("Count remote violence"))
        self.strikes.setToolTip(
            tr(
                "If checked, explosions and remote violence (air strikes, artillery, mines) "
                "between the two sides count as clashes."
            )
        )
        more.addRow(self.strikes)
        self.time_zone, self.zone_label = TimeZoneBox(), QLabel()
        self.time_zone.setToolTip(
            tr("Events and dates are days of this zone; times of fixes are UTC and are converted to its days.")
        )
        self.time_zone.setAccessibleName(tr("Time zone of days"))
        self.zone_label.setBuddy(self.time_zone)
        first.addRow(self.zone_label, self.time_zone)
        self.button = QPushButton(tr("Recalculate"))
        self.button.clicked.connect(lambda: self.search_wanted.emit(self.options()))
        self.notes = QLabel()
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setWordWrap(True)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notes.hide()
        # Coverage must reach at least as far as the clashes that count.
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
        for box in self.findChildren((QgsDoubleSpinBox, QgsSpinBox)):
            box.valueChanged.connect(lambda _: self.changed.emit())
        self.strikes.toggled.connect(lambda _: self.changed.emit())
        self.time_zone.currentTextChanged.connect(lambda _: self.changed.emit())

    def show_options(self, options: CorridorOptions, has_proposed_zone: bool = False) -> None:
        """Show options; values outside a box's range are set to its limit.

        has_proposed_zone  whether nobody has confirmed the time zone yet
        """
        self.zone_label.setText(tr("Time zone of days (proposed)") if has_proposed_zone else tr("Time zone of days"))
        self._options = options
        evidence = options.evidence
        for name in ("distance_km", "days", "coverage_km", "coverage_days"):
            getattr(self, name).setValue(getattr(evidence, name))
        for name in ("uncertainty_km", "width_km", "days_after", "min_length_km", "tolerance_km", "alternative_factor"):
            getattr(self, name).setValue(getattr(options, name))
        self.strikes.setChecked(evidence.counts_strikes)
        self.time_zone.show_name(evidence.time_zone)
        self._shown = self.options()

    @property
    def differ(self) -> bool:
        """Whether the user has changed any of the options that were shown last."""
        return self.options() != self._shown

    def show_notes(self, notes: list[str]) -> None:
        """Show sentences on what the last search did not make a corridor; an empty list hides them."""
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def options(self) -> CorridorOptions:
        """Return the options that the boxes show."""
        evidence = replace(
            self._options.evidence,
            distance_km=self.distance_km.value(),
            days=self.days.value(),
            coverage_km=self.coverage_km.value(),
            coverage_days=self.coverage_days.value(),
            counts_strikes=self.strikes.isChecked(),
            time_zone=self.time_zone.name(),
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
            (first, tr("Clash distance"), self.distance_km, tr("Events between the two sides at a greater distance "
                                                             "from the path are not counted.")),
            (first, tr("Time window"), self.days, tr("The window extends before and after the passage. 0 covers "
                                                    "only the days of the passage.")),
            (first, tr("Border uncertainty"), self.uncertainty_km, tr("Set the distance by which the borders of the "
                                                                  "maps may be off.")),
            (more, tr("Coverage distance"), self.coverage_km,
             tr("Events of any parties count. A source without an event this close does not cover the passage.")),
            (more, tr("Time window"), self.coverage_days, tr("An event of the source must also lie within this time.")),
            (more, tr("Corridor width"), self.width_km, tr("The corridor area is the host's territory along the "
                                                         "path, with half of the width on each side.")),
            (more, tr("Follow-up period"), self.days_after,
             tr("The period starts after the passage. Territory that the mover's side takes within it is reported.")),
            (more, tr("Minimum length"), self.min_length_km, tr("Shorter observed corridors are left out.")),
            (more, tr("Contiguity tolerance"), self.tolerance_km,
             tr("Gains within this distance of territory the mover already held need no explanation and produce no "
                "corridor.")),
            (more, tr("Maximum detour"), self.alternative_factor,
             tr("Routes through other hosts are listed as alternatives up to this multiple of the length of the "
                "shortest route.")),
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
