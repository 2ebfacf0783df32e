"""`make demo`: builds the sample case as the plugin's menu does, and all outputs that an analyst can make from it.

The outputs are a project and a map of 24 October 2017; the results of the toolbox (changes, front lines, pockets, area
over time, corridors); the prints (the map, the atlas by date, one evidence sheet per corridor); and an animation.
"""

import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]

import numpy as np  # noqa: E402
from qgis.core import QgsApplication, QgsProject, QgsProjectMetadata, QgsVectorLayer  # noqa: E402

from syria_control_plugin.algorithms.provider import SyriaControlProvider  # noqa: E402
from syria_control_plugin.case.case import Case  # noqa: E402
from syria_control_plugin.case.print_data import areas_on, case_print_data  # noqa: E402
from syria_control_plugin.case.qgis_values import from_qt_moment  # noqa: E402
from syria_control_plugin.core import fields as f  # noqa: E402
from syria_control_plugin.core.geometry.ellipsoid import areas_km2  # noqa: E402
from syria_control_plugin.mapping.animation.writers import default_format  # noqa: E402
from syria_control_plugin.mapping.layers.layers import add_case, case_layer, local_crs  # noqa: E402
from syria_control_plugin.mapping.layers.styles import style_case  # noqa: E402
from syria_control_plugin.mapping.layers.temporal import set_project_time  # noqa: E402
from syria_control_plugin.mapping.layouts.area_table import area_rows  # noqa: E402
from syria_control_plugin.mapping.layouts.export import export_png  # noqa: E402
from syria_control_plugin.mapping.layouts.layouts import PrintedMap, control_layout, keep  # noqa: E402
from syria_control_plugin.mapping.layouts.texts import MapTexts  # noqa: E402
from syria_control_plugin.mapping.text.corridor_text import corridor_texts  # noqa: E402
from syria_control_plugin.sources.sample import build_sample  # noqa: E402

MAP_DATE = np.datetime64("2017-10-24")
CORRIDOR_DATES = (np.datetime64("2017-10-09"), MAP_DATE)
RETAKEN = {"HELD_BY": "OPP", "EARLIER_HELD_BY": "IS", "SINCE": "2017-10-09T00:00:00"}
OUT = ROOT / "build" / "demo"


def main() -> None:
    """Build the sample case and all outputs, and print their paths."""
    OUT.mkdir(parents=True, exist_ok=True)
    case_path = OUT / "north_east_hama_2017.gpkg"
    report = build_sample(str(case_path), finish=style_case, describe=corridor_texts)
    print("\n".join(map(str, report.lines())))
    case = Case(str(case_path))
    print_areas(case)
    written = [case_path, *make_accounts(case), *make_project(case)]
    print("\nWritten:")
    for path in written:
        print(path)


def make_animation(case: Case) -> Path:
    """Export an animation of the case: MP4 if ffmpeg is installed, otherwise GIF."""
    import processing

    path = OUT / f"film.{default_format()}"
    processing.run("syriacontrol:exportanimation", {"CASE": case.path, "OUTPUT": str(path)})
    return path


def print_areas(case: Case) -> None:
    """Print the area in km² by faction and date, and that of the classes derived from history."""
    (source,) = case.sources()
    series = case.territories(source).series()
    factions = series.factions
    derived = sorted({name for name in case.classes() if name.startswith(f.DERIVED_PREFIX)})
    print("\nArea in km²")
    print("date      " + "".join(f"{name:>10}" for name in factions) + "".join(f"  {name}" for name in derived))
    for date in series.dates:
        snapshot = series.on(date)
        areas = areas_km2(snapshot.geometry)
        cells = [areas[snapshot.faction == name].sum() for name in factions]
        cells += [case.derived_area_km2(name[len(f.DERIVED_PREFIX) :], date) for name in derived]
        print(day(date) + "".join(f"{cell:10.1f}" for cell in cells))


