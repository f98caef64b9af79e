"""The smaller rules: addresses, language, the at-a-glance page, and what a check may load."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefpack import copyedit
from briefpack.brief import DRAWN, Brief, Manuscript
from briefpack.copyedit import addresses, eras, glance, language, looks
from briefpack.copyedit.citing import check_cited
from briefpack.copyedit.sourcing import check_uncited
from briefpack.pages.art import ART

CASES = Path(__file__).parent.parent / "cases"


def brief(**more: object) -> Manuscript:
    content = {"title": "T", "date": "2026", "stance": "neutral", "authors": [{"name": "N"}]}
    return Manuscript(Brief.model_validate(content | more), Path(), {}, {})


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://www.example.co.uk/a/b.html?c=d#e",
        "https://example.org:8080/",
        "https://münchen.de/straße",
        "https://user@example.org/",
        "https://192.0.2.1/",
        "https://en.wikipedia.org/wiki/Moon_(disambiguation)",
    ],
)
def test_a_web_address_is_passed(url: str) -> None:
    assert not list(addresses.check(brief(contact={"name": "N", "url": url})))


@pytest.mark.parametrize(
    "url",
    [
        "example.org", "https://", "https:example.org", "https://exa mple.org", "https://[::1",
        "javascript:alert(1)", "file:///etc/passwd", "https://example.org:port/", "//example.org",
        "https://-.org", "https://example..org", "https://example.org/a\nb",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_told(url: str) -> None:
    assert len(list(addresses.check(brief(contact={"name": "N", "url": url})))) == 1


@pytest.mark.parametrize("email", ["a@example.org", "first.last+tag@mail.example.co.uk"])
def test_a_mailbox_is_passed(email: str) -> None:
    assert not list(addresses.check(brief(contact={"name": "N", "email": email})))


@pytest.mark.parametrize("email", ["a", "a@b", "a b@example.org", "a@@example.org", "<a@b.org>"])
def test_what_is_no_mailbox_is_told(email: str) -> None:
    assert len(list(addresses.check(brief(contact={"name": "N", "email": email})))) == 1


@pytest.mark.parametrize("tag", ["en", "en-GB", "fr", "pt-BR", "zh-Hans-CN", "de_CH", "EN-us"])
def test_a_language_is_passed(tag: str) -> None:
    assert not list(language.check(brief(language=tag)))


@pytest.mark.parametrize(
    ("tag", "hint"),
    [("German", "did you mean 'de'?"), ("engl", ""), ("en-", ""), ("e", ""), ("x-moon", "")],
)
def test_what_is_no_language_is_told(tag: str, hint: str) -> None:
    [problem] = language.check(brief(language=tag))
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("issue", "complaints"),
    [
        ("One sentence.", 0),
        ("One sentence. And a second!", 0),
        ("The U.S. and Dr. No met in St. Louis at 3.5 km. That is all.", 0),
        ("Is it so? It is. “Indeed.”", 1),
        ("One. Two. Three. Four.", 1),
    ],
)
def test_the_issue_takes_two_sentences(issue: str, complaints: int) -> None:
    page = {"title": "T", "issue": issue, "ask": ["A", "B", "C"]}
    assert len(list(glance.check(brief(glance=page)))) == complaints


def timeline(dates: list[str], spans: list[tuple[str, str]]) -> Manuscript:
    return brief(
        timeline={
            "title": "T",
            "categories": {"a": {"label": "A"}},
            "eras": [{"title": a, "from": a, "to": b} for a, b in spans],
            "events": [{"date": date, "title": date, "category": "a"} for date in dates],
        }
    )


@pytest.mark.parametrize(
    ("dates", "spans", "complaints"),
    [
        (["1960", "1970"], [], 0),
        (["1960", "1970-12-31"], [("1960", "1970")], 0),
        (["1960-01-01", "1965", "1970"], [("1960", "1964"), ("1965", "1970")], 0),
        (["1959-12-31", "1971"], [("1960", "1970")], 2),
        (["1960", "1965", "1970"], [("1960", "1964"), ("1966", "1970")], 1),
        (["1960", "1970"], [("1960", "1965"), ("1965", "1970")], 1),
        (["1960", "1970"], [("1966", "1970"), ("1960", "1965")], 1),
        (["1960", "1970"], [("1970", "1960")], 1),
        (["1960/1970", "c. 1965"], [("1960", "1970")], 0),
    ],
)
def test_eras_are_in_order_and_hold_every_event(
    dates: list[str], spans: list[tuple[str, str]], complaints: int
) -> None:
    assert len(list(eras.check(timeline(dates, spans)))) == complaints


def test_what_was_lost_is_not_missed() -> None:
    known = brief(quotes=[{"id": "q", "words": "W", "speaker": "S", "source": "lost"}])
    assert len(list(check_cited(known))) == 1
    lost = Manuscript(known.brief, Path(), {}, {}, gaps=frozenset({"sources"}))
    assert not list(check_cited(lost))
    listed = brief(sources=[{"id": "s", "title": "T"}])
    assert len(list(check_uncited(listed))) == 1
    partly = Manuscript(listed.brief, Path(), {}, {}, gaps=frozenset({"text"}))
    assert not list(check_uncited(partly))


def test_every_rule_gives_its_reason() -> None:
    assert all(rule.__doc__ for rule in copyedit.RULES)
    assert len(set(copyedit.RULES)) == len(copyedit.RULES)


def test_the_pictures_that_content_may_name_are_those_that_are_drawn() -> None:
    assert set(DRAWN) == set(ART)


def test_a_check_loads_nothing_that_sets_pages() -> None:
    brief_folder = CASES / "good-folder" / "brief"
    script = (
        "import sys; from pathlib import Path; from briefpack import copyedit, manuscript;"
        f"assert not copyedit.check(manuscript.examine(Path({str(brief_folder)!r})));"
        "heavy = {'weasyprint', 'jinja2', 'fontTools', 'pikepdf', 'reportlab'};"
        "print(*heavy.intersection(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("", "")


@pytest.mark.parametrize(("language", "told"), [("en-GB", 0), ("en", 0), ("mi", 1), ("mi-NZ", 1)])
def test_a_language_without_words_in_the_layout_is_told(language: str, told: int) -> None:
    found = list(looks.check(brief(language=language)))
    assert len(found) == told
    assert all("has no words in" in problem.message for problem in found)


def test_a_layout_that_is_not_there_is_told() -> None:
    [problem] = looks.check(brief(layout="polcy"))
    assert problem.hint == "did you mean 'policy'?"
