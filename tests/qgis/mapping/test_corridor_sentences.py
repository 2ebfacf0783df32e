"""What is said of a corridor: no more than is known, in words that a report can quote."""

import re

import numpy as np
import pytest

from syria_control_plugin.core.corridors.assessment import CorridorOptions
from syria_control_plugin.core.corridors.evidence import EvidenceOptions
from syria_control_plugin.mapping.text.corridor_facts import corridor_facts
from syria_control_plugin.mapping.text.corridor_text import corridor_text, unknown_faction_notes

NAMES = {"GOV": "Government", "IS": "Islamic State"}
NAN = float("nan")
DAY = np.datetime64("2017-10-24", "s")


def record(**other):
    known = {
        "corridor": 1, "basis": "observed", "kind": "transit", "mover": "GOV", "host": "IS", "verdict": "not covered",
        "valid_from": DAY, "valid_to": DAY + np.timedelta64(1, "D"), "is_timed": 0, "length_km": 8.34,
        "ground_before": "GOV", "ground_after": "OPP", "uncertainty_km": 1.0, "surviving_km": 6.3, "survives": 1,
        "taken_share": 0.25, "covered_by": "", "not_covered_by": "", "losers": None, "gained_km2": NAN,
        "host_lost_km2": NAN, "way_km": NAN, "alternatives": None, "deep_attack_km": NAN, "off_map_km": NAN,
        "movement": "M2", "source": "A paper", "map_source": "Maps", "map_basis": "",
        "map_date": DAY,
        "ground_changed": 0, "enters_by_change": 0, "leaves_by_change": 0, "also_claimed_by": "", "gap_h": NAN,
        "route_assumed": 0, "remarks": "",
    }  # fmt: skip
    return {**known, **other}


def event(role, event_id="7", distance=2.0, days=0, is_sure=1, reach=0.0, lasts=1):
    return {
        "corridor": 1, "role": role, "event": event_id, "source": "Data", "label": "A – B", "distance_km": distance,
        "days": days, "surely_within": is_sure, "reach_basis": "stated", "reach_km": reach, "valid_from": DAY,
        "valid_to": DAY + np.timedelta64(lasts, "D"),
    }  # fmt: skip


def told(matches=(), options=None, **other):
    return corridor_text(record(**other), list(matches), NAMES, options or CorridorOptions())


def test_a_transit():
    assert told().startswith(
        "On 24 October 2017, Government moved 8.3 km through territory held by Islamic State, coming from "
        "territory held by Government and continuing into territory held by OPP. Movement M2 was reported by "
        "A paper."
    )


@pytest.mark.parametrize(
    "kind, words",
    [
        (
            "entry",
            "Government came from territory held by Government and moved 8.3 km into territory held by "
            "Islamic State. Movement M2, reported by A paper, ends there.",
        ),
        (
            "exit",
            "Government moved 8.3 km through territory held by Islamic State. Movement M2, reported by "
            "A paper, starts there and continues into territory held by OPP.",
        ),
        (
            "inside",
            "Government moved 8.3 km inside territory held by Islamic State. Movement M2, reported by "
            "A paper, starts and ends there.",
        ),
    ],
)
def test_other_kinds_of_passage(kind, words):
    assert words in told(kind=kind)


ALLIED = "Government and Islamic State are allies before 24 October 2017, and not on other days."


def test_the_days_on_which_mover_and_host_are_allies_are_named():
    assert ALLIED in told(allied="../2017-10-24")
    periods = told(allied="2016-01-01/2016-02-01; 2018-01-01/..")
    assert "are allies 1 January 2016 to 31 January 2016, from 1 January 2018 on, and not on other days." in periods
    assert "allies" not in told(allied="")


def test_a_passage_that_begins_or_ends_by_a_change_of_alliances():
    """In Damascus, 24 October begins at 21:00 UTC on the 23rd."""
    options = CorridorOptions(EvidenceOptions(time_zone="Asia/Damascus"))
    midnight, hours = np.datetime64("2017-10-23T21:00", "s"), np.timedelta64(5, "h")
    begins = {"is_timed": 1, "enters_by_change": 1, "valid_from": midnight, "valid_to": midnight + hours}
    text = told(options=options, allied="../2017-10-24", **begins)
    assert ": Islamic State, which held it, ceased to be an ally while Government was in it, and" in text
    assert "came to be held" not in text and ALLIED in text
    ends = {"is_timed": 1, "leaves_by_change": 1, "valid_from": midnight - hours, "valid_to": midnight}
    text = told(options=options, allied="2017-10-24/..", **ends)
    assert "and Islamic State became an ally while Government was in it." in text
    assert "came to be held" in told(options=options, allied="../2017-10-23", **begins)


