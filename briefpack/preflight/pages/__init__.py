"""Checks of pages: what anybody sees who holds them."""
