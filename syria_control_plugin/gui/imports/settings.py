"""The settings of an import: what was detected in the input, with examples, and the user's corrections.

The common case needs no others; the rest is in ``MoreSettings``.
"""

from __future__ import annotations

import html
from math import ceil

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsCollapsibleGroupBox, QgsDoubleSpinBox, QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from ...case.catalogue import load_theme, theme_ids
from ...core.dates.options import DateOrder, Epoch
from ...core.errors import ThemeError
from ...core.factions.factions import Factions
from ...mapping.text.formatting import date_and_time
from ...sources.files.encodings import ENCODINGS
from ...sources.maps.detection import FieldOverrides, Origin
from ...sources.maps.preview import Example, Preview
from ...translation import tr, tr_n, translated
from ..time_zones import TimeZoneBox


def date_label(preview: Preview) -> str:
    """Describe a detected date and its origin, or what to do if there is none."""
    if preview.question is not None:
        return tr("The order of day and month is unclear.")
    if preview.lacks_date and preview.unclear_fields:
        return _unclear_text(preview.unclear_fields)
    if preview.lacks_date:
        causes = " ".join(translated(cause) for cause in preview.date_causes)
        return causes or tr("No date found. Choose the field, or add the date to the file names.")
    return _example_text(preview.date)


def faction_label(preview: Preview) -> str:
    """Describe a detected faction and its origin, or what to do if there is none."""
    if preview.lacks_faction and preview.unclear_fields:
        return _unclear_text(preview.unclear_fields)
    if preview.lacks_faction:
        return tr("No faction found. Choose a faction, or the field that contains it.")
    return _example_text(preview.faction)


def _unclear_text(fields: tuple[str, ...]) -> str:
    return tr("Several readings are possible. Choose the field: {}.").format(", ".join(name[:60] for name in fields))


def _example_text(example: Example | None) -> str:
    if example is None:
        return ""
    template = {
        Origin.FIELD: tr("{value} from “{text}” in the field “{field}”"),
        Origin.NAME: tr("{value} from the name “{text}”"),
        Origin.PROPERTY: tr("{value} from “{text}” in the file property “{field}”"),
        Origin.GIVEN: tr("{value} for all of the territory"),
        Origin.PERIOD_FIELDS: tr("from {value}, “{text}” in the field “{field}”, to the date in the field “{end}”"),
    }[example.role.place]
    role, text = example.role, example.text[:80]
    return template.format(value=example.value[:80], text=text, field=role.detail[:60], end=role.end[:60])


def crs_label(preview: Preview, given: str) -> str:
    """List the CRSs of the files. ``given``: WKT that the user has chosen, "" for none."""
    names = []
    for wkt in preview.crs:
        if wkt:
            names.append(QgsCoordinateReferenceSystem.fromWkt(wkt).userFriendlyIdentifier() or tr("unknown"))
        else:
            names.append(
                tr("CRS chosen here for files without a CRS")
                if given
                else tr("no CRS: read as longitude and latitude if possible")
            )
    return ", ".join(dict.fromkeys(names))


# Data of a combo box's items; those of a field are its name, a str.
_FOUND, _PERIOD, _ONE_FOR_ALL, _NAME, _FOLDER = range(5)
_LEVELS = {_NAME: 0, _FOLDER: 1}


