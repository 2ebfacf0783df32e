"""Delimited text, such as CSV, by Python's csv: every row of the file is loaded, or reported with its reason."""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import numpy as np
import shapely
from osgeo import osr

from ...case.values import number_of
from ...core.errors import SourceError
from ...core.feedback import NO_FEEDBACK, Feedback, check_cancelled
from ...core.messages import Message
from .contents import check_crs_files
from .csv_records import DAMAGES, Lines, RecordReader
from .encodings import is_damaged_utf8, not_utf8
from .geometries import choice_notes, geometry_fields
from .tables import SourceTable
from .zips import open_binary

ENDINGS = ("csv", "tsv", "psv", "txt")
_POINT_KINDS = ("coordx", "point(x)"), ("coordy", "point(y)")
_BLOCK_BYTES = 1 << 20
_MOST_WORDS = 100_000  # distinct ones, by which the encoding is judged
_WORD = re.compile(rb"[A-Za-z]*[\x80-\xff]+[A-Za-z\x80-\xff]*")  # with a letter that is not ASCII
_SIDE_BYTES = 2**16  # of a .prj or .csvt file
_WKT_NAME = re.compile(r"WKT\Z|_WKT", re.IGNORECASE)
_CRS_IN_NAME = re.compile(r"_WKT.*_EPSG_(\d{4,6})", re.IGNORECASE)


def is_delimited(path: str) -> bool:
    """Return whether a path names delimited text, by its extension."""
    return os.path.splitext(path)[1].lower().lstrip(".") in ENDINGS and not os.path.isdir(path)


def layer_name(path: str) -> str:
    """Return the name of the one layer of a delimited text, which is that of the file."""
    return os.path.splitext(os.path.basename(path))[0]


def read_delimited(
    path: str, key: str, names: tuple[str, ...], feedback: Feedback = NO_FEEDBACK, encoding: str = ""
) -> SourceTable:
    """Return the rows of a delimited text file, without the geometries that a column holds as text.

    path      a file, or a member of a zip (``/vsizip/{archive}/member``)
    encoding  of text that is not UTF-8 (``encodings.ENCODINGS``), "" if it is not known

    Rows are numbered from 1, as in QGIS; blank lines are not rows.

    Separator (comma, semicolon, tab, bar, space) and Unicode encodings (UTF-8, UTF-16, UTF-32) are detected. Values are
    text unless a .csvt file beside it names their types. ``geometry_field`` is a column named WKT, or of that type, or
    one that holds geometries; two of the types CoordX and CoordY become points; a .prj file gives their CRS. A
    quotation mark that does not enclose a whole cell is read as text. A row whose values differ from the file is in
    ``notes``; one that cannot be used is kept, with its reason in ``unreadable``. Raises SourceError for a file that
    cannot be opened or is empty, and for text in an unknown encoding; Cancelled.
    """
    try:
        codec = _codec(path, encoding, feedback)
        with _lines(path, codec, feedback) as lines:
            ending = os.path.splitext(path)[1].lower()
            reader = RecordReader(lines, ending, lambda: _lines(path, codec, feedback))
            reader.read()
    except (OSError, RuntimeError, zipfile.BadZipFile) as error:
        raise SourceError(Message("cannot be read: {}", error)) from error
    return _table(reader, path, key, (*names, layer_name(path)))


@contextmanager
def _lines(path: str, codec: str, feedback: Feedback) -> Iterator[Lines]:
    with open_binary(path) as binary:
        yield Lines(io.TextIOWrapper(binary, codec, errors="replace"), feedback)


def _codec(path: str, encoding: str, feedback: Feedback) -> str:
    """Return the codec of a text. Raises SourceError for an empty file, and if its encoding is not known."""
    with open_binary(path) as binary:
        head = binary.peek(4)[:4]
        if not head:
            raise SourceError(Message("is empty"))
        codec = _unicode_codec(head)
        if codec != "utf-8-sig" or head.startswith(codecs.BOM_UTF8) or _is_utf8(binary, feedback):
            return codec
    words: dict[bytes, None] = {}
    with open_binary(path) as binary, suppress(*DAMAGES):
        for block in _blocks(binary, feedback):
            words.update(dict.fromkeys(_WORD.findall(block)))
            if len(words) > _MOST_WORDS:
                break
    if is_damaged_utf8(words):
        return codec
    if not encoding:
        raise not_utf8(next(word for word in words if not is_damaged_utf8([word])))
    return encoding


