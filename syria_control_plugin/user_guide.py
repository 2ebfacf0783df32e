"""The user guide in the plugin: pages that a browser shows without a network."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QUrl

GUIDE = Path(__file__).parent / "resources" / "guide"
START, IMPORT, ANIMATION = "index", "import", "print_and_animation"
# Group of the toolbox → page that describes its tools, each at an anchor with the tool's name.
_PAGES = {"import": IMPORT, "analysis": "changes", "corridors": "corridors", "output": ANIMATION, "models": "batch"}


def guide_url(page: str = START, place: str = "") -> QUrl:
    """Return the address of a page (its file name without extension), or of a place in it (an ``id``)."""
    url = QUrl.fromLocalFile(str(GUIDE / f"{page}.html"))
    if place:
        url.setFragment(place)
    return url


def tool_url(group: str, name: str) -> QUrl:
    """Return the address of the description of a tool; ``group`` is its id in the toolbox."""
    return guide_url(_PAGES[group], name)
