"""Calibration: what every check catches, what it misses, and where it cries wolf."""
