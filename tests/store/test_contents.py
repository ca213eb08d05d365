"""What is given to be linked across articles, and when that has to be done anew."""

import dataclasses
import datetime
from decimal import Decimal

import pytest

from kg.domain import (
    Actor,
    ActorKind,
    Claim,
    ContentLinks,
    Copy,
    Event,
    Links,
    Merge,
    Participant,
    ParticipantRole,
    Polarity,
    Quantity,
    Span,
    Stance,
)
from kg.store.corrections import Action
from kg.store.database import Database
from tests.store.datasets import actor, correction, undo
from tests.store.test_effective import BRANDT, MARCHUK, SAMPLE, again, statement

BRAND = Actor("brand", ActorKind.PERSON, "Karl Brand")
SENT = Claim("sent", "Karl Brand sent word", ("brand", "marchuk"), ("sending",))
SENDING = Event(
    "sending",
    "send",
    "send",
    participants=(
        Participant("brand", ParticipantRole.OTHER),
        Participant("brandt", ParticipantRole.PATIENT),
        Participant("marchuk", ParticipantRole.AGENT),
    ),
)
OTHER = again(
    "!",
    MARCHUK,
    BRANDT,
    BRAND,
    claims=(*SAMPLE.claims, SENT),
    events=(*SAMPLE.events, SENDING),
    statements=(
        dataclasses.replace(
            statement("second", "brand", None),
            stances=(Stance("left", Polarity.DENIES), Stance("sent", Polarity.AFFIRMS)),
            said_on=datetime.date(2024, 10, 18),
        ),
    ),
)


@pytest.fixture
def database(tmp_path):
    dated = dataclasses.replace(SAMPLE.article, date=datetime.date(2024, 10, 19))
    with Database.open(tmp_path / "graph") as database:
        database.replace(dataclasses.replace(SAMPLE, article=dated), "f1")
        database.replace(OTHER, "f2")
        yield database


def test_every_claim_of_every_statement_is_an_assertion(database):
    found = {(each.statement, each.claim.id): each for each in database.assertions()}
    assert set(found) == {("first", "left"), ("second", "left"), ("second", "sent")}
    sent = found["second", "sent"]
    assert (sent.article, sent.speakers, sent.polarity) == (
        OTHER.article.id,
        ("brand",),
        Polarity.AFFIRMS,
    )
    assert sent.claim == SENT
    assert sent.day == datetime.date(2024, 10, 18)
    assert found["second", "left"].polarity is Polarity.DENIES
    assert found["first", "left"].day == datetime.date(2024, 10, 19)


def test_actors_are_those_as_whom_they_are_read(database):
    database.set_links(Links((Merge("brand", "brandt", 0.9, "one letter apart"),)))
    found = {(each.statement, each.claim.id): each for each in database.assertions()}
    assert found["second", "sent"].speakers == ("brandt",)
    assert found["second", "sent"].claim.about == ("brandt", "marchuk")
    (sending,) = (each for each in database.happenings() if each.event.id == "sending")
    assert sending.event.participants == (
        Participant("brandt", ParticipantRole.PATIENT),
        Participant("marchuk", ParticipantRole.AGENT),
    )
    database.correct([correction(Action.SPLIT, actor("brand"), actor("brandt"))])
    assert {each.speakers for each in database.assertions()} == {("brand",), ("marchuk",)}


def test_a_namesake_speaks_for_itself(database):
    database.correct([correction(Action.SET_APART, actor("brand"), f"article/{OTHER.article.id}")])
    (sent,) = (each for each in database.assertions() if each.claim.id == "sent")
    assert sent.speakers != ("brand",)
    assert sent.speakers[0] in sent.claim.about


def test_claims_and_events_are_those_of_the_article_however_they_are_linked(database):
    before = [*database.assertions(), *database.happenings()]
    database.set_content_links(
        ContentLinks(
            claims=(Merge("sent", "left", 0.9, "alike"),), events=(Merge("sending", "leave", 0.9, "alike"),)
        )
    )
    assert [*database.assertions(), *database.happenings()] == before


