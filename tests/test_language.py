"""The English that users read is plain technical English: forbidden patterns, each with its reason and an example.

Checked are the texts of the plugin (panel, toolbox, prints, errors, models, themes), the notes of the sample,
the pages of the user guide, and the documents: README, changelog, metadata, the README files in the resources.
"""

import csv
import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.ci_scripts import ci_script

ROOT = Path(__file__).resolve().parents[1]
CI = ROOT / ".ci"
RESOURCES = ROOT / "syria_control_plugin" / "resources"
DOCUMENTS = (
    ROOT / "README.md", ROOT / "CHANGELOG.md", RESOURCES / "sample" / "README.md",
    RESOURCES / "translations" / "README.md",
)  # fmt: skip
SAMPLE_COLUMNS = ("note", "waypoint_basis")
METADATA = ("description", "about", "tags", "changelog")
NOT_PROSE = {"pre", "code", "kbd", "style", "nav"}  # of a page
INLINE = {"a", "b", "i", "em", "strong", "code", "kbd", "span"}


class Rule(NamedTuple):
    """A forbidden pattern, the reason, and an example of what it matches with its correction."""

    pattern: str
    reason: str
    wrong: str
    right: str


RULES = (
    # Verbs and nouns with a technical term for each of their meanings
    Rule(r"\b(tell|tells|told|telling)\b", "report, contain, show or distinguish",
         "The panel tells what changed.", "The panel shows the changes."),
    Rule(r"\b(say|says|said|saying)\b", "report, state, contain or show",
         "its log.txt says why", "its log.txt contains the reason"),
    Rule(r"\b[Gg]rounds?\b", "territory; background",
         "Ground that changed hands", "Territory that changed hands"),
    Rule(r"\b[Ff]ilms?(ed|ing)?\b", "animation; export",
         "Make a film", "Export animation"),
    Rule(r"\b[Hh]oles?\b", "gap between dates",
         "overlaps, slivers and date holes", "overlaps, slivers and gaps between dates"),
    Rule(r"\b[Ww]ays?\b", "route, path or manner",
         "The shortest way to the gain", "The shortest route to the gain"),
    Rule(r"\b[Ww]ords?\b", "label or text",
         "Change the words", "Edit the label"),
    Rule(r"\b[Ll]ooks?\b", "style or theme; check",
         "choose a look", "choose a theme"),
    Rule(r"\b[Ff]igures?\b", "number, area or statistics",
         "How to read the figures", "How to read the statistics"),
    Rule(r"\b[Dd]igests?\b", "statistics or hash",
         "if its digest is known", "if its hash is known"),
    Rule(r"\b[Mm]end(s|ed|ing)?\b", "fix, correct or repair",
         "Run it again after mending it.", "Run it again after fixing the problem."),
    Rule(r"\b[Gg]uess(es|ed|ing)?\b", "detect, detection",
         "the guess is shown", "the detected setting is shown"),
    Rule(r"\b[Jj]udg(e|es|ed|ing)\b", "assess",
         "Each source is judged by itself.", "Each source is assessed separately."),
    Rule(r"\b[Dd]educ(e|es|ed)\b", "infer",
         "It is deduced from the maps.", "It is inferred from the maps."),
    Rule(r"\bworked out\b", "computed, or set by an expression",
         "The distance is worked out.", "The distance is set by an expression."),
    Rule(r"\bbr(eaks?|oke) off\b|\bcut off\b", "interrupted, failed, truncated, isolated",
         "An import that is cut off", "An import that is interrupted"),
    Rule(r"\b([Ii]ts|[Tt]he|[Aa]|file|name's) endings?\b", "file extension",
         "The ending decides.", "The file extension sets the format."),
    Rule(r"\b[Ff]aults? (of|in)\b", "error or bug",
         "a fault of the map", "an error of the map"),
    Rule(r"\b[Ll]east (length|size|distance|width)\b", "minimum",
         "Least length", "Minimum length"),
    Rule(r"\blon/lat\b", "longitude and latitude",
         "lon/lat is tried", "read as longitude and latitude"),
    Rule(r"\blead(s|ing)? out\b", "point or reach outside",
         "a link that leads out of the folder", "a link that points outside the folder"),
    Rule(r"\boff the (map|mapped|globe)\b", "outside the mapped area, out of range",
         "Movements off the map", "Movements outside the mapped area"),
    Rule(r"\b([Ss]ome|[Aa]ny)(body|one)\b", "name the person or faction, or use the passive",
         "published by somebody", "published"),
    Rule(r"\b[Nn]obody's\b", "held by nobody",
         "It is nobody's.", "Nobody holds it."),
    # Constructions that are a translation
    Rule(r"(?<![Tt]here )\b(is|are|was|were) no\b(?! longer)", "is not a …",
         "The difference is no change of control.", "The difference is not a change of control."),
    Rule(r"\b[Ss]o (many|much|long|far|often|near)\b", "state the number or the limit",
         "Every so many hours", "Every N hours"),
    Rule(r"\b[Nn]o more\b(?! than)", "no longer; ended",
         "The row holds no more on that day.", "The end date is exclusive."),
    Rule(r"\b(is|are) (all )?there\b(?! (a|an|any|no)\b)", "exists, is available",
         "The panel and the menu are there now.", "The panel and the menu are available now."),
    Rule(r"\bgo(es)? (in|on on|to and fro)\b", "imported, continued, repeatedly",
         "Rows that go in: 3", "Rows to import: 3"),
    Rule(r"\b[Oo]f (which|whatever|whose|whom)\b", "with …, of any …",
         "events of whatever parties", "events of any parties"),
    Rule(r"\b[Ww]ho(m)?ever\b|\b[Ww]hatever\b", "any, all, regardless of",
         "Whatever you import is kept.", "All imported data is stored."),
    Rule(r"(^|[.;:] )Of (each|a|an|all|the|these|it|such|what)\b", "begin with the subject",
         "Of each source the last map counts.", "The last map of each source counts."),
    Rule(r"(^|[.;:] )Where\b(?! to\b)", "If …",
         "Where Shapely is missing, install it.", "If Shapely is missing, install it."),
    Rule(r"\bwhere (it|that|none|they|there|no|a|two|some|any|nothing)\b", "if …",
         "A legend is drawn where there is room.", "A legend is drawn if it fits."),
    Rule(r"(?<!thing )\b[Ee]lse\b", "otherwise; if unchecked",
         "Else the end is exclusive.", "If unchecked, the end is exclusive."),
    Rule(r"\b[Oo]f (its|their|his|your) own\b(?!\.)", "separate, custom",
         "a process of its own reads the file", "a separate process reads the file"),
    Rule(r"\b[Oo]f (itself|themselves)\b|\b[Bb]y themselves\b", "the file property; separately",
         "what the file says of itself", "a property of the file"),
    Rule(r"\b[Tt]he one of\b|\b[Tt]hose of whom\b", "repeat the noun",
         "the one of the same source", "the map of the same source"),
    Rule(r"\bin one another\b|\banew\b|\bany more\b|\bafar\b|\bof late\b", "nested, again, no longer, remote",
         "The layer is drawn anew.", "The layer is drawn again."),
    Rule(r"\b(told|kept|listed|counted|stored|judged|assessed) apart\b|\bstay apart\b", "separately; distinct",
         "Strikes are listed apart.", "Strikes are listed separately."),
    Rule(r"\bas (it|they) (comes?|was|were)\b|\bstays? as (it|they)\b", "unchanged, in the original form",
         "The case stays as it is.", "The case is not changed."),
    Rule(r"\b[Ww]hat bec(omes|ame) of\b|\bmakes? of (it|them|the)\b", "the result",
         "What becomes of it", "Result"),
    Rule(r"\b(can be|is) said (of|about)\b|\b[Nn]othing can be\b(?! imported)", "cannot be assessed",
         "Of clashes nothing can be said.", "Clashes cannot be assessed."),
    Rule(r"\bno report of absence\b", "does not mean that none took place",
         "It is stated, but no report of absence.", "This does not mean that none took place."),
    Rule(r"\b([Nn]oted|[Ss]tands?) (above|there|for)\b|\bstand in\b", "is replaced by, represents",
         "{date} stands for the date.", "{date} is replaced by the date."),
    Rule(r"\b[Ii]n all[.,;:)]|, in all\b", "in total",
         "five maps, in all", "five maps in total"),
    Rule(r"\b[Ss]ome \d", "about",
         "some 1,000 levels", "about 1,000 levels"),
    Rule(r"\b(a|an|one) (page|sheet|file|folder|frame|row|line|map|table) an? \w+", "one page per date",
         "an atlas with a page a date", "an atlas with one page per date"),
    Rule(r"(\ds?|\{\}|\b(s|maps?|rows?|frames?|steps?|times|km|m)) an? (second|step|day|date|frame|hour|week)\b", "per",
         "10 frames a second", "10 frames per second"),
    Rule(r"(^|[.;:] )Give\b|\b[Gg]ive (both|layers|CASE|LAYERS)\b", "set, choose or enter",
         "Give both dates.", "Set both dates."),
    # Labels and their explanations
    Rule(r"^(What|Who|Whose|Whom|Which|When|How (?!to\b))[^.?!]{0,60}$", "a label is a noun phrase",
         "Who keeps ground claimed twice", "Overlap precedence"),
    Rule(r"(,| in) (km²|km|m|hours|days|pixels)$", "the unit of a label in brackets",
         "Length in km", "Length (km)"),
    Rule(r"^(As in|Such as)\b", "For example",
         "As in 2 weeks.", "For example 2 (weeks)."),
    Rule(r"(^|[.;] )Empty:", "If empty, …",
         "Empty: found by its name.", "If empty, the field is detected by name."),
    Rule(r"(?<!%)\b\w+n['’]t\b", "write it out: cannot, does not",
         "It can't be read.", "It cannot be read."),
    Rule(r"\b([Ii]t|[Tt]hat|[Tt]here|[Ww]hat|[Ww]ho|[Ll]et)['’]s\b", "write it out: it is",
         "It's not a case.", "It is not a case."),
    # British spelling
    Rule(r"(?i)\b(gr[a]y|colou?red-blind|colors?|colored|neighbor\w*|(kilo)?meters?|centers?|centered|labeled|behavior|"
         r"canceled|analyz\w+|defenses?|licenses)\b", "British spelling",
         "the color of neighboring factions", "the colour of neighbouring factions"),
    Rule(r"(?i)\b(?!(re|over)?siz|priz|seiz|horiz)\w+iz(e|es|ed|ing|ation)\b", "British spelling: -ise",
         "digitized borders", "digitised borders"),
)  # fmt: skip

