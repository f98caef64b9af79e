"""Reasons: each rule is explained by the functions that complain, and by no others."""

from briefpack.copyedit import NAMES
from briefpack.preflight import CHECKS, Outcome
from briefpack.reporting import reasons
from tests.reporting.samples import report


def test_every_check_has_its_reason() -> None:
    everything = report(outcomes=[Outcome(check) for check in CHECKS])
    assert all(reasons.of(check.rule, everything) for check in CHECKS)


def test_a_rule_for_content_has_the_reason_of_the_function_that_complains() -> None:
    assert reasons.of("doi", report()).startswith("A DOI is one (ISO 26324)")


def test_every_rule_for_content_has_its_reason() -> None:
    assert all(reasons.of(name, report()) for name in NAMES)


def test_a_rule_that_nobody_knows_has_none() -> None:
    assert reasons.of("nothing", report()) == ""