def test_an_assumed_route_on_which_an_alliance_changed():
    midnight = np.datetime64("2017-10-24", "s")
    changed = {"basis": "interpolated", "enters_by_change": 1, "is_timed": 1, "valid_from": midnight}
    text = told(allied="../2017-10-24", **changed)
    assert "The alliances of Government and Islamic State changed during the passage." in text
    assert "changed hands" not in text
    assert "The territory changed hands during the passage." in told(**changed)


def test_ground_that_is_not_mapped_is_not_nobodys():
    assert "coming from an area that is not mapped and continuing" in told(ground_before="not mapped")
    assert "and continuing into an area that is not mapped." in told(ground_after="not mapped")


def test_a_name_is_not_repeated_where_it_is_clear():
    for holders, before in (("GOV", "territory held by Government"), ("not mapped", "an area that is not mapped")):
        text = told(ground_before=holders, ground_after=holders)
        assert f"coming from {before} and continuing into another part of it. Movement" in text
        text = told(ground_before=holders, ground_after=holders, basis="interpolated")
        assert f"from {before} to another part of it. Movement" in text


def test_nobodys_and_contested_ground():
    text = told(ground_before="nobody", ground_after="IS; OPP")
    assert "coming from an area that nobody holds on the map and continuing into territory held by" in text
    assert "Islamic State and OPP. Movement" in text


def test_a_timed_passage_has_its_hours():
    end = DAY + np.timedelta64(90, "m")
    text = told(is_timed=1, valid_to=end, gap_h=0.5)
    assert "Days are counted in the time zone UTC." in text and "time zone" not in told()
    assert text.startswith("From 24 October 2017 00:00 to 24 October 2017 01:30 UTC, ")


def test_hours_between_fixes_far_apart_are_a_guess_and_told_as_one():
    text = told(is_timed=1, valid_to=DAY + np.timedelta64(9, "h"), gap_h=24.0)
    assert text.startswith("From about 24 October 2017 00:00 to 24 October 2017 09:00 UTC, on a straight line between")
    assert "between fixes up to 24 hours apart, Government moved" in text


@pytest.mark.parametrize(
    "changes, kind, words",
    [
        ((1, 1), "transit", "the territory came to be held by Islamic State while Government was in it, and "
         "Islamic State ceased to hold the territory while Government was in it. Movement M2 was"),
        ((1, 0), "transit", "while Government was in it, and Government continued into territory held by "
         "OPP. Movement M2 was"),
        ((0, 1), "transit", "Government came from territory held by Government, and Islamic State "
         "ceased to hold the territory while"),
        ((0, 1), "exit", "the movement starts there, and Islamic State ceased to hold the territory while"),
        ((1, 0), "entry", "while Government was in it, and the movement ends there. Movement M2 was"),
    ],
)  # fmt: skip
def test_ground_that_changed_hands_under_the_mover_is_no_journey(changes, kind, words):
    text = told(enters_by_change=changes[0], leaves_by_change=changes[1], kind=kind)
    assert "was in territory held by Islamic State for 8.3 km of its route: " in text
    assert words in text and "moved" not in text


def test_contested_ground_is_told():
    assert "The territory is also claimed by OPP." in told(also_claimed_by="OPP")
    assert "claimed" not in told()


def test_a_map_that_begins_within_a_day_has_its_time():
    """Midnight in Damascus, as a source with an offset dates its map, is another day in UTC."""
    text = told(map_date=DAY - np.timedelta64(3, "h"))
    assert text.endswith("Territories: Maps, as of 23 October 2017, 21:00 UTC.")


def test_the_map_has_its_date_and_basis():
    assert told().endswith("Territories: Maps, as of 24 October 2017.")
    text = told(map_basis="derived from reports", ground_changed=1)
    assert "Territories: Maps (derived from reports), as of 24 October 2017." in text
    assert text.endswith("Some of the territory changed hands during the movement.")


def test_several_days_of_which_the_end_does_not_belong():
    assert told(valid_to=DAY + np.timedelta64(3, "D")).startswith(
        "At some time from 24 October 2017 to 26 October 2017, "
    )


def test_nothing_is_said_where_there_are_no_data():
    assert "No event data covers this place and time, so clashes cannot be assessed." in told()


def test_absence_of_reports_is_no_report_of_absence():
    text = told(verdict="no clash reported", covered_by="Data: 12, no clash reported", not_covered_by="Other")
    assert (
        "No clash between the two sides was reported within 5 km and a day. This does not mean that none took place."
    ) in text
    assert "Events of any parties surely within 50 km and 7 days, by source: Data: 12, no clash reported." in text
    assert "Sources that do not cover all of the passage (no event near some part of the path or day): Other." in text


