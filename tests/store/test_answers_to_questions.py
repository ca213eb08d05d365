"""Questions over small graphs: several claims in one statement, copies, narration, numbers, replies."""

import dataclasses
import datetime
from decimal import Decimal

import pytest
from pyoxigraph import Quad, Store

from kg.domain import (
    Actor,
    ActorKind,
    Claim,
    ContentLinks,
    Contradiction,
    Copy,
    Entailment,
    Event,
    Issue,
    Merge,
    Mode,
    Participant,
    ParticipantRole,
    Polarity,
    Quantity,
    ResolvedArticle,
    Span,
    Stance,
    Statement,
)
from kg.store.link_triples import content_link_triples
from kg.store.questions import find_question
from tests.fakes import article
from tests.store.datasets import HERE, effective, in_graph, stored
from tests.store.test_effective import statement

TEXT = "Olena Marchuk said that about 12 troops had left. Karl Brandt denied it all. "
MARCHUK = Actor("marchuk", ActorKind.PERSON, "Olena Marchuk")
BRANDT = Actor("brandt", ActorKind.PERSON, "Karl Brandt")
HERALD = Actor("herald", ActorKind.ORGANIZATION, "Seld Herald")
ISSUE = Issue("how-many", "how many troops")


def told(name: str, *said: Statement, claims=(), events=(), issues=(), source: Actor | None = None):
    """An article with these statements; ``source`` is somebody without a name, who belongs to it."""
    return ResolvedArticle(
        article=article(TEXT + name, name=name, title=name, publisher="Seld Herald"),
        reader_version="fake-1",
        actors=(MARCHUK, BRANDT, HERALD, *((source,) if source else ())),
        mentions=(),
        statements=said,
        claims=claims,
        events=events,
        issues=issues,
    )


def says(local: str, speaker: str, *stances: tuple[str, Polarity], **more: object) -> Statement:
    made = statement(local, speaker, None, **more)
    return dataclasses.replace(made, stances=tuple(Stance(*each) for each in sorted(stances)))


def narrates(local: str, claim: str) -> Statement:
    spans = {"content": (Span(0, 44),), "source": (), "cue": ()}
    return dataclasses.replace(says(local, "herald", (claim, Polarity.AFFIRMS), **spans), mode=Mode.NARRATION)


def ask(question: str, *articles: ResolvedArticle, **links: object) -> list[dict[str, str | None]]:
    """The rows of a question about the effective graph of these articles."""
    quads = stored(*articles) + in_graph(content_link_triples(ContentLinks(**links), HERE), HERE.links_graph)
    store = Store()
    store.extend(Quad(*triple) for triple in effective(quads))
    answered = store.query(find_question(question).sparql)
    columns = [variable.value for variable in answered.variables]
    return [
        {column: None if term is None else term.value for column, term in zip(columns, row, strict=True)}
        for row in answered
    ]


def rows(found: list[dict[str, str | None]], *columns: str) -> list[tuple[str | None, ...]]:
    return [tuple(row[column] for column in columns) for row in found]


# ------------------------------------------------------------------------------ several claims at once

AFFIRMED, DENIED, OPEN = (Polarity.AFFIRMS, Polarity.DENIES, Polarity.UNCOMMITTED)
SEVERAL = told(
    "several",
    says("all", "marchuk", ("a", AFFIRMED), ("b", DENIED), ("c", OPEN), informed_by=("brandt",)),
    claims=tuple(
        Claim(each, f"claim {each}", ("brandt",), ("e",), issue="how-many") for each in ("a", "b", "c")
    ),
    events=(Event("e", "leave", "leave", earliest=datetime.date(2024, 10, 14)),),
    issues=(ISSUE,),
)


@pytest.mark.parametrize(
    ("question", "columns", "expected"),
    [
        ("who-said-what", ("who", "whom"), [("Olena Marchuk", "Karl Brandt")]),
        ("who-said-what-about", ("who", "whom"), [("Olena Marchuk", "Karl Brandt")]),
        ("who-talks-about-whom", ("who", "statements", "denials"), [("Olena Marchuk", "1", "1")]),
        ("most-quoted", ("who", "statements", "articles"), [("Olena Marchuk", "1", "1")]),
        ("denials", ("who", "denied", "issue"), [("Olena Marchuk", "claim b", "how many troops")]),
        ("hearsay", ("who", "how", "through"), [("Olena Marchuk", "informed by", "Karl Brandt")]),
        ("timeline", ("day", "kind", "who"), [("2024-10-14", "claimed", "Olena Marchuk")]),
        ("single-source-claims", ("what", "who", "articles"), [("claim a", "Olena Marchuk", "1")]),
        ("events-only-claimed", ("what", "claimed_by", "denied_by"), [("leave",) + 2 * ("Olena Marchuk",)]),
        ("disagreements", ("kind",), []),
        ("unnamed-sources", ("what",), []),
        (
            "evidence-for-event",
            ("event", "polarity"),
            [("leave", each) for each in ("affirms", "denies", "uncommitted")],
        ),
    ],
)
def test_a_statement_with_several_claims_is_one_row(question, columns, expected):
    assert rows(ask(question, SEVERAL), *columns) == expected


