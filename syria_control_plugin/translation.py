"""The plugin's words in the user's language. A leaf: it imports nothing of the plugin.

``.ci/translations.py`` collects the texts: what stands as a literal in ``tr``, ``tr_n`` and ``tr_noop``. A text is only
translated when it is shown, never when a module is imported: the language is not known then.
"""

from __future__ import annotations

import string
import unicodedata
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt, QTranslator

_CONTEXT = "SyriaControl"
_FOLDER = Path(__file__).parent / "resources" / "translations"
_COUNTRY = {"ar": "ar_SY"}  # whose words for months a language without a country has
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬", "0123456789.,")
_ISOLATE, _END = "\u2068", "\u2069"  # first strong isolate and its end, of Unicode's bidirectional algorithm

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


def apart(text: str) -> str:
    """A name, or a figure with its sign, that keeps its order beside text of the other direction.

    It is isolated where it begins from left to right in a language written from right to left, and where it holds
    letters from right to left in any other; else it is as it was.
    """
    strong = [kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")]
    is_other = strong[:1] in ([], ["L"]) if _is_rtl() else not set(strong) <= {"L"}
    return _isolated(text) if is_other else text


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


def _is_rtl() -> bool:
    language = _language()
    return language is not None and QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft


def _isolated(text: str) -> str:
    return f"{_ISOLATE}{text}{_END}" if text else text


def _sentence(text: str) -> str:
    """A text without values stays a plain str: Qt's models show no other."""
    return _Sentence(text) if "{" in text and _is_rtl() else text


class _Locale(QLocale):
    def toString(self, *value) -> str:
        return super().toString(*value).translate(_DIGITS)

    def formattedDataSize(self, *value) -> str:
        return super().formattedDataSize(*value).translate(_DIGITS)


class _Sentence(str):
    """A text written from right to left, which keeps names, dates and numbers that are put into it apart.

    Without that a name in Latin letters takes the signs beside it with it, and 2017-10-24 reads 24-10-2017.
    """

    __slots__ = ()

    def format(self, *values, **named) -> str:
        return _Isolating().vformat(self, values, named)


class _Isolating(string.Formatter):
    def format_field(self, value, format_spec):
        return _isolated(super().format_field(value, format_spec))
