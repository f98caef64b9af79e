"""A proof: one word, set and painted while the pages are still being composed.

WeasyPrint loads a good part of what it needs on first use: hyphenation patterns, the system's font
list, the modules that write PDF. After a proof all that is there, and the pages come out faster.
"""

from briefpack import fonts
from briefpack.pages.forme import Forme
from briefpack.pages.typeset import lay_out

_NAME, _FILE = next(iter(fonts.files().items()))
_HTML = f"""<html lang="en"><title>Proof</title><style>
@font-face {{ font-family: Proof; src: url({_NAME}) }}
p {{ font-family: Proof; hyphens: auto; width: 2em }}
</style><p>hyphenation"""


def pull() -> None:
    """Set and paint the word, in a font of briefpack's own, and throw it away."""
    lay_out(Forme(_HTML, {_NAME: _FILE})).pdf()
