"""The page on a search for corridors: with what it was searched, what was found, and what was left out."""

from __future__ import annotations

import html

from ...core.corridors.findings import CorridorOptions, Findings
from ...translation import tr, tr_n
from .sentence_words import reach, setting


def corridor_page(title: str, found: Findings, sentences: list[str], notes: list[str]) -> str:
    """An HTML page; all that comes from data is escaped."""
    sections = [
        (tr("Settings"), "ul", setting_words(found.options)),
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


def setting_words(options: CorridorOptions) -> list[str]:
    """What a search goes by, by the names that its settings have in the panel."""
    evidence, km = options.evidence, tr("{} km")
    days_after = setting(options.days_after) + tr_n(" day", " days", options.days_after)
    named = (
        (tr("Clash within"), reach(evidence.distance_km, evidence.days)),
        (tr("Covered within"), reach(evidence.coverage_km, evidence.coverage_days)),
        (tr("Borders off by"), km.format(setting(options.uncertainty_km))),
        (tr("Area's width"), km.format(setting(options.width_km))),
        (tr("Taken within"), days_after),
        (tr("Least length"), km.format(setting(options.min_length_km))),
        (tr("Inferred: apart by"), km.format(setting(options.tolerance_km))),
        (tr("Inferred: detours"), setting(options.alternative_factor) + tr(" times")),
    )
    lines = [tr("{}: {}").format(name, value) for name, value in named]
    return [*lines, *([tr("Strikes count as clashes")] if evidence.counts_strikes else [])]
