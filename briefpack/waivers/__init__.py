"""Waivers: what an author lets stand, in one place of the content and with a reason.

In YAML a waiver is a comment, in Markdown the one comment that there is:

    title: Trains to Baden Baden  # waive doubled-word: the town is called so

    <!-- waive long-sentence: the treaty's own words -->
    The exploration and use of outer space shall be carried out…

What it lets stand is still told, as waived and with the reason, and stops nothing.
"""

from briefpack.waivers.applying import UNUSED, unused, waived
from briefpack.waivers.comment import RULE, Misread, read
from briefpack.waivers.firm import FIRM
from briefpack.waivers.waiver import Waiver

__all__ = ["FIRM", "RULE", "UNUSED", "Misread", "Waiver", "read", "unused", "waived"]
