"""The page on a search for corridors: with what it was searched, what was found, and what was left out."""

from __future__ import annotations

import html
from dataclasses import asdict

from ...core.corridors.findings import Findings
from ...translation import tr


def corridor_page(title: str, found: Findings, sentences: list[str], notes: list[str]) -> str:
    """An HTML page; all that comes from data is escaped."""
    options = asdict(found.options)
    evidence = options.pop("evidence")
    sections = [
        (tr("Settings"), "ul", [f"{name}: {value}" for name, value in {**evidence, **options}.items()]),
        (tr("Event data"), "ul", [*found.events.sources] or [tr("none")]),
        (tr("Left out"), "ul", notes or [tr("nothing")]),
        (tr("Corridors"), "ol", sentences),
    ]
    body = "".join(
        f"<h2>{html.escape(heading)}</h2><{kind}>{''.join(f'<li>{html.escape(line)}</li>' for line in lines)}</{kind}>"
        for heading, kind, lines in sections
    )
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>"
        f"<h1>{html.escape(title)}</h1>{body}</body></html>"
    )
