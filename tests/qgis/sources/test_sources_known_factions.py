"""What a case's own table of factions says is what counts: an analyst may edit it."""

import sqlite3
from contextlib import closing

import numpy as np
import pytest

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import known_factions
from syria_control_plugin.core.errors import FactionError
from syria_control_plugin.sources.sample import build_sample


@pytest.fixture
def path(qgis_app, tmp_path):
    made = str(tmp_path / "case.gpkg")
    build_sample(made)
    return made


def edited(path, faction, **values):
    with closing(sqlite3.connect(path)) as database, database:
        for column, value in values.items():
            database.execute(f"UPDATE factions SET {column} = ? WHERE id = ?", (value, faction))
    return known_factions(Case(path))


def test_bloc_name_and_colour_of_the_table(path):
    factions = edited(path, "IS", bloc="GOV", name="Daesh", colour="#112233")
    assert factions.blocs().epochs[0]["IS"] == "GOV"
    assert (factions["IS"].name, factions["IS"].colour) == ("Daesh", "#112233")


def test_a_bloc_for_a_period(path):
    blocs = edited(path, "IS", bloc="GOV 2017-10-01/..").blocs()
    assert [blocs.on(np.datetime64(date, "s")).get("IS") for date in ("2017-09-30", "2017-10-01")] == [None, "GOV"]


def test_two_blocs_at_a_time_are_refused_with_the_faction_and_the_days(path):
    with pytest.raises(FactionError, match="'IS'.*GOV 2017-10-01/.* and OPP 2017-11-01/"):
        edited(path, "IS", bloc="GOV 2017-10-01/..; OPP 2017-11-01/..")


def test_aliases_come_on_top_of_the_shipped_ones(path):
    factions = edited(path, "IS", aliases='["Black flags"]')
    assert factions.resolve("black flags").id == "IS"
    assert factions.resolve("Islamic State (Syria)").id == "IS"


@pytest.mark.parametrize("text", ["not JSON", '{"a": 1}'])
def test_aliases_that_are_no_list(path, text):
    with pytest.raises(FactionError, match="IS"):
        edited(path, "IS", aliases=text)


def test_an_alias_outweighs_a_faction_of_which_only_that_name_is_known(path):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM factions")
        rows = [("Dawla", "Dawla", "[]", "", "#112233"), ("IS", "ISIS", '["Dawla"]', "", "")]
        database.executemany("INSERT INTO factions (id, name, aliases, bloc, colour) VALUES (?, ?, ?, ?, ?)", rows)
    assert known_factions(Case(path)).resolve("Dawla").id == "IS" and "Dawla" not in known_factions(Case(path))
    with pytest.raises(FactionError, match="Dawla"):
        edited(path, "Dawla", bloc="GOV")  # an analyst has said that it is a faction


def test_an_alias_of_two_factions_is_told_with_both(path):
    with pytest.raises(FactionError, match="(?s)GOV.*IS|IS.*GOV"):
        edited(path, "IS", aliases='["Syrian Arab Army"]')


def test_without_a_case_the_shipped_ones():
    assert "GOV" in known_factions(None)
