"""The user guide: its words are the plugin's, its links and pictures are there, and help opens it."""

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QDialogButtonBox, QMessageBox, QWidget

from syria_control_plugin.case.catalogue import theme_ids
from syria_control_plugin.core import fields
from syria_control_plugin.gui import user_guide
from syria_control_plugin.user_guide import GUIDE, guide_url
from tests.ci_scripts import ci_script

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "syria_control_plugin"
PAGES = sorted(GUIDE.glob("*.html"))
VOID = {"meta", "link", "img", "br", "hr"}
MARKS = {("b", "ui"), ("b", "alg"), ("code", "par"), ("code", "field")}
LARGEST_BYTES = 4_000_000


class Page(HTMLParser):
    """What a page holds: links, pictures, ids, marked words, and all else that stands in <code>."""

    def __init__(self, path):
        super().__init__()
        self.links, self.pictures, self.styles, self.ids = [], [], [], []
        self.marked, self.code, self.tags, self._open = {mark: [] for mark in MARKS}, [], set(), []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        assert not self._open, f"{path.name}: not closed: {self._open}"

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" else []
        self.styles += [given["href"]] if tag == "link" else []
        if tag == "img":
            self.pictures.append(given["src"])
            assert given.get("alt"), f"{given['src']}: no words for who can't see it"
        if tag not in VOID:
            self._open.append((tag, given.get("class"), []))

    def handle_endtag(self, tag):
        opened, kind, words = self._open.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"
        text = " ".join("".join(words).split())
        if (tag, kind) in MARKS:
            self.marked[tag, kind].append(text)
        elif tag == "code":
            self.code.append(text)

    def handle_data(self, data):
        for _, _, words in self._open:
            words.append(data)


@pytest.fixture(scope="module")
def pages():
    return {path.name: Page(path) for path in PAGES}


@pytest.fixture(scope="module")
def tools(provider):
    return {tool.name(): tool for tool in QgsApplication.processingRegistry().providerById("syriacontrol").algorithms()}


def shown_texts():
    """All texts of the plugin, as they are seen: without the signs for keys."""
    return {text.replace("&", "") for text in ci_script("resources/translations").messages()}


def marked(pages, *mark):
    return sorted({text for page in pages.values() for text in page.marked[mark]})


def test_there_is_a_page_for_each_job(pages):
    wanted = "index import play changes corridors print_and_animation batch definitions developers threat_model".split()
    assert sorted(pages) == sorted(f"{name}.html" for name in wanted)


def test_buttons_menus_and_fields_are_called_as_in_the_plugin(pages):
    texts = shown_texts() | {"Syria Control"}
    quoted = marked(pages, "b", "ui")
    assert len(quoted) > 60
    assert [text for text in quoted if text not in texts] == []


def test_tools_are_called_as_in_the_toolbox(pages, tools):
    titles = {tool.displayName() for tool in tools.values()}
    assert set(marked(pages, "b", "alg")) == titles


def test_parameters_are_called_as_in_the_toolbox(pages, tools):
    names = {parameter.name() for tool in tools.values() for parameter in tool.parameterDefinitions()}
    assert [name for name in marked(pages, "code", "par") if name not in names] == []


def test_tables_and_fields_are_called_as_in_a_case(pages):
    names = {value for value in vars(fields).values() if isinstance(value, str)}
    quoted = marked(pages, "code", "field")
    assert len(quoted) > 15
    assert [name for name in quoted if name not in names] == []


def test_commands_are_of_tools_and_parameters_that_there_are(tools):
    """In the pages and in the README; one that goes on in the next line too."""
    for path in (*PAGES, ROOT / "README.md"):
        text = html.unescape(path.read_text(encoding="utf-8")).replace("\\\n", " ")
        for name, given in re.findall(r"syriacontrol:(\w+)((?: +--?\S+)*)", text):
            assert name in tools, f"{path.name}: {name}"
            known = {parameter.name() for parameter in tools[name].parameterDefinitions()}
            assert set(re.findall(r"--(\w+)=", given)) <= known, f"{path.name}: {name} {given}"


def test_every_tool_has_a_place_to_which_its_help_leads(pages, tools):
    for name, tool in tools.items():
        url = QUrl(tool.helpUrl())
        assert url.fragment() == name
        assert name in pages[Path(url.toLocalFile()).name].ids, f"{name}: {tool.helpUrl()}"


