"""Options, risks and their like: what is asked of them, whatever stands there."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefpack import copyedit
from briefpack.brief import Brief, Manuscript, Risk, gravest_first
from briefpack.copyedit import appraisal, lines
from briefpack.manuscript import examine
from briefpack.problem import Refused, Severity

SAMPLE = (Path(__file__).parent.parent / "cases/exhibits-twice/brief.yaml").read_text("utf-8")
PIECES = (
    "\n- ", ": ", "\n  ", "{", "}", "[", "]", '"', "#", "~", "good", "high", "3", "id", "scores",
    "<b>", "[@x]", "options", "baseline: x\n", "- {}\n", ":::{risks}\n", ":::\n", ":id: text\n",
)  # fmt: skip


def brief(**more: object) -> Manuscript:
    content = {"title": "T", "date": "2026", "stance": "neutral", "authors": [{"name": "N"}]}
    return Manuscript(Brief.model_validate(content | more), Path(), {}, {})


def options(**more: object) -> Manuscript:
    two = [{"id": id_, "title": id_, "scores": {"a": "good", "b": "1"}} for id_ in ("x", "y")]
    criteria = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
    return brief(options={"criteria": criteria, "options": two} | more)


def test_a_baseline_or_a_reason_is_enough() -> None:
    assert not list(appraisal.check_baseline(options(baseline="x")))
    assert not list(appraisal.check_baseline(options(waiver="The law forbids it.")))
    assert len(list(appraisal.check_baseline(options()))) == 1
    assert len(list(appraisal.check_baseline(options(baseline="x", waiver="So.")))) == 1


def test_the_baseline_may_be_recommended() -> None:
    assert not list(appraisal.check_named(options(baseline="x", recommended="x")))


def test_every_pair_of_option_and_criterion_has_a_score() -> None:
    assert not list(appraisal.check_scores(options()))
    lacking = [
        {"id": "x", "title": "X", "scores": {"b": "1"}},
        {"id": "y", "title": "Y", "scores": {}},
    ]
    found = [problem.message for problem in appraisal.check_scores(options(options=lacking))]
    assert found == [
        "the option 'x' has no score for 'a'",
        "the option 'y' has no score for 'a'",
        "the option 'y' has no score for 'b'",
    ]


def test_a_brief_without_options_has_nothing_to_answer_for() -> None:
    for rule in (appraisal.check_baseline, appraisal.check_named, appraisal.check_scores):
        assert not list(rule(brief()))


def test_where_options_were_lost_nothing_is_missed() -> None:
    lost = Manuscript(options().brief, Path(), {}, {}, gaps=frozenset({"options"}))
    for rule in (appraisal.check_baseline, appraisal.check_named, appraisal.check_scores):
        assert not list(rule(lost))


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("We will decide on the figures.", 0),
        ("Dr. No and the U.S. agree, and so do we", 0),
        ("Das kostet 1,2 Mio. Euro und beginnt am 3. März.", 0),
        ("Who pays? We do.", 1),
        ("We count. Then we decide.", 1),
        ("and " * 36, 1),
    ],
)
def test_a_line_to_take_is_a_sentence(line: str, count: int) -> None:
    found = list(lines.check(brief(lines=[line])))
    assert len(found) == count
    assert all(problem.severity is Severity.WARNING for problem in found)


def test_risks_of_like_severity_are_ordered_by_impact_and_then_as_written() -> None:
    def risk(id_: str, likelihood: str, impact: str) -> Risk:
        more = {"title": id_, "mitigation": "None."}
        return Risk.model_validate({"id": id_, "likelihood": likelihood, "impact": impact} | more)

    written = [
        risk("a", "high", "low"), risk("b", "low", "high"), risk("c", "medium", "medium"),
        risk("d", "low", "high"), risk("e", "high", "high"), risk("f", "low", "low"),
    ]  # fmt: skip
    assert "".join(one.id for one in gravest_first(written)) == "ecbdaf"
    assert [one.severity for one in gravest_first(written)] == [9, 4, 3, 3, 3, 1]


@settings(
    max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(
    edits=st.lists(
        st.tuples(st.integers(0, 5000), st.integers(0, 40), st.sampled_from(PIECES)),
        min_size=1,
        max_size=5,
    )
)
def test_any_slips_of_the_pen_are_answered(edits: list[tuple[int, int, str]]) -> None:
    content = SAMPLE
    for start, length, piece in edits:
        start %= len(content) + 1
        content = content[:start] + piece + content[start + length :]
    with TemporaryDirectory() as folder:
        (Path(folder) / "brief.yaml").write_text(content, "utf-8")
        with suppress(Refused):
            copyedit.check(examine(Path(folder)))
