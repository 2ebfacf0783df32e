"""Animations of a map or layout: frames, legends, encoders."""
