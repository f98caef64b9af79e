"""Waivers in Markdown: where they stand, how far they reach, and that they leave no trace."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from briefpack import markdown, reading
from briefpack.markdown import waivers
from briefpack.problem import Place
from briefpack.words import Words

COMMENT = "<!-- waive braces: the form is printed as it is -->"

BLOCKS = (
    ["# A heading {#here}", "with words right below it, [a link](#here)"],
    ["A paragraph with a citation [@roe, p. 3]", "over *two* lines."],
    ["- a list", "- of three items", "  that goes on", "- whose last is this"],
    ["1. a loose list", "", "2. of two items", "", "   and a paragraph"],
    ["| a | b |", "| --- | --- |", "| *one* | {n two} |"],
    ["> a quotation", "> of two lines"],
    ["A term", ": what it means"],
    [":::{box} A title", "Words in the box.", "", "- and a list", ":::"],
    [":::{quote} moon-1963", ":style: measure", ":::"],
    ["```", "a fence of *code*", "", "of three lines", "```"],
    ["    indented code", "", "    of three lines"],
    ["A call[^one].", "", "[^one]: And its note."],
)


def words(lines: Sequence[str], line: int = 1, column: int = 1) -> Words:
    text = "\n".join(lines)
    return Words(text, Place("argument.md", line, column), lines[0], lines)


def reach(*lines: str) -> list[tuple[int, int, bool]]:
    """First and last line of each waiver, and whether it speaks of the whole file."""
    found, problems = waivers.read(words(lines))
    assert problems == []
    return [(one.first, one.last, one.whole) for one in found]


def rules(*lines: str) -> list[str]:
    """The rules of all that is wrong with a text."""
    text = words(lines)
    _, problems = markdown.parse(text, language="en", first_id="text")
    return [problem.rule for problem in [*problems, *waivers.read(text)[1]]]


def test_a_waiver_speaks_of_the_lines_up_to_the_next_empty_one() -> None:
    lines = ["# One", "", COMMENT, "Words", "and words.", "", "More."]
    assert reach(*lines) == [(3, 5, False)]


def test_a_waiver_within_a_paragraph_speaks_of_the_rest_of_it() -> None:
    assert reach("Words", COMMENT, "and words.", "", "More.") == [(2, 3, False)]


def test_a_waiver_above_a_fence_speaks_of_the_whole_block() -> None:
    block = [":::{box} A", "One.", "", ":::{note}", "Two.", ":::", "", "Three.", ":::"]
    assert reach("Words", "", COMMENT, *block, "", "More.") == [(3, 12, False)]


def test_waivers_may_stand_one_below_the_other() -> None:
    assert reach("# One", "", COMMENT, COMMENT, "Words.") == [(3, 5, False), (4, 5, False)]


def test_a_waiver_at_the_head_speaks_of_the_whole_as_well() -> None:
    assert reach(COMMENT, "# One", "", "Words.") == [(1, 2, True)]
    assert reach("", COMMENT, "", "# One") == [(1, 2, True)]


def test_a_text_within_a_file_is_not_the_head_of_it() -> None:
    found, _ = waivers.read(words(["    " + COMMENT, "    # One"], line=12, column=5))
    assert [(one.first, one.whole) for one in found] == [(12, False)]


def test_rule_and_reason_know_their_places() -> None:
    [waiver], _ = waivers.read(words(["One.", "", "  " + COMMENT, "Two."]))
    assert (waiver.rule, waiver.reason) == ("braces", "the form is printed as it is")
    assert (waiver.rule.place.line, waiver.rule.place.column) == (3, 14)
    assert (waiver.reason.place.line, waiver.reason.place.column) == (3, 22)


def test_a_waiver_with_nothing_below_is_refused() -> None:
    assert rules("Words.", "", COMMENT, "", "More.") == ["raw-html"]
    assert rules("Words.", "", COMMENT) == ["raw-html"]


def test_a_waiver_has_a_line_of_its_own() -> None:
    assert rules(f"Words. {COMMENT}", "More.") == ["raw-html"]
    assert rules("Words.", "", f"{COMMENT} words {COMMENT}", "More.") == ["raw-html"] * 2
    assert rules("Words.", "", "<!-- waive braces: over", "two lines -->", "More.") == ["raw-html"]


def test_other_comments_stay_refused() -> None:
    assert rules("<!-- waiver of fees -->", "Words.") == ["raw-html"]


def test_a_waiver_without_a_reason_is_refused() -> None:
    assert rules("Words.", "", "<!-- waive braces -->", "More.") == ["waiver"]
    assert rules("Words.", "", "<!-- waive braces: ok -->", "More.") == ["waiver"]


def test_within_code_it_is_code() -> None:
    for lines in (["```", "a", COMMENT, "b", "```"], ["    a", f"    {COMMENT}", "    b"]):
        text = words(["Words.", "", *lines])
        [*_, code] = markdown.parse(text, language="en", first_id="text")[0]
        assert COMMENT in code.content
        assert waivers.read(text) == ([], [])


def test_a_short_field_may_have_one() -> None:
    text = words([COMMENT, "Words."], line=4, column=5)
    tokens, problems = markdown.parse_inline(text, language="en")
    assert (reading.text(tokens), problems) == ("Words.", [])


def test_a_field_that_is_nothing_else_is_refused() -> None:
    _, problems = markdown.parse_inline(words([COMMENT], line=4, column=5), language="en")
    assert [problem.rule for problem in problems] == ["raw-html"]


@given(st.lists(st.tuples(st.sampled_from(BLOCKS), st.integers(0, 2)), min_size=1, max_size=8))
def test_waivers_leave_no_trace(chosen: list[tuple[list[str], int]]) -> None:
    plain, waiving, moved = [], [], {}
    for block, count in chosen:
        waiving += [COMMENT] * count
        for line in [*block, ""]:
            plain.append(line)
            waiving.append(line)
            moved[len(plain)] = len(waiving)
    assert shown(waiving) == shown(plain, moved)
    assert len(waivers.read(words(waiving))[0]) == sum(count for _, count in chosen)


@given(st.sampled_from(BLOCKS[:10]), st.data())
def test_waivers_within_a_block_do_not_break_it(block: list[str], data: st.DataObject) -> None:
    # An empty line or code below it, and a comment is no waiver.
    lines = [n for n, line in enumerate(block) if line and "code" not in line and line != "```"]
    lines = [n for n in lines if "of three lines" not in block[n]]
    if not lines:
        return
    at = data.draw(st.sampled_from(lines))
    plain, waiving = ["# One", "", *block], ["# One", "", *block]
    waiving.insert(2 + at, COMMENT)
    moved = {n: n + (n > 2 + at) for n in range(1, len(plain) + 1)}
    assert shown(waiving) == shown(plain, moved)


def shown(lines: Sequence[str], moved: dict[int, int] | None = None) -> list[object]:
    """All tokens and problems of a text, with their places, after the lines have moved."""
    tokens, problems = markdown.parse(words(lines), language="en", first_id="text")

    def there(place: Place | None) -> Place | None:
        return place and replace(place, line=(moved or {}).get(place.line, place.line))

    def told(token: Token) -> tuple[object, ...]:
        return token.type, token.tag, token.content, token.hidden, there(token.meta.get("place"))

    walked = [token for token in tokens if token.type != "inline"]
    rest = [told(token) for token in [*walked, *reading.walk(tokens)]]
    return [*rest, *((problem.message, there(problem.place)) for problem in problems)]
