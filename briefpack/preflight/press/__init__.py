"""Checks of what print shops ask of a file."""