def make_accounts(case: Case) -> list[Path]:
    """Run the toolbox on the case, and print the results that an analyst would check first."""
    import processing
    from processing.core.Processing import Processing

    Processing.initialize()
    provider = SyriaControlProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    territories = f"{case.path}|layername={f.TERRITORIES}"

    def run(algorithm: str, output: str, **parameters) -> dict:
        parameters = {"INPUT": territories, "OUTPUT": str(OUT / output), **parameters}
        return processing.run(f"syriacontrol:{algorithm}", parameters)

    changes = run("controlchanges", "control_changes.gpkg")
    print(f"\nControl changes: {changes['COUNT']} areas, {changes['TOTAL_KM2']:.1f} km² in total; largest imbalance "
          f"{changes['IMBALANCE']:.1e} of a faction's area.")  # fmt: skip
    print(run("changematrix", "change_matrix.csv", CSV=str(OUT / "change_matrices.csv"))["SUMMARY"])
    print_retaken(run("retakenground", "retaken_ground.gpkg", **RETAKEN)["OUTPUT"], case)
    print_fronts(run("frontlines", "front_lines.gpkg")["OUTPUT"])
    print_pockets(run("pockets", "pockets.gpkg")["OUTPUT"])
    chart = OUT / "area_over_time.png"
    run("areaovertime", "area_over_time.csv", CHART=str(chart), THEME="published_2017_10_24", NOTE=case.setting("note"))
    corridors = [*make_corridors(case), *make_prints(case), make_animation(case)]
    names = ("control_changes.gpkg", "change_matrix.csv", "change_matrices.csv", "retaken_ground.gpkg")
    return [OUT / name for name in (*names, "front_lines.gpkg", "pockets.gpkg", "area_over_time.csv")] + [
        chart,
        *corridors,
    ]


def make_corridors(case: Case) -> list[Path]:
    """Search the case for corridors, with and without the movements, and print the sentences of a report."""
    import processing

    tables = {name: f"{case.path}|layername={name}" for name in (f.TERRITORIES, f.MOVEMENTS, f.EVENTS)}
    written = []
    for algorithm, more in (("detectcorridors", {"MOVEMENTS": tables[f.MOVEMENTS]}), ("infercorridors", {})):
        stem = algorithm.replace("corridors", "_corridors")
        files = {"OUTPUT": f"{stem}.gpkg", "AREAS": f"{stem}_areas.gpkg", "EVIDENCE": f"{stem}_evidence.csv",
                 "REPORT": f"{stem}.html"}  # fmt: skip
        outputs = {name: str(OUT / file) for name, file in files.items()}
        given = {"TERRITORIES": tables[f.TERRITORIES], "EVENTS": tables[f.EVENTS], **more, **outputs}
        results = processing.run(f"syriacontrol:{algorithm}", given)
        print(f"\n{algorithm}: {results['COUNT']} corridors, including {results['TRANSITS']} transits")
        for row in QgsVectorLayer(outputs["OUTPUT"], "corridors", "ogr").getFeatures():
            print(f"- {day(from_qt_moment(row[f.VALID_FROM]))} {row[f.BASIS]} {row[f.KIND]}: {row[f.MOVER]} through "
                  f"{row[f.HOST]}, {row[f.LENGTH_KM]:.2f} km; {row[f.VERDICT]}\n  {row[f.SENTENCE]}")  # fmt: skip
        written += [Path(path) for path in outputs.values()]
    return written


def make_prints(case: Case) -> list[Path]:
    """Print the case with the toolbox, as an analyst would for a report."""
    import processing

    written = []
    for name, more in (
        (f"map_{day(MAP_DATE)}.pdf", {"KIND": "map", "DATES": day(MAP_DATE)}),
        ("atlas.pdf", {"KIND": "atlas"}),
        ("evidence_sheets.pdf", {"KIND": "evidence"}),
    ):
        written.append(OUT / name)
        processing.run("syriacontrol:controllayout", {"CASE": case.path, "OUTPUT": str(written[-1]), **more})
    return written


