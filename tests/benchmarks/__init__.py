"""Speed, shown as ratios measured in one run against a limit or a peer: `python -m tests.benchmarks`."""