# Phrases that a rule may match, and the reason. They are left out of the texts before the rules are applied.
ALLOWED = {
    "Retaken ground": "the name of a tool, a class and a defined term",
    "retaken ground": "the defined term",
    "ground combat": "the term of event data, as opposed to remote violence",
    "is not a distance in km": "an error message, not a label",
    "anyone was present": "the unknown persons are meant",
}
# Whole texts: tags by which the toolbox finds a tool, and the like.
ALLOWED_TEXTS = {
    "film": "a search tag of the animation tool",
    "hole": "a search tag of the check for gaps",
    "cut off": "a search tag of the tool for pockets",
}


class Prose(HTMLParser):
    """The blocks of text of a page, without code, keys and links at the top."""

    def __init__(self, path):
        super().__init__()
        self.blocks, self._skipped = [""], 0
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag == "img":
            self.blocks += [dict(attributes)["alt"], ""]
        elif tag in NOT_PROSE:
            self._skipped += 1
            self.blocks[-1] += "…"
        elif tag not in INLINE:
            self.blocks.append("")

    def handle_endtag(self, tag):
        if tag in NOT_PROSE:
            self._skipped -= 1
        elif tag not in INLINE:
            self.blocks.append("")

    def handle_data(self, data):
        if not self._skipped:
            self.blocks[-1] += data


