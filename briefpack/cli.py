"""The command line: it calls, prints, and gives the exit code."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from briefpack.arguments import parser
from briefpack.exits import Exit, Stopped

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from briefpack.doctor import Finding
    from briefpack.press import Built
    from briefpack.problem import Problem
    from briefpack.reporting import Report
    from briefpack.reporting.data import Pictures
    from briefpack.system import Goods


class Outcome(NamedTuple):
    """What became of one brief: the editions that were made, if any, every problem, and what
    preflight says of each edition.
    """

    made: list[Built]
    problems: list[Problem]
    reports: list[Report]


def main(words: Sequence[str] | None = None) -> int:
    """Run one command line, `sys.argv` unless given; the exit code."""
    try:
        return _run(words)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return _unread()
    except Stopped as stop:
        return _complain(stop.code, str(stop))
    except Exception as fault:  # noqa: BLE001 - the last net: nobody is shown a stack trace
        from briefpack import faults

        return _complain(*faults.explained(fault))


def _run(words: Sequence[str] | None) -> Exit:
    _open_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a character that the terminal lacks is no fault
            stream.reconfigure(errors="backslashreplace")
    top = parser()
    asked = top.parse_args(words)
    if asked.command is None:
        top.print_help(sys.stderr)
        return Exit.USAGE
    code = COMMANDS[asked.command](asked)
    sys.stdout.flush()
    return code


def _open_closed() -> None:
    """Where the caller closed an output, what is printed there goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115


def build(asked: Namespace) -> Exit:
    """Build each brief, going on after one that is refused."""
    from briefpack import docket
    from briefpack import doctor as ward

    briefs = docket.briefs(asked.briefs)
    if asked.html and len(briefs) > 1:
        raise Stopped(Exit.USAGE, "--html takes one brief at a time")
    targets = docket.targets(briefs, asked.to, docket.editions(asked.edition))
    docket.reports(asked.report)
    libraries = ward.libraries()
    _warn(libraries)
    if not ward.well(libraries):
        return Exit.SYSTEM
    outcomes = [_build(brief, to, asked) for brief, to in zip(briefs, targets, strict=True)]
    return _conclude_build(briefs, outcomes, asked)


def _build(brief: Path, targets: Mapping[str, Path], asked: Namespace) -> Outcome:
    import briefpack
    from briefpack import docket
    from briefpack.problem import Refused
    from briefpack.progress import Progress
    from briefpack.report import told

    gc.collect()  # what is left of the brief before
    reports: list[Report] = []
    progress = None if asked.quiet or asked.json else Progress(sys.stdout)
    options = {"paper": asked.paper, "html": asked.html, "strict": asked.strict}
    if progress:
        print(brief)
    try:
        made = briefpack.deliver(
            brief, targets, progress=progress, reported=reports.append, **options
        )
    except Refused as refused:
        return Outcome([], refused.problems, reports)
    except OSError as fault:
        raise _unwritable(fault, docket.written(targets), asked.html) from fault
    finally:
        if progress:
            progress.done()
    for built in made:
        if progress:
            print(told(built))
    return Outcome(made, [problem for built in made for problem in built.problems], reports)


def _unwritable(fault: OSError, to: Sequence[Path], html: str | None = None) -> Exception:
    """The fault itself, unless it is about the place where the result was to go."""
    from pathlib import Path

    from briefpack.docket import concerns

    if not concerns(fault, [*to, Path(html, "index.html")] if html else to):
        return fault
    named = next((file for file in to if str(fault.filename or "").find(file.name) >= 0), to[0])
    return Stopped(Exit.OUTPUT, f"cannot write {named}: {fault.strerror}")


def _conclude_build(briefs: Sequence[Path], outcomes: Sequence[Outcome], asked: Namespace) -> Exit:
    from pathlib import Path

    from briefpack import docket, report
    from briefpack.reporting import data

    problems = [problem for outcome in outcomes for problem in outcome.problems]
    reports = [each for outcome in outcomes for each in outcome.reports]
    folders = [docket.pictures(Path(one.file.name), one.unfinished) for one in reports]
    shown, trouble = _pictured(reports, folders)
    if asked.json:
        pairs = zip(briefs, outcomes, strict=True)
        made = [one for brief, (built, *_) in pairs for one in report.made_as_json(brief, built)]
        files = data.value(reports, shown)["files"]
        _print_json({"briefs": made, **report.problems_as_json(problems), "preflight": files})
    else:
        _tell([pair for pair in zip(reports, shown, strict=True) if pair[0].found])
        of_pages = {problem for each in reports for problem in each.found}
        _show([problem for problem in problems if problem not in of_pages], problems)
    told = [_whole(*pair) for pair in zip(briefs, outcomes, strict=True)] if asked.report else []
    _file([each for one in told for each in one], asked, trouble=trouble)
    return _verdict(problems)


