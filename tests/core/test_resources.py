"""The shipped factions, themes and sample case: complete, consistent, and equal to the documented facts."""

from __future__ import annotations

import csv
import datetime
import itertools
import json
import re
from pathlib import Path

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.factions.factions import Factions
from syria_control_plugin.core.factions.themes import RetakenRule, Theme

RESOURCES = Path(__file__).parents[2] / "syria_control_plugin" / "resources"
SAMPLE = RESOURCES / "sample"
THEME_IDS = ("colour_blind_safe", "conflict_convention", "print_hatch", "published_2017_10_24")


def theme(theme_id):
    return Theme.from_dict(json.loads((RESOURCES / "themes" / f"{theme_id}.json").read_text("utf-8")))


def rows(name):
    with open(SAMPLE / name, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def factions():
    return Factions.from_records(json.loads((RESOURCES / "factions.json").read_text("utf-8")))


@pytest.mark.parametrize(
    ("faction_id", "spellings"),
    [
        ("GOV", ["Military Forces of Syria (2000-)", "Military Forces of Syria (2000-2024)"]),
        ("GOV", ["Government of Syria", "Syrian Arab Army", "SAA", "regime forces", "Assad's army"]),
        ("OPP", ["HTS: Hayat Tahrir al Sham", "Opposition Rebels (Syria)", "Syrian insurgents", "HTS"]),
        ("IS", ["Islamic State (Syria)", "IS", "ISIS", "Daesh"]),
        ("SDF", ["QSD: Syrian Democratic Forces", "SDF"]),
        ("RUS", ["Military Forces of Russia (2000-)"]),
        ("TUR", ["Military Forces of Turkey (2016-)", "Government of Turkey"]),
        ("OPP", ["FSA", "Jabhat Fateh al-Sham", "Ahrar al-Sham", "Jaysh al-Islam", "Southern Front"]),
        ("SDF", ["YPG", "People's Protection Units", "Peoples Protection Units"]),
        ("SNA", ["Hawar Kilis Operations Room", "Sultan Murad Division"]),
        ("COA", ["Global Coalition Against Daesh", "Government of United States of America"]),
        ("HEZ", ["Hezbollah"]),
        ("IRN", ["Military Forces of Iran (1989-)", "IRGC"]),
        ("ISR", ["Government of Israel", "Military Forces of Israel (2009-2021)"]),
        ("IRQ", ["Government of Iraq"]),
    ],
)
def test_factions_are_found_by_the_spellings_of_data_sets(factions, faction_id, spellings):
    assert [factions.resolve(spelling).id for spelling in spellings] == [faction_id] * len(spellings)


def test_only_factions_that_fought_side_by_side_are_allied(factions):
    """GOV is allied with Russia, Iran and Hezbollah, Turkey with the forces that it set up, and nobody else."""
    (bloc_of,), blocs = factions.blocs().epochs, {}
    for faction_id in factions.ids:
        blocs.setdefault(bloc_of.get(faction_id, faction_id), set()).add(faction_id)
    assert {name: members for name, members in blocs.items() if len(members) > 1} == {
        "GOV": {"GOV", "RUS", "IRN", "HEZ"},
        "TUR": {"TUR", "SNA"},
    }


def test_every_side_and_holder_of_the_sample_is_a_known_faction(factions):
    names = {row["holder"] for row in rows("reports.csv")} | {row["mover"] for row in rows("movements.csv")}
    names |= {row[side] for row in rows("events.csv") for side in ("side_a", "side_b")}
    assert {name for name in names if factions.resolve(name) is None} == set()


def test_the_shipped_themes_are_these():
    assert sorted(path.stem for path in (RESOURCES / "themes").glob("*.json")) == sorted(THEME_IDS)


@pytest.mark.parametrize("theme_id", THEME_IDS)
def test_each_faction_has_one_short_name_in_the_registry_and_in_every_theme(theme_id, factions):
    for entry in theme(theme_id).classes:
        assert entry.rule or entry.label == factions[entry.faction].name
    assert all(len(faction.name) <= 24 and faction.full_name for faction in factions)


def test_names_do_not_claim_more_than_all_members_share(factions):
    """OPP has factions that fought HTS; SNA has groups from before the army of that name."""
    assert factions.resolve("HTS").id == factions.resolve("Jaysh al-Islam").id == factions.resolve("Southern Front").id
    assert "HTS" not in factions["OPP"].name and "led by" not in factions["OPP"].full_name
    assert "National Army" not in factions["SNA"].name


@pytest.mark.parametrize("theme_id", THEME_IDS)
def test_themes_load_round_trip_and_have_unique_names(theme_id, factions):
    loaded = theme(theme_id)
    assert loaded.id == theme_id
    assert Theme.from_dict(json.loads(json.dumps(loaded.to_dict()))) == loaded
    assert {entry.faction for entry in loaded.classes} - {""} <= set(factions.ids)
    assert loaded.contested.fill.pattern not in ("solid", "none")
    fills = [entry.fill for entry in (*loaded.classes, loaded.contested)] + list(loaded.spare_fills)
    assert len({fill.symbology for fill in fills}) == len(fills)


def test_the_published_theme_has_the_colours_and_labels_of_the_article():
    classes = theme("published_2017_10_24").classes
    assert [entry.label for entry in classes] == [
        "Syrian government forces",
        "Syrian opposition forces, in territory that ISIS held at some time since 9 Oct 2017",
        "ISIS",
        "Syrian opposition forces",
    ]
    assert [entry.faction for entry in classes] == ["GOV", "", "IS", "OPP"]
    assert classes[1].rule == RetakenRule("OPP", "IS", np.datetime64("2017-10-09"))
    red, blue, black, green = (channels(entry.fill.colour) for entry in classes)
    assert red[0] > 2 * max(red[1:])
    assert blue[2] > 1.5 * max(blue[:2])
    assert max(black) < 0.15
    assert green[1] > 2 * min(green[0], green[2]) and max(green) == green[1]


def channels(colour):
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def luminance(colour):
    """Return the relative luminance, 0 to 1, as defined in WCAG 2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear))


def test_the_colour_blind_safe_theme_differs_in_lightness_and_is_okabe_and_itos():
    colours = [entry.fill.colour for entry in theme("colour_blind_safe").classes]
    palette = {"#000000", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7"}
    assert set(colours) <= palette
    for one, other in itertools.combinations(sorted(map(luminance, colours)), 2):
        assert (other + 0.05) / (one + 0.05) > 1.25


def test_the_print_theme_is_black_hatches_on_white_and_factions_only():
    hatched = theme("print_hatch")
    assert not any(entry.rule for entry in hatched.classes)
    for fill in [entry.fill for entry in (*hatched.classes, hatched.contested)] + list(hatched.spare_fills):
        assert (fill.colour, fill.background) == ("#000000", "#ffffff")
        assert fill.pattern not in ("solid", "none")
    patterns = [entry.fill.pattern for entry in hatched.classes]
    assert len(set(patterns)) == len(patterns)


def test_the_sample_has_every_row_of_the_facts():
    places, reports = rows("places.csv"), rows("reports.csv")
    assert len({place["id"] for place in places}) == len(places) == 304
    before = [report for report in reports if report["date"] == "2017-10-08"]
    assert {report["place_id"] for report in before} == {place["id"] for place in places}
    assert (len(before), len(reports)) == (304, 304 + 59)
    assert len(rows("movements.csv")) == 2
    assert len({event["id"] for event in rows("events.csv")}) == len(rows("events.csv")) == 54
    day_before = [report["holder"] for report in before]
    assert [day_before.count(holder) for holder in ("OPP", "GOV", "IS")] == [227, 74, 3]


def test_every_row_has_a_source():
    for name in ("reports.csv", "movements.csv", "events.csv"):
        assert all(row["source"].strip() for row in rows(name)), name
    assert all(row["coordinate_source"].strip() for row in rows("places.csv"))
    assert all(row["waypoint_basis"].strip() for row in rows("movements.csv"))
    assert all(row["confidence"] for row in rows("reports.csv") if row["date"] != "2017-10-08")


def test_the_state_of_8_october_marks_what_was_not_reported():
    sources = [row["source"] for row in rows("reports.csv") if row["date"] == "2017-10-08"]
    begins = ("inferred: nearest reported place", "assumed", "reported", "holder on 8 Oct 2017")
    assert [sum(source.startswith(word) for source in sources) for word in begins] == [249, 4, 49, 2]
    notes = {row["place_id"]: row["note"] for row in rows("reports.csv") if row["date"] == "2017-10-08"}
    assert notes["X10"] == "SOHR lists it as taken by GOV only after 22 Oct"
    taken = {row["place_id"] for row in rows("reports.csv") if "taken from GOV 6-8 Oct 2017" in row["source"]}
    assert taken == {"C4093", "C4097"}


def test_reports_are_of_places_that_exist():
    assert {row["place_id"] for row in rows("reports.csv")} <= {row["id"] for row in rows("places.csv")}


def test_positions_lie_in_north_east_hama_and_around():
    points = [(row["lon"], row["lat"]) for row in rows("places.csv")]
    points += [(row["longitude"], row["latitude"]) for row in rows("events.csv")]
    lines = shapely.from_wkt([row["wkt"] for row in rows("movements.csv")])
    points += shapely.get_coordinates(lines).tolist()
    lon, lat = np.asarray(points, dtype=float).T
    assert lon.min() > 36.5 and lon.max() < 38.2
    assert lat.min() > 34.8 and lat.max() < 36.0
    assert {line.geom_type for line in lines} == {"LineString"}


def test_dates_are_iso_and_of_the_case():
    dates = [row["date"] for name in ("reports.csv", "movements.csv") for row in rows(name)]
    dates += [row["date_start"] for row in rows("events.csv")]
    assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", date) for date in dates)
    days = [datetime.date.fromisoformat(date) for date in dates]
    assert (min(days), max(days)) == (datetime.date(2017, 10, 3), datetime.date(2017, 11, 5))
    for event in rows("events.csv"):
        assert datetime.date.fromisoformat(event["date_end"]) >= datetime.date.fromisoformat(event["date_start"])


def test_no_place_changes_hands_twice_on_one_day():
    keys = [(row["date"], row["place_id"]) for row in rows("reports.csv")]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("path", sorted(SAMPLE.glob("*.csv")), ids=lambda path: path.name)
def test_tables_are_plain_utf_8_with_unix_line_ends(path):
    content = path.read_bytes()
    assert b"\r" not in content and content.endswith(b"\n") and not content.startswith(b"\xef\xbb\xbf")
    content.decode("utf-8")
