"""Themes: legend order, derived and contested classes, stable spare fills."""

from __future__ import annotations

import copy
import datetime
import json

import numpy as np
import pytest

from syria_control_plugin.core.errors import ThemeError
from syria_control_plugin.core.factions.themes import Fill, MapClass, RetakenRule, Theme

SPARES = tuple(Fill(colour) for colour in ("#aa0000", "#00aa00", "#0000aa", "#aaaa00", "#00aaaa"))
GOV = MapClass(id="gov", label="Government", fill=Fill("#ff0000"), faction="GOV")
WON_BACK = MapClass(id="won", label="Won back", fill=Fill("#0000ff"), rule=RetakenRule("OPP", "IS", "2017-10-09"))
OPP = MapClass(id="opp", label="Opposition", fill=Fill("#00ff00"), faction="OPP")
CONTESTED = MapClass(id="contested", label="Contested", fill=Fill("#777777", "diagonal"), is_contested=True)
THEME = Theme(
    id="t",
    name="Test",
    description="For tests.",
    source="Made up.",
    classes=(GOV, WON_BACK, OPP),
    spare_fills=SPARES,
    contested=CONTESTED,
)
NAMES = ("Zeta", "alpha", "Ahrar al-Sham", "<b>bold</b>")


def spare_fills_of(theme):
    return {entry.faction: entry.fill for entry in theme.classes if entry.id.startswith("spare:")}


def test_a_class_is_of_exactly_one_kind():
    assert [entry.kind for entry in (GOV, WON_BACK, CONTESTED)] == ["faction", "retaken", "contested"]
    assert [entry.held_by for entry in (GOV, WON_BACK, CONTESTED)] == ["GOV", "OPP", ""]
    for kinds in ({}, {"faction": "A", "is_contested": True}, {"faction": "A", "rule": WON_BACK.rule}):
        with pytest.raises(ThemeError):
            MapClass(id="x", label="X", fill=Fill("#ffffff"), **kinds)


def test_the_legend_keeps_the_order_of_the_theme():
    assert THEME.classes_for(["OPP", "IS", "GOV"])[:3] == (GOV, WON_BACK, OPP)


def test_a_class_shows_only_if_its_holder_is_among_the_factions():
    assert THEME.classes_for(["OPP"]) == (WON_BACK, OPP)
    assert THEME.classes_for(["GOV"]) == (GOV,)
    assert THEME.classes_for([]) == ()


def test_unknown_factions_come_last_sorted_and_labelled():
    legend = THEME.classes_for(["Zeta", "GOV", "alpha", "", "Zeta"], labels={"alpha": "The Alphas"})
    assert [entry.label for entry in legend] == ["Government", "The Alphas", "Zeta"]
    assert [entry.faction for entry in legend] == ["GOV", "alpha", "Zeta"]
    assert THEME.unknown_factions(["Zeta", "GOV", "alpha", "", "Zeta"]) == ("alpha", "Zeta")


def test_a_rule_alone_does_not_make_its_holder_known():
    without = Theme(
        id="t",
        name="Test",
        description="For tests.",
        source="Made up.",
        classes=(GOV, WON_BACK),
        spare_fills=SPARES,
        contested=CONTESTED,
    )
    assert without.unknown_factions(["OPP"]) == ("OPP",)


def test_nobody_is_not_an_unknown_faction():
    plain = Theme(
        id="t",
        name="Test",
        description="For tests.",
        source="Made up.",
        classes=(GOV,),
        spare_fills=SPARES,
        contested=CONTESTED,
    )
    assert plain.unknown_factions(["", "GOV"]) == ()


def test_the_same_set_of_names_gives_the_same_fills():
    forward = spare_fills_of(THEME.with_spares(NAMES))
    assert forward == spare_fills_of(THEME.with_spares(reversed(NAMES)))
    assert set(forward) == set(NAMES)
    assert len(set(forward.values())) == len(NAMES)


def test_fills_are_the_same_in_every_process():
    """The fills are pinned, because Python's own hash differs between runs."""
    assert [fill.colour for fill in spare_fills_of(THEME.with_spares(["alpha", "Zeta"])).values()] == [
        "#aaaa00",
        "#00aaaa",
    ]


def test_later_factions_do_not_change_the_fills_stored_with_a_theme():
    for first in NAMES:
        kept = THEME.with_spares([first])
        later = kept.with_spares(NAMES)
        assert spare_fills_of(later)[first] == spare_fills_of(kept)[first]
        assert len(set(spare_fills_of(later).values())) == len(NAMES)
        assert Theme.from_dict(json.loads(json.dumps(later.to_dict()))).with_spares(NAMES) == later


def test_a_spare_that_resembles_a_class_is_skipped():
    taken = [GOV, *(MapClass(id=f"c{n}", label="C", fill=fill, faction=f"C{n}") for n, fill in enumerate(SPARES[:4]))]
    theme = Theme(
        id="t",
        name="Test",
        description="For tests.",
        source="Made up.",
        classes=taken,
        spare_fills=SPARES,
        contested=CONTESTED,
    )
    for name in NAMES:
        assert spare_fills_of(theme.with_spares([name])) == {name: SPARES[4]}


