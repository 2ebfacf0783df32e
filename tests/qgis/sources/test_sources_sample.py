"""The sample case, against its facts: read anew from the shipped tables, without the plugin's own code."""

import csv
import shutil
from datetime import date

import numpy as np
import pyproj
import pytest
import shapely

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.schema import opened
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.control.places import cells_of_places
from syria_control_plugin.sources import sample as sample_module
from syria_control_plugin.sources.sample import DISTANCE_KM, FOLDER, SERIES, build_sample

DAY = "2017-10-24"
BLUE = "class:retaken_from_is"


def rows_of(name: str) -> list[dict]:
    with open(FOLDER / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = str(tmp_path_factory.mktemp("sample") / "sample.gpkg")
    report = build_sample(path)
    return Case(path), report


@pytest.fixture(scope="module")
def history():
    """Place → [(day, holder)] in order of days."""
    found = {}
    for row in rows_of("reports"):
        found.setdefault(row["place_id"], []).append((row["date"], row["holder"]))
    return {place: sorted(told) for place, told in found.items()}


def holder_on(told: list, day: str) -> str:
    return ([""] + [holder for since, holder in told if since <= day])[-1]


def is_blue(told: list, day: str) -> bool:
    """OPP's on the day, and IS's on some day from 9 October to it."""
    days = [f"2017-10-{number:02d}" for number in range(9, date.fromisoformat(day).day + 1)]
    return holder_on(told, day) == "OPP" and any(holder_on(told, each) == "IS" for each in days)


def drawn(case: Case, day: str) -> dict:
    """Class → what the drawn view shows of it on a day."""
    found = {}
    with opened(case.path) as dataset:
        layer = dataset.GetLayerByName(f.CONTROL_MAP)
        layer.SetAttributeFilter(
            f"{f.VALID_FROM} < '{day}T00:00:01' AND ({f.SHOWN_UNTIL} IS NULL OR {f.SHOWN_UNTIL} >= '{day}T00:00:00')"
        )
        for row in layer:
            shape = shapely.from_wkb(bytes(row.GetGeometryRef().ExportToIsoWkb()))
            found.setdefault(row[f.CLASS], []).append(shape)
    return {name: shapely.union_all(shapes) for name, shapes in found.items()}


def test_is_built_without_a_complaint(sample):
    case, report = sample
    assert report.count("rejected") == report.count("repaired") == 0
    assert not report.unknown_factions
    assert report.maps == 14 == len({row["date"] for row in rows_of("reports")})
    assert case.sources() == [SERIES]


def test_no_report_contradicts_another(history):
    for place, told in history.items():
        assert len({day for day, _ in told}) == len(told), place


def test_four_classes_on_the_day_of_the_published_map(sample):
    assert set(drawn(sample[0], DAY)) == {"GOV", "IS", "OPP", BLUE}


@pytest.mark.parametrize("day", ["2017-10-08", "2017-10-09", "2017-10-17", DAY])
def test_ground_is_that_of_the_places_cells(sample, history, day):
    places = rows_of("places")
    cells = cells_of_places([float(p["lon"]) for p in places], [float(p["lat"]) for p in places], DISTANCE_KM)
    shown = drawn(sample[0], day)
    wanted = {}
    for place, cell in zip(places, cells):
        told = history.get(place["id"], [])
        wanted.setdefault(holder_on(told, day), []).append(cell)
        if is_blue(told, day):
            wanted.setdefault(BLUE, []).append(cell)
    wanted.pop("", None)
    assert set(shown) == set(wanted)
    for name, territory in shown.items():
        difference = shapely.symmetric_difference(territory, shapely.union_all(wanted[name]))
        assert difference.area < 1e-9 * territory.area, name


def test_every_spot_belongs_to_its_nearest_place(sample, history):
    """By distances on the ellipsoid alone: no Voronoi cells, no projection. 1500 spots at random, borders left out."""
    places = rows_of("places")
    lon, lat = (np.array([float(place[name]) for place in places]) for name in ("lon", "lat"))
    shown = drawn(sample[0], DAY)
    chance = np.random.default_rng(24)
    spots = np.column_stack([chance.uniform(lon.min() - 0.1, lon.max() + 0.1, 1500),
                             chance.uniform(lat.min() - 0.1, lat.max() + 0.1, 1500)])  # fmt: skip
    geod = pyproj.Geod(ellps="WGS84")
    checked = dict.fromkeys([*shown, ""], 0)
    for spot in spots:
        count = len(lon)
        distance = geod.inv(np.full(count, spot[0]), np.full(count, spot[1]), lon, lat)[2]
        nearest, second = np.argsort(distance)[:2]
        limit = 1000 * DISTANCE_KM
        if distance[second] - distance[nearest] < 20 or abs(distance[nearest] - limit) < 20:
            continue
        told = history.get(places[nearest]["id"], [])
        holder = holder_on(told, DAY) if distance[nearest] < limit else ""
        expected = {holder} - {""} | ({BLUE} if holder and is_blue(told, DAY) else set())
        found = {name for name, territory in shown.items() if territory.contains(shapely.Point(spot))}
        assert found == expected, (spot, places[nearest]["name"])
        for name in found or {""}:
            checked[name] += 1
    assert min(checked.values()) >= 10, checked


def test_movements_and_events_are_all_there(sample):
    case, _ = sample
    assert len(case.select(f.MOVEMENTS, f.FID)) == len(rows_of("movements"))
    assert len(case.select(f.EVENTS, f.FID)) == len(rows_of("events"))
    assert len(case.select(f.PLACES, f.FID)) == len(rows_of("places"))
    assert len(case.select(f.REPORTS, f.FID)) == len(rows_of("reports"))


@pytest.mark.parametrize("table", [f.PLACES, f.REPORTS, f.MOVEMENTS, f.EVENTS, f.TERRITORIES])
def test_every_row_names_its_source(sample, table):
    assert all(source for (source,) in sample[0].select(table, f.SOURCE))


def test_events_end_with_their_last_day(sample):
    row = next(row for row in rows_of("events"))
    (found,) = sample[0].select(f.EVENTS, f.VALID_FROM, f.VALID_TO, where={"event": row["id"]})
    assert np.datetime64(found[1].rstrip("Z")) == np.datetime64(row["date_end"]) + np.timedelta64(1, "D")


def test_is_labelled_schematic_and_derived(sample):
    case, _ = sample
    assert case.setting("note").startswith("Schematic")
    assert {basis for (basis,) in case.select(f.TERRITORIES, f.BASIS)} == {f.FROM_REPORTS}


def test_again_changes_nothing(sample):
    before = (sample[0].setting("revision"), sample[0].dates().tolist())
    build_sample(sample[0].path)
    assert (sample[0].setting("revision"), sample[0].dates().tolist()) == before


@pytest.fixture
def older(sample, tmp_path, monkeypatch):
    """A copy of the sample case, and the plugin's folder of facts as a copy that may be changed."""
    path = tmp_path / "sample.gpkg"
    shutil.copyfile(sample[0].path, path)
    folder = tmp_path / "facts"
    shutil.copytree(FOLDER, folder)
    monkeypatch.setattr(sample_module, "FOLDER", folder)
    monkeypatch.setattr(sample_module, "METADATA", tmp_path / "metadata.txt")
    return path, folder


def test_facts_in_another_place_change_nothing(older):
    before = older[0].read_bytes()
    report = build_sample(str(older[0]))
    assert (report.files_unchanged, older[0].read_bytes() == before) == (2, True)


@pytest.mark.parametrize(("name", "table"), [("movements.csv", f.MOVEMENTS), ("events.csv", f.EVENTS)])
def test_new_facts_are_brought_into_an_older_sample(older, name, table):
    path, folder = older
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    (folder / name).write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    count = len(Case(path).select(table, f.FID))
    build_sample(str(path))
    assert len(Case(path).select(table, f.FID)) == count - 1


@pytest.mark.parametrize("setting", ["title", "note", "sources"])
def test_new_texts_are_brought_into_an_older_sample(older, monkeypatch, setting):
    monkeypatch.setattr(sample_module, setting.upper(), "Schematic, and told anew")
    build_sample(str(older[0]))
    assert Case(older[0]).setting(setting) == "Schematic, and told anew"


def test_another_version_of_the_plugin_makes_the_sample_anew_once(older):
    path = older[0]
    sample_module.METADATA.write_text("version=99.0\n", encoding="utf-8")
    build_sample(str(path))
    before = path.read_bytes()
    assert Case(path).setting("revision") == 2
    build_sample(str(path))
    assert path.read_bytes() == before
