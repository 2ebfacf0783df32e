"""The Processing toolbox: one algorithm a file. Each reads, calls the core, and writes."""
