import random

import pytest

from kg.domain import Actor, ActorKind
from kg.identity import actor_id, unnamed_source_id
from kg.resolution import link_actors


def actor(name: str, kind: ActorKind = ActorKind.PERSON, *aliases: str) -> Actor:
    return Actor(actor_id(name), kind, name, aliases)


def linked(*actors: Actor) -> list[tuple[str, str]]:
    names = {each.id: each.name for each in actors}
    merges = link_actors((f"article {number}", each) for number, each in enumerate(actors))
    return [(names[merge.merged], names[merge.target]) for merge in merges]


BODY, STATE = ActorKind.ORGANIZATION, ActorKind.GOVERNMENT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (actor("Volodymyr Zelensky"), actor("Volodymyr Zelenskyy")),
        (actor("Volodymyr Zelensky"), actor("Володимир Зеленський")),
        (actor("Oleksandr Syrsky"), actor("Oleksandr Syrskyi")),
        (actor("Ann Cole"), actor("Ann B. Cole")),
        (actor("Mike Lind"), actor("Michael Lind")),
        (actor("José Muñoz"), actor("Jose Munoz")),
        (actor("The Valdene Post", BODY), actor("Valdene Post", BODY)),
        (actor("Brandt Holdings Inc.", BODY), actor("Brandt Holdings", BODY)),
        (actor("Water Protection Agency", STATE, "WPA"), actor("WPA", BODY)),
        (actor("NATO", BODY), actor("North Atlantic Treaty Organization", BODY)),
    ],
)
def test_the_same_under_two_spellings(one: Actor, other: Actor) -> None:
    assert len(linked(one, other)) == len(linked(other, one)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (actor("Zelensky"), actor("Volodymyr Zelensky")),
        (actor("Zelensky"), actor("Zelenskyy")),
        (actor("Olena Zelenska"), actor("Volodymyr Zelensky")),
        (actor("Otto Lind"), actor("Otto Lind Jr.")),
        (actor("Ann Cole"), actor("Bill Cole")),
        (actor("Ann B. Cole"), actor("Ann C. Cole")),
        (actor("Ann Cole"), actor("Ann Cole Fund", BODY)),
        (actor("Water Protection Agency", STATE), actor("WPA", BODY)),
        (actor("Supreme Court", STATE), actor("Supreme Council", STATE)),
    ],
)
def test_two_who_stay_two(one: Actor, other: Actor) -> None:
    assert linked(one, other) == []


def test_the_unnamed_are_never_linked() -> None:
    sources = [
        Actor(unnamed_source_id(article, "Western official"), ActorKind.ANONYMOUS, "Western official")
        for article in ("a", "b")
    ]
    assert linked(*sources) == []


def test_the_best_known_is_the_target_then_the_longest() -> None:
    short, long = actor("Ann Cole"), actor("Ann B. Cole")
    assert linked(short, long) == [("Ann Cole", "Ann B. Cole")]
    seen = [("a", short), ("b", short), ("b", long)]
    assert [merge.target for merge in link_actors(seen)] == [short.id]


def test_contested_links_are_not_made() -> None:
    assert linked(actor("Ann Cole"), actor("Ann B. Cole"), actor("Ann C. Cole")) == []


def test_evidence_is_told_in_words() -> None:
    (merge,) = link_actors([("a", actor("Ann Cole")), ("b", actor("Ann B. Cole"))])
    assert merge.probability == 0.92
    assert merge.evidence == "equal given name, equal last name: Ann B. Cole = Ann Cole"


def test_order_does_not_matter_and_no_target_is_merged() -> None:
    names = [
        f"{first} {last}"
        for first in ("Ann", "Anna B.", "Mike", "Michael")
        for last in ("Cole", "Kole", "Lind")
    ]
    pairs = [(f"a{number % 3}", actor(name)) for number, name in enumerate(names)]
    expected = link_actors(pairs)
    assert expected
    for seed in range(5):
        shuffled = pairs[:]
        random.Random(seed).shuffle(shuffled)
        assert link_actors(shuffled) == expected
    assert not {merge.merged for merge in expected} & {merge.target for merge in expected}
