"""The plugin's texts in other languages: values keep their places, and the code asks for them rightly."""

import ast
import re
import string
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from syria_control_plugin import translation
from syria_control_plugin.core.errors import CaseError, SourceError
from syria_control_plugin.core.messages import Message
from tests.ci_scripts import ci_script

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "syria_control_plugin"
FILES = sorted(PACKAGE.rglob("*.py"))
TRANSLATIONS = sorted((PACKAGE / "resources" / "translations").glob("*.ts"))
FORMS = {"ar": (0, 1, 2, 3, 11, 100)}  # a number for each plural form of a language
ISOLATED = "\u2066{}\u2069".format  # from left to right


collecting = ci_script("resources/translations")


@pytest.fixture(scope="module")
def texts():
    return collecting.messages()


@pytest.fixture(params=TRANSLATIONS, ids=lambda path: path.stem)
def ts(request):
    return request.param


@pytest.fixture
def spoken(monkeypatch):
    """What is installed where QGIS is in a language."""

    def install(language):
        monkeypatch.setattr(QgsApplication, "locale", staticmethod(lambda: language))
        translation.install_translation()

    yield install
    translation.remove_translation()


def language_of(ts):
    return ts.stem.rpartition("_")[2]


def values_in(text):
    """The places for values, by their names or order, with their formats; "%n" for the number of a text that counts."""
    found, order = set(), 0
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None:
            found.add((name or str(order), form, conversion))
            order += not name
    return found | set(re.findall("%[np]", text))


def accelerators(text):
    return len(re.findall("&(?!&)", text.replace("&&", "")))


def test_there_is_a_translation():
    assert "syria_control_ar" in [path.stem for path in TRANSLATIONS]


def test_values_keep_their_places(ts, texts):
    wrong = []
    for text, forms in collecting.read(ts).items():
        wanted = values_in(text)
        for number, form in enumerate(forms):
            # "one day" and "two days" may be said without a figure
            spared = {"%n"} if len(forms) > 1 and number < 3 else set()
            if values_in(form) - spared != wanted - spared:
                wrong.append((text, form))
    assert wrong == []


def test_spaces_lines_and_keys_are_as_in_the_source(ts):
    wrong = []
    for text, forms in collecting.read(ts).items():
        for form in forms:
            is_same = text[:1].isspace() == form[:1].isspace() and text.count("\n") == form.count("\n")
            if not is_same or accelerators(text) != accelerators(form):
                wrong.append((text, form))
    assert wrong == []


def test_plurals_have_all_forms_of_the_language(ts, texts):
    known = collecting.read(ts)
    counted = {text: known[text] for text, message in texts.items() if message.one}
    assert counted and {len(forms) for forms in counted.values()} == {len(FORMS[language_of(ts)])}


def test_the_file_keeps_what_it_is_given(ts, texts, tmp_path):
    known = {text: forms for text, forms in collecting.read(ts).items() if text in texts}
    copy = tmp_path / ts.name
    collecting.write(copy, language_of(ts), texts, known)
    assert collecting.read(copy) == known
    some = dict(list(known.items())[1:])
    collecting.write(copy, language_of(ts), texts, some)
    assert collecting.read(copy) == some and 'type="unfinished"' in copy.read_text(encoding="utf-8")


def test_texts_are_collected_where_they_stand(tmp_path):
    package = tmp_path / "package"
    (package / "resources" / "themes").mkdir(parents=True)
    (package / "resources" / "factions.json").write_text('[{"id": "A", "name": "Army", "aliases": ["not shown"]}]')
    code = 'tr("one"); tr_noop("two"); tr_n("%n day", "%n days", 3); other("not this"); tr(name)\n'
    (package / "a.py").write_text(code + 'class A:\n    TITLE = "a title"\n    TAGS = ("tag",)\n    NAME = "id"\n')
    found = collecting.messages(package)
    assert set(found) == {"one", "two", "%n days", "a title", "tag", "Army"}
    assert found["%n days"].one == "%n day"


# In the code

SPEAKING = ("tr", "tr_ltr", "tr_n", "text_locale", "apart", "is_rtl", "said")


def outside_functions(node):
    """What runs when a file is imported: also the defaults of arguments, and what stands in classes."""
    for child in ast.iter_child_nodes(node):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and child in node.body:
            continue
        if isinstance(node, ast.Lambda) and child is node.body:
            continue
        yield child
        yield from outside_functions(child)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_text_is_translated_before_the_language_is_known(path):
    early = [
        node.lineno
        for node in outside_functions(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in SPEAKING
    ]
    assert early == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_translated_texts_are_whole_literals(path):
    """An f-string is put together before it is looked up: it would never be found."""
    wrong = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", None) in ("tr", "tr_ltr", "tr_n", "tr_noop")
        and any(isinstance(each, (ast.JoinedStr, ast.BinOp)) for each in node.args[:2])
    ]
    assert wrong == []


# As they are spoken


def test_qgis_in_a_language_without_a_translation_speaks_english(spoken):
    spoken("fi")
    assert translation.tr("Corridors") == "Corridors"
    assert [translation.tr_n("%n step", "%n steps", count) for count in (0, 1, 2)] == ["0 steps", "1 step", "2 steps"]
    assert translation.apart("+1") == "+1"


@pytest.mark.parametrize("locale", ["ar", "ar_SY", "ar_MA"])
def test_qgis_in_arabic_speaks_arabic_until_the_plugin_is_unloaded(spoken, locale):
    spoken(locale)
    assert translation.tr("Corridors") == "الممرات"
    translation.remove_translation()
    assert translation.tr("Corridors") == "Corridors"


