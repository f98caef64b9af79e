"""Shades: which colours of a rendered page lie side by side, and how well they are told apart."""
