"""Finishing: what makes an edition of painted pages."""
