"""Text that is not UTF-8: which encodings are known, which one a file states, and how its bytes are read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...case.case import Case
from ...case.editing import Draft
from ...case.import_report import ImportReport
from ...core.errors import SourceError, UnknownEncoding
from ...core.messages import Message, joined
from .tables import MapInput

# The closed list: neither a user nor a file can name another codec of Python.
ENCODINGS = (
    "UTF-8", *(f"windows-{number}" for number in range(1250, 1259)),
    *(f"ISO-8859-{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)), "KOI8-R", "KOI8-U",
    *(f"CP{number}" for number in (437, 720, 737, 775, 850, 852, 855, 857, 860, 861, 862, 863, 864, 865, 866, 869, 874,
                                   932, 936, 949, 950)),
)  # fmt: skip
_PREFIXES = ("windows", "cp", "ansi", "win", "iso", "ibm", "oem")
_PROPOSED = ("windows-1251", "windows-1252", "windows-1256")
_SETTING = "encodings"  # of a case: source → encoding
_LOST = "\ufffd"


def _key(text: str) -> str:
    key = re.sub("[^a-z0-9]", "", text.casefold())
    prefix = next((prefix for prefix in _PREFIXES if key.startswith(prefix)), "")
    return key[len(prefix) :]


_BY_KEY = {_key(name): name for name in ENCODINGS} | {"latin1": "ISO-8859-1", "65001": "UTF-8"}


def known_encoding(text: str) -> str:
    """Return the name in ENCODINGS of an encoding in any usual spelling ("cp1256", "1256"), "" for any other text."""
    return _BY_KEY.get(_key(text), "")


def checked_encoding(text: str) -> str:
    """Return the name in ENCODINGS, "" for an empty text. Raises SourceError for any other text."""
    name = known_encoding(text)
    if text.strip() and not name:
        raise SourceError(
            Message("ENCODING: {!r} is not a known encoding. Enter one of {}.", text[:40], ", ".join(ENCODINGS))
        )
    return name


def settled_encoding(case: Case | None, source: str, given: str) -> str:
    """Return the encoding given, else that of an earlier import of the source, "" for none."""
    kept = case.setting(_SETTING) if case is not None and not given else None
    return given or known_encoding(str((kept or {}).get(source, "")))


def keep_encoding(draft: Draft, source: str, encoding: str, report: ImportReport) -> None:
    """Keep the encoding of a source for its next import, and report it; nothing for no encoding."""
    if not encoding:
        return
    report.detected.append(Message("Text that is not UTF-8: read as {}.", encoding))
    kept = draft.setting(_SETTING) or {}
    if kept.get(source) != encoding:
        draft.set_setting(_SETTING, {**kept, source: encoding})


def decoded(given: MapInput, encoding: str) -> MapInput:
    """Return an input whose text is read in an encoding if it is not UTF-8; the input itself for no encoding."""
    return given.decoded(encoding) if encoding else given


def not_utf8(sample: bytes) -> UnknownEncoding:
    """Return the error for text in an unknown encoding; it shows how the sample reads in the usual ones."""
    readings = []
    for name in _PROPOSED:
        try:
            readings.append(Message("{!r} in {}", sample.decode(name)[:40], name))
        except UnicodeDecodeError:
            continue
    return UnknownEncoding(
        Message(
            "the text is not UTF-8, and its encoding is not stated. Set ENCODING in the import, or save it as UTF-8. A "
            "text reads {}.",
            joined(readings),
        )
    )


def is_damaged_utf8(texts: Iterable[bytes]) -> bool:
    """Return whether texts with other letters than ASCII are UTF-8: at least as many of them are valid as are not."""
    balance = 0
    for text in texts:
        balance += 1 if _is_utf8(text) else -1
    return balance >= 0


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class CellDecoder:
    """Decoder of the cells of a table that GDAL returned as bytes, or as text in which bytes are escaped.

    given   encoding of text that is not UTF-8, as the user chose; "" for none
    stated  encoding that the file states; "" for none
    is_sure whether the file's statement is more than "the code page of the computer that wrote it"

    Valid UTF-8 stays UTF-8 unless the file surely states another encoding. Raises SourceError if the encoding is not
    known, or if most texts are not in it.
    """

    def __init__(self, cells: Iterable, given: str = "", stated: str = "", is_sure: bool = True):
        odd = {value: _raw(value) for value in cells if isinstance(value, bytes) or not value.isascii()}
        is_utf8 = is_damaged_utf8(odd.values())
        invalid = next((raw for raw in odd.values() if not _is_utf8(raw)), None)
        self.notes: list[Message] = []  # on the table as a whole
        self._texts: dict = {}
        encoding = (stated if is_sure else "") or "UTF-8"
        if invalid is not None and not is_utf8:
            encoding = given or stated
            if not encoding:
                raise not_utf8(invalid)
            if not (given or is_sure):
                self.notes.append(
                    Message("states no encoding but ANSI: read as {}. If letters are wrong, set ENCODING.", stated)
                )
        for value, raw in odd.items():
            self._texts[value] = raw.decode(encoding, "replace")
        bad = [value for value, text in self._texts.items() if _LOST in text and _LOST not in str(value)]
        if 2 * len(bad) > len(odd):
            raise SourceError(
                Message("the text is not {}: {!r:.40}. Set another ENCODING.", encoding, self._texts[bad[0]])
            )
        self._bad = set(bad)

    def text(self, value):
        """Return a cell as text; other values as they are."""
        return self._texts.get(value, value) if isinstance(value, (str, bytes)) else value

    def note(self, value) -> Message | None:
        """Return a note for a cell with bytes that are not text, None for others."""
        if not self._bad or value not in self._bad:
            return None
        return Message("bytes that are not text, shown as \ufffd: {!r:.80}", self._texts[value])

    @property
    def is_needed(self) -> bool:
        """Whether any cell has other letters than ASCII."""
        return bool(self._texts)


def _raw(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode("utf-8", "surrogateescape")
