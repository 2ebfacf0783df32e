"""What the repository says of itself is true: pins, continuous integration, the form for bugs, CONTRIBUTING.md."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONTRIBUTING = ROOT / ".github" / "CONTRIBUTING.md"


def text_of(path):
    return (ROOT / path).read_text(encoding="utf-8")


def pinned():
    """Tool → version of the requirements that are pinned whole."""
    lines = text_of(".ci/requirements.txt") + text_of(".ci/lint-requirements.txt")
    return dict(re.findall(r"^([\w-]+)==([\d.]+)$", lines, re.MULTILINE))


def hooks():
    """Tool → version of the hooks that come from elsewhere."""
    found = re.findall(r"repo: https://\S+/(\S+)\n\s+rev: v?(\S+)", text_of(".pre-commit-config.yaml"))
    return {re.sub("^mirrors-|-pre-commit$", "", name): version for name, version in found}


def test_hooks_have_the_versions_of_make_lint():
    assert set(hooks()) == {"ruff", "mypy", "bandit", "detect-secrets"}
    assert {name: pinned()[name] for name in hooks()} == hooks()


def test_continuous_integration_runs_what_a_developer_runs():
    workflow = text_of(".github/workflows/ci.yml")
    assert re.search(r"^ +container: debian:12$", workflow, re.MULTILINE)
    assert re.search(r"^ +run: \.ci/run$", workflow, re.MULTILINE)


def test_the_form_for_bugs_asks_what_is_needed_and_warns():
    yaml = pytest.importorskip("yaml")
    body = yaml.safe_load(text_of(".github/ISSUE_TEMPLATE/bug_report.yml"))["body"]
    needed = {field["id"] for field in body if field.get("validations", {}).get("required")}
    assert needed >= {"qgis", "plugin", "data", "steps", "expected"}
    assert "Do not attach sensitive data" in body[0]["attributes"]["value"]


class TestContributing:
    """The page names files, tests and commands that exist."""

    @pytest.fixture
    def page(self):
        return CONTRIBUTING.read_text(encoding="utf-8")

    def test_files_exist(self, page):
        named = {
            text for text in re.findall(r"[\w./-]+", page) if re.match(r"(tests|syria_control_plugin|\.ci)/", text)
        }
        assert len(named) > 30
        assert sorted(name for name in set(named) if not (ROOT / name.rstrip(".")).exists()) == []

    def test_commands_exist(self, page):
        targets = set(re.findall(r"^([a-z0-9-]+):", text_of("Makefile"), re.MULTILINE))
        named = set(re.findall(r"(?:`|^    )make ([a-z0-9-]+)", page, re.MULTILINE))
        assert len(named) > 8 and named <= targets
        only = set(re.findall(r"ONLY=([a-z_]+)", page))
        assert only and all((ROOT / ".ci" / "resources" / f"{name}.py").exists() for name in only)

    def test_names_in_a_file_are_in_it(self, page):
        named = re.findall(r"`(\w+)`\s+(?:\([^)]*\)\s+)?(?:in|to)\s+`([\w./]+\.py)`", page)
        assert len(named) > 6
        assert [(name, path) for name, path in named if not re.search(rf"\b{name}\b", text_of(path))] == []

    def test_tests_exist(self, page):
        tests = {node.name for path in (ROOT / "tests").rglob("test_*.py")
                 for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                 if isinstance(node, ast.FunctionDef)}  # fmt: skip
        assert set(re.findall(r"`(test_\w+)`", page)) <= tests