def test_clashes_are_named_with_distances_the_first_three():
    matches = [event("clash", str(number), number, days) for number, days in ((1, 0), (2, -1), (3, 2), (4, 0))]
    text = told(matches, verdict="clash reported")
    assert "A – B (Data, 1; 1 km away, the same day); A – B (Data, 2; 2 km away, a day earlier)" in text
    assert "3 km away, 2 days later); and 1 more." in text


def test_imprecise_reports_decide_nothing_and_have_their_distance_and_precision():
    matches = [
        event("imprecise clash", "p", 33.6, is_sure=0, reach=25.0),
        event("imprecise clash", "d", 3.6, is_sure=0, lasts=7),
    ]
    text = told(matches, verdict="clash possible")
    assert "The available reports cannot establish whether the two sides clashed within 5 km and a day." in text
    assert (
        "Reports whose place or date is not precise enough: A – B (Data, p; placed 33.6 km away, known to "
        "within 25 km, the same day); A"
    ) in text
    assert "A – B (Data, d; 3.6 km away, dated 24 October 2017 to 30 October 2017)." in text


def test_a_reach_is_called_by_what_it_rests_on():
    words = {"assumed": " (assumed)", "set by the analyst": " (set by the analyst)", "stated": ""}
    for basis, called in words.items():
        text = told([{**event("imprecise clash", reach=30.0, is_sure=0), "reach_basis": basis}])
        assert f"placed 2 km away, known to within 30 km{called}, the same day" in text
    text = told([{**event("clash"), "reach_basis": "set by the analyst"}], verdict="clash reported")
    assert "placed 2 km away, known to within 0 km (set by the analyst), the same day" in text


def test_unidentified_parties_and_vague_reports_are_told():
    matches = [event("unidentified party", "u"), event("imprecise clash", "v", is_sure=0, reach=NAN, lasts=365)]
    text = told(matches, verdict="clash possible")
    assert "Events whose parties could be the two sides, as a name is not known: A – B (Data, u;" in text
    imprecise = (
        "Reports whose place or date is not precise enough: A – B (Data, v; placed 2 km away, known to the country"
    )
    assert f"{imprecise} only," in text


def test_strikes_and_transfers_are_listed_apart():
    matches = [event("clash", "c"), event("strike", "s"), event("transfer", "t")]
    text = told(matches, verdict="clash reported")
    assert "were reported within 5 km and a day: A – B (Data, c; 2 km away, the same day)." in text
    assert "Explosions and remote violence between the two sides, listed separately: A – B (Data, s;" in text
    assert "Transfers of territory between the two sides without a fight: A – B (Data, t;" in text


def test_strikes_that_count_are_clashes_where_they_are_precise():
    options = CorridorOptions(EvidenceOptions(counts_strikes=True, distance_km=2.5, days=3))
    matches = [event("strike", "near"), event("strike", "vague", is_sure=0, reach=25.0)]
    text = told(matches, options, verdict="clash reported")
    assert "within 2.5 km and 3 days: A – B (Data, near; 2 km away, the same day)." in text
    assert (
        "Explosions and remote violence whose place or date is not precise enough: "
        "A – B (Data, vague; placed 2 km away, known to within 25 km, the same day)."
    ) in text
    assert "listed separately" not in text
    counted = "Explosions and remote violence are counted as clashes."
    assert counted in text and counted in told((), options) and counted not in told()


def test_many_sources_are_not_all_named():
    text = told(not_covered_by="; ".join(f"S{number}" for number in range(8)))
    assert "(no event near some part of the path or day): S0; S1; S2; S3; S4; and 3 more." in text


def test_settings_keep_their_decimals_and_small_measures_are_not_nothing():
    options = CorridorOptions(EvidenceOptions(distance_km=2.25), width_km=0.5, alternative_factor=1.25)
    assert "within 2.25 km and a day" in told((), options, verdict="no clash reported")
    assert "of the host's territory within 0.25 km of the path" in told((), options)
    assert "If borders are off by 0.25 km, at least 6.3 km of the corridor remains." in told(uncertainty_km=0.25)
    assert "at most 1.25 times as long" in inferred(options=options, alternatives="SDF: 10.0 km")
    assert "lost 0.04 km² of the gained territory" in inferred(host_lost_km2=0.04)
    assert "took 0.3 % of the host's territory" in told(taken_share=0.003)
    assert "took 100 % of the host's territory" in told(taken_share=0.99999)  # as a share of exactly 1


