"""Finds enum values without their enum, which Qt 6 requires: `Qt.AlignLeft` for `Qt.AlignmentFlag.AlignLeft`.

`scoped_enums.py FOLDER...` imports QGIS, looks up every dotted name that starts with one of its classes, and fails if
it finds such a value.
"""

import ast
import importlib
import sys
from pathlib import Path

MODULES = [f"qgis.{name}" for name in ("core", "gui", "analysis")]
MODULES += [f"qgis.PyQt.Qt{name}" for name in ("Core", "Gui", "Widgets", "Xml", "Network")]


def known_classes() -> dict:
    """Return the classes of QGIS and Qt by name."""
    members = [member for module in MODULES for member in vars(importlib.import_module(module)).items()]
    return {name: value for name, value in members if isinstance(value, type)}


def is_enum(value: object) -> bool:
    """Return whether `value` is an enum class, of sip or of Python."""
    return type(value).__name__ in ("enumtype", "EnumMeta", "EnumType")


def full_name(dotted: list, classes: dict) -> str:
    """Return the full name of an enum value that `dotted` names without its enum; "" for any other name."""
    if dotted[0] not in classes:
        return ""
    value = classes[dotted[0]]
    for depth, part in enumerate(dotted[1:], 1):
        owner, value = value, getattr(value, part, None)
        if is_enum(type(value)) and not is_enum(owner):
            return ".".join([*dotted[:depth], type(value).__name__, part])
    return ""


def dotted_names(tree: ast.AST) -> list:
    """Return every `a.b.c` in the tree as (line, ["a", "b", "c"])."""
    names = []
    for node in ast.walk(tree):
        parts, line = [], getattr(node, "lineno", 0)
        while isinstance(node, ast.Attribute):
            parts.insert(0, node.attr)
            node = node.value
        if parts and isinstance(node, ast.Name):
            names.append((line, [node.id, *parts]))
    return names


if __name__ == "__main__":
    known = known_classes()
    findings = {
        f"{path}:{line}: {'.'.join(dotted)} should be {scoped}"
        for folder in sys.argv[1:]
        for path in Path(folder).rglob("*.py")
        for line, dotted in dotted_names(ast.parse(path.read_text(encoding="utf-8")))
        if (scoped := full_name(dotted, known))
    }
    print(*sorted(findings), sep="\n", end="\n" if findings else "")
    sys.exit(bool(findings))