def print_retaken(path: str, case: Case) -> None:
    """Print the retaken area of the toolbox's output beside that of the case's derived class."""
    area = sum(row[f.AREA_KM2] for row in rows_on(path, MAP_DATE))
    blue = case.derived_area_km2("retaken_from_is", MAP_DATE)
    print(
        f"Retaken by OPP from IS since 9 Oct 2017, on {day(MAP_DATE)}: {area:.6f} km²; blue on the map: {blue:.6f} km²"
    )


def print_fronts(path: str) -> None:
    """Print the front lines on MAP_DATE."""
    for row in rows_on(path, MAP_DATE):
        pair = f"{row[f.FIRST_FACTION]} - {row[f.SECOND_FACTION]}"
        print(f"Front on {day(MAP_DATE)}: {pair}, {row[f.LENGTH_KM]:.1f} km")


def print_pockets(path: str) -> None:
    """Print the pockets on MAP_DATE."""
    for row in rows_on(path, MAP_DATE):
        since = day(from_qt_moment(row[f.SINCE]))
        print(f"Pocket on {day(MAP_DATE)}: {row[f.FACTIONS_INVOLVED]}, {row[f.AREA_KM2]:.1f} km², surrounded by "
              f"{row[f.SURROUNDED_BY]}, since {since}")  # fmt: skip


def rows_on(path: str, moment) -> list:
    """Return the rows of a layer whose half-open period contains a moment."""
    layer = QgsVectorLayer(path, "rows", "ogr")
    return [
        row
        for row in layer.getFeatures()
        if from_qt_moment(row[f.VALID_FROM]) <= moment and not ended(row[f.VALID_TO], moment)
    ]


def ended(end, moment) -> bool:
    """Return whether a period with this end (NULL: none) is over at a moment."""
    return bool(end) and end.isValid() and from_qt_moment(end) <= moment


def day(moment) -> str:
    """Return a moment's date as 2017-10-24."""
    return str(np.datetime_as_string(moment, unit="D"))


def make_project(case: Case) -> list[Path]:
    """Write a project of the case, and the map of each of CORRIDOR_DATES as PNG; return the paths."""
    project = QgsProject.instance()
    title, note, sources = (case.setting(key) for key in ("title", "note", "sources"))
    project.setTitle(title)
    group = add_case(project, case, case.tables(), title)
    project.setCrs(local_crs(case_layer(group, f.CONTROL_MAP)))
    set_project_time(project, case.dates())
    tables = (f.EVENTS, f.CORRIDORS, f.MOVEMENTS, f.CORRIDOR_AREAS, f.CONTROL_MAP)
    layers = [case_layer(group, table) for table in tables]
    data = case_print_data(case, title)
    areas = areas_on(case, CORRIDOR_DATES)
    rows = {date: area_rows(data.theme, date_areas, data.names) for date, date_areas in areas.items()}
    texts = MapTexts(title, note, sources)
    printed = PrintedMap(tuple(layers), texts, None, data.dates, lambda moment: rows[moment])
    pictures = []
    for date in CORRIDOR_DATES:
        layout = keep(project, control_layout(project, printed, date))
        pictures.append(OUT / f"map_{day(date)}.png")
        export_png(layout, str(pictures[-1]))
    path = OUT / "north_east_hama_2017.qgz"
    project.setMetadata(QgsProjectMetadata())
    project.setTitle(title)
    if not project.write(str(path)):
        raise SystemExit(f"{path} cannot be written: {project.error()}")
    project.clear()
    take_names_out(path)
    return [path, *pictures]


def take_names_out(path: Path) -> None:
    """Remove the user's name and folder from a project: QGIS writes full paths for the layers of a layout's maps."""
    with zipfile.ZipFile(path) as project:
        members = {member: project.read(member) for member in project.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as project:
        for member, content in members.items():
            if member.endswith(".qgs"):
                text = re.sub(r' saveUser(Full)?="[^"]*"', "", content.decode("utf-8"))
                content = text.replace(escape(f"{path.parent.as_posix()}/", {'"': "&quot;"}), "./").encode("utf-8")
            project.writestr(member, content)


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main()
    application.exitQgis()