def plain(text):
    """A text without placeholders, keyboard shortcuts and line breaks."""
    return " ".join(re.sub(r"\{[^}]*\}", "{}", text).replace("&", "").split())


def markdown_blocks(text):
    """Paragraphs, list items and table cells, without code, links and marks."""
    text = re.sub(r"```.*?```", "", text, flags=re.S)
    text = re.sub(r"^    .*$", "", text, flags=re.M)
    text = re.sub(r"\]\([^)]*\)|<https?://[^>]*>", "]", re.sub(r"`[^`]*`", "…", text))
    for block in re.split(r"\n\n|\n(?=- |\|)|\|", text):
        yield re.sub(r"^[-#\s]+|[*\[\]!]", "", block)


def metadata_blocks(text):
    """The values in English that are prose; further lines of a value are indented."""
    for key, value in re.findall(r"^([\w\[\]]+)=(.*(?:\n[ \t]+.*)*)", text, flags=re.M):
        if key in METADATA:
            yield from value.split("\n")


def texts():
    """(where, text) of all that is checked."""
    (script,) = CI.rglob("translations.py")
    translations = ci_script(script.relative_to(CI).with_suffix("").as_posix())
    for text, message in translations.messages().items():
        for each in filter(None, (text, message.one)):
            yield message.files[0], each
    for path in sorted((RESOURCES / "themes").glob("*.json")):
        yield path.name, json.loads(path.read_text(encoding="utf-8"))["description"]
    for path in sorted((RESOURCES / "guide").glob("*.html")):
        yield from ((path.name, html.unescape(block)) for block in Prose(path).blocks)
    for name in ("reports", "movements"):
        with (RESOURCES / "sample" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from ((f"{name}.csv", row.get(column) or "") for column in SAMPLE_COLUMNS)
    for path in DOCUMENTS:
        where = path.relative_to(ROOT).as_posix()
        yield from ((where, block) for block in markdown_blocks(path.read_text(encoding="utf-8")))
    yield from (
        ("metadata.txt", block) for block in metadata_blocks((ROOT / "metadata.txt").read_text(encoding="utf-8"))
    )


@pytest.fixture(scope="module")
def all_texts():
    """(where, text) as read."""
    return [(where, plain(text)) for where, text in texts() if text.strip()]


def without_allowed(text):
    for phrase in ALLOWED:
        text = text.replace(phrase, "…")
    return "" if text in ALLOWED_TEXTS else text


def test_all_kinds_of_texts_are_read(all_texts):
    where = {place for place, _ in all_texts}
    assert {"import.html", "README.md", "CHANGELOG.md", "metadata.txt", "print_hatch.json"} <= where
    assert any(place.endswith(".model3") for place in where) and any("algorithms/" in place for place in where)
    assert len(all_texts) > 2000


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.wrong)
def test_a_rule_matches_its_example_and_not_the_correction(rule):
    assert re.search(rule.pattern, rule.wrong)
    assert not re.search(rule.pattern, rule.right)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.wrong)
def test_no_text_matches_a_rule(rule, all_texts):
    checked = ((where, without_allowed(text)) for where, text in all_texts)
    found = [f"{where}: {text}" for where, text in checked if re.search(rule.pattern, text)]
    assert not found, f"{rule.reason}. Not: {rule.wrong} But: {rule.right}\n" + "\n".join(found)


def test_what_is_allowed_is_used_and_forbidden_otherwise(all_texts):
    """An exception that nothing needs any longer is removed."""
    for allowed in (*ALLOWED, *ALLOWED_TEXTS):
        assert any(re.search(rule.pattern, allowed) for rule in RULES), allowed
    for phrase in ALLOWED:
        assert any(phrase in text for _, text in all_texts), phrase
    for phrase in ALLOWED_TEXTS:
        assert any(phrase == text for _, text in all_texts), phrase
