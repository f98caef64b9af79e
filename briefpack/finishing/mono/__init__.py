"""The mono edition: a proof of what a printer without colours makes of a brief."""
