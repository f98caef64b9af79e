"""Tables as pages have them: numbers on their decimal mark, columns measured, a place that fits."""
