"""Text about corridors: sentences, figures, reports."""
