"""The timeline, and the playback of dates."""