def test_robustness_and_advance():
    assert "If borders are off by 1 km, at least 6.3 km of the corridor remains." in told()
    assert "If borders are off by 1 km, possibly nothing of the corridor remains." in told(surviving_km=0.0, survives=0)
    assert (
        "Within 7 days after the passage, the side of Government took 25 % of the host's territory within 1 km "
        "of the path."
    ) in told()
    assert "It is not known who held the territory in the 7 days after the passage." in told(taken_share=NAN)


def inferred(**other):
    known = {"basis": "inferred", "movement": "", "source": "Maps", "losers": "OPP", "gained_km2": 46.4, "way_km": 9.0,
             "host_lost_km2": 0.0, "alternatives": ""}  # fmt: skip
    return told(**{**known, **other})


def test_an_inferred_corridor_is_a_hypothesis():
    text = inferred()
    assert text.startswith(
        "This is a hypothesis from the maps alone; reported movements were not used. From 24 October 2017, "
    )
    assert (
        "Government gained 46.4 km² from OPP. The gain does not touch any territory that this faction or its "
        "allies held before."
    ) in text
    assert "The shortest route to the gain leads 8.3 km through territory held by Islamic State." in text
    assert "lternative route" not in text
    assert "reported by" not in text
    assert "A change of allegiance, an agreement or an error in the maps could also explain the gain." in text


def test_a_shorter_deep_attack_takes_the_claim_back():
    text = inferred(deep_attack_km=5.3)
    assert "A route to the gain leads 8.3 km through" in text and "The shortest" not in text
    assert "A route of 5.3 km needs no territory of other sides, except that of OPP or of nobody." in text


def test_a_way_off_the_map_is_told_as_unknown_ground():
    text = inferred(off_map_km=5.3)
    assert "A route to the gain leads 8.3 km through" in text and "The shortest" not in text
    assert ("A route of 5.3 km leads through or along an area that is not mapped, where control is not known.") in text


def test_what_else_speaks_against_a_hypothesis():
    text = inferred(host_lost_km2=2.5, alternatives="SDF: 10.0 km")
    assert "Islamic State lost 2.5 km² of the gained territory, so the two sides may have fought over it." in text
    assert "Alternative routes through other hosts, at most 1.5 times as long: SDF: 10.0 km." in text


def test_a_sentence_has_names_and_no_ids():
    names = {**NAMES, "OPP": "Opposition", "SDF": "Democratic Forces"}
    text = corridor_text(
        record(basis="inferred", losers="OPP; SDF", gained_km2=46.4, way_km=9.0, host_lost_km2=1.0,
               alternatives="SDF, OPP: 10.0 km; X: 12.0 km", deep_attack_km=5.3, also_claimed_by="OPP"),
        [], names, CorridorOptions(),
    )  # fmt: skip
    assert re.findall(r"\b(?:GOV|IS|OPP|SDF)\b", text) == []
    assert "gained 46.4 km², most of it from Opposition and Democratic Forces." in text
    assert "at most 1.5 times as long: Democratic Forces, Opposition: 10.0 km; X: 12.0 km." in text  # X has no name


def test_names_from_right_to_left_are_isolated():
    text = corridor_text(record(), [], {"GOV": "الحكومة"}, CorridorOptions())
    assert "\u2067الحكومة\u2069 moved 8.3 km" in text


ODD = "<b>داعش</b> {mover}"


def test_a_party_that_no_known_faction_matches_is_named():
    assert "known faction" not in told()
    text = told(host=ODD)
    assert f"{ODD}\u2069 is not a known faction; it may be another name of the mover or of one of its allies." in text
    text = told(mover="Liwa X")
    assert "Liwa X is not a known faction; it may be another name of the other side." in text
    text = inferred(host="H", losers="L; not mapped")
    assert "H and L are not known factions; each may be another name of the mover or of one of its allies." in text
    assert (
        corridor_facts(record(host="H"), NAMES).count(
            ("Names", "H is not a known faction; it may be another name of the mover or of one of its allies.")
        )
        == 1
    )


def test_a_log_has_each_unknown_party_once():
    columns = {"mover": ["GOV", "GOV", "X"], "host": ["H", "H", "IS"], "losers": [None, None, None]}
    assert [text.split(" is ")[0] for text in unknown_faction_notes(columns, NAMES)] == ["H", "X"]
    many = {"mover": ["GOV"] * 30, "host": [f"H{n}" for n in range(30)], "losers": [None] * 30}
    assert len(unknown_faction_notes(many, NAMES)) == 21
    assert unknown_faction_notes(many, NAMES)[-1] == "and 10 more"


def test_names_with_braces_are_left_alone():
    assert "{mover} {}" in corridor_text(record(mover="{mover} {}", source="{0}"), [], {}, CorridorOptions())
