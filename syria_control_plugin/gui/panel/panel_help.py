"""The panel's help: what is where, and the keys. Shown without a network."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from ...translation import tr

NAME = "SyriaControlHelp"


def help_page() -> str:
    """The help as HTML."""
    parts = (
        (
            tr("The date"),
            (
                tr("Click or drag on the timeline, type a date, or use the buttons. A map holds until the next one."),
                tr("Timeline: arrow keys go to the map before and after, with Ctrl to the next change of ground."),
                tr("The skip buttons go to the previous and next map at which ground changed hands."),
            ),
        ),
        (
            tr("Factions"),
            (
                tr("Area on the WGS 84 ellipsoid, its share of all ground held, and the change since the map before."),
                tr("Space or the check box: draw a class or not. F2 or a double click: its colour or its words."),
                tr("Colours and words are kept with the case; Theme > Reset to the theme takes them back."),
                tr("Hatched or coloured classes derived from history lie within the ground of the factions."),
            ),
        ),
        (
            tr("What changed"),
            (
                tr("Click or Enter: the place flashes; the map moves only where the place is not in view."),
                tr("Double click or Ctrl+Enter: the map zooms to it."),
                tr("Changes are those of the map shown against the one before it of the same source."),
                tr("Events in italics: the day is not known precisely."),
            ),
        ),
        (
            tr("Area over time"),
            (
                tr("Click: that date. Left and Right: the date of change before and after. Menu key: axis from zero."),
                tr("Where the source says nothing the lines have a gap: unknown is not zero."),
            ),
        ),
        (
            tr("Keys of your own"),
            (tr("Settings > Keyboard Shortcuts, search for Syria Control: panel, play, maps, changes."),),
        ),
    )
    sections = (
        f"<h3>{html.escape(title)}</h3><ul>{''.join(f'<li>{html.escape(line)}</li>' for line in lines)}</ul>"
        for title, lines in parts
    )
    return "".join(sections)


def show_help(parent: QWidget) -> QDialog:
    """Shows the help beside the map; the one that is open already comes to the front."""
    dialog = parent.findChild(QDialog, NAME)
    if dialog is None:
        dialog = QDialog(parent)
        dialog.setObjectName(NAME)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Syria Control: help"))
        browser = QTextBrowser()
        browser.setHtml(help_page())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.close)
        layout = QVBoxLayout(dialog)
        layout.addWidget(browser)
        layout.addWidget(buttons)
        dialog.resize(460, 520)
    dialog.show()
    dialog.raise_()
    return dialog
