"""Corridors as the toolbox finds them: layers, table, page, sentences, look.

Squares of a tenth of a degree stand in a row, x running east: about 9.1 km each at 35° north.

    +-----+-----+-----+-----+
    | GOV | IS  | OPP | GOV |
    +-----+-----+-----+-----+
       0     1     2     3
"""

import html

import pytest
from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsProcessingException

from syria_control_plugin.mapping.layers.corridor_styles import CORRIDOR_CLASS_FIELDS, style_corridors

WAYS = ("id", "mover", "date", "source")
EVENTS = ("id", "date", "side_a", "side_b", "precision_km")


@pytest.fixture
def row(kit):
    """Control maps of one day."""
    held = [("GOV", 0), ("IS", 1), ("OPP", 2), ("GOV", 3)]
    return kit.layer("maps", [(who, "2017-10-24", kit.square(x, 0)) for who, x in held])


def ways(kit, *rows):
    return kit.layer("ways", list(rows), "LineString", fields=WAYS)


def clashes(kit, *rows):
    return kit.layer("clashes", list(rows), "Point", fields=EVENTS)


def through(kit, mover="GOV", end=37.25):
    return ways(kit, ("M1", mover, "2017-10-24", "Reporter", f"LINESTRING (37.05 35.05, {end} 35.05)"))


def detect(kit, row, movements, events=None, **more):
    results = kit.run(
        "detectcorridors",
        {"MOVEMENTS": movements, "TERRITORIES": row, "EVENTS": events, "OUTPUT": "memory:", **more},
    )
    return results, kit.output(results)


def test_a_transit_and_an_entry_are_told_apart(kit, row):
    results, layer = detect(kit, row, through(kit))
    assert kit.values(layer, "movement", "kind", "mover", "host", "ground_before", "ground_after") == [
        ("M1", "entry", "GOV", "OPP", "IS", None),
        ("M1", "transit", "GOV", "IS", "GOV", "OPP"),
    ]
    assert (results["COUNT"], results["TRANSITS"], results["INTERPOLATED_TRANSITS"]) == (2, 0, 1)


def test_ground_of_allies_is_no_hosts(kit, row):
    _, layer = detect(kit, row, through(kit, mover="Military Forces of Russia (2000-)"))
    assert kit.values(layer, "mover", "host") == [("RUS", "IS"), ("RUS", "OPP")]


def test_blocs_can_be_stated(kit, row):
    """By default RUS is an ally of GOV: with a bloc of its own, GOV's territory is a host's."""
    _, layer = detect(kit, row, through(kit, mover="RUS"), FACTION_BLOCS="Russian Armed Forces: RUS")
    assert ("RUS", "GOV") in kit.values(layer, "mover", "host")
    _, layer = detect(kit, row, through(kit), FACTION_BLOCS="Islamic State: GOV")
    assert kit.values(layer, "mover", "host") == [("GOV", "OPP")]


def test_a_bloc_that_ended_before_the_movement_is_over(kit, row):
    """IS is an ally of GOV until 25 October; the line is dated to the 24th, and to the 24th and 25th."""
    blocs = "IS: GOV ../2017-10-25"
    _, layer = detect(kit, row, through(kit), FACTION_BLOCS=blocs)
    assert kit.values(layer, "mover", "host") == [("GOV", "OPP")]
    line = "LINESTRING (37.05 35.05, 37.25 35.05)"
    days = kit.layer(
        "days", [("M1", "GOV", "2017-10-24", "2017-10-25", line)], "LineString", fields=("id", "mover", "start", "end")
    )
    _, layer = detect(kit, row, days, FACTION_BLOCS=blocs)
    ((start, sentence),) = [
        each[2:] for each in kit.values(layer, "mover", "host", "valid_from", "sentence") if each[1] == "IS"
    ]
    assert start.startswith("2017-10-25")
    assert "are allies before 25 October 2017, and not on other days." in sentence
    assert "changed hands" not in sentence


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("RUS GOV", "FACTION_BLOCS.*'RUS GOV' is not a faction with its bloc"),
        ("Atlantis: GOV", "FACTION_BLOCS.*'Atlantis'"),
        ("RUS: GOV 2017-10-24", "FACTION_BLOCS.*'RUS'.*2017-10-24.*2015-09-30/2024-12-08"),
        ("RUS: GOV ../2017-10-25; RUS: IS 2017-10-24/..", "FACTION_BLOCS.*'RUS'.*2017-10-25.*2017-10-24.*two blocs"),
    ],
)
def test_a_bloc_that_cannot_be_read_is_named(kit, row, text, message):
    with pytest.raises(QgsProcessingException, match=message):
        detect(kit, row, through(kit), FACTION_BLOCS=text)


