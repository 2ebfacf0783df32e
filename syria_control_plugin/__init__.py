"""Syria Control: dated control maps in QGIS. Importing this package imports no qgis."""


def classFactory(iface):
    """Called by QGIS to load the plugin."""
    from .plugin import SyriaControlPlugin

    return SyriaControlPlugin(iface)
