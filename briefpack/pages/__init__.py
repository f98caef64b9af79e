"""Pages: a manuscript and a layout become HTML, and HTML becomes painted pages."""
