import onym
import pytest


@pytest.fixture(scope="session")
def tagger():
    return onym.load()
