"""The corridors of a case: searched for, kept, searched for again; and cases in which something is missing.

36    37    38    39
 +-----+-----+-----+
 | GOV | IS  | OPP |     M1: GOV, 24 October, eastwards
 |  M1 ------->    |
 +-----+-----+-----+
"""

import json
from dataclasses import asdict

import numpy as np
import pytest
from osgeo import ogr

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import known_factions, theme_for
from syria_control_plugin.case.corridors import corridor_facts, inputs_of, options_from, read_corridors, read_evidence
from syria_control_plugin.case.editing import editing
from syria_control_plugin.case.print_data import case_print_data
from syria_control_plugin.case.schema import opened
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.corridors.assessment import CorridorOptions
from syria_control_plugin.core.corridors.evidence import EvidenceOptions
from syria_control_plugin.core.errors import Cancelled, CaseError, SourceError
from syria_control_plugin.sources.corridor_search import (
    add_corridors,
    case_events,
    case_movements,
    find_corridors,
    refresh_corridors,
    undescribed,
)
from syria_control_plugin.sources.events.importing import import_events
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.movements.importing import import_movements

MOVEMENTS = 'id,mover,date,source,wkt\nM1,GOV,2017-10-24,Reporter,"LINESTRING (36.5 35.5, 37.5 35.5)"\n'
EVENTS = (
    "id,date,side_a,side_b,lon,lat\n"
    "E1,2017-10-24,GOV,IS,37.2,35.52\n"
    "E2,2017-10-26,GOV,IS,37.2,35.5\n"
    "E3,2017-10-24,OPP,SDF,37.3,35.5\n"
)
SMALL = CorridorOptions(EvidenceOptions(distance_km=3.0))


def add_movements(case, maps, text=MOVEMENTS):
    import_movements(case.path, list_inputs([str(maps.text("moves.csv", text))])[0])


def add_events(case, maps, text=EVENTS):
    import_events(case.path, list_inputs([str(maps.text("events.csv", text))])[0][0])


@pytest.fixture
def territory(case, maps):
    """A case of one map."""
    case.load(maps("2017-10-01.geojson", "GOV 36-37, IS 37-38, OPP 38-39"))
    return case


@pytest.fixture
def full(territory, maps):
    add_movements(territory, maps)
    add_events(territory, maps)
    return territory


def words(rows, evidence, names, options):
    return [f"{names[mover]} / {host}" for mover, host in zip(rows[f.MOVER], rows[f.HOST])]


def refresh(case, options=SMALL, describe=words, **more):
    return refresh_corridors(case.path, options, describe, **more)


def listed(case):
    rows = read_corridors(case.path).rows
    return list(zip(rows.number, rows.mover, rows.host, rows.kind, rows.basis, rows.verdict))


def execute(case, *statements):
    """By GDAL, which brings the functions along that a GeoPackage's triggers call."""
    with opened(case.path, update=True) as dataset:
        for statement in statements:
            dataset.ExecuteSQL(statement)


class Watched:
    """Progress that counts, and is cancelled at a step."""

    def __init__(self, cancel_at=None):
        self.steps, self.cancel_at = [], cancel_at

    def setProgress(self, percent):
        self.steps.append(percent)

    def isCanceled(self):
        return self.cancel_at is not None and len(self.steps) >= self.cancel_at


# Search


def test_a_search_keeps_what_it_finds(full):
    refresh(full)
    assert listed(full) == [(1, "GOV", "IS", "entry", "observed", "clash reported")]
    found = read_corridors(full.path)
    assert found.rows.length_km == pytest.approx(45.4, abs=0.1)
    assert found.rows.start.tolist() == [np.datetime64("2017-10-24", "s").item()]
    assert found.rows.path[0].wkt == "LINESTRING (37 35.5, 37.5 35.5)"
    assert found.rows.sentence[0].endswith("/ IS")
    assert (found.movements, found.events, found.is_searched, found.is_stale) == (1, 3, True, False)
    assert found.options == SMALL


