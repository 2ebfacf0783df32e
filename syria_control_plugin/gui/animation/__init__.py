"""The dialog that exports animations."""
