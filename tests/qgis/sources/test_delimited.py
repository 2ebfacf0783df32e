"""Delimited text: good files as GDAL reads them; of damaged ones every row is loaded, or named with its reason."""

import csv
import io
import itertools
import random
import re
import time
import zipfile

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from osgeo import gdal, ogr
from qgis.core import QgsVectorLayer

from syria_control_plugin.case.corridors import read_corridors
from syria_control_plugin.case.import_report import NOTED, REJECTED
from syria_control_plugin.core.corridors.assessment import CorridorOptions
from syria_control_plugin.core.corridors.evidence import EvidenceOptions
from syria_control_plugin.core.errors import Cancelled, SourceError
from syria_control_plugin.sources.corridor_search import refresh_corridors
from syria_control_plugin.sources.events.importing import import_events
from syria_control_plugin.sources.files import csv_records
from syria_control_plugin.sources.files.delimited import read_delimited
from syria_control_plugin.sources.files.gdal_reader import read_file
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.files.opening import layer_names
from syria_control_plugin.sources.files.project_layers import layer_input, memory_layer
from syria_control_plugin.sources.maps.reports import area_of_interest, import_reports
from syria_control_plugin.sources.movements.importing import import_movements

HEADER = "id,date,side,note\n"
GOOD = "2,2017-10-25,IS,calm\n3,2017-10-26,GOV,calm\n"


def reading(path, content, encoding="utf-8"):
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    (table,) = read_file(str(path), path.name, ("folder",))
    return table


@pytest.fixture
def read(tmp_path):
    return lambda content, name="t.csv", encoding="utf-8": reading(tmp_path / name, content, encoding)


@pytest.mark.parametrize(("name", "encoding"), [("t.txt", "utf-8"), ("t.psv", "utf-8"), ("t.csv", "utf-16")])
def test_what_gdal_does_not_open_is_read_in_algorithms_too(maps, name, encoding):
    path = maps.at(name)
    path.write_text("id|note\n1|x\n", encoding=encoding)
    assert layer_names(str(path)) == ["t"]
    assert rows_of(list_inputs([str(path)])[0][0].tables()[0]) == [("1", "x")]


def rows_of(table):
    return [tuple(table.attributes(position).values()) for position in range(len(table))]


def notes_of(table):
    return [f"{position}: {note!s}" for position, note in table.notes]


# Damaged rows


@pytest.mark.parametrize(
    ("row", "cells", "note"),
    [
        ('1,2017-10-24,IS,12" mortar', ("1", "2017-10-24", "IS", '12" mortar'), "quotation mark inside a cell"),
        ('1,2017-10-24,"Al-Bab" south,x', ("1", "2017-10-24", '"Al-Bab" south', "x"), "quotation mark inside a cell"),
        ('1,2017-10-24,IS,"a "b" c"', ("1", "2017-10-24", "IS", 'a "b" c'), "quotation mark inside a cell"),
        ('1,2017-10-24,"a, b" c,x', ("1", "2017-10-24", "a, b c", "x"), "quotation mark inside a cell"),
        ('1,2017-10-24,"IS,x', ("1", "2017-10-24", '"IS', "x"), "quotation mark not closed"),
        ('1,2017-10-24,IS,"x', ("1", "2017-10-24", "IS", '"x'), "quotation mark not closed"),
        ('1,"2017-10-24,IS,x', ("1", '"2017-10-24', "IS", "x"), "quotation mark not closed"),
        ("1,2017-10-24,IS", ("1", "2017-10-24", "IS", None), "3 of 4 cells; the others are read as empty"),
        ("1,2017-10-24,IS,a\0b", ("1", "2017-10-24", "IS", "a\ufffdb"), "bytes that are not text"),
        (
            f"1,2017-10-24,IS,{'x' * 32767}",
            ("1", "2017-10-24", "IS", "x" * 32767),
            "a cell has 32767 characters, the limit of spreadsheets, and may be truncated",
        ),
    ],
)
@pytest.mark.parametrize(
    "rest", [GOOD, '2,2017-10-25,"I, S",calm\n3,2017-10-26,GOV,"calm"\n', "", '2,2017-10-25,3",x\n']
)
def test_a_damaged_row_is_loaded_and_named_and_those_behind_it_stay(read, row, cells, note, rest):
    table = read(f"{HEADER}0,2017-10-01,GOV,x\n{row}\n{rest}")
    expected = list(csv.reader(io.StringIO(rest)))
    assert rows_of(table)[0][0] == "0" and rows_of(table)[1] == cells
    assert rows_of(table)[2:] == [tuple(cells) for cells in expected]
    assert not table.unreadable
    assert notes_of(table)[0].startswith("1: line 3: ") and note in notes_of(table)[0]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,2017-10-24,IS,x,y", "line 3: 5 cells for 4 columns, extra cells: 'y'"),
        ('1,2017-10-24,"I, S,x', "line 3: 5 cells for 4 columns, extra cells: 'x'"),
        ('1,2017-10-24,"IS', "line 3: closing quotation mark missing or misplaced, 3 of 4 cells: '1,2017-10-24,\"IS'"),
    ],
)
@pytest.mark.parametrize("rest", [GOOD, '2,2017-10-25,"I, S",calm\n3,2017-10-26,GOV,"calm"\n'])
def test_a_row_that_does_not_fit_is_rejected_and_those_behind_it_stay(read, row, reason, rest):
    table = read(f"{HEADER}0,2017-10-01,GOV,x\n{row}\n{rest}")
    assert list(table.unreadable) == [1] and reason in str(table.unreadable[1])
    assert [cells[0] for cells in rows_of(table)] == ["0", "1", "2", "3"]


