"""Policy briefs from plain text: a content folder goes in, a tagged PDF comes out.

    import briefpack

    for problem in briefpack.check("content/my-brief"):
        print(problem.place, problem.message)
    built = briefpack.build("content/my-brief", to="my-brief.pdf")

The command line does the same. Nothing heavy is loaded before it is called for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from os import PathLike

    from briefpack.brief import Manuscript
    from briefpack.distribution.run import Count, Distribution
    from briefpack.press import Built
    from briefpack.problem import Place, Problem, Refused
    from briefpack.reporting import Report

__version__ = "0.1.0"
__all__ = [
    "Built",
    "Distribution",
    "Manuscript",
    "Place",
    "Problem",
    "Refused",
    "Report",
    "__version__",
    "build",
    "check",
    "copies",
    "deliver",
    "inspect_pdf",
    "read",
]

_HOMES = {
    "Built": "briefpack.press",
    "Distribution": "briefpack.distribution.run",
    "Manuscript": "briefpack.brief",
    "Place": "briefpack.problem",
    "Problem": "briefpack.problem",
    "Refused": "briefpack.problem",
    "Report": "briefpack.reporting",
}


def __getattr__(name: str) -> Any:
    """The types of the vocabulary, loaded when first named (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'briefpack' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def read(path: str | PathLike[str]) -> Manuscript:
    """The brief in a folder, or in the one file that holds it all, read and typed.

    Raises `Refused`, whose `problems` name everything that is wrong, each with its place.
    """
    from pathlib import Path

    from briefpack import press

    return press.read(Path(path))


def check(
    brief: str | PathLike[str] | Manuscript, *, spell: bool = False, strict: bool = False
) -> list[Problem]:
    """Everything that is wrong with a brief's content, sorted by place; never raises `Refused`.

    Warnings are among them, as errors where it is `strict`, and what the content waives: see
    `Problem.severity`. `spell` asks for misspelt words too; where this machine has no dictionary
    for that, an error of the rule `lacking` says so. WeasyPrint is not loaded.
    """
    from os import PathLike
    from pathlib import Path

    from briefpack import press

    if isinstance(brief, (str, PathLike)):
        return press.check(Path(brief), spell=spell, strict=strict)
    return press.judged(press.edited(brief, spell), strict)


def inspect_pdf(
    path: str | PathLike[str],
    *,
    edition: str | None = None,
    strict: bool = False,
    validators: bool = True,
) -> Report:
    """What is wrong with a finished PDF, from here or from anywhere: `briefpack preflight`.

    It is judged as an `edition` ("screen", "press"), or as what it says that it is for; `strict`
    takes warnings for errors. `validators` asks those of others that this machine has whether the
    file is what it claims to be; what they say counts for none of our verdicts. A file that is
    broken, encrypted or no PDF at all has a problem that says so. It is not called `preflight`,
    since that is the package of the checks. Raises `OSError` where the disk does not give the file,
    and `KeyError` for an edition that there is not.
    """
    from pathlib import Path

    from briefpack import acceptance

    report = acceptance.accepted(Path(path), edition, others=validators)
    return report.as_errors if strict else report


def deliver(
    path: str | PathLike[str],
    targets: Mapping[str, str | PathLike[str]],
    *,
    paper: str | None = None,
    html: str | PathLike[str] | None = None,
    strict: bool = False,
    progress: Callable[[str], None] | None = None,
    reported: Callable[[Report], None] | None = None,
) -> list[Built]:
    """Several editions of a brief, by name, each to its file; pages alike are laid out once.

    `reported` is given what preflight says of each. Raises as `build` does; where one edition
    cannot be made, no file is touched.
    """
    from pathlib import Path

    from briefpack import press

    return press.deliver(
        Path(path),
        {name: Path(target) for name, target in targets.items()},
        paper=paper,
        html=None if html is None else Path(html),
        strict=strict,
        progress=progress or (lambda _: None),
        reported=reported or (lambda _: None),
    )


def build(
    path: str | PathLike[str],
    *,
    to: str | PathLike[str] | None = None,
    edition: str = "screen",
    paper: str | None = None,
    html: str | PathLike[str] | None = None,
    strict: bool = False,
    progress: Callable[[str], None] | None = None,
    reported: Callable[[Report], None] | None = None,
) -> Built:
    """Turn a brief into a PDF, written whole or not at all; the result says where it is.

    `paper` ("a4" or "letter") overrules the brief's own; `html` also keeps the composed pages;
    where it is `strict`, warnings are errors; `progress` is told each step as it starts, and
    `reported` what preflight says of the pages. Raises `Refused` where the content or the pages
    have errors, and `OSError` where the PDF cannot be written.
    """
    from pathlib import Path

    from briefpack import press

    return press.build(
        Path(path),
        to=None if to is None else Path(to),
        edition=edition,
        paper=paper,
        html=None if html is None else Path(html),
        strict=strict,
        progress=progress or (lambda _: None),
        reported=reported or (lambda _: None),
    )


def copies(
    path: str | PathLike[str],
    *,
    to: str | PathLike[str],
    into: str | PathLike[str] | None = None,
    watermark: str = "",
    edition: str = "screen",
    paper: str | None = None,
    progress: Callable[[str], None] | None = None,
    count: Count | None = None,
) -> Distribution:
    """A numbered copy of a brief for everybody whom the CSV file `to` names, and a ledger of them.

    They go into the folder `into`, or `build/NAME-copies`. Run again, it keeps the numbers that the
    ledger there has, and makes what is new or has changed. `watermark` is any text, or "name" for
    the holder's; `count` is told how many copies are done, of how many. Raises `Refused` where the
    content, the recipients or the ledger have errors, and `OSError` where the folder cannot be
    written: it is then as it was.
    """
    from pathlib import Path

    from briefpack import press
    from briefpack.distribution.run import Order, distribute

    folder = Path(into) if into else Path("build") / f"{press.proper_name(Path(path))}-copies"
    order = Order(Path(path), Path(to), folder, watermark, edition, paper)
    return distribute(order, progress or (lambda _: None), count or (lambda *_: None))
