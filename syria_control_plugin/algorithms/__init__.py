"""The Processing toolbox: one algorithm per file. Each reads its inputs, calls the core, and writes the results."""
