"""Whose ground it is: read from a field, a name or the user's word; new names get a look and are told."""

import pytest

from syria_control_plugin.core.control.control_changes import control_changes
from syria_control_plugin.core.errors import SourceError
from syria_control_plugin.core.factions.themes import NOBODYS_FILL, Theme


def spare_classes(case) -> dict:
    """Faction → fill of the classes that the case's theme made up."""
    theme = Theme.from_dict(case.open.setting("theme"))
    return {entry.faction: entry.fill for entry in theme.classes if entry.id.startswith("spare:")}


@pytest.mark.parametrize("field", ["faction", "Faction", "HOLDER", "controlled_by", "side"])
def test_field_with_a_telling_name(maps, case, field):
    report = case.load(maps.geojson("2017-10-01.geojson", ({"note": "x", field: "Some militia"}, maps.strip(36, 37))))
    assert case.factions() == {"Some militia"}
    assert str(report.detected[1]) == f"Faction: field {field!r} (detected by its name)."


def test_field_with_known_names(maps, case):
    rows = [({"note": "x", "who": who}, maps.strip(36, 37)) for who in ("ISIS", "Syrian Arab Army", "ISIL")]
    report = case.load(maps.geojson("2017-10-01.geojson", *rows))
    assert case.factions() == {"IS", "GOV"}
    assert "field 'who' (detected: known factions among its names: 3 of 3)" in str(report.detected[1])


@pytest.mark.parametrize("names", [["GOV_2017-10-01", "Daesh_2017-10-01"], ["20171001 SAA", "20171001 isis"],
                                   ["SAA 1 Oct 2017", "IS 1 Oct 2017"],
                                   ["2017-10-01/GOV", "2017-10-01/Islamic State"],
                                   ["GOV/2017-10-01", "ISIS/2017-10-01"]])  # fmt: skip
def test_file_or_folder_name(maps, case, names):
    for name, stretch in zip(names, ((36, 37), (37, 38))):
        maps.geojson(f"in/{name}.geojson", ({"note": "x"}, maps.strip(*stretch)))
    case.load(maps.folder / "in")
    assert case.rows() == ["GOV 36-37 2017-10-01/-", "IS 37-38 2017-10-01/-"]


def test_name_of_the_folder_that_was_given(maps, case):
    maps.geojson("Daesh/2017-10-01.geojson", ({"note": "x"}, maps.strip(36, 37)))
    case.load(maps.folder / "Daesh")
    assert case.rows() == ["IS 36-37 2017-10-01/-"]


def test_given_for_all(maps, case):
    report = case.load(maps.geojson("2017-10-01.geojson", ({"note": "x"}, maps.strip(36, 37))), faction="Daesh")
    assert case.factions() == {"IS"}
    assert str(report.detected[1]) == "Faction: 'Daesh' for all rows (specified)."


def test_field_given_comes_before_the_guess(maps, case):
    path = maps.geojson("2017-10-01.geojson", ({"faction": "GOV", "really": "IS"}, maps.strip(36, 37)))
    case.load(path, faction_field="Really")
    assert case.factions() == {"IS"}
    with pytest.raises(SourceError, match="The field 'reelly' does not exist in .*Fields: faction, really"):
        case.load(path, faction_field="reelly")
    with pytest.raises(SourceError, match="FACTION and FACTION_FIELD are both set"):
        case.load(path, faction_field="really", faction="IS")


def test_no_faction_anywhere_names_the_settings(maps, case):
    with pytest.raises(SourceError, match=r"No faction found in '2017-10-01\.geojson'.*FACTION.*FACTION_FIELD.*note"):
        case.load(maps.geojson("2017-10-01.geojson", ({"note": "x"}, maps.strip(36, 37))))


