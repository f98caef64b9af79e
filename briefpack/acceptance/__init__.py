"""Acceptance: a PDF from anywhere is judged before it goes on, whatever state it is in.

The file is read in a process of its own, since a broken or a hostile one may end the libraries that
read it, keep them for ever, or eat all memory: of that the report tells, like of any other fault.
"""

from briefpack.acceptance.accepting import Unreadable, accepted
from briefpack.acceptance.purposes import GROUPS

__all__ = ["GROUPS", "Unreadable", "accepted"]
