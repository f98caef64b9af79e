"""Timings: whole processes, interleaved, as ratios with their spread. Run by `make bench`."""
