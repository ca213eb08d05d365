import inspect

import pytest

from kg import errors
from kg.errors import NewskgError, QuerySyntaxError, QueryTimeoutError, UnknownNameError

TREE = [each for _name, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, NewskgError)]


@pytest.mark.parametrize("error", TREE, ids=lambda error: error.__name__)
def test_the_docstring_draws_every_error(error: type[NewskgError]) -> None:
    assert errors.__doc__
    assert error.__name__ in errors.__doc__


MANY = [f"question-{number}" for number in range(30)]


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("turtel", ["turtle", "csv"], "There is: csv, turtle."),
        ("Olena", [], "There is no format yet."),
        ("who-sad-what", ["who-said-what", *MANY], "Did you mean: who-said-what?"),
        ("xyz", MANY, f"There is: {', '.join(sorted(MANY)[:20])}, and 10 more."),
    ],
)
def test_a_miss_lists_what_exists(name: str, known: list[str], hint: str) -> None:
    miss = UnknownNameError("format", name, known)
    assert str(miss) == f"no format named {name!r}"
    assert miss.hint == hint


def test_a_syntax_error_says_where() -> None:
    error = QuerySyntaxError("expected '{'", line=2, column=7)
    assert str(error) == "line 2, column 7: expected '{'"
    assert (error.line, error.column) == (2, 7)


def test_a_timeout_says_how_long() -> None:
    assert "30 seconds" in str(QueryTimeoutError(30.0))
