"""Reporting: what was found in a finished PDF, told to people and to machines.

One value, a `Report`, is shown on a terminal, as a page of HTML, as JSON and as SARIF. Nothing here
judges; `filed` writes what was asked for, and pictures of the pages with the findings drawn on.
"""

from briefpack.reporting.filing import Taken, filed, pictured
from briefpack.reporting.report import Entry, File, Leaf, Report, of_content, reported

__all__ = [
    "Entry",
    "File",
    "Leaf",
    "Report",
    "Taken",
    "filed",
    "of_content",
    "pictured",
    "reported",
]
