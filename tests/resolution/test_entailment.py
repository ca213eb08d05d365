"""Somebody denies a part of what another one says."""

import datetime

import pytest

from kg.domain import Claim, Entailment
from kg.resolution import link_contents
from kg.resolution.meanings import Meanings
from tests.fakes import FakeEncoder
from tests.resolution.told import MONDAY, assertion, claim, number

SENT = claim(
    "Northland has already sent 300 soldiers and two generals to Eastmark by ship",
    "Northland, Eastmark",
    "send",
    number(300, "soldier"),
)
DENIED = claim("Northland has dispatched any soldiers to Eastmark", "Northland, Eastmark", "dispatch")


def entailed(affirmed: Claim, denied: Claim, *, place: str = "b", days: int = 0) -> tuple[Entailment, ...]:
    said = (
        assertion(affirmed, "a"),
        assertion(denied, place, denied=True, day=MONDAY + datetime.timedelta(days=days)),
    )
    return link_contents(said, (), (), Meanings(FakeEncoder().encode)).entailments


def test_who_says_more_says_what_another_denies() -> None:
    (found,) = entailed(SENT, DENIED)
    assert (found.premise, found.hypothesis) == (SENT.id, DENIED.id)
    assert 0.6 < found.probability < 0.8
    assert found.evidence == "send – dispatch, of the same: eastmark, northland, soldier"


def test_who_denies_more_may_be_right_with_who_says_less() -> None:
    assert not entailed(DENIED, SENT)


@pytest.mark.parametrize(
    ("affirmed", "reason"),
    [
        (claim("Eastmark sent 300 soldiers to Northland", "Northland, Eastmark", "send"), "changed places"),
        (claim("Northland will send soldiers to Eastmark", "Northland, Eastmark", "send"), "only ahead"),
        (claim("Northland or Varn sent soldiers to Eastmark", "Northland, Eastmark", "send"), "or another"),
        (claim("Northland has paid soldiers in Eastmark", "Northland, Eastmark", "pay"), "another verb"),
        (claim("Northland has sent soldiers to Valdene", "Northland, Valdene", "send"), "elsewhere"),
        (claim("Northland has sent food to Eastmark", "Northland, Eastmark", "send"), "something else"),
    ],
)
def test_what_differs_in_one_thing_says_nothing_of_it(affirmed: Claim, reason: str) -> None:
    assert not entailed(affirmed, DENIED), reason


def test_who_denies_alternatives_denies_each() -> None:
    neither = claim(
        "Northland has dispatched any soldiers to Valdene or Eastmark",
        "Northland, Eastmark, Valdene",
        "dispatch",
    )
    assert entailed(SENT, neither)


def test_these_are_others_in_the_same_article() -> None:
    these = claim("these soldiers have been dispatched to Eastmark", "Northland, Eastmark", "dispatch")
    sent = claim(
        "300 soldiers, two generals and the crews of nine tanks have been sent to Eastmark by ship",
        "Northland, Eastmark",
        "send",
    )
    assert entailed(sent, these)
    assert not entailed(sent, these, place="a")


def test_a_pronoun_may_mean_others() -> None:
    for about, number_of in (("Northland, Eastmark", 1), ("Varn, Eastmark", 0)):
        they = claim("they have dispatched any soldiers to Eastmark", about, "dispatch", of="they")
        assert len(entailed(SENT, they)) == number_of


def test_the_world_changes() -> None:
    assert not entailed(SENT, DENIED, days=90)
