"""The timeline spread: dates to millimetres, cards to places, and the drawing around them.

`spread.spreads` lays a timeline out; `drawing.svg` draws a page of it. Everything between is
arithmetic on plain values (`figure`), in millimetres from a page's top left corner.
"""
