"""How time and memory grow with the number of factions, dates and sources, stage by stage, from preview to print.

    scaling.py [factions|dates|sources …] [--sizes N …] [--seconds S] [--profile STAGE]

For each kind and size, a process of its own makes the data (small squares) and runs every stage once. The table has the
CPU seconds per size and the exponent between the last two sizes that were measured: 1 is linear, 2 quadratic. A size
that takes more than S seconds is stopped, and so are the larger ones of its kind.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import math
import os
import pstats
import subprocess
import sys
import tempfile
import time
import traceback
from datetime import date, timedelta
from pathlib import Path

from import_series import in_qgis
from measuring import peak_mib, tell

ROOT = Path(__file__).resolve().parents[2]
SIZES = {
    "factions": (1_250, 5_000, 20_000),
    "dates": (625, 2_500, 10_000),
    "sources": (60, 250, 1_000),
}
ALGORITHMS = ["territoriesondate", "controlchanges", "areaovertime"]
FIRST_DAY = date(1995, 1, 1)
_STEP = 0.02  # degrees between two squares


def square(number: int, columns: int, width: float = _STEP) -> dict:
    west, south = 30 + number % columns * _STEP, 30 + number // columns * _STEP
    east, north = west + width, south + _STEP
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def day(number: int) -> str:
    return (FIRST_DAY + timedelta(days=number)).isoformat()


def rows_of(kind: str, size: int) -> list[tuple[dict, dict]]:
    """(values, geometry) of each row of a source of one layer."""
    if kind == "factions":  # two maps of as many factions; on the second one in a hundred has lost half of its area
        columns = math.isqrt(size) + 1
        return [
            (
                {"faction": f"Militia {number:05d}", "date": day(map_number)},
                square(number, columns, _STEP / 2 if map_number and number % 100 == 0 else _STEP),
            )
            for map_number in range(2)
            for number in range(size)
        ]
    if kind == "dates":  # two factions with a border that moves to and fro
        return [
            (
                {"faction": faction, "date": day(number)},
                square(place, 2, _STEP * (0.5 + number % 7 / 14)),
            )
            for number in range(size)
            for place, faction in enumerate(("GOV", "OPP"))
        ]
    return [  # one source, of two dates and two factions
        ({"faction": faction, "date": day(map_number)}, square(place, 2, _STEP / (1 + map_number)))
        for map_number in range(2)
        for place, faction in enumerate(("GOV", "OPP"))
    ]


def write_layer(path: Path, rows: list[tuple[dict, dict]]) -> Path:
    features = [{"type": "Feature", "properties": values, "geometry": shape} for values, shape in rows]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def multiply_sources(case: str, count: int) -> None:
    """Gives a case of one source that many, each with the maps of the first."""
    from syria_control_plugin.case.schema import opened
    from syria_control_plugin.core import fields as f

    tables = {
        f.TERRITORIES: (f.GEOM, f.FACTION, f.VALID_FROM, f.VALID_TO, f.SHOWN_UNTIL, f.BASIS, f.FILE),
        f.MAPS: (f.MAP_DATE, f.FACTION, f.FILE),
    }
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count - 1})"
    with opened(case, update=True) as dataset:  # GDAL has the functions that the triggers of a GeoPackage call
        for table, columns in tables.items():
            listed = ", ".join(columns)
            dataset.ExecuteSQL(
                f"INSERT INTO {table} ({listed}, {f.SOURCE}) {numbers} "
                f"SELECT {listed}, printf('Source %04d', i) FROM {table}, n"
            )


class Stages:
    """Runs stages one by one and keeps the CPU seconds of each."""

    def __init__(self, kind: str, size: int, folder: Path, profiled: str):
        self.kind, self.size, self.folder, self._profiled = kind, size, folder, profiled
        self.seconds: dict[str, float] = {}
        self.layer = write_layer(folder / "maps.geojson", rows_of(kind, size))
        self.case = str(folder / "case.gpkg")
        self.last_day = day(1 if kind != "dates" else size - 1)

    def run(self) -> None:
        for name in ("preview", "make_case", "open", "digest", "panel", "legend", "draw", "resolve_names"):
            self._measure(name, getattr(self, name))
        for name in ALGORITHMS:
            self._measure(name, lambda name=name: self._analysis(name))
        self._measure("print_page", self.print_page)

    def _measure(self, name: str, stage) -> None:
        profile = cProfile.Profile() if name == self._profiled else None
        start = time.process_time()
        if profile:
            profile.runcall(stage)
            pstats.Stats(profile, stream=sys.stderr).sort_stats("cumulative").print_stats(45)
        else:
            stage()
        self.seconds[name] = time.process_time() - start
        print(f"{name}: {self.seconds[name]:.2f}", file=sys.stderr, flush=True)

    def _inputs(self):
        from syria_control_plugin.sources.files.inputs import list_inputs

        return list_inputs([str(self.layer)])[0]

    def preview(self) -> None:
        from syria_control_plugin.sources.maps.preview import look_at

        if not look_at(self._inputs()).can_be_imported:
            raise SystemExit("The preview finds nothing to import.")

    def make_case(self) -> None:
        """The import; with sources, of one more source into a case that has many."""
        from syria_control_plugin.mapping.layers.styles import style_case
        from syria_control_plugin.sources.maps.importing import import_maps
        from syria_control_plugin.sources.maps.options import ImportOptions

        if self.kind == "sources":
            import_maps(self.case, self._inputs(), ImportOptions(source="Source 0000"), finish=style_case)
            multiply_sources(self.case, self.size)
        options = ImportOptions(source="one more" if self.kind == "sources" else "")
        import_maps(self.case, self._inputs()[:1], options, finish=style_case)

    def open(self) -> None:
        from syria_control_plugin.case.case import Case
        from syria_control_plugin.case.statistics import info_of
        from syria_control_plugin.mapping.layers.layers import open_case_layers

        case = Case(self.case)
        self.facts = info_of(case, "case")
        self.layers = open_case_layers(case)

    def digest(self) -> None:
        from syria_control_plugin.case.statistics import statistics_of

        self.digest_found = statistics_of(self.facts)

    def panel(self) -> None:
        """The table of classes, filled for one date, and the changes of that date."""
        import numpy as np
        from qgis.core import QgsApplication

        from syria_control_plugin.gui.controllers.case_presenter import Holders
        from syria_control_plugin.gui.panel.classes import ClassLine, ClassModel
        from syria_control_plugin.mapping.layers.class_symbology import drawn_classes
        from syria_control_plugin.mapping.layers.styles import class_value, legend_classes

        control = self._control_layer()
        drawn = drawn_classes(control)
        holders = Holders(self.facts.theme, control, QgsApplication.palette())
        entries = legend_classes(self.facts.theme, list(self.facts.classes))
        model = ClassModel()
        model.show_lines([ClassLine(each, lambda: None, drawn.get(class_value(each))) for each in entries])
        for source in self.digest_found.sources.values():
            model.show_figures(source.figures_on(np.datetime64(self.last_day, "s")))
            for row in source.changes_on(np.datetime64(self.last_day, "s")):
                holders.of(source.changes.from_holder[row])
                holders.of(source.changes.to_holder[row])
            source.largest_factions(24)

    def _control_layer(self):
        return next(layer for layer in self.layers if "control_map" in layer.source())

    def legend(self) -> None:
        """The layers of the case in a project and its layer tree, in a tree view."""
        from qgis.core import QgsApplication, QgsLayerTreeModel, QgsProject
        from qgis.gui import QgsLayerTreeView

        from syria_control_plugin.mapping.layers.layers import adding_case

        project = QgsProject()
        tree, view = QgsLayerTreeModel(project.layerTreeRoot()), QgsLayerTreeView()
        view.setModel(tree)
        view.show()
        for _ in adding_case(project, [layer.clone() for layer in self.layers], "case"):
            QgsApplication.processEvents()
        QgsApplication.processEvents()
        view.close()
        del view, tree, project

    def draw(self) -> None:
        """One date of the case in 800 × 600 pixels."""
        from qgis.core import QgsDateTimeRange, QgsMapRendererParallelJob, QgsMapSettings
        from qgis.PyQt.QtCore import QDateTime, QSize, Qt

        control = self._control_layer()
        settings = QgsMapSettings()
        settings.setLayers([control])
        settings.setExtent(control.extent())
        settings.setOutputSize(QSize(800, 600))
        settings.setDestinationCrs(control.crs())
        moment = QDateTime.fromString(f"{self.last_day}T00:00:00Z", Qt.DateFormat.ISODate)
        settings.setIsTemporal(True)
        settings.setTemporalRange(QgsDateTimeRange(moment, moment))
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()

    def print_page(self) -> None:
        output = str(self.folder / "page.png")
        self._run("controllayout", {"CASE": self.case, "DATES": self.last_day, "OUTPUT": output, "DPI": 96})

    def resolve_names(self) -> None:
        """Every faction by its name, as rows of movements and events name them."""
        from syria_control_plugin.case.case import Case
        from syria_control_plugin.case.catalogue import known_factions
        from syria_control_plugin.core.factions.actors import Actors

        factions = known_factions(Case(self.case))
        actors = Actors(factions)
        for faction in factions:
            actors.side([faction.name, f"Unit of {faction.name}"])

    def _analysis(self, name: str) -> None:
        dates = {"DATE": self.last_day} if name == "territoriesondate" else {}
        from qgis.core import QgsVectorLayer

        territories = QgsVectorLayer(f"{self.case}|layername=territories", "territories", "ogr")
        self._run(name, {"INPUT": territories, "OUTPUT": "TEMPORARY_OUTPUT", **dates})

    def _run(self, name: str, parameters: dict) -> None:
        from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject

        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        context.setProject(QgsProject.instance())
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"syriacontrol:{name}")
        _, is_done = algorithm.run(parameters, context, feedback, {}, False)
        if not is_done:
            raise SystemExit(f"{name} failed: {feedback.textLog()}")


def measure(kind: str, size: int, profiled: str) -> None:
    """All stages of one size, in this process; its last line are the figures."""
    with tempfile.TemporaryDirectory() as folder, in_qgis():
        from qgis.core import QgsApplication

        from syria_control_plugin.algorithms.provider import SyriaControlProvider

        provider = SyriaControlProvider()
        QgsApplication.processingRegistry().addProvider(provider)
        stages = Stages(kind, size, Path(folder), profiled)
        try:
            stages.run()
        except (Exception, SystemExit):  # noqa: BLE001 - shown, then the process ends
            traceback.print_exc()
            os._exit(1)  # an error keeps layers that outlive QGIS, which would then crash
        tell({**stages.seconds, "peak_mib": peak_mib()})
        stages.layers = None  # before QGIS ends
        QgsApplication.processingRegistry().removeProvider(provider)


def in_own_process(kind: str, size: int, seconds: float, profiled: str) -> dict:
    """Figures of one size; of one that was stopped those of the stages that it finished."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, __file__, "--measure", kind, str(size), "--profile", profiled]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        out, errors = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        out, errors = process.communicate()
    if profiled:
        print(errors)
    if process.returncode == 0:
        return json.loads(out.splitlines()[-1])
    pairs = (line.split(": ") for line in errors.splitlines() if line.split(": ")[0] in dir(Stages) + ALGORITHMS)
    stages = {name: float(value) for name, value in pairs}
    if process.returncode > 0:
        raise SystemExit(errors)
    return {**stages, "stopped": True}


