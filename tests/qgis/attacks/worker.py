"""A process in which attacks are tried at the plugin's entries: QGIS without a window, commands in, results out.

``worker.py ROOT REPLIES LIMIT_MB``: reads a JSON object a line from standard input (``entry``, ``folder``, ``target``,
``out``, ``options``), writes one a line to the file descriptor REPLIES (``text``, ``factions``).
"""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import sys
import time
import traceback
from contextlib import closing
from pathlib import Path

_FIXES = "id,faction,time,lon,lat\n" + "".join(f"m,OPP,2017-10-01T0{n}:00:00Z,36.{n},35.5\n" for n in range(1, 6))
_EVENTS = "date,side_a,side_b,lon,lat\n2017-10-01,GOV,OPP,36.5,35.5\n"
_SETTLE_SECONDS = 0.3  # pictures and styles are fetched in the background


# Errors of slots, which QGIS shows and PyQt without QGIS's window would end the process for.
_caught: list[str] = []


class Entries:
    """The plugin's entries, one a method: (folder, target, out, options) → text that the user would read."""

    def __init__(self):
        from qgis.core import QgsApplication, QgsProject

        self._app, self._project = QgsApplication, QgsProject.instance()

    # Maps

    def folder(self, folder, target, out, options):
        return self._import(out, [folder], options)

    def file(self, folder, target, out, options):
        return self._import(out, [os.path.join(folder, target)], options)

    def text(self, folder, target, out, options):
        """What somebody was asked to type or paste as a path."""
        return self._import(out, [target])

    def pattern(self, folder, target, out, options):
        return self._import(out, [os.path.join(folder, "*" + os.path.splitext(target)[1])])

    def zip(self, folder, target, out, options):
        import zipfile

        path = f"{folder}-sent.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for file in sorted(Path(folder).rglob("*")):
                if file.is_file():
                    archive.write(file, file.relative_to(folder).as_posix())
        return self._import(out, [path])

    def _import(self, out, paths, options=None):
        from syria_control_plugin.sources.files.inputs import list_inputs
        from syria_control_plugin.sources.maps.importing import import_maps

        inputs, skipped = list_inputs(paths)
        # The styles are those of the toolbox: the entry ``batch``.
        report = import_maps(os.path.join(out, "case.gpkg"), inputs, feedback=_feedback(options))
        return "\n".join([*map(str, report.lines()), *(f"left out: {name}" for name in skipped)])

    def preview(self, folder, target, out, options):
        return self._preview([folder], options)

    def drop(self, folder, target, out, options):
        """Files dropped from the desktop, then from QGIS's browser, onto the dialog's list."""
        from qgis.core import QgsMimeDataUtils
        from qgis.PyQt.QtCore import QMimeData, QUrl

        from syria_control_plugin.gui.imports.inputs import _dropped_paths

        path = os.path.join(folder, target)
        dropped = QMimeData()
        dropped.setUrls([QUrl.fromLocalFile(path)])
        uri = QgsMimeDataUtils.Uri()
        uri.layerType, uri.providerKey, uri.uri, uri.name = "vector", "ogr", path, target
        listed = QgsMimeDataUtils.encodeUriList([uri])
        return "\n".join(self._preview(_dropped_paths(each)) for each in (dropped, listed))

    def _preview(self, paths, options=None):
        """What the dialog does before anything is imported."""
        from syria_control_plugin.core.errors import SyriaControlError
        from syria_control_plugin.gui.imports.jobs import kept_tables, preview_job
        from syria_control_plugin.sources.maps.options import DEFAULTS

        try:
            seen = preview_job([], paths, DEFAULTS, "", "", kept_tables())(_feedback(options))
        except SyriaControlError as error:
            return str(error)
        preview = seen.preview
        rows = [f"{row.file}: {row.action!s} {row.reason!s} {getattr(row, 'faction', '')}" for row in preview.rows]
        return "\n".join([str(preview.problem or ""), *map(str, preview.report.lines()), *rows, *seen.skipped])

    def layer(self, folder, target, out, options):
        """A layer that the analyst has opened in QGIS by then."""
        from qgis.core import QgsVectorLayer

        layer = QgsVectorLayer(os.path.join(folder, target), "2017-10-01", "ogr")
        if not layer.isValid():
            return "QGIS does not open it"
        self._project.addMapLayer(layer)
        return self._run("importcontrolseries", {"INPUT": layer.id(), "OUTPUT": f"{out}/case.gpkg"})

    def batch(self, folder, target, out, options):
        given = {"PATHS": folder, "OUTPUT": f"{out}/case.gpkg", "REPORT": f"{out}/report.html"}
        return self._run("importcontrolseries", given)

    def batch_input(self, folder, target, out, options):
        return self._run("importcontrolseries", {"INPUT": [f"{folder}/{target}"], "OUTPUT": f"{out}/case.gpkg"})

    def model(self, folder, target, out, options):
        given = {"maps": folder, "title": options.get("title", ""), "case": f"{out}/case.gpkg"}
        return self._run("mapstoatlas", {**given, "atlas": f"{out}/atlas.pdf"})

    def qgis_process(self, folder, target, out, options):
        import subprocess

        plugins = os.environ["QGIS_PLUGINPATH"]
        assert os.path.isdir(plugins)
        subprocess.run(["qgis_process", "plugins", "enable", "syria_control_plugin"], capture_output=True, check=False)
        command = ["qgis_process", "run", "syriacontrol:importcontrolseries", f"--PATHS={folder}"]
        done = subprocess.run([*command, f"--OUTPUT={out}/case.gpkg"], capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    # Movements, events, reports, analysis

    def movements(self, folder, target, out, options):
        given = {"INPUT": [f"{folder}/{target}"], "FACTION": "OPP", "OUTPUT": f"{out}/case.gpkg"}
        return self._run("importmovements", given, options)

    def events(self, folder, target, out, options):
        return self._run("importevents", {"INPUT": f"{folder}/{target}", "OUTPUT": f"{out}/case.gpkg"}, options)

    def reports(self, folder, target, out, options):
        return self._run("territoriesfromreports", {"INPUT": f"{folder}/{target}", "OUTPUT": f"{out}/case.gpkg"})

    def places(self, folder, target, out, options):
        reports = self._written(folder, "reports.csv", "place,date,holder,source\na,2017-10-01,GOV,me\n")
        given = {"INPUT": reports, "PLACES": f"{folder}/{target}", "OUTPUT": f"{out}/case.gpkg"}
        return self._run("territoriesfromreports", given)

    def area(self, folder, target, out, options):
        text = "place,lon,lat,date,holder,source\na,36.5,35.5,2017-10-01,GOV,me\nb,36.6,35.5,2017-10-01,OPP,me\n"
        given = {"INPUT": self._written(folder, "reports.csv", text), "AREA": f"{folder}/{target}"}
        return self._run("territoriesfromreports", {**given, "OUTPUT": f"{out}/case.gpkg"})

    def analysis(self, folder, target, out, options):
        given = {"INPUT": f"{folder}/{target}", "OUTPUT": f"{out}/changes.csv"}
        return self._run("controlchanges", given)

    # Themes and templates

    def theme(self, folder, target, out, options):
        given = {"PATHS": f"{folder}/2017-09-01.geojson", "THEME": f"{folder}/{target}"}
        return self._run("importcontrolseries", {**given, "OUTPUT": f"{out}/case.gpkg"})

    def template(self, folder, target, out, options):
        given = {"CASE": options["case"], "TEMPLATE": f"{folder}/{target}", "DPI": 40}
        # Texts of an SVG can be searched for what must not be there; HTML is drawn into both.
        return self._run("controllayout", {**given, "OUTPUT": f"{out}/print.svg"})

    # Cases

    def open(self, folder, target, out, options):
        """As the panel's menu does, then drawn on the canvas."""
        from syria_control_plugin.gui.controllers import case_loader
        from tests.qgis.gui.panel_desk import settle

        iface = _iface()
        iface.window.show()
        opened = []
        opener = case_loader.CaseOpener(iface, opened.append)
        opener.open_case(f"{folder}/{target}")
        settle()
        until = time.monotonic() + 3
        while not opened and not iface.messages and time.monotonic() < until:
            settle()
        iface.canvas.setExtent(iface.canvas.fullExtent())
        iface.canvas.refresh()
        iface.canvas.waitWhileRendering()
        settle()
        iface.canvas.saveAsImage(f"{out}/canvas.png")
        beyond = [line for layer in self._project.mapLayers().values() for line in _beyond_drawing(layer)]
        opener.close()
        iface.window.close()
        said = list(iface.messages)
        return "\n".join([*said, *beyond, "opened" if opened else ""])

    def print(self, folder, target, out, options):
        given = {"CASE": f"{folder}/{target}", "DPI": 40}
        return "\n".join(
            self._run("controllayout", {**given, "OUTPUT": f"{out}/print.{ending}"}) for ending in ("pdf", "svg")
        )

    def film(self, folder, target, out, options):
        small = {"WIDTH": 160, "HEIGHT": 90, "FPS": 2, "HOLD": 0.5}
        return self._run("exportanimation", {"CASE": f"{folder}/{target}", "OUTPUT": f"{out}/film.gif", **small})

    def add_to(self, folder, target, out, options):
        """One more map is imported into a case that was sent."""
        path = self._written(folder, "2017-12-01.geojson", _squares((36.0, "GOV")))
        return self._run("importcontrolseries", {"PATHS": path, "OUTPUT": f"{folder}/{target}"})

    def corridors(self, folder, target, out, options):
        return self._run("casecorridors", {"CASE": f"{folder}/{target}", "REPORT": f"{out}/corridors.html"})

    def make_case(self, folder, target, out, options):
        """The case that attacks on cases change: two days of two sides, a movement, an event."""
        for day, factions in (("2017-10-01", ("GOV", "OPP")), ("2017-10-02", ("OPP", "GOV"))):
            self._written(folder, f"{day}.geojson", _squares(*zip((36.0, 37.0), factions)))
        path = f"{out}/case.gpkg"
        texts = [self._run("importcontrolseries", {"PATHS": folder, "OUTPUT": path})]
        for name, content, tool in (("m", _FIXES, "importmovements"), ("e", _EVENTS, "importevents")):
            given = {"INPUT": self._written(folder, f"{name}.csv", content), "OUTPUT": path}
            texts.append(self._run(tool, given))
        texts.append(self._run("casecorridors", {"CASE": path, "REPORT": f"{out}/corridors.html"}))
        return "\n".join(texts)

    @staticmethod
    def _written(folder, name, content):
        path = os.path.join(folder, name)
        Path(path).write_text(content, encoding="utf-8")
        return path

    def _run(self, name, parameters, options=None):
        from qgis.core import QgsProcessingContext, QgsProcessingException

        feedback, context = _feedback(options), QgsProcessingContext()
        context.setProject(self._project)
        context.setFeedback(feedback)
        algorithm = self._app.processingRegistry().createAlgorithmById(f"syriacontrol:{name}")
        fits, message = algorithm.checkParameterValues(parameters, context)
        if not fits:
            return message
        try:
            algorithm.run(parameters, context, feedback, {}, False)
        except QgsProcessingException as error:
            return f"{feedback.textLog()}\n{error}"
        return feedback.textLog()


def _feedback(options: dict | None):
    """Progress that is cancelled after the seconds of the option ``cancel``, as by a user."""
    from threading import Timer

    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback(False)
    if options and options.get("cancel"):
        timer = Timer(options["cancel"], feedback.cancel)
        timer.daemon = True
        timer.start()
    return feedback


def _squares(*holders: tuple[float, str]) -> str:
    """A GeoJSON map of squares of a degree: (west, faction)."""
    rows = []
    for west, faction in holders:
        ring = [[west, 35], [west + 1, 35], [west + 1, 36], [west, 36], [west, 35]]
        shape = {"type": "Polygon", "coordinates": [ring]}
        rows.append({"type": "Feature", "properties": {"faction": faction}, "geometry": shape})
    return json.dumps({"type": "FeatureCollection", "features": rows})


def _iface():
    """QGIS's interface with a message bar as QGIS has it, of which the texts are kept."""
    from qgis.gui import QgsMessageBar
    from qgis.PyQt.QtWidgets import QTextEdit

    from tests.qgis.gui.panel_desk import FakeIface

    class Iface(FakeIface):
        def __init__(self):
            super().__init__()
            self._bar = QgsMessageBar(self.window)
            self._bar.widgetAdded.connect(self._keep)

        def _keep(self, item):
            self.messages.append(" ".join(each.toPlainText() for each in item.findChildren(QTextEdit)))

        def messageBar(self):
            return self._bar

    return Iface()


def _beyond_drawing(layer) -> list[str]:
    """What a layer has of actions, form code and the like, a line each."""
    name, form, tip = layer.name(), layer.editFormConfig(), layer.mapTipTemplate()
    has = {
        "actions": [action.name() for action in layer.actions().actions()],
        "form code": form.initCode(),
        "map tip": "" if tip.startswith("[% replace(coalesce(to_string(") else tip,  # of the plugin's own
        "notes": layer.customProperty("userNotes"),
        "joins": len(layer.vectorJoins()),
        "virtual fields": layer.fields().count() - layer.dataProvider().fields().count(),
    }
    return [f"{name}: {what}: {value}" for what, value in has.items() if value]


def start_qgis(root: Path):
    """QGIS with the profile in the sandbox, all its requests led to the logging server."""
    from urllib.parse import urlsplit

    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsSettings

    app = QgsApplication([], True, str(root / "profile"))
    proxy = urlsplit(os.environ["http_proxy"])
    settings = QgsSettings()
    for key, value in (
        ("proxyEnabled", True),
        ("proxyType", "HttpProxy"),
        ("proxyHost", proxy.hostname),
        ("proxyPort", proxy.port),
    ):
        settings.setValue(f"proxy/{key}", value)
    app.initQgis()
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    registry = QgsApplication.processingRegistry()
    from syria_control_plugin.algorithms.provider import SyriaControlProvider

    providers = QgsNativeAlgorithms(registry), SyriaControlProvider()
    for provider in providers:
        registry.addProvider(provider)
    return app, providers  # which Python must hold


def factions_of(*paths: str) -> list[str]:
    """The factions of the territories and movements in cases."""
    found = set()
    for path in paths:
        if os.path.isfile(path):
            with closing(sqlite3.connect(path)) as database:
                for table in ("territories", "movements"):
                    try:
                        found.update(str(row[0]) for row in database.execute(f"SELECT DISTINCT faction FROM {table}"))
                    except sqlite3.Error:
                        continue
    return sorted(found)


def tried(entries: Entries, command: dict) -> dict:
    """The result of one attack at one entry."""
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QCoreApplication

    from syria_control_plugin.core.errors import SyriaControlError

    out, is_refused = command["out"], False
    try:
        call = getattr(entries, command["entry"])
        text = call(command["folder"], command["target"], out, command["options"])
    except SyriaControlError as error:
        text, is_refused = str(error), True
    except Exception:  # noqa: BLE001 - what a user would see as an error of the program
        text = traceback.format_exc()
    if _caught:  # what QGIS would show as an error of Python
        text += "\n".join(_caught)
        _caught.clear()
    QgsProject.instance().clear()
    until = time.monotonic() + (_SETTLE_SECONDS if command["settles"] else 0)
    while time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    return {"text": text, "refused": is_refused, "factions": factions_of(f"{out}/case.gpkg")}


def main() -> None:
    root, replies, limit_mb = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_AS, (limit_mb << 20, limit_mb << 20))
    app, providers = start_qgis(root)
    sys.excepthook = lambda *error: _caught.append("".join(traceback.format_exception(*error)))
    entries = Entries()
    with open(replies, "w", encoding="utf-8", buffering=1) as reply:
        reply.write('{"text": "ready"}\n')
        for line in sys.stdin:
            command = json.loads(line)
            # Where strace writes along, the attack's own records begin behind this name.
            os.path.exists(f"/attack-begins/{command['entry']}/{command['name']}")
            reply.write(json.dumps(tried(entries, command)) + "\n")
    del providers
    app.exitQgis()
    os._exit(0)  # without the tear-down of Qt, of which nothing is asked


if __name__ == "__main__":
    del sys.path[0]  # this folder: its names are no modules of the plugin
    main()
