"""make demo: builds the sample case as the plugin's menu does, then a project and a map of 24 October 2017 from it."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from qgis.core import QgsApplication, QgsProject  # noqa: E402

from syria_control_plugin.core import fields as f  # noqa: E402
from syria_control_plugin.core.areas import areas_km2  # noqa: E402
from syria_control_plugin.mapping.layers import add_case, case_layer, local_crs  # noqa: E402
from syria_control_plugin.mapping.layouts import MapTexts, control_layout, export_png  # noqa: E402
from syria_control_plugin.mapping.styles import style_case  # noqa: E402
from syria_control_plugin.mapping.temporal import set_project_time  # noqa: E402
from syria_control_plugin.sources.case import Case  # noqa: E402
from syria_control_plugin.sources.sample import build_sample  # noqa: E402

MAP_DATE = np.datetime64("2017-10-24")
OUT = ROOT / "build" / "demo"


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    case_path = OUT / "north_east_hama_2017.gpkg"
    report = build_sample(str(case_path), finish=style_case)
    print("\n".join(report.lines()))
    case = Case(str(case_path))
    print_areas(case)
    project_path, picture_path = make_project(case)
    for path in (case_path, project_path, picture_path):
        print(path)


def print_areas(case: Case) -> None:
    """Area in km² by faction and date, and of the class derived from history."""
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
        print(np.datetime_as_string(date, unit="D") + "".join(f"{cell:10.1f}" for cell in cells))
    print()


def make_project(case: Case) -> tuple[Path, Path]:
    project = QgsProject.instance()
    title, note, sources = (case.setting(key) for key in ("title", "note", "sources"))
    project.setTitle(title)
    group = add_case(project, case.path, case.tables(), title)
    project.setCrs(local_crs(case_layer(group, f.CONTROL_MAP)))
    set_project_time(project, case.dates())
    layers = [case_layer(group, table) for table in (f.EVENTS, f.MOVEMENTS, f.CONTROL_MAP)]
    layout = control_layout(project, layers, MAP_DATE, MapTexts(title, note, sources))
    picture = OUT / "map_2017-10-24.png"
    export_png(layout, str(picture))
    project.layoutManager().addLayout(layout)
    path = OUT / "north_east_hama_2017.qgz"
    if not project.write(str(path)):
        raise SystemExit(f"{path} can't be written: {project.error()}")
    project.clear()
    return path, picture


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main()
    application.exitQgis()
