"""Actors in event data sets: whole names first, then the parts of a combined side; nothing is guessed."""

import random

import pytest

from syria_control_plugin.core.factions.actors import MAX_LIST_LENGTH, Actors, Side
from syria_control_plugin.core.factions.factions import Faction, Factions

FACTIONS = Factions(
    [
        Faction(
            id="GOV",
            name="Syrian government forces",
            aliases=("Government of Syria", "Military Forces of Syria (2000-2024)"),
            bloc="GOV",
        ),
        Faction("RUS", "Russian forces", ("Military Forces of Russia (2000-)", "Allied Syrian and/or Russian Forces")),
        Faction(
            "OPP", "Opposition", ("HTS", "HTS: Hayat Tahrir al Sham", "Southern Front", "Sword and Shield Brigade")
        ),
        Faction("IS", "Islamic State", ("Islamic State (Syria)", "ISIS / Daesh")),
        Faction("SDF", "Syrian Democratic Forces", ("Peoples Protection Units",)),
    ]
)


def side(*texts):
    return Actors(FACTIONS).side(texts)


@pytest.mark.parametrize(
    ("text", "faction"),
    [
        ("GOV", "GOV"),
        (" government  OF syria\n", "GOV"),
        ("Islamic State (Syria)", "IS"),
        ("ISIS / Daesh", "IS"),
        ("Sword and Shield Brigade", "OPP"),  # an "and" that is part of a name
        ("Allied Syrian and/or Russian Forces", "RUS"),
        ("HTS;", "OPP"),
    ],
)
def test_a_whole_name_is_one_actor(text, faction):
    assert side(text) == Side((faction,), (), False)


@pytest.mark.parametrize(
    "text",
    [
        "HTS, IS", "HTS; IS", "HTS ;IS;", "HTS and IS", "HTS & IS", "HTS - IS", "HTS – IS", "HTS AND IS", "HTS,IS",
        "HTS, and IS", "HTS\u060c IS", "HTS: Hayat Tahrir al Sham - Islamic State (Syria)",
    ],
)  # fmt: skip
def test_a_combined_side_is_each_of_its_parts(text):
    assert side(text) == Side(("OPP", "IS"), (), True)


def test_lists_within_dyads():
    assert side("Government of Syria, Military Forces of Russia (2000-) - HTS and IS").factions == (
        "GOV", "RUS", "OPP", "IS",
    )  # fmt: skip
    assert side("Sword and Shield Brigade, IS").factions == ("OPP", "IS")


def test_each_faction_is_listed_once_in_order():
    assert side("Southern Front, IS, HTS") == Side(("OPP", "IS"), (), True)
    assert side("HTS", "HTS") == Side(("OPP",), (), False)
    assert side("HTS", "IS; HTS") == Side(("OPP", "IS"), (), True)


def test_parts_that_are_not_factions_are_reported():
    assert side("Aknaf, HTS, Sons of Yarmouk") == Side(("OPP",), ("Aknaf", "Sons of Yarmouk"), True)
    assert side("IS - Aknaf") == Side(("IS",), ("Aknaf",), True)
    assert side("Foo, Bar") == Side((), ("Foo", "Bar"), True)


@pytest.mark.parametrize(
    "text", ["Hammer and Anvil Brigade", "Foo & Bar", "Foo - Bar", "Foo (Bar, HTS)", "Foo (A; IS)"]
)
def test_a_possible_list_stays_one_name_if_no_part_is_known(text):
    assert side(text) == Side((), (text,), False)


@pytest.mark.parametrize(
    ("text", "faction"),
    [
        ("Military Forces of Syria (2000-2024) Air Force", "GOV"),
        ("Military Forces of Syria (2000-2024) Desert Hawks Brigade", "GOV"),
        ("Military Forces of Russia (2000-) Air Force", "RUS"),
        ("YPG: Peoples Protection Units", "SDF"),
        ("YPG: Peoples Protection Units - Anti-Terror Unit", "SDF"),
    ],
)
def test_units_and_acronyms_in_the_notation_of_acled(text, faction):
    assert side(text) == Side((faction,), (), False)


@pytest.mark.parametrize(
    "text",
    [
        "Military Forces of Syria (2024-)",  # another government
        "Military Forces of Syria (2024-) Air Force",
        "Military Forces of Syria",
        "Military Forces of Syria (2000-2024)Air Force",
        "Former Military Forces of Syria (2000-2024)",
        "HTS: Some other body",  # an acronym alone is not sufficient
        "Islamic State of Wadiya",
        "HTS Idlib",
        "Anti-IS Brigade",
    ],
)
def test_nothing_is_guessed(text):
    assert side(text) == Side((), (text,), False)


def test_a_name_after_a_unit_is_a_separate_actor():
    first = "Military Forces of Syria (2000-2024) Air Force"
    for mark in (";", ",", " and", " &", " -"):
        assert side(f"{first}{mark} Southern Front") == Side(("GOV", "OPP"), (), True)
    assert side("Military Forces of Syria (2000-2024) and Military Forces of Russia (2000-)").factions == ("GOV", "RUS")
    assert side("YPG: Peoples Protection Units - IS") == Side(("SDF", "IS"), (), True)


@pytest.mark.parametrize("text", [None, "", "  ", "-", "--", ";", "NULL", "nan", "None", " , "])
def test_nobody(text):
    assert side(text) == Side((), (), False)
    assert not side(text).is_named
    assert side(text, "IS") == Side(("IS",), (), False)


HOSTILE = ["<b>x</b>", "O'Brien; DROP TABLE events;--", "\u202eداعش\u202c", "%s {0}", "((((", "a" * 5000, "(" * 5000,
           ", and ,", "- - -", "(2000-) x", ": - ;", "A: " * 700]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_not_changed(text):
    found = side(text)
    assert found.factions == ()
    assert all(0 < len(name) <= 200 for name in found.unmatched)


def test_a_text_too_long_for_a_list_is_one_name():
    found = side("HTS," * (MAX_LIST_LENGTH // 4 + 1))
    assert (found.factions, len(found.unmatched)) == ((), 1)


def test_any_mix_of_known_and_unknown_actors_is_reported_completely():
    known = {"HTS": "OPP", "Government of Syria": "GOV", "Islamic State (Syria)": "IS", "SDF": "SDF",
             "Military Forces of Russia (2000-) Air Force": "RUS"}  # fmt: skip
    unknown = ["Aknaf", "Liwa al-Aqsa", "Foo (Bar)", "PKK"]
    chance = random.Random(4)
    actors = Actors(FACTIONS)
    for _ in range(300):
        names = chance.sample([*known, *unknown], chance.randint(1, 9))
        found = actors.side([chance.choice(["; ", ", ", " ;"]).join(names)])
        assert found.factions == tuple(known[name] for name in names if name in known)
        assert found.unmatched == tuple(name for name in names if name in unknown)
        assert found.is_combined == (len(names) > 1)
