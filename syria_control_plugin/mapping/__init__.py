"""Core types and cases as QGIS shows them: layers, styles, temporal properties, layouts. No widgets."""