def _pictured(
    reports: Sequence[Report], folders: Iterable[Path]
) -> tuple[list[Pictures], Exception | None]:
    """The pages with findings as pictures, each file's in its folder; those of before go.

    Where that cannot be there are none, and it is said why: what was found is told first.
    """
    from briefpack import reporting

    folders = [*folders]
    try:
        return [reporting.pictured(*pair) for pair in zip(reports, folders, strict=True)], None
    except reporting.Taken as taken:
        trouble: Exception = Stopped(Exit.USAGE, str(taken))
    except OSError as fault:
        trouble = _unwritable(fault, [folder / "page.png" for folder in folders])
    return [{} for _ in reports], trouble


def _whole(brief: Path, outcome: Outcome) -> list[Report]:
    """The reports of a brief, its content's problems with the first; one of these alone where no
    page was made.
    """
    from briefpack.reporting import of_content

    of_pages = {problem for each in outcome.reports for problem in each.found}
    content = [problem for problem in outcome.problems if problem not in of_pages]
    return of_content(str(brief), content, outcome.reports)


def _file(
    reports: Sequence[Report],
    asked: Namespace,
    shown: Sequence[Pictures] = (),
    trouble: Exception | None = None,
) -> None:
    """Write the reports that were asked for, when all has been told on the terminal.

    Then the trouble that there was with pictures ends the run.
    """
    from briefpack import docket, reporting

    paths = docket.reports(asked.report)
    try:
        reporting.filed(reports, paths, shown)
    except OSError as fault:
        raise _unwritable(fault, paths) from fault
    if trouble:
        raise trouble


def check(asked: Namespace) -> Exit:
    """Show every problem of every brief's content."""
    import briefpack
    from briefpack import docket, report

    briefs = docket.briefs(asked.briefs)
    ways = {"spell": asked.spell, "strict": asked.strict}
    found = {brief: briefpack.check(brief, **ways) for brief in briefs}
    problems = list(dict.fromkeys(one for each in found.values() for one in each))  # shared: once
    if asked.json:
        _print_json(report.problems_as_json(problems))
    elif not problems and not asked.quiet:
        print("no problems")
    else:
        _show(problems)
    if asked.report:
        from briefpack.reporting import of_content

        _file([one for each in found for one in of_content(str(each), found[each])], asked)
    return _verdict(problems)


def preflight(asked: Namespace) -> Exit:
    """Show what is wrong with each PDF, picture its pages, and write the reports."""
    from briefpack import docket, reporting

    files = docket.pdfs(asked.files)
    docket.reports(asked.report)  # what is wrong with their names is told before anything is read
    reports = [_accepted(file, asked) for file in files]
    shown, trouble = _pictured(reports, files.values())
    if asked.json:
        _print_json(reporting.data.value(reports, shown))
    else:
        pairs = zip(reports, shown, strict=True)
        _tell([pair for pair in pairs if _is_loud(pair[0]) or not asked.quiet])
    _file(reports, asked, shown, trouble)
    return _verdict([problem for report in reports for problem in report.found])


def _accepted(file: Path, asked: Namespace) -> Report:
    import briefpack
    from briefpack.acceptance import Unreadable

    try:
        return briefpack.inspect_pdf(
            file, edition=asked.edition, strict=asked.strict, validators=asked.validators
        )
    except Unreadable as fault:
        raise Stopped(Exit.USAGE, f"cannot read {file}: {fault.strerror}") from fault


def _tell(reports: Sequence[tuple[Report, Pictures]]) -> None:
    """Files without fault on the output, in a line each, and the others where problems go."""
    from briefpack.reporting import terminal

    for report, pictures in reports:
        stream = sys.stderr if _is_loud(report) else sys.stdout
        print(terminal.told(report, pictures, _coloured(stream)), file=stream)


def _is_loud(report: Report) -> bool:
    return bool(report.found) or report.denied


def copies(asked: Namespace) -> Exit:
    """Make a numbered copy for each recipient, and the ledger."""
    from pathlib import Path

    import briefpack
    from briefpack import docket, press
    from briefpack import doctor as ward
    from briefpack.distribution import telling
    from briefpack.problem import Refused
    from briefpack.progress import Progress

    [brief] = docket.briefs([asked.brief])
    folder = Path(asked.into or Path("build") / f"{press.proper_name(brief)}-copies")
    if not ward.well(libraries := ward.libraries()):
        _warn(libraries)
        return Exit.SYSTEM
    progress = None if asked.quiet or asked.json else Progress(sys.stdout)
    try:
        made = briefpack.copies(
            brief,
            to=asked.to,
            into=folder,
            watermark=asked.watermark,
            edition=asked.edition,
            paper=asked.paper,
            progress=progress,
            count=progress.count if progress else None,
        )
    except Refused as refused:
        return _concluded(refused.problems, {"copies": []}, asked)
    except OSError as fault:
        raise _unwritable(fault, [folder / "copies.csv"]) from fault
    finally:
        if progress:
            progress.done()
    if progress:
        print(telling.told(made))
    return _concluded(made.problems, telling.as_json(made), asked)


