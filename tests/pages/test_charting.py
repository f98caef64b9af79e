"""Charts on the page: drawn at their printed size, said in words, and told as a table."""

import json
import re
from base64 import b64decode
from pathlib import Path

import pytest

from briefpack import manuscript, press
from briefpack.brief import Manuscript
from briefpack.charts import drawing
from briefpack.pages import layout, typeset
from briefpack.pages.charting import Drawing, charted
from briefpack.pages.compose import compose
from briefpack.paper import PAPERS
from briefpack.problem import Refused
from tests import structure, validators

BRIEF = """\
title: Charts
date: 2026-03
stance: neutral
language: {language}
authors:
  - name: Valley Transport Forum
parts:
  - cover
  - kind: text
    text: |
      # One chart

      :::{{chart}} {file}
{options}
      Riders grow
      :::
"""
OPTIONS = """\
      :kind: line
      :unit: riders
      :alt: Riders grow year by year, faster in the north
      :note: Counted at the *terminus*.
"""
DATA = "year,North,South\n2021,1212.5,400\n2022,1400,450.25\n2023,1600,520\n"
SPEC = """\
{"data": {"url": "data/x.csv"}, "mark": "line", "encoding": {
 "x": {"field": "year", "type": "quantitative", "title": "Jahr"},
 "y": {"field": "North", "type": "quantitative"}}}
"""
SPECIFIED = "      :alt: Riders grow year by year, faster in the north"
POLICY = layout.find("policy")


def brief(
    folder: Path,
    options: str = OPTIONS,
    language: str = "en",
    file: str = "data/x.csv",
    data: str = DATA,
    spec: str = SPEC,
) -> Manuscript:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data/x.csv").write_text(data, "utf-8")
    (folder / "x.vl.json").write_text(spec, "utf-8")
    text = BRIEF.format(language=language, file=file, options=options.rstrip())
    (folder / "brief.yaml").write_text(text, "utf-8")
    return manuscript.read(folder)


def drawn(read: Manuscript, paper: str = "a4") -> tuple[Drawing, str]:
    """The only chart of a brief, and its SVG."""
    [one] = charted(read, POLICY, PAPERS[paper]).values()
    return one, b64decode(one.url.partition(",")[2]).decode()


