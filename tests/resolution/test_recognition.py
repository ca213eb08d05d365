import pytest

from kg.domain import Actor, ActorKind, KnownActor, Links, Sighting
from kg.identity import actor_id
from kg.resolution import link_actors
from kg.resolution.forms import is_bare

BODY = ActorKind.ORGANIZATION


def known(name: str, *aliases: str, kind: ActorKind = ActorKind.PERSON, item: str = "") -> KnownActor:
    entity = f"http://www.wikidata.org/entity/{item}" if item else None
    return KnownActor(actor_id(name, qualifier=item), name, kind, aliases, entity)


def seen(name: str, *aliases: str, kind: ActorKind = ActorKind.PERSON, article: str = "a") -> Sighting:
    scope = article if kind == ActorKind.PERSON and is_bare(name) else ""
    return Sighting(article, Actor(actor_id(name, qualifier=scope), kind, name, aliases))


MARSH = known("Helen Ada Marsh", "Nell Marsh", "Marsh", item="Q5")


def targets(links: Links) -> dict[str, str]:
    return {merge.merged: merge.target for merge in links.merges}


@pytest.mark.parametrize(
    "name", ["Helen Ada Marsh", "helen ada marsh", "Nell Marsh", "Marsh", "Helen Marsh", "Helen A. Marsh"]
)
def test_its_identity_wins_over_what_articles_say(name: str) -> None:
    often = [seen(name, article=article) for article in "abcdef"]
    links = link_actors(often, [MARSH])
    assert {targets(links)[each.actor.id] for each in often} == {MARSH.id}
    assert links.known == (MARSH,)


@pytest.mark.parametrize("name", ["Otto Marsh", "Helena Marshall", "Nell"])
def test_others_are_left_alone(name: str) -> None:
    links = link_actors([seen(name)], [MARSH])
    assert links.merges == links.known == ()


def test_evidence_tells_that_the_gazetteer_has_it() -> None:
    (merge,) = link_actors([seen("Nell Marsh")], [MARSH]).merges
    assert merge.evidence == "alias in the gazetteer: Nell Marsh = Helen Ada Marsh"
    assert merge.probability == 0.98


def test_one_who_bears_the_very_name_needs_no_link() -> None:
    entry = known("Helen Marsh")
    links = link_actors([seen("Helen Marsh")], [entry])
    assert (links.merges, links.known) == ((), (entry,))


def test_an_alias_of_two_is_suspected_of_both() -> None:
    bill = known("Bill Marsh", "Marsh")
    bare = seen("Marsh")
    links = link_actors([bare], [MARSH, bill])
    assert links.merges == ()
    pairs = {frozenset((each.one, each.other)) for each in links.suspects}
    assert pairs == {frozenset((bare.actor.id, each.id)) for each in (MARSH, bill)}


def test_namesakes_in_the_gazetteer_stay_apart() -> None:
    one, other = known("Ann Cole", item="Q1"), known("Ann Cole", item="Q2")
    links = link_actors([seen("Ann Cole")], [one, other])
    assert links.merges == ()
    assert len(links.suspects) == 2


def test_two_known_ones_are_never_one_nor_suspected() -> None:
    one, other = known("Ann Cole", item="Q1"), known("Ann B. Cole", item="Q2")
    sightings = [seen("Ann Cole", article="a"), seen("Ann B. Cole", article="b")]
    links = link_actors(sightings, [one, other])
    assert one.id not in targets(links)
    assert other.id not in targets(links)
    assert not any({each.one, each.other} == {one.id, other.id} for each in links.suspects)


def test_a_name_of_another_kind_is_only_suspected() -> None:
    institute = known("Marsh Institute", "Otto Marsh", kind=BODY)
    (suspect,) = link_actors([seen("Otto Marsh")], [institute]).suspects
    assert suspect.evidence == "Marsh Institute of the gazetteer is of the kind organization"


@pytest.mark.parametrize("name", ["The Valdene Post", "Valdene Post", "VP"])
def test_bodies_are_recognised_as_they_are_compared(name: str) -> None:
    paper = known("Valdene Post Inc.", "VP", kind=BODY)
    links = link_actors([seen(name, kind=BODY)], [paper])
    assert set(targets(links).values()) == {paper.id}


def test_spellings_join_what_the_gazetteer_has() -> None:
    entry = known("Volodymyr Zelensky", item="Q9")
    sightings = [seen("Volodymyr Zelenskyy", article="a"), seen("Володимир Зеленський", article="b")]
    links = link_actors(sightings, [entry])
    assert set(targets(links).values()) == {entry.id}
    assert len(links.merges) == 2


def test_whom_no_article_shows_is_not_among_the_known() -> None:
    assert link_actors([seen("Ann Cole")], [MARSH]) == Links()