# ---------------------------------------------------------------------------------------------- copies

LEFT = Claim("left", "the troops had left", ("brandt",), predicate="leave")


def by_an_official(name: str) -> ResolvedArticle:
    official = Actor(f"official-{name}", ActorKind.ANONYMOUS, "a Western official")
    said = says(f"said-{name}", official.id, ("left", AFFIRMED))
    return told(name, said, claims=(LEFT,), source=official)


FIRST, SECOND = by_an_official("first"), by_an_official("second")
COPY = Copy(SECOND.article.id, FIRST.article.id, 0.9)


def test_an_unnamed_source_of_a_copied_article_is_one_source():
    found = ask("single-source-claims", FIRST, SECOND, copies=(COPY,))
    assert rows(found, "what", "who", "kind", "articles") == [
        ("the troops had left", "a Western official", "anonymous", "1")
    ]
    assert ask("shared-claims", FIRST, SECOND, copies=(COPY,)) == []


def test_in_two_articles_that_are_no_copies_it_is_two():
    assert ask("single-source-claims", FIRST, SECOND) == []
    (found,) = ask("shared-claims", FIRST, SECOND)
    assert (found["speakers"], found["affirm"], found["articles"]) == ("2", "2", "2")


def test_a_copied_disagreement_is_shown_once():
    denial = told("denial", says("no", "brandt", ("left", DENIED)), claims=(LEFT,))
    found = ask("disagreements", FIRST, SECOND, denial, copies=(COPY,))
    assert rows(found, "kind", "one_by", "one_title", "other_by") == [
        ("denial", "a Western official", "first", "Karl Brandt")
    ]
    assert len(ask("disagreements", FIRST, SECOND, denial)) == 2


def test_copies_are_listed():
    (found,) = ask("copies", FIRST, SECOND, copies=(COPY,))
    assert (found["title"], found["original"], found["containment"]) == ("second", "first", "0.9")


# ------------------------------------------------------------------------------------------- narration

LEAVE = Event("e", "leave", participants=(Participant("brandt", ParticipantRole.AGENT),))
CLAIMED = told(
    "claimed",
    says("said", "marchuk", ("left", AFFIRMED)),
    claims=(dataclasses.replace(LEFT, events=("e",)),),
    events=(dataclasses.replace(LEAVE, latest=datetime.date(2024, 10, 14)),),
)
NARRATED = dataclasses.replace(CLAIMED, statements=(*CLAIMED.statements, narrates("told", "left")))


def test_what_an_article_tells_itself_is_no_longer_only_claimed():
    assert rows(ask("events-only-claimed", CLAIMED), "what", "claimed_by") == [("leave", "Olena Marchuk")]
    assert ask("events-only-claimed", NARRATED) == []
    assert rows(ask("timeline", CLAIMED), "day", "kind") == [("2024-10-14", "claimed")]
    assert rows(ask("timeline", NARRATED), "kind", "who") == [("told", "Olena Marchuk, Seld Herald")]
    assert ask("single-source-claims", NARRATED) == []


@pytest.mark.parametrize(
    "question",
    ["most-quoted", "who-said-what", "who-said-what-about", "who-talks-about-whom", "denials", "hearsay"],
)
def test_narration_is_no_quotation(question):
    assert "Seld Herald" not in {row["who"] for row in ask(question, NARRATED)}


def test_narration_is_evidence():
    found = ask("evidence-for-event", NARRATED)
    assert rows(found, "who", "mode") == [("Seld Herald", "narration"), ("Olena Marchuk", "indirect")]


# -------------------------------------------------------------------------------------- disagreements


def number(least: int | None, most: int | None, *, unit: str = "troop", about: bool = False) -> Quantity:
    bounds = (None if each is None else Decimal(each) for each in (least, most))
    return Quantity(*bounds, unit, about, Span(24, 39))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (number(12000, 12000), number(10000, 10000), ["Olena Marchuk"]),
        (number(12000, 12000, about=True), number(10000, 10000, about=True), ["Olena Marchuk"]),
        (number(10500, 10500), number(10000, 10000, about=True), []),
        (number(10500, 10500), number(10000, 10000), ["Olena Marchuk"]),
        (number(12000, None), number(None, 10000), ["Olena Marchuk"]),
        (number(12000, None), number(15000, 15000), []),
        (number(None, 9), number(12, None), ["Karl Brandt"]),
        (number(12, 12, unit=""), number(10, 10, unit=""), ["Olena Marchuk"]),
        (number(12, 12, unit="USD"), number(10, 10), []),
        (number(12, 12, unit="soldier"), number(10, 10), ["Olena Marchuk"]),
    ],
    ids=str,
)
def test_numbers_that_exclude_each_other(one, other, expected):
    claims = (
        Claim("a", "12 left", quantity=one, issue="how-many"),
        Claim("b", "10 left", quantity=other, issue="how-many"),
    )
    said = (says("one", "marchuk", ("a", AFFIRMED)), says("two", "brandt", ("b", AFFIRMED)))
    found = ask("disagreements", told("numbers", *said, claims=claims, issues=(ISSUE,)))
    assert [row["one_by"] for row in found] == expected
    assert {row["issue"] for row in found} <= {"how many troops"}
    assert {row["one_number"] for row in found} <= {TEXT[24:39]}


