"""The edition for print shops: separated into inks, with printer's marks, as PDF/X-4."""
