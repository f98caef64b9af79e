"""Numbers of the ledger are printed as readers of the language write them."""

import pytest

from briefpack.brief import Number
from briefpack.ledger.printing import printed


def number(**fields: str) -> Number:
    named = {key.replace("_", "-"): value for key, value in fields.items()}
    return Number.model_validate({"id": "a", "label": "A", **named})


@pytest.mark.parametrize(
    ("fields", "language", "words"),
    [
        ({"value": "14132"}, "en-GB", "14,132"),
        ({"value": "14132"}, "de-DE", "14.132"),
        ({"value": "14132"}, "fr", "14\u202f132"),
        ({"value": "59.5", "unit": "%"}, "en", "59.5%"),
        ({"value": "59.5", "unit": "%"}, "de", "59,5\u00a0%"),
        ({"value": "1.2", "unit": "million"}, "en", "1.2\u00a0million"),
        ({"value": "12", "unit": "bn US dollars"}, "en", "12\u00a0bn\u00a0US\u00a0dollars"),
        ({"value": "135", "before": "$", "unit": "billion"}, "en", "$135\u00a0billion"),
        ({"value": "-3", "before": "$"}, "en", "−$3"),
        ({"value": "7", "before": "CHF"}, "de-CH", "CHF\u00a07"),
        ({"value": "1.2e6"}, "en", "1,200,000"),
        ({"value": "0.70"}, "en", "0.70"),
        ({"value": "0.746", "places": "2"}, "en", "0.75"),
        ({"value": "14132"}, "tlh", "14,132"),
    ],
)
def test_a_number_is_printed(fields: dict[str, str], language: str, words: str) -> None:
    assert printed(number(**fields), language) == words


def test_a_bare_number_has_nothing_around_it() -> None:
    assert printed(number(value="135", before="$", unit="billion"), "en", "bare") == "135"


def test_all_of_a_number_stays_on_one_line() -> None:
    whole = printed(number(value="1.5", before="US $", unit="billion a year"), "en")
    assert " " not in whole
