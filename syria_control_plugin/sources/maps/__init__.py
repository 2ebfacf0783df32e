"""Dated control maps and reports on places, brought into a case."""
