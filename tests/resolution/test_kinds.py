import pytest

from kg.domain import ActorKind, EntityKind, NamedEntity, Span
from kg.resolution.evidence import evidence, head_of
from kg.resolution.figures import find_figures
from kg.resolution.kinds import kind_of
from kg.resolution.knowledge import kind_weights
from kg.resolution.names import find_names
from kg.resolution.seen import Seen
from kg.resolution.tokens import tokenize


def kind(text: str, words: str, source: str = "") -> ActorKind | None:
    tokens = tokenize(text)
    names = [name for name in find_names(tokens) if name.text == words]
    begin = text.find(source)
    return kind_of(names, tokens, Seen((Span(begin, begin + len(source)),) if source else ()))


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("On Monday Anna Cole said that it rained.", "Anna Cole", ActorKind.PERSON),
        ("They met Gen. Zorbakian there.", "Zorbakian", ActorKind.PERSON),
        ("A spokesman for Borlan Holdings declined to comment.", "Borlan Holdings", ActorKind.ORGANIZATION),
        ("The Ministry of Water said so.", "Ministry of Water", ActorKind.GOVERNMENT),
        ("He joined the Lind campaign in May.", "Lind campaign", ActorKind.ORGANIZATION),
        ("The NATO of today is not what it was.", "NATO", ActorKind.ORGANIZATION),
        ("He lives in Valdene, in the north.", "Valdene", None),
        ("They walked along Cole Street to the river.", "Cole Street", None),
        ("Ohio voted twice.", "Ohio", None),
        ("He was Secretary of Roads then.", "Secretary of Roads", None),
        ("It was written by Олена Марчук in May.", "Олена Марчук", ActorKind.PERSON),
    ],
)
def test_what_a_name_names(text: str, words: str, wanted: ActorKind | None) -> None:
    assert kind(text, words) == wanted


def test_who_speaks_acts() -> None:
    text = "In Zorbak it rained again, according to Zorbak."
    assert kind(text, "Zorbak") is None
    assert kind(text, "Zorbak", source="Zorbak.") is None
    assert kind("“It rains,” Zorbak said. Rain fell.", "Zorbak", source="Zorbak") is not None


def test_evidence_is_a_share_of_the_namings() -> None:
    tokens = tokenize("We met Anna Cole. They saw Anna Cole’s house. They like Anna Cole, too.")
    found = evidence([name for name in find_names(tokens) if name.text == "Anna Cole"], tokens)
    assert found["possessive"] == pytest.approx(1 / 3)
    assert found["begins with a given name"] == 1
    assert all(0 < strength <= 1 for strength in found.values())


@pytest.mark.parametrize(
    ("name", "head"),
    [("Bank of Valdene", "Bank"), ("Valdene Water Board", "Board"), ("Cole", "Cole")],
)
def test_head_of_a_name(name: str, head: str) -> None:
    assert head_of(name.split()) == head


def test_every_weight_is_for_every_kind() -> None:
    kinds = {"person", "organization", "place", "thing"}
    assert all(set(weights) == kinds for weights in kind_weights().values())


def test_what_the_network_reads_counts() -> None:
    text = "They talked of Valdene Orlo at length."
    tokens = tokenize(text)
    names = find_names(tokens)
    begin = text.find("Valdene")
    span = Span(begin, begin + len("Valdene Orlo"))

    def read_as(kind: EntityKind) -> ActorKind | None:
        return kind_of(names, tokens, Seen(entities=(NamedEntity(span, kind),)))

    assert read_as(EntityKind.PERSON) is ActorKind.PERSON
    assert read_as(EntityKind.ORGANIZATION) is ActorKind.ORGANIZATION
    assert read_as(EntityKind.LOCATION) is None


@pytest.mark.parametrize(
    ("read", "body"),
    [(EntityKind.ORGANIZATION, ["Zorbak Coal"]), (EntityKind.PERSON, ["Zorbak", "Zorbak Coal"])],
)
def test_a_word_is_short_for_a_body_where_it_is_read_as_one(read: EntityKind, body: list[str]) -> None:
    text = "They asked Zorbak Coal. Then Zorbak said so. Later Zorbak left."
    spans = (Span(11, 22), Span(29, 35), Span(51, 57))
    kinds = (EntityKind.ORGANIZATION, read, read)
    seen = Seen(entities=tuple(map(NamedEntity, spans, kinds)))
    tokens = tokenize(text)
    cast = find_figures(find_names(tokens, seen), tokens, seen)
    assert sorted(figure.actor.name for figure in cast.figures) == body


@pytest.mark.parametrize(
    ("text", "words"),
    [("They called her Miss Zorbak in Oslo.", "Zorbak"), ("A Chief Executive came to Oslo.", "Executive")],
)
def test_a_title_makes_no_person_of_what_the_network_never_reads_as_one(text: str, words: str) -> None:
    tokens = tokenize(text)
    names = [name for name in find_names(tokens) if name.text == words]
    begin = text.find("Oslo")
    seen = Seen(entities=(NamedEntity(Span(begin, begin + 4), EntityKind.LOCATION),))
    assert names
    assert kind_of(names, tokens, seen) is None


@pytest.mark.parametrize("text", ["They crowned Miss Universe.", "They met Robert J. and left."])
def test_contests_and_initials_are_nobody(text: str) -> None:
    tokens = tokenize(text)
    cast = find_figures(find_names(tokens), tokens)
    assert not {figure.actor.name for figure in cast.figures} & {"Universe", "J."}
