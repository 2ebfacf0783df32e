"""External data in: dated files, layers and tables become core types and a case, with an import report."""
