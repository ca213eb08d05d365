import datetime

import pytest

from kg.errors import NewskgError, UnknownNameError
from kg.views.choosing import Choice, chosen_rows
from tests.views.graphs import published

DAY = datetime.date(2031, 3, 4)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return published(tmp_path_factory.mktemp("graph"))


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        (Choice(), ["first", "first", "second"]),
        (Choice(actor="officials"), ["second"]),
        (Choice(actor="marchuk"), ["first", "first", "second"]),
        (Choice(actor="officials", about="nortland"), ["second"]),
        (Choice(about="Olena Marchuk"), ["first", "second"]),
        (Choice(article="second.txt"), ["second"]),
        (Choice(since=DAY), ["first", "first"]),
        (Choice(until=DAY, about="marchuk"), ["first"]),
    ],
)
def test_a_choice_leaves_its_statements(snapshot, choice, found):
    assert [row.article.name for row in chosen_rows(snapshot, choice)] == found


def test_a_name_that_nobody_has_is_told_with_the_nearest(snapshot):
    with pytest.raises(UnknownNameError) as caught:
        chosen_rows(snapshot, Choice(actor="Olga Marchenko"))
    assert "Olena Marchuk" in caught.value.hint


def test_a_choice_that_leaves_nothing_says_what_it_was(snapshot):
    with pytest.raises(NewskgError, match="about officials, since 2031-03-05") as caught:
        chosen_rows(snapshot, Choice(about="officials", since=DAY + datetime.timedelta(days=1)))
    assert "without a date" in caught.value.hint
