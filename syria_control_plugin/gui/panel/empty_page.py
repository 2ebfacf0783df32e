"""What the panel shows while no case is open: the ways to one."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ...translation import tr


class EmptyPage(QScrollArea):
    """Three ways to a case, as signals. A case dropped on the panel is the panel's affair."""

    sample_wanted = pyqtSignal()
    case_wanted = pyqtSignal()
    import_wanted = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(10)
        layout.addWidget(_text(tr("Dated maps of who held which ground: see the changes, play them, measure them.")))
        self.sample_button = self._add(
            layout, "/mActionAddMap.svg", tr("Open the sample case"),
            tr("North-east Hama, October 2017: schematic, from reports on places."), self.sample_wanted,
        )  # fmt: skip
        self.case_button = self._add(
            layout, "/mActionFileOpen.svg", tr("Open a case…"),
            tr("A GeoPackage that Syria Control made."), self.case_wanted,
        )  # fmt: skip
        self.import_button = self._add(
            layout, "/mActionSharingImport.svg", tr("Import control maps…"),
            tr("Dated maps of your own: a folder of files, layers, a table with dates."), self.import_wanted,
        )  # fmt: skip
        self.message = _text("")
        self.message.hide()
        layout.addWidget(self.message)
        layout.addStretch(1)
        self.setWidget(inside)

    def show_message(self, text: str) -> None:
        """Says why there is no case, where one was expected; "" says nothing."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _add(self, layout, icon: str, title: str, about: str, signal) -> QPushButton:
        button = QPushButton(QgsApplication.getThemeIcon(icon), title)
        button.setIconSize(QSize(20, 20))
        button.setStyleSheet("text-align: left; padding: 4px 8px")
        button.setAccessibleDescription(about)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: signal.emit())
        layout.addWidget(button)
        layout.addWidget(_text(about))
        return button


def _text(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
