"""Time follows the number of factions, dates and sources: four times as many take less than eight times as long."""

import datetime
import time

import numpy as np
import pytest
import shapely

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import known_factions
from syria_control_plugin.case.statistics import info_of, statistics_of
from syria_control_plugin.core.control.areas_over_time import areas_over_time
from syria_control_plugin.core.control.changes import changes_between
from syria_control_plugin.core.control.control_changes import control_changes
from syria_control_plugin.core.control.overlaps import contested_territory
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.control.snapshots import series_from_maps
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.maps.preview import look_at

FEW, MANY = 500, 2000
MOST_TIMES = 8.0  # linear is 4, quadratic 16; small numbers are noisy


def squares(count):
    """Side by side, each touching its neighbours."""
    columns = int(count**0.5) + 1
    row, column = np.divmod(np.arange(count), columns)
    west, south = 30 + column / 100, 30 + row / 100
    return shapely.box(west, south, west + 0.01, south + 0.01)


def series_of_factions(count):
    """Two maps; on the second every tenth faction has lost half of its ground."""
    first, second = squares(count), squares(count)
    west, south, east, north = shapely.bounds(second[::10]).T
    second[::10] = shapely.box(west, south, (west + east) / 2, north)
    names = [f"Militia {number:05d}" for number in range(count)]
    starts, ends = ["2017-10-01"] * count + ["2017-10-02"] * count, ["2017-10-02"] * count + ["NaT"] * count
    return ControlSeries(names * 2, starts, ends, np.concatenate([first, second]), ["maps"] * 2 * count)


def series_of_dates(count):
    """Two factions with a border that moves each day."""
    days = np.datetime64("1990-01-01", "s") + np.arange(count + 1) * np.timedelta64(1, "D")
    middle = 36 + np.arange(count) % 7 / 10
    territory = np.concatenate([shapely.box(35, 35, middle, 36), shapely.box(middle, 35, 37, 36)])
    names = ["GOV"] * count + ["OPP"] * count
    return ControlSeries(names, [*days[:-1]] * 2, [*days[1:]] * 2, territory, ["maps"] * 2 * count)


def seconds(work, *given):
    """CPU time, the best of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work(*given)
        times.append(time.process_time() - start)
    return min(times)


def maps_of(series):
    found = {}
    for name, start, territory in zip(series.faction, series.start, series.geometry):
        found.setdefault(start, {})[name] = territory
    return found


def all_changed(series):
    """Each faction's ground passed to another one: as many changes as there are factions."""
    snapshot = {name: territory for name, territory in zip(series.faction, series.geometry[: len(series) // 2])}
    names = list(snapshot)
    return changes_between(snapshot, dict(zip(names[1:] + names[:1], snapshot.values())))


@pytest.mark.parametrize("make", [series_of_factions, series_of_dates])
@pytest.mark.parametrize(
    "work",
    [
        contested_territory,
        control_changes,
        areas_over_time,
        all_changed,
        lambda series: series_from_maps(maps_of(series), "maps"),
    ],
    ids=["contested", "changes", "areas", "all changed", "merge"],
)
def test_analysis_follows_the_number_of_rows(make, work):
    few, many = make(FEW // 2), make(MANY // 2)
    work(few)  # what is loaded once is not counted
    assert seconds(work, many) < MOST_TIMES * seconds(work, few)


def layer_of(folder, maps, kind, count):
    first = datetime.date(1990, 1, 1)
    if kind == "factions":
        rows = [
            ({"faction": f"Militia {n:05d}", "date": "2017-10-01"}, shape) for n, shape in enumerate(squares(count))
        ]
    else:
        rows = [
            (
                {"faction": "GOV", "date": (first + datetime.timedelta(days=n)).isoformat()},
                shapely.box(35, 35, 36 + n % 7 / 10, 36),
            )
            for n in range(count)
        ]
    return maps.geojson(f"{kind}{count}/maps.geojson", *rows)


def import_steps(path, case):
    """CPU seconds of preview, import, the panel's facts and statistics, and of reading the factions of the case."""
    inputs = list_inputs([str(path)])[0]
    steps = {
        "preview": lambda: look_at(inputs, seconds=0.0),
        "import": lambda: import_maps(case, inputs),
        "statistics": lambda: statistics_of(info_of(Case(case), "case")),
        "factions": lambda: known_factions(Case(case)),
    }
    found = {}
    for name, step in steps.items():
        start = time.process_time()
        step()
        found[name] = time.process_time() - start
    return found


@pytest.mark.parametrize("kind", ["factions", "dates"])
def test_the_way_into_a_case_follows_the_number(tmp_path, maps, kind):
    few_layer, many_layer = (layer_of(tmp_path, maps, kind, number) for number in (FEW // 2, MANY // 2))
    import_steps(few_layer, str(tmp_path / "first.gpkg"))
    few, many = (
        [import_steps(layer, str(tmp_path / f"{name}{number}.gpkg")) for number in range(3)]
        for name, layer in (("few", few_layer), ("many", many_layer))
    )
    for step in few[0]:
        best_few, best_many = (min(each[step] for each in found) for found in (few, many))
        assert best_many < MOST_TIMES * best_few + 0.05, step


def test_twenty_thousand_factions_come_into_a_case(tmp_path, maps):
    start = time.process_time()
    found = import_steps(layer_of(tmp_path, maps, "factions", 20_000), str(tmp_path / "case.gpkg"))
    assert time.process_time() - start < 120, found
    case = Case(str(tmp_path / "case.gpkg"))
    assert len(case.classes()) == 20_000
