"""Import of dated control maps and of reports on places into a case."""
