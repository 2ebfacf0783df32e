"""The plugin's words in the user's language. A leaf: it imports nothing of the plugin."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


def tr(text: str) -> str:
    return QCoreApplication.translate("SyriaControl", text)
