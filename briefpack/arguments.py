"""The words of the command line; loads next to nothing, so that --help feels instant."""

import argparse

from briefpack import __version__
from briefpack.edition import ALL, DEFAULT, EDITIONS
from briefpack.paper import PAPERS

EPILOG = """\
A brief is a folder with a brief.yaml in it, or one YAML or Markdown file that holds everything.
Where none is named, the current folder is meant if it is a brief, else every brief in content/.

examples:
  briefpack check content/my-brief
  briefpack build content/my-brief --paper letter --to my-brief.pdf
  briefpack preflight build/my-brief.pdf --report findings.html
  briefpack copies content/my-brief --to recipients.csv --watermark DRAFT

exit codes: 0 all is well, 1 there are errors, 2 wrong command line, 69 this machine lacks
something, 70 a fault of briefpack's own, 73 the result cannot be written, 130 interrupted
"""


def parser() -> argparse.ArgumentParser:
    """The whole command line; `command` is the name of the one that was asked for."""
    top = argparse.ArgumentParser(
        prog="briefpack",
        description="Turn a content folder into a finished policy brief: a tagged, archival PDF.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"briefpack {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", dest="command")
    _build(commands.add_parser("build", help="make the PDF of each brief"))
    _check(commands.add_parser("check", help="say what is wrong with the content; make nothing"))
    _preflight(commands.add_parser("preflight", help="say what is wrong with finished PDFs"))
    _copies(commands.add_parser("copies", help="make a numbered copy for each of the recipients"))
    _number(commands.add_parser("number", help="issue numbers to paragraphs that have none yet"))
    _doctor(commands.add_parser("doctor", help="say what this machine has, and what it lacks"))
    _schema(commands.add_parser("schema", help="give the JSON Schemas that editors complete by"))
    return top


def _build(command: argparse.ArgumentParser) -> None:
    command.description = "Make the PDF of each brief, if its content has no errors."
    command.epilog = _editions()
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    _briefs(command)
    command.add_argument(
        "--to", metavar="FILE", help="the PDF, or a folder for it (default: build/ here)"
    )
    command.add_argument(
        "--edition",
        metavar="NAME",
        action="append",
        choices=[*EDITIONS, ALL],
        help=f"one of the editions below, or {ALL} (default: {DEFAULT}); may be given again",
    )
    _strict(command)
    _report(command)
    _paper(command)
    command.add_argument("--html", metavar="FOLDER", help="keep the composed HTML there as well")


def _editions() -> str:
    """What each edition is for, a line each."""
    column = max(map(len, EDITIONS)) + 2
    rows = (f"  {row.name:<{column}}{row.purpose}" for row in EDITIONS.values())
    words = "Editions on paper come with a print ticket: a slip, and the same as JSON."
    return "\n".join(["editions:", *rows, "", words])


def _check(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Say everything that is wrong with the content, and where. No page is set."
    )
    command.add_argument(
        "--spell", action="store_true", help="misspelt words too, but for those in words.txt"
    )
    _briefs(command)
    _strict(command)
    _report(command)


def _preflight(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Say what a careful printer would find in finished PDFs, from here or from anywhere, and "
        "where. Pages with findings are pictured in build/NAME-preflight, the findings drawn on."
    )
    command.epilog = (
        "What a file claims to be (PDF/UA, PDF/A) is put to the validators that this machine has: "
        "page-validation, where it is installed, and veraPDF, where VERAPDF holds its command. "
        "What they say is shown as theirs, and does not change the exit code."
    )
    command.add_argument("files", metavar="FILE.pdf", nargs="+", help="a PDF; there may be more")
    command.add_argument(
        "--for",
        dest="edition",
        metavar="NAME",
        choices=[*EDITIONS],
        help="the edition that they are to be judged as (default: press for PDF/X, else screen): "
        + ", ".join(EDITIONS),
    )
    command.add_argument(
        "--no-validators",
        dest="validators",
        action="store_false",
        help="ask none of the validators of others; it takes less time",
    )
    _strict(command)
    _report(command)
    _outcome(command)


def _report(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--report",
        metavar="PATH",
        action="append",
        help="write the findings there too, as .html, .sarif or .json; may be given again",
    )


def _copies(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Make a copy of the brief for each recipient: “Copy 7 of 40” and the name on every page, a "
        "code on the last one. The CSV file names them, a line each, below a first line that names "
        "the columns: name, and if need be organisation, e-mail, edition, note. A ledger, "
        "copies.csv, says who has which number; run again with more recipients, every number stays "
        "with its holder, and only what is new or has changed is made."
    )
    command.add_argument("brief", metavar="FOLDER", help="a brief's folder or its one file")
    command.add_argument("--to", metavar="FILE", required=True, help="who gets a copy: a CSV file")
    command.add_argument(
        "--into", metavar="FOLDER", help="where copies and ledger go (default: build/NAME-copies)"
    )
    command.add_argument(
        "--watermark",
        metavar="TEXT",
        default="",
        help="across every page: DRAFT, EMBARGOED, any text, or “name” for the holder's",
    )
    command.add_argument(
        "--edition",
        metavar="NAME",
        default=DEFAULT,
        choices=[*EDITIONS],
        help=f"for those whose line names none: {', '.join(EDITIONS)} (default: {DEFAULT})",
    )
    _paper(command)
    _outcome(command)


def _number(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Write a number, as {p 12}, at the end of each paragraph of the numbered texts that has "
        "none yet. A number once issued stays with its paragraph and is never given to another: "
        "between 12 and 13 comes 12A, between 12 and 12A comes 12ZA, before 1 comes 0A. The file "
        "paragraphs.yaml keeps what was issued. A second run changes nothing."
    )
    _briefs(command)


def _briefs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "briefs",
        metavar="FOLDER",
        nargs="*",
        help="a brief's folder or its one file (default: this folder, else all in content/)",
    )
    _outcome(command)


def _strict(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--strict", action="store_true", help="take warnings for errors, but for what is waived"
    )


def _paper(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--paper", choices=[*PAPERS], help="instead of the paper that the brief names"
    )


def _outcome(command: argparse.ArgumentParser) -> None:
    command.add_argument("--quiet", action="store_true", help="show nothing but problems")
    command.add_argument("--json", action="store_true", help="give the outcome as JSON")


def _doctor(command: argparse.ArgumentParser) -> None:
    command.description = "Say what this machine has for making briefs, and what brings the rest."
    command.add_argument("--system", action="store_true", help="only Python and system libraries")
    command.add_argument("--install", action="store_true", help="install missing ones first (apt)")
    command.add_argument(
        "--press", action="store_true", help="with --install: also what print shops' editions need"
    )
    command.add_argument(
        "--spell", action="store_true", help="with --install: dictionaries for check --spell, too"
    )
    command.add_argument("--quiet", action="store_true", help="show only what is missing")
    command.add_argument("--json", action="store_true", help="give the findings as JSON")


def _schema(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Give the JSON Schemas of the content files. An editor that knows YAML completes by one "
        "that the first line of a file names: # yaml-language-server: $schema=schemas/brief.json"
    )
    command.add_argument(
        "--to", metavar="FOLDER", help="write all of them there (default: print brief.json)"
    )
