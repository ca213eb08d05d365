"""The question that a claim with a number answers."""

from decimal import Decimal

import pytest

from kg.domain import Actor, ActorKind, Quantity, Span
from kg.identity import actor_id
from kg.resolution.claim_issues import issue_of

NORTHLAND = Actor(actor_id("Northland"), ActorKind.GOVERNMENT, "Northland")
OFFICIALS = Actor("officials", ActorKind.GROUP, "Officials")


def number(unit: str, amount: int = 12) -> Quantity:
    return Quantity(Decimal(amount), Decimal(amount), unit, False, Span(0, 1))


def test_a_question_asks_for_the_number_of_what_is_counted() -> None:
    issue = issue_of("Northland sent 12 ships", "send", number("ship"), [NORTHLAND])
    assert issue is not None
    assert issue.label == "How many ships: Northland · send"


def test_other_numbers_of_the_same_answer_one_question() -> None:
    one, other = (
        issue_of(f"Northland sent {amount} ships to the bay", "send", number("ship", amount), [NORTHLAND])
        for amount in (12, 40)
    )
    assert one == other


def test_shares_of_others_answer_other_questions() -> None:
    young, old = (
        issue_of(f"12% of {who} trust Northland", "trust", number("%"), [NORTHLAND])
        for who in ("students", "farmers")
    )
    assert young != old


@pytest.mark.parametrize(
    ("predicate", "unit", "about"), [("", "ship", [NORTHLAND]), ("send", "", [NORTHLAND])]
)
def test_without_verb_or_unit_there_is_no_question(predicate: str, unit: str, about: list[Actor]) -> None:
    assert issue_of("Northland sent 12", predicate, number(unit), about) is None


def test_without_a_name_every_article_would_answer_it() -> None:
    assert issue_of("they sent 12 ships", "send", number("ship"), [OFFICIALS]) is None