def test_more_factions_than_spares_repeat_the_least_used():
    fills = list(spare_fills_of(THEME.with_spares(f"F{number}" for number in range(12))).values())
    assert sorted(fills.count(spare) for spare in SPARES) == [2, 2, 2, 3, 3]


def test_with_class_replaces_by_id_and_else_adds():
    renamed = MapClass(id="gov", label="Army", fill=Fill("#ff0000"), faction="GOV")
    added = MapClass(id="is", label="IS", fill=Fill("#000000"), faction="IS")
    hatched = MapClass(id="both", label="Both", fill=Fill("#000000", "cross"), is_contested=True)
    assert THEME.with_class(renamed).classes == (renamed, WON_BACK, OPP)
    assert THEME.with_class(added).classes == (GOV, WON_BACK, OPP, added)
    assert THEME.with_class(hatched).contested == hatched
    assert THEME.classes == (GOV, WON_BACK, OPP)


def test_round_trip_through_json():
    record = json.loads(json.dumps(THEME.to_dict()))
    assert Theme.from_dict(record) == THEME
    assert Theme.from_dict(record).to_dict() == record
    assert record["classes"][1]["rule"] == {"held_by": "OPP", "earlier_held_by": "IS", "since": "2017-10-09"}


@pytest.mark.parametrize(
    "since",
    [
        "2017-10-09",
        "2017-10-09T00:00:00",
        np.datetime64("2017-10-09"),
        np.datetime64("2017-10-09", "ns"),
        datetime.date(2017, 10, 9),
        datetime.datetime(2017, 10, 9),
    ],
)
def test_the_date_of_a_rule_is_one_moment_in_every_notation(since):
    rule = RetakenRule("OPP", "IS", since)
    assert rule == WON_BACK.rule
    assert rule.since.dtype == "datetime64[s]"


@pytest.mark.parametrize("since", ["now", "today", "", "9 Oct 2017", "2017-13-01", 0, None, np.datetime64("NaT")])
def test_a_rule_needs_a_date_and_does_not_use_the_clock(since):
    with pytest.raises(ThemeError, match="since"):
        RetakenRule("OPP", "IS", since)


@pytest.mark.parametrize(("held_by", "earlier"), [("OPP", "OPP"), ("", "IS"), ("OPP", " "), (None, "IS")])
def test_a_rule_needs_two_factions(held_by, earlier):
    with pytest.raises(ThemeError):
        RetakenRule(held_by, earlier, "2017-10-09")


def altered(path, value):
    record = copy.deepcopy(THEME.to_dict())
    place = record
    for step in path[:-1]:
        place = place[step]
    if value is KeyError:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return record


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        (["color"], "#ffffff", ["'t'", "color"]),
        (["classes", 0, "colour"], "#ffffff", ["'t'", "'gov'", "colour"]),
        (["classes", 0, "fill", "opacity"], 1, ["'t'", "'gov'", "opacity"]),
        (["classes", 0, "fill", "colour"], "crimson", ["'t'", "'gov'", "crimson"]),
        (["classes", 1, "rule", "since"], "yesterday", ["'t'", "'won'", "yesterday"]),
        (["classes", 1, "rule", "until"], "2018", ["'t'", "'won'", "until"]),
        (["classes", 2, "label"], KeyError, ["'t'", "'opp'", "label"]),
        (["classes", 2, "label"], "", ["'t'", "'opp'", "label"]),
        (["classes", 2, "fill"], KeyError, ["'t'", "'opp'", "fill"]),
        (["classes", 2, "fill"], "#ffffff", ["'t'", "'opp'", "#ffffff"]),
        (["classes", 2, "id"], "gov", ["'t'", "'gov'", "same id"]),
        (["classes", 2, "faction"], "GOV", ["'t'", "'opp'", "'GOV'"]),
        (["classes", 0, "is_contested"], True, ["'t'", "'gov'", "exactly one"]),
        (["classes"], {}, ["'t'", "classes"]),
        (["spare_fills"], [], ["'t'", "spare_fills"]),
        (["spare_fills", 0, "pattern"], "wavy", ["'t'", "wavy"]),
        (["contested", "id"], "opp", ["'t'", "'opp'", "same id"]),
        (["contested"], GOV.to_dict(), ["'t'", "contested"]),
        (["contested"], KeyError, ["'t'", "contested"]),
        (["source"], "", ["'t'", "source"]),
        (["name"], 7, ["'t'", "name"]),
    ],
)
def test_an_invalid_theme_is_rejected_with_its_name(path, value, named):
    with pytest.raises(ThemeError) as refused:
        Theme.from_dict(altered(path, value))
    for word in named:
        assert word in str(refused.value)


@pytest.mark.parametrize("record", [None, [], "theme", {}])
def test_values_that_are_not_themes_are_rejected(record):
    with pytest.raises(ThemeError):
        Theme.from_dict(record)


def test_hostile_names_become_classes_unchanged():
    for name in ("x" * 10_000, "<script>", 'O\'Neil "q"', "\u202eقوات"):
        entry = THEME.classes_for([name])[-1]
        assert (entry.faction, entry.label) == (name, name)
