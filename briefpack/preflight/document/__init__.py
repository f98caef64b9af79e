"""Checks of the document: what its readers, their devices and the mail make of it."""
