"""The one reader that all tests of this room share."""

import pytest

from kg.reader import Reader, load_reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader with the weights of the package."""
    return load_reader(threads=1)