def test_a_last_line_that_is_cut_off(read):
    unreadable = read(HEADER + GOOD + "4,2017-10-2").unreadable
    assert {position: str(reason) for position, reason in unreadable.items()} == {
        2: "line 4: the file ends inside this row, after 2 of 4 cells: '4,2017-10-2'. Get the whole file."
    }
    table = read(HEADER + GOOD + '4,2017-10-27,IS,"shots were hea')
    assert notes_of(table) == ["2: line 4: quotation mark not closed, read as text: '\"shots were hea'"]
    assert not read(HEADER + GOOD.rstrip("\n")).notes  # a whole row needs no line end


def test_a_mark_that_the_next_one_closes_swallows_no_rows(read):
    rows = "".join(f"{n},2017-10-24,IS,x\n" for n in range(50))
    table = read(f'{HEADER}a,2017-10-01,"GOV,x\n{rows}b,2017-10-24,12",x\n')
    assert len(table) == 52 and rows_of(table)[51] == ("b", "2017-10-24", '12"', "x")
    assert [note[:30] for note in notes_of(table)] == [
        "0: line 2: quotation mark not ",
        "51: line 53: quotation mark in",
    ]


def test_cells_of_several_lines_stay_and_one_that_could_be_rows_is_named(read):
    table = read(f'{HEADER}1,2017-10-24,IS,"On the day,\n""clashes"", shells"\n2,2017-10-25,"a\n\nb",x\n')
    assert rows_of(table) == [
        ("1", "2017-10-24", "IS", 'On the day,\n"clashes", shells'), ("2", "2017-10-25", "a\n\nb", "x"),
    ]  # fmt: skip
    assert not table.notes
    table = read(f'{HEADER}1,2017-10-24,IS,"It was\ncalm, cold, wet, dark"\n')
    assert len(table) == 1 and "a cell spans 2 lines, and some of them resemble rows" in notes_of(table)[0]


def test_rows_of_the_same_damage_are_listed_up_to_a_hundred_and_then_counted(read):
    table = read(HEADER + "1,2017-10-24,IS\n" * 1000)
    assert len(table) == 1000 and len(table.notes) == 101
    assert notes_of(table)[-1].startswith("None: 900 more rows with this note, the last is row 1000: line 1001: 3 of 4")


def test_columns_of_one_name_or_none(read):
    table = read("id,date,date,,ID,\n1,a,b,c,d,\n")
    assert table.columns == {
        "id": ["1"], "date": ["a"], "date_2": ["b"], "field_4": ["c"], "ID_2": ["d"], "field_6": [""],
    }  # fmt: skip
    assert notes_of(table) == [
        "None: two columns are named 'date': column 3 is read as 'date_2'",
        "None: two columns are named 'ID': column 5 is read as 'ID_2'",
        "None: column 4 has no name: read as 'field_4'",
    ]


def test_columns_of_one_name_in_a_spreadsheet(maps):
    path = maps.ogr("t.xlsx", "XLSX", {"sheet": [({"id": "one", "date": "2017-10-24"}, None)]}, None)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(b">date<", b">id<")
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = re.sub(rb'"B2" t="s">\s*<v>\d+', b'"B2"><v>7', sheet)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    (table,) = read_file(str(path), "t.xlsx", ())
    assert table.columns == {"id": ["one"], "id_2": [7]} and len(table.notes) == 1


def test_a_header_with_a_stray_mark_swallows_no_rows(read):
    table = read('id,"date,side,note\n' + GOOD)
    assert list(table.columns) == ["id", '"date', "side", "note"] and len(table) == 2
    assert "header: quotation mark read as text" in notes_of(table)[0]
    assert list(read('id,"the\ndate",side,note\n' + GOOD).columns)[1] == "the\ndate"


