"""Citing by a style of the Citation Style Language (CSL 1.0), through the library citeproc-py.

`style` mends what the library gets wrong, `engine` lets it work, `clerk` keeps the citations of a
brief. Nothing here is imported where a brief keeps the house's own numbers.
"""