def test_installing_again_leaves_nothing_behind(spoken):
    spoken("ar")
    spoken("ar")
    translation.remove_translation()
    assert translation.tr("Corridors") == "Corridors"


def test_arabic_counts_in_six_forms(spoken):
    spoken("ar")
    said = [translation.tr_n("a day later", "%n days later", count) for count in (0, 1, 2, 3, 11, 100, 103)]
    assert said == ["في اليوم نفسه", "بعد يوم", "بعد يومين", "بعد 3 أيام", "بعد 11 يومًا", "بعد 100 يوم", "بعد 103 أيام"]


def test_values_are_set_apart_in_text_from_right_to_left(spoken):
    spoken("ar")
    assert translation.tr("On {}").format("2017-10-24") == f"في {ISOLATED('2017-10-24')}"
    said = translation.tr("{mover} through {host}").format(mover="GOV", host="IS")
    assert said == f"{ISOLATED('GOV')} عبر أرض {ISOLATED('IS')}"
    assert ISOLATED("-3.2") in translation.tr("{:.1f}").format(-3.2)
    assert translation.tr("On {}").format("") == "في "
    assert translation.tr("On {}").format(said) == f"في \u2067{said}\u2069"  # itself from right to left


def test_a_sentence_of_values_alone_has_a_mark_for_its_direction(spoken):
    spoken("ar")
    assert translation.tr("{}: {}").format("GOV", 1) == f"\u200f{ISOLATED('GOV')}: {ISOLATED('1')}"


def test_names_and_figures_are_set_apart_from_text_of_the_other_direction(spoken):
    assert translation.apart("GOV") == "GOV"
    assert translation.apart("قوات") == "\u2067قوات\u2069"
    spoken("ar")
    assert translation.apart("▲ +3") == ISOLATED("▲ +3")
    assert translation.apart("GOV") == ISOLATED("GOV")
    assert translation.apart("قوات") == "قوات"
    assert translation.apart("") == ""


def test_errors_of_the_core_are_said_in_the_language(spoken):
    error = CaseError(Message("The case {!r} does not exist.", "x"))
    around = SourceError(Message("{}: is not a readable zip: {}", "a.zip", error))
    assert translation.translated(error) == "The case 'x' does not exist."
    assert translation.translated("plain") == translation.translated(ValueError("plain")) == "plain"
    assert translation.translated(SourceError()) == ""
    full = OSError(28, "No space left on device")
    assert translation.translated(full) == str(full) and str(full) in translation.translated(
        Message("cannot be written: {}", full)
    )
    spoken("ar")
    inner = f"لا توجد حالة في {ISOLATED(repr('x'))}."
    assert translation.translated(error) == inner
    assert translation.translated(around) == f"{ISOLATED('a.zip')}: ليس ملف zip مقروءًا: \u2067{inner}\u2069"
    assert type(translation.translated(error)) is str  # no other is shown by Qt's models


def test_a_broken_text_is_whole_in_each_line():
    assert translation.whole_lines(["on 2017", "-10-24"]) == ["on 2017", "-10-24"]
    text = f"في {ISOLATED('GOV and IS')} هنا"
    first, second = translation.whole_lines([text[:8], text[8:]])
    assert first == "\u200fفي \u2066GOV \u2069"
    assert second == "\u200f\u2066and IS\u2069 هنا"


def test_dates_have_the_months_of_the_language_and_the_digits_of_the_data(spoken):
    spoken("ar")
    day = translation.text_locale(QLocale("en")).toDate("2017-10-24", "yyyy-MM-dd")
    assert translation.text_locale(QLocale("en")).toString(day, "d MMMM yyyy") == "24 تشرين الأول 2017"
    assert translation.text_locale(QLocale("ar_MA")).toString(day, "d MMMM") == "24 أكتوبر"
    assert translation.text_locale(QLocale("ar_SY")).toString(-1234.5, "f", 1) == "-1,234.5"


def test_without_a_translation_dates_are_in_the_users_own_language():
    day = QLocale("de").toDate("2017-10-24", "yyyy-MM-dd")
    assert translation.text_locale(QLocale("de")).toString(day, "d. MMMM") == "24. Oktober"


class Pseudo(QTranslator):
    """Marks each text that was collected; others come as they are."""

    def __init__(self, texts):
        super().__init__()
        self.texts = texts

    def isEmpty(self):
        return False

    def translate(self, context, text, disambiguation=None, n=-1):
        return f"«{text}»" if context == collecting.CONTEXT and text in self.texts else None


@pytest.fixture
def pseudo(texts):
    translator = Pseudo(texts)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_all_that_the_toolbox_shows_is_translated(pseudo):
    from syria_control_plugin.algorithms.provider import SyriaControlProvider

    provider = SyriaControlProvider()
    provider.refreshAlgorithms()
    plain = []
    for algorithm in provider.algorithms():
        shown = [algorithm.displayName(), algorithm.group(), algorithm.shortHelpString()]
        shown += [parameter.description() for parameter in algorithm.parameterDefinitions()]
        shown += [parameter.help() for parameter in algorithm.parameterDefinitions()]
        shown += [output.description() for output in algorithm.outputDefinitions()]
        plain += [f"{algorithm.name()}: {text}" for text in shown if text and "«" not in text[:20]]  # or in HTML
        if not any(tag.startswith("«") for tag in algorithm.tags()):
            plain.append(f"{algorithm.name()}: tags")
    assert provider.algorithms()
    assert plain == []
