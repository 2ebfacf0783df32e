"""The panel's page of corridors."""
