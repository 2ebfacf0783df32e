"""The header of the panel: title and note of the case, the menu, and the progress of reading."""

from __future__ import annotations

import html

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAction,
    QActionGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...translation import tr
from .layout_actions import layout_labels

_LONGEST_NOTE = 120  # letters: three lines of a narrow panel
_BAR_DIGITS = 12  # width of the bar in digits


class ElidedLabel(QLabel):
    """One line of plain text, elided if it does not fit, with the whole text as tooltip."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        self._whole = text
        self.setToolTip(f"<qt>{html.escape(text)}</qt>" if text else "")
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event):
        self._elide()
        super().resizeEvent(event)

    def _elide(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class CaseHeader(QWidget):
    """The header, which only shows and emits signals.

    theme_wanted       id of a shipped theme
    marks_toggled      whether changed territory shall be marked on the map
    date_toggled       whether the date shall be drawn over the map
    source_wanted      name of the source whose statistics shall be shown
    other signals      an entry of the menu, or the cancel button
    """

    sample_wanted, case_wanted, import_wanted = pyqtSignal(), pyqtSignal(), pyqtSignal()
    theme_wanted = pyqtSignal(str)
    theme_file_wanted, theme_reset_wanted, zoom_wanted = pyqtSignal(), pyqtSignal(), pyqtSignal()
    blocs_wanted = pyqtSignal()
    marks_toggled = pyqtSignal(bool)
    date_toggled = pyqtSignal(bool)
    source_wanted = pyqtSignal(str)
    print_wanted, animation_wanted = pyqtSignal(str), pyqtSignal()
    read_wanted, help_wanted, cancel_wanted = pyqtSignal(), pyqtSignal(), pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.title, self.note = ElidedLabel(), QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.theme_button = _tool_button("/propertyicons/symbology.svg", tr("Theme"))
        self.theme_menu = QMenu(tr("Theme"), self)
        self.theme_button.setMenu(self.theme_menu)
        self.menu_button = _tool_button("/mActionOptions.svg", tr("Case and settings"))
        self.menu = self._make_menu()
        self.menu_button.setMenu(self.menu)
        self.sources = QComboBox()
        self.sources.setToolTip(
            tr("Choose the source whose statistics are shown. Different sources are never combined.")
        )
        self.sources.setAccessibleName(tr("Source"))
        self.sources.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sources.textActivated.connect(self.source_wanted)
        self.progress = self._make_progress()
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.title, 1)
        top.addWidget(self.progress)  # in the row of the title, so that nothing below it moves
        top.addWidget(self.theme_button)
        top.addWidget(self.menu_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        for widget in (self.note, self.sources):
            layout.addWidget(widget)

    def show_case(self, title: str, note: str, sources: list[str], source: str) -> None:
        self.title.show_text(title)
        self.note.setText(note if len(note) <= _LONGEST_NOTE else f"{note[:_LONGEST_NOTE]}…")
        self.note.setToolTip(f"<qt>{html.escape(note)}</qt>")
        self.note.setVisible(bool(note))
        self.sources.clear()
        self.sources.addItems(sources)
        self.sources.setCurrentText(source)
        self.sources.setVisible(len(sources) > 1)

    def show_themes(self, names: dict[str, str], current: str, current_name: str, is_edited: bool) -> None:
        """Fill the theme menu (id → name of the shipped themes); the current theme may be another, from a file."""
        self.theme_menu.clear()
        group = QActionGroup(self.theme_menu)
        shown = names if current in names else {**names, current: current_name}
        for theme_id, name in shown.items():
            action = self.theme_menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(theme_id == current)
            group.addAction(action)
            action.triggered.connect(lambda _=False, theme_id=theme_id: self._choose(theme_id, current))
        self.theme_menu.addSeparator()
        self.theme_menu.addAction(tr("From a file…"), lambda: self.theme_file_wanted.emit())
        reset = self.theme_menu.addAction(tr("Reset to the theme"), lambda: self.theme_reset_wanted.emit())
        reset.setEnabled(is_edited)
        reset.setToolTip(tr("Discards all label and colour changes"))

    def show_progress(self, text: str, percent: float | None) -> None:
        """Show the progress of reading; None hides it."""
        self._bar.setValue(int(percent or 0))
        self._bar.setToolTip(text)
        self._bar.setAccessibleName(text)
        self.progress.setVisible(percent is not None)

    def _choose(self, theme_id: str, current: str) -> None:
        if theme_id != current:
            self.theme_wanted.emit(theme_id)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        entries = (
            ("/mActionFileOpen.svg", tr("Open a case…"), self.case_wanted),
            ("/mActionAddMap.svg", tr("Open the sample case"), self.sample_wanted),
            ("/mActionSharingImport.svg", tr("Import control maps…"), self.import_wanted),
            ("/mActionZoomToLayer.svg", tr("Zoom to the case"), self.zoom_wanted),
            ("/mActionReload.svg", tr("Reload the case"), self.read_wanted),
        )
        for icon, text, signal in entries:
            menu.addAction(QgsApplication.getThemeIcon(icon), text, lambda signal=signal: signal.emit())
        menu.addSeparator()
        self.theme_menu.setIcon(QgsApplication.getThemeIcon("/propertyicons/symbology.svg"))
        menu.addMenu(self.theme_menu)
        menu.addAction(tr("Blocs…"), lambda: self.blocs_wanted.emit())
        self.marks_action = _add_check(menu, tr("Mark territory that changed hands"), self.marks_toggled)
        self.date_action = _add_check(menu, tr("Show the date on the map"), self.date_toggled)
        menu.addSeparator()
        prints = menu.addMenu(QgsApplication.getThemeIcon("/mActionNewLayout.svg"), tr("Print"))
        for kind, text in layout_labels().items():
            prints.addAction(text, lambda kind=kind: self.print_wanted.emit(kind))
        animation_icon = QgsApplication.getThemeIcon("/mActionSaveMapAsImage.svg")
        menu.addAction(animation_icon, tr("Export animation…"), lambda: self.animation_wanted.emit())
        menu.addSeparator()
        help_icon = QgsApplication.getThemeIcon("/mActionHelpContents.svg")
        menu.addAction(help_icon, tr("Help"), lambda: self.help_wanted.emit())
        return menu

    def show_settings(self, marks_changes: bool, shows_date: bool) -> None:
        for action, is_on in ((self.marks_action, marks_changes), (self.date_action, shows_date)):
            was_blocked = action.blockSignals(True)
            action.setChecked(is_on)
            action.blockSignals(was_blocked)

    def _make_progress(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * _BAR_DIGITS)
        self._bar.setFixedHeight(self.menu_button.sizeHint().height() - 4)
        self.cancel_button = _tool_button("/mActionCancelEdits.svg", tr("Cancel"))
        self.cancel_button.clicked.connect(lambda: self.cancel_wanted.emit())
        layout.addWidget(self._bar)
        layout.addWidget(self.cancel_button)
        row.hide()
        return row


def _add_check(menu: QMenu, text: str, signal) -> QAction:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.toggled.connect(signal)
    return action


def _tool_button(icon: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setIcon(QgsApplication.getThemeIcon(icon))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
