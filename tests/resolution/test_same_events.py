"""Events of several articles are one only if nothing tells them apart."""

import datetime

import pytest

from kg.domain import Happening
from kg.resolution.meanings import Meanings
from kg.resolution.same_events import link_events
from tests.fakes import FakeEncoder
from tests.resolution.told import MONDAY, happening

FRIDAY = MONDAY + datetime.timedelta(days=4)


def are_one(*told: Happening) -> bool:
    return bool(link_events(told, Meanings(FakeEncoder().encode)))


def test_one_visit_of_one_day_in_two_articles() -> None:
    one = happening(
        "visit", "Olena Marchuk", "Valdene", article="a", day=MONDAY, label="Olena Marchuk visit Valdene"
    )
    other = happening("visit", "Olena Marchuk", "Valdene", article="b", day=MONDAY, label="visit to Valdene")
    (found,) = link_events([other, one], Meanings(FakeEncoder().encode))
    assert (found.merged, found.target) == (other.event.id, one.event.id)
    assert "2 common actors" in found.evidence
    assert found.probability > 0.9


def test_synonyms_of_one_act_are_one() -> None:
    assert are_one(
        happening("sack", "Harlan United", "Pieter Maas", article="a", day=MONDAY),
        happening("fire", "Harlan United", "Pieter Maas", article="b", day=MONDAY),
    )


def test_without_a_day_the_articles_must_be_near() -> None:
    told = [happening("sue", "Talis", "Norvik", article=name, told=MONDAY) for name in "ab"]
    assert are_one(*told)
    assert not are_one(told[0], happening("sue", "Talis", "Norvik", article="b", told=FRIDAY))
    assert not are_one(told[0], happening("sue", "Talis", "Norvik", article="b", told=None))


FIRST = happening("sue", "Talis", "Norvik", article="a", day=MONDAY, place="Orsby")


@pytest.mark.parametrize(
    "other",
    [
        happening("sue", "Norvik", "Talis", article="b", day=MONDAY, place="Orsby"),
        happening("sue", "Talis", "Norvik", article="b", day=FRIDAY, place="Orsby"),
        happening("sue", "Talis", "Norvik", article="b", day=MONDAY, place="Corran"),
        happening("sue", "Talis", "Aurora Foods", article="b", day=MONDAY, place="Orsby"),
        happening("praise", "Talis", "Norvik", article="b", day=MONDAY, place="Orsby"),
        happening("sue", "Talis", "Norvik", article="b", place="Orsby"),
        happening("sue", "Talis", "Norvik", article="a", day=MONDAY, place="Corran"),
    ],
    ids=[
        "other way round",
        "other day",
        "other place",
        "other patient",
        "other verb",
        "no day",
        "same article",
    ],
)
def test_what_differs_in_one_thing_is_another_event(other: Happening) -> None:
    assert not are_one(FIRST, other)


def test_one_common_actor_is_not_enough_for_events_called_otherwise() -> None:
    one = happening("sign", "Amsel", article="a", day=MONDAY, label="sign the farm bill")
    other = happening("sign", "Amsel", article="b", day=MONDAY, label="autograph books")
    assert not are_one(one, other)
