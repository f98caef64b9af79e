"""Distribution: who gets which copy of a brief, and the ledger that says so."""
