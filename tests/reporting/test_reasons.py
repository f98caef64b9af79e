"""Reasons: each rule is explained by the function that complains, and by no other."""

from collections import Counter

from briefpack.copyedit import RULES
from briefpack.preflight import CHECKS, Outcome
from briefpack.reporting import reasons
from tests.reporting.samples import report


def test_every_check_has_its_reason() -> None:
    everything = report(outcomes=[Outcome(check) for check in CHECKS])
    assert all(reasons.of(check.rule, everything) for check in CHECKS)


def test_a_rule_for_content_has_the_reason_of_the_function_that_complains() -> None:
    assert reasons.of("doi", report()).startswith("A DOI is one (ISO 26324)")


def test_a_rule_that_several_functions_complain_of_has_none() -> None:
    complaints = Counter(rule for look in RULES for rule in {*reasons._complained_of(look)})
    several = [rule for rule, number in complaints.items() if number > 1]
    assert several
    assert not any(reasons.of(rule, report()) for rule in several)


def test_a_rule_that_nobody_knows_has_none() -> None:
    assert reasons.of("nothing", report()) == ""
