"""Claims, events and issues of several articles under one node, and one value for what can only be one."""

import dataclasses
import datetime
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from pyoxigraph import NamedNode

from kg.domain import (
    Claim,
    ContentLinks,
    Contradiction,
    Copy,
    Entailment,
    Event,
    Issue,
    Merge,
    Place,
    Polarity,
    Quantity,
    Span,
    Stance,
)
from kg.store.addresses import Kind
from kg.store.corrections import Action
from kg.store.link_triples import content_link_triples
from kg.store.settlement import SETTLED
from kg.store.vocabulary import KG, RDFS
from tests.store.datasets import HERE, correction, decided, effective, in_graph, objects, stored
from tests.store.test_effective import SAMPLE, again, statement
from tests.strategies import random_resolved, seeds


def linked(**links: object) -> list:
    return in_graph(content_link_triples(ContentLinks(**links), HERE), HERE.links_graph)


def day(number: int) -> datetime.date:
    return datetime.date(2024, 10, number)


def many(least: int | None, most: int | None, unit: str = "troop", *, approximate: bool = False) -> Quantity:
    bounds = (None if each is None else Decimal(each) for each in (least, most))
    return Quantity(*bounds, unit, approximate, Span(0, 6))


def telling(name: str, claim: Claim, event: Event, issue: Issue | None = None):
    """An article with one statement, that affirms one claim of one event."""
    told = again(
        name,
        claims=(dataclasses.replace(claim, events=(event.id,), issue=issue and issue.id),),
        events=(event,),
        issues=(issue,) if issue else (),
    )
    said = statement(f"said-{name}", "marchuk", claim.id)
    return dataclasses.replace(told, statements=(said,))


def claims_and_events(*pairs: tuple[Claim, Event]) -> list:
    """Articles that tell these, all read as the first."""
    first_claim, first_event = pairs[0]
    return [
        *stored(*(telling(str(number), claim, event) for number, (claim, event) in enumerate(pairs))),
        *linked(
            claims=tuple(Merge(claim.id, first_claim.id, 0.9, "alike") for claim, _ in pairs[1:]),
            events=tuple(Merge(event.id, first_event.id, 0.9, "alike") for _, event in pairs[1:]),
        ),
    ]


def about_claim(quads: list, predicate: str, claim: str = "a") -> set[str]:
    return objects(effective(quads), HERE.node(Kind.CLAIM, claim), predicate)


def about_event(quads: list, predicate: str, event: str = "x") -> set[str]:
    return objects(effective(quads), HERE.node(Kind.EVENT, event), predicate)


def test_merged_claims_are_read_under_one_node():
    one, other = Claim("a", "Northland sent troops"), Claim("b", "Northland has sent troops")
    triples = effective(claims_and_events((one, Event("x", "send")), (other, Event("y", "sending"))))
    assert not [each for each in triples if HERE.node(Kind.CLAIM, "b") in (each.subject, each.object)]
    assert objects(triples, HERE.node(Kind.CLAIM, "a"), RDFS.label) == {"Northland sent troops"}
    assert {each.subject.value[-6:] for each in triples if each.predicate.value == KG.affirms} == {
        "said-0",
        "said-1",
    }
    assert not [each for each in triples if each.predicate.value in (KG.mergedInto, KG.evidence)]


@pytest.mark.parametrize(
    ("quantities", "bounds"),
    [
        ([many(12000, 12000), many(11000, None)], ("12000.0", "12000.0")),
        ([None, many(12000, None), many(12000, None), many(9, 9)], ("12000.0", None)),
        ([None, many(2, 3), many(1, 9)], ("2.0", "3.0")),
    ],
    ids=["that of the claim itself", "that of most articles", "the first by its words"],
)
def test_the_number_of_merged_claims_comes_from_one_of_them(quantities, bounds):
    claims = [Claim("abcd"[place], "sent", quantity=each) for place, each in enumerate(quantities)]
    quads = claims_and_events(*((claim, Event("x", "send")) for claim in claims))
    found = tuple(about_claim(quads, predicate) for predicate in (KG.quantityMin, KG.quantityMax))
    assert found == tuple({each} if each else set() for each in bounds)
    assert about_claim(quads, KG.unit) == {"troop"}


