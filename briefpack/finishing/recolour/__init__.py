"""Recolouring: every colour of a PDF rewritten in place, as an edition's inks have it."""

from briefpack.finishing.recolour.inks import RGB, CannotRecolour, Greys, Inks, Role
from briefpack.finishing.recolour.walk import recolour

__all__ = ["RGB", "CannotRecolour", "Greys", "Inks", "Role", "recolour"]