def test_the_events_of_a_corridor_have_their_places(full):
    refresh(full)
    (match,) = read_evidence(full.path, 1)
    assert (match.role, match.event, match.days, match.source, match.label) == ("clash", "E1", 0, "events", "GOV – IS")
    assert match.distance_km == pytest.approx(2.2, abs=0.1)
    assert match.place.wkt == "POINT (37.2 35.52)"
    assert read_evidence(full.path, 2) == []


def test_another_search_takes_the_place_of_the_last(full):
    refresh(full)
    refresh(full, CorridorOptions(EvidenceOptions(distance_km=1.0)))
    assert listed(full) == [(1, "GOV", "IS", "entry", "observed", "no clash reported")]
    assert read_evidence(full.path, 1) == []
    assert len(full.open.select(f.CORRIDOR_AREAS, f.FID)) == 1
    assert full.open.setting("corridor_options") == asdict(CorridorOptions(EvidenceOptions(distance_km=1.0)))


def test_a_least_length_leaves_the_shorter_out(full):
    assert len(refresh(full, CorridorOptions(min_length_km=45.0))[0]) == 1
    assert len(refresh(full, CorridorOptions(min_length_km=46.0))[0]) == 0
    assert listed(full) == []
    assert read_corridors(full.path).is_searched


def test_observed_and_inferred_ones_are_numbered_on(full, maps):
    full.load(maps("2017-10-25.geojson", "GOV 36-37, IS 37-38, GOV 38-38.5, OPP 38.5-39"))
    refresh(full)
    rows = listed(full)
    assert [(number, basis) for number, *_, basis, _ in rows] == [(1, "observed"), (2, "inferred")]
    assert rows[1][1:4] == ("GOV", "IS", "transit")


def test_progress_goes_on_to_the_end(full):
    watched = Watched()
    refresh(full, feedback=watched)
    assert watched.steps == sorted(watched.steps)
    assert watched.steps[-1] == 99
    assert len(watched.steps) > 10


