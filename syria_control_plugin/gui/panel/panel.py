"""The dock panel. It only shows and emits signals; ``panel_controller`` connects it to case, map and project.

Without a case it shows an empty page with the entries that open one.
"""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...translation import tr
from ..timeline.timeline import Timeline
from ..timeline.transport import Transport
from .area_chart import AreaChart
from .changes import ChangeList
from .classes import FactionTable
from .header import CaseHeader


class EmptyPage(QScrollArea):
    """The page of the panel without a case; its three buttons signal how the user wants to open one."""

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
        layout.addWidget(_text(tr("View, play and measure changes in dated maps of territorial control.")))
        self.sample_button = self._add(
            layout, "/mActionAddMap.svg", tr("Open the sample case"),
            tr("Schematic maps of north-east Hama in October 2017, from reports on places."), self.sample_wanted,
        )  # fmt: skip
        self.case_button = self._add(
            layout, "/mActionFileOpen.svg", tr("Open a case…"),
            tr("A GeoPackage created by Syria Control."), self.case_wanted,
        )  # fmt: skip
        self.import_button = self._add(
            layout, "/mActionSharingImport.svg", tr("Import control maps…"),
            tr("Your own dated maps: a folder of files, layers, or a table with dates."), self.import_wanted,
        )  # fmt: skip
        self.message = _text("")
        self.message.hide()
        layout.addWidget(self.message)
        layout.addStretch(1)
        self.setWidget(inside)

    def show_message(self, text: str) -> None:
        """Show why an expected case is missing; "" hides the message."""
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


CONTROL, OVER_TIME = "control", "over_time"
_MARGIN = 6


class ControlPanel(QgsDockWidget):
    """The panel. Its parts are filled from outside: header, timeline, transport, factions, changes, chart.

    Pages (tabs) can be added; each has an id that is independent of the language.

    sample_wanted, case_wanted, import_wanted   from the empty page or from the menu
    case_dropped                                path of a file that was dropped on the panel
    page_chosen                                 id of a page
    """

    sample_wanted, case_wanted, import_wanted = pyqtSignal(), pyqtSignal(), pyqtSignal()
    case_dropped = pyqtSignal(str)
    page_chosen = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(tr("Syria Control"), parent)
        self.setObjectName("SyriaControlPanel")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.setAcceptDrops(True)
        self._stack = QStackedWidget(self)
        self.empty = EmptyPage()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._make_case_page())
        self.setWidget(self._stack)
        for part in (self.empty, self.header):
            part.sample_wanted.connect(self.sample_wanted)
            part.case_wanted.connect(self.case_wanted)
            part.import_wanted.connect(self.import_wanted)

    @property
    def has_case(self) -> bool:
        return self._stack.currentIndex() == 1

    def show_empty(self, message: str = "") -> None:
        """Show the empty page; a message explains why an expected case is missing."""
        self.empty.show_message(message)
        self._stack.setCurrentIndex(0)

    def show_case(self) -> None:
        self._stack.setCurrentIndex(1)

    def add_page(self, page_id: str, widget: QWidget, title: str) -> None:
        """Add a tab after the others."""
        widget.setProperty("page_id", page_id)
        self.pages.addTab(widget, title)

    def remove_page(self, page_id: str) -> None:
        """Remove a tab; its widget belongs to the caller again."""
        number = self._page_number(page_id)
        if number >= 0:
            self.pages.removeTab(number)

    @property
    def page(self) -> str:
        """Id of the tab that is shown."""
        return str(self.pages.currentWidget().property("page_id"))

    def show_page(self, page_id: str) -> None:
        """Show a tab; an unknown id (from a later version) changes nothing."""
        number = self._page_number(page_id)
        if number >= 0:
            self.pages.setCurrentIndex(number)

    def _page_number(self, page_id: str) -> int:
        ids = [self.pages.widget(number).property("page_id") for number in range(self.pages.count())]
        return ids.index(page_id) if page_id in ids else -1

    def _make_case_page(self) -> QWidget:
        page = QWidget()
        self.header, self.timeline, self.transport = CaseHeader(), Timeline(), Transport()
        self.timeline.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.setUsesScrollButtons(True)
        self.add_page(CONTROL, self._make_control_page(), tr("Control"))
        self.chart = AreaChart()
        self.add_page(OVER_TIME, _with_margins(self.chart), tr("Area over time"))
        self.pages.currentChanged.connect(lambda _: self.page_chosen.emit(self.page))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(_MARGIN)
        for widget in (self.header, self.timeline, self.transport):
            layout.addWidget(widget)
        layout.addWidget(self.pages, 1)
        return page

    def _make_control_page(self) -> QWidget:
        self.factions, self.changes = FactionTable(), ChangeList()
        self.factions_note = QLabel()
        self.factions_note.setTextFormat(Qt.TextFormat.PlainText)
        self.factions_note.setWordWrap(True)
        top = QWidget()
        layout = QVBoxLayout(top)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.factions_note)
        layout.addWidget(self.factions, 1)
        splitter = self._splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(top)
        splitter.addWidget(self.changes)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        self._is_fitted = True
        splitter.splitterMoved.connect(self._keep_sizes)
        self.factions.model().modelReset.connect(self._fit_factions)
        return _with_margins(splitter)

    def _keep_sizes(self, *_) -> None:
        """Keep the heights that the user has set."""
        self._is_fitted = False

    def _fit_factions(self) -> None:
        """Fit the height of the table to its classes; the changes get the rest."""
        self.factions.updateGeometry()
        if self._is_fitted:
            top = self.factions.sizeHint().height() + self.factions_note.sizeHint().height() + 3
            self._splitter.setSizes([top, max(self._splitter.height() - top, 1)])

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._fit_factions()

    def dragEnterEvent(self, event):
        if _dropped_case(event):
            event.acceptProposedAction()

    def dropEvent(self, event):
        path = _dropped_case(event)
        if path:
            event.acceptProposedAction()
            self.case_dropped.emit(path)


def _with_margins(inside: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, _MARGIN, 0, 0)
    layout.addWidget(inside)
    return page


def _dropped_case(event) -> str:
    """Return the path of a dragged GeoPackage; "" for anything else."""
    paths = [url.toLocalFile() for url in event.mimeData().urls()]
    return paths[0] if len(paths) == 1 and paths[0].lower().endswith(".gpkg") else ""
