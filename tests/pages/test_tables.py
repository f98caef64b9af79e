"""Tables on pages: aligned, headed, one in the tags however many pages they take."""

import io
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pypdfium2
import pytest

from briefpack import manuscript
from briefpack.pages import makeup, typeset
from briefpack.problem import Refused
from tests import structure
from tests.pages.printed import placeless

HEAD = """\
title: Tables
date: 2026
stance: neutral
language: {language}
authors: [{{name: N}}]
sources: [{{id: mc, title: Space report}}, {{id: un, title: Index}}]
parts:
  - text: text.md
  - sources
"""
LAUNCHES = "year,world,change,share\n2015,87,-3.5,22.99\n2016,,11.75,\n2024,14132,16,59.46\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def written(folder: Path, text: str, language: str = "en", **files: str) -> manuscript.Manuscript:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "brief.yaml").write_text(HEAD.format(language=language), "utf-8")
    (folder / "text.md").write_text(f"# Tables\n\nWords [@mc; @un].\n\n{text}\n", "utf-8")
    for name, content in {"a": LAUNCHES, **files}.items():
        (folder / "data" / f"{name}.csv").write_text(content, "utf-8")
    return manuscript.read(folder)


def html(folder: Path, text: str, language: str = "en", **files: str) -> str:
    return makeup.composed(written(folder, text, language, **files), None).html


def painted(folder: Path, text: str, language: str = "en", **files: str) -> bytes:
    brief = written(folder, text, language, **files)
    return typeset.lay_out(makeup.composed(brief, None)).pdf()


def table(page: str) -> str:
    return page[page.index("<table") : page.index("</table>")]


def block(options: str = "") -> str:
    return f":::{{table}} data/a.csv\n:caption: Launches\n{options}:::\n"


def test_a_table_of_data_is_written_in_the_language(folder: Path) -> None:
    english = table(html(folder, block(":formats: share: 0.0 %\n")))
    german = table(html(folder, block(":formats: share: 0.0 %\n"), "de"))
    assert [word for word in ("14,132", "−3.5", "59.5%") if word not in english] == []
    assert [word for word in ("14.132", "−3,5", "59,5\u00a0%") if word not in german] == []
    assert ">2015<" in english


def test_heads_name_their_columns_and_rows(folder: Path) -> None:
    page = table(html(folder, block(":columns: year: Year; world: World (launches)\n")))
    assert '<th scope="col">Year</th>' in page
    assert '<th scope="col" class="right">World<br><span class="unit">launches</span></th>' in page
    assert page.count('<th scope="row">') == 3


def test_numbers_say_how_far_they_are_from_the_edge(folder: Path) -> None:
    page = table(html(folder, block()))
    tails = re.findall(r'class="right num(?: gap)?"(?: style="--tail: ([\d.]+)em")?>([^<]+)<', page)
    assert [(number, tail) for tail, number in tails if number in ("−3.5", "11.75", "16")] == [
        ("−3.5", "0.560"),
        ("11.75", ""),
        ("16", "1.360"),
    ]


def test_a_gap_is_a_dash_below_the_units(folder: Path) -> None:
    assert 'class="right num gap" style="--tail: 1.360em">–<' in table(html(folder, block()))


def test_totals_stand_below(folder: Path) -> None:
    page = table(html(folder, block(":total: world: sum; change: mean\n:note: Without 2016.\n")))
    assert page.count('<tr class="total">') == 2
    assert '<th scope="row">Total</th><td class="right num">14,219</td>' in page
    assert '<th scope="row">Mean</th><td class="right num"' in page
    assert "8.083<" in page


def test_dates_are_written_in_the_language(folder: Path) -> None:
    dates = "flight,day\nA,1969-07-20\nB,2003-10\nC,\n"
    english, german = (
        table(html(folder, block(":formats: day: date\n"), language, a=dates)).replace("\xa0", " ")
        for language in ("en", "de")
    )
    assert [word for word in ("Jul 20, 1969", "Oct 2003", 'gap">–<') if word not in english] == []
    assert [word for word in ("20. Juli 1969", "Okt. 2003") if word not in german] == []


def test_a_bold_row_is_a_total(folder: Path) -> None:
    page = table(html(folder, "| a | n |\n|---|--:|\n| b | 1 |\n| **All** | **1.5** |\n"))
    assert re.search(
        r'<tr class="total"[^>]*><th scope="row">All</th><td class="right num">1.5<', page
    )
    assert page.count('class="total"') == 1


def test_cells_of_a_file_are_no_markup(folder: Path) -> None:
    page = table(html(folder, block(), a="name,b\n<b>*x*</b> & [@mc],1\n"))
    assert "&lt;b&gt;*x*&lt;/b&gt; &amp; [@mc]" in page


def test_a_markdown_table_is_aligned_too(folder: Path) -> None:
    rows = "| | n |\n|---|--:|\n| **a** | -1.5 |\n| b | 12 [@mc] |\n| c | 3–4 |\n"
    page = table(html(folder, rows))
    assert '<th scope="row">a</th><td class="right num">−1.5</td>' in page
    assert re.search(r'<td class="right num" style="--tail: 0.800em">.*12', page)
    assert '<td class="right">3–4</td>' in page