def test_unit_and_approximation_stay_with_their_number():
    money, men = many(5, 5, "USD"), many(7, 7, "soldier", approximate=True)
    quads = claims_and_events(
        (Claim("a", "sent"), Event("x", "send")),
        (Claim("b", "sent", quantity=men), Event("x", "send")),
        (Claim("c", "sent", quantity=money), Event("x", "send")),
        (Claim("d", "sent", quantity=men), Event("x", "send")),
    )
    assert about_claim(quads, KG.unit) == {"soldier"}
    assert about_claim(quads, KG.approximate) == {"true"}
    assert about_claim(quads, KG.quantityMin) == {"7.0"}


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ([(14, 20), (18, 18)], (18, 18)),
        ([(None, None), (14, None), (None, 16)], (14, 16)),
        ([(10, 12), (14, 15)], (10, 15)),
        ([(16, None)], (16, None)),
    ],
    ids=["the narrower", "each bound from another", "they exclude each other", "one alone"],
)
def test_the_days_of_merged_events(periods, expected):
    events = [
        Event("xyz"[place], "send", earliest=first and day(first), latest=last and day(last))
        for place, (first, last) in enumerate(periods)
    ]
    quads = claims_and_events(*((Claim("a", "sent"), event) for event in events))
    found = tuple(about_event(quads, predicate) for predicate in (KG.earliest, KG.latest))
    assert found == tuple({str(day(each))} if each else set() for each in expected)


def test_the_surest_telling_of_an_event_counts():
    events = (Event("x", "send", factuality=0.5), Event("y", "send", factuality=-2.5), Event("z", "send"))
    quads = claims_and_events(*((Claim("a", "sent"), event) for event in events))
    assert about_event(quads, KG.factuality) == {"-2.5"}


def test_a_claim_addresses_one_issue_as_that_is_read():
    claims = (Claim("a", "sent"), Claim("b", "sent"))
    issues = (Issue("q", "How many?"), Issue("r", "How many troops?"))
    told = [
        telling(str(place), claim, Event("x", "send"), issue)
        for place, (claim, issue) in enumerate(zip(claims, issues, strict=True))
    ]
    same_claim = Merge("b", "a", 0.9, "alike")
    quads = stored(*told) + linked(claims=(same_claim,))
    assert about_claim(quads, KG.addresses) == {HERE.node(Kind.ISSUE, "q").value}
    quads = stored(*told) + linked(claims=(same_claim,), issues=(Merge("q", "r", 0.9, "one question"),))
    assert about_claim(quads, KG.addresses) == {HERE.node(Kind.ISSUE, "r").value}


@given(seeds)
def test_the_order_of_quads_changes_nothing(seed):
    random = Random(seed)
    articles = [random_resolved(random) for _ in range(3)]
    claims = [claim.id for each in articles for claim in each.claims]
    events = [event.id for each in articles for event in each.events]
    quads = stored(*articles) + linked(
        claims=tuple(Merge(each, claims[0], 0.9, "alike") for each in claims[1:4]),
        events=tuple(Merge(each, events[0], 0.9, "alike") for each in events[1:4]),
        contradictions=(Contradiction(claims[0], claims[-1], 0.8, "opposites"),),
    )
    once = effective(quads)
    random.shuffle(quads)
    assert effective(quads) == once
    assert effective(in_graph(once, HERE.article_graph("all"))) == once
    settled = [(each.subject, each.predicate) for each in once if each.predicate in SETTLED]
    assert len(settled) == len(set(settled))


# ------------------------------------------------------------------------------- contradictions, copies


def test_contradictions_hold_between_what_claims_are_read_as():
    told = [telling(name, Claim(name, name), Event("x", "send")) for name in ("a", "b", "c")]
    found = (Contradiction("a", "b", 0.8, "opposites"), Contradiction("a", "gone", 0.8, "opposites"))
    merged = (Merge("c", "b", 0.9, "alike"),)
    a, b = (HERE.node(Kind.CLAIM, each) for each in "ab")
    triples = effective(stored(*told) + linked(contradictions=found, claims=merged))
    assert {
        (each.subject, each.object) for each in triples if each.predicate == NamedNode(KG.contradicts)
    } == {(a, b), (b, a)}
    same = linked(contradictions=found, claims=(Merge("b", "a", 0.9, "alike"),))
    assert not [each for each in effective(stored(*told) + same) if each.predicate.value == KG.contradicts]


