"""Settings of an import that the common case does not need."""

from __future__ import annotations

from math import ceil

from qgis.gui import QgsCollapsibleGroupBox, QgsDoubleSpinBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QFormLayout, QLineEdit, QWidget

from ...core.dates.dates import DateOrder
from ...core.errors import ThemeError
from ...sources.cases.catalogue import load_theme, theme_ids
from ...translation import said, tr, tr_n

_NO_LIMIT = -1.0


class MoreSettings(QgsCollapsibleGroupBox):
    """Theme, source, order of dates, holes, ground claimed twice. ``changed``: one that bears on what is read.
    ``refused``: why a theme's file can't be used."""

    changed = pyqtSignal()
    refused = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(tr("More settings"), parent)
        self.setCollapsed(True)
        self.theme = QComboBox()
        self.theme.addItem(tr("The case's own, else the default"), "")
        for theme_id in theme_ids():
            self.theme.addItem(load_theme(theme_id).name, theme_id)
        self.theme.addItem(tr("From a file…"), None)
        self.source = QLineEdit()
        self.source.setPlaceholderText(tr("Name of the folder"))
        self.order = QComboBox()
        for text, order in (
            (tr("As the data shows"), None),
            (tr("Day first: 24/10/2017"), DateOrder.DAY_FIRST),
            (tr("Month first: 10/24/2017"), DateOrder.MONTH_FIRST),
        ):
            self.order.addItem(text, order)
        self.hole_limit = QgsDoubleSpinBox()
        self.hole_limit.setRange(_NO_LIMIT, 100_000)
        self.hole_limit.setDecimals(1)
        suffix = self.hole_limit.setSuffix
        self.hole_limit.valueChanged.connect(lambda days: suffix(tr_n(" day", " days", ceil(days))))
        self.hole_limit.setSpecialValueText(tr("Until the next map, or as in the last import"))
        self.hole_limit.setClearValue(_NO_LIMIT)
        self.hole_limit.setValue(_NO_LIMIT)
        self.precedence = QLineEdit()
        self.precedence.setPlaceholderText(tr("Nobody: it is kept for both and marked contested"))
        form = QFormLayout(self)
        form.addRow(tr("T&heme"), self.theme)
        form.addRow(tr("&Name of the source"), self.source)
        form.addRow(tr("Da&y and month"), self.order)
        form.addRow(tr("A map co&unts at most"), self.hole_limit)
        form.addRow(tr("&Who keeps ground claimed twice"), self.precedence)
        self.precedence.setToolTip(tr("Factions, comma-separated; the first wins."))
        self.theme.activated.connect(lambda _: self._ask_for_theme())
        self.order.activated.connect(lambda _: self.changed.emit())

    def theme_id(self) -> str:
        return self.theme.currentData() or ""

    def date_order(self) -> DateOrder | None:
        return self.order.currentData()

    def hole_limit_days(self) -> float | None:
        """None where the user has said nothing."""
        return self.hole_limit.value() if self.hole_limit.value() >= 0 else None

    def factions_by_precedence(self) -> tuple[str, ...]:
        return tuple(name.strip() for name in self.precedence.text().split(",") if name.strip())

    def _ask_for_theme(self) -> None:
        if self.theme.currentData() is not None:
            return
        path, _ = QFileDialog.getOpenFileName(self, tr("Theme"), "", tr("Theme (*.json)"))
        self.theme.setCurrentIndex(0)
        if not path:
            return
        try:
            name = load_theme(path).name
        except ThemeError as error:
            self.refused.emit(said(error))
            return
        self.theme.insertItem(self.theme.count() - 1, f"{name} ({path})", path)
        self.theme.setCurrentIndex(self.theme.count() - 2)
