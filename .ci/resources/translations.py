"""Updates the translations: `translations.py` collects the plugin's texts into each .ts file and compiles its .qm file.

The texts are the literals in tr("…"), tr_ltr("…"), tr_n("one", "many", …), tr_noop("…") and Message("…"), the class
attributes that describe algorithms, and the texts of shipped models, themes and factions. A translation is kept as long
as its text exists. A text without one is marked "unfinished" in the .ts: translate it there (for example in Qt
Linguist), then run this again. The .qm is kept with the sources, so that packaging and linking do not need Qt's tools.
"""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "syria_control_plugin"
FOLDER = PACKAGE / "resources" / "translations"
CONTEXT = "SyriaControl"
LATER = {"TITLE", "GROUP", "HELP", "TAGS"}  # attributes that ControlAlgorithm translates when QGIS needs them
RELEASE = ("lrelease", "/usr/lib/qt6/bin/lrelease", "pyside6-lrelease")


@dataclass
class Message:
    """A text with the files that contain it; `one` is the form for the number 1 of a text with a count."""

    text: str
    one: str = ""
    files: list[str] = field(default_factory=list)


def messages(package: Path = PACKAGE) -> dict[str, Message]:
    """Return all messages by text. Raises ValueError if a text has a count in one place and not in another."""
    by_text: dict[str, Message] = {}
    for path in sorted(package.rglob("*.py")):
        for text, one in _texts_in(ast.parse(path.read_text(encoding="utf-8"))):
            _add(by_text, text, one, path.relative_to(package.parent).as_posix())
    resources = package / "resources"
    for path in (*sorted((resources / "themes").glob("*.json")), resources / "factions.json"):
        for text in _labels_in(json.loads(path.read_text(encoding="utf-8"))):
            _add(by_text, text, "", path.relative_to(package.parent).as_posix())
    for path in sorted((resources / "models").glob("*.model3")):
        for text in _texts_in_model(ET.parse(path).getroot()):  # noqa: S314 - a file of our own
            _add(by_text, text, "", path.relative_to(package.parent).as_posix())
    return by_text


def read(path: Path) -> dict[str, list[str]]:
    """Return text → its translation, or its plural forms; unfinished ones are left out."""
    known = {}
    for message in ET.parse(path).iter("message"):  # noqa: S314 - a file of our own
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None:
            forms = [form.text or "" for form in translation.iter("numerusform")]
            known[message.findtext("source", "")] = forms or [translation.text or ""]
    return known


def write(path: Path, language: str, texts: dict[str, Message], known: dict[str, list[str]]) -> None:
    """Write a .ts file of all texts with the known translations."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, message in sorted(texts.items(), key=lambda item: (item[1].files[0], item[0])):
        entry = ET.SubElement(context, "message", **({"numerus": "yes"} if message.one else {}))
        for file in message.files:
            ET.SubElement(entry, "location", filename=file)
        ET.SubElement(entry, "source").text = text
        if message.one:
            ET.SubElement(entry, "extracomment").text = f"For 1: {message.one}"
        forms = known.get(text, [])
        translation = ET.SubElement(entry, "translation", **({} if all(forms) and forms else {"type": "unfinished"}))
        if message.one:
            for form in forms or [""]:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = "".join(forms)
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def update(path: Path) -> int:
    """Collect the texts into a .ts file and compile its .qm; return the number of texts without a translation."""
    texts, known = messages(), read(path) if path.exists() else {}
    write(path, path.stem.rpartition("_")[2], texts, known)
    tool = next((program for name in RELEASE if (program := shutil.which(name))), None)
    if tool is None:
        sys.exit("translations: lrelease is needed: apt install qttools5-dev-tools, or pip install pyside6-essentials")
    subprocess.run([tool, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)
    return sum(text not in known for text in texts)


def _texts_in(tree: ast.AST):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            given = [each.value if _is_text(each) else "" for each in node.args]
            if node.func.id in ("tr", "tr_ltr", "tr_noop", "Message") and given[0]:
                yield given[0], ""
            elif node.func.id == "tr_n" and given[0] and given[1]:
                yield given[1], given[0]
        elif isinstance(node, ast.ClassDef):
            for line in node.body:
                if isinstance(line, ast.Assign) and {getattr(name, "id", "") for name in line.targets} & LATER:
                    yield from ((each.value, "") for each in ast.walk(line.value) if _is_text(each) and each.value)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _labels_in(record) -> list[str]:
    """Return the visible texts of a theme (its name and labels) or of the list of factions (their names)."""
    if isinstance(record, list):
        return [faction["name"] for faction in record]
    return [record["name"], *(entry["label"] for entry in (*record["classes"], record["contested"]))]


def _texts_in_model(root: ET.Element) -> list[str]:
    """Return the help texts and the titles of the inputs and outputs."""
    options = [*root.iterfind("./Option[@name='help']/Option")]
    options += root.iterfind("./Option[@name='parameterDefinitions']/Option/Option[@name='description']")
    return [option.get("value") for option in options if option.get("value")]


def _add(by_text: dict[str, Message], text: str, one: str, file: str) -> None:
    message = by_text.setdefault(text, Message(text, one))
    if message.one != one:
        raise ValueError(f"{file}: {text!r} has a count here but not elsewhere, or two forms for 1.")
    if file not in message.files:
        message.files.append(file)


if __name__ == "__main__":
    for ts in sorted(FOLDER.glob("*.ts")):
        print(f"{ts.relative_to(ROOT)}: {update(ts)} texts without a translation")
