"""The dialog of blocs: what it shows, refuses and hands over."""

import pytest
from qgis.PyQt.QtWidgets import QDialogButtonBox

from syria_control_plugin.core.factions.factions import Faction, Factions
from syria_control_plugin.gui.panel.blocs import BlocDialog

HOSTILE = "<b>x</b>'; DROP"
SHIPPED = Factions([Faction("A", "Alpha", bloc="A"), Faction("R", "Ro", bloc="A")])
FACTIONS = Factions([*SHIPPED.with_blocs({"R": "A ../2017-10-24; B 2017-11-01/.."}), Faction(HOSTILE, HOSTILE)])


@pytest.fixture
def dialog(qgis_app):
    shown = BlocDialog(FACTIONS, SHIPPED)
    yield shown
    shown.deleteLater()


def rows(dialog):
    """Return faction, bloc, start and end of each row."""
    cells = [[dialog.table.cellWidget(row, column) for column in range(4)] for row in range(dialog.table.rowCount())]
    return [(names.currentData(), bloc.currentText(), start.text(), end.text()) for names, bloc, start, end in cells]


def fill(dialog, row, faction=None, bloc=None, start=None, end=None):
    names, blocs, first, last = (dialog.table.cellWidget(row, column) for column in range(4))
    if faction is not None:
        names.setCurrentIndex(names.findData(faction))
    for set_text, text in ((blocs.setEditText, bloc), (first.setText, start), (last.setText, end)):
        if text is not None:
            set_text(text)


def button(dialog, kind):
    return dialog.box.button(getattr(QDialogButtonBox.StandardButton, kind))


def test_each_period_is_a_row_and_nothing_is_changed_by_looking(dialog):
    assert rows(dialog) == [("R", "A", "", "2017-10-24"), ("R", "B", "2017-11-01", "")]
    assert dialog.blocs() == {} and button(dialog, "Ok").isEnabled()


def test_a_row_without_days_always_holds(dialog):
    dialog.add_button.click()
    assert "choose a bloc" in dialog.problem.text() and not button(dialog, "Ok").isEnabled()
    fill(dialog, 2, faction=HOSTILE, bloc="A")
    assert dialog.blocs() == {HOSTILE: "A"} and button(dialog, "Ok").isEnabled()
    fill(dialog, 2, start="2017-10-24")
    assert dialog.blocs() == {HOSTILE: "A 2017-10-24/.."}


def test_two_blocs_at_a_time_are_refused_with_the_faction_and_the_days(dialog):
    fill(dialog, 0, end="2017-11-02")
    assert not button(dialog, "Ok").isEnabled()
    assert all(part in dialog.problem.text() for part in ("'R'", "A ../2017-11-02", "B 2017-11-01/.."))
    fill(dialog, 0, end="2017-11-01")
    assert button(dialog, "Ok").isEnabled() and not dialog.problem.text()


@pytest.mark.parametrize("end", ["24.10.2017", "2017-02-30", "soon"])
def test_what_is_no_day_is_refused(dialog, end):
    fill(dialog, 0, end=end)
    assert not button(dialog, "Ok").isEnabled() and end in dialog.problem.text()


def test_removed_rows_leave_a_faction_without_a_bloc(dialog):
    for _ in range(2):
        dialog.table.cellWidget(0, 4).click()
    assert rows(dialog) == [] and dialog.blocs() == {"R": ""}


def test_restored_are_the_blocs_known_in_advance(dialog):
    dialog.reset_button.click()
    assert rows(dialog) == [("R", "A", "", "")]
    assert dialog.blocs() == {"R": "A"}