def test_every_event_comes_with_its_article(database):
    told = [(each.article, each.event.id) for each in database.happenings()]
    assert told == sorted(
        [(SAMPLE.article.id, "leave"), (OTHER.article.id, "leave"), (OTHER.article.id, "sending")]
    )
    assert [each.event for each in database.happenings() if each.event.id == "leave"] == [
        SAMPLE.events[0]
    ] * 2


def test_texts_come_with_their_day(database):
    texts = {each.id: each for each in database.texts()}
    assert texts[SAMPLE.article.id].text == SAMPLE.article.text
    assert texts[SAMPLE.article.id].day == datetime.date(2024, 10, 19)
    assert texts[OTHER.article.id].day is None
    assert list(texts) == sorted(texts)


# --------------------------------------------------------------------------------------- when it is done


def test_articles_that_come_or_go_unlink_the_contents(database):
    assert not database.are_contents_linked()
    database.set_content_links(ContentLinks())
    assert database.are_contents_linked()
    database.replace(again("?"), "f3")
    assert not database.are_contents_linked()


def test_other_links_between_actors_unlink_the_contents(database):
    links = Links((Merge("brand", "brandt", 0.9, "one letter apart"),))
    database.set_links(links)
    database.set_content_links(ContentLinks())
    database.set_links(links)
    assert database.are_contents_linked()
    database.set_links(Links())
    assert not database.are_contents_linked()
    assert database.is_linked()


@pytest.mark.parametrize(
    ("decision", "linked"),
    [
        (correction(Action.MERGE, actor("brandt"), actor("brand")), False),
        (correction(Action.SPLIT, actor("brand"), actor("brandt")), False),
        (correction(Action.SET_APART, actor("brand"), f"article/{OTHER.article.id}"), False),
        (correction(Action.REJECT, actor("brand")), False),
        (correction(Action.REJECT, "statement/first"), True),
        (correction(Action.RENAME, actor("brand"), name="Karla Brand"), True),
    ],
    ids=lambda each: each.action if hasattr(each, "action") else "",
)
def test_who_says_who_is_who_unlinks_the_contents(database, decision, linked):
    database.set_content_links(ContentLinks())
    database.correct([decision])
    assert database.are_contents_linked() is linked
    database.set_content_links(ContentLinks())
    database.correct([undo(decision, 1)])
    assert not database.are_contents_linked()


def test_links_are_stated_anew_each_time(database):
    graph = database.addresses.links_graph
    copy = Copy(OTHER.article.id, SAMPLE.article.id, 0.9)
    merge = Merge("sent", "left", 0.9, "alike")
    database.set_content_links(ContentLinks(claims=(merge,), copies=(copy,)))
    both = database._quads(None, graph)
    database.set_content_links(ContentLinks(claims=(merge,)))
    assert database._quads(None, graph) < both
    database.set_content_links(ContentLinks(copies=(copy,), claims=(merge,)))
    assert database._quads(None, graph) == both


@pytest.mark.parametrize("gone", [OTHER, SAMPLE], ids=["the copy", "the original"])
def test_a_removed_article_is_no_copy_and_no_original(database, gone):
    database.set_content_links(ContentLinks(copies=(Copy(OTHER.article.id, SAMPLE.article.id, 0.9),)))
    database.remove(gone.article.id)
    assert not database._quads(None, database.addresses.links_graph)


def test_two_claims_may_give_one_number(database):
    twelve = Quantity(Decimal(12), Decimal(12), "word", approximate=False, span=Span(0, 6))
    sent = dataclasses.replace(SENT, quantity=twelve)
    arrived = dataclasses.replace(sent, id="arrived", label="as many arrived")
    stances = (Stance("arrived", Polarity.AFFIRMS), Stance("sent", Polarity.AFFIRMS))
    second = dataclasses.replace(OTHER.statements[0], stances=stances)
    database.replace(
        dataclasses.replace(OTHER, claims=(*SAMPLE.claims, sent, arrived), statements=(second,)), "f3"
    )
    found = {each.claim.id: each.claim.quantity for each in database.assertions() if each.claim.quantity}
    assert found == {"arrived": twelve, "sent": twelve}
