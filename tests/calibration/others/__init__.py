"""Files that other programs made, from the sources beside them: what each holds and lacks.

chromium --headless --no-pdf-header-footer --print-to-pdf=chromium-sound.pdf sources/sound.html
soffice --headless --convert-to pdf sources/sound.fodt            (tagged)
typst compile sources/sound.typ typst-sound.pdf
groff -t -ms -k -Tpdf sources/sound.ms > groff-sound.pdf
pdflatex sources/broken.tex
python sources/plotted.py .                                       (matplotlib)
python sources/scanned.py groff-sound.pdf .                       (a scan with its words)
gs -sDEVICE=pdfwrite -o ghostscript-sound.pdf …                   (of pdfTeX's and typst's)
qpdf --linearize …; qpdf --encrypt "" owner 256 -- …
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.calibration.specimen import OF_PAGES, Specimen

HERE = Path(__file__).parent

UNTAGGED = "no tags"


@dataclass(frozen=True)
class Sample:
    """A file: `found` are the rules that find its faults, or that are right though it is sound;
    `missed` those that should find a fault and do not, with the reason; `alarms` those that
    find what is no fault, with the reason.
    """

    file: str
    maker: str
    found: tuple[str, ...] = ()
    missed: Mapping[str, str] = field(default_factory=dict)
    alarms: Mapping[str, str] = field(default_factory=dict)

    def make(self) -> bytes:
        return (HERE / f"{self.file}.pdf").read_bytes()

    def specimen(self, rule: str = "", missed: str = "") -> Specimen:
        return Specimen(rule, self.make, f"{self.maker}: {self.file}", ORDER, missed)

    def specimens(self) -> Iterator[Specimen]:
        """One for each fault; or one that is sound."""
        yield from (self.specimen(rule) for rule in self.found)
        yield from (self.specimen(rule, why) for rule, why in self.missed.items())


ORDER = {"groups": OF_PAGES}

USUAL = (
    "safe-area",
    "text-overlap",
    "text-covered",
    "near-empty-page",
    "small-type",
    "text-contrast",
)
LOCKED = ("version-and-encryption", "font-embedding")

SAMPLES = (
    Sample("chromium-sound", "Chromium"),
    Sample(
        "chromium-broken",
        "Chromium",
        (*USUAL[1:], "text-cut-off", "hyphen-ladder", "chart-contrast"),
    ),
    Sample("libreoffice-sound", "LibreOffice", ("thin-line",)),
    Sample(
        "libreoffice-broken",
        "LibreOffice",
        ("safe-area", "small-type", "text-contrast", "hyphen-ladder", "widow"),
    ),
    Sample("typst-sound", "typst"),
    Sample("typst-broken", "typst", (*USUAL, "text-cut-off", "hyphen-ladder")),
    Sample("groff-sound", "groff", ("font-embedding",)),
    Sample("groff-broken", "groff", (*USUAL, "font-embedding")),
    Sample("pdftex-broken", "pdfTeX", (*USUAL, "text-cut-off", "hyphen-ladder")),
    Sample("matplotlib3-sound", "matplotlib"),
    Sample("matplotlib42-sound", "matplotlib"),
    Sample(
        "matplotlib42-broken",
        "matplotlib",
        ("safe-area", "text-overlap", "small-type", "text-contrast", "text-cut-off"),
    ),
    Sample("ghostscript-sound", "Ghostscript"),
    Sample(
        "ghostscript-broken",
        "Ghostscript",
        (*USUAL, "text-cut-off", "hyphen-ladder"),
    ),
    Sample("qpdf-linearised-sound", "qpdf"),
    Sample("qpdf-encrypted-sound", "qpdf", LOCKED),
    Sample("qpdf-encrypted-broken", "qpdf", (*USUAL, *LOCKED)),
    Sample("scan-sound", "a scanner", ("image-resolution",)),
)
"""No more than is said here is found in any.

What is found in sound ones is true: groff leaves out the fonts that readers were to have, a rule of
LibreOffice's is 0.1 pt thick, the scan is coarse, and one file is locked.
"""