def test_cells_of_any_length_up_to_the_limit(read, monkeypatch):
    wkt = "LINESTRING (" + ", ".join(f"{37 + n / 1e6:.6f} 35.000001" for n in range(600_000)) + ")"
    table = read(f'id,wkt\n1,"{wkt}"\n2,"POINT (1 2)"\n')
    assert len(wkt) > 10 * 1024**2 and shapely.get_num_coordinates(table.geometry[0]) == 600_000
    assert table.geometry[1] == shapely.Point(1, 2)
    monkeypatch.setattr(csv_records, "LINE_LIMIT", 50_000)
    monkeypatch.setattr(csv_records, "_LONG_LINE", 40_000)
    table = read(f"{HEADER}1,2017-10-24,IS,{'x' * 200_000}\n{GOOD}")
    assert len(table) == 3 and list(table.unreadable) == [0]
    assert str(table.unreadable[0]).startswith("line 2: longer than 50000 characters: '1,2017-10-24,IS,xxx")
    assert rows_of(table)[1:] == [tuple(row.split(",")) for row in GOOD.split()]
    with pytest.raises(SourceError, match="is not a table: its first line has more than 40000 characters"):
        read("a," * 30_000 + "\n" + GOOD)


def test_nothing_takes_longer_than_its_length(read):
    count = 20_000
    for line in ('a",1,,"c\n', '"a,"a,"a\n', '"""y,"""y,1,"""\n', '1,2,3,"x\n', '1,"2,3,x\n'):
        start = time.process_time()
        assert count // 2 <= len(read(HEADER + line * count)) <= count
        assert time.process_time() - start < 5
    for line in ('"a,' * 100_000, '"x""y,' * 100_000, '"' * 300_000, '"a" ' * 100_000):
        start = time.process_time()
        assert len(read(f"{HEADER}{line}\n{GOOD}")) == 3
        assert time.process_time() - start < 5


# The oracle: nothing is lost, whatever was done to a file


def mangled(chance: random.Random):
    """A table of 40 rows with an id each, damaged in a few places by marks, separators and cuts; and its ids."""
    ids = [f"{n}" for n in range(1000, 1040)]
    lines = [f"{id_},2017-10-{chance.randrange(10, 30)},name {id_},note {id_},{chance.random():.3f}" for id_ in ids]
    for _ in range(chance.randrange(1, 6)):
        number = chance.randrange(len(lines))
        line = lines[number]
        spots = [match.start() for match in re.finditer(r",|(?<=,)n|\Z", line)]
        spot = chance.choice(spots)
        lines[number] = chance.choice((
            line[:spot] + '"' + line[spot:],
            line[:spot] + '"' + line[spot:],
            line[:spot] + ',"' + line[spot:],
            line[:spot] + "," + line[spot:],
            line[:spot] + '""' + line[spot:],
            line[:spot] + "\0" + line[spot:],
            line[: max(spot, 5)],
        ))  # fmt: skip
    return "id,date,name,note,value\n" + "\n".join(lines) + chance.choice(("", "\n", "\r\n")), ids


def as_csv(line):
    """The row that a line is, where it is proper CSV."""
    try:
        return tuple(next(csv.reader([line], strict=True)))
    except csv.Error:
        return None


def test_two_thousand_damaged_files_lose_no_record(tmp_path):
    """By brute force a record is a line, since no cell of these tables has two."""
    chance = random.Random(20171024)
    loaded = named = 0
    for _ in range(2000):
        text, ids = mangled(chance)
        table = reading(tmp_path / "t.csv", text)
        assert len(table) == len(text.split("\n")) - 1 - text.endswith("\n") == len(ids)
        told = {position for position, _ in table.notes} | set(table.unreadable)
        for position, (id_, line) in enumerate(zip(ids, text.split("\n")[1:])):
            cells = line.rstrip("\r").split(",")
            assert str(table.columns["id"][position]).strip('"\ufffd') == id_
            while len(cells) > 5 and not cells[-1].strip('"'):
                cells.pop()
            is_whole = as_csv(line) == rows_of(table)[position] or [cell.strip('"') for cell in cells] == [
                str(cell) for cell in rows_of(table)[position]
            ]
            assert is_whole or position in told, (line, rows_of(table)[position])
            loaded += position not in table.unreadable
            named += position in told
    assert loaded > 70_000 and named > 5000


def test_damaged_files_with_cells_of_several_lines_lose_no_word(tmp_path):
    """Each word of a file stands in its cells, or in what is said of them."""
    chance = random.Random(7)
    for _ in range(1000):
        out = io.StringIO()
        writer = csv.writer(out, quoting=chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)), lineterminator="\n")
        writer.writerow(("id", "date", "note", "place", "value"))
        for number in range(30):
            end = chance.choice(("", "\nline", ', and "so" on', "\n\nthird, fourth"))
            writer.writerow((number, "2017-10-24", f"w{number}a{end} w{number}b", f"w{number}c", 1.5))
        text = out.getvalue()
        for _ in range(chance.randrange(1, 4)):
            spot = chance.choice([match.start() for match in re.finditer(r'[",\n]', text[30:])]) + 30
            text = text[:spot] + chance.choice(('"', "", ",")) + text[spot + chance.randrange(2) :]
        table = reading(tmp_path / "t.csv", text)
        cells = " ".join(str(cell) for row in rows_of(table) for cell in row)
        told = " ".join([*(str(note) for _, note in table.notes), *map(str, table.unreadable.values())])
        lost = {word for word in re.findall(r"w\d+[abc]", text) if word not in cells and word not in told}
        assert not lost


