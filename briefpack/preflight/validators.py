"""Validators: what others, whose trade it is, say of a file's claims, in their own words.

page-validation is asked where its package is installed, veraPDF where the environment variable
VERAPDF holds its command. Each is a process of its own: what crashes or hangs there is told.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

PATIENCE = 120.0
"""Seconds that a validator is waited for; veraPDF takes one or two to start."""

MEMORY = 2 << 30
"""Bytes that a validator of Python's may take."""

MOST = 50
"""Messages of one validator that are kept: where there are more, there is one cause for them."""

COMMAND = "VERAPDF"

ASK = """
import json, sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_DATA, (int(sys.argv[3]), int(sys.argv[3])))
except (ImportError, OSError, ValueError):  # a system that will not
    pass
import page
report = page.validate_pdf_bytes(open(sys.argv[2], "rb").read(), profile=sys.argv[1])
found = [f"{one.rule_id}: {one.message}" for one in report.failures]
json.dump({"passed": report.is_compliant, "messages": found}, sys.stdout)
"""
"""Asks page-validation, with a flavour, a file and how much memory it may take."""

VERDICT = re.compile(r"(?P<verdict>PASS|FAIL)\b")
CLAIM = re.compile(r"(?P<access>ua)?(?P<part>\d)(?P<level>[a-z]*)")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a validator says of one claim: `flavour` is its name for it ("ua1", "3a").

    `messages` are the validator's own words. Where it could not judge, `trouble` says why: then it
    has not `passed`, and has not failed either. The `version` is empty where it does not say.
    """

    validator: str
    version: str
    flavour: str
    passed: bool
    messages: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def verdict(self) -> str:
        """`passed`, `failed`, or `unjudged` where it had trouble."""
        if self.trouble:
            return "unjudged"
        return "passed" if self.passed else "failed"

    @property
    def claim(self) -> str:
        """What the flavour is known as: "PDF/UA-1", "PDF/A-3a"."""
        found = CLAIM.fullmatch(self.flavour)
        if not found:
            return self.flavour
        return f"PDF/{'UA' if found['access'] else 'A'}-{found['part']}{found['level']}"

    @property
    def by(self) -> str:
        """Who says so: "veraPDF 1.28.2"."""
        return f"{self.validator} {self.version}".strip()


Asked = Callable[[str, Path], Verdict]
"""What asks one validator of a claim and a file."""


class Helpless(Exception):
    """A validator did not come to a verdict, and why."""


def claims(said: Mapping[str, str]) -> list[str]:
    """The flavours that a file claims in its metadata, by the names that validators know.

    (ISO 14289-1, 5; ISO 19005-3, 6.6.4.) None where it claims nothing.
    """
    access, archive = said.get("pdfuaid:part", ""), said.get("pdfaid:part", "")
    found = [f"ua{access}"] if access else []
    if archive:
        found.append(archive + said.get("pdfaid:conformance", "").casefold())
    return [one for one in found if re.fullmatch(r"[a-z0-9]{1,4}", one)]


def judged(pdf: bytes, flavours: Sequence[str], patience: float = PATIENCE) -> list[Verdict]:
    """What every validator at hand says of every claim; nothing where there is none of either."""
    jobs = [(ask, flavour) for flavour in flavours for ask in _at_hand(patience)]
    if not jobs:
        return []
    try:
        with TemporaryDirectory(prefix="briefpack-") as folder:
            file = Path(folder) / "file.pdf"
            file.write_bytes(pdf)
            with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
                return list(workers.map(lambda job: job[0](job[1], file), jobs))
    except OSError as error:
        why = f"no copy of the file could be made for them: {error.strerror or error}"
        return [Verdict("all of them", "", one, False, trouble=why) for one in flavours]


def _at_hand(patience: float) -> Iterable[Asked]:
    try:
        number = version("page-validation")
    except PackageNotFoundError:
        pass
    else:
        yield lambda flavour, file: _page(number, flavour, file, patience)
    if command := os.environ.get(COMMAND, "").strip():
        yield lambda flavour, file: _verapdf(command, flavour, file, patience)


def _page(number: str, flavour: str, file: Path, patience: float) -> Verdict:
    name = "page-validation"
    try:
        _, out = _run([sys.executable, "-c", ASK, flavour, str(file), str(MEMORY)], patience, (0,))
        found = json.loads(out)
    except (Helpless, ValueError) as why:
        return Verdict(name, number, flavour, False, trouble=str(why))
    return Verdict(name, number, flavour, found["passed"], tuple(found["messages"][:MOST]))


def _verapdf(command: str, flavour: str, file: Path, patience: float) -> Verdict:
    """veraPDF exits with 1 where a file does not comply; more than that is trouble."""
    try:
        code, out = _run([*shlex.split(command), "-f", flavour, str(file)], patience, (0, 1))
        number, passed, messages = (_of_xml if out.startswith("<") else _of_text)(out)
        if passed != (code == 0):
            verdict = "PASS" if passed else "FAIL"
            raise Helpless(f"its verdict is {verdict}, and it ended with {code}")
    except (Helpless, ValueError) as why:
        return Verdict("veraPDF", "", flavour, False, trouble=str(why))
    return Verdict("veraPDF", number, flavour, passed, tuple(messages[:MOST]))


def _run(command: Sequence[str], patience: float, well: Sequence[int]) -> tuple[int, str]:
    """How a command ends, and what it prints; `Helpless` where it does not start, end or judge."""
    try:
        ended = subprocess.run(
            command, check=False, capture_output=True, timeout=patience, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        raise Helpless(f"it did not come to an end in {patience:g} seconds") from None
    except OSError as error:
        raise Helpless(f"it could not be started: {error.strerror or error}") from None
    if ended.returncode not in well:
        raise Helpless(_last_words(ended.returncode, ended.stderr or ended.stdout))
    out = ended.stdout.decode("utf-8", "replace").strip()
    if not out:
        raise Helpless(_last_words(ended.returncode, ended.stderr))
    return ended.returncode, out


def _last_words(code: int, told: bytes) -> str:
    lines = told.decode("utf-8", "replace").strip().splitlines()
    how = f"it was ended by signal {-code}" if code < 0 else f"it ended with {code}"
    return f"{how}: {lines[-1].strip()[:200]}" if lines else f"{how}, and said nothing"


def _of_text(out: str) -> tuple[str, bool, list[str]]:
    """A report as text: a line that begins with PASS or FAIL, and indented ones with the rules."""
    lines = out.splitlines()
    verdict = next((found for line in lines if (found := VERDICT.match(line))), None)
    if verdict is None:
        raise Helpless(f"it gave no verdict: {lines[-1].strip()[:200]}")
    rules = [line.strip() for line in lines if line.startswith((" ", "\t"))]
    return "", verdict["verdict"] == "PASS", list(dict.fromkeys(rules))


def _of_xml(out: str) -> tuple[str, bool, list[str]]:
    """The report of the official program as it comes (its "machine-readable report")."""
    try:
        root = ElementTree.fromstring(out)
    except ElementTree.ParseError as error:
        raise Helpless(f"its report cannot be read: {error}") from None
    report = root.find(".//validationReport")
    if report is None or report.get("jobEndStatus", "normal") != "normal":
        why = root.findtext(".//exceptionMessage") or root.findtext(".//taskException") or ""
        raise Helpless(f"it gave no verdict: {' '.join(why.split())[:200]}".rstrip(": "))
    rules = [_rule(rule) for rule in report.iter("rule") if rule.get("status") == "failed"]
    core = root.find(".//releaseDetails[@id='core']")
    number = core.get("version", "") if core is not None else ""
    return number, report.get("isCompliant") == "true", rules


def _rule(rule: ElementTree.Element) -> str:
    """A rule as it is named in text reports, and what was to be."""
    clause = f"{rule.get('clause')}-{rule.get('testNumber')}"
    return f"{clause} {' '.join(rule.findtext('description', '').split())}"