def plain_label(text: str = "") -> QLabel:
    """Create a label that wraps its text and never renders it as HTML."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


class ImportSettings(QWidget):
    """Date, faction and CRS: what was detected, and its correction. ``changed``: the user has changed a setting."""

    changed = pyqtSignal()

    def __init__(self, factions: Factions, parent: QWidget | None = None):
        super().__init__(parent)
        names = [(tr("Name of the file or layer"), _NAME), (tr("Name of the folder or group"), _FOLDER)]
        detected = (tr("Detected from the data"), _FOUND)
        self.date = _combo("date", [detected, *names, (tr("Start and end fields"), _PERIOD)])
        self.start, self.end = _combo("start", []), _combo("end", [(tr("None"), "")])
        meanings = [
            (tr("Detected from the data"), None),
            (tr("Last day of the period"), True),
            (tr("First day after the period"), False),
        ]
        self.last_day = _combo("last_day", meanings)
        self.ends_note = plain_label()
        self._has_ends = False
        self.question = plain_label()
        self.day_first, self.month_first = QRadioButton(), QRadioButton()
        self._order = QButtonGroup(self)
        self._order.addButton(self.day_first)
        self._order.addButton(self.month_first)
        self.faction = _combo("faction", [detected, (tr("One faction for all of the territory"), _ONE_FOR_ALL), *names])
        self.one_faction = _faction_combo(factions)
        self.encoding = _combo("encoding", [(tr("As the files state"), ""), *((name, name) for name in ENCODINGS)])
        self.encoding_note = plain_label()
        self.crs = QgsProjectionSelectionWidget()
        self.crs.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.crs.setNotSetText(tr("CRS of the files"))
        self.crs.setCrs(QgsCoordinateReferenceSystem())
        self.date_example, self.faction_example, self.crs_example = plain_label(), plain_label(), plain_label()
        self._lay_out()
        for combo in (self.date, self.start, self.end, self.faction, self.last_day, self.encoding):
            combo.activated.connect(lambda _: self._setting_changed())
        self.one_faction.editTextChanged.connect(lambda _: self._setting_changed())
        self._order.buttonClicked.connect(lambda _: self._setting_changed())
        self.crs.crsChanged.connect(lambda _: self._setting_changed())
        self._update_visibility()

    def overrides(self) -> FieldOverrides:
        """Return the user's corrections of the layout."""
        date, faction = self.date.currentData(), self.faction.currentData()
        return FieldOverrides(
            faction=self._one_faction() if faction == _ONE_FOR_ALL else "",
            faction_field=faction if isinstance(faction, str) else "",
            date_field=date if isinstance(date, str) else "",
            start_field=(self.start.currentData() or "") if date == _PERIOD else "",
            end_field=(self.end.currentData() or "") if date == _PERIOD else "",
            date_order=self.date_order(),
            date_level=_LEVELS.get(date),
            faction_level=_LEVELS.get(faction),
        )

    def date_order(self) -> DateOrder | None:
        if self.day_first.isChecked():
            return DateOrder.DAY_FIRST
        return DateOrder.MONTH_FIRST if self.month_first.isChecked() else None

    def end_is_last_day(self) -> bool | None:
        """Return what ends that name a day mean, None if it is to be detected."""
        return self.last_day.currentData() if self.last_day.isVisibleTo(self) else None

    def crs_wkt(self) -> str:
        return self.crs.crs().toWkt() if self.crs.crs().isValid() else ""

    def forget_choices(self) -> None:
        """Reset all settings, for an input unrelated to the last one."""
        self.forget_answers()
        for combo in (self.date, self.faction):
            combo.setCurrentIndex(combo.findData(_FOUND))
        self.one_faction.setCurrentIndex(-1)
        self.crs.setCrs(QgsCoordinateReferenceSystem())
        self.encoding.setCurrentIndex(0)
        self._update_visibility()

    def forget_answers(self) -> None:
        """Reset the order of day and month and the fields, which another input does not share."""
        self._order.setExclusive(False)
        self.day_first.setChecked(False)
        self.month_first.setChecked(False)
        self._order.setExclusive(True)
        self._asked.hide()
        for combo in (self.date, self.faction):
            if isinstance(combo.currentData(), str):
                combo.setCurrentIndex(combo.findData(_FOUND))
        self.start.setCurrentIndex(-1)
        self.end.setCurrentIndex(0)
        self.last_day.setCurrentIndex(0)
        self._has_ends = False
        for combo in (self.date, self.faction, self.start, self.end):
            _offer_fields(combo, ())
        self._update_visibility()

    def show_preview(self, preview: Preview) -> None:
        """Offer the fields of the input, show the examples, and ask about an ambiguous date."""
        for combo in (self.date, self.faction, self.start, self.end):
            _offer_fields(combo, preview.fields)
        self.date_example.setText(date_label(preview))
        self.faction_example.setText(faction_label(preview))
        self.crs_example.setText(crs_label(preview, self.crs_wkt()))
        if preview.question is not None:
            asked = preview.question
            text = tr("“{}” can mean two dates. Choose the correct one.").format(asked.text[:60])
            self.question.setText(text)
            self.day_first.setText(date_and_time(asked.day_first))
            self.month_first.setText(date_and_time(asked.month_first))
            self._asked.show()
        asked_encoding = preview.asks_encoding
        self.encoding_note.setText(translated(asked_encoding) if asked_encoding is not None else "")
        self._has_ends = preview.ends is not None
        self.ends_note.setText(translated(preview.ends) if preview.ends is not None else "")
        self._update_visibility()

    def clear_examples(self) -> None:
        for label in (self.ends_note, self.encoding_note, self.date_example, self.faction_example, self.crs_example):
            label.clear()

    def _one_faction(self) -> str:
        text = self.one_faction.currentText()
        row = self.one_faction.findText(text, Qt.MatchFlag.MatchFixedString)
        return self.one_faction.itemData(row) if row >= 0 else text.strip()

    def _setting_changed(self) -> None:
        self._update_visibility()
        self.changed.emit()

    def _update_visibility(self) -> None:
        is_period = self.date.currentData() == _PERIOD
        for widget in (self.start, self.end, self._start_label, self._end_label):
            widget.setVisible(is_period)
        for widget in (self.last_day, self.ends_note, self._ends_label):
            widget.setVisible(is_period or self._has_ends)
        for widget in (self.encoding, self.encoding_note, self._encoding_label):
            widget.setVisible(bool(self.encoding.currentData() or self.encoding_note.text()))
        self.one_faction.setVisible(self.faction.currentData() == _ONE_FOR_ALL)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(2, 1)
        self._asked = QWidget(self)
        asked = QHBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self.question, 1)
        asked.addWidget(self.day_first)
        asked.addWidget(self.month_first)
        self._asked.hide()
        self._start_label, self._end_label = QLabel(tr("&Start")), QLabel(tr("&End"))
        self._ends_label = QLabel(tr("&Meaning of the end"))
        self._encoding_label = QLabel(tr("Encodin&g"))
        rows = (
            (QLabel(tr("&Date")), self.date, self.date_example),
            (None, self._asked, None),
            (self._start_label, self.start, None),
            (self._end_label, self.end, None),
            (self._ends_label, self.last_day, self.ends_note),
            (QLabel(tr("Fac&tion")), self.faction, self.faction_example),
            (None, self.one_faction, None),
            (QLabel(tr("&CRS")), self.crs, self.crs_example),
            (self._encoding_label, self.encoding, self.encoding_note),
        )
        for number, (label, control, example) in enumerate(rows):
            if label is not None:
                label.setBuddy(control)
                grid.addWidget(label, number, 0)
            grid.addWidget(control, number, 1, 1, 2 if control is self._asked else 1)
            if example is not None:
                grid.addWidget(example, number, 2)


