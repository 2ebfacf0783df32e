"""The dialog that imports control maps."""
