"""Names of files are addresses, whatever is in them."""

import pytest

from briefpack.reporting.addresses import uri


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("build/a b.pdf", "build/a%20b.pdf"),
        ("100%#1?.pdf", "100%25%231%3F.pdf"),
        ("a:b.pdf", "a%3Ab.pdf"),
        ("übung.pdf", "%C3%BCbung.pdf"),
        ("\udcff.pdf", "%FF.pdf"),
        ("/tmp/a b.pdf", "file:///tmp/a%20b.pdf"),
    ],
)
def test_names_of_files_are_addresses(name: str, address: str) -> None:
    assert uri(name) == address
