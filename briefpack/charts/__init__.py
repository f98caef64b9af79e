"""Charts: numbers of a brief as drawings.

    block + data --plotting--> Chart --drafting--> Vega-Lite specification --drawing--> SVG

What is here knows neither pages nor files of the brief. Only `engine.py`, which runs as a program
of its own, imports vl-convert.
"""