def anchors_of(path):
    """The places in a Markdown file, as GitHub names them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings]


def test_links_lead_somewhere(pages):
    """To a place in the guide, or in a file of the repository."""
    (repository,) = re.findall(r"^repository=(\S+)$", (ROOT / "metadata.txt").read_text(encoding="utf-8"), re.MULTILINE)
    for name, page in pages.items():
        assert len(set(page.ids)) == len(page.ids)
        for link in page.links:
            target, _, place = link.partition("#")
            target = target or name
            if target.startswith(f"{repository}/blob/main/"):
                assert place in anchors_of(ROOT / target.removeprefix(f"{repository}/blob/main/")), f"{name}: {link}"
                continue
            assert target in pages, f"{name}: {link}"
            assert not place or place in pages[target].ids, f"{name}: {link}"


def test_pictures_are_there_each_is_used_and_they_are_small(pages):
    used = {picture for page in pages.values() for picture in page.pictures}
    there = {path.relative_to(GUIDE).as_posix() for path in (GUIDE / "pictures").iterdir()}
    assert used == there
    assert sum(path.stat().st_size for path in GUIDE.rglob("*") if path.is_file()) < LARGEST_BYTES


def test_what_the_readme_shows_and_names_is_there():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"\]\(([^)]+)\)", text) + re.findall(r"`(syria_control_plugin/[^`]+)`", text)
    assert len(named) >= 4
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_nothing_is_fetched_from_elsewhere(pages):
    """No scripts, no frames, one style sheet of its own that imports nothing."""
    for page in pages.values():
        assert page.styles == ["guide.css"]
        assert not page.tags & {"script", "iframe", "object", "video", "form"}
    style = (GUIDE / "guide.css").read_text(encoding="utf-8")
    assert "url(" not in style and "@import" not in style


def test_all_pages_have_the_same_links_at_their_top():
    tops = {
        re.sub(r' aria-current="page"', "", re.search(r"<nav.*?</nav>", path.read_text(encoding="utf-8"), re.S).group())
        for path in PAGES
    }
    assert len(tops) == 1


def test_files_that_developers_are_led_to_are_there(pages):
    code = pages["developers.html"].code
    paths = [text for text in code if re.fullmatch(r"[\w./]+/[\w.]*\w(\.\w+)?|\w+\.py|\.ci/[\w/]+", text)]
    assert len(paths) > 12
    roots = (ROOT, PACKAGE, PACKAGE / "algorithms")
    assert [path for path in paths if not any((root / path).exists() for root in roots)] == []


def test_each_line_of_the_threat_model_names_a_hostile_input(pages):
    listed = (ROOT / "tests" / "qgis" / "hostile_inputs.md").read_text(encoding="utf-8")
    named = [text for text in pages["threat_model.html"].code if "::" in text]
    assert len(named) > 30
    assert [text for text in named if f"`{text}`" not in listed] == []


def test_all_shipped_themes_are_told_of(pages):
    assert set(theme_ids()) <= set(pages["play.html"].code)


def test_the_batch_recipe_is_that_of_the_readme():
    def recipe(text, begin, end):
        return re.search(rf"{begin}\n?(# batch\.sh\n.*?)\n?{end}", text, re.S).group(1)

    told = html.unescape((GUIDE / "batch.html").read_text(encoding="utf-8"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert recipe(told, '<pre id="recipe">', "</pre>") == recipe(readme, "```bash", "```")


def test_help_opens_a_page(monkeypatch, qgis_app):
    opened = []
    monkeypatch.setattr(user_guide.QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    box = QDialogButtonBox()
    user_guide.add_help_button(box, "import")
    box.button(QDialogButtonBox.StandardButton.Help).click()
    user_guide.show_help(box)
    assert [Path(url.toLocalFile()) for url in opened] == [GUIDE / "import.html", GUIDE / "index.html"]


def test_without_a_browser_a_message_says_where_the_guide_is(monkeypatch, qgis_app):
    told = []
    monkeypatch.setattr(user_guide.QDesktopServices, "openUrl", lambda url: False)
    monkeypatch.setattr(QMessageBox, "information", lambda parent, title, text: told.append(text))
    user_guide.show_help(QWidget())
    assert guide_url().toLocalFile() in told[0]
