"""The user guide, opened in the browser."""

from __future__ import annotations

from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDialogButtonBox, QMessageBox, QWidget

from ..translation import tr
from ..user_guide import START, guide_url


def show_help(parent: QWidget, page: str = START) -> None:
    """Open a page of the guide; if no browser starts, show a message with the path of the file."""
    url = guide_url(page)
    if not QDesktopServices.openUrl(url):
        text = tr("No browser could be started. To read the user guide, open the file {}.").format(url.toLocalFile())
        QMessageBox.information(parent, tr("User guide"), text)


def add_help_button(box: QDialogButtonBox, page: str) -> None:
    """Add a help button to a dialog that opens a page of the guide."""
    box.addButton(QDialogButtonBox.StandardButton.Help)
    box.helpRequested.connect(lambda: show_help(box.window(), page))