def test_without_events_nothing_is_said_about_clashes(kit, row):
    _, layer = detect(kit, row, through(kit))
    assert {verdict for (verdict,) in kit.values(layer, "verdict")} == {"not covered"}
    (sentence,) = (feature["sentence"] for feature in layer.getFeatures() if feature["kind"] == "transit")
    assert "No event data covers this place and time" in sentence


@pytest.mark.parametrize(
    "event, verdict",
    [
        (("1", "2017-10-24", "IS", "GOV", "0", "POINT (37.15 35.06)"), "clash reported"),
        (("1", "2017-10-25", "GOV", "IS", "0", "POINT (37.15 35.06)"), "clash reported"),
        (("1", "2017-10-26", "GOV", "IS", "0", "POINT (37.15 35.06)"), "no clash reported"),
        (("1", "2017-10-24", "GOV", "IS", "30", "POINT (37.15 35.06)"), "clash possible"),
        (("1", "2017-10-24", "GOV", "IS", "0", "POINT (37.15 35.20)"), "no clash reported"),
        (("1", "2017-10-24", "OPP", "SDF", "0", "POINT (37.15 35.06)"), "no clash reported"),
        (("1", "2017-10-24", "GOV", "IS", "0", "POINT (38.15 35.06)"), "not covered"),
        (("1", "2017-11-24", "GOV", "IS", "0", "POINT (37.15 35.06)"), "not covered"),
    ],
)
def test_the_verdict_on_a_transit(kit, row, event, verdict):
    _, layer = detect(kit, row, through(kit), clashes(kit, event))
    assert kit.values(layer, "kind", "verdict")[1] == ("transit", verdict)


@pytest.mark.parametrize(
    ("end", "includes_last_day", "verdict"),
    [
        ("2017-10-24", True, "no clash reported"),
        ("2017-10-25", True, "clash reported"),
        ("2017-10-25", False, "no clash reported"),
        ("2017-10-26", False, "clash reported"),
    ],
)
def test_the_last_day_of_a_movement_is_a_day_of_its_passage(kit, row, end, includes_last_day, verdict):
    """The fight of 26 October is one day after a movement of the 24th and 25th, and two after one of the 24th."""
    line = "LINESTRING (37.05 35.05, 37.25 35.05)"
    way = kit.layer(
        "ways", [("M1", "GOV", "2017-10-24", end, line)], "LineString", fields=("id", "mover", "start", "end")
    )
    event = clashes(kit, ("1", "2017-10-26", "GOV", "IS", "0", "POINT (37.15 35.06)"))
    _, layer = detect(kit, row, way, event, MOVEMENT_END_IS_LAST_DAY=includes_last_day)
    assert kit.values(layer, "kind", "verdict")[1] == ("transit", verdict)
    reading = "last day of" if includes_last_day else "first day after"
    assert f"Ends that are dates without a time: 1, read as the {reading} the movement." in kit.feedback.infos


@pytest.mark.parametrize(
    ("zone", "verdict", "line"),
    [
        ("UTC", "no clash reported", "Time zone of days: UTC."),
        ("Asia/Damascus", "clash reported", "Time zone of days: Asia/Damascus."),
        ("", "clash reported", "Time zone of days: Asia/Damascus (proposed from the place of the data)."),
    ],
)
def test_a_passage_late_at_night_is_one_of_the_next_local_day(kit, zone, verdict, line):
    """From 22:00 to 23:00 UTC on 24 October it was 25 October in Damascus, the day of the fight."""
    held = [("GOV", 0), ("IS", 1), ("OPP", 2)]
    maps = kit.layer("maps", [(who, "2017-10-24", kit.square(x, 0)) for who, x in held])
    fixes = kit.layer(
        "fixes",
        [
            ("U1", "GOV", f"2017-10-24T{hour}:00:00Z", f"POINT ({lon} 35.05)")
            for hour, lon in ((22, 37.05), (23, 37.25))
        ],
        "Point",
        fields=("track", "mover", "time"),
    )
    event = clashes(kit, ("1", "2017-10-25", "GOV", "IS", "0", "POINT (37.15 35.06)"))
    page = str(kit.folder / "report.html")
    results, layer = detect(kit, maps, fixes, event, TIME_ZONE=zone, DAYS=0, COVERAGE_DAYS=1, REPORT=page)
    assert {row for row in kit.values(layer, "kind", "verdict") if row[0] == "transit"} == {("transit", verdict)}
    assert line in kit.feedback.infos
    assert f"Time zone of days: {zone or 'Asia/Damascus'}." in open(page, encoding="utf-8").read()


