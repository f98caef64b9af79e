"""The file that most of these tests break."""

import pytest

from briefpack import mapcase
from briefpack.sourcemap import SourceMap
from tests.preflight import spoilt


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A PDF of a small brief, of which preflight has nothing to say."""
    return spoilt.sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def known(sample: bytes) -> SourceMap:
    """Where the content of that brief stands in its PDF."""
    kept = mapcase.kept(sample)
    assert kept
    return kept.source_map