def _concluded(problems: Sequence[Problem], outcome: Mapping[str, Any], asked: Namespace) -> Exit:
    """Tell what came of it, and the problems, in the way that was asked for."""
    from briefpack import report

    if not asked.json:
        return _show(problems)
    _print_json({**outcome, **report.problems_as_json(problems)})
    return _verdict(problems)


def number(asked: Namespace) -> Exit:
    """Issue numbers to the paragraphs of each brief, going on after one that is refused."""
    from briefpack import docket, issuing, report
    from briefpack.problem import Refused

    problems: list[Problem] = []
    issued: dict[str, list[str]] = {}
    for brief in docket.briefs(asked.briefs):
        try:
            issue = issuing.issue(brief)
        except Refused as refused:
            problems += refused.problems
            continue
        except OSError as fault:
            raise _unwritable(fault, [issuing.record(brief)]) from fault
        problems += issue.problems
        issued |= {file.as_posix(): list(numbers) for file, numbers in issue.numbers.items()}
    if asked.json:
        _print_json({"issued": issued, **report.problems_as_json(problems)})
        return _verdict(problems)
    if not asked.quiet and (issued or not problems):
        print(report.issued(issued))
    return _show(problems)


def doctor(asked: Namespace) -> Exit:
    """Show what this machine has and lacks, after installing what can be installed."""
    from briefpack import doctor as ward
    from briefpack import report

    if asked.install:
        _install(ward.lacking())
        _install(ward.lacking_for_print_shops() if asked.press else [])
        _install(ward.lacking_for_spelling() if asked.spell else [])
    found = ward.foundations() if asked.system else ward.examine()
    if asked.json:
        _print_json({"well": ward.well(found), "findings": report.findings_as_json(found)})
    elif not asked.quiet:
        print(report.findings(found, _coloured(sys.stdout)), flush=True)
    if not asked.json:
        _warn(found)
    return Exit.OK if ward.well(found) else Exit.SYSTEM


def _install(goods: Sequence[Goods]) -> None:
    """Bring what is missing where that asks nobody anything."""
    from briefpack import system

    if goods and system.can_install():
        print(f"Installing: {system.remedy(goods)}", file=sys.stderr, flush=True)
        refusal = system.install(goods)
        if refusal:
            print(f"This did not work: {refusal}", file=sys.stderr)


def schema(asked: Namespace) -> Exit:
    """Write the schemas of all content files, or print the brief's, which holds all the others."""
    from pathlib import Path

    from briefpack import schema as schemas

    if asked.to is None:
        print(schemas.written("brief.json"), end="")
        return Exit.OK
    try:
        written = schemas.write(Path(asked.to))
    except OSError as fault:
        raise _unwritable(fault, [Path(asked.to, "brief.json")]) from fault
    print(*written, sep="\n")
    return Exit.OK


COMMANDS = {
    "build": build,
    "check": check,
    "preflight": preflight,
    "copies": copies,
    "number": number,
    "doctor": doctor,
    "schema": schema,
}


def _show(problems: Sequence[Problem], whole: Sequence[Problem] = ()) -> Exit:
    """Show the problems, and say what they come to, with those of the `whole` told before."""
    from briefpack import report

    if problems:
        print(report.text(problems, _coloured(sys.stderr)), file=sys.stderr)
        print(report.summary(whole or problems), file=sys.stderr)
    return _verdict(whole or problems)


def _verdict(problems: Sequence[Problem]) -> Exit:
    from briefpack.problem import LACKING, errors

    wrong = errors(problems)
    if wrong and all(problem.rule == LACKING for problem in wrong):
        return Exit.SYSTEM
    return Exit.CONTENT if wrong else Exit.OK


def _warn(findings: Sequence[Finding]) -> None:
    """Say loudly what is missing, if anything, and the command that brings it."""
    from briefpack import report

    words = report.lacking(findings, _coloured(sys.stderr))
    if words:
        print(words, file=sys.stderr, flush=True)


def _print_json(value: Any) -> None:
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))


def _coloured(stream: TextIO) -> bool:
    """Whether to use colour: on a terminal that has it, unless NO_COLOR is set (no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def _complain(code: Exit, words: str) -> Exit:
    print(f"briefpack: {words}", file=sys.stderr)
    return code


def _unread() -> Exit:
    """Nobody reads any more: what is still buffered goes nowhere, and Python ends in silence."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    return Exit.PIPE