def test_null_and_blank_factions_are_rejected(maps, case):
    who = ["GOV", None, "", "   ", "\u00a0"]
    rows = [({"faction": name}, maps.strip(36 + n, 37 + n)) for n, name in enumerate(who)]
    report = case.load(maps.geojson("2017-10-01.geojson", *rows))
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]
    assert [(row, action, reason) for _, row, action, reason, _ in case.issues()] == [
        (row, "rejected", "no faction") for row in (1, 2, 3, 4)
    ]
    assert report.rows_loaded == 1


def test_numbers_are_names_too(maps, case):
    case.load(maps.geojson("2017-10-01.geojson", ({"code": 7}, maps.strip(36, 37))), faction_field="code")
    assert case.factions() == {"7"}


class TestUnknown:
    def test_counted_and_reported(self, maps, case):
        rows = [({"faction": name}, maps.strip(36 + n, 37 + n))
                for n, name in enumerate(["Militia A", "militia  a", "Militia B", "GOV"])]  # fmt: skip
        report = case.load(maps.geojson("2017-10-01.geojson", *rows))
        assert report.unknown_factions == {"Militia A": 2, "Militia B": 1}
        assert (
            "'Militia A' is not a known faction; it may be another name of one. Rows: 2, drawn in a spare colour."
            in map(str, report.lines())
        )
        assert case.factions() == {"Militia A", "Militia B", "GOV"}

    def test_each_has_a_look_of_its_own_in_the_case(self, maps, case):
        case.load(maps("2017-10-01.geojson", "A 36-37, B 37-38, C 38-39, GOV 39-40"))
        spares = spare_classes(case)
        assert set(spares) == {"A", "B", "C"}
        assert len({fill.symbology for fill in spares.values()}) == 3

    def test_look_is_the_same_in_another_case(self, maps, case, another_case):
        path = maps("2017-10-01.geojson", "A 36-37, B 37-38, C 38-39")
        case.load(path)
        another_case.load(path)
        assert spare_classes(case) == spare_classes(another_case)

    def test_look_stays_when_others_turn_up(self, maps, case):
        case.load(maps("2017-10-01.geojson", "M 36-37"))
        before = spare_classes(case)
        names = ", ".join(f"{name} {37 + n}-{38 + n}" for n, name in enumerate("ABCDEFGHIJKL"))
        case.load(maps("2017-10-02.geojson", f"M 36-37, {names}"))
        after = spare_classes(case)
        assert len(after) == 13
        assert after["M"] == before["M"]

    def test_is_known_by_any_spelling_at_the_next_import(self, maps, case):
        case.load(maps.geojson("2017-10-01.geojson", ({"faction": "Jaysh al-Wadi"}, maps.strip(36, 37))))
        case.load(maps.geojson("2017-10-02.geojson", ({"faction": "JAYSH AL WADI"}, maps.strip(36, 37))))
        assert case.factions() == {"Jaysh al-Wadi"}


def test_classes_for_nobodys_ground_and_for_ground_that_is_not_mapped(maps, case):
    """The one is kept, with a look of its own, and is no unknown faction; the other is left out, with the reason."""
    for day, names in ((1, ("No man's land", "GOV", "No data")), (2, ("GOV", "GOV", "GOV"))):
        rows = [({"who": who}, maps.strip(36 + x, 37 + x)) for x, who in enumerate(names)]
        report = case.load(maps.geojson(f"2017-10-0{day}.geojson", *rows), faction_field="who")
        assert not report.unknown_factions
    assert case.rows() == ["GOV 36-39 2017-10-02/-", "GOV 37-38 2017-10-01/2017-10-02",
                           "nobody 36-37 2017-10-01/2017-10-02"]  # fmt: skip
    assert [str(issue[3]) for issue in case.issues()] == ["'No data' is not a faction: the area is not mapped"]
    assert spare_classes(case) == {"nobody": NOBODYS_FILL}
    changes = control_changes(case.open.territories(case.open.sources()[0]).series())
    assert changes.from_holder.tolist() == [("nobody",), ("not mapped",)]
