"""Cases that hands or a failing disk have damaged: each reader of a case gives what it can, or says what is wrong."""

import random
import shutil
import sqlite3
from contextlib import closing
from functools import partial

import pytest

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.corridors import read_corridors, read_evidence
from syria_control_plugin.case.print_data import areas_on, case_print_data
from syria_control_plugin.case.statistics import info_of, statistics_of
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.corridors.assessment import CorridorOptions
from syria_control_plugin.core.errors import CaseError, SyriaControlError
from syria_control_plugin.sources.corridor_search import find_corridors
from syria_control_plugin.sources.sample import build_sample

READERS = {
    "facts": lambda path: info_of(Case(path), ""),
    "digest": lambda path: statistics_of(info_of(Case(path), "")),
    "corridors": read_corridors,
    "evidence": partial(read_evidence, corridor=1),
    "print": lambda path: (case_print_data(Case(path), ""), areas_on(Case(path), ["2017-10-24"])),
    "search": lambda path: find_corridors(Case(path), CorridorOptions()),
}
ODD = [None, "", "x", b"\xff\xfe", -1, 10**18, 1e300, "9999-99-99", "[]", "null", b"GP\0\1\0\0\0\0"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "case.gpkg"
    build_sample(str(path))
    return path


@pytest.fixture
def damaged(sample, tmp_path):
    """A copy of the sample, damaged by statements of SQL; its triggers are gone, since they would mend some."""

    def damage(*statements) -> str:
        path = str(shutil.copy(sample, tmp_path / "case.gpkg"))
        with closing(sqlite3.connect(path)) as database, database:
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f'DROP TRIGGER "{name}"')
            for statement, *values in statements:
                database.execute(statement, values)
        return path

    return damage


def outcome(reader: str, path: str) -> str:
    """The reader's complaint, "" where it has none; any other error than one of the plugin's is an error here."""
    try:
        READERS[reader](path)
    except SyriaControlError as error:
        assert len(str(error)) > 20, error
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("statement", "reader", "words"),
    [
        ("DROP TABLE territories", "facts", "territories cannot be read: no such table"),
        ("DROP TABLE corridor_evidence", "evidence", "no table corridor_evidence .* Search for corridors again"),
        ("DROP TABLE events", "digest", "no table events"),
        ("UPDATE territories SET geom = '2017' WHERE fid = 3", "digest", "row 3 of territories has no area"),
        ("UPDATE territories SET valid_from = '[]'", "facts", r"contains '\[\]' in place of a date"),
        ("UPDATE case_settings SET value = '{' WHERE key = 'theme'", "facts", "its setting 'theme' cannot be read"),
        ("UPDATE factions SET id = X'fffe' WHERE id = 'GOV'", "search", "factions has a row that is not text"),
        ("UPDATE factions SET aliases = '{' WHERE id = 'GOV'", "search", "aliases of faction 'GOV'"),
        ("DELETE FROM gpkg_geometry_columns", "digest", "no area|no table territories"),
    ],
)
@pytest.mark.parametrize("exceptions", [False, True], ids=["as it is", "exceptions"])
def test_what_is_wrong_is_named(damaged, statement, reader, words, exceptions, request):
    if exceptions:  # as another plugin may have turned them on in GDAL
        request.getfixturevalue("gdal_exceptions")
    with pytest.raises(SyriaControlError, match=words):
        READERS[reader](damaged((statement,)))


def test_an_area_that_an_edit_made_cross_itself_is_named(damaged):
    bow = "x'47500003E61000000000000000004240000000000000434000000000008041400000000000004240" + (
        "0106000000010000000103000000010000000500000000000000000042400000000000804140000000000000434000000000000042"
        "4000000000000043400000000000804140000000000000424000000000000042400000000000004240"
        "0000000000804140'"
    )
    path = damaged((f"UPDATE territories SET geom = {bow} WHERE fid = 2",))
    with pytest.raises(CaseError, match="row 2 of territories intersects itself"):
        READERS["digest"](path)


def test_areas_that_are_no_numbers_count_as_none(damaged):
    path = damaged((f"UPDATE {f.DERIVED} SET {f.AREA_KM2} = 'large'",))
    assert outcome("digest", path) == outcome("print", path) == ""


@pytest.mark.parametrize("seed", range(8))
def test_values_columns_and_tables_of_any_kind(sample, damaged, seed):
    """Each seed damages the case at one place."""
    chance = random.Random(seed)
    with closing(sqlite3.connect(sample)) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = sorted(name for (name,) in names if not name.startswith(("rtree", "sqlite")))
        table = chance.choice(tables)
        column = chance.choice([row[1] for row in database.execute(f"PRAGMA table_info({table})")])
    one = f"WHERE rowid = (SELECT min(rowid) FROM {table})"
    damages = [
        (f"ALTER TABLE {table} RENAME COLUMN {column} TO other",),
        (f"DELETE FROM {table}",),
        (f"UPDATE {table} SET {column} = ? {one}", chance.choice(ODD)),
        (f"UPDATE OR IGNORE {table} SET {column} = ?", chance.choice(ODD)),
    ]
    try:
        path = damaged(chance.choice(damages))
    except sqlite3.IntegrityError:  # what SQLite itself refuses
        path = damaged((f"DELETE FROM {table}",))
    for reader in READERS:
        outcome(reader, path)


@pytest.mark.parametrize("seed", range(12))
def test_bytes_that_a_disk_lost(sample, tmp_path, seed):
    """Cut off, zeroed, or changed at random; mostly in pages that SQLite itself looks at."""
    chance, content = random.Random(seed), bytearray(sample.read_bytes())
    pages = len(content) // 4096
    if seed % 4 == 0:
        content = content[: chance.randrange(len(content))]
    elif seed % 4 == 1:
        page = chance.randrange(pages) * 4096
        content[page : page + 4096] = bytes(4096)
    else:
        page = 0 if seed % 4 == 2 else chance.randrange(pages) * 4096
        for _ in range(20):
            content[page + chance.randrange(4096)] = chance.randrange(256)
    path = tmp_path / "case.gpkg"
    path.write_bytes(content)
    complaints = [outcome(reader, str(path)) for reader in READERS if reader != "search"]  # which reads the same
    if seed % 4 == 0:
        assert all(complaints)
