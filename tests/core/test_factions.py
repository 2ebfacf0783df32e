"""Factions: names in the spellings of data sets, blocs, and unforeseen names."""

from __future__ import annotations

import json
import time

import pytest

from syria_control_plugin.core.errors import FactionError
from syria_control_plugin.core.factions.factions import Faction, FactionRegister, Factions
from syria_control_plugin.core.factions.names import normalised

GOV = Faction(
    id="GOV",
    name="Syrian government forces",
    aliases=("Military Forces of Syria (2000-)", "SAA"),
    bloc="GOV",
    colour="#d7301f",
)
RUS = Faction("RUS", "Russian forces", bloc="GOV")
IS = Faction("IS", "Islamic State", ("Daesh",))
FACTIONS = Factions([GOV, RUS, IS])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GOV", "GOV"),
        (" gov\n", "GOV"),
        ("SYRIAN_GOVERNMENT-FORCES", "GOV"),
        ("syrian \u00a0 government\tforces", "GOV"),
        ("Military Forces of Syria (2000-)", "GOV"),
        ("\uff29\uff33", "IS"),  # full-width letters, which NFKC folds
        ("daesh", "IS"),
        ("Is", "IS"),
    ],
)
def test_ids_names_and_aliases_resolve_with_any_spacing_and_case(text, expected):
    assert FACTIONS.resolve(text).id == expected


@pytest.mark.parametrize("text", ["", "  ", "-", "GO V", "Islamic", "x" * 10_000])
def test_other_texts_do_not_resolve(text):
    assert FACTIONS.resolve(text) is None


def test_a_name_of_separators_alone_is_a_name():
    assert normalised(" __ ") == "__"
    registry = FactionRegister(Factions())
    faction = registry.of_text("--")
    assert registry.resolve("--") == faction
    assert registry.resolve("") is None


@pytest.mark.parametrize(
    "clash",
    [
        Faction("Z", "Zed", ("saa",)),  # alias and alias
        Faction("Z", "russian  forces"),  # name and name
        Faction("Z", "Zed", ("is",)),  # alias and id
        Faction("gov", "Zed"),  # ids that differ only in case
    ],
)
def test_a_name_of_two_factions_is_rejected_and_both_are_named(clash):
    with pytest.raises(FactionError) as refused:
        Factions([*FACTIONS, clash])
    owner = next(faction for faction in FACTIONS if faction.id in str(refused.value))
    assert repr(clash.id) in str(refused.value)
    assert owner.name in str(refused.value)


def test_duplicate_ids_are_rejected():
    with pytest.raises(FactionError, match="'IS'.*'IS'"):
        Factions([IS, Faction("IS", "Someone else")])


@pytest.mark.parametrize(
    "bad",
    [
        {"id": ""},
        {"id": " "},
        {"id": None},
        {"id": 7},
        {"name": ""},
        {"colour": "red"},
        {"colour": "#12345g"},
        {"colour": "#123456\n"},
        {"aliases": "SAA"},
        {"aliases": (None,)},
        {"aliases": ("",)},
        {"aliases": None},
    ],
)
def test_a_faction_is_validated_when_it_is_created(bad):
    with pytest.raises(FactionError):
        Faction(**{"id": "A", "name": "Alpha", **bad})


def test_a_faction_without_a_bloc_is_its_own():
    assert FACTIONS.blocs().epochs == ({"GOV": "GOV", "RUS": "GOV"},)


def test_the_registry_is_a_collection():
    assert FACTIONS.ids == ("GOV", "RUS", "IS")
    assert list(FACTIONS) == [GOV, RUS, IS]
    assert "IS" in FACTIONS and "is" not in FACTIONS
    assert FACTIONS["IS"] is IS
    assert len(FACTIONS) == 3
    with pytest.raises(FactionError, match="'SDF'.*GOV, RUS, IS"):
        FACTIONS["SDF"]


def test_a_register_adds_or_replaces_without_changing_the_old_registry():
    register = FactionRegister(FACTIONS)
    assert register.factions is FACTIONS
    register.put(Faction("SDF", "Syrian Democratic Forces"))
    register.put(Faction("IS", "Islamic State", colour="#000000"))
    assert register.factions.ids == ("GOV", "RUS", "IS", "SDF")
    assert register.factions["IS"].colour == "#000000"
    assert register.resolve("Daesh") is None  # the alias is removed with its faction
    assert FACTIONS.resolve("Daesh") is IS
    with pytest.raises(FactionError, match="'sdf'"):
        register.put(Faction("X", "sdf"))


def test_the_cost_of_unknown_names_is_linear():
    def seconds(count):
        register, start = FactionRegister(FACTIONS), time.process_time()
        for number in range(count):
            register.of_text(f"Militia {number}")
        assert len(register.factions) == count + len(FACTIONS)
        return time.process_time() - start

    assert min(seconds(8000) for _ in range(3)) < 8 * min(seconds(2000) for _ in range(3))


def test_records_round_trip_through_json():
    records = json.loads(json.dumps(FACTIONS.to_records()))
    assert Factions.from_records(records) == FACTIONS
    assert hash(Factions.from_records(records)) == hash(FACTIONS)


@pytest.mark.parametrize("record", [{}, {"name": "Alpha"}, {"id": "A", "color": "#ffffff"}, "A", None])
def test_invalid_records_are_rejected(record):
    with pytest.raises(FactionError):
        Factions.from_records([record])


HOSTILE = [
    'O\'Brien; DROP TABLE "territories";--',
    "<img src=x onerror=alert(1)>",
    "\u202eقوات سوريا الديمقراطية\u202c",
    "a" * 10_000,
    "line\nbreak\tand\x00nul",
    "half a pair \ud83d",
    "%s {0} $x \\",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_pass_through(text):
    register = FactionRegister(FACTIONS)
    faction = register.of_text(text)
    registry = register.factions
    faction.id.encode("utf-8")
    assert 0 < len(faction.id) <= 200
    assert not any(ord(character) < 32 for character in faction.id)
    assert registry.resolve(text) == faction
    assert register.of_text(text) == faction and register.factions == registry
    assert Factions.from_records(json.loads(json.dumps(registry.to_records()))) == registry


def test_an_unknown_name_is_kept_except_for_white_space():
    faction = FactionRegister(FACTIONS).of_text("  Ahrar   al-Sham ")
    assert (faction.id, faction.name, faction.bloc) == ("Ahrar al-Sham", "Ahrar al-Sham", "")


def test_a_known_name_is_not_added_again():
    register = FactionRegister(FACTIONS)
    assert register.of_text("daesh") is IS
    assert register.factions is FACTIONS


def test_an_empty_name_is_not_an_unknown_faction():
    with pytest.raises(FactionError):
        FactionRegister(FACTIONS).of_text(" \n")


@pytest.mark.parametrize("text", ["nobody", "Nobody", "No man's land", "no-one", "لا أحد"])
def test_every_registry_knows_nobody(text):
    """It becomes a member once it is used, unless another faction has the name; a bloc cannot have it."""
    register = FactionRegister(FACTIONS)
    assert FACTIONS.resolve(text).id == register.of_text(text).id == "nobody"
    assert register.factions.ids == (*FACTIONS.ids, "nobody")
    taken = FactionRegister(Factions([Faction("X", "Party X", (text,))]))
    assert taken.of_text(text).id == "X"
    with pytest.raises(FactionError, match="cannot be in a bloc"):
        Faction("nobody", "Nobody", bloc="GOV")
