"""A large graph without meaning, of the shape that real ones have: for tests of speed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.store.vocabulary import DCTERMS, KG, OA, RDF, RDFS, SKOS, XSD

BASE = "https://example.org/"
ACTORS = 2_000
STATEMENTS_PER_ARTICLE = 10
SHARED_CLAIMS = 300
ISSUES = 300
KINDS = (KG.Person, KG.Organization, KG.Government)
MODES = (KG.Direct, KG.Indirect, KG.Mixed)
POLARITIES = (KG.Affirms, KG.Affirms, KG.Affirms, KG.Denies)
STANCES = {KG.Affirms: KG.affirms, KG.Denies: KG.denies}
WORDS = "the bridge over the river stays closed until the end of the month"


def large_store(statements: int) -> Store:
    """About 50 triples per statement: its spans and mentions, its claim, and an event for every fifth.

    Of ten statements in an article one is told by the article itself, one takes a second claim that other
    articles make or deny too, and one gives a number on an issue of many articles. Every tenth article is a
    copy of the one before it.
    """
    store = Store()
    for number in range(ACTORS):
        store.extend(
            facts(
                f"actor/{number}", (RDF.type, KINDS[number % 3]), (SKOS.prefLabel, text(f"Actor N{number}"))
            )
        )
    for number in range(statements // STATEMENTS_PER_ARTICLE):
        store.extend(_Article(number).quads())
    return store


def text(words: str) -> Literal:
    return Literal(words)


def typed(value: object, datatype: str) -> Literal:
    return Literal(str(value), datatype=NamedNode(datatype))


def facts(subject: str, *pairs: tuple[str, str | Literal]) -> list[Quad]:
    """Triples about one subject below the base; an object in the form of a string is an IRI."""
    node = NamedNode(BASE + subject)
    return [
        Quad(node, NamedNode(predicate), NamedNode(value) if isinstance(value, str) else value)
        for predicate, value in pairs
    ]


@dataclass
class _Article:
    number: int
    position: int = 0
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.number)
        self.iri = f"{BASE}article/{self.number}"
        self.publisher = f"{BASE}actor/{1 + 3 * (self.number % 20)}"
        """An organization: every third actor is one."""
        self.actors = [f"{BASE}actor/{int(ACTORS * self.chance.random() ** 2)}" for _ in range(6)]

    def quads(self) -> Iterator[Quad]:
        if self.number % 10 == 9:
            yield from facts(
                f"article/{self.number}",
                (KG.copyOf, f"{BASE}article/{self.number - 1}"),
                (KG.containment, typed("0.75", XSD.decimal)),
            )
        yield from facts(
            f"article/{self.number}",
            (DCTERMS.publisher, self.publisher),
            (RDF.type, KG.Article),
            (DCTERMS.title, text(f"Article {self.number}")),
            (DCTERMS.issued, typed(f"2024-{1 + self.number % 12:02}-{1 + self.number % 28:02}", XSD.date)),
            (KG.textSha256, text(f"{self.number:064x}")),
        )
        yield from facts(
            f"issue/{self.number % ISSUES}", (RDF.type, KG.Issue), (RDFS.label, text("how many"))
        )
        for index in range(STATEMENTS_PER_ARTICLE):
            yield from self.statement(f"{self.number}.{index}", index)

    def statement(self, name: str, index: int) -> Iterator[Quad]:
        is_narration = index == 9
        speaker = self.publisher if is_narration else self.chance.choice(self.actors)
        parts = [(KG.contentSpan, WORDS, None)]
        if not is_narration:
            parts = [(KG.speakerSpan, "Speaker", speaker), (KG.cueSpan, "said", None), *parts]
        for predicate, words, actor in parts:
            yield from facts(f"statement/{name}", (predicate, self.span_iri(words)))
            if predicate == KG.contentSpan and index == 7:
                yield from self.number_of(name, self.span_iri(words))
            yield from self.span(words, actor)
        polarity = self.chance.choice(POLARITIES)
        yield from facts(
            f"statement/{name}",
            (RDF.type, KG.Statement),
            (KG.inArticle, self.iri),
            (KG.speaker, speaker),
            (KG.mode, KG.Narration if is_narration else self.chance.choice(MODES)),
            (KG.polarity, polarity),
            (KG.certainty, KG.Unspecified),
            (KG.probability, typed("0.87", XSD.decimal)),
        )
        for claim in (name, *([f"shared.{self.number % SHARED_CLAIMS}"] if index == 8 else [])):
            yield from facts(
                f"statement/{name}",
                (KG.expresses, f"{BASE}claim/{claim}"),
                (STANCES[polarity], f"{BASE}claim/{claim}"),
            )
            yield from facts(f"claim/{claim}", (RDF.type, KG.Claim), (RDFS.label, text(f"{WORDS}, {claim}")))
        yield from self.about(name, has_event=index % 5 == 0)

    def number_of(self, claim: str, span: str) -> Iterator[Quad]:
        number = typed(f"{1000 * self.chance.randint(1, 3)}.0", XSD.decimal)
        yield from facts(
            f"claim/{claim}",
            (KG.addresses, f"{BASE}issue/{self.number % ISSUES}"),
            (KG.quantitySpan, span),
            (KG.quantityMin, number),
            (KG.quantityMax, number),
            (KG.unit, text("soldier")),
        )

    def about(self, name: str, *, has_event: bool) -> Iterator[Quad]:
        for actor in self.chance.sample(self.actors, 2):
            yield from facts(f"claim/{name}", (KG.about, actor))
            yield from self.span("Somebody", actor)
        if has_event:
            event = f"{BASE}event/{name}"
            yield from facts(f"claim/{name}", (KG.about, event), (KG.reportsEvent, event))
            yield from facts(
                f"event/{name}",
                (RDF.type, KG.Event),
                (RDFS.label, text(f"closing {name}")),
                (KG.participant, self.actors[0]),
                (KG.earliest, typed(f"2024-{1 + self.number % 12:02}-{1 + self.number % 28:02}", XSD.date)),
            )

    def span_iri(self, words: str) -> str:
        return f"{BASE}span/{self.number}.{self.position}-{self.position + len(words)}"

    def span(self, words: str, actor: str | None) -> Iterator[Quad]:
        name = self.span_iri(words).removeprefix(BASE)
        start, self.position = self.position, self.position + len(words)
        yield from facts(
            name,
            (RDF.type, KG.Span),
            (KG.inArticle, self.iri),
            (OA.start, typed(start, XSD.integer)),
            (OA.end, typed(self.position, XSD.integer)),
            (OA.exact, text(words)),
        )
        if actor:
            yield from facts(name, (KG.refersTo, actor), (KG.resolution, KG.ByName))
            yield from facts(name, (KG.probability, typed("0.95", XSD.decimal)))
