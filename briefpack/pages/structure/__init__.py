"""The structure of a document as a person would outline it: from HTML to a tagged PDF."""