def test_an_entailment_holds_between_what_claims_are_read_as():
    told = [telling(name, Claim(name, name), Event("x", "send")) for name in ("a", "b", "c")]
    found = (Entailment("a", "c", 0.8, "send – send"), Entailment("a", "gone", 0.8, "send – send"))
    a, b = (HERE.node(Kind.CLAIM, each) for each in "ab")
    for target, expected in (("b", {(a, b)}), ("a", set())):
        quads = stored(*told) + linked(entailments=found, claims=(Merge("c", target, 0.9, "alike"),))
        entails = [each for each in effective(quads) if each.predicate.value == KG.entails]
        assert {(each.subject, each.object) for each in entails} == expected


def test_a_rejected_statement_takes_its_claim_out_of_a_contradiction_and_leaves_the_merged_one():
    told = [telling(name, Claim(name, name), Event("x", "send")) for name in ("a", "b", "c")]
    links = linked(
        contradictions=(Contradiction("a", "b", 0.8, "opposites"),), claims=(Merge("c", "a", 0.9, "alike"),)
    )
    rejected = decided(correction(Action.REJECT, HERE.node(Kind.STATEMENT, "said-b")))
    triples = effective(stored(*told) + links + rejected)
    assert not [each for each in triples if each.predicate.value == KG.contradicts]
    both = decided(correction(Action.REJECT, HERE.node(Kind.STATEMENT, "said-a")))
    assert about_claim(stored(*told) + links + both, RDFS.label) == {"a"}


def test_copies_are_seen_until_the_original_is_rejected():
    quads = stored(SAMPLE, again("!")) + linked(
        copies=(Copy(again("!").article.id, SAMPLE.article.id, 0.875),)
    )
    copy, original = (HERE.node(Kind.ARTICLE, each.article.id) for each in (again("!"), SAMPLE))
    triples = effective(quads)
    assert objects(triples, copy, KG.copyOf) == {original.value}
    assert objects(triples, copy, KG.containment) == {"0.875"}
    alone = effective(quads + decided(correction(Action.REJECT, original)))
    assert not objects(alone, copy, KG.copyOf) | objects(alone, copy, KG.containment)


def test_number_issue_event_and_place_go_with_the_only_statement_that_speaks_of_them():
    place = Place("hill", "Hill 40")
    claim = Claim("a", "sent", quantity=many(12, 12))
    event = Event("x", "send", place=place)
    quads = stored(SAMPLE, telling("0", claim, event, Issue("q", "How many?")))
    before = effective(quads)
    after = effective(quads + decided(correction(Action.REJECT, HERE.node(Kind.STATEMENT, "said-0"))))
    gone = {each.subject for each in before - after} - {each.subject for each in after}
    kinds = {HERE.identifier(node): node.value.removeprefix(HERE.base).partition("/")[0] for node in gone}
    assert {"a": "claim", "x": "event", "q": "issue", "hill": "place", "said-0": "statement"}.items() <= (
        kinds.items()
    )
    assert {kind for kind in kinds.values() if kind not in ("article", "actor")} == {
        "claim",
        "event",
        "issue",
        "place",
        "span",
        "statement",
    }


def test_a_statement_keeps_a_stance_of_its_own_towards_each_claim():
    claims = (Claim("a", "sent"), Claim("b", "fought"))
    said = dataclasses.replace(
        statement("both", "marchuk", None),
        stances=(Stance("a", Polarity.AFFIRMS), Stance("b", Polarity.DENIES)),
    )
    told = again("?", claims=claims, events=(), statements=(said,))
    node = HERE.node(Kind.STATEMENT, "both")
    triples = effective(stored(told))
    assert {each[-1] for each in objects(triples, node, KG.expresses)} == {"a", "b"}
    assert {each[-1] for each in objects(triples, node, KG.denies)} == {"b"}
