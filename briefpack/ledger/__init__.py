"""The ledger at work: how its numbers are printed, and how prose is read for what contradicts them.

`printing` says what stands for `{n launches}`; `sentences` cuts a line up, `literals` finds the
numbers that were written by hand, `judging` compares them with the ledger; `tongues` holds what a
language brings to this; `sums` works out what a brief says of several numbers together.
"""
