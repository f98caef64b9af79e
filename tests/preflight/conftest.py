"""The file that most of these tests break."""

import pytest

from tests.preflight import spoilt


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A PDF of a small brief, of which preflight has nothing to say."""
    return spoilt.sample(tmp_path_factory.mktemp("sample"))
