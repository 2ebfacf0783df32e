"""Control series (which faction held which territory when), and what is derived from them alone."""
