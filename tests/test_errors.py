import inspect

import pytest

from kg import errors
from kg.errors import NewskgError, QuerySyntaxError, QueryTimeoutError, UnknownNameError

TREE = [each for _name, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, NewskgError)]


@pytest.mark.parametrize("error", TREE, ids=lambda error: error.__name__)
def test_the_docstring_draws_every_error(error: type[NewskgError]) -> None:
    assert errors.__doc__
    assert error.__name__ in errors.__doc__


def test_a_miss_offers_what_is_near() -> None:
    miss = UnknownNameError("question", "who-sad-what", ["who-said-what", "timeline", "denials"])
    assert str(miss) == "no question named 'who-sad-what'"
    assert "who-said-what" in miss.hint
    assert "denials" not in miss.hint


def test_a_miss_with_nothing_near_lists_what_exists() -> None:
    assert UnknownNameError("format", "xyz", ["turtle", "csv"]).hint == "Did you mean: csv, turtle?"
    assert UnknownNameError("actor", "Olena", []).hint == "There is no actor yet."


def test_a_syntax_error_says_where() -> None:
    error = QuerySyntaxError("expected '{'", line=2, column=7)
    assert str(error) == "line 2, column 7: expected '{'"
    assert (error.line, error.column) == (2, 7)


def test_a_timeout_says_how_long() -> None:
    assert "30 seconds" in str(QueryTimeoutError(30.0))