def test_a_zone_that_is_none_is_named(kit, row):
    with pytest.raises(QgsProcessingException, match="Atlantis.*Asia/Damascus"):
        detect(kit, row, through(kit), TIME_ZONE="Atlantis/Middle")


def test_the_distances_are_the_users(kit, row):
    event = clashes(kit, ("1", "2017-10-26", "GOV", "IS", "0", "POINT (37.15 35.20)"))
    _, layer = detect(kit, row, through(kit), event, DISTANCE_KM=20, DAYS=2)
    assert kit.values(layer, "kind", "verdict")[1] == ("transit", "clash reported")


def test_evidence_areas_and_page(kit, row, tmp_path):
    page = tmp_path / "page.html"
    event = clashes(kit, ("E7", "2017-10-24", "IS", "GOV", "0", "POINT (37.15 35.06)"))
    results, layer = detect(kit, row, through(kit), event, AREAS="memory:", EVIDENCE="memory:", REPORT=str(page))
    (match,) = kit.values(kit.output(results, "EVIDENCE"), "corridor", "role", "event", "days")
    assert match == (1, "clash", "E7", 0)
    areas = kit.output(results, "AREAS")
    assert areas.crs().authid() == "EPSG:4326"
    # 9.1 km of the host's ground along the path, 2 km wide
    assert dict(kit.values(areas, "host", "area_km2"))["IS"] == pytest.approx(18.2, abs=0.2)
    for feature in layer.getFeatures():
        assert html.escape(feature["sentence"]) in page.read_text(encoding="utf-8")
    assert any("E7" in line and "1.1 km away, the same day" in line for line in kit.feedback.infos)


def test_hostile_names_are_text(kit, row, tmp_path):
    name = "<script>alert('x')</script>\" {host} [% 1/0 %]"
    page = tmp_path / "page.html"
    movements = ways(kit, (name, name, "2017-10-24", name, "LINESTRING (37.05 35.05, 37.25 35.05)"))
    _, layer = detect(kit, row, movements, REPORT=str(page))
    assert {feature["mover"] for feature in layer.getFeatures()} == {name}
    assert "<script>" not in page.read_text(encoding="utf-8")


def test_what_is_a_corridor_is_not_left_out(kit, row, tmp_path):
    """Both tracks begin a day before the first map; one of them then passes through IS's territory."""
    tracks = {
        "M<1>": ("37.05 35.05", "37.15 35.05", "37.25 35.05"),
        "M2": ("37.01 35.05", "37.02 35.05", "37.03 35.05"),
    }
    hours = ("2017-10-23 12:00", "2017-10-24 06:00", "2017-10-24 18:00")
    rows = [
        (track, "GOV", time, f"POINT ({at})") for track, places in tracks.items() for time, at in zip(hours, places)
    ]
    fixes = kit.layer("fixes", rows, "Point", fields=("track", "mover", "time"))
    page = tmp_path / "page.html"
    _, layer = detect(kit, row, fixes, REPORT=str(page))
    assert {movement for (movement,) in kit.values(layer, "movement")} == {"M<1>"}
    left_out = "Movements without a corridor, at times only partly covered by the maps: M2."
    in_part = "Movements with a corridor, at times only partly covered by the maps: M<1>."
    assert kit.feedback.warnings == [left_out] and in_part in kit.feedback.infos
    text = page.read_text(encoding="utf-8")
    assert f"<h2>Left out</h2><ul><li>{left_out}</li></ul>" in text
    assert f"<h2>Assessed in part</h2><ul><li>{html.escape(in_part)}</li></ul>" in text


def test_a_movement_outside_the_maps_time_is_told(kit, row):
    early = ways(kit, ("M0", "GOV", "2017-10-01", "R", "LINESTRING (37.05 35.05, 37.25 35.05)"))
    _, layer = detect(kit, row, early)
    assert layer.featureCount() == 0
    assert any("M0" in line for line in kit.feedback.warnings)


def test_short_corridors_are_counted(kit, row):
    _, layer = detect(kit, row, through(kit, end=37.201), MIN_LENGTH_KM=1)
    assert kit.values(layer, "kind") == [("transit",)]
    assert any(
        "shorter than the minimum length, left out: 1, 0.1 km in total." in line for line in kit.feedback.warnings
    )


