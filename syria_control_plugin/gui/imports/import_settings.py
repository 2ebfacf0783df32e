"""What was found in the input, with an example of each, and where the user says otherwise."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QWidget,
)

from ...core.dates.dates import DateOrder
from ...core.factions.factions import Factions
from ...mapping.sentences.sentence_words import date_and_time
from ...sources.maps.preview import Preview
from ...sources.maps.roles import LayoutWishes
from ...translation import tr
from .import_words import crs_words, date_words, faction_words

# Data of a combo's items; that of a field is its name, a text.
_FOUND, _PERIOD, _ONE_FOR_ALL, _NAME, _FOLDER = range(5)
_LEVELS = {_NAME: 0, _FOLDER: 1}


def plain_label(text: str = "") -> QLabel:
    """A label that never takes its text for HTML, and wraps it."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


class ImportSettings(QWidget):
    """Date, faction and CRS: what was found, and its correction. ``changed``: the user has said something else."""

    changed = pyqtSignal()

    def __init__(self, factions: Factions, parent: QWidget | None = None):
        super().__init__(parent)
        names = [(tr("Name of the file or layer"), _NAME), (tr("Name of its folder or group"), _FOLDER)]
        found = (tr("Found in the data"), _FOUND)
        self.date = _combo("date", [found, *names, (tr("Start and end fields"), _PERIOD)])
        self.start, self.end = _combo("start", []), _combo("end", [(tr("None"), "")])
        self.last_day = QCheckBox(tr("The end is the last day held"))
        self.question = plain_label()
        self.day_first, self.month_first = QRadioButton(), QRadioButton()
        self._order = QButtonGroup(self)
        self._order.addButton(self.day_first)
        self._order.addButton(self.month_first)
        self.faction = _combo("faction", [found, (tr("One for all the ground"), _ONE_FOR_ALL), *names])
        self.one_faction = _faction_combo(factions)
        self.crs = QgsProjectionSelectionWidget()
        self.crs.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.crs.setNotSetText(tr("As the files say"))
        self.crs.setCrs(QgsCoordinateReferenceSystem())
        self.date_example, self.faction_example, self.crs_example = plain_label(), plain_label(), plain_label()
        self._lay_out()
        for combo in (self.date, self.start, self.end, self.faction):
            combo.activated.connect(lambda _: self._corrected())
        self.one_faction.editTextChanged.connect(lambda _: self._corrected())
        self.last_day.toggled.connect(lambda _: self._corrected())
        self._order.buttonClicked.connect(lambda _: self._corrected())
        self.crs.crsChanged.connect(lambda _: self._corrected())
        self._show_what_fits()

    def wishes(self) -> LayoutWishes:
        """What the user has said of the layout."""
        date, faction = self.date.currentData(), self.faction.currentData()
        return LayoutWishes(
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

    def crs_wkt(self) -> str:
        return self.crs.crs().toWkt() if self.crs.crs().isValid() else ""

    def forget_choices(self) -> None:
        """For an input that has nothing to do with the last one: all is as found in the data."""
        self.forget_answers()
        for combo in (self.date, self.faction):
            combo.setCurrentIndex(combo.findData(_FOUND))
        self.one_faction.setCurrentIndex(-1)
        self.last_day.setChecked(False)
        self.crs.setCrs(QgsCoordinateReferenceSystem())
        self._show_what_fits()

    def forget_answers(self) -> None:
        """For another input: day and month are asked anew, fields are those of the new files."""
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
        for combo in (self.date, self.faction, self.start, self.end):
            _offer_fields(combo, ())
        self._show_what_fits()

    def show_preview(self, preview: Preview) -> None:
        """Offers the fields of the input, shows the examples, and asks what stays open."""
        for combo in (self.date, self.faction, self.start, self.end):
            _offer_fields(combo, preview.fields)
        self.date_example.setText(date_words(preview))
        self.faction_example.setText(faction_words(preview))
        self.crs_example.setText(crs_words(preview, self.crs_wkt()))
        if preview.question is not None:
            asked = preview.question
            text = tr("“{}” can be read in two ways. Which day is it?").format(asked.text[:60])
            self.question.setText(text)
            self.day_first.setText(date_and_time(asked.day_first))
            self.month_first.setText(date_and_time(asked.month_first))
            self._asked.show()
        self._show_what_fits()

    def clear_examples(self) -> None:
        for label in (self.date_example, self.faction_example, self.crs_example):
            label.clear()

    def _one_faction(self) -> str:
        text = self.one_faction.currentText()
        row = self.one_faction.findText(text, Qt.MatchFlag.MatchFixedString)
        return self.one_faction.itemData(row) if row >= 0 else text.strip()

    def _corrected(self) -> None:
        self._show_what_fits()
        self.changed.emit()

    def _show_what_fits(self) -> None:
        is_period = self.date.currentData() == _PERIOD
        for widget in (self.start, self.end, self.last_day, self._start_label, self._end_label):
            widget.setVisible(is_period)
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
        rows = (
            (QLabel(tr("&Date")), self.date, self.date_example),
            (None, self._asked, None),
            (self._start_label, self.start, None),
            (self._end_label, self.end, self.last_day),
            (QLabel(tr("Fac&tion")), self.faction, self.faction_example),
            (None, self.one_faction, None),
            (QLabel(tr("&CRS")), self.crs, self.crs_example),
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
    combo = _combo("one_faction", [(f"{each.id} – {each.name}", each.id) for each in factions])
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.completer().setFilterMode(Qt.MatchFlag.MatchContains)
    combo.lineEdit().setPlaceholderText(tr("Choose or write a name"))
    combo.setCurrentIndex(-1)
    return combo


def _offer_fields(combo: QComboBox, fields: tuple[str, ...]) -> None:
    """Puts the fields into a combo, which keeps what is chosen."""
    chosen = combo.currentData()
    for row in reversed(range(combo.count())):
        if isinstance(combo.itemData(row), str) and combo.itemData(row) and combo.itemData(row) not in fields:
            if combo.itemData(row) != chosen:
                combo.removeItem(row)
    for name in fields:
        if combo.findData(name) < 0:
            combo.addItem(tr("Field “{}”").format(name), name)
