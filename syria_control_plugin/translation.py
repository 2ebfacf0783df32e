"""The plugin's texts in the user's language. From the plugin, it imports only the core's messages.

``.ci/resources/translations.py`` collects the texts: the literals in ``tr``, ``tr_ltr``, ``tr_n``, ``tr_noop`` and
``Message``. A text is translated only when it is shown, never when a module is imported, because the language is not
known then.
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
_COUNTRY = {"ar": "ar_SY"}  # language without a country → locale whose month names it uses
_RTL = ("R", "AL")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬", "0123456789.,")
# Unicode bidirectional algorithm (UAX 9): isolates by direction, their end, and a mark that counts as a letter.
_ISOLATE = {False: "\u2066", True: "\u2067"}
_STARTS, _END, _RTL_MARK = ("\u2066", "\u2067", "\u2068"), "\u2069", "\u200f"

_installed: list[QTranslator] = []


def tr(text: str) -> str:
    """Return the text in the user's language, or unchanged if there is no translation."""
    return _sentence(QCoreApplication.translate(_CONTEXT, text))


def tr_n(one: str, many: str, count: int) -> str:
    """Return the text for a count, which replaces "%n"; a language can have more forms than ``one`` and ``many``."""
    text = QCoreApplication.translate(_CONTEXT, many, None, int(count))
    is_english = text == many.replace("%n", str(count))
    return _sentence(one.replace("%n", str(count)) if is_english and count == 1 else text)


def tr_noop(text: str) -> str:
    """Return the text unchanged; this marks it for translation, and ``tr`` translates it when it is shown."""
    return text


def translated(what: object) -> str:
    """Return a message, or an error with one, in the user's language; other texts and errors unchanged."""
    if isinstance(what, BaseException):
        # The first value of an OSError is its number.
        what = what.args[0] if what.args and isinstance(what.args[0], Message) else str(what)
    if not isinstance(what, Message):
        return str(what)
    return tr(what.template).format(
        *(translated(arg) if isinstance(arg, (Message, BaseException)) else arg for arg in what.args)
    )


def tr_ltr(text: str) -> str:
    """Return the text as ``tr``, but in English for right-to-left languages, which matplotlib cannot write."""
    return text if is_rtl() else tr(text)


def apart(text: str) -> str:
    """Return a name, or a number with its sign, so that it keeps its order beside text of the other direction.

    In a right-to-left language it is isolated if it starts from left to right, in any other language if it contains
    right-to-left letters. Otherwise it is unchanged.
    """
    is_other = not reads_rtl(text) if is_rtl() else any(unicodedata.bidirectional(char) in _RTL for char in text)
    return _isolated(text) if is_other else text


def whole_lines(lines: list[str]) -> list[str]:
    """Return the lines of a paragraph so that each can be drawn alone: with all its isolates, in its direction."""
    mark = _RTL_MARK if reads_rtl(" ".join(lines)) else ""
    made, begun = [], ""
    for line in lines:
        within = begun
        for char in line:
            if char in _STARTS:
                begun += char
            elif char == _END:
                begun = begun[:-1]
        made.append(f"{mark}{within}{line}{_END * len(begun)}")
    return made


def reads_rtl(text: str) -> bool:
    """Return whether a text runs from right to left, judged by its first letter outside isolates."""
    depth = 0
    for char in text:
        kind = unicodedata.bidirectional(char)
        if char in _STARTS:
            depth += 1
        elif char == _END:
            depth -= 1
        elif depth <= 0 and kind in ("L", *_RTL):
            return kind != "L"
    return False


def install_translation() -> None:
    """Translate texts into QGIS's language if there is a translation. Call it before any text is translated."""
    remove_translation()
    translator = QTranslator()
    if translator.load(QLocale(QgsApplication.locale()), "syria_control", "_", str(_FOLDER)):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)


def remove_translation() -> None:
    """Undo ``install_translation``."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())


def text_locale(locale: QLocale | None = None) -> QLocale:
    """Return the locale for numbers and dates in texts: that of a widget (``locale``), otherwise the user's.

    If its language differs from that of the texts (QGIS in Arabic on an English computer), it is the locale of the
    texts. Its ``toString`` always writes the digits 0 to 9, as in the dates and ids of the data.
    """
    locale, language = locale or QLocale(), _language()
    return _Locale(
        locale if language is None or locale.language() == QLocale(language).language() else QLocale(language)
    )


def _language() -> str | None:
    if not _installed:
        return None
    language = _installed[-1].language()
    return _COUNTRY.get(language, language)


def is_rtl() -> bool:
    """Return whether the texts are in a right-to-left language."""
    language = _language()
    return language is not None and QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft


def _isolated(text: str) -> str:
    return f"{_ISOLATE[reads_rtl(text)]}{text}{_END}" if text else text


def _sentence(text: str) -> str:
    """Return a text with values as a ``_Sentence`` if needed; others stay a plain str, as Qt's models require."""
    return _Sentence(text) if "{" in text and is_rtl() else text


class _Locale(QLocale):
    def toString(self, *value) -> str:
        return super().toString(*value).translate(_DIGITS)

    def formattedDataSize(self, *value) -> str:
        return super().formattedDataSize(*value).translate(_DIGITS)


class _Sentence(str):
    """A right-to-left text that isolates the names, dates and numbers formatted into it.

    Otherwise, a name in Latin letters moves the characters beside it, and 2017-10-24 reads 24-10-2017. If the text has
    no letters of its own, a mark sets its direction.
    """

    __slots__ = ()

    def format(self, *values, **named) -> str:
        text = _Isolating().vformat(self, values, named)
        return text if reads_rtl(text) else _RTL_MARK + text


class _Isolating(string.Formatter):
    def format_field(self, value, format_spec):
        return _isolated(super().format_field(value, format_spec))
