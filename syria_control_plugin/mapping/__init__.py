"""Core types and cases as shown in QGIS: layers, styles, temporal properties, layouts. Without widgets."""
