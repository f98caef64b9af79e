"""What is planted in a good file is found by the check whose matter it is, and by no other."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from briefpack import preflight
from briefpack.preflight.document import dating
from briefpack.sourcemap import SourceMap
from tests.preflight.spoilt import ROOM, Breaking, elements, found, spoilt, unjudged

TEXT = 5
"""The page (from 0) of the argument."""


def info(key: str, value: str | None) -> Breaking:
    def write(document: pikepdf.Pdf) -> None:
        if value is None:
            del document.docinfo[key]
        else:
            document.docinfo[key] = value

    return write


def xmp(old: str, new: str) -> Breaking:
    def replace(document: pikepdf.Pdf) -> None:
        packet = document.Root.Metadata.read_bytes().decode()
        assert old in packet, packet
        document.Root.Metadata.write(packet.replace(old, new).encode())

    return replace


def both(*steps: Breaking) -> Breaking:
    def all_of_them(document: pikepdf.Pdf) -> None:
        for step in steps:
            step(document)

    return all_of_them


def catalogue(key: str, value: Any) -> Breaking:
    def write(document: pikepdf.Pdf) -> None:
        document.Root[key] = value

    return write


def without(*path: str) -> Breaking:
    def remove(document: pikepdf.Pdf) -> None:
        thing: Any = document.Root
        for key in path[:-1]:
            thing = thing[key]
        del thing[path[-1]]

    return remove


def element(kind: str, index: int, change: Callable[[Any], object]) -> Breaking:
    """Something changed in one element of the structure."""

    def write(document: pikepdf.Pdf) -> None:
        change(elements(document, kind)[index])

    return write


def into(kind: str) -> Callable[[Any], None]:
    """Tagged as something else."""

    def change(thing: Any) -> None:
        thing.S = Name("/" + kind)

    return change


def put(key: str, value: Any) -> Callable[[Any], None]:
    def change(thing: Any) -> None:
        thing[key] = value

    return change


def drop(key: str) -> Callable[[Any], None]:
    def change(thing: Any) -> None:
        del thing[key]

    return change


def drawn(operators: str) -> Breaking:
    def draw(document: pikepdf.Pdf) -> None:
        document.pages[TEXT].contents_add(f"q {operators} Q".encode("ascii"))

    return draw


def written(document: pikepdf.Pdf) -> None:
    """Words beside the tags, in a font of the page."""
    font = next(iter(document.pages[TEXT].resources.Font.keys()))
    drawn(f"BT {font} 9 Tf 300 300 Td <0003> Tj ET")(document)


def disordered(document: pikepdf.Pdf) -> None:
    """The two paragraphs before the table are read the other way round."""
    siblings = elements(document, "Table")[0].P.K
    at = [str(one.S) for one in siblings].index("/Table")
    siblings[at - 2], siblings[at - 1] = siblings[at - 1], siblings[at - 2]


def moved_back(document: pikepdf.Pdf) -> None:
    """What stands on the second page is read last."""
    kids = elements(document, "Document")[0].K
    second = kids[1]
    del kids[1]
    kids.append(second)


def links(document: pikepdf.Pdf) -> list[Any]:
    return [one for page in document.pages for one in page.obj.get("/Annots", [])]


def link(change: Callable[[Any], object], inside: bool = True) -> Breaking:
    """Something changed in a link within the file, or in one that leads out of it."""

    def write(document: pikepdf.Pdf) -> None:
        key = "/Dest" if inside else "/A"
        change(next(one for one in links(document) if key in one))

    return write


def to(address: str) -> Breaking:
    """A link that leads to another address."""
    return link(lambda one: put("/URI", String(address))(one.A), inside=False)


def stacked(document: pikepdf.Pdf) -> None:
    """One link upon another, of the same page."""
    annotations = next(
        page.obj.Annots for page in document.pages if len(page.obj.get("/Annots", [])) > 2
    )
    annotations[0].Rect = annotations[1].Rect
    assert annotations[0].Dest != annotations[1].Dest


def nowhere(document: pikepdf.Pdf) -> None:
    """A link to a page that is not among the pages."""
    stray = document.make_indirect(Dictionary(Type=Name.Page, MediaBox=[0, 0, 9, 9]))
    link(put("/Dest", Array([stray, Name.Fit])))(document)


def wordless(document: pikepdf.Pdf) -> None:
    """A link that the structure does not know."""
    one = links(document)[0]
    del one["/Contents"]
    for tag in elements(document, "Link"):
        if isinstance(tag.K, Array):
            for at in reversed(range(len(tag.K))):
                kid = tag.K[at]
                if isinstance(kid, Dictionary) and "/Obj" in kid and kid.Obj.objgen == one.objgen:
                    del tag.K[at]


def noted(document: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[9, 9, 29, 29])
    document.pages[TEXT].obj.Annots.append(document.make_indirect(note))


def empty_heading(document: pikepdf.Pdf) -> None:
    heading = elements(document, "H3")[0]
    new = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.H3, P=heading.P))
    heading.P.K.append(new)


def bookmark(change: Callable[[Any], object]) -> Breaking:
    """Something changed in the last bookmark of the first row."""

    def write(document: pikepdf.Pdf) -> None:
        change(document.Root.Outlines.Last)

    return write


def scripted(document: pikepdf.Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('read?')"))
    document.Root.OpenAction = document.make_indirect(script)


def enclosing(document: pikepdf.Pdf) -> None:
    document.attachments["notes.txt"] = b"notes"


def lengthened(document: pikepdf.Pdf) -> None:
    """A cell over three columns in a table of two."""
    elements(document, "TD")[0].A = Dictionary(O=Name.Table, ColSpan=3)


TITLE = "Night buses for the valley: One year, two lines, then a decision"

BROKEN: list[tuple[Breaking, str, str]] = [
    (both(info("/Title", None), xmp(TITLE, "")), "title", "the file has no title"),
    (both(info("/Title", "a.docx"), xmp(TITLE, "a.docx")), "title", "'a.docx', which says nothing"),
    (both(info("/Title", "Untitled 2"), xmp(TITLE, "Untitled 2")), "title", "says nothing"),
    (info("/Title", "Other"), "title", "(w) the title is 'Other' in one place"),
    (xmp(TITLE, ""), "title", "(w) the title stands in the document information, and not in"),
    (without("/ViewerPreferences"), "title", "(w) viewers show the name of the file"),
    (without("/Lang"), "document-language", "does not say its language"),
    (catalogue("/Lang", String("en_GB")), "document-language", "'en_GB', which is no language tag"),
    (catalogue("/Lang", String("und")), "document-language", "'und': none"),
    (element("H2", 1, put("/Lang", String("english"))), "document-language", "is no language tag"),
    (without("/MarkInfo"), "tags", "has tags, and does not say so"),
    (catalogue("/MarkInfo", Dictionary(Marked=True, Suspects=True)), "tags", "may be wrong"),
    (written, "tags", "page 6: text (1 time) neither tagged nor"),
    (drawn("/P <</MCID 999>> BDC 300 300 9 9 re f EMC"), "tags", "with a mark that no tag holds"),
    (drawn("300 300 m 310 300 l S"), "tags", "(w) page 6: lines and areas (1 time)"),
    (element("Div", 0, into("Panel")), "tags", "'Panel' stands for no standard type"),
    (element("Div", 0, into("Aside")), "tags", "'Aside' stands for no standard type"),
    (disordered, "reading-order", "(w) page 6: a block is read after one that stands below it"),
    (moved_back, "reading-order", "(w) page 2: a block is read after one of page 10"),
    (lambda document: drop("/Tabs")(document.pages[TEXT].obj), "reading-order", "the tab key"),
    (element("Figure", 0, drop("/Alt")), "alt-text", "page 6: a picture has no description"),
    (element("Figure", 1, put("/Alt", String("  "))), "alt-text", "a picture has no description"),
    (element("Figure", 1, put("/Alt", String("IMG_2041.jpg"))), "alt-text", "says nothing"),
    (element("Figure", 1, put("/Alt", String("Figure 2"))), "alt-text", "(w) page 7: a picture is"),
    (wordless, "alt-text", "a link has no words"),
    (noted, "alt-text", "(w) page 6: an annotation (Text) has no description"),
    (element("H1", 0, into("P")), "headings", "page 2: an H2 is the first heading"),
    (element("H3", 2, into("H5")), "headings", "an H5 comes after an H2"),
    (empty_heading, "headings", "an H3 is empty"),
    (element("H3", 0, into("H")), "headings", "with a level (H1) and without (H) are mixed"),
    (both(element("TH", 0, into("TD")), element("TH", 0, into("TD"))), "table-headers", "no heads"),
    (element("TH", 0, drop("/A")), "table-headers", "a table has 1 head without a Scope"),
    (lengthened, "table-headers", "the rows of a table have 2 to 4 cells"),
    (link(put("/Dest", String("gone"))), "links", "leads to 'gone', which is not in the file"),
    (nowhere, "links", "leads to a page, which is not in the file"),
    (link(drop("/Dest")), "links", "a link leads nowhere"),
    (to("https://exa mple.org/"), "links", "a space in its address: 'https://exa mple.org/'"),
    (to("https://example.org/Bücher"), "links", "(w) page 10: a link has characters in its"),
    (to("http://192.168.2.7/x"), "links", "a host that only its author knows"),
    (to("https:///x"), "links", "names no host"),
    (to("file:///C:/brief.docx"), "links", "the author's own machine"),
    (to("javascript:alert(1)"), "links", "or runs a program"),
    (to("http://localhost:8000/"), "links", "a host that only its author knows"),
    (to("www.example.org"), "links", "an address without a beginning"),
    (to("htps://example.org"), "links", "an address of an unknown kind"),
    (to("mailto:somebody"), "links", "an e-mail address that is none"),
    (to("https://[::1"), "links", "a broken address"),
    (to(" "), "links", "an empty address"),
    (stacked, "links", "(w) page 2: two links lie upon each other"),
    (link(put("/Rect", Array([9, 9, 9, 99]))), "links", "no area to be hit"),
    (without("/Outlines"), "outline", "(w) there are no bookmarks on 10 pages"),
    (bookmark(put("/Title", String(""))), "outline", "a bookmark has no title"),
    (bookmark(put("/Dest", String("gone"))), "outline", "leads nowhere"),
    (bookmark(lambda one: put("/Dest", Array([0, Name.Fit]))(one)), "outline", "stands behind one"),
    (catalogue("/PageLabels", Dictionary(Nums=[1, Dictionary(S=Name.D)])), "page-labels", "first"),
    (catalogue("/PageLabels", Dictionary(Nums=[0, Dictionary(S=Name.Q)])), "page-labels", "style"),
    (catalogue("/PageLabels", Dictionary(Nums=[0, {}, 99, {}])), "page-labels", "page 100, which"),
    (catalogue("/PageLabels", Dictionary(Nums=[0, {}, 3, {}, 2, {}])), "page-labels", "the order"),
    (info("/ModDate", "yesterday"), "dates", "'yesterday' is no date of change"),
    (info("/CreationDate", "D:20200101000000Z"), "dates", "(w) the date of creation is 'D:2020"),
    (both(info("/CreationDate", None), xmp("xmp:CreateDate", "xmp:None")), "dates", "when it was"),
    (lambda document: document.Root.Metadata.write(b"<x"), "identifier", "they are no XML"),
    (scripted, "programs", "the file holds JavaScript"),
    (catalogue("/AA", Dictionary(WC=Dictionary(S=Name.Named, N=Name.Print))), "programs", "itself"),
    (enclosing, "programs", "(w) the file carries 'notes.txt' with it"),
    (lambda document: drop("/Title")(document.Root.Outlines.First), "outline", "has no title"),
    (lambda document: put("/Rotate", 90)(document.pages[TEXT].obj), "page-rotation", "upright"),
]  # fmt: skip

ALSO = {"they are no XML": {"title", "dates"}}
"""Where the metadata cannot be read, nothing that stands in them can be."""


def test_a_good_file_gives_no_finding(sample: bytes, known: SourceMap) -> None:
    assert found(sample, map=known) == {}
    paper = {"width": 210, "height": 297}
    assert unjudged(sample, map=known, budgets=ROOM, **paper) == set()


def test_every_check_of_reading_has_a_file_that_it_fails_and_its_reason() -> None:
    caught = {rule for _, rule, _ in BROKEN} | {"version-and-encryption", "damage"}
    for check in preflight.CHECKS:
        assert (check.look.__doc__ or "").strip(), check.rule
        if "reading" in check.groups:
            assert check.rule in caught


@pytest.mark.parametrize(("breaking", "rule", "message"), BROKEN)
def test_what_is_planted_is_found(
    sample: bytes, breaking: Breaking, rule: str, message: str
) -> None:
    told = found(spoilt(sample, breaking), "reading")
    others = next((rules for piece, rules in ALSO.items() if piece in message), set())
    assert told.keys() - others == {rule}, told
    assert any(message in each for each in told[rule]), told


def test_a_file_without_tags_is_not_judged_by_what_tags_would_say(sample: bytes) -> None:
    plain = spoilt(sample, without("/StructTreeRoot"))
    assert found(plain, "reading") == {"tags": ["the file has no tags"]}
    assert unjudged(plain, "reading") == {"reading-order", "alt-text", "headings", "table-headers"}
    paragraphs = {"widow", "orphan", "stranded-heading"}
    charts = {"chart-contrast", "chart-contrast-grey", "colour-blind"}
    assert unjudged(plain, "pages", map=SourceMap(), budgets=ROOM) == paragraphs | charts


def test_a_lock_against_readers_is_found(sample: bytes) -> None:
    kept = pikepdf.Permissions(extract=False, accessibility=False)
    locked = pikepdf.Encryption(owner="o", user="", allow=kept, R=3, aes=False, metadata=False)
    told = found(spoilt(sample, lambda _: None, encryption=locked), "reading")
    assert told == {"version-and-encryption": ["the file is locked against screen readers"]}


def test_a_file_without_an_identifier_is_told(sample: bytes) -> None:
    told = found(sample.replace(b"/ID", b"/No"), "reading")
    assert told == {"identifier": ["(w) the file has no identifier (/ID)"]}


def test_a_lock_that_lets_readers_in_is_told(sample: bytes) -> None:
    kept = pikepdf.Encryption(owner="owner", user="", allow=pikepdf.Permissions(extract=False))
    (told,) = found(spoilt(sample, lambda _: None, encryption=kept), "reading").values()
    assert told[0].startswith("(w) no text may be taken out")


def test_a_file_from_the_future_is_told(sample: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    monkeypatch.setattr(dating, "now", lambda: before)
    assert found(sample, "reading")["dates"] == [
        "(w) the date of creation is in the future: 2026-03-01",
        "(w) the date of change is in the future: 2026-03-01",
    ]


def test_a_change_before_the_making_is_told(sample: bytes) -> None:
    earlier = both(
        info("/ModDate", "D:20200101000000Z"), xmp("<xmp:ModifyDate>2026", "<xmp:ModifyDate>2020")
    )
    told = found(spoilt(sample, both(earlier, xmp("2020-03-01", "2020-01-01"))), "reading")
    assert told == {"dates": ["(w) the file says that it was changed before it was made"]}


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org/a?b=c&d=%20#e", "mailto:who@example.org?subject=Buses",
        "tel:+441234567", "http://93.184.215.14/x", "https://xn--bcher-kva.example/", "doi:10.1/2",
    ],
)  # fmt: skip
def test_addresses_that_others_can_follow_pass(sample: bytes, address: str) -> None:
    assert found(spoilt(sample, to(address)), "reading") == {}


@pytest.mark.parametrize("tag", ["en", "de-CH", "zh-Hant-TW", "sr-Latn", "en-x-plain", "de-1996"])
def test_language_tags_pass(sample: bytes, tag: str) -> None:
    assert found(spoilt(sample, catalogue("/Lang", String(tag))), "reading") == {}


def test_links_over_two_lines_do_not_lie_upon_what_stands_between(sample: bytes) -> None:
    def over_two_lines(document: pikepdf.Pdf) -> None:
        stacked(document)
        long = next(one for one in links(document) if "/Dest" in one)
        corners = [400, 20, 500, 20, 400, 10, 500, 10, 50, 8, 90, 8, 50, 0, 90, 0]
        long.QuadPoints = Array(corners)

    assert found(spoilt(sample, over_two_lines), "reading") == {}


def test_metadata_that_are_not_there_are_told_once(sample: bytes) -> None:
    told = found(spoilt(sample, without("/Metadata")), "reading")
    assert told == {"identifier": ["(w) the file has no metadata (XMP)"]}


def test_destinations_of_old_files_are_known(sample: bytes) -> None:
    def as_of_old(document: pikepdf.Pdf) -> None:
        document.Root.Dests = Dictionary(there=Array([document.pages[0].obj, Name.Fit]))
        link(put("/Dest", Name.there))(document)

    assert found(spoilt(sample, as_of_old), "reading") == {}


def test_types_of_ones_own_are_looked_up_in_the_role_map(sample: bytes) -> None:
    def mapped(document: pikepdf.Pdf) -> None:
        document.Root.StructTreeRoot.RoleMap = Dictionary(
            Head=Name.Top, Top=Name.H1, Strong=Name.Div
        )
        both(element("H1", 0, into("Head")), element("Div", 0, into("Strong")))(document)

    assert found(spoilt(sample, mapped), "reading") == {}


def test_a_role_map_that_goes_in_a_circle_has_an_end(sample: bytes) -> None:
    def circling(document: pikepdf.Pdf) -> None:
        document.Root.StructTreeRoot.RoleMap = Dictionary(One=Name.Two, Two=Name.One)
        element("Div", 0, into("One"))(document)

    assert "stands for no standard type" in str(found(spoilt(sample, circling), "reading")["tags"])


def test_cells_that_reach_down_are_counted_below(sample: bytes) -> None:
    def reaching(document: pikepdf.Pdf) -> None:
        first, _, third, _ = elements(document, "TD")
        first.A = Dictionary(O=Name.Table, RowSpan=2)
        third.P.K = Array([one for one in third.P.K if one.objgen != third.objgen])

    assert "table-headers" not in found(spoilt(sample, reaching), "reading")
