"""The recipients: read as spreadsheets write them, and refused with a place."""

from pathlib import Path

import pytest

from briefpack.distribution import recipients
from briefpack.distribution.recipients import Recipient
from briefpack.problem import Refused

EDITIONS = ["screen", "office"]


def read(folder: Path, data: str | bytes) -> list[Recipient]:
    file = folder / "recipients.csv"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return recipients.read(file, EDITIONS)


def complaints(folder: Path, data: str | bytes) -> list[str]:
    """Each complaint as `line:column message | hint`."""
    with pytest.raises(Refused) as refused:
        read(folder, data)
    return [
        f"{one.place.line}:{one.place.column} {one.message} | {one.hint}"
        for one in refused.value.problems
    ]


@pytest.mark.parametrize(
    "text",
    [
        "name,organisation,e-mail,edition,note\nAnna,Ministry,a@b.org,office,hi\n",
        "Name;Organisation;E-Mail;Ausgabe;Notiz\r\nAnna;Ministry;a@b.org;office;hi\r\n",
        "NOM\tOrganisme\tCourriel\tÉdition\tRemarque\nAnna\tMinistry\ta@b.org\toffice\thi",
        'note,edition,email,organization,"name"\n\nhi,office,a@b.org,Ministry,"  Anna "\n,,,,\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_write_is_read(tmp_path: Path, text: str, encoding: str) -> None:
    [person] = read(tmp_path, text.encode(encoding))
    values = (person.name, person.organisation, person.email, person.edition, person.note)
    assert values == ("Anna", "Ministry", "a@b.org", "office", "hi")
    assert person.name.place.line in (2, 3)


def test_only_a_name_is_needed(tmp_path: Path) -> None:
    people = read(tmp_path, "name\nAnna  Maria\nBela\n")
    assert [str(person.name) for person in people] == ["Anna Maria", "Bela"]
    assert {person.edition for person in people} == {""}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,e-mial\nAnna,x\n", ["1:6 there is no column 'e-mial' | did you mean 'e-mail'?"]),
        (
            "organisation\nMinistry\n",
            [
                (
                    "1:1 there is no column 'name' | the first line names the columns: "
                    "name, organisation, e-mail, edition, note"
                )
            ],
        ),
        (
            "Anna Kowalska,a@b.org\nBela,b@b.org\n",
            [
                (
                    "1:1 the first line names no column | the first line names the columns: "
                    "name, organisation, e-mail, edition, note"
                )
            ],
        ),
        (
            "Vorname;Nachname\nAnna;Blum\n",
            [
                (
                    "1:1 there is no column 'name' | the first line names the columns: "
                    "name, organisation, e-mail, edition, note"
                ),
                (
                    "1:1 there is no column 'Vorname' | "
                    "join first and last name in one column, 'name'"
                ),
                (
                    "1:9 there is no column 'Nachname' | "
                    "join first and last name in one column, 'name'"
                ),
            ],
        ),
        ("name,Nom\nAnna,x\n", ["1:6 two columns are the name | keep one of them"]),
        ("name\n", ["0:0 the file names nobody | write a line for each copy"]),
        (
            "name,note\nAnna,a, b\n",
            [
                (
                    "2:9 this line has 3 cells, and the first one 2 | "
                    "put a cell that holds a comma in quotation marks"
                )
            ],
        ),
        (
            "name,organisation\n,Ministry\n–,x\n",
            [
                "2:1 a recipient has no name | each copy is printed with its holder's name",
                "3:1 a recipient has no name | each copy is printed with its holder's name",
            ],
        ),
        (
            "name,organisation\nAnna,A\nANNA,B\nanna ,a\n",
            [
                (
                    "4:1 'anna, a' stands in line 2 already | "
                    "one copy each; tell two people of one name apart by their organisations"
                )
            ],
        ),
        (
            "name,e-mail,edition\nAnna,anna.org,screen\nBela,b@b.org,ofice\n",
            [
                "2:6 'anna.org' is no e-mail address | ",
                "3:14 there is no edition 'ofice' of this brief | did you mean 'office'?",
            ],
        ),
        (
            "name\nعمر\n",
            [
                (
                    "2:1 'عمر' cannot be printed: Fira Sans has no 'ع' (U+0639 ARABIC LETTER AIN), "
                    "'م' (U+0645 ARABIC LETTER MEEM), 'ر' (U+0631 ARABIC LETTER REH) | "
                    "write it in Latin, Greek or Cyrillic letters"
                )
            ],
        ),
        (
            "name\nAn\u200bna\n",
            [
                (
                    "2:1 'An\ufffdna' cannot be printed: Fira Sans has no "
                    "U+200B ZERO WIDTH SPACE | "
                    "delete what is invisible"
                )
            ],
        ),
        (
            "name\nx\u0303y\n",
            [
                (
                    "2:1 'x\u0303y' cannot be printed: Fira Sans has no U+0303 COMBINING TILDE | "
                    "write it in Latin, Greek or Cyrillic letters"
                )
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, said: list[str]) -> None:
    assert complaints(tmp_path, text) == said


def test_another_encoding_is_told_at_its_first_letter(tmp_path: Path) -> None:
    [said] = complaints(tmp_path, "name\nAnna\nZoë\n".encode("cp1252"))
    assert said.startswith("3:3 the byte 0xEB is not UTF-8; it would be 'ë' in Windows-1252 | save")
    assert "CSV UTF-8" in said


def test_a_spreadsheet_is_no_list_yet(tmp_path: Path) -> None:
    (tmp_path / "people.xlsx").write_bytes(b"PK")
    with pytest.raises(Refused) as refused:
        recipients.read(tmp_path / "people.xlsx", EDITIONS)
    [problem] = refused.value.problems
    assert "CSV UTF-8" in problem.hint


def test_a_spreadsheet_is_none_either_when_it_is_called_csv(tmp_path: Path) -> None:
    [said] = complaints(tmp_path, b"PK\x03\x04\x14\x00")
    assert "is a spreadsheet, expected CSV | save it as" in said


def test_an_edition_may_begin_with_a_capital(tmp_path: Path) -> None:
    [person] = read(tmp_path, "name,edition\nAnna,Office\n")
    assert person.edition == "office"


def test_a_missing_file_is_told_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "recipients.csv").write_text("name\n")
    with pytest.raises(Refused) as refused:
        recipients.read(tmp_path / "recipient.csv", EDITIONS)
    [problem] = refused.value.problems
    assert problem.hint == "did you mean 'recipients.csv'?"


def test_accents_apart_are_the_letters_that_they_make(tmp_path: Path) -> None:
    [person] = read(tmp_path, "name\nNguye\u0302\u0303n\n")
    assert person.name == "Nguyễn"
