"""A sound page and a broken one, drawn by matplotlib: python plotted.py FOLDER."""

import sys

import matplotlib as mpl
from matplotlib import patheffects, pyplot

WORDS = (
    "The last bus leaves at twenty to ten. Whoever works a late shift drives,\n"
    "or does not take the post. Two lines would reach four in ten of these jobs,\n"
    "and a year is long enough to count who rides."
)


def page(broken: bool, kind: int) -> None:
    mpl.rcParams["pdf.fonttype"] = kind
    figure, (above, below) = pyplot.subplots(2, figsize=(8.27, 11.69))
    above.bar(["hospital", "junction"], [38, 31], color=["#13263b", "#8a5a00"])
    above.set_title("Riders by line")
    above.text(0, 20, "38 riders", color="white", ha="center")
    halo = [patheffects.withStroke(linewidth=3, foreground="white")]
    above.text(1, 20, "31 riders", color="black", ha="center", path_effects=halo)
    below.plot([1, 2, 3], [4, 5, 9], label="$r = x_1^2$")
    figure.subplots_adjust(hspace=0.3)
    below.set_ylabel("Riders an evening")
    below.legend()
    figure.text(0.12, 0.035, WORDS)
    if broken:
        figure.text(0.12, 0.08, "Printed in pale grey on white paper", color="#a5a5a5")
        figure.text(0.6, 0.08, "Terms and conditions apply", size=6)
        figure.text(0.6, 0.005, "Too near")
        figure.text(0.9, 0.6, "Runs off the page")
        below.text(2, 8, "The upper of two")
        below.text(2, 8.05, "Another in its place")
    which = "broken" if broken else "sound"
    figure.savefig(f"{sys.argv[1]}/matplotlib{kind}-{which}.pdf", metadata={"CreationDate": None})


for kind in (3, 42):
    page(False, kind)
page(True, 42)