def test_row_headers_of_a_markdown_table_are_asked_for(folder: Path) -> None:
    rows = "| a | b |\n|---|--:|\n| c | 1 |\n"
    assert "<td>c</td>" in html(folder, f":::{{table}}\n:caption: A\n{rows}:::\n")
    named = f":::{{table}}\n:caption: A\n:row-headers: true\n{rows}:::\n"
    assert '<th scope="row">c</th>' in html(folder, named)


def test_caption_note_and_sources_surround_the_table(folder: Path) -> None:
    page = placeless(html(folder, block(":id: t\n:note: A *note*.\n:source: mc, p. 3; un\n")))
    assert re.search(r'<figure data-at="\S+text.md:5" class="table text short" id="t">', page)
    assert re.search(r'<figcaption><span class="label">Table\s1</span><span> </span>Launches', page)
    assert page.index("<figcaption>") < page.index("<table") < page.index("A<span> </span><em>")
    assert page.index("A<span> </span><em>note") < page.index('class="source sans">Sources')


def wide(columns: int, digits: int) -> str:
    head = ",".join(["name", *(f"c{number}" for number in range(columns))])
    return f"{head}\n{','.join(['Land', *['1' * digits] * columns])}\n"


def test_a_wide_table_leaves_the_column(folder: Path) -> None:
    assert 'class="table text short"' in html(folder, block(), a=wide(4, 6))
    assert 'class="table wide short"' in html(folder, block(), a=wide(9, 6))
    assert 'class="table turned short"' in html(folder, block(), a=wide(15, 7))


def test_a_bare_table_may_be_wide_as_well(folder: Path) -> None:
    row = "| 111,111.11 " * 9 + "|\n"
    assert '<div class="table wide">' in html(folder, row + "|--:" * 9 + "|\n" + row)


def test_all_tables_that_fit_no_page_are_told(folder: Path) -> None:
    note = f":::{{note}}\n{block()}:::\n".replace(":::{note}", "::::{note}")[:-4] + "::::\n"
    with pytest.raises(Refused) as refused:
        html(folder, f"{block()}\n{note}", a=wide(30, 9))
    first, second = refused.value.problems
    assert re.fullmatch(
        r"this table is \d+\.\d mm wider than a turned page, in 7 pt type", first.message
    )
    assert "wider than the note that holds it" in second.message
    assert str(first.place).endswith("text.md:5:12")


def test_a_table_in_a_quotation_keeps_within_it(folder: Path) -> None:
    row = "> | 111,111.11 " + "| 111,111.11 " * 6 + "|\n"
    page = html(folder, row + ">" + "|--:" * 7 + "|\n" + row)
    assert "<table" in page
    assert "--size: 7pt" in page
    assert 'class="table' not in page


@cache
def long() -> bytes:
    rows = "".join(f"{1900 + at},{at}.5,word {at}\n" for at in range(90))
    with TemporaryDirectory() as folder:
        options = ":total: b: sum\n:source: mc\n"
        return painted(Path(folder), block(options), a=f"year,b,c\n{rows}")


def test_a_long_table_is_one_in_the_tags() -> None:
    drawn = structure.outline(long())
    assert structure.faults(long()) == []
    assert len(re.findall(r"^ *Table$", drawn, re.MULTILINE)) == 1
    assert drawn.count("THead") == 1
    assert drawn.count("TH Scope=Row") == 91
    assert len(re.findall(r'Caption "Table\s1 Launches"', drawn)) == 1


def test_its_head_is_repeated_on_each_page() -> None:
    with pikepdf.open(io.BytesIO(long())) as pdf:
        pages = len(pdf.pages)
    heads = [text for _, kind, text in structure.artifacts(long()) if text == "yearbc"]
    assert pages >= 3
    assert len(heads) >= pages - 2


def test_decimal_marks_stand_below_each_other(folder: Path) -> None:
    rows = "| a | b |\n|---|--:|\n| x | -1.5 |\n| y | 111.25 [@mc] |\n| z | $7.125 |\n"
    with pypdfium2.PdfDocument(painted(folder, rows)) as pdf:
        page = pdf[0].get_textpage()
        words = page.get_text_range()
        marks = [
            page.get_charbox(match.start())[0] for match in re.finditer(r"(?<=\d)\.(?=\d)", words)
        ]
    assert len(marks) == 3
    assert max(marks) - min(marks) < 0.02


def test_numbers_stay_one_word(folder: Path) -> None:
    pdf = painted(folder, block(":formats: share: 0.0 %\n"), "de")
    drawn = structure.outline(pdf)
    assert all(f'TD "{number}"' in drawn for number in ("14.132", "−3,5", "11,75", "59,5 %", "–"))


@pytest.mark.parametrize("lines", [32, 34, 36])
def test_a_caption_stands_with_the_first_rows(folder: Path, lines: int) -> None:
    rows = "".join(f"{1900 + at},{at}\n" for at in range(14))
    text = "Words.\n\n" * lines + block()
    with pypdfium2.PdfDocument(painted(folder, text, a=f"year,b\n{rows}")) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    [page] = [page for page in pages if "Launches" in page]
    assert "1900" in page
    assert "1901" in page


def test_a_turned_page_is_lying_and_only_that(folder: Path) -> None:
    lying = painted(folder, f"{block(':place: turned' + chr(10))}\nWords after it.")
    with pikepdf.open(io.BytesIO(lying)) as pdf:
        boxes = [[round(float(edge)) for edge in page.mediabox[2:]] for page in pdf.pages]
    assert boxes == [[595, 842], [842, 595], [595, 842]]