def test_cancelled_anywhere_the_case_is_as_before(full):
    watched = Watched()
    refresh(full, feedback=watched)
    before = full.state
    for step in {1, len(watched.steps) // 2, len(watched.steps) - 1}:
        with pytest.raises(Cancelled):
            refresh(full, CorridorOptions(EvidenceOptions(distance_km=1.0)), feedback=Watched(cancel_at=step))
        assert full.state == before


def test_what_fails_in_finishing_leaves_the_case(full):
    refresh(full)
    before = full.state

    def fail(draft):
        assert draft.setting("corridor_options")["min_length_km"] == 46.0
        raise CaseError("no style")

    with pytest.raises(CaseError, match="no style"):
        refresh(full, CorridorOptions(min_length_km=46.0), finish=fail)
    assert full.state == before


def test_hostile_names_come_back_as_they_are(territory, maps):
    name = "<b>x</b>'; DROP TABLE corridors; --"
    line = '"LINESTRING (36.5 35.5, 37.5 35.5)"'
    add_movements(territory, maps, f'id,mover,date,source,wkt\n"{name}","{name}",2017-10-24,"{name}",{line}\n')
    refresh(territory, describe=undescribed)
    rows = read_corridors(territory.path).rows
    assert set(rows.mover) == {name.replace("; ", ", ")}  # "; " stands between the holders of contested ground
    assert rows.record(0)[f.MOVEMENT] == name


# What is missing


def test_a_case_that_was_never_searched(territory):
    found = read_corridors(territory.path)
    assert not found.is_searched and not found.is_stale
    assert len(found.rows) == 0
    assert found.options == CorridorOptions(evidence=EvidenceOptions(time_zone="Asia/Damascus"))
    assert found.has_proposed_zone  # from the place of its maps
    assert read_evidence(territory.path, 1) == []


def test_without_movements_and_events_nothing_is_found_and_nothing_fails(territory):
    refresh(territory)
    found = read_corridors(territory.path)
    assert found.is_searched
    assert (len(found.rows), found.movements, found.events) == (0, 0, 0)


def test_without_events_nothing_is_covered(territory, maps):
    add_movements(territory, maps)
    refresh(territory)
    assert [verdict for *_, verdict in listed(territory)] == ["not covered"]


@pytest.mark.parametrize("order", ["movements first", "events alone"])
def test_a_case_without_territories(case, maps, order):
    if order == "movements first":
        add_movements(case, maps)
    add_events(case, maps)
    refresh(case)
    assert listed(case) == []


def test_emptied_tables_are_as_missing_ones(full):
    refresh(full)
    execute(full, "DELETE FROM movements", "DELETE FROM events")
    factions = known_factions(full.open)
    assert len(case_movements(full.open, factions)) == 0
    assert len(case_events(full.open, factions)) == 0
    assert [len(each) for each in find_corridors(full.open, SMALL)] == [0, 0]
    refresh(full)
    assert listed(full) == []


def test_emptied_territories(full):
    execute(full, "DELETE FROM territories")
    refresh(full)
    assert listed(full) == []


def test_movements_without_lines_are_told(full):
    """An analyst has taken the lines out: that is no case without movements."""
    refresh(full)
    execute(full, "UPDATE movements SET geom = NULL")
    before = full.state
    with pytest.raises(SourceError, match="movements: has neither lines nor points"):
        refresh(full)
    assert full.state == before


def test_blocs_given_to_a_search_are_stored_and_stay(full, maps):
    refresh(full, blocs={"IS": "GOV"})
    assert listed(full) == []
    assert not read_corridors(full.path).is_stale
    full.load(maps("2017-11-01.geojson", "GOV 36-38"))
    assert known_factions(full.open)["IS"].bloc == "GOV"
    refresh(full, blocs={"IS": ""})
    assert [row[1:3] for row in listed(full)] == [("GOV", "IS")]


def test_the_bloc_of_a_mover_without_territory_stays(full, maps):
    refresh(full, blocs={"RUS": "OPP 2017-10-01/.."})
    full.load(maps("2017-11-01.geojson", "GOV 36-38"))
    assert known_factions(full.open)["RUS"].bloc == "OPP 2017-10-01/.."


def test_a_case_that_changed_since_the_search_is_stale(full, maps):
    refresh(full)
    assert not read_corridors(full.path).is_stale
    add_events(full, maps, EVENTS.replace("10-26", "10-27"))
    assert read_corridors(full.path).events == 3  # as many as before, and others
    assert read_corridors(full.path).is_stale
    refresh(full)
    assert not read_corridors(full.path).is_stale


EDITS = {
    "another alias": ("UPDATE factions SET aliases = ? WHERE id = 'IS'", '["Nobody else"]'),
    "another bloc": ("UPDATE factions SET bloc = ? WHERE id = 'GOV'", "IS"),
    "a bloc for a period": ("UPDATE factions SET bloc = ? WHERE id = 'GOV'", "GOV ../2017-01-01; IS 2017-01-01/.."),
    "another name, which sentences quote": ("UPDATE factions SET name = ? WHERE id = 'GOV'", "<b>x</b>; DROP TABLE"),
    "another holder": ("UPDATE territories SET faction = ? WHERE fid = 1", "OPP"),
    "another end": ("UPDATE territories SET valid_to = ? WHERE fid = 1", "2017-10-30T00:00:00Z"),
    "another mover": ("UPDATE movements SET faction = ? WHERE fid = 1", "OPP"),
    "another side": ("UPDATE events SET factions_a = ? WHERE fid = 1", "OPP"),
    "another reach": ("UPDATE events SET reach_km = ? WHERE fid = 1", 17.0),
    "fewer events": ("DELETE FROM events WHERE fid = ?", 2),
    "another time zone": ("UPDATE case_settings SET value = ? WHERE key = 'time_zone'", '{"name": "Asia/Tehran"}'),
    "nobody's ground outside": ("INSERT INTO case_settings (key, value) VALUES ('nobody_outside', ?)", '["maps"]'),
    "another limit": (
        "UPDATE case_settings SET value = replace(value, ?, '\"distance_km\": 7.0') WHERE key = 'corridor_options'",
        '"distance_km": 5.0',
    ),
}


def edited(case, statement, value):
    given = f"'{value}'" if isinstance(value, str) else str(value)
    execute(case, statement.replace("?", given))


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_by_another_program_makes_results_stale(full, edit):
    refresh(full, CorridorOptions())
    assert not read_corridors(full.path).is_stale
    edited(full, *EDITS[edit])
    assert read_corridors(full.path).is_stale
    assert all(facts.is_stale for facts in corridor_facts(full.path))
    assert case_print_data(Case(full.path), "").has_stale_corridors


@pytest.mark.parametrize(
    "statement",
    ["UPDATE factions SET colour = ? WHERE id = 'GOV'", "UPDATE case_settings SET value = ? WHERE key = 'theme'"],
)
def test_colours_do_not_make_results_stale(full, statement):
    refresh(full, CorridorOptions())
    with editing(full.path) as draft:
        draft.set_setting("theme", theme_for(draft, "").to_dict())
    value = json.dumps(theme_for(None, "colour_blind_safe").to_dict()) if "theme" in statement else "#123456"
    edited(full, statement, value)
    assert not read_corridors(full.path).is_stale


def test_a_border_moved_in_qgis_makes_results_stale(full):
    refresh(full)
    dataset = ogr.Open(full.path, 1)
    layer = dataset.GetLayerByName(f.TERRITORIES)
    feature = layer.GetNextFeature()
    geometry = feature.GetGeometryRef().Clone()
    moved = geometry.Buffer(0.001)
    feature.SetGeometry(ogr.ForceToMultiPolygon(moved))
    layer.SetFeature(feature)
    del feature, layer, dataset
    assert read_corridors(full.path).is_stale
    refresh(full)
    assert not read_corridors(full.path).is_stale


def test_rows_edited_by_hand_are_read_as_far_as_they_go(full):
    refresh(full)
    execute(
        full,
        "UPDATE corridors SET mover = NULL, valid_from = 'soon', length_km = 'long', corridor = NULL, verdict = 'what'",
        "UPDATE corridor_evidence SET days = NULL, distance_km = NULL",
        "ALTER TABLE corridors DROP COLUMN sentence",
        "DELETE FROM events",
    )
    rows = read_corridors(full.path).rows
    assert (rows.number[0], rows.mover[0], rows.verdict[0], rows.sentence[0]) == (-1, "", "what", "")
    assert np.isnat(rows.start[0]) and np.isnan(rows.length_km[0])
    (match,) = read_evidence(full.path, 1)
    assert match.days is None and np.isnan(match.distance_km) and match.place is None


def test_a_file_that_is_no_case(tmp_path):
    path = tmp_path / "no.gpkg"
    path.write_text("no case")
    for read in (read_corridors, lambda path: read_evidence(path, 1)):
        with pytest.raises(CaseError):
            read(str(path))
        with pytest.raises(CaseError):
            read(str(tmp_path / "nowhere.gpkg"))


# Settings


@pytest.mark.parametrize(
    "kept, made",
    [
        (None, CorridorOptions()),
        ("text", CorridorOptions()),
        (asdict(SMALL), SMALL),
        ({"uncertainty_km": 2}, CorridorOptions(uncertainty_km=2.0)),
        ({"uncertainty_km": "2", "days_after": 2.5, "width_km": -1, "unknown": 1}, CorridorOptions()),
        ({"uncertainty_km": True, "evidence": 7}, CorridorOptions()),
        ({"uncertainty_km": float("inf"), "min_length_km": 3}, CorridorOptions(min_length_km=3.0)),
        ({"evidence": {"distance_km": 90.0}}, CorridorOptions()),  # farther than what is covered
        ({"evidence": {"counts_strikes": True}}, CorridorOptions(EvidenceOptions(counts_strikes=True))),
        ({"evidence": {"counts_strikes": 1, "days": 2}}, CorridorOptions(EvidenceOptions(days=2))),
    ],
)
def test_settings_kept_with_a_case(kept, made):
    assert options_from(kept) == made


def test_settings_are_kept_with_what_they_found(full):
    with editing(full.path) as draft:
        add_corridors(draft, SMALL, undescribed)
    assert read_corridors(full.path).options == SMALL
    assert Case(full.path).setting("corridors_searched") == inputs_of(full.open)
