"""What holds between articles as triples: who and what is the same, what stands against what; and back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from kg.domain import ContentLinks, Contradiction, Copy, Entailment, KnownActor, Links, Merge, Suspect
from kg.identity import digest
from kg.store.addresses import Addresses, Kind
from kg.store.conversion import facts
from kg.store.terms import ACTOR_CLASSES, Term, decimal, iri_of, member_of, text_of
from kg.store.vocabulary import KG, RDF, SCHEMA, SKOS


def link_triples(links: Links, addresses: Addresses) -> Iterator[Triple]:
    """All merges, and the names, kinds and Wikidata entities of the known actors that were found."""
    for merge in links.merges:
        yield from merge_triples(merge, addresses)
    for known in links.known:
        yield from known_triples(known, addresses)


def content_link_triples(links: ContentLinks, addresses: Addresses) -> Iterator[Triple]:
    """All merges of claims, events and issues, all contradictions, entailments and copies."""
    merges = ((Kind.CLAIM, links.claims), (Kind.EVENT, links.events), (Kind.ISSUE, links.issues))
    for kind, those in merges:
        for merge in those:
            yield from merge_triples(merge, addresses, kind)
    for contradiction in links.contradictions:
        yield from _contradiction(contradiction, addresses)
    for entailment in links.entailments:
        yield from _entailment(entailment, addresses)
    for copy in links.copies:
        yield from _copy(copy, addresses)


def merge_triples(merge: Merge, addresses: Addresses, kind: Kind = Kind.ACTOR) -> frozenset[Triple]:
    """That one thing is to be read as another of its kind, and why."""
    merged = addresses.node(kind, merge.merged)
    target = addresses.node(kind, merge.target)
    finding = addresses.node(Kind.MERGE, digest("merge", merge.merged, merge.target))
    return frozenset(
        (
            Triple(merged, NamedNode(KG.mergedInto), target),
            *facts(
                finding,
                (RDF.type, NamedNode(KG.Merge)),
                (KG.merged, merged),
                (KG.target, target),
                (KG.probability, decimal(merge.probability)),
                (KG.evidence, Literal(merge.evidence)),
            ),
        )
    )


def _contradiction(found: Contradiction, addresses: Addresses) -> Iterator[Triple]:
    one, other = (addresses.node(Kind.CLAIM, each) for each in (found.one, found.other))
    yield Triple(one, NamedNode(KG.contradicts), other)
    yield Triple(other, NamedNode(KG.contradicts), one)
    yield from facts(
        addresses.node(Kind.CONTRADICTION, digest("contradiction", *sorted((found.one, found.other)))),
        (RDF.type, NamedNode(KG.Contradiction)),
        (KG.opposes, one),
        (KG.opposes, other),
        (KG.probability, decimal(found.probability)),
        (KG.evidence, Literal(found.evidence)),
    )


def _entailment(found: Entailment, addresses: Addresses) -> Iterator[Triple]:
    premise, hypothesis = (addresses.node(Kind.CLAIM, each) for each in (found.premise, found.hypothesis))
    yield Triple(premise, NamedNode(KG.entails), hypothesis)
    yield from facts(
        addresses.node(Kind.ENTAILMENT, digest("entailment", found.premise, found.hypothesis)),
        (RDF.type, NamedNode(KG.Entailment)),
        (KG.premise, premise),
        (KG.hypothesis, hypothesis),
        (KG.probability, decimal(found.probability)),
        (KG.evidence, Literal(found.evidence)),
    )


def _copy(copy: Copy, addresses: Addresses) -> Iterator[Triple]:
    return facts(
        addresses.node(Kind.ARTICLE, copy.copy),
        (KG.copyOf, addresses.node(Kind.ARTICLE, copy.original)),
        (KG.containment, decimal(copy.containment)),
    )


def suspicion_triples(suspect: Suspect, addresses: Addresses) -> Iterator[Triple]:
    """That two actors may be the same, and why."""
    return facts(
        addresses.node(Kind.SUSPICION, digest("suspicion", *sorted((suspect.one, suspect.other)))),
        (RDF.type, NamedNode(KG.Suspicion)),
        *((KG.suspects, addresses.node(Kind.ACTOR, each)) for each in (suspect.one, suspect.other)),
        (KG.probability, decimal(suspect.probability)),
        (KG.evidence, Literal(suspect.evidence)),
    )


def suspects(triples: Iterable[Triple], addresses: Addresses) -> tuple[Suspect, ...]:
    """The way back: all suspicions that are described there, likeliest first."""
    found = [_suspect(about, addresses) for about in _by_subject(triples).values()]
    return tuple(sorted(found, key=lambda each: (-each.probability, each.one, each.other)))


def _suspect(about: Mapping[str, list[Term]], addresses: Addresses) -> Suspect:
    one, other = sorted(addresses.local(Kind.ACTOR, iri_of(each)) for each in about[KG.suspects])
    return Suspect(one, other, float(text_of(about[KG.probability][0])), text_of(about[KG.evidence][0]))


def known_triples(known: KnownActor, addresses: Addresses) -> Iterator[Triple]:
    """An actor of a gazetteer."""
    return facts(
        addresses.node(Kind.ACTOR, known.id),
        (RDF.type, NamedNode(ACTOR_CLASSES[known.kind])),
        (SKOS.prefLabel, Literal(known.name)),
        *((SKOS.altLabel, Literal(alias)) for alias in known.aliases),
        (SCHEMA.sameAs, NamedNode(known.wikidata) if known.wikidata else None),
    )


def known_actors(triples: Iterable[Triple], addresses: Addresses) -> tuple[KnownActor, ...]:
    """The way back: all actors that are described there, by identifier."""
    described = _by_subject(triples)
    found = (
        KnownActor(
            id=addresses.local(Kind.ACTOR, iri_of(node)),
            name=text_of(about[SKOS.prefLabel][0]),
            kind=member_of(ACTOR_CLASSES, about[RDF.type][0]),
            aliases=tuple(sorted(map(text_of, about[SKOS.altLabel]))),
            wikidata=next((iri_of(each).value for each in about[SCHEMA.sameAs]), None),
        )
        for node, about in described.items()
    )
    return tuple(sorted(found, key=lambda each: each.id))


def _by_subject(triples: Iterable[Triple]) -> dict[Term, defaultdict[str, list[Term]]]:
    described: dict[Term, defaultdict[str, list[Term]]] = {}
    for subject, predicate, term in triples:
        described.setdefault(subject, defaultdict(list))[predicate.value].append(term)
    return described