def test_timed_fixes_cross_at_their_time(kit, row):
    """From the middle of the first square at 00:00 to the middle of the third at 02:00: in IS from 00:30 to 01:30."""
    fixes = [
        ("T", "GOV", f"2017-10-24T{hour:02d}:00:00Z", f"POINT ({lon} 35.05)")
        for hour, lon in ((0, 37.05), (1, 37.15), (2, 37.25))
    ]
    movements = kit.layer("fixes", fixes, "Point", fields=("track", "mover", "time"))
    _, layer = detect(kit, row, movements)
    found = dict((kind, times) for kind, *times in kit.values(layer, "kind", "valid_from", "valid_to"))
    assert found["transit"] == ["2017-10-24T00:30:00", "2017-10-24T01:30:00"]


def cut_off(kit, to="GOV"):
    """On the second day GOV has what was OPP's, beyond the ground of ``between``."""
    held = [("GOV", 8, 0), ("IS", 8, 1), ("OPP", 8, 2), ("GOV", 9, 0), ("IS", 9, 1), (to, 9, 2)]
    return kit.layer("maps", [(who, f"2017-10-{day:02d}", kit.square(x, 0)) for who, day, x in held])


def test_inferred_from_the_maps_alone(kit):
    results = kit.run("infercorridors", {"TERRITORIES": cut_off(kit), "OUTPUT": "memory:"})
    layer = kit.output(results)
    assert kit.values(layer, "basis", "kind", "mover", "host", "losers") == [
        ("inferred", "transit", "GOV", "IS", "OPP")
    ]
    (feature,) = layer.getFeatures()
    assert feature["length_km"] == pytest.approx(9.1, abs=0.1)
    assert feature["sentence"].startswith("This is a hypothesis from the maps alone")
    assert "From 8 October 2017 to 9 October 2017, " in feature["sentence"]


def test_gains_that_touch_the_movers_own_ground_give_none(kit):
    held = [("GOV", 8, 0), ("OPP", 8, 1), ("GOV", 9, 0), ("GOV", 9, 1)]
    maps = kit.layer("maps", [(who, f"2017-10-{day:02d}", kit.square(x, 0)) for who, day, x in held])
    results = kit.run("infercorridors", {"TERRITORIES": maps, "OUTPUT": "memory:"})
    assert (results["COUNT"], results["DEEP_ATTACKS"]) == (0, 0)


def test_a_way_over_the_losers_ground_is_a_deep_attack(kit):
    held = [("GOV", 8, 0), ("OPP", 8, 1), ("OPP", 8, 2), ("GOV", 9, 0), ("OPP", 9, 1), ("GOV", 9, 2)]
    maps = kit.layer("maps", [(who, f"2017-10-{day:02d}", kit.square(x, 0)) for who, day, x in held])
    results = kit.run("infercorridors", {"TERRITORIES": maps, "OUTPUT": "memory:"})
    assert (results["COUNT"], results["DEEP_ATTACKS"]) == (0, 1)
    assert any("a deep attack, a change of allegiance" in line for line in kit.feedback.warnings)


def test_the_look_tells_verdict_basis_and_kind_apart(kit, row):
    _, layer = detect(kit, row, through(kit))
    style_corridors(layer, set(kit.values(layer, *CORRIDOR_CLASS_FIELDS)), {"GOV": "O'Brien's\nmen"})
    labels = [category.label() for category in layer.renderer().categories()]
    assert labels == [
        "Transit, interpolated: not covered by event data",
        "Entry, observed: not covered by event data",
        "Other",
    ]
    assert layer.labelsEnabled()
    context, texts = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)), []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        texts.append(QgsExpression(layer.labeling().settings().fieldName).evaluate(context))
    assert sorted(text.rpartition("\n")[0] for text in texts) == [
        "O'Brien's\nmen into OPP",
        "O'Brien's\nmen through IS",
    ]


def test_errors_on_movements_say_where_their_fields_are_named(kit, row):
    """The fields that an error speaks of are settings of the import: here FACTION_FIELD is that of the territories."""
    points = kit.layer("fixes", [("2017-10-24", "POINT (37.05 35.05)")], "Point", fields=("when",))
    with pytest.raises(QgsProcessingException, match="MOVEMENTS: .*fixes.*'Import movements'"):
        detect(kit, row, points)


def test_errors_on_events_say_where_their_fields_are_named(kit, row):
    nameless = kit.layer("clashes", [("x", "POINT (37.15 35.06)")], "Point", fields=("note",))
    with pytest.raises(QgsProcessingException, match="EVENTS: .*clashes.*'Import clash events'"):
        detect(kit, row, through(kit), nameless)
