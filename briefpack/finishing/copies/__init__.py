"""Numbered copies: an edition is made ready once, and each copy of it stamped."""
