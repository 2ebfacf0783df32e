"""Syria Control: dated control maps in QGIS. Importing this package does not import qgis."""


def classFactory(iface):
    """Return the plugin; QGIS calls this to load it."""
    from .plugin import SyriaControlPlugin

    return SyriaControlPlugin(iface)
