"""Text that is not UTF-8: found, asked for, or read as the user chose; no letter is lost without a word."""

import codecs
from itertools import product

import numpy as np
import pytest
import shapely
from osgeo import ogr

from syria_control_plugin.case.case import Case
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.errors import SourceError, UnknownEncoding
from syria_control_plugin.sources.files.encodings import ENCODINGS, checked_encoding, known_encoding
from syria_control_plugin.sources.files.gdal_reader import read_file
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.maps.options import ImportOptions
from syria_control_plugin.sources.maps.preview import look_at

NAMES = {
    "windows-1256": ("فصيل أول", "فصيل ثان"),
    "windows-1251": ("Армия", "Ополчение"),
    "windows-1252": ("Armée syrienne", "Opposés"),
    "ISO-8859-6": ("فصيل أول", "فصيل ثان"),
    "ISO-8859-9": ("Suriye Ordusu Ş", "Muhalefet ığ"),
}


def write_csv(path, names, encoding):
    areas = (shapely.box(37 + i, 35, 38 + i, 36).wkt for i in range(len(names)))
    rows = [f'{name},2017-10-09,"{area}"' for name, area in zip(names, areas)]
    path.write_bytes("\n".join(["faction,date,WKT", *rows, ""]).encode(encoding))


def write_shapefile(path, names, encoding, ldid=0, cpg=""):
    """Write a Shapefile with the bytes of this encoding, the code page in its .dbf and, if given, a .cpg file."""
    data = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    layer = data.CreateLayer(path.stem, None, ogr.wkbPolygon, ["ENCODING="])
    for name, width in (("faction", 40), ("date", 10)):
        field = ogr.FieldDefn(name, ogr.OFTString)
        field.SetWidth(width)
        layer.CreateField(field)
    marks = [f"<{number}>".ljust(len(name.encode(encoding)), "_") for number, name in enumerate(names)]
    for number, mark in enumerate(marks):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["faction"], feature["date"] = mark, "2017-10-09"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(shapely.box(37 + number, 35, 38 + number, 36).wkt))
        layer.CreateFeature(feature)
    del layer, data
    table = path.with_suffix(".dbf")
    content = table.read_bytes()
    for mark, name in zip(marks, names):
        content = content.replace(mark.encode(), name.encode(encoding))
    table.write_bytes(content[:29] + bytes([ldid]) + content[30:])
    path.with_suffix(".cpg").unlink(missing_ok=True)
    if cpg:
        path.with_suffix(".cpg").write_text(cpg)


WRITERS = {"csv": write_csv, "shp": write_shapefile}


def factions(path, encoding=""):
    (table,) = read_file(str(path), path.name, ("maps",), encoding=encoding)
    return tuple(table.columns["faction"]), [str(note) for _, note in table.notes]


@pytest.mark.parametrize(("ending", "encoding"), [*product(WRITERS, NAMES)])
def test_text_in_an_unstated_encoding_is_asked_for_and_read_as_given(tmp_path, ending, encoding):
    path = tmp_path / f"maps.{ending}"
    WRITERS[ending](path, NAMES[encoding], encoding)
    with pytest.raises(UnknownEncoding, match="not UTF-8.*ENCODING.*in windows-1256"):
        factions(path)
    assert factions(path, encoding) == (NAMES[encoding], [])


@pytest.mark.parametrize(("ending", "given"), [*product(WRITERS, ("", "windows-1252"))])
def test_utf8_is_read_as_such_whatever_is_given_for_other_text(tmp_path, ending, given):
    path = tmp_path / f"maps.{ending}"
    WRITERS[ending](path, NAMES["windows-1256"], "utf-8")
    assert factions(path, given) == (NAMES["windows-1256"], [])


@pytest.mark.parametrize("cpg", ["1256", "CP1256", "windows-1256", "ANSI 1256"])
def test_the_encoding_that_a_shapefile_states_counts(tmp_path, cpg):
    write_shapefile(tmp_path / "maps.shp", NAMES["windows-1256"], "windows-1256", cpg=cpg)
    assert factions(tmp_path / "maps.shp") == (NAMES["windows-1256"], [])


def test_a_table_that_states_only_ansi_is_read_with_a_note_or_as_given(tmp_path):
    path = tmp_path / "maps.shp"
    write_shapefile(path, NAMES["windows-1252"], "windows-1252", ldid=87)
    names, notes = factions(path)
    assert names == NAMES["windows-1252"]
    assert len(notes) == 1 and "ANSI" in notes[0] and "ENCODING" in notes[0]
    write_shapefile(path, NAMES["windows-1256"], "windows-1256", ldid=87)
    assert factions(path, "windows-1256") == (NAMES["windows-1256"], [])