def words(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


@pytest.mark.parametrize(
    ("place", "paper", "width"),
    [("text", "a4", 118), ("side", "a4", 42), ("wide", "a4", 170), ("text", "letter", 120.9)],
)
def test_a_chart_is_as_wide_as_its_place(
    tmp_path: Path, place: str, paper: str, width: float
) -> None:
    one, _ = drawn(brief(tmp_path, f"{OPTIONS}      :place: {place}"), paper)
    assert one.width == pytest.approx(width, abs=0.2)


@pytest.mark.parametrize(("holder", "width"), [("box", 108), ("note", 42)])
def test_a_chart_in_another_block_is_as_wide_as_there_is_room(
    tmp_path: Path, holder: str, width: float
) -> None:
    read = brief(tmp_path)
    text = (tmp_path / "brief.yaml").read_text("utf-8")
    text = text.replace("      :::{chart}", f"      ::::{{{holder}}} A title\n      :::{{chart}}")
    (tmp_path / "brief.yaml").write_text(text + "      ::::\n", "utf-8")
    read = manuscript.read(tmp_path)
    one, _ = drawn(read)
    assert one.width == pytest.approx(width, abs=0.2)
    assert one.url in compose(read, POLICY, PAPERS["a4"]).html
    assert press.check(tmp_path) == []


def test_numbers_are_written_as_the_language_writes_them(tmp_path: Path) -> None:
    one, svg = drawn(brief(tmp_path, language="de"))
    assert "1.000" in words(svg)
    assert one.rows.rows[0] == ["2021", "1.212,50", "400,00"]
    _, svg = drawn(brief(tmp_path, language="en"))
    assert "1,000" in words(svg)


def test_percent_stand_as_the_language_has_them(tmp_path: Path) -> None:
    options = OPTIONS.replace("unit: riders", "unit: '%'").replace("'", "")
    assert "500%" in words(drawn(brief(tmp_path, options))[1])
    assert "500\u00a0%" in words(drawn(brief(tmp_path, options, language="de"))[1])


def test_a_specification_speaks_the_language_of_the_brief(tmp_path: Path) -> None:
    one, svg = drawn(brief(tmp_path, SPECIFIED, "de", "x.vl.json"))
    assert {"1.000", "Jahr"} <= set(words(svg))
    assert set(re.findall(r'font-family="([^"]*)"', svg)) == {"Fira Sans"}
    assert one.rows.head == ["year", "North", "South"]
    assert one.rows.rows[0] == ["2021", "1.212,5", "400"]


def test_a_scale_that_begins_elsewhere_says_so(tmp_path: Path) -> None:
    read = brief(tmp_path, f"{OPTIONS}      :from: 300")
    html = compose(read, POLICY, PAPERS["a4"]).html
    assert "The scale begins at 300, not at 0." in html
    assert drawn(brief(tmp_path))[0].start == ""


def test_a_specification_that_cannot_be_drawn_is_refused_at_its_place(tmp_path: Path) -> None:
    spec = SPEC.replace("{", '{"transform": [{"filter": "1 +"}],', 1)
    with pytest.raises(Refused) as refused:
        charted(brief(tmp_path, SPECIFIED, "en", "x.vl.json", spec=spec), POLICY, PAPERS["a4"])
    [problem] = refused.value.problems
    assert problem.place.file.endswith("x.vl.json")
    assert problem.message.startswith("'x.vl.json' cannot be drawn: '")
    assert "\n" not in problem.message


def test_many_rows_are_told_as_an_extract(tmp_path: Path) -> None:
    rows = "\n".join(f"{year},{abs(year - 1980)}" for year in range(1900, 2001))
    one, _ = drawn(brief(tmp_path, data=f"year,riders\n{rows}\n"))
    assert [row[0] for row in one.rows.rows] == ["1900", "1980", "2000"]
    assert one.rows.extract


def test_a_brief_without_charts_starts_no_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = brief(tmp_path)
    monkeypatch.setattr(drawing, "drawings", None)
    bare = Manuscript(read.brief, read.folder, {}, read.characters)
    assert charted(bare, POLICY, PAPERS["a4"]) == {}


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    read = brief(tmp_path_factory.mktemp("brief"))
    return typeset.lay_out(compose(read, POLICY, PAPERS["a4"])).pdf()


def test_the_figure_has_its_words_and_a_table_follows(pdf: bytes) -> None:
    outline = structure.outline(pdf, attributes=False)
    figure = outline[outline.index("Figure") :]
    lines = [line.strip() for line in figure.splitlines()]
    assert "North" in lines[0]
    assert lines[1:7] == ["Table", 'Caption "riders"', "THead", "TR", 'TH "year"', 'TH "North"']
    row = lines.index('TH "2022"')
    assert lines[row + 1 : row + 3] == ['TD "1,400.00"', 'TD "450.25"']
    assert structure.faults(pdf) == []


def test_validators_have_nothing_to_say(pdf: bytes) -> None:
    assert validators.failures(pdf) == []


def test_verapdf_has_nothing_to_say(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "chart.pdf").write_bytes(pdf)
    for flavour in validators.FLAVOURS:
        assert validators.verapdf(flavour, [tmp_path / "chart.pdf"]).returncode == 0


def test_the_same_chart_gives_the_same_bytes(
    pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    drawing._plated.cache_clear()
    read = brief(tmp_path)
    again = typeset.lay_out(compose(read, POLICY, PAPERS["a4"])).pdf()
    assert again == pdf


def test_a_chart_is_checked_without_being_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "drawings", None)
    brief(tmp_path)
    assert [problem.rule for problem in press.check(tmp_path)] == []


LARGE = layout.find("policy", format="large")


def bars(count: int) -> str:
    rows = "\n".join(f"Place {number},{number + 1}" for number in range(count))
    return f"place,riders\n{rows}\n"


@pytest.mark.parametrize("height", ["", "      :height: 220"])
def test_in_large_print_the_words_of_a_chart_are_twice_as_large(
    tmp_path: Path, height: str
) -> None:
    read = brief(tmp_path, OPTIONS + height)
    [one] = charted(read, LARGE, PAPERS["a4"]).values()
    svg = b64decode(one.url.partition(",")[2]).decode()
    [drawn_width] = re.findall(r'<svg[^>]*? width="([\d.]+)"', svg)
    assert one.width == pytest.approx(2 * float(drawn_width) * 25.4 / 96, abs=0.1)
    assert one.width == pytest.approx(160, abs=0.5)
    assert one.height < 297 - 27 - 29


def test_in_large_print_a_chart_too_high_for_a_page_is_a_table_of_its_numbers(
    tmp_path: Path,
) -> None:
    read = brief(tmp_path, OPTIONS.replace("line", "bar"), data=bars(40))
    html = compose(read, LARGE, PAPERS["a4"]).html
    assert "<img" not in html
    assert (
        re.findall(r"<th scope=\"row\">Place \d+</th><td class=\"right\">(\d+)", html)[-1] == "40"
    )


def test_in_large_print_a_chart_that_no_page_holds_and_no_table_tells_is_refused(
    tmp_path: Path,
) -> None:
    spec = json.dumps({"vconcat": [json.loads(SPEC)] * 6})
    read = brief(tmp_path, SPECIFIED, "en", "x.vl.json", spec=spec)
    assert charted(read, POLICY, PAPERS["a4"])
    with pytest.raises(Refused) as refused:
        charted(read, LARGE, PAPERS["a4"])
    [problem] = refused.value.problems
    assert problem.message == "this chart does not fit on a page of this edition"
    assert problem.place.file.endswith("brief.yaml")
    assert problem.place.line