# Lines inside a cell that look exactly like rows: those of a cell stay, those that stray marks enclose are rows


def with_lines(chance: random.Random, quoting, last: str):
    """A table of csv's with rows, and a last line, in some of its cells; its rows, and the words of those inside."""
    rows, words = [], []
    for number in range(chance.randrange(2, 12)):
        row = [str(number), f"2017-10-{number + 10}", chance.choice(("GOV", "I, S", 'the "IS"')), f"w{number}"]
        if chance.random() < 0.4:
            inner = [f"{n},2017-10-0{n},GOV,w{number}x{n}" for n in range(1, chance.randrange(2, 6))]
            first = chance.choice(("list:", "", 'the "list"', "one, two"))
            row[chance.choice((2, 3))] = "\n".join([first, *inner, *([last] if last else [])])
            words += [f"w{number}x{n}" for n in range(1, len(inner) + 1)]
        rows.append(tuple(row))
    out = io.StringIO()
    csv.writer(out, quoting=quoting, lineterminator="\n").writerows([HEADER.strip().split(","), *rows])
    return out.getvalue(), rows, words


@pytest.mark.parametrize(
    ("quoting", "last"), [(csv.QUOTE_ALL, ""), (csv.QUOTE_ALL, "end"), (csv.QUOTE_MINIMAL, "end of the list")]
)
def test_a_cell_whose_lines_are_like_rows_stays_and_is_named(tmp_path, quoting, last):
    chance = random.Random(11)
    named = 0
    for _ in range(300):
        text, rows, _ = with_lines(chance, quoting, last)
        table = reading(tmp_path / "t.csv", text)
        assert rows_of(table) == rows == [*map(tuple, csv.reader(io.StringIO(text)))][1:] and not table.unreadable
        told = {position for position, note in table.notes if "some of them resemble rows" in str(note)}
        assert told == {position for position, row in enumerate(rows) if ",2017-10-01," in "".join(row[2:])}
        named += len(told)
    assert named > 300


def test_a_cell_that_ends_with_a_row_is_told_whatever_it_is_read_as(tmp_path):
    """Two stray marks make the very same text: each line becomes a row, or the cell is named."""
    chance = random.Random(12)
    for _ in range(300):
        text, _, words = with_lines(chance, csv.QUOTE_MINIMAL, "")
        table = reading(tmp_path / "t.csv", text)
        told = {position for position, _ in table.notes} | set(table.unreadable)
        for word in words:
            (position,) = [n for n, row in enumerate(rows_of(table)) if any(word in str(cell) for cell in row)]
            own = [str(cell).strip('"') for cell in rows_of(table)[position]]
            assert own[3] == word or position in told


def test_two_stray_marks_anywhere_swallow_no_row(tmp_path):
    """All pairs of rows and columns: what csv takes for a proper file, with all records as wide as the header."""
    proper = 0
    for first, last, column in itertools.product(range(5), range(1, 6), range(4)):
        if first >= last:
            continue
        rows = [[str(n), f"2017-10-1{n}", "GOV", f"w{n}"] for n in range(6)]
        rows[first][column] = '"' + rows[first][column]
        rows[last][column] += '"'
        text = HEADER + "".join(",".join(row) + "\n" for row in rows)
        proper += {len(cells) for cells in csv.reader(io.StringIO(text), strict=True)} == {4}
        table = reading(tmp_path / "t.csv", text)
        assert [[cell.strip('"') for cell in row] for row in rows_of(table)] == [
            [cell.strip('"') for cell in row] for row in rows
        ]
        assert {position for position, _ in table.notes} == {first, last}
        assert notes_of(table)[0].startswith(f"{first}: line {first + 2}: quotation mark")
    assert proper == 60


@pytest.mark.parametrize("damage", ["8,2017-10-24,IS\n", "8,2017-10-24,IS,x,y\n", '8,2017-10-24,IS,"x\n'])
def test_where_the_file_is_damaged_elsewhere_lines_like_rows_are_rows(read, damage):
    text = f'{HEADER}1,2017-10-24,IS,"list:\n7,2017-10-01,GOV,calm\nend"\n2,2017-10-25,IS,x\n'
    assert [row[0] for row in rows_of(read(text))] == ["1", "2"]
    table = read(text + damage)
    assert [row[0] for row in rows_of(table)] == ["1", "7", 'end"', "2", "8"]
    assert {position for position, _ in table.notes} | set(table.unreadable) == {0, 2, 4}


