"""The list of hostile inputs names tests that are there, each line at least one, and all that are called hostile."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
LINES = [
    line for line in (TESTS / "qgis" / "hostile_inputs.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| input ")
]  # fmt: skip
NAMED = {tuple(name.split("::")) for line in LINES for name in re.findall(r"`([\w/.]+::\w+)`", line)}
# What holds up the others, or shows the same once more.
UNLISTED = {
    ("qgis/test_fuzz_readers.py", "test_whole_files_are_read"),
    ("qgis/sources/test_hostile_rows.py", "test_dates_that_are_dates_are_found"),
    ("qgis/sources/test_hostile_rows.py", "test_gdal_is_quiet_about_rows_that_are_told"),
    ("qgis/sources/test_hostile_cases.py", "test_areas_that_are_no_numbers_count_as_none"),
}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.split("|")[1].strip()[:40])
def test_each_line_names_tests_that_are_there(line):
    found = re.findall(r"`([\w/.]+)::(\w+)`", line)
    assert found
    for file, test in found:
        assert f"def {test}(" in (TESTS / file).read_text(encoding="utf-8"), f"{file}::{test}"


def test_no_test_of_hostile_input_is_missing_from_the_list():
    own = [path for path in TESTS.rglob("test_*.py") if path.name.startswith(("test_hostile_", "test_fuzz_"))]
    tests = {
        (path.relative_to(TESTS).as_posix(), name)
        for path in own
        if path != Path(__file__)
        for name in re.findall(r"^def (test_\w+)\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert tests
    assert tests - NAMED - UNLISTED == set()