def _blocks(binary, feedback: Feedback) -> Iterator[bytes]:
    while block := binary.read(_BLOCK_BYTES):
        check_cancelled(feedback)
        yield block


def _is_utf8(binary, feedback: Feedback) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for block in _blocks(binary, feedback):
            decoder.decode(block)
    except UnicodeDecodeError:
        return False
    except DAMAGES:
        pass  # reading the rows gives the reason
    return True


def _unicode_codec(head: bytes) -> str:
    if head in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
        return "utf-32"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if len(head) > 1 and (head[0] == 0) != (head[1] == 0):  # Latin letters without a byte order mark
        return "utf-16-be" if head[0] == 0 else "utf-16-le"
    return "utf-8-sig"


def _table(reader: RecordReader, path: str, key: str, names: tuple[str, ...]) -> SourceTable:
    columns = dict(zip(reader.names, reader.columns))
    kinds = dict(zip(reader.names, _types_beside(path)))
    for number in reader.unnamed:
        name = reader.names[number]
        if any(columns[name]):
            reader.notes.append((None, Message("column {} has no name: read as {!r}", number + 1, name)))
    for name, kind in kinds.items():
        columns[name] = _typed(reader, name, columns[name], kind)
    texts = next((name for name in columns if kinds.get(name) == "wkt" or _WKT_NAME.match(name)), "")
    held = [texts] if texts else geometry_fields(columns)
    texts = next(iter(held), "")
    reader.notes += choice_notes(held)
    pair = [next((name for name in columns if kinds.get(name) in kind), "") for kind in _POINT_KINDS]
    count = len(reader.columns[0])
    geometry = np.empty(count, object)
    if all(pair) and not texts:
        numbers = np.array([[number_of(value) for value in columns[name]] for name in pair])
        usable = np.isfinite(numbers).all(axis=0)
        geometry[usable] = shapely.points(*numbers[:, usable])
    return SourceTable(
        file=key,
        layer=names[-1],
        names=names,
        columns=columns,
        rows=np.arange(1, count + 1, dtype=np.int64),
        geometry=geometry,
        crs=_crs_beside(path, texts) if texts or all(pair) else "",
        unreadable=reader.faults,
        notes=reader.notes,
        geometry_field=texts,
    )


def _beside(path: str, ending: str) -> str:
    """Return the text of a small file of the same name beside another, "" if it does not exist."""
    try:
        with open_binary(os.path.splitext(path)[0] + ending) as binary:
            return binary.read(_SIDE_BYTES).decode("utf-8-sig", "replace")
    except (OSError, RuntimeError, KeyError, zlib.error, zipfile.BadZipFile):
        return ""


def _types_beside(path: str) -> list[str]:
    """Return the types of the columns in a .csvt file, in lower case and without their widths."""
    line = _beside(path, ".csvt").partition("\n")[0].strip()
    kinds = next(csv.reader([line]), []) if line else []
    return [re.sub(r"\s*\(\d.*|\(boolean\).*", "", kind.strip().lower()) for kind in kinds]


def _typed(reader: RecordReader, name: str, texts: list, kind: str) -> list:
    """Return the values of a column as numbers if its type is numeric; other values are noted and become empty."""
    if kind not in ("integer", "integer64", "real", *_POINT_KINDS[0], *_POINT_KINDS[1]):
        return texts
    is_whole = kind.startswith("integer")
    booleans = {"true": "1", "false": "0"}
    values: list = []
    for row, text in enumerate(texts):
        number = number_of(booleans.get(text.lower(), text) if text else None)
        if text and not np.isfinite(number):
            reader.notes.append((row, Message("{} is not a number: {!r:.80}, read as empty", name, text)))
        is_none = not text or not np.isfinite(number)
        values.append(None if is_none else int(float(number)) if is_whole else number)
    return values


def _crs_beside(path: str, column: str) -> str:
    """Return the WKT of the CRS in a .prj file or in the name of the column, "" for none."""
    reference = osr.SpatialReference()
    named = _CRS_IN_NAME.fullmatch(column)
    try:
        if named and reference.ImportFromEPSG(int(named[1])) == 0:
            return reference.ExportToWkt()
        text = _beside(path, ".prj")
        check_crs_files(text)
        return reference.ExportToWkt() if text and reference.ImportFromESRI([text]) == 0 else ""
    except RuntimeError:  # if another plugin has turned GDAL's exceptions on
        return ""