def _combo(name: str, items: list) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(20)
    for text, data in items:
        combo.addItem(text, data)
    return combo


def _faction_combo(factions: Factions) -> QComboBox:
    combo = _combo("one_faction", [(f"{tr(each.name)} ({each.id})", each.id) for each in factions])
    for row, each in enumerate(factions):
        combo.setItemData(row, f"<qt>{html.escape(tr(each.full_name))}</qt>", Qt.ItemDataRole.ToolTipRole)
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.completer().setFilterMode(Qt.MatchFlag.MatchContains)
    combo.lineEdit().setPlaceholderText(tr("Choose or enter a name"))
    combo.setCurrentIndex(-1)
    return combo


def _offer_fields(combo: QComboBox, fields: tuple[str, ...]) -> None:
    """Fill a combo box with the fields; the chosen item stays."""
    chosen = combo.currentData()
    for row in reversed(range(combo.count())):
        if isinstance(combo.itemData(row), str) and combo.itemData(row) and combo.itemData(row) not in fields:
            if combo.itemData(row) != chosen:
                combo.removeItem(row)
    for name in fields:
        if combo.findData(name) < 0:
            combo.addItem(tr("Field “{}”").format(name), name)


_NO_LIMIT = -1.0


class MoreSettings(QgsCollapsibleGroupBox):
    """Theme, source, order of day and month, validity and overlaps.

    changed  a setting that affects the reading has changed
    refused  why a theme file cannot be used
    """

    changed = pyqtSignal()
    refused = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(tr("More settings"), parent)
        self.setCollapsed(True)
        self.theme = QComboBox()
        self.theme.addItem(tr("Theme of the case, otherwise the default theme"), "")
        for theme_id in theme_ids():
            self.theme.addItem(load_theme(theme_id).name, theme_id)
        self.theme.addItem(tr("From a file…"), None)
        self.source = QLineEdit()
        self.source.setPlaceholderText(tr("Name of the folder"))
        self.order = QComboBox()
        for text, order in (
            (tr("Detected from the data"), None),
            (tr("Day first: 24/10/2017"), DateOrder.DAY_FIRST),
            (tr("Month first: 10/24/2017"), DateOrder.MONTH_FIRST),
            (tr("Year first: 17/10/24"), DateOrder.YEAR_FIRST),
        ):
            self.order.addItem(text, order)
        self.century = QComboBox()
        self.century.addItem(tr("Not known"), None)
        for first in (1900, 2000):
            self.century.addItem(tr("{} to {}").format(first, first + 99), first)
        self.epoch = QComboBox()
        for text, epoch in (
            (tr("Detected from the data"), None),
            (tr("Seconds"), Epoch.SECONDS),
            (tr("Milliseconds"), Epoch.MILLISECONDS),
        ):
            self.epoch.addItem(text, epoch)
        self.gap_limit = QgsDoubleSpinBox()
        self.gap_limit.setRange(_NO_LIMIT, 100_000)
        self.gap_limit.setDecimals(1)
        suffix = self.gap_limit.setSuffix
        self.gap_limit.valueChanged.connect(lambda days: suffix(tr_n(" day", " days", ceil(days))))
        self.gap_limit.setSpecialValueText(tr("Until the next map, or as in the last import"))
        self.gap_limit.setClearValue(_NO_LIMIT)
        self.gap_limit.setValue(_NO_LIMIT)
        self.outside = QComboBox()
        for text, is_nobodys in (
            (tr("Not mapped, or as in the last import"), None),
            (tr("Not mapped"), False),
            (tr("Held by nobody"), True),
        ):
            self.outside.addItem(text, is_nobodys)
        self.outside.setToolTip(tr("Choose “Held by nobody” only if the source states that nobody holds them."))
        self.precedence = QLineEdit()
        self.precedence.setPlaceholderText(tr("If empty, overlaps are marked as contested"))
        self.time_zone = TimeZoneBox(tr("That of the case, otherwise proposed from the place"))
        self.time_zone.setToolTip(tr("Dates are days of this zone. Times of movements are UTC."))
        form = QFormLayout(self)
        form.addRow(tr("T&heme"), self.theme)
        form.addRow(tr("&Name of the source"), self.source)
        form.addRow(tr("Order of da&y and month"), self.order)
        form.addRow(tr("Century of two-di&git years"), self.century)
        form.addRow(tr("Times since 197&0"), self.epoch)
        form.addRow(tr("Maxim&um validity of a map"), self.gap_limit)
        form.addRow(tr("Areas &without a territory"), self.outside)
        form.addRow(tr("O&verlap precedence"), self.precedence)
        form.addRow(tr("Time &zone of days"), self.time_zone)
        self.precedence.setToolTip(tr("Enter factions separated by commas, highest precedence first."))
        self.theme.activated.connect(lambda _: self._ask_for_theme())
        for combo in (self.order, self.century, self.epoch):
            combo.activated.connect(lambda _: self.changed.emit())

    def theme_id(self) -> str:
        return self.theme.currentData() or ""

    def date_order(self) -> DateOrder | None:
        return self.order.currentData()

    def gap_limit_days(self) -> float | None:
        """Return the maximum validity of a map in days, None if the user has not set it."""
        return self.gap_limit.value() if self.gap_limit.value() >= 0 else None

    def nobody_outside(self) -> bool | None:
        """Return whether nobody holds the areas outside of all territories, None if the user has not set it."""
        return self.outside.currentData()

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
            self.refused.emit(translated(error))
            return
        self.theme.insertItem(self.theme.count() - 1, f"{name} ({path})", path)
        self.theme.setCurrentIndex(self.theme.count() - 2)
