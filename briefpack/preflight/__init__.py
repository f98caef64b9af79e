"""Preflight: whether a finished PDF is what it claims to be."""
