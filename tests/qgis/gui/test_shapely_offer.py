"""QGIS without a Shapely that suffices: what the user sees and is asked, and that the plugin is there afterwards."""

import sys
import threading

import pytest
import shapely
from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QCheckBox, QMessageBox, QPushButton

from syria_control_plugin import classFactory
from syria_control_plugin.core.errors import InstallError
from syria_control_plugin.core.feedback import report_progress
from syria_control_plugin.gui import shapely_offer
from syria_control_plugin.profile_shapely import InstallPlan, shapely_folder
from syria_control_plugin.requirements import RELEASES
from syria_control_plugin.sources.qgis_python import PYPI, IsolatedPython, PipSettings
from tests.qgis.gui.panel_desk import FakeIface, settle, wait_until

PROBLEM = "Syria Control requires the Python package Shapely 2.0 or later"


def provider():
    return QgsApplication.processingRegistry().providerById("syriacontrol")


class Desk(FakeIface):
    """QGIS's interface with a message bar as it is."""

    def __init__(self):
        super().__init__()
        self.bar = QgsMessageBar(self.window)

    def messageBar(self):
        return self.bar

    def texts(self):
        return [item.text() for item in self.bar.items()]

    def press_in_bar(self, text):
        (button,) = [button for button in self.bar.currentItem().findChildren(QPushButton) if button.text() == text]
        button.click()

    def menu_texts(self):
        return [action.text() for _, action in self.menu]


class Installing:
    """In place of pip: goes on when the test says so, and ends as it says."""

    def __init__(self, monkeypatch):
        self.may_end, self.error, self.count = threading.Event(), None, 0
        self.has_begun = threading.Event()
        self.configured, self.settings, self.missing = PipSettings(), None, None
        monkeypatch.setattr(shapely_offer, "install", self)
        monkeypatch.setattr(shapely_offer, "prepare", self.prepare)
        monkeypatch.setattr(shapely_offer, "use_installed", lambda: sys.modules.__setitem__("shapely", shapely))

    def prepare(self, progress):
        if self.missing:
            raise self.missing
        return InstallPlan(RELEASES[0], shapely_folder(), IsolatedPython("python3"), self.configured)

    def __call__(self, progress, plan, settings):
        self.count += 1
        self.settings = settings
        report_progress(progress, 30)
        self.has_begun.set()
        while not self.may_end.wait(0.01):
            report_progress(progress, 40)
        if self.error:
            raise self.error


@pytest.fixture
def desk(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", staticmethod(lambda: str(tmp_path / "profile")))
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: caught.append(error))
    yield Desk()
    settle()
    QgsProject.instance().clear()
    assert not caught, caught


@pytest.fixture
def installing(monkeypatch):
    return Installing(monkeypatch)


@pytest.fixture
def plugin(desk, installing, monkeypatch):
    """The plugin in a QGIS without Shapely; unloaded in the end, whatever the test did."""
    monkeypatch.setitem(sys.modules, "shapely", None)
    made = classFactory(desk)
    made.initGui()
    yield made
    installing.may_end.set()
    made.unload()
    assert provider() is None and desk.menu == []


def box_of(plugin):
    return plugin.offer.box


def press(box, text):
    (button,) = [button for button in box.buttons() if button.text().replace("&", "") == text]
    button.click()


def question_of(desk, plugin):
    before = box_of(plugin)
    desk.trigger("Install Shapely…")
    wait_until(lambda: box_of(plugin) not in (None, before) and box_of(plugin).isVisible())
    return box_of(plugin)


def say_yes(desk, plugin, installing):
    press(question_of(desk, plugin), "Install")
    wait_until(installing.has_begun.is_set)


def test_it_says_what_is_missing_and_stays_out_of_the_way(desk, plugin):
    assert desk.texts() == [
        f"{PROBLEM}, which QGIS's Python cannot load: import of shapely halted; None in sys.modules."
    ]
    assert desk.bar.currentItem().level() == Qgis.MessageLevel.Warning
    assert desk.menu_texts() == ["Install Shapely…"]
    assert plugin.panel is None and provider() is None


def test_one_that_is_too_old(desk, installing, monkeypatch):
    monkeypatch.setattr(shapely, "__version__", "1.8.5")
    plugin = classFactory(desk)
    plugin.initGui()
    assert desk.texts() == [f"{PROBLEM}; QGIS's Python has version 1.8.5."]
    plugin.unload()
    assert desk.texts() == [] and desk.menu == []


def test_nothing_is_downloaded_before_yes(desk, plugin, installing):
    box = question_of(desk, plugin)
    assert box.text().endswith("Install Shapely 2.0.7 now?")
    text = box.informativeText()
    assert "from the Python Package Index:\nhttps://pypi.org/simple\n" in text and "profile/syria_control" in text
    assert "pip configuration" not in text and box.checkBox() is None
    press(box, "Cancel")
    settle()
    assert installing.count == 0 and provider() is None


def test_the_button_in_the_message_bar_asks_the_same(desk, plugin, installing):
    desk.press_in_bar("Install Shapely…")
    wait_until(lambda: box_of(plugin) is not None)
    assert box_of(plugin).text().endswith("Install Shapely 2.0.7 now?")


