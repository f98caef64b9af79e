"""Libraries of sources: BibTeX, RIS and CSL files, as Zotero and its like export them."""
