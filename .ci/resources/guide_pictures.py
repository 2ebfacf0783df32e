"""Run inside QGIS by .ci/resources/guide_pictures: performs the steps of the user guide, and takes a picture of each.

Functions that yield are steps; each value is a pause in milliseconds, during which QGIS handles its events.
"""

import os
import tempfile
import time
import traceback
from pathlib import Path

import processing
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QDate, QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QDialog, QDockWidget
from qgis.utils import iface, plugins

OUT = Path(os.environ["PICTURES"])
LEFT = Qt.MouseButton.LeftButton
MAP_DAYS = ("2017-10-08", "2017-10-15", "2017-10-24")


def shot(widget, name):
    """Save a picture of a widget."""
    QApplication.processEvents()
    widget.grab().save(str(OUT / f"{name}.png"))


def until(test, seconds=60):
    """Wait until a test is true. Raises TimeoutError."""
    end = time.monotonic() + seconds
    while not test():
        if time.monotonic() > end:
            raise TimeoutError(f"still false after {seconds} s")
        yield 100
    yield 300


def press(widget, text):
    """Click the only visible button with this text or tooltip."""
    (button,) = [
        each
        for each in widget.findChildren(QAbstractButton)
        if each.isVisible() and text in (each.text().replace("&", ""), each.toolTip())
    ]
    QTest.mouseClick(button, LEFT)


def choose(menu, text):
    """Trigger the only action with this text; return its submenu, if any, without triggering."""
    (action,) = [each for each in menu.actions() if each.text().replace("&", "") == text]
    if action.menu() is None:
        action.trigger()
    return action.menu()


def visit():
    """Go through all steps of the guide."""
    window = iface.mainWindow()
    window.setGeometry(0, 0, 1500, 950)
    for dock in window.findChildren(QDockWidget):
        if dock.objectName() in ("Browser", "Browser2"):
            dock.hide()
    plugin = plugins["syria_control_plugin"]
    panel = plugin.panel
    plugin.panel_action.trigger()
    window.resizeDocks([panel], [430], Qt.Orientation.Horizontal)
    yield 1500
    iface.messageBar().clearWidgets()
    press(panel, "Open the sample case")
    yield from until(lambda: panel.has_case and plugin.controller is not None)
    yield 5000
    window.resizeDocks([panel], [430], Qt.Orientation.Horizontal)
    yield from show_day(panel, "2017-10-24")
    choose(panel.header.menu, "Zoom to the case")
    yield 2500
    iface.messageBar().clearWidgets()
    shot(window, "desktop")
    shot(panel, "panel_control")
    yield from menu_picture(panel)
    bar = panel.pages.tabBar()
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(1).center())
    yield 1000
    shot(panel, "panel_over_time")
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(2).center())
    yield 1000
    yield from corridors(panel)
    yield from maps_to_import(plugin)
    yield from animation(panel)
    yield from prints()


def show_day(panel, day):
    """Show the map of a day, such as 2017-10-24."""
    panel.transport.date_edit.setDate(QDate.fromString(day, Qt.DateFormat.ISODate))
    yield 1500


def menu_picture(panel):
    """Take a picture of the panel's menu."""
    menu = panel.header.menu
    menu.popup(panel.mapToGlobal(QPoint(40, 40)))
    yield 500
    shot(menu, "panel_menu")
    menu.hide()
    yield 200


def corridors(panel):
    """Select a corridor and show its evidence."""
    page = panel.pages.currentWidget()
    view = page.list
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(1, 1)).center())
    yield 2000
    press(page, "Evidence")
    yield 1500
    shot(iface.mainWindow(), "desktop_corridors")


def maps_to_import(plugin):
    """Write a folder of maps, and open it in the import dialog."""
    folder = Path(tempfile.mkdtemp(), "maps")
    folder.mkdir()
    for day in MAP_DAYS:
        given = {"INPUT": f"{case_path()}|layername=territories", "DATE": f"{day}T00:00:00", "OUTPUT": "memory:"}
        territory = processing.run("syriacontrol:territoriesondate", given)["OUTPUT"]
        output = str(folder / f"control_{day}.geojson")
        processing.run("native:retainfields", {"INPUT": territory, "FIELDS": ["faction"], "OUTPUT": output})
    plugin._import_maps()
    (dialog,) = iface.mainWindow().findChildren(QDialog, "SyriaControlImportDialog")
    dialog.resize(820, 640)
    dialog.add_paths([str(folder)])
    dialog.page.target.file.setFilePath(str(folder.parent / "case.gpkg"))
    yield from until(lambda: dialog.import_button.isEnabled())
    yield 1500
    shot(dialog, "import_dialog")
    dialog.close()


def case_path():
    """Return the path of the case that the project shows."""
    sources = [layer.source() for layer in QgsProject.instance().mapLayers().values()]
    return next(source.partition("|")[0] for source in sources if "control_map" in source)


def prints():
    """Print a map and an evidence sheet as PNG."""
    of_date, of_corridor = {"KIND": "map", "DATES": MAP_DAYS[-1]}, {"KIND": "evidence", "CORRIDORS": "1"}
    for name, more in (("print_map", of_date), ("print_evidence", of_corridor)):
        given = {"CASE": case_path(), "OUTPUT": str(OUT / f"{name}.png"), "DPI": 80, **more}
        processing.run("syriacontrol:controllayout", given)
        yield 200


def animation(panel):
    """Open the animation dialog."""
    choose(panel.header.menu, "Export animation…")
    yield 1000
    (dialog,) = iface.mainWindow().findChildren(QDialog, "SyriaControlFilmDialog")
    dialog.form.file.setFilePath(str(Path(tempfile.mkdtemp(), "film.mp4")))
    yield from until(lambda: dialog.picture.pixmap() is not None and not dialog.picture.pixmap().isNull())
    yield 1500
    shot(dialog, "animation_dialog")


def go(steps):
    """Run the next step and, after its pause, the others; report the end in the file MADE."""
    try:
        pause = next(steps)
    except StopIteration:
        Path(os.environ["MADE"]).write_text("ok")
        return
    except Exception:  # noqa: BLE001 - the waiting script must learn of any error
        traceback.print_exc()
        iface.mainWindow().grab().save(str(OUT / "failed.png"))
        Path(os.environ["MADE"]).write_text("failed")
        return
    QTimer.singleShot(int(pause), lambda: go(steps))


_steps = visit()
QTimer.singleShot(3000, lambda: go(_steps))
