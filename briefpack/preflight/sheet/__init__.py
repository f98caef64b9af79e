"""How a PDF is read: what is on its pages, and what it says of itself."""
