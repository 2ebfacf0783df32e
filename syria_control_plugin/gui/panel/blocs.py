"""The dialog with the blocs of a case: which faction belongs to which bloc, always or for a period."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import FactionError
from ...core.factions.blocs import Membership, read_memberships
from ...core.factions.factions import Faction, Factions
from ...translation import tr, translated

_FACTION, _BLOC, _START, _END, _REMOVE = range(5)
_LETTERS = 14  # width of a combo box


class BlocDialog(QDialog):
    """A table of memberships that can be edited; the caller stores ``blocs`` when it is accepted.

    factions  those of the case, with their blocs
    shipped   those known in advance: the reset button shows their blocs
    """

    def __init__(self, factions: Factions, shipped: Factions, parent: QWidget | None = None):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Blocs"))
        self._factions, self._shipped = factions, shipped
        note = _plain_label(
            tr(
                "Factions of one bloc count as one: their territory has no host for each other. Days are written as "
                "2015-09-30 and are those of the time zone of the case. Without days, a faction always belongs to its "
                "bloc."
            )
        )
        self.table = QTableWidget(0, 5, self)
        self.table.setHorizontalHeaderLabels([tr("Faction"), tr("Bloc"), tr("Start"), tr("End (exclusive)"), ""])
        self.table.setAccessibleName(tr("Blocs"))
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        for column in (_FACTION, _BLOC):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_REMOVE, QHeaderView.ResizeMode.ResizeToContents)
        for column in (_START, _END):
            self.table.setColumnWidth(column, self.fontMetrics().horizontalAdvance("End (exclusive) 00"))
        self.add_button = QPushButton(tr("Add row"))
        self.problem = _plain_label("")
        buttons = QDialogButtonBox.StandardButton
        self.box = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self.reset_button = QPushButton(tr("Reset to the known blocs"))
        self.box.addButton(self.add_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.box.addButton(self.reset_button, QDialogButtonBox.ButtonRole.ResetRole)
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        self.add_button.clicked.connect(lambda: self._add())
        self.reset_button.clicked.connect(lambda: self._show(self._restored()))
        column = QVBoxLayout(self)
        for widget in (note, self.table, self.problem, self.box):
            column.addWidget(widget)
        self._show(factions)
        self.resize(760, 400)

    def blocs(self) -> dict[str, str]:
        """Return the blocs that differ from those of the case: faction id → text as ``Faction.bloc``."""
        shown = {name: "; ".join(texts) for name, texts in self._texts().items()}
        before = {each.id: "; ".join(map(str, _stated(each))) for each in self._factions}
        return {name: shown.get(name, "") for name, text in before.items() if shown.get(name, "") != text}

    def _texts(self) -> dict[str, list[str]]:
        texts: dict[str, list[str]] = {}
        for row in range(self.table.rowCount()):
            bloc = self.table.cellWidget(row, _BLOC).currentText().strip()
            start, end = (self.table.cellWidget(row, column).text().strip() for column in (_START, _END))
            period = f" {start or '..'}/{end or '..'}" if start or end else ""
            texts.setdefault(self.table.cellWidget(row, _FACTION).currentData(), []).append(bloc + period)
        return texts

    def _restored(self) -> Factions:
        return self._factions.with_blocs(
            {each.id: self._shipped[each.id].bloc if each.id in self._shipped else "" for each in self._factions}
        )

    def _show(self, factions: Factions) -> None:
        self.table.setRowCount(0)
        for faction in factions:
            for each in _stated(faction):
                start, end = (str(day) if str(day) != "NaT" else "" for day in (each.start, each.end))
                self._add(faction.id, each.bloc, start, end)
        self._check()

    def _add(self, faction: str = "", bloc: str = "", start: str = "", end: str = "") -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        names, blocs = _combo(), _combo()
        for each in self._factions:
            names.addItem(each.id if each.id == each.name else f"{tr(each.name)} ({each.id})", each.id)
        names.setCurrentIndex(max(names.findData(faction), 0))
        blocs.setEditable(True)
        blocs.addItems(sorted({bloc, *self._factions.ids} - {""}))
        blocs.setEditText(bloc)
        names.currentIndexChanged.connect(self._check)
        blocs.editTextChanged.connect(self._check)
        self.table.setCellWidget(row, _FACTION, names)
        self.table.setCellWidget(row, _BLOC, blocs)
        for column, text, title in ((_START, start, tr("Start")), (_END, end, tr("End (exclusive)"))):
            edit = QLineEdit(text)
            edit.setPlaceholderText(tr("open"))
            edit.setAccessibleName(title)
            edit.textChanged.connect(self._check)
            self.table.setCellWidget(row, column, edit)
        button = QToolButton()
        button.setIcon(QgsApplication.getThemeIcon("/symbologyRemove.svg"))
        button.setToolTip(tr("Remove row"))
        button.setAccessibleName(tr("Remove row"))
        button.clicked.connect(lambda: self._remove(button))
        self.table.setCellWidget(row, _REMOVE, button)
        if not faction:
            self.table.setCurrentCell(row, _FACTION)
            names.setFocus()
            self._check()

    def _remove(self, button: QToolButton) -> None:
        rows = range(self.table.rowCount())
        self.table.removeRow(next(row for row in rows if self.table.cellWidget(row, _REMOVE) is button))
        self._check()

    def _check(self, *_) -> None:
        """Show what is wrong with the table; it cannot be accepted meanwhile."""
        problem = ""
        try:
            for name, texts in self._texts().items():
                if any(not text or text.startswith(" ") for text in texts):
                    raise FactionError(tr("{}: choose a bloc or remove the row.").format(name))
            self._factions.with_blocs(self.blocs())
        except FactionError as error:
            problem = translated(error)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)


def _stated(faction: Faction) -> list[Membership]:
    """Return the blocs of a faction other than its own."""
    return [each for each in read_memberships(faction.bloc) if each.bloc != faction.id]


def _plain_label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _combo() -> QComboBox:
    combo = QComboBox()
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(_LETTERS)
    return combo
