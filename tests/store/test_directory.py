"""Who is meant: as read now, as the articles have it, by identifier; never a guess."""

import pytest
from pyoxigraph import NamedNode, Store

from kg.domain import Actor, ActorKind, Merge, ResolvedArticle
from kg.errors import AmbiguousNameError, CorrectionError, UnknownNameError
from kg.store.addresses import Kind
from kg.store.corrections import Action, Correction
from kg.store.directory import Directory, find_identified
from kg.store.namesakes import namesake
from kg.store.vocabulary import SKOS
from tests.fakes import article
from tests.store.datasets import HERE, actor, correction, decided, effective, named, objects, stored

PEOPLE = (
    Actor("olena-marchuk-aaaabbbbccccdddd", ActorKind.PERSON, "Olena Marchuk", ("Marchuk",)),
    Actor("o-marchuk-eeeeffffgggghhhh", ActorKind.PERSON, "O. Marchuk"),
    Actor("karl-brandt-aaaaccccddddeeee", ActorKind.PERSON, "Karl Brandt", ("Brandt",)),
    Actor("olena-brandt-iiiijjjjkkkkllll", ActorKind.PERSON, "Olena Brandt", ("Brandt",)),
    Actor("an-aide-mmmmnnnnoooopppp", ActorKind.ANONYMOUS, "an aide to Brandt"),
)
OLENA, O_MARCHUK, KARL, OLENA_BRANDT = (actor(each.id) for each in PEOPLE[:4])
AIDE = HERE.node(Kind.SOURCE, PEOPLE[4].id)
FOUND = Merge(PEOPLE[1].id, PEOPLE[0].id, 0.9, "alike")


def told(text: str, people: tuple[Actor, ...] = PEOPLE) -> ResolvedArticle:
    return ResolvedArticle(article(text), "fake-1", people, (), (), ())


def directory(*corrections: Correction, articles: tuple[ResolvedArticle, ...] = (told("One."),)) -> Directory:
    store = Store()
    store.extend([*stored(*articles, merges=[FOUND]), *decided(*corrections)])
    return Directory.of(store, HERE)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        (OLENA.value, OLENA),
        (f"<{OLENA.value}>", OLENA),
        ("actor:o-marchuk-eeeeffffgggghhhh", O_MARCHUK),
        ("o-marchuk-eeeeffffgggghhhh", O_MARCHUK),
        ("eeee", O_MARCHUK),
        ("actor:karl", KARL),
        ("Olena Marchuk", OLENA),
        ("O. Marchuk", O_MARCHUK),  # read as another, and meant itself
        ("marchuk", OLENA),  # both are one
        ("karl", KARL),
        ("aide", AIDE),
        ("src:an-aide-mmmmnnnnoooopppp", AIDE),
    ],
)
def test_the_one_who_is_meant(asked: str, meant: NamedNode) -> None:
    assert directory().find(asked) == meant


@pytest.mark.parametrize("asked", ["brandt", "aaaa", "olen"])
def test_several_are_listed(asked: str) -> None:
    with pytest.raises(AmbiguousNameError) as several:
        directory().find(asked)
    assert len(several.value.candidates) == 2
    assert all("(" in each for each in several.value.candidates)


@pytest.mark.parametrize("asked", ["", "nobody", "aaa", "marchuc"])
def test_nobody_is_guessed(asked: str) -> None:
    with pytest.raises(UnknownNameError):
        directory().find(asked)


def test_a_name_that_a_person_gave_is_found_and_so_is_the_old_one() -> None:
    renamed = directory(correction(Action.RENAME, KARL, name="Charles Brandt"))
    assert renamed.find("charles brandt") == renamed.find("karl brandt") == KARL
    assert renamed.called(KARL) == "Charles Brandt"


def test_members_are_all_who_are_read_as_one() -> None:
    assert directory().members(OLENA) == (O_MARCHUK, OLENA)
    assert directory().members(O_MARCHUK) == ()
    apart = directory(correction(Action.SPLIT, O_MARCHUK, OLENA))
    assert apart.members(OLENA) == (OLENA,)


def test_a_namesake_is_somebody_else_in_one_article_only() -> None:
    articles = (told("One."), told("Two.", PEOPLE[2:3]))
    of_second = HERE.node(Kind.ARTICLE, articles[1].article.id)
    corrected = correction(Action.SET_APART, KARL, of_second)
    other = NamedNode(HERE.base + namesake(named(KARL), named(of_second)))
    found = directory(corrected, articles=articles)
    assert found.articles[KARL] == {articles[0].article.id}
    assert found.articles[other] == {articles[1].article.id}
    assert found.names[other] == ("Karl Brandt", "Brandt")
    with pytest.raises(AmbiguousNameError):
        found.find("Karl Brandt")
    triples = effective([*stored(*articles), *decided(corrected)])
    assert objects(triples, other, SKOS.prefLabel) == {"Karl Brandt"}
    assert effective(stored(articles[0])) < triples


def test_things_are_named_by_identifier_alone() -> None:
    nodes = [HERE.node(Kind.STATEMENT, each) for each in ("aaaabbbb", "aaaacccc")]
    assert find_identified(Kind.STATEMENT, "st:aaaab", nodes, HERE) == nodes[0]
    assert find_identified(Kind.STATEMENT, "aaaacccc", nodes, HERE) == nodes[1]
    with pytest.raises(AmbiguousNameError):
        find_identified(Kind.STATEMENT, "aaaa", nodes, HERE)
    with pytest.raises(CorrectionError, match="begins so") as none:
        find_identified(Kind.STATEMENT, "aaa", nodes, HERE)
    assert "kg statements list" in none.value.hint
