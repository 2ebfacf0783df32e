"""Films of a control map: what is drawn when, and the files."""