def test_stray_marks_in_rows_that_are_damaged_otherwise_swallow_no_row(tmp_path):
    """Two marks, and a cut or a separator too many in one or two of the rows."""
    changes = (lambda line: line, lambda line: line.rpartition(",")[0], lambda line: line + ",x",
               lambda line: line.replace(",", ",,", 1), lambda line: line.replace(",GOV", ',"",'))  # fmt: skip
    chance = random.Random(13)
    for _ in range(2000):
        lines = [f"{n},2017-10-1{n},GOV,w{n}" for n in range(8)]
        for number in chance.sample(range(8), 2):
            lines[number] = chance.choice(changes)(lines[number])
        for number in chance.sample(range(8), 2):
            spot = chance.choice([match.end() for match in re.finditer(r"^|,|.(?=,|\Z)", lines[number])])
            lines[number] = lines[number][:spot] + '"' + lines[number][spot:]
        table = reading(tmp_path / "t.csv", HEADER + "\n".join(lines) + "\n")
        assert [row[0].strip('"') for row in rows_of(table)] == [str(n) for n in range(8)], lines


def test_a_cut_off_row_that_a_mark_joins_to_the_one_before_is_named(read):
    """A separator too many in the first makes up for those that the second lacks: csv sees nothing wrong."""
    table = read(f'{HEADER}1,2017-10-23,GOV,x\n7,2017-10-24,,"IS,calm\n8,2017-10-24"\n{GOOD}')
    assert [row[0] for row in rows_of(table)] == ["1", "7", "2", "3"]
    assert [note[:26] for note in notes_of(table)] == ["1: line 3: a cell spans 2 "] and "IS,calm" in notes_of(table)[0]


def test_the_look_at_the_whole_file_is_cancelled_too(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(f'{HEADER}1,2017-10-24,IS,"list:\n7,2017-10-01,GOV,calm\nend"\n' + GOOD * 20_000)

    class Counting:
        asked = 0

        def isCanceled(self):
            Counting.asked += 1
            return Counting.asked > 5

    with pytest.raises(Cancelled):
        read_delimited(str(path), "t.csv", (), Counting())
    assert Counting.asked == 6


# Good files: as csv and GDAL read them

names = st.lists(st.text("abcdefgh", min_size=1, max_size=8), min_size=2, max_size=6, unique=True)
cell = st.text(st.characters(blacklist_characters="\r\0\ufffd\\", blacklist_categories=("Cs", "Cc"))
               | st.sampled_from("\n\",; '|x1"),
               max_size=12).map(str.strip)  # fmt: skip


@st.composite
def good_tables(draw):
    header = draw(names)
    rows = draw(st.lists(st.lists(cell, min_size=len(header), max_size=len(header)), max_size=12))
    rows = [row for row in rows if any(row)]
    separator = draw(st.sampled_from(",;\t"))
    out = io.StringIO()
    writer = csv.writer(
        out,
        delimiter=separator,
        lineterminator=draw(st.sampled_from(("\n", "\r\n"))),
        quoting=draw(st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))),
    )
    writer.writerows([header, *rows])
    return header, rows, out.getvalue(), draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-le")))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(good_tables())