@pytest.mark.parametrize("is_wanted", [False, True])
def test_another_index_is_shown_and_used_only_if_wanted(desk, plugin, installing, is_wanted):
    installing.configured = PipSettings("https://ann:s3cret@files.example/a&b/simple", certificates="/etc/our.pem")
    box = question_of(desk, plugin)
    assert PYPI in box.informativeText()
    assert "names another index:\nhttps://****@files.example/a&b/simple\n" in box.informativeText()
    choice = box.checkBox()
    assert choice.text() == (
        "Use the index of your pip configuration: https://****@files.example/a&&b/simple\n(certificates /etc/our.pem)"
    )
    assert not choice.isChecked()
    assert "s3cret" not in box.text() + box.informativeText() + choice.text()
    choice.setChecked(is_wanted)
    press(box, "Install")
    wait_until(installing.has_begun.is_set)
    assert installing.settings == (installing.configured if is_wanted else PipSettings())


def test_a_configured_proxy_alone_is_offered(desk, plugin, installing):
    installing.configured = PipSettings(proxy="http://ann:s3cret@proxy.example:3128")
    box = question_of(desk, plugin)
    assert "other connection settings" in box.informativeText()
    assert box.findChild(QCheckBox).text().endswith("pip configuration: proxy http://****@proxy.example:3128")


def test_without_pip_it_says_so_in_place_of_the_question(desk, plugin, installing):
    installing.missing = InstallError("QGIS's Python has no pip. Install pip.")
    box = question_of(desk, plugin)
    assert box.icon() == QMessageBox.Icon.Warning and box.text() == str(installing.missing)
    assert [button.text() for button in box.buttons() if "Install" in button.text()] == []
    assert desk.texts()[0].startswith(PROBLEM)
    installing.missing = None
    assert question_of(desk, plugin).text().endswith("Install Shapely 2.0.7 now?")


def test_unloaded_while_it_checks(desk, installing, monkeypatch):
    may_end, has_begun = threading.Event(), threading.Event()

    def prepare(progress):
        has_begun.set()
        may_end.wait(30)
        return installing.prepare(progress)

    monkeypatch.setattr(shapely_offer, "prepare", prepare)
    monkeypatch.setitem(sys.modules, "shapely", None)
    plugin = classFactory(desk)
    plugin.initGui()
    desk.trigger("Install Shapely…")
    wait_until(has_begun.is_set)
    offer = plugin.offer
    plugin.unload()
    may_end.set()
    wait_until(lambda: offer._work is None)
    assert offer.box is None and installing.count == 0


def test_after_yes_panel_menu_and_toolbox_are_there(desk, plugin, installing):
    say_yes(desk, plugin, installing)
    assert desk.texts() == ["Installing Shapely into your QGIS profile…"]
    wait_until(lambda: plugin.offer.bar.value() == 40)
    assert plugin.panel is None
    installing.may_end.set()
    wait_until(lambda: plugin.panel is not None)
    assert provider() is not None
    assert desk.menu_texts()[0] == "Syria Control panel" and "Install Shapely…" not in desk.menu_texts()
    assert desk.texts() == ["Shapely is installed. The panel, menu and toolbox are available now."]


def test_cancelled_it_can_be_asked_for_again(desk, plugin, installing):
    say_yes(desk, plugin, installing)
    desk.press_in_bar("Cancel")
    wait_until(lambda: desk.texts() and desk.texts()[0].startswith(PROBLEM))
    installing.has_begun.clear()
    installing.may_end.set()
    say_yes(desk, plugin, installing)
    wait_until(lambda: plugin.panel is not None)


def test_the_question_is_not_asked_twice_while_it_installs(desk, plugin, installing):
    say_yes(desk, plugin, installing)
    before = box_of(plugin)
    desk.trigger("Install Shapely…")
    assert box_of(plugin) is before


def test_what_went_wrong_is_told_with_what_to_type(desk, plugin, installing):
    installing.error = InstallError("No connection.\n\ntype this:\npython3 -m pip install <shapely>")
    installing.may_end.set()
    say_yes(desk, plugin, installing)
    wait_until(lambda: desk.texts() and desk.texts()[0].startswith(PROBLEM))
    box = box_of(plugin)
    assert box.icon() == QMessageBox.Icon.Warning and box.text() == str(installing.error)
    assert provider() is None


def test_where_an_older_one_is_in_use_qgis_must_be_started_again(desk, plugin, installing, monkeypatch):
    monkeypatch.setattr(shapely, "__version__", "1.8.5")
    monkeypatch.setitem(sys.modules, "shapely", shapely)
    installing.may_end.set()
    say_yes(desk, plugin, installing)
    wait_until(lambda: "Restart QGIS to use it" in "".join(desk.texts()))
    assert provider() is None and plugin.panel is None


def test_one_that_can_not_be_loaded_afterwards(desk, plugin, installing, monkeypatch):
    def use():
        raise ImportError("numpy.core.multiarray failed to import")

    monkeypatch.setattr(shapely_offer, "use_installed", use)
    installing.may_end.set()
    say_yes(desk, plugin, installing)
    wait_until(lambda: "numpy.core.multiarray" in "".join(desk.texts()))
    assert provider() is None


def test_the_message_closed_while_it_installs(desk, plugin, installing):
    say_yes(desk, plugin, installing)
    desk.bar.popWidget()  # what the cross does
    QCoreApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    assert sip.isdeleted(plugin.offer.bar)
    installing.may_end.set()
    wait_until(lambda: plugin.panel is not None)


def test_unloaded_while_it_installs(desk, installing, monkeypatch):
    monkeypatch.setitem(sys.modules, "shapely", None)
    plugin = classFactory(desk)
    plugin.initGui()
    say_yes(desk, plugin, installing)
    plugin.unload()
    settle()
    assert desk.texts() == [] and desk.menu == [] and provider() is None
