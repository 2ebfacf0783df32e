"""Measures of the package's structure, for one checkout or several side by side: ``measures.py [CHECKOUT...]``.

Without an argument it measures the checkout that it is in. It reads the code and imports nothing of it, so that it
works on any earlier or later state of the package. ``measures.py --list [CHECKOUT]`` names what the measures count.
"""

from __future__ import annotations

import ast
import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

NAME = "syria_control_plugin"
TYPED = ("core", "case")
FEW = 4  # positional arguments that a reader can still tell apart

_QUOTED = re.compile(r"``([^`\n]+)``|(?<!`)`([^`\n]+)`(?!`)")
_DOTTED = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*(?=$|\()")
_PATH = re.compile(r"\.?[\w/]+/\w+\.py|\w+\.py")
_SENTENCE_PATH = re.compile(r"(?<![\w/.`])\.?\w+(?:/\w+)+\.py\b")


class Checkout:
    """The package of one checkout, parsed."""

    def __init__(self, root: Path):
        self.root = root
        self.package = root / NAME
        self.files = sorted(self.package.rglob("*.py"))
        self.sources = {path: path.read_text(encoding="utf-8") for path in self.files}
        self.trees = {path: ast.parse(source, str(path)) for path, source in self.sources.items()}
        self.names = {dotted(path.relative_to(root)): path for path in self.files}

    @property
    def modules(self) -> list[Path]:
        """The files but those that only make a folder a package."""
        return [path for path in self.files if path.name != "__init__.py"]

    @cached_property
    def lines(self) -> dict[Path, int]:
        return {path: len(source.splitlines()) for path, source in self.sources.items()}

    @cached_property
    def imports(self) -> dict[Path, set[Path]]:
        """File → the files of the package that it imports."""
        found = {}
        for path in self.files:
            names = (self.names.get(name) or self.names.get(name.rpartition(".")[0]) for name in self.imported(path))
            found[path] = {each for each in names if each is not None and each != path}
        return found

    def imported(self, path: Path) -> set[str]:
        """Absolute dotted names of all that a file imports: ``from a.b import c`` gives ``a.b.c``."""
        names = set()
        for node in ast.walk(self.trees[path]):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                here = path.relative_to(self.root).parent.parts
                base = [*here[: len(here) - node.level + 1]] if node.level else []
                base += node.module.split(".") if node.module else []
                names.update(".".join([*base, alias.name]) for alias in node.names)
        return names

    def label(self, path: Path) -> str:
        return path.relative_to(self.package).as_posix()


def dotted(path: Path) -> str:
    """Return the dotted name of the module in a file."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def circles(checkout: Checkout) -> list[list[str]]:
    """Return the groups of modules and folders of one folder that import each other, at any depth; sorted."""
    pairs: dict[str, set[tuple[str, str]]] = {}
    for importer, imported in checkout.imports.items():
        for other in imported:
            one, two = (path.relative_to(checkout.root).with_suffix("").parts for path in (importer, other))
            depth = next(i for i, (a, b) in enumerate(zip((*one, ""), (*two, ""))) if a != b)
            if depth < min(len(one), len(two)) and "__init__" not in (one[depth], two[depth]):
                pairs.setdefault("/".join(one[:depth]), set()).add((one[depth], two[depth]))
    return circles_of(pairs)


def circles_of(imports: dict[str, set[tuple[str, str]]]) -> list[list[str]]:
    """Return the groups of names that import each other, directly or through others; folder → (importer, imported)."""
    found = []
    for pairs in imports.values():
        reach = {name: {b for a, b in pairs if a == name} for pair in pairs for name in pair}
        for middle in reach:  # Warshall
            for name in reach:
                if middle in reach[name]:
                    reach[name] = reach[name] | reach[middle]
        groups = {frozenset(other for other in reach[name] if name in reach[other]) for name in reach}
        found += [sorted(group) for group in groups if group]
    return sorted(found)


def module_references(checkout: Checkout) -> list[tuple[Path, int, str, bool]]:
    """Return (file, line, text, whether it resolves) of each reference to a module in a docstring.

    A reference is the path of a Python file, a dotted name that begins at the package or a module, or one word of two
    or more parts (``grid_index``) in backquotes that is a module or nothing else in the code.
    """
    known = _Known(checkout)
    return [
        (path, line, text, resolves)
        for path, tree in checkout.trees.items()
        for line, docstring in docstrings(tree)
        for text, resolves in references_in(docstring, known)
    ]


def references_in(docstring: str, known: _Known) -> Iterator[tuple[str, bool]]:
    """Yield (text, whether it resolves) of each reference to a module in a docstring."""
    quoted = ["".join(match) for match in _QUOTED.findall(docstring)]
    for text in [*quoted, *_SENTENCE_PATH.findall(docstring)]:
        if _PATH.fullmatch(text):
            yield text, known.has_path(text)
        elif match := _DOTTED.match(text):
            name = match.group()
            if (resolves := known.resolve(name)) is not None:
                yield name, resolves


class _Known:
    """What names in docstrings can refer to."""

    def __init__(self, checkout: Checkout):
        self._checkout = checkout
        self._modules = {name.partition(".")[2]: path for name, path in checkout.names.items() if "." in name}
        self._stems: dict[str, list[Path]] = {}
        for name, path in self._modules.items():
            self._stems.setdefault(name.rpartition(".")[2], []).append(path)
        self._defined = {path: set(_defined(tree)) for path, tree in checkout.trees.items()}
        self._words = set().union(*(set(_words(tree)) for tree in checkout.trees.values()))

    def has_path(self, text: str) -> bool:
        """Whether a path of a file, from the checkout, the package or below, exists."""
        bases = (self._checkout.root, self._checkout.package)
        if any((base / text).is_file() for base in bases):
            return True
        return any(path.as_posix().endswith(f"/{text}") for path in self._checkout.files)

    def resolve(self, name: str) -> bool | None:
        """Return whether a dotted name exists; None if it is no reference to a module."""
        name = name.removeprefix(f"{NAME}.")
        first, _, rest = name.partition(".")
        if not rest:
            if first in self._stems:
                return True
            return False if "_" in first.strip("_") and first not in self._words else None
        if first in self._stems and first not in self._modules:  # a module by its name alone, or a variable
            if any(self._has(path, rest) for path in self._stems[first]):
                return True
            return None if rest.partition(".")[0] in self._words else False
        if first not in self._modules:
            return None
        parts = name.split(".")
        for end in range(len(parts), 0, -1):
            path = self._modules.get(".".join(parts[:end]))
            if path is not None:
                return end == len(parts) or (path.name != "__init__.py" and self._has(path, ".".join(parts[end:])))
        return False

    def _has(self, path: Path, rest: str) -> bool:
        return rest.partition(".")[0] in self._defined[path]


def docstrings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of each docstring."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            text = ast.get_docstring(node, clean=False)
            if text:
                yield node.body[0].lineno, text


def _defined(tree: ast.Module) -> Iterator[str]:
    """Yield the names at the top of a module, imported ones too."""
    for node in tree.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            yield node.name
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (alias.asname or alias.name for alias in node.names)
        else:
            yield from (each.id for each in ast.walk(node) if isinstance(each, ast.Name))


def _words(tree: ast.Module) -> Iterator[str]:
    """Yield each word of the code outside docstrings: names of all kinds, and the words of its texts."""
    ignored = {id(node.body[0].value) for node in ast.walk(tree) if getattr(node, "body", None)
               and isinstance(node.body, list) and isinstance(node.body[0], ast.Expr)}  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in ignored:
            yield from re.findall(r"\w+", node.value)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (part for alias in node.names for part in alias.name.split("."))
        else:
            yield from (value for _, value in ast.iter_fields(node) if isinstance(value, str))


def positional_calls(checkout: Checkout) -> list[tuple[Path, int, str]]:
    """Return (file, line, type) of each call that gives a dataclass of the package more than FEW values by position."""
    dataclasses = {node.name for tree in checkout.trees.values() for node in ast.walk(tree) if _is_dataclass(node)}
    return [
        (path, node.lineno, node.func.id)
        for path, tree in checkout.trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in dataclasses
        and (len(node.args) > FEW or any(isinstance(each, ast.Starred) for each in node.args))
    ]  # fmt: skip


def _is_dataclass(node: ast.AST) -> bool:
    if not isinstance(node, ast.ClassDef):
        return False
    decorators = (each.func if isinstance(each, ast.Call) else each for each in node.decorator_list)
    return any("dataclass" in (getattr(each, "id", ""), getattr(each, "attr", "")) for each in decorators)


def untyped_parameters(checkout: Checkout) -> list[tuple[Path, int, str]]:
    """Return (file, line, name) of each parameter in TYPED folders without an annotation."""
    found = []
    for path in checkout.files:
        if checkout.label(path).partition("/")[0] in TYPED:
            for node in ast.walk(checkout.trees[path]):
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    given = node.args
                    each = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
                    found += [(path, arg.lineno, arg.arg) for arg in each
                              if arg and not arg.annotation and arg.arg not in ("self", "cls")]  # fmt: skip
    return found


def lone_neighbours(checkout: Checkout) -> list[Path]:
    """Return the modules that one file imports, which lies in the same folder."""
    importers: dict[Path, set[Path]] = {}
    for path, imported in checkout.imports.items():
        for other in imported:
            importers.setdefault(other, set()).add(path)
    alone = ((path, each) for path, each in importers.items() if path.name != "__init__.py" and len(each) == 1)
    return sorted(path for path, (only,) in alone if only.parent == path.parent)


def measures(checkout: Checkout) -> dict[str, str]:
    """Return name → value of all measures, in the order in which they are shown."""
    sizes = {path: checkout.lines[path] for path in checkout.modules}
    largest = max(sizes, key=lambda path: sizes[path])
    references = module_references(checkout)
    untyped = untyped_parameters(checkout)
    return {
        "modules (without __init__.py)": f"{len(sizes)}",
        "median module (lines)": f"{statistics.median(sizes.values()):g}",
        "largest module (lines)": f"{sizes[largest]} {checkout.label(largest)}",
        "lines of the package": f"{sum(checkout.lines.values())}",
        "package circles at any depth": f"{len(circles(checkout))}",
        "module references in docstrings": f"{len(references)}",
        "  of these unresolved": f"{sum(not resolves for *_, resolves in references)}",
        f"calls of dataclasses with over {FEW} values by position": f"{len(positional_calls(checkout))}",
        "untyped parameters in core/ and case/": f"{len(untyped)}",
        "files imported by one neighbour only": f"{len(lone_neighbours(checkout))}",
    }


def details(checkout: Checkout) -> Iterator[str]:
    """Yield a line for each thing that the measures count."""
    yield from (f"circle: {', '.join(names)}" for names in circles(checkout))
    for path, line, text, resolves in module_references(checkout):
        if not resolves:
            yield f"unresolved: {checkout.label(path)}:{line}: {text}"
    yield from (f"positional: {checkout.label(path)}:{line}: {name}" for path, line, name in positional_calls(checkout))
    untyped = Counter(checkout.label(path) for path, *_ in untyped_parameters(checkout))
    yield from (f"untyped: {label}: {count}" for label, count in sorted(untyped.items()))
    yield from (f"one neighbour: {checkout.label(path)}" for path in lone_neighbours(checkout))


def main(arguments: list[str]) -> int:
    """Print the measures of each checkout given."""
    roots = [Path(each).resolve() for each in arguments if each != "--list"] or [Path(__file__).resolve().parent.parent]
    for root in roots:
        if not (root / NAME).is_dir():
            print(f"measures: {root} has no folder {NAME}", file=sys.stderr)
            return 2
    checkouts = [Checkout(root) for root in roots]
    if "--list" in arguments:
        for checkout in checkouts:
            print(*details(checkout), sep="\n")
        return 0
    columns = [measures(checkout) for checkout in checkouts]
    rows = [["", *(root.name for root in roots)], *([name, *(each[name] for each in columns)] for name in columns[0])]
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