def exponent(sizes: list[int], values: list[float]) -> str:
    """Slope in the log-log plane between the last two sizes; small times say nothing."""
    if len(values) < 2 or min(values[-2:]) < 0.02:
        return ""
    return f"{math.log(values[-1] / values[-2]) / math.log(sizes[len(values) - 1] / sizes[len(values) - 2]):.2f}"


def print_table(kind: str, sizes: list[int], found: list[dict]) -> None:
    names = list(dict.fromkeys(name for figures in found for name in figures if name != "stopped"))
    print(f"\n{kind}: CPU seconds".ljust(30) + "".join(f"{size:>12,}" for size in sizes) + "    exponent")
    for name in names:
        values = [figures[name] for figures in found if name in figures]
        cells = [f"{figures[name]:12.2f}" if name in figures else " " * 11 + "–" for figures in found]
        print(name.ljust(29) + "".join(cells).ljust(12 * len(sizes)) + f"    {exponent(sizes, values)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", help="factions, dates, sources; all without")
    parser.add_argument("--sizes", nargs="*", type=int)
    parser.add_argument("--seconds", type=float, default=600, help="for all stages of one size")
    parser.add_argument("--profile", default="", help="stage to profile")
    parser.add_argument("--measure", nargs=2, metavar=("KIND", "SIZE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.measure[0], int(options.measure[1]), options.profile)
        return
    for kind in options.kinds or SIZES:
        sizes, found = list(options.sizes or SIZES[kind]), []
        for size in sizes:
            found.append(in_own_process(kind, size, options.seconds, options.profile))
            if found[-1].get("stopped"):
                break
        print_table(kind, sizes[: len(found)], found)


if __name__ == "__main__":
    main()
