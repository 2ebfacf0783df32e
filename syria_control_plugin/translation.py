"""The plugin's words in the user's language. Of the plugin it imports the core's messages only.

``.ci/resources/translations.py`` collects the texts: what stands as a literal in ``tr``, ``tr_n`` and ``tr_noop``. A
text is only translated when it is shown, never when a module is imported: the language is not known then.
"""

from __future__ import annotations

import string
import unicodedata
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt, QTranslator

from .core.messages import Message

_CONTEXT = "SyriaControl"
_FOLDER = Path(__file__).parent / "resources" / "translations"
_COUNTRY = {"ar": "ar_SY"}  # whose words for months a language without a country has
_RTL = ("R", "AL")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬", "0123456789.,")
# Of Unicode's bidirectional algorithm (UAX 9): isolates by their direction and their end, and a mark that is a letter.
_ISOLATE = {False: "\u2066", True: "\u2067"}
_BEGINS, _END, _RTL_MARK = ("\u2066", "\u2067", "\u2068"), "\u2069", "\u200f"

_installed: list[QTranslator] = []


def tr(text: str) -> str:
    """The text in the user's language; itself where that has none."""
    return _sentence(QCoreApplication.translate(_CONTEXT, text))


def tr_n(one: str, many: str, count: int) -> str:
    """The text for so many, "%n" in it being their number; a language may have more forms than one and many."""
    text = QCoreApplication.translate(_CONTEXT, many, None, int(count))
    is_english = text == many.replace("%n", str(count))
    return _sentence(one.replace("%n", str(count)) if is_english and count == 1 else text)


def tr_noop(text: str) -> str:
    """The text itself, of which is told here that it goes through ``tr`` where it is shown."""
    return text


def translated(what: object) -> str:
    """A message, or an error with one, in the user's language; other texts and errors as they are."""
    if isinstance(what, BaseException):
        # The first value of an error of the system is its number.
        what = what.args[0] if what.args and isinstance(what.args[0], Message) else str(what)
    if not isinstance(what, Message):
        return str(what)
    return tr(what.template).format(
        *(translated(arg) if isinstance(arg, (Message, BaseException)) else arg for arg in what.args)
    )


def tr_ltr(text: str) -> str:
    """As ``tr``, but English in a language from right to left: for what can't write one (matplotlib)."""
    return text if is_rtl() else tr(text)


def apart(text: str) -> str:
    """A name, or a figure with its sign, that keeps its order beside text of the other direction.

    It is isolated where it begins from left to right in a language written from right to left, and where it holds
    letters from right to left in any other; else it is as it was.
    """
    is_other = not reads_rtl(text) if is_rtl() else any(unicodedata.bidirectional(sign) in _RTL for sign in text)
    return _isolated(text) if is_other else text


def whole_lines(lines: list[str]) -> list[str]:
    """The lines of a paragraph so that each can be drawn by itself: with all of its isolates, in its direction."""
    mark = _RTL_MARK if reads_rtl(" ".join(lines)) else ""
    made, begun = [], ""
    for line in lines:
        within = begun
        for sign in line:
            if sign in _BEGINS:
                begun += sign
            elif sign == _END:
                begun = begun[:-1]
        made.append(f"{mark}{within}{line}{_END * len(begun)}")
    return made


def reads_rtl(text: str) -> bool:
    """Whether a text runs from right to left: by its first letter outside of isolates."""
    depth = 0
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if sign in _BEGINS:
            depth += 1
        elif sign == _END:
            depth -= 1
        elif depth <= 0 and kind in ("L", *_RTL):
            return kind != "L"
    return False


def install_translation() -> None:
    """Lets texts be in QGIS's language where there is a translation; to be called before any text is asked for."""
    remove_translation()
    translator = QTranslator()
    if translator.load(QLocale(QgsApplication.locale()), "syria_control", "_", str(_FOLDER)):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)


def remove_translation() -> None:
    """Undoes ``install_translation``."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())


def text_locale(own: QLocale | None = None) -> QLocale:
    """The locale in which texts write numbers and dates: a widget's own, or without one the user's.

    Where that is of another language than the texts (QGIS in Arabic on an English computer) it is that of the texts.
    Its ``toString`` writes the digits 0 to 9 always, as dates and ids that come with the data are written.
    """
    own, language = own or QLocale(), _language()
    return _Locale(own if language is None or own.language() == QLocale(language).language() else QLocale(language))


def _language() -> str | None:
    if not _installed:
        return None
    language = _installed[-1].language()
    return _COUNTRY.get(language, language)


def is_rtl() -> bool:
    """Whether the texts are in a language that is written from right to left."""
    language = _language()
    return language is not None and QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft


def _isolated(text: str) -> str:
    return f"{_ISOLATE[reads_rtl(text)]}{text}{_END}" if text else text


def _sentence(text: str) -> str:
    """A text without values stays a plain str: Qt's models show no other."""
    return _Sentence(text) if "{" in text and is_rtl() else text


class _Locale(QLocale):
    def toString(self, *value) -> str:
        return super().toString(*value).translate(_DIGITS)

    def formattedDataSize(self, *value) -> str:
        return super().formattedDataSize(*value).translate(_DIGITS)


class _Sentence(str):
    """A text written from right to left, which keeps names, dates and numbers that are put into it apart.

    Without that a name in Latin letters takes the signs beside it with it, and 2017-10-24 reads 24-10-2017. Where the
    sentence has no letters of its own a mark gives its direction.
    """

    __slots__ = ()

    def format(self, *values, **named) -> str:
        text = _Isolating().vformat(self, values, named)
        return text if reads_rtl(text) else _RTL_MARK + text


class _Isolating(string.Formatter):
    def format_field(self, value, format_spec):
        return _isolated(super().format_field(value, format_spec))
