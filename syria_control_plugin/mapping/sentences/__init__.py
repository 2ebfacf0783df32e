"""What is known of corridors in sentences and pages."""