def test_a_good_file_is_read_as_by_csv_and_gdal(tmp_path, made):
    """A line within a cell that begins as a number does may be a row that a stray mark swallowed: see below."""
    header, rows, text, encoding = made
    assume(not re.search(r"\n[\s\"]*[-+.]?\d", "\n".join(f"x{cell}" for row in rows for cell in row)))
    table = reading(tmp_path / "good.csv", text, encoding)
    assert list(table.columns) == header
    assert rows_of(table) == [tuple(row) for row in rows]
    assert not table.unreadable and not [note for note in notes_of(table) if "some of them resemble rows" not in note]
    if encoding.startswith("utf-8"):
        by_gdal = gdal.OpenEx(str(tmp_path / "good.csv"), gdal.OF_VECTOR, allowed_drivers=["CSV"])
        layer = by_gdal.GetLayer(0)
        assert [field.GetName() for field in layer.schema] == header and layer.GetName() == table.layer
        assert [(row.GetFID(), *(row[name] for name in header)) for row in layer] == [
            (number, *row) for number, row in zip(table.rows.tolist(), rows)
        ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", " "])
@pytest.mark.parametrize("ending", ["csv", "tsv", "psv", "txt", "CSV"])
def test_separators_and_extensions(read, separator, ending):
    table = read(separator.join("abc") + "\n" + separator.join("123") + "\n", f"t.{ending}")
    assert rows_of(table) == [("1", "2", "3")] and table.layer == "t" and table.names == ("folder", "t")


def test_the_separator_is_the_one_by_which_rows_are_alike(read):
    assert list(read("id;name, short;lat\n1;x;2,5\n2;y;2,5\n").columns) == ["id", "name, short", "lat"]
    assert list(read('id,"a;b;c;d",lat\n1,"x;y",2\n').columns) == ["id", "a;b;c;d", "lat"]


def test_a_file_that_is_something_else_is_refused(read):
    for text in ("<OGRVRTDataSource><OGRVRTLayer name='a'/></OGRVRTDataSource>", "PK\3\4", "SQLite format 3\0"):
        with pytest.raises(SourceError, match=r"is not a \.csv file: it"):
            read(text)


def test_a_first_line_with_numbers_is_a_row(read):
    assert read("1,a\n2,b\n").columns == {"field_1": ["1", "2"], "field_2": ["a", "b"]}


def test_blanks_before_a_quoted_cell(read):
    table = read('id, name, n\n1, "x, y", 2\n2, "z" , 3\n')
    assert [name.strip() for name in table.columns] == ["id", "name", "n"] and not table.notes
    assert [cells[1].strip() for cells in rows_of(table)] == ["x, y", "z"]


def test_line_ends_blank_lines_and_empty_files(read):
    assert rows_of(read("\n\na,b\r1,2\r\r3,4\r")) == [("1", "2"), ("3", "4")]
    for nothing in ("", "\n \n", b"\xef\xbb\xbf", b"\xff\xfe"):
        with pytest.raises(SourceError, match="is empty"):
            read(nothing)


def test_damaged_bytes_in_utf8_are_named(read):
    table = read("id,name\n1,Ka\xeffar\n2,Homs ".encode("latin-1") + "حمص\n".encode())
    assert notes_of(table) == ["0: line 2: bytes that are not text, shown as \ufffd: 'Ka\ufffdfar'"]


WKT = 'id,WKT\n1,"POINT (1 2)"\n2,\n3,bad\n5,"POLYGON ((0 0,1 0,1 1))"\n'


@pytest.mark.parametrize(
    ("text", "csvt"),
    [
        (WKT, ""),
        (WKT.replace("WKT", "_WKTgeom_EPSG_32637"), ""),
        ('id,g,n\n1,"POINT (1 2)",3\n', "Integer,WKT,Real"),
        ("id,x,y\n1,2,3\n2,,3\n", "Integer64(8),CoordX,CoordY"),
        ("id,x,y\n1,2.5,1\n,,\n", 'String,"Real(10.2)",Integer(Boolean)'),
    ],
)
@pytest.mark.parametrize("prj", ["", 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257]],'
                                 'PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]'])  # fmt: skip
def test_geometries_types_and_crs_are_those_of_gdal(tmp_path, text, csvt, prj):
    (tmp_path / "t.prj").write_text(prj)
    (tmp_path / "t.csvt").write_text(csvt)
    for side, content in (("t.prj", prj), ("t.csvt", csvt)):
        if not content:
            (tmp_path / side).unlink()
    table = reading(tmp_path / "t.csv", text)
    layer = (by_gdal := gdal.OpenEx(str(tmp_path / "t.csv"), gdal.OF_VECTOR)).GetLayer(0)
    for position, row in enumerate(layer):
        shape = row.GetGeometryRef()
        if shape is not None:
            shape.CloseRings()
        assert (shape and shapely.from_wkt(shape.ExportToIsoWkt())) == table.geometry[position]
        for name, values in table.columns.items():
            is_text = layer.schema[row.GetFieldIndex(name)].GetType() == ogr.OFTString
            assert values[position] == (row[name] if is_text or row[name] is None else float(row[name]))
    reference = layer.GetSpatialRef()
    assert bool(table.crs) == (reference is not None)
    if reference is not None:
        assert ("32637" in table.crs) == ("32637" in reference.ExportToWkt())
    del by_gdal


def test_geojson_and_wkb_in_a_column_of_wkt_are_read(tmp_path):
    """GDAL reads both before 3.10, and leaves them out since."""
    wkb = "0101000000000000000000F03F0000000000000040"
    table = reading(tmp_path / "t.csv", f'id,WKT\n4,"{{""type"":""Point"",""coordinates"":[3,4]}}"\n6,{wkb}\n')
    assert table.geometry.tolist() == [shapely.Point(3, 4), shapely.Point(1, 2)]


def test_values_that_are_not_of_the_type_stated_are_named(tmp_path):
    (tmp_path / "t.csvt").write_text("Integer,Real\n")
    table = reading(tmp_path / "t.csv", "id,n\n1,about ten\nx,2\n")
    assert table.columns == {"id": [1, None], "n": [None, 2.0]}
    assert notes_of(table) == [
        "1: id is not a number: 'x', read as empty", "0: n is not a number: 'about ten', read as empty",
    ]  # fmt: skip