def test_letters_that_are_not_in_the_stated_encoding_are_not_dropped(tmp_path):
    """GDAL would leave out the bytes that are not in the stated encoding."""
    path = tmp_path / "maps.shp"
    write_shapefile(path, NAMES["windows-1252"], "windows-1252", cpg="UTF-8")
    with pytest.raises(SourceError, match="not UTF-8.*ENCODING"):
        factions(path)
    assert factions(path, "windows-1252")[0] == NAMES["windows-1252"]


@pytest.mark.parametrize("ending", WRITERS)
def test_a_damaged_text_among_others_in_utf8_is_noted_and_keeps_its_row(tmp_path, ending):
    path = tmp_path / f"maps.{ending}"
    names = ("داعش", "قسد", "Arm__e")
    WRITERS[ending](path, names, "utf-8")
    table = path if ending == "csv" else path.with_suffix(".dbf")
    table.write_bytes(table.read_bytes().replace(b"Arm__e", b"Arm\xe9_e"))
    texts, notes = factions(path)
    assert texts == ("داعش", "قسد", "Arm\ufffd_e")
    assert len(notes) == 1 and "not text" in notes[0]


def test_only_encodings_of_the_list_are_known():
    assert all(codecs.lookup(name) and known_encoding(name) == name for name in ENCODINGS)
    assert {known_encoding(text) for text in ("cp1256", "1256", "WINDOWS_1256", "ansi 1256")} == {"windows-1256"}
    assert known_encoding("8859-6") == known_encoding("ISO88596") == "ISO-8859-6"
    for text in ("rot13", "zip_codec", "idna", "../1256x", "utf-7", "unicode_escape", "os", "\0"):
        assert known_encoding(text) == ""
        with pytest.raises(SourceError, match="windows-1256"):
            checked_encoding(text)
    assert checked_encoding("") == ""


@pytest.mark.parametrize("ending", WRITERS)
def test_the_encoding_of_a_source_is_kept_and_a_changed_one_reads_the_files_again(tmp_path, ending):
    folder, case = tmp_path / "maps", str(tmp_path / "case.gpkg")
    folder.mkdir()
    WRITERS[ending](folder / f"maps.{ending}", NAMES["windows-1256"], "windows-1256")
    inputs, _ = list_inputs([str(folder / f"maps.{ending}")])

    def imported(encoding):
        options = ImportOptions(source="S", encoding=encoding)
        report = import_maps(case, inputs, options)
        return {name for (name,) in Case(case).select(f.TERRITORIES, f.FACTION)}, report

    with pytest.raises(SourceError, match="ENCODING"):
        imported("")
    names, report = imported("windows-1256")
    assert names == set(NAMES["windows-1256"])
    assert any("windows-1256" in str(line) for line in report.detected)
    assert imported("")[1].files_unchanged == 1
    wrong = {name.encode("windows-1256").decode("windows-1251") for name in names}
    assert imported("windows-1251")[0] == wrong


def test_the_preview_asks_for_the_encoding_and_shows_the_text_as_chosen(tmp_path):
    write_csv(tmp_path / "maps.csv", NAMES["windows-1251"], "windows-1251")
    inputs, _ = list_inputs([str(tmp_path / "maps.csv")])
    asked = look_at(inputs)
    assert "Армия" in str(asked.asks_encoding) and not asked.can_be_imported
    chosen = look_at(inputs, ImportOptions(encoding="windows-1251"))
    assert chosen.asks_encoding is None and chosen.can_be_imported
    assert [row.faction for row in chosen.rows if row.row] == list(NAMES["windows-1251"])


def test_every_byte_of_a_cell_is_kept_or_noted(tmp_path):
    """Of random bytes above ASCII, each encoding keeps what it has and notes the rest; none disappears."""
    rng = np.random.default_rng(1)
    path = tmp_path / "maps.dbf"
    for _ in range(20):
        raw = bytes(rng.integers(128, 256, 12, dtype=np.uint8).tolist())
        names = ("A" + raw.decode("latin-1") + "Z",)
        write_shapefile(tmp_path / "maps.shp", names, "latin-1")
        for encoding in ("windows-1256", "windows-1252", "ISO-8859-6"):
            try:
                (text,), notes = factions(path, encoding)
            except SourceError:
                continue
            assert text[0] + text[-1] == "AZ" and len(text) == 14
            assert bool(notes) == ("\ufffd" in text)
