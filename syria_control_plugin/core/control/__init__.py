"""Who held which ground when: control series, and what can be told from them alone."""