def test_a_member_of_a_zip_and_one_that_is_damaged(tmp_path):
    text = HEADER + "".join(f"{n},2017-10-24,IS,{n * 7919 % 1000}\n" for n in range(100_000))
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("in/t.csv", text)
    path = f"/vsizip/{{{tmp_path / 'a.zip'}}}/in/t.csv"
    assert len(read_file(path, "t.csv", ())[0]) == 100_000
    content = bytearray((tmp_path / "a.zip").read_bytes())
    content[len(content) // 2 : len(content) // 2 + 50] = bytes(50)
    (tmp_path / "a.zip").write_bytes(content)
    (table,) = read_file(path, "t.csv", ())
    assert 0 < len(table) <= 100_000 and str(table.unreadable[len(table)]).startswith("reading stopped here: ")


def test_reading_stops_when_cancelled(tmp_path):
    class Watched:
        asked = 0

        def setProgress(self, percent):
            pass

        def isCanceled(self):
            self.asked += 1
            return self.asked > 3

    for text in (HEADER + GOOD * 50_000, HEADER + "x" * 2**24):
        (tmp_path / "t.csv").write_text(text)
        watched = Watched()
        with pytest.raises(Cancelled):
            read_delimited(str(tmp_path / "t.csv"), "t.csv", (), watched)
        assert watched.asked == 4


# Each import


def issues(report, action):
    return [f"{issue.row}: {issue.reason!s}" for issue in report.issues if issue.action == action]


def given_as(maps, name, text):
    return list_inputs([str(maps.text(name, text))])[0]


MOVEMENT = 'id,mover,date,source,wkt\nM1,GOV,2017-10-24,Reporter,"LINESTRING (36.5 35.5, 37.5 35.5)"\n'
EVENTS = "id,date,side_a,side_b,place,lon,lat\nE0,2017-10-02,GOV,OPP,{},36.1,35.1\n" + "".join(
    f"E{n},2017-10-{n:02d},GOV,OPP,far,38.{n:02d},35.5\n" for n in range(3, 24)
)
CLASH = "E24,2017-10-24,GOV,IS,near,37.2,35.52\n"


FAR = "E25,2017-10-25,GOV,OPP,{},38.9,35.5\n"


@pytest.mark.parametrize(
    ("place", "end"),
    [
        ("calm", ""),
        ('12" gun', ""),
        ('"Al-Bab', ""),
        ('"Al-Bab', FAR.format('"far, off"')),
        ('"Al-Bab', FAR.format('9"')),
        ('"', FAR.format('"far"')),
        ('"Al-Bab" south', FAR.format('"far')),
    ],
)
def test_a_stray_mark_leaves_the_verdict_clash_reported(case, maps, place, end):
    case.load(maps("2017-10-01.geojson", "GOV 36-37, IS 37-38, OPP 38-39"))
    import_movements(case.path, given_as(maps, "moves.csv", MOVEMENT))
    report = import_events(case.path, given_as(maps, "events.csv", EVENTS.format(place) + CLASH + end)[0])
    assert report.rows_loaded == 23 + bool(end) and report.rows_read == report.rows_loaded
    assert bool(issues(report, NOTED)) == (place != "calm")
    refresh_corridors(
        case.path, CorridorOptions(EvidenceOptions(distance_km=3.0)), lambda *given: ["-"] * len(given[0]["mover"])
    )
    assert read_corridors(case.path).rows.verdict.tolist() == ["clash reported"]


def test_events_name_each_damaged_row(case, maps):
    text = (
        EVENTS.format("x")
        + 'E30,2017-10-24,GOV,IS,a, b,37.2,35.5\nE31,2017-10-24,"GOV,IS,near,37.2,35.5\nE32,2017-10-2'
    )
    report = import_events(case.path, given_as(maps, "events.csv", text)[0])
    assert (report.rows_read, report.rows_loaded) == (25, 23)
    assert [line[:31] for line in issues(report, REJECTED)] == [
        "23: line 24: 8 cells for 7 colu",
        "25: line 26: the file ends insi",
    ]
    assert [line for line in issues(report, NOTED)] == ["24: line 25: quotation mark not closed, read as text: '\"GOV'"]
    assert {row for _, row, *_ in case.issues()} == {23, 24, 25}


def test_movements_name_each_damaged_row(case, maps):
    line = '"LINESTRING (36.5 35.5, 37.5 35.5)"'
    start = "GOV,2017-10-24"
    text = f'{MOVEMENT}M2,{start},Rep"orter,{line}\nM3,{start},"Reporter,{line}\nM4,{start},a,b,{line}\n'
    report = import_movements(case.path, given_as(maps, "moves.csv", text))
    assert report.movements == 3
    assert [line[:24] for line in issues(report, NOTED)][:2] == ["2: line 3: quotation mar", "3: line 4: quotation mar"]
    assert [line[:24] for line in issues(report, REJECTED)] == ["4: line 5: 6 cells for 5"]


def test_reports_and_places_name_each_damaged_row(case, maps):
    reports = 'place,date,holder\nA,2017-10-01,GOV\nB,2017-10-01,I"S\nB,2017-10-02,IS,x\nA,2017-10-03,OPP\n'
    places = 'id,lon,lat,name\nA,36,35,"Al-Bab\nB,37,35,b\nC,38,35,a,b\n'
    given = [given_as(maps, name, text)[0] for name, text in (("r.csv", reports), ("p.csv", places))]
    report = import_reports(case.path, *given)
    assert (report.rows_read, report.rows_loaded) == (4, 3)
    assert [(i.file, i.row, i.action) for i in report.issues] == [
        ("p.csv", 3, REJECTED), ("p.csv", 1, NOTED), ("r.csv", 3, REJECTED), ("r.csv", 2, NOTED),
    ]  # fmt: skip


def test_reports_with_their_places_name_each_damaged_row_once(case, maps):
    text = 'place,date,holder,lon,lat\nA,2017-10-01,GOV,36,35\nB,2017-10-01,IS,37,35,9\nC,2017-10-02,I"S,37.5,35\n'
    report = import_reports(case.path, given_as(maps, "r.csv", text)[0])
    assert [(i.row, i.action) for i in report.issues] == [(2, REJECTED), (3, NOTED)]


def test_maps_with_wkt_name_each_damaged_row(case, maps):
    box = '"POLYGON (({0} 35,{1} 35,{1} 36,{0} 36,{0} 35))"'
    text = "faction,date,note,WKT\n" + "".join(
        f"{who},2017-10-01,{note},{box.format(west, west + 1)}\n"
        for who, note, west in (("GOV", "x", 36), ("IS", '"x', 37), ("OPP", "a,b", 38), ("SDF", "x", 39))
    )
    report = case.load(maps.text("maps.csv", text))
    assert case.rows() == ["GOV 36-37 2017-10-01/-", "IS 37-38 2017-10-01/-", "SDF 39-40 2017-10-01/-"]
    assert [(i.row, i.action) for i in report.issues if i.row] == [(2, NOTED), (3, REJECTED)]


def test_an_area_with_a_damaged_row_is_refused(maps):
    text = 'id,WKT\n1,"POLYGON ((36 35,37 35,37 36,36 35))"\n2,x,"POLYGON ((38 35,39 35,39 36,38 35))"\n'
    with pytest.raises(SourceError, match="area.csv, row 2: line 3: 3 cells for 2 columns"):
        area_of_interest(given_as(maps, "area.csv", text)[0])


# Layers that QGIS has opened from such a file

STRAY = EVENTS.format('"Al-Bab') + CLASH


@pytest.mark.parametrize(
    ("provider", "uri"), [("ogr", "{}"), ("delimitedtext", "file://{}?type=csv&xField=lon&yField=lat")]
)
def test_a_layer_that_lost_rows_of_its_file_says_so(case, maps, provider, uri):
    path = maps.text("events.csv", STRAY)
    layer = QgsVectorLayer(uri.format(path), "events", provider)
    assert layer.isValid() and layer.featureCount() < 23
    (table,) = layer_input(layer).tables()
    (note,) = notes_of(table)
    assert f"'events.csv', from which QGIS opened this layer, has 23 rows, but the layer has {len(table)}." in note
    assert re.search(r"differs is row [12]: 'E[03], 2017-10-0", note)


@pytest.mark.parametrize(
    ("provider", "uri"), [("ogr", "{}"), ("delimitedtext", "file://{}?type=csv&xField=lon&yField=lat")]
)
def test_a_layer_with_all_rows_of_its_file_or_with_less_on_purpose(maps, provider, uri):
    path = maps.text("events.csv", EVENTS.format("x"))
    layer = QgsVectorLayer(uri.format(path), "events", provider)
    (table,) = layer_input(layer).tables()
    assert len(table) == 22 and not table.notes
    layer.setSubsetString("\"id\" = 'E3'")
    (table,) = layer_input(layer).tables()
    assert len(table) == 1 and not table.notes


def test_a_damaged_file_is_not_shown_as_a_layer(maps):
    path = maps.text("a.csv", 'id,WKT\n1,"POINT (1 2)"\n2"x,"POINT (3 4)"\n3,"POINT (5 6)"\n')
    with pytest.raises(SourceError, match="'a' cannot be shown as it is: line 3: quotation mark inside a cell"):
        memory_layer(str(path), "", "a")
    path = maps.text("b.csv", 'id,WKT\n1,"POINT (1 2)"\n2,"POINT (3 4)"\n')
    assert memory_layer(str(path), "", "b").featureCount() == 2


def test_rows_without_a_point_that_a_layer_left_out_are_named(maps):
    path = maps.text("events.csv", EVENTS.format("x").replace("38.05", "unknown"))
    layer = QgsVectorLayer(f"file://{path}?type=csv&xField=lon&yField=lat", "events", "delimitedtext")
    (note,) = notes_of(layer_input(layer).tables()[0])
    assert "has 22 rows, but the layer has 21. The first row that differs is row 4: 'E5, 2017-10-05" in note


def test_the_rows_of_a_table_keep_their_notes_when_some_are_taken(read):
    from syria_control_plugin.sources.files.gpx import rows_of as taken

    table = read(HEADER + GOOD + '4,2017-10-27,I"S,x\n5,2017-10-28\n')
    part = taken(table, np.array([False, True, False, True]))
    assert [(position, str(note)[:6]) for position, note in part.notes] == [(1, "line 5")]
