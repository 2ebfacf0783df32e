"""The timeline, and the playing of dates."""
