"""Settings of all tests."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

# A busy machine is no bug: no test fails for being slow.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What tests make is kept among what tests keep."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long comes first, so that no worker has it alone in the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
