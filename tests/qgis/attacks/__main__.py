"""Tries all attacks and prints a table: ``python -m tests.qgis.attacks [PATTERN] [--strace] [--json FILE]``.

PATTERN is searched in ``group:attack/entry``. ``--strace``: a record of system calls proves that no file outside the
folders of the attack is written, and that nothing else on the network is asked; it takes strace.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import corpus
from .running import Result, has_cases, make_base_case, run_group


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.qgis.attacks", description=__doc__.partition("\n")[0])
    parser.add_argument("pattern", nargs="?", default="", help="regular expression for group:attack/entry")
    parser.add_argument("--strace", action="store_true", help="record system calls")
    parser.add_argument("--json", type=Path, help="write the results to this file too")
    parser.add_argument("--side-by-side", type=int, default=2, metavar="N", help="groups at a time")
    given = parser.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="attacks-") as folder:
        results = run_all(Path(folder), given.pattern, given.strace, given.side_by_side)
    print(table(results))
    faults = [result for result in results if result.faults]
    entries = {result.entry for result in results}
    attacks = {result.attack for result in results}
    print(
        f"\n{len(attacks)} attacks at {len(entries)} entries: {len(results)} runs, of which {len(faults)} did what "
        f"they must not; {time.monotonic() - start:.0f} s."
    )
    if given.json:
        given.json.write_text(json.dumps([result.to_dict() for result in results], indent=1), encoding="utf-8")
    return 1 if faults else 0


def run_all(root: Path, pattern: str = "", has_trace: bool = False, side_by_side: int = 2) -> list[Result]:
    groups = [
        name
        for name, attacks in corpus.GROUPS.items()
        if any(re.search(pattern, f"{name}:{each.id}/{entry}") for each in attacks for entry in each.entries)
    ]
    case = make_base_case(root / "base") if any(map(has_cases, groups)) else None
    with ThreadPoolExecutor(side_by_side) as pool:
        runs = [pool.submit(run_group, name, root / name, case, has_trace, pattern, _show) for name in groups]
        return [result for run in runs for result in run.result()]


def _show(result: Result) -> None:
    line = f"{result.seconds:5.1f} s {result.attack}/{result.entry}: {result.outcome} {len(result.faults) or ''}"
    print(line[:200], file=sys.stderr, flush=True)


def table(results: list[Result]) -> str:
    """The results as a table of Markdown: attack × entry → what happened."""
    lines = ["| attack | entry | what happened | s | MB | what must not have |", "|---|---|---|---|---|---|"]
    for result in results:
        faults = "<br>".join(_cell(fault) for fault in result.faults[:4]) + ("<br>…" if len(result.faults) > 4 else "")
        head = f"`{result.attack}` {_cell(result.title)} | {result.entry} | {_cell(result.outcome)}"
        lines.append(f"| {head} | {result.seconds:.1f} | {result.megabytes:.0f} | {faults} |")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())[:160]


if __name__ == "__main__":
    sys.exit(main())
