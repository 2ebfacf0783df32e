"""The buttons that move through the dates, the playback speed, and a field to enter a date."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, QLocale, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAction,
    QActionGroup,
    QBoxLayout,
    QDateEdit,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ...case.qgis_values import to_qt
from ...core.dates.periods import moments
from ...translation import text_locale, tr

SPEEDS = (0.5, 1.0, 2.0, 5.0, 10.0, 25.0)  # maps per second


class Transport(QWidget):
    """The playback controls; ``show_…`` methods emit no signals.

    stepped        direction (1 or -1), whether to the next date at which territory changed hands
    play_toggled   play or pause was pressed
    speed_chosen   maps per second
    loop_chosen    whether playback starts again after the last map
    date_typed     datetime64[s]: begin of the day (UTC) that was typed or picked
    """

    stepped = pyqtSignal(int, bool)
    play_toggled = pyqtSignal()
    speed_chosen = pyqtSignal(float)
    loop_chosen = pyqtSignal(bool)
    date_typed = pyqtSignal(object)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.actions_by_id: dict[str, QAction] = {}
        steps, more = QWidget(self), QWidget(self)
        for row in (steps, more):
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(1)
        self._steps, self._more = steps, more
        steps.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as on the timeline
        self._add_step("previous_change", "rewindToStart", tr("Previous change"), -1, True)
        self._add_step("previous", "previous", tr("Previous map"), -1, False)
        self.play_action = self._add_action("play", "forward", tr("Play"))
        self.play_action.triggered.connect(lambda: self.play_toggled.emit())
        self._add_step("next", "next", tr("Next map"), 1, False)
        self._add_step("next_change", "skipToEnd", tr("Next change"), 1, True)
        self.date_edit = self._make_date_edit()
        more.layout().addWidget(self.date_edit, 1)
        more.layout().addWidget(self._make_loop_button())
        more.layout().addWidget(self._make_speed_button())
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(steps)
        self._box.addWidget(more, 1)
        self.show_dates(moments([]))

    def show_dates(self, dates) -> None:
        """Set the dates (datetime64, rising) among which one can be typed; none: all controls are disabled."""
        for widget in (self._steps, self._more):
            widget.setEnabled(len(dates) > 0)
        for action in self.actions_by_id.values():
            action.setEnabled(len(dates) > 0)
        if len(dates):
            was_blocked = self.date_edit.blockSignals(True)
            self.date_edit.setDateRange(to_qt(dates[0]).date(), to_qt(dates[-1]).date())
            self.date_edit.blockSignals(was_blocked)

    def show_moment(self, moment) -> None:
        """Show the date of the map, unless the user is typing one."""
        if moment is None or np.isnat(moment) or self.date_edit.lineEdit().isModified():
            return
        was_blocked = self.date_edit.blockSignals(True)
        self.date_edit.setDate(to_qt(moment).date())
        self.date_edit.blockSignals(was_blocked)

    def show_playing(self, is_playing: bool) -> None:
        name, text = ("pause", tr("Pause")) if is_playing else ("forward", tr("Play"))
        self.play_action.setIcon(_icon(name))
        self.play_action.setText(text)
        self.play_action.setToolTip(text)

    def show_speed(self, maps_per_second: float) -> None:
        self.speed_button.setText(_speed_text(maps_per_second))
        for speed, action in self._speed_actions.items():
            action.setChecked(speed == maps_per_second)

    def show_looping(self, is_looping: bool) -> None:
        was_blocked = self.loop_button.blockSignals(True)
        self.loop_button.setChecked(is_looping)
        self.loop_button.blockSignals(was_blocked)

    def resizeEvent(self, event):
        """Lay the controls out in one row if it fits, otherwise in two."""
        wanted = self._steps.sizeHint().width() + self._more.sizeHint().width() + self._box.spacing()
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if wanted <= self.width() else directions.TopToBottom)
        super().resizeEvent(event)

    def minimumSizeHint(self):
        size = super().minimumSizeHint()
        size.setWidth(max(self._steps.minimumSizeHint().width(), self._more.minimumSizeHint().width()))
        return size

    def _add_step(self, name: str, icon: str, text: str, direction: int, to_change: bool) -> None:
        self._add_action(name, icon, text).triggered.connect(lambda: self.stepped.emit(direction, to_change))

    def _add_action(self, name: str, icon: str, text: str) -> QAction:
        action = QAction(_icon(icon), text, self)
        action.setObjectName(f"SyriaControl{name.title().replace('_', '')}")
        button = QToolButton(self._steps)
        button.setAutoRaise(True)
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(text)
        self._steps.layout().addWidget(button)
        self.actions_by_id[name] = action
        return action

    def _make_date_edit(self) -> QDateEdit:
        edit = QDateEdit(self._more)
        edit.setCalendarPopup(True)
        edit.setKeyboardTracking(False)
        edit.setDisplayFormat(_four_digit_year(text_locale().dateFormat(QLocale.FormatType.ShortFormat)))
        edit.setAccessibleName(tr("Date"))
        edit.setToolTip(tr("Enter the date to show on the map (UTC), then press Enter"))
        edit.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        edit.dateChanged.connect(self._date_changed)
        return edit

    def _date_changed(self, date: QDate) -> None:
        self.date_edit.lineEdit().setModified(False)
        self.date_typed.emit(np.datetime64(date.toString(Qt.DateFormat.ISODate), "s"))

    def _make_loop_button(self) -> QToolButton:
        self.loop_button = QToolButton(self._more)
        self.loop_button.setAutoRaise(True)
        self.loop_button.setCheckable(True)
        self.loop_button.setIcon(QgsApplication.getThemeIcon("/mActionReload.svg"))
        self.loop_button.setToolTip(tr("Start again after the last map"))
        self.loop_button.setAccessibleName(tr("Loop"))
        self.loop_button.toggled.connect(self.loop_chosen)
        return self.loop_button

    def _make_speed_button(self) -> QToolButton:
        self.speed_button = QToolButton(self._more)
        self.speed_button.setAutoRaise(True)
        self.speed_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.speed_button.setToolTip(tr("Set the playback speed (maps per second)"))
        self.speed_button.setAccessibleName(tr("Speed"))
        menu, group = QMenu(self.speed_button), QActionGroup(self)
        self._speed_actions = {}
        for speed in SPEEDS:
            action = menu.addAction(tr("{} maps per second").format(text_locale().toString(speed)))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, speed=speed: self.speed_chosen.emit(speed))
            self._speed_actions[speed] = action
        self.speed_button.setMenu(menu)
        self.show_speed(SPEEDS[2])
        return self.speed_button


def _icon(name: str):
    return QgsApplication.getThemeIcon(f"/temporal_navigation/{name}.svg")


def _speed_text(speed: float) -> str:
    return tr("{} /s").format(text_locale().toString(float(speed)))


def _four_digit_year(pattern: str) -> str:
    """Return a date pattern with a four-digit year: "yy" of a locale's short format becomes "yyyy"."""
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")
