"""What the repository says of itself is true."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


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