def test_who_denies_a_number_has_none_of_his_own():
    claims = (
        Claim("a", "12 left", quantity=number(12, 12), issue="how-many"),
        Claim("b", "10 left", quantity=number(10, 10), issue="how-many"),
        Claim("c", "any left", issue="how-many"),
    )
    said = [says("one", "marchuk", ("a", AFFIRMED)), says("two", "brandt", ("b", DENIED))]
    assert ask("disagreements", told("denied", *said, claims=claims, issues=(ISSUE,))) == []
    said = [*said, says("three", "brandt", ("c", DENIED))]
    found = ask("disagreements", told("denied", *said, claims=claims, issues=(ISSUE,)))
    assert rows(found, "kind", "one_number", "other_number") == [("denial", TEXT[24:39], None)]


def test_claims_that_contradict_each_other_come_once():
    claims = (Claim("a", "they left"), Claim("b", "they stayed"))
    said = (says("one", "marchuk", ("a", AFFIRMED)), says("two", "brandt", ("b", AFFIRMED)))
    found = ask(
        "disagreements",
        told("both", *said, claims=claims),
        contradictions=(Contradiction("a", "b", 0.9, "antonyms"),),
    )
    assert rows(found, "kind", "one_by", "other_by") == [("contradiction", "Olena Marchuk", "Karl Brandt")]


def test_who_denies_a_part_of_what_another_says_disagrees():
    claims = (Claim("more", "twelve of them left by ship"), Claim("part", "any of them left"))
    said = (says("one", "marchuk", ("more", AFFIRMED)), says("two", "brandt", ("part", DENIED)))
    entailed = (Entailment("more", "part", 0.7, "leave – leave"),)
    found = ask("disagreements", told("both", *said, claims=claims), entailments=entailed)
    assert rows(found, "kind", "issue", "one_by", "other_by") == [
        ("denial", "any of them left", "Olena Marchuk", "Karl Brandt")
    ]
    turned = (Entailment("part", "more", 0.7, "leave – leave"),)
    assert ask("disagreements", told("both", *said, claims=claims), entailments=turned) == []


def test_somebody_who_says_otherwise_in_another_article_is_shown_and_in_one_article_is_not():
    yes, no = (says("one", "marchuk", ("left", AFFIRMED)), says("two", "marchuk", ("left", DENIED)))
    assert ask("disagreements", told("himself", yes, no, claims=(LEFT,))) == []
    found = ask("disagreements", told("before", yes, claims=(LEFT,)), told("later", no, claims=(LEFT,)))
    assert rows(found, "one_by", "one_title", "other_by", "other_title") == [
        ("Olena Marchuk", "before", "Olena Marchuk", "later")
    ]


# --------------------------------------------------------------------------------------------- replies


def test_a_denial_says_what_it_replies_to():
    said = (
        says("one", "marchuk", ("left", AFFIRMED), content=(Span(24, 48),)),
        says("two", "brandt", content=(Span(62, 75),), replies_to="one"),
    )
    no = dataclasses.replace(said[1], polarity=DENIED)
    (found,) = ask("denials", told("reply", said[0], no, claims=(LEFT,)))
    assert (found["who"], found["answered"], found["answers"]) == (
        "Karl Brandt",
        "Olena Marchuk",
        TEXT[24:48],
    )
    assert found["denied"] is None


def test_a_question_expresses_nothing_and_is_listed_all_the_same():
    asked = dataclasses.replace(says("asked", "marchuk"), polarity=OPEN)
    assert rows(ask("who-said-what", told("question", asked)), "who", "polarity") == [
        ("Olena Marchuk", "uncommitted")
    ]


# --------------------------------------------------------------------------------- claims read as one


def test_each_statement_of_a_merged_claim_gives_the_number_in_its_own_words():
    claims = (
        Claim("a", "12 left", quantity=number(12, 12)),
        Claim("b", "a dozen left", quantity=dataclasses.replace(number(12, 12), span=Span(62, 68))),
    )
    said = (
        says("one", "marchuk", ("a", AFFIRMED), content=(Span(19, 48),)),
        says("two", "brandt", ("b", AFFIRMED), content=(Span(56, 75),)),
    )
    same = Merge("b", "a", 0.9, "alike")
    found = ask("claim-history", told("merged", *said, claims=claims), claims=(same,))
    assert rows(found, "topic", "who", "number") == [
        ("12 left", "Olena Marchuk", TEXT[24:39]),
        ("12 left", "Karl Brandt", TEXT[62:68]),
    ]
